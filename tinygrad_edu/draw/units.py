"""What a network in a recorded graph is made of: its neurons and inputs, and what the weights of each multiply."""

from __future__ import annotations

from dataclasses import dataclass, field

from ..escape import one_line
from ..value import Value
from ..weighted import made_by, weighted_sum

__all__ = ["Sources", "Unit"]


@dataclass
class Unit:
    """An input or a neuron. ``nets`` and ``outs`` hold one node for each example; a linear neuron's are the same.

    ``slope`` is the activation's local derivative for each example; empty where other neurons share in it (softmax).
    """

    name: str
    nets: list[Value] = field(default_factory=list)
    outs: list[Value] = field(default_factory=list)
    weights: list[tuple[Value, Unit]] = field(default_factory=list)
    bias: Value | None = None
    layer: int = 0
    activation: str = "linear"
    slope: list[float] = field(default_factory=list)

    @property
    def out(self) -> float:
        """Its output, the mean over the examples."""
        return sum(v.data for v in self.outs) / len(self.outs)


class Sources:
    """What the weights of a neuron multiply: other neurons, or inputs, which are known by their names.

    Something of one neuron may stand in between, such as dropout. Of a sum of several, as in a residual network, the
    weight multiplies each: w·(a + b) is w·a + w·b.
    """

    def __init__(self, order: list[Value], by_node: dict[Value, Unit]) -> None:
        self.inputs: dict[str, Unit] = {}
        self.read: dict[Value, Unit] = {}
        self.known: dict[Value, list[Unit]] = {}
        self.by_node = by_node
        self.between = False  # whether something stands between two neurons that is more than a sum
        self.nearest: dict[Value, Unit | None] = {}  # the neuron that a node was computed from; None: several
        for node in order:
            if node in by_node:
                self.nearest[node] = by_node[node]
            elif found := [self.nearest[u] for u in node.inputs if u in self.nearest]:
                self.nearest[node] = found[0] if all(unit is found[0] for unit in found) else None

    def __call__(self, unit: Unit, x: Value, position: int) -> list[Unit]:
        if x not in self.nearest:
            return [self._input(x, position)]
        if x not in self.known:
            self.known[x] = self._neurons(unit, x)
        return self.known[x]

    def _neurons(self, unit: Unit, x: Value) -> list[Unit]:
        found: list[Unit] = []
        seen: set[Value] = set()
        stack = [x]
        while stack:
            term = stack.pop()
            if term in seen:
                self.between = True
            elif term not in self.nearest:
                found += [self.read[term]] if term in self.read else []
            elif term not in self.by_node and made_by(term, "add", "sum"):
                stack += reversed(term.inputs)
            elif (source := self.nearest[term]) is not None:
                found.append(source)
                self.between = self.between or term not in self.by_node
            else:
                raise ValueError(
                    f"{one_line(unit.name)} is fed with what was computed from several neurons and is no sum of them: "
                    "such a network has no layers to draw. draw_graph(E) draws any graph"
                )
            seen.add(term)
        once = list({id(source): source for source in found}.values())
        self.between = self.between or len(once) < len(found)
        return once

    def _input(self, x: Value, position: int) -> Unit:
        name = one_line(x.label) or f"i{position}"
        unit = self.read.get(x) or self.inputs.setdefault(name, Unit(name))
        if x not in unit.outs:
            unit.outs.append(x)
        self.read[x] = unit
        return unit

    def other_examples(self, unit: Unit) -> None:
        """Give the inputs of a neuron the Values that its weights multiply in the examples after the first."""
        fed = {w: source for w, source in unit.weights if not source.nets and len(source.outs) < len(unit.nets)}
        if fed:
            for net in unit.nets[1:]:
                for w, x in weighted_sum(net).pairs:
                    if w in fed and x not in self.nearest:
                        fed[w].outs.append(x)
