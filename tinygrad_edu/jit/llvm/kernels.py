"""The loops around the tiles of a kernel: whole tiles first, then what is left of rows and lanes.

A row of results is cut into tiles of several vectors. What is left over is part of a vector, of which only the lanes in
use are loaded and stored, or on processors without such loads, single numbers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from ..program import SLOPES
from ..rolled import Affine
from .chosen import choosing, write_choice
from .loops import Writer
from .nests import RunTime, is_short
from .plan import Kernel
from .reductions import mask_of, reduction
from .text import first_lanes
from .tiles import Part, Tile, Unit

__all__ = ["write_kernel"]


class _Writing:
    def __init__(self, unit: Unit, writer: Writer, kernel: Kernel, pointers: dict[int, str]) -> None:
        self.unit, self.w, self.kernel, self.pointers = unit, writer, kernel, pointers
        self.trips = kernel.group.trips
        self.counters: list[int | str] = []
        self.turning = any(nest.has_tables() for nest in kernel.group.nests)
        self.height = 1  # rows of the tiles
        if self.turning:
            self.turn = self.w.let("alloca i64", "turn")
            self.w.do(f"store i64 0, ptr {self.turn}")

    def length(self, affine: Affine) -> int | str:
        """The length of a loop or a segment where we are."""
        if isinstance(affine, RunTime):
            return "%rows"
        total: int | str = affine.base
        for i, stride in zip(self.counters, affine.strides, strict=False):
            total = self.w.add(total, self.w.times(i, stride))
        return total

    # -- loops --------------------------------------------------------------------------------------------------------

    def loops(self, d: int) -> None:
        """The loops from d inwards."""
        depth = len(self.trips)
        if d == depth:
            self.tile(1, [Part(1)])
        elif d == depth - 1:
            self.along_lanes(self.length(self.trips[d]))
        elif d == depth - 2:
            self.chunks(self.length(self.trips[d]), self.kernel.rows, self.row_of_tiles)
        else:
            self.chunks(self.length(self.trips[d]), 1, lambda _: self.loops(d + 1))

    def row_of_tiles(self, rows: int) -> None:
        self.height = rows
        self.along_lanes(self.length(self.trips[-1]))

    def at(self, counter: int | str, body: Callable[[], None]) -> None:
        """One round of the next loop, at this place."""
        self.counters.append(counter)
        body()
        self.counters.pop()

    def counted(self, start: int | str, stop: int | str, step: int, body: Callable[[], None]) -> None:
        """A loop of the next counter; without a loop where there is just one round, which then is the first."""
        if isinstance(stop, int) and stop <= step:
            if stop > 0:
                self.at(start, body)
            return
        loop = self.w.loop(start, stop, step)
        self.at(loop.counter, body)
        self.w.close(loop)

    def whole(self, length: int | str, step: int) -> int | str:
        if isinstance(length, int) or step == 1:
            return length // step * step if isinstance(length, int) else length
        rest = self.w.let(f"srem i64 {length}, {step}", "i")
        return self.w.let(f"sub i64 {length}, {rest}", "i")

    def chunks(self, length: int | str, size: int, body: Callable[[int], None]) -> None:
        """Rounds by ``size`` at a time, then what is left: at once where its number is known, else one by one."""
        whole = self.whole(length, size)
        self.counted(0, whole, size, lambda: body(size))
        if isinstance(length, int):
            left = length % size
            if left:
                self.at(length - left, lambda: body(left))
        elif size > 1:
            self.counted(whole, length, 1, lambda: body(1))

    def along_lanes(self, length: int | str) -> None:
        """A row of results: tiles of vectors, single vectors, part of a vector."""
        if isinstance(self.trips[-1], RunTime):
            with self.round():
                self.row(length)
        else:
            self.row(length)

    @contextmanager
    def round(self) -> Iterator[None]:
        """One round of the loops as tables count them; the rows of a batch are no rounds. Of code that reads by tables
        there is one copy: it has no tiles."""
        if not self.turning or self.turn_now:
            yield
        else:
            self.turn_now = turn = self.w.let(f"load i64, ptr {self.turn}", "i")
            yield
            following = self.w.let(f"add i64 {turn}, 1", "i")
            self.w.do(f"store i64 {following}, ptr {self.turn}")

    turn_now: int | str = 0

    def row(self, length: int | str) -> None:
        lanes, vectors, masks = self.kernel.lanes, self.kernel.vectors, self.unit.masks
        full = Part(lanes)
        if isinstance(length, int):
            count, left = divmod(length, lanes)
            whole = count // vectors * vectors
            self.counted(0, whole * lanes, vectors * lanes, lambda: self.tile(lanes, [full] * vectors))
            rest = [full] * (count - whole)
            if left and masks:
                rest.append(Part(left, first_lanes(left, lanes)))
            if rest:
                self.at(whole * lanes, lambda: self.tile(lanes, rest))
            if left and not masks:
                self.at(count * lanes, lambda: self.tile(left, [Part(left)]))
            return
        whole_tiles, whole_vectors = self.whole(length, vectors * lanes), self.whole(length, lanes)
        self.counted(0, whole_tiles, vectors * lanes, lambda: self.tile(lanes, [full] * vectors))
        if vectors > 1:
            self.counted(whole_tiles, whole_vectors, lanes, lambda: self.tile(lanes, [full]))
        if lanes > 1 and masks and not self.kernel.along:
            some = self.w.let(f"icmp slt i64 {whole_vectors}, {length}", "c")
            after = self.w.when(some)
            left_over = self.w.let(f"sub i64 {length}, {whole_vectors}", "i")
            self.at(whole_vectors, lambda: self.tile(lanes, [], count=left_over))
            self.w.end_when(after)
        elif lanes > 1:
            self.counted(whole_vectors, length, 1, lambda: self.tile(1, [Part(1)]))

    # -- the tile -----------------------------------------------------------------------------------------------------

    def tile(self, lanes: int, parts: list[Part], count: str = "") -> None:
        if len(parts) > 1 and self.kernel.group.functions:
            lanes, parts = lanes * len(parts), [_joined(parts, lanes * len(parts))]
        with self.round():
            self.cells(lanes, parts, count)

    def cells(self, lanes: int, parts: list[Part], count: str) -> None:
        kernel, group = self.kernel, self.kernel.group
        tile = Tile(self.unit, self.w, self.pointers, self.counters, self.height, parts, lanes, self.turn_now)
        if count:
            tile.parts = [Part(0, mask_of(tile, count, lanes))]
        wanted = {(SLOPES[n.op], n.operands) for n in group.nests if n.op in SLOPES}
        for nest, stored in zip(group.nests, group.stored, strict=True):
            tile.with_slopes = {nest.op} if (nest.op, nest.operands) in wanted else set()
            if choosing(nest):
                for r, c in tile.cells():
                    write_choice(tile, nest, r, c)
            elif is_short(nest):
                for r, c in tile.cells():
                    tile.apply(nest, r, c, stored)
            else:
                for (r, c), x in reduction(tile, nest, kernel.along, kernel.unroll, self.length).items():
                    tile.finish(nest, r, c, x, stored)


def _joined(parts: list[Part], lanes: int) -> Part:
    """Vectors side by side as one, which LLVM cuts up again, operation by operation. The steps of several vectors then
    alternate, and none waits for the one before: a fifth to a quarter faster for functions of many steps."""
    count = sum(part.count for part in parts)
    return Part(count, "" if count == lanes else first_lanes(count, lanes))


def write_kernel(unit: Unit, writer: Writer, kernel: Kernel, pointers: dict[int, str]) -> None:
    """Write the code of a kernel; ``pointers`` names, for each array that it uses, where it begins."""
    _Writing(unit, writer, kernel, pointers).loops(0)
