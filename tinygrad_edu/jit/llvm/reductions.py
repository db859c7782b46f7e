"""Sums of products in a tile: many sums at once, held in registers, the steps of the reduction in one loop for all.

Two ways. With lanes across results, a step loads vectors of one operand and single numbers of the other. With lanes
along the steps, each result has a vector of partial sums, and a tree of additions gives all results of a vector.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

from ..rolled import Access, Affine, Nest, Operand, Segment
from .nests import constant, lined_up
from .text import Body, first_lanes, splat, vector
from .tiles import Part, Tile

__all__ = ["Along", "reduction"]

STRAIGHT = 32
"""Multiplications up to which a segment of known length is written out without a loop. A loop that keeps several sums
at once (``plan.py``: 8 of them, at most) has enough steps for all of them."""

Cell = tuple[int, int]
"""Row and column of a vector of results in a tile."""

Sums = dict[Any, "str | None"]
"""The sums so far, by the cell that they belong to (and its lane); None where nothing has been added yet."""

Step = Callable[[Sums, int, str], Sums]
"""What adds a step to sums: step k, counted from a loop's counter if that is not empty."""


def reduction(
    tile: Tile, nest: Nest, along: bool, unroll: int, length: Callable[[Affine], int | str]
) -> dict[Cell, str]:
    """The results of a dot or max for all cells of a tile; ``length`` gives a segment's length where the tile is."""
    sums: Sums = dict.fromkeys(tile.cells())
    lined = [s for s in nest.segments if along and lined_up(s, len(tile.counters))]
    rest = [s for s in nest.segments if s not in lined]
    for s in sorted(rest, key=lambda s: constant(s.length) or math.inf):  # short ones first: they start the sums
        sums = _across(tile, nest.op, s, sums, length(s.length), unroll)
    if lined:
        parts = Along(tile, nest.op, unroll)
        for s in lined:
            left = parts.add(s, length(s.length))
            if left is not None:
                sums = _across(tile, nest.op, s, sums, left[1], unroll, left[0])
        for cell, x in parts.results().items():
            sums[cell] = _combined(tile, nest.op, sums[cell], x)
    return {cell: splat(_neutral(nest.op), tile.lanes) if x is None else x for cell, x in sums.items()}


def _neutral(op: str) -> float:
    return float("-inf") if op == "max" else -0.0


def _combined(tile: Tile, op: str, a: str | None, b: str, lanes: int = 0) -> str:
    return tile.term(op, a, 0, 1.0, lambda _: b, lanes)


def _over_steps(
    tile: Tile, op: str, sums: Sums, step: Step, start: int | str, stop: int | str, unroll: int, width: int, lanes: int
) -> Sums:
    """The sums after the steps from ``start`` to ``stop``, ``width`` at a time: ``step`` adds some, and gives new sums.

    Few are written out. More are a loop that keeps ``unroll`` sums of each kind, so that none waits for the one before.
    """
    strands, rest = 1, range(0)
    if isinstance(start, int) and isinstance(stop, int):
        each = range(start, stop, width)
        looped = len(each) // unroll * unroll if len(each) * len(sums) > STRAIGHT else 0
        strands, stop, rest = unroll, start + looped * width, each[looped:]
    if start != stop:
        neutral, n = splat(_neutral(op), lanes), len(sums)
        first = [sums, *[dict.fromkeys(sums)] * (strands - 1)]
        carried = [(vector(lanes), neutral if x is None else x) for strand in first for x in strand.values()]
        loop = tile.w.loop(start, stop, strands * width, carried, "k")
        after: list[str] = []
        for i in range(strands):
            inside: Sums = dict(zip(sums, loop.values[i * n : (i + 1) * n], strict=True))
            after += [x for x in step(inside, i * width, loop.counter).values() if x is not None]
        out = tile.w.close(loop, after)
        sums = dict(zip(sums, out[:n], strict=True))
        for i in range(1, strands):
            for key, x in zip(sums, out[i * n : (i + 1) * n], strict=True):
                sums[key] = _combined(tile, op, sums[key], x, lanes)
    for k in rest:
        sums = step(sums, k, "")
    return sums


# -- lanes across results ---------------------------------------------------------------------------------------------


def _across(tile: Tile, op: str, s: Segment, sums: Sums, stop: int | str, unroll: int, start: int | str = 0) -> Sums:
    """Add the steps from ``start`` to ``stop`` of a segment."""

    def step(sums: Sums, k: int, counter: str) -> Sums:
        new: Sums = {}
        for r, c in tile.cells():

            def load(x: Operand, r: int = r, c: int = c) -> str:
                return tile.load(x, r, c, k, counter)

            new[r, c] = tile.term(op, sums[r, c], s.a, s.b, load)
        return new

    return _over_steps(tile, op, sums, step, start, stop, unroll, 1, tile.lanes)


# -- lanes along the steps --------------------------------------------------------------------------------------------


class Along:
    """For each result of the tile a vector of partial sums along the steps of segments."""

    def __init__(self, tile: Tile, op: str, unroll: int) -> None:
        self.tile, self.op, self.unroll = tile, op, unroll
        self.width = tile.unit.lanes
        self.type = vector(self.width)
        self.cells = [(r, c, lane) for r, c in tile.cells() for lane in range(tile.parts[c].count)]
        self.sums: Sums = dict.fromkeys(self.cells)

    def add(self, s: Segment, length: int | str) -> tuple[int | str, int | str] | None:
        """Add a segment; the steps (from, to) that are left for single numbers, if any."""
        w, width, tile = self.tile.w, self.width, self.tile
        if isinstance(length, int):
            whole: int | str = length // width * width
        else:
            whole = w.let(f"and i64 {length}, {-width}", "i")

        def step(sums: Sums, k: int, counter: str) -> Sums:
            return self._step(s, sums, k, counter)

        self.sums = _over_steps(tile, self.op, self.sums, step, 0, whole, self.unroll, width, width)
        if whole == length:
            return None
        if not tile.unit.masks:
            return whole, length
        if isinstance(length, int) and isinstance(whole, int):
            known, counter, at = length - whole, "", whole
            mask = first_lanes(known, width)
        else:
            counter, at = str(whole), 0
            mask = mask_of(tile, w.let(f"sub i64 {length}, {whole}", "i"), width)
        self.sums = self._step(s, self.sums, at, counter, Part(0, mask))
        return None

    def _step(self, s: Segment, sums: Sums, k: int, counter: str, part: Part | None = None) -> Sums:
        """The sums with as many steps more as a vector has lanes, those of the part."""
        tile, width = self.tile, self.width
        full = part or Part(width)
        after: Sums = {}
        for r, c, lane in self.cells:
            at = c * tile.lanes + lane

            def load(x: Operand, r: int = r, at: int = at) -> str:
                return self.load(x, r, at, k, counter, full)

            new = tile.term(self.op, None if part and self.op == "max" else sums[r, c, lane], s.a, s.b, load, width)
            if part and self.op == "max":
                old = sums[r, c, lane] or splat(_neutral(self.op), width)
                new = tile.operations(width).apply("max", old, self._select(new, old, part))
            after[r, c, lane] = new
        return after

    def load(self, x: Operand, row: int, lane: int, k: int, counter: str = "", part: Part | None = None) -> str:
        """What a result reads in as many steps as a vector has lanes, from step k on."""
        tile, part = self.tile, part or Part(self.width)
        if not isinstance(x, Access):
            return self._masked(splat(x, self.width), part)
        key = ("along", x, *[n for n, stride in tile.moves(x, lane, row) if stride], k, counter, part)
        if key not in tile.known:
            pointer = tile.pointer(x, row, lane, k, counter)
            if x.address.strides[len(tile.counters)]:
                tile.known[key] = tile.load_vector(pointer, self.width, part)
            else:
                one = tile.w.let(f"load double, ptr {pointer}, align 8")
                tile.known[key] = self._masked(tile.broadcast(one, self.width), part)
        found: str = tile.known[key]
        return found

    def _masked(self, x: str, part: Part) -> str:
        """0 in the lanes that are not in use, also where the operand is infinite."""
        return self._select(x, "zeroinitializer", part) if part.mask else x

    def _select(self, x: str, other: str, part: Part) -> str:
        mask = f"<{self.width} x i1> {part.mask}"
        return self.tile.w.let(f"select {mask}, {self.type} {x}, {self.type} {other}")

    def results(self) -> dict[Cell, str]:
        """The lanes of each result added up: one vector of results for each cell."""
        out: dict[Cell, str] = {}
        neutral = splat(_neutral(self.op), self.width)
        for r, c in self.tile.cells():
            xs = [self.sums.get((r, c, lane)) or neutral for lane in range(self.tile.lanes)]
            out[r, c] = self._tree(xs)
        return out

    def _tree(self, xs: list[str]) -> str:
        """The sum of each vector's lanes: vector by vector, two become one that has half of the sums of each."""
        width, block = self.width, 1
        while len(xs) > 1:
            low = [b + i + o for b in range(0, width, 2 * block) for o in (0, width) for i in range(block)]
            xs = [
                self._halves(x, y, low, [i + block for i in low], width) for x, y in zip(xs[::2], xs[1::2], strict=True)
            ]
            block *= 2
        x = xs[0]
        while width > self.tile.lanes:
            width //= 2
            x = self._halves(x, "poison", list(range(width)), list(range(width, 2 * width)), 2 * width)
        return x

    def _halves(self, x: str, y: str, low: list[int], high: list[int], width: int) -> str:
        """Two selections of the lanes of x and y, added."""
        w, kind, n = self.tile.w, f"<{width} x double>", len(low)
        a, b = (
            w.let(f"shufflevector {kind} {x}, {kind} {y}, <{n} x i32> <{', '.join(f'i32 {i}' for i in lanes)}>")
            for lanes in (low, high)
        )
        if n == 1:
            a, b = (w.let(f"extractelement <1 x double> {x}, i32 0") for x in (a, b))
        return self.tile.operations(n).apply("max" if self.op == "max" else "add", a, b)


def mask_of(tile: Tile, count: str, lanes: int) -> str:
    """Lanes below a count that is known only at run time."""
    kind, w = f"<{lanes} x i64>", tile.w
    many = Body(lanes, w, "t").spread(count, "i64")
    steps = ", ".join(f"i64 {i}" for i in range(lanes))
    return w.let(f"icmp slt {kind} <{steps}>, {many}", "m")
