"""Where the results of a class are stored: layouts to try, the most promising first.

A layout in which the class is a loop nest mostly comes from its operands: results lie as an operand lies (one to one),
or like a matrix whose rows belong to one operand and whose columns to another. A triangle keeps its rows apart by a
constant pitch, so that its addresses stay affine.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

__all__ = ["Head", "Layout", "layouts"]

SLACK = 2.6  # how many places a layout may take for each result
PITCH = 8  # ragged rows are rounded up to a multiple of this


@dataclass
class Head:
    """The addresses of one operand, one for each member of the class.

    pitch  that of the rows of the array where its rows are ragged, else 0
    given  whether it is an input of the program
    """

    at: Any
    pitch: int
    given: bool


@dataclass
class Layout:
    """An address for each member, in an array of ``size`` places; ``pitch`` as in ``Head``."""

    at: Any
    size: int
    pitch: int = 0


def layouts(np: Any, heads: list[Head], count: int) -> Iterator[Layout]:
    """Layouts for a class of ``count`` members."""
    different: dict[bytes, Head] = {}
    for head in heads:
        different.setdefault((head.at - head.at[0]).tobytes(), head)
    several = [head for head in different.values() if head.at.min() != head.at.max()]
    yield from _like_one(np, several, count)
    yield from _like_two(np, several[:12], count)
    yield Layout(np.arange(count), count)
    for head in several:  # without the gaps that there are where it reads every second number, say
        if len(np.unique(head.at)) == count:
            yield Layout(np.argsort(np.argsort(head.at)), count)


def _like_one(np: Any, heads: list[Head], count: int) -> Iterator[Layout]:
    """As an operand lies of which each member reads another place: closer by what all distances have in common."""
    found: list[tuple[int, bool, Layout]] = []
    for head in heads:
        ordered = np.sort(head.at)
        steps = np.diff(ordered)
        if steps.min() == 0:
            continue
        gcd, low, pitch = int(np.gcd.reduce(steps)), int(ordered[0]), 0
        if head.pitch and head.pitch % gcd == 0:
            low, pitch = low // head.pitch * head.pitch + low % gcd, head.pitch // gcd
        at = (head.at - low) // gcd
        size = int(at.max()) + 1
        if pitch:
            size = -(-size // pitch) * pitch
        if size <= SLACK * count or pitch:
            found.append((size, head.given, Layout(at, size, pitch)))
    yield from (layout for *_, layout in sorted(found, key=lambda x: x[:2]))


def _like_two(np: Any, heads: list[Head], count: int) -> Iterator[Layout]:
    """As a matrix: members that read the same of one operand are a row, in the order in which another one lies."""
    middle = 2 * np.arange(count) - count + 1  # twice the distance from it, of each member
    found: list[tuple[Any, Layout]] = []
    for head in heads:
        values, row = np.unique(head.at, return_inverse=True)
        if len(values) == count:
            continue
        for other in heads:
            low = np.full(len(values), np.iinfo(np.int64).max)
            np.minimum.at(low, row, other.at)
            column = other.at - low[row]
            column //= max(int(np.gcd.reduce(column)), 1)
            length = np.zeros(len(values), np.int64)
            np.maximum.at(length, row, column + 1)
            pitch = int(length.max())
            if len(values) * pitch > SLACK * count:
                continue
            ragged = bool((length != pitch).any())
            if ragged:
                pitch = -(-pitch // PITCH) * PITCH
            at = row * pitch + column
            if len(np.unique(at)) != count:
                continue
            size = len(values) * pitch
            likeness = abs(int(middle @ at))  # to the order of the members, or that from the last to the first
            key = (size, head.given and not other.given, -likeness)
            found.append((key, Layout(at, size, pitch if ragged else 0)))
    yield from (layout for _, layout in sorted(found, key=lambda x: x[0]))
