"""Copies that turn rows into columns: as many vectors as a vector has lanes are loaded, turned, and stored.

Number by number it would be a load and an insertion for each; here it is a load, a store, and log2 of the lanes
exchanges for each vector. The exchanges are those of Eklundh (1972): of two vectors s apart, blocks of s lanes change
places, for s = 1, 2, 4.
"""

from __future__ import annotations

from ..rolled import Access, Nest
from .text import vector
from .tiles import Tile, first_part

__all__ = ["turnable", "write_turned"]


def turnable(tile: Tile) -> bool:
    """Whether the tile is a square; if parts of vectors can be loaded and stored, it may be less than one."""
    whole = tile.rows == tile.lanes or (tile.unit.masks and tile.rows > 1)
    return tile.lanes == tile.unit.lanes and tile.parts[0].count > 0 and whole


def write_turned(tile: Tile, nest: Nest) -> None:
    """A tile whose source lies side by side along the rows."""
    (source,) = nest.operands
    assert isinstance(source, Access)
    lanes, (part,) = tile.lanes, tile.parts
    rows = first_part(tile.rows, lanes)
    columns = [tile.load_vector(tile.pointer(source, 0, c), lanes, rows) for c in range(part.count)]
    columns += ["poison"] * (lanes - part.count)
    for row, value in enumerate(_turned(tile, columns)[: tile.rows]):
        tile.store_vector(tile.pointer(nest.result, row, 0), value, part)


def _turned(tile: Tile, vectors: list[str]) -> list[str]:
    """The square that has these rows, by its columns."""
    n, kind, s = len(vectors), tile.type, 1
    while s < n:
        upper = [j if not j & s else n + j - s for j in range(n)]  # from the first vector, or n on from the second
        lower = [j + s if not j & s else n + j for j in range(n)]
        for k in range(n):
            if not k & s:
                pair = vectors[k], vectors[k + s]
                vectors[k], vectors[k + s] = (
                    tile.w.let(
                        f"shufflevector {kind} {pair[0]}, {kind} {pair[1]}, "
                        f"{vector(n, 'i32')} <{', '.join(f'i32 {j}' for j in chosen)}>"
                    )
                    for chosen in (upper, lower)
                )
        s *= 2
    return vectors
