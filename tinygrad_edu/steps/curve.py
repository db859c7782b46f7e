"""The error over the rounds as a small SVG curve, with a mark for the round that is shown."""

from __future__ import annotations

import re
from collections.abc import Sequence
from math import isfinite

from ..train.curves import Axis, drawable, vertical

__all__ = ["Curve"]

WIDTH, HEIGHT = 340.0, 128.0
LEFT, RIGHT, TOP, BOTTOM = 44.0, 12.0, 12.0, 24.0
LETTER = 6.5  # the width of a digit beside the axis
POINTS = 400


class Curve:
    """A curve in a picture of its own coordinates; ``place(k)`` is where the point of round k lies.

    first  what round 0 is called: 0, or 1 where epochs are counted

    >>> Curve([0.5, 0.25], 0).place(1)
    ('328.0', '65.7')
    """

    def __init__(self, errors: Sequence[float], first: int) -> None:
        self.errors, self.first = [drawable(x) for x in errors], first
        inner = vertical([x for x in self.errors if isfinite(x)], HEIGHT)  # its axis, moved into this picture
        self.up = Axis(inner.low, inner.high, HEIGHT - BOTTOM, TOP, inner.logarithmic)
        longest = max((len(re.sub("<.*?>", "", self.up.shown(tick))) for tick in self.up.ticks()), default=0)
        left = max(LEFT, 10.0 + LETTER * longest)
        self.across = Axis(0.0, max(len(self.errors) - 1.0, 1.0), left, WIDTH - RIGHT)

    def place(self, k: int) -> tuple[str, str]:
        """Where round k is; on the lower edge where its error is no number."""
        return f"{self.across.at(k):.1f}", f"{self._height(self.errors[k]):.1f}"

    def _height(self, x: float) -> float:
        if not isfinite(x):
            return self.up.start
        return self.up.at(max(self.up.low, min(x, self.up.high)))

    def svg(self, label: str, unit: str, mark: bool) -> str:
        """The picture; ``label`` is what a screen reader says, safe for HTML."""
        across, up = self.across, self.up
        parts = []
        for tick in up.ticks():
            at = up.at(tick)
            parts.append(f'<path class="grid" d="M{across.start} {at:.1f}H{across.end}"/>')
            parts.append(f'<text x="{across.start - 8}" y="{at + 4:.1f}" text-anchor="end">{up.shown(tick)}</text>')
        last = len(self.errors) - 1
        for k in sorted({0, last // 2, last}):
            anchor = {0: "start", last: "end"}.get(k, "middle")
            words = f"{k + self.first:,}" + (f" {unit}" if k == last else "")
            parts.append(f'<text x="{across.at(k):.1f}" y="{HEIGHT - 7}" text-anchor="{anchor}">{words}</text>')
        every = -(-len(self.errors) // POINTS)
        chosen = sorted({*range(0, last + 1, every), last})
        line = "L".join(" ".join(self.place(k)) for k in chosen if isfinite(self.errors[k]))
        parts += [f'<path class="curve" d="M{line}"/>'] if line else []
        if mark:
            x, y = self.place(0)
            parts.append(f'<g id="mark"><path d="M{x} {TOP}V{HEIGHT - BOTTOM}"/><circle cx="{x}" cy="{y}" r="5"/></g>')
        return (
            f'<svg id="curve" viewBox="0 0 {WIDTH:g} {HEIGHT:g}" role="img" aria-label="{label}">{"".join(parts)}</svg>'
        )
