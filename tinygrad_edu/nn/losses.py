"""Losses that compare numbers with numbers: regression, probabilities, counts; and penalties on the parameters.

Names, argument order, defaults and numbers are those of ``torch.nn.functional``. An input is a number or Value, a list
of them, or a list of lists; both inputs have one shape, or a ValueError names both. ``reduction`` is "mean" over all
numbers, "sum", or "none", which gives the terms in the shape of the input. Of plain numbers the loss is a float.

Every loss is composed of operations of the table, those with stable derivatives where it matters, so gradients are
the derivatives of the numbers one sees. That differs from PyTorch where PyTorch bends one of the two: for
probabilities below 1e-12 in ``binary_cross_entropy``, and for variances below ``eps`` in ``gaussian_nll_loss``.

Formulae: the pages of ``torch.nn``; the half squared error is the article's (M. Mazur 2015).
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import Any

from .. import functions
from ..functions import clamp, dot, exp, log, logsigmoid, maximum, relu, square, where
from ..nested import plain
from ..value import Value, constant
from .module import Module
from .reduction import elementwise, is_data, named, reduced, same_shape, shape, stretched

__all__ = [
    "binary_cross_entropy",
    "binary_cross_entropy_with_logits",
    "gaussian_nll_loss",
    "half_squared_error",
    "huber_loss",
    "kl_div",
    "l1_loss",
    "l1_penalty",
    "l2_penalty",
    "mse_loss",
    "poisson_nll_loss",
    "smooth_l1_loss",
]


# -- regression -----------------------------------------------------------------------------------------------------


def half_squared_error(input: Any, target: Any, reduction: str = "sum") -> Any:
    """½(target − input)², added up: the article's error. It names its parts E_o1, E_o2, ... and E_total.

    Half of the square, so that the derivative by the input is −(target − input), without a 2.

    >>> out = [Value(0.751365070, "out_o1"), Value(0.772928465, "out_o2")]
    >>> E = half_squared_error(out, [0.01, 0.99])
    >>> f"{E.label} = {E.data:.9f}", E.inputs[0].label
    ('E_total = 0.298371109', 'E_o1')
    """
    (inputs, targets), rebuild = same_shape("half_squared_error", input=input, target=target)
    terms = []
    for i, (o, t) in enumerate(zip(inputs, targets, strict=True), 1):
        label = getattr(o, "label", "")
        if isinstance(o, Value) and not isinstance(t, Value):
            t = constant(t, f"t{i}")
        terms.append(named(0.5 * square(t - o), f"E_{label.removeprefix('out_')}" if label else f"E_{i}"))
    result = reduced("half_squared_error", terms, rebuild, reduction)
    return result if reduction == "none" else named(result, "E_total")


def mse_loss(input: Any, target: Any, reduction: str = "mean") -> Any:
    """(input − target)², the squared error.

    >>> mse_loss([Value(1.0), Value(3.0)], [0.0, 1.0])
    Value(2.5, grad=0.0, label='loss')
    >>> mse_loss([Value(1.0), Value(3.0)], [0.0])
    Traceback (most recent call last):
    ValueError: mse_loss: input has shape (2,) and target has shape (1,); they have to be equal
    """
    return elementwise("mse_loss", lambda x, t: square(x - t), reduction, input=input, target=target)


def l1_loss(input: Any, target: Any, reduction: str = "mean") -> Any:
    """|input − target|, the absolute error. Its derivative is 0 where both are equal.

    >>> l1_loss([1.0, 3.0], [0.0, 1.0])
    1.5
    """
    return elementwise("l1_loss", lambda x, t: functions.abs(x - t), reduction, input=input, target=target)


def huber_loss(input: Any, target: Any, reduction: str = "mean", delta: float = 1.0) -> Any:
    """Half the squared error up to ``delta``, then a straight line of slope ``delta`` (Huber 1964).

    With z = |input − target| and m = min(z, delta) both are m·(z − m/2). Raises ValueError if delta is not positive.

    >>> huber_loss([0.5, 3.0], [0.0, 0.0], reduction="none")
    [0.125, 2.5]
    """
    if not delta > 0.0:
        raise ValueError(f"huber_loss does not support non-positive values for delta, got {delta}")
    return elementwise("huber_loss", lambda x, t: _huber(x - t, delta), reduction, input=input, target=target)


def smooth_l1_loss(input: Any, target: Any, reduction: str = "mean", beta: float = 1.0) -> Any:
    """Huber's loss over ``beta``: a parabola up to ``beta``, then |input − target| − beta/2. With beta 0 the L1 loss.

    Raises ValueError if beta is negative.

    >>> smooth_l1_loss([0.5, 3.0], [0.0, 0.0], reduction="none", beta=0.5)
    [0.25, 2.75]
    """
    if not beta >= 0.0:
        raise ValueError(f"smooth_l1_loss does not support negative values for beta, got {beta}")
    if beta == 0.0:
        return l1_loss(input, target, reduction)
    return elementwise("smooth_l1_loss", lambda x, t: _huber(x - t, beta) / beta, reduction, input=input, target=target)


def _huber(difference: Any, delta: float) -> Any:
    z = functions.abs(difference)
    m = clamp(z, max=delta)
    return m * (z - 0.5 * m)


# -- probabilities --------------------------------------------------------------------------------------------------

SMALLEST = math.exp(-100.0)  # log of it is −100, which is where PyTorch stops the logarithm


def binary_cross_entropy(input: Any, target: Any, weight: Any = None, reduction: str = "mean") -> Any:
    """−(t·log x + (1 − t)·log(1 − x)) for probabilities x; a logarithm is never less than −100.

    ``weight`` multiplies the terms; its shape fits the input's by broadcasting. For outputs near 0 or 1 use
    ``binary_cross_entropy_with_logits`` on the net inputs: 1 − x has lost its digits there.
    Raises ValueError for an input or target that is not between 0 and 1.

    >>> f"{binary_cross_entropy([0.5, 0.9], [1.0, 1.0]):.6f}"
    '0.399254'
    """

    def term(x: Any, t: Any) -> Any:
        for name, p in (("input", x), ("target", t)):
            if not is_data(p) and not 0.0 <= float(p) <= 1.0:
                raise ValueError(f"all elements of {name} should be between 0 and 1, got {float(p)}")
        return -(t * log(clamp(x, min=SMALLEST)) + (1.0 - t) * log(clamp(1.0 - x, min=SMALLEST)))

    return _weighted("binary_cross_entropy", term, input, target, weight, reduction)


def binary_cross_entropy_with_logits(
    input: Any, target: Any, weight: Any = None, reduction: str = "mean", pos_weight: Any = None
) -> Any:
    """−(p·t·log s(x) + (1 − t)·log s(−x)), s the sigmoid: ``binary_cross_entropy`` of s(x), exact for every x.

    ``weight`` multiplies the terms, ``pos_weight`` p the part of the positive examples; their shapes fit the input's
    by broadcasting.

    >>> x = Value(-1000.0)
    >>> loss = binary_cross_entropy_with_logits(x, 1.0)
    >>> loss.backward()
    >>> loss.data, x.grad
    (1000.0, -1.0)
    """
    name = "binary_cross_entropy_with_logits"

    def term(x: Any, t: Any, p: Any = 1.0) -> Any:
        return -(p * t * logsigmoid(x) + (1.0 - t) * logsigmoid(-x))

    return _weighted(name, term, input, target, weight, reduction, pos_weight)


def _weighted(
    loss: str, term: Any, input: Any, target: Any, weight: Any, reduction: str, pos_weight: Any = None
) -> Any:
    columns, rebuild = same_shape(loss, input=input, target=target)
    size = shape(loss, plain(input))
    if pos_weight is not None:
        columns.append(stretched(loss, "pos_weight", pos_weight, size))
    terms = [term(*xs) for xs in zip(*columns, strict=True)]
    if weight is not None:
        terms = [w * part for w, part in zip(stretched(loss, "weight", weight, size), terms, strict=True)]
    return reduced(loss, terms, rebuild, reduction)


def kl_div(input: Any, target: Any, reduction: str = "mean", log_target: bool = False) -> Any:
    """target·(log target − input): Kullback and Leibler's divergence, term by term. ``input`` holds *logarithms*.

    With ``log_target`` the target does, too. ``reduction="batchmean"`` is the sum over the number of examples, which
    is what mathematics calls the divergence; "mean" is over all terms. A target of 0 contributes 0.

    >>> p, q = [0.5, 0.5], [0.25, 0.75]
    >>> f"{kl_div([math.log(x) for x in q], p, reduction='sum'):.6f}"
    '0.143841'
    """

    def term(x: Any, t: Any) -> Any:
        return exp(t) * (t - x) if log_target else t * (log(where(t, t, 1.0)) - x)

    if reduction != "batchmean":
        return elementwise("kl_div", term, reduction, input=input, target=target)
    size = shape("kl_div: input", plain(input))
    return named(elementwise("kl_div", term, "sum", input=input, target=target) / (size[0] if size else 1))


# -- counts and measurements with their uncertainty -----------------------------------------------------------------


def poisson_nll_loss(
    input: Any,
    target: Any,
    log_input: bool = True,
    full: bool = False,
    eps: float = 1e-8,
    reduction: str = "mean",
) -> Any:
    """exp(x) − t·x, or x − t·log(x + eps) where the input is the rate itself and not its logarithm.

    ``full`` adds Stirling's approximation of log t!, t·log t − t + ½·log(2π·t), for targets above 1.

    >>> poisson_nll_loss(0.0, 3.0)
    1.0
    """

    def term(x: Any, t: Any) -> Any:
        result = exp(x) - t * x if log_input else x - t * log(x + eps)
        if full:
            large = maximum(t, 1.0)  # Stirling's approximation holds above 1
            stirling = large * log(large) - large + 0.5 * log(2.0 * math.pi * large)
            result = result + where(t > 1.0, stirling, 0.0)
        return result

    return elementwise("poisson_nll_loss", term, reduction, input=input, target=target)


def gaussian_nll_loss(
    input: Any, target: Any, var: Any, full: bool = False, eps: float = 1e-6, reduction: str = "mean"
) -> Any:
    """½(log v + (input − target)²/v), where v is the variance ``var``, at least ``eps``: how unlikely a target is.

    ``var`` has the shape of the input, or one number for each row, or is a single number. ``full`` adds ½·log 2π.
    Raises ValueError for a negative variance, and if eps is not positive.

    >>> gaussian_nll_loss([1.0, 2.0], [1.0, 4.0], 1.0)
    1.0
    """
    if not eps > 0.0:
        raise ValueError(f"eps must be greater than 0, got {eps}")
    (xs, ts), rebuild = same_shape("gaussian_nll_loss", input=input, target=target)
    size, var = shape("gaussian_nll_loss: input", plain(input)), plain(var)
    if shape("gaussian_nll_loss: var", var) == size[:-1]:
        var = _in_lists(var)
    variances = stretched("gaussian_nll_loss", "var", var, size)
    for v in variances:
        if not is_data(v) and float(v) < 0.0:
            raise ValueError(f"var has negative entry/entries: {float(v)}")

    def term(x: Any, t: Any, v: Any) -> Any:
        v = v + relu(eps - v)  # max(v, eps), with the full slope at eps itself
        return 0.5 * (log(v) + square(x - t) / v) + (0.5 * math.log(2.0 * math.pi) if full else 0.0)

    return reduced("gaussian_nll_loss", list(map(term, xs, ts, variances)), rebuild, reduction)


def _in_lists(x: Any) -> Any:
    """Nested lists of numbers with a list of one in the place of each number."""
    return [_in_lists(item) for item in x] if isinstance(x, (list, tuple)) else [x]


# -- penalties ------------------------------------------------------------------------------------------------------


def l1_penalty(parameters: Module | Iterable[Value], strength: float = 1.0) -> Any:
    """strength·Σ|w|: draws small weights to 0 itself. Of a module's parameters or of any Values; add it to the loss.

    >>> l1_penalty([Value(3.0), Value(-4.0)], 0.1)
    Value(0.7000000000000001, grad=0.0)
    """
    return strength * functions.sum([functions.abs(w) for w in _parameters(parameters)])


def l2_penalty(parameters: Module | Iterable[Value], strength: float = 1.0) -> Any:
    """strength·Σw²: draws large weights down. Half of an optimizer's ``weight_decay`` is the same strength.

    >>> l2_penalty([Value(3.0), Value(-4.0)], 0.1)
    Value(2.5, grad=0.0)
    """
    weights = _parameters(parameters)
    return strength * dot(weights, weights)


def _parameters(parameters: Module | Iterable[Value]) -> list[Value]:
    return parameters.parameters() if isinstance(parameters, Module) else list(parameters)
