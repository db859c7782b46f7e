"""What a row of the table is, and the arithmetics its rules run over. The table itself is ``ops.py``.

This file imports nothing of the package.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial, reduce
from numbers import Real
from operator import add
from typing import Any

__all__ = ["NATIVE", "OPS", "Arithmetic", "Primitive", "define"]

Rule = Callable[..., Any]

NATIVE = None
"""In place of a value rule: the function is not made of others, each arithmetic brings its own."""

SPELLED = ""
"""In place of a notation: the operation is written as its value rule spells it, w1·x1 + w2·x2 and not dot(...)."""

FUNCTION = 9
"""How strongly the call of a function binds."""

OPS: dict[str, Primitive] = {}
"""The table itself, by name, in the order of declaration."""


class Primitive:
    """One row of the table.

    ``arity`` is the number of inputs, ``None`` for any number. ``params`` are the settings that are no inputs
    (a leaky_relu's slope); ``bind`` gives the same operation with other settings. ``notation`` is a format string with
    a ``{}`` for each input, and ``level`` how strongly it binds: 1 a sum, 2 a product, 3 a power, 9 a function call.
    ``again`` is set where the rule is not what computes, but compiled code, which rounds otherwise: the local
    derivatives at a list of numbers, as they are recorded.
    """

    __slots__ = (
        "_rules", "again", "arity", "level", "name", "native", "notation", "params", "partials", "textbook", "valid",
        "value",
    )  # fmt: skip

    def __init__(
        self,
        name: str,
        value: Rule | None,
        partials: tuple[Rule, ...],
        textbook: tuple[Rule, ...],
        arity: int | None,
        notation: str,
        level: int,
        params: dict[str, Any],
    ) -> None:
        def with_params(rule: Rule) -> Rule:
            return partial(rule, **params) if params else rule

        self._rules = (value, partials, textbook)
        self.name = name
        self.native = value is NATIVE
        self.value = with_params(value or (lambda m, *xs: getattr(m, name)(*xs)))
        self.partials = tuple(map(with_params, partials))
        self.textbook = tuple(map(with_params, textbook))
        self.arity = arity
        self.notation = notation
        self.level = level
        self.params = params
        self.valid: Rule = lambda **params: ""
        self.again: Callable[[list[float]], Sequence[float]] | None = None

    @property
    def is_function(self) -> bool:
        """Whether a formula calls it by its name, as in ``tanh(x)``; what is none is arithmetic, as ``x·y`` is."""
        return bool(self.notation) and self.level == FUNCTION

    def bind(self, **params: Any) -> Primitive:
        """The same operation with other settings, as in ``OPS["elu"].bind(alpha=2.0)``."""
        unknown = params.keys() - self.params.keys()
        if unknown:
            known = ", ".join(self.params) or "none"
            raise TypeError(f"{self.name} has no setting {', '.join(sorted(unknown))}; it has: {known}")
        params = {key: self._setting(key, value) for key, value in params.items()}
        if all(self.params[key] == value for key, value in params.items()):
            return self
        params = {**self.params, **params}
        complaint = self.valid(**params)
        if complaint:
            raise ValueError(f"{self.name}: {complaint}, got {', '.join(f'{k}={v!r}' for k, v in params.items())}")
        bound = Primitive(self.name, *self._rules, self.arity, self.notation, self.level, params)
        bound.valid = self.valid
        return bound

    def _setting(self, key: str, value: Any) -> Any:
        if not isinstance(self.params[key], float):
            return value
        if not isinstance(value, Real):
            raise TypeError(f"{self.name}: {key} is a number, not {type(value).__name__} {value!r:.60}")
        return float(value)

    def derivatives(self, m: Any, y: Any, inputs: Sequence[Any], textbook: bool = False) -> list[Any]:
        """All partial derivatives at ``inputs``, where the output is ``y``, in the arithmetic ``m``."""
        rules = self.textbook if textbook else self.partials
        if self.arity is None:
            return list(rules[0](m, y, *inputs))
        return [rule(m, y, *inputs) for rule in rules]

    def __repr__(self) -> str:
        settings = "".join(f", {key}={value!r}" for key, value in self.params.items())
        return f"<primitive {self.name}{settings}>"

    def __reduce__(self) -> tuple[Any, ...]:
        return _lookup, (self.name, self.params)


def _lookup(name: str, params: dict[str, Any]) -> Primitive:
    return OPS[name].bind(**params)


class Arithmetic:
    """A namespace ``m`` for the rules: ``natives`` and, made of them, every other operation of the table.

    >>> m = Arithmetic({"sigmoid": lambda x: 0.5})
    >>> m.silu(4.0)
    2.0
    """

    def __init__(self, natives: dict[str, Rule]) -> None:
        self.__dict__.update(natives)

    def total(self, xs: Sequence[Any]) -> Any:
        """x1 + x2 + ... An arithmetic to which a sum of any length is one operation brings its own; so below."""
        return reduce(add, xs)

    def largest(self, xs: Sequence[Any]) -> Any:
        """The greatest of the numbers, nan if one of them is."""
        return reduce(self.maximum, xs)

    def __getattr__(self, name: str) -> Rule:
        if name not in OPS:
            raise AttributeError(f"the table has no operation {name!r}")
        op = OPS[name]
        if op.native:
            raise AttributeError(f"this arithmetic does not know {name!r}")

        def composed(*xs: Any, **params: Any) -> Any:
            return (op.bind(**params) if params else op).value(self, *xs)

        self.__dict__[name] = composed  # found at once the next time
        return composed


def define(
    name: str,
    value: Rule | None,
    *partials: Rule,
    textbook: Rule | tuple[Rule, ...] = (),
    notation: str | None = None,
    level: int = FUNCTION,
    any_number: bool = False,
    valid: Rule | None = None,
    **params: Any,
) -> Primitive:
    """Add a row to the table. Keyword arguments beyond the named ones are the operation's settings and defaults.

    ``valid`` gets the settings and returns what is wrong with them, or "".
    """
    if name in OPS:
        raise ValueError(f"the table has an operation {name!r} already")
    if callable(textbook):
        textbook = (textbook,)
    arity = None if any_number else len(partials)
    if notation is None:
        notation = name + "(" + ", ".join(["{}"] * (arity or 1)) + ")"
    OPS[name] = Primitive(name, value, partials, textbook or partials, arity, notation, level, params)
    if valid is not None:
        OPS[name].valid = valid
    return OPS[name]
