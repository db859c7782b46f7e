"""Functions of lists, which record a single node whatever the length, and operations of one's own.

``sum``, ``prod``, ``dot`` and ``logsumexp`` are rows of the table; ``softmax``, ``mean`` and their kin are made of
several. The functions of single numbers are in ``elementary.py``, and can be had from here too.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from typing import Any, overload

from .declare import counted, guarded, inputs_and_settings, slotted
from .elementary import *  # noqa: F403
from .elementary import exp, function_of, square, sub
from .names import Name
from .ops import OPS, define
from .value import Value, apply

# -- lists -----------------------------------------------------------------------------------------------------------


def _all(name: str, xs: Iterable[Any]) -> list[Any]:
    if isinstance(xs, (Value, int, float)):
        raise TypeError(f"{name} takes a list of Values, not a single {type(xs).__name__}")
    return list(xs)


@overload
def sum(xs: Iterable[Value]) -> Value: ...
@overload
def sum(xs: Iterable[float]) -> float: ...
@overload
def sum(xs: Iterable[Any]) -> Any: ...
def sum(xs: Iterable[Any]) -> Any:
    """x1 + x2 + ... as one node, added from left to right; 0.0 for an empty list.

    >>> sum([Value(1.0), Value(2.0), 3.0])
    Value(6.0, grad=0.0)
    """
    xs = _all("sum", xs)
    return apply(OPS["sum"], *xs) if xs else 0.0


@overload
def prod(xs: Iterable[Value]) -> Value: ...
@overload
def prod(xs: Iterable[float]) -> float: ...
@overload
def prod(xs: Iterable[Any]) -> Any: ...
def prod(xs: Iterable[Any]) -> Any:
    """x1·x2·... as one node, multiplied from left to right; 1.0 for an empty list.

    >>> prod([Value(2.0), 3.0, Value(4.0)])
    Value(24.0, grad=0.0)
    """
    xs = _all("prod", xs)
    return apply(OPS["prod"], *xs) if xs else 1.0


@overload
def dot(ws: Iterable[Value], xs: Iterable[Value | float], bias: Any = None) -> Value: ...
@overload
def dot(ws: Iterable[float], xs: Iterable[Value], bias: Any = None) -> Value: ...
@overload
def dot(ws: Iterable[float], xs: Iterable[float], bias: float | None = None) -> float: ...
@overload
def dot(ws: Iterable[Any], xs: Iterable[Any], bias: Any = None) -> Any: ...
def dot(ws: Iterable[Any], xs: Iterable[Any], bias: Any = None) -> Any:
    """w1·x1 + w2·x2 + ... + bias as one node: the weighted sum of a neuron.

    Raises ValueError, with both lengths, if the lists are not equally long.

    >>> dot([Value(2.0), Value(3.0)], [10.0, 20.0], Value(0.5))
    Value(80.5, grad=0.0)
    """
    ws, xs = _all("dot", ws), _all("dot", xs)
    if len(ws) != len(xs):
        raise ValueError(f"dot needs two lists of one length, got {len(ws)} and {len(xs)}")
    last = [] if bias is None else [bias]
    return apply(OPS["dot"], *ws, *xs, *last) if ws or last else 0.0


@overload
def logsumexp(xs: Iterable[Value]) -> Value: ...
@overload
def logsumexp(xs: Iterable[float]) -> float: ...
@overload
def logsumexp(xs: Iterable[Any]) -> Any: ...
def logsumexp(xs: Iterable[Any]) -> Any:
    """log(exp(x1) + exp(x2) + ...) as one node, without overflow; -inf for an empty list.

    >>> logsumexp([Value(1000.0), Value(1000.0)])
    Value(1000.6931471805599, grad=0.0)
    """
    xs = _all("logsumexp", xs)
    return apply(OPS["logsumexp"], *xs) if xs else -math.inf


@overload
def softmax(xs: Iterable[Value]) -> list[Value]: ...
@overload
def softmax(xs: Iterable[float]) -> list[float]: ...
@overload
def softmax(xs: Iterable[Any]) -> list[Any]: ...
def softmax(xs: Iterable[Any]) -> list[Any]:
    """exp(xi) / (exp(x1) + exp(x2) + ...) for each i: positive numbers that add up to 1.

    >>> [f"{p:.3f}" for p in softmax([Value(1.0), Value(2.0), Value(3.0)])]
    ['0.090', '0.245', '0.665']
    """
    return [exp(x) for x in log_softmax(xs)]


@overload
def log_softmax(xs: Iterable[Value]) -> list[Value]: ...
@overload
def log_softmax(xs: Iterable[float]) -> list[float]: ...
@overload
def log_softmax(xs: Iterable[Any]) -> list[Any]: ...
def log_softmax(xs: Iterable[Any]) -> list[Any]:
    """xi − logsumexp(xs) for each i: the logarithms of softmax, without overflow.

    >>> [f"{p:.3f}" for p in log_softmax([Value(0.0), Value(1000.0)])]
    ['-1000.000', '0.000']
    """
    xs = _all("softmax", xs)
    total = logsumexp(xs)
    return [sub(x, total) for x in xs]


@overload
def mean(xs: Iterable[Value]) -> Value: ...
@overload
def mean(xs: Iterable[float]) -> float: ...
@overload
def mean(xs: Iterable[Any]) -> Any: ...
def mean(xs: Iterable[Any]) -> Any:
    """(x1 + ... + xn) / n. Raises ValueError for an empty list.

    >>> mean([Value(1.0), Value(2.0)])
    Value(1.5, grad=0.0)
    """
    xs = _all("mean", xs)
    if not xs:
        raise ValueError("the mean of no numbers is undefined")
    return sum(xs) / len(xs)


@overload
def var(xs: Iterable[Value], correction: int = 1) -> Value: ...
@overload
def var(xs: Iterable[float], correction: int = 1) -> float: ...
@overload
def var(xs: Iterable[Any], correction: int = 1) -> Any: ...
def var(xs: Iterable[Any], correction: int = 1) -> Any:
    """Σ(xi − mean)² / (n − correction): by default the unbiased estimate, as in PyTorch.

    Raises ValueError for fewer than ``correction`` + 1 numbers.

    >>> var([Value(1.0), Value(2.0), Value(6.0)])
    Value(7.0, grad=0.0)
    """
    xs = _all("var", xs)
    if len(xs) <= correction:
        raise ValueError(f"var with correction={correction} needs more than {correction} numbers, got {len(xs)}")
    centre = mean(xs)
    return sum([square(sub(x, centre)) for x in xs]) / (len(xs) - correction)


# -- operations of one's own -----------------------------------------------------------------------------------------


def primitive(
    *partials: Callable[..., Any], textbook: Sequence[Callable[..., Any]] = (), notation: str = ""
) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Decorator: add an operation of your own to the table, after which every reader of the table serves it.

    The function is the value, ``(m, *inputs)``; ``partials`` are its derivatives by each input,
    ``(m, y, *inputs)``, where ``y`` is the output. Both are written over the arithmetic ``m``: use ``+ - * /`` and
    ``m.exp``, ``m.where`` ..., not ``math``, so that they also run on Values (second derivatives) and on names.
    Settings that are no inputs are keyword-only arguments with defaults, of the value and of every partial.

    >>> @primitive(lambda m, y, x: 3.0 * m.square(x))
    ... def cube(m, x):
    ...     return x * x * x
    >>> x = Value(2.0)
    >>> y = cube(x)
    >>> y.backward()
    >>> y.data, x.grad
    (8.0, 12.0)

    Raises TypeError, at once, if there is not one partial for each input, if a rule does not take what it is given or
    asks for its number, as ``math.exp`` does, and whenever one returns no number; ValueError if the name is one of the
    built-in ones.
    """

    def decorate(value: Callable[..., Any]) -> Callable[..., Any]:
        inputs, settings = inputs_and_settings(value)
        name = value.__name__
        counted(name, inputs, settings, partials)
        shown = (textbook,) if callable(textbook) else tuple(textbook)
        if shown:
            counted(name, inputs, settings, shown, "forms for textbooks")
        slotted(name, inputs, notation)
        if name in BUILT_IN:
            raise ValueError(f"{name} is an operation of the table already: choose another name")
        rules = [guarded(name, f"its derivative by {x}", rule) for x, rule in zip(inputs, partials, strict=True)]
        before = OPS.pop(name, None)  # running a notebook's cell again replaces one's own operation
        op = define(name, guarded(name, "its value", value), *rules, textbook=shown, notation=notation, **settings)
        try:
            function = function_of(op)
            function.__module__, function.__qualname__ = value.__module__, value.__qualname__
        except Exception as error:
            del OPS[name]
            if before is not None:
                OPS[name] = before
            if isinstance(error, AttributeError) and isinstance(error.obj, (Name, float)):
                words = "a rule is given numbers, and names and symbols in their places, but no Values: write x itself"
                if error.name in OPS:
                    words = f"write m.{error.name}(x), of the arithmetic m"
                raise TypeError(f"{name}: {words}; what a rule is given has no .{error.name}") from error
            if isinstance(error, TypeError) and not str(error).startswith(f"{name}: "):
                a_list = str(error).endswith(("object is not subscriptable", "object is not iterable"))
                hint = "; an input of a rule is one number, and no list: each has a name, as in f(m, x1, x2)" * a_list
                raise TypeError(f"{name}: {error}{hint}") from error
            raise
        function.__doc__ = value.__doc__ or function.__doc__
        return function

    return decorate


BUILT_IN = frozenset(OPS)
