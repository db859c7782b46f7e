"""The command line's ``explain``: the derivation for one weight of the article's network, or of any MLP."""

from __future__ import annotations

import argparse
from typing import Any

from ..arguments import add_language, add_network, complain
from ..console import columns, digits, language, rate, say, say_signs
from ..example import named, network
from .explanation import explain

__all__ = ["add_commands"]


def add_commands(subparsers: Any) -> None:
    """Add ``explain`` to the command line's commands."""
    command = subparsers.add_parser(
        "explain",
        help="work out the derivative by one weight with the chain rule, every factor with its number",
        description="Work out ∂E/∂w with the chain rule, on the article's network or on a network of any size.",
    )
    command.add_argument("name", nargs="?", default=None, help="differentiate by this (default w5, or a net's first)")
    add_network(command)
    command.add_argument("--lr", type=rate, help="add the update with this learning rate")
    command.add_argument("--at", metavar="NAME", help="one part of a long explanation: the derivative by NAME")
    command.add_argument("--digits", type=digits, default=9, help="decimals, 1 to 17 (default %(default)s)")
    command.add_argument("--verbose", type=int, choices=(0, 1, 2), default=1, help="0 short, 2 everything")
    add_language(command)
    form = command.add_mutually_exclusive_group()
    forms = {"latex": "the product as LaTeX", "markdown": "as Markdown", "html": "as a piece of HTML"}
    for name, words in forms.items():
        form.add_argument(f"--{name}", dest="form", action="store_const", const=name, help=words)
    form.add_argument("--ascii", dest="form", action="store_const", const="ascii", help="text in ASCII only")
    command.set_defaults(run=_explain)


def _explain(arguments: argparse.Namespace) -> int:
    try:
        root, values = network(arguments.net, arguments.activation, arguments.seed)
        wrt = named(values, arguments.name or ("w5" if arguments.net is None else None))
        lang = language(arguments.lang, arguments.form == "ascii")
        explanation = explain(root, wrt, arguments.lr, arguments.digits, arguments.verbose, arguments.at, lang)
    except ValueError as error:
        return complain("explain", error)
    if arguments.form in ("latex", "markdown", "html"):
        say(getattr(explanation, f"to_{arguments.form}")().removesuffix("\n"))
    else:
        say_signs(lambda unicode: explanation.text(unicode, columns()).removesuffix("\n"), arguments.form == "ascii")
    return 0
