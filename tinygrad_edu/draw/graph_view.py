"""The computation graph: a card for every Value, or for every named one, with its formula, its number and its gradient.

Folded by names (the default) it speaks the article's language: ``net_h1 = w1·i1 + w2·i2 + b1`` is one card. With
``fold=None`` every operation has a card of its own. A line is drawn for each *use* of a Value: ``x * x`` has two.
"""

from __future__ import annotations

from collections.abc import Collection

from ..escape import one_line
from ..graph import UNFOLDED, Fold, ancestors, fold
from ..names import Name, write
from ..names import value as printed
from ..value import Value
from . import text
from .layered import ranks_of
from .reading import Reading, gradient_of, kind_of, root_word, shown
from .scene import Card, Edge, Label, Row, Scene, even_widths, scale_widths
from .text import Line, Text

__all__ = ["graph_scene", "legend"]

LIMIT = 1000
PARALLEL = 4  # uses of one Value by another that are drawn as lines of their own


def legend(width: str, kinds: Collection[str] = ()) -> list[tuple[str, str]]:
    """The lines, and the kinds of cards, that a picture explains at its foot."""
    words = {"given": "given", "trained": "trained", "net": "computed", "activation": "activation", "error": "error"}
    marks = [(kind, word) for kind, word in words.items() if kind in kinds]
    return [("plus", "gradient +"), ("minus", "gradient −"), ("", f"line width ~ {width}"), *marks]


def graph_scene(root: Value, folded_by: str | None, digits: int, formulas: bool, force: bool) -> Scene:
    """The scene of ``draw_graph``."""
    folded = fold(root, unfold=UNFOLDED) if folded_by == "named" else _unfolded(root)
    count = len(folded.nodes)
    if count > LIMIT and not force:
        smaller = (
            'fold="named" draws the named Values only' if folded_by is None
            else "draw_network(E) draws neurons and draw_layers(E) layers, which nn.name_network(E) finds in code "
            "without names"
        )  # fmt: skip
        raise ValueError(
            f"this graph would be a picture of {count:,} boxes; more than {LIMIT:,} cannot be read. {smaller}; "
            "force=True draws it all the same"
        )
    reading = Reading(root, folded)
    scene = Scene(title=_title(root, folded_by))
    word = root_word(root)
    edges: list[Edge] = []
    for node in reading.nodes:
        head = reading.index[node]
        scene.cards.append(_card(reading, node, digits, word, folded_by, formulas))
        edges += _edges(reading, node, head, digits)
    ranks = ranks_of(count, [(edge.tail, edge.head) for edge in edges])
    for card, rank in zip(scene.cards, ranks, strict=True):
        card.rank = rank
    even_widths([card for card in scene.cards if len(card.rows) > 1])  # not the numbers in a formula
    scene.edges = edges
    scale_widths(edges)
    scene.legend = legend("√|gradient carried|", {card.kind for card in scene.cards}) if reading.adjoint else []
    scene.spoken = [card.spoken for card in scene.cards]
    return scene


def _title(root: Value, folded_by: str | None) -> str:
    of = f" of {root.label}" if root.label else ""
    return one_line(f"Computation graph{of}, " + ("named values" if folded_by else "every operation"))


def _unfolded(root: Value) -> Fold:
    """The graph as it was recorded, in the form of a folded one: every node is its own formula."""
    order = ancestors(root)
    inputs = {node: tuple(dict.fromkeys(node.inputs)) for node in order}
    # No partials: lines are drawn for uses, and each of these has its own.
    return Fold(root, order, inputs, {}, {node: [node] if node.op else [] for node in order})


def _card(reading: Reading, node: Value, digits: int, word: str, folded_by: str | None, formulas: bool) -> Card:
    anonymous = not one_line(node.label)
    kind = kind_of(node, reading.folded.region[node])
    value = text.text(shown(node.data, node, digits), "number")
    label = reading.name(node)
    if anonymous and node.op is None and not node.requires_grad:  # a number in a formula
        return Card("given", [Row(middle=(value,))], spoken=f"the number {value.runs[0][0]}")
    rows: list[Row] = []
    if anonymous:
        named = folded_by or node.op is None
        title: Line = (text.name(label, role="muted", bold=False) if named else _operation(reading, node),)
        first = Row(title, (value,))
    elif len(lines := text.wrap(label)) > 1:
        rows += [Row((Text(((line, False),), 13, bold=True),)) for line in lines[:-1]]
        first = Row((Text(((lines[-1], False),), 13, bold=True),), (value,))
    else:
        first = Row((text.name(label),), (value,))
    rows.append(first)
    spoken = f"{text.plain(first.left) if anonymous else one_line(label)} = {text.plain((value,))}"
    if formulas and node.op is not None and (folded_by or not anonymous):
        words = reading.formula(node)
        if words:
            # A formula is cut where it would make its card, and with it the whole column, too wide to read.
            equals = "" if words == node.op.name else "= "  # of nameless operands: the operation alone
            rows.append(Row((text.rich(equals + words, reading.names, "formula", "muted", limit=34),)))
            spoken += f"{' =' if equals else ','} {text.spell(words, reading.names)}"
    if node in reading.adjoint:
        g = text.gradient(reading.adjoint[node], digits)
        left, said = gradient_of(word, "" if anonymous else label)
        rows.append(Row(left, (g,)))
        spoken += f", {said} = {text.plain(g)}"
    return Card(kind, rows, spoken=spoken)


def _operation(reading: Reading, node: Value) -> Text:
    """What a nameless result is called: its operation on its operands' names, or only the operation's."""
    assert node.op is not None
    if node.op.arity in (1, 2):
        words = []
        for u in node.inputs:
            if one_line(u.label):
                words.append(Name(text.token(reading.index[u])))
            elif u.op is None and not u.requires_grad:
                words.append(printed(text.given(u.data, 4)))
        if len(words) == node.op.arity:
            written = str(write(node.op, words))
            piece = text.rich(written, reading.names, 12, "muted")
            if len(text.plain(piece)) <= 18:
                return piece
    return text.text(node.op.name, 12, "muted")


def _edges(reading: Reading, node: Value, head: int, digits: int) -> list[Edge]:
    uses: dict[Value, list[float | None]] = {}
    for u, carries in reading.uses(node):
        uses.setdefault(u, []).append(carries)
    edges = []
    for u, carried in uses.items():
        what = f"{one_line(reading.name(u))} in {one_line(reading.name(node))}"
        if len(carried) > PARALLEL:
            parts = [g for g in carried if g is not None]
            total = sum(parts) if parts else None
            label = Label(above=[(text.text(f"×{len(carried)}", "small", "muted"),)])
            edges.append(Edge(reading.index[u], head, total, label=label, spoken=_brings(what, total, digits)))
        else:
            edges += [
                Edge(reading.index[u], head, g, spoken=_brings(what, g, digits), arrow=g is not None) for g in carried
            ]
    return edges


def _brings(what: str, carries: float | None, digits: int) -> str:
    return what if carries is None else f"{what}: brings {text.signed(carries, digits)} back"
