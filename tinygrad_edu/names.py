"""Arithmetic of names: run over it, the table's rules print themselves as a textbook would.

``y·(1 − y)`` over the name ``out_o1`` is ``out_o1·(1 − out_o1)``; so formulae and symbolic derivatives come from the
same rules as the numbers, and there is no second list of them. Products keep their numbers apart from their other
factors, which is all the simplification a derivation needs: ½·2·(t − o)·(−1) is −(t − o). This is no algebra system.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from .graph import Fold
from .ops import OPS, Arithmetic, Primitive
from .value import Value

__all__ = ["NAMES", "Name", "formula", "local_derivatives", "number"]

SUM, PRODUCT, ATOM = 1, 2, 9  # how strongly a piece of text binds; the table's levels


def number(x: float) -> str:
    """A number as a formula shows it: no point where it has no fraction, a real minus sign.

    >>> number(2.0), number(-0.5)
    ('2', '−0.5')
    """
    text = repr(float(x)).removesuffix(".0")
    return text.replace("-", "−")


class Name:
    """A formula: a number times a product of pieces of text, over another such product.

    >>> t, o = Name("t1"), Name("out_o1")
    >>> print(0.5 * 2.0 * (t - o) * -1.0)
    −(t1 − out_o1)
    """

    __slots__ = ("coefficient", "divisors", "factors")

    def __init__(
        self,
        text: str = "",
        level: int = ATOM,
        coefficient: float = 1.0,
        factors: tuple[tuple[str, int], ...] = (),
        divisors: tuple[tuple[str, int], ...] = (),
    ) -> None:
        self.coefficient = coefficient
        self.factors = ((text, level), *factors) if text else factors
        self.divisors = divisors

    @property
    def is_number(self) -> bool:
        return not self.factors and not self.divisors

    @property
    def level(self) -> int:
        if self.divisors or self.coefficient < 0.0:
            return PRODUCT
        if self.coefficient != 1.0 and self.factors:
            return PRODUCT
        return self.factors[0][1] if len(self.factors) == 1 else PRODUCT if self.factors else ATOM

    def __str__(self) -> str:
        sign = "−" if self.coefficient < 0.0 else ""
        size = abs(self.coefficient)
        pieces = [number(size)] if size != 1.0 or not self.factors else []
        if self.factors and not pieces and not sign and not self.divisors and len(self.factors) == 1:
            return self.factors[0][0]
        above = sign + "·".join(pieces + [_wrap(*factor, PRODUCT + 1) for factor in self.factors])
        below = "·".join(_wrap(*divisor, PRODUCT + 1) for divisor in self.divisors)
        if not below:
            return above
        return f"{above} / {below if len(self.divisors) == 1 else f'({below})'}"

    def in_brackets(self, level: int = ATOM) -> str:
        """The text, in brackets if it binds more weakly than ``level``."""
        return _wrap(str(self), self.level, level)

    def __mul__(self, other: Any) -> Name:
        other = _name(other)
        return Name(
            coefficient=self.coefficient * other.coefficient,
            factors=self.factors + other.factors,
            divisors=self.divisors + other.divisors,
        )

    def __truediv__(self, other: Any) -> Name:
        other = _name(other)
        if other.is_number:
            return Name(str(self.in_brackets(PRODUCT)) + " / " + str(other), PRODUCT)
        return Name(
            coefficient=self.coefficient,
            factors=self.factors + other.divisors,
            divisors=self.divisors
            + (() if other.coefficient == 1.0 else ((number(other.coefficient), ATOM),))
            + other.factors,
        )

    def __add__(self, other: Any) -> Name:
        other = _name(other)
        if self.is_number and other.is_number:
            return Name(coefficient=self.coefficient + other.coefficient)
        if self.is_number and self.coefficient == 0.0:
            return other
        if other.is_number and other.coefficient == 0.0:
            return self
        if other.coefficient < 0.0:
            return Name(f"{self} − {(-other).in_brackets(PRODUCT)}", SUM)
        return Name(f"{self} + {other}", SUM)

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
        return Name(f"{self} < {_name(other)}", 0)

    def __le__(self, other: Any) -> Name:
        return Name(f"{self} ≤ {_name(other)}", 0)

    def __gt__(self, other: Any) -> Name:
        return Name(f"{self} > {_name(other)}", 0)

    def __ge__(self, other: Any) -> Name:
        return Name(f"{self} ≥ {_name(other)}", 0)


def _name(x: Any) -> Name:
    return x if isinstance(x, Name) else Name(coefficient=float(x))


def _wrap(text: str, level: int, needed: int) -> str:
    return text if level >= needed else f"({text})"


def _where(condition: Any, a: Any, b: Any) -> Name:
    condition, a, b = _name(condition), _name(a), _name(b)
    if a.is_number and b.is_number and (a.coefficient, b.coefficient) == (1.0, 0.0):
        return Name(f"[{condition}]")  # Iverson's bracket: 1 if true, else 0
    return Name(f"({a} if {condition} else {b})")


def write(op: Primitive, inputs: Sequence[Any]) -> Name:
    """An operation on names, in its notation."""
    if op.name == "where":
        return _where(*inputs)
    if not op.notation:
        return _name(op.value(NAMES, *inputs))
    names = [_name(x) for x in inputs]
    if op.level < ATOM:
        return Name(op.notation.format(*(name.in_brackets() for name in names)), op.level)
    settings = [f"{key}={value}" for key, value in op.params.items() if value != OPS[op.name].params[key]]
    slots = op.notation if op.arity else op.notation.format(", ".join(["{}"] * len(names)))
    if settings:
        slots = slots.removesuffix(")") + ", " + ", ".join(settings) + ")"
    return Name(slots.format(*names))


def _writer(op: Primitive) -> Any:
    return lambda *inputs, **params: write(op.bind(**params), inputs)


NAMES = Arithmetic({op.name: _writer(op) for op in OPS.values() if op.notation})
"""The arithmetic of names."""


# -- of a recorded graph ---------------------------------------------------------------------------------------------


def formula(folded: Fold, node: Value, names: dict[Value, str]) -> Name:
    """How a kept node of a folded graph is computed from the kept nodes, called by ``names``.

    >>> from tinygrad_edu.graph import fold
    >>> w, x = Value(0.5, "w"), Value(2.0, "x")
    >>> net = (w * x + 1.0).named("net")
    >>> print(formula(fold(net), net, {w: "w", x: "x"}))
    w·x + 1
    """
    written = _written(folded, node, names)
    if node.op is None:
        return _name(node.data)
    return written[node]


def local_derivatives(folded: Fold, node: Value, names: dict[Value, str]) -> dict[Value, Name]:
    """The symbolic derivative of a kept node by each of the kept nodes that it is computed from.

    >>> from tinygrad_edu.graph import fold
    >>> t, o = Value(0.01, "t1"), Value(0.75, "out_o1")
    >>> E = (0.5 * (t - o).square()).named("E_o1")
    >>> print(local_derivatives(fold(E), E, {t: "t1", o: "out_o1", E: "E_o1"})[o])
    −(t1 − out_o1)
    """
    written = _written(folded, node, names)
    written[node] = Name(names[node])  # the derivative of a sigmoid is out·(1 − out): by its name
    adjoint: dict[Value, Name] = {node: Name(coefficient=1.0)}
    for inner in reversed(folded.region[node]):
        if inner not in adjoint:
            continue
        inputs = [written[u] for u in inner.inputs]
        assert inner.op is not None
        rules = inner.op.textbook
        if inner.op.arity is None:
            slopes = rules[0](NAMES, written[inner], *inputs)
        else:
            slopes = [rule(NAMES, written[inner], *inputs) for rule in rules]
        for u, recorded, slope in zip(inner.inputs, inner.partials, slopes, strict=True):
            if recorded is not None:
                term = adjoint[inner] * slope
                adjoint[u] = adjoint[u] + term if u in adjoint else term
    return {u: adjoint[u] for u in folded.inputs[node] if u in adjoint}


def _written(folded: Fold, node: Value, names: dict[Value, str]) -> dict[Value, Name]:
    written = {u: Name(names[u]) for u in folded.inputs[node]}
    for inner in folded.region[node]:
        assert inner.op is not None
        inputs = [written[u] if u in written else _name(u.data) for u in inner.inputs]
        for u, name in zip(inner.inputs, inputs, strict=True):
            written.setdefault(u, name)
        written[inner] = write(inner.op, inputs)
    return written
