"""The whole table checked: every primitive, first and second derivatives, at ordinary points, kinks and corners.

A new row of the table, one's own ``@primitive`` too, is checked by being in it.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from ..ieee import run
from ..ops import OPS, Primitive
from ..value import Value, record
from .judge import gradcheck, gradgradcheck
from .report import GradcheckReport

__all__ = ["check_primitive", "points_of"]

POINTS = (
    -30.0, -6.5, -3.0, -2.0, -1.25, -1.0, -0.75, -0.5, -0.25, -1e-3, 0.0, 1e-6, 0.125, 0.5, 0.75, 1.0, 1.5, 2.5, 3.0,
    6.0, 8.0, 20.0, 37.0,
)  # fmt: skip
FEW = (-6.0, -2.0, -1.0, -0.25, 0.0, 0.5, 1.0, 3.0)


def points_of(op: Primitive) -> Iterator[tuple[float, ...]]:
    """The points at which an operation is checked: those where its value is finite."""
    candidates: list[tuple[float, ...]]
    if op.arity == 1:
        candidates = [(x,) for x in POINTS]
    elif op.arity is not None:
        candidates = list(itertools.product(FEW if op.arity == 2 else FEW[2:7:2], repeat=op.arity))
    else:
        candidates = [FEW[:1], FEW[3:6], FEW[:4], FEW[2:7], (1.0, 1.0), FEW]
    for point in candidates:
        if abs(run(op.value, *point)) < 1e300:
            yield point


def check_primitive(op: Primitive | str, order: int = 1) -> list[tuple[tuple[float, ...], GradcheckReport]]:
    """Check one row at all of its points; ``order`` 2 is the second derivative. Gives (point, report) pairs.

    One line in a test is enough for an operation of your own: ``assert all(r.wrong == [] for _, r in
    check_primitive("cube"))``.

    >>> reports = check_primitive("tanh")
    >>> sum(bool(report) for _, report in reports), len(reports)
    (23, 23)
    """
    row = OPS[op] if isinstance(op, str) else op

    def function(*xs: Value) -> Value:
        return record(row, xs)

    function.__name__ = row.name
    checked = gradcheck if order == 1 else gradgradcheck
    return [(point, checked(function, list(point), raise_exception=False)) for point in points_of(row)]
