"""Neurons, layers and nets: what they compute, what they are called, and the article's network made of them."""

import array
import functools
import json
import math
import operator
from functools import partial
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tinygrad_edu import Value, constant, functions, jit, nn, no_grad
from tinygrad_edu.graph import ancestors, count
from tinygrad_edu.ops import OPS

numbers = st.floats(-3.0, 3.0)
ACTIVATIONS = [name for name, op in OPS.items() if op.arity == 1]


def labels(values):
    return [value.label for value in values]


def named(root):
    """The labelled nodes below a result, by label."""
    return {node.label: node for node in ancestors(root) if node.label}


# -- what they compute ------------------------------------------------------------------------------------------------


@given(st.lists(st.tuples(numbers, numbers), min_size=1, max_size=5), numbers)
def test_a_neuron_is_two_nodes(pairs, bias):
    neuron = nn.Neuron(len(pairs), activation="tanh")
    for w, (number, _) in zip(neuron.w, pairs, strict=True):
        w.data = number
    neuron.b.data = bias
    out = neuron([x for _, x in pairs])
    net = out.inputs[0]
    assert (out.op.name, net.op.name) == ("tanh", "dot")
    assert net.inputs[: len(pairs)] == tuple(neuron.w) and net.inputs[-1] is neuron.b
    assert out.data == math.tanh(functools.reduce(operator.add, (w * x for w, x in pairs), 0.0) + bias)


@pytest.mark.parametrize("name", ACTIVATIONS)
def test_any_operation_of_one_input_is_an_activation(name):
    layer = nn.Layer(2, 2, activation=name, seed=0)
    nets = nn.Layer(2, 2, seed=0)
    for a, b in zip(layer.parameters(), nets.parameters(), strict=True):
        b.data = a.data
    expected = [getattr(functions, name)(net).data for net in nets([0.5, 0.25])]
    assert [out.data for out in layer([0.5, 0.25])] == pytest.approx(expected, nan_ok=True)


def test_other_activations():
    steep = partial(functions.leaky_relu, negative_slope=0.5)
    for activation in (steep, lambda x: functions.where(x < 0.0, 0.5 * x, x)):
        neuron = nn.Neuron(1, activation, init="ones")
        assert neuron([-4.0]).data == -2.0
        assert labels([neuron([-4.0]), neuron([-4.0]).inputs[0]])[0] == "out_o1"
    for linear in ("linear", "identity", None):
        neuron = nn.Neuron(1, linear, init="ones")
        assert neuron([-4.0]).op.name == "dot"
    neuron.activation = "square"  # may be changed later
    assert neuron([-4.0]).data == 16.0


@pytest.mark.parametrize("activation", ["softmax", functions.softmax, "log_softmax", functions.log_softmax])
def test_activations_of_a_whole_layer(activation):
    layer = nn.Layer(2, 3, activation, seed=0)
    outs = layer([0.5, -1.0])
    nets = [named(out)[f"net_o{i}"] for i, out in enumerate(outs, 1)]
    assert [net.inputs[:2] for net in nets] == [tuple(row) for row in layer.weights]  # weights first, as in a neuron
    expected = (functions.log_softmax if "log" in str(activation) else functions.softmax)([net.data for net in nets])
    assert [out.data for out in outs] == pytest.approx(expected)
    assert labels(outs) == ["out_o1", "out_o2", "out_o3"]
    with pytest.raises(ValueError, match=r"softmax'? needs a whole layer: give it to a Layer, not to a Neuron"):
        nn.Neuron(2, activation)


def test_biases():
    each, shared, none = (nn.Layer(2, 3, bias=bias, seed=0) for bias in (True, "shared", False))
    assert [len(layer.biases) for layer in (each, shared, none)] == [3, 1, 0]
    assert [len(layer.parameters()) for layer in (each, shared, none)] == [9, 7, 6]
    assert [out.data for layer in (each, shared, none) for out in layer([0.0, 0.0])] == [0.0] * 9
    shared.biases[0].data = 2.0
    assert [out.data for out in shared([0.0, 0.0])] == [2.0, 2.0, 2.0]
    shared([0.0, 0.0])[0].backward()
    assert shared.biases[0].grad == 1.0
    own = Value(1.0, "mine")
    assert nn.Neuron(1, bias=own).b is own


def test_a_batch_is_a_list_comprehension():
    net = nn.MLP(2, [3, 1], activation="tanh", seed=0)
    batch = [[0.0, 1.0], [1.0, 0.0]]
    loss = nn.mse_loss([net(x)[0] for x in batch], [1.0, 0.0])
    loss.backward()
    assert all(math.isfinite(p.grad) for p in net.parameters())
    with pytest.raises(TypeError, match=r"takes one example, a list of numbers; for a batch write \[net\(x\) for x in"):
        net(batch)


def test_without_gradients():
    net = nn.MLP(2, [3, 1], activation="tanh", seed=0)
    with no_grad():
        out = net([0.5, -1.0])[0]
    assert (out.inputs, out.requires_grad, out.label) == ((), False, "out_o1")
    assert out.data == net([0.5, -1.0])[0].data


# -- inputs -----------------------------------------------------------------------------------------------------------


def test_numbers_become_constants_once_for_the_whole_layer():
    layer = nn.Layer(2, 3, seed=0)
    first, second, third = layer([0.5, 2])
    xs = first.inputs[2:4]
    assert labels(xs) == ["i1", "i2"]
    assert [(x.data, x.requires_grad) for x in xs] == [(0.5, False), (2.0, False)]
    assert second.inputs[2:4] == xs == third.inputs[2:4]
    assert layer([0.5, 2])[0].inputs[2] is not xs[0]


def test_values_keep_their_label_and_get_a_gradient():
    x = Value(0.5, "height")
    out = nn.Neuron(2, seed=0)([x, constant(1.0)])
    out.backward()
    assert (x.label, out.inputs[3].label) == ("height", "")
    assert x.grad == out.inputs[0].data


def test_inputs_may_come_in_anything_that_can_be_listed():
    net = nn.MLP(2, [1], seed=0)
    expected = net([0.5, 1.0])[0].data
    for xs in ((0.5, 1.0), array.array("d", [0.5, 1.0]), iter([0.5, 1.0])):
        assert net(xs)[0].data == expected


@pytest.mark.parametrize(
    ("call", "error", "message"),
    [
        (lambda: nn.Neuron(3)([1.0]), ValueError, r"Neuron\(3, activation='linear'\) takes 3 inputs, got 1"),
        (lambda: nn.Layer(1, 2)([1.0, 2.0]), ValueError, r"Layer\(1, 2, activation='linear'\) takes 1 input, got 2"),
        (lambda: nn.MLP(2, [3, 1])([1.0] * 3), ValueError, r"Layer\(2, 3, activation='relu'\) takes 2 inputs, got 3"),
        (lambda: nn.Layer(2, 1)([]), ValueError, "takes 2 inputs, got 0"),
        (lambda: nn.Sequential(nn.Layer(2, 3), nn.Layer(2, 1))([1.0, 2.0]), ValueError, "takes 2 inputs, got 3"),
        (lambda: nn.Layer(1, 1)(5.0), TypeError, "takes a list of 1 input, not the single 5.0"),
        (lambda: nn.Layer(1, 1)(Value(5.0, "x")), TypeError, "takes a list of 1 input, not the single Value"),
        (
            lambda: nn.MLP(2, [1])(0.5, Value(1.0)),
            TypeError,
            r"^MLP is called with \(xs\): too many .*: net\(\[x1, x2\]\)$",
        ),
        (lambda: nn.Neuron(2)([0.5, 1.0], [1.0, 2.0]), TypeError, r"^Neuron is called with \(xs\): too many [\w ]*$"),
        (lambda: nn.Dropout()(), TypeError, r"^Dropout is called with \(xs\): missing a required argument: 'xs'$"),
        (lambda: nn.Layer(1, 1)(["5"]), TypeError, "a Value holds a real number"),
        (lambda: nn.Neuron(0), ValueError, "nin is 1 or more, not 0"),
        (lambda: nn.Neuron(2.0), TypeError, "nin is a whole number, not 2.0"),
        (lambda: nn.Layer(2, 0), ValueError, "nout is 1 or more, not 0"),
        (lambda: nn.Layer(2, "3"), TypeError, "nout is a whole number, not '3'"),
        (lambda: nn.Layer(2, 1, bias="none"), ValueError, "bias is True, False or 'shared', not 'none'"),
        (lambda: nn.MLP(2, 3), TypeError, r"nouts is the list of the layers' sizes, as in MLP\(2, \[3, 1\]\), not 3"),
        (lambda: nn.MLP(2, []), ValueError, "nouts is empty"),
        (lambda: nn.MLP(2, [3, 3, 1], ["relu"]), ValueError, "activation has 1 entries for 2 hidden layers"),
        (lambda: nn.Layer(2, 1, "tahn"), ValueError, "there is no activation 'tahn': did you mean 'tan' or 'tanh'"),
        (lambda: nn.MLP(2, [1], "tahn"), ValueError, "there is no activation 'tahn': did you mean 'tan' or 'tanh'"),
        (lambda: nn.Layer(2, 1, "add"), ValueError, "there is no activation 'add'"),
        (lambda: nn.Layer(2, 1, "swish"), ValueError, "no activation 'swish'"),
        (lambda: nn.Layer(2, 1, ["tanh"]), TypeError, r"or a function of a Value, not \['tanh'\]"),
        (lambda: nn.Layer(2, 1, math.tanh)([1.0, 2.0]), TypeError, "the activation tanh gave .*, which is no Value"),
        (lambda: nn.MLP(2, [1])([[1.0, 2.0]]), TypeError, "takes one example, .* for a batch write"),
        (lambda: nn.Sequential([nn.Layer(2, 1)]), TypeError, r"not a module or function: .*, Sequential\(\*parts\)$"),
        (lambda: nn.Sequential(nn.Layer(2, 1), "tanh"), TypeError, "part 1 of Sequential is 'tanh', not a module"),
        (lambda: nn.Dropout(1.5), ValueError, "dropout probability has to be between 0 and 1, but got 1.5"),
        (lambda: nn.Dropout("a"), TypeError, "Invalid p value: 'a' is of type str, not a number"),
    ],
)
def test_errors_say_what_happened(call, error, message):
    with pytest.raises(error, match=message):
        call()


# -- names ------------------------------------------------------------------------------------------------------------


def test_names_of_a_shallow_net():
    net = nn.MLP(2, [2, 2], activation="sigmoid", seed=0)
    assert labels(net.parameters()) == "w1 w2 b_h1 w3 w4 b_h2 w5 w6 b_o1 w7 w8 b_o2".split()
    nodes = named(functions.sum(net([0.1, 0.2])))
    assert {"i1", "i2", "net_h1", "out_h1", "net_h2", "out_h2"} < set(nodes)
    assert {"out_o1", "out_o2"} < set(nodes) and "net_o1" not in nodes  # linear: one node, one name
    assert labels(nn.MLP(2, [1]).parameters()) == ["w1", "w2", "b_o1"]


def test_names_of_a_deep_net():
    net = nn.MLP(2, [2, 3, 1], activation="tanh", output_activation="sigmoid", seed=0)
    assert labels(net.layers[1].neurons[2].parameters()) == ["w2_3_1", "w2_3_2", "b2_3"]
    assert labels(net.layers[2].parameters()) == ["w3_1_1", "w3_1_2", "w3_1_3", "b3_1"]
    nodes = named(net([0.1, 0.2])[0])
    assert {"net_h1_2", "out_h1_2", "net_h2_3", "out_h2_3", "net_o1", "out_o1"} < set(nodes)
    assert labels(nn.MLP(1, [1, 1, 1], bias="shared").parameters()) == ["w1_1_1", "b1", "w2_1_1", "b2", "w3_1_1", "b3"]


@given(st.integers(1, 4), st.lists(st.integers(1, 4), min_size=1, max_size=4), st.sampled_from([True, False, "shared"]))
def test_no_two_nodes_of_a_net_have_one_name(nin, nouts, bias):
    net = nn.MLP(nin, nouts, activation="tanh", output_activation="sigmoid", bias=bias)
    root = functions.sum(net([1.0] * nin))
    nodes = [node for node in ancestors(root) if node is not root]
    assert len(set(labels(nodes))) == len(nodes)
    assert all(node.label for node in nodes)
    per_neuron = 2 * sum(nouts)
    assert count(root) == 1 + nin + len(net.parameters()) + per_neuron


def test_sequential_is_labelled_as_one_net():
    net = nn.Sequential(nn.Dropout(0.0), nn.Layer(2, 2, "tanh"), nn.MLP(2, [1]), functions.softmax)
    assert labels(net.parameters())[:3] == ["w1", "w2", "b_h1"]
    assert labels(net.layers[2].parameters()) == ["w5", "w6", "b_o1"]
    tied = nn.Layer(2, 2)
    assert labels(nn.Sequential(tied, tied).parameters()) == labels(nn.Layer(2, 2).parameters())


def test_repr():
    assert repr(nn.Neuron(2, "tanh", bias=False)) == "Neuron(2, activation='tanh', bias=False)"
    assert repr(nn.Layer(2, 3, functions.tanh)) == "Layer(2, 3, activation=tanh)"
    assert repr(nn.Layer(2, 1, bias="shared")) == "Layer(2, 1, activation='linear', bias='shared')"
    steep = partial(functions.leaky_relu, negative_slope=0.5)
    assert repr(nn.Layer(2, 1, steep)) == "Layer(2, 1, activation=partial(leaky_relu, negative_slope=0.5))"
    assert repr(nn.MLP(2, [3, 1], bias=False)) == (
        "MLP(2, [3, 1], activation='relu', output_activation='linear', bias=False)"
    )
    mixed = nn.MLP(2, [3, 3, 1], ["relu", "tanh"], "sigmoid")
    assert repr(mixed) == "MLP(2, [3, 3, 1], activation=['relu', 'tanh'], output_activation='sigmoid')"
    again = eval(repr(mixed), vars(nn))
    assert repr(again) == repr(mixed)


# -- nets -------------------------------------------------------------------------------------------------------------


def test_a_single_output_is_a_list_of_one():
    assert len(nn.MLP(2, [1])([1.0, 2.0])) == 1
    assert len(nn.Layer(2, 1)([1.0, 2.0])) == 1


def test_an_mlp_is_a_sequential_of_layers():
    net = nn.MLP(2, [3, 1], activation="tanh", seed=3)
    same = nn.Sequential(nn.Layer(2, 3, "tanh"), nn.Layer(3, 1))
    same.load_state_dict(net.state_dict())
    assert same([1.0, 2.0])[0].data == net([1.0, 2.0])[0].data
    assert (len(same), same[1]) == (2, same.layers[1])
    assert [layer.nout for layer in net] == [3, 1]


def test_dropout():
    dropout = nn.Dropout(0.25, seed=1)
    xs = [Value(1.0) for _ in range(4000)]
    outs = dropout(xs)
    assert {out.data for out in outs} == {0.0, 1.0 / 0.75}
    assert sum(out.data == 0.0 for out in outs) / len(xs) == pytest.approx(0.25, abs=0.03)
    functions.sum(outs).backward()
    assert [x.grad for x in xs] == [out.data for out in outs]
    assert dropout.eval()(xs) == xs
    assert nn.Dropout(1.0)([Value(3.0)])[0].data == 0.0
    assert nn.Dropout(0.0)([2.0]) == [2.0]
    assert nn.Dropout(0.5, generator=Random(3))([1.0] * 9) == nn.Dropout(0.5, seed=3)([1.0] * 9)
    assert repr(nn.Dropout(0.25)) == "Dropout(p=0.25)"


@pytest.mark.parametrize(("p", "drawn", "kept"), [(0.25, 0.25, True), (0.25, 0.2499, False), (0.0, 0.0, True)])
def test_dropped_is_what_draws_less_than_p(p, drawn, kept):
    """So that nothing is dropped for p = 0, and everything for p = 1: what is drawn is less than 1."""

    class Always:
        def random(self):
            return drawn

    assert nn.Dropout(p, generator=Always())([3.0]) == [3.0 / (1.0 - p) if kept else 0.0]


@pytest.mark.parametrize("p", [0.0, 1.0])
def test_dropout_that_leaves_nothing_to_chance_compiles(p):
    function = jit(lambda x: nn.Dropout(p)([x])[0] + 1.0)
    assert [function(x) for x in (2.0, 3.0)] == ([3.0, 4.0] if p == 0.0 else [1.0, 1.0])


def test_dropout_follows_the_net():
    net = nn.Sequential(nn.Layer(1, 50, init="ones"), nn.Dropout(0.5, seed=0)).eval()
    assert {out.data for out in net([1.0])} == {1.0}
    assert {out.data for out in net.train()([1.0])} == {0.0, 2.0}


# -- the article ------------------------------------------------------------------------------------------------------

GIVEN = dict(zip("w1 w2 w3 w4 w5 w6 w7 w8 b1 b2".split(), [0.15, 0.2, 0.25, 0.3, 0.4, 0.45, 0.5, 0.55, 0.35, 0.6]))  # noqa: B905
VALUES = """
net_h1 0.377500000 out_h1 0.593269992 net_h2 0.392500000 out_h2 0.596884378
net_o1 1.105905967 out_o1 0.751365070 net_o2 1.224921404 out_o2 0.772928465
E_o1 0.274811083 E_o2 0.023560026 E_total 0.298371109
"""
GRADIENTS = """
w1 0.000438568 w2 0.000877135 w3 0.000497713 w4 0.000995425 w5 0.082167041 w6 0.082667628 w7 -0.022602540
w8 -0.022740242 b1 0.018725609 b2 0.100400325 i1 0.003804267 i2 0.004740547
net_h1 0.008771355 net_h2 0.009954255 net_o1 0.138498562 net_o2 -0.038098237 out_h1 0.036350306
"""


def table(text):
    words = text.split()
    return dict(zip(words[::2], words[1::2], strict=True))


def article_net():
    net = nn.MLP(2, [2, 2], activation="sigmoid", output_activation="sigmoid", bias="shared")
    for parameter in net.parameters():
        parameter.data = GIVEN[parameter.label]
    return net


def error(net, inputs=(0.05, 0.10)):
    return nn.half_squared_error(net(inputs), [0.01, 0.99])


def train(net, rounds):
    weights = [p for p in net.parameters() if p.label.startswith("w")]  # the article does not train the biases
    for _ in range(rounds):
        net.zero_grad()
        error(net).backward()
        for w in weights:
            w.data -= 0.5 * w.grad
    return error(net).data


def test_the_articles_numbers():
    net = article_net()
    total = error(net, [Value(0.05, "i1"), Value(0.10, "i2")])
    total.backward()
    nodes = named(total)
    assert {name: f"{nodes[name].data:.9f}" for name in table(VALUES)} == table(VALUES)
    assert {name: f"{nodes[name].grad:.9f}" for name in table(GRADIENTS)} == table(GRADIENTS)
    assert set(nodes) == set(table(VALUES)) | set(table(GRADIENTS)) | {"t1", "t2"}
    through = [nodes[f"net_{o}"].grad * nodes[w].data for o, w in (("o1", "w5"), ("o2", "w7"))]
    assert [f"{x:.9f}" for x in through] == ["0.055399425", "-0.019049118"]


def test_the_articles_training():
    net = article_net()
    assert train(net, 1) == pytest.approx(0.29102777369359933, rel=1e-14)
    weights = [f"{p.data:.9f}" for p in net.parameters() if p.label.startswith("w")]
    assert weights == (
        "0.149780716 0.199561432 0.249751144 0.299502287 0.358916480 0.408666186 0.511301270 0.561370121".split()
    )
    # The rest from a state that has gone through a file, as somebody would who trains in two sittings.
    again = article_net()
    again.load_state_dict(json.loads(json.dumps(net.state_dict())))
    assert train(again, 99) == train(article_net(), 100)


@pytest.mark.slow
def test_ten_thousand_rounds():
    net = article_net()
    assert train(net, 10_000) == pytest.approx(3.510187782978859e-05, rel=1e-12)
    assert [f"{out.data:.9f}" for out in net([0.05, 0.10])] == ["0.015913620", "0.984064274"]


def test_layers_of_a_module_are_called_by_their_attributes():
    """Also those in a list and in modules inside; a single one is an output layer, and a net keeps its names."""

    class Block(nn.Module):
        def __init__(self):
            self.first, self.second = nn.Layer(1, 1, "tanh", seed=0), nn.Layer(1, 2, bias="shared", seed=1)

        def forward(self, xs):
            return self.second(self.first(xs))

    block = Block()
    assert [p.label for p in block.parameters()] == [
        "w_first_1_1",
        "b_first_1",
        "w_second_1_1",
        "b_second",
        "w_second_2_1",
    ]
    assert [out.label for out in block([0.5])] == ["out_second_1", "out_second_2"]

    class Net(nn.Module):
        def __init__(self):
            self.blocks = {"a b": Block(), 2: Block()}
            self.mlp = nn.MLP(2, [1, 1], seed=0)
            self.head = nn.Layer(1, 1, seed=2)

    neurons = [module.name for module in Net().modules() if isinstance(module, nn.Neuron)]
    blocks = [f"blocks_{k}_{name}" for k in ("a_b", 2) for name in ("first_1", "second_1", "second_2")]
    assert neurons == [*blocks, "h1", "o1", "head_1"]

    class Named(Block):
        def __init__(self):
            super().__init__()
            nn.label_layers(self.first, self.second)

    assert [p.label for p in Named().parameters()] == ["w1", "b_h1", "w2", "b2", "w3"]

    class Single(nn.Module):
        def __init__(self):
            self.layer = nn.Layer(1, 1, seed=0)

    assert [p.label for p in Single().parameters()] == ["w1", "b_o1"]


def test_several_nets_of_a_module_are_called_by_their_attributes():
    """A net alone keeps its names, and a layer beside it, an output layer like the net's last, has one of its own."""

    class Two(nn.Module):
        def __init__(self):
            self.encoder = nn.MLP(1, [2, 1], seed=0)
            self.decoder = nn.Sequential(nn.Layer(1, 1, "tanh", bias="shared", seed=1), nn.Layer(1, 1, bias="shared"))

        def forward(self, xs):
            return self.decoder(self.encoder(xs))

    class Pair(nn.Module):
        def __init__(self):
            self.head = nn.Layer(1, 1, seed=0)
            self.parts = [Two(), Two()]

    net = Two()
    encoder = [f"{kind}_{n}" for n in ("h1", "h2", "o1") for kind in ("w", "b")]
    encoder = [label.replace("_", "_encoder_") + "_1" * (label[0] == "w") for label in encoder]
    encoder.insert(-1, "w_encoder_o1_2")
    decoder = ["w_decoder_h1_1", "b_decoder_1", "w_decoder_o1_1", "b_decoder_2"]
    assert [p.label for p in net.parameters()] == [*encoder, *decoder]
    assert [out.label for out in net([0.5])] == ["out_decoder_o1"]
    labels = [p.label for p in Pair().parameters()]
    assert labels[:3] == ["w_head_1_1", "b_head_1", "w_parts_0_encoder_h1_1"] and len({*labels}) == len(labels)

    class Beside(nn.Module):
        def __init__(self):
            self.mlp, self.head = nn.MLP(1, [1, 1], seed=0), nn.Layer(1, 1, seed=1)

    assert [p.label for p in Beside().parameters()] == ["w1", "b_h1", "w2", "b_o1", "w_head_1_1", "b_head_1"]


@pytest.mark.parametrize("given", [[nn.Layer(1, 1)], None, nn.MLP(1, [1])], ids=repr)
def test_what_are_no_layers_are_not_labelled(given):
    layer = nn.Layer(1, 1)
    layer.neurons[0].name = "mine"
    with pytest.raises(TypeError, match=r"label_layers takes the layers of a net one by one, and .* is none"):
        nn.label_layers(layer, given)
    assert layer.neurons[0].name == "mine"


@pytest.mark.parametrize("xs", [{"a": 1.0, "b": 2.0}, {0: 1.0, 1: 2.0}, {1.0, 2.0}, frozenset([1.0, 2.0])], ids=repr)
def test_inputs_have_an_order(xs):
    """Of a dict the keys would be computed with, of a set whatever comes first."""
    for module in (nn.Neuron(2), nn.Layer(2, 1), nn.MLP(2, [1])):
        with pytest.raises(TypeError, match=r"takes a list of 2 inputs, in order, not the (dict|set|frozenset) "):
            module(xs)
