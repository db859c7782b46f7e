"""An explanation as HTML: a ``<section>`` with stacked fractions and lowered indices, its own style, and no script."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..escape import html as escaped
from ..palette import DARK, LIGHT
from .numbers import exact
from .reading import TOKEN, Reading
from .script import Line, script

if TYPE_CHECKING:
    from .explanation import Explanation

__all__ = ["html"]

STYLE = """
.tge-explain{font:16px/1.5 Georgia,'Times New Roman',serif;LIGHT_COLOURS;padding:1em;max-width:60em}
.tge-explain h3{font-size:1.25em;margin:.2em 0 .6em}
.tge-explain p{margin:.8em 0 .3em}
.tge-explain table{color:inherit;font:inherit;border-collapse:collapse;margin:.2em 0 .2em 1.5em}
.tge-explain td{padding:.15em .3em;vertical-align:middle}
.tge-explain td:last-child{text-align:right;padding-left:2em;font-variant-numeric:tabular-nums}
.tge-explain sub{font-size:.75em}
.tge-explain .frac{display:inline-block;vertical-align:middle;text-align:center;line-height:1.2;margin:0 .1em}
.tge-explain .frac>*{display:block;padding:0 .15em}
.tge-explain .frac>:first-child{border-bottom:1px solid}
.tge-explain .frac .over{position:absolute;clip-path:inset(50%);width:1px;height:1px;overflow:hidden}
@media (prefers-color-scheme:dark){.tge-explain{DARK_COLOURS}}
"""
for _theme, _palette in (("LIGHT", LIGHT), ("DARK", DARK)):
    STYLE = STYLE.replace(f"{_theme}_COLOURS", f"color:{_palette['ink']};background:{_palette['paper']}")


def html(explanation: Explanation) -> str:
    """The lines; runs of equations become one table each."""
    reading, digits = explanation.reading, explanation.digits
    parts = [f'<section class="tge-explain" lang="{explanation.lang}">', f"<style>{STYLE}</style>"]
    table: list[str] = []

    def close() -> None:
        if table:
            parts.append("<table>\n" + "\n".join(table) + "\n</table>")
            table.clear()

    for line in script(explanation):
        if line.kind in ("row", "numbers", "end", "equation"):
            table.append(_row(reading, line, digits))
        elif line.kind != "space" and not (line.kind == "blank" and table):
            close()
            parts += _words(reading, line, digits)
    close()
    return "\n".join([*parts, "</section>"]) + "\n"


def _words(reading: Reading, line: Line, digits: int) -> list[str]:
    if line.kind == "title":
        assert line.number is not None
        right = f"{_formula(reading, line.left)} = {exact(line.number, digits)}"
        return [f"<h3>{right} <small>({_formula(reading, line.right)})</small></h3>"]
    if line.kind == "paths":
        routes = [_formula(reading, " → ".join(route)) for route in line.routes] or [_formula(reading, line.right)]
        return [f"<p><b>{escaped(line.left)}</b> {'<br>'.join(routes)}</p>"]
    if line.kind == "branch":
        left = _formula(reading, line.left)
        right = f" = {_formula(reading, line.right)}" if line.right else ""
        return [f"<p><b>{_formula(reading, line.prefix)}:</b> {left}{right}</p>"]
    return [f"<p>{_formula(reading, line.left)}</p>"] if line.kind == "sentence" else []


def _row(reading: Reading, line: Line, digits: int) -> str:
    right = f"= {_formula(reading, line.right)}" if line.right else ""
    number = "" if line.number is None else f"= {exact(line.number, digits)}"
    return f"<tr><td>{_formula(reading, line.left)}</td><td>{right}</td><td>{number}</td></tr>"


def _formula(reading: Reading, text: str) -> str:
    """A text of ``script``: tokens become names, ∂a/∂b a fraction, the rest is escaped."""
    token = TOKEN.pattern
    written = []
    for piece in re.split(rf"(∂{token}/∂{token}|{token})", text):
        if piece.startswith("∂"):
            top, bottom = (_name(*reading.meaning(found)) for found in TOKEN.findall(piece))
            written.append(
                f'<span class="frac"><span>∂{top}</span><span class="over">/</span><span>∂{bottom}</span></span>'
            )
        elif TOKEN.fullmatch(piece):
            written.append(_name(*reading.meaning(piece)))
        else:
            written.append(escaped(piece))
    return "".join(written)


def _name(kind: str, label: str) -> str:
    if kind == "delta":
        return f"<i>δ</i><sub>{escaped(label)}</sub>"
    found = re.fullmatch(r"([A-Za-z]+)(?:_?)([A-Za-z0-9_]*)", label)
    if found is None or not found[2]:
        return f"<i>{escaped(label)}</i>"
    return f"<i>{found[1]}</i><sub>{found[2].replace('_', ',')}</sub>"
