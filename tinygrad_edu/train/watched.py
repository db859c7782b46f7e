"""What a model and its loss read: is it still what it was when they were compiled?

A compiled step is right as long as the model and the loss do what they did when it was recorded. So they are looked at
twice before that, to see that neither chance nor what they change themselves decides what they compute; and again
when somebody else's code, a callback, has changed something that they read.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Collection
from functools import partial
from typing import Any

from ..anomaly import describe
from ..asked import is_ours
from ..data.rows import numbers
from ..jit.outside import Outside
from ..jit.recording import Recording, held_against
from ..jit.trace import TracingError
from ..optim import Optimizer
from ..value import Value
from .evaluation import loss_of, outputs_of, unrecorded
from .history import History
from .lowered import leaf

__all__ = ["Watched", "alone"]


def alone(x: Any, history: History) -> bool:
    """Whether metrics and schedules, and the functions in them, have nothing to do with a model nor with its history.

    Of the user's functions that is known by what they can get at, of schedules by who wrote them.

    >>> w, history = Value(1.0), History()
    >>> alone([lambda epoch: 0.9**epoch], history), alone([lambda outputs, targets: abs(w)], history)
    (True, False)
    """
    if isinstance(x, (list, tuple)):
        return all(alone(each, history) for each in x)
    if hasattr(x, "step") and not isinstance(x, Optimizer):
        return is_ours(type(x).__module__) and alone([*vars(x).values()], history)
    return not callable(x) or not ((outside := Outside(x)).values or outside.meets(history))


class Watched:
    """What a training step reads, as it is now: it computes two rows, or ``rows`` of them if it needs more.

    Raises TracingError if it computes something else when it is looked again, or if the loss is another one than
    without a compiler, and whatever the model raises. Draws no numbers.
    """

    def __init__(
        self,
        model: Any,
        loss: Callable[..., Any],
        xs: list[Any],
        ys: list[Any],
        rows: int,
        passed: Collection[float],
        parameters: list[Value],
        trained: set[Value],
    ) -> None:
        drawn = random.getstate()
        try:
            two = 0, max(range(len(ys)), key=lambda k: ys[k] != ys[0])  # the first row, and the next of another target
            try:
                recording = _recording(model, loss, [xs[k] for k in two], [ys[k] for k in two], passed)
            except TracingError:
                raise
            except Exception:
                recording = _recording(model, loss, xs[:rows], ys[:rows], passed)
        finally:
            random.setstate(drawn)
        fixed = [p for p in parameters if p not in trained]
        for x in [x for rows in (xs, ys) for row in rows for x in numbers(row) if isinstance(x, Value)]:
            if x.requires_grad:
                raise TracingError(
                    f"{describe(x)} among the data needs a gradient, and compiled, rows are constants: let "
                    "the model hold it, and te.take(table, i) choose it by a number of the row"
                )
        self._rows, self._copies = [xs, ys], _copied([xs, ys])
        self._outside = recording.outside
        self._outside.needed(parameters)
        self._outside.numbers([*fixed, *recording.constants, *(v for v in recording.captured if v not in trained)])

    def follows(self, history: History) -> bool:
        """Whether it reads what the training changes between epochs: the history, or settings of an optimizer."""
        return self._outside.meets(history) or self.rates

    @property
    def rates(self) -> bool:
        """Whether it reads settings of an optimizer, the learning rate say."""
        return not self._outside.names.isdisjoint(("param_groups", "get_last_lr", "last_epoch"))

    def touched(self) -> bool:
        """Whether anything has changed that the model and the loss read, rows too. It may make no difference."""
        return self._outside.changed() is not None or self._rows != self._copies


def _copied(rows: list[Any]) -> list[Any]:
    """Lists anew, as deep as they go; all rows are alike, as ``inputs_and_targets`` has seen."""
    return [*map(_copied, rows)] if rows and isinstance(rows[0], list) else rows[:]


def _recording(
    model: Any, loss: Callable[..., Any], xs: list[Any], ys: list[Any], passed: Collection[float]
) -> Recording:
    def step(inputs: list[Any], targets: list[Any]) -> Any:
        outputs = outputs_of(model, inputs, targets)
        return outputs, loss_of(loss, outputs, targets)

    step.__name__ = "the training step"
    recording = Recording(step, [xs, ys], {}, partial(leaf, passed=passed))
    found, wanted = (float(total) for _, total in (recording.result, unrecorded(lambda: step(xs, ys))))
    for v in recording.computed:
        if v.requires_grad:
            raise TracingError(
                f"the model or the loss reads {describe(v)}, which was computed before the training: its number would "
                "stay what it is while the parameters in it move. Compute it in forward(), or take its detach()"
            )
    held_against("the training step gives the loss", "for two rows", wanted, found)
    return recording
