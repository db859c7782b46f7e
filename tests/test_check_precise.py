"""What more digits decide, at made-up differences and made-up digits; and what a report says after they were asked."""

import math
import random

import pytest

import tinygrad_edu as te
from tests.check_cases import FUNCTIONS
from tests.golden import held_sections as held
from tests.test_check_ladder import between
from tinygrad_edu.check import precise
from tinygrad_edu.check.judge import check
from tinygrad_edu.check.report import TOO_INEXACT, TOO_LARGE, UNSETTLED, InputCheck
from tinygrad_edu.check.subject import Subject
from tinygrad_edu.ieee import IEEE


class Digits:
    """Looks like a Replay: what it gives for so many digits is made up."""

    def __init__(self, *of):
        self.found = dict(zip((80, 420), of, strict=True))

    def derivative_by(self, leaf, digits, size):
        return self.found[digits]


def near(rng, number):
    """A number that is off by something, or by nothing."""
    off = rng.choice((-1.0, 0.0, 1.0)) * rng.choice(
        (between(rng, -45, 2), between(rng, -32, -28), between(rng, -17, -12))
    )
    return number * (1.0 + off) if number else rng.choice((0.0, off))


SAID = [("wrong", ""), ("wrong", "at a kink"), ("ok", ""), ("ok at a kink", "two sides"), ("cannot judge", "a jump")]
SAID += [("cannot judge", note) for note in (TOO_INEXACT, TOO_LARGE, UNSETTLED)]


def test_made_up_digits():
    lines = []
    rng = random.Random(6)
    subjects = {name: Subject(FUNCTIONS[name], 3.0) for name in ("cube", "hidden")}
    for _ in range(600):
        verdict, note = rng.choice((SAID[0], *SAID))
        g = rng.choice((0.0, 2.0, -7.5e4, 1e-250, 2e-296, 1e-300, rng.choice((1.0, math.inf, math.nan))))
        bound = rng.choice((between(rng, -60, 3), between(rng, -26, -21), 1e-7, 1e-4)) * (abs(g) or 1.0)
        found = InputCheck("x", 3.0, g, near(rng, g), bound, verdict, note)
        spread = rng.choice((0.0, between(rng, -60, -10), between(rng, -38, -32) * abs(g)))
        error = between(rng, -70, -10) * (abs(g) or 1.0)
        digits = Digits((near(rng, g), rng.choice((0.0, error, math.nan))), (near(rng, g), rng.choice((0.0, error))))
        subject = subjects[rng.choice(("cube", "cube", "hidden"))]
        close, still = rng.random() < 0.3, rng.random() < 0.7
        said = f"{found.verdict} ({found.note}) {found.analytic!r} {found.numerical:.12g} ± {bound:.6g}, {spread:.6g}"
        precise.decide(subject, 0, found, None, digits, spread, close, still)
        said += f" {close} {still} -> {found.verdict} ({found.note[:9]}) {found.numerical:.12g} ± {found.bound:.6g}"
        lines.append(f"{said} | " + " ".join(f"{d:.12g} ± {e:.6g}" for d, e in digits.found.values()))
    held("check/made_up_digits.txt", [("made up", "\n".join(lines))])


ONE_SIDED = {
    "on the left": lambda x: x * (x.data if x.data < 3.0 else 3.0),
    "on the right": lambda x: x * (x.data if x.data > 3.0 else 3.0),
    "nowhere": lambda x: x * 3.0,
    "far away": lambda x: x * (x.data if abs(x.data - 3.0) > 3e-6 else 3.0),
    "a little": lambda x: x * (x.data if abs(x.data - 3.0) > 1.5e-6 else 3.0),
}


@pytest.mark.parametrize("name", ONE_SIDED)
def test_digits_are_not_asked_where_a_constant_moves(name):
    found = InputCheck("x", 3.0, 6.0, 3.0, 1e-9, "wrong")
    precise.decide(Subject(ONE_SIDED[name], 3.0), 0, found, None, Digits((6.0, 0.0), (6.0, 0.0)), 0.0, False, False)
    assert (found.verdict == "ill-conditioned") == (name in ("nowhere", "far away"))


@pytest.mark.parametrize("name", ["sign", "floor", "ceil", "trunc", "round", "abs"])
def test_with_more_digits_the_same_is_chosen(name):
    mp, m = precise.arithmetic()
    for x in (-3.0, -2.5, -1.5, -0.75, -0.5, -0.25, 0.0, 0.25, 0.5, 0.75, 1.5, 2.0, 2.5, 3.5, 1e15):
        assert getattr(m, name)(mp.mpf(x)) == getattr(IEEE, name)(x)


@pytest.mark.parametrize("confirm", [None, True])
def test_after_the_digits_were_asked(confirm):
    """A gradient that is off by a factor, or is right; and the same at a large number and beside a kink."""
    pytest.importorskip("mpmath")
    sections = []
    for factor in (1.0, 1.0 + 2.0**-10, 1.0 + 2.0**-26):

        def reverse(output, leaves, factor=factor):
            return [float(slope) * factor for slope in te.derivatives.gradients(output, leaves)]

        lines = []
        for name, f in FUNCTIONS.items():
            for x in (0.3, 1.0, 1e5):
                report = check(Subject(f, x), reverse=reverse, confirm=confirm)
                (found,) = report.checks
                numbers = f"{found.analytic:.9g} | {found.numerical:.9g} ± {found.bound:.6g}"
                lines.append(f"{name} {x!r}: {numbers}  {found.verdict}  {found.note}".rstrip())
        sections.append((f"times {factor!r}", "\n".join(lines)))
    held("check/confirmed.txt", sections)
