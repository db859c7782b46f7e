"""Losses and optimizers by name: "mse", "adam". The names are those of the functions and classes; there is no list.

So a loss or optimizer that is added to ``nn`` or ``optim`` can be named here, and on the command line, at once.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import Any

from .. import optim
from ..nn import classification, losses, margins

__all__ = ["LOSSES", "OPTIMIZERS", "loss_named", "optimizer_named"]


def _losses() -> dict[str, Callable[..., Any]]:
    """Every loss that compares an input with a target, under its name and under the short form of it."""
    found: dict[str, Callable[..., Any]] = {}
    for module in (losses, classification, margins):
        for name in module.__all__:
            parameters = inspect.signature(getattr(module, name)).parameters.values()
            if [p.name for p in parameters if p.default is p.empty] == ["input", "target"]:
                short = name.removesuffix("_loss").replace("binary_cross_entropy", "bce")
                found[name] = found[short] = getattr(module, name)
    return found


LOSSES = _losses()
"""Losses of (outputs, targets): "mse_loss" and "mse", "binary_cross_entropy" and "bce", "cross_entropy", ..."""

OPTIMIZERS: dict[str, type[optim.Optimizer]] = {
    name.lower(): getattr(optim, name)
    for name in sorted(optim.__all__, key=str.lower)
    if name != "Optimizer" and inspect.isclass(getattr(optim, name))
}
"""Optimizers: "sgd", "adam", "adamw", "lbfgs", ..."""


def loss_named(loss: Any) -> Callable[..., Any]:
    """The loss of that name, or the function or ``nn`` module that was given.

    >>> from tinygrad_edu import nn
    >>> loss_named("mse") is nn.mse_loss
    True
    >>> loss_named("mea")
    Traceback (most recent call last):
    ValueError: there is no loss 'mea': did you mean 'mse'? Or give a function of outputs and targets
    """
    if isinstance(loss, str):
        if loss not in LOSSES:
            near = _near(loss, LOSSES)
            raise ValueError(f"there is no loss {loss!r}: {near}? Or give a function of outputs and targets")
        return LOSSES[loss]
    if inspect.isclass(loss):
        raise TypeError(f"loss is the class {loss.__name__}: make one of it, {loss.__name__}(), or give a name")
    if not callable(loss):
        raise TypeError(f"a loss is a name, such as 'mse', or a function of outputs and targets, not {loss!r:.60}")
    return loss


def optimizer_named(optimizer: Any, model: Any, lr: float | None = None) -> optim.Optimizer:
    """A new optimizer of that name for the parameters of a model that are not frozen, or the one that was given.

    Raises ValueError for an unknown name, a rate beside an optimizer that has one, and one of other parameters.

    >>> from tinygrad_edu import nn
    >>> optimizer_named("sgd", nn.MLP(2, [1]), lr=0.5)
    SGD(3 parameters, lr=0.5)
    """
    if isinstance(optimizer, str):
        kind = OPTIMIZERS.get(optimizer.lower())
        if kind is None:
            near = _near(optimizer.lower(), OPTIMIZERS)
            raise ValueError(f"there is no optimizer {optimizer!r}: {near}? Or give one, as in SGD(net.parameters())")
        free = [p for p in model.parameters() if p.requires_grad]
        settings: dict[str, Any] = {} if lr is None else {"lr": lr}
        return kind(free, **settings)
    if not isinstance(optimizer, optim.Optimizer):
        raise TypeError(f"an optimizer is a name, such as 'adam', or made beforehand, not {optimizer!r:.60}")
    if lr is not None:
        raise ValueError(f"lr={lr} is for optimizers given by name; this {type(optimizer).__name__} has its own rate")
    mine = set(model.parameters())
    if not any(p in mine for group in optimizer.param_groups for p in group["params"]):
        raise ValueError(
            f"none of the parameters of this {type(optimizer).__name__} is one of the model's: was it made for another "
            "model? Make it from model.parameters()"
        )
    return optimizer


def _near(name: str, known: dict[str, Any]) -> str:
    from difflib import get_close_matches  # slow to import

    near = get_close_matches(name, known, n=2)
    return f"did you mean {' or '.join(map(repr, near))}" if near else f"did you mean one of {', '.join(known)}"
