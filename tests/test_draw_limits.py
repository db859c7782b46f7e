"""Where a picture changes because something would be too large to read: at the limit, and one beyond it."""

import math
import re
from itertools import pairwise
from math import hypot

import pytest

from tinygrad_edu import Value, dot, draw, nn
from tinygrad_edu.draw import courses, engines, export_dot, labels, layered, layout, paint, text
from tinygrad_edu.draw.chain import Way
from tinygrad_edu.draw.expression import expression
from tinygrad_edu.draw.layered import Vertex
from tinygrad_edu.draw.net import find_network
from tinygrad_edu.draw.network_view import is_small
from tinygrad_edu.draw.reading import Reading, root_word
from tinygrad_edu.draw.scene import Card, Edge, Row, Scene, even_widths, scale_widths
from tinygrad_edu.palette import LIGHT

B = {"engine": "builtin"}


def chain(steps, first=None):
    """w, and so many named results, one of the other."""
    w = node = first or Value(0.5, "w")
    for k in range(steps):
        node = (node * -1.01).named(f"s{k}")
    return node, w


def diamonds(count):
    """w, and three more nodes for each of so many branch points."""
    w = node = Value(0.5, "w")
    for k in range(count):
        node = (node.sin().named(f"a{k}") + node.cos().named(f"b{k}")).named(f"c{k}")
    return node, w


def mlp(*sizes):
    model = nn.MLP(sizes[0], list(sizes[1:]), seed=0)
    return model, nn.mse_loss(model([0.5] * sizes[0]), [0.0] * sizes[-1])


def cards(picture):
    return len(picture.scene.cards)


def test_boxes_of_a_graph():
    assert cards(draw.draw_graph(chain(999)[0], **B)) == 1000
    with pytest.raises(ValueError, match=r"a picture of 1,001 boxes; more than 1,000 .* draw_network"):
        draw.draw_graph(chain(1000)[0], **B)
    assert cards(draw.draw_graph(chain(1000)[0], force=True, **B)) == 1001


def test_boxes_of_a_path():
    assert cards(draw.draw_path(*diamonds(333), **B)) == 1000
    longer, w = diamonds(333)
    longer = (longer * 2.0).named("E")
    with pytest.raises(ValueError, match="1,001 Values lie between w and E: over 1,000 is too many"):
        draw.draw_path(longer, w, **B)


def test_a_long_way_is_shortened():
    assert cards(draw.draw_path(*chain(25), **B)) == 26
    shortened = draw.draw_path(*chain(26), **B)
    assert [card.spoken.split(" = ")[0].split(",")[0] for card in shortened.scene.cards] == [
        "w", "s0", "s1", "s23", "s24", "s25", "21 steps not drawn",
    ]  # fmt: skip
    # Only stretches with something to leave out are: at least two of them.
    base, w = diamonds(8)
    for steps, left_out in ((6, 0), (7, 2), (8, 3)):
        node, _ = chain(steps, base)
        picture = draw.draw_path(node, w, **B)
        assert cards(picture) == 25 + steps - left_out + (left_out > 0)
        assert ("steps not drawn" in picture.describe()) is (left_out > 0)


@pytest.mark.parametrize("steps, written", [(12, True), (13, False)])
def test_factors_of_a_caption(steps, written):
    root, w = chain(steps)
    caption = draw.draw_path(root, w, **B).scene.caption
    assert (len(caption) == 2 or len(caption[0]) > 20) is written
    assert ("a product of 13 factors" in text.plain(caption[0])) is not written


@pytest.mark.parametrize("branches", [4, 5])
def test_branches_of_a_caption(branches):
    w = Value(0.5, "w")
    users = [(w * (k + 1.0)).named(f"u{k}") for k in range(branches)]
    E = sum(users[1:], users[0]).named("E")
    picture = draw.draw_path(E, w, **B)
    words = text.plain(picture.scene.caption[0])
    assert ("∂E/∂u0" in words or "∂u0/∂w" in words) is (branches == 4)
    assert cards(picture) == 6 + (branches > 4)  # w, four branches, E, and a card for the rest
    assert any("1 more brings" in text.plain(row.middle) for card in picture.scene.cards for row in card.rows) is (
        branches == 5
    )


@pytest.mark.parametrize("uses, lines", [(4, 4), (5, 1)])
def test_parallel_lines(uses, lines):
    x = Value(2.0, "x")
    edges = draw.draw_graph(sum([x] * (uses - 1), x).named("y"), **B).scene.edges
    assert len(edges) == lines
    assert (edges[0].label is None) is (lines > 1)
    assert sum(edge.carries for edge in edges) == uses


@pytest.mark.parametrize("sizes, small", [
    ((6, 6), True), ((7, 1), False), ((1, 7), False), ((6, 5, 2), True), ((6, 5, 2, 1), False), ((5, 4, 3, 3), False),
    ((4, 6, 2, 2), True),
])  # fmt: skip
def test_nets_with_numbers_on_them(sizes, small):
    assert is_small(find_network(mlp(*sizes)[1])) is small


@pytest.mark.parametrize("label, word", [
    ("E_total", "E"), ("loss", "loss"), ("abcdef", "abcdef"), ("abcdefg", ""), ("", ""), ("abcd_1", "abcd_1"),
    ("ABC_total", "ABC"), ("ABCD_total", ""), ("E_", "E_"), ("y\n", "y"),
])  # fmt: skip
def test_what_a_derivative_is_called_in_cards(label, word):
    assert root_word(Value(1.0, label)) == word


def test_neurons_of_a_crowd():
    def shown(size):
        model, loss = mlp(size, 1)
        return [card.spoken.split(":")[0] for card in draw.draw_network(model, loss).scene.cards if card.spoken]

    assert shown(16) == [f"i{k}" for k in range(1, 17)] + ["o1"]
    assert shown(17) == [f"i{k}" for k in [*range(1, 7), *range(12, 18)]] + ["o1"]


@pytest.mark.parametrize("target, role", [(5.0, "minus"), (-5.0, "plus"), (math.inf, "minus"), (math.nan, "muted")])
def test_discs_of_a_crowd(target, role):
    """Their colour is the sign of δ; one that is infinite is full, and so is one that is no number, which has none."""
    net = nn.MLP(1, [17, 1], seed=0)
    E = (net([1.0])[0] - target).square().named("E")
    E.backward()
    picture = draw.draw_network(net, loss=E)
    (heat,) = [card.heat for card in picture.scene.cards if card.spoken.startswith("o1:")]
    assert heat == (role, 1.0)
    assert f'fill="{LIGHT[role]}" fill-opacity="1.00"' in picture.svg


def test_lines_of_a_crowd():
    model, loss = mlp(*[16] * 20, 8, 1)
    assert len(draw.draw_network(model, loss).scene.edges) == 5000
    model, loss = mlp(*[16] * 19, 15, 9, 2)
    with pytest.raises(ValueError, match="this would be 5,001 lines; more than 5,000"):
        draw.draw_network(model, loss)
    assert len(draw.draw_network(model, loss, force=True).scene.edges) == 5001


def test_where_saturation_begins():
    """A sigmoid's slope is 0.01 at ±4.585."""
    w, v = Value(4.58, "w1"), Value(4.6, "w2")
    x = Value(1.0, "i1")
    outs = [(p * x).named(f"net_{k}").sigmoid().named(f"out_{k}") for k, p in (("o1", w), ("o2", v))]
    picture = draw.draw_layers((outs[0] + outs[1]).named("E"), **B)
    assert "saturated 50%" in picture.describe()


def test_how_long_a_formula_is_written():
    def words(operations, inputs):
        node = sum([Value(0.5, f"x{k}") for k in range(1, inputs)], Value(0.5, "x0"))
        for _ in range(operations - inputs + 1):
            node = node.tanh()
        y = node.named("y")
        reading = Reading(y.sin().named("E"))
        return reading.formula(y), reading.derivative(y, reading.folded.inputs[y][0])

    formula, slope = words(60, 2)
    assert formula.count("tanh") == 59
    assert slope
    assert words(61, 2) == ("61 operations", "")
    assert words(50, 40)[1]
    assert not words(50, 41)[1]
    for inputs, shown in ((100, True), (102, False)):
        half = [Value(0.5, f"w{k}") for k in range(inputs // 2)]
        y = dot(half, [Value(1.0, f"x{k}") for k in range(inputs // 2)]).named("y")
        found = Reading(y.sin().named("E")).formula(y)
        assert found.count("·") == inputs // 2 if shown else found == "dot of 102"
    # A sum of many: each of its 50 additions has two inputs.
    assert words(50, 51)[0].count("+") == 50
    assert words(51, 52)[0] == "51 operations"


def test_what_show_chooses():
    def kind(root):
        return draw.show(root, **B).scene.title.split(",")[-1].split(":")[-1].strip()

    def unnamed(operations):
        return sum([w] * operations, w).named("y")

    w = Value(0.5, "w")
    alone = w
    for _ in range(23):
        alone = alone.sin().named("s")
    assert kind(alone) == "every operation"
    assert kind(alone.sin()) == "named values"
    for steps, view in ((39, "shown as 40 named Values"), (40, "shown as 41 named Values")):
        picture = draw.show(chain(steps)[0], **B)
        assert view in picture.scene.remarks[0]
        assert ('view="operations" shows all' in picture.scene.remarks[0]) is (steps == 39)
    for steps in (199, 200):  # and one box more
        (remark,) = draw.show(chain(steps)[0], **B).scene.remarks
        assert ("too many to be read: explain(E, wrt=w) works out one weight" in remark) is (steps == 200)
    assert not draw.show(unnamed(23), **B).scene.remarks
    (remark,) = draw.show(unnamed(24), **B).scene.remarks
    assert remark == "25 boxes; those that get a label are what a smaller view shows"


@pytest.mark.parametrize("sizes, lines", [((29, 40, 1), 1200), ((1200, 1, 1), 1201)])
def test_show_draws_lines_as_long_as_they_can_be_seen(sizes, lines):
    assert sum(a * b for a, b in pairwise(sizes)) == lines
    scene = draw.show(mlp(*sizes)[1]).scene
    assert (" boxes, shown as a network; " in scene.remarks[-1]) is (lines == 1200)
    assert scene.title.endswith("gradient flow" if lines == 1200 else "layer by layer")


def test_the_length_of_a_typed_formula():
    longest = "x" + " + x" * 499 + "   "
    assert len(longest) == 2000
    expression(longest, {"x": 0.5})
    with pytest.raises(ValueError, match="2,001 characters long; 2,000 are allowed"):
        expression(longest + " ", {"x": 0.5})


def test_which_engine_for_how_many_cards(monkeypatch):
    monkeypatch.delenv(engines.VARIABLE, raising=False)
    asked = []
    monkeypatch.setattr(engines, "chosen", lambda engine: asked.append(engine) or ("builtin", None))
    assert draw.draw_graph(chain(59)[0]).svg
    assert asked == []
    assert draw.draw_graph(chain(60)[0]).svg
    assert asked == ["auto"]


def test_orders_in_columns_up_to_60_cards():
    def wide(count):
        return draw.draw_graph(sum([Value(1.0, f"x{k}") for k in range(1, count)], Value(1.0, "x0")).named("y"), **B)

    for count, kept in ((59, True), (60, False)):
        scene = wide(count).scene
        assert len(scene.cards) == count + 1
        assert ("rank=same" in export_dot.layout_text(scene)) is kept
        assert ("rank=same" in export_dot.dot_text(scene)) is kept


def crossed(count):
    """So many vertices in two ranks, and two lines that cross."""
    vertices = [Vertex(k % 2, 10.0, 5.0, 5.0) for k in range(count)]
    for tail, head in ((0, 3), (2, 1)):
        vertices[tail].after.append((head, 1.0))
        vertices[head].before.append((tail, 1.0))
    return vertices


@pytest.mark.parametrize("count, sweeps, balanced", [(399, 8, 1), (400, 8, 0), (3999, 8, 0), (4000, 3, 0)])
def test_large_graphs_are_ordered_in_fewer_sweeps(monkeypatch, count, sweeps, balanced):
    orders, ends = [], []
    monkeypatch.setattr(layered, "_by_barycentre", lambda *what: orders.append(what))
    monkeypatch.setattr(layered, "_balance", lambda *what: ends.append(what))
    layered.order_ranks(crossed(count))
    assert (len(orders), len(ends)) == (2 * sweeps, balanced)
    assert [down for *_, down in orders] == ([True, True, False, False] * 4)[: 2 * sweeps]


@pytest.mark.parametrize("count, rounds", [(2500, 24), (2501, 10)])
def test_large_graphs_are_placed_in_fewer_rounds(monkeypatch, count, rounds):
    """As long as anything moves: six more, by the median, come after them, and one for each other rank at the end."""
    seen = []
    monkeypatch.setattr(layered, "_in_order", lambda wanted, *_: seen.append(1) or [where + 1.0 for where in wanted])
    monkeypatch.setattr(layered, "_median", lambda y, near: 0.0)
    vertices = crossed(count)
    layered.place(vertices, [list(range(0, count, 2)), list(range(1, count, 2))])
    assert len(seen) == 2 * (rounds + 6) + 1


@pytest.mark.parametrize("width, least", [(49.0, 0.0), (50.0, 0.0), (51.0, 100.0)])
def test_cards_of_a_column_are_equally_wide_unless_one_is_twice_as_wide(width, least):
    cards = [Card("net", [], size=(wide, 20.0)) for wide in (100.0, width)]
    other = Card("net", [], size=(130.0, 20.0), rank=1)
    even_widths([*cards, other])
    assert [card.least for card in (*cards, other)] == [100.0, least, 130.0]


@pytest.mark.parametrize("lines, span, routed", [(40, 100, 33), (40, 83, 40), (40, 84, 39), (1, 3008, 1), (1, 3009, 0)])
def test_how_far_lines_are_led_around_cards(lines, span, routed):
    """3,000 invisible places and four more for each card; the lines that find none go straight."""
    cards = [Card("net", [], size=(10.0, 10.0), rank=rank) for rank in [0] * lines + [span + 1] * lines]
    scene = Scene("far", cards, [Edge(k, lines + k) for k in range(lines)])
    vertices = [Vertex(card.rank, 10.0, 5.0, 5.0) for card in cards]
    routes = layout._routes(scene, vertices, 1, False)
    assert [len(route) for route, _ in routes] == [span] * routed + [0] * (lines - routed)
    assert len(vertices) == 2 * lines + routed * span


@pytest.mark.parametrize("spans", [(2900, 2000, 300), (300, 2000, 2900)])
@pytest.mark.parametrize("later", [0, 5000])
def test_short_lines_are_led_around_cards_first(spans, later):
    ends = [(later * k, later * k + span + 1) for k, span in enumerate(spans)]
    cards = [Card("net", [], size=(10.0, 10.0), rank=rank) for pair in ends for rank in pair]
    scene = Scene("far", cards, [Edge(2 * k, 2 * k + 1) for k in range(3)])
    routes = layout._routes(scene, [Vertex(card.rank, 10.0, 5.0, 5.0) for card in cards], 1, False)
    assert [len(route) for route, _ in routes] == [span if span < 2900 else 0 for span in spans]


@pytest.mark.parametrize("boxes, words", [(1000, 'view="operations" shows all'), (1001, "too many to show one by one")])
def test_show_says_whether_every_operation_could_be_drawn(monkeypatch, boxes, words):
    def sines(count, name):
        node = Value(0.5, "w")
        for k in range(count):
            node = node.sin().named(name * (k == 5))
        return node.named("y")

    assert draw.show(sines(boxes - 1, "half")).scene.remarks == [f"{boxes:,} boxes, shown as 3 named Values; {words}"]
    (remark,) = draw.show(sines(boxes - 1, "")).scene.remarks
    assert remark.startswith(f"{boxes:,} boxes; those that get a label" if boxes == 1000 else f"{boxes:,} boxes, shown")


@pytest.mark.parametrize("width, pieces", [(1.0, 2), (2.3, 2), (2.34, 1), (9.0, 1)])
def test_a_piece_that_is_too_short_for_an_arrow_is_joined_to_the_one_before(width, pieces):
    """From where it begins, at 30, 0, to the tip it is 9.43 px long; the arrow 5 px and 1.9 times the line's width."""
    points = [(0.0, 0.0), (10.0, 0.0), (20.0, 0.0), (30.0, 0.0), (31.0, 0.0), (32.0, 3.0), (35.0, 8.0)]
    curve, _ = paint._arrow(points, width, "#000000")
    assert len(curve) == 1 + 3 * pieces
    assert curve[:-2] == points[: 2 if pieces == 1 else 5]


@pytest.mark.parametrize("end", [(33.0, 4.0), (31.0, 0.0)])
def test_a_piece_that_is_just_long_enough_or_the_only_one_keeps_its_arrow(end):
    piece = [(30.0, 0.0), (31.0, 0.0), (30.5, 0.0), end]
    assert len(paint._arrow(piece, 0.0, "#000000")[0]) == 4
    joined = [(0.0, 0.0), (10.0, 0.0), (20.0, 0.0), *piece]
    assert len(paint._arrow(joined, 0.0, "#000000")[0]) == (7 if end[1] else 4)


def test_where_a_line_leaves_its_card():
    """On the circle or the edge that lies towards the other end; where both ends are one, at the centre."""
    disc = Card("net", [], shape="circle", at=(3.0, 4.0), size=(10.0, 10.0))
    box = Card("net", [], at=(3.0, 4.0), size=(20.0, 10.0))
    assert courses.border(disc, (3.0, 4.0)) == courses.border(box, (3.0, 4.0)) == (3.0, 4.0)
    assert courses.border(disc, (4.0, 4.0)) == (8.0, 4.0)
    assert courses.border(disc, (33.0, 44.0)) == (6.0, 8.0)
    assert courses.border(box, (4.0, 4.0)) == courses.border(box, (90.0, 4.0)) == (13.0, 4.0)
    assert courses.border(box, (3.0, -50.0)) == (3.0, -1.0)
    assert courses.border(box, (43.0, 14.0)) == (13.0, 6.5)
    assert courses.border(box, (-7.0, 24.0)) == (0.5, 9.0)


def added(x, *steps):
    """x with a number added again and again, or (None) its double, each a named Value."""
    for k, step in enumerate(steps):
        x = (x * 2.0 if step is None else x + step).named(f"n{k}")
    return x


@pytest.mark.parametrize(
    "steps, factors",
    [
        ((1.0, 1.0, 1.0), ["n2/x 1"]),
        ((1.0,), ["n0/x 1"]),
        ((None, 1.0, 1.0), ["n2/x 2"]),
        ((1.0, 1.0, None), ["n2/x 2"]),
        ((None, 1.0, 1.0, None), ["n3/n2 2", "n2/x 2"]),
        ((None, None), ["n1/n0 2", "n0/x 2"]),
    ],
)
def test_factors_of_one_are_left_out(steps, factors):
    x = Value(0.5, "x")
    found = Way(Reading(added(x, *steps)), x).factors()
    assert [f"{factor.top.label}/{factor.bottom.label} {factor.value:g}" for factor in found] == factors
    assert not any(factor.branches for factor in found)


@pytest.mark.parametrize(
    "other, share",
    [
        ((0.0, 0.0, 4.0, 2.0), 1.0), ((-9.0, -9.0, 9.0, 9.0), 1.0), ((2.0, 0.0, 9.0, 9.0), 0.5),
        ((-9.0, 1.5, 9.0, 9.0), 0.25), ((3.0, 1.0, 9.0, 9.0), 0.125), ((1.0, 0.5, 2.0, 1.5), 0.125),
        ((4.0, 0.0, 9.0, 2.0), 0.0), ((0.0, 2.0, 4.0, 9.0), 0.0), ((5.0, 5.0, 9.0, 9.0), 0.0),
        ((-9.0, 0.0, -1.0, 2.0), 0.0), ((0.0, -9.0, 4.0, -1.0), 0.0),
    ],
)  # fmt: skip
def test_what_share_of_a_box_another_covers(other, share):
    assert labels._overlap((0.0, 0.0, 4.0, 2.0), other) == share


@pytest.mark.parametrize(
    "start, end, through",
    [
        ((-1.0, 1.0), (5.0, 1.0), True), ((2.0, -1.0), (2.0, 5.0), True), ((-1.0, -1.0), (5.0, 3.0), True),
        ((1.0, 1.0), (3.0, 1.5), True), ((1.0, 1.0), (1.0, 9.0), True), ((-3.0, 1.0), (1.0, 1.0), True),
        ((-1.0, 2.5), (5.0, 2.5), False), ((-1.0, -0.5), (5.0, -0.5), False), ((4.5, -1.0), (4.5, 5.0), False),
        ((-0.5, -1.0), (-0.5, 5.0), False), ((-1.0, 1.5), (1.5, 4.0), False), ((3.0, -1.0), (6.0, 2.0), False),
        ((-3.0, 1.0), (-1.0, 1.0), False), ((5.0, 1.0), (9.0, 1.0), False), ((2.0, 3.0), (2.0, 9.0), False),
        ((-1.0, 1.95), (5.0, 2.55), False), ((-1.0, 1.5), (5.0, 1.9), True), ((-0.55, -1.0), (0.05, 5.0), False),
        ((-1.0, 0.0), (5.0, 0.0), True), ((-2.0, 1.0), (0.0, 1.0), False), ((1.0, 1.0), (1.0, 1.0), True),
    ],
)  # fmt: skip
def test_whether_a_line_runs_through_a_box(start, end, through):
    """Either way round; one that only touches it does not, one along its edge does."""
    box = (0.0, 0.0, 4.0, 2.0)
    assert labels._through(box, (start, end)) is labels._through(box, (end, start)) is through


@pytest.mark.parametrize(
    "carries, widths",
    [
        ([0.0, 0.0], [0.9, 0.9]), ([4.0, -1.0, 0.0], [5.0, 2.95, 0.9]), ([math.inf, 4.0, 1.0], [5.0, 5.0, 2.95]),
        ([math.inf], [5.0]), ([math.nan, 1.0], [0.9, 5.0]), ([None, 2.0], [1.1, 5.0]), ([0.25], [5.0]),
    ],
)  # fmt: skip
def test_widths_go_with_the_root_of_what_comes_back(carries, widths):
    edges = [Edge(0, 1, carries=x) for x in carries]
    scale_widths(edges)
    assert [edge.width for edge in edges] == widths


def test_a_circle_holds_all_its_rows():
    """The corner of a row that is furthest away, and 4 px beside it."""
    wide, narrow = Row((text.text("a wide row of words"),)), Row((text.text("a"),))
    for rows in ([wide], [narrow, wide], [narrow, wide, narrow], [wide, narrow, narrow], [narrow, narrow, wide]):
        card = Card("net", rows)
        high, low, corners = sum(row.height for row in rows) + 5.0 * (len(rows) - 1), 0.0, []
        for row in rows:
            corners += [(row.width / 2.0 + 4.0, y - high / 2.0) for y in (low, low + row.height)]
            low += row.height + 5.0
        assert card.content == pytest.approx(high)
        assert card.around == pytest.approx(2.0 * max(hypot(*corner) for corner in corners))


def test_a_stretch_without_a_slope_has_none():
    """Over a dead relu nothing comes back, in the middle of a long chain that is not drawn."""
    w = node = Value(0.5, "w")
    for k in range(30):
        node = (node - 1.0).relu().named(f"r{k}") if k == 15 else (node * 0.5).named(f"s{k}")
    spoken = [card.spoken for card in draw.draw_path(node, w, **B).scene.cards]
    assert any(words.endswith(" = 0.000000") and "steps not drawn" in words for words in spoken)


@pytest.mark.parametrize(
    "turned, climb, gap",
    [(False, 0.0, 40.0), (False, 260.0, 40.0), (False, 360.0, 50.0), (False, 1060.0, 120.0), (False, 5000.0, 120.0),
     (True, 0.0, 34.0), (True, 360.0, 44.0)],
)  # fmt: skip
def test_lines_that_run_far_up_get_room_to_bend(turned, climb, gap):
    """Between columns without labels: a tenth of what goes beyond 260 px, up to 80 px."""
    scene = Scene("graph", [], gap=40.0)
    vertices = [Vertex(0, 30.0, 5.0, 5.0), Vertex(1, 50.0, 5.0, 5.0, before=[(0, 1.0)])]
    x = layout._columns(scene, vertices, [[0], [1]], [climb + 9.0, 9.0], False, turned)
    assert x == [15.0, 30.0 + gap + 25.0]


@pytest.mark.parametrize("climb, gap", [(0.0, 5.0), (20.0, 17.0), (40.0, 29.0), (50.0, 31.0), (900.0, 31.0)])
def test_columns_of_labels_need_less_room(climb, gap):
    scene = Scene("graph", [], gap=40.0)
    vertices = [Vertex(0, 30.0, 5.0, 5.0), Vertex(1, 50.0, 5.0, 5.0, before=[(0, 1.0)]), Vertex(2, 30.0, 5.0, 5.0)]
    x = layout._columns(scene, vertices, [[0], [1], [2]], [climb + 9.0, 9.0, 9.0], True, False)
    assert x == [15.0, 55.0 + gap, 100.0 + gap]
    vertices.append(Vertex(4, 30.123, 5.0, 5.0))
    x = layout._columns(scene, vertices, [[0], [], [2], [], [3]], [climb] * 4, True, False)
    assert x == [15.0, 50.0, 85.0, 120.0, 155.1]  # where no label stands there is room for lines


@pytest.mark.parametrize(
    "words, limit, runs",
    [
        ("abcdef", 0, ["abcdef"]),
        ("abcdef", 6, ["abcdef"]),
        ("abcdef", 5, ["abcde …"]),
        (f"{text.token(0)} + {text.token(1)}", 11, ["out", "o1", " + ", "net"]),
        (f"{text.token(0)} + {text.token(1)}", 10, ["out", "o1", " + …"]),
        (f"{text.token(0)} + {text.token(1)}", 8, ["out", "o1", " + …"]),
        (
            f"{text.token(0)}·{text.token(0)} + {text.token(1)}·{text.token(1)}",
            19,
            ["out", "o1", "·", "out", "o1", " + …"],
        ),
        (f"{text.token(0)}·{text.token(1)}·{text.token(0)}", 11, ["out", "o1", "·", "net", "· …"]),
        (f"{text.token(0)}{text.token(1)}", 5, ["out", "o1", " …"]),
        (f"= {text.token(0)}", 6, ["= …"]),
    ],
)
def test_where_a_formula_is_cut(words, limit, runs):
    assert [run for run, _ in text.rich(words, ["out_o1", "net"], 12, limit=limit).runs] == runs


@pytest.mark.parametrize(
    "feeds, before, after",
    [
        ({0: [3], 1: [3, 4], 2: [4]}, [[1, 0, 2], [3, 4]], [[0, 1, 2], [3, 4]]),
        ({0: [3], 1: [3, 4], 2: [4]}, [[0, 1, 2], [4, 3]], [[2, 1, 0], [4, 3]]),
        ({0: [3], 1: [3, 4]}, [[1, 0], [3, 4]], [[0, 1], [3, 4]]),
        ({0: [2, 7], 1: [4]}, [[0, 1], [2, 3, 4, 5, 6, 7]], [[1, 0], [2, 3, 4, 5, 6, 7]]),  # as many crossings
        ({0: [2, 3, 8], 1: [5]}, [[0, 1], [2, 3, 4, 5, 6, 7, 8]], [[0, 1], [2, 3, 4, 5, 6, 7, 8]]),  # more of them
    ],
)
def test_what_feeds_several_stands_between_what_feeds_one_of_them(feeds, before, after):
    """By the mean place of what it feeds, as long as no more lines cross."""
    vertices = [Vertex(int(k in after[1]), 10.0, 5.0, 5.0) for k in range(9)]
    for tail, heads in feeds.items():
        for head in heads:
            vertices[tail].after.append((head, 1.0))
            vertices[head].before.append((tail, 1.0))
    layered._balance(vertices, before)
    assert before == after


def test_names_in_a_formula_are_cut_and_lowered():
    formula = text.rich(f"2·{text.token(0)} + {text.token(1)}", ["w" * 17, "w_12"], 12)
    assert formula.runs == (
        ("2·", False),
        ("w" * 10 + "…" + "w" * 5, False),
        (" + ", False),
        ("w", False),
        ("12", True),
    )
    assert text.rich(text.token(0), ["w" * 16], 12).runs == (("w" * 16, False),)


@pytest.mark.parametrize("view", [draw.draw_graph, draw.show])
def test_of_several_values_one_is_drawn_or_their_sum(view):
    a = Value(1.0, "a") * 2.0
    with pytest.raises(TypeError, match=r"of one Value.* this is a list of them: pass one of them, or their sum"):
        view([a, a])


def test_a_picture_is_as_wide_as_its_remarks():
    picture = draw.draw_graph((Value(0.5, "w") * 2.0).named("y"), engine="builtin")
    remark = "w" * 200
    picture.scene.remarks.append(remark)
    wide = float(re.search(r' width="([\d.]+)"', picture.svg)[1])
    assert wide >= text.text(remark, "small").width + 30.0
