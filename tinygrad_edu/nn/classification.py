"""Cross-entropy: the loss for choosing one of several classes.

As in ``losses.py``: the names, argument order, defaults and numbers of ``torch.nn.functional``, composed of operations
of the table. An example is a list of numbers or Values, one for each class; a batch is a list of examples.
``reduction`` is "mean" over the examples, "sum", or "none", which gives a list with a term for each example.

Formulae: the pages of ``torch.nn``; label smoothing: Szegedy et al. 2015.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

from .. import functions
from ..choice import Choice, take
from ..elementary import where
from ..functions import dot, logsumexp
from ..nested import plain
from ..value import Value
from .reduction import class_number, examples, is_data, named, one_for_each, reduced, shape, stretched, whole

__all__ = ["cross_entropy", "nll_loss"]


def cross_entropy(
    input: Any,
    target: Any,
    weight: Any = None,
    ignore_index: int = -100,
    reduction: str = "mean",
    label_smoothing: float = 0.0,
) -> Any:
    """−Σ weight·target·log softmax(input) over the classes; for a class as target simply −log of its probability.

    input            the scores of the classes (logits, not probabilities): a list, or a list of lists for a batch
    target           the number of the right class, from 0, for each example; or a list of probabilities
    weight           a number for each class; "mean" then divides by the weights of the targets, as PyTorch does
    ignore_index     examples with this target count for nothing
    label_smoothing  this part of the target, 0 to 1, is spread evenly over all classes

    Raises ValueError, with the value, for a target that is no class, and with both shapes where they do not fit.

    >>> from tinygrad_edu import Value
    >>> scores = [Value(2.0), Value(1.0), Value(0.1)]
    >>> cross_entropy(scores, 0).backward()
    >>> [f"{score.grad:.4f}" for score in scores]
    ['-0.3410', '0.2424', '0.0986']
    """
    if not 0.0 <= label_smoothing <= 1.0:
        raise ValueError(f"label_smoothing must be between 0.0 and 1.0. Got: {label_smoothing}")

    def minus_log(row: list[Any]) -> Callable[[Any], Any]:
        total = logsumexp(row)
        return lambda c: total - take(row, c)

    return _by_class(
        "cross_entropy", minus_log, input, target, weight, ignore_index, reduction, label_smoothing, soft=True
    )


def nll_loss(input: Any, target: Any, weight: Any = None, ignore_index: int = -100, reduction: str = "mean") -> Any:
    """−weight·input[target]: what is left of the cross-entropy where the input holds log-probabilities already.

    >>> nll_loss([[-0.5, -1.0], [-2.0, -0.25]], [0, 1])
    0.375
    """
    return _by_class("nll_loss", lambda row: lambda c: -take(row, c), input, target, weight, ignore_index, reduction)


def _by_class(
    loss: str,
    minus_log: Callable[[list[Any]], Callable[[Any], Any]],
    input: Any,
    target: Any,
    weight: Any,
    ignore_index: int,
    reduction: str,
    smoothing: float = 0.0,
    soft: bool = False,
) -> Any:
    """The sum over the classes of weight·target·(−log probability), for targets that are classes or distributions."""
    rows, rebuild = examples(loss, input)
    classes = len(rows[0])
    weights = [1.0] * classes if weight is None else stretched(loss, "weight", weight, (classes,))
    input, target = plain(input), plain(target)
    distributions = soft and shape(f"{loss}: target", target) == shape(loss, input)
    targets = examples(loss, target)[0] if distributions else one_for_each(loss, input, target)

    def spread(row: list[Any], t: list[Any]) -> Any:
        """The term of an example whose target is a distribution over the classes."""
        if smoothing:
            t = [p * (1.0 - smoothing) + smoothing / classes for p in t]
        of_class = minus_log(row)
        used = [c for c, p in enumerate(t) if isinstance(p, Value) or p != 0.0]
        return _combined([t[c] * weights[c] for c in used], [of_class(c) for c in used])

    terms: list[Any] = []
    total: Any = 0.0
    for row, t in zip(rows, targets, strict=True):
        if isinstance(t, Choice):  # the compiler records: a class that is data
            counts, t = t.unless(ignore_index, classes)
            w = 1.0 if weight is None else take(weights, t)
            term = spread(row, t.one_hot(classes)) if smoothing else _combined([w], [minus_log(row)(t)])
            if counts is not None:
                w, term = where(counts, w, 0.0), where(counts, term, 0.0)
            total = total + w
        elif not distributions and (c := whole(t)) == ignore_index:
            term = where(0.0, row[0], 0.0)  # 0, with a gradient of 0, even where the score is infinite
        elif not distributions:
            total = total + weights[class_number(c, classes)]
            term = spread(row, [float(i == c) for i in range(classes)])
        else:
            term = spread(row, t)
        terms.append(term)
    if reduction != "mean" or distributions or (not isinstance(total, Value) and total == len(terms) == 1):
        return reduced(loss, terms, rebuild, reduction)
    found = functions.sum(terms)
    if is_data(total):  # the mean of nothing is nan, and has no gradient, as in PyTorch
        return named(where(total, found / where(total, total, 1.0), found + math.nan))
    return named(found / total if total != 0.0 else found + math.nan)


def _combined(factors: list[Any], terms: list[Any]) -> Any:
    """Their sum of products, and the term itself where there is one of factor 1: the usual case stays one node."""
    if len(terms) == 1 and not isinstance(factors[0], Value) and factors[0] == 1.0:
        return terms[0]
    return dot(factors, terms)
