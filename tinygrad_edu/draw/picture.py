"""Picture: what every ``draw_`` function returns. A notebook shows it; it saves itself as svg, html, png ..."""

from __future__ import annotations

import os
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..document import document
from ..escape import one_line
from ..files import no_form, write
from ..options import check_one_of
from ..palette import DARK, FONT, LEAST, LIGHT
from . import engines, export_dot
from .paint import THEMES, paint
from .scene import Scene

if TYPE_CHECKING:
    import graphviz

__all__ = ["Picture"]

FORMATS = ("svg", "html", "dot", "png", "pdf")


class Picture:
    """A picture. In a notebook its name alone shows it; elsewhere ``.save("net.svg")``.

    svg         the picture as SVG text
    dot         the same for Graphviz: a ``graphviz.Source``, ``print(picture.dot)`` is the text of it
    describe()  the same in sentences, for alternative texts and screen readers

    >>> from tinygrad_edu import Value, draw
    >>> w, x = Value(0.5, "w"), Value(2.0, "x")
    >>> picture = draw.draw_graph((w * x).named("y"), engine="builtin")
    >>> print(picture.describe())
    Computation graph of y, named values
    w = 0.5, ∂y/∂w = +2.000000
    x = 2, ∂y/∂x = +0.500000
    y = 1.000000 = w·x, ∂y/∂y = +1.000000
    >>> picture.svg.startswith("<svg")
    True
    """

    def __init__(self, scene: Scene, *, theme: str = "auto", engine: str = "auto") -> None:
        check_one_of("theme", theme, THEMES)
        check_one_of("engine", engine, engines.ENGINES)
        self.scene, self.theme, self.engine = scene, theme, engine

    @cached_property
    def svg(self) -> str:
        return paint(self.scene, engines.lay_out(self.scene, self.engine), self.theme)

    @property
    def dot(self) -> graphviz.Source:
        import graphviz

        return graphviz.Source(self._dot_text)

    @cached_property
    def _dot_text(self) -> str:
        return export_dot.dot_text(self.scene, self.theme)

    def describe(self) -> str:
        """What the picture shows, in sentences, one a line: its title, then each card with its numbers."""
        return "\n".join(map(one_line, [self.scene.title, *self.scene.spoken, *self.scene.remarks]))

    def html(self) -> str:
        """A page of its own with the picture in it, without any reference to anything outside."""
        dark = {"dark": DARK, "auto": None}.get(self.theme, LIGHT)
        page = f"body{{margin:0;padding:16px;background:{(dark or LIGHT)['paper']};font-family:{FONT}}}"
        if dark is None:
            page += f"@media (prefers-color-scheme:dark){{body{{background:{DARK['paper']}}}}}"
        least = LEAST * float(self.svg.partition(' width="')[2].partition('"')[0])
        page += f"svg{{display:block;margin:auto}}@media screen{{svg{{min-width:{least:.0f}px}}}}"
        return document(self.scene.title, page, self.svg)

    def render(self, format: str) -> str | bytes:
        """The picture in one of the formats svg, html, dot, png, pdf: text, or bytes for the last two.

        Raises GraphvizNotFound for png and pdf if there is no Graphviz here, ValueError for another format.
        """
        if format == "svg":
            return self.svg
        if format == "html":
            return self.html()
        if format == "dot":
            return self._dot_text
        if format in ("png", "pdf"):
            return engines.render(self._dot_text, format, self.engine)
        raise ValueError(f"a picture can be saved as {', '.join(FORMATS)}, not as {format!r}")

    def save(self, path: str | os.PathLike[str]) -> Path:
        """Write the picture to a file; the ending of its name says in which format. Returns the path.

        The file is written whole or not at all. Raises ValueError for an ending that is none of svg, html, dot, png and
        pdf, GraphvizNotFound where png or pdf cannot be made here, OSError if the file cannot be written.
        """
        path = Path(path)
        format = path.suffix.lower().removeprefix(".")
        if format == "gv":
            format = "dot"
        if format not in FORMATS:
            raise no_form(path, ["." + name for name in FORMATS])
        return write(path, self.render(format))

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, str]:
        return {"image/svg+xml": self.svg, "text/plain": self.describe()}

    def __repr__(self) -> str:
        return f'<Picture {self.scene.title!r}: {len(self.scene.cards)} cards; .save("picture.svg"), .describe()>'
