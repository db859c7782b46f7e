"""Tables in the re-roller: where the entries of lists lie, and what was scattered over them.

A list has no storage of its own if its entries stand at equal distances in an array, as the rows of a matrix do; else
they are copied side by side. What is scattered over the entries of a table gets storage like the table's, or the places
where the gradient is wanted.
"""

from __future__ import annotations

from typing import Any

from .nests import Writer
from .placement import SLACK, Layout
from .reads import NUMBERS

__all__ = ["Lists", "scatter_layout"]


class Lists:
    """The lists of a program: for each colour of lists the distance of their entries, and how many there are."""

    def __init__(self, writer: Writer) -> None:
        self.writer = writer
        self.shape: dict[int, tuple[int, int]] = {}

    def of(self, node: int) -> tuple[int, int]:
        """Pitch and count of a list."""
        return self.shape[self.writer.graph.colour[node]]

    def add(self, members: list[int]) -> None:
        """Lists of one class: find where their entries lie, or put them side by side."""
        w, np = self.writer, self.writer.np
        graph, place = w.graph, w.place
        nodes = np.array(members, np.int64)
        count = int(graph.count[nodes[0]])
        entries = graph.args[graph.start[nodes][:, None] + np.arange(count)]
        colours, which = np.unique(graph.colour_of[entries], return_inverse=True)
        arrays = np.array([place.array[int(c)] if c else NUMBERS for c in colours])[which.reshape(entries.shape)]
        at = place.address[entries]
        array, steps = int(arrays[0, 0]), np.diff(at, axis=1)
        pitch = int(steps[0, 0]) if count > 1 else 1
        regular = array != NUMBERS and bool((arrays == array).all()) and bool((steps == pitch).all()) and pitch > 0
        if not regular:
            array, pitch = self._side_by_side(entries, arrays, members), 1
            at = np.arange(entries.size).reshape(entries.shape)
        colour = graph.colour[members[0]]
        place.array[colour] = array
        place.address[nodes] = at[:, 0]
        self.shape[colour] = pitch, count

    def _side_by_side(self, entries: Any, arrays: Any, members: list[int]) -> int:
        w, np = self.writer, self.writer.np
        label = w.names.of_class(members) or "table"
        numbers = w.place.number[entries]
        if (arrays == NUMBERS).all():
            return w._array(label, entries.size, "const", numbers.ravel().tolist())
        target = w._array(label, entries.size, "work")
        for array in np.unique(arrays).tolist():
            here = (arrays == array).ravel()
            w._copy(target, label, array, np.flatnonzero(here), entries.ravel()[here])
        return target


def scatter_layout(np: Any, base: Any, pitch: int, count: int) -> Layout:
    """Where scatters over tables are stored that begin at ``base``: like the tables, if these lie close together.

    ``at`` has for each of them the address of each entry.
    """
    at = base[:, None] - base.min() + pitch * np.arange(count)
    size = int(at.max()) + 1
    if size > SLACK * at.size or len(np.unique(at)) < at.size:
        at = np.arange(at.size).reshape(at.shape)
        size = at.size
    return Layout(at, size)
