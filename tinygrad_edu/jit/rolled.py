"""The rolled program: loop nests over arrays. ``rolling/`` makes it from a flat program, all fast targets read it.

A nest applies one operation to a whole class of nodes at once. Its loops count from 0; where a number is read and where
the result goes is affine in the loop counters: address = base + Σ stride·counter. A loop's length may be affine in the
counters outside it (a triangle). So a layer of a network is one nest over its units, with a dot over its inputs inside.

Where a number that is data chooses from a table, an address is not known before the program runs: ``take`` reads, and
``scatter`` adds, at a place that it reads from an array. Both say which places that may be.

The nests stand in an order in which everything is computed before it is used. Nests that come again and again, each
time on what they have left the time before, may take turns (``Recurrence``).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from ..ieee import Double
from .program import MEANING

__all__ = [
    "Access",
    "Affine",
    "Array",
    "Nest",
    "Recurrence",
    "Rolled",
    "Segment",
    "each_nest",
    "longest",
    "step_of",
    "with_each",
]


@dataclass(frozen=True)
class Affine:
    """base + Σ strides[d]·counter[d]; counters beyond the strides count 0 times."""

    base: int
    strides: tuple[int, ...] = ()

    def at(self, counters: Sequence[int]) -> int:
        total = self.base
        for stride, counter in zip(self.strides, counters):  # noqa: B905 (a length knows only the loops outside it)
            total += stride * counter
        return total

    def with_loop(self, d: int, stride: int = 0) -> Affine:
        """With one more loop inside of the first d, and the stride of its counter.

        >>> Affine(7, (3,)).with_loop(2, 5), Affine(7, (3,)).with_loop(0)
        (Affine(base=7, strides=(3, 0, 5)), Affine(base=7, strides=(0, 3)))
        """
        outer = (*self.strides, *(0,) * (d - len(self.strides)))[:d]
        return type(self)(self.base, (*outer, stride, *self.strides[d:]))

    def without_loop(self, d: int, k: int = 0) -> Affine:
        """What it is in round k of loop d, without the counter of that loop.

        >>> Affine(7, (3, 5)).without_loop(0, 2), Affine(7, (3, 5)).without_loop(2, 9)
        (Affine(base=13, strides=(5,)), Affine(base=7, strides=(3, 5)))
        """
        stride = sum(self.strides[d : d + 1])
        return type(self)(self.base + k * stride, self.strides[:d] + self.strides[d + 1 :])


def longest(trips: Iterable[Affine]) -> list[int]:
    """The most rounds that each of some loops can have, the outermost first."""
    most: list[int] = []
    for trip in trips:
        most.append(trip.base + sum(max(s * (m - 1), 0) for s, m in zip(trip.strides, most, strict=False)))
    return most


@dataclass(frozen=True)
class Access:
    """Where in an array a number is. Where addresses follow no rule, ``table`` lists them in the order of the nest.

    With a table ``address`` is not used; entry k is the address for the k-th round of the nest's loops.
    """

    array: int
    address: Affine
    table: tuple[int, ...] | None = None

    def at(self, counters: Sequence[int], k: int) -> int:
        return self.address.at(counters) if self.table is None else self.table[k]


Operand = Access | float
"""A float is a constant that is the same for the whole nest."""


@dataclass(frozen=True)
class Segment:
    """A run of terms of a dot: Σ a·b over ``length`` steps. In a ``max``, b is 1.0 and not used.

    The addresses of a and b have one more stride at the end than the nest has loops: that of the step. With a table,
    entry k is the address of step 0 and that last stride leads on from there.
    """

    length: Affine
    a: Operand
    b: Operand


@dataclass(frozen=True)
class Nest:
    """One operation on a class of nodes. ``segments`` in place of ``operands`` for ``dot``, ``max`` and ``scatter``.

    In each round ``take`` reads a whole number i, its second operand, and its result is what stands i times ``pitch``
    behind its first one. The result of a ``scatter`` is a row of ``count`` places, ``pitch`` apart: zeros, to which for
    each step of the segments b is added at the place number a.

    op        as in a program
    trips     the length of each loop, outermost first
    result    where the results go: one address for each round
    operands  what it is applied to
    segments  the runs of a reduction, added up one after the other
    label     a name made of the users' labels, for people
    pitch     of the entries of a table
    count     how many entries it has
    """

    op: str
    trips: tuple[Affine, ...]
    result: Access
    operands: tuple[Operand, ...] = ()
    segments: tuple[Segment, ...] = ()
    label: str = ""
    pitch: int = 0
    count: int = 0

    def rounds(self) -> Iterator[tuple[int, ...]]:
        """The loop counters of every round, in order."""
        counters: list[tuple[int, ...]] = [()]
        for trip in self.trips:
            counters = [(*outer, i) for outer in counters for i in range(trip.at(outer))]
        return iter(counters)

    def factors(self) -> list[Operand]:
        """All that it computes from: operands, and those of the segments."""
        return [*self.operands, *[x for segment in self.segments for x in (segment.a, segment.b)]]

    def computing_from(self, factors: Iterable[Operand]) -> Nest:
        """The nest with others in the place of its ``factors``."""
        other = iter(factors)
        operands = tuple([next(other) for _ in self.operands])
        segments = tuple([Segment(s.length, next(other), next(other)) for s in self.segments])
        return replace(self, operands=operands, segments=segments)

    def reads(self) -> list[Access]:
        """What it reads from arrays; the addresses of segments have the stride of the step at the end."""
        return [x for x in self.factors() if isinstance(x, Access)]

    def accesses(self) -> list[Access]:
        """All of its accesses, the result first."""
        return [self.result, *self.reads()]

    def has_tables(self) -> bool:
        return any(x.table is not None for x in self.accesses())

    def rewritten(
        self, access: Callable[[Access, int], Access], length: Callable[[Affine], Affine] = lambda n: n, **others: Any
    ) -> Nest:
        """The nest with other accesses, other lengths of its segments, and whatever else is to be another.

        ``access(x, steps)`` gives what takes the place of x; steps is 1 in a segment, where there is one more stride.
        """

        def to(x: Operand, steps: int) -> Operand:
            return access(x, steps) if isinstance(x, Access) else x

        accesses: dict[str, Any] = {
            "result": access(self.result, 0),
            "operands": tuple([to(x, 0) for x in self.operands]),
            "segments": tuple([Segment(length(s.length), to(s.a, 1), to(s.b, 1)) for s in self.segments]),
        }
        return replace(self, **(accesses | others))

    def with_loop(self, d: int, length: Affine, access: Callable[[Access], Access], **others: Any) -> Nest:
        """The nest with one more loop inside of the first d, of this length; ``access`` says what it reads and writes.

        Lengths do not depend on the counter of that loop.
        """

        def inner(n: Affine) -> Affine:
            return n.with_loop(d)

        trips = (*self.trips[:d], length, *map(inner, self.trips[d:]))
        return self.rewritten(lambda x, _: access(x), inner, trips=trips, **others)

    def inside(self, access: Callable[[Access], Access]) -> Nest:
        """What is inside of the outermost loop, on whose counter no length depends; ``access`` as in ``with_loop``."""

        def inner(n: Affine) -> Affine:
            return n.without_loop(0)

        return self.rewritten(lambda x, _: access(x), inner, trips=tuple(map(inner, self.trips[1:])))


@dataclass(frozen=True)
class Recurrence:
    """Nests that take turns: each does the first round of its outermost loop, then each the second, and so on.

    Their outermost loops are equally long, and no length depends on the counter of that loop.
    """

    nests: tuple[Nest, ...]

    @property
    def count(self) -> int:
        """How often each has its turn."""
        return self.nests[0].trips[0].base

    def plain(self) -> list[Nest]:
        """The nests in the order in which they run, once for each turn."""
        return [nest for k in range(self.count) for nest in self.step(k)]

    def step(self, k: int) -> list[Nest]:
        """The nests of one turn, without their outermost loop."""
        return [nest.inside(lambda x: Access(x.array, x.address.without_loop(0, k))) for nest in self.nests]


def each_nest(parts: Iterable[Nest | Recurrence]) -> Iterator[Nest]:
    """All nests, as they are written: those that take turns once."""
    for part in parts:
        yield from part.nests if isinstance(part, Recurrence) else (part,)


def with_each(part: Nest | Recurrence, change: Callable[[Nest], Nest]) -> Nest | Recurrence:
    """A nest changed, or all nests of a recurrence."""
    return Recurrence(tuple(map(change, part.nests))) if isinstance(part, Recurrence) else change(part)


@dataclass(frozen=True)
class Array:
    """Storage for doubles. ``kind``: "input", "output", "work", or "const" with the numbers in ``data``.

    Inputs and outputs stand in the order of the program's groups, and a group is one array. An output that is an input,
    or that was computed into no place of its own, is copied by a last nest of the operation "copy".
    """

    name: str
    size: int
    kind: str
    data: tuple[float, ...] = ()
    labels: tuple[str, ...] = ()  # the users' names of an input's numbers, if there are any


@dataclass
class Rolled:
    """A rolled program: arrays, the nests that fill them, and what is to be said about the rolling.

    report  what did not roll, in words
    work    scalar operations in all, and in ``affine`` those whose operands were not gathered through a table
    """

    arrays: list[Array]
    nests: list[Nest | Recurrence]
    report: list[str] = field(default_factory=list)
    work: int = 0
    affine: int = 0

    def of_kind(self, kind: str) -> list[int]:
        """The numbers of the arrays of a kind, in their order."""
        return [k for k, a in enumerate(self.arrays) if a.kind == kind]

    def sizes(self) -> tuple[list[int], list[int]]:
        """How many numbers there are in each group of inputs, and in each group of outputs."""
        inputs, outputs = ([self.arrays[k].size for k in self.of_kind(kind)] for kind in ("input", "output"))
        return inputs, outputs

    def plain(self) -> list[Nest]:
        """The nests in the order in which they run, those that take turns once for each turn."""
        nests: list[Nest] = []
        for part in self.nests:
            nests += part.plain() if isinstance(part, Recurrence) else [part]
        return nests

    def run(self, *inputs: Sequence[float]) -> list[list[float]]:
        """What the nests compute, slowly, one number after the other: the definition for the targets."""
        memory: list[list[Any]] = [[Double(x) for x in a.data] or [Double("nan")] * a.size for a in self.arrays]
        for k, numbers in zip(self.of_kind("input"), inputs, strict=True):
            memory[k] = [Double(x) for x in numbers]

        def read(operand: Operand, counters: Sequence[int], k: int) -> Any:
            if not isinstance(operand, Access):
                return Double(operand)
            return memory[operand.array][operand.at(counters, k)]

        for nest in self.plain():
            for k, counters in enumerate(nest.rounds()):
                if nest.segments:
                    terms: list[Any] = []
                    for segment in nest.segments:
                        for step in range(segment.length.at(counters)):
                            for operand in (segment.a,) if nest.op == "max" else (segment.a, segment.b):
                                terms.append(read(step_of(operand, step, len(nest.trips)), counters, k))
                    if nest.op == "scatter":
                        places = _row(nest.result.at(counters, k), nest)
                        for place, x in zip(places, MEANING["scatter"](places, *terms), strict=True):
                            memory[nest.result.array][place] = x
                        continue
                    x = MEANING[nest.op](*terms)
                elif nest.op == "take":
                    table, number = nest.operands
                    assert isinstance(table, Access)
                    x = memory[table.array][_row(table.at(counters, k), nest)[int(read(number, counters, k))]]
                else:
                    xs = [read(operand, counters, k) for operand in nest.operands]
                    x = xs[0] if nest.op == "copy" else MEANING[nest.op](*xs)
                memory[nest.result.array][nest.result.at(counters, k)] = x
        return [[float(x) for x in memory[k]] for k in self.of_kind("output")]

    def __str__(self) -> str:
        """The program as array code, and what did not roll."""
        from .arrays.code import ArrayCode

        return "\n".join([ArrayCode(self).text(), *[f"# {line}" for line in self.report]])


def _row(first: int, nest: Nest) -> range:
    """The places of the entries of a table."""
    return range(first, first + nest.pitch * nest.count, nest.pitch)


def step_of(operand: Operand, step: int, depth: int) -> Operand:
    """A segment's operand at one of its steps, as an operand of the nest."""
    if not isinstance(operand, Access):
        return operand
    if operand.table is not None:
        ahead = operand.address.strides[depth] * step
        return Access(operand.array, operand.address, tuple(start + ahead for start in operand.table))
    return Access(operand.array, operand.address.without_loop(depth, step))
