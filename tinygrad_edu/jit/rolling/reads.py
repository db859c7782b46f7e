"""What the members of a class read: for each operand, or each run of terms of a reduction, an address for each member.

The terms of a reduction may be added in any order. They are put in one in which addresses grow by the same steps in all
members; a reduction over two dimensions becomes several such runs. Where there is no such order (parameters that were
shuffled, say) the addresses, or numbers, are listed one by one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from .colour import COMMUTATIVE, Coloured, mixed

__all__ = ["NUMBERS", "Class", "Place", "Read", "Run", "operands", "read_numbers", "runs", "scattered", "steps_of"]

NUMBERS = -1  # in the place of an array: numbers of the program itself
MOST_RUNS = 64  # of which a reduction over two dimensions may consist, of two terms or more each on average


@dataclass
class Read:
    """Numbers that the members read from one array, or ``NUMBERS``.

    at      the address of the first step for each member; None where they are listed
    stride  from one step to the next
    each    the addresses, or numbers, of all steps of the first member, of the second, and so on
    """

    array: int
    at: Any = None
    stride: int = 0
    each: Any = None


@dataclass
class Run:
    """A run of terms a·b: how many there are for each member, and what they read; a float is the same for all."""

    length: Any
    a: Read | float
    b: Read | float


@dataclass
class Class:
    """Operations that are alike, in the order of the program, and what they read.

    reads  the operands; of a reduction the factors of its runs of terms, one after the other
    table  pitch and count of the tables that it reads, or makes
    """

    op: str
    members: list[int]
    reads: list[Read | float]
    terms: list[Run]
    label: str
    table: tuple[int, int]

    def regular(self) -> list[Read]:
        """The reads whose addresses are not listed."""
        return [x for x in self.reads if isinstance(x, Read) and x.at is not None]

    def ragged(self) -> list[Any]:
        """The lengths of the runs of terms that are not of the same length in all members."""
        return [run.length for run in self.terms if (run.length != run.length[0]).any()]

    def has_tables(self) -> bool:
        """Whether addresses are listed."""
        return any(isinstance(x, Read) and x.at is None and x.array != NUMBERS for x in self.reads)

    def patterns(self, np: Any) -> tuple[Any, int]:
        """A number for each member, the same one for those that read as many terms, at the same distances.

        And in how many ways they read what is listed, if anything is: how many rows the tables would have.
        """
        alike = same = np.zeros(len(self.members), np.uint64)
        for k, run in enumerate(self.terms):
            length, step = run.length, steps_of(np, run.length)
            member = np.repeat(np.arange(len(length)), length)
            alike, same = (mixed(np, total + mixed(np, length + k)) for total in (alike, same))
            for x in self.reads[2 * k : 2 * k + 2]:
                if isinstance(x, Read) and x.at is None and x.array != NUMBERS:
                    first = (np.cumsum(length) - length)[member]
                    alike, same = mixed(np, alike), mixed(np, same)
                    np.add.at(alike, member, mixed(np, mixed(np, step) + mixed(np, x.each - x.each[first])))
                    np.add.at(same, member, mixed(np, mixed(np, step) + mixed(np, x.each)))
        return np.unique(alike, return_inverse=True)[1], len(np.unique(same)) if self.has_tables() else len(same)

    def listed(self, np: Any, good: list[Read]) -> Class:
        """The same with all addresses listed but those of the good reads."""
        reads: list[Read | float] = []
        for k, x in enumerate(self.reads):
            if isinstance(x, Read) and x.at is not None and not any(x is y for y in good):
                length = self.terms[k // 2].length if self.terms else np.ones(len(x.at), np.int64)
                x = Read(x.array, each=np.repeat(x.at, length) + steps_of(np, length) * x.stride)
            reads.append(x)
        return replace(self, reads=reads)


@dataclass
class Place:
    """Where each node is: the array of a colour, the address of a node; and the numbers of the program's own."""

    array: dict[int, int]
    address: Any
    number: Any


def steps_of(np: Any, length: Any) -> Any:
    """0, 1, and so on, up to each of these lengths, one after the other."""
    return np.arange(int(length.sum())) - np.repeat(np.cumsum(length) - length, length)


def operands(np: Any, graph: Coloured, nodes: Any, place: Place) -> list[Read | float]:
    """What an operation that is no reduction is applied to."""
    first = graph.start[nodes]
    columns = [graph.args[first + k] for k in range(int(graph.count[nodes[0]]))]
    in_tail = graph.tails is not None and int(nodes[0]) in graph.tails.place
    colours = [(graph.seen_of if in_tail else graph.colour_of)[column] for column in columns]
    if graph.ops[nodes[0]] in COMMUTATIVE and len(columns) == 2:
        swap = colours[0] < colours[1]  # numbers, of the lowest colour, stand last
        columns = [np.where(swap, columns[1 - k], columns[k]) for k in (0, 1)]
    one = np.ones(len(nodes), np.int64)
    reads = [_read(np, graph, column, one, place) for column in columns]
    if graph.ops[nodes[0]] == "take":
        reads[1] = _choosing(np, reads[1], len(nodes))
    return reads


def _choosing(np: Any, read: Read | float, count: int) -> Read:
    """Numbers that choose, in an array as data are: where the same one always does, too."""
    return Read(NUMBERS, each=np.full(count, read)) if isinstance(read, float) else read


def _read(np: Any, graph: Coloured, column: Any, length: Any, place: Place) -> Read | float:
    """The read of one node for each member."""
    colour = int(graph.colour_of[column[0]])
    if colour:
        return Read(place.array[colour], place.address[column])
    return read_numbers(np, place.number[column])


def read_numbers(np: Any, numbers: Any) -> Read | float:
    same = len(np.unique(numbers.view(np.int64))) == 1  # by their bits: 0 and −0, nan
    return float(numbers[0]) if same else Read(NUMBERS, each=numbers)


def runs(np: Any, graph: Coloured, nodes: Any, place: Place) -> list[Run]:
    """The runs of terms of a dot or a max."""
    count = graph.count[nodes]
    args = graph.args[np.repeat(graph.start[nodes], count) + steps_of(np, count)]
    member = np.repeat(np.arange(len(nodes)), count)
    colour = graph.colour_of
    if graph.ops[nodes[0]] == "max":
        a, b, key = args, None, colour[args]
    else:
        a, b, member = args[::2], args[1::2], member[::2]
        swap = colour[a] < colour[b]  # numbers, of the lowest colour, stand last
        a, b = np.where(swap, b, a), np.where(swap, a, b)
        key = colour[a] * graph.colours + colour[b]
        key = _lone_apart(np, key, graph.colours, b, member, len(nodes), place)
    found: list[Run] = []
    different, back = np.unique(key, return_inverse=True)
    pairs = [divmod(int(k), graph.colours) for k in different]
    numbers_last = sorted(range(len(different)), key=lambda k: (pairs[k][1] == 0, k))
    arrays = {k: tuple([place.array.get(c, NUMBERS) for c in pairs[k]]) for k in numbers_last}

    def of(kinds: list[int]) -> list[Run]:
        chosen = slice(None) if len(kinds) == len(different) else np.isin(back, kinds)
        second = None if b is None else b[chosen]
        return list(_of_one_kind(np, graph, a[chosen], second, member[chosen], len(nodes), place))

    done: set[int] = set()
    for k in numbers_last:
        alike = [j for j in numbers_last if arrays[j] == arrays[k] and pairs[j][1]]
        if k in done:
            continue
        if alike[:1] == [k]:  # several kinds side by side in one array may be one run
            together = of(alike)
            if len(together) == 1 and not any(isinstance(x, Read) and x.at is None for x in _factors(together)):
                found += together
                done.update(alike)
                continue
        found += of([k])
    return found


def scattered(np: Any, graph: Coloured, nodes: Any, place: Place) -> list[Run]:
    """The runs of pairs of scatters: numbers that choose, and what goes there."""
    count = graph.count[nodes] - 1  # without the list
    args = graph.args[np.repeat(graph.start[nodes] + 1, count) + steps_of(np, count)]
    a, b = args[::2], args[1::2]
    member = np.repeat(np.arange(len(nodes)), count // 2)
    kind = graph.colour_of[a] * graph.colours + graph.colour_of[b]
    found: list[Run] = []
    for k in np.unique(kind):
        which, what, of = (x[kind == k] for x in (a, b, member))
        if k >= graph.colours:
            found += _of_one_kind(np, graph, which, what, of, len(nodes), place)
        elif k:  # what chooses is part of the program
            for run in _of_one_kind(np, graph, what, which, of, len(nodes), place):
                found.append(Run(run.length, _choosing(np, run.b, int(run.length.sum())), run.a))
        else:  # and what goes there
            chosen, number = (read_numbers(np, place.number[x]) for x in (which, what))
            found.append(Run(np.bincount(of, minlength=len(nodes)), _choosing(np, chosen, len(which)), number))
    return found


def _factors(found: list[Run]) -> list[Read | float]:
    return [x for run in found for x in (run.a, run.b)]


def _lone_apart(np: Any, key: Any, colours: int, b: Any, member: Any, count: int, place: Place) -> Any:
    """Kinds of terms, with those that are multiplied by 1, such as biases, apart from those multiplied by data.

    Only where every member has as many of them: else a 1 in the data is taken for one.
    """
    numbers = key % colours == 0
    lone = numbers & (place.number[b] == 1.0)
    each = np.bincount(member[lone], minlength=count)
    return key + lone * colours * colours if (each == each[0]).all() and not lone[numbers].all() else key


def _of_one_kind(np: Any, graph: Coloured, a: Any, b: Any, member: Any, count: int, place: Place) -> Iterator[Run]:
    """The runs of terms whose factors have the same colours."""
    length = np.bincount(member, minlength=count)
    left, right = (NUMBERS if x is None else place.array.get(int(graph.colour_of[x[0]]), NUMBERS) for x in (a, b))
    numbers = None if right != NUMBERS else np.ones(len(a)) if b is None else place.number[b]
    if left == NUMBERS:  # on both sides
        yield Run(length, read_numbers(np, place.number[a] * numbers), 1.0)  # one of the two is 1
        return
    rows = _Rows(np, member, length)
    at_a, at_b = place.address[a], place.address[b] if right != NUMBERS else None

    def ordered(order: Any) -> list[Any]:
        return [x if x is None or order is None else x[order] for x in (at_a, at_b, numbers)]

    def score(order: Any) -> int:
        """How much follows a rule in this order, and rather forwards than backwards."""
        both = [x for x in ordered(order)[:2] if x is not None]
        follows = 2 * (sum(map(rows.regular, both)) + 2 - len(both))  # numbers do
        return follows + (not rows.second or all(not rows.regular(x) or rows.stride(x) >= 0 for x in both))

    orders: list[Any] = []
    best, order = score(None), None
    if best < 5:
        by = [(at_a,)] if at_b is None else [(at_b, at_a), (at_a, at_b)]
        orders = [np.lexsort((*columns, member)) for columns in by]
        best, order = max([(best, None), *[(score(order), order) for order in orders]], key=lambda found: found[0])
    if best < 4 and len(np.unique(length)) == 1:
        for other in orders:
            found = _in_pieces(np, count, left, right, *ordered(other))
            if found:
                yield from found
                return
    at_a, at_b, numbers = ordered(order)
    yield Run(length, rows.read(left, at_a), read_numbers(np, numbers) if at_b is None else rows.read(right, at_b))


class _Rows:
    """Columns with a row for each term: those of the first member, of the second, and so on, of any number each."""

    def __init__(self, np: Any, member: Any, length: Any) -> None:
        self.np = np
        self.first = (np.cumsum(length) - length).clip(max=len(member) - 1)  # of those without terms it does not count
        self.inside = np.ones(len(member), bool)  # terms with one of the same member before them
        self.inside[self.first[length > 0]] = False
        self.second = int(self.inside.argmax())  # such a term, if there is one

    def regular(self, x: Any) -> bool:
        """Whether it grows by the same step in all members."""
        steps = self.np.diff(x, prepend=x[:1])[self.inside]
        return bool((steps == steps[:1]).all())  # none, where no member has a second term

    def stride(self, x: Any) -> int:
        """The step by which it grows, if it is regular."""
        return int(x[self.second] - x[self.second - 1]) if self.second else 0

    def read(self, array: int, at: Any) -> Read:
        return Read(array, at[self.first], self.stride(at)) if self.regular(at) else Read(array, each=at)


def _in_pieces(np: Any, count: int, left: int, right: int, at_a: Any, at_b: Any, numbers: Any) -> list[Run]:
    """Equally many terms for each member as several runs, each of which follows a rule; none if that takes too many."""
    a, b = (x.reshape(count, -1) for x in (at_a, numbers if at_b is None else at_b))
    found = []
    for start, stop in _pieces(np, [a] if at_b is None else [a, b]):
        of_a, of_b = a[:, start:stop], b[:, start:stop]
        factor = read_numbers(np, of_b.ravel()) if at_b is None else _stretch(right, of_b)
        found.append(Run(np.full(count, of_a.shape[1]), _stretch(left, of_a), factor))
    return found


def _pieces(np: Any, grids: list[Any]) -> list[tuple[int, int | None]]:
    """Where to cut the steps so that in each piece all addresses grow by constant strides; nothing if in too many."""
    steps = [np.diff(grid, axis=1) for grid in grids]
    same = np.all([(step == step[:1]).all(axis=0) for step in steps], axis=0)
    example = np.stack([step[0] for step in steps], axis=1).tolist()
    cuts = [0]
    for k in range(len(same)):
        if not same[k] or (k > cuts[-1] and example[k] != example[k - 1]):
            cuts.append(k + 1)
        if len(cuts) > min(MOST_RUNS, (len(same) + 1) // 2):
            return []
    return list(zip(cuts, [*cuts[1:], None], strict=True))


def _stretch(array: int, at: Any) -> Read:
    """Steps that are regular: for each member a row of addresses."""
    return Read(array, at[:, 0], int(at[0, 1] - at[0, 0]) if at.shape[1] > 1 else 0)
