"""Which branch a recorded computation took: the operations in their order and the side of every choice.

A difference quotient is worth something only if both of its points lie on one smooth piece of the function. So every
choice that a row of the table makes is watched: its value rule runs over an arithmetic that writes down the sides of
``where``, ``abs``, ``sign`` and the roundings, on numbers that write down how they were compared (a rule of one's own
may use Python's ``if``). Rows that choose for the sake of their digits only, such as softplus, are smooth and listed by
name.
"""

from __future__ import annotations

import contextlib
import math
from collections.abc import Sequence
from typing import Any

from ..ieee import IEEE, Double
from ..ops import OPS, Arithmetic, Primitive
from ..value import Value

__all__ = ["Signature", "Watch", "flipped"]

SMOOTH = frozenset("softplus logsigmoid logaddexp logsumexp mish tanh gelu sigmoid".split())

Signature = tuple[Any, ...]


class Seen(Double):
    """A number that writes down the outcome of every comparison that is made with it, or with what is made of it."""

    __slots__ = ("notes",)
    notes: list[Any]

    def on(self, notes: list[Any]) -> Seen:
        """Itself, that writes into ``notes``."""
        self.notes = notes
        return self


def _watched() -> None:
    """Give Seen the arithmetic of Double, with results that are watched too, and comparisons that are noted."""

    def computing(name: str) -> Any:
        compute = getattr(Double, name)
        return lambda self, *other: Seen(compute(Double(self), *map(float, other))).on(self.notes)

    def comparing(name: str) -> Any:
        compare = getattr(float, name)

        def compared(self: Seen, *other: Any) -> Any:
            outcome = compare(self, *other)
            self.notes.append(outcome)
            return outcome

        return compared

    for name in "add sub mul truediv radd rsub rmul rtruediv neg".split():
        setattr(Seen, f"__{name}__", computing(f"__{name}__"))
    for name in "lt le gt ge eq ne bool".split():
        setattr(Seen, f"__{name}__", comparing(f"__{name}__"))
    Seen.__hash__ = float.__hash__  # type: ignore[method-assign]


_watched()


class Watch:
    """Reads signatures; remembers which operations make no choice, so that they are not asked again."""

    def __init__(self) -> None:
        self._sides: list[Any] = []
        self._plain: dict[Primitive, bool] = {}
        natives = {name: self._noting(getattr(IEEE, name)) for name, op in OPS.items() if op.native}
        for name in ("sign", "floor", "ceil", "round", "trunc"):
            natives[name] = self._noting(getattr(IEEE, name), lambda y, *xs: y)
        natives["abs"] = self._noting(IEEE.abs, lambda y, x: (x > 0.0) - (x < 0.0))
        natives["where"] = self._noting(IEEE.where, lambda y, c, a, b: bool(c))
        # Its cut, and its one point, at which it is 0 and beside which it may be anything.
        natives["atan2"] = self._noting(IEEE.atan2, lambda y, a, b: (b < 0.0 > math.copysign(1.0, a), a == b == 0.0))
        # A cone: passing its tip turns the sign of the longer side.
        natives["hypot"] = self._noting(IEEE.hypot, lambda y, a, b: (a if abs(a) > abs(b) else b) > 0.0)
        self._arithmetic = Arithmetic(natives)

    def _noting(self, function: Any, side: Any = None) -> Any:
        def noting(*xs: Any) -> Any:
            plain = [float(x) for x in xs]
            y = float(function(*plain))
            if side is not None:
                self._sides.append(side(y, *plain))
            return Seen(y).on(self._sides)

        return noting

    def sides(self, op: Primitive, inputs: list[float]) -> tuple[Any, ...]:
        """The sides of the choices that an operation makes at these inputs."""
        if self._plain.get(op, False):
            return ()
        self._sides.clear()
        if op.name not in SMOOTH:
            with contextlib.suppress(NotImplementedError):  # micrograd's nodes can be made by hand, without a rule
                op.value(self._arithmetic, *[Seen(x).on(self._sides) for x in inputs])
            if op.name in ("maximum", "minimum"):  # a tie is a side of its own: beside it one of the two wins
                self._sides.append(inputs[0] == inputs[1])
        # A rule that made no choice never will: the first one is made whatever the numbers are.
        self._plain[op] = not self._sides
        return tuple(self._sides)

    def signature(self, order: Sequence[Value], leaves: Sequence[Value]) -> tuple[Signature, tuple[float, ...]]:
        """The signature of a graph, given as ``ancestors`` lists it; and its other numbers: leaves, settings.

        ``leaves`` are the function's inputs: a Python ``if`` may take another of them and else do the same. What is
        none of them is a constant, of the function if not of the engine.
        """
        number: dict[Value, int] = {}
        which = {leaf: i for i, leaf in enumerate(leaves)}
        parts: list[Any] = []
        constants: list[float] = []
        for i, node in enumerate(order):
            number[node] = i
            if node.op is None:
                parts.append(("", (which[node],), ()) if node in which else node.requires_grad)
                if node not in which:
                    constants.append(node.data)
                continue
            inputs = node.inputs
            sides = self.sides(node.op, [u.data for u in inputs])
            settings = node.op.params.values()
            constants += [s for s in settings if isinstance(s, float)]
            others = [s for s in settings if not isinstance(s, float)]
            parts.append((node.op.name, (*(number[u] for u in inputs), *others), sides))
        return tuple(parts), tuple(constants)


def flipped(a: Signature, b: Signature) -> set[int] | None:
    """The positions of the choices that differ; None if the sequences of operations differ."""
    if len(a) != len(b):
        return None
    positions = set()
    for i, (p, q) in enumerate(zip(a, b, strict=True)):
        if p != q:
            if isinstance(p, bool) or isinstance(q, bool) or p[:2] != q[:2]:
                return None
            positions.add(i)
    return positions
