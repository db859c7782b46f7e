"""Planted faults are caught: each kind of the catalogue, in every rule and in the reverse pass."""

import pytest

import tinygrad_edu as te
from tinygrad_edu import Value
from tinygrad_edu.check import gradcheck, mutation_score
from tinygrad_edu.check.mutants import RULE_FAULTS, STALE, SWAPPED, WALK_FAULTS, faulty
from tinygrad_edu.ops import OPS
from tinygrad_edu.value import record


@pytest.mark.parametrize("fault", [*RULE_FAULTS, SWAPPED, STALE])
def test_each_fault_in_an_operation_of_ones_own(fault):
    points = [(-0.7, 1.3), (12.0, -0.4), (0.004, 2.0)]
    wrong = faulty(OPS["atan2"], fault)

    def function(a, b):
        return record(wrong, [a, b])

    assert any(gradcheck(function, list(p), raise_exception=False, confirm=False).wrong for p in points)
    assert any(gradcheck(function, list(p), raise_exception=False, confirm=True).wrong for p in points)
    assert all(gradcheck(te.atan2, list(p)) for p in points)


def test_every_fault_in_some_rules():
    score = mutation_score(ops=["mul", "div", "tanh", "relu", "maximum", "dot", "pow"], checks=300)
    assert score and len(score.caught) > 80, str(score)


def test_the_reverse_pass():
    score = mutation_score(faults=list(WALK_FAULTS))
    assert [fault for _, fault in score.caught] == list(WALK_FAULTS) and score


@pytest.mark.slow
@pytest.mark.parametrize("seed", [0, 1])
def test_every_fault_in_every_rule(seed):
    score = mutation_score(seed=seed)
    print(score)
    assert score and len(score.caught) > 700, str(score)


def test_the_same_seed_gives_the_same_score():
    first, second = (mutation_score(ops=["silu", "hypot"], seed=3) for _ in range(2))
    assert first == second and str(first) == str(second)


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
    with pytest.raises(ValueError, match="no operation or fault 'typo'"):
        mutation_score(faults=["typo"])
