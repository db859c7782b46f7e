"""Clipping of gradients."""

import math

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tinygrad_edu import Value
from tinygrad_edu.ieee import run
from tinygrad_edu.optim import clip_grad_norm_, clip_grad_value_
from tinygrad_edu.optim.clip import shrink

numbers = st.lists(st.floats(-1e300, 1e300), min_size=1, max_size=8)


def values(gradients):
    params = [Value(1.0, f"w{i}") for i in range(1, len(gradients) + 1)]
    for p, g in zip(params, gradients, strict=True):
        p.grad = g
    return params


def gradients(params):
    return [p.grad for p in params]


# What torch 2.13's clip_grad_norm_ does (float64) to [3.0, -4.0, 12.0], with max_norm 1.
TORCH = {
    0.5: (51.78460969082653, [0.05793226906563266, -0.07724302542084355, 0.23172907626253064]),
    1.0: (19.0, [0.15789472853185638, -0.21052630470914185, 0.6315789141274255]),
    2.0: (13.0, [0.23076921301775288, -0.3076922840236705, 0.9230768520710115]),
    3.0: (12.207054953820636, [0.2457595026474047, -0.32767933686320627, 0.9830380105896188]),
    math.inf: (12.0, [0.24999997916666844, -0.3333333055555579, 0.9999999166666738]),
}


@pytest.mark.parametrize("order", TORCH)
def test_norms_against_pytorch(order):
    params = values([3.0, -4.0, 12.0])
    norm, clipped = TORCH[order]
    assert clip_grad_norm_(params, 1.0, order) == pytest.approx(norm, rel=1e-14)
    assert gradients(params) == pytest.approx(clipped, rel=1e-14)


@example(xs=[3e299, -1e299], most=7e-22, order=2.0)
@example(xs=[1e-300, 3e-300], most=5e-324, order=1.0)
@given(xs=numbers, most=st.floats(0.0, 1e6), order=st.sampled_from([0.5, 1.0, 2.0, 3, 10.0, math.inf, "inf"]))
def test_norm_after_clipping(xs, most, order):
    params = values(xs)
    before = clip_grad_norm_(params, most, order)
    after = clip_grad_norm_(params, math.inf, order)
    assert before >= 0.0
    if before == math.inf:  # the norm of order ½ can be
        assert gradients(params) == [0.0] * len(xs)
    elif before <= most:
        assert gradients(params) == pytest.approx(xs, rel=1e-5, abs=1e-5)
    else:
        # A factor that is subnormal is off by half of the smallest double, and so may every product be.
        lost = before / 2.0 * 5e-324 + len(xs) ** 2 * 5e-324
        assert after <= most * (1.0 + 1e-12) + lost
        assert [g * x >= 0.0 for g, x in zip(gradients(params), xs, strict=True)] == [True] * len(xs)


@given(xs=numbers, most=st.floats(0.0, 1e300))
def test_values(xs, most):
    params = values(xs)
    clip_grad_value_(params, most)
    assert gradients(params) == [max(-most, min(most, x)) for x in xs]
    clip_grad_value_(params, most)
    assert gradients(params) == [max(-most, min(most, x)) for x in xs]


def test_small_gradients_are_not_touched():
    params = values([0.5, -0.75])
    clip_grad_norm_(params, 1.0)
    clip_grad_value_(params, 0.75)
    assert gradients(params) == [0.5, -0.75]


def test_one_value_or_none():
    (w,) = values([-3.0])
    assert clip_grad_norm_(w, 1.5) == 3.0
    clip_grad_value_(w, 0.5)
    assert w.grad == -0.5
    assert clip_grad_norm_([], 1.0) == clip_grad_norm_([], 1.0, "inf") == 0.0
    clip_grad_value_(iter([]), 1.0)


@pytest.mark.parametrize("bad", [math.nan, math.inf, -math.inf])
def test_norms_that_are_not_finite(bad):
    params = values([1.0, bad])
    with pytest.raises(RuntimeError, match=f"of order 2.0 .* non-finite.*first such gradient is {bad} of w2 = 1.0"):
        clip_grad_norm_(params, 1.0, error_if_nonfinite=True)
    assert gradients(params)[0] == 1.0
    assert repr(clip_grad_norm_(params, 1.0)) == repr(abs(bad))
    assert math.isnan(params[1].grad)
    assert math.isnan(params[0].grad) if math.isnan(bad) else params[0].grad == 0.0
    params = values([1.0, bad])
    clip_grad_value_(params, 0.5)
    assert params[0].grad == 0.5
    assert math.isnan(params[1].grad) if math.isnan(bad) else params[1].grad == math.copysign(0.5, bad)


@pytest.mark.parametrize(
    ("call", "error", "message"),
    [
        (lambda a, b: clip_grad_norm_([a, b], -1.0), ValueError, "Invalid max_norm value: -1.0"),
        (lambda a, b: clip_grad_norm_([a, b], math.nan), ValueError, "Invalid max_norm value: nan"),
        (lambda a, b: clip_grad_norm_([a, b], "big"), TypeError, "Invalid max_norm value: 'big' is of type str"),
        (lambda a, b: clip_grad_norm_([a, b], 1.0, 0.0), ValueError, "Invalid norm_type value: 0.0"),
        (lambda a, b: clip_grad_norm_([a, b], 1.0, "two"), TypeError, "Invalid norm_type value: 'two'"),
        (lambda a, b: clip_grad_norm_([a, a], 1.0), ValueError, r"a parameter appears more than once \(w1\)"),
        (lambda a, b: clip_grad_norm_([a, 7], 1.0), TypeError, "parameters are Values, but parameter 1 is int 7"),
        (lambda a, b: clip_grad_value_([a, b], -1.0), ValueError, "Invalid clip_value value: -1.0"),
        (lambda a, b: clip_grad_value_([b, b], 1.0), ValueError, r"a parameter appears more than once \(w2\)"),
        (lambda a, b: clip_grad_value_({a, b}, 1.0), TypeError, "a set has no order"),
    ],
)
def test_errors_change_nothing(call, error, message):
    params = values([3.0, 4.0])
    with pytest.raises(error, match=message):
        call(*params)
    assert gradients(params) == [3.0, 4.0]


def test_a_gradient_that_is_no_number():
    params = values([3.0, None])
    for call in (lambda: clip_grad_norm_(params, 1.0), lambda: clip_grad_value_(params, 1.0)):
        with pytest.raises(TypeError, match=r"the gradient of w2 = 1.0 is NoneType None, not a number"):
            call()
    assert params[0].grad == 3.0


def test_the_compilers_way_leaves_gradients_alone_that_are_0():
    """There is no largest one to divide by."""
    assert run(lambda m, *slopes: shrink(m, list(slopes), 1.0), 0.0, -0.0) == 1.0
