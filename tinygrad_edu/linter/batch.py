"""What the checks look at: one batch as it was recorded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sized
from dataclasses import dataclass
from typing import NamedTuple

from ..escape import one_line, short
from ..value import Value
from .neurons import Neuron
from .report import Finding

__all__ = ["NAMELESS", "Batch", "Numbers", "Use"]

Numbers = dict[str, float]

NAMELESS = "parameter "
"""What a parameter is called before its number in a list that has no names."""


@dataclass(frozen=True)
class Batch:
    """What the checks look at: a loss, the parameters with their names, the neurons, and the gradient of every node."""

    loss: Value
    names: dict[Value, str]
    neurons: list[Neuron]
    adjoint: dict[Value, float]
    lang: str = "en"

    def gradient(self, parameter: Value) -> float:
        """∂loss/∂parameter: what ``backward()`` adds to its ``.grad``."""
        return self.adjoint.get(parameter, 0.0)

    def called(self, neuron: Neuron) -> str:
        """A neuron's name: its own, or made of its parameters."""
        label = next((v.label for v in (neuron.out, neuron.net) if v is not None and one_line(v.label)), "")
        if label:
            return short(label)
        parts = [self.names[p] for p in neuron.parameters]
        inside = ", ".join(parts if len(parts) <= 4 else [*parts[:2], "…", parts[-1]])
        return f"{neuron.function or 'neuron'}({inside})"

    def counted(self, some: Sized) -> Numbers:
        """How many parameters these are, and of how many."""
        return {"count": float(len(some)), "of": float(len(self.names))}

    def finding(self, kind: str, severity: str, where: Iterable[str], what: str, numbers: Numbers) -> Finding:
        return Finding(kind, severity, tuple(where), numbers, what, self.lang)

    def by_layer(self, activations: tuple[str, ...]) -> Iterator[tuple[str, list[list[Use]]]]:
        """The neurons with these activations, layer by layer: each neuron with all its uses."""
        found: dict[tuple[str, int], dict[tuple[Value, ...], list[Use]]] = {}
        for neuron in self.neurons:
            if neuron.out is not None and neuron.function in activations:
                slope = neuron.out.partials[0]
                if slope is not None:
                    layer = found.setdefault((neuron.function, neuron.depth), {})
                    layer.setdefault(neuron.parameters, []).append(Use(neuron, neuron.out, slope))
        for (kind, _), layer in found.items():
            yield kind, list(layer.values())


class Use(NamedTuple):
    """A neuron for one input: the result of its activation, and the activation's slope there."""

    neuron: Neuron
    out: Value
    slope: float
