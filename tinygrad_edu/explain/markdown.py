"""An explanation as Markdown: sentences, with formulae between ``$$``, for GitHub and for notebooks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .latex import _row, aligned, formula
from .reading import TOKEN
from .script import Line, script

if TYPE_CHECKING:
    from .explanation import Explanation

__all__ = ["markdown"]


def markdown(explanation: Explanation) -> str:
    """The lines: runs of equations become one block of aligned formulae each."""
    reading, digits = explanation.reading, explanation.digits
    blocks: list[str] = []
    rows: list[str] = []

    def inline(text: str) -> str:
        return TOKEN.sub(lambda token: f"${formula(reading, token[0])}$", text)

    def close() -> None:
        if rows:
            blocks.append(aligned(rows))
            rows.clear()

    for line in script(explanation):
        if line.kind in ("row", "numbers", "end", "equation"):
            rows.append(_row(reading, line, digits))
            continue
        if line.kind == "space" or (line.kind == "blank" and rows):
            continue
        close()
        if line.kind == "title":
            blocks += [_title(explanation, line)]
        elif line.kind == "paths":
            routes = [f"${formula(reading, ' → '.join(route))}$" for route in line.routes]
            blocks.append(f"**{line.left}** " + (inline(line.right) if line.right else " · ".join(routes)))
        elif line.kind == "branch":
            left = f"${formula(reading, line.left)}$" if line.left else ""
            right = f" $= {formula(reading, line.right)}$" if line.right else ""
            blocks.append(f"**{inline(line.prefix)}:** {left}{right}".rstrip())
        elif line.kind == "sentence":
            text = line.left
            fractions = "∂" in text or "δ" in text or "   " in text
            blocks.append(_mixed(explanation, text) if fractions else inline(text))
    close()
    return "\n\n".join(blocks) + "\n"


def _title(explanation: Explanation, line: Line) -> str:
    left = formula(explanation.reading, line.left)
    row = _row(explanation.reading, Line("row", line.left, "", line.number), explanation.digits)
    return f"### ${row.replace('&', '') if left else ''}$\n\n${formula(explanation.reading, line.right)}$"


def _mixed(explanation: Explanation, text: str) -> str:
    """A sentence with a formula at its end: the words before the first sign of it stay words."""
    for position, char in enumerate(text):
        if char in "∂δ" or TOKEN.match(char):
            words, rest = text[:position], text[position:].replace("   ", r" \quad ")
            parts = [formula(explanation.reading, part) for part in rest.split(r" \quad ")]
            return f"{words}${chr(92)}quad ".replace("$\\quad ", "$") + r"\quad ".join(parts) + "$"
    return text
