"""Which branch a recorded computation took: the operations in their order and the side of every choice.

A difference quotient is worth something only if both of its points lie on one smooth piece of the function. So every
choice that a row of the table makes is watched: its value rule runs over an arithmetic that writes down the sides of
``where``, ``abs``, ``sign`` and the roundings. Rows that choose for the sake of their digits only, such as
softplus, are smooth and listed by name.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

from ..ieee import IEEE, Double
from ..ops import OPS, Arithmetic, Primitive
from ..value import Value

__all__ = ["Signature", "Watch", "flipped"]

SMOOTH = frozenset("softplus logsigmoid logaddexp logsumexp mish tanh gelu sigmoid".split())

Signature = tuple[Any, ...]


class Watch:
    """Reads signatures; remembers which operations make no choice, so that they are not asked again."""

    def __init__(self) -> None:
        self._sides: list[Any] = []
        self._plain: dict[Primitive, bool] = {}
        natives = {name: getattr(IEEE, name) for name, op in OPS.items() if op.native}
        for name in ("sign", "floor", "ceil", "round", "trunc"):
            natives[name] = self._noting(natives[name], lambda y, *xs: float(y))
        natives["abs"] = self._noting(natives["abs"], lambda y, x: (x > 0.0) - (x < 0.0))
        natives["where"] = self._noting(natives["where"], lambda y, c, a, b: bool(c))
        natives["atan2"] = self._noting(natives["atan2"], lambda y, a, b: b < 0.0 and math.copysign(1.0, a) < 0.0)
        # A cone: passing its tip turns the sign of the longer side.
        natives["hypot"] = self._noting(natives["hypot"], lambda y, a, b: (a if abs(a) > abs(b) else b) > 0.0)
        self._arithmetic = Arithmetic(natives)

    def _noting(self, function: Any, side: Any) -> Any:
        def noting(*xs: Any) -> Any:
            y = function(*xs)
            self._sides.append(side(y, *xs))
            return y

        return noting

    def sides(self, op: Primitive, inputs: list[float]) -> tuple[Any, ...]:
        """The sides of the choices that an operation makes at these inputs."""
        if self._plain.get(op, False):
            return ()
        self._sides.clear()
        if op.name not in SMOOTH:
            op.value(self._arithmetic, *map(Double, inputs))
            if op.name in ("maximum", "minimum"):  # a tie is a side of its own: beside it one of the two wins
                self._sides.append(inputs[0] == inputs[1])
        # A rule cannot branch on its numbers (it must run on symbols too): one that made no choice never will.
        self._plain[op] = not self._sides
        return tuple(self._sides)

    def signature(self, order: Sequence[Value]) -> tuple[Signature, tuple[float, ...]]:
        """The signature of a graph, given as ``ancestors`` lists it, and the data of its constants in order."""
        number: dict[Value, int] = {}
        parts: list[Any] = []
        constants: list[float] = []
        for i, node in enumerate(order):
            number[node] = i
            if node.op is None:
                parts.append(node.requires_grad)
                if not node.requires_grad:
                    constants.append(node.data)
                continue
            inputs = node.inputs
            sides = self.sides(node.op, [u.data for u in inputs])
            parts.append((node.op.name, tuple(number[u] for u in inputs), sides))
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
