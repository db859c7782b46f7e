"""The way between a Value and a result, and the chain rule along it as a product of factors.

Paths are never listed; a net has thousands. A node that all paths run through ends a factor, and what lies between two
such nodes is one factor: a local derivative, or a sum over the branches that leave the lower one.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from ..value import Value
from .reading import Reading

__all__ = ["Factor", "Way", "slope"]


@dataclass
class Factor:
    """∂top/∂bottom: one local derivative, or (``branches``) a sum of what comes back over several nodes."""

    top: Value
    bottom: Value
    value: float
    branches: list[tuple[Value, Value, float]]  # each: the node it is named by, the first node of the branch, its share


class Way:
    """The kept nodes from ``wrt`` up to the root, both included, each after what it uses; none if there is no way.

    ``users`` says for each of them who on the way uses it.
    """

    def __init__(self, reading: Reading, wrt: Value) -> None:
        self.reading, self.wrt = reading, wrt
        above = {wrt}
        for node in reading.nodes:
            if node is not wrt and any(u in above for u in _differentiable(reading, node)):
                above.add(node)
        below = {reading.root}
        for node in reversed(reading.nodes):
            if node in below:
                below.update(_differentiable(reading, node))
        there = reading.root in above
        self.nodes = [node for node in reading.nodes if there and node in above and node in below]
        self.users: dict[Value, list[Value]] = {node: [] for node in self.nodes}
        for node in self.nodes:
            for u in _differentiable(reading, node):
                if u in self.users and node is not wrt:
                    self.users[u].append(node)

    def brings(self, user: Value, node: Value) -> float:
        """What comes back to a node through one of its users."""
        return self.reading.adjoint[user] * slope(self.reading, user, node)

    def factors(self) -> list[Factor]:
        """∂root/∂wrt as a product, from the root down: its value is the product of the factors' values."""
        place = {node: i for i, node in enumerate(self.nodes)}
        cuts, reach = [self.wrt], 0
        for i, node in enumerate(self.nodes):
            if i and i == reach:
                cuts.append(node)
            reach = max([reach, *(place[user] for user in self.users[node])])
        found = []
        for bottom, top in pairwise(cuts):
            if self.users[bottom] == [top]:
                found.append(Factor(top, bottom, slope(self.reading, top, bottom), []))
            else:
                found.append(self._sum(self.nodes[place[bottom] : place[top] + 1]))
        found.reverse()
        return _without_ones(found)

    def _sum(self, part: list[Value]) -> Factor:
        """∂top/∂bottom where several branches lead from one to the other: a reverse pass between the two."""
        bottom, top, users = part[0], part[-1], self.users
        adjoint = dict.fromkeys(part, 0.0)
        adjoint[top] = 1.0
        for node in reversed(part):
            if node is not bottom:
                for u in _differentiable(self.reading, node):
                    if u in adjoint:
                        adjoint[u] += adjoint[node] * slope(self.reading, node, u)
        feeds = dict.fromkeys(part, 0)
        for node in part[:-1]:
            for user in users[node]:
                feeds[user] += 1
        branches = []
        for user in users[bottom]:
            share = adjoint[user] * slope(self.reading, user, bottom)
            branches.append((self._named_by(user, top, feeds), user, share))
        return Factor(top, bottom, adjoint[bottom], branches)

    def _named_by(self, first: Value, top: Value, feeds: dict[Value, int]) -> Value:
        """What a branch is named by: its last node, E_o1, if it is a chain that is simply added in; else the top."""
        node = first
        while node is not top:
            if feeds[node] != 1 or len(self.users[node]) != 1:
                return top
            above = self.users[node][0]
            if above is top:
                return node if self.reading.partial(top, node) == 1.0 else top
            node = above
        return top


def slope(reading: Reading, node: Value, by: Value) -> float:
    """The local derivative of a node on the way by one that it uses, where there is one."""
    found = reading.partial(node, by)
    assert found is not None, "what no derivative leads through is not on the way"
    return found


def _differentiable(reading: Reading, node: Value) -> list[Value]:
    pairs = zip(reading.folded.inputs[node], reading.folded.partials[node], strict=True)
    return [u for u, d in pairs if d is not None]


def _without_ones(found: list[Factor]) -> list[Factor]:
    """Factors of exactly 1 are left out: E_total = E_o1 + E_o2 changes nothing, ∂E_total/∂out_o1 is ∂E_o1/∂out_o1."""
    shorter: list[Factor] = []
    pending: Value | None = None
    for factor in found:
        if factor.value == 1.0 and not factor.branches:
            pending = factor.top if pending is None else pending
            continue
        shorter.append(Factor(factor.top if pending is None else pending, factor.bottom, factor.value, factor.branches))
        pending = None
    if pending is not None and shorter:
        shorter[-1] = Factor(shorter[-1].top, found[-1].bottom, shorter[-1].value, shorter[-1].branches)
    return shorter or [Factor(factor.top, found[-1].bottom, 1.0, []) for factor in found[:1]]
