"""gradcheck: its verdicts, what it says about functions that cannot be checked, and its other walks."""

import math
import random

import pytest

import tinygrad_edu as te
from tinygrad_edu import Value
from tinygrad_edu.check import GradcheckError, check_model, gradcheck, gradgradcheck, precise
from tinygrad_edu.check.judge import check
from tinygrad_edu.check.subject import Subject
from tinygrad_edu.functions import BUILT_IN
from tinygrad_edu.ops import OPS


@pytest.fixture
def table():
    """The table without what a test adds to it."""
    before = dict(OPS)
    yield OPS
    for name in OPS.keys() - before.keys():
        del OPS[name]


def verdicts(f, inputs, **options):
    return [c.verdict for c in gradcheck(f, inputs, raise_exception=False, **options).checks]


# -- verdicts --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("f", "x", "verdict"),
    [
        (te.sin, 1e5, "ok"),
        (lambda x: te.sin(1.0 / x), 1e-4, "ok"),
        (lambda x: te.exp(x) - te.exp(x), 1.0, "ok"),
        (te.relu, -1.0, "ok"),
        (te.log, 1e-6, "ok"),
        (lambda x: 3.0 + 0.0 * x, 2.0, "ok"),
        (te.relu, 0.0, "ok at a kink"),
        (abs, 0.0, "ok at a kink"),
        (lambda x: te.maximum(x, 1.0), 1.0, "ok at a kink"),
        (lambda x: 3.0 * x if x > 1.0 else 2.0 * x + 1.0, 1.0, "ok at a kink"),  # a choice that Python made
        (lambda x: te.relu(x) - te.relu(-x), 0.0, "cannot judge"),  # a limit of autodiff
        (lambda x: te.sqrt(x * x), 0.0, "cannot judge"),
        (te.sqrt, 0.0, "cannot judge"),
        (te.floor, 3.0, "cannot judge"),
        (lambda x: x * x.detach(), 3.0, "wrong"),
        (lambda x: te.relu(x).detach() + x, 3.0, "wrong"),
    ],
)
def test_verdict(f, x, verdict):
    assert verdicts(f, x) == [verdict]


def test_a_kink_shows_the_interval():
    (found,) = gradcheck(te.leaky_relu, 0.0).checks
    assert found.note == "the derivatives of the two sides are 0.01 and 1"


def test_a_jump_is_called_a_jump():
    for f in (te.floor, te.sign, lambda x: te.where(x > 0.0, 1.0 + x, x)):
        (found,) = gradcheck(f, 0.0, raise_exception=False).checks
        assert found.verdict == "cannot judge" and "jumps" in found.note


def test_ill_conditioned():
    def cancels(x):
        return ((x + 1e16) - 1e16) * te.exp(te.sin(1e17 * x))

    assert verdicts(cancels, 0.7)[0] in ("ill-conditioned", "cannot judge")


def test_a_wrong_rule_at_a_kink(table):
    @te.primitive(lambda m, y, x: m.where(x > 0.0, 1.0, m.where(x < 0.0, 0.0, 2.0)))
    def bent(m, x):
        return m.where(x > 0.0, x, 0.0 * x)

    assert verdicts(bent, 0.0) == ["wrong"]
    assert verdicts(bent, 1.0) == verdicts(bent, -1.0) == ["ok"]


def test_a_rule_that_gives_nan(table):
    @te.primitive(lambda m, y, x: math.nan)
    def lost(m, x):
        return 2.0 * x

    report = gradcheck(lost, 1.0, raise_exception=False)
    assert report.wrong and "gives nan for finite numbers" in str(report)


def test_structures_and_names():
    report = gradcheck(lambda p, *more: p["w"] * p["b"][1] + more[0], [{"w": 2.0, "b": [1.0, 3.0]}, 4.0])
    assert [c.name for c in report.checks] == ["p['w']", "p['b'][0]", "p['b'][1]", "more[0]"]
    assert [c.analytic for c in report.checks] == [3.0, 0.0, 2.0, 1.0]
    assert gradcheck(lambda x: x * x, [Value(3.0, "speed")]).checks[0].name == "speed"


def test_report(table):
    @te.primitive(lambda m, y, x: 3.0 * x)
    def my_square(m, x):
        return x * x

    with pytest.raises(GradcheckError) as caught:
        gradcheck(my_square, 2.0)
    report = caught.value.report
    assert isinstance(caught.value, AssertionError) and not report and report.judged == 1
    assert str(report).startswith("gradcheck of my_square: FAILED, 1 wrong\n  x = 2.0: analytic 6.0, numerical 4.0")
    assert str(report).endswith("wrong (analytic / numerical = 1.5)")
    assert "no input could be judged" in str(gradcheck(te.sign, 0.0, raise_exception=False))


def test_nothing_is_left_behind():
    x = Value(2.0)
    x.grad = 7.0
    gradcheck(lambda y: y * x, [3.0])
    assert (x.data, x.grad) == (2.0, 7.0)


def test_second_order():
    assert gradgradcheck(lambda x, y: te.tanh(x * y) + x**3, [0.3, -1.2])
    assert gradgradcheck(lambda x: 2.0 * x, 1.0)
    report = gradgradcheck(te.relu, 0.0, raise_exception=False)
    assert "jumps" in report.checks[0].note


def test_second_order_finds_a_wrong_second_derivative(table):
    @te.primitive(lambda m, y, x: 2.0 * (x.detach() if isinstance(x, Value) else x))
    def my_square(m, x):
        return x * x

    assert gradcheck(my_square, 3.0)
    assert gradgradcheck(my_square, 3.0, raise_exception=False).wrong


# -- functions that cannot be checked --------------------------------------------------------------------------------


def test_no_value():
    with pytest.raises(TypeError, match=r"returned the float 9.0 and not a Value"):
        gradcheck(lambda x: x.data * x.data, 3.0)
    with pytest.raises(TypeError, match="returned a list: gradcheck checks the gradient of one number"):
        gradcheck(lambda x: [x], 3.0)
    with pytest.raises(TypeError, match="cannot be called"):
        gradcheck(3.0, 3.0)


def test_no_inputs():
    with pytest.raises(ValueError, match=r"nothing to differentiate .* inputs is empty"):
        gradcheck(lambda: Value(1.0), [])


def test_not_deterministic():
    rng = random.Random(0)
    with pytest.raises(ValueError, match="is not deterministic: two calls at the same point"):
        gradcheck(lambda x: x * rng.random(), 3.0)


def test_changes_its_inputs():
    def careless(p):
        p[0].data = 5.0
        return p[0] * p[1]

    def replaces(p):
        p[0] = p[0] * 2.0
        return p[0] * p[1]

    for f in (careless, replaces):
        with pytest.raises(ValueError, match=f"{f.__name__} changes its inputs"):
            gradcheck(f, [[1.0, 2.0]])


def test_raises_at_a_shifted_point():
    def strict(x):
        if x > 1.0:
            raise ValueError("too large")
        return x * x

    (found,) = gradcheck(strict, 1.0, raise_exception=False).checks
    assert found.verdict == "cannot judge"
    assert "strict raised ValueError: too large at the shifted point x = 1.0000000" in found.note
    with pytest.raises(ValueError, match="too large"):
        gradcheck(strict, 2.0)


# -- other walks -----------------------------------------------------------------------------------------------------


def test_the_forward_sweep_sees_a_wrong_reverse_pass():
    def loses_one(output, leaves):
        return [g * 1.001 for g in te.gradients(output, leaves)]

    report = check(Subject(lambda x, y: x * y, [2.0, 3.0]), reverse=loses_one, confirm=False)
    assert "the reverse pass and a forward sweep" in report.problems[0]


def test_80_digits():
    for f, x, exact in [(te.sigmoid, 40.0, math.exp(-40.0) / (1 + math.exp(-40.0)) ** 2), (te.cbrt, -8.0, 1 / 12),
                        (te.round, 2.2, 0.0), (te.log2, 4.0, 0.25 / math.log(2))]:  # fmt: skip
        leaf = Value(x)
        assert precise.derivative_of(f(leaf), leaf) == pytest.approx(exact, rel=1e-14)


def test_80_digits_know_every_native():
    _, m = precise.arithmetic()
    for op in map(OPS.get, BUILT_IN):
        if op.arity:
            xs = [0.5 + k for k in range(op.arity)] if op.name != "acosh" else [1.5]
            assert float(op.value(m, *map(precise.arithmetic()[0].mpf, xs))) == pytest.approx(
                te.functions.function_of(op)(*xs), rel=1e-13
            ), op


def test_confirmation_takes_back_a_false_alarm_and_keeps_a_true_one(table):
    from tinygrad_edu.check.report import InputCheck

    subject = Subject(lambda x: te.exp(x) * x, [1.0])
    run = subject.run([1.0])
    alarm = InputCheck("x", 1.0, 2.0 * math.e, 3.0, 0.1, "wrong")
    precise.confirm(subject, 0, alarm, run)
    assert alarm.verdict == "ill-conditioned"
    fault = InputCheck("x", 1.0, 2.1 * math.e, 2.0 * math.e, 0.1, "wrong")
    precise.confirm(subject, 0, fault, run)
    assert fault.verdict == "wrong"
    assert verdicts(lambda x: x * x.detach(), 3.0, confirm=True) == ["wrong"]  # the replay has nothing to say


# -- models ----------------------------------------------------------------------------------------------------------


def test_check_model(table):
    from tinygrad_edu.nn import MLP

    def error(out, target):
        return (out[0] - target).square()

    model = MLP(2, [3, 1], activation="relu", seed=1)
    before = [(p.data, p.grad) for p in model.parameters()]
    data = [([0.5, -1.0], 1.0), ([1.0, 2.0], 0.0)]
    report = check_model(model, data, error)
    assert report and len(report.checks) == 13 and len({c.name for c in report.checks}) == 13
    assert [(p.data, p.grad) for p in model.parameters()] == before

    @te.primitive(lambda m, y, x: 3.0 * x)
    def wrong_square(m, x):
        return x * x

    with pytest.raises(GradcheckError, match="the loss of MLP"):
        check_model(model, data, lambda out, target: wrong_square(out[0] - target))
    assert [(p.data, p.grad) for p in model.parameters()] == before
    with pytest.raises(ValueError, match="no data"):
        check_model(model, [], error)
