"""What a block of code can switch: recording (``no_grad``, ``enable_grad``) and the search for infinities and nans.

A mode belongs to one thread and to its block: it ends however the block ends.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import ContextDecorator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .value import Value

__all__ = ["TracingError", "detect_anomaly", "enable_grad", "is_grad_enabled", "modes", "no_grad"]


class Modes(threading.local):
    """The modes of this thread."""

    grad = True
    anomaly = False
    inputs: frozenset[Value] = frozenset()  # of the functions that are being differentiated, one inside the other
    tracing = False  # the compiler records: numbers are data, and nothing may depend on what they are
    exact = False  # and all bits are to be those of the eager engine
    nearby = False  # and it does so for the second time: who looks at a number sees another one
    refused: TracingError | None = None  # what it has refused meanwhile


class Blocks:
    """How many of the blocks below are open, over all threads; and, counted apart, how many traces of the compiler.

    While it is 0, and it mostly is, no operation asks for its thread's modes: that would take longer than to multiply.
    """

    __slots__ = ("lock", "open", "swaps", "traces")

    def __init__(self) -> None:
        self.open = 0
        self.traces = 0
        self.swaps = 0  # of what reads ``Value.data``: see ``jit/trace.py``
        self.lock = threading.Lock()


class TracingError(TypeError):
    """A function that cannot be compiled as it is written: it asks for a number, or changes something."""

    def __init__(self, *args: object) -> None:
        super().__init__(*args)
        if modes.tracing:
            modes.refused = self


modes = Modes()
blocks = Blocks()


class _Mode(ContextDecorator):
    """A block in which one of this thread's modes is set; the old one comes back however the block ends."""

    _name: str
    _value: bool

    def __new__(cls, function: Callable[..., Any] | None = None) -> Any:
        """``@no_grad`` decorates as ``@no_grad()`` does."""
        if function is None:
            return object.__new__(cls)
        if not callable(function):
            raise TypeError(f"{cls.__name__}() takes nothing: write `with {cls.__name__}():`, or decorate a function")
        return cls()(function)

    def __init__(self) -> None:
        self._old: list[bool] = []

    def __enter__(self) -> None:
        mine, old = vars(modes), getattr(modes, self._name)
        with blocks.lock:
            blocks.open += 1
        self._old.append(old)
        mine[self._name] = self._value  # last, and no call: Ctrl-C cannot come between it and the block

    def __exit__(self, *exc: object) -> None:
        setattr(modes, self._name, self._old.pop())  # first, as Ctrl-C may come at any later line
        with blocks.lock:
            blocks.open -= 1

    def _recreate_cm(self) -> _Mode:  # for each call of what it decorates a block of its own: threads may call it
        return type(self)()


class no_grad(_Mode):
    """A block, or decorator, in which results are constants: nothing is recorded, nothing can be differentiated.

    >>> from tinygrad_edu import Value
    >>> x = Value(3.0)
    >>> with no_grad():
    ...     y = x * x
    >>> y
    Value(9.0, requires_grad=False)
    """

    _name, _value = "grad", False


class enable_grad(_Mode):
    """A block in which operations are recorded, also inside ``no_grad()``.

    >>> from tinygrad_edu import Value
    >>> x = Value(3.0)
    >>> with no_grad(), enable_grad():
    ...     y = x * x
    >>> y
    Value(9.0, grad=0.0)
    """

    _name, _value = "grad", True


class detect_anomaly(_Mode):
    """A block in which the first infinite or undefined value or gradient raises FloatingPointError and says where.

    >>> from tinygrad_edu import Value
    >>> with detect_anomaly():
    ...     Value(0.0, "x").log()
    Traceback (most recent call last):
    FloatingPointError: log gave -inf: its input is x = 0.0
    """

    _name, _value = "anomaly", True


def is_grad_enabled() -> bool:
    """Whether operations of this thread are recorded: False inside ``no_grad()``."""
    return modes.grad
