"""The largest learning rate that gradient descent stands: 2/λ_max, with λ_max the largest curvature of the loss.

Near a point a loss is a parabola along each eigenvector of its Hessian. A step of gradient descent multiplies the way
to that parabola's bottom by 1 − lr·λ: above lr = 2/λ it comes out on the other side, further away than it was. With
momentum the same argument gives other limits (``limit`` below). λ_max is found by power iteration (von Mises 1929):
Hessian times vector, over and over, each product one reverse sweep over the graph of the gradient, without a Hessian
(Pearlmutter 1994; LeCun, Simard, Pearlmutter 1993 use it for this very purpose).
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random

from ..derivatives import gradients, pullback
from ..value import Value

__all__ = ["Curvature", "curvature", "largest_eigenvalue", "limit"]

Vector = list[float]


@dataclass(frozen=True)
class Curvature:
    """The largest eigenvalue of a Hessian, as power iteration finds it.

    value       the estimate. Rounding apart, it is never above λ_max itself, so a rate above 2/value is above 2/λ_max
    residual    ‖H·v − value·v‖ for the unit vector v that was found: some eigenvalue is no further away than this
    iterations  how many products with the Hessian it took
    converged   whether the residual is below a thousandth of the value; the value itself is then good to about a
                millionth, because its error goes with the square of the residual
    """

    value: float
    residual: float
    iterations: int
    converged: bool


def curvature(loss: Value, parameters: Sequence[Value]) -> Curvature:
    """The largest curvature of ``loss`` in any direction of its ``parameters``; no ``.grad`` is touched.

    It takes up to 200 products with the Hessian. Each is a sweep over the graph of the gradient, which is some ten
    times as large as that of the loss: half a second for a batch of 200 rows through 337 parameters.
    Raises RuntimeError if the data of a Value was changed after it was used.

    >>> x, y = Value(1.0), Value(1.0)
    >>> found = curvature(1.5 * x * x + 0.5 * y * y, [x, y])
    >>> round(found.value, 5), found.converged
    (3.0, True)
    """
    slopes = gradients(loss, parameters, create_graph=True)

    def product(v: Vector) -> Vector:
        moved = [(g, x) for g, x in zip(slopes, v, strict=True) if g.requires_grad]
        adjoint = pullback([g for g, _ in moved], [x for _, x in moved], False)
        return [adjoint.get(p, 0.0) for p in parameters]

    return largest_eigenvalue(product, len(parameters))


def largest_eigenvalue(product: Callable[[Vector], Vector], size: int, most: int = 200) -> Curvature:
    """The largest eigenvalue, not that of largest size, of the symmetric matrix that ``product`` multiplies with.

    Plain power iteration finds the eigenvalue of largest size. If that is negative, or there is another one of the
    same size and the other sign, as at a saddle, it goes on with the matrix shifted up by that size: the order of the
    eigenvalues stays, and none is negative any more. The start is random, by a fixed seed.

    >>> round(largest_eigenvalue(lambda v: [-5.0 * v[0], 2.0 * v[1]], 2).value, 5)
    2.0
    """
    random = Random(0)
    v = _unit([random.gauss(0.0, 1.0) for _ in range(size)])
    shift, norm = 0.0, 0.0
    value = residual = math.nan
    for k in range(1, most + 1):
        w = product(v)
        value = _dot(v, w)
        residual = math.hypot(*(a - value * b for a, b in zip(w, v, strict=True)))
        if not math.isfinite(residual):
            return Curvature(value, residual, k, False)
        norm = max(norm, math.hypot(*w))
        settled = residual <= 1e-3 * abs(value)
        if settled and (value >= 0.0 or shift):
            return Curvature(value, residual, k, True)
        if not shift and (settled or k == most // 2):
            shift = norm
            v = _unit([random.gauss(0.0, 1.0) for _ in range(size)]) if settled else v
            continue
        v = _unit([a + shift * b for a, b in zip(w, v, strict=True)])
    return Curvature(value, residual, most, False)


def limit(
    value: float, momentum: float = 0.0, dampening: float = 0.0, nesterov: bool = False, weight_decay: float = 0.0
) -> float:
    """The largest learning rate for which gradient descent on a parabola of this curvature does not run away.

    Without momentum it is 2/λ. With momentum μ, a step on a parabola is a recurrence over two steps, whose roots stay
    inside the unit circle up to lr = 2·(1 + μ)/λ (Polyak 1964), or with Nesterov's look-ahead up to
    2·(1 + μ)/((1 + 2μ)·λ). Dampening d makes every rate act as lr·(1 − d), weight decay adds to λ. Infinite where
    nothing curves upwards.

    >>> limit(4.0), limit(4.0, momentum=0.5), limit(4.0, momentum=0.5, nesterov=True)
    (0.5, 0.75, 0.375)
    """
    value += weight_decay
    if not value > 0.0:
        return math.inf
    if nesterov:
        return 2.0 * (1.0 + momentum) / ((1.0 + 2.0 * momentum) * value)
    taken = 1.0 - dampening if momentum else 1.0
    return 2.0 * (1.0 + momentum) / (taken * value) if taken > 0.0 else math.inf


def _dot(a: Vector, b: Vector) -> float:
    try:
        return math.fsum(x * y for x, y in zip(a, b, strict=True))
    except (OverflowError, ValueError):  # a sum that is too large; infinities of both signs
        return math.nan


def _unit(v: Vector) -> Vector:
    length = math.hypot(*v)
    return [x / length for x in v] if length else v
