"""Compiled programs: how long they are kept, threads, pickling, batches; and that all targets agree."""

import array
import dataclasses
import functools
import gc
import math
import pickle
import random
import threading
import weakref
from fractions import Fraction
from functools import partial

import pytest

import tinygrad_edu as te
from tinygrad_edu import Value, nn
from tinygrad_edu.choice import take
from tinygrad_edu.jit import batches, function, structure, targets
from tinygrad_edu.jit.trace import tracing
from tinygrad_edu.modes import blocks

jit = partial(te.jit, target="python")


def rosenbrock(p):
    return (1.0 - p[0]) ** 2 + 100.0 * (p[1] - p[0] ** 2) ** 2


# -- programs that are kept -------------------------------------------------------------------------------------------


def test_structures_are_compiled_once():
    calls = []

    @jit
    def f(xs, flag=True, *, name="sum"):
        calls.append(len(xs))
        return te.sum(xs) if flag else te.prod(xs)

    assert f([1.0, 2.0]) == f([1, 2]) == f([Fraction(1), 2.0]) == 3.0
    assert f([2.0, 3.0, 4.0]) == 9.0
    assert f([2.0, 3.0, 4.0], False) == f([2, 3, 4], False) == 24.0
    assert f((1.0, 2.0)) == 3.0
    assert f([1.0, 2.0], name="other") == 3.0
    assert calls == [2, 2, 3, 3, 3, 3, 2, 2, 2, 2]  # each recorded twice


def test_the_cache_is_bounded(monkeypatch):
    monkeypatch.setattr(function, "CACHE", 3)
    recorded = []
    f = jit(lambda xs: recorded.append(len(xs)) or te.sum(xs))
    for n in (1, 2, 3, 1, 4, 1, 2):
        assert f([1.0] * n) == n
    assert recorded[::2] == [1, 2, 3, 4, 2]  # when 4 came, 2 had not been used for the longest time
    assert len(f._cache) == 3
    for k in range(5):  # derivatives of Values are functions of their own
        f.grad([Value(1.0)] * 5, argnums=(0,) * (k + 1))
    assert [len(wanted.argnums) for wanted in f._derivatives] == [3, 4, 5]  # those that were asked for last


def test_a_method_is_the_same_one_each_time():
    class Scale:
        def __init__(self, by):
            self.by = by

        def plain(self, x):
            return self.by * x

        compiled = te.jit(plain, target="python")

    f, two, three = te.jit(lambda x, g: g(x), target="python"), Scale(2.0), Scale(3.0)
    for _ in range(2):
        assert [f(1.0, g) for g in (two.plain, three.plain, two.compiled, three.compiled)] == [2.0, 3.0, 2.0, 3.0]
    assert len(f._cache) == 4 and "(number, method)" in f.report()


def test_freed_without_the_collector():
    gc.disable()
    try:
        w = Value(1.0, "w")
        f = jit(lambda x: w * te.tanh(x))
        f(1.0), f.grad(1.0), f(Value(1.0)).backward()
        program, executable = weakref.ref(f.compiled([1.0], {})[0].executable), weakref.ref(f)
        del f
        assert program() is None and executable() is None
    finally:
        gc.enable()


def test_arguments_are_not_kept():
    class Model(nn.Module):
        def __call__(self, x):
            return 2.0 * x

    model = Model()
    f = jit(lambda model, x: model(x))
    assert f(model, 1.0) == 2.0
    seen = weakref.ref(model)
    del model
    assert seen() is None


def test_objects_that_are_gone_make_room():
    """Also many that were at the same place, one after the other."""

    class Scale:
        def __init__(self, by):
            self.by = by

        @te.jit(target="python")
        def of(self, x):
            return te.square(x) * self.by

    assert [Scale(k).of(1.0) for k in range(3 * function.CACHE)] == list(range(3 * function.CACHE))
    assert len(Scale.of._cache) == function.CACHE


@jit
def module_level(x):
    return x * 3.0


def test_pickling():
    assert pickle.loads(pickle.dumps(module_level)) is module_level
    copy = pickle.loads(pickle.dumps(te.grad(rosenbrock, jit=True)))
    assert copy([1.0, 2.0]) == te.grad(rosenbrock)([1.0, 2.0])
    copy = pickle.loads(pickle.dumps(jit(rosenbrock, mode="exact")))
    assert repr(copy) == "<jit of rosenbrock, target python, exact>" and copy([1.0, 2.0]) == 100.0


def test_threads():
    recorded = []
    f = jit(lambda xs: recorded.append(0) or te.sum([te.tanh(x) * len(xs) for x in xs]))
    wanted = {n: f.f([Value(0.1 * n)] * n).data for n in range(1, 9)}
    recorded.clear()
    errors = []

    def work(seed):
        rng = random.Random(seed)
        for _ in range(200):
            n = rng.randint(1, 8)
            if abs(f([0.1 * n] * n) - wanted[n]) > 1e-12:
                errors.append(n)

    threads = [threading.Thread(target=work, args=(k,)) for k in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not errors and len(recorded) == 16
    assert blocks.traces == 0


def test_a_trace_is_one_threads_own():
    seen = []
    with tracing():
        thread = threading.Thread(target=lambda: seen.append(bool(Value(2.0) > 1.0) and float(Value(3.0)) == 3.0))
        thread.start()
        thread.join()
    assert seen == [True]
    assert (Value(2.0) > 1.0) is True


# -- batches ----------------------------------------------------------------------------------------------------------


def test_map():
    f = jit(lambda x, y, scale=1.0: {"sum": te.sum(x) * scale + y, "both": [x[0], y]})
    chosen = jit(lambda x, k: x * take([1.0, 20.0, 300.0], k))
    assert chosen.map([1.0, 2.0], k=2) == [300.0, 600.0]  # one choice for all rows
    with pytest.raises(ValueError, match="no entry 3 in a table of 3"):
        chosen.map([1.0, 2.0], k=3)
    rows = f.map([[1.0, 2.0], [3, 4]], [10.0, 20.0], scale=2.0)
    assert rows == [{"sum": 16.0, "both": [1.0, 10.0]}, {"sum": 34.0, "both": [3.0, 20.0]}]
    numpy = pytest.importorskip("numpy")
    found = f.map(numpy.array([[1.0, 2.0], [3.0, 4.0]]), [10.0, 20.0], scale=2.0)
    assert found["sum"].tolist() == [16.0, 34.0] and found["both"].tolist() == [[1.0, 10.0], [3.0, 20.0]]
    assert f(numpy.array([1.0, 2.0]), numpy.float64(1.0))["sum"] == 4.0
    assert f(array.array("d", [1.0, 2.0]), 1)["sum"] == 4.0


def test_a_value_and_its_gradient_are_taken_apart_whatever_the_arguments():
    xs = pytest.importorskip("numpy").array([2.0, 3.0])
    values, slopes = te.value_and_grad(lambda x: x * x, jit=True).map(xs)
    assert (values.tolist(), slopes.tolist()) == ([4.0, 9.0], [4.0, 6.0])
    by_x, by_y = te.grad(lambda x, y: x * x * y, (0, 1), jit=True).map(xs, xs)
    assert (by_x.tolist(), by_y.tolist()) == ([8.0, 18.0], [4.0, 9.0])


@dataclasses.dataclass
class Scaled:
    """Equal to another one with the same numbers, and without a hash, as dataclasses are."""

    w: float

    @te.jit(target="python")
    def at(self, x):
        return self.w * x


def test_objects_are_known_by_what_they_are():
    one, other = Scaled(2.0), Scaled(2.0)
    assert (one.at(1.0), other.at(1.0)) == (2.0, 2.0)
    other.w = 5.0
    assert (one.at(1.0), other.at(1.0), one.at.grad(1.0)) == (2.0, 5.0, 2.0)
    compiled = jit(lambda thing, x: x)
    assert compiled(object(), 2.0) == 2.0  # which there are no weak references to
    assert compiled(math.sin, 2.0) == compiled([].append, 2.0) == 2.0  # methods of Python's own
    with pytest.raises(TypeError, match="not a Slots such as"):
        compiled(type("Slots", (), {"__slots__": (), "__hash__": None})(), 2.0)
    with pytest.raises(TypeError, match="not a bytearray such as"):
        compiled(bytearray(b"a"), 1.0)


def test_settings_of_numpys():
    numpy = pytest.importorskip("numpy")
    f = jit(lambda x, kind: x * 3.0 if kind in ("triple", numpy.float64) else x)
    assert [f(1.0, kind) for kind in (numpy.str_("triple"), numpy.float64, numpy.float32, "once")] == [
        3.0,
        3.0,
        1.0,
        1.0,
    ]


def test_numbers_that_are_the_same_for_all_rows():
    """A whole number that the function returns is none of a column."""
    f = jit(lambda x: {"n": 1, "row": [x[0], 1, 0.5, x[1]], "mixed": (x[1], 0, None), "both": [x[1], x[0]]})
    rows = [[5.0, 6.0], [7.0, 8.0]]
    assert f.map(rows)[1] == {"n": 1, "row": [7.0, 1, 0.5, 8.0], "mixed": (8.0, 0, None), "both": [8.0, 7.0]}
    found = f.map(pytest.importorskip("numpy").array(rows))
    assert found["n"] == 1 and found["row"].tolist() == [[5.0, 1.0, 0.5, 6.0], [7.0, 1.0, 0.5, 8.0]]
    assert found["mixed"][0].tolist() == [6.0, 8.0] and found["mixed"][1:] == (0, None)
    assert found["both"].tolist() == [[6.0, 5.0], [8.0, 7.0]]


def test_arrays_of_other_packages():
    """PyTorch's have a dtype, too, and another one."""

    class Tensor(array.array):
        dtype, shape = object(), (2,)

    f = jit(lambda x: x * 2.0)
    assert f.map(array.array("d", [1.0, 2.0])) == [2.0, 4.0]
    pytest.importorskip("numpy")
    assert f.map(Tensor("d", [1.0, 2.0])).tolist() == [2.0, 4.0]


@pytest.mark.parametrize("target", ["python", "numpy", "llvm"])
def test_settings_of_all_rows_are_looked_at(target):
    if target != "python":
        pytest.importorskip("llvmlite", reason="the targets that take all rows at once")
    f = te.jit(lambda x, how: te.sum(x) if how == "sum" else te.mean(x), target=target)
    assert f.map([[1.0, 3.0], [5.0, 7.0]], ["sum", "sum"]) == [4.0, 12.0]
    with pytest.raises(ValueError, match="row 1 of argument 1 has another structure than row 0: 'mean'"):
        f.map([[1.0, 3.0], [5.0, 7.0]], ["sum", "mean"])


def test_rows_are_taken_apart_once_however_many_numbers_in_them_choose(monkeypatch):
    pytest.importorskip("llvmlite", reason="the target that takes all rows at once")
    f = te.jit(lambda table, row: te.sum([take(table, k) for k in row]), target="llvm")
    rows, taken = [[0, 1, 1], [2, 2, 0]], []
    monkeypatch.setattr(batches, "take_apart", lambda *given: taken.append(given) or structure.take_apart(*given))
    assert f.map([[1.0, 2.0, 4.0]] * 2, rows) == [5.0, 9.0]
    assert len(taken) == 4  # two rows of two arguments


def test_rows_that_choose_nothing_are_named():
    f = jit(lambda x, pair: take([1.0, x, 5.0], pair[2]) * pair[0])
    assert f.map([3.0, 4.0], [[1, 9, 0], [2, 9, 1]]) == [1.0, 8.0]
    with pytest.raises(ValueError, match=r"^row 1 of argument 1: .*no entry 3 in a table of 3"):
        f.map([3.0, 4.0, 5.0], [[1, 9, 0], [2, 9, 3], [2, 9, 4]])
    numpy = pytest.importorskip("numpy")
    assert f.map([3.0, 4.0], numpy.array([[1, 9, 0], [2, 9, 1]])).tolist() == [1.0, 8.0]
    for wrong in (3, -4):
        with pytest.raises(ValueError, match=rf"^row 2 of argument 1: .*no entry {wrong} in a table of 3"):
            f.map([3.0, 4.0, 5.0], numpy.array([[1, 9, 0], [2, 9, 2], [2, 9, wrong]]))


@pytest.mark.parametrize(
    ("arguments", "kind", "words"),
    [
        (([],), ValueError, "there are no rows"),
        ((), TypeError, "there are none"),
        (([[1.0]], [1.0, 2.0]), ValueError, "1, 2 rows, not equally many; what all rows share is given by its name"),
        (([[1.0], [1.0, 2.0]],), ValueError, "row 1 of argument 0 has another structure"),
        ((3.0,), TypeError, "list or array of rows; what all rows share is given by its name"),
        (([[1.0], [Value(1.0)]],), TypeError, "map takes numbers, and row 1 of argument 0 has a Value"),
    ],
)
def test_map_refuses(arguments, kind, words):
    with pytest.raises(kind, match=words):
        jit(lambda *xs: te.sum(xs[0])).map(*arguments)


@pytest.mark.parametrize("way", ["sum", "mean"])
def test_what_is_added_up_refuses_the_same(way):
    compiled = getattr(jit(lambda *xs: te.sum(xs[0])), way)
    with pytest.raises(ValueError, match=rf"\.{way}: there are no rows"):
        compiled([])
    with pytest.raises(TypeError, match=rf"{way} takes numbers, and row 1 of argument 0 has a Value"):
        compiled([[1.0], [Value(1.0)]])
    with pytest.raises(ValueError, match=rf"{way}: row 1 of argument 0 has another structure"):
        compiled([[1.0], [1.0, 2.0]])


@pytest.mark.parametrize(
    ("target", "mode"), [("python", "fast"), ("numpy", "fast"), ("llvm", "fast"), ("llvm", "exact")]
)
def test_rows_are_added_up(target, mode):
    """Sums and means of what map gives, whatever the structure; in the rows' own order where it is to be exact."""
    if target != "python":
        numpy = pytest.importorskip("numpy")
    if target == "llvm":
        pytest.importorskip("llvmlite")
    net = nn.MLP(3, [5, 2], activation="tanh", seed=0)

    def step(x, y, k, scale=1.0):
        loss = te.sum([te.square(o - y) for o in net(x)]) * take([1.0, 2.0, 3.0], k) * scale
        slopes = te.gradients(loss, net.parameters())
        return {"loss": loss, "slopes": slopes, "n": 1, "how": "so", "pair": (loss, 2.0), "mixed": [loss, 1, 0.5, x[0]]}

    f, draw = te.jit(step, target=target, mode=mode), random.Random(0)
    for rows in (1, 2, 7, 2002):
        xs = [[draw.gauss(0, 1) for _ in range(3)] for _ in range(rows)]
        given = xs, [draw.gauss(0, 1) for _ in xs], [draw.randrange(3) for _ in xs]
        each = f.map(*given, scale=2.0)
        columns = zip(*[row["slopes"] for row in each], strict=True)
        wanted = [functools.reduce(float.__add__, column) for column in columns]
        near = wanted if mode == "exact" else pytest.approx(wanted, rel=1e-11, abs=1e-11)
        loss, found = functools.reduce(float.__add__, [row["loss"] for row in each]), f.sum(*given, scale=2.0)
        assert found["slopes"] == near and found["loss"] == pytest.approx(loss, rel=1e-11)
        assert (found["n"], found["how"], found["pair"]) == (rows, "so", (found["loss"], 2.0 * rows))
        first = pytest.approx(sum(x[0] for x in xs), rel=1e-11, abs=1e-11)
        assert found["mixed"] == [found["loss"], rows, 0.5 * rows, first]
        mean = f.mean(*given, scale=2.0)
        assert mean["slopes"] == [x / rows for x in found["slopes"]] and (mean["n"], mean["how"]) == (1, "so")
        assert mean["pair"] == (mean["loss"], 2.0) and mean["mixed"][:3] == [mean["loss"], 1, 0.5]
        if target != "python":
            arrays = f.sum(*map(numpy.array, given), scale=2.0)
            assert arrays["slopes"].tolist() == found["slopes"] and arrays["mixed"].tolist() == found["mixed"]
            assert [arrays[key] for key in ("loss", "n", "how")] == [found[key] for key in ("loss", "n", "how")]
            assert arrays["pair"] == found["pair"]
            assert f.mean(*map(numpy.array, given), scale=2.0)["slopes"].tolist() == mean["slopes"]


def test_numbers_of_all_rows_are_added_up_whatever_their_kind():
    numpy = pytest.importorskip("numpy")
    f = te.jit(lambda x: (x, numpy.int64(2), numpy.float64(0.5), Fraction(1, 3), True, None))
    for xs in ([1.0, 2.0, 3.0], numpy.array([1.0, 2.0, 3.0])):
        assert f.sum(xs) == (6.0, 6, 1.5, 1, True, None) and f.mean(xs) == (2.0, 2, 0.5, Fraction(1, 3), True, None)


def test_rows_that_are_added_up_become_products_of_matrices():
    pytest.importorskip("llvmlite", reason="the target that has loops for it")
    net = nn.MLP(4, [8, 8, 1], activation="tanh", seed=0)

    class Fitted:
        @te.jit
        def loss(self, x, y):
            loss = te.square(net(x)[0] - y)
            return loss, te.gradients(loss, net.parameters())

    rows, fitted = [[0.1 * r, 1.0, -0.2 * r, 0.5] for r in range(9)], Fitted()
    value, slopes = fitted.loss.mean(rows, [1.0] * 9)
    assert "summed over rows" in fitted.loss.report() and "loop nests over arrays" in fitted.loss.report()
    by_name = te.jit(lambda x, y, p: te.value_and_grad(lambda p: te.square(te.dot(p, x) - y))(p))
    assert by_name.mean(rows, [1.0] * 9, p=[1.0, 2.0, 3.0, 4.0])[1] == pytest.approx(
        te.grad(lambda p: te.mean([te.square(te.dot(p, x) - 1.0) for x in rows]))([1.0, 2.0, 3.0, 4.0])
    )
    total, sums = fitted.loss.sum(rows, [1.0] * 9)
    assert value == total / 9 and slopes == [x / 9 for x in sums]
    loss = te.mean([te.square(net(x)[0] - 1.0) for x in rows])
    assert (value, slopes) == (pytest.approx(loss.data), pytest.approx(te.gradients(loss, net.parameters())))


@pytest.mark.parametrize("target", targets.TARGETS)
def test_targets_agree(target):
    if target != "python":
        numpy = pytest.importorskip("numpy")
    if target == "llvm":
        pytest.importorskip("llvmlite")
    net = nn.MLP(3, [6, 2], activation="tanh", seed=0)

    def f(x, flag, y=0.0):
        outs = net(x)
        return {"loss": te.sum([te.square(o - y) for o in outs]), "outs": outs, "flag": flag}

    compiled, x = te.jit(f, target=target), [0.1, -2.0, 1.0]
    eagerly = f([Value(u) for u in x], None, 0.5)
    found = compiled(x, None, y=0.5)
    assert found["loss"] == pytest.approx(eagerly["loss"].data, rel=1e-12) and found["flag"] is None
    assert found["outs"] == pytest.approx([o.data for o in eagerly["outs"]], rel=1e-12)
    xs = [[0.1 * r - 1.0, 2.0, -0.3 * r] for r in range(11)]
    wanted = [compiled(x, "a", y=2.0)["outs"] for x in xs]
    rows = compiled.map(xs, ["a"] * 11, y=2.0)
    assert [row["outs"] for row in rows] == [pytest.approx(row, rel=1e-11) for row in wanted]
    if target != "python":
        arrays = compiled.map(numpy.array(xs), ["a"] * 11, y=2.0)
        assert arrays["outs"] == pytest.approx(numpy.array(wanted), rel=1e-11) and arrays["loss"].shape == (11,)
    loss = te.jit(lambda x, y: f(x, None, y)["loss"], target=target)
    value, gradient = loss.value_and_grad(x, 0.5, wrt=net.parameters())
    eagerly["loss"].backward()
    assert value == pytest.approx(found["loss"]) and gradient == pytest.approx(
        [p.grad for p in net.parameters()], rel=1e-11
    )
    both = te.jit(lambda x: te.value_and_grad(lambda x: loss(x, 0.5))(x), target=target).map(xs)
    assert both[3] == (pytest.approx(loss(xs[3], 0.5)), pytest.approx(loss.grad(xs[3], 0.5)))
    both = te.value_and_grad(te.jit(lambda x: loss(x, 0.5), target=target), jit=True).map(xs)  # two groups of outputs
    assert both[3] == (pytest.approx(loss(xs[3], 0.5)), pytest.approx(loss.grad(xs[3], 0.5)))
    if target != "python":
        values, slopes = te.value_and_grad(te.jit(lambda x: loss(x, 0.5), target=target), jit=True).map(numpy.array(xs))
        assert values == pytest.approx(numpy.array([row[0] for row in both]), rel=1e-11)
        assert slopes == pytest.approx(numpy.array([row[1] for row in both]), rel=1e-11)
    v = [Value(u) for u in x]
    loss(v, 0.5).backward()
    assert [u.grad for u in v] == pytest.approx(loss.grad(x, 0.5), rel=1e-11)
    assert loss.source() and f"target {target}: asked for" in loss.report()
