"""exp, sigmoid and tanh of one number at a time, written for a short chain of dependent instructions.

A small network is one chain: each step waits for the last, and most of the wait is for these functions. So they look
up in a table what is known of x rounded, and a polynomial in the small rest of x does what remains.

exp      x is n·ln(2)/128 + r: 2^(n/128) comes from the table while r is on its way, four terms will do for eʳ, and what
         the roundings of both left over is added where nothing waits for it.
sigmoid  x is n/16 + d: the table has the Taylor series of the sigmoid at n/16. No division, which alone is a third of
         the way by an exponential. s(−x) has the same series at −n/16, so the derivative s(x)·s(−x) keeps its digits.
tanh     2·s(2x) − 1: the same series but for its first term, which is tanh itself at n/32.

Arguments beyond the tables, and nan, go to the general function of ``functions.py`` by a branch, which costs nothing
when it is not taken. The largest errors among three million points: exp 0.52 ulp, sigmoid 1.42, tanh 1.99.

Table-driven exponentials: P. T. P. Tang, Table-driven implementation of the exponential function, ACM TOMS 15 (1989).
"""

from __future__ import annotations

import struct
from array import array
from collections.abc import Callable
from decimal import Decimal, localcontext
from functools import cache
from itertools import chain
from operator import mul
from typing import Any

from .functions import TO_INTEGER
from .text import Body, Number, bits_of, paired

__all__ = ["LIMITS", "TABLES", "branch", "exp", "powers", "series", "sigmoid", "sigmoid_and_slope", "tanh",
           "tanh_and_slope"]  # fmt: skip

# -- powers of two -----------------------------------------------------------------------------------------------------

ENTRIES = 128
INDEX_BITS = 7

PER_LN2 = float.fromhex("0x1.71547652b82fep+7")  # 128/ln 2
STEP = float.fromhex("0x1.62e42fefa39efp-8")  # ln(2)/128
STEP_REST = float.fromhex("0x1.abc9e3b39803fp-63")  # and what its rounding left over
STEP_SHORT = float.fromhex("0x1.62e42fef8p-8")  # 35 bits of it, whose products are exact
STEP_SHORT_REST = float.fromhex("0x1.1cf79abc9e3b4p-43")


@cache
def powers() -> array[int]:
    """For each k/128 a power of two, as bits, and behind these, as bits too, what roundings left over.

    From the bits, k is taken away where n/128 has its whole part: adding n there gives the bits of 2^(n/128).
    """
    found, rests = array("q"), array("q")
    with localcontext() as context:
        context.prec = 40
        ratio = Decimal(2) ** (Decimal(1) / ENTRIES)
        power = Decimal(1)
        for k in range(ENTRIES):
            rounded = _but_one_bit(float(power))
            found.append(bits_of(rounded) - (k << 52 - INDEX_BITS))
            rests.append(bits_of(float(power / Decimal(rounded) - 1)))
            power *= ratio
    return found + rests


def _but_one_bit(x: float) -> float:
    """A double whose last bit is 0: adding 1 to a power of it loses nothing."""
    bits = bits_of(x)
    return float(struct.unpack("<d", struct.pack("<q", bits + (bits & 1)))[0])


def _power(x: Number, fused: bool) -> tuple[Number, Number]:
    """A power of two, of which the last bit is 0, and the rest of eˣ = power·(1 + rest)."""
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
    power = (_entry(powers, index, kind="i64") + (bits << 52 - INDEX_BITS)).double()
    loaded = _entry(powers, index, ENTRIES)
    left = loaded if left is None else loaded + left
    square = r * r
    terms = square.fma(r.fma(1.0 / 120.0, 1.0 / 24.0), r.fma(1.0 / 6.0, 0.5))
    return power, square.fma(terms, r + left)


def exp(x: Number, fused: bool) -> Number:
    power, rest = _power(x, fused)
    return power.fma(rest, power)


# -- the sigmoid's series ----------------------------------------------------------------------------------------------

FAR = 16.0  # to here the table goes, and from −16
PER_ONE = 16
TERMS = 8  # of a series, its first apart: a row is a line of the cache
ROWS = int(2 * FAR) * PER_ONE + 1
MASK = 2 ** ROWS.bit_length() - 1
TO_ROW = 1.5 * 2.0**48 + FAR  # added to a number, this leaves the number of its row in the low bits
FIRST, FIRST_OF_TANH = ROWS * TERMS, ROWS * (TERMS + 1)


@cache
def series() -> array[float]:
    """For each row n from −256 the terms c₁ to c₈ of s(n/16 + d) = c₀ + c₁·d + ...; then all c₀; then all tanh(n/32).

    From s' = s·(1 − s), the terms one after the other: c₁ = s·(1 − s), and (k + 1)·cₖ₊₁ = (1 − 2s)·cₖ − Σ cᵢ·cₖ₋ᵢ.
    Those of −n are the same, every second one with the other sign. In whole numbers, where 2¹²⁰ stands for 1.
    """
    one = 1 << 120
    with localcontext() as context:
        context.prec = 50
        ratio = int((Decimal(1) / PER_ONE).exp() * one)
    right, e = list[tuple[list[float], int, int]](), one  # from the row of 0 on
    for _ in range(ROWS // 2 + 1):
        s = e * one // (e + one)
        rest = one - s
        c, slope = [s * rest / one**2], (rest - s) / one
        for k in range(1, TERMS):
            c.append((slope * c[-1] - sum(map(mul, c[:-1], c[-2::-1]))) / (k + 1))
        right.append((c, s, rest))
        e = e * ratio // one
    both = [([-x if k % 2 else x for k, x in enumerate(c)], rest, s) for c, s, rest in right[:0:-1]] + right
    tanhs = [(s - rest) / one for _, s, rest in both]
    tanhs[ROWS // 2] = -0.0  # what is added to it keeps its sign
    return array("d", chain(chain.from_iterable(c for c, _, _ in both), (s / one for _, s, _ in both), tanhs))


def _near(x: Number) -> tuple[Number, Number, Number]:
    """The row of x, d, and (s(x) − c₀)/d."""
    shifted = x + TO_ROW
    d = x - (shifted - TO_ROW)
    row = shifted.bits() & MASK
    at = row << TERMS.bit_length() - 1
    c1, c2, c3, c4, c5, c6, c7, c8 = (_entry(series, at, k) for k in range(TERMS))
    square = d * d
    low = square.fma(d.fma(c4, c3), d.fma(c2, c1))
    high = square.fma(d.fma(c8, c7), d.fma(c6, c5))
    return row, d, (square * square).fma(high, low)


def sigmoid_and_slope(x: Number, fused: bool) -> tuple[Number, Number]:
    """s(x) and s(x)·s(−x): both have their digits in both tails."""
    row, d, quotient = _near(x)
    s = d.fma(quotient, _entry(series, row, FIRST))
    return s, s * (-d).fma(quotient, _entry(series, ROWS - 1 - row, FIRST))


def sigmoid(x: Number, fused: bool) -> Number:
    return sigmoid_and_slope(x, fused)[0]


def tanh_and_slope(x: Number, fused: bool) -> tuple[Number, Number]:
    """tanh x and its derivative, which is 4·s(2x)·s(−2x)."""
    row, d, quotient = _near(x + x)
    y = (d + d).fma(quotient, _entry(series, row, FIRST_OF_TANH))
    s = d.fma(quotient, _entry(series, row, FIRST))
    return y, 4.0 * s * (-d).fma(quotient, _entry(series, ROWS - 1 - row, FIRST))


def tanh(x: Number, fused: bool) -> Number:
    return tanh_and_slope(x, fused)[0]


# -- all of them -------------------------------------------------------------------------------------------------------

LIMITS = {"exp": 708.0, "sigmoid": FAR, "sigmoid_and_slope": FAR, "tanh": FAR / 2.0, "tanh_and_slope": FAR / 2.0}
"""Up to which |x| these functions are right; beyond, and for nan, the general ones are called."""

TABLES: dict[str, Callable[[], array[Any]]] = {name: powers if name == "exp" else series for name in LIMITS}
"""What each reads; in the text it has the name of the function, with a point before it."""


def _entry(table: Callable[[], array[Any]], index: Number, offset: int = 0, kind: str = "double") -> Number:
    body, start = index.body, f"@.{table.__name__}"
    if offset:
        start = f"getelementptr (i64, ptr {start}, i64 {offset})"
    place = body.let(f"getelementptr i64, ptr {start}, i64 {index.name}")
    return body.number(body.let(f"load {kind}, ptr {place}"), kind)


def branch(body: Body, name: str, general: str, fused: bool) -> str:
    """The function of ``%x`` in a body: the short way, or by the general function; the name of the result."""
    t = "{ double, double }" if name.endswith("_and_slope") else "double"
    x = body.number("%x")
    fine = abs(x) < LIMITS[name]
    body.lines += [f"  br i1 {fine.name}, label %short, label %rare", "short:"]
    found = globals()[name](x, fused)
    result = paired(body, *found) if isinstance(found, tuple) else found.name
    body.lines += ["  br label %end", "rare:"]
    other = body.let(f"call {t} {general}(double %x)")
    body.lines += ["  br label %end", "end:"]
    return body.let(f"phi {t} [ {result}, %short ], [ {other}, %rare ]")
