"""The parameters that a function can get at, to see that recording it leaves their gradients alone.

Assigning ``.data`` is refused where it happens; ``.grad`` is a plain attribute, written in every reverse pass, and
cannot be watched. So the gradients are noted before a function is recorded, and compared and put back after it.
"""

from __future__ import annotations

from collections.abc import Callable
from types import CodeType, FunctionType, MethodType
from typing import Any

from ..value import Value

__all__ = ["values_of"]

_OURS = __name__.split(".")[0] + "."
_NUMBERS = frozenset((float, int, str, bool))


def values_of(f: Callable[..., Any]) -> list[Value]:
    """The leaves that a function finds in its closure, defaults, globals that it names, and its object.

    Looked into are lists, tuples, dicts and sets, functions, and what has ``parameters`` or ``param_groups``: models
    and optimizers.

    >>> w = Value(1.0, "w")
    >>> values_of(lambda x, p=[w]: p[0] * x)
    [Value(1.0, grad=0.0, label='w')]
    """
    found: list[Value] = []
    seen: set[int] = set()
    stack: list[Any] = [f]
    while stack:
        thing = stack.pop()
        if id(thing) in seen:
            continue
        seen.add(id(thing))
        inside: list[Any] = []
        if isinstance(thing, Value):
            found += [thing] if thing.op is None else []
        elif isinstance(thing, (list, tuple, set, frozenset)):
            inside += thing if not _NUMBERS.issuperset(map(type, thing)) else ()  # rows of data, a million of them
        elif isinstance(thing, dict):
            inside += thing.values()
        elif isinstance(thing, MethodType):
            inside += [thing.__self__, thing.__func__]
        elif isinstance(thing, FunctionType):
            if (thing.__module__ or "").startswith(_OURS) and thing is not f:
                continue
            inside += [thing.__defaults__, thing.__kwdefaults__]
            inside += [cell.cell_contents for cell in thing.__closure__ or () if not _is_empty(cell)]
            inside += [thing.__globals__[name] for name in _names(thing.__code__) if name in thing.__globals__]
        elif thing is f or hasattr(type(thing), "parameters") or hasattr(thing, "param_groups"):
            inside += getattr(thing, "__dict__", {}).values()
            inside.append(type(thing).__dict__.get("__call__"))
        stack += reversed(inside)
    return found


def _is_empty(cell: Any) -> bool:
    try:
        return cell.cell_contents is cell
    except ValueError:
        return True


def _names(code: CodeType) -> list[str]:
    """The global names that a piece of code may read, inner functions included."""
    names = list(code.co_names)
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            names += _names(constant)
    return names
