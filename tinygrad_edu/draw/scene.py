"""Scene: what a picture shows, before anybody has said where. Views build one; layouts and exporters read it.

A scene has cards with rows of text, edges with labels between them, and words around them. Lengths are in px of the
picture's own scale, where a card's name is 13 px high. Most scenes leave the places to a layout engine; a *pinned*
scene (the network) says them itself.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from math import fsum, hypot

from ..palette import sign_role
from .text import Line, above, below, width

__all__ = ["Card", "Edge", "Label", "Note", "Row", "Scene", "even_widths", "scale_widths"]

PAD_X, PAD_Y, ROW_GAP = 10.0, 8.0, 5.0
ROUND = 4.0  # what stays free beside a row in a circle
READABLE = 60  # cards; where there are more, nobody follows one line after the other
NOTE_LINE = 17.0  # from one line of a note to the next


@dataclass
class Row:
    """One line of a card: something at the left, something at the right, or one thing in the middle."""

    left: Line = ()
    right: Line = ()
    middle: Line = ()

    @property
    def width(self) -> float:
        gap = 10.0 if self.left and self.right else 0.0
        return max(width(self.left) + gap + width(self.right), width(self.middle))

    @property
    def above(self) -> float:
        return above(self.left + self.right + self.middle)

    @property
    def height(self) -> float:
        return self.above + below(self.left + self.right + self.middle)


@dataclass
class Card:
    """A box or circle with rows of text.

    kind      fill and border: one of ``palette.KINDS``, or "" for none
    rank      its column, 0 the first; given by the view
    at        the place of its centre, in a pinned scene
    size      width and height, if not those of its rows; a circle's diameter
    spoken    what a screen reader hears, and what hovering shows
    heat      a fill instead of the kind's: the role of a gradient's colour, and how much of it, from 0 to 1
    extra     further attributes of its group in the SVG, for a page that does something with it
    """

    kind: str
    rows: list[Row]
    spoken: str = ""
    rank: int = 0
    shape: str = "box"
    at: tuple[float, float] | None = None
    size: tuple[float, float] | None = None
    heat: tuple[str, float] | None = None
    least: float = 0.0
    extra: dict[str, str] = field(default_factory=dict)

    @property
    def width(self) -> float:
        if self.size:
            return self.size[0]
        return max([self.least, *(row.width + 2 * PAD_X for row in self.rows)])

    @property
    def height(self) -> float:
        if self.size:
            return self.size[1]
        return self.content + 2 * PAD_Y

    @property
    def centre(self) -> tuple[float, float]:
        assert self.at is not None, "only a pinned scene says where its cards are"
        return self.at

    @property
    def around(self) -> float:
        """The diameter of a circle that holds the rows."""
        top, corners = -self.content / 2.0, []
        for row in self.rows:
            low = top + row.height
            corners.append(hypot(row.width / 2.0 + ROUND, max(-top, low)))
            top = low + ROW_GAP
        return 2.0 * max(corners)

    @property
    def content(self) -> float:
        """The height of the rows together."""
        return fsum(row.height for row in self.rows) + ROW_GAP * (len(self.rows) - 1)


@dataclass
class Label:
    """Words at an edge: lines above it and lines below it; ``on``: all in the middle, on paper of their own.

    ``room`` is what a layout keeps free beside it, left and right together.
    """

    above: list[Line] = field(default_factory=list)
    below: list[Line] = field(default_factory=list)
    on: bool = False
    room: float = 16.0

    @property
    def width(self) -> float:
        return max(width(line) for line in [*self.above, *self.below])

    @property
    def up(self) -> float:
        """How far it reaches above the edge."""
        return fsum(above(line) + below(line) + 2.0 for line in self.above) + 4.0

    @property
    def down(self) -> float:
        return fsum(above(line) + below(line) + 3.0 for line in self.below) + 5.0 if self.below else 4.0


@dataclass
class Edge:
    """A line from one card to another, by their numbers; ``tail`` is what is used, ``head`` what uses it.

    carries   the gradient that comes back along it: colour, and width once the scene is complete; None: grey
    backward  the arrow points from head to tail, the way gradients go
    place     where its label stands in a pinned scene: 0 at the tail, 1 at the head
    extra     further attributes of its group in the SVG, as a card has them
    """

    tail: int
    head: int
    carries: float | None = None
    backward: bool = False
    label: Label | None = None
    width: float = 1.1
    dashed: bool = False
    arrow: bool = True
    place: float = 0.5
    opacity: float = 1.0
    spoken: str = ""
    extra: dict[str, str] = field(default_factory=dict)

    @property
    def role(self) -> str:
        role = sign_role(self.carries)
        return "line" if role == "muted" else role


@dataclass
class Note:
    """Words at a fixed place of a pinned scene: lines one below the other, the middle of the first at ``at``."""

    lines: list[Line]
    at: tuple[float, float]


@dataclass
class Scene:
    """What a picture shows. ``title`` is drawn only if ``titled``; ``spoken`` are the sentences of its description."""

    title: str
    cards: list[Card] = field(default_factory=list)
    edges: list[Edge] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    caption: list[Line] = field(default_factory=list)
    legend: list[tuple[str, str]] = field(default_factory=list)
    spoken: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    rankdir: str = "LR"
    titled: bool = False
    gap: float = 40.0

    @property
    def pinned(self) -> bool:
        return bool(self.cards) and all(card.at is not None for card in self.cards)


def even_widths(cards: list[Card]) -> None:
    """Make the cards of one column equally wide, those apart that would become twice as wide."""
    columns: dict[int, list[Card]] = {}
    for card in cards:
        columns.setdefault(card.rank, []).append(card)
    for column in columns.values():
        widest = max(card.width for card in column)
        for card in column:
            if widest < 2.0 * card.width:
                card.least = widest


def scale_widths(edges: list[Edge], least: float = 0.9, most: float = 5.0) -> None:
    """Give the edges their widths, by the square root of what each carries: 0.0004 and 0.08 both stay visible."""
    sizes = [abs(edge.carries) for edge in edges if edge.carries is not None]
    top = max([0.0, *(size for size in sizes if size < float("inf"))])
    for edge in edges:
        if edge.carries is None:
            continue
        size = abs(edge.carries)
        share = 1.0 if size > top else size / top if size > 0.0 else 0.0  # what is infinite is above the top
        edge.width = round(least + (most - least) * share**0.5, 2)
