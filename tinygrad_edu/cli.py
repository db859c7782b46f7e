"""The command line, ``tinygrad-edu`` or ``python -m tinygrad_edu``: it reads arguments and prints, nothing more.

Exit codes: 0 all went well, 1 a check failed or something cannot be done here, 2 the command was used wrongly.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from . import __version__, article
from .check import commands as check_commands
from .console import at_least, digits, say
from .draw import commands as draw_commands
from .explain import commands as explain_commands
from .train import commands as train_commands


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; the exit code."""
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
    except KeyboardInterrupt:
        return 130


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="tinygrad-edu",
        description="Scalar reverse-mode autodiff for learning, teaching and testing backpropagation.",
    )
    parser.add_argument("--version", action="version", version=f"%(prog)s {__version__}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")

    command = commands.add_parser("article", help="walk through the article's 2-2-2 network, every number computed")
    rounds = at_least(0, "a number of rounds")
    command.add_argument("--rounds", type=rounds, default=article.ROUNDS, help="training rounds (default %(default)s)")
    command.add_argument(
        "--order",
        choices=(*article.ORDERS, "both"),
        default="both",
        help="simultaneous: gradient descent; sequential: output layer first, as the article's program did",
    )
    command.add_argument("--digits", type=digits, default=9, help="decimals to print, 1 to 17 (default %(default)s)")
    command.set_defaults(run=_article)

    for room in (explain_commands, draw_commands, check_commands, train_commands):
        room.add_commands(commands)
    return parser


def _article(arguments: argparse.Namespace) -> int:
    for line in article.walk(arguments.rounds, arguments.order, arguments.digits):
        say(line)
    return 0
