"""The network: layers as columns, weights on the arrows between them, gradients flowing back. The article's picture.

The places are computed, so they are the same everywhere. A small net has every number on it; from 7 neurons in a layer
or 41 weights on the lines alone speak, by width and colour; from 17 neurons on a layer shows some of them.
"""

from __future__ import annotations

from math import ceil

from ..escape import one_line
from ..value import Value
from . import text
from .courses import LANE, courses
from .labels import spread
from .net import UNROLL, Network
from .reading import kind_of
from .scene import Card, Edge, Label, Note, Row, Scene, scale_widths
from .text import Line
from .units import Unit

__all__ = ["SHOWS", "network_scene"]

SHOWS = ("gradients", "deltas", "weights", "names", "structure")
DIAMETER, COLUMN, ROW, ERROR = 106.0, 262.0, 172.0, 235.0
LINE = 75.0  # how much of a line is seen beside the label on it
LABELLED = (6, 40)  # neurons in a layer, and weights, that can still have their numbers


def is_small(network: Network) -> bool:
    return max(map(len, network.columns)) <= LABELLED[0] and network.connections <= LABELLED[1]


def network_scene(network: Network, show: str, digits: int) -> Scene:
    """The scene of ``draw_network`` for a net small enough for numbers."""
    return _Small(network, show, digits).scene


class _Small:
    def __init__(self, network: Network, show: str, digits: int) -> None:
        self.network, self.show, self.digits = network, show, digits
        self.word = network.word
        self.scene = Scene(title=self._title())
        self.places: dict[str, int] = {}
        self.numbers, self.backward = show not in ("names", "structure"), show in ("gradients", "deltas")
        weights = [w.data for unit in network.units for w, _ in unit.weights]
        needed = text.decimals(weights, digits)
        self.decimals = min(needed, max(4, digits - 2))  # of random ones few: the room is for the gradients
        self.short = text.decimals([b.data for k in range(1, len(network.layers)) for b in network.biases(k)], digits)
        self._neurons()
        self._weights()
        self._place()
        spread(self.scene)
        self._lines()
        self._biases()
        self._errors()
        self._titles()
        self._legend()

    def _title(self) -> str:
        what = {
            "gradients": "weights and gradients", "deltas": "what flows back", "weights": "weights and outputs",
            "names": "its weights by name", "structure": "its layers",
        }[self.show]  # fmt: skip
        several = f", {self.network.several}" if self.network.several else ""
        return f"{self.network.sizes} network: {what}{several}"

    def _add(self, key: str, card: Card) -> int:
        self.places[key] = len(self.scene.cards)
        self.scene.cards.append(card)
        self.scene.spoken.append(card.spoken)
        return self.places[key]

    # -- neurons ---------------------------------------------------------------------------------------------------

    def _neurons(self) -> None:
        for k, layer in enumerate(self.network.layers):
            for unit in layer:
                rows, spoken = self._input(unit) if k == 0 else self._neuron(unit)
                kind = "given" if k == 0 else "activation"
                self._add(f"{k}:{unit.name}", Card(kind, rows, spoken, shape="circle"))

    def _place(self) -> None:
        """The neurons' places: circles that hold what is written in them, lines longer than their labels."""
        circles = self.scene.cards
        self.size = max(DIAMETER, *(ceil(card.around) for card in circles))
        columns = self.network.columns
        most = max(map(len, columns))
        label = max((edge.label.width for edge in self.scene.edges if edge.label), default=0.0)
        spread_out = max(most - 2, 0) * (80.0 if label else 60.0)
        self.column = max(COLUMN + self.size - DIAMETER, ceil(self.size + label + LINE)) + spread_out
        self.row = ROW + self.size - DIAMETER
        self.low = (most - 1) * self.row / 2.0 + self.size / 2.0
        self.top = -self.low
        for k, units in enumerate(columns):
            for j, unit in enumerate(units):
                card = circles[self.places[f"{unit.layer}:{unit.name}"]]
                card.at, card.size = (k * self.column, (j - (len(units) - 1) / 2.0) * self.row), (self.size, self.size)

    def _lines(self) -> None:
        """How far up and down lines go that pass neurons."""
        for course in courses(self.scene):
            self.top = min(self.top, *(y - LANE for _, y in course))
            self.low = max(self.low, *(y + LANE for _, y in course))

    def _name(self, unit: Unit) -> Row:
        large, small = (text.name(unit.name, size, limit=16) for size in (15, 11))
        return Row(middle=(large if large.width < 0.75 * DIAMETER else small,))

    def _input(self, unit: Unit) -> tuple[list[Row], str]:
        rows, spoken = [self._name(unit)], unit.name
        if self.numbers:
            short = text.decimals([u.out for u in self.network.layers[0]], self.digits)
            value = text.number(unit.out, short)
            rows.append(Row(middle=(text.text(value, "number"),)))
            spoken += f" = {value}"
            g = self.network.by_out(unit)
            if self.show == "deltas" and g is not None:
                piece = text.gradient(g, self.digits, "label")
                by = text.name(unit.name, 11, piece.role, bold=False, limit=8, before="∂")
                rows += [Row(middle=(text.text(f"∂{self.word}/", 11, by.role), by)), Row(middle=(piece,))]
                spoken += f", ∂{self.word}/∂{unit.name} = {text.plain(piece)}"
        return rows, spoken

    def _neuron(self, unit: Unit) -> tuple[list[Row], str]:
        rows, spoken = [self._name(unit)], unit.name
        net = sum(v.data for v in unit.nets) / len(unit.nets)
        delta = self.network.delta(unit)
        out, total = text.number(unit.out, self.digits), text.number(net, self.digits)
        if self.show == "weights":
            if unit.activation != "linear":
                rows.append(Row(middle=(text.text("net ", "small", "muted"), text.text(total, "label"))))
            rows.append(Row(middle=(text.text("out ", "small", "muted"), text.text(out, "label"))))
            spoken += f": net = {total}, out = {out}"
        elif self.show == "gradients":
            rows.append(Row(middle=(text.text(out, "number"),)))
            spoken += f": out = {out}"
        elif self.show == "deltas" and delta is not None:
            by_out = text.gradient(self.network.by_out(unit), self.digits, "label")
            rows += [Row(middle=(text.text(f"∂{self.word}/∂out", "small", "muted"),)), Row(middle=(by_out,))]
            spoken += f": ∂{self.word}/∂out = {text.plain(by_out)}"
        if self.backward and delta is not None:
            piece = text.gradient(delta, self.digits, "label")
            rows.append(Row(middle=(text.text("δ ", "label", piece.role), piece)))
            spoken += f", δ = ∂{self.word}/∂net = {text.plain(piece)}"
        return rows, spoken

    # -- weights -----------------------------------------------------------------------------------------------------

    def _weights(self) -> None:
        edges = []
        self.repeated = False
        for unit in self.network.units:
            nearest = dict(sorted(unit.weights, key=lambda pair: pair[1].layer))
            for w, source in unit.weights:
                tail, head = self.places[f"{source.layer}:{source.name}"], self.places[f"{unit.layer}:{unit.name}"]
                edge = Edge(tail, head, self._carries(unit, w), backward=self.backward)
                edge.label, edge.spoken = self._weight(unit, w, source, edge.carries)
                if edge.label and source is not nearest[w]:
                    edge.label = None  # which it has there already, to the last digit
                    self.repeated = True
                edge.width = 1.4
                edges.append(edge)
        scale_widths(edges, 1.3, 7.0)
        self.scene.edges += edges
        self.scene.spoken += [edge.spoken for edge in edges if edge.spoken]

    def _carries(self, unit: Unit, w: Value) -> float | None:
        if self.show == "deltas":
            delta = self.network.delta(unit)
            return None if delta is None else delta * w.data
        return self.network.gradient(w) if self.backward else None

    def _weight(self, unit: Unit, w: Value, source: Unit, carries: float | None) -> tuple[Label | None, str]:
        name = text.name(w.label or "w", 13, limit=16)
        spoken = one_line(w.label) or "a weight"
        value = text.number(w.data, self.decimals)
        if self.show == "structure":
            return None, ""
        if self.show == "names":
            return Label(above=[(name,)], on=True), f"{spoken} from {source.name} to {unit.name}"
        spoken += f" = {value}"
        lines: list[Line] = [(name, text.text(" " + value, "label"))]
        if self.show == "deltas":
            lines = [(text.name(f"δ_{unit.name}", 12, "muted", bold=False, limit=16), text.text("·", 12, "muted"),
                      text.name(w.label or "w", 12, "muted", bold=False, limit=16))]  # fmt: skip
        if carries is not None and self.backward:
            g = text.gradient(carries, self.digits, "label")
            lines.append((g,))
            what = f"∂{self.word}/∂{one_line(w.label)}" if self.show == "gradients" else (
                f"it brings δ_{unit.name}·{one_line(w.label)}"
            )  # fmt: skip
            spoken += f", {what} = {text.plain(g)}"
        return Label(above=lines, on=True), spoken

    # -- biases, errors, words around ----------------------------------------------------------------------------------

    def _biases(self) -> None:
        for k in range(1, len(self.network.layers)):
            biases = self.network.biases(k)
            if not biases:
                continue
            rows, spoken = [], []
            for b in biases:
                left: Line = (text.name(b.label or "b", 13, limit=16),)
                said = one_line(b.label) or "bias"
                right: Line = ()
                if self.numbers:
                    value, g = text.number(b.data, self.short), self.network.gradient(b)
                    left = (*left, text.text(" " + value, "label"))
                    said += f" = {value}"
                    if g is not None and self.show == "gradients":
                        right = (text.gradient(g, self.digits, "label"),)
                        said += f", ∂{self.word}/∂{one_line(b.label)} = {text.plain(right)}"
                if len(biases) == 1 and right:
                    rows += [Row(middle=left), Row(middle=right)]
                else:
                    rows.append(Row(left, right) if right else Row(middle=left))
                spoken.append(said)
            card = Card("trained", rows, "; ".join(spoken), least=74.0)
            card.at = ((k - 1) * self.column, self.low + 46.0 + card.height / 2.0)
            here = self._add(f"bias{k}", card)
            for unit in self.network.layers[k]:
                if unit.bias is not None:
                    head = self.places[f"{unit.layer}:{unit.name}"]
                    self.scene.edges.append(Edge(here, head, dashed=True, arrow=False))

    def _errors(self) -> None:
        if not self.numbers:
            return
        network, last = self.network, len(self.network.layers) - 1
        right = last * self.column
        targets = {unit.name: self._targets(unit) for unit in network.layers[-1]}
        short = text.decimals([x for some in targets.values() for x in some], self.digits)
        labels = [self._error_label(unit) for unit in network.layers[-1]]
        root = self._error(network.root, [])
        firsts = [self._error(error, [text.number(x, short) for x in targets[unit.name]])
                  if (error := network.errors.get(unit.name)) else root for unit in network.layers[-1]]  # fmt: skip
        cards = self.scene.cards
        wide = self.size / 2.0 + max(label.width if label else 0.0 for label in labels) + LINE
        gap = max(ERROR + 5.0 * (not network.errors), ceil(wide + max(cards[i].width for i in firsts) / 2.0))
        self.error = right + gap
        cards[root].at = (right + gap + 195.0 * bool(network.errors), 0.0)
        for unit, label, first in zip(network.layers[-1], labels, firsts, strict=True):
            out, error = self.places[f"{unit.layer}:{unit.name}"], network.errors.get(unit.name)
            if error is not None:
                cards[first].at = (self.error, cards[out].centre[1])
                carries = network.adjoint.get(error) if self.backward else None
                self.scene.edges.append(Edge(first, root, carries, self.backward, width=1.6))
            g = network.by_out(unit) if self.backward else None
            edge = Edge(out, first, g, self.backward, label, width=1.6)
            if g is not None:
                edge.spoken = f"∂{self.word}/∂out_{unit.name} = {text.signed(g, self.digits)}"
                self.scene.spoken.append(edge.spoken)
            self.scene.edges.append(edge)

    def _error_label(self, unit: Unit) -> Label | None:
        g = self.network.by_out(unit)
        if g is None or not self.backward:
            return None
        by = text.name(f"out_{unit.name}", 11, "muted", bold=False, limit=16, before="∂")
        words = (text.text(f"∂{self.word}/", 11, "muted"), by)
        return Label([words, (text.gradient(g, self.digits, "label"),)], on=True)

    def _targets(self, unit: Unit) -> list[float]:
        error = self.network.errors.get(unit.name)
        inputs = self.network.folded.inputs[error] if error is not None else ()
        return [u.data for u in inputs if kind_of(u, self.network.folded.region[u]) == "given"]

    def _error(self, node: Value, targets: list[str]) -> int:
        label = self.network.called if node is self.network.root else node.label or "result"
        value = text.number(node.data, self.digits)
        rows = [Row(middle=(text.name(label, 14, limit=16),)), Row(middle=(text.text(value, "number"),))]
        spoken = f"{one_line(label)} = {value}"
        for target in targets:
            rows.append(Row(middle=(text.text(f"target {target}", "small", "muted"),)))
            spoken += f", target {target}"
        return self._add(f"error:{len(self.places)}", Card("error", rows, spoken, least=88.0))

    def _titles(self) -> None:
        for k in range(len(self.network.layers)):
            lines: list[Line] = [(text.text(self.network.title(k), 13, "muted"),)]
            names = self.network.activations(k) if k else []
            if self.show == "structure":
                lines.append((text.text(f"L{k + 1}", 13, "muted", bold=True),))
            elif names:
                lines.append((text.text(" / ".join(names), "small", "muted"),))
            self.scene.notes.append(Note(lines, (k * self.column, self.top - 34.0)))
        if self.numbers:
            self.scene.notes.append(Note([(text.text("error", 13, "muted"),)], (self.error, self.top - 34.0)))

    def _legend(self) -> None:
        if self.show == "gradients":
            self.scene.legend = [
                ("plus", "gradient + (lower the weight)"), ("minus", "gradient − (raise it)"),
                ("", f"line width ~ √|∂{self.word}/∂w|"), ("", f"δ = ∂{self.word}/∂net of the neuron"),
            ]  # fmt: skip
        elif self.show == "deltas":
            self.scene.legend = [
                ("plus", "brings +"), ("minus", "brings −"), ("", "line width ~ √|δ·w|"),
                ("", f"what comes back to a neuron adds up to ∂{self.word}/∂out; times its slope it is δ"),
            ]  # fmt: skip
            if self.network.between:
                self.scene.remarks.append(
                    "what stands between the neurons here, such as dropout, has a derivative too, which is not in δ·w"
                )
            if any(not unit.slope and unit.activation != "linear" for unit in self.network.layers[-1]):
                self.scene.remarks.append(
                    f"softmax: every net input has a part in each output, so δ is made of all the ∂{self.word}/∂out"
                )
        if self.repeated:
            self.scene.remarks.append(
                "a weight of a sum of neurons is on a line to each: what the nearest says holds for all of them"
            )
        self.scene.remarks += self.network.remarks if self.numbers else []
        if self.network.examples > 1 and self.numbers:
            many = self.network.several
            self.scene.remarks.append(f"{many}: inputs and outputs are their mean, gradients and δ their sum")
        if self.network.steps:
            self.scene.remarks.append(UNROLL)
