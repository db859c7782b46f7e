"""A second training of what was compiled before: it finds that again, and never what computes something else."""

import contextlib
import functools
import gc
import itertools
import random
import sys
import threading
import weakref
from dataclasses import replace

import pytest

import tinygrad_edu as te
from tinygrad_edu import Value, nn, optim
from tinygrad_edu.jit.program import Program
from tinygrad_edu.train import compiled, fit, kept, lowered
from tinygrad_edu.train.lowered import NotCompiled, Recorded


@pytest.fixture
def built(monkeypatch):
    """The programs that were compiled, for the target that is compiled soonest: what is kept is no matter of that."""
    seen, build = [], compiled.build

    def noting(program, **told):
        seen.append(program)
        return build(program, target="python" if isinstance(program, Program) else "auto", **told)

    monkeypatch.setattr(compiled, "build", noting)
    return seen


class Net(nn.Module):
    """A net of two layers with a table, a constant, a setting, a number and a list, all of which it reads."""

    def __init__(self, seed=1):
        super().__init__()
        self.first, self.second = nn.Layer(2, 3, "tanh", seed=seed), nn.Layer(3, 2, seed=seed + 1)
        self.scale, self.shift, self.numbers = te.constant(0.5), 0.25, [1.0, 2.0]
        self.cut, self.order = False, [0, 1]

    def forward(self, x):
        h = self.first(x)
        if self.cut:
            h = [v.detach() for v in h]
        out = self.second([v * self.scale + self.shift for v in h])
        return [out[k] * n for k, n in zip(self.order, self.numbers, strict=True)]


ROWS = [([0.3 * k - 0.7, (0.45 * k) % 1.0], k % 2) for k in range(7)]
BESIDE = {"of the module": 0.5}


def own_loss(outputs, targets, weights=(1.0, 0.5, 2.0, 1.5)):
    return te.sum([w * BESIDE["of the module"] * out[0] * out[0] for w, out in zip(weights, outputs, strict=False)])


class Told:
    """A model, and how it is trained: what may be changed between two trainings."""

    def __init__(self):
        self.model, self.rows, self.scheduler = Net(), ROWS, None
        self.adam = functools.partial(optim.Adam, lr=0.05)
        self.which = lambda model: model.parameters()
        self.settings = {"loss": "cross_entropy", "epochs": 2, "batch_size": 3, "seed": 1, "progress": False}

    def fit(self, jit):
        optimizer = self.adam(self.which(self.model))
        history = fit(self.model, self.rows, optimizer=optimizer, jit=jit, scheduler=self.scheduler, **self.settings)
        assert history.engine.startswith("compiled") == jit
        state = [optimizer.state.get(p) for p in self.model.parameters()]
        numbers = [x for row in history for x in row.values()] + [x for s in state if s for x in s.values()]
        looked_at = [p.grad for p in self.model.parameters()] if "callbacks" in self.settings else []
        return numbers + [p.data for p in self.model.parameters()] + looked_at


def set_to(**attributes):
    return lambda told: vars(told).update(attributes)


def settings(**changed):
    return lambda told: told.settings.update(changed)


def on_model(change):
    return lambda told: change(told.model)


def freeze(told):
    told.model.first.requires_grad_(False)
    told.which = lambda model: [p for p in model.parameters() if p.requires_grad]


def in_another_order(told):
    told.which = lambda model: model.parameters()[::-1]


def in_groups(told):
    told.which = lambda model: [{"params": model.parameters()[:4], "lr": 0.01}, {"params": model.parameters()[4:]}]


def one_weight_twice(model):
    """As the first weight of the first neuron, and of the second."""
    model.first.neurons[1].w[0] = model.first.neurons[0].w[0]


# What makes no difference to what is compiled, and is found in it all the same.
THE_SAME = {
    "nothing": lambda told: None,
    "weights": on_model(lambda model: setattr(model.parameters()[0], "data", 3.0)),
    "rate": set_to(adam=functools.partial(optim.Adam, lr=0.2)),
    "a schedule": set_to(scheduler=lambda optimizer: optim.lr_scheduler.ExponentialLR(optimizer, 0.5)),
    "epochs": settings(epochs=5),
    "data": set_to(rows=[([y, 3.0 * x], 1 - t) for (x, y), t in ROWS]),
    "the order of rows": settings(seed=2),
    "more rows": set_to(rows=ROWS + ROWS[:3]),
    "what is not read": on_model(lambda model: setattr(model, "note", 7.0)),
    "another model": set_to(model=Net(seed=5)),
    "what is no other number": on_model(lambda model: setattr(model, "numbers", (1.0, 2.0))),
}

ANOTHER = {
    "momentum": set_to(adam=functools.partial(optim.SGD, lr=0.05, momentum=0.9)),
    "a setting": set_to(adam=functools.partial(optim.Adam, lr=0.05, betas=(0.8, 0.999))),
    "a flag": set_to(adam=functools.partial(optim.Adam, lr=0.05, amsgrad=True)),
    "an optimizer": set_to(adam=functools.partial(optim.RMSprop, lr=0.05)),
    "a loss": settings(loss="multi_margin"),
    "the classes' weights": settings(loss=nn.CrossEntropyLoss(weight=[1.0, 3.0])),
    "a loss's setting": settings(loss=functools.partial(nn.cross_entropy, label_smoothing=0.1)),
    "its reduction": settings(loss=functools.partial(nn.cross_entropy, reduction="sum")),
    "rows that are ignored": set_to(rows=[*ROWS[1:], ([0.1, 0.2], -100)]),
    "rows in a batch": settings(batch_size=4),
    "clip": settings(clip=0.01),
    "metrics": settings(metrics="accuracy"),
    "who looks at gradients": settings(callbacks=[lambda history: None]),
    "exact": settings(mode="exact"),
    "frozen": freeze,
    "a part is trained": set_to(which=lambda model: model.first.parameters()),
    "groups": in_groups,
    "in another order": in_another_order,
    "a setting of the model": on_model(lambda model: setattr(model, "shift", 0.75)),
    "its sign": on_model(lambda model: setattr(model, "shift", -0.25)),
    "a constant": on_model(lambda model: setattr(model.scale, "data", -0.5)),
    "a constant that is trained": on_model(lambda model: setattr(model, "scale", Value(0.5, "scale"))),
    "a number in a list": on_model(lambda model: model.numbers.__setitem__(1, 3.0)),
    "an order": on_model(lambda model: model.order.reverse()),
    "what is cut off": on_model(lambda model: setattr(model, "cut", True)),
    "an activation": on_model(lambda model: setattr(model, "first", nn.Layer(2, 3, "relu", seed=1))),
    "an activation's setting": on_model(lambda model: setattr(model, "first", nn.Layer(2, 3, "elu", seed=1))),
    "units": on_model(lambda model: vars(model).update(first=nn.Layer(2, 4, seed=1), second=nn.Layer(4, 2, seed=2))),
    "a weight twice": on_model(one_weight_twice),
    "names": on_model(lambda model: setattr(model.parameters()[0], "label", "v")),
    "a loss of one's own": settings(loss=own_loss),
}  # fmt: skip


def trained_twice(change, jit, first=lambda told: None):
    told = Told()
    first(told)
    told.fit(jit)
    change(told)
    return told.fit(jit)


def alike(change, first=lambda told: None):
    found, wanted = (trained_twice(change, jit, first) for jit in (True, False))
    assert found == pytest.approx(wanted, rel=1e-10, abs=1e-12)


@pytest.mark.parametrize("name", THE_SAME)
def test_what_was_compiled_is_found_again(name, built, monkeypatch):
    THE_SAME[name](Told())  # what is made beforehand, a model, is made twice
    told = Told()
    told.fit(True)
    assert len(built) == 2  # for three rows and for the one that is left
    THE_SAME[name](told)
    monkeypatch.setattr(lowered, "Lowering", None)  # nor is it lowered
    told.fit(True)
    assert len(built) == 2


def test_what_shows_its_outputs_is_found_again(built):
    """They are others after every training."""
    told = Told()
    told.settings["metrics"] = "accuracy"
    told.fit(True)
    told.fit(True)
    assert len(built) == 2


@pytest.mark.parametrize("name", [name for name in THE_SAME if name != "another model"])
def test_what_was_found_again_does_what_the_eager_engine_does(name):
    alike(THE_SAME[name])


@pytest.mark.parametrize("name", ANOTHER)
def test_another_computation_is_compiled(name, built):
    alike(ANOTHER[name])
    assert len(built) > 2


def test_the_optimizer_goes_on_where_it_was():
    def run(jit):
        told = Told()
        adam = optim.Adam(told.model.parameters(), lr=0.05)
        told.adam = lambda params: adam
        told.fit(jit)
        told.model.second.requires_grad_(False)
        told.fit(jit)
        return told.fit(jit)

    assert run(True) == pytest.approx(run(False), rel=1e-10, abs=1e-12)


def test_what_is_not_trained_is_a_number(built):
    """Also where its gradient is looked at."""
    part = lambda told: [ANOTHER["a part is trained"](told), ANOTHER["who looks at gradients"](told)]  # noqa: E731
    alike(on_model(lambda model: setattr(model.second.parameters()[0], "data", 3.0)), part)
    assert len(built) == 4


class Drawn(nn.Module):
    """Operations on two inputs and three parameters: one of a few lists, or one with something else in one place."""

    def __init__(self, draw):
        self.weights = [Value(draw.choice([0.0, 0.7]), f"w{k}") for k in range(3)]
        self.swapped, seeded = draw.random() < 0.2, random.Random(draw.randrange(4))
        kinds = (len(OPERATIONS), 8, 8, 8, 10)
        self.steps = [[seeded.randrange(n) for n in kinds] for _ in range(seeded.randint(2, 8))]
        step, k = draw.choice(self.steps), draw.randrange(len(kinds))
        if draw.random() < 0.4:
            step[k] = draw.randrange(kinds[k])
        elif draw.random() < 0.3:
            step[1], step[2] = step[2], step[1]

    def parameters(self):
        return self.weights

    def forward(self, x):
        pool = [*self.weights, *x, te.constant(0.0), te.constant(-0.0), te.constant(2.0, "two")]
        for operation, i, j, k, unrecorded in self.steps:
            with contextlib.nullcontext() if unrecorded else te.no_grad():
                pool.append(OPERATIONS[operation](pool[-1 - i], pool[-1 - j], pool[-1 - k], x[0]))
        return pool[-2:][:: -1 if self.swapped else 1]


OPERATIONS = [
    lambda a, b, c, k: a + b, lambda a, b, c, k: a - b, lambda a, b, c, k: a * b, lambda a, b, c, k: -a,
    lambda a, b, c, k: te.where(a > b, b, c), lambda a, b, c, k: te.dot([a, b], [c, a]),
    lambda a, b, c, k: te.sum([a, b, c]), lambda a, b, c, k: te.softmax([a, b, c])[1],
    lambda a, b, c, k: te.take([a, b, c], k), lambda a, b, c, k: a.detach(), lambda a, b, c, k: (a * 1.0).named("u"),
    lambda a, b, c, k: te.leaky_relu(a, 0.1), lambda a, b, c, k: te.leaky_relu(a, 0.2), lambda a, b, c, k: a**3,
]  # fmt: skip


def drawn(draw):
    """A step of training, recorded."""
    model = Drawn(draw)
    model.weights[1].requires_grad = draw.random() < 0.7
    trained = [p for p in model.weights if p.requires_grad][:: draw.choice([1, 1, -1, 2])]
    optimizer = draw.choice([optim.SGD, optim.Adam])(trained, lr=draw.random())
    return Recorded(
        model, lambda outputs, targets: te.sum([te.tanh(out[0] * out[1] - targets[0]) for out in outputs]),
        optimizer, [1, draw.random()], draw.random(), draw.choice([1, 1, 2]), parameters=model.weights, moving=["lr"],
        clip=draw.choice([None, None, None, 1.0]), with_outputs=draw.random() < 0.3, with_gradients=draw.random() < 0.3,
        exact=draw.random() < 0.1,
    )  # fmt: skip


def test_what_has_one_key_is_one_program():
    draw, seen, again = random.Random(0), {}, 0
    for _ in range(2_000):
        with contextlib.suppress(NotCompiled):
            step = drawn(draw)
            program = step.loop.program
            groups = [(group.name, group.nodes) for group in (*program.inputs, *program.outputs)]
            text = repr((program.ops, program.args, program.numbers, groups, replace(step.loop, program=None)))
            key = kept.key_of([step], step.rows)
            again += key in seen
            assert seen.setdefault(key, text) == text
    assert again > 200 and len(seen) > 200


@pytest.mark.usefixtures("own")
def test_operations_and_optimizers_of_ones_own_are_compiled_every_time(built):
    """What their rules read may have changed, which no graph says."""
    factor = [1.0]

    @te.primitive(lambda m, y, x: factor[0] * m.cos(x))
    def wave(m, x):
        return factor[0] * m.sin(x)

    class Steps(optim.Optimizer):
        def __init__(self, params):
            super().__init__(params, {"lr": 0.1})

        @staticmethod
        def rule(m, s, p, g, state):
            return p - factor[0] * s.lr * g, {}

    def doubled(told):
        factor[0] *= 2.0

    def with_wave(told):
        factor[0] = 1.0
        second, told.model.second = told.model.second, None
        told.model.second = nn.Sequential(second, lambda xs: [wave(x) for x in xs])

    def with_steps(told):
        factor[0], told.adam = 1.0, Steps

    for first in with_wave, with_steps:
        built.clear()
        alike(doubled, first)
        assert len(built) == 4


def test_the_table_itself_is_part_of_it(monkeypatch, built):
    """As where a fault is planted into a rule."""
    told = Told()
    told.fit(True)
    tanh = te.ops.OPS["tanh"]
    rule = lambda m, y, x: 2.0 * tanh.partials[0](m, y, x)  # noqa: E731
    other = te.ops.Primitive("tanh", None, (rule,), (rule,), 1, tanh.notation, tanh.level, {})
    monkeypatch.setattr(told.model.first, "activation", lambda x: te.value.record(other, [x]))
    told.fit(True)
    assert len(built) == 4


def test_large_batches_are_found_again(built):
    rows = [([0.3 * k - 0.7, (0.45 * k) % 1.0], k % 2) for k in range(70)]
    large = lambda told: [set_to(rows=rows)(told), settings(batch_size=60)(told)]  # noqa: E731
    for change in THE_SAME["weights"], ANOTHER["a constant"]:
        alike(change, large)
    assert len(built) == 2 + 2


def test_each_row_of_a_batch_counts(built):
    """A number that only its last row reads."""
    alike(settings(loss=functools.partial(own_loss, weights=(1.0, 0.5, 3.0))), settings(loss=own_loss))
    assert len(built) == 3  # the one row that is left reads the first


@pytest.mark.parametrize("pair", [(0, 1), (2, 3), (3, 4)], ids=["results", "numbers", "a number and a weight"])
def test_what_a_metric_is_shown_counts(built, pair):
    """What the loss does not read, and which is there in any case."""

    class Showing(Net):
        shown = pair[0]

        def forward(self, x):
            h = self.first(x)
            return [self.second(h)[0], [*h[:2], 1.0, 0.0, self.first.parameters()[1]][self.shown]]

    def first(told):
        told.model = Showing()
        shown = lambda outputs, targets: sum(out[1] for out in outputs)  # noqa: E731
        settings(loss=lambda outputs, targets: te.sum([out[0] ** 2 for out in outputs]), metrics={"shown": shown})(told)

    alike(on_model(lambda model: setattr(model, "shown", pair[1])), first)
    assert len(built) == 4


def test_which_of_several_inputs_get_a_gradient_counts(built):
    """A skip connection: what is cut off stands beside inputs, which need no gradient either way."""

    class Skipping(nn.Module):
        cut = False

        def __init__(self):
            self.first, self.second = nn.Layer(2, 2, seed=1), nn.Layer(4, 2, seed=2)

        def forward(self, x):
            with te.no_grad() if self.cut else contextlib.nullcontext():
                h = self.first(x)
            return self.second([*h, *x])

    alike(on_model(lambda model: setattr(model, "cut", True)), lambda told: set_to(model=Skipping())(told))
    assert len(built) == 4


def test_models_and_losses_are_not_kept_alive():
    told = Told()
    told.settings["loss"] = loss = lambda outputs, targets: own_loss(outputs, targets)
    told.fit(True)
    gone = weakref.ref(told.model), weakref.ref(loss), weakref.ref(told.model.first.neurons[0])
    assert kept._kept
    del told, loss
    gc.collect()
    assert [ref() for ref in gone] == [None] * 3


def test_the_ones_used_last_are_kept():
    make = itertools.count().__next__
    for k in range(kept.MOST):
        assert kept.kept(k, make) == k
    assert kept.kept(0, make) == 0
    assert kept.kept("one more", make) == kept.MOST
    assert kept.kept(0, make) == 0
    assert kept.kept(1, make) == kept.MOST + 1
    assert kept.kept(None, make) == kept.MOST + 2 and None not in kept._kept
    assert len(kept._kept) == kept.MOST
    kept.forget()
    assert not kept._kept


def test_threads_train_models_of_their_own(monkeypatch):
    """At the same time by the same machine code, and what each becomes is what it becomes alone."""
    before = sys.getswitchinterval()
    alone = [told_by(k).fit(True) for k in range(6)]
    found, begin = {}, threading.Barrier(6)

    def work(k):
        told = told_by(k)
        begin.wait()
        found[k] = told.fit(True)
        for _ in range(3):
            told.fit(True)

    sys.setswitchinterval(5e-6)
    try:
        threads = [threading.Thread(target=work, args=(k,)) for k in range(6)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    finally:
        sys.setswitchinterval(before)
    assert [found[k] for k in range(6)] == alone


def told_by(seed):
    told = Told()
    told.model, told.settings["epochs"] = Net(seed), 20
    return told
