"""The article as data: the 2-2-2 sigmoid network of "A Step by Step Backpropagation Example", and its training.

Matt Mazur's example (2015), retold in Chinese, works out one training round by hand. The numbers here are computed,
none is copied. The article contradicts itself: its derivation is gradient descent, every gradient taken at the old
weights (``simultaneous``), but its closing numbers come from a program that updated w5..w8 first and then sent the
errors back through the *new* w5..w8 (``sequential``). Both are here; the second is a classic mistake, kept to reproduce
the article and to show the difference.
"""

from __future__ import annotations

from .functions import dot
from .options import check_one_of
from .value import Value, constant

INPUTS = {"i1": 0.05, "i2": 0.10}
TARGETS = {"t1": 0.01, "t2": 0.99}
WEIGHTS = {"w1": 0.15, "w2": 0.20, "w3": 0.25, "w4": 0.30, "w5": 0.40, "w6": 0.45, "w7": 0.50, "w8": 0.55}
BIASES = {"b1": 0.35, "b2": 0.60}
LEARNING_RATE = 0.5
ROUNDS = 10_000
ORDERS = ("simultaneous", "sequential")

# Who is fed by what, and by which weights: (neuron, inputs, weights, bias).
HIDDEN = (("h1", ("i1", "i2"), ("w1", "w2"), "b1"), ("h2", ("i1", "i2"), ("w3", "w4"), "b1"))
OUTPUT = (("o1", ("out_h1", "out_h2"), ("w5", "w6"), "b2"), ("o2", ("out_h1", "out_h2"), ("w7", "w8"), "b2"))


class Article:
    """The article's network: its trained weights, and the Values of the last forward pass by their names.

    >>> article = Article()
    >>> E = article.forward()
    >>> print(f"{E:.9f}")
    0.298371109
    >>> E.backward()
    >>> print(f"{article['w5'].grad:.9f}")
    0.082167041
    """

    def __init__(self) -> None:
        given = INPUTS | WEIGHTS | BIASES
        self.values = {name: Value(number, name) for name, number in given.items()}
        self.values |= {name: constant(number, name) for name, number in TARGETS.items()}

    def __getitem__(self, name: str) -> Value:
        return self.values[name]

    @property
    def weights(self) -> dict[str, Value]:
        """What is trained: w1..w8. The article does not train the biases."""
        return {name: self[name] for name in WEIGHTS}

    def _net(self, inputs: tuple[str, ...], weights: tuple[str, ...], bias: str) -> Value:
        return dot([self[w] for w in weights], [self[i] for i in inputs], self[bias])

    def forward(self) -> Value:
        """The error, E_total, computed from the inputs up; each Value on the way has its name in the article."""
        v = self.values
        for neuron, inputs, weights, bias in HIDDEN + OUTPUT:
            v[f"net_{neuron}"] = self._net(inputs, weights, bias).named(f"net_{neuron}")
            v[f"out_{neuron}"] = v[f"net_{neuron}"].sigmoid().named(f"out_{neuron}")
        for k in "12":
            v[f"E_o{k}"] = (0.5 * (v[f"t{k}"] - v[f"out_o{k}"]).square()).named(f"E_o{k}")
        v["E_total"] = (v["E_o1"] + v["E_o2"]).named("E_total")
        return v["E_total"]

    def step(self, lr: float = LEARNING_RATE, order: str = "simultaneous") -> float:
        """One training round: forward, backward, update. Returns the error before the update.

        ``order="simultaneous"`` is gradient descent. ``order="sequential"`` is what the article's program does:
        the output layer is updated first, and the hidden layer's gradients are computed through its new weights.
        """
        check_one_of("order", order, ORDERS)
        for value in self.values.values():
            value.grad = 0.0
        error = self.forward()
        error.backward()
        hidden = [self[w] for _, _, weights, _ in HIDDEN for w in weights]
        output = [self[w] for _, _, weights, _ in OUTPUT for w in weights]
        _descend(output, lr)
        if order == "sequential":
            for w in hidden:
                w.grad = 0.0
            for neuron, inputs, weights, bias in OUTPUT:  # the old deltas, sent back through the new weights
                self._net(inputs, weights, bias).backward(self[f"net_{neuron}"].grad)
        _descend(hidden, lr)
        return error.data

    def train(self, rounds: int, lr: float = LEARNING_RATE, order: str = "simultaneous") -> float:
        """So many rounds, and the error after the last of them.

        >>> Article().train(1), Article().train(1, order="sequential")
        (0.29102777369359933, 0.29102792390544197)
        """
        for _ in range(rounds):
            self.step(lr, order)
        return self.forward().data


def _descend(weights: list[Value], lr: float) -> None:
    for w in weights:
        w.data -= lr * w.grad
