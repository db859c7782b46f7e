"""The built-in layered layout: cards in columns, few crossings, long lines level. Needs nothing but Python.

Three steps, as in Sugiyama, Tagawa and Toda 1981. *Order*: barycentre sweeps, keeping the order with the fewest
crossings. *Places*: in each column the cards move to the weighted mean of their neighbours, and later to the median,
which makes runs of cards exactly level; that they keep their order and do not overlap is an isotonic regression, solved
by pooling adjacent violators. *Lines* come from ``layout.py``. A line over several columns runs through invisible
vertices on the way, one chain for all the lines of a colour that leave a card. The same scene gives the same bytes in
every run.

Here columns are ranks from left to right; for ``rankdir="TB"`` the caller turns the result.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import accumulate, pairwise
from math import fsum

__all__ = ["Vertex", "link", "order_ranks", "place", "ranks_of"]


@dataclass
class Vertex:
    """Something with a place in a rank: how far it reaches above and below its line, and how wide it is."""

    rank: int
    width: float
    above: float
    below: float
    gap: float = 14.0  # the room it keeps from its neighbours in the rank
    before: list[tuple[int, float]] = field(default_factory=list)  # neighbours in the rank before, with weights
    after: list[tuple[int, float]] = field(default_factory=list)


def link(vertices: list[Vertex], tail: int, head: int, weight: float) -> None:
    """Make two vertices of ranks beside each other neighbours."""
    vertices[tail].after.append((head, weight))
    vertices[head].before.append((tail, weight))


def ranks_of(count: int, edges: Sequence[tuple[int, int]]) -> list[int]:
    """The column of each of ``count`` cards, every card after all that it uses; edges go from used to user.

    The cards are numbered so that every edge goes to a higher number. What uses nothing stands just before its first
    user: a weight stands beside its neuron, not at the far left.

    >>> ranks_of(4, [(0, 2), (1, 3), (2, 3)])
    [0, 1, 1, 2]
    """
    rank = [0] * count
    used: list[list[int]] = [[] for _ in range(count)]
    sources = [True] * count
    for tail, head in sorted(edges, key=lambda edge: edge[1]):
        rank[head] = max(rank[head], rank[tail] + 1)
        used[tail].append(head)
        sources[head] = False
    for i in range(count):
        if sources[i] and used[i]:
            rank[i] = min(rank[head] for head in used[i]) - 1
    return rank


def order_ranks(vertices: list[Vertex]) -> list[list[int]]:
    """The vertices of each rank from top to bottom, with few crossings; at first they stand as they are numbered."""
    ranks: list[list[int]] = [[] for _ in range(max(v.rank for v in vertices) + 1)]
    for i, vertex in enumerate(vertices):
        ranks[vertex.rank].append(i)
    best, fewest = [list(rank) for rank in ranks], _crossings(vertices, ranks)
    for sweep in range(8 if len(vertices) < 4000 else 3):
        if fewest == 0:
            break
        down = sweep % 2 == 0
        for rank in ranks if down else reversed(ranks):
            _by_barycentre(vertices, ranks, rank, down)
        now = _crossings(vertices, ranks)
        if now < fewest:
            best, fewest = [list(rank) for rank in ranks], now
    if len(vertices) < 400:
        _balance(vertices, best)
    return best


def _by_barycentre(vertices: list[Vertex], ranks: list[list[int]], rank: list[int], down: bool) -> None:
    if not rank:
        return
    number = vertices[rank[0]].rank + (-1 if down else 1)
    if not 0 <= number < len(ranks):
        return
    position = {i: k for k, i in enumerate(ranks[number])}
    means = {}
    for i in rank:
        near = vertices[i].before if down else vertices[i].after
        if near:
            means[i] = sum(position[j] for j, _ in near) / len(near)
    # What has no neighbour on that side keeps its place among the others.
    free = [k for k, i in enumerate(rank) if i in means]
    for k, i in zip(free, sorted(means, key=means.__getitem__), strict=True):
        rank[k] = i


def _crossings(vertices: list[Vertex], ranks: list[list[int]]) -> int:
    total = 0
    for rank, following in pairwise(ranks):
        position = {i: k for k, i in enumerate(following)}
        seen: list[int] = []
        for i in rank:
            ends = sorted(position[j] for j, _ in vertices[i].after)
            for end in ends:
                total += len(seen) - bisect_right(seen, end)
            for end in ends:
                insort(seen, end)
    return total


def _balance(vertices: list[Vertex], ranks: list[list[int]]) -> None:
    """Among equal orders prefer the symmetric one: what feeds several stands between what feeds one of them."""
    fewest = _crossings(vertices, ranks)
    for rank in reversed(ranks):
        if len(rank) < 2:
            continue
        before = list(rank)
        _by_barycentre(vertices, ranks, rank, False)
        now = _crossings(vertices, ranks)
        if now > fewest:
            rank[:] = before
        fewest = min(now, fewest)


def place(vertices: list[Vertex], ranks: list[list[int]], rounds: int = 24) -> list[float]:
    """How far down the line of each vertex lies, in px, the topmost card's upper edge at 0."""
    y = [0.0] * len(vertices)
    apart: list[list[float]] = []
    for rank in ranks:
        distances = [0.0] if rank else []
        for a, b in pairwise(rank):
            u, v = vertices[a], vertices[b]
            distances.append(distances[-1] + u.below + max(u.gap, v.gap) + v.above)
        for i, distance in zip(rank, distances, strict=True):
            y[i] = distance - distances[-1] / 2.0
        apart.append(distances)
    if len(vertices) > 2500:
        rounds = 10
    near = [v.before + v.after for v in vertices]
    weights = [[fsum(w for _, w in near[i]) or 0.01 for i in rank] for rank in ranks]
    n = 0
    while n < rounds + 6:
        median = n >= rounds
        moved = 0.0
        for number in range(len(ranks)) if n % 2 else range(len(ranks) - 1, -1, -1):
            rank, sums = ranks[number], weights[number]
            wanted = []
            for i, weight in zip(rank, sums, strict=True):
                if not near[i]:
                    wanted.append(y[i])
                elif median:
                    wanted.append(_median(y, near[i]))
                else:
                    total = 0.0
                    for j, w in near[i]:
                        total += y[j] * w
                    wanted.append(total / weight)
            for i, where in zip(rank, _in_order(wanted, sums, apart[number]), strict=True):
                moved = max(moved, abs(y[i] - where))
                y[i] = where
        n = rounds if 5 < n < rounds and moved < 0.3 else n + 1
    _level(vertices, ranks, apart, y)
    top = min(y[i] - v.above for i, v in enumerate(vertices))
    return [round(where - top, 1) for where in y]


def _level(vertices: list[Vertex], ranks: list[list[int]], apart: list[list[float]], y: list[float]) -> None:
    """From the fullest rank outwards, let every rank follow the one beside it: what can be exactly level then is."""
    fullest = max(range(len(ranks)), key=lambda number: apart[number][-1:])  # an empty rank is the least
    for numbers, forward in ((range(fullest + 1, len(ranks)), True), (range(fullest - 1, -1, -1), False)):
        for number in numbers:
            wanted, weights = [], []
            for i in ranks[number]:
                near = vertices[i].before if forward else vertices[i].after
                wanted.append(_median(y, near) if near else y[i])
                weights.append(fsum(w for _, w in near) if near else 0.01)
            for i, where in zip(ranks[number], _in_order(wanted, weights, apart[number]), strict=True):
                y[i] = where


def _median(y: list[float], near: list[tuple[int, float]]) -> float:
    """The weighted median; between the two middle ones where the halves are equal."""
    places = sorted((y[j], w) for j, w in near)
    sums = list(accumulate(w for _, w in places))
    half = sums[-1] / 2.0
    k = bisect_left(sums, half)
    return (places[k][0] + places[k + 1][0]) / 2.0 if sums[k] == half else places[k][0]


def _in_order(wanted: list[float], weights: list[float], distances: list[float]) -> list[float]:
    """The places nearest to the wanted ones that keep at least the distances: weighted isotonic regression."""
    blocks: list[list[float]] = []  # mean, weight, how many
    for want, weight, distance in zip(wanted, weights, distances, strict=True):
        blocks.append([want - distance, weight, 1])
        while len(blocks) > 1 and blocks[-2][0] > blocks[-1][0]:
            mean, w, n = blocks.pop()
            last = blocks[-1]
            last[0] = (last[0] * last[1] + mean * w) / (last[1] + w)
            last[1] += w
            last[2] += n
    flat = [mean for mean, _, n in blocks for _ in range(int(n))]
    return [mean + distance for mean, distance in zip(flat, distances, strict=True)]
