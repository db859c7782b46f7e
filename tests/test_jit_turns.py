"""Recurrences as array code: a loop over the steps in Python, or a function of one step that JAX repeats.

Recurrent networks, and recurrences made by hand for what these have not: each is held against ``Rolled.run``, prepared
and not, once and for many rows. What fits into no loop must be written step by step, and compute the same.
"""

import random

import pytest

from tests.golden import held
from tests.rolled_cases import at, difference, numbers
from tests.test_jit_recurrences import FEW, FOLDED, NETS, rolled
from tests.test_jit_recurrences import recurrent as folded
from tinygrad_edu import Value
from tinygrad_edu.jit.arrays.code import ArrayCode
from tinygrad_edu.jit.lower import lower
from tinygrad_edu.jit.rolled import Access, Affine, Array, Nest, Recurrence, Rolled, Segment
from tinygrad_edu.jit.rolling.reroll import reroll

np = pytest.importorskip("numpy")

from tinygrad_edu.jit.arrays import target  # noqa: E402
from tinygrad_edu.jit.arrays.batched import batched  # noqa: E402
from tinygrad_edu.jit.arrays.namespaces import numpy_namespace  # noqa: E402


def loops(program):
    return ArrayCode(program).text().count("    for k in ")


def check(program, rows=(1, 3)):
    """The code that returns new arrays, the one that is prepared, and both for rows."""
    rng = random.Random(4)
    given = numbers(rng, program)
    want = program.run(*given)
    run, _ = target.function_of(program, numpy_namespace())
    with np.errstate(all="ignore"):
        assert difference(want, [np.asarray(x, float).tolist() for x in run(*map(np.asarray, given))]) is None
    executable = target.build(program)
    assert difference(want, executable.run(*given)) is None
    outputs = range(len(want))
    for count in rows:
        mapped = [k != 0 or len(given) == 1 for k in range(len(given))]
        many = [
            [rng.gauss(0.0, 1.0) for _ in range(len(x) * count)] if m else x for x, m in zip(given, mapped, strict=True)
        ]
        cut = lambda x, k: x[k * len(x) // count : (k + 1) * len(x) // count]  # noqa: E731, B023
        each = [program.run(*[cut(x, k) if m else x for x, m in zip(many, mapped, strict=True)]) for k in range(count)]
        in_rows = [[x for row in each for x in row[k]] for k in outputs]
        assert difference(in_rows, executable.map(count, mapped, *many)) is None
        sums = [[sum(xs) for xs in zip(*[row[k] for row in each], strict=True)] for k in outputs]
        assert difference(sums, executable.map(count, mapped, *many, summed=outputs)) is None


@pytest.mark.parametrize("name", NETS)
def test_recurrent_networks(name):
    check(folded(rolled(name, FEW)), rows=(1, 3))


@pytest.mark.parametrize("name", FOLDED)
def test_code_does_not_grow_with_the_steps(name):
    texts = [ArrayCode(folded(rolled(name, steps)), True) for steps in (FEW + 3, FEW + 6)]
    lengths = [len(code.text().split("\n")) for code in texts]
    assert lengths[0] == lengths[1] and loops(texts[0].rolled) >= 2
    prepared = [len(code.prepared_text().split("\n")) for code in texts]
    assert prepared[0] == prepared[1]


def elman(steps):
    """With labels, as a user would give them: three inputs, two units, the mean of squared errors."""
    u, v = ([[Value(0.1, f"{name}{i}{j}") for j in (1, 2, 3)[:n]] for i in (1, 2)] for name, n in (("u", 3), ("v", 2)))
    b, w, c = [Value(0.1, "b1"), Value(0.1, "b2")], [Value(0.1, "w1"), Value(0.1, "w2")], Value(0.1, "c")
    xs = [[Value(1.0, f"x{t}_{i}") for i in (1, 2, 3)] for t in range(steps)]
    ts = [Value(1.0, f"t{t}") for t in range(steps)]
    h, loss = [Value(0.5, "h1"), Value(0.5, "h2")], Value(0.0)
    first = list(h)
    weighted = lambda ws, xs: sum(w * x for w, x in zip(ws, xs, strict=True))  # noqa: E731
    for x, t in zip(xs, ts, strict=True):
        h = [(weighted(u[j], x) + weighted(v[j], h) + b[j]).tanh() for j in (0, 1)]
        loss = loss + (weighted(w, h) + c - t) ** 2
    params = [*[x for row in u for x in row], *[x for row in v for x in row], *b, *w, c]
    inputs = [("params", params), ("x", [x for row in xs for x in row]), ("t", ts), ("h", first)]
    return folded(reroll(lower(inputs, [("loss", [loss])], gradient_of=loss, wrt=[("gradient", params)])))


def test_the_text():
    """Backpropagation through time as a textbook has it: a loop forwards, a loop backwards, and products over time."""
    program = elman(12)
    code = ArrayCode(program, True)
    texts = [code.text(), code.prepared_text(), ArrayCode(program, scan=True).text()]
    texts.append(ArrayCode(batched(program, 4, [False, True, True, False], [1]), True).text())
    held("jit/turns.txt", "\n\n".join(texts) + "\n")


# -- by hand ----------------------------------------------------------------------------------------------------------

STEPS = 6
TURN = Affine(STEPS)
WORK = [Array("h", 40, "work"), Array("g", 40, "work"), Array("c", 40, "work")]
X, P, Y, H, G, C = range(6)


def by_hand(first, body, last, y=12):
    """Inputs x (40 numbers) and p (8), an output, work arrays h, g and c; y is as long as is said."""
    arrays = [Array("x", 40, "input"), Array("p", 8, "input"), Array("y", y, "output"), *WORK]
    return Rolled(arrays, [*first, Recurrence(tuple(body)), *last])


def copied(array, count, base=0, stride=1):
    return Nest("copy", (Affine(count),), at(Y, 0, 1), (at(array, base, stride),))


START = [Nest("copy", (Affine(4),), at(H, 0, 1), (at(X, 0, 1),))]


PAIRS = (TURN, Affine(2))


def dot(result, *terms, trips=PAIRS):
    return Nest("dot", trips, result, segments=tuple([Segment(Affine(n), a, b) for n, a, b in terms]))


def lag():
    """What was two turns ago, and what was three."""
    body = [
        Nest("mul", (TURN,), at(G, 0), (at(H, 1, 1), at(P, 0))),  # strides that are left out are 0
        Nest("add", (TURN,), at(H, 3, 1), (at(G, 0, 0), at(H, 0, 1))),
    ]
    return by_hand([Nest("copy", (Affine(3),), at(H, 0, 1), (at(X, 0, 1),))], body, [copied(H, 9)], 9)


def two_in_one_array():
    """The two halves of a state come from two nests; each reads all of it."""
    body = [
        dot(at(H, 4, 4, 1), (4, at(H, 0, 4, 0, 1), at(P, 0, 0, 0, 1)), (1, at(X, 1, 2, 1, 0), 1.0)),
        dot(at(H, 6, 4, 1), (4, at(H, 0, 4, 0, 1), at(P, 1, 0, 1, 1)), (1, at(X, 2, 2, 1, 0), 0.5)),
    ]
    return by_hand(START, body, [copied(H, 12, 16)])


def reads_both_turns():
    """A sum over the last of what was and the first of what is."""
    body = [
        Nest("sin", (TURN, Affine(4)), at(G, 0, 0, 1), (at(H, 0, 4, 1),)),
        Nest("copy", (TURN, Affine(2)), at(H, 4, 4, 1), (at(G, 0, 0, 1),)),
        dot(at(H, 6, 4, 1), (4, at(H, 2, 4, 0, 1), at(P, 0, 0, 1, 1))),
    ]
    return by_hand(START, body, [copied(H, 12, 16)])


def written_side_by_side():
    """An output of which a turn writes every sixth number."""
    body = [
        Nest("tanh", (TURN, Affine(2)), at(H, 2, 2, 1), (at(H, 0, 2, 1),)),
        Nest("mul", (TURN, Affine(2)), at(Y, 0, 1, 6), (at(H, 2, 2, 1), at(X, 0, 1, 0))),
    ]
    return by_hand(START, body, [])


def between_each_other():
    """Two numbers, three places apart, and those of the next turn two further on: rows of no matrix."""
    body = [
        Nest("mul", (TURN,), at(G, 1, 1), (at(G, 0, 1), at(X, 0, 1))),
        Nest("mul", (TURN, Affine(2)), at(H, 0, 2, 3), (at(G, 0, 1, 0), at(X, 1, 1, 2))),
    ]
    last = [Nest("copy", (Affine(6),), at(Y, 6 * k, 1), (at(H, 3 * k, 2),)) for k in range(2)]
    return by_hand([Nest("copy", (), at(G, 0), (at(P, 0),))], body, last)


def from_the_end():
    """Results that go backwards, inputs that go forwards, and others backwards."""
    body = [
        Nest("mul", (TURN, Affine(2)), at(G, 0, 0, 1), (at(H, 12, -2, 1), at(X, 20, -2, 1))),
        Nest("add", (TURN, Affine(2)), at(H, 10, -2, 1), (at(G, 0, 0, 1), at(X, 21, 2, -1))),
    ]
    return by_hand([Nest("copy", (Affine(2),), at(H, 12, 1), (at(X, 0, 1),))], body, [copied(H, 12)])


def only_of_this_turn():
    """The largest of what the turn has just made: it reads nothing that moves on, and is another one in each turn."""
    body = [
        Nest("mul", (TURN, Affine(30)), at(G, 0, 0, 1), (at(H, 0, 1), at(X, 2, 0, 1))),
        Nest("max", (TURN,), at(C, 0), segments=(Segment(Affine(30), at(G, 0, 0, 1), 1.0),)),
        Nest("sin", (TURN,), at(H, 1, 1), (at(C, 0),)),
    ]
    return by_hand([Nest("copy", (), at(H, 0), (at(X, 0),))], body, [copied(H, 7)], 7)


def truths():
    """What was greater in the turn before decides."""
    body = [
        Nest("where", (TURN,), at(H, 1, 1), (at(C, 0, 1), at(X, 1, 1), at(H, 0, 1))),
        Nest("gt", (TURN,), at(C, 1, 1), (at(H, 1, 1), at(X, 2, 1))),
    ]
    first = [Nest("gt", (), at(C, 0), (at(X, 0), 0.0)), Nest("copy", (), at(H, 0), (at(X, 0),))]
    last = [Nest("where", (Affine(7),), at(Y, 0, 1), (at(C, 0, 1), at(H, 0, 1), 2.0))]
    return by_hand(first, body, last, 7)


def truths_behind():
    """Each turn says whether something is so; behind the loop these choose, from copies of them too."""
    body = [
        Nest("sin", (TURN,), at(H, 1, 1), (at(H, 0, 1),)),
        Nest("gt", (TURN,), at(C, 0, 1), (at(H, 1, 1), at(X, 2, 1))),
    ]
    first = [Nest("copy", (), at(H, 0), (at(X, 0),))]
    last = [
        Nest("copy", (Affine(6),), at(G, 0, 1), (at(C, 5, -1),)),
        Nest("where", (Affine(6),), at(Y, 0, 1), (at(G, 0, 1), at(H, 0, 1), 2.0)),
    ]
    return by_hand(first, body, last, 6)


def windows():
    """Three numbers of the input, of which the next turn reads two again."""
    body = [dot(at(H, 1, 1), (3, at(X, 0, 1, 1), at(P, 0, 0, 1)), (1, at(H, 0, 1, 0), 0.5), trips=(TURN,))]
    return by_hand(START, body, [copied(H, 7)], 7)


def chosen():
    """A number that the state makes chooses from a table, and one from another in each turn."""
    body = [
        Nest("gt", (TURN,), at(C, 0, 0), (at(H, 0, 1), 0.1)),
        Nest("where", (TURN,), at(G, 0, 0), (at(C, 0, 0), 1.0, 0.0)),
        Nest("take", (TURN,), at(H, 1, 1), (at(X, 0, 2), at(G, 0, 0)), pitch=5, count=2),
    ]
    return by_hand(START, body, [copied(H, 7)], 7)


def nothing_before():
    """A recurrence of which the first turn does not look back, as its place is written in it."""
    body = [
        Nest("mul", (TURN,), at(G, 0, 1), (at(X, 0, 1), at(P, 0, 0))),
        Nest("sin", (TURN,), at(H, 0, 1), (at(G, 0, 1),)),
    ]
    return by_hand([], body, [copied(H, 6)], 6)


def of_no_use_later():
    """Only the last state is asked for."""
    body = [
        Nest("sin", (TURN, Affine(4)), at(G, 0, 0, 1), (at(H, 0, 4, 1),)),
        Nest("mul", (TURN, Affine(4)), at(H, 4, 4, 1), (at(G, 0, 0, 1), at(P, 0, 0, 1))),
    ]
    return by_hand(START, body, [copied(H, 4, 24)], 4)


def the_same_in_each_turn():
    """What no turn changes stands before the loop."""
    body = [
        Nest("exp", (TURN, Affine(4)), at(G, 0, 0, 1), (at(P, 0, 0, 1),)),
        Nest("mul", (TURN, Affine(4)), at(H, 4, 4, 1), (at(H, 0, 4, 1), at(G, 0, 0, 1))),
    ]
    return by_hand(START, body, [copied(H, 4, 24)], 4)


def of_one_axis_more():
    """Matrices in a row: a turn has a matrix, and reads that of the turn before by columns."""
    body = [
        dot(
            at(H, 4, 4, 2, 1),
            (2, at(H, 0, 4, 0, 1, 2), at(P, 0, 0, 2, 0, 1)),
            (1, at(X, 4, 4, 1, 2, 0), 0.1),
            trips=(TURN, Affine(2), Affine(2)),
        )
    ]
    return by_hand(START, body, [copied(H, 12, 16)])


LOOPS = [
    lag, two_in_one_array, reads_both_turns, written_side_by_side, between_each_other, from_the_end, only_of_this_turn,
    truths, truths_behind, windows, chosen, nothing_before, of_no_use_later, the_same_in_each_turn, of_one_axis_more,
]  # fmt: skip


@pytest.mark.parametrize("case", LOOPS, ids=lambda case: case.__name__)
def test_loops(case):
    assert loops(case()) == 1
    check(case())
    llvm = pytest.importorskip("tinygrad_edu.jit.llvm.rolled", exc_type=ImportError)
    pytest.importorskip("llvmlite")
    given = numbers(random.Random(4), case())
    assert difference(case().run(*given), llvm.build(case()).run(*given)) is None


def triangle():
    """In a turn a row for each row before, of growing length."""
    turn = (TURN, Affine(3), Affine(1, (0, 1)))
    body = [
        Nest("sin", turn, at(G, 0, 0, 3, 1), (at(H, 0, 4, 1, 1),)),
        dot(at(H, 4, 4, 1), (1, at(G, 0, 0, 3, 0), 1.0), trips=(TURN, Affine(3))),
        Nest("copy", (TURN,), at(H, 7, 4), (at(H, 3, 4),)),
    ]
    return by_hand(START, body, [copied(H, 12, 16)])


def sums_that_grow():
    """A sum of one more term for each result of a turn."""
    segment = Segment(Affine(1, (0, 1)), at(H, 0, 4, 0, 1), at(P, 0, 0, 0, 1))
    body = [
        Nest("dot", (TURN, Affine(3)), at(H, 4, 4, 1), segments=(segment,)),
        Nest("copy", (TURN,), at(H, 7, 4), (at(H, 3, 4),)),
    ]
    return by_hand(START, body, [copied(H, 12, 16)])


def scattered():
    """Added into a row of zeros, in each turn at a place that the turn before says."""
    body = [
        Nest("scatter", (TURN,), at(G, 0, 0), segments=(Segment(Affine(1), at(C, 0, 1, 0), at(X, 0, 1, 0)),),
             pitch=1, count=2),
        dot(at(H, 4, 4, 1), (2, at(G, 0, 0, 0, 1), at(H, 0, 4, 1, 1)), trips=(TURN, Affine(3))),
        Nest("copy", (TURN,), at(H, 7, 4), (at(X, 0, 1),)),
        Nest("where", (TURN,), at(C, 1, 1), (at(H, 4, 4), 1.0, 0.0)),
    ]  # fmt: skip
    return by_hand([*START, Nest("copy", (), at(C, 0), (1.0,))], body, [copied(H, 12, 16)])


def with_tables():
    """Places that follow no rule, the same in each turn."""
    places = tuple([base for _ in range(STEPS) for base in (2, 0, 3, 1)])
    body = [
        Nest("sin", (TURN, Affine(4)), at(G, 0, 0, 1), (Access(P, Affine(0, (0, 0)), places),)),
        Nest("mul", (TURN, Affine(4)), at(H, 4, 4, 1), (at(G, 0, 0, 1), at(H, 0, 4, 1))),
    ]
    return by_hand(START, body, [copied(H, 12, 16)])


def at_one_place_twice():
    """Each turn writes two places of which the next one reads them the other way round, side by side with others'."""
    body = [Nest("sin", (TURN, Affine(2), Affine(2)), at(H, 4, 4, 1, 2), (at(H, 0, 4, 2, 1),))]
    return by_hand(START, body, [copied(H, 12, 16)])


PLAIN = [triangle, sums_that_grow, scattered, with_tables, at_one_place_twice]


@pytest.mark.parametrize("case", PLAIN, ids=lambda case: case.__name__)
def test_what_is_written_step_by_step(case):
    assert loops(case()) == 0
    check(case())


def test_what_reads_what_is_not_there_yet_is_no_loop():
    """The turn before the first one, which nobody has written: any number, as ever, but no list that is too short."""
    body = [Nest("sin", (TURN,), at(H, 2, 1), (at(H, 0, 1),))]
    program = by_hand([Nest("copy", (), at(H, 1), (at(X, 0),))], body, [copied(H, 6, 2)], 6)
    assert loops(program) == 0


# -- by chance --------------------------------------------------------------------------------------------------------


def random_recurrence(seed):
    """Some nests that take turns, on states of which they read any number of earlier turns, inputs and each other."""
    rng = random.Random(seed)
    turns, width, forwards = rng.randrange(2, 8), rng.randrange(1, 5), rng.random() < 0.7
    lag = rng.randrange(1, 4)
    arrays = [Array("x", 80, "input"), Array("p", 12, "input")]
    size = width * (turns + lag)
    states = [2 + k for k in range(rng.randrange(1, 4))]
    arrays += [Array(f"s{k}", size, rng.choice(("work", "work", "output"))) for k in states]
    pace = width if forwards else -width

    def row(back):  # where the row of the first turn is, or that of so many turns before
        return width * (lag - back) if forwards else width * (turns - 1 + back)

    def inner(loops, reach):
        """Strides for these loops, so that all lies within the reach, and how much further on a turned one begins."""
        strides, start = [], 0
        for n in loops:
            stride = rng.choice((0, 1, 1, 1, 2, -1))
            if abs(stride) * (n - 1) > reach:
                stride = 0
            reach -= abs(stride) * (n - 1)
            start += -stride * (n - 1) if stride < 0 else 0
            strides.append(stride)
        return strides, start

    done = []

    def operand(loops):
        kind = rng.choice(("x", "p", "state", "state", "here", "number"))
        if kind == "number":
            return rng.choice((0.5, -1.0, 2.0))
        if kind == "here" and done:
            array, base, step = rng.choice(done)
            strides, start = inner(loops, width - 1)
            return at(array, base + start, step, *strides)
        if kind == "state":
            strides, start = inner(loops, width - 1)
            return at(rng.choice(states), row(rng.randrange(1, lag + 1)) + start, pace, *strides)
        strides, start = inner(loops, 3)
        if kind == "p":
            return at(1, start, 0, *strides)
        step = rng.choice((0, 1, 3, -1, -4))
        return at(0, start + rng.randrange(5) - min(step, 0) * turns, step, *strides)

    body = []
    for k in [*states, *rng.sample(states, rng.randrange(len(states) + 1))]:
        if k in [array for array, _, _ in done]:  # a state is written once; what comes on top is of use within a turn
            arrays.append(Array(f"t{len(arrays)}", width, "work"))
            array, base, step = len(arrays) - 1, 0, 0
        else:
            array, base, step = k, row(0), pace
        op, loops = rng.choice(("sin", "add", "mul", "sub", "dot", "max")), [width]
        result = at(array, base, step, 1)
        if op in ("dot", "max"):
            segments = []
            for _ in range(rng.randrange(1, 4)):
                steps = rng.randrange(1, 4)
                a, b = ((x if isinstance(x, Access) else at(1, 3, 0, 0, 0)) for x in map(operand, [[width, steps]] * 2))
                segments.append(Segment(Affine(steps), a, 1.0 if op == "max" else b))
            body.append(Nest(op, (Affine(turns), Affine(width)), result, segments=tuple(segments)))
        else:
            operands = tuple([operand(loops) for _ in range(1 + (op != "sin"))])
            body.append(Nest(op, (Affine(turns), *map(Affine, loops)), result, operands))
        done.append((array, base, step))
    first = row(lag) if forwards else row(1)
    start = [Nest("copy", (Affine(width * lag),), at(k, first, 1), (at(0, 5 * k, 1),)) for k in states]
    arrays.append(Array("y", size, "output"))
    end = [Nest("copy", (Affine(size),), at(len(arrays) - 1, 0, 1), (at(rng.choice(states), 0, 1),))]
    return Rolled(arrays, [*start, Recurrence(tuple(body)), *end])


@pytest.mark.parametrize("seed", range(60))
def test_random_recurrences(seed):
    check(random_recurrence(seed), rows=(1 + seed % 4,))
