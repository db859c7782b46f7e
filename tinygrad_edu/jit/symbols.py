"""The arithmetic of symbols: run over it, the table's rules write themselves into a program.

A symbol is a node of the program under construction. ``x * y`` adds a multiplication, ``x < y`` a comparison, and
``m.exp(x)`` an exponential; nothing is computed.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from ..asked import Numberless
from ..operators import Operators
from ..ops import OPS, Arithmetic
from .program import COMPARISONS, Builder

__all__ = ["Symbol", "symbols"]


class Symbol(Numberless, Operators):
    """One node of a program that is being built."""

    __slots__ = ("builder", "node")
    called = "a symbol of the compiler"

    def __init__(self, builder: Builder, node: int) -> None:
        self.builder = builder
        self.node = node

    def do(self, op: str, *xs: Any) -> Symbol:
        return Symbol(self.builder, self.builder.node(op, tuple([node_of(self.builder, x) for x in xs])))

    def __bool__(self) -> bool:
        raise TypeError("a rule asked a symbol whether it is true: write m.where(condition, a, b) instead")


def node_of(builder: Builder, x: Any) -> int:
    """The node of a symbol; a number becomes a constant."""
    return x.node if isinstance(x, Symbol) else builder.const(float(x))


def symbols(builder: Builder) -> Arithmetic:
    """The namespace ``m`` whose operations write nodes of this builder."""

    def write(op: str) -> Callable[..., Symbol]:
        return lambda *xs: Symbol(builder, builder.node(op, tuple([node_of(builder, x) for x in xs])))

    def where(condition: Any, a: Any, b: Any) -> Symbol:
        truth = node_of(builder, condition)
        if truth not in builder.program.numbers and builder.program.ops[truth] not in COMPARISONS:
            truth = builder.node("ne", (truth, builder.const(0.0)))
        return write("where")(Symbol(builder, truth), a, b)

    def total(xs: Sequence[Any]) -> Symbol:
        return write("dot")(*[term for x in xs for term in (x, 1.0)])

    def largest(xs: Sequence[Any]) -> Symbol:
        return write("max")(*xs)

    natives = {name: write(name) for name, op in OPS.items() if op.native}
    return Arithmetic(natives | {"where": where, "maximum": write("max"), "total": total, "largest": largest})
