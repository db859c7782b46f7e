"""Writing LLVM's assembly text: fresh names, basic blocks, counted loops with values carried round.

Loops test at the end and are guarded in front where they may have no round at all: the form that needs no rotating.
The language: LLVM Language Reference Manual.
"""

from __future__ import annotations

from collections.abc import Sequence

from .text import constant

__all__ = ["Loop", "Writer", "splat", "vector"]


def vector(lanes: int, element: str = "double") -> str:
    """The type of so many numbers side by side; one lane is a plain number."""
    return element if lanes == 1 else f"<{lanes} x {element}>"


def splat(x: float, lanes: int) -> str:
    """The same constant in every lane."""
    return constant(x) if lanes == 1 else f"splat (double {constant(x)})"


class Loop:
    """A loop that is open: its counter, and the values that go round."""

    def __init__(self, counter: str, values: list[str]) -> None:
        self.counter = counter
        self.values = values
        self.patches: list[int] = []
        self.before = self.head = self.done = ""
        self.bound = self.step = "0"
        self.types: list[str] = []
        self.initial: list[str] = []
        self.guarded = False


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

    def let(self, text: str, hint: str = "t") -> str:
        """A name for the result of an instruction."""
        name = self.fresh(hint)
        self.lines.append(f"  {name} = {text}")
        return name

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
        """Open a loop of the counter from start to stop, which it must meet; ``carried``: (type, first value) each."""
        self._names += 1
        k = self._names
        loop = Loop(f"%{hint}{k}", [self.fresh("s") for _ in carried])
        loop.head, loop.done, loop.bound, loop.step = f"loop{k}", f"done{k}", str(stop), str(step)
        loop.before, loop.types, loop.initial = self.block, [t for t, _ in carried], [x for _, x in carried]
        loop.guarded = not (isinstance(start, int) and isinstance(stop, int))
        if loop.guarded:
            some = self.let(f"icmp slt i64 {start}, {stop}", "c")
            self.do(f"br i1 {some}, label %{loop.head}, label %{loop.done}")
        else:
            assert int(start) < int(stop), "a loop of no rounds is not written"
            self.do(f"br label %{loop.head}")
        self.start(loop.head)
        loop.patches.append(len(self.lines))
        self.do(f"{loop.counter} = phi i64 [{start}, %{loop.before}], ")
        for name, (kind, first) in zip(loop.values, carried, strict=True):
            self.do(f"{name} = phi {kind} [{first}, %{loop.before}], ")
        return loop

    def close(self, loop: Loop, values: Sequence[str] = ()) -> list[str]:
        """Close a loop; ``values`` are what goes round to the next. What they are after the last round."""
        following = self.let(f"add nsw i64 {loop.counter}, {loop.step}", "i")
        more = self.let(f"icmp slt i64 {following}, {loop.bound}", "c")
        last = self.block
        at = loop.patches[0]
        self.lines[at] += f"[{following}, %{last}]"
        for i, value in enumerate(values):
            self.lines[at + 1 + i] += f"[{value}, %{last}]"
        self.do(f"br i1 {more}, label %{loop.head}, label %{loop.done}")
        self.start(loop.done)
        if not loop.guarded:
            return list(values)
        return [
            self.let(f"phi {kind} [{first}, %{loop.before}], [{value}, %{last}]", "s")
            for kind, first, value in zip(loop.types, loop.initial, values, strict=True)
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
