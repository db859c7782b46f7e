"""Two walks over the recorded graph: ``backward()``, as a learner takes it, and a forward sweep that must agree.

They share the local derivatives, so this finds a graph that is walked wrongly, and never a wrong rule.
"""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Sequence

from ..derivatives import pushforward
from ..graph import topological
from ..value import Value
from .replay import Conditioning
from .subject import Run

__all__ = ["Reverse", "disagreement", "reverse_pass"]

Reverse = Callable[[Value, Sequence[Value]], list[float]]


def reverse_pass(output: Value, leaves: Sequence[Value]) -> list[float]:
    """The gradient by ``backward()``, as a learner takes it; what ``.grad`` held before is put back."""
    if not output.requires_grad:
        return [0.0] * len(leaves)
    nodes = [*topological(output), *leaves]
    before = [node.grad for node in nodes]
    for node in nodes:
        node.grad = 0.0
    try:
        output.backward()
        return [leaf.grad for leaf in leaves]
    finally:
        for node, old in zip(nodes, before, strict=True):
            node.grad = old


def disagreement(first: Run, analytic: list[float], of: Conditioning) -> str:
    """A forward sweep along a direction against the reverse pass; the sentence if they differ."""
    if not all(map(math.isfinite, [*analytic, *of.spread])):
        return ""
    rng = random.Random(1)
    plain = [rng.uniform(0.5, 1.5) for _ in analytic]
    # Beside a huge input tangents of about 1 may underflow, so then as far along each input as it is large.
    inputs = [leaf.data if math.isfinite(leaf.data) else 1.0 for leaf in first.leaves]
    large = [v * max(abs(x), 1.0) for v, x in zip(plain, inputs, strict=True)]
    found = []
    for direction in (plain, large):
        (forward,) = pushforward([first.output], dict(zip(first.leaves, direction, strict=True)), False)
        backward = math.fsum(g * v for g, v in zip(analytic, direction, strict=True))
        sizes = math.fsum(s * v for s, v in zip(of.size, direction, strict=True))
        rounding = 64.0 * math.fsum(s * v for s, v in zip(of.spread, direction, strict=True))
        if abs(forward - backward) <= 1e-10 * sizes + rounding or not math.isfinite(sizes):
            return ""
        found.append(f"{backward!r} and {forward!r}")
    return (
        f"the reverse pass and a forward sweep over the same local derivatives differ: {found[0]} "
        "along one direction. The graph is walked wrongly: a node too early, or a contribution lost"
    )
