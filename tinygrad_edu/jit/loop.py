"""A program run again and again: what a training loop is to the targets.

Between two runs some outputs become inputs (parameters, the optimizer's state), some inputs are rows of a table picked
by number (examples), some are numbers that were known beforehand (learning rates), and some outputs are written down
(losses). ``run`` here is the definition, one step after the other on Python lists; a target that has a native loop does
the same in one call.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from . import buffers
from .program import Program

if TYPE_CHECKING:
    from .rolled import Rolled

__all__ = ["Loop"]


@dataclass(frozen=True)
class Loop:
    """What happens to the input and output groups of a program from one step to the next, by the groups' positions.

    program    what is run at every step; a rolled one is for the targets that re-roll
    carried    (input, output): after a step the input takes over what the output is
    rows       (input, width): the input is made of rows of this width, taken from this input's table; the numbers of
               the rows come from the order, the same for all such inputs
    scheduled  inputs of which every step has its own numbers
    logged     outputs that are written down at every step

    Every input group is in exactly one of ``carried``, ``rows`` and ``scheduled``, or is constant over the steps.
    """

    program: Program | Rolled
    carried: tuple[tuple[int, int], ...]
    rows: tuple[tuple[int, int], ...] = ()
    scheduled: tuple[int, ...] = ()
    logged: tuple[int, ...] = ()

    def rows_per_step(self) -> int:
        """How many rows a step takes: the same for every input that is made of rows; 0 if none is."""
        sizes, _ = self.program.sizes()
        counts = {sizes[k] // width for k, width in self.rows}
        assert len(counts) <= 1, "all inputs that are made of rows take the same number of rows"
        return counts.pop() if counts else 0

    def taking_turns(self) -> dict[int, int]:
        """The entries of ``carried`` whose input and output can take turns, with the output.

        What one of two buffers is read from at a step is written to at the next. A second input that takes over the
        same output gets a copy.
        """
        turning: dict[int, int] = {}
        for k, (_, output) in enumerate(self.carried):
            if output not in turning.values():
                turning[k] = output
        return turning

    def ready(
        self, groups: Sequence[Any], steps: int, inputs: Sequence[Any], order: Sequence[int]
    ) -> tuple[list[Any], Any]:
        """What a native loop is given, as buffers: inputs, which are to fit the groups, and the numbers of the rows.

        It asks no questions, so they are asked here. Raises TypeError for another number of inputs, ValueError for
        numbers that are too few, and IndexError for an order with a row that is not there.
        """
        buffers.check_groups(inputs, groups, "inputs")
        widths = dict(self.rows)
        given, rows = [], []
        for k, (x, group) in enumerate(zip(inputs, groups, strict=True)):
            if k in widths:
                given.append(buffers.doubles(x, group.name, multiple=widths[k]))
                rows.append(buffers.count(given[k]) // widths[k])
            elif k in self.scheduled:
                given.append(buffers.doubles(x, group.name))
                if buffers.count(given[k]) < steps * group.size:
                    raise ValueError(f"{group.name} is to have {group.size} numbers for each of {steps} steps")
            else:
                given.append(buffers.doubles(x, group.name, group.size))
        numbers, needed = buffers.integers(order, "the order", len(order)), steps * self.rows_per_step()
        if buffers.count(numbers) < needed:
            raise ValueError(f"the order is to have {needed} numbers of rows, and {buffers.count(numbers)} came")
        if needed > 0 and not buffers.within(numbers, needed, min(rows)):
            raise IndexError(f"the order has numbers of rows outside 0 to {min(rows) - 1}")
        return given, numbers

    def run(
        self,
        steps: int,
        inputs: Sequence[Any],
        order: Sequence[int] = (),
        run: Any = None,
    ) -> tuple[list[Any], list[list[float]]]:
        """Take ``steps`` steps; the inputs as they are then, and for each logged output its numbers, step after step.

        inputs  for each input group: its numbers; for rows the whole table, row after row; for scheduled inputs the
                numbers of all steps, step after step
        order   the numbers of the rows, ``rows_per_step()`` for each step
        run     what runs the program once, ``program.run`` if not given
        """
        state = list(inputs)
        run = run or self.program.run
        per_step = self.rows_per_step()
        log: list[list[float]] = [[] for _ in self.logged]
        widths = dict(self.rows)
        for step in range(steps):
            picked = order[step * per_step : (step + 1) * per_step]
            now = []
            for k, n in enumerate(self.program.sizes()[0]):
                numbers = state[k]
                if k in widths:
                    w = widths[k]
                    numbers = [x for r in picked for x in numbers[r * w : (r + 1) * w]]
                elif k in self.scheduled:
                    numbers = numbers[step * n : (step + 1) * n]
                now.append(numbers)
            out = run(*now)
            for k, output in self.carried:
                state[k] = list(out[output])
            for lines, output in zip(log, self.logged, strict=True):
                lines += out[output]
        return state, log
