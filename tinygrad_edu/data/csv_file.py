"""Tables in CSV files as examples: a header, a row for each example, one column that is to be predicted.

What cannot be read is reported all at once, by line number, because whoever has one gap in a table has several.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Sequence
from io import StringIO
from math import isfinite
from typing import Any

from .sets import Dataset

__all__ = ["columns_of", "read_csv"]

DELIMITERS = ",;\t"
SHOWN = 5  # complaints; how many more there are is said


def read_csv(
    path: str | os.PathLike[str],
    target: str,
    columns: Sequence[str] | None = None,
    classes: bool | None = None,
) -> Dataset:
    """The rows of a CSV file with a header, as a ``Dataset``.

    target   the name of the column to predict
    columns  the names of the columns to predict it from; None: all others
    classes  True: the target's values are names of classes; False: they are numbers; None: they are classes if none of
             them is a number, or if they are 0 and 1

    Classes are numbered in the order of their names (as numbers, if they are). Columns are divided by commas,
    semicolons or tabs, whichever the header has most of; quotes are read as spreadsheets write them; empty lines are
    passed over. Numbers have a point, and are finite.

    Raises ValueError, with line numbers, for rows that are not numbers or are too short or too long; for a column that
    is not there, and for no header, no rows or text that is not UTF-8. OSError if the file cannot be read.

    >>> import tempfile
    >>> path = tempfile.mkdtemp() + "/flowers.csv"
    >>> with open(path, "w") as file:
    ...     _ = file.write("petal,kind\\n1.5,setosa\\n4.5,virginica\\n")
    >>> read_csv(path, target="kind").classes
    ('setosa', 'virginica')
    >>> read_csv(path, target="petal")
    Traceback (most recent call last):
    ValueError: flowers.csv: the column 'kind' holds no numbers: name the columns to learn from, without it
    """
    name = os.path.basename(os.fspath(path))
    header, rows = _table(path, name)
    for column in (target, *(columns or ())):
        if column not in header:
            raise ValueError(f"{name} has no column {column!r}: it has {', '.join(map(repr, header))}")
    features = [column for column in header if column != target] if columns is None else list(columns)
    if target in features:
        raise ValueError(f"the target {target!r} is among the columns to predict it from")
    if not features:
        raise ValueError(f"{name} has no column besides the target {target!r}: there is nothing to predict it from")
    at = [header.index(column) for column in features]
    if classes is None:
        classes = _are_classes([cells[header.index(target)] for _, cells in rows])
    _refuse_text(name, features, at, rows)
    wanted = at if classes else [*at, header.index(target)]
    _refuse_gaps(name, header, wanted, rows)
    labels = [cells[header.index(target)].strip() for _, cells in rows]
    X = [[float(cells[i]) for i in at] for _, cells in rows]
    if not classes:
        return Dataset(X, [float(label) for label in labels], tuple(features))
    if "" in labels:
        raise ValueError(f"{name}: line {rows[labels.index('')][0]} has no {target!r}")
    names = sorted(set(labels), key=_order)
    number = {label: i for i, label in enumerate(names)}
    return Dataset(X, [number[label] for label in labels], tuple(features), tuple(names))


Rows = list[tuple[int, list[str]]]
"""Rows of cells with the numbers of the lines that they end in."""


def columns_of(path: str | os.PathLike[str]) -> list[str]:
    """The names in the header of a CSV file. Raises what ``read_csv`` does for a file that is no table."""
    return _table(path, os.path.basename(os.fspath(path)))[0]


def _table(path: str | os.PathLike[str], name: str) -> tuple[list[str], Rows]:
    """The header and the rows, each as long as the header."""
    import csv  # who trains without files need not wait for it

    from ..files import read

    try:
        file = StringIO(read(path).decode("utf-8-sig"), newline="")  # -sig: Excel begins its files with a mark
        first = file.readline()
        file.seek(0)
        delimiter = max(DELIMITERS, key=first.count)
        reader = csv.reader(file, delimiter=delimiter, strict=True, skipinitialspace=True)
        lines = [(reader.line_num, cells) for cells in reader if any(cell.strip() for cell in cells)]
    except UnicodeDecodeError:
        raise ValueError(f"{name} is no text in UTF-8: save it as 'CSV UTF-8'") from None
    except csv.Error as error:
        raise ValueError(f"{name}: line {reader.line_num} cannot be read: {error}") from None
    if not lines:
        raise ValueError(f"{name} is empty: the first line has the names of the columns")
    header = [cell.strip() for cell in lines[0][1]]
    rows = lines[1:]
    twice = [column for column, count in Counter(header).items() if count > 1]
    if twice:
        raise ValueError(f"{name}: two columns are called {twice[0]!r}: rename one in the first line")
    if all(map(_is_number, header)):
        raise ValueError(f"{name} has no header: its first line, {first.strip():.60}, has numbers and no names")
    if not rows:
        raise ValueError(f"{name} has a header and no rows")
    wrong = [f"line {n} has {len(cells)}" for n, cells in rows if len(cells) != len(header)]
    if wrong:
        cells = "cell" if len(header) == 1 else "cells"
        raise ValueError(f"{name}: the header has {len(header)} {cells}, but {_some(wrong)}")
    return header, rows


def _are_classes(labels: list[str]) -> bool:
    numbers = [label for label in labels if _is_number(label)]
    return not numbers or (len(numbers) == len(labels) and {float(label) for label in labels} == {0.0, 1.0})


def _refuse_text(name: str, features: list[str], at: list[int], rows: Rows) -> None:
    for column, i in zip(features, at, strict=True):
        if not any(_is_number(cells[i]) for _, cells in rows):
            hint = " (numbers have a point, not a comma)" if _is_number(rows[0][1][i].replace(",", ".")) else ""
            raise ValueError(
                f"{name}: the column {column!r} holds no numbers{hint}: name the columns to learn from, without it"
            )


def _refuse_gaps(name: str, header: list[str], wanted: list[int], rows: Rows) -> None:
    wrong = []
    for number, cells in rows:
        bad = next((i for i in wanted if not _is_number(cells[i])), None)
        if bad is not None:
            wrong.append(f"line {number}: {cells[bad]!r:.40} in column {header[bad]!r}")
    if wrong:
        count = "1 row is" if len(wrong) == 1 else f"{len(wrong):,} rows are"
        raise ValueError(f"{name}: {count} not numbers, {_some(wrong)}. Correct or delete them")


def _some(complaints: list[str]) -> str:
    more = len(complaints) - SHOWN
    return "; ".join(complaints[:SHOWN]) + (f"; and {more:,} more" if more > 0 else "")


def _is_number(cell: str) -> bool:
    try:
        return isfinite(float(cell)) and "_" not in cell  # 1_000 is Python's way to write numbers, not that of tables
    except ValueError:
        return False


def _order(label: str) -> Any:
    return (False, float(label), label) if _is_number(label) else (True, 0.0, label)  # numbers first
