"""Where to look: points at which the rule of an operation is far from a rough difference of its values.

A rule that is wrong between 1.2 and 1.3 alone is right at all points that anybody would write down. So several hundred
points are looked at quickly, a slope and four values each. What is found here is only suspected: a kink, a jump or
rounding may be behind it, which the gradient check that follows can tell from a fault.
"""

from __future__ import annotations

import math
import random
from collections.abc import Sequence
from functools import lru_cache

from ..ieee import run
from ..ops import Primitive
from ..value import Value, record
from .recorded import unit
from .replay import TINIEST

__all__ = ["suspects"]

LOOKS = 800
STEP = -14
"""Differences are taken over 2 to this power, times the unit of the number where that is less than 1: a step that grew
with the number would pass over stairs."""

OFF = 0.382
"""The points of an input stand side by side at equal distances, so that no gap is left where a rule may be wrong, and
where no formula has its corners; those of several inputs meet at random (McKay, Beckman, Conover 1979)."""

FAR = 1e-3
"""A slope is off if it is farther from the difference than this times the larger of them, and than rounding goes."""

ROUNDING = 1e-14
"""Values of operations are rounded to less than this times themselves."""


@lru_cache(maxsize=1)  # for the first derivatives, and then again for the second ones
def suspects(op: Primitive, most: int = 3) -> Sequence[tuple[float, ...]]:
    """So many points at most at which a slope of the rule is more than a thousandth off."""
    rng = random.Random(0)
    found: list[tuple[float, ...]] = []
    places = [rng.sample(range(LOOKS), LOOKS) for _ in range(op.arity or 4)]
    for place in zip(*places, strict=True):
        point = tuple([_drawn((k + OFF) / LOOKS) for k in place[: op.arity or rng.randint(1, 4)]])
        if len(found) < most and _off(op, point):
            found.append(point)
    return tuple(found)


def _drawn(place: float) -> float:
    """The number at a place between 0 and 1.

    Mostly one near 0, as operations have their kinks and ranges there; else one of 1e-3 to 1e5.
    """
    if place < 0.7:
        return 8.0 * place / 0.7 - 4.0
    part, side = math.modf((place - 0.7) / 0.15)
    return math.copysign(10.0 ** (8.0 * part - 3.0), side - 0.5)


def _off(op: Primitive, point: tuple[float, ...]) -> bool:
    value = run(op.value, *point)
    if not abs(value) < 1e100:
        return False
    try:
        slopes = record(op, [Value(x) for x in point]).partials
    except Exception:
        return True  # the check says what is wrong with it
    return any(_disagree(op, point, value, i, slope) for i, slope in enumerate(slopes) if slope is not None)


def _disagree(op: Primitive, point: tuple[float, ...], value: float, i: int, slope: float) -> bool:
    step = math.ldexp(min(unit(point[i]), 1.0), STEP)
    near, far = _difference(op, point, i, step / 2.0), _difference(op, point, i, step)
    if not math.isfinite(near) or abs(near - far) > 0.1 * FAR * abs(near):
        return False  # too rough to be believed
    rounding = max(ROUNDING * abs(value), TINIEST) / step
    return not abs(slope - near) <= FAR * max(abs(slope), abs(near)) + rounding  # a slope that is nan is off, too


def _difference(op: Primitive, point: tuple[float, ...], i: int, h: float) -> float:
    above, below = (run(op.value, *point[:i], point[i] + step, *point[i + 1 :]) for step in (h, -h))
    return (above - below) / (2.0 * h)
