"""Steps that repeat in straight-line code are compiled once, and compute the same."""

import random

import pytest

import tinygrad_edu as te
from tests import jit_cases
from tinygrad_edu.jit.loop import Loop
from tinygrad_edu.jit.program import COMPARISONS, Builder

np = pytest.importorskip("numpy", reason="the fast extra has it")
pytest.importorskip("llvmlite", reason="compiled code needs llvmlite")

from tests.test_jit_llvm import check_map  # noqa: E402
from tinygrad_edu.jit.llvm import flat  # noqa: E402
from tinygrad_edu.jit.llvm import straight as llvm_straight  # noqa: E402
from tinygrad_edu.jit.llvm.maths import Maths  # noqa: E402
from tinygrad_edu.jit.llvm.parts import cut_in_parts, stretches, used_for  # noqa: E402


def simulation(seed, steps=25, size=16, exact=False):
    """The same random operations on what the step before has left, and back through all steps; loose ends at both ends.

    Truths of a step forwards choose in the step backwards.
    """
    rng, b = random.Random(seed), Builder(exact)
    x, w = [b.input(f"x{k}") for k in range(3)], [b.input(f"w{k}") for k in range(2)]

    def chosen(some):
        body = []
        for k in range(some):
            op = rng.choice(["tanh", "sigmoid", "tanh_slope", "sin", "add", "mul", "sub", "dot", "where"])
            body.append((op, rng.choice(COMPARISONS), [rng.random() for _ in range(4)], k))
        return body

    def step(body, given):
        nodes = [*given, *w, b.const(0.5)]
        truths = []
        for op, comparison, which, _ in body:
            xs = [nodes[int(r * len(nodes))] for r in which]
            if op == "where":
                truths.append(b.node(comparison, (xs[0], xs[1])))
                nodes.append(b.node("where", (truths[-1], xs[2], xs[3])))
            elif op == "dot":
                nodes.append(b.node("tanh", (b.dot(xs),)))
            else:
                nodes.append(b.node(op, tuple(xs[: 2 if op in ("add", "mul", "sub") else 1])))
        return [b.node("tanh", (i,)) for i in nodes[-3:]], truths

    forwards, backwards = chosen(size), chosen(size)
    trace, state = [], x
    for _ in range(steps):
        state, truths = step(forwards, state)
        trace.append((state, truths))
    g = [b.node("sin", (i,)) for i in state]
    for state, truths in reversed(trace):
        g = [b.node("where", (t, g[0], i)) for t, i in zip(truths[:1], g, strict=False)] + g
        g, _ = step(backwards, [*g[:3], *state])
    return b.finish([("x", x), ("w", w)], [("y", [*g, trace[1][0][0]]), ("z", [trace[3][0][1], x[0], g[0]])])


def straight(program, part, lanes=1):
    return llvm_straight.Straight(program, Maths(), lanes, [i for g in program.outputs for i in g.nodes], part)


@pytest.mark.parametrize("seed", [0, 7, 10, *(pytest.param(k, marks=pytest.mark.slow) for k in (4, 5, 8))])
def test_steps_of_a_simulation(seed):
    """Once, and for many rows; as the eager engine rounds, and faster."""
    for exact in (False, True):
        program = simulation(seed, exact=exact)
        assert straight(program, 60).repeated > 0.7 * program.work()
        check_map(program, exact, part=60)
        f, groups = flat.build(program, exact=exact, part=60), ([0.3, -1.0, 2.0], [0.5, -0.25])
        for got, want in zip(f.run(*groups), program.run(*groups), strict=True):
            assert got == (want if exact else pytest.approx(want, rel=1e-9, abs=1e-12))
    assert f.again == straight(program, 60).repeated


def test_steps_inside_of_a_loop():
    program = simulation(0)
    loop = Loop(program, carried=((0, 1),), logged=(0,))
    executable, given = flat.build(program, loop=loop, part=60), [[0.3, -1.0, 2.0], [0.5, -0.25]]
    (want, _), (log,) = loop.run(5, given)
    (got, _), (line,) = executable.loop(5, given)
    assert executable.again and list(got) == pytest.approx(want, rel=1e-9)
    assert list(line) == pytest.approx(log, rel=1e-9)


def test_what_is_compiled_is_that_of_a_few_steps():
    def ball(steps):
        def f(x, v):
            for _ in range(steps):
                x, v = x + 0.01 * v, v - 0.01 * te.sin(x) * v
            return x * v

        return jit_cases.program_of(f, [1.0, 0.5], 1)

    compiled = {n: ball(n).work() - straight(ball(n), 1_000).repeated for n in (400, 800, 1600)}
    assert compiled[400] < ball(400).work() / 2
    assert max(compiled.values()) - min(compiled.values()) < 1_500  # (what is left over at the ends differs)


@pytest.mark.parametrize("times", [39, 40])
def test_parts_are_equally_many_steps(times):
    """Cut every so many steps wherever they begin; what stands before and behind them is cut by its size."""
    b = Builder()
    y = x = b.input()
    for op in ["exp"] * 5 + ["sin", "cos", "tanh"] * times + ["log"] * 7:
        y = b.node(op, (y,))
    program = b.finish([("x", [x])], [("y", [y])])
    used = used_for(program, program.outputs[0].nodes)
    parts = cut_in_parts(program, used, 20)
    assert [i for part in parts for i in part] == used[1:]
    assert [len(part) for part in parts] == [5, *[9] * 13, 7 + 3 * (times - 39)]
    assert stretches(program, used[1:], 20) == [(5, 5 + 3 * times, 3)]
    assert stretches(program, used[1:], 120) == stretches(program, used[1:10], 20) == []


def test_a_step_is_found_before_the_loop_inside_of_it():
    b = Builder()
    y = x = b.input()
    for op in (["exp", "log"] * 200 + ["sin", "cos", "tanh", "sqrt", "erf"] * 40) * 4:
        y = b.node(op, (y,))
    program = b.finish([("x", [x])], [("y", [y])])
    assert stretches(program, used_for(program, program.outputs[0].nodes)[1:], 300) == [(0, 2400, 600)]


def check_look_alikes():
    """The same operations in the same order, one of them on something else, or with another number."""
    for change in ("operand", "number"):
        b = Builder()
        x, z = b.input(), b.input()
        y = x
        for k in range(64):
            odd = k == 40
            a = b.node("sin", (y,))
            c = b.node("cos", (y if odd and change == "operand" else a,))
            y = b.node("mul", (c, b.const(0.75 if odd and change == "number" else 0.5)))
        program = b.finish([("x", [x]), ("z", [z])], [("y", [y])])
        f = flat.build(program, part=24)
        assert f.again and f.run([0.3], [0.0])[0] == pytest.approx(program.run([0.3], [0.0])[0], rel=1e-12)


def test_steps_that_only_look_alike():
    check_look_alikes()


def test_tables_are_not_shared():
    def f(i, *xs):
        y = xs[0]
        for _ in range(60):
            y = te.tanh(y * te.take(xs, i) + xs[1])
        return y

    g = te.jit(f, target="llvm")
    for i in (0, 2):
        xs = [0.5, -0.25, 1.5]
        value, slopes = te.value_and_grad(f, argnums=(1, 2, 3))(i, *xs)
        assert g.value_and_grad(i, *xs, argnums=(1, 2, 3)) == (
            pytest.approx(value, rel=1e-11), pytest.approx(slopes, rel=1e-11)
        )  # fmt: skip


@pytest.mark.parametrize("terms", [100, 101, 150])
def test_long_sums(terms):
    """Are read piece after piece, in the order in which the eager engine adds them."""
    for exact in (False, True):
        b = Builder(exact)
        xs = [b.input() for _ in range(terms)]
        total = b.dot([i for x in xs for i in (x, b.one if x % 3 else x)])
        f = flat.build(b.finish([("x", xs)], [("y", [total])]), exact=exact, part=20)
        numbers = [0.1 * k for k in range(terms)]
        want = f.program.run(numbers)[0]
        assert f.run(numbers)[0] == (want if exact else pytest.approx(want, rel=1e-12))
        assert (".moved" in f.source()) == (terms > 100)


def test_the_report_says_so():
    def walk(x):
        for _ in range(700):
            x = x + 0.01 * te.sin(x)
        return x

    f = te.jit(walk, target="llvm")
    f(1.0)
    (line,) = [line for line in f.report().splitlines() if "steps repeat" in line]
    assert line.endswith("operations were compiled, and are called again for the others")
    once = te.jit(lambda x: x * te.sin(x), target="llvm")
    once(1.0)
    assert "steps repeat" not in once.report()
