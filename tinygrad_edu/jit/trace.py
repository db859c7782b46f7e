"""Recording a function for the compiler: it is run on Values, and nothing may depend on what their numbers are.

The recorded graph is that of one call. So that it is right for every other call too, Values answer in another way while
a trace is on: a comparison is recorded (a ``Condition``, which ``where`` takes), and whoever asks for a number, by
``if``, ``float()`` or ``int()``, or by computing with ``x.data``, gets an error that names the line. What cannot be
refused at once is found out afterwards, by recording the function twice with different numbers (``recording.py``).
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, nullcontext
from numbers import Number, Real
from typing import Any, NoReturn

from ..anomaly import cut_off, describe
from ..asked import by_package
from ..asked import users_line as _where
from ..choice import Choice, copied
from ..modes import TracingError, blocks, enable_grad, modes, no_grad
from ..ops import OPS, Primitive
from ..options import is_truth
from ..value import Value, apply, record

__all__ = [
    "Condition",
    "TracingError",
    "compared",
    "detached",
    "nearby",
    "refuse",
    "refuse_chance",
    "refuse_change",
    "refuse_copy",
    "refuse_equal",
    "tracing",
]


@contextmanager
def tracing(again: bool = False, inputs: Iterable[Value] = (), exact: bool = False) -> Iterator[None]:
    """A block of this thread in which what is computed is recorded for the compiler.

    again   for the second time: ``.data`` then gives other numbers, so it shows if anything is computed from them
    inputs  what the function is to be differentiated by: derivatives within it can be differentiated again
    exact   whether the program is to have all bits of the eager engine

    What was refused is raised at the end if the block has caught it: it has gone on in another way than it would with
    numbers. Or Python has, as of "%d", to say that something is no number.
    """
    before = modes.tracing, modes.exact, modes.nearby, modes.refused, modes.inputs
    with nullcontext() if modes.grad else enable_grad():  # a block that is open makes recording slower
        _count(1)
        modes.tracing, modes.exact, modes.nearby, modes.refused = True, exact, again, None
        modes.inputs = modes.inputs.union(inputs)
        try:
            try:
                yield
            except TypeError:
                if modes.refused is None:
                    raise
            if modes.refused is not None:
                raise modes.refused
        finally:
            modes.tracing, modes.exact, modes.nearby, modes.refused, modes.inputs = before
            _count(-1)


SWAPS = 200
"""How often what reads ``.data`` and ``.grad`` is exchanged: Python gives up its caches for a class that has been
changed 1,000 times."""


def _count(change: int) -> None:
    """One trace more or less. While there is one in any thread, ``.data`` and ``.grad`` ask whose it is, slowly."""
    with blocks.lock:
        blocks.traces += change
        wanted = _WATCHED if blocks.traces or blocks.swaps >= SWAPS else _PLAIN
        if Value.__dict__["data"] is not wanted[0]:
            Value.data, Value.grad = wanted
            blocks.swaps += 1


def _data(value: Value) -> Any:
    """The number of a Value, to be looked at; of an unnamed constant, which is part of the program, just the number."""
    if not modes.tracing or (value.op is None and not value.label and not value.requires_grad):
        return value._data
    return _taken(value._data, f".data takes the number out of {_called(value)}")


def _grad(value: Value) -> Any:
    """What was added up in a Value, to be looked at."""
    if not modes.tracing:
        return value._grad
    return _taken(value._grad, f".grad takes out what backward() has left in {_called(value)}")


def _taken(number: float, how: str) -> Taken:
    return Taken(nearby(number) if modes.nearby else number, how)


class Taken:
    """A number that was taken out of a Value: as long as the trace is on it may be shown, but not computed with.

    No float, for what is written in C, ``math.sqrt`` or ``"%.2f" % x``, takes the number out of one and does not ask.

    how  in words, what took it out of what
    """

    __slots__ = ("how", "number")

    def __init__(self, number: float, how: str) -> None:
        self.number, self.how = number, how

    def __repr__(self) -> str:
        return repr(self.number)

    def __format__(self, spec: str) -> str:
        """Its text, to be shown; the second time of a number two steps further, as far as the text shows steps.

        Another number near by may have the same text, or that of one step, and who reads the text is to be found out.
        """
        text, step = format(self.number, spec), math.ulp(self.number)
        texts = {text}
        while modes.nearby and len(texts) < 3 and step < math.inf:
            text = format(self.number - math.copysign(step, self.number), spec)
            texts.add(text)
            step *= 2.0
        return text

    def __reduce__(self) -> Any:
        return float, (self.number,)

    def __hash__(self) -> int:
        return hash(self.number)

    def __array__(self, *args: Any, **settings: Any) -> Any:
        import numpy

        return numpy.array(float(self), *args, **settings)

    def __getattr__(self, name: str) -> Any:
        """What else a float has."""
        return getattr(float(self) if hasattr(float, name) else self.number, name)


def _asking(name: str) -> Any:
    plain = getattr(float, name)

    def asked(self: Taken, *others: Any) -> Any:
        if modes.tracing:
            raise TracingError(
                f"{_where()}: {self.how}, which is not known when the function is compiled: compute with Values, and "
                "take numbers out of what the compiled function returns; x.detach() keeps gradients away, "
                "te.where(condition, a, b) chooses, and te.gradients(y, xs) differentiates here"
                f"{'; print(x.data) and an f-string show it' * (name == '__float__')}"
            )
        return plain(self.number, *[x.number if isinstance(x, Taken) else x for x in others])

    return asked


_BINARY = ("add", "sub", "mul", "truediv", "floordiv", "mod", "divmod", "pow")
for _name in [*_BINARY, *[f"r{name}" for name in _BINARY], *"lt le gt ge eq ne bool int float neg pos abs".split(),
              *"round trunc floor ceil".split()]:  # fmt: skip
    setattr(Taken, f"__{_name}__", _asking(f"__{_name}__"))
Real.register(Taken)


_PLAIN: Any = (Value.data, Value.grad)
_WATCHED: Any = tuple(
    property(watched, plain.fset, doc=plain.__doc__) for watched, plain in zip((_data, _grad), _PLAIN, strict=True)
)


def nearby(x: float) -> float:
    """Another number, near by where there is one, on the same side of ±1.

    >>> nearby(1.0), nearby(0.0), nearby(5e-324), nearby(math.inf), nearby(math.nan)
    (0.9999990463256836, 9.5367431640625e-07, 0.0, 1.7976931348623157e+308, 0.5)
    """
    if x != x:
        return 0.5
    other = x * (1.0 - 2.0**-20)
    if other == x:  # 0, infinite, or too small to have a neighbour at that distance
        other = math.nextafter(x, 0.0) if x else 2.0**-20
    return other


def detached(value: Value) -> Value:
    """What is to be a constant for derivatives, and computed at each call like everything else."""
    with no_grad():
        return record(OPS["identity"], [value]).named(value.label)


# -- comparisons -----------------------------------------------------------------------------------------------------


def _comparison(name: str, sign: str, holds: Any) -> Primitive:
    """A row that is not in the table: where Python compares numbers there is nothing to differentiate."""
    rule = lambda m, a, b: m.where(holds(a, b), 1.0, 0.0)  # noqa: E731
    flat = lambda m, y, a, b: 0.0  # noqa: E731
    return Primitive(name, rule, (flat, flat), (flat, flat), 2, f"({{}} {sign} {{}})", 9, {})


COMPARISONS = {
    "lt": _comparison("lt", "<", lambda a, b: a < b),
    "le": _comparison("le", "≤", lambda a, b: a <= b),
    "gt": _comparison("gt", ">", lambda a, b: a > b),
    "ge": _comparison("ge", "≥", lambda a, b: a >= b),
}


class Condition(Value):
    """The outcome of a comparison in a function that is being compiled: a constant, 1 if it holds and else 0.

    It is what ``where(x > 0, a, b)`` chooses by. Computed with, as Python's True and False may be, it is a number.
    """

    __slots__ = ()

    @property  # type: ignore[misc]  # what is computed from it is a Value of the kind that was compared, no Condition
    def __class__(self) -> Any:
        return self._x.__class__

    def __bool__(self) -> NoReturn:
        refuse(self, "if")

    # Where nothing is compiled these are Python's, of True and False.

    def __and__(self, other: Any) -> Any:
        return _both("mul", self, other)

    def __or__(self, other: Any) -> Any:
        return _both("maximum", self, other)

    __rand__, __ror__ = __and__, __or__

    def __invert__(self) -> NoReturn:
        raise TracingError(f"{_where()}: ~ makes -2 of True: for `not` exchange the results, te.where(condition, b, a)")


Condition.__name__ = Value.__name__


def compared(name: str, a: Any, b: Any) -> Any:
    """A comparison of Values, recorded."""
    return _condition(apply(COMPARISONS[name], a, b))


def _both(name: str, a: Condition, b: Any) -> Any:
    """Two conditions as one, by an operation on 1 and 0."""
    if type(b) is not Condition and not is_truth(b):
        return NotImplemented
    return _condition(apply(OPS[name], a, b if type(b) is Condition else bool(b)))


def _condition(value: Value) -> Condition:
    out: Condition = copied(Condition, value)
    out._dx = out._dy = None
    out.requires_grad = False
    return out


# -- refusals --------------------------------------------------------------------------------------------------------


def _called(value: Value) -> str:
    """A Value in an error: its name, its number if that is a constant, a comparison of such."""
    if type(value) is Condition:
        assert value.op is not None
        return value.op.notation.strip("()").format(*map(_called, value.inputs))
    if value.label or value.op is not None:
        return value.label or f"the result of {value.op.name}"  # type: ignore[union-attr]
    return f"{value._data:g}"


def refuse(value: Value, question: str) -> NoReturn:
    """What a Value says when it is asked for its number while a function is recorded."""
    if question in ("float", "int"):
        raise TracingError(
            f"{_where()}: {question}() asks {_called(value)} for its number, which is not known when the function is "
            "compiled: compute with Values (te.exp instead of math.exp), and convert what the compiled function returns"
            f"{'; te.take(table, i) chooses from a list' * (question == 'int')}"
        )
    where = _where()
    rounds = "write a loop of a fixed number of rounds, for _ in range(20), and "
    raise TracingError(
        f"{where}: whether {_called(value)} is true is not known when the function is compiled, and may differ from "
        f"call to call: {rounds * ('`while ' in where)}to choose between two results write te.where(condition, a, b), "
        "or te.maximum, te.relu, te.clamp"
        f"{'; of two conditions make one by & and |, as in (x > 0) & (y > 0)' * (type(value) is Condition)}"
    )


def refuse_equal(value: Value, other: object) -> None:
    """What a Value says when it is asked by ``==`` or ``in`` whether it is a number, or, being data, another Value.

    Two Values are never equal, and where nothing is compiled there may be two numbers.
    """
    if type(value) is Condition and type(other) is Condition and not by_package(2):  # which asks whether they are one
        raise TracingError(
            f"{_where()}: whether {_called(value)} and {_called(other)} are both true, or both not, is not known when "
            "the function is compiled: te.where(one, te.where(other, a, b), te.where(other, b, a)) chooses by both"
        )
    data = isinstance(value, Choice) or isinstance(other, Choice)
    if isinstance(other, Number) or (data and isinstance(other, Value)):
        number = f"{other:g}" if isinstance(other, Number) else _called(other)
        what = "a number of the data" if isinstance(value, Choice) and not value.label else _called(value)
        name = value.label or "y"
        raise TracingError(
            f"{_where()}: whether {what} is {number} is not known when the function is compiled, and may differ from "
            f"call to call: te.where(abs({name} - {number}) < 0.5, a, b) chooses between two results, te.take(table, "
            f"{name}) among the entries of a table; what never differs is bound before, functools.partial(f, n=3)"
        )


def refuse_change(value: Value, what: str) -> NoReturn:
    how = "backward() would change the gradients" if what == "backward()" else f"this would change {what}"
    raise TracingError(
        f"{_where()}: {how} of {describe(value)} while the function is being compiled, and not when it is called: a "
        "compiled function only computes. Nothing was changed; return the result, and do this outside"
    )


def refuse_copy(value: Value) -> NoReturn:
    raise TracingError(f"{_where()}: {cut_off(value)}")


def refuse_chance(what: str) -> NoReturn:
    """What a module says that draws random numbers at each call."""
    raise TracingError(
        f"{_where()}: {what} draws random numbers at each call, and compiling would keep those of one call for ever: "
        "put the model into eval() mode, or leave this one uncompiled"
    )
