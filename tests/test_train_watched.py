"""fit(jit=True) while others look on: what callbacks change and see, and models that do more than compute."""

import functools
import math
import random

import pytest

import tinygrad_edu as te
from tests.test_train_compiled import XOR, Words, both, net, soonest  # noqa: F401
from tinygrad_edu import Value, log, nn, optim, where
from tinygrad_edu.jit.trace import TracingError
from tinygrad_edu.train import History, compiled, fit
from tinygrad_edu.train.lowered import NotCompiled

SGD = functools.partial(optim.SGD, lr=0.1, momentum=0.5)


@pytest.mark.parametrize("kind", [lambda: te.constant(1.0), lambda: Value(1.0, "alpha"), lambda: [1.0]])
def test_a_number_that_a_callback_changes(kind):
    """A constant, a parameter of nobody's, a plain number in a list: each is what it is when the next epoch begins."""

    def run(jit):
        alpha, model = kind(), net()

        def loss(outputs, targets):
            return nn.mse_loss(outputs, targets) * (alpha[0] if isinstance(alpha, list) else alpha)

        def anneal(history):
            if isinstance(alpha, list):
                alpha[0] *= 0.5
            else:
                alpha.data *= 0.5

        history = fit(model, XOR, loss=loss, optimizer="sgd", epochs=4, callbacks=[anneal], jit=jit)
        assert history.engine.startswith("compiled") == jit
        return history.column("loss") + [p.data for p in model.parameters()]

    assert run(True) == pytest.approx(run(False), rel=1e-12)


def _reads_history(history, optimizer):
    return lambda: 1.0 + len(history)


def _reads_the_last_epoch(history, optimizer):
    return lambda: 1.0 + (history[-1]["loss"] if history else 0.0)


def _reads_the_rate(history, optimizer):
    return lambda: 1.0 + optimizer.param_groups[0]["lr"]


@pytest.mark.parametrize("reads", [_reads_history, _reads_the_last_epoch, _reads_the_rate])
def test_what_the_training_itself_changes(reads):
    """Epochs that were run ahead took what there was before the first of them, silently."""

    def run(jit):
        model, history = net(), History(seed=0)
        optimizer = SGD(model.parameters())
        number = reads(history, optimizer)
        fit(
            model, XOR, loss=lambda outputs, targets: nn.mse_loss(outputs, targets) * number(), optimizer=optimizer,
            epochs=5, history=history, scheduler=lambda o: optim.lr_scheduler.StepLR(o, 1, 0.5), jit=jit,
        )  # fmt: skip
        assert history.engine.startswith("compiled") == jit
        return history.column("loss") + [p.data for p in model.parameters()]

    assert run(True) == pytest.approx(run(False), rel=1e-12)


def test_metrics_and_schedules_read_the_history():
    def run(jit):
        history = History(seed=0)
        fit(
            net(), XOR, loss="mse", optimizer="sgd", lr=0.1, epochs=5, history=history, jit=jit,
            metrics={"before": lambda outputs, targets: len(history)},
            scheduler=lambda o: optim.lr_scheduler.LambdaLR(o, lambda epoch: 1.0 / (1.0 + len(history))),
        )  # fmt: skip
        return history.column("before") + history.column("lr")

    assert run(True) == run(False)


def test_a_rate_that_changes_within_an_epoch_is_left_to_the_eager_engine():
    model = net()
    optimizer = SGD(model.parameters())
    loss = lambda outputs, targets: nn.mse_loss(outputs, targets) * optimizer.param_groups[0]["lr"]  # noqa: E731
    with pytest.raises(NotCompiled, match="the loss reads the learning rate, which changes with each batch"):
        fit(
            model, XOR, loss=loss, optimizer=optimizer, epochs=2, batch_size=2, jit=True,
            scheduler=lambda o: optim.lr_scheduler.CyclicLR(o, 0.1, 0.2, cycle_momentum=False),
        )  # fmt: skip


def test_a_number_that_only_the_last_rows_read():
    def run(jit):
        weights, model = [1.0] * len(XOR), net()

        def loss(outputs, targets):
            return te.sum([w * te.square(out - t) for w, out, t in zip(weights, outputs, targets, strict=True)])

        def change(history):
            weights[3] *= 2.0

        return fit(model, XOR, loss=loss, optimizer="sgd", epochs=4, callbacks=[change], jit=jit).column("loss")

    assert run(True) == pytest.approx(run(False), rel=1e-12)


@pytest.mark.parametrize(("change", "times"), [
    (lambda model, epoch: None, 1),
    (lambda model, epoch: setattr(model, "what", lambda model, x: 1.0), 1),  # another one that does the same
    (lambda model, epoch: setattr(model, "what", lambda model, x: 1.0 + epoch), 5),
    (lambda model, epoch: setattr(model, "what", lambda model, x: x[epoch % 2]), 3),  # two, time and again
])  # fmt: skip
def test_compiled_anew_only_if_it_matters(monkeypatch, change, times):
    made = []
    build = compiled.build
    monkeypatch.setattr(compiled, "build", lambda *args, **settings: made.append(1) or build(*args, **settings))
    model = Hidden(lambda model, x: 1.0)
    callbacks = [lambda history: change(model, len(history))]
    fit(model, XOR, loss="mse", optimizer="adam", epochs=5, callbacks=callbacks, batch_size=2, jit=True)
    assert len(made) == 2 * times  # for two rows, and for the one that is left


@pytest.mark.parametrize(("asked", "pays", "changes", "engine"), [
    (None, False, lambda epoch: epoch, "the eager engine from epoch 5 on: what is computed changes with every epoch, "),
    (None, False, lambda epoch: epoch // 2, "compiled: "),  # not one epoch after the other
    (None, True, lambda epoch: epoch, "compiled: "),  # epochs so long that each pays for it
    (True, False, lambda epoch: epoch, "compiled: "),  # as it was asked
])  # fmt: skip
def test_what_changes_with_every_epoch_is_left_to_the_eager_engine(monkeypatch, asked, pays, changes, engine):
    def run(jit):
        model = Hidden(lambda model, x: 1.0)

        def change(history):
            number = changes(len(history))
            if number != changes(len(history) - 1):
                model.what = lambda model, x: 1.0 + number

        return fit(model, XOR, loss="mse", optimizer="adam", epochs=8, callbacks=[change], jit=jit)

    answers = iter([True, pays])  # for all epochs, and for one
    monkeypatch.setattr(compiled, "pays", lambda *_: next(answers))
    history = run(asked)
    assert history.engine.startswith(engine)
    assert history.column("loss") == pytest.approx(run(False).column("loss"), rel=1e-11)


def test_a_callback_that_changes_nothing_costs_nothing():
    """The model is not run again to see that; it is if something has changed, and compiled anew if it matters."""

    def run(change):
        model, calls = Hidden(lambda model, x: 1.0), []

        def look(history):
            change(model)
            calls.append(model.calls)

        fit(model, XOR, loss="mse", optimizer="adam", epochs=4, callbacks=[look], batch_size=2, jit=True)
        return len(set(calls)) == 1

    assert run(lambda model: None)
    assert not run(lambda model: setattr(model, "what", lambda model, x: 1.0))


def test_callbacks_see_the_gradients_of_the_last_step():
    seen = []

    def run(jit):
        model, here = net(), []
        look = lambda history: here.append([p.grad for p in model.parameters()])  # noqa: E731
        fit(model, XOR, loss="mse", optimizer=SGD(model.parameters()), epochs=3, callbacks=[look], clip=0.1,
            batch_size=2, seed=1, jit=jit)  # fmt: skip
        seen.append([*here, [p.grad for p in model.parameters()]])

    run(False)
    run(True)
    for eager, fast in zip(*seen, strict=True):
        assert any(eager) and fast == pytest.approx(eager, rel=1e-11, abs=1e-16)


class Hidden(nn.Module):
    """A net that does something to its outputs."""

    def __init__(self, what):
        super().__init__()
        self.net, self.what, self.calls = net(), what, 0

    def forward(self, x):
        self.calls += 1
        return [y * self.what(self, x) for y in self.net(x)]


def detached(model, x):
    return model.net.parameters()[0].detach() + model.net(x)[0].detach()


def without_gradient(model, x):
    with te.no_grad():
        return te.tanh(te.sum([p * p for p in model.net.parameters()]) * x[0]) + 1.0


@pytest.mark.parametrize("what", [detached, without_gradient])
def test_what_is_cut_off_moves_with_the_parameters(what):
    both(lambda: Hidden(what), XOR, SGD, loss="mse", epochs=4, batch_size=2)


class WithSlope(nn.Module):
    """A net, and its derivative by its input: of a number a number, that is, without a gradient; of a Value a Value."""

    def __init__(self, by_value):
        super().__init__()
        self.net, self.by_value = nn.MLP(1, [3, 1], activation="tanh", seed=2), by_value

    def forward(self, x):
        u = lambda t: self.net([t])[0]  # noqa: E731
        t = te.constant(1.0, "t") * x[0] if self.by_value else 2.0 * x[0]
        return [u(x[0]) + te.grad(u)(t), te.derivative(u, 2)(t)]


@pytest.mark.parametrize("by_value", [False, True])
def test_derivatives_in_a_model_are_numbers_where_they_are_without_a_compiler(by_value):
    rows = [([0.3 * k - 0.5], [0.0, 1.0]) for k in range(5)]
    both(lambda: WithSlope(by_value), rows, SGD, loss="mse", epochs=4, batch_size=2)


class Physical(nn.Module):
    """A net and what its derivative by the input should be: written with te.gradients, which needs the graph."""

    def __init__(self):
        self.net = nn.MLP(1, [3, 1], activation="tanh", seed=2)

    def forward(self, x):
        t = Value(x[0], "t")
        u = self.net([t])[0]
        (slope,) = te.gradients(u, [t], create_graph=True)
        (bend,) = te.gradients(slope, [t], create_graph=True)
        return [u, slope + bend]


def penalized(outputs, targets):
    total = nn.mse_loss(outputs, targets)
    wrt = [node for node in te.graph.ancestors(total) if node.label.startswith("w")]
    return total + 0.1 * te.sum([te.square(g) for g in te.gradients(total, wrt, create_graph=True)])


@pytest.mark.parametrize(("model", "loss"), [(Physical, "mse"), (functools.partial(net, 2), penalized)])
def test_who_differentiates_in_a_model_or_a_loss_can_train_and_measure(model, loss):
    rows = [([0.3 * k - 0.5] * (1 if loss == "mse" else 2), [0.1 * k, 1.0]) for k in range(5)]
    history = both(model, rows, SGD, loss=loss, epochs=3, batch_size=2, validation=rows[:2])
    assert history.engine.startswith("compiled") and all(math.isfinite(x) for x in history.column("val_loss"))
    te.train.predict(model(), [x for x, _ in rows])


HIDES = {
    "draws": lambda model, x: 1.0 + 0.1 * random.random(),
    "counts": lambda model, x: 1.0 + 0.01 * model.calls,
    "reads numbers": lambda model, x: 1.0 / max(abs(p.data) for p in model.net.parameters()),
}


@pytest.mark.parametrize("name", HIDES)
def test_a_model_that_does_not_only_compute_is_refused(name):
    model = Hidden(HIDES[name])
    before = [p.data for p in model.parameters()]
    with pytest.raises(TracingError, match=r"the training step was recorded twice|\.data takes the number out of"):
        fit(model, XOR, loss="mse", optimizer="sgd", epochs=2, jit=True)
    assert before == [p.data for p in model.parameters()]


def test_where_nobody_asked_it_is_left_to_the_eager_engine(monkeypatch):
    """And looking whether it could be compiled draws no numbers."""
    monkeypatch.setattr(compiled, "pays", lambda *_: True)
    outcomes = []
    for jit in (None, False):
        model = Hidden(HIDES["draws"])
        random.seed(7)
        history = fit(model, XOR, loss="mse", optimizer="sgd", epochs=3, seed=1, jit=jit)
        outcomes.append([p.data for p in model.parameters()])
    assert outcomes[0] == outcomes[1]
    assert "not compiled" not in history.engine


def test_targets_that_are_compared():
    """Without a compiler they are numbers, of which one may ask whether they are 1: compiled, none ever would be."""
    rows = [([0.1 * i, 0.3], i % 2) for i in range(4)]

    def loss(outputs, targets):
        return sum(-log(out) if t == 1 else -log(1.0 - out) for out, t in zip(outputs, targets, strict=True))

    def net():
        return nn.MLP(2, [2, 1], output_activation="sigmoid", seed=0)

    with pytest.raises(TracingError, match=r"if t == 1 .*: whether a number of the data is 1 is not .*abs\(y - 1\)"):
        fit(net(), rows, loss=loss, optimizer="sgd", epochs=2, jit=True)

    def chosen(outputs, targets):
        pairs = zip(outputs, targets, strict=True)
        return sum(where(abs(t - 1) < 0.5, -log(out), -log(1.0 - out)) for out, t in pairs)

    course = [fit(net(), rows, loss=f, optimizer="sgd", epochs=3, jit=jit, seed=0).column("loss")
              for f, jit in ((loss, False), (chosen, False), (chosen, True))]  # fmt: skip
    assert course[0] == course[1] and course[2] == pytest.approx(course[0], rel=1e-12)


def test_what_was_computed_before_the_training(monkeypatch):
    """It stays as it is without a compiler, so a program, which would compute it anew, is another training."""

    class Early(nn.Module):
        def __init__(self):
            super().__init__()
            self.w, fixed = Value(0.5, "w"), te.constant(3.0, "three")
            self.twice, self.thrice = self.w * 2.0, fixed * self.w.detach()

        def forward(self, x):
            return [self.twice * x[0] + self.thrice]

    with pytest.raises(TracingError, match=r"reads an unnamed mul = 1\.0, which was computed before the training"):
        fit(Early(), XOR, loss="mse", optimizer="sgd", epochs=3, jit=True)
    monkeypatch.setattr(compiled, "pays", lambda *_: True)
    assert "computed before the training" in fit(Early(), XOR, loss="mse", optimizer="sgd", epochs=3).engine


@pytest.mark.parametrize(("chosen", "zeros"), [
    (lambda t: 2.0 if t in {1, 2} else 1.0, 3),
    (lambda t: {1: 2.0}.get(t, 1.0), 3),
    (lambda t: 2.0 if isinstance(t, int) else 1.0, 3),
    (lambda t: 2.0 if t in {0} else 1.0, 1),
], ids=["set", "dict", "kind", "the first"])  # fmt: skip
def test_targets_that_are_looked_up(chosen, zeros):
    """A Value is in no set of numbers: of two rows with unlike targets the loss is computed without a compiler, too."""
    rows = [([0.1 * i, 0.3], int(i >= zeros)) for i in range(5)]

    def loss(outputs, targets):
        return sum(out * chosen(t) for out, t in zip(outputs, targets, strict=True))

    with pytest.raises(TracingError, match=r"gives the loss \S+ for two rows, and \S+ if their numbers are Values"):
        fit(net(), rows, loss=loss, optimizer="sgd", epochs=2, batch_size=1, jit=True)
    told = {"loss": loss, "optimizer": "sgd", "epochs": 2, "seed": 0}
    assert fit(net(), rows, **told)[-1] == fit(net(), rows, **told, jit=False)[-1]


def test_a_loss_that_needs_more_than_two_rows():
    def loss(outputs, targets):
        middle = sum(outputs) / len(outputs)
        spread = sum((y - middle) ** 2 for y in outputs) / (len(outputs) - 2)
        return nn.mse_loss(outputs, targets) + spread

    history = both(net, XOR, SGD, loss=loss, epochs=3)
    assert history.engine.startswith("compiled")


def test_numpys_whole_numbers_choose():
    np = pytest.importorskip("numpy")
    rows = [([np.int64(k % 9), np.int32((5 * k) % 9)], k % 3) for k in range(7)]
    both(Words, rows, SGD, loss="cross_entropy", epochs=2, batch_size=3)


def test_true_and_false_are_targets():
    rows = [(x, y > 0.4) for x, y in XOR] + [([0.3, 0.3], False)]
    assert any(y is True for _, y in rows) and math.isfinite(
        both(net, rows, SGD, loss="bce_with_logits", epochs=3, batch_size=2)[-1]["loss"]
    )


def of_the_weights(model, its):
    return {"metrics": {"norm": lambda outputs, targets: sum(p.data**2 + p.grad**2 for p in model.parameters())}}


def of_the_rate(model, its):
    schedule = optim.lr_scheduler.ExponentialLR(its, 0.5)
    return {"metrics": {"lr now": lambda outputs, targets: its.param_groups[0]["lr"]}, "scheduler": schedule}


def by_the_weights(model, its):
    rate = optim.lr_scheduler.LambdaLR(its, lambda epoch: 1.0 / (1.0 + abs(model.parameters()[0].data)))
    return {"scheduler": optim.lr_scheduler.ChainedScheduler([rate])}


def with_its_own_class(model, its):
    class Inverse(optim.lr_scheduler.LRScheduler):
        def rate(self, lr, initial, i):
            return initial / (1.0 + sum(p.data**2 for p in model.parameters()))

    return {"scheduler": Inverse(its)}


def with_no_base_class(model, its):
    class Halve:
        def step(self):
            its.param_groups[0]["lr"] *= 0.5
            model.parameters()[0].data += 0.1

    return {"scheduler": Halve()}


@pytest.mark.parametrize("more", [of_the_weights, of_the_rate, by_the_weights, with_its_own_class, with_no_base_class])
def test_metrics_and_schedules_that_look_at_the_model_see_it_as_it_is(more):
    def run(jit):
        model = net()
        its = SGD(model.parameters())
        history = fit(
            model, XOR, loss="mse", optimizer=its, epochs=5, batch_size=3, seed=1, jit=jit, **more(model, its)
        )
        assert history.engine.startswith("compiled") == jit
        measured = [x for row in history for x in row.values()]
        return measured + [p.data for p in model.parameters()] + [its.param_groups[0]["lr"]]

    assert run(True) == pytest.approx(run(False), rel=1e-12)


@pytest.mark.parametrize("pairs", [False, True])
def test_rows_that_a_callback_changes(pairs):
    def run(jit):
        xs, ys = [[0.0, 1.0], [1.0, 0.0], [1.0, 1.0]], [[0.5], [1.0], [0.0]]
        model = net()

        def draw_anew(history):
            xs[2][0] *= 0.5
            ys[len(history) % 3][0] += 0.25

        rows = list(zip(xs, ys, strict=True)) if pairs else (xs, ys)
        history = fit(model, rows, loss="mse", optimizer="sgd", epochs=4, callbacks=[draw_anew], jit=jit)
        assert history.engine.startswith("compiled") == jit
        return history.column("loss") + [p.data for p in model.parameters()]

    assert run(True) == pytest.approx(run(False), rel=1e-12)


@pytest.mark.parametrize("inputs", [False, True])
def test_rows_that_are_trained_are_left_to_the_eager_engine(inputs):
    """What does not move may be a Value."""
    model, learned = net(), [[Value(0.5, "e1")], [Value(0.25, "e2")]]
    data = ([[x, 1.0] for (x,) in learned], [0.0, 1.0]) if inputs else ([[0.0, 1.0], [1.0, 0.0]], learned)
    with pytest.raises(TracingError, match=r"^e1 .*among the data needs a gradient"):
        fit(model, data, loss="mse", optimizer="sgd", epochs=1, jit=True)
    for (x,) in learned:
        x.requires_grad = False
    fit(model, data, loss="mse", optimizer="sgd", epochs=1, jit=True)
