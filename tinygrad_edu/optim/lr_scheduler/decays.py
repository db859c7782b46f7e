"""Schedules made of factors: by a function, in steps, in a line, as a power. Most of them go down.

The rules are PyTorch's (torch.optim.lr_scheduler), as steps from one epoch to the next; ``initial`` is the rate that a
group began with.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from ..optimizer import Optimizer
from ..settings import count, real
from .base import LRScheduler, attached

__all__ = [
    "ConstantLR",
    "ExponentialLR",
    "LambdaLR",
    "LinearLR",
    "MultiStepLR",
    "MultiplicativeLR",
    "PolynomialLR",
    "StepLR",
]

Function = Callable[[int], float]


class LambdaLR(LRScheduler):
    """initial · lr_lambda(epoch).

    lr_lambda  a function of the epoch, or a list with one for each group

    >>> from tinygrad_edu import Value, optim
    >>> optimizer = optim.SGD([Value(1.0)], lr=0.5)
    >>> LambdaLR(optimizer, lambda epoch: 1 / (1 + epoch)).preview(4)
    [0.5, 0.25, 0.16666666666666666, 0.125]
    """

    _not_saved = (*LRScheduler._not_saved, "lr_lambdas")

    def __init__(self, optimizer: Optimizer, lr_lambda: Function | Sequence[Function], last_epoch: int = -1) -> None:
        self.lr_lambdas = _functions(optimizer, lr_lambda)
        super().__init__(optimizer, last_epoch)

    def rate(self, lr: float, initial: float, i: int) -> float:
        return initial * self.lr_lambdas[i](self.last_epoch)


class MultiplicativeLR(LRScheduler):
    """The rate before · lr_lambda(epoch).

    lr_lambda  a function of the epoch, or a list with one for each group

    >>> from tinygrad_edu import Value, optim
    >>> optimizer = optim.SGD([Value(1.0)], lr=0.5)
    >>> MultiplicativeLR(optimizer, lambda epoch: 0.5).preview(4)
    [0.5, 0.25, 0.125, 0.0625]
    """

    _not_saved = (*LRScheduler._not_saved, "lr_lambdas")

    def __init__(self, optimizer: Optimizer, lr_lambda: Function | Sequence[Function], last_epoch: int = -1) -> None:
        self.lr_lambdas = _functions(optimizer, lr_lambda)
        super().__init__(optimizer, last_epoch)

    def rate(self, lr: float, initial: float, i: int) -> float:
        return lr if self._starting else lr * self.lr_lambdas[i](self.last_epoch)

    def restart(self) -> None:
        """Go to epoch 0 and on from the rates that there are."""
        self._go_to(0, starting=False)


class StepLR(LRScheduler):
    """Times gamma every step_size epochs.

    >>> from tinygrad_edu import Value, optim
    >>> optimizer = optim.SGD([Value(1.0)], lr=0.5)
    >>> StepLR(optimizer, step_size=2, gamma=0.5).preview(5)
    [0.5, 0.5, 0.25, 0.25, 0.125]
    """

    def __init__(self, optimizer: Optimizer, step_size: int, gamma: float = 0.1, last_epoch: int = -1) -> None:
        self.step_size = count("step_size", step_size)
        self.gamma = real("gamma", gamma)
        super().__init__(optimizer, last_epoch)

    def rate(self, lr: float, initial: float, i: int) -> float:
        return lr * self.gamma if self.last_epoch > 0 and self.last_epoch % self.step_size == 0 else lr


class MultiStepLR(LRScheduler):
    """Times gamma at each of the epochs ``milestones``; twice at one that is listed twice.

    >>> from tinygrad_edu import Value, optim
    >>> optimizer = optim.SGD([Value(1.0)], lr=0.5)
    >>> MultiStepLR(optimizer, milestones=[1, 3], gamma=0.5).preview(5)
    [0.5, 0.25, 0.25, 0.125, 0.125]
    """

    def __init__(
        self, optimizer: Optimizer, milestones: Iterable[int], gamma: float = 0.1, last_epoch: int = -1
    ) -> None:
        self.milestones = tuple(count("milestones", epoch, 0) for epoch in milestones)
        self.gamma = real("gamma", gamma)
        super().__init__(optimizer, last_epoch)

    def rate(self, lr: float, initial: float, i: int) -> float:
        return lr * self.gamma ** self.milestones.count(self.last_epoch)


class ConstantLR(LRScheduler):
    """Times factor until epoch ``total_iters``. ``factor`` is 0 to 1; with ``total_iters`` 0 the rate stays small.

    >>> from tinygrad_edu import Value, optim
    >>> optimizer = optim.SGD([Value(1.0)], lr=0.5)
    >>> ConstantLR(optimizer, factor=0.5, total_iters=2).preview(4)
    [0.25, 0.25, 0.5, 0.5]
    """

    def __init__(
        self, optimizer: Optimizer, factor: float = 1.0 / 3.0, total_iters: int = 5, last_epoch: int = -1
    ) -> None:
        self.factor = _between("Constant multiplicative factor expected to be between 0 and 1", "factor", factor)
        self.total_iters = count("total_iters", total_iters, 0)
        super().__init__(optimizer, last_epoch)

    def rate(self, lr: float, initial: float, i: int) -> float:
        if self.last_epoch == 0:
            return lr * self.factor
        if self.last_epoch == self.total_iters:
            return lr / self.factor if self.factor else initial
        return lr


class LinearLR(LRScheduler):
    """Times a factor that goes from start_factor to end_factor in ``total_iters`` equal steps; both are 0 to 1.

    >>> from tinygrad_edu import Value, optim
    >>> optimizer = optim.SGD([Value(1.0)], lr=0.5)
    >>> LinearLR(optimizer, start_factor=0.25, total_iters=3).preview(5)
    [0.125, 0.25, 0.375, 0.5, 0.5]
    """

    def __init__(
        self,
        optimizer: Optimizer,
        start_factor: float = 1.0 / 3.0,
        end_factor: float = 1.0,
        total_iters: int = 5,
        last_epoch: int = -1,
    ) -> None:
        words = "Starting multiplicative factor expected to be greater than 0 and less or equal to 1"
        self.start_factor = _between(words, "start_factor", start_factor, above_zero=True)
        words = "Ending multiplicative factor expected to be between 0 and 1"
        self.end_factor = _between(words, "end_factor", end_factor)
        self.total_iters = count("total_iters", total_iters, 0)
        super().__init__(optimizer, last_epoch)

    def rate(self, lr: float, initial: float, i: int) -> float:
        if self.last_epoch == 0:
            return lr * self.start_factor
        if self._starting or self.last_epoch > self.total_iters:
            return lr
        rise = self.end_factor - self.start_factor
        return lr * (1.0 + rise / (self.total_iters * self.start_factor + (self.last_epoch - 1) * rise))


class ExponentialLR(LRScheduler):
    """Times gamma every epoch.

    >>> from tinygrad_edu import Value, optim
    >>> optimizer = optim.SGD([Value(1.0)], lr=0.5)
    >>> ExponentialLR(optimizer, gamma=0.5).preview(4)
    [0.5, 0.25, 0.125, 0.0625]
    """

    def __init__(self, optimizer: Optimizer, gamma: float, last_epoch: int = -1) -> None:
        self.gamma = real("gamma", gamma)
        super().__init__(optimizer, last_epoch)

    def rate(self, lr: float, initial: float, i: int) -> float:
        return lr if self._starting else lr * self.gamma


class PolynomialLR(LRScheduler):
    """initial · (1 − epoch / total_iters)^power, and 0 from then on.

    >>> from tinygrad_edu import Value, optim
    >>> optimizer = optim.SGD([Value(1.0)], lr=0.5)
    >>> PolynomialLR(optimizer, total_iters=4).preview(6)
    [0.5, 0.375, 0.25, 0.125, 0.0, 0.0]
    """

    def __init__(self, optimizer: Optimizer, total_iters: int = 5, power: float = 1.0, last_epoch: int = -1) -> None:
        self.total_iters = count("total_iters", total_iters, 0)
        self.power = real("power", power)
        if not self.power >= 0.0:
            raise ValueError(f"Invalid power value: {power}: the rate would grow without bound")
        super().__init__(optimizer, last_epoch)

    def rate(self, lr: float, initial: float, i: int) -> float:
        if self._starting or self.last_epoch > self.total_iters:
            return lr
        left, left_before = (1.0 - epoch / self.total_iters for epoch in (self.last_epoch, self.last_epoch - 1))
        return lr * (left / left_before) ** self.power


def _functions(optimizer: Any, lr_lambda: Any) -> list[Function]:
    """A function of the epoch for each group."""
    groups = len(attached(optimizer).param_groups)
    functions = list(lr_lambda) if isinstance(lr_lambda, (list, tuple)) else [lr_lambda] * groups
    if len(functions) != groups:
        raise ValueError(f"Expected {groups} lr_lambdas, but got {len(functions)}")
    for function in functions:
        if not callable(function):
            raise TypeError(f"lr_lambda should be a function, but got {type(function).__name__}")
    return functions


def _between(words: str, name: str, value: Any, above_zero: bool = False) -> float:
    """A factor, 0 to 1."""
    x = real(name, value)
    if not 0.0 <= x <= 1.0 or (above_zero and x == 0.0):
        raise ValueError(f"{words}, got {value}.")
    return x
