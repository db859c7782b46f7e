"""Pictures of computation: the graph, the network with its gradient flow, the path of one derivative, the layers.

A view builds a ``Scene`` (cards, edges, words), a layout engine says where things are, one painter makes the SVG, one
exporter the DOT text. ``Picture`` ties them together.
"""

from typing import TYPE_CHECKING, Any

from ..instead import missing
from .engines import GraphvizNotFound
from .picture import Picture
from .show_view import show
from .views import draw_graph, draw_layers, draw_network, draw_path

__all__ = ["GraphvizNotFound", "Picture", "draw_graph", "draw_layers", "draw_network", "draw_path", "show"]

if not TYPE_CHECKING:  # a type checker knows what there is

    def __getattr__(name: str) -> Any:
        raise missing(__name__, name, __all__)

    def __dir__() -> list[str]:
        return sorted({*__all__, *(name for name in globals() if name.startswith("__"))})
