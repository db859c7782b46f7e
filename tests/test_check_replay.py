"""The replays: what an ulp more or less in every operation moves, to the last bit."""

import math
import operator
import random

import pytest

import tinygrad_edu as te
from tests.check_cases import FUNCTIONS, MORE
from tests.golden import held_sections as held
from tests.test_check_kinks import KINKS
from tests.test_check_ladder import UNEVEN
from tinygrad_edu import Value
from tinygrad_edu.check.replay import JITTERED, Jittered, conditioning
from tinygrad_edu.check.subject import Subject
from tinygrad_edu.ieee import IEEE

NUMBERS = (3.0, -0.75, 1e-3, 1e-160, 5e-324, -3e-320, 0.0, -0.0, math.inf, math.nan)
ARITHMETIC = {"+": operator.add, "-": operator.sub, "·": operator.mul, "/": operator.truediv}


def jittered(number, seed):
    x = Jittered(number)
    x.rng = random.Random(seed)
    return x


SMALLER, GREATER = (next(s for s in range(9) if random.Random(s).choice((0, 1)) == side) for side in (0, 1))
"""Seeds whose first ulp is one less, and one more."""


def both(compute):
    """What comes of an operation with an ulp less, and with an ulp more; in hexadecimal, to the last bit."""
    return " ".join(float(compute(seed)).hex() for seed in (SMALLER, GREATER))


def test_arithmetic_is_off_by_an_ulp():
    sections = []
    for name, compute in ARITHMETIC.items():
        lines = []
        for a in NUMBERS:
            for b in (*NUMBERS[:7], math.inf):
                with_number = [
                    both(lambda seed, a=a, b=b, f=compute: f(jittered(a, seed), b)),
                    both(lambda seed, a=a, b=b, f=compute: f(b, jittered(a, seed))),
                ]
                lines.append(f"{a!r} {b!r}: {with_number[0]} | {with_number[1]}")
        sections.append((name, "\n".join(lines)))
    held("check/jittered.txt", sections)


def test_the_next_operation_is_off_too():
    x = jittered(3.0, 1)
    for y in (
        x + 1.0,
        1.0 + x,
        x - 1.0,
        1.0 - x,
        x * 2.0,
        2.0 * x,
        x / 2.0,
        2.0 / x,
        -x,
        JITTERED.exp(x),
        x + 1,
        1 + x,
        3 * x,
        x * 3,
    ):
        assert type(y) is Jittered and y.rng is x.rng
    assert -x == -3.0


@pytest.mark.parametrize("name", ["abs", "sign", "floor", "ceil", "round", "trunc"])
def test_choices_are_exact(name):
    for number in (2.5, -2.5, 0.3):
        assert {getattr(JITTERED, name)(jittered(number, seed)) for seed in range(6)} == {getattr(IEEE, name)(number)}


@pytest.mark.parametrize(
    ("name", "inputs", "underflows"),
    [
        ("exp", [-800.0], True),
        ("exp2", [-1100.0], True),
        ("pow", [1e-200, 2.0], True),
        ("sigmoid", [-800.0], True),
        ("erfc", [40.0], True),
        ("exp", [-math.inf], False),
        ("sin", [0.0], False),
        ("log", [1.0], False),
        ("sqrt", [0.0], False),
    ],
)
def test_a_0_by_underflow_is_no_exact_one(name, inputs, underflows):
    found = {float(getattr(JITTERED, name)(jittered(inputs[0], seed), *inputs[1:])) for seed in range(6)}
    assert found == ({0.0, 5e-324} if underflows else {0.0})


def test_where_takes_either():
    assert JITTERED.where(1.0, 2.0, 3.0) == 2.0 and JITTERED.where(0.0, 2.0, 3.0) == 3.0


# -- what a computation is told about itself ---------------------------------------------------------------------------

NEAR = {
    "at a step": lambda x: te.floor(x * 2.0),  # 1 from below is another
    "under a step": lambda x: te.floor(x * 2.0 - 2.0**-52),
    "over a step": lambda x: te.floor(x * 2.0 + 2.0**-51),
    "an input at a step": lambda x: te.floor(x + 0.5) * te.floor(2.0 * x - 2.0**-20),
    "a constant at a step": lambda x: te.floor(te.constant(0.5) * 2.0) * x,
    "at a kink": lambda x: te.relu(x * 2.0 - 1.0),
    "a tie of two": lambda x: te.maximum(x * 2.0, 1.0 + 0.0 * x),
    "a tie and a step": lambda x: te.maximum(te.floor(2.0 * x), 1.0) * x,
    "a product that underflows": lambda x: (1e-200 * x) * (1e-200 * x) * 1e300,
    "a quotient that underflows": lambda x: (1e-200 * x) / 1e200 * 1e300,
    "a number that is 0": lambda x: (x - 0.5) * 1e300 + x,
    "a pole that rounding meets": lambda x: 1.0 / ((x * 2.0**53 + 2.0**106) - 2.0**106),
    "a sum of many": lambda x: te.sum([x * k for k in range(1, 6)]),
    "a branch that is not used": lambda x: te.where(x > 0.0, x * x, 1.0 / (x - 0.5)),
}


def test_what_rounding_may_move():
    sections = []
    one = {name: (f, [0.5]) for name, f in NEAR.items()}
    one |= {name: (f, [x]) for name, f in (FUNCTIONS | UNEVEN).items() for x in (0.7,)}
    one |= {f"{name} {x!r}": (f, [x]) for name, (f, points) in KINKS.items() for x in points}
    for name, (f, inputs) in (one | MORE).items():
        subject = Subject(f, inputs)
        first = subject.run(subject.x)
        lines = []
        for of in (conditioning(first.output, first.leaves, *seed) for seed in ((), (1,))):
            numbers = [" ".join(f"{x:.9g}" for x in some) for some in (of.spread, of.size, of.noises)]
            kinds = [kind for kind in ("torn", "near", "blind") if getattr(of, kind)]
            lines.append(
                f"spread {numbers[0]} size {numbers[1]} noise {of.noise:.9g} of {numbers[2]} {of.parts} {kinds}"
            )
        sections.append((name, "\n".join(lines)))
    held("check/replays.txt", sections)


@pytest.mark.parametrize("x", [0.5000000000000001, 0.4999999999999999, 0.5])
def test_next_to_a_minimum_a_rule_cancels(own, x):
    """What it rounds is more than what is left: digits accuse nobody of that."""

    @te.primitive(lambda m, y, x: m.exp(x) - m.exp(1.0 - x))
    def valley(m, x):
        return m.exp(x) + m.exp(1.0 - x)

    assert te.gradcheck(valley, x)


def test_a_rule_may_compute_with_numbers_alone(own):
    @te.primitive(lambda m, y, x: m.sqrt(2.0))
    def longer(m, x):
        return m.sqrt(2.0) * x

    assert te.gradcheck(longer, 1.0)


def test_whole_exponents_stay_whole():
    """In n·xⁿ⁻¹ too: n − 1 needs no rounding, and where it did (−2)ⁿ⁻¹ would be nan."""
    report = te.gradcheck(lambda x, n: x**n, [-2.0, 3.0], raise_exception=False)
    assert report.checks[0].verdict == "ok"


def test_a_rule_of_ones_own_rounds_too(own):
    """Each operation inside it, of the value and not of the derivative."""

    @te.primitive(lambda m, y, x: 3.0 * x * x)
    def cancelling(m, x):
        return (x * x + 1e8) - 1e8 + (x * x * x - x * x)

    x = Value(1.5)
    found = [conditioning(cancelling(x) * x, [x], seed) for seed in range(4)]
    said = [f"{of.spread[0]:.9g} {of.noise:.9g} {of.size[0]:.9g}" for of in found]
    held("check/own_rule.txt", [("own", "\n".join(said))])
