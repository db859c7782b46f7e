"""The command line's ``check``: the whole table, the planted faults, or a function of a file of yours."""

from __future__ import annotations

import argparse
import ast
import contextlib
import importlib.util
import re
import sys
import traceback
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from ..console import columns, say, send
from ..ops import OPS
from ..value import to_float
from .judge import gradcheck
from .mutants import mutation_score
from .report import CANNOT_JUDGE, ILL_CONDITIONED, OK, OK_AT_A_KINK, GradcheckReport
from .search import search
from .subject import function_name, takes
from .table import check_primitive

__all__ = ["add_commands"]


NOTHING_TO_DRAW = "-o draws the computation of a function; give one, as FILE.py:FUNCTION"


def add_commands(subparsers: Any) -> None:
    """Add ``check`` to the command line's commands."""
    command = subparsers.add_parser(
        "check",
        help="check gradients: the whole table, planted faults, or a function of yours",
        description="Compare derivatives with differences of values. Exit code 1 if one is wrong.",
    )
    command.add_argument("function", nargs="?", metavar="FILE.py:FUNCTION", help="a function of your own; else all")
    command.add_argument(
        "inputs", nargs="*", type=_input, metavar="X",
        help='where to check it: numbers, or lists as in "[0.3, 0.7]"; else it is searched',
    )  # fmt: skip
    command.add_argument(
        "-o", "--output", metavar="FILE", help="draw the function's graph: .svg, .html ...; - is standard output"
    )
    command.add_argument("--mutants", action="store_true", help="plant faults into the rules: are they caught?")
    command.add_argument("--seed", type=int, help="of the random checks of --mutants (default 0)")
    # What argparse takes for a number and not for an option: before Python 3.14 -7e-1 was none, and -inf never is.
    command._negative_number_matcher = re.compile(r"-\.?\d|-inf|-nan", re.IGNORECASE)
    _anywhere(command)
    command.set_defaults(run=_check)


def _anywhere(command: argparse.ArgumentParser) -> None:
    """Let inputs stand behind options too, as in ``f.py:f -o x.svg 1 2``: argparse by itself leaves those over."""
    parse, negative = command.parse_known_args, command._negative_number_matcher

    def parse_all(args: Any = None, namespace: Any = None) -> tuple[Any, list[str]]:
        found, left = parse(args, namespace)
        late = [word for word in left if not word.startswith("-") or negative.match(word)]
        try:
            found.inputs = [*found.inputs, *map(_input, late)]
        except argparse.ArgumentTypeError as error:
            command.error(f"argument X: {error}")
        return found, [word for word in left if word not in late]

    command.parse_known_args = parse_all  # type: ignore[method-assign]


def _input(text: str) -> Any:
    """A number, or a list of numbers or lists."""
    try:
        return _numbers(ast.literal_eval(text.strip())) if text.lstrip().startswith("[") else float(text)
    except (ValueError, SyntaxError, TypeError, OverflowError, MemoryError, RecursionError):
        words = f'an input is a number, or a list of numbers as in "[0.3, 0.7]", not {text!r:.60}'
        raise argparse.ArgumentTypeError(words) from None


def _numbers(tree: Any) -> Any:
    return [_numbers(item) for item in tree] if isinstance(tree, list) else to_float(tree)


def _check(arguments: argparse.Namespace) -> int:
    if arguments.mutants:
        if arguments.function:
            return _misused("--mutants checks the table; it takes no function")
        if arguments.output is not None:
            return _misused(NOTHING_TO_DRAW)
        score = mutation_score(seed=arguments.seed or 0)
        say(str(score))
        return 0 if score else 1
    if arguments.seed is not None:
        return _misused("--seed is for the random checks of --mutants; everything else is the same in every run")
    if arguments.function:
        return _function(arguments.function, arguments.inputs, arguments.output)
    if arguments.output is not None:
        return _misused(NOTHING_TO_DRAW)
    return _table()


def _table() -> int:
    failed = 0
    verdicts = (OK, OK_AT_A_KINK, ILL_CONDITIONED, CANNOT_JUDGE)
    heads, orders, gap = (*verdicts, "wrong"), ("derivative", "first", "second"), "  "

    def row(name: str, order: str, cells: Sequence[Any]) -> str:
        counts = [f"{cell:>{len(head)}}" for cell, head in zip(cells, heads, strict=True)]
        return gap.join([f"{name:11}", f"{order:{len(orders[0])}}", *counts])

    if columns() < len(row("", "", heads)):  # a narrow terminal
        heads, orders, gap = ("ok", "kink", "ill", " ?", "wrong"), ("   ", "1st", "2nd"), " "
    say(row("operation", orders[0], heads))
    for name in list(OPS):
        for order in (1, 2):
            reports = [report for _, report in check_primitive(name, order, raise_exception=False)]
            counts = [sum(report.count(verdict) for report in reports) for verdict in verdicts]
            wrong = [report for report in reports if report.failed]
            failed += len(wrong)
            say(row(name, orders[order], [*counts, len(wrong)]))
            for report in wrong:
                say(str(report))
    say(f"{len(OPS)} operations, {failed} wrong" if failed else f"{len(OPS)} operations, all right")
    return 1 if failed else 0


def _function(place: str, inputs: list[Any], output: str | None) -> int:
    path, _, name = place.rpartition(":")
    if not path or not name:
        return _misused(f"{place!r} is not of the form FILE.py:FUNCTION")
    if not Path(path).is_file():
        return _misused(f"there is no file {path}")
    try:
        function = _load(Path(path), name)
        if inputs:
            report = _checked(function, inputs)
        else:
            outcome = search(function)
            if outcome.found is None:
                say(f"{name}: {outcome}")
                return 0 if output is None else _misused("nothing is drawn without numbers to compute it at")
            report = outcome.found
    except (Exception, SystemExit) as error:  # the user's program: what it raises is an answer, not a crash of ours
        return _misused(_told(error, Path(path)))
    if report.function == function_name(lambda: None):  # in its file it has a name
        report.function = name
    say(str(report), sys.stderr if output == "-" else None)
    if output is not None:
        try:
            if output == "-":
                send(report.picture().svg)
            else:
                say(f"wrote {report.picture().save(output)}")
        except BrokenPipeError:  # whoever read the output has seen enough; cli.py knows what to do
            raise
        except (ValueError, TypeError) as error:
            return _misused(str(error))
        except (RuntimeError, OSError) as error:
            say(f"tinygrad-edu check: {error}", sys.stderr)
            return 1
    return 0 if report else 1


def _checked(function: Any, inputs: list[Any]) -> GradcheckReport:
    """The check at numbers, which a function of one argument gets in a list if it cannot be given them one by one."""
    try:
        return gradcheck(function, inputs, raise_exception=False)
    except TypeError:
        if takes(function, 1) and not any(isinstance(item, list) for item in inputs):
            # If that is wrong too, the sentence about the call as it was written says more.
            with contextlib.suppress(TypeError, AttributeError, LookupError):
                return gradcheck(function, [inputs], raise_exception=False)
        raise


def _told(error: BaseException, path: Path) -> str:
    """The error in a sentence; with its kind and line if the file raised it, and not the check that it cannot pass."""
    frames = traceback.extract_tb(error.__traceback__)
    lines = [frame.lineno for frame in frames if Path(frame.filename).resolve() == path.resolve()]
    if not lines:
        return str(error) or type(error).__name__
    return f"{type(error).__name__}{f': {error}' if str(error) else ''} ({path}, line {lines[-1]})"


def _load(path: Path, name: str) -> Any:
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


def _misused(sentence: str) -> int:
    say(f"tinygrad-edu check: {sentence}", sys.stderr)
    return 2
