"""Gradients that come from one side of a choice: as if the other side were not there, whatever is on it.

The rules of the table choose (``m.where``), and a derivative of a derivative goes back through such a choice. Eagerly
the side that is chosen is recorded and the other one is not; what the compiler records has both, and what is not
chosen may be infinite: 0 times its slope would be nan. So a gradient is kept together with the choices that it came
through, and where it ends, or meets another one, it becomes 0 unless they were made that way.

What a condition is, and how one chooses by it, whoever uses this brings along.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

__all__ = ["Side", "either", "under"]

Side = tuple[tuple[Any, bool], ...]
"""Choices, each made one way: a condition, and whether it holds. Outermost first; () is: in any case."""

Where = Callable[[Any, Any, Any], Any]


def under(where: Where, side: Side, x: Any, other: Any = 0.0) -> Any:
    """x on this side, else another number.

    >>> under(lambda c, a, b: f"({a} if {c} else {b})", (("p", True), ("q", False)), "x")
    '((0.0 if q else x) if p else 0.0)'
    """
    for condition, holds in reversed(side):
        x = where(condition, x, other) if holds else where(condition, other, x)
    return x


def either(where: Where, sides: Iterable[Side]) -> Side | Any:
    """The side on which one of these is; or, if that is none, a number that is 1 there and else 0.

    >>> either(lambda c, a, b: f"({a} if {c} else {b})", [(("p", True), ("q", True)), (("p", True), ("q", False))])
    (('p', True),)
    >>> either(lambda c, a, b: f"({a} if {c} else {b})", [(("p", True),), (("q", False),)])
    '((1.0 if p else 0.0) if q else 1.0)'
    >>> either(None, [(("p", True), ("q", True)), (("p", False),), (("p", True), ("q", False))])
    ()
    """
    left = dict.fromkeys(sides)
    waiting = list(left)
    while waiting:
        mine = waiting.pop()
        if not mine:
            return ()
        *outer, (condition, holds) = mine
        twin = (*outer, (condition, not holds))
        if mine in left and twin in left:  # both sides of a choice
            del left[mine], left[twin]
            left[tuple(outer)] = None
            waiting.append(tuple(outer))
    if len(left) == 1:
        return next(iter(left))
    found: Any = 0.0
    for side in left:
        found = under(where, side, 1.0, found)
    return found
