"""The command line's ``article``: the walk in the terminal, or with ``--report`` the page, for any network.

Exit codes: 0 all went well, 1 the page cannot be written there, 2 the command was used wrongly.
"""

from __future__ import annotations

import argparse
import sys
from typing import Any

from .. import article
from ..arguments import add_network, complain, examples
from ..console import at_least, columns, digits, fits, fitted, language, rate, say, send, wrote
from ..files import named_as_page, writable
from ..options import LANGUAGES

__all__ = ["add_commands"]


def add_commands(subparsers: Any) -> None:
    """Add ``article`` to the command line's commands."""
    command = subparsers.add_parser(
        "article",
        help="walk through the article's 2-2-2 network, or write it as a page for any network; every number computed",
        description="Walk through the article's network in the terminal. With --report write the whole article as a "
        "page: sections, formulae, pictures and the step-through, for the article's network or for another (--net).",
        **examples(
            "article --rounds 100", "article --report article.html --lang zh",
            "article --report mine.html --net 2,3,1 --activation tanh --lr 0.1",
        ),
    )  # fmt: skip
    rounds = at_least(0, "a number of rounds")
    command.add_argument("--rounds", type=rounds, default=article.ROUNDS, help="training rounds (default %(default)s)")
    command.add_argument(
        "--order",
        choices=(*article.ORDERS, "both"),
        default=None,
        help="in the terminal: simultaneous is gradient descent, sequential the output layer first (default both)",
    )
    command.add_argument("--digits", type=digits, default=9, help="decimals to print, 1 to 17 (default %(default)s)")
    command.add_argument("--lang", choices=LANGUAGES, default=None, help="English (default) or Chinese")
    page = command.add_argument_group("the page")
    page.add_argument("--report", metavar="FILE", help="write the page to this file; - is standard output")
    add_network(page)
    page.add_argument("--lr", type=rate, default=None, help=f"learning rate (default {article.LEARNING_RATE})")
    command.set_defaults(run=_article)


def _article(arguments: argparse.Namespace) -> int:
    if arguments.report is not None:
        return _report(arguments)
    for option in ("net", "activation", "seed", "lr"):
        if getattr(arguments, option) is not None:
            return complain("article", f"--{option} goes with --report article.html")
    from .walk import walk

    order, lang = arguments.order or "both", language(arguments.lang or "en")
    for line in walk(arguments.rounds, order, arguments.digits, fits("∂δ·−→²", sys.stdout), columns(), lang):
        say(fitted(line))
    return 0


def _report(arguments: argparse.Namespace) -> int:
    from ..example import network
    from . import article_page

    if arguments.order is not None:
        return complain("article", "--order is for the terminal; the page tells of both")
    lang = arguments.lang or "en"
    lr = article.LEARNING_RATE if arguments.lr is None else arguments.lr
    try:
        if arguments.report != "-":
            writable(named_as_page(arguments.report))  # what would fail in the end fails before the page is made
        root, _ = network(arguments.net, arguments.activation, arguments.seed)
        page = article_page(
            None if arguments.net is None else root,
            lr,
            arguments.rounds,
            digits=arguments.digits,
            lang=lang,
            command=_spoken(arguments),
        )
        if arguments.report == "-":
            send(page.html)
        else:
            wrote(page.save(arguments.report), lang)
    except BrokenPipeError:
        raise
    except (ValueError, TypeError) as error:
        return complain("article", error)
    except OSError as error:
        return complain("article", error, 1)
    return 0


def _spoken(arguments: argparse.Namespace) -> str:
    """The command, without the file's name, as the page says it."""
    words = ["tinygrad-edu article --report FILE"]
    if arguments.net is not None:
        words.append(f"--net {','.join(map(str, arguments.net))}")
    for option in ("activation", "seed", "lr", "lang"):
        given = getattr(arguments, option)
        if given is not None:
            words.append(f"--{option} {given}")
    if arguments.rounds != article.ROUNDS:
        words.append(f"--rounds {arguments.rounds}")
    return " ".join(words)
