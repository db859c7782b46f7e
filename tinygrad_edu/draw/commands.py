"""The commands ``draw`` and ``doctor``. Reads arguments, calls the views, prints; what is drawn is decided elsewhere.

Exit codes: 0 all went well, 1 it cannot be done here (no Graphviz for a PNG, a folder that is not there), 2 the command
was used wrongly. Without ``-o`` a picture is printed in sentences; ``-o -`` writes it to the standard output.
"""

from __future__ import annotations

import argparse
import os
import sys
from typing import TYPE_CHECKING, Any

from ..arguments import add_network, complain, examples
from ..console import digits, fitted, say, send, wrote
from ..example import named, network
from .engines import ENGINES
from .network_view import SHOWS
from .paint import THEMES
from .picture import FORMATS

if TYPE_CHECKING:
    from ..value import Value
    from .picture import Picture

__all__ = ["add_commands"]

VIEWS = ("network", "graph", "path", "layers", "expr", "article")

_NETS, _PLACED = ("network", "graph", "path", "layers"), ("graph", "path", "layers", "expr")
OF_SOME = {
    "net": _NETS, "activation": _NETS, "seed": _NETS, "wrt": ("path", "expr"), "show": ("network",),
    "fold": ("graph",), "rankdir": _PLACED, "engine": _PLACED, "title": (*_NETS, "expr"),
}  # fmt: skip
"""The options that not all views take, each with those that do."""


class Wrong(Exception):
    """The command was used wrongly; the message says how."""


def add_commands(subparsers: Any) -> None:
    """Add ``draw`` and ``doctor`` to the subparsers of an ``argparse`` parser."""
    draw = subparsers.add_parser(
        "draw",
        help="draw a network, a computation graph, the path of one derivative, layers, a formula",
        description="Draw the article's network, a random one (--net), or a formula, with every value and gradient.",
        **examples(
            "draw path --wrt w1 -o w1.svg", "draw network --net 2,8,8,1 --activation tanh -o net.html",
            'draw expr "tanh(w*x + b)" w=0.5 x=2 b=-1', "draw article -o pictures",
        ),
    )  # fmt: skip
    draw.add_argument("view", choices=VIEWS, help="article writes the article's pictures into the folder -o")
    draw.add_argument("formula", nargs="?", help='for expr: a formula, such as "tanh(w*x + b)"')
    draw.add_argument("numbers", nargs="*", default=[], metavar="NAME=NUMBER", help="for expr: what its names are")
    draw.add_argument("-o", "--output", metavar="FILE", help=".svg, .html, .dot, .png, .pdf; - is standard output")
    draw.add_argument("--format", choices=FORMATS, help="for -o - and for article (default svg)")
    draw.add_argument(
        "--wrt", metavar="NAME", help="for path and expr: the derivative by this (path's default: a weight)"
    )
    add_network(draw)
    draw.add_argument("--show", help=f"for network: {', '.join(SHOWS)}")
    draw.add_argument("--fold", choices=("named", "none"), help="for graph: none draws all operations")
    draw.add_argument("--digits", type=digits, default=6, help="decimals, 1 to 17 (default 6)")
    draw.add_argument("--rankdir", choices=("LR", "TB"), help="left to right, or top to bottom")
    draw.add_argument("--theme", default="auto", choices=THEMES, help="its colours; auto: the reader's (default)")
    draw.add_argument("--engine", choices=ENGINES, help="what lays it out (default auto)")
    draw.add_argument("--title", help="a line above the picture")
    draw.add_argument("--force", action="store_true", help="draw even what nobody can read")
    draw.set_defaults(run=run_draw)
    words = "say which layout engines and picture formats work here"
    doctor = subparsers.add_parser("doctor", help=words, description=f"{words.capitalize()}.")
    doctor.set_defaults(run=run_doctor)


def run_draw(arguments: argparse.Namespace) -> int:
    """``draw``; the exit code."""
    try:
        _check_options(arguments)
        if arguments.view == "article":
            return _article(arguments)
        picture = _picture(arguments)
        if arguments.output is None:
            say(fitted(picture.describe()))
            print("-o FILE saves the picture, as in -o picture.svg", file=sys.stderr)
        elif arguments.output == "-":
            send(picture.render(arguments.format or "svg"))
        else:
            wrote(picture.save(arguments.output))
    except BrokenPipeError:  # whoever read the output has seen enough; cli.py knows what to do
        raise
    except (Wrong, ValueError, TypeError) as error:
        return complain("draw", error)
    except (RuntimeError, OSError) as error:  # no Graphviz, or one that fails; a folder that is not there
        return complain("draw", error, 1)
    return 0


def _check_options(arguments: argparse.Namespace) -> None:
    """Wrong if there is an option that would change nothing: it was meant to."""
    for option, views in OF_SOME.items():
        if getattr(arguments, option) is not None and arguments.view not in views:
            raise Wrong(f"--{option} goes with {', '.join(views)}, not with {arguments.view}")
    if arguments.format is not None and arguments.view != "article" and arguments.output != "-":
        raise Wrong("--format goes with -o - and with article: elsewhere the ending of -o FILE says it")


def _article(arguments: argparse.Namespace) -> int:
    from .article import article_pictures

    folder = arguments.output or "pictures"
    if folder == "-":
        raise Wrong("the article has several pictures: -o names a folder for them")
    try:
        os.makedirs(folder, exist_ok=True)
    except FileExistsError:
        raise Wrong(f"-o names a folder for the article's pictures, and {folder} is a file") from None
    except OSError as error:
        raise OSError(f"cannot make the folder {folder}: {error.strerror}") from None
    ending = arguments.format or "svg"
    for name, picture in article_pictures(theme=arguments.theme, digits=arguments.digits).items():
        wrote(picture.save(os.path.join(folder, f"{name}.{ending}")))
    return 0


def _picture(arguments: argparse.Namespace) -> Picture:
    from . import draw_graph, draw_layers, draw_network, draw_path

    common: dict[str, Any] = {"digits": arguments.digits, "theme": arguments.theme, "title": arguments.title}
    placed = common | {"rankdir": arguments.rankdir or "LR", "engine": arguments.engine or "auto"}
    force = {"force": arguments.force}
    if arguments.view == "path" and arguments.formula:
        raise Wrong(f"a name goes with --wrt: draw path --wrt {arguments.formula}")
    if arguments.view != "expr" and arguments.formula:
        raise Wrong(f"a formula goes with expr, not with {arguments.view}: draw expr {arguments.formula!r} ...")
    if arguments.view == "expr":
        root, values = _expression(arguments)
    else:
        root, values = network(arguments.net, arguments.activation, arguments.seed)
    if arguments.view == "path" or (arguments.view == "expr" and arguments.wrt):
        return draw_path(root, named(values, arguments.wrt), **placed, **force)
    if arguments.view in ("graph", "expr"):
        fold = None if arguments.fold == "none" or arguments.view == "expr" else "named"
        return draw_graph(root, fold=fold, **placed, **force)
    if arguments.view == "network":
        return draw_network(root, show=arguments.show or "gradients", **common, **force)
    return draw_layers(root, **placed)


def _expression(arguments: argparse.Namespace) -> tuple[Value, dict[str, Value]]:
    from .expression import expression

    if not arguments.formula:
        raise Wrong('expr needs a formula: draw expr "tanh(w*x + b)" w=0.5 x=2 b=-1')
    numbers = {}
    for word in arguments.numbers:
        name, _, number = word.partition("=")  # without a = there is no number
        if name.strip() in numbers:
            raise Wrong(f"there are two numbers for {name.strip()}")
        try:
            numbers[name.strip()] = float(number)
        except ValueError:
            raise Wrong(f"{word!r} is not of the form name=number, such as w=0.5") from None
        if not name.strip().isidentifier():
            raise Wrong(f"{word!r} is not of the form name=number, such as w=0.5")
    return expression(arguments.formula, numbers)


def run_doctor(arguments: argparse.Namespace) -> int:
    """``doctor``: what works here, tried out; the exit code is 1 if a named engine is not there."""
    from .doctor import examine

    lines, well = examine()
    say("\n".join(lines))
    return 0 if well else 1
