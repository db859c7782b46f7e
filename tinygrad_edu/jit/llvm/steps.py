"""The functions around the kernels: a program run once, and a program run again and again.

In a loop, what an output becomes an input in the next step is not copied: two buffers take turns. Rows are gathered by
their numbers, what was known beforehand is read where it lies, and what is written down is written to its place. What
stays the same over all steps is computed once, before the first.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..loop import Loop
from .loops import Writer
from .module import Module
from .native import ATTRIBUTES
from .rows import Rows

__all__ = ["map_function", "step_function", "whole_run"]


def _function(name: str, w: Writer) -> str:
    return "\n".join([f"define void @{name}(ptr %frame) {ATTRIBUTES} {{", "entry:", *w.lines, "  ret void", "}"])


class _Frame:
    """Takes one address after the other from the frame; first comes that of the work memory."""

    def __init__(self, w: Writer) -> None:
        self.w, self.taken = w, 1
        w.do("%work = load ptr, ptr %frame")

    def take(self) -> str:
        at = self.w.at("%frame", self.taken, "ptr")
        self.taken += 1
        return self.w.let(f"load ptr, ptr {at}", "p")


def whole_run(module: Module) -> str:
    """``@run``: the frame has the work memory, the inputs and the outputs."""
    w = Writer()
    frame = _Frame(w)
    outside = [frame.take() for _ in module.outside]
    module.run(w, [True] * len(module.kernels), outside)
    return _function("run", w)


def map_function(module: Module, rows: Rows) -> str:
    """``@map``: the frame has the work memory, the number of rows, the inputs and the outputs, those with rows row
    after row. Sums begin at 0."""
    w = Writer()
    frame = _Frame(w)
    count = w.let(f"load i64, ptr {frame.take()}", "rows")
    given = [frame.take() for _ in module.inputs]
    results = [frame.take() for _ in module.outputs]
    for position in sorted(rows.summed):
        _fill(w, results[position], module.arrays[module.outputs[position]].size)
    steady = module.steady([module.inputs[position] for position in rows.mapped])
    module.run(w, steady, [*given, *results])
    limit = w.let(f"add i64 {count}, {rows.block - 1}", "i")
    stop = w.let(f"sub i64 {limit}, {w.let(f'urem i64 {limit}, {rows.block}', 'i')}", "i")
    first = w.loop("0", stop, rows.block, hint="first")
    left = w.let(f"sub i64 {count}, {first.counter}", "i")
    few = w.let(f"icmp slt i64 {left}, {rows.block}", "c")
    here = w.let(f"select i1 {few}, i64 {left}, i64 {rows.block}", "rows")

    def ahead(pointer: str, size: int) -> str:
        return w.at(pointer, w.times(first.counter, size // rows.block))

    inputs = [ahead(p, module.arrays[module.inputs[k]].size) if k in rows.mapped else p for k, p in enumerate(given)]
    outputs = [
        p if k in rows.summed else ahead(p, module.arrays[module.outputs[k]].size) for k, p in enumerate(results)
    ]
    module.run(w, [not still for still in steady], [*inputs, *outputs], here)
    w.close(first)
    return _function("map", w)


def _fill(w: Writer, target: str, size: int) -> None:
    loop = w.loop(0, size, 1)
    w.do(f"store double 0.0, ptr {w.at(target, loop.counter)}, align 8")
    w.close(loop)


def step_function(module: Module, loop: Loop) -> str:
    """``@loop``: the frame has the work memory, the number of steps, the order, the inputs, a second buffer for each
    carried input, and a buffer for each logged output.

    Where the two buffers of a carried input take turns, ``Loop.taking_turns`` says; where not, the first one has the
    numbers.
    """
    w = Writer()
    frame = _Frame(w)
    steps = w.let(f"load i64, ptr {frame.take()}", "steps")
    order = frame.take()
    given = [frame.take() for _ in module.inputs]
    second = [frame.take() for _ in loop.carried]
    logs = [frame.take() for _ in loop.logged]
    widths, per_step = dict(loop.rows), loop.rows_per_step()
    sizes = [module.arrays[k].size for k in module.inputs]
    out_sizes = [module.arrays[k].size for k in module.outputs]

    def place(size: int) -> str:
        return w.at("%work", module.reserve(size))

    rows = {position: place(sizes[position]) for position in widths}
    scratch = [place(size) for size in out_sizes]
    turning = loop.taking_turns()
    changing = {*widths, *loop.scheduled, *[position for position, _ in loop.carried]}
    steady = module.steady([module.inputs[position] for position in changing])
    fixed = [rows.get(k, p) for k, p in enumerate(given)]
    module.run(w, steady, [*fixed, *scratch])

    firsts = [("ptr", given[loop.carried[k][0]]) for k in turning] + [("ptr", second[k]) for k in turning]
    step = w.loop("0", steps, 1, firsts, "step")
    n = len(turning)
    now, following = dict(zip(turning, step.values[:n], strict=True)), dict(zip(turning, step.values[n:], strict=True))
    inputs, outputs = list(fixed), list(scratch)
    for k, output in turning.items():
        inputs[loop.carried[k][0]], outputs[output] = now[k], following[k]
    for position in loop.scheduled:
        ahead = w.times(step.counter, sizes[position])
        inputs[position] = w.at(given[position], ahead)
    copies: list[tuple[int, str]] = []
    for k, output in enumerate(loop.logged):
        at = w.at(logs[k], w.times(step.counter, out_sizes[output]))
        if outputs[output] == scratch[output]:
            outputs[output] = at
        else:
            copies.append((output, at))
    if per_step:
        _gather(w, per_step, widths, order, step.counter, given, rows)
    module.run(w, [not still for still in steady], [*inputs, *outputs])
    for output, at in copies:
        _copy(w, outputs[output], at, out_sizes[output])
    for k, (position, output) in enumerate(loop.carried):
        if k not in turning:
            _copy(w, outputs[output], given[position], out_sizes[output])
    w.close(step, [following[k] for k in turning] + [now[k] for k in turning])
    return _function("loop", w)


def _gather(
    w: Writer, per_step: int, widths: dict[int, int], order: str, step: str, given: Sequence[str], rows: dict[int, str]
) -> None:
    """The rows of this step, by their numbers, side by side."""
    first = w.times(step, per_step)
    row = w.loop(0, per_step, 1, hint="row")
    number = w.let(f"load i64, ptr {w.at(order, w.add(first, row.counter), 'i64')}", "i")
    for position, width in widths.items():
        source = w.at(given[position], w.times(number, width))
        target = w.at(rows[position], w.times(row.counter, width))
        _copy(w, source, target, width)
    w.close(row)


def _copy(w: Writer, source: str, target: str, size: int) -> None:
    whole = size // 8 * 8
    for start, stop, kind, step in ((0, whole, "<8 x double>", 8), (whole, size, "double", 1)):
        if start < stop:
            loop = w.loop(start, stop, step)
            a, b = (w.at(x, loop.counter) for x in (source, target))
            w.do(f"store {kind} {w.let(f'load {kind}, ptr {a}, align 8')}, ptr {b}, align 8")
            w.close(loop)
