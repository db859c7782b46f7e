"""The gradient of choosing from a table: what arrives at a choice goes to the entry that was chosen.

Which one that is, the program finds out when it runs: it adds the number into an array of zeros, a ``scatter``, at the
place that was chosen, and each entry of the table finds there what came to it. So a table of a thousand rows of which
one is read costs one row.

Where every addition has to stand where the eager engine has it (``exact``), a table whose entries are used otherwise
too gets a conditional addition for each of them instead, as do tables of what is itself chosen from others: there the
eager engine adds to the entry that was chosen in the end, term by term.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from ..choice import TAKE
from ..value import Value
from .program import Builder

__all__ = ["Tables", "order_is_data"]


def order_is_data(root: Value) -> bool:
    """Whether gradients add up in an order that depends on what is chosen: no program can do that as the engine does.

    The eager engine goes down from ``root``, on to the entry that was chosen. That is the same way whatever is chosen
    if all entries are leaves, or if it has been to all of them already.
    """
    seen, stack = set[Value](), [root]
    while stack:
        node = stack.pop()
        if node in seen:
            continue
        seen.add(node)
        if node.op is TAKE:
            results = [u for u in node.inputs[1:] if u.requires_grad and u.op not in (None, TAKE)]
            if not seen.issuperset(results):
                return True
        stack += [u for u, d in zip(node.inputs[::-1], node.partials[::-1], strict=True) if d is not None]
    return False


class Tables:
    """What arrives at the entries of tables, on one way back through a graph.

    arrived  the terms of each Value's adjoint, as pairs of nodes
    start    what every adjoint begins with in exact mode; empty in fast mode
    """

    def __init__(
        self, builder: Builder, node: dict[Value, int], arrived: dict[Value, list[int]], start: Sequence[int]
    ) -> None:
        self.builder, self.node, self.arrived, self.start = builder, node, arrived, list(start)
        self._pairs: dict[Hashable, list[int]] = {}  # for each table its list, then numbers and what goes there
        self._places: dict[Value, list[tuple[Hashable, int]]] = {}  # for each entry its tables, and where it is in them
        self._shared: set[Value] = set()  # entries that are used otherwise too

    def look_ahead(self, way: Sequence[Value]) -> None:
        """Note which entries on the way are used by something else than choices from one table."""
        users: dict[Value, set[Hashable]] = {}
        for v in way:
            table = self._table(v.inputs[1:]) if v.op is TAKE else None
            for u in v.inputs:
                users.setdefault(u, set()).add(table)
        self._shared = {u for u, tables in users.items() if len(tables) > 1}
        for v in users:
            if v.op is TAKE and any(isinstance(table, tuple) for table in users[v]):
                self._shared.update(v.inputs)

    def add(self, v: Value, x: int, y: int) -> None:
        """x·y arrives at a choice."""
        i, *entries = v.inputs
        if not self.start or (self._shared.isdisjoint(entries) and len(set(entries)) == len(entries)):
            self.scattered(entries, self.node[i], self.builder.node("mul", (x, y)))
        else:
            self._one_by_one(v, x, y, [])

    def _table(self, entries: Sequence[Value]) -> Hashable:
        """What a table is known by: its entries, numbers by what they are."""
        return tuple([u if u.requires_grad else self.node[u] for u in entries])

    def scattered(self, entries: Sequence[Value], number: int, g: int) -> None:
        """g arrives at the entry that the number chooses."""
        table = self._table(entries)
        pairs = self._pairs.get(table)
        if pairs is None:
            pairs = self._pairs[table] = [self.builder.node("list", tuple([self.node[u] for u in entries]))]
            for k, u in enumerate(entries):
                if u in self.arrived:
                    self._places.setdefault(u, []).append((table, k))
        pairs += (number, g)

    def _one_by_one(self, v: Value, x: int, y: int, otherwise: list[int]) -> None:
        """To each entry x·y is added if it is the one: if not ``otherwise``, and not another one of this table."""
        builder, (i, *entries) = self.builder, v.inputs
        for k, u in enumerate(entries):
            if u not in self.arrived:
                continue
            others = [*otherwise, builder.node("ne", (self.node[i], builder.const(float(k))))]
            if u.op is TAKE:
                self._one_by_one(u, x, y, others)
                continue
            before = [*self.start, *self.arrived[u]]
            total = builder.dot([*before, x, y])
            for other in others:
                total = builder.node("where", (other, builder.dot(before), total))
            self.arrived[u] = [total, builder.one]

    def arriving(self, v: Value) -> list[int]:
        """The terms of the adjoint of an entry that come from choices: all of them are behind us."""
        terms: list[int] = []
        for table, k in self._places.get(v, ()):
            scatter = self.builder.node("scatter", tuple(self._pairs[table]))
            terms += (self.builder.node("entry", (scatter, self.builder.const(float(k)))), self.builder.one)
        return terms
