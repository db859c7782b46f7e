"""The layers: one box for each, one arrow for each matrix of weights. The picture for a net of any size.

On the arrow stands how large the matrix is, how its gradients are spread and how strong they are together; in the box
how active the layer is and how much of it is saturated. This is where vanishing gradients are seen.
"""

from __future__ import annotations

from collections import Counter
from math import copysign, isfinite, sqrt

from ..escape import one_line
from ..palette import sign_role
from ..plural import plural
from . import text
from .net import FROZEN, UNROLL, Network
from .scene import Card, Edge, Label, Row, Scene
from .text import Bars

__all__ = ["layers_scene"]

BINS = 8  # of the negative gradients, and of the positive ones; what is 0 stands between them
SATURATED = 0.01  # the local derivative below which an activation counts as saturated


def layers_scene(network: Network, digits: int) -> Scene:
    """The scene of ``draw_layers``."""
    scene = Scene(title=f"{network.sizes} network, layer by layer")
    scene.cards = [_layer(network, k, digits) for k in range(len(network.layers))]
    root = network.root
    label = network.called
    rows = [Row((text.name(label, 15, limit=20),)), _row("value", text.number(root.data, digits))]
    spoken = f"{one_line(label)} = {text.number(root.data, digits)}"
    scene.cards.append(Card("error", rows, spoken, rank=len(network.layers)))
    norms = []
    for k in range(1, len(network.layers)):
        edge, norm = _matrix(network, k, digits)
        scene.edges.append(edge)
        norms.append(norm)
    last = Edge(len(network.layers) - 1, len(network.layers), backward=True, width=1.6)
    top = max((norm for norm in norms if isfinite(norm)), default=0.0)
    for edge, norm in zip(scene.edges, norms, strict=True):
        edge.width = round(1.6 + 6.4 * sqrt(min(norm / top, 1.0)), 2) if top and norm == norm else 1.6
    scene.edges.append(last)
    scene.spoken = [card.spoken for card in scene.cards] + [edge.spoken for edge in scene.edges if edge.spoken]
    scene.legend = [
        ("minus", "gradients below 0"), ("plus", "above 0"), ("", f"line width ~ √‖∂{network.word}/∂W‖"),
        ("", f"saturated: local derivative below {SATURATED}"),
    ]  # fmt: skip
    if network.several:
        scene.remarks.append(f"{network.several}: means are over all of them, gradients are their sums")
    if network.steps:
        scene.remarks.append(UNROLL)
    scene.gap = 60.0
    return scene


def _row(word: str, value: str) -> Row:
    return Row((text.text(word, "label", "muted"),), (text.text(value, "label"),))


def _layer(network: Network, k: int, digits: int) -> Card:
    layer = network.layers[k]
    values = [v.data for unit in layer for v in unit.outs]
    mean = sum(values) / len(values)
    rows = [Row((text.text(network.title(k).replace(" layer", ""), 15, bold=True),))]
    if k == 0:
        zeros = sum(1 for x in values if x == 0.0) / len(values)
        rows += [Row((text.text(plural(len(layer), "value"), "label", "muted"),)),
                 _row("mean", text.number(mean, digits)), _row("zeros", f"{zeros:.0%}")]  # fmt: skip
        spoken = f"input: {plural(len(layer), 'value')}, mean {text.number(mean, digits)}"
        return Card("given", rows, spoken, rank=0)
    deltas = [network.adjoint[v] for unit in layer for v in unit.nets if v in network.adjoint]
    slopes = [d for unit in layer for d in unit.slope]
    count, kinds = plural(len(layer), "neuron"), " / ".join(network.activations(k))
    rows.append(Row((text.text(f"{count} · {kinds}", "label", "muted"),)))
    rows.append(_row("mean out", text.number(mean, digits)))
    spoken = f"{network.title(k)}: {count}, {kinds}, mean output {text.number(mean, digits)}"
    if deltas:
        size = sum(map(abs, deltas)) / len(deltas)
        rows.append(_row("mean |δ|", text.measured(size, digits)))
        spoken += f", mean |δ| {text.measured(size, digits)}"
    if slopes:
        share = sum(1 for d in slopes if abs(d) < SATURATED) / len(slopes)
        rows.append(_row("saturated", f"{share:.0%}"))
        spoken += f", saturated {share:.0%}"
    return Card("activation", rows, spoken, rank=k)


def _matrix(network: Network, k: int, digits: int) -> tuple[Edge, float]:
    """The arrow between a layer and the one before it, and the norm of the gradient."""
    gradients = network.gradients(k)
    norm = network.norm(k)
    most = max((abs(g) for g in gradients if isfinite(g)), default=0.0)
    weights, rows, columns = len(network.weights(k)), len(network.layers[k]), len(network.layers[k - 1])
    name = f"W{k}: {rows} × {columns}" if weights == rows * columns else f"W{k}"  # else it is no matrix
    count = plural(weights, "weight")
    if biases := network.biases(k):
        count += f" + {plural(len(biases), 'bias', 'biases')}"
    label = Label(room=56.0)
    label.above = [(text.text(name, "label", bold=True),), (text.text(count, "small", "muted"),)]
    spoken = f"{name}, {count}, "
    if gradients:
        shown = text.measured(norm, min(digits, 6))
        label.above += [(histogram(gradients, most),), (text.text(_axis(gradients, most), "small", "muted"),)]
        label.below = [(text.text(f"‖∂{network.word}/∂W{k}‖ = {shown}", "label"),)]
        least, greatest = (text.measured(end(gradients), digits) for end in (min, max))
        spoken += f"gradients from {least} to {greatest}, norm {shown}"
    else:
        label.below = [(text.text(FROZEN, "small", "muted"),)]
        spoken += FROZEN
    return Edge(k - 1, k, backward=True, label=label, spoken=spoken), norm


def _axis(gradients: list[float], most: float) -> str:
    """What stands under the histogram."""
    if most:
        return f"{text.measured(-most, 4)}     0     +{text.measured(most, 4)}"
    return "all are 0" if all(g == 0.0 for g in gradients) else "only 0, inf or nan"


def histogram(gradients: list[float], most: float) -> Bars:
    """How gradients are spread between −most and most: on the left the negative ones."""
    inner = [g for g in gradients if isfinite(g) and most]
    counts = Counter(int(copysign(min(BINS, 1 + int(abs(g) / most * BINS)), g)) if g else 0 for g in inner)
    top = max(counts.values(), default=1)
    return Bars(tuple((counts[b] / top, sign_role(b)) for b in range(-BINS, BINS + 1)))
