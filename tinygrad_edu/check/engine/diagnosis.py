"""What is wrong in an engine: the planted fault that gives just the numbers that the engine gives.

The faults are those that the check itself is tested with: of rules in ``mutants.py``, of the reverse pass in
``wrong_walks.py``. Here stands what each of them means to somebody who writes an engine.
"""

from __future__ import annotations

import functools
import math
from collections.abc import Callable, Collection, Mapping, Sequence

from ...ieee import run
from ...names import NAMES, Name
from ...ops import OPS, Primitive
from ...value import Value, record
from ..expression import Expression
from ..mutants import SWAPPED, faulty
from ..wrong_walks import (
    LOCAL,
    ORDERS,
    PARENTS_FORGOTTEN,
    SAME_NUMBER_ONCE,
    WALK_FAULTS,
    WHOLE_EACH_TIME,
    Place,
    Walk,
)

__all__ = ["Outcome", "near", "why_the_pass", "why_the_rule", "why_the_value"]

NAMES_OF_INPUTS = ("a", "b")

TOLERANCE = {"rel_tol": 1e-6, "abs_tol": 1e-9}
"""Of an engine's numbers: formulae as learners write them lose digits."""


def near(found: float, right: float) -> bool:
    """Whether the number is right.

    >>> near(1.0 + 1e-7, 1.0), near(1.0 + 1e-5, 1.0), near(1e-10, 0.0)
    (True, False, True)
    """
    return math.isclose(found, right, **TOLERANCE)


def _all_near(found: Sequence[float], right: Sequence[float]) -> bool:
    return all(map(near, found, right))


# -- rules -----------------------------------------------------------------------------------------------------------

_RULES = {
    "wrong sign": "its sign is wrong",
    "missing term": "nothing is added to the gradient",
    "factor 2": "it is twice the right one",
    SWAPPED: "it is the one by the other operand",
}


_EXPONENTS = {("square", 0): 2.0, ("reciprocal", 0): -1.0, ("sqrt", 0): 0.5, ("div", 1): -1.0}
"""Which operations are powers of an input, as engines compute them, and what power."""


def why_the_rule(op: Primitive, which: int, points: Sequence[Sequence[float]], found: Sequence[float]) -> str:
    """What explains the derivatives ``found`` of an operation by its input ``which`` at all points; "" if nothing does.

    >>> from tinygrad_edu.ops import OPS
    >>> why_the_rule(OPS["tanh"], 0, [(0.5,), (2.0,)], [0.75, -3.0])
    'in 1 − y² stands the input x in place of the output y'
    """
    for fault, sentence in _RULES.items():
        if fault != SWAPPED or op.arity == 2:
            wrong = faulty(op, fault, which)
            if _all_near(found, [_partial(wrong, which, point) for point in points]):
                return sentence
    if _all_near(found, [1.0] * len(points)):
        return "the gradient is passed on as it is"
    values = [run(op.value, *point) for point in points]
    if _all_near(found, values):
        return "it is the value, and not the derivative"
    if (exponent := _EXPONENTS.get((op.name, which))) is not None:
        rights = [_partial(op, which, point) for point in points]
        if _all_near(found, [right * point[which] for right, point in zip(rights, points, strict=True)]):
            return "the exponent is not lowered by 1: n·xⁿ stands in place of n·xⁿ⁻¹"
        if _all_near(found, [right / exponent for right in rights]):
            return "in n·xⁿ⁻¹ the factor n is missing"
    if op.arity == 1:
        rule = op.textbook[0]
        slope = f"in {rule(NAMES, Name('y'), Name('x'))} stands"
        if _all_near(found, [run(rule, point[0], point[0]) for point in points]):
            return f"{slope} the input x in place of the output y"
        if _all_near(found, [run(rule, y, y) for y in values]):
            return f"{slope} the output y in place of the input x"
        if _all_near(found, [_partial(op, 0, [y]) for y in values]):
            return "it is the derivative at the output, and not at the input"
    return _other(
        op, found, lambda other: [_partial(other, which, point) for point in points], "it is the derivative of "
    )


def why_the_value(op: Primitive, points: Sequence[Sequence[float]], found: Sequence[float]) -> str:
    """What explains the values ``found`` of an operation at all points; "" if nothing does.

    >>> from tinygrad_edu.ops import OPS
    >>> why_the_value(OPS["div"], [(2.0, 0.5), (2.0, 4.0)], [0.25, 2.0])
    'its operands are exchanged'
    """
    if not found:
        return ""
    if op.arity == 2 and _all_near(found, [run(op.value, *reversed(point)) for point in points]):
        return "its operands are exchanged"
    if _all_near(found, [-run(op.value, *point) for point in points]):
        return _RULES["wrong sign"]
    return _other(op, found, lambda other: [run(other.value, *point) for point in points], "that is ")


def _other(op: Primitive, found: Sequence[float], numbers: Callable[[Primitive], list[float]], what: str) -> str:
    """The operation of the table whose numbers these are."""
    same = (other for other in OPS.values() if other.arity == op.arity and other is not op)
    name = next((other.name for other in same if _all_near(found, numbers(other))), "")
    return f"{what}{name}" if name else ""


def _partial(op: Primitive, which: int, point: Sequence[float]) -> float:
    return record(op, [Value(x) for x in point]).partials[which] or 0.0


# -- the reverse pass ------------------------------------------------------------------------------------------------

_EACH_ONCE = (
    "a node passes its gradient on once for each path that leads to it: visit every node once, after all that use it"
)
_UNSORTED = (
    "a node passes its gradient on before all of it has arrived: sort the graph topologically, and go through it from "
    "the result back"
)
_ASSIGNED = "a gradient is assigned where it should be added, = in place of +="
_PASS = {
    "no accumulation": _ASSIGNED,
    "whole each time": (
        "a node that is reached again passes on all of its gradient, and not the part alone that has just come to it"
    ),
    "same argument once": "where both inputs are the same Value, as in a * a, one is forgotten: are they in a set?",
    "no chain rule": "the local derivative is passed on without a factor, the gradient of the result",
    "no topological order": _UNSORTED,
    "depth first": _UNSORTED,
    "wrong way round": (
        "only the last operation passes a gradient on: either the graph is gone through from the leaves to the result, "
        "and its order is to be reversed, or the results do not know their parents"
    ),
    "once per path": _EACH_ONCE,
    "sorted once per path": _EACH_ONCE,
    "parents forgotten": "the parents of the result are not complete, so backward() goes no further",
    "same number once": (
        "of two nodes of the same number one is left out, because == compares data here: leave __eq__ and __hash__ "
        "out, or remember the id() of the nodes that were visited"
    ),
}

Outcome = tuple[Expression, list[float]]  # a computation, and the gradient that an engine found


def why_the_pass(outcomes: Sequence[Outcome], written: Mapping[str, str], alike: bool = False) -> str:
    """The fault of the reverse pass that explains the gradients of all the computations; "" if none does.

    ``written`` is how operations are written, with a and b, for a fault that is in one of them alone; ``alike``,
    whether two nodes of the same number are equal in that engine.
    """
    graphs = []
    for expression, found in outcomes:
        leaves = [Value(x) for x in expression.inputs]
        graphs.append((expression(*leaves), leaves, found))

    def explained(by: Sequence[Callable[..., object]], walk: Walk, *places: Collection[Place]) -> bool:
        return all(
            any(_all_near(found, walk(output, leaves, *places, parents=parents())) for parents in by)
            for output, leaves, found in graphs
        )

    # What is known to be so comes first: another order of the parents may hide that nodes are left out for it.
    if alike and any(explained(order, SAME_NUMBER_ONCE) for order in ORDERS):
        return _PASS["same number once"]
    return next(filter(None, (_named(functools.partial(explained, order), written) for order in ORDERS)), "")


def _named(explains: Callable[..., bool], written: Mapping[str, str]) -> str:
    for fault, walk in {**WALK_FAULTS, "whole each time": WHOLE_EACH_TIME}.items():
        if explains(walk):
            return _PASS[fault]
    for fault, walk in {**LOCAL, "parents forgotten": PARENTS_FORGOTTEN}.items():
        for name, text in written.items():
            inputs = range(text.count("{}"))
            if explains(walk, [(name, k) for k in inputs]):
                return f"in {text.format(*NAMES_OF_INPUTS)} {_PASS[fault]}"
            for k in inputs:
                if explains(walk, [(name, k)]):
                    return f"in {text.format(*NAMES_OF_INPUTS)}, for {NAMES_OF_INPUTS[k]}, {_PASS[fault]}"
    return ""
