"""``steps``: the forward and the backward pass of a Value, state by state, as a page and for the terminal."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import closing
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any

from ..options import LANGUAGES, check_digits, check_one_of
from ..value import Value
from .rounds import MOST, Round, Rounds

if TYPE_CHECKING:
    from pathlib import Path

    from .recording import Recording

__all__ = ["StepThrough", "steps"]

THEMES = ("auto", "light", "dark")
SURE = 1.05
"""A page is not made if it is foreseen that it would be so much too long."""
FEW = 10
"""Where a page would be too long it is thinned to so many rounds; then rather the derivations are left out."""


class StepThrough:
    """A step-through: ``.save("steps.html")`` writes the page, a notebook shows it, ``print`` lists the steps.

    recording  the states and, for every round that is shown, their numbers
    """

    def __init__(
        self, root: Value, history: Any, *, lr: float | None, title: str | None, lang: str, theme: str, digits: int
    ) -> None:
        self.root, self.history = root, history
        self.lr, self.title, self.lang, self.theme, self.digits = lr, title, lang, theme, digits

    @cached_property
    def recording(self) -> Recording:
        return self._recorded(1)

    def _recorded(self, every: int) -> Recording:
        from .recording import Recording

        rounds = self._thinned(every)
        trained = self.history.trained if rounds else None
        return Recording(self.root, rounds, trained=trained, lr=self.lr, digits=self.digits)

    def _thinned(self, every: int) -> list[Round]:
        """Every first, second ... of the rounds that can be shown, and the last; none but the start if it is 0."""
        rounds = self.history.shown(MOST if every else 0) if isinstance(self.history, Rounds) else []
        return [*rounds[:-1:every], rounds[-1]] if every and rounds else rounds

    def html(self) -> str:
        """The page, under 500 kB: if need be with fewer rounds, or without derivations; then it says so.

        Raises ValueError, with what to do, for a graph of more boxes or lines than one can follow.
        """
        return self._html

    @cached_property
    def _html(self) -> str:
        from ..train.progress import Bar
        from .page import LIMIT, MANY, Page, chosen
        from .picture import hidden_boxes

        recording = self.recording
        known: dict[tuple[int, int], str] = {}
        most = len(chosen(recording, hidden_boxes(recording))) * len(recording.frames)
        wanted = isinstance(self.history, Rounds) and self.history.progress

        def page_of(every: int, derivations: bool) -> str:
            recorded = recording if every == 1 else self._recorded(every)
            return self._page(Page, recorded, derivations=derivations, known=known, tick=bar.step)

        with closing(Bar(most, wanted and most >= MANY)) as bar:
            bar.title("writing")
            for derivations, least in ((True, FEW), (False, 0)):
                page = self._longest(self._strides(least), partial(page_of, derivations=derivations), LIMIT)
                if len(page.encode()) <= LIMIT:
                    bar.finish()
                    return page
        raise ValueError(
            f"the page would have {len(page.encode()):,} bytes, more than {LIMIT:,}: a graph of {len(recording.nodes)} "
            f"boxes and {len(recording.uses)} lines cannot be followed on it. Name fewer Values, or take a smaller "
            "net; print(steps(E)) lists all steps whatever the size"
        )

    def _longest(self, strides: list[int], page_of: Callable[[int], str], limit: int) -> str:
        """The page of the most rounds that is not too long; that of the fewest if all are.

        No time is lost on pages that are too long: a page grows evenly with its rounds, so two tell how long the others
        would be. Their rounds are among those of the others, so that no derivation is written for them alone.
        """
        made: list[tuple[int, int]] = []  # rounds, and bytes
        page = ""
        base = 2 + (strides[-1] == 0)  # nothing changes on a page of no rounds, which says nothing of the others
        for every in [*strides[: -base - 1 : -1], *strides[:-base]]:  # the shortest first, then the longest
            rounds = len(self._thinned(every))
            if len(made) == base:
                (few, short), (more, long) = made[-2:]
                if long + (long - short) / (more - few) * (rounds - more) > limit * SURE:
                    continue
            longer = page_of(every)
            size = len(longer.encode())
            if len(made) < base:
                made.append((rounds, size))
                if size > limit:
                    return page or longer
                page = longer
            elif size <= limit:
                return longer
        return page

    def _strides(self, least: int) -> list[int]:
        """A page may show every round, every second, fourth ..., as long as there are ``least``; if that is 0, none."""
        strides, last = [1], len(self._thinned(1)) - 1
        while strides[-1] < last and last // (2 * strides[-1]) >= least:
            strides.append(2 * strides[-1])
        return [*strides, 0] if least == 0 < last else strides

    def _page(self, Page: Any, recording: Recording, **words: Any) -> str:
        words |= {"title": self.title, "lang": self.lang, "theme": self.theme}
        notes: list[str] = []
        text = _words(self.lang)
        if isinstance(self.history, Rounds):
            rounds, shown = len(self.history) - 1, len(recording.frames) - 1
            words["errors"] = self.history.errors if rounds else None
            if shown == 0 < rounds:
                notes.append(text["only_start"](rounds))
            elif shown < rounds:
                notes.append(text["thinned"](recording.frames[1].number, rounds))
        elif self.history:
            words |= {"errors": self.history.column("loss"), "first": 1}
            notes.append(text["curve_only"](recording.names[-1]))
        return str(Page(recording, notes=notes, **words).html())

    def save(self, path: str | os.PathLike[str]) -> Path:
        """Write the page to a file; the path. The file is written whole or not at all.

        Raises OSError if it cannot be written, ValueError if its name has the ending of another format.
        A link to it may say what to show: ``steps.html#step=19``, ``steps.html#step=24&round=100&of=w1``.
        """
        from ..files import write_page

        return write_page(path, self.html())

    def iframe(self, height: int = 760) -> str:
        """The page inside another: an ``<iframe>`` that can run its script and nothing else. ``height`` is in px.

        Its styles, ids and keys are its own, so that many of them can share a page or a notebook.
        """
        from ..escape import html

        return (
            f'<iframe srcdoc="{html(self.html())}" sandbox="allow-scripts" title="{html(self.shown_title)}" '
            f'width="100%" height="{int(height)}" style="border:0" loading="lazy"></iframe>'
        )

    @property
    def shown_title(self) -> str:
        """The title of the page."""
        if self.title is not None:
            return self.title
        from ..escape import one_line

        return str(_words(self.lang)["title"](one_line(self.recording.names[-1]), self.recording.of_weights))

    def text(self, unicode: bool = True, width: int = 79) -> str:
        """All steps of the first round as a list, for a terminal of so many columns; ``unicode=False`` in ASCII."""
        from .terminal import listing

        return listing(self, unicode, width)

    def _repr_html_(self) -> str:
        return self.iframe()

    def __str__(self) -> str:
        return self.text()

    def __repr__(self) -> str:
        from ..escape import one_line

        found = self.recording
        rounds = f", {len(found.frames)} rounds" if len(found.frames) > 1 else ""
        name = one_line(found.names[-1])
        return f'<StepThrough of {name}: {len(found.states)} states{rounds}; .save("steps.html"), print(...)>'


def _words(lang: str) -> dict[str, Any]:
    from .words import WORDS

    found: dict[str, Any] = WORDS[lang]
    return found


def steps(
    E: Value,
    history: Any = None,
    *,
    lr: float | None = None,
    title: str | None = None,
    lang: str = "en",
    theme: str = "auto",
    digits: int = 9,
) -> StepThrough:
    """Go through the forward and the backward pass of a Value step by step, on a page or in the terminal.

    E        the result, an error say; its graph is computed once more from what its leaves hold now
    history  ``record_rounds(E, optimizer)`` or ``Rounds(E)``: training rounds that the page can move through, with all
             their numbers. What ``fit`` returns gives the curve of the loss alone
    lr       without recorded rounds: the learning rate of the last step, w ← w − lr·gradient
    title    the page's heading
    lang     "en" or "zh": the language of the sentences
    theme    "auto" follows the reader's system; "light", "dark"
    digits   decimals of the numbers in the sentences, 1 to 17; the picture has six

    A box is a Value with a name, its formula folded out of the operations before it; without any names every operation
    is a box. At most 60 boxes; if need be, weights that one box alone uses are left out of the picture.

    >>> w, x, t = Value(0.5, "w"), Value(2.0, "x"), Value(3.0, "t")
    >>> E = ((w * x - t).named("d") ** 2).named("E")
    >>> steps(E, lr=0.1)
    <StepThrough of E: 7 states; .save("steps.html"), print(...)>
    >>> "∂E/∂w = ∂E/∂d · x" in str(steps(E, lr=0.1))
    True

    Raises TypeError if ``E`` is no Value or ``history`` neither rounds nor a history; ValueError for a Value that
    nothing was computed for, rounds of another Value, and settings that do not exist.
    """
    _check_root(E)
    check_one_of("lang", lang, LANGUAGES)
    check_one_of("theme", theme, THEMES)
    check_digits(digits)
    if lr is not None:
        from ..optim.settings import SETTINGS

        lr = SETTINGS["lr"]("lr", lr)
    if isinstance(history, Rounds):
        if history.root is not E:
            raise ValueError(
                "these rounds were recorded of another Value: pass the Value that record_rounds or Rounds was given"
            )
    elif history is not None:
        from ..train.history import History

        if not isinstance(history, History):
            raise TypeError(
                f"history is what record_rounds(E, optimizer) or fit(...) returned, not {type(history).__name__}"
            )
        if history and "loss" not in history.columns:
            raise ValueError(f"the history has no loss to draw, it has {', '.join(history.columns)}")
    return StepThrough(
        E,
        history,
        lr=lr,
        title=None if title is None else str(title),
        lang=lang,
        theme=theme,
        digits=digits,
    )


def _check_root(root: object) -> None:
    if not isinstance(root, Value):
        hint = ""
        if isinstance(root, (list, tuple)):
            hint = ": pass one of them, or their sum"
        elif isinstance(root, Rounds):
            hint = ": pass that before its rounds, as in steps(E, rounds)"
        elif hasattr(root, "parameters"):
            hint = ": pass the loss that was computed from it"
        raise TypeError(f"a step-through is made of a Value, not of {type(root).__name__} {root!r:.60}{hint}")
    if root.op is None:
        raise ValueError("this Value is a leaf: nothing was computed, so there is no step to show")
