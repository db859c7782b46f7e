"""Rolled programs as machine code: loop nests over vectors, and the whole training loop in one native function.

The nests of ``rolled.py`` are put together where they share loops (``fusion.py``), each group gets its lanes and
its tile (``plan.py``), and becomes a function of LLVM text (``kernels.py``, ``tiles.py``,
``reductions.py``), one module for all (``module.py``). The functions around them are in ``steps.py``,
many rows at once in ``rows.py``. Here is how they are called.

Sums are added in another order than the eager engine's, products and sums are fused: results agree to about 1e-11, not
to the last bit.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import Any

from .. import buffers
from ..loop import Loop
from ..rolled import Recurrence, Rolled, each_nest
from ..rolling.recurrences import recurrent
from .module import Memory, Module
from .native import Frame, Library, Machine, bound, machine
from .rows import for_rows
from .steps import map_function, step_function, whole_run

__all__ = ["Executable", "build"]


def build(rolled: Rolled, *, loop: Loop | None = None, exact: bool = False, cpu: str | None = None) -> Executable:
    """Machine code for a rolled program, and with ``loop`` for running it again and again.

    cpu  for an older processor than this one (``native.machine``)

    >>> from tinygrad_edu.jit.rolled import Access, Affine, Array, Nest
    >>> here = lambda array: Access(array, Affine(0, (1,)))
    >>> square = Nest("mul", (Affine(3),), here(1), (here(0), here(0)))
    >>> f = build(Rolled([Array("x", 3, "input"), Array("y", 3, "output")], [square]))
    >>> f.run([1.0, 2.0, 3.0])
    [[1.0, 4.0, 9.0]]
    >>> f.map(2, [True], [1.0, 2.0, 3.0, 4.0, 5.0, 6.0], summed=[0])
    [array('d', [17.0, 29.0, 45.0])]

    Raises ImportError with the line that installs llvmlite, ValueError for ``exact``: loop nests add in an order of
    their own.
    """
    if exact:
        raise ValueError("loop nests add in another order than the eager engine: exact needs straight-line code")
    return Executable(rolled, loop, machine(cpu))


def _writes_in_turns(rolled: Rolled, positions: Collection[int]) -> bool:
    """Whether a recurrence writes to one of these outputs."""
    outputs = rolled.of_kind("output")
    wanted = {outputs[p] for p in positions}
    recurrences = [part for part in rolled.nests if isinstance(part, Recurrence)]
    return any(nest.result.array in wanted for nest in each_nest(recurrences))


class _Way:
    """A compiled module and one of its functions. Its work memory is lent to one call at a time."""

    def __init__(self, module: Module, entries: Sequence[str]) -> None:
        self.module = module
        self.source = module.text(entries)
        symbols = module.unit.maths.symbols
        self.library = Library(self.source, symbols=symbols, target=module.target)
        self._free: list[Memory] = []

    def call(self, function: Callable[[Any], None], arrays: Sequence[Any]) -> None:
        """Call a function of the library with these buffers. Threads get work memory of their own."""
        memory = self._free.pop() if self._free else self.module.memory()
        frame = Frame([memory, *arrays])
        function(frame.pointer)
        self._free.append(memory)


class Executable:
    """A compiled rolled program. Threads may share it, if they do not write to the same buffers."""

    target = "llvm"

    def __init__(self, rolled: Rolled, loop: Loop | None, target: Machine) -> None:
        self.rolled = rolled
        self._short = recurrent(rolled, slopes=True)
        self._loop = loop
        self._machine = target
        module = Module(self._short, target)
        self.inputs = [module.arrays[k] for k in module.inputs]
        self.outputs = [module.arrays[k] for k in module.outputs]
        entries = [whole_run(module)]
        if loop is not None:
            entries.append(step_function(module, loop))
        self._way = way = _Way(module, entries)
        self._run = way.library.function("run")
        self._ways: dict[Any, tuple[_Way, Callable[[Any], None]]] = {}
        self.again = len(rolled.nests) - len(list(each_nest(self._short.nests)))
        """Nests for which others were compiled, in recurrences."""

    def source(self) -> str:
        """The text that LLVM compiled, of every way of running that was used."""
        return "\n\n".join([self._way.source, *[way.source for way, _ in self._ways.values()]])

    # -- once ---------------------------------------------------------------------------------------------------------

    def run(self, *groups: Sequence[float]) -> list[list[float]]:
        """The numbers of each output group, from the numbers of each input group."""
        ready = buffers.each(buffers.doubles, groups, self.inputs, "inputs")
        outputs = [buffers.zeros(a.size) for a in self.outputs]
        self._way.call(self._run, [*ready, *outputs])
        return [out.tolist() for out in outputs]

    def prepare(self, inputs: Sequence[Any], outputs: Sequence[Any]) -> Callable[[], None]:
        """From these buffers into these, as a function without arguments, for those who call it very often."""
        arrays = buffers.each(buffers.given, inputs, self.inputs, "inputs")
        arrays += buffers.each(buffers.given, outputs, self.outputs, "outputs")
        return bound(self._run, Frame([self._way.module.memory(), *arrays]))

    # -- for many rows ------------------------------------------------------------------------------------------------

    def map(self, rows: int, mapped: Sequence[bool], *groups: Any, summed: Collection[int] = ()) -> list[Any]:
        """The program for each of so many rows: one buffer for each output group, row after row.

        mapped  for each input group whether it has a row of numbers for each row, or the same ones for all
        groups  the numbers of each input group, row after row
        summed  output groups of which only the sum over the rows is wanted, by their positions
        """
        given, made = buffers.sizes_of_rows(self.inputs, self.outputs, rows, mapped, summed)
        ready = buffers.each(buffers.doubles, groups, self.inputs, "inputs", given)
        outputs = list(map(buffers.zeros, made))
        way, function = self._mapping(mapped, summed)
        way.call(function, [buffers.integers([rows], "rows", 1), *ready, *outputs])
        return outputs

    def prepare_map(
        self,
        rows: int,
        mapped: Sequence[bool],
        inputs: Sequence[Any],
        outputs: Sequence[Any],
        summed: Collection[int] = (),
    ) -> Callable[[], None]:
        """``map`` from buffers into buffers as a function without arguments."""
        given, made = buffers.sizes_of_rows(self.inputs, self.outputs, rows, mapped, summed)
        arrays = buffers.each(buffers.given, inputs, self.inputs, "inputs", given)
        arrays += buffers.each(buffers.given, outputs, self.outputs, "outputs", made)
        way, function = self._mapping(mapped, summed)
        memory, count = way.module.memory(), buffers.integers([rows], "rows", 1)
        return bound(function, Frame([memory, count, *arrays]))

    def _mapping(self, mapped: Sequence[bool], summed: Collection[int]) -> tuple[_Way, Callable[[Any], None]]:
        key = (frozenset(k for k, each in enumerate(mapped) if each), frozenset(summed))
        if key not in self._ways:
            rolled = self.rolled if _writes_in_turns(self._short, summed) else self._short
            rows = for_rows(rolled, *key, self._machine.lanes)
            module = Module(rows.rolled, self._machine, written=True)
            way = _Way(module, [map_function(module, rows)])
            self._ways[key] = (way, way.library.function("map"))
        return self._ways[key]

    # -- in a loop ----------------------------------------------------------------------------------------------------

    def loop(self, steps: int, inputs: Sequence[Any], order: Sequence[int] = ()) -> tuple[list[Any], list[Any]]:
        """``steps`` steps of the loop that this was built with: the inputs as they are then, and what was written down.

        As ``Loop.run`` says. Carried inputs come back as new buffers, all others as they came.

        Raises ValueError for numbers that are too few, and IndexError for an order with a row that is not there.
        """
        plan = self._loop
        if plan is None:
            raise ValueError("this was not compiled with a loop: build(rolled, loop=Loop(...))")
        ready, picked = plan.ready(self.inputs, steps, inputs, order)
        after, others = list(inputs), []
        for k, output in plan.carried:
            ready[k] = buffers.copied(ready[k])
            others.append(buffers.zeros(self.outputs[output].size))
        logs = [buffers.zeros(max(steps, 0) * self.outputs[k].size) for k in plan.logged]
        self._way.call(
            self._way.library.function("loop"), [buffers.integers([steps], "steps", 1), picked, *ready, *others, *logs]
        )
        turning = plan.taking_turns()
        for i, (k, _) in enumerate(plan.carried):
            after[k] = others[i] if i in turning and steps % 2 and steps > 0 else ready[k]
        return after, logs
