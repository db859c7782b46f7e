"""A rolled program for many rows at once: the rows of a block are one more loop, the innermost, of every nest.

Arrays that differ from row to row get a place for each row of the block beside every number, so vectors run along the
rows whatever the program looks like. Which arrays those are, and what sums over rows are made of, ``rolling/rows.py``
says.

The length of the innermost loop is known only at run time: the last block may have fewer rows. Every number of an
output is computed by one nest, as everywhere in rolled programs.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

from ..rolled import Access, Affine, Array, Nest, Operand, Recurrence, Rolled, Segment, each_nest, with_each
from ..rolling.rows import is_read, products, varying
from ..rolling.touched import moving
from .chosen import split
from .nests import RunTime, written_out

__all__ = ["Rows", "for_rows"]

CACHE = 4_096
"""Doubles of work memory in a block: what the first cache holds."""

FEWEST, MOST = 4, 16
"""Vectors in a block."""

LARGE = 1 << 17
"""Numbers of a row from which on a block has one vector only, so that its memory does not grow out of bounds."""


@dataclass(frozen=True)
class Rows:
    """The program for a block of rows.

    rolled  its inputs and outputs are those of the program, in blocks: ``rows`` rows of those that have some
    block   rows in a block at most
    mapped  the inputs that have rows
    summed  the outputs that are sums over the rows; they are added to what is there
    """

    rolled: Rolled
    block: int
    mapped: frozenset[int]
    summed: frozenset[int]


def for_rows(rolled: Rolled, mapped: Collection[int], summed: Collection[int], lanes: int) -> Rows:
    """The program for blocks of rows. ``mapped`` and ``summed`` are positions of inputs and outputs.

    No recurrence writes to an output that is summed.
    """
    return _Rows(rolled, frozenset(mapped), frozenset(summed), lanes).result


class _Rows:
    """The program for blocks of rows while it is made.

    old      the arrays of the program, ``arrays`` those that there are now
    varying  those of the program that differ from row to row; in ``arrays`` number n of row r is at n·block + r
    at       where each array of the program is now; ``given``: where the rows are as they came
    """

    def __init__(self, rolled: Rolled, mapped: frozenset[int], summed: frozenset[int], lanes: int) -> None:
        parts = [with_each(part, written_out) for part in rolled.nests]
        nests = list(each_nest(parts))
        self.old = rolled.arrays
        inputs, outputs = rolled.of_kind("input"), rolled.of_kind("output")
        sums = {outputs[p] for p in summed}
        self.varying = varying(nests, [inputs[p] for p in mapped])
        numbers = sum(self.old[k].size for k in self.varying - sums)
        fewest = FEWEST if numbers < LARGE else 1
        self.block = lanes * max(fewest, min(MOST, CACHE // (lanes * max(numbers, 1))))
        self.rows = RunTime(self.block)

        self.arrays: list[Array] = []
        self.at: dict[int, int] = {}
        outside = self._lay_out(inputs, outputs, {inputs[p] for p in mapped}, sums)
        self.given = {inputs[p]: outside[inputs[p]] for p in mapped}

        self.nests: list[Nest | Recurrence] = []
        for p in sorted(mapped):
            self._across(inputs[p], outside[inputs[p]], into=True)
        late: list[Nest] = []
        for part in parts:
            if isinstance(part, Recurrence):
                self.nests.append(with_each(part, self._with_rows))
            elif part.result.array in sums:
                late += self._total(part, nests, outside[part.result.array])
            else:
                self.nests.append(self._with_rows(part))
        self.nests += late
        for k in outputs:
            if k not in sums:
                self._across(k, outside[k], into=False)
        used = {x.array for nest in each_nest(self.nests) for x in nest.accesses()} | set(outside.values())
        arrays = [a if k in used else replace(a, size=0, data=()) for k, a in enumerate(self.arrays)]
        self.result = Rows(Rolled(arrays, self.nests), self.block, mapped, summed)

    def _lay_out(self, inputs: list[int], outputs: list[int], mapped: set[int], sums: set[int]) -> dict[int, int]:
        """First the buffers outside, then all arrays of the program as work arrays, except what is used where it lies.
        Where the buffers are."""
        outside: dict[int, int] = {}
        for k in [*inputs, *outputs]:
            outside[k] = len(self.arrays)
            rows = self.block if k in mapped or (k in outputs and k not in sums) else 1
            self.arrays.append(replace(self.old[k], size=self.old[k].size * rows))
            if k in inputs and k not in mapped:
                self.at[k] = outside[k]
        for k, a in enumerate(self.old):
            if k not in self.at:
                self.at[k] = len(self.arrays)
                size = a.size * (self.block if k in self.varying else 1)
                self.arrays.append(Array(a.name, size, "const" if a.kind == "const" else "work", a.data))
        return outside

    def _total(self, nest: Nest, nests: list[Nest], output: int) -> list[Nest]:
        """What adds a nest's results of all rows to an output; the results themselves are kept only if read."""
        if not is_read(nest, nests):
            if nest.op == "scatter":
                return [self._added(part, output) for part in split(nest) if part.op == "add_at"]
            total = self._summed(nest, output)
            if total is not None:
                return [total]
        self.nests.append(self._with_rows(nest))
        trips, result = nest.trips, nest.result
        if nest.op == "scatter":
            trips = (*trips, Affine(nest.count, (0,) * len(trips)))
            result = replace(result, address=result.address.with_loop(len(nest.trips), nest.pitch))
        total = self._summed(Nest("copy", trips, result, (result,), label=nest.label), output)
        assert total is not None, "one term for each row"
        return [total]

    def _added(self, nest: Nest, output: int) -> Nest:
        """Additions at places that each row chooses, to an output that all rows have together."""
        operands = tuple(self._access(x, len(nest.trips)) if isinstance(x, Access) else x for x in nest.operands)
        result = Access(output, nest.result.address.with_loop(len(nest.trips)))
        return replace(nest, trips=(*nest.trips, self.rows), result=result, operands=operands)

    def _across(self, k: int, outside: int, into: bool) -> None:
        """Copy an array between a buffer, row after row, and the block, where the rows stand side by side."""
        size, varies = self.old[k].size, k in self.varying
        here = Access(self.at[k], Affine(0, (self.block if varies else 1, int(varies))))
        there = Access(outside, Affine(0, (1, size)))
        result, source = (here, there) if into else (there, here)
        if size:
            self.nests.append(Nest("copy", (Affine(size), self.rows), result, (source,)))

    # -- one nest -----------------------------------------------------------------------------------------------------

    def _access(self, x: Access, depth: int) -> Access:
        """An access with the loop over the rows after the ``depth`` loops of its nest; a segment's step follows."""
        times = self.block if x.array in self.varying else 1
        address = Affine(x.address.base * times, tuple([stride * times for stride in x.address.strides]))
        table = None if x.table is None else tuple(start * times for start in x.table)
        return Access(self.at[x.array], address.with_loop(depth, int(x.array in self.varying)), table)

    def _with_rows(self, nest: Nest) -> Nest:
        """The nest for all rows of the block; for all at once where it does not differ."""
        if nest.result.array not in self.varying:
            return nest.rewritten(lambda x, _: replace(x, array=self.at[x.array]))
        depth, table = len(nest.trips), moving(nest)
        varies = isinstance(table, Access) and table.array in self.varying
        pitch = nest.pitch * (self.block if varies else 1)
        return nest.with_loop(depth, self.rows, lambda x: self._access(x, depth), pitch=pitch)

    def _summed(self, nest: Nest, total: int) -> Nest | None:
        """What adds the nest's results of all rows to the output, if it is a sum of products of one step each."""
        depth, pairs = len(nest.trips), products(nest)
        if pairs is None:
            return None

        def along(x: Operand) -> Operand:  # the step of the segment is the row
            if not isinstance(x, Access):
                return x
            address = x.address.without_loop(depth)
            if x.array in self.given and x.table is None and set(address.strides) <= {0, 1}:
                # Side by side already in the rows as they came; nothing beyond the last row may be read there.
                return Access(self.given[x.array], address.with_loop(depth, self.old[x.array].size))
            return self._access(replace(x, address=address), depth)

        result = replace(nest.result, array=total)
        before = Segment(Affine(1, (0,) * depth), replace(result, address=result.address.with_loop(depth)), 1.0)
        sums = [Segment(RunTime(self.block, (0,) * depth), along(a), along(b)) for a, b in pairs]
        return Nest("dot", nest.trips, result, segments=(before, *sums), label=nest.label)
