"""Curves over epochs as an SVG picture: the loss at the left, the figures that lie between 0 and 1 at the right.

Rows that are trained on are blue and solid, held-out rows orange and dashed, in the colours of all other pictures. The
picture is plain text made of numbers: the same on every machine, readable in light and dark, and by screen readers.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from math import ceil, floor, inf, isfinite, log10

from ..escape import xml
from ..lowered import lowered
from ..palette import DARK, FONT, LIGHT

__all__ = ["Axis", "curves", "drawable", "figures", "ticks", "vertical"]

HELD_OUT = "val_"
TOP, BOTTOM, LEFT, RIGHT = 42.0, 38.0, 56.0, 24.0  # room around the lines of a panel, in px
POINTS = 400  # a longer curve is thinned: nobody sees more points than px
LARGEST, SMALLEST = 1e300, 1e-290  # beyond these the distances on an axis overflow, or are no longer numbers


def curves(
    rows: Sequence[dict[str, float]], width: int = 640, height: int = 240, words: Mapping[str, str] | None = None
) -> str:
    """The picture of a history, a list with a dict for each epoch. ``width`` and ``height`` are in px.

    A loss that spans more than a factor of 50 gets a logarithmic axis. ``words`` has other words for "title", "loss",
    "training", "held out", "epoch" and "course", in another language. Raises ValueError for a history without epochs.
    """
    if not rows:
        raise ValueError("the history is empty: there is no epoch to draw")
    words = words or {}
    names = list(dict.fromkeys(name for row in rows for name in row if name not in ("epoch", "lr")))
    first = [name for name in names if name.removeprefix(HELD_OUT) == "loss"]
    others = list(dict.fromkeys(name.removeprefix(HELD_OUT) for name in names if name not in first))
    groups = [("loss", first)] if first else []
    groups += [(other, [name for name in names if name.removeprefix(HELD_OUT) == other]) for other in others[:2]]
    each = width / len(groups)
    line = {name: [drawable(row.get(name, inf)) for row in rows] for name in names}
    body = "\n".join(
        _panel(title, {name: line[name] for name in group}, rows, i * each, each, height, words)
        for i, (title, group) in enumerate(groups)
    )
    course = words.get("course", "{} {:.4g} to {:.4g}")
    spoken = ", ".join(
        course.format(words.get(name, name), rows[0].get(name, inf), rows[-1].get(name, inf)) for name in names
    )
    title = words.get("title", f"Training, {len(rows)} epochs")
    key = "tgc" + sha256(f"{width}{height}{body}".encode()).hexdigest()[:10]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="{key}" viewBox="0 0 {width} {height}" width="{width}" '
        f'height="{height}" style="max-width:100%;height:auto" role="img" aria-labelledby="{key}t {key}d" '
        f'font-family="{FONT}" font-size="11">\n'
        f'<title id="{key}t">{xml(title)}</title>\n<desc id="{key}d">{xml(spoken)}</desc>\n'
        f"{_dark(key)}"
        f'<rect x=".5" y=".5" width="{width - 1}" height="{height - 1}" rx="10" fill="{LIGHT["paper"]}" '
        f'stroke="{LIGHT["grid"]}"/>\n{body}\n</svg>\n'
    )


def ticks(low: float, high: float, most: int) -> list[float]:
    """Round numbers from ``low`` to ``high``, at most ``most`` + 1 of them: steps of 1, 2 or 5 times a power of ten.

    >>> ticks(0.0, 1.0, 5)
    [0.0, 0.2, 0.4, 0.6, 0.8, 1.0]
    >>> ticks(7.0, 93.0, 5)
    [20.0, 40.0, 60.0, 80.0]
    """
    step = _step(low, high, most)
    first, last = ceil(low / step - 1e-9), floor(high / step + 1e-9)
    return [float(f"{k * step:.12g}") for k in range(first, last + 1)]


def _step(low: float, high: float, most: int) -> float:
    raw = (high - low) / most
    power = 10.0 ** floor(log10(raw))
    return next(m * power for m in (1.0, 2.0, 5.0, 10.0) if m * power >= raw * (1.0 - 1e-9))


def figures(x: float, digits: int = 6, powers: bool = False) -> str:
    """A number as SVG text; ``powers``: as a power of ten. Where it needs one it has one, and not an e.

    >>> figures(12000.0), figures(3.51e-05, 3)
    ('12,000', '3.51·10<tspan dy="-4" font-size="8">−5</tspan>')
    """
    shown = f"{x:.{digits}g}"
    if "e" not in shown and not powers:
        return f"{float(shown):,.{len(shown.partition('.')[2])}f}".replace("-", "−")
    first, _, power = f"{x:.{digits - 1}e}".partition("e")
    first = first.rstrip("0").rstrip(".") if "." in first else first
    ten = "10" if first == "1" else f"{first}·10".replace("-", "−")
    return f'{ten}<tspan dy="-4" font-size="8">{int(power)}</tspan>'.replace(">-", ">−")


@dataclass
class Axis:
    """From numbers to px."""

    low: float
    high: float
    start: float
    end: float
    logarithmic: bool = False

    def at(self, x: float) -> float:
        a, b = self.low, self.high
        if self.logarithmic:
            x, a, b = log10(x), log10(a), log10(b)
        return self.start + (x - a) / (b - a) * (self.end - self.start)

    def ticks(self) -> list[float]:
        if not self.logarithmic:
            return ticks(self.low, self.high, 4)
        powers = range(round(log10(self.low)), round(log10(self.high)) + 1)
        every = -(-len(powers) // 6)
        return [float(f"1e{k}") for k in powers[::every]]

    def shown(self, tick: float) -> str:
        """A tick as SVG text; on an axis of many powers of ten all are written as powers."""
        return figures(tick, powers=self.logarithmic and not 1e-4 <= self.low <= self.high <= 1e5)


def _panel(
    title: str,
    lines: dict[str, list[float]],
    rows: Sequence[dict[str, float]],
    left: float,
    width: float,
    height: float,
    words: Mapping[str, str],
) -> str:
    epochs = [row.get("epoch", float(i)) for i, row in enumerate(rows, 1)]
    x = Axis(epochs[0], max(epochs[-1], epochs[0] + 1), left + LEFT, left + width - RIGHT)
    y = vertical([v for line in lines.values() for v in line if isfinite(v)], height)
    low = '<tspan dy="3.4" font-size="10">{}</tspan>'
    name = "".join(low.format(xml(part)) if down else xml(part) for part, down in lowered(words.get(title, title)))
    out = [_text(left + LEFT, 24, name, "start", "ink", bold=True)]
    for tick in y.ticks():
        at = y.at(tick)
        out.append(_line(x.start, at, x.end, at, "grid"))
        out.append(_text(x.start - 7, at + 3.8, y.shown(tick), "end"))
    whole = [t for t in ticks(x.low, x.high, 5) if t == round(t)]
    for tick in dict.fromkeys([x.low, *[t for t in whole if t - x.low > 0.08 * (x.high - x.low)]]):
        if tick <= epochs[-1]:
            out.append(_text(x.at(tick), height - BOTTOM + 16, x.shown(tick), "middle"))
    out.append(_text(x.end, height - 7, xml(words.get("epoch", "epoch")), "end"))
    out.append(_line(x.start, y.start, x.end, y.start, "line"))
    where = x.end
    for name, line in reversed(lines.items()):
        held_out = name.startswith(HELD_OUT)
        role, dash = ("minus", ' stroke-dasharray="5 3"') if held_out else ("plus", "")
        for part in _parts(epochs, line, y):
            points = " ".join(f"{x.at(a):.1f},{y.at(b):.1f}" for a, b in part)
            if len(part) == 1:
                cx, cy = points.split(",")
                out.append(f'<circle cx="{cx}" cy="{cy}" r="2.5" fill="{LIGHT[role]}"/>')
            else:
                out.append(
                    f'<polyline points="{points}" fill="none" stroke="{LIGHT[role]}" stroke-width="2" '
                    f'stroke-linejoin="round"{dash}/>'
                )
        last = next((row[name] for row in reversed(rows) if name in row), None)
        label = "held out" if held_out else "training"
        label = words.get(label, label)
        out.append(_text(where, 24, xml(label) + ("" if last is None else f" {figures(last, 3)}"), "end", role))
        where -= 6.2 * len(label if last is None else f"{label} {last:.3g}") + 12
    return "\n".join(out)


def drawable(x: float) -> float:
    """A number as far as it can be drawn; inf and nan, which cannot, stay."""
    return x if not isfinite(x) else 0.0 if abs(x) < SMALLEST else max(-LARGEST, min(x, LARGEST))


def vertical(numbers: list[float], height: float) -> Axis:
    """The axis for some numbers: from 0 or from the round number below, and up to the round one above."""
    start, end = height - BOTTOM, TOP
    low, high = min(numbers, default=0.0), max(numbers, default=1.0)
    if low > 0.0 and high / low > 50.0:
        return Axis(10.0 ** floor(log10(low)), 10.0 ** ceil(log10(high)), start, end, True)
    if low >= 0.0 and (high <= 1.0 or low < 0.6 * high):
        low, high = 0.0, 1.0 if 0.5 < high <= 1.0 else high
    if high - low <= 1e-9 * max(abs(low), abs(high)):
        low, high = low - 0.5 * (abs(low) or 1.0), high + 0.5 * (abs(high) or 1.0)
    step = _step(low, high, 4)
    return Axis(floor(low / step + 1e-9) * step, ceil(high / step - 1e-9) * step, start, end)


def _parts(epochs: list[float], line: list[float], y: Axis) -> list[list[tuple[float, float]]]:
    """The pieces of a curve between the numbers that cannot be drawn, thinned."""
    every = -(-len(line) // POINTS)
    chosen = sorted({*range(0, len(line), every), len(line) - 1})
    parts: list[list[tuple[float, float]]] = [[]]
    for i in chosen:
        if isfinite(line[i]):
            parts[-1].append((epochs[i], line[i]))
        elif parts[-1]:
            parts.append([])
    return [part for part in parts if part]


def _line(x1: float, y1: float, x2: float, y2: float, role: str) -> str:
    return f'<path d="M{x1:.1f} {y1:.1f}L{x2:.1f} {y2:.1f}" stroke="{LIGHT[role]}" stroke-width="1"/>'


def _text(x: float, y: float, text: str, anchor: str, role: str = "muted", bold: bool = False) -> str:
    weight = ' font-weight="bold" font-size="13"' if bold else ""
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" fill="{LIGHT[role]}"{weight}>{text}</text>'


def _dark(key: str) -> str:
    """The light colours, translated where the reader's system is dark."""
    roles = ("paper", "ink", "muted", "plus", "minus", "line", "grid")
    rules = "".join(
        f'.{key} [{what}="{LIGHT[role]}"]{{{what}:{DARK[role]}}}' for role in roles for what in ("fill", "stroke")
    )
    return f"<style>@media (prefers-color-scheme:dark){{{rules}}}</style>\n"
