"""The function under check: called at a point, watched for what a function must not do.

``Subject`` calls a plain function on fresh Values. Whatever is wrong with the function itself, and not with its
gradient, ends here in one sentence.
"""

from __future__ import annotations

import functools
import inspect
import math
import re
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from ..anomaly import describe
from ..derivatives import lost, name_of
from ..escape import short
from ..graph import ancestors
from ..modes import enable_grad
from ..nested import flatten, plain
from ..plural import plural
from ..real import a_thing, to_float
from ..value import Value, _leaf
from .expression import Expression
from .signature import Signature, Watch
from .terms import terms

__all__ = [
    "CannotCheckError", "NumberAsListError", "Point", "Run", "Subject", "function_name", "numbers_taken",
    "takes",
]  # fmt: skip


REPEATS, PATIENCE = 150, 0.1
"""So many calls at one point, but for no longer than so many seconds, meet what happens in 2 % of calls 95 times of
100."""


class CannotCheckError(ValueError):
    """The function cannot be checked at all, and the sentence says why."""


class NumberAsListError(TypeError):
    """A function that was given a number where it wants a list."""


@dataclass
class Run:
    """One call: the Values that went in and the Value that came out."""

    leaves: list[Value]
    output: Value


@dataclass
class Point:
    """What the differences need to know of a call; ``raised`` is the sentence if the function raised an error: then it
    has no value, and the signature of nothing.

    ``value`` is the sum of ``terms``, each times its weight (``terms.py``).
    """

    value: float
    signature: Signature
    constants: tuple[float, ...] = ()
    terms: tuple[float, ...] = ()
    weights: tuple[float, ...] = ()
    raised: str = ""


class Subject:
    """A function and the place where its gradient is to be checked. ``title`` is what a report calls it."""

    settle = (
        "If it draws random numbers, set their seed inside the function; what it keeps from call to call must not "
        "matter"
    )

    def __init__(self, f: Callable[..., Any], inputs: Any) -> None:
        if not callable(f):
            raise TypeError(f"gradcheck checks a function; {a_thing(f)} cannot be called")
        args = _arguments(inputs)
        leaves, self._rebuild = flatten(args)
        if not leaves:
            raise CannotCheckError(f"there is nothing to differentiate {function_name(f)} by: inputs is empty")
        _fits(f, args)
        self._f = f
        self.function = self.title = function_name(f)
        self._kinds = [x.__class__ if isinstance(x, Value) else Value for x in leaves]  # micrograd's Values stay such
        labels = [short(x.label) if isinstance(x, Value) else "" for x in leaves]
        names = f.names if isinstance(f, Expression) and len(f.inputs) == len(leaves) else _names(f, args)
        self.x = [x.data if isinstance(x, Value) else _number(x, name) for x, name in zip(leaves, names, strict=True)]
        self.names = [label or name for label, name in zip(labels, names, strict=True)]
        self.watch = Watch()

    def run(self, x: Sequence[float]) -> Run:
        """Call the function."""
        given = zip(self._kinds, x, self.names, strict=True)
        leaves = [_leaf(kind, number, name, True) for kind, number, name in given]
        args = self._rebuild(leaves)
        try:
            with enable_grad():
                output = self._f(*args)
        except TypeError as error:
            name = "f" if self.function == "the function" else self.function
            if re.search(r"'Value' (object is not (subscriptable|iterable)|has no len)", str(error)):
                raise NumberAsListError(
                    f"{self.function} uses a number as a list ({error}): give it a list of numbers where it wants one, "
                    f'as in gradcheck({name}, [[0.3, 0.7]]), or "[0.3, 0.7]" on the command line; a dict likewise, '
                    "as in \"{'w': 0.3}\""
                ) from error
            raise
        unchanged = all(leaf.data == number or number != number for leaf, number in zip(leaves, x, strict=True))
        after, _ = flatten(args)
        kept = len(after) == len(leaves) and all(a is b and b.requires_grad for a, b in zip(after, leaves, strict=True))
        if not (unchanged and kept):
            raise CannotCheckError(
                f"{self.function} changes its inputs: it must compute its result from them and leave them alone"
            )
        return Run(leaves, self._checked(output))

    def _checked(self, output: Any) -> Value:
        if isinstance(output, Value):
            return output
        if isinstance(output, (list, tuple, dict)) or str(getattr(output, "dtype", "")) == "object":
            raise TypeError(
                f"{self.function} returned {'an array' if hasattr(output, 'dtype') else f'a {type(output).__name__}'}: "
                "gradcheck checks the gradient of one number; return a single Value, for example a sum with a "
                "different factor for each result"
            )
        raise TypeError(lost(self.function, output))

    def fresh(self, first: Run, second: Run) -> None:
        """Refuse a function that computes with Values of an earlier call, from a cache, say: they are no inputs now."""
        kept = set(first.leaves) - set(second.leaves)
        if not kept.isdisjoint(ancestors(second.output)):
            raise CannotCheckError(
                f"{self.function} computes with the Values of an earlier call, from a cache or a list that it keeps: "
                "it must compute its result from the Values that it is given"
            )

    def reached(self, first: Run, second: Run) -> None:
        """Refuse a function of Values from outside that has nothing to do with its inputs: it would pass, as constant.

        ``first`` and ``second`` are two runs, which have in common what comes from outside.
        """
        used, again = ancestors(first.output), set(ancestors(second.output))
        others = [node for node in used if node.op is None and node.requires_grad and node in again]
        if others and not set(first.leaves) & set(used):
            raise CannotCheckError(
                f"{self.function} computes its result from {describe(others[0])} and from none of its inputs: let it "
                "use the Values that it is given. A model's parameters are checked by check_model"
            )

    def not_deterministic(self) -> CannotCheckError:
        what = f"{self.function} is not deterministic: two calls at the same point gave different results"
        return CannotCheckError(f"{what}. {self.settle}")

    def repeat(self) -> None:
        """Refuse a function that is random in a few of its calls: a check needs too few of them to meet one."""
        once, end = repr(self.run(self.x).output.data), time.perf_counter() + PATIENCE
        for _ in range(REPEATS):
            try:
                again = repr(self.run(self.x).output.data)
            except Exception as error:
                raise self.not_deterministic() from error
            if again != once:
                raise self.not_deterministic()
            if time.perf_counter() > end:
                break

    def point(self, x: Sequence[float]) -> Point:
        """Call the function for the differences; an error that it raises is part of the answer.

        What no function may do, such as changing its inputs, is refused here too.
        """
        try:
            run = self.run(x)
        except CannotCheckError:
            raise
        except Exception as error:
            return Point(math.nan, (), raised=f"{type(error).__name__}: {error}")
        order = ancestors(run.output)
        parts = terms(order)
        data, weights = tuple(node.data for node, _ in parts), tuple(weight for _, weight in parts)
        return Point(run.output.data, *self.watch.signature(order, run.leaves), data, weights)

    def moved(self, i: int, to: float) -> Point:
        """The same at the point whose input ``i`` is moved."""
        x = list(self.x)
        x[i] = to
        return self.point(x)


def _arguments(inputs: Any) -> list[Any]:
    """The arguments as a list, with lists in the place of arrays."""
    if isinstance(inputs, (set, frozenset)):
        raise TypeError("a set has no order, so it does not say which input is which: give the inputs in a list")
    inputs = plain(inputs)
    if isinstance(inputs, (Value, str, bytes, dict)) or not hasattr(inputs, "__iter__"):
        return [inputs]
    return [plain(argument) for argument in inputs]


def _number(x: Any, name: str) -> float:
    """An input as a float; TypeError, with its name, if it is no number."""
    try:
        return to_float(x)
    except TypeError as error:
        if hasattr(x, "parameters"):
            hint = "the parameters of a model are checked by check_model(model, data, loss)"
        else:
            hint = "inputs are numbers; fix what is none, as in lambda x: f(x, 'mean')"
        raise TypeError(f"{name} is {x!r:.60}, which is no number: {hint}") from error


def function_name(f: Callable[..., Any]) -> str:
    while isinstance(f, functools.partial):
        f = f.func
    name = name_of(f)
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


def _refusal(f: Callable[..., Any], args: Sequence[Any]) -> str:
    """Why the function cannot be called with so many arguments, in Python's words; "" if it can, as far as is known."""
    try:
        inspect.signature(f).bind(*args)
    except TypeError as error:
        return str(error)
    except ValueError:  # some builtins have no signature
        pass
    return ""


def takes(f: Callable[..., Any], count: int) -> bool:
    """Whether the function can be called with so many arguments."""
    return not _refusal(f, [None] * count)


def _fits(f: Callable[..., Any], args: list[Any]) -> None:
    """TypeError if the function cannot be called with so many arguments."""
    refusal = _refusal(f, args)
    if not refusal:
        return
    hint = "a list that is one argument is given as [[...]]"
    if takes(f, 0):
        hint = "a module becomes a function of its parameters by lambda ws: nn.functional_call(net, ws, x)"
    elif len(args) == 1 and isinstance(args[0], dict):
        hint = "a dict is one argument, and its keys are no parameters"
    elif len(args) == 1 and isinstance(args[0], (list, tuple)) and takes(f, len(args[0])):
        hint = "give these numbers one by one, and not in a list of their own"
    raise TypeError(
        f"{function_name(f)}{inspect.signature(f)} cannot be called with "
        f"{plural(len(args), 'argument')}, {refusal}: inputs holds one for each of its parameters; {hint}"
    )


def _names(f: Callable[..., Any], args: list[Any]) -> list[str]:
    """Names for the inputs, as one would write them in the function: x, p[0], p['bias']."""
    parameters = [p for p in _parameters(f) if p.kind not in (p.KEYWORD_ONLY, p.VAR_KEYWORD)]
    names: list[str] = []
    for i, arg in enumerate(args):
        last = parameters[min(i, len(parameters) - 1)] if parameters else None
        if last is None:
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
