"""Rolled programs over NumPy, JAX and PyTorch: against the eager engine, and against the flat program."""

import itertools
import random
import threading
from array import array

import pytest
from hypothesis import given, settings

np = pytest.importorskip("numpy", reason="array code needs NumPy")

import tinygrad_edu as te  # noqa: E402
from tests import jit_cases  # noqa: E402
from tests import rolling_cases as cases  # noqa: E402
from tests.examples import costly, every  # noqa: E402
from tests.rolled_cases import at, check_form  # noqa: E402
from tinygrad_edu.ieee import Double  # noqa: E402
from tinygrad_edu.jit import jit  # noqa: E402
from tinygrad_edu.jit.arrays import code as array_code  # noqa: E402
from tinygrad_edu.jit.arrays import lines as array_lines  # noqa: E402
from tinygrad_edu.jit.arrays import namespaces  # noqa: E402
from tinygrad_edu.jit.arrays import target as numpy_target  # noqa: E402
from tinygrad_edu.jit.arrays import views as array_views  # noqa: E402
from tinygrad_edu.jit.arrays.batched import batched  # noqa: E402
from tinygrad_edu.jit.arrays.frameworks import to_jax, to_torch  # noqa: E402
from tinygrad_edu.jit.arrays.prepared import Prepared  # noqa: E402
from tinygrad_edu.jit.loop import Loop  # noqa: E402
from tinygrad_edu.jit.program import MEANING, Builder  # noqa: E402
from tinygrad_edu.jit.rolled import Affine, Array, Nest, Rolled, Segment  # noqa: E402
from tinygrad_edu.jit.rolling.reroll import reroll  # noqa: E402
from tinygrad_edu.ops import OPS  # noqa: E402
from tinygrad_edu.value import Value  # noqa: E402


def build(program, loop=None):
    return numpy_target.build(reroll(program), loop=loop)


class TestAgainstEager:
    @pytest.mark.parametrize("name", jit_cases.TABLE)
    def test_row(self, name):
        jit_cases.check_row(build, name)

    @pytest.mark.parametrize("name", jit_cases.TABLE)
    def test_second_derivatives(self, name):
        jit_cases.check_second(build, name)

    def test_powers(self):
        jit_cases.check_powers(build)

    def test_expressions(self):
        jit_cases.check_expressions(build, examples=40)

    def test_networks(self):
        jit_cases.check_networks(build)

    def test_loops(self):
        jit_cases.check_loops(lambda program, loop: build(program, loop))


def judge(program, inputs=None):
    """One call, and three rows at once, against the flat program."""
    executable = build(program)
    inputs = cases.numbers(program) if inputs is None else inputs
    cases.agree(executable.run(*inputs), program.run(*inputs))
    judge_rows(program, executable, inputs)


def judge_rows(program, executable, inputs, rows=3):
    mapped = [k % 2 == len(inputs) % 2 for k in range(len(inputs))]
    rng = random.Random(0)
    batch = [inputs, *[[[x + rng.choice([-1, 0, 1, 2]) for x in group] for group in inputs] for _ in range(rows - 1)]]
    groups = [[x for row in batch for x in row[k]] if many else inputs[k] for k, many in enumerate(mapped)]
    got = executable.map(rows, mapped, *groups)
    each = [program.run(*[row[k] if many else inputs[k] for k, many in enumerate(mapped)]) for row in batch]
    cases.agree([out.tolist() for out in got], [[x for out in each for x in out[k]] for k in range(len(got))])


@pytest.mark.parametrize("name", cases.SMALL)
def test_small_programs(name):
    judge(cases.SMALL[name]())


@costly(40)
@given(cases.programs())
def test_random_programs(drawn):
    judge(*drawn)


@pytest.mark.slow
@given(cases.programs())
@settings(max_examples=3000)
def test_many_random_programs(drawn):
    judge(*drawn)


@pytest.mark.parametrize("rows", [1, 2, 7, 8, 100])
def test_batches(rows):
    program = cases.mlp(3, 1, 2)
    judge_rows(program, build(program), cases.numbers(program), rows)


MAPPED = {"all": lambda k: True, "all but the first": lambda k: k != 0, "none": lambda k: False}


@pytest.mark.parametrize(("name", "which"), every(2, cases.SMALL, MAPPED))
def test_sums_over_rows(name, which):
    """All outputs summed, and every other one; inputs that have rows and such that have not, also none at all."""
    program, rows = cases.SMALL[name](), 3
    rolled, executable = reroll(program), build(program)
    mapped, outputs = list(map(MAPPED[which], range(len(program.inputs)))), range(len(program.outputs))
    given = [[x for row in range(rows if m else 1) for x in cases.numbers(program, row)[k]]
             for k, m in enumerate(mapped)]  # fmt: skip
    each = executable.map(rows, mapped, *given)
    for summed in (outputs, outputs[::2]):
        want = [out.reshape(rows, -1).sum(0) if k in summed else out for k, out in enumerate(each)]
        cases.agree(executable.map(rows, mapped, *given, summed=summed), want)
        cases.agree(batched(rolled, rows, mapped, summed).run(*given), want)
        out = [np.zeros(len(numbers)) for numbers in want]
        executable.prepare_map(rows, mapped, list(map(np.array, given)), out, summed)()
        cases.agree(out, want)


def test_sums_over_rows_of_chosen_entries():
    """The gradient of a table from which each row chooses: entries, some of them several times, some never."""

    def f(table, i, x):
        return te.square(te.take(table, i)) * x + te.take(table, 2) * table[0]

    table, chosen, xs = [0.5, -1.0, 2.0, 0.25], [1.0, 3.0, 1.0, 0.0, 1.0], [1.0, 2.0, -3.0, 0.5, 1.5]
    program = te.value_and_grad(f, jit=True).program(table, 1, 0.5)
    given, mapped = [table, chosen, xs], [False, True, True]
    executable = build(program)
    each = executable.map(5, mapped, *given)
    want = [out.reshape(5, -1).sum(0) for out in each]
    cases.agree(executable.map(5, mapped, *given, summed=range(len(each))), want)
    cases.agree([want[-1][:4]], [np.sum([te.grad(f)(table, int(i), x) for i, x in zip(chosen, xs, strict=True)], 0)])


@pytest.mark.parametrize("kind", ["work", "output"])
@pytest.mark.parametrize("first", [False, True], ids=["after the others", "first"])
@pytest.mark.parametrize("op", ["mul", "scatter"])
def test_a_triangle_beside_other_numbers(op, first, kind):
    """What its array of equal rows would have where the triangle has none belongs to others."""
    upto, n = Affine(1, (1,)), 5 if op == "scatter" else 1
    if op == "mul":
        triangle = Nest("mul", (Affine(3), upto), at(2, 0, 3, 1), (at(0, 0, 3, 1), at(1, 0, 3, 1)))
    else:  # triples of rows of five numbers
        steps = Segment(Affine(2), at(0, 0, 6, 2, 1), at(1, 0, 6, 2, 1))
        triangle = Nest("scatter", (Affine(3), upto), at(2, 0, 15, 5), segments=(steps,), pitch=1, count=5)
    others = [Nest("copy", (Affine(2 * n - n * k),), at(2, 4 * n * k + n, 1), (at(1, 10 * k, 1),)) for k in range(2)]
    negative = Nest("neg", (Affine(9 * n),), at(3, 0, 1), (at(2, 0, 1),))
    arrays = [Array("a", 20, "input"), Array("b", 20, "input"), Array("c", 9 * n, kind), Array("d", 9 * n, "output")]
    rolled = Rolled(arrays, [triangle, *others, negative] if first else [*others, triangle, negative])
    given = [[float(k % 5) for k in range(20)], [k + 0.5 for k in range(20)]]
    cases.agree(numpy_target.build(rolled).run(*given), rolled.run(*given))
    both = [2 * x for x in given]
    cases.agree(numpy_target.build(rolled).map(2, [True, True], *both), batched(rolled, 2, [True, True]).run(*both))


def weighted(q, k):
    return [te.dot([te.tanh(a * b) for b in k[: i + 1]], k[: i + 1]) for i, a in enumerate(q)]


def upwards(q, k):
    """Neither factor knows by itself where the sum ends."""
    return [te.dot(q[: i + 1], k[: i + 1]) for i in range(len(q))]


def weighted_rows(q, V):
    """As in attention: sums of rows."""
    weights = [[te.tanh(a * row[0]) for row in V[: i + 1]] for i, a in enumerate(q)]
    return [[te.dot(w, [row[j] for row in V[: len(w)]]) for j in range(2)] for w in weights]


def weighted_columns(q, V):
    """With weights of its own for each column."""
    weights = [[[te.tanh(a * row[j]) for row in V[: i + 1]] for j in range(2)] for i, a in enumerate(q)]
    return [[te.dot(ws[j], [row[j] for row in V[: i + 1]]) for j in range(2)] for i, ws in enumerate(weights)]


def turned(q, V):
    """Sums that begin at the diagonal, of the same row for all."""
    return [
        [te.sum([x * row[j] for x, row in zip(q[i:], V[i:], strict=True)]) for j in range(2)] for i in range(len(q))
    ]


def both_reach_beyond(q, k):
    """Both factors are computed where there is no step, too."""
    return [
        te.dot([te.exp(a * b) for b in k[: i + 1]], [te.square(b - a) for b in k[: i + 1]]) for i, a in enumerate(q)
    ]


TRIANGLES = [weighted, upwards, weighted_rows, weighted_columns, turned, both_reach_beyond]


@pytest.mark.parametrize(("f", "place", "extreme"), every(3, TRIANGLES, [0, 2, 4], [float("inf"), float("nan"), 1e300]))
def test_an_infinity_beyond_the_diagonal_does_not_count(f, place, extreme):
    """Multiplied by a 0 that stands for nothing it would be nan."""
    q, k = [1.0, -0.5, 0.25, 2.0, 0.5], [0.7, 0.8, 0.9, 1.0, 1.1]
    k[place] = extreme
    rows = k if f in (weighted, upwards, both_reach_beyond) else [[x, 2.0 - x] for x in k]

    def upto(q, rows):
        return te.sum([te.sum(y) if isinstance(y, list) else y for y in f(q, rows)[: place + 1]])

    def everything(target):
        compiled = jit(f, target=target)
        return [
            np.ravel(compiled(q, rows)),
            *[np.ravel(row) for row in compiled.map([q] * 3, [rows] * 3)],
            *[np.ravel(gradient) for gradient in jit(upto, target=target).grad(q, rows, argnums=(0, 1))],
        ]

    cases.agree(everything("numpy"), everything("python"))


def test_the_largest_so_far():
    """Nothing beyond the diagonal is larger, a 0 neither."""
    f, xs = (
        lambda xs: [te.logsumexp(xs[:k]) for k in range(1, len(xs) + 1)],
        [-1000.0 - 7.0 * (k % 3) for k in range(9)],
    )
    compiled = jit(f, target="numpy")
    cases.agree([compiled(xs), compiled.map([xs])[0]], [jit(f, target="python")(xs)] * 2)
    assert "amax(" in compiled.source() and "where(" in compiled.source()


def test_own_places():
    """Where it says that all counters give places of their own, they do; and it says so of what lies row by row."""
    shapes, strides = (list(itertools.product(some, repeat=3)) for some in ((1, 2, 3), range(7)))
    for axes in (list(zip(steps, shape, strict=True)) for steps in strides for shape in shapes):
        places = array_views.places_of(0, axes)
        assert not array_views.own_places(axes) or len(set(places)) == len(places)
    assert all(array_views.own_places([(n * m, 4), (m, n), (1, m)]) for _, n, m in shapes)


def test_a_batched_program_keeps_its_promises():
    for name in ("mlp", "attention", "shuffled parameters", "odds and ends"):
        program = cases.SMALL[name]()
        rolled = batched(reroll(program), 2, [True] * len(program.inputs))
        check_form(rolled)
        inputs = cases.numbers(program)
        once = program.run(*inputs)
        cases.agree(rolled.run(*[2 * list(group) for group in inputs]), [2 * out for out in once])


LARGE = {
    "moons": lambda: cases.moons(15),
    "digits": lambda: cases.digits(5),
    "rnn": lambda: cases.rnn(8),
    "attention": lambda: cases.attention(8),
}


@pytest.mark.parametrize("name", LARGE)
def test_large_programs(name):
    program = LARGE[name]()
    inputs = cases.numbers(program)
    cases.agree(build(program).run(*inputs), program.run(*inputs), 1e-11)


@pytest.mark.parametrize("name", [*namespaces.numpy_namespace(), "run", "keep", "row", "range", "turn"])
def test_a_label_that_the_code_calls_a_function_by(name):
    """Means of what came before, for which a mask hides what comes later, and the largest of two kinds of numbers."""

    def f(xs):
        ys = [(2.0 * x).named(name) for x in xs]
        weights = [te.exp(y) for y in ys]
        means = [te.dot(weights[:k], ys[:k]) / te.sum(weights[:k]) for k in range(1, len(xs) + 1)]
        return [*means, te.logsumexp([*ys, *xs])]

    xs = [0.1, 0.4, -0.3, 0.2, 0.0, 0.6]
    assert jit(f, target="numpy")(xs) == pytest.approx([y.data for y in f([Value(x) for x in xs])], rel=1e-12)


def test_numbers_of_another_count():
    program = cases.mlp(4)
    executable, inputs = build(program), cases.numbers(program)
    with pytest.raises(ValueError, match="params is to have 45 numbers, and 3 came"):
        executable.run([0.0] * 3, inputs[1])
    with pytest.raises(TypeError, match="2 groups of inputs"):
        executable.run(inputs[0])
    with pytest.raises(TypeError, match="2 groups of marks, and 1 came"):
        executable.map(1, [True], *inputs)


@pytest.mark.parametrize("kind", [lambda x: array("d", x), np.array], ids=["array", "numpy"])
def test_prepared_for_buffers(kind):
    program = cases.mlp(4)
    inputs = [kind(x) for x in cases.numbers(program)]
    outputs = [kind([0.0] * len(group.nodes)) for group in program.outputs]
    run = build(program).prepare(inputs, outputs)
    for _ in range(3):
        inputs[0][0] += 0.25
        run()
        cases.agree([list(out) for out in outputs], program.run(*map(list, inputs)))
    with pytest.raises(TypeError, match="not list"):
        build(program).prepare([list(x) for x in inputs], outputs)
    with pytest.raises(TypeError, match="not list"):
        build(program).prepare(inputs, [[0.0], [0.0]])
    with pytest.raises(TypeError, match="2 groups of inputs"):
        build(program).prepare(inputs[:1], outputs)
    with pytest.raises(TypeError, match="groups of outputs"):
        build(program).prepare(inputs, outputs[:1])


def test_places_are_not_used_again_too_early():
    """Results that are outputs too, or twice, or read again later."""
    b = Builder()
    xs = [b.input() for _ in range(6)]
    ys = [b.node("exp", (x,)) for x in xs]
    zs = [b.node("mul", (y, b.node("sin", (y,)))) for y in ys]
    last = [b.node("sub", (z, y)) for y, z in zip(ys, zs, strict=True)]
    outputs = [("a", ys), ("b", zs), ("again", ys), ("mixed", [*ys[:3], *zs[3:]]), ("last", last)]
    program = b.finish([("x", xs)], outputs)
    executable = build(program)
    for first in (0.0, 1.5, -2.0):
        x = [first + 0.1 * k for k in range(6)]
        cases.agree(executable.run(x), program.run(x))
    b = Builder()
    x = b.input()
    y = b.node("exp", (x,))
    assert build(b.finish([("x", [x])], [("a", [y]), ("b", [y])])).run([0.0]) == [[1.0], [1.0]]


def test_a_loop_that_takes_over_one_output_twice():
    b = Builder()
    v, w = ([b.input() for _ in range(3)] for _ in range(2))
    new = [b.node("add", (b.node("sin", (x,)), y)) for x, y in zip(v, w, strict=True)]
    program = b.finish([("v", v), ("w", w)], [("new", new)])
    loop = Loop(program, ((0, 0), (1, 0)), logged=(0,))
    executable, inputs = build(program, loop), [[0.1, 0.2, 0.3], [1.0, -1.0, 0.5]]
    with pytest.raises(TypeError, match="2 groups of inputs, and 1 came"):
        executable.loop(3, inputs[:1])
    for steps in (3, 4, 3):
        found, wanted = executable.loop(steps, inputs), loop.run(steps, inputs)
        cases.agree([list(x) for x in found[0]], wanted[0])
        cases.agree(found[1], wanted[1])
    (prepared,) = executable._loops
    (_, (new,)), ((v, w), (after,)) = prepared._sides
    assert v is new and w is not new and after is prepared._inputs[0]  # they take turns: only the second is copied


def test_inputs_are_not_changed_and_results_are_new():
    program = cases.odds_and_ends()
    executable = build(program)
    x = np.arange(5.0)
    outputs = executable.map(1, [False, False], x, np.zeros(1))
    outputs[2][:] = -1.0
    assert x.tolist() == [0.0, 1.0, 2.0, 3.0, 4.0]


def test_exact_is_refused():
    with pytest.raises(ValueError, match="exact needs python or llvm"):
        numpy_target.build(reroll(cases.mlp(2)), exact=True)


def test_many_threads():
    program = cases.mlp(8, 4, 2)
    executable, inputs = build(program), cases.numbers(program)
    want, wrong = executable.run(*inputs), []

    def work():
        for _ in range(30):
            if executable.run(*inputs) != want:
                wrong.append(1)

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not wrong


def test_few_batch_sizes_are_kept():
    executable = build(cases.mlp(2))
    params, x = cases.numbers(cases.mlp(2))
    for rows in range(1, 30):
        executable.map(rows, [False, True], params, x * rows)
    assert len(executable._batches) <= numpy_target.BATCHES


def test_no_loop():
    with pytest.raises(ValueError, match="not built with a loop"):
        build(cases.mlp(2)).loop(3, [])


def test_with_jit():
    @jit(target="numpy")
    def f(xs):
        return te.functions.sum([x.tanh() for x in xs])

    xs = [0.1 * k for k in range(10)]
    assert f(xs) == pytest.approx(sum(np.tanh(xs)))
    assert f.grad(xs) == pytest.approx((1.0 - np.tanh(xs) ** 2).tolist())
    assert "tanh(xs)" in f.source(xs)
    rows = np.linspace(-1.0, 1.0, 12).reshape(4, 3)
    assert f.map(rows).tolist() == pytest.approx(np.tanh(rows).sum(axis=1).tolist())
    assert f.map(rows.tolist()) == pytest.approx(np.tanh(rows).sum(axis=1).tolist())


# -- the functions ----------------------------------------------------------------------------------------------------


@pytest.fixture(params=["numpy", "jax", "torch"])
def library(request):
    """The functions of a library, and what makes an array of it."""
    if request.param == "numpy":
        return namespaces.numpy_namespace(), np.asarray
    if request.param == "jax":
        jax = with_jax()
        return namespaces.jax_namespace(), jax.numpy.asarray
    torch = with_torch()
    return namespaces.torch_namespace(), lambda x: torch.tensor(x, dtype=torch.float64)


def with_jax():
    jax = pytest.importorskip("jax", reason="JAX is not installed")
    jax.config.update("jax_enable_x64", True)
    return jax


def with_torch():
    return pytest.importorskip("torch", reason="PyTorch is not installed")


POINTS = [0.0, 0.3, -0.7, 1.0, 4.5, -6.0, 25.0, -25.0, 300.0, -300.0, -745.0, float("inf"), float("-inf"), float("nan")]


@pytest.mark.parametrize("name", ["sigmoid", "tanh_slope", "sigmoid_slope", "sign", "cbrt", "erf", "erfc", "round"])
def test_functions_keep_their_tails(library, name):
    """To 1e-11 of the number itself, however small; where it is subnormal, to 0."""
    names, asarray = library
    function = names[name]
    for points in (POINTS, POINTS[:4]):
        for x, y in zip(points, np.asarray(function(asarray(points))).tolist(), strict=True):
            want = float(MEANING[name](Double(x)))
            assert y == want or (y != y and want != want) or abs(y - want) <= 1e-11 * abs(want) + 1e-307, (x, y, want)


def test_every_native_is_there(library):
    names, _ = library
    assert not [name for name, op in OPS.items() if op.native and name not in names]


# -- JAX and PyTorch --------------------------------------------------------------------------------------------------

BEYOND = ["article", "odds and ends", "heads", "moons", "attention", "shuffled parameters", "rnn"]
COMPILED = [*BEYOND[:2], *[pytest.param(name, marks=pytest.mark.slow) for name in BEYOND[2:]]]  # JAX takes seconds


@pytest.mark.parametrize("name", COMPILED)
def test_jax(name):
    jax = with_jax()
    program = cases.SMALL[name]()
    f, inputs = to_jax(program), [np.array(x) for x in cases.numbers(program)]
    want = program.run(*inputs)
    cases.agree([np.asarray(out).tolist() for out in jax.jit(f)(*inputs)], want, 1e-11)
    if len(program.outputs) == 2 and len(program.outputs[0].nodes) == 1:  # a loss and its gradient: JAX's is the same
        slope = jax.grad(lambda *xs: f(*xs)[0][0])(*inputs)
        cases.agree([slope.tolist()], want[1:], 1e-11)


def recurrent(w, x):
    h = 0.5
    for number in x:
        h = te.tanh(w[0] * number + w[1] * h)
    return h * h


def test_jax_compiles_one_step_of_many():
    """However long a recurrent network runs; its derivatives, and those of rows, are those of all steps."""
    jax = with_jax()
    compiled = te.value_and_grad(recurrent, jit=True)
    w, sizes = [0.7, -0.4], []
    for steps in (20, 200):
        x = [0.1 * (k % 7) for k in range(steps)]
        f = to_jax(jit(recurrent), w, x)
        sizes.append(len(str(jax.make_jaxpr(jax.value_and_grad(f))(np.array(w), np.array(x)))))
        value, slopes = jax.jit(jax.value_and_grad(f))(np.array(w), np.array(x))
        want, gradient = compiled(w, x)
        assert float(value) == pytest.approx(want, rel=1e-12)
        assert slopes.tolist() == pytest.approx(gradient, rel=1e-10)
        rows = np.array([x, x[::-1]])
        by_rows = jax.vmap(f, (None, 0))(np.array(w), rows)
        assert by_rows.tolist() == pytest.approx([compiled(w, row)[0] for row in rows.tolist()], rel=1e-12)
        half = f(np.array(w, np.float32), np.array(x, np.float32))
        assert float(half) == pytest.approx(want, rel=1e-4)
    assert sizes[1] < 1.1 * sizes[0]


@pytest.mark.parametrize("name", BEYOND)
def test_torch(name):
    torch = with_torch()
    program = cases.SMALL[name]()
    inputs = [torch.tensor(x, dtype=torch.float64, requires_grad=True) for x in cases.numbers(program)]
    out = to_torch(program)(*inputs)
    want = program.run(*[x.tolist() for x in inputs])
    cases.agree([x.tolist() for x in out], want, 1e-11)
    if len(program.outputs) == 2 and len(program.outputs[0].nodes) == 1:
        out[0][0].backward()
        cases.agree([inputs[0].grad.tolist()], want[1:], 1e-11)


def test_a_compiled_function_in_jax():
    jax = with_jax()
    w = te.Value(0.5, "w")
    f = jit(lambda xs: w * te.functions.sum([x.tanh() for x in xs]))
    g = to_jax(f, [1.0, 2.0])
    x = np.array([1.0, 2.0])
    assert float(g(x)) == pytest.approx(f([1.0, 2.0]))
    assert jax.grad(g)(x).tolist() == pytest.approx(f.grad([1.0, 2.0]))
    assert float(jax.grad(g, argnums=1)(x, np.array([0.5]))[0]) == pytest.approx(f([1.0, 2.0]) / 0.5)
    rows = np.array([[1.0, 2.0], [0.0, -1.0]])
    assert jax.vmap(g)(rows).tolist() == pytest.approx([f(row) for row in rows.tolist()])
    with pytest.raises(ValueError, match="is to have 2 numbers, and 3 came"):
        g(np.zeros(3))
    with pytest.raises(TypeError, match="it takes 2 arrays"):
        g(x, x, x)
    h = to_jax(jit(lambda x: x.tanh()), 0.5)  # the example of its docstring
    assert jax.vmap(jax.grad(h))(np.array([0.0, 1.0])).tolist() == pytest.approx([1.0, 0.41997434161402614])


# -- planted faults ---------------------------------------------------------------------------------------------------


def forget_the_masks(monkeypatch):
    monkeypatch.setattr(array_lines.NestLine, "_masked", lambda self, a, b, mask: (a, b))


def forget_to_transpose(monkeypatch):
    monkeypatch.setattr(array_lines, "in_order", lambda text, order, wanted: text)


def forget_a_sum(monkeypatch):
    monkeypatch.setattr(array_lines.NestLine, "_reduction", lambda self: self._sum(self.nest.segments[0]))


def one_row_too_early(monkeypatch):
    def beside(name, size, base, axes):
        return array_views.cut(name, size, max(base - 1, 0), axes)

    monkeypatch.setattr(array_code, "cut", beside)


def swap_factors(monkeypatch):
    def swapped(self, a, b, f=array_lines.NestLine._matrix_product):
        text, order = f(self, a, b)
        return (" @ ".join(reversed(text.split(" @ "))), order) if "(" not in text else (text, order)

    monkeypatch.setattr(array_lines.NestLine, "_matrix_product", swapped)


@pytest.mark.parametrize(
    "fault", [forget_the_masks, forget_to_transpose, forget_a_sum, one_row_too_early, swap_factors]
)
def test_faults_are_caught(fault, monkeypatch):
    programs = [make() for make in cases.SMALL.values()]
    fault(monkeypatch)
    with pytest.raises(Exception):  # noqa: B017 (what goes wrong may fail in any way)
        for program in programs:
            judge(program)


def test_a_row_read_once_too_often_is_not_written_into():
    """Two outputs that are the same numbers: writing into one leaves the other alone."""
    b = Builder()
    x = b.input()
    y = b.node("exp", (x,))
    program = b.finish([("x", [x])], [("a", [y]), ("b", [y])])
    one, two = build(program).map(1, [False], [0.0])
    one[0] = 5.0
    assert two[0] == 1.0


def test_a_result_is_not_written_over_what_it_is_made_of():
    """Of a choice, a sum over a short axis, and a row put together, whose operands nobody needs afterwards."""
    names = namespaces.numpy_namespace()
    mask = np.array([[True, False], [False, True]])

    def code(m):
        def run(x, y):
            exp, total = m["exp"], m["total"]
            y[:2] = total(m["where"](mask, exp(x), 0.0))
            y[2:] = total(m["where"](mask[:, :, None], exp(x)[:, :, None], 0.0)).reshape(-1)

        return run

    x, y = np.array([[1.0, 2.0], [3.0, 4.0]]), np.zeros(6)
    prepared = Prepared(code, names, [x, y])
    for _ in range(2):
        prepared.run()
        e = np.exp(x)
        assert y.tolist() == [e[0, 0], e[1, 1], e[0, 0], 0.0, 0.0, e[1, 1]]
        x += 0.5


def test_a_number_is_looked_for_only_where_it_is():
    assert array_views.cut("p", 4, -4, []) is None and array_views.cut("p", 4, 4, []) is None
    assert array_views.cut("p", 4, 3, []) == "p[3]"


def test_truths_that_are_put_together_stay_truths():
    def f(a):
        tops = [sum(u * v for u, v in zip(a[: k + 1], a, strict=False)) for k in range(5)]
        found = [te.where(u < v, u, v * v) for u, v in zip([a[3], a[4], a[2], a[0], a[0]], tops, strict=True)]
        return [sum(found) / 1.0, found[2]]

    a = [0.1, 0.2, 0.3, 0.4, 0.5]
    assert jit(f, target="numpy")(a) == pytest.approx([y.data for y in f([te.Value(x) for x in a])], rel=1e-14)


def test_arrays_of_true_and_false_are_numbers():
    f = jit(lambda x: 2.0 * x[0] + x[1])
    rows = np.array([[True, False], [True, True], [False, False]])
    assert f(rows[0]) == 2.0 and f.map(rows).tolist() == [2.0, 3.0, 0.0]
    chosen = jit(lambda i, x: te.take([x, 2.0 * x], i), target="python")
    assert chosen.map(np.array([True, False]), np.array([1.0, 1.0])).tolist() == [2.0, 1.0]


@pytest.mark.parametrize("target", ["numpy", "llvm"])
def test_arguments_that_are_called_by_underscores_and_digits(target):
    if target == "llvm":
        pytest.importorskip("llvmlite")
    f = jit(lambda _0, _, _1=2.0: te.dot(_0, _0) * _ + _1, target=target)
    assert f([1.0, 2.0], 3.0) == 17.0 and f([1.0, 2.0], 3.0, _1=4.0) == 19.0 and f.source()


def test_long_sums_are_cut_into_lines(monkeypatch):
    """Python reads no expression of thousands of terms: here five of them, and there are twenty."""
    monkeypatch.setattr(array_lines, "TERMS", 5)

    def f(x):
        y = s = x
        for k in range(20):
            y = te.sin(y) * x if k * k % 23 > 9 else te.cos(y)  # in no order, so that no steps repeat
            s = s + y
        return s

    compiled = jit(te.grad(f), target="numpy")
    assert compiled(0.3) == pytest.approx(te.grad(f)(0.3), rel=1e-11)
    assert max(map(len, compiled.source().splitlines())) < 80


def test_the_largest_of_numbers_in_backward_order_is_asked_of_them_in_order():
    """NumPy 1.25 to 2.1 leaves out all but the first of them, where it is told where to write the result."""
    x, y = np.array([3.0, -1.0, 2.0]), np.zeros(())

    def code(names):
        def run(x, y):
            y[...] = names["amax"](names["flip"](x, 0))

        return run

    prepared = Prepared(code, namespaces.numpy_namespace(), [x, y])
    prepared.run()
    assert y == 3.0
    (asked,) = [arguments[0] for _, arguments in prepared.steps if arguments[0].shape == (3,)]
    assert asked.strides > (0,)
