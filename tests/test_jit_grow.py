"""Batches of thousands of rows, read off from batches of a few: the same program as if every row had been recorded."""

import functools
from dataclasses import replace

import pytest

pytest.importorskip("numpy")

from tests.test_train_compiled import Words, both, net, rows_for
from tinygrad_edu import nn, optim, relu
from tinygrad_edu.jit.rolled import Access, Affine, Array, Nest, Rolled
from tinygrad_edu.jit.rolling import reroll as rerolling
from tinygrad_edu.jit.rolling.grow import grown
from tinygrad_edu.jit.rolling.reroll import reroll
from tinygrad_edu.jit.targets import build
from tinygrad_edu.jit.trace import TracingError
from tinygrad_edu.train import compiled, fit, worth
from tinygrad_edu.train.by_name import LOSSES, OPTIMIZERS
from tinygrad_edu.train.grown import ROWS, recorded, steps_for
from tinygrad_edu.train.lowered import NotCompiled, Recorded

MANY = 15
SAMPLES = [([k / 60, (7 * k % 60) / 60], float(k % 2)) for k in range(60)]


def rolled(rows, model, loss, optimizer, x, y, **settings):
    return reroll(Recorded(model, loss, optimizer(model.parameters()), x, y, rows, **settings).loop.program)


def is_what_all_rows_give(*step, **settings):
    found = grown({rows: rolled(rows, *step, **settings) for rows in ROWS}, MANY)
    return found == rolled(MANY, *step, **settings)


@pytest.mark.parametrize("name", sorted({loss.__name__ for loss in LOSSES.values()}))
def test_every_loss(name):
    rows, outputs = rows_for(name.removesuffix("_loss"))
    model = nn.MLP(2, [outputs], seed=3)
    assert is_what_all_rows_give(model, LOSSES[name], optim.SGD, *rows[0], with_outputs=True, clip=0.5)


@pytest.mark.parametrize("name", ["sgd", "adam"])
def test_every_optimizer(name):
    model = nn.MLP(3, [5, 5, 2], activation="relu", seed=0)  # five units: as many as there are rows
    assert is_what_all_rows_give(model, nn.mse_loss, OPTIMIZERS[name], [0.1, 0.2, 0.3], [1.0, 0.0], moving=("lr",))


def test_a_sum_and_settings_of_a_loss():
    weighted = functools.partial(nn.cross_entropy, weight=[1.0, 2.0, 3.0], label_smoothing=0.1, reduction="sum")
    assert is_what_all_rows_give(net(3), weighted, optim.SGD, [0.5, 0.5], 2)


def test_rows_that_choose_from_a_table():
    assert is_what_all_rows_give(Words(), nn.cross_entropy, optim.Adam, [1, 2], 2)


@pytest.mark.parametrize(
    "loss",
    [
        lambda outs, ts: sum((a - b) ** 2 for a in outs for b in outs),  # grows with the square
        lambda outs, ts: sum((o - t) ** 2 for o, t in zip(outs, ts, strict=True)) / len(outs) ** 2,
        lambda outs, ts: sum(o * k for k, o in enumerate(outs)),  # every row has a number of its own
        lambda outs, ts: sum((o - t) ** 2 for o, t in zip(outs, ts, strict=True)) + relu(outs[6 % len(outs)]),
    ],
)
def test_what_cannot_be_told_from_a_few_rows(loss):
    assert grown({rows: rolled(rows, net(), loss, optim.SGD, [0.5, 0.5], 1.0) for rows in ROWS}, MANY) is None


def one_nest(rows, **changed):
    nest = Nest("copy", (Affine(rows),), Access(1, Affine(0, (1,))), (Access(0, Affine(0, (1,))),))
    arrays = [Array("x", rows, "input"), Array("y", rows, "output")]
    return replace(Rolled(arrays, [nest]), **changed)


def test_what_grows_and_what_does_not():
    few = {rows: one_nest(rows, arrays=[Array("c", rows, "const", (2.0,) * rows, ("",) * rows)]) for rows in ROWS}
    assert grown(few, 50) == one_nest(50, arrays=[Array("c", 50, "const", (2.0,) * 50, ("",) * 50)])
    few = {rows: one_nest(rows, arrays=[Array("c", rows, "const", tuple(range(rows)))]) for rows in ROWS}
    assert grown(few, 50) is None
    assert grown({rows: one_nest(rows, report=[f"{rows} numbers"]) for rows in ROWS}, 50) is None
    assert grown({rows: one_nest(rows, work=rows if rows < ROWS[-1] else 2 * rows) for rows in ROWS}, 50) is None
    assert grown({rows: one_nest(rows, work=rows // 2) for rows in ROWS}, 50) is None
    listed = {
        rows: one_nest(rows, nests=[Nest("copy", (), Access(1, Affine(0), tuple(range(rows))), (0.5,))])
        for rows in ROWS
    }
    assert grown(listed, 50) is None
    numbers = [Access(0, Affine(0)), 0.5, 0.5]  # one number is read, the others are the program's own
    mixed = {
        rows: one_nest(rows, nests=[Nest("neg", (), Access(1, Affine(0)), (x,))])
        for rows, x in zip(ROWS, numbers, strict=True)
    }
    assert grown(mixed, 50) is None


def constant_nest(x, rows):
    return one_nest(rows, nests=[Nest("copy", (), Access(1, Affine(0)), (x,))])


ALLOWED = [
    lambda n: 0.3, lambda n: 0.3 / n, lambda n: 0.3 * n, lambda n: float("nan"),
    lambda n: (1e6 + 1 / 3) / n, lambda n: 8.0001 * n,  # not the same to the last digit, divided or multiplied
]  # fmt: skip
REFUSED = [
    lambda n: 0.3 / n**2, lambda n: float(n % 2), lambda n: 0.0 if n > 5 else -0.0,
    lambda n: (1.0 + (n == 12) * 3 * 2**-52) / n, lambda n: (1.0 + (n == 12) * 1e-12) * 1e-5 * n,
]  # fmt: skip


@pytest.mark.parametrize("constant", ALLOWED)
def test_constants_may_be_multiples_of_the_rows_or_parts_of_them(constant):
    found = grown({rows: constant_nest(constant(rows), rows) for rows in ROWS}, 50)
    assert found.nests[0].operands[0] == pytest.approx(constant(50), rel=1e-15, nan_ok=True)


@pytest.mark.parametrize("constant", REFUSED)
def test_other_constants_may_not(constant):
    assert grown({rows: constant_nest(constant(rows), rows) for rows in ROWS}, 50) is None


# -- in fit ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("target", ["numpy", "llvm"])
def test_fit_with_large_batches(target, monkeypatch):
    if target == "llvm":
        pytest.importorskip("llvmlite")
    built = []

    def only(program, **settings):
        built.append(type(program).__name__)
        return build(program, target=target, **settings)

    monkeypatch.setattr(compiled, "build", only)
    both(net, SAMPLES[: 49 + 3], optim.Adam, loss="mse", epochs=2, batch_size=49, metrics="mae")
    assert sorted(built) == ["Program", "Rolled"]


def test_a_loss_of_ones_own_is_recorded_row_by_row():
    def loss(outputs, targets):
        return nn.mse_loss(outputs, targets) + (relu(outputs[20]) if len(outputs) > 20 else 0.0)

    both(net, SAMPLES[:50], optim.SGD, loss=loss, epochs=2)


def test_how_many_rows_are_recorded():
    assert recorded([10_000], nn.mse_loss) == recorded([100], nn.HuberLoss(delta=2.0)) == sum(ROWS)
    assert recorded([100], functools.partial(nn.huber_loss, delta=2.0)) == sum(ROWS)
    assert recorded([2 * sum(ROWS)], nn.mse_loss) == 2 * sum(ROWS)
    assert recorded([100], lambda outputs, targets: 0.0) == 100
    few, most = sum(ROWS), max(ROWS)  # full batches and the rest of the rows are grown from the same ones
    assert recorded([2 * few, most + 1], nn.mse_loss) == recorded([few, few + 1], nn.mse_loss) == few
    assert recorded([2 * few, most], nn.mse_loss) == 2 * few + most
    assert recorded([2 * few + 1, most], nn.mse_loss) == few + most


def squares(outputs, targets):
    return sum((a - b) ** 2 for a in outputs for b in outputs)


def weighted(outputs, targets):
    return sum(out * (k + 1.0) for out, k in zip(outputs, range(60), strict=True))


@pytest.mark.parametrize(("work", "loss", "rows"), [
    (2_001, nn.mse_loss, [5, 7, 12]),
    (2_000, nn.mse_loss, [5, 7, 12, 60]),  # straight-line code is better for it
    (2_001, squares, [5, 7, 12, 60]),  # this loss does not grow with the rows
    (2_001, weighted, [5, 60]),  # and this one cannot do with so few
])  # fmt: skip
def test_which_rows_are_recorded(work, loss, rows, monkeypatch):
    """Whether the loss is one of ours is asked before; here it is said to be."""
    monkeypatch.setattr(Rolled, "work", property(lambda self: work, lambda self, x: None))
    seen, model = [], net()

    def record(n):
        seen.append(n)
        return Recorded(model, loss, optim.SGD(model.parameters()), [0.5, 0.5], 1.0, n)

    steps = steps_for([60], nn.mse_loss, record, lambda loop, scheduled: type(loop.program).__name__)
    assert seen == rows
    assert steps[60][1] == ("Program" if 60 in rows else "Rolled")


def test_full_batches_and_the_rest_of_the_rows_grow_from_the_same_ones(monkeypatch):
    seen, of_rows, of_recorded = [], [], compiled.Recorded
    monkeypatch.setattr(compiled, "Recorded", lambda *given, **how: seen.append(given[5]) or of_recorded(*given, **how))
    monkeypatch.setattr(rerolling, "reroll", lambda program: of_rows.append(program) or reroll(program))
    both(lambda: nn.MLP(2, [16, 1], seed=0), SAMPLES[:57], optim.Adam, loss="mse", epochs=3, batch_size=30)
    assert (seen, len(of_rows)) == ([*ROWS], len(ROWS))
    seen.clear()
    both(lambda: nn.MLP(2, [16, 1], seed=0), SAMPLES, optim.Adam, loss="mse", epochs=3, batch_size=52)
    assert seen == [*ROWS, 8]  # the rest is so small that it is recorded as it is


@pytest.mark.parametrize("kind", [NotCompiled, TracingError])
def test_what_cannot_be_compiled_is_not_recorded_row_by_row(kind):
    seen = []

    def record(rows):
        seen.append(rows)
        raise kind("why")

    with pytest.raises(kind, match="why"):
        steps_for([60], nn.mse_loss, record, lambda loop, scheduled: None)
    assert seen == [5]


def test_steps_that_take_long_to_record_are_compiled_when_asked(monkeypatch):
    monkeypatch.setattr(compiled, "pays", lambda *_: True)
    monkeypatch.setattr(worth, "LARGEST", 16 * sum(ROWS) - 1)  # the net has 17 parameters
    settings = dict(loss="mse", optimizer="sgd", epochs=1)
    engine = fit(net(), SAMPLES, **settings).engine
    assert engine.endswith("not compiled: with some 384 products in a step that takes long; jit=True does it")
    assert fit(net(), SAMPLES, **settings, jit=True).engine.startswith("compiled")


def test_a_rolled_program_is_not_for_generated_python():
    with pytest.raises(ValueError, match="straight-line code"):
        build(one_nest(5), target="python")
