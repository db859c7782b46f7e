"""Lines of LLVM's assembly text that move numbers: out of buffers, into them, into the lanes of a vector, in rounds."""

from __future__ import annotations

from collections.abc import Sequence

from .maths import Operations

__all__ = ["again", "cut", "element", "gathered", "load", "store"]

MOVES = 200
"""Numbers that are moved in one basic block."""


def element(body: Operations, base: str, index: int | str, kind: str = "double") -> str:
    """The address of a number of a buffer."""
    return body.writer.at(base, index, kind, body.hint) if index != 0 else base


def load(body: Operations, place: str, name: str = "") -> str:
    return body.let(f"load double, ptr {place}", name)


def store(body: Operations, x: str, place: str) -> None:
    body.lines.append(f"  store {body.type()} {x}, ptr {place}, align 8")


def cut(body: Operations, count: int) -> None:
    """Begin a new basic block now and then where numbers are only moved: long ones take LLVM out of proportion."""
    if count % MOVES == MOVES - 1:
        label = f".moved{len(body.lines)}"
        body.lines += [f"  br label %{label}", f"{label}:"]


def gathered(body: Operations, xs: Sequence[str]) -> str:
    """One vector of several numbers."""
    vector = "poison"
    for lane, x in enumerate(xs[1:] and xs):
        vector = body.let(f"insertelement {body.type()} {vector}, double {x}, i64 {lane}")
    return vector if len(xs) > 1 else xs[0]


def again(body: Operations, rows: int, label: str) -> None:
    """The end of a round: the next one begins so many rows on, if there are any left of ``%.n``."""
    body.lines += ["  br label %.done", ".done:", f"  %.next = add i64 %.row, {rows}"]
    body.lines += ["  %.more = icmp slt i64 %.next, %.n", f"  br i1 %.more, label %{label}, label %.end", ".end:"]
