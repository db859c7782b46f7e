"""Steps for large batches, grown from steps for a few rows: to record thousands of rows would take many seconds."""

from __future__ import annotations

import functools
from collections.abc import Callable, Collection
from dataclasses import replace
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, TypeVar

from ..jit.loop import Loop
from ..jit.program import Program
from ..jit.targets import SMALL
from ..jit.trace import TracingError
from ..nn import loss_modules
from .by_name import LOSSES
from .kept import kept, key_of
from .lowered import NotCompiled, Recorded, Step

if TYPE_CHECKING:
    from ..jit.rolled import Rolled

__all__ = ["ROWS", "recorded", "steps_for"]

T = TypeVar("T")

ROWS = (5, 7, 12)
"""What is recorded for a large batch: batches of so many rows, odd and even."""


def recorded(sizes: Collection[int], loss: Any) -> int:
    """How many rows are run to get steps for batches of these sizes."""
    large = _large(sizes, loss)
    return sum(rows for rows in sizes if rows not in large) + sum(ROWS) * bool(large)


def steps_for(
    sizes: Collection[int], loss: Any, record: Callable[[int], Recorded], build: Callable[[Loop, list[list[str]]], T]
) -> dict[int, tuple[Step, T]]:
    """Steps for batches of these sizes, and what ``build`` makes of each: now, or for the same step before.

    Large ones are grown, all from the same few rows, if that can be done, and but for those that are so small that
    straight-line code is better for them. ``record`` makes one row by row.
    """
    few = _Few(record) if (large := _large(sizes, loss)) else None
    steps = {}
    for rows in sizes:
        made = few.grown(rows, build) if few and rows in large else None
        if few and made is not None:
            steps[rows] = few.batches[-1].step, made
        else:
            batch = record(rows)
            steps[rows] = batch.step, kept(key_of([batch], rows), functools.partial(_made, batch, build))
    return steps


def _made(batch: Recorded, build: Callable[[Loop, list[list[str]]], T]) -> T:
    """What ``build`` makes of a batch, which is lowered only here: for one that is kept nothing has to be."""
    return build(batch.loop, batch.scheduled)


class _Few:
    """Batches of a few rows, from which larger ones are grown; none if the model or the loss cannot do with so few."""

    def __init__(self, record: Callable[[int], Recorded]) -> None:
        try:
            self.batches = [record(rows) for rows in ROWS]
        except (NotCompiled, TracingError):
            raise
        except Exception:  # a loss may have a weight for each row
            self.batches = []

    def grown(self, rows: int, build: Callable[[Loop, list[list[str]]], T]) -> T | None:
        """What ``build`` makes of the step for so many rows; None if it does not grow."""
        return kept(key_of(self.batches, rows), lambda: self._built(rows, build)) if self.batches else None

    def _built(self, rows: int, build: Callable[[Loop, list[list[str]]], T]) -> T | None:
        from ..jit.rolling.grow import grown  # (who has small batches need not wait for this import)

        program = grown(self._rolled, rows) if self._rolled else None
        if program is None or program.work <= SMALL:
            return None
        return build(replace(self.batches[-1].loop, program=program), self.batches[-1].scheduled)

    @functools.cached_property
    def _rolled(self) -> dict[int, Rolled]:
        """Once for all sizes; none if nests are wrong, which building the step says."""
        from ..jit.rolling.reroll import WrongNests, reroll

        programs = {batch.rows: batch.loop.program for batch in self.batches}
        try:
            return {rows: reroll(program) for rows, program in programs.items() if isinstance(program, Program)}
        except WrongNests:
            return {}


def _large(sizes: Collection[int], loss: Any) -> list[int]:
    """Those of the sizes that are grown: where that is worth it, all that are larger than what they grow from."""
    large = [rows for rows in sizes if rows > max(ROWS)]
    worth_it = sum(large) > 2 * sum(ROWS) and _treats_rows_alike(loss) and find_spec("numpy")
    return large if worth_it else []


def _treats_rows_alike(loss: Any) -> bool:
    """Whether a loss is one of ours. Others may do what they like with row number 20, which a few rows do not show."""
    while isinstance(loss, functools.partial):
        loss = loss.func
    return loss in LOSSES.values() or type(loss).__module__ == loss_modules.__name__
