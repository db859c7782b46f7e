"""The beginning of the page: what the two passes are for, the network with its initial values, and the forward pass."""

from __future__ import annotations

from ..draw import draw_network
from ..draw.network_view import is_small
from ..draw.units import Unit
from ..explain.numbers import given
from ..explain.script import Line
from ..graph import ancestors
from ..value import Value
from .story import NEURONS, WEIGHTS, Story

__all__ = ["DEFINITIONS", "forward", "initial", "purpose"]

DEFINITIONS = {
    "sigmoid": "1 / (1 + exp(−x))",
    "tanh": "(exp(x) − exp(−x)) / (exp(x) + exp(−x))",
    "relu": "max(0, x)",
    "softplus": "log(1 + exp(x))",
    "silu": "x / (1 + exp(−x))",
    "softsign": "x / (1 + |x|)",
}
"""How textbooks define activation functions, for readers who meet them for the first time."""
LOG_OF_SUM = "log(exp(x₁) + exp(x₂) + …)"
OF_A_LAYER = {
    "softmax": ["exp(xₖ) / (exp(x₁) + exp(x₂) + …)", "exp(xₖ − logsumexp(x₁, x₂, …))"],
    "log_softmax": ["xₖ − logsumexp(x₁, x₂, …)"],
}
"""Those of the k-th neuron of a layer, which take the net inputs of all of them."""


def purpose(story: Story) -> None:
    out, w = story.page, story.words
    out.heading(2, w["purpose"], "purpose")
    out.say(w["forward_is"])
    out.say(w["backward_is"])
    out.say(w["training_is"])
    out.list(w["training_steps"], ordered=True)


def initial(story: Story) -> None:
    out, w, network = story.page, story.words, story.network
    out.heading(2, w["network"], "network")
    hidden = [len(layer) for layer in story.layers[1:-1]]
    biases = _biases(story)
    out.say(
        w["network_is"](len(story.layers[0]), hidden, len(story.layers[-1])),
        w["neuron_is"](bool(biases)),
    )
    kinds = [story.network.activations(k) for k in range(1, len(story.layers))]
    called = [" / ".join(w["linear_is"] if kind == "linear" else kind for kind in its) for its in kinds]
    pairs = list(zip(story.titles[1:], called, strict=True))
    if len(hidden) > 1 and len(set(called[:-1])) == 1:
        pairs[:-1] = [(w["hidden_layers"], called[0])]
    one_of_many = any(len(layer) > 1 == len({unit.bias for unit in layer}) for layer in story.layers[1:])
    shared = story.some([story.name(b) for b in biases]) if one_of_many else []
    held = [p for p in story.parameters() if p not in story.trained]
    words = w["not_trained" if story.original and held == biases else "held"]
    out.say(
        w["activations"](pairs),
        w["shared"](shared) if shared else "",
        words(story.some([story.name(p) for p in held])) if held else "",
    )
    met = list(dict.fromkeys(kind for its in kinds for kind in its))
    defined = [(f"{kind}(x)", DEFINITIONS[kind]) for kind in met if kind in DEFINITIONS]
    for kind in filter(OF_A_LAYER.__contains__, met):
        first, *others = OF_A_LAYER[kind]
        defined += [(f"{kind}(x₁, x₂, …)ₖ", first), *(("", other) for other in others)]
    if any(node.op is not None and node.op.name == "logsumexp" for node in ancestors(story.root)):
        defined.append(("logsumexp(x₁, x₂, …)", LOG_OF_SUM))
    if defined:
        out.lines([Line("end", *definition) for definition in defined])
    small = is_small(network)
    if small:
        out.figure(draw_network(story.root, show="structure"), w["picture_layers"])
        unit = story.layers[-1][0]
        v, source = unit.weights[0]
        more = network.connections > 1
        named = w["picture_names"](story.name(v), story.neuron(source), story.neuron(unit), more)
        out.figure(draw_network(story.root, show="names"), named)
    out.heading(3, w["initial"], "initial")
    out.given(_given(story))
    out.figure(draw_network(story.root, show="weights"), w["picture_numbers" if small else "picture_large"])


def _given(story: Story) -> list[tuple[str, list[str]]]:
    w = story.words
    inputs = [unit.outs[0] for unit in story.layers[0]]
    rows = [(w["inputs"], story.values_of(inputs)), (w["targets"], story.values_of(story.targets()))]
    for k, title in enumerate(story.titles[1:], 1):
        rows.append((w["weights"](title), story.values_of(story.network.weights(k))))
    rows.append((w["biases"], story.values_of(_biases(story))))
    return [row for row in [*rows, (w["rate"], [given(story.lr, story.digits)])] if row[1]]


def _biases(story: Story) -> list[Value]:
    """Each once, though every step of a recurrent network has the same."""
    return list(dict.fromkeys(b for k in range(1, len(story.layers)) for b in story.network.biases(k)))


def forward(story: Story) -> None:
    out, w = story.page, story.words
    out.heading(2, w["step1"], "forward")
    for k in range(1, len(story.layers)):
        layer = story.layers[k]
        out.heading(3, w["arrow"](story.titles[k - 1], story.titles[k]), f"forward-{k}")
        out.say(w["forward_layer"](story.titles[k], story.network.activations(k) == ["linear"], len(layer)))
        shown = layer if len(layer) <= NEURONS + 1 else layer[:NEURONS]
        nodes = [node for unit in shown for node in story.nodes_of(unit)]
        if between := story.between(layer):  # which neurons share: then in the order of computation
            nodes = sorted([*nodes, *between], key=story.reading.folded.nodes.index)
        out.lines([line for node in nodes for line in story.worked(node)])
        if len(shown) < len(layer):
            out.say(w["more_neurons"](len(layer) - len(shown)))
            _outputs(story, layer[len(shown) :])
    answers = [f"{name} = {value}" for name, value in story.answers]
    targets = story.values_of(story.targets())
    out.say(w["answer"](story.some(answers), story.some(targets)))


def _outputs(story: Story, units: list[Unit]) -> None:
    columns = ["out"] if all(unit.activation == "linear" for unit in units) else ["net", "out"]
    rows = []
    for unit in units[:WEIGHTS]:
        numbers = [story.number(node.data) for node in story.nodes_of(unit)]
        rows.append([story.neuron(unit), *numbers, *[""] * (len(columns) - len(numbers))])
    story.table([story.words["neuron"], *columns], rows, len(units))
