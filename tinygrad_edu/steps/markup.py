"""Sentences, equations and what a line says, as HTML: names with their index lowered, everything else escaped."""

from __future__ import annotations

import re

from ..draw.text import name as lowered
from ..escape import html
from ..explain.reading import TOKEN
from .recording import Frame
from .sentences import Row, Sentences, Step

__all__ = ["Markup"]

UNBROKEN = "\u00a0=\u00a0"
LONG = 28  # letters of two names whose fraction may be broken
_FRACTION = re.compile(rf"∂{TOKEN.pattern}/∂{TOKEN.pattern}")


class Markup:
    """The HTML of a recording's sentences."""

    def __init__(self, sentences: Sentences) -> None:
        self.sentences, self.recording = sentences, sentences.recording
        self._names: dict[str, str] = {}

    def rich(self, words: str) -> str:
        """A text with tokens as HTML: names with their index lowered, as in the picture; the rest is escaped."""
        whole = _FRACTION.sub(self._unbroken, html(words))
        return TOKEN.sub(lambda token: self._name(token[0]), whole)

    def _unbroken(self, fraction: re.Match[str]) -> str:
        """∂a/∂b stays on one line, unless the names are very long."""
        letters = sum(len(self.recording.reading.meaning(token)[1]) for token in TOKEN.findall(fraction[0]))
        return f"<i>{fraction[0]}</i>" if letters <= LONG else fraction[0]

    def _name(self, token: str) -> str:
        if token not in self._names:
            runs = lowered(self.recording.reading.meaning(token)[1]).runs
            self._names[token] = "".join(f"<sub>{html(run)}</sub>" if low else html(run) for run, low in runs)
        return self._names[token]

    def row(self, row: Row) -> str:
        """An equation; its parts are the cells of a table: left side, formula, numbers, result, note."""
        cells = [self.rich(row.left)]
        sign = row.sign
        for piece in (row.symbols, row.numbers, row.result):
            cells.append(f"{sign} {self.rich(piece)}" if piece else "")
            sign = "=" if piece else sign
        cells += [self.rich(row.note)] if row.note else []
        parts = [f"<span>{cell}</span>" for cell in cells]
        line = f' data-row="{row.use}"' if row.use is not None else ""
        return f'<div class="row{" adds" * (row.sign == "+=")}"{line}>{" ".join(parts)}</div>'

    def step(self, step: Step) -> str:
        """All that a step says."""
        words = [row.left.replace(" = ", UNBROKEN) for row in step.rows if not row.result]
        alone = [f'<p class="given">{self.rich(each)}</p>' for each in words]
        rows = [self.row(row) for row in step.rows if row.result]
        table = f'<div class="rows">{"".join(rows)}</div>' if rows else ""
        why = f'<p class="why">{self.rich(step.why)}</p>' if step.why else ""
        return f'<p class="say">{self.rich(step.say)}</p>{"".join(alone)}{table}{why}'

    def tip(self, frame: Frame, k: int) -> str:
        """What a line says: its local derivative. What comes back along it stands in the row of its step."""
        recording, sentences = self.recording, self.sentences
        use = recording.uses[k]
        head, tail = sentences.tokens[use.head], sentences.tokens[use.tail]
        if not use.returns:
            return f"<p>{self.rich(tail)} → {self.rich(head)}</p><p>{self.rich(sentences.word('constant', tail))}</p>"
        fraction, slope = f"∂{head}/∂{tail}", sentences.slope(k)
        formula = f"{fraction} = {slope}" if slope != fraction else fraction
        local = f' <span class="known">= {self.rich(sentences.local(frame, k))}</span>'
        return f"<p><b>{html(sentences.words['local'])}</b> {self.rich(formula)}{local}</p>"
