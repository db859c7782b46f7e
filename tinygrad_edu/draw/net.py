"""The network in a recorded graph: neurons by their names, ``net_h1`` and ``out_h1``, weights by what they multiply.

So the article's bare Values, a net of ``nn``, and what a learner wrote by hand are all the same to the pictures. A
neuron that was computed for several examples has a node for each of them; it is one neuron here. Nodes of one name that
share no weight are different neurons.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from ..escape import one_line
from ..graph import Fold, ancestors, fold
from ..value import Value, constant
from ..weighted import LOG_SOFTMAX, SOFTMAX, made_by, softmax_of, weighted_sum
from .reading import Reading, root_word
from .text import spell
from .units import Sources, Unit

__all__ = ["FROZEN", "UNROLL", "Network", "Unit", "find_network"]

FROZEN = "frozen: no gradients"
UNROLL = "nn.name_network(E) makes a layer of each step"
LONGEST = 30  # characters of a formula that stands for an activation
_NODE = re.compile(r"(net|out)_(.+)", re.DOTALL)


@dataclass
class Network:
    """``layers[0]`` are the inputs, the last one is the output layer.

    errors    the node between an output and the root, by the output's name, where every output has one of its own
    examples  how often its neurons were computed
    steps     whether that was not for several examples, but each time from the time before
    between   whether something stands between two neurons that is more than a sum, such as dropout
    """

    root: Value
    layers: list[list[Unit]]
    adjoint: dict[Value, float]
    errors: dict[str, Value]
    folded: Fold
    examples: int
    steps: bool = False
    between: bool = False

    @property
    def word(self) -> str:
        """What gradients are of, in short: E for E_total."""
        return root_word(self.root) or "E"

    @property
    def called(self) -> str:
        """The root's name: if it has none, what gradients are of."""
        return self.root.label or self.word

    @property
    def several(self) -> str:
        """How many examples there are, or steps of a recurrent network; nothing of one."""
        return f"{self.examples} {'steps' if self.steps else 'examples'}" if self.examples > 1 else ""

    def gradient(self, node: Value | None) -> float | None:
        return None if node is None else self.adjoint.get(node)

    def delta(self, unit: Unit) -> float | None:
        """∂E/∂net, the sum over the examples."""
        return self._sum(unit.nets)

    def by_out(self, unit: Unit) -> float | None:
        """∂E/∂out, the sum over the examples."""
        return self._sum(unit.outs)

    def _sum(self, nodes: list[Value]) -> float | None:
        found = [self.adjoint[node] for node in nodes if node in self.adjoint]
        return sum(found) if found else None

    @property
    def columns(self) -> list[list[Unit]]:
        """The layers as they are drawn: an input of a later layer stands below the neurons before it.

        So in a recurrent network what is read at a step, and no line passes behind a neuron.
        """
        first: dict[int, int] = {}
        for unit in self.units:  # layer after layer
            for _, source in unit.weights:
                first.setdefault(id(source), unit.layer)
        columns = [[], *[list(layer) for layer in self.layers[1:]]]
        for source in self.layers[0]:
            columns[first[id(source)] - 1].append(source)
        return columns

    @property
    def units(self) -> list[Unit]:
        return [unit for layer in self.layers for unit in layer]

    @property
    def remarks(self) -> list[str]:
        """What the lines do not show: that the error is made of earlier layers too, of the answers at earlier steps."""
        known = {node: unit for unit in self.units for node in (*unit.outs, *unit.nets)}
        seen, stack, met = set(), [self.root], set()
        while stack:
            for node in stack.pop().inputs:
                if node in known:
                    met.add(id(known[node]))
                elif node not in seen:
                    seen.add(node)
                    stack.append(node)
        early = [one_line(unit.name) for layer in self.layers[1:-1] for unit in layer if id(unit) in met]
        names = ", ".join(early[:4]) + (f" and {len(early) - 4:,} more" if len(early) > 4 else "")
        return [f"the error is made of the outputs of {names} too: there are no lines for that"] if early else []

    @property
    def sizes(self) -> str:
        """Of its layers: 2-8-1."""
        return "-".join(str(len(layer)) for layer in self.layers)

    @property
    def connections(self) -> int:
        """How many lines it takes to draw it."""
        return sum(len(unit.weights) for unit in self.units)

    @property
    def parameters(self) -> list[Value]:
        """What is multiplied and added, neuron by neuron, each once: leaves, if nothing computes weights."""
        found = [p for unit in self.units for p in [*(w for w, _ in unit.weights), unit.bias] if p is not None]
        return list(dict.fromkeys(found))

    def weights(self, layer: int) -> list[Value]:
        """Of a layer, each once, though it may multiply several outputs."""
        return list(dict.fromkeys(w for unit in self.layers[layer] for w, _ in unit.weights))

    def activations(self, layer: int) -> list[str]:
        """The different ones of a layer's neurons."""
        return list(dict.fromkeys(unit.activation for unit in self.layers[layer]))

    def gradients(self, layer: int) -> list[float]:
        """Those of its weights; none if they are frozen."""
        return [self.adjoint[w] for w in self.weights(layer) if w in self.adjoint]

    def norm(self, layer: int) -> float:
        """Of these gradients; nan if one is, where hypot(inf, nan) is inf."""
        found = self.gradients(layer)
        return math.nan if any(map(math.isnan, found)) else math.hypot(*found)

    def biases(self, layer: int) -> list[Value]:
        """The biases of a layer, a shared one once."""
        return list(dict.fromkeys(unit.bias for unit in self.layers[layer] if unit.bias is not None))

    def title(self, layer: int) -> str:
        if layer == 0:
            return "input layer"
        if layer == len(self.layers) - 1:
            return "output layer"
        return "hidden layer" if len(self.layers) == 3 else f"hidden layer {layer}"


def find_network(root: Value, net: Any = None) -> Network:
    """The network below ``root``; only the neurons of the module ``net``, if one is given.

    Raises ValueError if nothing below ``root`` is called like a neuron.
    """
    folded = fold(root)
    nets: dict[str, list[Value]] = {}
    outs: dict[str, list[Value]] = {}
    names: dict[str, None] = {}  # in the order of computation
    order = ancestors(root)
    called = _Called(folded)
    for node in order:
        match = _NODE.fullmatch(node.label) if node.op else None
        if match:
            names[name := called(node, match[2])] = None
            (nets if match[1] == "net" else outs).setdefault(name, []).append(node)
    own = set(net.parameters()) if net is not None else None
    reading = Reading(root, folded)
    units = {name: Unit(name, nets.get(name) or outs[name], outs.get(name) or nets[name]) for name in names}
    by_node = {node: unit for unit in units.values() for node in (*unit.outs, *unit.nets)}
    sources = Sources(order, by_node)
    for unit in units.values():
        found = weighted_sum(unit.nets[0])
        pairs, unit.bias = found.pairs, found.biases[0] if found.biases else None
        if own is not None and not any(w in own for w, _ in pairs):
            continue
        for position, (w, x) in enumerate(pairs, 1):
            unit.weights += [(w, source) for source in sources(unit, x, position)]
        sources.other_examples(unit)
        _activate(reading, unit)
    units = {name: unit for name, unit in units.items() if unit.weights}
    _complete_softmax(reading, list(units.values()), order)
    if not units:
        raise ValueError(_none_found(root, net))
    layers = _layers(units)
    for unit in layers[0]:
        unit.nets = unit.outs
    examples = max(len(unit.nets) for unit in units.values())
    errors = _errors(reading, layers[-1], by_node) if examples == 1 else {}
    steps = examples > 1 and _are_steps(order, units.values())
    return Network(root, layers, reading.adjoint, errors, folded, examples, steps, sources.between)


class _Called:
    """What a neuron is called: o1, and o1#2 where there was one of the name with other weights.

    Nets that do not know of each other, and layers outside of a module, each call their neurons o1, o2.
    """

    def __init__(self, folded: Fold) -> None:
        self.folded = folded
        self.known: dict[Value, str] = {}
        self.weights: dict[str, list[set[Value]]] = {}  # for each neuron of a name

    def __call__(self, node: Value, name: str) -> str:
        for net in self.folded.inputs.get(node, ()):
            if net.label == f"net_{name}":
                self.known[node] = self.known[net]
                return self.known[node]
        mine = {w for w, _ in weighted_sum(node).pairs}
        groups = self.weights.setdefault(name, [])
        at = next((k for k, theirs in enumerate(groups) if mine & theirs or not mine), len(groups))
        if at == len(groups):
            groups.append(mine)
        self.known[node] = f"{name}#{at + 1}" if at else name
        return self.known[node]


def _are_steps(order: list[Value], units: Iterable[Unit]) -> bool:
    """Whether a neuron was computed from what it gave before, as that of a recurrent network is."""
    depth: dict[Value, int] = {}
    nets = {net for unit in units for net in unit.nets}
    for node in order:
        depth[node] = max((depth[u] for u in node.inputs), default=0) + (node in nets)
    return any(len({depth[net] for net in unit.nets}) > 1 for unit in units)


def _none_found(root: Value, net: Any) -> str:
    if root.op is None:
        return (
            f"{one_line(root.label) or 'this Value'} was computed from nothing, so there is no network: was it within "
            "no_grad(), or made of .data or a float?"
        )
    of = f"{type(net).__name__} in the graph of {one_line(root.label) or 'this Value'}" if net is not None else (
        f"network in the graph of {one_line(root.label) or 'this Value'}"
    )  # fmt: skip
    return (
        f"there is no {of}: a neuron is known by the names net_h1 and out_h1 of its weighted sum and its output. "
        "The layers of nn give them by themselves; nn.name_network(E) finds the neurons of code without names; else "
        "write net.named('net_h1'), out.named('out_h1'). draw_graph(E) draws any graph"
    )


def _activate(reading: Reading, unit: Unit) -> None:
    """Say which function of its weighted sum a neuron's output is: an operation's name, or the formula."""
    out, net = unit.outs[0], unit.nets[0]
    if out is net or out.op is None:
        return
    folded = reading.folded
    if all(u is net or u.op is None for u in folded.inputs[out]):
        for net_of_one, out_of_one in zip(unit.nets, unit.outs, strict=False):
            pairs = zip(folded.inputs[out_of_one], folded.partials[out_of_one], strict=True)
            unit.slope += [d for u, d in pairs if u is net_of_one and d is not None]
    composed = "" if len(folded.region[out]) == 1 == out.op.arity else _composed(reading, unit)
    unit.activation = softmax_of(out, net) or composed or out.op.name


def _composed(reading: Reading, unit: Unit) -> str:
    """The formula of an activation of several operations, such as net·sigmoid(net)."""
    names = ["net" if node is unit.nets[0] else name for node, name in zip(reading.nodes, reading.names, strict=True)]
    formula = spell(reading.formula(unit.outs[0]), names)
    return formula if len(formula) <= LONGEST else formula[: LONGEST - 1] + "…"


def _complete_softmax(reading: Reading, units: list[Unit], order: list[Value]) -> None:
    """The outputs of a softmax that the error is not made of, as in −log(out_o1): the graph has only their net inputs.

    They are computed here, and the derivative by them is 0.
    """
    total_of = {net: node for node in order if made_by(node, "logsumexp") for net in node.inputs}
    kinds: dict[Value, str] = {}
    for unit in units:
        if unit.activation in (SOFTMAX, LOG_SOFTMAX):
            kinds |= {total_of[net]: unit.activation for net in unit.nets}
    for unit in units:
        kind = kinds.get(total_of.get(unit.nets[0], unit.nets[0]))
        if kind is None:
            continue
        known = {}
        for out in unit.outs:
            if out not in unit.nets:
                known[(out.inputs[0] if kind == SOFTMAX else out).inputs[0]] = out
        for net in unit.nets:
            if net not in known:
                log = net.data - total_of[net].data
                known[net] = constant(math.exp(log) if kind == SOFTMAX else log)
                reading.adjoint[known[net]] = 0.0
        unit.activation, unit.outs = kind, [known[net] for net in unit.nets]


def _layers(units: dict[str, Unit]) -> list[list[Unit]]:
    """The units by layers; a neuron's is one more than the highest that it is fed by.

    What feeds neurons and is none of them is an input: also what is called like a neuron but has no weights, or
    belongs to another module.
    """
    for unit in units.values():  # they come in the order of computation
        unit.layer = 1 + max(source.layer for _, source in unit.weights)
    found = {id(source): source for unit in units.values() for _, source in unit.weights}
    found |= {id(unit): unit for unit in units.values()}
    layers: list[list[Unit]] = [[] for _ in range(1 + max(unit.layer for unit in units.values()))]
    for unit in found.values():
        layers[unit.layer].append(unit)
    return [sorted(layer, key=_natural) if _numbered(layer) else layer for layer in layers]


def _numbered(layer: list[Unit]) -> bool:
    """Whether they differ only in their numbers; others stand as they were used: height before age."""
    return len({re.sub(r"#?\d+", "", unit.name) for unit in layer}) == 1


def _natural(unit: Unit) -> list[Any]:
    """h2 before h10: its words and numbers, which take turns."""
    return [int(part) if k % 2 else part for k, part in enumerate(re.split(r"(\d+)", unit.name))]


def _errors(reading: Reading, outputs: list[Unit], known: dict[Value, Unit]) -> dict[str, Value]:
    users: dict[Value, list[Value]] = {}
    for node in reading.nodes:
        for u in reading.folded.inputs[node]:
            users.setdefault(u, []).append(node)
    found: dict[str, Value] = {}
    for unit in outputs:
        above = users.get(unit.outs[0], [])
        if len(above) != 1 or above[0] is reading.root or above[0] in known or not above[0].label:
            return {}
        if users.get(above[0]) != [reading.root] or above[0] in found.values():
            return {}
        found[unit.name] = above[0]
    return found
