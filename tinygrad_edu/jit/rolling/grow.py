"""Programs of any number of rows, from programs of a few rows: what grows with the rows is read off.

A batch of rows is recorded and rolled for three small numbers of rows. If the nests are the same but for their
numbers, and each whole number is a + b·rows for the first two and comes out right for the third, the nests for any
number of rows are known. So a batch of thousands costs no more than one of twenty.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from typing import Any

from ..rolled import Access, Affine, Array, Nest, Rolled, Segment

__all__ = ["ROWS", "grown"]

ROWS = (5, 7, 12)
"""The numbers of rows to be rolled, odd and even. Two say how everything grows, the third that it is so."""

ROUNDING = 4.5e-16  # by which the quotients of one constant and two numbers of rows may differ, relatively


class _Unlike(Exception):
    """The programs differ by more than the number of rows, or not in proportion to it."""


def grown(rolled: Sequence[Rolled], rows: int) -> Rolled | None:
    """The program for so many rows, from those for ``ROWS`` rows; None if it cannot be told from them.

    It cannot if addresses are listed in tables, if something grows with the square of the rows, or if a row is treated
    in another way than the others.
    """
    try:
        found = _of_rows(rolled, rows)
    except _Unlike:
        return None
    assert isinstance(found, Rolled)
    return found


def _of_rows(parts: Sequence[Any], rows: int) -> Any:
    """What stands in the same place of each program, for so many rows."""
    first = parts[0]
    if any(type(part) is not type(first) for part in parts):
        raise _Unlike
    if isinstance(first, Array):
        return _array(parts, rows)
    if isinstance(first, (Rolled, Nest, Segment, Access, Affine)):
        names = [field.name for field in fields(first)]
        return type(first)(**{name: _of_rows([getattr(part, name) for part in parts], rows) for name in names})
    if isinstance(first, (tuple, list)):
        if any(len(part) != len(first) for part in parts):
            raise _Unlike
        return type(first)(_of_rows(some, rows) for some in zip(*parts, strict=True))
    if isinstance(first, int):
        return _whole(parts, rows)
    if isinstance(first, float):
        return _constant(parts, rows)
    if any(part != first for part in parts):
        raise _Unlike
    return first


def _whole(numbers: Sequence[int], rows: int) -> int:
    slope, rest = divmod(numbers[1] - numbers[0], ROWS[1] - ROWS[0])
    if rest or any(x != numbers[0] + slope * (n - ROWS[0]) for x, n in zip(numbers, ROWS, strict=True)):
        raise _Unlike
    return numbers[0] + slope * (rows - ROWS[0])


def _constant(numbers: Sequence[float], rows: int) -> float:
    """A constant is the same for all rows, or is divided by their number, or multiplied with it."""
    if len({x.hex() for x in numbers}) == 1:
        return numbers[0]
    for power in (1, -1):
        found = [x * n**power for x, n in zip(numbers, ROWS, strict=True)]
        if found[0] and max(found) - min(found) <= ROUNDING * max(map(abs, found)):
            return found[0] / rows**power
    raise _Unlike


def _array(arrays: Sequence[Array], rows: int) -> Array:
    """Labels and constants that grow with the rows must be the same all over."""
    size = _whole([a.size for a in arrays], rows)
    name, kind = (_of_rows([getattr(a, part) for a in arrays], rows) for part in ("name", "kind"))
    listed = []
    for part in "data", "labels":
        found = [getattr(a, part) for a in arrays]
        if len({len(some) for some in found}) > 1:
            if any(len(set(some)) > 1 for some in found):
                raise _Unlike
            found = [some[:1] for some in found]
            listed.append(_of_rows(found, rows) * size)
        else:
            listed.append(_of_rows(found, rows))
    return Array(name, size, kind, *listed)
