"""The command line's ``steps``: the step-through of the article's network, or of any MLP, as a page or in the terminal.

On a terminal it is gone through with the arrow keys; into a pipe or a file all steps are listed; ``-o`` writes the
page. Exit codes: 0 all went well, 1 a file cannot be written, 2 the command was used wrongly.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
from collections.abc import Callable
from typing import Any

from ..arguments import add_language, add_network, complain, examples
from ..article import LEARNING_RATE, WEIGHTS
from ..console import at_least, columns, fits, language, rate, say_signs, send, wrote
from ..example import network
from ..files import named_as_page, writable
from ..value import Value
from .rounds import MOST, record_rounds
from .step_through import THEMES, StepThrough, steps

__all__ = ["add_commands", "explore"]

WIDEST = 100  # columns
LARGE = 2_000  # operations; a net of more is not trained unless that is asked for
SIGNS = "∂→−·▶━─"


def add_commands(subparsers: Any) -> None:
    """Add ``steps`` to the command line's commands."""
    command = subparsers.add_parser(
        "steps",
        help="go through the forward and the backward pass step by step, here or on a page (-o steps.html)",
        description="Go through the forward and the backward pass of the article's network, or of another, box by box.",
        **examples(
            "steps -o steps.html --rounds 200",
            before="On a terminal: right or space next, left back, home, end, up, down another training round, q quit.",
        ),
    )
    command.add_argument("-o", "--output", metavar="FILE", help="write the page there; - is standard output")
    rounds = at_least(0, "a number of rounds")
    command.add_argument("--rounds", type=rounds, help=f"training rounds to record (default {MOST}; large nets 0)")
    add_network(command, "2,3,1")
    command.add_argument("--lr", type=rate, default=LEARNING_RATE, help="learning rate (default %(default)s)")
    command.add_argument("--title", help="the page's heading")
    add_language(command)
    command.add_argument("--theme", choices=THEMES, default="auto", help="of the page (default %(default)s)")
    command.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """``steps``; the exit code."""
    output = arguments.output
    try:
        if output not in (None, "-"):
            writable(named_as_page(output))  # what would fail after the training fails before it
        through = _recorded(arguments)
        if output == "-":
            send(through.html())
        elif output is not None:
            wrote(through.save(output), arguments.lang)
        elif _is_terminal():
            from .keys import keys

            with keys() as next_key:
                explore(through, next_key)
        else:
            say_signs(lambda unicode: through.text(unicode, columns()), ascii=False)
    except BrokenPipeError:
        raise
    except ValueError as error:
        return complain("steps", error)
    except OSError as error:
        return complain("steps", error, 1)
    return 0


def explore(through: StepThrough, next_key: Callable[[], str]) -> None:
    """Show one step at a time on the standard output, moved by the keys that ``next_key`` names, until it says quit."""
    from .terminal import Screen

    colour = not os.environ.get("NO_COLOR")
    step = round_ = 0
    if sys.platform == "win32":
        os.system("")  # makes an old console understand what follows
    _write("\x1b[?1049h\x1b[?25l")  # a screen of its own, no cursor: what stood in the terminal stays
    try:
        while True:
            size = shutil.get_terminal_size((79, 24))
            screen = Screen(
                through,
                unicode=fits(SIGNS, sys.stdout) and fits("".join(through.recording.names), sys.stdout),
                width=min(size.columns - 1, WIDEST),
                height=size.lines - 1,
                colour=colour,
            )
            _write("\x1b[H\x1b[2J" + "\r\n".join(screen.lines(step, round_)))
            key = next_key()
            last = len(through.recording.frames) - 1
            if key == "quit":
                return
            step = {"right": min(step + 1, screen.last), "left": max(step - 1, 0), "home": 0, "end": screen.last}.get(
                key, step
            )
            round_ = {"up": min(round_ + 1, last), "down": max(round_ - 1, 0)}.get(key, round_)
    finally:
        _write("\x1b[?25h\x1b[?1049l")


def _recorded(arguments: argparse.Namespace) -> StepThrough:
    from ..graph import count
    from ..optim import SGD
    from .picture import hidden_boxes
    from .recording import Recording

    root, values = network(arguments.net, arguments.activation, arguments.seed)
    if arguments.net is None:
        trained = [values[name] for name in WEIGHTS]
    else:
        trained = [v for v in values.values() if _is_parameter(v)]
    if arguments.output is not None:
        hidden_boxes(Recording(root))  # what would fail after the training fails before it
    few = 0 if count(root) > LARGE else MOST
    rounds = record_rounds(root, SGD(trained, lr=arguments.lr), few if arguments.rounds is None else arguments.rounds)
    lang = language(arguments.lang) if arguments.output is None else arguments.lang  # a page is UTF-8 always
    return steps(root, rounds, title=arguments.title, lang=lang, theme=arguments.theme)


def _is_parameter(value: Value) -> bool:
    from ..draw.reading import kind_of

    return kind_of(value, []) == "trained"


def _is_terminal() -> bool:
    return sys.stdin.isatty() and sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def _write(text: str) -> None:
    sys.stdout.write(text)
    sys.stdout.flush()
