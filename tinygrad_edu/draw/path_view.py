"""The path of one derivative: what lies between a Value and the result, each local derivative on its backward arrow.

This is the article's zoom: an arrow for every factor of the chain rule, with its fraction, formula and number; where a
Value feeds several others, what each branch brings back; and the whole product as the caption.
"""

from __future__ import annotations

import math

from ..escape import one_line
from ..graph import fold
from ..palette import sign_role
from ..value import Value
from . import text
from .caption import BRANCHES, caption, fraction
from .chain import Way, slope
from .graph_view import legend
from .layered import ranks_of
from .reading import Reading, gradient_of, kind_of, root_word, shown
from .scene import Card, Edge, Label, Row, Scene, even_widths, scale_widths
from .text import Line

__all__ = ["path_scene"]

LIMIT = 1000
LONGEST = 26  # Values that are all drawn: 12 steps, mostly two branches wide
ENDS = 3  # of a long stretch, what is drawn of it at either end


def path_scene(root: Value, wrt: Value, digits: int, context: bool, force: bool) -> Scene:
    """The scene of ``draw_path``."""
    if not wrt.requires_grad:
        raise ValueError(f"{_called(wrt)} is a constant: nothing is differentiated by it")
    reading = Reading(root, fold(root, keep=[wrt], unfold=math.inf))
    way = Way(reading, wrt)
    if not way.nodes:
        raise ValueError(
            f"no way leads from {_called(wrt)} to {_called(root)}: the result was not computed from it. Was it "
            "computed again since, or is this another Value of the same name?"
        )
    scene = Scene(title=one_line(f"From {reading.name(root)} back to {reading.name(wrt)}"), gap=34.0)
    kept, more = _strongest(way)
    kept, runs = _shortened(way, kept)
    if len(kept) > LIMIT and not force:
        raise ValueError(
            f"{len(kept):,} Values lie between {_called(wrt)} and {_called(root)}: over {LIMIT:,} is too many. "
            "draw_layers(E) draws layers, naming fewer Values folds the rest; force=True draws them all the same"
        )
    index = {node: i for i, node in enumerate(kept)}
    scene.cards = [_card(reading, node, digits) for node in kept]
    ranked: list[tuple[int, int]] = []
    for node in kept:
        inputs = [u for u in reading.folded.inputs[node] if u in index]
        if context:
            _context(scene, reading, node, index, digits, ranked)
        for u in inputs:
            ranked.append((index[u], index[node]))
            scene.edges.append(_edge(reading, u, node, index, digits, len(way.users[u]) > 1))
    for below, above, steps in runs:
        _run(scene, way, index[below], index[above], below, above, steps, digits)
        ranked += [(index[below], len(scene.cards) - 1), (len(scene.cards) - 1, index[above])]
    for u, (count, total) in more.items():  # it has BRANCHES users that are drawn, so it is drawn itself
        words: Line = (text.text(f"{count} more bring{'s' * (count == 1)}", "label", "muted"),)
        scene.cards.append(Card("", [Row(middle=words), Row(middle=(text.gradient(total, digits),))]))
        ranked.append((index[u], len(scene.cards) - 1))
        scene.edges.append(Edge(index[u], len(scene.cards) - 1, total, backward=True, dashed=True))
    _rank(scene, ranked)
    scale_widths(scene.edges, 1.6, 4.0)
    scene.caption = caption(reading, way.factors(), wrt, digits)
    scene.legend = legend("√|gradient carried|")
    g = reading.adjoint[wrt]
    scene.spoken = [card.spoken for card in scene.cards if card.spoken]
    scene.spoken += [edge.spoken for edge in scene.edges if edge.spoken]
    of, by = (one_line(reading.name(node)) for node in (root, wrt))
    scene.spoken.append(f"∂{of}/∂{by} = {text.signed(g, max(digits, 9))}")
    return scene


def _called(node: Value) -> str:
    return one_line(node.label) or ("the result" if node.op else "the Value without a name")


def _strongest(way: Way) -> tuple[list[Value], dict[Value, tuple[int, float]]]:
    """The nodes to draw: of more than BRANCHES users only those that bring most; and what the others bring together."""
    drawn = {way.wrt}
    for node in way.nodes:
        if node in drawn:
            brings = {user: abs(way.brings(user, node)) for user in way.users[node]}
            drawn.update(sorted(brings, key=lambda user: -brings[user])[:BRANCHES])
    more = {}
    for node in way.nodes:
        rest = [way.brings(user, node) for user in way.users[node] if user not in drawn]
        if rest and node in drawn:
            more[node] = (len(rest), sum(rest))
    return [node for node in way.nodes if node in drawn], more


Run = tuple[Value, Value, int]  # from this node up to that one, so many nodes in between are not drawn


def _shortened(way: Way, kept: list[Value]) -> tuple[list[Value], list[Run]]:
    """Of a way that is too long to read, long stretches without a branch are left out but for their ends."""
    if len(kept) <= LONGEST:
        return kept, []
    place = {node: i for i, node in enumerate(kept)}
    users = {node: [user for user in way.users[node] if user in place] for node in kept}
    feeds = dict.fromkeys(kept, 0)
    for above in users.values():
        for user in above:
            feeds[user] += 1
    left: set[Value] = set()
    runs: list[Run] = []
    seen: set[Value] = set()
    for node in kept:
        stretch = [node]
        while node not in seen and len(users[stretch[-1]]) == 1 and feeds[users[stretch[-1]][0]] == 1:
            stretch.append(users[stretch[-1]][0])
        seen.update(stretch)
        if len(stretch) > 2 * ENDS + 1:
            middle = stretch[ENDS:-ENDS]
            left.update(middle)
            runs.append((stretch[ENDS - 1], stretch[-ENDS], len(middle)))
    return [node for node in kept if node not in left], runs


def _run(scene: Scene, way: Way, tail: int, head: int, below: Value, above: Value, steps: int, digits: int) -> None:
    """A stretch that is left out: a card that says so, and the derivative over the whole of it."""
    node, value = below, 1.0
    while node is not above:
        (user,) = way.users[node]
        value *= slope(way.reading, user, node)
        node = user
    g = way.reading.adjoint
    role = sign_role(g[below])
    of, by = way.reading.name(above), way.reading.name(below)
    spoken = f"{steps:,} steps not drawn, ∂{one_line(of)}/∂{one_line(by)} = {text.number(value, digits)}"
    scene.cards.append(Card("", [Row(middle=(text.text(f"⋯ {steps:,} steps ⋯", "label", "muted"),))], spoken=spoken))
    here = len(scene.cards) - 1
    label = Label([(fraction(of, by, role),)], [(text.text("= " + text.number(value, digits), "label", role),)])
    scene.edges.append(Edge(tail, here, g[below], backward=True, dashed=True))
    scene.edges.append(Edge(here, head, g[above], backward=True, dashed=True, label=label))


def _card(reading: Reading, node: Value, digits: int) -> Card:
    kind = kind_of(node, reading.folded.region[node])
    word = root_word(reading.root)
    label = reading.name(node)
    value = text.text(shown(node.data, node, digits), "number")
    rows = [Row((text.name(label, limit=20),), (value,))]
    spoken = f"{one_line(label)} = {text.plain((value,))}"
    words = reading.formula(node) if node.op else ""
    if words:
        rows.append(Row((text.rich("= " + words, reading.names, "formula", "muted", limit=30),)))
        spoken += f" = {text.spell(words, reading.names)}"
    g = text.gradient(reading.adjoint[node], digits)
    left, said = gradient_of(word, label)
    rows.append(Row(left, (g,)))
    return Card(kind, rows, spoken=f"{spoken}, {said} = {text.plain(g)}")


def _edge(reading: Reading, u: Value, node: Value, index: dict[Value, int], digits: int, branch: bool) -> Edge:
    partial = reading.partial(node, u)
    carries = reading.adjoint[node] * partial if partial is not None else None
    role = sign_role(carries)
    of, by = reading.name(node), reading.name(u)
    label = Label(above=[(fraction(of, by, role),)])
    words = reading.derivative(node, u)
    spoken = f"∂{one_line(of)}/∂{one_line(by)} = "
    if partial is not None:
        value = text.number(partial, digits)
        if words and words not in ("1", value):
            label.below.append((text.rich("= " + words, reading.names, "small", "muted", limit=26),))
            spoken += f"{text.spell(words, reading.names)} = "
        label.below.append((text.text("= " + value, "label", role),))
        spoken += value
    if branch and carries is not None:
        label.below.append((text.text("brings " + text.signed(carries, digits), "label", role, bold=True),))
        spoken += f", brings {text.signed(carries, digits)}"
    return Edge(index[u], index[node], carries, backward=True, label=label, spoken=spoken)


def _context(
    scene: Scene, reading: Reading, node: Value, index: dict[Value, int], digits: int, ranked: list[tuple[int, int]]
) -> None:
    """The other operands, as small cards."""
    for u in reading.folded.inputs[node]:
        if u not in index:
            value = text.text(shown(u.data, u, digits), "label", "muted")
            name = text.name(reading.name(u), 12, "muted", limit=16)
            spoken = f"{one_line(reading.name(u))} = {value.runs[0][0]}"
            scene.cards.append(Card("given", [Row((name,), (value,))], spoken=spoken))
            here = len(scene.cards) - 1
            ranked.append((here, index[node]))
            scene.edges.append(Edge(here, index[node], arrow=False))


def _rank(scene: Scene, ranked: list[tuple[int, int]]) -> None:
    """The cards' columns, and one width for all of a column. Cards may come in any order."""
    waits = [0] * len(scene.cards)
    users: list[list[int]] = [[] for _ in scene.cards]
    for tail, head in ranked:
        waits[head] += 1
        users[tail].append(head)
    order = [i for i, count in enumerate(waits) if not count]
    for i in order:  # grows while it is walked: whoever has nothing left to wait for comes next
        for head in users[i]:
            waits[head] -= 1
            if not waits[head]:
                order.append(head)
    number = {i: k for k, i in enumerate(order)}
    ranks = ranks_of(len(scene.cards), [(number[tail], number[head]) for tail, head in ranked])
    for i, k in number.items():
        scene.cards[i].rank = ranks[k]
    even_widths([card for card in scene.cards if card.kind])
