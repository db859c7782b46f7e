"""How a group of nests becomes vector code: which loop goes along the lanes, which is taken a few rounds at a time.

Lanes go where results and operands lie side by side. A reduction is a tile of rows times vectors, so that what is
loaded once is used several times, or, where only its own steps lie side by side, it runs along those and adds up the
lanes at the end. An operand that lies askew and is read often is first copied straight. The choice is by counting
instructions; the tile sizes are measured ones.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import fsum  # the same on every Python; since 3.12 sum() of floats is another

from ..rolled import Access, Affine, Array, Nest, Operand, longest
from .fusion import CHEAP, Group
from .kept import along_steps, in_rows
from .nests import RunTime, constant, lined_up, permuted

__all__ = ["Kernel", "Processor", "lanes_for", "planned"]

OFTEN = 4
"""Reads of an operand from which on a straight copy pays."""

LONG = 6
"""Vectors along the steps of a reduction from which on one result after the other is faster than several at once."""

MOST = 32
"""Operations on vectors that a row has at most which is one tile."""

FEW = 3
"""Nests of a group with a function such as tanh up to which four vectors of it fit into 32 registers."""


@dataclass(frozen=True)
class Processor:
    """What matters here of a processor: lanes of doubles, vector registers, loads and stores of part of a vector."""

    lanes: int
    registers: int
    masks: bool


@dataclass(frozen=True)
class Kernel:
    """A group, its loops in their final order: the last goes along the lanes, the one before by ``rows`` at a time.

    lanes    results side by side in a vector; 1 is scalar code
    rows     rounds of the last loop but one that a tile has
    vectors  vectors that a tile has side by side
    along    reductions run with vectors along their own steps
    unroll   sums that a reduction with a small tile keeps at once
    turned   it copies rows to columns, and the rows of the tile are as many as the lanes
    kept     what is the same for all results or in all rows stays in registers (``kept.py``)
    """

    group: Group
    lanes: int = 1
    rows: int = 1
    vectors: int = 1
    along: bool = False
    unroll: int = 1
    turned: bool = False
    kept: bool = False


def _stride(x: Access, d: int) -> int:
    return x.address.strides[d]


def _free(group: Group) -> list[int]:
    """The loops that may be the innermost: no other length depends on their counters."""
    lengths = [*group.trips, *[s.length for n in group.nests for s in n.segments]]
    return [d for d in range(len(group.trips)) if not any(len(t.strides) > d and t.strides[d] for t in lengths)]


def planned(group: Group, processor: Processor, arrays: list[Array]) -> list[Kernel]:
    """The group as kernels: first the copies of operands that lie askew, then the group itself. Adds to ``arrays``."""
    depth = len(group.trips)
    if any(nest.has_tables() for nest in group.nests):
        return [Kernel(group)]
    most = longest(group.trips)
    turning = _turning(group, processor)
    if turning:
        return [turning]
    choices = []
    for d in _free(group):
        fixed = constant(group.trips[d]) is not None
        choices.append((_cost(group, d, processor, most, False), d, False))
        if group.reductions and fixed:
            choices.append((_cost(group, d, processor, most, True), d, True))
    if not choices:
        return [Kernel(group, along=bool(group.reductions), unroll=8 if group.reductions else 1)]
    _, d, along = min(choices, key=lambda c: c[0])
    row = _row_loop(group, d)
    order = [k for k in range(depth) if k not in (d, row)] + ([] if row is None else [row]) + [d]
    group = _ordered(group, order)
    packs: list[Kernel] = []
    if not along:
        group, packs = _packed(group, processor, arrays)
    return [*packs, _tiled(group, processor, along, most[d], None if row is None else most[row])]


def _turning(group: Group, processor: Processor) -> Kernel | None:
    """A copy whose source lies side by side along one loop and whose result does along another."""
    nest, lanes = group.nests[0], processor.lanes
    if len(group.nests) > 1 or nest.op != "copy" or not isinstance(nest.operands[0], Access):
        return None
    most, source = longest(group.trips), nest.operands[0]
    loops = [d for d in _free(group) if most[d] >= lanes and not any(group.trips[d].strides)]
    across = [d for d in loops if _stride(nest.result, d) == 1 and _stride(source, d) not in (0, 1)]
    down = [d for d in loops if _stride(source, d) == 1 and _stride(nest.result, d) != 1]
    if not across or not down:
        return None
    order = [d for d in range(len(most)) if d not in (down[0], across[0])]
    return Kernel(_ordered(group, [*order, down[0], across[0]]), lanes, lanes, turned=True)


def _ordered(group: Group, order: list[int]) -> Group:
    return Group([permuted(nest, order) for nest in group.nests], group.stored)


def _row_loop(group: Group, d: int) -> int | None:
    """The loop along which some operand of the reductions stays the same while the lanes move: the rows of the tile."""
    best, score = None, 0
    width = group.trips[d].strides
    for r in _free(group):
        if r == d or (len(width) > r and width[r]):
            continue
        same = sum(_stride(x, r) == 0 for n in group.reductions for x in n.reads())
        if same > score:
            best, score = r, same
    return best


# -- counting ---------------------------------------------------------------------------------------------------------


def lanes_for(length: int, processor: Processor) -> int:
    """As many lanes as hold so many results; where there are no masks, no more than there are results."""
    lanes = 1
    while lanes < min(length, processor.lanes):
        lanes *= 2
    return lanes if processor.masks or length >= lanes else lanes // 2


def _cost(group: Group, d: int, processor: Processor, most: list[int], along: bool) -> float:
    """Roughly the instructions for each result, lanes along loop d."""
    lanes = lanes_for(most[d], processor)
    vectors = -(-most[d] // lanes) if processor.masks else most[d] // lanes + most[d] % lanes
    cost = fsum(
        _cost_of(nest, d, lanes, processor, along, stored)
        for nest, stored in zip(group.nests, group.stored, strict=True)
    )
    return vectors * cost / max(most[d], 1)


def _cost_of(nest: Nest, d: int, lanes: int, processor: Processor, along: bool, stored: bool) -> float:
    cost = 0.0 if not stored else 1.0 if _stride(nest.result, d) == 1 else lanes
    if not nest.segments:
        cost += 1 if nest.op in CHEAP else 20
        return cost + fsum(_load(x, d, lanes, nest, True) for x in nest.operands if isinstance(x, Access))
    for s in nest.segments:
        n = longest((*nest.trips, s.length))[-1]
        pair = [x for x in (s.a, s.b) if isinstance(x, Access)]
        if along and lined_up(s, len(nest.trips)):
            loads = fsum(0.15 if _stride(x, d) == 0 else 0.5 for x in pair)
            cost += lanes * (-(-n // processor.lanes) * (1 + loads) + 2.5)
        else:
            known = _steps(s.length) is not None
            cost += n * (1 + fsum(_load(x, d, lanes, nest, known) for x in pair))
    return cost


def _load(x: Access, d: int, lanes: int, nest: Nest, known: bool) -> float:
    """What loading a vector takes; ``known`` says whether all steps of its segment can be copied beforehand."""
    stride = _stride(x, d)
    if stride in (0, 1):
        return 0.2 + 0.3 * stride
    reads = _reads(x, nest.trips)
    return 0.5 + lanes / reads if reads >= OFTEN and known else lanes


def _reads(x: Access, trips: Sequence[Affine]) -> int:
    """How often a number is read, roughly; 0 if what is read is ragged and cannot be copied as a block."""
    reads, moving = 1, [k for k in range(len(trips)) if _stride(x, k)]
    for k, length in enumerate(longest(trips)):
        if k not in moving:
            reads *= length
        elif any(j in moving and slope for j, slope in enumerate(trips[k].strides)):
            return 0
    return reads


# -- tiles ------------------------------------------------------------------------------------------------------------


def _tiled(group: Group, processor: Processor, along: bool, width: int, height: int | None) -> Kernel:
    """The tile for a last loop of ``width`` rounds and rows of ``height``, if there are rows."""
    lanes = lanes_for(width, processor)
    sums = processor.registers // 2
    whole = -(-width // lanes)
    if not group.reductions:
        if _may_keep_rows(group, processor, lanes, whole):
            return Kernel(group, lanes, 1, whole, kept=True)
        most = 4 if group.functions and len(group.nests) <= FEW and sums >= 16 else 2
        return Kernel(group, lanes, 1, min(most, whole))
    if along:
        if not height and LONG <= sum(n // processor.lanes for _, n in along_steps(group)) <= sums:
            return Kernel(group, along=True, kept=True)
        lanes = min(lanes, 4) if height else lanes
        rows = min(sums // lanes, height) if height else 1
        return Kernel(group, lanes, rows, 1, True, max(1, sums // (2 * rows * lanes)))
    vectors = min(-(-width // lanes), 4 if sums >= 16 else 2) if height else min(-(-width // lanes), sums)
    rows = min(sums // vectors, 8, height) if height else 1
    return Kernel(group, lanes, rows, vectors, False, max(1, min(4, sums // (2 * rows * vectors))))


def _may_keep_rows(group: Group, processor: Processor, lanes: int, whole: int) -> bool:
    """Whether a row is one tile, and what is the same in all rows fits into half of the registers."""
    if len(group.trips) < 2 or None in map(constant, group.trips[-2:]) or group.functions:
        return False
    if group.trips[-1].base % lanes and not processor.masks:
        return False
    return 0 < whole * len(in_rows(group)) <= processor.registers // 2 and whole * len(group.nests) <= MOST


# -- straight copies --------------------------------------------------------------------------------------------------


def _steps(length: Affine) -> int | None:
    """The steps of a segment that a copy is made for; for the rows of a block all that there is room for."""
    return length.base if isinstance(length, RunTime) else constant(length)


def _packed(group: Group, processor: Processor, arrays: list[Array]) -> tuple[Group, list[Kernel]]:
    """The group with straight copies of operands that are askew along the last loop, and the copying."""
    most, made = longest(group.trips), {nest.result.array for nest in group.nests}
    copies: dict[tuple[Access, int], Access] = {}
    kernels: list[Kernel] = []

    def straight(x: Operand, steps: int) -> Operand:
        if not isinstance(x, Access) or x.array in made or _stride(x, len(most) - 1) in (0, 1):
            return x
        if _reads(x, group.trips) < OFTEN:
            return x
        if (x, steps) not in copies:
            copies[x, steps], kernel = _copy(x, most, steps, processor, arrays)
            kernels.append(kernel)
        return copies[x, steps]

    nests = []
    for nest in group.nests:
        segments = []
        for s in nest.segments:
            n = _steps(s.length)
            segments.append(s if n is None else replace(s, a=straight(s.a, n), b=straight(s.b, n)))
        operands = tuple(straight(x, 0) for x in nest.operands)
        nests.append(replace(nest, segments=tuple(segments), operands=operands))
    return Group(nests, group.stored), kernels


def _copy(x: Access, most: list[int], steps: int, processor: Processor, arrays: list[Array]) -> tuple[Access, Kernel]:
    """A copy of what x reads, with the last loop's counter along the lanes; the access to it, and what makes it."""
    depth, strides = len(most), x.address.strides
    loops = [d for d in range(depth - 1) if strides[d]]
    if steps and strides[depth]:
        loops.append(depth)  # the steps of the segment
    lengths = [most[d] if d < depth else steps for d in loops] + [most[-1]]
    loops.append(depth - 1)
    pitch: list[int] = []
    size = 1
    for length in reversed(lengths):
        whole = not pitch and length > processor.lanes  # rows of whole vectors
        pitch.insert(0, size)
        size *= -(-length // processor.lanes) * processor.lanes if whole else length
    arrays.append(Array(f"{arrays[x.array].name}_straight", size, "work"))
    new = [0] * len(strides)
    for d, p in zip(loops, pitch, strict=True):
        new[d] = p
    source = Access(x.array, Affine(x.address.base, tuple(strides[d] for d in loops)))
    result = Access(len(arrays) - 1, Affine(0, tuple(pitch)))
    nest = Nest("copy", tuple(Affine(n, (0,) * k) for k, n in enumerate(lengths)), result, (source,))
    group = Group([nest], [True])
    kernel = _turning(group, processor) or Kernel(group, lanes_for(lengths[-1], processor))
    return Access(len(arrays) - 1, Affine(0, tuple(new))), kernel
