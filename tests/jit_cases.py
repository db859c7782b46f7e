"""What every target of the compiler must compute: random programs and every row of the table, against the eager engine.

A target's test calls ``check_against_eager(build)``, where ``build(program)`` gives an executable, and ``check_loops``.
All that a program computes is compared: a value, its gradient and its second derivatives, at ordinary numbers and at
every edge.

Fast code may add in another order and round in other places. How far that may move a result is worked out, operation
by operation, by ``roundoff`` (first-order error analysis, Higham, Accuracy and Stability, chapter 3); on top of that
1e-11 of the result is allowed. Exact code must have the same bits.
"""

import itertools
import math
import random
import struct

import pytest
from hypothesis import HealthCheck, given, settings

from tinygrad_edu import Value, gradients
from tinygrad_edu.article import Article
from tinygrad_edu.check import strategies
from tinygrad_edu.check.expression import random_expression
from tinygrad_edu.functions import BUILT_IN
from tinygrad_edu.ieee import IEEE, Double
from tinygrad_edu.jit.loop import Loop
from tinygrad_edu.jit.lower import Lowering, lower
from tinygrad_edu.jit.program import COMPARISONS, MEANING, SLOPES, Builder
from tinygrad_edu.jit.symbols import Symbol, symbols
from tinygrad_edu.jit.trace import tracing
from tinygrad_edu.ops import OPS
from tinygrad_edu.value import record

inf, nan = math.inf, math.nan
EDGES = [0.0, -0.0, 0.5, -1.0, 1.0, 2.0, -2.5, 19.5, -40.0, 710.0, -746.0, 1e-300, 5e-324, 1e308, inf, -inf, nan]
FEW = [0.0, -0.0, 1.0, -1.5, 3.0, 800.0, 1e-310, inf, -inf, nan]
TABLE = [name for name in OPS if name in BUILT_IN]


# -- a function and its derivatives, eager and as a program -----------------------------------------------------------


def derivatives(f, xs, order):
    """f and its derivatives: a list for the value; with order 2, one for the gradient and one for all second ones."""
    y = f(*xs)
    groups = [[y]]
    if order > 1:
        groups.append(gradients(y, xs, create_graph=True) if y.requires_grad else [0.0] * len(xs))
        groups.append([])
        for g in groups[1]:
            connected = isinstance(g, Value) and g.requires_grad
            groups[2] += gradients(g, xs) if connected else [0.0] * len(xs)
    return groups


def eager(f, point, order):
    """The numbers of ``derivatives`` at a point; first derivatives alone as ``backward()`` leaves them."""
    xs = [Value(x) for x in point]
    if order == 1:
        y = f(*xs)
        if y.requires_grad:
            y.backward()
        return [[y.data], [x.grad for x in xs]]
    groups = derivatives(f, xs, order)
    return [[x.data if isinstance(x, Value) else x for x in group] for group in groups]


def program_of(f, point, order, exact=False):
    """A program with one input group ``x``; outputs ``y``, ``gradient`` and ``hessian`` as far as ``order`` goes."""
    xs = [Value(x, f"x{i}") for i, x in enumerate(point)]
    if order < 2:
        y = f(*xs)
        wrt = [("gradient", xs)] if order else []
        return lower([("x", xs)], [("y", [y])], gradient_of=y if order else None, wrt=wrt, exact=exact)
    with tracing():
        groups = derivatives(f, xs, order)
    outputs = [[x if isinstance(x, Value) else Value(x, "", False) for x in group] for group in groups]
    return lower([("x", xs)], list(zip(("y", "gradient", "hessian"), outputs, strict=True)), exact=exact)


# -- what rounding can do ---------------------------------------------------------------------------------------------

EPS = 2.0**-52
TINY = 1e-320


def roundoff(program, groups):
    """For each output: its number, and how far from it another order of roundings may lead (infinite: anywhere)."""
    value, error = [Double(0.0)] * len(program), [0.0] * len(program)
    for group, numbers in zip(program.inputs, groups, strict=True):
        for i, x in zip(group.nodes, numbers, strict=True):
            value[i] = Double(x)
    for i, op in enumerate(program.ops):
        if op == "const":
            value[i] = Double(program.numbers[i])
        elif op != "input":
            xs = [value[j] for j in program.args[i]]
            value[i] = MEANING[op](*xs)
            error[i] = _error(op, value[i], xs, [error[j] for j in program.args[i]])
    return [[(float(value[i]), error[i]) for i in group.nodes] for group in program.outputs]


def _error(op, y, xs, errors):
    if op in COMPARISONS:
        margin = sum(errors)
        return 0.0 if margin == 0.0 or abs(xs[0] - xs[1]) > margin else inf
    if op == "where":
        return inf if errors[0] else errors[1] if xs[0] else errors[2]
    if not any(errors) and not all(map(math.isfinite, xs)):
        return 0.0  # infinities and nans that are exactly so
    if not all(map(math.isfinite, [*xs, y])) or inf in errors:
        return inf
    if op == "dot":
        pairs = range(0, len(xs), 2)
        moved = sum(abs(xs[k]) * errors[k + 1] + abs(xs[k + 1]) * errors[k] + errors[k] * errors[k + 1] for k in pairs)
        return moved + len(xs) * EPS * sum(abs(xs[k] * xs[k + 1]) for k in pairs) + TINY
    if op == "max":
        return max(errors)
    row = OPS[SLOPES.get(op, op)]
    if op in SLOPES:  # |f''| ≤ 4 for both
        return 4.0 * errors[0] + 8.0 * EPS * abs(y) + TINY
    if op in ("floor", "ceil", "trunc", "round", "sign"):
        low, high = (MEANING[op](Double(xs[0] + e)) for e in (-errors[0], errors[0]))
        return inf if low != high else 0.0
    moved = 0.0
    for slope, e in zip(row.derivatives(IEEE, y, tuple(xs)), errors, strict=True):
        if e:
            moved += abs(float(slope)) * e * 2.0
    if op == "div":
        moved = inf if errors[1] >= 0.1 * abs(xs[1]) and errors[1] else moved
    result = moved + 8.0 * EPS * abs(y) + TINY
    return result if result == result else inf


def agree(got, want, error, exact):
    """Whether a number is the eager engine's: its bits, or as near as roundings allow."""
    if got != got or want != want:
        return (got != got and want != want) or error == inf
    if exact:
        return struct.pack("d", got) == struct.pack("d", want)
    return got == want or abs(got - want) <= 1e-11 * abs(want) + 2.0 * error


# -- the comparison ---------------------------------------------------------------------------------------------------


def check(build, f, points, order=1, exact=False, name=""):
    """An executable of f against the eager engine at some points; AssertionError with the program and the numbers."""
    program = program_of(f, points[0], order, exact)
    executable = build(program)
    exactly = program_of(f, points[0], order, exact=True)
    for point in points:
        want, got = eager(f, point, order), executable.run(list(point))
        bounds = roundoff(exactly, [point])
        for group, ours, theirs, allowed in zip(program.outputs, got, want, bounds, strict=True):
            assert len(ours) == len(theirs)
            # Of a choice eagerly one side is differentiated, in a program both, and the terms are grouped otherwise.
            bits = exact and group.name != "hessian"
            for k, (a, b, (_, error)) in enumerate(zip(ours, theirs, allowed, strict=True)):
                assert agree(a, b, error, bits), (
                    f"{name} at {point}: {group.name}[{k}] is {a!r}, eagerly {b!r} (± {error:.1e})\n{program}"
                )


def points_of(op):
    """Every edge for an operation of one input; all pairs of a few for the others."""
    count = op.arity or 3
    if count == 1:
        return [[x] for x in EDGES]
    points = list(itertools.product(FEW if count == 2 else FEW[::3], repeat=count))
    return [list(point) for point in points]


def check_row(build, name, exact=False, order=1):
    """A row of the table at its edges: the value, and the gradient."""
    op = OPS[name]
    check(build, lambda *xs: record(op, xs), points_of(op), order, exact, name)


def check_second(build, name, exact=False):
    """The second derivatives of a row at ordinary numbers."""
    op, rng = OPS[name], random.Random(name)
    inside = (-0.9, 0.9)
    low, high = {"acosh": (1.1, 3.0), "atanh": inside, "asin": inside, "acos": inside}.get(name, (0.1, 4.0))
    points = [[rng.uniform(low, high) for _ in range(op.arity or 3)] for _ in range(5)]
    check(build, lambda *xs: record(op, xs), points, 2, exact, name)


EXTREME = [0.0, -0.0, 0.5, 1.0, -1.5, 2.0, -2.0, 3.0, 800.0, 1e-310, 5e-324, -1e308, inf, -inf, nan]


def check_powers(build, exact=False):
    """The second derivatives of a power at every edge: one of its rules' choices is made, others may be infinite."""
    program = program_of(pow, [2.0, 2.0], 2, exact)
    executable = build(program)
    for point in itertools.product(EXTREME, repeat=2):
        for ours, theirs in zip(executable.run(list(point)), eager(pow, point, 2), strict=True):
            # What overflows may do so in another place: there nan only has to be nan.
            assert [x != x for x in ours] == [x != x for x in theirs], f"{point}: {ours}, eagerly {theirs}"
            finite = [(a, b) for a, b in zip(ours, theirs, strict=True) if 1e-290 < abs(b) < 1e290 or b == 0.0]
            assert all(a == pytest.approx(b, rel=1e-10, abs=0.0) for a, b in finite), f"{point}: {ours}, {theirs}"


def check_expressions(build, exact=False, examples=100, order=2, max_nodes=10):
    """Random programs over the whole table, hypothesis' choice of them, with shared results."""

    @settings(
        max_examples=examples, derandomize=True, database=None, deadline=None,
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    @given(strategies.expressions(max_nodes=max_nodes))
    def holds(e):
        check(build, e, [list(e.inputs)], order, exact, str(e))

    holds()


def check_networks(build, exact=False, count=3, seed=0):
    """Small networks over a batch as one graph, their loss and gradient: what rolls."""
    rng = random.Random(seed)
    for k in range(count):
        e = random_expression(rng, "unit", 30)
        check(build, e, [list(e.inputs), [x + 0.25 for x in e.inputs]], 1, exact, str(e))
        f, point = network(rng, [2, 3, 2, 1] if k % 2 else [2, 3, 1], 3 + k, ["tanh", "sigmoid", "relu"][k % 3])
        check(build, f, [point], 1, exact, f"network {k}")


def network(rng, sizes, rows, activation):
    """The mean squared error of an MLP on a few rows, as a function of its parameters, written with plain + and *."""
    count = sum(b * (a + 1) for a, b in itertools.pairwise(sizes))
    data = [([rng.gauss(0.0, 1.0) for _ in range(sizes[0])], rng.choice([-1.0, 1.0])) for _ in range(rows)]

    def loss(*parameters):
        total = 0.0
        for x, y in data:
            at, h = iter(parameters), list(x)
            for layer, width in enumerate(sizes[1:], 1):
                new = []
                for _ in range(width):
                    net = next(at)
                    for xi in h:
                        net = net + next(at) * xi
                    new.append(getattr(net, activation)() if layer < len(sizes) - 1 else net)
                h = new
            total = total + (h[0] - y) * (h[0] - y)
        return total * (1.0 / rows)

    return loss, [rng.uniform(-1.0, 1.0) for _ in range(count)]


def check_against_eager(build, exact=False, examples=100):
    """All of the above: every row at its edges, second derivatives, random programs, networks."""
    for name in TABLE:
        check_row(build, name, exact)
        check_second(build, name, exact)
    check_expressions(build, exact, examples)
    check_networks(build, exact)


# -- loops ------------------------------------------------------------------------------------------------------------

ARTICLE_ERROR = 3.510187782978859e-05
"""The article's error after 10,000 steps of gradient descent, as the eager engine computes it."""


def article_loop(exact=False):
    """The article's training as a loop, without and with its error logged, and the weights it starts from."""
    article = Article()
    article.forward()
    error, weights = article["E_total"], list(article.weights.values())
    lowering = Lowering(exact)
    builder, node = lowering.builder, lowering.node
    inputs = [builder.input(w.label) for w in weights]
    node.update(zip(weights, inputs, strict=True))
    lowering.forward([error])
    slopes = lowering.backward(error, weights)
    new = [(Symbol(builder, node[w]) - 0.5 * Symbol(builder, slopes[w])).node for w in weights]
    program = builder.finish([("weights", inputs)], [("weights", new), ("error", [node[error]])])
    return Loop(program, ((0, 0),)), Loop(program, ((0, 0),), logged=(1,)), [w.data for w in weights]


def random_loop(rng, rows_per_step=2, exact=False):
    """A loop with all that a loop can have, and inputs for it: two carried groups that read each other, rows of two
    tables, numbers of each step, a constant group, two logs.
    """
    builder = Builder(exact)
    m = symbols(builder)

    def group(name, n):
        return [Symbol(builder, builder.input(f"{name}{k}")) for k in range(n)]

    a, b, x, y = group("a", 2), group("b", 2), group("x", 3 * rows_per_step), group("y", rows_per_step)
    rate, fixed = group("rate", 2), group("fixed", 1)
    error = m.tanh(a[0] * x[0] + b[1]) - y[0]
    for k in range(1, rows_per_step):
        error = error + m.sigmoid(a[1] * x[3 * k + 1]) * y[k] - fixed[0]
    new_a = [b[0] * 0.5 + rate[0] * error, a[0] - rate[1] * error]  # a1 takes over a0: all at once, or it is wrong
    new_b = [a[1] / (1.0 + m.abs(b[0])), b[1] + x[2] * 0.01]
    inputs = [("a", a), ("b", b), ("x", x), ("y", y), ("rate", rate), ("fixed", fixed)]
    outputs = [("b", new_b), ("error", [error, error * error]), ("a", new_a), ("y", [y[0]])]
    program = builder.finish(*[[(name, [s.node for s in ss]) for name, ss in groups] for groups in (inputs, outputs)])
    loop = Loop(program, ((0, 2), (1, 0)), ((2, 3), (3, 1)), (4,), (1, 3))
    rows, steps = 5, 7
    given = [[rng.gauss(0.0, 1.0) for _ in range(n)] for n in (2, 2, 3 * rows, rows, 2 * steps, 1)]
    return loop, steps, given, [rng.randrange(rows) for _ in range(rows_per_step * steps)]


def check_loops(build, exact=False):
    """``build(program, loop)`` against ``Loop.run``: the article's training, and loops with everything."""
    plain, logged, weights = article_loop(exact)
    for loop in (plain, logged):
        executable = build(loop.program, loop)
        wanted, log = loop.run(50, [weights])
        found, lines = executable.loop(50, [weights])
        assert list(found[0]) == pytest.approx(wanted[0], rel=1e-12)
        assert [list(line) for line in lines] == [pytest.approx(line, rel=1e-12) for line in log]
        assert [list(x) for x in executable.loop(0, [weights])[0]] == [weights]
    after = [list(x) for x in executable.loop(10_000, [weights])[0]]
    assert loop.program.run(*after)[1] == pytest.approx([ARTICLE_ERROR], rel=1e-9)
    if exact:
        article = Article()
        assert article.train(50) == loop.program.run(wanted[0])[1][0]
        assert list(found[0]) == wanted[0] == [w.data for w in article.weights.values()]
    rng = random.Random(1)
    for rows in (1, 2, 3):
        loop, steps, given, order = random_loop(rng, rows, exact)
        executable = build(loop.program, loop)
        for taken in (0, 1, steps):
            before = [list(group) for group in given]
            wanted, log = loop.run(taken, given, order)
            found, lines = executable.loop(taken, given, order)
            assert given == before  # what was given is not changed
            for k in (0, 1, 5):
                assert list(found[k]) == pytest.approx(wanted[k], rel=1e-11, abs=1e-14)
            assert [list(line) for line in lines] == [pytest.approx(line, rel=1e-11, abs=1e-14) for line in log]
