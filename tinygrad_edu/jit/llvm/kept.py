"""What all rounds of a loop read is loaded once, before the loop, and stays in registers.

LLVM cannot do that by itself: it would have to know that nothing which the rounds store changes it. It pays twice.
Nothing is loaded again, and what passes through the caches is one row of a matrix after the other, which processors
foresee: the gradient of a layer of 128 units takes three quarters of the time.
"""

from __future__ import annotations

from typing import Any

from ..rolled import Access
from .fusion import Group
from .nests import constant, lined_up
from .reductions import Along
from .tiles import Tile

__all__ = ["along_steps", "in_rows", "loaded"]


def along_steps(group: Group) -> list[tuple[Access, int]]:
    """For reductions with vectors along their steps: what is the same for all results, and how many steps it has."""
    depth = len(group.trips)
    return [
        (x, n)
        for nest in group.reductions
        for s in nest.segments
        if lined_up(s, depth) and (n := constant(s.length))
        for x in (s.a, s.b)
        if isinstance(x, Access) and _stays(x, group, depth - 1, depth)
    ]


def in_rows(group: Group) -> list[Access]:
    """For operations on elements: what is the same in all rows, the rounds of the last loop but one."""
    depth = len(group.trips)
    return list(dict.fromkeys(x for n in group.nests for x in n.reads() if _stays(x, group, depth - 2, depth - 1)))


def _stays(x: Access, group: Group, d: int, side: int) -> bool:
    """Whether what is read is the same in all rounds of loop d, and lies side by side along another loop."""
    changes = any(nest.result.array == x.array for nest in group.nests)
    return not changes and x.address.strides[d] == 0 and x.address.strides[side] == 1


def loaded(tile: Tile, group: Group, along: bool) -> dict[Any, Any]:
    """The loads, for the tiles of all rounds: as ``Tile.known`` has them. The tile is one of the first round."""
    if along:
        steps = Along(tile, "dot", 1)
        for x, n in along_steps(group):
            for k in range(0, n - steps.width + 1, steps.width):
                steps.load(x, 0, 0, k)
    else:
        for x in in_rows(group):
            for column in range(len(tile.parts)):
                tile.load(x, 0, column)
    return {key: name for key, name in tile.known.items() if not isinstance(key[0], int)}  # no addresses
