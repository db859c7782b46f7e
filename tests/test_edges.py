"""The edges where the authorities disagree, or lose the mathematics: what is decided here, point by point.

Each row is an operation, its inputs and settings, the value, the derivatives, and the second derivatives by each input
twice. At kinks and ties the decisions are PyTorch's except where the row says so; where PyTorch loses digits the
numbers are those of ``data/op_reference.json``, computed with mpmath. Every point stands in that file too, where
``test_ops.py`` compares all of them, mixed second derivatives as well.
"""

import json
import math
from pathlib import Path

import pytest

from tinygrad_edu import Value, clamp, functions, jit
from tinygrad_edu.derivatives import gradients
from tinygrad_edu.ops import OPS
from tinygrad_edu.value import record

inf, nan = math.inf, math.nan
SELU, SELU_ALPHA = 1.0507009873554805, 1.6732632423543772
AT_ONE, INSIDE = {"min": -1.0, "max": 1.0}, {"min_val": -1.0, "max_val": 1.0}

DECIDED = [
    # (operation, inputs, settings, value, derivatives, second derivatives)
    ("abs", (0.0,), {}, 0.0, (0.0,), (0.0,)),
    ("abs", (-0.0,), {}, 0.0, (0.0,), (0.0,)),
    ("relu", (0.0,), {}, 0.0, (0.0,), (0.0,)),
    ("relu6", (0.0,), {}, 0.0, (0.0,), (0.0,)),
    ("relu6", (6.0,), {}, 6.0, (0.0,), (0.0,)),
    ("sign", (0.0,), {}, 0.0, (0.0,), (0.0,)),
    ("leaky_relu", (0.0,), {"negative_slope": 0.01}, 0.0, (0.01,), (0.0,)),
    ("leaky_relu", (0.0,), {"negative_slope": 0.2}, 0.0, (0.2,), (0.0,)),
    ("elu", (0.0,), {"alpha": 1.0}, 0.0, (1.0,), (0.0,)),
    ("selu", (0.0,), {}, 0.0, (SELU * SELU_ALPHA,), (0.0,)),
    ("hardtanh", (1.0,), INSIDE, 1.0, (0.0,), (0.0,)),
    ("hardtanh", (-1.0,), INSIDE, -1.0, (0.0,), (0.0,)),
    ("clamp", (1.0,), AT_ONE, 1.0, (0.0,), (0.0,)),  # by decision: PyTorch 2.13 has 1 at the bounds
    ("clamp", (-1.0,), AT_ONE, -1.0, (0.0,), (0.0,)),
    ("clamp", (0.0,), AT_ONE, 0.0, (1.0,), (0.0,)),
    ("clamp", (inf,), {"min": -0.5, "max": None}, inf, (1.0,), (0.0,)),  # a bound that is not there has no edge
    ("clamp", (-inf,), {"min": None, "max": 0.5}, -inf, (1.0,), (0.0,)),
    ("clamp", (nan,), {"min": -0.5, "max": None}, nan, (0.0,), (0.0,)),
    ("clamp", (nan,), {"min": None, "max": 0.5}, nan, (0.0,), (0.0,)),
    ("maximum", (1.0, 1.0), {}, 1.0, (0.5, 0.5), (0.0, 0.0)),
    ("minimum", (1.0, 1.0), {}, 1.0, (0.5, 0.5), (0.0, 0.0)),
    ("softsign", (0.0,), {}, 0.0, (1.0,), (0.0,)),
    # powers
    ("pow", (0.0, 0.0), {}, 1.0, (0.0, 0.0), (0.0, 0.0)),
    ("pow", (0.0, 1.0), {}, 0.0, (1.0, 0.0), (0.0, 0.0)),
    ("pow", (0.0, 2.0), {}, 0.0, (0.0, 0.0), (2.0, 0.0)),
    ("pow", (0.0, 0.5), {}, 0.0, (inf, 0.0), (-inf, 0.0)),
    ("pow", (0.0, -1.0), {}, inf, (-inf, -inf), (inf, inf)),
    ("pow", (-2.0, 2.0), {}, 4.0, (-4.0, nan), (2.0, nan)),
    ("pow", (-2.0, 0.5), {}, nan, (nan, nan), (nan, nan)),
    # outside domains, poles, borders
    ("log", (-1.0,), {}, nan, (-1.0,), (-1.0,)),
    ("log", (0.0,), {}, -inf, (inf,), (-inf,)),
    ("sqrt", (-1.0,), {}, nan, (nan,), (nan,)),
    ("sqrt", (0.0,), {}, 0.0, (inf,), (-inf,)),
    ("atan2", (0.0, 0.0), {}, 0.0, (0.0, 0.0), (0.0, 0.0)),
    ("hypot", (0.0, 0.0), {}, 0.0, (0.0, 0.0), (0.0, 0.0)),  # the choice of least norm: PyTorch has nan
    ("logaddexp", (inf, inf), {}, inf, (nan, nan), (nan, nan)),
    ("div", (1.0, 0.0), {}, inf, (inf, -inf), (0.0, inf)),
    ("div", (-1.0, 0.0), {}, -inf, (inf, inf), (0.0, -inf)),
    ("reciprocal", (0.0,), {}, inf, (-inf,), (inf,)),
    ("round", (0.5,), {}, 0.0, (0.0,), (0.0,)),
    ("round", (1.5,), {}, 2.0, (0.0,), (0.0,)),
    ("round", (2.5,), {}, 2.0, (0.0,), (0.0,)),
    ("relu", (nan,), {}, nan, (1.0,), (0.0,)),
    ("elu", (nan,), {"alpha": 1.0}, nan, (1.0,), (0.0,)),
    ("selu", (nan,), {}, nan, (SELU,), (0.0,)),
    # subnormal numbers are kept
    ("relu", (5e-324,), {}, 5e-324, (1.0,), (0.0,)),
    ("log", (5e-324,), {}, -744.4400719213812, (inf,), (-inf,)),
]

KEPT = [
    # where a textbook's formula, or PyTorch's, has 0, nan or few digits left
    ("sigmoid", (20.0,), {}, 0.9999999979388464, (2.061153613941849e-09,), (-2.061153605445141e-09,)),
    ("sigmoid", (37.0,), {}, 0.9999999999999999, (8.533047625744065e-17,), (-8.533047625744063e-17,)),
    ("tanh", (20.0,), {}, 1.0, (1.6993417021166355e-17,), (-3.398683404233271e-17,)),
    ("expm1", (-100.0,), {}, -1.0, (3.720075976020836e-44,), (3.720075976020836e-44,)),
    ("softplus", (20.5,), {"beta": 1.0, "threshold": None}, 20.500000001250154, (0.9999999987498471,),
     (1.2501528632609782e-09,)),
    ("gelu", (-20.0,), {"approximate": "none"}, -5.507248237212468e-88, (-1.1014360483133464e-86,),
     (-2.1973374481395856e-85,)),
    ("gelu", (1e308,), {"approximate": "tanh"}, 1e308, (1.0,), (0.0,)),
    ("gelu", (-1e308,), {"approximate": "tanh"}, 0.0, (0.0,), (0.0,)),
    ("mish", (1e308,), {}, 1e308, (1.0,), (0.0,)),
    ("mish", (-1e308,), {}, 0.0, (0.0,), (0.0,)),
    ("erf", (1e308,), {}, 1.0, (0.0,), (0.0,)),
    ("softsign", (inf,), {}, nan, (0.0,), (0.0,)),
    ("atan2", (1e-300, 1e-300), {}, 0.7853981633974483, (5e299, -5e299), (-inf, inf)),
    ("hypot", (1e308, 1e308), {}, 1.4142135623730951e308, (0.7071067811865476,) * 2, (3.535533905932736e-309,) * 2),
    ("hypot", (1e-300, 1e-300), {}, 1.414213562373095e-300, (0.7071067811865476,) * 2, (3.535533905932737e299,) * 2),
]  # fmt: skip


@pytest.fixture(scope="module")
def reference():
    """The exact numbers of each point in the reference data."""
    lines = (Path(__file__).parent / "data" / "op_reference.json").read_text(encoding="utf-8").splitlines()
    cases = [json.loads(line.rstrip(",")) for line in lines if line.startswith('{"op"')]
    return {(case["op"], tuple(case["inputs"]), json.dumps(case["params"])): case["exact"] for case in cases}


def same(got, wanted):
    return got == pytest.approx(wanted, rel=1e-13, abs=0.0, nan_ok=True)


@pytest.mark.parametrize("row", DECIDED + KEPT, ids=lambda row: f"{row[0]}{row[1]}")
def test_edge(row, reference):
    name, point, settings, value, slopes, bends = row
    op = OPS[name].bind(**{key: setting for key, setting in settings.items() if setting is not None})
    xs = [Value(x) for x in point]
    y = record(op, xs)
    assert same(y.data, value) and same(list(y.partials), list(slopes))
    if y.data == y.data:  # by backward() too, which may meet no other number on the way
        y.backward()
        assert same([x.grad for x in xs], list(slopes))
    firsts = gradients(y, xs, create_graph=True)
    twice = [gradients(g, [x])[0] if g.requires_grad else 0.0 for g, x in zip(firsts, xs, strict=True)]
    assert twice == pytest.approx(list(bends), rel=1e-12, abs=0.0, nan_ok=True)
    assert (name, tuple(map(repr, point)), json.dumps(settings)) in reference


@pytest.mark.parametrize("target", ["python", "numpy", "llvm"])
def test_a_bound_that_is_not_there_has_no_edge_compiled(target):
    pytest.importorskip({"python": "math", "numpy": "numpy", "llvm": "llvmlite"}[target])
    xs = [-inf, -2.0, -1.0, 0.5, 1.0, 2.0, inf, nan]
    for bounds in ({"min": -1.0}, {"max": 1.0}, AT_ONE):

        def f(xs, bounds=bounds):
            return functions.sum([clamp(x, **bounds) for x in xs])

        slopes = [record(OPS["clamp"].bind(**bounds), [Value(x)]).partials[0] for x in xs]
        assert jit(f, target=target).grad(xs) == slopes


@pytest.mark.parametrize("row", KEPT, ids=lambda row: f"{row[0]}{row[1]}")
def test_the_kept_digits_are_those_of_mathematics(row, reference):
    name, point, settings, value, slopes, bends = row
    exact = reference[name, tuple(map(repr, point)), json.dumps(settings)]
    if exact is None:  # at infinity there is no number to compare with
        assert not all(map(math.isfinite, point))
        return
    assert same(float(exact["value"]), value) and same([float(x) for x in exact["grad"]], list(slopes))
    assert [float(exact["hess"][i][i]) for i in range(len(point))] == pytest.approx(list(bends), rel=1e-12, abs=0.0)
