"""The network, the path, the layers and show(): the article's pictures, and nets of other kinds and sizes."""

import itertools
import math
import random
import re
import runpy
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import tinygrad_edu as te
from tests.drawn import attributes, boxes, number, numbers, overlaps, parse, shared, words
from tests.examples import costly
from tinygrad_edu import Value, constant, draw, nn
from tinygrad_edu.draw import text
from tinygrad_edu.draw.article import article_pictures
from tinygrad_edu.draw.chain import Way
from tinygrad_edu.draw.crowd_view import crowd_scene
from tinygrad_edu.draw.engines import lay_out
from tinygrad_edu.draw.layers_view import histogram
from tinygrad_edu.draw.net import find_network
from tinygrad_edu.draw.network_view import network_scene
from tinygrad_edu.draw.reading import Reading
from tinygrad_edu.graph import fold
from tinygrad_edu.report import article_page


def mlp(*sizes, examples=1, **settings):
    net = nn.MLP(sizes[0], sizes[1:], **({"activation": "tanh", "seed": 0} | settings))
    pick = random.Random(1)
    losses = [
        nn.mse_loss(
            net([pick.uniform(-1, 1) for _ in range(sizes[0])]), [pick.uniform(-1, 1) for _ in range(sizes[-1])]
        )
        for _ in range(examples)
    ]
    loss = losses[0]
    for other in losses[1:]:
        loss = loss + other
    return net, loss.named("E")


def label_boxes(picture):
    """What each label on a line covers."""
    layout = lay_out(picture.scene, "builtin")
    found = []
    for edge, at in zip(picture.scene.edges, layout.labels, strict=True):
        if edge.label:
            x, y = at
            half = (edge.label.width + 2) / 2, edge.label.up / 2
            found.append((x - half[0], y - half[1], x + half[0], y + half[1]))
    return found


# -- the article -----------------------------------------------------------------------------------------------------


def test_the_articles_pictures_print_the_engines_numbers(article):
    article["E_total"].backward()
    known = [x for v in article.values.values() for x in (v.data, v.grad)]
    partials = [d for v in article.values.values() for d in v.partials if d is not None]
    brings = [v.grad * d for v in article.values.values() for d in v.partials if d is not None]
    for name, picture in article_pictures(digits=9).items():
        attributes(picture.svg)
        printed = numbers(picture.svg)
        assert len(printed) >= {"1": 0, "2": 0, "3": 20, "4": 19, "5": 39, "6": 35}[name[0]], name
        for x in printed:
            exact = [0.5, 1.0, *known, *partials, *brings, *map(abs, brings), *_slopes(article)]
            assert min(abs(x - y) for y in exact) < 6e-10, (name, x)


def _slopes(article):
    folded = fold(article["E_total"])
    return [d for partials in folded.partials.values() for d in partials if d is not None]


def test_network_of_the_article(article):
    spoken = draw.draw_network(article["E_total"], digits=9).describe().splitlines()
    assert "w5 = 0.40, ∂E/∂w5 = +0.082167041" in spoken
    assert "o2: out = 0.772928465, δ = ∂E/∂net = −0.038098237" in spoken
    assert "E_o1 = 0.274811083, target 0.01" in spoken
    spoken = draw.draw_network(article["E_total"], show="deltas", digits=9).describe()
    assert "it brings δ_o1·w5 = +0.055399425" in spoken
    assert "it brings δ_o2·w7 = −0.019049118" in spoken
    names = draw.draw_network(article["E_total"], show="names").svg
    assert numbers(names) == []
    assert {f"w{i}" for i in range(1, 9)} <= set(words(parse(names)))
    assert {"L1", "L2", "L3"} <= set(words(parse(draw.draw_network(article["E_total"], show="structure").svg)))


@pytest.mark.parametrize(
    "show, title",
    [
        ("names", "its layers"),
        ("structure", "its layers"),
        ("weights", "its weights"),
        ("deltas", "what flows back"),
        ("gradients", "gradient flow"),
    ],
)
def test_a_large_network_is_drawn_without_numbers_where_none_are_asked_for(article, show, title):
    scene = draw.draw_network(article["E_total"], show=show, labels=False).scene
    assert scene.title == f"2-2-2 network: {title}"
    coloured = [edge for edge in scene.edges if edge.carries is not None] + [c for c in scene.cards if c.heat]
    assert bool(coloured) == bool(scene.legend) == (title != "its layers")
    assert any("=" in said for said in scene.spoken) == (title != "its layers")
    backward = show in ("gradients", "deltas")
    assert (
        ("δ" in "".join(card.spoken for card in scene.cards))
        == any("δ" in words for _, words in scene.legend)
        == backward
    )
    if show == "weights":  # the forward pass: the larger the output, the deeper its disc
        outs = [float(card.spoken.split("= ")[1]) for card in scene.cards if card.heat]
        heats = [card.heat[1] for card in scene.cards if card.heat]
        assert heats == [round((out / max(outs)) ** 0.5, 2) for out in outs] and len(outs) == 4


def test_path_to_w1(article):
    picture = draw.draw_path(article["E_total"], wrt=article["w1"])
    spoken = picture.describe()
    for line in (
        "∂net_o1/∂out_h1 = w5 = 0.400000, brings +0.055399",
        "∂net_o2/∂out_h1 = w7 = 0.500000, brings −0.019049",
        "∂E_o1/∂out_o1 = −(t1 − out_o1) = 0.741365",
        "∂E_total/∂w1 = +0.000438568",
    ):
        assert line in spoken
    assert len(picture.scene.cards) == 10
    assert "w2" not in [card.spoken[:2] for card in picture.scene.cards]
    other_way = [
        edge.carries for edge in picture.scene.edges if edge.spoken.startswith(("∂net_o2", "∂out_o2", "∂E_o2"))
    ]
    assert len(other_way) == 3
    assert max(other_way) < 0  # the whole second branch pulls the other way


def test_same_picture_from_a_module(article):
    net = nn.MLP(2, [2, 2], activation="sigmoid", output_activation="sigmoid", bias="shared", seed=0)
    for p in net.parameters():
        p.data = article[p.label].data
    out = net([Value(0.05, "i1"), Value(0.10, "i2")])
    errors = [
        (0.5 * (article[f"t{k}"] - o).square()).named(f"E_o{k}") for k, o in enumerate(out, 1)
    ]  # fmt: skip
    loss = (errors[0] + errors[1]).named("E_total")
    assert draw.draw_network(net, loss=loss).svg == draw.draw_network(article["E_total"]).svg


# -- paths in general ------------------------------------------------------------------------------------------------


@costly(40)
@given(st.data())
def test_caption_is_the_derivative(data):
    values = [Value(data.draw(st.floats(0.3, 2.0)), f"x{i}") for i in range(3)]
    for i in range(data.draw(st.integers(2, 14))):
        a, b = data.draw(st.sampled_from(values)), data.draw(st.sampled_from(values))
        op = data.draw(st.sampled_from([lambda a, b: a * b, lambda a, b: a + b, lambda a, b: (a - b).tanh() + 2.0]))
        values.append(op(a, b).named(f"v{i}"))
    root = values[-1]
    root.backward()
    for wrt in values[:3]:
        way = Way(Reading(root), wrt)
        if way.nodes:
            product = math.prod(factor.value for factor in way.factors())
            assert product == pytest.approx(wrt.grad, rel=1e-9, abs=1e-12)
            for factor in way.factors():
                if factor.branches:
                    assert sum(b[2] for b in factor.branches) == pytest.approx(factor.value, rel=1e-9, abs=1e-12)
            picture = draw.draw_path(root, wrt, engine="builtin")
            attributes(picture.svg)
            assert overlaps(boxes(picture.scene, lay_out(picture.scene, "builtin"))) == []


def recurrent(inputs, u, v):
    h = 0.0
    for x in inputs:
        h = te.tanh(v * x + u * h)
    return (h - 1.0) ** 2


@pytest.mark.parametrize("inputs", [(1.0, 0.5, -1.0), (1.0, 0.5, -1.0, 0.3, -0.2)])
def test_lines_with_labels_of_their_own_have_tracks_of_their_own(inputs):
    """Where both go far from one Value, one sees which label is whose."""
    u, v = Value(0.5, "u"), Value(0.25, "v")
    for wrt in (u, v):
        scene = draw.draw_path(recurrent(inputs, u, v), wrt).scene
        assert shared(scene, lay_out(scene, "builtin")) == []


def test_lines_of_two_colours_never_run_on_one_track():
    """Where they did the thinner one could not be seen to go on. Those of one colour do."""
    root = recurrent((1.0, 0.5, -1.0, 0.3, -0.2), Value(0.5, "u"), Value(0.25, "v"))
    scene = draw.draw_graph(root, fold=None).scene
    together = [{scene.edges[k].role for k in pair} for pair in shared(scene, lay_out(scene, "builtin"))]
    assert together and all(len(roles) == 1 for roles in together)


def test_a_sum_of_many_branches_is_not_called_by_the_name_of_one():
    """v feeds the last step itself: on that arrow ∂v9/∂v is −0.2, and over all five steps it is another number."""
    v = Value(0.25, "v")
    root = recurrent((1.0, 0.5, -1.0, 0.3, -0.2), Value(0.5, "u"), v)
    caption = text.plain(draw.draw_path(root, v, engine="builtin").scene.caption[0])
    assert "∂v9/∂v" not in caption
    assert "∂v10/∂v9 · (a sum over 5 branches)" in caption


def test_many_branches_become_one_line():
    x = Value(0.5, "x")
    parts = [(x * float(k)).named(f"p{k}") for k in range(1, 17)]
    total = parts[0]
    for part in parts[1:]:
        total = total + part
    picture = draw.draw_path(total.named("y"), wrt=x)
    texts = words(parse(picture.svg))
    assert "12 more bring" in texts
    assert f"+{sum(range(1, 13)):.6f}" in texts
    assert len(picture.scene.cards) == 1 + 4 + 1 + 1


def test_path_through_a_thousand_paths_is_quick():
    _, loss = mlp(4, 6, 6, 6, 6, 1)
    w = next(v for v in fold(loss).nodes if v.label == "w1_1_1")
    assert "more bring" in draw.draw_path(loss, wrt=w).svg


def test_path_with_the_other_operands(article):
    plain, more = (draw.draw_path(article["E_total"], article["w5"], context=c) for c in (False, True))
    assert len(more.scene.cards) > len(plain.scene.cards)
    assert "t1" in more.describe()
    assert overlaps(boxes(more.scene, lay_out(more.scene, "builtin"))) == []


def test_a_gradient_of_what_has_no_name_is_called_so_in_both_views():
    w = Value(0.5, "w")
    y = (w * 2.0).named("a").tanh() * 0.5
    for picture in (draw.draw_graph(y), draw.draw_path(y, wrt=w)):
        assert ", grad = +" in picture.describe() and "∂/∂" not in picture.describe() and "∂/∂" not in picture.svg
    assert "∂y/∂a = +" in draw.draw_path(y.named("y"), wrt=w).describe()


def test_no_path(article):
    with pytest.raises(ValueError, match="no way leads from stranger to E_total"):
        draw.draw_path(article["E_total"], wrt=Value(1.0, "stranger"))
    with pytest.raises(ValueError, match="t1 is a constant"):
        draw.draw_path(article["E_total"], wrt=article["t1"])
    with pytest.raises(TypeError, match="Value to differentiate by"):
        draw.draw_path(article["E_total"], wrt="w1")
    assert "1.000000" in draw.draw_path(article["E_total"], wrt=article["E_total"]).describe()


# -- networks in general ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("sizes", [(1, 1), (2, 2), (2, 3, 1), (3, 3, 2), (2, 4, 3, 1), (6, 6)])
def test_labels_cover_nothing(sizes):
    for show in ("gradients", "deltas", "weights"):
        net, loss = mlp(*sizes)
        picture = draw.draw_network(net, loss, show=show)
        layout = lay_out(picture.scene, "builtin")
        cards = boxes(picture.scene, layout)
        labels = label_boxes(picture)
        assert overlaps(cards) == []
        assert overlaps(labels) == []
        assert not [1 for a, b in itertools.product(labels, cards) if overlaps([a, b])]
        attributes(picture.svg)


def test_neurons_hold_what_is_written_in_them_and_labels_fit_between():
    """Names as long as they get, and gradients of twelve digits."""
    net, _ = mlp(2, 2, 1)
    for k, p in enumerate(net.parameters()):
        p.label = f"a weight whose name is long, number {k}"
    x = [Value(0.5, "the_first_input_of_all"), Value(1e-300, "the_second_input_of_all")]
    loss = nn.mse_loss(net(x), [1e5]).named("the_error_of_this_network")
    for show in ("gradients", "deltas", "weights", "names"):
        scene = draw.draw_network(net, loss, show=show).scene
        circles = [card for card in scene.cards if card.shape == "circle"]
        assert all(card.around <= card.width for card in circles)
        assert len({card.width for card in circles}) == 1
        for left, top, right, low in label_boxes(draw.draw_network(net, loss, show=show)):
            for card, (x, y) in zip(scene.cards, lay_out(scene).centres, strict=True):
                beside = max(left - x, x - right, 0.0), max(top - y, y - low, 0.0)
                if card.shape == "circle":
                    assert math.hypot(*beside) > card.width / 2
                else:
                    assert beside[0] > card.width / 2 or beside[1] > card.height / 2


@pytest.mark.parametrize("sizes", [(6, 6), (1, 6, 1), (5, 1, 5)])
def test_no_line_passes_behind_a_neuron(sizes):
    for show, bias in itertools.product(("gradients", "structure"), (True, "shared")):
        scene = draw.draw_network(*mlp(*sizes, activation="sigmoid", bias=bias), show=show).scene
        for edge, curve in zip(scene.edges, lay_out(scene).curves, strict=True):
            (x0, y0), (x1, y1) = curve[0], curve[-1]
            for k, (x, y) in enumerate(lay_out(scene).centres):
                if k not in (edge.tail, edge.head) and scene.cards[k].shape == "circle":
                    away = abs((x1 - x0) * (y0 - y) - (x0 - x) * (y1 - y0)) / math.hypot(x1 - x0, y1 - y0)
                    assert away > scene.cards[k].width / 2 or not min(x0, x1) < x < max(x0, x1)


def test_weights_written_by_hand_are_recognised():
    w = [Value(0.1 * k, f"w{k}") for k in range(1, 5)]
    i1, b = Value(1.0, "i1"), Value(0.5, "b")
    h1 = (i1 * w[0] + b).named("net_h1").tanh().named("out_h1")
    h2 = (w[1] * i1).named("net_h2").tanh().named("out_h2")
    o1 = (h1 * w[2] + w[3] * h2).named("out_o1")
    network = find_network(o1.square().named("E"))
    assert [[unit.name for unit in layer] for layer in network.layers] == [["i1"], ["h1", "h2"], ["o1"]]
    assert [[v.label for v, _ in unit.weights] for unit in network.units] == [[], ["w1"], ["w2"], ["w3", "w4"]]
    assert network.layers[1][0].bias is b
    assert draw.draw_network(o1.square().named("E")).describe().count("∂E/∂w") == 4


@pytest.mark.parametrize("first, second", [("<b>", "h 2"), ("隐一", "x\n|{y}"), ("h10", "h9")])
def test_neurons_may_have_any_names(first, second):
    """All of them are drawn: half a network would look like a whole one."""
    x = Value(0.5, "x")
    h1, h2 = ((Value(k, f"w{k}") * x).named(f"net_{n}").tanh().named(f"out_{n}") for k, n in ((1, first), (2, second)))
    network = find_network((Value(3.0, "w3") * h1 + Value(4.0, "w4") * h2).named("net_?").sigmoid().named("out_?"))
    in_order = [first, second] if first != "h10" else [second, first]
    assert [[unit.name for unit in layer] for layer in network.layers] == [["x"], in_order, ["?"]]


@pytest.mark.parametrize(
    "used, drawn",
    [
        (["height", "age", "b2", "a10"], ["height", "age", "b2", "a10"]), (["i10", "i9", "i1"], ["i1", "i9", "i10"]),
        (["x2_1", "x1_10", "x1_9"], ["x1_9", "x1_10", "x2_1"]), (["体重", "身高"], ["体重", "身高"]),
        (["身高", "体重"], ["身高", "体重"]),
    ],
)  # fmt: skip
def test_inputs_stand_by_number_or_as_they_are_used(used, drawn):
    out = te.dot([Value(1.0, f"w{k}") for k in range(len(used))], [Value(0.5, name) for name in used]).named("out_o1")
    assert [unit.name for unit in find_network(out).layers[0]] == drawn


def test_several_examples_are_one_picture():
    net, loss = mlp(2, 2, 1, examples=3)
    picture = draw.draw_network(net, loss, digits=9)
    assert "3 examples" in picture.describe()
    loss.backward()
    for p in net.parameters():
        assert f"∂E/∂{p.label} = {p.grad:+.9f}".replace("-", "−") in picture.describe()
    network = find_network(loss, net)
    assert network.delta(network.layers[2][0]) == pytest.approx(net.layers[1].neurons[0].b.grad)


def test_the_line_of_infinite_gradients_is_as_wide_as_the_widest():
    w1, w2 = Value(0.5, "w1"), Value(float("inf"), "w2")
    out = (w2 * (w1 * constant(1.0, "i1")).named("net_h1").named("out_h1")).named("net_o1")
    assert [edge.width for edge in draw.draw_layers((2.0 * out).named("E")).scene.edges] == [8.0, 8.0, 1.6]


def test_inputs_of_several_examples_are_their_mean():
    net = nn.MLP(2, [2, 1], activation="tanh", seed=0)
    loss = nn.mse_loss([net(x) for x in ([0.0, 1.0], [1.0, 1.0], [1.0, 4.0], [0.0, -1.0])], [[0.0]] * 4)
    assert [unit.out for unit in find_network(loss).layers[0]] == [0.5, 1.25]
    assert "i1 = 0.50" in draw.draw_network(net, loss).describe()
    layers = draw.draw_layers(net, loss)
    assert "mean 0.875" in layers.describe() and "25%" in words(parse(layers.svg))  # of the eight, two are 0


def test_inputs_of_several_examples_written_by_hand_are_their_mean():
    w, b = Value(0.5, "w1"), Value(0.1, "b1")
    outs = [(w * Value(x, "i1") + b).named("net_o1").tanh().named("out_o1") for x in (1.0, 2.0, 6.0)]
    network = find_network((outs[0] + outs[1] + outs[2]).named("E"))
    assert [unit.out for unit in network.layers[0]] == [3.0] and network.examples == 3


def test_a_hidden_state_is_no_input_of_another_step():
    w, u, x = Value(0.5, "w1"), Value(0.25, "w2"), Value(1.0, "x")
    h = te.constant(0.0, "h0")
    for _ in range(3):
        h = te.dot([w, u], [x, h]).named("net_h1").tanh().named("out_h1")
    assert [(unit.name, unit.out) for unit in find_network(h).layers[0]] == [("x", 1.0), ("h0", 0.0)]


@pytest.mark.parametrize(
    "activation, called, slope",
    [
        ("tanh", "tanh", lambda x, y: 1.0 - y * y), ("softmax", "softmax", None), ("log_softmax", "log_softmax", None),
        ("linear", "linear", None), (lambda x: 2.0 * x, "2·net", lambda x, y: 2.0),
        (partial(te.leaky_relu, negative_slope=0.2), "leaky_relu", lambda x, y: 1.0 if x > 0.0 else 0.2),
        (lambda x: x * te.sigmoid(x), "net·sigmoid(net)", lambda x, y: y / x * (1.0 + x - y)),
        (lambda x: x - 1.5, "net − 1.5", None), (lambda x: x - te.tanh(x), "net − tanh(net)", None),
        (lambda x: x - te.logsumexp([te.constant(0.0), te.constant(1.0)]), "net − logsumexp(0, 1)", None),
        (lambda x: te.exp(x - 1.0), "exp(net − 1)", None), (lambda x: 2.0 - x, "2 − net", None),
        (lambda x: te.tanh(x) + te.tanh(x - 1.2345), "tanh(net) + tanh(net − 1.2345)", None),
        (lambda x: te.relu(x) + te.relu(x - 1.0) + te.relu(x - 2.0), "relu(net) + relu(net − 1) + r…", None),
    ],
)  # fmt: skip
def test_how_an_activation_is_called_and_its_slope(activation, called, slope):
    net = nn.MLP(2, [3], output_activation=activation, seed=2)
    units = find_network(nn.mse_loss(net([0.5, -1.0]), [0.0, 1.0, 0.0])).layers[-1]
    assert {unit.activation for unit in units} == {called}
    if slope:
        wanted = [[slope(unit.nets[0].data, unit.outs[0].data)] for unit in units]
        assert [unit.slope for unit in units] == [pytest.approx(each) for each in wanted]
    elif "softmax" in called:  # a neuron's share in it is not its slope
        assert not any(unit.slope for unit in units)


@pytest.mark.parametrize("view", [lambda loss, w: draw.draw_graph(loss), lambda loss, w: draw.draw_path(loss, wrt=w)])
def test_nodes_of_one_name_are_told_apart_as_in_explanations(view):
    net = nn.MLP(1, [1, 1], activation="tanh", seed=0)
    loss = nn.mse_loss([net([1.0]), net([2.0])], [[0.0], [1.0]])
    said = view(loss, net.parameters()[0]).describe()
    explained = str(te.explain(loss, wrt=net.parameters()[0], digits=6))
    for name in ("net_h1#1", "net_h1#2", "out_h1#1", "out_h1#2", "out_o1#2"):
        assert f"∂loss/∂{name} = " in said and name in explained
    assert "∂loss/∂net_h1 " not in said


def test_a_vanishing_gradient_keeps_its_digits_layer_by_layer():
    net, loss = mlp(2, *[2] * 9, 1, activation="sigmoid")
    said = draw.draw_layers(net, loss).describe()
    loss.backward()
    first = net.layers[0].weights
    norm = math.sqrt(sum(w.grad**2 for row in first for w in row))
    assert norm < 1e-5 and f"norm {norm:#.4g}\n" in said
    assert f"mean |δ| {sum(abs(b.grad) for b in net.layers[0].biases) / 2:#.4g}," in said


@pytest.mark.parametrize("slope, share", [(0.01, "0%"), (0.0099, "100%")])
def test_a_leaky_relu_of_the_usual_slope_does_not_saturate(slope, share):
    net = nn.MLP(1, [2], output_activation=partial(te.leaky_relu, negative_slope=slope), seed=0)
    for p in net.parameters():
        p.data = -1.0
    assert f"saturated {share}" in draw.draw_layers(net, nn.mse_loss(net([1.0]), [1.0, 1.0])).describe()


def test_large_networks_leave_out_and_say_so():
    net, loss = mlp(2, 40, 16, 1)
    picture = draw.draw_network(net, loss)
    assert "⋮  28 more" in words(parse(picture.svg))
    assert "the first and the last 6" in picture.describe()
    strongest = draw.draw_network(net, loss, pick="delta")
    network = find_network(loss)
    best = max(network.layers[1], key=lambda unit: abs(network.delta(unit)))
    assert any(card.spoken.startswith(best.name + ":") for card in strongest.scene.cards)
    attributes(picture.svg)
    wide, its_loss = mlp(16, *[16] * 21, 1, activation="relu")
    with pytest.raises(ValueError, match=r"5,\d\d\d lines; more than 5,000 cannot be read. draw_layers"):
        draw.draw_network(wide, its_loss)


def test_layers():
    net, loss = mlp(5, 12, 3, examples=2, activation="sigmoid")
    loss.backward()
    picture = draw.draw_layers(net, loss=loss)
    norm = math.sqrt(sum(w.grad**2 for row in net.layers[0].weights for w in row))
    assert f"W1: 12 × 5, 60 weights + 12 biases, gradients from " in picture.describe()  # noqa: F541
    assert f"norm {norm:.6f}" in picture.describe()
    assert "hidden layer: 12 neurons, sigmoid, mean output" in picture.describe()
    attributes(picture.svg)
    dead, its_loss = mlp(3, 4, 1, activation="relu")
    for layer in dead.layers[:1]:
        for neuron in layer.neurons:
            neuron.b.data = -100.0
    its_loss = nn.mse_loss(dead([0.1, 0.2, 0.3]), [1.0]).named("E")
    assert "saturated 100%" in draw.draw_layers(dead, its_loss).describe()


def test_no_network():
    w, x = Value(1.0, "w"), Value(2.0, "x")
    with pytest.raises(
        ValueError, match="there is no network in the graph of y: a neuron is known by the names net_h1"
    ):
        draw.draw_network((w * x).named("y"))
    net, _ = mlp(2, 1)
    other, loss = mlp(2, 1)
    with pytest.raises(ValueError, match="there is no MLP in the graph of E"):
        draw.draw_network(net, loss)
    with pytest.raises(TypeError, match=r"draw_network\(net, loss=E\)"):
        draw.draw_network(other)
    with pytest.raises(TypeError, match="the MLP alone has no gradients: show the loss"):
        draw.show(other)
    with pytest.raises(TypeError, match="a picture is drawn of a Value, here the root; this is int 5"):
        draw.draw_layers(5)
    with pytest.raises(TypeError, match="a module with parameters"):
        draw.draw_network("net", loss)
    with pytest.raises(ValueError, match="show is one of gradients"):
        draw.draw_network(other, loss, show="everything")
    with pytest.raises(ValueError, match="pick is"):
        draw.draw_network(other, loss, pick="all")


def test_gradients_that_are_not_finite():
    net, _ = mlp(2, 2, 1)
    for bad in (float("inf"), float("nan")):
        loss = nn.mse_loss(net([bad, 1.0]), [1.0]).named("E")
        for picture in (draw.draw_network(net, loss), draw.draw_network(net, loss, labels=False),
                        draw.draw_layers(net, loss), draw.draw_graph(loss, engine="builtin")):  # fmt: skip
            attributes(picture.svg)


# -- show ------------------------------------------------------------------------------------------------------------


def test_show_picks_by_size_and_says_so(article):
    w, x = Value(0.5, "w"), Value(2.0, "x")
    assert draw.show(w * x).scene.title.endswith("every operation")
    assert draw.show(article["E_total"]).describe().splitlines()[-1] == (
        '31 boxes, shown as 25 named Values; view="operations" shows all'
    )
    _, loss = mlp(2, 8, 8, 1)
    assert "shown as a network" in draw.show(loss).svg
    _, loss = mlp(20, 60, 1)
    assert draw.show(loss).describe().splitlines()[-1].endswith('shown as layers; view="network" shows neurons')
    assert "every operation" in draw.show(article["E_total"], view="operations").describe()
    with pytest.raises(ValueError, match="view is one of"):
        draw.show(loss, view="all")
    with pytest.raises(TypeError):
        draw.show("loss")


@costly(200)
@given(st.lists(st.integers(1, 5), min_size=2, max_size=4), st.sampled_from(["sigmoid", "relu", "linear", "softmax"]))
def test_any_mlp(sizes, activation):
    net, loss = mlp(*sizes, activation=activation)
    network = find_network(loss, net)
    assert [len(layer) for layer in network.layers] == sizes
    assert {id(w) for unit in network.units for w, _ in unit.weights} == {
        id(w) for layer in net.layers for row in layer.weights for w in row
    }
    attributes(draw.draw_network(net, loss).svg)
    assert number("−1.5") == -1.5


def test_long_ways_leave_out_their_middle():
    w = Value(0.99, "w")
    y = w
    for i in range(1, 200):
        y = (y.tanh() * 1.01).named(f"y{i}")
    y = (y + w).named("z")
    for i in range(1, 2000):
        y = (y * 0.999).named(f"u{i}")
    picture = draw.draw_path(y, wrt=w, engine="builtin")
    y.backward()
    assert len(picture.scene.cards) == 15
    assert "193 steps not drawn, ∂y197/∂y3 = 0.000557" in picture.describe()
    assert picture.describe().endswith(f"∂u1999/∂w = {w.grad:+.9f}")
    assert overlaps(boxes(picture.scene, lay_out(picture.scene, "builtin"))) == []
    for edge in picture.scene.edges:
        assert picture.scene.cards[edge.tail].rank < picture.scene.cards[edge.head].rank


def test_gallery(tmp_path):
    program = Path(__file__).parent.parent / "examples" / "gallery.py"
    page = runpy.run_path(str(program))["page"]()
    assert page.count("<svg") == page.count("<h2>") == 10
    assert "http" not in page.replace('xmlns="http://www.w3.org/2000/svg"', "")
    ids = re.findall(r'\bid="([^"]+)"', page)
    assert len(ids) == len(set(ids)) == 20


@pytest.mark.parametrize("make", [Value, constant, lambda x, label: constant(x), lambda x, label: x])
@pytest.mark.parametrize("inputs", [(0.5, -1.0), (0.5, 0.5), (1.0, 1.0)])
def test_inputs_of_any_kind(make, inputs):
    """A net by hand is the same net, whether its inputs are Values, constants with a name or without, or numbers."""
    i1, i2 = (make(x, f"i{k}") for k, x in enumerate(inputs, 1))
    w = [Value(0.25 * k - 0.5, f"w{k}") for k in range(6)]
    b = Value(0.3, "b")
    h1 = (w[0] * i1 + w[1] * i2 + b).named("net_h1").tanh().named("out_h1")
    h2 = (w[2] * i1 + b + i2 * w[3]).named("net_h2").tanh().named("out_h2")
    E = ((w[4] * h1 + w[5] * h2).named("net_o1") - 1.0).square().named("E")
    network = find_network(E)
    assert [[unit.name for unit in layer] for layer in network.layers] == [["i1", "i2"], ["h1", "h2"], ["o1"]]
    assert [unit.out for unit in network.layers[0]] == list(inputs)
    assert [[(v.label, source.name) for v, source in unit.weights] for unit in network.units[2:]] == [
        [("w0", "i1"), ("w1", "i2")], [("w2", "i1"), ("w3", "i2")], [("w4", "h1"), ("w5", "h2")]
    ]  # fmt: skip
    assert [unit.bias for unit in network.units[2:]] == [b, b, None]
    draw.draw_network(E, show="deltas")


@pytest.mark.parametrize(
    "between",
    [
        lambda h, v: h, lambda h, v: h * 2.0, lambda h, v: constant(0.5) + h * 2.0, lambda h, v: h + v,
        lambda h, v: h * h, lambda h, v: (h * 2.0).named("s"),
    ],
)  # fmt: skip
def test_what_stands_between_two_neurons(between):
    """Something of one neuron, such as dropout or a normalisation, does not hide it."""
    w1, w2, v = (Value(0.5, label) for label in ("w1", "w2", "v"))
    h = (w1 * Value(1.0, "x")).named("net_h1").tanh().named("out_h1")
    E = (te.dot([w2], [between(h, v)]).named("net_o1") - 1.0).square().named("E")
    assert [(w.label, unit.name) for w, unit in find_network(E).units[-1].weights] == [("w2", "h1")]


@pytest.mark.parametrize(
    "a, b, weight",
    [
        (Value(1.0, "a"), Value(2.0, "b"), "a"), (Value(1.0, "a"), Value(2.0, "w"), "w"),
        (Value(1.0, "w"), Value(2.0, "a"), "w"), (Value(1.0, "w").sin().named("w2"), Value(2.0, "b"), "b"),
        (constant(1.0, "a"), Value(2.0, "b"), "b"), (Value(1.0, "a"), constant(2.0, "b"), "a"),
        (constant(1.0, "w"), Value(2.0, "b"), "w"), (Value(1.0, "w1"), Value(2.0, "w2"), "w1"),
    ],
)  # fmt: skip
def test_which_of_two_factors_is_the_weight(a, b, weight):
    E = te.dot([a, Value(1.0, "w9")], [b, constant(1.0, "x9")]).named("net_o1").tanh().named("out_o1")
    assert [w.label for w, _ in find_network(E).units[-1].weights] == [weight, "w9"]


@pytest.mark.parametrize("target", [constant(0.25, "t1"), Value(0.25, "t1"), Value(0.25, "t_1")])
def test_targets_are_shown_whether_or_not_they_are_constants(target):
    """Not so what is trained, or computed."""
    x, w, scale = constant(1.0, "x"), [Value(0.5, "w1"), Value(-0.5, "w2")], Value(2.0, "scale")
    outs = [(p * x).named(f"net_o{k}").tanh().named(f"out_o{k}") for k, p in enumerate(w, 1)]
    first = ((target - outs[0]).square() * scale).named("E_o1")
    second = (constant(0.5) * scale.square().named("doubled") - outs[1]).square().named("E_o2")
    said = draw.draw_network((first + second).named("E")).describe()
    assert re.findall(r"E_o\d = [^;\n]*", said) == [
        f"E_o1 = {first.data:.6f}, target 0.25", f"E_o2 = {second.data:.6f}"
    ]  # fmt: skip


@pytest.mark.parametrize(
    "errors, found",
    [
        (lambda a, b: (a.square().named("A"), b.square().named("B")), {"o1": "A", "o2": "B"}),
        (lambda a, b: (a.square().named("A"), b.square()), {}),  # one without a name
        (lambda a, b: (a.square().named("A"), b), {}),  # the root itself
        (lambda a, b: ((a * b).named("A"), (a * b).named("A")), {}),  # each uses both
        (lambda a, b: ((a * b).named("A"),), {}),  # both use one
        (lambda a, b: (c := a.square().named("A"), (b + c).named("B")), {}),  # which the other one uses too
        (lambda a, b: ((b + (c := a.square().named("A"))).named("B"), c.sin().named("C")), {}),
    ],
)
def test_every_output_has_an_error_of_its_own_or_none_has(errors, found):
    w1, w2, x = Value(0.5, "w1"), Value(-0.5, "w2"), constant(1.0, "x")
    outs = [(w * x).named(f"net_o{k}").tanh().named(f"out_o{k}") for k, w in enumerate((w1, w2), 1)]
    first, *others = errors(*outs)
    network = find_network(sum(others, first * 1.0).named("E"))
    assert {name: node.label for name, node in network.errors.items()} == found


def test_what_is_called_like_a_neuron_but_has_no_weights_is_an_input():
    w, i1, i2 = Value(2.0, "w"), Value(0.5, "i1"), Value(1.0, "i2")
    h1 = (i1 + i2).named("net_h1").tanh().named("out_h1")
    E = ((h1 * w).named("net_o1") - 1.0).square().named("E")
    assert [[unit.name for unit in layer] for layer in find_network(E).layers] == [["h1"], ["o1"]]
    assert "h1 = 0.905148" in draw.draw_network(E).describe()


def test_a_module_that_another_one_feeds():
    before, after = nn.MLP(2, [2], seed=0), nn.MLP(2, [3, 1], seed=1)
    E = nn.mse_loss(after(before([0.5, 1.0])), [1.0])
    network = find_network(E, after)
    assert [[unit.name for unit in layer] for layer in network.layers[:2]] == [["o1", "o2"], ["h1", "h2", "h3"]]
    draw.draw_network(after, E)


@pytest.mark.parametrize("activation", ["softmax", "log_softmax"])
def test_outputs_of_a_softmax_that_the_error_is_not_made_of(activation):
    """The graph has the chosen one alone: the others are computed, and the derivative by them is 0."""
    model = nn.MLP(2, [2, 3], "tanh", activation, seed=0)
    outs = [model(xs) for xs in ([0.5, 1.0], [0.25, -1.0], [1.0, 1.0])]
    chosen = [row[t] if activation == "log_softmax" else row[t].log() for row, t in zip(outs, (1, 0, 1), strict=True)]
    network = find_network(-(chosen[0] + chosen[1] + chosen[2]))
    units = network.layers[-1]
    assert [unit.activation for unit in units] == [activation] * 3
    for k, unit in enumerate(units):
        assert [out.data for out in unit.outs] == pytest.approx([row[k].data for row in outs], rel=1e-15)
    assert network.by_out(units[2]) == 0.0
    shares = [out.exp().data if activation == "log_softmax" else out.data for out in units[2].outs]
    assert network.delta(units[2]) == pytest.approx(sum(shares), rel=1e-12)


class Apart(nn.Module):
    """Two layers that are attributes."""

    def __init__(self, residual=False):
        self.a, self.b, self.residual = nn.Layer(2, 2, "tanh"), nn.Layer(2, 1), residual

    def forward(self, xs):
        hs = self.a(xs)
        return self.b([x + h for x, h in zip(xs, hs, strict=True)] if self.residual else hs)


@pytest.mark.parametrize("residual", [False, True])
@pytest.mark.parametrize("examples", [1, 3])
def test_layers_that_give_their_neurons_the_same_names(residual, examples):
    net = Apart(residual)
    for layer in (net.a, net.b):
        nn.label_layers(layer)
    outputs = [net([1.0, 0.5 * k]) for k in range(examples)]
    network = find_network(nn.mse_loss(outputs, [[1.0]] * examples).named("E"), net)
    assert [[unit.name for unit in layer] for layer in network.layers] == [["i1", "i2"], ["o1", "o2"], ["o1#2"]]
    assert [unit.activation for layer in network.layers[1:] for unit in layer] == ["tanh", "tanh", "linear"]
    neurons = [*net.a.neurons, *net.b.neurons]
    found = [([w for w, _ in unit.weights], unit.bias) for layer in network.layers[1:] for unit in layer]
    assert found == [(neuron.w, neuron.b) for neuron in neurons]
    assert network.examples == examples and not network.steps


def mixed(mix, second="tanh"):
    """The loss of three layers, of which the last is fed with what the first two give, mixed."""
    a, b, c = nn.Layer(2, 2, "tanh", seed=1), nn.Layer(2, 2, second, seed=2), nn.Layer(2, 1, "linear", seed=3)
    nn.label_layers(a, b, c)
    h = a([0.5, -0.3])
    return nn.half_squared_error(c([mix(x, y) for x, y in zip(h, b(h), strict=True)]), [1.0])


@pytest.mark.parametrize(
    "mix", [lambda x, y: x + y, lambda x, y: te.sum([y, 0.5 * x, 1.0]), lambda x, y: (x + y).named("sum")]
)
def test_a_sum_of_neurons_feeds_as_each_of_them(mix):
    """A residual network: the weight is on a line to each, and counts once."""
    E = mixed(mix)
    network = find_network(E)
    assert network.sizes == "2-2-2-1"
    (output,) = network.layers[-1]
    assert sorted(source.name for _, source in output.weights) == ["h1_1", "h1_2", "h2_1", "h2_2"]
    assert len(network.weights(3)) == len(network.gradients(3)) == 2
    assert "W3: 1 × 2" in draw.draw_layers(E).describe()
    assert "i1 = 0.5\ni2 = −0.3\n" in draw.draw_network(E).describe()


def test_a_weight_on_several_lines_has_one_label():
    """In a residual network, on the nearest."""
    for show, labels in (("gradients", 10), ("weights", 10), ("names", 10), ("structure", 0), ("deltas", 10)):
        scene = draw.draw_network(mixed(lambda x, y: x + y), show=show).scene
        weights = [edge for edge in scene.edges if edge.tail < 6 and edge.head < 7]  # six before the output, and it
        labelled = [edge for edge in weights if edge.label]
        assert len(weights) == 12 and len(labelled) == labels
        assert all(edge.tail in (4, 5) for edge in labelled if edge.head == 6)
        assert any("what the nearest says" in remark for remark in scene.remarks) == (labels == 10)
    assert not draw.draw_network(mixed(lambda x, y: y)).scene.remarks


def test_what_the_lines_of_a_residual_network_bring_adds_up():
    network = find_network(mixed(lambda x, y: x + y))
    for unit in network.layers[1] + network.layers[2]:
        users = [(w, user) for user in network.units for w, source in user.weights if source is unit]
        assert sum(network.delta(user) * w.data for w, user in users) == pytest.approx(network.by_out(unit), rel=1e-12)


def test_an_input_that_is_added_again_is_the_input():
    w1, w2, v, x = Value(0.5, "w1"), Value(0.25, "w2"), Value(2.0, "v"), Value(1.5, "x")
    h = (w1 * x).named("net_h1").tanh().named("out_h1")
    network = find_network(((w2 * (h * v + x)).named("net_o1") - 1.0).square().named("E"))
    assert [source.name for _, source in network.units[-1].weights] == ["h1", "x"]


def test_sums_of_sums_are_read_once_and_without_recursion():
    """Forty doublings are 2⁴⁰ terms; three thousand additions are a graph as deep."""
    w1, w2 = Value(0.5, "w1"), Value(0.25, "w2")
    h = (w1 * Value(1.0, "x")).named("net_h1").tanh().named("out_h1")
    doubled, deep = h, h
    for _ in range(40):
        doubled = doubled + doubled
    for _ in range(3000):
        deep = deep + 0.5
    for between in (doubled, deep):
        network = find_network(((w2 * between).named("net_o1") - 1.0).square().named("E"))
        assert [source.name for _, source in network.units[-1].weights] == ["h1"]
        assert network.between == (between is doubled)


def test_what_delta_times_weight_leaves_out_is_said():
    """Lines bring δ·w: without the mask of a dropout; and a neuron of a softmax has no slope of its own."""
    between, softmax = "is not in δ·w", "δ is made of all the ∂"

    def remarks(E):
        return " ".join(draw.draw_network(E, show="deltas").scene.remarks)

    plain, residual = mixed(lambda x, y: y), mixed(lambda x, y: x + y)
    assert not remarks(plain) and between not in remarks(residual)
    for twice in (mixed(lambda x, y: 2.0 * y), mixed(lambda x, y: y + y)):
        assert between in remarks(twice) and softmax not in remarks(twice)
    net = nn.MLP(2, [2], "tanh", "softmax", seed=0)
    E = nn.half_squared_error(net([0.5, 1.0]), [1.0, 0.0])
    assert softmax in remarks(E) and between not in remarks(E)


def test_of_a_loss_within_no_grad_there_is_nothing_to_draw():
    net = nn.MLP(2, [2, 1], seed=0)
    with te.no_grad():
        loss = nn.mse_loss(net([0.5, 1.0]), [1.0])
    with pytest.raises(
        ValueError, match=r"loss was computed from nothing, so there is no network: was it within no_grad"
    ):
        draw.draw_network(net, loss)


def test_gates_have_no_layers():
    E = mixed(lambda x, y: x * y, "sigmoid")
    with pytest.raises(ValueError, match="o1 is fed with what was computed from several neurons and is no sum of them"):
        draw.draw_network(E)
    assert draw.show(E).describe().startswith("Computation graph")


def test_layers_that_are_no_matrix_and_of_two_kinds():
    """Of a recurrent network, whose steps read inputs, and give outputs, of their own."""
    w, u, b, v = (Value(x) for x in (0.5, -0.3, 0.1, 0.9))
    h, E = Value(0.0), constant(0.0)
    for x in (1.0, -1.0, 0.5):
        h = te.tanh(w * x + u * h + b)
        E = E + (v * h - 1.0) ** 2
    nn.name_network(E)
    said = draw.draw_layers(E).describe()
    assert "2 neurons, linear / tanh, " in said and "W2, 3 weights + 1 bias, " in said
    remark = "the error is made of the outputs of h2_1, h3_1 too: there are no lines for that"
    for labels in (True, False):
        assert remark in draw.draw_network(E, labels=labels).scene.remarks


def test_the_error_of_many_steps_names_some_of_its_answers():
    w, v = Value(0.5), Value(0.25)
    h, E = Value(1.0, "start"), constant(0.0)
    for _ in range(8):
        h = te.tanh(w * h)
        E = E + (v * h - 1.0) ** 2
    remark = "the error is made of the outputs of h2_1, h3_1, h4_1, h5_1 and 3 more too: there are no lines for that"
    assert remark in draw.draw_network(nn.name_network(E)).scene.remarks
    text = article_page(E, lang="zh", rounds=1).html
    assert "误差也直接取决于 h2_1, h3_1, h4_1, h5_1 和另外 3 个神经元的输出" in text and "no lines" not in text


def test_a_gradient_of_0_has_no_sign_in_the_histogram():
    """Most gradients of a dead layer are 0, and of those that are not the smallest have a sign."""
    bars = histogram([0.0, -0.0, 0.0, 1e-30, -1e-30, 2.0, -1.9, float("inf"), float("nan")], 2.0).heights
    assert [(round(share * 3), role) for share, role in bars if share] == [
        (1, "minus"), (1, "minus"), (3, "muted"), (1, "plus"), (1, "plus")
    ]  # fmt: skip
    assert [role for _, role in bars] == ["minus"] * 8 + ["muted"] + ["plus"] * 8


@pytest.mark.parametrize("size, norm", [(1e200, "1.41421e+200"), (1e-200, "1.414e-200")])
def test_the_norm_of_gradients_whose_squares_are_no_numbers(size, norm):
    w1, w2 = Value(1.0, "w1"), Value(1.0, "w2")
    E = (te.dot([w1, w2], [size, size]).named("net_o1") * 1.0).named("E")
    assert f"norm {norm}" in draw.draw_layers(E).describe()


def test_two_nets_after_another_are_one_and_each():
    first, second = nn.MLP(1, [2, 1], "tanh", seed=0), nn.MLP(1, [3, 1], "tanh", seed=1)
    loss = nn.half_squared_error(second(first([0.5])), [1.0])
    for net, sizes in ((None, [1, 2, 1, 3, 1]), (first, [1, 2, 1]), (second, [1, 3, 1])):
        assert [len(layer) for layer in find_network(loss, net).layers] == sizes


@pytest.mark.parametrize("labels", [True, False], ids=["numbers", "lines alone"])
@pytest.mark.parametrize("steps", [2, 5])
def test_what_a_step_reads_stands_before_it(labels, steps):
    """Inputs of a later layer are in the column before it, below the neurons, and no line passes behind a circle."""
    cell, out = nn.Layer(4, 2, "tanh", seed=0), nn.Layer(2, 1, "linear", seed=1)
    h = [Value(0.1, "h1"), Value(0.2, "h2")]
    for step in range(1, steps + 1):
        h = cell([Value(0.3, f"x{step}_1"), Value(0.4, f"x{step}_2"), *h])
    loss = te.square(out(h)[0])
    nn.name_network(loss)
    network = find_network(loss)
    scene = network_scene(network, "gradients", 6) if labels else crowd_scene(network, "gradients", 6, "ends", False)
    circles = [card for card in scene.cards if card.shape == "circle"]
    columns = sorted({card.at[0] for card in circles})
    assert len(columns) == steps + 2
    of = [[card.spoken.split()[0].strip(":") for card in circles if card.at[0] == x] for x in columns]
    for step in range(1, steps + 1):
        above = ["h1", "h2"] if step == 1 else [f"h{step - 1}_1", f"h{step - 1}_2"]
        assert sorted(of[step - 1]) == sorted([*above, f"x{step}_1", f"x{step}_2"])
        if step > 1:
            low = {name: card.at[1] for card, name in ((card, card.spoken.split()[0].strip(":")) for card in circles)}
            assert max(low[name] for name in above) < low[f"x{step}_1"] < low[f"x{step}_2"]
    for edge in scene.edges:
        ends = [scene.cards[k] for k in (edge.tail, edge.head)]
        if all(card.shape == "circle" for card in ends):
            assert abs(columns.index(ends[0].at[0]) - columns.index(ends[1].at[0])) == 1


def test_a_large_layer_is_shortened_apart_from_what_comes_in_below_it():
    cell, h = nn.Layer(26, 20, "tanh", seed=0), [0.0] * 20
    for step in (1, 2):
        h = cell([*[Value(0.1, f"x{step}_{k}") for k in range(1, 7)], *h])
    loss = nn.name_network(te.square(te.sum(h)))
    scene = crowd_scene(find_network(loss), "gradients", 6, "ends", False)
    second = sorted({card.at[0] for card in scene.cards if card.shape == "circle"})[1]
    column = sorted((card.at[1], card.spoken.split(":")[0]) for card in scene.cards if card.at[0] == second)
    kept = [f"h{k}" for k in (*range(1, 7), *range(15, 21))]
    assert [name for _, name in column] == [*kept[:6], "", *kept[6:], *[f"x2_{k}" for k in range(1, 7)]]


@pytest.mark.parametrize("draw_it", [draw.draw_network, draw.draw_layers])
@pytest.mark.parametrize("width", [2, 40])
def test_a_loss_without_a_name_is_what_its_gradients_say(draw_it, width):
    net = nn.MLP(2, [width, 1], seed=0)
    loss = (net([1.0, 2.0])[0] - 1.0) ** 2
    assert f"\nE = {loss.data:.6f}" in draw_it(net, loss=loss).describe()
