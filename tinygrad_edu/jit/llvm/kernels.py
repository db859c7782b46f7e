"""The loops around the tiles of a kernel: whole tiles first, then what is left of rows and lanes.

A row of results is cut into tiles of several vectors. What is left over is part of a vector, of which only the lanes in
use are loaded and stored, or on processors without such loads, single numbers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from typing import Any

from ..program import SLOPES
from ..rolled import Affine
from .chosen import choosing, write_choice
from .kept import loaded
from .loops import Writer
from .nests import RunTime, constant, is_short
from .plan import Kernel
from .reductions import mask_of, reduction
from .tiles import Part, Tile, Unit, first_part
from .turned import turnable, write_turned

__all__ = ["write_kernel"]


class _Writing:
    """A kernel while its code is written, from the outermost loop inwards.

    counters   where we are: the counter of each loop that is open, a number in the only round of a loop
    height     how many rows the tiles have
    kept       what tiles need not load, as ``Tile.known`` has it
    rounds     where it is counted how many rounds there were, if some of the nests read by tables
    round_now  the number of the round, while one is written
    """

    def __init__(self, unit: Unit, writer: Writer, kernel: Kernel, pointers: dict[int, str]) -> None:
        self.unit, self.w, self.kernel, self.pointers = unit, writer, kernel, pointers
        self.trips = kernel.group.trips
        self.counters: list[int | str] = []
        self.by_tables = any(nest.has_tables() for nest in kernel.group.nests)
        self.height = 1
        self.kept: dict[Any, Any] = {}
        self.round_now: int | str = 0
        if self.by_tables:
            self.rounds = self.w.let("alloca i64", "rounds")
            self.w.do(f"store i64 0, ptr {self.rounds}")

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
            if self.kernel.kept and not self.kernel.along:
                self.keep(self.vectors(constant(self.trips[-1]) or 0))
            self.chunks(self.length(self.trips[d]), self.kernel.rows, self.row_of_tiles)
        else:
            self.chunks(self.length(self.trips[d]), 1, lambda _: self.loops(d + 1))

    def row_of_tiles(self, rows: int) -> None:
        self.height = rows
        self.along_lanes(self.length(self.trips[-1]))

    def keep(self, parts: list[Part]) -> None:
        """Load what the tiles of all rounds of the next loop need, which are of these vectors."""
        first = [*self.counters, *[0] * (len(self.trips) - len(self.counters))]
        tile = Tile(self.unit, self.w, self.pointers, first, 1, parts, self.kernel.lanes)
        self.kept = loaded(tile, self.kernel.group, self.kernel.along)

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
        """A row of results; the rows of a batch are one round for tables."""
        with self.round() if isinstance(self.trips[-1], RunTime) else nullcontext():
            self.row(length)

    @contextmanager
    def round(self) -> Iterator[None]:
        """One round of the loops as tables count them; the rows of a batch are no rounds. Of code that reads by tables
        there is one copy: it has no tiles."""
        if not self.by_tables or self.round_now:
            yield
        else:
            self.round_now = now = self.w.let(f"load i64, ptr {self.rounds}", "i")
            yield
            following = self.w.let(f"add i64 {now}, 1", "i")
            self.w.do(f"store i64 {following}, ptr {self.rounds}")

    def row(self, length: int | str) -> None:
        """Tiles of several vectors, then single vectors, then part of a vector, or number by number."""
        lanes, vectors, masks = self.kernel.lanes, self.kernel.vectors, self.unit.masks
        full = Part(lanes)
        if self.kernel.kept and self.kernel.along:
            self.keep([full])
        if isinstance(length, int):
            parts = self.vectors(length)
            whole = length // (vectors * lanes) * vectors
            self.counted(0, whole * lanes, vectors * lanes, lambda: self.tile(lanes, [full] * vectors))
            if parts[whole:]:
                self.at(whole * lanes, lambda: self.tile(lanes, parts[whole:]))
            left = length % lanes
            if left and not masks:
                self.at(length - left, lambda: self.tile(left, [Part(left)]))
            return
        whole_tiles, whole_vectors = self.whole(length, vectors * lanes), self.whole(length, lanes)
        self.counted(0, whole_tiles, vectors * lanes, lambda: self.tile(lanes, [full] * vectors))
        if vectors > 1:
            self.counted(whole_tiles, whole_vectors, lanes, lambda: self.tile(lanes, [full]))
        if lanes > 1 and masks and not self.kernel.along and self.lies_straight():
            some = self.w.let(f"icmp slt i64 {whole_vectors}, {length}", "c")
            after = self.w.when(some)
            left_over = self.w.let(f"sub i64 {length}, {whole_vectors}", "i")
            self.at(whole_vectors, lambda: self.tile(lanes, [], count=left_over))
            self.w.end_when(after)
        elif lanes > 1:
            self.counted(whole_vectors, length, 1, lambda: self.tile(1, [Part(1)]))

    def lies_straight(self) -> bool:
        """Whether all that is read and written lies side by side along the lanes, or is one for all of them."""
        last = len(self.trips) - 1
        return all(x.address.strides[last] in (0, 1) for nest in self.kernel.group.nests for x in nest.accesses())

    def vectors(self, length: int) -> list[Part]:
        """A row of results as vectors; the last one is a part, where there are such."""
        lanes = self.kernel.lanes
        count, left = divmod(length, lanes)
        rest = [first_part(left, lanes)] if left and self.unit.masks else []
        return [Part(lanes)] * count + rest

    # -- the tile -----------------------------------------------------------------------------------------------------

    def tile(self, lanes: int, parts: list[Part], count: str = "") -> None:
        """One tile from where we are on; vectors of a function of many steps become one wide one."""
        if len(parts) > 1 and self.kernel.group.functions:
            lanes, parts = lanes * len(parts), [_joined(parts, lanes * len(parts))]
        with self.round():
            self.nests(lanes, parts, count)

    def nests(self, lanes: int, parts: list[Part], count: str) -> None:
        """All nests of the group for one tile; ``count`` is how many lanes are in use if only the code knows that."""
        kernel, group = self.kernel, self.kernel.group
        tile = Tile(self.unit, self.w, self.pointers, self.counters, self.height, parts, lanes, self.round_now)
        tile.known.update(self.kept)
        if count:
            tile.parts = [Part(0, mask_of(tile, count, lanes))]
        if kernel.turned and turnable(tile):
            write_turned(tile, group.nests[0])
            return
        wanted = {(SLOPES[n.op], n.operands) for n in group.nests if n.op in SLOPES}
        for nest, stored in zip(group.nests, group.stored, strict=True):
            tile.with_slopes = {nest.op} if (nest.op, nest.operands) in wanted else set()
            if choosing(nest):
                write_choice(tile, nest)
            elif is_short(nest):
                for r, c in tile.cells():
                    tile.apply(nest, r, c, stored)
            else:
                for (r, c), x in reduction(tile, nest, kernel.along, kernel.unroll, self.length).items():
                    tile.finish(nest, r, c, x, stored)


def _joined(parts: list[Part], lanes: int) -> Part:
    """Vectors side by side as one, which LLVM cuts up again, operation by operation. The steps of several vectors then
    alternate, and none waits for the one before: a fifth to a quarter faster for functions of many steps."""
    return first_part(sum(part.count for part in parts), lanes)


def write_kernel(unit: Unit, writer: Writer, kernel: Kernel, pointers: dict[int, str]) -> None:
    """Write the code of a kernel; ``pointers`` names, for each array that it uses, where it begins."""
    _Writing(unit, writer, kernel, pointers).loops(0)
