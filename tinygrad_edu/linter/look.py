"""``lint``: a batch through all checks, and its learning rate against the curvature of the loss."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

from ..anomaly import describe, nothing_to_differentiate
from ..derivatives import pullback
from ..escape import short
from ..modes import enable_grad
from ..optim import SGD, Optimizer
from ..optim.settings import SETTINGS
from ..options import LANGUAGES, check_one_of
from ..train.by_name import loss_named
from ..train.evaluation import in_mode, loss_of, outputs_of
from ..value import Value
from .batch import NAMELESS, Batch
from .checks import CHECKS
from .curvature import curvature, limit
from .neurons import neurons
from .report import Finding, LintReport, rate_numbers
from .words import WORDS

__all__ = ["lint"]


def lint(
    model: Any,
    loss: Any,
    *,
    data: Any = None,
    lr: float | None = None,
    optimizer: Optimizer | None = None,
    lang: str = "en",
) -> LintReport:
    """Look a network over for what will keep it from learning: a report in plain words, with numbers.

    model      what is trained: an ``nn.Module``, anything with ``parameters()``, or a list (or dict) of Values
    loss       the loss of one batch, a Value as it was recorded: all rows of the batch are in its graph. Or, with
               ``data``, what ``fit`` takes as its loss: a name or function; then the model is run here, in eval mode
    data       the rows to compute the loss on, as ``fit`` takes them
    lr         a learning rate of gradient descent to judge
    optimizer  or the optimizer that will make the steps: SGD with or without momentum is judged, others cannot be
    lang       "en" or "zh": the language of the sentences

    Looked for: saturated sigmoids and tanhs, dead ReLUs, parameters that the loss does not depend on, or only through
    steps and choices, which have no slope, neurons that started as copies of one another, gradients that were not
    zeroed, gradients that vanish or explode from layer to layer, numbers that are not finite, an optimizer of other
    parameters than the model's, and a learning rate above 2/λ_max. Thresholds and their reasons are in
    ``linter/checks.py``. λ_max is the largest eigenvalue of the Hessian, by power iteration; it takes up to 200
    products with the Hessian and is only computed when ``lr`` or ``optimizer`` is given.

    Nothing is changed: no data, no ``.grad``, no mode. Raises TypeError or ValueError for a model without parameters
    that need a gradient, a loss that is no Value, or a rate that is none; RuntimeError for a loss that needs no
    gradient (computed inside ``no_grad()``, say).

    >>> w, x = Value(9.0, "w"), 1.0
    >>> out = (w * x).sigmoid().named("out")
    >>> report = lint([w], (out - 0.5).square(), lr=0.1)
    >>> report.ok, [(f.kind, f.where) for f in report]
    (False, [('saturated', ('out',))])
    >>> print(report)
    1 warning
    <BLANKLINE>
    warning: saturated
      out (sigmoid): saturated for the one input, with net inputs from 9 to 9.
      There the slope is 0.0001234 on average, and 0.25 at its best: the gradient
      gets through 2026 times weaker than it could
      what to do: ...
    <BLANKLINE>
    λ_max = −0.0001233 (power iteration: 2 steps, residual 0): no curvature limits
    the learning rate
    """
    check_one_of("lang", lang, LANGUAGES)
    if lr is not None and optimizer is not None:
        raise ValueError("give lr or optimizer, not both: the optimizer has its own rate")
    if optimizer is not None and not isinstance(optimizer, Optimizer):
        raise TypeError(f"optimizer is one of tinygrad_edu.optim's, made beforehand, not {optimizer!r:.60}")
    lr = None if lr is None else SETTINGS["lr"]("lr", lr)
    names = _named(model)
    if data is not None:
        loss = _computed(model, loss, data)
    if not isinstance(loss, Value):
        named = isinstance(loss, str) or callable(loss)
        hint = "; with a loss by name or as a function, give data= too" if named else ""
        raise TypeError(f"the loss is a Value, that of one batch, not {type(loss).__name__} {loss!r:.60}{hint}")
    if not loss.requires_grad:
        raise RuntimeError(nothing_to_differentiate(loss))
    batch = Batch(loss, names, neurons(loss, names), pullback([loss], [1.0], False), lang)
    report = LintReport((finding for check in CHECKS for finding in check(batch)), lang)
    if lr is not None or optimizer is not None:
        _judge_rate(report, batch, lr, optimizer)
    return report


def _named(model: Any) -> dict[Value, str]:
    """The parameters that need a gradient, each with the name that it goes by."""
    if isinstance(model, Mapping):
        pairs = [(str(name), p) for name, p in model.items()]
    elif hasattr(model, "named_parameters"):
        pairs = list(model.named_parameters())
    else:
        values = model.parameters() if hasattr(model, "parameters") else model
        try:
            pairs = [(f"{NAMELESS}{i}", p) for i, p in enumerate(values, 1)]
        except TypeError:
            raise TypeError(
                f"a model has parameters(), or is a list of Values, and {type(model).__name__} {model!r:.60} is neither"
            ) from None
    for _, p in pairs:
        if not isinstance(p, Value):
            raise TypeError(f"the parameters of a model are Values, not {type(p).__name__} {p!r:.60}")
        if p.op is not None:
            raise ValueError(f"{describe(p)} is the result of an operation, and no parameter")
    names = {p: short(p.label) or short(name) for name, p in pairs if p.requires_grad}
    if not names:
        raise ValueError(f"{type(model).__name__} has no parameters that need a gradient: nothing learns here")
    return names


def _computed(model: Any, loss: Any, data: Any) -> Value:
    from ..data.rows import inputs_and_targets

    if isinstance(loss, Value):
        raise TypeError("with data=, loss is a name or a function, not a Value: leave data out, or give loss='mse'")
    xs, ys = inputs_and_targets(data)
    with in_mode(model, False), enable_grad():
        found: Value = loss_of(loss_named(loss), outputs_of(model, xs, ys), ys)
    return found


def _judge_rate(report: LintReport, batch: Batch, lr: float | None, optimizer: Optimizer | None) -> None:
    """Put the learning rate beside the limit that the curvature sets."""
    words = WORDS[report.lang]
    parameters = [p for p in batch.names if p in batch.adjoint]
    settings: dict[str, Any] = {}
    what = words["descent"]
    if optimizer is not None:
        groups = optimizer.param_groups
        mine = {p for group in groups for p in group["params"]}
        if mine.isdisjoint(batch.names):
            numbers = {"of": float(len(batch.names))}
            report.add(Finding("not-optimized", "error", (), numbers, type(optimizer).__name__, report.lang))
            return
        if type(optimizer) is not SGD or any(group["maximize"] for group in groups):
            report.remarks.append(words["no_limit"](type(optimizer).__name__))
            return
        slowest = min(groups, key=lambda group: group["lr"])
        lr = slowest["lr"]
        settings = {key: slowest[key] for key in ("momentum", "dampening", "nesterov", "weight_decay")}
        what = repr(optimizer)
        parameters = [p for p in parameters if p in mine]
    if not parameters:
        report.remarks.append(words["not_reached"])
        return
    if any(f.kind in ("not-finite", "data-changed") for f in report):
        report.remarks.append(words["not_judged"])
        return
    assert lr is not None
    found = curvature(batch.loss, parameters)
    if not math.isfinite(found.value):
        report.remarks.append(words["not_judged"])
        return
    report.curvature, report.limit = found, limit(found.value, **settings)
    if lr > report.limit:
        numbers = rate_numbers(found) | {"lr": lr, "limit": report.limit}
        report.add(Finding("learning-rate", "error", (), numbers, what, report.lang))
