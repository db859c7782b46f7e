"""exp and sigmoid of one number at a time, written for a short chain of dependent instructions.

A small network is one chain: each step waits for the last, and most of the wait is for exponentials. So here x is
n·ln(2)/128 + r with an r so small that four terms will do, 2^(n/128) comes from a table while r is on its way, and what
the roundings of both left over is added where nothing waits for it. Arguments whose result is no ordinary number (and
nan) go to the general function of ``functions.py`` by a branch, which costs nothing when it is not taken.

The largest errors among three million points: exp 0.52 ulp, sigmoid 1.50.

Table-driven exponentials: P. T. P. Tang, Table-driven implementation of the exponential function, ACM TOMS 15 (1989).
"""

from __future__ import annotations

import struct
from decimal import Decimal, localcontext
from functools import cache

from .functions import TO_INTEGER, with_sign
from .text import Body, Number, bits_of, paired

__all__ = ["LIMITS", "TABLE", "branch", "exp", "sigmoid", "sigmoid_and_slope", "table"]

LIMITS = {"exp": 708.0, "sigmoid": 36.0, "sigmoid_and_slope": 36.0}
"""Up to which |x| these functions are right; beyond, and for nan, the general ones are called."""

ENTRIES = 128
INDEX_BITS = 7
TABLE = "@.powers"

PER_LN2 = float.fromhex("0x1.71547652b82fep+7")  # 128/ln 2
STEP = float.fromhex("0x1.62e42fefa39efp-8")  # ln(2)/128
STEP_REST = float.fromhex("0x1.abc9e3b39803fp-63")  # and what its rounding left over
STEP_SHORT = float.fromhex("0x1.62e42fef8p-8")  # 35 bits of it, whose products are exact
STEP_SHORT_REST = float.fromhex("0x1.1cf79abc9e3b4p-43")


@cache
def table() -> str:
    """The definition of the table: for each k/128 a power of two, as bits, and behind these what roundings left over.

    From the bits, k is taken away where n/128 has its whole part: adding n there gives the bits of 2^(n/128).
    """
    powers, rests = [], []
    with localcontext() as context:
        context.prec = 40
        ratio = Decimal(2) ** (Decimal(1) / ENTRIES)
        power = Decimal(1)
        for k in range(ENTRIES):
            rounded = _but_one_bit(float(power))
            powers.append(bits_of(rounded) - (k << 52 - INDEX_BITS))
            rests.append(bits_of(float(power / Decimal(rounded) - 1)))
            power *= ratio
    entries = ", ".join(f"i64 {x}" for x in [*powers, *rests])
    return f"{TABLE} = internal constant [{2 * ENTRIES} x i64] [{entries}], align 64"


def _but_one_bit(x: float) -> float:
    """A double whose last bit is 0: adding 1 to a power of it loses nothing."""
    bits = bits_of(x)
    return float(struct.unpack("<d", struct.pack("<q", bits + (bits & 1)))[0])


def _power(x: Number, fused: bool) -> tuple[Number, Number]:
    """A power of two, of which the last bit is 0, and the rest of eˣ = power·(1 + rest)."""
    body = x.body
    shifted = x.fma(PER_LN2, TO_INTEGER)
    n = shifted - TO_INTEGER
    left: Number | None = None
    if fused:
        r = n.fma(-STEP, x)
        left = n * -STEP_REST
        left = left.fma(r, left)
    else:
        r = n.fma(-STEP_SHORT_REST, n.fma(-STEP_SHORT, x))
    bits = shifted.bits()
    index = bits & (ENTRIES - 1)
    entry = body.let(f"getelementptr i64, ptr {TABLE}, i64 {index.name}")
    after = body.let(f"getelementptr i64, ptr {entry}, i64 {ENTRIES}")
    power = (body.number(body.let(f"load i64, ptr {entry}"), "i64") + (bits << 52 - INDEX_BITS)).double()
    loaded = body.number(body.let(f"load double, ptr {after}"))
    left = loaded if left is None else loaded + left
    square = r * r
    terms = square.fma(r.fma(1.0 / 120.0, 1.0 / 24.0), r.fma(1.0 / 6.0, 0.5))
    return power, square.fma(terms, r + left)


def exp(x: Number, fused: bool) -> Number:
    power, rest = _power(x, fused)
    return power.fma(rest, power)


def sigmoid_and_slope(x: Number, fused: bool) -> tuple[Number, Number]:
    """s(x) = 1/(1 + e⁻ˣ) and s(x)·s(−x), where s(−x) = e⁻ˣ·s(x): both have their digits in both tails.

    The 1 is added to power where that is at least 1 itself, for then the sum is exact, and to e⁻ˣ where it is not.
    """
    power, rest = _power(-x, fused)
    sign = with_sign(0.5, x)
    s = 1.0 / (power.fma(rest, power + (0.5 - sign)) + (sign + 0.5))
    return s, power.fma(rest, power) * s * s


def sigmoid(x: Number, fused: bool) -> Number:
    return sigmoid_and_slope(x, fused)[0]


def branch(body: Body, name: str, general: str, fused: bool) -> str:
    """The function of ``%x`` in a body: the short way, or by the general function; the name of the result."""
    t = "{ double, double }" if name.endswith("_and_slope") else "double"
    x = body.number("%x")
    fine = abs(x) < LIMITS[name]
    body.lines += [f"  br i1 {fine.name}, label %short, label %rare", "short:"]
    if name == "sigmoid_and_slope":
        result = paired(body, *sigmoid_and_slope(x, fused))
    else:
        result = (exp if name == "exp" else sigmoid)(x, fused).name
    body.lines += ["  br label %end", "rare:"]
    other = body.let(f"call {t} {general}(double %x)")
    body.lines += ["  br label %end", "end:"]
    return body.let(f"phi {t} [ {result}, %short ], [ {other}, %rare ]")
