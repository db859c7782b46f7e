"""Points where a function has no derivative: kinks, with one on each side, and jumps.

At a kink any number between the derivatives of the two sides is a subgradient, and as good as another. Which choices
change their sides there, the recorded computation shows.
"""

from __future__ import annotations

import math
from collections.abc import Callable

from ..ops import OPS
from . import ladder
from .ladder import Estimate, Line
from .recorded import SIDES
from .report import CANNOT_JUDGE, OK_AT_A_KINK, TOO_NEAR_0, WRONG, InputCheck, coarse
from .signature import flipped

__all__ = ["JUMP", "MISLED", "bends", "kink", "misleads"]

MISLED = "the curvature jumps here, which misleads the differences"
JUMP = "the function jumps here: it is discontinuous and has no derivative"


def kink(verdict: Callable[..., InputCheck], line: Line, noise: float, g: float, spread: float) -> InputCheck:
    """The verdict about the derivative ``g`` at a kink or a jump; ``spread`` is what rounding changes of it."""
    if ladder.jumps(line, noise):
        return verdict(CANNOT_JUDGE, Estimate(), JUMP)
    sides = [ladder.one_sided(line, noise, side) for side in SIDES]
    if not all(math.isfinite(side.error) for side in sides) or not math.isfinite(g):
        return verdict(CANNOT_JUDGE, Estimate(), "a kink, without a finite derivative on both sides")
    low, high = sorted(side.value for side in sides)
    error = max(side.error for side in sides)
    size = max(abs(low), abs(high), abs(g))
    nearest = Estimate(min(max(g, low), high), error)
    interval = f"the derivatives of the two sides are {low:.6g} and {high:.6g}"
    # What is between the two sides is right, however much of it rounding decides.
    for bound in (4.0 * error + 1e-9 * size, 4.0 * error + 1e-9 * size + (32.0 * spread if spread < math.inf else 0.0)):
        if bound > coarse(max(size, line.next_to_nothing)):
            return verdict(CANNOT_JUDGE, nearest, f"a kink, and the differences are too inexact; {interval}", bound)
        if low - bound <= g <= high + bound:
            return verdict(OK_AT_A_KINK, nearest, interval, bound)
    flips = [flipped(line.base.signature, point.signature) for point in line.beside]
    # Other constants, or settings, are a choice that Python made.
    if not line.moving and any(point.constants != line.base.constants for point in line.beside):
        flips.append(None)
    choices = set() if None in flips else set.union(*(f for f in flips if f is not None))
    # Not so for what may be for one point only: a choice between two inputs, or an angle at 0, 0.
    # Nor for what is compiled, which may be any number of choices.
    one = len(choices) == 1 and line.base.signature[min(choices)][0] in OPS.keys() - {"where", "atan2"}
    steepest = max(abs(low), abs(high))
    smooth = high - low <= 4.0 * error + 1e-9 * steepest and abs(g) <= 10.0 * steepest  # and no pole at 0
    if line.tiny and line.x and not smooth:
        return verdict(CANNOT_JUDGE, nearest, TOO_NEAR_0, bound)
    if one and math.isfinite(spread):  # with a single choice at its kink, the gradient is between the two sides
        return verdict(WRONG, nearest, f"at a kink; {interval}", bound)
    return verdict(CANNOT_JUDGE, nearest, f"several choices are at their kinks; {interval}", bound)


def bends(line: Line, noise: float) -> bool:
    """Whether the two sides have different derivatives, by a choice that the recorded computation does not show."""
    left, right = (ladder.one_sided(line, noise, side) for side in SIDES)
    allowed = 4.0 * (left.error + right.error) + 1e-9 * max(abs(left.value), abs(right.value))
    return abs(left.value - right.value) > allowed


def misleads(line: Line, noise: float, both: Estimate) -> bool:
    """Whether a side has another derivative than the difference over ``both``, which a curvature that jumps misleads.

    That of x·|x| jumps at 0, where the quotients over both sides, |h|, never settle.
    """
    sides = [ladder.one_sided(line, noise, side) for side in SIDES]
    size = max(abs(side.value) for side in sides)
    return any(abs(side.value - both.value) > 4.0 * (side.error + both.error) + 1e-9 * size for side in sides)
