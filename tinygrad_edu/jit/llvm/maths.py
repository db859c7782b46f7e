"""Every operation of a program as LLVM's assembly text, on numbers of so many lanes.

``Operations`` writes the lines of one function; ``Maths`` collects what all of them need: the functions of
``functions.py``, calls of the C library lane by lane for the rest of the table, and the addresses to link. Values
at kinks, ties, infinities and nan are those of ``MEANING``.

``exact`` forms each operation as the eager engine does it, one rounding after the other, and calls the same functions
of the C library that Python calls, so all bits are equal. Without it products and sums may be fused, long sums are
added in several strands, and a function and its derivative share their exponential.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Sequence
from typing import Any

from ...ops import OPS, Arithmetic
from ..program import COMPARISONS, SLOPES
from . import functions as llvm_functions
from . import libm
from . import scalar as llvm_scalar
from .loops import Writer
from .native import ATTRIBUTES
from .text import OF_DOUBLES, TRUTHS, Body, Number, paired

__all__ = ["Maths", "Operations"]

INTRINSICS = {"sqrt": "sqrt", "abs": "fabs", "floor": "floor", "ceil": "ceil", "trunc": "trunc", "round": "rint"}
WRITTEN = ("exp", "log", "tanh", "sigmoid")


class Maths:
    """What the functions of one module call.

    inline  whether the written functions of vectors are copied to where they are called: quicker, longer to compile.
            Those of single numbers are called, which is as quick
    fused   whether a product and a sum are surely one rounding (``Machine.fma``); unknown is no
    """

    def __init__(self, *, exact: bool = False, inline: bool = True, fused: bool = False) -> None:
        self.exact = exact
        self.inline = inline
        self.fused = fused
        self.symbols: dict[str, int] = {}
        self._functions: dict[str, str] = {}
        self.declared: set[str] = set()

    def operations(self, lanes: int, writer: Writer | None = None, hint: str = ".") -> Operations:
        """Numbers of so many lanes in a function of this module, which ``writer`` writes."""
        return Operations(self, lanes, writer, hint)

    def text(self) -> str:
        """Definitions and declarations of everything that these called; it stands after them."""
        return "\n".join([*self._functions.values(), *sorted(self.declared)])

    def written(self, name: str, lanes: int) -> str:
        """The name of a function written in ``functions.py`` or, for one lane, ``scalar.py``."""
        how = "alwaysinline" if self.inline and lanes > 1 else "noinline"
        if lanes > 1 or name not in llvm_scalar.LIMITS:
            return self._general(f"@{name}.x{lanes}", name, lanes, how)
        full = f"@{name}.x1"
        if full not in self._functions:
            self._table(llvm_scalar.TABLES[name])
            general = self._general(f"@{name}.rare", name, 1, "noinline cold")
            body = Body(1)
            result = llvm_scalar.branch(body, name, general, self.fused)
            self._define(full, _out(name, "double"), ["double %x"], body, result, how)
        return full

    def _general(self, full: str, name: str, lanes: int, how: str) -> str:
        if full not in self._functions:
            body = Body(lanes)
            t = body.type()
            out = getattr(llvm_functions, name)(body.number("%x"))
            result = paired(body, *out) if isinstance(out, tuple) else out.name
            self._define(full, _out(name, t), [f"{t} %x"], body, result, how)
        return full

    def _table(self, table: Callable[[], array[Any]]) -> None:
        name = f".{table.__name__}"
        self.symbols[name], _ = table().buffer_info()  # it is kept, so it stays where it is
        self.declared.add(f"@{name} = external constant i64")

    def library(self, name: str, lanes: int) -> str:
        """The name of a function that calls the C library for each lane."""
        symbol = f"libm.{name}"
        arity = OPS[name].arity or 1
        if symbol not in self.symbols:
            self.symbols[symbol] = libm.address(name, self.exact)
            self.declared.add(f'declare double @"{symbol}"({", ".join(["double"] * arity)})')
        if lanes == 1:
            return f'@"{symbol}"'
        full = f"@{name}.x{lanes}"
        if full not in self._functions:
            body = Body(lanes)
            t, result = body.type(), "poison"
            for lane in range(lanes):
                xs = [body.let(f"extractelement {t} %x{k}, i64 {lane}") for k in range(arity)]
                y = body.let(f'call double @"{symbol}"({", ".join(f"double {x}" for x in xs)})')
                result = body.let(f"insertelement {t} {result}, double {y}, i64 {lane}")
            self._define(full, t, [f"{t} %x{k}" for k in range(arity)], body, result, "noinline")
        return full

    def _define(self, name: str, out: str, parameters: Sequence[str], body: Body, result: str, how: str) -> None:
        head = f"define internal {out} {name}({', '.join(parameters)}) {how} {ATTRIBUTES} {{"
        self._functions[name] = "\n".join([head, *body.lines, f"  ret {out} {result}", "}"])
        self.declared |= body.intrinsics


def _out(name: str, t: str) -> str:
    """What a written function of numbers of type t gives."""
    return f"{{ {t}, {t} }}" if name.endswith("_and_slope") else t


class Operations(Body):
    """Numbers of so many lanes in one function, operation by operation.

    ``apply`` writes one operation and ``both`` a function together with its derivative. Operands and results are names
    such as ``%v3``, or constants as ``const`` writes them.
    """

    def __init__(self, maths: Maths, lanes: int, writer: Writer | None, hint: str) -> None:
        super().__init__(lanes, writer, hint)
        self.maths, self.intrinsics = maths, maths.declared
        self._may_fuse = "" if maths.exact else "contract "
        self._truths: set[str] = set()
        self._known: dict[tuple[str, str], str] = {}
        self.arithmetic = _arithmetic(self)

    def apply(self, op: str, *xs: str, name: str = "") -> str:
        """The result of an operation of a program on operands; ``name``, a new one, is its name if it can be."""
        before = len(self.lines)
        known = self._known.get((op, xs[0]))
        if known and len(xs) == 1:
            return known
        result = self._apply(op, xs)
        start = f"  {result} = "
        if not name or len(self.lines) == before or not self.lines[-1].startswith(start):
            return result  # (a result that is an operand keeps the name that others know it by)
        self.lines[-1] = f"  {name} = {self.lines[-1][len(start) :]}"
        if result in self._truths:
            self._truths.add(name)
        return name

    def _apply(self, op: str, xs: Sequence[str]) -> str:
        t = self.type()
        if op in OF_DOUBLES:
            return self.let(f"{OF_DOUBLES[op]} {self._may_fuse}{t} {', '.join(xs)}")
        if op in COMPARISONS:
            truth = self.let(f"fcmp {TRUTHS[op]} {t} {xs[0]}, {xs[1]}")
            self._truths.add(truth)
            return truth
        if op in INTRINSICS:
            return self.let(self.intrinsic(INTRINSICS[op], *xs))
        if op in SLOPES:
            return self._slope(op, xs[0])
        composed: Callable[..., str] | None = getattr(self, f"_{op}", None)
        if composed is not None and not (op == "sigmoid" and not self.maths.exact):
            return composed(*xs)
        function = self.maths.written if op in WRITTEN and not self.maths.exact else self.maths.library
        return self._call(function(op, self.lanes), t, xs)

    def both(self, op: str, x: str, name: str = "") -> tuple[str, str]:
        """tanh or sigmoid and its derivative, which is cheap beside it. A later apply of the derivative finds it."""
        slope = self._known.get((f"{op}_slope", x))
        if self.maths.exact or slope:
            return self.apply(op, x, name=name), slope or self.apply(f"{op}_slope", x)
        t = self.type()
        pair = f"{{ {t}, {t} }}"
        two = self._call(self.maths.written(f"{op}_and_slope", self.lanes), pair, (x,))
        slope = self.let(f"extractvalue {pair} {two}, 1")
        y = self.let(f"extractvalue {pair} {two}, 0", name)
        self.know(op, [x], [y])
        self.know(f"{op}_slope", [x], [slope])
        return y, slope

    def know(self, op: str, xs: Sequence[str], results: Sequence[str]) -> None:
        """Results of an operation of one input that were computed together: they are not computed again."""
        self._known.update({(op, x): y for x, y in zip(xs, results, strict=True)})

    def _call(self, function: str, t: str, xs: Sequence[str]) -> str:
        return self.let(f"call {t} {function}({', '.join(f'{self.type()} {x}' for x in xs)})")

    def _slope(self, op: str, x: str) -> str:
        function = SLOPES[op]
        if not self.maths.exact:
            return self.both(function, x)[1]
        y = self.number(self.apply(function, x))
        return str(OPS[function].partials[0](self.arithmetic, y, self.number(x)).name)

    # -- operations that are more than an instruction ------------------------------------------------------------------

    def _where(self, truth: str, a: str, b: str) -> str:
        if truth not in self._truths:
            truth = self.apply("ne", truth, self.const(0.0))
        return self.let(f"select {self.type('i1')} {truth}, {self.type()} {a}, {self.type()} {b}")

    def _sign(self, x: str) -> str:
        n = self.number(x)
        signed = (n > 0.0).where(1.0, (n < 0.0).where(-1.0, self.number(self.const(0.0))))
        return n.do("ne", n, n).where(n, signed).name  # nan

    def _max(self, *xs: str) -> str:
        return str(self.arithmetic.largest([self.number(x) for x in xs]).name)

    def _sigmoid(self, x: str) -> str:
        """The exact one: both branches of ``ieee.sigmoid`` take the exponential of −|x|."""
        n = self.number(x)
        e = self.number(self.apply("exp", (-abs(n)).name))
        return ((n >= 0.0).where(1.0, e) / (e + 1.0)).name

    def _dot(self, *xs: str) -> str:
        pairs = list(zip(xs[::2], xs[1::2], strict=True))
        if self.maths.exact:
            one = self.const(1.0)
            return self._total([a if b == one else self.apply("mul", a, b) for a, b in pairs])
        strands = 1 if len(pairs) < 4 else 2 if len(pairs) < 8 else 4
        return self._total([self._strand(pairs[k::strands]) for k in range(strands)])

    def _total(self, terms: Sequence[str]) -> str:
        total = terms[0]
        for x in terms[1:]:
            total = self.apply("add", total, x)
        return total

    def _strand(self, pairs: Sequence[tuple[str, str]]) -> str:
        """A sum of products, fused. It begins with the terms that need no multiplication."""
        one = self.const(1.0)
        lone = [a for a, b in pairs if b == one]
        total = self._total(lone) if lone else ""
        for a, b in pairs:
            if b != one:
                total = self.let(self.intrinsic("fmuladd", a, b, total)) if total else self.apply("mul", a, b)
        return total


def _arithmetic(body: Operations) -> Arithmetic:
    """The namespace ``m`` over numbers of a body: the table's rules write themselves."""

    def write(op: str) -> Callable[..., Number]:
        def call(*xs: Any) -> Number:
            return body.number(body.apply(op, *[x.name if isinstance(x, Number) else body.const(x) for x in xs]))

        return call

    def where(condition: Any, a: Any, b: Any) -> Number:
        return condition.where(a, b if isinstance(b, Number) or isinstance(a, Number) else body.number(body.const(b)))

    return Arithmetic({name: write(name) for name, op in OPS.items() if op.native} | {"where": where})
