"""Recording a function for the compiler: it is run on Values, and nothing may depend on what their numbers are.

The recorded graph is that of one call. So that it is right for every other call too, Values answer in another way while
a trace is on: a comparison is recorded (a ``Condition``, which ``where`` takes), and whoever asks for a number, by
``if``, ``float()`` or ``int()``, gets an error that names the line. What cannot be refused at once is found out
afterwards, by recording the function twice with different numbers (``recording.py``).
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from typing import Any, NoReturn

from ..anomaly import describe
from ..asked import users_line as _where
from ..modes import TracingError, blocks, enable_grad, modes
from ..ops import Primitive
from ..value import Value, apply

__all__ = ["Condition", "TracingError", "compared", "refuse", "refuse_chance", "refuse_change", "tracing"]


@contextmanager
def tracing() -> Iterator[None]:
    """A block of this thread in which what is computed is recorded for the compiler."""
    before = modes.tracing
    with nullcontext() if modes.grad else enable_grad():  # a block that is open makes recording slower
        with blocks.lock:
            blocks.traces += 1
        modes.tracing = True
        try:
            yield
        finally:
            modes.tracing = before
            with blocks.lock:
                blocks.traces -= 1


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


def compared(name: str, a: Any, b: Any) -> Any:
    """A comparison of Values, recorded."""
    seen = apply(COMPARISONS[name], a, b)
    out: Condition = object.__new__(Condition)
    for slot in Value.__slots__:
        setattr(out, slot, getattr(seen, slot))
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
        )
    raise TracingError(
        f"{_where()}: whether {_called(value)} is true is not known when the function is compiled, and may differ from "
        "call to call: to choose between two results write te.where(condition, a, b), or te.maximum, te.relu, te.clamp"
    )


def refuse_change(value: Value, attribute: str) -> NoReturn:
    how = "backward() would change the gradients" if attribute == ".grad" else f"this would change {attribute}"
    raise TracingError(
        f"{_where()}: {how} of {describe(value)} while the function is being compiled, and not when it is called: a "
        "compiled function only computes. Nothing was changed; return the result, and do this outside"
    )


def refuse_chance(what: str) -> NoReturn:
    """What a module says that draws random numbers at each call."""
    raise TracingError(
        f"{_where()}: {what} draws random numbers at each call, and compiling would keep those of one call for ever: "
        "put the model into eval() mode, or leave this one uncompiled"
    )
