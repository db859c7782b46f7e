"""Schedules that go up and down, and take the momentum the other way: high rates want little momentum.

The rules are PyTorch's (torch.optim.lr_scheduler): the rate of an epoch is a function of the epoch alone.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import floor
from typing import Any

from ..optimizer import Optimizer
from ..settings import count, positive, real
from .annealing import ANNEALINGS, annealing
from .base import LRScheduler, per_group

__all__ = ["CyclicLR", "OneCycleLR"]

Numbers = float | Sequence[float]


class _MomentumCycle(LRScheduler):
    """What both share: the momentum of the optimizer, or its first beta, is set together with the rate."""

    def _take_momentum(self, optimizer: Optimizer, cycle: bool, base: Any, most: Any) -> None:
        if cycle and "momentum" not in optimizer.defaults and "betas" not in optimizer.defaults:
            raise ValueError(
                "optimizer must support momentum or beta1 with `cycle_momentum` option enabled: "
                f"{type(optimizer).__name__} has neither, so pass cycle_momentum=False"
            )
        self.cycle_momentum = bool(cycle)
        self.base_momentums = per_group("base_momentum", base, optimizer)
        self.max_momentums = per_group("max_momentum", most, optimizer)

    def momentum(self, i: int) -> float:
        """The momentum of group ``i`` in epoch ``self.last_epoch``."""
        raise NotImplementedError

    def _go_to(self, epoch: int, starting: bool) -> None:
        super()._go_to(epoch, starting)
        for i, group in enumerate(self.optimizer.param_groups if self.cycle_momentum else ()):
            if "betas" in self.optimizer.defaults:
                group["betas"] = (self.momentum(i), group["betas"][1])
            else:
                group["momentum"] = self.momentum(i)


SCALES: dict[str, tuple[str, Callable[[float, float], float]]] = {
    "triangular": ("cycle", lambda gamma, x: 1.0),
    "triangular2": ("cycle", lambda gamma, x: 0.5 ** (x - 1.0)),
    "exp_range": ("iterations", lambda gamma, x: gamma**x),
}
"""By mode: what the scale of the triangle is a function of, and the function."""


class CyclicLR(_MomentumCycle):
    """Triangles: from base_lr to max_lr in step_size_up epochs, back in step_size_down, and so on.

    step_size_down   as step_size_up if not given
    mode             "triangular"; "triangular2", each triangle half as high; "exp_range", times gamma^epoch
    scale_fn         instead of a mode, the height as a function of the number of the cycle, from 1 on
                     (scale_mode="cycle"), or of the epoch ("iterations")
    cycle_momentum   the momentum goes from max_momentum to base_momentum and back

    Rates and momenta are numbers, or lists with one for each group. Smith 2017, Cyclical learning rates for training
    neural networks, arXiv:1506.01186.

    >>> from tinygrad_edu import Value, optim
    >>> optimizer = optim.SGD([Value(1.0)], lr=0.5, momentum=0.9)
    >>> CyclicLR(optimizer, base_lr=0.0, max_lr=1.0, step_size_up=2).preview(6)
    [0.0, 0.5, 1.0, 0.5, 0.0, 0.5]
    """

    _not_saved = (*LRScheduler._not_saved, "scale_fn", "_base")

    def __init__(
        self,
        optimizer: Optimizer,
        base_lr: Numbers,
        max_lr: Numbers,
        step_size_up: float = 2000,
        step_size_down: float | None = None,
        mode: str = "triangular",
        gamma: float = 1.0,
        scale_fn: Callable[[float], float] | None = None,
        scale_mode: str = "cycle",
        cycle_momentum: bool = True,
        base_momentum: Numbers = 0.8,
        max_momentum: Numbers = 0.9,
        last_epoch: int = -1,
    ) -> None:
        if scale_fn is None and mode not in SCALES:
            raise ValueError(f"mode is invalid and scale_fn is None: got {mode!r}, known are {', '.join(SCALES)}")
        if scale_mode not in ("cycle", "iterations"):
            raise ValueError(f"scale_mode must be one of 'cycle' or 'iterations', instead got {scale_mode}")
        self._base = per_group("base_lr", base_lr, optimizer)
        self.max_lrs = per_group("max_lr", max_lr, optimizer)
        self.step_size_up = real("step_size_up", step_size_up)
        self.step_size_down = self.step_size_up if step_size_down is None else real("step_size_down", step_size_down)
        if not (self.step_size_up > 0.0 and self.step_size_down >= 0.0):
            given = f"step_size_up={step_size_up}, step_size_down={step_size_down}"
            raise ValueError(f"a cycle goes up in more than 0 epochs and down in 0 or more, got {given}")
        self.mode, self.gamma = mode, real("gamma", gamma)
        self.scale_fn = scale_fn
        self.scale_mode = scale_mode if scale_fn else SCALES[mode][0]
        self._take_momentum(optimizer, cycle_momentum, base_momentum, max_momentum)
        if last_epoch == -1:
            for group, lr in zip(optimizer.param_groups, self._base, strict=True):
                group["lr"] = lr
        super().__init__(optimizer, last_epoch)

    def _initial_rates(self) -> list[float]:
        return list(self._base)

    def rate(self, lr: float, initial: float, i: int) -> float:
        return initial + (self.max_lrs[i] - initial) * self._height()

    def momentum(self, i: int) -> float:
        return self.max_momentums[i] - (self.max_momentums[i] - self.base_momentums[i]) * self._height()

    def _height(self) -> float:
        """How far up from base to max, 0 to 1, times the scale."""
        length = self.step_size_up + self.step_size_down
        cycle = floor(1.0 + self.last_epoch / length)
        place, top = 1.0 + self.last_epoch / length - cycle, self.step_size_up / length
        height = place / top if place <= top else (place - 1.0) / (top - 1.0)
        x = float(cycle) if self.scale_mode == "cycle" else float(self.last_epoch)
        return height * (self.scale_fn(x) if self.scale_fn else SCALES[self.mode][1](self.gamma, x))


class OneCycleLR(_MomentumCycle):
    """One cycle for the whole training: up to max_lr, down to almost nothing. Step it after each batch.

    total_steps              how many steps there are; or give ``epochs`` and ``steps_per_epoch``
    pct_start                the part of the steps that goes up
    anneal_strategy          "cos" or "linear"
    cycle_momentum           the momentum goes from max_momentum to base_momentum and back
    div_factor               the first rate is max_lr / div_factor
    final_div_factor         the last rate is the first / final_div_factor
    three_phase              down as fast as up, then slowly on; otherwise down all the way at once

    Rates and momenta are numbers, or lists with one for each group. More steps than there are raise ValueError.
    Smith, Topin 2018, Super-convergence, arXiv:1708.07120; phases as in fastai.

    >>> from tinygrad_edu import Value, optim
    >>> optimizer = optim.SGD([Value(1.0)], lr=0.5, momentum=0.9)
    >>> scheduler = OneCycleLR(optimizer, max_lr=1.0, total_steps=6, pct_start=0.5, anneal_strategy="linear")
    >>> [f"{rate:.2f}" for rate in scheduler.preview(6)]
    ['0.04', '0.52', '1.00', '0.67', '0.33', '0.00']
    """

    def __init__(
        self,
        optimizer: Optimizer,
        max_lr: Numbers,
        total_steps: int | None = None,
        epochs: int | None = None,
        steps_per_epoch: int | None = None,
        pct_start: float = 0.3,
        anneal_strategy: str = "cos",
        cycle_momentum: bool = True,
        base_momentum: Numbers = 0.85,
        max_momentum: Numbers = 0.95,
        div_factor: float = 25.0,
        final_div_factor: float = 1e4,
        three_phase: bool = False,
        last_epoch: int = -1,
    ) -> None:
        if total_steps is not None:
            self.total_steps = count("total_steps", total_steps)
        elif epochs is not None and steps_per_epoch is not None:
            self.total_steps = count("epochs", epochs) * count("steps_per_epoch", steps_per_epoch)
        else:
            raise ValueError("You must define either total_steps OR (epochs AND steps_per_epoch)")
        self.pct_start = real("pct_start", pct_start)
        if not 0.0 <= self.pct_start <= 1.0:
            raise ValueError(f"Expected float between 0 and 1 pct_start, but got {pct_start}")
        self.anneal_strategy = annealing(anneal_strategy)
        self.max_lrs = per_group("max_lr", max_lr, optimizer)
        self.div_factor = positive("div_factor", div_factor)
        self.final_div_factor = positive("final_div_factor", final_div_factor)
        self.three_phase = bool(three_phase)
        self._take_momentum(optimizer, cycle_momentum, base_momentum, max_momentum)
        if last_epoch == -1:
            for group, highest in zip(optimizer.param_groups, self.max_lrs, strict=True):
                group["initial_lr"] = highest / self.div_factor
        super().__init__(optimizer, last_epoch)

    def get_lr(self) -> list[float]:
        if self.last_epoch > self.total_steps:
            raise ValueError(
                f"Tried to step {self.last_epoch} times. The specified number of total steps is {self.total_steps}"
            )
        return super().get_lr()

    def rate(self, lr: float, initial: float, i: int) -> float:
        highest, last = self.max_lrs[i], initial / self.final_div_factor
        return self._along([initial, highest, initial, last] if self.three_phase else [initial, highest, last])

    def momentum(self, i: int) -> float:
        most, base = self.max_momentums[i], self.base_momentums[i]
        return self._along([most, base, most, most] if self.three_phase else [most, base, most])

    def _along(self, corners: list[float]) -> float:
        """The number in this epoch, of one that goes from corner to corner in the phases of the cycle."""
        up = self.pct_start * self.total_steps
        ends = [up - 1.0, 2.0 * up - 2.0] if self.three_phase else [up - 1.0]
        phase, begin = 0, 0.0
        while phase < len(ends) and self.last_epoch > ends[phase]:
            begin = ends[phase]
            phase += 1
        end = [*ends, self.total_steps - 1.0][phase]
        part = (self.last_epoch - begin) / (end - begin) if end != begin else 1.0
        return ANNEALINGS[self.anneal_strategy](corners[phase], corners[phase + 1], part)
