"""Chains of + and − in a recorded graph, found as the sums that somebody wrote as a loop.

``loss = loss + x``, ``loss = x + loss``, ``loss -= x`` and a recursion's ``xs[0] + total(xs[1:])`` are sums when they
are done, and the products in them are terms. So a chain rolls, whichever way it was written. A single minus stays what
it is. In a chain with several, what is taken away without a plus between is a sum of its own, ``a − (b + c)``, and what
was added before stays with it: ``loss + x − y``, time after time, is the sum of all x − y, and large numbers cancel
before they are added up.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable
from itertools import chain
from typing import NamedTuple

from ..ops import OPS
from ..value import Value

__all__ = ["Sum", "Sums"]

ADD, SUB, MUL = OPS["add"], OPS["sub"], OPS["mul"]


class Sum(NamedTuple):
    """The terms of a sum in groups, of those that are added and those that are taken away from these, first ones first.

    to_added, to_taken  the terms to which gradients go on
    """

    groups: list[tuple[list[Value], list[Value]]]
    to_added: list[Value]
    to_taken: list[Value]


class Sums:
    """The sums of the graphs that were looked at.

    inside  what is part of a sum and has no node of its own: all of a chain but its end, and products in it

    >>> from tinygrad_edu.graph import ancestors
    >>> a, b, c, d = (Value(1.0, name) for name in "abcd")
    >>> y = d + (a * b + c) - c - d
    >>> sums = Sums()
    >>> sums.look(ancestors(y), [y], ())
    >>> [([v.label or v.op for v in added], [v.label for v in taken]) for added, taken in sums.of(y).groups]
    [([<primitive mul>, 'c', 'd'], ['c', 'd'])]
    """

    def __init__(self) -> None:
        self.inside: set[Value] = set()
        self._turned: set[Value] = set()  # additions whose right side is the chain
        self._zeros: set[Value] = set()  # constants that a sum may begin with: Python's ``sum()`` puts one in front

    def look(self, order: Iterable[Value], roots: Iterable[Value], known: Container[Value]) -> None:
        """Find the sums of a graph, whose nodes come after their inputs; what is ``known`` has a node already."""
        read = list(roots)
        links: list[Value] = []
        zeros = self._zeros
        for v in order:
            x = v._x
            if x is None:
                if v._data == 0.0 and not v.requires_grad and not v.label and v not in known:  # that is no data
                    zeros.add(v)
            elif x.__class__ is tuple:
                read += x
            else:
                read.append(x)
                if v._y is not None:
                    read.append(v._y)
                    if v.op is ADD or v.op is SUB:
                        links.append(v)
        uses = Counter(read)
        below: dict[Value, Value] = {}  # what a chain goes on with
        minus: dict[Value, int] = {}  # how often something is taken away
        going: set[Value] = set()  # what began as x + 0.0: the next terms come in front of it, too
        for v in links:
            a, b = v._x, v._y  # the slots of two inputs; here and below it is the hot loop
            adds, on = v.op is ADD, None
            minus[v] = 0 if adds else 1
            if a in zeros:  # a sum begins, and this is the first of terms that are alike
                continue
            if b in zeros:
                if adds:
                    going.add(v)
                continue
            if a in minus and uses[a] == 1 and not a.label and a not in known:
                on = a
            right = adds and b in minus and (on is None or b in going)
            if right and uses[b] == 1 and not b.label and b not in known:
                on = b
                self._turned.add(v)
                if b in going:
                    going.add(v)
            if on is not None:
                below[v] = on
                minus[v] += minus[on]
        inside, turned = self.inside, self._turned
        for v in reversed(links):
            several = minus[v] > 1
            if v in inside or not (several or v.op is ADD):
                continue
            at: Value | None = v
            while at is not None:
                on = below.get(at)
                if on is not None and (several or on.op is ADD):
                    inside.add(on)
                else:
                    on = None
                    turned.discard(at)
                for u in (at._x, at._y):
                    if u.op is MUL and uses[u] == 1 and not u.label and u not in known:
                        inside.add(u)
                at = on

    def __contains__(self, v: Value) -> bool:
        """Whether a node is a sum."""
        return v.op is ADD or (v.op is SUB and v._x in self.inside)

    def of(self, v: Value) -> Sum:
        """The terms of a sum, but for the 0 that it may begin with."""
        inside, turned, at = self.inside, self._turned, v
        to_added, to_taken = list[Value](), list[Value]()
        added, taken = list[Value](), list[Value]()
        groups = [(added, taken)]  # last ones first, and so are their terms
        while True:
            a, b, da, db = at._x, at._y, at._dx, at._dy
            if at in turned:
                a, b, da, db = b, a, db, da
            if at.op is SUB:
                if added:
                    added, taken = [], []
                    groups.append((added, taken))
                taken.append(b)
                if db is not None:
                    to_taken.append(b)
            else:
                if b not in self._zeros:
                    added.append(b)
                if db is not None:
                    to_added.append(b)
            if a not in inside or a.op is MUL:
                break
            at = a
        if a not in self._zeros:
            added.append(a)
        if da is not None:
            to_added.append(a)
        groups.reverse()
        for terms in (*chain(*groups), to_added, to_taken):
            terms.reverse()
        return Sum(groups, to_added, to_taken)
