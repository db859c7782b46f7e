"""The right classes of examples, as numbers in a recorded graph: all examples are computed in one loop all the same."""

import importlib.util
import itertools
import math
import random
from array import array

import pytest

import tinygrad_edu as te
from tests.examples import every
from tests.test_jit_take import BUILDS
from tinygrad_edu import Value, jit, nn
from tinygrad_edu.graph import ancestors
from tinygrad_edu.jit import picks
from tinygrad_edu.jit.lower import lower
from tinygrad_edu.jit.program import Builder
from tinygrad_edu.jit.sums import Sums
from tinygrad_edu.train import fit

TARGETS = ["python"]
if importlib.util.find_spec("numpy"):
    TARGETS.append("numpy")
    if importlib.util.find_spec("llvmlite"):
        TARGETS.append("llvm")

ROWS = 16
CLASSES = random.Random(1).choices(range(3), k=ROWS)
POINTS = [[x / 7.0, (x * x) % 11 / 5.0] for x in range(ROWS)]


def each(minus_log, added=te.sum):
    """The sum of what is computed for a row and its class."""
    return lambda rows: added([minus_log(row, c) for row, c in zip(rows, CLASSES, strict=True)])


def shares(row):
    """Softmax as one writes it."""
    powers = [te.exp(x) for x in row]
    total = sum(powers)
    return [x / total for x in powers]


LOSSES = {
    "cross_entropy": lambda rows: nn.cross_entropy(rows, CLASSES),
    "weights": lambda rows: nn.cross_entropy(rows, CLASSES, weight=[1.0, 2.0, 0.5]),
    "some are ignored": lambda rows: nn.cross_entropy(rows, [c if k % 3 else -100 for k, c in enumerate(CLASSES)]),
    "one-hot": lambda rows: nn.cross_entropy(rows, [[float(c == k) for k in range(3)] for c in CLASSES]),
    "smoothed": lambda rows: nn.cross_entropy(rows, CLASSES, label_smoothing=0.1),
    "scaled": lambda rows: te.dot([1.0 + x for x, _ in POINTS], nn.cross_entropy(rows, CLASSES, reduction="none")),
    "nll_loss": lambda rows: nn.nll_loss([te.log_softmax(row) for row in rows], CLASSES),
    "softmax": each(lambda row, c: -te.log(te.softmax(row)[c]), sum),
    "by hand": each(lambda row, c: -te.log(shares(row)[c]), sum),
    "logarithm of the sum": each(lambda row, c: te.log(sum(te.exp(x) for x in row)) - row[c]),
    "logarithm of a sum": each(lambda row, c: te.log(te.sum([te.exp(x) for x in row])) - row[c]),
    "elu": each(lambda row, c: te.elu(te.log(te.sum([te.exp(x) for x in row])) - row[c])),
    "where some count": each(lambda row, c: te.where(row[0] > 0.2, te.logsumexp(row) - row[c], row[0])),
}


@pytest.mark.parametrize(("name", "recorded", "target"), every(5, LOSSES, [False, True], TARGETS))
def test_classes_make_no_difference_to_loops(name, recorded, target):
    net = nn.MLP(2, [4, 3], "tanh", seed=0)
    weights = net.parameters()

    def loss():
        return LOSSES[name]([net(x) for x in POINTS])

    f = jit(loss() if recorded else loss, target=target)
    value, slopes = f.value_and_grad(wrt=weights)
    wanted = loss()
    assert value == pytest.approx(wanted.data, rel=1e-11)
    assert slopes == pytest.approx(te.gradients(wanted, weights), rel=1e-11, abs=1e-14)
    if target != "python":
        (share,) = [float(line.split("% of")[0].split()[-1]) for line in f.report().splitlines() if "% of" in line]
        assert share > 99.0


@pytest.mark.parametrize("name", LOSSES)
def test_gradients_by_inputs_and_of_gradients(name):
    net = nn.MLP(2, [3], seed=0)

    def loss(points):
        return LOSSES[name]([net(x) for x in points])

    def length(points):
        return te.sum([x * x for row in te.grad(loss)(points) for x in row])

    f, g = jit(loss), jit(length)
    assert [*itertools.chain(*f.grad(POINTS))] == pytest.approx([*itertools.chain(*te.grad(loss)(POINTS))], abs=1e-14)
    assert g(POINTS) == pytest.approx(length(POINTS), rel=1e-11)
    assert [*itertools.chain(*g.grad(POINTS))] == pytest.approx([*itertools.chain(*te.grad(length)(POINTS))], abs=1e-12)
    exact = jit(loss, mode="exact", target="python")
    assert exact.grad(POINTS) == te.grad(loss)(POINTS)


def found(classes, minus_log=lambda row, c: te.logsumexp(row) - row[c]):
    """What is picked in the losses of as many rows as there are classes."""
    net = nn.MLP(2, [3], seed=0)
    losses = [minus_log(net(x), c) for x, c in zip(POINTS, classes, strict=False)]
    order, sums = ancestors(*losses), Sums()
    sums.look(order, losses, ())
    return [(pick.place, pick.entries.index(pick.entry)) for pick in picks.picks(order, sums).values()]


def test_what_is_picked():
    assert found(CLASSES) == [(c, c) for c in CLASSES]
    assert found(CLASSES, lambda row, c: row[c] - te.logsumexp(row)) == [(c, c) for c in CLASSES]
    assert found(CLASSES, lambda row, c: shares(row)[c]) == [(c, c) for c in CLASSES]
    assert found(CLASSES, lambda row, c: te.log(sum(te.exp(x) for x in row)) - row[c]) == [(c, c) for c in CLASSES]


@pytest.mark.parametrize("classes", [CLASSES[: picks.FEW - 1], [1] * ROWS])
def test_few_and_equal_entries_are_read(classes):
    assert not found(classes)


@pytest.mark.parametrize(
    "minus_log",
    [
        lambda row, c: te.sum([x / te.sum(row) for x in row]) * row[c],
        lambda row, c: te.sum(te.softmax(row)) * row[c],
        lambda row, c: te.logsumexp(row) - te.tanh(row[c]),
        lambda row, c: te.log(te.sum([te.exp(x) for x in row[1:]] + [row[0]])) - row[c],
        lambda row, c: row[c] / (row[0] - row[1] + row[2]),
        lambda row, c: (squares := [x * x for x in row])[c] / sum(squares),
        lambda row, c: te.logsumexp([te.constant(1.0), *row]) - row[c],
    ],
    ids=["each by its sum", "all shares", "no entry", "not all exponentials", "a difference", "products", "a number"],
)
def test_what_is_none(minus_log):
    assert not found(CLASSES, minus_log)


def test_an_entry_to_which_much_comes_or_nothing():
    """The first stays, the second is 0."""
    b = Builder()
    x, y = b.input("x"), b.input("y")
    scatter = b.node("scatter", (b.node("list", (x, y)), b.one, x, b.one, y))
    results = [b.dot([b.node("entry", (scatter, b.const(k))), b.one]) for k in (0.0, 1.0)]
    program = b.finish([("p", [x, y])], [("q", results)])
    short = picks.settled(program)
    assert short.ops.count("entry") == 1
    assert program.run([2.0, 3.0]) == short.run([2.0, 3.0]) == [[0.0, 5.0]]


@pytest.mark.parametrize("name", LOSSES)
def test_straight_line_code_reads_the_entry(name):
    """And adds no zeros where nothing arrives."""
    net = nn.MLP(2, [4, 3], "tanh", seed=0)
    weights = net.parameters()
    loss = LOSSES[name]([net(x) for x in POINTS])
    program = lower([("weights", weights)], [("loss", [loss])], gradient_of=loss, wrt=[("slopes", weights)])
    short = picks.settled(program)
    assert ("take" in program.ops) == (name not in ("smoothed", "where some count"))
    written = jit(loss, target="python")
    written.grad(wrt=weights)
    assert "scatter(" not in written.source()
    assert not {"take", "scatter", "entry"} & set(short.ops)
    given = [v.data for v in weights]
    for long, brief in zip(program.run(given), short.run(given), strict=True):
        assert brief == pytest.approx(long, rel=1e-12, abs=1e-15)


WAYS = [
    lambda row, c: te.logsumexp(row) - row[c],
    lambda row, c: -te.log(te.softmax(row)[c]),
    lambda row, c: -te.log(shares(row)[c]),
    lambda row, c: te.log(sum(te.exp(x) for x in row)) - row[c],
    lambda row, c: shares(row)[c] * row[c],
]


@pytest.mark.parametrize(("seed", "target"), every(4, range(10), BUILDS))
def test_losses_of_several_kinds(seed, target):
    """Of a few rows each: some numbers choose in many rows, some in one, some are the same in all of a kind."""
    chance = random.Random(seed)
    size, rows = chance.choice([2, 3, 4]), chance.choice([9, 12, ROWS])
    net = nn.MLP(2, chance.choice([[size], [3, size]]), "tanh", seed=seed)
    ways = chance.choices(WAYS, k=rows)
    terms = [way(net(x), chance.randrange(size)) for way, x in zip(ways, POINTS, strict=False)]
    loss = sum(terms[k] if k % 3 else terms[k] * terms[k] for k in range(rows))
    weights = net.parameters()
    program = lower([("weights", weights)], [("loss", [loss])], gradient_of=loss, wrt=[("slopes", weights)])
    found = BUILDS[target](program).run(array("d", [v.data for v in weights]))
    assert found[0] == pytest.approx([loss.data], rel=1e-11)
    assert found[1] == pytest.approx(te.gradients(loss, weights), rel=1e-11, abs=1e-13)


class Groups(nn.Module):
    """Nine times three weights, of each three the share of another one."""

    def __init__(self):
        self.weights = [Value(math.sin(k), f"w{k}", requires_grad=True) for k in range(27)]

    def forward(self, x):
        groups = [shares([w * x for w in self.weights[k : k + 3]]) for k in range(0, 27, 3)]
        return te.sum([groups[k][k % 3] for k in range(9)])


def test_entries_picked_in_a_model_that_is_trained():
    """In each step of a loop, as straight-line code too."""
    trained = []
    for compiled in (False, True):
        model = Groups()
        rows = [(0.5, 1.0), (-1.5, 2.0)]
        history = fit(model, rows, loss="mse", optimizer="sgd", lr=0.1, epochs=5, batch_size=1, seed=0, jit=compiled)
        assert history.engine.startswith("compiled") == compiled
        trained.append([w.data for w in model.parameters()])
    assert trained[0][0] != math.sin(0)
    assert trained[1] == pytest.approx(trained[0], rel=1e-10)
