"""The declaration of an operation of one's own, looked at before it is used: what is wrong is told in a sentence.

The table's rows need none of this, they are tested.
"""

from __future__ import annotations

import functools
import inspect
import string
from collections.abc import Callable, Sequence
from typing import Any

__all__ = ["counted", "guarded", "inputs_and_settings", "slotted"]

Rule = Callable[..., Any]


def inputs_and_settings(value: Any) -> tuple[list[str], dict[str, Any]]:
    """The names of the inputs that a value rule takes, and its settings with their defaults."""
    if not callable(value) or not hasattr(value, "__name__"):
        raise TypeError(
            f"@primitive stands before a function, not before {value!r:.60}: its derivatives are given first, as in "
            "@primitive(lambda m, y, x: 2.0 * x)"
        )
    name = value.__name__
    parameters = list(inspect.signature(value).parameters.values())
    for p in parameters:
        if p.kind in (p.VAR_POSITIONAL, p.VAR_KEYWORD):
            raise TypeError(f"{name} has a fixed number of inputs, each with a name: {p} is none")
        if p.kind is p.KEYWORD_ONLY and p.default is p.empty:
            raise TypeError(f"{name}: the setting {p.name} needs a default, as in {p.name}=1.0")
    inputs = [p.name for p in parameters if p.kind is not p.KEYWORD_ONLY][1:]
    if not inputs:
        raise TypeError(f"{name} takes the arithmetic m and then its inputs, one at least, as in def {name}(m, x)")
    return inputs, {p.name: p.default for p in parameters if p.kind is p.KEYWORD_ONLY}


def counted(
    name: str, inputs: Sequence[str], settings: dict[str, Any], partials: Sequence[Any], what: str = "partials"
) -> None:
    """TypeError if there is not one derivative for each input, which can be called with what it is going to get."""
    if len(inputs) != len(partials):
        raise TypeError(
            f"{name} has {len(inputs)} inputs ({', '.join(inputs)}) and {len(partials)} {what}: each input has one; a "
            f"setting, which has none, stands after a star, as in def {name}(m, x, *, k=1.0)"
        )
    for which, partial in zip(inputs, partials, strict=True):
        if not callable(partial):
            raise TypeError(
                f"{name}: the partial by {which} is a function, (m, y, {', '.join(inputs)}), not {partial!r:.60}"
            )
        try:
            inspect.signature(partial).bind(None, None, *inputs, **settings)
        except TypeError as error:
            names = ", ".join(["m", "y", *inputs, *(f"{key}=..." for key in settings)])
            raise TypeError(
                f"{name}: the partial by {which} takes the arithmetic m, the output y, every input and every setting, "
                f"({names}): {error}"
            ) from None
        except ValueError:  # some builtins have no signature
            pass


def slotted(name: str, inputs: Sequence[str], notation: str) -> None:
    """TypeError if a notation has not one slot for each input."""
    try:
        slots = [slot for _, *slot in string.Formatter().parse(notation) if slot[0] is not None]
    except ValueError:
        slots = []
    if notation and slots != [["", "", None]] * len(inputs):
        raise TypeError(f"{name}: a notation has a {{}} for each input, {len(inputs)} in all; {notation!r:.60} has not")


def guarded(name: str, part: str, rule: Rule) -> Rule:
    """The rule, with a TypeError in the place of a result that is no number. Without, None would count as constant."""

    @functools.wraps(rule)
    def number(m: Any, *xs: Any, **settings: Any) -> Any:
        result = rule(m, *xs, **settings)
        if result is None or isinstance(result, (str, bytes, list, tuple, dict, set, complex)):
            kind = type(result).__name__
            shown = f" {result!r:.60}" if isinstance(result, (str, bytes, complex)) else ""
            words = "nothing: is a `return` missing?" if result is None else f"the {kind}{shown}"
            raise TypeError(f"{name}: {part} is a number, and the rule returned {words}")
        return result

    return number
