"""Sums over steps: terms that lie one step apart in an array become one run of terms along it.

The gradient of a weight that each step uses is a sum of as many products as there are steps. Where their factors lie
at an even pace, that is one segment of a dot, however many steps there are.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import Any

from ..rolled import Access, Affine, Array, Nest, Operand, Segment

__all__ = ["along_steps"]

FEWEST = 4
"""Terms that are worth looking at."""


def along_steps(nest: Nest, arrays: list[Array]) -> Nest:
    """The nest with the terms of a sum that lie one step apart as one run of terms.

    Where their factors are constants, others in each step, these are put into an array, which is added to ``arrays``.
    """
    if len(nest.segments) < FEWEST:
        return nest
    kinds: dict[Any, list[Segment]] = {}
    for s in nest.segments:
        kinds.setdefault((s.length, _kind(s.a, s), _kind(s.b, s)), []).append(s)
    depth = len(nest.trips)
    return replace(nest, segments=tuple([s for some in kinds.values() for s in _joined(some, depth, arrays)]))


def _kind(x: Operand, segment: Segment) -> Any:
    if isinstance(x, Access):
        return x.array, x.address.strides, x.table
    return repr(x) if x == 1.0 or segment.length != Affine(1) else "a number"


def _base(x: Operand) -> int:
    return x.address.base if isinstance(x, Access) else 0


def _joined(segments: list[Segment], depth: int, arrays: list[Array]) -> Iterator[Segment]:
    """Runs of terms that differ in where they begin: those that follow each other as one."""
    segments = sorted(segments, key=lambda s: (_base(s.a), _base(s.b)))
    paces = [(_base(t.a) - _base(s.a), _base(t.b) - _base(s.b)) for s, t in pairwise(segments)]
    k = 0
    while k < len(segments):
        stop = k + 1
        while stop < len(segments) and paces[stop - 1] == paces[k]:
            stop += 1
        joined = _one_run(segments[k:stop], paces[k], depth, arrays) if stop - k > 1 else None
        if joined is None:
            yield from segments[k:stop]
        else:
            yield joined
        k = stop


def _one_run(segments: list[Segment], paces: tuple[int, int], depth: int, arrays: list[Array]) -> Segment | None:
    """Equally long runs, each so far behind the one before, as a single one, if there is one."""
    first, length = segments[0], segments[0].length
    if any(length.strides) or any(isinstance(x, Access) and x.table is not None for x in (first.a, first.b)):
        return None
    factors: list[Operand] = []
    for column, pace in zip(zip(*[(s.a, s.b) for s in segments], strict=True), paces, strict=True):
        x = column[0]
        if isinstance(x, Access):
            *outer, stride = x.address.strides
            if length.base > 1 and stride * length.base != pace:
                return None
            x = replace(x, address=Affine(x.address.base, (*outer, stride if length.base > 1 else pace)))
        elif len(set(map(repr, column))) > 1:
            arrays.append(Array("data", len(column), "const", column))
            x = Access(len(arrays) - 1, Affine(0, (*[0] * depth, 1)))
        factors.append(x)
    return Segment(Affine(length.base * len(segments), length.strides), *factors)
