"""Random computations on another engine and on this package: do value and gradient agree?

Operations are asked one by one before; here results are used again, which is where a reverse pass goes wrong. Of the
computations that come out wrong the simplest is told, with what explains the numbers of all.
"""

from __future__ import annotations

import functools
import itertools
import math
from collections.abc import Callable, Sequence
from typing import Any

from ...ieee import run
from ...ops import OPS
from ...value import Value
from ..expression import Expression, guards
from ..search import simplest
from ..strategies import imported
from ..walks import reverse_pass
from .diagnosis import Outcome, near, why_the_pass
from .dialect import Dialect, EngineFaultError, letters
from .findings import RIGHT, WRONG, Finding

__all__ = ["RANDOM", "computations"]

RANDOM = "asked again it gives another number: something is random in it, or kept from before"

NUMBERS = (3.0, 2.0, -1.0, 0.5, -2.0, 1.0, -0.25, 1.5)
"""What computations are made of, the plainest first."""

LARGEST = 30.0
STEPS = 8
NUDGE = 1e-8
"""A computation whose gradient moves when its inputs move by so little is at a kink, or nothing to judge engines by."""


def _tapes(names: Sequence[str]) -> Any:
    """Random computations of these operations and nothing else; "add" is one of them."""
    st = imported().strategies
    numbers_of, name_of = st.lists(st.sampled_from(NUMBERS), min_size=1, max_size=3), st.sampled_from(names)
    steps_of = st.integers(1, STEPS)
    back = [st.integers(0, last) for last in range(3 + STEPS)]

    @st.composite
    def tape(draw: Any) -> Expression:
        inputs = draw(numbers_of)
        data, steps, loose = list(inputs), [], list(range(len(inputs)))

        def add(name: str, positions: list[int]) -> None:
            numbers = [data[i] for i in positions]
            if any(guards(name, numbers)) or not abs(y := run(OPS[name].value, *numbers)) <= LARGEST:
                return
            loose[:] = [i for i in loose if i not in positions] + [len(data)]
            data.append(y)
            steps.append((name, tuple(positions)))

        for _ in range(draw(steps_of)):
            name = draw(name_of)
            last = len(data) - 1
            add(name, [last - draw(back[last]) for _ in range(OPS[name].arity or 0)])
        while len(loose) > 1 or not steps:  # a result of all loose ends
            steps_before = len(steps)
            add("add", [loose[0], loose[-1]])
            if len(steps) == steps_before:
                break
        return Expression(tuple(inputs), tuple(steps))

    return tape()


def _right(expression: Expression) -> list[float] | None:
    """Value and gradient, by this package; None if they cannot be told for sure."""

    def outcome(inputs: Sequence[float]) -> list[float]:
        leaves = [Value(x) for x in inputs]
        output = expression(*leaves)
        return [output.data, *reverse_pass(output, leaves)]

    right = outcome(expression.inputs)
    if not all(map(math.isfinite, right)):
        return None
    for nudges in itertools.cycle((NUDGE, -NUDGE)), itertools.cycle((-NUDGE, NUDGE)):
        moved = outcome([x + nudge for x, nudge in zip(expression.inputs, nudges, strict=False)])
        if not all(near(y, x) for x, y in zip(right, moved, strict=True)):
            return None
    return right


def _shortened(expression: Expression, holds: Callable[[Expression], bool]) -> Expression:
    """The same without the steps it can do without: what used one of them uses its first input instead."""
    k = len(expression.inputs) + len(expression.steps) - 2  # the last step is what makes it an expression
    while k >= len(expression.inputs):
        steps = list(expression.steps)
        (first, *_) = steps.pop(k - len(expression.inputs))[1]
        moved = {**{i: i for i in range(k)}, k: first, **{i: i - 1 for i in range(k + 1, k + len(steps) + 1)}}
        shorter = Expression(expression.inputs, tuple((op, tuple(moved[i] for i in at)) for op, at in steps))
        if holds(shorter):
            expression = shorter
        k -= 1
    return expression


DERIVED = ("sub", "div", "neg", "square", "reciprocal", "sqrt", "pow", "abs")
"""Operators that many engines make of + and * and of one another: asked in a second round, so that what is wrong in +
and * is told of these."""


def computations(there: Dialect, examples: int) -> Finding:
    """Random ones, in which results are used again; of those that come out wrong the simplest is told."""
    outcomes: list[Outcome] = []
    wrong_gradients = False

    @functools.cache  # an engine that goes through sets may answer otherwise when it is asked again
    def lines_of(expression: Expression) -> list[str]:
        """What is wrong in it."""
        right = _right(expression)
        if right is None:
            return []
        try:
            found = there.outcome(expression)
        except EngineFaultError as error:
            return [str(error)]
        outcomes.append((expression, found[1:]))
        nonlocal wrong_gradients
        wrong_gradients |= not all(near(x, y) for x, y in zip(found[1:], right[1:], strict=True))
        names = letters(len(expression.inputs) + len(expression.steps))
        called = [f"{names[-1]}.{there.data_name}", *(f"{n}.{there.grad_name}" for n in names[: len(found) - 1])]
        return [
            f"{name} is {x:.9g}; right is {y:.9g}"
            for name, x, y in zip(called, found, right, strict=True)
            if not near(x, y)
        ]

    for names in ([name for name in there.spoken if name not in DERIVED], list(there.spoken)):
        before = len(outcomes)
        simple = simplest(_tapes(names), lambda expression: bool(lines_of(expression)), examples)
        if simple is not None:
            simple = _shortened(simple, lambda expression: bool(lines_of(expression)))
            written = {name: there.spoken[name].text for name in names}
            why = why_the_pass(outcomes[before:], written, there.equal_by_data()) if wrong_gradients else ""
            if not why and lines_of.__wrapped__(simple) != lines_of(simple):
                why = RANDOM
            lines = [*there.program(simple), *lines_of(simple), *([why] if why else [])]
            recorded = simple.recorded(letters(len(simple.inputs) + len(simple.steps)))
            return Finding(WRONG, "this computation", tuple(lines), recorded)
    return Finding(RIGHT, f"{len(outcomes)} random computations of up to {STEPS} operations, results used again")
