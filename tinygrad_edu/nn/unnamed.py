"""Names for a network that was written without any: which Values of a graph are neurons, and what they are called."""

from __future__ import annotations

import heapq
from dataclasses import dataclass, field

from ..graph import ancestors, consumers
from ..value import Value
from ..weighted import SOFTMAX, WeightedSum, made_by, softmax_of, weighted_sum
from .labels import Labels

__all__ = ["name_network"]


@dataclass
class _Neuron:
    """``nets`` and ``sums`` have one entry for each example; ``level`` is the layer, counted from 1."""

    level: int
    nets: list[Value] = field(default_factory=list)
    sums: list[WeightedSum] = field(default_factory=list)


def name_network(root: Value) -> Value:
    """Find the neurons below ``root`` and name them, their weights, biases and inputs as the layers of ``nn`` do.

    A neuron is a weighted sum, w1·x1 + w2·x2 + ... + b of trained leaves w, and the function that is applied to it. So
    a network written in plain scalars gets the pictures, the article's page and the words of one made of layers. Of two
    leaves that are multiplied, the first is the weight. Leaves that have a name keep it. Returns ``root``.

    A recurrent network is unrolled: each of its steps is a layer, of the same weights.

    Raises ValueError if there are no neurons, or if they do not stand in layers, as those of a recurrent network with
    gates.

    >>> from tinygrad_edu import tanh
    >>> w, v, b = [Value(0.5), Value(-1.0)], Value(2.0), Value(0.25)
    >>> h = tanh(w[0] * 0.5 + w[1] * 1.5 + b)
    >>> E = name_network((v * h - 1.0) ** 2)
    >>> [p.label for p in (*w, b, v, h)]
    ['w1', 'w2', 'b_h1', 'w3', 'out_h1']
    """
    if not isinstance(root, Value):
        raise TypeError(f"the root is a Value, the error of the network, not {type(root).__name__} {root!r:.60}")
    order = ancestors(root)
    users = consumers(order)
    neurons = _neurons(order, users)
    if not neurons:
        raise ValueError(
            "there is no neuron in this graph: a neuron is a weighted sum, as in w1 * x1 + w2 * x2 + b, of leaves that "
            "are trained"
        )
    layers: list[list[_Neuron]] = [[] for _ in range(max(neuron.level for neuron in neurons))]
    for neuron in neurons:
        layers[neuron.level - 1].append(neuron)
    layers[-1].sort(key=lambda neuron: _position(neuron.nets[0], users))
    place = {node: k for k, node in enumerate(order)}
    outs: dict[Value, Value | None] = {}
    for layer in layers:
        outs |= _outs([net for neuron in layer for net in neuron.nets], users, place, last=layer is layers[-1])
    _check_steps(neurons, outs)
    inputs = _Inputs(layers, users)
    labels = Labels(len(layers))
    seen: set[Value] = set()  # weights and biases of an earlier step
    for k, layer in enumerate(layers, 1):
        shared = len(layer) > 1 and len({b for neuron in layer for b in neuron.sums[0].biases}) == 1
        for j, neuron in enumerate(layer, 1):
            for i, (w, _) in enumerate(neuron.sums[0].pairs, 1):
                if w not in seen:
                    _name(w, labels.weight(k, j, i))
            for b in neuron.sums[0].biases:
                _name(b, labels.bias(k) if shared else labels.bias(k, j))
            for net, found in zip(neuron.nets, neuron.sums, strict=True):
                for i, (_, x) in enumerate(found.pairs, 1):
                    inputs.name(x, k, i)
                out = outs[net]
                if out is not net:
                    net.label = f"net_{labels.neuron(k, j)}"
                if out is not None:
                    out.label = f"out_{labels.neuron(k, j)}"
        seen.update(w for neuron in layer for w, _ in neuron.sums[0].pairs)
    return root


class _Inputs:
    """What the leaves are called that neurons are fed with: i1, i2 ... in the first layer, and on from there in others.

    A number that stands there alone is named only where later layers have inputs too, which are to be told apart. There
    a constant that ``nn.Layer`` has numbered, in each step anew, gets another number.
    """

    def __init__(self, layers: list[list[_Neuron]], users: dict[Value, list[Value]]) -> None:
        pairs = [[pair for neuron in layer for found in neuron.sums for pair in found.pairs] for layer in layers]
        self.everywhere = any(x.op is None for layer in pairs[1:] for _, x in layer)
        self.first = max(len(neuron.sums[0].pairs) for neuron in layers[0])
        self.later: dict[tuple[int, int], int] = {}
        self.users = users

    def name(self, x: Value, layer: int, position: int) -> None:
        numbered = layer > 1 and not x.requires_grad and x.label == f"i{position}"
        if (
            x.op is None
            and (not x.label or numbered)
            and (self.everywhere or x.requires_grad or len(self.users[x]) > 1)
        ):
            if layer > 1:
                position = self.first + self.later.setdefault((layer, position), len(self.later) + 1)
            x.label = f"i{position}"


def _check_steps(neurons: list[_Neuron], outs: dict[Value, Value | None]) -> None:
    """ValueError if weights are used at several steps, on what is neither a leaf nor what a neuron gives."""
    known = {*outs, *outs.values()}
    steps: dict[tuple[Value, ...], int] = {}
    for neuron in neurons:
        weights = tuple(w for w, _ in neuron.sums[0].pairs)
        steps[weights] = steps.get(weights, 0) + 1
        if steps[weights] > 1 and any(x.op and x not in known for found in neuron.sums for _, x in found.pairs):
            raise ValueError(
                "the same weights are used again on what was computed from them by more than neurons: such a recurrent "
                "network has no layers to name. Name its steps yourself, as in h.named('h1')"
            )


def _name(leaf: Value, label: str) -> None:
    leaf.label = leaf.label or label


def _neurons(order: list[Value], users: dict[Value, list[Value]]) -> list[_Neuron]:
    """In the order of computation. Weighted sums of the same weights are one neuron, computed for several examples, or
    if one is computed from the other several, the steps of a recurrent network.
    """
    sums = _sums(order)
    neurons: dict[tuple[int | Value, ...], _Neuron] = {}
    level: dict[Value, int] = {}
    for node in order:
        level[node] = max((level[u] for u in node.inputs), default=0)
        if node not in sums or any(user in sums and _adds(user) for user in users[node]):
            continue
        level[node] += 1
        terms = weighted_sum(node)
        key: tuple[int | Value, ...] = (level[node], *(w for w, _ in terms.pairs), *terms.biases)
        neuron = neurons.setdefault(key, _Neuron(level[node]))
        neuron.nets.append(node)
        neuron.sums.append(terms)
    return list(neurons.values())


def _adds(node: Value) -> bool:
    return made_by(node, "add", "sum")


def _sums(order: list[Value]) -> set[Value]:
    """The weighted sums of trained leaves, and the parts of such sums that are sums themselves.

    A difference is none: mostly it is that of an output and its target.
    """
    sums: set[Value] = set()
    biases: dict[Value, int] = {}  # how many there are in what may be a part of one
    for node in order:
        inner = False
        if _adds(node):
            fits = all(u in biases and (u.op is None or not u.label) for u in node.inputs)
            if fits:
                biases[node] = sum(biases[u] for u in node.inputs)
                inner = any(u in sums for u in node.inputs)
        elif not made_by(node, "sub"):
            terms = weighted_sum(node)
            if not terms.others and all(w.op is None and w.requires_grad and x is not w for w, x in terms.pairs):
                biases[node] = len(terms.biases)
                inner = bool(terms.pairs)
        if inner and biases[node] <= 1:  # with two of them it is made of two neurons
            sums.add(node)
    return sums


def _outs(
    nets: list[Value], users: dict[Value, list[Value]], place: dict[Value, int], last: bool
) -> dict[Value, Value | None]:
    """What the functions of a layer's neurons give: the net of a linear one, None if that is not in the graph."""
    if last:
        together = {net: _softmax(net, users) for net in nets}
        if any(out is not None for out in together.values()):
            return dict(together)
    return {net: _out(net, users, place, last) for net in nets}


def _position(net: Value, users: dict[Value, list[Value]]) -> int:
    """Which of the scores of a softmax it is, whose error may be computed from any of them first; else 0."""
    return sum(user.inputs.index(net) for user in users[net] if made_by(user, "logsumexp"))


def _softmax(net: Value, users: dict[Value, list[Value]]) -> Value | None:
    """Which node is the softmax of this score."""
    above = (node for user in users[net] for node in users[user])
    return next((node for node in above if softmax_of(node, net) == SOFTMAX), None)


def _out(net: Value, users: dict[Value, list[Value]], place: dict[Value, int], last: bool) -> Value:
    """Where all that is made of a net input alone comes together, if a function is in it; else the net.

    In the last layer that is one function and no more, for what else is made of the net input is the error; or a
    sigmoid that was written out.
    """
    if last:
        (first, *others) = users[net] or [net]
        if others or not all(u is net or u.op is None for u in first.inputs):
            return net
        written_out = first if _is_function(first) else _sigmoid(first, users)
        return net if written_out is None else written_out
    out, alone, function = net, {net}, False
    waiting = [(place[user], user) for user in users[net]]  # a heap: they are in order
    while waiting:
        _, node = heapq.heappop(waiting)
        if any(u not in alone and (u.op or u.requires_grad or u.label) for u in node.inputs):
            break
        alone.add(node)
        function = function or _is_function(node)
        if function and all(user in alone for v in alone if v is not node for user in users[v]):
            out = node
            if node.label.startswith("out_"):  # as a layer has called it before a dropout
                break
        for user in users[node]:
            heapq.heappush(waiting, (place[user], user))
    return out


def _is_function(node: Value) -> bool:
    return node.op is not None and node.op.is_function


def _sigmoid(node: Value, users: dict[Value, list[Value]]) -> Value | None:
    """1 / (1 + exp(−x)), if this is its −x."""
    for name, number in (("neg", None), ("exp", None), ("add", 1.0), ("div", 1.0)):
        if not made_by(node, name) or not all(u.op or u.data == number for u in node.inputs):
            return None
        if name != "div":
            if len(users[node]) != 1:
                return None
            (node,) = users[node]
    return node
