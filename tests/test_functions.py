"""The functions and methods made from the table, the functions of lists, and operations of one's own."""

import builtins
import inspect
import math
import subprocess
import sys
from functools import partial

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import tinygrad_edu as te
from tests import make_stubs
from tinygrad_edu import Value
from tinygrad_edu.derivatives import derivative, grad, gradients
from tinygrad_edu.ops import OPS

lists = st.lists(st.floats(-50.0, 50.0), min_size=1, max_size=6)


@pytest.mark.parametrize("op", [op for op in OPS.values() if op.arity], ids=lambda op: op.name)
def test_function_and_method(op):
    function = getattr(te, op.name)
    xs = [Value(0.5), Value(0.25), Value(0.75)][: op.arity] if op.name != "acosh" else [Value(1.5)]
    y = function(*xs)
    assert y.op is op
    assert repr(getattr(xs[0], op.name)(*xs[1:]).data) == repr(y.data)
    plain = function(*[x.data for x in xs])
    assert type(plain) is float
    assert plain == y.data
    mixed = function(*[x.data for x in xs[:-1]], xs[-1])
    assert mixed.data == y.data


def test_settings():
    x = Value(-0.5)
    assert x.leaky_relu().data == -0.005
    assert x.leaky_relu(0.2).data == x.leaky_relu(negative_slope=0.2).data == -0.1
    assert te.clamp(x, max=-1.0).data == -1.0
    assert te.gelu(x, approximate="tanh").op.params == {"approximate": "tanh"}
    with pytest.raises(TypeError, match=r"leaky_relu\(x, negative_slope=0.01\): got an unexpected keyword"):
        te.leaky_relu(x, slope=1.0)
    with pytest.raises(TypeError, match="missing a required argument"):
        te.hypot(x)
    assert str(inspect.signature(te.softplus)) == "(x, beta=1.0, threshold=inf)"


@pytest.mark.parametrize(
    ("name", "settings", "message"),
    [
        ("gelu", {"approximate": "erf"}, "approximate"),
        ("celu", {"alpha": 0.0}, "alpha"),
        ("softplus", {"beta": 0.0}, "beta"),
        ("softshrink", {"lambd": -1.0}, "lambd"),
        ("elu", {"alpha": "much"}, "alpha"),
        ("hardtanh", {"min_val": 1.0, "max_val": -1.0}, "min_val"),
    ],
)
def test_settings_that_make_no_sense(name, settings, message):
    with pytest.raises((ValueError, TypeError), match=message):
        getattr(te, name)(Value(1.0), **settings)


@given(lists)
def test_lists_are_single_nodes(data):
    xs = [Value(x) for x in data]
    total = 0.0
    for x in data:
        total += x
    assert te.sum(xs).data == total
    assert len(te.sum(xs).inputs) == len(xs)
    assert te.prod(xs).data == pytest.approx(math.prod(data), rel=1e-12, abs=0.0)
    assert te.mean(xs).data == total / len(data)
    assert te.logsumexp(xs).data == pytest.approx(math.log(math.fsum(map(math.exp, data))), rel=1e-12, abs=1e-12)
    y = te.dot(xs, data, Value(1.0))
    assert len(y.inputs) == 2 * len(data) + 1
    assert y.data == pytest.approx(math.fsum(x * x for x in data) + 1.0, rel=1e-12)
    assert [g for g in y.partials if g is not None] == [*data, 1.0]


@given(lists)
def test_softmax(data):
    xs = [Value(x) for x in data]
    p = te.softmax(xs)
    assert math.fsum(q.data for q in p) == pytest.approx(1.0, rel=1e-12)
    gradient = gradients(p[0], xs)
    assert gradient[0] == pytest.approx(p[0].data * (1.0 - p[0].data), rel=1e-9, abs=1e-13)
    for q, g in zip(p[1:], gradient[1:], strict=True):
        assert g == pytest.approx(-p[0].data * q.data, rel=1e-9, abs=1e-13)
    for q, logarithm in zip(p, te.log_softmax(xs), strict=True):
        assert math.exp(logarithm.data) == q.data


def test_empty_and_unequal_lists():
    assert te.sum([]) == 0.0
    assert te.prod([]) == 1.0
    assert te.dot([], []) == 0.0
    assert te.dot([], [], 2.0) == 2.0
    assert te.logsumexp([]) == -math.inf
    with pytest.raises(ValueError, match="got 2 and 3"):
        te.dot([Value(1.0)] * 2, [1.0, 2.0, 3.0])
    with pytest.raises(ValueError, match="mean of no numbers"):
        te.mean([])
    with pytest.raises(ValueError, match="more than 1 numbers, got 1"):
        te.var([Value(1.0)])
    with pytest.raises(TypeError, match="sum takes a list of Values, not a single Value"):
        te.sum(Value(1.0))


def test_generators_are_read_once():
    assert te.sum(Value(float(k)) for k in range(4)).data == 6.0
    assert te.dot((Value(2.0) for _ in range(3)), iter([1.0, 2.0, 3.0])).data == 12.0


def test_var_is_pytorchs():
    xs = [Value(x) for x in (1.0, 2.0, 6.0)]
    assert te.var(xs).data == 7.0
    assert te.var(xs, correction=0).data == pytest.approx(14.0 / 3.0)
    assert gradients(te.var(xs), xs) == pytest.approx([-2.0, -1.0, 3.0])


@pytest.fixture
def own_operations():
    before = dict(OPS)
    yield
    OPS.clear()
    OPS.update(before)


@pytest.mark.usefixtures("own_operations")
class TestPrimitive:
    def test_every_reader_serves_it(self):
        @te.primitive(lambda m, y, x, *, k=2.0: k * m.cos(k * x))
        def wave(m, x, *, k=2.0):
            """sin kx."""
            return m.sin(k * x)

        assert wave.__doc__ == "sin kx."
        assert wave(0.25, k=4.0) == math.sin(1.0)
        x = Value(0.5)
        y = wave(x)
        y.backward()
        assert x.grad == 2.0 * math.cos(1.0)
        assert derivative(wave, 3)(0.5) == pytest.approx(-8.0 * math.cos(1.0))
        assert grad(lambda x: wave(x, k=3.0))(0.0) == 3.0

        @te.primitive(lambda m, y, x: 2.0 * m.wave(x))
        def twice(m, x):
            return 2.0 * m.wave(x)

        assert twice(0.5) == 2.0 * math.sin(1.0)

    def test_two_inputs(self):
        @te.primitive(lambda m, y, a, b: 2.0 * a * b, lambda m, y, a, b: a * a)
        def square_times(m, a, b):
            return a * a * b

        a, b = Value(3.0), Value(2.0)
        square_times(a, b).backward()
        assert (a.grad, b.grad) == (12.0, 9.0)

    def test_mistakes(self):
        with pytest.raises(TypeError, match=r"pair has 2 inputs \(a, b\) and 1 partials"):

            @te.primitive(lambda m, y, a, b: b)
            def pair(m, a, b):
                return a * b

        with pytest.raises(ValueError, match="tanh is an operation of the table already"):

            @te.primitive(lambda m, y, x: y)
            def tanh(m, x):
                return x

    @pytest.mark.parametrize("part", ["value", "derivative"])
    def test_a_rule_that_asks_for_a_number(self, part):
        exp = (lambda m, x: math.exp(x)), (lambda m, x: m.exp(x))

        def grow(m, x):
            return exp[part != "value"](m, x)

        with pytest.raises(TypeError) as caught:
            te.primitive(lambda m, y, x: exp[part == "value"](m, x))(grow)
        words = str(caught.value)
        assert words.startswith("grow: test_functions.py, line ") and "math.exp wants a number" in words
        assert "Write m.exp, of the arithmetic m" in words and "grow" not in te.ops.OPS

    @pytest.mark.parametrize(
        ("value", "partials", "sentence"),
        [
            (lambda m, x: x**2, [lambda m, y, x: x], r"\*\* is none of the operators .* m.pow\(x, 2.0\) or m.square"),
            (lambda m, x: x, [lambda m, y, x: abs(x)], r"abs\(\) is none of the operators .* write m.abs\(x\)"),
            (lambda m, x: te.sin(x), [lambda m, y, x: x], r"te.sin wants a number, .* the name x: .* Write m.sin"),
            (lambda m, x: x.sin(), [lambda m, y, x: x], "write m.sin\\(x\\), of the arithmetic m"),
            (lambda m, x: x, [lambda m, y, x: x.data], "but no Values: write x itself; .* is given has no .data"),
            (lambda m, x: x.item(), [lambda m, y, x: x], "but no Values: write x itself; .* is given has no .item"),
            (lambda m, x: np.sin(x), [lambda m, y, x: x], r"np.sin wants a number, .* the name x: .* Write m.sin, of"),
            (lambda m, x: np.add.reduce(x), [lambda m, y, x: x], "math or numpy wants a number, .* Write m.exp ..."),
            (lambda m, x: m.exp(float(x)), [lambda m, y, x: x], r": float\(\) or a .* Write m.exp ..."),
            (lambda m, x: x[0], [lambda m, y, x: x], "subscriptable; an input of a rule is one number, and no list"),
            (lambda m, x: x, [lambda m, y, x: sum(x)], "iterable; an input of a rule is one number, and no list: each"),
            (lambda m, x: [x], [lambda m, y, x: x], "its value is a number, and the rule returned the list$"),
            (lambda m, x: None, [lambda m, y, x: x], "its value is a number, and the rule returned nothing: is a"),
            (lambda m, x: x, [lambda m, y, x: None], "its derivative by x is a number, and the rule returned nothing"),
            (lambda m, x: x, [lambda m, y, x: (x, x)], r"its derivative by x is a number, .* returned the tuple"),
            (lambda m, x: x, [lambda m, y: 1.0], r"the partial by x takes .*\(m, y, x\): too many positional"),
            (lambda m, x, *, k=1.0: x, [lambda m, y, x: 1.0], r"\(m, y, x, k=\.\.\.\): got an unexpected .* 'k'"),
            (lambda m, x, *, k: x, [lambda m, y, x, k: 1.0], "the setting k needs a default, as in k=1.0"),
            (lambda m, x, k=1.0: x, [lambda m, y, x: 1.0], r"2 inputs \(x, k\) and 1 partials: .* after a star"),
            (lambda m, *xs: xs[0], [lambda m, y, *x: 1.0], r"a fixed number of inputs, each with a name: \*xs is none"),
            (lambda m: 1.0, [], r"takes the arithmetic m and then its inputs, one at least"),
            (lambda m, x: x, [2.0], r"the partial by x is a function, \(m, y, x\), not 2.0"),
            (3.0, [lambda m, y, x: 1.0], r"@primitive stands before a function, not before 3.0"),
            (math, [lambda m, y, x: 1.0], r"@primitive stands before a function, not before <module 'math'"),
            (partial(pow, 2), [lambda m, y, x: 1.0], r"@primitive stands before a function, not before functools.part"),
        ],
    )
    def test_a_declaration_that_cannot_be(self, value, partials, sentence):
        before = dict(OPS)
        with pytest.raises(TypeError, match=sentence):
            te.primitive(*partials)(value)
        assert before == OPS

    @pytest.mark.parametrize("textbook, sentence", [
        ([lambda m, y, x: x, lambda m, y, x: x], r"1 inputs \(x\) and 2 forms for textbooks: each input has one"),
        ([2.0], r"the partial by x is a function, \(m, y, x\), not 2.0"),
        (lambda m, x: x, r"the partial by x takes .*\(m, y, x\)"),
    ])  # fmt: skip
    def test_a_form_for_textbooks_that_cannot_be(self, textbook, sentence):
        before = dict(OPS)
        with pytest.raises(TypeError, match=sentence):
            te.primitive(lambda m, y, x: 2.0 * x, textbook=textbook)(lambda m, x: x * x)
        assert before == OPS

    def test_a_rule_in_one_line_is_not_taken_for_what_it_asks(self, own):
        def sine(m, x): return np.sin(x)  # fmt: skip

        for rule in (sine, sine):  # the second time it is in the table
            with pytest.raises(TypeError, match=r"`def sine\(m, x\): return np.sin\(x\).*`: np.sin wants a number"):
                te.primitive(lambda m, y, x: m.cos(x))(rule)
            OPS["sine"] = OPS["sin"]

    def test_numbers_of_numpy_in_a_rule(self, own):
        two = np.float64(2.0)

        @te.primitive(lambda m, y, x: m.where(two > x, two, two))
        def twice(m, x):
            return two * x / 1.0 + (two - two)

        assert te.derivative(twice)(3.0) == 2.0 and twice(3.0) == 6.0

    @pytest.mark.parametrize("notation", ["x", "{}{}", "{", "{0}", "{:d}"])
    def test_a_notation_with_other_slots(self, notation):
        with pytest.raises(TypeError, match=r"has a \{\} for each input, 1 in all; "):
            te.primitive(lambda m, y, x: 1.0, notation=notation)(lambda m, x: x)

    def test_a_rule_that_returns_nothing_on_one_side(self):
        """None would count as no gradient at all, and be silent."""

        def slope(m, y, x):
            if x > 0.0:
                return 1.0

        @te.primitive(slope)
        def half(m, x):
            return max(x, 0.0)

        assert half(Value(2.0)).partials == (1.0,) and half(-2.0) == 0.0
        with pytest.raises(TypeError, match="half: its derivative by x is a number, and the rule returned nothing"):
            half(Value(-2.0))

    def test_a_second_declaration_that_cannot_be_leaves_the_first(self):
        @te.primitive(lambda m, y, x: 2.0)
        def double(m, x):
            return 2.0 * x

        first = OPS["double"]
        with pytest.raises(ZeroDivisionError):

            @te.primitive(lambda m, y, x: 1 / 0)
            def double(m, x):
                return 2.0 * x

        assert OPS["double"] is first and double(Value(3.0)).data == 6.0

    def test_a_rule_that_asks_whether(self):
        @te.primitive(lambda m, y, x: m.where(x > 0.0, 1.0, 0.0))
        def bare(m, x):
            return x if x > 0.0 else 0.0 * x

        assert bare(Value(2.0)).data == 2.0
        with pytest.raises(TypeError, match=r"bare: a rule asked a symbol whether it is true: write m\.where"):
            te.jit(lambda x: bare(x), target="python")(2.0)

    def test_again(self):
        for factor in (2.0, 3.0):

            @te.primitive(lambda m, y, x, f=factor: f)
            def scaled(m, x, *, f=factor):
                return f * x

        assert scaled(1.0) == 3.0


def test_star_import_hides_no_builtin():
    names = {}
    exec("from tinygrad_edu import *", names)
    hidden = [n for n in names if hasattr(builtins, n) and not n.startswith("__")]
    assert hidden == []
    assert "Value" in names
    assert "tanh" in names


def test_the_face_shows_the_whole_table():
    assert all(hasattr(te, name) for name in (*te.__all__, *OPS))
    assert {name for name in OPS if not hasattr(builtins, name)} <= set(te.__all__)


def test_rooms_are_there_when_asked_for():
    program = (
        "import sys, tinygrad_edu as te; assert 'tinygrad_edu.nn' not in sys.modules\n"
        "assert te.nn.MLP and te.optim.SGD and te.data.xor and te.fit and te.draw_graph and te.show and te.explain\n"
        "from tinygrad_edu.explain import Explanation; assert callable(te.explain)\n"
        "assert {'nn', 'fit', 'draw_path'} <= set(dir(te))"
    )
    subprocess.run([sys.executable, "-c", program], check=True)
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        te.nothing  # noqa: B018


def test_who_trains_does_not_wait_for_what_files_need():
    program = (
        "import sys; before = set(sys.modules)\n"
        "from tinygrad_edu.train import fit\n"
        "from tinygrad_edu.jit.targets import build\n"
        "assert not {'tempfile', 'shutil', 'tinygrad_edu.files', 'tinygrad_edu.draw'} & (set(sys.modules) - before)"
    )
    subprocess.run([sys.executable, "-c", program], check=True)


def test_the_stubs_are_in_step_with_the_table():
    assert make_stubs.STUB.read_text(encoding="utf-8") == make_stubs.text(), "run: python tests/make_stubs.py"


@pytest.mark.parametrize(
    "value",
    [te.leaky_relu(0.0, negative_slope=math.inf), te.elu(0.0, alpha=math.inf), te.celu(0.0, alpha=math.inf)],
    ids="leaky_relu elu celu".split(),
)
def test_zero_belongs_to_the_left_branch(value):
    """As in PyTorch, where inf·0 is nan; no other setting shows it, because both branches are 0 there."""
    assert math.isnan(value)
