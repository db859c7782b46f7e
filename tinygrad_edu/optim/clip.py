"""Clipping: gradients that are too large are made smaller before a step, all of them together or each by itself.

Names, defaults and formulae are those of ``torch.nn.utils``; the norm of all gradients as in Pascanu, Mikolov, Bengio
2013, On the difficulty of training recurrent neural networks, algorithm 1.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from functools import reduce
from operator import add
from typing import Any

from ..ieee import FLOATS
from ..value import Value, describe
from .parameters import gradient, listed, named, refuse_repeats
from .settings import positive, real

__all__ = ["clip_grad_norm_", "clip_grad_value_", "shrink"]


def clip_grad_norm_(
    parameters: Iterable[Value] | Value,
    max_norm: float,
    norm_type: float | str = 2.0,
    error_if_nonfinite: bool = False,
) -> float:
    """Scale the gradients down together, direction kept, if their norm is more than ``max_norm``. Returns the norm.

    The norm is (Σ|g|^norm_type)^(1/norm_type) over all gradients before clipping, and the largest |g| for "inf"; each
    gradient is multiplied by max_norm / (norm + 1e-6) if that is less than 1. A norm of inf or nan makes that 0 or nan.

    Raises ValueError for a negative ``max_norm``, a ``norm_type`` that is not positive, and a parameter that is listed
    twice; RuntimeError, with ``error_if_nonfinite``, if the norm is inf or nan. Then nothing is changed.

    >>> a, b = Value(0.0, "a"), Value(0.0, "b")
    >>> a.grad, b.grad = 30.0, -40.0
    >>> clip_grad_norm_([a, b], max_norm=1.0)
    50.0
    >>> print(f"{a.grad:.6f} {b.grad:.6f}")
    0.600000 -0.800000
    """
    values, gradients = _gradients(parameters)
    most = _not_negative("max_norm", max_norm)
    order = math.inf if norm_type == "inf" else positive("norm_type", norm_type)
    total = _norm(gradients, order)
    if error_if_nonfinite and not math.isfinite(total):
        bad = next((p for p, g in zip(values, gradients, strict=True) if not math.isfinite(g)), None)
        first = f"; the first such gradient is {bad.grad} of {describe(bad)}" if bad else ""
        raise RuntimeError(
            f"The total norm of order {order} for gradients from `parameters` is non-finite, so it cannot be clipped: "
            f"it is {total}{first}. Nothing was changed"
        )
    scale = _scale(total, most)
    if not scale >= 1.0:  # nan too
        for p, g in zip(values, gradients, strict=True):
            p.grad = g * scale
    return total


def clip_grad_value_(parameters: Iterable[Value] | Value, clip_value: float) -> None:
    """Bring each gradient between −clip_value and clip_value; nan stays.

    Raises ValueError for a negative ``clip_value`` and for a parameter that is listed twice.

    >>> a, b = Value(0.0, "a"), Value(0.0, "b")
    >>> a.grad, b.grad = 3.0, -0.25
    >>> clip_grad_value_([a, b], 0.5)
    >>> a.grad, b.grad
    (0.5, -0.25)
    """
    values, gradients = _gradients(parameters)
    most = _not_negative("clip_value", clip_value)
    for p, g in zip(values, gradients, strict=True):
        p.grad = min(max(g, -most), most)  # in this order nan stays


def shrink(m: Any, gradients: list[Any], max_norm: float) -> Any:
    """What ``clip_grad_norm_`` multiplies the gradients by, over an arithmetic ``m``: how the compiler clips.

    >>> from tinygrad_edu.ieee import FLOATS
    >>> print(f"{shrink(FLOATS, [30.0, -40.0], 1.0):.6f}")
    0.020000
    """
    top = reduce(m.maximum, map(m.abs, gradients))
    scale = _scale(m.where(top, _norm_2(m, gradients, top), top), max_norm)
    return m.where(scale >= 1.0, 1.0, scale)


def _norm_2(m: Any, xs: list[Any], top: Any) -> Any:
    """The root of the sum of squares, of numbers divided by the largest, so that no square overflows or underflows."""
    return top * m.sqrt(reduce(add, [m.square(x / top) for x in xs]))


def _scale(norm: Any, max_norm: float) -> Any:
    return max_norm / (norm + 1e-6)


def _gradients(parameters: Any) -> tuple[list[Value], list[float]]:
    names, values = named(listed(parameters))
    refuse_repeats([{"params": values, "param_names": names} if names else {"params": values}])
    return values, [gradient(p) for p in values]


def _not_negative(name: str, value: Any) -> float:
    x = real(name, value)
    if not x >= 0.0:
        raise ValueError(f"Invalid {name} value: {value}")
    return x


def _norm(xs: list[float], order: float) -> float:
    if any(x != x for x in xs):
        return math.nan
    top = max(map(abs, xs), default=0.0)
    if order == math.inf or top in (0.0, math.inf):
        return top
    if order == 2.0:
        return float(_norm_2(FLOATS, xs, top))
    return float(top * math.fsum((abs(x) / top) ** order for x in xs) ** (1.0 / order))
