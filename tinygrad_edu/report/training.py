"""What training comes to: the error over the rounds of gradient descent, of a network that is left as it was.

The recorded graph is run again for every round on weights of its own (``steps/rounds.py``). For the article's network
the other order of updates is computed as well (``article.py``).
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass

from ..article import Article
from ..optim import SGD
from ..steps.rounds import Rounds, again, record_rounds
from ..train.progress import Bar
from ..value import Value

__all__ = ["PRINTED", "Training", "marks", "sequential", "train"]


PRINTED = ("0.291027924", "0.000035085", "0.015912196", "0.984065734")
"""What the article prints: the error after 1 and after 10,000 rounds, and the outputs then."""


@dataclass
class Training:
    """The error of every round, from 0 on; what the outputs are in the end; and the recorded rounds, for the steps."""

    errors: list[float]
    outputs: list[float]
    recorded: Rounds


def train(
    root: Value, trained: Sequence[Value], outputs: Sequence[Value], lr: float, rounds: int, progress: bool
) -> Training:
    """Train a copy of the graph."""
    copy, copies = again(root)
    recorded = record_rounds(copy, SGD([copies[w] for w in trained], lr=lr), rounds, progress)
    _, now = again(copy)
    return Training(recorded.errors, [now[copies[out]].data for out in outputs], recorded)


def marks(rounds: int) -> list[int]:
    """The rounds that a table shows: 0, 1, 10, 100 ... and the last.

    >>> marks(2000), marks(1), marks(0)
    ([0, 1, 10, 100, 1000, 2000], [0, 1], [0])
    """
    return [0, *(10**k for k in range(len(str(rounds))) if 10**k < rounds), *([rounds] if rounds else [])]


def sequential(rounds: int, lr: float, progress: bool = False) -> list[float]:
    """The article's training with the output layer updated first: as ``PRINTED``; ``rounds`` is 1 or more.

    >>> [f"{x:.9f}" for x in sequential(1, 0.5)[:2]]
    ['0.291027924', '0.291027924']
    """
    article, errors = Article(), []
    with closing(Bar(rounds, progress)) as bar:
        bar.title("sequential")
        for _ in range(rounds):
            errors.append(article.step(lr, "sequential"))
            bar.step()
    errors.append(article.forward().data)
    return [errors[1], errors[-1], article["out_o1"].data, article["out_o2"].data]
