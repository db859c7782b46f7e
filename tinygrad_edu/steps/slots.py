"""Texts that change from round to round, written once: what changes in them are numbers, and each becomes a slot.

Every text of the page is made in Python, for every round. Here the versions of one text are laid upon each other: what
is the same in all rounds stays as it is; a number that differs becomes a slot, ``<span data-n="7">0.75</span>``, and
the numbers of all rounds go into column 7 of the page's data. Equal columns are kept once; ``7(`` is column 7 with
brackets around negative numbers, ``7+`` with a sign before positive ones. So the page only copies strings. A text that
differs in more than its numbers is kept in several versions.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

__all__ = ["Slots"]

_NUMBER = r"(?:\d[\d,]*(?:\.\d+)?(?:e[+-]?\d+)?|\binf\b|\bnan\b)"
_SPLIT = re.compile(rf"(\(−{_NUMBER}\)|[+−]?{_NUMBER})(?![^<>]*>)", re.ASCII)  # not inside of a tag
_ZERO = re.compile(r"[(+−]*0\.\d+\)?\Z")
_ELEMENT = re.compile(r"<(\w+)((?: [^<>]*)?)>\Z")


class Slots:
    """The columns of a page, and the texts with slots in them.

    >>> slots = Slots(2)
    >>> print(slots.weave(["<p>w1 = 0.15</p>", "<p>w1 = 0.25</p>"]))
    <p>w1 = <span data-n="0">0.15</span></p>
    >>> slots.columns
    ['.15 .25']
    """

    def __init__(self, rounds: int) -> None:
        self.rounds = rounds
        self._columns: dict[tuple[str, ...], int] = {}

    def column(self, strings: Sequence[str]) -> int:
        """The number of the column that holds these strings, one for each round; no spaces in them."""
        return self._columns.setdefault(tuple(strings), len(self._columns))

    @property
    def columns(self) -> list[str]:
        """Each column as one string, with spaces between the rounds; one that never changes only once.

        The 0 before a point is left out, which saves a tenth of the page.
        """
        short = ([string.replace("0.", ".") if _ZERO.match(string) else string for string in c] for c in self._columns)
        return [column[0] if len(set(column)) == 1 else " ".join(column) for column in short]

    def weave(self, versions: Sequence[str], tag: str = "span") -> str:
        """One HTML text out of its versions, one for each round; ``tag`` holds versions that differ in their words."""
        kinds: dict[tuple[str, ...], list[int]] = {}
        taken = {html: _taken_apart(html) for html in set(versions)}
        for k, html in enumerate(versions):
            kinds.setdefault(taken[html][0], []).append(k)
        woven = [self._woven(words, rounds, [taken[versions[k]][1] for k in rounds]) for words, rounds in kinds.items()]
        if len(woven) == 1:
            return woven[0]
        which = [""] * self.rounds
        for number, rounds in enumerate(kinds.values()):
            for k in rounds:
                which[k] = str(number)
        parts = [f"<{tag}{' hidden' * (k > 0)}>{html}</{tag}>" for k, html in enumerate(woven)]
        return f'<{tag} data-version="{self.column(which)}">{"".join(parts)}</{tag}>'

    def _woven(self, words: tuple[str, ...], rounds: list[int], numbers: list[list[str]]) -> str:
        html = words[0]
        for place, after in enumerate(words[1:]):
            found = [one[place] for one in numbers]
            if len(set(found)) == 1:
                html += found[0] + after
                continue
            strings = ["-"] * self.rounds
            for k, string in zip(rounds, found, strict=True):
                strings[k] = string
            form, strings = _form(strings)
            slot = f' data-n="{self.column(strings)}{form}"'
            element = _ELEMENT.match(html, html.rfind("<"))
            if element and after.startswith(f"</{element[1]}>"):  # it is all that its element holds
                html = f"{html[: element.start()]}<{element[1]}{element[2]}{slot}>{found[0]}{after}"
            else:
                html += f"<span{slot}>{found[0]}</span>{after}"
        return html


def _form(strings: list[str]) -> tuple[str, list[str]]:
    """The strings without brackets around negative numbers, or a + before positive ones, and which it was: ( or +."""
    plain = [string.strip("(+)") for string in strings]
    for form, written in (("(", "({})"), ("+", "{}")):
        if strings == [written.format(x) if x[0] == "−" else "+" * (form == "+" and x != "-") + x for x in plain]:
            return (form, plain) if strings != plain else ("", plain)
    return "", strings


def _taken_apart(html: str) -> tuple[tuple[str, ...], list[str]]:
    """A text's words, with one gap between two of them for each number, and the numbers."""
    parts = _SPLIT.split(html)
    return tuple(parts[::2]), parts[1::2]
