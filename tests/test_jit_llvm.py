"""Straight-line machine code against the program's own slow run and the eager engine: once, for rows, in loops."""

import gc
import math
import random
import sys
import threading
import weakref
from array import array

import pytest

from tests import jit_cases
from tinygrad_edu import Value
from tinygrad_edu.jit.loop import Loop
from tinygrad_edu.jit.lower import lower
from tinygrad_edu.jit.program import COMPARISONS, SLOPES, Builder

np = pytest.importorskip("numpy", reason="the fast extra has it")
pytest.importorskip("llvmlite", reason="compiled code needs llvmlite")

from tinygrad_edu.jit.llvm import flat as llvm_flat  # noqa: E402
from tinygrad_edu.jit.llvm import maths as llvm_maths  # noqa: E402
from tinygrad_edu.jit.llvm import native  # noqa: E402
from tinygrad_edu.jit.llvm import packs as llvm_packs  # noqa: E402
from tinygrad_edu.jit.llvm import straight as llvm_straight  # noqa: E402
from tinygrad_edu.jit.llvm.native import machine  # noqa: E402


def cpus():
    out = [None]
    for cpu in ("x86-64-v2", "haswell"):
        try:
            machine(cpu)
        except ValueError:
            continue
        out.append(cpu)
    return out


# -- against the eager engine -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("exact", [False, True], ids=["fast", "exact"])
@pytest.mark.parametrize("part", [llvm_straight.PART, 3], ids=["whole", "cut"])
class TestAgainstEager:
    @pytest.fixture
    def build(self, exact, part):
        optimize = "soonest" if part == 3 else None
        return lambda program: llvm_flat.build(program, exact=exact, part=part, optimize=optimize)

    def test_rows_of_the_table(self, build, exact, part):
        for name in jit_cases.TABLE[:: 3 if part == 3 else 1]:  # cut into parts: every third one will do
            jit_cases.check_row(build, name, exact)

    def test_second_derivatives(self, build, exact, part):
        for name in jit_cases.TABLE[1::3] if part == 3 else jit_cases.TABLE:
            jit_cases.check_second(build, name, exact)

    def test_powers(self, build, exact):
        jit_cases.check_powers(build, exact)

    def test_expressions(self, build, exact):
        jit_cases.check_expressions(build, exact, 10)

    def test_networks(self, build, exact):
        jit_cases.check_networks(build, exact)

    def test_loops(self, exact, part):
        jit_cases.check_loops(lambda program, loop: llvm_flat.build(program, loop=loop, exact=exact, part=part), exact)


@pytest.mark.slow
@pytest.mark.parametrize("exact", [False, True], ids=["fast", "exact"])
def test_a_thousand_expressions(exact):
    jit_cases.check_expressions(lambda program: llvm_flat.build(program, exact=exact), exact, 1_000)


@pytest.mark.parametrize("cpu", cpus()[1:])
def test_other_processors(cpu):
    """Code for processors without AVX-512, and without fused multiply-add."""
    build = lambda program: llvm_flat.build(program, cpu=cpu)  # noqa: E731
    jit_cases.check_networks(build, count=2)
    jit_cases.check_expressions(build, False, 5)
    jit_cases.check_loops(lambda program, loop: llvm_flat.build(program, loop=loop, cpu=cpu))
    check_map(random_program(random.Random(3), 60), cpu=cpu)


@pytest.mark.parametrize("optimize", ["soonest", "quick"])
def test_however_long_llvm_thinks(optimize):
    jit_cases.check_networks(lambda program: llvm_flat.build(program, optimize=optimize), count=2)
    jit_cases.check_expressions(lambda program: llvm_flat.build(program, optimize=optimize, exact=True), True, 10)


# -- for many rows ----------------------------------------------------------------------------------------------------


def random_program(rng, size, exact=False):
    """A program of two input groups and two output groups, with every operation that a program can have."""
    b = Builder(exact)
    x, w = [b.input(f"x{k}") for k in range(3)], [b.input(f"w{k}") for k in range(2)]
    nodes = [*x, *w, b.const(0.5), b.const(-1.0)]
    tame = ["tanh", "sigmoid", "sin", "cos", "atan", "erf", "abs", "sign", "neg", "floor", "round", *SLOPES]
    for _ in range(size):
        pick = lambda: rng.choice(nodes)  # noqa: E731
        kind = rng.randrange(6)
        if kind == 0:
            node = b.node(rng.choice(["add", "sub", "mul"]), (pick(), pick()))
        elif kind == 1:
            node = b.dot([pick() for _ in range(2 * rng.randint(1, 9))])
        elif kind == 2:
            node = b.node("where", (b.node(rng.choice(COMPARISONS), (pick(), pick())), pick(), pick()))
        elif kind == 3:
            node = b.node("max", tuple(pick() for _ in range(rng.randint(1, 4))))
        else:
            node = b.node(rng.choice(tame), (pick(),))
        nodes.append(b.node("tanh", (node,)) if kind == 1 else node)
    outputs = [("y", nodes[-4:]), ("z", [x[0], nodes[len(nodes) // 2], b.const(2.0)])]
    return b.finish([("x", x), ("w", w)], outputs)


def check_map(program, exact=False, cpu=None, part=llvm_straight.PART):
    """Rows of every number, with each input for every row or the same for all, against the program row by row."""
    rng = random.Random(len(program))
    f = llvm_flat.build(program, exact=exact, cpu=cpu, part=part)
    for mapped in ([True, True], [True, False], [False, True]):
        for rows in (0, 1, 2, 3, 7, 8, 9, 100):
            sizes = [n * (rows if m else 1) for n, m in zip((3, 2), mapped, strict=True)]
            groups = [[rng.uniform(-2.0, 2.0) for _ in range(size)] for size in sizes]
            before = [list(group) for group in groups]
            got = f.map(rows, mapped, *groups)
            assert groups == before
            assert [len(out) for out in got] == [4 * rows, 3 * rows]
            for r in range(rows):
                row = [g[n * r : n * r + n] if m else g for g, n, m in zip(groups, (3, 2), mapped, strict=True)]
                wanted = program.run(*row)
                for out, n, want in zip(got, (4, 3), wanted, strict=True):
                    found = list(out[n * r : n * r + n])
                    assert found == (want if exact else pytest.approx(want, rel=1e-9, abs=1e-12)), (rows, mapped, r)


@pytest.mark.parametrize("seed", range(4))
def test_map(seed):
    check_map(random_program(random.Random(seed), 40), part=[1_000, 7][seed % 2])


def test_map_exactly():
    check_map(random_program(random.Random(11), 30, exact=True), exact=True)


def test_map_touches_nothing_outside():
    """Rows in the middle of larger arrays: what is before and behind stays as it was, and is not computed with."""
    b = Builder()
    x = b.input("x")
    f = llvm_flat.build(b.finish([("x", [x])], [("y", [b.node("exp", (x,))])]))
    inside = np.full(40, math.nan)
    inside[10:21] = np.linspace(0.0, 1.0, 11)
    (y,) = f.map(11, [True], inside[10:21])
    assert list(y) == pytest.approx(np.exp(inside[10:21]), rel=1e-15)
    assert np.isnan([inside[:10], inside[30:]]).all() and np.isnan(inside[21:30]).all()


def test_a_condition_may_be_any_number():
    """All are true but 0, nan too, as in Python."""
    b = Builder()
    c, x, y = (b.input(name) for name in "cxy")
    f = llvm_flat.build(b.finish([("cxy", [c, x, y])], [("chosen", [b.node("where", (c, x, y))])]))
    numbers = [1.0, -2.0, 5e-324, math.inf, math.nan, 0.0, -0.0]
    rows = np.array([[number, 3.0, 4.0] for number in numbers])
    assert list(f.map(len(numbers), [True], rows)[0]) == [3.0 if number else 4.0 for number in numbers]


def test_map_takes_matrices_and_lists():
    f = llvm_flat.build(square_sum())
    assert list(f.map(2, [True, False], np.array([[1.0, 2.0], [3.0, 4.0]]), [10.0])[0]) == [15.0, 35.0]
    assert list(f.map(2, [True, False], [1.0, 2.0, 3.0, 4.0], np.array([10], np.int32))[0]) == [15.0, 35.0]


def test_some_outputs_are_summed():
    b = Builder()
    x = b.input("x")
    f = llvm_flat.build(b.finish([("x", [x])], [("x", [x]), ("squares", [b.node("mul", (x, x)), x]), ("again", [x])]))
    for rows in (0, 3, 1001):
        numbers = [float(k) for k in range(rows)]
        one, sums, other = f.map(rows, [True], numbers, summed=[1])
        assert list(one) == list(other) == numbers and list(sums) == [sum(x * x for x in numbers), sum(numbers)]
    (total,) = f.map(1002, [True], [1e16, *[0.0] * 999, 1.0, -1e16], summed=[2])[2]
    assert total == 0.0  # one after the other: 1 is lost


def square_sum():
    """y = a0² + a1² + c."""
    b = Builder()
    a0, a1, c = (b.input(name) for name in ("a0", "a1", "c"))
    return b.finish([("a", [a0, a1]), ("c", [c])], [("y", [b.dot([a0, a0, a1, a1, c, b.one])])])


# -- buffers ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("make", [lambda xs: array("d", xs), lambda xs: np.array(xs)], ids=["array", "numpy"])
def test_buffers(make):
    f = llvm_flat.build(square_sum())
    a, c, y = make([1.0, 2.0]), make([10.0]), make([0.0])
    f.prepare([a, c], [y])()
    assert list(y) == [15.0]
    a[0] = 3.0
    f.prepare([a, c], [y])()
    assert list(y) == [23.0]
    c[0] = 0.0
    f.prepare([a, c], [y])()
    assert list(y) == [13.0]
    assert f.run([1, 2], [True]) == f.run(make([1.0, 2.0]), make([1.0])) == [[6.0]]


@pytest.mark.parametrize("part", [1_000, 4])
def test_results_into_the_buffer_of_the_inputs(part):
    """a, b becomes b, a: all is read before the first is written."""
    b = Builder()
    x = [b.input(f"x{k}") for k in range(4)]
    y = [b.node("tanh", (b.node("tanh", (v,)),)) for v in x]
    program = b.finish([("x", x)], [("y", [*y[1:], x[0]])])
    f = llvm_flat.build(program, part=part)
    buffer = array("d", [0.1, 0.2, 0.3, 0.4])
    want = program.run(buffer)[0]
    f.prepare([buffer], [buffer])()
    assert list(buffer) == pytest.approx(want, rel=1e-15)


def test_bad_buffers_change_nothing():
    f = llvm_flat.build(square_sum())
    y = array("d", [7.0])
    a, c = array("d", [1.0, 2.0]), array("d", [3.0])
    for inputs, outputs, error, words in (
        ([a], [y], TypeError, "2 groups of inputs"),
        ([a, c], [], TypeError, "1 groups of outputs"),
        ([c, a], [y], ValueError, "a is to have 2 numbers, and 1 came"),
        ([a, c], [array("f", [0.0])], TypeError, "float64"),
        ([a, c], [[0.0]], TypeError, "float64"),
        ([np.zeros((2, 2))[:, 0], c], [y], TypeError, "contiguous"),
    ):
        with pytest.raises(error, match=words):
            f.prepare(inputs, outputs)
    frozen = np.zeros(1)
    frozen.flags.writeable = False
    with pytest.raises(TypeError, match="is written into"):
        f.prepare([a, c], [frozen])
    assert list(y) == [7.0]
    for numbers in "12", [1.0, "2"], np.array(["a", "b"]):
        with pytest.raises(TypeError, match="a"):
            f.run(numbers, [1.0])
    with pytest.raises(ValueError, match="a is to have 2 numbers"):
        f.run([1.0], [1.0])
    for call in (lambda: f.run(a), lambda: f.map(1, [True, True], a)):
        with pytest.raises(TypeError, match="2 groups of inputs, and 1 came"):
            call()


# -- loops ------------------------------------------------------------------------------------------------------------


def test_bad_loops_change_nothing():
    loop, steps, given, order = jit_cases.random_loop(random.Random(4))
    f = llvm_flat.build(loop.program, loop=loop)
    given = [array("d", group) for group in given]
    before = [list(group) for group in given]
    for row in 5, -1:
        with pytest.raises(IndexError, match="outside 0 to 4"):
            f.loop(steps, given, [*order[:-1], row])
    with pytest.raises(ValueError, match="numbers of rows"):
        f.loop(steps, given, order[:-1])
    with pytest.raises(ValueError, match="for each of 8 steps"):
        f.loop(steps + 1, given, [*order, 0, 0])
    with pytest.raises(ValueError, match="rows of 3"):
        f.loop(steps, [given[0], given[1], given[2][:-1], *given[3:]], order)
    with pytest.raises(TypeError, match="groups of inputs"):
        f.loop(steps, given[:-1], order)
    with pytest.raises(ValueError, match="with a loop"):
        llvm_flat.build(loop.program).loop(1, given, order)
    assert [list(group) for group in given] == before


def test_a_loop_over_numpy_buffers():
    loop, steps, given, order = jit_cases.random_loop(random.Random(5))
    f = llvm_flat.build(loop.program, loop=loop)
    arrays = [np.array(group) for group in given]
    wanted, log = loop.run(steps, given, order)
    found, lines = f.loop(steps, arrays, np.array(order))
    assert all(list(found[k]) == pytest.approx(wanted[k], rel=1e-12) for k in (0, 1))
    assert lines == [pytest.approx(line, rel=1e-12) for line in log]
    assert [list(a) for a in arrays] == given


# -- threads, lives, text ---------------------------------------------------------------------------------------------


def test_threads():
    """Eight threads share one executable, each with its own numbers."""
    program = random_program(random.Random(8), 60)
    f = llvm_flat.build(program, part=9)
    wrong = []

    def work(seed):
        rng = random.Random(seed)
        for _ in range(20):
            groups = [[rng.uniform(-2.0, 2.0) for _ in range(n)] for n in (3, 2)]
            first = f.run(*groups)
            mapped = f.map(5, [True, True], *[g * 5 for g in groups])
            if f.run(*groups) != first or any(list(m) != list(m[: len(m) // 5]) * 5 for m in mapped):
                wrong.append(seed)

    threads = [threading.Thread(target=work, args=(seed,)) for seed in range(8)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()
    assert not wrong


def test_freed_by_reference_counts():
    gc.collect()
    gc.disable()
    try:
        f = llvm_flat.build(square_sum())
        f.run([1.0, 2.0], [3.0])
        f.map(1, [True, True], [1.0, 2.0], [3.0])
        call = f.prepare([array("d", [1.0, 2.0]), array("d", [3.0])], [y := array("d", [0.0])])
        libraries = [weakref.ref(way.library) for way in f._ways.values()]
        flat = weakref.ref(f)
        del f
        assert flat() is None
        call()  # a prepared call keeps the code that it needs
        assert list(y) == [8.0]
        del call
        assert [library() for library in libraries] == [None, None]
    finally:
        gc.enable()


def test_memory_does_not_grow():
    resource = pytest.importorskip("resource", reason="only Unix tells how much memory there is in use")

    def another(number):
        """What was never compiled before."""
        b = Builder()
        x = b.input("x")
        program = b.finish([("x", [x])], [("y", [b.node("add", (x, b.const(number)))])])
        assert llvm_flat.build(program, optimize="quick").run([1.0]) == [[1.0 + number]]

    for k in range(native.KEPT + 5):
        another(k + 0.5)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    for k in range(100):
        another(k + 1000.5)
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 100 * 12  # kilobytes, most of them LLVM's own


def test_the_text_has_the_users_names():
    w, x = Value(0.5, "w"), Value(2.0, '权重 "1"')
    y = (w * x).named("net").tanh().named("row")
    z = (y + 1.0).named("net")
    program = lower([("w", [w]), ("x", [x])], [("y", [y, z])])
    f = llvm_flat.build(program)
    text = f.source()
    assert "%net = fmul" in text and "%row = " in text
    assert "%net_2 = " in text and "net_2 = " in str(program)  # the second of that name
    assert '%"\\E6\\9D\\83\\E9\\87\\8D_1" = ' in text and "权重_1" in str(program)
    assert f.run([0.5], [2.0])[0] == pytest.approx([math.tanh(1.0), 1.0 + math.tanh(1.0)], rel=1e-15)
    assert "@rows" not in text
    assert f.map(1, [True, True], [0.5], [2.0]) and "@rows" in f.source()


def test_names_that_look_like_ours():
    """Labels that are words of the text, or numbers of other nodes, change nothing."""
    b = Builder()
    labels = ["t3", ".frame", ".1", "%x", "n", "x[0]", "a\\b", "", "row\n", "define"]
    xs = [b.input(label) for label in labels]
    b.label(last := b.dot([v for x in xs for v in (x, x)]), ".frame")
    f = llvm_flat.build(b.finish([("work", xs)], [("work", [last])]))
    assert f.run([1.0] * len(xs)) == [[float(len(xs))]]
    assert list(f.map(2, [True], [1.0] * 20)[0]) == [10.0, 10.0]


def test_bad_options():
    with pytest.raises(ValueError, match="known are"):
        llvm_flat.build(square_sum(), cpu="abacus")
    with pytest.raises(ValueError, match='"soonest" or "quick"'):
        llvm_flat.build(square_sum(), optimize="best")


def test_without_llvmlite(monkeypatch):
    monkeypatch.setitem(sys.modules, "llvmlite", None)
    native._llvm.cache_clear()
    native.machine.cache_clear()
    try:
        with pytest.raises(ImportError, match=r"pip install 'tinygrad-edu\[fast\]'"):
            llvm_flat.build(square_sum())
    finally:
        native._llvm.cache_clear()


def test_functions_of_vectors_are_copied_to_where_they_are_called(monkeypatch):
    """Copies take longer to compile, which a large program that is run once at a time does not win back."""

    def copied(count, use):
        b = Builder()
        xs = [b.input() for _ in range(count)]
        program = b.finish([("x", xs)], [("y", [b.node("exp", (x,)) for x in xs])])
        flat = llvm_flat.build(program, loop=Loop(program, carried=[(0, 0)]) if use == "loop" else None)
        if use == "rows":
            flat.map(1, [True], [1.0] * count)
        return "alwaysinline" in flat._ways[use, frozenset()].source

    monkeypatch.setattr(llvm_flat, "LARGE", 8)
    assert copied(8, "run") and not copied(9, "run")
    assert copied(9, "loop") and copied(1, "rows") and not copied(1, "loop")


def test_a_large_program_is_cut():
    """12,500 operations compile in parts, in a time that grows with them."""
    b = Builder()
    xs = [b.input() for _ in range(50)]
    rng = random.Random(0)
    nodes = list(xs)
    for _ in range(250):
        terms = [v for _ in range(25) for v in (rng.choice(nodes[-60:]), rng.choice(xs))]
        nodes.append(b.node("tanh", (b.dot(terms),)))
    program = b.finish([("x", xs)], [("y", nodes[-10:])])
    f = llvm_flat.build(program)
    assert f.source().count("define internal void @.part") >= 10
    numbers = [rng.uniform(-0.1, 0.1) for _ in xs]
    assert f.run(numbers)[0] == pytest.approx(program.run(numbers)[0], rel=1e-9)


def test_a_chain_in_parts():
    """One number goes in at the beginning, and nothing else is read."""
    b = Builder()
    x = y = b.input("x")
    for _ in range(8):
        y = b.node("sin", (y,))
    program = b.finish([("x", [x])], [("y", [y])])
    assert llvm_flat.build(program, part=3).run([0.5])[0] == pytest.approx(program.run([0.5])[0], rel=1e-14)


@pytest.mark.parametrize(("n", "blocks"), [(199, 0), (200, 1), (399, 1), (401, 2)])
def test_numbers_are_moved_200_in_a_block(n, blocks):
    """Basic blocks of many thousand loads or stores take LLVM out of proportion."""
    b = Builder()
    xs = [b.input() for _ in range(n)]
    program = b.finish([("x", xs)], [("y", [b.node("neg", (x,)) for x in xs])])
    needed = program.outputs[0].nodes
    for part, ways in ((1_000, 1), (n // 2, 2)):  # whole: what is stored; in parts, what is loaded too
        text = llvm_straight.Straight(program, llvm_maths.Maths(), 1, needed, part)
        text.write_run()
        assert text.functions[-1].count("  br label %.moved") == ways * blocks


# -- packs -------------------------------------------------------------------------------------------------------------


def check_layer():
    """Ten units, so that their functions are packed, twice."""
    b = Builder()
    xs = [b.input() for _ in range(10)]
    for _ in range(2):
        xs = [b.node("tanh", (b.dot([xs[k], b.const(0.1 * k), xs[k - 1], b.one]),)) for k in range(10)]
    slopes = [b.node("tanh_slope", b.program.args[x]) for x in xs]
    program = b.finish([("x", list(range(1, 11)))], [("y", xs), ("d", slopes)])
    f = llvm_flat.build(program)
    assert "@tanh_and_slope.x" in f.source()
    numbers = [0.1 * k for k in range(10)]
    for got, want in zip(f.run(numbers), program.run(numbers), strict=True):
        assert got == pytest.approx(want, rel=1e-13)


def test_packs():
    check_layer()
    xs = [(b := Builder()).input(), *[b.input() for _ in range(4)]]
    ys = [b.node("exp", (x,)) for x in xs]
    zs = [b.node("exp", (b.node("mul", (y, b.const(0.1))),)) for y in ys]
    program = b.finish([("x", xs)], [("z", zs)])
    order = llvm_packs.in_packs(program, [i for i, args in enumerate(program.args) if args])
    packs = [pack for pack in order if isinstance(pack, tuple)]
    assert [(name, len(nodes)) for name, nodes in packs] == [("exp", 5), ("exp", 5)]
    assert llvm_flat.build(program).run([0.1] * 5)[0] == pytest.approx(program.run([0.1] * 5)[0], rel=1e-14)
