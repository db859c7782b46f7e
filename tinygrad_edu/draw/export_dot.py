"""A scene in the DOT language, twice: a picture that Graphviz draws well by itself, and a bare layout problem.

``dot_text`` writes cards as HTML-like tables, which Graphviz 2.43 and later draw alike; a pinned scene stays pinned.
``layout_text`` gives Graphviz only boxes of the sizes to be painted, and ``read_layout`` reads its answer.
Colours have six digits, because 2.43 paints ``#eef`` black.
"""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from .. import escape
from ..palette import colours_of
from .courses import Point, sampled
from .layered import Vertex, link, order_ranks
from .layout import Layout, fit, pinned
from .scene import READABLE, Card, Edge, Label, Row, Scene
from .text import Bars, Fraction, Line, Text, text

__all__ = ["dot_text", "layout_text", "read_layout", "titled_above"]

POINTS = 0.75  # a px of ours in Graphviz's points: 96 px and 72 points make an inch
FONT = "Helvetica"
TITLE_ABOVE = 30.0  # px from the middle of the title to the top of a pinned picture


# -- for Graphviz to draw --------------------------------------------------------------------------------------------


def dot_text(scene: Scene, theme: str = "light") -> str:
    """The scene as a digraph. Its edges have the direction of the computation, its arrows that of the picture.

    Graphviz knows no reader's colours: the ``theme`` "auto" is light.
    """
    return _Writer(scene, theme).text()


def titled_above(scene: Scene) -> bool:
    """Whether a title stands above: where Graphviz lays out, a cluster's label may lie on labels of lines."""
    return scene.titled and (scene.pinned or not any(edge.label for edge in scene.edges))


class _Writer:
    def __init__(self, scene: Scene, theme: str) -> None:
        self.scene, self.theme, self.colours = scene, theme, colours_of(theme)

    def text(self) -> str:
        scene, ink = self.scene, self.colours["ink"]
        graph = {"bgcolor": self.colours["paper"], "fontname": FONT, "fontcolor": ink, "fontsize": "10", "pad": "0.2"}
        if scene.pinned:
            graph |= {"layout": "neato", "splines": "line", "outputorder": "edgesfirst"}
        else:
            graph |= {"rankdir": scene.rankdir, "nodesep": "0.15", "ranksep": f"{scene.gap * POINTS / 72:.2f}"}
        lines = ["digraph {", f"  graph [{_attributes(graph)}{self._foot()}]"]
        lines.append(f"  node [shape=plain, fontname={FONT}, fontcolor={escape.dot(ink)}, margin=0]")
        lines.append(f"  edge [fontname={FONT}, fontsize=9, fontcolor={escape.dot(ink)}, arrowsize=0.6]")
        drawn = [f"  n{i} [{self._card(card)}]" for i, card in enumerate(scene.cards)]
        if scene.pinned:
            layout = pinned(scene)
            for k, (edge, curve) in enumerate(zip(scene.edges, layout.curves, strict=True)):
                drawn += self._run(k, edge, sampled(curve)[1:-1])
            drawn += self._pinned_labels(layout)
        else:
            drawn += [self._edge(edge) for edge in scene.edges]
            drawn += _chains(scene) if len(scene.cards) <= READABLE else []
        return "\n".join([*lines, *self._under_title(drawn), "}"]) + "\n"

    def _under_title(self, drawn: list[str]) -> list[str]:
        """The drawing with the title above it: a node at its place, or the label of a cluster around everything."""
        if not titled_above(self.scene):
            return drawn
        title = self._stack(Label(above=[(text(self.scene.title, "title", bold=True),)]))
        if self.scene.pinned:
            layout = fit(self.scene, pinned(self.scene))
            left, top = layout.corner
            return [*drawn, self._words("title", title, (left + layout.width / 2.0, top - TITLE_ABOVE))]
        return ["  subgraph cluster_picture {", f"  graph [penwidth=0, labelloc=t, label=<{title}>]", *drawn, "  }"]

    def _foot(self) -> str:
        """What stands below the picture: the title if not above it, the caption, what colours mean, remarks."""
        scene = self.scene
        below = scene.titled and not titled_above(scene)
        rows = [self._row_cells(Row(middle=(text(scene.title, "title", bold=True),)))] if below else []
        rows += [self._row_cells(Row(middle=line)) for line in scene.caption]
        if scene.legend:
            words = [self._mark(mark) + self._text(text(said, "small", "muted")) for mark, said in scene.legend]
            rows.append(f"<TD>{'    '.join(words)}</TD>")
        rows += [
            f'<TD><FONT COLOR="{self.colours["muted"]}" POINT-SIZE="8">{escape.dot_html(remark)}</FONT></TD>'
            for remark in scene.remarks
        ]
        if not rows:
            return ""
        body = "".join(f"<TR>{row}</TR>" for row in rows)
        return f', labelloc=b, label=<<TABLE BORDER="0" CELLSPACING="6">{body}</TABLE>>'

    def _mark(self, mark: str) -> str:
        """The square before a word of the legend; on paper, where lines are black, a line as in the picture."""
        if not mark:
            return ""
        sign = {"plus": "—", "minus": "- -"}.get(mark, "■") if self.theme == "print" else "■"
        role = mark if mark in ("plus", "minus", "line") else mark + "_line"
        return f'<FONT COLOR="{self.colours[role]}">{sign}</FONT> '

    def _card(self, card: Card) -> str:
        tip = f", tooltip={escape.dot(card.spoken)}" if card.spoken else ""
        where = f", {_at(card.at)}" if card.at else ""
        body = "".join(f"<TR>{self._row_cells(row)}</TR>" for row in card.rows)
        if card.shape == "circle":
            size = f"{card.width * POINTS / 72:.3f}"
            fill, line = self.colours[card.kind], self.colours[card.kind + "_line"]
            if card.heat:
                role, share = card.heat
                fill = _mixed(fill, self.colours[role], share)
            label = f'<<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="0">{body}</TABLE>>' if body else '""'
            return (
                f"shape=circle, fixedsize=true, width={size}, style=filled, fillcolor={escape.dot(fill)}, "
                f"color={escape.dot(line)}, label={label}{where}{tip}"
            )
        style = ""
        if card.kind:
            fill, line = self.colours[card.kind], self.colours[card.kind + "_line"]
            style = f' STYLE="ROUNDED" BGCOLOR="{fill}" COLOR="{line}"'
        border = "1" if card.kind else "0"
        inner = f'<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="1">{body}</TABLE>'
        padding = f'BORDER="{border}" CELLBORDER="0" CELLSPACING="0" CELLPADDING="4"'
        table = f"<TABLE {padding}{style}><TR><TD>{inner}</TD></TR></TABLE>"
        return f"label=<{table}>{where}{tip}"

    def _row_cells(self, row: Row) -> str:
        if row.middle:
            return f'<TD COLSPAN="2">{self._line(row.middle)}</TD>'
        if not row.right:
            return f'<TD COLSPAN="2" ALIGN="LEFT">{self._line(row.left)}</TD>'
        return f'<TD ALIGN="LEFT">{self._line(row.left)}</TD><TD ALIGN="RIGHT">{self._line(row.right)}</TD>'

    def _line(self, line: Line) -> str:
        if len(line) == 1 and isinstance(line[0], Text):
            return self._text(line[0])
        if all(isinstance(piece, Text) for piece in line):
            return "".join(self._text(piece) for piece in line if isinstance(piece, Text))
        if len(line) == 1:
            return self._piece(line[0])
        cells = "".join(f"<TD>{self._piece(piece)}</TD>" for piece in line)
        return f'<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="1"><TR>{cells}</TR></TABLE>'

    def _piece(self, piece: Text | Fraction | Bars) -> str:
        if isinstance(piece, Text):
            return self._text(piece)
        if isinstance(piece, Fraction):
            # A fixed size, with room for wider fonts: else the bar would be as long as the widest row beside it.
            size = f'WIDTH="{piece.width * 0.98:.0f}" HEIGHT="{(piece.above + piece.below) * 1.1:.0f}"'
            return (
                f'<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="1" FIXEDSIZE="TRUE" {size}>'
                f'<TR><TD BORDER="1" SIDES="B" COLOR="{self.colours[piece.top.role]}">{self._text(piece.top)}</TD></TR>'
                f'<TR><TD BORDER="0">{self._text(piece.bottom)}</TD></TR></TABLE>'
            )
        blocks = "▁▂▃▄▅▆▇█"
        return "".join(
            f'<FONT COLOR="{self.colours[role]}">{blocks[min(7, int(share * 8))]}</FONT>'
            for share, role in piece.heights
        )

    def _text(self, piece: Text) -> str:
        colour = self.colours[piece.role]
        parts = []
        for words, low in piece.runs:
            size = piece.size * POINTS * (0.86 if low else 1.0)
            shown = escape.dot_html(words) or " "
            part = f'<FONT COLOR="{colour}" POINT-SIZE="{size:.1f}">{shown}</FONT>'
            parts.append(f"<SUB>{part}</SUB>" if low else part)
        joined = "".join(parts)
        return f"<B>{joined}</B>" if piece.bold else joined

    def _run(self, k: int, edge: Edge, points: list[Point]) -> list[str]:
        """A line of a pinned picture, which Graphviz draws straight; one that bends is a run of short ones.

        Dots at their ends, as wide as the line, close the gaps on the outside of a bend.
        """
        names = [f"n{edge.tail}", *(f"e{k}_{i}" for i in range(len(points))), f"n{edge.head}"]
        tip = names[:2] if edge.backward else names[-2:]
        dot = {"shape": "point", "width": f"{edge.width * POINTS / 72:.4f}", "penwidth": "0"}
        dot |= {"style": "invis"} if self._dashed(edge) else {"color": self.colours[edge.role]}
        lines = [f"  {name} [{_attributes(dot)}, {_at(at)}]" for name, at in zip(names[1:-1], points, strict=True)]
        for ends in pairwise(names):
            style = self._style(edge, arrow=[*ends] == tip)
            style |= {f"{end}clip": "false" for end, name in zip(("tail", "head"), ends, strict=True) if name[0] == "e"}
            lines.append(f"  {' -> '.join(ends)} [{_attributes(style)}]")
        return lines

    def _edge(self, edge: Edge) -> str:
        label = f", label=<{self._stack(edge.label)}>" if edge.label else ""
        sides = (":e", ":w") if self.scene.rankdir == "LR" else ("", "")
        return f"  n{edge.tail}{sides[0]} -> n{edge.head}{sides[1]} [{_attributes(self._style(edge))}{label}]"

    def _style(self, edge: Edge, arrow: bool = True) -> dict[str, str]:
        colour = self.colours[edge.role]
        if edge.opacity < 1.0:
            colour += f"{round(255 * edge.opacity):02x}"
        style = {"color": colour, "penwidth": f"{edge.width * POINTS:.2f}"}
        if not edge.arrow or not arrow:
            style["dir"] = "none"
        elif edge.backward:
            style["dir"] = "back"
        if self._dashed(edge):
            style["style"] = "dashed"
        if edge.spoken:
            style["tooltip"] = edge.spoken
        return style

    def _dashed(self, edge: Edge) -> bool:
        return edge.dashed or (self.theme == "print" and edge.role == "minus")

    def _stack(self, label: Label, paper: bool = False) -> str:
        rows = "".join(f"<TR><TD>{self._line(line)}</TD></TR>" for line in [*label.above, *label.below])
        fill = f' BGCOLOR="{self.colours["paper"]}"' if paper else ""
        return f'<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="1"{fill}>{rows}</TABLE>'

    def _pinned_labels(self, layout: Layout) -> list[str]:
        """Labels and notes as nodes of their own, on the lines."""
        lines, number = [], 0
        for edge, at in zip(self.scene.edges, layout.labels, strict=True):
            if edge.label and at:
                lines.append(self._words(f"t{number}", self._stack(edge.label, paper=edge.label.on), at))
                number += 1
        for note in self.scene.notes:
            at = (note.at[0], note.at[1] + 6.5 * (len(note.lines) - 1) - 4.0)
            lines.append(self._words(f"t{number}", self._stack(Label(above=note.lines)), at))
            number += 1
        return lines

    def _words(self, name: str, table: str, at: Point) -> str:
        return f"  {name} [label=<{table}>, {_at(at)}]"


def _at(point: Point) -> str:
    """That a node stands there."""
    return f'pos="{point[0] * POINTS / 72:.4f},{-point[1] * POINTS / 72:.4f}!"'


def _attributes(values: dict[str, str]) -> str:
    return ", ".join(f"{key}={escape.dot(value)}" for key, value in values.items())


def _mixed(a: str, b: str, share: float) -> str:
    pairs = [(int(a[i : i + 2], 16), int(b[i : i + 2], 16)) for i in (1, 3, 5)]
    return "#" + "".join(f"{round(x + (y - x) * share):02x}" for x, y in pairs)


def _chains(scene: Scene) -> list[str]:
    """One invisible chain for each column: every version of Graphviz then keeps the order from top to bottom."""
    vertices = [Vertex(card.rank, 1.0, 1.0, 1.0) for card in scene.cards]
    for tail, head in dict.fromkeys((edge.tail, edge.head) for edge in scene.edges):
        if vertices[head].rank == vertices[tail].rank + 1:
            link(vertices, tail, head, 1.0)
    return [
        f"  {{rank=same; {' -> '.join(f'n{i}' for i in rank)} [style=invis]}}"
        for rank in order_ranks(vertices)
        if len(rank) > 1
    ]


# -- for Graphviz to lay out only ------------------------------------------------------------------------------------


def layout_text(scene: Scene) -> str:
    """Boxes of the right sizes, edges, room for labels. Nothing in it comes from a label."""
    lines = [
        "digraph {",
        f"  graph [rankdir={scene.rankdir}, nodesep=0.17, ranksep={scene.gap * POINTS / 72:.2f}]",
        '  node [shape=box, fixedsize=true, label=""]',
        "  edge [arrowhead=none]",
    ]
    for i, card in enumerate(scene.cards):
        lines.append(f"  n{i} [width={card.width * POINTS / 72:.4f}, height={card.height * POINTS / 72:.4f}]")
    ports = (":e", ":w") if scene.rankdir == "LR" else (":s", ":n")
    alone = _degrees(scene)
    for edge in scene.edges:
        weight = ", weight=4" if alone[edge.tail][0] == 1 and alone[edge.head][1] == 1 else ""
        label = ""
        if edge.label:
            w, h = (edge.label.width + 24.0) * POINTS, 2.0 * max(edge.label.up, edge.label.down) * POINTS
            room = f'WIDTH="{w:.0f}" HEIGHT="{h:.0f}"'
            label = f', label=<<TABLE BORDER="0" FIXEDSIZE="TRUE" {room}><TR><TD></TD></TR></TABLE>>'
        lines.append(f"  n{edge.tail}{ports[0]} -> n{edge.head}{ports[1]} [{(weight + label).lstrip(', ')}]")
    if len(scene.cards) <= READABLE:
        lines += _chains(scene)
    return "\n".join([*lines, "}"]) + "\n"


def _degrees(scene: Scene) -> list[tuple[int, int]]:
    uses, used = [0] * len(scene.cards), [0] * len(scene.cards)
    for edge in scene.edges:
        used[edge.tail] += 1
        uses[edge.head] += 1
    return list(zip(used, uses, strict=True))


def read_layout(scene: Scene, answer: dict[str, Any]) -> Layout:
    """Graphviz's answer, ``-Tjson0``, as a Layout. Its y axis points up, and its unit is a point."""
    *_, top = map(float, answer["bb"].split(","))

    def at(pair: str) -> Point:
        x, y = pair.split(",")
        return float(x) / POINTS, (top - float(y)) / POINTS

    places = {node["name"]: at(node["pos"]) for node in answer["objects"] if "pos" in node}
    drawn: dict[tuple[str, str], list[dict[str, Any]]] = {}
    names = {node["_gvid"]: node["name"] for node in answer["objects"]}
    for edge in answer.get("edges", []):
        if edge.get("style") != "invis":
            drawn.setdefault((names[edge["tail"]], names[edge["head"]]), []).append(edge)
    curves: list[list[Point]] = []
    labels: list[Point | None] = []
    for edge in scene.edges:
        found = drawn[f"n{edge.tail}", f"n{edge.head}"].pop(0)
        curves.append([at(pair) for pair in found["pos"].split()])
        if edge.label and scene.rankdir == "LR":
            labels.append(_on_curve(curves[-1], at(found["lp"])[0]))
        else:
            labels.append(at(found["lp"]) if edge.label else None)
    centres = [places[f"n{i}"] for i in range(len(scene.cards))]
    return Layout(centres, curves, labels)


def _on_curve(curve: list[Point], x: float) -> Point:
    """The point of a curve from left to right above or below ``x``."""
    for k in range(0, len(curve) - 3, 3):
        a, b, c, d = curve[k : k + 4]
        if a[0] <= x <= d[0]:
            low, high = 0.0, 1.0
            for _ in range(30):
                t = (low + high) / 2.0
                s = 1.0 - t
                weights = (s**3, 3 * s * s * t, 3 * s * t * t, t**3)
                here, there = (sum(w * p[k] for w, p in zip(weights, (a, b, c, d), strict=True)) for k in (0, 1))
                low, high = (t, high) if here < x else (low, t)
            return here, there
    return curve[len(curve) // 2]
