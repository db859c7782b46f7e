"""Random networks and data: what training, checking and saving have to do with any of them."""

import random
from functools import partial

import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st
from hypothesis.errors import NoSuchExample
from hypothesis.vendor.pretty import pretty

from tests.examples import costly
from tinygrad_edu import nn, optim, train
from tinygrad_edu.check import check_model, strategies
from tinygrad_edu.data import Dataset

SMOOTH = ("tanh", "sigmoid", "softplus", "gelu", "sin")


def lessons(activations=strategies.ACTIVATIONS, **settings):
    """A net and rows that fit it."""
    nets = strategies.mlps(activations=activations, **settings)

    @st.composite
    def lesson(draw):
        net = draw(nets)
        return net, draw(strategies.datasets(net))

    return lesson()


SEARCHED = settings(max_examples=200, database=None, derandomize=True, phases=[Phase.generate, Phase.shrink])
"""Without the search for what else would have done, which takes most of the time."""


def loss_of(net, rows):
    return nn.mse_loss([net(x) for x in rows.X], rows.y)


def gradient_of(net, rows):
    net.zero_grad()
    loss = loss_of(net, rows)
    loss.backward()
    return loss.data, [p.grad for p in net.parameters()]


# -- what is drawn -----------------------------------------------------------------------------------------------------


def test_values_are_of_a_million_at_most():
    for sign in (1.0, -1.0):
        many = settings(SEARCHED, max_examples=2_000)
        assert find(strategies.values(), lambda x, sign=sign: sign * x >= 1e6, settings=many) == sign * 1e6
    with pytest.raises(NoSuchExample):
        find(strategies.values(), lambda x: abs(x) > 1e6, settings=SEARCHED)


def test_values_may_be_of_one_number_alone():
    assert find(strategies.values(0.7, 0.7), lambda x: True) == 0.7
    with pytest.raises(ValueError, match=r"no number from 0\.7 to 0\.5"):
        strategies.values(0.7, 0.5)


@given(st.data())
def test_sizes(data):
    nin, nout, hidden = (data.draw(st.integers(1, 3)) for _ in range(3))
    net = data.draw(strategies.mlps(nin, nout, max_layers=hidden, max_width=2, activations=["sin"]))
    assert (net.layers[0].nin, net.layers[-1].nout) == (nin, nout) and len(net.layers) <= hidden
    assert all(layer.nout <= 2 and layer.activation == "sin" for layer in net.layers[:-1])
    rows = data.draw(strategies.datasets(net, max_rows=2))
    assert isinstance(rows, Dataset) and len(rows) <= 2
    assert all(len(net(x)) == len(y) for x, y in rows)


@given(strategies.datasets(inputs=2, targets=3, classes=True))
def test_classes(rows):
    assert set(rows.y) <= {0, 1, 2} and rows.classes == ("0", "1", "2")
    assert all(len(x) == 2 and all(abs(number) <= 3.0 for number in x) for x in rows.X)


@given(strategies.datasets(targets=1, classes=True, numbers=st.just(7.0)))
def test_two_classes_for_one_output(rows):
    assert set(rows.y) <= {0, 1} and {number for x in rows.X for number in x} == {7.0}


@pytest.mark.parametrize("sign", [-1.0, 1.0])
def test_numbers_reach_to_3_and_no_further(sign):
    rows = strategies.datasets(inputs=1, targets=1, max_rows=1)
    found = find(rows, lambda rows: sign * rows.X[0][0] >= 3.0, settings=SEARCHED)
    assert found.X[0][0] == sign * 3.0
    with pytest.raises(NoSuchExample):
        find(rows, lambda rows: sign * rows.X[0][0] > 3.0, settings=SEARCHED)


SIZES = {
    "layers": (strategies.mlps, lambda net: len(net.layers), {1, 2, 3}),
    "neurons": (strategies.mlps, lambda net: max(layer.nout for layer in net.layers), {1, 2, 3}),
    "inputs of a net": (strategies.mlps, lambda net: net.layers[0].nin, {1, 2, 3}),
    "rows": (strategies.datasets, len, {1, 2, 3, 4}),
    "numbers of a row": (strategies.datasets, lambda rows: len(rows.X[0]), {1, 2, 3}),
    "targets": (strategies.datasets, lambda rows: len(rows.y[0]), {1, 2, 3}),
    "classes": (partial(strategies.datasets, targets=3, classes=True), lambda rows: rows.y[0], {0, 1, 2}),
    "two classes": (partial(strategies.datasets, targets=1, classes=True), lambda rows: rows.y[0], {0, 1}),
    "inputs": (strategies.expressions, lambda e: len(e.inputs), {1, 2, 3}),
    "one input": (partial(strategies.expressions, max_inputs=1), lambda e: len(e.inputs), {1}),
    "terms": (partial(strategies.expressions, ["sum"], max_nodes=1), lambda e: len(e.steps[0][1]), {1, 2, 3, 4}),
}


def drawn_by(strategy, measures):
    """What each of the measures gives for what is drawn."""
    found = [set() for _ in measures]

    @settings(max_examples=60, database=None, derandomize=True, phases=[Phase.generate])
    @given(strategy())
    def draw(example):
        for sizes, measure in zip(found, measures, strict=True):
            sizes.add(measure(example))

    draw()
    return found


def test_sizes_that_are_drawn():
    for strategy in dict.fromkeys(strategy for strategy, *_ in SIZES.values()):
        rows = [(name, *more) for name, (made, *more) in SIZES.items() if made is strategy]
        for (name, _, expected), found in zip(rows, drawn_by(strategy, [row[1] for row in rows]), strict=True):
            assert found == expected, name


def test_both_shrink_and_print_as_calls():
    net = find(strategies.mlps(), lambda net: len(net.layers) > 1, settings=SEARCHED)
    assert repr(net) == "MLP(1, [1, 1], activation='tanh', output_activation='linear')"
    rows = find(strategies.datasets(inputs=1, targets=1), lambda rows: len(rows) > 1, settings=SEARCHED)
    assert (rows.X, rows.y) == ([[0.0], [0.0]], [[0.0], [0.0]])
    assert "Dataset" in pretty(rows)


# -- what holds for all ------------------------------------------------------------------------------------------------


@costly(100)  # each checks some ten parameters
@given(lessons(max_layers=2, max_width=2))
def test_every_parameter_is_checked(lesson):
    net, rows = lesson
    report = check_model(net, rows, nn.mse_loss, raise_exception=False, progress=False)
    assert not report.wrong and not report.problems, str(report)
    assert len(report.checks) == len(net.parameters())


@given(lessons(activations=SMOOTH))
def test_a_small_enough_step_of_gradient_descent_brings_what_the_gradient_promises(lesson):
    """Armijo's condition, at least half of lr·|g|², for some step: so the gradient points the right way."""
    net, rows = lesson
    before, gradient = gradient_of(net, rows)
    promised = sum(g * g for g in gradient)
    start = net.state_dict()
    if promised <= 1e-8 * max(before, 1.0):  # at the bottom
        return
    for k in range(12):
        lr = 0.5 * 4.0**-k
        optim.SGD(net.parameters(), lr=lr).step()
        if loss_of(net, rows).data <= before - 0.5 * lr * promised:
            return
        net.load_state_dict(start)
    raise AssertionError(f"no step size makes the loss {before!r} smaller, with a gradient of {gradient}")


@given(lessons(), st.integers(1, 3))
def test_fit_is_the_loop_by_hand(lesson, epochs):
    net, rows = lesson
    start, losses = net.state_dict(), []
    optimizer = optim.SGD(net.parameters(), lr=1e-3)
    for _ in range(epochs):
        losses.append(gradient_of(net, rows)[0])
        optimizer.step()
    by_hand = net.state_dict()
    net.load_state_dict(start)
    history = train.fit(net, rows, loss=nn.mse_loss, optimizer="sgd", lr=1e-3, epochs=epochs, progress=False)
    assert [epoch["loss"] for epoch in history] == pytest.approx(losses, rel=1e-12, abs=1e-300)
    assert list(net.state_dict().values()) == pytest.approx(list(by_hand.values()), rel=1e-12, abs=1e-300)


@given(lessons(), st.randoms(use_true_random=False))
def test_the_order_of_the_rows_does_not_count(lesson, rng):
    net, rows = lesson
    loss, gradient = gradient_of(net, rows)
    pairs = list(rows)
    random.Random(rng.random()).shuffle(pairs)
    again, other = gradient_of(net, Dataset(*map(list, zip(*pairs, strict=True))))
    assert again == pytest.approx(loss, rel=1e-12, abs=1e-300)
    size = max(map(abs, gradient), default=0.0)
    assert other == pytest.approx(gradient, rel=1e-9, abs=1e-12 * max(size, 1.0))


@given(lessons())
def test_the_gradient_of_a_sum_is_the_sum_of_the_gradients(lesson):
    net, rows = lesson
    _, together = gradient_of(net, rows)
    net.zero_grad()
    for k in range(len(rows)):
        loss_of(net, rows[k : k + 1]).backward(1.0 / len(rows))
    size = max(map(abs, together), default=0.0)
    assert [p.grad for p in net.parameters()] == pytest.approx(together, rel=1e-9, abs=1e-12 * max(size, 1.0))


@costly(40)
@given(lessons(), st.integers(1, 2**16))
def test_saved_and_loaded(tmp_path_factory, lesson, seed):
    net, rows = lesson
    path = tmp_path_factory.mktemp("nets") / "net.json"
    train.save(path, net)
    saved, outputs = net.state_dict(), [[y.data for y in net(x)] for x in rows.X]
    for k, p in enumerate(net.parameters()):
        p.data = seed / (k + 1.0)
    train.load(path, net)
    assert net.state_dict() == saved
    assert [[y.data for y in net(x)] for x in rows.X] == outputs
