"""What counts as a real number, and how it becomes a float."""

from __future__ import annotations

from decimal import Decimal
from numbers import Real
from typing import Any

from .asked import Numberless, no_number

__all__ = ["to_float"]


def to_float(number: Any) -> float:
    """Any real number as a float; TypeError for everything else, with what came and what is wanted.

    >>> from fractions import Fraction
    >>> to_float(Fraction(1, 4))
    0.25
    """
    scalar = getattr(number, "shape", None) == () and hasattr(number, "__float__")  # of numpy, torch, jax
    if isinstance(number, (Real, Decimal)) or (scalar and not isinstance(number, complex)):
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
        raise TypeError(f"a Value holds a real number, not another Value ({number!r}): use that, or pass its .data")
    hint = {
        str: "; convert it with float(...)",
        complex: "; derivatives here are those of real functions",
        list: "; make one Value for each number of the list",
        tuple: "; make one Value for each number of the tuple",
        type(None): "; a function that returns nothing may be the cause",
    }.get(type(number), "")
    raise TypeError(f"a Value holds a real number (int, float, ...), not {type(number).__name__} {number!r:.60}{hint}")
