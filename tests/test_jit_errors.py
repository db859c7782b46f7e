"""``jit`` refuses what it cannot compile: in one sentence that names the line, and with everything left as it was."""

import importlib
import itertools
import math
import random
import sys
from functools import partial
from types import SimpleNamespace

import pytest

import tinygrad_edu as te
from tinygrad_edu import Value, nn, optim
from tinygrad_edu.jit import targets
from tinygrad_edu.jit.recording import held_against
from tinygrad_edu.jit.trace import TracingError
from tinygrad_edu.modes import blocks

jit = partial(te.jit, target="python")


def rosenbrock(p):
    return (1.0 - p[0]) ** 2 + 100.0 * (p[1] - p[0] ** 2) ** 2


# -- what cannot be compiled ------------------------------------------------------------------------------------------


def uses_if(x):
    if x > 0.0:
        return x
    return -x


def uses_while(x):
    while x < 10.0:
        x = 2.0 * x
    return x


@pytest.mark.parametrize(
    ("f", "line"),
    [
        (uses_if, "if x > 0.0:"),
        (uses_while, "while x < 10.0:"),
        (lambda x: x if x else -x, "lambda x: x if x else -x"),
        (lambda x: max(x, 0.0), "max"),
        (lambda x: x * math.exp(x), "math.exp"),
        (lambda x: x * float(x), "float"),
        (lambda x: x * int(x), "int"),
        (lambda x: x * x.data, "x.data"),
        (lambda x: x if x.data > 1.0 else -x, "if x.data > 1.0"),
        (lambda x: sorted([x, 2.0 * x])[0], "sorted"),
        (lambda x: x if 1.0 <= x <= 2.0 else x * x, "1.0 <= x"),
        (lambda x: x if x == 1 else x * x, "x if x == 1 else"),
        (lambda x: x if 2.0 * x != 1 else x * x, "2.0 * x != 1"),
        (lambda x: x if x in (1, 2) else x * x, "x in (1, 2)"),
        (lambda x: x if x == 2.0 * x else x * x, "x == 2.0 * x"),
    ],
)
@pytest.mark.filterwarnings("ignore:== and != ask")
def test_asking_for_a_number(f, line):
    with pytest.raises(TracingError, match="compiled") as caught:
        jit(f)(2.0)
    assert line in str(caught.value) and "test_jit_errors.py, line" in str(caught.value)
    assert f(Value(2.0)).data  # eagerly all of these are fine


def test_the_sentences():
    """All of what is said where a number is asked for: the line, what it is of, what to do."""

    def said(f, *xs):
        with pytest.raises(TracingError) as caught:
            jit(f)(*xs)
        return str(caught.value).split("`: ", 1)

    where, text = said(lambda x: x * float(x + 1.0), 2.0)
    assert where.startswith("test_jit_errors.py, line ")
    assert where.endswith(", `where, text = said(lambda x: x * float(x + 1.0), 2.0)")
    assert text == (
        "float() asks the result of add for its number, which is not known when the function is compiled: compute with "
        "Values (te.exp instead of math.exp), and convert what the compiled function returns"
    )
    assert said(lambda x: x * int(x), 2.0)[1].startswith("int() asks x for its number")
    assert said(lambda x: x * int(x), 2.0)[1].endswith("; te.take(table, i) chooses from a list")
    equal = said(lambda x, depth: x if depth == 0 else 2.0 * x, 2.0, 3)[1]
    assert "te.where(abs(depth - 0) < 0.5, a, b) chooses between two results" in equal
    assert equal.endswith("; what never differs is bound before, functools.partial(f, n=3)")
    choose = (
        " is true is not known when the function is compiled, and may differ from call to call: to choose between two "
        "results write te.where(condition, a, b), or te.maximum, te.relu, te.clamp"
    )
    both = "; of two conditions make one by & and |, as in (x > 0) & (y > 0)"
    rounds = "call to call: write a loop of a fixed number of rounds, for _ in range(20), and to choose"
    assert said(uses_while, 2.0)[1] == f"whether x < 10{choose}{both}".replace("call to call: to choose", rounds)
    for f, words in (
        (lambda x: x if x > 2.5 else -x, "x > 2.5"),
        (lambda x: x if x * x <= x else -x, "x ≥ the result of mul"),
        (lambda x: x if x <= 1e20 else -x, "x ≤ 1e+20"),
        (lambda x: x if x else -x, "x"),
        (lambda x: x if (x < 1.0) else 2.0, "x < 1"),
    ):
        assert said(f, 2.0)[1] == f"whether {words}{choose}{both * (words != 'x')}"


def test_the_line_of_a_notebook(monkeypatch):
    """A cell is kept under a name that says nothing, ipykernel_7/2702327181.py; the notebook knows what it shows."""
    shell = SimpleNamespace(compile=SimpleNamespace(format_code_name={"/tmp/2702327181.py": ("Cell", "In[3]")}.get))
    cell = {}
    exec(compile("def f(x):\n    return x if x > 0.0 else -x\n", "/tmp/2702327181.py", "exec"), cell)
    for ipython, where in (
        (SimpleNamespace(get_ipython=lambda: shell), "Cell In[3]"),
        (SimpleNamespace(get_ipython=lambda: None), "2702327181.py"),
        (SimpleNamespace(get_ipython=SimpleNamespace), "2702327181.py"),  # an old one, which cannot say
    ):
        monkeypatch.setitem(sys.modules, "IPython", ipython)
        with pytest.raises(TracingError) as caught:
            jit(cell["f"])(2.0)
        assert str(caught.value).startswith(f"{where}, line 2: whether x > 0 is true")
        with pytest.raises(TracingError, match=r"^test_jit_errors\.py, line"):
            jit(uses_if)(2.0)


def test_a_package_that_pip_put_elsewhere_is_not_the_users(monkeypatch, tmp_path):
    """``pip install --target`` puts it where the program says, with the list of its files beside it."""
    (tmp_path / "theirs-1.0.dist-info").mkdir()
    (tmp_path / "theirs-1.0.dist-info" / "RECORD").write_text("theirs/__init__.py,sha256=x,1\ntheirs/a.py,,\n")
    (tmp_path / "theirs").mkdir()
    for name in ("theirs/__init__", "theirs/a", "mine"):  # a program beside the packages that it brings along
        (tmp_path / f"{name}.py").write_text("def absolute(x):\n    return x if x > 0.0 else -x\n")
    monkeypatch.syspath_prepend(tmp_path)
    for name, where in (("theirs.a", "test_jit_errors"), ("theirs", "test_jit_errors"), ("mine", "mine")):
        absolute = importlib.import_module(name).absolute
        with pytest.raises(TracingError, match=rf"^{where}\.py, line "):
            jit(lambda x, absolute=absolute: absolute(x))(2.0)
        monkeypatch.delitem(sys.modules, name)


def caught(x):
    try:
        return x if x > 0.0 else -x
    except Exception:
        return 10.0 * x


def given_up(x):
    try:
        return math.exp(x)
    except TypeError as error:
        raise ValueError("no number") from error


def test_what_is_refused_and_caught_is_refused_all_the_same():
    """Else the program would be what the function does when it is refused something, and it is not refused numbers."""
    with pytest.raises(TracingError, match="whether x > 0 is true is not known"):
        jit(caught)(3.0)
    with pytest.raises(ValueError, match="no number"):
        jit(given_up)(3.0)
    assert jit(lambda x: 2.0 * x)(3.0) == 6.0  # nothing is left over


def test_lines_of_installed_packages_are_not_the_users():
    np = pytest.importorskip("numpy")
    with pytest.raises(TracingError, match=r"^test_jit_errors.py, line \d+, `jit\(lambda xs: np.max"):
        jit(lambda xs: np.max(xs))([1.0, 2.0])


def test_a_dict_is_asked_by_a_number_that_is_data():
    with pytest.raises(TracingError, match=r"looks up i = 1.0 in a dict, .* te.take\(table, i\) chooses from a list"):
        jit(partial(lambda table, i: table[i] * 2.0, {0: 1.0, 1: 2.0}))(1)
    with pytest.raises(KeyError, match="'key'"):
        jit(lambda x: {}["key"] * x)(1.0)


def test_two_conditions():
    for mode, target in itertools.product(("fast", "exact"), ("python", "llvm")):
        if target == "llvm":
            pytest.importorskip("llvmlite")
        for f in (
            lambda x, y: te.where((x > 0.0) & (y > 0.0), x * y, x + 2.0 * y),
            lambda x, y: te.where((x > 0.0) | (y > 0.0), x * y, x + 2.0 * y),
            lambda x, y: te.where(((x > 0.0) | (y > 0.0)) & (x < y), x * y, x + 2.0 * y),
            lambda x, y: te.where(True & (x > 0.0), x * y, x + 2.0 * y),
        ):
            compiled = jit(f, mode=mode, target=target)
            for x, y in itertools.product((-1.5, 2.0), (-3.0, 3.0)):
                assert compiled.value_and_grad(x, y, argnums=(0, 1)) == te.value_and_grad(f, (0, 1))(x, y)
    with pytest.raises(TypeError, match="unsupported operand"):
        jit(lambda x: te.where((x > 0.0) & 1.5, x, 0.0))(1.0)
    with pytest.raises(TracingError, match=r"^test_jit_errors.py, line \d+, .*: ~ makes -2 of True: for `not`"):
        jit(lambda x: te.where(~(x > 0.0), x, 0.0))(1.0)
    for f in (lambda x: te.where((x > 0.0) == (x > 1.0), 1.0, x), lambda x: te.where((x > 0.0) != (x > 1.0), 1.0, x)):
        with pytest.raises(TracingError, match="whether x > 0 and x > 1 are both true, or both not, is not known"):
            jit(f)(5.0)


def test_the_package_asks_whether_two_conditions_are_one():
    f = te.grad(te.grad(lambda x: te.asin(te.tanh(te.atan(x)))))
    assert jit(f)(0.7) == pytest.approx(f(0.7), rel=1e-12)


def test_a_truth_of_numpys_and_a_condition():
    np = pytest.importorskip("numpy")
    for holds, found in ((True, 1.0), (False, 3.0)):
        assert jit(lambda x: te.where(np.bool_(holds) & (x < 4.0), 1.0, x))(3.0) == found  # noqa: B023


def test_an_index_that_is_computed():
    for take in (jit(lambda i: te.take([1.0, 2.0, 3.0], i + 1) * 2.0), lambda i: te.take([1.0, 2.0, 3.0], Value(i))):
        with pytest.raises(TypeError, match=r"by a whole number, not Value.*; one that is computed has to come"):
            take(1)


def test_what_is_no_number_is_compared():
    """A setting may be compared, and a parameter with another one: Values are equal if they are the same one."""
    w = [Value(1.0, "w1"), Value(2.0, "w2")]

    def f(x, reduction, scale=None):
        terms = [x * p for p in w if p != w[0]] if reduction == "last" else [x * p for p in w]
        return sum(terms) if scale == None or x == "" else terms[0]  # noqa: E711

    assert [jit(f)(3.0, word) for word in ("last", "all")] == [6.0, 9.0]


def test_other_roundings_are_no_other_choice():
    for plain, recorded in ((1.0, 1.0 + 1e-12), (math.inf, math.inf), (math.nan, math.nan), (0.0, -0.0)):
        held_against("f gives", "", plain, recorded)
    for plain, recorded in ((1.0, 1.0 + 1e-6), (math.inf, -math.inf), (math.nan, 1.0), (1.0, -1.0)):
        with pytest.raises(TracingError, match=r"^f gives"):
            held_against("f gives", "", plain, recorded)


@pytest.mark.parametrize(
    "f", [lambda x, y, turn: x * [x, y][turn], lambda x, y, turn: [x, y][turn] - y], ids=["second", "first"]
)
def test_other_numbers_at_the_second_recording(f):
    turn = itertools.count()
    with pytest.raises(TracingError, match="was recorded twice"):
        jit(lambda x, y: f(x, y, next(turn) % 2))(2.0, 3.0)


def test_what_only_the_second_recording_refuses():
    turn = itertools.count()
    with pytest.raises(TracingError, match="whether x > 0 is true is not known"):
        jit(lambda x: x if not next(turn) or x > 0 else -x)(2.0)


def test_whole_numbers_that_are_looked_up():
    """No Value is in a set of numbers: where there are such data, f is called without a compiler, too."""
    looks = [lambda i: 2.0 if i in {1, 2} else 1.0, {1: 2.0}.get, lambda i: 1.0 if isinstance(i, int) else 2.0]
    for look, found in zip(looks, ((9, 6), (9, 6), (6, 12)), strict=True):
        words = "<lambda> gives {} for these arguments, and {} if their numbers are Values".format(*found)
        f = jit(lambda x, ids: sum(x * (look(i) or 1.0) for i in ids))  # noqa: B023
        for arguments, keywords in (((3.0, [0, 1]), {}), ((3.0,), {"ids": [0, 1]})):
            with pytest.raises(TracingError, match=words):
                f(*arguments, **keywords)
    assert jit(lambda x, i: x.tanh() * i)(0.0, 2) == 0.0  # of Values alone
    assert jit(lambda x, i: [x * i, x**i])(3.0, 2) == [6.0, 9.0]


def test_where_chooses():
    def f(x, y):
        return te.where(x > y, x * 2.0, te.where(y <= 0.0, -1.0, y)) + (x >= y) * 10.0 + te.where(x, 1.0, 0.0)

    compiled = jit(f)
    for x, y in ((1.0, 2.0), (2.0, 1.0), (-1.0, -0.5), (0.0, 0.0), (math.nan, 1.0)):
        assert compiled(x, y) == pytest.approx(float(f(Value(x), Value(y))), nan_ok=True)


def test_side_effects():
    w = Value(2.0, "w")
    w.grad = 7.0
    net, optimizer = nn.Neuron(2, seed=0), optim.SGD([w], lr=0.1)

    def assigns(x):
        w.data = 5.0
        return w * x

    def accumulates(x):
        w.grad += 1.0
        return w * x

    def differentiates(x):
        y = w * x
        y.backward()
        return y

    def steps(x):
        optimizer.step()
        return w * x

    def clears(x):
        optimizer.zero_grad()
        return w * x

    for f in (assigns, accumulates, differentiates, steps, clears):
        with pytest.raises(TracingError, match=r"w = 2\.0|gradient"):
            jit(f)(1.0)
        assert (w.data, w.grad) == (2.0, 7.0)
    assert net.parameters()[0].grad == 0.0
    with pytest.raises(TracingError, match=r"`y\.backward\(\)`: backward\(\) would change the gradients of"):
        jit(differentiates)(1.0)


def test_hidden_inputs():
    count = [0]

    def counts(x):
        count[0] += 1
        return x * count[0]

    for f in (lambda x: x * len(f"{x.data}"), lambda x: x * random.random(), counts):
        with pytest.raises(TracingError, match="recorded twice"):
            jit(f)(2.0)
    with pytest.raises(TracingError, match="with slightly other numbers it raised ValueError: too small"):
        jit(raises_below_two)(2.0)
    with pytest.raises(TracingError, match=r"Dropout\(p=0.5\) draws random numbers"):
        jit(nn.Dropout(0.5))([1.0])
    assert jit(nn.Dropout(0.5).eval())([1.0, 2.0]) == [1.0, 2.0]
    assert jit(nn.Dropout(0.0))([1.0, 2.0]) == [1.0, 2.0] and jit(nn.Dropout(1.0))([1.0, 2.0]) == [0.0, 0.0]


@pytest.mark.parametrize("spec", [".2f", ".0f", ".0%", ".3e", ">9.1f", "g", ""])
@pytest.mark.parametrize("number", [0.123456, 0.995, 2.5, -0.7, 1e-8, 1e5, -1e5, 0.0, 5e-324, 1e300, -1.7e300])
def test_texts_are_shown_and_not_read(number, spec):
    """A text of few digits is that of many numbers, and is found out all the same."""
    seen = []
    for shown in (lambda x: format(x, spec), lambda x: f"{x.data:{spec}}"):
        assert jit(lambda x, shown=shown: seen.append(shown(x)) or 2.0 * x)(number) == 2.0 * number
        if spec:
            with pytest.raises(TracingError, match=r"recorded twice.*: the (result|number) "):
                jit(lambda x, shown=shown: [x, float(shown(x).strip("%"))])(number)
    assert seen[0] == (format(number, spec) if spec else f"Value({number}, grad=0.0, label='x')")
    assert seen[2] == f"{number:{spec}}"
    assert seen[1] != seen[0] and seen[3] != seen[2]


@pytest.mark.parametrize("ask", [
    lambda x: x if x.data.is_integer() else -x,
    lambda x: x * float("%.2f" % x.data),  # noqa: UP031
    lambda x: x * int("%d" % x.data),  # noqa: UP031
    lambda x: x * round(math.sin(x.data), 1),
    lambda x: x * int(math.sqrt(x.data)),
    lambda x: x if math.exp(x.data) > 1.0 else -x,
    lambda x: x * round(x.data.real),
    lambda x: x * (x * x).data,
    lambda x: x * (x.data + x.data),
])  # fmt: skip
def test_what_rounds_or_does_not_ask_a_number_that_was_taken_out(ask):
    """C code takes the number out of a float: a text or a whole number was that of the first call, silently."""
    with pytest.raises(TracingError, match=r"`.*data.*`: \.data takes the number out of "):
        jit(ask)(2.0)


def test_arrays_of_numbers_that_were_taken_out():
    np, seen = pytest.importorskip("numpy"), []
    for ask in (
        lambda x: x * float(np.round(x.data)),
        lambda x: x * np.sqrt(x.data),
        lambda x: x * np.array([x.data])[0],
    ):
        with pytest.raises(TracingError, match=r"`.*data.*`: \.data takes the number out of x"):
            jit(ask)(2.0)
    jit(lambda x: seen.append(x.data) or x)(2.0)
    assert np.array(seen[:1]).tolist() == [2.0] and np.array(seen).dtype == np.float64


def test_what_is_nested_without_an_end():
    """A list that contains itself, and one that is nested deeper than Python's stack, compiled or not."""
    ring, deep = [1.0], [1.0]
    ring.append({"again": ring})
    for _ in range(5000):
        deep = [deep]

    def first(x, *_):
        return x

    for x in (ring, deep):
        for name, call in (
            ("argument 1", lambda x: jit(first)(1.0, x)),
            ("argument 1", lambda x: jit(first).grad(1.0, [x])),
            ("argument x", lambda x: jit(first)(x=x)),
            ("a list", lambda x: te.grad(first)(x)),
            ("a list", lambda x: te.jvp(first, (x,), (x,))),
            ("a list", lambda x: jit(lambda: x)()),
        ):
            with pytest.raises(ValueError, match=f"^{name} is nested hundreds deep, or contains itself, and cannot"):
                call(x)


@pytest.mark.parametrize(
    ("f", "what"),
    [
        (lambda x, k: [x] * (1 + k), "1 results, then 2"),
        (lambda x, k: [x, k], "the result 0, then 1"),
        (lambda x, k: [x, k if k else x], r"the result Value(2.0"),
        (lambda x, k: te.exp(x) if k else te.log(x), "an unnamed log = 0.6931"),
        (lambda x, k: x * x if k else te.exp(x), "an unnamed exp = 7.38"),
        (lambda x, k: x * (3.0 + k), "the number 3.0, then 4.0"),
        (lambda x, k: x * (math.nan if k else 3.0), "the number 3.0, then nan"),
        (lambda x, k: [x, math.inf * (k or math.nan)], "the result nan, then inf"),
        (lambda x, k: (x * x) * x if k else x * x, "2 nodes, then 3"),
        (lambda x, k: [a := te.exp(x), b := te.log(x), a * (b if k else a)], "an unnamed mul = 54.59"),
        (lambda x, k: [a := te.exp(x), b := te.log(x), (b if k else a) * a], "an unnamed mul = 54.59"),
        (lambda x, k: [x, float("nan")], ""),
    ],
)
def test_what_differs_from_call_to_call(f, what):
    count = itertools.count()
    compiled = jit(lambda x: f(x, next(count)))
    if what:
        with pytest.raises(TracingError, match=r"^<lambda> was recorded twice, with slightly other") as caught:
            compiled(2.0)
        assert f"the same thing: {what}" in str(caught.value)
    else:
        assert repr(compiled(2.0)) == "[2.0, nan]"  # nan is the same as nan here


def raises_below_two(x):
    if f"{x.data}".startswith("1"):
        raise ValueError("too small")
    return x


def test_after_an_error_nothing_is_on():
    with pytest.raises(TracingError):
        jit(uses_if)(1.0)
    with pytest.raises(ZeroDivisionError):
        jit(lambda x: x * (1 // 0))(1.0)
    assert blocks.traces == 0 and blocks.open == 0 and (Value(1.0) < 2.0) is True


@pytest.mark.parametrize(
    ("call", "kind", "words"),
    [
        (lambda: jit(3.0), TypeError, "compiles a function or a recorded Value, not float 3.0"),
        (lambda: jit(rosenbrock, mode="quick"), ValueError, "mode is 'fast' or 'exact', not 'quick'"),
        (lambda: te.jit(rosenbrock, target="gpu"), ValueError, "target is one of auto, python, numpy, llvm, not 'gpu'"),
        (lambda: jit(lambda x: 3.0)(1.0), TypeError, "returned the float 3.0 and not a Value"),
        (lambda: jit(lambda s: 3.0)("mean"), TypeError, "^<lambda> was given no numbers to compute with: 'mean'. They"),
        (lambda: jit(lambda x: None)(1.0), TypeError, "returned nothing: a result that is computed"),
        (lambda: jit(lambda x: [x, x]).grad(1.0), TypeError, "a gradient is that of one number"),
        (lambda: jit(lambda x: Value(2.0, "w") * 3.0).grad(1.0), ValueError, "does not depend on x"),
        (lambda: jit(rosenbrock).grad([1.0, 2.0], wrt=[Value(1.0, "v")]), ValueError, "does not depend on v"),
        (lambda: jit(rosenbrock).grad([1.0, 2.0], wrt=[Value(1.0, x) for x in "abcd"]), ValueError, "on a, b, c: "),
        (lambda: jit(rosenbrock).grad([1.0, 2.0], wrt=[1.0]), TypeError, "wrt is a list of Values, not of float 1.0"),
        (lambda: jit(rosenbrock).grad([1.0, 2.0], wrt=[[Value(1.0)]]), TypeError, "Values, not of list"),
        (lambda: jit(rosenbrock).grad([1.0, 2.0], wrt=3.0), TypeError, "wrt is a list of Values, not of float 3.0"),
        (lambda: jit(rosenbrock).grad([1.0, 2.0], wrt=[]), ValueError, "^wrt is empty: say by what the gradient is"),
        (lambda: jit(rosenbrock).grad([1.0, 2.0], argnums=()), ValueError, "^argnums is empty"),
        (lambda: jit(rosenbrock).grad([1.0, 2.0], argnums=0.5), TypeError, "^argnums is a whole number, or several"),
        (lambda: jit(rosenbrock).grad([1.0, 2.0], argnums=[[]]), TypeError, "^argnums are whole numbers, not"),
        (lambda: jit(rosenbrock).grad([1.0, 2.0], argnums=1), TypeError, "argnums=1, but rosenbrock was called with 1"),
        (lambda: jit(lambda x, s: x).grad(1.0, "a", argnums=1), TypeError, "differentiated by the str 'a'"),
        (lambda: jit(lambda x: x)({1.0}), TypeError, "not a set such as"),
        (lambda: jit(lambda xs: te.sum(list(xs)))(x for x in [1.0]), TypeError, r"generator can be .* list\(...\)"),
        (lambda: jit(rosenbrock)([1.0]), IndexError, "list index out of range"),
        (lambda: jit(rosenbrock).source(), ValueError, "rosenbrock was not compiled yet"),
        (lambda: jit(nn.Layer(2, 1))([1.0, 2.0, 3.0]), ValueError, "takes 2 inputs, got 3"),
        (lambda: jit(nn.Layer(2, 1))([1.0, "a"]), TypeError, "not str 'a'"),
        (lambda: jit(lambda x: list(x))(1.0), TypeError, "^'Value' object is not iterable"),
        (lambda: jit(lambda x: x % 2)(1.0), TypeError, "Values have no %"),
        (lambda: jit(lambda x: (x > 0)[0])(1.0), TypeError, "^'Value' object is not subscriptable"),
    ],
)
def test_errors(call, kind, words):
    with pytest.raises(kind, match=words):
        call()


def test_a_target_that_is_not_installed(monkeypatch):
    monkeypatch.setattr(targets, "find_spec", lambda name: None)
    with pytest.raises(ImportError, match=r"needs numpy: pip install 'tinygrad-edu\[fast\]'"):
        te.jit(rosenbrock, target="llvm")([1.0, 2.0])
    f = te.jit(rosenbrock)
    assert f([1.0, 2.0]) == 100.0
    assert "target python: Python computes so little sooner" in f.report()
    assert f.map([[1.0, 2.0]]) == [100.0] and "target python: NumPy is not installed" in f.report()
