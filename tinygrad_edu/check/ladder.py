"""The derivative from differences, with a bound of its error: a ladder of rising steps.

Central differences at steps that grow by factors of 2, extrapolated up to three times (Richardson 1911; Neville's
scheme). A step is taken only if every smaller one confirms it within its own noise: a function that oscillates makes
large steps agree with each other on a wrong number, and without this rule they look converged. The noise of the
function is measured by fourth differences (Hamming, Numerical Methods for Scientists and Engineers, chapter 10) beside
the replays of ``replay.py``.
"""

from __future__ import annotations

import itertools
import math
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from .recorded import NEAREST, SIDES, STEPS, Recorded, tiny, unit
from .replay import TINIEST
from .subject import Point, Subject

__all__ = ["Estimate", "Line", "central", "jumps", "noise", "one_sided"]

EPS = sys.float_info.epsilon
EXTRAPOLATIONS = 3

Quotient = tuple[float, float, float]
"""A difference quotient, the width that it is over, and how far the function is there from its value at x."""


class Line:
    """The function along one of its inputs, the others held; a point that was computed is kept.

    Points come from the recorded computation where it can be trusted, and from calls of the function else.

    Constants in the recorded graph belong to the branch if they stay where they are: a Python ``if`` may change them
    from one side to the other. If they move with the input, as a result of ``detach()`` does, they are let move.

    ``part`` are the terms of the value that the input has a part in, as the graph says. ``whole`` says that the value
    cannot be taken as a sum of terms here, because they are other ones beside x; ``size`` is the magnitude of what
    is subtracted in the differences, and so a measure of their rounding; ``slope`` the steepest way from x to a
    point of a difference; ``beside`` the points next to x, on its left and on its right. Steps are powers of 2 times
    ``scale``, if it is given.
    """

    def __init__(
        self, subject: Subject, i: int, base: Point, part: Sequence[int], recorded: Recorded | None = None,
        scale: float = 0.0,
    ) -> None:  # fmt: skip
        self.x = subject.x[i]
        self._subject, self._i, self._part = subject, i, part
        self._recorded = recorded if recorded is not None and i in recorded.trusted else None
        self.base = base if self._recorded is None else self._recorded.part(part)
        self._known = {self.x: self.base}
        self.scale = scale or unit(self.x)
        self.tiny = tiny(self.x) and not scale
        self.first = math.ldexp(self.scale, NEAREST)
        self.moving = self._recorded is None and self._moves()
        self.beside = [self.at(self.x + side * self.first) for side in SIDES]
        self.whole = self.moving or any(point.weights != self.base.weights for point in self.beside)
        sizes = [abs(base.weights[k] * base.terms[k]) for k in part]
        self.size = abs(base.value) if self.whole else sum(sizes)
        self.slope = 0.0

    def _moves(self) -> bool:
        """Whether constants move with the input; slowly, it may be, so larger steps are tried as well."""
        for exponent, side in itertools.product(STEPS, SIDES):
            points = [self.at(self.x + side * math.ldexp(k * self.scale, exponent)) for k in range(3)]
            same = all(point.signature == self.base.signature for point in points)
            if (same or exponent == NEAREST) and len({point.constants for point in points}) == 3:
                return True
        return False

    @property
    def next_to_nothing(self) -> float:
        """A derivative that is as good as 0 beside the function; none is where a part of the function is hidden."""
        return 0.0 if self.moving else 1e-6 * max(self.slope, self.size / max(abs(self.x), 1.0))

    def at(self, to: float) -> Point:
        """The function with the input at ``to``."""
        if to not in self._known:
            recorded = self._recorded
            self._known[to] = (
                self._subject.moved(self._i, to)
                if recorded is None
                else recorded.moved(self._i, to, self.base, self._part)
            )
        return self._known[to]

    def change(self, a: Point, b: Point) -> float:
        """The value at ``a`` less that at ``b``, term by term where it can be."""
        if self.whole or a.weights != b.weights:
            return a.value - b.value
        return sum([w * (p - q) for w, p, q in zip(a.weights, a.terms, b.terms, strict=True) if p != q])

    def away(self, *points: Point) -> float:
        """How far the function is from its value at x, at the farthest of these points."""
        return max(abs(self.change(point, self.base)) for point in points)

    def alike(self, a: Point, b: Point) -> bool:
        """Whether two points lie on one smooth piece of the function, as far as its branches tell."""
        same = a.signature is b.signature or a.signature == b.signature
        return same and (self.moving or a.constants == b.constants)

    def good(self, point: Point, like: Point) -> bool:
        """Whether differences may be taken between the points."""
        return math.isfinite(point.value) and self.alike(point, like)


@dataclass
class Estimate:
    """A derivative and a bound of its error (infinite if there is no estimate); why it ended where it did."""

    value: float = math.nan
    error: float = math.inf
    step: float = 0.0


def noise(line: Line, least: float) -> float:
    """The rounding noise of the function around x: fourth differences in three windows, and at least ``least``.

    ``least`` is what the replays found. One window alone may lie on a plateau of the rounding and show none.
    """
    largest = max(least, EPS * line.size, TINIEST)
    for exponent in (-44, -36, -28):
        d = math.ldexp(line.scale, exponent)
        points = [line.at(line.x + k * d) for k in range(-3, 4)]
        if not all(line.good(p, line.base) for p in points):
            continue
        f = [line.change(p, line.base) for p in points]
        fourth = [f[k] - 4.0 * f[k + 1] + 6.0 * f[k + 2] - 4.0 * f[k + 3] + f[k + 4] for k in range(len(f) - 4)]
        found = math.hypot(*fourth) / math.sqrt(70.0 * len(fourth))  # each holds √(1² + 4² + 6² + 4² + 1²) of it
        if found < 16.0 * largest:  # what grows that fast from window to window is the function, not its noise
            largest = max(largest, found)
    return largest


def central(line: Line, noise: float) -> Estimate:
    """The two-sided derivative."""

    def quotient(h: float) -> Quotient | None:
        high, low = line.x + h, line.x - h
        above, below = line.at(high), line.at(low)
        if not (line.good(above, line.base) and line.good(below, line.base)):
            return None
        width = high - low
        return line.change(above, below) / width, width, line.away(above, below)

    return _climb(quotient, line, noise, order=2)


def one_sided(line: Line, noise: float, side: float) -> Estimate:
    """The derivative of the smooth piece on one side (+1 or -1) of x.

    The piece may end a little before x, so the value at x takes no part.
    """
    piece = line.at(line.x + side * line.first)

    def quotient(h: float) -> Quotient | None:
        near, far = line.x + side * h, line.x + side * (2.0 * h)
        from_, to = line.at(near), line.at(far)
        if not (line.good(from_, piece) and line.good(to, piece)):
            return None
        return line.change(to, from_) / (far - near), abs(far - near), line.away(from_, to)

    return _climb(quotient, line, noise, order=1)


def jumps(line: Line, noise: float) -> bool:
    """Whether a difference stays as large however small the step: at 16 times less it is still more than half.

    More than half of that on the steeper side: a hinge next to x is level on the other one, at once.
    """
    near, far = (
        line.away(*[line.at(line.x + side * step) for side in SIDES]) for step in (line.first / 16.0, line.first)
    )
    return near > 0.5 * far and near > 100.0 * noise


def _climb(quotient: Callable[[float], Quotient | None], line: Line, noise: float, order: int) -> Estimate:
    """``order`` is the power of the step that the quotient's error goes with; extrapolated, it goes with the next.

    Each correction counts as the error of what it corrects, so an extrapolated number is better than its bound says.
    """
    rungs: list[tuple[float, float, float]] = []  # the step, the quotient, the noise in it
    above: list[float] = []  # the row of the table before: its quotient, and that extrapolated once, twice ...
    best, worse, h = Estimate(), 0, line.first
    cancels = noise > 64.0 * EPS * line.size
    while h <= max(line.scale, 1.0) / 4.0 and worse <= 3:
        found = quotient(h)
        if found is None or not math.isfinite(found[0]):
            break
        # What cancels is as large as x, mostly: far from a small x there is more of it, and so of its rounding.
        louder = noise * h / abs(line.x) if cancels and h > abs(line.x) > 0.0 else noise
        # Beside a point where the function is 0 it is not, and has the rounding of what it is there.
        rungs.append((h, found[0], 6.0 * max(louder, EPS * found[2]) / found[1]))
        line.slope = max(line.slope, found[2] / h)
        row, least, before = [found[0]], math.inf, best
        for level, smaller in enumerate(above[:EXTRAPOLATIONS], 1):
            step, finest, uncertain = rungs[-1 - level]
            correction = (smaller - row[-1]) / ((h / step) ** order - 1.0)
            row.append(smaller + correction)
            error = abs(correction) + uncertain
            least = min(least, error)
            if error < best.error and all(
                abs(q - row[-1]) <= n + error + 2.0 * abs(finest - row[-1]) * (g / step) ** order
                for g, q, n in rungs[:-level]
            ):
                best = Estimate(row[-1], error, h)
        if best.error <= 2.0**-46 * abs(best.value):
            break
        if best is not before:
            worse = 0
        elif least > 4.0 * best.error:
            worse += 1
        above = row
        h *= 2.0  # (larger ones at the start save a third of the time, and miss poles that are near)
    return best
