"""Pictures of computation: the graph, the network with its gradient flow, the path of one derivative, the layers.

A view builds a ``Scene`` (cards, edges, words), a layout engine says where things are, one painter makes the SVG, one
exporter the DOT text. ``Picture`` ties them together.
"""

from typing import TYPE_CHECKING

from ..instead import answering
from .engines import GraphvizNotFound
from .picture import Picture
from .show_view import show
from .views import draw_graph, draw_layers, draw_network, draw_path

__all__ = ["GraphvizNotFound", "Picture", "draw_graph", "draw_layers", "draw_network", "draw_path", "show"]

if not TYPE_CHECKING:  # a type checker knows what there is
    __getattr__, __dir__ = answering(globals())
