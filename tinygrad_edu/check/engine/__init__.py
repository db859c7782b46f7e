"""Is an engine right that somebody wrote: micrograd by hand, a learner's own, one of a class of thirty?

``dialect.py`` finds out how it is spoken to, ``patience.py`` how long it is waited for, ``lessons.py`` asks it one
thing after the other, and ``diagnosis.py`` compares what comes out wrong with the planted faults.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ..report import GradcheckError
from ..strategies import at_least_1
from .dialect import Dialect, letters
from .findings import EngineReport
from .lessons import lessons

__all__ = ["EngineReport", "check_engine"]


def check_engine(make: Callable[[float], Any], *, raise_exception: bool = True, examples: int = 300) -> EngineReport:
    """Check an engine of your own: its operations, the reverse pass, and what becomes of a graph afterwards.

    make      the class of its numbers, or a function that makes a leaf of a number. They have ``.data``, ``.grad``,
              ``backward()`` and operators, as micrograd's do; which functions there are (``x.tanh()``, or ``tanh(x)``
              beside the class) is found out, by the names of this package's table
    examples  at most so many random computations are tried in each of two rounds, the same in every run; they need the
              extra ``check``

    What is wrong is told with the simplest computation that shows it, and with its cause where the numbers are those of
    a known fault. What does not end is stopped after five seconds, except on Windows, and told as well.

    >>> class Value:  # with one operation, and that is wrong
    ...     def __init__(self, data):
    ...         self.data, self.grad, self.push = data, 0.0, lambda: None
    ...     def __add__(self, other):
    ...         out = Value(self.data + other.data)
    ...         def push():
    ...             self.grad, other.grad = out.grad, -out.grad
    ...         out.push = push
    ...         return out
    ...     def backward(self):
    ...         self.grad = 1.0
    ...         self.push()
    >>> print(check_engine(Value, raise_exception=False).of("WRONG")[0])
    WRONG      a + b
                   at a = -2.3, b = -0.7 b.grad is -1; right is 1: its sign is wrong

    Raises GradcheckError, an AssertionError, with the report if something is wrong, unless ``raise_exception`` is
    False; TypeError for what is no engine.
    """
    __tracebackhide__ = True
    at_least_1(examples=examples)
    there = Dialect(make)
    with there.patience:
        report = EngineReport(there.name, list(lessons(there, examples)), [])
    report.missing = [way.written(*letters()) for way in there.missing if way.plain and not way.method]
    if raise_exception and not report:
        raise GradcheckError(report)
    return report
