"""Writing LLVM's assembly text: fresh names, basic blocks, counted loops with values carried round.

Loops test at the end and are guarded in front where they may have no round at all: the form that needs no rotating.
The language: LLVM Language Reference Manual.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

__all__ = ["Loop", "Writer"]


@dataclass(frozen=True)
class Loop:
    """A loop that is open.

    counter, step, stop  the counter's name, what it goes up by, and what it must come to
    values, carried      names of what goes round; type and first value of each
    before, head, done   the blocks in front of it, where it begins, and behind it
    guarded              whether it may have no round at all
    at                   the line at which a round begins
    """

    counter: str
    step: int
    stop: int | str
    values: list[str]
    carried: Sequence[tuple[str, str]]
    before: str
    head: str
    done: str
    guarded: bool
    at: int


class Writer:
    """The body of one function."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.block = "entry"
        self._names = 0

    def fresh(self, hint: str = "t") -> str:
        self._names += 1
        return f"%{hint}{self._names}"

    def do(self, text: str) -> None:
        self.lines.append(f"  {text}")

    def let(self, text: str, hint: str = "t", name: str = "") -> str:
        """The name of the result of an instruction: a fresh one, or one that is new in this function."""
        name = name or self.fresh(hint)
        self.lines.append(f"  {name} = {text}")
        return name

    def at(self, base: str, index: int | str, kind: str = "double", hint: str = "p") -> str:
        """The address of number ``index`` of a buffer."""
        return self.let(f"getelementptr {kind}, ptr {base}, i64 {index}", hint)

    def start(self, label: str) -> None:
        self.lines.append(f"{label}:")
        self.block = label

    # -- whole numbers: constants are Python's own --------------------------------------------------------------------

    def add(self, a: int | str, b: int | str) -> int | str:
        if isinstance(a, int) and isinstance(b, int):
            return a + b
        if a == 0 or b == 0:
            return b if a == 0 else a
        return self.let(f"add nsw i64 {a}, {b}", "i")

    def times(self, a: int | str, b: int) -> int | str:
        if isinstance(a, int):
            return a * b
        return 0 if b == 0 else a if b == 1 else self.let(f"mul nsw i64 {a}, {b}", "i")

    # -- loops --------------------------------------------------------------------------------------------------------

    def loop(
        self, start: int | str, stop: int | str, step: int = 1, carried: Sequence[tuple[str, str]] = (), hint: str = "i"
    ) -> Loop:
        """Open a loop of the counter from start to stop, which it must meet; ``carried``: (type, first value) each.

        It has a round if both are known.
        """
        counter = self.fresh(hint)
        k, values = self._names, [self.fresh("s") for _ in carried]
        before, head, done = self.block, f"loop{k}", f"done{k}"
        guarded = not (isinstance(start, int) and isinstance(stop, int))
        if guarded:
            some = self.let(f"icmp slt i64 {start}, {stop}", "c")
            self.do(f"br i1 {some}, label %{head}, label %{done}")
        else:
            self.do(f"br label %{head}")
        self.start(head)
        at = len(self.lines)
        self.do(f"{counter} = phi i64 [{start}, %{before}], ")
        for name, (kind, first) in zip(values, carried, strict=True):
            self.do(f"{name} = phi {kind} [{first}, %{before}], ")
        return Loop(counter, step, stop, values, carried, before, head, done, guarded, at)

    def close(self, loop: Loop, values: Sequence[str] = ()) -> list[str]:
        """Close a loop; ``values`` are what goes round to the next. What they are after the last round."""
        following = self.let(f"add nsw i64 {loop.counter}, {loop.step}", "i")
        more = self.let(f"icmp slt i64 {following}, {loop.stop}", "c")
        last = self.block
        for i, value in enumerate([following, *values], loop.at):
            self.lines[i] += f"[{value}, %{last}]"
        self.do(f"br i1 {more}, label %{loop.head}, label %{loop.done}")
        self.start(loop.done)
        if not loop.guarded:
            return list(values)
        return [
            self.let(f"phi {kind} [{first}, %{loop.before}], [{value}, %{last}]", "s")
            for (kind, first), value in zip(loop.carried, values, strict=True)
        ]

    def when(self, condition: str) -> str:
        """Open a part that runs only if the condition holds; ``start`` the label that comes back to end it."""
        self._names += 1
        inside, after = f"then{self._names}", f"after{self._names}"
        self.do(f"br i1 {condition}, label %{inside}, label %{after}")
        self.start(inside)
        return after

    def end_when(self, after: str) -> None:
        self.do(f"br label %{after}")
        self.start(after)
