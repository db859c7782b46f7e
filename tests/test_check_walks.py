"""The reverse pass and a forward sweep: how far they may differ, at made-up gradients."""

import math
import random

import tinygrad_edu as te
from tests.golden import held_sections as held
from tests.test_check_ladder import between
from tinygrad_edu.check.replay import conditioning
from tinygrad_edu.check.subject import Subject
from tinygrad_edu.check.walks import disagreement

FUNCTIONS = {
    "sum": lambda x, y: 3.0 * x - 5.0 * y,
    "product": lambda x, y: x * y,
    "quotient": lambda x, y: x / y,
    "not of y": lambda x, y: x * x,
    "constant": lambda x, y: te.constant(2.0),
}
POINTS = [(1.0, 0.5), (-2.0, 3.0), (1e-200, 7.0), (3.0, -1e150), (0.0, 1.0), (math.inf, 2.0)]


def test_made_up_gradients():
    """Off by something in one input, or in both, with some spread: as much as may be, or a little more or less."""
    rng, sections = random.Random(8), []
    for name, f in FUNCTIONS.items():
        lines = []
        for inputs in POINTS * 10:
            subject = Subject(f, list(inputs))
            first = subject.run(subject.x)
            of = conditioning(first.output, first.leaves)
            of.spread = [rng.choice((0.0, s, between(rng, -60, 0), math.inf)) for s in of.spread]
            far = rng.choice((1e-10, between(rng, -50, 0))) * rng.choice((0.7, 0.9, 1.1, 1.4))
            near = rng.choice((0.0, 0.0, far, between(rng, -50, 0)))
            analytic = te.grad(f, argnums=(0, 1))(*inputs)
            analytic = [float(analytic[0]) * (1.0 + far), float(analytic[1]) * (1.0 + near)]
            if rng.random() < 0.3:  # as far as the spread allows, in both directions together
                of.spread = [abs(g) * far / 64.0 * rng.choice((0.8, 1.25)) for g in analytic]
            said = disagreement(first, analytic, of).removeprefix("the reverse pass and a forward sweep over the same")
            lines.append(f"{inputs} {far:.6g} {near:.6g} {' '.join(f'{s:.6g}' for s in of.spread)}: {said[24:80]}")
        sections.append((name, "\n".join(lines)))
    held("check/walks.txt", sections)
