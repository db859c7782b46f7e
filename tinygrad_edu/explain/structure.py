"""The structure of a derivation: factors, branches and sections, found without listing paths.

A Value that one other uses is a step of a chain, and its derivative is a product. A Value that several use is a branch
point: its derivative is a sum with one term for each of them (the adjoint equation, Griewank and Walther, Evaluating
Derivatives, chapter 3). A chain ends at the result, or at the next branch point, or at a Value that an earlier chain
ran through; the latter two are referred to and never worked out again. So the derivation has as many factors as there
are Values and uses of them, however many paths there are.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace

from ..value import Value
from .reading import Reading

__all__ = ["BRANCHES", "LONGEST", "Branch", "Factor", "Section", "derive"]

BRANCHES = 4  # of one branch point that are worked out; the others are summed
LONGEST = 12  # factors of a chain that are written out; the ones in its middle are composed


@dataclass(frozen=True)
class Factor:
    """∂top/∂bottom: a local derivative, or the derivative by something that was worked out before.

    ``number``  its value
    ``edge``    the use whose local derivative it is; None if it is composed of several or refers to an earlier line
    ``steps``   how many local derivatives it is made of
    ``refers``  "sum" to a section, "chain" to a Value in the middle of an earlier chain, "" for no reference
    """

    reading: Reading = field(repr=False)
    top: Value
    bottom: Value
    number: float
    edge: tuple[Value, Value] | None = None
    steps: int = 1
    refers: str = ""

    @property
    def symbol(self) -> str:
        """The local derivative as a formula, such as ``out_o1·(1 − out_o1)``; "" where it has none."""
        slope = self.reading.slope(*self.edge) if self.edge else None
        return "" if slope is None else self.reading.spell(str(slope))

    @property
    def name(self) -> str:
        """What it is, as ``∂out_o1/∂net_o1``."""
        return self.reading.spell(self.reading.fraction(self.top, self.bottom))


@dataclass(frozen=True)
class Branch:
    """What comes back to a branch point through one of the Values that use it: the product of its factors."""

    user: Value
    top: Value  # what the factors start from: the result, or what is nothing but added into it
    factors: list[Factor]
    value: float


@dataclass(frozen=True)
class Section:
    """The derivative by a branch point: the sum over its branches; ``others`` are the weaker ones, only summed."""

    node: Value
    branches: list[Branch]
    others: int
    others_value: float
    value: float


def derive(reading: Reading, everything: bool) -> tuple[list[Section], list[Factor], float]:
    """The sections, those nearest to the result first; the factors of the last chain; and the value it comes to.

    With ``everything`` factors of exactly 1 are kept too, and long chains and weak branches written out.
    """
    worked_out: dict[Value, str] = {reading.root: ""}
    known = {reading.root: 1.0}
    added = set() if everything else _only_added(reading)
    sections = []
    rank: dict[Value, int] = {}  # how far from the result: h1 comes before h2, and both after what they feed
    for node in reversed(reading.way):
        rank[node] = 1 + max((rank[user] for user in reading.users[node]), default=0)
    for node in sorted(reading.way, key=lambda node: rank[node]):
        if len(reading.users[node]) > 1:
            section = _section(reading, node, worked_out, known, added, rank, everything)
            sections.append(section)
            worked_out[node], known[node] = "sum", section.value
    if reading.wrt in known:
        return sections, [], known[reading.wrt]
    chain = _chain(reading, [reading.wrt], worked_out, known, added)
    factors = _readable(reading, chain, everything)
    return sections, factors, math.prod(factor.number for factor in factors)


def _section(
    reading: Reading, node: Value, worked_out: dict[Value, str], known: dict[Value, float], added: set[Value],
    rank: dict[Value, int], everything: bool,
) -> Section:  # fmt: skip
    users = reading.users[node]
    share = {user: reading.adjoint[user] * reading.partial[user, node] for user in users}
    strongest = set(users)
    if not everything:  # nan is the strongest of all
        strongest = set(sorted(users, key=lambda user: (share[user] == share[user], -abs(share[user])))[:BRANCHES])
    branches, from_root = [], []
    for user in users:
        if user in strongest:
            chain = _chain(reading, [node, user], worked_out, known, added)
            several = _reached(reading, users, user, chain, rank)
            factors = _readable(reading, chain, everything, several)
            value = math.prod(factor.number for factor in factors)
            from_root.append(Branch(user, reading.root, factors, value))
            if not everything:  # ∂E_o1 in place of ∂E_total, where ∂E_total/∂E_o1 is 1
                while _is_one(reading, chain[0]) and len(chain) > 1:
                    chain = chain[1:]
                factors = _readable(reading, chain, everything, several)
            branches.append(Branch(user, factors[0].top, factors, value))
    others = [share[user] for user in users if user not in strongest]
    parts = [branch.value for branch in branches] + others
    shared = len({branch.top for branch in branches}) < len(branches) or any(b.factors[0].refers for b in branches)
    if shared or others:  # ∂E_o1/∂b would mean more than one of the branches
        branches = from_root
    return Section(node, branches, len(others), total(others), total(parts))


def _chain(
    reading: Reading, nodes: list[Value], worked_out: dict[Value, str], known: dict[Value, float], added: set[Value]
) -> list[Factor]:
    """The factors on the way up from the last of ``nodes``, from the top down; the Values on it are now worked out.

    What is nothing but ``added`` into the result is passed: no line says that the derivative by it is 1.
    """
    while nodes[-1] not in worked_out or nodes[-1] in added:
        nodes.append(reading.users[nodes[-1]][0])
    top = nodes[-1]
    factors = []
    if top is not reading.root:
        factors.append(Factor(reading, reading.root, top, known[top], refers=worked_out[top]))
    value = known[top]
    for k in range(len(nodes) - 1, 0, -1):
        user, node = nodes[k], nodes[k - 1]
        slope = reading.partial[user, node]
        factors.append(Factor(reading, user, node, slope, (user, node)))
        value *= slope
        worked_out[node], known[node] = "chain", value  # for a branch point until its section is complete
    return factors


def _reached(
    reading: Reading, users: list[Value], user: Value, chain: list[Factor], rank: dict[Value, int]
) -> set[Value]:
    """What the chain may run through and is reached without its ``user`` too: on the node it depends in several ways.

    Up to where the chain begins.
    """
    highest = rank[chain[0].bottom if chain[0].refers else chain[0].top]
    stack = [other for other in users if other is not user]
    reached = set(stack)
    while stack:
        for above in reading.users[stack.pop()]:
            if above not in reached and rank[above] >= highest:
                reached.add(above)
                stack.append(above)
    return reached


def _readable(reading: Reading, chain: list[Factor], everything: bool, several: Collection[Value] = ()) -> list[Factor]:
    if everything:
        return chain
    factors = _without_ones(reading, chain, several)
    if len(factors) > LONGEST:
        head, tail = factors[: LONGEST // 2], factors[-(LONGEST // 2 - 1) :]
        middle = factors[len(head) : -len(tail)]
        number = math.prod(factor.number for factor in middle)
        composed = Factor(reading, middle[0].top, middle[-1].bottom, number, steps=len(middle))
        factors = [*head, composed, *tail]
    return factors


def _without_ones(reading: Reading, chain: list[Factor], several: Collection[Value]) -> list[Factor]:
    """∂a/∂b·∂b/∂c is ∂a/∂c where one of the two is exactly 1 whatever the numbers are, as in a sum.

    Not where ∂a/∂c would say more: c, in which the chain ends, acts on the ``several`` in other ways too.
    """
    factors: list[Factor] = []
    ones: list[Factor] = []  # those left out since the last one that was kept
    for factor in chain:
        last = factor is chain[-1]
        if _is_one(reading, factor) and not last:
            ones.append(factor)
            continue
        if ones and not (last and ones[0].top in several):
            factor = replace(factor, top=ones[0].top)
        elif ones:
            factors.append(replace(ones[-1], top=ones[0].top))
        if last and _is_one(reading, factor) and factors and not (factors[-1].refers or factors[-1].top in several):
            factors[-1] = replace(factors[-1], bottom=factor.bottom)
        else:
            factors.append(factor)
        ones = []
    return factors


def _only_added(reading: Reading) -> set[Value]:
    """The Values by which the derivative of the result is 1 whatever the numbers are, on the one way there is."""
    added: set[Value] = set()
    for node in reversed(reading.way[:-1]):
        if len(reading.users[node]) == 1:
            user = reading.users[node][0]
            step = Factor(reading, user, node, reading.partial[user, node], (user, node))
            if (user is reading.root or user in added) and _is_one(reading, step):
                added.add(node)
    return added


def _is_one(reading: Reading, factor: Factor) -> bool:
    if factor.number != 1.0 or factor.edge is None:
        return False
    slope = reading.slope(*factor.edge)
    return slope is not None and slope.is_number


def total(parts: Sequence[float]) -> float:
    """The sum in order, which unlike ``fsum`` may meet inf − inf."""
    result = 0.0
    for part in parts:
        result += part
    return result
