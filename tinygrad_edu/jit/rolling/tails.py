"""Long elementwise ends of a program, such as an optimizer's update: one loop over all parameters of all layers.

The update of a parameter is the same whatever layer it is in, but the gradients of different layers are computed in
different ways, and so nothing after them would be alike. A tail is what is computed for one place of the outputs and
for nothing else. Seen from there a gradient is a number in an array that lies as the parameters do, no matter how it
came there. Since nothing else needs what tails compute, they can all be computed at the end.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import count

from ..program import TABLES, Program

__all__ = ["Tails"]

FEWEST = 8  # places of a group of outputs for which this is worth it
LONGEST = 3  # operations for each place, at least


class Tails:
    """Which nodes of a program are in tails, and where tails begin.

    place  for each node of a tail the size of the group of outputs and the place there
    edge   for each node that only one place's tail reads: size, a number that tells its edges apart, the place
    """

    def __init__(self, program: Program, lists: Sequence[tuple[int, ...]], at: Sequence[int]) -> None:
        self.place: dict[int, Place] = {}
        self.edge: dict[int, tuple[int, int, int]] = {}
        ops = program.ops
        no_tail = ("dot", "max", "input", "const", *TABLES)
        if all(len(group.nodes) < FEWEST for group in program.outputs):
            return
        places: dict[int, Place | None] = {}
        for group in program.outputs:
            for k, i in enumerate(group.nodes):
                _add(places, at[i], (len(group.nodes), k))
        outputs = set(places)
        elsewhere: set[int] = set()  # read by what is in no tail
        for i in reversed(range(len(ops))):
            xs, found = lists[i], places.get(i)
            if ops[i] in no_tail or i in elsewhere or found is None or found[0] < FEWEST:
                elsewhere.update(xs)
                continue
            self.place[i] = found
            for j in xs:
                _add(places, j, found)
        sizes = Counter(n for n, _ in self.place.values())
        self.place = {i: place for i, place in self.place.items() if sizes[place[0]] >= LONGEST * place[0]}
        self._find_edges(program, lists, outputs)

    def _find_edges(self, program: Program, lists: Sequence[tuple[int, ...]], outputs: set[int]) -> None:
        read_at: dict[int, Place | None] = {}
        for i, place in self.place.items():
            for j in lists[i]:
                if j not in self.place and program.ops[j] not in ("input", "const") and j not in outputs:
                    _add(read_at, j, place)
        numbers: defaultdict[tuple[int, int], count[int]] = defaultdict(count)
        for j, found in sorted(read_at.items()):
            if found is not None:
                self.edge[j] = (found[0], next(numbers[found]), found[1])


Place = tuple[int, int]
"""The size of a group of outputs, and a place in it."""


def _add(places: dict[int, Place | None], i: int, place: Place) -> None:
    """Node i belongs to this place, and to none alone if it belongs to another one already: a rate is in all tails."""
    if places.setdefault(i, place) != place:
        places[i] = None
