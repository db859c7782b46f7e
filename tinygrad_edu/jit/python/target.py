"""Generated Python: the target that needs nothing, and the definition that the others must match.

A program becomes one function of straight-line code, several if it is long, and a training loop a function with a
``for`` in it. The code calls the bare functions of ``math``; where Python raises instead of giving the number of
IEEE-754 (1/0, log(0), exp(710)) the same inputs go through ``Program.run``, in which nothing raises.

>>> from tinygrad_edu import Value
>>> from tinygrad_edu.jit.lower import lower
>>> w, x = Value(3.0, "w"), Value(2.0, "x")
>>> y = (w * x).sigmoid().named("y")
>>> executable = build(lower([("w", [w]), ("x", [x])], [("y", [y])], gradient_of=y, wrt=[("slope", [w])]))
>>> print(executable.source())
def run(w, x):
    [w] = w
    [x] = x
    e_y = exp(w*x)
    s_y = 1.0 + e_y
    y = 1.0 if s_y == inf else e_y/s_y
    slope_y = y/s_y
    d_w = slope_y*x
    return [y], [d_w]
>>> executable.run([0.0], [2.0])
[[0.5], [0.5]]
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from ...ieee import FLOATS
from ...nested import plain
from ..loop import Loop
from ..program import SLOPES, Program, slope_in
from .code import Statements
from .source import in_parts, steps, whole

__all__ = ["PythonExecutable", "build"]

PART = 2_000
"""Statements in one function. What is longer becomes several: the time to compile one grows faster than its length."""


def scatter(size: int, *pairs: float) -> list[float]:
    """So many zeros, with numbers added at places: place, number, place, number, ..."""
    totals = [0.0] * size
    for place, number in zip(pairs[::2], pairs[1::2], strict=True):
        totals[int(place)] += number
    return totals


_NAMES: dict[str, Any] = {**vars(FLOATS), "inf": math.inf, "nan": math.nan, "scatter": scatter}
_NAMES |= {slope: slope_in(FLOATS, name) for slope, name in SLOPES.items()}
_RAISED = (ArithmeticError, ValueError)


def build(program: Program, *, exact: bool = False, loop: Loop | None = None) -> PythonExecutable:
    """The program as Python, compiled; with a loop, that as well.

    exact  every function as the eager engine has it; else sigmoid and its derivative share an exponential
    """
    return PythonExecutable(program, exact, loop)


class PythonExecutable:
    """A program as a Python function. It has no state: several threads may run it at once."""

    target = "python"

    def __init__(self, program: Program, exact: bool, loop: Loop | None) -> None:
        self.program, self._loop = program, loop
        statements = Statements(program, exact, taken=["memory"])
        if len(statements.lines) <= PART:
            self._texts = [whole(statements)]
        else:
            self._texts = in_parts(statements, PART)
        self._functions = [_compiled(text) for text in self._texts]
        self._steps: Callable[..., Any] | None = None
        if loop is not None and len(self._texts) == 1:
            self._texts.append(steps(loop, exact))
            self._steps = _compiled(self._texts[1])

    def run(self, *groups: Sequence[float]) -> list[list[float]]:
        """The numbers of each output group, from those of each input group."""
        # As lists: NumPy's own numbers are slow, and warn where Python raises.
        inputs = [group if group.__class__ is list else plain(group) for group in groups]
        try:
            if len(self._functions) == 1:
                return list(self._functions[0](*inputs))
            memory: list[Any] = [x for group in inputs for x in group]
            for function in self._functions:
                out = function(memory)
            return list(out)
        except _RAISED:
            return self.program.run(*inputs)

    def source(self) -> str:
        """The code that runs."""
        return "\n\n".join(self._texts)

    def loop(self, steps: int, inputs: Sequence[Any], order: Sequence[int] = ()) -> tuple[list[Any], list[list[float]]]:
        """What ``Loop.run`` does, in one function: what is carried from step to step stays in its variables."""
        loop = self._loop
        assert loop is not None, "build(program, loop=...) makes an executable that has a loop"
        state, order = [*map(plain, inputs)], plain(order)
        if self._steps is None:
            return loop.run(steps, state, order, self.run)
        logs: list[list[float]] = [[] for _ in loop.logged]
        per_step, tables = loop.rows_per_step(), _tables(loop, state)
        if len(order) < steps * per_step:
            raise IndexError(f"{steps} steps need {steps * per_step} numbers of rows, and there are {len(order)}")
        batches = _batches(_rows(loop, state), order[: steps * per_step], per_step)
        step = 0
        while step < steps:
            step, after = self._steps(step, steps, batches, *tables.values(), *logs)
            for (k, _), numbers in zip(loop.carried, after, strict=True):
                tables[k] = state[k] = numbers
            if step < steps:  # Python has raised in this step: take it with the arithmetic in which nothing raises
                here = list(state)
                for k in loop.scheduled:
                    n = loop.program.sizes()[0][k]
                    here[k] = state[k][step * n : (step + 1) * n]
                after, lines = loop.run(1, here, order[step * per_step : (step + 1) * per_step])
                for k, _ in loop.carried:
                    tables[k] = state[k] = after[k]
                for log, numbers in zip(logs, lines, strict=True):
                    log += numbers
                step += 1
        return state, logs


def _tables(loop: Loop, state: list[Any]) -> dict[int, Any]:
    """The inputs that are not made of rows, as the generated loop takes them: the numbers of each step as lists."""
    widths = dict(loop.rows)
    tables = {k: group for k, group in enumerate(state) if k not in widths}
    for k in loop.scheduled:
        tables[k] = _cut(state[k], loop.program.sizes()[0][k])
    return tables


def _rows(loop: Loop, state: list[Any]) -> list[list[float]]:
    """All numbers of a row in one list: those of the first input that is made of rows, then those of the next."""
    tables = [_cut(state[k], width) for k, width in loop.rows]
    return [[x for part in parts for x in part] for parts in zip(*tables, strict=True)]


def _cut(numbers: list[float], width: int) -> list[list[float]]:
    return [numbers[i : i + width] for i in range(0, len(numbers), width)] if width else []


def _batches(rows: list[list[float]], order: Sequence[int], per_step: int) -> Iterator[Any]:
    """For each step its row; if it has several, a tuple of them."""
    picked = map(rows.__getitem__, order)
    return picked if per_step == 1 else zip(*[picked] * per_step)  # noqa: B905


def _compiled(text: str) -> Callable[..., Any]:
    names = dict(_NAMES)
    exec(compile(text, "<a program, written in Python>", "exec"), names)
    function: Callable[..., Any] = names.pop(text[4 : text.index("(")])  # popped, or it would keep itself alive
    return function
