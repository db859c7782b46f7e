"""Numbers in memory: what compiled code reads and writes.

A buffer is an ``array`` of Python or a NumPy array, whichever the caller has; NumPy is not needed and not imported.
Whatever is wrong with one is said before anything is computed.
"""

from __future__ import annotations

import sys
from array import array
from collections.abc import Callable, Collection, Iterable, Sequence
from typing import Any

__all__ = ["check_groups", "copied", "doubles", "each", "given", "integers", "sizes_of_rows", "within", "zeros"]


def zeros(size: int) -> Any:
    """So many doubles, all 0."""
    return array("d", (0.0,)) * size  # with no bytes beside it, which for many take longer than all else


def doubles(numbers: Any, name: str, size: int | None = None, multiple: int = 1) -> Any:
    """Numbers as a buffer of doubles: the same object if it is one already, else a copy.

    size      how many there must be
    multiple  of what the number of numbers must be a multiple, where any number of rows may come
    """
    if numbers.__class__ is list or not is_buffer(numbers, "d"):
        try:
            numbers = array("d", numbers if numbers.__class__ is list else _flat(numbers, name))
        except TypeError:
            _flat(numbers, name)  # says which number is none
            raise
    _check_count(numbers, name, size, multiple)
    return numbers


def integers(numbers: Any, name: str, size: int) -> Any:
    """The same for whole numbers of 64 bits."""
    if not is_buffer(numbers, "q"):
        numbers = array("q", [int(x) for x in _flat(numbers, name)])
    _check_count(numbers, name, size, 1)
    return numbers


def within(numbers: Any, n: int, end: int) -> bool:
    """Whether the first n of the whole numbers of a buffer are from 0 to below ``end``."""
    numpy = sys.modules.get("numpy")
    if numpy:  # which is there already: going through an array number by number takes as long as a loop of steps does
        rows = numpy.asarray(numbers, numpy.int64).ravel()[:n]
        return bool(rows.view(numpy.uint64).max() < end)  # negative numbers are large
    return min(numbers[:n]) >= 0 and max(numbers[:n]) < end


def copied(buffer: Any) -> Any:
    """A buffer of its own with the same doubles."""
    copy = array("d")
    copy.frombytes(memoryview(buffer).cast("B") if count(buffer) else b"")  # array("d", buffer) goes number by number
    return copy


def given(buffer: Any, name: str, size: int) -> Any:
    """A buffer into which results are to be written; it must be one already."""
    if not is_buffer(buffer, "d", writable=True):
        raise TypeError(f"{name} is written into array('d') or a contiguous float64 array, not {_kind(buffer)}")
    _check_count(buffer, name, size, 1)
    return buffer


def check_groups(given: Sequence[Any], wanted: Sequence[Any], what: str) -> None:
    """TypeError if there are more groups of buffers than a program has, or fewer."""
    if len(given) != len(wanted):
        raise TypeError(f"the program has {len(wanted)} groups of {what}, and {len(given)} came")


def each(
    look: Callable[..., Any],
    groups: Sequence[Any],
    wanted: Sequence[Any],
    what: str,
    sizes: Sequence[int] | None = None,
) -> list[Any]:
    """What ``look``, ``doubles`` or ``given``, makes of each group of inputs, or of outputs.

    wanted  the groups that a program has, ``what`` they are, and how many numbers each is to have if not its own size
    """
    check_groups(groups, wanted, what)
    sizes = [group.size for group in wanted] if sizes is None else sizes
    return [look(x, group.name, size) for x, group, size in zip(groups, wanted, sizes, strict=True)]


def sizes_of_rows(
    inputs: Sequence[Any], outputs: Sequence[Any], rows: int, mapped: Sequence[bool], summed: Collection[int] = ()
) -> tuple[list[int], list[int]]:
    """How many numbers each group of inputs, and of outputs, has for so many rows.

    mapped  for each group of inputs whether it has numbers for each row, or the same ones for all
    summed  groups of outputs that are sums over the rows, by their positions
    """
    check_groups(mapped, inputs, "marks")
    given = [group.size * (rows if many else 1) for group, many in zip(inputs, mapped, strict=True)]
    return given, [group.size * (1 if k in summed else rows) for k, group in enumerate(outputs)]


def is_buffer(x: Any, code: str, writable: bool = False) -> bool:
    """Whether x lies in memory as so many numbers of one kind side by side: "d" for doubles, "q" for whole numbers."""
    if x.__class__ is array:
        return bool(x.typecode == code)
    layout = getattr(x, "__array_interface__", None)
    if layout is None:
        return False
    kind = {"d": "f8", "q": "i8"}[code]
    one_run = layout["strides"] is None  # NumPy's way of saying: contiguous, row after row
    return bool(one_run and layout["typestr"][1:] == kind and x.dtype.isnative and not (writable and layout["data"][1]))


def count(buffer: Any) -> int:
    """How many numbers a buffer has, whatever its shape."""
    return int(buffer.size) if hasattr(buffer, "size") else len(buffer)


def _check_count(buffer: Any, name: str, size: int | None, multiple: int) -> None:
    n = count(buffer)
    if size is not None and n != size:
        raise ValueError(f"{name} is to have {size} number{'s' * (size != 1)}, and {n} came")
    if n % multiple:
        raise ValueError(f"{name} is to have rows of {multiple} numbers, and {n} numbers came")


def _flat(numbers: Any, name: str) -> Iterable[Any]:
    """The numbers of a sequence of numbers, of a NumPy array of any shape and kind."""
    if hasattr(numbers, "__array_interface__"):
        kind = numbers.dtype.kind
        if kind not in "fiub":
            raise TypeError(f"{name} is to be numbers, and an array of {numbers.dtype} came")
        flat: Iterable[Any] = numbers.ravel().tolist()
        return flat
    if not isinstance(numbers, Sequence) or isinstance(numbers, (str, bytes)):
        raise TypeError(f"{name} is to be a list of numbers, not {_kind(numbers)}")
    for k, x in enumerate(numbers):
        if isinstance(x, str) or not hasattr(x, "__float__"):
            raise TypeError(f"{name}[{k}] is to be a number, not {_kind(x)}")
    return numbers


def _kind(x: Any) -> str:
    return f"{type(x).__name__} {x!r:.40}"
