"""Kinks and jumps: what is said of made-up gradients between the derivatives of the two sides, and beside them."""

import math
import random

import tinygrad_edu as te
from tests.check_cases import FUNCTIONS
from tests.golden import held_sections as held
from tests.test_check_ladder import between, chebyshev, lines_of
from tinygrad_edu.check import ladder
from tinygrad_edu.check.kinks import bends, kink


def told(name, x, verdict, estimate, note="", bound=math.inf):
    return f"{name} = {x!r}: {estimate.value:.9g} ± {bound:.6g}  {verdict}  {note}".rstrip()


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
                for _ in range(14):
                    near, off = rng.choice((low, high)), rng.choice((-1.0, 1.0)) * between(rng, -36, 3)
                    g = rng.choice((near, near + off, near + off * error, near * (1.0 + off), near * (1.0 + off)))
                    beside = max(g - high, low - g, 0.0) / 32.0  # so much of it would explain g
                    explained = beside * rng.choice((0.9, 1.1, between(rng, -5, 5)))
                    spread = rng.choice((0.0, between(rng, -60, -20), math.inf, explained, explained))
                    some = rng.choice((noise, noise, louder))
                    found = kink(lambda *of, x=x: told("x", x, *of), line, some, g, spread)
                    lines.append(f"{g:.12g} {spread:.6g} {some:.6g} {found}")
        sections.append((name, "\n".join(lines)))
    held("check/kinks.txt", sections)
