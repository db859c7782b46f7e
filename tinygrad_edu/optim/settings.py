"""What the settings of optimizers and schedulers may be: one row for each name, and the words for all else.

Names, bounds and the wording of the errors are PyTorch's (torch.optim). Where PyTorch checks nothing and would go on to
compute nonsense (a history of 0 steps, a rate of ∞), the same words are said here.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from math import inf
from typing import Any

from ..real import to_float

__all__ = ["SETTINGS", "count", "positive", "real", "unknown"]

Check = Callable[[str, Any], Any]
"""(name, value) -> the value as it is kept; raises ValueError, or TypeError for what is of another kind altogether."""


def real(name: str, value: Any) -> float:
    """A number as a float; TypeError, with the name of the setting, for anything else."""
    try:
        return to_float(value)
    except TypeError:
        kind = type(value).__name__
        raise TypeError(f"Invalid {_called(name)}: {value!r:.60} is of type {kind}, not a number") from None


def positive(name: str, value: Any) -> float:
    """A number more than 0; ∞ is one."""
    x = real(name, value)
    if not x > 0.0:
        raise ValueError(f"Invalid {_called(name)}: {value}, it is more than 0")
    return x


def count(name: str, value: Any, low: int = 1) -> int:
    """A whole number, ``low`` or more."""
    if isinstance(value, bool) or not isinstance(value, int) or value < low:
        wanted = "positive integer" if low == 1 else f"integer >= {low} for"
        raise ValueError(f"Expected {wanted} {name}, but got {value!r:.60}")
    return value


def unknown(what: str, name: Any, known: Collection[Any]) -> ValueError:
    """The error for a name that is not among the known ones."""
    return ValueError(f"unknown {what} {name!r:.60}: it is one of {', '.join(map(repr, known))}")


def _called(name: str) -> str:
    return {"lr": "learning rate", "eps": "epsilon value"}.get(name, f"{name} value")


# -- kinds of setting ---------------------------------------------------------------------------------------------


def _number(fits: Callable[[float], bool]) -> Check:
    def check(name: str, value: Any) -> float:
        x = real(name, value)
        if not fits(x):
            raise ValueError(f"Invalid {_called(name)}: {value}")
        return x

    return check


def _pair(fits: Callable[[float, float], bool], called: str) -> Check:
    def check(name: str, value: Any) -> tuple[float, float]:
        if not isinstance(value, (tuple, list)) or len(value) != 2:
            raise ValueError(f"Invalid {called}: {value!r:.60}, two numbers are wanted")
        a, b = real(name, value[0]), real(name, value[1])
        if not fits(a, b):
            raise ValueError(f"Invalid {called}: {value[0]}, {value[1]}")
        return a, b

    return check


def _betas(name: str, value: Any) -> tuple[float, float]:
    a, b = _pair(lambda a, b: True, "beta parameters")(name, value)
    for i, beta in enumerate((a, b)):
        if not 0.0 <= beta < 1.0:
            raise ValueError(f"Invalid beta parameter at index {i}: {beta}")
    return a, b


def _flag(name: str, value: Any) -> bool:
    if value not in (True, False):
        raise TypeError(f"Invalid {_called(name)}: {value!r:.60}, it is True or False")
    return bool(value)


def _one_of(*known: Any) -> Check:
    def check(name: str, value: Any) -> Any:
        if value not in known:
            raise unknown(name, value, known)
        return value

    return check


_any = _number(lambda x: x == x)  # but nan
_finite = _number(lambda x: -inf < x < inf)
_not_negative = _number(lambda x: 0.0 <= x < inf)

SETTINGS: dict[str, Check] = {
    "lr": _not_negative,
    "betas": _betas,
    "eps": _not_negative,
    "weight_decay": _not_negative,
    "momentum": _not_negative,
    "dampening": _finite,
    "alpha": _not_negative,
    "rho": _number(lambda x: 0.0 <= x <= 1.0),
    "lr_decay": _not_negative,
    "initial_accumulator_value": _not_negative,
    "momentum_decay": _not_negative,
    "lambd": _not_negative,
    "t0": _any,
    "etas": _pair(lambda a, b: 0.0 < a < 1.0 < b < inf, "eta values"),
    "step_sizes": _pair(lambda a, b: 0.0 <= a <= b, "step sizes"),
    "nesterov": _flag,
    "amsgrad": _flag,
    "centered": _flag,
    "decoupled_weight_decay": _flag,
    "maximize": _flag,
    "max_iter": count,
    "max_eval": count,
    "history_size": count,
    "tolerance_grad": _not_negative,
    "tolerance_change": _not_negative,
    "line_search_fn": _one_of(None, "strong_wolfe"),
}
"""Every setting of the optimizers of this package. Settings of other names are not checked."""
