"""Layouts: from a Scene to places. The protocol that every engine keeps, and the built-in engine.

An engine is a function from a scene to a ``Layout``: where the cards are, along which curves the edges run, where the
labels stand. It paints nothing, so all pictures have one look. ``engines.py`` holds the engines of Graphviz.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import nan

from . import text
from .courses import Point, courses, point_at
from .layered import Vertex, link, order_ranks, place
from .scene import NOTE_LINE, Card, Edge, Scene

__all__ = ["BESIDE", "Layout", "builtin", "pinned", "smooth"]

BESIDE = 12.0  # px between a line that runs down and the label at its right


@dataclass
class Layout:
    """Where everything is, in px from the top left corner.

    centres        of the cards
    curves         one for each edge from tail to head: a start, then three points for each cubic Bézier piece
    labels         the point on its edge that a label belongs to; None for an edge without one
    width, height  of everything together; nan until ``fit`` has measured it
    corner         what a pinned scene calls 0, 0 lies that far from here
    """

    centres: list[Point]
    curves: list[list[Point]]
    labels: list[Point | None]
    width: float = nan
    height: float = nan
    corner: Point = (0.0, 0.0)


# -- the built-in engine ---------------------------------------------------------------------------------------------


def builtin(scene: Scene) -> Layout:
    """The layered layout of ``layered.py``; the columns are the cards' ``rank``."""
    turned = scene.rankdir == "TB"
    labelled = any(edge.label for edge in scene.edges)
    step = 2 if labelled else 1  # labels have ranks of their own, between those of the cards
    vertices = [_card(card, step, turned) for card in scene.cards]
    routes = _routes(scene, vertices, step, turned)
    ranks = order_ranks(vertices)
    y = place(vertices, ranks)
    x = _columns(scene, vertices, ranks, y, labelled, turned)
    places = [(x[v.rank], y[i]) for i, v in enumerate(vertices)]
    halves = [max((vertices[i].width / 2.0 for i in rank), default=0.0) for rank in ranks]
    edges_of = [(middle - half, middle + half) for middle, half in zip(x, halves, strict=True)]
    curves, labels = [], []
    parallel: dict[tuple[int, int], int] = {}
    for edge in scene.edges:
        parallel[edge.tail, edge.head] = parallel.get((edge.tail, edge.head), 0) + 1
    drawn: dict[tuple[int, int], int] = {}
    for edge, (route, label) in zip(scene.edges, routes, strict=True):
        between = edge.tail, edge.head
        drawn[between] = drawn.get(between, 0) + 1
        # Several edges between the same two cards: each has ports of its own, 9 px apart.
        shift = 9.0 * (drawn[between] - (parallel[between] + 1) / 2.0)
        y0, y1 = places[edge.tail][1] + shift, places[edge.head][1] + shift
        points = [(places[edge.tail][0] + vertices[edge.tail].width / 2.0, y0)]
        # Beside a narrow card in a wide column the line stays level, so that it does not run under its neighbours.
        points.append((edges_of[vertices[edge.tail].rank][1], y0))
        for i in route:
            # In a column it is level too, from side to side: it passes between the cards, or the labels.
            left, right = edges_of[vertices[i].rank]
            points += [(left, places[i][1]), (right, places[i][1])]
        points.append((edges_of[vertices[edge.head].rank][0], y1))
        points.append((places[edge.head][0] - vertices[edge.head].width / 2.0, y1))
        curves.append(smooth(points))
        labels.append(places[label] if label is not None else None)
    if turned:
        places = [(b, a) for a, b in places]
        curves = [[(b, a) for a, b in curve] for curve in curves]
        labels = [(at[1], at[0]) if at else None for at in labels]
    return Layout(places[: len(scene.cards)], curves, labels)


def _card(card: Card, step: int, turned: bool) -> Vertex:
    width, height = (card.height, card.width) if turned else (card.width, card.height)
    return Vertex(card.rank * step, width, height / 2.0, height / 2.0)


def _routes(scene: Scene, vertices: list[Vertex], step: int, turned: bool) -> list[tuple[list[int], int | None]]:
    """For each edge the vertices it runs through, which are added here, and the one that holds its label.

    Edges that leave a card and look alike share one chain of invisible vertices; one with a label, which belongs to it
    alone, has a chain of its own. Chains that would be longer than the picture can bear (a leaf that a thousand
    operations use) are left out: such an edge goes straight.
    """
    ends = [(scene.cards[edge.tail].rank, scene.cards[edge.head].rank) for edge in scene.edges]
    tracks = [(edge.tail, k if edge.label else edge.role) for k, edge in enumerate(scene.edges)]
    uses, used = [0] * len(scene.cards), [0] * len(scene.cards)
    computed = {edge.head for edge in scene.edges}
    for edge in scene.edges:
        uses[edge.head] += edge.tail in computed  # a neuron's line is the one from its net input, not a target's
        used[edge.tail] += 1
    reach: dict[tuple[int, int | str], int] = {}
    budget = 3000 + 4 * len(scene.cards)
    for track, (start, end) in sorted(zip(tracks, ends, strict=True), key=lambda pair: pair[1][1] - pair[1][0]):
        have = reach.get(track, start + 1)
        if end > have and budget >= end - have:
            budget -= end - have
            reach[track] = end
    chain: dict[tuple[int, int | str, int], int] = {}
    routes: list[tuple[list[int], int | None]] = []
    linked: set[tuple[int, int]] = set()
    for edge, track, (start, end) in zip(scene.edges, tracks, ends, strict=True):
        route, label = [], None
        last = edge.tail
        if end - start == 1 or end <= reach.get(track, 0):
            for rank in range(start * step + 1, end * step):
                if edge.label and rank == start * step + 1:
                    i = label = len(vertices)
                    vertices.append(_label(edge, rank, turned))
                else:
                    i = chain.setdefault((*track, rank), len(vertices))
                    if i == len(vertices):
                        vertices.append(Vertex(rank, 0.0, 1.0, 1.0, gap=10.0))
                route.append(i)
        for i in [*route, edge.head]:
            if (last, i) not in linked and vertices[i].rank - vertices[last].rank == 1:
                linked.add((last, i))
                inner = (last >= len(scene.cards)) + (i >= len(scene.cards))
                main = edge.tail in computed and uses[edge.head] == 1 and used[edge.tail] == 1
                ended = (last >= len(scene.cards) or used[last] == 1) and (i >= len(scene.cards) or uses[i] == 1)
                weight = 12.0 if inner == 2 or main else 8.0 if inner and ended else 2.0 if inner else 1.0
                link(vertices, last, i, weight)
            last = i
        routes.append((route, label))
    return routes


def _label(edge: Edge, rank: int, turned: bool) -> Vertex:
    label = edge.label
    assert label is not None
    if turned:  # then a label stands at the right of its line
        return Vertex(rank, label.up + label.down + 10.0, 6.0, label.width + BESIDE)
    return Vertex(rank, label.width + label.room, label.up, label.down, gap=6.0)


def _columns(
    scene: Scene, vertices: list[Vertex], ranks: list[list[int]], y: list[float], labelled: bool, turned: bool
) -> list[float]:
    """Where each rank's middle lies."""
    x, right = [], 0.0
    for number, rank in enumerate(ranks):
        wide = max((vertices[i].width for i in rank), default=0.0)
        if labelled:  # beside a label there is room enough, unless lines have to bend
            bend = max((abs(y[i] - y[j]) for i in rank for j, _ in vertices[i].before), default=0.0)
            gap = 5.0 + min(0.6 * bend, 26.0)
            if number % 2 == 1 and wide == 0.0:
                wide = scene.gap - 10.0
        else:
            # Lines that run far up or down need room to bend.
            far = max((abs(y[i] - y[j]) for i in rank for j, _ in vertices[i].before), default=0.0)
            gap = scene.gap * (0.85 if turned else 1.0) + min(max(0.0, far - 260.0) * 0.1, 80.0)
        gap *= number > 0
        x.append(round(right + gap + wide / 2.0, 1))
        right += gap + wide
    return x


def smooth(points: list[Point]) -> list[Point]:
    """A curve from left to right through pairs of points, level at each of them: a start and Bézier pieces."""
    curve = [points[0]]
    for k in range(1, len(points)):
        (x0, y0), (x1, y1) = curve[-1], points[k]
        if (x0, y0) == (x1, y1) or (y0 == y1 and k + 1 < len(points) and points[k + 1][1] == y1):
            continue  # a run that stays level is one piece
        bend = round((x1 - x0) * 0.5, 1)
        curve += [(x0 + bend, y0), (x1 - bend, y1), (x1, y1)]
    return curve


def fit(scene: Scene, layout: Layout) -> Layout:
    """The same with its upper left corner at 0, 0 and everything inside: cards, curves, labels and notes."""
    xs: list[float] = []
    ys: list[float] = []

    def add(left: float, top: float, right: float, low: float) -> None:
        xs.extend((left, right))
        ys.extend((top, low))

    for card, (x, y) in zip(scene.cards, layout.centres, strict=True):
        add(x - card.width / 2.0, y - card.height / 2.0, x + card.width / 2.0, y + card.height / 2.0)
    for curve in layout.curves:
        for x, y in curve:
            add(x, y, x, y)
    for edge, at in zip(scene.edges, layout.labels, strict=True):
        if edge.label and at:
            x, y = at  # along the line it lies between the cards that the line joins
            if scene.rankdir == "TB":
                xs.append(x + BESIDE + edge.label.width)
            else:
                ys.extend((y - edge.label.up, y + edge.label.down))
    for note in scene.notes:
        wide = max(map(text.width, note.lines))
        low = note.at[1] + NOTE_LINE * (len(note.lines) - 1) + 4.0
        add(note.at[0] - wide / 2.0, note.at[1] - 11.0, note.at[0] + wide / 2.0, low)
    left, top = min(xs), min(ys)

    def move(point: Point) -> Point:
        return round(point[0] - left, 1), round(point[1] - top, 1)

    return Layout(
        [move(at) for at in layout.centres],
        [[move(at) for at in curve] for curve in layout.curves],
        [move(at) if at else None for at in layout.labels],
        max(xs) - left,
        max(ys) - top,
        (left, top),
    )


# -- pinned scenes ---------------------------------------------------------------------------------------------------


def pinned(scene: Scene) -> Layout:
    """The places that the scene itself says."""
    curves = courses(scene)
    labels = [
        point_at(curve, edge.place) if edge.label else None for edge, curve in zip(scene.edges, curves, strict=True)
    ]
    return Layout([card.centre for card in scene.cards], curves, labels)
