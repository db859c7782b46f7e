"""One tile of a kernel: loads, operations and stores of a few rows by a few vectors of results, as LLVM text.

Whatever is loaded or computed once in a tile is kept by name, so an operand that is the same for all rows is loaded
once. No number outside the arrays is ever touched: where fewer results are left than a vector has lanes, only these are
loaded and stored (``Part``).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from ..program import COMPARISONS
from ..rolled import Access, Nest, Operand
from .loops import Writer
from .maths import Maths, Operations
from .text import Body, first_lanes, splat, vector

__all__ = ["Part", "Tile", "Unit", "first_part"]


@dataclass(frozen=True)
class Part:
    """Which lanes of a vector are in use: the first ``count``; with ``mask``, those where the mask is true.

    A mask whose count is not known beforehand has count 0: then all numbers lie side by side, or are one for all lanes.
    """

    count: int
    mask: str = ""


def first_part(count: int, lanes: int) -> Part:
    """The first lanes of a vector, which may be all."""
    return Part(count, "" if count == lanes else first_lanes(count, lanes))


class Unit:
    """One module of LLVM text in the making: what its functions share."""

    def __init__(self, lanes: int, masks: bool) -> None:
        self.lanes = lanes
        self.masks = masks
        self.maths = Maths()
        self.tables: dict[tuple[int, ...], str] = {}

    def table(self, entries: tuple[int, ...]) -> str:
        return self.tables.setdefault(entries, f"@table{len(self.tables)}")

    def intrinsic(self, name: str, suffix: str, result: str, *types: str) -> str:
        """The name of one of LLVM's own functions, declared in the module."""
        self.maths.declared.add(f"declare {result} @llvm.{name}.{suffix}({', '.join(types)})")
        return f"@llvm.{name}.{suffix}"


class Tile:
    """Rows × vectors of the results of a group of nests.

    counters  the loops' counters where the tile starts, outermost first
    rows      how many rounds of the last loop but one
    parts     the vectors along the last loop
    round     the number of the round, for tables
    """

    def __init__(
        self,
        unit: Unit,
        writer: Writer,
        pointers: dict[int, str],
        counters: Sequence[int | str],
        rows: int,
        parts: list[Part],
        lanes: int,
        round: int | str = 0,
    ) -> None:
        self.unit, self.w, self.pointers = unit, writer, pointers
        self.counters, self.rows, self.parts, self.lanes, self.round = list(counters), rows, parts, lanes, round
        self.type = vector(lanes)
        self.suffix = "f64" if lanes == 1 else f"v{lanes}f64"
        self.bodies: dict[int, Operations] = {}
        self.known: dict[Any, Any] = {}  # loads, addresses: those of a loop inside the tile by its counter
        self.values: dict[Any, tuple[str, bool]] = {}  # results by place; true if they are truths
        self.with_slopes: set[str] = set()  # functions whose derivative is wanted too

    def operations(self, lanes: int = 0) -> Operations:
        """What writes operations on so many lanes, those of the tile if not given."""
        lanes = lanes or self.lanes
        if lanes not in self.bodies:
            self.bodies[lanes] = self.unit.maths.operations(lanes, self.w, "v")
        return self.bodies[lanes]

    def cells(self) -> list[tuple[int, int]]:
        return [(r, c) for r in range(self.rows) for c in range(len(self.parts))]

    # -- addresses ----------------------------------------------------------------------------------------------------

    def moves(self, x: Access, lane: int, row: int) -> list[tuple[int, int]]:
        """How far a lane and a row are from where the tile starts, along the last loops, and the strides there."""
        return list(zip((lane, row), reversed(x.address.strides[: len(self.counters)])))  # noqa: B905 (one loop, or none)

    def pointer(self, x: Access, row: int, lane: int, step: int = 0, counter: str = "") -> str:
        """Where the number of this row and lane is, ``step`` (and a loop's counter) steps into a segment."""
        depth, strides = len(self.counters), x.address.strides
        along = sum(strides[depth:])  # of the segment that it is in, if it is
        origin = (x.array, x.table, strides[:depth], along if counter else 0, counter)
        w, found = self.w, self.known.get(origin)
        if found is None:
            offset: int | str = 0
            if x.table is not None:
                entry = w.at(self.unit.table(x.table), self.round, "i64")
                offset = w.let(f"load i64, ptr {entry}", "i")
            for i, stride in zip(self.counters, strides, strict=False):
                offset = w.add(offset, w.times(i, stride))
            if counter:
                offset = w.add(offset, w.times(counter, along))
            found = self.pointers[x.array]
            if offset != 0:
                found = w.at(found, offset)
            self.known[origin] = found
        ahead = step * along + x.address.base + sum(n * stride for n, stride in self.moves(x, lane, row))
        return found if ahead == 0 else w.at(found, ahead)

    # -- loads --------------------------------------------------------------------------------------------------------

    def _place(self, x: Access, row: int, column: int) -> Any:
        depth = len(self.counters)
        return (x.array, x.address.base, x.address.strides[:depth], row, column) if x.table is None else None

    def load(self, x: Operand, row: int, column: int, step: int = 0, counter: str = "") -> str:
        """An operand in all lanes of a vector of results."""
        if not isinstance(x, Access):
            return splat(x, self.lanes)
        made = self.values.get(self._place(x, row, column)) if not counter and not step else None
        if made is not None:
            return self.w.let(f"uitofp {vector(self.lanes, 'i1')} {made[0]} to {self.type}") if made[1] else made[0]
        key = (x, *[n for n, stride in self.moves(x, column, row) if stride], step, counter)
        if key not in self.known:
            self.known[key] = self._load(x, row, column, step, counter)
        return self.known[key]

    def _load(self, x: Access, row: int, column: int, step: int, counter: str) -> str:
        """The same from memory: one number for all lanes, numbers side by side, or one after the other."""
        w, lanes, part = self.w, self.lanes, self.parts[column]
        at = self.pointer(x, row, column * lanes, step, counter)
        if lanes == 1:
            return w.let(f"load double, ptr {at}, align 8")
        stride = x.address.strides[len(self.counters) - 1]
        if stride == 0:
            return self.broadcast(w.let(f"load double, ptr {at}, align 8"), lanes)
        if stride == 1:
            return self.load_vector(at, lanes, part)
        value = "poison" if part.count == lanes else "zeroinitializer"
        for lane in range(part.count):
            at = self.pointer(x, row, column * lanes + lane, step, counter)
            one = w.let(f"load double, ptr {at}, align 8")
            value = w.let(f"insertelement {self.type} {value}, double {one}, i32 {lane}")
        return value

    def load_vector(self, at: str, lanes: int, part: Part) -> str:
        """Numbers that lie side by side; 0 where the part has none."""
        kind = vector(lanes)
        if not part.mask:
            return self.w.let(f"load {kind}, ptr {at}, align 8")
        mask = f"<{lanes} x i1>"
        name = self.unit.intrinsic("masked.load", f"v{lanes}f64.p0", kind, "ptr", "i32", mask, kind)
        return self.w.let(f"call {kind} {name}(ptr {at}, i32 8, {mask} {part.mask}, {kind} zeroinitializer)")

    def broadcast(self, x: str, lanes: int) -> str:
        return Body(lanes, self.w, "t").spread(x)

    # -- stores -------------------------------------------------------------------------------------------------------

    def store(self, x: Access, row: int, column: int, value: str) -> None:
        w, lanes, part = self.w, self.lanes, self.parts[column]
        at = self.pointer(x, row, column * lanes)
        if lanes == 1 or x.address.strides[len(self.counters) - 1] == 1:
            self.store_vector(at, value, part)
        else:
            for lane in range(part.count):
                one = w.let(f"extractelement {self.type} {value}, i32 {lane}")
                w.do(f"store double {one}, ptr {self.pointer(x, row, column * lanes + lane)}, align 8")

    def store_vector(self, at: str, value: str, part: Part) -> None:
        """Numbers side by side, those that the part has."""
        lanes = self.lanes
        if not part.mask:
            self.w.do(f"store {self.type} {value}, ptr {at}, align 8")
            return
        mask = f"<{lanes} x i1>"
        name = self.unit.intrinsic("masked.store", f"{self.suffix}.p0", "void", self.type, "ptr", "i32", mask)
        self.w.do(f"call void {name}({self.type} {value}, ptr {at}, i32 8, {mask} {part.mask})")

    # -- operations ---------------------------------------------------------------------------------------------------

    def finish(self, nest: Nest, row: int, column: int, value: str, stored: bool, truth: bool = False) -> None:
        """A result is known: for the nests that follow, and in memory, truths as 1 and 0."""
        place = self._place(nest.result, row, column)
        if place is not None:
            self.values[place] = (value, truth)
        if stored:
            if truth:
                value = self.w.let(f"uitofp {vector(self.lanes, 'i1')} {value} to {self.type}")
            self.store(nest.result, row, column, value)

    def apply(self, nest: Nest, row: int, column: int, stored: bool) -> None:
        """One operation on elements, for one vector of results."""
        w, op, kind = self.w, nest.op, self.type
        if op in ("dot", "max"):
            self.finish(nest, row, column, self._few_terms(nest, row, column), stored)
            return
        if op == "where":
            condition = self._truth(nest.operands[0], row, column)
            a, b = (self.load(x, row, column) for x in nest.operands[1:])
            truths = vector(self.lanes, "i1")
            value = w.let(f"select {truths} {condition}, {kind} {a}, {kind} {b}")
        else:
            xs = [self.load(x, row, column) for x in nest.operands]
            if op == "copy":
                value = xs[0]
            elif op in self.with_slopes:
                value = self.operations().both(op, xs[0])[0]
            else:
                value = self.operations().apply(op, *xs)
        self.finish(nest, row, column, value, stored, op in COMPARISONS)

    def _truth(self, x: Operand, row: int, column: int) -> str:
        made = self.values.get(self._place(x, row, column)) if isinstance(x, Access) else None
        if made is not None and made[1]:
            return made[0]
        return self.w.let(f"fcmp une {self.type} {self.load(x, row, column)}, {splat(0.0, self.lanes)}")

    def _few_terms(self, nest: Nest, row: int, column: int) -> str:
        total: str | None = None
        for s in nest.segments:  # each is of one step (``nests.canonical``)
            total = self.term(nest.op, total, s.a, s.b, lambda x: self.load(x, row, column))
        assert total is not None, "a sum has a term"
        return total

    def term(
        self, op: str, total: str | None, a: Operand, b: Operand, load: Callable[[Operand], str], lanes: int = 0
    ) -> str:
        """One more term of a dot or a max; ``load`` gives the operands."""
        body = self.operations(lanes)
        if a == 1.0:
            a, b = b, a
        if op == "max" or b == 1.0:
            return load(a) if total is None else body.apply("max" if op == "max" else "add", total, load(a))
        if total is None:
            return body.apply("mul", load(a), load(b))
        return body.let(body.intrinsic("fmuladd", load(a), load(b), total))
