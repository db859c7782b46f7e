"""Examples to learn from: XOR and the article are built in, moons, circles, iris and digits come from scikit-learn.

>>> for x, y in xor():
...     print(x, y)
[0.0, 0.0] 0
[0.0, 1.0] 1
[1.0, 0.0] 1
[1.0, 1.0] 0

All of it is plain lists of floats. Your own tables: ``read_csv`` in ``csv_file.py``.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from math import fsum, nan, sqrt
from typing import Any

from .. import article as _article
from ..real import to_float
from .rows import alike, inputs_and_targets, numbers, rows

__all__ = ["Dataset", "article", "circles", "digits", "iris", "moons", "scaling", "split", "standardise", "xor"]


@dataclass(frozen=True, eq=False, repr=False)
class Dataset(Sequence[Any]):
    """Rows of inputs with their targets: a sequence of (x, y) pairs that also has them as two lists.

    X         the inputs: a list of floats for each row
    y         the targets: the number of a class (0, 1, ...), a number, or a list of numbers
    features  what the inputs are called
    classes   what the classes are called; empty where targets are no classes

    >>> data = xor()
    >>> data[1]
    ([0.0, 1.0], 1)
    >>> data
    Dataset(4 rows, 2 inputs, 2 classes)
    """

    X: list[list[float]]
    y: list[Any]
    features: tuple[str, ...] = ()
    classes: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if len(self.X) != len(self.y):
            raise ValueError(f"a Dataset has one target for each input, not {len(self.y)} for {len(self.X)}")

    def __len__(self) -> int:
        return len(self.X)

    def __getitem__(self, index: Any) -> Any:
        if isinstance(index, slice):
            return replace(self, X=self.X[index], y=self.y[index])
        return self.X[index], self.y[index]

    def __iter__(self) -> Iterator[tuple[list[float], Any]]:
        return zip(self.X, self.y, strict=True)

    def signed(self) -> Dataset:
        """The same with targets −1 and 1 in place of the classes 0 and 1, as losses with a margin want them.

        >>> xor().signed().y
        [-1, 1, 1, -1]
        """
        if any(y not in (0, 1) for y in self.y):
            raise ValueError("only two classes, 0 and 1, become −1 and 1")
        return replace(self, y=[2 * y - 1 for y in self.y])

    def __repr__(self) -> str:
        kind = f", {len(self.classes)} classes" if self.classes else ""
        return f"Dataset({len(self)} rows, {len(self.X[0]) if self.X else 0} inputs{kind})"


# -- built in --------------------------------------------------------------------------------------------------------


def xor() -> Dataset:
    """Exclusive or: 4 rows, 2 inputs, 2 classes; 1 where the inputs differ. No straight line divides them."""
    X = [[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]]
    return Dataset(X, [0, 1, 1, 0], ("a", "b"), ("0", "1"))


def article() -> Dataset:
    """The article's single example: inputs i1, i2 and the targets of its two outputs.

    >>> article()[0]
    ([0.05, 0.1], [0.01, 0.99])
    """
    return Dataset([list(_article.INPUTS.values())], [list(_article.TARGETS.values())], tuple(_article.INPUTS))


# -- scikit-learn's --------------------------------------------------------------------------------------------------


def moons(n: int = 200, noise: float = 0.1, seed: int = 0) -> Dataset:
    """Two half circles that reach into each other: ``n`` rows, 2 inputs of about −1 to 2, 2 classes.

    ``noise`` is the standard deviation of what is added to each coordinate. The numbers are those of
    ``sklearn.datasets.make_moons(n, noise=noise, random_state=seed)``.
    """
    X, y = _sklearn().make_moons(_rows(n), noise=noise, random_state=_seed(seed))
    return Dataset(X.tolist(), y.tolist(), ("x1", "x2"), ("upper", "lower"))


def circles(n: int = 200, noise: float = 0.05, factor: float = 0.5, seed: int = 0) -> Dataset:
    """A circle inside another: ``n`` rows, 2 inputs of about −1 to 1, 2 classes.

    ``factor`` is the inner radius, the outer one is 1; ``noise`` as for ``moons``.
    """
    X, y = _sklearn().make_circles(_rows(n), noise=noise, factor=factor, random_state=_seed(seed))
    return Dataset(X.tolist(), y.tolist(), ("x1", "x2"), ("outer", "inner"))


def iris() -> Dataset:
    """Fisher's flowers: 150 rows, 4 lengths in cm, 3 classes. Standardise them before training."""
    bunch = _sklearn().load_iris()
    features = tuple(name.removesuffix(" (cm)") for name in bunch.feature_names)
    return Dataset(bunch.data.tolist(), bunch.target.tolist(), features, tuple(map(str, bunch.target_names)))


def digits() -> Dataset:
    """Handwritten digits: 1,797 rows, 8·8 pixels from 0 to 1 (scikit-learn has them from 0 to 16), 10 classes."""
    bunch = _sklearn().load_digits()
    return Dataset(
        (bunch.data / 16.0).tolist(), bunch.target.tolist(), tuple(bunch.feature_names), tuple(map(str, range(10)))
    )


def _sklearn() -> Any:
    try:
        from sklearn import datasets
    except ImportError:
        raise ImportError(
            "moons, circles, iris and digits come from scikit-learn: pip install 'tinygrad-edu[examples]'"
        ) from None
    return datasets


def _rows(n: int) -> int:
    if n < 2:
        raise ValueError(f"at least 2 rows, one of each class, not {n}")
    return n


def _seed(seed: int) -> int:
    if not 0 <= seed < 2**32:
        raise ValueError(f"scikit-learn's seeds are whole numbers from 0 to {2**32 - 1}, not {seed}")
    return seed


# -- preparing -------------------------------------------------------------------------------------------------------


def split(data: Any, test: float = 0.2, seed: int = 0) -> tuple[Dataset, Dataset]:
    """Shuffle rows and divide them: rows to train on, and rows to hold out.

    test  the part that is held out, more than 0 and less than 1; at least one row is on each side
    seed  of the order

    Raises ValueError for fewer than 2 rows and for another part.

    >>> train, test = split(xor(), test=0.25)
    >>> len(train), len(test)
    (3, 1)
    """
    try:
        part = to_float(test)
    except TypeError:
        part = nan
    if not 0.0 < part < 1.0:
        raise ValueError(f"test is the part of the rows that is held out, between 0 and 1, not {test!r:.60}")
    data = _dataset(data)
    if len(data) < 2:
        raise ValueError(f"{len(data)} row cannot be divided into rows to train on and rows to hold out")
    order = list(range(len(data)))
    random.Random(seed).shuffle(order)
    held_out = min(max(round(part * len(data)), 1), len(data) - 1)
    train, out = order[held_out:], order[:held_out]
    return _taken(data, train), _taken(data, out)


def standardise(train: Any, *others: Any) -> list[Dataset]:
    """Shift and scale each input to mean 0 and standard deviation 1 *in the first data set*; the others alike.

    So nothing is learned from held-out rows. An input that never changes is only shifted.

    >>> standardise(([[1.0], [3.0]], [0, 1]), ([[5.0]], [1]))[1].X
    [[3.0]]
    """
    sets = [_dataset(data) for data in (train, *others)]
    scales = scaling(sets[0].X)

    def scaled(row: list[float]) -> list[float]:
        return [(x - m) / s for x, (m, s) in zip(row, scales, strict=True)]

    return [replace(data, X=[scaled(row) for row in data.X]) for data in sets]


def scaling(X: Iterable[Any]) -> list[tuple[float, float]]:
    """The mean and the standard deviation of each column; 1 in place of a deviation of 0.

    Raises ValueError if rows differ in length or hold a number that is not finite, naming the row.

    >>> scaling([[1.0, 5.0], [3.0, 5.0]])
    [(2.0, 1.0), (5.0, 1.0)]
    """
    X = rows(X, "X")
    alike(X, "X")
    columns = list(zip(*map(numbers, X), strict=True))
    means = [fsum(column) / len(column) for column in columns]
    return [
        (m, sqrt(fsum((x - m) ** 2 for x in column) / len(column)) or 1.0)
        for column, m in zip(columns, means, strict=True)
    ]


def _dataset(data: Any) -> Dataset:
    return data if isinstance(data, Dataset) else Dataset(*inputs_and_targets(data))


def _taken(data: Dataset, rows: list[int]) -> Dataset:
    return replace(data, X=[data.X[i] for i in rows], y=[data.y[i] for i in rows])
