"""Whether what was recorded still agrees with the numbers of today, so that an explanation never prints what is untrue.

A local derivative is recorded when its operation is computed (that is why ``backward()`` is right also after a step of
gradient descent has moved the weights). An explanation prints both: the recorded number, and the formula with the
numbers that the Values hold now. Whoever changed data in between has to be told.
"""

from __future__ import annotations

import math

from ..graph import Fold, topological
from ..ieee import run
from ..value import Value

__all__ = ["disagree", "holds", "outdated", "slope_now", "tolerance"]

ROUNDING = 1e-6
"""A textbook's form may lose digits where the recorded one keeps them: 1 − y where y is nearly 1."""


def outdated(folded: Fold) -> list[Value]:
    """The kept Values whose formula, with what its inputs hold now, does not give the number that they hold.

    >>> from tinygrad_edu.graph import fold
    >>> w, x = Value(0.5, "w"), Value(2.0, "x")
    >>> y = (w * x + 1.0).named("y")
    >>> w.data = 3.0
    >>> [node.label for node in outdated(fold(y.tanh()))]
    ['y']
    """
    return [node for node in folded.nodes if not all(map(holds, folded.region[node]))]


def holds(node: Value) -> bool:
    """Whether an operation, on what its inputs hold now, gives the number that the node holds."""
    now = _again(node, {})
    return bool(now == node.data) or (math.isnan(now) and math.isnan(node.data))


def _again(node: Value, held: dict[Value, float]) -> float:
    """An operation on what its inputs hold now, be it their own data or the number in ``held``."""
    if node.op is None:
        return node.data
    try:
        return run(node.op.value, *(held.get(u, u.data) for u in node.inputs))
    except (NotImplementedError, TypeError):  # a node made by hand, whose operation nobody can run again
        return node.data


def slope_now(folded: Fold, node: Value, by: Value) -> float:
    """The derivative of a kept Value by one of its inputs: the textbook's formula with the numbers of today.

    nan where a formula does not run on numbers.
    """
    region = folded.region[node]
    held: dict[Value, float] = {node: node.data}  # and what the formula computes on the way, which nobody sees
    for inner in region[:-1]:
        held[inner] = _again(inner, held)
    adjoint = {node: 1.0}
    for inner in reversed(region):
        assert inner.op is not None  # a region holds operations only
        op, xs = inner.op, [held.get(u, u.data) for u in inner.inputs]
        try:
            slopes = run(lambda m, y, *xs, op=op: op.derivatives(m, y, xs, textbook=True), held[inner], *xs)
        except (NotImplementedError, TypeError):
            return math.nan
        for u, recorded, slope in zip(inner.inputs, inner.partials, slopes, strict=True):
            if recorded is not None:
                adjoint[u] = adjoint.get(u, 0.0) + adjoint[inner] * float(slope)
    return adjoint[by]


def disagree(recorded: float, now: float) -> bool:
    """Whether two numbers differ by more than their rounding; what is not finite is left alone."""
    size = abs(recorded) + abs(now)
    return math.isfinite(size) and abs(recorded - now) > ROUNDING * (size + 1.0)


def tolerance(root: Value, wrt: Value) -> float:
    """How far two ways to add up the derivative may differ by rounding: 1e-9 of the magnitudes of all that is added.

    What cancels inside a formula counts too, so these are those of every operation. nan or inf where there is no limit.
    """
    size: dict[Value, float] = {root: 1.0}
    for node in reversed(topological(root)):
        for u, partial in zip(node.inputs, node.partials, strict=True):
            if partial is not None:
                size[u] = size.get(u, 0.0) + size[node] * abs(partial)
    return 1e-9 * size[wrt] + 1e-290  # what underflowed is left alone
