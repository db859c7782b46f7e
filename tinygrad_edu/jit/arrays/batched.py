"""A rolled program for many rows at once: every nest that depends on a row gets one more loop around it, over the rows.

What depends on no row is computed once. So a product of a matrix and a vector becomes a product of matrices. Where only
the sum of an output over the rows is wanted, as of gradients, a product becomes a sum of products: dᵀ·X.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from functools import partial

from ..rolled import Access, Affine, Array, Nest, Recurrence, Rolled, Segment, each_nest, step_of, with_each

__all__ = ["batched"]


def batched(rolled: Rolled, rows: int, mapped: Sequence[bool], summed: Collection[int] = ()) -> Rolled:
    """The program for so many rows: ``mapped`` says of each input group whether it has a row for each.

    The arrays of those inputs, and all outputs, hold row after row; those outputs that are ``summed``, by their
    positions, their sums over the rows.
    """
    arrays, parts = list(rolled.arrays), list(rolled.nests)
    outputs = [k for k, a in enumerate(arrays) if a.kind == "output"]
    sums = {outputs[k] for k in summed}
    of_rows = {k: k in outputs and k not in sums for k in range(len(arrays))}
    inputs = [k for k, a in enumerate(arrays) if a.kind == "input"]
    of_rows |= dict(zip(inputs, mapped, strict=True))
    added = []
    for k in sums:
        parts, sums_of_parts = _each_row_apart(parts, arrays, k)
        added += sums_of_parts
    of_rows |= dict.fromkeys(range(len(rolled.arrays), len(arrays)), True)
    before = None
    while of_rows != before:  # again, as one turn may need what a nest behind has left in the turn before
        before = dict(of_rows)
        for nest in each_nest(parts):
            if nest.result.array not in sums:
                of_rows[nest.result.array] |= any(of_rows[x.array] for x in nest.reads())
    sizes = [a.size for a in arrays]
    around = _Around(rows, of_rows, sizes)

    def of_all_rows(nest: Nest, outside: int) -> Nest:
        if nest.result.array in sums:
            return around.sum(nest)
        return around.loop(nest, outside) if of_rows[nest.result.array] else nest

    new = [with_each(part, partial(of_all_rows, outside=isinstance(part, Recurrence))) for part in [*parts, *added]]
    arrays = [replace(a, size=a.size * rows, labels=a.labels * rows) if of_rows[k] else a for k, a in enumerate(arrays)]
    return Rolled(arrays, new, rolled.report, rolled.work * rows, rolled.affine * rows)


def _each_row_apart(
    parts: list[Nest | Recurrence], arrays: list[Array], k: int
) -> tuple[list[Nest | Recurrence], list[Nest]]:
    """The nests, with what is read again of an output that is to be summed, and whatever is no product, in an array of
    its own, which is added to the arrays; and the nests that copy that into the output, of which sums will be made.
    """
    nests = list(each_nest(parts))
    read = {place for nest in nests for x, rounds in _addresses(nest, reading=True) if x == k for place in rounds}
    apart = len(arrays)
    arrays.append(replace(arrays[k], kind="work", labels=()))
    copies = []
    wild = any(nest.result.array == k and (nest.result.table is not None or nest.count) for nest in nests)
    wild |= any(nest.count > 0 and any(x.array == k for x in nest.operands if isinstance(x, Access)) for nest in nests)
    if wild:  # places in no order, or that numbers choose: all of it is computed apart, and added up as one long row
        row = Affine(0, (1,))
        copies.append(Nest("copy", (Affine(arrays[k].size),), Access(k, row), (Access(apart, row),)))

    def with_rows_apart(nest: Nest) -> Nest:
        if read or wild:
            nest = nest.rewritten(lambda x, _: replace(x, array=apart) if x.array == k else x, result=nest.result)
        if nest.result.array == k:
            places = {place for _, rounds in _addresses(nest, reading=False) for place in rounds}
            if wild or not _is_product(nest) or not read.isdisjoint(places):
                if not wild:
                    copies.append(replace(nest, op="copy", operands=(replace(nest.result, array=apart),), segments=()))
                nest = replace(nest, result=replace(nest.result, array=apart))
        return nest

    return [with_each(part, with_rows_apart) for part in parts], copies


def _is_product(nest: Nest) -> bool:
    """Whether its results are products, sums of a fixed few, or copies, read and written by rule."""
    if nest.has_tables():
        return False
    few = all(s.length.base == 1 and not any(s.length.strides) for s in nest.segments)
    return nest.op in ("mul", "copy") or (nest.op == "dot" and few)


def _addresses(nest: Nest, reading: bool) -> Iterator[tuple[int, Iterator[int]]]:
    """The arrays that a nest reads, or writes, with the places in them."""
    rounds = list(nest.rounds())
    read = [x for x in nest.operands if isinstance(x, Access)]
    operands = read if reading else [nest.result]
    for x in operands:
        yield x.array, (x.at(counters, i) for i, counters in enumerate(rounds))
    for segment in nest.segments if reading else ():
        for factor in (segment.a, segment.b):
            if isinstance(factor, Access):
                yield factor.array, _places_of_steps(segment, factor, rounds)


def _places_of_steps(segment: Segment, x: Access, rounds: list[tuple[int, ...]]) -> Iterator[int]:
    for k, counters in enumerate(rounds):
        for step in range(segment.length.at(counters)):
            at_step = step_of(x, step, len(counters))
            assert isinstance(at_step, Access)
            yield at_step.at(counters, k)


class _Around:
    """Nests of one row made nests of all rows."""

    def __init__(self, rows: int, of_rows: dict[int, bool], sizes: Sequence[int]) -> None:
        self.rows, self.of_rows, self.sizes = rows, of_rows, sizes

    def stride(self, x: Access) -> int:
        return self.sizes[x.array] if self.of_rows[x.array] else 0

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
        pairs = [(s.a, s.b) for s in nest.segments]
        if nest.operands:
            pairs = [(nest.operands[0], nest.operands[1] if nest.op == "mul" else 1.0)]
        depth = len(nest.trips)
        segments = [Segment(Affine(self.rows), self._step(a, depth), self._step(b, depth)) for a, b in pairs]
        return replace(nest, op="dot", operands=(), segments=tuple(segments))

    def _step(self, x: Access | float, depth: int) -> Access | float:
        if not isinstance(x, Access):
            return x
        return Access(x.array, x.address.without_loop(depth).with_loop(depth, self.stride(x)))
