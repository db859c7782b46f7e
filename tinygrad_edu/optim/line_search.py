"""How far to go along a direction: the search for a step that meets the strong Wolfe conditions.

Nocedal, Wright, Numerical Optimization, 2nd edition 2006: the conditions are (3.7), the search algorithms 3.5 and 3.6,
the cubic (3.59). Where the book leaves a choice, it is made as PyTorch makes it (torch.optim.LBFGS).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from ..ieee import run

__all__ = ["Point", "strong_wolfe"]

DECREASE, FLATNESS = 1e-4, 0.9
"""c1 and c2: the loss falls by this part of what the slope promised, and the slope to this part of what it was."""

TOO_NARROW = 1e-9
"""A bracket is searched no further when no parameter moves by this much in it."""


class Point(NamedTuple):
    """A point along the direction: how far, the loss there, its gradient, and its slope along the direction."""

    t: float
    loss: float
    gradient: list[float]
    slope: float


def strong_wolfe(start: Point, t: float, evaluate: Callable[[float], Point], reach: float, budget: int) -> Point:
    """A point that meets the conditions, or the best of those known when no more evaluations are to be had.

    start     where the search begins, at t = 0, with a negative slope
    t         the first step to try
    evaluate  the point at a step
    reach     the largest change of a parameter for t = 1
    budget    how many more points to evaluate after the first one
    """

    def too_high(x: Point) -> bool:
        return x.loss > start.loss + DECREASE * x.t * start.slope

    def flat(x: Point) -> bool:
        return abs(x.slope) <= -FLATNESS * start.slope

    # Step out until a minimum lies between the last two points.
    last, new = start, evaluate(t)
    for used in range(budget):
        if too_high(new) or (used > 1 and new.loss >= last.loss):
            break
        if flat(new):
            return new
        if new.slope >= 0.0:
            break
        step = _lowest(last, new, new.t + 0.01 * (new.t - last.t), 10.0 * new.t)
        last, new = new, evaluate(step)
    else:
        return start if start.loss <= new.loss else new

    # Narrow the bracket down. Its lower end is the best point that is not too high.
    bracket = [last, new]
    low = _lower_end(bracket)
    hugged = False  # the trial before came close to an end: twice is one too many
    for _ in range(used, budget):
        left, right = sorted(point.t for point in bracket)
        if (right - left) * reach < TOO_NARROW:
            break
        step = _lowest(bracket[0], bracket[1], left, right)
        margin = 0.1 * (right - left)
        close = min(right - step, step - left) < margin
        if close and (hugged or step >= right or step <= left):
            step = right - margin if abs(step - right) < abs(step - left) else left + margin
            close = False
        hugged = close
        new = evaluate(step)
        if too_high(new) or new.loss >= bracket[low].loss:
            bracket[1 - low] = new
            low = _lower_end(bracket)
        elif flat(new):
            return new
        else:
            if new.slope * (bracket[1 - low].t - bracket[low].t) >= 0.0:
                bracket[1 - low] = bracket[low]
            bracket[low] = new
    return bracket[low]


def _lower_end(bracket: list[Point]) -> int:
    return 0 if bracket[0].loss <= bracket[1].loss else 1


def _lowest(a: Point, b: Point, low: float, high: float) -> float:
    """Where the cubic with the losses and slopes of two points is lowest between two bounds."""
    a, b = sorted((a, b), key=lambda point: point.t)
    return float(run(_minimum_of_cubic, a.t, a.loss, a.slope, b.t, b.loss, b.slope, low, high))


def _minimum_of_cubic(m: Any, x1: Any, f1: Any, g1: Any, x2: Any, f2: Any, g2: Any, low: Any, high: Any) -> Any:
    d1 = g1 + g2 - 3.0 * (f1 - f2) / (x1 - x2)
    square = d1 * d1 - g1 * g2
    d2 = m.sqrt(square)
    x = x2 - (x2 - x1) * ((g2 + d2 - d1) / (g2 - g1 + 2.0 * d2))
    middle = (low + high) / 2.0  # for a cubic that has no minimum
    return m.where(square >= 0.0, m.minimum(m.maximum(x, low), high), middle)
