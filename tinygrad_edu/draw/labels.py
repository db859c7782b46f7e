"""Labels on straight lines: where along its line each stands, so that none covers another, a line or an arrow."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from math import fsum

from .courses import Point, courses, point_at, sampled
from .scene import Edge, Scene

__all__ = ["spread"]

PLACES = (0.5, 0.335, *(k / 32.0 for k in range(5, 28)))
ARROW = 18.0  # px around the end of a line in which its arrow is
Box = tuple[float, float, float, float]
Spot = tuple[float, Box, float]


def spread(scene: Scene) -> None:
    """Choose ``place`` for each labelled edge of a pinned scene: one by one the best that is left, three times over."""
    lines = {id(edge): course for edge, course in zip(scene.edges, courses(scene), strict=True)}
    runs = {edge: _Run(sampled(course)) for edge, course in lines.items()}
    cards = [(c.at[0], c.at[1], c.width / 2.0, c.height / 2.0) for c in scene.cards if c.at]
    solid = [(x - dx, y - dy, x + dx, y + dy) for x, y, dx, dy in cards]
    labelled, spots = [edge for edge in scene.edges if edge.label], {}
    for edge in labelled:
        others = [run for other, run in runs.items() if other != id(edge)]
        spots[id(edge)] = [*_spots(edge, lines[id(edge)], others, solid)]
    taken: dict[int, Box] = {}
    for _ in range(3):  # in the second and third round each knows where all the others are
        for edge in labelled:
            taken.pop(id(edge), None)
            edge.place, taken[id(edge)] = _best(spots[id(edge)], list(taken.values()))


class _Run:
    """A course as straight lines, and the box around them."""

    def __init__(self, points: list[Point]) -> None:
        self.lines = [*pairwise(points)]
        xs, ys = zip(*points, strict=True)
        self.box = min(xs), min(ys), max(xs), max(ys)

    def crosses(self, box: Box) -> bool:
        (a, b, c, d), (x0, y0, x1, y1) = box, self.box
        return a <= x1 and x0 <= c and b <= y1 and y0 <= d and any(_through(box, line) for line in self.lines)


def _spots(edge: Edge, course: list[Point], others: list[_Run], solid: list[Box]) -> Iterator[Spot]:
    """The places of an edge's label, each with its box and what speaks against it whatever other labels do."""
    (x0, y0), (x1, y1) = course[0], course[-1]
    assert edge.label is not None
    w, h = edge.label.width + 8.0, edge.label.up + 4.0
    wanted = 0.5 if abs(y1 - y0) < 1.0 else 0.335
    tip = (x0, y0) if edge.backward else (x1, y1)
    arrow = (tip[0] - ARROW, tip[1] - ARROW, tip[0] + ARROW, tip[1] + ARROW)
    for t in PLACES:
        x, y = point_at(course, t)
        box = (x - w / 2.0, y - h / 2.0, x + w / 2.0, y + h / 2.0)
        cost = abs(t - wanted) + 8.0 * edge.arrow * _overlap(arrow, box)
        cost += sum(run.crosses(box) for run in others) + 20.0 * fsum(_overlap(box, card) for card in solid)
        yield t, box, cost


def _best(spots: list[Spot], taken: list[Box]) -> tuple[float, Box]:
    """The first of those that cost least, where other labels have taken theirs."""
    best, least = spots[0], float("inf")
    for spot in spots:
        cost = spot[2] + 20.0 * fsum(_overlap(spot[1], other) for other in taken)
        if cost < least - 1e-9:
            best, least = spot, cost
    return best[0], best[1]


def _overlap(a: Box, b: Box) -> float:
    """What share of the first box the second covers."""
    wide, high = min(a[2], b[2]) - max(a[0], b[0]), min(a[3], b[3]) - max(a[1], b[1])
    return max(wide, 0.0) * max(high, 0.0) / ((a[2] - a[0]) * (a[3] - a[1]))


def _through(box: Box, line: tuple[Point, Point]) -> bool:
    """Whether a line runs through a box (Liang and Barsky 1984)."""
    (x0, y0), (x1, y1) = line
    first, last = 0.0, 1.0
    for way, room in ((x0 - x1, x0 - box[0]), (x1 - x0, box[2] - x0), (y0 - y1, y0 - box[1]), (y1 - y0, box[3] - y0)):
        if way < 0.0:
            first = max(first, room / way)
        elif way > 0.0:
            last = min(last, room / way)
        elif room < 0.0:
            return False
    return first < last
