"""Steps that need the one before: nests that come again and again are written once, and take turns.

A recurrent network of a thousand steps rolls into thousands of nests, some for each step: no loop over the steps can
be a loop of one nest, because each step reads what the one before has left. But the nests of one step are those of the
next, on other places. Where they stand one after the other, and all addresses grow by the same amount from step to
step, they are one ``Recurrence``. For that the results of all steps lie one after the other in one array; what is
needed within its own step only has one place for all of them. A sum over the steps then is a sum along that array.
Constants that are others in each step, such as times and rates, are read from an array too.

Only what needs what another step has left must take turns. All else that repeats is one nest over the steps, before or
behind the recurrence: a layer upon a recurrent one is a product of matrices.

Where nests repeat is looked for first (``repetitions.py``). Whether they do is then compared, number by number, and in
the end it is proved that the program computes what it did before (``proof.py``).
"""

from __future__ import annotations

import warnings
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby
from typing import Any, NamedTuple

from ..program import SLOPES
from ..rolled import Access, Affine, Array, Nest, Operand, Recurrence, Rolled, each_nest, with_each
from .along import along_steps
from .proof import alike
from .repetitions import FEWEST, TIMES, repeated, when_needed

__all__ = ["recurrent"]


def recurrent(rolled: Rolled, slopes: bool = False) -> Rolled:
    """The program with its repeated nests as recurrences; itself if there are none.

    slopes  that a function and its slope are computed together, for targets in which this saves half of the work

    >>> from tinygrad_edu.jit.rolled import Array
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

    folding = _Folding(rolled, when_needed(nests), slopes)
    for region, step in repeated(np, folding.nests, rolled.arrays):
        folding.fold(region, step)
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


class _Fold(NamedTuple):
    """Nests that repeat, and what they become.

    turns  the nests that are in it with all of their step
    parts  what takes their place
    gone   nests before and behind that are in it too
    """

    turns: range
    parts: list[Nest | Recurrence]
    gone: set[int]


class _Folding:
    """A program whose repeated nests become recurrences."""

    def __init__(self, rolled: Rolled, nests: list[Nest], slopes: bool) -> None:
        self.rolled = rolled
        self.slopes = slopes
        self.nests = nests
        self.arrays = list(rolled.arrays)
        self.moved: dict[int, tuple[int, int]] = {}  # of an array: the one that it is a part of now, and from where on
        self.found: dict[int, _Fold] = {}  # by the first nest
        self.gone: set[int] = set()
        self.writers: defaultdict[int, list[int]] = defaultdict(list)
        self.readers: defaultdict[int, list[int]] = defaultdict(list)  # and writers
        for k, nest in enumerate(self.nests):
            self.writers[nest.result.array].append(k)
            for x in nest.accesses():
                self.readers[x.array].append(k)

    def fold(self, region: range, step: int) -> None:
        """Make a recurrence of these nests, of as many steps as have addresses that grow by the same amounts.

        The first and the last ones may read what comes from elsewhere: they stay as they are. A step may begin with the
        first nest, or end with the last one, whatever makes more steps.
        """
        moved, arrays, nests = self.moved, self.arrays, self.nests
        self._with_constants(region, step)
        with_constants = self.arrays
        best: tuple[_Fold, dict[int, tuple[int, int]], list[Array]] | None = None
        for start in dict.fromkeys((region.start, region.start + len(region) % step)):
            self.moved, self.arrays = dict(moved), list(with_constants)
            fold = self._folded(region, start, step)
            if fold is not None and (best is None or len(fold.turns) > len(best[0].turns)):
                best = fold, self.moved, self.arrays
        self.moved, self.arrays, self.nests = moved, arrays, nests
        if best is not None:
            fold, self.moved, self.arrays = best
            self.found[fold.turns.start] = fold
            self.gone |= fold.gone

    def _with_constants(self, region: range, step: int) -> None:
        """Constants that are others in other steps, times and rates, become arrays with what each step reads."""
        self.arrays, self.nests = list(self.arrays), list(self.nests)
        for column in (range(k, region.stop, step) for k in range(region.start, region.start + step)):
            first = self.nests[column[0]]
            read: list[Sequence[Operand]] = []
            for n, row in enumerate(zip(*[self.nests[j].factors() for j in column], strict=True)):
                loops = len(first.trips) + (n >= len(first.operands))
                read.append(self._one_array(row, loops) if len(set(map(self._constant, row))) > 1 else row)
            for j, factors in zip(column, zip(*read, strict=True), strict=True):
                self.nests[j] = self.nests[j].computing_from(factors)

    def _constant(self, x: Operand) -> Any:
        """Which constant something is, or array of constants; None if it is none."""
        if not isinstance(x, Access):
            return repr(x)
        return x.array if self.arrays[x.array].kind == "const" else None

    def _one_array(self, row: Sequence[Operand], loops: int) -> list[Operand]:
        """Constants, or what is read in so many loops from arrays of constants, from a single array."""
        data: list[float] = []
        found: list[Operand] = []
        for x in row:
            if not isinstance(x, Access):
                found.append(Access(len(self.arrays), Affine(len(data), (0,) * loops)))
                data.append(x)
            else:
                found.append(Access(len(self.arrays), Affine(x.address.base + len(data), x.address.strides)))
                data += self.arrays[x.array].data
        self.arrays.append(Array("data", len(data), "const", tuple(data)))
        return found

    def _folded(self, region: range, start: int, step: int) -> _Fold | None:
        """The same with a step that begins at ``start``; arrays are moved for it."""
        groups = self._in_need_of_each_other(region, start, step)
        inside = self._move(region, start, step, groups)
        whole = range(start, region.stop - step + 1, step)
        steps = [[self._at(nest) for nest in self.nests[k : k + step]] for k in whole]
        first, stop = _longest_run(list(map(_paces, steps, steps[1:])))
        if stop - first < TIMES - 1:
            return None
        fold = _Fold(range(start + first * step, start + (stop + 1) * step), [], set())
        for k in inside:  # what takes no turns keeps its own place
            if self.readers[k][0] not in fold.turns:
                del self.moved[k]
        columns = list(map(list, zip(*steps[first : stop + 1], strict=True)))
        alone = [group[0] for group in groups if not self._takes_turns([columns[k][0] for k in group])]
        for k in reversed(alone):
            self._extend_backwards(fold, region, step, k, columns[k])
        for k in alone:
            self._extend_forwards(fold, region, step, k, columns[k])
        nests = list(map(_over_steps, columns))
        for group in groups:
            some = [nests[k] for k in group]
            if group[0] in alone:
                fold.parts.extend(map(_forwards, some))
            elif _one_pace(some):
                fold.parts.append(Recurrence(tuple(some)))
            else:
                return None
        return fold

    def _takes_turns(self, group: Sequence[Nest]) -> bool:
        """Whether nests of a step need what they have left in another step."""
        own = {nest.result.array for nest in group}
        return any(x.array in own for nest in group for x in nest.reads())

    def _extend_backwards(self, fold: _Fold, region: range, step: int, k: int, column: list[Nest]) -> None:
        """Nest number k of a step that takes no turns does the same in steps before, if nobody there needs it."""
        pace = _paces(column[:1], column[1:2])
        for j in range(fold.turns.start + k - step, region.start - 1, -step):
            nest = self._at(self.nests[j])
            late = all(
                r == j or r >= fold.turns.start or r in fold.gone for r in self.readers[self.nests[j].result.array]
            )
            if not late or _paces([nest], column[:1]) != pace:
                break
            column.insert(0, nest)
            fold.gone.add(j)

    def _extend_forwards(self, fold: _Fold, region: range, step: int, k: int, column: list[Nest]) -> None:
        """The same in steps behind, if what it needs is there by then."""
        pace = _paces(column[:1], column[1:2])
        for j in range(fold.turns.stop + k, region.stop, step):
            nest = self._at(self.nests[j])
            needed = [w for x in self.nests[j].reads() for w in self.writers[x.array]]
            if any(w >= fold.turns.stop and w not in fold.gone for w in needed) or _paces(column[-1:], [nest]) != pace:
                break
            column.append(nest)
            fold.gone.add(j)

    def _in_need_of_each_other(self, region: range, start: int, step: int) -> list[list[int]]:
        """The nests of a step in groups: those of a group need each other in turns, and only groups before theirs.

        What no turn needs of another one is a loop of its own, so before or behind the recurrence.
        """
        writers: defaultdict[int, set[int]] = defaultdict(set)
        for k in region:
            writers[self.nests[k].result.array].add((k - start) % step)
        needed = [1 << k for k in range(step)]  # by each nest, as bits
        for k in region:
            for x in self.nests[k].reads():
                for j in writers.get(x.array, ()):
                    needed[(k - start) % step] |= 1 << j
        for j in range(step):
            for k in range(step):
                if needed[k] >> j & 1:
                    needed[k] |= needed[j]
        groups: dict[int, list[int]] = {}
        for k in range(step):
            groups.setdefault(needed[k], []).append(k)
        if self.slopes:
            self._with_slopes(groups, start, step)
        return [group for _, group in sorted(groups.items(), key=lambda item: (item[0].bit_count(), item[1]))]

    def _with_slopes(self, groups: dict[int, list[int]], start: int, step: int) -> None:
        """Put the slopes of functions that take turns beside these."""
        nests = self.nests[start : start + step]
        of = {(nest.op, nest.operands): k for k, nest in enumerate(nests)}
        for needed, group in list(groups.items()):
            nest = nests[group[0]]
            j = of.get((SLOPES[nest.op], nest.operands)) if nest.op in SLOPES else None
            if j is not None:
                home = next(some for some in groups.values() if j in some)
                if len(home) > 1:
                    home += groups.pop(needed)

    def _move(self, region: range, start: int, step: int, groups: Sequence[Sequence[int]]) -> list[int]:
        """Put the results of all steps into one array, or at one place if nobody needs them after their step, and in
        it only nests of one group.

        Returns the arrays that are at one place.
        """
        inside: list[int] = []
        backwards = self._goes_backwards(region, step)
        group_of = {k: n for n, group in enumerate(groups) for k in group}
        ranges = [range(region.start + k, region.stop, step) for k in range(step)]
        columns: defaultdict[tuple[int, ...], list[range]] = defaultdict(list)
        for some in ranges:
            columns[tuple([self.nests[k].result.array for k in some])].append(some)
        for column, writing in columns.items():
            of = [self.arrays[k] for k in column]
            alone = len(set(column)) == len(column) and all(len(self.writers[k]) == len(writing) for k in column)
            if not alone or any(a.kind != "work" or a.size != of[0].size for a in of):
                continue
            size = of[0].size
            users = [[divmod(r - start, step) for r in self.readers[k]] for k in column]
            within = all(len({n for n, _ in some}) == 1 for some in users)
            within = within and len({group_of[k] for _, k in users[0]}) == 1
            inside += column if within else ()
            self.arrays.append(replace(of[0], size=size if within else size * len(column)))
            for n, k in enumerate(column[::-1] if backwards else column):
                self.moved[k] = (len(self.arrays) - 1, 0 if within else size * n)
        return inside

    def _goes_backwards(self, region: range, step: int) -> bool:
        """Whether steps read from the end what is there: the results lie in that order too, and no sum turns round."""
        half = region.start + len(region) // (2 * step) * step
        ahead = 0
        for k in range(half, half + step):
            for x, y in zip(*[self._at(self.nests[j]).reads() for j in (k - step, k)], strict=True):
                if x.array == y.array:
                    ahead += (y.address.base > x.address.base) - (y.address.base < x.address.base)
        return ahead < 0

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
                nests += self.found[k].parts
                k = self.found[k].turns.stop
            else:
                nests += [along_steps(self._at(self.nests[k]), self.arrays)] if k not in self.gone else []
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
    return first.with_loop(0, Affine(len(nests)), lambda x: Access(x.array, x.address.with_loop(0, next(pace))))


def _forwards(nest: Nest) -> Nest:
    """A nest whose first loop may run either way, so that its results lie in the order of the loop."""
    last = nest.trips[0].base - 1

    def turned(x: Access, _: int) -> Access:
        stride, *inner = x.address.strides
        return Access(x.array, Affine(x.address.base + stride * last, (-stride, *inner)))

    return nest.rewritten(turned) if nest.result.address.strides[0] < 0 else nest


def _one_pace(nests: Sequence[Nest]) -> bool:
    """Whether what is written in these nests is read there at the same pace."""
    paces: defaultdict[int, set[int]] = defaultdict(set)
    for nest in nests:
        for x in nest.accesses():
            paces[x.array].add(x.address.strides[0])
    return all(len(paces[nest.result.array]) == 1 for nest in nests)
