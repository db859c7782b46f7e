"""The command ``tinygrad-edu train``: a net for a data set, from the command line. It reads arguments and prints.

Exit codes: 0 it was trained; 1 the training diverged, or something cannot be done here; 2 the command was used wrongly;
130 it was interrupted. The same arguments give the same numbers.
"""

from __future__ import annotations

import argparse
import io
import sys
import warnings
from collections.abc import Callable
from dataclasses import dataclass, replace
from difflib import get_close_matches
from math import isnan
from pathlib import Path
from typing import Any

from .. import data, files, nn
from ..arguments import complain, examples
from ..console import at_least, below, fits, rate, say
from ..data.csv_file import columns_of, read_csv
from ..data.sets import Dataset
from ..plural import plural
from . import checkpoint
from .by_name import LOSSES, OPTIMIZERS, optimizer_named
from .evaluation import evaluate
from .history import BLOCKS, History
from .loop import Diverged, fit
from .plot import need_matplotlib, plot_boundary, plot_loss

__all__ = ["add_commands"]


@dataclass(frozen=True)
class Plan:
    """A data set, and how to train on it unless the arguments say otherwise."""

    make: Callable[[int], Dataset] | None
    hidden: tuple[int, ...]
    epochs: int
    lr: float
    batch_size: int
    held_out: float = 0.2
    standardise: bool = False


PLANS = {
    "xor": Plan(lambda seed: data.xor(), (4,), 100, 0.1, 16, held_out=0.0),
    "moons": Plan(lambda seed: data.moons(seed=seed), (16, 16), 60, 0.01, 16),
    "circles": Plan(lambda seed: data.circles(seed=seed), (16, 16), 60, 0.01, 16),
    "iris": Plan(lambda seed: data.iris(), (16,), 60, 0.01, 16, standardise=True),
    "digits": Plan(lambda seed: data.digits(), (32,), 12, 0.01, 32),
}
TABLE = Plan(None, (16, 16), 100, 0.01, 16, standardise=True)
"""For CSV files."""

OPTIMIZER, ACTIVATION = "adam", "tanh"
FEW = 10  # whole numbers as targets that are perhaps classes
KINDS_OF_PLOT = ("png", "svg", "pdf")


class Wrong(Exception):
    """A sentence for whoever used the command wrongly."""


def add_commands(subparsers: Any) -> None:
    """Add the command to what ``ArgumentParser.add_subparsers()`` gave."""
    command = subparsers.add_parser(
        "train",
        help="train a net on a built-in data set or a CSV file",
        description="Train a multi-layer perceptron and say how good it is on rows that it has not seen.",
        **examples("train moons --hidden 16 16 --epochs 100 --plot boundary.png"),
    )
    command.add_argument("data", help=f"{', '.join(PLANS)}, or a CSV file with a header")
    command.add_argument("--target", metavar="COLUMN", help="CSV: the column to predict")
    command.add_argument(
        "--columns", metavar="COLUMN", nargs="+", help="CSV: what to predict it from (default: the rest)"
    )
    kind = command.add_mutually_exclusive_group()
    kind.add_argument("--classes", action="store_true", default=None, help="CSV: the target's numbers are classes")
    kind.add_argument("--numbers", dest="classes", action="store_false", help="CSV: the target's 0 and 1 are numbers")
    sizes, size = at_least(1, "each size, with spaces between them,"), at_least(1, "a size")
    count = at_least(0, "a number of epochs")
    part = below(1.0, "a part of the rows is at least 0 and less than 1")
    command.add_argument(
        "--hidden", metavar="N", type=sizes, nargs="*", help="neurons of each hidden layer (default: by data)"
    )
    command.add_argument(
        "--activation", metavar="NAME", default=ACTIVATION, help="of hidden layers (default %(default)s)"
    )
    command.add_argument(
        "--epochs", metavar="N", type=count, help="how often to go through all rows (default: by data)"
    )
    command.add_argument(
        "--optimizer", metavar="NAME", default=OPTIMIZER, help=f"{', '.join(OPTIMIZERS)} (default %(default)s)"
    )
    command.add_argument("--lr", metavar="RATE", type=rate, help="learning rate (default: by data)")
    command.add_argument("--batch-size", metavar="N", type=size, help="rows for each step (default: by data)")
    command.add_argument("--seed", type=int, default=0, help="of rows, weights and orders (default %(default)s)")
    command.add_argument("--held-out", metavar="PART", type=part, help="part of the rows to hold out (default 0.2)")
    command.add_argument("--save", metavar="FILE", help="write the net to a JSON file")
    command.add_argument(
        "--plot", metavar="FILE", help="draw the loss and, for two inputs, the boundary: .png, .svg, .pdf"
    )
    command.add_argument("--quiet", action="store_true", help="no progress bar")
    command.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Train as the arguments say; the exit code."""
    try:
        return _run(arguments)
    except Wrong as wrong:
        return complain("train", wrong)
    except BrokenPipeError:  # whoever read the output has seen enough; cli.py knows what to do
        raise
    except (Diverged, ImportError, OSError) as error:
        return complain("train", error, 1)


def _run(arguments: argparse.Namespace) -> int:
    plan, rows = _rows(arguments)
    _check_files(arguments)
    part = plan.held_out if arguments.held_out is None else arguments.held_out
    try:
        train, test = data.split(rows, part, arguments.seed) if part else (rows, None)
    except ValueError as error:
        raise Wrong(str(error)) from None
    notes: dict[str, Any] = {"features": list(rows.features), "classes": list(rows.classes)}
    given = train  # a plot is in the units of the file
    if plan.standardise:
        notes["scaling"] = [list(pair) for pair in data.scaling(train.X)]
        train, *rest = data.standardise(train, *([test] if test else []))
        test = rest[0] if rest else None
    task = _task(rows)
    if not rows.classes:
        ((mean, spread),) = data.scaling([[y] for y in train.y])
        notes["target_scaling"] = [mean, spread]
        train = replace(train, y=[(y - mean) / spread for y in train.y])
        test = test and replace(test, y=[(y - mean) / spread for y in test.y])
    hidden = plan.hidden if arguments.hidden is None else arguments.hidden
    lr = plan.lr if arguments.lr is None else arguments.lr
    epochs = plan.epochs if arguments.epochs is None else arguments.epochs
    batch_size = min(plan.batch_size if arguments.batch_size is None else arguments.batch_size, len(train))
    try:
        net = nn.MLP(len(rows.features), [*hidden, task.outputs], arguments.activation, seed=arguments.seed)
        optimizer = optimizer_named(arguments.optimizer, net, lr)
    except ValueError as error:
        raise Wrong(str(error)) from None
    _introduce(rows, train, test, net, hint=arguments.classes is None)
    say(f"{arguments.optimizer}, lr {lr:g}, {plural(epochs, 'epoch')} in batches of {batch_size}")
    history = fit(
        net,
        train,
        loss=LOSSES[task.loss],
        optimizer=optimizer,
        epochs=epochs,
        batch_size=batch_size,
        seed=arguments.seed,
        validation=test,
        metrics=task.metric,
        progress=not arguments.quiet,
    )
    if history:
        curve = history.spark(ascii=not fits(BLOCKS, sys.stdout))
        say(f"loss {curve} {history[0]['loss']:#.4g} → {history[-1]['loss']:#.4g}")
    if history.stopped:
        say(history.stopped)
    result = _measured(net, train, task, "training rows")
    if test is not None:
        result += "; " + _measured(net, test, task, "held-out rows")
    say(result)
    if arguments.save is not None:
        checkpoint.save(arguments.save, net, history=history, notes={"data": arguments.data, **notes})
        say(f"the net is in {arguments.save}")
    if arguments.plot is not None:
        kind = Path(arguments.plot).suffix[1:].lower()
        with warnings.catch_warnings(record=True) as caught:  # it warns of each letter by itself
            warnings.filterwarnings("always", "Glyph .* missing")
            files.write(arguments.plot, _picture(_of_given(net, notes), given, history, kind))
        say(f"the plot is in {arguments.plot}")
        if any("Glyph" in str(warning.message) for warning in caught):
            say("boxes stand there for letters that matplotlib finds in no font: for Chinese install Noto Sans CJK SC")
    return 130 if history.interrupted else 0


# -- what to learn ---------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Task:
    """What kind of learning it is: how many outputs the net has, its loss, and the figure that people look at."""

    outputs: int
    loss: str
    metric: str


def _task(rows: Dataset) -> Task:
    if not rows.classes:
        if len({*rows.y}) == 1:
            raise Wrong(f"the target is {rows.y[0]:g} in all rows: there is nothing to learn")
        return Task(1, "mse", "r2")
    if len(rows.classes) == 1:
        raise Wrong(f"all rows are of the one class {rows.classes[0]!r}: there is nothing to tell apart")
    if len(rows.classes) == 2:
        return Task(1, "bce_with_logits", "accuracy")
    return Task(len(rows.classes), "cross_entropy", "accuracy")


def _rows(arguments: argparse.Namespace) -> tuple[Plan, Dataset]:
    name = arguments.data
    of_tables = [arguments.target, arguments.columns, arguments.classes]
    if name in PLANS:
        if any(x is not None for x in of_tables):
            raise Wrong(f"--target, --columns, --classes and --numbers are for CSV files, and {name} is built in")
        make = PLANS[name].make
        assert make is not None
        try:
            return PLANS[name], make(arguments.seed)
        except ValueError as error:
            raise Wrong(str(error)) from None
    try:
        if arguments.target is None:
            columns = ", ".join(map(repr, columns_of(name)))
            raise Wrong(f"which column of {name} is to be predicted? Name it, --target COLUMN: it has {columns}")
        return TABLE, read_csv(name, arguments.target, arguments.columns, arguments.classes)
    except FileNotFoundError:
        near = get_close_matches(name, PLANS)
        hint = f"did you mean {near[0]}?" if near else f"give {', '.join(PLANS)}, or the path of a CSV file"
        raise Wrong(f"there is no data set and no file {name!r}: {hint}") from None
    except (ValueError, IsADirectoryError) as error:
        raise Wrong(str(error)) from None


# -- words -----------------------------------------------------------------------------------------------------------


def _introduce(rows: Dataset, train: Dataset, test: Dataset | None, net: nn.MLP, hint: bool) -> None:
    what = f"{len(rows.classes)} classes" if rows.classes else "a number to predict"
    values = {*rows.y}
    if hint and not rows.classes and len(values) <= FEW and all(y == int(y) for y in values):
        what += f" (--classes if its {len(values)} values are classes)"
    held_out = f"{len(test):,} held out" if test is not None else "none held out"
    say(f"{len(rows):,} rows, {plural(len(rows.features), 'input')}, {what}; {len(train):,} to train on, {held_out}")
    say(f"{net!r}, {plural(len(net.parameters()), 'parameter')}")


def _measured(net: nn.MLP, rows: Dataset, task: Task, what: str) -> str:
    found = evaluate(net, rows, loss=LOSSES[task.loss], metrics=task.metric)
    figure = found[task.metric]
    shown = f"accuracy {100.0 * figure:.1f}%" if task.metric == "accuracy" else f"R² {figure:.4f}"
    if isnan(figure):
        shown = "no R², as all targets are equal"
    return f"{what}: loss {found['loss']:#.4g}, {shown}"


# -- files -----------------------------------------------------------------------------------------------------------


def _check_files(arguments: argparse.Namespace) -> None:
    """What would fail after the training fails before it."""
    for path in (arguments.save, arguments.plot):
        if path is not None:
            files.writable(path)
    if arguments.plot is not None:
        if Path(arguments.plot).suffix[1:].lower() not in KINDS_OF_PLOT:
            raise Wrong(
                f"a plot ends in {' or '.join('.' + kind for kind in KINDS_OF_PLOT)}, not as {arguments.plot!r}"
            )
        need_matplotlib()


def _of_given(net: nn.MLP, notes: dict[str, Any]) -> Callable[[list[float]], Any]:
    """The net as a function of inputs that are not standardised."""
    scaling = notes.get("scaling")
    return (
        (lambda x: net([(a - mean) / spread for a, (mean, spread) in zip(x, scaling, strict=True)])) if scaling else net
    )


def _picture(net: Callable[[list[float]], Any], rows: Dataset, history: History, kind: str) -> bytes:
    from matplotlib import rc_context
    from matplotlib.figure import Figure

    plane = bool(rows.classes) and len(rows.features) == 2
    figure = Figure(figsize=(10.0 if plane else 5.5, 4.5), layout="constrained")
    panels = figure.subplots(1, 2 if plane else 1, squeeze=False)[0]
    if plane:
        plot_boundary(net, rows, panels[0], threshold=0.0)
    if history:
        plot_loss(history, panels[-1])
    file = io.BytesIO()
    with rc_context({"svg.hashsalt": "tinygrad_edu"}):  # this and no date: the same arguments give the same file
        figure.savefig(file, format=kind, dpi=150, metadata=_UNDATED.get(kind))
    return file.getvalue()


_UNDATED: dict[str, dict[str, Any]] = {"svg": {"Date": None}, "pdf": {"CreationDate": None}}
