"""``f.map``, ``f.sum`` and ``f.mean``: a compiled function for every row of a batch, at once where the target can.

A target that can has ``map(rows, mapped, *groups)``: ``mapped`` says of each input group whether it holds numbers for
each row or is the same for all; the outputs come back row after row, or with ``summed`` as their sums, for which no
memory is needed that grows with the rows. For other targets the program runs row by row.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import reduce
from numbers import Real
from typing import TYPE_CHECKING, Any

from ..choice import Bounds, NoEntry, PassedOver, entry_number
from ..nested import maker
from ..options import is_truth
from .recording import number_of
from .structure import all_floats, any_values, is_array, listed, take_apart

if TYPE_CHECKING:
    from .function import Jitted

__all__ = ["mapped"]

SHARED = "; what all rows share is given by its name, as in f.map(rows, scale=2.0)"


def mapped(
    way: str, function: Jitted, args: Sequence[Any], kwargs: dict[str, Any], before: tuple[Any, ...] = ()
) -> Any:
    """What ``Jitted`` says of this way, "map", "sum" or "mean"; ``before`` stand arguments that all rows share.

    Errors name the argument and the row.
    """
    rows, start, end = _count(f"{function.__name__}.{way}", args), len(before), len(before) + len(args)
    total = way != "map"
    wanted = function.wanted._replace(rows="sum" if total else "each")
    tops = [listed(arg[:1])[0] if is_array(arg) else arg[0] for arg in args]
    compiled, first = function.compiled([*before, *tops], kwargs, wanted)
    arrays = any(is_array(arg) and hasattr(arg, "dtype") for arg in args)  # array("d") is Python's own
    at_once = hasattr(compiled.executable, "map")
    batch = [arg if at_once and _of_numpy(arg) else _numbers(way, k, arg) for k, arg in enumerate(args)]
    for k, place, bounds in compiled.choices:
        if start <= k < end:
            _check_choices(k - start, place, bounds, batch[k - start])
    table: Any
    if at_once:
        inputs = compiled.inputs(first)
        of_rows = [start <= k < end for k in compiled.given] + [False] * (len(inputs) - len(compiled.given))
        for place, k in enumerate(compiled.given):
            if of_rows[place]:
                inputs[place] = _flat(batch[k - start])
        summed = range(len(compiled.program.outputs)) if total else ()
        outputs = compiled.executable.map(rows, of_rows, *inputs, summed=summed)
        table = _side_by_side(outputs, 1 if total else rows, arrays)
    else:
        groups = ([*first[:start], *[numbers[r] for numbers in batch], *first[end:]] for r in range(rows))
        each = (_numbers_of(compiled.executable.run(*compiled.inputs(row))) for row in groups)
        table = [reduce(_added, each)] if total else list(each)
    if way == "mean":
        table = [[x / rows for x in row] for row in table] if isinstance(table, list) else table / rows
    times = rows if way == "sum" else 1
    if arrays:
        import numpy

        if compiled.columns is None:
            count = sum(group.size for group in compiled.program.outputs)
            compiled.columns = _places(compiled.result([_Column(k) for k in range(count)]))
        columns = numpy.asarray(table, dtype=numpy.float64)
        return _columns(compiled.columns, columns[0] if total else columns, times)
    if times > 1:
        compiled = replace(compiled, fixed={k: _times(x, rows) for k, x in compiled.fixed.items()})
    results = [compiled.result(row) for row in table]
    return results[0] if total else results


def _numbers_of(outputs: Sequence[Any]) -> list[float]:
    return [float(x) for group in outputs for x in group]


def _added(row: list[float], other: list[float]) -> list[float]:
    return [x + y for x, y in zip(row, other, strict=True)]


def _side_by_side(outputs: Sequence[Any], rows: int, arrays: bool) -> Any:
    """The numbers of all output groups for each row, from groups that hold all rows one after the other."""
    if arrays:
        import numpy

        return numpy.hstack([numpy.asarray(group).reshape(rows, -1) for group in outputs])
    groups = [(list(map(float, group)), len(group) // rows) for group in outputs]
    return [[x for group, width in groups for x in group[r * width : (r + 1) * width]] for r in range(rows)]


def _check_choices(k: int, place: int, bounds: Bounds, batch: Any) -> None:
    """The numbers by which the rows choose from a table, each at this place of its row."""
    if not _of_numpy(batch):
        numbers = {r: row[place] for r, row in enumerate(batch)}
    else:
        column = batch.reshape(len(batch), -1)[:, place]
        size, least, passed, can = bounds
        wrong = (column < least) | (column >= size)
        if can and passed is not None:
            wrong &= column != passed
        wrong |= column.dtype.kind == "f"  # no whole numbers
        numbers = {int(wrong.argmax()): column[wrong.argmax()].item()} if wrong.any() else {}
    for r, number in numbers.items():
        try:
            entry_number(number, *bounds)
        except PassedOver:
            raise
        except (TypeError, NoEntry) as error:
            raise type(error)(f"row {r} of argument {k}: {error}") from None


def _of_numpy(arg: Any) -> bool:
    """Whether it is an array of NumPy's, of numbers: then all rows are alike."""
    return getattr(getattr(arg, "dtype", None), "kind", "?") in "fiub"  # PyTorch's have no kind


def _flat(batch: Any) -> Any:
    """The numbers of an argument, row after row."""
    if _of_numpy(batch):
        return batch.astype("float64").ravel()
    numbers = [x for row in batch for x in row]
    return numbers if all_floats(numbers) else [number_of(x) for x in numbers]


def _count(name: str, args: Sequence[Any]) -> int:
    """How many rows the arguments have, all the same number."""
    if not args:
        raise TypeError(f"{name} goes through the rows of its positional arguments, and there are none")
    counts = []
    for k, arg in enumerate(args):
        if not isinstance(arg, (list, tuple)) and not is_array(arg):
            kind = type(arg).__name__
            raise TypeError(f"{name}: argument {k} is a {kind}; it has to be a list or array of rows{SHARED}")
        counts.append(len(arg))
    if len(set(counts)) > 1:
        raise ValueError(f"{name}: the arguments have {', '.join(map(str, counts))} rows, not equally many{SHARED}")
    if not counts[0]:
        raise ValueError(f"{name}: there are no rows")
    return counts[0]


def _numbers(way: str, k: int, arg: Any) -> list[list[Any]]:
    """The numbers of each row of an argument, all rows of one structure."""
    wanted = None
    found = []
    for r, row in enumerate(listed(arg) if is_array(arg) else arg):
        numbers: list[Any] = []
        key = take_apart(row, numbers)
        if r == 0:
            wanted = key
        elif key != wanted:
            raise ValueError(f"{way}: row {r} of argument {k} has another structure than row 0: {row!r:.60}")
        if any_values([numbers]):
            raise TypeError(f"{way} takes numbers, and row {r} of argument {k} has a Value: call the function itself")
        found.append(numbers)
    return found


class _Column(int):
    """The number of a column, in the place of a number that a function returned: no other whole number is one."""


@dataclass(frozen=True)
class _Columns:
    """In the place of a list of nothing but columns, which stand side by side, where they do."""

    index: slice


def _places(structure: Any) -> Any:
    """A result of ``_Column``s, made ready for ``_columns``."""
    if isinstance(structure, dict):
        return {key: _places(item) for key, item in structure.items()}
    if not isinstance(structure, (list, tuple)):
        return structure
    if isinstance(structure, list) and set(map(type, structure)) == {_Column}:
        return _Columns(slice(structure[0], structure[-1] + 1))
    return maker(type(structure))([_places(item) for item in structure])


def _columns(structure: Any, table: Any, times: int) -> Any:
    """The results of all rows, or of their sum: ``structure`` is that of ``_places``.

    Numbers that a function returns whatever its arguments stay what they are, as often as there are ``times``, but in a
    list of numbers, a column. A tuple stays one whatever is in it, as that of a value and its gradient, which are taken
    apart.
    """
    if isinstance(structure, _Columns):
        return table[..., structure.index]
    if isinstance(structure, _Column):
        return table[:, structure] if table.ndim > 1 else float(table[structure])
    if isinstance(structure, dict):
        return {key: _columns(item, table, times) for key, item in structure.items()}
    if isinstance(structure, (list, tuple)):
        kinds = set(map(type, structure))
        if isinstance(structure, list) and _Column in kinds and kinds <= {_Column, int, float}:
            import numpy

            one = table.shape[:-1]
            numbers = [table[..., x] if type(x) is _Column else numpy.full(one, x * times) for x in structure]
            return numpy.stack(numbers, -1)
        return maker(type(structure))([_columns(item, table, times) for item in structure])
    return _times(structure, times)


def _times(x: Any, times: int) -> Any:
    return x * times if isinstance(x, Real) and not is_truth(x) else x
