"""Tables in loop nests: reading, and adding, at a place that is itself read from memory.

A ``scatter`` of a rolled program becomes loops that write zeros, and then loops that add: ``add_at``, in which the
result is what is there already plus an operand. Where all lanes choose the same entry (the columns of a row of a
matrix) they are a vector; else it goes number by number.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ..rolled import Access, Affine, Nest, Operand
from .fusion import Group
from .nests import RunTime, constant, permuted
from .plan import Kernel, Processor, lanes_for
from .tiles import Tile

__all__ = ["choosing", "planned_choice", "split", "write_choice"]


def split(nest: Nest) -> Iterator[Nest]:
    """A nest that is written out; a scatter as nests that write zeros and nests that add.

    The rows of a block stay the innermost loop.
    """
    if nest.op != "scatter":
        yield nest
        return
    depth = len(nest.trips)
    inner = depth - 1 if nest.trips and isinstance(nest.trips[-1], RunTime) else depth

    def loops(length: Affine) -> tuple[Affine, ...]:
        return (*nest.trips[:inner], length.without_loop(inner), *[t.with_loop(inner) for t in nest.trips[inner:]])

    def along(x: Operand) -> Operand:
        """The steps of the segment become a loop."""
        if not isinstance(x, Access):
            return x
        return replace(x, address=x.address.without_loop(depth).with_loop(inner, x.address.strides[depth]))

    place = replace(nest.result, address=nest.result.address.with_loop(inner, nest.pitch))
    yield Nest("copy", loops(Affine(nest.count, (0,) * inner)), place, (0.0,), label=nest.label)
    place = replace(nest.result, address=nest.result.address.with_loop(inner))
    for s in nest.segments:
        operands = (along(s.a), along(s.b))
        yield replace(nest, op="add_at", trips=loops(s.length), result=place, operands=operands, segments=())


def choosing(nest: Nest) -> bool:
    return nest.op in ("take", "add_at")


def planned_choice(group: Group, processor: Processor) -> Kernel:
    """The kernel of a nest that chooses: a loop along which the choice stays the same goes along the lanes."""
    (nest,) = group.nests
    number, other = (nest.operands[1], nest.operands[0]) if nest.op == "take" else nest.operands
    last = len(nest.trips) - 1
    if nest.has_tables():
        return Kernel(group)
    for d in range(last + 1):
        strides = [x.address.strides[d] if isinstance(x, Access) else 0 for x in (number, nest.result, other)]
        length = constant(nest.trips[d])
        ragged = any(t.strides[d : d + 1] != (0,) for t in nest.trips[d + 1 :])
        if length and not ragged and strides[0] == 0 and strides[1] == 1 and strides[2] in (0, 1):
            order = [k for k in range(last + 1) if k != d] + [d]
            return Kernel(Group([permuted(nest, order)], group.stored), lanes_for(length, processor))
    return Kernel(group)


def write_choice(tile: Tile, nest: Nest, row: int, column: int) -> None:
    """The code of one vector of results."""
    w = tile.w
    number = nest.operands[1] if nest.op == "take" else nest.operands[0]
    assert isinstance(number, Access)
    single = w.let(f"load double, ptr {tile.pointer(number, row, column * tile.lanes)}, align 8")
    ahead = w.times(w.let(f"fptosi double {single} to i64", "i"), nest.pitch)
    if nest.op == "take":
        table = nest.operands[0]
        assert isinstance(table, Access)
        at = w.at(tile.pointer(table, row, column * tile.lanes), ahead)
        if tile.lanes > 1 and table.address.strides[len(tile.counters) - 1] == 0:
            value = tile.broadcast(w.let(f"load double, ptr {at}, align 8"), tile.lanes)
        else:
            value = tile.load_vector(at, tile.lanes, tile.parts[column])
        tile.finish(nest, row, column, value, True)
        return
    at = w.at(tile.pointer(nest.result, row, column * tile.lanes), ahead)
    before = tile.load_vector(at, tile.lanes, tile.parts[column])
    total = tile.operations().apply("add", before, tile.load(nest.operands[1], row, column))
    tile.store_vector(at, total, tile.parts[column])
