"""Writing a rolled program: arrays, a nest for each class, tables for what follows no rule, copies into the outputs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from ..program import Program
from ..rolled import Access, Affine, Array, Nest, Rolled, Segment
from .colour import Coloured
from .fit import Box, fit
from .naming import Names
from .reads import NUMBERS, Class, Place, Read, Run, read_numbers, steps_of

__all__ = ["Writer"]


class Writer:
    """A rolled program being written."""

    def __init__(self, program: Program, graph: Coloured) -> None:
        self.np = np = graph.np
        self.program = program
        self.graph = graph
        self.names = Names(program)
        self.rolled = Rolled([], [])
        self.pitch: defaultdict[int, int] = defaultdict(int)  # of the arrays with ragged rows, else 0
        self.gathered: set[int] = set()  # arrays that a table was used for
        self.listed: dict[Any, int] = {}  # arrays of numbers, by what is in them
        count = len(program)
        self.place = Place({}, np.zeros(count, np.int64), np.zeros(count))
        for i, x in program.numbers.items():
            self.place.number[i] = x
        for group in program.inputs:
            labels = tuple([program.labels.get(i, "") for i in group.nodes])
            array = self._array(group.name, len(group.nodes), "input", labels=labels if any(labels) else ())
            self.place.address[list(group.nodes)] = np.arange(len(group.nodes))
            for i in group.nodes:
                self.place.array[self.graph.colour[i]] = array
        self.outputs = [self._array(group.name, len(group.nodes), "output") for group in program.outputs]
        self.position: dict[int, tuple[int, int]] = {}  # of a node among the outputs: group, place
        for k, group in enumerate(program.outputs):
            for n, i in enumerate(group.nodes):
                self.position.setdefault(self.graph.at[i], (k, n))
        self.edges: dict[tuple[int, int], int] = {}  # arrays of what tails read
        self.written: set[tuple[int, int]] = set()  # outputs that were computed into their own place

    def _array(self, name: str, size: int, kind: str, data: Sequence[float] = (), labels: tuple[str, ...] = ()) -> int:
        self.rolled.arrays.append(Array(self.names.of_array(name), size, kind, tuple(data), labels))
        return len(self.rolled.arrays) - 1

    # -- one nest -----------------------------------------------------------------------------------------------------

    def _nest(self, c: Class, box: Box, array: int, order: Any) -> None:
        """Add the nest of a class, or of a part of one, with its members in this order."""
        terms = c.terms
        numbers = iter(box.numbers)
        result = Access(array, next(numbers))
        found: list[Access | float] = []
        heads = [next(numbers) if isinstance(x, Read) and x.at is not None else None for x in c.reads]
        spans = [next(numbers) if (run.length != run.length[0]).any() else Affine(int(run.length[0])) for run in terms]
        for k, x in enumerate(c.reads):
            run, head = terms[k // 2] if terms else None, heads[k]
            if not isinstance(x, Read):
                found.append(x)
            elif head is not None:
                strides = (*head.strides, x.stride) if run else head.strides
                found.append(Access(x.array, Affine(head.base, strides)))
            else:
                found.append(self._listed(x, box, run, spans[k // 2] if run else None, order, c.label or c.op))
        segments = tuple(
            Segment(span, a, b) for span, a, b in zip(spans, found[0::2], found[1::2], strict=True)
        ) if terms else ()  # fmt: skip
        nest = Nest(c.op, box.trips, result, () if segments else tuple(found), segments, c.label, *c.table)
        self.rolled.nests.append(nest)
        rounds = len(order)
        work = rounds if not terms else sum(int(run.length.sum()) for run in terms) * (2 if c.op == "dot" else 1)
        if c.op != "copy":
            gathered = any(isinstance(x, Access) and x.array in self.gathered for x in found)
            self.rolled.work += work
            self.rolled.affine += 0 if gathered else work

    def _listed(self, read: Read, box: Box, run: Run | None, span: Affine | None, order: Any, label: str) -> Access:
        """Access to what was listed: numbers, or places, in an array that has them in the order of the nest."""
        np = self.np
        length = run.length if run else np.ones(len(order), np.int64)
        first = (np.cumsum(length) - length)[order]
        length = length[order]
        step = steps_of(np, length)
        each = read.each[np.repeat(first, length) + step]
        longest = [*box.longest(), int(length.max())]
        counters = np.repeat(box.counters, length, axis=1)
        counters = np.concatenate([counters, step[None]])
        full = len(each) == int(np.prod(longest, dtype=np.int64))
        if full:  # a loop in which nothing changes needs no place of its own
            grid = each.reshape(longest)
            for axis in range(len(longest)):
                once = grid.take([0], axis=axis)
                if (_bits(np, grid) == _bits(np, once)).all():
                    grid, longest[axis] = once, 1
            each = grid.ravel()
            counters = np.stack(np.unravel_index(np.arange(len(each)), longest))
        size = int(np.prod(longest, dtype=np.int64))
        strides = [int(np.prod(longest[k + 1 :], dtype=np.int64)) * (longest[k] > 1) for k in range(len(longest))]
        address = Affine(0, tuple(strides) if run else tuple(strides[:-1]))
        if read.array == NUMBERS:
            data = np.zeros(size)
            data[np.array(strides) @ counters] = each
            return Access(self._data(data), address)
        source = self.rolled.arrays[read.array]
        array = self._array(source.name, size, "work")
        self.gathered.add(array)
        trips, target = box.trips if span is None else (*box.trips, span), address
        if full:
            kept = [k for k in range(len(longest)) if longest[k] > 1]
            trips, target = tuple([Affine(longest[k]) for k in kept]), Affine(0, tuple([strides[k] for k in kept]))
        table = Access(read.array, Affine(0), tuple(each.tolist()))
        self.rolled.nests.append(Nest("copy", trips, Access(array, target), (table,), label=source.name))
        self.rolled.report.append(
            f"{label}: {len(each)} numbers of {source.name} are read in an order that follows no rule"
        )
        return Access(array, address)

    # -- outputs ------------------------------------------------------------------------------------------------------

    def _copy_outputs(self) -> None:
        """Copy what belongs into the outputs and was not computed there."""
        np, graph = self.np, self.graph
        for k, group in enumerate(self.program.outputs):
            sources: dict[int, list[tuple[int, int]]] = {}
            for n, i in enumerate(group.nodes):
                i = graph.at[i]
                if self.position[i] != (k, n) or (k, n) not in self.written:
                    sources.setdefault(self.place.array.get(graph.colour[i], NUMBERS), []).append((n, i))
            for array, pairs in sources.items():
                at, nodes = (np.array(column) for column in zip(*pairs, strict=True))
                self._copy(self.outputs[k], group.name, array, at, nodes)

    def _copy(self, target: int, label: str, array: int, at: Any, nodes: Any) -> None:
        """Copy nodes, from an array or numbers of the program, to these places: with tables if they follow no rule."""
        np, numbers, source_at = self.np, self.place.number[nodes], self.place.address[nodes]
        read = read_numbers(np, numbers) if array == NUMBERS else Read(array, source_at)
        box = fit(np, np.stack([at] if array == NUMBERS else [at, source_at]))
        if box is not None:
            self._nest(Class("copy", nodes.tolist(), [read], [], label, (0, 0)), box, target, np.arange(len(at)))
            return
        source: Access | float = Access(array, Affine(0), tuple(source_at.tolist()))
        if array == NUMBERS:
            source = Access(self._data(numbers), Affine(0, (1,))) if isinstance(read, Read) else read
        box = fit(np, at[None])
        trips = box.trips if box else (Affine(len(at)),)
        result = Access(target, box.numbers[0]) if box else Access(target, Affine(0), tuple(at.tolist()))
        self.gathered.add(target)
        self.rolled.nests.append(Nest("copy", trips, result, (source,), label=label))
        self.rolled.report.append(f"{label}: {len(at)} numbers are copied in an order that follows no rule")

    def _data(self, numbers: Any) -> int:
        """An array of these numbers, one for all that are the same."""
        key = numbers.tobytes()
        if key not in self.listed:
            self.listed[key] = self._array("data", len(numbers), "const", numbers.tolist())
        return self.listed[key]


def _bits(np: Any, x: Any) -> Any:
    return x.view(np.int64)
