"""Programs of any number of rows, from programs of a few rows: what grows with the rows is read off.

A batch of rows is recorded and rolled for three small numbers of rows. If the nests are the same but for their
numbers, and each whole number is a + b·rows for the first two and comes out right for the third, the nests for any
number of rows are known. So a batch of thousands costs no more than one of some twenty rows.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields
from typing import Any

from ..rolled import Access, Affine, Array, Nest, Rolled, Segment

__all__ = ["grown"]

ROUNDING = 4.5e-16  # by which the quotients of one constant and two numbers of rows may differ, relatively


class _Unlike(Exception):
    """The programs differ by more than the number of rows, or not in proportion to it."""


def grown(few: Mapping[int, Rolled], rows: int) -> Rolled | None:
    """The program for so many rows, from those for a few, by their numbers of rows; None if that cannot be told.

    Two say how everything grows, the others whether that is so. It is not if addresses are listed in tables, if
    something grows with the square of the rows, or if a row is treated in another way than the others.
    """
    try:
        found = _Grown(tuple(few), rows).of(list(few.values()))
    except _Unlike:
        return None
    assert isinstance(found, Rolled)
    return found


class _Grown:
    """What stands in the same place of programs for ``few`` rows, for ``rows`` of them."""

    def __init__(self, few: tuple[int, ...], rows: int) -> None:
        self.few, self.rows = few, rows

    def of(self, parts: Sequence[Any]) -> Any:
        first = parts[0]
        if any(type(part) is not type(first) for part in parts):
            raise _Unlike
        if isinstance(first, Array):
            return self._array(parts)
        if isinstance(first, (Rolled, Nest, Segment, Access, Affine)):
            return type(first)(**{x.name: self.of([getattr(part, x.name) for part in parts]) for x in fields(first)})
        if isinstance(first, (tuple, list)):
            if any(len(part) != len(first) for part in parts):
                raise _Unlike
            return type(first)(map(self.of, zip(*parts, strict=True)))
        if isinstance(first, int):
            return self._whole(parts)
        if isinstance(first, float):
            return self._constant(parts)
        if any(part != first for part in parts):
            raise _Unlike
        return first

    def _whole(self, numbers: Sequence[int]) -> int:
        start, second, *_ = self.few
        slope = (numbers[1] - numbers[0]) // (second - start)
        if any(x != numbers[0] + slope * (n - start) for x, n in zip(numbers, self.few, strict=True)):
            raise _Unlike
        return numbers[0] + slope * (self.rows - start)

    def _constant(self, numbers: Sequence[float]) -> float:
        """A constant is the same for all rows, or is divided by their number, or multiplied with it."""
        if len({x.hex() for x in numbers}) == 1:
            return numbers[0]
        for power in (1, -1):
            found = [x * n**power for x, n in zip(numbers, self.few, strict=True)]
            if max(found) - min(found) < ROUNDING * max(map(abs, found)):
                return found[0] / self.rows**power
        raise _Unlike

    def _array(self, arrays: Sequence[Array]) -> Array:
        """Labels and constants that grow with the rows must be the same all over."""
        size = self._whole([a.size for a in arrays])
        listed = []
        for some in [a.data for a in arrays], [a.labels for a in arrays]:
            if len(set(map(len, some))) == 1:
                listed.append(self.of(some))
            elif any(len(set(each)) > 1 for each in some):
                raise _Unlike
            else:
                listed.append(self.of([each[:1] for each in some]) * size)
        return Array(self.of([a.name for a in arrays]), size, self.of([a.kind for a in arrays]), *listed)
