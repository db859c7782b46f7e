"""What is judged right, wrong and not to be judged, at made-up gradients and with made-up rounding.

Where each of the verdicts begins is held by many cases drawn at random, on both sides of every threshold.
"""

import math
import random

import tinygrad_edu as te
from tests.check_cases import FUNCTIONS
from tests.golden import held_sections as held
from tests.test_check_ladder import between, chebyshev, lines_of
from tinygrad_edu.check import gradcheck, judge, ladder
from tinygrad_edu.check.kinks import bends, kink
from tinygrad_edu.check.replay import conditioning
from tinygrad_edu.check.subject import Subject


def told(name, x, verdict, estimate, note="", bound=math.inf):
    return f"{name} = {x!r}: {estimate.value:.9g} ± {bound:.6g}  {verdict}  {note}".rstrip()


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
    for name, x in SMOOTH * 10:
        f, torn, swollen = FUNCTIONS[name], rng.random() < 0.1, between(rng, -4, 30) if rng.random() < 0.5 else 1.0
        off = rng.choice((-1.0, 0.0, 1.0)) * rng.choice((1.0, between(rng, -45, 4), between(rng, -33, -27)))
        off_beside = rng.choice((0.0, off, rng.choice((-1.0, 1.0)) * between(rng, -12, -8)))
        moved = rng.choice((0.0, 0.0, between(rng, -60, -5), between(rng, -22, -14)))
        offset = rng.choice((0.0, 0.0, 0.0, between(rng, -60, -20)))

        def reverse(output, leaves, x=x, off=off, off_beside=off_beside, offset=offset):
            (slope,) = te.derivatives.gradients(output, leaves)
            return [
                float(slope) * (1.0 + (off if leaves[0].data == x else off_beside if leaves[0].data > x else 0.5))
                + offset
            ]

        def made_up(output, leaves, f=f, torn=torn, swollen=swollen, moved=moved):
            of = conditioning(output, leaves)
            of.spread = [spread + size * moved for spread, size in zip(of.spread, of.size, strict=True)]
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

    def value(m, a, x):
        return m.where((x >= low) * (x <= high) > 0.0, a * x, math.nan)

    value.__name__ = op_name
    return te.primitive(lambda m, y, a, x: x, lambda m, y, a, x: math.nan)(value)


CENTRES = (0.5, 1.0, -3.0, 1000.0, 2.0**52, 2.0**52 + 1.0, -(2.0**53))


def test_a_rule_that_gives_nan(own):
    """It is wrong where there are values on both sides: at a millionth of the input to its left and to its right."""
    lines = []
    for k, x in enumerate(CENTRES):
        step = 2.0**-20 * max(abs(x), 1.0)
        for left, right in [(0.6, 9.0), (0.9, 9.0), (1.0, 1.0), (1.0, 0.9), (9.0, 0.9), (1.2, 1.2)]:
            f = patch(f"patch_{k}_{left}_{right}".replace(".", "_"), x - left * step, x + right * step)
            (found,) = gradcheck(lambda x, f=f: f(2.0, x), x, raise_exception=False, confirm=False).checks
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

    functions = {
        "steep": steep,
        "steep and back": lambda x: steep(x) - steep(x),
        "steep and gone": lambda x: steep(x) * 0.0,
        "lost": lambda x: steep(x) + lost(x),
        "lost twice": lambda x: lost(2.0 * lost(x)) * x,
        "lost at infinity": lambda x: te.where(x > 0.0, x, lost(1.0 / (0.0 * x))),
    }
    sections = []
    for name, f in functions.items():
        reports = [gradcheck(f, x, raise_exception=False, confirm=False) for x in (0.25, 2.0)]
        sections.append((name, "\n".join(map(str, reports))))
    held("check/lost.txt", sections)


# -- kinks -----------------------------------------------------------------------------------------------------------


def slopes(left, right):
    return lambda x: te.where(x > 0.0, right * x, left * x)


KINKS = {
    "relu": (te.relu, [0.0, 1e-300, -1e-300, 5e-324]),
    "hinge at one": (FUNCTIONS["hinge at one"], [1.0, 1.0 + 1e-15, 1.0 - 1e-14]),
    "absolute": (FUNCTIONS["absolute"], [1.0]),
    "squared": (lambda x: te.relu(x) * te.relu(x), [0.0]),
    "two kinks": (FUNCTIONS["two kinks"], [0.0]),
    "where": (FUNCTIONS["where"], [1.0]),
    "a branch of Python's": (FUNCTIONS["a branch of Python's"], [1.0]),
    "another setting": (lambda x: te.leaky_relu(x - 1.0, 0.5 if x.data < 1.0 else 0.25), [1.0]),
    "stairs": (FUNCTIONS["stairs"], [1.0]),
    "root": (FUNCTIONS["root"], [0.0]),
    "large beside": (lambda x: te.relu(x - 3.0) * 1e-4 + x * x, [3.0]),
    "far away": (lambda x: ((te.relu(x - 1.0) + 1e9) - 1e9) * 3.0, [1.0]),
    "moves": (lambda x: te.relu(x - 1.0) * x.detach(), [1.0]),
    "moves, with a corner": (lambda x: abs(x - 1.0) * x.detach(), [1.0]),
    "hardly bent": (slopes(1.0, 1.0 + 1e-8), [0.0, 1e-300, -1e-300]),
    "not bent": (slopes(1.0, 1.0), [0.0, 1e-300]),
    "bent down": (slopes(3.0, -2.0), [0.0, 1e-300]),
    "level": (slopes(0.0, 0.0), [0.0, 1e-300]),
    "a smooth one": (FUNCTIONS["cube"], [0.3]),
    "up and down": (chebyshev(6), [0.3]),
    "largest": (lambda x: te.maximum(te.maximum(x, 2.0 * x), x * x), [0.0, 1.0]),
    "a tie": (lambda x: te.maximum(x, 2.0 - x), [1.0]),
    "another operation": (lambda x: x * x if x.data > 1.0 else x + 0.0, [1.0]),
}  # fmt: skip


def test_made_up_gradients_at_kinks():
    sections = []
    rng = random.Random(5)
    for name, (f, points) in KINKS.items():
        lines = []
        for x in points:
            for line, noise in lines_of(f, x):
                louder = noise * rng.choice((1.0, between(rng, 0, 40)))
                lines.append(f"{x!r} bends: {bends(line, noise)} {louder:.6g}: {bends(line, louder)}")
                sides = [ladder.one_sided(line, noise, side) for side in (-1.0, 1.0)]
                low, high = sorted(side.value for side in sides)
                error = max(4.0 * side.error for side in sides)
                for _ in range(12):
                    near, off = rng.choice((low, high)), rng.choice((-1.0, 1.0)) * between(rng, -36, 3)
                    g = rng.choice((near, near + off, near + off * error, near * (1.0 + off), near * (1.0 + off)))
                    spread = rng.choice((0.0, between(rng, -60, -20), math.inf))
                    some = rng.choice((noise, noise, louder))
                    found = kink(lambda *of, x=x: told("x", x, *of), line, some, g, spread)
                    lines.append(f"{g:.12g} {spread:.6g} {some:.6g} {found}")
        sections.append((name, "\n".join(lines)))
    held("check/kinks.txt", sections)
