"""The re-roller: from a flat program to loop nests over arrays.

Somebody wrote loops over scalars; recording unrolled them. This finds them again. Operations that are alike form a
class (``colour.py``); class after class, lowest first, it is settled what the members read (``reads.py``), where their
results are stored (``placement.py``), and whether all addresses are affine in loop counters (``fit.py``). If they are,
the class is one loop nest. An operand that follows no rule is first copied into an array in the order in which it is
needed, by a nest with a table of addresses, and the report says so; the rest of the class is a loop nest all the same.
In the end it is proved that the nests compute what the program does (``proof.py``).

Everything is linear in the number of operations. NumPy does the work on whole classes.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from ...collector import paused
from ..program import Program
from ..rolled import Affine, Rolled
from .colour import Coloured
from .fit import Box, fit
from .nests import Writer
from .placement import Head, Layout, layouts
from .proof import same
from .reads import NUMBERS, Class, Run, operands, runs, scattered
from .tables import Lists, scatter_layout

__all__ = ["WrongNests", "reroll", "rerolled"]

MOST_PARTS = 8  # that a class may fall into before addresses are listed instead
MOST_PATTERNS = 32  # the same, where in each part all terms lie at the same distances


class WrongNests(RuntimeError):
    """The loop nests do not compute what the program does: a mistake of the re-roller, which ``proof.py`` has found."""


@paused()  # nothing here is cyclic, and looking for it takes longer than the work
def reroll(program: Program) -> Rolled:
    """The program as loop nests.

    >>> from tinygrad_edu import Value
    >>> from tinygrad_edu.jit.lower import lower
    >>> xs = [Value(0.0, f"x{i}") for i in range(100)]
    >>> rolled = reroll(lower([("x", xs)], [("y", [x.tanh() for x in xs])]))
    >>> len(rolled.nests), rolled.nests[0].op, rolled.nests[0].trips
    (1, 'tanh', (Affine(base=100, strides=()),))

    Raises ImportError if NumPy is not installed, and WrongNests rather than return what computes something else.
    """
    return _proved(_Roller(program, _coloured(program).refined()))


@paused()
def rerolled(program: Program, least: int) -> Rolled | None:
    """The same; None if there are on average fewer than ``least`` operations of a kind, for which loops are no gain.

    So it is where each step needs the one before: a simulation, a filter, a small recurrent network.
    """
    work, graph = program.work(), _coloured(program)
    if least * len(set(graph.colour)) > 2 * work:  # to tell more of them apart is not worth the wait
        return None
    roller = _Roller(program, graph.refined())
    return None if least * roller.kinds() > work else _proved(roller)


def _coloured(program: Program) -> Coloured:
    try:
        import numpy as np
    except ImportError:
        raise ImportError("re-rolling a program needs NumPy: pip install 'tinygrad-edu[fast]'") from None
    return Coloured(np, program)


def _proved(roller: _Roller) -> Rolled:
    program, rolled = roller.program, roller.roll()
    if not same(roller.np, program, rolled):
        raise WrongNests(
            f"re-rolling {program.work():,} operations into {len(rolled.nests):,} loop nests has gone wrong: they "
            "compute something else. This is a mistake of tinygrad_edu, please report it"
        )
    return rolled


class _Roller(Writer):
    """One program being rolled."""

    def kinds(self) -> int:
        """How many classes of operations there are."""
        return sum(self.graph.ops[members[0]] not in ("input", "const") for members in self.graph.classes)

    def roll(self) -> Rolled:
        self.lists = Lists(self)
        self.scattered: dict[bytes, tuple[Any, int]] = {}  # by their nodes: where their entries are
        for members in self.graph.classes:
            op = self.graph.ops[members[0]]
            if op == "list":
                self.lists.add(members)
            elif op == "entry":
                self._roll_entries(members)
            elif op != "scatter":  # which is settled with its entries
                self._roll_class(members)
        self._copy_outputs()
        return self.rolled

    # -- one class ----------------------------------------------------------------------------------------------------

    def _roll_class(self, members: list[int]) -> None:
        whole = self._class(members)
        plan = self._plan(whole, self._layouts(whole))
        together = self._by_patterns(whole) if plan is None or whole.has_tables() else []
        if together:
            self._carry_out(together)
            return
        if plan is not None:
            self._carry_out([plan])
            return
        parts = [self._class(part) for part in self._parts(whole)]
        plans = [plan for part in parts if (plan := self._plan(part, self._layouts(part)))]
        if len(plans) == len(parts) and len({plan.array for plan in plans}) == 1:  # all at home, or none
            self._carry_out(plans)
            return
        # The members of a part have as many terms as each other, so what does not follow a rule can be listed.
        own = [self._plan(part, self._layouts(part, home=False)) or self._plan_with_tables(part) for part in parts]
        self._carry_out(own)

    def _class(self, members: list[int]) -> Class:
        np, graph = self.np, self.graph
        nodes = np.array(members, np.int64)
        op = graph.ops[members[0]]
        terms: list[Run] = []
        if op in ("dot", "max"):
            terms = runs(np, graph, nodes, self.place)
            reads = [x for run in terms for x in (run.a, run.b)]
        else:
            reads = operands(np, graph, nodes, self.place)
        if op == "dot" and len(terms) == 1 and (terms[0].length == 1).all():
            op, terms = "mul", []
            if reads[1] == 1.0:
                op, reads = "copy", reads[:1]
        table = self.lists.of(int(graph.args[graph.start[nodes[0]]])) if op == "take" else (0, 0)
        return Class(op, members, reads, terms, self.names.of_class(members), table)

    def _layouts(self, c: Class, home: bool = True) -> Iterator[_Placed]:
        """Layouts to try, with their arrays. First comes where the results are needed."""
        if home and (where := self._home(c.members)):
            yield where
        heads = [Head(x.at, self.pitch[x.array], self.rolled.arrays[x.array].kind == "input") for x in c.regular()]
        for layout in layouts(self.np, heads, len(c.members)):
            yield layout, None

    def _home(self, members: list[int]) -> tuple[Layout, int] | None:
        """The places among the outputs, or in an array that the tails read, if that is where all members belong."""
        np, edges = self.np, self.graph.tails.edge if self.graph.tails else {}
        places = [self.position[i] for i in members if i in self.position]
        if groups := {group for group, _ in places}:
            if len(places) < len(members) or len(groups) > 1:
                return None
            (group,) = groups
            size = len(self.program.outputs[group].nodes)
            return Layout(np.array([n for _, n in places]), size), self.outputs[group]
        of = [edges[i] for i in members if i in edges]
        kinds = {edge[:2] for edge in of}
        if len(of) < len(members) or len(kinds) > 1:
            return None
        (kind,) = kinds
        size, _ = kind
        if kind not in self.edges:
            self.edges[kind] = self._array("work", size, "work")
        return Layout(np.array([k for *_, k in of]), size), self.edges[kind]

    def _plan(self, c: Class, candidates: Iterator[_Placed]) -> _Plan | None:
        """The first layout in which the class is a loop nest."""
        np = self.np
        quantities = [*[x.at for x in c.regular()], *c.ragged()]
        for layout, array in candidates:
            order = np.argsort(layout.at, kind="stable")
            box = fit(np, np.stack([layout.at, *quantities])[:, order], layout.pitch)
            if box is not None:
                return _Plan(c, layout, array, box, order)
        return None

    def _by_patterns(self, c: Class) -> list[_Plan]:
        """Plans for parts that read alike, as the middle of an image and its edges do, in one layout; if there are."""
        np = self.np
        which, rows = c.patterns(np)
        count = int(which.max()) + 1
        if not 1 < count <= min(MOST_PATTERNS, rows // 8):
            return []
        places = [np.flatnonzero(which == k) for k in range(count)]
        parts = [self._class([c.members[k] for k in at]) for at in places]
        if 8 * sum(len(part.members) for part in parts if part.has_tables()) > len(which):  # to save few entries
            return []
        for layout, array in [*self._as_differentiated(c), *self._layouts(c)]:
            plans: list[_Plan] = []
            for part, at in zip(parts, places, strict=True):
                plan = self._plan(part, iter([(Layout(layout.at[at], layout.size, layout.pitch), array)]))
                if plan is None:
                    break
                plans.append(plan)
            else:
                if array is None:
                    array = self._array(c.label or c.op, layout.size, "work")
                    self.pitch[array] = layout.pitch
                return [replace(plan, array=array) for plan in plans]
        return []

    def _as_differentiated(self, c: Class) -> Iterator[_Placed]:
        """Layouts like that of what the members are derivatives by, if they are and it lies in one array."""
        graph, about = self.graph, self.program.about
        of = [graph.at[about[i]] for i in c.members if i in about]
        arrays = {self.place.array.get(graph.colour[i], NUMBERS) for i in of}
        if len(of) == len(c.members) and len(arrays) == 1:
            head = Head(self.place.address[of], self.pitch[arrays.pop()], False)
            yield from ((layout, None) for layout in layouts(self.np, [head], len(of)))

    def _parts(self, c: Class) -> list[list[int]]:
        """A class that is no loop nest in parts that may be: by the lengths of its reductions, or where a rule ends."""
        np = self.np
        members = np.array(c.members)
        if c.op == "take":  # by table: then at least that stays the same
            _, which = np.unique(c.regular()[0].at, return_inverse=True)
            return [members[which == k].tolist() for k in np.unique(which)]
        if c.ragged():
            _, which = np.unique(np.stack(c.ragged()), axis=1, return_inverse=True)
            return [members[which.ravel() == k].tolist() for k in np.unique(which)]
        steps = np.diff(np.stack([x.at for x in c.regular()]), axis=1)  # some there are, or by rank it were a loop nest
        new = (np.flatnonzero((steps[:, 1:] != steps[:, :-1]).any(axis=0)) + 1).tolist()
        cuts = [0]
        for k in new:  # step k, from k to k + 1, is another one than the step before
            if k > cuts[-1]:
                cuts.append(k + 1)
        if len(cuts) <= min(MOST_PARTS, max(2, len(members) // 4)):
            return [members[i:j].tolist() for i, j in zip(cuts, [*cuts[1:], None], strict=True)]
        return [c.members]

    def _plan_with_tables(self, c: Class) -> _Plan:
        """A loop nest for what follows a rule; the addresses of the other operands are listed."""
        np = self.np
        plans = []
        for layout, array in self._layouts(c):
            order = np.argsort(layout.at, kind="stable")
            good = [x for x in c.regular() if fit(np, np.stack([layout.at, x.at])[:, order], layout.pitch)]
            box = fit(np, np.stack([layout.at, *[x.at for x in good]])[:, order], layout.pitch)
            if box is None:
                good, box = [], fit(np, layout.at[order][None], layout.pitch)
            if box is not None:  # as it is for the last one, by rank
                plans.append((len(good), _Plan(c.listed(np, good), layout, array, box, order)))
        _, best = max(plans, key=lambda found: found[0])
        return best

    def _carry_out(self, plans: list[_Plan]) -> None:
        """Store the results of a class where its plans, one for each part, have them, and add the nests."""
        first = plans[0]
        label = first.c.label
        arrays = {plan.array for plan in plans}
        array = arrays.pop() if len(arrays) == 1 else None
        if array is None:
            size = 0
            for plan in plans:
                plan.base, size = size, size + plan.layout.size
            array = self._array(label or first.c.op, size, "work")
            if len(plans) == 1:
                self.pitch[array] = first.layout.pitch
        elif self.rolled.arrays[array].kind == "output":
            self.written.update(self.position[i] for plan in plans for i in plan.c.members)
        self.place.array[self.graph.colour[first.c.members[0]]] = array
        for plan in plans:
            self.place.address[plan.c.members] = plan.layout.at + plan.base
        for plan in plans:
            result = plan.box.numbers[0]
            plan.box.numbers[0] = Affine(result.base + plan.base, result.strides)
            self._nest(plan.c, plan.box, array, plan.order)
        self._bring_home([i for plan in plans for i in plan.c.members], array, label)

    def _bring_home(self, members: list[int], array: int, label: str) -> None:
        """Copy what was stored elsewhere to where the tails read it."""
        home = None if self.rolled.arrays[array].kind == "output" else self._home(members)
        if home is not None and home[1] != array and self.rolled.arrays[home[1]].kind == "work":
            layout, target = home
            order = self.np.argsort(layout.at)
            self._copy(target, label, array, layout.at[order], self.np.array(members)[order])
            self.place.array[self.graph.colour[members[0]]] = target
            self.place.address[members] = layout.at

    # -- what was scattered over tables -------------------------------------------------------------------------------

    def _roll_entries(self, members: list[int]) -> None:
        """All scatters of which these are entries, each a row of places in one array."""
        np, graph = self.np, self.graph
        nodes = np.array(members, np.int64)
        scatters, which = np.unique(graph.args[graph.start[nodes]], return_inverse=True)
        entry = self.place.number[graph.args[graph.start[nodes] + 1]].astype(np.int64)
        known = self.scattered.get(scatters.tobytes())
        if known is not None:  # others of their entries were settled before
            at, where = known
            self.place.array[graph.colour[members[0]]] = where
            self.place.address[members] = at[which, entry]
            self._bring_home(members, where, self.names.of_class(members))
            return
        tables = graph.args[graph.start[scatters]]
        pitch, count = self.lists.of(int(tables[0]))
        layout = scatter_layout(np, self.place.address[tables], pitch, count)
        array: int | None = None
        home = self._home(members)
        if home is not None and len(members) == len(scatters) * count:
            at = np.zeros((len(scatters), count), np.int64)
            at[which, entry] = home[0].at
            steps = np.diff(at, axis=1)
            if (steps == steps[:1, :1]).all():  # every place there is one of an entry
                layout, array = Layout(at, home[0].size), home[1]
        label = self.names.of_class(members)
        if array is None:
            array = self._array(label or "scatter", layout.size, "work")
        elif self.rolled.arrays[array].kind == "output":
            self.written.update(self.position[i] for i in members)
        step = int(layout.at[0, 1] - layout.at[0, 0]) if count > 1 else 1
        for part, box, order in self._scatters(scatters, layout.at[:, 0], label, (step, count)):
            self._nest(part, box, array, order)
        self.scattered[scatters.tobytes()] = layout.at, array
        self.place.array[graph.colour[members[0]]] = array
        self.place.address[members] = layout.at[which, entry]
        self._bring_home(members, array, label)

    def _scatters(self, nodes: Any, at: Any, label: str, table: tuple[int, int]) -> Iterator[tuple[Class, Box, Any]]:
        """Scatters that begin at these places, as one loop nest, or one by one; with the order of the places."""
        np = self.np
        terms = scattered(np, self.graph, nodes, self.place)
        c = Class("scatter", nodes.tolist(), [x for run in terms for x in (run.a, run.b)], terms, label, table)
        order = np.argsort(at, kind="stable")
        box = fit(np, np.stack([at, *[x.at for x in c.regular()], *c.ragged()])[:, order])
        if box is not None:
            yield c, box, order
            return
        for k in range(len(nodes)):
            yield from self._scatters(nodes[k : k + 1], at[k : k + 1], label, table)


_Placed = tuple[Layout, "int | None"]
"""A layout, and the array; None for one of its own."""


@dataclass
class _Plan:
    """How a class, or a part of one, becomes a nest: its layout in an array, and its loops.

    order  the members in the order of their addresses
    base   where the part begins in the array
    """

    c: Class
    layout: Layout
    array: int | None
    box: Box
    order: Any
    base: int = 0
