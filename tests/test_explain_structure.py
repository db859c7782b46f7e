"""The structure of an explanation, on graphs of a few nodes: what is written out, summed, composed, referred to."""

import math
import re
from importlib import import_module

import pytest

from tinygrad_edu import Value, constant
from tinygrad_edu.derivatives import gradients
from tinygrad_edu.explain import explain
from tinygrad_edu.explain.agreement import disagree, holds
from tinygrad_edu.explain.reading import LETTERS
from tinygrad_edu.explain.script import STATIONS
from tinygrad_edu.explain.structure import BRANCHES, LONGEST
from tinygrad_edu.graph import WRITTEN


def chain(x, steps, tag=""):
    """Sines of sines: every local derivative is a formula that is not 1."""
    for k in range(steps):
        x = (1.5 * x).sin().named(f"{tag}{k}")
    return x


def fan(x, factors):
    """The sum of named multiples of x."""
    parts = [(factor * x).named(f"f{k}") for k, factor in enumerate(factors)]
    return sum(parts[1:], parts[0]).named("E")


def users(section):
    return [branch.user.label for branch in section.branches]


def tops(section):
    return [branch.top.label for branch in section.branches]


def test_as_many_branches_as_allowed_are_all_written_out():
    x = Value(1.0, "x")
    (section,) = explain(fan(x, range(2, 2 + BRANCHES)), x).sections
    assert users(section) == tops(section) == ["f0", "f1", "f2", "f3"]
    assert (section.others, section.others_value, section.value) == (0, 0.0, 2.0 + 3.0 + 4.0 + 5.0)


@pytest.mark.parametrize(
    "factors, strongest, rest",
    [
        ((2.0, -9.0, 3.0, 8.0, 0.5, 7.0), ["f1", "f2", "f3", "f5"], 2.5),
        ((2.0, 3.0, 4.0, 5.0, math.nan, 6.0), ["f2", "f3", "f4", "f5"], 5.0),
        ((math.inf, 3.0, 4.0, 5.0, 2.0, 6.0), ["f0", "f2", "f3", "f5"], 5.0),
    ],
)
def test_of_more_branches_the_strongest_are_written_out(factors, strongest, rest):
    """In the order of the graph, whatever their sign; nan is the strongest of all. All belong to the result then."""
    x = Value(1.0, "x")
    root = fan(x, factors)
    (section,) = explain(root, x).sections
    assert (users(section), section.others, section.others_value) == (strongest, 2, rest)
    assert tops(section) == ["E"] * BRANCHES
    assert section.value == pytest.approx(sum(factors), nan_ok=True)
    (section,) = explain(root, x, verbose=2).sections
    assert users(section) == ["f0", "f1", "f2", "f3", "f4", "f5"] and section.others == 0


def test_a_branch_is_of_what_is_only_added_into_the_result():
    x = Value(0.5, "x")
    a, b = x.sin().named("a"), x.exp().named("b")
    root = (a.tanh().named("E_a") + b.exp().named("E_b")).named("E")
    (section,) = explain(root, x).sections
    assert tops(section) == ["E_a", "E_b"]
    assert [[f.name for f in branch.factors] for branch in section.branches] == [
        ["∂E_a/∂a", "∂a/∂x"], ["∂E_b/∂b", "∂b/∂x"],
    ]  # fmt: skip
    (section,) = explain(root, x, verbose=2).sections
    assert tops(section) == ["E", "E"]
    assert [f.name for f in section.branches[0].factors] == ["∂E/∂E_a", "∂E_a/∂a", "∂a/∂x"]


def test_a_branch_that_runs_into_an_earlier_one_refers_to_it():
    x = Value(0.5, "x")
    f, g = x.sin().named("f"), x.exp().named("g")
    (section,) = explain((3.0 * (f * g).named("E_1") + x.tanh()).named("E"), x).sections
    assert [[f.name for f in branch.factors] for branch in section.branches] == [
        ["∂E/∂E_1", "∂E_1/∂f", "∂f/∂x"], ["∂E/∂E_1", "∂E_1/∂g", "∂g/∂x"], ["∂E/∂x"],
    ]  # fmt: skip
    assert [branch.factors[0].refers for branch in section.branches] == ["", "chain", ""]


def test_what_is_only_added_into_the_result_is_passed_by_every_branch():
    """E_1 is met twice: ∂E_1/∂x would mean both, so both are derivatives of E."""
    x = Value(0.5, "x")
    f, g = x.sin().named("f"), x.exp().named("g")
    root = ((f * g).named("E_1") + x.tanh().named("E_2")).named("E")
    (section,) = explain(root, x).sections
    assert tops(section) == ["E", "E", "E"]
    assert [[f.name for f in branch.factors] for branch in section.branches] == [
        ["∂E/∂f", "∂f/∂x"], ["∂E/∂g", "∂g/∂x"], ["∂E/∂E_2", "∂E_2/∂x"],
    ]  # fmt: skip
    assert not any(branch.factors[0].refers for branch in section.branches)
    reading = explain(root, x).reading
    assert [reading.ways[v] for v in (x, f, g, root)] == [3, 1, 1, 1]
    assert [reading.adjoint[v] for v in (f, g, root)] == [g.data, f.data, 1.0]
    assert section.value == pytest.approx(math.exp(0.5) * (math.sin(0.5) + math.cos(0.5)) + 1 - math.tanh(0.5) ** 2)


def test_a_sum_that_is_reached_on_another_way_too_is_not_skipped():
    """All factors of the first branch are 1, and ∂E/∂x would mean every branch."""
    x = Value(0.5, "x")
    u, f, g = (x + 1.0).named("u"), x.sin().named("f"), x.exp().named("g")
    root = (u + (f * g).named("m")).named("E")
    (section,) = explain(root, x).sections
    assert [[f.name for f in branch.factors] for branch in section.branches] == [
        ["∂E/∂u", "∂u/∂x"], ["∂E/∂f", "∂f/∂x"], ["∂E/∂g", "∂g/∂x"],
    ]  # fmt: skip


def test_two_branches_of_the_result_itself_beside_one_of_a_part():
    x = Value(0.5, "x")
    f, g = x.sin().named("f"), x.exp().named("g")
    root = (f * g + x.tanh().named("E_2")).named("E")
    (section,) = explain(root, x).sections
    assert tops(section) == ["E", "E", "E"]


@pytest.mark.parametrize("steps", [LONGEST, LONGEST + 1, LONGEST + 2, LONGEST + 8])
def test_of_a_long_chain_the_middle_is_composed(steps):
    x = Value(0.5, "x")
    explanation = explain(chain(x, steps), x)
    counts = [factor.steps for factor in explanation.factors]
    assert sum(counts) == steps
    assert counts == ([1] * 12 if steps == LONGEST else [1] * 6 + [steps - 11] + [1] * 5)
    assert math.prod(factor.number for factor in explanation.factors) == explanation.value
    assert all((factor.edge is None) == (factor.steps > 1) for factor in explanation.factors)
    for upper, lower in zip(explanation.factors, explanation.factors[1:], strict=False):
        assert upper.bottom is lower.top
    assert [f.steps for f in explain(chain(x, steps), x, verbose=2).factors] == [1] * steps


@pytest.mark.parametrize("factor", [2.0, -3.0])
def test_what_an_earlier_chain_came_to_is_used_again(factor):
    """The second branch meets the first one two steps before the result."""
    x = Value(0.5, "x")
    f, g = x.sin().named("f"), x.exp().named("g")
    middle = (f * g).named("m")
    root = (factor * middle.tanh().named("t")).named("E")
    (section,) = explain(root, x).sections
    first, second = section.branches
    assert second.factors[0].name == "∂E/∂m"
    assert second.factors[0].number == first.factors[0].number * first.factors[1].number
    assert section.value == pytest.approx(gradients(root, [x])[0], rel=1e-14)


def test_branch_points_nearest_to_the_result_come_first():
    x = Value(0.5, "x")
    layer = [x.sin().named("a1"), x.cos().named("a2")]
    for name in "bc":
        a, b = layer
        layer = [(a + 2.0 * b).tanh().named(f"{name}1"), (a * b).named(f"{name}2")]
    root = (layer[0] * layer[1]).named("E")
    explanation = explain(root, x)
    assert [section.node.label for section in explanation.sections] == ["b1", "b2", "a1", "a2", "x"]
    assert (explanation.paths, explanation.factors) == (8, [])


def test_steps_of_one_at_the_end_of_a_chain_are_told_with_the_factor_before():
    x = Value(0.5, "x")
    b = ((x + 1.0).named("a") + 1.0).named("b")
    c = b.sin().named("c")
    names = [f.name for f in explain(c.exp().named("d").tanh().named("E"), x).factors]
    assert names == ["∂E/∂d", "∂d/∂c", "∂c/∂x"]


def test_steps_of_one_below_what_was_worked_out_stay_a_factor():
    x = Value(0.5, "x")
    f = x.sin().named("f")
    root = (f + (x + 1.0).named("g")).named("h").tanh().named("E")
    (section,) = explain(root, x).sections
    assert [[f.name for f in branch.factors] for branch in section.branches] == [
        ["∂E/∂h", "∂h/∂f", "∂f/∂x"], ["∂E/∂h", "∂h/∂g", "∂g/∂x"],
    ]  # fmt: skip
    assert [f.refers for f in section.branches[1].factors] == ["chain", "", ""]


def test_no_name_is_that_of_two_numbers():
    """den depends on x in two ways, so a derivative ∂den/∂x would be that of both: a factor of 1 is kept there."""
    x, y = Value(3.0, "x"), Value(-4.0, "y")
    num, sigx = (x + y.sigmoid()).named("num"), x.sigmoid().named("sigx")
    den = (sigx + (x + y).named("xpy").square().named("xpysqr")).named("den")
    explanation = explain((num * (1.0 / den).named("invden")).named("f"), x)
    (section,) = explanation.sections
    assert [[f.name for f in branch.factors] for branch in section.branches] == [
        ["∂f/∂num", "∂num/∂x"],
        ["∂f/∂invden", "∂invden/∂den", "∂den/∂sigx", "∂sigx/∂x"],
        ["∂f/∂den", "∂den/∂xpy", "∂xpy/∂x"],
    ]
    assert [f.symbol for f in section.branches[2].factors] == ["", "2·xpy", "1"]


def test_a_factor_of_one_on_the_only_way_is_left_out():
    x = Value(0.5, "x")
    a, b = (x.sin().named("p") + 1.0).named("a"), x.exp().named("b")
    (section,) = explain((a * b).named("E"), x).sections
    assert [f.name for f in section.branches[0].factors] == ["∂E/∂a", "∂a/∂x"]


def test_a_factor_of_one_is_left_out_only_where_it_is_always_one():
    x = Value(0.5, "x")
    a = (2.0 * x).named("a")
    b = (a + 3.0).named("b")
    c = (b * 1.0).named("c")
    assert [f.name for f in explain(c.tanh().named("E"), x).factors] == ["∂E/∂c", "∂c/∂x"]
    w = Value(1.0, "w")
    assert [f.name for f in explain((w * a).named("E"), x).factors] == ["∂E/∂a", "∂a/∂x"]
    assert [f.name for f in explain((a + 1.0).named("E"), x).factors] == ["∂E/∂x"]
    assert [f.name for f in explain((x + 1.0).named("E"), x).factors] == ["∂E/∂x"]


def test_a_formula_with_numbers_that_have_no_gradient():
    """What is computed from constants is a part of the formula, through which nothing flows."""
    x, c = Value(2.0, "x"), constant(3.0, "c")
    y = (x * (c * c).exp()).named("y")
    text = str(explain(y, x))
    assert "∂y/∂x = exp(c²)" in text and "recorded was" not in text
    explanation = explain(y, x)
    assert explanation.reading.way == [x, y] and explanation.value == math.exp(9.0)
    c.data = 2.0
    assert "recorded was" in str(explain(y, x))


def doubted(again):
    """A long explanation: a sentence under every factor. With ``again`` w is a branch point beside the other."""
    w = Value(0.5, "w")
    x = chain(w, 14, "net_")
    if again:
        x = (x * w).named("x")
    ends = [chain(x, 14, tag) for tag in "abcde"]
    root = sum(ends[1:], ends[0]).named("E")
    for node in explain(root, w).reading.way:
        node.data = node.data / 2.0
    return root, w


def test_one_branch_point_is_never_folded():
    """However long it gets: there is nothing else that could be shown."""
    root, w = doubted(again=False)
    text = str(explain(root, w, lr=0.5))
    assert len(text.splitlines()) > 260 and "at='NAME'" not in text
    assert text.count("recorded was") == 4 * 11 + 10


def test_of_two_branch_points_one_is_folded():
    root, w = doubted(again=True)
    text = str(explain(root, w))
    assert len(text.splitlines()) < 100 and "at='NAME'" in text and "through a0" not in text
    text = str(explain(root, w, verbose=2))
    assert len(text.splitlines()) > 260 and "at='NAME'" not in text and "through a0" in text


def test_how_long_an_explanation_may_be(monkeypatch):
    """Of LINES lines it is whole; the lines are counted in the sentence that says that it is folded."""
    explanation = explain(*doubted(again=True))
    length = int(re.search(r"(\d+) lines", str(explanation))[1])
    module = import_module("tinygrad_edu.explain.script")  # te.explain is the function
    monkeypatch.setattr(module, "LINES", length - 1)
    assert "at='NAME'" in str(explanation)
    monkeypatch.setattr(module, "LINES", length)
    assert "at='NAME'" not in str(explanation) and len(str(explanation).splitlines()) >= length


@pytest.mark.parametrize("steps, cut", [(2 * STATIONS - 1, False), (2 * STATIONS, True)])
def test_of_a_very_long_path_the_ends_are_named(steps, cut):
    x = Value(0.5, "x")
    names = ["x", *(f"y{k}" for k in range(steps))]
    if cut:
        names[STATIONS:-STATIONS] = ["…"]
    text = " ".join(str(explain(chain(x, steps, "y"), x)).split())
    assert f"one path {' → '.join(names)} ∂" in text


@pytest.mark.parametrize("operations, shown", [(WRITTEN, True), (WRITTEN + 1, False)])
def test_a_formula_of_too_many_operations_is_not_written_out(operations, shown):
    v = x = Value(2.0, "x")
    for _ in range(operations):
        v = v + 1.0
    reading = explain(v.named("y"), x).reading
    assert bool(reading.formula(v)) is bool(reading.figures(v)) is shown
    assert (reading.slope(v, x) is not None) is (reading.numbers(v, x) is not None) is shown


@pytest.mark.parametrize("last, shown", [(10.0, True), (100.0, False)])
def test_a_formula_of_too_many_letters_is_not_written_out(last, shown):
    v = x = Value(2.0, "x")
    for number in [100.0] * 49 + [last]:
        v = v + number
    w = Value(3.0, "w")
    product = (v * w).named("p")
    slope = explain(product, w).reading.slope(product, w)
    assert (0 if slope is None else len(str(slope))) == (LETTERS if shown else 0)
    text = explain(v.named("y"), x).reading.formula(v)
    assert len(text) == (LETTERS if shown else 0)


@pytest.mark.parametrize(
    "recorded, now, differ",
    [
        (0.0, 0.9e-6, False), (0.0, 1.2e-6, True), (1.0, 1.0 + 2.9e-6, False), (1.0, 1.0 - 3.1e-6, True),
        (-1000.0, -1000.0019, False), (-1000.0, -1000.0021, True), (1.0, -1.0, True), (math.inf, 1.0, False),
        (1.0, math.nan, False),
    ],
)  # fmt: skip
def test_when_two_numbers_disagree(recorded, now, differ):
    assert disagree(recorded, now) is differ


@pytest.mark.parametrize("x, y, same", [(4.0, 2.0, True), (4.0, 3.0, False), (4.0, math.nan, False),
                                        (math.nan, 2.0, False), (math.nan, math.nan, True)])  # fmt: skip
def test_whether_an_operation_still_holds(x, y, same):
    v = Value(9.0, "x")
    root = v.sqrt()
    v.data, root.data = x, y
    assert holds(root) is same and holds(v)


def test_a_recurrent_weight_without_named_steps_is_a_sum_over_time():
    w, u = Value(0.5, "w"), Value(0.25, "u")
    h = constant(0.0)
    for x in (1.0, -2.0, 3.0):
        h = (u * x + w * h + 0.125).tanh()
    explanation = explain(((h - 1.0) ** 2.0).named("E"), wrt=w)
    (section,) = explanation.sections
    assert [len(branch.factors) for branch in section.branches] == [7, 2, 2]  # what v3 and v5 bring is worked out above
    assert explanation.value == pytest.approx(explanation.gradient, rel=1e-15)
    text = str(explanation)
    assert "w feeds v1, v3 and v5, so three contributions add up" in text
    assert "v5 = 3·u + w·v4 + 0.125" in text and "v6 = tanh(v5)" in text
