"""Tables in loop nests: reading, and adding, at a place that is itself read from memory.

A ``scatter`` of a rolled program becomes loops that write zeros, and then loops that add: ``add_at``, in which the
result is what is there already plus an operand. It goes number by number.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ..rolled import Access, Affine, Nest, Operand
from .nests import RunTime
from .tiles import Tile

__all__ = ["choosing", "split", "write_choice"]


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


def write_choice(tile: Tile, nest: Nest) -> None:
    """The code of one result; the tile has no others."""
    w = tile.w
    number, other = (nest.operands[1], nest.operands[0]) if nest.op == "take" else nest.operands
    ahead = w.times(w.let(f"fptosi double {tile.load(number, 0, 0)} to i64", "i"), nest.pitch)
    if nest.op == "take":
        assert isinstance(other, Access)
        at = w.at(tile.pointer(other, 0, 0), ahead)
        tile.finish(nest, 0, 0, w.let(f"load double, ptr {at}, align 8"), True)
        return
    at = w.at(tile.pointer(nest.result, 0, 0), ahead)
    total = tile.operations().apply("add", w.let(f"load double, ptr {at}, align 8"), tile.load(other, 0, 0))
    w.do(f"store double {total}, ptr {at}, align 8")
