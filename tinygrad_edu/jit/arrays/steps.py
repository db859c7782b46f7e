"""A loop over prepared array code: two programs that take turns, each writes what the other one reads."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from ..loop import Loop
from .prepared import Prepared

__all__ = ["PreparedLoop"]


class PreparedLoop:
    """The steps of a loop with all arrays that they need; one thread at a time may run it.

    prepare  what makes a ``Prepared`` of the program for given arrays
    inputs   the sizes of the groups of inputs, ``outputs`` those of the outputs
    """

    def __init__(
        self, loop: Loop, prepare: Callable[[list[Any]], Prepared], inputs: Sequence[int], outputs: Sequence[int]
    ) -> None:
        self.loop = loop
        self._inputs = [np.zeros(n) for n in inputs]
        self._outputs = [np.zeros(n) for n in outputs]
        turned_in, turned_out = list(self._inputs), list(self._outputs)
        turning = loop.taking_turns()
        for n, (k, output) in enumerate(loop.carried):
            if n in turning:  # the input of one program is the output of the other
                turned_in[k], turned_out[output] = self._outputs[output], self._inputs[k]
            else:
                turned_in[k] = np.zeros(inputs[k])
        self._sides = [(self._inputs, self._outputs), (turned_in, turned_out)]
        self._programs = [prepare([*groups, *results]) for groups, results in self._sides]
        for program, here, there in zip(self._programs, self._sides, self._sides[::-1], strict=True):
            for k, output in loop.carried:
                if here[1][output] is not there[0][k]:
                    program.steps.append((np.copyto, (there[0][k], here[1][output])))

    def run(
        self, steps: int, state: Sequence[Any], tables: dict[int, Any], picked: Any
    ) -> tuple[list[Any], list[list[float]]]:
        """Take steps; the inputs as they are then, and what was logged.

        state   the numbers of each input group; of those that are scheduled, of all steps
        tables  for the inputs that are made of rows all the rows; ``picked`` are the numbers of those for each step
        """
        loop, inputs = self.loop, self._inputs
        scheduled = [(inputs[k], state[k].reshape(steps, inputs[k].size)) for k in loop.scheduled]
        rows = [(table, inputs[k].reshape(picked.shape[1], -1)) for k, table in tables.items()]
        for k, numbers in enumerate(state):
            if k not in tables and k not in loop.scheduled:
                inputs[k][:] = numbers
        logs = [np.empty((steps, self._outputs[output].size)) for output in loop.logged]
        noted = [
            [(log, side[1][output]) for log, output in zip(logs, loop.logged, strict=True)] for side in self._sides
        ]
        takes = [program.steps for program in self._programs]
        with np.errstate(all="ignore"):
            for step in range(steps):
                for table, into in rows:
                    table.take(picked[step], 0, into, "clip")
                for into, numbers in scheduled:
                    into[:] = numbers[step]
                for function, arguments in takes[step & 1]:
                    function(*arguments)
                for log, numbers in noted[step & 1]:
                    log[step] = numbers
        after = list(state)
        for k, _ in loop.carried:
            after[k] = self._sides[steps & 1][0][k].copy()
        return after, [log.ravel().tolist() for log in logs]
