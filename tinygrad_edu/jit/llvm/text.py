"""Writing LLVM's assembly text: numbers whose operators write lines, and what moves numbers in and out of buffers.

``x * y + 1.0`` on two ``Number``s writes two instructions and gives the number that holds the result, so formulae of
the functions (``maths.py``) are written as formulae, and the table's rules run on these numbers as on any others.
A number is a vector: one double for each lane, or a plain double where there is one lane.

The language: https://llvm.org/docs/LangRef.html.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Sequence
from typing import Any

from ...operators import Operators
from .loops import Writer

__all__ = [
    "MOVES", "OF_DOUBLES", "TRUTHS", "Body", "Number", "again", "bits_of", "constant", "cut", "element", "first_lanes",
    "gathered", "load", "named", "paired", "splat", "store", "vector",
]  # fmt: skip

OF_DOUBLES = {"add": "fadd", "sub": "fsub", "mul": "fmul", "div": "fdiv", "neg": "fneg"}
TRUTHS = {"lt": "olt", "le": "ole", "gt": "ogt", "ge": "oge", "ne": "une"}
"""LLVM's instructions, and its comparisons: all but the last are false where one of the two is nan."""


def bits_of(x: float) -> int:
    """The 64 bits of a double as an integer."""
    return int(struct.unpack("<q", struct.pack("<d", x))[0])


def constant(x: float) -> str:
    """A double as LLVM reads it: as Python writes it if there is a point in it, else its bits.

    >>> constant(0.5), constant(float("inf"))
    ('0.5', '0x7FF0000000000000')
    """
    written = repr(x)
    return written if "." in written else f"0x{struct.pack('>d', x).hex().upper()}"


def named(label: str) -> str:
    r"""An identifier as the name of a result, or what is in a buffer: as it is where LLVM allows that, else quoted.

    >>> print(named("out_o1"), named("权重"), named("1: rate"))
    %out_o1 %"\E6\9D\83\E9\87\8D" %"1: rate"
    """
    if re.fullmatch("[A-Za-z_][A-Za-z_0-9]*", label):
        return f"%{label}"
    plain = range(32, 127)
    quoted = "".join(chr(c) if c in plain and chr(c) not in '"\\' else f"\\{c:02X}" for c in label.encode() if c)
    return f'%"{quoted}"'


def vector(lanes: int, kind: str = "double") -> str:
    """The type of so many numbers side by side; one lane is a plain number."""
    return kind if lanes == 1 else f"<{lanes} x {kind}>"


def splat(x: float, lanes: int) -> str:
    """The same constant in every lane."""
    return constant(x) if lanes == 1 else f"splat (double {constant(x)})"


def first_lanes(count: int, lanes: int) -> str:
    """The truths that choose the first lanes."""
    return f"<{', '.join(['i1 true'] * count + ['i1 false'] * (lanes - count))}>"


class Body:
    """Numbers of so many lanes in a function: what is done with them is written there, by its ``writer``.

    hint   what fresh names begin with; if not given a point, which no user's name has
    kinds  "double", "i64" (bits of a double) and "i1" (truths)
    """

    def __init__(self, lanes: int, writer: Writer | None = None, hint: str = ".") -> None:
        self.lanes = lanes
        self.writer = writer or Writer()
        self.lines = self.writer.lines
        self.hint = hint
        self.intrinsics: set[str] = set()

    def type(self, kind: str = "double") -> str:
        return vector(self.lanes, kind)

    def const(self, x: float) -> str:
        """A double in every lane, as an operand."""
        return splat(x, self.lanes)

    def let(self, text: str, name: str = "") -> str:
        """A line that gives a result; the name of the result. A given name must be new in this function."""
        return self.writer.let(text, self.hint, name)

    def intrinsic(self, name: str, *xs: str) -> str:
        """A call of one of LLVM's own functions on doubles."""
        suffix = "f64" if self.lanes == 1 else f"v{self.lanes}f64"
        full, t = f"@llvm.{name}.{suffix}", self.type()
        self.intrinsics.add(f"declare {t} {full}({', '.join([t] * len(xs))})")
        return f"call {t} {full}({', '.join(f'{t} {x}' for x in xs)})"

    def spread(self, x: str, kind: str = "double") -> str:
        """One number in every lane, of which there are several."""
        t = self.type(kind)
        one = self.let(f"insertelement {t} poison, {kind} {x}, i32 0")
        return self.let(f"shufflevector {t} {one}, {t} poison, {self.type('i32')} zeroinitializer")

    def number(self, name: str, kind: str = "double") -> Number:
        return Number(self, name, kind)


class Number(Operators):
    """An operand in a body; what is done with it is written there."""

    __slots__ = ("body", "kind", "name")

    def __init__(self, body: Body, name: str, kind: str = "double") -> None:
        self.body = body
        self.name = name
        self.kind = kind

    def _operand(self, x: Any) -> str:
        if isinstance(x, Number):
            return x.name
        if self.kind == "double":
            return self.body.const(float(x))
        return str(x) if self.body.lanes == 1 else f"splat (i64 {x})"

    def _write(self, instruction: str, *xs: Any, kind: str = "") -> Number:
        operands = ", ".join(map(self._operand, xs))
        name = self.body.let(f"{instruction} {self.body.type(self.kind)} {operands}")
        return Number(self.body, name, kind or self.kind)

    def do(self, op: str, *xs: Any) -> Number:
        if op in TRUTHS:
            return self._write(f"fcmp {TRUTHS[op]}", *xs, kind="i1")
        return self._write(OF_DOUBLES[op] if self.kind == "double" else op, *xs)

    def __abs__(self) -> Number:
        return Number(self.body, self.body.let(self.body.intrinsic("fabs", self.name)))

    def __lshift__(self, other: int) -> Number:
        return self._write("shl", self, other)

    def __rshift__(self, other: int) -> Number:
        return self._write("lshr", self, other)

    def __and__(self, other: Any) -> Number:
        return self._write("and", self, other)

    def __or__(self, other: Any) -> Number:
        return self._write("or", self, other)

    def bits(self) -> Number:
        return self._cast("double", "i64")

    def double(self) -> Number:
        """The double that has these bits."""
        return self._cast("i64", "double")

    def _cast(self, old: str, new: str) -> Number:
        body = self.body
        return Number(body, body.let(f"bitcast {body.type(old)} {self.name} to {body.type(new)}"), new)

    def fma(self, factor: Any, term: Any) -> Number:
        """self·factor + term, in one rounding where the processor does that quickly."""
        xs = map(self._operand, (self, factor, term))
        return Number(self.body, self.body.let(self.body.intrinsic("fmuladd", *xs)))

    def where(self, a: Any, b: Any) -> Number:
        """a where this is true, and b elsewhere."""
        body, like = self.body, a if isinstance(a, Number) else b if isinstance(b, Number) else Number(self.body, "")
        xs = f"{body.type(like.kind)} {like._operand(a)}, {body.type(like.kind)} {like._operand(b)}"
        return Number(body, body.let(f"select {body.type('i1')} {self.name}, {xs}"), like.kind)


def paired(body: Body, a: Number, b: Number) -> str:
    """Two numbers as one result of a function."""
    t = body.type()
    both = f"{{ {t}, {t} }}"
    one = body.let(f"insertvalue {both} poison, {t} {a.name}, 0")
    return body.let(f"insertvalue {both} {one}, {t} {b.name}, 1")


# -- numbers out of buffers, into them, into the lanes of a vector, in rounds ----------------------------------------

MOVES = 200
"""Numbers that are moved in one basic block."""


def element(body: Body, base: str, index: int | str, kind: str = "double") -> str:
    """The address of a number of a buffer."""
    return body.writer.at(base, index, kind, body.hint) if index != 0 else base


def load(body: Body, place: str, name: str = "") -> str:
    return body.let(f"load double, ptr {place}", name)


def store(body: Body, x: str, place: str) -> None:
    body.lines.append(f"  store {body.type()} {x}, ptr {place}, align 8")


def cut(body: Body, count: int) -> None:
    """Begin a new basic block now and then where numbers are only moved: long ones take LLVM out of proportion."""
    if count % MOVES == MOVES - 1:
        label = f".moved{len(body.lines)}"
        body.lines += [f"  br label %{label}", f"{label}:"]


def gathered(body: Body, xs: Sequence[str]) -> str:
    """One vector of several numbers."""
    value = "poison"
    for lane, x in enumerate(xs[1:] and xs):
        value = body.let(f"insertelement {body.type()} {value}, double {x}, i64 {lane}")
    return value if len(xs) > 1 else xs[0]


def again(body: Body, rows: int, label: str) -> None:
    """The end of a round: the next one begins so many rows on, if there are any left of ``%.n``."""
    body.lines += ["  br label %.done", ".done:", f"  %.next = add i64 %.row, {rows}"]
    body.lines += ["  %.more = icmp slt i64 %.next, %.n", f"  br i1 %.more, label %{label}, label %.end", ".end:"]
