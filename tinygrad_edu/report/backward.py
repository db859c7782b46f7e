"""The backward pass: the total error, then layer by layer the derivation for one weight and the updates of them all."""

from __future__ import annotations

from ..draw import draw_layers, draw_network, draw_path
from ..draw.network_view import is_small
from ..draw.units import Unit
from ..explain import Explanation, explain
from ..explain.deltas import deltas
from ..explain.numbers import alike, given
from ..explain.script import Line, Script
from ..value import Value
from .story import LISTED, WEIGHTS, Story

__all__ = ["backward"]

DERIVATION = 90
"""Lines; a longer derivation is given in the delta form alone."""


def backward(story: Story) -> None:
    out, w = story.page, story.words
    out.heading(2, w["step2"], "backward")
    out.heading(3, w["total"], "error")
    out.say(w["total_is"](story.name(story.root)))
    inside = story.inside.union(*(story.between(layer) for layer in story.layers[1:]))
    above = [node for node in story.reading.folded.nodes if node.op is not None and node not in inside]
    lines = [line for node in above[-2 * LISTED :] for line in story.worked(node)]
    out.lines(lines)
    known: set[Value] = set()
    for k in range(len(story.layers) - 1, 0, -1):
        _layer(story, k, known)
    out.heading(3, w["flow"], "flow")
    out.figure(draw_network(story.root), w["picture_flow"])
    if not is_small(story.network):
        out.figure(draw_layers(story.root), w["picture_matrices"])


def _layer(story: Story, k: int, known: set[Value]) -> None:
    """The derivation for one weight of a layer, and the updates of them all; of those that layers above do not use."""
    out, w, layer = story.page, story.words, story.layers[k]
    last = k == len(story.layers) - 1
    out.heading(3, w["into"](story.titles[k - 1], story.titles[k]), f"backward-{k}")
    used = [(v, unit) for unit in layer for v, _ in unit.weights if v in story.trained]
    weights = [(v, unit) for v, unit in used if v not in known]
    biases = [b for b in story.network.biases(k) if b in story.trained and b not in known]
    moved = list(dict.fromkeys([v for v, _ in weights] + biases))
    known.update(moved)
    if used and not moved:
        out.say(w["known"])
    if weights:
        v, unit = next(((v, unit) for v, unit in weights if v.grad), weights[0])
        e = explain(story.root, v, lr=story.lr, digits=story.digits, lang=story.lang)
        _introduce(story, e, unit, k, last)
        script = Script(e)
        lines = script.lines()
        if len(lines) > DERIVATION and (short := deltas(script)):
            out.say(w["in_delta_form"](len(lines)))
            lines = [script.head()[0], *short, *script.update()]
        out.derivation(lines, e.reading)
        if any("[" in line.right for line in lines):
            out.say(w["bracket"])
        out.say(w["check"](*(f"{x + 0.0:.16g}".replace("-", "−") for x in (e.value, v.grad))))
        if e.paths < 20 and len(e.reading.way) < 26:
            _picture(story, e, unit)
    if moved:
        out.say(w["updates"])
        rate, gradient = given(story.lr, story.digits), f"∂{story.name(story.root)}/∂w"
        out.lines([Line("end", f"w ← w − {rate} · {gradient}")])
        _updates(story, moved)


def _introduce(story: Story, e: Explanation, unit: Unit, k: int, last: bool) -> None:
    out, w, name, root = story.page, story.words, story.name, story.name(story.root)
    inputs = story.network.folded.inputs
    at_several_steps = sum(e.wrt in used for used in inputs.values()) > 1
    if not last and not at_several_steps:
        users = [name(user) for user in inputs if unit.outs[0] in inputs[user]]  # neurons, and the error, in a step
        fed = story.some(users, 4)
        node = name(unit.outs[0])
        if k < len(story.layers) - 2:
            out.say(w["deeper"](story.titles[k + 1]))
        out.say(
            w["ask"](name(e.wrt), root),
            w["received"](node, fed, len(users)) if len(users) > 1 else w["received_one"](node, fed[0]),
        )
    elif e.paths > 1:
        out.say(w["ask"](name(e.wrt), root), w["many_ways"](name(e.wrt), root, e.paths))
    else:
        out.say(w["ask"](name(e.wrt), root), w["one_way"](name(e.wrt), root, len(e.factors)))
        if len(e.factors) > 1:
            out.list([_factor(story, factor.top, factor.bottom, unit) for factor in e.factors], ordered=True)


def _factor(story: Story, top: Value, bottom: Value, unit: Unit) -> str:
    w, name = story.words, story.name
    fraction, net, node = story.reading.fraction(top, bottom), unit.nets[0], unit.outs[0]
    linear = unit.activation == "linear"
    outputs = [u.outs[0] for u in story.layers[-1] if linear or u.outs[0] is not u.nets[0]]
    if bottom in outputs:
        return str(w["factor_error"](fraction, name(bottom)))
    if bottom is net and top in outputs:
        kind = "factor_slope" if top is node else "factor_shared"
        return str(w[kind](fraction, name(top), name(net)))
    if top is net:
        kind = "factor_linear" if linear else "factor_weight"
        return str(w[kind](fraction, name(net), name(bottom)))
    return str(w["factor_other"](fraction))


def _picture(story: Story, e: Explanation, unit: Unit) -> None:
    """The way back, from left to right where that fits a page, else from the top down."""
    w, names = story.words, (story.name(e.wrt), story.name(story.root))
    rankdir = "LR" if len(e.reading.way) <= 6 else "TB"
    caption = w["picture_path"](*names)
    if e.sections:
        caption = w["picture_paths"](*names, story.name(e.sections[-1].node))
    story.page.figure(draw_path(story.root, wrt=e.wrt, rankdir=rankdir), caption)


def _updates(story: Story, moved: list[Value]) -> None:
    w = story.words
    listed = moved[:WEIGHTS]
    rows = [
        [story.name(v), value, story.number(v.grad), story.number(v.data - story.lr * v.grad)]
        for v, value in zip(listed, alike([v.data for v in listed], story.digits), strict=True)
    ]
    gradient = f"∂{story.name(story.root)}/∂w"
    story.table([w["weight"], w["value"], gradient, w["new"]], rows, len(moved))
