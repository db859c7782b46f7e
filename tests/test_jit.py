"""``jit``: what is compiled gives the results of the function, its gradients and its words."""

import itertools
import math
import pickle
import random
from fractions import Fraction
from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import tinygrad_edu as te
from tests import jit_cases
from tinygrad_edu import Value, gradients, jit, nn, optim
from tinygrad_edu.choice import take
from tinygrad_edu.cli import main
from tinygrad_edu.example import network
from tinygrad_edu.jit import lower
from tinygrad_edu.jit.trace import TracingError
from tinygrad_edu.micrograd import nn as mnn

jit = partial(jit, target="python")  # other targets have tests of their own


def rosenbrock(p):
    return (1.0 - p[0]) ** 2 + 100.0 * (p[1] - p[0] ** 2) ** 2


# -- results ----------------------------------------------------------------------------------------------------------


def test_structures():
    def f(p, scale=2.0):
        return {"y": [p["w"][0] * p["b"] * scale, p["w"][1]], "z": (p["b"] ** 2, "name", 7.0)}

    compiled = jit(f)
    for p, keywords in (({"w": [2.0, 3.0], "b": 5}, {}), ({"w": (1.5, -1), "b": Fraction(1, 2)}, {"scale": 3.0})):
        found, wanted = compiled(p, **keywords), f(p, **keywords)
        assert found == wanted
        assert type(found["z"][0]) is float and found["z"][1:] == ("name", 7.0)
    assert compiled({"w": [1.0, 1.0], "b": 1.0}, 4.0)["y"][0] == 4.0


def trees():
    numbers = st.floats(-3.0, 3.0) | st.integers(-3, 3)
    settings = st.sampled_from([None, True, "mean"])
    keys = st.text(max_size=2)
    return st.recursive(
        numbers | settings,
        lambda inner: st.lists(inner, max_size=3) | st.tuples(inner, inner) | st.dictionaries(keys, inner, max_size=3),
        max_leaves=12,
    )


@settings(max_examples=60)
@given(st.lists(trees(), min_size=1, max_size=3), st.dictionaries(st.sampled_from("pq"), trees()))
def test_any_structure(args, kwargs):
    """What goes in and out is put together as it was; settings stay, numbers are computed with."""

    def tripled(tree):
        if isinstance(tree, (list, tuple)):
            return type(tree)(tripled(item) for item in tree)
        if isinstance(tree, dict):
            return {key: tripled(item) for key, item in tree.items()}
        return tree * 3.0 if tree is not None and not isinstance(tree, (bool, str)) else tree

    def f(*args, **kwargs):
        return [Value(1.0), *[tripled(arg) for arg in args], tripled(kwargs)]

    compiled = jit(f)
    assert compiled(*args, **kwargs) == [1.0, *map(tripled, args), tripled(kwargs)]
    again = [tripled(arg) for arg in args]  # other numbers, the same program
    assert compiled(*again, **kwargs)[1:-1] == [tripled(arg) for arg in again]
    assert len(compiled._cache) == 1


def test_what_is_in_the_package_can_be_imported_though_a_function_has_its_name():
    import tinygrad_edu.jit.arrays.frameworks as frameworks
    import tinygrad_edu.jit.program as program

    assert program.__name__ == "tinygrad_edu.jit.program" and frameworks.to_jax is te.to_jax
    assert te.jit is jit.func and pickle.loads(pickle.dumps(te.jit)) is te.jit


def test_is_a_decorator():
    @te.jit(target="python", mode="exact")
    def f(x):
        """What f is."""
        return te.exp(x)

    assert f(1.0) == math.exp(1.0) and f.__name__ == "f" and f.__doc__ == "What f is." and f.__wrapped__ is f.f
    assert repr(f) == "<jit of f, target python, exact>"

    class Model:
        def __init__(self, w):
            self.w = Value(w, "w")

        @jit
        def __call__(self, x):
            return self.w * x

        @jit
        def twice(self, x):
            return 2.0 * self(x)

    first, second = Model(3.0), Model(4.0)
    assert (first(2.0), second(2.0), second.twice(2.0)) == (6.0, 8.0, 16.0)


class Line:
    def __init__(self, w):
        self.w = Value(w, "w")

    @jit
    def value(self, x):
        return self.w * x

    @jit
    def loss(self, x, y):
        """How far off."""
        return (self.value(x) - y) ** 2


def test_a_method_has_all_that_a_function_has():
    """Of the object it was asked of; arguments are counted behind that."""
    first, second = Line(3.0), Line(4.0)
    assert (first.loss(2.0, 5.0), second.loss(2.0, 5.0)) == (1.0, 9.0)
    assert (first.loss.grad(2.0, 5.0), second.loss.grad(2.0, 5.0, argnums=(1, 0))) == (6.0, (-6.0, 24.0))
    assert first.loss.grad(2.0, 5.0, argnums=-1) == -2.0 and first.loss.grad(2.0, 5.0, wrt=[first.w]) == [4.0]
    assert first.loss.value_and_grad(2.0, y=5.0) == (1.0, 6.0)
    assert second.loss.map([1.0, 2.0], [4.0, 5.0]) == [0.0, 9.0] and second.value.map([1.0, 2.0]) == [4.0, 8.0]
    assert te.grad(first.loss, (0, 1))(2.0, 5.0) == (6.0, -2.0) and te.grad(first.loss, jit=True)(2.0, 5.0) == 6.0
    assert "w*x" in first.loss.source(2.0, 5.0) and "w" in str(first.loss.program(2.0, 5.0))
    assert first.loss.report().startswith("loss\n  (Line, number") and first.loss.target == "python"
    assert first.loss == first.loss != second.loss and hash(first.loss) == hash(first.loss) and first.loss != 1
    assert first.loss.__name__ == "loss" and first.loss.__doc__ == "How far off." and "Line" in repr(first.loss)
    assert pickle.loads(pickle.dumps(first.loss))(2.0, 5.0) == 1.0
    with pytest.raises(TypeError, match="argnums=3"):
        first.loss.grad(2.0, 5.0, argnums=2)
    assert not hasattr(first.loss, "__get__")  # it is bound already
    with pytest.raises(AttributeError, match="nothing"):
        first.loss.nothing  # noqa: B018


def test_derivatives_of_compiled_derivatives():
    """A compiled gradient is a function: what is differentiated is that, and not the function that it came from."""

    def f(x):
        return x**3 * te.sin(x)

    second = te.derivative(f, 2)(1.5)
    slope = te.grad(f, jit=True)
    for found in (te.grad(slope, jit=True)(1.5), slope.grad(1.5), te.grad(slope)(1.5), jit(slope).grad(1.5)):
        assert found == pytest.approx(second, rel=1e-14)
    assert slope.value_and_grad(1.5) == pytest.approx((te.grad(f)(1.5), second), rel=1e-14)
    assert te.grad(te.grad(slope, jit=True), jit=True)(1.5) == pytest.approx(te.derivative(f, 3)(1.5), rel=1e-13)


def test_derivatives_at_numbers_within_a_derivative():
    """As physics has them, at points that are part of the program: differentiated again by what the whole is by, as the
    eager engine does it. Where nothing is differentiated, or by Values, they are numbers."""

    def f(p, c):
        def u(t):
            return p[0] * te.tanh(p[1] * t * c)

        slope = te.grad(u)
        return (slope(0.0) - 1.0) ** 2 + te.derivative(u, 2)(0.5) * p[1] + te.jvp(slope, (0.25,), (1.0,))[1] * c

    p, c = [0.7, -0.4], 1.5
    compiled = jit(f)
    alone, within = [Value(x) for x in p], te.value_and_grad(f, (0, 1))(p, c)
    f(alone, c).backward()
    assert all(within[1][0]) and within[1][0] != pytest.approx([v.grad for v in alone])
    for _ in range(2):  # whichever comes first, in whatever order
        again = [Value(x) for x in p]
        compiled(again, c).backward()
        assert [v.grad for v in again] == pytest.approx([v.grad for v in alone], rel=1e-13)
        found = compiled.value_and_grad(p, c, argnums=(0, 1))
        assert found[0] == pytest.approx(within[0], rel=1e-13)
        for slopes in (found[1], te.grad(compiled, (0, 1))(p, c), te.grad(compiled, (0, 1), jit=True)(p, c)):
            assert slopes[0] == pytest.approx(within[1][0], rel=1e-13)
            assert slopes[1] == pytest.approx(within[1][1], rel=1e-13)
    assert te.grad(f, jit=True).map([p, p], [c, c])[1] == pytest.approx(within[1][0], rel=1e-13)
    curved = te.hessian(f)(p, c)
    for rows in (te.hessian(compiled)(p, c), jit(te.jacobian(te.grad(f)))(p, c), te.jacobian(compiled.grad)(p, c)):
        assert [x for row in rows for x in row] == pytest.approx([x for row in curved for x in row], rel=1e-13)


def test_by_a_value_that_is_an_argument_too():
    x, w = Value(2.0, "x"), Value(3.0, "w")
    compiled = jit(lambda x: w * x * x)
    (slope,) = compiled.grad(x, wrt=[x])
    value, both = compiled.value_and_grad(x, wrt=[x, w])
    assert (slope.data, value.data, [g.data for g in both]) == (12.0, 12.0, [12.0, 4.0])
    (by_w,) = compiled.grad(x, wrt=[w])
    assert by_w.data == 4.0 and by_w.op.name == "jit(<lambda>)"  # one node, as x is none of wrt
    slope.backward()
    assert (x.grad, w.grad) == (6.0, 4.0)


def test_where_something_becomes_infinite():
    """Also in a call for which nothing is compiled any more."""
    compiled = jit(lambda x: te.exp(te.log(x).named("y")))
    assert compiled(1.0) == 1.0 and compiled(0.0) == 0.0
    with te.detect_anomaly(), pytest.raises(FloatingPointError, match=r"log gave -inf: its input is x = 0.0"):
        compiled(0.0)
    assert compiled(0.0) == 0.0
    compiled = jit(te.log)  # given a Value, it makes a node of the program's result
    compiled(Value(1.0))
    with te.detect_anomaly(), pytest.raises(FloatingPointError, match=r"jit\(log\) gave -inf: its input is x = 0.0"):
        compiled(Value(0.0, "x"))


def test_called_without_gradients():
    """The first call records, whatever mode is on; a later one does not, so it costs nothing."""
    calls = []
    compiled = jit(lambda x: calls.append(x) or x * x)
    with te.no_grad():
        assert compiled(3.0) == 9.0 and compiled.grad(3.0) == 6.0 and len(calls) == 4
        assert compiled(2.0) == 4.0 and compiled.grad(2.0) == 4.0 and len(calls) == 4


def test_gradients():
    compiled = jit(rosenbrock)
    assert compiled.grad([-1.2, 1.0]) == pytest.approx(te.grad(rosenbrock)([-1.2, 1.0]), rel=1e-13)
    value, gradient = compiled.value_and_grad([-1.2, 1.0])
    assert (value, gradient) == (compiled([-1.2, 1.0]), compiled.grad([-1.2, 1.0]))
    assert te.grad(rosenbrock, jit=True)([-1.2, 1.0]) == pytest.approx(gradient, rel=1e-15)
    assert te.value_and_grad(compiled, jit=True)([-1.2, 1.0]) == (value, gradient)

    def f(a, b, c):
        return a * b["x"] ** 2 + c[0] * c[1]

    arguments = (2.0, {"x": 3.0}, (4.0, 5.0))
    for argnums in (0, 1, 2, -1, (0, 2), (2, 1, 0)):
        assert jit(f).grad(*arguments, argnums=argnums) == te.grad(f, argnums)(*arguments)


def test_derivatives_inside_a_compiled_function():
    """A function that calls grad or hessian itself compiles, and choices in derivatives stay choices."""

    def bent(x):
        return te.where(x > 1.0, x**3, te.relu(x) * 2.0) + te.maximum(x, 0.5) * te.abs(x)

    first, second = jit(te.grad(bent)), jit(te.grad(te.grad(bent)))
    for x in (-2.0, 0.25, 0.75, 2.0, 3.5):  # one program for all of them
        assert first(x) == pytest.approx(te.grad(bent)(x), rel=1e-13)
        assert second(x) == pytest.approx(te.grad(te.grad(bent))(x), rel=1e-13)
    assert jit(te.hessian(rosenbrock))([0.3, 0.4]) == [pytest.approx(row) for row in te.hessian(rosenbrock)([0.3, 0.4])]
    assert jit(lambda x: gradients(x**3, [x])[0])(2.0) == 12.0


def test_called_on_values():
    w = Value(0.5, "w")

    def f(x, y):
        return [te.tanh(w * x[0] + y), x[0] * x[1]]

    compiled = jit(f)
    results = []
    for function_ in (f, compiled):
        x, y = [Value(0.3), Value(-1.2)], Value(0.7)
        a, b = function_(x, y)
        w.grad = 0.0
        (a * b).backward()
        results.append([a.data, b.data, x[0].grad, x[1].grad, y.grad, w.grad])
    assert results[0] == pytest.approx(results[1], rel=1e-14) and all(results[0])
    assert te.hessian(lambda p: te.sum(compiled(p, 0.2)))([0.3, 0.4]) == [
        pytest.approx(row) for row in te.hessian(lambda p: te.sum(f(p, 0.2)))([0.3, 0.4])
    ]
    x = Value(2.0)
    slope = te.grad(lambda x: x**3, jit=True)(x)  # of a gradient, the gradient again
    slope.backward()
    assert (slope.data, x.grad) == (12.0, 12.0)
    with te.no_grad():
        assert not compiled([x, x], x)[0].requires_grad


def test_second_derivatives_where_compiled_code_rounds_otherwise():
    """The rule gives other last bits than the code that computed the first derivatives; that is no changed data."""

    def f(p):
        weights = te.softmax([te.tanh(x * p[0] + 0.3) for x in p])
        return te.sum([w * x / (x * x + 1.0) for w, x in zip(weights, p, strict=True)]) ** 3

    compiled, wanted = jit(f), te.hessian(f)
    for k in range(1, 9):
        p = [0.37 * k, -0.21 * k, 1.0 / k]
        assert te.hessian(compiled)(p) == [pytest.approx(row, rel=1e-10, abs=1e-14) for row in wanted(p)]
    x = [Value(0.3), Value(0.4)]
    y = compiled(x)
    x[0].data = 0.5
    with pytest.raises(RuntimeError, match="changed after it was used"):
        gradients(y, x, create_graph=True)


def test_a_node_is_no_row_of_the_table():
    @jit
    def dot(a, b):  # its name must not make the compiler take it for the table's
        return a * b + a

    y = dot(Value(2.0, "a"), Value(3.0, "b"))
    assert y.op.name == "jit(dot)" and jit(y)() == 8.0
    assert len(dot._cache) == 1  # only what a node needs was compiled


def test_compiled_inside_compiled():
    inner = jit(lambda x: te.exp(x) * 2.0)
    outer = jit(lambda x: inner(x) + inner(-x))
    assert outer(0.5) == 2.0 * math.exp(0.5) + 2.0 * math.exp(-0.5)
    assert inner.report().endswith("it is when it is called")  # it became a part of the other
    kept = jit(lambda x: x * x)(Value(3.0, "x"))
    assert jit(kept + 1.0)() == 10.0


@pytest.mark.parametrize("mode", ["fast", "exact"])
def test_models(mode):
    net = nn.MLP(2, [5, 3], activation="sigmoid", seed=0)
    xs, ys = [[0.5, -1.0], [2.0, 0.1], [0.0, 0.0]], [0, 2, 1]

    def loss(xs, ys):
        return nn.cross_entropy([net(x) for x in xs], ys)

    compiled = jit(loss, mode=mode)
    parameters = net.parameters()
    for step in range(3):  # each step reads the parameters as they are then
        value, gradient = compiled.value_and_grad(xs, ys, wrt=parameters)
        net.zero_grad()
        eagerly = loss(xs, ys)
        eagerly.backward()
        if mode == "exact" and step == 0:
            assert value == eagerly.data
        assert value == pytest.approx(eagerly.data, rel=1e-13)
        assert gradient == pytest.approx([p.grad for p in parameters], rel=1e-12, abs=1e-15)
        optim.SGD(parameters, lr=0.5).step()
    assert compiled(xs, [1, 1, 1]) == pytest.approx(loss(xs, [1, 1, 1]).data)  # classes are data
    assert len(compiled._cache) == 2


def test_micrograds_model():
    random.seed(1337)
    model = mnn.MLP(2, [4, 1])
    compiled = jit(lambda x: model(x) * 2.0)
    assert compiled([1.0, -2.0]) == (model([1.0, -2.0]) * 2.0).data
    gradient = compiled.grad([1.0, -2.0], wrt=model.parameters())
    (model([1.0, -2.0]) * 2.0).backward()
    assert gradient == pytest.approx([p.grad for p in model.parameters()], rel=1e-14)


def test_captured_values():
    named, anonymous, frozen = Value(2.0, "a"), Value(3.0), te.constant(4.0)
    compiled = jit(lambda x: x * named + anonymous * frozen)
    assert compiled(1.0) == 14.0
    named.data, anonymous.data, frozen.data = 20.0, 30.0, 40.0
    assert compiled(1.0) == 1220.0  # an anonymous constant is part of the program, which is compiled anew
    before = named * 3.0
    later = jit(lambda x: before * x)
    assert later(1.0) == 60.0
    named.data = 1.0
    assert later(1.0) == 3.0 and later.grad(2.0, wrt=[named]) == [6.0]

    def with_start(x):
        h = Value(0.5)  # made in the call, so no parameter
        return te.tanh(h * x)

    assert not jit(with_start).compiled([1.0], {})[0].captured


@pytest.mark.parametrize("mode", ["fast", "exact"])
def test_a_choice_that_is_not_made_has_no_slope(mode):
    """At 0 the derivative of a power by its exponent is 0 all around, though its logarithm is infinite there."""
    slope = jit(te.grad(lambda y, x: x**y), target="python", mode=mode)
    for y in (5e-324, 0.5, 3.0, math.inf):
        assert slope.grad(y, 0.0, argnums=(0, 1)) == (0.0, 0.0), y


@pytest.mark.parametrize("mode", ["fast", "exact"])
@pytest.mark.parametrize("step", [te.round, te.floor, te.sign])
def test_a_slope_that_is_always_0_is_still_multiplied(step, mode):
    """0·nan is nan, and so is 0·∞: that something is undefined is not lost in a step."""
    slopes = te.grad(lambda x, y: step(x * y) * x, (0, 1))
    compiled = jit(lambda x, y: step(x * y) * x, mode=mode)
    for point in ((1.5, math.nan), (math.nan, 1.5), (1.5, math.inf), (math.inf, 1.5), (1.5, 2.5)):
        found = compiled.grad(*point, argnums=(0, 1))
        assert found == pytest.approx(slopes(*point), nan_ok=True), point


@pytest.mark.parametrize("mode", ["fast", "exact"])
def test_what_only_one_side_of_a_choice_reads(mode):
    """The other side has no slope by it: b² where a is positive, else 0."""

    @te.primitive(lambda m, y, a, b: 0.0 * b, lambda m, y, a, b: m.where(a > 0.0, 2.0 * b, 0.0))
    def gated_square(m, a, b):
        return m.where(a > 0.0, b * b, 0.0)

    try:
        slope = jit(te.grad(gated_square, 1), mode=mode)
        assert [slope.grad(a, 3.0, argnums=(0, 1)) for a in (1.0, -1.0)] == [(0.0, 2.0), (0.0, 0.0)]
    finally:
        te.ops.OPS.pop("gated_square")


def test_gradients_through_choices_are_added_in_their_place():
    """Exactly: a power's slope chooses by the number that is raised, and of what depends on it more is added after."""

    def two_tasks(p, x, y):
        total = 0.0
        for u, v in ((x, y), (y, x)):
            slope = te.grad(lambda p, u=u, v=v: (p * u - v) ** 2 + (p * v) ** 3 - (p * u) ** 2)(p)
            total = total + ((p - 0.05 * slope) * v - u) ** 2
        return total

    compiled, slopes, rng = jit(two_tasks, mode="exact"), te.value_and_grad(two_tasks), random.Random(0)
    points = [[rng.gauss(0.0, 1.0) for _ in range(3)] for _ in range(50)]
    assert [compiled.value_and_grad(*point) for point in points] == [slopes(*point) for point in points]


def test_a_recorded_value():
    E, values = network()
    compiled = jit(E)
    assert compiled() == E.data
    E.backward()
    trained = [values[f"w{k}"] for k in range(1, 9)]
    value, gradient = compiled.value_and_grad(wrt=trained)
    assert value == E.data and gradient == pytest.approx([w.grad for w in trained], rel=1e-14)
    values["w1"].data += 0.1
    assert compiled() != value
    assert compiled.grad(wrt=[values["out_h1"]]) == pytest.approx([values["out_h1"].grad], rel=1e-2)  # no leaf
    two = te.constant(2.0)
    hidden = values["w5"] * 3.0
    compiled = jit(hidden + two)
    assert compiled.grad(wrt=[hidden]) == [1.0] and (before := compiled()) == hidden.data + 2.0
    two.data = 5.0
    assert compiled() == before and compiled.report().count("target") == 2  # nothing is compiled anew


def test_choosing_from_a_table():
    table = [[Value(10.0 * i + j, f"t{i}{j}") for j in range(2)] for i in range(3)]

    def f(i, x):
        return te.sum(take(table, i)) * x

    compiled = jit(f)
    assert [compiled(i, 2.0) for i in range(3)] == [f(i, 2.0).data for i in range(3)]
    assert compiled.grad(1, 2.0, wrt=table[1] + table[2]) == [2.0, 2.0, 0.0, 0.0]
    assert compiled.map([0, 2], [1.0, 1.0]) == [1.0, 41.0]
    for i in (3, -1):
        with pytest.raises(ValueError, match="there is no entry"):
            compiled(i, 2.0)
    with pytest.raises(TypeError, match=r"take chooses by a whole number, not 1.0"):
        compiled(1.0, 2.0)


def test_tables_of_any_structure():
    """What is taken has the structure of an entry, as it has without a compiler."""
    tables = [
        lambda x: [[[x, 1.0]], [[2.0, x]]],
        lambda x: [{"a": x, "b": (x, 2.0)}, {"a": 3.0, "b": (x * x, x)}],
        lambda x: [(x, 1.0), (2.0 * x, 2.0)],
    ]
    for table in tables:
        f = lambda x, i: take(table(x), i)  # noqa: B023, E731
        assert [jit(f)(3.0, i) for i in (0, 1)] == [f(3.0, i) for i in (0, 1)]
    with pytest.raises(ValueError, match="take: entry 1 of the table"):
        jit(lambda x, i: take([[x, 1.0], [x]], i))(1.0, 0)
    with pytest.raises(TracingError, match=r"test_jit.py, line .*: a list is indexed.* by n = 1.0, .*take\(table, i\)"):
        jit(lambda x, n: x[n])([1.0, 2.0], 1)


def test_tables_that_are_computed_twice():
    """Equal entries are other entries if they are Values; numbers are known by what they are."""
    w = Value(0.5, "w")

    def f(i, x):
        a, b = (take([te.tanh(w), w * x], i) for _ in range(2))
        return a * b * b + take([w, 2.0], i) * take([w, 2.0], i)

    compiled = jit(f)
    for i in (0, 1):
        w.grad = 0.0
        f(i, 3.0).backward()
        assert compiled.grad(i, 3.0, wrt=[w]) == pytest.approx([w.grad], rel=1e-14)
    assert compiled.program().ops.count("scatter") == 3


def test_ieee():
    compiled = jit(lambda x: [1.0 / x, te.log(x), te.exp(x), x * 0.0, te.sqrt(x)])
    for x in (0.0, -0.0, 800.0, -1.0, math.inf, -math.inf, math.nan, 5e-324):
        wanted = [y.data for y in compiled.f(Value(x))]
        assert repr(compiled(x)) == repr(wanted)


# -- words ------------------------------------------------------------------------------------------------------------


def test_what_a_module_takes_is_called_as_its_forward_calls_it():
    f = jit(nn.MLP(2, [1], seed=0), target="python")
    assert f([0.5, 1.0]) and "def run(xs, captured)" in f.source()


def test_report_and_source():
    net = nn.MLP(2, [3, 1], activation="tanh", seed=0)
    f = jit(lambda x, deep=False: net(x))
    f([1.0, 2.0])
    f([1.0, 2.0], deep=True)
    lines = f.report().splitlines()
    assert lines[0] == "<lambda>" and "(list of 2)" in lines[1] and "target python: asked for" in lines[2]
    assert "13 Values read at each call" in lines[3] and "record" in lines[4] and "(list of 2, deep=True)" in lines[5]
    assert "out_h1 = tanh(w1*x_0 + w2*x_1 + b_h1)" in f.source() or "net_h1 = " in f.source()
    assert "out_h1 = tanh(net_h1)" in str(f.program())


def test_hostile_names():
    names = ["lambda", "exp", "run", "x y", "权重", "", "t3", "π/2", "1st", "w\n= 1", "__import__('os')", "memory"]
    for spelled in (names, names[::-1]):
        values = [Value(float(k + 1), name) for k, name in enumerate(spelled)]
        f = jit(lambda x: te.sum([te.exp(v * x).named(v.label) for v in values]))  # noqa: B023
        assert f(0.1) == pytest.approx(sum(math.exp(0.1 * (k + 1)) for k in range(len(spelled))))
        assert all(line.startswith(("def", "    ")) for line in f.source().splitlines())


def test_arguments_that_are_called_like_functions():
    def f(log, exp, max, nan):
        return te.log(log) + te.exp(exp[0]) * exp[1] + te.maximum(max, nan)

    assert jit(f)(2.0, [0.5, 3.0], 1.0, 4.0) == pytest.approx(math.log(2.0) + 3.0 * math.exp(0.5) + 4.0)


def test_command(capsys):
    assert main(["jit", "--target", "python", "--show"]) == 0
    out = capsys.readouterr().out
    assert "net_h1 = w1*i1 + w2*i2 + b1" in out and "THE PROGRAM" in out and "operations a second" in out
    assert main(["jit", "--net", "12,8,1", "--target", "numpy", "--show"]) == 0
    program, _ = capsys.readouterr().out.split("THE SAME RE-ROLLED")
    assert " + w96*i12 +\n    b_h8\n" in program  # a long line goes on below, indented
    assert 100 < max(map(len, program.splitlines())) <= 120
    assert main(["jit", "--net", "2,3,1", "--activation", "sigmoid", "--target", "python", "--mode", "exact"]) == 0
    assert "value and gradient by 13 Values" in capsys.readouterr().out
    assert main(["jit", "--net", "2,3,1", "--activation", "nothing"]) == 2
    assert "nothing" in capsys.readouterr().err
    assert main(["jit", "--target", "numpy", "--mode", "exact"]) == 1
    assert "exact needs python or llvm" in capsys.readouterr().err


# -- programs ---------------------------------------------------------------------------------------------------------


def test_a_chain_of_additions_is_one_dot():
    xs = [Value(float(k), f"x{k}") for k in range(5)]
    total = sum(x * x for x in xs)
    program = lower.lower([("x", xs)], [("y", [total])], gradient_of=total, wrt=[("g", xs)])
    assert [op for op in program.ops if op not in ("input", "const")] == ["dot"] * 6
    assert program.run([1.0, 2.0, 3.0, 4.0, 5.0]) == [[55.0], [2.0, 4.0, 6.0, 8.0, 10.0]]


@pytest.mark.parametrize(
    "use",
    [
        lambda y, z: te.where(z > 1.0, y, z),
        lambda y, z: te.maximum(y, z),
        lambda y, z: te.sum([z, z, y]),
        lambda y, z: te.dot([z, y], [y, z]),
        lambda y, z: te.take([z, z, y], 2),
        lambda y, z: te.hypot(y, z),
        lambda y, z: te.exp(y),
    ],
    ids=["where", "maximum", "sum", "dot", "take", "hypot", "exp"],
)
def test_a_term_that_something_else_reads_too(use):
    """A product, or a sum, is no part of the sum after it only, if another operation reads it."""

    def f(a, b):
        y, z = a * b, a + b
        return (y + a) + (z + b) + use(y, z) * use(z, y)

    value, gradient = jit(f).value_and_grad(0.5, 3.0, argnums=(0, 1))
    a, b = Value(0.5), Value(3.0)
    wanted = f(a, b)
    wanted.backward()
    assert value == pytest.approx(wanted.data) and gradient == pytest.approx((a.grad, b.grad))


@pytest.mark.parametrize("f", [
    lambda x, y: x * y,
    lambda x, y: te.sin(x) * y - x * x * y,
    lambda x, y: te.where(x > y, x * y, -x * y),
])  # fmt: skip
def test_a_zero_of_an_exact_derivative_has_the_sign_that_it_has_without_a_compiler(f):
    """Numbers that are derivatives begin from 0 there and are never −0."""
    for g in (
        te.grad(f, (0, 1)),
        te.grad(te.grad(f), (0, 1)),
        te.value_and_grad(f, (0, 1)),
        te.jacobian(lambda x, y: [f(x, y), x], (0, 1)),
        lambda x, y: te.vjp(f, x, y)[1](-1.0),
        lambda x, y: te.jvp(f, (x, y), (1.0, -0.0)),
        lambda x, y: [-d for d in te.grad(f, (0, 1))(x, y)],
    ):
        compiled = jit(g, mode="exact")
        for x, y in itertools.product((0.0, -0.0, 1.0, -1.0), repeat=2):
            assert repr(compiled(x, y)) == repr(g(x, y))


@pytest.mark.parametrize("exact", [False, True])
def test_random_networks_against_eager(exact):
    rng = random.Random(5)
    f, point = jit_cases.network(rng, [2, 4, 1], 6, "tanh")
    compiled = jit(f, mode="exact" if exact else "fast")
    value, gradient = compiled.value_and_grad(*point, argnums=tuple(range(len(point))))
    leaves = [Value(x) for x in point]
    wanted = f(*leaves)
    wanted.backward()
    assert jit_cases.agree(value, wanted.data, 1e-15, exact)
    assert all(jit_cases.agree(g, v.grad, 1e-15, exact) for g, v in zip(gradient, leaves, strict=True))
