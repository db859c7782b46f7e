"""Schedules made of schedules: one after the other, or all at once."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from typing import Any

from ..optimizer import Optimizer
from ..settings import count
from .base import LRScheduler, attached
from .plateau import ReduceLROnPlateau

__all__ = ["ChainedScheduler", "SequentialLR"]


class _Composed(LRScheduler):
    """What both share: the parts, all for one optimizer, and their states."""

    _not_saved = (*LRScheduler._not_saved, "_schedulers")

    def _take(self, schedulers: Sequence[LRScheduler], optimizer: Optimizer | None) -> None:
        kind = type(self).__name__
        if len(schedulers) < 1:
            raise ValueError(f"{kind} expects at least one scheduler, but got no scheduler.")
        for i, scheduler in enumerate(schedulers):
            if not isinstance(scheduler, LRScheduler):
                raise TypeError(f"{kind}: the scheduler at index {i} is of type {type(scheduler).__name__}")
            if isinstance(scheduler, ReduceLROnPlateau):
                raise ValueError(f"{kind} does not support `ReduceLROnPlateau`, which wants a metric at each step")
            if scheduler.optimizer is not (optimizer or schedulers[0].optimizer):
                raise ValueError(f"{kind} expects all schedulers to belong to the same optimizer; index {i} does not")
        self.optimizer = attached(optimizer or schedulers[0].optimizer)
        self._schedulers = list(schedulers)
        self.base_lrs = self._initial_rates()

    def _saw(self, epoch: int) -> None:
        """The parts have gone to an epoch, so this has."""
        self.last_epoch = epoch
        self._last_lr = [group["lr"] for group in self.optimizer.param_groups]

    def state_dict(self) -> dict[str, Any]:
        return {**super().state_dict(), "_schedulers": [scheduler.state_dict() for scheduler in self._schedulers]}

    def _loaded(self, saved: Any) -> dict[str, Any]:
        parts = saved.get("_schedulers") if isinstance(saved, Mapping) else None
        if not isinstance(parts, list) or len(parts) != len(self._schedulers):
            n = len(self._schedulers)
            raise ValueError(f"the state of {type(self).__name__} has those of {n} schedulers. Nothing was changed")
        own = super()._loaded({name: x for name, x in saved.items() if name != "_schedulers"})
        self._check(own)
        loaded = [scheduler._loaded(part) for scheduler, part in zip(self._schedulers, parts, strict=True)]
        return {**own, "_schedulers": loaded}

    def _check(self, own: dict[str, Any]) -> None:
        """ValueError for a state that fits in kind and not in sense."""

    def _apply(self, loaded: dict[str, Any]) -> None:
        for scheduler, part in zip(self._schedulers, loaded.pop("_schedulers"), strict=True):
            scheduler._apply(part)
        super()._apply(loaded)


class SequentialLR(_Composed):
    """One schedule after the other: the next takes over at each of ``milestones``, from epoch 0 and the initial rates.

    schedulers  made for the same optimizer before
    milestones  the epochs at which to change, one fewer than schedulers, ascending

    ``MultiplicativeLR`` and ``SWALR`` go on from the rates that they find. Raises ValueError for other numbers of
    milestones, TypeError for what is no schedule.

    >>> from tinygrad_edu import Value, optim
    >>> optimizer = optim.SGD([Value(1.0)], lr=0.5)
    >>> warm_up = optim.lr_scheduler.LinearLR(optimizer, start_factor=0.25, total_iters=3)
    >>> decay = optim.lr_scheduler.ExponentialLR(optimizer, gamma=0.5)
    >>> SequentialLR(optimizer, [warm_up, decay], milestones=[3]).preview(6)
    [0.125, 0.25, 0.375, 0.5, 0.25, 0.125]
    """

    def __init__(
        self,
        optimizer: Optimizer,
        schedulers: Sequence[LRScheduler],
        milestones: Sequence[int],
        last_epoch: int = -1,
    ) -> None:
        self._take(schedulers, attached(optimizer))
        self._milestones = tuple(count("milestones", epoch, 0) for epoch in milestones)
        if len(self._milestones) != len(schedulers) - 1:
            raise ValueError(
                "Sequential Schedulers expects number of schedulers provided to be one more than the number of "
                f"milestone points, but got number of schedulers {len(schedulers)} and the number of milestones to be "
                f"equal to {len(self._milestones)}"
            )
        if list(self._milestones) != sorted(set(self._milestones)):
            raise ValueError(f"milestones expected to be ascending, but got {list(milestones)}")
        self.restart()
        self.last_epoch = last_epoch + 1

    def _check(self, own: dict[str, Any]) -> None:
        saved = own["_milestones"]
        if len(saved) != len(self._milestones) or list(saved) != sorted(set(saved)):
            shown = f"{list(saved)!r:.60}"
            raise ValueError(f"the state of SequentialLR: _milestones cannot be {shown}. Nothing was changed")

    def begin(self) -> None:
        self._schedulers[bisect_right(self._milestones, 0)].begin()
        self._saw(0)

    def step(self) -> None:
        epoch = self.last_epoch + 1
        scheduler = self._schedulers[bisect_right(self._milestones, epoch)]
        if epoch in self._milestones:
            scheduler.restart()
        else:
            scheduler.step()
        self._saw(epoch)


class ChainedScheduler(_Composed):
    """Several schedules at once: each goes on from the rate that the one before it has left, so factors multiply.

    schedulers  made for the same optimizer before

    Schedules whose rate is a function of the epoch alone (``LambdaLR``, ``OneCycleLR`` ...) override those before them.
    Raises ValueError for no schedules, TypeError for what is none.

    >>> from tinygrad_edu import Value, optim
    >>> optimizer = optim.SGD([Value(1.0)], lr=0.5)
    >>> half = optim.lr_scheduler.ConstantLR(optimizer, factor=0.5, total_iters=2)
    >>> decay = optim.lr_scheduler.ExponentialLR(optimizer, gamma=0.5)
    >>> ChainedScheduler([half, decay]).preview(4)
    [0.25, 0.125, 0.125, 0.0625]
    """

    def __init__(self, schedulers: Sequence[LRScheduler], optimizer: Optimizer | None = None) -> None:
        self._take(schedulers, optimizer)
        self._saw(0)

    def begin(self) -> None:
        for scheduler in self._schedulers:
            scheduler.begin()
        self._saw(0)

    def step(self) -> None:
        for scheduler in self._schedulers:
            scheduler.step()
        self._saw(self.last_epoch + 1)
