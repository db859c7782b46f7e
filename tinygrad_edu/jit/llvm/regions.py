"""Tables in straight-line code: the numbers of a list side by side in memory, so that one can be chosen by its number.

Numbers of straight-line code have names and no places. A list, and a sum that is put together by number, has a region
of the work buffer; with several lanes every entry is a vector there, and each lane chooses for itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ..program import Program
from .maths import Operations
from .text import element, gathered, load

__all__ = ["REGIONS", "Regions"]

REGIONS = ("list", "scatter")
"""Operations whose results are regions of memory."""


class Regions:
    """Where the regions of a program are in the work buffer, and the code that uses them.

    end  how many vectors the work buffer has with them; ``start`` are taken by others
    """

    def __init__(self, program: Program, used: Iterable[int], start: int, lanes: int) -> None:
        self.program, self.lanes, self.end = program, lanes, start
        self._place: dict[int, int] = {}
        for i in used:
            if program.ops[i] in REGIONS:
                self._place[i] = self.end
                self.end += self._length(i)

    def __contains__(self, i: int) -> bool:
        return i in self._place

    def _length(self, i: int) -> int:
        of = self.program.args[i]
        return len(of if self.program.ops[i] == "list" else self.program.args[of[0]])

    def address(self, body: Operations, i: int) -> str:
        """Where the region of a list or sum begins."""
        return element(body, "%.work", self._place[i] * self.lanes)

    def write(self, body: Operations, i: int, at: Mapping[int, str]) -> str:
        """The code of one operation on tables: the number, or where the region begins."""
        op, args = self.program.ops[i], self.program.args[i]
        t = body.type()
        if op == "take":
            table, places = at[args[0]], self._places(body, at[args[1]])
            return gathered(body, [load(body, element(body, table, place)) for place in places])
        if op == "entry":
            k = int(self.program.numbers[args[1]])
            return body.let(f"load {t}, ptr {self._entry(body, at[args[0]], k)}, align 8")
        base = self.address(body, i)
        if op == "list":
            for k, j in enumerate(args):
                body.lines.append(f"  store {t} {at[j]}, ptr {self._entry(body, base, k)}, align 8")
            return base
        body.intrinsics.add("declare void @llvm.memset.p0.i64(ptr, i8, i64, i1)")
        size = 8 * self.lanes * self._length(i)
        body.lines.append(f"  call void @llvm.memset.p0.i64(ptr {base}, i8 0, i64 {size}, i1 false)")
        for j, g in zip(args[1::2], args[2::2], strict=True):
            for lane, place in enumerate(self._places(body, at[j])):
                where = element(body, base, place)
                before = load(body, where)
                more = at[g] if self.lanes == 1 else body.let(f"extractelement {t} {at[g]}, i64 {lane}")
                total = body.let(f"fadd double {before}, {more}")
                body.lines.append(f"  store double {total}, ptr {where}")
        return base

    def _entry(self, body: Operations, base: str, k: int) -> str:
        return element(body, base, k * self.lanes)

    def _places(self, body: Operations, number: str) -> list[str]:
        """For each lane the place in a region of the entry that it chooses."""
        if self.lanes == 1:
            return [body.let(f"fptosi double {number} to i64")]
        kind = f"<{self.lanes} x i64>"
        whole = body.let(f"fptosi {body.type()} {number} to {kind}")
        found = []
        for lane in range(self.lanes):
            one = body.let(f"extractelement {kind} {whole}, i64 {lane}")
            first = body.let(f"mul i64 {one}, {self.lanes}")
            found.append(body.let(f"add i64 {first}, {lane}"))
        return found
