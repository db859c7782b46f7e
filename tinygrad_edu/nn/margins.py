"""Losses with a margin: being right is not enough, one has to be right by so much. For classes, ranks and distances.

As in ``losses.py``: the names, argument order, defaults and numbers of ``torch.nn.functional``, composed of operations
of the table. Where a target says yes or no, it is 1 or −1.

Formulae: the pages of ``torch.nn``; triplets: Schroff, Kalenichenko and Philbin 2015.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from functools import reduce
from typing import Any

from .. import functions
from ..choice import TAKE, Choice, take
from ..functions import dot, hypot, logsigmoid, maximum, minimum, relu, sqrt, square, where
from ..nested import plain
from ..value import apply
from .losses import binary_cross_entropy_with_logits
from .reduction import (
    class_number,
    elementwise,
    examples,
    if_alike,
    one_for_each,
    plus_or_minus_one,
    reduced,
    same_shape,
    stretched,
    whole,
)

__all__ = [
    "cosine_embedding_loss",
    "hinge_embedding_loss",
    "hinge_loss",
    "margin_ranking_loss",
    "max_margin_loss",
    "multi_margin_loss",
    "multilabel_margin_loss",
    "multilabel_soft_margin_loss",
    "soft_margin_loss",
    "triplet_margin_loss",
]


def hinge_loss(input: Any, target: Any, margin: float = 1.0, reduction: str = "mean") -> Any:
    """max(0, margin − target·input) for targets of ±1: micrograd's max-margin loss, that of a support vector machine.

    >>> from tinygrad_edu import Value
    >>> hinge_loss([Value(0.25), Value(-3.0)], [1.0, -1.0])
    Value(0.375, grad=0.0, label='loss')
    """
    return elementwise(
        "hinge_loss",
        lambda x, t: relu(margin - plus_or_minus_one("hinge_loss", t) * x),
        reduction,
        input=input,
        target=target,
    )


max_margin_loss = hinge_loss


def soft_margin_loss(input: Any, target: Any, reduction: str = "mean") -> Any:
    """log(1 + exp(−target·input)) for targets of ±1: the logistic loss.

    >>> f"{soft_margin_loss(2.0, 1.0):.6f}"
    '0.126928'
    """
    return elementwise(
        "soft_margin_loss",
        lambda x, t: -logsigmoid(plus_or_minus_one("soft_margin_loss", t) * x),
        reduction,
        input=input,
        target=target,
    )


def multi_margin_loss(
    input: Any, target: Any, p: int = 1, margin: float = 1.0, weight: Any = None, reduction: str = "mean"
) -> Any:
    """Σ max(0, margin − x[target] + x[i])^p over the other classes i, divided by the number of classes.

    ``weight`` has a number for each class, that of the target counts. Raises ValueError if ``p`` is neither 1 nor 2.

    >>> multi_margin_loss([0.5, 1.0, -2.0], 1)
    0.16666666666666666
    """
    if p not in (1, 2):
        raise ValueError(f"only p == 1 and p == 2 supported, got {p}")
    rows, rebuild = examples("multi_margin_loss", input)
    classes = len(rows[0])
    weights = None if weight is None else stretched("multi_margin_loss", "weight", weight, (classes,))
    terms = []
    for row, t in zip(rows, one_for_each("multi_margin_loss", plain(input), plain(target)), strict=True):
        if isinstance(t, Choice):  # the compiler records: a class that is data
            right = take(row, t)
            gaps = [where(hot, 0.0, relu(margin - right + x)) for hot, x in zip(t.one_hot(classes), row, strict=True)]
        else:
            c = class_number(t, classes)
            gaps = [relu(margin - row[c] + x) for i, x in enumerate(row) if i != c]
        term = functions.sum(gaps if p == 1 else map(square, gaps)) / classes
        terms.append(term if weights is None else take(weights, t) * term)
    return reduced("multi_margin_loss", terms, rebuild, reduction)


def multilabel_margin_loss(input: Any, target: Any, reduction: str = "mean") -> Any:
    """Σ max(0, 1 − x[j] + x[i]) over right classes j and wrong classes i, divided by the number of classes.

    ``target`` lists the right classes of each example, filled up with −1 to the length of the input.

    >>> multilabel_margin_loss([1.0, 2.0, 4.0, 8.0], [3, 0, -1, 1])
    1.5
    """
    rows, rebuild = examples("multilabel_margin_loss", input)
    same_shape("multilabel_margin_loss", input=input, target=target)
    terms = []
    for row, numbers in zip(rows, examples("multilabel_margin_loss", target)[0], strict=True):
        if isinstance(numbers[0], Choice):
            terms.append(functions.sum(_all_gaps(row, numbers)) / len(row))
            continue
        right = []
        for t in numbers:
            if whole(t) == -1:
                break
            right.append(class_number(t, len(row)))
        wrong = [x for i, x in enumerate(row) if i not in right]
        terms.append(functions.sum(relu(1.0 - row[j] + x) for j in right for x in wrong) / len(row))
    return reduced("multilabel_margin_loss", terms, rebuild, reduction)


def _all_gaps(row: list[Any], numbers: list[Choice]) -> Iterator[Any]:
    """The terms for classes that are data: for each place of the target and each class, 0 where eagerly is no term."""
    there: Any = 1.0  # whether no −1 has come so far
    right: list[tuple[Any, Choice]] = []
    wrong: list[Any] = [1.0] * len(row)
    for t in numbers:
        t.chooses(len(row), least=-1)
        there = where(t < 0.0, 0.0, there)
        right.append((there, t))
        wrong = [where(t < i, w, where(t > i, w, where(there, 0.0, w))) for i, w in enumerate(wrong)]
    for there, t in right:
        x = apply(TAKE, maximum(t, 0.0), *row)
        for w, other in zip(wrong, row, strict=True):
            yield where(there, where(w, relu(1.0 - x + other), 0.0), 0.0)


def multilabel_soft_margin_loss(input: Any, target: Any, weight: Any = None, reduction: str = "mean") -> Any:
    """``binary_cross_entropy_with_logits`` of every class, averaged over the classes: several may be right at once.

    ``weight`` has a number for each class.

    >>> f"{multilabel_soft_margin_loss([2.0, -1.0], [1.0, 0.0]):.6f}"
    '0.220095'
    """
    same_shape("multilabel_soft_margin_loss", input=input, target=target)
    rows, rebuild = examples("multilabel_soft_margin_loss", input)
    targets, _ = examples("multilabel_soft_margin_loss", target)
    terms = [
        functions.mean(binary_cross_entropy_with_logits(row, ts, weight, "none"))
        for row, ts in zip(rows, targets, strict=True)
    ]
    return reduced("multilabel_soft_margin_loss", terms, rebuild, reduction)


# -- similarity and distance ----------------------------------------------------------------------------------------


def hinge_embedding_loss(input: Any, target: Any, margin: float = 1.0, reduction: str = "mean") -> Any:
    """The input, a distance, where the target is 1 (alike), and max(0, margin − input) where it is −1 (not alike).

    >>> hinge_embedding_loss([0.25, 0.25], [1.0, -1.0], reduction="none")
    [0.25, 0.75]
    """

    def term(x: Any, t: Any) -> Any:
        return if_alike("hinge_embedding_loss", t, x, relu(margin - x))

    return elementwise("hinge_embedding_loss", term, reduction, input=input, target=target)


def margin_ranking_loss(input1: Any, input2: Any, target: Any, margin: float = 0.0, reduction: str = "mean") -> Any:
    """max(0, margin − target·(input1 − input2)): the first is to rank higher where the target is 1, lower where −1.

    >>> margin_ranking_loss([3.0, 1.0], [2.0, 4.0], [1.0, 1.0], reduction="none")
    [0.0, 3.0]
    """
    return elementwise(
        "margin_ranking_loss",
        lambda a, b, t: relu(margin - plus_or_minus_one("margin_ranking_loss", t) * (a - b)),
        reduction,
        input1=input1,
        input2=input2,
        target=target,
    )


def cosine_embedding_loss(input1: Any, input2: Any, target: Any, margin: float = 0.0, reduction: str = "mean") -> Any:
    """1 − cos of the angle between two vectors where the target is 1, and max(0, cos − margin) where it is −1.

    Takes two lists and one target, or two batches and a list. 1e-12 is added to the squared lengths, as in PyTorch.

    >>> cosine_embedding_loss([1.0, 0.0], [0.0, 2.0], 1)
    1.0
    """
    same_shape("cosine_embedding_loss", input1=input1, input2=input2)
    rows, rebuild = examples("cosine_embedding_loss", input1)
    others, _ = examples("cosine_embedding_loss", input2)
    terms = []
    for a, b, t in zip(rows, others, one_for_each("cosine_embedding_loss", plain(input1), plain(target)), strict=True):
        cosine = dot(a, b) / sqrt((dot(a, a) + 1e-12) * (dot(b, b) + 1e-12))
        terms.append(if_alike("cosine_embedding_loss", t, 1.0 - cosine, relu(cosine - margin)))
    return reduced("cosine_embedding_loss", terms, rebuild, reduction)


def triplet_margin_loss(
    anchor: Any,
    positive: Any,
    negative: Any,
    margin: float = 1.0,
    p: float = 2.0,
    eps: float = 1e-6,
    swap: bool = False,
    reduction: str = "mean",
) -> Any:
    """max(0, d(anchor, positive) − d(anchor, negative) + margin), d the distance in the norm ``p``.

    ``eps`` is added to every difference, as in PyTorch. ``swap`` takes the nearer of anchor and positive to the
    negative. Takes three lists, or three batches.

    >>> triplet_margin_loss([0.0, 0.0], [3.0, 4.0], [0.0, 2.0], eps=0.0)
    4.0
    """
    same_shape("triplet_margin_loss", anchor=anchor, positive=positive, negative=negative)
    batches = [examples("triplet_margin_loss", x) for x in (anchor, positive, negative)]

    def distance(a: list[Any], b: list[Any]) -> Any:
        return _norm([x - y + eps for x, y in zip(a, b, strict=True)], p)

    terms = []
    for a, b, c in zip(*(rows for rows, _ in batches), strict=True):
        far = minimum(distance(a, c), distance(b, c)) if swap else distance(a, c)
        terms.append(relu(distance(a, b) - far + margin))
    return reduced("triplet_margin_loss", terms, batches[0][1], reduction)


def _norm(xs: list[Any], p: float) -> Any:
    if p == 2.0:
        return reduce(hypot, xs, 0.0)  # flat at the origin, where √Σx² has no derivative
    sizes = [functions.abs(x) for x in xs]
    if p == math.inf:
        return reduce(maximum, sizes)
    return functions.sum(sizes) if p == 1.0 else functions.sum(x**p for x in sizes) ** (1.0 / p)
