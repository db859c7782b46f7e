"""The rows of the table as functions and methods: ``tanh(x)`` and ``x.tanh()``.

Every row of one, two or three inputs becomes a function of this module, with the row's settings as keyword arguments,
and a method of Value of the same name. A function takes Values and numbers in any mix; of numbers alone it gives a
number. All of it is made from the table when the package is imported; ``elementary.pyi``, written from the table by
``tests/make_stubs.py``, tells editors and type checkers what there is.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import Any, NoReturn

from .ieee import run
from .names import NAMES, Name, write
from .ops import OPS, Primitive
from .value import Value, apply


def function_of(op: Primitive) -> Callable[..., Any]:
    """The row as a function, with the names of its inputs and settings as its signature."""
    names = inputs_of(op)
    method = Value.__dict__.get(op.name)  # the quick ones, made in value.py

    def function(*args: Any, **settings: Any) -> Any:
        if len(args) == len(names) and not settings:
            return method(*args) if method and isinstance(args[0], Value) else apply(op, *args)
        try:
            bound = signature.bind(*args, **settings).arguments
        except TypeError as error:
            raise TypeError(f"{op.name}{signature}: {error}") from None
        inputs = [bound.pop(name) for name in names]
        return apply(op.bind(**bound), *inputs)

    parameter = inspect.Parameter
    signature = inspect.Signature(
        [parameter(name, parameter.POSITIONAL_OR_KEYWORD) for name in names]
        + [parameter(name, parameter.POSITIONAL_OR_KEYWORD, default=value) for name, value in op.params.items()]
    )
    function.__name__ = function.__qualname__ = op.name
    function.__module__ = __name__
    function.__signature__ = signature  # type: ignore[attr-defined]
    function.__doc__ = _document(op, names)
    function.primitive = op  # type: ignore[attr-defined]
    return function


def _document(op: Primitive, names: tuple[str, ...]) -> str:
    """What the table says of a row, in words made by its own rules."""
    inputs = [Name(name) for name in names]
    slopes = [f"∂/∂{name} = {rule(NAMES, Name('y'), *inputs)}" for name, rule in zip(names, op.textbook, strict=True)]
    point = {"acosh": (1.5,), "where": (True, 2.0, 3.0)}.get(op.name, ((0.5, 2.0) * len(names))[: len(names)])
    example = f">>> {op.name}({', '.join(map(repr, point))})\n{run(op.value, *point)!r}"
    return f"y = {write(op, inputs)}, recorded as one node; {', '.join(slopes)}.\n\n{example}\n"


def inputs_of(op: Primitive) -> tuple[str, ...]:
    """The names that the table gives to the inputs of an operation.

    >>> inputs_of(OPS["hypot"]), inputs_of(OPS["elu"])
    (('a', 'b'), ('x',))
    """
    arguments = list(inspect.signature(op.partials[0]).parameters)[2:]
    return tuple(arguments[: op.arity or 0])


def _publish(op: Primitive) -> None:
    """Make a row a function of this module and, unless Value has a method of that name, a method."""
    function = function_of(op)
    globals()[op.name] = function
    if op.name not in Value.__dict__:
        setattr(Value, op.name, function)


for _op in OPS.values():
    if _op.arity is not None:
        _publish(_op)

for _dunder, _name in {
    "__neg__": "neg",
    "__abs__": "abs",
    "__floor__": "floor",
    "__ceil__": "ceil",
    "__trunc__": "trunc",
}.items():
    setattr(Value, _dunder, Value.__dict__[_name])


def _round(x: Value, ndigits: Any = None) -> Value:
    if ndigits is not None:
        raise TypeError(
            "round(value, digits) is for looking at numbers, and has the derivative 0 everywhere: print it as in "
            "f'{value:.4f}', or round(value.data, 4)"
        )
    return Value.__dict__["round"](x)


Value.__round__ = _round  # type: ignore[attr-defined]


def _missing(symbol: str, instead: str) -> Callable[..., NoReturn]:
    def refused(*_: Any) -> NoReturn:
        raise TypeError(f"Values have no {symbol}: {instead}")

    return refused


for _dunder, _symbol, _instead in (
    ("mod", "%", "the remainder of x / k is x - k * te.floor(x / k)"),
    ("floordiv", "//", "x / k, rounded down, is te.floor(x / k), whose derivative is 0"),
    ("xor", "^", "a power is x ** 2"),
    ("matmul", "@", "the product of two lists of them is te.dot(ws, xs)"),
):
    setattr(Value, f"__{_dunder}__", _missing(_symbol, _instead))
    setattr(Value, f"__r{_dunder}__", _missing(_symbol, _instead))


def functions_of_values() -> dict[str, Callable[..., Any]]:
    """The functions of single inputs by name: what the table's rules find when they are run on Values."""
    return {name: globals()[name] for name, op in OPS.items() if op.arity is not None}
