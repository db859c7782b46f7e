"""Which addresses a nest may touch, of all its rounds and steps: whether two nests can meet is asked by these.

With a table they are its entries, plus what base and strides say; in loops whose length varies there may be less.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..rolled import Access, Nest, Operand, longest

__all__ = ["addresses", "moving", "span", "with_steps"]


def with_steps(nest: Nest) -> Iterator[tuple[Access, int]]:
    """What a nest reads, with the most steps of the segment that it is in."""
    for x in nest.operands:
        if isinstance(x, Access):
            yield x, 1
    for s in nest.segments:
        for x in (s.a, s.b):
            if isinstance(x, Access):
                yield x, longest((*nest.trips, s.length))[-1]


def span(access: Access, nest: Nest, length: int = 1) -> tuple[int, int]:
    """The lowest and the highest address that an access of a nest may touch; generous with ragged loops."""
    strides, lengths = access.address.strides, [*longest(nest.trips), length]
    table = access.table or (0,)
    ends = [access.address.base + min(table), access.address.base + max(table)]
    for stride, most in zip(strides, lengths, strict=False):
        ends[stride > 0] += stride * max(most - 1, 0)
    if nest.count and access == moving(nest):
        ends[1] += nest.pitch * (nest.count - 1)
    return ends[0], ends[1]


def moving(nest: Nest) -> Operand:
    """Of a nest that chooses from a table: the access that is moved to the chosen entry."""
    return nest.operands[0] if nest.op == "take" else nest.result


def addresses(access: Access, nest: Nest, length: int = 1) -> set[int]:
    """All addresses that an access of a nest may touch, and more with ragged loops."""
    strides, lengths = access.address.strides, [*longest(nest.trips), length]
    found = {access.address.base + start for start in access.table or (0,)}
    for stride, most in zip(strides, lengths, strict=False):
        if stride:
            found = {a + ahead for a in found for ahead in range(0, stride * most, stride)}
    if nest.count and access == moving(nest):
        found = {a + nest.pitch * k for a in found for k in range(nest.count)}
    return found
