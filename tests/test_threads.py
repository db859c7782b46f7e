"""Threads: each has modes and graphs of its own, and what they do at the same time is what each would do alone."""

import random
import sys
import threading

import pytest

import tinygrad_edu as te
from tinygrad_edu import Value, data, detect_anomaly, enable_grad, nn, no_grad
from tinygrad_edu.modes import blocks, modes


@pytest.fixture(autouse=True)
def often():
    """Python goes from thread to thread a thousand times as often as usual."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(5e-6)
    yield
    sys.setswitchinterval(before)


def in_threads(work, count=8):
    """What ``work(k)`` gives in each of so many threads that begin together; the first error that one raises."""
    results, errors, begin = {}, [], threading.Barrier(count)

    def run(k):
        begin.wait()
        try:
            results[k] = work(k)
        except BaseException as error:
            errors.append(error)

    threads = [threading.Thread(target=run, args=(k,)) for k in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if errors:
        raise errors[0]
    return [results[k] for k in range(count)]


@pytest.mark.filterwarnings("ignore:== and != ask")
def test_who_looks_at_numbers_while_another_thread_compiles():
    recording, seen = threading.Event(), threading.Event()

    def waits(x):
        recording.set()
        assert seen.wait(60.0)
        return x * x

    thread = threading.Thread(target=lambda: te.jit(waits, target="python")(3.0))
    thread.start()
    assert recording.wait(60.0)
    try:
        x, c = Value(2.0), te.constant(3.0)
        assert (float(x), int(x), bool(x), x == x, x == 2.0) == (2.0, 2, True, True, False)
        assert (x < c, x <= c, x > c, x >= c) == (True, True, False, False)
        assert (x < 3, x <= 3, x > 3, x >= 3) == (True, True, False, False)
        assert x.detach().op is None
        with pytest.raises(TypeError, match="not another Value"):
            Value(c)
        x.data, x.grad = 4.0, 1.0
        (x * c).backward()
        assert (x.data, x.grad) == (4.0, 4.0)
    finally:
        seen.set()
        thread.join()


class Planned(Exception):
    pass


def nested(draw, depth, grad, anomaly):
    """Blocks within blocks, some left by an exception: in each, and after it, the modes are those that it says."""
    x = Value(2.0)
    for _ in range(draw.randint(1, 3)):
        block = draw.choice([no_grad, enable_grad, detect_anomaly])
        inside = {no_grad: (False, anomaly), enable_grad: (True, anomaly), detect_anomaly: (grad, True)}[block]
        try:
            with block():
                assert (x * x).requires_grad is inside[0]
                assert (modes.grad, modes.anomaly) == inside
                if inside[1]:
                    with pytest.raises(FloatingPointError):
                        Value(0.0).log()
                if depth:
                    nested(draw, depth - 1, *inside)
                if draw.random() < 0.4:
                    raise Planned
        except Planned:
            pass
        assert (modes.grad, modes.anomaly) == (grad, anomaly)
        assert (x * x).requires_grad is grad


def test_modes_under_stress():
    def work(k):
        draw = random.Random(k)
        for _ in range(40):
            nested(draw, 3, True, False)
        return te.is_grad_enabled()

    assert all(in_threads(work))
    assert blocks.open == 0


def test_a_decorated_function_in_threads_of_other_modes():
    """Each call goes back to the mode that its own thread was in, also where the first to begin is the first to end."""
    first, second, ended = threading.Event(), threading.Event(), threading.Event()

    @no_grad()
    def wait(mine, other):
        mine.set()
        assert other.wait(5) and not te.is_grad_enabled()

    def work(k):
        if k == 0:
            wait(first, second)
            ended.set()
            return te.is_grad_enabled()
        assert first.wait(5)
        with no_grad():
            wait(second, ended)
            return te.is_grad_enabled()

    assert in_threads(work, 2) == [True, False]


class Interrupted:
    """A lock that another thread holds until somebody presses Ctrl-C."""

    def __enter__(self):
        raise KeyboardInterrupt

    def __exit__(self, *exc):
        pass


def test_ctrl_c_while_a_mode_waits_for_others(monkeypatch):
    """Where a block begins and where it ends: the mode is that from before."""
    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr(blocks, "lock", Interrupted())
        no_grad().__enter__()
    assert te.is_grad_enabled()
    block, opened = no_grad(), blocks.open
    block.__enter__()
    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr(blocks, "lock", Interrupted())
        block.__exit__(None, None, None)
    blocks.open = opened
    assert te.is_grad_enabled()


def train(k):
    """A network of its own, trained, explained, looked over and drawn; as text, to the last bit."""
    net = nn.MLP(2, [3, 1], activation="tanh", seed=k)
    history = te.fit(net, data.xor(), loss="mse", optimizer="adam", lr=0.05, epochs=5, seed=k, progress=False)
    loss = nn.mse_loss([net(x)[0] for x, _ in data.xor()], [float(y) for _, y in data.xor()])
    loss.backward()
    with no_grad():
        shown = [net(x)[0].data.hex() for x, _ in data.xor()]
    first = net.parameters()[0]
    (slope,) = te.gradients(loss, [first], create_graph=True)
    numbers = [p.grad.hex() for p in net.parameters()] + [g.hex() for g in te.gradients(slope, net.parameters())]
    words = str(te.explain(loss, first)) + str(te.lint(net, loss, lr=0.1)) + te.draw_network(net, loss).svg
    return shown, numbers, words, [row["loss"].hex() for row in history]


def test_threads_do_what_each_would_do_alone():
    assert in_threads(train, 4) == [train(k) for k in range(4)]


def test_one_model_read_by_many():
    """Results and their derivatives, asked for as numbers, change nothing: any number of threads may share a model."""
    net = nn.MLP(2, [4, 1], activation="tanh", seed=0)
    loss = net([0.5, -1.0])[0].square()
    before = [(p.data, p.grad) for p in net.parameters()]
    alone = te.gradients(loss, net.parameters())

    def work(k):
        for _ in range(50):
            assert te.gradients(loss, net.parameters()) == alone
            assert te.gradients(net([0.5, -1.0])[0].square(), net.parameters()) == alone
        return True

    assert all(in_threads(work))
    assert [(p.data, p.grad) for p in net.parameters()] == before
