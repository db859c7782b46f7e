"""The picture of a step-through: the computation graph as ``draw`` paints it, with places for what changes.

Boxes, columns, curves and colours are those of ``draw_graph``. A page finds a box by ``data-box``, a line by
``data-line``, and the texts of a box's number and gradient by ``data-slot``.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from operator import attrgetter
from typing import Any

from ..draw import text
from ..draw.engines import lay_out
from ..draw.graph_view import graph_scene
from ..draw.paint import paint
from ..draw.scene import PAD_X, Edge, Scene, scale_widths
from ..escape import one_line
from .recording import Frame, Recording

__all__ = ["BOXES", "hidden_boxes", "picture", "shown_lines", "strings", "widths"]

BOXES = 60
"""So many boxes can be read, and followed step by step."""
DIGITS = 6


def hidden_boxes(recording: Recording) -> dict[int, int | None]:
    """The boxes that a picture leaves out to be readable, each with the box that stands for it, or None.

    Of more than 60 boxes, first the weights that one box alone uses; and if that is not enough, boxes between their
    inputs and the one box that is computed from them alone: out_h1 stands for net_h1 too.

    Raises ValueError, with what to do, for a graph that has too many boxes even so.
    """
    count = len(recording.nodes)
    hidden: dict[int, int | None] = {}
    if count <= BOXES:
        return hidden
    single = [i for i in range(count) if len(recording.out_of[i]) == 1]
    hidden |= {i: None for i in single if recording.nodes[i].op is None and recording.kinds[i] == "trained"}
    if count - len(hidden) > BOXES:
        standing: set[int] = set()  # these are not left out themselves: of a chain every second box is shown
        for i in single:
            head = recording.uses[recording.out_of[i][0]].head
            if recording.nodes[i].op is not None and len(recording.into[head]) == 1 and i not in standing:
                hidden[i] = head
                standing.add(head)
    if count - len(hidden) > BOXES:
        raise ValueError(
            f"this graph has {count:,} boxes, of which {count - len(hidden):,} cannot be left out, and no more than "
            f"{BOXES} can be followed on a page. A box is a Value with a name: name fewer of them, take a smaller net "
            "or one example in place of many; print(steps(E)) lists all steps whatever the size, and draw_layers(E) "
            "shows all in one picture"
        )
    return hidden


def shown_lines(recording: Recording, hidden: dict[int, int | None]) -> dict[int, tuple[int, int]]:
    """The lines that a picture shows: from which box to which, the one that stands for a hidden one included."""
    ends = {}
    for k, use in enumerate(recording.uses):
        head = hidden.get(use.head, use.head)
        if use.tail not in hidden and head is not None:
            ends[k] = (use.tail, head)
    return ends


def strings(recording: Recording) -> tuple[list[list[str]], dict[int, list[str]], dict[int, list[str]]]:
    """What the picture prints, for every round: the boxes' numbers, their gradients, and the sums of each line."""
    numbers = []
    for i, node in enumerate(recording.nodes):
        values = [frame.values[i] for frame in recording.frames]
        as_given = node.op is None and len(set(values)) == 1
        numbers.append([text.given(x, DIGITS) if as_given else text.number(x, DIGITS) for x in values])
    last = len(recording.nodes) - 1
    seed = {last: [text.signed(1.0, DIGITS)] * len(recording.frames)} if recording.root.requires_grad else {}
    return numbers, seed, {k: [_signed(frame.sums[k]) for frame in recording.frames] for k in recording.arrivals}


def _signed(x: float | None) -> str:
    assert x is not None
    return text.signed(x, DIGITS)


def widths(recording: Recording, frame: Frame) -> list[str]:
    """The width of each line, by the size of what comes back along it, and before it its sign: ``+3.2``."""
    edges = [Edge(use.tail, use.head, frame.brings[k]) for k, use in enumerate(recording.uses)]
    scale_widths(edges)
    signs = {"plus": "+", "minus": "−"}
    return [f"{signs.get(edge.role, '0')}{edge.width:.1f}" for edge in edges]


def picture(recording: Recording, hidden: dict[int, int | None], chosen: Collection[int], words: dict[str, Any]) -> str:
    """The SVG, with the numbers of the first round and all gradients, as at the end of the backward pass.

    The boxes of ``hidden`` are left out; those of ``chosen`` are buttons.
    """
    scene = graph_scene(recording.root, "named", DIGITS, True, True)
    scene.title = words["picture"]
    root = one_line(recording.names[-1])
    scene.spoken = [words["spoken"](root, len(scene.cards) - len(hidden), len(shown_lines(recording, hidden)))]
    scene.edges = [
        Edge(tail, head, arrow=False, width=1.2, extra={"data-line": str(k)})
        for k, (tail, head) in shown_lines(recording, hidden).items()
    ]
    numbers, seed, sums = strings(recording)
    gradients = seed | {recording.uses[k].tail: shown for k, shown in sums.items()}  # the last one stands
    for i, card in enumerate(scene.cards):
        card.spoken, card.extra = "", {"data-box": str(i)}
        if i in chosen:
            name = one_line(recording.names[i])
            card.extra |= {"tabindex": "0", "role": "button", "aria-label": name, "aria-pressed": "false"}
        slots = iter([("v", numbers[i]), ("g", gradients.get(i, []))])
        for row in card.rows:
            if row.right:
                prefix, shown = next(slots)
                (piece,) = row.right
                assert isinstance(piece, text.Text)
                versions = [replace(piece, runs=((string, False),), slot=f"{prefix}{i}") for string in shown]
                row.right = (max(versions, key=attrgetter("width")),)  # room for all that will stand there
                card.least = max(card.least, row.width + 2.0 * PAD_X)
                row.right = (versions[0],)
    scene.legend = [
        *(("" if mark == "width" else mark, word) for mark, word in words["legend"]),
        *((kind, word) for kind, word in words["kinds"].items() if kind in {card.kind for card in scene.cards}),
    ]
    _leave_out(scene, hidden)
    return paint(scene, lay_out(scene, "builtin"), "light", role="group")


def _leave_out(scene: Scene, hidden: Collection[int]) -> None:
    """Take some cards out of a scene, which no line leads to, and close the columns that are empty then."""
    kept = [i for i in range(len(scene.cards)) if i not in hidden]
    place = {i: k for k, i in enumerate(kept)}
    scene.cards = [scene.cards[i] for i in kept]
    scene.edges = [replace(edge, tail=place[edge.tail], head=place[edge.head]) for edge in scene.edges]
    columns = sorted({card.rank for card in scene.cards})
    for card in scene.cards:
        card.rank = columns.index(card.rank)
