"""The network when it is too large for numbers: lines and discs speak by width and colour.

A disc's fill is its δ, after the forward pass its output; the strongest lines lie on top. A layer of more than 16
neurons shows 12 of them, the first and the last six or (``pick="delta"``) those with the largest |δ|, and says how many
are left out. Asked for names or layers only, it shows how neurons are connected: there is no room for names.
"""

from __future__ import annotations

from math import isfinite, sqrt

from ..escape import one_line
from ..palette import sign_role
from ..plural import plural
from . import text
from .net import FROZEN, UNROLL, Network
from .scene import Card, Edge, Note, Row, Scene
from .text import Line
from .units import Unit

__all__ = ["crowd_scene"]

TITLES = {"gradients": "gradient flow", "deltas": "what flows back", "weights": "its weights"}
MOST, SHOWN = 16, 12
LINES = 5000


def crowd_scene(network: Network, show: str, digits: int, pick: str, force: bool) -> Scene:
    """The scene of ``draw_network`` for a net that is too large for numbers."""
    scene = Scene(title=f"{network.sizes} network: {TITLES.get(show, 'its layers')}")
    numbers, backward = show in TITLES, show in ("gradients", "deltas")
    columns = [_rows(network, units, pick) for units in network.columns]
    drawn = [[unit for unit in rows if isinstance(unit, Unit)] for rows in columns]
    shown = {id(unit) for units in drawn for unit in units}
    crowd = sum(1 for units in drawn for unit in units for _, source in unit.weights if id(source) in shown)
    if crowd > LINES and not force:
        raise ValueError(
            f"this would be {crowd:,} lines; more than {LINES:,} cannot be read. draw_layers(net, loss=E) draws layers "
            "as boxes; force=True draws the lines all the same"
        )
    fills = [abs(_fill(network, unit, show) or 0.0) for unit in network.units]
    top = max([0.0, *filter(isfinite, fills)]) or 1.0
    places: dict[int, int] = {}
    most = max(map(len, columns))
    column = max(190.0, min(270.0, 900.0 / (len(drawn) - 1)))
    high = max(200.0, (most - 1) * 42.0)
    for k, rows in enumerate(columns):
        pitch = min(high / max(len(rows) - 1, 1), 110.0)
        size = max(26.0, min(56.0, pitch - 12.0))
        left_out = []
        for j, unit in enumerate(rows):
            at = (k * column, (j - (len(rows) - 1) / 2.0) * pitch)
            if isinstance(unit, Unit):
                card = _disc(network, unit, show, top, digits, size)
                card.at = at
                places[id(unit)] = len(scene.cards)
                scene.cards.append(card)
            else:
                words = (text.text(f"⋮  {unit:,} more", "small", "muted"),)
                left_out.append(Card("", [Row(middle=words)], at=at))
        scene.cards += left_out
        lines: list[Line] = [(text.text(network.title(k), 13, "muted"),)]
        layer = network.layers[k] if k else network.columns[0]
        count = plural(len(layer), "neuron" if k else "value")
        count += f" · {' / '.join(network.activations(k))}" if k else ""
        lines.append((text.text(count, "small", "muted"),))
        scene.notes.append(Note(lines, (k * column, -high / 2.0 - 60.0)))
        if k:
            scene.notes.append(_matrix(network, k, digits, ((k - 0.5) * column, high / 2.0 + 48.0), scene, backward))
    scene.edges = _lines(network, drawn, places, show)
    if numbers:
        scene.notes.append(_result(network, digits, ((len(drawn) - 1) * column, high / 2.0 + 48.0), scene))
        what, measure = {"weights": ("weight", "w"), "deltas": ("brings", "δ·w")}.get(
            show, ("gradient", f"∂{network.word}/∂w")
        )
        scene.legend = [("plus", f"{what} +"), ("minus", f"{what} −"), ("", f"line ~ √|{measure}|")]
        filled = ["fill ~ √|δ|", f"δ = ∂{network.word}/∂net of the neuron"] if backward else ["fill ~ √|out|"]
        scene.legend += [("", words) for words in filled]
    if any(len(units) < len(rows) for units, rows in zip(drawn, columns, strict=True)):
        some = f"the {SHOWN} with the largest |δ|" if pick == "delta" else f"the first and the last {SHOWN // 2}"
        scene.remarks.append(f"of layers of more than {MOST} neurons {some} are drawn")
    scene.remarks += network.remarks if numbers else []
    if network.several and numbers:
        summed = "gradients and δ are their sums" if backward else "outputs are their mean"
        scene.remarks.append(f"{network.several}: {summed}")
    if network.steps:
        scene.remarks.append(UNROLL)
    return scene


def _rows(network: Network, column: list[Unit], pick: str) -> list[Unit | int]:
    """What is drawn of a column: neurons, below them what comes in there; in the place of some how many they are."""
    rows: list[Unit | int] = []
    for units in ([unit for unit in column if unit.layer], [unit for unit in column if not unit.layer]):
        chosen = _chosen(network, units, pick)
        more = len(units) - len(chosen)
        rows += [*chosen[: SHOWN // 2], more, *chosen[SHOWN // 2 :]] if more else chosen
    return rows


def _chosen(network: Network, layer: list[Unit], pick: str) -> list[Unit]:
    if len(layer) <= MOST:
        return layer
    if pick == "delta":
        best = sorted(layer, key=lambda unit: -abs(network.delta(unit) or 0.0))[:SHOWN]
        chosen = {id(unit) for unit in best}
        return [unit for unit in layer if id(unit) in chosen]
    return layer[: SHOWN // 2] + layer[-SHOWN // 2 :]


def _fill(network: Network, unit: Unit, show: str) -> float | None:
    """What the fill of a neuron's disc shows; None for inputs, and where no numbers are shown."""
    if not unit.layer or show not in TITLES:
        return None
    return unit.out if show == "weights" else network.delta(unit)


def _disc(network: Network, unit: Unit, show: str, top: float, digits: int, size: float) -> Card:
    fill = _fill(network, unit, show)
    spoken = f"{unit.name}: out = {text.number(unit.out, digits)}" if show in TITLES else unit.name
    heat = None
    if fill is not None:
        share = round(sqrt(abs(fill) / top), 2) if isfinite(fill) else 1.0
        heat = (sign_role(fill), share) if share else None
        spoken += f", δ = {text.signed(fill, digits)}" if show != "weights" else ""
    return Card("given" if unit.layer == 0 else "net", [], spoken, shape="circle", size=(size, size), heat=heat)


def _lines(network: Network, drawn: list[list[Unit]], places: dict[int, int], show: str) -> list[Edge]:
    edges = []
    for units in drawn:
        for unit in units:
            for w, source in unit.weights:
                if id(source) in places:
                    g = network.gradient(w) if show == "gradients" else w.data if show == "weights" else None
                    if show == "deltas":
                        g = (network.delta(unit) or 0.0) * w.data
                    edges.append(Edge(places[id(source)], places[id(unit)], g, backward=True, arrow=False, width=0.8))
    if show not in TITLES:
        return edges
    sizes = [abs(edge.carries) for edge in edges if edge.carries is not None and abs(edge.carries) < float("inf")]
    top = max([0.0, *sizes]) or 1.0
    for edge in edges:
        size = abs(edge.carries or 0.0)
        share = min(size / top, 1.0) if size == size else 1.0
        edge.width = round(0.6 + 3.2 * sqrt(share), 2)
        edge.opacity = round(0.35 + 0.65 * sqrt(share), 2)
    return edges


def _result(network: Network, digits: int, at: tuple[float, float], scene: Scene) -> Note:
    name = one_line(network.called)
    scene.spoken.append(f"{name} = {text.number(network.root.data, digits)}")
    value = text.text(f"= {text.number(network.root.data, min(digits, 4))}", "small", "muted")
    return Note([(text.name(name, 11, "muted", bold=False, limit=16),), (value,)], at)


def _matrix(network: Network, k: int, digits: int, at: tuple[float, float], scene: Scene, backward: bool) -> Note:
    gradients, norm = network.gradients(k), network.norm(k)
    first = plural(len(network.weights(k)), "weight")
    if not backward:
        scene.spoken.append(f"{network.title(k)}: {first}")
        return Note([(text.text(first, "small", "muted"),)], at)
    second = f"‖∂{network.word}/∂W{k}‖ = {text.measured(norm, min(digits, 4))}" if gradients else FROZEN
    said = f"norm of their gradient {text.measured(norm, digits)}" if gradients else FROZEN
    scene.spoken.append(f"{network.title(k)}: {first}, {said}")
    return Note([(text.text(first, "small", "muted"),), (text.text(second, "small", "muted"),)], at)
