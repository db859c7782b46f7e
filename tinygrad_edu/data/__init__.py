"""Data to learn from: XOR and the article built in, moons, circles, iris and digits of scikit-learn, and CSV files.

>>> from tinygrad_edu import data
>>> data.xor()[1]
([0.0, 1.0], 1)

``sets.py`` has the examples, ``csv_file.py`` reads tables, ``rows.py`` checks what anybody else brings.
"""

from typing import TYPE_CHECKING

from ..instead import answering
from .csv_file import read_csv
from .sets import Dataset, article, circles, digits, iris, moons, scaling, split, standardise, xor

__all__ = [
    "Dataset",
    "article",
    "circles",
    "digits",
    "iris",
    "moons",
    "read_csv",
    "scaling",
    "split",
    "standardise",
    "xor",
]

if not TYPE_CHECKING:  # a type checker knows what there is
    __getattr__, __dir__ = answering(globals())
