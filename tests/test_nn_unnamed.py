"""Names for networks that were written without any: those that the layers of nn would have given."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

import tinygrad_edu as te
from tinygrad_edu import Value, constant, nn
from tinygrad_edu.draw.net import find_network
from tinygrad_edu.graph import ancestors
from tinygrad_edu.micrograd.nn import MLP as MicrogradMLP
from tinygrad_edu.report import article_page
from tinygrad_edu.weighted import weighted_sum


def labels(root):
    return [node.label for node in ancestors(root)]


ACTIVATIONS = [
    *"tanh relu sigmoid gelu softplus linear".split(),
    lambda net: net * te.sigmoid(net),
    lambda net: 0.5 * net * te.tanh(te.softplus(net) + net),
]


@given(
    sizes=st.lists(st.integers(2, 4), min_size=2, max_size=4),
    activation=st.sampled_from(ACTIVATIONS),
    last=st.sampled_from(["linear", "sigmoid", "softmax"]),
    bias=st.sampled_from([True, False, "shared"]),
    examples=st.integers(1, 3),
)
def test_what_a_network_of_layers_computes_gets_its_own_names_back(sizes, activation, last, bias, examples):
    net = nn.MLP(sizes[0], sizes[1:], activation, last, bias, seed=0)
    errors = []
    for k in range(examples):
        outs = net([0.25 * (k + i) for i in range(sizes[0])])
        errors.append(nn.half_squared_error(outs, [0.5] * len(outs)))
    root = sum(errors[1:], errors[0])
    computed = [node for node in ancestors(root) if node.label.startswith(("net_", "out_", "i"))]
    given_by_nn = [*net.parameters(), *computed]
    wanted = [node.label for node in given_by_nn]
    for node in ancestors(root):
        node.label = ""
    assert nn.name_network(root) is root
    assert [node.label for node in given_by_nn] == wanted


def test_plain_scalars_of_every_spelling():
    w1, w2, b, v, c = (Value(0.25 * k) for k in range(1, 6))
    h = te.tanh(b + 0.5 * w1 + w2 * 1.5 - 0.125)
    E = ((sum([v * h]) + c) - 1.0) ** 2.0
    nn.name_network(E)
    assert [x.label for x in (w1, w2, b, v, c, h)] == ["w1", "w2", "b_h1", "w3", "b_o1", "out_h1"]
    assert {"net_h1", "out_o1"} < set(labels(E))
    assert "i1" not in labels(E)  # a number is another node wherever it stands


WEIGHTED = {
    "sum": lambda w, x, b: sum((a * c for a, c in zip(w, x, strict=True)), b),
    "sum of products": lambda w, x, b: te.sum([a * c for a, c in zip(w, x, strict=True)]) + b,
    "dot": lambda w, x, b: te.dot(w, x, b),
    "dot and bias": lambda w, x, b: b + te.dot(w, x),
}
WRITTEN_OUT = {
    "1 / (1 + exp(−net))": lambda net: 1.0 / (1.0 + te.exp(-net)),
    "max(net, 0.1·net)": lambda net: te.maximum(net, 0.1 * net),
    "exp(−net²)": lambda net: te.exp(-(net * net)),
    "tanh": te.tanh,
    "linear": lambda net: net,
}
ERRORS = {
    "squared": lambda outs: sum((out - 0.25) ** 2.0 for out in outs) * 0.5,
    "absolute": lambda outs: sum(te.abs(out - 0.25) for out in outs),
    "log cosh": lambda outs: sum(te.log(te.cosh(0.25 - out)) for out in outs),
    "cross entropy": lambda outs: te.logsumexp(outs) - outs[-1],
    "with logits": lambda outs: sum(te.softplus(out) - 0.25 * out for out in outs),
}


@pytest.mark.parametrize("error", ERRORS)
@pytest.mark.parametrize("output", ["linear", "tanh", "1 / (1 + exp(−net))"])
@pytest.mark.parametrize("hidden", WRITTEN_OUT)
@pytest.mark.parametrize("weighted", WEIGHTED)
def test_networks_as_they_are_written(weighted, hidden, output, error):
    numbers = (Value(0.125 * ((5 * k) % 13 - 6)) for k in itertools.count())
    layer, outs = [0.5, -1.0], []
    for size, function in ((3, hidden), (2, hidden), (2, output)):
        rows = [[next(numbers) for _ in layer] for _ in range(size)]
        layer = [WRITTEN_OUT[function](WEIGHTED[weighted](row, layer, next(numbers))) for row in rows]
        outs.append(layer)
    penalty = 0.01 * sum(w * w for w in rows[0])
    network = find_network(nn.name_network(ERRORS[error](layer) + penalty))
    names = [[unit.name for unit in found] for found in network.layers]
    assert names == [["i1", "i2"], ["h1_1", "h1_2", "h1_3"], ["h2_1", "h2_2"], ["o1", "o2"]]
    neurons = network.layers[1:]
    assert [[unit.activation for unit in found] for found in neurons] == [[hidden] * 3, [hidden] * 2, [output] * 2]
    assert [[unit.outs for unit in found] for found in neurons] == [[[out] for out in row] for row in outs]
    assert [w.label for w in rows[1]] == ["w3_2_1", "w3_2_2"]


def test_names_that_leaves_were_given_stay():
    w, v, b, x = Value(0.5, "slope"), Value(1.5), Value(0.25, "intercept"), Value(2.0, "x")
    z = (w * x + v * 3.0 + b).named("z")
    a = te.tanh(z).named("a")
    error = nn.name_network(((a - 1.0) ** 2.0).named("error"))
    assert [node.label for node in (w, v, b, x)] == ["slope", "w2", "intercept", "x"]
    assert [node.label for node in (z, a, error)] == ["net_o1", "out_o1", "error"]  # pictures know neurons by these
    nn.name_network(error)
    assert [node.label for node in (w, v, b, x, z, a)] == ["slope", "w2", "intercept", "x", "net_o1", "out_o1"]


def test_of_two_leaves_the_first_is_the_weight_and_the_other_an_input():
    w, v, x = Value(0.5), Value(0.25), Value(2.0)
    nn.name_network((te.relu(w * x) - te.relu(v * x)) ** 2.0)
    assert [node.label for node in (w, v, x)] == ["w1", "w2", "i1"]


def test_what_is_weighted_by_itself_or_by_a_number_is_no_neuron():
    w, x = Value(0.5), Value(2.0)
    error = (w * x - 1.0) ** 2.0
    penalty = 0.01 * (w * w + x * x)
    E = nn.name_network(error + penalty)
    assert sorted(filter(None, labels(E))) == ["i1", "out_o1", "w1"]


def test_two_biases_are_two_neurons():
    w, v, b, c = (Value(0.25 * k) for k in range(1, 5))
    nn.name_network(((w * 0.5 + b) + (v * 1.5 + c) - 1.0) ** 2.0)
    assert [node.label for node in (w, v, b, c)] == ["w1", "w2", "b_o1", "b_o2"]


def test_a_subtracted_leaf_is_no_bias():
    w, theta = Value(0.5), Value(0.25)
    nn.name_network(te.sigmoid(w * 2.0 - theta))
    assert (w.label, theta.label) == ("w1", "")


def test_what_is_done_to_outputs_and_errors_is_no_activation():
    w, v = Value(0.5), Value(0.25)
    h = te.tanh(w * 3.0)
    dropped = h * 2.0
    net = v * dropped
    nn.name_network(te.softplus(net) - 1.0 * net)  # binary cross entropy with logits
    assert [x.label for x in (h, dropped, net)] == ["", "out_h1", "out_o1"]  # what the next layer gets


def test_what_a_layer_calls_its_output_is_it_though_a_dropout_follows():
    a, b = nn.Layer(2, 3, "tanh", seed=1), nn.Layer(3, 1, seed=2)
    nn.label_layers(a, b)
    E = nn.half_squared_error(b(nn.Dropout(0.5, seed=3)(a([0.5, -0.7]))), [0.3])
    before = {node: node.label for node in ancestors(E)}
    nn.name_network(E)
    assert {node: node.label for node in ancestors(E)} == before
    assert find_network(E).sizes == "2-3-1"


def test_what_is_no_function_is_no_activation():
    w, v, u = Value(0.5), Value(0.25), Value(0.75)
    first, second = w * 3.0, u * 2.0
    last = v * (first * 2.0) + second
    nn.name_network(1.0 / (2.0 + te.exp(-last)))
    assert [x.label for x in (first, second, last)] == ["out_h1", "", "out_o1"]
    assert [x.label for x in (w, v, u)] == ["w1", "w2", "w3"]
    net = w * 3.0
    power = te.exp(-net)  # of a softmax of two; what is made of both is the output
    nn.name_network(1.0 / (1.0 + power) + power)
    assert (net.label, power.label) == ("out_o1", "")


def test_what_a_net_input_shares_with_others_is_no_activation():
    w, v = Value(0.5), Value(0.25)
    first, second = w * 3.0, v * 2.0
    nn.name_network(Value(1.5) * (te.tanh(first) * (first * second)))
    assert [x.label for x in (first, second)] == ["out_h1", "out_h2"]


def test_micrograds_networks():
    """It adds its bias as a product with 1."""
    net = MicrogradMLP(2, [3, 1])
    E = nn.name_network((net([0.5, 1.0]) - 1.0) ** 2)
    network = find_network(E)
    assert [len(layer) for layer in network.layers] == [2, 3, 1]
    assert [p.label for p in net.layers[0].neurons[2].parameters()] == ["w5", "w6", "b_h3"]
    assert [unit.activation for unit in network.layers[1] + network.layers[2]] == ["relu"] * 3 + ["linear"]


@pytest.mark.parametrize("target", [0, 1, 2])
def test_the_outputs_of_a_softmax_are_in_its_order(target):
    w = [Value(0.5 * k - 0.25) for k in range(3)]
    scores = [v * 1.5 + 0.25 for v in w]
    E = nn.name_network(-te.log(te.softmax(scores)[target]))
    assert [v.label for v in w] == ["w1", "w2", "w3"]
    network = find_network(E)
    outs = [unit.out for unit in network.layers[-1]]
    assert outs == pytest.approx([p.data for p in te.softmax(scores)], rel=1e-15)
    assert [network.by_out(unit) for unit in network.layers[-1]] == [
        pytest.approx(-1.0 / outs[k]) if k == target else 0.0 for k in range(3)
    ]
    assert [unit.activation for unit in network.layers[-1]] == ["softmax"] * 3


def test_errors_say_what_a_neuron_is():
    x = Value(2.0)
    with pytest.raises(TypeError, match=r"the root is a Value, the error of the network, not list \[\]"):
        nn.name_network([])
    with pytest.raises(ValueError, match="no neuron in this graph: a neuron is a weighted sum"):
        nn.name_network(te.sin(x) * te.cos(x))
    w, u, h = Value(0.5), Value(0.25), constant(0.0)
    for x in (1.0, 2.0):
        h = te.tanh(w * h + x) * te.sigmoid(u * h + x)
    with pytest.raises(ValueError, match="such a recurrent network has no layers"):
        nn.name_network(h)
    assert {node.label for node in ancestors(h)} == {""}


@pytest.mark.parametrize("first", [0.0, None])
def test_each_step_of_a_recurrent_network_is_a_layer(first):
    """Of the same weights, which are named once; the numbers of later steps are inputs of their own."""
    v, u, b, w = Value(0.25), Value(0.5), Value(0.1), Value(0.75)
    h = constant(0.0, "h0") if first is None else first
    for x in (1.0, 0.5, -1.0):
        h = te.tanh(v * x + u * h + b)
    E = nn.name_network((w * h - 1.0) ** 2)
    assert [p.label for p in (v, u, b, w)] == ["w1_1_1", "w1_1_2", "b1_1", "w4_1_1"]
    network = find_network(E)
    start = "i2" if first == 0.0 else "h0"
    names = [[unit.name for unit in layer] for layer in network.layers]
    assert [sorted(names[0]), *names[1:]] == [sorted(["i1", start, "i3", "i4"]), ["h1_1"], ["h2_1"], ["h3_1"], ["o1"]]
    assert {unit.name: unit.out for unit in network.layers[0]} == {"i1": 1.0, start: 0.0, "i3": 0.5, "i4": -1.0}
    assert [[x.name for _, x in unit.weights] for unit in network.layers[2]] == [["i3", "h1_1"]]
    assert network.examples == 1
    page = article_page(E, rounds=1).html
    assert "three contributions add up" in page and "share one bias" not in page
    assert page.count("<i>b</i><sub>1,1</sub></span>\u00a0=\u00a00.1") == 1  # of the initial values


def test_the_steps_of_a_cell_of_nn_are_told_apart():
    """It names its neurons and its numbers alike in every step, as if the steps were examples."""
    cell, head, h = nn.Layer(3, 2, "tanh", seed=0), nn.Layer(2, 1, seed=0), [0.0, 0.0]
    sequence = [0.5, -1.0, 0.25]
    for x in sequence:
        h = cell([x, *h])
    E = (head(h)[0] - 1.0) ** 2
    for view, what in ((te.draw_network, "inputs and outputs are their mean"), (te.draw_layers, "means are over all")):
        said = view(E).describe()
        assert f"3 steps: {what}" in said and "nn.name_network(E) makes a layer of each step" in said
    broad = nn.Layer(9, 9, "tanh", seed=0)
    crowd = te.draw_network(nn.half_squared_error(broad(broad([0.1] * 9)), [0.0] * 9))
    assert crowd.scene.remarks[-1] == "nn.name_network(E) makes a layer of each step"
    with pytest.raises(ValueError, match=r"computed 3 times, each time from the last: nn.name_network\(E\) makes"):
        article_page(E, rounds=1)
    network = find_network(nn.name_network(E))
    assert [len(layer) for layer in network.layers] == [5, 2, 2, 2, 1]
    assert [unit.out for unit in network.layers[0] if unit.out] == sequence
    assert network.examples == 1


def test_several_sequences_are_several_examples_of_each_step():
    v, u = Value(0.25), Value(0.5)
    errors = []
    for sequence in ((1.0, 2.0), (3.0, 4.0)):
        h = constant(0.0)
        for x in sequence:
            h = te.tanh(v * constant(x) + u * h)
        errors.append((h - 1.0) ** 2)
    network = find_network(nn.name_network(errors[0] + errors[1]))
    assert [[unit.name for unit in layer] for layer in network.layers[1:]] == [["h1"], ["o1"]]
    assert network.examples == 2
    assert [x.name for _, x in network.layers[2][0].weights] == ["i3", "h1"]
    assert {unit.name: [v.data for v in unit.outs] for unit in network.layers[0]}["i3"] == [2.0, 4.0]


def test_a_one_among_the_inputs_is_no_bias_beside_one():
    """dot([b, w], [1, x]) has a bias, as micrograd writes it; dot([v, w], [1, x], b) has b."""
    w, v, b, x = Value(0.5), Value(0.25), Value(1.0), Value(2.0)
    alone, beside = weighted_sum(te.dot([b, w], [1.0, x])), weighted_sum(te.dot([v, w], [1.0, x], b))
    assert alone.biases == beside.biases == [b]
    assert [p for p, _ in alone.pairs] == [w] and [p for p, _ in beside.pairs] == [v, w]


def test_the_steps_of_a_cell_that_is_fed_with_a_one():
    rows = [[Value(0.1 * (i + j + 1)) for j in range(4)] for i in range(2)]
    biases, h = [Value(0.0), Value(0.0)], [0.0, 0.0]
    for xs in ([1.0, 0.0], [0.0, 1.0], [1.0, 1.0]):
        h = [te.tanh(te.dot(row, [*xs, *h], b)) for row, b in zip(rows, biases, strict=True)]
    network = find_network(nn.name_network((h[0] + h[1] - 1.0) ** 2))
    assert network.sizes == "8-2-2-2"


def test_the_terms_of_a_weighted_sum():
    w, v, b, x = Value(0.5, "w"), Value(0.25), Value(1.0), Value(2.0, "x")
    part = (v * 4.0).named("part")
    found = weighted_sum(te.dot([x, v], [w, 3.0], b) + part - b + te.sin(x))
    assert [(a.label, a.data, c.data) for a, c in found.pairs] == [("w", 0.5, 2.0), ("", 0.25, 3.0)]
    assert found.biases == [b] and found.others == 3
