"""A step-through as text: all steps as a list, or one step at a time with all that is known by then.

Numbers, names and sentences are the page's own (``recording.py``, ``sentences.py``).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..console import STAYS, ascii_only, paired, width_of
from ..escape import one_line
from ..explain.numbers import given
from .recording import Frame, Recording
from .sentences import Row, Sentences, Step

if TYPE_CHECKING:
    from .step_through import StepThrough

__all__ = ["Screen", "listing"]

TABLE = 8  # lines of the table that are shown even where there is little room
NAME = 12  # columns of a name in a table, at most


class Screen:
    """The steps of a step-through as lines of text; ``unicode=False`` in ASCII, ``colour`` with a terminal's colours.

    >>> from tinygrad_edu import Value
    >>> from tinygrad_edu.steps import steps
    >>> w, x = Value(3.0, "w"), Value(2.0, "x")
    >>> print("\\n".join(Screen(steps((w * x).named("y")), width=79).lines(1)[3:9]))
    Forward: y is computed, and with it the forward pass is done.
      y = w·x = 3·2 = 6.000000000
    <BLANKLINE>
      box                    value        gradient
    · w                          3
    · x                          2
    """

    def __init__(
        self,
        through: StepThrough,
        *,
        width: int,
        unicode: bool = True,
        height: int | None = None,
        colour: bool = False,
    ) -> None:
        self.through, self.unicode, self.colour = through, unicode, colour
        self.width, self.height = max(width, 40), height
        self.column = 16 if self.width >= 50 else 13
        self.recording: Recording = through.recording
        self.sentences = Sentences(self.recording, through.lang)
        self.words = self.sentences.words
        self.last = len(self.recording.states) - 1
        self._steps: dict[int, list[Step]] = {}

    def step(self, k: int, round_: int = 0) -> Step:
        """What step ``k`` says in the round that is shown at place ``round_``."""
        if round_ not in self._steps:
            self._steps = {round_: self.sentences.steps(self.recording.frames[round_])}
        return self._steps[round_][k]

    # -- one step -----------------------------------------------------------------------------------------------------

    def lines(self, k: int, round_: int = 0) -> list[str]:
        """The whole screen in step ``k``: where we are, what happens, and the table of what is known.

        With a ``height`` it has no more lines than that: sentence and table are cut to what there is room for.
        """
        frame = self.recording.frames[round_]
        head, said = self._head(k, frame), self.said(self.step(k, round_))
        keys = self._wrapped(self.words["terminal_keys" if len(self.recording.frames) > 1 else "terminal_keys_one"], 0)
        if self.height is None:
            return [*head, "", *said, "", *self._table(frame, k), "", *keys]
        room = self.height - len(head) - len(keys) - 3
        if len(said) > (most := max(room - TABLE, 2)):
            said = [*said[: most - 1], self._spelled("…")]
        lines = [*head, "", *said, "", *self._table(frame, k, room - len(said))]
        return [*lines[: max(self.height - len(keys) - 1, 0)], "", *keys]

    def _head(self, k: int, frame: Frame) -> list[str]:
        state = self.recording.states[k]
        left = f"{self.words['step'](k, self.last)}  {self.sentences.phase(state)}"
        root = self._cut(self.recording.names[-1], NAME)
        right = f"{root} = {self.sentences.number(frame.values[-1])}" if self._known(k) else ""
        if len(self.recording.frames) > 1:
            right = f"{self.words['round'](frame.number)}  {right}"
        done = "━" * round(self.width * k / max(self.last, 1))
        bar = done + "─" * (self.width - len(done))
        if not self.unicode:
            bar = bar.replace("━", "=").replace("─", "-")
        return [*self._apart(left, right), self._bold(bar) if self.colour else bar]

    def _known(self, k: int) -> bool:
        return self.recording.value_at(self.recording.frames[0], len(self.recording.nodes) - 1, k) is not None

    def _table(self, frame: Frame, k: int, room: int | None = None) -> list[str]:
        """Every box with its number and its gradient, as far as they are known; the one at work is marked.

        Where there are more than there is room for, those around the one at work.
        """
        recording = self.recording
        state = recording.states[k]
        rows = [self._table_row(frame, i, k, i == state.box) for i in recording.in_columns]
        at = recording.in_columns.index(state.box) if state.box >= 0 else 0
        left = f"{'':2}{self._padded(self.words['box'], NAME)}"
        head = left + self._right(self.words["value"], self.column) + self._right(self.words["gradient"], self.column)
        if room is not None and len(rows) > (room := max(room, 5)) - 1:
            room -= 2
            start = max(0, min(at - room // 2, len(rows) - room))
            rows = [*rows[start : start + room], self._spelled("  " + self.words["others"](len(rows) - room))]
        return [head, *rows]

    def _table_row(self, frame: Frame, box: int, k: int, here: bool) -> str:
        recording = self.recording
        value, gradient = recording.value_at(frame, box, k), recording.gradient_at(frame, box, k)
        busy = any(recording.uses[u].tail == box for u in recording.states[k].uses)
        mark = "▶ " if here else "· " if busy else "  "
        constant = len({found.values[box] for found in recording.frames}) == 1 and recording.nodes[box].op is None
        shown = "?" if value is None else (given(value, recording.digits) if constant else self.sentences.number(value))
        received = "" if gradient is None else self.sentences.number(gradient)
        plus = "+" if gradient is not None and gradient > 0.0 else ""
        mark = mark if self.unicode else mark.replace("▶", ">").replace("·", "*")
        name = self._padded(self._cut(recording.names[box], NAME - 1), NAME)
        row = mark + name + self._right(shown, self.column) + self._right(plus + received, self.column)
        formula = self._spell(self.sentences.formulae[box]) if recording.nodes[box].op else ""
        if formula and width_of(row) + 5 + width_of(formula) <= self.width:
            row += f"   = {formula}"
        return self._bold(row.rstrip()) if here else row.rstrip()

    # -- the words ----------------------------------------------------------------------------------------------------

    def said(self, step: Step) -> list[str]:
        """A step's sentence, its equations and why, in lines."""
        lines = self._wrapped(self._spell(step.say), 0)
        equations = [row for row in step.rows if row.result]
        lefts = [width_of(self._spell(row.left)) for row in equations]
        margin = max((wide for wide in lefts if wide + 2 <= self.width // 2), default=0)
        sign = 1 + any(row.sign == "+=" for row in equations)
        for row in step.rows:
            lines += self._row(row, margin, sign) if row.result else self._wrapped(self._spell(row.left), 2)
        return lines + (self._wrapped(self._spell(step.why), 0) if step.why else [])

    def _row(self, row: Row, margin: int, room: int) -> list[str]:
        left, before = "  " + self._padded(self._spell(row.left), margin), []
        if width_of(left) > self.width // 2:  # long names: the equation begins on a line of its own
            left, before = " " * 6, self._wrapped("  " + self._spell(row.left), 4)
        blank = " " * width_of(left)
        note = f" {self._spell(row.note)}" if row.note else ""
        symbols, numbers = self._spell(row.symbols), self._spell(row.numbers)
        result = self._spell(row.result) + note
        sign = self._spell(row.sign)
        whole = " = ".join(part for part in (symbols, numbers, result) if part)
        if width_of(left) + 4 + width_of(whole) <= self.width:
            return [*before, f"{left} {sign.rjust(room)} {whole}"]
        lines: list[str] = []
        sign = f" {sign.rjust(room)} "
        for part in (symbols, f"{numbers} = {result}" if numbers else result):
            if part:
                lines += self._wrapped(part, width_of(left) + 4 + room, (left if not lines else blank) + sign)
                sign = f" {'=':>{room}} "
        return before + lines

    def _spell(self, text: str) -> str:
        return self._spelled(self.sentences.reading.spell(text))

    def _spelled(self, text: str) -> str:
        return text if self.unicode else ascii_only(text)

    def _wrapped(self, text: str, hang: int, start: str = "") -> list[str]:
        """A text in lines of the width, the later ones indented. Chinese breaks anywhere, all else at spaces, but not
        behind an operator, nor in a pair of a list.
        """
        text, line, lines, fresh = paired(self._spelled(text)), start, [], True
        for piece in re.findall(rf" *(?:[=+−·/*-] )?(?:[\u2e80-\uffef]|[^ \u2e80-\uffef]+)[{STAYS}]*", text):
            if not fresh and width_of(line) + width_of(piece) > self.width:
                lines.append(line)
                line, fresh = " " * hang, True
            line += piece.lstrip() if fresh and lines else piece
            fresh = False
            while width_of(line) > self.width:  # a name that is longer than a line
                cut = next(n for n in range(self.width, 0, -1) if width_of(line[:n]) <= self.width)
                lines.append(line[:cut])
                line = " " * hang + line[cut:]
        lines += [line] if line.strip() else []
        return [line.replace("\xa0", " ") for line in lines]

    def _cut(self, text: str, columns: int) -> str:
        text = self._spelled(text)
        if width_of(text) <= columns:
            return text
        while width_of(text) >= columns:
            text = text[:-1]
        return text + ("…" if self.unicode else ".")

    def _padded(self, text: str, columns: int) -> str:
        text = self._spelled(text)
        return text + " " * (columns - width_of(text))

    def _right(self, text: str, columns: int) -> str:
        text = self._spelled(text)
        return " " * (columns - width_of(text)) + text

    def _apart(self, left: str, right: str) -> list[str]:
        """One at the left and one at the right of a line, or of two lines."""
        left, right = self._spelled(left), self._spelled(right.rstrip())
        between = self.width - width_of(left) - width_of(right)
        if between < 2:
            return [left, " " * (self.width - width_of(right)) + right]
        return [(left + " " * between + right).rstrip()]

    def _bold(self, text: str) -> str:
        return f"\x1b[1m{text}\x1b[0m" if self.colour else text


def listing(through: StepThrough, unicode: bool, width: int) -> str:
    """All steps of the first round, numbered; then, if there are more rounds, the course of the error."""
    screen = Screen(through, unicode=unicode, width=width)
    digits = len(str(screen.last))
    inner = Screen(through, unicode=unicode, width=width - digits - 2)
    blocks = [_title(screen)]
    for k in range(screen.last + 1):
        lines = inner.said(inner.step(k))
        blocks.append(f"{k:>{digits}}  " + f"\n{'':{digits + 2}}".join(lines))
    blocks += [course] if (course := _course(screen, through)) else []
    return "\n\n".join(blocks)


def _title(screen: Screen) -> str:
    title = screen.through.title
    if title is None:  # ours, with a token for the name; in somebody's own the same character is only a character
        weights = screen.sentences.recording.of_weights
        title = screen.sentences.reading.spell(screen.words["title"](screen.sentences.root, weights))
    return "\n".join(screen._wrapped(one_line(title), 0))


def _course(screen: Screen, through: StepThrough) -> str:
    """One line of blocks for the error over the rounds."""
    from ..train.history import spark

    errors = getattr(through.history, "errors", None) or (through.history.column("loss") if through.history else [])
    if len(errors) < 2:
        return ""
    first, last = screen.sentences.number(errors[0]), screen.sentences.number(errors[-1])
    unit = screen.words["rounds" if hasattr(through.history, "errors") else "epochs"]
    count = len(errors) - 1 if hasattr(through.history, "errors") else len(errors)
    curve = spark(errors, min(40, screen.width - 36), ascii=not screen.unicode)
    return "\n".join(screen._wrapped(f"{count:,} {unit}: {first} {curve} {last}", 2))
