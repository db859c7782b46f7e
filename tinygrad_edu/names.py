"""Arithmetic of names: run over it, the table's rules print themselves as a textbook would.

``y·(1 − y)`` over the name ``out_o1`` is ``out_o1·(1 − out_o1)``; so formulae and symbolic derivatives come from the
same rules as the numbers, and there is no second list of them. Products keep their numbers apart from their other
factors, which is all the simplification a derivation needs: ½·2·(t − o)·(−1) is −(t − o). This is no algebra system.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

from .asked import Numberless
from .graph import Fold, within_bounds
from .ops import OPS, Arithmetic, Primitive
from .value import Value

__all__ = [
    "NAMES", "Name", "bracketed", "formula", "local_derivatives", "number", "value", "write", "written_if_possible",
]  # fmt: skip

T = TypeVar("T")
SUM, PRODUCT, ATOM = 1, 2, 9  # how strongly a piece of text binds; the table's levels
MARK = "\ufdd0"  # around a mark that is not printed; no character, so no name has it
_MARKED = re.compile(f"{MARK}[^{MARK}]*{MARK}")


def number(x: float) -> str:
    """A number as a formula shows it: nine digits at most, no point where it has no fraction, a real minus sign.

    >>> number(2.0), number(-0.5), number(2 / 3)
    ('2', '−0.5', '0.666666667')
    """
    return f"{x:.9g}".replace("-", "−")


def bracketed(text: str) -> str:
    """What is printed beside others: in brackets if it begins with a minus sign."""
    return f"({text})" if text.startswith("−") else text


def value(text: str, of: object = None) -> Name:
    """A number already printed, to stand in a formula in the place of a name; a negative one gets its brackets.

    ``of`` is whose number it is: like their names, the numbers of two Values stay two, though they may be equal.

    >>> print(1.0 - value("−0.5"), "and", value("−0.5") * value("2"))
    1 − (−0.5) and (−0.5)·2
    >>> a, b = value("3", of="a"), value("3", of="b")
    >>> print(a + b, "and", a * a * b)
    3 + 3 and 3²·3
    """
    mark = "" if of is None else f"{MARK}{id(of)}{MARK}"
    return Name(mark + text, SUM if text.startswith("−") else ATOM)


def _plain(text: str) -> str:
    return _MARKED.sub("", text) if MARK in text else text


class Name(Numberless):
    """A formula: a number times a product of pieces of text, over another such product.

    >>> t, o = Name("t1"), Name("out_o1")
    >>> print(0.5 * 2.0 * (t - o) * -1.0)
    −(t1 − out_o1)
    >>> print(Name(coefficient=1.0) / 2.0 * 2.0 * (t - o), "and", Name(coefficient=1.0) / 4.0 * 2.0 * (t - o))
    t1 − out_o1 and (t1 − out_o1) / 2
    """

    __slots__ = ("coefficient", "divisors", "factors", "opposite", "over")

    def __init__(
        self,
        text: str = "",
        level: int = ATOM,
        coefficient: float = 1.0,
        factors: tuple[tuple[str, int], ...] = (),
        divisors: tuple[tuple[str, int], ...] = (),
        over: float = 1.0,
    ) -> None:
        self.coefficient, self.over = _reduced(coefficient, over)  # numbers: above the line and below it
        self.factors = ((text, level), *factors) if text else factors
        self.divisors = divisors
        self.opposite = ""  # of a comparison: the one that holds where this does not

    @property
    def called(self) -> str:  # type: ignore[override]
        """What it is, in a message."""
        return f"the name {self}"

    @property
    def is_number(self) -> bool:
        return not self.factors and not self.below

    @property
    def below(self) -> tuple[tuple[str, int], ...]:
        """All that is divided by."""
        return self.divisors if self.over == 1.0 else ((number(self.over), ATOM), *self.divisors)

    @property
    def level(self) -> int:
        if self.below or self.coefficient < 0.0 or (self.coefficient != 1.0 and self.factors):
            return PRODUCT
        factors = _powers(self.factors)
        return factors[0][1] if len(factors) == 1 else PRODUCT if factors else ATOM

    def __str__(self) -> str:
        return _plain(self.text())

    def text(self) -> str:
        """The formula with its marks: what larger ones are made of."""
        sign = "−" if self.coefficient < 0.0 else ""
        size = abs(self.coefficient)
        pieces = [number(size)] if size != 1.0 or not self.factors else []
        factors, divisors = _powers(self.factors), _powers(self.below)
        if factors and not pieces and not sign and not divisors and len(factors) == 1:
            return factors[0][0]
        above = sign + "·".join(pieces + [_wrap(*factor, PRODUCT + 1) for factor in factors])
        below = "·".join(_wrap(*divisor, PRODUCT + 1) for divisor in divisors)
        if not below:
            return above
        return f"{above} / {below if len(divisors) == 1 else f'({below})'}"

    def in_brackets(self, level: int = ATOM) -> str:
        """The formula as it is printed, in brackets if it binds more weakly than ``level``."""
        return _plain(self.inner(level))

    def as_factor(self, level: int = 2, first: bool = False) -> str:
        """The same beside others, in brackets also if it begins with a minus sign and is not the first of them.

        A quotient too, because not everybody reads what stands behind a / 3·w in the same way.

        >>> w = Name("w")
        >>> (-w).as_factor(), (-w).as_factor(first=True), (w + 1.0).as_factor(first=True), w.as_factor()
        ('(−w)', '−w', '(w + 1)', 'w')
        >>> (w / 3.0).as_factor(), (w / 3.0).as_factor(level=0), (w / 3.0 * (w / 3.0)).as_factor()
        ('(w / 3)', 'w / 3', '(w / 3)²')
        """
        text = self.in_brackets(PRODUCT + 1 if level and " / " in self.text() else level)
        return text if first else bracketed(text)

    def as_term(self) -> str:
        """The same beside other terms of a sum.

        >>> w = Name("w")
        >>> (w / 3.0).as_term(), (w + 1.0).as_term(), (-w).as_term()
        ('w / 3', '(w + 1)', '(−w)')
        """
        return bracketed(self.in_brackets(PRODUCT))

    def inner(self, level: int = ATOM) -> str:
        """The same with its marks."""
        return _wrap(self.text(), self.level, level)

    def __mul__(self, other: Any) -> Name:
        other = _name(other)
        if self.coefficient * other.coefficient == 0.0:
            return Name(coefficient=0.0)
        return Name(
            coefficient=self.coefficient * other.coefficient,
            factors=self.factors + other.factors,
            divisors=self.divisors + other.divisors,
            over=self.over * other.over,
        )

    def __truediv__(self, other: Any) -> Name:
        other = _name(other)
        if other.is_number and other.coefficient == 1.0:
            return self
        if other.is_number and not (self.is_number and abs(other.coefficient) > 1.0):
            return Name(f"{self.inner(PRODUCT)} / {other.inner(PRODUCT + 1)}", PRODUCT)
        if self.coefficient == 0.0:
            return self
        size = abs(other.coefficient)
        return Name(
            coefficient=(self.coefficient if other.coefficient == size else -self.coefficient) * other.over,
            factors=self.factors + other.divisors,
            divisors=self.divisors + other.factors,
            over=self.over * size,
        )

    def __add__(self, other: Any) -> Name:
        other = _name(other)
        if self.is_number and other.is_number:
            return Name(coefficient=self.coefficient + other.coefficient)
        if self.is_number and self.coefficient == 0.0:
            return other
        if other.is_number and other.coefficient == 0.0:
            return self
        alike = (self.factors, self.divisors, self.over) == (other.factors, other.divisors, other.over)
        if alike:  # x + x is 2·x
            return Name(factors=self.factors, divisors=self.divisors, over=self.over) * (
                self.coefficient + other.coefficient
            )
        if other.coefficient < 0.0:
            return Name(f"{self.text()} − {(-other).inner(PRODUCT)}", SUM)
        text = f"({other.text()})" if str(other).startswith("−") else other.text()
        return Name(f"{self.text()} + {text}", SUM)

    def __sub__(self, other: Any) -> Name:
        return self + -_name(other)

    def __neg__(self) -> Name:
        return self * -1.0

    def __radd__(self, other: Any) -> Name:
        return _name(other) + self

    def __rsub__(self, other: Any) -> Name:
        return _name(other) - self

    __rmul__ = __mul__

    def __rtruediv__(self, other: Any) -> Name:
        return _name(other) / self

    def __lt__(self, other: Any) -> Name:
        return _comparison(self, "<", "≥", other)

    def __le__(self, other: Any) -> Name:
        return _comparison(self, "≤", ">", other)

    def __gt__(self, other: Any) -> Name:
        return _comparison(self, ">", "≤", other)

    def __ge__(self, other: Any) -> Name:
        return _comparison(self, "≥", "<", other)


def _comparison(a: Name, sign: str, opposite: str, b: Any) -> Name:
    left, right = a.text(), _name(b).text()
    comparison = Name(f"{left} {sign} {right}", 0)
    comparison.opposite = f"{left} {opposite} {right}"
    return comparison


def _name(x: Any) -> Name:
    return x if isinstance(x, Name) else Name(coefficient=float(x))


def _wrap(text: str, level: int, needed: int) -> str:
    return text if level >= needed else f"({text})"


def _reduced(above: float, below: float) -> tuple[float, float]:
    """A fraction of whole numbers in its lowest terms; others as they are.

    >>> _reduced(2.0, 4.0), _reduced(-6.0, 3.0), _reduced(0.5, 2.0)
    ((1.0, 2.0), (-2.0, 1.0), (0.5, 2.0))
    """
    if below == 1.0 or not (above.is_integer() and below.is_integer() and max(abs(above), below) < 2.0**53):
        return above, below
    common = math.gcd(int(above), int(below))
    return above / common, below / common


def _powers(factors: tuple[tuple[str, int], ...]) -> list[tuple[str, int]]:
    """The factors with equal ones written as a power, each where it stood first."""
    if len(set(factors)) == len(factors):
        return list(factors)
    times: dict[tuple[str, int], int] = {}
    for factor in factors:
        times[factor] = times.get(factor, 0) + 1
    signs = {2: "²", 3: "³"}
    return [f if n == 1 else (_wrap(*f, ATOM) + signs.get(n, f"^{n}"), 3) for f, n in times.items()]


def _where(condition: Any, a: Any, b: Any) -> Name:
    """A choice; where one side is 0, with Iverson's bracket, which is 1 if what stands in it is true, and else 0."""
    condition, a, b = _name(condition), _name(a), _name(b)
    if condition.is_number:  # a comparison of numbers, which was made before
        return a if condition.coefficient else b
    if not condition.opposite:  # a number is true if it is not 0
        condition, opposite = Name(f"{condition.text()} ≠ 0", 0), f"{condition.text()} = 0"
    else:
        opposite = condition.opposite
    if b.is_number and b.coefficient == 0.0:
        return Name(f"[{condition.text()}]") * a
    if a.is_number and a.coefficient == 0.0:
        return Name(f"[{opposite}]") * b
    return Name(f"({a.text()} if {condition.text()} else {b.text()})")


def write(op: Primitive, inputs: Sequence[Any]) -> Name:
    """An operation on names, in its notation."""
    if op.name == "where":
        return _where(*inputs)
    if not op.notation:
        return _name(op.value(NAMES, *inputs))
    names = [_name(x) for x in inputs]
    if op.name == "pow" and names[1].is_number and names[1].coefficient == 1.0:
        return names[0]
    if op.name == "pow" and names[1].is_number and names[1].coefficient in (2.0, 3.0):
        return _name(1.0) * Name(*_powers(((names[0].inner(), ATOM),) * int(names[1].coefficient))[0])
    if op.level < ATOM:
        inner = [name.inner() for name in names]
        if op.name == "pow" and not inner[1].startswith("(") and set(inner[1]) & set("(|⌊⌈[−"):
            inner[1] = f"({inner[1]})"  # whoever raises exponents finds one name, one number or what is in brackets
        return Name(op.notation.format(*inner), op.level)
    changed = {key: x for key, x in op.params.items() if x != OPS[op.name].params[key]}
    settings = [f"{key}={number(x) if isinstance(x, float) else x}" for key, x in changed.items()]
    slots = op.notation if op.arity else op.notation.format(", ".join(["{}"] * len(names)))
    if settings:
        slots = slots.removesuffix(")") + ", " + ", ".join(settings) + ")"
    return Name(slots.format(*(name.text() for name in names)))


def _writer(op: Primitive) -> Any:
    return lambda *inputs, **params: write(op.bind(**params), inputs)


NAMES = Arithmetic({op.name: _writer(op) for op in OPS.values() if op.notation})
"""The arithmetic of names."""


# -- of a recorded graph ---------------------------------------------------------------------------------------------


def formula(folded: Fold, node: Value, names: Mapping[Value, str | Name]) -> Name:
    """How a kept node of a folded graph is computed from the kept nodes, called by ``names``.

    With numbers (``value``) in the place of names it is the formula with the numbers put in.

    >>> from tinygrad_edu.graph import fold
    >>> w, x = Value(0.5, "w"), Value(2.0, "x")
    >>> net = (w * x + 1.0).named("net")
    >>> print(formula(fold(net), net, {w: "w", x: "x"}))
    w·x + 1
    """
    return _name(node.data) if node.op is None else _written(folded, node, names)[node]


def local_derivatives(folded: Fold, node: Value, names: Mapping[Value, str | Name]) -> dict[Value, Name]:
    """The symbolic derivative of a kept node by each of the kept nodes that it is computed from.

    >>> from tinygrad_edu.graph import fold
    >>> t, o = Value(0.01, "t1"), Value(0.75, "out_o1")
    >>> E = (0.5 * (t - o).square()).named("E_o1")
    >>> print(local_derivatives(fold(E), E, {t: "t1", o: "out_o1", E: "E_o1"})[o])
    −(t1 − out_o1)
    """
    if node.op is None:
        return {}
    written = _written(folded, node, names, last=False)
    written[node] = called = _called(names[node])  # the derivative of a sigmoid is out·(1 − out): by its name
    for u in node.inputs:
        written.setdefault(u, _name(u.data))
    own = write(node.op, [written[u] for u in node.inputs]).text()
    adjoint: dict[Value, Name] = {node: Name(coefficient=1.0)}
    for inner in reversed(folded.region[node]):
        if inner not in adjoint:
            continue
        inputs = [written[u] for u in inner.inputs]
        slopes = _shown_as(inner, inner is node).derivatives(NAMES, written[inner], inputs, textbook=True)
        for u, recorded, slope in zip(inner.inputs, inner.partials, slopes, strict=True):
            if recorded is not None:
                slope = _name(slope)  # as of a softmax, where its formula comes out again: exp(x − logsumexp(x, ...))
                term = adjoint[inner] * (called if slope.factors and slope.text() == own else slope)
                adjoint[u] = _added(adjoint[u], term) if u in adjoint else term
    return {u: adjoint[u] for u in folded.inputs[node] if u in adjoint}


def _added(a: Name, b: Name) -> Name:
    """The sum of two terms; y − y·x is y·(1 − x)."""
    shared = a.factors and not (a.below or b.below) and b.factors[: len(a.factors)] == a.factors != b.factors
    if shared and abs(a.coefficient) == abs(b.coefficient) and a.coefficient != b.coefficient:
        return a * (1.0 - Name(factors=b.factors[len(a.factors) :]))
    return a + b


def _written(folded: Fold, node: Value, names: Mapping[Value, str | Name], last: bool = True) -> dict[Value, Name]:
    written = {u: _called(names[u]) for u in folded.inputs[node]}
    for inner in folded.region[node][: None if last else -1]:
        inputs = [written[u] if u in written else _name(u.data) for u in inner.inputs]
        for u, name in zip(inner.inputs, inputs, strict=True):
            written.setdefault(u, name)
        written[inner] = write(_shown_as(inner, last), inputs)
    return written


def _shown_as(inner: Value, clamps: bool) -> Primitive:
    """Its operation; in the middle of a formula whose derivative is taken, an idle clamp is what goes into it."""
    assert inner.op is not None
    return inner.op if clamps or not within_bounds(inner) else OPS["identity"]


def _called(name: str | Name) -> Name:
    return name if isinstance(name, Name) else Name(name)


def written_if_possible(write: Callable[[], T]) -> T | None:
    """What is written of names; None where a rule does not run on them: a learner's own, which uses ``math``."""
    try:
        return write()
    except (ArithmeticError, AttributeError, NotImplementedError, TypeError, ValueError):
        return None
