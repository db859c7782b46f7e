"""What a step-through goes through: every state of one forward and backward pass, and the numbers of every round.

The graph is folded by its names, so that a box is a named Value with its formula. A state computes one box (forward),
or sends one box's gradient on to what it was computed from (backward): the chain rule, once for each line, added up
where several lines come back to one box. Numbers are the engine's own, from the recorded graph and its reverse pass
(``draw/reading.py``); names, formulae and local derivatives are those of the explanations (``explain/reading.py``).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from ..draw.layered import ranks_of
from ..draw.reading import adjoints, kind_of
from ..escape import one_line
from ..explain.reading import Reading
from ..graph import UNFOLDED, Fold, ancestors, fold
from ..value import Value
from .rounds import Round, again

__all__ = ["Frame", "Recording", "State", "Use"]

SINGLY = 40
"""Up to so many operations each has a box of its own where no result has a name to fold the others into."""

_WEIGHT = re.compile(r"[wW](?![a-z])|.*[wW]eight")


@dataclass(frozen=True)
class Use:
    """A line of the picture: box ``head`` is computed from box ``tail``; whether a gradient comes back along it."""

    tail: int
    head: int
    returns: bool


@dataclass(frozen=True)
class State:
    """One state: start, forward, seed, backward or update; the box that it is about, and the lines at work."""

    phase: str
    box: int = -1
    uses: tuple[int, ...] = ()


@dataclass
class Frame:
    """The numbers of one round, in the order of the recording's boxes and lines.

    values     of the boxes
    gradients  the derivative of the result by each; None where no gradient goes
    slopes     the local derivative of each line
    brings     what comes back along each line
    sums       what the line's tail has received once it has come back
    after      the boxes that the update moves, and where to
    """

    number: int
    nodes: list[Value]
    folded: Fold
    lr: float | None
    values: list[float] = field(default_factory=list)
    gradients: list[float | None] = field(default_factory=list)
    slopes: list[float | None] = field(default_factory=list)
    brings: list[float | None] = field(default_factory=list)
    sums: list[float | None] = field(default_factory=list)
    after: dict[int, float] = field(default_factory=dict)


class Recording:
    """The boxes, lines and states of a graph, and a frame of numbers for each round.

    root     the result; without rounds it is computed once more, from what its leaves hold now
    rounds   the rounds to show, of that same graph
    trained  what the update moves; by default whatever leaf the rounds change, or the weights and biases
    lr       without rounds: the learning rate of the update w − lr·gradient
    digits   decimals of the printed numbers

    >>> w, x = Value(3.0, "w"), Value(2.0, "x")
    >>> recording = Recording((w * x).named("y"))
    >>> [(state.phase, recording.names[state.box]) for state in recording.states[1:-1]]
    [('forward', 'y'), ('seed', 'y'), ('backward', 'y')]
    >>> recording.frames[0].gradients
    [2.0, 3.0, 1.0]
    """

    def __init__(
        self,
        root: Value,
        rounds: Sequence[Round] = (),
        *,
        trained: Sequence[Value] | None = None,
        lr: float | None = None,
        digits: int = 9,
    ) -> None:
        rounds = rounds or [Round(0, again(root)[0], None, lr)]
        self.digits = digits
        self.root = first = rounds[0].root
        _name_all([round_.root for round_ in rounds])
        self.original = dict(zip(ancestors(first), ancestors(root), strict=True))
        self.reading = Reading(first, first, digits, unfold=0)  # what is to be a box has a name by now
        self.folded = self.reading.folded
        self.nodes = self.folded.nodes
        self.index = {node: i for i, node in enumerate(self.nodes)}
        self.names = [self.reading.names[node] for node in self.nodes]
        self.kinds = [kind_of(node, self.folded.region[node]) for node in self.nodes]
        self.uses = [
            Use(self.index[u], i, slope is not None and node.requires_grad)
            for i, node in enumerate(self.nodes)
            for u, slope in zip(self.folded.inputs[node], self.folded.partials[node], strict=True)
        ]
        self.into: list[list[int]] = [[] for _ in self.nodes]
        self.out_of: list[list[int]] = [[] for _ in self.nodes]
        for k, use in enumerate(self.uses):
            self.into[use.head].append(k)
            self.out_of[use.tail].append(k)
        self.ranks = ranks_of(len(self.nodes), [(use.tail, use.head) for use in self.uses])
        self.in_columns = sorted(range(len(self.nodes)), key=lambda i: (self.ranks[i], i))
        self.states = self._states()
        self.arrivals = [k for state in self.states if state.phase == "backward" for k in state.uses]
        self.updated = self._updated(trained, rounds)
        self.frames = [self._frame(round_) for round_ in rounds]

    # -- states -------------------------------------------------------------------------------------------------------

    def _states(self) -> list[State]:
        """Column by column from the left, as the picture is drawn; and back in the opposite order."""
        computed = [i for i in self.in_columns if self.nodes[i].op]
        last = len(self.nodes) - 1
        states = [State("start"), *(State("forward", i, tuple(self.into[i])) for i in computed)]
        if self.root.requires_grad:
            states.append(State("seed", last))
            for i in reversed(computed):
                lines = tuple(k for k in self.into[i] if self.uses[k].returns)
                if lines:
                    states.append(State("backward", i, lines))
        return [*states, State("update")]

    def _updated(self, trained: Sequence[Value] | None, rounds: Sequence[Round]) -> list[int]:
        """The boxes that an update moves: those of ``trained``, or whatever leaf changed, or the weights and biases.

        Where there is none of these, all leaves that need a gradient.
        """
        leaves = [i for i in self.in_columns if self.nodes[i].op is None and self.nodes[i].requires_grad]
        if trained is not None:
            chosen = set(trained)
            return [i for i in leaves if self.original[self.nodes[i]] in chosen]
        if len(rounds) > 1:
            copies = [dict(zip(ancestors(self.root), ancestors(later.root), strict=True)) for later in rounds[1:]]
            return [i for i in leaves if any(copy[self.nodes[i]].data != self.nodes[i].data for copy in copies)]
        return [i for i in leaves if self.kinds[i] == "trained"] or leaves

    @property
    def of_weights(self) -> bool:
        """Whether gradients go back to weights: to what is moved, or is called w, or trained by what is an error.

        In a plain expression, a·b + c, they go back to given numbers alone.
        """
        trained = [self.names[i] for i in self.updated if self.kinds[i] == "trained"]
        error = self.kinds[-1] == "error"
        return bool(self.frames[0].after or (trained and error) or any(map(_WEIGHT.match, trained)))

    def gets(self, box: int) -> int:
        """How many gradients come back to a box."""
        return sum(self.uses[k].returns for k in self.out_of[box])

    # -- numbers ------------------------------------------------------------------------------------------------------

    def _frame(self, round_: Round) -> Frame:
        folded = fold(round_.root)
        frame = Frame(round_.number, folded.nodes, folded, round_.lr)
        adjoint = adjoints(round_.root)
        frame.values = [node.data for node in folded.nodes]
        frame.gradients = [adjoint.get(node) for node in folded.nodes]
        frame.slopes = [slope for node in folded.nodes for slope in folded.partials[node]]
        for node in folded.nodes:
            brings: dict[Value, float] = {}
            for inner in reversed(folded.region[node]):
                for u, partial in zip(inner.inputs, inner.partials, strict=True):
                    if partial is not None and inner in adjoint:
                        brings[u] = brings.get(u, 0.0) + adjoint[inner] * partial
            frame.brings += [brings.get(u) for u in folded.inputs[node]]
        self._add_up(frame)
        for i in self.updated:
            g = frame.gradients[i]
            if round_.after is not None:
                frame.after[i] = round_.after[self.original[self.nodes[i]]]
            elif round_.lr is not None and g is not None:
                frame.after[i] = frame.values[i] - round_.lr * g
        return frame

    def _add_up(self, frame: Frame) -> None:
        """What each box has received after each line; after its last one that is the gradient, to the last bit."""
        received: dict[int, float] = {}
        missing = {i: self.gets(i) for i in range(len(self.nodes))}
        frame.sums = [None] * len(self.uses)
        for k in self.arrivals:
            tail, brings = self.uses[k].tail, frame.brings[k]
            assert brings is not None
            missing[tail] -= 1
            received[tail] = received[tail] + brings if tail in received else brings
            frame.sums[k] = received[tail] if missing[tail] else frame.gradients[tail]

    def gradient_at(self, frame: Frame, box: int, step: int) -> float | None:
        """What a box has received up to a step; None before anything has."""
        found = None
        for state in self.states[: step + 1]:
            if state.phase == "seed" and state.box == box:
                found = 1.0
            for k in state.uses if state.phase == "backward" else ():
                if self.uses[k].tail == box:
                    found = frame.sums[k]
        return found

    def value_at(self, frame: Frame, box: int, step: int) -> float | None:
        """A box's number once it is computed; None before."""
        done = {state.box for state in self.states[: step + 1] if state.phase == "forward"}
        return frame.values[box] if self.nodes[box].op is None or box in done else None


def _name_all(roots: Sequence[Value]) -> None:
    """Give the boxes of these graphs, copies of one and the same, names that are different from each other.

    A graph without names in it gets one for every operation, if there are not too many: else there would be one box.
    """
    first = ancestors(roots[0])
    place = {node: k for k, node in enumerate(first)}
    operations = [node for node in first if node.op]
    named = any(node.label for node in operations[:-1])
    singly = [] if named or len(operations) > SINGLY else operations
    reading = Reading(roots[0], roots[0], keep=singly, unfold=UNFOLDED)
    names = {place[node]: name for node, name in reading.names.items() if node is not roots[0]}
    for root in roots:  # some may have their names from a recording of fewer rounds
        nodes = ancestors(root)
        for k, name in names.items():
            if one_line(nodes[k].label) != name:
                nodes[k].label = name
