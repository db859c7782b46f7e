"""fit: the training loop. Forward, backward, update, batch by batch and epoch by epoch, and what was measured.

>>> from tinygrad_edu import data, nn
>>> net = nn.MLP(2, [8, 1], activation="tanh", seed=1)
>>> history = fit(net, data.xor(), loss="bce_with_logits", optimizer="adam", lr=0.1, epochs=60, metrics="accuracy")
>>> history[-1]["accuracy"]
1.0

The loop is what one would write by hand: ``zero_grad()``, outputs, loss, ``backward()``, ``step()``. What is around it
keeps the model whole: everything is checked before the first step, and whatever ends the training, an error, Ctrl-C or
a loss that is no number, leaves the model as it was after the last finished batch.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable
from contextlib import closing
from math import inf
from typing import Any

from ..data.rows import inputs_and_targets
from ..instead import no_setting
from ..jit.targets import MODES
from ..modes import enable_grad
from ..nn import Loss
from ..nn.reduction import shape
from ..optim import Optimizer
from ..options import check_flag, check_whole
from ..plural import plural
from ..real import to_float
from .by_name import LOSSES, loss_named, optimizer_named
from .compiled import compiled
from .eager import Diverged, EagerLoop
from .evaluation import in_mode, loss_of, measured, outputs_of, plain_numbers, unrecorded
from .history import History
from .metrics import METRICS, Metric, chosen
from .progress import Bar
from .worth import uses_in

__all__ = ["Diverged", "fit"]


def fit(
    model: Any,
    data: Any,
    *beside: Any,
    loss: Any,
    optimizer: str | Optimizer,
    lr: float | None = None,
    epochs: int = 100,
    batch_size: int | None = None,
    shuffle: bool = True,
    seed: int | None = None,
    scheduler: Any = None,
    validation: Any = None,
    metrics: Any = (),
    callbacks: Iterable[Callable[[History], Any]] = (),
    patience: int | None = None,
    min_delta: float = 0.0,
    restore_best: bool = False,
    clip: float | None = None,
    history: History | None = None,
    progress: bool = True,
    jit: bool | None = None,
    mode: str = "fast",
    **others: Any,
) -> History:
    """Train a model on examples; what was measured, epoch by epoch.

    model         an ``nn.Module``, or anything that is called with one input and has ``parameters()``
    data          (x, y) pairs, or a tuple of two lists or arrays, (X, Y); see ``rows.inputs_and_targets``
    beside        nothing: whoever writes fit(net, X, Y) is told that the two are one argument; and ``others``, what a
                  setting of another library is called here
    loss          a function of (outputs, targets), an ``nn`` loss, or the name of one: "mse", "cross_entropy", ...
    optimizer     an optimizer of the model's parameters, or the name of one: "sgd", "adam", ...
    lr            learning rate of an optimizer given by name; its own default if not given
    epochs        how often to go through all rows
    batch_size    rows for each step; None: all of them. The last batch of an epoch may be smaller, and is not dropped
    shuffle       whether each epoch takes the rows in a new order; a single batch stays in order
    seed          where the orders come from: epoch k's depends on the seed and on k alone. Without one ``random.seed``
                  decides
    scheduler     a learning rate schedule of that optimizer, or a function that makes one from the optimizer. It steps
                  after each epoch (``CyclicLR`` and ``OneCycleLR``: each batch); ``ReduceLROnPlateau`` sees what is
                  watched (see patience)
    validation    held-out examples: measured after each epoch, in eval mode, under "val_loss" and so on
    metrics       "accuracy" and others of ``metrics.METRICS``, functions of (outputs, targets), or a dict of such
    callbacks     functions that are called with the history after each epoch; one that returns True ends the training
    patience      end when "val_loss", or "loss" without held-out rows, has not been less than before, by more than
    min_delta     min_delta, for this many epochs
    restore_best  at the end, also after Ctrl-C, go back to the parameters of the epoch with the least "val_loss"
    clip          the largest norm of all gradients together: see ``optim.clip_grad_norm_``
    history       what an earlier ``fit`` returned: its epochs are counted on and added to, and its seed is used
    progress      whether to show a bar; there is none where standard error is no terminal (or notebook) anyway
    jit           whether to compile the steps: the same numbers, to 1e-11 or so, hundreds of times sooner. True raises
                  NotCompiled or TracingError, with the reason, where that cannot be done; None compiles where it can be
                  done and the eager engine would take over a second; ``history.engine`` says what ran. What the model
                  or the loss reads and a callback changes, or the training itself, its history say, is compiled anew,
                  under None not for every epoch if that takes longer than the eager engine, which goes on then; a later
                  ``fit`` that computes the same, with whatever weights, rows and rate, finds what was compiled.
                  Callbacks find the gradients of the last step; where there are none to look, the gradients are 0 in
                  the end
    mode          of compiled steps: "fast", or "exact": bit for bit the numbers of ``jit=False``. That is straight-line
                  code, for some hundred parameters and small batches; large ones take minutes to compile

    The loss is called with a *list* of outputs and a list of targets, an item for each row of the batch. So
    ``reduction="mean"`` means what it means in PyTorch: the mean over the batch (and, for losses that go number by
    number, over the numbers of each output). Where targets are plain numbers, outputs that are lists of one are
    unpacked. The "loss" of an epoch is the mean of its batches' losses, each counted by its number of rows; it and the
    metrics are measured on the way, before each batch's update and with dropout at work, as is usual and free.

    Ctrl-C, also while the steps are compiled, ends the training and returns the history so far, which says so
    (``history.interrupted``). A loss or gradient that is not finite raises ``Diverged``, with the history so far. In
    all cases, and if a callback fails, the model is as of the last finished batch, and its modes are those from before.

    Raises ValueError or TypeError, with the model as it was, for: no data, ragged or unequal rows, numbers that are not
    finite, a width that does not fit the model, targets that do not fit the loss, unknown names, and settings out of
    bounds.
    """
    for name in others:
        raise no_setting("fit", name, fit.__kwdefaults__ or ())
    xs, ys = inputs_and_targets(data, beside=beside)
    held_out = None if validation is None else inputs_and_targets(validation, "validation")
    function = loss_named(loss)
    measures = chosen(metrics, ys, function)
    shuffle, progress = check_flag("shuffle", shuffle), check_flag("progress", progress)
    restore_best = check_flag("restore_best", restore_best)
    epochs = check_whole("epochs", epochs, 0)
    size = check_whole("batch_size", len(xs) if batch_size is None else batch_size, 1)
    if patience is not None:
        patience = check_whole("patience", patience, 1)
    if restore_best and held_out is None:
        raise ValueError("restore_best needs held-out rows to tell which epoch was the best: give validation=")
    if clip is not None:
        clip = _number("clip is the largest norm of the gradients, a number above 0", clip, lambda x: x > 0.0)
    min_delta = _number("min_delta is by how much less counts, a number of 0 or more", min_delta, lambda x: x >= 0.0)
    if not (jit is None or isinstance(jit, bool)):
        raise TypeError(f"jit is True, False or None, not {jit!r:.60}")
    if mode not in MODES:
        raise ValueError(f"mode is {' or '.join(map(repr, MODES))}, not {mode!r:.60}")
    if not hasattr(model, "parameters"):
        raise TypeError(f"a model is an nn.Module, or something else that has parameters(), not {model!r:.60}")
    if not isinstance(callbacks, Iterable) or not all(map(callable, callbacks := list(callbacks))):
        raise TypeError(f"callbacks is a list of functions of the history, not {callbacks!r:.60}")
    if not (scheduler is None or callable(scheduler) or hasattr(scheduler, "step")):
        raise TypeError(f"a scheduler is a schedule, or makes one of the optimizer, not {scheduler!r:.60}")
    chosen_optimizer = optimizer_named(optimizer, model, lr)
    if not (history is None or isinstance(history, History)):
        raise TypeError(f"history is what an earlier fit() returned, not {history!r:.60}")
    if seed is not None:
        seed = check_whole("seed", seed, -inf)
    if history is not None and seed is not None and seed != history.seed:
        raise ValueError(f"the history has the seed {history.seed}, so seed={seed} cannot be had: leave it out")
    uses = _rehearse(model, xs, ys, function, measures, "data")
    if held_out is not None:
        theirs, ours = shape("x", held_out[0][0]), shape("x", xs[0])
        if theirs != ours:
            raise ValueError(f"validation: its inputs have shape {theirs}, those of data have {ours}")
        _rehearse(model, *held_out, function, measures, "validation")
    if isinstance(scheduler, type) or not (scheduler is None or hasattr(scheduler, "step")):
        made = scheduler(chosen_optimizer)
        if not hasattr(made, "step"):
            raise TypeError(f"the function that is to make a schedule of the optimizer gave {made!r:.60}")
        scheduler = made
    if getattr(scheduler, "optimizer", chosen_optimizer) is not chosen_optimizer:
        raise ValueError("the scheduler belongs to another optimizer: make it from the one that is given here")

    if history is None:
        history = History(seed=random.getrandbits(64) if seed is None else seed)
    history.stopped, history.interrupted = "", False
    loop: EagerLoop = EagerLoop(
        model, xs, ys, function, chosen_optimizer, scheduler, measures, clip, history, size, shuffle
    )
    watched = "loss" if held_out is None else "val_loss"
    best: tuple[float, list[float]] = (inf, [])
    steps = epochs * -(-len(xs) // size)
    try:
        if jit is not False:
            ahead = validation is None and not callbacks and patience is None
            with in_mode(model, True):  # as it will be trained
                loop = compiled(loop, epochs, uses, ahead, jit is True, mode == "exact")
        history.engine = loop.engine
        with enable_grad(), in_mode(model, True), closing(Bar(steps, progress)) as bar:
            for epoch in range(len(history) + 1, len(history) + 1 + epochs):
                bar.title(f"epoch {epoch}")
                row = {"epoch": epoch, **loop.epoch(epoch, bar)}
                if held_out is not None:
                    row |= {f"val_{name}": x for name, x in measured(model, *held_out, function, measures).items()}
                loop.schedule(row[watched])
                history.append(row)
                bar.say(row)
                if restore_best and row[watched] < best[0]:
                    best = row[watched], [p.data for p in model.parameters()]
                asked = [callback(history) is True for callback in callbacks]  # all of them are called
                if any(asked):
                    history.stopped = f"stopped by a callback after epoch {epoch}"
                elif patience is not None and _waited(history.column(watched), min_delta) >= patience:
                    waited = plural(patience, "epoch")
                    history.stopped = f"stopped after epoch {epoch}: {watched} had not got better for {waited}"
                if history.stopped:
                    break
    except KeyboardInterrupt:
        history.extend(loop.finished(len(history) + 1))
        history.interrupted = True
        history.stopped = f"interrupted by Ctrl-C in epoch {len(history) + 1}"
    if best[1]:
        for p, number in zip(model.parameters(), best[1], strict=True):
            p.data = number
    return history


def _kind(x: Any) -> str:
    return f"{type(x).__name__} of {len(x)}" if isinstance(x, (list, tuple)) else type(x).__name__


def _rehearse(
    model: Any, xs: list[Any], ys: list[Any], loss: Callable[..., Any], metrics: dict[str, Metric], what: str
) -> int:
    """Whether all fits, before anything is changed: one input through the model, all targets through the loss.

    And through our own metrics; somebody else's may not expect outputs that are all the same. Returns how many products
    there are in that input's graph.
    """

    def rehearsal() -> int:
        with enable_grad():
            (output,) = outputs_of(model, xs[:1], ys)
        try:
            loss_of(loss, [output] * len(ys), ys)
        except TypeError as error:
            if loss in LOSSES.values() or isinstance(loss, Loss):
                raise
            given = "the loss is called with a list of outputs and a list of targets, an item for each row"
            raise TypeError(f"{given}, here {_kind(output)} and {_kind(ys[0])}: {error}") from error
        for metric in metrics.values():
            if getattr(metric, "func", metric) in METRICS.values():
                metric([plain_numbers(output)] * len(ys), ys)
        return uses_in(output)

    before = [(p, p.data, p.grad) for p in model.parameters()]
    try:
        with in_mode(model, False):
            return int(unrecorded(rehearsal))
    except (ValueError, TypeError) as error:
        kind = ValueError if isinstance(error, ValueError) else TypeError
        raise kind(f"{what} does not fit: {error}") from error
    finally:  # a model or a loss that changes parameters is to do so in training only
        for p, data, grad in before:
            if p.data is not data:
                p.data = data
            if p.grad is not grad:
                p.grad = grad


def _waited(course: list[float], min_delta: float) -> int:
    """How many epochs ago the last one was that was better than all before it by more than ``min_delta``."""
    least, when = inf, 0
    for epoch, x in enumerate(course, 1):
        if x < least - min_delta:
            least, when = x, epoch
    return len(course) - when


def _number(what: str, number: Any, fits: Callable[[float], bool]) -> float:
    try:
        if fits(x := to_float(number)):
            return x
    except (TypeError, OverflowError):
        pass
    raise ValueError(f"{what}, not {number!r:.60}")
