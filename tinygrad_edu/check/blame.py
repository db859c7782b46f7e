"""Whose fault a wrong gradient is: every operation of the computation checked by itself, at the numbers it was given.

The chain rule makes a gradient of local derivatives, so where one is wrong and each local derivative is right, a
dependence was not recorded at all.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from ..anomaly import describe
from ..elementary import inputs_of
from ..graph import ancestors
from ..ops import Primitive
from ..value import Value, record

__all__ = ["alone", "blame"]

MOST, ENOUGH = 3, 50
"""So many operations are named, and each is checked at so many of its points: a model may have thousands."""


def blame(output: Value, wrong_inputs: Callable[[Callable[..., Any], list[Value]], Sequence[Any]]) -> list[str]:
    """Sentences that say which operations have wrong rules. ``wrong_inputs`` checks a function at a point."""
    asked: dict[str, set[tuple[float, ...]]] = {}
    found: dict[str, str] = {}
    by_hand = None
    for node in ancestors(output):
        if node.op is None:
            continue
        numbers = [u.data for u in node.inputs]
        tied = [node.inputs.index(u) for u in node.inputs]  # x·x is a function of one number, too
        points = asked.setdefault(node.op.name, set())
        if (*numbers, *tied) in points or len(points) == ENOUGH or node.op.name in found:
            continue
        points.add((*numbers, *tied))
        names = inputs_of(node.op) or [f"input {i}" for i in range(1, len(numbers) + 1)]
        named = [Value(x, name) for x, name in zip(numbers, names, strict=True)]
        each, called = list(range(len(numbers))), node.op.name
        try:
            wrong = wrong_inputs(alone(node.op, each), named)
            if not wrong and tied != each:
                called += f"({', '.join(names[k] for k in tied)})" if node.op.arity else ""
                once = sorted(set(tied))
                named = [named[k] for k in once]
                wrong = wrong_inputs(alone(node.op, [once.index(k) for k in tied]), named)
        except NotImplementedError:  # one of micrograd's nodes, whose rules are the program's
            by_hand = node
            continue
        for check in wrong:
            position = "" if len(named) == 1 else f" by {check.name}"
            found[node.op.name] = (
                f"the rule of {called}{position} is wrong: at {', '.join(f'{x:.6g}' for x in numbers)} it gives "
                f"{check.analytic:.9g}, and the differences of its values {check.numerical:.9g}"
            )
            break
    if found:
        return list(found.values())[:MOST]
    if output.op is None or not output.requires_grad:
        return ["no operation was recorded: .data, .grad, float(x), detach() or no_grad() hides what it depends on"]
    if by_hand is not None:
        return [f"{describe(by_hand)} was made by hand: look at its _backward, or at its local gradients"]
    return [
        f"every operation from the inputs to {describe(output)} has a right rule here, so a dependence is not "
        "recorded: look for .data, .grad, float(x), functions of math, detach(), no_grad(), or copies"
    ]


def alone(op: Primitive, which: Sequence[int]) -> Callable[..., Value]:
    """An operation as a function, whose argument number which[k] is its input k."""

    def function(*xs: Value) -> Value:
        return record(op, [xs[k] for k in which])

    return function
