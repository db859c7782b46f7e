"""Which layout engine: the built-in one, Graphviz's ``dot`` program, or pygraphviz with the Graphviz in its wheel.

``engine="auto"`` takes the built-in one for a picture that one can read, up to 60 cards, and for a larger one Graphviz
if there is any. The environment variable ``TINYGRAD_EDU_DOT`` names another engine (``builtin``, ``dot``,
``pygraphviz``) or the path of a ``dot`` program. SVG and HTML never fail; PNG and PDF are rendered by Graphviz.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from . import export_dot
from .layout import Layout, builtin, fit, pinned
from .scene import READABLE, Scene

__all__ = ["ENGINES", "GraphvizNotFound", "dot_program", "lay_out", "pygraphviz_module", "render"]

ENGINES = ("auto", "builtin", "dot", "pygraphviz")
VARIABLE = "TINYGRAD_EDU_DOT"


class GraphvizNotFound(RuntimeError):
    """Something needs Graphviz, and there is none; the message says how to get it."""


def chosen(engine: str) -> tuple[str, str | None]:
    """The engine that a name means here and now, and for dot the program. May raise GraphvizNotFound."""
    program = None
    if engine == "auto" and os.environ.get(VARIABLE):
        named = os.environ[VARIABLE]
        engine = named if named in ENGINES else "dot"
    if engine in ("auto", "dot"):
        program = dot_program()
        if program:
            return "dot", program
        if engine == "dot":
            raise _not_found("engine 'dot'")
    if engine in ("auto", "pygraphviz"):
        if pygraphviz_module() is not None:
            return "pygraphviz", None
        if engine == "pygraphviz":
            raise _not_found("engine 'pygraphviz'")
    return "builtin", None


def lay_out(scene: Scene, engine: str = "auto") -> Layout:
    """The layout of a scene; a pinned one needs no engine."""
    if not scene.cards:
        return Layout([], [], [], 0.0, 0.0)
    if scene.pinned:
        return fit(scene, pinned(scene))
    if (
        engine == "auto" and not os.environ.get(VARIABLE) and len(scene.cards) <= READABLE
    ):  # which sets runs of cards more level
        return fit(scene, builtin(scene))
    name, program = chosen(engine)
    if name == "builtin":
        return fit(scene, builtin(scene))
    try:
        answer = json.loads(_run(export_dot.layout_text(scene), "json0", name, program))
        return fit(scene, export_dot.read_layout(scene, answer))
    except (GraphvizNotFound, RuntimeError, ValueError, KeyError):
        if engine == "auto":  # a Graphviz that is broken, or too old, is as good as none
            return fit(scene, builtin(scene))
        raise


def render(source: str, format: str, engine: str = "auto") -> bytes:
    """DOT to png or pdf by Graphviz, in twice the natural size for png."""
    name, program = chosen("auto" if engine == "builtin" else engine)
    if name == "builtin":
        name, program = chosen_graphviz(format)
    if format == "png":
        source = source.replace("graph [", "graph [dpi=192, ", 1)
    try:
        return _run(source, format, name, program)
    except RuntimeError:  # a dot that lacks something, and is not asked for by name: pygraphviz brings another
        if name != "dot" or engine == "dot" or os.environ.get(VARIABLE) or pygraphviz_module() is None:
            raise
    return _run(source, format, "pygraphviz", None)


def chosen_graphviz(what: str) -> tuple[str, str | None]:
    """Some Graphviz, whatever ``TINYGRAD_EDU_DOT`` says about layouts."""
    program = dot_program()
    if program:
        return "dot", program
    if pygraphviz_module() is not None:
        return "pygraphviz", None
    raise _not_found(repr(what))


def _run(source: str, format: str, name: str, program: str | None) -> bytes:
    if name == "pygraphviz":
        import warnings

        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            graph = pygraphviz_module().AGraph(string=source)
            drawn: bytes = graph.draw(format=format, prog="dot")
        return drawn
    assert program is not None
    if program == shutil.which("dot") and (graphviz := _graphviz_package()):
        try:
            piped: bytes = graphviz.Source(source).pipe(format=format, quiet=True)
        except graphviz.CalledProcessError as error:
            raise RuntimeError(_failed(error.stderr)) from None
        return piped
    try:  # the package finds what is in PATH and is called dot; this is another
        command = [program, "-Kdot", "-T" + format]
        done = subprocess.run(command, input=source.encode(), capture_output=True, check=False)
    except OSError as error:
        raise RuntimeError(f"{program} does not start: {error}") from None
    if done.returncode:
        raise RuntimeError(_failed(done.stderr))
    return done.stdout


def _graphviz_package() -> Any:
    try:
        import graphviz
    except ImportError:
        return None
    return graphviz


def _failed(stderr: bytes | None) -> str:
    said = (stderr or b"").decode(errors="replace").strip()
    if '"neato" not recognized' in said:
        return (
            "this Graphviz lacks 'neato', which leaves the neurons of a network where they are. On Debian and Ubuntu "
            "that is the package libgvplugin-neato-layout8; on any system, pip install 'tinygrad-edu[dot]' brings it"
        )
    return f"Graphviz could not draw this: {said[:400]}"


# -- finding them ----------------------------------------------------------------------------------------------------


def _usual_places() -> list[Path]:
    """Where dot lies when it is not in PATH: Jupyter started from an icon, a terminal older than the installation."""
    prefix = Path(sys.prefix)
    if sys.platform == "win32":
        return [
            Path(r"C:\Program Files\Graphviz\bin\dot.exe"),
            Path(r"C:\Program Files (x86)\Graphviz\bin\dot.exe"),
            prefix / "Library" / "bin" / "dot.exe",
        ]
    folders = (Path("/opt/homebrew/bin"), Path("/usr/local/bin"), Path("/opt/local/bin"), prefix / "bin")
    return [folder / "dot" for folder in folders]


def dot_program() -> str | None:
    """The path of Graphviz's ``dot`` program, or None: as ``TINYGRAD_EDU_DOT`` names it, in PATH, in the usual places.

    Raises GraphvizNotFound if the variable names a program that is not there.
    """
    named = os.environ.get(VARIABLE, "")
    if named and named not in ENGINES:
        found = shutil.which(named)
        if not found:
            raise GraphvizNotFound(f"{VARIABLE} is {named!r}, but there is no such program")
        return found
    found = shutil.which("dot")
    if found:
        return found
    return next((str(place) for place in _usual_places() if os.access(place, os.X_OK)), None)


def pygraphviz_module() -> Any:
    """The pygraphviz package, or None where it is not installed or does not load."""
    try:
        import pygraphviz
    except ImportError:
        return None
    return pygraphviz


def _not_found(what: str) -> GraphvizNotFound:
    without = 'SVG and HTML need nothing more:      picture.save("net.svg")'
    if sys.platform == "emscripten":
        return GraphvizNotFound(f"{what} needs Graphviz, a program, and Python in a browser runs none.\n{without}")
    return GraphvizNotFound(
        f"{what} needs Graphviz, and no 'dot' was found.\n"
        f"{without}\n"
        "For PNG or PDF, one of:\n"
        "  any system        pip install 'tinygrad-edu[dot]'\n"
        "  Debian, Ubuntu    sudo apt install graphviz\n"
        "  macOS             brew install graphviz\n"
        "  Windows           winget install Graphviz.Graphviz     (then open a new terminal)\n"
        "  conda             conda install -c conda-forge graphviz\n"
        f"Looked in PATH and in: {', '.join(str(place.parent) for place in _usual_places())}\n"
        f"To name one yourself: set {VARIABLE} to the program."
    )
