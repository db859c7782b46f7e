"""How to write "these addresses of that array" as slices, reshapes and transpositions of arrays with axes.

A nest reads base + Σ stride·counter. If the array is stored as a variable with axes of its own, and every stride moves
along one of them, that is a slice of the variable: ``H.T``, ``W[:, None]``. If it is one long row, it is cut into rows:
``params[:48].reshape(16, 3)[:, :2]``. What is neither is picked by a list of places.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

__all__ = [
    "NAME",
    "Axes",
    "Line",
    "Term",
    "Variable",
    "aligned",
    "as_tuple",
    "closed",
    "cut",
    "in_order",
    "own_places",
    "places_of",
    "rank",
    "reshaped",
    "side_by_side",
    "sliced",
    "together",
]

Axes = list[tuple[int, int]]
"""Stride and length of each axis."""

Term = tuple[str, list[int]]
"""An expression, and which loops of a nest its axes are, in their order."""


NAME = re.compile(r"(?<![.\w])[^\W\d]\w*")
"""A name in an expression: not the ``T`` of ``x.T``, which is an attribute."""


class Line(NamedTuple):
    """A line of the code: what is set and an expression, or a statement; ``inside`` of a loop or not.

    >>> print(Line("", "for k in range(3):"), Line("h", "tanh(h)", True), sep="\\n")
    for k in range(3):
        h = tanh(h)
    """

    name: str
    text: str
    inside: bool = False

    def __str__(self) -> str:
        statement = f"{self.name} = {self.text}" if self.name else self.text
        return "    " * self.inside + statement


@dataclass
class Variable:
    """An array of the code: its name, and where in the storage of the rolled program its numbers belong.

    Number (i, j, ...) belongs at base + Σ stride·i. ``own`` says that no two belong at the same place, and so a place
    says which number it is.
    """

    name: str
    base: int
    axes: Axes
    own: bool = True

    @property
    def shape(self) -> tuple[int, ...]:
        return tuple(length for _, length in self.axes)

    def is_row(self) -> bool:
        """Whether its numbers lie side by side in the storage, in the order of its axes."""
        return self.own and side_by_side(self.axes)


def side_by_side(axes: Axes) -> bool:
    """Whether numbers with these axes lie side by side, in their order."""
    expected = 1
    for stride, length in reversed(axes):
        if stride != expected:
            return False
        expected *= length
    return True


def places_of(base: int, axes: Axes) -> list[int]:
    """base + Σ stride·counter for all counters, the last one fastest."""
    places = [base]
    for stride, length in axes:
        places = [place + stride * k for place in places for k in range(length)]
    return places


def rank(counters: Iterable[int], extents: Iterable[int]) -> int:
    """Which number of an array with axes of these lengths the counters belong to."""
    k = 0
    for counter, extent in zip(counters, extents, strict=True):
        k = k * extent + counter
    return k


def own_places(axes: Axes) -> bool:
    """Whether different counters always give different places: every stride goes beyond all that is inside."""
    reach = 0
    for stride, length in reversed(axes):
        if stride <= reach:
            return False
        reach += stride * (length - 1)
    return True


def sliced(variable: Variable, base: int, axes: Axes) -> tuple[str, list[int]] | None:
    """An expression for the numbers at base + Σ stride·counter, and in which order the axes asked for stand in it.

    >>> w = Variable("W", 0, [(4, 3), (1, 4)])
    >>> sliced(w, 0, [(1, 4), (4, 3)]), sliced(w, 1, [(4, 3)]), sliced(w, 0, [(5, 3)])
    (('W', [1, 0]), ('W[:, 1]', [0]), None)
    """
    if not variable.own:
        return None
    offset, start = base - variable.base, []
    for stride, length in variable.axes:
        start.append(min(max(offset // stride, 0), length - 1))
        offset -= start[-1] * stride
    if offset:
        return None
    taken: dict[int, tuple[int, int, int]] = {}  # axis of the variable -> the axis asked for, step, length
    for wanted, (stride, length) in enumerate(axes):
        for k, (mine, extent) in enumerate(variable.axes):
            if stride > 0 and stride % mine == 0 and k not in taken:
                step = stride // mine
                if start[k] + step * (length - 1) < extent:
                    taken[k] = (wanted, step, length)
                    break
        else:
            return None
    parts = []
    for k, (_, extent) in enumerate(variable.axes):
        if k in taken:
            _, step, length = taken[k]
            parts.append(_slice(start[k], step, length, extent))
        else:
            parts.append(str(start[k]))
    while parts and parts[-1] == ":":
        parts.pop()
    text = variable.name + (f"[{', '.join(parts)}]" if parts else "")
    return text, [taken[k][0] for k in sorted(taken)]


def cut(name: str, size: int, base: int, axes: Axes) -> str | None:
    """The same of one long row of numbers; the axes, longest stride first, stand in their order.

    >>> cut("p", 48, 0, [(3, 16), (1, 2)]), cut("p", 48, 2, [(3, 16)]), cut("p", 48, 7, [])
    ('p.reshape(16, 3)[:, :2]', 'p[2::3]', 'p[7]')

    None if not all of them are in the row, or they cannot be had so.
    """
    if not axes and not 0 <= base < size:
        return None
    shape: list[int] = []
    text, offset, extent = name, base, size
    for k, (stride, length) in enumerate(axes):
        colons = ":, " * len(shape)
        if k == len(axes) - 1:
            if offset < 0 or offset + stride * (length - 1) >= extent:
                return None
            part = _slice(offset, stride, length, extent)
            return text + (f"[{colons}{part}]" if part != ":" else "")
        reach = sum(s * (n - 1) for s, n in axes[k + 1 :])
        inside = max(offset + stride * length - extent, 0)  # where the last row would end behind the end, begin earlier
        if stride <= reach or inside > offset:
            return None
        start = offset - inside
        part = _slice(start, 1, stride * length, extent)
        text += f"[{colons}{part}]" if part != ":" else ""
        shape.append(length)
        text = reshaped(text, *shape, stride)
        offset, extent = inside, stride
    return f"{text}[{offset}]"


def _slice(start: int, step: int, length: int, extent: int) -> str:
    stop = start + step * (length - 1) + 1
    last = "" if stop + step > extent else str(stop)  # nothing is left behind it
    return f"{start or ''}:{last}" + (f":{step}" if step > 1 else "")


def in_order(text: str, order: Sequence[int], wanted: Sequence[int]) -> str:
    """An expression whose axes stand in ``order``, with its axes in the order that is wanted.

    >>> in_order("W", [1, 0], [0, 1]), in_order("A", [2, 0, 1], [0, 1, 2])
    ('W.T', 'permute(A, (1, 2, 0))')
    """
    if list(order) == list(wanted):
        return text
    if len(order) == 2:
        return f"{closed(text)}.T"
    return f"permute({text}, ({', '.join(str(list(order).index(k)) for k in wanted)}))"


def aligned(term: Term, wanted: Sequence[int]) -> str:
    """An expression with its axes in the order wanted, and empty ones for those that it lacks, so that it broadcasts.

    >>> aligned(("W", [1, 0]), [0, 1, 2]), aligned(("b", [2]), [0, 1, 2]), aligned(("a + b", [1]), [1, 2])
    ('W.T[:, :, None]', 'b', '(a + b)[:, None]')
    """
    text, axes = term
    text = in_order(text, axes, [k for k in wanted if k in axes])
    parts = [":" if k in axes else "None" for k in wanted]
    parts = parts[parts.index(":") :] if axes else []
    return f"{closed(text)}[{', '.join(parts)}]" if "None" in parts else text


def together(terms: Sequence[Term]) -> tuple[list[str], list[int]]:
    """Expressions that broadcast against each other, and which loops the axes of the whole are, in their order.

    Those that all lie the same way stay as they are.

    >>> together([("W", [1, 0]), ("2.0", [])]), together([("W", [1, 0]), ("b", [0])])
    ((['W', '2.0'], [1, 0]), (['W.T', 'b[:, None]'], [0, 1]))
    """
    union = sorted({k for _, axes in terms for k in axes})
    orders = {tuple(axes) for _, axes in terms if axes}
    if len(orders) <= 1:
        return [text for text, _ in terms], list(next(iter(orders), ()))
    return [aligned(term, union) for term in terms], union


def reshaped(text: str, *shape: int) -> str:
    """An expression with other axes, whatever axes it was given before.

    >>> reshaped("x.reshape(-1)", 3, 4), reshaped("a + b", -1), reshaped("x.reshape(3, 4)[1]", 2, 2)
    ('x.reshape(3, 4)', '(a + b).reshape(-1)', 'x.reshape(3, 4)[1].reshape(2, 2)')
    """
    text = re.sub(r"\.reshape\([^()]*\)$", "", closed(text))
    return f"{text}.reshape({', '.join(map(str, shape))})"


def as_tuple(items: Iterable[object]) -> str:
    """A tuple, written down."""
    texts = list(map(str, items))
    return f"({', '.join(texts)}{',' * (len(texts) == 1)})"


def closed(text: str) -> str:
    """An expression in brackets, if it is an operation.

    >>> closed("a + b"), closed("f(a + b)[:, 1]"), closed("-a")
    ('(a + b)', 'f(a + b)[:, 1]', '(-a)')
    """
    depth = 0
    for c in text:
        depth += c in "([{"
        depth -= c in ")]}"
        if not depth and c == " ":
            return f"({text})"
    return f"({text})" if text.startswith("-") else text
