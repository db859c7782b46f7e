"""Whether loop nests compute what the operations they were made of compute. Each program that is rolled is asked.

Both are run once in another arithmetic, on random numbers: whole numbers modulo the prime 2³¹ − 1. There ``+ − ·`` are
what they are, so that sums may be added in any order, and every other operation is a random polynomial of its own. If
an address, an operand or the length of one sum is wrong anywhere, the results hardly ever agree: for polynomials of
degree d with a probability of d : 2³¹ at most (Schwartz 1980, Zippel 1979). The degree doubles with each function of a
function, so for deep programs that is no bound, and they agree no more often in practice. Nothing is rounded,
overflows, or has no value, as it may be among doubles.

It is what compilers call translation validation (Pnueli, Siegel and Singerman 1998): not the translator is proved, but
every translation is.
"""

from __future__ import annotations

import random
import struct
from collections.abc import Iterator, Sequence
from functools import cache
from operator import mul
from typing import Any

from ..program import Program
from ..rolled import Access, Affine, Nest, Operand, Rolled, Segment
from .reads import steps_of

__all__ = ["alike", "same"]

P = 2**31 - 1  # two numbers and their product fit into 64 bits, and so does the sum of billions of them
CHUNK = 2**18  # terms that are looked at at a time


def same(np: Any, program: Program, rolled: Rolled) -> bool:
    """Whether the rolled program computes what the program does, on random numbers."""
    rng = random.Random(len(program))
    inputs = [[rng.randrange(P) for _ in group.nodes] for group in program.inputs]
    return _gives(np, rolled, inputs, _of_nodes(program, inputs))


def alike(np: Any, one: Rolled, other: Rolled) -> bool:
    """Whether another rolled program computes what the one does, on random numbers."""
    rng = random.Random(len(one.nests))
    inputs = [[rng.randrange(P) for _ in range(size)] for size in one.sizes()[0]]
    return _gives(np, other, inputs, _of_nests(np, one, inputs))


def _gives(np: Any, rolled: Rolled, inputs: Sequence[Sequence[int]], results: list[list[int]]) -> bool:
    try:
        return _of_nests(np, rolled, inputs) == results
    except (IndexError, ValueError):  # an address outside of its array, a table of the wrong length
        return False


# -- the arithmetic: of a number as Python has it, or of an array of them --------------------------------------------


def _number(x: float) -> int:
    """What stands for a constant; 1 is itself, because a sum of products writes a lone term as a product with 1."""
    return 1 if x == 1.0 else int.from_bytes(struct.pack("<d", x), "little") % P


@cache
def _coefficients(op: str, count: int) -> list[int]:
    rng = random.Random(f"{op} {count}")
    return [rng.randrange(1, P) for _ in range(count + 1)]


def _apply(op: str, xs: Sequence[Any]) -> Any:
    """An operation on single numbers: those of the ring as they are, any other one as a random square."""
    if op == "add":
        return (xs[0] + xs[1]) % P
    if op == "sub":
        return (xs[0] + (P - xs[1])) % P
    if op == "mul":
        return xs[0] * xs[1] % P
    if op == "neg":
        return (P - xs[0]) % P
    total, *factors = _coefficients(op, len(xs))
    for factor, x in zip(factors, xs, strict=True):
        total = (total + factor * x) % P
    return total * total % P


def _place(k: int, number: Any) -> Any:
    """What stands for "1 if the number is k, else 0", where an entry of a table is chosen or added to."""
    return _apply("place", (k, number))


def _term_of_max(x: Any) -> Any:
    """What stands for a number among those of which the largest is taken: their sum, so that each of them counts."""
    return _apply("max", (x,))


# -- the flat program ------------------------------------------------------------------------------------------------


def _of_nodes(program: Program, inputs: Sequence[Sequence[int]]) -> list[list[int]]:
    at: list[Any] = [0] * len(program)
    places = cache(lambda number, count: [_place(k, number) for k in range(count)])
    for group, numbers in zip(program.inputs, inputs, strict=True):
        for i, x in zip(group.nodes, numbers, strict=True):
            at[i] = x
    for i, (op, args) in enumerate(zip(program.ops, program.args, strict=True)):
        if op == "dot":
            xs = [at[j] for j in args]
            at[i] = sum([a * b for a, b in zip(xs[::2], xs[1::2], strict=True)]) % P
        elif op == "const":
            at[i] = _number(program.numbers[i])
        elif op == "max":
            at[i] = sum([_term_of_max(at[j]) for j in args]) % P
        elif op == "list":
            at[i] = [at[j] for j in args]
        elif op == "take":
            at[i] = sum(map(mul, at[args[0]], places(at[args[1]], len(at[args[0]])))) % P
        elif op == "scatter":
            table, *pairs = [at[j] for j in args]
            rows = [places(number, len(table)) for number in pairs[::2]]
            at[i] = [sum(map(mul, pairs[1::2], column)) % P for column in zip(*rows, strict=True)]
        elif op == "entry":
            at[i] = at[args[0]][int(program.numbers[args[1]])]
        elif op != "input":
            at[i] = _apply(op, [at[j] for j in args])
    return [[at[i] for i in group.nodes] for group in program.outputs]


# -- the rolled one --------------------------------------------------------------------------------------------------


def _of_nests(np: Any, rolled: Rolled, inputs: Sequence[Sequence[int]]) -> list[list[int]]:
    given, memory = iter(inputs), []
    unwritten = np.random.default_rng(0)
    for array in rolled.arrays:
        if array.kind == "input" or array.data:
            numbers = next(given) if array.kind == "input" else [_number(x) for x in array.data]
            memory.append(np.array(numbers, np.uint64))
        else:
            memory.append(unwritten.integers(P, size=array.size, dtype=np.uint64))
    for nest in rolled.plain():
        _Rounds(np, memory, nest).run()
    return [memory[k].tolist() for k in rolled.of_kind("output")]


class _Rounds:
    """All rounds of a nest at once: for each of its loops the counters in all of them."""

    def __init__(self, np: Any, memory: list[Any], nest: Nest) -> None:
        self.np, self.memory, self.nest = np, memory, nest
        self.counters: list[Any] = []
        self.count = 1
        for trip in nest.trips:
            times = self._values(trip)
            self.counters = [np.repeat(c, times) for c in self.counters]
            self.counters.append(steps_of(np, times))
            self.count = len(self.counters[-1])

    def _values(self, affine: Affine) -> Any:
        """An address or a length in each round."""
        total = self.np.full(self.count, affine.base, self.np.int64)
        for stride, counter in zip(affine.strides, self.counters):  # noqa: B905 (one more stride is a segment's)
            total += stride * counter
        return total

    def _addresses(self, access: Access) -> Any:
        if access.table is None:
            return self._values(access.address)
        return self.np.array(access.table, self.np.int64)[: self.count]

    def _at(self, array: int, addresses: Any) -> Any:
        if addresses.size and addresses.min() < 0:
            raise IndexError
        return self.memory[array][addresses]

    def _read(self, operand: Operand) -> Any:
        if isinstance(operand, Access):
            return self._at(operand.array, self._addresses(operand))
        return self.np.full(self.count, _number(operand), self.np.uint64)

    def run(self) -> None:
        np, nest = self.np, self.nest
        places = self._addresses(nest.result)
        if nest.op == "scatter":
            numbers = [self._sum(k) for k in range(nest.count)]
            places = np.concatenate([places + nest.pitch * k for k in range(nest.count)])
            results = np.concatenate(numbers)
        elif nest.segments:
            results = self._sum()
        elif nest.op == "take":
            table, number = nest.operands
            assert isinstance(table, Access)
            first, chosen = self._addresses(table), self._read(number)
            results = np.zeros(self.count, np.uint64)
            for k in range(nest.count):
                entry = self._at(table.array, first + nest.pitch * k)
                results = (results + entry * _place(k, chosen)) % P
        else:
            xs = [self._read(operand) for operand in nest.operands]
            results = xs[0] if nest.op == "copy" else _apply(nest.op, xs)
        if places.size and places.min() < 0:
            raise IndexError
        self.memory[nest.result.array][places] = results

    def _sum(self, entry: int = 0) -> Any:
        """The sum of the terms of the segments in each round."""
        np = self.np
        total = np.zeros(self.count, np.uint64)
        for segment in self.nest.segments:
            for rounds, terms in self._terms(segment, entry):
                first = np.flatnonzero(np.diff(rounds, prepend=-1))  # of each round
                here = rounds[first]
                total[here] = (total[here] + np.add.reduceat(terms, first)) % P
        return total

    def _terms(self, segment: Segment, entry: int) -> Iterator[tuple[Any, Any]]:
        """Pieces of all terms of all rounds: in which round each is, and what it comes to."""
        np, lengths = self.np, self._values(segment.length)
        rounds = np.repeat(np.arange(self.count), lengths)
        steps = steps_of(np, lengths)
        for start in range(0, len(rounds), CHUNK):
            some = slice(start, start + CHUNK)
            a, b = (self._factor(x, rounds[some], steps[some]) for x in (segment.a, segment.b))
            if self.nest.op == "scatter":
                a = _place(entry, a)
            yield rounds[some], _term_of_max(a) if self.nest.op == "max" else a * b % P

    def _factor(self, operand: Operand, rounds: Any, steps: Any) -> Any:
        if not isinstance(operand, Access):
            return self.np.full(len(rounds), _number(operand), self.np.uint64)
        depth = len(self.nest.trips)
        stride = operand.address.strides[depth] if len(operand.address.strides) > depth else 0
        return self._at(operand.array, self._addresses(operand)[rounds] + stride * steps)
