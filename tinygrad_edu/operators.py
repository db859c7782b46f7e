"""Python's operators for what a rule of the table is run on: a class says once, in ``do``, what an operation is there.

Symbols of the compiler, pieces of Python, names of LLVM's results and arrays that are being noted all are such classes.
"""

from __future__ import annotations

from typing import Any, TypeVar

__all__ = ["SIGNS", "Operators"]

SIGNS = {"add": "+", "sub": "-", "mul": "*", "div": "/", "lt": "<", "le": "<=", "gt": ">", "ge": ">=", "ne": "!="}
"""How Python writes the operations of two numbers."""

T = TypeVar("T", bound="Operators")


class Operators:
    """``x - 1.0`` is ``x.do("sub", x, 1.0)``, and ``1.0 - x`` is ``x.do("sub", 1.0, x)``.

    >>> class Written(str, Operators):
    ...     def do(self, op, *xs):
    ...         return Written(f"{op}({', '.join(map(str, xs))})")
    >>> print(1.0 - Written("x") / 2.0)
    sub(1.0, div(x, 2.0))
    """

    __slots__ = ()

    def do(self: T, op: str, *xs: Any) -> T:
        """The operation on one or two operands, of which one at least is of this class."""
        raise NotImplementedError

    def __add__(self: T, other: Any) -> T:
        return self.do("add", self, other)

    def __sub__(self: T, other: Any) -> T:
        return self.do("sub", self, other)

    def __mul__(self: T, other: Any) -> T:
        return self.do("mul", self, other)

    def __truediv__(self: T, other: Any) -> T:
        return self.do("div", self, other)

    def __radd__(self: T, other: Any) -> T:
        return self.do("add", other, self)

    def __rsub__(self: T, other: Any) -> T:
        return self.do("sub", other, self)

    def __rmul__(self: T, other: Any) -> T:
        return self.do("mul", other, self)

    def __rtruediv__(self: T, other: Any) -> T:
        return self.do("div", other, self)

    def __neg__(self: T) -> T:
        return self.do("neg", self)

    def __lt__(self: T, other: Any) -> T:
        return self.do("lt", self, other)

    def __le__(self: T, other: Any) -> T:
        return self.do("le", self, other)

    def __gt__(self: T, other: Any) -> T:
        return self.do("gt", self, other)

    def __ge__(self: T, other: Any) -> T:
        return self.do("ge", self, other)
