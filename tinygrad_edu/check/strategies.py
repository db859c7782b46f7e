"""Strategies for hypothesis: random numbers and random computations for tests of one's own.

    from hypothesis import given
    from tinygrad_edu.check import gradcheck, strategies

    @given(strategies.expressions())
    def test_gradients(e):
        gradcheck(e, list(e.inputs))

A failing expression shrinks to a smallest one and prints as Python that runs. Expressions are tapes with back
references, not trees: a fault in the order of the reverse pass shows only where results are used again. What an
operation needs of its inputs is drawn with it (a logarithm gets a positive number), so no draw is thrown away.
hypothesis is imported when a strategy is first made (extra ``check``).
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Sequence
from typing import Any

from ..ops import OPS
from .expression import EDGES, Builder, Expression, default_ops
from .judge import gradcheck
from .precise import needs
from .report import GradcheckReport

__all__ = ["expressions", "find_wrong_gradient", "values"]


def _hypothesis() -> Any:
    try:
        import hypothesis
        import hypothesis.strategies
    except ImportError:
        raise needs("hypothesis") from None
    return hypothesis


def values(low: float = -1e6, high: float = 1e6, *, edges: bool = True) -> Any:
    """Finite floats between ``low`` and ``high``; with ``edges`` the corners of the rules (0, ±1, ties) more often."""
    st = _hypothesis().strategies
    numbers = st.floats(low, high, allow_nan=False, allow_infinity=False, allow_subnormal=False)
    corners = [x for x in EDGES if low <= x <= high]
    return st.one_of(st.sampled_from(corners), numbers) if edges and corners else numbers


def expressions(
    ops: Sequence[str] = (), max_nodes: int = 10, shared: bool = True, max_inputs: int = 3, numbers: Any = None
) -> Any:
    """Random computations: callable with Values, with the numbers to call them with as ``.inputs``.

    ops         the names of the table's operations that may be used; all but your own by default
    max_nodes   at most so many operations, the guards of their domains not counted
    shared      whether a result may be used more than once
    numbers     a strategy for the inputs, ``values()`` by default
    """
    st = _hypothesis().strategies
    names = list(ops) or default_ops()
    for name in names:
        if name not in OPS:
            raise ValueError(f"the table has no operation {name!r}")
    drawn = values() if numbers is None else numbers

    @st.composite
    def tape(draw: Any) -> Expression:
        builder = Builder(draw(st.lists(drawn, min_size=1, max_size=max_inputs)))
        unused = list(range(len(builder.data)))
        for _ in range(draw(st.integers(1, max_nodes))):
            name = draw(st.sampled_from(names))
            arity = OPS[name].arity or draw(st.integers(1, 4))
            last = len(builder.data) - 1
            if shared:
                positions = [last - draw(st.integers(0, last)) for _ in range(arity)]
            elif arity <= len(unused):
                positions = [unused.pop() for _ in range(arity)]
            else:
                continue
            unused.append(builder.add(name, positions))
        return builder.finish()

    return tape()


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
      x = ...: analytic ..., numerical ... ± ...: wrong (analytic / numerical = 0.5)
    """
    hypothesis = _hypothesis()
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
