"""Metrics: how good outputs are, in numbers that people read. They are measured, not trained on.

A metric is a function of all outputs and all targets of some rows, as plain numbers or lists of them, and gives a
float. ``METRICS`` has the built-in ones by name; any function of the kind will do in their place.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from math import fsum, nan, sqrt
from typing import Any

from .. import nn
from ..data.rows import numbers
from ..nested import plain
from ..plural import plural

__all__ = ["METRICS", "accuracy", "mae", "predicted_class", "r2", "rmse", "threshold_for"]

Metric = Callable[[list[Any], list[Any]], float]


OF_NET_INPUTS = (nn.binary_cross_entropy_with_logits, nn.hinge_loss, nn.soft_margin_loss)
"""Losses for which an output above 0 means "yes", whatever the targets."""


def threshold_for(targets: Iterable[Any], loss: Any = None) -> float:
    """Above which output a net with a single one says "yes".

    0 where targets are −1 and 1, and for the losses of ``OF_NET_INPUTS``; 0.5 where targets are 0 and 1.

    >>> threshold_for([1, -1]), threshold_for([0, 1]), threshold_for([0, 1], nn.BCEWithLogitsLoss())
    (0.0, 0.5, 0.0)
    """
    if loss in OF_NET_INPUTS or getattr(type(loss), "function", None) in OF_NET_INPUTS:
        return 0.0
    return 0.0 if any(x < 0 for target in targets for x in numbers(target)) else 0.5


def predicted_class(output: Any, threshold: float = 0.5) -> int:
    """The class that an output stands for: the largest of several, the first one if they tie; of one, 0 or 1.

    >>> predicted_class([0.1, 2.0, -1.0]), predicted_class([0.7]), predicted_class(0.5)
    (1, 1, 0)
    """
    scores = [float(x) for x in numbers(output)]
    if len(scores) == 1:
        return int(scores[0] > threshold)
    return scores.index(max(scores))


def accuracy(outputs: Sequence[Any], targets: Sequence[Any], threshold: float | None = None) -> float:
    """The part of the rows, 0 to 1, whose class is right.

    With several outputs the class is the place of the largest; a target is the number of the class, or a list in which
    its place is the largest ("one-hot"). With one output it is above or below ``threshold``, which is 0 for targets of
    ±1 and 0.5 for targets of 0 and 1 unless you say otherwise; give 0.0 for net inputs (logits) with targets 0 and 1.

    Raises ValueError for targets that are no classes.

    >>> accuracy([[2.0, 1.0], [0.0, 3.0]], [0, 0])
    0.5
    >>> accuracy([0.9, 0.2, 0.4], [1, 0, 1])
    0.6666666666666666
    >>> accuracy([-0.2, 1.5], [-1, 1])
    1.0
    """
    outputs, targets = _rows("accuracy", outputs, targets)
    wanted = [numbers(target) for target in targets]
    if len(numbers(outputs[0])) == 1:
        known = (-1, 1) if any(t[0] < 0 for t in wanted) else (0, 1)
        for row, t in enumerate(wanted, 1):
            if len(t) != 1 or t[0] not in known:
                raise ValueError(f"accuracy: the target of row {row} is {targets[row - 1]}, not one of {known}")
        limit = threshold_for(targets) if threshold is None else threshold
        right = [predicted_class(out, limit) == (t[0] > 0) for out, t in zip(outputs, wanted, strict=True)]
    else:
        right = [
            predicted_class(out) == (_class(t[0], row) if len(t) == 1 else predicted_class(t))
            for row, (out, t) in enumerate(zip(outputs, wanted, strict=True), 1)
        ]
    return sum(right) / len(right)


def mae(outputs: Sequence[Any], targets: Sequence[Any]) -> float:
    """The mean absolute error, in the unit of the targets.

    >>> mae([1.0, 4.0], [0.0, 2.0])
    1.5
    """
    errors = _errors("mae", outputs, targets)
    return fsum(map(abs, errors)) / len(errors)


def rmse(outputs: Sequence[Any], targets: Sequence[Any]) -> float:
    """The root of the mean squared error, in the unit of the targets.

    >>> rmse([3.0, 0.0], [0.0, 4.0])
    3.5355339059327378
    """
    errors = _errors("rmse", outputs, targets)
    return sqrt(fsum(e * e for e in errors) / len(errors))


def r2(outputs: Sequence[Any], targets: Sequence[Any]) -> float:
    """The part of the targets' variance that is explained: 1 is perfect, 0 as good as always saying their mean.

    nan if all targets are equal.

    >>> r2([1.0, 2.0, 3.5], [1.0, 2.0, 3.0])
    0.875
    """
    errors = _errors("r2", outputs, targets)
    wanted = [float(t) for target in plain(targets) for t in numbers(plain(target))]
    mean = fsum(wanted) / len(wanted)
    spread = fsum((t - mean) ** 2 for t in wanted)
    return 1.0 - fsum(e * e for e in errors) / spread if spread else nan


METRICS: dict[str, Metric] = {"accuracy": accuracy, "mae": mae, "rmse": rmse, "r2": r2}
"""The built-in metrics by name."""


def chosen(metrics: Any, targets: Iterable[Any] = (), loss: Any = None) -> dict[str, Metric]:
    """Metrics as they come in (a name, a function, a list of both, a dict of functions by name) as a dict.

    "accuracy" gets the threshold of these targets and this loss: held-out rows may all be of one class. Raises
    ValueError for an unknown name or one given twice.

    >>> list(chosen(["accuracy", mae]))
    ['accuracy', 'mae']
    """
    if isinstance(metrics, Mapping):
        given = list(metrics.items())
    else:
        several = isinstance(metrics, Iterable) and not (isinstance(metrics, str) or callable(metrics))
        listed = list(metrics) if several else [metrics]
        given = [(m if isinstance(m, str) else getattr(m, "__name__", type(m).__name__), m) for m in listed]
    found: dict[str, Metric] = {}
    for name, metric in given:
        if isinstance(metric, str):
            if metric not in METRICS:
                raise ValueError(f"there is no metric {metric!r}: use one of {', '.join(METRICS)}, or give a function")
            metric = METRICS[metric]
        if not callable(metric):
            raise TypeError(f"a metric is a name or a function of outputs and targets, not {metric!r:.60}")
        if name in found or name in ("epoch", "loss", "lr"):
            raise ValueError(f"two columns of the history would be called {name!r}: give your metric another name")
        if metric is accuracy:
            metric = partial(accuracy, threshold=threshold_for(targets, loss))
        found[name] = metric
    return found


def _rows(name: str, outputs: Any, targets: Any) -> tuple[list[Any], list[Any]]:
    """The rows, as plain lists; ValueError if there are none, or not as many targets as outputs."""
    outputs, targets = ([plain(row) for row in plain(rows)] for rows in (outputs, targets))
    if len(outputs) != len(targets):
        counts = f"{plural(len(outputs), 'output')} but {plural(len(targets), 'target')}"
        raise ValueError(f"{name}: {counts}; one target for each output is wanted")
    if not outputs:
        raise ValueError(f"{name} of no rows is undefined")
    return outputs, targets


def _errors(name: str, outputs: Any, targets: Any) -> list[float]:
    errors = []
    for row, (output, target) in enumerate(zip(*_rows(name, outputs, targets), strict=True), 1):
        ours, theirs = numbers(output), numbers(target)
        if len(ours) != len(theirs):
            counts = f"{plural(len(ours), 'number')}, and its target {plural(len(theirs), 'number')}"
            raise ValueError(f"{name}: the output of row {row} has {counts}")
        errors += [float(x) - float(t) for x, t in zip(ours, theirs, strict=True)]
    return errors


def _class(target: Any, row: int) -> int:
    if target != int(target):
        raise ValueError(f"accuracy: the target of row {row} is {target}, not the number of a class")
    return int(target)
