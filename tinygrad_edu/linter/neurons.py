"""The neurons of a recorded graph: where parameters weigh what comes in, which activation follows, how deep it stands.

A graph knows operations, not neurons, so they are found by what they are: a neuron's net input is a sum in which
parameters stand alone (a bias) or multiply something that is no parameter (a weight). ``dot(w, x, b)`` is one, and so
is ``w1 * x1 + w2 * x2 + b``, written with operators. A sum ends where it gets a name, or where something other than a
sum uses it. A network of ``nn``, one of ``micrograd`` and the article's by hand are all read in this way.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from ..graph import ancestors, consumers
from ..value import Value

__all__ = ["Neuron", "neurons", "weighing"]

_SUMS = frozenset({"add", "sub", "neg", "identity", "sum"})
_PRODUCTS = frozenset({"mul", "div", "dot"})


@dataclass(frozen=True)
class Neuron:
    """One neuron at work on one example: a batch of 40 rows holds it 40 times, with the same ``parameters``.

    net         its net input
    out         the operation of one input that follows, its activation; None for a linear neuron
    parameters  its weights and then its bias, in an order that depends on how the sum was written
    feeds       what the weights multiply: the neurons before it, or the inputs
    depth       1 for a neuron that no other one feeds, and so on: the longest way counts
    hidden      whether it feeds another neuron
    """

    net: Value
    out: Value | None
    parameters: tuple[Value, ...]
    feeds: tuple[Value, ...]
    depth: int
    hidden: bool

    @property
    def function(self) -> str:
        """The name of its activation; "" for a linear neuron."""
        return self.out.op.name if self.out is not None and self.out.op is not None else ""


def neurons(root: Value, parameters: Iterable[Value]) -> list[Neuron]:
    """The neurons below ``root``, each after those that feed it; as often as there are examples in the graph.

    >>> w, v, x = Value(0.5, "w"), Value(2.0, "v"), Value(3.0, "x")
    >>> h = (w * x).tanh()
    >>> for neuron in neurons(((v * h + w) - 1.0).square(), [w, v]):
    ...     print(neuron.depth, neuron.out.op.name, [p.label for p in neuron.parameters], neuron.hidden)
    1 tanh ['w'] True
    2 square ['v', 'w'] False
    """
    order = ancestors(root)
    users = consumers(order)
    weights = frozenset(parameters)
    open_sums: set[Value] = set()  # sums with parameters in them that go on in the sum that uses them
    nets: set[Value] = set()
    depth: dict[Value, int] = {}
    for node in order:
        depth[node] = max((depth[u] for u in node.inputs), default=0)
        if any(_weighed(node, weights)) or any(u in open_sums for u in _parts_of_sum(node)):
            if not node.label and users[node] and all(node in _parts_of_sum(user) for user in users[node]):
                open_sums.add(node)
            else:
                nets.add(node)
                depth[node] += 1
    feeding: set[Value] = set()
    for node in reversed(order):
        if any(user in nets or user in feeding for user in users[node]):
            feeding.add(node)
    return [
        Neuron(net, _activation(users[net]), *_parts(net, weights, open_sums), depth[net], net in feeding)
        for net in order
        if net in nets
    ]


def weighing(root: Value, parameters: Iterable[Value]) -> set[Value]:
    """The parameters that multiply something that is no parameter, as a neuron's weights do and a table's rows do not.

    >>> w, row, x = Value(0.5, "w"), Value(2.0, "row"), Value(3.0, "x")
    >>> [p.label for p in weighing(w * x + w * row, [w, row])]
    ['w']
    """
    weights = frozenset(parameters)
    return {p for node in ancestors(root) for p, by in _weighed(node, weights) if by is not None}


def _weighed(node: Value, weights: frozenset[Value]) -> Iterator[tuple[Value, Value | None]]:
    """The parameters that stand directly in this operation, each with what it multiplies (None for a bias)."""
    if node.op is None:
        return
    if node.op.name in _SUMS:
        yield from ((u, None) for u in node.inputs if u in weights)
    elif node.op.name in _PRODUCTS:
        for a, b in _pairs(node):
            if b is None:
                if a in weights:
                    yield a, None
            elif a in weights and b not in weights:
                yield a, b
            elif b in weights and a not in weights and node.op.name != "div":
                yield b, a


def _pairs(node: Value) -> list[tuple[Value, Value | None]]:
    """What a product multiplies with what; a dot's bias is alone."""
    inputs = node.inputs
    n = len(inputs) // 2
    pairs: list[tuple[Value, Value | None]] = [(inputs[k], inputs[n + k]) for k in range(n)]
    return pairs + [(inputs[-1], None)] * (len(inputs) % 2)


def _parts_of_sum(node: Value) -> Collection[Value]:
    """The inputs whose sum, or multiple, this operation is part of."""
    if node.op is None or node.op.name in _SUMS:
        return node.inputs
    if node.op.name not in _PRODUCTS:
        return ()
    turned = node.op.name != "div"
    parts = [(a, b) if b is None or a.requires_grad or not turned else (b, a) for a, b in _pairs(node)]
    return [a for a, b in parts if b is None or not b.requires_grad]


def _activation(users: list[Value]) -> Value | None:
    return next((user for user in users if user.op is not None and user.op.arity == 1), None)


def _parts(net: Value, weights: frozenset[Value], sums: set[Value]) -> tuple[tuple[Value, ...], tuple[Value, ...]]:
    """The parameters of a neuron, weights first, and what they multiply."""
    found: dict[Value, None] = {}
    weighing: set[Value] = set()
    feeds: dict[Value, None] = {}
    stack = [net]
    seen = {net}
    while stack:
        node = stack.pop()
        for parameter, by in _weighed(node, weights):
            found.setdefault(parameter)
            if by is not None:
                weighing.add(parameter)
                feeds.setdefault(by)
        inside = [u for u in _parts_of_sum(node) if u in sums and u not in seen]
        seen.update(inside)
        stack += reversed(inside)
    return tuple(sorted(found, key=lambda parameter: parameter not in weighing)), tuple(feeds)
