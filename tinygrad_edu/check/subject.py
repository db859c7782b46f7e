"""The function under check: called at a point, watched for what a function must not do.

``Subject`` calls a plain function on fresh Values. Whatever is wrong with the function itself, and not with its
gradient, ends here in one sentence.
"""

from __future__ import annotations

import inspect
import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from ..graph import ancestors
from ..modes import enable_grad
from ..nested import flatten
from ..value import Value, to_float
from .expression import Expression
from .signature import Signature, Watch
from .terms import terms

__all__ = ["CannotCheckError", "Point", "Run", "Subject", "function_name", "numbers_taken"]


class CannotCheckError(ValueError):
    """The function cannot be checked at all, and the sentence says why."""


@dataclass
class Run:
    """One call: the Values that went in and the Value that came out."""

    leaves: list[Value]
    output: Value


@dataclass
class Point:
    """What the differences need to know of a call; ``raised`` is the sentence if the function raised an error.

    ``value`` is the sum of ``terms``, each times its weight (``terms.py``).
    """

    value: float
    signature: Signature
    constants: tuple[float, ...] = ()
    terms: tuple[float, ...] = ()
    weights: tuple[float, ...] = ()
    raised: str = ""


class Subject:
    """A function and the place where its gradient is to be checked."""

    def __init__(self, f: Callable[..., Any], inputs: Any) -> None:
        if not callable(f):
            raise TypeError(f"gradcheck checks a function; {f!r:.60} is a {type(f).__name__}, which cannot be called")
        if not isinstance(inputs, Value) and hasattr(inputs, "tolist"):  # an array
            inputs = inputs.tolist()
        args = list(inputs) if isinstance(inputs, (list, tuple)) else [inputs]
        leaves, self._rebuild = flatten(args)
        if not leaves:
            raise CannotCheckError(f"there is nothing to differentiate {function_name(f)} by: inputs is empty")
        _fits(f, args)
        self._f = f
        self.function = function_name(f)
        self.x = [x.data if isinstance(x, Value) else to_float(x) for x in leaves]
        labels = [x.label if isinstance(x, Value) else "" for x in leaves]
        names = f.names if isinstance(f, Expression) else _names(f, args)
        self.names = [label or name for label, name in zip(labels, names, strict=True)]
        self._watch = Watch()

    def run(self, x: Sequence[float]) -> Run:
        """Call the function."""
        leaves = [Value(number, name) for number, name in zip(x, self.names, strict=True)]
        args = self._rebuild(leaves)
        with enable_grad():
            output = self._f(*args)
        unchanged = all(leaf.data == number or number != number for leaf, number in zip(leaves, x, strict=True))
        if not unchanged or any(a is not b for a, b in zip(flatten(args)[0], leaves, strict=False)):
            raise CannotCheckError(
                f"{self.function} changes its inputs: it must compute its result from them and leave them alone"
            )
        return Run(leaves, self._checked(output))

    def _checked(self, output: Any) -> Value:
        if isinstance(output, Value):
            return output
        if isinstance(output, (list, tuple, dict)):
            raise TypeError(
                f"{self.function} returned a {type(output).__name__}: gradcheck checks the gradient of one number; "
                "return a single Value, for example a sum with a different factor for each result"
            )
        raise TypeError(
            f"{self.function} returned the {type(output).__name__} {output!r:.60} and not a Value, so what it computed "
            "was not recorded: use the functions of tinygrad_edu instead of those of math or numpy, and do not take "
            "float(x) or x.data on the way"
        )

    def point(self, x: Sequence[float]) -> Point:
        """Call the function for the differences; an error that it raises is part of the answer."""
        try:
            run = self.run(x)
        except Exception as error:
            return Point(math.nan, (), raised=f"{type(error).__name__}: {error}")
        order = ancestors(run.output)
        parts = terms(order)
        data, weights = tuple(node.data for node, _ in parts), tuple(weight for _, weight in parts)
        return Point(run.output.data, *self._watch.signature(order, run.leaves), data, weights)

    def moved(self, i: int, to: float) -> Point:
        """The same at the point whose input ``i`` is moved."""
        x = list(self.x)
        x[i] = to
        return self.point(x)


def function_name(f: Callable[..., Any]) -> str:
    name = getattr(f, "__name__", type(f).__name__)
    return "the function" if name == "<lambda>" else name


def numbers_taken(f: Callable[..., Any]) -> int:
    """How many numbers a function has to be given, those with defaults not counted unless there are no others."""
    parameters = [p for p in _parameters(f) if p.kind in (p.POSITIONAL_ONLY, p.POSITIONAL_OR_KEYWORD)]
    needed = [p for p in parameters if p.default is p.empty]
    return len(needed or parameters) or any(p.kind is p.VAR_POSITIONAL for p in _parameters(f))


def _parameters(f: Callable[..., Any]) -> list[inspect.Parameter]:
    try:
        return list(inspect.signature(f).parameters.values())
    except (TypeError, ValueError):  # some builtins have no signature
        return []


def _fits(f: Callable[..., Any], args: list[Any]) -> None:
    """TypeError if the function cannot be called with so many arguments."""
    try:
        signature = inspect.signature(f)
    except (TypeError, ValueError):
        return
    try:
        signature.bind(*args)
    except TypeError:
        raise TypeError(
            f"{function_name(f)}{signature} cannot be called with {len(args)} argument{'s' * (len(args) != 1)}: "
            "inputs holds one for each of its parameters; a list that is one argument is given as [[...]]"
        ) from None


def _names(f: Callable[..., Any], args: list[Any]) -> list[str]:
    """Names for the inputs, as one would write them in the function: x, p[0], p['bias']."""
    parameters = _parameters(f)
    names: list[str] = []
    for i, arg in enumerate(args):
        last = parameters[min(i, len(parameters) - 1)] if parameters else None
        if last is None or last.kind is last.KEYWORD_ONLY:
            name = f"input {i}"
        elif last.kind is last.VAR_POSITIONAL:
            name = f"{last.name}[{i - len(parameters) + 1}]"
        else:
            name = last.name
        names += _paths(arg, name)
    return names


def _paths(tree: Any, name: str) -> list[str]:
    if isinstance(tree, (list, tuple)):
        return [path for i, item in enumerate(tree) for path in _paths(item, f"{name}[{i}]")]
    if isinstance(tree, dict):
        return [path for key, item in tree.items() for path in _paths(item, f"{name}[{key!r}]")]
    return [name]
