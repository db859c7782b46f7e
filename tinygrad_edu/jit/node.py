"""A compiled function as one node of a graph: its value and local derivatives computed by the compiled program.

A node needs an operation, and that of a program is the program itself, run over any arithmetic. So a compiled node can
be differentiated again, and compiled into another program, like any other.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Sequence
from functools import reduce
from operator import add, mul
from typing import Any

from ..anomaly import check_forward
from ..choice import chosen
from ..modes import modes
from ..ops import Primitive
from ..value import Value
from .program import OPERATORS, SLOPES, Program, slope_in

__all__ = ["evaluated", "node", "operation"]


def evaluated(program: Program, m: Any, xs: Sequence[Any]) -> list[list[Any]]:
    """The outputs of a program in the arithmetic ``m``, from all its inputs one after the other."""
    at: list[Any] = [None] * len(program)
    for i, x in zip([i for group in program.inputs for i in group.nodes], xs, strict=True):
        at[i] = x
    for i, op in enumerate(program.ops):
        args = [at[j] for j in program.args[i]]
        if op == "const":
            at[i] = program.numbers[i]
        elif op == "dot":
            at[i] = reduce(add, map(mul, args[::2], args[1::2]))
        elif op == "max":
            at[i] = m.largest(args)
        elif op == "ne":
            at[i] = _different(m, *args)
        elif op == "list":
            at[i] = args
        elif op == "take":
            at[i] = chosen(m, args[1], *args[0])
        elif op == "scatter":
            pairs = list(zip(args[1::2], args[2::2], strict=True))
            at[i] = [m.total([m.where(_different(m, x, k), 0.0, g) for x, g in pairs]) for k in range(len(args[0]))]
        elif op == "entry":
            at[i] = args[0][int(args[1])]
        elif op in SLOPES:
            at[i] = slope_in(m, SLOPES[op])(*args)
        elif op in OPERATORS:
            at[i] = OPERATORS[op](*args)
        elif op != "input":
            at[i] = getattr(m, op)(*args)
    return [[at[i] for i in group.nodes] for group in program.outputs]


def _different(m: Any, a: Any, b: Any) -> Any:
    return a if b.__class__ is float and b == 0.0 else m.where(a < b, 1.0, m.where(a > b, 1.0, 0.0))


def operation(name: str, program: Program, k: int, run: Callable[..., Sequence[Sequence[float]]]) -> Primitive:
    """Output number k of a program as an operation; ``run`` is what runs it.

    The program's groups of outputs are the values, and then for each value its derivatives by all inputs.
    """

    def value(m: Any, *xs: Any) -> Any:
        return evaluated(program, m, xs)[0][k]

    def partials(m: Any, y: Any, *xs: Any) -> Any:
        return evaluated(program, m, xs)[k + 1]

    def again(numbers: list[float]) -> Sequence[float]:
        start, groups = 0, []
        for size in program.sizes()[0]:
            groups.append(array("d", numbers[start : start + size]))
            start += size
        return run(*groups)[k + 1]

    name = f"jit({name})"  # never the name of a row of the table
    op = Primitive(name, value, (partials,), (partials,), None, f"{name}({{}})", 9, {})
    op.again = again
    return op


def node(op: Primitive, inputs: Sequence[Value], data: float, partials: Sequence[float]) -> Value:
    """The result of an operation that has been computed already."""
    out = Value(data, "", False)
    if modes.anomaly:
        check_forward(op, inputs, data)
    if modes.grad and any(u.requires_grad for u in inputs):
        out.op, out.requires_grad = op, True
        out._x = tuple(inputs)
        out._dx = tuple([d if u.requires_grad else None for u, d in zip(inputs, partials, strict=True)])
    return out
