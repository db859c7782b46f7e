"""A rolled program for many rows at once: every nest that depends on a row gets one more loop around it, over the rows.

So a product of a matrix and a vector becomes a product of matrices, and what is summed over the rows becomes dᵀ·X. What
depends on a row, and what sums over the rows are made of, says ``rolling/rows.py``.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from functools import partial

from ..rolled import Access, Affine, Array, Nest, Recurrence, Rolled, Segment, each_nest, with_each
from ..rolling.rows import is_read, products, varying

__all__ = ["batched"]


def batched(rolled: Rolled, rows: int, mapped: Sequence[bool], summed: Collection[int] = ()) -> Rolled:
    """The program for so many rows: ``mapped`` says of each input group whether it has a row for each.

    The arrays of those inputs, and all outputs, hold row after row; those outputs that are ``summed``, by their
    positions, their sums over the rows.
    """
    arrays, parts = list(rolled.arrays), list(rolled.nests)
    inputs, outputs = rolled.of_kind("input"), rolled.of_kind("output")
    sums = {outputs[k] for k in summed}
    given = [k for k, many in zip(inputs, mapped, strict=True) if many] + [k for k in outputs if k not in sums]
    added = []
    for k in sums:
        parts, sums_of_parts = _each_row_apart(parts, arrays, k)
        added += sums_of_parts
    of_rows = varying([nest for nest in each_nest(parts) if nest.result.array not in sums], given)
    sizes = [a.size for a in arrays]
    around = _Around(rows, of_rows, sizes)

    def of_all_rows(nest: Nest, outside: int) -> Nest:
        if nest.result.array in sums:
            return around.sum(nest)
        return around.loop(nest, outside) if nest.result.array in of_rows else nest

    new = [with_each(part, partial(of_all_rows, outside=isinstance(part, Recurrence))) for part in [*parts, *added]]
    arrays = [
        replace(a, size=a.size * rows, labels=a.labels * rows) if k in of_rows else a for k, a in enumerate(arrays)
    ]
    return Rolled(arrays, new, rolled.report, rolled.work * rows, rolled.affine * rows)


def _each_row_apart(
    parts: list[Nest | Recurrence], arrays: list[Array], k: int
) -> tuple[list[Nest | Recurrence], list[Nest]]:
    """The nests, with what is read again of an output that is to be summed, and whatever is no product, in an array of
    its own, which is added to the arrays; and the nests that copy that into the output, of which sums will be made.
    """
    nests = list(each_nest(parts))
    apart = len(arrays)
    arrays.append(replace(arrays[k], kind="work", labels=()))
    computing = [nest for nest in nests if nest.result.array == k]
    if any(nest.result.table is not None or nest.count for nest in computing):
        # Places in no order, or that numbers choose: all of it is computed apart, and added up as one long row.
        moved, row = computing, Affine(0, (1,))
        copies = [Nest("copy", (Affine(arrays[k].size),), Access(k, row), (Access(apart, row),))]
    else:
        moved = [nest for nest in computing if nest.has_tables() or products(nest) is None or is_read(nest, nests)]
        copies = [replace(n, op="copy", operands=(replace(n.result, array=apart),), segments=()) for n in moved]

    def with_rows_apart(nest: Nest) -> Nest:
        stays = nest.result if nest not in moved else replace(nest.result, array=apart)
        return nest.rewritten(lambda x, _: replace(x, array=apart) if x.array == k else x, result=stays)

    return [with_each(part, with_rows_apart) for part in parts], copies


class _Around:
    """Nests of one row made nests of all rows."""

    def __init__(self, rows: int, of_rows: set[int], sizes: Sequence[int]) -> None:
        self.rows, self.of_rows, self.sizes = rows, of_rows, sizes

    def stride(self, x: Access) -> int:
        return self.sizes[x.array] if x.array in self.of_rows else 0

    def loop(self, nest: Nest, outside: int) -> Nest:
        """One more loop around the others, but for so many that are outside of it."""

        def access(x: Access) -> Access:
            stride = self.stride(x)
            table = (
                None if x.table is None else tuple(place + stride * r for r in range(self.rows) for place in x.table)
            )
            return Access(x.array, x.address.with_loop(outside, stride), table)

        return nest.with_loop(outside, Affine(self.rows), access)

    def sum(self, nest: Nest) -> Nest:
        """A product, or a copy, summed over the rows."""
        pairs, depth = products(nest), len(nest.trips)
        assert pairs is not None, "all else is computed apart"
        segments = [Segment(Affine(self.rows), self._step(a, depth), self._step(b, depth)) for a, b in pairs]
        return replace(nest, op="dot", operands=(), segments=tuple(segments))

    def _step(self, x: Access | float, depth: int) -> Access | float:
        if not isinstance(x, Access):
            return x
        return Access(x.array, x.address.without_loop(depth).with_loop(depth, self.stride(x)))
