"""A flat program as LLVM's assembly text: straight-line code, run once, for many rows at a time, or in a loop.

Every number of a small program is a name that is set once (SSA), and LLVM keeps it in a register. A larger one is cut
into functions of about a thousand operations, because what LLVM does to a function takes more than twice as long for
one twice as large; numbers that one part computes and another one needs wait in a work buffer. There every number has a
slot of its own: inputs are moved in before the parts run and results out after them, so a caller may give the same
buffer for both.

Where steps repeat, one of these functions is called for many.

The functions take a table of addresses: the inputs, then what each function says. Results have the names that
``print(program)`` shows; names with a point in front are made here.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from ..identifiers import identifiers
from ..loop import Loop
from ..program import COMPARISONS, SLOPES, TABLES, Program
from .maths import Maths, Operations
from .native import ATTRIBUTES
from .packs import in_packs, write_pack
from .parts import Repeats, cost, cut_in_parts, slots_of, used_for
from .regions import Regions
from .text import MOVES, again, cut, element, gathered, load, named, store

__all__ = ["PART", "Straight"]

PART = 1_000
"""Operations in a function, about."""


LONG = 200
"""Factors of a sum that are read at a time: LLVM takes seconds for a few thousand."""


TUNING = '"tune-cpu"="generic"'
"""Some processors' models have LLVM order all instructions once more at the end: the same speed, ten times the wait."""


class Values(dict[int, str]):
    """What the nodes of a program are called in a function; one that is not there yet is loaded when asked for."""

    def __init__(self, load: Callable[[int], str]) -> None:
        super().__init__()
        self.load = load

    def __missing__(self, i: int) -> str:
        x = self[i] = self.load(i)
        return x


class Straight:
    """The text of one program for numbers of so many lanes.

    needed    the nodes whose numbers are wanted at the end
    part      operations in a function, about
    packed    lanes of the vectors into which equal functions are packed (``packs.py``), 1 for none
    work      how many doubles the work buffer is to have
    repeated  operations for which a part is called again
    """

    def __init__(
        self, program: Program, maths: Maths, lanes: int, needed: Iterable[int], part: int = PART, packed: int = 1
    ) -> None:
        self.program = program
        self.packed = packed
        self.maths = maths
        self.lanes = lanes
        self.needed = list(dict.fromkeys(needed))
        self.names = identifiers(program)
        self.inputs = {i: (k, j) for k, group in enumerate(program.inputs) for j, i in enumerate(group.nodes)}
        self.used = used_for(program, self.needed)
        parts = cut_in_parts(program, self.used, part)
        self.slots = slots_of(program, self.used, parts, self.needed) if len(parts) > 1 else {}
        self.regions = Regions(program, self.used, len(self.slots) + bool(self.slots), lanes)
        self.work = self.regions.end * lanes
        self.functions: list[str] = []
        self._calls: list[str] = []
        self.repeated = self._write_parts(parts) if self.slots else 0

    # -- the entrances -------------------------------------------------------------------------------------------------

    def write_run(self) -> None:
        """``@run``: the program once. The table: inputs, outputs, work."""
        program, body = self.program, self.maths.operations(1)
        groups = [*program.inputs, *program.outputs]
        buffers = self._buffers(body, [g.name for g in groups])

        def read(i: int) -> str:
            k, j = self.inputs[i]
            return load(body, element(body, buffers[k], j), named(self.names[i]))

        at = self._computed(body, read, set())
        for group, base in zip(program.outputs, buffers[len(program.inputs) :], strict=True):
            for j, i in enumerate(group.nodes):
                store(body, at[i], element(body, base, j))
                cut(body, j)
        self._function("run", body)

    def write_rows(self, shared: Collection[int]) -> None:
        """``@rows``: the program for each row. The table: inputs, outputs, number of rows, work.

        In the last round the lanes beyond the last row do that row once more: nothing outside is read or written.
        """
        program, lanes, body = self.program, self.lanes, self.maths.operations(self.lanes)
        groups = [*program.inputs, *program.outputs]
        buffers = self._buffers(body, [g.name for g in groups], "rows")
        body.let(f"load i64, ptr {buffers.pop()}", "%.n")
        body.let("sub i64 %.n, 1", "%.last")
        body.lines += ["  br label %.round", ".round:", "  %.row = phi i64 [ 0, %0 ], [ %.next, %.done ]"]
        body.intrinsics.add("declare i64 @llvm.smin.i64(i64, i64)")
        rows = [body.let(f"add i64 %.row, {lane}") for lane in range(lanes)]
        rows = [body.let(f"call i64 @llvm.smin.i64(i64 {row}, i64 %.last)") for row in rows]
        places: list[list[str]] = []
        for k, (group, base) in enumerate(zip(groups, buffers, strict=True)):
            starts = [] if k in shared else [body.let(f"mul i64 {row}, {len(group.nodes)}") for row in rows]
            places.append([element(body, base, start) for start in starts])

        def read(i: int) -> str:
            k, j = self.inputs[i]
            if k in shared:
                return body.spread(load(body, element(body, buffers[k], j)))
            return gathered(body, [load(body, element(body, place, j)) for place in places[k]])

        at = self._computed(body, read, set())
        for group, starts in zip(program.outputs, places[len(program.inputs) :], strict=True):
            for j, i in enumerate(group.nodes):
                for lane, start in enumerate(starts):
                    x = at[i] if lanes == 1 else body.let(f"extractelement {body.type()} {at[i]}, i64 {lane}")
                    body.lines.append(f"  store double {x}, ptr {element(body, start, j)}")
        again(body, lanes, ".round")
        self._function("rows", body)

    def write_loop(self, loop: Loop) -> None:
        """``@loop``: step after step. The table: inputs, a log for each logged output, order, number of steps, work.

        Carried inputs are read from their buffers, and their last numbers are written there.
        """
        program, body = self.program, self.maths.operations(1)
        logs = [f"log of {program.outputs[k].name}" for k in loop.logged]
        buffers = self._buffers(body, [g.name for g in program.inputs] + logs, "order", "steps")
        body.let(f"load i64, ptr {buffers.pop()}", "%.n")
        read = self._rows_of_a_step(body, loop, buffers)
        buffers.pop()
        becomes = [
            (i, out, element(body, buffers[k], j))
            for k, o in loop.carried
            for j, (i, out) in enumerate(zip(program.inputs[k].nodes, program.outputs[o].nodes, strict=True))
        ]
        moving = {k for k, _ in (*loop.carried, *loop.rows)} | set(loop.scheduled)
        kept = {i for i in self.used if i in self.inputs and self.inputs[i][0] not in moving}
        before = self._constants(body, read, kept)
        used = set(self.used)
        entering = {} if self.slots else {i: load(body, place) for i, _, place in becomes if i in used}
        body.lines += ["  br label %.round", ".round:"]
        start = len(body.lines)
        body.lines.append("  %.row = phi i64 [ 0, %0 ], [ %.next, %.done ]")
        known = before | {i: named(self.names[i]) for i in entering}
        at = self._computed(body, read, kept, known)
        for log, o in zip(buffers[len(program.inputs) :], loop.logged, strict=True):
            nodes = program.outputs[o].nodes
            place = element(body, log, body.let(f"mul i64 %.row, {len(nodes)}"))
            for j, i in enumerate(nodes):
                store(body, at[i], element(body, place, j))
        leaving = [(at[out], place) for _, out, place in becomes] if not self.slots else []
        for _, out, place in becomes if self.slots else []:
            store(body, at[out], place)
        body.lines[start:start] = [
            f"  {known[i]} = phi double [ {entering[i]}, %0 ], [ {at[out]}, %.done ]"
            for i, out, _ in becomes
            if i in entering
        ]
        again(body, 1, ".round")
        for x, place in leaving:
            store(body, x, place)
        self._function("loop", body)

    def _rows_of_a_step(self, body: Operations, loop: Loop, buffers: Sequence[str]) -> Callable[[int], str]:
        """What reads an input's number at the step ``%.row``: from a row that the order names, or of the schedule."""
        widths, places = dict(loop.rows), dict[tuple[int, int], str]()
        order, per_step = buffers[-1], loop.rows_per_step()

        def place(k: int, row: int) -> str:
            if (k, row) not in places:
                number, width = "%.row", widths.get(k, len(self.program.inputs[k].nodes))
                if k in widths:
                    at = body.let(f"add i64 {body.let(f'mul i64 %.row, {per_step}')}, {row}")
                    number = body.let(f"load i64, ptr {element(body, order, at, 'i64')}")
                places[k, row] = element(body, buffers[k], body.let(f"mul i64 {number}, {width}"))
            return places[k, row]

        def read(i: int) -> str:
            k, j = self.inputs[i]
            if k not in widths and k not in loop.scheduled:
                return load(body, element(body, buffers[k], j))
            row, column = divmod(j, widths[k]) if k in widths else (0, j)
            return load(body, element(body, place(k, row), column), named(self.names[i]))

        return read

    def _constants(self, body: Operations, read: Callable[[int], str], kept: set[int]) -> dict[int, str]:
        """What is the same at every step is read, and computed, before the first."""
        at = Values(lambda i: body.const(self.program.numbers[i]) if i in self.program.numbers else read(i))
        if self.slots:
            for i in kept:
                store(body, at[i], self._slot(body, i))
            return {}
        same = kept | self.program.numbers.keys()
        for i in self.used:
            if i not in same and self.program.args[i] and all(j in same for j in self.program.args[i]):
                same.add(i)
        self._write(body, [i for i in self.used if i in same], at)
        return {i: at[i] for i in same}

    # -- what they have in common --------------------------------------------------------------------------------------

    def _buffers(self, body: Operations, *names: Any) -> list[str]:
        """The addresses in the table, under the names of what is there; work is the last and has its own name."""
        flat = [x for n in names for x in ([n] if isinstance(n, str) else n)]
        out = []
        for k, name in enumerate(flat):
            place = element(body, "%.frame", k, "ptr")
            out.append(body.let(f"load ptr, ptr {place}", named(f"{k}: {name}")))
        if self.work:
            body.let(f"load ptr, ptr {element(body, '%.frame', len(flat), 'ptr')}", "%.work")
        return out

    def _computed(
        self,
        body: Operations,
        read: Callable[[int], str],
        kept: set[int],
        known: Mapping[int, str] = MappingProxyType({}),
    ) -> Values:
        """The program itself: its numbers by node, all of the needed ones there, or to be read from their slots."""
        numbers = self.program.numbers
        if self.slots:
            for count, i in enumerate(i for i in self.used if i in self.inputs and i not in kept):
                store(body, read(i), self._slot(body, i))
                cut(body, count)
            body.lines += self._calls
            return Values(lambda i: body.const(numbers[i]) if i in numbers else self._loaded(body, self._slot(body, i)))
        at = Values(lambda i: body.const(numbers[i]) if i in numbers else read(i))
        at.update(known)
        self._write(body, self.used, at)
        for i in self.needed:
            at[i]  # all are read before the first result is written: a buffer may be both
        return at

    def _write(self, body: Operations, nodes: Iterable[int], at: Values) -> None:
        """The operations of these nodes, in their order."""
        program = self.program
        nodes = [i for i in nodes if i not in at and program.args[i]]
        pairs = {(SLOPES[program.ops[i]], program.args[i][0]) for i in nodes if program.ops[i] in SLOPES}
        packs = self.lanes == 1 and self.packed > 1 and not self.maths.exact
        for i in in_packs(program, nodes) if packs else nodes:
            if isinstance(i, tuple):
                function, xs = i
                slopes = any((function, x) in pairs for x in xs)
                write_pack(body, function, [at[x] for x in xs], self.packed, slopes)
                continue
            if program.ops[i] in TABLES:
                at[i] = self.regions.write(body, i, at)
                continue
            op, args, name = program.ops[i], program.args[i], named(self.names[i])
            if op == "dot" and len(args) > LONG:
                at[i] = self._long(body, [at[j] for j in args[:LONG]], args[LONG:], at)
                continue
            operands = [at[j] for j in args]
            together = (op, args[0]) in pairs
            at[i] = body.both(op, operands[0], name)[0] if together else body.apply(op, *operands, name=name)

    def _long(self, body: Operations, first: Sequence[str], others: Sequence[int], at: Values) -> str:
        """A long sum of products piece after piece, each in a basic block: what is read waits in no register."""
        total = body.apply("dot", *first)
        for k in range(0, len(others), LONG):
            cut(body, MOVES - 1)
            total = body.apply("dot", total, body.const(1.0), *[at[j] for j in others[k : k + LONG]])
        return total

    def _write_parts(self, parts: Sequence[Sequence[int]]) -> int:
        """A function for each part, or for those that are alike; and the calls. The operations of the others."""
        program, repeats = self.program, Repeats(self.program, parts, self.slots, len(self.slots))
        repeated = 0
        for k, part in enumerate(parts):
            first, row = repeats.first.get(k, k), ""
            if first == k:
                self._write_part(k, part, repeats.columns.get(k))
            else:
                repeated += sum([cost(program, i) for i in part])
            if k in repeats.row:
                row = f", ptr getelementptr (i32, ptr @.rows, i64 {repeats.row[k]})"
            self._calls.append(f"  call void @.part{first}(ptr %.work{row})")
        if repeats.table:
            places = ", ".join([f"i32 {slot * self.lanes}" for slot in repeats.table])
            self.functions.append(f"@.rows = internal constant [{len(repeats.table)} x i32] [{places}]")
        return repeated

    def _write_part(self, k: int, part: Sequence[int], columns: Mapping[int, int] | None) -> None:
        """One part as a function. With columns it is one for several parts: places are in the row that it is given."""
        program, body = self.program, self.maths.operations(self.lanes)
        numbers = program.numbers

        def slot(i: int) -> str:
            if columns is None:
                return self._slot(body, i)
            place = body.let(f"load i32, ptr {element(body, '%.row', columns[i], 'i32')}")
            return element(body, "%.work", body.let(f"zext i32 {place} to i64"))

        def there(i: int) -> str:
            if i in numbers:
                return body.const(numbers[i])
            if i in self.regions:
                return self.regions.address(body, i)
            if program.ops[i] in COMPARISONS:
                return body.apply(program.ops[i], *[at[j] for j in program.args[i]])
            return self._loaded(body, slot(i), named(self.names[i]))

        at = Values(there)
        self._write(body, part, at)
        for i in part:
            if i in (self.slots if columns is None else columns):
                store(body, at[i], slot(i))
        self._function(f".part{k}", body, "internal ", "%.work" if columns is None else "%.work, ptr %.row")

    def _slot(self, body: Operations, i: int) -> str:
        return element(body, "%.work", self.slots[i] * self.lanes)

    def _loaded(self, body: Operations, slot: str, name: str = "") -> str:
        return body.let(f"load {body.type()}, ptr {slot}, align 8", name)

    def _function(self, name: str, body: Operations, how: str = "", parameter: str = "%.frame") -> None:
        head = f"define {how}void @{name}(ptr {parameter}) {ATTRIBUTES} {TUNING} {{"
        self.functions.append("\n".join([head, *body.lines, "  ret void", "}"]))
