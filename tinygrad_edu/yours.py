"""A function in a file of the user's, and the numbers to call it with: for the commands that take such.

What the user's program raises is an answer, and is told in a sentence with its line.
"""

from __future__ import annotations

import argparse
import ast
import importlib.util
import sys
import traceback
from pathlib import Path
from typing import Any

from .files import read
from .real import to_float

__all__ = ["INPUTS", "an_input", "inputs_anywhere", "loaded", "located", "told"]

INPUTS = """numbers, lists as in "[0.3, 0.7]", dicts as in "{'w': 0.3}\""""
"""What ``an_input`` takes, for a command's help. Any shell leaves what is quoted so as it is."""


def inputs_anywhere(command: Any) -> None:
    """Let a command's ``inputs`` stand behind options too, as in ``f.py:f -o x.svg 1 2``: argparse leaves them over."""
    parse, negative = command.parse_known_args, command._negative_number_matcher

    def parse_all(args: Any = None, namespace: Any = None) -> tuple[Any, list[str]]:
        found, left = parse(args, namespace)
        late = [word for word in left if not word.startswith("-") or negative.match(word)]
        try:
            found.inputs = [*found.inputs, *map(an_input, late)]
        except argparse.ArgumentTypeError as error:
            command.error(f"argument X: {error}")
        return found, [word for word in left if word not in late]

    command.parse_known_args = parse_all


def an_input(text: str) -> Any:
    """A number, or a list or dict of numbers, lists and dicts, as Python and JSON write them.

    >>> an_input("0.5"), an_input("[1, [2, 3]]"), an_input("{'w': 0.5}"), an_input('{"w": [1]}')
    (0.5, [1.0, [2.0, 3.0]], {'w': 0.5}, {'w': [1.0]})
    """
    try:
        return _numbers(ast.literal_eval(text.strip())) if text.lstrip().startswith(("[", "{")) else float(text)
    except (ValueError, SyntaxError, TypeError, OverflowError, MemoryError, RecursionError):
        raise argparse.ArgumentTypeError(f"inputs are {INPUTS}, not {text!r:.60}") from None


def _numbers(tree: Any) -> Any:
    if isinstance(tree, dict):
        return {key: _numbers(item) for key, item in tree.items()}
    return [_numbers(item) for item in tree] if isinstance(tree, list) else to_float(tree)


def located(place: str) -> tuple[Path, str]:
    """The file and the name in FILE.py:FUNCTION; ValueError if it is none such, or the file cannot be read."""
    path, _, name = place.rpartition(":")
    if not path or not name or not {"/", "\\"}.isdisjoint(name):  # C:\mine.py has a colon, and no name
        raise ValueError(f"{place!r} is not of the form FILE.py:FUNCTION")
    try:
        read(path)
    except OSError as error:
        raise ValueError(str(error)) from None
    return Path(path), name


def told(error: BaseException, path: Path) -> str:
    """The error in a sentence; with its kind and line if the file raised it, and not what was done with it."""
    frames = traceback.extract_tb(error.__traceback__)
    lines = [frame.lineno for frame in frames if Path(frame.filename).resolve() == path.resolve()]
    if not lines:
        return str(error) or type(error).__name__
    return f"{type(error).__name__}{f': {error}' if str(error) else ''} ({path}, line {lines[-1]})"


def loaded(path: Path, name: str) -> Any:
    """The function of this name in a file, which is run for it; ValueError if there is none."""
    spec = importlib.util.spec_from_file_location("checked", path)
    if spec is None or spec.loader is None:
        raise ValueError(f"{path} is no Python file (its name ends in .py)")
    module = importlib.util.module_from_spec(spec)
    sys.path.insert(0, str(path.resolve().parent))  # what lies beside it can be imported, as when it is run
    try:
        spec.loader.exec_module(module)
    finally:
        sys.path.pop(0)
    found = getattr(module, name, None)
    if not callable(found):
        kind = "" if found is None else f" ({name} is a thing of the type {type(found).__name__})"
        own = [key for key, value in vars(module).items() if callable(value) and _is_of(value, module, key)]
        raise ValueError(f"{path} has no function {name!r}{kind}; it has: {', '.join(own) or 'none'}")
    return found


def _is_of(value: Any, module: Any, name: str) -> bool:
    """Whether it was made in the module, and not imported; what a decorator made counts too."""
    return not name.startswith("_") and not hasattr(sys.modules.get(getattr(value, "__module__", "")), name)
