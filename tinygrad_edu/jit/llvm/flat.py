"""A flat program as machine code: the target for programs of up to some thousand operations, and where nothing rolls.

``build`` writes the text (``straight.py``), and compiles it when a way of running it is first used. All that runs
is called with buffers; lists of numbers are copied into such.
"""

from __future__ import annotations

import threading
from array import array
from collections.abc import Callable, Collection, Iterable, Sequence
from itertools import accumulate
from typing import Any

from .. import buffers
from ..loop import Loop
from ..program import Program
from .maths import Maths
from .native import Frame, Library, addresses_of, bound, machine
from .straight import PART, Straight

__all__ = ["Flat", "build"]

LARGE = 1_000
"""Operations from which on LLVM's thoughts about the code of a program that is run once at a time, 20 to 30 µs for each
operation, are never won back, only a million calls later; nor is half a millisecond for each copy of a function."""

BLOCK = 1_000
"""Rows whose results are kept at a time where only their sum is wanted."""


def build(
    program: Program,
    *,
    exact: bool = False,
    loop: Loop | None = None,
    optimize: str | None = None,
    cpu: str | None = None,
    part: int = PART,
) -> Flat:
    """The program as machine code.

    exact     every operation as the eager engine forms it: the same bits
    loop      how it is run again and again; then ``.loop`` exists
    optimize  "soonest" or "quick": how long LLVM may think (``native.Library``); None: by the program's size, and how
              it is run
    cpu       another processor than this one (``native.machine``)
    part      operations in a function, about

    >>> from tinygrad_edu.jit.program import Builder
    >>> b = Builder()
    >>> x = b.input("x")
    >>> f = build(b.finish([("x", [x])], [("y", [b.node("mul", (x, x))])]))
    >>> f.run([3.0])
    [[9.0]]
    >>> f.map(3, [True], [1.0, 2.0, 3.0])
    [array('d', [1.0, 4.0, 9.0])]

    Raises ImportError without llvmlite, and ValueError for a processor whose code this one cannot run.
    """
    return Flat(program, exact=exact, loop=loop, optimize=optimize, cpu=cpu, part=part)


def tier(work: int, entrance: str) -> str:
    """How long LLVM may think about so many operations if nobody says it."""
    return "soonest" if work > LARGE and entrance == "run" else "quick"


class Way:
    """One way of running a program: its text, the compiled function, and the work buffer that it wants.

    repeated  operations for which what was compiled is called again
    """

    def __init__(self, entrance: str, maths: Maths, straight: Straight, flat: Flat) -> None:
        self.source = "\n\n".join([*straight.functions, maths.text()])
        self.work, self.repeated = straight.work, straight.repeated
        optimize = flat.optimize or tier(flat.program.work() - self.repeated, entrance)
        self.library = Library(self.source, symbols=maths.symbols, optimize=optimize, target=flat.machine)
        self.function = self.library.function(entrance)

    def frame(self, arrays: Iterable[Any]) -> Frame:
        """The table for these buffers, and a work buffer of its own: threads do not disturb each other."""
        return Frame([*arrays, buffers.zeros(self.work)])

    def __call__(self, *arrays: Any) -> None:
        frame = self.frame(arrays)  # it lives until the function has returned
        self.function(frame.pointer)


class Flat:
    """A compiled flat program. Threads may share it, if they do not write to the same buffers."""

    target = "llvm"

    def __init__(
        self, program: Program, *, exact: bool, loop: Loop | None, optimize: str | None, cpu: str | None, part: int
    ) -> None:
        self.program = program
        self._loop = loop
        self.exact = exact
        self.optimize = optimize
        self.machine = machine(cpu)
        self.part = part
        self._ways: dict[Any, Way] = {}
        self._lock = threading.Lock()
        self._own = threading.local()
        self._way("run" if loop is None else "loop")

    @property
    def again(self) -> int:
        """Operations that are steps once more, for which nothing was compiled."""
        return self._way("run" if self._loop is None else "loop").repeated

    def source(self) -> str:
        """The text that LLVM compiled, of every way of running that was used."""
        return "\n\n".join(way.source for way in self._ways.values())

    # -- once ----------------------------------------------------------------------------------------------------------

    def run(self, *groups: Sequence[float]) -> list[list[float]]:
        """One list of numbers for each output group. ``groups``: the numbers of each input group."""
        buffers.check_groups(groups, self.program.inputs, "inputs")
        own = self._own if hasattr(self._own, "frame") else self._prepared()
        memory = own.memory
        for numbers, group, place in zip(groups, self.program.inputs, own.inputs, strict=True):
            ready = buffers.doubles(numbers, group.name, group.size)
            memory[place] = ready if ready.__class__ is array else buffers.copied(ready)
        own.function(own.frame.pointer)
        return [memory[place].tolist() for place in own.outputs]

    def _prepared(self) -> Any:
        """This thread's own memory for ``run``: inputs, outputs and work side by side, and the table of those."""
        own, way = self._own, self._way("run")
        sizes = [g.size for g in (*self.program.inputs, *self.program.outputs)]
        starts = [0, *accumulate(sizes)]
        places = [slice(start, start + size) for start, size in zip(starts[:-1], sizes, strict=True)]
        own.memory = buffers.zeros(starts[-1] + way.work)
        own.inputs, own.outputs = places[: len(self.program.inputs)], places[len(self.program.inputs) :]
        (base,) = addresses_of([own.memory])
        own.function, own.frame = way.function, Frame([own.memory], [base + 8 * start for start in starts])
        return own

    def prepare(self, inputs: Sequence[Any], outputs: Sequence[Any]) -> Callable[[], None]:
        """From these buffers into these, as a function without arguments, for those who call it very often."""
        arrays = buffers.each(buffers.given, inputs, self.program.inputs, "inputs")
        arrays += buffers.each(buffers.given, outputs, self.program.outputs, "outputs")
        way = self._way("run")
        return bound(way.function, way.frame(arrays))

    # -- for many rows -------------------------------------------------------------------------------------------------

    def map(self, rows: int, mapped: Sequence[bool], *groups: Any, summed: Collection[int] = ()) -> list[Any]:
        """The program for each of so many rows: one buffer for each output group, row after row.

        mapped  for each input group whether it has a row of numbers for each row, or the same ones for all
        groups  the numbers of each input group, row after row: a run of numbers, or a matrix
        summed  output groups of which only the sum over the rows is wanted, by their positions
        """
        program = self.program
        given, made = buffers.sizes_of_rows(program.inputs, program.outputs, rows, mapped)
        ready = buffers.each(buffers.doubles, groups, program.inputs, "inputs", given)
        if summed:
            return self._sums(rows, mapped, ready, summed)
        outputs = list(map(buffers.zeros, made))
        if rows:
            shared = frozenset(k for k, each in enumerate(mapped) if not each)
            self._way("rows", shared)(*ready, *outputs, array("q", [rows]))
        return outputs

    def _sums(self, rows: int, mapped: Sequence[bool], ready: Sequence[Any], summed: Collection[int]) -> list[Any]:
        """``map`` for some rows after the others: what is summed is added up in their order, as ``sum`` would."""
        import numpy

        program = self.program
        _, made = buffers.sizes_of_rows(program.inputs, program.outputs, rows, mapped, summed)
        found = list(map(numpy.zeros, made))
        for start in range(0, rows, BLOCK):
            some = min(BLOCK, rows - start)
            slices = [slice(start * g.size, (start + some) * g.size) for g in (*program.inputs, *program.outputs)]
            part = [x[at] if many else x for x, at, many in zip(ready, slices, mapped, strict=False)]
            for k, (out, at) in enumerate(zip(self.map(some, mapped, *part), slices[len(ready) :], strict=True)):
                if k not in summed:
                    found[k][at] = out
                    continue
                each = numpy.asarray(out).reshape(some, -1)
                if start:
                    each[0] += found[k]
                found[k] = numpy.add.accumulate(each)[-1]
        return found

    # -- in a loop -----------------------------------------------------------------------------------------------------

    def loop(self, steps: int, inputs: Sequence[Any], order: Sequence[int] = ()) -> tuple[list[Any], list[Any]]:
        """Take ``steps`` steps, as ``Loop.run`` says; carried inputs come back as new buffers, the others as they came.

        Raises ValueError for numbers that are too few, and IndexError for an order with a row that is not there.
        """
        loop = self._loop
        if loop is None:
            raise ValueError("this was not compiled with a loop: build(program, loop=Loop(...))")
        ready, numbers = loop.ready(self.program.inputs, steps, inputs, order)
        after = list(inputs)
        for k, _ in loop.carried:
            after[k] = ready[k] = array("d", ready[k])
        logs = [buffers.zeros(steps * self.program.outputs[k].size) for k in loop.logged]
        if steps > 0:
            self._way("loop")(*ready, *logs, numbers, array("q", [steps]))
        return after, logs

    # -- what they have in common --------------------------------------------------------------------------------------

    def _way(self, entrance: str, shared: frozenset[int] = frozenset()) -> Way:
        """One way of running the program; it is written and compiled when it is first asked for."""
        way = self._ways.get((entrance, shared))
        if way is None:
            with self._lock:
                way = self._ways.get((entrance, shared)) or self._compiled(entrance, shared)
                self._ways[entrance, shared] = way
        return way

    def _compiled(self, entrance: str, shared: frozenset[int]) -> Way:
        program, loop = self.program, self._loop if entrance == "loop" else None
        groups = [g.nodes for g in program.outputs]
        if loop is not None:
            groups = [groups[k] for k in (*[out for _, out in loop.carried], *loop.logged)]
        inline = entrance != "run" or program.work() <= LARGE
        maths = Maths(exact=self.exact, inline=inline, fused=self.machine.fma)
        lanes = self.machine.lanes if entrance == "rows" else 1
        needed = [i for nodes in groups for i in nodes]
        straight = Straight(program, maths, lanes, needed, self.part, self.machine.lanes)
        if loop is not None:
            straight.write_loop(loop)
        elif entrance == "rows":
            straight.write_rows(shared)
        else:
            straight.write_run()
        return Way(entrance, maths, straight, self)
