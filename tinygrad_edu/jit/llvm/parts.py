"""What of a flat program is written as straight-line code, cut into which parts, and which of these are alike.

Numbers that one part computes and another one needs have slots in a work buffer.

A simulation of a thousand steps is a thousand times the same operations, forwards and then backwards, each step on what
the one before has left: there is no loop over arrays in it. But where all parts of the code are equally many steps they
are alike, and only the first one is compiled. Where steps repeat is looked for as in a text whose words are the
operations: passages that have been there before, which their sums tell (Karp and Rabin 1987). Whether parts are alike,
to the last operand, is then compared.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, pairwise
from typing import Any

from ..program import COMPARISONS, TABLES, Program
from .regions import REGIONS

__all__ = ["Repeats", "cost", "cut_in_parts", "slots_of", "stretches", "used_for"]


def used_for(program: Program, needed: Iterable[int]) -> list[int]:
    """The nodes from which the needed ones are computed, in order; without constants."""
    wanted = set(needed)
    for i in range(len(program) - 1, -1, -1):
        if i in wanted:
            wanted.update(program.args[i])
    return [i for i in sorted(wanted) if i not in program.numbers]


def cost(program: Program, i: int) -> int:
    """Operations of a node, about."""
    return len(program.args[i]) if program.ops[i] in ("dot", "list", "scatter") else 1


def cut_in_parts(program: Program, used: Iterable[int], size: int) -> list[list[int]]:
    """The operations cut into runs of about this size; one half as long again is not cut.

    Where steps repeat, every run is as many of them as the others, or the same fraction of one.
    """
    ops = [i for i in used if program.args[i]]
    before = [0, *accumulate([cost(program, i) for i in ops])]
    if before[-1] <= 1.5 * size:
        return [ops]
    cuts = [0]

    def go_on(end: int) -> None:
        for k in range(cuts[-1] + 1, end):
            if before[k + 1] - before[cuts[-1]] > size:
                cuts.append(k)
        cuts.append(end)

    for start, end, step in stretches(program, ops, size):
        go_on(start)
        step *= max(1, size // 2 // (before[start + step] - before[start]))
        for at in range(start + step, end + 1, step):
            go_on(at)
    go_on(len(ops))
    return [ops[i:j] for i, j in pairwise(cuts) if i < j]


def slots_of(
    program: Program, used: Iterable[int], parts: Sequence[Sequence[int]], needed: Iterable[int]
) -> dict[int, int]:
    """Places in the work buffer for inputs, for what crosses from one part to another, and for what is needed."""
    part_of = {i: k for k, part in enumerate(parts) for i in part}
    waits = {i for i in used if i not in part_of} | {i for i in needed if i in part_of}
    for i, k in part_of.items():
        asked = list(program.args[i])
        for j in asked:
            if part_of.get(j, k) != k:
                if program.ops[j] in COMPARISONS:  # a truth is no double: it is found again from what was compared
                    asked += program.args[j]
                elif program.ops[j] not in REGIONS:
                    waits.add(j)
    return {i: slot for slot, i in enumerate(sorted(waits))}


# -- steps that repeat ------------------------------------------------------------------------------------------------

PASSAGES = (512, 128, 32)
"""How many operations are looked for: many first, so that a step is found before a loop inside of it."""


def stretches(program: Program, ops: Sequence[int], fewest: int) -> list[tuple[int, int, int]]:
    """Where the same operations come again and again: from, to, and how many until they come again.

    Of so many operations at least, together.
    """
    if len(ops) < fewest:
        return []
    import numpy as np

    words: dict[Any, int] = {}
    numbers = program.numbers
    text = [
        words.setdefault((program.ops[i], *[j if j in numbers else -1 for j in program.args[i]]), len(words))
        for i in ops
    ]
    free = np.ones(len(ops), bool)
    found = []
    for length, sums in _passages(np, np.array(text, np.uint64)):
        for start, end, step in _repeated(np, sums, length, fewest):
            if free[start:end].all():
                start -= step * bool(free[start - step : start].all())
                free[start:end] = False
                found.append((start, end, step))
    return sorted(found)


def _passages(np: Any, text: Any) -> list[tuple[int, Any]]:
    """For each length a sum for the passage that begins at each word: other passages, other sums."""
    found = []
    length, factor = 1, 0x5851F42D4C957F2D
    with np.errstate(over="ignore"):
        sums = (text + np.uint64(1)) * np.uint64(0x9E3779B97F4A7C15)
        while length < PASSAGES[0] and len(sums) > length:
            sums = sums[:-length] * np.uint64(factor) + sums[length:]
            length, factor = 2 * length, factor * factor % 2**64
            if length in PASSAGES:
                found.append((length, sums))
    return found[::-1]


def _repeated(np: Any, sums: Any, length: int, fewest: int) -> Iterator[tuple[int, int, int]]:
    """Stretches in which each passage was there before, all of them the same number of operations ago."""
    order = np.argsort(sums, kind="stable")
    step = np.zeros(len(sums), np.int64)
    step[order[1:]] = np.where(sums[order[1:]] == sums[order[:-1]], order[1:] - order[:-1], 0)
    edges = [0, *(np.flatnonzero(np.diff(step)) + 1).tolist(), len(step)]
    for start, end in pairwise(edges):
        if step[start] and end - start + length > fewest:
            yield start, end + length - 1, int(step[start])


class Repeats:
    """Parts that are alike, and a row of places in the work buffer for each of them.

    first    for each such part the first like it
    row      and where in the table its row begins
    columns  for each first part: in which column of the row the place of a node is that it reads, or that others read
    table    the rows, one after the other; what of a part nobody reads goes to the place ``nowhere``
    """

    def __init__(
        self, program: Program, parts: Sequence[Sequence[int]], slots: Mapping[int, int], nowhere: int
    ) -> None:
        self.first: dict[int, int] = {}
        self.row: dict[int, int] = {}
        self.columns: dict[int, dict[int, int]] = {}
        self.table: list[int] = []
        for group in _alike(program, parts):
            (first, outside), *_ = group
            read = sorted({n for k, _ in group for n, i in enumerate(parts[k]) if i in slots})
            self.columns[first] = {i: n for n, i in enumerate([*outside, *[parts[first][n] for n in read]])}
            for k, outside in group:
                self.first[k], self.row[k] = first, len(self.table)
                self.table += [slots[i] for i in outside]
                self.table += [slots.get(parts[k][n], nowhere) for n in read]


def _alike(program: Program, parts: Sequence[Sequence[int]]) -> list[list[tuple[int, list[int]]]]:
    """Parts that are alike, together, each with the nodes whose numbers it reads from outside, in their order.

    A table has no place of its own from which it could be read: parts that use one are like none.
    """
    like: dict[Any, list[tuple[int, list[int]]]] = {}
    for k, part in enumerate(parts):
        if not any(program.ops[i] in TABLES for i in part):
            words, outside = _words(program, part)
            like.setdefault(words, []).append((k, outside))
    return [group for group in like.values() if len(group) > 1]


def _words(program: Program, part: Sequence[int]) -> tuple[tuple[Any, ...], list[int]]:
    """What a part does, whatever it is done to; and the nodes that it is done to."""
    numbers, ops, args = program.numbers, program.ops, program.args
    place = {i: n for n, i in enumerate(part)}
    outside: dict[int, int] = {}

    def word(j: int) -> Any:
        if j in numbers:
            return ("number", j)
        if j in place:
            return place[j]
        if ops[j] in COMPARISONS:  # a truth is found again from what was compared
            return (ops[j], *map(word, args[j]))
        return -1 - outside.setdefault(j, len(outside))

    return tuple([x for i in part for x in (ops[i], *map(word, args[i]))]), list(outside)
