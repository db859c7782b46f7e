"""What is found out about an engine, and the report of all of it, to be read by whoever wrote it."""

from __future__ import annotations

import re
import textwrap
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from ...value import Value

if TYPE_CHECKING:
    from ...draw import Picture

__all__ = ["BEWARE", "NOT_ASKED", "RIGHT", "WRONG", "EngineReport", "Finding"]

RIGHT, WRONG, BEWARE, NOT_ASKED = "right", "WRONG", "beware", "not asked"

WIDTH, INDENT = 102, 15
_WHOLE = re.compile(r"(?<=\w) ([-+*/]+) (?=\w|-)")  # an operation is not broken at the end of a line


@dataclass(frozen=True)
class Finding:
    """What came out of a lesson: a verdict, what was asked, and what there is to say about it.

    ``computation`` is the one that comes out wrong, as this package recorded it.
    """

    verdict: str
    what: str
    lines: tuple[str, ...] = ()
    computation: Value | None = field(default=None, compare=False)

    def __getstate__(self) -> dict[str, Any]:
        return {**self.__dict__, "computation": None}  # a recorded result cannot be pickled

    def rows(self, width: int) -> list[str]:
        """Its lines, of so many columns at most."""
        rows = _row(self.verdict, self.what, width)
        for line in self.lines:
            rows += [" " * (INDENT + 2) + row for row in _wrapped(line, width - INDENT - 2)]
        return rows

    def __str__(self) -> str:
        return textwrap.dedent("\n".join(self.rows(WIDTH)))


def _row(verdict: str, what: str, width: int) -> list[str]:
    """A verdict and beside it what it is about."""
    first, *more = _wrapped(what, width - INDENT + 2)
    return [f"  {verdict:{INDENT - 4}}{first}", *[" " * (INDENT - 2) + row for row in more]]


def _wrapped(text: str, width: int) -> list[str]:
    whole = _WHOLE.sub("\u00a0\\1\u00a0", text)
    return [row.replace("\u00a0", " ") for row in textwrap.wrap(whole, max(width, 20))]


@dataclass(repr=False)
class EngineReport:
    """All findings about an engine; true if nothing is wrong.

    A finding has a ``verdict``: "right", "WRONG", "beware" (of what works, and goes wrong when it is used in another
    way) or "not asked"; ``what`` was asked, and ``lines`` that tell what came. ``missing`` are operators that the
    engine does not have.
    """

    engine: str
    findings: list[Finding]
    missing: list[str]

    def of(self, verdict: str) -> list[Finding]:
        """The findings with this verdict."""
        return [finding for finding in self.findings if finding.verdict == verdict]

    def __bool__(self) -> bool:
        return not self.of(WRONG)

    def text(self, width: int = WIDTH) -> str:
        """The report in lines of so many columns at most."""
        kinds = ((WRONG, "wrong"), (BEWARE, "to beware of"))
        counts = [f"{n} {word}" for verdict, word in kinds if (n := len(self.of(verdict)))]
        lines = _wrapped(f"check of the engine {self.engine}: {', '.join(counts) or 'all right'}", width)
        lines += [row for finding in self.findings for row in finding.rows(width)]
        if self.missing:
            lines += _row("not there", ", ".join(self.missing), width)
        return "\n".join(lines)

    def __str__(self) -> str:
        return self.text()

    __repr__ = __str__

    def picture(self, **settings: Any) -> Picture:
        """The computation that comes out wrong with its right numbers, every value and every gradient.

        ``settings`` are those of ``draw_graph``. Raises ValueError if none came out wrong.
        """
        from ...draw import draw_graph  # a room above this one, and only for those who ask

        for finding in self.findings:
            if finding.computation is not None:
                settings.setdefault("title", f"What {self.engine} gets wrong, with the right numbers")
                return draw_graph(finding.computation, **{"fold": None, **settings})
        raise ValueError(f"no computation of {self.engine} came out wrong, so there is nothing to draw")
