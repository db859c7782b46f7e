"""Checkpoints: a model, and the training it is in, as a readable JSON file from which training goes on bit for bit.

>>> import tempfile
>>> from tinygrad_edu import nn
>>> path = tempfile.mkdtemp() + "/net.json"
>>> net, twin = nn.MLP(2, [3, 1], seed=0), nn.MLP(2, [3, 1], seed=1)
>>> save(path, net)
>>> load(path, twin)
Checkpoint(MLP(2, [3, 1], activation='relu', output_activation='linear'), 13 numbers)
>>> twin.state_dict() == net.state_dict()
True

The file is written whole or not at all. Floats stand in it with all their digits (the shortest text that reads back as
the same double); inf and nan, which JSON does not have, are the strings "inf", "-inf" and "nan". A hash over the
content tells a changed file from the one that was written: whoever wants to edit a file by hand deletes its "sha256".
On loading everything is checked before anything is changed, and nothing of the file is ever run.
"""

from __future__ import annotations

import copy
import json
import math
import os
import stat
from collections.abc import Iterator, Mapping
from hashlib import sha256
from random import Random
from typing import Any

from ..files import read, readable, write
from ..nn import Module
from ..optim import Optimizer
from ..optim.saving import loaded
from .history import History
from .strict_json import parsed

__all__ = ["Checkpoint", "CheckpointError", "load", "save"]

FORMAT, VERSION = "tinygrad_edu checkpoint", 1
MOST_BYTES = 1 << 28  # 256 MiB, about four million parameters with Adam's state
MOST_LEVELS = 16  # of lists and dicts within each other; what is written has 7, besides the notes
PARTS = ("format", "version", "model", "parameters", "generators", "optimizer", "scheduler", "history", "notes")
SPECIAL = {"inf": math.inf, "-inf": -math.inf, "nan": math.nan}
NAMES = "param_names"  # the one list of strings of an optimizer: a parameter may be called "nan"


class CheckpointError(ValueError):
    """A file that is no checkpoint, is not whole, or does not fit. Nothing was changed."""


class Checkpoint:
    """What was in a file, besides what ``load`` put into the model, optimizer and scheduler.

    model    what the model was, in words
    history  the ``History``, or None
    notes    what was given to ``save`` as notes
    """

    def __init__(self, model: str, history: History | None, notes: Any, size: int) -> None:
        self.model, self.history, self.notes, self._size = model, history, notes, size

    def __repr__(self) -> str:
        more = f", {len(self.history)} epochs" if self.history is not None else ""
        return f"Checkpoint({self.model}, {self._size:,} numbers{more})"


def save(
    path: str | os.PathLike[str],
    model: Module,
    optimizer: Optimizer | None = None,
    *,
    scheduler: Any = None,
    history: History | None = None,
    notes: Any = None,
) -> None:
    """Write a model to a file and, where given, its optimizer, scheduler and history, to go on from later.

    notes  anything of one's own that JSON can hold: settings, names of classes, ...

    The numbers of all leaf Values of the model are written, and the states of its random generators (dropout's).
    Raises OSError if the file cannot be written, with what was there before left as it is; CheckpointError for what the
    file could not give back: notes that are no JSON, more than 256 MiB; TypeError for what is no model, optimizer, ...
    """
    _in_order("save", path, model)
    _check(optimizer, scheduler, history)
    content = {
        "format": FORMAT,
        "version": VERSION,
        "model": _described(model),
        "parameters": model.state_dict(),
        "generators": {name: _dumped(generator) for name, generator in _generators(model)},
        "optimizer": None if optimizer is None else {"kind": type(optimizer).__name__, **optimizer.state_dict()},
        "scheduler": None if scheduler is None else {"kind": type(scheduler).__name__, **scheduler.state_dict()},
        "history": None if history is None else {"seed": history.seed, "rows": list(history)},
        "notes": notes,
    }
    try:
        if json.loads(json.dumps(notes, allow_nan=False)) != notes:
            raise ValueError("they read back as something else (tuples, or keys that are no strings)")
    except (TypeError, ValueError, RecursionError) as error:
        raise CheckpointError(f"the notes cannot be written as JSON: {error}") from None
    text = _written({name: part if name == "notes" else _encoded(part) for name, part in content.items()})
    if len(text.encode()) > MOST_BYTES:
        raise CheckpointError(f"the checkpoint would be larger than {MOST_BYTES >> 20} MiB, which load() refuses")
    write(path, text)


def load(
    path: str | os.PathLike[str],
    model: Module | None = None,
    optimizer: Optimizer | None = None,
    *,
    scheduler: Any = None,
) -> Checkpoint:
    """Put what a file holds into a model and, where given, its optimizer and scheduler; the rest is in the result.

    The model is made as it was before it was saved; its numbers are matched by name. Raises CheckpointError, and
    changes nothing, if the file is no whole checkpoint or does not fit; OSError if it cannot be read; TypeError for
    what is no model, optimizer or scheduler.
    """
    if model is None and isinstance(path, (str, os.PathLike)):  # nothing of a file is run, so it makes no model
        saved = _read(path)["model"]
        raise TypeError(f"load(path, model) puts numbers into a model: make one as it was saved, {saved}, and pass it")
    _in_order("load", path, model)
    _check(optimizer, scheduler)
    try:
        content = _read(path)
        generators = [(generator, _restored(content, name)) for name, generator in _generators(model)]
        saved = {
            name: _part(content, name, kind) for name, kind in (("optimizer", optimizer), ("scheduler", scheduler))
        }
        history = _history(content["history"])
        if optimizer is not None:
            loaded(optimizer, saved["optimizer"])
        if scheduler is not None:
            copy.deepcopy(scheduler).load_state_dict(saved["scheduler"])
        model.load_state_dict(content["parameters"])  # checks before it changes, and is the last that can fail
    except CheckpointError as error:
        raise CheckpointError(f"{path}: {error}. Nothing was changed") from None
    except (ValueError, TypeError, OverflowError) as error:
        what = str(error).removesuffix(". Nothing was changed")
        described = f" (it was saved from {content['model']})"
        raise CheckpointError(f"{path} does not fit: {what}{described}. Nothing was changed") from None
    for generator, state in generators:
        generator.setstate(state)
    if optimizer is not None:
        optimizer.load_state_dict(saved["optimizer"])
    if scheduler is not None:
        scheduler.load_state_dict(saved["scheduler"])
    return Checkpoint(content["model"], history, content["notes"], len(content["parameters"]))


def _in_order(name: str, path: Any, model: Any) -> None:
    """TypeError for a path and a model that are none, or that have changed places."""
    if not isinstance(path, (str, os.PathLike)):
        raise TypeError(f"{name}(path, model): the path comes first, and it is not {type(path).__name__} {path!r:.60}")
    if not hasattr(model, "state_dict"):
        what = f"{type(model).__name__} {model!r:.60}"
        raise TypeError(f"{name}(path, model): a model has state_dict(), and {what} has none")


def _check(optimizer: Any, scheduler: Any, history: Any = None) -> None:
    """Whether what else is given is what ``save`` and ``load`` ask for."""
    for name, there, fits, wanted in (
        ("optimizer", optimizer, isinstance(optimizer, Optimizer), "one of tinygrad_edu.optim's"),
        ("scheduler", scheduler, hasattr(scheduler, "state_dict"), "one of lr_scheduler's"),
        ("history", history, isinstance(history, History), "what fit() returned"),
    ):
        if not (there is None or fits):
            raise TypeError(f"the {name} is {wanted}, not {there!r:.60}")


# -- the text --------------------------------------------------------------------------------------------------------


def _written(content: dict[str, Any]) -> str:
    """The file: a line for each number of the model, and for each other part."""
    lines = []
    for name, part in content.items():
        if name == "parameters":
            rows = ",\n".join(f"  {json.dumps(key)}: {json.dumps(x)}" for key, x in part.items())
            lines.append(f'"parameters": {{\n{rows}\n }}' if part else '"parameters": {}')
        else:
            lines.append(f"{json.dumps(name)}: {json.dumps(part, allow_nan=False)}")
    lines.append(f'"sha256": "{_hash(content)}"')
    return "{\n " + ",\n ".join(lines) + "\n}\n"


def _hash(content: dict[str, Any]) -> str:
    """Of the content, not of the file: other spaces and line ends are still the same checkpoint."""
    return sha256(json.dumps(content, separators=(",", ":")).encode()).hexdigest()


def _encoded(part: Any) -> Any:
    """Every inf and nan as a string."""
    if isinstance(part, float):
        return part if math.isfinite(part) else repr(part)
    if isinstance(part, Mapping):
        return {key: _encoded(x) for key, x in part.items()}
    return [_encoded(x) for x in part] if isinstance(part, (list, tuple)) else part


def _decoded(part: Any) -> Any:
    if isinstance(part, str):
        return SPECIAL.get(part, part)
    if isinstance(part, dict):
        return {key: x if key == NAMES else _decoded(x) for key, x in part.items()}
    return [_decoded(x) for x in part] if isinstance(part, list) else part


def _read(path: str | os.PathLike[str]) -> dict[str, Any]:
    """The content of a file, if it is a whole checkpoint; the parts that ``load`` has to match are not checked yet."""
    if stat.S_ISFIFO(os.stat(readable(path)).st_mode):
        raise CheckpointError("this is a pipe, not a file")
    data = read(path, MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise CheckpointError(f"the file is larger than {MOST_BYTES >> 20} MiB")
    try:
        content = parsed(data, MOST_LEVELS)
    except ValueError as error:
        raise CheckpointError(f"{error}, so this is no checkpoint, or a damaged one") from None
    if not isinstance(content, dict) or content.get("format") != FORMAT:
        raise CheckpointError(f"this is no checkpoint: it does not say that its format is {FORMAT!r}")
    version = content.get("version")
    if version.__class__ is not int or version != VERSION:
        raise CheckpointError(
            f"this is a checkpoint of version {version!r:.60}, and version {VERSION} can be read here"
        )
    digest = content.pop("sha256", None)
    if set(content) != set(PARTS):
        odd = sorted(set(content) ^ set(PARTS))[0]
        raise CheckpointError(f"{odd!r:.60} is {'unexpected' if odd in content else 'missing'}")
    if digest is not None and digest != _hash(content):
        raise CheckpointError(
            "its content does not have the hash that it says, so it was changed after it was written. If that was on "
            'purpose, delete the "sha256"'
        )
    content = {name: part if name == "notes" else _decoded(part) for name, part in content.items()}
    if not isinstance(content["model"], str):
        raise CheckpointError("'model' is no text")
    if not isinstance(content["parameters"], dict):
        raise CheckpointError("'parameters' is no dict of names and numbers")
    for name, x in content["parameters"].items():
        if x.__class__ is not float and x.__class__ is not int:
            raise CheckpointError(f"the parameter {name!r:.60} is {x!r:.60}, which is no number")
    return content


# -- the parts -------------------------------------------------------------------------------------------------------


def _described(model: Module) -> str:
    """A model on one line."""
    return " ".join(repr(model).split())


def _generators(model: Module) -> Iterator[tuple[str, Random]]:
    """The random generators that modules keep, by name."""
    for name, module in model.named_modules():
        for key, x in vars(module).items():
            if isinstance(x, Random):
                yield f"{name}.{key}" if name else key, x


def _dumped(generator: Random) -> list[Any]:
    version, state, gauss = generator.getstate()
    return [version, list(state), gauss]


def _restored(content: dict[str, Any], name: str) -> Any:
    """The state of a generator, tried out on another one."""
    saved = content["generators"]
    if not isinstance(saved, dict) or name not in saved:
        raise CheckpointError(f"there is no state for the model's random generator {name}")
    try:
        version, state, gauss = saved[name]
        if not all(x.__class__ is int for x in state) or not (gauss is None or gauss.__class__ is float):
            raise ValueError
        whole = version, tuple(state), gauss
        Random().setstate(whole)
    except (ValueError, TypeError, OverflowError):
        raise CheckpointError(f"the state of the random generator {name} is none") from None
    return whole


def _part(content: dict[str, Any], name: str, wanted: Any) -> dict[str, Any]:
    """The state of the optimizer or scheduler, if one is wanted."""
    if wanted is None:
        return {}
    part, kind = content[name], type(wanted).__name__
    if part is None:
        raise CheckpointError(f"it was saved without {_a(name)}, so the {kind} cannot go on from it")
    if not isinstance(part, dict) or part.get("kind") != kind:
        there = part.get("kind") if isinstance(part, dict) else part
        raise CheckpointError(f"its {name} is {there!r:.60}, here it is {kind!r}")
    return {key: x for key, x in part.items() if key != "kind"}


def _history(part: Any) -> History | None:
    if part is None:
        return None
    rows = part.get("rows") if isinstance(part, dict) else None
    seed = part.get("seed") if isinstance(part, dict) else None
    if not isinstance(rows, list) or not (seed is None or seed.__class__ is int):
        raise CheckpointError("'history' is no dict of a seed and rows")
    for k, row in enumerate(rows, 1):
        if not isinstance(row, dict) or not all(x.__class__ in (int, float) for x in row.values()):
            raise CheckpointError(f"row {k} of the history is {row!r:.60}, not a dict of names and numbers")
    return History(rows, seed)


def _a(name: str) -> str:
    return f"an {name}" if name[0] in "aeiou" else f"a {name}"
