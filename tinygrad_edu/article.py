"""The article as data and as a walk through it: the 2-2-2 sigmoid network of "A Step by Step Backpropagation Example".

Matt Mazur's example (2015), retold in Chinese, works out one training round by hand. The numbers here are computed,
none is copied; the formulae are read off the recorded graph. The article contradicts itself: its derivation is gradient
descent, every gradient taken at the old weights (``simultaneous``), but its closing numbers come from a program that
updated w5..w8 first and then sent the errors back through the *new* w5..w8 (``sequential``). Both are here; the second
is a classic mistake, kept to reproduce the article and to show the difference.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from .console import ascii_only
from .functions import dot
from .graph import Fold, fold
from .names import Name, formula, local_derivatives
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
    >>> article.forward()
    >>> print(f"{article['E_total']:.9f}")
    0.298371109
    >>> article["E_total"].backward()
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

    def forward(self) -> None:
        """Compute everything from the inputs up to E_total, each Value under its name in the article."""
        v = self.values
        for neuron, inputs, weights, bias in HIDDEN + OUTPUT:
            v[f"net_{neuron}"] = self._net(inputs, weights, bias).named(f"net_{neuron}")
            v[f"out_{neuron}"] = v[f"net_{neuron}"].sigmoid().named(f"out_{neuron}")
        for k in "12":
            v[f"E_o{k}"] = (0.5 * (v[f"t{k}"] - v[f"out_o{k}"]).square()).named(f"E_o{k}")
        v["E_total"] = (v["E_o1"] + v["E_o2"]).named("E_total")

    def step(self, lr: float = LEARNING_RATE, order: str = "simultaneous") -> float:
        """One training round: forward, backward, update. Returns the error before the update.

        ``order="simultaneous"`` is gradient descent. ``order="sequential"`` is what the article's program does:
        the output layer is updated first, and the hidden layer's gradients are computed through its new weights.
        """
        if order not in ORDERS:
            raise ValueError(f"order is one of {', '.join(ORDERS)}, not {order!r}")
        for value in self.values.values():
            value.grad = 0.0
        self.forward()
        self["E_total"].backward()
        hidden = [self[w] for _, _, weights, _ in HIDDEN for w in weights]
        output = [self[w] for _, _, weights, _ in OUTPUT for w in weights]
        _descend(output, lr)
        if order == "sequential":
            for w in hidden:
                w.grad = 0.0
            for neuron, inputs, weights, bias in OUTPUT:  # the old deltas, sent back through the new weights
                self._net(inputs, weights, bias).backward(self[f"net_{neuron}"].grad)
        _descend(hidden, lr)
        return self["E_total"].data

    def train(self, rounds: int, lr: float = LEARNING_RATE, order: str = "simultaneous") -> float:
        """So many rounds, and the error after the last of them.

        >>> Article().train(1), Article().train(1, order="sequential")
        (0.29102777369359933, 0.29102792390544197)
        """
        for _ in range(rounds):
            self.step(lr, order)
        self.forward()
        return self["E_total"].data


def _descend(weights: list[Value], lr: float) -> None:
    for w in weights:
        w.data -= lr * w.grad


# -- the walk --------------------------------------------------------------------------------------------------------


def walk(
    rounds: int = ROUNDS, order: str = "both", digits: int = 9, unicode: bool = True, width: int = 79
) -> Iterator[str]:
    """The article from its data to its last number, as lines of text.

    rounds   how many training rounds the closing table goes to
    order    ``simultaneous``, ``sequential`` or ``both``: whose errors the table shows
    digits   decimals of the printed numbers
    unicode  whether ∂, δ and → can be shown; else they are spelled out
    width    columns that there are
    """
    if order not in (*ORDERS, "both"):
        raise ValueError(f"order is one of {', '.join(ORDERS)} or both, not {order!r}")
    article = Article()
    article.forward()
    article["E_total"].backward()
    reader = _Reader(article, digits, str if unicode else ascii_only, width)
    for lines in (_data(article, reader), _forward_pass(article, reader), _backward_pass(article, reader),
                  _training(rounds, ORDERS if order == "both" else (order,), digits, width)):  # fmt: skip
        for line in lines:
            yield from reader.spell(line).split("\n")


def _data(article: Article, reader: _Reader) -> Iterator[str]:
    def row(title: str, names: dict[str, float]) -> str:
        return f"  {reader.spell(title):16}" + "   ".join(f"{name} = {article[name].data:.2f}" for name in names)

    yield "Backpropagation step by step: a 2-2-2 network of sigmoid neurons"
    yield ""
    yield "THE NETWORK"
    yield row("inputs", INPUTS)
    yield row("targets", TARGETS)
    first = dict(list(WEIGHTS.items())[:4])
    yield row("input→hidden", first)
    yield row("hidden→output", {name: x for name, x in WEIGHTS.items() if name not in first})
    yield row("biases", BIASES) + "   (not trained)"
    yield f"  {'learning rate':16}{LEARNING_RATE}"
    yield ""


def _number(x: float, digits: int) -> str:
    """A number in a column: its sign is a real minus, and takes a place also where it is a plus."""
    return f"{x: .{digits}f}".replace("-", "−")


class _Reader:
    """Reads formulae and numbers off the recorded graph; ``spell`` makes of a text what can be shown."""

    def __init__(self, article: Article, digits: int, spell: Callable[[str], str], width: int) -> None:
        self.spell = spell
        self.width, self.column = width, max(min(64, width - digits - 6), 0)  # the column of a number
        self.values = article.values
        self.digits = digits
        self.folded: Fold = fold(article["E_total"])
        self.names = {value: name for name, value in article.values.items()}

    def formula(self, name: str) -> str:
        return str(formula(self.folded, self.values[name], self.names))

    def numbers(self, name: str) -> str:
        """The same formula with the numbers in the places of the names (all of the article's are positive)."""
        shown = {u: f"{u.data:.{self.digits}f}" if u.op else f"{u.data:g}" for u in self.names}
        return str(formula(self.folded, self.values[name], shown))

    def worked(self, name: str) -> Iterator[str]:
        """The formula, and under it the same with numbers and its value."""
        yield f"    {name} = {self.formula(name)}"
        yield self.line(f"    {'':{len(name)}} = {self.numbers(name)}", self.values[name].data)

    def slope(self, name: str, by: str) -> Name:
        return local_derivatives(self.folded, self.values[name], self.names)[self.values[by]]

    def line(self, text: str, x: float) -> str:
        """A text and its number, in a line of its own where there is no room beside the text."""
        text, number = self.spell(text), f" = {_number(x, self.digits)}"
        gap = f"\n{'':{self.column}}" if len(text) + len(number) > self.width else ""
        return f"{text:{self.column * (not gap)}}{gap}{number}"


def _forward_pass(article: Article, reader: _Reader) -> Iterator[str]:
    yield "STEP 1  FORWARD PROPAGATION"
    for title, neurons in (("input layer → hidden layer", HIDDEN), ("hidden layer → output layer", OUTPUT)):
        yield f"  {title}"
        for neuron, *_ in neurons:
            yield from reader.worked(f"net_{neuron}")
            out = f"out_{neuron}"
            yield reader.line(f"    {out} = {reader.formula(out)}", article[out].data)
    yield ""


def _backward_pass(article: Article, reader: _Reader) -> Iterator[str]:
    v = article.values
    yield "STEP 2  BACKPROPAGATION"
    yield "  1 the total error"
    for name in ("E_o1", "E_o2", "E_total"):
        yield from reader.worked(name)
    yield ""
    yield "  2 hidden layer → output layer: the output weights"
    for neuron, inputs, weights, _ in OUTPUT:
        out, net, error = f"out_{neuron}", f"net_{neuron}", f"E_{neuron}"
        yield f"    δ_{neuron} = ∂E_total/∂{net} = ∂E_total/∂{out} · ∂{out}/∂{net}"
        by_out, by_net = reader.slope(error, out), reader.slope(out, net)
        left = " " * len(reader.spell(f"δ_{neuron}"))
        yield reader.line(f"    {left} = {by_out.in_brackets(2)} · {by_net.in_brackets(2)}", v[net].grad)
        for source, w in zip(inputs, weights, strict=True):
            yield reader.line(f"    ∂E_total/∂{w} = δ_{neuron} · {source}", v[w].grad)
    yield ""
    yield "  3 input layer → hidden layer: the hidden weights"
    for neuron, inputs, weights, _ in HIDDEN:
        out, net = f"out_{neuron}", f"net_{neuron}"
        yield f"    {out} feeds both outputs, so it receives errors from both:"
        for top, *_ in OUTPUT:
            slope = reader.slope(f"net_{top}", out)
            text = f"      through {top}: ∂E_{top}/∂{out} = δ_{top} · {slope}"
            yield reader.line(text, v[f"net_{top}"].grad * float(_recorded(v[f"net_{top}"], v[out])))
        yield reader.line(f"      sum:        ∂E_total/∂{out}", v[out].grad)
        yield reader.line(f"    δ_{neuron} = ∂E_total/∂{out} · {reader.slope(out, net).in_brackets(2)}", v[net].grad)
        for source, w in zip(inputs, weights, strict=True):
            yield reader.line(f"    ∂E_total/∂{w} = δ_{neuron} · {source}", v[w].grad)
    yield ""
    yield "  the other derivatives"
    for name in (*BIASES, *INPUTS):
        yield reader.line(f"    ∂E_total/∂{name}", v[name].grad)
    yield ""
    yield f"  the update: w ← w − {LEARNING_RATE} · ∂E_total/∂w"
    for name, weight in article.weights.items():
        grad = _number(weight.grad, reader.digits).strip()
        text = f"    {name} ← {weight.data:.2f} − {LEARNING_RATE} · {f'({grad})' if weight.grad < 0.0 else grad}"
        yield reader.line(text, weight.data - LEARNING_RATE * weight.grad)
    yield ""


def _recorded(node: Value, by: Value) -> float:
    (slope,) = [d for u, d in zip(node.inputs, node.partials, strict=True) if u is by]
    assert slope is not None
    return slope


def _training(rounds: int, orders: tuple[str, ...], digits: int, width: int) -> Iterator[str]:
    from textwrap import wrap  # only who walks pays for it

    yield "TRAINING ON"
    marks = sorted({mark for mark in (1, rounds) if 0 < mark <= rounds})
    yield "  " + f"{'':22}" + "".join(f"{order:>20}" for order in orders)
    runs = {order: Article() for order in orders}
    done = 0
    for article in runs.values():
        article.forward()
    yield "  " + f"{'E_total at the start':22}" + "".join(f"{a['E_total'].data:20.{digits}f}" for a in runs.values())
    for mark in marks:
        errors = [a.train(mark - done, order=order) for order, a in runs.items()]
        done = mark
        title = f"after {mark:,} round" + ("s" if mark > 1 else "")
        yield "  " + f"{title:22}" + "".join(f"{error:20.{digits}f}" for error in errors)
    for name in ("out_o1", "out_o2"):
        yield "  " + f"{name + ' then':22}" + "".join(f"{a[name].data:20.{digits}f}" for a in runs.values())
    yield ""
    yield from wrap(
        "simultaneous: every gradient is taken at the old weights. That is gradient descent, and what any autodiff "
        "computes. sequential: w5..w8 are updated first, and the errors go back to w1..w4 through the new ones. The "
        "article derives the first, but prints the closing numbers of a program that did the second.",
        width, initial_indent="  ", subsequent_indent="  ",
    )  # fmt: skip
