"""Schedules along half a cosine, or a line, from one rate to another.

The rules are PyTorch's (torch.optim.lr_scheduler, torch.optim.swa_utils); ``initial`` is the rate that a group began
with.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import cos, floor, inf, pi
from typing import Any

from ..optimizer import Optimizer
from ..settings import count, real
from .base import LRScheduler, per_group

__all__ = ["ANNEALINGS", "SWALR", "CosineAnnealingLR", "CosineAnnealingWarmRestarts", "annealing"]


def _cosine(start: float, end: float, part: float) -> float:
    return end + (start - end) / 2.0 * (1.0 + cos(pi * part))


def _linear(start: float, end: float, part: float) -> float:
    return start + (end - start) * part


ANNEALINGS = {"cos": _cosine, "linear": _linear}
"""Ways from a start to an end: (start, end, part of the way) -> number."""


def annealing(name: Any) -> str:
    """The name of a way; ValueError if there is none of that name."""
    if name not in ANNEALINGS:
        raise ValueError(f"anneal_strategy must be one of 'cos' or 'linear', instead got {name}")
    return str(name)


class CosineAnnealingLR(LRScheduler):
    """From the initial rate to ``eta_min`` along half a cosine, in ``T_max`` epochs, and back up in as many, and so on.

    Loshchilov, Hutter 2017, SGDR, arXiv:1608.03983, equation 5, without the restarts.

    >>> from tinygrad_edu import Value, optim
    >>> optimizer = optim.SGD([Value(1.0)], lr=0.5)
    >>> [f"{rate:.3f}" for rate in CosineAnnealingLR(optimizer, T_max=2).preview(5)]
    ['0.500', '0.250', '0.000', '0.250', '0.500']
    """

    def __init__(self, optimizer: Optimizer, T_max: int, eta_min: float = 0.0, last_epoch: int = -1) -> None:
        self.T_max = count("T_max", T_max)
        self.eta_min = real("eta_min", eta_min)
        super().__init__(optimizer, last_epoch)

    def rate(self, lr: float, initial: float, i: int) -> float:
        if self._starting:
            return lr
        height = 1.0 + cos(pi * self.last_epoch / self.T_max)
        if (self.last_epoch - 1) % (2 * self.T_max) == self.T_max:  # up from the bottom, where height was 0
            return lr + (initial - self.eta_min) * (1.0 - cos(pi / self.T_max)) / 2.0
        height_before = 1.0 + cos(pi * (self.last_epoch - 1) / self.T_max)
        return height / height_before * (lr - self.eta_min) + self.eta_min


class CosineAnnealingWarmRestarts(LRScheduler):
    """From the initial rate to ``eta_min`` along half a cosine, then again from the top.

    T_0      epochs until the first restart
    T_mult   each period is so many times as long as the one before
    eta_min  the rate just before a restart would come

    Loshchilov, Hutter 2017, SGDR: stochastic gradient descent with warm restarts, arXiv:1608.03983, equation 5.

    >>> from tinygrad_edu import Value, optim
    >>> optimizer = optim.SGD([Value(1.0)], lr=0.5)
    >>> scheduler = CosineAnnealingWarmRestarts(optimizer, T_0=2, T_mult=2)
    >>> [f"{rate:.3f}" for rate in scheduler.preview(7)]
    ['0.500', '0.250', '0.500', '0.427', '0.250', '0.073', '0.500']
    """

    def __init__(
        self, optimizer: Optimizer, T_0: int, T_mult: int = 1, eta_min: float = 0.0, last_epoch: int = -1
    ) -> None:
        self.T_0 = count("T_0", T_0)
        self.T_mult = count("T_mult", T_mult)
        self.eta_min = real("eta_min", eta_min)
        super().__init__(optimizer, last_epoch)

    def rate(self, lr: float, initial: float, i: int) -> float:
        return self.eta_min + (initial - self.eta_min) * (1.0 + cos(pi * self.T_cur / self.T_i)) / 2.0

    def step(self, epoch: float | None = None) -> None:
        """Go to the next epoch, or to ``epoch``, which may be a fraction: ``step(epoch + batch / batches)``."""
        self._go_to(self.last_epoch + 1 if epoch is None else epoch)

    def _go_to(self, epoch: float, starting: bool = False) -> None:
        if not 0.0 <= epoch < inf:
            raise ValueError(f"Expected non-negative epoch, but got {epoch}")
        start, period = 0, self.T_0  # of the period that the epoch is in
        if self.T_mult == 1:
            start = floor(epoch / period) * period
        while epoch >= start + period:
            start, period = start + period, period * self.T_mult
        self.T_cur, self.T_i = float(epoch - start), period
        super()._go_to(floor(epoch), starting=False)


class SWALR(LRScheduler):
    """From the rates that there are to ``swa_lr`` in ``anneal_epochs`` epochs, where they stay: for weight averaging.

    swa_lr           a number, or a list with one for each group
    anneal_strategy  "cos" or "linear"

    Izmailov et al. 2018, Averaging weights leads to wider optima and better generalization, arXiv:1803.05407.

    >>> from tinygrad_edu import Value, optim
    >>> optimizer = optim.SGD([Value(1.0)], lr=0.5)
    >>> SWALR(optimizer, swa_lr=0.25, anneal_epochs=2, anneal_strategy="linear").preview(4)
    [0.5, 0.375, 0.25, 0.25]
    """

    def __init__(
        self,
        optimizer: Optimizer,
        swa_lr: float | Sequence[float],
        anneal_epochs: int = 10,
        anneal_strategy: str = "cos",
        last_epoch: int = -1,
    ) -> None:
        self.swa_lrs = per_group("swa_lr", swa_lr, optimizer)
        self.anneal_epochs = count("anneal_epochs", anneal_epochs, 0)
        self.anneal_strategy = annealing(anneal_strategy)
        super().__init__(optimizer, last_epoch)

    def rate(self, lr: float, initial: float, i: int) -> float:
        swa_lr, before, now = self.swa_lrs[i], self._part(self.last_epoch - 1), self._part(self.last_epoch)
        if before == 1.0:
            return swa_lr
        start = (lr - before * swa_lr) / (1.0 - before)  # where the rate before must have come from
        return swa_lr * now + start * (1.0 - now)

    def _part(self, epoch: int) -> float:
        """How much of the way to swa_lr is done, 0 to 1."""
        done = min(1.0, max(0, epoch) / self.anneal_epochs) if self.anneal_epochs else float(epoch >= 0)
        return ANNEALINGS[self.anneal_strategy](0.0, 1.0, done)

    def restart(self) -> None:
        """Go to epoch 0, from the rates that there are."""
        self.begin()
