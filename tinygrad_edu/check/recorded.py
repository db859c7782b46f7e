"""The recorded computation run again at other inputs, in place of calls of the function.

Differences need some eighty values for each input. A call of the function records all of it again; here only what
depends on the input is computed, on floats, by the value rules of the table, so a function of a thousand inputs is
checked in seconds. No derivative rule takes part.

A recording shows neither what the function computes beside it (``float(x)``, ``detach()``, functions of math) nor the
branches that Python takes. So it is believed along an input only where calls of the function give the same, to the last
bit: at a few points that are moved along many inputs at once, in several directions. Where they do not, the inputs are
tried in halves, and those that remain are checked by calls alone.
"""

from __future__ import annotations

import itertools
import math
import random
from collections.abc import Callable, Sequence
from operator import itemgetter
from typing import Any

from ..graph import ancestors
from ..ieee import FLOATS
from ..ieee import run as compute
from ..ops import Primitive
from .signature import Signature
from .subject import Point, Run, Subject
from .terms import terms

__all__ = ["MIDDLE", "NEAREST", "SIDES", "STEPS", "Recorded", "magnitude", "tiny", "unit"]

NEAREST = -40
"""The smallest step of a difference is 2 to this power times the unit of the input."""

MIDDLE, FARTHEST = -20, -6
STEPS = (NEAREST, MIDDLE, FARTHEST)
"""Steps at which hidden parts are looked for: some hardly move, and show only at the larger ones."""

SIDES = (-1.0, 1.0)

DIRECTIONS = 8
"""So many directions, and their opposites, in which many inputs are moved at once."""


def tiny(x: float) -> bool:
    """Whether an input is as good as 0: no difference shows what a function does there and not at 0."""
    return abs(x) < 1e-30


def unit(x: float) -> float:
    """What steps from x are powers of 2 times of, so that x ± h is exact: |x|, or 1 where x is as good as 0."""
    return 1.0 if tiny(x) else magnitude(x)


def magnitude(x: float) -> float:
    """The power of 2 that is next below |x|, or is it."""
    return math.ldexp(0.5, math.frexp(x)[1])


Step = tuple[int, Callable[..., Any], Callable[[list[float]], Sequence[float]], Primitive | None]
"""An operation: its place, its value rule, what picks its inputs from the data, and itself if it makes choices."""


class Recorded:
    """One call of a subject, as a program. ``trusted`` are the inputs along which it stands for the function."""

    def __init__(self, subject: Subject, run: Run, base: Point) -> None:
        order = ancestors(run.output)
        number = {node: k for k, node in enumerate(order)}
        self._subject, self._base = subject, base
        self._exact = [node.data for node in order]
        self._leaves = [number.get(leaf, -1) for leaf in run.leaves]  # -1: the result does not depend on it
        self._terms = [number[node] for node, _ in terms(order)]
        inputs = [tuple([number[u] for u in node.inputs]) for node in order]
        self._steps: dict[int, Step] = {}
        self._users: list[list[int]] = [[] for _ in order]
        for k, node in enumerate(order):
            if node.op is not None:
                chooses = self._subject.watch.sides(node.op, [u.data for u in node.inputs]) != ()
                first, *more = inputs[k]
                pick = itemgetter(first, *more) if more else itemgetter(slice(first, first + 1))
                self._steps[k] = (k, node.op.value, pick, node.op if chooses else None)
            for i in set(inputs[k]):
                self._users[i].append(k)
        # What is a term or computes one, and is not only part of their sum.
        self._needed = set(self._terms)
        for k in reversed(range(len(order))):
            if k in self._needed:
                self._needed.update(inputs[k])
        self._along = -1  # the input that is moved now, the steps that depend on it, and what they give
        self._program: list[Step] = []
        self._data = list(self._exact)
        self.trusted = self._compared()

    def _dependent(self, i: int) -> list[Step]:
        """The operations that depend on an input and that the terms depend on, in order."""
        reached, stack = set(), [k for k in self._leaves[i : i + 1] if k >= 0]
        while stack:
            for user in self._users[stack.pop()]:
                if user in self._needed and user not in reached:
                    reached.add(user)
                    stack.append(user)
        return [self._steps[k] for k in sorted(reached)]

    def part(self, positions: Sequence[int]) -> Point:
        """The point of the recording, with the terms at these positions alone."""
        base = self._base
        some, weights = (tuple([xs[k] for k in positions]) for xs in (base.terms, base.weights))
        return Point(base.value, base.signature, base.constants, some, weights)

    def moved(self, i: int, to: float, base: Point, positions: Sequence[int]) -> Point:
        """The same, called ``base``, with input ``i`` elsewhere."""
        data, leaf = self._data, self._leaves[i]
        if self._along != i:
            for k in (self._leaves[self._along], *(step[0] for step in self._program)):
                data[k] = self._exact[k]
            self._along, self._program = i, self._dependent(i)
        if leaf >= 0:
            data[leaf] = to
        try:
            signature = self._run(self._program, data)
        except Exception as error:  # a rule of the user's
            return Point(math.nan, (), raised=f"{type(error).__name__}: {error}")
        some = tuple([data[self._terms[k]] for k in positions])
        value = sum([w * t for w, t in zip(base.weights, some, strict=True)])
        return Point(value, signature, base.constants, some, base.weights)

    def _run(self, program: Sequence[Step], data: list[float]) -> Signature:
        """Compute these operations again in ``data``; the signature."""
        signature = self._base.signature
        changed: list[Any] | None = None
        for k, value, pick, chooses in program:
            xs = pick(data)
            try:  # ``compute``, without another call for each operation
                data[k] = value(FLOATS, *xs)
            except (ArithmeticError, ValueError):
                data[k] = compute(value, *xs)
            if chooses is not None and (sides := self._subject.watch.sides(chooses, list(xs))) != signature[k][2]:
                changed = changed or list(signature)
                changed[k] = (*signature[k][:2], sides)
        return tuple(changed) if changed else signature

    def hides(self, i: int) -> bool:
        """Whether a call beside the point is off on the same branch: something moves with the input, unrecorded."""
        x, every = self._subject.x[i], range(len(self._terms))
        base, step = self.part(every), math.ldexp(unit(x), MIDDLE)
        for to in (x - step, x + step):
            again, called = self.moved(i, to, base, every), self._subject.moved(i, to)
            if called.signature == again.signature:
                size = sum(abs(w * t) for w, t in zip(base.weights, again.terms, strict=True))
                if abs(called.value - again.value) > 1e-10 * size:
                    return True
        return False

    # -- is it what the function computes? -----------------------------------------------------------------------------

    def _compared(self) -> set[int]:
        rng = random.Random(2)
        groups, found = [[i for i, x in enumerate(self._subject.x) if math.isfinite(x)]], set()
        while groups:
            group = groups.pop()
            if group and self._stands_for_calls(group, rng):
                found.update(group)
            elif len(group) > 1:
                groups += [group[len(group) // 2 :], group[: len(group) // 2]]
        return found

    def _stands_for_calls(self, group: list[int], rng: random.Random) -> bool:
        if len(group) <= 3:
            directions = list(itertools.product(SIDES, repeat=len(group)))
        else:
            some = [[rng.choice(SIDES) for _ in group] for _ in range(DIRECTIONS)]
            directions = [tuple(sign * d for d in one) for one in some for sign in SIDES]
        steps = [(NEAREST, one) for one in directions[1:-1]]
        steps += [(step, one) for step in STEPS for one in (directions[0], directions[-1])]
        return all(self._agree(group, *step) for step in steps)

    def _agree(self, group: list[int], exponent: int, direction: Sequence[float]) -> bool:
        """Whether a call gives what the recording does, with a group of inputs moved."""
        x = list(self._subject.x)
        for i, sign in zip(group, direction, strict=True):
            x[i] += sign * math.ldexp(unit(x[i]), exponent)
        data = list(self._exact)
        for k, number in zip(self._leaves, x, strict=True):
            if k >= 0:
                data[k] = number
        try:
            signature = self._run(list(self._steps.values()), data)
        except Exception:
            return False
        # After that: a rule may read what the function left behind in its last call, which is stale at other points.
        called = self._subject.point(x)
        if exponent == FARTHEST and called.signature != signature:
            return True  # beyond a border or another branch, which says nothing of this one
        again = [data[-1], self._base.constants, tuple(data[k] for k in self._terms), self._base.weights]
        seen = [called.value, called.constants, called.terms, called.weights]
        if called.signature == signature and repr(seen) == repr(again):
            return True
        if repr(self._subject.point(x)) != repr(called):
            raise self._subject.not_deterministic()
        return False
