"""Reverse passes with the faults that learners' engines have, and published ones had.

They are planted to see whether the check catches them (``mutants.py``), and compared with an engine's wrong gradients
to say what is wrong in it (``engine/``). A pass is the order in which it goes through the nodes, and what it does with
a contribution. A fault of the second kind may stand in the rule of a single operation, or in a line of it: it takes the
places it is in, and is everywhere without them.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from ..graph import topological
from ..value import Value

__all__ = ["LOCAL", "PARENTS_FORGOTTEN", "SAME_NUMBER_ONCE", "WALK_FAULTS", "Place", "Walk"]

Walk = Callable[..., list[float]]
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


def _reverse(output: Value) -> list[Value]:
    """The right one: each node after all that use it."""
    return topological(output)[::-1]


def _level_by_level(output: Value) -> list[Value]:
    """As soon as a node is met, before all of its gradient has come."""
    order = [output]
    for node in order:
        order += [u for u in dict.fromkeys(node.inputs) if u not in order]
    return order


def _depth_first(output: Value) -> list[Value]:
    """Along one path to its end, then along the next; each node once."""
    return list(dict.fromkeys(_once_per_path(output)))


def _once_per_path(output: Value) -> list[Value]:
    """The same, and a node each time that a path leads to it."""
    order: list[Value] = []
    stack = [output]
    while stack and len(order) < MOST_VISITS:
        order.append(stack.pop())
        stack += reversed(order[-1].inputs)
    return order


def _sorted_once_per_path(output: Value) -> list[Value]:
    """A topological sort that does not know where it was: a node stands in it once for each path."""
    order: list[Value] = []
    stack = [(output, False)]
    while stack and len(order) < MOST_VISITS:
        node, done = stack.pop()
        if done:
            order.append(node)
        else:
            stack += [(node, True), *((u, False) for u in reversed(node.inputs))]
    return order[::-1]


def _walk(order_of: Callable[[Value], list[Value]], arrive: Callable[..., float] = _added) -> Walk:
    def walk(output: Value, leaves: Sequence[Value], places: Collection[Place] | None = None) -> list[float]:
        gradient = {output: 1.0}
        for node in order_of(output):
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
    "wrong way round": _walk(topological),
    "once per path": _walk(_once_per_path),
    "sorted once per path": _walk(_sorted_once_per_path),
}
"""All faults of the reverse pass."""


# -- what only another engine can do: a graph of its own, and nodes that are equal -------------------------------------


def _sorted(
    output: Value,
    parents: Callable[[Value], Sequence[Value]] = lambda node: node.inputs,
    key: Callable[[Value], object] = lambda node: node,
) -> list[Value]:
    """As learners sort: each node after its parents, and one whose ``key`` was seen is left out; then reversed."""
    order, seen, stack = [], set(), [(output, False)]
    while stack:
        node, done = stack.pop()
        if done:
            order.append(node)
        elif key(node) not in seen:
            seen.add(key(node))
            stack += [(node, True), *((u, False) for u in reversed(parents(node)))]
    return order[::-1]


def _parents_forgotten(output: Value, leaves: Sequence[Value], places: Collection[Place]) -> list[float]:
    """Results do not know their inputs in these places: those get their share, and it goes no further."""

    def parents(node: Value) -> list[Value]:
        return [u for k, u in enumerate(node.inputs) if not (node.op and (node.op.name, k) in places)]

    return _walk(lambda output: _sorted(output, parents))(output, leaves)


PARENTS_FORGOTTEN: Walk = _parents_forgotten
"""In the places where they are; everywhere, only the last operation passes a gradient on, as in "wrong way round"."""

SAME_NUMBER_ONCE: Walk = _walk(lambda output: _sorted(output, key=lambda node: node.data))
"""Of several nodes of the same number one is visited: ``==`` compares data."""
