"""exp, log, tanh and sigmoid as a few dozen instructions each, for vectors of any number of lanes.

Written here rather than called, so that all lanes are computed at once. Each function is formulae over ``Number``s, and
nothing in it asks which processor it is for: where a product and a sum are one rounding (``fma``) the last bit is a
little better, and where they are two the bounds below hold too.

Reductions after Cody and Waite (1980): what is subtracted has so few digits that its products are exact. Polynomials:
minimax, by Remez' exchange in 60 digits, evaluated in pairs and fours, after Estrin, because that chain is short. The
largest errors among millions of points where each errs most, in units in the last place: exp 0.82, log 0.76, tanh 2.33,
sigmoid 1.88. tests/test_jit_maths.py holds them to 1.1, 0.8, 2.35 and 1.9.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from .text import Number, bits_of

__all__ = ["exp", "log", "sigmoid", "sigmoid_and_slope", "tanh", "tanh_and_slope"]

LOG2_E = 1.0 / math.log(2.0)
LN2_HIGH = float.fromhex("0x1.62e42fefa38p-1")  # 42 bits of ln 2: its product with an exponent is exact
LN2_LOW = float.fromhex("0x1.ef35793c7673p-45")  # the rest of it
TO_INTEGER = 1.5 * 2.0**52  # added to a number, this leaves its nearest integer in the low bits
BIAS = 1023  # of a double's exponent, which stands above 52 bits

# (eʳ − 1 − r)/r² for |r| ≤ ln(2)/2
EXP = (
    0.5000000000000006, 0.16666666666666685, 0.04166666666657332, 0.00833333333331454, 0.0013888888932484054,
    0.00019841269903160468, 2.480150431239341e-05, 2.755722782435839e-06, 2.7626382112523224e-07,
    2.5114517821609884e-08,
)  # fmt: skip

# ((log(1 + s) − log(1 − s))/s − 2)/s² as a polynomial in s², for |s| ≤ 3 − √8
LOG = (
    0.6666666666666734, 0.39999999999413965, 0.28571428742562294, 0.22222198553773972, 0.1818356540771042,
    0.15314021109643308, 0.14796261236315159,
)  # fmt: skip


def polynomial(x: Number, coefficients: Sequence[float]) -> Number:
    """c0 + c1·x + c2·x² + ..., in pairs, then in fours: all of a level can be done at once; the fours in turn."""
    terms: list[Number | float] = list(coefficients)
    for _ in range(2):
        pairs = [x.fma(high, low) for low, high in zip(terms[::2], terms[1::2])]  # noqa: B905 (a last one is alone)
        terms = [*pairs, *terms[len(pairs) * 2 :]]
        x = x * x
    total = terms.pop()
    while terms:
        total = x.fma(total, terms.pop())
    assert isinstance(total, Number)
    return total


def _reduced(x: Number) -> tuple[Number, Number, Number]:
    """r and eʳ − 1 − r for x = n·ln 2 + r, and n shifted by TO_INTEGER."""
    shifted = x.fma(LOG2_E, TO_INTEGER)
    n = shifted - TO_INTEGER
    near = n.fma(-LN2_HIGH, x)
    r = n.fma(-LN2_LOW, near)
    lost = n.fma(-LN2_LOW, near - r)  # by rounding r
    return r, (r * r).fma(polynomial(r, EXP), lost), shifted


def _powers_of_two(shifted: Number) -> tuple[Number, Number]:
    """Two numbers whose product is 2ⁿ: 2ⁿ itself may be too large for a double, or too small."""
    bits = shifted.bits()  # those above the exponent's are shifted out
    half = bits >> 1
    return ((half + BIAS) << 52).double(), ((bits - half + BIAS) << 52).double()


def _bounded(x: Number, low: float | None, high: float | None) -> Number:
    """x between two bounds; nan stays nan."""
    if high is not None:
        x = (x > high).where(high, x)
    return x if low is None else (x < low).where(low, x)


def exp(x: Number, *, high: float | None = 710.0) -> Number:
    """eˣ; beyond the bounds of doubles inf and 0, and between 0 and the smallest normal number still right."""
    r, more, shifted = _reduced(_bounded(x, -746.0, high))
    first, second = _powers_of_two(shifted)
    near = r + 1.0
    lost = r - (near - 1.0)
    return (near + (lost + more)) * first * second


def log(x: Number) -> Number:
    """log x; −inf at 0, and nan below."""
    tiny = x < 2.0**-1022
    bits = tiny.where(x * 2.0**54, x).bits()
    # x = m·2ᵏ with m between √½ and √2. A double's exponent is read off from its bits, counted from those of √½.
    above = bits - (bits_of(math.sqrt(0.5)) - (BIAS << 52))
    k = ((above >> 52) | bits_of(2.0**52)).double() - tiny.where(2.0**52 + BIAS + 54, 2.0**52 + BIAS)
    m = (bits - (above & -(1 << 52)) + (BIAS << 52)).double()
    f = m - 1.0
    s = f / (f + 2.0)
    z = s * s
    half_square = f * 0.5 * f
    high = k * LN2_HIGH  # three large terms are added, and what is lost by rounding is added to the small ones
    two = high + f
    three = two - half_square
    low = k.fma(LN2_LOW, f - (two - high)) + (two - three - half_square)
    y = three + (low + s * z.fma(polynomial(z, LOG), half_square))
    y = (x < math.inf).where(y, x)  # inf and nan are their own
    y = (x < 0.0).where(math.nan, y)
    return (abs(x) > 0.0).where(y, (abs(x) <= 0.0).where(-math.inf, y))


def sigmoid(x: Number) -> Number:
    return sigmoid_and_slope(x)[0]


def sigmoid_and_slope(x: Number) -> tuple[Number, Number]:
    """s(x) and s(x)·s(−x), from one exponential: u = s(−|x|) is right in the tail, and 1 − u at the other end."""
    e = exp(-abs(x), high=None)
    u = e / (e + 1.0)
    u = (e < 0.25).where(e - e * u, u)  # the same, and for a small e its rounding errors are smaller
    v = 1.0 - u
    return (x < 0.0).where(u, v), u * v


def tanh(x: Number) -> Number:
    r, more, shifted = _reduced(_bounded(abs(x) * -2.0, -80.0, None))
    power = ((shifted.bits() + BIAS) << 52).double()
    rest = r + more
    return with_sign(_tanh(x, power, rest, power.fma(rest, power)), x)


def tanh_and_slope(x: Number) -> tuple[Number, Number]:
    """tanh x and its derivative e·(1 + |tanh x|)², which keeps its digits where 1 − tanh² x has none left."""
    r, more, shifted = _reduced(_bounded(abs(x) * -2.0, -746.0, None))
    first, second = _powers_of_two(shifted)
    power, rest = first * second, r + more
    e = power.fma(rest, power)
    y = _tanh(x, power, rest, e)
    larger = y + 1.0
    return with_sign(y, x), e * (larger * larger)


def _tanh(x: Number, power: Number, rest: Number, e: Number) -> Number:
    """tanh |x| = (1 − e)/(1 + e) with e = exp(−2|x|) = power·(1 + rest), subtracted where no digit is lost by it."""
    distance = power.fma(rest, power - 1.0)  # e − 1, with all the digits of a small x
    far = abs(x) > 0.55
    quotient = far.where(e * 2.0, -distance) / (distance + 2.0)
    return far.where(1.0 - quotient, quotient)


def with_sign(y: Number | float, x: Number) -> Number:
    """|y| with the sign of x."""
    body = x.body
    size = y.name if isinstance(y, Number) else body.const(y)
    return Number(body, body.let(body.intrinsic("copysign", size, x.name)))
