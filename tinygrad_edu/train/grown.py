"""Steps for large batches, grown from steps for a few rows: to record thousands of rows would take many seconds."""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence
from dataclasses import replace
from importlib.util import find_spec
from typing import Any, TypeVar

from ..jit.loop import Loop
from ..jit.program import Program
from ..jit.targets import SMALL
from ..jit.trace import TracingError
from ..nn import loss_modules
from .by_name import LOSSES
from .kept import kept, key_of
from .lowered import NotCompiled, Recorded, Step

__all__ = ["ROWS", "recorded", "step_for"]

T = TypeVar("T")

ROWS = (5, 7, 12)
"""What is recorded for a large batch: batches of so many rows, odd and even."""


def recorded(rows: int, loss: Any) -> int:
    """How many rows are run to get a step for so many."""
    grows = rows > 2 * sum(ROWS) and _treats_rows_alike(loss) and find_spec("numpy")
    return sum(ROWS) if grows else rows


def step_for(
    rows: int, loss: Any, record: Callable[[int], Recorded], build: Callable[[Loop, list[list[str]]], T]
) -> tuple[Step, T]:
    """A step for batches of so many rows, and what ``build`` makes of it: now, or for the same step before.

    A large one is grown if that can be done, and if it is not so small that straight-line code is better for it.
    ``record`` makes one row by row.
    """
    if recorded(rows, loss) != rows:
        try:
            few = [record(n) for n in ROWS]
        except (NotCompiled, TracingError):
            raise
        except Exception:  # it cannot do with so few: a loss may have a weight for each row
            pass
        else:
            made = kept(key_of(few, rows), lambda: _from_few(few, rows, build))
            if made is not None:
                return few[-1].step, made
    batch = record(rows)
    return batch.step, kept(key_of([batch], rows), lambda: build(batch.loop, batch.scheduled))


def _from_few(few: Sequence[Recorded], rows: int, build: Callable[[Loop, list[list[str]]], T]) -> T | None:
    from ..jit.rolling.grow import grown  # (who has small batches need not wait for these imports)
    from ..jit.rolling.reroll import WrongNests, reroll

    programs = {batch.rows: batch.loop.program for batch in few}
    try:
        rolled = grown({n: reroll(program) for n, program in programs.items() if isinstance(program, Program)}, rows)
    except WrongNests:  # building the step says so
        return None
    if rolled is None or rolled.work <= SMALL:
        return None
    return build(replace(few[-1].loop, program=rolled), few[-1].scheduled)


def _treats_rows_alike(loss: Any) -> bool:
    """Whether a loss is one of ours. Others may do what they like with row number 20, which a few rows do not show."""
    while isinstance(loss, functools.partial):
        loss = loss.func
    return loss in LOSSES.values() or type(loss).__module__ == loss_modules.__name__
