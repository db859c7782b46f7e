"""What a model and its loss compute of a few rows, in a form that can be compared: is it still what was compiled?

A compiled step is right as long as the model and the loss do what they did when it was recorded. So they are looked at
twice before that, to see that neither chance nor what they change themselves decides what they compute; and again
whenever somebody else's code has run, a callback, which may have changed what they read.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any

from ..jit.recording import Recording
from ..jit.trace import TracingError
from ..value import Value
from .evaluation import loss_of, outputs_of
from .lowered import leaf

__all__ = ["computed"]

FEW = 2
"""Rows that are looked at, unless the model or the loss cannot do with so few."""


def computed(model: Any, loss: Callable[..., Any], x: Any, y: Any, rows: int, trained: set[Value]) -> list[Any]:
    """The operations on rows that look like x and y, what each is computed from, and all numbers but the trained.

    Raises TracingError if they are others when it is looked again, and whatever the model raises. Draws no numbers.
    """
    drawn = random.getstate()
    try:
        return _noted(_recording(model, loss, x, y, min(rows, FEW)), trained)
    except TracingError:
        raise
    except Exception:
        return _noted(_recording(model, loss, x, y, rows), trained)
    finally:
        random.setstate(drawn)


def _recording(model: Any, loss: Callable[..., Any], x: Any, y: Any, rows: int) -> Recording:
    def step(inputs: list[Any], targets: list[Any]) -> Any:
        outputs = outputs_of(model, inputs, targets)
        return outputs, loss_of(loss, outputs, targets)

    step.__name__ = "the training step"
    return Recording(step, [[x] * rows, [y] * rows], {}, leaf)


def _noted(recording: Recording, trained: set[Value]) -> list[Any]:
    place: dict[Value, int] = {}
    given = {v for _, leaves in recording.arguments for v in leaves}
    notes: list[Any] = []
    for v in recording.order:
        place[v] = len(place)
        if v.op is not None:
            notes.append((v.op.name, v.op.params, [place[u] for u in v.inputs]))
        else:
            notes.append(None if v in given else id(v) if v in trained else v._data)
    return notes
