"""The pictures' own words in another language: layer titles, legends, "brings", "target". Names and numbers stay.

A picture is a scene of texts before it is painted (``draw/scene.py``), so its words are replaced there, and the layout
is made with the new ones. Which words become which stands with the other sentences: those that are drawn under
"pictures", as regular expressions for the whole of a text, and those that screen readers hear under "spoken", for parts
of a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ..draw.scene import Label, Scene
from ..draw.text import Line, Text

__all__ = ["Phrases", "translate"]

Phrases = Sequence[tuple[str, str]]


def translate(scene: Scene, title: str, phrases: Phrases, spoken: Phrases) -> None:
    """Replace the words of a scene, and its title."""
    scene.title = title
    scene.spoken = [_said(text, spoken) for text in scene.spoken]
    for note in scene.notes:
        note.lines = [_line(line, phrases) for line in note.lines]
    for card in scene.cards:
        card.spoken = _said(card.spoken, spoken)
        for row in card.rows:
            row.left, row.right, row.middle = (_line(line, phrases) for line in (row.left, row.right, row.middle))
    for edge in scene.edges:
        edge.spoken = _said(edge.spoken, spoken)
        if edge.label is not None:
            edge.label = _label(edge.label, phrases)
    scene.legend = [(role, _words(text, phrases)) for role, text in scene.legend]
    scene.remarks = [_words(text, phrases) for text in scene.remarks]


def _said(text: str, phrases: Phrases) -> str:
    for pattern, other in phrases:
        text = re.sub(pattern, other, text)
    return text


def _label(label: Label, phrases: Phrases) -> Label:
    above, below = ([_line(line, phrases) for line in lines] for lines in (label.above, label.below))
    return replace(label, above=above, below=below)


def _line(line: Line, phrases: Phrases) -> Line:
    return tuple(_piece(piece, phrases) if isinstance(piece, Text) else piece for piece in line)


def _piece(piece: Text, phrases: Phrases) -> Text:
    if len(piece.runs) != 1 or piece.runs[0][1]:
        return piece
    return replace(piece, runs=((_words(piece.runs[0][0], phrases), False),))


def _words(text: str, phrases: Phrases) -> str:
    for pattern, other in phrases:
        found = re.fullmatch(pattern, text)
        if found:
            return found.expand(other)
    return text
