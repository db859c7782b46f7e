"""From a recorded graph to a program: the table's rules are run on symbols, forwards and then backwards.

Forwards every node's value rule writes its operations. Backwards the rules for the partial derivatives do, in the order
of the engine's own reverse pass, so a gradient is a program like any other. Reductions stay reductions whatever their
length: chains of ``+`` and the products in them become one ``dot``, and an adjoint is always a ``dot`` of what arrives
and local derivatives, also where a single term arrives. Uniform length-free shapes are what the re-roller lives on.

In ``exact`` mode nothing is merged and every addition stays where the eager engine has it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from ..choice import TAKE
from ..collector import paused
from ..graph import ancestors, topological
from ..ops import Primitive
from ..sides import Side, either, under
from ..sweeps import CHOICE
from ..value import Value
from .picks import Pick, picks
from .program import SLOPES, Builder, Program
from .sums import Sum, Sums
from .symbols import Symbol, node_of, symbols
from .tables import Tables

__all__ = ["Lowering", "lower"]

Groups = Sequence[tuple[str, Sequence[Value]]]
Held = tuple[int, Side, int, int]
"""What arrives from one side of choices: how much has arrived in any case before it, the side, and two factors."""


def lower(
    inputs: Groups, outputs: Groups, *, gradient_of: Value | None = None, wrt: Groups = (), exact: bool = False
) -> Program:
    """The program that computes ``outputs`` from ``inputs``, groups of named lists of recorded Values.

    gradient_of  a Value, whose derivatives by the Values of ``wrt`` are computed too, as further groups of outputs
    exact        additions in the order of the eager engine, nothing merged

    Leaves that are not in ``inputs`` are constants: their numbers are part of the program.

    >>> from tinygrad_edu import Value
    >>> w, x = Value(3.0, "w"), Value(2.0, "x")
    >>> y = w * x + w
    >>> print(lower([("w", [w]), ("x", [x])], [("y", [y])], gradient_of=y, wrt=[("slope", [w])]))
    t3 = w*x + w
    d_w = 1 + x
    return y = [t3]
    return slope = [d_w]
    """
    lowering = Lowering(exact)
    for _, values in inputs:
        for v in values:
            lowering.node[v] = lowering.builder.input(v.label)
    roots = [v for _, values in outputs for v in values]
    wanted = [v for _, values in wrt for v in values]
    lowering.forward(roots if gradient_of is None else [*roots, gradient_of, *wanted])
    groups = [(name, [lowering.node[v] for v in values]) for name, values in outputs]
    if gradient_of is not None:
        slopes = lowering.backward(gradient_of, wanted)
        groups += [(name, [slopes[v] for v in values]) for name, values in wrt]
    return lowering.builder.finish([(name, [lowering.node[v] for v in values]) for name, values in inputs], groups)


class Lowering:
    """One program being written from one graph, for those who add to it (the training step) before it is finished.

    builder  what the program is written with
    m        the arithmetic of symbols over it, for rules
    node     the node of each Value
    """

    def __init__(self, exact: bool) -> None:
        self.builder = Builder(exact)
        self.exact = exact
        self.m = symbols(self.builder)
        self.node: dict[Value, int] = {}
        self._orders: list[list[Value]] = []  # the graphs so far
        self._sums = Sums()
        self._summed: dict[Value, Sum] = {}
        self._picks: dict[Value, Pick] = {}

    # -- forwards -----------------------------------------------------------------------------------------------------

    @paused()  # what is made here has no cycles, and a collector would look for them again and again
    def forward(self, roots: list[Value], order: list[Value] | None = None) -> None:
        """Nodes for the roots and all that they are computed from; ``order`` is their ``ancestors``, if known."""
        order = ancestors(*roots) if order is None else order
        self._orders.append(order)
        sums, node, builder = self._sums, self.node, self.builder
        if not self.exact:
            sums.look(order, roots, node)
            self._picks |= picks(order, sums)
        inside = sums.inside
        for v in order:
            if v in node or v in inside:
                continue
            op = v.op
            if op is None:
                node[v] = builder.const(v._data)
                continue
            name = op.name
            if name in ("add", "sub") and not self.exact and v in sums:
                node[v] = self._sum(v)
            elif v in self._picks:
                node[v] = self._of_entry(v)
            elif name in ("dot", "sum"):
                node[v] = builder.dot(self._reduction(v))
            elif op is TAKE:
                i, *entries = v.inputs
                node[v] = builder.node("take", (builder.node("list", tuple([node[u] for u in entries])), node[i]))
            elif name in ("mul", "add", "sub", "div", "neg"):  # as their rules write them: it is the hot loop
                node[v] = builder.node(name, tuple([node[u] for u in v.inputs]))
            else:
                node[v] = self._node(op, tuple([node[u] for u in v.inputs]))
            if v.label:
                builder.label(node[v], v.label)

    def _node(self, op: Primitive, xs: tuple[int, ...]) -> int:
        return node_of(self.builder, self._rule(op, op.value, *[Symbol(self.builder, x) for x in xs]))

    def _rule(self, op: Primitive, rule: Callable[..., Any], *xs: Any) -> Any:
        """A rule on symbols; an error of the user's own one names the operation."""
        try:
            return rule(self.m, *xs)
        except TypeError as error:
            raise TypeError(f"{op.name}: {error}") from error

    def _of_entry(self, v: Value) -> int:
        """The node of what reads an entry that is picked."""
        builder, node, pick = self.builder, self.node, self._picks[v]
        assert v.op is not None
        listed = builder.node("list", tuple([node[u] for u in pick.entries]))
        entry = builder.node("take", (listed, builder.const(float(pick.place))))
        return builder.node(v.op.name, tuple([entry if u is pick.entry else node[u] for u in v.inputs]))

    def _sum(self, v: Value) -> int:
        """The node of a chain of additions and subtractions."""
        builder = self.builder
        found = self._summed[v] = self._sums.of(v)
        terms: list[int] = []
        for added, taken in found.groups:
            if not taken:
                terms += self._terms(added)
                continue
            less = self._together(taken)
            left = builder.node("sub", (self._together(added), less)) if added else builder.node("neg", (less,))
            if len(found.groups) == 1:
                return left
            terms += (left, builder.one)
        return builder.dot(terms) if terms else builder.const(0.0)

    def _together(self, summed: Sequence[Value]) -> int:
        """The node of one term, or of the sum of several."""
        terms = self._terms(summed)
        return self.builder.dot(terms) if len(summed) > 1 else self.builder.node("mul", (terms[0], terms[1]))

    def _terms(self, summed: Sequence[Value]) -> list[int]:
        """Each as a pair, of its factors if it is a product in a sum."""
        node, one, inside = self.node, self.builder.one, self._sums.inside
        terms: list[int] = []
        for u in summed:
            if u in inside:
                x, y = u._x, u._y
                terms += (node[x], node[y])
            else:
                terms += (node[u], one)
        return terms

    def _reduction(self, v: Value) -> list[int]:
        """The pairs of a recorded sum or dot, whose inputs are all w, then all x, then the bias."""
        node, one = self.node, self.builder.one
        xs = [node[u] for u in v.inputs]
        assert v.op is not None
        n = len(xs) // 2 if v.op.name == "dot" else 0
        terms: list[int] = []
        for i in range(n):
            terms += (xs[i], xs[n + i])
        for x in xs[2 * n :]:
            terms += (x, one)
        return terms

    # -- backwards ----------------------------------------------------------------------------------------------------

    @paused()
    def backward(self, root: Value, wanted: list[Value]) -> dict[Value, int]:
        """The node of the derivative of ``root`` by each wanted Value, and by what lies on the way and has a node.

        Results of operations among the wanted Values have to be among the roots of ``forward`` too.
        """
        assert self._sums.inside.isdisjoint(wanted), "a wanted Value has become part of a sum"
        builder, node, one = self.builder, self.node, self.builder.one
        way = self._way(wanted, root)
        arrived: dict[Value, list[int]] = {v: [] for v in way}
        arrived[root] = [one, one]
        adjoint: dict[Value, int] = {}
        start = [builder.const(0.0), one] if self.exact else []
        held: dict[Value, list[Held]] = {}  # what arrives from one side of a rule's choice
        asked = set(wanted)
        tables = Tables(builder, node, arrived, start)
        if self.exact:
            tables.look_ahead(way)
        for v in reversed(way):
            side: Side = ()
            terms = arrived[v]
            terms += tables.arriving(v)
            if v in held:
                side, terms = self._settled(held[v], terms)
            if not terms:
                continue
            g = adjoint[v] = one if v is root else builder.dot(start + terms)
            pick = self._picks.get(v)
            if side and (v.op is None or v.op is TAKE or v in asked or pick):
                g, side = self._under(side, g), ()
                adjoint[v] = g
            if len(terms) > 2:  # the re-roller has it lie as v lies
                builder.program.about.setdefault(g, node[v])
            if v.label and not side and builder.program.args[g]:
                builder.label(g, f"d_{v.label}", node[v])
            if v.op is None:
                continue
            if v.op is CHOICE:
                c, a, b = v.inputs
                for u, which in ((a, True), (b, False)):
                    if u in arrived:
                        held.setdefault(u, []).append((len(arrived[u]), (*side, (node[c], which)), g, one))
                continue
            if v.op is TAKE:
                tables.add(v, g, one)
                continue
            if v in self._summed:  # to what it adds up the gradient goes as it is, and through products
                pairs = self._through(v, g)
            else:
                pairs = [(u, g, d) for u, d in zip(v.inputs, self._slopes(v), strict=True) if d is not None]
            for u, x, y in pairs:
                if u not in arrived:
                    continue
                if pick and u is pick.entry:
                    tables.scattered(pick.entries, builder.const(float(pick.place)), builder.node("mul", (x, y)))
                    continue
                if self.exact and u.op is TAKE and not side and u not in asked:
                    tables.add(u, x, y)
                    continue
                if side:
                    held.setdefault(u, []).append((len(arrived[u]), side, x, y))
                else:
                    arrived[u] += (x, y)
        zero = builder.const(0.0)
        for v in wanted:
            adjoint.setdefault(v, zero)
        return adjoint

    def _through(self, v: Value, g: int) -> list[tuple[Value, int, int]]:
        """What a sum passes on: to each of its terms, and through its products to their factors."""
        builder, node, found = self.builder, self.node, self._summed[v]
        pairs = []
        for terms, sign in ((found.to_taken, builder.const(-1.0)), (found.to_added, builder.one)):
            inner = g if sign == builder.one or not terms else builder.dot((g, sign))
            for u in reversed(terms):
                if u in self._sums.inside:
                    x, y = u._x, u._y
                    if u._dx is not None:
                        pairs.append((x, inner, node[y]))
                    if u._dy is not None:
                        pairs.append((y, inner, node[x]))
                else:
                    pairs.append((u, g, sign))
        return pairs

    def _settled(self, held: list[Held], terms: list[int]) -> tuple[Side, list[int]]:
        """What arrives at a node, and ``terms`` in any case, as terms of one sum; and on which side that sum is."""
        builder, one = self.builder, self.builder.one
        sides: dict[Side, list[int]] = {}
        for _, side, x, y in held:
            sides.setdefault(side, []).extend((x, y))
        if len(sides) == 1 and not terms:
            return next(iter(sides.items()))
        whole = () if terms else either(self._where, sides)
        if self.exact:  # each where the eager engine adds it, if it does
            for at, side, x, y in reversed(held):
                terms[at:at] = self._under(side, builder.node("mul", (x, y))), one
        else:
            for side, pairs in sides.items():
                terms += self._under(side, builder.dot(pairs)), one
        return whole if isinstance(whole, tuple) else ((node_of(self.builder, whole), True),), terms

    def _where(self, condition: int, a: object, b: object) -> Symbol:
        where: Symbol = self.m.where(Symbol(self.builder, condition), a, b)
        return where

    def _under(self, side: Side, x: int) -> int:
        """x on one side of choices, else 0."""
        return node_of(self.builder, under(self._where, side, Symbol(self.builder, x)))

    def _way(self, wanted: list[Value], root: Value) -> list[Value]:
        """What lies between the wanted Values and the root, in the order of the forward pass.

        And, where sums need not be those of the eager engine, what lies beside the root: no gradient will arrive there.
        """
        on = set(wanted)
        way = []
        for v in self._orders[0] if len(self._orders) == 1 and not self.exact else topological(root):
            x = v._x
            if x.__class__ is tuple:
                reached = v in on or any(u in on for u, d in zip(x, v._dx, strict=True) if d is not None)
            else:
                reached = (v._dx is not None and x in on) or (v._dy is not None and v._y in on) or v in on
            if reached:
                on.add(v)
                way.append(v)
        return way

    def _slopes(self, v: Value) -> list[int | None]:
        """The local derivatives as nodes; None where no gradient goes."""
        op, inputs, recorded = v.op, v.inputs, v.partials
        assert op is not None
        name, one = op.name, self.builder.one
        if name == "add" or name == "sum":
            return [None if d is None else one for d in recorded]
        xs = [self.node[u] for u in inputs]
        if name == "mul":
            return [None if d is None else x for d, x in zip(recorded, reversed(xs), strict=True)]
        if name == "dot":
            n = len(xs) // 2
            slopes = xs[n : 2 * n] + xs[:n] + [one] * (len(xs) % 2)
            return [None if d is None else x for d, x in zip(recorded, slopes, strict=True)]
        if not self.exact and f"{name}_slope" in SLOPES:
            slope = self.builder.node(f"{name}_slope", (xs[0],))
            if v.label:
                self.builder.label(slope, f"slope_{v.label}", self.node[v])
            return [slope]
        y, *given = (Symbol(self.builder, x) for x in (self.node[v], *xs))
        found = self._rule(op, op.derivatives, y, given)
        return [None if d is None else node_of(self.builder, x) for x, d in zip(found, recorded, strict=True)]
