"""An explanation as HTML: a ``<section>`` with stacked fractions and lowered indices, its own style, and no script.

Plain HTML and not MathML, which needs a mathematical font to look well, and phones have none. It wraps on narrow
screens, is read out as it stands (a fraction with its bar), and what a sanitiser leaves of it can still be read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING
from unicodedata import east_asian_width

from ..document import document
from ..escape import html as escaped
from ..palette import DARK, LIGHT
from .notation import GREEK, INLINE, Word, indexed, pieces
from .numbers import exact
from .reading import Reading
from .script import Line, grouped, script

if TYPE_CHECKING:
    from .explanation import Explanation

__all__ = ["FORMULAE", "blocks", "formula", "html", "inline", "name", "page", "plain"]

SHORT = 16  # characters of a name that fits a line of a phone with its number
FORMULAE = """
.tge-m{font-family:Georgia,Cambria,'Times New Roman','Noto Serif','DejaVu Serif',serif;
font-variant-numeric:lining-nums tabular-nums}
.tge-m sub,.tge-m sup{font-size:.75em;line-height:0;font-style:normal}
.tge-m sub{vertical-align:-.27em}
.tge-m .tge-frac{display:inline-block;vertical-align:middle;text-align:center;line-height:1.25;margin:.12em .1em;
white-space:nowrap}
.tge-m .tge-nb{white-space:nowrap}
:is(h3,h4)>small{display:inline-block}
.tge-m .tge-frac>*{display:block;padding:0 .15em}
.tge-m .tge-frac>:first-child{border-bottom:1px solid;padding-bottom:.12em}
.tge-m .tge-frac .tge-over{position:absolute;clip-path:inset(50%);width:1px;height:1px;overflow:hidden}
.tge-eq{display:grid;grid-template-columns:max-content 1fr max-content;max-width:42em;align-items:center;
gap:.35em .5em;margin:.5em 0 .8em 1.5em}
.tge-eq>div{display:contents}
.tge-eq>div>:last-child{text-align:right;white-space:nowrap;padding-left:2em}
@media (max-width:40em){
.tge-eq,.tge-eq>div{display:block;margin-left:0}
.tge-eq>div{margin:.45em 0;padding-left:1.5em;text-indent:-1.5em}
.tge-eq>div>:last-child{padding:0}
.tge-frac,.tge-frac *{text-indent:0}
}
@media (max-width:25em){.tge-eq{font-size:.85em}}
""".strip()
"""How formulae look, and runs of equations: in columns, or on a narrow screen in lines that wrap."""

STYLE = f"""
.tge-explain{{font:16px/1.5 Georgia,'Times New Roman',serif;color:{LIGHT["ink"]};background:{LIGHT["paper"]}}}
.tge-explain{{padding:1em;max-width:60em}}
.tge-explain h3{{font-size:1.25em;margin:.2em 0 .6em}}
.tge-explain p{{margin:.8em 0 .3em}}
{FORMULAE}
@media (prefers-color-scheme:dark){{.tge-explain{{color:{DARK["ink"]};background:{DARK["paper"]}}}}}
"""


_POWER = re.compile(r"(?<![\w.])(\d+(?:\.\d+)?)e([+−-]?\d+)\b")


def html(explanation: Explanation) -> str:
    """All lines, as a section of its own."""
    parts = [f'<section class="tge-explain" lang="{explanation.lang}">', f"<style>{STYLE}</style>"]
    parts += blocks(explanation.reading, script(explanation), explanation.digits)
    return "\n".join([*parts, "</section>"]) + "\n"


def page(explanation: Explanation) -> str:
    """The section on a page of its own, without any reference to anything outside."""
    title = explanation.reading.spell(explanation.reading.fraction(explanation.root, explanation.wrt))
    dark = f"@media (prefers-color-scheme:dark){{body{{background:{DARK['paper']}}}}}"
    style = f"body{{margin:0;background:{LIGHT['paper']}}}{dark}"
    return document(title, style, html(explanation), explanation.lang)


def blocks(reading: Reading, lines: Iterable[Line], digits: int) -> list[str]:
    """Lines of ``script`` as blocks of HTML; runs of equations become one block each."""
    parts: list[str] = []
    for block in grouped(lines):
        if block[0].is_equation:
            rows = "\n".join(_row(reading, line, digits) for line in block)
            parts.append(f'<div class="tge-eq">\n{rows}\n</div>')
        else:
            parts.append(_words(reading, block[0], digits))
    return parts


def inline(reading: Reading, text: str) -> str:
    """A sentence with names and fractions in it."""
    return "".join(
        formula(reading, piece) if INLINE.fullmatch(piece) else plain(piece) for piece in INLINE.split(text) if piece
    )


def plain(words: str) -> str:
    """Words of a sentence, in which small and large numbers are set as in formulae: 2e-09 is 2·10⁻⁹."""
    return _POWER.sub(lambda found: f"{found[1]}·{_ten(found[2])}", escaped(words))


def _ten(power: str) -> str:
    return f"10<sup>{int(power.replace('−', '-'))}</sup>".replace("-", "−")


def formula(reading: Reading, text: str, whole: bool = False) -> str:
    """A text of ``script`` set as a formula: ∂a/∂b as a fraction, names with their index, powers raised.

    ``whole``  it is never broken
    """
    written = _set(reading, text)
    if whole:
        written = f'<span class="tge-nb">{written}</span>'
    return f'<span class="tge-m">{written}</span>'


def name(label: str) -> str:
    """A name as a textbook sets it, with an index; one that is no plain word stands as it is.

    >>> print(name("w5"), name("net_h1"), name("w2_3_1"), name("<b>"))
    <i>w</i><sub>5</sub> <i>net</i><sub>h1</sub> <i>w</i><sub>2,3,1</sub> <i>&lt;b&gt;</i>
    >>> print(name("权5"))
    权<sub>5</sub>
    """
    found = indexed(label)
    if found is None:
        return _italic(label)
    word, index, nth = found
    power = f"<sup>#{nth}</sup>" if nth else ""
    return _italic(GREEK.get(word, word)) + (f"<sub>{','.join(index)}</sub>" if index else "") + power


def _italic(word: str) -> str:
    """Slanted, but for Chinese and its like, which know no italics."""
    upright = any(east_asian_width(letter) in "WF" for letter in word)
    return escaped(word) if upright else f"<i>{escaped(word)}</i>"


def _set(reading: Reading, text: str) -> str:
    written: list[str] = []
    depth, lifted = 0, []  # the depths at which exponents in brackets began
    before = "", ""
    for kind, piece in pieces(text):
        raise_next, operator = before[0] == "power", before[0] == "sign" and before[1] in "=+−·/→←"
        before = kind, piece
        depth += piece.count("(")
        if raise_next and piece == "(":
            lifted.append(depth)
            written.append("<sup>")
        elif piece == ")" and lifted and lifted[-1] == depth:
            lifted.pop()
            written.append("</sup>")
        elif kind == "space" and operator:  # a line ends before an operator, not after it
            written.append("\u00a0")
        elif kind != "power":
            shown = _piece(reading, kind, piece)
            if kind == "fraction" and written[-1:] == ["\u00a0"]:  # and not before the fraction that follows it
                start = -2
                if " + " in text and written[-3:-1] == [" ", "·"] and "tge-frac" in written[-4]:
                    start, written[-3] = -4, "\u00a0"  # a sum is broken between its products, not within them
                shown = f'<span class="tge-nb">{"".join(written[start:])}{shown}</span>'
                del written[start:]
            written.append(f"<sup>{shown}</sup>" if raise_next else shown)
        depth -= piece == ")"
    return "".join(written) + "</sup>" * len(lifted)


def _piece(reading: Reading, kind: str, piece: str) -> str:
    if kind == "fraction":
        top, bottom = (_set(reading, side) for side in piece[1:].split("/∂"))
        return f'<span class="tge-frac"><span>∂{top}</span><span class="tge-over">/</span><span>∂{bottom}</span></span>'
    if kind == "name":
        meaning, label = reading.meaning(piece)
        if meaning != "delta":
            return name(label)
        plain = re.fullmatch("[A-Za-z0-9]+(_[A-Za-z0-9]+)*", label)
        return f"<i>δ</i><sub>{label.replace('_', ',') if plain else escaped(label)}</sub>"
    if kind == "number" and "e" in piece:
        digits, power = piece.split("e")
        return f"{digits}·{_ten(power)}"
    if piece in ("inf", "δ"):
        return "∞" if piece == "inf" else "<i>δ</i>"
    return f"<i>{piece}</i>" if kind == "word" and len(piece) == 1 else escaped(piece)


def _words(reading: Reading, line: Line, digits: int) -> str:
    if line.kind == "title":
        assert line.number is not None
        shown = formula(reading, f"{line.left} = {exact(line.number, digits)}")
        return f"<h3>{shown} <small>({formula(reading, line.right)})</small></h3>"
    if line.kind == "paths":
        routes = [formula(reading, " → ".join(route)) for route in line.routes] or [inline(reading, line.right)]
        below = "<br>" if len(routes) > 1 else " "  # several begin one below the other
        return f"<p><b>{escaped(line.left)}</b>{below}{'<br>'.join(routes)}</p>"
    if line.kind == "branch":
        sides = " = ".join(filter(None, [line.left, line.right]))
        return f"<p><b>{inline(reading, line.prefix)}</b> {formula(reading, sides)}</p>"
    if line.kind == "definition":
        return f"<p>{escaped(line.prefix)} {formula(reading, f'{line.left} = {line.right}')}</p>"
    if line.kind == "givens":
        pairs = []
        for left, right in line.routes:
            pairs.append(formula(reading, f"{left} = {right}", whole=len(reading.spell(left)) <= SHORT))
        return f"<p>{', '.join(pairs)}</p>"
    return f"<p>{inline(reading, line.left)}</p>"


def _row(reading: Reading, line: Line, digits: int) -> str:
    number = "" if line.number is None else f"= {exact(line.number, digits)}"
    sides = (_side(reading, line.left, ""), _side(reading, line.right, "= "), number and formula(reading, number))
    return f"<div>{' '.join(f'<span>{side}</span>' for side in sides)}</div>"


def _side(reading: Reading, text: str, equals: str) -> str:
    if not text:
        return ""
    return escaped(equals + text) if isinstance(text, Word) else formula(reading, equals + text)
