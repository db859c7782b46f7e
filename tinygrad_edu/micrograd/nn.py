"""micrograd's neural network modules: its names, defaults, draws from ``random`` and printed forms.

A neuron is recorded as one dot node instead of a node for each product and sum, which is most of why it is faster. The
order of additions is micrograd's, bias first, so the numbers are the same to the last bit.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import Any

from .. import value as engine
from ..functions import dot
from .engine import Value

__all__ = ["MLP", "Layer", "Module", "Neuron"]


class Module:
    def zero_grad(self) -> None:
        for p in self.parameters():
            p.grad = 0.0

    def parameters(self) -> list[Value]:
        return []


def _inputs(x: Any, *more: Any) -> list[Any]:
    """The inputs as a list; a single number, as a layer of one neuron hands on, is a list of one."""
    if more:
        raise TypeError(f"the inputs are one list, as in n([x1, x2]), and these are {1 + len(more)} arguments")
    try:
        return list(x)
    except TypeError:
        return [x]


class Neuron(Module):
    """relu(b + w1·x1 + w2·x2 + ...), or without the relu; weights from ``random.uniform(-1, 1)``, bias 0."""

    def __init__(self, nin: int, nonlin: bool = True) -> None:
        self.w = [Value(random.uniform(-1, 1)) for _ in range(nin)]
        self.b = Value(0)
        self.nonlin = nonlin

    def __call__(self, x: Any, *more: Any) -> Any:
        xs = _inputs(x, *more)
        if len(xs) != len(self.w):
            raise ValueError(f"this neuron takes {len(self.w)} inputs, got {len(xs)}")
        act = dot([self.b, *self.w], [1.0, *xs])
        return act.relu() if self.nonlin else act

    def parameters(self) -> list[Value]:
        return [*self.w, self.b]

    def __repr__(self) -> str:
        return f"{'ReLU' if self.nonlin else 'Linear'}Neuron({len(self.w)})"


class Layer(Module):
    def __init__(self, nin: int, nout: int, **kwargs: Any) -> None:
        self.neurons = [Neuron(nin, **kwargs) for _ in range(nout)]

    def __call__(self, x: Any, *more: Any) -> Any:
        xs = [xi if isinstance(xi, engine.Value) else Value(xi) for xi in _inputs(x, *more)]  # once, not once a neuron
        out = [n(xs) for n in self.neurons]
        return out[0] if len(out) == 1 else out

    def parameters(self) -> list[Value]:
        return [p for n in self.neurons for p in n.parameters()]

    def __repr__(self) -> str:
        return f"Layer of [{', '.join(str(n) for n in self.neurons)}]"


class MLP(Module):
    """Layers of ReLU neurons, the last one linear; a single output comes as a Value, not as a list.

    >>> model = MLP(2, [3, 1])
    >>> len(model.parameters()), type(model([1.0, -2.0])).__name__
    (13, 'Value')
    """

    def __init__(self, nin: int, nouts: Sequence[int]) -> None:
        sizes = [nin, *nouts]
        self.layers = [Layer(sizes[i], sizes[i + 1], nonlin=i != len(nouts) - 1) for i in range(len(nouts))]

    def __call__(self, x: Any, *more: Any) -> Any:
        x = _inputs(x, *more)
        for layer in self.layers:
            x = layer(x)
        return x

    def parameters(self) -> list[Value]:
        return [p for layer in self.layers for p in layer.parameters()]

    def __repr__(self) -> str:
        return f"MLP of [{', '.join(str(layer) for layer in self.layers)}]"
