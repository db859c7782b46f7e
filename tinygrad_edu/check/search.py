"""The search for an input where a gradient is wrong: hypothesis tries points, and makes a wrong one simpler."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from tempfile import TemporaryDirectory
from types import NoneType
from typing import Any

from ..real import a_thing
from .judge import answer, check
from .report import GradcheckReport
from .strategies import at_least_1, drawn_from, imported, values
from .subject import CannotCheckError, NumberAsListError, Subject, function_name, numbers_taken, takes

__all__ = ["Search", "find_wrong_gradient", "search", "simplest"]


@dataclass
class Search:
    """What came of a search: the report of the simplest wrong gradient, if any was found."""

    found: GradcheckReport | None
    tried: int = 0
    judged: int = 0

    def __str__(self) -> str:
        return f"no wrong gradient found at {self.tried} points, {self.judged} of which could be judged"


def find_wrong_gradient(
    f: Callable[..., Any], inputs: int | None = None, *, numbers: Any = None, examples: int = 300
) -> GradcheckReport | None:
    """Search for inputs where the gradient of ``f`` is wrong: the report of the simplest found, or None.

    inputs    how many numbers ``f`` takes; by default as many as it has parameters without a default. A function of
              one list gets so many numbers in it
    numbers   a strategy for them, ``strategies.values()`` by default
    examples  at most so many points are tried; where ``f`` raises an error, there is none

    The search is the same in every run.

    >>> from tinygrad_edu import primitive
    >>> @primitive(lambda m, y, x: m.where(x < 10.0, 2.0 * x, x))
    ... def my_square(m, x):
    ...     return x * x
    >>> print(find_wrong_gradient(my_square))
    gradcheck of my_square: FAILED, 1 wrong
      x = 10.0: analytic 10.0, numerical 20.0 ± ...: wrong (analytic / numerical = 0.5)
      the rule of my_square is wrong: at 10 it gives 10, and the differences of its values 20

    The report's ``picture()`` draws the computation at that point.

    Raises ValueError if no point at all could be judged, or if ``f`` is not deterministic or changes its inputs;
    TypeError if it cannot be called with so many numbers or returns no Value.
    """
    return search(f, inputs, numbers=numbers, examples=examples).found


def search(f: Callable[..., Any], inputs: int | None = None, *, numbers: Any = None, examples: int = 300) -> Search:
    """The same, with the numbers of points that were tried and judged."""
    hypothesis = imported()
    st = hypothesis.strategies
    if not callable(f):
        raise TypeError(f"the search is for a gradient of a function, and {a_thing(f)} is none")
    at_least_1(examples=examples)
    name = function_name(f)
    code = "f" if " " in name else name
    if not isinstance(inputs, (int, NoneType)):
        raise TypeError(f"inputs is how many numbers {name} takes; it cannot be {inputs!r:.60}")
    at_least_1(inputs=inputs)
    count = numbers_taken(f) if inputs is None else inputs
    if count < 1:
        raise CannotCheckError(
            f"there is nothing to differentiate {name} by: it takes no numbers, as far as Python knows; else say how "
            f"many, as in find_wrong_gradient({code}, 2)"
        )
    drawn = values() if numbers is None else drawn_from(numbers)
    one_by_one = takes(f, count) and not hasattr(f, "parameters")  # a model takes one list, whatever its signature says
    in_a_list = count > 1 and not one_by_one and takes(f, 1)
    outcome, reason = Search(None), ""

    def checked(point: list[float]) -> GradcheckReport:
        return answer(check(Subject(f, [point] if in_a_list else point)), raise_exception=False)

    def is_wrong(point: list[float]) -> bool:
        nonlocal reason
        outcome.tried += 1
        try:
            report = checked(point)
        except NumberAsListError as error:
            raise TypeError(f"{error}; a search is told how many numbers, find_wrong_gradient({code}, 2)") from error
        except (TypeError, AttributeError, NameError, CannotCheckError):  # a fault of the program, not of the point
            raise
        except Exception as error:
            reason = f"it raised {type(error).__name__}: {error}"
            return False
        if report.judged:
            outcome.judged += 1
        else:
            reason = next((check.note for check in report.checks if check.note), reason)
        return report.failed

    try:
        point = simplest(st.lists(drawn, min_size=count, max_size=count), is_wrong, examples)
    except hypothesis.errors.Flaky:  # what it found at a point it did not find there again
        raise Subject(f, [[1.0] * count] if in_a_list else [1.0] * count).not_deterministic() from None
    if point is not None:
        outcome.found = checked(point)
    elif not outcome.judged:
        raise CannotCheckError(
            f"{name} could not be judged at any of {outcome.tried} points; at the last one: {reason}"
        )
    return outcome


def simplest(strategy: Any, holds: Callable[[Any], bool], examples: int) -> Any:
    """The simplest draw found for which the condition holds; None if it holds for none. The same in every run."""
    hypothesis = imported()
    settings = hypothesis.settings(
        max_examples=examples, derandomize=True, database=None, deadline=None, print_blob=False,
        verbosity=hypothesis.Verbosity.quiet, phases=[hypothesis.Phase.generate, hypothesis.Phase.shrink],
        suppress_health_check=list(hypothesis.HealthCheck),
    )  # fmt: skip
    with _nothing_left(hypothesis.configuration):
        try:
            return hypothesis.find(strategy, holds, settings=settings)
        except hypothesis.errors.NoSuchExample:
            return None


@contextmanager
def _nothing_left(configuration: Any) -> Iterator[None]:
    """Without a database, too, hypothesis notes the numbers that stand in a program's text, in a folder beside it."""
    before = getattr(configuration, "__hypothesis_home_directory", None)
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        configuration.set_hypothesis_home_dir(folder)
        try:
            yield
        finally:
            configuration.set_hypothesis_home_dir(before)
