"""Where the loop nests of a program repeat, looked for as repetitions are in a text: each nest is a word.

Two nests are the same word if they do the same, whatever places they do it to. First they are put into an order in
which what belongs to a step stands together.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ..program import SLOPES
from ..rolled import Access, Array, Nest, Operand

__all__ = ["FEWEST", "TIMES", "repeated", "when_needed"]

FEWEST = 16
"""Nests of a program in which it is worth it to look for repetitions."""

TIMES = 4
"""How often they come again at least."""

LONGEST = 512
"""Nests of one step at most."""


def when_needed(nests: list[Nest]) -> list[Nest]:
    """The nests in an order in which each stands just before the first one that needs it.

    A nest's place among all nests goes by its height above the inputs, and two layers of a recurrent network, say,
    drift apart, if in one of them a step is higher. Here all that belongs to a step stands together. A function's slope
    stands behind the function, with which it is computed.
    """
    slopes = {(SLOPES[nest.op], nest.operands): k for k, nest in enumerate(nests) if nest.op in SLOPES}
    writer: dict[int, int] = {}
    needed: list[list[int]] = []  # by each nest; of those that write to one array the last one, which needs the others
    for k, nest in enumerate(nests):
        needed.append([writer[x.array] for x in nest.accesses() if x.array in writer])
        writer[nest.result.array] = k
    read = {j for some in needed for j in some}
    placed: dict[int, Nest] = {}
    for last in (k for k in range(len(nests)) if k not in read):
        waiting = [(last, iter(needed[last]))]
        while waiting:
            k, others = waiting[-1]
            missing = next((j for j in others if j not in placed), None)
            if missing is not None:
                waiting.append((missing, iter(needed[missing])))
            else:
                waiting.pop()
                placed[k] = nests[k]
                slope = slopes.get((nests[k].op, nests[k].operands))
                if slope is not None:
                    placed[slope] = nests[slope]
    return list(placed.values())


def repeated(np: Any, nests: Sequence[Nest], arrays: Sequence[Array]) -> list[tuple[range, int]]:
    """Where the same nests come again, and how many there are until they do."""
    words: dict[Any, int] = {}
    text = np.array([words.setdefault(_word(nest, arrays) or k, k) for k, nest in enumerate(nests)])
    candidates = []
    for step in range(1, min(LONGEST, len(text) // TIMES) + 1):
        same = text[step:] == text[:-step]
        edges = np.flatnonzero(np.diff(same, prepend=False, append=False)).tolist()
        for start, stop in zip(edges[::2], edges[1::2], strict=True):
            length = stop - start + step
            if length >= TIMES * step:
                candidates.append((-length, step, start))
    free = np.ones(len(text), bool)
    found = []
    for length, step, start in sorted(candidates):  # what covers most comes first, and of that the shortest step
        if free[start : start - length].all():
            free[start : start - length] = False
            found.append((range(start, start - length), step))
    return sorted(found, key=lambda x: x[0].start)


def _word(nest: Nest, arrays: Sequence[Array]) -> Any:
    """What a nest does, whatever places and constants it does it to; None if that cannot be told.

    A lone term of a sum, a product with 1, is not the same as a product with another number.
    """
    if nest.has_tables():
        return None

    def shape(x: Operand) -> Any:
        if not isinstance(x, Access):
            return x == 1.0 and bool(nest.segments)
        kind = arrays[x.array].kind
        return kind if kind in ("work", "const") else x.array, x.address.strides

    segments = tuple([(s.length, shape(s.a), shape(s.b)) for s in nest.segments])
    operands = tuple(map(shape, nest.operands))
    return nest.op, nest.trips, shape(nest.result), operands, segments, nest.pitch, nest.count
