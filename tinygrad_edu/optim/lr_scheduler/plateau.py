"""ReduceLROnPlateau: a schedule that watches a number instead of the clock."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import inf
from typing import Any

from ...value import Value
from ..optimizer import Optimizer
from ..settings import count, real
from .base import LRScheduler, attached, per_group

__all__ = ["ReduceLROnPlateau"]

SIGNS = {"min": -1.0, "max": 1.0}
"""By mode: of a number, so that more is better."""

BARS: dict[str, Callable[[float, float], float]] = {
    "rel": lambda best, margin: best * (1.0 + margin),
    "abs": lambda best, margin: best + margin,
}
"""By threshold_mode: what is better than the best number by a margin."""


class ReduceLROnPlateau(LRScheduler):
    """Times ``factor`` when a number, such as the loss, has not got better for more than ``patience`` epochs.

    mode            "min": lower is better; "max": higher is
    factor          0 to less than 1
    patience        epochs without progress that are forgiven
    threshold       how much better is better: a part of the best number (threshold_mode "rel") or a difference ("abs")
    cooldown        epochs to wait after the rate was reduced
    min_lr          the rate goes no lower; a number, or a list with one for each group
    eps             smaller changes of the rate are not made

    nan is never better. The rule is PyTorch's (torch.optim.lr_scheduler).

    >>> from tinygrad_edu import Value, optim
    >>> optimizer = optim.SGD([Value(1.0)], lr=0.5)
    >>> scheduler = ReduceLROnPlateau(optimizer, factor=0.5, patience=1)
    >>> for loss in 4.0, 3.0, 3.0, 3.0:
    ...     scheduler.step(loss)
    ...     print(optimizer.param_groups[0]["lr"])
    0.5
    0.5
    0.5
    0.25
    """

    _not_saved = (*LRScheduler._not_saved, "_reducing")

    def __init__(
        self,
        optimizer: Optimizer,
        mode: str = "min",
        factor: float = 0.1,
        patience: int = 10,
        threshold: float = 1e-4,
        threshold_mode: str = "rel",
        cooldown: int = 0,
        min_lr: float | Sequence[float] = 0.0,
        eps: float = 1e-8,
    ) -> None:
        if mode not in SIGNS:
            raise ValueError(f"mode {mode} is unknown! It is 'min' or 'max'")
        if threshold_mode not in BARS:
            raise ValueError(f"threshold mode {threshold_mode} is unknown! It is 'rel' or 'abs'")
        self.optimizer = attached(optimizer)
        self.mode, self.threshold_mode = mode, threshold_mode
        self.factor = real("factor", factor)
        if not 0.0 <= self.factor < 1.0:
            raise ValueError(f"Factor should be < 1.0 and not negative, got {factor}")
        self.patience = count("patience", patience, 0)
        self.threshold = real("threshold", threshold)
        self.cooldown = count("cooldown", cooldown, 0)
        self.min_lrs = per_group("min_lr", min_lr, optimizer)
        self.eps = real("eps", eps)
        self.base_lrs = [group.setdefault("initial_lr", group["lr"]) for group in optimizer.param_groups]
        self.begin()

    def begin(self) -> None:
        """Forget what was seen."""
        self.last_epoch = 0
        self.best = -SIGNS[self.mode] * inf
        self.num_bad_epochs = 0
        self.cooldown_counter = 0
        self._last_lr = [group["lr"] for group in self.optimizer.param_groups]

    def preview(self, epochs: int, group: int = 0) -> list[float]:
        raise TypeError("the rates of ReduceLROnPlateau depend on the numbers that it will see")

    @property
    def in_cooldown(self) -> bool:
        return self.cooldown_counter > 0

    def step(self, metrics: Any = None) -> None:
        """Look at this epoch's number, a float or a Value, and reduce the rates if it is time."""
        number = metrics.data if isinstance(metrics, Value) else real("metrics", metrics)
        if self._better(number):
            self.best = number
            self.num_bad_epochs = 0
        else:
            self.num_bad_epochs += 1
        if self.in_cooldown:
            self.cooldown_counter -= 1
            self.num_bad_epochs = 0
        self._reducing = self.num_bad_epochs > self.patience
        if self._reducing:
            self.num_bad_epochs = 0
            self.cooldown_counter = self.cooldown
        super().step()

    def _step_anyhow(self) -> None:
        self.step(1.0)

    def rate(self, lr: float, initial: float, i: int) -> float:
        reduced = max(lr * self.factor, self.min_lrs[i]) if self._reducing else lr
        return reduced if lr - reduced > self.eps else lr

    def _better(self, number: float) -> bool:
        sign = SIGNS[self.mode]
        return sign * number > sign * BARS[self.threshold_mode](self.best, sign * self.threshold)
