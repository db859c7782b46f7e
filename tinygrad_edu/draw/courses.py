"""Along which curves the lines of a pinned scene run: straight, and around the cards that stand in their way.

In a network most lines join neighbouring columns. One that skips a column, as in a residual network, would run behind
the neuron there; it passes above or below, by the shorter way. Several on one way lie beside each other, the longest
outermost. Lines without arrows stay straight: in a crowd nobody follows a single one.
"""

from __future__ import annotations

from itertools import pairwise
from math import copysign, hypot

from .scene import Card, Edge, Scene

__all__ = ["LANE", "Point", "border", "courses", "point_at", "sampled"]

Point = tuple[float, float]
Way = tuple[float, float]
CLEAR = 0.13  # of a card's height stay free above and below it
LANE = 14.0  # px from one line to the next on the same way
PIECES = 8  # straight ones that stand for one of a curve


def courses(scene: Scene) -> list[list[Point]]:
    """For each edge the curve from its tail to its head: a start, then three points for each cubic Bézier piece."""
    columns: dict[float, list[Card]] = {}
    for card in scene.cards:
        columns.setdefault(card.centre[0], []).append(card)
    blocked = {x: _blocked(columns[x]) for x in sorted(columns)}
    found = [_straight(scene.cards[edge.tail], scene.cards[edge.head]) for edge in scene.edges]
    taken: dict[float, list[float]] = {x: [] for x in blocked}
    arrows = [k for k, edge in enumerate(scene.edges) if edge.arrow]
    for k in sorted(arrows, key=lambda k: _span(scene, scene.edges[k])):
        tail, head = scene.cards[scene.edges[k].tail], scene.cards[scene.edges[k].head]
        ways = _around(tail.centre, head.centre, blocked, taken)
        if ways:
            found[k] = _bent(tail, head, ways)
    return found


def _span(scene: Scene, edge: Edge) -> float:
    return abs(scene.cards[edge.head].centre[0] - scene.cards[edge.tail].centre[0])


def _blocked(column: list[Card]) -> list[Way]:
    """From where to where no line may pass, from top to bottom."""
    ways: list[Way] = []
    for card in sorted(column, key=lambda card: card.centre[1]):
        half = (0.5 + CLEAR) * card.height
        low, high = card.centre[1] - half, card.centre[1] + half
        if ways and low <= ways[-1][1]:
            low, high = ways[-1][0], max(ways.pop()[1], high)
        ways.append((low, high))
    return ways


def _around(a: Point, b: Point, blocked: dict[float, list[Way]], taken: dict[float, list[float]]) -> list[Point]:
    """Where a line passes the columns between its ends; nothing if it may be straight."""
    points, bends = [a], False
    between = [x for x in blocked if min(a[0], b[0]) < x < max(a[0], b[0])]
    for x in between if a[0] < b[0] else reversed(between):
        (x0, y0), (x1, y1) = points[-1], b
        y = y0 + (x - x0) / (x1 - x0) * (y1 - y0)
        way = next(((low, high) for low, high in blocked[x] if low < y < high), (y, y) if bends else None)
        if way:
            up = 2.0 * y < way[0] + way[1] + (1.0 if y <= 0.0 else -1.0)  # outwards from the middle of a card
            y = _lane(way[0] if up else way[1], -LANE if up else LANE, taken[x], blocked[x])
            taken[x].append(y)
            bends = True
        points.append((x, y))
    return points[1:] if bends else []


def _lane(y: float, step: float, taken: list[float], blocked: list[Way]) -> float:
    """The first free place from ``y`` on, or ``y`` where there is none before the next card."""
    lane = y
    while any(abs(lane - other) < abs(step) for other in taken):
        lane += step
        if any(low < lane < high for low, high in blocked):
            return y
    return lane


def _straight(tail: Card, head: Card) -> list[Point]:
    a, b = border(tail, head.centre), border(head, tail.centre)
    third = ((b[0] - a[0]) / 3.0, (b[1] - a[1]) / 3.0)
    return [a, (a[0] + third[0], a[1] + third[1]), (b[0] - third[0], b[1] - third[1]), b]


def _bent(tail: Card, head: Card, ways: list[Point]) -> list[Point]:
    """A curve through these points that rises and falls no more often than they do (Fritsch and Carlson 1980)."""
    points = [tail.centre, *ways, head.centre]
    steps = [((y1 - y0) / (x1 - x0)) for (x0, y0), (x1, y1) in pairwise(points)]
    slopes = [_end(*steps[:2]), *(_slope(*pair) for pair in pairwise(steps)), _end(*steps[:-3:-1])]
    for k, card, beside in ((0, tail, points[1]), (-1, head, points[-2])):  # on the border, not in the middle
        x, y = points[k]
        points[k] = border(card, (beside[0], y + slopes[k] * (beside[0] - x)))
    curve = [points[0]]
    for ((x0, y0), (x1, y1)), (m0, m1) in zip(pairwise(points), pairwise(slopes), strict=True):
        third = (x1 - x0) / 3.0
        curve += [(x0 + third, y0 + m0 * third), (x1 - third, y1 - m1 * third), (x1, y1)]
    return curve


def _slope(before: float, after: float) -> float:
    """The slope between two steps."""
    if before * after <= 0.0:
        return 0.0
    return copysign(min(abs(before + after) / 2.0, 3.0 * abs(before), 3.0 * abs(after)), before)


def _end(first: float, second: float) -> float:
    """The slope at an end, from the first two steps: twice as steep where the way is level, or turns, behind them."""
    bend = max(0.0, min(1.0 - second / first, 1.0)) if first else 0.0
    return first * (1.0 + bend)


def point_at(course: list[Point], share: float) -> Point:
    """The point of a curve after such a share of it; 0 is its start, 1 its end."""
    if len(course) == 4:
        (x0, y0), *_, (x1, y1) = course
        return x0 + share * (x1 - x0), y0 + share * (y1 - y0)
    pieces = (len(course) - 1) // 3
    k = min(int(share * pieces), pieces - 1)
    t = share * pieces - k
    weights = (1.0 - t) ** 3, 3.0 * t * (1.0 - t) ** 2, 3.0 * t * t * (1.0 - t), t**3
    x, y = (sum(w * p[i] for w, p in zip(weights, course[3 * k : 3 * k + 4], strict=True)) for i in (0, 1))
    return x, y


def sampled(course: list[Point]) -> list[Point]:
    """Points of a curve, so that straight lines between them look like it; of a straight one its ends."""
    if len(course) == 4:
        return [course[0], course[-1]]
    count = PIECES * (len(course) // 3)
    return [point_at(course, k / count) for k in range(count + 1)]


def border(card: Card, towards: Point) -> Point:
    """Where a straight line from a card's centre leaves the card."""
    x, y = card.centre
    dx, dy = towards[0] - x, towards[1] - y
    length = hypot(dx, dy)
    if length == 0.0:
        return x, y
    if card.shape == "circle":
        share = card.width / 2.0 / length
    else:
        share = min(
            card.width / 2.0 / abs(dx) if dx else float("inf"), card.height / 2.0 / abs(dy) if dy else float("inf")
        )
    return x + dx * share, y + dy * share
