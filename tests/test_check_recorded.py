"""gradcheck runs the recording in place of the function: with the same verdicts, a few calls, and only where it may."""

import math
import random

import pytest

import tinygrad_edu as te
from tests.golden import held_sections
from tinygrad_edu import Value
from tinygrad_edu.check import gradcheck, gradgradcheck, judge, precise, subject
from tinygrad_edu.check.expression import random_expression
from tinygrad_edu.check.recorded import Recorded, unit
from tinygrad_edu.check.subject import Subject


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
    assert [d for d, _ in found] == pytest.approx([te.cos(x) for x in MANY], rel=1e-14, abs=0.0)


# -- which calls it is compared with, and what it stands for -----------------------------------------------------------


def recording(f, inputs):
    subject = Subject(f, inputs)
    return subject, Recorded(subject, subject.run(subject.x), subject.point(subject.x))


def steps_of(calls, x):
    """Of each call how far every input is moved, in powers of 2 of its unit; + and - are the directions."""
    lines = []
    for call in calls:
        moves = [(to - here) / unit(here) for to, here in zip(call, x, strict=True)]
        lines.append(" ".join(f"{math.copysign(1.0, m):+.0f}·2^{math.frexp(m)[1] - 1}" if m else "." for m in moves))
    return "\n".join(lines)


@pytest.mark.parametrize("hidden", [None, 0, 2])
def test_where_calls_are_made(hidden):
    sections = []
    for count in (1, 2, 3, 4, 7):
        calls = []

        def f(v, calls=calls):
            calls.append([x.data for x in v])
            return squares([x.detach() * x if k == hidden else x for k, x in enumerate(v)])

        x = [(-1.0) ** k * (0.75 + k) for k in range(count)]
        _, program = recording(f, [x])
        sections.append((f"{count} inputs, trusted {sorted(program.trusted)}", steps_of(calls, x)))
    held_sections(f"check/calls_{hidden}.txt", sections)


HIDING = {
    "nothing": lambda x, far: x * x,
    "a product": lambda x, far: x * far,
    "a setting": lambda x, far: te.leaky_relu(-x, negative_slope=far),
    "a term": lambda x, far: x * x + far,
    "a branch far away": lambda x, far: x * x if far < 1.5 else x + 0.0,
    "an error far away": lambda x, far: x * x if far < 1.5 else x * math.sqrt(-far),
    "a branch beside": lambda x, far: x * x if far <= 1.0 else x + 0.0,
    "an error beside": lambda x, far: x * x if far <= 1.0 else x * math.sqrt(-far),
    "another constant on one side": lambda x, far: x * (2.0 if far < 1.0 else 3.0),
    "another constant on the other side": lambda x, far: x * (3.0 if far <= 1.0 else 2.0),
    "another number on one side": lambda x, far: te.relu(x) if far < 1.0 else te.relu(x + 1e-300),
}


def test_what_is_trusted_and_what_is_hidden():
    """A part that moves by so much of the input; 1 is where it is."""
    sections = []
    for name, hiding in HIDING.items():
        lines = []
        for power in (0, -6, -8, -13, -14, -15, -20, -30, -33, -40, -46, -52):

            def f(x, y, hiding=hiding, power=power):
                return hiding(x, 1.0 + math.ldexp(x.data - 1.0, power)) * y

            _, program = recording(f, [1.0, 3.0])
            lines.append(f"2^{power}: trusted {sorted(program.trusted)}, hidden {[program.hides(i) for i in (0, 1)]}")
        sections.append((name, "\n".join(lines)))
    held_sections("check/trusted.txt", sections)


def test_the_recording_is_the_function_at_other_points():
    """Along one input and another, there and back, at points on other sides of its choices."""

    def f(v):
        a, b, c, d = v
        inner = te.relu(a - b) * c
        return inner + 3.0 * a * a - (te.maximum(inner, d) + 2.0 * d) / 4.0 + te.exp(-b) + te.sqrt(a) / d

    rng = random.Random(7)
    subject, program = recording(f, [[1.0, 2.0, -1.5, 0.25]])
    every = range(len(program.part(()).terms or subject.point(subject.x).terms))
    base = program.part(every)
    assert repr(base) == repr(subject.point(subject.x)) and program.trusted == {0, 1, 2, 3}
    for _ in range(60):
        i, to = rng.randrange(4), rng.choice((0.0, rng.uniform(-4.0, 4.0), rng.uniform(0.9, 1.1)))
        there, called = program.moved(i, to, base, every), subject.moved(i, to)
        assert repr(there.terms) == repr(called.terms) and there.value == pytest.approx(
            called.value, rel=1e-14, nan_ok=True
        )
        assert (there.signature, there.constants, there.weights) == (called.signature, called.constants, called.weights)
        some = sorted(rng.sample(every, 2))
        part = program.moved(i, to, program.part(some), some)
        assert repr(part.terms) == repr(tuple(called.terms[k] for k in some))
        assert part.weights == tuple(called.weights[k] for k in some)
        assert repr(part.value) == repr(sum(w * t for w, t in zip(part.weights, part.terms, strict=True)))


def test_only_what_depends_on_an_input_is_computed_again(own):
    computed = []

    @te.primitive(lambda m, y, x: 1.0)
    def counted(m, x):
        computed.append(x)
        return x * 1.0

    def f(v):
        once = [counted(x) for x in v]
        return te.sum([counted(x * x) for x in once]) + counted(once[0] + once[1])

    _, program = recording(f, [[1.0, 2.0, 3.0]])
    every = range(4)
    base = program.part(every)
    computed.clear()
    program.moved(2, 5.0, base, every)
    assert computed == [5.0, 25.0]
    program.moved(1, 4.0, base, every)
    assert computed[2:] == [4.0, 16.0, 5.0]
    program.moved(1, 6.0, base, every)
    assert computed[5:] == [6.0, 36.0, 7.0]


def test_many_ways_from_an_input_to_the_result():
    """Two to the power of a hundred."""

    def f(x):
        for _ in range(100):
            x = te.relu(x) / abs(x)
        return x

    assert recording(f, 2.0)[1].trusted == {0}


@pytest.mark.parametrize("raised", [ValueError, KeyError])
def test_a_rule_of_ones_own_that_raises_an_error(own, raised):
    @te.primitive(lambda m, y, x: 1.0)
    def refusing(m, x):
        if isinstance(x, float) and x > 2.0:
            raise raised("too large")
        return x * 1.0

    _, program = recording(lambda x: refusing(x) * x, 1.0)
    assert program.trusted == {0}
    there = program.moved(0, 3.0, program.part([0]), [0])
    assert there.raised == f"{raised.__name__}: {raised('too large')}" and math.isnan(there.value)
