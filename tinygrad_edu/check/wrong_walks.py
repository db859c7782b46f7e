"""Reverse passes with the faults that learners' engines have, and published ones had.

They are planted to see whether the check catches them (``mutants.py``), and compared with an engine's wrong gradients
to say what is wrong in it (``engine/``). A pass is the order in which it goes through the nodes, and what it does with
a contribution. A fault of the second kind may stand in the rule of a single operation, or in a line of it: it takes the
places it is in, and is everywhere without them.
"""

from __future__ import annotations

import functools
import random
from collections.abc import Callable, Collection, Sequence
from typing import Any

from ..value import Value

__all__ = [
    "LOCAL", "ORDERS", "PARENTS_FORGOTTEN", "SAME_NUMBER_ONCE", "WALK_FAULTS", "WHOLE_EACH_TIME",
    "Place", "Walk",
]  # fmt: skip

Walk = Callable[..., list[float]]
Parents = Callable[[Value], Sequence[Value]]
Place = tuple[str, int]  # an operation, and which of its inputs

MOST_VISITS = 10_000
"""Of a pass along every path, of which there may be more than anybody can wait for: it is wrong long before that."""


# -- what a contribution does to the gradient that was there before ----------------------------------------------------


def _added(before: float, own: float, partial: float, again: bool) -> float:
    """The right way."""
    return before + own * partial


def _assigned(before: float, own: float, partial: float, again: bool) -> float:
    """No accumulation: the last contribution wins."""
    return own * partial


def _counted_once(before: float, own: float, partial: float, again: bool) -> float:
    """The same argument once: x·x is given one contribution for its two inputs."""
    return before if again else before + own * partial


def _alone(before: float, own: float, partial: float, again: bool) -> float:
    """No chain rule: the local derivative is passed on, and not the node's gradient times it."""
    return before + partial


# -- the order of the nodes --------------------------------------------------------------------------------------------


def _reverse(output: Value, parents: Parents, key: Callable[[Value], object] = lambda node: node) -> list[Value]:
    """The right one, as learners sort: each node after its parents, one whose ``key`` was seen left out; reversed."""
    order, seen, stack = list[Value](), set[object](), [(output, False)]
    while stack and len(order) < MOST_VISITS:
        node, done = stack.pop()
        if done:
            order.append(node)
        elif key(node) not in seen:
            seen.add(key(node))
            stack += [(node, True), *((u, False) for u in reversed(parents(node)))]
    return order[::-1]


def _forward(output: Value, parents: Parents) -> list[Value]:
    """The way of the computation, from the leaves to the result."""
    return _reverse(output, parents)[::-1]


def _level_by_level(output: Value, parents: Parents) -> list[Value]:
    """As soon as a node is met, before all of its gradient has come."""
    order = [output]
    for node in order:
        order += [u for u in dict.fromkeys(parents(node)) if u not in order]
    return order


def _depth_first(output: Value, parents: Parents) -> list[Value]:
    """Along one path to its end, then along the next; each node once."""
    return list(dict.fromkeys(_once_per_path(output, parents)))


def _once_per_path(output: Value, parents: Parents) -> list[Value]:
    """The same, and a node each time that a path leads to it."""
    order: list[Value] = []
    stack = [output]
    while stack and len(order) < MOST_VISITS:
        order.append(stack.pop())
        stack += reversed(parents(order[-1]))
    return order


# -- which of a node's parents it goes to first ------------------------------------------------------------------------


def _first_to_last(node: Value) -> Sequence[Value]:
    return node.inputs


def _last_to_first(node: Value) -> Sequence[Value]:
    return node.inputs[::-1]


def _in_a_set(seed: int) -> Parents:
    """Each of them once, in an order that nobody chose, and that stays."""
    rng = random.Random(seed)

    @functools.cache
    def parents(node: Value) -> Sequence[Value]:
        once = list(dict.fromkeys(node.inputs))
        return rng.sample(once, len(once))

    return parents


SETS = 64
"""So many orders of sets of parents are tried."""

ORDERS: tuple[tuple[Callable[[], Parents], ...], ...] = (
    (lambda: _first_to_last,),
    (lambda: _last_to_first,),  # as with a stack
    tuple(functools.partial(_in_a_set, seed) for seed in range(SETS)),
)
"""What comes out of a wrong pass may depend on it. Makers of ``parents``, any of which a computation may have."""


def _walk(order_of: Callable[..., list[Value]], arrive: Callable[..., float] = _added, **settings: Any) -> Walk:
    def walk(
        output: Value, leaves: Sequence[Value], places: Collection[Place] | None = None,
        parents: Parents = _first_to_last,
    ) -> list[float]:  # fmt: skip
        gradient = {output: 1.0}
        for node in order_of(output, parents, **settings):
            own, inputs = gradient.get(node, 0.0), node.inputs
            for k, (u, partial) in enumerate(zip(inputs, node.partials, strict=True)):
                if partial is not None:
                    here = arrive if places is None or (node.op and (node.op.name, k) in places) else _added
                    gradient[u] = here(gradient.get(u, 0.0), own, partial, u in inputs[k + 1 :])
        return [gradient.get(leaf, 0.0) for leaf in leaves]

    return walk


LOCAL: dict[str, Walk] = {
    "no accumulation": _walk(_reverse, _assigned),
    "same argument once": _walk(_reverse, _counted_once),
    "no chain rule": _walk(_reverse, _alone),
}
"""Faults that one operation may have and another not."""

WALK_FAULTS: dict[str, Walk] = {
    **LOCAL,
    "no topological order": _walk(_level_by_level),
    "depth first": _walk(_depth_first),
    "wrong way round": _walk(_forward),
    "once per path": _walk(_once_per_path),
    "sorted once per path": _walk(_reverse, key=lambda node: object()),  # a sort that does not know where it was
}
"""All faults of the reverse pass."""


# -- what only another engine can do: a graph of its own, and nodes that are equal -------------------------------------


def _parents_forgotten(
    output: Value, leaves: Sequence[Value], places: Collection[Place], parents: Parents = _first_to_last
) -> list[float]:
    """Results do not know their inputs in these places: those get their share, and it goes no further."""

    def known(node: Value) -> list[Value]:
        name = node.op.name if node.op else ""
        kept = {u for k, u in enumerate(node.inputs) if (name, k) not in places}
        return [u for u in parents(node) if u in kept]

    return _walk(_reverse)(output, leaves, parents=known)


PARENTS_FORGOTTEN: Walk = _parents_forgotten
"""In the places where they are; everywhere, only the last operation passes a gradient on, as in "wrong way round"."""


def _whole_each_time(output: Value, leaves: Sequence[Value], parents: Parents = _first_to_last) -> list[float]:
    """A ``backward(g)`` that calls that of each parent, with all that has come so far and not with g alone."""
    gradient: dict[Value, float] = {}
    stack = [(output, 1.0)]
    visits = 0
    while stack and visits < MOST_VISITS:
        node, g = stack.pop()
        visits += 1
        whole = gradient[node] = gradient.get(node, 0.0) + g
        stack += [(u, whole * d) for u, d in zip(node.inputs[::-1], node.partials[::-1], strict=True) if d is not None]
    return [gradient.get(leaf, 0.0) for leaf in leaves]


WHOLE_EACH_TIME: Walk = _whole_each_time

SAME_NUMBER_ONCE: Walk = _walk(_reverse, key=lambda node: node.data)
"""Of several nodes of the same number one is visited: ``==`` compares data."""
