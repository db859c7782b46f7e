"""Arithmetic of IEEE-754 double precision on Python floats: what the table's rules run on in the eager engine.

Python's floats *are* IEEE doubles, but Python raises where the standard gives a number: ``1/0`` is an error and not
inf, ``math.exp(710)`` and ``math.log(0)`` are errors too. So there are two arithmetics with the same results where
both have one. ``FLOATS`` is the quick one, the bare functions of ``math``; when it raises, the rule runs once more
over ``IEEE``, in which nothing raises. ``run`` does just that.

Values at the poles and outside the domains: C17, annex F (which is what PyTorch and NumPy compute).
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

from .ops import Arithmetic

__all__ = ["FLOATS", "IEEE", "Double", "run"]

inf, nan = math.inf, math.nan


class Double(float):
    """A float that divides as IEEE-754 says, and whose sums and products do so too."""

    __slots__ = ()

    def __add__(self, other: float) -> Double:
        return Double(float.__add__(self, other))

    def __sub__(self, other: float) -> Double:
        return Double(float.__sub__(self, other))

    def __mul__(self, other: float) -> Double:
        return Double(float.__mul__(self, other))

    def __truediv__(self, other: float) -> Double:
        return Double(_divide(self, other))

    def __radd__(self, other: float) -> Double:
        return Double(float.__radd__(self, other))

    def __rsub__(self, other: float) -> Double:
        return Double(float.__rsub__(self, other))

    def __rmul__(self, other: float) -> Double:
        return Double(float.__rmul__(self, other))

    def __rtruediv__(self, other: float) -> Double:
        return Double(_divide(other, self))

    def __neg__(self) -> Double:
        return Double(float.__neg__(self))


def _divide(a: float, b: float) -> float:
    if b != 0.0:
        return float(a) / float(b)
    if a == 0.0 or a != a:
        return nan
    return math.copysign(inf, a) * math.copysign(1.0, b)


# -- the functions that Python's math has not, or has not for every argument -----------------------------------------


def sigmoid(x: float) -> float:
    """1/(1 + e⁻ˣ), written so that the exponential never overflows."""
    if x >= 0.0:
        return 1.0 / (1.0 + math.exp(-x))
    e = math.exp(x)
    return e / (1.0 + e)


def _cbrt(x: float) -> float:
    """Cube root for Python 3.10: a power, then one Newton step for the last digits."""
    if x == 0.0 or not math.isfinite(x):
        return x
    y = math.copysign(abs(x) ** (1.0 / 3.0), x)
    return y - (y - x / (y * y)) / 3.0


def _exp2(x: float) -> float:
    return math.pow(2.0, x)


cbrt: Callable[[float], float] = getattr(math, "cbrt", _cbrt)
exp2: Callable[[float], float] = getattr(math, "exp2", _exp2)


def sign(x: float) -> float:
    return x if x != x else float((x > 0.0) - (x < 0.0))


def where(condition: Any, a: Any, b: Any) -> Any:
    return a if condition else b


def _rounding(function: Callable[[float], int]) -> Callable[[float], float]:
    def rounded(x: float) -> float:
        return math.copysign(float(function(x)), x)  # Python's integers forget the sign of −0.0

    return rounded


FLOATS = Arithmetic(
    {
        name: getattr(math, name)
        for name in (
            "pow sqrt exp expm1 log log2 log10 log1p sin cos tan asin acos atan atan2 "
            "sinh cosh tanh asinh acosh atanh erf erfc hypot"
        ).split()
    }
    | {"abs": abs, "cbrt": cbrt, "exp2": exp2, "sigmoid": sigmoid, "sign": sign, "where": where}
    | {
        "floor": _rounding(math.floor),
        "ceil": _rounding(math.ceil),
        "trunc": _rounding(math.trunc),
        "round": _rounding(round),
    }
)


# -- the same without exceptions -------------------------------------------------------------------------------------


def _pow(x: float, y: float) -> float:
    """Where math.pow raises: 0 to a negative power, a negative number to a fraction, a power that is too large."""
    if math.isinf(y):  # 0 to the power −∞, which Python 3.10 refuses
        return inf
    if x < 0.0 and y != math.floor(y):
        return nan
    return math.copysign(inf, x) if math.fmod(y, 2.0) in (1.0, -1.0) else inf


# What the functions of math leave out, as (function of the argument) -> value.
_WHERE_MATH_RAISES: dict[str, Callable[..., float]] = {
    "pow": _pow,
    "exp": lambda x: inf,
    "exp2": lambda x: inf,
    "expm1": lambda x: inf,
    "cosh": lambda x: inf,
    "sinh": lambda x: math.copysign(inf, x),
    "log": lambda x: -inf if x == 0.0 else nan,
    "log2": lambda x: -inf if x == 0.0 else nan,
    "log10": lambda x: -inf if x == 0.0 else nan,
    "log1p": lambda x: -inf if x == -1.0 else nan,
    "atanh": lambda x: math.copysign(inf, x) if abs(x) == 1.0 else nan,
    "floor": lambda x: x,
    "ceil": lambda x: x,
    "trunc": lambda x: x,
    "round": lambda x: x,
}


def _undefined(*xs: float) -> float:
    return nan


def _total(name: str, function: Callable[..., float]) -> Callable[..., Double]:
    outside = _WHERE_MATH_RAISES.get(name, _undefined)

    def total(*xs: float) -> Double:
        try:
            return Double(function(*xs))
        except (ArithmeticError, ValueError):
            return Double(outside(*xs))

    return total


_natives: dict[str, Callable[..., Any]] = vars(FLOATS)
IEEE = Arithmetic({name: where if name == "where" else _total(name, f) for name, f in _natives.items()})


def run(rule: Callable[..., Any], *xs: float) -> Any:
    """``rule(m, *xs)`` in double precision, whatever the numbers are: a float, or a list of floats.

    >>> run(lambda m, x: 1.0 / x + m.exp(x), 0.0)
    inf
    """
    try:
        return rule(FLOATS, *xs)
    except (ArithmeticError, ValueError):
        result = rule(IEEE, *map(Double, xs))
    return list(map(float, result)) if isinstance(result, list) else float(result)
