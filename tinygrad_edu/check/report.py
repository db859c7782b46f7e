"""What a gradient check says: a verdict for each input, and the whole as a table to read."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ..draw import Picture
    from ..value import Value

__all__ = [
    "CANNOT_JUDGE", "ILL_CONDITIONED", "OK", "OK_AT_A_KINK", "TOO_INEXACT", "TOO_LARGE", "TOO_NEAR_0", "UNSETTLED",
    "WRONG", "GradcheckError", "GradcheckReport", "InputCheck", "coarse",
]  # fmt: skip

OK = "ok"
OK_AT_A_KINK = "ok at a kink"
WRONG = "wrong"
ILL_CONDITIONED = "ill-conditioned"
CANNOT_JUDGE = "cannot judge"

TOO_INEXACT = "the differences are too inexact here"
TOO_LARGE = "the input is so large that no difference shows its derivative"
TOO_NEAR_0 = "the input is too near 0 for a difference to show its derivative"
UNSETTLED = "the differences do not settle on a number"


def coarse(size: float) -> float:
    """A bound beyond this says nothing about a derivative of this size."""
    return max(1e-4 * size, 1e-300)


@dataclass
class InputCheck:
    """The verdict for one input: ``analytic`` is the derivative under test, ``numerical`` the one from differences.

    ``bound`` is how far apart the two may be for all that rounding and the differences' own error can do. At a kink
    ``numerical`` is the nearest point of the interval between the derivatives of the left and the right side.
    """

    name: str
    x: float
    analytic: float
    numerical: float
    bound: float
    verdict: str
    note: str = ""

    def __str__(self) -> str:
        text = f"{self.name} = {self.x!r}: analytic {self.analytic!r}"
        if math.isfinite(self.bound):
            text += f", numerical {self.numerical!r} ± {self.bound:.1g}"
        text += f": {self.verdict}"
        if self.verdict == WRONG and self.numerical and math.isfinite(self.analytic / self.numerical):
            text += f" (analytic / numerical = {self.analytic / self.numerical + 0.0:.9g})"  # -0.0 + 0.0 is 0
        return text + (f" ({self.note})" if self.note else "")


@dataclass(repr=False)
class GradcheckReport:
    """All verdicts of one check; true if it passes.

    It passes if nothing is wrong and at least one input could be judged: what cannot be judged is counted and named,
    and never passed in silence. ``failed`` says whether something is wrong: at random points, where one may be such
    that nothing can be judged, that is what to ask. ``hints`` say what may be the cause of a wrong derivative,
    ``picture()`` draws the computation that was checked.
    """

    function: str
    checks: list[InputCheck]
    problems: list[str] = field(default_factory=list)
    hints: list[str] = field(default_factory=list)
    output: Value | None = field(default=None, compare=False)

    def count(self, *verdicts: str) -> int:
        """How many inputs have one of these verdicts."""
        return sum(check.verdict in verdicts for check in self.checks)

    @property
    def wrong(self) -> list[InputCheck]:
        """The inputs whose derivative is wrong."""
        return [check for check in self.checks if check.verdict == WRONG]

    @property
    def judged(self) -> int:
        """How many inputs have a verdict that says right or wrong."""
        return self.count(OK, OK_AT_A_KINK, WRONG)

    @property
    def failed(self) -> bool:
        """Whether a derivative is wrong, or the reverse pass."""
        return bool(self.problems or self.wrong)

    def __bool__(self) -> bool:
        return not self.failed and self.judged > 0

    def __getstate__(self) -> dict[str, Any]:
        return {**self.__dict__, "output": None}  # a recorded result cannot be pickled

    def __str__(self) -> str:
        counts = [
            f"{n} {verdict}"
            for verdict in (OK, OK_AT_A_KINK, WRONG, ILL_CONDITIONED, CANNOT_JUDGE)
            if (n := self.count(verdict))
        ]
        judged = self.judged or self.problems
        outcome = "passed" if self else "FAILED" if judged else "NOT CHECKED"
        lines = [f"gradcheck of {self.function}: {outcome}, {', '.join(counts) or 'no inputs'}"]
        lines += [f"  {problem}" for problem in self.problems]
        if not judged:
            lines.append("  no input could be judged, so nothing was checked: try another point")
        shown = self.checks if len(self.checks) <= 12 else [c for c in self.checks if c.verdict != OK][:40]
        lines += [f"  {check}" for check in shown]
        if 0 < len(shown) < len(self.checks):
            lines.append(f"  and {len(self.checks) - len(shown)} more")
        lines += [f"  {hint}" for hint in self.hints]
        return "\n".join(lines)

    __repr__ = __str__

    def picture(self, **settings: Any) -> Picture:
        """The recorded computation, every operation with its number and gradient: ``.picture().save("wrong.svg")``.

        ``settings`` are those of ``draw_graph``. Raises ValueError if there is nothing recorded to draw.
        """
        from ..draw import draw_graph  # a room above this one, and only for those who ask

        if self.output is None:
            raise ValueError(f"nothing of {self.function} was recorded, so there is nothing to draw")
        settings.setdefault("title", str(self).splitlines()[0])
        return draw_graph(self.output, **{"fold": None, **settings})


class GradcheckError(AssertionError):
    """A check that failed; ``report``, of a gradient or of an engine, says where."""

    def __init__(self, report: Any, heading: str = "") -> None:
        super().__init__(f"{heading}\n{report}" if heading else str(report))
        self.report = report
        self._heading = heading

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.report, self._heading)
