"""A rolled program for many rows at once: every nest that depends on a row gets one more loop around it, over the rows.

What depends on no row is computed once. So a product of a matrix and a vector becomes a product of matrices.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..rolled import Access, Affine, Array, Nest, Rolled, Segment

__all__ = ["batched"]


def batched(rolled: Rolled, rows: int, mapped: Sequence[bool]) -> Rolled:
    """The program for so many rows: ``mapped`` says of each input group whether it has a row for each.

    The arrays of those inputs, and all outputs, hold row after row.
    """
    of_rows = {k: a.kind == "output" for k, a in enumerate(rolled.arrays)}
    inputs = [k for k, a in enumerate(rolled.arrays) if a.kind == "input"]
    of_rows |= dict(zip(inputs, mapped, strict=True))
    for nest in rolled.nests:  # they stand in an order in which what is read was written before
        of_rows[nest.result.array] |= any(of_rows[x.array] for x in _reads(nest))
    arrays = [
        replace(a, size=a.size * rows, labels=a.labels * rows) if of_rows[k] else a for k, a in enumerate(rolled.arrays)
    ]
    nests = [
        _wrapped(nest, rows, of_rows, rolled.arrays) if of_rows[nest.result.array] else nest for nest in rolled.nests
    ]
    return Rolled(arrays, nests, rolled.report, rolled.work * rows, rolled.affine * rows)


def _reads(nest: Nest) -> list[Access]:
    factors = [x for segment in nest.segments for x in (segment.a, segment.b)]
    return [x for x in (*nest.operands, *factors) if isinstance(x, Access)]


def _wrapped(nest: Nest, rows: int, of_rows: dict[int, bool], arrays: list[Array]) -> Nest:
    def affine(x: Affine, stride: int) -> Affine:
        return Affine(x.base, (stride, *x.strides))

    def access(x: Access | float) -> Access | float:
        if not isinstance(x, Access):
            return x
        stride = arrays[x.array].size if of_rows[x.array] else 0
        table = None if x.table is None else tuple(place + stride * row for row in range(rows) for place in x.table)
        return Access(x.array, affine(x.address, stride), table)

    result = access(nest.result)
    assert isinstance(result, Access)
    return replace(
        nest,
        trips=(Affine(rows), *[affine(trip, 0) for trip in nest.trips]),
        result=result,
        operands=tuple(map(access, nest.operands)),
        segments=tuple([Segment(affine(s.length, 0), access(s.a), access(s.b)) for s in nest.segments]),
    )
