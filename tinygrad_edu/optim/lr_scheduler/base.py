"""LRScheduler: what all schedules share. A schedule writes the ``lr`` of the optimizer's parameter groups.

Most rules go from the rate of one epoch to that of the next, as PyTorch's do: so several schedules can multiply the
rate of one optimizer (``ChainedScheduler``), and a rate that was changed by hand stays changed.
"""

from __future__ import annotations

import copy
from collections.abc import Mapping
from types import SimpleNamespace
from typing import Any

from ..optimizer import Optimizer
from ..settings import real

__all__ = ["LRScheduler", "attached", "per_group"]

_NOT_SHOWN = ("optimizer", "base_lrs", "_starting", "_last_lr")
REHEARSED = 3  # steps that a loaded state has to stand


class LRScheduler:
    """Base class of all schedules.

    optimizer   whose rates to change; each group's rate at this moment is kept in it, as "initial_lr"
    last_epoch  −1 to begin; to go on after epoch n without a saved state, n, with "initial_lr" in every group

    Epochs count from 0; ``step()`` goes to the next. "Epoch" is a word: call ``step()`` as often as the rate should
    change, after each batch, say. Raises TypeError for what is no optimizer, ValueError for settings out of bounds.

    A schedule of one's own is a subclass that says what the next rate of a group is:

    >>> from tinygrad_edu import Value
    >>> from tinygrad_edu.optim import SGD
    >>> class Halve(LRScheduler):
    ...     def rate(self, lr, initial, i):
    ...         return lr if self.last_epoch == 0 else lr / 2.0
    >>> Halve(SGD([Value(1.0)], lr=1.0)).preview(4)
    [1.0, 0.5, 0.25, 0.125]
    """

    _not_saved: tuple[str, ...] = ("optimizer", "_starting")
    _starting: bool  # from when the first rate is set until the next one is

    def __init__(self, optimizer: Optimizer, last_epoch: int = -1) -> None:
        self.optimizer = attached(optimizer)
        for i, group in enumerate(optimizer.param_groups):
            if last_epoch == -1:
                group.setdefault("initial_lr", group["lr"])
            elif "initial_lr" not in group:
                raise ValueError(
                    f"'initial_lr' is not in param_groups[{i}], so the schedule cannot go on after epoch {last_epoch}: "
                    "load the optimizer's state_dict first, or begin with last_epoch=-1"
                )
        self.last_epoch = last_epoch
        self.base_lrs = self._initial_rates()
        self._go_to(last_epoch + 1, starting=True)

    def _initial_rates(self) -> list[float]:
        return [group["initial_lr"] for group in self.optimizer.param_groups]

    def rate(self, lr: float, initial: float, i: int) -> float:
        """The rate of group ``i`` in epoch ``self.last_epoch``; it was ``lr`` before, and ``initial`` at first."""
        raise NotImplementedError("a schedule says what the next rate is: define rate(self, lr, initial, i)")

    def get_lr(self) -> list[float]:
        """The rates of all groups in epoch ``last_epoch``, from those before. ``step()`` uses it; see get_last_lr()."""
        groups = self.optimizer.param_groups
        if len(groups) != len(self.base_lrs):
            raise ValueError(
                f"the optimizer has {len(groups)} parameter groups, and had {len(self.base_lrs)} when the schedule was "
                "made: make it after add_param_group()"
            )
        pairs = zip(groups, self.base_lrs, strict=True)
        return [self.rate(group["lr"], initial, i) for i, (group, initial) in enumerate(pairs)]

    def get_last_lr(self) -> list[float]:
        """The rates that this schedule set last, one for each group."""
        return list(self._last_lr)

    def step(self) -> None:
        """Go to the next epoch. Call it after ``optimizer.step()``. If it fails, nothing is changed."""
        self._go_to(self.last_epoch + 1, starting=False)

    def preview(self, epochs: int, group: int = 0) -> list[float]:
        """The rates of a group in as many epochs, this one first, to look at or to plot. Nothing is changed."""
        twin = copy.deepcopy(self)
        rates = []
        for epoch in range(epochs):
            if epoch:
                twin.step()
            rates.append(twin.optimizer.param_groups[group]["lr"])
        return rates

    def restart(self) -> None:
        """Go to epoch 0, from the initial rates."""
        for group, lr in zip(self.optimizer.param_groups, self.base_lrs, strict=True):
            group["lr"] = lr
        self.begin()

    def begin(self) -> None:
        """Go to epoch 0, from the rates that there are."""
        self._go_to(0, starting=True)

    def _go_to(self, epoch: int, starting: bool) -> None:
        before = self.last_epoch
        self.last_epoch, self._starting = epoch, starting
        try:
            rates = [float(rate) for rate in self.get_lr()]
        except BaseException:
            self.last_epoch = before
            raise
        for group, rate in zip(self.optimizer.param_groups, rates, strict=True):
            group["lr"] = rate
        self._last_lr = rates

    def __repr__(self) -> str:
        names = {name.strip("_"): x for name, x in vars(self).items() if name not in _NOT_SHOWN}
        shown = [f"{name}={x!r}" for name, x in names.items() if x or name == "last_epoch"]
        return f"{type(self).__name__}({', '.join(shown)}; lr={', '.join(map(repr, vars(self).get('_last_lr', ())))})"

    # -- saving and loading -------------------------------------------------------------------------------------------

    def state_dict(self) -> dict[str, Any]:
        """Where the schedule is and its settings, fit for a JSON file. Functions are not saved."""
        kept = {name: x for name, x in vars(self).items() if name not in self._not_saved}
        return copy.deepcopy({name: list(x) if isinstance(x, tuple) else x for name, x in kept.items()})

    def load_state_dict(self, state_dict: Mapping[str, Any]) -> None:
        """Go on from a saved state. The rates themselves are in the optimizer's state.

        All is checked before anything is changed. Raises ValueError that names the first difference.
        """
        loaded = self._loaded(state_dict)
        self._rehearse(loaded)
        self._apply(loaded)

    def _rehearse(self, loaded: dict[str, Any]) -> None:
        """ValueError for a state that fits in kind but not in sense: from a ``T_max`` of 0 no step leads anywhere."""
        groups = [{key: x for key, x in group.items() if key != "params"} for group in self.optimizer.param_groups]
        try:
            twin = copy.deepcopy(self, {id(self.optimizer): SimpleNamespace(param_groups=groups)})
            twin._apply(copy.deepcopy(loaded))
            for _ in range(REHEARSED):
                twin._step_anyhow()
        except (ArithmeticError, LookupError) as error:
            kind = type(self).__name__
            raise ValueError(f"the state of {kind} leads to no next rate ({error}). Nothing was changed") from None
        except Exception:  # a schedule at its end, or one of somebody's own: it says so itself when it is asked
            return

    def _step_anyhow(self) -> None:
        self.step()

    def _apply(self, loaded: dict[str, Any]) -> None:
        vars(self).update(loaded)

    def _loaded(self, saved: Any) -> dict[str, Any]:
        mine = {name: x for name, x in vars(self).items() if name not in self._not_saved}
        kind = type(self).__name__
        if not isinstance(saved, Mapping):
            raise ValueError(f"the state of {kind} is a dict, not {type(saved).__name__}. Nothing was changed")
        for names, others, where in ((mine, saved, "missing"), (saved, mine, "unexpected")):
            for name in names:
                if name not in others:
                    raise ValueError(f"the state of {kind}: {name!r:.60} is {where}. Nothing was changed")
        for name, x in mine.items():
            if not _alike(x, saved[name]):
                raise ValueError(f"the state of {kind}: {name} cannot be {saved[name]!r:.60}. Nothing was changed")
        saved = {name: copy.copy(saved[name]) for name in mine}
        return {name: tuple(x) if isinstance(mine[name], tuple) else x for name, x in saved.items()}


def _alike(mine: Any, saved: Any) -> bool:
    """Whether a saved thing can take the place of mine: of the same kind, a list of the same length."""
    if isinstance(mine, list):  # one for each group
        return isinstance(saved, list) and len(mine) == len(saved) and all(map(_alike, mine, saved))
    if isinstance(mine, tuple):  # of any length: milestones
        return isinstance(saved, (list, tuple)) and all(type(x) is int for x in saved)
    if isinstance(mine, float):
        return isinstance(saved, (int, float)) and not isinstance(saved, bool)
    return type(mine) is type(saved)


def attached(optimizer: Any) -> Optimizer:
    """The optimizer; TypeError if it is none."""
    if not isinstance(optimizer, Optimizer):
        raise TypeError(f"{type(optimizer).__name__} is not an Optimizer: a schedule changes the rate of one")
    return optimizer


def per_group(name: str, value: Any, optimizer: Optimizer) -> list[float]:
    """One number for each group, from as many or from a single one."""
    groups = len(attached(optimizer).param_groups)
    if not isinstance(value, (list, tuple)):
        return [real(name, value)] * groups
    if len(value) != groups:
        raise ValueError(
            f"{name} must have the same length as optimizer.param_groups. "
            f"{name} has {len(value)} values, param_groups has {groups}."
        )
    return [real(name, x) for x in value]
