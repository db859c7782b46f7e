"""Parameters as they come in: a list of Values, perhaps with names; and the words for what is none.

Optimizers and clipping read their parameters here, so both take the same things and say the same about others.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from ..escape import short
from ..modes import TracingError
from ..real import to_float
from ..value import Value, describe

__all__ = ["gradient", "listed", "name_of", "named", "refuse_repeats"]


def listed(params: Any) -> list[Any]:
    """What somebody gave as parameters, as a list; a single Value or group is a list of one."""
    if isinstance(params, (Value, Mapping)):
        return [params]
    if hasattr(params, "parameters"):
        raise TypeError(f"a list of parameters is wanted here, not the {type(params).__name__}: pass its .parameters()")
    if isinstance(params, (set, frozenset)):
        raise TypeError("parameters come in a list: a set has no order, and no run would repeat another")
    if isinstance(params, (str, bytes)) or not isinstance(params, Iterable):
        raise TypeError(f"parameters come in a list of Values, not as {type(params).__name__} {params!r:.60}")
    return list(params)


def named(params: list[Any]) -> tuple[list[str], list[Value]]:
    """The names, if the parameters came as (name, Value) pairs, and the parameters."""
    pairs = [isinstance(p, tuple) and len(p) == 2 and isinstance(p[0], str) for p in params]
    if any(pairs) and not all(pairs):
        raise ValueError(f"all parameters of a group have names or none has; number {pairs.index(False)} has none")
    names = [p[0] for p in params] if any(pairs) else []
    values = [p[1] for p in params] if names else params
    for i, p in enumerate(values):
        if not isinstance(p, Value):
            raise TypeError(f"parameters are Values, but parameter {i} is {type(p).__name__} {p!r:.60}")
    return names, values


def name_of(group: Mapping[str, Any], i: int) -> str:
    """The i-th parameter of a group in a message: its name, or its label, or its position."""
    p: Value = group["params"][i]
    name = group["param_names"][i] if "param_names" in group else p.label
    return short(name) or f"parameter {i}"


def refuse_repeats(groups: Iterable[Mapping[str, Any]]) -> None:
    """ValueError if a parameter appears in the groups more than once: it would be moved more than once a step."""
    seen: set[Value] = set()
    for group in groups:
        for i, p in enumerate(group["params"]):
            if p in seen:
                raise ValueError(f"a parameter appears more than once ({name_of(group, i)}): list it once")
            seen.add(p)


def gradient(p: Value) -> float:
    """The gradient of a parameter as a float. Anybody can assign anything to ``.grad``, so it is looked at here."""
    try:
        return to_float(p.grad)
    except TracingError:
        raise
    except TypeError:
        kind = type(p.grad).__name__
        raise TypeError(
            f"the gradient of {describe(p)} is {kind} {p.grad!r:.60}, not a number. Nothing was changed"
        ) from None
