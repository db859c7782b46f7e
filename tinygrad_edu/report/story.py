"""What every part of the page needs: the network, its names and words, and how a number or a formula is shown."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ..draw.net import Network
from ..draw.units import Unit
from ..explain.notation import Word
from ..explain.numbers import alike, exact
from ..explain.reading import Reading
from ..explain.script import Line
from ..value import Value
from .page import Page, called
from .words import WORDS

__all__ = ["LISTED", "NEURONS", "WEIGHTS", "Story"]

NEURONS, WEIGHTS, WRITTEN, LISTED, TERMS = 4, 24, 12, 8, 7
"""Of a layer: neurons whose formulae are written out, weights in its table, and among the initial values. Names in a
sentence, terms of a sum."""


class Story:
    """The network that a page is about. ``root`` is a copy of the reader's, with its gradients computed.

    trained   what is updated
    original  whether this is the article's own network
    page      what has been written so far
    """

    def __init__(
        self, root: Value, network: Network, trained: list[Value], lr: float, rounds: int, digits: int, lang: str,
        original: bool,
    ) -> None:  # fmt: skip
        self.root, self.network, self.trained, self.lr, self.rounds = root, network, trained, lr, rounds
        self.digits, self.lang, self.original = digits, lang, original
        self.words: dict[str, Any] = WORDS[lang]
        self.reading = Reading(root, trained[0], digits)
        self.name = self.reading.name
        self.answers = [(self._output(unit), self.number(unit.outs[0].data)) for unit in network.layers[-1]]
        for unit in network.units:  # an output that the error is not made of has no line: its net input stands for it
            unit.outs = [
                out if out in self.reading.names else net for net, out in zip(unit.nets, unit.outs, strict=True)
            ]
        self.inside = {node for unit in network.units for node in (*unit.nets, *unit.outs)}
        self.layers = network.layers
        self.titles = [self._called(k) for k in range(len(self.layers))]
        root.backward()
        self.page = Page(self.reading, lang, digits, *(self.words[key] for key in ("scroll", "pictures", "spoken")))

    def _called(self, k: int) -> str:
        hidden = len(self.layers) - 2
        if 0 < k <= hidden:
            return str(self.words["hidden_layer"](k, hidden))
        return str(self.words["output_layer" if k else "input_layer"])

    def _output(self, unit: Unit) -> str:
        out = unit.outs[0]
        return self.name(out) if out in self.reading.names else called(f"out_{unit.name}")

    def number(self, x: float) -> str:
        return exact(x, self.digits)

    def neuron(self, unit: Unit) -> str:
        """A neuron's own name, h1; an input's is that of its Value, if it has one."""
        return self.name(unit.outs[0]) if not unit.layer and unit.outs[0] in self.reading.names else called(unit.name)

    def parameters(self) -> list[Value]:
        return [p for p in self.network.parameters if p in self.reading.names]

    def some(self, names: Sequence[str], most: int = LISTED) -> list[str]:
        if len(names) <= most:
            return list(names)
        return [*names[: most - 1], self.words["more"](len(names) - most + 1)]

    def table(self, head: Sequence[str], rows: Sequence[Sequence[str]], of: int) -> None:
        """A table of the first rows ``of`` so many, and how many more there are."""
        more = [[self.words["more"](of - len(rows)), *[""] * (len(head) - 1)]] if of - len(rows) else []
        self.page.table(head, [*rows, *more])

    def values_of(self, nodes: Sequence[Value]) -> list[str]:
        named = [v for v in nodes if v in self.reading.names]
        numbers = alike([v.data for v in named], self.digits)
        return self.some([f"{self.name(v)} = {number}" for v, number in zip(named, numbers, strict=True)], WRITTEN)

    def targets(self) -> list[Value]:
        """The leaves that come in behind the network."""
        inside = {*self.inside, *self.parameters()}
        folded = self.reading.folded
        found = [u for node in folded.nodes if node not in inside for u in folded.inputs[node]]
        return [u for u in dict.fromkeys(found) if u.op is None and u not in inside]

    def target_of(self, unit: Unit) -> Value | None:
        """What an output is compared with; None where the error does not say."""
        error, targets = self.network.errors.get(unit.name), self.targets()
        if error is not None:
            targets = [u for u in self.reading.folded.inputs[error] if u in targets]
        elif len(self.layers[-1]) > 1:
            return None
        return targets[0] if len(targets) == 1 else None

    def nodes_of(self, unit: Unit) -> list[Value]:
        return list(dict.fromkeys([*unit.nets, *unit.outs]))

    def between(self, layer: list[Unit]) -> list[Value]:
        """What a layer computes besides its neurons, such as the sum that a softmax divides by, in order."""
        inside = self.inside
        needed: set[Value] = set()
        for node in reversed(self.reading.folded.nodes):
            if node in needed or any(node in unit.nets or node in unit.outs for unit in layer):
                needed.update(u for u in self.reading.folded.inputs[node] if u.op is not None and u not in inside)
        return [node for node in self.reading.folded.nodes if node in needed]

    def worked(self, node: Value) -> list[Line]:
        """The formula of a node, and under it the same with numbers, where that says more than its value does."""
        text, figures = self.reading.formula(node), self.reading.figures(node)
        region, count = self.reading.folded.region[node], len(self.reading.folded.inputs[node])
        if not text:
            is_dot = len(region) == 1 and region[0].op is not None and region[0].op.name == "dot"
            words = self.words["sum_of"](len(node.inputs) // 2) if is_dot else self.words["long_formula"](count)
            return [Line("row", self.name(node), Word(words), node.data)]
        if len(region) == 1 and count == 1:
            return [Line("row", self.name(node), text, node.data)]
        return [Line("row", self.name(node), _shortened(text)), Line("numbers", "", _shortened(figures), node.data)]


def _shortened(formula: str) -> str:
    """A long sum with its first terms, and its last ones; a sum in brackets stays whole."""
    terms: list[str] = []
    begun = ""
    for piece in formula.split(" + "):
        begun += piece
        if begun.count("(") == begun.count(")"):
            terms.append(begun)
            begun = ""
        else:
            begun += " + "
    return formula if len(terms) <= TERMS else " + ".join([*terms[:2], "…", *terms[-2:]])
