"""The caption under a path: the chain rule's product, once in stacked fractions and once in numbers."""

from __future__ import annotations

from ..names import bracketed
from ..palette import sign_role
from ..value import Value
from . import text
from .chain import Factor
from .reading import Reading
from .text import Fraction, Line

__all__ = ["BRANCHES", "caption", "fraction"]

BRANCHES = 4  # branches of one Value that are written out
LONGEST = 12  # factors that are written out
SIZE = 14


def fraction(of: str, by: str, role: str = "ink", size: float = 12.0) -> Fraction:
    """∂of/∂by, stacked."""
    return Fraction(
        text.name(of, size, role, bold=False, limit=14, before="∂"), text.name(by, size, role, False, 14, "∂")
    )


def caption(reading: Reading, found: list[Factor], wrt: Value, digits: int) -> list[Line]:
    """The product, once in fractions and once in numbers."""
    root = reading.root
    total = reading.adjoint[wrt]
    result = text.text(text.signed(total, max(digits, 9)), SIZE, sign_role(total), bold=True)
    whole = _slope(reading, root, wrt)
    if len(found) > LONGEST:
        return [(whole, _ink("  =  a product of "), _ink(f"{len(found):,} factors  =  "), result)]
    symbols: list[Line] = []
    numbers: list[Line] = []
    for factor in found:
        if _written_out(factor):
            several = len(found) > 1
            symbols.append(_sum_of_fractions(reading, factor, several))
            numbers.append(_sum_of_numbers(factor, digits, several))
            continue
        if any(user is factor.top for _, user, _ in factor.branches):  # ∂top/∂bottom is the name of that branch alone
            symbols.append((_ink(f"(a sum over {len(factor.branches)} branches)"),))
        else:
            symbols.append((_slope(reading, factor.top, factor.bottom),))
        numbers.append((_ink(bracketed(text.number(factor.value, digits))),))
    first = (whole, _ink("  =  "), *_joined(symbols, " · "))
    second = (_ink("  =  "), *_joined(numbers, " × "), _ink("  =  "), result)
    if not found or (len(found) == 1 and not _written_out(found[0])):
        return [(whole, _ink("  =  "), result)]
    if text.width(first) + text.width(second) < 1000.0:
        return [first + second]
    return [first, second]


def _written_out(factor: Factor) -> bool:
    """Whether it is a sum, and every branch stands in it."""
    return bool(factor.branches) and len(factor.branches) <= BRANCHES


def _slope(reading: Reading, of: Value, by: Value) -> Fraction:
    return fraction(reading.name(of), reading.name(by), size=SIZE)


def _ink(words: str, role: str = "ink", size: float = SIZE) -> text.Text:
    return text.text(words, size, role)


def _joined(parts: list[Line], sign: str) -> Line:
    pieces: list[text.Text | Fraction | text.Bars] = []
    for k, part in enumerate(parts):
        if k:
            pieces.append(_ink(sign))
        pieces += part
    return tuple(pieces)


def _sum_of_fractions(reading: Reading, factor: Factor, brackets: bool) -> Line:
    parts: list[Line] = []
    for named, user, _ in factor.branches:
        if named is factor.top and user is not factor.top:
            over, by = _slope(reading, factor.top, user), _slope(reading, user, factor.bottom)
            parts.append((over, _ink("·"), by))
        else:
            parts.append((_slope(reading, named, factor.bottom),))
    joined = _joined(parts, " + ")
    return (_ink("( ", size=20), *joined, _ink(" )", size=20)) if brackets else joined


def _sum_of_numbers(factor: Factor, digits: int, brackets: bool) -> Line:
    pieces: list[text.Text | Fraction | text.Bars] = []
    for k, (_, _, share) in enumerate(factor.branches):
        shown = text.number(share, digits)
        if k:
            pieces.append(_ink(" − " if shown.startswith("−") else " + "))
            shown = shown.removeprefix("−")
        pieces.append(_ink(shown, sign_role(share)))
    return (_ink("("), *pieces, _ink(")")) if brackets else tuple(pieces)
