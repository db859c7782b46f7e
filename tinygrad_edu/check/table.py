"""The whole table checked: every primitive, first and second derivatives, at ordinary points, kinks and corners.

A new row of the table, one's own ``@primitive`` too, is checked by being in it.
"""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterator, Sequence
from typing import Any

from ..elementary import inputs_of
from ..ieee import run
from ..nested import plain
from ..ops import OPS, Primitive
from ..value import Value, record
from .blame import alone
from .judge import Gradient, answer, check
from .report import GradcheckError, GradcheckReport
from .screening import suspects
from .subject import Subject

__all__ = ["check_primitive", "points_of"]

POINTS = (
    -30.0, -6.5, -3.0, -2.0, -1.25, -1.0, -0.75, -0.5, -0.25, -1e-3, 0.0, 1e-6, 0.125, 0.5, 0.75, 1.0, 1.5, 2.0, 3.0,
    6.0, 8.0, 20.0, 37.0,
)  # fmt: skip
FEW = (-2.0, -1.0, 0.0, 0.5, 1.0, 3.0)
MANY = 100


ORDERS = {1: (Subject,), 2: (Gradient,), None: (Subject, Gradient)}


def points_of(op: Primitive) -> Iterator[tuple[float, ...]]:
    """The points at which an operation is checked: those where its value is finite."""
    candidates: list[tuple[float, ...]]
    if op.arity == 1:
        candidates = [(x,) for x in POINTS]
    elif op.arity is not None:
        few = FEW if op.arity == 2 else FEW[1:6:2]
        candidates = list(itertools.islice(itertools.product(few, repeat=op.arity), MANY + 1))
        if len(candidates) > MANY:  # with every input more there are three times as many
            rng = random.Random(0)
            candidates = [tuple(rng.choices(few, k=op.arity)) for _ in range(MANY)]
    else:
        candidates = [FEW[:1], FEW[2:5], FEW[:4], FEW[1:], (1.0, 1.0), FEW]
    for point in candidates:
        if abs(run(op.value, *point)) < 1e300:
            yield point


def check_primitive(
    op: Any,
    order: int | None = None,
    *,
    points: Sequence[Any] = (),
    raise_exception: bool = True,
    **settings: Any,
) -> PointReports:
    """Check the rule of one operation, an own one above all, at many points; ``(point, report)`` for each.

    op        an operation of your own, a name in the table or a row of it
    order     1 for first derivatives, 2 for second ones; both if not given
    points    where to check: numbers, or a tuple of numbers for several inputs; by default some ordinary ones, corners
              and ties at which the value is finite, and those of 800 others at which a rough difference is far from
              the rule
    settings  the operation's settings, those of its declaration if not given

    One line tests an operation:

    >>> import tinygrad_edu as te
    >>> @te.primitive(lambda m, y, x, k: 2.0 * k * x)
    ... def my_bowl(m, x, *, k=3.0):
    ...     return k * x * x
    >>> check_primitive(my_bowl, k=0.5)
    gradcheck of my_bowl: passed, 46 ok

    Raises GradcheckError with the first report that is not right, ValueError if the table has no such operation or no
    point can be judged, TypeError for a setting that it does not have.
    """
    __tracebackhide__ = True
    if order not in ORDERS:
        raise ValueError(f"order is 1 or 2, or not given for both; it cannot be {order!r:.60}")
    row = _row(op).bind(**settings)
    names = inputs_of(row)

    def function(*xs: Value) -> Value:
        return record(row, xs)

    function.__name__ = row.name
    points = plain(points)
    if not isinstance(points, (list, tuple)):
        raise TypeError(f"points is a list of numbers, or of tuples of numbers, not {points!r:.60}")
    chosen = [tuple(p) if isinstance(p, (list, tuple)) else (p,) for p in points] or [*points_of(row), *suspects(row)]
    for point in chosen:
        if row.arity not in (None, len(point)):
            raise ValueError(f"{row.name} takes {row.arity} numbers, and the point {point} has {len(point)}")
    reports = PointReports()
    for kind in ORDERS[order]:
        for point in chosen:
            inputs = [Value(x, name) for x, name in zip(point, names or [""] * len(point), strict=True)]
            reports.append((point, answer(check(kind(function, inputs)), raise_exception=False)))
            if len(point) > 1 and len(set(point)) == 1:  # a tie: each input alone may take all of it, two may not
                tied = alone(row, [0] * len(point))
                tied.__name__ = f"{row.name}({', '.join(['x'] * len(point))})"
                reports.append((point, answer(check(kind(tied, point[:1])), raise_exception=False)))
        if raise_exception:
            _raise(row.name, [report for _, report in reports])
    return reports


class PointReports(list[tuple[tuple[float, ...], GradcheckReport]]):
    """``(point, report)`` for each check of an operation; shown as one report, which counts what is right."""

    def __repr__(self) -> str:
        reports = [report for _, report in self]
        name = next((report.function for report in reports), "nothing")
        checks, problems = ([x for r in reports for x in getattr(r, part)] for part in ("checks", "problems"))
        whole = GradcheckReport(name, checks, problems)
        return repr(whole).splitlines()[0] if whole else repr(whole)


def _row(op: Any) -> Primitive:
    if isinstance(op, Primitive):
        return op
    if isinstance(row := getattr(op, "primitive", None), Primitive):  # a function that the table made
        return row
    name = op if isinstance(op, str) else ""
    if name not in OPS:
        raise ValueError(f"the table has no operation {op!r:.60}: declare it with @primitive, or use gradcheck")
    return OPS[name]


def _raise(name: str, reports: list[GradcheckReport]) -> None:
    __tracebackhide__ = True
    failed = [report for report in reports if report.failed]
    if failed:
        counts = f"{len(failed)} of {len(reports)} checks"
        raise GradcheckError(failed[0], f"{name} is wrong in {counts}; this is the first:")
    if not any(report.judged for report in reports):
        raise ValueError(f"{name} could not be judged at any point: give points= inside its domain")
