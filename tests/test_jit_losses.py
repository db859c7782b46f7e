"""Every loss of ``nn`` compiles, with every setting, and the numbers and gradients are those of the eager engine."""

import inspect
import struct

import pytest

from tinygrad_edu import Value, jit, nn
from tinygrad_edu.choice import NoEntry
from tinygrad_edu.nn.loss_modules import Loss

X, T = [0.3, 0.8, 0.45, 0.6], [0.0, 1.0, 0.25, 1.0]
ROWS, SIGNS = [[0.3, -1.2, 0.8], [1.5, 0.25, -0.5]], [1.0, -1.0, -1.0, 1.0]
WEIGHT = [0.5, 1.5, 2.0]
ONE = [{}]
REDUCED = [{}, {"reduction": "sum"}]
BY_CLASS = [(ROWS, [2, 0]), (ROWS, [1, 1]), (ROWS[0], 1)]

# For each loss: arguments, the first of which is differentiated by, and settings.
CASES = {
    "half_squared_error": ([(X, T)], ONE),
    "mse_loss": ([(X, T)], REDUCED),
    "l1_loss": ([(X, T)], ONE),
    "smooth_l1_loss": ([(X, T)], [{}, {"beta": 0.1}, {"beta": 0.0}]),
    "huber_loss": ([(X, T)], [{}, {"delta": 0.2}]),
    "binary_cross_entropy": ([(X, T)], [{}, {"weight": X}]),
    "binary_cross_entropy_with_logits": ([(X, T)], [{}, {"pos_weight": [2.0, 1.0, 0.5, 3.0]}]),
    "soft_margin_loss": ([(X, SIGNS)], ONE),
    "kl_div": ([(X, T)], [{}, {"log_target": True}, {"reduction": "batchmean"}]),
    "poisson_nll_loss": ([(X, T)], [{}, {"log_input": False}, {"full": True}]),
    "gaussian_nll_loss": ([(X, T, [0.5, 1.0, 0.1, 0.0])], [{}, {"full": True}]),
    "cross_entropy": (BY_CLASS, [{}, {"weight": WEIGHT}, {"label_smoothing": 0.25}, {"reduction": "sum"}]),
    "nll_loss": (BY_CLASS, [{}, {"weight": WEIGHT}]),
    "hinge_loss": ([(X, SIGNS)], [{}, {"margin": 0.5}]),
    "multi_margin_loss": (BY_CLASS, [{}, {"p": 2}, {"margin": 0.25}, {"weight": WEIGHT}]),
    "multilabel_margin_loss": (
        [(ROWS, [[0, 2, -1], [1, -1, -1]]), (ROWS, [[-1, 1, 1], [2, 1, -1]]), (ROWS[0], [2, -1, 2])], REDUCED
    ),
    "multilabel_soft_margin_loss": ([(ROWS, [[0.0, 1.0, 1.0], [1.0, 0.0, 0.0]])], [{}, {"weight": WEIGHT}]),
    "hinge_embedding_loss": ([(X, SIGNS)], ONE),
    "margin_ranking_loss": ([(X, T, SIGNS)], ONE),
    "cosine_embedding_loss": ([(ROWS, ROWS[::-1], [1.0, -1.0]), (ROWS[0], ROWS[1], 1.0)], ONE),
    "triplet_margin_loss": (
        [(ROWS, ROWS[::-1], [[0.0, 1.0, 2.0], [0.5, 0.5, 0.5]])], [{}, {"p": 1.0}, {"p": 3.0}, {"swap": True}]
    ),
}  # fmt: skip


def test_all_losses_are_here():
    losses = {kind.function.__name__ for kind in vars(nn).values() if inspect.isclass(kind) and kind is not Loss
              and issubclass(kind, Loss)}  # fmt: skip
    assert losses == CASES.keys()


def values(tree):
    return [values(x) for x in tree] if isinstance(tree, list) else Value(tree)


def leaves(tree):
    return [x for item in tree for x in leaves(item)] if isinstance(tree, list) else [tree]


@pytest.mark.parametrize("mode", ["fast", "exact"])
@pytest.mark.parametrize("name", CASES)
def test_a_loss_compiles(name, mode):
    points, variants = CASES[name]
    for settings in variants:
        f = jit(lambda *args: getattr(nn, name)(*args, **settings), target="python", mode=mode)  # noqa: B023
        for args in points:
            first = values(args[0])
            y = f.f(first, *args[1:])
            y.backward()
            want = [y.data, *[x.grad for x in leaves(first)]]
            value, gradient = f.value_and_grad(*args)
            got = [value, *leaves(gradient)]
            if mode == "exact":
                assert [struct.pack("d", x) for x in got] == [struct.pack("d", x) for x in want], (args, settings)
            assert got == pytest.approx(want, rel=1e-11, abs=1e-14), (args, settings)


@pytest.mark.parametrize(("name", "wrong"), [("cross_entropy", -1), ("multi_margin_loss", 3), ("nll_loss", 3)])
def test_a_class_that_is_none(name, wrong):
    f = jit(lambda x, t: getattr(nn, name)(x, t), target="python")
    f(ROWS[0], 1)
    with pytest.raises(NoEntry, match=f"no entry {wrong} in a table of 3"):
        f(ROWS[0], wrong)


def test_no_class_is_a_class_among_labels():
    f = jit(nn.multilabel_margin_loss, target="python")
    assert f(ROWS[0], [-1, -1, -1]) == 0.0
    for wrong in (-2, 3):
        with pytest.raises(NoEntry, match=f"no entry {wrong}"):
            f(ROWS[0], [0, wrong, -1])
