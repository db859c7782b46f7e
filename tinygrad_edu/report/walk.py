"""A walk through the article in the terminal: from its data to its last number, as lines of text.

The formulae are read off the recorded graph, and the numbers are computed, so the walk is the article's for as long as
the network is (``../article.py``).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any

from ..article import BIASES, HIDDEN, INPUTS, LEARNING_RATE, ORDERS, OUTPUT, ROUNDS, TARGETS, WEIGHTS, Article
from ..console import spelled, width_of, wrapped
from ..graph import Fold, fold
from ..names import Name, formula, local_derivatives
from ..plural import plural
from ..value import Value

__all__ = ["walk"]

WORDS: dict[str, dict[str, Any]] = {
    "en": {
        "title": "Backpropagation step by step: a 2-2-2 network of sigmoid neurons",
        "network": "THE NETWORK", "inputs": "inputs", "targets": "targets", "first": "input→hidden",
        "second": "hidden→output", "biases": "biases", "not_trained": "   (not trained)", "lr": "learning rate",
        "forward": "STEP 1  FORWARD PROPAGATION",
        "to_hidden": "input layer → hidden layer", "to_output": "hidden layer → output layer",
        "backward": "STEP 2  BACKPROPAGATION", "error": "1 the total error",
        "output_weights": "2 hidden layer → output layer: the output weights",
        "hidden_weights": "3 input layer → hidden layer: the hidden weights",
        "feeds": lambda out: f"{out} feeds both outputs, so it receives errors from both:",
        "through": lambda neuron: f"through {neuron}:", "sum": "sum:", "others": "the other derivatives",
        "update": lambda rule: f"the update: {rule}",
        "training": "TRAINING ON", "simultaneous": "simultaneous", "sequential": "sequential",
        "at_start": lambda name: f"{name} at the start", "then": lambda name: f"{name} then",
        "after": lambda rounds: f"after {plural(rounds, 'round')}",
        "orders": (
            "simultaneous: every gradient is taken at the old weights. That is gradient descent, and what any autodiff "
            "computes. sequential: w5..w8 are updated first, and the errors go back to w1..w4 through the new ones. "
            "The article derives the first, but prints the closing numbers of a program that did the second."
        ),
    },
    "zh": {
        "title": "一步一步算反向传播：由 sigmoid 神经元组成的 2-2-2 网络",
        "network": "网络", "inputs": "输入", "targets": "目标值", "first": "输入层→隐含层",
        "second": "隐含层→输出层", "biases": "截距项", "not_trained": "   （不参加训练）", "lr": "学习率",
        "forward": "第一步  前向传播",
        "to_hidden": "输入层 → 隐含层", "to_output": "隐含层 → 输出层",
        "backward": "第二步  反向传播", "error": "1 总误差",
        "output_weights": "2 隐含层 → 输出层：通向输出层的权值",
        "hidden_weights": "3 输入层 → 隐含层：通向隐含层的权值",
        "feeds": lambda out: f"{out} 同时传给两个输出神经元，所以误差也从这两处传回来：",
        "through": lambda neuron: f"经过 {neuron}：", "sum": "总和：", "others": "其余的导数",
        "update": lambda rule: f"更新：{rule}",
        "training": "继续训练", "simultaneous": "同时更新", "sequential": "依次更新",
        "at_start": lambda name: f"开始时的 {name}", "then": lambda name: f"此时的 {name}",
        "after": lambda rounds: f"迭代 {rounds:,} 次后",
        "orders": (
            "同时更新：所有梯度都取自旧权值，这就是梯度下降，任何自动微分算出的也是它。依次更新：先更新 w5..w8，"
            "再让误差经过新的 w5..w8 传回 w1..w4。文章推导的是前一种，文末的数字却来自按后一种计算的程序。"
        ),
    },
}  # fmt: skip


def walk(
    rounds: int = ROUNDS,
    order: str = "both",
    digits: int = 9,
    unicode: bool = True,
    width: int = 79,
    lang: str = "en",
) -> Iterator[str]:
    """The article from its data to its last number, as lines of text.

    rounds   how many training rounds the closing table goes to
    order    ``simultaneous``, ``sequential`` or ``both``: whose errors the table shows
    digits   decimals of the printed numbers
    unicode  whether ∂, δ and → can be shown; else they are spelled out
    width    columns that there are
    lang     "en" or "zh": the language of the words
    """
    if order not in (*ORDERS, "both"):
        raise ValueError(f"order is one of {', '.join(ORDERS)} or both, not {order!r}")
    article = Article()
    article.forward().backward()
    lacks = partial(spelled, encoding="gbk" if lang == "zh" else "ascii")  # what such a console has stays
    reader = _Reader(article, digits, str if unicode else lacks, width, WORDS[lang])
    for lines in (_data(article, reader), _forward_pass(article, reader), _backward_pass(article, reader),
                  _training(rounds, ORDERS if order == "both" else (order,), reader)):  # fmt: skip
        for line in lines:
            yield from reader.spell(line).split("\n")


def _data(article: Article, reader: _Reader) -> Iterator[str]:
    words = reader.words

    def row(title: str, text: str) -> str:
        return "  " + _padded(reader.spell(words[title]), 16) + text

    def data(names: Iterable[str]) -> str:
        return "   ".join(f"{name} = {article[name].data:.2f}" for name in names)

    yield words["title"]
    yield ""
    yield words["network"]
    yield row("inputs", data(INPUTS))
    yield row("targets", data(TARGETS))
    yield row("first", data([*WEIGHTS][:4]))
    yield row("second", data([*WEIGHTS][4:]))
    yield row("biases", data(BIASES) + words["not_trained"])
    yield row("lr", f"{LEARNING_RATE}")
    yield ""


def _number(x: float, digits: int) -> str:
    """A number in a column: its sign is a real minus, and takes a place also where it is a plus."""
    return f"{x: .{digits}f}".replace("-", "−")


def _padded(text: str, columns: int, right: bool = False) -> str:
    """The text in so many columns, of which a Chinese character takes two."""
    gap = " " * (columns - width_of(text))
    return gap + text if right else text + gap


class _Reader:
    """Reads formulae and numbers off the recorded graph; ``spell`` makes of a text what can be shown."""

    def __init__(
        self, article: Article, digits: int, spell: Callable[[str], str], width: int, words: dict[str, Any]
    ) -> None:
        self.spell, self.words = spell, words
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
        gap = f"\n{'':{self.column}}" if width_of(text) + len(number) > self.width else ""
        return f"{_padded(text, self.column * (not gap))}{gap}{number}"


def _forward_pass(article: Article, reader: _Reader) -> Iterator[str]:
    yield reader.words["forward"]
    for title, neurons in (("to_hidden", HIDDEN), ("to_output", OUTPUT)):
        yield f"  {reader.words[title]}"
        for neuron, *_ in neurons:
            yield from reader.worked(f"net_{neuron}")
            out = f"out_{neuron}"
            yield reader.line(f"    {out} = {reader.formula(out)}", article[out].data)
    yield ""


def _backward_pass(article: Article, reader: _Reader) -> Iterator[str]:
    v, words = article.values, reader.words
    yield words["backward"]
    yield f"  {words['error']}"
    for name in ("E_o1", "E_o2", "E_total"):
        yield from reader.worked(name)
    yield ""
    yield f"  {words['output_weights']}"
    for neuron, inputs, weights, _ in OUTPUT:
        out, net, error = f"out_{neuron}", f"net_{neuron}", f"E_{neuron}"
        yield f"    δ_{neuron} = ∂E_total/∂{net} = ∂E_total/∂{out} · ∂{out}/∂{net}"
        by_out, by_net = reader.slope(error, out), reader.slope(out, net)
        left = " " * len(reader.spell(f"δ_{neuron}"))
        yield reader.line(f"    {left} = {by_out.in_brackets(2)} · {by_net.in_brackets(2)}", v[net].grad)
        for source, w in zip(inputs, weights, strict=True):
            yield reader.line(f"    ∂E_total/∂{w} = δ_{neuron} · {source}", v[w].grad)
    yield ""
    yield f"  {words['hidden_weights']}"
    for neuron, inputs, weights, _ in HIDDEN:
        out, net = f"out_{neuron}", f"net_{neuron}"
        yield f"    {words['feeds'](out)}"
        for top, *_ in OUTPUT:
            slope = reader.slope(f"net_{top}", out)
            text = f"      {_padded(words['through'](top), 11)} ∂E_{top}/∂{out} = δ_{top} · {slope}"
            yield reader.line(text, v[f"net_{top}"].grad * _recorded(v[f"net_{top}"], v[out]))
        yield reader.line(f"      {_padded(words['sum'], 11)} ∂E_total/∂{out}", v[out].grad)
        yield reader.line(f"    δ_{neuron} = ∂E_total/∂{out} · {reader.slope(out, net).in_brackets(2)}", v[net].grad)
        for source, w in zip(inputs, weights, strict=True):
            yield reader.line(f"    ∂E_total/∂{w} = δ_{neuron} · {source}", v[w].grad)
    yield ""
    yield f"  {words['others']}"
    for name in (*BIASES, *INPUTS):
        yield reader.line(f"    ∂E_total/∂{name}", v[name].grad)
    yield ""
    yield "  " + words["update"](f"w ← w − {LEARNING_RATE} · ∂E_total/∂w")
    for name, weight in article.weights.items():
        grad = _number(weight.grad, reader.digits).strip()
        text = f"    {name} ← {weight.data:.2f} − {LEARNING_RATE} · {f'({grad})' if weight.grad < 0.0 else grad}"
        yield reader.line(text, weight.data - LEARNING_RATE * weight.grad)
    yield ""


def _recorded(node: Value, by: Value) -> float:
    (slope,) = [d for u, d in zip(node.inputs, node.partials, strict=True) if u is by]
    assert slope is not None
    return slope


def _training(rounds: int, orders: tuple[str, ...], reader: _Reader) -> Iterator[str]:
    words, digits = reader.words, reader.digits
    yield words["training"]
    marks = sorted({mark for mark in (1, rounds) if 0 < mark <= rounds})
    yield f"  {'':22}" + "".join(_padded(words[order], 20, right=True) for order in orders)
    runs = {order: Article() for order in orders}
    done = 0

    def row(title: str, numbers: Iterable[float]) -> str:
        return "  " + _padded(title, 22) + "".join(f"{x:20.{digits}f}" for x in numbers)

    yield row(words["at_start"]("E_total"), [article.forward().data for article in runs.values()])
    for mark in marks:
        yield row(words["after"](mark), [a.train(mark - done, order=order) for order, a in runs.items()])
        done = mark
    for name in ("out_o1", "out_o2"):
        yield row(words["then"](name), [a[name].data for a in runs.values()])
    yield ""
    yield from wrapped(words["orders"], reader.width, "  ")
