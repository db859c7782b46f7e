"""The flat program: what a function of scalars computes, operation after operation, nothing left of Python.

A program is a list of nodes in static single assignment form: node i applies one operation to nodes before it. Its
operations are fewer than the table's rows, because the table's rules have been run on symbols (``lower.py``) and only
what the rules are made of is left: ``+ - * /``, comparisons, ``where``, the native functions (exp, tanh, ...), and two
reductions of any length: ``dot`` (pairs a·b, added from left to right; a lone term is a pair with 1) and ``max``.
Choosing by a number that is data (``TABLES``) is the only thing that is done with a list: all else are numbers.

Equal nodes are one node (hash-consing), operations on constants are carried out while the program is built, and
``live()`` drops what no output needs. ``print(program)`` shows it line by line.

Every target (Python source, NumPy, LLVM) and the re-roller read this form.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from operator import add, ge, gt, le, lt, mul, ne, neg, sub, truediv
from typing import Any

from ..ieee import IEEE, Double
from ..operators import SIGNS
from ..ops import OPS, Arithmetic

__all__ = ["COMPARISONS", "MEANING", "OPERATORS", "SLOPES", "TABLES", "Builder", "Group", "Program", "slope_in"]

SLOPES = {"tanh_slope": "tanh", "sigmoid_slope": "sigmoid"}
"""Derivatives kept as one node, because a target computes them from the same exponential as the function itself.

Their meaning is the table's rule for that derivative and nothing else."""

COMPARISONS = ("lt", "le", "gt", "ge", "ne")
"""Their results are truths, which only ``where`` uses."""

TABLES = ("list", "take", "scatter", "entry")
"""What it takes to choose from a table and to differentiate that. A ``list`` is several nodes side by side, to choose
from; ``take(list, i)`` is entry number i. A ``scatter(list, i1, g1, i2, g2, ...)`` is as many zeros as the list has
entries, to which g1 is added at the place i1, then g2 at i2; ``entry(scatter, k)`` is what is there at place k."""


def _scatter(entries: Sequence[float], *pairs: float) -> list[Any]:
    totals = [Double(0.0)] * len(entries)
    for i, g in zip(pairs[::2], pairs[1::2], strict=True):
        totals[int(i)] = totals[int(i)] + g
    return totals


def slope_in(m: Arithmetic, name: str) -> Callable[..., Any]:
    """The derivative of a function of one number, as a function of that number alone, in this arithmetic."""
    op = OPS[name]
    return lambda x: op.partials[0](m, op.value(m, x), x)


OPERATORS: dict[str, Callable[..., Any]] = {
    "add": add, "sub": sub, "mul": mul, "div": truediv, "neg": neg, "lt": lt, "le": le, "gt": gt, "ge": ge,
}  # fmt: skip
"""What Python's operators do in every arithmetic."""

MEANING: dict[str, Callable[..., Any]] = {
    **OPERATORS,
    "ne": ne,
    "dot": lambda *xs: IEEE.total([*map(mul, xs[::2], xs[1::2])]),
    "max": lambda *xs: IEEE.largest(xs),
    "list": lambda *xs: xs,
    "take": lambda xs, i: xs[int(i)],
    "scatter": _scatter,
    "entry": lambda xs, k: xs[int(k)],
    **{slope: slope_in(IEEE, name) for slope, name in SLOPES.items()},
    **{name: getattr(IEEE, name) for name, op in OPS.items() if op.native},
}
"""What each operation of a program does, on ``Double`` numbers: the definition that every target must match.

A ``dot`` has its terms as pairs, one after the other: a1, b1, a2, b2, ..."""


@dataclass(frozen=True)
class Group:
    """A run of inputs or outputs that belong together, such as all parameters: they lie side by side in memory."""

    name: str
    nodes: tuple[int, ...]

    @property
    def size(self) -> int:
        return len(self.nodes)


class Program:
    """A list of nodes: node i is ``ops[i]`` of the nodes ``args[i]``, all before i.

    ops      names of operations; "input" and "const" have no arguments
    args     beside each, the numbers of the nodes that it takes
    numbers  the value of each const, by node
    labels   the user's name of a node, where it has one
    about    the node that a derivative is of, or by, if it has a label or is the sum of several terms
    inputs   groups of "input" nodes, in the order in which the function takes them
    outputs  groups of any nodes
    """

    __slots__ = ("about", "args", "inputs", "labels", "numbers", "ops", "outputs")

    def __init__(self) -> None:
        self.ops: list[str] = []
        self.args: list[tuple[int, ...]] = []
        self.numbers: dict[int, float] = {}
        self.labels: dict[int, str] = {}
        self.about: dict[int, int] = {}
        self.inputs: list[Group] = []
        self.outputs: list[Group] = []

    def __len__(self) -> int:
        return len(self.ops)

    def work(self) -> int:
        """How many scalar operations a run takes; each term of a dot is a multiplication and an addition.

        A list counts as its length: straight-line code puts its entries side by side, one by one.
        """
        free, long = ("input", "const"), ("dot", "list", "scatter")
        pairs = zip(self.ops, self.args, strict=True)
        return sum(len(args) if op in long else 1 for op, args in pairs if op not in free)

    def sizes(self) -> tuple[list[int], list[int]]:
        """How many numbers there are in each group of inputs, and in each group of outputs."""
        return [group.size for group in self.inputs], [group.size for group in self.outputs]

    def live(self, spare: Iterable[int] = ()) -> Program:
        """The program without what no output needs, renumbered. Inputs stay, used or not, but for those to spare."""
        needed = bytearray(len(self.ops))
        inputs, outputs = ({i for group in groups for i in group.nodes} for groups in (self.inputs, self.outputs))
        for i in inputs.difference(spare) | outputs:
            needed[i] = 1
        args = self.args
        for i in reversed(range(len(args))):
            if needed[i]:
                for j in args[i]:
                    needed[j] = 1
        new = Program()
        at = [-1] * len(self.ops)
        renumbered = at.__getitem__
        for i, op in enumerate(self.ops):
            if needed[i]:
                at[i] = len(new.ops)
                new.ops.append(op)
                new.args.append(tuple(map(renumbered, args[i])))
        new.finished_as(self, at)
        return new

    def finished_as(self, other: Program, at: Sequence[int]) -> None:
        """All but the operations as another program has it, whose node i is number at[i] here, or not here: −1."""
        self.numbers = {at[i]: x for i, x in other.numbers.items() if at[i] >= 0}
        self.labels = {at[i]: x for i, x in other.labels.items() if at[i] >= 0}
        self.about = {at[i]: at[j] for i, j in other.about.items() if at[i] >= 0 and at[j] >= 0}
        self.inputs, self.outputs = (
            [Group(g.name, tuple([at[i] for i in g.nodes if at[i] >= 0])) for g in groups]
            for groups in (other.inputs, other.outputs)
        )

    def run(self, *groups: Sequence[float]) -> list[list[float]]:
        """What the program computes, node by node, slowly: the definition. One list of numbers for each input group.

        >>> b = Builder()
        >>> x = b.input()
        >>> y = b.node("exp", (b.node("neg", (x,)),))
        >>> b.finish([("x", [x])], [("y", [y])]).run([0.0])
        [[1.0]]
        """
        at: list[Any] = [None] * len(self.ops)
        for group, numbers in zip(self.inputs, groups, strict=True):
            for i, x in zip(group.nodes, numbers, strict=True):
                at[i] = Double(x)
        for i, op in enumerate(self.ops):
            if op == "const":
                at[i] = Double(self.numbers[i])
            elif op != "input":
                at[i] = MEANING[op](*[at[j] for j in self.args[i]])
        return [[float(at[i]) for i in group.nodes] for group in self.outputs]

    def __str__(self) -> str:
        from .identifiers import identifiers  # which reads programs

        names = identifiers(self)
        for i, x in self.numbers.items():
            names[i] = f"{x:g}" if float(f"{x:g}") == x else repr(x)
        lines = []
        for i, op in enumerate(self.ops):
            if op in ("const", "input"):
                continue
            xs = [names[j] for j in self.args[i]]
            if op in SIGNS:
                text = f"{xs[0]} {SIGNS[op]} {xs[1]}"
            elif op == "neg":
                text = f"-{xs[0]}"
            elif op in ("take", "entry"):
                text = f"{xs[0]}[{xs[1]}]"
            elif op == "list":
                text = f"[{', '.join(xs)}]"
            elif op == "dot":
                pairs = zip(xs[::2], xs[1::2], strict=True)
                terms = [f"-{a}" if b == "-1" else a if b == "1" else b if a == "1" else f"{a}*{b}" for a, b in pairs]
                if terms[0] in xs and not terms[1:] and i not in self.labels:  # a sum of one number is that number
                    names[i] = terms[0]
                    continue
                text = " + ".join(terms).replace(" + -", " - ")
            else:
                text = f"{op.replace('_slope', chr(39))}({', '.join(xs)})"
            lines.append(f"{names[i]} = {text}")
        for g in self.outputs:
            lines.append(f"return {g.name} = [{', '.join(names[i] for i in g.nodes)}]")
        return "\n".join(lines)


class Builder:
    """Makes a program node by node; an equal node is found again instead of made, constants are folded.

    >>> b = Builder()
    >>> x = b.input()
    >>> b.node("mul", (x, x)) == b.node("mul", (x, x))
    True
    >>> half, two = b.const(0.5), b.const(2.0)
    >>> b.node("mul", (half, b.node("mul", (two, x)))) == x
    True

    ``exact`` leaves out the simplifications that may change a last bit.

    >>> print(b.finish([("x", [x])], [("y", [b.node("mul", (x, b.node("exp", (b.const(0.0),))))])]))
    return y = [x]
    """

    def __init__(self, exact: bool = False) -> None:
        self.program = Program()
        self.exact = exact
        self._known: dict[Any, int] = {}
        self.one = self.const(1.0)

    def input(self, label: str = "") -> int:
        self.program.ops.append("input")
        self.program.args.append(())
        if label:
            self.program.labels[len(self.program.ops) - 1] = label
        return len(self.program.ops) - 1

    def const(self, x: float) -> int:
        key = (float(x), math.copysign(1.0, x)) if x == x else "nan"
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = len(self.program.ops)
            self.program.ops.append("const")
            self.program.args.append(())
            self.program.numbers[found] = float(x)
        return found

    def node(self, op: str, args: tuple[int, ...]) -> int:
        """The node that applies ``op`` to ``args``."""
        key = (op, args)
        found = self._known.get(key)
        if found is not None:
            return found
        simpler = self._simpler(op, args)
        if simpler is not None:
            return simpler
        program = self.program
        found = self._known[key] = len(program.ops)
        program.ops.append(op)
        program.args.append(args)
        return found

    def _simpler(self, op: str, args: tuple[int, ...]) -> int | None:
        """What an operation comes down to without a node of its own, or None."""
        numbers, one = self.program.numbers, self.one
        if op != "list" and args[0] in numbers and all(i in numbers for i in args):
            return self.const(float(MEANING[op](*[Double(numbers[i]) for i in args])))
        if op == "mul" or op == "div":
            if args[1] == one:
                return args[0]
            if op == "mul" and args[0] == one:
                return args[1]
            if op == "mul" and not self.exact:
                factors = self._factors(*args)
                if factors != args:
                    return self.node("mul", factors)
        elif op == "neg" and self.program.ops[args[0]] == "neg":
            return self.program.args[args[0]][0]
        elif op == "where":
            if args[0] in numbers:
                return args[1] if numbers[args[0]] else args[2]
            if args[1] == args[2]:
                return args[1]
        elif op == "ne" and numbers.get(args[1]) == 0.0 and self.program.ops[args[0]] == "where":
            condition, yes, no = self.program.args[args[0]]
            if yes in numbers and no in numbers:  # a condition made a number, and asked whether that is true
                truths = numbers[yes] != 0.0, numbers[no] != 0.0
                return condition if truths == (True, False) else one if truths == (True, True) else None
        elif op == "pow" and args[1] in numbers:
            return self._power(args[0], numbers[args[1]])
        elif op == "dot":
            left, right = args[::2], args[1::2]
            if numbers.keys().isdisjoint(left) or numbers.keys().isdisjoint(right):  # as nearly all are
                return None
            pairs = list(zip(left, right, strict=True))
            if any(a in numbers and b in numbers and one not in (a, b) for a, b in pairs):
                return self.node("dot", tuple([i for a, b in pairs for i in self._product_of_numbers(a, b)]))
        return None

    def _product_of_numbers(self, a: int, b: int) -> tuple[int, int]:
        """A term of a dot; of two constants one of them is 1."""
        numbers = self.program.numbers
        if a in numbers and b in numbers:
            return self.const(float(Double(numbers[a]) * Double(numbers[b]))), self.one
        return a, b

    def _factors(self, a: int, b: int) -> tuple[int, int]:
        """The factors of a product; those of c·(d·x) with constants c and d are x and c·d.

        So the ½ of a loss and the 2 of a square cancel out. Constants far from 1 stay: what overflows is to overflow.
        """
        numbers, program = self.program.numbers, self.program
        c, x = (a, b) if a in numbers else (b, a)
        if c not in numbers or program.ops[x] != "mul":
            return a, b
        d, y = program.args[x]
        d, y = (d, y) if d in numbers else (y, d)
        if d not in numbers or y in numbers or not all(2.0**-64 < abs(numbers[k]) < 2.0**64 for k in (c, d)):
            return a, b
        return y, self.const(numbers[c] * numbers[d])

    def _power(self, x: int, exponent: float) -> int | None:
        """A power whose exponent is known. x·x is rounded once; a library's pow may differ from it in the last bit."""
        if exponent == 0.0:
            return self.one
        if exponent == 1.0:
            return x
        if self.exact or exponent not in (2.0, 3.0, 4.0):
            return None
        square = self.node("mul", (x, x))
        return {2.0: square}.get(exponent) or self.node("mul", (square, x if exponent == 3.0 else square))

    def dot(self, terms: Iterable[int]) -> int:
        """The sum of products of pairs, given one after the other; always a dot, also of a single pair."""
        pairs = tuple(terms)
        return self.node("dot", self._factors(*pairs) if len(pairs) == 2 and not self.exact else pairs)

    def label(self, i: int, label: str, about: int | None = None) -> None:
        """A name for a node, if it has none; ``about`` is what it is a derivative of."""
        if i not in self.program.labels:
            self.program.labels[i] = label
            if about is not None:
                self.program.about[i] = about

    def finish(
        self,
        inputs: Iterable[tuple[str, Sequence[int]]],
        outputs: Iterable[tuple[str, Sequence[int]]],
        spare: Iterable[int] = (),
    ) -> Program:
        """The finished program, without what no output needs; ``spare`` are inputs of which that may be said too."""
        self.program.inputs = [Group(name, tuple(nodes)) for name, nodes in inputs]
        self.program.outputs = [Group(name, tuple(nodes)) for name, nodes in outputs]
        return self.program.live(spare)
