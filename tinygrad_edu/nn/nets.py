"""Networks of layers: one after another, the multi-layer perceptron, and dropout between layers.

Dropout: Srivastava, Hinton, Krizhevsky, Sutskever and Salakhutdinov 2014, in the "inverted" form that all now use.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import count
from random import Random
from typing import Any

from ..modes import modes
from .init import random_generator
from .labels import Labels
from .layers import Activation, Layer, check_activation, label_by_place, label_layers, name_of
from .module import Module

__all__ = ["MLP", "Dropout", "Sequential"]


class Sequential(Module):
    """Layers one after another: each takes what the one before it gives. Functions of a list may stand between them.

    The ``Layer``s in it are labelled as one net (``label_layers``).

    >>> net = Sequential(Layer(2, 3, "tanh", seed=0), Dropout(0.5, seed=0), Layer(3, 1, seed=0))
    >>> [out.label for out in net([1.0, 2.0])]
    ['out_o1']
    >>> net
    Sequential(
      (layers.0): Layer(2, 3, activation='tanh')
      (layers.1): Dropout(p=0.5)
      (layers.2): Layer(3, 1, activation='linear')
    )
    """

    layers: list[Any]

    def __init__(self, *layers: Callable[[Any], Any]) -> None:
        for position, layer in enumerate(layers):
            if not callable(layer):
                raise TypeError(
                    f"part {position} of Sequential is {layer!r:.60}, not a module or function"
                    + ": parts are given one by one, Sequential(*parts)" * isinstance(layer, (list, tuple))
                )
        vars(self)["layers"] = list(layers)  # which are named as a net, and not by where they are
        label_layers(*[module for module in self.modules() if isinstance(module, Layer)])

    def forward(self, xs: Any) -> Any:
        for layer in self.layers:
            xs = layer(xs)
        return xs

    def __len__(self) -> int:
        return len(self.layers)

    def __getitem__(self, position: int) -> Any:
        return self.layers[position]


class MLP(Sequential):
    """A multi-layer perceptron: fully connected layers, ``nin`` inputs, ``nouts[-1]`` outputs.

    nin                number of inputs
    nouts              the sizes of the layers, the output layer last
    activation         of the hidden layers: one for all, or a list with one for each; see ``Layer``
    output_activation  of the output layer
    bias               True: one for each neuron; "shared": one for each layer, as in the article; False: none
    init               how the weights start; see ``Layer``
    generator, seed    where random numbers come from: a ``random.Random``, or the seed for a new one

    It takes one example, a list of numbers or Values, and gives a list of Values, also if it is a list of one.
    Raises ValueError for another number of inputs.

    >>> net = MLP(2, [2, 2], activation="sigmoid", output_activation="sigmoid", bias="shared", seed=0)
    >>> [p.label for p in net.parameters()]
    ['w1', 'w2', 'b1', 'w3', 'w4', 'w5', 'w6', 'b2', 'w7', 'w8']
    >>> [out.label for out in net([0.05, 0.10])]
    ['out_o1', 'out_o2']
    """

    def __init__(
        self,
        nin: int,
        nouts: Sequence[int],
        activation: Activation | Sequence[Activation] = "relu",
        output_activation: Activation = "linear",
        bias: bool | str = True,
        *,
        init: Any = None,
        generator: Random | None = None,
        seed: int | None = None,
    ) -> None:
        if not isinstance(nouts, Sequence):
            raise TypeError(f"nouts is the list of the layers' sizes, as in MLP(2, [3, 1]), not {nouts!r}")
        if not nouts:
            raise ValueError("nouts is empty: a net has at least an output layer")
        hidden = len(nouts) - 1
        if not isinstance(activation, (list, tuple)):
            check_activation(activation)  # though there may be no hidden layer
            activation = [activation] * hidden  # type: ignore[list-item]
        if len(activation) != hidden:
            raise ValueError(
                f"activation has {len(activation)} entries for {hidden} hidden layers: give one for each hidden layer, "
                "and output_activation for the output layer"
            )
        generator = random_generator(generator, seed)
        sizes = [nin, *nouts]
        super().__init__(
            *(
                Layer(n, m, f, bias, init=init, generator=generator)
                for n, m, f in zip(sizes, nouts, [*activation, output_activation])  # noqa: B905 (the last is no nin)
            )
        )

    def extra_repr(self) -> str:
        first, last = self.layers[0], self.layers[-1]
        names = [name_of(layer.activation) for layer in self.layers[:-1]]
        hidden = names[0] if len(set(names)) == 1 else f"[{', '.join(names)}]"
        settings = [f"{first.nin}, {[layer.nout for layer in self.layers]}"]
        settings += [f"activation={hidden}"] * bool(names)
        settings += [f"output_activation={name_of(last.activation)}"]
        settings += [f"bias={first.bias!r}"] * (first.bias is not True)
        return ", ".join(settings)

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.extra_repr()})"


class Dropout(Module):
    """While training, multiplies each input by 0 with probability ``p`` and by 1/(1 − p) otherwise; nothing in eval().

    So the expected value stays the same, and nothing has to be rescaled when the net is used.
    Raises ValueError if ``p`` is not between 0 and 1, TypeError if it is no number.

    >>> dropout = Dropout(p=0.5, seed=0)
    >>> dropout([1.0, 1.0, 1.0, 1.0])
    [2.0, 2.0, 0.0, 0.0]
    >>> dropout.eval()([1.0, 1.0, 1.0, 1.0])
    [1.0, 1.0, 1.0, 1.0]
    """

    def __init__(self, p: float = 0.5, *, generator: Random | None = None, seed: int | None = None) -> None:
        from ..optim.settings import real

        self.p = real("p", p)
        if not 0.0 <= self.p <= 1.0:
            raise ValueError(f"dropout probability has to be between 0 and 1, but got {p}")
        self.generator = random_generator(generator, seed)

    def forward(self, xs: Any) -> list[Any]:
        if not self.training:
            return list(xs)
        if modes.tracing and 0.0 < self.p < 1.0:
            from ..jit.trace import refuse_chance

            refuse_chance(repr(self))
        return [x * (1.0 / (1.0 - self.p) if self.generator.random() >= self.p else 0.0) for x in xs]

    def extra_repr(self) -> str:
        return f"p={self.p}"


def label_parts(module: Module) -> None:
    """Name the layers and nets that a module of one's own holds by where they are in it; ``Module`` does so by itself.

    One layer alone stays an output layer, and the only net keeps its names.

    >>> class Net(Module):
    ...     def __init__(self):
    ...         self.fc1, self.fc2 = Layer(1, 2, seed=0), Layer(2, 1, seed=0)
    >>> [p.label for p in Net().parameters()]
    ['w_fc1_1_1', 'b_fc1_1', 'w_fc1_2_1', 'b_fc1_2', 'w_fc2_1_1', 'w_fc2_1_2', 'b_fc2_1']
    """
    parts, nets = list[tuple[str, Layer]](), list[tuple[str, Sequential]]()
    for name, part in module.named_modules():
        if isinstance(part, Layer) and part.alone:
            parts.append((name, part))
        elif isinstance(part, Sequential) and not any(name.startswith(f"{net}.") for net, _ in nets):
            nets.append((name, part))
    if len(parts) + len(nets) > 1:
        for name, layer in parts:
            label_by_place(name, layer, count(1))
    if len(nets) > 1:
        for name, net in nets:
            layers = [part for part in net.modules() if isinstance(part, Layer)]
            labels = Labels(len(layers))
            for k, layer in enumerate(layers, 1):
                label_by_place(name, layer, (labels.neuron(k, j) for j in count(1)), f"_{k}")
