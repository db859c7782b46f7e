"""fit: the same numbers as a loop written by hand, every kind of input, every way to end, every wrong use."""

import gc
import importlib
import math
import random
import sys
import types
import warnings
from array import array

import pytest

from tinygrad_edu import Value, article, data, nn, no_grad, optim
from tinygrad_edu.micrograd.nn import MLP as MicrogradMLP
from tinygrad_edu.optim.lr_scheduler import ExponentialLR, OneCycleLR, ReduceLROnPlateau, StepLR
from tinygrad_edu.train import Diverged, History, evaluate, fit, predict, progress
from tinygrad_edu.train.by_name import LOSSES, OPTIMIZERS
from tinygrad_edu.train.loop import _waited
from tinygrad_edu.train.metrics import accuracy, chosen, mae, r2, rmse

LINE = [([x / 4.0], 2.0 * x / 4.0 - 1.0) for x in range(-4, 5)]


def line_net(seed=0):
    return nn.MLP(1, [1], seed=seed)


def xor_net(seed=1):
    return nn.MLP(2, [4, 1], activation="tanh", seed=seed)


# -- the numbers -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("jit", [False, True])
def test_who_trains_wants_gradients_also_where_nothing_is_recorded(jit):
    net, twin = line_net(), line_net()
    settings = {"loss": "mse", "optimizer": "sgd", "lr": 0.1, "epochs": 3, "jit": jit}
    with no_grad():
        history = fit(net, LINE, **settings)
        assert not (net([1.0])[0] * 2.0).requires_grad
    assert history == fit(twin, LINE, **settings)


def test_outputs_may_be_anything_that_the_loss_understands():
    class Answer:
        def __init__(self, y):
            self.y = y

    class Named(nn.Module):
        def __init__(self):
            self.line = line_net()

        def forward(self, x):
            return Answer(self.line(x)[0])

    def loss(outputs, targets):
        return nn.mse_loss([out.y for out in outputs], targets)

    named, twin = Named(), line_net()
    settings = {"optimizer": "sgd", "lr": 0.1, "epochs": 3, "progress": False}
    history = fit(named, LINE, loss=loss, **settings)
    assert history == fit(twin, LINE, loss="mse", **settings)
    assert evaluate(named, LINE, loss=loss) == evaluate(twin, LINE, loss="mse")
    for wants_numbers in (
        lambda: fit(named, LINE, loss=loss, metrics="mae", **settings),
        lambda: predict(named, [[1.0]]),
    ):
        with pytest.raises(TypeError, match=r"the model gives a Answer, .*: predictions and metrics are of numbers"):
            wants_numbers()


def test_it_is_the_loop_one_would_write_by_hand():
    net, twin = xor_net(), xor_net()
    history = fit(net, data.xor(), loss="mse", optimizer="sgd", lr=0.1, epochs=5)
    optimizer = optim.SGD(twin.parameters(), lr=0.1)
    losses = []
    for _ in range(5):
        optimizer.zero_grad()
        loss = nn.mse_loss([twin(x)[0] for x in data.xor().X], data.xor().y)
        loss.backward()
        optimizer.step()
        losses.append(loss.data)
    assert history.column("loss") == losses
    assert net.state_dict() == twin.state_dict()
    assert history.column("epoch") == [1, 2, 3, 4, 5]
    assert history.column("lr") == [0.1] * 5


@pytest.mark.parametrize("size", [4, 5])  # three batches, and two
def test_the_last_smaller_batch_is_kept_and_counts_by_its_rows(size):
    net, twin = line_net(), line_net()
    history = fit(net, LINE, loss=nn.MSELoss(), optimizer="sgd", lr=0.1, epochs=1, batch_size=size, shuffle=False)
    optimizer = optim.SGD(twin.parameters(), lr=0.1)
    total = 0.0
    for batch in (LINE[start : start + size] for start in range(0, 9, size)):
        optimizer.zero_grad()
        loss = nn.mse_loss([twin(x)[0] for x, _ in batch], [y for _, y in batch])
        loss.backward()
        optimizer.step()
        total += loss.data * len(batch)
    assert net.state_dict() == twin.state_dict()
    assert history[0]["loss"] == pytest.approx(total / 9, rel=1e-15)


def test_a_single_batch_keeps_its_loss_and_its_order():
    """To the last bit: 0.1 times 3 and over 3 would be another number, and so would a sum in another order."""
    rows = [([float(k)], 0.1 * 7.0**-k) for k in range(3)]
    seen = []

    def loss(outputs, targets):
        seen.append(targets)
        return 0.0 * nn.mse_loss(outputs, targets) + 0.1

    assert fit(line_net(), rows, loss=loss, optimizer="sgd", epochs=1, seed=1)[0]["loss"] == 0.1
    assert seen == [[y for _, y in rows]] * 2  # the first time it is the rehearsal


def test_orders_depend_on_seed_and_epoch_alone():
    seen = []

    def loss(outputs, targets):
        seen.append(list(targets))
        return nn.mse_loss(outputs, targets)

    def orders(seed, shuffle=True):
        seen.clear()
        fit(line_net(), LINE, loss=loss, optimizer="sgd", epochs=3, batch_size=5, seed=seed, shuffle=shuffle)
        return [a + b for a, b in zip(seen[1::2], seen[2::2], strict=True)]  # the first call is the rehearsal

    assert orders(0) == orders(0) != orders(1)
    first, second, third = orders(0)
    assert first != second != third
    assert sorted(first) == sorted(y for _, y in LINE)
    assert orders(0, shuffle=False) == [[y for _, y in LINE]] * 3
    random.seed(5)
    one = orders(None)
    random.seed(5)
    assert one == orders(None)


def test_a_history_goes_on_where_it_ended():
    whole, halves = line_net(), line_net()
    optimizer = optim.Adam(whole.parameters())
    together = fit(whole, LINE, loss="mse", optimizer=optimizer, epochs=6, batch_size=2, seed=7)
    optimizer = optim.Adam(halves.parameters())
    history = fit(halves, LINE, loss="mse", optimizer=optimizer, epochs=3, batch_size=2, seed=7)
    again = fit(halves, LINE, loss="mse", optimizer=optimizer, epochs=3, batch_size=2, history=history)
    assert again is history == together
    assert whole.state_dict() == halves.state_dict()
    with pytest.raises(ValueError, match="has the seed 7"):
        fit(halves, LINE, loss="mse", optimizer=optimizer, seed=8, history=history)


def article_net():
    """The article's network; its labels are the article's names."""
    net = nn.MLP(2, [2, 2], activation="sigmoid", output_activation="sigmoid", bias="shared")
    for p in net.parameters():
        p.data = (article.WEIGHTS | article.BIASES)[p.label]
    return net, [p for p in net.parameters() if p.label in article.WEIGHTS]


@pytest.mark.parametrize("rounds", [1, 1_000])
def test_the_article(rounds):
    net, weights = article_net()
    fit(net, data.article(), loss="half_squared_error", optimizer=optim.SGD(weights, lr=0.5), epochs=rounds)
    assert evaluate(net, data.article(), loss="half_squared_error") == {"loss": article.Article().train(rounds)}


# -- what can be given -----------------------------------------------------------------------------------------------


class Grid:
    """What NumPy's arrays have of what is needed here."""

    def __init__(self, rows):
        self.rows = rows

    def tolist(self):
        return self.rows


@pytest.mark.parametrize(
    "given",
    [
        LINE,
        tuple(LINE),
        ([x for x, _ in LINE], [y for _, y in LINE]),
        (Grid([x for x, _ in LINE]), Grid([y for _, y in LINE])),
        [(Grid(x), y) for x, y in LINE],
        ([array("d", x) for x, _ in LINE], array("d", [y for _, y in LINE])),
        [list(pair) for pair in LINE],
        ([x for x, _ in LINE], [[y] for _, y in LINE]),
        data.Dataset([x for x, _ in LINE], [y for _, y in LINE]),
    ],
    ids="pairs tuple lists arrays rows array.array list_of_lists column Dataset".split(),
)
def test_data_in_every_form(given):
    net, twin = line_net(), line_net()
    fit(net, given, loss="mse", optimizer="sgd", lr=0.1, epochs=3)
    fit(twin, LINE, loss="mse", optimizer="sgd", lr=0.1, epochs=3)
    assert net.state_dict() == twin.state_dict()


def test_inputs_and_targets_are_one_argument():
    """Elsewhere they are two, so this is what one writes first."""
    net = line_net()
    before, (xs, ys) = net.state_dict(), zip(*LINE, strict=True)
    told = r"data is one argument: inputs X and their targets Y are given as a tuple, \(X, Y\)$"
    with pytest.raises(TypeError, match=told):
        fit(net, xs, ys, loss="mse", optimizer="sgd")
    with pytest.raises(TypeError, match=told):
        evaluate(net, xs, ys, loss="mse")
    assert net.state_dict() == before


def test_a_generator_of_pairs():
    net = line_net()
    assert len(fit(net, (pair for pair in LINE), loss="mse", optimizer="sgd", epochs=2)) == 2


def test_numpy_arrays():
    numpy = pytest.importorskip("numpy")
    net, twin = line_net(), line_net()
    arrays = numpy.array([x for x, _ in LINE]), numpy.array([y for _, y in LINE], dtype=numpy.float64)
    fit(net, arrays, loss="mse", optimizer="sgd", epochs=3)
    fit(twin, LINE, loss="mse", optimizer="sgd", epochs=3)
    assert net.state_dict() == twin.state_dict()


@pytest.mark.parametrize("name", sorted(OPTIMIZERS))
def test_every_optimizer_by_name(name):
    net = line_net()
    before = evaluate(net, LINE, loss="mse")["loss"]
    fit(net, LINE, loss="mse", optimizer=name, epochs=20)
    assert evaluate(net, LINE, loss="mse")["loss"] < before


def test_losses_by_name():
    assert {"mse", "l1", "huber", "bce", "bce_with_logits", "cross_entropy", "nll", "max_margin"} <= set(LOSSES)
    assert {"half_squared_error", "mse_loss", "binary_cross_entropy_with_logits"} <= set(LOSSES)
    assert not {"l2_penalty", "triplet_margin_loss", "gaussian_nll_loss"} & set(LOSSES)


def test_classes_and_loss_functions_of_ones_own():
    net = nn.MLP(2, [8, 3], activation="tanh", seed=0)
    rows = [([math.cos(k), math.sin(k)], k % 3) for k in range(12)]
    history = fit(
        net,
        rows,
        loss=lambda out, y: nn.cross_entropy(out, y) + nn.l2_penalty(net, 1e-4),
        optimizer="adam",
        lr=0.05,
        epochs=3,
        metrics=["accuracy", lambda outputs, targets: 7.0],
    )
    assert history.columns == ["epoch", "loss", "accuracy", "<lambda>", "lr"]
    assert history[0]["<lambda>"] == 7.0


def test_micrograds_model_and_a_bare_function():
    random.seed(0)
    net = MicrogradMLP(2, [4, 1])
    rows = [(x, y) for x, y in data.xor().signed()]
    history = fit(net, rows, loss="max_margin", optimizer=optim.SGD(net.parameters(), lr=0.1), epochs=5)
    assert history[-1]["loss"] < history[0]["loss"]

    class Scale:
        def __init__(self):
            self.w = Value(1.0)

        def __call__(self, x):
            return self.w * x

        def parameters(self):
            return [self.w]

    model = Scale()
    fit(model, [(1.0, 3.0), (2.0, 6.0)], loss="mse", optimizer="lbfgs", epochs=5)
    assert model.w.data == pytest.approx(3.0)


def test_schedulers():
    def rates(scheduler, **settings):
        net = line_net()
        history = fit(
            net, LINE, loss="mse", optimizer="sgd", lr=1.0, epochs=4, scheduler=scheduler, clip=1e-9, **settings
        )
        return history.column("lr")

    assert rates(lambda optimizer: StepLR(optimizer, 2, 0.5)) == [1.0, 1.0, 0.5, 0.5]
    assert rates(lambda optimizer: ExponentialLR(optimizer, 0.5), batch_size=2) == [1.0, 0.5, 0.25, 0.125]
    plateau = rates(lambda optimizer: ReduceLROnPlateau(optimizer, patience=0, factor=0.5, threshold=0.5))
    assert plateau == [1.0, 1.0, 0.5, 0.25]
    assert rates(ReduceLROnPlateau) == [1.0] * 4  # a class is a function that makes one
    net = line_net()
    optimizer = optim.SGD(net.parameters())
    cycle = OneCycleLR(optimizer, max_lr=0.1, total_steps=20)
    fit(net, LINE, loss="mse", optimizer=optimizer, scheduler=cycle, epochs=2, batch_size=3)
    assert cycle.last_epoch == 6


def test_validation_is_measured_in_eval_mode_and_the_modes_come_back():
    net = nn.Sequential(nn.Layer(1, 8, "tanh", seed=0), nn.Dropout(0.5, seed=0), nn.Layer(8, 1, seed=0))
    net.layers[1].eval()  # one's own choice of modes
    modes = [module.training for module in net.modules()]
    seen = []

    def watch(outputs, targets):
        seen.append([module.training for module in net.modules()])
        return 0.0

    class Spy(nn.Module):
        def forward(self, x):
            seen.append(self.training)
            return x

    net.layers.append(Spy())
    history = fit(net, LINE[:3], loss="mse", optimizer="sgd", epochs=1, validation=LINE[3:5])
    assert seen == [False] + [False] + [True] * 3 + [False] * 2  # two rehearsals, the epoch, the held-out rows
    assert [module.training for module in net.modules()][:-1] == modes
    net.layers.pop()
    assert history[0]["val_loss"] == evaluate(net, LINE[3:5], loss="mse")["loss"]


@pytest.mark.parametrize("jit", [False, True])
def test_a_model_in_eval_mode_is_trained_in_training_mode(jit):
    """In which this one drops everything."""
    net = nn.Sequential(nn.Layer(1, 1, seed=0), nn.Dropout(1.0)).eval()
    history = fit(net, [([1.0], 1.0)], loss="mse", optimizer="sgd", epochs=2, jit=jit)
    assert history.column("loss") == [1.0, 1.0]
    assert not any(module.training for module in net.modules())


def test_predict_records_nothing():
    net = line_net()
    assert predict(net, [[1.0]]) == [[net([1.0])[0].data]]
    dropping = nn.Sequential(net, nn.Dropout(1.0))  # in training mode it would drop everything
    assert predict(dropping, [[1.0]]) == predict(net, [[1.0]]) != [[0.0]]
    with pytest.raises(TypeError, match=r"xs: a list with an item for each row is wanted, not float 1\.0"):
        predict(net, 1.0)
    with pytest.raises(TypeError, match="predict takes inputs without targets: those of a data set are its X"):
        predict(nn.MLP(2, [1]), data.xor())


def test_metrics_are_given_outputs_and_targets():
    metrics = {"outputs": lambda outputs, targets: outputs[0], "targets": lambda outputs, targets: targets[0]}
    assert evaluate(lambda x: 2.0 * x, [(3.0, 5.0)], loss="mse", metrics=metrics) == {
        "loss": 1.0, "outputs": 6.0, "targets": 5.0,
    }  # fmt: skip


@pytest.mark.parametrize(("error", "calls"), [(RecursionError, 1), (NotImplementedError, 1), (RuntimeError, 2)])
def test_a_model_is_run_again_if_it_may_have_wanted_gradients(error, calls):
    """Which is a RuntimeError where nothing is recorded; its kin are about something else."""
    seen = []

    def model(x):
        seen.append(x)
        raise error("no")

    with pytest.raises(error):
        predict(model, [1.0])
    assert len(seen) == calls


# -- how it ends -----------------------------------------------------------------------------------------------------


def test_callbacks_and_stopping():
    calls = []
    history = fit(
        line_net(),
        LINE,
        loss="mse",
        optimizer="sgd",
        lr=0.1,
        epochs=100,
        callbacks=[lambda h: calls.append(len(h)), lambda h: h[-1]["loss"] < 0.5, lambda h: "not True"],
    )
    assert calls == list(range(1, len(history) + 1))
    assert history[-1]["loss"] < 0.5 <= history[-2]["loss"]
    assert history.stopped == f"stopped by a callback after epoch {len(history)}"


def test_patience():
    net = line_net()
    history = fit(net, LINE, loss="mse", optimizer="sgd", lr=0.0, epochs=50, patience=3)
    assert len(history) == 4
    assert history.stopped == "stopped after epoch 4: loss had not got better for 3 epochs"
    history = fit(net, LINE, loss="mse", optimizer="sgd", lr=0.01, epochs=50, patience=3, min_delta=10.0)
    assert len(history) == 4
    assert len(fit(net, LINE, loss="mse", optimizer="sgd", lr=0.01, epochs=10, patience=3)) == 10


def test_restore_best():
    net = line_net()
    best = []

    def keep(history):
        if history[-1]["val_loss"] == min(history.column("val_loss")):
            best[:] = [net.state_dict()]

    history = fit(
        net,
        LINE,
        loss="mse",
        optimizer="sgd",
        lr=0.4,
        scheduler=lambda optimizer: ExponentialLR(optimizer, 1.2),
        epochs=8,
        validation=LINE[:3],
        callbacks=[keep],
        restore_best=True,
    )
    least = min(history.column("val_loss"))
    assert history[-1]["val_loss"] > least
    assert net.state_dict() == best[0]
    assert evaluate(net, LINE[:3], loss="mse")["loss"] == least


def test_a_loss_of_ones_own_for_a_single_row():
    """What it is called with is said; a fault within a loss of the package is told as it is."""
    told = r"the loss is called with a list of outputs and a list of targets, an item for each row, here Value and"
    with pytest.raises(TypeError, match=told + " float: unsupported operand"):
        fit(line_net(), LINE, loss=lambda output, target: (output - target) ** 2, optimizer="sgd")
    with pytest.raises(
        TypeError, match=told + " float: 'Value' object is not subscriptable"
    ):  # a list of one, unpacked
        fit(line_net(), LINE, loss=lambda outputs, targets: outputs[0][0] - targets[0], optimizer="sgd")
    told = told.replace("Value", "list of 1")
    with pytest.raises(TypeError, match=told + " list of 1: unsupported operand"):
        fit(
            line_net(),
            [(x, [y]) for x, y in LINE],
            loss=lambda outputs, targets: outputs[0] - targets[0],
            optimizer="sgd",
        )
    for loss in (nn.mse_loss, nn.MSELoss()):
        with pytest.raises(TypeError) as caught:
            fit(line_net(), [(x, {"y": y}) for x, y in LINE], loss=loss, optimizer="sgd")
        assert "the loss is called" not in str(caught.value)


@pytest.mark.parametrize("when", [3, 7, 8])
def test_ctrl_c_leaves_the_model_as_of_the_last_finished_batch(when):
    net, twin = line_net(), line_net()
    calls = 0

    def loss(outputs, targets):
        nonlocal calls
        calls += 1
        if calls == when + 1:  # the first call is the rehearsal
            raise KeyboardInterrupt
        return nn.mse_loss(outputs, targets)

    history = fit(net, LINE, loss=loss, optimizer="sgd", lr=0.1, epochs=10, batch_size=3, shuffle=False)
    optimizer = optim.SGD(twin.parameters(), lr=0.1)
    for k in range(when - 1):
        batch = LINE[3 * (k % 3) : 3 * (k % 3) + 3]
        optimizer.zero_grad()
        nn.mse_loss([twin(x)[0] for x, _ in batch], [y for _, y in batch]).backward()
        optimizer.step()
    assert net.state_dict() == twin.state_dict()
    assert history.interrupted
    assert len(history) == (when - 1) // 3
    assert f"Ctrl-C in epoch {len(history) + 1}" in history.stopped


def test_a_loss_that_is_no_number():
    net = line_net()
    states = [net.state_dict()]

    def loss(outputs, targets):
        return nn.mse_loss(outputs, targets) * (math.nan if len(states) == 3 else 1.0)

    with pytest.raises(Diverged, match=r"epoch 3: the loss is nan. The model is as of the last") as caught:
        fit(net, LINE, loss=loss, optimizer="sgd", lr=0.1, callbacks=[lambda h: states.append(net.state_dict())])
    assert len(caught.value.history) == 2
    assert net.state_dict() == states[-1]


def test_a_gradient_that_is_no_number():
    net = line_net()
    for p in net.parameters():
        p.data = 0.0
    with pytest.raises(Diverged, match=r"the gradient of (w1|b_o1) = 0.0 is (inf|-inf|nan)"):
        fit(net, [([1.0], 1.0)], loss=lambda out, y: (out[0] * out[0]).sqrt(), optimizer="sgd")
    assert set(net.state_dict().values()) == {0.0}


def test_it_really_diverges():
    net = line_net()
    with pytest.raises(Diverged, match="learning rate below 1e\\+06"):
        fit(net, LINE, loss="mse", optimizer="sgd", lr=1e6)
    assert all(map(math.isfinite, net.state_dict().values()))


def test_graphs_are_freed_after_each_step():
    net = xor_net()
    most = []

    def count(_):
        most.append(sum(isinstance(thing, Value) for thing in gc.get_objects()))

    gc.collect()
    before = sum(isinstance(thing, Value) for thing in gc.get_objects())
    gc.disable()  # by reference counts alone
    try:
        fit(net, data.xor(), loss="mse", optimizer="adam", epochs=5, metrics="accuracy", callbacks=[count])
    finally:
        gc.enable()
    assert max(most) <= before


def test_clip():
    net = line_net()
    before = [p.data for p in net.parameters()]
    fit(net, [([1e6], 0.0)], loss="mse", optimizer="sgd", lr=1.0, epochs=1, clip=0.5)
    moved = math.hypot(*(p.data - old for p, old in zip(net.parameters(), before, strict=True)))
    assert moved == pytest.approx(0.5)


def test_a_hundred_epochs_unless_told_otherwise():
    assert len(fit(line_net(), LINE[:1], loss="mse", optimizer="sgd", lr=0.0)) == 100


def test_rows_come_in_another_order_unless_told_otherwise():
    seen = []

    class Noting(nn.MLP):
        def forward(self, x):
            seen.append(x[0])
            return super().forward(x)

    settings = dict(loss="mse", optimizer="sgd", epochs=1, batch_size=1, seed=1, jit=False)
    for more, shuffled in (({}, True), ({"shuffle": False}, False)):
        seen.clear()
        fit(Noting(1, [1], seed=0), LINE, **settings, **more)
        order = seen[1:]  # the first was a rehearsal
        assert sorted(order) == [x for (x,), _ in LINE]
        assert (order != sorted(order)) is shuffled


@pytest.mark.parametrize(
    "course, min_delta, waited",
    [
        ([], 0.0, 0), ([3.0], 0.0, 0), ([3.0, 2.0, 1.0], 0.0, 0), ([1.0, 2.0, 3.0], 0.0, 2), ([2.0, 1.0, 1.0], 0.0, 1),
        ([2.0, 1.5, 1.0], 0.5, 0), ([2.0, 1.25, 1.0], 0.5, 1), ([1.0, 0.75, 0.25, 0.5], 0.5, 1),
        ([math.nan, 1.0], 0.0, 0), ([1.0, math.nan], 0.0, 1), ([math.inf], 0.0, 1),
    ],
)  # fmt: skip
def test_how_long_ago_it_was_better_than_ever(course, min_delta, waited):
    """By more than min_delta than the best that was better by more than that, so small steps add up to one."""
    assert _waited(course, min_delta) == waited


@pytest.mark.parametrize("patience, epochs", [(1, 2), (3, 4)])
def test_patience_is_how_many_epochs_are_waited_for(patience, epochs):
    history = fit(line_net(), LINE, loss="mse", optimizer="sgd", lr=0.0, epochs=9, patience=patience)
    assert len(history) == epochs
    waited = "1 epoch" if patience == 1 else f"{patience} epochs"
    assert history.stopped == f"stopped after epoch {epochs}: loss had not got better for {waited}"


def test_of_equally_good_epochs_the_first_is_gone_back_to():
    """What is held out says nothing about the weight, so no epoch is better than the first."""

    class Slope(nn.Module):
        def __init__(self):
            self.w = Value(1.0, "w")

        def forward(self, x):
            return [self.w * x[0]]

    weights = []
    net = Slope()
    note = lambda history: weights.append(net.w.data)  # noqa: E731
    settings = dict(loss="mse", optimizer="sgd", lr=0.1, epochs=3, validation=[([0.0], 0.0)], restore_best=True)
    fit(net, [([1.0], 0.0)], callbacks=[note], **settings)
    assert net.w.data == weights[0] != weights[-1]
    fit(net, [([1.0], 0.0)], callbacks=[note], **settings | {"restore_best": False})
    assert net.w.data == weights[-1]


def test_names_of_optimizers_are_those_of_classes():
    names = "asgd lbfgs sgd adadelta adagrad adam adamw adamax lion nadam radam rmsprop rprop"
    assert sorted(OPTIMIZERS) == sorted(names.split())
    assert all(name == kind.__name__.lower() for name, kind in OPTIMIZERS.items())


def test_no_epochs():
    net = line_net()
    before = net.state_dict()
    assert fit(net, LINE, loss="mse", optimizer="sgd", epochs=0) == []
    assert net.state_dict() == before


# -- the bar ---------------------------------------------------------------------------------------------------------


def test_silent_when_not_a_terminal(capsys):
    fit(line_net(), LINE, loss="mse", optimizer="sgd", epochs=2)
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize("progress", [True, False])
def test_a_bar_in_a_terminal(capsys, monkeypatch, progress):
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    fit(line_net(), LINE, loss="mse", optimizer="sgd", epochs=2, batch_size=3, metrics="mae", progress=progress)
    out, err = capsys.readouterr()
    assert out == ""
    assert ("epoch 2" in err and "mae 0." in err and "loss 1." in err) == progress


@pytest.mark.parametrize("jit", [False, True])
def test_a_bar_ticks_once_for_each_batch(bar, jit):
    fit(line_net(), LINE[:3], loss="mse", optimizer="sgd", lr=0.0, epochs=2, batch_size=2, jit=jit)
    ran = [["tick", "tick"], ["tick", "tick"]] if not jit else [["tick"] * 4, []]  # compiled, two epochs are one call
    losses = ["epoch 1", *ran[0], "loss", "epoch 2", *ran[1], "loss"]
    assert bar == ["4 in all", *losses, "closed"]


def test_a_bar_in_a_notebook(capsys, monkeypatch):
    """Where widgets are not installed it is a line of text, and nobody is told to install them."""
    shell = types.SimpleNamespace(config={"IPKernelApp": {}})
    monkeypatch.setitem(sys.modules, "IPython", types.SimpleNamespace(get_ipython=lambda: shell))
    assert progress.somebody_looks()
    package = importlib.import_module("tqdm.auto") and sys.modules["tqdm"]
    monkeypatch.setattr(package, "auto", package.auto)  # put back, too: later tests look for it there
    for name in ("tqdm.auto", "tqdm.autonotebook", "tqdm.notebook"):
        monkeypatch.delitem(sys.modules, name, raising=False)
    for name in ("ipywidgets", "IPython.display", "IPython.html"):
        monkeypatch.setitem(sys.modules, name, None)
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always")
        fit(line_net(), LINE, loss="mse", optimizer="sgd", epochs=2)
    assert "epoch 2: 100%" in capsys.readouterr().err and told == []
    monkeypatch.setitem(sys.modules, "IPython", types.SimpleNamespace(get_ipython=lambda: None))
    assert not progress.somebody_looks()
    monkeypatch.setattr(sys, "stderr", None)  # in a program without a console
    assert not progress.somebody_looks()


# -- wrong use -------------------------------------------------------------------------------------------------------

WRONG = {
    "no data": (dict(data=[]), ValueError, "data is empty"),
    "no data, two lists": (dict(data=([], [])), ValueError, "data is empty"),
    "a number": (dict(data=3), TypeError, "data: a list with an item for each row is wanted, not int 3"),
    "no pairs": (dict(data=[[1.0]]), ValueError, r"row 1 is \[1.0\], not an \(x, y\) pair"),
    "lengths": (dict(data=([[1.0]] * 3, [1.0] * 2)), ValueError, "data: 3 inputs but 2 targets"),
    "ragged": (dict(data=[([1.0], 1.0), ([1.0, 2.0], 1.0)]), ValueError, r"input of row 2 has shape \(2,\)"),
    "ragged targets": (dict(data=[([1.0], 1.0), ([1.0], [1.0])]), ValueError, r"target of row 2 has shape \(1,\)"),
    "nan": (dict(data=[([1.0], 1.0), ([math.nan], 1.0)]), ValueError, "input of row 2 has nan in it"),
    "text": (dict(data=[(["a"], 1.0)]), TypeError, "row 1"),
    "none": (dict(data=[([1.0], None)]), TypeError, "row 1"),
    "width": (dict(data=[([1.0, 2.0], 1.0)]), ValueError, "data does not fit: .* takes 1 input, got 2"),
    "target width": (dict(data=[([1.0], [1.0, 2.0])]), ValueError, "data does not fit: mse_loss"),
    "class": (dict(loss="cross_entropy", data=[([1.0], 0), ([2.0], 5)], wide=3), ValueError, "Target 5 is out of"),
    "two lists": (dict(data=[[[1.0], [2.0]], [1.0, 2.0]]), ValueError, r"Two lists, .* as a tuple, \(X, Y\)"),
    "validation": (dict(validation=[]), ValueError, "validation is empty"),
    "validation width": (dict(validation=[([1.0, 2.0], 0.0)]), ValueError, "validation: its inputs have shape"),
    "validation target": (dict(validation=[([1.0], [0.0, 1.0])]), ValueError, "validation does not fit"),
    "loss name": (dict(loss="mes"), ValueError, "there is no loss 'mes': did you mean 'mse'"),
    "loss class": (dict(loss=nn.MSELoss), TypeError, r"make one of it, MSELoss\(\)"),
    "loss number": (dict(loss=3), TypeError, "a loss is a name"),
    "loss list": (dict(loss=nn.MSELoss(reduction="none")), TypeError, 'use reduction="mean"'),
    "optimizer name": (dict(optimizer="adm"), ValueError, "there is no optimizer 'adm': did you mean 'adam'"),
    "optimizer class": (dict(optimizer=optim.SGD), TypeError, "an optimizer is a name"),
    "two rates": (dict(optimizer=True, lr=0.1), ValueError, "lr=0.1 is for optimizers given by name"),
    "rate": (dict(lr=-1.0), ValueError, "Invalid learning rate: -1.0"),
    "epochs": (dict(epochs=-1), ValueError, "epochs is 0 or more, not -1"),
    "jit": (dict(jit="yes"), TypeError, "jit is True, False or None, not 'yes'"),
    "shuffle": (dict(shuffle="no"), TypeError, "shuffle is True or False, not 'no'"),
    "progress": (dict(progress=None), TypeError, "progress is True or False, not None"),
    "restore best": (dict(restore_best=2), TypeError, "restore_best is True or False, not 2"),
    "jit 1": (dict(jit=1), TypeError, "jit is True, False or None, not 1"),
    "least difference": (dict(min_delta="a"), ValueError, "min_delta is by how much less counts, a number of 0"),
    "undefined difference": (dict(min_delta=math.nan), ValueError, "min_delta is .*, not nan"),
    "less than no difference": (dict(min_delta=-0.5), ValueError, "min_delta is .*, not -0.5"),
    "seed": (dict(seed=1.5), TypeError, "seed is a whole number, not 1.5"),
    "seed true": (dict(seed=True), TypeError, "seed is a whole number, not True"),
    "history": (dict(history=[]), TypeError, r"history is what an earlier fit\(\) returned, not \[\]"),
    "no scheduler made": (dict(scheduler=lambda o: None), TypeError, "make a schedule of the optimizer gave None"),
    "metrics of nothing": (dict(metrics=None), TypeError, "a metric is a name or a function .*, not None"),
    "one callback": (dict(callbacks=print), TypeError, "callbacks is a list of functions of the history, not <"),
    "no callback": (dict(callbacks=[3]), TypeError, r"callbacks is a list of functions of the history, not \[3\]"),
    "a scheduler that wants more": (dict(scheduler=StepLR), TypeError, "missing 1 .* argument: 'step_size'"),
    "scheduler": (dict(scheduler="step"), TypeError, "a scheduler is a schedule, or makes one of the optimizer"),
    "half epochs": (dict(epochs=1.5), TypeError, "epochs is a whole number, not 1.5"),
    "batch size": (dict(batch_size=0), ValueError, "batch_size is 1 or more, not 0"),
    "patience": (dict(patience=0), ValueError, "patience is 1 or more"),
    "restore": (dict(restore_best=True), ValueError, "restore_best needs held-out rows"),
    "clip": (dict(clip=0.0), ValueError, "clip is the largest norm"),
    "clip of no number": (dict(clip="a"), ValueError, "clip is the largest norm"),
    "a number for a loss": (dict(loss=lambda outputs, targets: 1.0), ValueError, "the number 1.0: it does not depend"),
    "metric": (dict(metrics="acuracy"), ValueError, "there is no metric 'acuracy'"),
    "metric of no classes": (
        dict(metrics="accuracy"),
        ValueError,
        r"accuracy: the target of row 1 is -3\.0",
    ),
    "metric twice": (dict(metrics=["mae", mae]), ValueError, "would be called 'mae'"),
    "metric number": (dict(metrics={"x": 3}), TypeError, "a metric is a name or a function"),
}


@pytest.mark.parametrize("case", WRONG, ids=str)
def test_wrong_use_is_one_clear_error_and_changes_nothing(case):
    settings, kind, message = WRONG[case]
    settings = dict(settings)
    net = nn.MLP(1, [settings.pop("wide", 1)], seed=0)
    before = net.state_dict()
    arguments = dict(data=LINE, loss="mse", optimizer="sgd", epochs=1, batch_size=1) | settings
    if arguments["optimizer"] is True:
        arguments["optimizer"] = optim.SGD(net.parameters())
    with pytest.raises(kind, match=message):
        fit(net, arguments.pop("data"), **arguments)
    assert net.state_dict() == before


def test_numbers_of_numpy_are_settings():
    np = pytest.importorskip("numpy")

    def course(whole, real):
        settings = dict(epochs=whole(3), batch_size=whole(2), seed=whole(7), clip=real(0.5), min_delta=real(0.25))
        history = fit(line_net(), LINE, loss="mse", optimizer="sgd", patience=whole(2), **settings)
        return list(history), history.seed.__class__, history.stopped

    assert course(np.int64, np.float32) == course(int, float)


def test_a_model_without_parameters():
    with pytest.raises(TypeError, match=r"a model is an nn.Module, or something else that has parameters\(\), not <"):
        fit(abs, LINE, loss="mse", optimizer="sgd")


def test_another_models_optimizer_and_another_optimizers_scheduler():
    net, other = line_net(), line_net()
    stranger = optim.SGD(other.parameters())
    with pytest.raises(ValueError, match="was it made for another model"):
        fit(net, LINE, loss="mse", optimizer=stranger)
    with pytest.raises(ValueError, match="the scheduler belongs to another optimizer"):
        fit(net, LINE, loss="mse", optimizer="sgd", scheduler=StepLR(stranger, 1))


# -- metrics ---------------------------------------------------------------------------------------------------------


def test_accuracy():
    assert accuracy([[0.1, 0.9], [0.8, 0.2]], [1, 1]) == 0.5
    assert accuracy([[0.1, 0.9], [0.8, 0.2]], [[0, 1], [1, 0]]) == 1.0
    assert accuracy([[0.6], [0.6]], [[1], [0]]) == 0.5
    assert accuracy([0.4, -0.4], [1, -1]) == 1.0
    assert accuracy([0.4, -0.4], [1, 0]) == 0.5
    assert accuracy([0.4, -0.4], [1, 0], threshold=0.0) == 1.0
    logits = chosen("accuracy", [0, 1], nn.BCEWithLogitsLoss())["accuracy"]
    assert logits([0.4, -0.4], [1, 0]) == 1.0
    with pytest.raises(ValueError, match=r"target of row 2 is 2\.7"):
        accuracy([1.0, 2.0], [1.0, 2.7])
    with pytest.raises(ValueError, match=r"target of row 1 is 0\.5"):
        accuracy([[1.0, 2.0]], [0.5])
    for metric in accuracy, mae, rmse:
        with pytest.raises(ValueError, match="of no rows"):
            metric([], [])


def test_regression_metrics():
    assert mae([[1.0, 2.0]], [[0.0, 4.0]]) == 1.5
    assert rmse([1.0, -1.0], [0.0, 0.0]) == 1.0
    assert r2([2.0, 2.0], [1.0, 3.0]) == 0.0
    assert math.isnan(r2([2.0], [1.0]))


def test_history_is_what_fit_returns():
    history = fit(line_net(), LINE, loss="mse", optimizer="sgd", epochs=1)
    assert isinstance(history, History)
    assert (history.stopped, history.interrupted) == ("", False)


def test_at_most_two_names_are_suggested():
    with pytest.raises(ValueError, match=r"there is no optimizer 'adamx': did you mean 'adamax' or 'adam'[?] Or"):
        fit(line_net(), LINE, loss="mse", optimizer="adamx")


@pytest.mark.parametrize("loss", ["cross_entropy", nn.cross_entropy, nn.CrossEntropyLoss(label_smoothing=0.1)])
@pytest.mark.parametrize("jit", [False, True])
def test_one_output_has_no_classes_to_choose_from(loss, jit):
    """Otherwise the outputs of a batch would be taken for the scores of one example."""
    net = nn.MLP(2, [1], seed=0)
    before = [p.data for p in net.parameters()]
    with pytest.raises(ValueError, match="this model gives one number: give it an output for each class, or take bce"):
        fit(net, data.moons(8), loss=loss, optimizer="sgd", epochs=1, progress=False, jit=jit)
    assert [p.data for p in net.parameters()] == before


def test_metrics_of_rows_that_do_not_fit():
    for metric in (accuracy, mae, rmse, r2):
        name = metric.__name__
        with pytest.raises(ValueError, match=f"^{name}: 2 outputs but 1 target; one target for each output is wanted"):
            metric([1.0, 0.0], [1.0])
        with pytest.raises(ValueError, match=f"^{name} of no rows is undefined"):
            metric([], [])
        if metric is not accuracy:
            with pytest.raises(ValueError, match=f"^{name}: the output of row 2 has 2 numbers, and its target 1"):
                metric([[1.0, 0.0], [1.0, 0.0]], [[1.0, 0.0], 1.0])


def test_metrics_of_arrays():
    np = pytest.importorskip("numpy")
    outputs, targets = [[1.0, 0.0], [0.5, 3.0]], [[1.0, 0.0], [0.0, 1.0]]
    for metric in (accuracy, mae, rmse, r2):
        found = metric(outputs, targets)
        assert metric(np.array(outputs), np.array(targets)) == found
        assert metric(list(np.array(outputs)), list(np.array(targets))) == found
