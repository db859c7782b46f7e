"""How well a gradient is determined by its own computation: replays with every intermediate result off by one ulp.

The recorded graph is computed again, forwards and backwards, each result multiplied by 1 ± 2⁻⁵² with a random sign.
What that changes is what rounding may have changed already, and no check can ask for more digits than that leaves
(Stan's and numdifftools' checks do without and pay with false alarms).
"""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from ..graph import ancestors
from ..ieee import IEEE, Double
from ..ops import OPS, Arithmetic
from ..value import Value
from .signature import Watch
from .terms import terms

__all__ = ["Conditioning", "conditioning"]

REPLAYS = 6
ULP, TINIEST = 2.0**-52, 5e-324


@dataclass
class Conditioning:
    """``spread``: the largest change of each derivative. ``noise``: that of the value.

    ``size``: for each derivative the sum of the magnitudes of the contributions that it was added up from.
    ``parts``: for each input the terms of the value that it has a part in, as ``terms`` numbers them, and
    ``noises``: the largest change of the sum of these.
    ``torn``: an ulp changed the side of a choice. ``near``: one might, of some number that was computed.
    ``blind``: nothing is known, because a node was made by hand, with micrograd's ``_backward``, and has no rules to be
    replayed by.
    """

    spread: list[float]
    noise: float
    size: list[float]
    parts: list[list[int]]
    noises: list[float]
    torn: bool
    near: bool = False
    blind: bool = False


def conditioning(output: Value, leaves: Sequence[Value], seed: int = 0) -> Conditioning:
    """Replay the graph of ``output``. The signs are the same in every run."""
    try:
        return _replayed(ancestors(output), leaves, seed)
    except NotImplementedError:
        nothing, everything = [0.0] * len(leaves), list(range(len(terms(ancestors(output)))))
        return Conditioning(nothing, 0.0, nothing, [everything] * len(leaves), nothing, torn=False, blind=True)


def _replayed(order: list[Value], leaves: Sequence[Value], seed: int) -> Conditioning:
    number = {node: i for i, node in enumerate(order)}
    inputs = [[number[u] for u in node.inputs] for node in order]
    at = [number.get(leaf, -1) for leaf in leaves]
    rng = random.Random(seed)
    exact, size = _backward(order, inputs, [node.partials for node in order], None)
    watch = Watch()
    sides = [
        watch.sides(node.op, [u.data for u in node.inputs]) if node.op and node.requires_grad else () for node in order
    ]
    summed = [(number[node], weight) for node, weight in terms(order)]
    parts = _parts(inputs, at, [k for k, _ in summed])
    spread, noise, noises, torn = [0.0] * len(leaves), 0.0, [0.0] * len(leaves), False
    near = any(_near(watch, node, here) for node, here in zip(order, sides, strict=True) if here)
    for _ in range(REPLAYS):
        data, slopes, seen = _replay(order, inputs, rng, watch)
        torn = torn or seen != sides
        changed, _ = _backward(order, inputs, slopes, rng)
        noise = _larger(noise, data[-1] - order[-1].data)
        moved = [weight * (data[k] - order[k].data) for k, weight in summed]
        noises = [_larger(old, sum(moved[k] for k in part)) for old, part in zip(noises, parts, strict=True)]
        spread = [_larger(old, changed[i] - exact[i]) if i >= 0 else 0.0 for old, i in zip(spread, at, strict=True)]
    return Conditioning(spread, noise, [size[i] if i >= 0 else 0.0 for i in at], parts, noises, torn, near)


def _near(watch: Watch, node: Value, sides: Any) -> bool:
    """Whether a choice goes another way where one of the numbers that were computed for it is off by an ulp.

    A 0 is off by the tiniest number: it may be one by underflow.
    """
    assert node.op is not None
    xs = [u.data for u in node.inputs]
    computed = [i for i, u in enumerate(node.inputs) if u.op is not None and u.requires_grad]
    beside = ((i, xs[i] * (1.0 + ulp) or math.copysign(TINIEST, ulp)) for i in computed for ulp in (-ULP, ULP))
    moved = ([*xs[:i], x, *xs[i + 1 :]] for i, x in beside)
    return any(watch.sides(node.op, some) != sides for some in moved)


def _parts(inputs: list[list[int]], leaves: list[int], summed: list[int]) -> list[list[int]]:
    """For each leaf the places in ``summed`` of the nodes that it is below of."""
    below = [0] * len(inputs)  # sets of leaves, as bits
    for bit, leaf in enumerate(leaves):
        if leaf >= 0:
            below[leaf] |= 1 << bit
    for k, above in enumerate(inputs):
        for i in above:
            below[k] |= below[i]
    return [[k for k, node in enumerate(summed) if below[node] >> bit & 1] for bit in range(len(leaves))]


def _larger(old: float, change: float) -> float:
    change = abs(change)
    return change if change > old or change != change else old  # nan stays


def _beside(exact: float, rng: random.Random, *factors: float) -> float:
    """The number off by one ulp, up or down; of ``factors`` that are not 0 it is a 0 by underflow, if it is one."""
    ulp = rng.choice((-ULP, ULP))
    off = exact * (1.0 + ulp)
    if off == exact and exact:  # so small that its ulps are no longer relative to it
        return off + math.copysign(TINIEST, ulp)
    if not exact and ulp > 0.0 and factors and all(0.0 < abs(x) < math.inf for x in factors):
        return math.copysign(TINIEST, exact)
    return off


class Jittered(float):
    """A float whose every operation is off by one ulp, so that the roundings inside a rule show too."""

    __slots__ = ("rng",)
    rng: random.Random

    def on(self, rng: random.Random) -> Jittered:
        """Itself, with the signs of this generator."""
        self.rng = rng
        return self

    def _next(self, exact: float, *factors: float) -> Jittered:
        return self._exact(_beside(exact, self.rng, *factors))

    def _sum(self, a: float, b: float) -> Jittered:
        return self._next(a + b)

    def __add__(self, other: float) -> Jittered:
        return self._sum(float(self), float(other))

    def __sub__(self, other: float) -> Jittered:
        return self._sum(float(self), -float(other))

    def __mul__(self, other: float) -> Jittered:
        return self._next(float.__mul__(self, other), self, other)

    def __truediv__(self, other: float) -> Jittered:
        return self._next(Double(self) / other, self, other)

    def __radd__(self, other: float) -> Jittered:
        return self._sum(float(other), float(self))

    def __rsub__(self, other: float) -> Jittered:
        return self._sum(float(other), -float(self))

    def __rmul__(self, other: float) -> Jittered:
        return self._next(float.__rmul__(self, other), self, other)

    def __rtruediv__(self, other: float) -> Jittered:
        return self._next(other / Double(self), self, other)

    def __neg__(self) -> Jittered:
        return self._exact(float.__neg__(self))

    def _exact(self, number: float) -> Jittered:
        return type(self)(number).on(self.rng)


class OfARule(Jittered):
    """One that a derivative is computed of. A sum that needs no rounding stays: n − 1 is a whole number, as n is.

    (For values it will not do: beside the point, where they are subtracted, the same sums are rounded.)
    """

    __slots__ = ()

    def _sum(self, a: float, b: float) -> Jittered:
        total = a + b
        part = total - a  # the sum's error is known exactly: two-sum, Møller 1965
        exact = (a - (total - part)) + (b - part) == 0.0
        return self._exact(total) if exact else self._next(total)


EXACT = frozenset("abs sign floor ceil round trunc".split())
UNDERFLOWS = frozenset("exp exp2 pow sigmoid erfc".split())


def _jittering(name: str, function: Callable[..., Any]) -> Callable[..., Any]:
    def jittered(*xs: Any) -> Any:
        first = next((x for x in xs if isinstance(x, Jittered)), None)
        y = function(*xs)
        if first is None:  # of numbers that a rule has written down
            return y
        return first._exact(y) if name in EXACT else first._next(y, *(xs if name in UNDERFLOWS else ()))

    return jittered


JITTERED = Arithmetic(
    {name: _jittering(name, getattr(IEEE, name)) for name, op in OPS.items() if op.native}
    | {"where": lambda condition, a, b: a if condition else b}
)


def _replay(
    order: list[Value], inputs: list[list[int]], rng: random.Random, watch: Watch
) -> tuple[list[float], list[Sequence[float | None]], list[tuple[Any, ...]]]:
    """The values, the local derivatives and the sides of the choices of a perturbed forward pass."""
    data: list[float] = []
    slopes: list[Sequence[float | None]] = []
    sides: list[tuple[Any, ...]] = []
    for node, above in zip(order, inputs, strict=True):
        op = node.op
        if op is None or not node.requires_grad:  # what is computed of constants is one, with whatever rounding
            data.append(node.data)
            slopes.append(node.partials)
            sides.append(())
            continue
        xs = [data[i] for i in above]
        sides.append(watch.sides(op, xs))
        jittered = [Jittered(x).on(rng) for x in xs]
        y = op.value(JITTERED, *jittered)
        output, *given = (OfARule(x).on(rng) for x in (y, *xs))
        # A derivative that is 0 with no choice that makes it so, and inputs that are not, is one that underflows.
        smooth = () if sides[-1] else xs
        rules = op.derivatives(JITTERED, output, given)
        noisy = [float(d) or _beside(float(d), rng, *smooth) for d in rules]
        slopes.append([d if old is not None else None for d, old in zip(noisy, node.partials, strict=True)])
        data.append(float(y))
    return data, slopes, sides


def _backward(
    order: list[Value], inputs: list[list[int]], slopes: list[Sequence[float | None]], rng: random.Random | None
) -> tuple[list[float], list[float]]:
    """The reverse pass in its plainest form; also the sizes of what was added up."""
    adjoint, size = [0.0] * len(order), [0.0] * len(order)
    adjoint[-1] = 1.0
    for k in reversed(range(len(order))):
        g = adjoint[k]
        for i, partial in zip(inputs[k], slopes[k], strict=True):
            if partial is not None:
                contribution = g * partial
                if rng is not None:
                    contribution = _beside(contribution, rng, g, partial)
                adjoint[i] += contribution
                size[i] += abs(contribution)
    return adjoint, size
