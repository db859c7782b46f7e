"""What the command line draws and explains: the article's network, or a random one of any size.

Both come as the error and the named Values below it, so that a command can speak of ``w1`` and ``out_h1``.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from random import Random

from .article import Article
from .graph import ancestors
from .value import Value

__all__ = ["MOST_WEIGHTS", "check_size", "named", "network"]

MOST_WEIGHTS = 200_000
MOST_NAMES = 30  # that are listed where one was not found
TRIES = 20  # inputs that are drawn until one gets through the net


def network(
    sizes: Sequence[int] | None = None, activation: str | None = None, seed: int | None = None
) -> tuple[Value, dict[str, Value]]:
    """An error, and all named Values that it was computed from, by their names.

    Without ``sizes`` it is the article's. With them an MLP whose weights, inputs and targets are drawn by ``seed``, and
    the article's half squared error; ``activation`` is tanh and ``seed`` 0 if they are None. Raises ValueError for an
    activation that is unknown, for more weights than anybody wants to wait for, and for an activation or a seed without
    sizes: the article has its own.

    >>> E, values = network()
    >>> E.label, values["w5"].data
    ('E_total', 0.4)
    >>> E, values = network([2, 3, 1])
    >>> len([name for name in values if name.startswith("w")])
    9
    """
    if sizes is None:
        if activation is not None or seed is not None:
            raise ValueError("--activation and --seed are those of a random network: say how large, as in --net 2,3,1")
        article = Article()
        return article.forward(), article.values
    from . import nn

    check_size(sizes)
    random = Random(seed or 0)
    net = nn.MLP(sizes[0], sizes[1:], activation=activation or "tanh", generator=random)
    for _ in range(TRIES):
        inputs = [Value(random.uniform(-1.0, 1.0), f"i{k}") for k in range(1, sizes[0] + 1)]
        outputs = net(inputs)
        if any(out.data for out in outputs):  # else all neurons of a layer are dead (relu): there is nothing to see
            break
    error = nn.half_squared_error(outputs, [random.uniform(-1.0, 1.0) for _ in range(sizes[-1])])
    in_order = [*inputs, *net.parameters(), *ancestors(error)]
    return error, {node.label: node for node in in_order if node.label}


def check_size(sizes: Sequence[int], most: int = MOST_WEIGHTS) -> None:
    """ValueError for layers of these sizes that have more weights together."""
    weights = sum(a * b for a, b in pairwise(sizes))
    if weights > most:
        raise ValueError(f"{','.join(map(str, sizes))} is a network of {weights:,} weights, more than {most:,}")


def named(values: dict[str, Value], name: str | None) -> Value:
    """The Value of that name, by default the first weight; ValueError, with the names that there are, for another.

    >>> named(network()[1], None).label
    'w1'
    """
    if name is None:
        name = next(name for name in values if name.startswith("w"))
    if name not in values:
        names = list(values)
        more = f" and {len(names) - MOST_NAMES:,} more" if len(names) > MOST_NAMES else ""
        raise ValueError(f"there is no {name!r}; there are: {', '.join(names[:MOST_NAMES])}{more}")
    return values[name]
