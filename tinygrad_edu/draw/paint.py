"""The painter: a scene and its layout to SVG. The only one, so every picture looks the same, whoever laid it out.

The SVG is one for light and dark: light colours stand as attributes, and a style sheet inside translates them where the
reader's system is dark; with the style sheet stripped (GitHub, nbviewer) the light picture remains, to the last pixel.
It refers to nothing outside, has no script, no ``<a>`` and, besides the ids of its title and description, no ids, so
that many of them can share a page. Text lengths are stated, so that a browser with another font keeps the places.
"""

from __future__ import annotations

from hashlib import sha256
from math import fsum, hypot

from ..escape import xml
from ..palette import DARK, FONT, LIGHT, colours_of
from . import text
from .courses import Point
from .layout import BESIDE, Layout
from .scene import NOTE_LINE, PAD_X, ROW_GAP, Card, Edge, Label, Scene

__all__ = ["THEMES", "paint"]

THEMES = ("auto", "light", "dark", "print")
MARGIN = 18.0


def paint(scene: Scene, layout: Layout, theme: str = "auto", role: str = "img") -> str:
    """The SVG, as text. ``theme`` is one of ``THEMES``; ``role`` is "group" where the cards can be operated."""
    return _Painter(scene, layout, theme, role).svg()


def _group(extra: dict[str, str]) -> str:
    return "".join(["<g", *(f' {name}="{xml(value)}"' for name, value in extra.items()), ">"])


def _f(x: float) -> str:
    """A length, with at most one decimal."""
    shown = f"{x:.1f}"
    return shown.removesuffix(".0") if shown != "-0.0" else "0"


class _Painter:
    def __init__(self, scene: Scene, layout: Layout, theme: str, role: str) -> None:
        self.scene, self.layout, self.theme, self.role = scene, layout, theme, role
        self.colours = colours_of(theme)
        self.out: list[str] = []

    def svg(self) -> str:
        scene, layout = self.scene, self.layout
        top = MARGIN + (30.0 if scene.titled else 0.0)
        height = top + layout.height
        remarks = [(text.text(remark, "small", "muted"),) for remark in scene.remarks]
        wide = max(layout.width, self._legend_width(), *map(text.width, [*scene.caption, *remarks]))
        if scene.titled:
            wide = max(wide, self._title().width)
        wide += 2 * MARGIN
        left = (wide - layout.width) / 2.0
        if scene.titled:
            self._line((self._title(),), wide / 2.0, MARGIN + 14.0, "middle")
        self.out.append(f'<g transform="translate({_f(left)} {_f(top)})">')
        # Lines without a gradient lie undermost; thin ones over thick ones, but in a network the strongest on top.

        def layer(pair: tuple[Edge, list[Point]]) -> tuple[bool, float]:
            edge, _ = pair
            return edge.role != "line", edge.width if scene.pinned else -edge.width

        for edge, curve in sorted(zip(scene.edges, layout.curves, strict=True), key=layer):
            self._edge(edge, curve)
        cards = [*zip(scene.cards, layout.centres, strict=True)]
        if self.role != "img":  # the tab key goes through it: column by column, as the eyes do
            cards.sort(key=lambda pair: (pair[0].rank, pair[1][1]))
        for card, centre in cards:
            self._card(card, centre)
        for edge, at in zip(scene.edges, layout.labels, strict=True):
            if edge.label is not None and at is not None:
                self._label(edge.label, at)
        for note in scene.notes:
            for k, line in enumerate(note.lines):
                self._line(line, note.at[0] - layout.corner[0], note.at[1] - layout.corner[1] + NOTE_LINE * k, "middle")
        self.out.append("</g>")
        for line in scene.caption:
            height += 16.0 + text.above(line)
            self._line(line, (wide - text.width(line)) / 2.0, height)
            height += text.below(line)
        if scene.legend:
            height += 34.0
            self._legend((wide - self._legend_width()) / 2.0, height)
        for line in remarks:
            height += 22.0
            self._line(line, wide / 2.0, height, "middle")
        return self._wrap("\n".join(self.out), wide, height + MARGIN)

    def _title(self) -> text.Text:
        return text.text(self.scene.title, "title", "ink", bold=True)

    def _wrap(self, body: str, width: float, height: float) -> str:
        spoken = "\n".join(self.scene.spoken)
        whole = f"{self.theme}{width}{height}{self.scene.title}{spoken}{body}"
        key = "tge" + sha256(whole.encode("utf-8", "surrogatepass")).hexdigest()[:10]  # a label may hold half a pair
        style = _style(body) if self.theme == "auto" else ""
        card = "" if self.theme == "print" else (
            f'<rect x=".5" y=".5" width="{_f(width - 1)}" height="{_f(height - 1)}" rx="10" '
            f'fill="{self.colours["paper"]}" stroke="{self.colours["grid"]}"/>\n'
        )  # fmt: skip
        title, named = f'<title id="{key}t">{xml(self.scene.title)}</title>\n', f'aria-labelledby="{key}t {key}d"'
        if self.role != "img":  # a title would pop up wherever one points at
            title, named = "", f'aria-label="{xml(self.scene.title)}" aria-describedby="{key}d"'
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" class="{"tge tge-auto" if style else "tge"}" '
            f'viewBox="0 0 {_f(width)} {_f(height)}" width="{_f(width)}" height="{_f(height)}" '
            f'style="max-width:100%;height:auto" role="{self.role}" {named} font-family="{FONT}">\n'
            f'{title}<desc id="{key}d">{xml(spoken)}</desc>\n'
            f"{style}{card}{body}\n</svg>\n"
        )

    # -- cards ---------------------------------------------------------------------------------------------------

    def _card(self, card: Card, centre: Point) -> None:
        x, y = centre
        w, h = card.width, card.height
        self.out.append(_group(card.extra) + (f"<title>{xml(card.spoken)}</title>" if card.spoken else ""))
        if card.kind:
            fill, line = self.colours[card.kind], self.colours[card.kind + "_line"]
            style = f'fill="{fill}" stroke="{line}" stroke-width="1.3"'
            if card.shape == "circle":
                self.out.append(f'<circle cx="{_f(x)}" cy="{_f(y)}" r="{_f(w / 2)}" {style}/>')
            else:
                self.out.append(
                    f'<rect x="{_f(x - w / 2)}" y="{_f(y - h / 2)}" width="{_f(w)}" height="{_f(h)}" rx="9" {style}/>'
                )
            if card.heat:
                role, share = card.heat
                self.out.append(
                    f'<circle cx="{_f(x)}" cy="{_f(y)}" r="{_f(w / 2)}" fill="{self.colours[role]}" '
                    f'fill-opacity="{share:.2f}"/>'
                )
        baseline = y - card.content / 2.0
        for row in card.rows:
            at = baseline + row.above
            self._line(row.left, x - w / 2.0 + PAD_X, at)
            self._line(row.right, x + w / 2.0 - PAD_X, at, "end")
            self._line(row.middle, x, at, "middle")
            baseline += row.height + ROW_GAP
        self.out.append("</g>")

    # -- edges ---------------------------------------------------------------------------------------------------

    def _edge(self, edge: Edge, curve: list[Point]) -> None:
        colour = self.colours[edge.role]
        points = list(reversed(curve)) if edge.backward else curve
        tip = ""
        if edge.arrow:
            points, tip = _arrow(points, edge.width, colour)
        style = f'stroke="{colour}" stroke-width="{edge.width:g}"'
        if edge.opacity < 1.0:
            style += f' stroke-opacity="{edge.opacity:.2f}"'
        if edge.dashed:
            style += ' stroke-dasharray="5 4"'
        elif self.theme == "print" and edge.role == "minus":
            style += f' stroke-dasharray="{_f(4 + edge.width)} {_f(3 + edge.width / 2)}"'
        path = f'<path d="{_path(points)}" fill="none" {style}/>{tip}'
        title = f"<title>{xml(edge.spoken)}</title>" if edge.spoken else ""
        self.out.append(f"{_group(edge.extra)}{title}{path}</g>" if title or edge.extra else path)

    def _label(self, label: Label, at: Point) -> None:
        x, y = at
        if label.on:
            lines = label.above + label.below
            high = fsum(text.above(line) + text.below(line) for line in lines) + 2.0 * (len(lines) - 1)
            w = label.width + 6.0
            self.out.append(
                f'<rect x="{_f(x - w / 2)}" y="{_f(y - high / 2 - 2)}" width="{_f(w)}" height="{_f(high + 4)}" rx="4" '
                f'fill="{self.colours["paper"]}"/>'
            )
            baseline = y - high / 2.0
            for line in lines:
                self._centred(line, x, baseline + text.above(line))
                baseline += text.above(line) + text.below(line) + 2.0
            return
        if self.scene.rankdir == "TB":  # at the right of the line
            lines = label.above + label.below
            baseline = y - (label.up + label.down) / 2.0 + 4.0
            for line in lines:
                self._line(line, x + BESIDE, baseline + text.above(line))
                baseline += text.above(line) + text.below(line) + 3.0
            return
        baseline = y - 5.0
        for line in reversed(label.above):
            baseline -= text.below(line)
            self._centred(line, x, baseline)
            baseline -= text.above(line) + 2.0
        baseline = y + 6.0
        for line in label.below:
            baseline += text.above(line)
            self._centred(line, x, baseline)
            baseline += text.below(line) + 3.0

    # -- text ----------------------------------------------------------------------------------------------------

    def _centred(self, line: text.Line, x: float, y: float) -> None:
        self._line(line, x - text.width(line) / 2.0, y)

    def _line(self, line: text.Line, x: float, y: float, anchor: str = "start") -> None:
        """A line of text with its baseline at ``y``."""
        total = text.width(line)
        if len(line) == 1 and isinstance(line[0], text.Text):
            self._text(line[0], x, y, anchor)
            return
        x -= {"start": 0.0, "middle": total / 2.0, "end": total}[anchor]
        for piece in line:
            if isinstance(piece, text.Text):
                self._text(piece, x, y)
            elif isinstance(piece, text.Fraction):
                middle, bar = x + piece.width / 2.0, y - piece.bar
                self._text(piece.top, middle, bar - 3.0 - piece.top.below, "middle")
                self._text(piece.bottom, middle, bar + 2.5 + piece.bottom.above, "middle")
                self.out.append(
                    f'<path d="M{_f(x)} {_f(bar)}h{_f(piece.width)}" '
                    f'stroke="{self.colours[piece.top.role]}" stroke-width="1"/>'
                )
            else:
                self._bars(piece, x, y)
            x += piece.width

    def _text(self, piece: text.Text, x: float, y: float, anchor: str = "start") -> None:
        words, low = [], False
        for part, lowered in piece.runs:
            shift = "" if lowered == low else f' dy="{_f((0.26 if lowered else -0.26) * piece.size)}"'
            size = f' font-size="{piece.sub:g}"' if lowered else ""
            words.append(f"<tspan{shift}{size}>{xml(part)}</tspan>" if shift or size else xml(part))
            low = lowered
        if not words:
            return
        style = f' text-anchor="{anchor}"' if anchor != "start" else ""
        style += ' font-weight="700"' if piece.bold else ""
        style += f' data-slot="{piece.slot}"' if piece.slot else ""
        if piece.known and sum(len(part) for part, _ in piece.runs) > 1:
            style += f' textLength="{_f(piece.width)}" lengthAdjust="spacingAndGlyphs"'
        self.out.append(
            f'<text x="{_f(x)}" y="{_f(y)}" font-size="{piece.size:g}" fill="{self.colours[piece.role]}"'
            f'{style} xml:space="preserve">{"".join(words)}</text>'
        )

    def _bars(self, bars: text.Bars, x: float, y: float) -> None:
        step = bars.width / len(bars.heights)
        for k, (share, role) in enumerate(bars.heights):
            high = max(1.0, share * bars.above)
            self.out.append(
                f'<rect x="{_f(x + k * step)}" y="{_f(y - high)}" width="{_f(step)}" height="{_f(high)}" '
                f'fill="{self.colours[role]}"/>'
            )

    # -- the legend ----------------------------------------------------------------------------------------------

    def _legend_width(self) -> float:
        widths = [(24.0 if mark else 2.0) + text.text(words, "small").width + 18.0 for mark, words in self.scene.legend]
        return fsum(widths) - 18.0

    def _legend(self, x: float, y: float) -> None:
        for mark, words in self.scene.legend:
            if mark in ("plus", "minus", "line"):
                dashes = ' stroke-dasharray="5 3"' if self.theme == "print" and mark == "minus" else ""
                self.out.append(
                    f'<path d="M{_f(x)} {_f(y - 4)}h18" stroke="{self.colours[mark]}" stroke-width="4"{dashes}/>'
                )
            elif mark:
                self.out.append(
                    f'<rect x="{_f(x + 5)}" y="{_f(y - 9)}" width="11" height="11" rx="3" '
                    f'fill="{self.colours[mark]}" stroke="{self.colours[mark + "_line"]}" stroke-width="1.3"/>'
                )
            x += 24.0 if mark else 2.0
            piece = text.text(words, "small", "muted")
            self._text(piece, x, y)
            x += piece.width + 18.0


def _arrow(points: list[Point], width: float, colour: str) -> tuple[list[Point], str]:
    """The curve, shortened, and the triangle at its end."""
    length, half = 5.0 + 1.9 * width, 2.4 + 0.95 * width
    while len(points) > 4 and hypot(points[-1][0] - points[-4][0], points[-1][1] - points[-4][1]) < length:
        points = [*points[:-6], points[-6], points[-2], points[-1]]  # the last piece is too short to hold the arrow
    *_, (x, y) = points
    before = next((p for p in reversed(points) if p != (x, y)), (x, y))
    dx, dy = x - before[0], y - before[1]
    size = hypot(dx, dy) or 1.0
    dx, dy = dx / size, dy / size
    back = (x - dx * length, y - dy * length)
    tip = (
        f'<path d="M{_f(x)} {_f(y)}L{_f(back[0] - dy * half)} {_f(back[1] + dx * half)}'
        f'L{_f(back[0] + dy * half)} {_f(back[1] - dx * half)}Z" fill="{colour}"/>'
    )
    inner = (x - dx * length * 0.8, y - dy * length * 0.8)
    control = points[-2]
    shift = (inner[0] - x, inner[1] - y)
    return [*points[:-2], (control[0] + shift[0], control[1] + shift[1]), inner], tip


def _path(points: list[Point]) -> str:
    words = [f"M{_f(points[0][0])} {_f(points[0][1])}"]
    for k in range(1, len(points) - 2, 3):
        a, b, c = points[k : k + 3]
        words.append(f"C{_f(a[0])} {_f(a[1])} {_f(b[0])} {_f(b[1])} {_f(c[0])} {_f(c[1])}")
    return "".join(words)


def _style(body: str) -> str:
    """The translation of the colours that are used to those of the dark."""
    rules = []
    for role, light in LIGHT.items():
        for attribute in ("fill", "stroke"):
            if f'{attribute}="{light}"' in body or role in ("paper", "grid"):
                rules.append(f'.tge-auto [{attribute}="{light}"]{{{attribute}:{DARK[role]}}}')
    return f"<style>@media (prefers-color-scheme:dark){{{''.join(rules)}}}</style>\n"
