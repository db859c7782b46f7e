"""fit(jit=True): what the eager loop computes, by every target, optimizer, loss and schedule; and when it refuses."""

import functools
import importlib.util
import itertools
import math
import re
import types
from array import array

import pytest

from tests.examples import every
from tinygrad_edu import Value, article, constant, data, grad, nn, optim, relu
from tinygrad_edu import sum as te_sum
from tinygrad_edu.choice import NoEntry, take
from tinygrad_edu.jit import jit as te_jit
from tinygrad_edu.jit.trace import TracingError
from tinygrad_edu.nested import flatten
from tinygrad_edu.optim import lr_scheduler
from tinygrad_edu.train import Diverged, compiled, fit, worth
from tinygrad_edu.train.by_name import LOSSES, OPTIMIZERS
from tinygrad_edu.train.lowered import NotCompiled
from tinygrad_edu.train.worth import uses_in

PACKAGES = {"python": (), "numpy": ("numpy",), "llvm": ("numpy", "llvmlite")}


@pytest.fixture(params=PACKAGES)
def target(request, monkeypatch, soonest):
    """Compile for one target, whatever the size of the program."""
    missing = [name for name in PACKAGES[request.param] if not importlib.util.find_spec(name)]
    if missing:
        pytest.skip(f"{' and '.join(missing)} not installed")
    monkeypatch.setattr(compiled, "build", functools.partial(compiled.build, target=request.param))
    return request.param


@pytest.fixture(autouse=True)
def soonest(monkeypatch):
    """Where it makes no difference for which target, that is the one that is compiled soonest."""
    monkeypatch.setattr(compiled, "build", functools.partial(compiled.build, target="python"))


def net(outputs=1, seed=3, activation="tanh"):
    return nn.MLP(2, [4, outputs], activation=activation, seed=seed)


def both(make, rows, optimizer, *, scheduler=None, jit=True, **settings):
    """Train two equal nets, eager and compiled; all that they measured and became is equal to 1e-11."""
    outcomes = []
    for how in (False, jit):
        model = make()
        its = optimizer(model.parameters())
        schedule = scheduler(its) if scheduler else None
        history = fit(model, rows, optimizer=its, jit=how, progress=False, seed=1, scheduler=schedule, **settings)
        outcomes.append((model, its, history))
    (a, ours, eager), (b, theirs, fast) = outcomes
    assert len(eager) == len(fast)
    for x, y in zip(eager, fast, strict=True):
        assert x.keys() == y.keys()
        assert list(x.values()) == pytest.approx(list(y.values()), rel=1e-11, abs=1e-13)
    for p, q in zip(a.parameters(), b.parameters(), strict=True):
        assert p.data == pytest.approx(q.data, rel=1e-11, abs=1e-13)
        remembered, its_twin = ours.state.get(p, {}), theirs.state.get(q, {})
        assert remembered.keys() == its_twin.keys()
        assert list(remembered.values()) == pytest.approx(list(its_twin.values()), rel=1e-11, abs=1e-13)
    assert ours.param_groups[0]["lr"] == theirs.param_groups[0]["lr"]
    return fast


XOR = [([float(a), float(b)], float(a != b)) for a in (0, 1) for b in (0, 1)] + [([0.5, 0.25], 0.5)]


EACH_OPTIMIZER = sorted(set(OPTIMIZERS) - {"lbfgs"})


@pytest.mark.parametrize(("name", "target"), every(3, EACH_OPTIMIZER, PACKAGES), indirect=["target"])
def test_every_optimizer(name, target):
    history = both(net, XOR, OPTIMIZERS[name], loss="mse", epochs=5, batch_size=2, clip=0.5)
    assert history.engine.startswith("compiled: ")


def rows_for(loss):
    """Targets that a loss takes, and as many outputs."""
    if loss in ("cross_entropy", "nll", "multi_margin"):
        return [([0.1 * i, (0.3 * i) % 1.0], i % 3) for i in range(5)], 3
    if loss.startswith("multilabel"):
        return [([0.1 * i, 0.3], [i % 3, -1, -1] if "soft" not in loss else [0.0, 1.0, 1.0]) for i in range(5)], 3
    signs = ("hinge", "max_margin", "soft_margin", "hinge_embedding")
    if loss in signs:
        return [(x, 1.0 if y > 0.5 else -1.0) for x, y in XOR], 1
    return XOR, 1


def mild(loss):
    """Losses of probabilities, rates or logarithms get such outputs."""
    if loss in ("bce", "binary_cross_entropy", "kl_div", "nll", "poisson_nll"):
        return lambda: nn.MLP(2, [4, rows_for(loss)[1]], activation="tanh", output_activation="sigmoid", seed=3)
    return lambda: net(rows_for(loss)[1])


EACH_LOSS = sorted({name for name in LOSSES if name.removesuffix("_loss") == name})


@pytest.mark.parametrize(("loss", "target"), every(3, EACH_LOSS, PACKAGES), indirect=["target"])
def test_every_loss_by_name(loss, target):
    rows, _ = rows_for(loss)
    both(mild(loss), rows, functools.partial(optim.SGD, lr=0.1), loss=loss, epochs=3, batch_size=2)


EXACT = pytest.mark.parametrize("target", ["python", "llvm"], indirect=True)


def exactly(make, rows, optimizer, looked_at=True, scheduler=None, **settings):
    """Train two equal nets, eager and compiled; all that they measured and became has the same bits."""
    outcomes = []
    for jit in (False, True):
        model, seen = make(), []
        its = optimizer(model.parameters())
        callbacks = [lambda h: seen.append([p.grad for p in model.parameters()])] if looked_at else []  # noqa: B023
        schedule = scheduler(its) if scheduler else None
        told = dict(mode="exact", progress=False, seed=1, callbacks=callbacks, scheduler=schedule)
        history = fit(model, rows, optimizer=its, jit=jit, **told, **settings)
        state = [its.state.get(p, {}) for p in model.parameters()]
        outcomes.append(repr((list(history), [p.data for p in model.parameters()], state, seen)))
    assert history.engine.endswith(", exact")
    assert outcomes[0] == outcomes[1]


@pytest.mark.parametrize("name", EACH_OPTIMIZER)
def test_every_optimizer_exactly(name):
    exactly(net, XOR, OPTIMIZERS[name], loss="mse", epochs=4, batch_size=2, clip=0.3)


@EXACT
@pytest.mark.parametrize("looked_at", [False, True])
def test_classes_exactly(looked_at, target):
    """With weights, rows that are ignored, metrics, and gradients that are clipped together."""
    classes = [([0.1 * i, (0.3 * i) % 1.0], -100 if i == 4 else i % 3) for i in range(8)]
    loss = nn.CrossEntropyLoss(weight=[1.0, 0.5, 2.0])
    adam = functools.partial(optim.AdamW, lr=0.1)
    exactly(lambda: net(3), classes, adam, looked_at, loss=loss, epochs=4, batch_size=3, clip=0.2, metrics="accuracy")


@EXACT
def test_outputs_without_a_gradient_exactly(target):
    """Among what is chosen from: no gradient goes there, in whatever order."""

    class Half(nn.Module):
        def __init__(self):
            super().__init__()
            self.net, self.fixed = net(), Value(0.5, "fixed", False)

        def forward(self, x):
            return [*self.net(x), self.fixed * x[0]]

    rows = [(x, int(y > 0.4)) for x, y in XOR]
    exactly(Half, rows, functools.partial(optim.SGD, lr=0.1), loss="cross_entropy", epochs=3, batch_size=2)


@EXACT
def test_groups_exactly(target):
    def groups(params):
        return optim.RMSprop([{"params": params[:5], "lr": 0.02}, {"params": params[5:-2]}], lr=0.1, momentum=0.5)

    exactly(lambda: net(activation="gelu"), XOR, groups, loss="huber", epochs=3, batch_size=3, clip=1.0)


def test_an_order_that_data_decides_is_left_to_the_eager_engine(monkeypatch):
    """The eager engine goes to the class that is right first, and adds up what comes from there last."""
    monkeypatch.setattr(compiled, "pays", lambda *_: True)
    classes = [([0.1 * i, 0.5], i % 2) for i in range(4)]
    told = {"loss": "multi_margin", "optimizer": "sgd", "epochs": 2, "mode": "exact"}
    with pytest.raises(NotCompiled, match="depends on the data, and mode='exact' cannot have its bits"):
        fit(net(2), classes, jit=True, **told)
    assert "depends on the data" in fit(net(2), classes, **told).engine
    monkeypatch.setattr(worth, "LARGEST_EXACT", 4 * uses_in(net(2)([0.5, 0.5])) - 1)
    assert "some 84 products" in fit(net(2), classes, **told).engine
    with pytest.raises(ValueError, match="mode is 'fast' or 'exact', not 'quick'"):
        fit(net(2), classes, **told | {"mode": "quick"})


SCHEDULES = {
    "StepLR": lambda o: lr_scheduler.StepLR(o, 2),
    "CosineAnnealingLR": lambda o: lr_scheduler.CosineAnnealingLR(o, 5),
    "LambdaLR": lambda o: lr_scheduler.LambdaLR(o, lambda epoch: 1.0 / (1 + epoch)),
    "OneCycleLR": lambda o: lr_scheduler.OneCycleLR(o, max_lr=0.2, total_steps=30, cycle_momentum=False),
    "CyclicLR": lambda o: lr_scheduler.CyclicLR(o, 0.1, 0.2, step_size_up=3, cycle_momentum=False),
    "ReduceLROnPlateau": lambda o: lr_scheduler.ReduceLROnPlateau(o, patience=0, threshold=0.5),
    "ChainedScheduler": lambda o: lr_scheduler.ChainedScheduler(
        [lr_scheduler.StepLR(o, 2), lr_scheduler.ExponentialLR(o, 0.9)]
    ),
}


@pytest.mark.parametrize("name", SCHEDULES)
@pytest.mark.parametrize("looked_at", [False, True], ids=["", "looked at"])
def test_schedules(name, looked_at):
    seen = []
    callbacks = [lambda history: seen.append(history[-1]["lr"])] if looked_at else []
    settings = dict(loss="mse", epochs=7, batch_size=2, callbacks=callbacks, validation=XOR if looked_at else None)
    both(net, XOR, functools.partial(optim.SGD, lr=0.1, momentum=0.9), scheduler=SCHEDULES[name], **settings)


@pytest.mark.parametrize("optimizer", [optim.ASGD, optim.Rprop])
def test_a_state_that_begins_with_the_rate_begins_with_the_first(optimizer):
    both(net, XOR, optimizer, scheduler=SCHEDULES["OneCycleLR"], loss="mse", epochs=3)


MOMENTA = {
    "SGD": functools.partial(optim.SGD, lr=0.1, momentum=0.9, nesterov=True, weight_decay=0.01),
    "RMSprop": functools.partial(optim.RMSprop, lr=0.01, momentum=0.5, centered=True),
    "AdamW": functools.partial(optim.AdamW, lr=0.1),
    "NAdam": functools.partial(optim.NAdam, lr=0.1),
}
CYCLES = {
    "OneCycleLR": lambda o: lr_scheduler.OneCycleLR(o, max_lr=0.2, total_steps=30),
    "CyclicLR": lambda o: lr_scheduler.CyclicLR(o, 0.1, 0.2, step_size_up=3),
    "from epoch 3 on": lambda o: lr_scheduler.SequentialLR(
        o, [lr_scheduler.StepLR(o, 2), lr_scheduler.CyclicLR(o, 0.1, 0.2, step_size_up=3)], [3]
    ),
}


@pytest.mark.parametrize(("looked_at", "name", "cycle"), every(5, [False, True], MOMENTA, CYCLES))
def test_schedules_that_move_the_momentum(name, cycle, looked_at, monkeypatch):
    compiling, steps = compiled.CompiledLoop._compile, []
    monkeypatch.setattr(compiled.CompiledLoop, "_compile", lambda loop: steps.append(compiling(loop)))
    callbacks = [lambda history: None] if looked_at else []
    settings = dict(loss="mse", epochs=7, batch_size=2, callbacks=callbacks)
    history = both(net, XOR, MOMENTA[name], scheduler=CYCLES[cycle], **settings)
    assert history.engine.startswith("compiled: ")
    assert len(steps) == 2  # once more when it is seen that the momentum moves, and never after


@pytest.mark.parametrize("name", MOMENTA)
def test_schedules_that_move_the_momentum_exactly(name):
    exactly(net, XOR, MOMENTA[name], scheduler=CYCLES["OneCycleLR"], loss="mse", epochs=5, batch_size=2)


CHANGES = [{"momentum": 0.5}, {"weight_decay": 0.1}, {"nesterov": True}, {"momentum": 0.0}]


@pytest.mark.parametrize("change", CHANGES, ids=str)
def test_a_schedule_of_ones_own_that_moves_another_setting(change):
    class Calmer(lr_scheduler.StepLR):
        def step(self):
            super().step()
            self.optimizer.param_groups[0].update(change)

    settings = dict(loss="mse", epochs=4, batch_size=2, scheduler=lambda its: Calmer(its, 3))
    history = both(net, XOR, functools.partial(optim.SGD, lr=0.1, momentum=0.9), **settings)
    assert history.engine.startswith("compiled: ")


@pytest.mark.parametrize("change", CHANGES, ids=str)
def test_a_schedule_of_ones_own_that_moves_another_setting_with_each_batch(change):
    """That is within what is one call."""

    class Calmer(lr_scheduler.CyclicLR):
        def step(self):
            super().step()
            self.optimizer.param_groups[0].update(change)

    settings = dict(loss="mse", epochs=4, batch_size=2)
    settings["scheduler"] = lambda its: Calmer(its, 0.1, 0.2, step_size_up=3, cycle_momentum=False)
    history = both(net, XOR, functools.partial(optim.SGD, lr=0.1, momentum=0.9), **settings)
    reason = "the schedule changes a setting that is 0 or no number"
    assert reason in history.engine or change == {"momentum": 0.5}


def test_a_rule_that_asks_how_large_the_momentum_is():
    class Cautious(optim.SGD):
        @staticmethod
        def rule(m, s, p, g, state):
            return p - (0.1 if s.momentum > 0.9 else 0.2) * s.lr * g, {"momentum_buffer": g}

    settings = dict(loss="mse", epochs=3, scheduler=CYCLES["CyclicLR"])
    history = both(net, XOR, functools.partial(Cautious, lr=0.1, momentum=0.9), **settings)
    assert history.engine.startswith("the eager engine from epoch 1 on: a rule asked a symbol whether")


def test_a_rule_that_asks_whether_something_is_remembered():
    class Warming(optim.SGD):
        @staticmethod
        def rule(m, s, p, g, state):
            return p - (1.0 if state["momentum_buffer"] else 0.1) * s.lr * g, {"momentum_buffer": g}

    model = net()
    with pytest.raises(TypeError, match="a rule asked a symbol whether"):
        fit(model, XOR, loss="mse", optimizer=Warming(model.parameters(), lr=0.1, momentum=0.9), epochs=2, jit=True)


def test_a_momentum_that_moves_and_comes_to_0():
    class Stopping(lr_scheduler.StepLR):
        def step(self):
            super().step()
            self.optimizer.param_groups[0]["momentum"] = [0.9, 0.6, 0.3, 0.0, 0.0, 0.0][self.last_epoch]

    settings = dict(loss="mse", epochs=5, batch_size=2, scheduler=lambda its: Stopping(its, 3))
    history = both(net, XOR, functools.partial(optim.SGD, lr=0.1, momentum=0.9), **settings)
    assert history.engine.endswith(" on: momentum=0.0 has a 0 in step 10, and had none before")


def test_metrics_and_validation(target):
    rows = [(x, int(y > 0.4)) for x, y in XOR]
    settings = dict(loss="cross_entropy", epochs=6, batch_size=2, metrics="accuracy", validation=rows)
    assert "val_accuracy" in both(lambda: net(2), rows, optim.Adam, **settings).columns


def test_weights_and_smoothing_of_classes():
    rows = [([0.1 * i, (0.3 * i) % 1.0], i % 3) for i in range(7)]
    for given in dict(weight=[1.0, 2.0, 0.5]), dict(label_smoothing=0.1), dict(reduction="sum"), {}:
        loss = functools.partial(nn.cross_entropy, **given)
        both(lambda: net(3), rows, functools.partial(optim.SGD, lr=0.1), loss=loss, epochs=4, batch_size=3)


@pytest.mark.parametrize("target", ["llvm"], indirect=True)
def test_a_weight_for_each_row(target):
    """Of a large batch not only a few rows can be recorded then."""
    rows = [([0.01 * i, (0.3 * i) % 1.0], float(i % 2)) for i in range(50)]
    loss = functools.partial(nn.binary_cross_entropy_with_logits, weight=[(i % 7) / 7 for i in range(50)])
    both(lambda: nn.MLP(2, [2, 1], seed=3), rows, optim.SGD, loss=loss, epochs=2)


def test_groups_with_settings_of_their_own_and_frozen_parameters():
    def groups(parameters):
        adam = optim.Adam([{"params": parameters[:5]}, {"params": parameters[5:], "lr": 0.5, "weight_decay": 0.1}])
        parameters[1].requires_grad = False
        return adam

    both(net, XOR, groups, loss="mse", epochs=4, batch_size=2)


@pytest.mark.parametrize("looked_at", [False, True])
def test_an_optimizer_of_a_part_of_the_model(looked_at, target):
    """What is clipped are the gradients of the whole model, also those that nobody steps along."""
    seen = {False: [], True: []}
    for jit in seen:
        model = net()
        its = optim.SGD(model.parameters()[-3:], lr=0.5)
        model.parameters()[-3].requires_grad = False
        callbacks = [lambda h: seen[jit].append([p.grad for p in model.parameters()])] if looked_at else []  # noqa: B023
        fit(
            model, XOR, loss="mse", optimizer=its, epochs=3, clip=0.05, seed=1, jit=jit,
            batch_size=2, callbacks=callbacks, progress=False,
        )  # fmt: skip
        seen[jit].append([p.data for p in model.parameters()])
    for eager, compiled_ in zip(*seen.values(), strict=True):
        assert compiled_ == pytest.approx(eager, rel=1e-11, abs=1e-13)


@pytest.mark.parametrize("whole", [True, False])
def test_a_callback_that_freezes_a_part(whole):
    """A layer by its method, or single Values by hand."""
    models, frozen = [], []

    def make():
        models.append(net())
        return models[-1]

    def freeze(history):
        if len(history) == 3:
            layer = models[-1].layers[0]
            frozen.extend(layer.parameters())
            if whole:
                layer.requires_grad_(False)
            for p in frozen:
                p.requires_grad = False

    both(make, XOR, functools.partial(optim.SGD, lr=0.1), loss="mse", epochs=6, callbacks=[freeze])
    assert len(frozen) == 24 and not any(p.requires_grad for p in frozen)
    assert not whole or all(p.grad == 0.0 for p in frozen)  # not those of before


def test_a_callback_that_freezes_what_nobody_steps_along():
    """Its gradient is no longer clipped with the others."""
    models = []

    def make():
        models.append(net())
        return models[-1]

    def freeze(history):
        if len(history) == 2:
            models[-1].parameters()[0].requires_grad = False

    def some(parameters):
        return optim.SGD(parameters[2:], lr=0.5)

    both(make, XOR, some, loss="mse", epochs=5, callbacks=[freeze], clip=0.05)
    assert len(models) == 2


def test_the_article(target):
    model = nn.MLP(2, [2, 2], activation="sigmoid", output_activation="sigmoid", bias="shared")
    for p in model.parameters():
        p.data = (article.WEIGHTS | article.BIASES)[p.label]
    optimizer = optim.SGD([p for p in model.parameters() if p.label in article.WEIGHTS], lr=0.5)
    history = fit(model, data.article(), loss="half_squared_error", optimizer=optimizer, epochs=10_001, jit=True)
    assert history[1]["loss"] == pytest.approx(0.29102777369359933, rel=1e-12)
    assert history[10_000]["loss"] == pytest.approx(3.510187782978859e-05, rel=1e-9)


# -- when it does not go its way ------------------------------------------------------------------------------------


def test_a_loss_that_becomes_infinite_is_told_by_the_eager_engine():
    outcomes = []
    for jit in (False, True):
        model = nn.MLP(2, [1], seed=1)
        with pytest.raises(Diverged) as caught:
            fit(model, XOR, loss="mse", optimizer=optim.SGD(model.parameters(), lr=50.0), epochs=400, jit=jit)
        outcomes.append((str(caught.value), len(caught.value.history), [p.data for p in model.parameters()]))
    assert re.fullmatch(r"the eager engine from epoch \d+ on: a number became .*", caught.value.history.engine)
    assert outcomes[0][:2] == outcomes[1][:2]
    assert outcomes[0][2] == pytest.approx(outcomes[1][2], rel=1e-6)
    assert all(map(math.isfinite, outcomes[1][2]))


# Whether epochs may be run ahead, what a step takes, how many rows in batches of what size, the epoch and the last one;
# and how many epochs are one call: as many as fit into 0.2 s, two while nothing is known.
CALLS = [
    (False, 0.0, (4, 2), 1, 9, 1), (False, 1e-6, (4, 2), 1, 9, 1),
    (True, 0.0, (4, 2), 1, 9, 2), (True, 0.0, (4, 2), 8, 9, 2), (True, 0.0, (4, 2), 9, 9, 1),
    (True, 0.0, (4, 2), 1, 1, 1),
    (True, 0.01, (4, 2), 1, 99, 10), (True, 0.01, (5, 2), 1, 99, 6), (True, 0.01, (6, 2), 1, 99, 6),
    (True, 0.01, (4, 2), 91, 99, 9), (True, 0.01, (4, 2), 90, 99, 10), (True, 0.01, (4, 2), 99, 99, 1),
    (True, 0.07, (4, 2), 1, 99, 1), (True, 0.3, (4, 2), 1, 99, 1),
    (True, 1e-9, (4, 2), 1, 20_000, 10_000), (True, 1e-9, (4, 2), 10_002, 20_001, 10_000),
]  # fmt: skip


@pytest.mark.parametrize(("ahead", "seconds", "rows", "first", "last", "count"), CALLS)
def test_as_many_epochs_are_one_call_as_fit_into_a_breath(monkeypatch, ahead, seconds, rows, first, last, count):
    """What is known afterwards: the seconds of a step, here half of one for all, and the epochs."""
    monkeypatch.setattr(compiled.time, "perf_counter", iter([7.0, 7.5]).__next__)
    done = []
    told = types.SimpleNamespace(
        ahead=ahead, seconds=seconds, last=last, xs=[0.0] * rows[0], size=rows[1],
        _schedule_state=lambda: "before", _state=lambda: "state", _finite=lambda parts, state: True,
        _plan=lambda first, count: (first, count), _through=lambda plan, state, bar: (plan, f"new {state}"),
        _take_over=lambda *arguments: done.append(arguments),
    )  # fmt: skip
    compiled.CompiledLoop._run(told, first, "bar")
    steps = math.ceil(rows[0] / rows[1]) * count
    assert (told.seconds, done) == (0.5 / steps, [("new state", (first, count), (first, count))])


@pytest.mark.parametrize("count", [1, 4])
def test_epochs_that_were_run_in_one_call(count):
    """They are handed out one by one, and the schedule, which has moved on for all but the last, waits for them."""
    told = types.SimpleNamespace(
        optimizer=types.SimpleNamespace(state={}), parameters=[], _steps_taken=lambda: 7,
        _into_values=lambda *arguments: into.append(arguments),
        _rows=lambda plan, logs: rows if (plan, logs, len(into)) == ("steps", "logs", 1) else None,
    )  # fmt: skip
    into, rows = [], [{"loss": float(k)} for k in range(count)]
    compiled.CompiledLoop._take_over(told, "state", "steps", "logs")
    assert (told.done, told.scheduled_ahead, into) == (rows, count - 1, [("state", 12)])


@pytest.mark.parametrize("settings", [{"patience": 2, "min_delta": 9.0}, {"callbacks": [lambda h: len(h) == 3]}])
def test_who_ends_early_ends_there(settings):
    assert len(both(net, XOR, functools.partial(optim.SGD, lr=0.1), loss="mse", epochs=9, **settings)) == 3


def test_a_row_that_does_not_count_is_multiplied_by_0_also_where_its_outputs_are_0():
    rows = [([0.5, 1.0], -100), ([1.0, -0.5], 1), ([0.25, 0.5], 0)]
    history = both(lambda: nn.MLP(2, [2], init="zeros"), rows, optim.SGD, loss="cross_entropy", epochs=2)
    assert history.engine.startswith("compiled")


def test_a_single_row():
    both(net, XOR[:1], functools.partial(optim.SGD, lr=0.1), loss="mse", epochs=3)


def test_parameters_that_have_taken_more_steps_than_others():
    model = net()
    optimizer = optim.Adam(model.parameters(), lr=0.1)
    model.layers[0].requires_grad_(False)
    fit(model, XOR, loss="mse", optimizer=optimizer, epochs=1, jit=False)
    model.layers[0].requires_grad_(True)
    halved = lr_scheduler.ExponentialLR(optimizer, 0.5)
    history = fit(model, XOR, loss="mse", optimizer=optimizer, scheduler=halved, epochs=3, jit=True)
    assert history.engine == "the eager engine from epoch 1 on: some parameters have taken more steps than others"
    assert history.column("lr") == [0.1, 0.05, 0.025]


@pytest.mark.parametrize("seconds, parts", [(0.0, [8, 4, 4, 4]), (0.05, [4] * 5), (0.3, [1] * 20), (1e-6, [20])])
def test_as_many_steps_are_one_call_as_fit_into_a_breath(monkeypatch, seconds, parts):
    """Ctrl-C and the bar wait a fifth of a second; eight steps as long as nothing was measured, here 50 ms each."""
    calls = []

    def loop(count, given, order):
        calls.append((count, list(order)))
        return [given[0]], [array("d", range(count))]

    built = types.SimpleNamespace(executable=types.SimpleNamespace(loop=loop), widths=[1])
    told = types.SimpleNamespace(seconds=seconds, tables=[], steps={1: (types.SimpleNamespace(params=[]), built)})
    plan = [compiled._Batch(1, [row], [], 0.1) for row in range(20)]
    monkeypatch.setattr(compiled.time, "perf_counter", itertools.count(0.0, 0.4).__next__)
    ticks = []
    bar = types.SimpleNamespace(step=lambda: ticks.append(1))
    logs, state = compiled.CompiledLoop._through(told, plan, [array("d", [7.0])], bar)
    assert [count for count, _ in calls] == parts
    assert [row for _, rows in calls for row in rows] == list(range(20))
    assert [log[0][0] for log in logs] == [float(k) for count in parts for k in range(count)]
    assert (len(ticks), list(state[0])) == (20, [7.0])


def test_what_cannot_be_compiled_says_why_and_changes_nothing():
    class Branching(nn.Module):
        def __init__(self):
            self.w = Value(0.5, "w")

        def forward(self, x):
            return [self.w * x[0] if self.w * x[0] > 0.0 else -self.w]

    def indexed(outputs, targets):
        return sum((out[t] for out, t in zip(outputs, targets, strict=True)), Value(0.0))

    changed = net()

    def changing(outputs, targets):
        changed.parameters()[0].data = 9.0
        return nn.mse_loss(outputs, targets)

    def going_back(outputs, targets):
        loss = nn.mse_loss(outputs, targets)
        loss.backward()
        return loss

    classes = [([1.0, 2.0], 1), ([2.0, 1.0], 0)]
    cases = [
        (changed, XOR, changing, "sgd", TracingError, r"would change \.data of w1"),
        (net(), XOR, going_back, "sgd", TracingError, r"backward\(\) would change the gradients of loss"),
        (net(), XOR, "mse", "lbfgs", NotCompiled, "LBFGS"),
        (Branching(), XOR, "mse", "sgd", TracingError, "where"),
        (net(2), classes, indexed, "sgd", TypeError, "take"),
        (nn.Sequential(nn.Layer(2, 1), nn.Dropout(0.5)), XOR, "mse", "sgd", TracingError, "random|Dropout"),
        (net(), XOR, lambda outputs, targets: Value(1.0), "sgd", NotCompiled, "does not depend"),
        (net(), XOR, lambda outputs, targets: 1.0, "sgd", NotCompiled, "does not depend"),
    ]
    for model, rows, loss, optimizer, kind, words in cases:
        before = [(p.data, p.grad) for p in model.parameters()]
        with pytest.raises(kind, match=words):
            fit(model, rows, loss=loss, optimizer=optimizer, epochs=2, jit=True)
        assert before == [(p.data, p.grad) for p in model.parameters()]


def test_a_model_that_comes_in_eval_mode():
    """It is trained in training mode, in which this one is another function."""

    class Scaled(nn.Module):
        def __init__(self):
            super().__init__()
            self.net = net()

        def forward(self, x):
            return [out * (2.0 if self.training else 0.5) for out in self.net(x)]

    both(lambda: Scaled().eval(), XOR, functools.partial(optim.SGD, lr=0.1), loss="mse", epochs=3)
    with pytest.raises(TracingError, match="random"):
        model = nn.Sequential(nn.Layer(2, 1), nn.Dropout(0.5)).eval()
        fit(model, XOR, loss="mse", optimizer="sgd", epochs=2, jit=True)
    assert not model.training


def test_take_in_a_loss_of_ones_own():
    classes = [([0.1 * i, 0.5], i % 2) for i in range(4)]

    def loss(outputs, targets):
        return sum((relu(1.0 - take(out, t)) for out, t in zip(outputs, targets, strict=True)), Value(0.0))

    both(lambda: net(2), classes, functools.partial(optim.SGD, lr=0.1), loss=loss, epochs=3, batch_size=2)


class Words(nn.Module):
    """Words, given by their numbers, become rows of a table; a class for each pair of them."""

    def __init__(self, words=9, width=2, seed=0):
        super().__init__()
        self.table = [[Value(math.sin(k * width + j)) for j in range(width)] for k in range(words)]
        self.net = nn.MLP(2 * width, [3], seed=seed)

    def forward(self, words):
        return self.net([x for word in words for x in take(self.table, word)])


PAIRS = [([k % 9, (5 * k) % 9], k % 3) for k in range(7)]


@pytest.mark.parametrize("optimizer", [optim.SGD, optim.Adam])
def test_words_by_their_numbers(optimizer, target):
    both(Words, PAIRS, functools.partial(optimizer, lr=0.1), loss="cross_entropy", epochs=4, batch_size=3)


@pytest.mark.parametrize("asked", [True, None])
def test_a_word_that_is_none_changes_nothing(asked, monkeypatch):
    monkeypatch.setattr(compiled, "pays", lambda *_: True)
    model = Words()
    before = [(p.data, p.grad) for p in model.parameters()]
    with pytest.raises(NoEntry, match="the input of row 8: take: there is no entry 9 in a table of 9"):
        fit(model, [*PAIRS, ([0, 9], 1)], loss="cross_entropy", optimizer="sgd", epochs=2, batch_size=2, jit=asked)
    assert before == [(p.data, p.grad) for p in model.parameters()]


def test_a_class_that_is_none():
    def taken(out, t):
        try:
            return take(out, t)
        except NoEntry:
            return 0.0

    def loss(outputs, targets):
        return sum((taken(out, t) for out, t in zip(outputs, targets, strict=True)), 0.0)

    with pytest.raises(NotCompiled, match="the target -100 is not the number of one of 2 classes"):
        fit(net(2), [([0.0, 1.0], y) for y in (1, 0, -100)], loss=loss, optimizer="sgd", jit=True)


IGNORED = every(3, [-100, 1], [{}, {"weight": [1.0, 0.5, 2.0]}, {"reduction": "sum"}], PACKAGES)


@pytest.mark.parametrize(("ignored", "settings", "target"), IGNORED, indirect=["target"])
def test_rows_that_are_ignored(settings, ignored, target):
    """Their classes stand among the others, in the first row too, and each batch has a number of them of its own."""
    classes = [([0.1 * i, (0.3 * i) % 1.0], ignored if i % 3 == 0 else i % 2 * 2) for i in range(8)]
    loss = nn.CrossEntropyLoss(ignore_index=ignored, **settings)
    history = both(lambda: net(3), classes, functools.partial(optim.SGD, lr=0.1), loss=loss, epochs=3, batch_size=3)
    assert history.engine.startswith("compiled")


def test_the_mean_of_nothing_is_told_by_the_eager_engine():
    with pytest.raises(Diverged, match="epoch 1: the loss is nan"):
        fit(net(3), [([0.1, 0.2], -100)], loss="cross_entropy", optimizer="sgd", jit=True, progress=False)


@pytest.mark.parametrize(
    ("sizes", "rows", "size", "epochs"),
    [
        ([2, 2, 2], 1, 1, 20_000),  # the article's network
        ([2, 16, 16, 1], 100, 100, 100),  # micrograd's demo
        ([64, 32, 10], 1_000, 32, 2),
    ],
)
def test_what_takes_seconds(sizes, rows, size, epochs):
    """These took 1 to 2 seconds in the eager engine, measured."""
    uses = len(nn.MLP(sizes[0], sizes[1:]).parameters())
    assert 1.0 <= epochs * worth.eager_seconds(rows, size, uses, uses) <= 3.0


def test_it_compiles_by_itself_only_where_that_pays(monkeypatch):
    assert fit(net(), XOR, loss="mse", optimizer="sgd", epochs=2).engine == "the eager engine"
    uses = uses_in(net()([0.5, 0.5]))
    monkeypatch.setattr(worth, "PAYS", 5 * (2 * (1e-3 + 1e-6 * len(net().parameters())) + 4 * (1e-4 + 1e-5 * uses)))
    monkeypatch.setattr(worth, "EAGER", (1e-3, 1e-6, 1e-4, 1e-5))
    for epochs, engine in ((4, "the eager engine"), (5, "compiled: "), (6, "compiled: ")):
        history = fit(net(), XOR, loss="mse", optimizer="sgd", epochs=epochs, batch_size=3)
        assert history.engine.startswith(engine)
    monkeypatch.setattr(compiled, "pays", lambda *_: True)
    engine = fit(net(), XOR, loss="mse", optimizer="lbfgs", epochs=5).engine
    assert engine == "the eager engine, not compiled: LBFGS asks for the loss several times in a step"
    assert fit(net(), XOR, loss="mse", optimizer="sgd", epochs=5, jit=False).engine == "the eager engine"


def test_parameters_that_are_used_at_every_step_of_a_sequence_count_for_each(monkeypatch):
    class Recurrent(nn.Module):
        def __init__(self):
            self.cell = nn.Layer(3, 2, "tanh", seed=0)

        def forward(self, xs):
            h = [0.0, 0.0]
            for x in xs:
                h = self.cell([x, *h])
            return h

    model = Recurrent()
    once, often = [(uses_in(model([0.5] * n))) for n in (1, 20)]
    assert len(model.parameters()) == 8 == once and often > 19 * once
    rows = [([0.1 * i] * 20, [0.5, -0.5]) for i in range(10)]
    settings = dict(loss="mse", optimizer="sgd", epochs=3, batch_size=10)
    monkeypatch.setattr(worth, "EAGER", (0.0, 0.0, 0.0, 1e-3))
    monkeypatch.setattr(worth, "PAYS", 3 * 10 * often * 1e-3)
    assert fit(Recurrent(), rows, **settings).engine.startswith("compiled")
    monkeypatch.setattr(worth, "PAYS", 3 * 10 * (often + 1) * 1e-3)
    assert fit(Recurrent(), rows, **settings).engine == "the eager engine"


def test_few_steps_of_a_large_net_take_less_than_compiling_it():
    """2 seconds eagerly, in both: for the same number of rows, where a step is of one of them or of all."""
    one, all_of_them = 50_000, 100 * 50_000
    seconds = worth.eager_seconds(100, 1, 0, one)
    assert seconds == pytest.approx(worth.eager_seconds(100, 100, 0, one), rel=0.01) == pytest.approx(2.0, rel=0.01)
    assert worth.pays(seconds, one, exact=False) and not worth.pays(seconds, all_of_them, exact=False)
    assert not worth.pays(seconds, one, exact=True) and worth.pays(seconds, 1_000, exact=True)


def test_a_history_goes_on():
    model, twin = net(), net()
    whole = fit(model, XOR, loss="mse", optimizer="sgd", lr=0.1, epochs=6, batch_size=2, seed=5)
    first = fit(twin, XOR, loss="mse", optimizer="sgd", lr=0.1, epochs=2, batch_size=2, seed=5, jit=True)
    both_parts = fit(twin, XOR, loss="mse", optimizer="sgd", lr=0.1, epochs=4, batch_size=2, history=first, jit=True)
    assert both_parts.column("loss") == pytest.approx(whole.column("loss"), rel=1e-11)
    assert both_parts.column("epoch") == whole.column("epoch")


@pytest.mark.parametrize("where", ["epoch", "schedule", "after"])
def test_ctrl_c_leaves_model_history_and_schedule_at_the_same_step(where, monkeypatch):
    """Between two calls of compiled code, and while epochs that were run ahead are written down."""
    for when in range(1, 6):
        model, twin = net(), net()
        ours, theirs = (optim.SGD(each.parameters(), lr=0.1, momentum=0.5) for each in (model, twin))
        schedule, expected = (lr_scheduler.ExponentialLR(its, 0.9) for its in (ours, theirs))
        calls = []
        name = "epoch" if where == "epoch" else "schedule"
        original = getattr(compiled.CompiledLoop, name)

        def stopped(self, *arguments, original=original, calls=calls, when=when):
            calls.append(1)
            if len(calls) == when and where != "after":
                raise KeyboardInterrupt
            result = original(self, *arguments)
            if len(calls) == when:
                raise KeyboardInterrupt
            return result

        monkeypatch.setattr(compiled.CompiledLoop, name, stopped)
        settings = dict(loss="mse", progress=False)
        history = fit(model, XOR, optimizer=ours, scheduler=schedule, epochs=50, jit=True, **settings)
        monkeypatch.setattr(compiled.CompiledLoop, name, original)
        assert history.interrupted
        assert history.stopped == f"interrupted by Ctrl-C in epoch {len(history) + 1}"
        right = fit(twin, XOR, optimizer=theirs, scheduler=expected, epochs=len(history), jit=False, **settings)
        for row, its_twin in zip(history, right, strict=True):
            assert row == pytest.approx(its_twin, rel=1e-11)
        assert [p.data for p in model.parameters()] == pytest.approx([p.data for p in twin.parameters()], rel=1e-11)
        for p, q in zip(model.parameters(), twin.parameters(), strict=True):
            assert ours.state.get(p, {}) == pytest.approx(theirs.state.get(q, {}), rel=1e-11)
        assert (schedule.last_epoch, ours.param_groups[0]["lr"]) == (len(history), theirs.param_groups[0]["lr"])


def test_ctrl_c_while_it_compiles(monkeypatch):
    """It ends the training before the first epoch, as it does in any other."""

    def build(program, **settings):
        raise KeyboardInterrupt

    monkeypatch.setattr(compiled, "build", build)
    model, twin = net(), net()
    history = fit(model.eval(), XOR, loss="mse", optimizer="sgd", lr=0.1, epochs=50, jit=True)
    assert history.interrupted
    assert list(history) == []
    assert history.stopped == "interrupted by Ctrl-C in epoch 1"
    assert model.state_dict() == twin.state_dict()
    assert not model.training


@pytest.mark.parametrize("setting", ["momentum", "weight_decay"])
def test_a_setting_that_a_callback_changes(setting):
    """It counts from the next epoch on, as in the eager engine."""
    found = []
    for jit in (False, True):
        model = net()
        its = optim.SGD(model.parameters(), lr=0.1, momentum=0.9, weight_decay=0.1)

        def change(history, its=its):
            if len(history) == 2:
                its.param_groups[0][setting] = 0.5

        history = fit(model, XOR, loss="mse", optimizer=its, epochs=5, callbacks=[change], jit=jit)
        found.append(history.column("loss"))
    assert found[1] == pytest.approx(found[0], rel=1e-11)


@pytest.mark.parametrize(
    ("kind", "setting", "new"),
    [
        (optim.SGD, "momentum", 0.9),
        (optim.Adam, "amsgrad", True),
        (optim.RMSprop, "centered", True),
        (optim.RMSprop, "momentum", 0.9),
    ],
)
@pytest.mark.parametrize("looked_at", [False, True])
def test_a_setting_that_wants_more_to_be_remembered(kind, setting, new, looked_at):
    """It is begun with, as in the eager engine, between two trainings as in a callback."""
    found = []
    for jit in (False, True):
        model = net()
        its = kind(model.parameters(), lr=0.01)

        def change(history=None, its=its):
            its.param_groups[0][setting] = new

        for callbacks in [change] * looked_at, []:
            fit(model, XOR, loss="mse", optimizer=its, epochs=3, callbacks=callbacks, jit=jit)
            change()
        found.append([[p.data, *its.state[p].values()] for p in model.parameters()])
    for eager, fast in zip(*found, strict=True):
        assert fast == pytest.approx(eager, rel=1e-11)


def test_a_group_that_a_callback_adds():
    found = []
    for jit in (False, True):
        model = net()
        first, *others = model.parameters()
        its = optim.Adam([first], lr=0.1)

        def add(history, its=its, others=others):
            if len(history) == 2:
                its.add_param_group({"params": others})

        history = fit(model, XOR, loss="mse", optimizer=its, epochs=4, callbacks=[add], jit=jit)
        found.append(history.column("loss") + [p.data for p in model.parameters()])
    assert history.engine == "the eager engine from epoch 3 on: some parameters have taken more steps than others"
    assert found[1] == pytest.approx(found[0], rel=1e-11)


def test_an_optimizer_with_a_step_of_its_own_is_left_to_the_eager_engine():
    """What it does beside the rule nobody knows: here the parameters stay in bounds."""

    class Projected(optim.SGD):
        def step(self, closure=None):
            super().step(closure)
            for p in self.param_groups[0]["params"]:
                p.data = max(-0.3, min(0.3, p.data))

    model = net()
    with pytest.raises(NotCompiled, match=r"^Projected has a step\(\) of its own: "):
        fit(model, XOR, loss="mse", optimizer=Projected(model.parameters()), jit=True)
    assert model.state_dict() == net().state_dict()


def test_no_gradient_from_before_is_left():
    """Of what is frozen neither, as in the eager engine."""
    model = net()
    model.layers[0].requires_grad_(False)
    for p in model.parameters():
        p.grad = 5.0
    its = optim.SGD([p for p in model.parameters() if p.requires_grad], lr=0.1)
    fit(model, XOR, loss="mse", optimizer=its, epochs=2, jit=True)
    assert {p.grad for p in model.parameters()} == {0.0}


@pytest.mark.parametrize("done", [0, 1])
@pytest.mark.parametrize("which", [0, 3, -1])
def test_ctrl_c_while_numbers_go_back_into_the_values(which, done):
    """All of them are those after the last epoch in the history, and the schedule and the optimizer are there too."""

    class Stubborn(Value):
        calls = 0

        def _set(self, data):
            Value.data.fset(self, data)
            Stubborn.calls += 1
            if Stubborn.calls == 1 + done:
                raise KeyboardInterrupt

        data = property(Value.data.fget, _set)

    def trained(stubborn):
        model = net()
        if stubborn:
            neurons = [neuron for layer in model.layers for neuron in layer.neurons]
            neurons[which].w[0] = Stubborn(neurons[which].w[0].data)
        its = optim.Adam(model.parameters())
        schedule = lr_scheduler.ExponentialLR(its, 0.9)
        told = {"loss": "mse", "optimizer": its, "scheduler": schedule, "jit": True, "batch_size": 2}
        history = fit(model, XOR, epochs=30, seed=1, callbacks=[lambda h: None] * stubborn, **told)
        assert history.interrupted == stubborn
        if stubborn:
            assert len(history) == done
            assert {entry["step"] for entry in its.state.values()} == ({3} if done else set())
            fit(model, XOR, epochs=30 - done, seed=1, history=history, **told)
        return [p.data for p in model.parameters()], its.param_groups[0]["lr"]

    assert trained(True) == trained(False)


class Gaussian(nn.Module):
    """Gives a mean and a logarithm of a variance for each number."""

    def __init__(self, shape):
        self.w, self.v, self.shape = Value(0.5, "w"), Value(0.2, "v"), shape

    def forward(self, x):
        return self.shape([self.w * k for k in x], [self.v * k for k in x])


@pytest.mark.parametrize("shape", [lambda m, s: {"m": m, "s": s}, lambda m, s: (m, s), lambda m, s: [m, [s, 1.0]]])
def test_outputs_of_any_structure(shape):
    """Loss and metrics are given what the model gives, compiled or not."""

    def loss(outputs, targets):
        return te_sum([(k - y) ** 2 for output, y in zip(outputs, targets, strict=True) for k in flatten(output)[0]])

    seen = []
    for jit in (False, True):
        settings = {"metrics": {"outputs": lambda outputs, ys: seen.append(outputs) or 0.0}, "jit": jit}
        rows = [([1.0, 2.0], 3.0), ([2.0, 1.0], 1.0)]
        fit(Gaussian(shape), rows, validation=rows, loss=loss, optimizer="sgd", lr=0.01, epochs=1, **settings)
    (eager, _), (compiled, _) = seen[:2], seen[2:]
    wanted = [shape([0.5 * k for k in x], [0.2 * k for k in x]) for x in ([1.0, 2.0], [2.0, 1.0])]
    assert eager == compiled == wanted


class Residual(nn.Module):
    """What comes in is added to what a net makes of it, on either side of the +."""

    def __init__(self):
        self.net = net(2)

    def forward(self, x):
        a, b = self.net(x)
        return [x[0] + a, b + x[1]]


@pytest.mark.parametrize("first", [0.0, -0.0, 1.0])
def test_a_zero_among_the_data_is_data(first, target):
    """Of the first row, which all are recorded from: it is not the 0 that a sum may begin with."""
    rows = [([first, first], [first, 1.0]), ([0.5, -2.0], [3.0, first]), ([-1.5, 2.5], [0.5, 4.0])]
    both(Residual, rows, optim.SGD, loss="mse", epochs=3, batch_size=2)


class Compiled(nn.Module):
    """Its forward pass is compiled already: it gives numbers for numbers."""

    def __init__(self, given):
        self.w, self.given = Value(0.5, "w"), given

    @te_jit
    def line(self, x):
        return self.w * x

    def forward(self, x):
        return self.line(self.given(x))


class Slope(Compiled):
    """A derivative by the input, as physics has them."""

    def forward(self, x):
        return grad(lambda t: 0.5 * self.w * t * t)(self.given(x))


class Twice(Compiled):
    """A derivative where another one has gone to."""

    def forward(self, x):
        moved = x - 0.1 * grad(lambda t: self.w * t)(self.given(x))
        return grad(lambda t: 0.5 * self.w * t * t)(moved)


@pytest.mark.parametrize("model", [Compiled, Slope, Twice])
def test_of_plain_numbers_there_are_plain_numbers(model):
    rows = [(1.0, 2.0), (2.0, 4.0)]
    for jit in (False,) if model is Compiled else (False, True):  # compiled once more it is another matter
        with pytest.raises(ValueError, match=r"does not depend on the parameters.* call them with te\.constant\(x\)"):
            fit(model(lambda x: x), rows, loss="mse", optimizer="sgd", epochs=5, jit=jit)
    for given in (constant, lambda x: constant(x, "x"), lambda x: 2.0 * constant(x)):
        both(lambda: model(given), rows, optim.SGD, loss="mse", epochs=5)  # noqa: B023


def test_data_that_is_used_again_and_again_is_looked_at_once():
    """Each step uses the one before twice: 2⁶⁰ paths lead to the number that came in."""

    def halves(x):
        for _ in range(60):
            x = 0.5 * x + 0.5 * x
        return x

    with pytest.raises(ValueError, match="does not depend on the parameters"):
        fit(Slope(halves), [(1.0, 2.0), (2.0, 4.0)], loss="mse", optimizer="sgd", epochs=1, jit=True)


def test_data_sets_of_the_package():
    both(net, data.xor(), optim.Adam, loss="bce_with_logits", epochs=3, batch_size=3, metrics="accuracy")


def test_epochs_are_run_ahead_for_a_breath(monkeypatch):
    """Two to find out how long one takes; here a step takes a millisecond, so then 100 of two steps in 0.2 s."""
    now, taken = [0.0], []
    through = compiled.CompiledLoop._through

    def timed(self, plan, state, bar):
        result = through(self, plan, state, bar)
        now[0] += 0.001 * len(plan)
        taken.append(len(plan))
        return result

    monkeypatch.setattr(compiled.CompiledLoop, "_through", timed)
    monkeypatch.setattr(compiled, "time", types.SimpleNamespace(perf_counter=lambda: now[0]))
    rows = data.Dataset([[0.0, 1.0], [1.0, 0.0], [1.0, 1.0]], [[0.0], [1.0], [1.0]])
    history = fit(net(), rows, loss="mse", optimizer="sgd", epochs=250, batch_size=2, seed=1, jit=True)
    assert len(history) == 250 and taken == [4, 200, 200, 96]
