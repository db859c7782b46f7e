"""Planted faults are caught: each kind of the catalogue, in every rule and in the reverse pass."""

import random
import re
from functools import partial

import pytest

import tinygrad_edu as te
from tests.golden import held_sections
from tinygrad_edu import Value
from tinygrad_edu.check import gradcheck, mutants, mutation_score
from tinygrad_edu.check.expression import default_ops, random_expression
from tinygrad_edu.check.judge import check
from tinygrad_edu.check.mutants import CATALOGUE, WALK_FAULTS, Spoiled, faulty
from tinygrad_edu.check.replay import conditioning
from tinygrad_edu.check.walks import reverse_pass
from tinygrad_edu.ops import OPS
from tinygrad_edu.value import record


@pytest.mark.parametrize("fault", CATALOGUE)
def test_each_fault_in_an_operation_of_ones_own(fault):
    points = [(-0.7, 1.3), (12.0, -0.4), (0.004, 2.0), (1.5, 1.5), (-1e-5, -2.0)]
    wrong = faulty(OPS["atan2"], fault)

    def function(a, b):
        return record(wrong, [a, b])

    assert any(gradcheck(function, list(p), raise_exception=False, confirm=False).wrong for p in points)
    assert any(gradcheck(function, list(p), raise_exception=False, confirm=True).wrong for p in points)
    assert all(gradcheck(te.atan2, list(p)) for p in points)


def test_every_fault_in_some_rules(figures):
    score = mutation_score(ops=["mul", "tanh", "relu", "maximum", "pow"], checks=300)
    figures(f"planted faults in 5 of the rules: {len(score.caught)} caught, {len(score.missed)} missed")
    assert score and len(score.caught) > 75, str(score)


def test_the_reverse_pass():
    score = mutation_score(faults=list(WALK_FAULTS))
    assert [fault for _, fault in score.caught] == list(WALK_FAULTS) and score


@pytest.mark.slow
@pytest.mark.parametrize("seed", [0, 1])
def test_every_fault_in_every_rule(seed, figures):
    score = mutation_score(seed=seed)
    figures(
        f"planted faults, all rules and the reverse pass, at most 1,000 checks for each, seed {seed}: "
        f"{len(score.caught)} caught, {len(score.missed)} missed; checks until caught: "
        f"{sorted(score.checks)[len(score.checks) // 2]} in the middle, {max(score.checks)} at most"
    )
    assert score and len(score.caught) > 770, str(score)


# -- the sight of 1e-6 -------------------------------------------------------------------------------------------------


def sight(regime, number, seed):
    """Of single random checks that meet a relative error of 1e-6 in one rule, the shares that see it: by differences
    alone, and with 80 digits.

    A check meets it if an input at a smooth point has a derivative that is off by a relative 5e-7 and by more than
    the rounding of the computation itself explains.
    """
    rng, met, seen, seen_by_digits = random.Random(seed), 0, 0, 0
    while met < number:
        name = rng.choice(default_ops())
        wrong = faulty(OPS[name], "relative 1e-6", rng.randrange(OPS[name].arity or 1))
        expression = random_expression(rng, regime)
        if name not in dict(expression.steps):
            continue
        right, spoiled = (Spoiled(expression, table) for table in (OPS, {**OPS, name: wrong}))
        if not meets(right, spoiled):
            continue
        met += 1
        for confirm in (False, True):
            report = check(spoiled, confirm=confirm)
            found = bool(report.wrong or report.problems)
            seen, seen_by_digits = (seen, seen_by_digits + found) if confirm else (seen + found, seen_by_digits)
    return seen / met, seen_by_digits / met


def meets(right, spoiled):
    runs = [subject.run(subject.x) for subject in (right, spoiled)]
    pairs = list(zip(*[reverse_pass(run.output, run.leaves) for run in runs], strict=True))
    if not any(1e-300 < abs(g) < 1e300 and abs(w - g) >= 5e-7 * abs(g) for g, w in pairs):
        return False
    spread = conditioning(runs[0].output, runs[0].leaves).spread
    checks = check(right, confirm=False).checks
    return any(
        1e-300 < abs(g) < 1e300 and abs(w - g) >= max(5e-7 * abs(g), 32.0 * s) and not NO_DERIVATIVE.search(c.note)
        for (g, w), s, c in zip(pairs, spread, checks, strict=True)
    )


NO_DERIVATIVE = re.compile("jumps|kink|two sides|no finite value")


@pytest.mark.parametrize("number", [20, pytest.param(1000, marks=pytest.mark.slow)])
@pytest.mark.parametrize("regime", ["unit", "wide", "edge"])
def test_the_sight_of_a_relative_error_of_1e_6(regime, number, figures):
    share, by_digits = sight(regime, number, seed=6)
    figures(
        f"of {number:,} single checks that meet a relative error of 1e-6, {regime} inputs, {share:.1%} see it, with 80 "
        f"digits {by_digits:.1%}"
    )
    assert min(share, by_digits) >= (0.9 if number == 1000 else 0.85)


# -- what a score is ---------------------------------------------------------------------------------------------------


def test_the_same_seed_gives_the_same_score():
    faults = ["wrong sign", "relative 1e-6", "only for |x| > 10", "ties counted twice"]
    first, second = (mutation_score(ops=["hypot"], faults=faults, seed=3) for _ in range(2))
    assert first == second and str(first) == str(second)


@pytest.mark.parametrize("asked, planted", [
    ({"ops": ["exp"], "faults": ["wrong sign", "no accumulation"]}, {"wrong sign"}),
    ({"faults": ["no accumulation"]}, {"no accumulation"}),
])  # fmt: skip
def test_faults_of_the_reverse_pass_belong_to_no_operation(asked, planted):
    """They are planted where they are asked for and no operations are."""
    score = mutation_score(**asked, checks=20)
    assert {fault for _, fault in score.caught + score.missed} == planted


def test_a_fault_is_told_with_its_operation_and_the_input():
    score = mutation_score(ops=["exp", "sub", "dot"], faults=["wrong sign"], checks=20)
    assert [op for op, _ in score.caught] == ["exp", "sub by input 1", "sub by input 2", "dot"]


def test_the_table_is_not_touched():
    before = {name: (op, op.partials) for name, op in OPS.items()}
    mutation_score(ops=["exp"], faults=["wrong sign", "no accumulation"])
    assert {name: (op, op.partials) for name, op in OPS.items()} == before
    x = Value(0.0)
    x.exp().backward()
    assert x.grad == 1.0


def test_what_is_missed_is_listed():
    score = mutation_score(ops=["exp"], faults=["only for |x| > 10"], checks=1, seed=2)
    assert score.caught or "missed: only for |x| > 10 in exp" in str(score)
    with pytest.raises(ValueError, match="there is no fault 'typo'; there are: wrong sign"):
        mutation_score(faults=["typo"])


# -- what is drawn -----------------------------------------------------------------------------------------------------


def test_computations_that_use_an_operation():
    """On inputs of its own or the same one twice, with something after it or not."""
    sections = []
    for name in ("mul", "where", "sum", "relu", "div"):
        lines = []
        for seed in range(24):
            e = mutants._around(name, random.Random(seed), ("unit", "wide", "edge")[seed % 3])
            steps = "; ".join(f"{op} {' '.join(map(str, positions))}" for op, positions in e.steps)
            lines.append(f"{' '.join(f'{x:.6g}' for x in e.inputs)}: {steps}")
        sections.append((name, "\n".join(lines)))
    held_sections("check/around.txt", sections)


@pytest.mark.parametrize(
    ("fault", "changed"),
    [
        ("wrong sign", "mul maximum relu where sum square"),
        ("factor 2", "mul maximum relu where sum square"),
        ("relative 1e-6", "mul maximum relu where sum square"),
        ("only for |x| > 10", "mul maximum relu where sum square"),
        ("ties counted twice", "mul maximum where sum"),
        ("swapped arguments", "mul maximum where"),
        ("stale value", "mul relu where square"),  # of two that both move the larger stays the larger
        ("only near a kink", "maximum relu where"),
    ],
)
def test_where_a_fault_changes_something(fault, changed):
    names = "mul maximum relu where sum square floor".split()
    found = {name for name in names if any(mutants._changes(name, fault, k) for k in range(OPS[name].arity or 1))}
    assert found == set(changed.split())


@pytest.mark.parametrize("bounds", [{"max": 0.25}, {"max": 6.0}, {"min": 0.25}, {"min": 6.0}])
@pytest.mark.parametrize("relative", [0.9, 1.1])
def test_how_near_a_kink_is(bounds, relative):
    """A thousandth, of the input if that is more than 1."""
    ((side, kink),) = bounds.items()
    off = 1e-3 * relative * max(kink, 1.0)
    clamp = faulty(OPS["clamp"].bind(**bounds), "only near a kink")
    assert record(clamp, [Value(kink - off if side == "max" else kink + off)]).partials[0] == 1.5 - (relative > 1.0) / 2


@pytest.mark.parametrize("relative", [0.9, 1.1])
@pytest.mark.parametrize("slope", [1.0, 1e-9])
def test_what_a_fault_has_to_change(own, monkeypatch, relative, slope):
    """1e-7 of a derivative, or of 1e-3 if that is more."""

    @te.primitive(lambda m, y, x: slope)
    def linear(m, x):
        return slope * x

    off = 1e-7 * relative * max(slope, 1e-3)
    monkeypatch.setitem(mutants.RULE_FAULTS, "off", lambda d, xs: d + off)
    assert mutants._changes("linear", "off", 0) == (relative > 1.0)


def test_how_many_checks_it_takes(monkeypatch):
    """One, if each check fails; none, if nothing is wrong."""
    monkeypatch.setitem(mutants.RULE_FAULTS, "none", lambda d, xs: d)
    monkeypatch.setitem(mutants.RULE_FAULTS, "all", lambda d, xs: d + 1e6)
    walks = {"none": reverse_pass, "all": lambda output, leaves: [g + 1e9 for g in reverse_pass(output, leaves)]}
    for fault, taken in (("none", 0), ("all", 1)):
        for which in (0, 1):
            table = {**OPS, "add": faulty(OPS["add"], fault, which)}
            assert mutants._until_caught(4, fault, partial(mutants._around, "add"), table) == taken
        assert mutants._until_caught(4, fault, random_expression, OPS, walks[fault]) == taken
