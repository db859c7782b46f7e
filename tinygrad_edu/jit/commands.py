"""The command line's ``jit``: the article's network, any MLP, or a function of a file of yours, compiled; its program,
its array code, its speed.

Exit codes: 0 all went well, 1 it cannot be done here (a package is missing), 2 the command was used wrongly.
"""

from __future__ import annotations

import argparse
import textwrap
from collections.abc import Callable, Iterator
from itertools import chain
from time import perf_counter
from typing import TYPE_CHECKING, Any

from ..arguments import add_network, complain
from ..console import say
from ..example import network
from ..modes import TracingError
from ..yours import INPUTS, an_input, inputs_anywhere, loaded, located, told

if TYPE_CHECKING:
    from .function import Jitted

__all__ = ["add_commands"]


def add_commands(subparsers: Any) -> None:
    """Add ``jit`` to the command line's commands."""
    command = subparsers.add_parser(
        "jit",
        help="compile a network's error or a function of yours: what becomes of its scalars, and how fast that is",
        description="Compile the error of the article's network or of a network of any size, or a function of a file, "
        "and its gradient.",
    )
    command.add_argument(
        "what", nargs="?", metavar="FILE.py:FUNCTION", default="article", help="a function of your own; else a network"
    )
    command.add_argument(
        "inputs", nargs="*", type=an_input, metavar="X",
        help=f"what to call it with: {INPUTS}",
    )  # fmt: skip
    add_network(command, "2,16,1")
    targets = ("auto", "python", "numpy", "llvm")
    command.add_argument("--target", choices=targets, default="auto", help="what it is compiled to (default: by size)")
    command.add_argument("--mode", choices=("fast", "exact"), default="fast", help="exact: the eager engine's bits")
    command.add_argument("--show", action="store_true", help="print the program, its array code and what is run")
    inputs_anywhere(command)
    command.set_defaults(run=_jit)


def _jit(arguments: argparse.Namespace) -> int:
    try:
        compiled, run = _network(arguments) if arguments.what == "article" else _function(arguments)
    except (ImportError, ValueError) as problem:
        return complain("jit", problem, 1 if isinstance(problem, ImportError) else 2)
    try:
        run()
        if arguments.show:
            for title, text in _sections(compiled):
                say(f"{title}\n\n{text}\n")
    except (ImportError, ValueError) as problem:  # not installed; exact with a target that cannot be
        return complain("jit", problem, 1)
    seconds = _time(run)
    speed = compiled.program().work() / seconds / 1e6
    say(compiled.report())
    say(f"    {seconds * 1e6:,.1f} µs a call, {speed:,.{int(speed < 10.0)}f} million operations a second")
    return 0


def _network(arguments: argparse.Namespace) -> tuple[Jitted, Callable[[], Any]]:
    """The error of a network, and what computes it and its gradient by the weights; ValueError if it cannot be."""
    from .function import from_value  # with all that it takes to compile: only for who asks for it
    from .recording import natural

    if arguments.inputs:
        raise ValueError("numbers are for a function of your own, FILE.py:FUNCTION; the article has its own")
    error, values = network(arguments.net, arguments.activation, arguments.seed)
    names = [name for name, v in values.items() if v.op is None and v.requires_grad and name[0] in "wb"]
    trained = [values[name] for name in sorted(names, key=natural)]
    compiled = from_value(error, arguments.target, arguments.mode)
    return compiled, lambda: compiled.value_and_grad(wrt=trained)


def _function(arguments: argparse.Namespace) -> tuple[Jitted, Callable[[], Any]]:
    """A function of a file, and what computes it, with its gradient by all numbers if it gives a single one.

    Raises ValueError with a sentence, whatever the file or the function raises.
    """
    from .function import Jitted

    path, name = located(arguments.what)
    if arguments.net is not None:
        raise ValueError("--net is a network, FILE.py:FUNCTION a function of yours: one of them")
    inputs = arguments.inputs
    argnums = range(len(inputs))
    try:
        function = loaded(path, name)
    except (Exception, SystemExit) as error:  # the user's program: what it raises is an answer, not a crash of ours
        raise ValueError(told(error, path)) from error
    while isinstance(function, Jitted):  # as it is decorated there; the settings are those given here
        function = function.f
    if isinstance(function, type):
        raise ValueError(f"{name} is a class; what is compiled is a function that returns what it computes of numbers")
    compiled = Jitted(function, arguments.target, arguments.mode)
    try:
        single = isinstance(compiled(*inputs), float)
        if single and inputs:
            compiled = Jitted(function, arguments.target, arguments.mode)
            compiled.value_and_grad(*inputs, argnums=argnums)
    except TracingError as error:  # which says where by itself
        raise ValueError(str(error)) from error
    except ImportError:  # the target's package
        raise
    except Exception as error:
        raise ValueError(told(error, path)) from error
    if single and inputs:
        return compiled, lambda: compiled.value_and_grad(*inputs, argnums=argnums)
    return compiled, lambda: compiled(*inputs)


def _sections(compiled: Any) -> Iterator[tuple[str, str]]:
    """What there is to see of a compiled function: title and text."""
    from .targets import build

    program, source = compiled.program(), compiled.source()
    rows = [textwrap.wrap(line, 120, subsequent_indent="    ") or [""] for line in str(program).splitlines()]
    yield "THE PROGRAM: one scalar operation after the other", "\n".join(chain(*rows))
    try:
        arrays = build(program, target="numpy").source()
    except ImportError as problem:
        arrays = f"(no array code here: {problem})"
    yield "THE SAME RE-ROLLED: arrays instead of scalars", arrays
    if source != arrays:
        yield "WHAT RUNS", source.strip("\n")


def _time(run: Callable[[], Any]) -> float:
    """Seconds for a call: the best of a few rounds, each of about 20 ms."""
    start = perf_counter()
    run()
    count = max(1, int(0.02 / (perf_counter() - start + 1e-9)))
    best = float("inf")
    for _ in range(5):
        start = perf_counter()
        for _ in range(count):
            run()
        best = min(best, (perf_counter() - start) / count)
    return best
