"""What a Value takes: real numbers, as floats, and texts as labels."""

from __future__ import annotations

from decimal import Decimal
from numbers import Real
from typing import Any

from .asked import Numberless, no_number

__all__ = ["a_thing", "set_label", "to_float", "to_text"]


def to_float(number: Any) -> float:
    """Any real number as a float; TypeError for everything else, with what came and what is wanted.

    >>> from fractions import Fraction
    >>> to_float(Fraction(1, 4))
    0.25
    """
    if isinstance(number, (float, int, Real, Decimal)) or _is_scalar(number):  # the usual first: Real takes its time
        try:
            return float(number)
        except OverflowError:
            raise OverflowError(
                f"a Value holds a double, at most 1.8e308, and this {type(number).__name__} is larger"
            ) from None
    if isinstance(number, Numberless):
        raise no_number(number.called)
    from .value import Value  # which imports this file

    if isinstance(number, Value):
        raise TypeError(
            f"a Value holds a real number, not another Value ({number!r}): use that, or its .detach(), which needs no "
            "gradient; a new leaf is made of its .data"
        )
    hint = {
        str: "; convert it with float(...)",
        complex: "; derivatives here are those of real functions",
        type(None): "; a function that returns nothing may be the cause",
    }.get(type(number), "")
    if isinstance(number, (list, tuple)) or getattr(number, "shape", None):  # or an array
        hint = f"; make one Value for each number of the {type(number).__name__}"
    if isinstance(number, (list, tuple)) and any(isinstance(x, Value) for x in number):
        hint = "; an operation takes its Values one by one, as in [f(x) for x in xs]"
    raise TypeError(f"a Value holds a real number (int, float, ...), not {type(number).__name__} {number!r:.60}{hint}")


def _is_scalar(thing: Any) -> bool:
    """Whether it is a number of numpy, torch or jax, real as far as its kind says."""
    if getattr(thing, "shape", None) != () or not hasattr(thing, "__float__"):
        return False
    return getattr(getattr(thing, "dtype", None), "kind", "f") not in "cMSU"  # complex numbers, dates, texts


def to_text(label: Any) -> str:
    """A label as it is; TypeError if it is no text."""
    if not isinstance(label, str):
        raise TypeError(f"a label is a text, such as 'w1', not {a_thing(label)}")
    return label


def set_label(value: Any, label: Any) -> None:
    """What ``value.label = label`` does: it costs a call, and only who names a Value by assignment pays it."""
    value._label = label if label.__class__ is str else to_text(label)


def a_thing(thing: Any) -> str:
    """What came, in an error.

    >>> a_thing(3), a_thing(None)
    ('the int 3', 'None')
    """
    return "None" if thing is None else f"the {type(thing).__name__} {thing!r:.60}"
