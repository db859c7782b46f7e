"""Generated Python, and the program's own slow run, against the eager engine."""

import copy
import itertools
import math
import random
import re
import weakref
from array import array

import pytest

import tinygrad_edu as te
from tests import jit_cases
from tinygrad_edu.jit.loop import Loop
from tinygrad_edu.jit.lower import lower
from tinygrad_edu.jit.program import Builder, Group
from tinygrad_edu.jit.python import target as python_target
from tinygrad_edu.jit.symbols import Symbol, symbols
from tinygrad_edu.ops import OPS
from tinygrad_edu.value import record

BUILDS = {"definition": lambda program: program, "python": python_target.build}


def test_arrays_go_in_and_pythons_numbers_come_out():
    """As from lists, and at their speed: numpy's numbers would go through the whole function."""
    np = pytest.importorskip("numpy", reason="its arrays are what is passed")
    b = Builder()
    x = b.input("x")
    executable = python_target.build(b.finish([("x", [x])], [("y", [b.node("mul", (x, x))])]))
    for numbers in ([3.0], array("d", [3.0]), np.array([3.0])):
        ((y,),) = executable.run(numbers)
        assert (y, type(y)) == (9.0, float)


@pytest.mark.parametrize("target", BUILDS)
@pytest.mark.parametrize("exact", [False, True], ids=["fast", "exact"])
class TestAgainstEager:
    @pytest.fixture
    def build(self, target, exact):
        if target == "python":
            return lambda program: python_target.build(program, exact=exact)
        return BUILDS[target]

    @pytest.mark.parametrize("name", jit_cases.TABLE)
    def test_row(self, build, exact, name):
        jit_cases.check_row(build, name, exact)

    @pytest.mark.parametrize("name", jit_cases.TABLE)
    def test_second_derivatives(self, build, exact, name):
        jit_cases.check_second(build, name, exact)

    @pytest.mark.parametrize("name", jit_cases.TABLE)
    def test_second_derivatives_at_edges(self, build, exact, name):
        """A rule's choice is differentiated on the side that is chosen, also where the other side is infinite."""
        op = OPS[name]
        jit_cases.check(build, lambda *xs: record(op, xs), jit_cases.points_of(op), 2, exact, name)

    def test_powers(self, build, exact):
        jit_cases.check_powers(build, exact)

    def test_expressions(self, build, exact):
        jit_cases.check_expressions(build, exact, 50)

    def test_networks(self, build, exact):
        jit_cases.check_networks(build, exact)


# -- loops ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("exact", [False, True], ids=["fast", "exact"])
def test_loops(exact):
    jit_cases.check_loops(lambda program, loop: python_target.build(program, exact=exact, loop=loop), exact)


@pytest.mark.parametrize("rows", [1, 2, 3])
def test_where_nothing_raises_what_is_generated_takes_all_steps(rows, monkeypatch):
    """Numbers alone do not tell: what raises is computed again, by other code."""
    loop, steps, given, order = jit_cases.random_loop(random.Random(2), rows)
    executable = python_target.build(loop.program, loop=loop)
    wanted, log = loop.run(steps, given, order)
    monkeypatch.setattr(Loop, "run", None)
    found, lines = executable.loop(steps, given, order)
    assert [list(x) for x in found] == [pytest.approx(list(x), rel=1e-12) for x in wanted]
    assert [list(line) for line in lines] == [pytest.approx(line, rel=1e-12) for line in log]


def test_a_loop_in_parts(monkeypatch):
    monkeypatch.setattr(python_target, "PART", 5)
    jit_cases.check_loops(lambda program, loop: python_target.build(program, loop=loop))


def test_a_step_in_which_python_raises():
    """log(0), 1/0 and exp(800) in the middle of a loop: other arithmetic takes that step, and the loop goes on."""
    builder = Builder()
    m = symbols(builder)
    x, rate, more = (Symbol(builder, builder.input(name)) for name in ("x", "rate", "more"))
    new, logged = x - rate * more, m.log(x) + m.exp(800.0 * rate) / x
    program = builder.finish(
        [("x", [x.node]), ("rates", [rate.node, more.node])], [("x", [new.node]), ("log", [logged.node])]
    )
    loop = Loop(program, ((0, 0),), scheduled=(1,), logged=(1,))
    inputs = [[3.0], [1.0, 1.0, 2.0, 1.0, 0.0, 9.0, -0.25, 2.0, 1.0, 1.0, 0.5, 0.5]]
    found, wanted = python_target.build(program, loop=loop).loop(6, inputs), loop.run(6, inputs)
    assert repr(found[1]) == repr(wanted[1]) and found[0][0] == wanted[0][0] == [-0.75]
    assert -math.inf in [*found[1][0], -math.inf] and not all(map(math.isfinite, found[1][0]))


@pytest.mark.parametrize(
    "f",
    [
        lambda x, y: te.sigmoid(x) * y,
        lambda x, y: te.where((te.sigmoid(x) - 0.5).relu(), te.sigmoid(x) * y, te.sigmoid(y)),
        lambda x, y: te.where(y.relu(), te.sigmoid(x), te.tanh(x)) + te.sigmoid(y),
        lambda x, y: te.where(y, te.sigmoid(x), 2.0),
    ],
)
@pytest.mark.parametrize("x", [math.inf, -math.inf, math.nan, 709.9, -745.2, 40.0, -40.0])
def test_where_the_exponential_of_a_sigmoid_is_infinite(f, x):
    jit_cases.check(python_target.build, f, [[x, 0.5], [0.5, x], [x, -2.0]])


def test_an_infinite_exponential_in_a_loop():
    """Nothing raises in exp(inf), and inf/inf is nan: a sigmoid is 1 there all the same."""
    builder = Builder()
    m = symbols(builder)
    w, x = (Symbol(builder, builder.input(name)) for name in ("w", "x"))
    y = m.sigmoid(w + x)
    new = w - 0.5 * (Symbol(builder, builder.node("sigmoid_slope", ((w + x).node,))) * x)
    program = builder.finish([("w", [w.node]), ("x", [x.node])], [("w", [new.node]), ("y", [y.node])])
    loop = Loop(program, ((0, 0),), rows=((1, 1),), logged=(1,))
    inputs, order = [[0.25], [1.0, 1e308, -math.inf, 2.0]], [0, 1, 0, 3, 1, 3]
    found, wanted = python_target.build(program, loop=loop).loop(6, inputs, order), loop.run(6, inputs, order)
    assert found[1][0] == pytest.approx(wanted[1][0], rel=1e-14)
    assert found[0][0] == pytest.approx(wanted[0][0], rel=1e-14)
    infinite = [[math.inf], inputs[1]]
    assert python_target.build(program, loop=loop).loop(1, infinite, [0])[1] == [[1.0]]
    with pytest.raises(IndexError, match="numbers of rows"):
        python_target.build(program, loop=loop).loop(7, inputs, order)


def test_exact_in_the_order_of_the_engine_whatever_comes_first():
    """An output of the program that the error reads late changes no order of adding: (0.1 + 0.2) + 0.3 is not 0.6."""
    for first in range(3):
        x = te.Value(1.0, "x")
        parts = [x * rate for rate in (0.1, 0.2, 0.3)]
        error = parts[0] + parts[1] + parts[2]
        program = lower([("x", [x])], [("part", [parts[first]])], gradient_of=error, wrt=[("g", [x])], exact=True)
        error.backward()
        assert program.run([1.0])[1] == [x.grad] == [0.3 + 0.2 + 0.1]


# -- long programs, source --------------------------------------------------------------------------------------------


def test_in_parts(monkeypatch):
    f, point = jit_cases.network(random.Random(3), [3, 8, 1], 6, "tanh")
    program = jit_cases.program_of(f, point, 1)
    whole = python_target.build(program).run(point)
    for part in (1, 7, 50):
        monkeypatch.setattr(python_target, "PART", part)
        executable = python_target.build(program)
        assert executable.run(point) == whole
        assert executable.source().count("def part_") > 60 // part
    reference = weakref.ref(executable)
    del executable
    assert reference() is None
    lines = len(python_target.Statements(program, False, taken=["memory"]).lines)
    for part, whole_or_not in ((lines, 1), (lines - 1, 3)):
        monkeypatch.setattr(python_target, "PART", part)
        assert python_target.build(program).source().count("def ") == whole_or_not


def test_source():
    program = jit_cases.program_of(lambda x, y: (x * y + 0.5).sigmoid() - te.where(x > y, 2.0, y), [1.0, 2.0], 0)
    lines = python_target.build(program).source().splitlines()
    assert lines[:2] == ["def run(x):", "    [x0, x1] = x"] and lines[-1].startswith("    return [")
    long = jit_cases.program_of(lambda *xs: te.sum([x * x for x in xs]), [1.0] * 500, 1)
    executable = python_target.build(long)
    assert executable.run([1.0] * 500)[0] == [500.0]
    assert max(map(len, executable.source().splitlines())) <= 120


def test_known_factors_are_one_factor():
    half_square = lambda x: 0.5 * te.square(x)  # noqa: E731
    assert jit_cases.program_of(half_square, [1.0], 1).work() == 4  # x², its half, and x: the slope, a sum of one term
    assert jit_cases.program_of(half_square, [1.0], 1, exact=True).work() > 4
    huge = jit_cases.program_of(lambda x: 1e200 * (1e200 * x), [1.0], 0)
    assert huge.run([1e-300])[0] == [1e200 * (1e200 * 1e-300)]  # their product would be infinite


@pytest.mark.parametrize("c, products", [(6e-20, 1), (5e-20, 2), (1.8e19, 1), (1.9e19, 2), (-1.8e19, 1), (-1.9e19, 2)])
def test_factors_far_from_1_stay(c, products):
    """2^±64 is where they begin to."""
    assert jit_cases.program_of(lambda x: c * (c * x), [1.0], 0).work() == products


# -- planted faults ---------------------------------------------------------------------------------------------------


def faults():
    """Programs with one thing wrong, as a pass with a fault would leave them."""

    def swapped(program, rng):
        places = [i for i, op in enumerate(program.ops) if op in ("sub", "div", "where", "lt", "le", "gt", "ge")]
        i = rng.choice(places)
        program.args[i] = (*program.args[i][:-2], *program.args[i][:-3:-1])

    def missing_term(program, rng):
        i = rng.choice([i for i, args in enumerate(program.args) if program.ops[i] == "dot" and len(args) > 2])
        program.args[i] = program.args[i][2:]

    def twice(program, rng):
        i = rng.choice([i for i, op in enumerate(program.ops) if op == "dot"])
        program.args[i] += program.args[i][:2]

    def off_by_one(program, rng):
        i = rng.choice([i for i, args in enumerate(program.args) if args and max(args) > 2])
        at = max(range(len(program.args[i])), key=lambda k: program.args[i][k])
        program.args[i] = tuple(j - (k == at) for k, j in enumerate(program.args[i]))

    def another_function(program, rng):
        other = {"tanh": "sigmoid", "sigmoid": "tanh", "tanh_slope": "sigmoid_slope", "sigmoid_slope": "tanh_slope"}
        i = rng.choice([i for i, op in enumerate(program.ops) if op in other])
        program.ops[i] = other[program.ops[i]]

    def outputs_exchanged(program, rng):
        nodes = program.outputs[1].nodes
        program.outputs[1] = Group("gradient", (nodes[1], nodes[0], *nodes[2:]))

    return [swapped, missing_term, twice, off_by_one, another_function, outputs_exchanged]


@pytest.mark.parametrize("fault", faults(), ids=lambda fault: fault.__name__)
@pytest.mark.parametrize("seed", range(3))
def test_a_planted_fault_is_caught(fault, seed):
    def build(program):
        damaged = copy.deepcopy(program)
        fault(damaged, random.Random(seed))
        return python_target.build(damaged)

    def f(*xs):
        total = te.sum([x * te.tanh(y) - te.sigmoid(x) / (y * y + 1.0) for x, y in itertools.pairwise(xs)])
        return total + te.maximum(xs[2], xs[0] * xs[1])

    with pytest.raises(AssertionError):
        jit_cases.check(build, f, [[0.3, -0.7, 1.9], [1.1, 0.4, -0.2]])


def test_a_list_is_not_called_like_what_is_computed_from_it():
    def f(p):
        return te.sin((p[0] * p[1]).named("p")) + p[0]

    compiled = te.jit(f, target="python")
    assert compiled([2.0, 3.0]) == math.sin(6.0) + 2.0
    assert compiled.source().splitlines()[:3] == ["def run(p_):", "    [p_0, p_1] = p_", "    p = p_0*p_1"]


def test_arguments_may_be_called_like_whatever_the_code_computes():
    """Each of its variables is somebody's name for an argument."""

    def f(x, y):
        return te.sigmoid(x * y) * te.softplus(x) + te.tanh(y) * te.where(x > y, x, te.log(y)) * te.silu(y)

    def gradient(name):
        wanted = eval(f"lambda {name}, y: f({name}, y)", {"f": f})
        compiled = te.jit(wanted, target="python")
        return compiled.grad(1.5, 2.0, argnums=(0, 1)), compiled.source()

    expected, source = gradient("x")
    names = set(re.findall(r"^ +(\w+) = ", source, re.MULTILINE))
    assert len(names) > 8
    for name in sorted(names):
        assert gradient(name)[0] == expected, name
