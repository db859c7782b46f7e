"""Where to look: points at which the rule of an operation is far from a rough difference of its values.

A rule that is wrong between 1.2 and 1.3 alone is right at all points that anybody would write down. So several hundred
points are looked at quickly, a slope and four values each. What is found here is only suspected: a kink, a jump or
rounding may be behind it, which the gradient check that follows can tell from a fault.
"""

from __future__ import annotations

import math
import random
from collections.abc import Iterator

from ..ieee import run
from ..ops import Primitive
from ..value import Value, record
from .recorded import unit

__all__ = ["suspects"]

LOOKS = 600
STEP = -14
"""Differences are taken over 2 to this power times the unit of the number."""

FAR = 1e-3
"""A slope is off if it is farther from the difference than this times the larger of them, and than rounding goes."""

ROUNDING = 1e-14
"""Values of operations are rounded to less than this times themselves."""


def suspects(op: Primitive, most: int = 3) -> Iterator[tuple[float, ...]]:
    """So many points at most at which a slope of the rule is more than a thousandth off."""
    rng, found = random.Random(0), 0
    for _ in range(LOOKS):
        point = tuple([_drawn(rng) for _ in range(rng.randint(1, 4) if op.arity is None else op.arity)])
        if found < most and abs(run(op.value, *point)) < 1e100 and _off(op, point):
            found += 1
            yield point


def _drawn(rng: random.Random) -> float:
    """Mostly a number near 0, as operations have their kinks and ranges there; else one of any size."""
    return rng.uniform(-4.0, 4.0) if rng.random() < 0.7 else rng.choice((-1.0, 1.0)) * 10.0 ** rng.uniform(-3.0, 2.0)


def _off(op: Primitive, point: tuple[float, ...]) -> bool:
    try:
        slopes = record(op, [Value(x) for x in point]).partials
    except Exception:
        return True  # the check says what is wrong with it
    return any(_disagree(op, point, i, slope) for i, slope in enumerate(slopes) if slope is not None)


def _disagree(op: Primitive, point: tuple[float, ...], i: int, slope: float) -> bool:
    step = math.ldexp(unit(point[i]), STEP)
    near, far = _difference(op, point, i, step / 2.0), _difference(op, point, i, step)
    if not math.isfinite(near) or abs(near - far) > 0.1 * FAR * abs(near):
        return False  # too rough to be believed
    rounding = ROUNDING * abs(run(op.value, *point)) / step
    return not abs(slope - near) <= FAR * max(abs(slope), abs(near)) + rounding  # a slope that is nan is off, too


def _difference(op: Primitive, point: tuple[float, ...], i: int, h: float) -> float:
    above, below = (run(op.value, *point[:i], point[i] + step, *point[i + 1 :]) for step in (h, -h))
    return (above - below) / (2.0 * h)
