"""Whether it pays to compile a training: what the eager engine would take for it, and what compiling takes.

Both are estimates, made of how much there is to compute for a row. That is counted in the graph of the first row's
output, because a network may use its parameters once, or at every step of a sequence.
"""

from __future__ import annotations

from math import ceil
from typing import Any

from ..graph import ancestors
from ..nested import flatten
from ..value import Value

__all__ = ["eager_seconds", "pays", "takes_long", "uses_in"]

PAYS = 1.0
"""Seconds that the eager engine would take, from which on it may pay to compile: small nets take a tenth to a half."""

EAGER = (40e-6, 1e-6, 20e-6, 0.4e-6)
"""Seconds that it takes for a step, for each parameter in it, for a row, and for each product in that; measured."""

COMPILING, COMPILING_EXACT = 10e-6, 300e-6
"""Seconds that compiling takes for each product in the rows that are recorded for a step; measured, of large ones."""

LARGEST = 3_000_000
"""Products in the rows that are recorded for a step, beyond which that takes many seconds."""

LARGEST_EXACT = 10_000
"""The same for what is exact: that is straight-line code, which takes some hundred times as long to compile."""


def uses_in(output: Any) -> int:
    """How many products were computed for an output, about: one for every two numbers that an operation read.

    >>> from tinygrad_edu import nn
    >>> uses_in(nn.MLP(10, [20, 1])([0.5] * 10))  # it has 241 parameters
    240
    """
    leaves, _ = flatten(output)
    return sum(len(v.inputs) for v in ancestors(*[v for v in leaves if isinstance(v, Value)])) // 2


def pays(seconds: float, here: int, exact: bool) -> bool:
    """Whether it pays to compile a step of so many products for what would take the eager engine so long."""
    return seconds >= max(PAYS, here * (COMPILING_EXACT if exact else COMPILING))


def eager_seconds(rows: int, size: int, parameters: int, uses: int) -> float:
    """What an epoch takes in the eager engine, about: so many rows, in batches of a size."""
    step, parameter, row, use = EAGER
    return (step + parameter * parameters) * ceil(rows / size) + rows * (row + use * uses)


def takes_long(here: int, exact: bool) -> bool:
    """Whether it takes more seconds to compile a step of so many products than somebody would wait who did not ask."""
    return here > (LARGEST_EXACT if exact else LARGEST)
