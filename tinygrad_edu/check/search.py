"""The search for an input where a gradient is wrong: hypothesis tries points, and makes a wrong one simpler."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import Any

from .judge import gradcheck
from .report import GradcheckReport
from .strategies import imported, values

__all__ = ["find_wrong_gradient"]


def find_wrong_gradient(
    f: Callable[..., Any], inputs: int | None = None, *, numbers: Any = None, examples: int = 300
) -> GradcheckReport | None:
    """Search for inputs where the gradient of ``f`` is wrong: the report of the simplest found, or None.

    ``inputs`` is how many numbers ``f`` takes, by default as many as it has parameters. ``numbers`` is a strategy for
    them. Points at which ``f`` raises an error are passed over. The search is the same in every run.

    >>> from tinygrad_edu import primitive
    >>> @primitive(lambda m, y, x: m.where(x < 10.0, 2.0 * x, x))
    ... def my_square(m, x):
    ...     return x * x
    >>> print(find_wrong_gradient(my_square))
    gradcheck of my_square: FAILED, 1 wrong
      x = 10.0: analytic 10.0, numerical 20.0 ± ...: wrong (analytic / numerical = 0.5)
      the rule of my_square is wrong: at 10 it gives 10, and the differences of its values 20

    The report's ``picture()`` draws the computation at that point.
    """
    hypothesis = imported()
    st = hypothesis.strategies
    count = len(inspect.signature(f).parameters) if inputs is None else inputs
    drawn = values() if numbers is None else numbers

    def is_wrong(point: list[float]) -> bool:
        try:
            report = gradcheck(f, point, raise_exception=False)
        except (TypeError, AttributeError, NameError):  # a fault of the program, not of the point
            raise
        except Exception:
            return False
        return bool(report.wrong or report.problems)

    settings = hypothesis.settings(
        max_examples=examples, derandomize=True, database=None, deadline=None,
        suppress_health_check=list(hypothesis.HealthCheck),
    )  # fmt: skip
    try:
        point = hypothesis.find(st.lists(drawn, min_size=count, max_size=count), is_wrong, settings=settings)
    except hypothesis.errors.NoSuchExample:
        return None
    return gradcheck(f, point, raise_exception=False)
