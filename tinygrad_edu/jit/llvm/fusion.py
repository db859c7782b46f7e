"""Which loop nests share their loops: one pass over memory, and values handed on in registers.

A nest joins the loops of an earlier one when the lengths agree and when, wherever the two touch the same storage, they
touch the same place in the same round. An array whose every use is inside its group of nests is never stored at all.
Reductions open a group of their own; cheap operations on their results join them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from ..program import COMPARISONS
from ..rolled import Access, Affine, Array, Nest
from ..rolling.touched import span, with_steps
from .nests import canonical, is_short, reshaped

__all__ = ["CHEAP", "Group", "grouped"]

CHEAP = frozenset(("add", "sub", "mul", "div", "neg", "abs", "where", "max", "dot", "copy", "square", *COMPARISONS))
"""Operations of a few instructions, which may follow a reduction in the same registers."""

MOST, MOST_AFTER_REDUCTION = 48, 6
"""How many nests share loops: more would not fit into the registers."""


@dataclass
class Group:
    """Nests with the same loops, in order; ``stored`` says of each whether its result goes to memory."""

    nests: list[Nest]
    stored: list[bool] = field(default_factory=list)

    @property
    def trips(self) -> tuple[Affine, ...]:
        return self.nests[0].trips

    @property
    def reductions(self) -> list[Nest]:
        return [nest for nest in self.nests if not is_short(nest)]

    @property
    def functions(self) -> list[Nest]:
        """Those of many steps for each result, such as tanh; choosing from a table is none."""
        return [nest for nest in self.nests if nest.op not in CHEAP and not nest.count]


Touch = tuple[Access, int, int]


def _reads(nest: Nest) -> Iterator[Touch]:
    return ((x, *span(x, nest, most)) for x, most in with_steps(nest))


def _arrays(nest: Nest) -> set[int]:
    return {x.array for x in nest.accesses()}


def _conflicts(first: Nest, second: Nest) -> Iterator[tuple[Access, Access, bool]]:
    """Accesses of two nests, of which one writes, that may meet in a place; and whether a reduction reads there."""
    if first.result.array not in _arrays(second) and second.result.array not in _arrays(first):
        return
    mine = (first.result, *span(first.result, first))
    yours = (second.result, *span(second.result, second))

    def meet(a: Touch, b: Touch) -> bool:
        return a[0].array == b[0].array and a[1] <= b[2] and b[1] <= a[2]

    for x in _reads(second):
        if meet(mine, x):
            yield first.result, x[0], not is_short(second)
    for x in _reads(first):
        if meet(x, yours):
            yield x[0], second.result, not is_short(first)
    if meet(mine, yours):
        yield first.result, second.result, False


def _same_place(a: Access, b: Access, depth: int) -> bool:
    """Whether two accesses of nests with the same loops are to the same address in every round, by their formulae."""
    return (
        a.table is None
        and b.table is None
        and a.address.base == b.address.base
        and a.address.strides[:depth] == b.address.strides[:depth]
    )


def _may_join(group: Group, nest: Nest) -> Group | None:
    """The group with the nest in it, or None."""
    reductions = group.reductions
    if nest.count or group.nests[0].count:  # choosing from a table is done by itself
        return None
    if not is_short(nest) or len(group.nests) >= (MOST_AFTER_REDUCTION if reductions else MOST):
        return None
    if reductions and nest.op not in CHEAP:
        return None
    mine = reshaped(nest, group.trips)
    if mine is None:
        return None
    depth = len(mine.trips)
    for other in group.nests:
        if any(deep or not _same_place(a, b, depth) for a, b, deep in _conflicts(other, mine)):
            return None
    return Group([*group.nests, mine])


def _depends(group: Group, nest: Nest) -> bool:
    return any(True for other in group.nests for _ in _conflicts(other, nest))


def grouped(nests: Sequence[Nest], arrays: Sequence[Array]) -> list[Group]:
    """The nests in groups, in an order in which they can run."""
    groups: list[Group] = []
    for nest in map(canonical, nests):
        last = len(groups) - 1
        while last >= 0 and not _depends(groups[last], nest):
            last -= 1
        mine = {x.array for x in nest.reads()}
        for k in range(max(last, 0), len(groups)):
            shares = k in (last, len(groups) - 1) or any(mine & {x.array for x in n.reads()} for n in groups[k].nests)
            if shares and (k == last or not groups[k].reductions):
                joined = _may_join(groups[k], nest)
                if joined is not None:
                    groups[k] = joined
                    break
        else:
            groups.append(Group([nest]))
    _mark_stored(groups, arrays)
    return groups


def _mark_stored(groups: list[Group], arrays: Sequence[Array]) -> None:
    """Work arrays that are written and read in one group only stay in registers."""
    writers: dict[int, set[int]] = {}
    readers: dict[int, set[int]] = {}
    for k, group in enumerate(groups):
        for nest in group.nests:
            writers.setdefault(nest.result.array, set()).add(k)
            for x in nest.reads():
                readers.setdefault(x.array, set()).add(k)
    for k, group in enumerate(groups):
        depth = len(group.trips)
        for nest in group.nests:
            array = nest.result.array
            alone = arrays[array].kind == "work" and writers[array] | readers.get(array, set()) == {k}
            handed_on = all(
                any(_same_place(x, other.result, depth) for other in group.nests if other.result.array == array)
                for reader in group.nests
                for x in reader.reads()
                if x.array == array
            )
            group.stored.append(not (alone and handed_on))
