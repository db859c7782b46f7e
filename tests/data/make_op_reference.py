"""Write op_reference.json: what every primitive operation should give, from two independent authorities.

For each operation and point the file holds the value, the first and the second derivatives

* ``torch``: as PyTorch's float64 autograd gives them, at kinks, infinities and nan too;
* ``exact``: as mathematics gives them: mpmath at 4000 digits, rounded once to float64.

Run it (a quarter of an hour; the output is the same in every run, though the last bit of a torch entry may depend on
the processor PyTorch finds; _reference_json.py must lie beside this file)::

    pip install torch==2.13.0 mpmath==1.3.0
    python tests/data/make_op_reference.py              # writes op_reference.json beside this file
    python tests/data/make_op_reference.py --compare    # reads it, lists where the two authorities disagree

Made with Python 3.11, PyTorch 2.13.0 (CPU) and mpmath 1.3.0. The tests only read the JSON file; they need neither.

One case per line: ``{"op", "params", "inputs", "torch": {"value", "grad", "hess"}, "exact": {...}}``. Inputs and
results are Python float reprs in strings, so that nan, inf and -0.0 survive; params are plain JSON, null is None.

* ``dot`` takes all ws, then all xs; ``where`` takes cond, a, b, cond is true when it is not 0, and its derivative
  is 0.0 by definition; ``atan2`` takes y, x.
* ``torch`` is null where PyTorch lacks the operation; ``hess`` is null where it lacks the second order. Its ``grad``
  is that of a plain backward pass, its ``hess`` that of a pass which records itself (PyTorch uses other formulae then).
* ``exact`` is null when an input is not finite. Inside it a null is a point outside the domain, a pole, a jump, a
  kink (first order), a crease (second order) or the border of the domain. ``0**0`` is 1. The sign of a zero in
  ``exact`` says nothing: real numbers have one zero.
* ``hess`` is null in both for n-ary operations with more operands than HESSIAN_OPERANDS.
* softplus with ``threshold`` null is the mathematical function; PyTorch, which has no such setting, answers with its
  default of 20. A softplus with a threshold jumps there, and ``exact`` describes the function that jumps.
* selu's two constants and 0.044715 in gelu's tanh form are taken as the nearest float64, like the parameters.
"""

import argparse
import builtins
import functools
import json
import math
import platform
import sys
from collections import Counter
from dataclasses import dataclass
from itertools import product
from pathlib import Path

import mpmath
from _reference_json import write as write_json
from mpmath import mp, mpf

OUTPUT = Path(__file__).with_name("op_reference.json")
HESSIAN_OPERANDS = 3

# Exact derivatives are difference quotients. The steps are far below 5e-324, so nothing hides between two
# neighbours; a second quotient still keeps over a thousand of these digits.
DIGITS = 4000
STEP_EXPONENTS = (-1300, -1310)
AGREEMENT = -40  # quotients must agree to so many digits; the float64 result needs 17
TRUSTED_DIGITS = 600  # what is certain of every quotient; enough to see that 0.5 + 5e-324 is more than 0.5
NEGLIGIBLE = -350  # below the smallest subnormal, 4.9e-324, everything rounds to zero


# ---------------------------------------------------------------------------------------------------------------
# Points


def both(*numbers):
    return [signed for number in numbers for signed in (number, -number)]


def around(*numbers):
    """Each number with its near neighbours on either side."""
    return [number + offset for number in numbers for offset in (-1e-10, 0.0, 1e-10)]


def pairs(*columns):
    return list(product(*columns))


INF, NAN = math.inf, math.nan
SPECIAL = [0.0, -0.0, INF, -INF, NAN]
TINY = both(5e-324, 1e-300, 1e-8)
REGULAR = both(0.01, 0.3, 0.5, 1.0, 1.7, 3.0, 12.25)
LARGE = both(100.0, 1e5, 1e300, 1e308)
BASIC = SPECIAL + TINY + REGULAR + LARGE
# where exp, sinh and friends saturate, lose the 1 they are added to, overflow or underflow
EXPONENTIAL = BASIC + both(20.0, 20.5, 37.0, 709.5, 710.0, 745.0, 1000.0)
UNIT_BORDER = both(1 - 1e-10, math.nextafter(1.0, 0.0), math.nextafter(1.0, 2.0), 1 + 1e-10)

GRID = [0.0, -0.0, 0.7, -2.5, 1e-300, -1e308, INF, -INF, NAN]
BINARY = pairs(GRID, GRID) + pairs(both(0.3, 3.0), both(1.7, 100.0))
SMALL_BINARY = [
    *pairs([0.0, -0.0, 1.5, 1e308, INF, -INF, NAN], [0.0, -0.0, -0.3, 1e308, INF, -INF]),
    (1e16, 1.0), (5e-324, -5e-324), (1e-300, 1e-300), (0.1, 0.2), (-3.0, 1e-8),
]  # fmt: skip
EXTREME = [(1e-300, 1e-300), (5e-324, 5e-324), (1e308, 1e308), (1e300, 1e-300), (1e-300, 1e300), (-1e300, 1e5),
           (1e-8, 1.0), (1.0, 1e-8), (1.0, 1.0), (1.0, -1.0), (-1.0, -1.0), (-1.0, 1.0), (3.0, 4.0)]  # fmt: skip
TIES = [(1.0, 1.0), (-2.5, -2.5), (1e308, 1e308), (1.0, 1 + 1e-10), (1e-300, 5e-324), (0.0, 5e-324)]

POW = (
    # an ordinary base with every kind of exponent, and the other way round
    pairs([0.5, 2.0, 1.0, 1e-300, 1e300], [0.0, 1.0, 2.0, 3.0, -1.0, -2.0, 0.5, -0.5, 2.7, 1e5, -1e5])
    # a negative base: real only for whole exponents, where the exponent has no derivative
    + pairs([-2.0, -1.0, -0.3, -1e300], [0.0, -0.0, 1.0, 2.0, 3.0, -1.0, -2.0, -3.0, 0.5, -0.5, 2.7, 101.0])
    + pairs([0.0, -0.0], [0.0, -0.0, 1.0, 2.0, 3.0, 4.0, 0.5, 1.5, 2.5, 1e-300, 1e300, -1.0, -2.0, -0.5, -3.0])
    + pairs([INF, -INF, NAN], [0.0, -0.0, 1.0, 2.0, 3.0, -1.0, -2.0, 0.5, INF, -INF, NAN])
    + pairs([0.0, -0.0, 0.5, 1.0, -1.0, 2.0, -2.0], [INF, -INF, NAN])
    + [(5e-324, 0.5), (5e-324, 2.0), (5e-324, -1.0), (1 + 1e-10, 1e10), (1 - 1e-10, -1e10), (0.9, 7000.0),
       (10.0, 308.0), (10.0, 308.3), (10.0, -323.0), (10.0, -324.0), (2.0, 1023.0), (2.0, 1024.0), (2.0, -1074.0),
       (-2.0, 1023.0), (-2.0, 1e16), (1e308, 1e308), (0.3, 0.3), (3.0, -1.7), (12.25, 0.01)]
)  # fmt: skip

WHERE = [(cond, a, b) for cond in (1.0, 0.0, -0.0, -2.0) for a, b in ((1.5, -3.0), (0.0, -0.0), (INF, NAN))] + [
    (NAN, 1.0, 2.0), (INF, 1.0, 2.0), (5e-324, 1e308, 1e-300)]  # fmt: skip

LISTS = [
    (0.7,), (-0.0,), (0.0,), (1e308,), (INF,), (-INF,), (NAN,), (-745.0,), (1000.0,),
    (0.5, -1.7), (3.0, 3.0), (0.0, 2.0), (-0.0, 2.0), (0.0, -0.0), (-0.0, -0.0), (1e308, 1e308), (-1e308, 1e308),
    (1000.0, -1000.0), (-745.0, 0.0), (-37.0, 0.0), (-1000.0, -1000.0), (710.0, 709.5), (1e300, -1e300), (1e-300, 1e-8),
    (1e-300, 1e-300), (INF, 1.0), (-INF, 1.0), (INF, INF), (-INF, -INF), (INF, -INF), (0.0, INF),
    (NAN, 1.0), (NAN, INF),
    (0.5, -1.7, 3.0), (1.0, 1.0, 1.0), (0.0, 2.0, 3.0), (0.0, 0.0, 3.0), (2.0, -0.0, -3.0), (0.0, 0.0, 0.0),
    (1e16, 1.0, -1e16), (1e308, 1e308, -1e308), (1e300, 1e300, 1e-300), (1e-300, 1e-300, 1e300), (INF, 1.0, 2.0),
    (-INF, 1.0, 2.0), (0.0, INF, 2.0), (NAN, 0.0, 2.0), (-INF, -INF, -INF), (1000.0, 0.0, -1000.0), (20.0, -20.5, 37.0),
    (0.1, 0.2, 0.3, 0.4, 0.5), (1.5, -2.0, 3.0, -0.25, 8.0), (0.0, 1.0, 2.0, 3.0, 4.0), (0.0, 1.0, 0.0, 3.0, 4.0),
    (1e308, 1e308, 1.0, -1e308, -1e308), (1000.0, 999.0, 998.0, -1000.0, 0.0), (-1000.0, -1001.0, -1e5, -1e300, -999.0),
    (INF, 1.0, -INF, 0.0, 2.0), (-INF, 1.0, 0.5, -INF, 2.0), (1.0, NAN, 2.0, 3.0, 4.0), (1e16, 1.0, 1.0, 1.0, -1e16),
]  # fmt: skip

DOT = [  # ws, then xs
    (0.7, -2.0), (0.0, 3.0), (-0.0, -0.0), (0.0, INF), (1e308, 10.0), (NAN, 1.0), (INF, -INF), (1e-300, 1e-300),
    (0.5, -1.7, 3.0, 0.25), (1e308, 1e308, 1.0, 1.0), (1e308, 1e308, 1.0, -1.0), (0.0, 1.0, INF, 2.0),
    (INF, INF, 1.0, -1.0), (0.0, -0.0, -1.0, 1.0), (1e200, 1e200, 1e200, -1e200), (NAN, 0.0, 0.0, 1.0),
    (0.1, 0.2, 0.3, -0.4, 0.5, 0.6), (1e16, 1.0, -1e16, 1.0, 1.0, 1.0), (0.0, 0.0, 0.0, 1.0, 2.0, 3.0),
    (1.0, -INF, 2.0, 1.0, 0.0, 2.0),
    (0.1, 0.2, 0.3, 0.4, 0.5, -1.0, 2.0, -3.0, 4.0, -5.0), (1e16, 1.0, 1.0, 1.0, -1e16, 1.0, 1.0, 1.0, 1.0, 1.0),
    (1.0, 2.0, NAN, 4.0, 5.0, 1.0, 1.0, 1.0, 1.0, INF), (0.0, 1.0, 0.0, 1.0, 0.0, 1e300, 1e300, 1e300, 1e-300, 0.0),
]  # fmt: skip


# ---------------------------------------------------------------------------------------------------------------
# The mathematics. A function may raise or return nan, inf or a complex number outside its domain.


def erfc(x):
    return mpf(0) if x > 1000 else mp.erfc(x)  # mpmath refuses 1e300; the true value is below 10**-400000


def log1pexp(x):
    return mp.log1p(mp.exp(x))


def sigmoid(x):
    return 1 / (1 + mp.exp(-x))


def elu(x, alpha):
    return x if x > 0 else mpf(alpha) * mp.expm1(x)


def selu(x):
    return mpf(1.0507009873554805) * elu(x, 1.6732632423543772)


def celu(x, alpha):
    return x if x > 0 else mpf(alpha) * mp.expm1(x / mpf(alpha))


def gelu(x, approximate):
    if approximate == "none":
        return x * erfc(-x / mp.sqrt(2)) / 2
    # (1 + tanh u) / 2 is sigmoid(2 u)
    return x * sigmoid(2 * mp.sqrt(2 / mp.pi) * (x + mpf(0.044715) * x**3))


def softplus(x, beta, threshold):
    scaled = mpf(beta) * x
    return x if threshold is not None and scaled > threshold else log1pexp(scaled) / mpf(beta)


def clamp(x, min, max):
    at_least = x if min is None else builtins.max(x, mpf(min))
    return at_least if max is None else builtins.min(at_least, mpf(max))


def hardtanh(x, min_val, max_val):
    return clamp(x, min_val, max_val)


def hardsigmoid(x):
    return clamp(x + 3, 0, 6) / 6


def softshrink(x, lambd):
    return mp.sign(x) * max(abs(x) - mpf(lambd), mpf(0))


def hardshrink(x, lambd):
    return x if abs(x) > mpf(lambd) else mpf(0)


def cbrt(x):
    return mp.sign(x) * mp.root(abs(x), 3)


def atan2(y, x):
    if x == 0 and y == 0:
        raise ValueError("the origin has no angle")
    return mp.atan2(y, x)


def power(x, y):
    return mpf(1) if y == 0 else mp.power(x, y)


def trunc(x):
    return mp.floor(x) if x > 0 else mp.ceil(x)


def dot(*operands):
    half = len(operands) // 2
    return mp.fsum(w * x for w, x in zip(operands[:half], operands[half:], strict=True))


def logsumexp(*xs):
    return mp.log(mp.fsum(mp.exp(x) for x in xs))


# ---------------------------------------------------------------------------------------------------------------
# The table


@dataclass(frozen=True)
class Op:
    """One operation: its name, PyTorch's function (None: it has none), the mathematics, and where to ask."""

    name: str
    torch: object
    exact: object
    points: list
    settings: tuple = ({},)
    discrete: tuple = ()  # inputs that only choose between others; their derivative is 0 by definition
    signed_zero_matters: object = None  # points where the mathematics cannot follow: it has no -0.0


def table():
    import torch
    import torch.nn.functional as F

    def stacked(function):
        return lambda *xs: function(torch.stack(xs))

    def torch_dot(*operands):
        half = len(operands) // 2
        return torch.dot(torch.stack(operands[:half]), torch.stack(operands[half:]))

    def torch_softplus(x, beta, threshold):
        return F.softplus(x, beta, 20.0 if threshold is None else threshold)

    def torch_where(cond, a, b):
        return torch.where(cond != 0, a, b)

    halves = both(1.5, 2.5, 3.5, 2.0, 0.5 - 1e-10, 0.5 + 1e-10, 4503599627370497.5)
    quarter, half = math.pi / 4, math.pi / 2

    return [
        # arithmetic
        Op("add", torch.add, lambda a, b: a + b, SMALL_BINARY),
        Op("sub", torch.sub, lambda a, b: a - b, SMALL_BINARY),
        Op("mul", torch.mul, lambda a, b: a * b, SMALL_BINARY + pairs([0.7, -2.5, 1e-300], [1e-300, 3.0])),
        Op("div", torch.div, lambda a, b: a / b, BINARY + EXTREME + pairs([1.0, -1.0], [0.0, -0.0])),
        Op("neg", torch.neg, lambda x: -x, BASIC),
        Op("pow", torch.pow, power, POW),
        Op("abs", torch.abs, abs, BASIC),
        Op("square", torch.square, lambda x: x * x, BASIC + both(1e-162, 1e154, 1.4e154)),
        Op("reciprocal", torch.reciprocal, lambda x: 1 / x, BASIC + both(1e-308, 1e-309)),
        # roots
        Op("sqrt", torch.sqrt, mp.sqrt, [*BASIC, 2.0, 4.0]),
        Op("rsqrt", torch.rsqrt, lambda x: 1 / mp.sqrt(x), [*BASIC, 2.0, 4.0]),
        Op("cbrt", None, cbrt, BASIC + both(8.0, 2.0)),
        # exponentials and logarithms
        Op("exp", torch.exp, mp.exp, [*EXPONENTIAL, 709.782712893384, 709.7827128933841, -745.2, -708.5]),
        Op("exp2", torch.exp2, lambda x: mp.power(2, x), EXPONENTIAL + both(1023.0, 1024.0, 1023.5, 1074.0, 1075.5)),
        Op("expm1", torch.expm1, mp.expm1, EXPONENTIAL + both(1e-16, 1e-5)),
        Op("log", torch.log, mp.log, BASIC + around(1.0) + [math.e]),
        Op("log2", torch.log2, lambda x: mp.log(x) / mp.log(2), BASIC + around(1.0) + [2.0, 8.0, 1024.0]),
        Op("log10", torch.log10, lambda x: mp.log(x) / mp.log(10), BASIC + around(1.0) + [10.0, 1000.0]),
        Op("log1p", torch.log1p, mp.log1p, BASIC + UNIT_BORDER + both(1e-16, 1e-5)),
        # circular functions and their inverses
        Op("sin", torch.sin, mp.sin, BASIC + both(quarter, half, math.pi, 1e22)),
        Op("cos", torch.cos, mp.cos, BASIC + both(quarter, half, math.pi, 1e22)),
        Op("tan", torch.tan, mp.tan, BASIC + both(quarter, half, math.pi, 1e22)),
        Op("asin", torch.asin, mp.asin, BASIC + UNIT_BORDER),
        Op("acos", torch.acos, mp.acos, BASIC + UNIT_BORDER),
        Op("atan", torch.atan, mp.atan, BASIC),
        Op("atan2", torch.atan2, atan2, BINARY + EXTREME, signed_zero_matters=lambda y, x: y == 0 and x < 0),
        # hyperbolic functions and their inverses
        Op("sinh", torch.sinh, mp.sinh, EXPONENTIAL),
        Op("cosh", torch.cosh, mp.cosh, EXPONENTIAL),
        Op("tanh", torch.tanh, mp.tanh, EXPONENTIAL),
        Op("asinh", torch.asinh, mp.asinh, BASIC),
        Op("acosh", torch.acosh, mp.acosh, BASIC + UNIT_BORDER),
        Op("atanh", torch.atanh, mp.atanh, BASIC + UNIT_BORDER),
        # the error function
        Op("erf", torch.erf, mp.erf, EXPONENTIAL + both(5.0, 6.0)),
        Op("erfc", torch.erfc, erfc, EXPONENTIAL + both(5.0, 6.0, 26.5, 27.5)),
        # activations: smooth
        Op("sigmoid", torch.sigmoid, sigmoid, EXPONENTIAL),
        Op("logsigmoid", F.logsigmoid, lambda x: -log1pexp(-x), EXPONENTIAL),
        Op("silu", F.silu, lambda x: x * sigmoid(x), EXPONENTIAL),
        Op("mish", F.mish, lambda x: x * mp.tanh(log1pexp(x)), EXPONENTIAL),
        Op("softplus", torch_softplus, softplus, [*EXPONENTIAL, 10.0, 10.25, 40.0, 41.0],
           tuple({"beta": beta, "threshold": None} for beta in (1.0, 2.0, 0.5))
           + tuple({"beta": beta, "threshold": 20.0} for beta in (1.0, 2.0))),
        Op("gelu", F.gelu, gelu, EXPONENTIAL + both(5.0, 8.0, 38.0),
           ({"approximate": "none"}, {"approximate": "tanh"})),
        Op("tanhshrink", F.tanhshrink, lambda x: x - mp.tanh(x), EXPONENTIAL),
        Op("softsign", F.softsign, lambda x: x / (1 + abs(x)), BASIC),
        # activations: piecewise
        Op("relu", F.relu, lambda x: max(x, mpf(0)), BASIC),
        Op("leaky_relu", F.leaky_relu, lambda x, negative_slope: x if x > 0 else mpf(negative_slope) * x, BASIC,
           ({"negative_slope": 0.01}, {"negative_slope": 0.2})),
        Op("elu", F.elu, elu, EXPONENTIAL, ({"alpha": 1.0}, {"alpha": 0.5})),
        Op("selu", F.selu, selu, EXPONENTIAL),
        Op("celu", F.celu, celu, EXPONENTIAL, ({"alpha": 1.0}, {"alpha": 2.0})),
        Op("relu6", F.relu6, lambda x: clamp(x, 0, 6), BASIC + around(0.0, 6.0)),
        Op("hardtanh", F.hardtanh, hardtanh, BASIC + around(-2.0, -1.0, 0.5, 1.0),
           ({"min_val": -1.0, "max_val": 1.0}, {"min_val": -2.0, "max_val": 0.5})),
        Op("hardsigmoid", F.hardsigmoid, hardsigmoid, BASIC + around(-3.0, 0.0, 3.0)),
        Op("hardswish", F.hardswish, lambda x: x * hardsigmoid(x), BASIC + around(-3.0, 0.0, 3.0)),
        Op("softshrink", F.softshrink, softshrink, BASIC + around(-0.5, 0.5), ({"lambd": 0.5}, {"lambd": 0.0})),
        Op("hardshrink", F.hardshrink, hardshrink, BASIC + around(-0.5, 0.5), ({"lambd": 0.5}, {"lambd": 0.0})),
        Op("clamp", torch.clamp, clamp, BASIC + around(-1.0, 1.0),
           ({"min": -1.0, "max": 1.0}, {"min": None, "max": 0.5}, {"min": -0.5, "max": None},
            {"min": 1.0, "max": -1.0})),
        # choosing
        Op("maximum", torch.maximum, lambda a, b: max(a, b), BINARY + TIES),
        Op("minimum", torch.minimum, lambda a, b: min(a, b), BINARY + TIES),
        Op("where", torch_where, lambda cond, a, b: a if cond != 0 else b, WHERE, discrete=(0,)),
        Op("sign", torch.sign, mp.sign, BASIC),
        # rounding
        Op("floor", torch.floor, mp.floor, BASIC + halves),
        Op("ceil", torch.ceil, mp.ceil, BASIC + halves),
        Op("round", torch.round, mp.nint, BASIC + halves),  # both: halves go to the even neighbour
        Op("trunc", torch.trunc, trunc, BASIC + halves),
        # several operands
        Op("hypot", torch.hypot, lambda a, b: mp.sqrt(a * a + b * b), BINARY + EXTREME),
        Op("logaddexp", torch.logaddexp, logsumexp,
           BINARY + TIES + pairs([0.0, 745.0], [20.5, -37.0, 710.0, -745.0, 1000.0])),
        Op("sum", stacked(torch.sum), lambda *xs: mp.fsum(xs), LISTS),
        Op("prod", stacked(torch.prod), lambda *xs: mp.fprod(xs), LISTS),
        Op("dot", torch_dot, dot, DOT),
        Op("logsumexp", stacked(lambda xs: torch.logsumexp(xs, 0)), logsumexp, LISTS),
    ]  # fmt: skip


def points_of(op):
    """The operation's points as tuples, each once (0.0 and -0.0 are two), in the order of the table."""
    points = [point if isinstance(point, tuple) else (point,) for point in op.points]
    return list({tuple(map(repr, point)): point for point in points}.values())


def wants_hessian(op, point):
    operands = len(point) // 2 if op.name == "dot" else len(point)
    return operands <= HESSIAN_OPERANDS


# ---------------------------------------------------------------------------------------------------------------
# PyTorch


def torch_result(op, params, point):
    """Value, gradient and Hessian from PyTorch's autograd, or None where it lacks the operation."""
    import torch

    if op.torch is None:
        return None

    def gradient(output, inputs, **options):
        if not output.requires_grad:  # a constant: nothing leads back to the inputs
            return [None] * len(inputs)
        return torch.autograd.grad(output, inputs, allow_unused=True, **options)

    def numbers(tensors):
        return [0.0 if t is None else t.item() for t in tensors]

    def leaves():
        return [torch.tensor(number, dtype=torch.float64, requires_grad=True) for number in point]

    inputs = leaves()
    output = op.torch(*inputs, **params)
    result = {"value": output.item(), "grad": numbers(gradient(output, inputs)), "hess": None}
    if wants_hessian(op, point):
        inputs = leaves()
        recorded = gradient(op.torch(*inputs, **params), inputs, create_graph=True)
        try:
            # row by row: a joint backward pass would mix components, and one nan would spoil the others
            result["hess"] = [
                [0.0] * len(inputs) if component is None else numbers(gradient(component, inputs, retain_graph=True))
                for component in recorded
            ]
        except RuntimeError as error:
            if "not implemented" not in str(error):
                raise
    return result


# ---------------------------------------------------------------------------------------------------------------
# Mathematics


def real_or_none(function, *arguments, **params):
    """The function's value, None outside its domain."""
    try:
        value = function(*arguments, **params)
    except (ValueError, ZeroDivisionError):
        return None
    return value if isinstance(value, mpf) and mp.isfinite(value) else None


def agree(a, b):
    larger = max(abs(a), abs(b))
    return larger < mpf(10) ** NEGLIGIBLE or abs(a - b) <= larger * mpf(10) ** AGREEMENT


def limit(quotients):
    """The derivative that difference quotients on both sides, at every step size, agree on; None without one.

    A kink has two one-sided slopes; at a pole or a jump the slopes grow as the step shrinks; at the border of the
    domain one side is missing.
    """
    if any(q is None for q in quotients) or not all(agree(q, quotients[-1]) for q in quotients):
        return None
    return (quotients[-1] + quotients[-2]) / 2  # the central quotient of the smallest step


def combine(terms, divisor):
    """Sum of coefficient * value over the divisor, None if a value is missing."""
    if any(value is None for _, value in terms):
        return None
    return sum(coefficient * value for coefficient, value in terms) / divisor


def exact_result(op, params, point):
    """Value, gradient and Hessian as the mathematics has them, each entry None where it has none."""
    if not all(map(math.isfinite, point)) or (op.signed_zero_matters and op.signed_zero_matters(*point)):
        return None
    center = [mpf(number) for number in point]
    axes = range(len(point))

    @functools.cache
    def at(exponent, *moves):
        """The function where each (axis, count) of moves has gone count steps of 10**exponent."""
        place = list(center)
        for axis, count in moves:
            place[axis] += count * mpf(10) ** exponent
        return real_or_none(op.exact, *place, **params)

    value = at(0)

    def slope(i, e, side):
        return combine([(side, at(e, (i, side))), (-side, value)], mpf(10) ** e)

    def bend(i, e, side):
        terms = [(1, value), (-2, at(e, (i, side))), (1, at(e, (i, 2 * side)))]
        return combine(terms, mpf(10) ** (2 * e))

    def twist(i, j, e, side):
        terms = [(1, at(e, (i, side), (j, side))), (-1, at(e, (i, side))), (-1, at(e, (j, side))), (1, value)]
        return combine(terms, mpf(10) ** (2 * e))

    def over_sides_and_steps(quotient, *axis):
        return limit([quotient(*axis, exponent, side) for exponent in STEP_EXPONENTS for side in (1, -1)])

    @functools.cache
    def first(i):
        return mpf(0) if i in op.discrete else over_sides_and_steps(slope, i)

    @functools.cache
    def second(i, j):
        if first(i) is None or first(j) is None:
            return None
        if i in op.discrete or j in op.discrete:
            return mpf(0)
        return over_sides_and_steps(bend, i) if i == j else over_sides_and_steps(twist, i, j)

    hessian = None
    if wants_hessian(op, point):
        hessian = [[to_double(second(*sorted((i, j)))) for j in axes] for i in axes]
    return {"value": to_double(value), "grad": [to_double(first(i)) for i in axes], "hess": hessian}


def to_double(number):
    """Round once, to nearest. (mpmath's float() rounds twice where the result is subnormal.)"""
    if number is None:
        return None
    with mp.workdps(TRUSTED_DIGITS):
        number = +number  # a number halfway between two doubles is halfway again, and goes to the even one
    if abs(number) < mpf(10) ** NEGLIGIBLE:  # zero included
        return 0.0
    if abs(number) >= mpf(2) ** 1024:
        return math.copysign(math.inf, number)
    sign, mantissa, exponent, _ = number._mpf_
    try:
        rounded = float(mantissa << exponent) if exponent >= 0 else mantissa / (1 << -exponent)  # int / int rounds once
    except OverflowError:
        rounded = math.inf
    return (-rounded if sign else rounded) + 0.0  # + 0.0: a zero has no sign here


# ---------------------------------------------------------------------------------------------------------------
# Writing


def as_text(result):
    """Every float as its repr, through any nesting."""
    if isinstance(result, dict):
        return {key: as_text(entry) for key, entry in result.items()}
    if isinstance(result, (list, tuple)):
        return [as_text(entry) for entry in result]
    return result if result is None else repr(result)


def cases(operations):
    for op in operations:
        print(op.name, file=sys.stderr)
        for params, point in product(op.settings, points_of(op)):
            yield {
                "op": op.name,
                "params": params,
                "inputs": as_text(point),
                "torch": as_text(torch_result(op, params, point)),
                "exact": as_text(exact_result(op, params, point)),
            }


def write():
    import torch

    torch.set_num_threads(1)
    header = {
        "about": "Values and derivatives of the primitives; make_op_reference.py wrote it and explains the format.",
        "python": platform.python_version(),
        "torch": torch.__version__,
        "mpmath": mpmath.__version__,
        "mpmath digits": DIGITS,
    }
    with mp.workdps(DIGITS):
        write_json(__file__, OUTPUT.name, header, cases=list(cases(table())))


# ---------------------------------------------------------------------------------------------------------------
# Comparing the two authorities


def entries(case):
    """(which, torch, exact) for every number both sides have."""
    torch_side, exact_side = case["torch"], case["exact"]
    if torch_side is None or exact_side is None:
        return

    def walk(name, a, b):
        if a is None or b is None:
            return
        if isinstance(a, str):
            yield name, float(a), float(b)
        else:
            for index, (left, right) in enumerate(zip(a, b, strict=True)):
                yield from walk(f"{name}[{index}]", left, right)

    for key in ("value", "grad", "hess"):
        yield from walk(key, torch_side[key], exact_side[key])


def disagree(a, b, tolerance):
    if a == b:
        return False
    if not (math.isfinite(a) and math.isfinite(b)):
        return True
    return abs(a - b) > tolerance * max(abs(a), abs(b)) + 5e-324  # one unit of the subnormals is rounding


def compare(path, tolerance):
    content = json.loads(path.read_text(encoding="ascii"))
    print(content["header"], len(content["cases"]), "cases")
    for name, count in Counter(case["op"] for case in content["cases"]).items():
        print(f"  {name}: {count}")
    for case in content["cases"]:
        for which, torch_number, exact_number in entries(case):
            if disagree(torch_number, exact_number, tolerance):
                params = "".join(f" {key}={value}" for key, value in case["params"].items())
                place = f"{case['op']}{params} at {', '.join(case['inputs'])}"
                print(f"{place}: {which} torch {torch_number!r} exact {exact_number!r}")


def main():
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--compare", action="store_true", help="only list where the two authorities disagree")
    parser.add_argument("--tolerance", type=float, default=1e-12, help="relative, for --compare (default %(default)s)")
    arguments = parser.parse_args()
    if arguments.compare:
        compare(OUTPUT, arguments.tolerance)
    else:
        write()


if __name__ == "__main__":
    main()
