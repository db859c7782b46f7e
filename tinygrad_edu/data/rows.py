"""Examples as they come in, (x, y) pairs or two lists, taken apart into plain lists and checked row by row.

Training, plots and checks on held-out rows all read their data here, so all of them take the same things and say the
same about others. Errors name the row, counted from 1.
"""

from __future__ import annotations

from collections.abc import Iterable
from math import isfinite
from typing import Any

from ..nested import plain
from ..nn.reduction import NUMBERS, shape
from ..plural import plural
from ..real import to_float
from ..value import Value

__all__ = ["alike", "inputs_and_targets", "numbers", "rows"]


def inputs_and_targets(data: Any, what: str = "data", beside: tuple[Any, ...] = ()) -> tuple[list[Any], list[Any]]:
    """The inputs and the targets of some examples, as two lists of one length.

    data    (X, Y), a *tuple* of two lists or arrays; or anything else that can be gone through and gives (x, y) pairs:
            a list of pairs, a ``Dataset``, a zip
    what    what to call it in errors
    beside  what else was given, as in ``fit(net, X, Y)``: there should be nothing

    An x or y is a number or a list of numbers; what has ``tolist()``, NumPy's arrays above all, becomes a list.
    Raises ValueError if there are no rows, if there are not as many targets as inputs, if a row has another shape than
    the first or holds a number that is not finite; TypeError for what is no number. Each names the row. TypeError if
    the targets came beside the inputs.

    >>> inputs_and_targets([([0.0, 1.0], 1), ([1.0, 1.0], 0)])
    ([[0.0, 1.0], [1.0, 1.0]], [1, 0])
    >>> inputs_and_targets(([[0.0, 1.0], [1.0]], [1, 0]))
    Traceback (most recent call last):
    ValueError: data: the input of row 2 has shape (1,), that of row 1 has (2,); all have to be alike
    """
    if beside:
        raise TypeError(f"{what} is one argument: inputs X and their targets Y are given as a tuple, (X, Y)")
    if isinstance(data, tuple) and len(data) == 2:
        xs, ys = (rows(part, f"the {name} of {what}") for part, name in zip(data, ("inputs", "targets"), strict=True))
        if len(xs) != len(ys):
            counts = f"{plural(len(xs), 'input')} but {plural(len(ys), 'target')}"
            raise ValueError(f"{what}: {counts}; one target for each input is wanted")
    else:
        pairs = [_pair(pair, row, what) for row, pair in enumerate(rows(data, what), 1)]
        xs, ys = [plain(x) for x, _ in pairs], [plain(y) for _, y in pairs]
    if not xs:
        raise ValueError(f"{what} is empty: there is no row in it")
    hint = "" if isinstance(data, tuple) or len(xs) != 2 else ". Two lists, X and Y, are given as a tuple, (X, Y)"
    alike(xs, f"{what}: the input", hint)
    alike(ys, f"{what}: the target", hint)
    return xs, ys


def numbers(row: Any) -> list[Any]:
    """The numbers of an input, target or output, which may be a single one, from left to right.

    >>> numbers(2.0), numbers([1.0, [2.0, 3.0]])
    ([2.0], [1.0, 2.0, 3.0])
    """
    if not isinstance(row, (list, tuple)):
        return [row]
    if NUMBERS.issuperset(map(type, row)):
        return list(row)
    found = []
    for part in row:  # there may be thousands, and no call for each
        if isinstance(part, (list, tuple)):
            found += numbers(part)
        else:
            found.append(part)
    return found


def rows(part: Any, what: str) -> list[Any]:
    """The rows of some data as a list, arrays taken apart; TypeError for what has none."""
    part = plain(part)
    if isinstance(part, (str, bytes, dict, Value)) or not isinstance(part, Iterable):
        raise TypeError(f"{what}: a list with an item for each row is wanted, not {type(part).__name__} {part!r:.60}")
    return [plain(row) for row in part]


def _pair(pair: Any, row: int, what: str) -> tuple[Any, Any]:
    if not isinstance(pair, (list, tuple)) or len(pair) != 2:
        raise ValueError(
            f"{what}: row {row} is {pair!r:.60}, not an (x, y) pair: give pairs, or a tuple of two lists, (X, Y)"
        )
    return pair[0], pair[1]


def alike(rows: list[Any], what: str, hint: str = "") -> None:
    """The error of a row that has another shape than the first, or holds what is no finite number."""
    first = shape(f"{what} of row 1", rows[0])
    for number, row in enumerate(rows, 1):
        own = shape(f"{what} of row {number}", row)
        if own != first:
            own_and_first = f"{what} of row {number} has shape {own}, that of row 1 has {first}"
            raise ValueError(f"{own_and_first}; all have to be alike{hint}")
        for x in numbers(row):
            if x.__class__ is not float and x.__class__ is not int and not isinstance(x, Value):
                try:
                    x = to_float(x)
                except TypeError:
                    raise TypeError(f"{what} of row {number} has {x!r:.60} in it, which is no number") from None
            if not isfinite(x):
                raise ValueError(f"{what} of row {number} has {float(x)} in it: fill the gap or leave the row out")
