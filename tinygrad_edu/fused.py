"""Quick methods for Value, written by the table: computing an operation fused with making its node.

Run over the names of variables, a rule writes itself down as lines of Python. Put between reading the inputs and making
the node they give one function with no further call inside, and calls are what an eager engine spends its time on.
``print(source(OPS["mul"]))`` shows how ``x * y`` comes out. What the bare functions of ``math`` refuse, such as 1/0,
is left to ``record``, which computes as IEEE-754 says. It does the same for any operation, without the hurry.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

from .asked import WRITTEN
from .ieee import FLOATS
from .operators import SIGNS, Operators
from .primitive import OPS, Arithmetic, Primitive

__all__ = ["method", "source"]


class Text(Operators):
    """The name of a variable, or a number, in the code that is being written; every operation on it writes a line."""

    __slots__ = ("lines", "name")

    def __init__(self, name: str, lines: list[str]) -> None:
        self.name = name
        self.lines = lines

    def __str__(self) -> str:
        return self.name

    def let(self, expression: str) -> Text:
        name = f"t{len(self.lines)}"
        self.lines.append(f"{name} = {expression}")
        return Text(name, self.lines)

    def do(self, op: str, *xs: Any) -> Text:
        return self.let(f"-{xs[0]}" if op == "neg" else f"{xs[0]} {SIGNS[op]} {xs[1]}")


def _lines(rule: Callable[..., Any], result: str, *names: str) -> list[str]:
    """The rule on variables of these names as lines of code, the last of which sets ``result``."""
    lines: list[str] = []
    texts = [Text(name, lines) for name in names]

    def call(function: str) -> Callable[..., Text]:
        return lambda *xs: texts[0].let(f"{function}({', '.join(map(str, xs))})")

    natives = {name: call(name) for name, op in OPS.items() if op.native}
    natives["where"] = lambda c, a, b: texts[0].let(f"{a} if {c} else {b}")
    outcome = rule(Arithmetic(natives), *texts)
    return [*lines, f"{result} = {outcome}"]


UNARY = """\
def method(x):
    if blocks.open:
        return record(op, (x,))
    a = x._data
    try:
        {value}
        da = None
        if x.requires_grad:
            {slope}
    except (ArithmeticError, ValueError):
        return record(op, (x,))
    out = new(x.__class__)
    out._data = y
    out._grad = 0.0
    out.requires_grad = x.requires_grad
    out.op = op
    out._label = ""
    out._x = x
    out._dx = da
    out._y = out._dy = None
    return out
"""

BINARY = """\
def method(x, other):
    cls = x.__class__
    if other.__class__ is not cls:
        other = operand(other, cls)
        if other is NotImplemented:
            return other
    if blocks.open:
        return record(op, (x, other))
    a = x._data
    b = other._data
    try:
        {value}
        da = db = None
        if x.requires_grad:
            {slope}
        if other.requires_grad:
            {other_slope}
    except (ArithmeticError, ValueError):
        return record(op, (x, other))
    out = new(cls)
    out._data = y
    out._grad = 0.0
    out.requires_grad = x.requires_grad or other.requires_grad
    out.op = op
    out._label = ""
    out._x = x
    out._y = other
    out._dx = da
    out._dy = db
    return out
"""


def source(op: Primitive) -> str:
    """The method of an operation of one or two inputs, as Python.

    >>> "y = t0" in source(OPS["mul"]), "da = b" in source(OPS["mul"])
    (True, True)
    """

    def block(lines: list[str], depth: int) -> str:
        return ("\n" + " " * depth).join(lines)

    if op.arity == 1:
        slope = _lines(op.partials[0], "da", "y", "a")
        return UNARY.format(value=block(_lines(op.value, "y", "a"), 8), slope=block(slope, 12))
    by_a, by_b = op.partials
    return BINARY.format(
        value=block(_lines(op.value, "y", "a", "b"), 8),
        slope=block(_lines(by_a, "da", "y", "a", "b"), 12),
        other_slope=block(_lines(by_b, "db", "y", "a", "b"), 12),
    )


def method(op: Primitive, **engine: Any) -> Callable[..., Any]:
    """The same as a function. ``engine`` holds what the code calls: record, operand, new, blocks."""
    names: dict[str, Any] = {**vars(FLOATS), "inf": math.inf, "op": op, **engine, "__name__": __name__}
    exec(compile(source(op), f"{WRITTEN}{op.name}>", "exec"), names)
    function = names["method"]
    function.__name__ = function.__qualname__ = op.name
    return function
