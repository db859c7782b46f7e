"""The step-through without a browser: what is recorded, what the page holds, hostile labels, and its limits."""

import html
import math
import os
import re
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import tinygrad_edu as te
from tests.examples import costly
from tests.golden import held
from tests.hostile import LABELS
from tests.stepped import Page, plain, text_of
from tests.test_draw_graph import graphs
from tinygrad_edu import Value, nn, optim
from tinygrad_edu.article import Article
from tinygrad_edu.draw import graph_view, text
from tinygrad_edu.example import network
from tinygrad_edu.explain import explain
from tinygrad_edu.micrograd.engine import Value as Micro
from tinygrad_edu.report import article_page
from tinygrad_edu.steps import Rounds, page, record_rounds, steps
from tinygrad_edu.steps import rounds as steps_rounds
from tinygrad_edu.steps.curve import Curve
from tinygrad_edu.steps.markup import Markup
from tinygrad_edu.steps.recording import Recording
from tinygrad_edu.steps.rounds import MOST, again, descent_rate
from tinygrad_edu.steps.sentences import Sentences
from tinygrad_edu.steps.slots import Slots
from tinygrad_edu.steps.step_through import FEW, StepThrough
from tinygrad_edu.steps.words import WORDS
from tinygrad_edu.train import History

ROUNDS = 5


def article_rounds(rounds):
    E, values = network()
    return E, record_rounds(E, optim.SGD([values[f"w{k}"] for k in range(1, 9)], lr=0.5), rounds)


@pytest.fixture(scope="module")
def through():
    """The article's network over some rounds."""
    E, rounds = article_rounds(ROUNDS)
    return steps(E, history=rounds)


@pytest.fixture(scope="module")
def parsed(through):
    return Page(through.html())


# -- what is recorded --------------------------------------------------------------------------------------------------


def test_the_states_of_the_article(through):
    recording = through.recording
    phases = [state.phase for state in recording.states]
    assert phases == ["start", *["forward"] * 11, "seed", *["backward"] * 11, "update"]
    assert len(recording.nodes) == 25
    assert [recording.names[i] for i in recording.updated] == [f"w{k}" for k in range(1, 9)]


def test_every_round_is_that_of_the_article(through):
    article = Article()
    for frame in through.recording.frames:
        article.forward()
        for value in article.values.values():
            value.grad = 0.0
        article["E_total"].backward()
        for i, name in enumerate(through.recording.names):
            assert frame.values[i] == article[name].data
            assert (frame.gradients[i] or 0.0) == article[name].grad
        article.step(0.5)
        assert {through.recording.names[i]: x for i, x in frame.after.items()} == {
            name: w.data for name, w in article.weights.items()
        }


def test_a_shared_box_adds_up(through):
    recording, frame = through.recording, through.recording.frames[0]
    box = recording.names.index("out_h1")
    course = [recording.gradient_at(frame, box, k) for k in range(25)]
    assert course[17] is None
    assert f"{course[18]:.9f}" == "-0.019049118"
    assert f"{course[19]:.9f}" == "0.036350306"
    assert course[19] == course[24] == frame.gradients[box]
    for words in (through.text(), steps(network()[0]).text()):
        assert "∂E_total/∂out_h1 = ∂E_total/∂net_o2 · w7" in words
        assert "∂E_total/∂out_h1 += ∂E_total/∂net_o1 · w5" in words
        assert "= 0.138498562 · 0.4 = 0.055399425 (now 0.036350306)" in words
        assert "out_h1, out_h2 and b2 feed net_o1 and net_o2" in plain(words)


def test_in_the_end_a_sum_is_the_gradient_to_the_last_bit():
    """Though the picture goes back column by column, and so adds up in another order than the reverse sweep."""
    w, x = Value(1.0, "w"), Value(0.1, "x")
    late = (w * (x * 1.0).named("x2")).named("a")
    recording = Recording(((late + (w * 0.2).named("b")) + (w * 0.3).named("c")).named("E"))
    frame, box = recording.frames[0], recording.names.index("w")
    arrivals = [k for k in recording.arrivals if recording.uses[k].tail == box]
    brings = [frame.brings[k] for k in arrivals]
    assert brings == [0.1, 0.3, 0.2]
    assert [frame.sums[k] for k in arrivals] == [0.1, 0.1 + 0.3, 0.6]
    assert frame.gradients[box] == 0.6 != 0.1 + 0.3 + 0.2


def test_boxes_of_one_name_and_of_none_get_numbers():
    """Also in the picture, which has its names from the Values; those of the graph itself stay as they were."""
    w, v, x = Value(0.5, "w"), Value(2.0, "w"), Value(3.0, "x")
    one, two = ((w * v).named("net_h1").tanh() * x).named(""), Value(1.0, "y\nz")
    root = ((one * two).named("E_1") + one + one * w).named("E")
    recording = Recording(root)
    assert {"w#1", "w#2", "x", "y z"} < set(recording.names)
    assert [te.escape.one_line(node.label) for node in recording.nodes] == recording.names
    assert (w.label, v.label, one.label) == ("w", "w", "")


@pytest.mark.parametrize("second", [-0.75, -0.25])
def test_by_default_the_update_moves_what_changes(second):
    """Also what is in the end as it was."""
    w, v, x = Value(0.5, "w"), Value(2.0, "v"), Value(3.0, "x")
    rounds = Rounds(((w * x).named("h") + v).named("E"))
    for change in 0.25, second:
        w.data += change
        rounds()
    recording = steps(rounds.root, rounds).recording
    assert [recording.names[i] for i in recording.updated] == ["w"]
    assert [list(frame.after.values()) for frame in recording.frames] == [[0.75], [0.75 + second], []]


@given(graphs())
def test_any_graph(root):
    if root.op is None:
        return
    for node in te.graph.ancestors(root):
        node.grad = 0.0
    recording = Recording(root, lr=0.1)
    frame = recording.frames[0]
    if root.requires_grad:
        root.backward()
    last = len(recording.states) - 1
    for i, node in enumerate(recording.nodes):
        original = recording.original[node]
        assert frame.values[i] == original.data == recording.value_at(frame, i, last)
        if node.requires_grad:
            assert frame.gradients[i] == original.grad == recording.gradient_at(frame, i, last)
        else:
            assert recording.gradient_at(frame, i, last) is None
    for k, use in enumerate(recording.uses):
        assert use.tail < use.head
        assert recording.ranks[use.tail] < recording.ranks[use.head]
        if use.returns:
            expected = frame.gradients[use.head] * frame.slopes[k]
            # Where ways through what is not drawn cancel, one product of sums and a sum of products round apart.
            assert frame.brings[k] == pytest.approx(expected, rel=1e-9, abs=1e-12)
    assert len(set(recording.names)) == len(recording.names)


@costly(50)
@given(graphs())
def test_any_page(root):
    if root.op is None:
        return
    through = steps(root, lr=0.1)
    found = Page(through.html())
    boxes = [int(node.attributes["data-box"]) for node in found.root.find(data_box=None)]
    assert sorted(boxes) == list(range(len(through.recording.nodes)))
    assert sorted(map(int, found.data["lines"])) == list(range(len(through.recording.uses)))
    ids = [node.attributes["id"] for node in found.root.find(id=None)]
    assert len(set(ids)) == len(ids)
    assert all(len(line) <= 79 or len(line.split()) == 1 for line in str(through).splitlines())


def test_tab_goes_column_by_column(article):
    page = Page(steps(article.values["E_total"]).html())
    buttons = [node.attributes["aria-label"] for node in page.root.find(tabindex="0", role="button")]
    assert buttons == "w1 w2 b1 w3 w4 w5 w6 b2 w7 w8".split()


def test_a_step_never_sends_back_what_is_not_complete():
    """In every backward state the box has received all of its own gradient before."""
    E, _ = network([3, 4, 4, 2], "tanh", 1)
    recording = Recording(E)
    frame = recording.frames[0]
    for k, state in enumerate(recording.states):
        if state.phase == "backward":
            assert recording.gradient_at(frame, state.box, k - 1) == frame.gradients[state.box]
        if state.phase == "forward":
            for use in state.uses:
                assert recording.value_at(frame, recording.uses[use].tail, k - 1) is not None


def test_nothing_is_changed():
    E, values = network()
    E.backward()
    before = [(v.data, v.grad, v.label) for v in values.values()]
    unnamed = (values["w1"] * values["i1"]) * values["w1"]
    steps(E, lr=0.5).html()
    str(steps(unnamed * unnamed))
    assert unnamed.label == ""
    assert [(v.data, v.grad, v.label) for v in values.values()] == before


def test_it_shows_what_the_leaves_hold_now():
    w = Value(2.0, "w")
    y = (w * w).named("y")
    w.data = 3.0
    assert steps(y).recording.frames[0].values == [3.0, 9.0]
    with te.no_grad():
        assert again(y)[0].partials == (3.0, 3.0)


def test_without_names_every_operation_is_a_box():
    w, x = Value(0.5, "w"), Value(2.0, "x")
    through = steps(te.tanh(w * x + w * w))
    assert through.recording.names == ["w", "x", "v1", "v2", "v3", "result"]
    assert "v2 = w² = 0.5² = 0.250000000" in str(through)
    assert "∂result/∂w = ∂result/∂v2 · 2·w = 0.280414866 · 1.000000000" in str(through)
    twice = steps((w * x).named("a") * (x * x).named("a"))
    assert twice.recording.names == ["w", "x", "a#1", "a#2", "result"]


@pytest.mark.parametrize("operations, boxes", [(40, 41), (41, 2)])
def test_long_formulae_without_names_are_one_box(operations, boxes):
    y = Value(0.5, "x")
    for _ in range(operations):
        y = y * 2.0
    assert len(steps(y).recording.names) == boxes


@pytest.mark.parametrize("operations, boxes", [(199, 200), (200, 2)])
def test_functions_of_functions_are_boxes_as_long_as_they_are_not_too_many(operations, boxes):
    y = Value(0.5, "x")
    for _ in range(operations):
        y = te.sin(y)
    assert len(steps(y).recording.names) == boxes


def test_a_network_without_names_is_told_neuron_by_neuron():
    """Code as it is written, more than one box for each operation could show."""
    w = [Value(0.25 * k) for k in range(1, 6)]

    def out(a, b):
        h1, h2 = (te.relu(w[k] * a + w[k + 1] * b - 0.5) for k in (0, 1))
        return te.tanh(w[3] * h1 + w[4] * h2)

    through = steps(sum((out(a, b) - y) ** 2.0 for a, b, y in [(1.0, 2.0, 0.5), (2.0, 3.0, -0.5), (3.0, 1.0, 1.0)]))
    words = str(through)
    assert [words.count(f"= {function}(v") for function in ("relu", "tanh")] == [6, 3]
    assert "v4 = v2 + 2·v3 − 0.5 = 0.25 + 2·0.5 − 0.5 = 0.750000000" in words
    assert "v5 = relu(v4) = relu(0.750000000) = 0.750000000" in words
    assert "∂result/∂v4 = ∂result/∂v5 · [v4 > 0]" in words


def test_constants_get_no_gradient():
    w, t = Value(0.5, "w"), te.constant(3.0, "t")
    through = steps(((w - t) * (t * t).named("tt")).named("E"), lr=0.1)
    recording = through.recording
    assert recording.frames[0].gradients[recording.names.index("t")] is None
    assert [recording.names[s.box] for s in recording.states if s.phase == "backward"] == ["E"]
    found = Page(through.html())
    assert found.data["boxes"][recording.names.index("tt")]["gradients"] == []
    assert "t is a constant: no gradient goes there." in found.words
    with te.no_grad():
        fixed = Value(1.0, "a") * 2.0
    with pytest.raises(ValueError, match="is a leaf: nothing was computed"):
        steps(fixed)
    only = steps((t * t).named("tt"))
    assert [state.phase for state in only.recording.states] == ["start", "forward", "update"]
    Page(only.html())


# -- rounds ------------------------------------------------------------------------------------------------------------


def test_rounds_are_those_of_the_optimizer():
    E, rounds = article_rounds(50)
    article = Article()
    assert rounds.errors == [article.train(int(k > 0)) for k in range(51)]
    assert repr(rounds) == "<Rounds of E_total: 0 to 50, error 0.2984 → 0.05107>"
    assert E.data == rounds.errors[0]


@pytest.mark.parametrize(
    "make",
    [
        lambda ws: optim.Adam(ws, lr=0.1),
        lambda ws: optim.SGD(ws, lr=0.1, momentum=0.9),
        lambda ws: optim.LBFGS(ws, lr=0.5),
        lambda ws: optim.SGD([{"params": ws[:1], "lr": 0.1}, {"params": ws[1:], "lr": 0.2}]),
    ],
    ids=["adam", "momentum", "lbfgs", "two rates"],
)
def test_other_optimizers(make):
    def trained():
        w, b = Value(0.5, "w"), Value(-0.25, "b")
        return w, b, ((w * 2.0 + b - 1.0).named("d").square() + (w - b).named("e").square()).named("E")

    w, b, E = trained()
    rounds = record_rounds(E, make([w, b]), 3)
    u, c, _ = trained()
    other = make([u, c])

    def closure():
        u.grad = c.grad = 0.0
        loss = (u * 2.0 + c - 1.0).named("d").square() + (u - c).named("e").square()
        loss.backward()
        return loss

    for k in range(3):
        assert rounds.errors[k] == pytest.approx(closure().data, rel=1e-12)
        other.step(closure)
    assert (w.data, b.data) == pytest.approx((u.data, c.data), rel=1e-12)
    through = steps(E, history=rounds)
    assert all(frame.lr is None for frame in through.recording.frames)
    found, end = Page(through.html()), len(through.recording.states) - 1
    first, last = found.step(end, 0), found.step(end, 3)
    assert "the optimizer moves the weights" in first
    assert f"w ← {text.number(rounds.rounds[0].after[w], 9)} (was 0.5)" in first
    assert "This is the last round that was recorded." in last


def test_when_an_update_is_descent_with_one_rate():
    a, b = Value(1.0, "a"), Value(2.0, "b")
    groups = [{"params": [a], "lr": 0.25}, {"params": [b], "lr": 0.25}]
    assert descent_rate(optim.SGD(groups)) == descent_rate(optim.SGD([a], lr=0.25)) == 0.25
    for other in (
        optim.SGD([a], momentum=0.5), optim.SGD([a], weight_decay=0.5), optim.SGD([a], maximize=True),
        optim.SGD([groups[0], {"params": [b], "lr": 0.5}]), optim.Adam([a]), optim.ASGD([a]),
    ):  # fmt: skip
        assert descent_rate(other) is None


def test_parameters_that_are_not_used_stay():
    w, unused = Value(3.0, "w"), Value(2.0, "unused")
    unused.grad = 1.0
    record_rounds(w.square().named("E"), optim.SGD([w, unused], lr=0.25), 2)
    assert (w.data, unused.data, unused.grad) == (0.75, 2.0, 0.0)


def test_what_a_program_made_by_hand_is_the_same_in_each_round():
    """It has no rule, only the local derivatives that it came with, of which one is 0."""
    a, b = Micro(2.0), Micro(5.0)
    E = Micro(6.0, (a, b), (3.0, 0.0)) * 1.0
    rounds = Rounds(E, [a, b])
    rounds()
    made = rounds.rounds[-1].root.inputs[0]
    assert (made.data, made.partials) == (6.0, (3.0, 0.0))


@pytest.mark.parametrize(("values", "most"), [(12, 4), (14, 4), (15, 5), (5, 2), (1, 2), (10**9, 2 * MOST + 1)])
def test_of_a_large_graph_fewer_rounds_are_kept(monkeypatch, values, most):
    """So that no more Values are kept than that, but two rounds always: here a round has three."""
    monkeypatch.setattr(steps_rounds, "VALUES", values)
    w = Value(1.0, "w")
    rounds = Rounds((w * 2.0).named("E"), [w])
    for _ in range(most - 1):
        rounds()
    assert len(rounds.rounds) == most
    rounds()
    assert len(rounds.rounds) == (most + 2) // 2


@pytest.mark.parametrize("count", [0, 1, 2, 199, 200, 201, 250, 399, 401, 999, 3000])
@pytest.mark.parametrize("most", [MOST, 50, 1])
def test_thinning(count, most):
    w = Value(1.0, "w")
    rounds = record_rounds((w * w).named("E"), optim.SGD([w], lr=1e-4), count)
    shown = [r.number for r in rounds.shown(most)]
    assert shown[0] == 0
    assert shown[-1] == count
    assert len(shown) <= most + 1
    assert len(shown) >= min(count, most // 2.1)
    if len(shown) > 2:
        assert len({b - a for a, b in pairwise(shown[:-1])}) == 1
    assert len(rounds) == len(rounds.errors) == count + 1
    assert len(rounds.rounds) <= 2 * MOST + 2


def test_rounds_of_fit():
    net = nn.MLP(2, [2, 1], activation="tanh", seed=0)
    E = nn.half_squared_error(net([1.0, 0.0]), [1.0])
    rounds = Rounds(E, net)
    from tinygrad_edu.train import fit

    history = fit(net, te.data.xor(), loss="mse", optimizer="adam", lr=0.1, epochs=7, callbacks=[rounds])
    assert len(rounds) == 8
    assert rounds.errors[-1] == nn.half_squared_error(net([1.0, 0.0]), [1.0]).data
    found = Page(steps(E, history=rounds).html())
    assert found.data["rounds"] == list(range(8))
    curve_only = Page(steps(E, history=history).html())
    assert curve_only.root.find(id="round") == []
    assert "Loss over the training" in curve_only.root.find(id="curve")[0].attributes["aria-label"]
    assert "record_rounds(E, optimizer)" in curve_only.words
    assert steps(E, history=type(history)([])).html()


def test_one_round_says_what_it_has_moved():
    """Not only weights and biases: here the optimizer moves what one would take for an input."""
    x, w = Value(2.0, "x"), Value(3.0, "w")
    E = (w * x).named("E")
    one = record_rounds(E, optim.SGD([x], lr=0.1), 1)
    recording = steps(E, history=one).recording
    assert [recording.names[i] for i in recording.updated] == ["x"]


def test_wrong_arguments():
    E, rounds = article_rounds(1)
    w = Value(1.0, "w")
    many = te.sum([Value(1.0, f"m{k}") for k in range(13)])
    scaled = ((Value(1.0, "v") * te.constant(2.0, "c")).named("vc") * te.constant(3.0, "d")).named("E")
    for wrong, error, words in [
        (lambda: steps(3.0), TypeError, "made of a Value, not of float"),
        (lambda: steps([E, E]), TypeError, "one of them, or their sum"),
        (lambda: steps(rounds), TypeError, r"before its rounds, as in steps\(E, rounds\)"),
        (lambda: steps(nn.MLP(1, [1])), TypeError, "pass the loss that was computed from it"),
        (lambda: steps(w), ValueError, "a leaf"),
        (lambda: steps(E, history=3), TypeError, "record_rounds"),
        (lambda: steps((w * w).named("y"), history=rounds), ValueError, "of another Value"),
        (lambda: steps(E, history=[{"loss": 1.0}]), TypeError, "returned, not list"),
        (lambda: steps(E, history=History([{"epoch": 1, "mae": 0.5}])), ValueError, "no loss .*, it has epoch, mae"),
        (lambda: steps(E, lang="fr"), ValueError, "lang is one of en, zh"),
        (lambda: steps(E, theme="print"), ValueError, "theme is one of"),
        (lambda: steps(E, digits=0), ValueError, "digits"),
        (lambda: steps(E, lr="fast"), TypeError, "Invalid learning rate: 'fast' is of type str, not a number"),
        (lambda: steps(E, lr=math.nan), ValueError, "Invalid learning rate: nan"),
        (lambda: record_rounds(E, optim.SGD([w]), 2), ValueError, "none of the parameters was used"),
        (lambda: record_rounds(many, optim.SGD([w]), 1), ValueError, "its leaves are: m0, m1, .*, m11$"),
        (lambda: record_rounds(scaled, optim.SGD([w]), 1), ValueError, "its leaves are: v$"),
        (lambda: record_rounds(E, [w], 2), TypeError, "an optimizer updates"),
        (lambda: record_rounds(E, optim.SGD([w]), -1), ValueError, "0 or more, not -1"),
        (lambda: record_rounds(E, optim.SGD([w]), 1.5), TypeError, "whole number"),
        (lambda: record_rounds(w, optim.SGD([w]), 1), ValueError, "a leaf"),
        (lambda: Rounds(1.0), TypeError, "not of float"),
        (lambda: Rounds(E, [1.0]), TypeError, "parameters are Values"),
    ]:
        before = [node.data for node in te.graph.ancestors(E)]
        with pytest.raises(error, match=words):
            wrong()
        assert [node.data for node in te.graph.ancestors(E)] == before


# -- the page ----------------------------------------------------------------------------------------------------------


def test_every_recorded_string_is_the_engines(through, parsed):
    recording = through.recording
    assert parsed.data["rounds"] == list(range(ROUNDS + 1))
    for k, frame in enumerate(recording.frames):
        for i, box in enumerate(parsed.data["boxes"]):
            constant = recording.nodes[i].op is None and i not in recording.updated
            show = text.given if constant else text.number
            assert parsed.column(box["value"], k) == show(frame.values[i], 6)
            if frame.gradients[i] is not None:
                assert parsed.column(box["gradients"][-1][1], k) == text.signed(frame.gradients[i], 6)
            for step, column in box["gradients"]:
                assert parsed.column(column, k) == text.signed(recording.gradient_at(frame, i, step), 6)
            for step in range(25):
                assert (step >= box["known"]) == (recording.value_at(frame, i, step) is not None)
                had = [column for since, column in box["gradients"] if step >= since]
                assert bool(had) == (recording.gradient_at(frame, i, step) is not None)
        for j, line in parsed.data["lines"].items():
            width = parsed.column(line["width"], k)
            brings = frame.brings[int(j)]
            assert width[0] == ("0" if not brings else "+" if brings > 0.0 else "−")
            assert 0.9 <= float(width[1:]) <= 5.0
            assert recording.states[line["forward"]].box == line["head"] == recording.uses[int(j)].head
            assert (line["back"] < 0) == (brings is None)


def test_every_sentence_of_every_round(through, parsed):
    from tinygrad_edu.steps.sentences import Sentences

    sentences = Sentences(through.recording)
    for k, frame in enumerate(through.recording.frames):
        for step, said in enumerate(sentences.steps(frame)):
            rows = " ".join(row.text for row in said.rows)
            expected = plain(through.recording.reading.spell(f"{said.say} {rows} {said.why}"))
            assert squeezed(parsed.step(step, k)) == squeezed(expected)


def squeezed(words):
    """Without spaces and without the _ before an index, which a page shows lowered."""
    return re.sub(r"[\s_]", "", words)


def test_the_derivations_are_those_of_explain(through, parsed):
    recording = through.recording
    chosen = [int(node.attributes["data-of"]) for node in parsed.root.find(data_of=None)]
    assert [recording.names[i] for i in chosen] == ["w1", "w2", "b1", "w3", "w4", "w5", "w6", "b2", "w7", "w8"]
    for k in (0, 2, ROUNDS):
        frame = recording.frames[k]
        for i in chosen:
            lr = 0.5 if recording.names[i].startswith("w") else None
            explained = explain(frame.nodes[-1], frame.nodes[i], lr=lr).to_html()
            expected = text_of(re.sub("<style>.*?</style>", "", explained, flags=re.DOTALL))
            assert parsed.derivation(i, k) == expected
    assert "0.000438568" in parsed.derivation(chosen[0])


def test_nothing_from_outside(parsed):
    page_html = parsed.html
    assert re.findall("http[^ ]*", page_html.replace('xmlns="http://www.w3.org/2000/svg"', "")) == [
        'http-equiv="Content-Security-Policy"'
    ]
    assert "url(" not in page_html
    assert "@import" not in page_html
    (policy,) = [n.attributes["content"] for n in parsed.root.find(http_equiv=None)]
    assert policy.startswith("default-src 'none'; script-src 'sha256-")
    assert "unsafe-inline" not in policy.split(";")[1]
    for node in parsed.root.all():
        assert not {"src", "srcset", "data", "action", "formaction"} & node.attributes.keys()
        assert not [name for name in node.attributes if name.startswith("on")]
        assert node.attributes.get("href", "data:,") == "data:,"
        assert node.tag not in ("a", "iframe", "object", "embed", "img", "form", "base")


def test_ids_and_references(parsed):
    ids = [node.attributes["id"] for node in parsed.root.find(id=None)]
    assert len(set(ids)) == len(ids)
    for node in parsed.root.all():
        for name in ("for", "aria-describedby", "aria-labelledby"):
            assert set(node.attributes.get(name, "").split()) <= set(ids)
    script = [node for node in parsed.root.all() if node.tag == "script"][1].text()
    for wanted in re.findall(r'\$\("([\w-]+)"\)', script):
        assert wanted in ids
    for n in parsed.root.find(data_n=None):
        assert int(n.attributes["data-n"].strip("(+")) < len(parsed.columns)
    assert all(len(column) in (1, ROUNDS + 1) for column in parsed.columns)


def test_what_comes_back_along_a_line_stands_in_its_step(through, parsed):
    for k, use in enumerate(through.recording.uses):
        rows = parsed.root.find(data_row=str(k))
        assert len(rows) == use.returns
        back = parsed.data["lines"][str(k)]["back"]
        assert use.returns == (back >= 0)
        for row in rows:
            assert row in list(parsed.bodies[back].all())
            brings = text.number(through.recording.frames[ROUNDS].brings[k], 9)
            assert f"= {brings} " in row.text(parsed.columns, ROUNDS) + " "


def test_what_a_screen_reader_finds(parsed):
    (svg,) = [node for node in parsed.root.find(role="group") if node.tag == "svg"]
    assert svg.attributes["aria-label"] == "Computation graph"
    (say,) = parsed.root.find(id="say")
    assert (say.attributes["role"], say.attributes["aria-live"]) == ("status", "polite")
    for node in parsed.root.all():
        if node.tag in ("button", "input", "select") and node.attributes["id"] not in ("play", "of"):
            assert node.attributes["aria-label"]
    buttons = [node for node in parsed.root.find(role="button") if node.tag == "g"]
    assert [node.attributes["aria-label"] for node in buttons].count("w1") == 1
    assert all(node.attributes["tabindex"] == "0" for node in buttons)


@pytest.mark.slow
def test_two_hundred_rounds_fit_on_a_page():
    E, rounds = article_rounds(200)
    made = steps(E, history=rounds).html()
    assert len(made.encode()) < 500_000
    assert Page(made).data["rounds"] == list(range(201))


def test_a_page_that_would_be_too_long_is_thinned(monkeypatch):
    w, x = Value(0.5, "w"), Value(2.0, "x")
    E = ((w * x).named("net").tanh() - 0.25).square().named("E")
    rounds = record_rounds(E, optim.SGD([w], lr=0.1), 24)
    assert page.LIMIT == 500_000
    whole = len(steps(E, history=rounds).html().encode())
    monkeypatch.setattr(page, "LIMIT", whole - 1)
    found = Page(steps(E, history=rounds).html())
    assert found.data["rounds"] == list(range(0, 25, 2))
    assert "Every 2nd of 24 rounds can be chosen; the curve shows them all." in found.words
    assert len(found.html.encode()) < whole
    assert "∂E" in found.derivation(0)
    monkeypatch.setattr(page, "LIMIT", size(E, rounds, 1) + 500)  # not even 12 rounds with their derivations
    plain_steps = Page(steps(E, history=rounds).html())
    assert plain_steps.data["rounds"] == list(range(25))
    assert "too long for the page: explain(E, wrt=w) writes it" in plain_steps.words
    monkeypatch.setattr(page, "LIMIT", size(E, rounds, 0) + 500)
    start = Page(steps(E, history=rounds).html())
    assert start.data["rounds"] == [0]
    assert "The numbers are those of the start, of 24 rounds; the curve shows them all." in start.words
    monkeypatch.setattr(page, "LIMIT", 1000)
    with pytest.raises(ValueError, match="bytes, more than 1,000: a graph of 4 boxes and 3 lines cannot"):
        steps(E, history=rounds).html()


@pytest.mark.parametrize("label", ["", "net"])
def test_what_has_no_name_has_one_in_every_round(label):
    """Though a page of fewer rounds was made before, to see how long it is."""
    w, x = Value(0.5, "w"), Value(2.0, "x")
    net = (w * x).named(label)
    E = (net.tanh() - (0.25 * net).sigmoid() * net.tanh().square()).named("E")
    rounds = record_rounds(E, optim.SGD([w], lr=0.1), 60)
    found = Page(steps(E, history=rounds).html())
    assert found.data["rounds"] == list(range(61))
    assert len({tuple(node.label for node in te.graph.ancestors(each.root)) for each in rounds.rounds}) == 1


@pytest.mark.parametrize(
    "limit, tried",
    [
        (2010, [(14, True), (26, True), (101, True)]),
        (2009, [(14, True), (26, True), (101, True), (51, True)]),  # it was foreseen to be nearly short enough
        (1900, [(14, True), (26, True), (51, True)]),
        (1300, [(14, True), (26, True)]),
        (1259, [(14, True), (26, True)]),
        (1139, [(14, True), (1, False), (2, False), (3, False), (101, False)]),
        (409, [(14, True), (1, False), (2, False), (3, False), (14, False)]),
        (319, [(14, True), (1, False), (2, False)]),
    ],
)
def test_no_time_is_spent_on_pages_that_are_foreseen_to_be_too_long(monkeypatch, limit, tried):
    """Here a page with derivations has 1,000 bytes and 10 a frame, one without has 300 and 5, and 10 if any moves."""
    w = Value(0.5, "w")
    E = w.square().named("E")
    rounds = record_rounds(E, optim.SGD([w], lr=0.1), 100)
    made = []

    def one_page(self, Page, recording, derivations, known, tick):
        frames = len(recording.frames)
        made.append((frames, derivations))
        return "." * (1000 + 10 * frames if derivations else 300 + 5 * frames + 10 * (frames > 1))

    monkeypatch.setattr(StepThrough, "_page", one_page)
    monkeypatch.setattr(page, "LIMIT", limit)
    found = steps(E, history=rounds).html()
    assert made == tried
    assert len(found) <= limit


@pytest.mark.parametrize("count", [0, 1, 10, 19, 20, 24, 100, 250, 999, 3000])
@pytest.mark.parametrize("least", [FEW, 0])
def test_rounds_of_a_page_are_among_those_of_longer_ones(count, least):
    """So that pages that are tried write no derivation for themselves alone."""
    w = Value(0.5, "w")
    E = w.square().named("E")
    through = steps(E, record_rounds(E, optim.SGD([w], lr=1e-4), count))
    tried = [[r.number for r in through._thinned(every)] for every in through._strides(least)]
    assert tried[0] == [r.number for r in through.history.shown()]
    for more, fewer in pairwise(tried):
        assert set(fewer) < set(more)
        assert (len(more) + 1) // 2 <= len(fewer) <= len(more) // 2 + 1 or fewer == [0]
    assert all(numbers[0] == 0 and numbers[-1] == count for numbers in tried if numbers != [0])
    shortest = len(tried[-1]) - 1
    assert least <= shortest <= 2 * least or len(tried) == 1


def test_a_bar_ends_where_a_page_shows_fewer_rounds(bar, monkeypatch):
    w = Value(0.5, "w")
    E = ((w * 2.0).named("net").tanh() - 0.25).square().named("E")
    rounds = record_rounds(E, optim.SGD([w], lr=0.1), 24, progress=False)
    whole = len(steps(E, history=rounds).html().encode())
    monkeypatch.setattr(page, "LIMIT", whole - 1)
    monkeypatch.setattr(page, "MANY", 25)
    rounds.progress = True
    assert "Every 2nd of 24 rounds" in steps(E, history=rounds).html()
    assert bar == ["25 in all", "writing", *["tick"] * 25, "closed"]


@pytest.mark.parametrize("letters, unbroken", [(14, True), (15, False)])
def test_fractions_of_short_names_stay_on_one_line(letters, unbroken):
    E = (Value(0.5, "w" * letters) * 2.0).named("E" * 14)
    sentences = Sentences(Recording(E), "en")
    shown = Markup(sentences).rich(f"∂{sentences.tokens[-1]}/∂{sentences.tokens[0]}")
    fraction = f"∂{'E' * 14}/∂{'w' * letters}"
    assert shown == (f"<i>{fraction}</i>" if unbroken else fraction)


def test_a_page_has_its_own_limit(monkeypatch):
    """What draw_graph takes for too large a picture is not refused before it is too long a page."""
    monkeypatch.setattr(graph_view, "LIMIT", 2)
    assert Page(steps((Value(0.5, "w") * Value(2.0, "x")).named("E")).html()).root.find(id="picture")


def size(E, rounds, every):
    """How long a page of every first, second ... round and no derivations is."""
    through = steps(E, history=rounds)
    recorded = through._recorded(every)
    return len(through._page(page.Page, recorded, derivations=False, known={}, tick=lambda: None).encode())


def test_large_graphs():
    E, _ = network([2, 8, 8, 1])
    found = Page(steps(E).html())
    boxes = found.data["boxes"]
    assert sum(box is not None for box in boxes) <= 60
    assert len(found.root.find(data_box=None)) == sum(box is not None for box in boxes)
    assert "boxes are left out of the picture: the weights that one box alone uses. Their" in found.words
    assert len(found.html.encode()) < 500_000
    for line in found.data["lines"].values():
        assert boxes[line["tail"]] and boxes[line["head"]]
    larger = Page(steps(network([2, 16, 16, 1])[0]).html())
    assert sum(box is not None for box in larger.data["boxes"]) <= 60
    assert "the weights that one box alone uses, and boxes that are all the next one is computed from" in larger.words
    assert len(larger.html.encode()) < 500_000
    y = Value(0.5, "x")
    for k in range(80):
        y = y.sin().named(f"s{k}")
    assert "left out of the picture: boxes that are all the next one is computed from" in Page(steps(y).html()).words
    shown = {i for i, box in enumerate(larger.data["boxes"]) if box}
    assert all({line["tail"], line["head"]} <= shown for line in larger.data["lines"].values())
    assert {step["box"] for step in larger.data["steps"]} <= shown | {-1}
    large, _ = network([2, 32, 32, 1])
    with pytest.raises(ValueError, match=r"no more than 60 can be followed on a page. .* name fewer of them"):
        steps(large).html()
    listed = steps(large)
    assert str(listed).count("Backward through") == [s.phase for s in listed.recording.states].count("backward")


OURS = set(
    " html head meta link title style body main h1 div svg g rect path text tspan desc circle button span input output "
    "section p label select option details summary ol li footer script b i sub sup small br h3".split(" ")
)


@pytest.mark.parametrize("label", LABELS)
def test_hostile_labels(label):
    w, x = Value(0.5, label), Value(2.0, "x")
    E = ((w * x).named(label).tanh() * x).named(label)
    rounds = record_rounds(E, optim.SGD([w], lr=0.1), 2)
    lang = "zh" if len(label) % 2 else "en"
    through = steps(E, history=rounds, title=label, lang=lang)
    found = Page(through.html())
    scripts = [node for node in found.root.all() if node.tag == "script"]
    assert [s.attributes.get("id") for s in scripts] == ["data", None]
    tags = {node.tag for node in found.root.all()}
    assert tags <= OURS
    assert found.root.find(lang={"en": "en", "zh": "zh-CN"}[lang])
    assert found.root.find(data_box=None)
    assert str(through)


def test_signs_in_formulae_and_words_stay_text(monkeypatch):
    w, x = Value(0.5, "w"), Value(2.0, "x")
    E = (te.maximum(w * x, 0.25).named("m") * te.relu(w).named("r")).named("E")
    monkeypatch.setitem(WORDS["en"], "brings", "</script><b>")
    found = Page(steps(E, lr=0.1).html())
    assert "∂r/∂w = [w > 0]" in found.words
    assert found.data["brings"] == "</script><b>"
    assert found.html.count("</script>") == 2
    assert re.search(r"\[\S+ (&lt;|&gt;|≥|≤) [^<]*\]", found.html)


def test_a_frame_for_other_pages(through):
    frame = through.iframe(height=500)
    assert frame.startswith("<iframe srcdoc=")
    assert ' sandbox="allow-scripts" ' in frame
    assert ' height="500" ' in frame
    assert html.unescape(re.search('srcdoc="([^"]*)"', frame)[1]) == through.html()
    assert through._repr_html_() == through.iframe()
    titled = steps(Value(0.5, "w").square(), lr=0.1, title='"A" <b>')
    assert ' title="&quot;A&quot; &lt;b&gt;" ' in titled.iframe()


def test_saving(through, tmp_path):
    path = through.save(tmp_path / "steps.html")
    assert path.read_text("utf-8") == through.html()
    with pytest.raises(FileNotFoundError, match="there is no folder"):
        through.save(tmp_path / "missing" / "steps.html")
    assert os.listdir(tmp_path) == ["steps.html"]


def test_the_same_page_every_time(through):
    code = (
        "import sys\nfrom tinygrad_edu import optim\nfrom tinygrad_edu.example import network\n"
        "from tinygrad_edu.steps import record_rounds, steps\n"
        "E, values = network()\n"
        "rounds = record_rounds(E, optim.SGD([values[f'w{k}'] for k in range(1, 9)], lr=0.5), 3)\n"
        "sys.stdout.buffer.write(steps(E, history=rounds).html().encode())"
    )
    pages = [
        subprocess.run(
            [sys.executable, "-c", code], capture_output=True, check=True, env={**os.environ, "PYTHONHASHSEED": seed},
            cwd=Path(__file__).parents[1], timeout=120,
        ).stdout
        for seed in ("1", "2")
    ]  # fmt: skip
    assert pages[0] == pages[1] != b""


def test_numbers_that_are_none():
    w, x = Value(1e200, "w"), Value(0.0, "x")
    E = ((w * w).named("big") * x).named("E")
    through = steps(E, lr=0.5)
    found = Page(through.html())
    assert found.column(found.data["boxes"][through.recording.names.index("big")]["value"]) == "inf"
    assert found.column(found.data["boxes"][-1]["value"]) == "nan"
    assert "big = w² = " in str(through)


def test_boxes_have_room_for_the_numbers_of_every_round():
    w = Value(0.5, "w")
    E = (w * -1.0).named("E")

    def wide(through):
        (box,) = Page(through.html()).root.find(data_box="0")
        (rect,) = [node for node in box.all() if node.tag == "rect"]
        return float(rect.attributes["width"])

    rounds = record_rounds(E, optim.SGD([w], lr=1e8), 2)
    longest = text.number(rounds.rounds[-1].root.inputs[0].data, 6)
    assert longest == "200000000.500000"
    needed = text.name("w").width + text.text(longest, "number").width
    assert wide(steps(E)) < needed
    assert wide(steps(E, history=rounds)) >= needed + 30.0


def test_themes():
    E, _ = network()
    from tinygrad_edu.palette import DARK, LIGHT

    pages = {theme: steps(E, theme=theme).html() for theme in ("auto", "light", "dark")}
    assert f"--paper:{LIGHT['paper']}" in pages["auto"]
    assert f"--paper:{DARK['paper']}" in pages["auto"]
    assert f"--paper:{DARK['paper']}" not in pages["light"]
    assert f"--paper:{LIGHT['paper']}" not in pages["dark"]
    assert "prefers-reduced-motion" in pages["auto"]
    assert "@media print" in pages["auto"]


# -- words -------------------------------------------------------------------------------------------------------------


def test_both_languages_have_the_same_words():
    assert WORDS["en"].keys() == WORDS["zh"].keys()
    for key, words in WORDS["en"].items():
        assert callable(words) == callable(WORDS["zh"][key])
    assert not re.search("[a-z]{3,}", "".join(w for w in WORDS["zh"].values() if isinstance(w, str)).replace("home", "")
                         .replace("end", "").replace("esc", "").replace("tab", ""))  # fmt: skip


@pytest.mark.parametrize(
    "name, lang, unicode", [("article.txt", "en", True), ("ascii.txt", "en", False), ("chinese.txt", "zh", True)]
)
def test_the_listing(name, lang, unicode):
    """After an intended change: ``UPDATE_GOLDEN=1 python -m pytest tests/test_steps.py -k listing``, and read it."""
    E, rounds = article_rounds(20)
    now = steps(E, history=rounds, lang=lang).text(unicode=unicode) + "\n"
    held(f"steps/{name}", now)
    assert unicode or now.isascii()
    from tinygrad_edu.console import width_of

    assert max(map(width_of, now.splitlines())) <= 79


# -- slots -------------------------------------------------------------------------------------------------------------


@given(
    st.lists(st.tuples(*[st.floats(allow_nan=True, allow_infinity=True)] * 3), min_size=1, max_size=5),
    st.sampled_from(["<p>{} · {}</p><b>{}</b>", "a1 {}·({})<i title='2'>{} </i>", "{}{{}}{} &#39;{}"]),
)
def test_slots_give_every_version_back(rounds, template):
    def shown(x):
        written = text.number(x, 6)
        return f"({written})" if written.startswith("−") else written

    versions = [template.format(*map(shown, numbers)) for numbers in rounds]
    slots = Slots(len(rounds))
    woven = slots.weave(versions, "div")
    found = Page(f'{woven}<script id="data">{{"columns": {str(slots.columns).replace(chr(39), chr(34))}}}</script>')
    found.root.children = found.root.children[:-1]
    for k, version in enumerate(versions):
        assert plain(found.root.text(found.columns, k)) == text_of(version)


def test_slots_keep_versions_apart():
    slots = Slots(3)
    woven = slots.weave(["<b>one 1.5</b>", "<b>one 2.5</b>", "<b>two</b>"])
    one = '<span><b>one <span data-n="0">1.5</span></b></span>'
    assert woven == f'<span data-version="1">{one}<span hidden><b>two</b></span></span>'
    assert slots.columns == ["1.5 2.5 -", "0 0 1"]
    assert slots.weave(["<b>+0.5</b>", "<b>−0.5</b>", "<b>+1.5</b>"]) == '<b data-n="2+">+0.5</b>'
    assert slots.weave(["<b>0.5</b>", "<b>(−0.5)</b>", "<b>1.5</b>"]) == '<b data-n="2(">0.5</b>'


# -- the package -------------------------------------------------------------------------------------------------------


def test_te_steps_is_the_function():
    code = (
        "import sys, tinygrad_edu as te, tinygrad_edu.steps\n"
        "assert callable(te.steps) and te.steps.__name__ == 'steps'\n"
        "from tinygrad_edu.steps import Rounds, steps\n"
        "assert te.steps is steps and te.Rounds is Rounds\n"
        "assert not {'tinygrad_edu.draw', 'tinygrad_edu.train', 'json', 'tinygrad_edu.steps.page'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True, cwd=Path(__file__).parents[1], timeout=60)


def test_it_is_as_the_docstring_says():
    assert math.isclose(steps(network()[0]).recording.frames[0].values[-1], 0.298371109, abs_tol=5e-10)


@pytest.mark.parametrize("name", ["a.png", "a.svg", "a.PDF", "a.dot"])
def test_a_page_is_not_written_under_the_name_of_a_picture(tmp_path, name):
    w = Value(2.0, "w")
    for made in (steps(w * w), article_page(network((1, 1))[0], rounds=1)):
        with pytest.raises(ValueError, match=r"does not end in \.html: this is a page"):
            made.save(tmp_path / name)
        assert made.save(tmp_path / "a.HTM").exists()
    assert not (tmp_path / name).exists()


def test_a_formula_too_long_to_print_is_counted():
    xs = [Value(0.125, f"a_long_name_{k}") for k in range(64)]
    assert "net = (1 operation) = 1.000000000" in str(steps(te.dot(xs, xs).named("net")))


@pytest.mark.parametrize("lang, sentence", [("en", "it is known how f changes"), ("zh", "f 怎样随每个已知数变化")])
def test_the_last_step_of_a_function_without_weights_names_all_that_was_given(lang, sentence):
    x, y, z = Value(-2.0, "x"), Value(5.0, "y"), Value(-4.0, "z")
    f = ((x + y).named("q") * z).named("f")
    last = " ".join(str(steps(f, lang=lang, digits=3)).split())[-230:]
    assert sentence in last
    assert "∂f/∂x = −4.000 ∂f/∂y = −4.000 ∂f/∂z = 3.000" in last
    w = Value(0.5, "w")
    last = " ".join(str(steps((w * x).named("f"), digits=3)).split())[-160:]
    assert "every weight knows what f owes to it. ∂f/∂w = −2.000" in last and "∂f/∂x" not in last


@pytest.mark.parametrize("lang, weights, numbers", [("en", "weights", "given numbers"), ("zh", "权值", "已知数")])
def test_what_a_page_calls_weights_are_such(lang, weights, numbers):
    """Those of an error, those called w, and what is moved; a, b and c of a plain expression are not."""
    a, b, w = Value(3.0, "a"), Value(2.0, "b"), Value(0.5, "w1")
    y = (a * b + te.sin(a)).named("y")
    assert steps(y, lang=lang).shown_title.endswith(numbers)
    assert numbers in steps(y, lang=lang).text().splitlines()[0]
    told = re.sub("(?s)<(script|style).*?</\\1>|<[^>]*>", "", steps(y, lang=lang).html())
    assert weights.removesuffix("s") not in told
    assert told.count(numbers.removesuffix("s")) >= 5  # title, heading, choice, keys, the last step
    for through in (steps(y, lang=lang, lr=0.1), steps((w * a).named("y"), lang=lang), steps(y.named("E"), lang=lang)):
        assert through.shown_title.endswith(weights) and numbers not in through.html()


@pytest.mark.parametrize("errors", [[1.0, 1.5e308, math.inf], [1.0, 5e-324], [5e-324, 1.5e308]])
def test_the_curve_of_a_training_that_leaves_every_axis(errors):
    heights = [float(Curve(errors, 0).place(k)[1]) for k, x in enumerate(errors) if math.isfinite(x)]
    assert (heights[0] > heights[1]) == (errors[0] < errors[1])
