"""The faces: ``draw_graph`` and its companions. Each builds a Scene of its arguments and wraps it in a Picture."""

from __future__ import annotations

from typing import Any

from ..options import check_digits, check_one_of
from ..value import Value
from .crowd_view import crowd_scene
from .graph_view import graph_scene
from .layers_view import layers_scene
from .net import Network, find_network
from .network_view import SHOWS, is_small, network_scene
from .path_view import path_scene
from .picture import Picture
from .reading import check_root
from .scene import Scene

__all__ = ["draw_graph", "draw_layers", "draw_network", "draw_path"]


def draw_graph(
    root: Value,
    fold: str | None = "named",
    *,
    formulas: bool = True,
    digits: int = 6,
    rankdir: str = "LR",
    title: str | None = None,
    theme: str = "auto",
    engine: str = "auto",
    force: bool = False,
) -> Picture:
    """The computation graph of a Value: a card for each Value with its formula, its number and its gradient.

    fold      "named" folds nameless operations into the formula of the next named Value, or into steps v1, v2, ...
              where that would be too long to be read; None draws every one
    formulas  whether cards show how they are computed
    digits    decimals of the printed numbers, 1 to 17
    rankdir   "LR" from left to right, "TB" from top to bottom
    title     a line above the picture; below it where Graphviz draws: in .png, .pdf and .dot
    theme     "auto" follows the reader's system; "light", "dark", or "print" (black; negative lines dashed)
    engine    "auto", "builtin", "dot" or "pygraphviz"; see ``engines.py``
    force     draw even more than 1,000 boxes

    >>> from tinygrad_edu import Value
    >>> w, x, b = Value(0.5, "w"), Value(2.0, "x"), Value(-0.5, "b")
    >>> draw_graph((w * x + b).tanh().named("y"))
    <Picture 'Computation graph of y, named values': 4 cards; .save("picture.svg"), .describe()>

    Raises TypeError if ``root`` is no Value, ValueError for a setting that does not exist and for a graph of more than
    1,000 boxes, with the name of a smaller view.
    """
    if fold not in ("named", None):
        raise ValueError(f"fold is 'named' or None, not {fold!r}")
    scene = graph_scene(check_root(root), fold, check_digits(digits), formulas, force)
    return _picture(scene, rankdir, title, theme, engine)


def draw_path(
    root: Value,
    wrt: Value,
    *,
    context: bool = False,
    digits: int = 6,
    rankdir: str = "LR",
    title: str | None = None,
    theme: str = "auto",
    engine: str = "auto",
    force: bool = False,
) -> Picture:
    """One derivative, ∂root/∂wrt: only what lies between, each local derivative on its arrow, the product below.

    Where a Value feeds several others, each arrow says what its branch brings; beyond the four strongest branches the
    rest is added up. ``context`` shows the other operands too. The other settings are those of ``draw_graph``.

    >>> from tinygrad_edu import Value
    >>> w, x = Value(0.5, "w"), Value(2.0, "x")
    >>> y = (w * x).named("net").tanh().named("y")
    >>> print(draw_path(y, wrt=w).describe())
    From y back to w
    w = 0.5, ∂y/∂w = +0.839949
    net = 1.000000 = w·x, ∂y/∂net = +0.419974
    y = 0.761594 = tanh(net), ∂y/∂y = +1.000000
    ∂net/∂w = x = 2.000000
    ∂y/∂net = 1 − y² = 0.419974
    ∂y/∂w = +0.839948683

    Raises ValueError if ``root`` was not computed from ``wrt``, or ``wrt`` is a constant.
    """
    wrt = check_root(wrt, "Value to differentiate by")
    scene = path_scene(check_root(root), wrt, check_digits(digits), context, force)
    return _picture(scene, rankdir, title, theme, engine)


def draw_network(
    net: Any,
    loss: Value | None = None,
    *,
    show: str = "gradients",
    labels: bool | None = None,
    pick: str = "ends",
    digits: int = 6,
    title: str | None = None,
    theme: str = "auto",
    force: bool = False,
) -> Picture:
    """The network behind a loss: layers as columns, weights on the arrows, gradients flowing back.

    net     the module; or the loss itself, for Values that were named net_h1, out_h1 ... by hand, as in the article
    loss    the Value that was computed from the net's outputs
    show    "gradients": weights and their gradients, outputs and δ; "deltas": what each connection brings back;
            "weights": the forward pass, with net inputs and outputs; "names": weights by name, where lines have room;
            "structure": layers only
    labels  whether lines have their numbers; by default up to 6 neurons in a layer and 40 weights
    pick    which 12 neurons a layer of more than 16 shows: the "ends", or those with the largest "delta"

    The other settings are those of ``draw_graph``; no layout engine is needed.

    >>> from tinygrad_edu import nn
    >>> net = nn.MLP(2, [2, 1], activation="tanh", seed=0)
    >>> loss = nn.mse_loss(net([0.5, -1.0]), [1.0])
    >>> print(draw_network(net, loss=loss, digits=3).describe().splitlines()[0])
    2-2-1 network: weights and gradients

    Several examples are one picture: inputs and outputs are their mean, gradients and δ their sum.
    Raises ValueError if no neuron is found below the loss, TypeError if there is no loss.
    """
    check_one_of("show", show, SHOWS)
    if pick not in ("ends", "delta"):
        raise ValueError(f"pick is 'ends' or 'delta', not {pick!r}")
    network = _network(net, loss)
    if is_small(network) if labels is None else labels:
        scene = network_scene(network, show, check_digits(digits))
    else:
        scene = crowd_scene(network, show, check_digits(digits), pick, force)
    return _picture(scene, "LR", title, theme, "auto")


def draw_layers(
    net: Any,
    loss: Value | None = None,
    *,
    digits: int = 6,
    rankdir: str = "LR",
    title: str | None = None,
    theme: str = "auto",
    engine: str = "auto",
) -> Picture:
    """The layers of a net of any size: how active and saturated they are, and each weight matrix with its gradients.

    The arguments are those of ``draw_network`` and ``draw_graph``.

    >>> from tinygrad_edu import nn
    >>> net = nn.MLP(4, [16, 1], activation="tanh", seed=0)
    >>> loss = nn.mse_loss(net([0.5, -1.0, 2.0, 0.0]), [1.0])
    >>> print(draw_layers(net, loss=loss).describe().splitlines()[0])
    4-16-1 network, layer by layer
    """
    return _picture(layers_scene(_network(net, loss), check_digits(digits)), rankdir, title, theme, engine)


def _network(net: Any, loss: Any) -> Network:
    if loss is None and isinstance(net, Value):
        return find_network(net)
    if loss is None:
        if not hasattr(net, "parameters"):
            check_root(net)
        raise TypeError(
            f"the {type(net).__name__} alone has no gradients: pass the loss that was computed from it too, as in "
            "draw_network(net, loss=E)"
        )
    if not hasattr(net, "parameters"):
        raise TypeError(f"the net is a module with parameters(), not {type(net).__name__} {net!r:.60}")
    return find_network(check_root(loss, "loss"), net)


def _picture(scene: Scene, rankdir: str, title: str | None, theme: str, engine: str) -> Picture:
    if rankdir not in ("LR", "TB"):
        raise ValueError(f"rankdir is 'LR' or 'TB', not {rankdir!r}")
    scene.rankdir = rankdir
    if title is not None:
        scene.title, scene.titled = title, bool(title)
    return Picture(scene, theme=theme, engine=engine)
