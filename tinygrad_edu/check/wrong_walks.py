"""Reverse passes with the faults that learners' engines have, and published ones had: each a pass of its own.

They are planted to see whether the check catches them (``mutants.py``), and compared with an engine's wrong gradients
to say what is wrong in it (``engine/``). A fault that may stand in the rule of a single operation, or in a line of it,
takes the places it is in; without any it is everywhere.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from ..graph import topological
from ..value import Value

__all__ = ["LOCAL", "WALK_FAULTS", "Place", "Walk"]

Walk = Callable[..., list[float]]
Place = tuple[str, int]  # an operation, and which of its inputs
Places = Collection[Place] | None

MOST_VISITS = 10_000
"""Of a pass along every path, of which there may be more than anybody can wait for: it is wrong long before that."""


def _is_in(places: Places, node: Value, k: int) -> bool:
    return places is None or (node.op is not None and (node.op.name, k) in places)


def _overwrites(output: Value, leaves: Sequence[Value], places: Places = None) -> list[float]:
    """No accumulation: the last contribution wins."""
    gradient = {output: 1.0}
    for node in reversed(topological(output)):
        for k, (u, partial) in enumerate(zip(node.inputs, node.partials, strict=True)):
            if partial is not None:
                before = 0.0 if _is_in(places, node, k) else gradient.get(u, 0.0)
                gradient[u] = before + gradient.get(node, 0.0) * partial
    return [gradient.get(leaf, 0.0) for leaf in leaves]


def _counts_once(output: Value, leaves: Sequence[Value], places: Places = None) -> list[float]:
    """The same argument once: x·x is given one contribution for its two inputs."""
    gradient = {output: 1.0}
    for node in reversed(topological(output)):
        inputs = node.inputs
        for k, (u, partial) in enumerate(zip(inputs, node.partials, strict=True)):
            if partial is not None and not (_is_in(places, node, k) and u in inputs[k + 1 :]):
                gradient[u] = gradient.get(u, 0.0) + gradient.get(node, 0.0) * partial
    return [gradient.get(leaf, 0.0) for leaf in leaves]


def _without_chain(output: Value, leaves: Sequence[Value], places: Places = None) -> list[float]:
    """No chain rule: a node passes its local derivatives on, and not its gradient times those."""
    gradient = {output: 1.0}
    for node in reversed(topological(output)):
        for k, (u, partial) in enumerate(zip(node.inputs, node.partials, strict=True)):
            if partial is not None:
                own = 1.0 if _is_in(places, node, k) else gradient.get(node, 0.0)
                gradient[u] = gradient.get(u, 0.0) + own * partial
    return [gradient.get(leaf, 0.0) for leaf in leaves]


def _without_order(output: Value, leaves: Sequence[Value]) -> list[float]:
    """No topological order: a node passes its gradient on as soon as it is met, before all of it has come."""
    gradient = {output: 1.0}
    queue, seen = [output], {output}
    for node in queue:
        for u, partial in zip(node.inputs, node.partials, strict=True):
            if partial is not None:
                gradient[u] = gradient.get(u, 0.0) + gradient[node] * partial
                if u not in seen:
                    seen.add(u)
                    queue.append(u)
    return [gradient.get(leaf, 0.0) for leaf in leaves]


def _depth_first(output: Value, leaves: Sequence[Value]) -> list[float]:
    """No topological order either: along one path to its end, then along the next; each node once."""
    gradient = {output: 1.0}
    stack, seen = [output], set()
    while stack:
        node = stack.pop()
        if node in seen:
            continue
        seen.add(node)
        for u, partial in zip(node.inputs, node.partials, strict=True):
            if partial is not None:
                gradient[u] = gradient.get(u, 0.0) + gradient.get(node, 0.0) * partial
        stack += reversed(node.inputs)
    return [gradient.get(leaf, 0.0) for leaf in leaves]


def _forward(output: Value, leaves: Sequence[Value]) -> list[float]:
    """The wrong way round: from the leaves to the result, whose gradient comes last."""
    gradient = {output: 1.0}
    for node in topological(output):
        for u, partial in zip(node.inputs, node.partials, strict=True):
            if partial is not None:
                gradient[u] = gradient.get(u, 0.0) + gradient.get(node, 0.0) * partial
    return [gradient.get(leaf, 0.0) for leaf in leaves]


def _once_per_path(output: Value, leaves: Sequence[Value]) -> list[float]:
    """Once per path: a node passes all of its gradient on each time that some of it arrives."""
    gradient = {output: 1.0}
    stack = [output]
    for _ in range(MOST_VISITS):
        if not stack:
            break
        node = stack.pop()
        pairs = [(u, partial) for u, partial in zip(node.inputs, node.partials, strict=True) if partial is not None]
        for u, partial in pairs:
            gradient[u] = gradient.get(u, 0.0) + gradient[node] * partial
        stack += [u for u, _ in reversed(pairs)]
    return [gradient.get(leaf, 0.0) for leaf in leaves]


def _sorted_once_per_path(output: Value, leaves: Sequence[Value]) -> list[float]:
    """A topological sort that does not know where it was: a node stands in it once for each path."""
    order: list[Value] = []
    stack = [(output, False)]
    for _ in range(MOST_VISITS):
        if not stack:
            break
        node, done = stack.pop()
        if done:
            order.append(node)
        else:
            stack += [(node, True), *((u, False) for u in reversed(node.inputs))]
    gradient = {output: 1.0}
    for node in reversed(order):
        for u, partial in zip(node.inputs, node.partials, strict=True):
            if partial is not None:
                gradient[u] = gradient.get(u, 0.0) + gradient.get(node, 0.0) * partial
    return [gradient.get(leaf, 0.0) for leaf in leaves]


LOCAL: dict[str, Walk] = {
    "no accumulation": _overwrites,
    "same argument once": _counts_once,
    "no chain rule": _without_chain,
}
"""Faults that one operation may have and another not."""

WALK_FAULTS: dict[str, Walk] = {
    **LOCAL,
    "no topological order": _without_order,
    "depth first": _depth_first,
    "wrong way round": _forward,
    "once per path": _once_per_path,
    "sorted once per path": _sorted_once_per_path,
}
"""All faults of the reverse pass."""
