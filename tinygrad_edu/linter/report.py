"""What a lint says: findings with their numbers, the gravest first, and how they look in a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from ..console import ascii_only, wrapped
from .curvature import Curvature
from .words import WORDS, some

__all__ = ["SEVERITIES", "Finding", "LintReport"]

SEVERITIES = ("error", "warning", "note")


@dataclass(frozen=True)
class Finding:
    """One thing that was found.

    kind      "saturated", "dead", "disconnected", "not-looked-up", "no-slope", "symmetric", "not-zeroed", "leftover",
              "not-optimized", "learning-rate", "vanishing", "exploding", "not-finite" or "data-changed"
    severity  "error": training goes wrong; "warning": it is slow or wastes neurons; "note": something to know
    where     the names of the neurons or parameters
    numbers   what it rests on, by name
    what      a word that belongs to it: the activation, for one
    lang      the language of ``sentence`` and ``advice``
    """

    kind: str
    severity: str
    where: tuple[str, ...]
    numbers: dict[str, float] = field(default_factory=dict)
    what: str = ""
    lang: str = "en"

    @property
    def sentence(self) -> str:
        """What is seen, with its numbers."""
        text: str = WORDS[self.lang][self.kind][0](some(self.where, self.lang), self.numbers, self.what)
        return text

    @property
    def advice(self) -> str:
        """What to do."""
        text: str = WORDS[self.lang][self.kind][1]
        return text


class LintReport:
    """All findings, the gravest first. It is true when there are no errors and no warnings (notes may be).

    findings   the findings; the report can be gone through and has a length
    curvature  the largest curvature of the loss, with the iterations it took and its residual; None if no learning
               rate was given, or it could not be judged
    limit      the largest stable learning rate that follows; None beside no ``curvature``
    remarks    sentences about what was not judged
    """

    def __init__(self, findings: Iterable[Finding], lang: str = "en") -> None:
        self.findings: list[Finding] = []
        self.curvature: Curvature | None = None
        self.limit: float | None = None
        self.remarks: list[str] = []
        self.lang = lang
        for finding in findings:
            self.add(finding)

    def add(self, finding: Finding) -> None:
        """Put a finding in its place, after those that are as grave."""
        self.findings = sorted([*self.findings, finding], key=lambda finding: SEVERITIES.index(finding.severity))

    @property
    def ok(self) -> bool:
        """Whether there are no errors and no warnings."""
        return all(finding.severity == "note" for finding in self.findings)

    def of(self, kind: str) -> list[Finding]:
        """The findings of one kind."""
        return [finding for finding in self.findings if finding.kind == kind]

    def __bool__(self) -> bool:
        return self.ok

    def __len__(self) -> int:
        return len(self.findings)

    def __iter__(self) -> Iterator[Finding]:
        return iter(self.findings)

    def to_dict(self) -> dict[str, Any]:
        """Everything, as lists, dicts, text and numbers."""
        curvature = None if self.curvature is None else {**vars(self.curvature), "limit": self.limit}
        return {
            "ok": self.ok,
            "findings": [
                {
                    "kind": f.kind,
                    "severity": f.severity,
                    "where": list(f.where),
                    "numbers": dict(f.numbers),
                    "sentence": f.sentence,
                    "advice": f.advice,
                }
                for f in self.findings
            ],
            "curvature": curvature,
            "remarks": list(self.remarks),
        }

    def text(self, unicode: bool = True, width: int = 79) -> str:
        """For a terminal of so many columns; ``unicode=False`` in ASCII."""

        def spelled(text: str) -> str:
            return text if unicode else ascii_only(text)

        words = WORDS[self.lang]
        names = words["severity"]
        titled = words["titled"]
        lines: list[str] = []
        if self.findings:
            counts = [(names[s], sum(f.severity == s for f in self.findings)) for s in SEVERITIES]
            lines.append(words["counted"]([(name, n) for name, n in counts if n]))
        else:
            lines.append(words["nothing"])
        for f in self.findings:
            lines += ["", titled(names[f.severity], words["kinds"].get(f.kind, f.kind))]
            for sentence in (f.sentence, titled(words["do"], f.advice)):
                lines += wrapped(spelled(sentence), width, "  ")
        rest = [self._rate()] if self.curvature else []
        for remark in [*rest, *self.remarks]:
            lines += ["", *wrapped(spelled(remark), width, "")]
        return spelled("\n".join(lines))

    def _rate(self) -> str:
        assert self.curvature is not None and self.limit is not None
        say = WORDS[self.lang]["rate" if self.limit < float("inf") else "flat"]
        return str(say(rate_numbers(self.curvature) | {"limit": self.limit}))

    def __str__(self) -> str:
        return self.text()

    __repr__ = __str__


def rate_numbers(found: Curvature) -> dict[str, float]:
    """A curvature as the numbers of a finding."""
    return {
        "lambda_max": found.value,
        "residual": found.residual,
        "iterations": float(found.iterations),
        "converged": float(found.converged),
    }
