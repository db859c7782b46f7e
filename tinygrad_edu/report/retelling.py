"""``article_page``: the article for any network, in the article's order.

Everything is read off the recorded graph: the network from the names of its Values (``draw/net.py``), formulae and
derivations from ``explain``, numbers from the Values themselves. Large layers are shortened, and the page says so.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from math import isfinite
from pathlib import Path

from .. import __version__
from ..article import LEARNING_RATE, ROUNDS, Article
from ..draw.net import UNROLL, find_network
from ..files import write_page
from ..options import LANGUAGES, check_digits, check_one_of, check_whole
from ..steps.rounds import again
from ..value import Value
from .backward import backward
from .closing import after, orders, own, step_through
from .opening import forward, initial, purpose
from .story import Story
from .training import train

__all__ = ["ArticlePage", "article_page"]


class ArticlePage:
    """The page, as ``article_page`` makes it: ``.save("article.html")``, and ``.html``, its text."""

    def __init__(self, html: str, title: str) -> None:
        self.html, self.title = html, title

    def save(self, path: str | os.PathLike[str]) -> Path:
        """Write the page to a file, whole or not at all; the path.

        Raises OSError, with what to do, if it cannot be written, ValueError for the name of another format.
        """
        return write_page(path, self.html)

    def __repr__(self) -> str:
        return f'<ArticlePage {self.title!r}: {len(self.html) / 1000:,.0f} kB; .save("article.html")>'


def article_page(
    root: Value | None = None,
    lr: float = LEARNING_RATE,
    rounds: int = ROUNDS,
    trained: Sequence[Value] | None = None,
    digits: int = 9,
    lang: str = "en",
    command: str = "",
    progress: bool = True,
) -> ArticlePage:
    """The article as a page, for the network below ``root``: formulae, derivations, pictures, updates, training.

    root      the error of one example; by default that of the article's own network. A neuron is known by the names
              net_h1 and out_h1 of its Values, which the layers of ``nn`` give by themselves
    lr        the learning rate of the updates
    rounds    training rounds, 1 or more; 10,000 take a second or two for a small network
    trained   what is updated: by default all weights and biases of the network (in the article the weights alone)
    digits    decimals of the printed numbers, 1 to 17
    lang      "en" or "zh"
    command   how the page was made, if it is to say so
    progress  whether training shows a bar; there is none where standard error is no terminal (or notebook) anyway

    Everything is computed on a copy of the graph, from what its leaves hold now; nothing of yours is changed.

    >>> from tinygrad_edu import nn
    >>> net = nn.MLP(2, [3, 1], activation="tanh", seed=0)
    >>> E = nn.half_squared_error(net([0.05, 0.10]), [0.01])
    >>> page = article_page(E, lr=0.1, rounds=20)
    >>> "2-3-1 network" in page.html and "<script src" not in page.html
    True

    Raises TypeError or ValueError, with what to do, for what is no Value, has no network below it or is the error of
    several examples, and for settings that are out of range.
    """
    check_one_of("lang", lang, LANGUAGES)
    rounds = check_whole("rounds", rounds, 1)
    check_digits(digits)
    if not isinstance(lr, (int, float)) or not isfinite(lr):
        raise ValueError(f"the learning rate is a finite number, not {lr!r}")
    original = root is None
    if root is None:
        article = Article()
        root, trained = article.forward(), list(article.weights.values()) if trained is None else trained
    if not isinstance(root, Value):
        raise TypeError(f"the page is written for a Value, the error of a network, not for {type(root).__name__}")
    copy, copies = again(root)
    network = find_network(copy)
    if network.steps:
        raise ValueError(f"the same neurons were computed {network.examples} times, each time from the last: {UNROLL}")
    if network.examples > 1:
        raise ValueError(
            f"the article works out one example, but this error was computed from {network.examples}: pass the error "
            "of one of them"
        )
    known = [p for p in network.parameters if p.op is None and p.requires_grad]
    if trained is not None:
        chosen = {copies[p] for p in trained if p in copies}
        known = [p for p in known if p in chosen]
    if not known:
        raise ValueError("none of what is to be trained is a weight or a bias of the network below this error")
    return _told(Story(copy, network, known, float(lr), rounds, digits, lang, original), command, progress)


def _told(story: Story, command: str, progress: bool) -> ArticlePage:
    """All sections, in the article's order."""
    purpose(story)
    initial(story)
    forward(story)
    backward(story)
    outputs = [unit.outs[0] for unit in story.layers[-1]]
    training = train(story.root, story.trained, outputs, story.lr, story.rounds, progress)
    after(story, training)
    orders(story, training)
    step_through(story, training)
    own(story)
    words = story.words
    made = words["made"](__version__) + (f" `{command}`" if command else "")
    title, lead = words["title"], words["lead"](story.network.sizes, story.original)
    tab = f"{title} · {story.network.sizes}"
    return ArticlePage(story.page.html(title, lead, words["contents"], [words["rounding"], made], tab), tab)
