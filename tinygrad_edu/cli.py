"""The command line, ``tinygrad-edu`` or ``python -m tinygrad_edu``: it reads arguments and prints, nothing more.

Exit codes: 0 all went well, 1 a check failed or something cannot be done here, 2 the command was used wrongly.
"""

from __future__ import annotations

import argparse
import io
import sys
from collections.abc import Sequence

from . import __version__
from .arguments import Parser
from .check import commands as check_commands
from .console import say
from .draw import commands as draw_commands
from .explain import commands as explain_commands
from .jit import commands as jit_commands
from .linter import commands as lint_commands
from .report import commands as report_commands
from .steps import commands as steps_commands
from .train import commands as train_commands


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; the exit code."""
    for name in ("stdin", "stdout", "stderr"):
        if getattr(sys, name) is None:  # closed by who started this: nobody types, or reads
            setattr(sys, name, io.StringIO())
    parser = _parser()
    arguments = parser.parse_args(argv)
    if not hasattr(arguments, "run"):
        parser.print_help()
        return 0
    try:
        return int(arguments.run(arguments))
    except BrokenPipeError:  # the reader, `head` for one, has seen enough
        sys.stderr.close()
        return 0
    except OSError as error:  # the standard output is a file, and the disk is full
        say(f"{parser.prog}: {error}", sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def _parser() -> argparse.ArgumentParser:
    parser = Parser(
        prog="tinygrad-edu",
        description="Scalar reverse-mode autodiff for learning, teaching and testing backpropagation.",
    )
    parser.add_argument("--version", action="version", version=f"%(prog)s {__version__}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")

    rooms = (
        report_commands, explain_commands, draw_commands, steps_commands, check_commands, lint_commands, train_commands,
        jit_commands,
    )  # fmt: skip
    for room in rooms:
        room.add_commands(commands)
    return parser
