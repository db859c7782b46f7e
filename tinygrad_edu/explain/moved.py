"""``what_if``: what a derivative promises against what happens.

A Value is moved a little, and the recorded graph is run again from there, without touching the learner's Values. The
change of the result stands beside its prediction by Taylor's formula, of the first order (gradient · move) and of the
second (+ ½ · second derivative · move²).
"""

from __future__ import annotations

from dataclasses import dataclass
from math import isfinite

from ..console import ascii_only
from ..derivatives import gradients
from ..graph import ancestors, fold
from ..ieee import run
from ..names import bracketed
from ..real import to_float
from ..value import Value
from .agreement import outdated
from .explanation import called, check_values, read
from .numbers import exact, given

__all__ = ["WhatIf", "what_if"]


@dataclass(frozen=True, repr=False)
class WhatIf:
    """The result before and after a move, and the change that the derivatives predict."""

    root: str
    wrt: str
    at: float
    move: float
    before: float
    after: float
    gradient: float
    curvature: float
    digits: int = 9

    @property
    def change(self) -> float:
        """What happens."""
        return self.after - self.before

    @property
    def first_order(self) -> float:
        """gradient · move."""
        return self.gradient * self.move

    @property
    def second_order(self) -> float:
        """gradient · move + ½ · second derivative · move²."""
        return self.first_order + 0.5 * self.curvature * self.move * self.move

    def text(self, unicode: bool = True) -> str:
        """A table for a terminal."""
        d, column = self.digits, self.digits + 5

        def row(words: str, x: float, miss: bool = False) -> str:
            text = f"  {words if unicode else ascii_only(words):<46}{exact(x, d):>{column}}"
            return text + (f"   off by {exact(x - self.change, d)}" if miss else "")

        move = exact(self.move, d)
        move = given(self.move, d) if "e" not in move else move
        sign = "" if move.startswith("−") else "+"
        shown, slope, bend = map(bracketed, (move, exact(self.gradient, d), exact(self.curvature, d)))
        lines = [
            f"what if {self.wrt} goes from {given(self.at, d)} to {given(self.at + self.move, d)} ({sign}{move})?",
            "",
            row(f"{self.root} now", self.before),
            row(f"{self.root} then", self.after),
            row("the change", self.change),
            "",
            row(f"first order: {slope} · {shown}", self.first_order, True),
            row(f"second order: + ½ · {bend} · {shown}²", self.second_order, True),
        ]
        text = "\n".join(lines)
        return text if unicode else ascii_only(text)

    def __str__(self) -> str:
        return self.text()

    __repr__ = __str__


def what_if(root: Value, wrt: Value, move: float, digits: int = 9) -> WhatIf:
    """Compare what the derivatives predict for a small move of ``wrt`` with what happens to ``root``.

    ``wrt`` may be any Value on the way, also one in the middle. Nothing is changed: neither data nor gradients.
    Raises ValueError if ``root`` was not computed from ``wrt``; RuntimeError if a Value's data was changed after
    ``root`` was computed, for then the recorded graph is not that of today's numbers.

    >>> w = Value(2.0, "w")
    >>> print(what_if((w**3).named("E"), w, 0.1, digits=4))
    what if w goes from 2 to 2.1 (+0.1)?
    <BLANKLINE>
      E now                                            8.0000
      E then                                           9.2610
      the change                                       1.2610
    <BLANKLINE>
      first order: 12.0000 · 0.1                       1.2000   off by −0.0610
      second order: + ½ · 12.0000 · 0.1²               1.2600   off by −0.0010
    """
    check_values(root, wrt)
    move = to_float(move)
    if not isfinite(move):
        raise ValueError(f"move is a finite number, by how much {called(wrt)} changes, not {move}")
    reading = read(root, wrt, digits)
    gradient, curvature = _derivatives(root, wrt)
    return WhatIf(
        reading.names[root],
        reading.names[wrt],
        wrt.data,
        move,
        root.data,
        _replay(root, wrt, wrt.data + move),
        gradient,
        curvature,
        digits,
    )


def _derivatives(root: Value, wrt: Value) -> tuple[float, float]:
    (first,) = gradients(root, [wrt], create_graph=True)
    second = gradients(first, [wrt])[0] if first.requires_grad else 0.0
    return first.data, second


def _replay(root: Value, wrt: Value, data: float) -> float:
    """The result with ``wrt`` moved: every operation above it once more, on numbers of our own."""
    changed = outdated(fold(root, keep=[wrt]))
    if changed and changed != [wrt]:
        raise RuntimeError(
            f"{called(changed[0])} was computed from other numbers than its inputs have now: their data was "
            "changed since. Compute the result again before asking what if"
        )
    moved = {wrt: data}
    for node in ancestors(root):
        if node is not wrt and node.op is not None and any(u in moved for u in node.inputs):
            moved[node] = run(node.op.value, *(moved.get(u, u.data) for u in node.inputs))
    return moved[root]
