"""The table: every row against PyTorch and mpmath at thousands of points, and against its own textbook form.

``data/op_reference.json`` says for each operation and point what PyTorch gives and what mathematics gives (see
``data/make_op_reference.py``). A result must be right: equal to the exact number where there is one, within a few units
in the last place; equal to PyTorch's elsewhere. Where it is neither, the case must be one of ``EXPLAINED``.
"""

import json
import math
import pickle
from collections import defaultdict
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.examples import costly
from tinygrad_edu import Value
from tinygrad_edu.derivatives import gradients
from tinygrad_edu.elementary import inputs_of
from tinygrad_edu.ieee import FLOATS, IEEE, Double, run
from tinygrad_edu.names import NAMES, Name, write
from tinygrad_edu.ops import OPS, Arithmetic, define
from tinygrad_edu.value import record

BUILT_IN = list(OPS.values())
CASES = defaultdict(list)
for _line in (Path(__file__).parent / "data" / "op_reference.json").read_text(encoding="utf-8").splitlines():
    if _line.startswith('{"op"'):
        _case = json.loads(_line.rstrip(","))
        CASES[_case["op"]].append(_case)

# In units in the last place: functions of the C library err by one or two, and formulae add a few of their own.
TOLERANCE = {"value": 16, "grad": 40, "hess": 4000}

# (operation, what) -> why a result is neither the exact number nor PyTorch's, and as we want it all the same.
EXPLAINED = {
    ("pow", "grad"): "0 to the power nan is flat, as 0 ** y is for every y >= 0; x ** 0 is nan at nan",
    ("pow", "hess"): "exponent 0 at negative and infinite bases, where there is no exact number",
    ("atan2", "grad"): "on the cut, where PyTorch's square overflows",
    ("atan2", "hess"): "on the diagonals 0 up to rounding",
    ("sigmoid", "hess"): "rounding near 0, as in PyTorch",
    ("softplus", "hess"): "at the threshold itself",
    ("gelu", "value"): "rounding of erfc's argument in the far tail, where PyTorch has 0",
    ("gelu", "grad"): "rounding of the exponent in the far tail, where PyTorch has 0",
    ("tanhshrink", "value"): "rounding near 0, as in PyTorch",
    ("softshrink", "grad"): "lambd = 0 at 0, as in PyTorch",
    ("hardshrink", "grad"): "lambd = 0 at 0, as in PyTorch",
    ("clamp", "grad"): "0 at the bounds, by decision; PyTorch 2.13 has 1",
    ("sign", "value"): "nan at nan",
    ("hypot", "grad"): "rounding of a subnormal radius",
    ("hypot", "hess"): "rounding where one side is much longer than the other, as in PyTorch",
    ("sum", "value"): "added from left to right",
    ("prod", "value"): "multiplied from left to right",
    ("dot", "value"): "added from left to right",
    ("logsumexp", "value"): "rounding, as in PyTorch",
    ("logsumexp", "grad"): "rounding of the sum, as in PyTorch",
    ("logsumexp", "hess"): "rounding of the sum, as in PyTorch",
}


def excused(case, what, got, exact, torch):
    """Whether an edge of double precision accounts for the difference, whatever the operation."""
    value = float((case["torch"] or case["exact"])["value"])
    if what != "value" and math.isnan(value):
        return True  # outside the domain the value is nan, and a derivative means nothing
    if exact is None:
        return torch is not None and math.isnan(float(torch))  # PyTorch gives up at infinity; a limit is welcome
    exact = float(exact)
    if abs(exact) < 1e-300:
        return abs(got) < 1e-298 or math.isnan(got)  # subnormal numbers, or made of such
    return abs(exact) > 1e300 and not math.isfinite(got)  # overflow on the way to a number that would just fit


def settings_of(case):
    unbounded = {"threshold": math.inf, "max": math.inf, "min": -math.inf}
    return {key: unbounded[key] if value is None else value for key, value in case["params"].items()}


def close(got, wanted, ulps):
    if wanted is None:
        return False
    wanted = float(wanted)
    if got == wanted or (got != got and wanted != wanted):
        return True
    return math.isfinite(got) and math.isfinite(wanted) and abs(got - wanted) <= ulps * math.ulp(wanted)


def results(case):
    """(what, our number, where it stands in the reference) for the value and all derivatives of a case."""
    op = OPS[case["op"]].bind(**settings_of(case))
    inputs = [Value(float(x)) for x in case["inputs"]]
    y = record(op, inputs)
    yield "value", y.data, ()
    for i, slope in enumerate(y.partials):
        yield "grad", slope, (i,)
    if any((case[source] or {}).get("hess") for source in ("torch", "exact")):
        for i, first in enumerate(gradients(y, inputs, create_graph=True)):
            seconds = gradients(first, inputs) if first.requires_grad else [0.0] * len(inputs)
            for j, second in enumerate(seconds):
                yield "hess", second, (i, j)


def reference(case, source, what, place):
    found = (case[source] or {}).get(what)
    for i in place:
        found = None if found is None else found[i]
    return found


@pytest.mark.parametrize("name", CASES)
def test_reference(name):
    """Every case: exact, or as PyTorch has it where nothing is exact, or excused, or explained."""
    unexplained, used = [], set()
    for case in CASES[name]:
        for what, got, place in results(case):
            exact, torch = (reference(case, source, what, place) for source in ("exact", "torch"))
            if exact is None and torch is None:
                continue
            if close(got, exact, TOLERANCE[what]) or (exact is None and close(got, torch, TOLERANCE[what])):
                continue
            if excused(case, what, got, exact, torch):
                continue
            if (name, what) in EXPLAINED:
                used.add((name, what))
            else:
                unexplained.append((case["params"], case["inputs"], what, place, got, "torch", torch, "exact", exact))
    assert not unexplained, unexplained[:10]
    assert used == {key for key in EXPLAINED if key[0] == name}, "an explanation that nothing needs any more"


def test_explained_is_not_too_kind():
    """An explanation excuses edges, never an ordinary point: between 1e-6 and 100 all is exact or PyTorch's."""
    for cases in CASES.values():
        for case in cases:
            xs = [abs(float(x)) for x in case["inputs"]]
            if not all(1e-6 < x < 100.0 for x in xs):
                continue
            for what, got, place in results(case):
                exact, torch = (reference(case, source, what, place) for source in ("exact", "torch"))
                if exact is None or not math.isfinite(float(exact)):
                    continue
                # (far tails of gelu, cancellation in tanhshrink and atan2: a relative 1e-9 of the largest number)
                assert got == pytest.approx(float(exact), rel=1e-9, abs=1e-15) or close(got, torch, 4), (case, what)


def test_the_data_cover_the_table():
    assert {op.name for op in BUILT_IN} - set(CASES) <= {"identity"}


NUMBERS = st.floats(-4.0, 4.0).filter(lambda x: abs(x) > 1e-3)


@pytest.mark.parametrize("op", BUILT_IN, ids=lambda op: op.name)
@costly(60)  # each little, and all of them seventy times
@given(data=st.data())
def test_textbook_form_agrees(op, data):
    """The form a textbook prints and the rule that keeps the digits are the same function, for all settings."""
    others = {key: [x, 2.0 * x, 0.5 * x] if isinstance(x, float) else [x] for key, x in op.params.items()}
    others |= {"approximate": ["none", "tanh"]} if "approximate" in others else {}
    op = op.bind(**{key: data.draw(st.sampled_from(xs)) for key, xs in others.items()})
    n = op.arity or data.draw(st.integers(1, 4)) * (2 if op.name == "dot" else 1)
    xs = [data.draw(NUMBERS) for _ in range(n)]
    y = run(op.value, *xs)
    if not math.isfinite(y):
        return
    for rule, textbook in zip(op.partials, op.textbook, strict=True):
        ours, theirs = run(rule, y, *xs), run(textbook, y, *xs)
        for a, b in zip(*([x] if isinstance(x, float) else x for x in (ours, theirs)), strict=True):
            assert a == pytest.approx(b, rel=1e-9, abs=1e-12, nan_ok=True)


EDGES = [0.0, -0.0, 1.0, -1.0, 0.5, 3.0, -3.0, 1e-300, 5e-324, 710.0, -746.0, 1e308, math.inf, -math.inf, math.nan]


@pytest.mark.parametrize("op", BUILT_IN, ids=lambda op: op.name)
def test_both_arithmetics_agree(op):
    """What the quick arithmetic does not refuse, the careful one computes to the same bits. Everything is a float."""
    n = op.arity or 2
    for a in EDGES:
        for b in EDGES if n > 1 else [0.0]:
            xs = [a, b, -b][:n]
            y = run(op.value, *xs)
            assert type(y) is float
            for rule, numbers in [(op.value, xs), *((partial, [y, *xs]) for partial in op.partials)]:
                try:
                    quick = rule(FLOATS, *numbers)
                except (ArithmeticError, ValueError):
                    quick = None
                careful = rule(IEEE, *map(Double, numbers))
                if quick is not None:
                    assert repr(quick) == repr(careful), (op, xs)
                listed = quick if isinstance(quick, list) else [quick]
                assert all(type(x) in (float, type(None)) for x in listed), (op, xs, quick)


@pytest.mark.parametrize("op", BUILT_IN, ids=lambda op: op.name)
def test_every_rule_prints(op):
    """The rules run on names: each gives text in which all that is used is an input or the output."""
    inputs = [Name(x) for x in inputs_of(op) or ("x1", "x2", "x3")]
    assert str(write(op, inputs))
    for rule in op.textbook:
        slopes = rule(NAMES, Name("y"), *inputs)
        assert all(str(slope) for slope in (slopes if isinstance(slopes, list) else [slopes]))


@pytest.mark.parametrize("op", BUILT_IN, ids=lambda op: op.name)
def test_pickle(op):
    assert pickle.loads(pickle.dumps(op)) is op


def test_bind():
    elu = OPS["elu"]
    assert elu.bind() is elu
    assert elu.bind(alpha=1.0) is elu
    bound = elu.bind(alpha=2.0)
    assert bound.params == {"alpha": 2.0}
    assert elu.params == {"alpha": 1.0}
    assert pickle.loads(pickle.dumps(bound)).params == {"alpha": 2.0}
    with pytest.raises(TypeError, match="elu has no setting beta; it has: alpha"):
        elu.bind(beta=1.0)


def test_define_twice_and_unknown_natives():
    with pytest.raises(ValueError, match="'exp' already"):
        define("exp", lambda m, x: x, lambda m, y, x: 1.0)
    m = Arithmetic({})
    with pytest.raises(AttributeError, match="does not know 'exp'"):
        m.exp(1.0)
    with pytest.raises(AttributeError, match="no operation 'nothing'"):
        m.nothing(1.0)
    assert m.square(3.0) == 9.0


def test_python_310_has_neither_cbrt_nor_exp2():
    """The stand-ins are as good as the functions that later Pythons bring."""
    from tinygrad_edu.ieee import _cbrt, _exp2, cbrt, exp2

    for x in (*EDGES, 2.0, 27.0, -8.0, 1e-5, 123456.789):
        assert close(_cbrt(x), cbrt(x), 2)
        if abs(x) < 700:
            assert close(_exp2(x), exp2(x), 2)


def test_the_careful_arithmetic_takes_whole_numbers_too():
    """On either side, and what comes is a number of its own kind again."""
    x = Double(4.0)
    found = [x + 1, 1 + x, x - 1, 1 - x, x * 3, 3 * x, x / 8, 8 / x, 0 / (x - 4), x / 0, -x]
    assert repr(found) == "[5.0, 5.0, 3.0, -3.0, 12.0, 12.0, 0.5, 2.0, nan, inf, -4.0]"
    assert {type(y) for y in found} == {Double}


def test_a_rule_of_lists_runs_in_the_careful_arithmetic_too():
    found = run(lambda m, x: [1.0 / x, m.log(x), 2.0], 0.0)
    assert found == [math.inf, -math.inf, 2.0] and set(map(type, found)) == {float}


@pytest.mark.parametrize("op", [op for op in BUILT_IN if op.arity == 1], ids=lambda op: op.name)
@pytest.mark.parametrize("x", [0.0, 1.0, -1.0, 0.5, -0.5, 3.0, -3.0, 6.0])
def test_textbook_form_agrees_at_kinks_and_bounds_too(op, x):
    y = run(op.value, x)
    if math.isfinite(y):
        assert run(op.textbook[0], y, x) == pytest.approx(run(op.partials[0], y, x), rel=1e-12)
