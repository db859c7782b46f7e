"""A module as a function of its parameters."""

from typing import NamedTuple

import pytest

import tinygrad_edu as te
from tinygrad_edu import Value, nn

X = [0.5, -1.0]


def net():
    return nn.MLP(2, [3, 1], activation="tanh", seed=0)


def numbers(module):
    return {name: p.data for name, p in module.named_parameters()}


def test_gradients_are_those_of_the_module():
    model = net()
    found = te.grad(lambda ws: nn.mse_loss(nn.functional_call(model, ws, X), [1.0]))(numbers(model))
    nn.mse_loss(model(X), [1.0]).backward()
    assert found == {name: p.grad for name, p in model.named_parameters()}


@pytest.mark.parametrize("given", [dict, lambda named: list(named.values())], ids=["by name", "in order"])
def test_what_wants_functions_takes_it(given):
    model = net()
    inputs = given(numbers(model))

    def loss(ws):
        return nn.mse_loss(nn.functional_call(model, ws, X), [1.0])

    assert te.gradcheck(loss, [inputs])
    compiled = te.jit(loss)
    assert compiled(inputs) == pytest.approx(loss(inputs).data)
    assert compiled.grad(inputs) == pytest.approx(te.grad(loss)(inputs))


class Pair(NamedTuple):
    first: Value
    second: object


class Everywhere(nn.Module):
    """One Value in all kinds of places, and one alone."""

    def __init__(self):
        self.b, self.inner = Value(0.25), nn.Layer(1, 1, seed=0)
        self.kept = ({"b": [self.b]}, Pair(self.b, (self.b, 3.0)))

    def forward(self, x, scale=1.0):
        (named, pair) = self.kept
        return scale * (self.b + named["b"][0] + pair.first + pair.second[0]) + self.inner([x])[0] * pair.second[1]


def test_a_value_is_exchanged_wherever_it_stands_and_comes_back():
    module = Everywhere()
    kept, (w, bias) = module.kept, module.inner.parameters()
    w.data, bias.data = 0.5, 0.0
    assert nn.functional_call(module, {"b": 1.0}, 2.0).data == 4.0 + 3.0
    assert nn.functional_call(module, {"b": 1.0}, (2.0,), {"scale": 2.0}).data == 8.0 + 3.0
    assert nn.functional_call(module, [1.0, 0.25, 0.5], 2.0).data == 4.0 + 3.0
    with pytest.raises(TypeError, match="is called with"):
        nn.functional_call(module, {"b": 1.0}, (1.0, 2.0, 3.0))
    assert module.kept is kept and module.b.data == 0.25 and module.inner.neurons[0].w == [w]
    assert module(2.0).data == 1.0 + 3.0


def test_frozen_parameters_stay_frozen():
    module = net().requires_grad_(False)
    nn.functional_call(module, {"layers.0.neurons.0.w.0": 1.0}, X)
    assert not any(p.requires_grad for p in module.parameters())
    module.requires_grad_(True)
    assert all(p.requires_grad for p in module.parameters())


@pytest.mark.parametrize(
    "module, parameters, error, words",
    [
        (net(), {"w": 1.0}, KeyError, "'w' is no parameter of MLP; the first is 'layers.0.neurons.0.w.0'"),
        (net(), [1.0], ValueError, "MLP has 13 parameters, got 1"),
        (lambda x: x, [], TypeError, "functional_call runs a module of nn, not function"),
    ],
)
def test_misused(module, parameters, error, words):
    with pytest.raises(error, match=words):
        nn.functional_call(module, parameters, X)


def test_gradcheck_says_how_parameters_are_checked():
    model = net()
    with pytest.raises(TypeError, match=r"lambda ws: nn.functional_call\(net, ws, x\)"):
        te.gradcheck(lambda: model(X)[0], model.parameters())
