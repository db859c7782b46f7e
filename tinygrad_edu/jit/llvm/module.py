"""All kernels of a rolled program as one module of LLVM text: a function for each kernel, and where each array lies.

Inputs and outputs are buffers of the caller. Constants and everything in between lie in one block, the work memory,
each array at the start of a cache line.
"""

from __future__ import annotations

import platform
from array import array
from collections.abc import Collection, Sequence

from ..rolled import Array, Rolled
from .chosen import choosing, planned_choice, split
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
    arrays   those of the program, and the straight copies that the kernels make
    outside  the arrays that are the caller's buffers, inputs first
    """

    def __init__(self, rolled: Rolled, target: Machine, written: bool = False) -> None:
        """``written``: the nests are written out already (``llvm_nests.written_out``)."""
        self.target = target
        x86 = platform.machine().lower() in ("x86_64", "amd64", "x64", "i386", "i686")
        registers = 32 if target.lanes == 8 or not x86 else 16
        self.processor = Processor(target.lanes, registers, masks=x86 and target.lanes > 2)
        self.unit = Unit(self.processor.lanes, self.processor.masks)
        self.arrays: list[Array] = list(rolled.arrays)
        self.kernels: list[Kernel] = []
        nests = rolled.nests if written else [written_out(nest) for nest in rolled.nests]
        for group in grouped([part for nest in nests for part in split(nest)], rolled.arrays):
            if choosing(group.nests[0]):
                self.kernels.append(planned_choice(group, self.processor))
            else:
                self.kernels += planned(group, self.processor, self.arrays)
        kinds = [a.kind for a in self.arrays]
        self.inputs = [k for k, kind in enumerate(kinds) if kind == "input"]
        self.outputs = [k for k, kind in enumerate(kinds) if kind == "output"]
        self.outside = self.inputs + self.outputs
        self.offsets: dict[int, int] = {}
        self.size = 0
        for k, a in enumerate(self.arrays):
            if a.kind not in ("input", "output"):
                self.offsets[k] = self.reserve(a.size)
        self.functions = [self._function(k, kernel) for k, kernel in enumerate(self.kernels)]

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
        for k in sorted({x.array for n in nests for x in n.accesses()} - set(self.outside)):
            pointers[k] = w.let(f"getelementptr double, ptr %work, i64 {self.offsets[k]}", "w")
        write_kernel(self.unit, w, kernel, pointers)
        names = dict.fromkeys(f"{self.arrays[n.result.array].name} = {n.op}" for n in nests)
        about = f"; {'; '.join(names)}: {kernel.rows} x {kernel.vectors} vectors of {kernel.lanes}"
        inline = "noinline " if len(w.lines) > LARGE else ""
        head = f"define internal void @kernel{number}({self.parameters}) {inline}{ATTRIBUTES} {{"
        about += " along the steps" if kernel.along else ""
        return "\n".join([about, head, "entry:", *w.lines, "  ret void", "}"])

    def call(self, number: int, outside: Sequence[str], rows: str = "0") -> str:
        """The line that runs a kernel on these buffers."""
        return f"call void @kernel{number}({', '.join(['ptr %work', *[f'ptr {x}' for x in outside], f'i64 {rows}'])})"

    def steady(self, changing: Collection[int]) -> list[bool]:
        """For each kernel, whether its results stay as they are while the ``changing`` arrays change."""
        changed = set(changing) | set(self.outputs)
        while True:
            steady, before = [], len(changed)
            for kernel in self.kernels:
                nests = kernel.group.nests
                lengths = [t for n in nests for t in [*n.trips, *[s.length for s in n.segments]]]
                moved = any(x.array in changed for n in nests for x in n.accesses())
                moved = moved or any(isinstance(t, RunTime) for t in lengths)
                steady.append(not moved)
                if moved:
                    changed |= {n.result.array for n in nests}
            if len(changed) == before:
                return steady

    def text(self, entries: Sequence[str]) -> str:
        """The whole module; ``entries`` are the functions that are called from outside."""
        tables = [
            f"{name} = private constant [{len(entries)} x i64] [{', '.join(f'i64 {x}' for x in entries)}]"
            for entries, name in self.unit.tables.items()
        ]
        for block in self.unit.blocks:
            self.unit.maths.use(block)
        maths = self.unit.maths.text()
        own = sorted(d for d in self.unit.declared if d not in maths)
        return "\n\n".join(["\n".join(tables), *self.functions, *entries, maths, "\n".join(own)]) + "\n"
