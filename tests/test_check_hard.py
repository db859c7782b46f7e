"""gradcheck where it is hard: choices that Python makes, hinges beside the point, subnormal numbers, whole powers."""

import pytest

import tinygrad_edu as te
from tinygrad_edu import Value
from tinygrad_edu.check import InputCheck, check_primitive, gradcheck, gradgradcheck, precise
from tinygrad_edu.check.replay import conditioning
from tinygrad_edu.check.report import TOO_INEXACT, TOO_NEAR_0
from tinygrad_edu.check.signature import Watch
from tinygrad_edu.check.subject import Subject
from tinygrad_edu.micrograd.engine import Value as Micro
from tinygrad_edu.ops import OPS


def verdicts(f, inputs, checked=gradcheck, **options):
    return [c.verdict for c in checked(f, inputs, raise_exception=False, **options).checks]


# -- choices that Python makes -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("f", "inputs"),
    [
        (max, [1.0, 1.0]),
        (lambda x, y: x * x if x > y else y * y, [1.0, 1.0]),
        (lambda x, y: sorted([x, y])[0], [-2.0, -2.0]),
        (lambda x: te.leaky_relu(x, 0.1) if x.data >= 0.0 else te.leaky_relu(x, 0.5), 0.0),
    ],
)
def test_a_choice_that_python_makes_is_a_kink(f, inputs):
    """Also one between two inputs, or two settings, of which the same is computed."""
    assert not {"wrong", "ill-conditioned"} & set(verdicts(f, inputs))


def test_a_choice_in_a_rule_of_ones_own_is_a_kink(own):
    @te.primitive(lambda m, y, x: 1.0 if x > 0.0 else 0.0)
    def hinge(m, x):
        return max(x, 0.0)

    for x in (0.0, 1e-300, -1e-300):
        assert verdicts(hinge, x) == ["ok at a kink"]
    assert verdicts(hinge, 1e-9) == verdicts(hinge, -1e-9) == ["ok"]
    assert verdicts(lambda x: hinge(x) - hinge(-x), 0.0) == ["cannot judge"]  # a limit of autodiff
    assert check_primitive(hinge, 1)

    @te.primitive(lambda m, y, x: 1.0 if x > 0.0 else 0.0 if x < 0.0 else 3.0)
    def bent(m, x):
        return max(x, 0.0)

    assert verdicts(bent, 0.0) == verdicts(lambda x: 2.0 * bent(x), 0.0) == ["wrong"]


def test_a_choice_that_nothing_shows_is_a_kink():
    """Of what is compiled there is one node, whatever it chooses."""
    assert verdicts(te.jit(te.relu), 0.0) == ["ok at a kink"]
    assert verdicts(te.jit(lambda x: te.relu(x) - te.relu(-x)), 0.0) == ["cannot judge"]


# -- micrograd's nodes -----------------------------------------------------------------------------------------------


def by_hand(slope):
    """x³, as one writes an operation in micrograd, with a derivative of slope·x²."""

    def cube(x):
        out = Micro(x.data**3, (x,), "cube")

        def _backward():
            x.grad += slope * x.data**2 * out.grad

        out._backward = _backward
        return out

    return cube


@pytest.mark.parametrize("given", [2.0, Micro(2.0)])
def test_a_backward_of_ones_own_is_checked(given):
    """It has no rule to be replayed by, and no local derivatives for a forward sweep."""
    right, wrong = by_hand(3.0), by_hand(2.0)
    assert gradcheck(right, [given]).checks[0].analytic == 12.0
    assert gradcheck(lambda x: right(x) * x + right(x * x), [given], confirm=True)
    for f in (wrong, lambda x: wrong(x) * x + 1.0):
        report = gradcheck(f, [given], raise_exception=False)
        assert report.wrong and report.hints == [
            "an unnamed cube = 8.0 was made by hand: look at its _backward, or at its local gradients"
        ]
    assert verdicts(lambda x: right(x) * x.detach(), [given]) == ["wrong"]
    assert gradcheck(lambda x: Micro(x.data**2, (x,), (2.0 * x.data,)), [given])  # as in microgpt
    assert verdicts(lambda x: Micro(x.data**2, (x,), (3.0 * x.data,)), [given]) == ["wrong"]


# -- hinges and jumps ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("x", [1.0 + 1e-15, 1.0 + 1e-13, 1.0 - 1e-13, 1.0 - 1e-16])
def test_a_hinge_beside_the_point_is_no_jump(x):
    (found,) = gradcheck(lambda x: te.relu(x - 1.0), x).checks
    assert found.verdict == "ok at a kink" and found.note == "the derivatives of the two sides are 0 and 1"


@pytest.mark.parametrize("x", [1e-300, -1e-300, 5e-324, -5e-324])
def test_a_hinge_next_to_0(x):
    assert verdicts(te.relu, x) == ["ok at a kink"]


def has_a_number_above_0_alone(x):
    if x.data < 0.0:
        raise ValueError("below 0")
    return x.sqrt()


@pytest.mark.parametrize("x", [1e-31, 1e-200, 5e-296])
@pytest.mark.parametrize("f", [te.sqrt, te.log, lambda x: te.sin(x) + x**0.75, has_a_number_above_0_alone])
def test_next_to_a_border_at_0_there_are_smaller_steps(f, x):
    assert verdicts(f, x) == ["ok"]


def test_next_to_a_border_at_0_a_wrong_rule_is_seen(own):
    @te.primitive(lambda m, y, x: 0.5001 / y)
    def nearly_root(m, x):
        return m.sqrt(x)

    report = gradcheck(nearly_root, 1e-200, raise_exception=False)
    assert report.failed and "at 1e-200 it gives 5.001e+99" in report.hints[0]
    assert verdicts(lambda x: te.sqrt(x.detach()) + 0.0 * x, 1e-200) == ["wrong"]

    @te.primitive(lambda m, y, x: m.where(x < 2.0**-600, 0.0, 7.0 / y))
    def level_at_first(m, x):
        return m.maximum(m.sqrt(x), 2.0**-300)

    assert verdicts(level_at_first, 2.0**-600) == ["wrong"]  # at its kink


@pytest.mark.parametrize("f", [te.sqrt, te.log, has_a_number_above_0_alone])
def test_where_no_step_is_small_enough_the_reason_is_that(f):
    (check,) = gradcheck(f, 1e-300, raise_exception=False, confirm=False).checks
    assert (check.verdict, check.note) == ("cannot judge", TOO_NEAR_0)
    assert "a border or a pole" in str(gradcheck(te.sqrt, 0.0, raise_exception=False))  # no step is, at 0 itself


@pytest.mark.parametrize("f", [lambda x: x * abs(x.data), lambda x: te.sin(x * te.relu(x).detach())])
def test_where_the_curvature_jumps_no_derivative_of_0_is_accused(f):
    assert verdicts(f, 0.0) == ["cannot judge"]
    assert verdicts(f, 1e-6) == ["wrong"]  # with the half of it that is not recorded


@pytest.mark.parametrize("x", [2.0, 2.0 - 1e-14])
def test_a_jump_is_one_beside_the_point_too(x):
    (found,) = gradcheck(lambda x: te.floor(x) * x, x, raise_exception=False).checks
    assert found.verdict == "cannot judge" and "jumps" in found.note


def test_a_value_for_one_point_only_is_a_jump():
    (found,) = gradcheck(lambda x: x + 5.0 if x.data == 2.0 else x * 1.0, 2.0, raise_exception=False).checks
    assert "jumps" in found.note


def test_a_tie_that_rounding_could_break_is_a_kink_still():
    assert verdicts(lambda x: te.maximum(x * x, x), 1.0) == ["ok at a kink"]


def test_where_both_sides_are_level():
    """Squared hinges: the derivative is 0 at the kink, from either side."""
    assert verdicts(lambda x: te.relu(x) ** 2, 0.0) == ["ok at a kink"]
    assert verdicts(lambda x: abs(x - 1.0) * abs(x - 1.0), 1.0) == ["ok at a kink"]


# -- what is no noise, and what is ---------------------------------------------------------------------------------


@pytest.mark.parametrize("n", [2, 3, -3, 0])
@pytest.mark.parametrize("x", [-2.0, -1e-5])
def test_whole_powers_of_negative_numbers(n, x):
    """n − 1 is computed, from constants; with an ulp of noise it would be no whole number, and the power nan."""
    assert verdicts(lambda x: x**n, x, gradgradcheck) == ["ok"]


@pytest.mark.parametrize("checked", [gradcheck, gradgradcheck])
def test_subnormal_numbers_round_more_than_others(checked):
    for f, x in [(lambda x: te.exp(-1.0 / (x * x)), 0.037), (lambda x: x * x, 5e-324), (lambda x: 1.0 / x, 1e160)]:
        report = checked(f, x, raise_exception=False, confirm=False)
        assert report.problems == [] and report.count("ok") == 1


@pytest.mark.parametrize("confirm", [False, True])
@pytest.mark.parametrize("x", [-1e300, 1e17])
def test_an_oscillation_between_two_numbers_is_no_fault(confirm, x):
    """From 1e17 to the next double sin goes through three periods: all differences agree, on the derivative of x."""
    assert verdicts(lambda x: x - te.sin(x), x, confirm=confirm) == ["ok" if confirm else "cannot judge"]
    assert verdicts(lambda x: x * x.detach(), x, confirm=confirm) == ["wrong"] or x == -1e300


@pytest.mark.parametrize("x", [1e15, -3e15, 1e17])
def test_beside_a_large_number_an_oscillation_is_no_jump(x):
    (found,) = gradcheck(te.cos, x, raise_exception=False, confirm=False).checks
    assert found.note == "the input is so large that no difference shows its derivative"
    (found,) = gradcheck(te.cos, x, confirm=True).checks
    assert found.verdict == "ok" and found.note == "by 80 digits"


def test_an_angle_at_0_is_a_point_of_its_own():
    assert verdicts(lambda x: x * te.atan2(x * x, x * x), 0.0) == ["cannot judge"]


def test_an_underflow_on_the_way_is_noise():
    """e⁻⁷⁴⁶ is 0 in doubles and not in truth, and 10³⁰⁰ times that is no small number any more."""
    x = Value(746.0)
    found = conditioning(te.exp(-x) * 1e300, [x])
    assert [found.noise, *found.spread] == pytest.approx([5e-324 * 1e300] * 2, rel=1e-9, abs=0.0)
    assert conditioning((x - 746.0) * 1e300, [x]).noise == 0.0  # this 0 is one


def test_a_derivative_that_underflows_is_noise_and_one_that_is_0_is_not():
    """By 2ˣ the quotient has the derivative −x/4ˣ, 0 in doubles; with 2ˣ·log 2 it would have been all that counts."""
    assert verdicts(lambda x: x / 2.0**x, 700.0) == ["ill-conditioned"]
    assert verdicts(lambda a, b: (a / b) ** 0.5, [-1e300, -700.0], gradgradcheck) == ["ill-conditioned"] * 2
    assert verdicts(lambda x: te.relu(-x) * 1e30, 700.0) == ["ok"]


def test_an_underflow_in_the_forward_sweep_is_no_wrong_walk():
    """The derivative of 1/√x at 1e300 is 5e-451."""
    assert not gradgradcheck(lambda x: te.sqrt(x) ** 3, 1e300).failed


def test_arithmetic_is_no_choice():
    made = {name for name in ("add", "mul", "div", "pow", "hypot") if Watch().sides(OPS[name], [1.5, 2.5])}
    assert made == {"hypot"}


def test_more_digits_know_a_derivative_that_is_0():
    """sign(x) is 1 here, as far as 0 is away: differences of that leave more open than the steps are wide."""
    assert verdicts(abs, 1e-8, gradgradcheck, confirm=True) == ["ok"]


def test_a_hidden_part_beside_a_large_number_is_not_ok():
    """27 ± 50 is next to nothing beside 1e15, and so is 18; but nobody knows of what, where a part is hidden."""
    alone, beside = (lambda x: x * x * x.detach() + 1e15), (lambda x, y: x * x * x.detach() + 1e15 * y)
    for f, inputs in [(alone, 3.0), (beside, [3.0, 2.0])]:
        assert verdicts(f, inputs)[0] == "cannot judge"


def rounded_onto_a_kink(x):
    """hardsigmoid(1e-136) is ½ + 1e-137, which is ½ in doubles: where softshrink has its hinge."""
    half = te.hardsigmoid(x)
    return te.log1p(x) + half * te.softshrink(half)


def test_an_ulp_from_a_kink_more_digits_accuse_nobody():
    x = Value(1e-136)
    assert conditioning(rounded_onto_a_kink(x), [x]).near
    assert not conditioning(te.relu(te.exp(x) - 2.0), [x]).near
    subject = Subject(rounded_onto_a_kink, 1e-136)
    run = subject.run(subject.x)
    for near, verdict in [(True, "cannot judge"), (False, "wrong")]:
        found = InputCheck("x", 1e-136, 1.0, 1.0, 1.0, "cannot judge", TOO_INEXACT)
        precise.decide(subject, 0, found, run.leaves[0], precise.Replay(run.output), 0.0, near, still=False)
        assert found.verdict == verdict
    assert verdicts(rounded_onto_a_kink, 1e-136, confirm=True) == ["cannot judge"]


def chosen_by_an_underflow(x, y, z):
    """e to the power of -1e5 is more than 0, and in doubles it is not."""
    product = te.tanh(z) * x
    tiny = te.log1p(te.softplus(product))
    large = te.sum([te.tanh(z), z, x, z, z])
    return te.asinh(product) + te.where(tiny, large, y) + te.reciprocal(te.logaddexp(te.softplus(product), large))


def test_a_zero_by_underflow_chooses_and_accuses_nobody():
    inputs = [-100003.97830813397, 3.0, 100000.0]
    leaves = [Value(x) for x in inputs]
    assert conditioning(chosen_by_an_underflow(*leaves), leaves).near
    for less in range(5):  # what the replays' own signs are does not matter
        report = gradcheck(chosen_by_an_underflow, [inputs[0] - less, *inputs[1:]], raise_exception=False, confirm=True)
        assert not report.wrong, str(report)


def test_what_rounding_may_have_done_to_a_gradient_is_no_fault():
    """asin(sin(u)) is a zigzag; here its slope cancels u's own, 1e11, but for a half in which few digits are left."""

    def f(x):
        u = abs(x * (2.0 * x + 2.0 * te.sin(x)) * te.sin(x) * x)
        return te.tanh(2.0 * x) + u + te.asin(te.sin(u)) + te.mish(te.tan(x))

    report = gradcheck(f, 3955.0704231872314, raise_exception=False, confirm=True)
    assert not report.wrong and report.checks[0].verdict in ("ill-conditioned", "cannot judge"), str(report)
