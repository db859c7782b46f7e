"""Loop nests turned about: the same numbers to the same places in another order of loops, for code that runs fast.

Everything here takes a nest of ``rolled.py`` and gives a nest that computes the same (``Rolled.run`` can say so): its
strides written out in full, loops that walk on as one loop joined, a loop split in two, loops exchanged. Rounds of a
nest never depend on each other, so any order of loops is right whose lengths are known when they start.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from ..rolled import Access, Affine, Nest, Operand, Segment

__all__ = [
    "RunTime",
    "canonical",
    "constant",
    "is_short",
    "lined_up",
    "permuted",
    "reshaped",
    "written_out",
]

SHORT = 4
"""Dots of at most so many terms are written term by term, like any other operation on elements."""


@dataclass(frozen=True)
class RunTime(Affine):
    """A length that is known only when the code runs: the argument ``%rows``. At most ``base``."""


def constant(affine: Affine) -> int | None:
    """The length of a loop, if it is the same in all rounds and known before the program runs."""
    return affine.base if type(affine) is Affine and not any(affine.strides) else None


def is_short(nest: Nest) -> bool:
    """Whether the nest is no reduction, or one of a few terms only."""
    lengths = [constant(s.length) for s in nest.segments]
    return None not in lengths and sum(filter(None, lengths)) <= SHORT


def lined_up(s: Segment, depth: int) -> bool:
    """Whether vectors can run along the steps of a segment: all operands side by side there or the same all along."""
    strides = [x.address.strides[depth] for x in (s.a, s.b) if isinstance(x, Access)]
    n = constant(s.length)
    return 1 in strides and all(d in (0, 1) for d in strides) and (n is None or n > 2)


# -- one nest written another way -------------------------------------------------------------------------------------


def _padded(address: Affine, size: int) -> Affine:
    strides = (*address.strides, *(0,) * (size - len(address.strides)))[:size]
    return replace(address, strides=strides)  # and still a RunTime if it is one


def written_out(nest: Nest) -> Nest:
    """The nest with all strides written out. What a table says does not depend on counters: their strides there are 0.

    From here on an address with a table is the table's entry for the round *plus* what base and strides say.
    """
    depth = len(nest.trips)

    def change(x: Access, steps: int) -> Access:
        address = _padded(x.address, depth + steps)
        if x.table is not None:
            address = Affine(0, (*(0,) * depth, *address.strides[depth:]))
        return replace(x, address=address)

    return nest.rewritten(change)


def canonical(nest: Nest) -> Nest:
    """A nest that is written out, with no loop of one round, the loop with the longest stride outside, loops joined,
    few terms one by one."""
    nest = permuted(nest, [d for d, trip in enumerate(nest.trips) if constant(trip) != 1])
    nest = _term_by_term(nest)
    if not nest.has_tables() and all(constant(t) is not None for t in nest.trips):
        order = sorted(range(len(nest.trips)), key=lambda d: -abs(nest.result.address.strides[d]))
        nest = permuted(nest, order)
    d = 0
    while d + 1 < len(nest.trips):
        joined = _joined(nest, d)
        nest, d = (joined, d) if joined is not None else (nest, d + 1)
    return nest


def _keep(affine: Affine, kept: list[int], size: int) -> Affine:
    strides = _padded(affine, size).strides
    return replace(affine, strides=tuple(strides[d] for d in kept))


def _term_by_term(nest: Nest) -> Nest:
    """Segments of a few steps become segments of one step."""
    if not nest.segments or not is_short(nest):
        return nest
    depth = len(nest.trips)

    def at(x: Operand, step: int) -> Operand:
        if not isinstance(x, Access):
            return x
        return replace(x, address=x.address.without_loop(depth, step).with_loop(depth))

    one = Affine(1, (0,) * depth)
    terms = [Segment(one, at(s.a, i), at(s.b, i)) for s in nest.segments for i in range(s.length.base)]
    return replace(nest, segments=tuple(terms))


def permuted(nest: Nest, order: list[int]) -> Nest:
    """The nest with its loops in this order, in which one of a single round may be left out.

    Tables are in the order of the loops: a nest that has some keeps it.
    """
    depth = len(nest.trips)
    if order == list(range(depth)):
        return nest

    def change(x: Access, steps: int) -> Access:
        strides = x.address.strides
        return replace(x, address=Affine(x.address.base, tuple(strides[d] for d in order) + strides[depth:]))

    trips = tuple(_keep(nest.trips[d], order, depth) for d in order)
    return nest.rewritten(change, lambda n: _keep(n, order, depth), trips=trips)


def _joined(nest: Nest, d: int) -> Nest | None:
    """Loops d and d + 1 as one loop, if every address walks on from the end of a row to the next row's start."""
    outer, inner = constant(nest.trips[d]), constant(nest.trips[d + 1])
    lengths = [*nest.trips, *[s.length for s in nest.segments]]
    if outer is None or inner is None or any(any(t.strides[d : d + 2]) for t in lengths):
        return None
    if any(x.address.strides[d] != inner * x.address.strides[d + 1] for x in nest.accesses()):
        return None

    def drop(affine: Affine) -> Affine:
        return affine.without_loop(d)

    trips = (*nest.trips[:d], Affine(outer * inner, (0,) * d), *map(drop, nest.trips[d + 2 :]))
    return nest.rewritten(lambda x, steps: replace(x, address=drop(x.address)), drop, trips=trips)


def reshaped(nest: Nest, trips: tuple[Affine, ...]) -> Nest | None:
    """The nest with loops of these lengths, by splitting its own; None if it cannot be."""
    depth = len(nest.trips)
    if [_padded(t, d) for d, t in enumerate(nest.trips)] == [_padded(t, d) for d, t in enumerate(trips)]:
        return nest
    lengths = [n for t in (*nest.trips, *trips) if (n := constant(t)) is not None]
    mine, wanted = lengths[:depth], lengths[depth:]
    if len(trips) <= depth or len(lengths) < depth + len(trips):
        return None
    pieces: list[tuple[int, int]] = []  # for each wanted loop: the loop of mine that it is a part of, times what stride
    d, rest, times = depth - 1, mine[-1] if mine else 1, 1
    for length in reversed(wanted):
        if length == 0 or d < 0 or rest % length:
            return None
        pieces.append((d, times))
        rest, times = rest // length, times * length
        if rest == 1:
            d, times = d - 1, 1
            rest = mine[d] if d >= 0 else 1
    if d >= 0 or any(any(s.length.strides) for s in nest.segments):
        return None
    pieces.reverse()

    def change(x: Access, steps: int) -> Access:
        strides = x.address.strides
        split = tuple(strides[d] * times for d, times in pieces)
        return replace(x, address=Affine(x.address.base, split + strides[depth:]))

    flat = (0,) * len(trips)
    return nest.rewritten(change, lambda n: Affine(n.base, flat), trips=trips)
