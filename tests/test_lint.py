"""Lint: every fault planted and found, with its numbers computed in another way; and silence where nothing is wrong."""

import copy
import math
import random

import numpy as np
import pytest

import tinygrad_edu as te
from tinygrad_edu import Value, data, lint, nn, optim
from tinygrad_edu.cli import main
from tinygrad_edu.console import width_of
from tinygrad_edu.linter import words as lint_words
from tinygrad_edu.linter.curvature import curvature, largest_eigenvalue, limit
from tinygrad_edu.linter.neurons import neurons
from tinygrad_edu.linter.report import SEVERITIES, LintReport
from tinygrad_edu.micrograd.nn import MLP as MicrogradMLP

HOSTILE = '<script>alert("w")</script>\x1b[31m\n权值'


def kinds(report):
    return [finding.kind for finding in report]


def only(report, kind):
    (finding,) = report.of(kind)
    return finding


def batch_loss(net, rows, loss=nn.mse_loss):
    return loss([net(x)[0] for x, _ in rows], [y for _, y in rows])


def xor():
    return [([0.0, 0.0], 0.0), ([0.0, 1.0], 1.0), ([1.0, 0.0], 1.0), ([1.0, 1.0], 0.0)]


def dense_hessian(loss, parameters):
    """Second derivatives one by one, each by its own reverse sweep."""
    first = te.gradients(loss, parameters, create_graph=True)
    rows = [te.gradients(g, parameters) if g.requires_grad else [0.0] * len(parameters) for g in first]
    return np.array(rows)


# -- nothing wrong, nothing found ----------------------------------------------------------------------------------


def test_the_article_is_in_order(article):
    report = lint(article.weights, article["E_total"], lr=0.5)
    assert report.ok
    assert report
    assert len(report) == 0
    assert "nothing found" in str(report)
    top = np.linalg.eigvalsh(dense_hessian(article["E_total"], list(article.weights.values())))[-1]
    assert report.curvature.value == pytest.approx(top, rel=1e-5)
    assert report.limit == pytest.approx(2.0 / top, rel=1e-5)


@pytest.mark.parametrize("activation, seed", [("tanh", 0), ("sigmoid", 0), ("relu", 1), ("gelu", 0)])
def test_a_fresh_net_on_moons_is_in_order(activation, seed):
    net = nn.MLP(2, [8, 8, 1], activation=activation, seed=seed)
    report = lint(net, "bce_with_logits", data=data.moons(40, seed=0))
    assert report.ok
    assert kinds(report) == (["dead"] if activation == "relu" else [])  # one of 16, which is a note
    assert report.curvature is None


def test_the_output_of_a_well_trained_net_is_in_order():
    """Its output neuron is saturated, on the right side: that is no fault."""
    net = nn.MLP(2, [4, 1], activation="tanh", output_activation="sigmoid", seed=1)
    te.fit(net, data.xor(), loss="bce", optimizer="adam", lr=0.1, epochs=300, progress=False)
    report = lint(net, "bce", data=data.xor())
    assert not any("out_o1" in finding.where for finding in report)
    assert any(net(x)[0].data > 0.99 for x, _ in data.xor())


def test_nothing_is_changed():
    net = nn.Sequential(nn.Layer(2, 4, "tanh", seed=0), nn.Dropout(0.5, seed=3), nn.Layer(4, 1, seed=1))
    loss = batch_loss(net, xor())
    for k, p in enumerate(net.parameters()):
        p.grad = float(k)
    before = [(p.data, p.grad, p.label) for p in net.parameters()]
    state, nodes = net.layers[1].generator.getstate(), [(n.data, n.grad) for n in te.graph.ancestors(loss)]
    seed = random.getstate()
    lint(net, loss, lr=0.1)
    lint(net, "mse", data=([x for x, _ in xor()], [y for _, y in xor()]), lr=0.1)
    assert [(p.data, p.grad, p.label) for p in net.parameters()] == before
    assert [(n.data, n.grad) for n in te.graph.ancestors(loss)] == nodes
    assert net.layers[1].generator.getstate() == state
    assert net.training and net.layers[1].training
    assert random.getstate() == seed


# -- each fault, planted -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("activation, steepest", [("sigmoid", 0.25), ("tanh", 1.0)])
def test_saturated(activation, steepest):
    net = nn.MLP(1, [2, 1], activation=activation, seed=0)
    (wide,), (narrow,) = net.layers[0].weights
    wide.data, narrow.data = 50.0, 0.5
    rows = [([x], 0.0) for x in (-1.0, 0.01, 0.5, 1.0)]
    finding = only(lint(net, batch_loss(net, rows)), "saturated")
    assert finding.where == ("out_h1",)
    assert finding.severity == "warning"  # one of two
    n = finding.numbers
    assert (n["saturated"], n["rows"], n["steepest"], n["low"], n["high"]) == (3, 4, steepest, -50.0, 50.0)
    slopes = [te.derivative(getattr(te, activation))(50.0 * x) for x in (-1.0, 0.5, 1.0)]
    assert n["slope"] == pytest.approx(sum(slopes) / 3, rel=1e-12, abs=0.0)
    assert "in 3 of 4 outputs" in finding.sentence
    assert finding.severity == "warning"
    wide.data = 2.0
    assert "saturated" not in kinds(lint(net, batch_loss(net, rows)))


@pytest.mark.parametrize("net_input, found", [(4.5, False), (4.6, True), (-4.5, False), (-4.7, True)])
def test_where_saturation_begins(net_input, found):
    """A sigmoid beyond 0.99: its slope is below 4 % of 0.25 from about 4.585 on."""
    w, v = Value(net_input, "w"), Value(1.0, "v")
    report = lint([w, v], v * (w * 1.0).sigmoid())
    assert [finding.where for finding in report.of("saturated")] == [("sigmoid(w)",)] * found


@pytest.mark.parametrize("steep, found", [(1, True), (2, True), (3, False)])
def test_saturated_for_half_of_the_inputs_is_saturated(steep, found):
    w, v = Value(1.0, "w"), Value(1.0, "v")
    outs = [v * (w * x).tanh().named("out") for x in [0.1] * steep + [9.0] * (4 - steep)]
    assert [finding.where for finding in lint([w, v], te.sum(outs)).of("saturated")] == [("out",)] * found


def test_long_names_are_cut():
    w = Value(9.0, "w")
    assert only(lint([w], (w * 1.0).sigmoid().named("n" * 61).square()), "saturated").where == (
        "n" * 40 + "…" + "n" * 19,
    )


def test_an_output_saturated_on_the_wrong_side():
    for target, found in ((0.0, True), (0.99, True), (1.0, False), (te.sigmoid(8.0), False)):  # the last: no gradient
        w = Value(8.0, "w")
        out = (w * 1.0).sigmoid().named("out")
        assert bool(lint([w], (out - target).square()).of("saturated")) is found
    assert lint([w], out * 5e-324).of("saturated")  # the least gradient there is


def test_dead_relu():
    net = nn.MLP(2, [3, 1], activation="relu", seed=4)
    net.layers[0].biases[1].data = -10.0
    for w in net.layers[0].weights[1]:
        w.data = 0.5
    report = lint(net, batch_loss(net, xor()))
    finding = only(report, "dead")
    assert "out_h2" in finding.where
    alive = [[net.layers[0](x)[k].data for x, _ in xor()] for k in range(3)]
    assert finding.where == tuple(f"out_h{k + 1}" for k in range(3) if not any(alive[k]))
    assert finding.severity == "warning"  # a third of the layer
    assert finding.numbers["inputs"] == 4
    assert finding.numbers["low"] == -10.0
    assert finding.numbers["parameters"] == 3 * len(finding.where)
    gradients = te.gradients(batch_loss(net, xor()), net.layers[0].neurons[1].parameters())
    assert gradients == [0.0, 0.0, 0.0]


@pytest.mark.parametrize("activation, kind", [("relu", "dead"), ("tanh", "saturated")])
@pytest.mark.parametrize("units, severity", [(2, "warning"), (3, "warning"), (4, "note")])
def test_a_third_of_a_layer_is_grave(activation, kind, units, severity):
    net = nn.MLP(1, [units, 1], activation=activation, seed=0)
    for (w,), b in zip(net.layers[0].weights, net.layers[0].biases, strict=True):
        w.data, b.data = 0.5, 0.0
    net.layers[0].biases[0].data = -10.0
    assert only(lint(net, batch_loss(net, [([1.0], 0.0), ([2.0], 0.0)])), kind).severity == severity


def test_flat_parts_with_other_settings():
    """hardtanh is flat beyond its bounds, wherever they are."""
    w = Value(1.0, "w")
    for low, high, found in ((-1.0, 1.0, True), (-9.0, 9.0, False)):
        outs = [te.hardtanh(w * x, min_val=low, max_val=high).named("out") for x in (3.0, -2.0)]
        assert [f.where for f in lint([w], outs[0] + outs[1]).of("dead")] == [("out",)] * found


def test_one_row_says_nothing_about_dead_relus():
    net = nn.MLP(2, [3, 1], activation="relu", seed=4)
    net.layers[0].biases[1].data = -10.0
    assert lint(net, batch_loss(net, xor()[:1])).of("dead") == []
    assert lint(net, batch_loss(net, xor()[:2])).of("dead") != []


def test_disconnected():
    class Forgetful(nn.Module):
        def __init__(self):
            self.used, self.forgotten, self.lost = (nn.Layer(2, 1, seed=k) for k in range(3))

        def forward(self, x):
            return [self.used(x)[0] + float(self.lost(x)[0])]

    net = Forgetful()
    for k, p in enumerate(net.parameters()):
        p.label = f"p{k}"
    report = lint(net, batch_loss(net, xor()))
    finding = only(report, "disconnected")
    assert finding.where == ("p3", "p4", "p5", "p6", "p7", "p8")
    assert (finding.numbers["count"], finding.numbers["of"]) == (6, 9)
    assert finding.severity == "error"
    assert not report


def test_a_loss_of_another_model_of_the_same_names():
    old, new = (nn.MLP(2, [2, 1], seed=k) for k in range(2))
    finding = only(lint(new, batch_loss(old, xor())), "disconnected")
    assert len(finding.where) == 9
    assert "the same names" in finding.sentence
    for others in (lambda x: x * 2.0, lambda x: (x * 2.0).named("w"), lambda x: Value(5.0, "x") * x, lambda x: x * x):
        x = Value(1.0, "x")  # no result of the name counts, nor a parameter that is reached
        finding = only(lint([x, Value(1.0, "w"), Value(1.0)], others(x)), "disconnected")
        assert finding.where == ("w", "parameter 3") and "the same names" not in finding.sentence
    frozen = nn.MLP(2, [2, 1], seed=0)
    frozen.layers[0].requires_grad_(False)
    assert lint(frozen, batch_loss(frozen, xor())).of("disconnected") == []


class WithATable(nn.Module):
    """Each of two words is a row of the table."""

    def __init__(self):
        self.table = [[Value(0.1 * i + 0.3 * j) for j in range(2)] for i in range(5)]
        self.places = [[Value(0.2 * i - 0.1 * j) for j in range(2)] for i in range(3)]
        self.head = nn.Layer(4, 2, "tanh", seed=0)
        self.out = nn.Layer(2, 3, seed=1)

    def forward(self, words):
        rows = [zip(self.table[word], self.places[i], strict=True) for i, word in enumerate(words)]
        return self.out(self.head([x + at for row in rows for x, at in row]))


def test_rows_that_were_not_looked_up():
    net = WithATable()
    report = lint(net, nn.cross_entropy(net([0, 3]), 1))
    finding = only(report, "not-looked-up")
    rows = ("table.1", "table.2", "table.4", "places.2")
    assert finding.where == tuple(f"{row}.{j}" for row in rows for j in (0, 1))
    assert (finding.severity, finding.numbers) == ("note", {"count": 8.0, "of": 35.0})
    assert report.ok and kinds(report) == ["not-looked-up"]
    net.extra = nn.Layer(2, 2, seed=2)
    report = lint(net, nn.cross_entropy(net([0, 3]), 1))
    assert kinds(report) == ["disconnected", "not-looked-up"]
    assert report.findings[0].numbers["count"] == len(report.findings[0].where) == 6


@pytest.mark.parametrize("looked_up, named, severity", [(2, False, "warning"), (2, True, "error"), (0, False, "error")])
def test_a_table_in_a_list_without_names_is_told_from_nothing(looked_up, named, severity):
    """So what is not used may be rows of it, where others are multiplied by parameters alone."""
    table = [[Value(0.1 * i + j) for j in range(2)] for i in range(4)]
    w, b = [Value(0.5), Value(-0.25)], Value(0.0)
    rows = [table[i] for i in range(looked_up)] or [[1.0, 2.0]]
    loss = te.sum([te.tanh(te.dot(w, row, b)) for row in rows])
    forgotten = [Value(1.0, "forgotten")] if named else []
    finding = only(lint([*w, b, *[x for row in table for x in row], *forgotten], loss), "disconnected")
    assert (finding.severity, finding.numbers["count"]) == (severity, 8.0 - 2.0 * looked_up + named)


@pytest.mark.parametrize("unused", ["a neuron", "a part of a row", "the whole table", "one of a list", "of one number"])
def test_what_is_no_row_that_was_not_looked_up(unused):
    """A neuron that is left out of forward(), say: its numbers are weights, as those of the other neurons are."""
    net = WithATable()
    net.places = [[te.constant(0.5)] * 2] * 3
    if unused == "a neuron":
        net = nn.Sequential(nn.Layer(2, 3, "tanh", seed=0))
        loss, count = te.sum([neuron([1.0, 2.0]) for neuron in net.layers[0].neurons[1:]]), 3
        for p in net.parameters():
            p.label = ""
    elif unused == "a part of a row":
        loss, count = te.sum(net.out(net.head([net.table[1][0]] * 4)) + [x for row in net.table[2:] for x in row]), 1
        net.table = [[net.table[1][0], net.table[1][1]], *net.table[2:]]
    elif unused == "the whole table":
        loss, count = te.sum(net.out(net.head([1.0, 2.0, 3.0, 4.0]))), 10
    elif unused == "one of a list":
        net.scales = [Value(1.0), Value(2.0)]
        loss, count = te.sum(net([0, 1])) * net.scales[0].exp() + te.sum(te.sum(row) for row in net.table), 1
    else:
        net.weights = [[Value(1.0)], [Value(2.0)]]
        loss, count = te.sum(net([0, 1])) + net.weights[0][0] * 3.0 + te.sum(te.sum(row) for row in net.table), 1
    report = lint(net, loss)
    assert only(report, "disconnected").numbers["count"] == count and not report.of("not-looked-up")


def floored(m, x):
    return m.floor(x) + 0.5


@pytest.mark.parametrize(
    "loss, flat, through",
    [
        (lambda w, a, b: te.where(w * 2.0, a, b), ("w",), "where(c)"),
        (lambda w, a, b: te.where(w * b, a, b) * te.sign(a + w), ("w",), "where(c), sign(x)"),
        (lambda w, a, b: te.round(te.sin(w) * a) * b, ("w", "a"), "round(x)"),
        (lambda w, a, b: te.where(w, a, b) + w * b, (), ""),
        (lambda w, a, b: te.relu(w - 3.0) * te.relu(a - 3.0) * b, (), ""),  # dead, which another point mends
        (lambda w, a, b: te.sign(te.constant(0.5)) * w * a * b, (), ""),
        (lambda w, a, b: te.where(te.constant(1.0), w, a) * te.sign(b) + b, (), ""),
        (lambda w, a, b: te.sign(w) * a + te.floor(b) * te.exp(b), ("w",), "sign(x)"),
        (lambda w, a, b: te.primitive(lambda m, y, x: 0.0)(floored)(w) * a * b, ("w",), "floored(x)"),
        (lambda w, a, b: te.jit(lambda x: te.floor(x) + x)(w) * a * b, (), ""),
    ],
)  # fmt: skip
def test_no_slope(loss, flat, through, own):
    w, a, b = parameters = [Value(1.0, "w"), Value(2.0, "a"), Value(3.0, "b")]
    findings = lint(parameters, (loss(w, a, b) - 1.0).square()).of("no-slope")
    assert [f.where for f in findings] == ([flat] if flat else [])
    for finding in findings:
        assert (finding.what, finding.severity) == (through, "error") and through in finding.sentence
        assert finding.numbers == {"count": float(len(flat)), "of": 3.0}


def test_an_operation_of_micrograds_by_hand_may_be_flat_here_alone():
    from tinygrad_edu.micrograd.engine import Value as Micro

    w = Micro(0.0, label="w")
    out = Micro(0.0, (w,), "cubed")
    out._backward = lambda: None
    assert not lint([w], out * 1.0 + w * w).of("no-slope")


@pytest.mark.parametrize("make", [nn.MLP, MicrogradMLP], ids=["nn", "micrograd"])
def test_symmetric(make):
    net = make(2, [3, 1])
    for p in net.parameters():
        p.data = 0.3
    outputs = [net(x) for x, _ in xor()]
    outputs = [out[0] if isinstance(out, list) else out for out in outputs]
    report = lint(net, sum((out - y) ** 2 for out, (_, y) in zip(outputs, xor(), strict=True)))
    finding = only(report, "symmetric")
    assert len(finding.where) == 3
    assert finding.numbers["weight"] == 0.3
    assert finding.severity == "error"


@pytest.mark.parametrize("net", [lambda w, x, b: te.dot([w], [x], b), lambda w, x, b: b + w * x])
def test_the_first_weight_of_symmetric_neurons_is_told(net):
    """Of a weight and a bias it is the weight, wherever the bias stands."""
    x = te.constant(0.5)
    pairs = [(Value(0.3, f"w{k}"), Value(0.1, f"b{k}")) for k in range(2)]
    loss = te.sum([net(w, x, b).tanh() for w, b in pairs])
    numbers = only(lint([p for pair in pairs for p in pair], loss), "symmetric").numbers
    assert numbers == {"count": 2.0, "weight": 0.3, "gradient": te.gradients(loss, [pairs[0][0]])[0]}


def test_equal_weights_with_different_gradients_are_not_symmetric():
    """Zero incoming weights are no fault where the outgoing ones differ."""
    net = nn.MLP(2, [3, 1], activation="tanh", seed=0)
    for w in (w for row in net.layers[0].weights for w in row):
        w.data = 0.0
    assert lint(net, batch_loss(net, xor())).of("symmetric") == []
    for w in net.layers[1].weights[0]:
        w.data = 0.5
    assert only(lint(net, batch_loss(net, xor())), "symmetric").where == ("out_h1", "out_h2", "out_h3")


def test_neurons_of_different_functions_are_not_symmetric():
    """Nor are neurons that other inputs feed: with outgoing weights of 0 their gradients are equal, 0, for now."""
    v, w = Value(0.5, "v"), Value(0.5, "w")
    x, y = te.constant(0.3), te.constant(0.4)
    cases = ((Value.tanh, Value.tanh, x, 1), (Value.tanh, Value.sigmoid, x, 0), (Value.tanh, Value.tanh, y, 0))
    for f, g, other, count in cases:
        report = lint([v, w], 0.0 * f(v * x) + 0.0 * g(w * other))
        assert len(report.of("symmetric")) == count


def test_names_of_neurons_without_one():
    values = [Value(9.0, f"w{k}") for k in range(1, 7)]
    for count, name in ((4, "sigmoid(w1, w2, w3, w4)"), (5, "sigmoid(w1, w2, …, w5)"), (6, "sigmoid(w1, w2, …, w6)")):
        out = te.dot(values[:count], [1.0] * count).sigmoid()
        assert only(lint(values[:count], out.square()), "saturated").where == (name,)


def test_gradients_not_zeroed():
    net = nn.MLP(2, [3, 1], activation="tanh", seed=0)
    loss = batch_loss(net, xor())
    loss.backward()
    assert lint(net, loss).ok
    second = batch_loss(net, xor()[:2])
    note = only(lint(net, second), "leftover")
    assert note.severity == "note"
    assert lint(net, second).ok  # zero_grad() may still come
    second.backward()
    finding = only(lint(net, second), "not-zeroed")
    (name,) = finding.where
    (p,) = [p for p in net.parameters() if p.label == name]
    assert finding.numbers["gradient"] == te.gradients(second, [p])[0]
    assert finding.numbers["left"] == pytest.approx(te.gradients(loss, [p])[0], rel=1e-12)
    assert finding.numbers["grad"] == p.grad
    assert finding.severity == "error"
    net.zero_grad()
    third = batch_loss(net, xor())
    third.backward()
    assert lint(net, third).ok
    optim.clip_grad_norm_(net.parameters(), 1e-3)
    assert lint(net, third).ok  # clipped, not left over
    optim.clip_grad_value_(net.parameters(), 1e-6)
    assert lint(net, third).ok


@pytest.mark.parametrize(
    "passes, left, kind",
    [
        (0.0, 0.9e-9, []), (0.0, 1.2e-9, ["leftover"]), (0.0, -0.9e-9, []), (0.0, -1.2e-9, ["leftover"]),
        (1.0, 0.9e-9, []), (1.0, 1.2e-9, ["not-zeroed"]), (2.5, 2.2e-9, []), (2.5, 2.8e-9, ["not-zeroed"]),
    ],
)  # fmt: skip
def test_what_rounding_leaves_is_no_leftover(passes, left, kind):
    """A billionth of the largest gradient, as often as it has come back."""
    w = Value(1.0, "w")
    loss = 1.0 * w
    if passes:
        loss.backward(passes)
    w.grad = passes + left
    assert [one for one in kinds(lint([w], loss)) if one in ("leftover", "not-zeroed")] == kind


def test_the_largest_leftover_is_named():
    a, b, c = Value(1.0, "a"), Value(1.0, "b"), Value(1.0, "c")
    (3.0 * a + 5.0 * b).backward()
    loss = a + b + c
    loss.backward()
    finding = only(lint([a, b, c], loss), "not-zeroed")
    assert finding.where == ("b",)
    assert finding.numbers == {"grad": 6.0, "gradient": 1.0, "left": 5.0, "count": 2.0, "of": 3.0}


def test_backward_twice():
    w = Value(2.0, "w")
    loss = (w * w).named("loss")
    loss.backward()
    loss.backward()
    finding = only(lint([w], loss), "not-zeroed")
    assert finding.numbers == {"passes": 2.0}
    assert "2 times" in finding.sentence


def test_backward_twice_where_one_gradient_is_0():
    w, x = Value(2.0, "w"), Value(0.0, "x")
    loss = w * w + x * x
    loss.backward()
    loss.backward()
    assert kinds(lint([w, x], loss)) == ["not-zeroed"]


def test_half_a_start_gradient_is_no_fault():
    w = Value(2.0, "w")
    loss = w * w
    loss.backward(0.5)
    assert lint([w], loss).ok


@pytest.mark.parametrize(
    "weight, kind",
    [(1 / 1200, ["vanishing"]), (0.001, []), (1 / 800, []), (1200.0, ["exploding"]), (1000.0, []), (800.0, [])],
)
def test_a_thousandth_has_vanished_and_a_thousand_times_is_exploding(weight, kind):
    """The gradient by the first net input is that by the last, times a weight."""
    w, v = Value(0.0, "w"), Value(weight, "v")
    loss = (v * (w * 1.0).named("net_1").tanh()).named("net_2") + 0.5
    assert [one for one in kinds(lint([w, v], loss)) if one in ("vanishing", "exploding")] == kind


@pytest.mark.parametrize("last, kind", [(0.0, []), (math.inf, ["not-finite"])])
def test_a_last_layer_without_a_measure(last, kind):
    """Of a gradient of 0 or infinity nothing else is a thousandth or a thousand times."""
    w, v = Value(0.5, "w"), Value(0.5, "v")
    first = (w * 1.0).named("net_1").tanh()
    loss = first + (v * first).named("net_2") * last * 2.0
    assert [one for one in kinds(lint([w, v], loss)) if one != "symmetric"][-1:] == kind


@pytest.mark.parametrize("factor, found", [(800.0, False), (1000.0, False), (1200.0, True)])
def test_a_gradient_of_a_thousand_times_the_weights(factor, found):
    w = Value(-1.0, "w")
    assert ("exploding" in kinds(lint([w], w * factor))) is found


def test_a_neuron_without_a_function_keeps_its_parameters_to_itself():
    w, v = Value(0.5, "w"), Value(2.0, "v")
    first = (w * 3.0).named("n1")
    found = neurons((first + v * 4.0).named("n2").square(), [w, v])
    assert [[p.label for p in neuron.parameters] for neuron in found] == [["w"], ["v"]]


def test_a_gradient_that_ends_is_told_of_the_layer_in_which_it_ends():
    net = nn.MLP(1, [2, 2, 2, 2, 1], activation="relu", seed=0)
    for layer, bias in zip(net.layers, (3.0, 3.0, -30.0, 3.0, 3.0), strict=True):
        for b in layer.biases:
            b.data = bias
    finding = only(lint(net, nn.mse_loss(net([0.5]), [1.0])), "vanishing")
    assert finding.where == ("out_h3_1", "out_h3_2") and finding.numbers["layer"] == 3.0
    assert "nothing is left" in finding.sentence and finding.sentence.endswith("That layer does not learn")


def test_vanishing_gradient():
    net = nn.MLP(2, [4] * 7 + [1], activation="sigmoid", seed=0)
    loss = batch_loss(net, xor())
    finding = only(lint(net, loss), "vanishing")
    n = finding.numbers
    assert (n["layer"], n["depth"]) == (1, 8)
    assert finding.severity == "warning"
    assert finding.where == tuple(f"out_h1_{j}" for j in range(1, 5))
    loss.backward()
    nodes = te.graph.ancestors(loss)
    first = [v.grad for v in nodes if v.label.startswith("net_h1_")]
    last = [v.grad for v in nodes if v.label == "out_o1"]
    assert (len(first), len(last)) == (16, 4)
    assert n["here"] == pytest.approx(np.sqrt(np.mean(np.square(first))), rel=1e-12)
    assert n["last"] == pytest.approx(np.sqrt(np.mean(np.square(last))), rel=1e-12)
    shallow = nn.MLP(2, [4, 1], activation="sigmoid", seed=0)
    assert lint(shallow, batch_loss(shallow, xor())).of("vanishing") == []


def test_nothing_gets_through():
    net = nn.MLP(2, [3, 3, 1], activation="relu", seed=0)
    for b in net.layers[1].biases:
        b.data = -100.0
    report = lint(net, batch_loss(net, xor()))
    finding = only(report, "vanishing")
    assert finding.numbers["here"] == 0.0
    assert "nothing is left" in finding.sentence


def test_exploding_gradient():
    def wide(rows, generator):
        return nn.init.normal_(rows, 0.0, 20.0, generator=generator)

    net = nn.MLP(2, [4] * 6 + [1], activation="identity", init=wide, seed=0)
    loss = batch_loss(net, xor())
    by_depth, by_size = lint(net, loss).of("exploding")
    assert by_depth.severity == by_size.severity == "warning"
    assert by_depth.numbers["layer"] == 1
    assert by_depth.numbers["here"] / by_depth.numbers["last"] > 1e3
    own = net.layers[int(by_size.numbers["layer"]) - 1].parameters()
    gradients = te.gradients(loss, own)
    assert by_size.numbers["gradient"] == pytest.approx(np.sqrt(np.mean(np.square(gradients))), rel=1e-12)
    assert by_size.numbers["size"] == pytest.approx(np.sqrt(np.mean([p.data**2 for p in own])), rel=1e-12)


def test_not_finite():
    w, v = Value(0.0, "w"), Value(1.0, "v")
    report = lint([w, v], w.sqrt() * v + v, lr=0.1)
    assert only(report, "not-finite").where == ("w",)
    assert report.curvature is None
    assert any("not judged" in remark for remark in report.remarks)
    report = lint([w, v], v / w)
    assert report.findings[0].numbers["loss"] == math.inf


def test_data_changed():
    w, b = Value(2.0, "w"), Value(1.0, "b")
    loss = (w * 3.0 + b).square()
    w.data = 7.0
    report = lint([w, b], loss, lr=0.1)
    assert only(report, "data-changed").where == ("w",)
    assert report.ok
    assert report.curvature is None


def test_data_of_an_input_changed():
    w, x = Value(2.0, "w"), Value(3.0, "x")
    loss = (w * x).square()
    x.data = 7.0
    assert only(lint([w], loss), "data-changed").where == ("w", "x")
    unnamed = Value(3.0)
    loss = (unnamed * unnamed).named("twice") * w
    unnamed.data = 1.0
    assert only(lint([w], loss), "data-changed").where == ("twice = 9.0",)


# -- the learning rate ---------------------------------------------------------------------------------------------


def test_a_parabola_by_hand():
    """E = ½·(3·a² + 0.5·b²): eigenvalues 3 and 0.5, the limit is 2/3, and gradient descent itself says so."""
    a, b = Value(1.0, "a"), Value(1.0, "b")

    def loss():
        return 0.5 * (3.0 * a.square() + 0.5 * b.square())

    report = lint([a, b], loss(), lr=0.66)
    assert report.ok
    assert report.limit == pytest.approx(2.0 / 3.0, rel=1e-5)
    finding = only(lint([a, b], loss(), lr=0.67), "learning-rate")
    assert finding.numbers["lambda_max"] == pytest.approx(3.0, rel=1e-5)
    assert "0.67 is above 0.6667" in finding.sentence
    for lr, grows in ((0.66, False), (0.67, True)):
        a.data = b.data = 1.0
        for _ in range(500):
            (slope,) = te.gradients(loss(), [a])
            a.data -= lr * slope
        assert (abs(a.data) > 1.0) is grows


SETTINGS = [
    {},
    {"momentum": 0.9},
    {"momentum": 0.5, "dampening": 0.3},
    {"momentum": 0.9, "nesterov": True},
    {"weight_decay": 2.0},
    {"momentum": 0.8, "nesterov": True, "weight_decay": 0.7},
]


@pytest.mark.parametrize("settings", SETTINGS, ids=str)
def test_the_limits_of_real_optimizers(settings):
    """Just below the limit the optimizer comes to rest on a parabola, just above it runs away."""
    for factor, grows in ((0.98, False), (1.02, True)):
        x = Value(1.0, "x")
        rate = factor * limit(5.0, **settings)
        optimizer = optim.SGD([x], lr=rate, **settings)
        report = lint([x], 2.5 * x * x, optimizer=optimizer)
        assert ("learning-rate" in kinds(report)) is grows
        assert report.limit == pytest.approx(limit(5.0, **settings), rel=1e-9)
        for _ in range(2000):
            x.grad = 5.0 * x.data
            optimizer.step()
            if abs(x.data) > 1e6:
                break
        assert (abs(x.data) > 10.0) is grows


@pytest.mark.parametrize("seed", range(6))
def test_the_largest_eigenvalue_of_a_net(seed):
    """Against numpy's eigenvalues of the whole Hessian, whose entries are made one by one."""
    net = nn.MLP(2, [3, 1], activation="tanh", seed=seed)
    loss = batch_loss(net, xor())
    values = np.linalg.eigvalsh(dense_hessian(loss, net.parameters()))
    found = curvature(loss, net.parameters())
    assert found.value <= values[-1] * (1.0 + 1e-12)
    assert np.min(np.abs(values - found.value)) <= found.residual + 1e-12
    assert found.converged
    assert found.value == pytest.approx(values[-1], rel=1e-4)


@pytest.mark.parametrize(
    "diagonal", [[1.0, 0.5], [-5.0, 2.0, 1.0], [-1.0, 1.0], [-3.0, -1.0], [0.0, 0.0], [0.0, -2.0], [7.0]], ids=str
)
def test_matrices_of_every_kind(diagonal):
    """Saddles, hills and plains: the largest eigenvalue, not that of the largest size."""
    turn, _ = np.linalg.qr(np.random.default_rng(0).normal(size=(len(diagonal),) * 2))
    matrix = turn @ np.diag(diagonal) @ turn.T
    found = largest_eigenvalue(lambda v: list(matrix @ v), len(diagonal), most=400)
    assert found.converged or max(diagonal) == 0.0
    assert found.value == pytest.approx(max(diagonal), rel=1e-4, abs=5e-3 if max(diagonal) == 0.0 else 0.0)


def test_a_positive_matrix_needs_no_shift():
    found = largest_eigenvalue(lambda v: [0.5 * v[0], 0.05 * v[1]], 2)
    assert found.iterations <= 6
    assert found.value == pytest.approx(0.5, rel=1e-6)


def test_what_overflows_is_no_curvature():
    found = largest_eigenvalue(lambda v: [1.7e308, 1.7e308], 2)
    assert math.isfinite(found.value) and found.residual == math.inf
    assert not found.converged and found.iterations == 1
    assert not largest_eigenvalue(lambda v: [1.7e308, -1.7e308], 2).converged


def test_what_does_not_converge_says_so():
    matrix = np.diag([1.0, 0.999, 0.998, 0.5])
    found = largest_eigenvalue(lambda v: list(matrix @ v), 4, most=3)
    assert (found.converged, found.iterations) == (False, 3)
    assert found.value <= 1.0


def test_two_hundred_products_are_enough():
    """A quarter turn has no eigenvalue."""
    found = largest_eigenvalue(lambda v: [v[1], -v[0]], 2)
    assert (found.converged, found.iterations) == (False, 200)


@pytest.mark.parametrize(
    "of, english, chinese",
    [
        (1, "for the one input", "对唯一的一个输入"),
        (2, "in 2 of 2 outputs", "2 个输出中有 2 个"),
        (1_000, "in 1,000 of 1,000 outputs", "1,000 个输出中有 1,000 个"),
    ],
)
def test_how_many_outputs(of, english, chinese):
    assert (lint_words._en_uses(of, of), lint_words._zh_uses(of, of)) == (english, chinese)


@pytest.mark.parametrize("bad", [math.nan, math.inf])
def test_what_is_not_finite_has_not_converged(bad):
    found = largest_eigenvalue(lambda v: [bad * v[0], v[1]], 2)
    assert (found.converged, found.iterations) == (False, 1)


def test_a_rate_at_the_limit_is_stable():
    w = Value(1.0, "w")
    assert kinds(lint([w], 2.0 * w * w, lr=0.5)) == []
    assert kinds(lint([w], 2.0 * w * w, lr=math.nextafter(0.5, 1.0))) == ["learning-rate"]


@pytest.mark.parametrize(
    "loss", [lambda w, v: w**1.5 - v**1.5, lambda w, v: w**1.5 + v**1.5, lambda w, v: (w + v + 1e154) ** 4]
)
def test_a_curvature_that_is_none_judges_no_rate(loss):
    """Infinities of one sign and of both, and an overflow, where every gradient is finite."""
    w, v = Value(0.0, "w"), Value(0.0, "v")
    report = lint([w, v], loss(w, v), lr=0.1)
    assert (report.curvature, "learning-rate" in kinds(report)) == (None, False)
    assert report.remarks == [lint_words.WORDS["en"]["not_judged"]]


@pytest.mark.parametrize("method", [optim.SGD, optim.Adam])
def test_an_optimizer_of_another_model(method):
    net, old = (nn.MLP(2, [2, 1], seed=k) for k in range(2))
    loss = batch_loss(net, xor())
    report = lint(net, loss, optimizer=method(old.parameters(), lr=1e9))
    finding = only(report, "not-optimized")
    assert (finding.severity, finding.what, finding.numbers) == ("error", method.__name__, {"of": 9.0})
    assert report.curvature is None and not report.remarks and not report
    some = method([*old.parameters(), net.parameters()[0]], lr=1e-9)
    assert not lint(net, loss, optimizer=some).of("not-optimized")


def test_a_rate_for_what_the_loss_does_not_use():
    w, b = Value(1.0, "w"), Value(2.0, "b")
    report = lint([w, b], w * w, optimizer=optim.SGD([b], lr=1e9))
    assert kinds(report) == ["disconnected"] and report.curvature is None
    assert report.remarks == [lint_words.WORDS["en"]["not_reached"]]


def test_of_several_rates_the_slowest_is_judged():
    """If even that one is too fast, all are."""
    a, b = Value(1.0, "a"), Value(1.0, "b")
    for slow, found in ((0.5, True), (0.1, False)):
        optimizer = optim.SGD([{"params": [a], "lr": 7.0}, {"params": [b], "lr": slow}], lr=0.1)
        report = lint([a, b], 2.5 * (a * a + b * b), optimizer=optimizer)
        assert [f.numbers["lr"] for f in report.of("learning-rate")] == [slow] * found


def test_only_what_the_optimizer_moves_is_judged():
    a, b = Value(1.0, "a"), Value(1.0, "b")
    report = lint([a, b], 50.0 * a * a + b * b, optimizer=optim.SGD([b], lr=0.5))
    assert report.limit == pytest.approx(1.0, rel=1e-6)


def test_no_limit_for_other_optimizers():
    net = nn.MLP(2, [2, 1], seed=0)
    report = lint(net, batch_loss(net, xor()), optimizer=optim.Adam(net.parameters(), lr=100.0))
    assert (report.curvature, report.limit) == (None, None)
    assert "Adam is not" in report.remarks[0]


def test_where_nothing_curves_upwards_no_rate_is_too_large():
    flat = Value(1.0, "w")
    assert lint([flat], 3.0 * flat, lr=1e6).limit == limit(0.0) == limit(-1.0) == math.inf
    w = Value(1.0, "w")
    report = lint([w], -w.square(), lr=1e6)
    assert report.limit == math.inf
    assert "no curvature limits" in str(report)
    assert "learning-rate" not in kinds(report)


# -- reading neurons -----------------------------------------------------------------------------------------------


def test_neurons_written_in_three_ways():
    """By nn's layers, by operators and by dot with the bias added outside: the same depths and parameters."""
    net = nn.MLP(2, [2, 1], activation="tanh", seed=0)
    (w1, w2), (w3, w4) = net.layers[0].weights
    ((w5, w6),) = net.layers[1].weights
    b1, b2, b3 = net.layers[0].biases + net.layers[1].biases
    x1, x2 = 0.5, -1.0

    def operators():
        h1, h2 = (w1 * x1 + w2 * x2 + b1).tanh(), (x1 * w3 + b2 + x2 * w4).tanh()
        return (1.0 - (w5 * h1 + w6 * h2 + b3)) ** 2

    def dots():
        h1, h2 = (te.dot([w1, w2], [x1, x2]) + b1).tanh(), (te.dot([x1, x2], [w3, w4]) + b2).tanh()
        return (1.0 - (te.dot([w5, w6], [h1, h2]) + b3)) ** 2

    def layers():
        return (1.0 - net([x1, x2])[0]) ** 2

    wanted = [(1, {w1, w2, b1}, True), (1, {w3, w4, b2}, True), (2, {w5, w6, b3}, False)]
    for write in (operators, dots, layers):
        found = neurons(write(), net.parameters())
        assert [(n.depth, set(n.parameters), n.hidden) for n in found] == wanted
        assert [n.out.op.name for n in found[:2]] == ["tanh", "tanh"]


@pytest.mark.parametrize(
    "write",
    [
        lambda w, x, b: 2.0 * (w * x) + b,
        lambda w, x, b: (w * x) * 2.0 + b,
        lambda w, x, b: (w * x + b) / 2.0,
        lambda w, x, b: -(x * w - b),
        lambda w, x, b: w / x + b,
        lambda w, x, b: te.sum([w * x, b, 1.0]),
        lambda w, x, b: te.mean([w * x, b]),
        lambda w, x, b: te.dot([w * x, b], [2.0, 1.0]),
        lambda w, x, b: (w * x).identity() + b,
    ],
)
def test_one_neuron_however_it_is_written(write):
    w, x, b = Value(0.5, "w"), Value(2.0, "x"), Value(1.0, "b")
    (neuron,) = neurons(write(w, x, b).tanh(), [w, b])
    assert set(neuron.parameters) == {w, b}
    assert x in neuron.feeds
    assert (neuron.depth, neuron.out.op.name) == (1, "tanh")


@pytest.mark.parametrize("gate", [lambda h, x: h * x, lambda h, x: x * h, lambda h, x: x / h, lambda h, x: h.exp()])
def test_what_ends_a_sum(gate):
    """Multiplied by something that has a gradient, a neuron is done; and what follows belongs to the next one."""
    w, x, b = Value(0.5, "w"), Value(2.0, "x"), Value(1.0, "b")
    first, second = neurons(gate(w * x, x) + b, [w, b])
    assert (first.parameters, second.parameters) == ((w,), (b,))
    assert (first.depth, second.depth) == (1, 2)


def test_what_is_no_neuron():
    """A penalty on the weights is not one, nor is a softmax on top, nor a mean."""
    net = nn.MLP(2, [2, 3], activation="tanh", seed=0)
    outputs = te.log_softmax(net([0.5, 1.0]))
    penalty = 0.01 * te.dot(net.parameters(), net.parameters()) + 0.01 * sum(abs(p) for p in net.parameters())
    found = neurons(te.mean(outputs) + penalty + sum(p * p for p in net.parameters()), net.parameters())
    assert [n.net.label for n in found] == ["net_h1", "net_h2", "out_o1", "out_o2", "out_o3"]


def test_what_weighs_comes_before_what_is_added():
    """Though it may do both."""
    w, b, c = Value(0.5, "w"), Value(1.0, "b"), Value(2.0, "c")
    (neuron,) = neurons((b + w * 3.0) + (w + c), [w, b, c])
    assert neuron.parameters == (w, b, c)


def test_a_sum_of_sums_is_looked_at_once():
    """Doubled 60 times it has more parts than could be counted."""
    w = Value(0.5, "w")
    y = w * 3.0
    for _ in range(60):
        y = y + y
    assert len(neurons(y.tanh(), [w])) == 1


def test_a_deep_linear_net_and_a_long_sum():
    w = Value(1.0, "w")
    y = constant = te.constant(1.0)
    for _ in range(1000):
        y = w * y
    assert max(n.depth for n in neurons(y, [w])) == 1000
    y = Value(0.0) + constant
    for _ in range(5_000):
        y = y + w * 2.0
    (only_one,) = neurons(y.tanh(), [w])
    assert only_one.parameters == (w,)


# -- words ---------------------------------------------------------------------------------------------------------


def all_kinds(lang):
    """A report for each kind of finding."""
    big = nn.MLP(1, [2, 1], activation="sigmoid", seed=0)
    for p in big.parameters():
        p.data = 60.0
    relu = nn.MLP(2, [3, 3, 1], activation="relu", seed=0)
    for b in relu.layers[1].biases:
        b.data = -100.0
    steep = nn.MLP(2, [4] * 6 + [1], activation="identity", seed=0)
    for p in steep.parameters():
        p.data *= 40.0
    lost, w = Value(1.0, "lost"), Value(0.0, "w")
    twice, again = Value(2.0, "twice"), Value(2.0, "again")
    square = twice * twice
    square.backward()
    square.backward()
    again.grad = 3.0
    (again.square()).backward()
    begun = again.square()
    changed = Value(2.0, "changed")
    result = changed.square()
    changed.data = 3.0
    yield lint(big, batch_loss(big, [([1.0], 0.0), ([2.0], 0.0)]), lr=0.1, lang=lang)
    yield lint(relu, batch_loss(relu, xor()), lr=1e9, lang=lang)
    yield lint(steep, batch_loss(steep, xor()), lr=1.0, lang=lang)
    yield lint([lost, w], w.sqrt(), lang=lang)
    yield lint([w], 1.0 / w, lang=lang)
    yield lint([twice], square, optimizer=optim.Adam([twice]), lang=lang)
    yield lint([again], begun, lang=lang)
    begun.backward()
    yield lint([again], begun, lang=lang)
    yield lint([changed], result, lr=0.5, lang=lang)
    a, b = Value(1.0, "a"), Value(2.0, "b")
    yield lint([w, a, b], te.where(w, a, b).square() * te.sign(w + 1.0), optimizer=optim.SGD([lost], 0.1), lang=lang)
    rows = {f"wte.{i}.{j}": Value(i + j / 2.0) for i in range(3) for j in range(2)}
    yield lint(rows, rows["wte.1.0"] * rows["wte.1.1"], lr=0.1, lang=lang)
    yield lint([w, a], w * 2.0, optimizer=optim.SGD([a], 0.1), lang=lang)


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_every_kind_has_its_sentences(lang):
    found = set()
    for report in all_kinds(lang):
        text = report.text()
        assert text.isascii() is False or lang == "en"
        assert all(width_of(line) <= 79 for line in text.split("\n"))
        assert report.text(unicode=False).isascii()
        grave = [SEVERITIES.index(f.severity) for f in report]
        assert grave == sorted(grave)
        as_dict = report.to_dict()
        assert len(as_dict["findings"]) == len(report)
        for finding, row in zip(report, as_dict["findings"], strict=True):
            found.add(finding.kind)
            assert row["sentence"] == finding.sentence
            assert row["advice"]
            assert ("，" in finding.sentence + finding.advice) is (lang == "zh")
    not_kinds = {"severity", "kinds", "nothing", "counted", "titled", "do", "rate", "flat"}
    not_kinds |= {"no_limit", "not_judged", "not_reached", "descent"}
    assert found == set(lint_words.WORDS[lang]) - not_kinds
    assert set(lint_words.WORDS["en"]) == set(lint_words.WORDS["zh"])
    assert found == set(lint_words.WORDS["zh"]["kinds"])


def test_a_chinese_line_may_be_broken_before_a_word():
    report = LintReport([], lang="zh")
    report.remarks.append("学习率abc，太大")
    text = report.text(width=8)
    assert text.splitlines()[-3:] == ["学习率", "abc，太", "大"]


def test_hostile_labels_stay_text_on_one_line():
    w = Value(9.0, HOSTILE)
    out = (w * 1.0).sigmoid().named(HOSTILE)
    report = lint([w, Value(1.0, HOSTILE)], (out - 0.5).square())
    for finding in report:
        assert "\n" not in finding.sentence
        assert "\x1b" not in finding.sentence
        assert "<script>" in finding.sentence
    assert "\x1b" not in str(report)
    assert repr(report) == str(report)  # what a notebook shows
    long = Value(9.0, "x" * 10_000)
    found = str(lint([long], ((long * 1.0).sigmoid() - 0.5).square()))
    assert len(found) < 2000 and f"({'x' * 40}…{'x' * 19})" in found.replace("\n", "")


def test_the_same_report_twice():
    texts = {str(report) for _ in range(2) for report in all_kinds("en")}
    assert len(texts) == len(list(all_kinds("en")))


# -- bad input -----------------------------------------------------------------------------------------------------


def test_bad_input():
    net = nn.MLP(2, [2, 1], seed=0)
    loss = batch_loss(net, xor())
    rows = ([[0.0, 1.0]], [1.0])
    for error, words, call in [
        (TypeError, "the loss is a Value.*give data=", lambda: lint(net, "mse")),
        (TypeError, "the loss is a Value", lambda: lint(net, 0.5)),
        (TypeError, "a name or a function, not a Value", lambda: lint(net, loss, data=rows)),
        (ValueError, "there is no loss 'mes': did you mean 'mse'", lambda: lint(net, "mes", data=rows)),
        (TypeError, "a model has parameters", lambda: lint(7, loss)),
        (TypeError, "parameters of a model are Values, not float", lambda: lint([1.0], loss)),
        (ValueError, "is the result of an operation", lambda: lint([loss], loss)),
        (ValueError, "no parameters that need a gradient", lambda: lint([], loss)),
        (ValueError, "no parameters that need a gradient", lambda: lint([te.constant(1.0)], loss)),
        (RuntimeError, "needs no gradient", lambda: lint(net, te.constant(1.0))),
        (ValueError, "Invalid learning rate: -1", lambda: lint(net, loss, lr=-1.0)),
        (TypeError, "Invalid learning rate: 'fast'", lambda: lint(net, loss, lr="fast")),
        (TypeError, "optimizer is one of", lambda: lint(net, loss, optimizer="sgd")),
        (ValueError, "not both", lambda: lint(net, loss, lr=1.0, optimizer=optim.SGD(net.parameters()))),
        (ValueError, "lang is one of en, zh", lambda: lint(net, loss, lang="de")),
    ]:
        with pytest.raises(error, match=words):
            call()
    copy.deepcopy(net)


# -- the command ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "argv, code, words",
    [
        ([], 0, "nothing found"),
        (["--lr", "0.5"], 0, "up to 54.73 are stable"),
        (["--lr", "100"], 1, "the learning rate 100 is above 54.73"),
        (["--lr", "100", "--lang", "zh"], 1, "学习率 100 超过了"),
        (["--lr", "100", "--ascii"], 1, "lambda_max"),
        (["--net", "2,4,4,4,4,4,4,1", "--activation", "sigmoid"], 1, "vanishing"),
        (["--data", "xor", "--net", "2,3,1", "--lr", "0.1"], 0, "nothing found"),
    ],
)
def test_the_command(capsys, argv, code, words):
    assert main(["lint", *argv]) == code
    assert words in capsys.readouterr().out


@pytest.mark.parametrize(
    "argv, words",
    [
        (["--net", "3,1", "--data", "moons"], "a net for it is 2"),
        (["--net", "2,999,999,1", "--data", "moons"], "1,000,998 weights, more than 2,000"),
        (["--net", "2,2,1", "--activation", "tanhh"], "did you mean 'tanh'"),
    ],
)
def test_wrong_use_of_the_command(capsys, argv, words):
    assert main(["lint", *argv]) == 2
    assert words in capsys.readouterr().err


def test_the_largest_net_of_the_command(capsys, monkeypatch):
    for most, code in ((9, 0), (8, 2)):
        monkeypatch.setattr("tinygrad_edu.linter.commands.MOST", most)
        assert main(["lint", "--net", "2,3,1", "--data", "xor"]) == code
    assert "2,3,1 is a network of 9 weights, more than 8" in capsys.readouterr().err


@pytest.mark.parametrize("rate", ["nan", "inf", "-1", "fast"])
def test_a_rate_that_is_none(capsys, rate):
    with pytest.raises(SystemExit) as stopped:
        main(["lint", f"--lr={rate}"])
    assert stopped.value.code == 2


def test_data_of_the_command_line():
    from tinygrad_edu.linter.commands import DATA

    assert {name: len(make(0)) for name, make in DATA.items()} == {"xor": 4, "moons": 100, "circles": 100}
    assert DATA["moons"](1)[0] != DATA["moons"](2)[0]
