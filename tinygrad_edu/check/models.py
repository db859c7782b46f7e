"""The gradient check for a model: every parameter, on given data."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from numbers import Real
from typing import Any

from ..derivatives import lost
from ..graph import ancestors
from ..modes import enable_grad
from ..nested import plain
from ..nn import Loss
from ..train.by_name import LOSSES, loss_named
from ..train.evaluation import outputs_of
from ..train.progress import ticks
from ..value import Value
from .judge import answer, check
from .report import GradcheckReport
from .subject import CannotCheckError, Run, Subject, function_name, takes

__all__ = ["check_model"]


def check_model(
    model: Any, data: Any, loss: str | Callable[[Any, Any], Any], *, raise_exception: bool = True, progress: bool = True
) -> GradcheckReport:
    """Check the derivative of a loss by every parameter of a model.

    ``data`` is a list of ``(inputs, target)`` pairs. The loss of one pair is ``loss(model(inputs), target)``, and what
    is differentiated is their sum. ``loss`` may also be a name that ``fit`` knows, such as "mse", or one of the losses
    of ``nn``, as a function or as a module: then a list of one output meets a target that is a number, as in ``fit``.
    ``model`` has ``parameters()`` and, better for the report, ``named_parameters()``; their numbers and gradients are
    afterwards what they were before.

    >>> from tinygrad_edu.nn import MLP
    >>> model = MLP(2, [3, 1], activation="tanh", seed=0)
    >>> def squared_error(output, target):
    ...     return (output[0] - target).square()
    >>> report = check_model(model, [([0.5, -1.0], 1.0), ([2.0, 0.25], -1.0)], squared_error)
    >>> report.count("ok") == len(report.checks) == len(model.parameters())
    True

    Raises GradcheckError with the report if a derivative is wrong; ValueError if the model has no parameters, or if
    the loss is computed from none of them.
    """
    __tracebackhide__ = True
    if not hasattr(data, "__iter__"):
        raise TypeError(f"data is a list of (inputs, target) pairs, not {data!r:.60}")
    subject = _Model(model, list(data), loss)
    with ticks(len(subject.x), progress) as tick:
        try:
            report = check(subject, tick=tick)
            subject.repeat()
            subject.unused(report)
        finally:
            subject.restore()
    return answer(report, raise_exception)


class _Model(Subject):
    """The summed loss as a function of the parameters, which are leaves of their own and not passed in."""

    settle = "A model with dropout is checked after model.eval(); what it draws itself needs a seed at every call"

    def __init__(self, model: Any, data: Sequence[Any], loss: Any) -> None:
        if not data:
            raise ValueError("there is no data to compute the loss on: data is a list of (inputs, target) pairs")
        for pair in data:
            if not isinstance(pair, (list, tuple)) or len(pair) != 2:
                raise TypeError(f"data is a list of (inputs, target) pairs, and {pair!r:.60} is none")
        if not hasattr(model, "parameters") or not callable(model):
            raise TypeError(
                f"a model is called with inputs and has parameters(); {model!r:.60} "
                f"{'has none' if callable(model) else 'cannot be called'}"
            )
        if not callable(model.parameters):
            raise TypeError(f"{type(model).__name__}.parameters is a method that returns the list, not the list itself")
        parameters = list(model.parameters())
        for p in parameters:
            if not isinstance(p, Value):
                raise TypeError(f"the parameters of {type(model).__name__} are Values; one is {p!r:.60}")
        named = model.named_parameters() if hasattr(model, "named_parameters") else []
        named = named or [(p.label, p) for p in parameters]
        names: dict[Value, str] = {}
        for name, p in named:
            if p.requires_grad:
                names.setdefault(p, name)  # a shared one is checked once
        if not names:
            raise ValueError(f"{type(model).__name__} has no parameters that need a gradient: nothing to check")
        function = loss_named(loss)
        ours = function in LOSSES.values() or isinstance(function, Loss)
        if not takes(function, 2):
            raise TypeError(f"a loss is called with two things, the model's outputs and a target: {loss!r:.60} is not")
        data = [tuple(map(plain, pair)) for pair in data]
        self._model = model
        self._parameters = list(names)

        def loss_of_model(*parameters: Value) -> Value:
            errors: list[Any] = []
            for inputs, target in data:
                output = outputs_of(model, [inputs], [target])[0] if ours else model(inputs)
                error = function(output, target)
                if not isinstance(error, (Value, Real)):
                    raise TypeError(lost(function_name(function).replace("function", "loss"), error))
                errors.append(error)
            total: Value = sum(errors)
            return total

        super().__init__(loss_of_model, [p.data for p in self._parameters])
        self.function = self.title = f"the loss of {type(model).__name__}"
        self.names = [name or f"parameter {i}" for i, name in enumerate(names.values())]

    def unused(self, report: GradcheckReport) -> None:
        """Refuse a loss that no parameter has a part in: every derivative is 0, and right, and nothing learns."""
        output = report.output
        if not report.failed and output is not None and set(self._parameters).isdisjoint(ancestors(output)):
            raise CannotCheckError(
                f"{self.function} was computed from none of its parameters: let the model use the Values that its "
                "parameters() returns. Does it make new ones at every call, or take their .data?"
            )

    def run(self, x: Sequence[float]) -> Run:
        for parameter, number in zip(self._parameters, x, strict=True):
            parameter.data = number
        with enable_grad():
            output = self._f()
        if any(p.data != number and number == number for p, number in zip(self._parameters, x, strict=True)):
            raise CannotCheckError(f"{self.function} changes the parameters: the model must leave them alone")
        if not set(self._parameters) <= set(self._model.parameters()):
            raise CannotCheckError(
                f"{self.function} puts other Values in the places of parameters: assign to their .data, or leave them"
            )
        return Run(self._parameters, self._checked(output))

    def restore(self) -> None:
        """Give the parameters their own numbers back."""
        for parameter, number in zip(self._parameters, self.x, strict=True):
            parameter.data = number
