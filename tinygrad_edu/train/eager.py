"""The training loop as the eager engine runs it: forward, backward, update, batch by batch.

``loop.py`` has what is around it. ``compiled.py`` does the same steps in compiled code.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from math import fsum, isfinite
from typing import Any

from ..optim import LBFGS, Optimizer, clip_grad_norm_
from ..optim.lr_scheduler import CyclicLR, OneCycleLR, ReduceLROnPlateau
from ..value import Value, describe
from .evaluation import UNCONNECTED, loss_of, outputs_of, plain_numbers
from .history import History
from .metrics import Metric
from .progress import Bar

__all__ = ["PER_BATCH", "Diverged", "EagerLoop", "batches"]

PER_BATCH = (CyclicLR, OneCycleLR)
"""Schedules whose steps are batches, as PyTorch's pages say; the steps of all others are epochs."""


class Diverged(FloatingPointError):
    """The loss or a gradient became infinite or undefined. The model is as of the last finished batch.

    ``history`` holds the epochs that were finished.
    """

    def __init__(self, message: str, history: History) -> None:
        super().__init__(message)
        self.history = history


class EagerLoop:
    """One epoch, and one batch of it.

    engine  what runs the steps, in words
    """

    engine = "the eager engine"

    def __init__(
        self,
        model: Any,
        xs: list[Any],
        ys: list[Any],
        loss: Callable[..., Any],
        optimizer: Optimizer,
        scheduler: Any,
        metrics: dict[str, Metric],
        clip: float | None,
        history: History,
        size: int,
        shuffle: bool,
    ) -> None:
        self.model, self.xs, self.ys, self.loss = model, xs, ys, loss
        self.optimizer, self.scheduler, self.metrics, self.clip = optimizer, scheduler, metrics, clip
        self.history, self.size, self.shuffle = history, min(size, len(xs)), shuffle
        optimized = [p for group in optimizer.param_groups for p in group["params"]]
        self.parameters: list[Value] = list(dict.fromkeys([*model.parameters(), *optimized]))

    def batches(self, epoch: int) -> Iterator[list[int]]:
        return batches(len(self.xs), self.size, self.shuffle, self.history.seed, epoch)

    def epoch(self, epoch: int, bar: Bar) -> dict[str, float]:
        """Go through all batches; the epoch's loss and metrics, and the learning rate at its beginning."""
        rate = self.optimizer.param_groups[0]["lr"]
        losses: list[float] = []
        sizes: list[int] = []
        outputs: list[Any] = []
        targets: list[Any] = []
        for rows in self.batches(epoch):
            ys = [self.ys[i] for i in rows]
            loss, outs = self.step([self.xs[i] for i in rows], ys)
            losses.append(loss)
            sizes.append(len(rows))
            if self.metrics:
                outputs += outs
                targets += ys
            if isinstance(self.scheduler, PER_BATCH):
                self.scheduler.step()
            bar.step()
        return self.measures(losses, sizes, outputs, targets) | {"lr": rate}

    def measures(
        self, losses: list[float], sizes: list[int], outputs: list[Any], targets: list[Any]
    ) -> dict[str, float]:
        """The loss of an epoch from those of its batches, and its metrics."""
        mean = fsum(x * n for x, n in zip(losses, sizes, strict=True)) / sum(sizes) if len(losses) > 1 else losses[0]
        return {"loss": mean, **{name: float(metric(outputs, targets)) for name, metric in self.metrics.items()}}

    def finished(self, epoch: int) -> Iterator[dict[str, float]]:
        """Epochs that have been run and not been asked for; here there are none."""
        return iter(())

    def step(self, xs: list[Any], ys: list[Any]) -> tuple[float, list[Any]]:
        """One update; the loss, and the outputs for the metrics, from before it. The graph is freed on return."""
        outputs: list[Any] | None = None

        def closure() -> Any:
            """The loss and its gradients: LBFGS asks for them several times in a step, all others once."""
            nonlocal outputs
            for p in self.parameters:
                p.grad = 0.0
            outs = outputs_of(self.model, xs, ys)
            loss = loss_of(self.loss, outs, ys)
            first = outputs is None
            if first:
                outputs = [plain_numbers(out) for out in outs] if self.metrics else []
                if not isfinite(loss):
                    raise self.diverged(f"the loss is {float(loss)}")
                if not isinstance(loss, Value):
                    raise ValueError(f"the loss is the number {loss!r:.60}: it {UNCONNECTED}")
            loss.backward()
            if first:
                for p in self.parameters:
                    if not isfinite(p.grad):
                        raise self.diverged(f"the gradient of {describe(p)} is {p.grad}")
            if self.clip is not None:
                clip_grad_norm_(self.parameters, self.clip)
            return loss

        if isinstance(self.optimizer, LBFGS):
            loss = self.optimizer.step(closure)
        else:
            loss = closure()
            self.optimizer.step()
        return float(loss), outputs or []

    def diverged(self, what: str) -> Diverged:
        rate = self.optimizer.param_groups[0]["lr"]
        return Diverged(
            f"training stopped in epoch {len(self.history) + 1}: {what}. The model is as of the last finished batch. "
            f"A learning rate below {rate:g}, clip=1.0 or inputs of about −1 to 1 may help; detect_anomaly() tells "
            "where it begins",
            self.history,
        )

    def schedule(self, watched: float) -> None:
        if isinstance(self.scheduler, ReduceLROnPlateau):
            self.scheduler.step(watched)
        elif self.scheduler is not None and not isinstance(self.scheduler, PER_BATCH):
            self.scheduler.step()


def batches(count: int, size: int, shuffle: bool, seed: int | None, epoch: int) -> Iterator[list[int]]:
    """The numbers of the rows of an epoch, in batches. The order depends on nothing but the seed and the epoch."""
    order = list(range(count))
    if shuffle and size < count:
        random.Random(f"{seed} {epoch}").shuffle(order)
    for start in range(0, count, size):
        yield order[start : start + size]
