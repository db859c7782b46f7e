"""What a model says and how good that is: outputs as plain numbers, their loss and metrics. Nothing is recorded.

The model is put into eval mode for it, so that dropout drops nothing, and back into the modes it was in.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from .. import nn
from ..data import Dataset
from ..data.rows import inputs_and_targets, rows
from ..modes import enable_grad, no_grad
from ..nested import flatten
from ..value import Value
from .by_name import loss_named
from .metrics import Metric, chosen

__all__ = ["evaluate", "in_mode", "loss_of", "outputs_of", "predict", "unrecorded"]

UNCONNECTED = (
    "does not depend on the parameters. Of plain numbers te.grad(f)(x), and what te.jit has compiled, give plain "
    "numbers: call them with te.constant(x)"
)
"""What is wrong with a loss that cannot be trained by, and how that comes about."""


@contextmanager
def in_mode(model: Any, training: bool) -> Iterator[None]:
    """A block in which a model is in training mode, or not; afterwards each module is in the mode it was in before.

    A model without modes, such as micrograd's or a plain function, is left alone.
    """
    modules = model.modules() if hasattr(model, "modules") else []
    before = [(module, module.training) for module in modules]
    try:
        for module in modules:
            module.training = training
        yield
    finally:
        for module, mode in before:
            module.training = mode


def unrecorded(run: Callable[[], Any]) -> Any:
    """What ``run`` gives, and nothing is recorded; unless it differentiates what it computes, which takes a graph."""
    try:
        with no_grad():
            return run()
    except RuntimeError as error:
        if type(error) is not RuntimeError:  # recursion, what is not implemented: nothing to do with gradients
            raise
        with enable_grad():
            return run()


def predict(model: Any, xs: Any) -> list[Any]:
    """The model's output for each input, as plain numbers: in eval mode, and nothing is recorded.

    >>> from tinygrad_edu import nn
    >>> net = nn.MLP(2, [1], seed=0)
    >>> net.load_state_dict({name: 1.0 for name in net.state_dict()})
    IncompatibleKeys(missing_keys=[], unexpected_keys=[])
    >>> predict(net, [[0.0, 1.0], [2.0, 3.0]])
    [[2.0], [6.0]]
    """
    if isinstance(xs, Dataset):
        raise TypeError("predict takes inputs without targets: those of a data set are its X")
    with in_mode(model, False):
        return unrecorded(lambda: [plain_numbers(model(x)) for x in rows(xs, "xs")])


def evaluate(model: Any, data: Any, *beside: Any, loss: Any, metrics: Any = ()) -> dict[str, float]:
    """The loss of a model on some rows, under "loss", and its metrics by their names.

    data, loss and metrics are what ``train.fit`` takes. The loss is called once, with all outputs and all targets, in
    eval mode: with ``reduction="mean"`` it is the mean over all rows. Raises ValueError and TypeError as ``fit`` does.

    >>> from tinygrad_edu import nn
    >>> def net(x):
    ...     return [2.0 * x]
    >>> evaluate(net, [(1.0, 2.0), (2.0, 3.0)], loss="mse", metrics="mae")
    {'loss': 0.5, 'mae': 0.5}
    """
    xs, ys = inputs_and_targets(data, beside=beside)
    function = loss_named(loss)
    return measured(model, xs, ys, function, chosen(metrics, ys, function))


def measured(model: Any, xs: list[Any], ys: list[Any], loss: Any, metrics: dict[str, Metric]) -> dict[str, float]:
    """``evaluate`` of what has been checked already."""

    def evaluated() -> tuple[float, list[Any]]:
        outputs = outputs_of(model, xs, ys)
        value = float(loss_of(loss, outputs, ys))
        return value, [plain_numbers(output) for output in outputs] if metrics else []

    with in_mode(model, False):
        value, plain = unrecorded(evaluated)
    return {"loss": value, **{name: float(metric(plain, ys)) for name, metric in metrics.items()}}


def outputs_of(model: Any, xs: list[Any], ys: list[Any]) -> list[Any]:
    """The model's output for each row. Where targets are plain numbers, lists of one are unpacked to match them."""
    outputs = [model(x) for x in xs]
    if not isinstance(ys[0], (list, tuple)):
        outputs = [out[0] if isinstance(out, (list, tuple)) and len(out) == 1 else out for out in outputs]
    return outputs


def loss_of(loss: Any, outputs: list[Any], targets: list[Any]) -> Any:
    """The loss of a batch, a single Value or number; TypeError for anything else.

    ValueError for outputs that are single numbers where the loss compares the scores of classes: it would take the
    batch for one example.
    """
    if nn.cross_entropy in (loss, getattr(type(loss), "function", None)) and not isinstance(outputs[0], (list, tuple)):
        raise ValueError(
            "cross_entropy compares the scores of the classes, and this model gives one number: give it an output for "
            "each class, or take bce_with_logits"
        )
    result = loss(outputs, targets)
    if isinstance(result, (Value, int, float)):
        return result
    hint = ': use reduction="mean" or "sum"' if isinstance(result, list) else ""
    raise TypeError(f"a loss gives a single Value, but {loss!r:.60} gave {type(result).__name__} {result!r:.60}{hint}")


def plain_numbers(output: Any) -> Any:
    """An output without its graph, of the same structure.

    >>> plain_numbers([Value(1.0), Value(2.0)]), plain_numbers({"mean": Value(3.0)})
    ([1.0, 2.0], {'mean': 3.0})
    """
    leaves, rebuild = flatten(output)
    found = []
    for x in leaves:
        try:
            found.append(float(x))
        except (TypeError, ValueError):
            wanted = "predictions and metrics are of numbers, in lists, tuples and dicts"
            raise TypeError(f"the model gives a {type(x).__name__}, {x!r:.60}: {wanted}") from None
    return rebuild(found)
