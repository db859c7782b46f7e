"""What each step says: a sentence, its equations with formulae and numbers, and why.

The texts hold tokens in the place of names; ``Reading.spell`` writes them for a terminal, ``page.py`` for a browser.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from ..explain.numbers import exact, given
from ..names import bracketed, formula, value, written_if_possible
from .recording import Frame, Recording, State
from .words import WORDS

__all__ = ["Row", "Sentences", "Step"]

LISTED = 16  # weights in the update, and given Values in the first sentence
LONG = 120  # letters of a formula with numbers that is still printed
BINDS = 2  # a factor that binds more weakly than a product gets brackets


@dataclass(frozen=True)
class Row:
    """An equation: ``left = symbols = numbers = result``, and a note. Parts may be empty.

    ``use`` is the number of the line that it is about, if it is about one.
    """

    left: str
    sign: str = "="
    symbols: str = ""
    numbers: str = ""
    result: str = ""
    note: str = ""
    use: int | None = None

    @property
    def text(self) -> str:
        """On one line."""
        parts = [part for part in (self.symbols, self.numbers, self.result) if part]
        line = f"{self.left} {self.sign} " + " = ".join(parts) if parts else self.left
        return f"{line} {self.note}" if self.note else line


@dataclass(frozen=True)
class Step:
    """What a step says."""

    phase: str
    say: str
    rows: tuple[Row, ...] = ()
    why: str = ""

    @property
    def text(self) -> str:
        """All of it, on one line."""
        return " ".join(part for part in (self.say, "; ".join(row.text for row in self.rows), self.why) if part)


class Sentences:
    """The sentences of a recording, in one language.

    >>> from tinygrad_edu import Value
    >>> w, x = Value(3.0, "w"), Value(2.0, "x")
    >>> recording = Recording((w * x).named("y"))
    >>> for step in Sentences(recording).steps(recording.frames[0])[1:4]:
    ...     print(recording.reading.spell(step.text))
    Forward: y is computed, and with it the forward pass is done. y = w·x = 3·2 = 6.000000000
    The backward pass starts at the end: ∂y/∂y = 1. It asks of every box: ... For y itself the answer is 1.
    Backward through y: w and x each receive ... ∂y/∂w = ∂y/∂y · x = 1 · 2 = 2.000000000; ∂y/∂x = ...
    """

    def __init__(self, recording: Recording, lang: str = "en") -> None:
        self.recording, self.words = recording, WORDS[lang]
        self.reading = recording.reading
        self.tokens = [self.reading.name(node) for node in recording.nodes]
        self.root = self.tokens[-1]
        self.formulae = [self.reading.formula(node) for node in recording.nodes]

    def word(self, key: str, *arguments: Any) -> str:
        """One of the words, with what it is about."""
        found = self.words[key]
        return found(*arguments) if isinstance(found, Callable) else str(found)  # type: ignore[arg-type]

    def phase(self, state: State) -> str:
        """What a step is called; the last is an update only where weights are moved."""
        ends = state.phase == "update" and not self.recording.frames[0].after
        return str(self.words["phases"]["end" if ends else state.phase])

    def steps(self, frame: Frame) -> list[Step]:
        """All steps, with the numbers of one round."""
        had = [0] * len(self.tokens)
        return [self._step(frame, state, had) for state in self.recording.states]

    def _step(self, frame: Frame, state: State, had: list[int]) -> Step:
        if state.phase == "start":
            return self._start(frame)
        if state.phase == "forward":
            last = state.box == len(self.tokens) - 1
            say = self.word("forward_last" if last else "forward", self.tokens[state.box])
            return Step("forward", say, (self.computed(frame, state.box),))
        if state.phase == "seed":
            return Step("seed", self.word("seed", self.root), (), self.word("seed_why", self.root))
        if state.phase == "backward":
            return self._backward(frame, state, had)
        return self._update(frame)

    # -- the kinds of steps -------------------------------------------------------------------------------------------

    def _start(self, frame: Frame) -> Step:
        recording, rows = self.recording, []
        for trained in (False, True):
            leaves = [i for i in recording.in_columns if recording.nodes[i].op is None]
            leaves = [i for i in leaves if (recording.kinds[i] == "trained") == trained]
            shown = [f"{self.tokens[i]} = {given(frame.values[i], recording.digits)}" for i in leaves[:LISTED]]
            shown += [self.word("others", len(leaves) - LISTED)] if len(leaves) > LISTED else []
            rows += [Row(self.words["comma"].join(shown))] if shown else []
        return Step("start", self.word("start"), tuple(rows), self.word("start_why", self.root))

    def computed(self, frame: Frame, box: int) -> Row:
        """How a box is computed: its formula, the same with numbers, its value."""
        symbols, numbers, result = self.formulae[box], "", self.number(frame.values[box])
        if symbols in self.tokens:  # E_total = E_o1, where there is one output
            pass
        elif symbols:
            numbers = self._with_numbers(frame, box)
        else:
            symbols = self.word("operations", len(self.recording.folded.region[self.recording.nodes[box]]))
        return Row(self.tokens[box], "=", symbols, numbers, result)

    def _with_numbers(self, frame: Frame, box: int) -> str:
        node = frame.nodes[box]
        shown = {
            u: value(self.number(u.data) if u.op else given(u.data, self.recording.digits), u)
            for u in frame.folded.inputs[node]
        }
        written = str(written_if_possible(lambda: formula(frame.folded, node, shown)) or "")
        return written if len(written) <= LONG else ""

    def _backward(self, frame: Frame, state: State, had: list[int]) -> Step:
        recording = self.recording
        rows: list[Row] = []
        first: list[int] = []
        more: list[int] = []
        last: list[int] = []
        for k in state.uses:
            tail = recording.uses[k].tail
            gets, before = recording.gets(tail), had[tail]
            had[tail] += 1
            rows.append(self.returned(frame, k, before > 0))
            if gets > 1:
                (first if before == 0 else last if had[tail] == gets else more).append(tail)
        tails = [self.tokens[recording.uses[k].tail] for k in state.uses]
        say = self.word("backward", self.tokens[state.box], self.root, tails)
        clauses = [self.word("last", names, users, self.root) for names, users in self._alike(last)]
        why = [self.word("why", clauses)] if clauses else []
        why += [
            self.word(key, names, [user for user in users if user != self.tokens[state.box]])
            for key, boxes in (("more", more), ("first", first))
            for names, users in self._alike(boxes, state)
        ]
        return Step("backward", say, tuple(rows), " ".join(why))

    def _alike(self, boxes: list[int], since: State | None = None) -> list[tuple[list[str], list[str]]]:
        """Boxes that the same others use, together: what is true of them is said once.

        With ``since`` only the users that a backward pass comes to later.
        """
        recording = self.recording
        order = [state.box for state in recording.states if state.phase == "backward"]
        later = set(order if since is None else order[order.index(since.box) + 1 :])
        groups: dict[tuple[int, ...], list[int]] = {}
        for box in boxes:
            users = tuple(recording.uses[k].head for k in recording.out_of[box] if recording.uses[k].head in later)
            groups.setdefault(users, []).append(box)
        return [([self.tokens[b] for b in same], [self.tokens[u] for u in users]) for users, same in groups.items()]

    def returned(self, frame: Frame, k: int, adds: bool) -> Row:
        """What comes back along a line: the gradient of its head times the local derivative."""
        use = self.recording.uses[k]
        g, slope, brings, total = frame.gradients[use.head], frame.slopes[k], frame.brings[k], frame.sums[k]
        assert g is not None and slope is not None and brings is not None and total is not None
        symbols = f"∂{self.root}/∂{self.tokens[use.head]} · {self.slope(k, BINDS)}"
        numbers = f"{self._factor(frame, use.head, g)} · {bracketed(self.local(frame, k))}"
        note = self.words["now"](self.number(total)) if adds else ""
        sign = "+=" if adds else "="
        return Row(f"∂{self.root}/∂{self.tokens[use.tail]}", sign, symbols, numbers, self.number(brings), note, k)

    def slope(self, k: int, level: int = 0) -> str:
        """The local derivative of a line as a formula; as a fraction where it has none that can be read."""
        use = self.recording.uses[k]
        head, tail = self.recording.nodes[use.head], self.recording.nodes[use.tail]
        found = self.reading.slope(head, tail)
        if found is None:
            return self.reading.fraction(head, tail)
        return found.as_factor(level, first=not level)

    def local(self, frame: Frame, k: int) -> str:
        """The number of a local derivative; one that is a given number itself as it was given."""
        slope, use = frame.slopes[k], self.recording.uses[k]
        assert slope is not None
        return self.reading.printed(slope, self.recording.nodes[use.head], self.recording.nodes[use.tail])

    def _update(self, frame: Frame) -> Step:
        recording = self.recording
        boxes = recording.updated
        names = [self.tokens[i] for i in boxes]
        if not frame.after:
            rows = tuple(self._gradient(frame, i) for i in boxes[:LISTED])
            why = self.word("done_why", self.root, names) if names and frame is recording.frames[0] else ""
            if len(recording.frames) > 1:
                why = self.word("last_round")
            done = "done" if recording.of_weights else "done_given"
            return Step("update", self.word(done, self.root), rows, why)
        if frame.lr is None:
            say = self.word("update_other")
        else:
            say = self.word("update", given(frame.lr, recording.digits), self.root)
        rows = tuple(self._moved(frame, i) for i in boxes[:LISTED])
        if len(boxes) > LISTED:
            rows += (Row(self.word("others", len(boxes) - LISTED)),)
        return Step("update", say, rows, self.word("update_why"))

    def _moved(self, frame: Frame, box: int) -> Row:
        name, old, g = self.tokens[box], frame.values[box], frame.gradients[box]
        shown, result = given(old, self.recording.digits), self.number(frame.after[box])
        if frame.lr is None or g is None:
            return Row(name, "←", result=result, note=self.words["was"](shown))
        rate = given(frame.lr, self.recording.digits)
        symbols = f"{name} − {rate} · ∂{self.root}/∂{name}"
        return Row(name, "←", symbols, f"{shown} − {rate} · {bracketed(self.number(g))}", result)

    def _gradient(self, frame: Frame, box: int) -> Row:
        g = frame.gradients[box]
        return Row(f"∂{self.root}/∂{self.tokens[box]}", "=", result="–" if g is None else self.number(g))

    # -- numbers ------------------------------------------------------------------------------------------------------

    def number(self, x: float) -> str:
        return exact(x, self.recording.digits)

    def _factor(self, frame: Frame, head: int, g: float) -> str:
        """The gradient of a head as a factor; that of the result, the 1 that was put in, as it was given."""
        return given(g, self.recording.digits) if head == len(self.tokens) - 1 else self.number(g)
