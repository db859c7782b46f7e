"""Tables in array code: ``W[integers(i)]`` reads rows by number, ``scatter(shape, places, x)`` adds into zeros."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ..rolled import Access, Segment
from .views import Term, aligned, as_tuple, closed, in_order, rank

if TYPE_CHECKING:
    from .lines import NestLine

__all__ = ["scattered", "taken"]


def taken(line: NestLine) -> Term:
    """A nest that takes: the table's entries are one more axis, along which it is indexed."""
    table, number = line.nest.operands
    assert isinstance(table, Access)
    depth = len(line.extents)
    text, axes = line.operand(table, line.nest.count, _with(table, depth, line.nest.pitch))
    if depth not in axes:  # a table of one entry
        return text, axes
    chosen, of = line.operand(number)
    both = [k for k in of if k in axes]
    rest = [k for k in axes if k not in of and k != depth]
    text = in_order(text, axes, [*both, depth, *rest])
    if line.code.arrays[table.array].kind == "const":
        text = f"table({text})"  # an array of numbers that the code has; the places may be known later only
    return f"{closed(text)}[{', '.join(_places(line, both, chosen, of))}]", [*of, *rest]


def scattered(line: NestLine) -> None:
    """A nest that scatters becomes a variable with an axis for the entries."""
    nest, code, depth = line.nest, line.code, len(line.extents)
    lengths = [*line.extents, nest.count]
    strides = _with(nest.result, depth, nest.pitch)
    order = sorted(range(depth + 1), key=lambda k: -strides[k])
    text = " + ".join([_sum(line, segment, lengths, order) for segment in nest.segments])
    shape = tuple(lengths[k] for k in order)
    name = code.let(nest.label, text, shape)
    numbers = ((*counters, entry) for counters in nest.rounds() for entry in range(nest.count))
    places = (
        (nest.result.address.at(at) + nest.pitch * at[depth], rank([at[k] for k in order], shape)) for at in numbers
    )
    line.place(name, [(strides[k], lengths[k]) for k in order], places)


def _sum(line: NestLine, segment: Segment, lengths: Sequence[int], order: Sequence[int]) -> str:
    """What one segment adds, with its axes in this order."""
    depth = len(line.extents)
    steps = line.steps_of(segment)
    chosen, x = (line.operand(a, steps) for a in (segment.a, segment.b))
    ragged = [k for k, s in enumerate(segment.length.strides) if s and line.extents[k] > 1]
    if ragged:
        mask = line.mask(segment.length, ragged, steps, False)
        chosen, x = (line.hidden(a, mask) for a in (chosen, x))
    number, of = chosen
    if depth not in of and depth not in x[1] and steps != 1:  # the same at every step
        x = f"{closed(x[0])} * {float(steps)}", x[1]
    if depth in x[1] and depth not in of:  # the same entry at every step
        of = [*of, depth]
        number = f"broadcast({number}[..., None], {as_tuple([*line.extents, steps][k] for k in of)})"
    both, rest = [k for k in of if k < depth], [k for k in range(depth) if k not in of]
    values = aligned(x, [*of, *rest])
    if depth in of and depth not in x[1]:
        values = f"broadcast({values}, {as_tuple([*line.extents, steps][k] for k in [*of, *rest])})"
    shape = as_tuple(lengths[k] for k in [*both, depth, *rest])
    text = f"scatter({shape}, {as_tuple(_places(line, both, number, of))}, {values})"
    return in_order(text, [*both, depth, *rest], order)


def _places(line: NestLine, both: Sequence[int], number: str, of: Sequence[int]) -> list[str]:
    """Indices along the axes that the table and the numbers share, and the numbers themselves."""
    found = []
    for k in both:
        text = f"arange({line.extents[k]})"
        behind = len(of) - 1 - list(of).index(k)
        found.append(text + (f"[{', '.join([':', *['None'] * behind])}]" if behind else ""))
    return [*found, f"integers({number})"]


def _with(x: Access, depth: int, stride: int) -> list[int]:
    return list(x.address.with_loop(depth, stride).strides)
