"""``doctor``: which layout engines and picture formats work on this machine. It tries each on two small pictures."""

from __future__ import annotations

import importlib.metadata
import os
import platform
import subprocess

from . import engines
from .picture import FORMATS, Picture
from .views import draw_graph, draw_network

__all__ = ["examine"]


def examine() -> tuple[list[str], bool]:
    """The findings as lines, and whether everything that was asked for by name is there."""
    from .. import __version__, nn

    python = f"Python {platform.python_version()}, {platform.system()}"
    lines = [f"tinygrad_edu {__version__}, {python}", "", "layout engines"]
    well = True
    program = None
    try:
        program = engines.dot_program()
    except engines.GraphvizNotFound as error:
        lines.append(f"  {error}")
        well = False
    lines.append(_row("builtin", "works, needs nothing"))
    lines.append(_row("dot", f"{_version(program)}, {program}" if program else "no dot program found"))
    module = engines.pygraphviz_module()
    installed = f"pygraphviz {_installed('pygraphviz')}" if module else "not installed: pip install 'tinygrad-edu[dot]'"
    lines.append(_row("pygraphviz", installed))
    named = os.environ.get(engines.VARIABLE)
    if named:
        lines.append(_row(engines.VARIABLE, named))
    lines += ["", "formats"]
    net = nn.MLP(1, [1], seed=0)
    loss = nn.mse_loss(net([0.5]), [1.0])
    graph, network = draw_graph(loss), draw_network(net, loss)
    failed = ""
    for format in FORMATS:
        words, failed = _try(graph, format, failed)
        of_networks, failed = _try(network, format, failed)
        lines.append(_row(format, words if of_networks == words else f"{words} for graphs, for networks {of_networks}"))
    if failed:
        lines += ["", *failed.splitlines()]
    return lines, well


def _try(picture: Picture, format: str, failed: str) -> tuple[str, str]:
    """Whether a format works, in a word, and the first complaint."""
    try:
        picture.render(format)
    except engines.GraphvizNotFound as error:
        return "needs Graphviz", failed or str(error)
    except (RuntimeError, ValueError, OSError) as error:
        return f"fails: {str(error).splitlines()[0]}", failed
    return "works", failed


def _row(name: str, words: str) -> str:
    return f"  {name:18}{words}"


def _installed(package: str) -> str:
    try:
        return importlib.metadata.version(package)
    except importlib.metadata.PackageNotFoundError:
        return "of unknown version"


def _version(program: str) -> str:
    """What ``dot -V`` says."""
    try:
        done = subprocess.run([program, "-V"], capture_output=True, text=True, timeout=20, check=False)
    except (OSError, subprocess.TimeoutExpired) as error:
        return f"does not start ({error})"
    return (done.stderr or done.stdout).strip().removeprefix("dot - ") or "of unknown version"
