"""Neurons and layers of neurons, and what they are called. Numbers and Values in, Values out.

A neuron is two nodes of the graph: its net input, w1·x1 + w2·x2 + ... + b, which is one ``dot``, and the activation of
it. The nodes and the parameters get the names of the textbook (``labels.py``). Formulae: the article (M. Mazur, A Step
by Step Backpropagation Example, 2015).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable
from functools import partial
from operator import methodcaller
from random import Random
from typing import Any

from .. import functions
from ..functions import dot
from ..ops import OPS
from ..options import check_whole
from ..plural import plural
from ..real import a_thing
from ..value import Value, constant
from .init import initialiser, random_generator
from .labels import Labels
from .module import Module

__all__ = ["Layer", "Neuron", "label_layers"]

Activation = str | Callable[[Any], Any] | None
"""The name of an operation of one input ("tanh"), a function of a Value, or None for a linear neuron."""

USUAL = "the usual ones are 'tanh', 'sigmoid', 'relu', 'gelu', 'silu' and 'linear'"

OF_A_LAYER: dict[Any, Callable[[Any], list[Any]]] = {
    "softmax": functions.softmax,
    functions.softmax: functions.softmax,
    "log_softmax": functions.log_softmax,
    functions.log_softmax: functions.log_softmax,
}
"""Activations that need the net inputs of the whole layer at once."""


def _function_of(activation: Activation) -> Callable[[Value], Value] | None:
    """What to call for an activation; None where there is nothing to call."""
    if activation is None or activation == "linear" or activation == "identity":
        return None
    if not isinstance(activation, str):
        if not callable(activation):
            raise TypeError(f"an activation is a name, such as 'tanh', or a function of a Value, not {activation!r}")
        return activation
    op = OPS.get(activation)
    if op is None or op.arity != 1:
        known = [name for name, row in OPS.items() if row.arity == 1] + ["linear", "softmax", "log_softmax"]
        from difflib import get_close_matches  # slow to import

        wanted = activation.lower()
        near = ["silu"] if wanted == "swish" else [wanted] if wanted in known else get_close_matches(wanted, known)
        meant = (
            f"did you mean {' or '.join(map(repr, near))}?"
            if near
            else f"{USUAL}; any function of one Value will do, too"
        )
        raise ValueError(f"there is no activation {activation!r}: {meant}")
    return methodcaller(activation)


def check_activation(activation: Any) -> None:
    """TypeError or ValueError, with what was meant, for what is no activation of a layer."""
    if not _together(activation):
        _function_of(activation)


def _together(activation: Activation) -> Callable[[Any], list[Any]] | None:
    """What to call for an activation of a whole layer; None if it is one of single neurons."""
    return OF_A_LAYER.get(activation) if isinstance(activation, Hashable) else None


def name_of(activation: Any) -> str:
    """An activation as it is written in code."""
    if isinstance(activation, partial):
        settings = [name_of(activation.func), *(f"{key}={value!r}" for key, value in activation.keywords.items())]
        return f"partial({', '.join(settings)})"
    return repr(activation) if isinstance(activation, str) else getattr(activation, "__name__", repr(activation))


def _values(module: Neuron | Layer, xs: Any) -> list[Value]:
    """The inputs of a neuron or layer as Values, as many as it takes."""
    if isinstance(xs, (dict, set, frozenset)):  # a list of it would be of its keys, or in any order
        raise TypeError(f"{module!r} takes a list of {plural(module.nin, 'input')}, in order, not {a_thing(xs)}")
    try:
        xs = list(xs)
    except TypeError:
        raise TypeError(f"{module!r} takes a list of {plural(module.nin, 'input')}, not the single {xs!r}") from None
    if len(xs) != module.nin and not any(map(_is_list, xs)):
        raise ValueError(f"{module!r} takes {plural(module.nin, 'input')}, got {len(xs)}")
    return [x if isinstance(x, Value) else _constant(module, x, i) for i, x in enumerate(xs, 1)]


def _constant(module: Neuron | Layer, x: Any, i: int) -> Value:
    if _is_list(x):
        raise TypeError(f"{module!r} takes one example, a list of numbers; for a batch write [net(x) for x in batch]")
    return constant(x, f"i{i}")


def _is_list(x: Any) -> bool:
    return isinstance(x, (list, tuple)) or bool(getattr(x, "ndim", False))


class Neuron(Module):
    """activation(w1·x1 + w2·x2 + ... + b), for a list of ``nin`` numbers or Values; the result is a Value.

    nin               number of inputs
    activation        see ``Layer``
    bias              True, False, or a Value that other neurons share
    init              see ``Layer``
    generator, seed   where random numbers come from: a ``random.Random``, or the seed for a new one

    ``name`` ("o1" unless it is part of a net) is what its nodes are called by: net_o1, out_o1.
    Raises ValueError for another number of inputs, with both numbers.

    >>> neuron = Neuron(2, activation="tanh", seed=0)
    >>> for w, number in zip(neuron.w, [1.0, -2.0]):
    ...     w.data = number
    >>> neuron([3.0, 1.0])
    Value(0.7615941559557649, grad=0.0, label='out_o1')
    """

    __setattr__ = object.__setattr__  # type: ignore[assignment]  # its parts have their names

    def __init__(
        self,
        nin: int,
        activation: Activation = "linear",
        bias: bool | Value = True,
        *,
        init: Any = None,
        generator: Random | None = None,
        seed: int | None = None,
    ) -> None:
        if _together(activation):
            raise ValueError(f"{name_of(activation)} needs a whole layer: give it to a Layer, not to a Neuron")
        _function_of(activation)
        self.nin = check_whole("nin", nin, 1)
        self.activation = activation
        self.name = "o1"
        self.w = [Value(0.0, f"w{i}") for i in range(1, nin + 1)]
        self.b = bias if isinstance(bias, Value) else Value(0.0, "b_o1") if bias else None
        initialiser(init, activation)([self.w], generator=random_generator(generator, seed))

    def forward(self, xs: Any) -> Value:
        return self._fire(_values(self, xs), _function_of(self.activation))

    def _fire(self, xs: list[Value], activation: Callable[[Value], Value] | None) -> Value:
        net = dot(self.w, xs, self.b)
        if activation is None:
            net.label = f"out_{self.name}"
            return net
        net.label = f"net_{self.name}"
        out = activation(net)
        try:
            out.label = f"out_{self.name}"
        except AttributeError:
            raise TypeError(
                f"the activation {name_of(self.activation)} gave {out!r}, which is no Value and has forgotten how it "
                "was computed: use the functions of tinygrad_edu, not those of math or numpy"
            ) from None
        return out

    def extra_repr(self) -> str:
        return f"{self.nin}, activation={name_of(self.activation)}" + (", bias=False" if self.b is None else "")


class Layer(Module):
    """``nout`` neurons side by side, each connected to all ``nin`` inputs: a list in, a list of ``nout`` Values out.

    activation        the name of any operation of one input ("tanh", "relu", "sigmoid", "gelu", ...), "softmax" or
                      "log_softmax", a function of a Value such as ``partial(leaky_relu, negative_slope=0.2)``, or
                      "linear"
    bias              True: one for each neuron; "shared": one for the layer, as in the article; False: none
    init              how the weights start: a name or function of ``nn.init``, or any function that is called with
                      the rows of weights and ``generator=``. By default Xavier's for saturating activations, He's for
                      relu and its relatives, LeCun's for selu. Biases start at 0
    generator, seed   where random numbers come from: a ``random.Random``, or the seed for a new one. With neither,
                      ``random.seed`` decides

    A layer of one neuron gives a list of one. A layer by itself is called an output layer. Several in a module of
    your own are called by their attributes, net_hidden_1 and out_hidden_1 that of ``self.hidden``; as one net, h1 and
    o1, by ``label_layers(self.hidden, self.output)``.
    Raises ValueError for another number of inputs, with both numbers.

    >>> layer = Layer(2, 3, activation="relu", seed=1)
    >>> [out.label for out in layer([0.5, -1.0])]
    ['out_o1', 'out_o2', 'out_o3']
    >>> layer([0.5])
    Traceback (most recent call last):
    ValueError: Layer(2, 3, activation='relu') takes 2 inputs, got 1
    """

    __setattr__ = object.__setattr__  # type: ignore[assignment]  # its parts have their names

    def __init__(
        self,
        nin: int,
        nout: int,
        activation: Activation = "linear",
        bias: bool | str = True,
        *,
        init: Any = None,
        generator: Random | None = None,
        seed: int | None = None,
    ) -> None:
        if bias not in (True, False, "shared"):
            raise ValueError(f"bias is True, False or 'shared', not {bias!r}")
        self.nin, self.nout = check_whole("nin", nin, 1), check_whole("nout", nout, 1)
        self.activation, self.bias = activation, bias
        generator = random_generator(generator, seed)
        single = None if _together(activation) else activation
        b = Value(0.0) if bias == "shared" else bool(bias)
        self.neurons = [Neuron(nin, single, b, init="zeros", generator=generator) for _ in range(self.nout)]
        initialiser(init, activation)(self.weights, generator=generator)
        label_layers(self)
        self.alone = True

    @property
    def weights(self) -> list[list[Value]]:
        """The weights, a row for each neuron: what the functions of ``nn.init`` take."""
        return [neuron.w for neuron in self.neurons]

    @property
    def biases(self) -> list[Value]:
        """The biases, a shared one once; empty if there are none."""
        return list(dict.fromkeys(neuron.b for neuron in self.neurons if neuron.b is not None))

    def forward(self, xs: Any) -> list[Value]:
        xs = _values(self, xs)
        together = _together(self.activation)
        if together is None:
            activation = _function_of(self.activation)
            return [neuron._fire(xs, activation) for neuron in self.neurons]
        nets = [dot(neuron.w, xs, neuron.b).named(f"net_{neuron.name}") for neuron in self.neurons]
        return [out.named(f"out_{neuron.name}") for neuron, out in zip(self.neurons, together(nets), strict=True)]

    def extra_repr(self) -> str:
        bias = "" if self.bias is True else f", bias={self.bias!r}"
        return f"{self.nin}, {self.nout}, activation={name_of(self.activation)}{bias}"

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.extra_repr()})"


def label_layers(*layers: Layer) -> None:
    """Name the neurons and parameters of layers that make up one net, in order; the last one is the output layer.

    ``Sequential`` and ``MLP`` do it by themselves. For the scheme see ``labels.py``.

    >>> hidden, output = Layer(2, 2, seed=0), Layer(2, 1, bias=False, seed=0)
    >>> label_layers(hidden, output)
    >>> [p.label for p in hidden.parameters() + output.parameters()]
    ['w1', 'w2', 'b_h1', 'w3', 'w4', 'b_h2', 'w5', 'w6']
    """
    for layer in layers:
        if not isinstance(layer, Layer):
            raise TypeError(f"label_layers takes the layers of a net one by one, and {layer!r:.60} is none")
    labels = Labels(len(layers))
    for k, layer in enumerate(layers, 1):
        layer.alone = False
        for j, neuron in enumerate(layer.neurons, 1):
            neuron.name = labels.neuron(k, j)
            for i, w in enumerate(neuron.w, 1):
                w.label = labels.weight(k, j, i)
            if neuron.b is not None:
                neuron.b.label = labels.bias(k) if layer.bias == "shared" else labels.bias(k, j)


def label_by_place(place: str, layer: Layer, names: Iterable[object], nth: str = "") -> None:
    """Name the neurons and parameters of a layer by where it is, and by what its neurons are called there.

    nth  what tells its shared bias from those of other layers there
    """
    place = re.sub(r"\W+", "_", place)
    for neuron, name in zip(layer.neurons, names, strict=False):
        neuron.name = f"{place}_{name}"
        for i, w in enumerate(neuron.w, 1):
            w.label = f"w_{neuron.name}_{i}"
        if neuron.b is not None:
            neuron.b.label = f"b_{place}{nth}" if layer.bias == "shared" else f"b_{neuron.name}"
