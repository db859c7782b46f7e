"""The right class of an example, found where its number is part of the recorded graph.

``logsumexp(z) - z[2]`` and ``e[2] / sum(e)`` read again one entry of what a reduction runs over. If it is another one
in each example, each example is computed in a way of its own: what leads to the entry that is picked is used otherwise
than what leads to the others, and no loop is found that runs over all of them. So the entry is taken from all entries
by a number, which lies in the program as other numbers do, and what is computed is the same for all examples, as if the
classes were data (``take``). Where it is the same entry in all examples, and in a few, reading it is simpler.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from ..ops import OPS
from ..value import Value
from .program import Group, Program
from .sums import Sums

__all__ = ["Pick", "picks", "settled"]

ADD, SUB, DIV, EXP, LOG = (OPS[name] for name in ("add", "sub", "div", "exp", "log"))
SUM, LOGSUMEXP = OPS["sum"], OPS["logsumexp"]

FEW = 8
"""Examples, for which it is no gain that they are alike."""


class Pick(NamedTuple):
    """Of ``entries``, what a reduction runs over, number ``place`` is read again: ``entry``."""

    entry: Value
    entries: tuple[Value, ...]
    place: int


def picks(order: Iterable[Value], sums: Sums) -> dict[Value, Pick]:
    """What reads an entry that is picked, and which one; ``order`` are all nodes of a graph, ``sums`` the sums in it.

    >>> from tinygrad_edu import logsumexp
    >>> from tinygrad_edu.graph import ancestors
    >>> rows = [[Value(k * i).exp() for i in range(3)] for k in range(9)]
    >>> losses = [logsumexp(row) - row[k % 3] for k, row in enumerate(rows)]
    >>> [pick.place for pick in picks(ancestors(*losses), Sums()).values()]
    [0, 1, 2, 0, 1, 2, 0, 1, 2]
    """
    readers: dict[Value, list[tuple[Value, Value]]] = {}  # of a reduction, with what they read besides
    readings: dict[tuple[Value, ...], list[tuple[Value, Pick]]] = {}  # of an entry among these
    for v in order:
        op = v.op
        if op is SUB:
            for over, entry in ((v._x, v._y), (v._y, v._x)):
                if over.op is LOGSUMEXP or over.op is LOG:
                    readers.setdefault(over, []).append((v, entry))
        elif op is DIV and (v._y.op is SUM or v._y.op is ADD):
            readers.setdefault(v._y, []).append((v, v._x))
    for over, found in readers.items():
        if len(found) > 1:
            continue
        ((v, entry),) = found
        entries = _entries(over, sums)
        place = next((k for k, u in enumerate(entries) if u is entry), None)
        if place is not None and not any(u.op is None or u in sums.inside for u in entries):
            readings.setdefault(entries, []).append((v, Pick(entry, entries, place)))
    alike: dict[int, dict[Value, Pick]] = {}  # by how many entries there are
    for entries, pairs in readings.items():
        if len(pairs) == 1:  # else it is all of them, each by a sum of its own
            alike.setdefault(len(entries), {}).update(pairs)
    chosen: dict[Value, Pick] = {}
    for picked in alike.values():
        if len(picked) >= FEW and len({pick.place for pick in picked.values()}) > 1:
            chosen |= picked
    return chosen


def _entries(over: Value, sums: Sums) -> tuple[Value, ...]:
    """What a reduction runs over; of the logarithm of a sum of exponentials the exponents."""
    if over.op is LOG:
        terms = _entries(over.inputs[0], sums)
        return tuple([u._x for u in terms]) if all(u.op is EXP for u in terms) else ()
    if over.op is ADD:
        return tuple(sums.of(over).groups[0][0])
    return over.inputs if over.op is SUM or over.op is LOGSUMEXP else ()


def settled(program: Program) -> Program:
    """The program with the entries themselves where numbers of its own choose, which is shorter as straight-line code.

    >>> from tinygrad_edu.jit.program import Builder
    >>> b = Builder()
    >>> x, y = b.input("x"), b.input("y")
    >>> table = b.node("list", (x, y))
    >>> print(settled(b.finish([("p", [x, y])], [("q", [b.node("take", (table, b.const(1.0)))])])))
    return q = [y]
    """
    new = Program()
    new.ops, new.args, new.numbers = [*program.ops], [*program.args], {**program.numbers}
    new.labels, new.about = program.labels, program.about
    ops, args, numbers = new.ops, new.args, new.numbers
    at = list(range(len(ops)))
    nothing = set[int]()
    for i, op in enumerate(ops):
        args[i] = tuple([at[j] for j in args[i]])
        if op == "take" and (which := numbers.get(args[i][1])) is not None:
            at[i] = args[args[i][0]][int(which)]
        elif op == "entry":
            _, *pairs = args[args[i][0]]
            came = [x for k, x in zip(pairs[::2], pairs[1::2], strict=True) if numbers.get(k) == numbers[args[i][1]]]
            if numbers.keys() >= set(pairs[::2]) and len(came) < 2:
                at[i] = came[0] if came else i
                if not came:
                    nothing.add(i)
                    ops[i], args[i], numbers[i] = "const", (), 0.0
        elif op == "dot" and not nothing.isdisjoint(args[i]):
            terms = zip(args[i][::2], args[i][1::2], strict=True)
            args[i] = tuple([x for term in terms if nothing.isdisjoint(term) for x in term]) or args[i]
    new.inputs = program.inputs
    new.outputs = [Group(group.name, tuple([at[i] for i in group.nodes])) for group in program.outputs]
    return new.live()
