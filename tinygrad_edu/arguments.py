"""What the commands have in common: their help, the network and the language that they take, and how they complain.

Only the command line imports this, so that ``import tinygrad_edu`` does not pay for argparse.
"""

from __future__ import annotations

import argparse
import re
import sys
from typing import Any, NoReturn

from .console import ascii_only, fits, say, sizes
from .options import LANGUAGES

__all__ = ["Parser", "add_language", "add_network", "complain", "examples"]


class _Help(argparse.HelpFormatter):
    """Help in which a line that is indented, an example, stands as it is; the others are filled."""

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        fill = super()._fill_text
        return "\n".join(line if line.startswith(" ") else fill(line, width, indent) for line in text.splitlines())


class Parser(argparse.ArgumentParser):
    """A parser whose help any console can print, and which says itself what of its command's words it does not know."""

    def __init__(self, *args: Any, **settings: Any) -> None:
        super().__init__(*args, **settings)
        self.set_defaults(parser=self)  # the command's in place of the program's
        # What is taken for a value and not for an option: before Python 3.14 -7e-1 was none, and -2,3,1 never is.
        self._negative_number_matcher = re.compile(r"-\.?\d|-inf|-nan", re.IGNORECASE)

    def parse_args(self, args: Any = None, namespace: Any = None) -> Any:
        found, unknown = self.parse_known_args(args, namespace)
        if unknown:
            found.parser.refuse(unknown)
        return found

    def refuse(self, unknown: list[str]) -> NoReturn:
        """End the program with a word on arguments that are none of this command's."""
        from difflib import get_close_matches

        word = unknown[0].partition("=")[0]
        known = {option.lstrip("-"): option for option in self._option_string_actions}  # two dashes make nothing alike
        near = get_close_matches(word.lstrip("-"), known, 1) if word.startswith("-") else []
        hint = f": did you mean {known[near[0]]}?" if near else ""
        if not near and word.startswith("-") and not word.startswith("--"):
            hint = ": what begins with - and is no option comes last, after --"
        self.error(f"unrecognized arguments: {' '.join(unknown)}{hint}")

    def _print_message(self, message: str, file: Any = None) -> None:
        if message and file is not None and not fits(message, file):
            message = ascii_only(message)
        super()._print_message(message, file)


def examples(*commands: str, before: str = "") -> dict[str, Any]:
    """Settings for a parser: what follows its help, a text and some commands, without the program's name."""
    lines = ["examples:" if len(commands) > 1 else "example:", *(f"  tinygrad-edu {each}" for each in commands)]
    return {"epilog": "\n".join([before, "", *lines] if before else lines), "formatter_class": _Help}


def add_network(parser: Any, example: str = "2,8,8,1") -> None:
    """Add --net, --activation and --seed. What is not given is None, so that one sees what was."""
    parser.add_argument("--net", type=sizes, metavar=example, help="a random network of these layers, inputs first")
    parser.add_argument("--activation", help="of its hidden layers (default tanh)")
    parser.add_argument("--seed", type=int, help="of its random weights, inputs and targets (default 0)")


def add_language(parser: Any) -> None:
    """Add --lang."""
    parser.add_argument("--lang", choices=LANGUAGES, default="en", help="language of the sentences")


def complain(command: str, why: object, code: int = 2) -> int:
    """Say why a command does nothing; its exit code, by default that of one that was used wrongly."""
    say(f"tinygrad-edu {command}: {why}", sys.stderr)
    return code
