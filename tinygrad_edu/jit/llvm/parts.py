"""What of a flat program is written as straight-line code, and cut into which parts.

Numbers that one part computes and another one needs have slots in a work buffer.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import accumulate, pairwise

from ..program import COMPARISONS, Program
from .regions import REGIONS
from .repeats import stretches

__all__ = ["cost", "cut_in_parts", "slots_of", "used_for"]


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
