"""From a recorded call to a program, and what a call needs to run it.

What can be wanted of a function: its value, its gradient, both, or (``node``) its values with all their derivatives,
for a node of an eager graph. Gradients are by arguments, or by Values that the function reads.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import wraps
from typing import Any, NamedTuple

from ..anomaly import nothing_to_differentiate
from ..choice import Bounds, PassedOver, entry_number
from ..derivatives import lost, single
from ..nested import flatten
from ..plural import plural
from ..value import Value
from .lower import Lowering
from .outside import Outside
from .program import Program
from .recording import Recording, number_of
from .structure import all_floats, described

__all__ = ["Compiled", "Key", "Wanted", "lowered", "no_values", "passing_over"]

MOST = 6
"""Lines of a report about what does not roll."""


class Wanted(NamedTuple):
    """What is to be computed: "value", "gradient", "both" or "node"; by what a gradient is.

    rows    for many rows: "each" of them, or their "sum"
    nested  whether the function is that of a derivative, so that those within it can be differentiated again
    """

    kind: str = "value"
    argnums: int | tuple[int, ...] = 0
    wrt: tuple[Value, ...] | None = None
    rows: str = ""
    nested: bool = False

    def words(self) -> str:
        words = {"value": "", "gradient": ", gradient", "both": ", value and gradient", "node": ", all derivatives"}
        by = "" if self.kind in ("value", "node") else f" by {len(self.wrt):,} Values" if self.wrt else ""
        rows = {"": "", "each": ", for each row", "sum": ", summed over rows"}
        return words[self.kind] + by + rows[self.rows]


Key = tuple[Wanted, tuple[Hashable, ...], tuple[str, ...]]
"""What a program is found by: what was wanted, the structure of each argument, the names of those that have one."""


@dataclass
class Compiled:
    """A program for one structure of arguments, and how a call is fitted to it.

    captured  Values that are read at each call
    choices   for each whole number that chooses from tables: argument, place in it, what bounds it (``entry_number``)
    given     the arguments that have numbers, each a group of inputs
    rebuild   the structure of the results, from their numbers
    fixed     results that are no Values, by their place among the results
    times     seconds for each stage of compiling
    outside   what the function read that is part of the program
    columns   where in a table of numbers the results stand, if it was asked (``batches.py``)
    changed   what was something else in the program before this one
    cut       whether parts have no derivatives (``detach()``), which the program, as arithmetic, does not say
    """

    key: Key
    program: Program
    executable: Any
    captured: list[Value]
    choices: list[tuple[int, int, Bounds]]
    given: list[int]
    rebuild: Callable[[Sequence[Any]], Any]
    fixed: dict[int, Any]
    times: dict[str, float]
    outside: Outside
    cut: bool
    columns: Any = None
    changed: str = ""
    operations: dict[int, Any] = field(default_factory=dict)

    def inputs(self, groups: Sequence[list[Any]]) -> list[Any]:
        """The program's input groups, from the numbers of each argument; an argument without numbers has none."""
        for argument, place, bounds in self.choices:
            entry_number(groups[argument][place], *bounds)
        numbers: list[Any]
        numbers = [group if all_floats(group) else [number_of(x) for x in group] for group in groups if group]
        if self.captured:
            numbers.append([v._data for v in self.captured])
        # Generated Python reads lists; machine code and NumPy read memory.
        return numbers if self.executable.target == "python" else [array("d", group) for group in numbers]

    def result(self, outputs: Sequence[Any]) -> Any:
        """What the function returns, from all numbers of the outputs."""
        if not self.fixed:
            return self.rebuild(outputs)
        numbers = iter(outputs)
        total = len(outputs) + len(self.fixed)
        return self.rebuild([self.fixed[k] if k in self.fixed else next(numbers) for k in range(total)])

    def words(self) -> list[str]:
        """Lines for a report."""
        wanted, keys, names = self.key
        arguments = [described(key) for key in keys]
        first = len(arguments) - len(names)
        arguments[first:] = [f"{name}={text}" for name, text in zip(names, arguments[first:], strict=True)]
        stages = ", ".join(f"{stage} {seconds * 1e3:.1f} ms" for stage, seconds in self.times.items())
        count, work = len(self.captured), self.program.work()
        read = f", {plural(count, 'Value')} read at each call" if count else ""
        lines = [
            f"({', '.join(arguments)}){wanted.words()}",
            f"  target {self.executable.target}: {self.executable.why}",
            f"  {plural(work, 'operation')}{read}",
            f"  {stages}",
        ]
        if self.outside.left:
            lines.append(f"  changed when it is recorded, and not when it is called: {', '.join(self.outside.left)}")
        if self.changed:
            lines.append(f"  compiled anew because this had changed: {self.changed}")
        rolled = getattr(self.executable, "rolled", None)
        again = getattr(self.executable, "again", 0)
        if again:
            own = f"{work - again:,} operations" if rolled is None else f"{len(rolled.nests) - again:,} loop nests"
            lines.append(f"  steps repeat: {own} were compiled, and are called again for the others")
        if rolled is not None:
            share = rolled.affine / rolled.work if rolled.work else 1.0
            lines.append(f"  {len(rolled.nests):,} loop nests over arrays, in which {share:.1%} of the work rolled up;")
            lines.append("  checked against the operations one by one")
            lines += [f"  {line}" for line in rolled.report[:MOST]]
            if len(rolled.report) > MOST:
                lines.append(f"  and {len(rolled.report) - MOST:,} more like these")
        return lines


def passing_over(run: Callable[..., Any]) -> Callable[..., Any]:
    """A method of a compiled function; where a number to be passed over comes for the first time, it starts again.

    All programs are made anew then, for such numbers too.
    """

    @wraps(run)
    def running(self: Any, *args: Any, **kwargs: Any) -> Any:
        while True:
            known = len(self._passed)
            try:
                return run(self, *args, **kwargs)
            except PassedOver as found:
                with self._lock:
                    if found.number not in self._passed:
                        self._passed.add(found.number)
                        self._cache.clear()
                    elif known == len(self._passed):  # it is another one, inside of which this one is recorded
                        raise  # (else another thread has met the number meanwhile)

    return running


def lowered(
    recording: Recording, wanted: Wanted, positional: int, exact: bool
) -> tuple[Program, Callable[[Sequence[Any]], Any], dict[int, Any]]:
    """The program for what is wanted; the structure of its outputs, and those that are no Values, by their place.

    ``positional`` is how many of the arguments have no name. Raises TypeError if the function returned no Value, or for
    a gradient not a single one, or has not the arguments that it is to be differentiated by; ValueError if it does not
    depend on them.
    """
    inputs: list[tuple[str, list[Value]]] = [(name, list(leaves)) for name, leaves in recording.arguments if leaves]
    if recording.captured:
        inputs.append(("captured", recording.captured))
    values = [v for v in recording.outputs if isinstance(v, Value)]
    fixed = {k: x for k, x in enumerate(recording.outputs) if not isinstance(x, Value)}
    if not values:
        if recording.templates and not inputs and recording.result is not None:
            given = ", ".join(f"{x!r:.60}" for x in recording.templates)
            raise TypeError(
                f"{recording.name} was given no numbers to compute with: {given}. They come as int or float, and in "
                "lists, tuples, dicts and arrays; all else is a setting"
            )
        raise TypeError(lost(recording.name, recording.result))
    rebuild, by = recording.rebuild, list[Value]()
    if wanted.kind in ("gradient", "both"):
        fixed = {}
        by, rebuild = _chosen(recording, wanted, positional)
        if wanted.kind == "both":
            gradient = rebuild
            rebuild = lambda numbers: (numbers[0], gradient(numbers[1:]))  # noqa: E731
    lowering = Lowering(exact)
    builder, node = lowering.builder, lowering.node
    for name, leaves in inputs:
        for k, leaf in enumerate(leaves):
            node[leaf] = builder.input(leaf.label or f"{name}[{k}]")
    lowering.forward([*values, *by], recording.order)
    outputs = [("value", [node[v] for v in values])]
    if wanted.kind == "node":
        by = [leaf for _, leaves in inputs for leaf in leaves]
    if wanted.kind != "value":
        for k, v in enumerate(values):
            slopes = lowering.backward(v, by)
            outputs.append(("gradient" if len(values) == 1 else f"gradient_{k}", [slopes[leaf] for leaf in by]))
    if wanted.kind == "gradient":
        del outputs[0]
    program = builder.finish([(name, [node[leaf] for leaf in leaves]) for name, leaves in inputs], outputs)
    return program, rebuild, fixed


def no_values(wrt: Iterable[Any] | None) -> str:
    """What is wrong with what a gradient is to be by, if there is something in it that is no Value; else nothing."""
    for x in wrt or ():
        if not isinstance(x, Value):
            return f"wrt is a list of Values, not of {type(x).__name__} {x!r:.60}"
    return ""


def _chosen(
    recording: Recording, wanted: Wanted, positional: int
) -> tuple[list[Value], Callable[[Sequence[Any]], Any]]:
    """The leaves to differentiate by, and the structure of the gradient."""
    name = recording.name
    single(name, recording.result)
    leaves: list[Value]
    rebuild: Callable[[Sequence[Any]], Any]
    if wanted.wrt is not None:
        if wrong := no_values(wanted.wrt):
            raise TypeError(wrong)
        for leaf in wanted.wrt:
            if not leaf.requires_grad:
                raise RuntimeError(nothing_to_differentiate(leaf))
        leaves, rebuild = list(wanted.wrt), list
    else:
        numbers = (wanted.argnums,) if isinstance(wanted.argnums, int) else wanted.argnums
        for i in numbers:
            if not isinstance(i, int) or not -positional <= i < positional:
                given = f"{name} was called with {plural(positional, 'positional argument')}"
                raise TypeError(f"argnums={wanted.argnums!r}, but {given}; wrt=[w] asks for a gradient by Values")
        leaves = [leaf for i in numbers for leaf in recording.arguments[i % positional][1]]
        templates = [recording.templates[i % positional] for i in numbers]
        places, rebuild = flatten(templates[0] if isinstance(wanted.argnums, int) else tuple(templates))
        for x in places:
            if x.__class__ is not float:
                raise TypeError(f"{name} cannot be differentiated by the {type(x).__name__} {x!r:.60}")
    if set(leaves).isdisjoint(recording.order):
        what = ", ".join([leaf.label for leaf in leaves if leaf.label][:3]) or "these arguments"
        raise ValueError(f"the result of {name} does not depend on {what}: its gradient would be 0 everywhere")
    return leaves, rebuild
