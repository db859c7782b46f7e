"""All kernels of a rolled program as one module of LLVM text: a function for each kernel, and where each array lies.

Inputs and outputs are buffers of the caller. Constants and everything in between lie in one block, the work memory,
each array at the start of a cache line.

Kernels of a recurrence are called again and again. What moves on in an array from turn to turn is an array of its own
to them, a view: it begins so many places further on each time.
"""

from __future__ import annotations

import platform
from array import array
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import replace

from ..rolled import Access, Array, Nest, Recurrence, Rolled
from .chosen import choosing, split
from .fusion import grouped
from .kernels import write_kernel
from .loops import Writer
from .native import ATTRIBUTES, Machine
from .nests import RunTime, written_out
from .plan import Kernel, Processor, planned
from .tiles import Unit

__all__ = ["Memory", "Module"]

LINE = 8
"""Doubles in a cache line."""

LARGE = 300
"""Lines of text from which on a kernel stays a function of its own."""


class Memory:
    """So many doubles, the first at the start of a cache line."""

    def __init__(self, size: int) -> None:
        self._numbers = array("d", bytes(8 * (size + LINE)))
        self._start = -(self._numbers.buffer_info()[0] // 8) % LINE

    def put(self, place: int, numbers: Sequence[float]) -> None:
        first = self._start + place
        self._numbers[first : first + len(numbers)] = array("d", numbers)

    def buffer_info(self) -> tuple[int, int]:
        """Where it begins and how long it is, as an ``array`` says it."""
        address, size = self._numbers.buffer_info()
        return address + 8 * self._start, size - self._start


class Module:
    """A rolled program as text in the making.

    target   the processor that it is for
    kernels  in the order in which they run
    parts    their numbers: those that take turns together, with how often, and in between those that run once
    arrays   those of the program, views of them (of the kind "view"), and the straight copies that the kernels make
    views    for each view the array, and how far it moves on from turn to turn
    outside  the arrays that are the caller's buffers, inputs first
    """

    def __init__(self, rolled: Rolled, target: Machine, written: bool = False) -> None:
        """``written``: the nests are written out already (``nests.written_out``)."""
        self.target = target
        x86 = platform.machine().lower() in ("x86_64", "amd64", "x64", "i386", "i686")
        registers = 32 if target.lanes == 8 or not x86 else 16
        self.processor = Processor(target.lanes, registers, masks=x86 and target.lanes > 2)
        self.unit = Unit(self.processor.lanes, self.processor.masks)
        self.arrays: list[Array] = list(rolled.arrays)
        self.views: dict[int, tuple[int, int]] = {}
        self.kernels: list[Kernel] = []
        self.parts: list[tuple[int, list[int]]] = []
        self._plan(rolled, written)
        self.inputs, self.outputs = rolled.of_kind("input"), rolled.of_kind("output")
        self.outside = self.inputs + self.outputs
        self.offsets: dict[int, int] = {}
        self.size = 0
        for k, a in enumerate(self.arrays):
            if a.kind not in ("input", "output", "view"):
                self.offsets[k] = self.reserve(a.size)
        self.functions = [self._function(k, kernel) for k, kernel in enumerate(self.kernels)]

    def _plan(self, rolled: Rolled, written: bool) -> None:
        """The kernels, part after part."""
        parts: list[tuple[int, list[Nest]]] = []
        for part in rolled.nests:
            if isinstance(part, Recurrence):
                parts.append((part.count, list(part.nests)))
            elif parts and parts[-1][0] == 1:
                parts[-1][1].append(part)
            else:
                parts.append((1, [part]))
        used = [{x.array for nest in nests for x in nest.accesses()} for _, nests in parts]
        often = Counter(k for some in used for k in some)
        for count, nests in parts:
            nests = nests if written else [written_out(nest) for nest in nests]
            if count > 1:
                nests = [self._in_turn(nest) for nest in nests]
            arrays = [  # what another part reads too does not stay in registers
                replace(a, kind="kept") if a.kind == "work" and often[k] > 1 else a for k, a in enumerate(self.arrays)
            ]
            first = len(self.kernels)
            for group in grouped([part for nest in nests for part in split(nest)], arrays):
                if choosing(group.nests[0]):
                    self.kernels.append(Kernel(group))
                else:
                    self.kernels += planned(group, self.processor, self.arrays)
            self.parts.append((count, list(range(first, len(self.kernels)))))

    def _in_turn(self, nest: Nest) -> Nest:
        """A nest of a recurrence without its outermost loop, on views."""

        def view(x: Access) -> Access:
            pace, address = x.address.strides[0], x.address.without_loop(0)
            place = (x.array, pace)
            if pace == 0:
                return replace(x, address=address)
            number = next((k for k, known in self.views.items() if known == place), len(self.arrays))
            if number == len(self.arrays):
                self.views[number] = place
                self.arrays.append(replace(self.arrays[x.array], kind="view"))
            return Access(number, address)

        return nest.inside(view)

    def reserve(self, size: int) -> int:
        """A place for so many numbers in the work memory."""
        place = self.size
        self.size += -(-max(size, 1) // LINE) * LINE
        return place

    def memory(self) -> Memory:
        """New work memory with the constants in it."""
        memory = Memory(self.size)
        for k, place in self.offsets.items():
            memory.put(place, self.arrays[k].data)
        return memory

    @property
    def parameters(self) -> str:
        return ", ".join(["ptr %work", *[f"ptr %a{k}" for k in self.outside], "i64 %rows"])

    def _function(self, number: int, kernel: Kernel) -> str:
        w, pointers = Writer(), {k: f"%a{k}" for k in self.outside}
        nests = kernel.group.nests
        accesses = [x for n in nests for x in n.accesses()]
        for k in sorted({self._whole(x) for x in accesses} - set(self.outside)):
            pointers[k] = w.at("%work", self.offsets[k], hint="w")
        for k in sorted({x.array for x in accesses} & self.views.keys()):
            array, pace = self.views[k]
            pointers[k] = w.at(pointers[array], w.times("%turn", pace), hint="v")
        write_kernel(self.unit, w, kernel, pointers)
        names = dict.fromkeys(f"{self.arrays[n.result.array].name} = {n.op}" for n in nests)
        about = f"; {'; '.join(names)}: {kernel.rows} x {kernel.vectors} vectors of {kernel.lanes}"
        inline = "noinline " if len(w.lines) > LARGE else ""
        turn = ", i64 %turn" * any(count > 1 and number in numbers for count, numbers in self.parts)
        head = f"define internal void @kernel{number}({self.parameters}{turn}) {inline}{ATTRIBUTES} {{"
        about += " along the steps" if kernel.along else ""
        return "\n".join([about, head, "entry:", *w.lines, "  ret void", "}"])

    def run(self, w: Writer, wanted: Sequence[bool], outside: Sequence[str], rows: str = "0") -> None:
        """Write what runs the kernels, of which some are wanted, on these buffers."""
        buffers = ", ".join(["ptr %work", *[f"ptr {x}" for x in outside], f"i64 {rows}"])
        for count, numbers in self.parts:
            some = [k for k in numbers if wanted[k]]
            if count > 1 and some:
                loop = w.loop(0, count, 1, hint="turn")
                for k in some:
                    w.do(f"call void @kernel{k}({buffers}, i64 {loop.counter})")
                w.close(loop)
            else:
                for k in some:
                    w.do(f"call void @kernel{k}({buffers})")

    def steady(self, changing: Collection[int]) -> list[bool]:
        """For each kernel, whether its results stay as they are while the ``changing`` arrays change.

        Kernels that take turns stay together: what only one turn needs is not kept for a later run.
        """
        together = [
            some for count, numbers in self.parts for some in ([numbers] if count > 1 else [[k] for k in numbers])
        ]
        changed, steady = set(changing) | set(self.outputs), [True] * len(self.kernels)
        while True:
            before = len(changed)
            for some in together:
                nests = [n for k in some for n in self.kernels[k].group.nests]
                lengths = [t for n in nests for t in [*n.trips, *[s.length for s in n.segments]]]
                touched = {self._whole(x) for n in nests for x in n.accesses()}
                if not changed.isdisjoint(touched) or any(isinstance(t, RunTime) for t in lengths):
                    changed |= {self._whole(n.result) for n in nests}
                    for k in some:
                        steady[k] = False
            if len(changed) == before:
                return steady

    def _whole(self, x: Access) -> int:
        """The array of which an access sees a view."""
        return self.views.get(x.array, (x.array, 0))[0]

    def text(self, entries: Sequence[str]) -> str:
        """The whole module; ``entries`` are the functions that are called from outside."""
        tables = [
            f"{name} = private constant [{len(entries)} x i64] [{', '.join(f'i64 {x}' for x in entries)}]"
            for entries, name in self.unit.tables.items()
        ]
        return "\n\n".join(["\n".join(tables), *self.functions, *entries, self.unit.maths.text()]) + "\n"
