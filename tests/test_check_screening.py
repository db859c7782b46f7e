"""Where a quick look at an operation suspects its rule, and where it does not."""

import math

import pytest

from tests.golden import held_sections as held
from tinygrad_edu.check.mutants import CATALOGUE, faulty
from tinygrad_edu.check.screening import LOOKS, suspects
from tinygrad_edu.ops import OPS, Primitive


def test_where_planted_faults_are_suspected():
    sections = []
    for fault in CATALOGUE:
        lines = []
        for name in ("mul", "maximum", "sum", "relu", "div"):
            points = [" ".join(f"{x:.6g}" for x in point) for point in suspects(faulty(OPS[name], fault))]
            lines.append(f"{name}: {'; '.join(points)}")
        sections.append((fault, "\n".join(lines)))
    held("check/suspects.txt", sections)


def looked_at(value, slope, most=LOOKS):
    """How many of the points are suspected, of an operation of one's own."""

    op = Primitive("mine", value, (lambda m, y, x: slope(m, x),), (), 1, "mine({})", 9, {})
    return len(list(suspects(op, most)))


@pytest.mark.parametrize(
    ("relative", "suspected"), [(0.0, 0), (9e-4, 0), (-9e-4, 0), (1.1e-3, LOOKS), (-1.1e-3, LOOKS), (math.nan, LOOKS)]
)
def test_a_slope_is_off_by_a_thousandth(relative, suspected):
    assert looked_at(lambda m, x: 3.0 * x, lambda m, x: 3.0 * (1.0 + relative)) == suspected


def test_three_points_are_enough():
    assert looked_at(lambda m, x: x, lambda m, x: 2.0, most=3) == 3


SLOPES = {
    "infinite values": (lambda m, x: x * 1e308 * 1e308, lambda m, x: 1.0),
    "huge values": (lambda m, x: x * 1e99, lambda m, x: 1.0),
    "what rounds away": (lambda m, x: 1e9 + x, lambda m, x: 0.99),
    "what rounds a little": (lambda m, x: 1e6 + x, lambda m, x: 0.99),
    "a root": (lambda m, x: m.sqrt(x), lambda m, x: 1.0),
    "too rough": (lambda m, x: x * x + 1e-4 * x, lambda m, x: 1.0),
    "a little rough": (lambda m, x: x * x * x + x, lambda m, x: 5.0),
    "an error": (lambda m, x: x, lambda m, x: None.slope),
}


def test_what_is_believed_of_a_difference():
    said = [f"{name}: {looked_at(*rules)} of {LOOKS}" for name, rules in SLOPES.items()]
    held("check/believed.txt", [("believed", "\n".join(said))])


@pytest.mark.parametrize(
    "low, high", [(1e3, 1e9), (1e4, 2e4), (-3e3, -2e3), (100.0, 150.0), (1.22, 1.24), (1e-3, 2e-3)]
)
def test_a_rule_that_is_wrong_in_one_range_alone(low, high):
    def slope(m, x):
        return m.where(x > low, m.where(x < high, 1.01, 1.0), 1.0)

    assert looked_at(lambda m, x: x, slope)
    assert not looked_at(lambda m, x: m.floor(x), lambda m, x: 0.0)  # whose stairs are as narrow everywhere
