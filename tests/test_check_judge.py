"""What is judged right, wrong and not to be judged, at made-up gradients and with made-up rounding.

Where each of the verdicts begins is held by many cases drawn at random, on both sides of every threshold.
"""

import math
import random

import pytest

import tinygrad_edu as te
from tests.check_cases import FUNCTIONS
from tests.golden import held_sections as held
from tests.test_check_ladder import UNEVEN, between
from tinygrad_edu.check import InputCheck, judge, precise
from tinygrad_edu.check.replay import conditioning
from tinygrad_edu.check.subject import Subject

SMOOTH = [
    *((name, x) for name in ("cube", "rational", "two parts", "far from zero") for x in (0.3, 1.0, -7.0, 1e5)),
    *(("cube", x) for x in (0.0, 1e-300, -1e-25, 4e15, 1e90)),
    *(("reciprocal", x) for x in (1e-9, 1e5, -1e160)),
    *(("cube", x) for x in (1.5e12, 3e12)),
    *(("hardly there", x) for x in (0.0, 1e-300, 4e15)),
    *(("a branch of Python's", x) for x in (0.5, 1.0)),
    ("constant", 2.0), ("hidden", 3.0), ("cancels", 0.3), ("relu", 1e-300), ("torn", 0.5),
]  # fmt: skip


def test_made_up_gradients(monkeypatch):
    """A gradient that is off by something, beside x by something else, and rounding that moves it by a third."""
    lines = []
    rng = random.Random(4)
    for name, x in SMOOTH * 12:
        f, torn, swollen = FUNCTIONS[name], rng.random() < 0.1, rng.choice((1.0, between(rng, -4, 30)))
        off = rng.choice((-1.0, 0.0, 1.0)) * rng.choice((1.0, between(rng, -45, 4), between(rng, -33, -27)))
        off_beside = rng.choice((0.0, off, rng.choice((-1.0, 1.0)) * between(rng, -12, -8)))
        # Some of it is as much as may be: a ten-thousandth of the gradient, or of a millionth of what it is made of.
        enough = max(1.0, 1e-6 * swollen) * rng.choice((0.5, 0.9, 1.0, 1.1, 1.4)) * 1e-4 / 32.0
        moved = rng.choice((0.0, between(rng, -60, -5), enough, enough))
        offset = rng.choice((0.0, 0.0, 0.0, between(rng, -60, -20)))

        def reverse(output, leaves, x=x, off=off, off_beside=off_beside, offset=offset):
            (slope,) = te.derivatives.gradients(output, leaves)
            return [
                float(slope) * (1.0 + (off if leaves[0].data == x else off_beside if leaves[0].data > x else 0.5))
                + offset
            ]

        def made_up(output, leaves, f=f, torn=torn, swollen=swollen, moved=moved):
            of = conditioning(output, leaves)
            of.spread = [max(spread, size * moved) for spread, size in zip(of.spread, of.size, strict=True)]
            of.size = [size * swollen for size in of.size]
            of.torn = of.torn or torn
            return of

        monkeypatch.setattr(judge, "conditioning", made_up)
        report = judge.check(Subject(f, x), reverse=reverse, confirm=False)
        (found,) = report.checks
        differ = "the walks differ" if report.problems else ""
        numbers = f"off {off:.6g} {off_beside:.6g} {offset:.6g} moved {moved:.6g} swollen {swollen:.6g} torn {torn}"
        numbers += f": {found.analytic:.9g} | {found.numerical:.9g} ± {found.bound:.6g}"
        lines.append(f"{name} {x!r} {numbers}  {found.verdict}  {found.note}  {differ}".rstrip())
    held("check/made_up.txt", [("made up", "\n".join(lines))])


def patch(op_name, low, high):
    """An operation of one's own that is x·a between two bounds of x and nan elsewhere, with nan for its derivative."""

    def value(m, x, a):
        return m.where((x >= low) * (x <= high) > 0.0, a * x, math.nan)

    value.__name__ = op_name
    return te.primitive(lambda m, y, x, a: math.nan, lambda m, y, x, a: x)(value)


CENTRES = (0.5, 1.0, -3.0, 1000.0, 2.0**52, 2.0**52 + 1.0, -(2.0**53))


def test_a_rule_that_gives_nan(own):
    """It is wrong where there are values on both sides: at a millionth of the input to its left and to its right."""
    lines = []
    for k, x in enumerate(CENTRES):
        step = 2.0**-20 * max(abs(x), 1.0)
        for left, right in [(0.6, 9.0), (0.9, 9.0), (1.0, 1.0), (1.0, 0.9), (9.0, 0.9), (1.2, 1.2)]:
            f = patch(f"patch_{k}_{left}_{right}".replace(".", "_"), x - left * step, x + right * step)
            (found,) = judge.check(Subject(lambda x, f=f: f(x, 2.0), x), confirm=False).checks
            lines.append(f"{x!r} {left} {right}: {found.numerical:.9g} {found.verdict}  {found.note}")
    held("check/nan.txt", [("nan", "\n".join(lines))])


def test_a_derivative_that_is_lost_on_the_way(own):
    """The first operation that gives nan is named, if it was given finite numbers; an infinite one is no fault."""

    @te.primitive(lambda m, y, x: math.inf)
    def steep(m, x):
        return 3.0 * x

    @te.primitive(lambda m, y, x: math.nan)
    def lost(m, x):
        return 3.0 * x

    @te.primitive(lambda m, y, x: math.nan)
    def pole(m, x):
        return 1.0 / x

    functions = {
        "infinite": lambda x: te.where(x > 0.0, x, pole(0.0 * x)),
        "steep": steep,
        "steep and back": lambda x: steep(x) - steep(x),
        "steep and gone": lambda x: steep(x) * 0.0,
        "lost": lambda x: steep(x) + lost(x),
        "lost twice": lambda x: lost(2.0 * lost(x)) * x,
        "lost at infinity": lambda x: te.where(x > 0.0, x, lost(1.0 / (0.0 * x))),
    }
    sections = []
    for name, f in functions.items():
        reports = [judge.answer(judge.check(Subject(f, x), confirm=False), False) for x in (0.25, 2.0)]
        sections.append((name, "\n".join(map(str, reports))))
    held("check/lost.txt", sections)


def test_second_derivatives_are_taken_along_a_direction_that_meets_every_input():
    """Sixteenths, from a half to one and a half; along the one input, if there is one."""
    many = judge.Gradient(te.sum, [[1.0] * 200])
    assert set(many._direction) == {k / 16.0 for k in range(8, 25)}
    assert judge.Gradient(te.square, [1.0])._direction == [1.0]


@pytest.mark.parametrize(
    ("installed", "confirm", "verdict"),
    [(True, None, "ok"), (True, True, "ok"), (True, False, "cannot judge"), (False, None, "cannot judge")],
)
def test_digits_are_asked_where_mpmath_is_installed(installed, confirm, verdict, monkeypatch):
    monkeypatch.setattr(precise, "available", lambda: installed)
    (found,) = judge.check(Subject(te.cos, 1e15), confirm=confirm).checks
    assert found.verdict == verdict


def test_digits_that_are_demanded_are_asked_anyway(monkeypatch):
    """If mpmath is missing, that is an error."""
    monkeypatch.setattr(precise, "available", lambda: False)
    assert judge.check(Subject(te.cos, 1e15), confirm=True).checks[0].verdict == "ok"


def test_uneven_functions():
    """Where no difference settles, and where the function jumps."""
    sections = []
    for name, f in UNEVEN.items():
        lines = []
        for x in (0.0, 1e-9, 0.3, 1.0, -7.0, 4e15):
            (found,) = judge.check(Subject(f, x), confirm=False).checks
            numbers = f"{found.analytic:.9g} | {found.numerical:.9g} ± {found.bound:.6g}"
            lines.append(f"{x!r}: {numbers}  {found.verdict}  {found.note}".rstrip())
        sections.append((name, "\n".join(lines)))
    held("check/uneven.txt", sections)


def test_a_jump_in_numbers_that_the_record_holds_as_constants():
    """They move with x as well, so that they are other ones at every step."""
    (found,) = te.gradcheck(lambda x: x + (0.5 * x.data + int(x.data)), [1.0], raise_exception=False).checks
    assert (found.verdict, found.note[:24]) == ("cannot judge", "the function jumps here:")


def test_a_ratio_has_no_sign_where_it_is_0():
    found = InputCheck("x", 1.0, 0.0, -2.0, 1e-9, "wrong")
    assert str(found).endswith("wrong (analytic / numerical = 0)")
