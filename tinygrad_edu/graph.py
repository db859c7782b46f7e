"""Reading a recorded graph: its order, what lies between two nodes, who uses what, and the fold by name.

Everything here works on anything that has ``inputs``, ``partials`` and ``label``, so it stands below the engine and
imports nothing. Nothing recurses, a graph may be a million nodes deep; nothing depends on the addresses of objects,
so every order is the same in every run.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .value import Value

__all__ = ["Fold", "ancestors", "between", "consumers", "count", "fold", "topological", "within_bounds"]


def topological(*roots: Value, leaves: Iterable[Value] = ()) -> list[Value]:
    """The nodes below ``roots`` that a gradient reaches, every node after all its inputs. Constants are left out, and
    so are ``leaves`` and what lies below them alone.

    This is the order of the forward pass; backwards it is the order of the reverse pass. It is the engine's hot
    loop, which is why it reads the slots and spells out the two kinds of node (see ``Value``).

    >>> from tinygrad_edu import Value
    >>> a, b = Value(2.0, "a"), Value(3.0, "b")
    >>> c = a * b
    >>> [node.label or str(node.op.name) for node in topological(c + a)]
    ['a', 'b', 'mul', 'add']
    """
    order: list[Value] = []
    seen = set(leaves)
    stack: list[Any] = []  # the way down to here; above a node of many inputs, the iterator over them
    done, mark, push, pop = order.append, seen.add, stack.append, stack.pop
    for root in roots:
        if root in seen:
            continue
        node = root
        while True:
            while True:  # down along first inputs, as far as there is something new
                mark(node)
                x = node._x
                if x is None:
                    done(node)
                    break
                push(node)
                if x.__class__ is tuple:
                    push(zip(x, node._dx))  # noqa: B905
                    break
                if node._dx is None or x in seen:
                    break
                node = x
            while stack:  # back up, until something new hangs on another input
                node = stack[-1]
                if node.__class__ is zip:
                    for u, partial in node:
                        if partial is not None and u not in seen:
                            if u._x is not None:
                                break
                            mark(u)
                            done(u)
                    else:
                        pop()
                        done(pop())
                        continue
                    node = u
                    break
                if node._dy is not None and node._y not in seen:
                    node = node._y
                    break
                done(pop())
            else:
                break
    return order


def ancestors(*roots: Value) -> list[Value]:
    """All nodes below ``roots``, constants too, every node after all its inputs.

    >>> from tinygrad_edu import Value
    >>> [node.data for node in ancestors(Value(3.0) * 2.0 + 1.0)]
    [3.0, 2.0, 6.0, 1.0, 7.0]
    """
    order: list[Value] = []
    seen: set[Value] = set()
    stack: list[Any] = list(reversed(roots))
    done, mark, push, pop = order.append, seen.add, stack.extend, stack.pop
    while stack:
        node = pop()
        if node is None:
            done(pop())
            continue
        while node not in seen:  # down along first inputs; what is behind waits on the stack
            mark(node)
            x = node._x
            if x is None:
                done(node)
                break
            if x.__class__ is tuple:
                push((node, None, *x[:0:-1]))
                node = x[0]
            else:
                push((node, None) if node._y is None else (node, None, node._y))
                node = x
    return order


def count(root: Value) -> int:
    """How many nodes there are below ``root``, itself and constants included.

    >>> from tinygrad_edu import Value
    >>> x = Value(3.0)
    >>> count(x * x + 1.0)
    4
    """
    return len(ancestors(root))


def consumers(nodes: Iterable[Value]) -> dict[Value, list[Value]]:
    """For each of ``nodes``, who among them uses it; a node that uses it twice (``x * x``) stands there twice.

    >>> from tinygrad_edu import Value
    >>> x = Value(3.0, "x")
    >>> y = x * x
    >>> [user.op.name for user in consumers(ancestors(y))[x]]
    ['mul', 'mul']
    """
    users: dict[Value, list[Value]] = {node: [] for node in nodes}
    for node in users:
        for u in node.inputs:
            if u in users:
                users[u].append(node)
    return users


def between(root: Value, wrt: Value) -> list[Value]:
    """What lies on a way from ``wrt`` up to ``root``, both included, every node after all its inputs.

    Empty when no way leads from one to the other.

    >>> from tinygrad_edu import Value
    >>> w, x, b = Value(1.0, "w"), Value(2.0, "x"), Value(3.0, "b")
    >>> [node.label or node.op.name for node in between((w * x + b).tanh(), wrt=w)]
    ['w', 'mul', 'add', 'tanh']
    """
    above = {wrt}
    way = [wrt]
    for node in topological(root):
        if node is not wrt and any(
            u in above and partial is not None for u, partial in zip(node.inputs, node.partials, strict=True)
        ):
            above.add(node)
            way.append(node)
    return way if root in above else []


UNFOLDED = 200
"""Boxes of a picture in which what has no name is unfolded where its formula would be too long to be read."""
READABLE = 8
"""Operations of a formula that may nest functions, or use a part of it twice, without being unfolded."""
BESIDE = 15
"""The same of one whose functions are beside each other, as in the output of a net of one hidden layer."""
WRITTEN = 60
"""Operations of a formula that can be written out at all."""


@dataclass(frozen=True)
class Fold:
    """A graph seen through its names: the nodes that were kept, and for each what it is made of.

    ``nodes``     the kept nodes, every node after all its inputs
    ``inputs``    for a kept node, the kept nodes that its formula uses, in the order of first use
    ``partials``  beside each of these, the derivative of the kept node by it: the sum over the ways through the
                  anonymous operations in between; ``None`` where no gradient goes
    ``region``    the operations that make up the formula, in order, the kept node itself last; empty for a leaf
    """

    root: Value
    nodes: list[Value]
    inputs: dict[Value, tuple[Value, ...]]
    partials: dict[Value, tuple[float | None, ...]]
    region: dict[Value, list[Value]]


def fold(root: Value, *, keep: Iterable[Value] = (), unfold: float = 0) -> Fold:
    """Fold the anonymous operations of a graph into the next *named* Value.

    Kept are the root, every node with a label, the leaves that need a gradient, the nodes in ``keep``, and an
    anonymous operation that more than one kept node uses, so that no formula is written twice. Anonymous constants
    are part of the formulae. Time and memory grow linearly with the graph.

    ``unfold`` keeps more where the formulae would become too long to be read, as in a graph without names. In one of
    more than ``READABLE`` operations it keeps those that the formula uses more than once; and, where it applies
    functions to functions, or several in more than ``BESIDE`` operations, each function and what that is applied to:
    the net inputs and outputs of neurons. Of a sum of more than ``WRITTEN`` it keeps the terms, as a loss over many
    examples has them. It is a number: a fold of more Values than that stays as it is without.

    >>> from tinygrad_edu import Value
    >>> w, x = Value(0.5, "w"), Value(2.0, "x")
    >>> net = (w * x + w).named("net")
    >>> folded = fold(net.tanh())
    >>> [(u.label, d) for u, d in zip(folded.inputs[net], folded.partials[net])]
    [('w', 3.0), ('x', 0.5)]
    >>> y = (3.0 * (w * x - 1.0).tanh() - 2.0 * (w + x + 1.0).tanh()).sigmoid() * 0.5
    >>> [len(fold(y, unfold=most).nodes) for most in (0, 8, 9)]
    [3, 3, 9]
    """
    order = ancestors(root)
    kept = set(keep)
    owner = _owners(order, kept)
    nodes = _kept(order, owner)
    if unfold and (steps := _steps(order, owner)) and len(steps) <= unfold:
        finer = _owners(order, kept | steps)
        more = _kept(order, finer)
        if len(more) <= unfold:
            owner, nodes = finer, more
    region: dict[Value, list[Value]] = {node: [] for node in nodes}
    for node in order:
        if node.op is not None:
            region[owner[node]].append(node)
    folded = {node: _through(region[node], owner) for node in nodes}
    return Fold(
        root,
        nodes,
        {node: tuple(inputs) for node, inputs in folded.items()},
        {node: tuple(inputs.values()) for node, inputs in folded.items()},
        region,
    )


def _kept(order: list[Value], owner: dict[Value, Value]) -> list[Value]:
    return [node for node in order if owner[node] is node and (node.op or node.label or node.requires_grad)]


def _owners(order: list[Value], keep: set[Value]) -> dict[Value, Value]:
    """Whose formula each node belongs to; a kept node is its own owner."""
    root = order[-1]
    owner: dict[Value, Value] = {}
    user: dict[Value, Value | None] = {}  # the one kept node that uses it, None if there are several
    for node in reversed(order):
        named = node is root or node.label or node in keep or (node.op is None and node.requires_grad)
        only = user.get(node)
        owner[node] = mine = node if named or only is None else only  # (a Value is false when it is 0)
        for u in node.inputs:
            user[u] = mine if user.get(u, mine) is mine else None
    return owner


def within_bounds(node: Value) -> bool:
    """Whether it is a clamp that changes nothing: its slope is 1, and derivatives are written without it.

    >>> from tinygrad_edu import Value, clamp
    >>> [within_bounds(clamp(Value(x), min=0.0)) for x in (0.5, -0.5)]
    [True, False]
    """
    return node.op is not None and node.op.name == "clamp" and node.partials == (1.0,)


def _steps(order: list[Value], owner: dict[Value, Value]) -> set[Value]:
    """The anonymous operations that ``unfold`` keeps."""
    size = Counter[Any]()  # how many operations a formula has
    uses = Counter[Any]()  # how often a formula uses an operation of its own
    below: dict[Value, int] = {}  # how many operations a part of a formula has, as it is written, or too many
    functions = Counter[Any]()  # how many functions a formula applies
    nested: dict[Value, int] = {}  # how many functions are applied one to the other, up to here
    for node in order:
        if node.op is None:
            continue
        written = not within_bounds(node)
        mine, many, deep = owner[node], int(written), 0
        for u in node.inputs:
            if u in below and owner[u] is mine and u is not mine:
                uses[u] += 1
                many += below[u]
                deep = max(deep, nested[u])
        size[mine] += written
        below[node] = min(many, WRITTEN + 1)
        functions[mine] += written and node.op.is_function
        nested[node] = deep + (written and node.op.is_function)
    steps = _terms(order, owner, below) if max(size.values(), default=0) > WRITTEN else set()
    for node in nested:
        mine = owner[node]
        if size[mine] > READABLE:
            if uses[node] > 1:
                steps.add(node)
            several = nested[mine] > 1 or (functions[mine] > 1 and size[mine] > BESIDE)
            if several and node.op is not None and node.op.is_function and not within_bounds(node):
                inputs = (u.inputs[0] if within_bounds(u) else u for u in node.inputs)
                steps.update(u for u in (node, *inputs) if u.op is not None)
    return steps


_ADDITIVE = {"add", "sub", "neg", "sum", "dot"}
_SCALING = {"mul", "div"}


def _terms(order: list[Value], owner: dict[Value, Value], below: dict[Value, int]) -> set[Value]:
    """The operations that formulae too long to be written add up; a sum as long may be scaled by a constant."""
    terms: dict[Value, list[Value]] = {}
    summed: set[Value] = set()
    for node in reversed(order):
        if node.op is None or (node is not owner[node] and node not in summed):
            continue
        long = below[node] > WRITTEN
        scales = node.op.name in _SCALING and sum(u.requires_grad for u in node.inputs) == 1
        if (long and scales) or (node.op.name in _ADDITIVE and (long or node in summed)):
            summed.update(u for u in node.inputs if owner[u] is owner[node])
        elif node is not owner[node]:
            terms.setdefault(owner[node], []).append(node)
    return {term for several in terms.values() if len(several) > 1 for term in several}


def _through(region: list[Value], owner: dict[Value, Value]) -> dict[Value, float | None]:
    """The kept inputs of a formula, each with the derivative by it: a reverse pass inside the region."""
    if not region:
        return {}
    node = region[-1]
    inner = set(region)
    inputs: dict[Value, float | None] = {}
    for v in region:
        for u in v.inputs:
            if u not in inner and (owner[u] is u) and (u.op or u.label or u.requires_grad):
                inputs.setdefault(u)
    adjoint: dict[Value, float] = {node: 1.0}
    for v in reversed(region):
        if v not in adjoint:
            continue
        for u, partial in zip(v.inputs, v.partials, strict=True):
            if partial is not None:
                adjoint[u] = adjoint.get(u, 0.0) + adjoint[v] * partial
    return {u: adjoint.get(u) for u in inputs}
