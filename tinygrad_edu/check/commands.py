"""The command line's ``check``: the whole table, the planted faults, or a function or an engine of a file of yours."""

from __future__ import annotations

import argparse
import contextlib
import sys
from collections.abc import Sequence
from functools import partial
from typing import Any

from ..arguments import complain
from ..console import columns, fitted, say, send, wrote
from ..ops import OPS, Primitive
from ..yours import INPUTS, an_input, inputs_anywhere, loaded, located, told
from .engine import EngineReport, check_engine
from .engine.findings import WIDTH
from .judge import gradcheck
from .mutants import mutation_score
from .report import CANNOT_JUDGE, ILL_CONDITIONED, OK, OK_AT_A_KINK, GradcheckReport
from .search import search
from .subject import function_name, takes
from .table import check_primitive

__all__ = ["add_commands"]


_misused = partial(complain, "check")
NOTHING_TO_DRAW = "-o draws the computation of a function; give one, as FILE.py:FUNCTION"


def add_commands(subparsers: Any) -> None:
    """Add ``check`` to the command line's commands."""
    command = subparsers.add_parser(
        "check",
        help="check gradients: the whole table, planted faults, a function or an engine of yours",
        description="Compare derivatives with differences of values. Exit code 1 if one is wrong.",
    )
    command.add_argument(
        "function", nargs="?", metavar="FILE.py:FUNCTION",
        help="a function of your own, or the class of an engine; else all",
    )  # fmt: skip
    command.add_argument(
        "inputs", nargs="*", type=an_input, metavar="X",
        help=f"where to check it: {INPUTS}; else it is searched",
    )  # fmt: skip
    command.add_argument(
        "-o", "--output", metavar="FILE", help="draw the function's graph: .svg, .html ...; - is standard output"
    )
    command.add_argument("--mutants", action="store_true", help="plant faults into the rules: are they caught?")
    command.add_argument("--seed", type=int, help="of the random checks of --mutants (default 0)")
    inputs_anywhere(command)
    command.set_defaults(run=_check)


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
    try:
        path, name = located(place)
    except ValueError as error:
        return _misused(error)
    try:
        function = loaded(path, name)
        if hasattr(function, "parameters") and not inputs:
            return _misused(
                f"{name} is a model: tinygrad_edu.check.check_model(model, data, loss) checks one, by its parameters"
            )
        if isinstance(function, type):
            return _engine(function, inputs, output)
        if inputs:
            report = _checked(function, inputs)
        else:
            outcome = search(function)
            found, where = outcome.found, str(outcome)
            if found is None and isinstance(getattr(function, "primitive", None), Primitive):
                reports = [report for _, report in check_primitive(function, raise_exception=False)]
                found = next((report for report in reports if report.failed), None)
                where += f", and none in {len(reports)} checks at ties and corners, of the second derivatives too"
            if found is None:
                say(f"{name}: {where}")
                return 0 if output is None else _misused("nothing is drawn without numbers to compute it at")
            report = found
    except BrokenPipeError:  # whoever read the output has seen enough; cli.py knows what to do
        raise
    except (Exception, SystemExit) as error:  # the user's program: what it raises is an answer, not a crash of ours
        return _misused(told(error, path))
    if report.function == function_name(lambda: None):  # in its file it has a name
        report.function = name
    say(fitted(str(report)), sys.stderr if output == "-" else None)
    return _drawn(report, output) or (0 if report else 1)


def _drawn(report: GradcheckReport | EngineReport, output: str | None) -> int:
    """Draw what was checked, if that is wanted; 0 if it is done."""
    try:
        if output == "-":
            send(report.picture().svg)
        elif output is not None:
            wrote(report.picture().save(output))
    except BrokenPipeError:
        raise
    except (ValueError, TypeError) as error:
        return _misused(error)
    except (RuntimeError, OSError) as error:
        return complain("check", error, 1)
    return 0


def _engine(make: type, inputs: list[Any], output: str | None) -> int:
    if inputs:
        return _misused(f"{make.__name__} is a class, so it is checked as an engine, which takes no numbers")
    report = check_engine(make, raise_exception=False)
    say(report.text(columns(WIDTH)), sys.stderr if output == "-" else None)
    return _drawn(report, output) or (0 if report else 1)


def _checked(function: Any, inputs: list[Any]) -> GradcheckReport:
    """The check at numbers, which a function of one argument gets in a list if it cannot be given them one by one."""
    try:
        return gradcheck(function, inputs, raise_exception=False)
    except TypeError:
        if takes(function, 1) and not any(isinstance(item, (list, dict)) for item in inputs):
            # If that is wrong too, the sentence about the call as it was written says more.
            with contextlib.suppress(TypeError, AttributeError, LookupError):
                return gradcheck(function, [inputs], raise_exception=False)
        raise
