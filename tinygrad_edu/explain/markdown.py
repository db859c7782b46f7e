"""An explanation as Markdown: sentences, with formulae between ``$$``, for GitHub and for notebooks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .latex import aligned, formula, row
from .notation import INLINE
from .script import Line, grouped, script

if TYPE_CHECKING:
    from .explanation import Explanation

__all__ = ["markdown"]


def markdown(explanation: Explanation) -> str:
    """The lines: runs of equations become one block of aligned formulae each."""
    reading, digits = explanation.reading, explanation.digits
    blocks: list[str] = []

    def inline(text: str) -> str:
        return INLINE.sub(lambda found: f"${formula(reading, found[0])}$", text)

    for block in grouped(script(explanation)):
        line = block[0]
        if line.is_equation:
            blocks.append(aligned([row(reading, line, digits) for line in block]))
        elif line.kind == "title":
            blocks.append(_title(explanation, line))
        elif line.kind == "paths":
            routes = [f"${formula(reading, ' → '.join(route))}$" for route in line.routes]
            below = "  \n" if len(routes) > 1 else " "  # several begin one below the other
            blocks.append(f"**{line.left}**{below}" + (inline(line.right) if line.right else "  \n".join(routes)))
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
    return "\n\n".join(blocks) + "\n"


def _title(explanation: Explanation, line: Line) -> str:
    reading = explanation.reading
    shown = row(reading, Line("row", line.left, "", line.number), explanation.digits)
    return f"### ${shown.replace(' &= ', ' = ', 1)}$\n\n${formula(reading, line.right)}$"
