"""Nests that come again step after step are written once: recurrent networks cost the same code however long they run.

What is folded is held against the definition, ``Rolled.run``, and its machine code against the eager engine: many
kinds of steps, batches, training. What is no recurrence must stay as it is.
"""

import random
from dataclasses import replace
from functools import cache
from itertools import chain as in_a_row

import pytest

from tests.examples import every
from tests.rolled_cases import at, difference, numbers
from tests.test_jit_llvm_rolled import processors
from tinygrad_edu import Value, jit, nn, relu, sigmoid, sin, softmax, take, tanh, value_and_grad
from tinygrad_edu.jit import targets
from tinygrad_edu.jit.loop import Loop
from tinygrad_edu.jit.lower import lower
from tinygrad_edu.jit.rolled import Affine, Array, Nest, Recurrence, Rolled, each_nest
from tinygrad_edu.jit.rolling import recurrences
from tinygrad_edu.jit.rolling.recurrences import recurrent
from tinygrad_edu.jit.rolling.reroll import reroll
from tinygrad_edu.train import fit

np = pytest.importorskip("numpy")

N, W = 5, 3
"""Units of the cells, and inputs of a step."""


FEW = 8
"""Steps: as few as make all nests recurrences."""


def weighted(w, x):
    return sum(a * b for a, b in zip(w, x, strict=True))


def rows_of(p, count, width):
    """Rows of parameters, and what is left of them."""
    return [p[k * width : (k + 1) * width] for k in range(count)], p[count * width :]


def elman(p, xs, ts):
    u, p = rows_of(p, N, W)
    v, p = rows_of(p, N, N)
    b, h, loss = p[:N], [0.0] * N, 0.0
    for x, t in zip(xs, ts, strict=True):
        h = [tanh(b[j] + weighted(u[j], x) + weighted(v[j], h)) for j in range(N)]
        loss = loss + (sum(h) - t) ** 2
    return loss


def gates_of(p, count):
    """Gates, each a function of input, state and activation, and what is left of the parameters."""
    gates = []
    for _ in range(count):
        u, p = rows_of(p, N, W)
        v, p = rows_of(p, N, N)
        b, p = p[:N], p[N:]
        gates.append(lambda x, h, f, u=u, v=v, b=b: [f(b[j] + weighted(u[j], x) + weighted(v[j], h)) for j in range(N)])
    return gates, p


def gated(p, xs, ts):
    """A gated recurrent unit, its loss at the end only."""
    (update, reset, new), _ = gates_of(p, 3)
    h = [0.0] * N
    for x in xs:
        z, r = update(x, h, sigmoid), reset(x, h, sigmoid)
        n = new(x, [a * b for a, b in zip(r, h, strict=True)], tanh)
        h = [(1.0 - a) * b + a * c for a, b, c in zip(z, n, h, strict=True)]
    return sum(h) * ts[0]


def long_short(p, xs, ts):
    """Long short-term memory, with a loss at each step."""
    gates, out = gates_of(p, 4)
    h, c, loss = [0.0] * N, [0.0] * N, 0.0
    for x, t in zip(xs, ts, strict=True):
        i, f, o, g = (gate(x, h, a) for gate, a in zip(gates, (sigmoid, sigmoid, sigmoid, tanh), strict=True))
        c = [a * old + b * new for a, b, new, old in zip(f, i, g, c, strict=True)]
        h = [a * tanh(new) for a, new in zip(o, c, strict=True)]
        loss = loss + (weighted(out, h) - t) ** 2
    return loss


def two_layers(p, xs, ts):
    """One recurrent layer upon another, and softmax on top."""
    u, p = rows_of(p, N, W)
    v, p = rows_of(p, N, N)
    u2, p = rows_of(p, N, N)
    v2, p = rows_of(p, N, N)
    h, g, loss = [0.0] * N, [0.0] * N, 0.0
    for x, t in zip(xs, ts, strict=True):
        h = [tanh(weighted(u[j], x) + weighted(v[j], h)) for j in range(N)]
        g = [relu(weighted(u2[j], h) + weighted(v2[j], g)) for j in range(N)]
        loss = loss + softmax(g)[0] * t
    return loss


def forwards_and_backwards(p, xs, ts):
    """Two nets, of which one reads from the end: how far apart their inputs are goes by the step, as in no nest."""
    a, b = rows_of(p, N, W + N), rows_of(p[N * (W + N) :], N, W + N)
    there, back = [], []
    for (rows, _), order, states in ((a, xs, there), (b, xs[::-1], back)):
        h = [0.1] * N
        for x in order:
            h = [tanh(weighted(rows[j][:W], x) + weighted(rows[j][W:], h)) for j in range(N)]
            states.append(h)
    return sum(weighted(f, g) * t for f, g, t in zip(there, back[::-1], ts, strict=True))


def momentum(p, xs, ts):
    """Gradient descent with momentum on a least-squares problem, by hand: two states that need each other."""
    w, m = p[:W], [0.0] * W
    for x, t in zip(xs, ts, strict=True):
        error = weighted(w, x) - t
        m = [0.9 * a + error * b for a, b in zip(m, x, strict=True)]
        w = [a - 0.1 * b + 0.01 * sin(a) for a, b in zip(w, m, strict=True)]
    return weighted(w, w)


def by_the_clock(p, xs, ts):
    """Steps of a differential equation in which time stands, with rates that fall: numbers of the program,
    others in each step."""
    u, p = rows_of(p, N, W)
    v, p = rows_of(p, N, N)
    h, loss = [0.1] * N, 0.0
    for k, (x, t) in enumerate(zip(xs, ts, strict=True)):
        rate = 0.5 + 3.0 / (k + 2.5)
        slopes = [
            tanh(weighted(u[j], x) + weighted(v[j], h) + 0.03 * k + 0.05 + sin((0.1 * k + 0.05) * p[j]))
            for j in range(N)
        ]
        h = [a + rate * b for a, b in zip(h, slopes, strict=True)]
        loss = loss + tanh(t - 0.05 * k) * h[0]
    return loss


NETS = {
    "elman": (elman, N * (W + N + 1)),
    "gated": (gated, 3 * N * (W + N + 1)),
    "long_short": (long_short, 4 * N * (W + N + 1) + N),
    "two_layers": (two_layers, N * (W + 3 * N)),
    "momentum": (momentum, W),
    "by_the_clock": (by_the_clock, N * (W + N + 1)),
    "forwards_and_backwards": (forwards_and_backwards, 2 * N * (W + N)),
}
FOLDED = [name for name in NETS if name != "forwards_and_backwards"]


def data(name, steps, seed=0):
    rng = random.Random(seed)
    p = [rng.gauss(0.0, 0.3) for _ in range(NETS[name][1])]
    return (
        p,
        [[rng.gauss(0.0, 1.0) for _ in range(W)] for _ in range(steps)],
        [rng.gauss(0.0, 1.0) for _ in range(steps)],
    )


@cache
def rolled(name, steps):
    p, xs, ts = data(name, steps)
    p, xs, ts = list(map(Value, p)), [list(map(Value, x)) for x in xs], list(map(Value, ts))
    loss = NETS[name][0](p, xs, ts)
    inputs = [("p", p), ("x", [x for row in xs for x in row]), ("t", ts)]
    return reroll(lower(inputs, [("loss", [loss])], gradient_of=loss, wrt=[("gradient", p)]))


@pytest.mark.parametrize("name", FOLDED)
def test_code_does_not_grow_with_the_steps(name):
    short, long = recurrent(rolled(name, FEW)), recurrent(rolled(name, FEW + 3))
    assert len(short.nests) == len(long.nests)
    counts = [[part.count for part in x.nests if isinstance(part, Recurrence)] for x in (short, long)]
    assert len(counts[0]) >= 2 and [a + 3 for a in counts[0]] == counts[1]
    assert max(len(nest.segments) for nest in each_nest(long.nests)) <= 5  # sums over the steps are sums along arrays


def test_only_what_needs_the_step_before_takes_turns():
    """All else is one nest over the steps: the output layer, the losses, slopes; forwards and backwards."""
    parts = recurrent(rolled("elman", 20)).nests
    there, back = [part for part in parts if isinstance(part, Recurrence)]
    assert [nest.op for nest in there.nests] == ["dot", "dot", "tanh"] and there.count == 19
    assert [nest.op for nest in back.nests] == ["dot", "mul"] and back.count >= 18
    assert all(nest.result.address.strides[0] >= 0 for nest in there.nests)
    assert all(nest.result.address.strides[0] <= 0 for nest in back.nests)  # from the end, so that no sum turns round
    steps = [part.op for part in parts if isinstance(part, Nest) and part.trips and part.trips[0].base == 20]
    assert steps.count("tanh_slope") == 1 and {"sub", "mul", "dot"} <= set(steps)
    there = next(part for part in recurrent(rolled("elman", 20), slopes=True).nests if isinstance(part, Recurrence))
    assert [nest.op for nest in there.nests] == ["dot", "dot", "tanh", "tanh_slope"]


def test_steps_that_need_each_other_crosswise():
    """The first nest of a step needs the last of the step before, which needs another one, and that nothing."""
    steps = 12
    arrays = [Array("x", steps, "input"), Array("y", steps, "output"), *[Array("h", 1, "work")] * (3 * steps + 1)]
    nests = [Nest("copy", (), at(2, 0), (0.3,))]
    for k in range(steps):
        a, b, c = (3 + 3 * k + n for n in range(3))
        nests += [
            Nest("exp", (), at(b, 0), (at(0, k),)),
            Nest("sin", (), at(a, 0), (at(c - 3 if k else 2, 0),)),
            Nest("add", (), at(c, 0), (at(a, 0), at(b, 0))),
            Nest("cos", (), at(1, k), (at(c, 0),)),
        ]
    program = Rolled(arrays, nests)
    parts = recurrent(program).nests
    assert [part.count for part in parts if isinstance(part, Recurrence)] == [steps - 1]
    assert [part.op for part in parts if isinstance(part, Nest) and part.trips] == ["exp", "cos"]
    given = numbers(random.Random(2), program)
    assert difference(program.run(*given), recurrent(program).run(*given)) is None


@pytest.mark.parametrize("slopes", [False, True])
@pytest.mark.parametrize("first", ["tanh", "sin"])
def test_a_slope_that_the_next_step_needs(slopes, first):
    """h = tanh(h) · tanh'(h): whichever of the three a step begins with, all of them take turns."""
    steps = 12
    arrays = [Array("x", 1, "input"), Array("y", 1, "output"), *[Array("h", 1, "work")] * (3 * steps + 1)]
    nests, h = [Nest("copy", (), at(2, 0), (at(0, 0),))], 2
    for k in range(steps):
        a, b, after = (3 + 3 * k + n for n in range(3))
        nests.append(Nest("tanh" if k else first, (), at(a, 0), (at(h, 0),)))
        nests += [Nest("tanh_slope", (), at(b, 0), (at(h, 0),)), Nest("mul", (), at(after, 0), (at(a, 0), at(b, 0)))]
        h = after
    program = Rolled(arrays, [*nests, Nest("copy", (), at(1, 0), (at(h, 0),))])
    folded = recurrent(program, slopes)
    (turns,) = [part for part in folded.nests if isinstance(part, Recurrence)]
    assert sorted(nest.op for nest in turns.nests) == ["mul", "tanh", "tanh_slope"] and turns.count >= steps - 2
    assert difference(program.run([0.9]), folded.run([0.9])) is None


@pytest.mark.parametrize("name", NETS)
def test_it_computes_what_the_nests_do(name):
    plain = rolled(name, FEW)
    folded = recurrent(plain)
    assert (len(list(each_nest(folded.nests))) < len(plain.nests) / 2) is (name in FOLDED)
    given = numbers(random.Random(1), plain)
    assert difference(plain.run(*given), folded.run(*given)) is None
    outside = [[a for a in x.arrays if a.kind in ("input", "output")] for x in (plain, folded)]
    assert outside[0] == outside[1] and (folded.work, folded.affine) == (plain.work, plain.affine)


@pytest.mark.parametrize(("name", "cpu"), every(2, NETS, processors()))
def test_machine_code(name, cpu):
    llvm = pytest.importorskip("tinygrad_edu.jit.llvm.rolled", exc_type=ImportError)
    pytest.importorskip("llvmlite")
    p, xs, ts = data(name, FEW)
    expected, slopes = value_and_grad(NETS[name][0])(p, xs, ts)
    executable = llvm.build(rolled(name, FEW), cpu=cpu)
    (value,), gradient = executable.run(p, [x for row in xs for x in row], ts)
    assert executable.again > 0 or name not in FOLDED
    assert value == pytest.approx(expected, rel=1e-11)
    assert gradient == pytest.approx(slopes, rel=1e-10, abs=1e-12)


@pytest.mark.parametrize(
    ("name", "rows"),
    [("elman", 1), ("momentum", 2), ("momentum", 7), ("elman", 8), ("momentum", 20), ("by_the_clock", 7)],
)
def test_batches(name, rows):
    """Outputs row by row, and summed over the rows; inputs that are the same for all rows."""
    llvm = pytest.importorskip("tinygrad_edu.jit.llvm.rolled", exc_type=ImportError)
    pytest.importorskip("llvmlite")
    plain, rng = rolled(name, FEW), random.Random(2)
    p, x, t = numbers(rng, plain)
    xs, ts = [[rng.gauss(0.0, 1.0) for _ in range(rows * len(one))] for one in (x, t)]
    cut = lambda many, one, k: many[k * len(one) : (k + 1) * len(one)]  # noqa: E731
    each = [plain.run(p, cut(xs, x, k), cut(ts, t, k)) for k in range(rows)]
    executable = llvm.build(plain)
    values, gradients = executable.map(rows, [False, True, True], p, xs, ts)
    assert difference([[row[0][0] for row in each]], [values]) is None
    assert difference([[g for row in each for g in row[1]]], [gradients]) is None
    total = [[sum(row[0][0] for row in each)], [sum(gs) for gs in zip(*[row[1] for row in each], strict=True)]]
    assert difference(total, executable.map(rows, [False, True, True], p, xs, ts, summed=[0, 1])) is None


def test_sums_over_rows_of_what_each_step_gives():
    """An output of which each step writes one number: summed over rows, it cannot wait for the end of the steps."""
    llvm = pytest.importorskip("tinygrad_edu.jit.llvm.rolled", exc_type=ImportError)
    pytest.importorskip("llvmlite")
    steps = 20
    arrays = [Array("x", steps, "input"), Array("y", steps, "output"), *[Array("h", 1, "work")] * (2 * steps)]
    nests = []
    for k in range(steps):
        before = at(2 * k, 0) if k else at(0, 0)
        nests += [
            Nest("sin", (), at(2 * k + 2, 0), (before,)),
            Nest("mul", (), at(2 * k + 3, 0), (at(2 * k + 2, 0), at(0, k))),
            Nest("add", (), at(1, k), (at(2 * k + 3, 0), 1.0)),
        ]
    plain = Rolled(arrays, nests)
    folded = recurrent(plain)
    assert [part.count for part in folded.nests if isinstance(part, Recurrence)]
    executable, rng = llvm.build(plain), random.Random(3)
    assert executable.again > 0
    for rows in (1, 5, 16):
        (x,) = numbers(rng, plain, rows)
        each = [plain.run(x[k * steps : (k + 1) * steps])[0] for k in range(rows)]
        assert difference([list(in_a_row(*each))], executable.map(rows, [True], x)) is None
        assert (
            difference([list(map(sum, zip(*each, strict=True)))], executable.map(rows, [True], x, summed=[0])) is None
        )


def test_tokens_choose_rows_of_a_table(monkeypatch):
    pytest.importorskip("llvmlite")
    monkeypatch.setattr(targets, "LEAST", 0)

    def f(table, v, tokens):
        h = [0.1, -0.2, 0.3]
        for token in tokens:
            x = take(table, token)
            h = [tanh(x[j] + weighted(v[j], h)) for j in range(3)]
        return sum(h)

    rng = random.Random(4)
    table, v = [[[rng.gauss(0.0, 0.5) for _ in range(3)] for _ in range(n)] for n in (7, 3)]
    tokens = [rng.randrange(7) for _ in range(40)]
    compiled = jit(f, target="llvm")
    value, slopes = compiled.value_and_grad(table, v, tokens)
    assert "loop nests were compiled, and are called again" in compiled.report()
    expected, eager = value_and_grad(f)(table, v, tokens)
    assert value == pytest.approx(expected, rel=1e-12)
    for got, want in zip(slopes, eager, strict=True):
        assert got == pytest.approx(want, rel=1e-11, abs=1e-14)


def test_a_recurrent_network_is_trained(monkeypatch):
    """In a loop in which the parameters change, with a large batch grown from a few rows: as the eager engine does."""
    llvm = pytest.importorskip("tinygrad_edu.jit.llvm.rolled", exc_type=ImportError)
    pytest.importorskip("llvmlite")
    monkeypatch.setattr(targets, "LEAST", 0)
    rng = random.Random(5)
    x = [[rng.gauss(0.0, 1.0) for _ in range(8)] for _ in range(50)]
    y = [sum(row) for row in x]

    class Net(nn.Module):
        def __init__(self):
            rng = random.Random(6)
            self.u = [Value(rng.gauss(0.0, 0.4)) for _ in range(6)]
            self.v = [[Value(rng.gauss(0.0, 0.4)) for _ in range(6)] for _ in range(6)]
            self.w = [Value(rng.gauss(0.0, 0.4)) for _ in range(6)]

        def forward(self, x):
            h = [0.0] * 6
            for number in x:
                h = [tanh(self.u[j] * number + weighted(self.v[j], h)) for j in range(6)]
            return weighted(self.w, h)

    nets = [Net(), Net()]
    made = []
    monkeypatch.setattr(llvm, "recurrent", lambda *given, **how: made.append(recurrent(*given, **how)) or made[-1])
    for net, compiled in zip(nets, (False, True), strict=True):
        fit(net, (x, y), loss="mse", optimizer="adam", lr=0.01, epochs=2, batch_size=50, shuffle=False, jit=compiled)
    assert any(isinstance(part, Recurrence) for part in made[0].nests)
    eager, compiled = ([p.data for p in net.parameters()] for net in nets)
    assert compiled == pytest.approx(eager, rel=1e-9)


def remembering(steps=6):
    """Written as a recurrence: h = h·w + sin x at each step, where w changes from run to run and x does not."""
    arrays = [
        Array("w", 1, "input"),
        Array("x", steps, "input"),
        Array("after", 1, "output"),
        Array("h", steps + 1, "work"),
    ]
    turn = (Affine(steps),)
    body = (
        Nest("sin", turn, at(4, 0, 0), (at(1, 0, 1),)),
        Nest("mul", turn, at(5, 0, 0), (at(3, 0, 1), at(0, 0, 0))),
        Nest("add", turn, at(3, 1, 1), (at(5, 0, 0), at(4, 0, 0))),
    )
    first, last = Nest("copy", (), at(3, 0), (0.5,)), Nest("tanh", (), at(2, 0), (at(3, steps),))
    return Rolled([*arrays, Array("t", 1, "work"), Array("s", 1, "work")], [first, Recurrence(body), last])


def over_and_over(program, w, x, times):
    for _ in range(times):
        ((w,),) = program.run([w], x)
    return w


def check_remembering(llvm):
    program, x = remembering(), [0.1 * k for k in range(6)]
    executable = llvm.build(program, loop=Loop(program, ((0, 0),)))
    assert difference(program.run([0.7], x), executable.run([0.7], x)) is None
    after, _ = executable.loop(5, [[0.7], x])
    assert after[0][0] == pytest.approx(over_and_over(program, 0.7, x, 5), rel=1e-12)


def test_a_recurrence_in_a_loop():
    """What only one turn needs is computed in it, even if it is the same whenever the loop comes round."""
    llvm = pytest.importorskip("tinygrad_edu.jit.llvm.rolled", exc_type=ImportError)
    pytest.importorskip("llvmlite")
    program = remembering()
    assert recurrent(program) is program
    assert [nest.op for nest in program.plain()] == ["copy", *["sin", "mul", "add"] * 6, "tanh"]
    check_remembering(llvm)


@pytest.mark.parametrize("fault", ["never further", "each steady by itself"])
def test_planted_faults_are_found(monkeypatch, fault):
    llvm = pytest.importorskip("tinygrad_edu.jit.llvm.rolled", exc_type=ImportError)
    pytest.importorskip("llvmlite")
    Module = llvm.Module
    if fault == "never further":
        function = Module._function

        def still(self, *given):
            monkeypatch.setattr(self, "views", {k: (array, 0) for k, (array, _) in self.views.items()})
            return function(self, *given)

        monkeypatch.setattr(Module, "_function", still)
    else:
        steady = Module.steady

        def apart(self, changing):
            monkeypatch.setattr(self, "parts", [(1, [k]) for k in range(len(self.kernels))])
            return steady(self, changing)

        monkeypatch.setattr(Module, "steady", apart)
    with pytest.raises(AssertionError):
        check_remembering(llvm)


# -- what is no recurrence --------------------------------------------------------------------------------------------


def chain(steps, op=lambda k: "sin", place=lambda k: 0):
    """A value that goes through so many functions."""
    arrays = [
        Array("x", 1, "input"),
        *[Array("h", 1 + place(k), "work") for k in range(steps)],
        Array("y", 1, "output"),
    ]
    nests = [Nest(op(k), (), at(k + 1, place(k)), (at(k, place(k - 1) if k else 0),)) for k in range(steps)]
    return Rolled(arrays, [*nests, Nest("copy", (), at(steps + 1, 0), (at(steps, place(steps - 1)),))])


def counts(program):
    return [part.count for part in recurrent(program).nests if isinstance(part, Recurrence)]


def test_how_many_nests_make_a_recurrence():
    assert counts(chain(14)) == [] and counts(chain(15)) == [13] and counts(chain(40)) == [38]
    assert recurrent(chain(10)).nests == chain(10).nests


def test_nests_in_turn():
    assert counts(chain(40, op=lambda k: ("sin", "cos", "tanh")[k % 3])) == [12]
    assert counts(chain(40, op=lambda k: "sin" if k < 20 else "cos")) == [18, 19]
    assert counts(chain(40, op=lambda k: "sin" if k * k % 23 > 9 else "cos" if k % 5 else "tanh")) == []


def test_at_places_that_follow_no_rule():
    assert counts(chain(40, place=lambda k: k * k % 7)) == []


def test_a_table_is_no_part_of_a_recurrence():
    program = chain(40)
    program.nests[20] = replace(program.nests[20], op="copy", operands=(replace(at(20, 0), table=(0,)),))
    assert counts(program) == [18, 18]
    assert difference(program.run([0.3]), recurrent(program).run([0.3])) is None


def test_a_table_may_read_what_lies_elsewhere_now():
    """The results of all steps are in one array: a later list of places in one of them moves with it."""
    row = lambda k: at(k, 0, 1)  # noqa: E731
    arrays = [Array("x", 4, "input"), *[Array("h", 4, "work")] * 30, Array("y", 4, "output")]
    nests = [Nest("sin", (Affine(4),), row(k + 1), (row(k),)) for k in range(30)]
    wild = replace(row(20), table=(2, 0, 3, 1))
    program = Rolled(arrays, [*nests, Nest("copy", (Affine(4),), row(31), (wild,))])
    assert counts(program) == [28]
    given = [[0.1, 0.2, 0.3, 0.4]]
    assert difference(program.run(*given), recurrent(program).run(*given)) is None


def test_what_two_paces_meet_in_is_no_recurrence(monkeypatch):
    """Each step reads, of what all steps write into, the place before its own and one that moves on twice as fast."""
    steps = 24
    arrays = [Array("x", steps, "input"), Array("y", 2 * steps, "output")]
    first = Nest("copy", (Affine(steps),), at(1, 0, 1), (at(0, 0, 1),))
    nests = [Nest("add", (), at(1, steps + k), (at(1, steps + k - 1), at(1, 2 * k))) for k in range(steps)]
    program = Rolled(arrays, [first, *nests])
    assert recurrent(program) is program
    monkeypatch.setattr(recurrences, "_one_pace", lambda nests: True)
    assert counts(program) == [steps]  # that alone it was


def test_what_lies_outside_of_its_array_is_noticed(monkeypatch):
    program = chain(40)
    far = lambda nest: nest.rewritten(lambda x, _: replace(x, address=Affine(999, x.address.strides)))  # noqa: E731
    monkeypatch.setattr(recurrences, "_over_steps", lambda nests: far(found(nests)))
    with pytest.warns(RuntimeWarning, match="has gone wrong"):
        assert recurrent(program) is program


def test_a_wrong_one_is_noticed_and_not_used(monkeypatch):
    program = chain(40)
    monkeypatch.setattr(recurrences, "_over_steps", lambda nests: replace(found(nests), op="cos"))
    with pytest.warns(RuntimeWarning, match="recurrences of 41 loop nests has gone wrong"):
        assert recurrent(program) is program


found = recurrences._over_steps


def test_the_report_says_so(monkeypatch):
    pytest.importorskip("llvmlite")
    monkeypatch.setattr(targets, "LEAST", 0)
    compiled = jit(elman, target="llvm")
    compiled.value_and_grad(*data("elman", 14))
    own = len(list(each_nest(recurrent(rolled("elman", 14), slopes=True).nests)))
    assert f"steps repeat: {own} loop nests were compiled, and are called again for the others" in compiled.report()
    arrays = jit(elman, target="numpy")
    arrays.value_and_grad(*data("elman", 14))
    own = len(list(each_nest(recurrent(rolled("elman", 14)).nests)))
    assert f"steps repeat: {own} loop nests were compiled, and are called again for the others" in arrays.report()
