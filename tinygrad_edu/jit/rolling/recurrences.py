"""Steps that need the one before: nests that come again and again are written once, and take turns.

A recurrent network of a thousand steps rolls into thousands of nests, some for each step: no loop over the steps can
be a loop of one nest, because each step reads what the one before has left. But the nests of one step are those of the
next, on other places. Where they stand one after the other, and all addresses grow by the same amount from step to
step, they are one ``Recurrence``. For that the results of all steps lie one after the other in one array; what is
needed within its own step only has one place for all of them. A sum over the steps then is a sum along that array.

Where nests repeat is looked for as repetitions are in a text. Whether they do is then compared, number by number, and
in the end it is proved that the program computes what it did before (``proof.py``).
"""

from __future__ import annotations

import warnings
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise
from typing import Any

from ..program import SLOPES
from ..rolled import Access, Affine, Array, Nest, Operand, Recurrence, Rolled, Segment, each_nest, with_each
from .proof import alike

__all__ = ["recurrent"]

FEWEST = 16
"""Nests that a recurrence is worth it for."""

TIMES = 4
"""How often they come again at least."""

LONGEST = 512
"""Nests of one step at most."""


def recurrent(rolled: Rolled) -> Rolled:
    """The program with its repeated nests as recurrences; itself if there are none.

    >>> here = lambda array, place: Access(array, Affine(place))
    >>> nests = [Nest("sin", (), here(k + 1, 0), (here(k, 0),)) for k in range(30)]
    >>> arrays = [Array("x", 1, "input"), *[Array("t", 1, "work")] * 30, Array("y", 1, "output")]
    >>> last = Nest("copy", (), here(31, 0), (here(30, 0),))
    >>> parts = recurrent(Rolled(arrays, [*nests, last])).nests
    >>> [part.count if isinstance(part, Recurrence) else part.op for part in parts]
    ['sin', 'sin', 28, 'copy']

    Where what it has made computes something else, it warns and returns the program as it is.
    """
    nests = [part for part in rolled.nests if isinstance(part, Nest)]
    if len(nests) < max(FEWEST, len(rolled.nests)):  # too few, or recurrences already
        return rolled
    import numpy as np

    folding = _Folding(rolled, _when_needed(nests))
    for start, step, times in _repeated(np, folding.nests, rolled.arrays):
        folding.fold(start, step, times)
    if not folding.found:
        return rolled
    folded = folding.result()
    if alike(np, rolled, folded):
        return folded
    warnings.warn(
        f"making recurrences of {len(folding.nests):,} loop nests has gone wrong: they compute something else. This is "
        "a mistake of tinygrad_edu, please report it. They are compiled one by one, which takes longer",
        RuntimeWarning,
        stacklevel=2,
    )
    return rolled


def _when_needed(nests: list[Nest]) -> list[Nest]:
    """The nests in an order in which each stands just before the first one that needs it.

    A nest's place among all nests goes by its height above the inputs, and two layers of a recurrent network, say,
    drift apart, if in one of them a step is higher. Here all that belongs to a step stands together. A function's slope
    stands behind the function, with which it is computed.
    """
    slopes = {(SLOPES[nest.op], nest.operands): k for k, nest in enumerate(nests) if nest.op in SLOPES}
    writer: dict[int, int] = {}
    needed: list[list[int]] = []  # by each nest; of those that write to one array the last one, which needs the others
    for k, nest in enumerate(nests):
        needed.append([writer[x.array] for x in nest.accesses() if x.array in writer])
        writer[nest.result.array] = k
    read = {j for some in needed for j in some}
    placed: dict[int, Nest] = {}
    for last in (k for k in range(len(nests)) if k not in read):
        waiting = [(last, iter(needed[last]))]
        while waiting:
            k, others = waiting[-1]
            missing = next((j for j in others if j not in placed), None)
            if missing is not None:
                waiting.append((missing, iter(needed[missing])))
            else:
                waiting.pop()
                placed[k] = nests[k]
                slope = slopes.get((nests[k].op, nests[k].operands))
                if slope is not None:
                    placed[slope] = nests[slope]
    return list(placed.values())


# -- where nests repeat -----------------------------------------------------------------------------------------------


def _repeated(np: Any, nests: Sequence[Nest], arrays: Sequence[Array]) -> list[tuple[int, int, int]]:
    """Where the same nests come again: the first of them, how many until they come again, and how often they do."""
    words: dict[Any, int] = {}
    text = np.array([words.setdefault(_word(nest, arrays) or k, k) for k, nest in enumerate(nests)])
    candidates = []
    for step in range(1, min(LONGEST, len(text) // TIMES) + 1):
        same = text[step:] == text[:-step]
        edges = np.flatnonzero(np.diff(same, prepend=False, append=False)).tolist()
        for start, stop in zip(edges[::2], edges[1::2], strict=True):
            times = (stop - start) // step + 1
            if times >= TIMES and times * step >= FEWEST:
                candidates.append((-(stop - start + step), step, start, times))
    free = np.ones(len(text), bool)
    found = []
    for _, step, start, times in sorted(candidates):  # what covers most comes first, and of that the shortest step
        if free[start : start + step * times].all():
            free[start : start + step * times] = False
            found.append((start, step, times))
    return sorted(found)


def _word(nest: Nest, arrays: Sequence[Array]) -> Any:
    """What a nest does, whatever places it does it to; None if that cannot be told."""
    if nest.has_tables():
        return None

    def shape(x: Operand) -> Any:
        if not isinstance(x, Access):
            return repr(x)
        return -1 if arrays[x.array].kind == "work" else x.array, x.address.strides

    segments = tuple([(s.length, shape(s.a), shape(s.b)) for s in nest.segments])
    operands = tuple(map(shape, nest.operands))
    return nest.op, nest.trips, shape(nest.result), operands, segments, nest.pitch, nest.count


# -- one after the other ----------------------------------------------------------------------------------------------


class _Folding:
    """A program whose repeated nests become recurrences."""

    def __init__(self, rolled: Rolled, nests: list[Nest]) -> None:
        self.rolled = rolled
        self.nests = nests
        self.arrays = list(rolled.arrays)
        self.moved: dict[int, tuple[int, int]] = {}  # of an array: the one that it is a part of now, and from where on
        self.found: dict[int, tuple[int, Recurrence]] = {}  # by the first nest: how many nests it stands for
        self.writers: Counter[int] = Counter(nest.result.array for nest in self.nests)
        self.readers: defaultdict[int, list[int]] = defaultdict(list)
        for k, nest in enumerate(self.nests):
            for x in nest.accesses():
                self.readers[x.array].append(k)

    def fold(self, start: int, step: int, times: int) -> None:
        """Make a recurrence of these nests, of as many steps as have addresses that grow by the same amounts.

        The first and the last ones may read what comes from elsewhere: they stay as they are.
        """
        before, count = dict(self.moved), len(self.arrays)
        steps = [self.nests[k : k + step] for k in range(start, start + step * times, step)]
        self._move(start, steps)
        steps = [[self._at(nest) for nest in some] for some in steps]
        first, stop = _longest_run(list(map(_paces, steps, steps[1:])))
        if stop - first >= TIMES - 1:
            nests = tuple(map(_over_steps, zip(*steps[first : stop + 1], strict=True)))
            if _one_pace(nests):
                self.found[start + first * step] = (step * (stop + 1 - first), Recurrence(nests))
                return
        self.moved = before
        del self.arrays[count:]

    def _move(self, start: int, steps: Sequence[Sequence[Nest]]) -> None:
        """Put the results of all steps into one array, or at one place if nobody needs them after their step."""
        columns = Counter(tuple([nest.result.array for nest in column]) for column in zip(*steps, strict=True))
        for column, nests in columns.items():
            of = [self.arrays[k] for k in column]
            alone = len(set(column)) == len(column) and all(self.writers[k] == nests for k in column)
            if not alone or any(a.kind != "work" or a.size != of[0].size for a in of):
                continue
            size = of[0].size
            step = len(steps[0])
            within = all((r - start) // step == n for n, k in enumerate(column) for r in self.readers[k])
            self.arrays.append(replace(of[0], size=size if within else size * len(column)))
            for n, k in enumerate(column):
                self.moved[k] = (len(self.arrays) - 1, 0 if within else size * n)

    def _at(self, nest: Nest) -> Nest:
        """The nest on the arrays as they are now."""

        def now(x: Access, _: int) -> Access:
            array, start = self.moved.get(x.array, (x.array, 0))
            table = None if x.table is None else tuple([start + at for at in x.table])
            return Access(array, Affine(x.address.base + start, x.address.strides), table)

        return nest.rewritten(now)

    def result(self) -> Rolled:
        nests: list[Nest | Recurrence] = []
        k = 0
        while k < len(self.nests):
            if k in self.found:
                stands_for, recurrence = self.found[k]
                nests.append(recurrence)
                k += stands_for
            else:
                nests.append(_along_steps(self._at(self.nests[k])))
                k += 1
        used = {x.array for nest in each_nest(nests) for x in nest.accesses()}
        kept = [k for k, a in enumerate(self.arrays) if a.kind in ("input", "output") or k in used]
        number = {k: n for n, k in enumerate(kept)}

        def renamed(nest: Nest) -> Nest:
            return nest.rewritten(lambda x, _: replace(x, array=number[x.array]))

        arrays = [self.arrays[k] for k in kept]
        return replace(self.rolled, arrays=arrays, nests=[with_each(part, renamed) for part in nests])


def _paces(nests: Sequence[Nest], following: Sequence[Nest]) -> list[tuple[int, int]] | None:
    """How far apart the addresses of two steps are, with their arrays; None if these are not the same."""
    pairs = [pair for two in zip(nests, following, strict=True) for pair in zip(*map(Nest.accesses, two), strict=True)]
    if any(x.array != y.array for x, y in pairs):
        return None
    return [(x.array, y.address.base - x.address.base) for x, y in pairs]


def _longest_run(words: Sequence[Any]) -> tuple[int, int]:
    """From where to where the same word that is not None stands most often in a row."""
    runs, k = [(0, 0)], 0
    for word, some in groupby(words):
        length = len(list(some))
        if word is not None:
            runs.append((k, k + length))
        k += length
    return max(runs, key=lambda run: run[1] - run[0])


def _over_steps(nests: Sequence[Nest]) -> Nest:
    """Nests that do the same, at one pace, as one with a loop over the steps."""
    first, second, *_ = nests
    ahead = [y.address.base - x.address.base for x, y in zip(first.accesses(), second.accesses(), strict=True)]
    pace = iter(ahead)

    def outer(x: Affine, stride: int = 0) -> Affine:
        return Affine(x.base, (stride, *x.strides))

    trips = (Affine(len(nests)), *map(outer, first.trips))
    return first.rewritten(lambda x, _: Access(x.array, outer(x.address, next(pace))), outer, trips=trips)


def _one_pace(nests: Sequence[Nest]) -> bool:
    """Whether what is written in these nests is read there at the same pace."""
    paces: defaultdict[int, set[int]] = defaultdict(set)
    for nest in nests:
        for x in nest.accesses():
            paces[x.array].add(x.address.strides[0])
    return all(len(paces[nest.result.array]) == 1 for nest in nests)


# -- sums over steps --------------------------------------------------------------------------------------------------


def _along_steps(nest: Nest) -> Nest:
    """The nest with the terms of a sum that lie one step apart as one run of terms."""
    if len(nest.segments) < TIMES:
        return nest
    kinds: dict[Any, list[Segment]] = {}
    for s in nest.segments:
        kinds.setdefault((s.length, _kind(s.a), _kind(s.b)), []).append(s)
    return replace(nest, segments=tuple([s for some in kinds.values() for s in _joined(some)]))


def _kind(x: Operand) -> Any:
    if not isinstance(x, Access):
        return repr(x)
    return x.array, x.address.strides, x.table


def _base(x: Operand) -> int:
    return x.address.base if isinstance(x, Access) else 0


def _joined(segments: list[Segment]) -> Iterator[Segment]:
    """Runs of terms that differ in where they begin: those that follow each other as one."""
    segments = sorted(segments, key=lambda s: (_base(s.a), _base(s.b)))
    paces = [(_base(t.a) - _base(s.a), _base(t.b) - _base(s.b)) for s, t in pairwise(segments)]
    k = 0
    while k < len(segments):
        stop = k + 1
        while stop < len(segments) and paces[stop - 1] == paces[k]:
            stop += 1
        joined = _one_run(segments[k:stop], paces[k]) if stop - k > 1 else None
        if joined is None:
            yield from segments[k:stop]
        else:
            yield joined
        k = stop


def _one_run(segments: list[Segment], paces: tuple[int, int]) -> Segment | None:
    """Equally long runs, each so far behind the one before, as a single one, if there is one."""
    first, length = segments[0], segments[0].length
    if any(length.strides) or any(isinstance(x, Access) and x.table is not None for x in (first.a, first.b)):
        return None
    factors: list[Operand] = []
    for x, pace in zip((first.a, first.b), paces, strict=True):
        if isinstance(x, Access):
            *outer, stride = x.address.strides
            if length.base > 1 and stride * length.base != pace:
                return None
            x = replace(x, address=Affine(x.address.base, (*outer, stride if length.base > 1 else pace)))
        factors.append(x)
    return Segment(Affine(length.base * len(segments), length.strides), *factors)
