"""``paths``: the ledger of a derivative, each route from a Value to the result with what it brings.

The derivative is the sum over all paths of the product of the local derivatives on them (Bauer 1974). Their number
grows exponentially with the depth of a net, so the strongest are found without listing the others: one sweep from the
result down gives, for every Value, the largest product that any way from it to the result has; then a best-first search
from ``wrt`` upward always extends the route whose product so far, times that bound, is largest. The bound is attained,
so routes are finished in the order of their strength, and k of them cost k times the length of a path (this is A* with
an exact heuristic; Hart, Nilsson, Raphael 1968).
"""

from __future__ import annotations

import heapq
import math
from collections.abc import Iterator
from dataclasses import dataclass

from ..console import ascii_only, width_of
from ..derivatives import gradients
from ..value import Value
from .agreement import tolerance
from .explanation import check_values, read
from .numbers import exact, percent
from .reading import Reading
from .words import WORDS

__all__ = ["MOST", "Paths", "Route", "paths"]

MOST = 10_000  # routes that are listed without being asked for a number


@dataclass(frozen=True)
class Route:
    """One route: the Values on it from ``wrt`` to the root, their names, and the product of the local derivatives."""

    values: tuple[Value, ...]
    names: tuple[str, ...]
    product: float
    share: float


@dataclass(frozen=True, repr=False)
class Paths:
    """The ledger: the strongest routes first, and what all the others bring together, so that the sum is ``value``.

    ``count`` is the number of all paths; ``rest`` and ``rest_count`` belong to those that are not listed.
    """

    root: str
    wrt: str
    value: float
    count: int
    paths: list[Route]
    rest: float
    rest_count: int
    digits: int

    def text(self, unicode: bool = True, width: int = 79) -> str:
        """A table for a terminal."""
        several = str(WORDS["en"]["paths"](self.count))
        lines = [f"∂{self.root}/∂{self.wrt} = {exact(self.value, self.digits)}, over {several}", ""]
        column, arrow = self.digits + 5, "→" if unicode else "->"
        lines += [f"{'product':>{column}}{'share':>9}   route"]
        for path in self.paths:
            lead = f"{exact(path.product, self.digits):>{column}}{percent(path.product, self.value):>9}   "
            row = lead + path.names[0]
            for name in path.names[1:]:
                if width_of(f"{row} {arrow} {name}") > width:
                    lines.append(row)
                    row = " " * (len(lead) + 1)
                row += f" {arrow} {name}"
            lines.append(row)
        if self.rest_count:
            others = "one weaker path" if self.rest_count == 1 else f"{self.rest_count:,} weaker paths together"
            share = percent(self.rest, self.value)
            lines.append(f"{exact(self.rest, self.digits):>{column}}{share:>9}   {others}")
        share = percent(self.value, self.value)
        lines.append(f"{exact(self.value, self.digits):>{column}}{share:>9}   sum = ∂{self.root}/∂{self.wrt}")
        text = "\n".join(lines)
        return text if unicode else ascii_only(text)

    def __str__(self) -> str:
        return self.text()

    __repr__ = __str__

    def __iter__(self) -> Iterator[Route]:
        return iter(self.paths)

    def __getitem__(self, position: int) -> Route:
        return self.paths[position]

    def __len__(self) -> int:
        return len(self.paths)


def paths(root: Value, wrt: Value, top: int | None = None, digits: int = 9) -> Paths:
    """The routes by which ``wrt`` acts on ``root``, each with its product and its share in the derivative.

    top   how many to list, the strongest first; the others are summed. None lists them all, up to 10,000

    A route leads from one named Value to the next; ``x·x`` is one step of it, with the local derivative 2·x.
    Raises ValueError if no route leads from one to the other, or if there are too many to list them all.

    >>> w, x = Value(2.0, "w"), Value(3.0, "x")
    >>> a, b = (w * x).named("a"), w.square().named("b")
    >>> print(paths((a - b).named("E"), w, digits=3))
    ∂E/∂w = −1.000, over two paths
    <BLANKLINE>
     product    share   route
      −4.000   400.0%   w → b → E
       3.000  −300.0%   w → a → E
      −1.000   100.0%   sum = ∂E/∂w
    """
    check_values(root, wrt)
    if top is not None and (isinstance(top, bool) or not isinstance(top, int) or top < 1):
        raise ValueError(f"top is how many routes to list, 1 or more, not {top!r}")
    reading = read(root, wrt, digits)
    count = reading.ways[wrt]
    names = reading.names
    if top is None and count > MOST:
        raise ValueError(
            f"{count:,} paths lead from {names[wrt]} to {names[root]}, too many to list: top=5 lists the strongest "
            "five and adds up the others"
        )
    value: float = gradients(root, [wrt])[0]
    found = []
    for route, product in _strongest(reading, count if top is None else min(top, count)):
        share = product / value if value else math.nan
        found.append(Route(route, tuple(names[node] for node in route), product, share))
    listed = math.fsum(p.product for p in found) if all(math.isfinite(p.product) for p in found) else math.nan
    if len(found) == count:
        rest = 0.0
        _agree(listed, value, tolerance(root, wrt))
    else:
        rest = value - listed
    return Paths(names[root], names[wrt], value, count, found, rest, count - len(found), digits)


def _agree(listed: float, value: float, allowed: float) -> None:
    if math.isfinite(allowed) and not abs(listed - value) <= allowed:
        raise RuntimeError(
            f"the paths add up to {listed!r}, but the reverse sweep gives {value!r}: one of the local derivatives "
            "recorded in the graph was changed, or this is a fault of tinygrad_edu"
        )


def _strongest(reading: Reading, most: int) -> Iterator[tuple[tuple[Value, ...], float]]:
    """The routes in the order of |product|, those with nan first, equal ones in the order of the graph."""
    bound: dict[Value, float] = {reading.root: 1.0}
    for node in reversed(reading.way):
        if node is not reading.root:
            bound[node] = max(_size(reading.partial[user, node] * bound[user]) for user in reading.users[node])
    born = 0  # settles ties, so that the order is the same in every run
    # A route is the Value it has come to and the route to the one before, so that routes share their beginnings.
    start: tuple[Value, object] = (reading.wrt, None)
    queue = [(-bound[reading.wrt], 0, 1.0, start)]
    while queue and most:
        _, _, product, route = heapq.heappop(queue)
        node = route[0]
        if node is reading.root:
            most -= 1
            yield _unrolled(route), product
        for user in reading.users[node]:  # none of the root
            born += 1
            longer = product * reading.partial[user, node]
            heapq.heappush(queue, (-_size(longer * bound[user]), born, longer, (user, route)))


def _size(product: float) -> float:
    return math.inf if math.isnan(product) else abs(product)


def _unrolled(route: tuple[Value, object] | None) -> tuple[Value, ...]:
    values = []
    while route is not None:
        node, route = route  # type: ignore[assignment]
        values.append(node)
    return tuple(reversed(values))
