"""The ladder of differences by itself: what each function's differences come to, and how far that may be off.

A report shows little of it, since its bounds are mostly the billionth that the check allows anyway.
"""

import math
import random

import numpy as np
import pytest

import tinygrad_edu as te
from tests.check_cases import FUNCTIONS, MORE
from tests.golden import held_sections as held
from tinygrad_edu.check import ladder
from tinygrad_edu.check.ladder import Line
from tinygrad_edu.check.recorded import Recorded
from tinygrad_edu.check.replay import conditioning
from tinygrad_edu.check.subject import Subject

SIDES = (-1.0, 1.0)


def chebyshev(doublings):
    """Goes up and down between -1 and 1, and grows beyond them: T₂(x) = 2x² − 1 of itself."""

    def f(x):
        for _ in range(doublings):
            x = 2.0 * x * x - 1.0
        return x

    return f


def beside(step):
    """Another function from 1 + step on."""
    return lambda x: 3.0 * x if x.data >= 1.0 + step else x * x


UNEVEN = {
    "up and down": chebyshev(3),
    "up and down more often": chebyshev(6),
    "a zigzag of rounding": chebyshev(12),
    "a peak": lambda x: 1.0 / (1.0 + 1e8 * x * x),
    "a needle": lambda x: 1.0 / (1.0 + 1e18 * (x - 0.3) * (x - 0.3)),
    "louder far from zero": lambda x: ((x + 1e4) - 1e4) * ((x + 1e4) - 1e4),
    "louder still": lambda x: ((x + 1e8) - 1e8) * ((x + 1e8) - 1e8),
    "a ninth power": lambda x: (x * x * x) * (x * x * x) * (x * x * x),
    "a pole that is met": lambda x: 1.0 / (x - 1.0 - 2.0**-28),
    "a hinge at the next step": lambda x: te.relu(x - 1.0 - 1.5 * 2.0**-40),
    "a jump, too": lambda x: te.relu(x - 1.0 - 1.5 * 2.0**-40) + te.constant(x.data + (x.data >= 1.0)),
    "a wall": lambda x: te.sqrt(1.0 + 1e-6 - x),
    "slowly hidden": lambda x: x + 1e-13 * x.detach(),
    "hidden far away": lambda x: te.constant(1.0 + 1e-7 * x.data) * x,
    "hidden where it is not": lambda x: x * x.detach() if x.data < 1.0 else x * 1.0,
    "hidden beside a large number": lambda x: x + 1e8 + 1e-5 * x.detach(),
    "other terms beside": lambda x: x + x * x if x.data <= 1.0 else 2.0 * x,
} | {f"another at {step}": beside(step) for step in (2.0**-41, 2.0**-40, 2.0**-38, 2.0**-30)}


def lines_of(f, inputs, recorded=True):
    subject = Subject(f, inputs)
    first, base = subject.run(subject.x), subject.point(subject.x)
    of = conditioning(first.output, first.leaves)
    program = Recorded(subject, first, base) if recorded else None
    for i, part in enumerate(of.parts):
        line = Line(subject, i, base, part, program)
        yield line, ladder.noise(line, of.noise if line.whole else of.noises[i])


def estimates(line, noise):
    found = [ladder.central(line, noise), *(ladder.one_sided(line, noise, side) for side in SIDES)]
    return "  ".join(f"{e.value:.9g} ± {e.error:.6g} at {e.step:.6g}" for e in found)


def told(line, noise):
    kinds = [name for name in ("tiny", "moving", "whole") if getattr(line, name)]
    kinds += ["jumps"] * ladder.jumps(line, noise)
    sizes = f"size {line.size:.6g} noise {noise:.6g} slope {line.slope:.6g} nothing {line.next_to_nothing:.6g}"
    return f"{line.x!r}: {estimates(line, noise)}  {sizes} {' '.join(kinds)}"


POINTS = (0.0, 1e-300, 1e-30, 1.2e-30, -1e-9, 0.3, 1.0, 1.0 - 1e-8, -7.0, 1e5, 4e15)


def test_functions_of_one_input():
    sections = []
    for name, f in {**FUNCTIONS, **UNEVEN}.items():
        finite = [x for x in POINTS if math.isfinite(Subject(f, x).point([x]).value)]
        sections.append((name, "\n".join(told(*one) for x in finite for one in lines_of(f, x))))
    held("check/lines.txt", sections)


def test_functions_of_more():
    """By calls alone it is the same."""
    sections = []
    for name, (f, inputs) in MORE.items():
        recorded, called = ("\n".join(told(*one) for one in lines_of(f, inputs, which)) for which in (True, False))
        assert recorded == called
        sections.append((name, recorded))
    held("check/lines_more.txt", sections)


# -- functions that are made of numbers drawn at random ----------------------------------------------------------------


def between(rng, low, high):
    """A number between powers of 2, of any size in between; by arithmetic alone, without pow."""
    return math.ldexp(rng.uniform(1.0, 2.0), rng.randint(low, high))


class Drawn:
    """Looks like a Line: a polynomial, rounded to something, that goes up and down, or ends somewhere."""

    def __init__(self, rng):
        self.x = rng.choice((0.0, 1.0, -3.0, 1e-4, -1e-6, 700.0))
        self.scale = 2.0 ** math.frexp(self.x)[1] / 2.0 if self.x else 1.0
        self.first = self.scale * 2.0**-40
        self.rounding = between(rng, -60, -34)
        self.size = rng.choice((1e-3, 1.0, 1e4))
        self.slope = 0.0
        self.powers = [rng.choice(SIDES) * between(rng, -17, 6) for _ in range(7)]
        self.wave = rng.choice((0.0, between(rng, -20, -1))), 2.0 ** rng.randint(-20, 0)
        self.end = rng.choice((math.inf, 2.0 ** rng.randint(-30, 0))) * self.scale
        self.base = self.x

    def at(self, to):
        return to

    def good(self, point, like):
        return (abs(point - self.x) < self.end and (point > self.x) == (like > self.x)) or like == self.x

    def value(self, point):
        u = (point - self.x) / self.scale
        height, length = self.wave
        t = u / length % 2.0 - 1.0
        total = height * t * (1.0 - abs(t))  # an arch up, an arch down
        for power in reversed(self.powers):
            total = total * u + power
        return total + self.rounding * random.Random(repr(point)).uniform(-1.0, 1.0)

    def change(self, point, like):
        return self.value(point) - self.value(like)

    away = Line.away


def test_functions_drawn_at_random():
    rng = random.Random(3)
    lines = []
    for _ in range(90):
        line = Drawn(rng)
        louder = 64.0 * ladder.EPS * line.size  # what is louder cancels, and grows with the step
        noise = rng.choice([line.rounding * k for k in (0.1, 1.0, 10.0)] + [louder * k for k in (0.8, 1.0, 1.3)])
        lines.append(f"{line.x!r}: {estimates(line, noise)}  slope {line.slope:.6g}  {ladder.jumps(line, noise)}")
    held("check/drawn.txt", [("drawn", "\n".join(lines))])


class Flat(Drawn):
    """The same number everywhere."""

    def value(self, point):
        return 2.0


def test_what_is_flat_has_the_derivative_0():
    found = ladder.central(Flat(random.Random(0)), 0.0)
    assert (found.value, found.error) == (0.0, 0.0)


class Beside:
    """Looks like a Line of which only four points are known."""

    x, base, first = 0.0, 0.0, 16.0

    def __init__(self, near, far):
        self.far = {-16.0: far, -1.0: near, 0.0: 0.0, 1.0: 0.3 * near, 16.0: 0.2 * far}

    def at(self, to):
        return to

    def change(self, point, like):
        return self.far[point] - self.far[like]

    away = Line.away


@pytest.mark.parametrize("sign", SIDES)
@pytest.mark.parametrize(
    ("near", "far", "noise", "jumps"),
    [
        (1.0, 1.0, 1e-9, True),
        (0.51, 1.0, 1e-9, True),
        (0.5, 1.0, 1e-9, False),
        (0.49, 1.0, 1e-9, False),
        (1.0, 0.01, 1e-9, True),
        (1.01, 1.0, 0.01, True),
        (1.0, 1.0, 0.01, False),
        (0.99, 1.0, 0.01, False),
        (-2.0, 0.0, 0.1, False),
    ],
)
def test_what_is_more_than_half_as_large_at_a_sixteenth_of_the_step_jumps(near, far, noise, jumps, sign):
    assert ladder.jumps(Beside(sign * near, sign * far), noise) == jumps


# -- noise -------------------------------------------------------------------------------------------------------------


class Rough:
    """Looks like a Line of a function that is nothing but rounding, of some size in each window."""

    x = scale = base = 1.0
    size = 0.0

    def __init__(self, *sizes):
        self.sizes = dict(zip((-44, -36, -28), sizes, strict=True))

    def at(self, to):
        return to

    def good(self, point, like):
        return True

    def change(self, point, like):
        k = point - like
        if not k:
            return 0.0
        window = max(self.sizes, key=lambda exponent: (k % 2.0**exponent == 0.0, exponent))
        return self.sizes[window] * random.Random(repr(point)).uniform(-1.0, 1.0)


@pytest.mark.parametrize("sizes", [(1e-15, 0, 0), (0, 2e-15, 0), (0, 0, 3e-15), (1e-15, 6e-15, 3e-15)])
def test_noise_is_what_fourth_differences_leave(sizes):
    line = Rough(*sizes)
    found = []
    for exponent in line.sizes:
        values = [line.change(1.0 + k * 2.0**exponent, 1.0) for k in range(-3, 4)]
        found.append(math.hypot(*np.diff(values, 4)) / math.sqrt(3 * 70))
    most = max(found)
    assert ladder.noise(line, most / 15.9) == pytest.approx(most, rel=1e-3, abs=0.0)
    assert ladder.noise(line, 2.0 * most) == 2.0 * most
    if sizes.count(0) == 2:  # what is 16 times as large as all before is the function
        assert ladder.noise(line, most / 16.1) == most / 16.1
