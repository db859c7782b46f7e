"""The whole table, and random expressions of it: every derivative right, and hardly a false alarm."""

import math
import os
import random
import subprocess
import sys
from collections import Counter
from functools import cache
from pathlib import Path

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from hypothesis.vendor.pretty import pretty

import tinygrad_edu as te
from tinygrad_edu import Value, functions
from tinygrad_edu.check import (
    Expression,
    GradcheckError,
    check_primitive,
    find_wrong_gradient,
    gradcheck,
    gradgradcheck,
    judge,
    mutation_score,
    strategies,
)
from tinygrad_edu.check.expression import random_expression
from tinygrad_edu.check.judge import check
from tinygrad_edu.check.screening import suspects
from tinygrad_edu.check.subject import Subject, numbers_taken
from tinygrad_edu.check.table import points_of
from tinygrad_edu.functions import BUILT_IN
from tinygrad_edu.micrograd import nn as micrograd_nn
from tinygrad_edu.ops import OPS, Primitive

TABLE = [name for name in OPS if name in BUILT_IN]


@cache
def reports_of(name, order):
    """At all points but those that are suspected, of which there are none."""
    points = list(points_of(OPS[name]))
    return [report for _, report in check_primitive(name, order, points=points, raise_exception=False)]


@pytest.mark.parametrize("order", [1, 2])
@pytest.mark.parametrize("name", TABLE)
def test_primitive(name, order):
    reports = reports_of(name, order)
    assert not [str(r) for r in reports if r.wrong or r.problems]
    judged = sum(r.judged for r in reports) / sum(len(r.checks) for r in reports)
    steps_or_borders = ("floor", "ceil", "round", "trunc", "where", "atanh", "asin", "acos", "pow", "acosh")
    assert judged >= (0.4 if name in steps_or_borders else 0.7)


def test_kinks_are_met():
    kinked = ("abs", "relu", "relu6", "hardtanh", "hardshrink", "maximum", "minimum", "hypot")
    met = Counter(c.verdict for name in kinked for r in reports_of(name, 1) for c in r.checks)
    assert met["ok at a kink"] >= 30 and met["ok"] > 10 * met["cannot judge"]


def test_one_line_for_an_operation_of_ones_own(own):
    @functions.primitive(lambda m, y, a, b, k: k * b, lambda m, y, a, b, k: a * (2.0 if k == 5.0 else k))
    def my_product(m, a, b, *, k=1.0):
        return k * a * b

    assert {point for point, _ in check_primitive(my_product)} >= {(0.0, 0.0), (-1.0, 1.0)}
    with pytest.raises(GradcheckError) as caught:
        check_primitive(my_product, k=5.0, points=[(1.0, 2.0)])
    assert str(caught.value) == (
        "my_product is wrong in 1 of 1 checks; this is the first:\n"
        "gradcheck of my_product: FAILED, 1 ok, 1 wrong\n"
        "  a = 1.0: analytic 10.0, numerical 10.0 ± 1e-08: ok\n"
        "  b = 2.0: analytic 2.0, numerical 5.0 ± 5e-09: wrong (analytic / numerical = 0.4)\n"
        "  the rule of my_product by b is wrong: at 1, 2 it gives 2, and the differences of its values 5"
    )
    with pytest.raises(TypeError, match="no setting j; it has: k"):
        check_primitive(my_product, j=2.0)


def test_a_second_derivative_of_ones_own_is_checked_too(own):
    @functions.primitive(lambda m, y, x: 2.0 * (x.detach() if isinstance(x, Value) else x))
    def my_square(m, x):
        return x * x

    reports = check_primitive(my_square, 1)
    assert repr(reports) == "gradcheck of my_square: passed, 23 ok"  # a cell of a notebook
    assert len(reports) == len(check_primitive(my_square.primitive, 1)) == 23
    with pytest.raises(GradcheckError, match="gradient of my_square: FAILED"):
        check_primitive(my_square)


@pytest.mark.parametrize("point", [0.0, 1.0, -1.0, 2.0, -2.0, 0.5, 3.0])
def test_a_rule_that_is_wrong_at_one_of_the_usual_numbers_only(own, point):
    @functions.primitive(lambda m, y, x: math.nan if x == point else 3.0 * m.square(x))
    def my_cube(m, x):
        return x * x * x

    with pytest.raises(GradcheckError, match="my_cube is wrong in 1 of 23 checks"):
        check_primitive(my_cube, 1)


@pytest.mark.parametrize("low, width", [(1.2, 0.1), (-3.3, 0.1), (30.0, 10.0), (-0.02, 0.01)])
def test_a_rule_that_is_wrong_in_a_narrow_place_only(own, low, width):
    """Where a first input is; of one, two and any number of inputs."""

    def inside(m, x, right):
        return m.where(x > low, m.where(x < low + width, 1.01 * right, right), right)

    @functions.primitive(lambda m, y, x: inside(m, x, 2.0 * x))
    def my_square(m, x):
        return x * x

    @functions.primitive(lambda m, y, x, w: inside(m, x, w), lambda m, y, x, w: x)
    def my_product(m, x, w):
        return x * w

    for f in (my_square, my_product):
        with pytest.raises(GradcheckError, match=rf"{f.__name__} is wrong in \d of \d\d checks.*\n.*\n.* wrong"):
            check_primitive(f, 1)


def test_ties_that_count_twice(own):
    """By each of its inputs alone 1 is a subgradient, by both together 2 is none."""

    @te.primitive(lambda m, y, a, b: m.where(a >= b, 1.0, 0.0), lambda m, y, a, b: m.where(b >= a, 1.0, 0.0))
    def my_max(m, a, b):
        return m.where(a > b, a, b)

    with pytest.raises(
        GradcheckError, match=r"the rule of my_max\(a, a\) is wrong: at -2, -2 it gives 2, and the diff.* 1$"
    ):
        check_primitive(my_max, 1)

    @te.primitive(lambda m, y, a, b: m.where(a >= b, 1.0, 0.0), lambda m, y, a, b: m.where(b > a, 1.0, 0.0))
    def my_other_max(m, a, b):
        return m.where(a > b, a, b)

    assert all(check_primitive(my_other_max, 1))


def test_operations_of_many_inputs(own):
    for count in (3, 5):
        names = ", ".join(f"x{i}" for i in range(count))
        product = "*".join(f"(1.0 + 0.1*x{i})" for i in range(count))
        value = eval(f"lambda m, {names}: {product}")
        value.__name__ = "product"
        rules = [eval(f"lambda m, y, {names}: 0.1*y/(1.0 + 0.1*x{i})") for i in range(count)]
        reports = check_primitive(te.primitive(*rules)(value), 1)
        assert 20 < len(reports) <= 120
        points = [point for point, _ in reports[::20]]
        with pytest.raises(GradcheckError, match=rf"the rule of product by x{count - 1} is wrong"):
            check_primitive(te.primitive(*rules[:-1], rules[0])(value), 1, points=points)


@pytest.mark.parametrize("place", [-3.7, -1.234, 0.3, 1.234, 2.05, 3.3])
def test_a_rule_that_is_wrong_on_a_fiftieth(own, place):
    """The points of one input leave no gap that is larger."""

    @te.primitive(lambda m, y, x: m.where(m.abs(x - place) < 0.01, 2.2 * x, 2.0 * x))
    def my_square(m, x):
        return x * x

    with pytest.raises(GradcheckError, match="the rule of my_square is wrong"):
        check_primitive(my_square, 1)


def test_what_is_suspected():
    """No rule of the table; a nan, and what cannot be computed; three of many places, none that rounding explains."""
    assert {name: found for name in TABLE if (found := list(suspects(OPS[name])))} == {}
    rules = {
        "a nan": lambda m, y, x: math.nan,
        "an error": lambda m, y, x: x.no_such_thing,
        "a little": lambda m, y, x: 2.0005 * x,
        "more": lambda m, y, x: 2.005 * x,
    }

    def count(value, rule):
        return len(list(suspects(Primitive("mine", value, (rule,), (), 1, "mine({})", 9, {}))))

    counts = {name: count(lambda m, x: x * x, rule) for name, rule in rules.items()}
    assert counts == {"a nan": 3, "an error": 3, "a little": 0, "more": 3}
    assert count(lambda m, x: 1e15 + x, lambda m, y, x: 0.5) == 0


def test_a_rule_that_gives_nan_is_told_before_its_second_derivative(own):
    @functions.primitive(lambda m, y, x: m.log(-1.0 - m.square(x)))
    def my_log(m, x):
        return m.log(m.square(x) + 1.0)

    with pytest.raises(GradcheckError, match="gives nan for finite numbers"):
        check_primitive(my_log)


def test_nothing_to_check():
    with pytest.raises(ValueError, match="declare it with @primitive, or use gradcheck"):
        check_primitive(len)
    with pytest.raises(ValueError, match="log could not be judged at any point"):
        check_primitive("log", points=[-1.0])
    with pytest.raises(TypeError, match="points is a list of numbers, or of tuples of numbers"):
        check_primitive("log", points=2.0)
    assert len(check_primitive("hypot", 1, points=[[3.0, 4.0], (1.0, 2.0)])) == 2
    assert [point for point, _ in check_primitive("exp", 1, points=np.array([1.0, 2.0]))] == [(1.0,), (2.0,)]


# -- false alarms ----------------------------------------------------------------------------------------------------


def alarms(regime, number, seed, before_confirming):
    """Of so many checks of right gradients the false alarms, before and after confirmation; the share not judged."""
    rng, alarms, confirmed, verdicts = random.Random(seed), 0, [], Counter()
    for _ in range(number):
        expression = random_expression(rng, regime)
        before_confirming.clear()
        report = check(Subject(expression, list(expression.inputs)), confirm=True)
        first = Counter(before_confirming) or Counter(c.verdict for c in report.checks)  # nothing to be confirmed
        verdicts.update(first)
        alarms += first["wrong"] > 0 or bool(report.problems)
        if report.wrong or report.problems:
            confirmed.append(f"{expression}\n{report}")
    return alarms, confirmed, 1.0 - (verdicts["ok"] + verdicts["ok at a kink"] + verdicts["wrong"]) / verdicts.total()


@pytest.fixture
def before_confirming(monkeypatch):
    """The verdicts of the differences alone, where 80 digits are about to be asked."""
    verdicts, confirm = Counter(), judge._confirm

    def watched(subject, report, *more):
        verdicts.update(c.verdict for c in report.checks)
        confirm(subject, report, *more)

    monkeypatch.setattr(judge, "_confirm", watched)
    return verdicts


@pytest.mark.parametrize("number", [60, pytest.param(10_000, marks=pytest.mark.slow)])
@pytest.mark.parametrize("regime", ["unit", "wide", "edge"])
def test_few_false_alarms(regime, number, figures, before_confirming):
    found, confirmed, not_judged = alarms(regime, number, 11, before_confirming)
    figures(
        f"false alarms in {number:,} checks of right gradients, {regime} inputs: {found}, after confirmation with "
        f"80 digits {len(confirmed)}; cannot judge: {not_judged:.1%}"
    )
    assert found <= (3 if number == 10_000 else 0), f"{found}"
    assert len(confirmed) <= (1 if number == 10_000 else 0), "\n\n".join(confirmed)
    assert not_judged <= 0.1


# -- strategies --------------------------------------------------------------------------------------------------------


@given(strategies.expressions(max_nodes=6))
def test_expressions(e):
    report = gradcheck(e, list(e.inputs), raise_exception=False)
    assert not report.failed, str(report)  # as the first lines of strategies.py say


ONE_TWICE = Expression((3e-221,), (("dot", (0,)), ("dot", (1, 0, 1)), ("sub", (2, 1))))  # x + x² − x, x² is 0 here


@example(ONE_TWICE)  # a weighted sum of no terms is a node as well
@given(strategies.expressions(max_nodes=5, numbers=strategies.values(-3.0, 3.0)))
def test_an_expression_prints_as_python_that_runs(e):
    scope = {"print": lambda *numbers: scope.update(printed=numbers)}
    exec(str(e), scope)
    xs = [Value(x) for x in e.inputs]
    result = e(*xs)
    result.backward()
    assert repr(scope["printed"]) == repr((result.data, *(x.grad for x in xs)))


def test_an_operation_of_ones_own_is_imported_by_the_program(own):
    @functions.primitive(lambda m, y, a, b, k: k * b, lambda m, y, a, b, k: 1.5 * k * a)
    def my_product(m, a, b, *, k=1.0):
        return k * a * b

    e = Expression((3.0,), (("my_product", (0, 0)),))
    assert f"from {__name__} import my_product" in str(e).splitlines() and "v1 = my_product(x0, x0)" in str(e)
    assert "x0 = 3.0: analytic 7.5, numerical 6.0 ±" in str(gradcheck(e, 3.0, raise_exception=False))
    my_product.primitive._rules[0].__module__ = "__main__"
    scope = {"__name__": "__main__", "my_product": my_product}
    exec(str(e), scope)
    assert scope["v1"].data == 9.0


def test_a_failure_is_shown_at_the_line_of_the_test(own):
    @functions.primitive(lambda m, y, x: 3.0 * x)
    def my_square(m, x):
        return x * x

    def square_of_mine(x):
        return my_square(x) * my_square(x)

    own_checks = (
        lambda: gradcheck(my_square, 1.0),
        lambda: gradgradcheck(square_of_mine, 1.0),
        lambda: check_primitive(my_square),
    )
    for checks in own_checks:
        with pytest.raises(GradcheckError) as caught:
            checks()
        assert [entry.name for entry in caught.traceback.filter(caught)][-1] == "<lambda>"


def test_hypothesis_prints_the_program_of_an_expression_and_says_how_to_draw_it():
    e = Expression((3.0, 2.0), (("mul", (0, 1)), ("add", (2, 2))))
    assert pretty(e) == f"\n{e}\n" and 'te.draw_graph(v3, fold=None).save("v3.svg")' in str(e)
    picture = e.picture(engine="builtin")
    assert "v3 = 12.000000" in picture.describe() and "∂v3/∂x0 = +4.000000" in picture.describe()


@given(strategies.expressions(ops=["add", "mul", "sin"], max_nodes=6, shared=False))
def test_without_sharing_every_result_is_used_once(e):
    used = [i for name, positions in e.steps for i in positions]
    assert len(used) == len(set(used))


@given(st.data())
def test_values_keep_their_bounds(data):
    assert -2.0 <= data.draw(strategies.values(-2.0, 2.0)) <= 2.0


def test_sharing_is_drawn():
    rng = random.Random(0)
    expressions = [random_expression(rng) for _ in range(100)]
    shared = [e for e in expressions if len(u := [i for _, ps in e.steps for i in ps]) > len(set(u))]
    assert len(shared) > 50


def test_find_wrong_gradient_finds_and_shrinks(own):
    @functions.primitive(lambda m, y, x: m.where(x > 10.0, 1.5, 1.0) * m.cos(x))
    def my_sine(m, x):
        return m.sin(x)

    report = find_wrong_gradient(my_sine)
    assert report is not None and report.wrong
    assert 10.0 < report.checks[0].x <= 12.0  # shrunk: the next simple number above 10
    assert "sin" in report.picture().describe()


@pytest.mark.parametrize("f, count", [
    (lambda a, b: a, 2), (lambda a, k=2.0, *, c=1.0: a, 1), (lambda a, b, k=2.0: a, 2), (lambda k=2.0, m=1.0: k, 2),
    (lambda *xs: xs[0], 1), (lambda a, *more: a, 1), (lambda a, b, *more: a, 2), (lambda: 1.0, 0), (max, 0),
])  # fmt: skip
def test_how_many_numbers_a_function_takes(f, count):
    assert numbers_taken(f) == count


def test_find_wrong_gradient_finds_nothing_in_what_is_right():
    assert find_wrong_gradient(lambda a, b: a * b, examples=20) is None
    assert find_wrong_gradient(lambda a, k=2.0, *, c=1.0: a * k * c, examples=20) is None
    assert find_wrong_gradient(lambda k=2.0, *more: k * k, examples=20) is None
    assert find_wrong_gradient(lambda *xs: xs[0] * xs[0], examples=20) is None


def test_a_search_leaves_no_files(tmp_path):
    """Neither where it runs nor where the caller has hypothesis keep its own."""
    (tmp_path / "mine.py").write_text("def f(x):\n    return x * 1234.5\n", encoding="utf-8")
    code = (
        "import hypothesis, mine\nfrom tinygrad_edu.check import find_wrong_gradient\n"
        "def searched():\n"
        "    find_wrong_gradient(mine.f, examples=20)\n"
        "    where = hypothesis.configuration.storage_directory('a', intent_to_write=False)\n"
        "    print(getattr(where, 'path', where).parent.name)\n"  # a path itself in hypothesis before 6.140
        "searched()\nhypothesis.configuration.set_hypothesis_home_dir('kept')\nsearched()"
    )
    root = str(Path(te.__file__).parents[1])
    env = {**os.environ, "PYTHONPATH": root, "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, env=env, capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == [".hypothesis", "kept"]
    assert [path.name for path in tmp_path.iterdir()] == ["mine.py"]


def test_a_search_in_lists():
    report = find_wrong_gradient(lambda p: p[0] * p[1] if p[1] < 4.0 else p[0] * p[1].detach(), 2, examples=100)
    assert [c.name for c in report.checks] == ["p[0]", "p[1]"] and report.checks[1].x >= 4.0
    assert find_wrong_gradient(lambda p: p[0] * p[1], 2, examples=20) is None
    assert find_wrong_gradient(micrograd_nn.MLP(2, [3, 1]), 2, examples=20) is None  # as every model does


def test_a_search_that_could_not_judge_is_no_search():
    def never(x):
        raise ArithmeticError("never")

    def changes(x):
        x.data = 3.0
        return x * x

    rng, seldom = random.Random(0), random.Random(1)
    for f, sentence in [
        (lambda x: x if seldom.random() > 0.02 else 2.0 * x, "is not deterministic: two calls at the same point"),
        (never, "never could not be judged at any of 20 points; at the last one: it raised ArithmeticError: never"),
        (lambda x: functions.log(-1.0 - x * x), "at the last one: the value here is nan"),
        (changes, "changes its inputs"),
        (lambda x: x * rng.random(), "is not deterministic"),
        (lambda: Value(1.0), "it takes no numbers"),
    ]:
        with pytest.raises(ValueError, match=sentence) as caught:
            find_wrong_gradient(f, examples=20)
        assert not getattr(caught.value, "__notes__", [])  # hypothesis would say how to reproduce it
    with pytest.raises(TypeError, match="the int 3 is none"):
        find_wrong_gradient(3)
    with pytest.raises(TypeError, match="cannot be called with 2 arguments"):
        find_wrong_gradient(lambda x, y, z: x, inputs=2)


def test_unknown_operation():
    for ops in ("sine", ["sine"]):
        with pytest.raises(ValueError, match="no operation 'sine'"):
            strategies.expressions(ops=ops)


@pytest.mark.parametrize(
    ("make", "sentence"),
    [
        (lambda: strategies.values(3.0, 1.0), "no number from 3.0 to 1.0"),
        (lambda: strategies.expressions(max_nodes=0), "max_nodes is 1 or more"),
        (lambda: strategies.mlps(max_layers=0), "max_layers is 1 or more"),
        (lambda: strategies.mlps(nin=0), "nin is 1 or more"),
        (lambda: strategies.datasets(max_rows=0), "max_rows is 1 or more, not 0"),
        (lambda: strategies.datasets(3), "an MLP does; 3 has none"),
        (lambda: Expression((1.0,), (("mul", (0, 1)),)), r"v1 uses positions \(0, 1\): before it there are 0 to 0"),
        (lambda: Expression((1.0,), (("sine", (0,)),)), "no operation 'sine'"),
        (lambda: Expression((1.0,), ()), "at least one step"),
        (lambda: check_primitive("sin", 3), "order is 1 or 2"),
        (lambda: check_primitive("hypot", points=[1.0]), r"hypot takes 2 numbers, and the point \(1.0,\) has 1"),
        (lambda: mutation_score(checks=0), "checks is 1 or more, not 0"),
        (lambda: mutation_score(checks="3"), "checks is a whole number, not '3'"),
        (lambda: mutation_score("mull"), "the table has no operation 'mull'"),
        (lambda: strategies.expressions(max_nodes=2.5), "max_nodes is a whole number, not 2.5"),
        (lambda: Expression((1.0,), (("sin", (0, 0)),)), "v1: sin takes 1 inputs, and has 2"),
        (lambda: Expression((1.0, 2.0), (("mul", (0, 1)),))(Value(1.0)), "the expression takes 2 numbers, got 1"),
        (lambda: gradcheck(Expression((1.0, 2.0), (("mul", (0, 1)),)), [1.0]), "the expression takes 2 numbers, got 1"),
        (lambda: find_wrong_gradient(functions.sin, -1), "inputs is 1 or more, not -1"),
        (lambda: find_wrong_gradient(max), r"no numbers, as far as Python knows; .* find_wrong_gradient\(max, 2\)"),
        (lambda: find_wrong_gradient(lambda p: p[0]), r"as a list .* how many numbers, find_wrong_gradient\(f, 2\)"),
        (lambda: find_wrong_gradient(functions.sin, numbers="a"), "numbers is a strategy for them, .*, not 'a'"),
        (lambda: strategies.expressions(numbers=[1.0]), "numbers is a strategy for them"),
        (lambda: strategies.datasets(numbers=3), "numbers is a strategy for them"),
        (lambda: strategies.values("a"), "not str 'a'; convert it with float"),
        (lambda: mutation_score(ops=3), r"names are given in a list, as in \['mul', 'sin'\]; they cannot be 3"),
        (lambda: find_wrong_gradient(functions.sin, "2"), "inputs is how many numbers sin takes; it cannot be '2'"),
        (lambda: find_wrong_gradient(functions.sin, examples=0), "examples is 1 or more, not 0"),
    ],
)
def test_what_cannot_be_made(make, sentence):
    with pytest.raises((ValueError, TypeError), match=sentence):
        make()


def test_an_expression_of_numbers_and_of_no_numbers():
    e = Expression((math.nan, -math.inf), (("mul", (0, 1)),))
    assert e(2.0, Value(3.0)).data == 6.0
    scope = {"print": lambda *numbers: scope.update(printed=numbers)}
    exec(str(e), scope)
    assert len(scope["printed"]) == 3 and math.isnan(scope["printed"][0])


def test_one_name_is_as_good_as_a_list_of_one():
    assert mutation_score("mul", "wrong sign") == mutation_score(["mul"], ["wrong sign"])
    assert strategies.mlps(nin=1, activations="tanh", max_layers=2).validate() is None


def test_missing_extra(monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "hypothesis", None)
    with pytest.raises(ImportError, match=r"needs hypothesis: pip install 'tinygrad-edu\[check\]'"):
        strategies.values()


def test_expression_of_lists():
    e = Expression((1.0, 2.0), (("dot", (0, 1, 0)), ("logsumexp", (2, 2)), ("sum", (3, 0))))
    assert "F.dot([x0], [x1], x0)" in str(e) and "F.logsumexp([v2, v2])" in str(e)
