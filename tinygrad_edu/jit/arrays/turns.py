"""Nests that take turns as a loop: ``for k in range(18): h.append(tanh(W @ X[k] + U @ h[-1]))``.

What is read at another place in each turn is one array before the loop, a row for each turn. What later turns read, or
what comes after the loop, is kept in a list, that of the turn before at its end; after the loop the list is an array.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING

from ..rolled import Access, Array, Nest, Recurrence, each_nest, longest
from .views import NAME, Axes, Line, Variable, in_order, own_places, places_of

if TYPE_CHECKING:
    from .code import ArrayCode

__all__ = ["Turn", "in_turns"]


class Turn:
    """The lines of one turn, while they are written, and the names of what is another thing in each turn."""

    def __init__(self, names: set[str]) -> None:
        self.lines: list[Line] = []
        self.names = names

    def changes(self, text: str) -> bool:
        """Whether an expression may be another number in another turn."""
        return not self.names.isdisjoint(NAME.findall(text))

    def add(self, name: str, text: str) -> None:
        self.lines.append(Line(name, text, True))
        self.names.add(name)


@dataclass
class Result:
    """What a nest gives in each turn.

    back    how many turns later it is still read
    before  how many turns before the first one have left something, and ``entries`` what
    name    of it in a turn, ``list`` of the list of all turns, ``whole`` of the array made of that
    """

    array: int
    base: int
    axes: Axes
    pace: int
    label: str
    back: int = 0
    before: int = 0
    entries: Sequence[str] = ()
    name: str = ""
    list: str = ""
    whole: str = ""

    def places(self, back: int = 0) -> set[int]:
        """Where the numbers belong, of the first turn or of one so many turns before."""
        return set(places_of(self.base - back * self.pace, self.axes))


def in_turns(code: ArrayCode, turns: Recurrence, after: Iterable[Nest | Recurrence]) -> None:
    """Write nests that take turns as a loop, or turn by turn if they do not fit into one.

    after  what comes after them
    """
    loop = _Loop(code, turns)
    if loop.fits():
        kept = {x.array for nest in each_nest(after) for x in nest.reads()}
        loop.write(kept.union(code.rolled.of_kind("output")))
        return
    for k in range(turns.count):
        for nest in turns.nests:
            if not _pace(nest.result):  # its place is that of the turn before
                code.variables[nest.result.array].clear()
        for nest in turns.step(k):
            code.write(nest)


class _Loop:
    """A recurrence while it is written."""

    def __init__(self, code: ArrayCode, turns: Recurrence) -> None:
        self.code, self.turns = code, turns
        self.extents = [longest(nest.trips)[1:] for nest in turns.nests]
        self.results: list[Result] = []
        self.of: defaultdict[int, list[Result]] = defaultdict(list)
        for nest, extents in zip(turns.nests, self.extents, strict=True):
            address = nest.result.address
            axes = list(zip(address.strides[1:], extents, strict=True))
            self.results.append(Result(nest.result.array, address.base, axes, _pace(nest.result), nest.label))
            self.of[nest.result.array].append(self.results[-1])
        self.backwards = any(result.pace < 0 for result in self.results)
        """Whether turns count from the last row to the first one."""

    # -- whether they fit ---------------------------------------------------------------------------------------------

    def fits(self) -> bool:
        """Whether all that is read is there when it is read; counts how far back the turns look."""
        for nest in self.turns.nests:
            lengths = [*nest.trips, *[segment.length for segment in nest.segments]]
            if nest.op == "scatter" or nest.has_tables() or any(any(length.strides) for length in lengths):
                return False
        there = {k: self._there(k) for k in self.of}
        for result in self.results:
            if not own_places(result.axes):
                return False
            if result.pace:
                result.before = next(n for n in count() if not result.places(n + 1) <= there[result.array])
        for k, nest in enumerate(self.turns.nests):
            done = self.results[:k]
            for x, axes in self._reads(nest, self.extents[k]):
                if x.array in self.of:
                    if not self._found(set(places_of(x.address.base, axes)), x.array, done):
                        return False
                elif _pace(x) and not own_places(_forwards(x.address.base, axes)[1]):
                    return False
        return True

    def _there(self, array: int) -> set[int]:
        """The places that have been written before the loop."""
        found: set[int] = set()
        for variable in self.code.variables[array]:
            known = self.code.places.get(variable.name)
            found.update(places_of(variable.base, variable.axes) if known is None else known)
        return found

    def _found(self, wanted: set[int], array: int, done: Sequence[Result]) -> bool:
        """Whether nests of the same turn that are done, or turns before, have written these places."""
        for result in done:
            if result.array == array:
                wanted -= result.places()
        for back in range(1, max(result.before for result in self.of[array]) + 1):
            for result in self.of[array]:
                if back <= result.before and not wanted.isdisjoint(result.places(back)):
                    wanted -= result.places(back)
                    result.back = max(result.back, back)
        return not wanted

    def _reads(self, nest: Nest, extents: Sequence[int]) -> Iterator[tuple[Access, Axes]]:
        """All that a nest reads, with the axes of one turn: of its loops, and of what it goes along."""

        def with_axes(x: object, *more: tuple[int, int]) -> Iterator[tuple[Access, Axes]]:
            if isinstance(x, Access):
                axes = [*zip(x.address.strides[1:], extents), *more]  # noqa: B905 (that of the steps is in ``more``)
                yield x, [(stride, n) for stride, n in axes if stride and n > 1]

        for k, x in enumerate(nest.operands):
            yield from with_axes(x, *[(nest.pitch, nest.count)] * (nest.op == "take" and k == 0))
        for segment in nest.segments:
            for x in (segment.a, segment.b):
                if isinstance(x, Access):
                    yield from with_axes(x, (x.address.strides[-1], segment.length.base))

    # -- writing ------------------------------------------------------------------------------------------------------

    def write(self, kept: set[int]) -> None:
        """The lines before the loop, the loop, and arrays of what is kept behind it."""
        code = self.code
        counter = code.known["counter"] = code.known.get("counter") or code.names.fixed("k")  # one for all loops
        here = {k: self._array() for k in self.of}  # what these arrays are within a turn
        for result in self.results:
            if result.back or result.array in kept:
                self._begin_list(result, here[result.array], result.array in kept)
        nests = [self._of_a_turn(k, here, counter) for k in range(len(self.results))]
        code.turn = turn = Turn({counter, *[result.list for result in self.results]})
        for nest in nests:
            code.write(nest)
        code.turn = None
        for result, nest in zip(self.results, nests, strict=True):
            result.name = next(v.name for v in code.variables[nest.result.array] if v.base == result.base)
        code.lines += self._as_function(counter, turn) if code.scan else self._as_loop(counter, turn)
        for result in self.results:
            if result.array in kept:
                self._end_list(result)
        self._keep_functions()

    def _as_loop(self, counter: str, turn: Turn) -> list[Line]:
        kept = [Line("", f"{r.list}.append({r.name})", True) for r in self.results if r.list]
        return [Line("", f"for {counter} in {self._numbers()}:"), *turn.lines, *kept]

    def _as_function(self, counter: str, turn: Turn) -> list[Line]:
        """The same for a library that is to see one turn only: a function of lists, which returns what they get."""
        kept = [r for r in self.results if r.list]
        lists = ", ".join([r.list for r in kept])
        return [
            Line("", f"def turn({counter}, {lists}):"),
            *turn.lines,
            Line("", f"return [{', '.join([r.name for r in kept])}]", True),
            Line(f"[{lists}]", f"turns(turn, {self._numbers()}, [{lists}], {[r.back for r in kept]})"),
        ]

    def _numbers(self) -> str:
        numbers = f"range({self.turns.count})"
        return f"reversed({numbers})" if self.backwards else numbers

    def _array(self) -> int:
        """One more array of the code; what is in it is known by its variables."""
        self.code.arrays.append(Array("", -1, "work"))
        self.code.variables.append([])
        return len(self.code.arrays) - 1

    def _of_a_turn(self, k: int, here: dict[int, int], counter: str) -> Nest:
        """The nest without its loop over the turns, on the arrays that are another thing in each turn."""
        nest, rows = self.turns.nests[k], dict[Access, int]()
        for x, axes in self._reads(nest, self.extents[k]):
            if x.array not in self.of and _pace(x):
                self.code.variables[rows.setdefault(x, self._array())].append(self._row(x, axes, counter))

        return nest.inside(lambda x: Access(rows.get(x, here.get(x.array, x.array)), x.address.without_loop(0)))

    def _row(self, x: Access, axes: Axes, counter: str) -> Variable:
        """What is read at another place in each turn: the row of an array that has one for each."""
        code, pace = self.code, _pace(x)
        first, axes = _forwards(x.address.base, axes)
        base = first
        if self.backwards:
            base, pace = base + pace * (self.turns.count - 1), -pace
        every = [(pace, self.turns.count), *axes]
        key = (x.array, base, tuple(every))
        if key not in code.known:
            text, order = code.view(x.array, base, every)
            text = in_order(text, order, range(len(every)))
            if not text.isidentifier():
                given = code.arrays[x.array].kind == "input"
                label = code.names.of_places(x.array, base, every) if given else ""
                text = code.let(label, text, tuple([n for _, n in every]))
            code.known[key] = text
        return Variable(f"{code.known[key]}[{counter}]", first, axes)

    def _begin_list(self, result: Result, here: int, kept: bool) -> None:
        """A list of what earlier turns have left: all that there is, if it is needed after the loop."""
        code, axes = self.code, result.axes
        result.before = result.before if kept else result.back
        result.entries = [
            in_order(*code.view(result.array, result.base - back * result.pace, axes), range(len(axes)))
            for back in range(result.before, 0, -1)
        ]
        result.list = code.let(f"{result.label or code.names.unnamed}s", f"[{', '.join(result.entries)}]", ())
        for back in range(1, result.back + 1):
            earlier = Variable(f"{result.list}[-{back}]", result.base - back * result.pace, axes)
            code.variables[here].append(earlier)

    def _end_list(self, result: Result) -> None:
        """The list as an array, in the place of the variables that are in it."""
        code, length = self.code, result.before + self.turns.count
        stride = abs(result.pace)
        place = sum(inner > stride for inner, _ in result.axes)
        forwards = result.pace > 0
        text = f"stack({result.list}{'' if forwards else '[::-1]'}{f', {place}' if place else ''})"
        first = result.base + result.pace * (-result.before if forwards else self.turns.count - 1)
        axes = [*result.axes[:place], (stride, length), *result.axes[place:]]
        result.whole = name = code.let(result.label, text, tuple([n for _, n in axes]))
        within = set(places_of(first, axes))
        others = [v for v in code.variables[result.array] if not within.issuperset(places_of(v.base, v.axes))]
        code.variables[result.array] = [Variable(name, first, axes, own_places(axes)), *others]

    def _keep_functions(self) -> None:
        """Where f(x) and x of all turns are arrays now, one is the function of the other: slopes ask for that."""
        known, results = self.code.known, {result.name: result for result in self.results if result.whole}
        for key, value in list(known.items()):
            if value in results and key[1] in results:
                (f, x), y = key, results[value]
                pairs = zip(results[x].entries, y.entries, strict=False)
                if results[x].before == y.before and all(known.get((f, a)) == b for a, b in pairs):
                    known[f, results[x].whole] = y.whole


def _pace(x: Access) -> int:
    """How much further on it is in the next turn."""
    return x.address.strides[0] if x.address.strides else 0


def _forwards(base: int, axes: Axes) -> tuple[int, Axes]:
    """The same places by positive strides, the longest first."""
    base += sum(stride * (n - 1) for stride, n in axes if stride < 0)
    return base, sorted([(abs(stride), n) for stride, n in axes], reverse=True)
