"""gradcheck: its verdicts, what it says about functions that cannot be checked, and its other walks."""

import functools
import math
import pickle
import random
import sys
import threading
import warnings

import pytest

import tinygrad_edu as te
from tinygrad_edu import Value, nn
from tinygrad_edu.check import GradcheckError, check_model, check_primitive, gradcheck, gradgradcheck, precise, subject
from tinygrad_edu.check.judge import check
from tinygrad_edu.check.subject import Subject
from tinygrad_edu.functions import BUILT_IN
from tinygrad_edu.ops import OPS


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
        (lambda x: te.sin(Value(x.data)) + 1e6, 1.0, "wrong"),  # a copy, which needs a gradient too
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


def test_a_wrong_rule_at_a_kink(own):
    @te.primitive(lambda m, y, x: m.where(x > 0.0, 1.0, m.where(x < 0.0, 0.0, 2.0)))
    def bent(m, x):
        return m.where(x > 0.0, x, 0.0 * x)

    assert verdicts(bent, 0.0) == ["wrong"]
    assert verdicts(bent, 1.0) == verdicts(bent, -1.0) == ["ok"]


def test_a_tie_beside_a_kink_is_a_second_choice():
    """Both of max(clamp(x), x) bend at the bound, so ½ is a limit of autodiff, where both sides have slope 1."""
    assert verdicts(lambda x: te.maximum(te.hardtanh(x), x), 1.0) == ["cannot judge"]


@pytest.mark.parametrize("confirm", [False, True])
def test_a_large_term_does_not_drown_the_others(own, confirm):
    @te.primitive(lambda m, y, x: 1.000001 * m.cos(x))
    def my_sine(m, x):
        return m.sin(x)

    def drowned(f):
        return lambda x, big: (f(x) * 1e-3 - 4.0 * big) / 2.0 + 1e12

    assert verdicts(drowned(te.sin), [0.3, 7e5], confirm=confirm) == ["ok", "ok"]
    assert verdicts(drowned(my_sine), [0.3, 7e5], confirm=confirm) == ["wrong", "ok"]
    assert verdicts(lambda x: my_sine(x) + 1e6 if x > 0.0 else 0.0 * x, 0.3, confirm=confirm) == ["wrong"]
    assert verdicts(lambda x: te.sin(x) * 3.0 + x.detach() * 1e6 - x * 1e6, 0.3, confirm=confirm) == ["wrong"]


def test_beside_a_point_where_the_function_is_0_it_has_its_rounding():
    """The derivative of (x - 1e-300)² at 0 is -2e-300, which no difference shows, nor a replay with 420 digits."""
    for confirm in (False, True):
        assert verdicts(lambda x: (x - 1e-300).square() + 0.5, 0.0, confirm=confirm) == ["ok"]
    assert [verdicts(f, 0.0) for f in (te.square, te.cos, te.cosh)] == [["ok"]] * 3


def test_a_term_that_has_gone_flat_is_no_fault():
    """tanh is 1 in doubles at 63, its derivative 1e-55: that no difference shows it says nothing against it."""
    assert verdicts(lambda x: te.tanh(x) + 0.0, 63.0, confirm=False) == ["ok"]


def test_a_wrong_rule_next_to_a_kink_and_next_to_0(own):
    @te.primitive(lambda m, y, x: m.where(x > 0.0, 1.001, m.exp(x)))
    def smooth_elu(m, x):
        return m.where(x > 0.0, x, m.expm1(x))

    assert verdicts(smooth_elu, 1e-300) == verdicts(smooth_elu, 1e-8) == ["wrong"]
    assert verdicts(lambda x: te.cbrt(x) + te.relu(x), 1e-300, confirm=False) == ["cannot judge"]  # a pole
    assert verdicts(lambda x: te.cbrt(x) + te.relu(x), 1e-300) == ["ok"]  # digits know
    assert verdicts(smooth_elu, -1e-300) == verdicts(te.elu, 1e-300) == ["ok at a kink"]


@pytest.mark.parametrize("x", [7.1001184910246676e-06, -1.1022567021549199e-06, 3e-4])
def test_cancellation_in_a_function_is_no_fault_of_its_gradient(x):
    assert gradcheck(te.tanhshrink, x, raise_exception=False, confirm=False).wrong == []
    assert gradcheck(lambda x: x - te.sin(x), x, raise_exception=False, confirm=False).wrong == []


def test_a_rule_that_gives_nan(own):
    @te.primitive(lambda m, y, x: math.nan)
    def lost(m, x):
        return 2.0 * x

    report = gradcheck(lost, 1.0, raise_exception=False)
    assert report.wrong and "gives nan for finite numbers" in str(report)


def test_a_derivative_that_cannot_be_is_no_fault():
    """(-2)² is nan beside its exponent; the exponent stays at 2 because floor holds it there."""
    for f, x in [(lambda x: te.pow(-2.0, te.floor(x)), 2.5), (lambda x: te.pow(-1e300, x), -1e300)]:
        (found,) = gradcheck(f, x, raise_exception=False).checks
        assert math.isnan(found.analytic) and found.verdict == "cannot judge"


@pytest.mark.parametrize("x", [0.7, 3.0, 1e3, 4e5, -7e4])
def test_poles_near_by(x):
    for f in (lambda x: te.atanh(te.sin(33.0 * x)), lambda x: te.tan(x * 117.0), lambda x: te.exp(te.tan(x))):
        for k in range(0, 20, 2):
            assert gradcheck(f, x * (1.0 + k / 999.0), raise_exception=False, confirm=False).wrong == []


def test_structures_and_names():
    report = gradcheck(lambda p, *more: p["w"] * p["b"][1] + more[0], [{"w": 2.0, "b": [1.0, 3.0]}, 4.0])
    assert [c.name for c in report.checks] == ["p['w']", "p['b'][0]", "p['b'][1]", "more[0]"]
    assert [c.analytic for c in report.checks] == [3.0, 0.0, 2.0, 1.0]
    assert gradcheck(lambda x: x * x, [Value(3.0, "speed")]).checks[0].name == "speed"
    for f in (lambda a, *xs, k=1.0: a * xs[0] * xs[1] * k, lambda a, *xs, **more: a * xs[0] * xs[1]):
        assert [c.name for c in gradcheck(f, [1.0, 2.0, 3.0]).checks] == ["a", "xs[0]", "xs[1]"]


def test_report(own):
    @te.primitive(lambda m, y, x: 3.0 * x)
    def my_square(m, x):
        return x * x

    with pytest.raises(GradcheckError) as caught:
        gradcheck(my_square, 2.0)
    report = caught.value.report
    assert isinstance(caught.value, AssertionError) and not report and report.judged == 1
    assert str(report).startswith("gradcheck of my_square: FAILED, 1 wrong\n  x = 2.0: analytic 6.0, numerical 4.0")
    assert "wrong (analytic / numerical = 1.5)\n" in str(report)
    assert str(report).endswith("the rule of my_square is wrong: at 2 it gives 6, and the differences of its values 4")


def test_a_report_can_be_sent_to_another_process(own):
    with pytest.raises(GradcheckError) as caught:
        gradcheck(lambda x: x * x.detach(), [Value(2.0, "two\nlines " + "x" * 99)])
    again = pickle.loads(pickle.dumps(caught.value))
    assert again.report == caught.value.report and str(again) == str(caught.value)
    assert again.report.checks[0].name == "two lines " + "x" * 30 + "…" + "x" * 19 and len(str(again).splitlines()) == 3
    with pytest.raises(ValueError, match="was recorded, so there is nothing to draw"):
        again.report.picture()  # what was recorded stays where it is


def test_a_partial_function_has_the_name_of_its_function():
    def cube(factor, x):
        return factor * x**3

    outer = functools.partial(functools.partial(cube, 2.0))
    assert str(gradcheck(outer, 1.0)).startswith("gradcheck of cube: passed, 1 ok")


def test_a_long_report_in_which_all_is_right():
    assert str(gradcheck(te.sum, [[1.0] * 13])) == "gradcheck of sum: passed, 13 ok"


def test_a_report_where_nothing_was_judged():
    report = gradcheck(te.sign, 0.0, raise_exception=False)
    assert not report and not report.failed
    assert str(report) == (
        "gradcheck of sign: NOT CHECKED, 1 cannot judge\n"
        "  no input could be judged, so nothing was checked: try another point\n"
        "  x = 0.0: analytic 0.0: cannot judge (the function jumps here: it is discontinuous and has no derivative)"
    )
    (found,) = gradcheck(te.tanh, math.inf, raise_exception=False).checks
    assert found.note == "there are no points on both sides of inf"


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


def test_second_order_finds_a_wrong_second_derivative(own):
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
    with pytest.raises(TypeError, match=r"returned nothing: .* Is a `return` missing"):
        gradcheck(lambda x: None, 3.0)
    with pytest.raises(TypeError, match=r"^the function returned nothing"):
        gradgradcheck(lambda x: None, 3.0)
    with pytest.raises(TypeError, match="returned a generator, of yield"):
        gradcheck(lambda x: (y for y in [x]), 3.0)
    with pytest.raises(TypeError, match="returned False: a comparison has no derivative; return a Value"):
        gradcheck(lambda x: x > 5.0, 3.0)
    with pytest.raises(TypeError, match="returned the str 'x': it returns a Value, what it computed"):
        gradcheck(lambda x: "x", 3.0)


def test_a_comparison_of_numpys_is_one():
    truth = pytest.importorskip("numpy").bool_
    with pytest.raises(TypeError, match="returned False: a comparison has no derivative; return a Value"):
        gradcheck(lambda x: truth(x.data > 5.0), 3.0)


def test_a_coroutine_is_told_once():
    async def waits(x):
        return x

    with warnings.catch_warnings(), pytest.raises(TypeError, match="waits returned a coroutine, of yield or async"):
        warnings.simplefilter("error")  # "was never awaited"
        gradcheck(waits, 3.0)


def test_values_of_an_earlier_call():
    cache, kept = {}, []

    def remembers(x):
        return cache.setdefault(x.data, x * x)

    def keeps(x):
        kept.append(x)
        return kept[0] * x

    for f in (remembers, keeps):
        for checked in (gradcheck, gradgradcheck):
            with pytest.raises(ValueError, match=f"{f.__name__} computes with the Values of an earlier call, from"):
                checked(f, 3.0)
            cache.clear()
            kept.clear()


@pytest.mark.parametrize("checked", [
    lambda f: gradcheck(f, 3.0),
    lambda f: gradgradcheck(f, 3.0),
    lambda f: check_model(nn.MLP(1, [1], seed=0), [([1.0], 0.5)], lambda output, target: f(output[0])),
    lambda f: check_primitive(te.primitive(lambda m, y, x: 3.0 * x)(too_steep)),
], ids="gradcheck gradgradcheck check_model check_primitive".split())  # fmt: skip
def test_pytest_shows_the_line_of_the_test(checked, own):
    with pytest.raises(GradcheckError) as caught:
        checked(lambda x: x * x * x.detach())
    hidden = [entry.locals.get("__tracebackhide__") for entry in caught.traceback if entry.path.parts[-3:-1] == CHECK]
    assert hidden and all(hidden)


CHECK = ("tinygrad_edu", "check")  # the folder


def too_steep(m, x):
    return x * x


@pytest.mark.parametrize(("inputs", "shown"), [(99, False), (100, True)])
def test_a_long_check_shows_how_far_it_is(inputs, shown, monkeypatch, capsys):
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    for checked in (gradcheck, gradgradcheck):
        for progress in ({}, {"progress": True}, {"progress": False}):
            assert checked(te.sum, [[1.0] * inputs], **progress)
            err = capsys.readouterr().err
            assert ("checking " in err) == ("100%" in err) == (shown and progress != {"progress": False})


def test_a_number_used_as_a_list():
    for f in (lambda v: v[0], lambda v: sum(v), lambda v: te.sum(v) / len(v), lambda v: next(iter(v))):
        with pytest.raises(TypeError, match=r"uses a number as a list .*\[\[0.3, 0.7\]\]|takes a list of Values"):
            gradcheck(f, [2.0])
        assert gradcheck(f, [[2.0, 3.0]])


def test_none_of_the_inputs_is_used():
    """It would pass: by an input that it does not use, the derivative is 0 indeed."""
    w = Value(2.0, "w")
    with pytest.raises(ValueError, match=r"computes its result from w = 2.0 and from none of its inputs"):
        gradcheck(lambda x: w * w, [w])
    assert gradcheck(lambda x: w * x, [3.0]) and gradgradcheck(lambda x: w * x, [3.0])
    assert gradcheck(lambda x: te.constant(3.0), [2.0])


def test_another_number_of_arguments():
    sentence = r"hypot\(a, b\) cannot be called with 1 argument, missing .*'b': .* given as \[\[\.\.\.\]\]"
    for inputs in (3.0, [[3.0, 4.0, 5.0]]):
        with pytest.raises(TypeError, match=sentence):
            gradcheck(te.hypot, inputs)
    assert gradcheck(lambda a, b=2.0, *more: a * b, [3.0]) and gradcheck(lambda *xs: xs[0] * xs[1], [3.0, 4.0])
    with pytest.raises(TypeError, match="give these numbers one by one, and not in a list of their own"):
        gradcheck(te.hypot, [[3.0, 4.0]])
    with pytest.raises(TypeError, match=r"missing .*'b': .*a dict is one argument, and its keys are no parameters"):
        gradcheck(te.hypot, {"a": 3.0, "b": 4.0})


def test_arrays():
    np = pytest.importorskip("numpy")
    assert [c.analytic for c in gradcheck(lambda a, b: a * b, np.array([2.0, 3.0])).checks] == [3.0, 2.0]
    assert gradcheck(te.sin, np.float64(2.0))
    assert gradcheck(lambda p, b: p[0] * p[1] + b, [np.array([2.0, 3.0]), 1.0]).count("ok") == 3
    for f in (lambda x: np.where(x > 0.0, x, 0.0), lambda x: np.array([x])):
        with pytest.raises(TypeError, match="returned an array: gradcheck checks the gradient of one number"):
            gradcheck(f, 2.0)


def test_inputs_that_come_one_by_one():
    assert [c.x for c in gradcheck(lambda a, b: a * b, (float(i) for i in (2, 3))).checks] == [2.0, 3.0]
    assert [c.x for c in gradcheck(lambda a, b: a * b, range(2, 4)).checks] == [2.0, 3.0]
    with pytest.raises(TypeError, match="a set has no order"):
        gradcheck(lambda a, b: a * b, {2.0, 3.0})


def test_inputs_that_are_no_numbers():
    from tinygrad_edu.nn import MLP

    with pytest.raises(TypeError, match=r"p\['how'\] is 'mean', which is no number: .* as in lambda x: f\(x, 'mean'\)"):
        gradcheck(lambda p: p["x"], {"x": 1.0, "how": "mean"})
    with pytest.raises(TypeError, match="b is None, which is no number"):
        gradcheck(lambda a, b: a, [1.0, None])
    with pytest.raises(TypeError, match=r"net is MLP\(2.*, which is no number: .* by check_model\(model, data"):
        gradcheck(lambda net: net([1.0, 2.0])[0], [MLP(2, [1], seed=0)])


def test_no_inputs():
    with pytest.raises(ValueError, match=r"nothing to differentiate .* inputs is empty"):
        gradcheck(lambda: Value(1.0), [])


def test_not_deterministic():
    rng = random.Random(0)
    with pytest.raises(ValueError, match="is not deterministic: two calls at the same point"):
        gradcheck(lambda x: x * rng.random(), 3.0)
    calls = iter([1.0] * 5)
    with pytest.raises(ValueError, match="what it keeps from call to call must not matter"):
        gradcheck(lambda x: x * next(calls, 2.0), 3.0)  # not at once, and it looked like a jump


@pytest.mark.parametrize("seldom", ["another number", "an error"])
@pytest.mark.parametrize("checked", [gradcheck, gradgradcheck, check_model], ids=lambda check: check.__name__)
def test_random_once_in_150_calls(checked, seldom, monkeypatch):
    """Which is met at no point of the check itself. It is looked for as long as it takes here, on any machine."""
    monkeypatch.setattr(subject, "PATIENCE", math.inf)
    calls = 0

    def rarely(x):
        nonlocal calls
        calls += 1
        if calls == 130:
            if seldom == "an error":
                raise RuntimeError("the file is locked")
            return x * 1.5
        return x * x * x

    model = nn.MLP(1, [1], seed=0)
    of_model = (model, [([1.0], 1.0)], lambda outputs, target: rarely(outputs[0]))
    arguments = of_model if checked is check_model else (rarely, 3.0)
    before = [p.data for p in model.parameters()]
    with pytest.raises(ValueError, match="is not deterministic: two calls at the same point"):
        checked(*arguments)
    assert [p.data for p in model.parameters()] == before
    assert calls >= 130


def test_changes_its_inputs():
    def careless(p):
        p[0].data = 5.0
        return p[0] * p[1]

    def replaces(p):
        p[0] = p[0] * 2.0
        return p[0] * p[1]

    def adds(p):
        p.append(p[0])
        return p[0] * p[1]

    def takes_away(p):
        return p.pop() * p[0]

    def freezes(p):
        p[0].requires_grad = False
        return p[0] * p[1]

    def elsewhere(p):
        return careless(p) if p[0].data != 1.0 else p[0] * p[1]

    for f in (careless, replaces, adds, takes_away, freezes, elsewhere):
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
        assert precise.derivative_of(f(leaf), leaf)[0] == pytest.approx(exact, rel=1e-14, abs=0.0)


def test_more_digits_judge_what_differences_leave_open(own):
    @te.primitive(lambda m, y, x: 1.000001 * m.cos(x))
    def my_sine(m, x):
        return m.sin(x)

    def small(f, offset):
        return lambda x: abs(f(x) * 1e-6 + offset)  # the sum by itself would be taken term by term

    (coarse,) = gradcheck(small(my_sine, 1e5), 0.3, confirm=False).checks
    assert coarse.verdict == "ok" and coarse.bound > 1e-6 * coarse.analytic
    (found,) = gradcheck(small(my_sine, 1e5), 0.3, raise_exception=False, confirm=True).checks
    assert found.verdict == "wrong" and found.note.startswith("with 420 digits the derivative is 9.55336489125606e-07")
    for offset, digits in [(1e5, 80), (1e56, 420)]:
        (found,) = gradcheck(small(te.sin, offset), 0.3, raise_exception=False, confirm=True).checks
        assert found.verdict == "ok" and found.note == f"by {digits} digits"
        assert found.bound < 1e-8 * found.analytic


@pytest.mark.parametrize("size", [1e-280, 1e-290, 1e-300, 1e-315])
def test_digits_enough_for_a_tiny_derivative(size):
    """With 420 of them e to the power of 1e-290 is 1, and its slope 0."""
    assert verdicts(lambda x: te.exp(x * size) - 1.0, 0.7) == ["ok"]


@pytest.mark.parametrize("x", [1e-31, -1e-31, 1e-100, 1e-150])
def test_digits_judge_next_to_a_pole_at_0(own, x):
    @te.primitive(lambda m, y, x: -1.001 * (y * y))
    def nearly_inverse(m, x):
        return 1.0 / x

    assert verdicts(lambda x: 1.0 / x, x, confirm=False) == ["cannot judge"]
    assert verdicts(lambda x: 1.0 / x, x) == ["ok"]
    report = gradcheck(nearly_inverse, x, raise_exception=False)
    assert report.failed and report.hints[0].startswith("the rule of nearly_inverse is wrong")


def test_not_even_420_digits_tell_everything():
    def f(x):
        return abs(te.exp(-x * x) * 1e-250 + 1e300)

    (found,) = gradcheck(f, 9.0, raise_exception=False, confirm=True).checks
    assert found.verdict == "ok" and found.note == ""  # as good as 0, and not accused


def test_two_threads_do_not_change_the_digits_of_each_other(own):
    inside, done, found = threading.Event(), threading.Event(), {}

    @te.primitive(lambda m, y, x: 1.0)
    def waits(m, x):
        if isinstance(x, precise.arithmetic()[0].mpf):
            if threading.current_thread() is second:
                inside.set()
                done.wait(0.1)
            else:
                inside.wait(0.1)
        return m.sin(x)

    x = Value(0.5)

    def derive(digits):
        found[digits] = precise.derivative_of(waits(x), x, digits)
        done.set()

    first, second = threading.Thread(target=derive, args=(80,)), threading.Thread(target=derive, args=(420,))
    first.start()
    second.start()
    first.join()
    second.join()
    assert found == {digits: precise.derivative_of(te.sin(x), x, digits) for digits in (80, 420)}


def test_80_digits_know_every_native():
    _, m = precise.arithmetic()
    for op in map(OPS.get, BUILT_IN):
        if op.arity:
            xs = [0.5 + k for k in range(op.arity)] if op.name != "acosh" else [1.5]
            assert float(op.value(m, *map(precise.arithmetic()[0].mpf, xs))) == pytest.approx(
                te.functions.function_of(op)(*xs), rel=1e-13, abs=0.0
            ), op


def test_confirmation_takes_back_a_false_alarm_and_keeps_a_true_one(own):
    from tinygrad_edu.check.report import InputCheck

    subject = Subject(lambda x: te.exp(x) * x, [1.0])
    run = subject.run([1.0])
    replay = precise.Replay(run.output)
    alarm = InputCheck("x", 1.0, 2.0 * math.e, 3.0, 0.1, "wrong")
    precise.decide(subject, 0, alarm, run.leaves[0], replay, 0.0, False, still=False)
    assert alarm.verdict == "ill-conditioned"
    fault = InputCheck("x", 1.0, 2.1 * math.e, 2.0 * math.e, 0.1, "wrong")
    precise.decide(subject, 0, fault, run.leaves[0], replay, 0.0, False, still=False)
    assert fault.verdict == "wrong"
    assert verdicts(lambda x: x * x.detach(), 3.0, confirm=True) == ["wrong"]  # the replay has nothing to say


# -- whose fault it is -------------------------------------------------------------------------------------------------


def test_the_wrong_operation_is_named(own):
    @te.primitive(lambda m, y, a, b: 1.0, lambda m, y, a, b: 2.0)
    def my_difference(m, a, b):
        return a - b

    report = gradcheck(lambda x: te.exp(my_difference(3.0, x)) * x, 2.0, raise_exception=False)
    assert report.hints == [
        "the rule of my_difference by b is wrong: at 3, 2 it gives 2, and the differences of its values -1"
    ]
    assert report.hints[0] in str(report)


def test_what_is_not_recorded_is_suspected():
    for f in (lambda x: x * x.detach(), lambda x: x * math.exp(x), lambda x: x * x.data):
        (hint,) = gradcheck(f, 3.0, raise_exception=False).hints
        assert "has a right rule here, so a dependence is not recorded" in hint
    (hint,) = gradcheck(lambda x: te.constant(x.data**2), 3.0, raise_exception=False).hints
    assert "no operation was recorded" in hint
    assert gradcheck(te.sin, 3.0).hints == []


def test_the_picture_of_a_failure():
    report = gradcheck(lambda x: te.sin(x) * x.detach(), 3.0, raise_exception=False)
    picture = report.picture(engine="builtin")
    assert picture.scene.title == "gradcheck of the function: FAILED, 1 wrong"
    assert "sin" in picture.describe() and picture.svg.startswith("<svg")
    assert repr(report) == str(report)  # what a console shows


# -- models ----------------------------------------------------------------------------------------------------------


def test_a_bar_has_a_tick_for_each_of_many_inputs(bar):
    te.gradcheck(te.sum, [[0.5] * 99])
    te.gradcheck(te.sum, [[0.5] * 100], progress=False)
    assert bar == []
    te.gradcheck(te.sum, [[0.5] * 100])
    assert bar == ["100 in all", "checking ", *["tick"] * 100, "closed"]
    bar.clear()
    for progress in ({}, {"progress": False}):
        check_model(Model(), [(1.0, 1.0)], "mse", **progress)
        assert bar == ["2 in all", "checking ", "tick", "tick", "closed"]


def test_a_model_that_is_called_compiled_on_numbers_is_told_what_comes():
    class Net(nn.MLP):
        def __call__(self, inputs):
            return [te.jit(lambda x: nn.MLP.__call__(self, x)[0])(inputs)]

    def squared(output, target):
        return (output[0] - target) ** 2

    with pytest.raises(TypeError, match="a compiled function returns a Value where one of its arguments is one"):
        check_model(Net(1, [1], seed=0), [([1.0], 0.5)], squared)
    assert check_model(Net(1, [1], seed=0), [([Value(1.0)], 0.5)], squared).count("ok") == 2


def test_check_model(own):
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
    with pytest.raises(ValueError, match="MLP has no parameters that need a gradient: nothing to check"):
        check_model(MLP(2, [1], seed=0).requires_grad_(False), data, error)
    with pytest.raises(TypeError, match=r"\(inputs, target\) pairs, and 1.0 is none"):
        check_model(model, [1.0], error)
    with pytest.raises(TypeError, match=r"\(inputs, target\) pairs, not 3"):
        check_model(model, 3, error)
    with pytest.raises(TypeError, match=r"has parameters\(\); 3 cannot be called"):
        check_model(3, data, error)


class Model:
    """y = tanh(w·x + b), for the models below that misuse their parameters."""

    def __init__(self):
        self.w, self.b = Value(0.5, "w"), Value(0.25, "b")

    def parameters(self):
        return [self.w, self.b]

    def __call__(self, x):
        return te.tanh(self.w * x + self.b)


class Twice(Model):
    def parameters(self):
        return [self.w, self.b, self.w]


class Decays(Model):
    def __call__(self, x):
        self.w.data *= 0.9
        return super().__call__(x)


class Replaces(Model):
    def __call__(self, x):
        self.w = Value(self.w.data)
        return super().__call__(x)


class Copies(Model):
    def __call__(self, x):
        return te.tanh(Value(self.w.data) * x + self.b)


class Drops(Model):
    rng = random.Random(0)

    def __call__(self, x):
        return super().__call__(x) * self.rng.random()


def test_models_that_misuse_their_parameters():
    data = [(1.0, 1.0), (2.0, 0.0)]

    def error(out, target):
        return (out - target).square()

    assert [c.name for c in check_model(Twice(), data, error).checks] == ["w", "b"]
    copies = check_model(Copies(), data, error, raise_exception=False)
    assert [c.verdict for c in copies.checks] == ["wrong", "ok"] and "a dependence is not recorded" in str(copies)
    misused = [
        (Decays(), "changes the parameters"),
        (Replaces(), "puts other Values in the places of"),
        (Drops(), r"not deterministic.* A model with dropout is checked after model.eval\(\)"),
    ]
    for model, sentence in misused:
        with pytest.raises(ValueError, match=sentence):
            check_model(model, data, error)
        assert model.w.data == 0.5 or isinstance(model, Replaces)
    with pytest.raises(TypeError, match=r"the loss returned nothing: .* Is a `return` missing"):
        check_model(Model(), data, lambda out, target: None)
    with pytest.raises(TypeError, match="the loss returned the list"):
        check_model(Model(), data, lambda out, target: [out])
    with pytest.raises(TypeError, match=r"has parameters\(\); .* cannot be called"):
        check_model(type("M", (), {"parameters": list})(), data, error)
    for parameters, sentence in [
        (property(lambda self: [self.w]), r"M.parameters is a method that returns the list"),
        (lambda self: [1.5], r"the parameters of M are Values; one is 1.5"),
    ]:
        with pytest.raises(TypeError, match=sentence):
            check_model(type("M", (Model,), {"parameters": parameters})(), data, error)
    with pytest.raises(TypeError, match="a loss is called with two things, the model's outputs and a target"):
        check_model(Model(), data, lambda out: out)


def test_check_model_takes_the_names_of_losses():
    from tinygrad_edu.nn import MLP

    assert check_model(MLP(1, [1], seed=0), [([0.5], 1.0), ([2.0], 0.0)], "mse", progress=False).count("ok") == 2
    assert check_model(MLP(1, [2], seed=0), [([0.5], 1)], "cross_entropy", progress=False).count("ok") == 4
    array = pytest.importorskip("numpy").array
    assert check_model(MLP(1, [1], seed=0), [(array([0.5]), array([1.0]))], "mse", progress=False).count("ok") == 2
    with pytest.raises(ValueError, match="did you mean 'mse'"):
        check_model(MLP(1, [1], seed=0), [([0.5], 1.0)], "mes")


@pytest.mark.parametrize("loss", [nn.mse_loss, nn.MSELoss(), nn.HuberLoss(delta=0.5), nn.HalfSquaredError()])
def test_check_model_takes_the_losses_of_nn(loss):
    """One output meets a number, as in fit; what somebody else's loss gets is the model's output as it is."""
    model, data = nn.MLP(1, [1], seed=0), [([0.5], 1.0), ([2.0], 0.0)]
    assert check_model(model, data, loss, progress=False).count("ok") == 2
    assert check_model(model, data, lambda out, target: loss(out, [target]), progress=False).count("ok") == 2


def test_a_loss_that_no_parameter_has_a_part_in():
    class Anew(Model):
        def __call__(self, x):
            return Value(self.factor) * x + Value(0.5)

    data = [(1.0, 1.0), (2.0, 0.0)]
    Anew.factor = 2.0
    with pytest.raises(ValueError, match="the loss of Anew was computed from none of its parameters"):
        check_model(Anew(), data, "mse")
    Anew.factor = property(lambda self: self.w.data)  # a part by way of .data is told as what it is
    assert check_model(Anew(), data, "mse", raise_exception=False).count("wrong") == 1
