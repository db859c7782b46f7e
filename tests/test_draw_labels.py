"""Where labels stand on straight lines: the places that are chosen among cards, lines and other labels."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tinygrad_edu.draw import text
from tinygrad_edu.draw.labels import PLACES, _Run, _through, spread
from tinygrad_edu.draw.scene import Card, Edge, Label, Scene

from .golden import held_sections


def card(x, y, wide=10.0, high=10.0):
    return Card("", [], at=(x, y), size=(wide, high))


def label(words="0.123456"):
    return Label([(text.text(words, 11),)], on=True)


def places(cards, edges):
    scene = Scene("", cards=cards, edges=edges)
    spread(scene)
    return [edge.place for edge in edges if edge.label]


def ways(low, high):
    """One labelled line, level and steep, forward and back, with and without an arrow."""
    for backward in (False, True):
        for arrow in (False, True):
            yield Edge(low, high, backward=backward, arrow=arrow, label=label())


def test_what_is_in_the_way():
    """A card, small and large, moved along the line and off it; and a line that crosses there or lies level."""
    sections = []
    climbs = {300.0: (0.0, 1.0, 1.4, 120.0), 100.0: (0.0, 40.0, -150.0)}
    for length, climb in [(far, high) for far in climbs for high in climbs[far]]:
        ends, rows = [card(0.0, 0.0), card(length, climb)], []
        for wide, high in ((4.0, 4.0), (30.0, 60.0), (90.0, 20.0)):
            for share in (0.2, 0.34, 0.5, 0.62):
                for beside in (0.0, 14.0, 40.0):
                    x, y = length * share, climb * share + beside
                    pair = [card(x - wide, y - high), card(x + wide, y + high)]
                    chosen = [places([*ends, card(x, y, wide, high)], [way]) for way in ways(0, 1)]
                    chosen += [places([*ends, *pair], [way, Edge(2, 3)]) for way in ways(0, 1)]
                    level = [card(x - 60.0, y), card(x + 60.0, y)]
                    chosen += [places([*ends, *level], [way, Edge(2, 3)]) for way in list(ways(0, 1))[:2]]
                    words = " ".join(str(PLACES.index(place)) for (place,) in chosen)
                    rows.append(f"{wide:g} x {high:g} at {share}, {beside:g} beside: {words}")
        sections.append((f"{length:g}, {climb:g}", "\n".join(rows)))
    held_sections("gallery/labels_in_the_way.txt", sections)


@pytest.mark.parametrize("climb, share", [(0.0, 0.5), (1.99, 0.5), (2.0, 0.335), (-1.99, 0.5), (-2.0, 0.335)])
def test_the_label_of_a_level_line_is_in_its_middle(climb, share):
    """Half of the line is covered by its ends: what is seen of it climbs by half as much, and 1 px is not level."""
    assert places([card(0.0, 0.0, 150.0), card(300.0, climb, 150.0)], [Edge(0, 1, label=label())]) == [share]


@pytest.mark.parametrize("inside", [-0.5, 0.0, 0.5])
def test_a_level_line_along_the_edge_of_a_box(inside):
    """It runs through where it is not outside; and so does one along the other edge, and an upright one."""
    box = (0.0, 0.0, 20.0, 10.0)
    lines = [((-5.0, y), (25.0, y)) for y in (inside, 10.0 - inside)]
    lines += [((x, -5.0), (x, 25.0)) for x in (inside, 20.0 - inside)]
    assert [_through(box, line) for line in lines] == [inside >= 0.0] * 4
    assert not _through(box, ((-5.0, 5.0), (5.0, 15.0)))  # it touches a corner
    assert not _through(box, ((-5.0, 9.95), (25.0, 10.85)))  # it leaves the height of the box before it comes to it


def test_labels_among_each_other():
    """Two layers of cards, every one of the first with every one of the second, at heights of their own.

    In the last of them a fourth round would find other places.
    """
    sections = []
    for seed in (*range(8), 65):
        rng = random.Random(seed)
        first, second = rng.randint(1, 4), rng.randint(1, 3)
        cards = [card(0.0, rng.uniform(0.0, 300.0), 20.0, 20.0) for _ in range(first)]
        cards += [card(260.0, rng.uniform(0.0, 300.0), 20.0, 20.0) for _ in range(second)]
        edges = [
            Edge(i, first + k, backward=rng.random() < 0.5, label=label("0.5" * rng.randint(1, 4)))
            for i in range(first)
            for k in range(second)
        ]
        sections.append((f"{first} x {second}", " ".join(str(PLACES.index(place)) for place in places(cards, edges))))
    held_sections("gallery/labels.txt", sections)


CORNERS = st.tuples(st.integers(0, 3), st.integers(0, 3)).map(lambda at: (float(at[0]), float(at[1])))


@given(st.lists(CORNERS, min_size=2, max_size=4), CORNERS, CORNERS)
def test_only_courses_that_pass_a_box_by_are_left_out(points, one, other):
    """Lines that touch it, or run along its border, are looked at as all others are."""
    run, box = _Run(points), (*map(min, one, other), *map(max, one, other))
    assert run.crosses(box) == any(_through(box, line) for line in run.lines)
