"""Which operations of a program are the same operation of one loop: nodes get colours, equal colours form a class.

A node's colour is made of its operation and the colours of what it is applied to. Of a reduction it takes the *set* of
the colours of its terms, so that the first position of a sentence, which sums one term, and the last, which sums
sixteen, are alike. Numbers in the program are all of one colour: data that was frozen into it must not split a class.

Equal colours mean equal height above the inputs. So no member of a class depends on another one, and classes in the
order of their heights are in an order in which they can be computed.

This is partition refinement as in Hopcroft's minimisation of automata, in one pass upwards and, for what the operands
cannot tell (a network's first weights from its biases), once more by use.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from typing import Any

from ..program import Program
from .tails import Tails

__all__ = ["COMMUTATIVE", "Coloured", "mixed"]

COMMUTATIVE = ("add", "mul")

MOST_TOLD_APART = 2
"""How many times as many kinds of operations there may be when they are told apart by use, too."""

MOST_ROLES = 4
"""Uses by which what is alike is then told apart, of one colour: queries, keys and values are three."""


class Coloured:
    """A program in flat arrays, without sums of one term, and its classes.

    args     the arguments of all nodes, one after the other; node i has count[i], from start[i] on
    at       for each node itself or, if it was a sum of one term, that term
    colour   of each node
    classes  for each class the numbers of its nodes, in the order of the program; lowest class first
    seen     the colours as the tails see them (``tails.py``): there a gradient is a gradient, whatever the layer
    """

    def __init__(self, np: Any, program: Program) -> None:
        self.np = np
        self.program = program
        self.ops = program.ops
        self.lists: list[tuple[int, ...]] = list(program.args)
        self.leaf: dict[int, Any] = {i: ("input", k) for k, g in enumerate(program.inputs) for i in g.nodes}
        self.at = list(range(len(self.ops)))
        self.tails: Tails | None = None
        alike = [None] * len(self.ops)
        self._settle(alike)
        tails = Tails(program, self.lists, self.at)
        if tails.place:
            self.tails = tails
            self._settle(alike)

    def refined(self) -> Coloured:
        """The same after the colours have also been told apart by use, with the classes of operations.

        Where use tells almost each from each, it tells places in a list and no roles: pixels at the edge of an image,
        steps of a search for the greatest. What has so many uses is then left as one.
        """
        np = self.np
        self._flatten()
        colour, lists, at, uses = self.colour, [*self.lists], [*self.at], self._uses()
        self._settle(uses)
        if len(set(self.colour)) > MOST_TOLD_APART * len(set(colour)):
            self.lists, self.at = lists, at
            self._settle(_of_few_uses(np, colour, uses))
        self._flatten()
        self._collect()
        self.colour_of = np.array(self.colour, np.int64)
        self.seen_of = np.array(self.seen, np.int64)
        return self

    def _settle(self, tags: Sequence[Any]) -> None:
        self._paint(tags)
        while self._drop_aliases():
            self._paint(tags)

    def _paint(self, tags: Sequence[Any]) -> None:
        """Colour all nodes from the inputs up; a tag tells nodes apart that would be alike."""
        at, tails = self.at, self.tails
        colour = [0] * len(at)
        seen = list(colour) if tails else colour  # as the tails see it
        colour_of = colour.__getitem__
        as_written: dict[Any, int] = {}  # most nodes are written just like an earlier one, arguments in the same order
        known: dict[Any, int] = {"const": 0}
        for i, (op, xs) in enumerate(zip(self.ops, self.lists, strict=True)):
            if xs:
                if tails and i in tails.place:
                    raw = (f"{op} in a tail", tags[i], *[seen[j] for j in xs])
                else:
                    raw = (op, tags[i], *map(colour_of, xs))
            elif op == "const" or at[i] != i:
                continue
            else:
                raw = (op, tags[i], self.leaf.get(i))
            found = as_written.get(raw)
            if found is None:
                key = (raw[0], raw[1], _unordered(op, raw[2:]))
                found = as_written[raw] = known.setdefault(key, len(known))
            colour[i] = found
            if tails:
                edge = tails.edge.get(i)
                view = ("edge", *edge[:2]) if edge else self.leaf.get(i)
                seen[i] = found if view is None else known.setdefault(view, len(known))
        self.colour, self.seen = colour, seen
        self.colours = len(known)
        sums = [(c, len(raw) == 4 and 0 in raw[2:]) for raw, c in as_written.items() if raw[0] == "dot"]
        self.short = {c for c, short in sums if short} - {c for c, short in sums if not short}

    def _drop_aliases(self) -> bool:
        """Put the term in the place of a sum of one term, where all sums of the class have one term only."""
        if not self.short:
            return False
        numbers, lists, at, colour, short = self.program.numbers, self.lists, self.at, self.colour, self.short
        candidates = [i for i, c in enumerate(colour) if c in short]
        term = {}
        scaled = set()
        for i in candidates:
            a, b = lists[i]
            if numbers.get(b) == 1.0 and a not in numbers:
                term[i] = a
            elif numbers.get(a) == 1.0 and b not in numbers:
                term[i] = b
            else:
                scaled.add(colour[i])
        dropped = [i for i in candidates if colour[i] not in scaled]
        gone = set(dropped)
        for i in dropped:
            at[i], lists[i] = term[i], ()
        if dropped:
            for i, xs in enumerate(lists):
                at[i] = at[at[i]]  # a term may be one that was dropped, now or before
                if not gone.isdisjoint(xs):
                    lists[i] = tuple([at[j] for j in xs])
        return bool(dropped)

    def _flatten(self) -> None:
        np, lists = self.np, self.lists
        self.count = np.fromiter(map(len, lists), np.int64, len(lists))
        self.start = np.cumsum(self.count) - self.count
        self.args = np.fromiter(chain.from_iterable(lists), np.int64, int(self.count.sum()))

    def _uses(self) -> list[int]:
        """A number for each node that says in which classes and in which places it is used, and its output group."""
        np = self.np
        n = len(self.ops)
        colour = np.array(self.colour, np.int64)
        names = {op: k for k, op in enumerate(dict.fromkeys(self.ops))}
        owner = np.repeat(np.arange(n), self.count)
        op = np.array([names[x] for x in self.ops], np.int64)

        def among(some: Sequence[str]) -> Any:  # of all terms those of such operations
            return np.isin(op, [names[x] for x in some if x in names])[owner]

        first, place = self.start[owner], np.arange(len(owner)) - self.start[owner]
        either = among(("dot", *COMMUTATIVE))
        other = np.where(either, first + (place ^ 1), first)
        partner, own = colour[self.args[other]], colour[self.args]
        if self.tails:
            tail = np.zeros(n, bool)
            tail[list(self.tails.place)] = True
            in_tail = tail[owner]
            seen = np.array(self.seen, np.int64)
            partner = np.where(in_tail, seen[self.args[other]], partner)
            own = np.where(in_tail, seen[self.args], own)
        scattered = among(("scatter",))
        place[scattered] = np.minimum(place, 2 - (place & 1))[scattered]  # the list, then numbers, what goes there
        side = (partner == own) * (place & 1)  # equal colours: the recorded order tells
        use = np.where(either, _pairs(partner, side), place * ~among(("max", "list")))
        use = _pairs(colour[owner], use)
        _, last = np.unique(_pairs(self.args, use), return_index=True)
        arg, use = self.args[last], use[last]
        group = np.zeros(n, np.int64)
        for k, g in enumerate(self.program.outputs, 1):
            group[[self.at[i] for i in g.nodes]] = k
        total = mixed(np, group)
        np.add.at(total, arg, mixed(np, use))
        numbers: list[int] = np.unique(total, return_inverse=True)[1].tolist()
        return numbers

    def _collect(self) -> None:
        lists, colour, ops = self.lists, self.colour, self.ops
        tails = self.tails.place if self.tails else {}
        height = [0] * len(ops)
        members: dict[int, list[int]] = {}
        for i, op in enumerate(ops):
            if op in ("input", "const") or self.at[i] != i:
                continue
            c = colour[i]
            found = members.get(c)
            if found is None:
                members[c] = [i]
                if i in tails:  # after everything else
                    height[i] = 1 + max([height[j] for j in lists[i] if j in tails], default=len(ops))
                else:
                    height[i] = 1 + max([height[j] for j in lists[i]])
            else:
                height[i] = height[found[0]]
                found.append(i)
        self.classes = sorted(members.values(), key=lambda nodes: (height[nodes[0]], nodes[0]))


def _of_few_uses(np: Any, colours: list[int], uses: list[int]) -> list[int]:
    """The uses, but one and the same for all nodes of a colour that has more of them than there are roles."""
    colour, use = np.array(colours), np.array(uses)
    _, first = np.unique(_pairs(colour, use), return_index=True)
    found: list[int] = np.where((np.bincount(colour[first]) > MOST_ROLES)[colour], 0, use).tolist()
    return found


def _pairs(a: Any, b: Any) -> Any:
    """A number for each pair."""
    return a * (int(b.max(initial=0)) + 1) + b


def _unordered(op: str, colours: tuple[Any, ...]) -> Any:
    """What of the operands' colours counts: of a reduction the set, where the order is free the sorted ones."""
    if op == "dot":
        return frozenset(map(frozenset, zip(colours[::2], colours[1::2], strict=True)))
    if op == "max":
        return frozenset(colours)
    if op == "list":
        return len(colours), frozenset(colours)
    if op == "scatter":
        return colours[0], frozenset(zip(colours[1::2], colours[2::2], strict=True))
    return tuple(sorted(colours)) if op in COMMUTATIVE else colours


def mixed(np: Any, x: Any) -> Any:
    """Numbers of 64 bits made to look random (Steele, Lea and Flood 2014, splitmix64); sums of them tell sets apart."""
    with np.errstate(over="ignore"):
        z = x.astype(np.uint64) + np.uint64(0x9E3779B97F4A7C15)
        z = (z ^ (z >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
        z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
        return z ^ (z >> np.uint64(31))
