"""The command line's ``lint``: the article's network, or any MLP, looked over; on one example or on a data set."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import Any

from .. import data, nn
from ..arguments import add_language, add_network, complain
from ..article import WEIGHTS
from ..console import columns, language, rate, say_signs
from ..data.sets import Dataset
from ..example import MOST_WEIGHTS, check_size, network
from .look import lint
from .report import LintReport

__all__ = ["add_commands"]

DATA: dict[str, Callable[[int], Dataset]] = {
    "xor": lambda seed: data.xor(),
    "moons": lambda seed: data.moons(100, seed=seed),
    "circles": lambda seed: data.circles(100, seed=seed),
}
LAYERS = [2, 8, 8, 1]  # for them, unless --net says otherwise
MOST = MOST_WEIGHTS // 100  # weights of a net for them: each row has a graph of its own


def add_commands(subparsers: Any) -> None:
    """Add ``lint`` to the command line's commands."""
    command = subparsers.add_parser(
        "lint",
        help="what will keep a network from learning: saturated, dead, vanishing, too fast ...",
        description="Look a network over, the article's or one of any size. Exit code 1 if something is wrong.",
    )
    add_network(command)
    command.add_argument("--data", choices=DATA, help="what it is to learn, all rows at once; else one random example")
    command.add_argument("--lr", type=rate, help="judge this learning rate, too")
    add_language(command)
    command.add_argument("--ascii", action="store_true", help="text in ASCII only")
    command.set_defaults(run=_lint)


def _lint(arguments: argparse.Namespace) -> int:
    try:
        report = _report(arguments)
    except ValueError as error:
        return complain("lint", error)
    say_signs(lambda unicode: report.text(unicode, columns()), arguments.ascii)
    return 0 if report else 1


def _report(arguments: argparse.Namespace) -> LintReport:
    settings = {"lr": arguments.lr, "lang": language(arguments.lang, arguments.ascii)}
    if arguments.data is None:
        root, values = network(arguments.net, arguments.activation, arguments.seed)
        mine = WEIGHTS if arguments.net is None else [name for name in values if name[0] in "wb"]
        own = {name: values[name] for name in mine}
        return lint(own, root, **settings)
    nin, *nouts = arguments.net or LAYERS
    if (nin, nouts[-1]) != (2, 1):
        raise ValueError(f"{arguments.data} has 2 inputs and 1 output, so a net for it is 2,...,1")
    check_size([nin, *nouts], MOST)
    seed = arguments.seed or 0
    net = nn.MLP(nin, nouts, activation=arguments.activation or "tanh", seed=seed)
    return lint(net, "bce_with_logits", data=DATA[arguments.data](seed), **settings)
