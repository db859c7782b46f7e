"""Pieces of Python, an arithmetic over them, and a program written in it: statements of straight-line code.

Run over pieces of code the table's rules write themselves in Python, so there is no list of formulae here. A result
that is used once and has no name of its own stands inside the expression that uses it, which is easier to read and
quicker; and inside a ``where`` it is computed only if it is chosen.

A sigmoid whose derivative is needed too is made of one exponential, y = e/(1 + e), and its derivative is y/(1 + e).
That is right in both tails; where e is infinite, y is 1.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import reduce
from operator import add, mul
from typing import Any

from ...operators import SIGNS, Operators
from ...ops import OPS, Arithmetic
from ..identifiers import identifiers
from ..program import COMPARISONS, SLOPES, TABLES, Program

__all__ = ["Code", "Statements", "literal"]

CHOICE, COMPARISON, SUM, PRODUCT, SIGN, ATOM = 0, 1, 2, 3, 4, 9  # how strongly a piece of code binds
TAIL = 0.001  # a derivative that is less is in the tails, where the textbook's form loses digits
LONGEST = 88  # characters of an expression that still goes into another one
TERMS = 8  # of a sum, in one line


class Code(Operators):
    """A piece of Python; every operation on it writes a longer one.

    >>> x = Code("x")
    >>> print(1.0 - (x + 2.0) * -x)
    1.0 - (x + 2.0)*-x
    """

    __slots__ = ("level", "text")

    def __init__(self, text: str, level: int = ATOM) -> None:
        self.text = text
        self.level = level

    def __str__(self) -> str:
        return self.text

    def at(self, level: int) -> str:
        """The text, in brackets if it binds more weakly than ``level``."""
        return self.text if self.level >= level else f"({self.text})"

    def do(self, op: str, *xs: Any) -> Code:
        a, b = _code(xs[0]), _code(xs[-1])
        if op == "neg":
            return Code(f"-{a.at(ATOM)}", SIGN)
        if op in COMPARISONS:
            return Code(f"{a.at(SUM)} {SIGNS[op]} {b.at(SUM)}", COMPARISON)
        if op == "mul" and "-1.0" in (a.text, b.text):
            return -b if a.text == "-1.0" else -a
        if op in ("mul", "div"):
            return Code(f"{a.at(PRODUCT)}{SIGNS[op]}{b.at(SIGN)}", PRODUCT)
        if b.text.startswith("-") and b.level >= PRODUCT:  # a + (−b) is a − b to the last bit
            return Code(f"{a.at(SUM)} {'-' if op == 'add' else '+'} {b.text[1:]}", SUM)
        return Code(f"{a.at(SUM)} {SIGNS[op]} {b.at(PRODUCT)}", SUM)

    def is_atom(self) -> bool:
        """Whether it is a name, a number, or an entry of a list."""
        return self.level == ATOM and "(" not in self.text and not self.text.startswith("[")


def _code(x: Any) -> Code:
    return x if isinstance(x, Code) else literal(float(x))


def literal(x: float) -> Code:
    """A number in a program; there may be a sign in front of it."""
    return Code(repr(x), SIGN)


def _where(condition: Any, a: Any, b: Any) -> Code:
    a, b = _code(a), _code(b)
    return Code(f"{a.at(COMPARISON)} if {_code(condition).at(COMPARISON)} else {b.at(CHOICE)}", CHOICE)


def _call(name: str) -> Callable[..., Code]:
    return lambda *xs: Code(f"{name}({', '.join([_code(x).text for x in xs])})")


CODE = Arithmetic({name: _call(name) for name, op in OPS.items() if op.native} | {"where": _where})
"""The arithmetic of pieces of code."""


class Statements:
    """The statements that compute what a program computes, in its order.

    exact     sigmoid and its derivative by the functions that the eager engine calls; else from one exponential
    named     the nodes that must have a name at the end; the outputs, if not given
    taken     names that mean something else
    labelled  whether all that has a label has a line of its own, which is easier to read and takes a little longer

    ``lines`` are pairs: a name and the expression that it becomes. ``code`` is what stands for a node where it is used:
    its name, a number, or an expression. ``taken`` are all names that mean something by now.
    """

    def __init__(
        self,
        program: Program,
        exact: bool = False,
        named: Iterable[int] | None = None,
        taken: Iterable[str] = (),
        labelled: bool = True,
    ) -> None:
        self.program, self.exact, self._labelled = program, exact, labelled
        functions = [name for name, op in OPS.items() if op.native]
        known = {*functions, *SLOPES, "inf", "nan", "int", "scatter", *taken}
        self.names = identifiers(program, known)
        self.taken = {*known, *self.names}
        self.lines: list[tuple[str, Code]] = []
        self.code: list[Code] = [Code(name) for name in self.names]
        for i, x in program.numbers.items():
            self.code[i] = literal(x)
        self._made = {(op, args[0]): i for i, (op, args) in enumerate(zip(program.ops, program.args)) if args}  # noqa: B905
        named = [i for g in program.outputs for i in g.nodes] if named is None else named
        self._denominators: dict[int, Code] = {}  # 1 + e, for each sigmoid whose derivative is needed
        self._uses = self._count(named)
        for i, op in enumerate(program.ops):
            if op not in ("input", "const"):
                self._write(i, op, program.args[i])

    def _count(self, named: Iterable[int]) -> list[int]:
        """How often each node is read. What is to have a name of its own counts as read more than once."""
        program = self.program
        uses = [0] * len(program)
        for op, args in zip(program.ops, program.args, strict=True):
            y = self._made.get((SLOPES[op], args[0])) if op in SLOPES else None
            if y is not None:
                uses[y] += 2
                if op == "sigmoid_slope" and not self.exact:  # made of what the sigmoid is made of
                    continue
            often = 2 if op == "max" or op in SLOPES else 1  # these rules read their inputs several times
            for j in args:
                uses[j] += often
        for i in [*(program.labels if self._labelled else ()), *named]:
            uses[i] += 2
        return uses

    def _write(self, i: int, op: str, args: tuple[int, ...]) -> None:
        xs = [self.code[j] for j in args]
        name = self.names[i]
        if op == "dot":
            terms = self._terms(args, xs)
            while len(terms) > TERMS:  # in several lines, for people and for the depth of Python's parser
                self.lines.append((name, reduce(add, terms[:TERMS])))
                terms = [Code(name), *terms[TERMS:]]
            value = reduce(add, terms)
        elif op == "max":
            for x in xs[1:-1]:
                self.lines.append((name, OPS["maximum"].value(CODE, xs[0], x)))
                xs[0] = Code(name)
            value = OPS["maximum"].value(CODE, xs[0], xs[-1]) if len(xs) > 1 else xs[0]
        elif op in SLOPES:
            value = self._slope(SLOPES[op], args[0], xs[0])
        elif op in TABLES:
            value = self._of_table(op, args, xs)
        elif op == "sigmoid" and not self.exact:
            value = self._sigmoid(i, args[0], xs[0])
        elif op in SIGNS or op == "neg":
            value = xs[0].do(op, *xs)
        else:
            value = getattr(CODE, op)(*xs)
        several = bool(self.lines) and self.lines[-1][0] == name  # the lines before begin what this one ends
        if several or (not value.is_atom() and (self._uses[i] > 1 or len(value.text) > LONGEST)):
            self.lines.append((name, value))
        else:
            self.code[i] = value

    def _of_table(self, op: str, args: tuple[int, ...], xs: list[Code]) -> Code:
        """Lists, what is chosen from them by number, and sums that are put together by number."""
        if op == "list":
            return Code(f"[{', '.join([x.text for x in xs])}]")
        if op == "scatter":
            return Code(f"scatter({len(self.program.args[args[0]])}, {', '.join([x.text for x in xs[1:]])})")
        number = self.program.numbers.get(args[1])
        place = f"int({xs[1]})" if number is None else str(int(number))
        return Code(f"{xs[0].at(ATOM)}[{place}]")

    def _terms(self, args: Sequence[int], xs: list[Code]) -> list[Code]:
        numbers = self.program.numbers
        terms = []
        for k in range(0, len(xs), 2):
            a, b = numbers.get(args[k]), numbers.get(args[k + 1])
            terms.append(xs[k + 1] if a == 1.0 else xs[k] if b == 1.0 else mul(xs[k], xs[k + 1]))
        return terms

    def _slope(self, name: str, at: int, x: Code) -> Code:
        """The derivative of a function, by its row of the table, or by the exponential that the function came from."""
        made = self._made.get((name, at))
        if made is None:
            y = Code(self.free(f"{name}_{self.names[at]}"))
            self.lines.append((y.text, getattr(CODE, name)(x)))
        else:
            y = self.code[made]
        if made in self._denominators:
            return y / self._denominators[made]
        if name == "tanh" and not self.exact:
            near = self._line(f"near_{y}", OPS[name].textbook[0](CODE, y, x))
            return _where(near > TAIL, near, _call(f"{name}_slope")(x))
        return OPS[name].partials[0](CODE, y, x)

    def _sigmoid(self, i: int, at: int, x: Code) -> Code:
        if ("sigmoid_slope", at) not in self._made:
            return 1.0 / (1.0 + CODE.exp(-x))
        e = self._line(f"e_{self.names[i]}", CODE.exp(x))
        below = self._denominators[i] = self._line(f"s_{self.names[i]}", 1.0 + e)
        return _where(Code(f"{below} == inf", COMPARISON), 1.0, e / below)

    def _line(self, name: str, value: Code) -> Code:
        """A variable of that value."""
        self.lines.append((self.free(name), value))
        return Code(self.lines[-1][0])

    def free(self, name: str) -> str:
        """The name, or one like it that nothing has yet."""
        while name in self.taken:
            name += "_"
        self.taken.add(name)
        return name
