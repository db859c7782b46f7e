"""Derivatives of functions: against closed forms, against each other (reverse, forward, second order) and nested."""

import copy
import math
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

import tinygrad_edu as te
from tinygrad_edu import Value, derivative, grad, gradients, hessian, hvp, jacobian, jvp, no_grad, value_and_grad, vjp
from tinygrad_edu.ops import OPS
from tinygrad_edu.sweeps import pushforward

points = st.floats(-2.0, 2.0)
SMOOTH = [te.sin, te.exp, te.tanh, te.sigmoid, te.atan, te.softplus, te.silu, te.erf, te.asinh, te.mish, te.gelu]


@pytest.mark.parametrize(
    ("f", "nth"),
    [
        (te.exp, lambda x, n: math.exp(x)),
        (te.sin, lambda x, n: math.sin(x + n * math.pi / 2.0)),
        (lambda x: te.exp(2.0 * x), lambda x, n: 2.0**n * math.exp(2.0 * x)),
        (lambda x: x**6, lambda x, n: math.perm(6, n) * x ** (6 - n)),
        (lambda x: 1.0 / x, lambda x, n: (-1.0) ** n * math.factorial(n) / x ** (n + 1)),
    ],
)
def test_any_order(f, nth):
    for order in range(7):
        assert derivative(f, order)(0.7) == pytest.approx(nth(0.7, order), rel=1e-12, abs=1e-12)


@pytest.mark.parametrize("f", SMOOTH, ids=lambda f: f.__name__)
@given(x=points)
def test_third_derivatives_by_differences(f, x):
    h = 1e-3
    second = derivative(f, 2)
    slope = (second(x - 2 * h) - 8 * second(x - h) + 8 * second(x + h) - second(x + 2 * h)) / (12 * h)
    assert derivative(f, 3)(x) == pytest.approx(slope, rel=1e-6, abs=1e-7)


def rosenbrock(p):
    return (1.0 - p[0]) ** 2 + 100.0 * (p[1] - p[0] ** 2) ** 2


def test_rosenbrock():
    assert grad(rosenbrock)([-1.2, 1.0]) == pytest.approx([-215.6, -88.0])
    assert hessian(rosenbrock)([-1.2, 1.0]) == [pytest.approx([1330.0, 480.0]), pytest.approx([480.0, 200.0])]
    (product,) = hvp(rosenbrock, ([-1.2, 1.0],), ([1.0, 2.0],))
    assert product == pytest.approx([2290.0, 880.0])


@st.composite
def functions(draw):
    """A random function of a list of three numbers, with shared intermediate results, and a point for it."""
    plan = draw(
        st.lists(
            st.tuples(st.sampled_from(["add", "mul", "tanh", "sin", "dot", "sigmoid"]), *[st.integers(0, 30)] * 3),
            min_size=2,
            max_size=10,
        )
    )

    def f(xs):
        nodes = list(xs)
        for kind, i, j, k in plan:
            a, b, c = (nodes[n % len(nodes)] for n in (i, j, k))
            if kind == "dot":
                nodes.append(te.dot([a, b], [c, a], b))
            elif kind in ("add", "mul"):
                nodes.append(getattr(te, kind)(a, b))
            else:
                nodes.append(getattr(te, kind)(a))
        return te.sum(nodes)

    return f, draw(st.lists(points, min_size=3, max_size=3)), draw(st.lists(points, min_size=3, max_size=3))


@given(functions())
def test_reverse_forward_and_higher_order_agree(case):
    f, x, v = case
    gradient = grad(f)(x)
    value, along = jvp(f, (x,), (v,))
    assert value_and_grad(f)(x) == (value, gradient)
    scale = max(map(abs, gradient)) + 1.0
    assert along == pytest.approx(math.fsum(a * b for a, b in zip(gradient, v, strict=True)), abs=1e-12 * scale)
    xs = [Value(number) for number in x]
    f(xs).backward()
    assert [u.grad for u in xs] == gradient  # to the last bit
    assert [float(g) for g in gradients(f(xs), xs, create_graph=True)] == gradient
    matrix = hessian(f)(x)
    size = max(abs(entry) for row in matrix for entry in row) + 1.0
    for row, column in zip(matrix, zip(*matrix, strict=True), strict=True):
        assert row == pytest.approx(list(column), abs=1e-10 * size)
    (product,) = hvp(f, (x,), (v,))
    by_hand = [math.fsum(a * b for a, b in zip(row, v, strict=True)) for row in matrix]
    assert product == pytest.approx(by_hand, abs=1e-10 * size)


@given(functions(), functions())
def test_laws(one, two):
    """Linearity, the product rule and the chain rule."""
    (f, x, _), (g, _, _) = one, two
    df, dg = grad(f)(x), grad(g)(x)
    fx, gx = f(x), g(x)
    close = {"rel": 1e-9, "abs": 1e-9}
    difference = [2.0 * a - b for a, b in zip(df, dg, strict=True)]
    assert grad(lambda p: 2.0 * f(p) - g(p))(x) == pytest.approx(difference, **close)
    product = [a * gx + fx * b for a, b in zip(df, dg, strict=True)]
    assert grad(lambda p: f(p) * g(p))(x) == pytest.approx(product, **close)
    outer = 1.0 / math.cosh(fx) ** 2 if abs(fx) < 300 else 0.0
    assert grad(lambda p: te.tanh(f(p)))(x) == pytest.approx([outer * a for a in df], **close)


@pytest.mark.parametrize(
    ("f", "inverse"),
    [
        (te.sin, te.asin),
        (te.tanh, te.atanh),
        (te.exp, te.log),
        (te.sinh, te.asinh),
        (te.expm1, te.log1p),
        (te.tan, te.atan),
    ],
)
def test_inverse_functions(f, inverse):
    for x in (-0.9, -0.1, 0.3, 1.2):
        assert derivative(lambda t: inverse(f(t)), 1)(x) == pytest.approx(1.0, rel=1e-13)
        assert derivative(lambda t: inverse(f(t)), 2)(x) == pytest.approx(0.0, abs=1e-10)


def test_structures():
    def f(p, scale):
        return {"y": [p["w"][0] * p["b"] * scale, p["w"][1]], "z": (p["b"] ** 2,)}

    p = {"w": [2.0, 3.0], "b": 5.0}
    assert jacobian(f)(p, 10.0) == {
        "y": [{"w": [50.0, 0.0], "b": 20.0}, {"w": [0.0, 1.0], "b": 0.0}],
        "z": ({"w": [0.0, 0.0], "b": 10.0},),
    }
    assert grad(lambda a, b: a * b[0], argnums=(0, 1))(2.0, [3.0]) == (3.0, [2.0])
    assert grad(lambda a, b: a * b, argnums=-1)(2.0, 3.0) == 2.0
    wide, tall = jacobian(lambda p: [te.sum(p)])([1.0, 2.0, 3.0]), jacobian(lambda p: [p[0], p[0], p[0]])([1.0])
    assert (wide, tall) == ([[1.0, 1.0, 1.0]], [[1.0], [1.0], [1.0]])


def test_vjp_may_be_pulled_back_often():
    value, pull_back = vjp(lambda x, y: [x * y, x - y], 2.0, 3.0)
    assert value == [6.0, -1.0]
    assert pull_back([1.0, 0.0]) == (3.0, 2.0)
    assert pull_back([0.0, 1.0]) == (1.0, -1.0)
    with pytest.raises(ValueError, match="2 outputs, got 1 cotangents"):
        pull_back([1.0])


def test_the_bits_of_backward():
    """Which adds to 0, so no gradient is −0; and of a compiled function, exactly."""

    def f(xs, w):
        return te.sum([te.relu(x * w) * -k for k, x in enumerate(xs)]) - te.tanh(xs[0]) * xs[1] ** 2

    for point in ([-1.0, 0.0, 2.0, -3.0], [0.3, -0.0, -1.0, 1e-9]):
        xs, w = [Value(x) for x in point], Value(0.5)
        y = f(xs, w)
        y.backward()
        wanted = repr(([x.grad for x in xs], w.grad))
        assert repr(grad(f, (0, 1))(point, 0.5)) == wanted
        found = gradients(y, [*xs, w])
        assert repr((found[:-1], found[-1])) == wanted
        assert repr(te.jit(f, target="python", mode="exact").grad(point, 0.5, argnums=(0, 1))) == wanted


def test_nesting_does_not_confuse_the_levels():
    """The inner derivative is by the inner variable alone, though both are the same number."""
    assert grad(lambda x: x * grad(lambda y: x * y)(x))(3.0) == 6.0
    assert grad(lambda x: grad(lambda y: x + y)(2.0) * x)(5.0) == 1.0
    assert grad(lambda x: jvp(lambda y: x * y * y, (x,), (1.0,))[1])(3.0) == 12.0
    assert grad(lambda v: jvp(lambda y: y * y, (3.0,), (v,))[1])(1.0) == 6.0
    assert grad(lambda v: hvp(lambda y: y * y * y, (3.0,), (v,))[0])(1.0) == 18.0
    assert grad(lambda x: hessian(lambda y: y**3 * x)(2.0))(1.0) == 12.0
    assert derivative(lambda x: derivative(lambda y: y**4)(x), 2)(1.0) == 24.0


def test_independent_of_no_grad_and_of_grads():
    x = Value(2.0)
    with no_grad():
        assert grad(lambda t: t**3)(2.0) == 12.0
        assert hessian(lambda t: t**3)(2.0) == 12.0
        assert [derivative(lambda t: t**3, n)(2.0) for n in range(5)] == [8.0, 12.0, 12.0, 6.0, 0.0]
        assert derivative(lambda t: t**3, 2)(Value(2.0)).data == 12.0
    gradients(x**3, [x])
    assert x.grad == 0.0


def test_what_the_output_does_not_depend_on():
    x, y = Value(2.0), Value(3.0)
    assert gradients(x * x, [x, y]) == [4.0, 0.0]
    assert [g.requires_grad for g in gradients(x * 3.0, [x, y], create_graph=True)] == [False, False]
    assert grad(lambda p: p[0] * 1.0)([1.0, 2.0]) == [1.0, 0.0]


@pytest.mark.parametrize("which", [0, 1])
def test_a_rule_that_is_another_one_for_values_is_no_changed_data(own, which):
    rules = [lambda m, y, a, b: b, lambda m, y, a, b: a]
    right = rules[which]
    rules[which] = lambda m, y, a, b: right(m, y, a, b) * (1.5 if isinstance(a, Value) else 1.0)

    @te.primitive(*rules)
    def my_product(m, a, b):
        return a * b

    given = (4.5, 3.0)[which], (3.0, 2.0)[which]
    sentence = "the rule of my_product gives {} for Values and {} for numbers, at 2.0, 3.0".format(*given)
    with pytest.raises(RuntimeError, match=sentence):
        te.hessian(lambda p: my_product(p[0], p[1]))([2.0, 3.0])
    with pytest.raises(RuntimeError, match="without asking what it is given"):
        te.check.check_primitive(my_product, points=[(2.0, 3.0)])


@pytest.mark.parametrize(
    "first",
    [
        lambda f: te.grad(f)(2.0),
        lambda f: te.value_and_grad(f)(2.0)[1],
        lambda f: te.derivative(f)(2.0),
        lambda f: te.jacobian(f)(2.0),
        lambda f: te.vjp(f, 2.0)[1](1.0)[0],
        lambda f: te.jvp(f, (2.0,), (1.0,))[1],
        lambda f: te.gradients(f(x := Value(2.0)), [x])[0],
    ],
)
def test_a_first_derivative_runs_rules_on_numbers_alone(own, first):
    """So that it records nothing, and rules that are written for numbers will do."""
    ran_on = set()

    @te.primitive(lambda m, y, x: ran_on.add(type(x)) or 3 * x * x)
    def my_cube(m, x):
        return x * x * x

    assert first(my_cube) == 12.0 and not any(issubclass(kind, Value) for kind in ran_on)


def test_data_changed_before_a_second_derivative():
    x = Value(2.0, "x")
    y = x**3
    x.data = 5.0
    with pytest.raises(RuntimeError, match=r"the data of x = 5.0 .* changed after it was used"):
        gradients(y, [x], create_graph=True)
    assert gradients(y, [x]) == [12.0]  # what was recorded


@pytest.mark.parametrize("op", [op for op in OPS.values() if op.arity == 1], ids=lambda op: op.name)
def test_gradients_are_the_same_numbers_with_and_without_a_graph(op):
    for number in (-3.0, -0.7, 0.0, 0.3, 1.0, 2.5, 800.0):
        x = Value(number)
        y = getattr(te, op.name)(x)
        in_a_graph = float(gradients(y, [x], create_graph=True)[0])
        assert repr(gradients(y, [x])[0]) == repr(in_a_graph + 0.0)  # where there may be a −0


def test_mistakes():
    with pytest.raises(TypeError, match=r"<lambda> returned the float .* and not a Value, so what it computed was not"):
        grad(lambda x: math.sin(x))(1.0)
    with pytest.raises(TypeError, match=r"returned a list: .* use jacobian"):
        grad(lambda x: [x])(1.0)
    with pytest.raises(TypeError, match="argnums=1, but <lambda> was called with 1 positional"):
        grad(lambda x: x, argnums=1)(1.0)
    with pytest.raises(RuntimeError, match="needs no gradient"):
        gradients(Value(1.0) * 2.0, [te.constant(1.0)])
    y = Value(2.0) * 3.0
    for call in (lambda: grad(y), lambda: hessian(y), lambda: jvp(y, (1.0,), (1.0,))):
        with pytest.raises(TypeError, match=r"^a function is wanted here, not Value .*te.gradients\(y, \[x\]\)$"):
            call()
    with pytest.raises(TypeError, match="takes Values, not float"):
        gradients(1.0, [Value(1.0)])
    with pytest.raises(TypeError, match=r"takes a list of inputs, as in gradients\(y, \[x\]\)"):
        gradients(Value(1.0), Value(1.0))
    with pytest.raises(ValueError, match="order of a derivative is 0, 1, 2"):
        derivative(te.sin, -1)
    with pytest.raises(TypeError, match="functions of one number, got 2"):
        derivative(lambda p: p[0])([1.0, 2.0])
    with pytest.raises(TypeError, match="primals is a tuple"):
        jvp(te.sin, 1.0, 1.0)
    with pytest.raises(ValueError, match="1 numbers and 2 tangents"):
        jvp(te.sin, (1.0,), ([1.0, 2.0],))
    with pytest.raises(TypeError, match="real number"):
        grad(lambda x: x)("one")


def test_derivatives_of_what_does_not_depend_on_the_input():
    assert te.derivative(lambda x: te.constant(3.0), order=2)(1.0) == 0.0
    assert te.derivative(lambda x: Value(5.0) * 2.0)(1.0) == 0.0  # depends on another Value
    assert te.derivative(lambda x: 3.0 * x, order=3)(1.0) == 0.0


def test_forward_past_what_does_not_depend_on_the_input():
    w = Value(5.0)
    assert jvp(lambda x: (x * (w * 2.0), w * w), (3.0,), (1.0,)) == ((30.0, 25.0), (10.0, 0.0))


def test_a_factor_of_one_makes_no_node():
    x, y, direction = Value(3.0), Value(7.0), Value(2.0)
    assert pushforward([x + 1.0], {x: direction}, create_graph=True)[0] is direction
    assert pushforward([x * y], {x: 1.0}, create_graph=True)[0] is y


@pytest.mark.parametrize(
    "f", [te.elu, te.relu, te.leaky_relu, te.hardsigmoid, te.hardswish, te.abs], ids=lambda f: f.__name__
)
def test_forward_over_reverse_through_choices_that_are_compiled(f):
    """A rule's choice stays one in the program: each side moves by its own tangent, and a constant does not move."""

    def curvature(x, direction):
        return jvp(grad(lambda z: z * f(z)), (x,), (direction,))[1]

    compiled = te.jit(curvature, target="python")
    for x in (-0.5, 0.5, -4.0, 4.0):
        assert compiled(x, 2.0) == pytest.approx(curvature(x, 2.0), rel=1e-12)


@pytest.mark.parametrize("transform", [te.jacobian, lambda f: te.vjp(f, 1.0), lambda f: jvp(f, (1.0,), (1.0,))],
                         ids="jacobian vjp jvp".split())  # fmt: skip
def test_a_function_that_returns_nothing(transform):
    with pytest.raises(TypeError, match=r"energy returned nothing: .* Is a `return` missing"):
        found = transform(energy)
        found(1.0)


def energy(x):
    x * x


@pytest.mark.parametrize(
    "copied", [copy.copy, copy.deepcopy, lambda x: pickle.loads(pickle.dumps(x))], ids="copy deepcopy pickle".split()
)
def test_no_gradient_is_lost_in_a_copy_of_an_input(copied):
    """It would be 0, without a word."""

    def power(x):
        return copied(x) * x

    cut = "a copy of an unnamed leaf = 3.0 is another Value, .*: copy the list and leave the Values"
    for transform in (grad, jacobian, hessian, derivative, lambda f: lambda x: jvp(f, (x,), (1.0,))):
        with pytest.raises(RuntimeError, match=cut):
            transform(power)(3.0)
    with pytest.raises(RuntimeError, match="a copy of an unnamed identity"):
        grad(grad(power))(3.0)
    weight = Value(2.0, "w")
    kept = []

    def energy(x):  # what is no input may be copied, also where functions are differentiated inside each other
        kept.append(x)
        return copied(weight) * x + grad(lambda y: copied(weight) * y)(x) + copy.copy([x])[0]

    assert grad(energy)(3.0) == 3.0
    assert copied(kept[0]).data == 3.0  # and so may be an input afterwards


def test_a_derivative_is_called_after_its_function():
    def energy(x):
        """What is stored."""
        return x * x

    for name in ("grad", "value_and_grad", "jacobian", "hessian"):
        made = getattr(te, name)(energy)
        assert made.__name__ == made.__qualname__ == f"{name} of energy" and made.__wrapped__ is energy


def test_of_a_long_history_nothing_is_differentiated_twice(own):
    """Where each step is by a gradient of what the one before has left, a gradient's rules are run on its own graph
    alone, however it is asked for: the work grows with the steps, not with their square."""
    steps, asked = 20, []

    @te.primitive(lambda m, y, x: asked.append(x) or 2.0 * x)
    def squared(m, x):
        return x * x

    def by(x, w):
        return squared(x) * w

    slopes = {
        "grad": lambda x, w: grad(by)(x, w),
        "gradients": lambda x, w: te.gradients(by(x, w), [x], create_graph=True)[0],
        "derivative": lambda x, w: te.derivative(lambda v: by(v, w))(x),
        "jvp": lambda x, w: jvp(by, (x, w), (1.0, 0.0))[1],
        "vjp": lambda x, w: te.vjp(by, x, w)[1](1.0)[0],
        "jacobian": lambda x, w: jacobian(lambda v: [by(v[0], w), v[0]])([x])[0][0],
        "columns": lambda x, w: jacobian(lambda v: [by(v, w), v, v])(x)[0],
    }

    def descent(x, w, slope):
        for _ in range(steps):
            x = squared(x) * 0.5 + x - 0.1 * slope(x, w)
        return x

    expected = te.value_and_grad(lambda x, w: descent(x, w, lambda x, w: 2.0 * x * w), (0, 1))(0.3, 0.7)
    for name, slope in slopes.items():
        asked.clear()
        y = descent(x := Value(0.3), w := Value(0.7), slope)
        assert len(asked) == 3 * steps, name  # twice forwards, once backwards
        y.backward()
        assert (y.data, (x.grad, w.grad)) == (expected[0], pytest.approx(expected[1], rel=1e-13)), name
