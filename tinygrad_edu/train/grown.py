"""Steps for large batches, grown from steps for a few rows: to record thousands of rows would take many seconds."""

from __future__ import annotations

import functools
from collections.abc import Callable
from dataclasses import replace
from importlib.util import find_spec
from typing import Any

from ..jit.program import Program
from ..jit.targets import SMALL
from ..jit.trace import TracingError
from ..nn import loss_modules
from .by_name import LOSSES
from .lowered import NotCompiled, Step

__all__ = ["ROWS", "recorded", "step_for"]

ROWS = (5, 7, 12)
"""What is recorded for a large batch: batches of so many rows, odd and even."""


def recorded(rows: int, loss: Any) -> int:
    """How many rows are run to get a step for so many."""
    grows = rows > 2 * sum(ROWS) and _treats_rows_alike(loss) and find_spec("numpy")
    return sum(ROWS) if grows else rows


def step_for(rows: int, loss: Any, record: Callable[[int], Step]) -> Step:
    """A step for batches of so many rows; ``record`` makes one row by row.

    A large one is grown if that can be done, and if it is not so small that straight-line code is better for it.
    """
    if recorded(rows, loss) == rows:
        return record(rows)
    from ..jit.rolling.grow import grown  # (who has small batches need not wait for these imports)
    from ..jit.rolling.reroll import WrongNests, reroll

    try:
        steps = {n: record(n) for n in ROWS}
    except (NotCompiled, TracingError):
        raise
    except Exception:  # it cannot do with so few: a loss may have a weight for each row
        return record(rows)
    programs = {n: step.loop.program for n, step in steps.items()}
    try:
        rolled = grown({n: reroll(program) for n, program in programs.items() if isinstance(program, Program)}, rows)
    except WrongNests:  # building the step says so
        return record(rows)
    if rolled is None or rolled.work <= SMALL:
        return record(rows)
    *_, step = steps.values()
    return replace(step, loop=replace(step.loop, program=rolled))


def _treats_rows_alike(loss: Any) -> bool:
    """Whether a loss is one of ours. Others may do what they like with row number 20, which a few rows do not show."""
    while isinstance(loss, functools.partial):
        loss = loss.func
    return loss in LOSSES.values() or type(loss).__module__ == loss_modules.__name__
