"""Recorded training rounds: the same graph computed again and again while its weights change, and each result kept.

A recorded graph is a program: run again on what its leaves hold now, it gives the forward pass of the next round.
``record_rounds`` trains with an optimizer and keeps every round. ``Rounds`` alone keeps a round whenever it is called,
so it can watch somebody else's training loop, ``fit`` among them. Every kept round is a graph of its own, leaves
included, which nothing that happens later can change.
"""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from typing import Any

from ..escape import one_line
from ..graph import ancestors
from ..modes import enable_grad
from ..options import check_whole
from ..value import Value, record

__all__ = ["MOST", "Round", "Rounds", "again", "descent_rate", "record_rounds"]

MOST = 200
"""So many rounds after the start are shown; longer training is thinned to every second, third ... round."""
VALUES = 1_000_000
"""So many Values are kept, at some 150 bytes each, in all rounds of a large graph together."""


@dataclass
class Round:
    """One round.

    number  0 at the start, then one more for each update
    root    the graph as it was, a copy
    after   what the leaves held after the update, in the order of the graph; None where there was none
    lr      the learning rate, if the update was w − lr·gradient; None if it was another or is not known
    """

    number: int
    root: Value
    after: dict[Value, float] | None = None
    lr: float | None = None


def again(root: Value) -> tuple[Value, dict[Value, Value]]:
    """The graph below ``root`` computed once more from what its leaves hold now; and for each Value its copy.

    >>> w = Value(3.0, "w")
    >>> y = w * w
    >>> w.data = 5.0
    >>> copy, copies = again(y)
    >>> copy.data, copies[w].data, y.data
    (25.0, 5.0, 9.0)
    """
    copies: dict[Value, Value] = {}
    with enable_grad():
        for node in ancestors(root):
            if node.op is None:
                copies[node] = Value(node.data, node.label, node.requires_grad)
            else:
                copies[node] = _again(node, [copies[u] for u in node.inputs]).named(node.label)
    return copies[root], copies


def _again(node: Value, inputs: list[Value]) -> Value:
    """An operation on other inputs. A node that a program made by hand has no rule, only what it was recorded with."""
    assert node.op is not None
    try:
        return record(node.op, inputs)
    except NotImplementedError:
        if any(u.data != now.data for u, now in zip(node.inputs, inputs, strict=True)):
            raise
        from ..micrograd.engine import Value as Made

        copy = Made(node.data, inputs, tuple(d or 0.0 for d in node.partials))  # type: ignore[arg-type]
        copy.op = node.op
        return copy


class Rounds:
    """The rounds of a training, each with all its numbers: what ``steps(E, history=rounds)`` moves through.

    root        what is computed in every round: the error of one example, say. Its graph is run again on the leaves'
                numbers of the time, so choices that Python made when it was recorded (an ``if``, a dropout mask) stay
    parameters  what is trained: Values, or an optimizer. By default every leaf that changes

    Making it keeps the state of now as round 0; each call keeps one more. It is a callback for ``fit``:

    >>> from tinygrad_edu import data, nn
    >>> from tinygrad_edu.train import fit
    >>> net = nn.MLP(2, [2, 1], activation="tanh", seed=0)
    >>> E = nn.half_squared_error(net([1.0, 0.0]), [1.0])
    >>> rounds = Rounds(E)
    >>> history = fit(net, data.xor(), loss="mse", optimizer="sgd", lr=0.1, epochs=5, callbacks=[rounds])
    >>> rounds
    <Rounds of E_total: 0 to 5, error 0.4291 → 0.1687>

    Up to twice ``MOST`` rounds are kept, fewer of a very large graph, evenly spread over the training; ``errors`` has
    the error of every round.
    Raises TypeError for what is no Value, ValueError for a Value that was not computed from any parameter.
    """

    def __init__(self, root: Value, parameters: Any = None) -> None:
        if not isinstance(root, Value):
            raise TypeError(f"rounds are recorded of a Value, the error, not of {type(root).__name__} {root!r:.60}")
        if not root.requires_grad or root.op is None:
            raise ValueError(
                "rounds are recorded of a Value that was computed from parameters; this one is "
                + ("a leaf" if root.op is None else "a constant, computed from constants or in no_grad()")
            )
        self.root = root
        self.leaves = [node for node in ancestors(root) if node.op is None and node.requires_grad]
        self.trained = None if parameters is None else _listed(parameters)
        if self.trained is not None and not set(self.trained) & set(self.leaves):
            names = ", ".join(one_line(leaf.label) or "an unnamed one" for leaf in self.leaves[:12])
            raise ValueError(f"none of the parameters was used to compute the root; its leaves are: {names}")
        self._most = max(2, min(2 * MOST + 1, VALUES // len(ancestors(root))))
        self.rounds: list[Round] = []
        self.errors: list[float] = []
        self.progress = False  # whether a page that is made of them shows a bar
        self._every = 1
        self.newest: Round
        self()

    def __call__(self, history: Any = None, lr: float | None = None) -> None:
        """Keep the state of now as one more round; ``lr`` if from here the update is gradient descent with that rate.

        ``history`` is what ``fit`` hands to its callbacks, and not used.
        """
        copy, _ = again(self.root)
        if self.errors:
            self.newest.after = {leaf: leaf.data for leaf in self.leaves}
        number = len(self.errors)
        self.newest = Round(number, copy, None, lr)
        self.errors.append(copy.data)
        if number % self._every == 0:
            self.rounds.append(self.newest)
            if len(self.rounds) > self._most:
                self._every *= 2
                self.rounds = self.rounds[::2]

    def shown(self, most: int = MOST) -> list[Round]:
        """The rounds to show: the start, and at most ``most`` others: every first, second ... of them, and the last."""
        if most == 0:
            return self.rounds[:1]
        every = self._every * max(1, -(-len(self.errors[1:]) // (self._every * most)))
        chosen = [r for r in self.rounds if r.number % every == 0]
        return chosen if chosen[-1] is self.newest else [*chosen[:most], self.newest]

    def __len__(self) -> int:
        return len(self.errors)

    def __repr__(self) -> str:
        course = f"{self.errors[0]:.4g} → {self.errors[-1]:.4g}"
        return f"<Rounds of {one_line(self.root.label) or 'result'}: 0 to {len(self) - 1}, error {course}>"


def record_rounds(root: Value, optimizer: Any, rounds: int = MOST, progress: bool = True) -> Rounds:
    """Train for so many rounds, forward, backward, update, and keep every round; the parameters are changed.

    root       the error, computed once; each round runs its graph again on the new weights
    optimizer  an optimizer of parameters that ``root`` was computed from
    rounds     how many updates, 0 or more
    progress   whether to show a bar, and one while a long page is made of the rounds; there is none where standard
               error is no terminal (or notebook) anyway

    >>> from tinygrad_edu import optim
    >>> w, x, t = Value(0.5, "w"), Value(2.0, "x"), Value(3.0, "t")
    >>> E = ((w * x - t) ** 2).named("E")
    >>> recorded = record_rounds(E, optim.SGD([w], lr=0.1), rounds=3)
    >>> [round(error, 4) for error in recorded.errors], round(w.data, 4)
    ([4.0, 0.16, 0.0064, 0.0003], 1.492)

    Raises TypeError or ValueError, with nothing changed, for what is no Value, no optimizer, or no number of rounds.
    """
    rounds = check_whole("rounds", rounds, 0)
    if not hasattr(optimizer, "param_groups"):
        raise TypeError(
            f"an optimizer updates the weights, as optim.SGD([w1, w2], lr=0.5) does; this is {optimizer!r:.60}"
        )
    from ..train.progress import Bar

    recorded = Rounds(root, optimizer)
    recorded.progress = progress
    recorded.newest.lr = descent_rate(optimizer)
    with closing(Bar(rounds, progress)) as bar:
        bar.title("training")
        for _ in range(rounds):
            optimizer.step(lambda: _gradients(recorded))
            recorded(lr=descent_rate(optimizer))
            bar.step()
    return recorded


def descent_rate(optimizer: Any) -> float | None:
    """The learning rate of an optimizer whose update is w − lr·gradient now, the same for all; None for another."""
    from ..optim import SGD

    if not isinstance(optimizer, SGD):
        return None
    rates = set()
    for group in optimizer.param_groups:
        if any(group[setting] for setting in ("momentum", "weight_decay", "maximize")):
            return None
        rates.add(float(group["lr"]))
    return rates.pop() if len(rates) == 1 else None


def _gradients(recorded: Rounds) -> float:
    """Forward and backward on the weights of now; the gradients go to the parameters, the error is returned."""
    copy, copies = again(recorded.root)
    copy.backward()
    for p in recorded.trained or []:
        p.grad = copies[p].grad if p in copies else 0.0
    return copy.data


def _listed(parameters: Any) -> list[Value]:
    """The Values of an optimizer, of a module, or of any list."""
    if hasattr(parameters, "param_groups"):
        return [p for group in parameters.param_groups for p in group["params"]]
    found = list(parameters.parameters() if hasattr(parameters, "parameters") else parameters)
    for p in found:
        if not isinstance(p, Value):
            raise TypeError(f"parameters are Values, or an optimizer of them, not {type(p).__name__} {p!r:.60}")
    return found
