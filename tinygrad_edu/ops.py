"""The table of primitive operations: each one's name, notation, value and partial derivatives, declared once.

Everything else in the package reads this table and nothing repeats a derivative: the engine runs the rules on
floats, gradients of gradients run them on Values, explanations on names, the compiler on symbols. So a rule is
written over an arithmetic ``m`` that it is given: ``+ - * /`` and comparisons mean what ``m``'s numbers make of
them, and ``m.exp``, ``m.where`` ... are this table's own entries. Every derivative is made of entries of the table,
so derivatives of any order exist.

A row reads ``define(name, value, *partials)`` where

    value      (m, *inputs) -> output; ``NATIVE`` where the arithmetic itself must know the function
    partials   one rule per input, (m, y, *inputs) -> d output / d input; ``y`` is the output. An operation of any
               number of inputs has a single rule, which gives the list of all its partials
    textbook   the form a textbook prints, where the rule is written in another way for the sake of its digits

Formulae: NIST Digital Library of Mathematical Functions, chapters 4 (elementary), 7 (erf); activations from the
papers named beside them. At kinks, ties and corners the conventions are PyTorch's (the subgradient it takes), so
relu'(0) = abs'(0) = 0 and a tie of maximum is split in halves; where PyTorch loses digits in the tails the rule
keeps them (sigmoid' is s(x)·s(−x), not y·(1 − y)).
"""

from __future__ import annotations

import math
from functools import reduce
from operator import add, mul
from typing import Any

from .primitive import NATIVE, OPS, SPELLED, Arithmetic, Primitive, Rule, define

__all__ = ["OPS", "Arithmetic", "Primitive", "define"]


def _not_negative(lambd: float) -> str:
    return "" if lambd >= 0.0 else "lambd is 0 or more"


# fmt: off
LN2, LN10 = math.log(2), math.log(10)
SQRT_HALF = math.sqrt(0.5)

# -- arithmetic ------------------------------------------------------------------------------------------------------

define("add", lambda m, a, b: a + b,
       lambda m, y, a, b: 1.0,
       lambda m, y, a, b: 1.0,
       notation=SPELLED)
define("sub", lambda m, a, b: a - b,
       lambda m, y, a, b: 1.0,
       lambda m, y, a, b: -1.0,
       notation=SPELLED)
define("mul", lambda m, a, b: a * b,
       lambda m, y, a, b: b,
       lambda m, y, a, b: a,
       notation=SPELLED)
define("div", lambda m, a, b: a / b,
       lambda m, y, a, b: 1.0 / b,
       lambda m, y, a, b: -y / b,
       textbook=(lambda m, y, a, b: 1.0 / b,
                 lambda m, y, a, b: -a / m.square(b)),
       notation=SPELLED)
define("neg", lambda m, x: -x,
       lambda m, y, x: -1.0,
       notation=SPELLED)
define("pow", NATIVE,  # x⁰ is flat even at x = 0, and so is 0ʸ for y ≥ 0: the wheres
       lambda m, y, a, b: _power_slope(m, a, b),
       lambda m, y, a, b: m.where(a, y * m.log(a), m.where(b < 0.0, y * m.log(a), 0.0)),
       textbook=(lambda m, y, a, b: b * m.pow(a, b - 1.0),
                 lambda m, y, a, b: y * m.log(a)),
       notation="{}^{}", level=3)
define("identity", lambda m, x: x,
       lambda m, y, x: 1.0,
       notation=SPELLED)
define("abs", NATIVE,
       lambda m, y, x: m.sign(x),
       notation="|{}|")
define("square", lambda m, x: x * x,
       lambda m, y, x: 2.0 * x,
       notation="{}²", level=3)
define("reciprocal", lambda m, x: 1.0 / x,
       lambda m, y, x: -(y * y),
       notation="1 / {}", level=2)
define("sqrt", NATIVE,
       lambda m, y, x: 0.5 / y,
       notation="√({})",
       textbook=lambda m, y, x: 1.0 / (2.0 * y))
define("rsqrt", lambda m, x: 1.0 / m.sqrt(x),
       lambda m, y, x: -0.5 * (y * y * y))
define("cbrt", NATIVE,
       lambda m, y, x: 1.0 / (3.0 * (y * y)),
       notation="∛({})")

# -- exponentials and logarithms -------------------------------------------------------------------------------------

define("exp", NATIVE,
       lambda m, y, x: y)
define("exp2", NATIVE,
       lambda m, y, x: y * LN2)
define("expm1", NATIVE,
       lambda m, y, x: m.exp(x),                                              # y + 1 would be 0 at −40
       textbook=lambda m, y, x: y + 1.0)
define("log", NATIVE,
       lambda m, y, x: 1.0 / x)
define("log2", NATIVE,
       lambda m, y, x: 1.0 / x / LN2,                                         # x·ln 2 overflows sooner
       textbook=lambda m, y, x: 1.0 / (x * LN2))
define("log10", NATIVE,
       lambda m, y, x: 1.0 / x / LN10,
       textbook=lambda m, y, x: 1.0 / (x * LN10))
define("log1p", NATIVE,
       lambda m, y, x: 1.0 / (1.0 + x))

# -- trigonometric and hyperbolic functions --------------------------------------------------------------------------

define("sin", NATIVE,
       lambda m, y, x: m.cos(x))
define("cos", NATIVE,
       lambda m, y, x: -m.sin(x))
define("tan", NATIVE,
       lambda m, y, x: 1.0 + y * y)
define("asin", NATIVE,
       lambda m, y, x: m.rsqrt(_one_minus_square(m, x)),
       textbook=lambda m, y, x: 1.0 / m.sqrt(1.0 - m.square(x)))
define("acos", NATIVE,
       lambda m, y, x: -m.rsqrt(_one_minus_square(m, x)),
       textbook=lambda m, y, x: -1.0 / m.sqrt(1.0 - m.square(x)))
define("atan", NATIVE,
       lambda m, y, x: 1.0 / (1.0 + x * x))
define("atan2", NATIVE,  # divided by the radius twice, because its square overflows and underflows
       lambda m, y, a, b: _by(m, m.hypot(a, b), lambda r: b / r / r),
       lambda m, y, a, b: _by(m, m.hypot(a, b), lambda r: -a / r / r),
       textbook=(lambda m, y, a, b: b / (m.square(a) + m.square(b)),
                 lambda m, y, a, b: -a / (m.square(a) + m.square(b))))
define("sinh", NATIVE,
       lambda m, y, x: m.cosh(x))
define("cosh", NATIVE,
       lambda m, y, x: m.sinh(x))
define("tanh", NATIVE,  # 1 − y² keeps the digits of the next derivative near 0, sech² x those of the tails
       lambda m, y, x: m.where(m.abs(x) < 1.0, 1.0 - y * y, _sech2(m, x)),
       textbook=lambda m, y, x: 1.0 - m.square(y))
define("asinh", NATIVE,
       lambda m, y, x: 1.0 / m.hypot(x, 1.0),
       textbook=lambda m, y, x: 1.0 / m.sqrt(m.square(x) + 1.0))
define("acosh", NATIVE,
       lambda m, y, x: m.rsqrt(x - 1.0) * m.rsqrt(x + 1.0),
       textbook=lambda m, y, x: 1.0 / m.sqrt(m.square(x) - 1.0))
define("atanh", NATIVE,
       lambda m, y, x: 1.0 / _one_minus_square(m, x),
       textbook=lambda m, y, x: 1.0 / (1.0 - m.square(x)))

# -- the normal distribution's functions -----------------------------------------------------------------------------

TWO_OVER_SQRT_PI = 2.0 / math.sqrt(math.pi)

define("erf", NATIVE,
       lambda m, y, x: TWO_OVER_SQRT_PI * _bell(m, x),
       textbook=lambda m, y, x: TWO_OVER_SQRT_PI * m.exp(-m.square(x)))
define("erfc", NATIVE,
       lambda m, y, x: -TWO_OVER_SQRT_PI * _bell(m, x),
       textbook=lambda m, y, x: -TWO_OVER_SQRT_PI * m.exp(-m.square(x)))


def _bell(m: Any, x: Any) -> Any:
    """exp(−x²), which is 0 in doubles beyond ±28; held there, its own derivative is 0 and not ∞·0."""
    held = m.clamp(x, min=-40.0, max=40.0)
    return m.exp(-(held * held))


def _power_slope(m: Any, a: Any, b: Any) -> Any:
    return m.where(m.where(a, 1.0, b), b * m.pow(a, b - 1.0), 0.0)  # 0 where both are


def _one_minus_square(m: Any, x: Any) -> Any:
    """1 − x². Between ½ and 1 its factors keep the digits, near 0 the square keeps those of the next derivative."""
    return m.where(m.abs(m.abs(x) - 0.75) < 0.25, (1.0 - x) * (1.0 + x), 1.0 - x * x)


def _by(m: Any, r: Any, quotient: Rule) -> Any:
    """A quotient by the radius r, and 0 at the origin: the subgradient of least norm."""
    return m.where(r, quotient(r), 0.0)


# -- activations -----------------------------------------------------------------------------------------------------

define("sigmoid", NATIVE,
       lambda m, y, x: m.sigmoid(x) * m.sigmoid(-x),
       textbook=lambda m, y, x: y * (1.0 - y))
define("logsigmoid", lambda m, x: m.minimum(x, 0.0) - m.log1p(m.exp(-m.abs(x))),
       lambda m, y, x: m.sigmoid(-x))
define("relu", lambda m, x: m.where(x <= 0.0, 0.0, x),
       lambda m, y, x: m.where(x <= 0.0, 0.0, 1.0),
       textbook=lambda m, y, x: m.where(x > 0.0, 1.0, 0.0))
define("leaky_relu", lambda m, x, negative_slope: m.where(x > 0.0, x, negative_slope * x),
       lambda m, y, x, negative_slope: m.where(x > 0.0, 1.0, negative_slope),
       negative_slope=0.01)
define("elu", lambda m, x, alpha: m.where(x > 0.0, x, alpha * m.expm1(x)),  # Clevert, Unterthiner, Hochreiter 2015
       lambda m, y, x, alpha: _right_flat(m, x, 1.0, alpha, m.exp(x)),
       textbook=lambda m, y, x, alpha: m.where(x > 0.0, 1.0, alpha * m.exp(x)),
       alpha=1.0)
define("selu", lambda m, x: SELU_SCALE * m.where(x > 0.0, x, SELU_ALPHA * m.expm1(x)),  # Klambauer et al. 2017
       lambda m, y, x: _right_flat(m, x, SELU_SCALE, SELU_SCALE * SELU_ALPHA, m.exp(x)),
       textbook=lambda m, y, x: m.where(x > 0.0, SELU_SCALE, SELU_SCALE * SELU_ALPHA * m.exp(x)))
define("celu", lambda m, x, alpha: m.where(x > 0.0, x, alpha * m.expm1(x / alpha)),  # Barron 2017
       lambda m, y, x, alpha: _right_flat(m, x, 1.0, 1.0, m.exp(x / alpha)),
       textbook=lambda m, y, x, alpha: m.where(x > 0.0, 1.0, m.exp(x / alpha)),
       alpha=1.0, valid=lambda alpha: "" if alpha else "alpha cannot be 0")
define("gelu", lambda m, x, approximate: x * _gate(m, x, approximate),  # Hendrycks, Gimpel 2016
       lambda m, y, x, approximate: _gelu_slope(m, m.clamp(x, min=-40.0, max=40.0), approximate),
       textbook=lambda m, y, x, approximate: _gelu_slope(m, x, approximate),
       approximate="none",
       valid=lambda approximate: "" if approximate in ("none", "tanh") else "approximate is 'none' or 'tanh'")
define("silu", lambda m, x: x * m.sigmoid(x),  # Elfwing, Uchibe, Doya 2017
       lambda m, y, x: m.sigmoid(x) * (1.0 + x * m.sigmoid(-x)))
define("softplus", lambda m, x, beta, threshold: m.where(beta * x > threshold, x,
                   m.maximum(x, 0.0) + m.log1p(m.exp(-m.abs(beta * x))) / beta),
       lambda m, y, x, beta, threshold: m.where(beta * x > threshold, 1.0, m.sigmoid(beta * x)),
       textbook=lambda m, y, x, beta, threshold: m.sigmoid(beta * x),
       beta=1.0, threshold=math.inf, valid=lambda beta, threshold: "" if beta > 0.0 else "beta is more than 0")
define("mish", lambda m, x: x * m.tanh(m.softplus(x)),  # Misra 2019
       lambda m, y, x: _mish_slope(m, m.clamp(x, min=-1000.0, max=1000.0)),
       textbook=lambda m, y, x: _mish_slope(m, x))
define("softsign", lambda m, x: x / (1.0 + m.abs(x)),
       lambda m, y, x: m.square(1.0 / (1.0 + m.abs(x))),
       textbook=lambda m, y, x: 1.0 / m.square(1.0 + m.abs(x)))
define("relu6", lambda m, x: m.clamp(x, min=0.0, max=6.0),
       lambda m, y, x: _inside(m, x, 0.0, 6.0))
define("hardtanh", lambda m, x, min_val, max_val: m.clamp(x, min=min_val, max=max_val),
       lambda m, y, x, min_val, max_val: _inside(m, x, min_val, max_val),
       min_val=-1.0, max_val=1.0,
       valid=lambda min_val, max_val: "" if min_val < max_val else "min_val is less than max_val")
define("hardsigmoid", lambda m, x: m.clamp(x + 3.0, min=0.0, max=6.0) / 6.0,
       lambda m, y, x: m.where(x > -3.0, m.where(x < 3.0, 1.0 / 6.0, 0.0), 0.0))
define("hardswish", lambda m, x: x * m.hardsigmoid(x),  # Howard et al. 2019
       lambda m, y, x: m.where(x <= -3.0, 0.0, m.where(x < 3.0, x / 3.0 + 0.5, 1.0)))
define("tanhshrink", lambda m, x: x - m.tanh(x),
       lambda m, y, x: m.square(m.tanh(x)))
define("softshrink", lambda m, x, lambd: m.where(x > lambd, x - lambd, m.where(x < -lambd, x + lambd, 0.0 * x)),
       lambda m, y, x, lambd: m.where(m.abs(x) <= lambd, 0.0, 1.0),
       lambd=0.5, valid=_not_negative)
define("hardshrink", lambda m, x, lambd: m.where(m.abs(x) <= lambd, 0.0, x),
       lambda m, y, x, lambd: m.where(m.abs(x) <= lambd, 0.0, 1.0),
       lambd=0.5, valid=_not_negative)

SELU_SCALE = 1.0507009873554804934193349852946
SELU_ALPHA = 1.6732632423543772848170429916717
GELU_SLOPE, GELU_CUBE = math.sqrt(2.0 / math.pi), 0.044715


def _sech2(m: Any, x: Any) -> Any:
    return 4.0 * (m.sigmoid(2.0 * x) * m.sigmoid(-2.0 * x))


def _mish_slope(m: Any, x: Any) -> Any:
    """For an x held within ±1000, beyond which it is 0 or 1 in doubles."""
    soft = m.softplus(x)
    return m.tanh(soft) + x * (_sech2(m, soft) * m.sigmoid(x))


def _right_flat(m: Any, x: Any, right: float, at_zero: float, left: Any) -> Any:
    """elu's kind of derivative: at_zero·left on the left, constant on the right, and flat at 0 itself."""
    return m.where(x < 0.0, at_zero * left, m.where(x <= 0.0, at_zero, right))


def _inside(m: Any, x: Any, low: float, high: float) -> Any:
    """1 strictly between two bounds (and at nan), 0 outside and at the bounds."""
    return m.where(x <= low, 0.0, m.where(x >= high, 0.0, 1.0))


def _between(m: Any, x: Any, low: float, high: float) -> Any:
    """The same where a bound may be missing, ∞, so that an x of ∞ is inside; and 0 at nan."""
    below = m.where(x < high, 1.0, 0.0) if high < math.inf else 1.0
    return m.where(x > low, below, 0.0) if low > -math.inf else below


def _gate(m: Any, x: Any, approximate: str) -> Any:
    """gelu(x)/x: the normal distribution function, or its approximation (1 + tanh u)/2 = s(2u)."""
    if approximate == "tanh":
        return m.sigmoid(2.0 * GELU_SLOPE * (x + GELU_CUBE * (x * x * x)))
    return 0.5 * m.erfc(-SQRT_HALF * x)


def _gelu_slope(m: Any, x: Any, approximate: str) -> Any:
    """gate(x) + x·gate'(x), for an x held within ±40: beyond, it is 0 or 1 in doubles, and never ∞·0."""
    if approximate == "tanh":
        u = 2.0 * GELU_SLOPE * (x + GELU_CUBE * (x * x * x))
        slope = 2.0 * GELU_SLOPE * (1.0 + 3.0 * GELU_CUBE * (x * x))
        return m.sigmoid(u) + x * (m.sigmoid(u) * m.sigmoid(-u)) * slope
    return _gate(m, x, approximate) + x * m.exp(-0.5 * (x * x)) * (0.5 * SQRT_HALF * TWO_OVER_SQRT_PI)


# -- choices, bounds, roundings --------------------------------------------------------------------------------------

define("maximum", lambda m, a, b: m.where(a > b, a, m.where(b >= a, b, a + b)),  # a + b: nan if either is
       lambda m, y, a, b: m.where(a < b, 0.0, m.where(a <= b, 0.5, 1.0)),
       lambda m, y, a, b: m.where(b < a, 0.0, m.where(b <= a, 0.5, 1.0)),
       notation="max({}, {})")
define("minimum", lambda m, a, b: m.where(a < b, a, m.where(b <= a, b, a + b)),
       lambda m, y, a, b: m.where(a > b, 0.0, m.where(a >= b, 0.5, 1.0)),
       lambda m, y, a, b: m.where(b > a, 0.0, m.where(b >= a, 0.5, 1.0)),
       notation="min({}, {})")
define("clamp", lambda m, x, min, max: m.where(x < min, m.where(min > max, max, min), m.where(x > max, max, x)),
       lambda m, y, x, min, max: _between(m, x, min, max),
       min=-math.inf, max=math.inf)
define("where", NATIVE,
       lambda m, y, c, a, b: 0.0,
       lambda m, y, c, a, b: m.where(c, 1.0, 0.0),
       lambda m, y, c, a, b: m.where(c, 0.0, 1.0))
define("hypot", NATIVE,
       lambda m, y, a, b: _by(m, y, lambda r: a / r),
       lambda m, y, a, b: _by(m, y, lambda r: b / r),
       textbook=(lambda m, y, a, b: a / y,
                 lambda m, y, a, b: b / y))
define("logaddexp", lambda m, a, b: m.where(m.abs(a - b) >= 0.0,  # ∞ − ∞ is nan: there a + b is the value
                    m.maximum(a, b) + m.log1p(m.exp(-m.abs(a - b))), a + b),
       lambda m, y, a, b: m.sigmoid(a - b),
       lambda m, y, a, b: m.sigmoid(b - a))
define("floor", NATIVE, lambda m, y, x: 0.0, notation="⌊{}⌋")
define("ceil",  NATIVE, lambda m, y, x: 0.0, notation="⌈{}⌉")
define("round", NATIVE, lambda m, y, x: 0.0)  # half to even
define("trunc", NATIVE, lambda m, y, x: 0.0)
define("sign",  NATIVE, lambda m, y, x: 0.0)

# -- operations of any number of inputs ------------------------------------------------------------------------------


def _dot(m: Any, *xs: Any) -> Any:
    """w1·x1 + w2·x2 + ... + b; the inputs are all w, then all x, then the bias, if there is one."""
    n = len(xs) // 2
    return reduce(add, [*map(mul, xs[:n], xs[n:]), *xs[2 * n :]])


def _others(m: Any, y: Any, *xs: Any) -> list[Any]:
    """For each x the product of all the others: what is before it times what is after it, so zeros do no harm."""
    before, after = [1.0], [1.0]
    for x in xs[:-1]:
        before.append(before[-1] * x)
    for x in xs[:0:-1]:
        after.append(after[-1] * x)
    return [a * b for a, b in zip(before, reversed(after), strict=True)]


def _logsumexp(m: Any, *xs: Any) -> Any:
    top = m.largest(xs)  # taken out, so that no exponential overflows
    return m.where(m.abs(top) < math.inf, top + m.log(m.total([m.exp(x - top) for x in xs])), top)


define("sum", lambda m, *xs: reduce(add, xs),
       lambda m, y, *xs: [1.0] * len(xs),
       notation=SPELLED, any_number=True)
define("prod", lambda m, *xs: reduce(mul, xs), _others, notation=SPELLED, any_number=True)
define("dot", _dot,
       lambda m, y, *xs: [*xs[len(xs) // 2 : len(xs) // 2 * 2], *xs[: len(xs) // 2], *[1.0] * (len(xs) % 2)],
       notation=SPELLED, any_number=True)
define("logsumexp", _logsumexp,
       lambda m, y, *xs: [m.exp(x - y) for x in xs],                          any_number=True)
# fmt: on

MADE, NUMBER = (
    Primitive(row.name, row.value, row.partials, row.textbook, row.arity, row.notation, row.level, {})
    for row in [OPS["identity"]] * 2
)
"""What a training step records, while it is compiled, where without a compiler somebody makes a Value of a number, and
where a derivative is a number."""
