"""The lines of networks that skip layers: they run past the neurons in between, beside each other."""

import re
from math import dist

import pytest

from tinygrad_edu import draw, nn
from tinygrad_edu.draw.courses import LANE, courses, point_at, sampled
from tinygrad_edu.draw.scene import Card, Edge, Scene

from .golden import held


def residual(blocks, width):
    """A residual network: every block is a layer, and what it is given is added to what it gives."""
    first, last = nn.Layer(2, width, "tanh", seed=1), nn.Layer(width, 1, "linear", seed=2)
    between = [nn.Layer(width, width, "tanh", seed=3 + k) for k in range(blocks)]
    nn.label_layers(first, *between, last)
    h = first([0.5, -0.3])
    for layer in between:
        h = [x + y for x, y in zip(h, layer(h), strict=True)]
    return nn.half_squared_error(last(h), [1.0])


@pytest.mark.parametrize("show", ["gradients", "deltas", "weights", "structure"])
@pytest.mark.parametrize("blocks, width", [(1, 1), (1, 2), (1, 3), (1, 4), (2, 1), (2, 2), (3, 1), (3, 2), (6, 1)])
def test_no_line_of_a_residual_network_runs_behind_a_neuron(blocks, width, show):
    scene = draw.draw_network(residual(blocks, width), show=show).scene
    bent = 0
    for edge, course in zip(scene.edges, courses(scene), strict=True):
        ends = [scene.cards[edge.tail], scene.cards[edge.head]]
        points = [point_at(course, k / 200.0) for k in range(201)]
        for card in scene.cards:
            if card.shape == "circle" and card not in ends:
                assert min(dist(point, card.centre) for point in points) > card.width / 2.0 + 4.0
        for card, point in zip(ends, (points[0], points[-1]), strict=True):
            if card.shape == "circle":
                assert dist(card.centre, point) == pytest.approx(card.width / 2.0)
        bent += len(course) > 4
    assert bent


@pytest.mark.parametrize("blocks", [1, 2, 6])
def test_titles_stand_above_the_lines_and_biases_below(blocks):
    for width in (1, 2):
        scene = draw.draw_network(residual(blocks, width)).scene if blocks * width < 7 else None
        if scene:
            heights = [y for course in courses(scene) if len(course) > 4 for _, y in course]
            assert max(note.at[1] for note in scene.notes) < min(heights)
            biases = [c.centre[1] - c.height / 2.0 for c in scene.cards if c.kind == "trained"]
            assert biases and min(biases) > max(heights)


def test_lines_on_one_way_lie_beside_each_other_the_longest_outermost():
    disc = [Card("net", [], shape="circle", at=(100.0 * k, 0.0), size=(40.0, 40.0)) for k in range(4)]
    edges = [Edge(0, 3), Edge(0, 2), Edge(1, 3), Edge(2, 0), Edge(0, 1), Edge(0, 2, arrow=False)]
    long, first, second, back, short, bare = courses(Scene("", cards=disc, edges=edges))
    assert len(short) == len(bare) == 4
    assert first[3] == back[3] or first[3][1] - back[3][1] == pytest.approx(LANE)
    assert long[3] == (100.0, pytest.approx(-0.63 * 40.0 - 2.0 * LANE))
    assert second[3] == (200.0, pytest.approx(-0.63 * 40.0)) and long[6][1] < second[3][1] - LANE
    assert all(y <= 0.0 for course in (long, first, second, back) for _, y in course)


@pytest.mark.parametrize("row, passed", [(0, -1), (1, -1), (2, 1)])
def test_a_line_passes_by_the_shorter_way_and_outwards(row, passed):
    """Level lines of upper rows above their neuron, those of lower ones below; a sloping one on the near side."""
    rows = [-200.0, 0.0, 200.0]
    cards = [Card("net", [], shape="circle", at=(x, y), size=(60.0, 60.0)) for x in (0.0, 300.0, 600.0) for y in rows]
    (course,) = courses(Scene("", cards=cards, edges=[Edge(row, 6 + row)]))
    assert course[3] == (300.0, pytest.approx(rows[row] + passed * 0.63 * 60.0))
    cards[6] = Card("net", [], shape="circle", at=(600.0, rows[0] + 40.0), size=(60.0, 60.0))
    (course,) = courses(Scene("", cards=cards, edges=[Edge(0, 6)]))
    assert course[3] == (300.0, pytest.approx(rows[0] + 0.63 * 60.0))


@pytest.mark.parametrize("y, passed", [(-0.5, -1), (0.0, -1), (0.5, 1)])
def test_outwards_is_away_from_the_middle_of_the_picture(y, passed):
    cards = [Card("net", [], at=(x, y), size=(60.0, 60.0)) for x in (0.0, 300.0, 600.0)]
    (course,) = courses(Scene("", cards=cards, edges=[Edge(0, 2)]))
    assert course[3][1] == pytest.approx(y + passed * 0.63 * 60.0)


def test_between_cards_without_room_no_line_passes():
    cards = [Card("net", [], at=(200.0, y), size=(20.0, 50.0)) for y in (30.0, -30.0)]
    cards += [Card("net", [], at=(x, 10.0), size=(20.0, 20.0)) for x in (0.0, 400.0)]
    (course,) = courses(Scene("", cards=cards, edges=[Edge(2, 3)]))
    assert course[3] == (200.0, pytest.approx(30.0 + 0.63 * 50.0))


def test_where_no_lane_is_left_lines_share_the_first():
    cards = [Card("net", [], at=(200.0, y), size=(20.0, 100.0)) for y in (-72.0, 72.0)]
    cards += [Card("net", [], at=(x, -30.0), size=(20.0, 20.0)) for x in (0.0, 400.0)]
    found = [course[3][1] for course in courses(Scene("", cards=cards, edges=[Edge(2, 3)] * 3))]
    assert found == pytest.approx([-9.0, -9.0 + LANE, -9.0])


def test_lines_of_a_crowd_and_of_networks_without_skips_are_straight():
    for E in (residual(2, 8), residual(0, 3)):
        scene = draw.draw_network(E).scene
        assert {len(course) for course in courses(scene)} == {4}
    assert sampled([(0.0, 0.0), (1.0, 1.0), (2.0, 2.0), (3.0, 3.0)]) == [(0.0, 0.0), (3.0, 3.0)]


@pytest.mark.parametrize("theme, dots", [("light", True), ("print", False)])
def test_for_graphviz_a_bent_line_is_a_run_of_short_ones(theme, dots):
    """With one arrow, and dots that close the gaps on the outside; but not between the dashes of one on paper."""
    picture = draw.draw_network(residual(1, 1), theme=theme)
    picture.scene.edges = [edge for edge in picture.scene.edges if not edge.dashed]
    for edge in picture.scene.edges:
        edge.carries = -1.0
    written = picture.render("dot")
    bends = sum(len(course) > 4 for course in courses(picture.scene))
    run = re.findall(r"^  (\S+) -> (\S+) \[(.*)\]$", written, re.MULTILINE)
    joints = re.findall(r"^  (e\d+_\d+) \[(.*)\]$", written, re.MULTILINE)
    assert bends == 1 and len(joints) == 2 * 8 - 1
    pieces = [(tail, head, style) for tail, head, style in run if "e" in tail + head]
    assert len(pieces) == 16 and sum('dir="none"' not in style for *_, style in pieces) == 1
    assert [style.count("clip") for *_, style in pieces] == [1, *[2] * 14, 1]
    assert all(("invis" in style) != dots for _, style in joints)


def test_a_residual_network():
    held("gallery/residual.svg", draw.draw_network(residual(2, 2), show="deltas").svg)
    held("gallery/residual.dot", draw.draw_network(residual(1, 1)).render("dot"))


def test_a_point_of_a_curve():
    curve = [(0.0, 0.0), (1.0, 3.0), (2.0, 3.0), (3.0, 0.0), (4.0, -3.0), (5.0, -3.0), (6.0, 0.0)]
    assert [point_at(curve, share) for share in (0.0, 0.25, 0.5, 0.75, 1.0)] == [
        (0.0, 0.0), (1.5, 2.25), (3.0, 0.0), (4.5, -2.25), (6.0, 0.0)
    ]  # fmt: skip
    assert len(sampled(curve)) == 17
