"""gradcheck runs the recording in place of the function: with the same verdicts, a few calls, and only where it may."""

import random

import pytest

import tinygrad_edu as te
from tinygrad_edu import Value
from tinygrad_edu.check import gradcheck, gradgradcheck, judge, precise, subject
from tinygrad_edu.check.expression import random_expression


class Counted:
    """A function that counts its calls."""

    def __init__(self, f):
        self.f, self.calls = f, 0

    def __call__(self, v):
        self.calls += 1
        return self.f(v)


def squares(v):
    return te.sum([x * x for x in v])


MANY = [0.5 + k / 8.0 for k in range(40)]


@pytest.mark.parametrize("checked", [gradcheck, gradgradcheck])
@pytest.mark.parametrize("regime", ["unit", "wide", "edge"])
def test_the_recording_gives_what_calls_give(checked, regime, monkeypatch):
    rng = random.Random(5)
    for expression in [random_expression(rng, regime, max_nodes=6) for _ in range(3)]:
        reports = []
        for recorded in (judge.Recorded, lambda *of: None):
            monkeypatch.setattr(judge, "Recorded", recorded)
            report = checked(expression, list(expression.inputs), raise_exception=False, confirm=False)
            reports.append([(c.verdict, c.note) for c in report.checks])
            monkeypatch.undo()
        assert reports[0] == reports[1]


@pytest.mark.parametrize(
    ("f", "checked"),
    [
        (squares, gradcheck),
        (squares, gradgradcheck),
        (lambda v: te.sum([te.relu(x - 0.5) for x in v]), gradcheck),  # one at its kink
        (lambda v: te.sum(v[:9]) * max(v) + v[3].sin(), gradcheck),
    ],
)
def test_a_function_of_many_inputs_is_called_a_few_times(f, checked, monkeypatch):
    monkeypatch.setattr(subject, "REPEATS", 0)  # which do not grow with the inputs
    counted = Counted(f)
    assert checked(counted, [MANY]).count("ok", "ok at a kink") == len(MANY)
    assert counted.calls < 30


def branches(x):
    return x if x > 1.0 else 2.0 * x - 1.0


def refuses(x):
    if x > 1.0:
        raise ValueError("too large")
    return x * x


@pytest.mark.parametrize(
    ("hides", "verdict"),
    [
        (lambda x: x * x.detach(), "wrong"),
        (lambda x: Value(x.data**2), "wrong"),  # a copy
        (lambda x: te.leaky_relu(-x, negative_slope=x.data), "wrong"),  # a setting
        (branches, "ok at a kink"),
        (refuses, "cannot judge"),
        (lambda x: te.jit(te.relu)(x - 1.0), "ok at a kink"),
    ],
)
def test_what_the_recording_does_not_show_is_found_by_calls(hides, verdict):
    """And the other inputs are still checked by the recording."""
    counted = Counted(lambda v: squares(v) + hides(v[4]))
    verdicts = [c.verdict for c in gradcheck(counted, [MANY], raise_exception=False).checks]
    assert MANY[4] == 1.0 and verdicts[4] == verdict and verdicts.count("ok") == len(MANY) - 1
    assert counted.calls < 400


@pytest.mark.parametrize("confirm", [False, True])
def test_a_rule_that_reads_what_the_function_left_behind(own, confirm):
    left = [1.0]

    @te.primitive(lambda m, y, x: m.cos(x) * left[0])
    def my_sine(m, x):
        return m.sin(x) * left[0]

    def f(x):
        left[0] = x.data
        return my_sine(x)

    assert [c.verdict for c in gradcheck(f, 1.3, raise_exception=False, confirm=confirm).checks] == ["wrong"]


@pytest.mark.parametrize("hidden", [1e-7, 1e-4, 1e-2])
def test_a_hidden_part_that_hardly_moves_is_seen(hidden):
    """At the first steps the constant stays what it is in doubles, and only larger ones show that it moves."""

    def f(x):
        return te.constant(1.0 + hidden * x.data) * x

    assert [c.verdict for c in gradcheck(f, 1.0, raise_exception=False, confirm=False).checks] == ["wrong"]


def test_a_function_that_is_random_now_and_then_is_told_so():
    for seed in range(1, 5):
        rng = random.Random(seed)
        with pytest.raises(ValueError, match="is not deterministic"):
            gradcheck(lambda v, rng=rng: squares(v) * (1.5 if rng.random() < 0.2 else 1.0), [MANY])


def test_with_more_digits_what_an_input_has_no_part_in_is_computed_once(own):
    computed = []

    @te.primitive(lambda m, y, x: m.cos(x))
    def counted_sine(m, x):
        computed.append(type(x).__name__)
        return m.sin(x)

    leaves = [Value(x) for x in MANY]
    output = te.sum([counted_sine(x) for x in leaves])
    replay = precise.Replay(output)
    found = [replay.derivative_by(leaf) for leaf in leaves]
    assert computed.count("mpf") <= 4 * len(leaves)
    assert found == [precise.derivative_of(output, leaf) for leaf in leaves[:2]] + found[2:]
    assert [d for d, _ in found] == pytest.approx([te.cos(x) for x in MANY], rel=1e-14)
