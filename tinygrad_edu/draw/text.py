"""Lines of text in a picture: names with lowered parts, numbers, stacked fractions, and how wide each of them is.

No font is ever asked for: widths come from the table of Helvetica's (Adobe's metrics, in thousandths of the type size),
so a picture is the same on every machine. The painter tells the browser these widths, and a browser that has another
font fits its letters to them.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property, lru_cache
from math import fsum, isfinite  # fsum: the same on every Python; since 3.12 sum() of floats is another

from ..escape import one_line, shortened, visible
from ..lowered import lowered, stem_and_nth
from ..palette import SIZES, sign_role

__all__ = ["Bars", "Fraction", "Line", "Text", "decimals", "measured", "name", "number", "plain", "rich",
           "signed", "spell", "text", "token", "wrap"]  # fmt: skip

# fmt: off
_WIDTHS = (
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556,
    556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833,
    722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556,
    556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334,
    260, 334, 584,
)  # of the characters from space to ~
_GREEK = (
    667, 667, 551, 668, 667, 611, 722, 778, 278, 667, 668, 833, 722, 650, 778, 722, 667, 0, 618, 611, 667, 798, 667,
    835, 748,
), (
    578, 575, 500, 557, 446, 441, 556, 556, 222, 500, 500, 576, 500, 448, 556, 690, 569, 482, 617, 395, 547, 648, 525,
    713, 781,
)  # from Α to Ω, from α to ω (Arial's: Helvetica has none)
_KNOWN = {chr(first + k): width for first, widths in zip((0x20, 0x391, 0x3B1), (_WIDTHS, *_GREEK), strict=True)
          for k, width in enumerate(widths) if width} | {
          "·": 278, "−": 584, "∂": 494, "²": 333, "³": 333, "‖": 500, "…": 1000, "½": 834,
          "×": 584, "→": 1000, "√": 549, "∞": 713, "≤": 584, "≥": 584, "⋮": 400}
# fmt: on
_SUB = 0.76  # the type size of a lowered part
BOLD = 1.07
EMOJI, ORNATE = 0x1F000, 0x1D400  # where they begin, and the bold, double-struck ... letters of mathematics
AS_EMOJI = "\ufe0f"  # the character before it is drawn as one


Runs = tuple[tuple[str, bool], ...]


@dataclass(frozen=True)
class Text:
    """A run of text in one size and colour; ``runs`` are its parts, each with whether it is lowered.

    ``slot`` is a name under which a script finds the text to write another into it.
    """

    runs: Runs
    size: float
    role: str = "ink"
    bold: bool = False
    slot: str = ""

    @cached_property
    def width(self) -> float:
        scale = self.size * (BOLD if self.bold else 1.0) / 1000.0
        return fsum(_units(part) * scale * (_SUB if low else 1.0) for part, low in self.runs)

    @property
    def known(self) -> bool:
        """Whether the table has all its characters, or they are as wide as high; the width of others is a guess."""
        return all(c in _KNOWN or _is_square(c) for part, _ in self.runs for c in part)

    @cached_property
    def above(self) -> float:
        return 0.74 * self.size

    @cached_property
    def below(self) -> float:
        return (0.36 if any(low for _, low in self.runs) else 0.24) * self.size

    @property
    def sub(self) -> float:
        """The type size of the lowered parts."""
        return self.size * _SUB


@dataclass(frozen=True)
class Fraction:
    """A stacked fraction; its bar is as wide as the wider of the two."""

    top: Text
    bottom: Text

    @property
    def width(self) -> float:
        return max(self.top.width, self.bottom.width) + 4.0

    @property
    def bar(self) -> float:
        """How far the bar lies above the line's baseline."""
        return 0.28 * self.top.size

    @property
    def above(self) -> float:
        return self.bar + 3.0 + self.top.below + self.top.above

    @property
    def below(self) -> float:
        return 2.5 + self.bottom.above + self.bottom.below - self.bar


@dataclass(frozen=True)
class Bars:
    """A small bar chart, for a distribution: the height of each bar from 0 to 1, and its colour."""

    heights: tuple[tuple[float, str], ...]
    width: float = 112.0
    above: float = 30.0
    below: float = 1.0


Line = tuple[Text | Fraction | Bars, ...]


def width(line: Line) -> float:
    return fsum(piece.width for piece in line)


def above(line: Line) -> float:
    return max(piece.above for piece in line)


def below(line: Line) -> float:
    return max(piece.below for piece in line)


@lru_cache(maxsize=4096)
def _units(part: str) -> float:
    return fsum(map(_unit, part, part[1:] + " "))


def _unit(character: str, after: str) -> int:
    if character in _KNOWN and after != AS_EMOJI:
        return _KNOWN[character]
    kind = unicodedata.category(character)
    if unicodedata.combining(character) or kind in ("Cf", "Me", "Mn"):
        return 0
    if after == AS_EMOJI or ord(character) >= EMOJI:
        return 1250
    return 1000 if _is_square(character) or kind[0] in "NS" or ord(character) >= ORNATE else 600


def _is_square(character: str) -> bool:
    """Whether it is as wide as its type size in every font, as Chinese characters are."""
    return ord(character) < EMOJI and unicodedata.east_asian_width(character) in "WF"


# -- making them -----------------------------------------------------------------------------------------------------


def name(label: str, size: float = 0.0, role: str = "ink", bold: bool = True, limit: int = 0, before: str = "") -> Text:
    """A Value's name, its index lowered; ``limit`` cuts a long one short, ``before`` is put in front (a ∂).

    >>> name("net_h1").runs
    (('net', False), ('h1', True))
    """
    label = one_line(label)
    if limit and len(label) > limit:
        stem, nth = stem_and_nth(label)
        label = shortened(stem, limit - len(nth)) + nth
    runs = lowered(label)
    if before:
        runs = ((before + runs[0][0], False), *runs[1:])
    return Text(runs, size or SIZES["name"], role, bold)


def text(words: str, size: str | float = "label", role: str = "ink", bold: bool = False) -> Text:
    """Plain text; ``size`` is a number or a name of ``palette.SIZES``."""
    return Text(((one_line(words) if "\n" in words else visible(words), False),), _size(size), role, bold)


def _size(size: str | float) -> float:
    return SIZES[size] if isinstance(size, str) else size


TOKEN = re.compile("\ue000(\\d+)\ue001")


def rich(words: str, names: list[str], size: str | float, role: str = "ink", limit: int = 0) -> Text:
    """A formula written over tokens (``token(3)``) instead of names, with each name put in, its index lowered.

    So what the formula says and what a name says cannot be mixed up: a label may itself look like a formula.
    """
    parts = TOKEN.split(words)
    pieces = [name(names[int(p)], limit=16).runs if k % 2 else ((visible(p), False),) for k, p in enumerate(parts)]
    if limit and sum(map(_letters, pieces)) > limit:
        pieces = _cut(pieces, limit)
    return Text(tuple(run for piece in pieces for run in piece if run[0]), _size(size), role)


def _letters(piece: Runs) -> int:
    return sum(len(run) for run, _ in piece)


def _cut(pieces: list[Runs], limit: int) -> list[Runs]:
    """The pieces of a formula, words and names in turns, that there is room for, and dots: no name is cut in two.

    A sum ends after one of its terms, if it has room for one.
    """
    kept: list[Runs] = []
    for piece in pieces:
        if _letters(piece) > limit:
            break
        kept.append(piece)
        limit -= _letters(piece)
    if len(kept) % 2 == 0:  # the next are words
        kept.append(((pieces[len(kept)][0][0][:limit], False),))
    end = next((k for k in range(len(kept) - 1, 0, -2) if " " in kept[k][0][0]), 0)
    words = kept[end][0][0].rpartition(" ")[0] if end else kept[-1][0][0].rstrip()
    return [*kept[: end or -1], ((words + " …", False),)]


def spell(words: str, names: list[str]) -> str:
    """The same in plain characters, for sentences."""
    return TOKEN.sub(lambda match: one_line(names[int(match[1])]), words)


def token(index: int) -> str:
    """What stands for name number ``index`` in a formula given to ``rich``."""
    return f"\ue000{index}\ue001"


def plain(line: Line | Text) -> str:
    """The characters of a line, for descriptions and tests."""
    pieces = (line,) if isinstance(line, Text) else line
    words = []
    for piece in pieces:
        if isinstance(piece, Text):
            words.append("".join(run for run, _ in piece.runs))
        elif isinstance(piece, Fraction):
            words.append(f"{plain(piece.top)}/{plain(piece.bottom)}")
    return "".join(words)


def wrap(label: str, columns: int = 26) -> list[str]:
    """A label as the lines it is drawn in: its own line breaks, and one more wherever it gets too long.

    It is broken between words, or after a _ or another sign in them; a very long word is broken anywhere.

    >>> wrap("the loss of the second example")
    ['the loss of the second', 'example']
    """
    lines = []
    for part in visible(label).split("\n"):
        part = part.replace("\t", "    ").replace("\r", "")
        while len(part) > columns:
            ends = [match.end() for match in re.finditer(r"\s+|[^\w\s]+|_+", part) if match.end() > columns // 3]
            end = max((e for e in ends if len(part[:e].rstrip()) <= columns), default=columns)
            lines.append(part[:end].rstrip())
            part = part[end:]
        lines.append(part)
    return lines


# -- numbers ---------------------------------------------------------------------------------------------------------


def number(x: float, digits: int) -> str:
    """A number with so many decimals and a real minus sign; in scientific form where decimals could not show it.

    >>> number(-0.25, 6), number(1e-300, 6), number(float("inf"), 6), number(-0.0, 3)
    ('−0.250000', '1e-300', 'inf', '0.000')
    """
    if not isfinite(x):
        shown = f"{abs(x)}"
    elif x and (abs(x) <= 0.5 * 10.0**-digits or abs(x) >= 1e9):
        shown = f"{abs(x):.{max(digits, 1)}g}"
    else:
        shown = f"{abs(x):.{digits}f}"
    return _minus(x) + shown


def _minus(x: float) -> str:
    """A zero has no sign, whichever of the two it is."""
    return "−" if x < 0.0 else ""


def measured(x: float, digits: int) -> str:
    """The same with four digits of a small number too (or ``digits``): what vanishes can still be compared.

    >>> measured(0.25, 6), measured(-0.0001433, 6), measured(1.62e-6, 6), measured(0.0, 6)
    ('0.250000', '−0.0001433', '1.620e-06', '0.000000')
    """
    significant = min(digits, 4)
    if not 0.0 < abs(x) < 10.0 ** (significant - 1 - digits):
        return number(x, digits)
    return _minus(x) + f"{abs(x):#.{significant}g}".replace(".e", "e")


def signed(x: float, digits: int) -> str:
    """The same with its sign always printed, except for nan and 0, which have none.

    >>> signed(0.25, 3), signed(-0.25, 3), signed(0.0, 3)
    ('+0.250', '−0.250', '0.000')
    """
    shown = number(x, digits)
    return "+" + shown if x > 0.0 else shown


def given(x: float, digits: int) -> str:
    """A number that was given, not computed: as it was written, if that is short.

    >>> given(0.05, 6), given(1 / 3, 6), given(-0.0, 6)
    ('0.05', '0.333333', '0')
    """
    short = repr(abs(x))
    if isfinite(x) and "e" not in short and len(short.partition(".")[2]) <= digits:
        return _minus(x) + short.removesuffix(".0")
    return number(x, digits)


def decimals(numbers: list[float], digits: int) -> int:
    """How many decimals a set of given numbers needs, so that 0.15 and 0.2 are written 0.15 and 0.20 side by side.

    >>> decimals([0.15, 0.2], 6)
    2
    """
    lengths = [len(given(x, digits).partition(".")[2]) if "e" not in given(x, digits) else 0 for x in numbers]
    return max(lengths, default=0)


def gradient(x: float | None, digits: int, size: str | float = "gradient", bold: bool = False) -> Text:
    """A gradient in the colour of its sign; a dash where there is none."""
    shown = "–" if x is None else signed(x, digits)
    return Text(((shown, False),), _size(size), sign_role(x), bold)
