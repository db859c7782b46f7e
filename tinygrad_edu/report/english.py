"""The sentences of the article in English. What depends on the network is an argument: every sentence has to be true.

``**bold**`` and `code` mean what they mean in Markdown; names come as tokens and are never taken for either.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from ..explain.words import in_words, listed
from ..plural import plural

__all__ = ["ENGLISH"]


def _of(n: int, what: str) -> str:
    return f"{in_words(n)} {what}{'s' * (n != 1)}"


_and = partial(listed, lang="en", first=0)


def _hidden(sizes: Sequence[int]) -> str:
    if not sizes:
        return "no hidden layer"
    if len(sizes) == 1:
        return f"one hidden layer of {_of(sizes[0], 'neuron')}"
    if len(set(sizes)) == 1:
        return f"{_of(len(sizes), 'hidden layer')} of {_of(sizes[0], 'neuron')} each"
    return f"{_of(len(sizes), 'hidden layer')} of {_and([in_words(n) for n in sizes])} neurons"


def _changed(before: str, after: str, way: int) -> str:
    return f"{['rises', '', 'falls'][way + 1]} from {before} to {after}" if way else f"stays at {before}"


def _the(layer: str) -> str:
    return layer if layer[-1:].isdigit() else f"the {layer}"


ENGLISH: dict[str, Any] = {
    "title": "Forward and backward propagation, step by step",
    "lead": lambda sizes, original: (
        f"{'The article’s' if original else 'A'} {sizes} network, worked through from its first number to its last. "
        "Every number on this page was computed, and none was copied."
    ),
    "contents": "Contents",
    "colon": ": ",
    "scroll": lambda what: f"{what} (scrolls sideways)",
    # -- what it is for
    "purpose": "What forward and backward propagation are for",
    "forward_is": (
        "A neural network is a formula with many weights in it. **Forward propagation** puts numbers into the formula: "
        "layer by layer, from the input layer to the output layer, every neuron adds up its weighted inputs and passes "
        "the sum through its activation function. What comes out at the end is the network’s answer, and compared with "
        "the target it gives the total error."
    ),
    "backward_is": (
        "**Backpropagation** goes the other way. It asks of every weight: if you change a little, how much does the "
        "total error change? The answer is a partial derivative. The chain rule finds it layer by layer, from the "
        "output layer back towards the input layer, and what was found once is used again and again."
    ),
    "training_is": "Training repeats three things until the error is small enough:",
    "training_steps": (
        "compute the outputs and the total error (forward propagation);",
        "find the partial derivative of the total error by every weight (backpropagation);",
        "move every weight a small step against its derivative (the weight update).",
    ),
    # -- the network
    "network": "The network and its initial values",
    "network_is": lambda n, hidden, m: (
        f"The network has {_of(n, 'input')}, {_hidden(hidden)} and {_of(m, 'output')}."
    ),
    "neuron_is": lambda biases: (
        "A neuron computes two numbers: its net input **net**, which is the weighted sum of what comes in"
        f"{' plus a bias' * biases}, and its output **out**, which is the activation function of the net input."
    ),
    "activations": lambda pairs: f"Activation functions: {'; '.join(f'{layer}: {name}' for layer, name in pairs)}.",
    "linear_is": "linear, that is out = net, and only out is written",
    "shared": lambda names: f"The neurons of a layer share one bias: {_and(names)}.",
    "not_trained": lambda names: f"The biases {_and(names)} are not trained here, as in the article.",
    "held": lambda names: f"Not trained, and so the same after every round: {_and(names)}.",
    "picture_layers": "The layers.",
    "picture_names": lambda w, a, b, more: (
        f"The weight{'s by their names' if more else ' by its name'}: {w} leads from {a} to {b}{', and so on' * more}."
    ),
    "picture_numbers": "The same network with its initial values, and with the outputs of the forward pass.",
    "picture_large": "The network after the forward pass; it is too large for a picture with every number in it.",
    "initial": "Initial values",
    "inputs": "inputs", "targets": "targets", "biases": "biases", "rate": "learning rate",
    "weights": lambda layer: f"weights into {_the(layer)}",
    "input_layer": "input layer", "output_layer": "output layer",
    "hidden_layer": lambda k, of: "hidden layer" if of == 1 else f"hidden layer {k}",
    "hidden_layers": "all hidden layers",
    "more": lambda n: f"{n:,} more",
    # -- forward
    "step1": "Step 1: forward propagation",
    "arrow": lambda a, b: f"{a[:1].upper()}{a[1:]} → {b}",
    "forward_layer": lambda layer, linear, n: (
        f"For {'every neuron' if n > 1 else 'the one neuron'} of {_the(layer)}, "
        + ("the weighted sum, which is its output too." if linear else "first the weighted sum, then the activation.")
    ),
    "more_neurons": lambda n: (
        f"The other {_of(n, 'neuron')} of the layer {'are' if n > 1 else 'is'} computed in the same way:"
    ),
    "neuron": "neuron",
    "sum_of": lambda n: f"weighted sum of {n:,} inputs",
    "long_formula": lambda n: f"a formula of {plural(n, 'number')}, too long to print",
    "answer": lambda outs, targets: (
        f"That was the forward pass. The network answers {_and(outs)}"
        + (f"; the target{'s are' if len(targets) > 1 else ' is'} {_and(targets)}." if targets else ".")
    ),
    # -- backward
    "step2": "Step 2: backpropagation",
    "total": "The total error",
    "total_is": lambda root: (
        f"How far is the answer from the target? One number says it, and training is to make it small: {root}."
    ),
    "into": lambda a, b: f"{a[:1].upper()}{a[1:]} → {b}: the weights into {_the(b)}",
    "ask": lambda w, root: f"Take {w} as the example: how much does {root} change if {w} changes a little?",
    "one_way": lambda w, root, n: (
        f"One path leads from {w} to {root}, so the chain rule gives a product of {in_words(n)} factors:"
        if n > 1
        else f"One step leads from {w} to {root}, so there is one factor:"
    ),
    "many_ways": lambda w, root, n: (
        f"{in_words(n).capitalize()} paths lead from {w} to {root}. "
        "Where they part, the chain rule adds up what comes back on each:"
    ),
    "factor_error": lambda f, out: f"{f}: how the total error changes with the output {out};",
    "factor_slope": lambda f, out, net: (
        f"{f}: how the output {out} changes with the net input {net}, the slope of the activation function;"
    ),
    "factor_shared": lambda f, out, net: (
        f"{f}: how the output {out} changes with {net}, the net input of another neuron, which its formula uses too;"
    ),
    "factor_weight": lambda f, net, w: (
        f"{f}: how the net input {net} changes with {w}, and that is what {w} is multiplied by."
    ),
    "factor_linear": lambda f, out, w: (
        f"{f}: how the output {out} changes with {w}, and that is what {w} is multiplied by."
    ),
    "factor_other": lambda f: f"{f};",
    "received": lambda out, users, n: (
        f"{out} goes into {_and(users)}, so errors come back to it from {'both' if n == 2 else 'all of them'}, and "
        "what comes back is added up."
    ),
    "received_one": lambda out, user: f"{out} goes into {user} alone, so the error comes back to it from there alone.",
    "deeper": lambda layer: (
        f"One layer further back it is the same again: δ of every neuron of {_the(layer)} is known, and what comes "
        "back to a neuron is the sum over the neurons that it feeds, δ times the weight in between."
    ),
    "in_delta_form": lambda lines: (
        f"Written out in full this derivation has {lines:,} lines; in the delta form it is short."
    ),
    "check": lambda product, gradient: (
        f"The printed factors, unrounded, come to {product}, and `backward()` computes {gradient}."
    ),
    "bracket": "The square brackets are 1 where the inequality in them holds, and 0 where it does not.",
    "known": "What is trained here is used by the layers above too: the gradients there are the sums over all uses.",
    "updates": "Every gradient of the layer is found in this way, and the update is the same for all:",
    "weight": "weight", "value": "value", "new": "after the update",
    "picture_path": lambda w, root: (
        f"The way back from {root} to {w}: every arrow is one factor of the chain rule, and factors of 1 are left out "
        "of the product."
    ),
    "picture_paths": lambda w, root, out: (
        f"The ways back from {root} to {w}: they meet in {out}, where their errors are added."
    ),
    "flow": "All gradients at once",
    "picture_flow": (
        "Blue: the gradient is positive, so the update lowers the weight. Orange: negative, so the update raises it. "
        "The wider the line, the larger the gradient; δ is the derivative of the error by the neuron’s net input."
    ),
    "picture_matrices": "Layer by layer: how large the weights’ gradients are, and how they are spread.",
    # -- after
    "after": "After the update",
    "after_is": lambda root, before, after, way: (
        f"All weights are updated at once, and the forward pass is run again: {root} {_changed(before, after, way)}."
    ),
    "after_all": lambda n, root, last: f"After {plural(n, 'round')} of the same three steps {root} is {last}.",
    "no_progress": (
        "That is no smaller than at the start: the learning rate may be too large, or the gradient may vanish here."
    ),
    "not_finite": (
        "On the way the error left all bounds: this learning rate is too large for this network. Try a smaller one."
    ),
    "course": lambda root: f"{root} over the training rounds.",
    "curve": lambda root: {"title": f"Training: {root}", "loss": root, "training": "at the end", "epoch": "round"},
    "round": "rounds", "output": "output", "target": "target", "at_start": "at the start",
    "after_rounds": lambda n: f"after {plural(n, 'round')}",
    "orders": "A note on the two update orders",
    "orders_is": (
        "The article contradicts itself. Its derivation takes every gradient at the **old** weights, as this page "
        "does, and then all weights are updated **simultaneously**: that is gradient descent, and what any automatic "
        "differentiation computes. But its closing numbers come from a program that updates the output weights "
        "**first**, and then sends the errors back to the hidden weights through the **new** ones. This **sequential** "
        "update is a classic mistake. Here are both:"
    ),
    "orders_own": (
        "On this page every gradient is taken at the **old** weights, and then all weights are updated "
        "**simultaneously**: that is gradient descent. A program that updates the output weights first, and sends the "
        "errors back through the new ones, computes something else. The closing numbers of the article come from such "
        "a program; `tinygrad-edu article` shows both."
    ),
    "simultaneous": "simultaneous", "sequential": "sequential", "prints": "the article prints",
    "error_after": lambda root, n: f"{root} after {plural(n, 'round')}",
    # -- the rest
    "steps": "Step through it yourself",
    "steps_is": (
        "The same computation, one step at a time. The arrow keys move, space plays; choose a weight to see its "
        "derivation, and a training round to see how the numbers change."
    ),
    "steps_too_many": (
        "This network has more boxes than anybody can follow on one page, so the step-through is left out here. With a "
        "smaller network it stands in this place; `print(te.steps(E))` lists all steps whatever the size."
    ),
    "own": "How to do this for your own network",
    "own_command": "With a random network of any size:",
    "own_program": "Or with numbers of your own, from a Python program. Every Value keeps the name that you give it:",
    "own_also": "On the command line there are also",
    "explain_also": "the derivation for any weight, in the terminal;",
    "draw_also": "any of the pictures as a file;",
    "steps_also": "the step-through as a page of its own.",
    "rounding": (
        "Everything is computed in double precision and printed rounded, so a last digit may differ from what the "
        "printed numbers multiply to."
    ),
    "made": lambda version: f"Made by tinygrad_edu {version}: one file that loads nothing from elsewhere.",
    "pictures": (),
    "spoken": (),
}  # fmt: skip
