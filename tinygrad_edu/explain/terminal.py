"""An explanation as text in columns, for a terminal: in Unicode or in ASCII, as wide as the terminal is."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from ..console import ascii_only, width_of
from .numbers import exact
from .script import Line, script

if TYPE_CHECKING:
    from .explanation import Explanation

__all__ = ["text"]

NARROW = 66  # columns; below there is no room for formulae with numbers in them


def text(explanation: Explanation, unicode: bool, width: int) -> str:
    """The lines, laid out."""
    lines = script(explanation)
    return "\n".join(_Layout(explanation, unicode, width, lines).lines)


class _Layout:
    def __init__(self, explanation: Explanation, unicode: bool, width: int, script: list[Line]) -> None:
        self.reading = explanation.reading
        self.digits = explanation.digits
        self.unicode = unicode
        self.width = max(width, 32)
        self.column = self.width - self.digits - 9  # of the = before a line's number
        self.lines: list[str] = []
        self.pads: dict[int, int] = {}
        if self.width < NARROW:
            script = _without_numbers(script)
        for line in script:
            if line.group:
                self.pads[line.group] = max(self.pads.get(line.group, 0), width_of(self.spell(line.left)))
        for line in script:
            getattr(self, f"_{line.kind}")(line)

    def spell(self, text: str) -> str:
        text = self.reading.spell(text)
        return text if self.unicode else ascii_only(text)

    # -- kinds of lines -----------------------------------------------------------------------------------------------

    def _blank(self, line: Line) -> None:
        if self.lines and self.lines[-1]:
            self.lines.append("")

    def _title(self, line: Line) -> None:
        assert line.number is not None
        self.put(f"{self.spell(line.left)} = {self.number(line.number)}", hang=2)
        note = f"   ({self.spell(line.right)})"
        if width_of(self.lines[-1] + note) <= self.width:
            self.lines[-1] += note
        else:
            self.put(note, hang=4)

    def _sentence(self, line: Line) -> None:
        self.put(" " * line.indent + self.spell(line.left), hang=line.indent + 2, anywhere=True)

    def _definition(self, line: Line) -> None:
        self._sentence(replace(line, left=f"{line.prefix} {line.left} = {line.right}"))

    def _givens(self, line: Line) -> None:
        pairs = [self.spell(f"{left} = {right}") for left, right in line.routes]
        rows = [" " * line.indent + pairs[0]]
        for pair in pairs[1:]:
            if width_of(rows[-1]) + 3 + width_of(pair) <= self.width:
                rows[-1] += f"   {pair}"
            else:
                rows.append(" " * line.indent + pair)
        self.lines += rows

    def _paths(self, line: Line) -> None:
        lead = self.spell(line.left)
        lead += " " * max(11 - width_of(lead), 3)
        arrow = self.spell("→")
        if not line.routes:
            self.put(lead + self.spell(line.right), hang=width_of(lead), anywhere=True)
        before: list[str] = []
        for route in line.routes:
            names = [self.spell(name) for name in route]
            shared = 0
            while shared < min(len(before), len(names)) and before[shared] == names[shared]:
                shared += 1
            if before:
                lead = " " * width_of(lead)
            blank = f" {arrow} ".join(names[:shared])
            rest = f" {arrow} ".join(names[shared:])
            shown = rest if not shared else " " * width_of(blank) + f" {arrow} {rest}"
            start = width_of(lead) if not shared else width_of(lead) + width_of(blank)
            if start >= self.width // 2 and width_of(lead + shown) > self.width:  # it could not go on further in
                shown, start = f"{self.spell('…')} {arrow} {rest}", width_of(lead)
            self.put(lead + shown, hang=start + 1, breaks=arrow)
            before = names

    def _equation(self, line: Line) -> None:
        left = " " * line.indent + self.spell(line.left) + " = "
        right = self.spell(line.right)
        self.put(left + right, hang=width_of(left) - 2, breaks="+" if " + " in right else "·*")

    def _branch(self, line: Line) -> None:
        lead = " " * line.indent + self.spell(line.prefix) + " " * (bool(line.left) and line.prefix[-1].isascii())
        left = self.spell(line.left)
        right = f" = {self.spell(line.right)}" if line.right else ""
        self.put(lead + left + right, hang=width_of(lead) + 2)

    def _space(self, line: Line) -> None:
        pass

    def _row(self, line: Line) -> None:
        left = self.spell(line.left)
        left = " " * line.indent + left + " " * (self.pads[line.group] - width_of(left)) + " = "
        self.put(left + self.spell(line.right), line.number, hang=width_of(left))

    _numbers = _row

    def _end(self, line: Line) -> None:
        left = " " * line.indent + self.spell(line.left)
        right = f" = {self.spell(line.right)}" if line.right else ""
        if " = " in line.right and width_of(left + right) >= self.column:  # the formula, and under it its numbers
            formula, _, figures = right.rpartition(" = ")
            self.put(left + formula, hang=width_of(left) + 1)
            left, right = " " * width_of(left), f" = {figures}"
        self.put(left + right, line.number, hang=min(width_of(left) + 1, 24))

    # -- columns ------------------------------------------------------------------------------------------------------

    def number(self, x: float) -> str:
        return self.spell(exact(x, self.digits))

    def put(
        self, text: str, number: float | None = None, *, hang: int, breaks: str = "·+−=→/*-", anywhere: bool = False
    ) -> None:
        """Print a text, broken before an operator where it is too long, with its number in the right-hand column.

        Where the number leaves too little room for that, the text goes on below it, and the number gets the last line.
        """
        shown = "" if number is None else f" {self.number(number)}"
        column = min(self.column, self.width - 1 - width_of(shown))
        room = self.width if number is None else column - 1
        rows = self._broken(text, room, hang, breaks, anywhere)
        if number is not None:
            wide = self._broken(text, self.width, hang, breaks, anywhere)
            for some in (rows, wide):
                some += [""] * (width_of(some[-1]) > room)
            in_brackets = width_of(text) <= self.width and text[:room].count("(") > text[:room].count(")")
            if len(wide) < len(rows) or in_brackets:
                rows = wide
            rows[-1] += " " * (column - width_of(rows[-1])) + "=" + shown.rjust(self.digits + 5)
        self.lines += [row.rstrip() for row in rows]

    def _broken(self, text: str, room: int, hang: int, breaks: str, anywhere: bool) -> list[str]:
        """A text in rows of so many columns, as far as it can be broken."""
        hang = min(hang, self.width // 2)
        pieces = re.split(r" (?=\S)", text) if anywhere else re.split(rf" (?=(?:[{re.escape(breaks)}]|->) )", text)
        pieces = _brackets_whole(pieces, room - hang)
        rows = pieces[:1]
        for piece in pieces[1:]:
            if width_of(rows[-1]) + 1 + width_of(piece) <= room:
                rows[-1] += " " + piece
            elif rows[-1].strip():
                rows.append(" " * hang + piece)
            else:
                rows[-1] = " " * hang + piece
        return rows


def _brackets_whole(pieces: list[str], room: int) -> list[str]:
    """The pieces of a line, with those joined that are one bracket, where it fits a line.

    In (1 / 3)·exp(a + b) that may be the first bracket alone.
    """
    whole = []
    while pieces:
        depth, first = 0, 0
        for count, piece in enumerate(pieces, 1):
            for char in piece:
                depth += (char == "(") - (char == ")")
                first = first or count * (char == ")" and depth <= 0)
            if depth <= 0:
                break
        ends = [n for n in (count * (depth <= 0), first) if n and width_of(" ".join(pieces[:n])) <= room]
        n = ends[0] if ends else 1
        whole.append(" ".join(pieces[:n]))
        pieces = pieces[n:]
    return whole


def _without_numbers(script: list[Line]) -> list[Line]:
    """The same without inserted numbers; their value moves up to the formula."""
    kept: list[Line] = []
    for line in script:
        if line.kind == "numbers":
            above = kept.pop()
            line = Line("row", above.left, above.right, line.number, above.indent, above.group)
        kept.append(line)
    return kept
