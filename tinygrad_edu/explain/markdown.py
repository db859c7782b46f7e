"""An explanation as Markdown: sentences, with formulae between ``$$``, for GitHub and for notebooks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .latex import aligned, formula, row
from .notation import INLINE
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
        return INLINE.sub(lambda found: f"${formula(reading, found[0])}$", text)

    def close() -> None:
        if rows:
            blocks.append(aligned(rows))
            rows.clear()

    for line in script(explanation):
        if line.kind in ("row", "numbers", "end", "equation"):
            rows.append(row(reading, line, digits))
            continue
        if line.kind == "space" or (line.kind == "blank" and rows):
            continue
        close()
        if line.kind == "title":
            blocks += [_title(explanation, line)]
        elif line.kind == "paths":
            routes = [f"${formula(reading, ' → '.join(route))}$" for route in line.routes]
            blocks.append(f"**{line.left}** " + (inline(line.right) if line.right else "  \n".join(routes)))
        elif line.kind == "branch":
            left = f"${formula(reading, line.left)}$" if line.left else ""
            right = f" $= {formula(reading, line.right)}$" if line.right else ""
            blocks.append(f"**{inline(line.prefix)}** {left}{right}".rstrip())
        elif line.kind == "definition":
            blocks.append(f"{line.prefix} ${formula(reading, f'{line.left} = {line.right}')}$")
        elif line.kind == "givens":
            parts = r"\quad ".join(formula(reading, f"{left} = {right}") for left, right in line.routes)
            blocks.append(f"${parts}$")
        elif line.kind == "sentence":
            blocks.append(inline(line.left))
    close()
    return "\n\n".join(blocks) + "\n"


def _title(explanation: Explanation, line: Line) -> str:
    reading = explanation.reading
    shown = row(reading, Line("row", line.left, "", line.number), explanation.digits)
    return f"### ${shown.replace(' &= ', ' = ', 1)}$\n\n${formula(reading, line.right)}$"
