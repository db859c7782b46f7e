"""Loop nests as machine code against their definition, ``Rolled.run``, and whole programs against the eager engine.

Sizes are chosen so that every way of ending a row or a tile runs: whole tiles, single vectors, part of a vector, single
numbers. Faults planted in the code generator must be found by the same checks: ``test_jit_llvm_rolled_faults.py``.
"""

import functools
import gc
import itertools
import math
import operator
import random
import re
import threading
import weakref
from array import array

import pytest

from tests import jit_cases
from tests.examples import every
from tests.rolled_cases import at, difference, layer, numbers, product, random_rolled, triangle
from tinygrad_edu import Value
from tinygrad_edu.jit.llvm import rolled as llvm_rolled
from tinygrad_edu.jit.llvm.nests import reshaped
from tinygrad_edu.jit.llvm.rows import for_rows
from tinygrad_edu.jit.loop import Loop
from tinygrad_edu.jit.lower import lower
from tinygrad_edu.jit.program import Builder
from tinygrad_edu.jit.rolled import Affine, Array, Nest, Rolled, Segment
from tinygrad_edu.jit.rolling.reroll import reroll
from tinygrad_edu.jit.symbols import Symbol, symbols
from tinygrad_edu.ops import OPS
from tinygrad_edu.value import record

np = pytest.importorskip("numpy")
pytest.importorskip("llvmlite")

ODD = (1, 2, 3, 5, 7, 8, 9, 17, 33)


def processors():
    """This machine and older ones that it can be: 8, 4 and 2 lanes on x86-64."""
    from tinygrad_edu.jit.llvm.native import machine

    found = [None]
    for cpu in ("x86-64-v3", "x86-64"):
        try:
            machine(cpu)
        except ValueError:
            continue
        found.append(cpu)
    return found


CPUS = processors()


@pytest.fixture
def soonest(monkeypatch):
    """Where many sizes are tried, each is a program of its own: LLVM is not to think about them for long."""
    monkeypatch.setattr(llvm_rolled, "Library", functools.partial(llvm_rolled.Library, optimize="soonest"))


def build(rolled, **options):
    return llvm_rolled.build(rolled, **options)


def check(rolled, rng, **options):
    given = numbers(rng, rolled)
    wrong = difference(rolled.run(*given), build(rolled, **options).run(*given))
    assert wrong is None, wrong


def check_map(rolled, rng, counts=(1, 3, 8, 33), mapped=None, **options):
    """The map over rows against runs row by row: some outputs summed, some inputs the same for all rows."""
    sizes = [a.size for a in rolled.arrays if a.kind == "input"]
    outputs = sum(a.kind == "output" for a in rolled.arrays)
    mapped = mapped or [rng.random() < 0.6 for _ in sizes[1:]] + [True]
    summed = [k for k in range(outputs) if rng.random() < 0.5]
    executable = build(rolled, **options)
    for rows in counts:
        groups = list(zip(sizes, mapped, strict=True))
        given = [[rng.gauss(0.0, 1.0) for _ in range(n * (rows if m else 1))] for n, m in groups]

        def row(r, given=given, groups=groups):
            return [x[r * n : (r + 1) * n] if m else x for x, (n, m) in zip(given, groups, strict=True)]

        each = [executable.run(*row(r)) for r in range(rows)]
        want = [[x for row in each for x in row[k]] for k in range(outputs)]
        for k in summed:
            want[k] = [math.fsum(row[k][i] for row in each) for i in range(len(each[0][k]))]
        wrong = difference(want, executable.map(rows, mapped, *given, summed=summed))
        assert wrong is None, (rows, mapped, summed, wrong)


# -- nests against their definition -----------------------------------------------------------------------------------


@pytest.mark.usefixtures("soonest")
@pytest.mark.parametrize(("n", "k"), every(2, ODD, ODD))
def test_layers(n, k):
    check(layer(n, k), random.Random(n))


@pytest.mark.usefixtures("soonest")
@pytest.mark.parametrize(("kind", "cpu"), every(2, ["both", "one", "none"], CPUS))
def test_products(kind, cpu):
    rng = random.Random(kind)
    few = [(1, 1, 1), (5, 7, 9), (33, 17, 8), (9, 33, 17), (4, 4, 40), (3, 2, 100), (16, 20, 2)]
    for shape in [*few, (1, 1, 300), (1, 3, 131)]:
        check(product(*shape, kind), rng, cpu=cpu)


@pytest.mark.usefixtures("soonest")
@pytest.mark.parametrize("cpu", CPUS)
def test_triangles(cpu):
    rng = random.Random(5)
    for n, k in [(1, 1), (3, 2), (9, 8), (17, 5)]:
        check(triangle(n, k), rng, cpu=cpu)


def interleaved(n):
    """Every other place of an array is written, read, and then the places between are written: three loops, not one."""
    arrays = [Array("x", n, "input"), Array("a", 2 * n, "output"), Array("y", n, "output")]
    nests = [
        Nest("dot", (Affine(n),), at(1, 0, 2), segments=(Segment(Affine(n), at(0, 0, 1, 0), at(0, 0, 0, 1)),)),
        Nest("tanh", (Affine(n),), at(2, 0, 1), (at(1, 0, 2),)),
        Nest("mul", (Affine(n),), at(1, 1, 2), (at(0, 0, 1), at(0, 0, 1))),
    ]
    return Rolled(arrays, nests)


@pytest.mark.parametrize("n", [1, 2, 9])
def test_places_in_turn(n):
    check(interleaved(n), random.Random(n))


def test_loops_split_in_two():
    """``reshaped``: the same addresses in the same order, in loops of other lengths, wherever that is possible."""
    shapes = [(8,), (2, 4), (4, 2), (2, 2, 2), (3, 8), (8, 3), (24,), (2, 3, 4), (6, 4), (3, 2, 4), (2, 12), (5,)]
    for mine, wanted in itertools.product(shapes, shapes):
        strides = range(100, 100 + len(mine))
        nest = Nest("neg", tuple(map(Affine, mine)), at(1, 5, *strides), (at(0, 0, *[7] * len(mine)),))
        found = reshaped(nest, tuple(map(Affine, wanted)))
        marks = [set(itertools.accumulate(lengths[::-1], operator.mul)) for lengths in (mine, wanted)]
        same = math.prod(mine) == math.prod(wanted)
        possible = mine == wanted or (same and len(wanted) > len(mine) and marks[0] <= marks[1])
        assert (found is not None) == possible, (mine, wanted)
        if found is not None:
            assert tuple(trip.base for trip in found.trips) == wanted
            assert [[x.at(c, 0) for c in nest.rounds()] for x in (nest.result, *nest.operands)] == [
                [x.at(c, 0) for c in found.rounds()] for x in (found.result, *found.operands)
            ]


@pytest.mark.parametrize(("seed", "cpu"), every(3, range(40), CPUS))
def test_random_nests(seed, cpu):
    rolled, rng = random_rolled(seed)
    given = numbers(rng, rolled)
    assert difference(rolled.run(*given), build(rolled, cpu=cpu).run(*given)) is None


@pytest.mark.parametrize("seed", range(500, 512))
def test_random_nests_for_many_rows(seed):
    rolled, rng = random_rolled(seed)
    check_map(rolled, rng, cpu=CPUS[seed % len(CPUS)])


@pytest.mark.slow
@pytest.mark.parametrize("first", range(1000, 2000, 100))
def test_many_random_nests(first):
    for seed in range(first, first + 100):
        rolled, rng = random_rolled(seed)
        cpu = CPUS[seed % len(CPUS)]
        check(rolled, rng, cpu=cpu)
        check_map(rolled, rng, (1, 2, 7, 8, 100), cpu=cpu)


@pytest.mark.usefixtures("soonest")
@pytest.mark.parametrize("name", ["exp", "log", "tanh", "sigmoid", "sqrt", "maximum", "div", "relu", "pow", "softplus"])
def test_edges_in_every_lane(name):
    """Infinities, nan, zeros, subnormal numbers: as eagerly, whatever lane they are in."""
    op = OPS[name]
    points = [(x,) for x in jit_cases.EDGES]
    if op.arity == 2:
        points = [(x, y) for x in jit_cases.EDGES for y in jit_cases.EDGES][::3]
    xs = [[Value(x) for x in point] for point in points]
    ys = [record(op, point) for point in xs]
    program = lower([("x", [x for point in xs for x in point])], [("y", ys)])
    rolled = reroll(program)
    (got,) = build(rolled).run([x for point in points for x in point])
    bounds = jit_cases.roundoff(program, [[x for point in points for x in point]])[0]
    for point, y, ours, (_, error) in zip(points, ys, got, bounds, strict=True):
        assert jit_cases.agree(ours, y.data, error, False), f"{name}{point} is {ours!r}, eagerly {y.data!r}"


# -- whole programs ---------------------------------------------------------------------------------------------------


def from_program(program, **options):
    return build(reroll(program), **options)


def test_expressions_against_the_eager_engine():
    jit_cases.check_expressions(from_program, examples=10)


def test_powers_at_every_edge():
    jit_cases.check_powers(from_program)


def test_networks_against_the_eager_engine():
    jit_cases.check_networks(from_program, count=4)


def test_loops():
    jit_cases.check_loops(lambda program, loop: build(reroll(program), loop=loop))


def steady_loop():
    """A loop in which an exponential of numbers that stay the same is computed once, before the first step."""
    b = Builder()
    m = symbols(b)
    w, fixed = ([Symbol(b, b.input(f"{name}{k}")) for k in range(n)] for name, n in (("w", 4), ("fixed", 9)))
    powers = [m.exp(x) for x in fixed]
    new = [Symbol(b, b.dot([i for e in powers for i in (e.node, (x * e).node)])) for x in w]
    inputs, outputs = (("w", w), ("fixed", fixed)), (("w", [0.001 * x for x in new]), ("log", new[:1]))
    program = b.finish(*[[(name, [x.node for x in xs]) for name, xs in groups] for groups in (inputs, outputs)])
    return Loop(program, ((0, 0),), logged=(1,))


def test_what_stays_the_same_in_a_loop():
    loop = steady_loop()
    executable, given = build(reroll(loop.program), loop=loop), [[0.1, 0.2, 0.3, 0.4], [0.1 * k for k in range(9)]]
    text = executable.source()
    before = text[text.index("define void @loop") :].split("step")[1]
    assert before.count("call void @kernel") == 1
    for steps in (0, 1, 5):
        want, lines = loop.run(steps, given)
        got, log = executable.loop(steps, given)
        assert difference(want, got) is None and difference(lines, log) is None


def recurrent(rng, steps, size):
    """An Elman network over some steps: its loss's gradient."""
    w = [[Value(rng.uniform(-1, 1)) for _ in range(size + 2)] for _ in range(size)]
    xs, h = [Value(rng.gauss(0, 1)) for _ in range(steps)], [Value(0.0) for _ in range(size)]
    for x in xs:
        h = [(sum((a * b for a, b in zip(row, h, strict=False)), row[-1]) + row[-2] * x).tanh() for row in w]
    loss = sum(x * x for x in h)
    parameters = [p for row in w for p in row]
    return lower([("w", parameters), ("x", xs)], [("h", h)], gradient_of=loss, wrt=[("g", parameters)])


def attention(rng, positions, size):
    """Causal self-attention of one head over some positions: the gradient of the sum of squares of what comes out."""

    def matrix():
        return [[Value(rng.gauss(0, 1)) for _ in range(size)] for _ in range(size)]

    def times(m, x):
        return [sum(a * b for a, b in zip(row, x, strict=True)) for row in m]

    wq, wk, wv = matrix(), matrix(), matrix()
    xs = [[Value(rng.gauss(0, 1)) for _ in range(size)] for _ in range(positions)]
    keys, values = [times(wk, x) for x in xs], [times(wv, x) for x in xs]
    out = []
    for p, x in enumerate(xs):
        q = times(wq, x)
        weights = [sum(a * b for a, b in zip(q, key, strict=True)).exp() for key in keys[: p + 1]]
        total = sum(weights)
        out.append([sum(w * v[i] for w, v in zip(weights, values, strict=False)) / total for i in range(size)])
    loss = sum(x * x for row in out for x in row)
    parameters, x, out = [p for m in (wq, wk, wv) for row in m for p in row], chain(xs), chain(out)
    return lower([("w", parameters), ("x", x)], [("out", out)], gradient_of=loss, wrt=[("g", parameters)])


def chain(rows):
    return [x for row in rows for x in row]


@pytest.mark.parametrize("make", [recurrent, attention])
@pytest.mark.parametrize("cpu", CPUS)
def test_recurrence_and_attention(make, cpu):
    rng = random.Random(7)
    program = make(rng, 6, 5)
    given = [[rng.gauss(0.0, 0.5) for _ in g.nodes] for g in program.inputs]
    wrong = difference(program.run(*given), from_program(program, cpu=cpu).run(*given))
    assert wrong is None, wrong


# -- many rows --------------------------------------------------------------------------------------------------------


@pytest.mark.usefixtures("soonest")
@pytest.mark.parametrize("cpu", CPUS)
def test_a_layer_for_many_rows(cpu):
    check_map(layer(9, 5), random.Random(3), (1, 2, 3, 7, 8, 100, 256), [False, True, True], cpu=cpu)


@pytest.mark.usefixtures("soonest")
@pytest.mark.parametrize("cpu", CPUS)
def test_functions_of_several_vectors_at_once(cpu):
    """Every number of results up to more than a tile, side by side and askew; nothing beside them is touched."""
    lanes = llvm_rolled.machine(cpu).lanes
    for n in range(1, 5 * lanes + 2):
        x = np.linspace(-2.0, 2.0, n)
        for stride in (1, 3):
            arrays = [Array("x", stride * n, "input"), Array("y", n, "output"), Array("z", stride * n, "output")]
            nests = [
                Nest("tanh", (Affine(n),), at(1, 0, 1), (at(0, 0, stride),)),
                Nest("tanh_slope", (Affine(n),), at(2, 0, stride), (at(0, 0, stride),)),
            ]
            executable = build(Rolled(arrays, nests), cpu=cpu)
            given, y, z = (np.full(m * n + 64, np.nan) for m in (stride, 1, stride))
            given[: stride * n : stride] = x
            executable.prepare([given[: stride * n]], [y[:n], z[: stride * n]])()
            assert y[:n] == pytest.approx(np.tanh(x), rel=1e-14)
            assert z[: stride * n : stride] == pytest.approx(1.0 - np.tanh(x) ** 2, rel=1e-14)
            assert np.isnan(y[n:]).all() and np.isnan(z).sum() == z.size - n
    assert max(map(int, re.findall(r"@tanh_and_slope\.x(\d+)", executable.source()))) in (2 * lanes, 4 * lanes)


def turned(n, m, pitch=0):
    """Rows to columns, and rows of the result that do not lie side by side if there is a pitch."""
    pitch = pitch or n
    arrays = [Array("x", n * m, "input"), Array("y", m * pitch, "output")]
    return Rolled(arrays, [Nest("copy", (Affine(n), Affine(m)), at(1, 0, 1, pitch), (at(0, 0, m, 1),))])


@pytest.mark.usefixtures("soonest")
@pytest.mark.parametrize("cpu", CPUS)
def test_rows_to_columns(cpu):
    """Of every size around the lanes; for many rows, where a block is not full; what lies between is not touched."""
    lanes = llvm_rolled.machine(cpu).lanes
    sizes = (1, lanes - 1, lanes, lanes + 1, 2 * lanes, 2 * lanes + 3)
    for n, m in itertools.product(sizes, sizes):
        check(turned(n, m), random.Random(n), cpu=cpu)
        spread = turned(n, m, n + 2)
        (y,) = build(spread, cpu=cpu).run([1.0] * n * m)
        assert sum(y) == n * m and not any(y[n :: n + 2] + y[n + 1 :: n + 2])
    check_map(turned(lanes + 1, 2 * lanes), random.Random(5), (1, 7, 8, 33, 100), cpu=cpu)
    there = build(turned(2 * lanes, lanes), cpu=cpu)
    assert there.source().count("shufflevector") == lanes.bit_length() * lanes - lanes


@pytest.mark.usefixtures("soonest")
@pytest.mark.parametrize("cpu", CPUS)
def test_what_stays_in_registers(cpu):
    """One vector times the rows of matrices, and a column times a row, of sizes that fit into registers and do not."""
    rng = random.Random(7)
    for n in (47, 48, 49, 64, 100, 128, 130):
        check(layer(9, n), rng, cpu=cpu)
        check(layer(n, 9), rng, cpu=cpu)
    for n, m in ((5, 64), (3, 67), (1, 48)):  # several vectors, one after the other
        arrays = [Array("a", n * m, "input"), Array("b", n * 4 * m, "input"), Array("c", 4 * n, "output")]
        steps = Segment(Affine(m), at(0, 0, m, 0, 1), at(1, 0, 4 * m, m, 1))
        rolled = Rolled(arrays, [Nest("dot", (Affine(n), Affine(4)), at(2, 0, 4, 1), segments=(steps,))])
        check(rolled, rng, cpu=cpu)
        if llvm_rolled.machine(cpu).lanes == 8:  # there are registers enough: what stays is loaded before the loop
            assert vectors_loaded(rolled, cpu)[-2:] == [m // 8, m // 8] or n == 1
    for n, m in ((5, 7), (3, 16), (4, 33)):  # the same rows for each of several columns
        arrays = [Array("a", n * 6, "input"), Array("b", n * m, "input"), Array("c", 6 * n * m, "output")]
        trips = Affine(n), Affine(6), Affine(m)
        factors = at(0, 0, 6, 1, 0), at(1, 0, m, 0, 1)
        rolled = Rolled(arrays, [Nest("mul", trips, at(2, 0, 6 * m, m, 1), factors)])
        check(rolled, rng, cpu=cpu)
        assert m != 16 or vectors_loaded(rolled, cpu) == [0, m // llvm_rolled.machine(cpu).lanes, 0]


def vectors_loaded(rolled, cpu):
    """How many are in the text, before the first loop and in each."""
    kernels, _ = build(rolled, cpu=cpu).source().split("define void @run")
    return [part.count("load <") for part in kernels.split("\nloop")]


def test_what_is_the_same_for_all_rows():
    """Nothing of an output differs: its row comes again and again, its sum is so many times the row."""
    shared = Rolled(
        [Array("p", 5, "input"), Array("x", 2, "input"), Array("y", 5, "output"), Array("z", 5, "output")],
        [Nest(op, (Affine(5),), at(k, 0, 1), (at(x, 0, 1),)) for op, k, x in (("exp", 2, 0), ("neg", 3, 2))],
    )
    p = [0.5, -1.0, 0.0, 2.0, 1.0]
    y, z = build(shared).map(11, [False, True], p, [0.0] * 22, summed=[1])
    once = [math.exp(x) for x in p]
    assert list(y) == pytest.approx(once * 11)
    assert list(z) == pytest.approx([-11 * x for x in once])
    assert [len(x) for x in build(shared).map(0, [False, True], p, [], summed=[1])] == [0, 5]


def test_what_is_summed_over_the_rows_is_kept_for_each_row_only_if_it_is_read():
    """Not because what lies between its numbers is read."""
    arrays = [Array("x", 8, "input"), Array("y", 8, "output"), Array("z", 4, "output")]
    for first, kept in ((0, ["mul"]), (1, [])):
        products = Nest("mul", (Affine(4),), at(1, 0, 2), (at(0, 0, 2), at(0, 1, 2)))
        between = Nest("exp", (Affine(4),), at(1, 1, 2), (at(0, 1, 2),))
        rolled = Rolled(arrays, [products, between, Nest("tanh", (Affine(4),), at(2, 0, 1), (at(1, first, 2),))])
        nests = for_rows(rolled, [0], [0], 4).rolled.nests
        assert [nest.op for nest in nests] == ["copy", *kept, "exp", "tanh", "dot", "dot", "copy"]
        x = [0.25 * k - 1.0 for k in range(24)]
        y, _ = build(rolled).map(3, [True], x, summed=[0])
        assert list(y)[::2] == pytest.approx(
            [sum(x[8 * r + k] * x[8 * r + k + 1] for r in range(3)) for k in (0, 2, 4, 6)]
        )


def test_infinities_of_one_row_stay_there():
    """What is left over of the last block adds nothing, not even infinity times zero."""
    rolled = layer(3, 2)
    rows = 10
    given = [[0.1] * 9, [math.inf if r == 4 else 1.0 for r in range(rows) for _ in range(2)], [1.0] * 3 * rows]
    h, g, dx = build(rolled).map(rows, [False, True, True], *given)
    assert [math.isfinite(g[9 * r]) for r in range(rows)] == [r != 4 for r in range(rows)]
    assert len(h) == 30 and all(map(math.isfinite, h + dx))


# -- buffers, threads, errors -----------------------------------------------------------------------------------------


def test_nothing_beside_the_results_is_written():
    rolled = layer(7, 5)
    executable = build(rolled)
    given = numbers(random.Random(2), rolled)
    sizes = [7, 42, 5]
    whole = [np.full(n + 64, 77.0) for n in sizes]
    outputs = [w[32 : 32 + n] for w, n in zip(whole, sizes, strict=True)]
    inputs = [np.array(x) for x in given]
    executable.prepare(inputs, outputs)()
    assert difference(rolled.run(*given), outputs) is None
    for w, n in zip(whole, sizes, strict=True):
        assert set(w[:32]) == set(w[32 + n :]) == {77.0}
    inputs[1][:] = 0.25  # the same buffers, other numbers
    executable.prepare(inputs, outputs)()
    again = [array("d", bytes(8 * n)) for n in sizes]
    executable.prepare([array("d", x) for x in inputs], again)()
    assert [list(x) for x in outputs] == [list(x) for x in again]


@pytest.mark.parametrize("cpu", CPUS)
def test_a_loop_as_long_as_a_block_is_not_the_loop_over_its_rows(cpu):
    """They were put together once, and a block of results was written where there was room for one row."""
    arrays = [Array("x", 2, "input"), Array("c", 2, "const", (4.0, 9.0)), Array("y", 1, "output")]
    root = Nest("sqrt", (), at(2, 0), (at(1, 1),))
    lanes = llvm_rolled.machine(cpu).lanes
    block = llvm_rolled.for_rows(Rolled(arrays, [root]), [0], [], lanes).block
    flat = Nest("tanh", (Affine(block),), at(3, 0, 1), (0.5,))
    executable = build(Rolled([*arrays, Array("w", block, "work")], [flat, root]), cpu=cpu)
    for rows in (1, block - 1, block, block + 1):
        guarded = np.full(rows + 2 * block, 77.0)
        executable.prepare_map(rows, [True], [np.zeros(2 * rows)], [guarded[:rows]])()
        assert list(guarded) == [3.0] * rows + [77.0] * 2 * block


def test_threads():
    rolled, rng = layer(33, 17), random.Random(4)
    executable = build(rolled)
    cases = [numbers(rng, rolled) for _ in range(8)]
    want, wrong = [executable.run(*given) for given in cases], []

    def work(k):
        for _ in range(50):
            if executable.run(*cases[k]) != want[k]:
                wrong.append(k)

    threads = [threading.Thread(target=work, args=(k,)) for k in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not wrong


def test_freed():
    executable = build(layer(3, 3))
    executable.run(*numbers(random.Random(0), layer(3, 3)))
    gone = weakref.ref(executable)
    del executable
    gc.collect()
    assert gone() is None


def test_errors():
    rolled = layer(3, 2)
    executable = build(rolled)
    p, x, d = numbers(random.Random(0), rolled)
    with pytest.raises(ValueError, match="exact needs straight-line code"):
        build(rolled, exact=True)
    with pytest.raises(TypeError, match="3 groups of inputs, and 2 came"):
        executable.run(p, x)
    with pytest.raises(ValueError, match="x is to have 2 numbers, and 3 came"):
        executable.run(p, [*x, 1.0], d)
    with pytest.raises(TypeError, match=r"array\('d'\)"):
        executable.prepare([p, x, d], [p, p, p])
    with pytest.raises(ValueError, match="not compiled with a loop"):
        executable.loop(1, [p, x, d])
    with pytest.raises(ValueError, match="x is to have 8 numbers, and 2 came"):
        executable.map(4, [False, True, False], p, x, d)
    with pytest.raises(TypeError, match="3 groups of marks, and 1 came"):
        executable.map(1, [True], p, x, d)
    with pytest.raises(TypeError, match="3 groups of inputs, and 2 came"):
        executable.map(1, [True] * 3, p, x)
    outputs = [np.zeros(3), np.zeros(9), np.zeros(2)]
    inputs = [np.array(p), np.array(x), np.array(d)]
    for arguments, words in (
        ((1, [True] * 2, inputs, outputs), "3 groups of marks, and 2 came"),
        ((1, [True] * 3, inputs[:1], outputs), "3 groups of inputs, and 1 came"),
        ((1, [True] * 3, inputs, outputs[:1]), "3 groups of outputs, and 1 came"),
        ((2, [True] * 3, inputs, outputs), "p is to have 18 numbers, and 9 came"),
        ((2, [False] * 3, inputs, outputs), "h is to have 6 numbers, and 3 came"),
    ):
        with pytest.raises((TypeError, ValueError), match=words):
            executable.prepare_map(*arguments)
    with pytest.raises(TypeError, match="3 groups of outputs, and 1 came"):
        executable.prepare(inputs, outputs[:1])
    with pytest.raises(TypeError, match="3 groups of inputs, and 1 came"):
        executable.prepare(inputs[:1], outputs)
    executable.prepare_map(1, [True, True, False], inputs, outputs)()
    assert difference(rolled.run(p, x, d), outputs) is None


def test_errors_of_loops():
    loop, steps, given, order = jit_cases.random_loop(random.Random(3), 2)
    executable = build(reroll(loop.program), loop=loop)
    arrays = [array("d", group) for group in given]
    executable.loop(steps, arrays, order)
    assert [list(group) for group in arrays] == given  # what is carried is copied before it changes
    with pytest.raises(IndexError, match="outside 0 to 4"):
        executable.loop(steps, given, [*order[:-1], 5])
    with pytest.raises(IndexError, match="outside 0 to 4"):
        executable.loop(steps, given, [*order[:-1], -1])
    shorter = [*given[:2], given[2][:-3], *given[3:]]  # of one table a row less
    with pytest.raises(IndexError, match="outside 0 to 3"):
        executable.loop(steps, shorter, [*order[:-1], 4])
    with pytest.raises(ValueError, match=r"the order is to have 14 numbers of rows, and 13 came"):
        executable.loop(steps, given, order[:-1])
    with pytest.raises(ValueError, match="rate is to have 2 numbers for each of 8 steps"):
        executable.loop(steps + 1, given, order)
    with pytest.raises(TypeError, match=f"{len(given)} groups of inputs, and {len(given) - 1} came"):
        executable.loop(steps, given[:-1], order)


def test_an_output_carried_twice():
    """One output that becomes two inputs, one of them also logged; odd and even numbers of steps."""
    arrays = [Array("a", 3, "input"), Array("b", 3, "input"), Array("c", 3, "output")]
    nest = Nest("sub", (Affine(3),), at(2, 0, 1), (at(0, 0, 1), at(1, 2, -1)))
    rolled = Rolled(arrays, [nest])
    x, y = [[Value(0.0) for _ in range(3)] for _ in range(2)]
    program = lower([("a", x), ("b", y)], [("c", [p - q for p, q in zip(x, reversed(y), strict=True)])])
    loop = Loop(program, ((0, 0), (1, 0)), logged=(0,))
    executable = build(rolled, loop=loop)
    for steps in (0, 1, 2, 3):
        want, lines = loop.run(steps, [[1.0, 2.0, 4.0], [0.5, 3.0, 7.0]])
        got, log = executable.loop(steps, [[1.0, 2.0, 4.0], [0.5, 3.0, 7.0]])
        assert [list(g) for g in got] == want
        assert [list(numbers) for numbers in log] == lines


def test_the_text_says_what_it_computes():
    text = build(layer(8, 8)).source()
    assert "h = tanh" in text and "define void @run" in text


def test_rows_of_groups_without_numbers():
    b = Builder()
    x = b.input()
    executable = build(reroll(b.finish([("x", [x]), ("none", [])], [("y", [b.node("neg", (x,))]), ("nothing", [])])))
    got = executable.map(3, [True, True], [1.0, 2.0, 3.0], [])
    assert [list(group) for group in got] == [[-1.0, -2.0, -3.0], []]
