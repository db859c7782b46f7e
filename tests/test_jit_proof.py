"""Each re-rolled program is proved to compute what the flat one does. Mistakes are planted, and the proof notices."""

import random
from dataclasses import replace

import pytest

pytest.importorskip("numpy", reason="re-rolling needs NumPy")

import numpy as np

import tinygrad_edu as te
from tests import rolling_cases as cases
from tests.written_cases import written
from tinygrad_edu import jit, nn, optim
from tinygrad_edu.jit.program import Builder
from tinygrad_edu.jit.rolled import Access, Affine
from tinygrad_edu.jit.rolling import reroll as rolling
from tinygrad_edu.jit.rolling.proof import same
from tinygrad_edu.jit.targets import SMALL
from tinygrad_edu.train import fit

SPOILT = 30  # mistakes that are planted in a program


CASES = {**cases.SMALL, **{f"written {seed}": lambda seed=seed: written(seed) for seed in (3, 8, 23, 57, 89, 97, 163)}}


def spoilt_affine(affine):
    yield "begins elsewhere", replace(affine, base=affine.base + 1)
    for d, stride in enumerate(affine.strides):
        yield f"stride {d}", replace(affine, strides=(*affine.strides[:d], stride + 1, *affine.strides[d + 1 :]))


def spoilt_operand(operand):
    if not isinstance(operand, Access):
        yield "another number", operand + 0.5
    elif operand.table is None:
        for name, address in spoilt_affine(operand.address):
            yield name, replace(operand, address=address)
    else:
        yield "a table from its end", replace(operand, table=operand.table[::-1])
        yield "a table's first entry twice", replace(operand, table=(operand.table[0], *operand.table[:-1]))


def spoilt_nest(nest):
    yield "another operation", replace(nest, op={"add": "sub", "exp": "tanh", "dot": "max"}.get(nest.op, "add"))
    for name, result in spoilt_operand(nest.result):
        yield f"result {name}", replace(nest, result=result)
    for k, operand in enumerate(nest.operands):
        for name, other in spoilt_operand(operand):
            yield f"operand {k}: {name}", replace(nest, operands=(*nest.operands[:k], other, *nest.operands[k + 1 :]))
    if len(nest.operands) == 2:
        yield "operands swapped", replace(nest, operands=nest.operands[::-1])
    for k, segment in enumerate(nest.segments):
        others = [("a " + name, replace(segment, a=a)) for name, a in spoilt_operand(segment.a)]
        others += [("b " + name, replace(segment, b=b)) for name, b in spoilt_operand(segment.b)]
        others += [("one step less", replace(segment, length=replace(segment.length, base=segment.length.base - 1)))]
        for name, other in others:
            yield f"segment {k}: {name}", replace(nest, segments=(*nest.segments[:k], other, *nest.segments[k + 1 :]))
        if len(nest.segments) > 1:
            yield f"without segment {k}", replace(nest, segments=(*nest.segments[:k], *nest.segments[k + 1 :]))
    for d, trip in enumerate(nest.trips):
        shorter = Affine(trip.base - 1, trip.strides)
        yield f"loop {d} shorter", replace(nest, trips=(*nest.trips[:d], shorter, *nest.trips[d + 1 :]))


def spoilt(rolled):
    for k, nest in enumerate(rolled.nests):
        for name, other in spoilt_nest(nest):
            yield f"nest {k}, {name}", replace(rolled, nests=[*rolled.nests[:k], other, *rolled.nests[k + 1 :]])
        yield f"without nest {k}", replace(rolled, nests=[*rolled.nests[:k], *rolled.nests[k + 1 :]])


@pytest.mark.parametrize("case", CASES)
def test_what_numbers_notice_the_proof_notices(case):
    program = CASES[case]()
    rolled = rolling.reroll(program)
    assert same(np, program, rolled)
    inputs = [[0.0] * len(row) if group.name == "i" else row
              for group, row in zip(program.inputs, cases.numbers(program), strict=True)]  # fmt: skip
    right = program.run(*inputs)
    planted = list(spoilt(rolled))
    noticed = 0
    for _, wrong in random.Random(0).sample(planted, min(SPOILT, len(planted))):
        if same(np, program, wrong):
            cases.agree(wrong.run(*inputs), right, 1e-9)
        else:
            noticed += 1
    assert noticed > 0.6 * min(SPOILT, len(planted))


def test_the_right_numbers_of_the_wrong_operation():
    """Where two operations agree on whole tables of numbers they are two all the same: relu and |x| for x > 0."""
    b = Builder()
    xs = [b.input() for _ in range(4)]
    program = b.finish([("x", xs)], [("y", [b.node("abs", (x,)) for x in xs])])
    rolled = rolling.reroll(program)
    for op, right in (("abs", True), ("sign", False), ("neg", False), ("floor", False), ("exp", False)):
        assert same(np, program, replace(rolled, nests=[replace(rolled.nests[0], op=op)])) is right


def test_a_place_before_the_beginning_is_not_the_last_one():
    """As it would be for NumPy."""
    b = Builder()
    program = b.finish([("x", [b.input()])], [("y", [b.node("sin", (0,))])])
    rolled = rolling.reroll(program)
    (nest,) = rolled.nests
    before = replace(nest, result=replace(nest.result, address=Affine(-1)))
    assert same(np, program, rolled) and not same(np, program, replace(rolled, nests=[before]))


def test_every_term_of_a_maximum_counts():
    """Not only the one that is the largest of the numbers that happen to be drawn."""
    b = Builder()
    xs = [b.input() for _ in range(9)]
    tops = [b.finish([("x", xs)], [("y", [b.node("max", tuple(xs[j] for j in range(9) if j != k))])]) for k in range(9)]
    for k, one in enumerate(tops):
        assert [same(np, one, rolling.reroll(other)) for other in tops] == [j == k for j in range(9)]


def test_sums_in_another_order_are_the_same_and_products_of_other_numbers_are_not():
    def program(numbers):
        b = Builder()
        xs = [b.input() for _ in range(3)]
        return b.finish([("x", xs)], [("y", [b.dot([t for k in (0, 1, 2) for t in (xs[k], b.const(numbers[k]))])])])

    one, other = program([1.0, 0.5, 3.0]), program([1.0, 0.5, -3.0])
    assert same(np, one, rolling.reroll(one)) and same(np, other, rolling.reroll(other))
    assert not same(np, one, rolling.reroll(other)) and not same(np, program([1.0, 0.5, 0.0]), rolling.reroll(one))
    assert not same(np, program([1.0, 0.0, 0.5]), rolling.reroll(program([1.0, -0.0, 0.5])))


# -- what is done then -----------------------------------------------------------------------------------------------


@pytest.fixture
def wrong(monkeypatch):
    """The re-roller makes a mistake in whatever it is given: the last loop of a nest is a round too short."""

    class Wrong(rolling._Roller):
        def roll(self):
            rolled = super().roll()
            *nests, last = rolled.nests
            *trips, trip = last.trips or [Affine(1)]
            return replace(rolled, nests=[*nests, replace(last, trips=(*trips, replace(trip, base=trip.base - 1)))])

    monkeypatch.setattr(rolling, "_Roller", Wrong)


@pytest.mark.parametrize("target", ["auto", "numpy", "llvm"])
def test_straight_line_code_takes_its_place(wrong, target):
    if target != "numpy":
        pytest.importorskip("llvmlite", reason="the target llvm needs llvmlite")
    x = [0.01 * k for k in range(SMALL)]
    f = jit(lambda xs: [te.tanh(x) * x + 1.0 for x in xs], target=target)
    with pytest.warns(RuntimeWarning, match="re-rolling 10,000 operations .* has gone wrong: they compute"):
        got = f(x)
    assert got == pytest.approx([np.tanh(y) * y + 1.0 for y in x], rel=1e-13)
    assert "straight-line code, as re-rolling has gone wrong" in f.report()
    assert "loop nests" not in f.report()


def test_a_training_goes_on(wrong):
    """Neither the steps for a few rows nor those grown from them are taken."""
    rows = [([0.1 * k, 0.5], [0.3]) for k in range(60)]
    models = [nn.MLP(2, [3, 1], activation="tanh", seed=0) for _ in range(2)]
    for model, compiled in zip(models, (False, True), strict=True):
        settings = {"loss": "mse", "optimizer": optim.SGD(model.parameters(), lr=0.1), "epochs": 3, "batch_size": 60}
        if compiled:
            with pytest.warns(RuntimeWarning, match="please report it. Straight-line code takes its place"):
                fit(model, rows, jit=True, **settings)
        else:
            fit(model, rows, jit=False, **settings)
    plain, other = ([p.data for p in model.parameters()] for model in models)
    assert other == pytest.approx(plain, rel=1e-11)


def test_who_asks_for_loop_nests_gets_the_error(wrong):
    with pytest.raises(rolling.WrongNests, match="please report it"):
        rolling.reroll(cases.mlp())
