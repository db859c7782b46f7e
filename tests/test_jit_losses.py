"""Every loss of ``nn`` compiles, with every setting, and the numbers and gradients are those of the eager engine."""

import inspect
import itertools
import struct
import threading

import pytest

from tinygrad_edu import Value, jit, nn
from tinygrad_edu.choice import NoEntry, PassedOver
from tinygrad_edu.jit.compiled import Compiled
from tinygrad_edu.modes import TracingError
from tinygrad_edu.nn.loss_modules import Loss

X, T = [0.3, 0.8, 0.45, 0.6], [0.0, 1.0, 0.25, 1.0]
ROWS, SIGNS = [[0.3, -1.2, 0.8], [1.5, 0.25, -0.5]], [1.0, -1.0, -1.0, 1.0]
WEIGHT = [0.5, 1.5, 2.0]
ONE = [{}]
REDUCED = [{}, {"reduction": "sum"}]
BY_CLASS = [(ROWS, [2, 0]), (ROWS, [1, 1]), (ROWS[0], 1)]
SOME_IGNORED = [*BY_CLASS, (ROWS, [-100, 1]), (ROWS, [0, -100])]
IGNORING = [
    {"ignore_index": 0}, {"ignore_index": 1, "weight": WEIGHT}, {"ignore_index": 2, "reduction": "sum"},
    {"ignore_index": 1, "label_smoothing": 0.25}, {"weight": [0.0, 1.0, 0.0]}, {"ignore_index": 7},
]  # fmt: skip

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
    "cross_entropy": (SOME_IGNORED, [{}, {"weight": WEIGHT}, {"label_smoothing": 0.25}, {"reduction": "sum"}]),
    "nll_loss": (SOME_IGNORED, [{}, {"weight": WEIGHT}]),
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


def test_a_label_that_is_data_after_one_that_is_not():
    with pytest.raises(TracingError, match="which is data and may differ from call to call"):
        jit(lambda x, t: nn.multilabel_margin_loss(x, [0, t, -1]))(ROWS[0], 1)


def test_no_class_is_a_class_among_labels():
    f = jit(nn.multilabel_margin_loss, target="python")
    assert f(ROWS[0], [-1, -1, -1]) == 0.0
    for wrong, k in itertools.product((-2, 3), range(3)):
        with pytest.raises(NoEntry, match=f"no entry {wrong}"):
            f(ROWS[0], [*[0] * k, wrong, *[-1] * (2 - k)])


def test_every_list_of_labels():
    """What comes after a -1 counts for nothing, and a label that comes twice counts twice."""
    f = jit(nn.multilabel_margin_loss, target="python")
    for labels in itertools.product((-1, 0, 1, 2), repeat=3):
        assert f([0.5, -0.25, 0.125], list(labels)) == nn.multilabel_margin_loss([0.5, -0.25, 0.125], list(labels))


@pytest.mark.parametrize("mode", ["fast", "exact"])
@pytest.mark.parametrize("settings", IGNORING)
def test_classes_that_are_ignored(settings, mode):
    """Whether an example counts is data as its class is: all of them, some or none, whatever came in the first call."""
    f = jit(lambda x, t: nn.cross_entropy(x, t, **settings), target="python", mode=mode)
    passed = settings.get("ignore_index", -100)
    for classes in ([0, 2], [1, 0], [passed, 1], [2, passed], [1, 1], [passed, passed]):
        first = values(ROWS)
        y = f.f(first, classes)
        y.backward()
        value, gradient = f.value_and_grad(ROWS, classes)
        slopes = [x.grad for x in leaves(first)]
        assert value == pytest.approx(y.data, rel=0 if mode == "exact" else 1e-12, nan_ok=True), classes
        assert leaves(gradient) == pytest.approx(slopes, rel=0 if mode == "exact" else 1e-11, abs=0), classes
    for wrong in (3, -1):
        with pytest.raises(NoEntry, match=f"there is no entry {wrong} in a table of 3"):
            f(ROWS, [0, wrong])


def test_an_example_of_a_single_class_that_is_ignored():
    f = jit(lambda x, t: nn.nll_loss(x, t, reduction="sum"), target="python")
    assert f([[-2.0]], [-100]) == 0.0 and f([[-2.0]], [0]) == 2.0


def test_a_class_that_is_ignored_where_another_compiled_function_is_recorded():
    """It comes in the first call, and both are recorded for it: the inner one cannot go on before the outer one is."""
    inner = jit(nn.cross_entropy, target="python")
    outer = jit(lambda x, t: inner(x, t) * 2.0, target="python")
    for classes in ([0, -100], [1, 2]):
        assert outer(ROWS, classes) == pytest.approx(2.0 * nn.cross_entropy(values(ROWS), classes).data, rel=1e-12)


def test_a_class_that_is_ignored_comes_in_two_threads_at_once(monkeypatch):
    """The one that is told second finds that programs were given up for it already."""
    f, both, results = jit(nn.cross_entropy, target="python"), threading.Barrier(2), []
    f(ROWS, [0, 1])
    inputs = Compiled.inputs

    def at_once(compiled, groups):
        try:
            return inputs(compiled, groups)
        except PassedOver:
            both.wait(60)
            raise

    monkeypatch.setattr(Compiled, "inputs", at_once)
    threads = [threading.Thread(target=lambda: results.append(f(ROWS, [0, -100]))) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert results == pytest.approx([nn.cross_entropy(values(ROWS), [0, -100]).data] * 2, rel=1e-12)


def test_an_ignored_class_in_a_batch():
    """It may come in any row, of lists and of arrays; programs are made anew once, when the first one comes."""
    f = jit(lambda x, t: nn.nll_loss(x, t, reduction="sum"), target="python")
    classes = [2, 0, -100, 1]
    rows = [[0.1 * k, 1.0, -0.5 * k] for k in range(4)]
    assert f.map(rows[:2], classes[:2]) == [-rows[0][2], -rows[1][0]]
    assert "<" not in str(f.program())
    assert f.map(rows, classes) == [-rows[0][2], -rows[1][0], 0.0, -rows[3][1]]
    assert f(rows[0], -100) == 0.0 and f(rows[0], 1) == -1.0
    np = pytest.importorskip("numpy")
    assert f.map(np.array(rows), np.array(classes)).tolist() == f.map(rows, classes)
    for target, given in itertools.product(("python", "numpy"), (np.array, list)):
        fresh = jit(f.f, target=target)
        for some in ([0, 1], [0, 1, 2, 3]):
            wanted = [rows[k] for k in some], [classes[k] for k in some]
            assert list(fresh.map(*map(given, wanted))) == f.map(*wanted)
    with pytest.raises(NoEntry, match="row 1 of argument 1: take: there is no entry -99"):
        f.map(np.array(rows), np.array([-100, -99, 0, 1]))
