"""Functions side by side: the units of a layer each need a tanh, and a vector computes eight in the time of one.

Straight-line code for one example has numbers, not vectors. But of the tanh, exp, log and sigmoid in it, those that as
many others come before (along the longest path) cannot depend on each other. Put in that order, equal ones stand side
by side and are packed into a vector, computed together, and taken out again.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import cycle, islice

from ..program import SLOPES, Program
from .maths import WRITTEN, Operations
from .text import gathered

__all__ = ["SMALLEST", "Pack", "in_packs", "write_pack"]

SMALLEST = 4
"""Fewer than these are not worth packing: one alone has the shorter way."""

Pack = tuple[str, list[int]]
"""A function, and the nodes that it is applied to."""


def in_packs(program: Program, nodes: Sequence[int]) -> list[int | Pack]:
    """Operations in an order in which they can be computed, with a pack before the nodes that use it."""
    depth: dict[int, int] = {}
    levels: dict[int, list[int]] = {}
    for i in nodes:
        depth[i] = max([depth.get(j, 0) for j in program.args[i]]) + (_function(program, i) in WRITTEN)
        levels.setdefault(depth[i], []).append(i)
    order: list[int | Pack] = []
    for _, level in sorted(levels.items()):
        arguments: dict[str, dict[int, None]] = {}
        for i in level:
            if _function(program, i) in WRITTEN:
                arguments.setdefault(_function(program, i), {})[program.args[i][0]] = None
        order += [(function, list(xs)) for function, xs in arguments.items() if len(xs) >= SMALLEST]
        order += level
    return order


def _function(program: Program, i: int) -> str:
    return SLOPES.get(program.ops[i], program.ops[i])


def write_pack(body: Operations, function: str, xs: Sequence[str], lanes: int, with_slope: bool) -> None:
    """Compute a function of several numbers at once; what comes out is known then, and not computed again."""
    wide = body.maths.operations(lanes, body.writer)
    for start in range(0, len(xs), lanes):
        some = xs[start : start + lanes]
        if len(some) < min(SMALLEST, lanes):
            return  # these few are computed one by one
        vector = gathered(wide, list(islice(cycle(some), lanes)))
        results = wide.both(function, vector) if with_slope else (wide.apply(function, vector),)
        for name, ys in zip((function, f"{function}_slope"), results, strict=False):
            body.know(name, some, [wide.let(f"extractelement {wide.type()} {ys}, i64 {k}") for k in range(len(some))])
