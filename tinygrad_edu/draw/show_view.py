"""``show``: the view that fits the size of a graph, and a line under the picture that says which one it is."""

from __future__ import annotations

from typing import Any

from ..graph import UNFOLDED, count, fold
from ..options import check_one_of
from ..value import Value
from .graph_view import LIMIT
from .net import Network, find_network
from .network_view import is_small
from .picture import Picture
from .reading import check_root
from .views import draw_graph, draw_layers, draw_network

__all__ = ["VIEWS", "show"]

VIEWS = ("auto", "operations", "graph", "network", "layers")
OPERATIONS, NAMED = 24, 40  # cards that can be read in a column of text


def show(root: Value, view: str = "auto", **settings: Any) -> Picture:
    """A picture of how a Value was computed, in the view that fits its size; the picture says which.

    view      "operations": every one; "graph": the named Values; "network"; "layers"; "auto" chooses: every operation
              up to 24 boxes, named Values up to 40, else the network if there is one, else its layers
    settings  handed on: digits, title, theme ...

    >>> w, x = Value(0.5, "w"), Value(2.0, "x")
    >>> show(w * x + 1.0)
    <Picture 'Computation graph, every operation': 5 cards; .save("picture.svg"), .describe()>

    Raises ValueError if a graph is too large for every view, with what to do.
    """
    if hasattr(root, "parameters"):
        raise TypeError(f"the {type(root).__name__} alone has no gradients: show the loss that was computed from it")
    check_root(root)
    check_one_of("view", view, VIEWS)
    chosen, why = _choose(root) if view == "auto" else (view, "")
    if chosen == "operations":
        picture = draw_graph(root, fold=None, **settings)
    elif chosen == "graph":
        picture = draw_graph(root, **settings)
    elif chosen == "network":
        picture = draw_network(root, **settings)
    else:
        picture = draw_layers(root, **settings)
    if why:
        picture.scene.remarks.append(why)
    return picture


def _choose(root: Value) -> tuple[str, str]:
    boxes = count(root)
    if boxes <= OPERATIONS:
        return "operations", ""
    nodes = fold(root, unfold=NAMED).nodes
    named = len(nodes)
    all_of_them = 'view="operations" shows all' if boxes <= LIMIT else "too many to show one by one"
    if boxes <= LIMIT and not any(node.op and node is not root for node in nodes):
        return "operations", f"{boxes:,} boxes; those that get a label are what a smaller view shows"
    if named <= NAMED:
        return "graph", f"{boxes:,} boxes, shown as {named} named Values; {all_of_them}"
    network = _network(root)
    if network is None:
        many = "; too many to be read: explain(E, wrt=w) works out one weight" if named > UNFOLDED else ""
        return "graph", f"{boxes:,} boxes, shown as {named:,} named Values{many}"
    if is_small(network) or network.connections <= 1200:
        return "network", f'{boxes:,} boxes, shown as a network; view="graph" shows {named:,} named Values'
    return "layers", f'{boxes:,} boxes, shown as layers; view="network" shows neurons'


def _network(root: Value) -> Network | None:
    try:
        return find_network(root)
    except ValueError:
        return None
