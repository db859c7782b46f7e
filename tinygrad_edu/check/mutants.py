"""The check checked: how many planted faults does it catch?

Every fault of a catalogue is planted into every derivative rule of the table, and faults of another catalogue into the
reverse pass; then random expressions that use the faulty operation are checked until one check fails (mutation
testing: DeMillo, Lipton, Sayward 1978). The faults are those that autodiff libraries really had. The table itself is
never touched: an expression is computed with a copy of the row, so nothing that runs beside it sees a fault.
"""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from ..ieee import run
from ..ops import OPS, Primitive
from ..train.progress import ticks
from ..value import Value, record
from .expression import Builder, Expression, random_expression, random_value
from .judge import check
from .recorded import tiny
from .signature import Watch
from .strategies import as_names, at_least_1
from .subject import Run, Subject
from .walks import Reverse, reverse_pass
from .wrong_walks import WALK_FAULTS

__all__ = ["CATALOGUE", "RULE_FAULTS", "WALK_FAULTS", "MutationScore", "faulty", "mutation_score"]

Wrong = Callable[[Any, tuple[Any, ...]], Any]  # (the right partial, the inputs) -> the wrong one

RULE_FAULTS: dict[str, Wrong] = {
    "wrong sign": lambda d, xs: -d,
    "missing term": lambda d, xs: 0.0 * d,
    "factor 2": lambda d, xs: 2.0 * d,
    "relative 1e-3": lambda d, xs: d * (1.0 + 1e-3),
    "relative 1e-6": lambda d, xs: d * (1.0 + 1e-6),
    "offset 1e-3": lambda d, xs: d + 1e-3,
    "only for x < 0": lambda d, xs: -d if xs[0] < 0.0 else d,
    "only for |x| > 10": lambda d, xs: 1.5 * d if abs(xs[0]) > 10.0 else d,
    "only for |x| < 1e-2": lambda d, xs: 1.5 * d if abs(xs[0]) < 1e-2 else d,
    "ties counted twice": lambda d, xs: 2.0 * d if len(set(map(float, xs))) < len(xs) else d,
}
"""Faults of one partial derivative. Two more, "swapped arguments" and "stale value", change what a rule is given; and
"only near a kink" needs to know where the operation has its kinks."""

SWAPPED, STALE, NEAR_A_KINK = "swapped arguments", "stale value", "only near a kink"
CATALOGUE = (*RULE_FAULTS, SWAPPED, STALE, NEAR_A_KINK)
NEAR = 1e-3


def _near_a_kink(op: Primitive) -> Wrong:
    """1.5 times the derivative where one of the choices of the value changes sides close by."""
    watch = Watch()

    def wrong(d: Any, xs: tuple[Any, ...]) -> Any:
        at = list(map(float, xs))
        here = watch.sides(op, at)
        for i, x in enumerate(at):
            for step in (-NEAR * max(abs(x), 1.0), NEAR * max(abs(x), 1.0)):
                if watch.sides(op, [*at[:i], x + step, *at[i + 1 :]]) != here:
                    return 1.5 * d
        return d

    return wrong


def faulty(op: Primitive, fault: str, which: int = 0) -> Primitive:
    """A copy of a row whose partial derivative by the input ``which`` has a fault of the catalogue.

    >>> from tinygrad_edu.value import record
    >>> record(faulty(OPS["mul"], "wrong sign", 1), [Value(3.0), Value(2.0)]).partials
    (2.0, -3.0)
    """
    value, partials, textbook = op._rules
    wrong = _near_a_kink(op) if fault == NEAR_A_KINK else RULE_FAULTS.get(fault, lambda d, xs: d)

    def rule_of_list(m: Any, y: Any, *xs: Any, **params: Any) -> list[Any]:
        if fault == SWAPPED:
            return list(reversed(partials[0](m, y, *xs, **params)))
        if fault == STALE:
            return list(partials[0](m, y, *[x + 0.125 for x in xs], **params))
        found = list(partials[0](m, y, *xs, **params))
        found[which % len(found)] = wrong(found[which % len(found)], xs)
        return found

    def rule(m: Any, y: Any, *xs: Any, **params: Any) -> Any:
        if fault == SWAPPED:
            return partials[which](m, y, *reversed(xs), **params)
        if fault == STALE:  # as if the input had been changed after it was used
            return partials[which](m, y, *[x + 0.125 for x in xs], **params)
        return wrong(partials[which](m, y, *xs, **params), xs)

    rules = (rule_of_list,) if op.arity is None else (*partials[:which], rule, *partials[which + 1 :])
    return Primitive(op.name, value, rules, textbook, op.arity, op.notation, op.level, op.params)


# -- the score ---------------------------------------------------------------------------------------------------------


@dataclass
class MutationScore:
    """``caught`` and ``missed`` are lists of (operation, fault); ``checks`` how many checks each caught one took."""

    caught: list[tuple[str, str]] = field(default_factory=list)
    missed: list[tuple[str, str]] = field(default_factory=list)
    checks: list[int] = field(default_factory=list)

    def __bool__(self) -> bool:
        return not self.missed

    def __str__(self) -> str:
        faults = list(dict.fromkeys(fault for _, fault in [*self.caught, *self.missed]))
        width = max(map(len, ["fault", *faults]))
        lines = [f"{'fault':{width}}  caught  missed"]
        for fault in faults:
            caught, missed = (sum(f == fault for _, f in some) for some in (self.caught, self.missed))
            lines.append(f"{fault:{width}}  {caught:6}  {missed:6}")
        lines.append(f"{'all':{width}}  {len(self.caught):6}  {len(self.missed):6}")
        if self.checks:
            most = sorted(self.checks)
            lines.append(f"checks until caught: {most[len(most) // 2]} in the middle, {most[-1]} at most")
        lines += [f"missed: {fault} in {op}" for op, fault in self.missed]
        return "\n".join(lines)


def mutation_score(
    ops: Sequence[str] = (), faults: Sequence[str] = (), *, checks: int = 1000, seed: int = 0, progress: bool = True
) -> MutationScore:
    """Plant every fault into every rule and into the reverse pass, and check until it is caught.

    ``ops`` and ``faults`` choose some of them. A fault counts as missed after ``checks`` checks. Faults that change
    nothing are not planted (a factor in a derivative that is 0 everywhere, swapped arguments of a sum). The same seed
    gives the same score. The whole takes some minutes; ``progress`` shows a bar where somebody looks.

    >>> print(mutation_score(ops=["mul"], faults=["wrong sign", "relative 1e-6"]))
    fault          caught  missed
    wrong sign          2       0
    relative 1e-6       2       0
    all                 4       0
    checks until caught: ... in the middle, ... at most
    """
    at_least_1(checks=checks)
    ops, faults = as_names(ops), as_names(faults)
    score = MutationScore()
    planted = list(_mutants(ops, faults))
    walks = [fault for fault in WALK_FAULTS if not ops and (not faults or fault in faults)]
    with ticks(len(planted) + len(walks), progress) as tick:
        for name, fault, which in planted:
            label = name if OPS[name].arity in (None, 1) else f"{name} by input {which + 1}"
            table = {**OPS, name: faulty(OPS[name], fault, which)}
            taken = _until_caught(checks, f"{seed} {name} {fault} {which}", partial(_around, name), table)
            _enter(score, label, fault, taken)
            tick()
        for fault in walks:
            taken = _until_caught(checks, f"{seed} {fault}", random_expression, OPS, WALK_FAULTS[fault])
            _enter(score, "the reverse pass", fault, taken)
            tick()
    return score


def _enter(score: MutationScore, label: str, fault: str, taken: int) -> None:
    if taken:
        score.caught.append((label, fault))
        score.checks.append(taken)
    else:
        score.missed.append((label, fault))


def _mutants(ops: Sequence[str], faults: Sequence[str]) -> Iterator[tuple[str, str, int]]:
    known = [*CATALOGUE, *WALK_FAULTS]
    for unknown in [o for o in ops if o not in OPS]:
        raise ValueError(f"the table has no operation {unknown!r}")
    for unknown in [f for f in faults if f not in known]:
        raise ValueError(f"there is no fault {unknown!r}; there are: {', '.join(known)}")
    for fault in [f for f in CATALOGUE if not faults or f in faults]:
        for name in ops or list(OPS):
            for which in range(OPS[name].arity or 1):
                if _changes(name, fault, which):
                    yield name, fault, which


def _changes(name: str, fault: str, which: int) -> bool:
    """Whether the fault changes the derivative anywhere: at one of many points, by more than rounding.

    Points outside the operation's domain do not count, nor numbers so near 0 that no difference can show them.
    """
    op, wrong, rng = OPS[name], faulty(OPS[name], fault, which), random.Random(0)
    if fault == SWAPPED and op.arity == 1:
        return False
    for trial in range(1000):
        inputs = _inputs(name, rng, ("unit", "wide", "edge")[trial % 3])
        xs = [Value(x) for x in inputs]
        if not math.isfinite(run(op.value, *inputs)) or any(x and tiny(x) for x in inputs):
            continue
        for p, q in zip(record(op, xs).partials, record(wrong, xs).partials, strict=True):
            if p is not None and q is not None and abs(p - q) > 1e-7 * max(abs(p), abs(q), 1e-3):
                return True
    return False


def _inputs(name: str, rng: random.Random, regime: str) -> list[float]:
    """Numbers to give to an operation."""
    inputs = [random_value(rng, regime) for _ in range(OPS[name].arity or rng.randint(1, 5))]
    if name == "where" and rng.random() < 0.5:
        inputs[0] = 0.0  # else its third input would hardly ever count
    return inputs


def _around(name: str, rng: random.Random, regime: str) -> Expression:
    """A random expression that uses the operation ``name`` at least once, on inputs of its own or on results."""
    inputs = _inputs(name, rng, regime)
    builder = Builder(inputs)
    positions = list(range(len(inputs)))
    if rng.random() < 0.25:  # the same input twice: x·x, and ties
        positions = [rng.choice(positions) for _ in positions]
    builder.add(name, positions)
    if rng.random() < 0.5:
        after = OPS[rng.choice(("sin", "atan", "mul", "add", "sigmoid"))]
        builder.add(after.name, [len(builder.data) - 1, 0][: after.arity])
    return builder.finish()


class Spoiled(Subject):
    """An expression computed with another table."""

    def __init__(self, expression: Expression, table: Mapping[str, Primitive]) -> None:
        super().__init__(expression, list(expression.inputs))
        self._expression, self._table = expression, table

    def run(self, x: Sequence[float]) -> Run:
        leaves = [Value(number) for number in x]
        return Run(leaves, self._expression.on(self._table, leaves))


REGIMES = ("unit", "edge", "wide", "edge")


def _until_caught(
    checks: int, key: str, drawn: Callable[[random.Random, str], Expression], table: Mapping[str, Primitive],
    reverse: Reverse = reverse_pass,
) -> int:  # fmt: skip
    """How many checks of random expressions it takes; 0 if it is never caught."""
    rng = random.Random(key)
    for k in range(checks):
        if check(Spoiled(drawn(rng, REGIMES[k % 4]), table), reverse=reverse, confirm=False).failed:
            return k + 1
    return 0
