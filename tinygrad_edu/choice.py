"""Choosing from a list by number: ``take(table, i)``, and the number that the compiler passes in the place of an int.

A recorded graph is that of one choice. Where the number is data (a class, a word), the compiler passes a ``Choice``:
taking from a table with it records the sum of one-hot·entry over the whole table, the same graph for every number.
"""

from __future__ import annotations

from collections.abc import Sequence
from operator import index
from typing import Any, NoReturn

from . import functions
from .modes import TracingError
from .value import Value

__all__ = ["Choice", "take"]


class Choice(Value):
    """A whole number that is data. As a Value it is that number; ``one_hot(n)`` is the same as n Values, 0 but for one.

    >>> c = Choice(1)
    >>> [v.data for v in c.one_hot(3)], c.one_hot(3)[0] is c.one_hot(3)[0]
    ([0.0, 1.0, 0.0], True)
    """

    __slots__ = ("hot",)

    hot: list[Value]

    def __init__(self, number: int) -> None:
        super().__init__(index(number), "", False)
        self.hot = []

    def one_hot(self, n: int) -> list[Value]:
        """1 at the number and 0 elsewhere; the same Values each time. ValueError if it is not below n."""
        if not 0 <= self._data < n:
            raise ValueError(f"there is no number {self._data:g} in a table of {n}")
        if not self.hot:
            self.hot = [Value(float(k == self._data), "", False) for k in range(n)]
        if len(self.hot) != n:
            raise ValueError(f"one number chooses from a table of {len(self.hot)} and from one of {n}: pass it twice")
        return self.hot

    def __index__(self) -> NoReturn:
        raise TracingError("a compiled function cannot index a list with a number that is data: write take(table, i)")


def take(table: Sequence[Any], i: Any) -> Any:
    """``table[i]``, in a form that compiles where i is data. The entries are Values, numbers, or lists of them.

    Raises ValueError if i is not the number of an entry (negative numbers are not), TypeError if it is no whole number.

    >>> take([Value(10.0), Value(20.0)], 1)
    Value(20.0, grad=0.0)
    >>> take([[1.0, 2.0], [3.0, 4.0]], 0)
    [1.0, 2.0]
    """
    if isinstance(i, Choice):
        hot = i.one_hot(len(table))
        if isinstance(table[0], (list, tuple)):
            return [functions.dot(hot, column) for column in zip(*table, strict=True)]
        return functions.dot(hot, table)
    try:
        k = index(i)
    except TypeError:
        raise TypeError(f"take chooses by a whole number, not {i!r:.60}") from None
    if not 0 <= k < len(table):
        raise ValueError(f"take: there is no entry {k} in a table of {len(table)}, whose numbers go from 0")
    return table[k]
