"""Are these numbers affine in loop counters? The longest loop first found, then the same for what it starts at.

Rows of numbers, one column for each operation of a class: addresses and lengths. If all rows grow by constant steps
over the first m columns, and every m columns do so again, that is an innermost loop of length m; the question is then
the same for every m-th column, until one column is left. A triangle has rows of different lengths: where a pitch tells
the rows apart, their length is one more number that has to be affine in the loops outside.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ..rolled import Affine

__all__ = ["Box", "fit"]

DEEPEST = 6  # loops in one another; what needs more is no loop nest that anybody wrote


@dataclass
class Box:
    """Loops, outermost first, in which all quantities are affine.

    trips     the length of each loop
    numbers   for each quantity its address or length: base and strides
    counters  for each loop its counter in every column
    """

    trips: tuple[Affine, ...]
    numbers: list[Affine]
    counters: Any

    def longest(self) -> list[int]:
        """The greatest length of each loop."""
        return [int(row.max()) + 1 for row in self.counters]


def fit(np: Any, rows: Any, pitch: int = 0) -> Box | None:
    """The loops in which the rows of numbers are affine, or None. Columns stand in the order of the first row.

    pitch  if it is not 0: the first row is an address in storage with rows of so many places, and rows may be ragged
    """
    count = rows.shape[1]
    if count == 1:
        return Box((), [Affine(x) for x in rows[:, 0].tolist()], np.zeros((0, 1), np.int64))
    inner, rest = _joint(np, rows)
    if rest.shape[1] == 1:
        return _box(np, inner, rest, count)
    if pitch:
        return _rows(np, inner, rest, pitch) or _rows(np, [], rows, pitch)
    return None


def _joint(np: Any, rows: Any) -> tuple[list[tuple[int, Any]], Any]:
    """Loops, innermost first, as pairs of length and strides; and the columns at which they start."""
    loops: list[tuple[int, Any]] = []
    while rows.shape[1] > 1 and len(loops) < DEEPEST:
        steps = np.diff(rows, axis=1, append=rows[:, :1])  # (the last one, back to the first column, is none)
        same = (steps[:, :-1] == steps[:, :1]).all(axis=0)
        length = len(same) + 1 if same.all() else int(same.argmin()) + 1
        if rows.shape[1] % length:
            break
        blocks = steps.reshape(len(rows), rows.shape[1] // length, length)[:, :, :-1]
        if not (blocks == steps[:, :1, None]).all():
            break
        loops.append((length, steps[:, 0]))
        rows = rows[:, ::length]
    return loops, rows


def _box(np: Any, loops: list[tuple[int, Any]], rest: Any, count: int) -> Box:
    outward = loops[::-1]
    numbers = [
        Affine(base, tuple(strides))
        for base, strides in zip(rest[:, 0].tolist(), zip(*[s.tolist() for _, s in outward], strict=True), strict=True)
    ]
    trips = [length for length, _ in outward]
    counters = np.stack(np.unravel_index(np.arange(count), trips))
    return Box(tuple(map(Affine, trips)), numbers, counters)


def _rows(np: Any, inner: list[tuple[int, Any]], rows: Any, pitch: int) -> Box | None:
    """A ragged loop: its rows are the rows of the storage, and their lengths are affine in the loops outside."""
    _, first, each, length = np.unique(rows[0] // pitch, return_index=True, return_inverse=True, return_counts=True)
    steps = np.diff(rows, axis=1)[:, np.delete(np.arange(rows.shape[1] - 1), first[1:] - 1)]
    if not steps.shape[1] or not (steps == steps[:, :1]).all():
        return None
    starts = np.concatenate([rows[:, first], length[None]])
    outer, rest = _joint(np, starts)
    if rest.shape[1] > 1:
        return None
    box = _box(np, outer, rest, len(first))
    trip = box.numbers.pop()
    lengths = [m for m, _ in reversed(inner)]
    strides = [steps[:, 0].tolist(), *[s.tolist() for _, s in reversed(inner)]]
    inside = list(zip(*strides, strict=True))
    numbers = [Affine(a.base, (*a.strides, *more)) for a, more in zip(box.numbers, inside, strict=True)]
    block = int(np.prod(lengths, dtype=np.int64))
    column = np.arange(rows.shape[1]) - first[each]
    counters = np.repeat(np.concatenate([box.counters[:, each], column[None]]), block, axis=1)
    if lengths:
        within = np.stack(np.unravel_index(np.arange(block), lengths))
        counters = np.concatenate([counters, np.tile(within, rows.shape[1])])
    return Box((*box.trips, trip, *map(Affine, lengths)), numbers, counters)
