"""Choosing from a list by number: ``take(table, i)``, and the number that the compiler passes in the place of an int.

A recorded graph is that of one choice. Where the number is data (a class, a word), the compiler passes a ``Choice``:
taking from a table with it records an operation on the number and the whole table, the same graph for every number.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from operator import index
from typing import Any, NoReturn

from . import functions
from .asked import users_line
from .modes import TracingError
from .nested import maker, plain
from .ops import Primitive
from .real import a_thing
from .value import Value, apply, describe

__all__ = ["TAKE", "Bounds", "Choice", "NoEntry", "PassedOver", "chosen", "copied", "entry_number", "take"]


class NoEntry(ValueError):
    """A number by which nothing can be taken from a table: there is no such entry."""


class PassedOver(NoEntry):
    """A number that is to be passed over, where what is being recorded or run is only for those that choose.

    number  that one: with it among the ``passed`` of a Choice it is recorded for both
    """

    def __init__(self, number: int) -> None:
        super().__init__(
            f"{number} is to be passed over, and what was compiled is for numbers that choose: compile it for "
            f"arguments with {number} among them"
        )
        self.number = number


Bounds = tuple[int, int, int | None, bool]
"""What bounds a number that chooses: how long the table is, the least number, one that is passed over, if any, and
whether the program can do that."""


def entry_number(i: Any, size: int, least: int = 0, passed: int | None = None, can: bool = True) -> int:
    """The number of an entry of a table, checked. TypeError if it is no whole number, NoEntry if there is none such.

    With ``least`` -1 that is a number too: of no entry. So is ``passed``, but PassedOver is raised for it if nothing
    ``can`` be passed over.
    """
    try:
        k = index(i)
    except TypeError:
        what = "; one that is computed has to come as an argument of its own" * isinstance(i, Value)
        raise TypeError(f"take chooses by a whole number, not {i!r:.60}{what}") from None
    if k == passed:
        if not can:
            raise PassedOver(k)
        return k
    if not least <= k < size:
        raise NoEntry(f"take: there is no entry {k} in a table of {size}, whose numbers go from 0")
    return k


def chosen(m: Any, i: Any, *entries: Any) -> Any:
    """Entry number i, in any arithmetic: of a number at once, else by comparisons."""
    if isinstance(i, float):
        return entries[int(i)]
    found = entries[-1]
    for k in range(len(entries) - 1, 0, -1):
        found = m.where(i < k, entries[k - 1], found)
    return found


def _which(m: Any, y: Any, i: Any, *entries: Any) -> list[Any]:
    """The derivatives: 1 for the entry that is taken."""
    return [0.0, *(m.where(i < k, 0.0, m.where(i > k, 0.0, 1.0)) for k in range(len(entries)))]


TAKE = Primitive("take", chosen, (_which,), (_which,), None, "take({})", 9, {})
"""The operation of a number that is data and the entries of a table. It is not in the table of operations: where the
number is known there is nothing to record."""


class Choice(Value):
    """A number that is data, by which a table may be asked if it is whole. As a Value it is that number.

    given   the number as it came: an int, or what is none
    passed  numbers to be passed over that it may be in some call
    tables  the lengths of the tables that it has chosen from
    least   the least number that it may be
    """

    __slots__ = ("_not_yet", "_unless", "given", "least", "passed", "tables")

    given: Any
    passed: Collection[float]
    tables: list[int]
    least: int
    _not_yet: int | None
    _unless: list[tuple[int, Choice]]

    @property  # type: ignore[misc]  # so that what is computed from it is an ordinary Value
    def __class__(self) -> Any:
        return Value

    def __init__(
        self, given: Any, label: str = "", requires_grad: bool = False, passed: Collection[float] = ()
    ) -> None:
        Value.__init__(self, given._data if isinstance(given, Value) else given, label, requires_grad)
        self._starts(given, passed)

    def _starts(self, given: Any, passed: Collection[float]) -> None:
        self.given, self.passed = given, passed
        self.tables, self.least, self._not_yet, self._unless = [], -1, None, []

    def bounds(self) -> list[Bounds]:
        """What bounds it, for each of the ways in which it has chosen."""
        found: list[Bounds] = [(min(self.tables), self.least, self._not_yet, False)] if self.tables else []
        return found + [(min(choice.tables), choice.least, k, True) for k, choice in self._unless if choice.tables]

    def one_hot(self, n: int) -> list[Any]:
        """1 at the number and 0 elsewhere, as n Values that are compared with it.

        >>> Choice(1).one_hot(3)
        [0.0, 1.0, 0.0]
        """
        self.chooses(n)
        return [functions.where(self < k, 0.0, functions.where(self > k, 0.0, 1.0)) for k in range(n)]

    def chooses(self, n: int, least: int = 0) -> None:
        """It is to choose from a table of n. TypeError and NoEntry as ``entry_number`` says."""
        entry_number(self.given, n, least, self._not_yet, False)
        self.least = max(self.least, least)
        if n not in self.tables:
            self.tables.append(n)

    def unless(self, k: int, n: int) -> tuple[Any, Choice]:
        """To choose from a table of n unless it is k: whether it is another number, and one to choose by, 0 for k.

        Where k is no entry of the table and none of the numbers ``passed``, the first is None: nothing is recorded for
        it, and PassedOver is raised if it comes.
        """
        if not (0 <= k < n or k in self.passed):
            self._not_yet = k
            return None, self
        other = functions.where(self < k, 1.0, functions.where(self > k, 1.0, 0.0))
        choice: Choice = copied(Choice, functions.where(other, self, 0.0))
        choice._starts(0 if self.given == k else self.given, ())
        self._unless.append((k, choice))
        return other, choice

    def __index__(self) -> NoReturn:
        raise TracingError(
            f"{users_line()}: a list is indexed, or something counted, by {describe(self)}, which is data and may "
            "differ from call to call: write te.take(table, i); or bind what never does: functools.partial(f, n=3)"
        )


def copied(kind: type[Value], value: Value) -> Any:
    """The same node, as a Value of some kind."""
    copy = object.__new__(kind)
    for slot in Value.__slots__:
        setattr(copy, slot, getattr(value, slot))
    return copy


Choice.__name__ = Value.__name__  # what Python calls it when it complains of the user's program


def take(table: Sequence[Any], i: Any) -> Any:
    """``table[i]``, in a form that compiles where i is data. Entries are Values, numbers, or lists of them, all alike.

    Raises NoEntry, a ValueError, if i is not the number of an entry (negative numbers are not), TypeError if it is no
    whole number.

    >>> take([Value(10.0), Value(20.0)], 1)
    Value(20.0, grad=0.0)
    >>> take([[1.0, 2.0], [3.0, 4.0]], 0)
    [1.0, 2.0]
    """
    if isinstance(table, (str, bytes, dict, set)) or not hasattr(table, "__len__"):
        raise TypeError(f"take: the table comes first, a list or an array, and it is not {a_thing(table)}")
    if not isinstance(i, Choice):
        return table[entry_number(i, len(table))]
    i.chooses(len(table))
    try:
        return _taken(i, [plain(entry) for entry in table])
    except _Unlike as unlike:
        k = unlike.number
        raise ValueError(
            f"take: entry {k} of the table, {table[k]!r:.60}, is not like entry 0, {table[0]!r:.60}"
        ) from None


def _taken(i: Choice, entries: Sequence[Any]) -> Any:
    """Of entries that are alike the one of this number: of lists number by number."""
    if not any(issubclass(kind, (list, tuple, dict)) for kind in set(map(type, entries))):
        return apply(TAKE, i, *entries)
    first, outline = entries[0], _outline(entries[0])
    for k, entry in enumerate(entries):
        if _outline(entry) != outline:
            raise _Unlike(k)
    if isinstance(first, dict):
        return {key: _taken(i, [entry[key] for entry in entries]) for key in first}
    return maker(type(first))([_taken(i, column) for column in zip(*entries, strict=True)])


def _outline(entry: Any) -> Any:
    """What entries that are alike have in common, except for what is in them."""
    if isinstance(entry, dict):
        return entry.keys()
    return (type(entry), len(entry)) if isinstance(entry, (list, tuple)) else None


class _Unlike(Exception):
    """An entry of a table that is not like the first, by its number."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number
