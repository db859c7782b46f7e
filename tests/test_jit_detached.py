"""What is cut off from the graph, by ``detach()`` or ``no_grad()``, is computed at each call, and has no derivative."""

import itertools
import math
import pickle
import threading
import warnings
from functools import partial
from operator import attrgetter

import pytest

import tinygrad_edu as te
from tinygrad_edu import Value, nn
from tinygrad_edu.jit import jit
from tinygrad_edu.jit.trace import SWAPS, TracingError, nearby
from tinygrad_edu.modes import blocks

W = Value(2.0, "w")


def detaches(x):
    return x * x.detach() + W.detach() * x


def stops(x):
    """A softmax with the greatest number taken out, as it is written where the gradient does not need it."""
    with te.no_grad():
        top = te.maximum(x, W)
    return te.exp(x - top) / (te.exp(x - top) + te.exp(W - top))


def adds_what_stopped(x):
    """Products and sums that are cut off, in the middle of sums that are not."""
    with te.no_grad():
        square, line = x * x, x + W
    inner = x * W + square
    with te.no_grad():
        both = inner + x
    return 3.0 * x + square + (line + x) + both + te.sum([square, x]) + te.dot([square, x], [x, W])


def chooses(x):
    with te.no_grad():
        scale = te.where(x > 1.0, x, te.take([W, 3.0], 0))
    return x * scale


def differentiates(x):
    slope = te.grad(lambda y: y * y * y)(x)
    return x * slope.detach()


def multiplies_by_a_number(x):
    """Gradients that are not to be differentiated again are numbers."""
    return x * te.gradients(x * x * x * W, [x])[0] + te.grad(lambda y: y * y * W)(0.5) * x


CUT = [detaches, stops, adds_what_stopped, chooses, differentiates, multiplies_by_a_number]


@pytest.mark.parametrize("target", ["python", "numpy", "llvm"])
@pytest.mark.parametrize("mode", ["fast", "exact"])
@pytest.mark.parametrize("f", CUT, ids=lambda f: f.__name__)
def test_as_the_eager_engine(f, mode, target):
    if target != "python":
        pytest.importorskip("numpy" if target == "numpy" else "llvmlite")
    if (target, mode) == ("numpy", "exact"):
        pytest.skip("NumPy adds in an order of its own")
    compiled = jit(f, target=target, mode=mode)
    for x, w in itertools.product((0.5, 1.5, -3.0), (2.0, -0.25)):
        W.data, W.grad, v = w, 0.0, Value(x)
        y = f(v)
        y.backward()
        assert compiled(x) == pytest.approx(y.data, rel=1e-14)
        assert compiled.grad(x) == pytest.approx(v.grad, rel=1e-14)
        if f not in (differentiates, stops):
            assert jit(te.grad(f), target=target).grad(x) == pytest.approx(te.grad(te.grad(f))(x), rel=1e-14)
        assert te.grad(te.grad(compiled))(x) == pytest.approx(te.grad(te.grad(f))(x), rel=1e-13)
        if y.requires_grad and W.grad:
            assert compiled.grad(x, wrt=[W]) == pytest.approx([W.grad], rel=1e-14)


def test_a_number_taken_out_of_a_parameter_is_refused():
    """It would be that of one call; so would that of a result, and of an argument that is 0 or has no neighbour."""
    for f in (lambda x: x * W.data, lambda x: x * (W * 2.0).data):
        with pytest.raises(TracingError, match="takes the number out of"):
            jit(f)(3.0)
    for x in (0, 1, 0.0, -0.0, 5e-324, math.inf, -math.inf, math.nan):
        assert nearby(float(x)) != x
        with pytest.raises(TracingError, match="takes the number out of"):
            jit(lambda x: x * x.data)(x)
    asking = (lambda x: x if W.data > 0.0 else -x, lambda x: x * int(W.data), lambda x: max([x, 2.0 * x], key=number))
    for ask in asking:
        with pytest.raises(TracingError, match=r"test_jit_detached.py, line .*: .data takes the number out of"):
            jit(ask)(3.0)
    W.grad = 0.25
    for taken in (lambda: W.data, lambda: W.grad):
        with pytest.raises(TracingError, match=r"takes .* w.*; print\(x\.data\) and an f-string show it$"):
            jit(lambda x: x * math.exp(taken()))(3.0)  # noqa: B023
    half = te.constant(0.5)
    assert jit(lambda x: x * half.data)(3.0) == 1.5  # unnamed constants are part of the program
    assert jit(lambda x: x * (1.0 if repr(W.data) else 2.0))(3.0) == 3.0  # to look at one is no harm


def number(x):
    return x.data


def test_what_was_looked_at_is_a_number_afterwards():
    seen = []
    assert jit(lambda x: seen.append(x.data) or print(f"{x.data:.3f}") or x)(2.5) == 2.5
    first, second = seen
    assert first == 2.5 and first + 1.0 == 3.5 and second < first and bool(first) and repr(first) == "2.5"
    assert first + second == second + first == 2.5 + second and 7.5 / first == 3.0 and len({first, 2.5}) == 1
    assert "%.2f %d" % (first, first) == "2.50 2" and math.sqrt(first + 1.5) == 2.0 and first.hex() == (2.5).hex()  # noqa: UP031
    assert not hasattr(first, "shape") and Value(first).data == 2.5
    assert type(pickle.loads(pickle.dumps(first))) is float and type(Value(first).data) is float


def test_micrograds_accuracy_is_not_that_of_one_call():
    """The lectures' loss() counts what is right with .data, and returns it beside the loss."""
    net = nn.MLP(2, [3, 1], seed=0)

    def loss():
        scores = [net(x)[0] for x in ([0.0, 1.0], [1.0, 0.0])]
        total = sum((1.0 - y * s).relu() for y, s in zip((1.0, -1.0), scores, strict=True))
        return total, sum((y > 0) == (s.data > 0) for y, s in zip((1.0, -1.0), scores, strict=True)) / 2

    with pytest.raises(TracingError, match=r"scores, strict=True\)\) / 2`: .data takes the number out of"):
        jit(loss)()


def test_the_class_is_changed_a_few_times_only(monkeypatch):
    monkeypatch.setattr(blocks, "swaps", SWAPS - 3)
    for _ in range(8):
        jit(lambda x: x)(1.0)
    assert SWAPS <= blocks.swaps <= SWAPS + 1 and Value(2.0).data == 2.0 and type(Value(2.0).data) is float
    for _ in range(2):
        monkeypatch.setattr(blocks, "swaps", 0)
        jit(lambda x: x)(1.0)
        assert isinstance(Value.__dict__["data"].fget, attrgetter)
    assert blocks.swaps == 4  # there and back, as it is recorded twice


def test_looking_twice_disturbs_nobody(monkeypatch):
    """Another thread sees the numbers as they are while this one records."""
    monkeypatch.setattr(blocks, "swaps", 0)
    jit(lambda x: x)(1.0)
    plain, seen = Value.data, []

    def f(x):
        watcher = threading.Thread(target=lambda: seen.append(W.data))
        watcher.start()
        watcher.join()
        return x * W

    W.data = 2.0
    jit(f)(3.0)
    assert seen == [2.0, 2.0] and Value.data is plain
    with pytest.raises(ZeroDivisionError):
        jit(lambda x: 1 / 0)(1.0)
    assert Value.data is plain


@pytest.mark.parametrize("result", [lambda x: iter([x]), lambda x: {x}, lambda x: partial(te.exp, x)])
def test_a_result_that_is_no_structure(result):
    with pytest.raises(TypeError, match="a compiled function returns Values, and lists, tuples and dicts of them"):
        jit(result)(1.0)


def test_generators_and_coroutines_are_told_what_they_are():
    async def waits(x):
        return x

    with warnings.catch_warnings(), pytest.raises(TypeError, match="waits returned a coroutine, of yield or async"):
        warnings.simplefilter("error")  # as Python has it of a coroutine that is never awaited
        jit(waits)(1.0)
    with pytest.raises(TypeError, match="returned a generator, of yield or async: write a plain function"):
        jit(lambda xs: (x * 2.0 for x in xs))([1.0])
