"""Choosing from a table by a number that is data: every target against ``table[i]`` of the eager engine."""

import functools
import importlib.util
import itertools
import random
import re
import struct

import pytest

import tinygrad_edu as te
from tests.examples import every
from tests.rolled_cases import check_form
from tinygrad_edu import Value, jit, nn, take
from tinygrad_edu.choice import NoEntry
from tinygrad_edu.jit import tables, targets
from tinygrad_edu.jit.compiled import Wanted, lowered
from tinygrad_edu.jit.loop import Loop
from tinygrad_edu.jit.program import Builder
from tinygrad_edu.jit.python import target as python_target
from tinygrad_edu.jit.recording import Recording
from tinygrad_edu.value import record

ROLLS = importlib.util.find_spec("numpy") is not None
NATIVE = ROLLS and importlib.util.find_spec("llvmlite") is not None


def python(program, exact=False, **options):
    executable = python_target.build(program, exact=exact, **options)
    executable.program = None  # nothing raises here, so what is generated has to do without the program's own slow run
    return executable


def flat(program, exact=False, **options):
    from tinygrad_edu.jit.llvm import flat

    return flat.build(program, exact=exact, **options)


def rolled(module):
    def build(program, **options):
        from tinygrad_edu.jit.rolling.reroll import reroll

        form = reroll(program)
        check_form(form)
        return importlib.import_module(f"tinygrad_edu.jit.{module}").build(form, **options)

    return build


def definition(program):
    from tinygrad_edu.jit.rolling.reroll import reroll

    return reroll(program)


BUILDS = {"python": python}
if ROLLS:
    BUILDS |= {"rolled": definition, "numpy": rolled("arrays.target")}
if NATIVE:
    BUILDS |= {
        "flat": flat,
        "flat, cut": functools.partial(flat, part=40, optimize="soonest"),
        "flat, other processor": functools.partial(flat, cpu="x86-64"),
        "llvm": rolled("llvm.rolled"),
        "llvm, other processor": functools.partial(rolled("llvm.rolled"), cpu="x86-64"),
    }
    from tinygrad_edu.jit.llvm.native import machine

    try:
        machine("x86-64")
    except ValueError:
        BUILDS = {name: build for name, build in BUILDS.items() if "processor" not in name}
EXACT = [name for name in BUILDS if name.startswith(("python", "flat"))]


# -- functions that choose --------------------------------------------------------------------------------------------
# Each gives: the function, its parameters, and what draws its arguments.


def parameters(rng, name, *shape):
    if len(shape) == 1:
        return [Value(rng.gauss(0.0, 1.0), f"{name}{k}") for k in range(shape[0])]
    return [parameters(rng, f"{name}{k}_", *shape[1:]) for k in range(shape[0])]


def leaves(*trees):
    return [x for tree in trees for x in (leaves(*tree) if isinstance(tree, list) else [tree])]


def embedding(rng, entries=7, width=3, words=4):
    """Words become rows of a table; some words are the same."""
    table, layer = parameters(rng, "e", entries, width), nn.Layer(width, 2, "tanh", seed=1)

    def f(ids):
        return te.sum([te.sum(layer(take(table, i))) for i in ids])

    return f, leaves(table) + layer.parameters(), lambda: ([rng.choice([0, 2, entries - 1]) for _ in range(words)],)


def classes(rng, rows=3, width=4, **settings):
    """The cross-entropy of a batch."""
    layer = nn.Layer(2, width, seed=2)

    def f(xs, ys):
        return nn.cross_entropy([layer(x) for x in xs], ys, **settings)

    def draw():
        xs = [[rng.gauss(0.0, 1.0) for _ in range(2)] for _ in range(rows)]
        return xs, [rng.randrange(width) for _ in range(rows)]

    return f, layer.parameters(), draw


def tied(rng, entries=5, width=2):
    """The rows that are read are the weights of the last layer too."""
    table = parameters(rng, "e", entries, width)

    def f(i, j):
        h = [te.tanh(x) for x in take(table, i)]
        return nn.cross_entropy([te.dot(row, h) for row in table], j)

    return f, leaves(table), lambda: (rng.randrange(entries), rng.randrange(entries))


def mixed(rng):
    """Entries that are computed, numbers among them; a choice of choices; one number for two tables."""
    w = parameters(rng, "w", 4)

    def f(i, j, x):
        table = [te.tanh(w[0] * x), 0.5, w[1] + x, w[1] * w[2], w[3]]
        a, b = take(table, i), take(table, j)
        c = take([a, b, w[0]], j)
        return a * c + take([2.0, 1.0, -3.0], j) * b * te.sin(c) + i * x

    return f, w, lambda: (rng.randrange(5), rng.randrange(3), rng.gauss(0.0, 1.0))


def single(rng):
    """Tables of one entry."""
    w = parameters(rng, "w", 2)
    return (lambda i, x: take([w[0]], i) * x + take([[w[1], x]], i)[0]), w, lambda: (0, rng.gauss(0.0, 1.0))


def prefixes(rng, words=6, width=2):
    """Position p sums the words up to p: a triangle."""
    table = parameters(rng, "e", 4, width)

    def f(ids):
        rows = [take(table, i) for i in ids]
        sums = [te.tanh(te.sum([row[k] for row in rows[: p + 1]])) for p in range(words) for k in range(width)]
        return te.sum(sums)

    return f, leaves(table), lambda: ([rng.randrange(4) for _ in range(words)],)


def shuffled(rng, entries=6, width=2):
    """A table whose parameters lie in no order."""
    names = parameters(rng, "p", entries * width)
    order = names[:]
    rng.shuffle(order)
    table = [order[k * width : (k + 1) * width] for k in range(entries)]

    def f(ids):
        return te.sum([te.prod([te.sin(x) for x in take(table, i)]) for i in ids])

    return f, names, lambda: ([rng.randrange(entries) for _ in range(5)],)


def pointers(rng, words=3):
    """Words become numbers, and positions choose among these."""
    table = parameters(rng, "e", 4)

    def f(ids, positions):
        chosen = [take(table, i) for i in ids]
        return te.sum([te.sin(take(chosen, p) * (k + 1)) for k, p in enumerate(positions)]) + te.prod(chosen)

    return f, table, lambda: ([rng.randrange(4) for _ in range(words)], [rng.randrange(words) for _ in range(5)])


def two(rng, width=3, words=4):
    """A table of two rows."""
    table, w = parameters(rng, "e", 2, width), parameters(rng, "w", width)

    def f(ids):
        return te.sum([te.tanh(te.dot(take(table, i), w)) for i in ids])

    return f, [*leaves(table), *w], lambda: ([rng.randrange(2) for _ in range(words)],)


def from_an_input(rng, entries=6):
    """A table of the numbers that come in, in another order, all in one array."""
    w = parameters(rng, "w", 3)
    order = rng.sample(range(entries), entries)

    def f(v, ids):
        return te.sum([take([v[k] for k in order], i) * x * te.exp(v[0]) for i, x in zip(ids, w, strict=True)])

    return f, w, lambda: ([rng.gauss(0.0, 1.0) for _ in range(entries)], [rng.randrange(entries) for _ in w])


CASES = {
    "embedding": embedding,
    "wide": functools.partial(embedding, entries=5, width=9, words=3),
    "classes": classes,
    "many classes": functools.partial(classes, width=9, rows=5),
    "weighted classes": functools.partial(classes, weight=[1.0, 0.5, 2.0, 3.0]),
    "smoothed classes": functools.partial(classes, label_smoothing=0.2),
    "tied": tied,
    "mixed": mixed,
    "single": single,
    "prefixes": prefixes,
    "shuffled": shuffled,
    "pointers": pointers,
    "two": two,
    "input": from_an_input,
}


def eagerly(f, args, wrt):
    for p in wrt:
        p.grad = 0.0
    y = f(*args)
    y.backward()
    return [[y.data], [p.grad for p in wrt]]


def program_of(f, args, wrt, exact=False):
    """The program of value and gradient, and what its last input group, the parameters, is."""
    recording = Recording(f, args, {})
    return lowered(recording, Wanted("both", 0, tuple(wrt)), len(args), exact)[0], [v.data for v in recording.captured]


def groups_of(args, captured):
    return [[float(x) for x in leaves(arg)] for arg in args] + [captured]


def bits(groups):
    return [[struct.pack("d", x) for x in group] for group in groups]


def agree(got, want):
    for ours, theirs in zip(got, want, strict=True):
        assert list(ours) == pytest.approx(theirs, rel=1e-11, abs=1e-13)


def judge(name, build, exact=False):
    """One call at several points, and all points as rows of a batch, against the eager engine."""
    rng = random.Random(name)
    f, wrt, draw = CASES[name](rng)
    points = [draw() for _ in range(11)]
    program, captured = program_of(f, points[0], wrt, exact)
    executable = build(program, exact=True) if exact else build(program)
    wanted = [eagerly(f, args, wrt) for args in points]
    for args, want in zip(points, wanted, strict=True):
        got = executable.run(*groups_of(args, captured))
        if exact:
            assert bits(got) == bits(want), name
        agree(got, want)
    if hasattr(executable, "map"):
        groups = [[x for args in points for x in groups_of(args, captured)[k]] for k in range(len(points[0]))]
        mapped = [True] * len(groups) + [False]
        got = executable.map(len(points), mapped, *groups, captured)
        agree(got, [[x for want in wanted for x in want[k]] for k in range(2)])
        if build is BUILDS.get("llvm"):
            summed = executable.map(len(points), mapped, *groups, captured, summed=[1])
            agree(summed[1:], [[sum(column) for column in zip(*(want[1] for want in wanted), strict=True)]])


def read_again():
    """The gradient of a table, and the sum of its squares."""
    b = Builder()
    ids, xs = [b.input() for _ in range(3)], [b.input() for _ in range(6)]
    found = []
    for column in range(2):
        pairs = [node for k in range(3) for node in (ids[k], xs[2 * k + column])]
        table = b.node("list", (xs[column],) * 4)
        total = b.node("scatter", (table, *pairs))
        found.append([b.node("entry", (total, b.const(float(k)))) for k in range(4)])
    gradient = [column[k] for k in range(4) for column in found]
    squares = b.dot([g for x in gradient for g in (x, x)])
    return b.finish([("i", ids), ("x", xs)], [("g", gradient), ("squares", [squares])])


@pytest.mark.skipif(not NATIVE, reason="rows are summed by loop nests")
@pytest.mark.parametrize("target", ["numpy", "llvm"])
def test_sums_over_rows_of_what_is_read_again(target):
    program, rng = read_again(), random.Random(0)
    rows = [([float(rng.randrange(4)) for _ in range(3)], [rng.gauss(0.0, 1.0) for _ in range(6)]) for _ in range(11)]
    each = [program.run(*row) for row in rows]
    given = [leaves(*group) for group in zip(*rows, strict=True)]
    got = BUILDS[target](program).map(11, [True, True], *given, summed=[0])
    wanted = [sum(column) for column in zip(*[g for g, _ in each], strict=True)], [square for _, (square,) in each]
    agree(got, wanted)


SOME = ("wide", "mixed")  # what other processors and code cut in parts are tried with
LOSSES = ("many classes", "weighted classes", "smoothed classes")  # more of "classes", which one target will show


def tried(targets):
    plain, whole = [name for name in CASES if name not in LOSSES], [target for target in targets if "," not in target]
    others = [target for target in targets if target not in whole]
    few = [target for target in whole if target in ("python", "numpy")]
    return [*every(2, plain, whole), *every(2, SOME, others), *every(2, LOSSES, few)]


@pytest.mark.parametrize(("name", "target"), tried(BUILDS))
def test_it_is_the_entry(name, target):
    judge(name, BUILDS[target])


@pytest.mark.parametrize(("name", "target"), tried(EXACT))
def test_exactly(name, target):
    judge(name, BUILDS[target], exact=True)


@pytest.mark.parametrize(
    "term",
    [
        lambda u, v, i, x: take([u, u, v], i) * x,
        lambda u, v, i, x: take([u, v, 0.3], i) * x + 0.7 * (u * x),
        lambda u, v, i, x: take([u, v, 0.3], i) * x + take([v, 0.3, 0.9], i) * 0.3,
        lambda u, v, i, x: take([u, v, 0.3], i) * x + take([0.9, v, 0.3], i) * 0.3,
        lambda u, v, i, x: take([take([u, v, v], i), v, u], i) * x,
        lambda u, v, i, x: take([0.3, 0.9, take([0.3, u, v], i)], i) * x,
    ],
    ids=[
        "twice in a table", "used otherwise", "in two tables", "in two alike but for one entry",
        "chosen from what was chosen", "in that alone",
    ],
)  # fmt: skip
def test_what_comes_to_an_entry_from_several_sides(term):
    """It is added up in the eager engine's order, to the last bit."""
    u, v = Value(0.1, "u"), Value(-0.7, "v")

    def f(ids, xs):
        return te.sum([term(u, v, i, x) for i, x in zip(ids, xs, strict=True)])

    rng = random.Random(0)
    for _ in range(5):
        ids, xs = [rng.randrange(3) for _ in range(12)], [rng.gauss(0.0, 1.0) for _ in range(12)]
        got = jit(f, target="python", mode="exact").value_and_grad(ids, xs, wrt=[u, v])
        u.grad = v.grad = 0.0
        want = f(ids, xs)
        want.backward()
        assert got == (want.data, [u.grad, v.grad])


@pytest.mark.parametrize("target", ["numpy", "llvm"])
@pytest.mark.parametrize("apart", [0, 3, 39])
def test_one_entry_of_a_table_that_is_used_otherwise(apart, target):
    """Its gradient is rolled apart from those of the others, which are what comes out."""
    pytest.importorskip({"numpy": "numpy", "llvm": "llvmlite"}[target])
    rng = random.Random(apart)
    numbers, ids = [rng.random() for _ in range(40)], [rng.randrange(40) for _ in range(64)]

    def f(table, x):
        return sum(te.tanh(take(table, i) * x) for i in ids) + table[apart] * table[apart] * x

    table = [Value(x) for x in numbers]
    f(table, 0.5).backward()
    assert jit(f, target=target).grad(numbers, 0.5) == pytest.approx([x.grad for x in table], rel=1e-11)


def test_whether_the_order_of_adding_is_data():
    """It is where an entry was computed to which no other way leads; no way is gone twice."""
    leaves = [Value(float(k)) for k in range(3)]
    x = leaves[0]
    for _ in range(60):
        x = x + x

    def chosen(*entries):
        return record(tables.TAKE, [Value(1.0, requires_grad=False), *entries])

    assert not tables.order_is_data(chosen(*leaves) * x)
    assert not tables.order_is_data(chosen(*leaves[:2], chosen(*leaves)) * 2.0)
    for k in range(3):
        table = [*leaves[:k], te.exp(leaves[k]), *leaves[k + 1 :]]
        assert tables.order_is_data(chosen(*table) * 2.0)
    assert tables.order_is_data(chosen(x, *leaves))


@pytest.mark.parametrize("mode", ["fast", "exact"])
def test_second_derivatives(mode):
    table = parameters(random.Random(0), "e", 3, 2)

    def f(i, x):
        a, b = take(table, i)
        return te.exp(a * x) * b

    def slope(i, x):
        return te.grad(f, argnums=1)(i, x)

    compiled = jit(slope, target="python", mode=mode)
    for i in range(3):
        want = eagerly(lambda x: te.grad(lambda x: f(i, x))(x), [Value(0.7)], leaves(table))  # noqa: B023
        value, gradient = compiled.value_and_grad(i, 0.7, wrt=leaves(table))
        agree([[value], gradient], want)


def test_on_values():
    """Called with Values a compiled function is one node, also where a number chooses."""
    table = parameters(random.Random(0), "e", 3, 2)
    f = jit(lambda i, x: take(table, i)[0] * te.exp(x * take(table, i)[1]), target="python")
    x = Value(0.5)
    y = f(2, x)
    want = f.f(2, Value(0.5))
    assert y.data == want.data and len(y.inputs) == 2 + 6
    (dx,) = te.gradients(y, [x], create_graph=True)
    assert dx.data == pytest.approx(want.data * table[2][1].data)
    ddx, slope = te.gradients(dx, [x, table[2][1]])
    assert ddx == pytest.approx(want.data * table[2][1].data ** 2)
    assert slope == pytest.approx(want.data * (1.0 + 0.5 * table[2][1].data))


@pytest.mark.parametrize("target", [name for name in targets.TARGETS if name == "python" or NATIVE])
def test_what_is_no_entry(target):
    table = parameters(random.Random(0), "e", 3, 2)
    f = jit(lambda i, x: te.sum(take(table, i)) * x, target=target)
    assert f(2, 1.0) == pytest.approx(table[2][0].data + table[2][1].data)
    for wrong in (3, -1):
        with pytest.raises(NoEntry, match=f"there is no entry {wrong} in a table of 3"):
            f(wrong, 1.0)
        with pytest.raises(NoEntry, match=f"row 1 of argument 0: take: there is no entry {wrong}"):
            f.map([0, wrong], [1.0, 1.0])
    for wrong in (1.0, 0.5):
        with pytest.raises(TypeError, match=f"by a whole number, not {wrong}"):
            f(wrong, 1.0)
        with pytest.raises(TypeError, match=f"row 1 of argument 0: take chooses by a whole number, not {wrong}"):
            f.map([0, wrong], [1.0, 1.0])

    class Model:
        @jit(target=target)
        def scaled(self, x, i):
            return te.sum(take(table, i)) * x

    model = Model()
    with pytest.raises(NoEntry, match="row 1 of argument 1: take: there is no entry 3 in a table of 3"):
        model.scaled.map([1.0, 1.0], [0, 3])
    with pytest.raises(ValueError, match="row 1 of argument 0 has another structure"):
        model.scaled.map([1.0, [1.0]], [0, 1])
    assert model.scaled.map([1.0, 2.0], [0, 2]) == pytest.approx([model.scaled(1.0, 0), model.scaled(2.0, 2)])
    if ROLLS:
        import numpy as np

        assert f.map(np.array([0, 2]), np.ones(2)).tolist() == pytest.approx([f(0, 1.0), f(2, 1.0)])
        with pytest.raises(NoEntry, match="row 2 of argument 0: take: there is no entry 7"):
            f.map(np.array([0, 2, 7]), np.ones(3))
        with pytest.raises(TypeError, match="row 0 of argument 0"):
            f.map(np.array([0.0, 2.0]), np.ones(2))


def test_the_first_call_may_be_wrong_too():
    f = jit(lambda i: take([Value(1.0), Value(2.0)], i) * 2.0, target="python")
    for wrong, kind in ((2, NoEntry), (1.0, TypeError)):
        with pytest.raises(kind):
            f(wrong)
    assert f(1) == 4.0


@pytest.mark.skipif(not ROLLS, reason="re-rolling needs NumPy")
@pytest.mark.parametrize("exact", [False, True], ids=["fast", "exact"])
def test_it_costs_one_row(exact):
    """A table is not gone through: neither forwards nor backwards is there work for each of its entries; but that in
    exact mode what arrives at each of them begins with 0."""
    rng = random.Random(0)
    f, wrt, draw = embedding(rng, entries=300, width=8)
    program, _ = program_of(f, draw(), wrt, exact)
    form = definition(program)
    takes, scatters = ([n for n in form.nests if n.op == op] for op in ("take", "scatter"))
    assert [[t.base for t in n.trips] for n in takes] == [[4, 8]] and [n.count for n in takes] == [300]
    assert [[t.base for t in n.trips] for n in scatters] == [[8]]
    assert form.work < (12_000 if exact else 1_000) and not form.report
    for_all = [n.op for n in form.nests if n.op not in ("scatter", "copy") and n.trips and n.trips[0].base >= 300]
    assert for_all == ["dot"] * exact


@pytest.mark.parametrize("target", [name for name in BUILDS if name != "rolled" and "processor" not in name])
def test_in_a_loop(target):
    """Steps of gradient descent on an embedding, each on other words."""
    rng = random.Random(1)
    f, wrt, draw = embedding(rng)
    from tinygrad_edu.jit.lower import Lowering
    from tinygrad_edu.jit.symbols import Symbol

    recording = Recording(f, draw(), {})
    lowering = Lowering(exact=False)
    words = recording.arguments[0][1]
    for leaf in [*wrt, *words]:
        lowering.node[leaf] = lowering.builder.input()
    lowering.forward([recording.result])
    slopes = lowering.backward(recording.result, wrt)
    node, builder = lowering.node, lowering.builder
    new = [(Symbol(builder, node[p]) - 0.1 * Symbol(builder, slopes[p])).node for p in wrt]
    program = builder.finish(
        [("params", [node[p] for p in wrt]), ("words", [node[i] for i in words])],
        [("params", new), ("value", [node[recording.result]])],
    )
    loop = Loop(program, ((0, 0),), ((1, 1),), logged=(1,))
    order = [rng.randrange(7) for _ in range(4 * 6)]
    start = [p.data for p in wrt]
    state, log = BUILDS[target](program, loop=loop).loop(6, [start, [float(k) for k in range(7)]], order)
    for step in range(6):
        (value,), gradient = eagerly(f, (order[4 * step : 4 * step + 4],), wrt)
        assert log[0][step] == pytest.approx(value, rel=1e-11)
        for p, g in zip(wrt, gradient, strict=True):
            p.data -= 0.1 * g
    assert list(state[0]) == pytest.approx([p.data for p in wrt], rel=1e-11)


def framework(name):
    library = pytest.importorskip(name, reason=f"needs {name}")
    if name == "jax":
        library.config.update("jax_enable_x64", True)
    return library


@pytest.mark.parametrize(
    ("name", "library"),
    [
        ("mixed", "torch"),
        ("tied", "jax"),
        *[pytest.param(*x, marks=pytest.mark.slow) for x in itertools.product(CASES, ("jax", "torch"))],
    ],
)
def test_as_a_function_of_arrays(name, library):
    framework(library)
    from tinygrad_edu.jit.arrays.frameworks import to_jax, to_torch

    rng = random.Random(name)
    f, wrt, draw = CASES[name](rng)
    args = draw()
    g = (to_jax if library == "jax" else to_torch)(jit(f), *args)
    for args in [draw(), draw()]:
        assert float(g(*args)) == pytest.approx(f(*args).data, rel=1e-11)
    with_wrong = lambda x: 99 if x.__class__ is int else [*map(with_wrong, x)] if isinstance(x, list) else x  # noqa: E731
    with pytest.raises(NoEntry, match="there is no entry 99"):
        g(*map(with_wrong, args))
    if library == "jax":
        import jax
        import jax.numpy as jnp

        places = jit(f).compiled(args, {})[0].captured
        slope = jax.grad(lambda p: g(*args, p))(jnp.array([p.data for p in places]))
        eagerly(f, args, wrt)
        assert slope.tolist() == pytest.approx([p.grad for p in places], rel=1e-11, abs=1e-13)


# -- planted faults ---------------------------------------------------------------------------------------------------


def add_elsewhere(monkeypatch):
    """What goes to entry k goes to the one before it."""
    add = tables.Tables.arriving

    def arriving(self, v):
        terms = add(self, v)
        for table, k in self._places.get(v, ()):
            if k:
                scatter = self.builder.node("scatter", tuple(self._pairs[table]))
                terms[0] = self.builder.node("entry", (scatter, self.builder.const(k - 1.0)))
        return terms

    monkeypatch.setattr(tables.Tables, "arriving", arriving)


def forget_the_last_choice(monkeypatch):
    scattered = tables.Tables.scattered

    def wrong(self, v, number, g):
        if self._table(v) not in self._pairs:
            scattered(self, v, number, g)

    monkeypatch.setattr(tables.Tables, "scattered", wrong)


def no_zeros(monkeypatch):
    """What was there before is added to."""
    from tinygrad_edu.jit.llvm import module

    split = module.split

    def only_adding(nest):
        return [part for part in split(nest) if nest.op != "scatter" or part.op != "copy"]

    monkeypatch.setattr(module, "split", only_adding)


def one_lane_for_all(monkeypatch):
    from tinygrad_edu.jit.llvm.regions import Regions

    places = Regions._places
    monkeypatch.setattr(Regions, "_places", lambda self, block, number: [places(self, block, number)[0]] * self.lanes)


@pytest.mark.parametrize(
    ("fault", "target"),
    [
        (add_elsewhere, "python"),
        (forget_the_last_choice, "python"),
        *([(no_zeros, "llvm"), (one_lane_for_all, "flat")] if NATIVE else []),
    ],
)
def test_planted_faults_are_caught(fault, target, monkeypatch):
    fault(monkeypatch)
    with pytest.raises(AssertionError):
        for name in itertools.islice(CASES, 4):
            judge(name, BUILDS[target])


@pytest.mark.parametrize(
    "table", [1, None, {0: 1.0, 1: 2.0}, {1.0, 2.0}, "12", Value(1.0), iter([1.0])], ids=lambda x: type(x).__name__
)
def test_a_table_is_a_list(table):
    """Eagerly and compiled alike; a number in its place are arguments in the wrong order."""
    for chooses in (te.take, te.jit(lambda i: te.take(table, i), target="python")):
        with pytest.raises(TypeError, match="take: the table comes first, a list or an array, and it is not "):
            chooses(*[table] * (chooses is te.take), 1)


def test_entries_are_structures():
    """Of lists, tuples, dicts whatever the order of their keys, and named tuples, one in another."""
    from typing import NamedTuple

    class Layer(NamedTuple):
        w: list[Value]
        b: dict[str, float]

    table = [
        Layer([Value(1.0), Value(2.0)], {"x": 3.0, "y": 4.0}),
        Layer([Value(5.0), Value(6.0)], {"y": 8.0, "x": 7.0}),
    ]

    def f(i, table):
        entry = te.take(table, i)
        assert type(entry) is Layer and type(entry.w) is list
        return [*entry.w, entry.b["x"], entry.b["y"]]

    for k in (0, 1):
        assert jit(lambda i: f(i, table), target="python")(k) == [x + 4.0 * k for x in (1.0, 2.0, 3.0, 4.0)]


@pytest.mark.parametrize(
    "table",
    [
        [[1.0], [2.0], [3.0, 4.0]],
        [[1.0], [2.0], 3.0],
        [1.0, 2.0, [3.0]],
        [[1.0], [2.0], (3.0,)],
        [{"a": 1.0}, {"a": 2.0}, {"b": 3.0}],
        [{"a": 1.0}, {"a": 2.0}, [3.0]],
        [[[1.0], 0.0], [[2.0], 0.0], [[3.0, 4.0], 0.0]],
    ],
    ids=str,
)
def test_entries_are_alike(table):
    wrong = re.escape(f"take: entry 2 of the table, {table[2]}, is not like entry 0, {table[0]}")
    with pytest.raises(ValueError, match=wrong):
        jit(lambda i: te.take(table, i), target="python")(1)
