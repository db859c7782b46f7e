"""Generated Python: the target that needs nothing, and the definition that the others must match.

A program becomes one function of straight-line code, several if it is long, and a training loop a function with a
``for`` in it. The code calls the bare functions of ``math``; where Python raises instead of giving the number of
IEEE-754 (1/0, log(0), exp(710)), the same inputs go through ``Program.run``, in which nothing raises.

>>> from tinygrad_edu import Value
>>> from tinygrad_edu.jit.lower import lower
>>> w, x = Value(3.0, "w"), Value(2.0, "x")
>>> y = (w * x).sigmoid().named("y")
>>> executable = build(lower([("w", [w]), ("x", [x])], [("y", [y])], gradient_of=y, wrt=[("slope", [w])]))
>>> print(executable.source())
def run(w, x):
    [w] = w
    [x] = x
    t3 = w*x
    e_y = exp(-t3)
    y = 1.0/(1.0 + e_y)
    d_w = (e_y*y*y if y else 0.0)*x
    return [y], [d_w]
>>> executable.run([0.0], [2.0])
[[0.5], [0.5]]
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Sequence
from copy import copy
from typing import Any

from ...ieee import FLOATS
from ..loop import Loop
from ..program import Group, Program
from .code import Statements
from .identifiers import identifier

__all__ = ["PythonExecutable", "build"]

PART = 2_000
"""Statements in one function. What is longer becomes several: the time to compile one grows faster than its length."""

_NAMES: dict[str, Any] = {**vars(FLOATS), "inf": math.inf, "nan": math.nan}
_RAISED = (ArithmeticError, ValueError)


def build(program: Program, *, exact: bool = False, loop: Loop | None = None) -> PythonExecutable:
    """The program as Python, compiled; with a loop, that as well.

    exact  every function as the eager engine has it; else sigmoid and its derivative share an exponential
    """
    return PythonExecutable(program, exact, loop)


class PythonExecutable:
    """A program as a Python function. It has no state: several threads may run it at once."""

    target = "python"

    def __init__(self, program: Program, exact: bool, loop: Loop | None) -> None:
        self.program, self._loop = program, loop
        statements = Statements(program, exact, taken=["memory"])
        if len(statements.lines) <= PART:
            self._texts = [_whole(statements)]
        else:
            self._texts = _in_parts(statements)
        self._functions = [_compiled(text) for text in self._texts]
        self._steps: Callable[..., Any] | None = None
        if loop is not None and len(self._texts) == 1:
            self._texts.append(_loop(loop, exact))
            self._steps = _compiled(self._texts[1])

    def run(self, *groups: Sequence[float]) -> list[list[float]]:
        """The numbers of each output group, from those of each input group."""
        inputs = [group if group.__class__ is list else _floats(group) for group in groups]
        try:
            if len(self._functions) == 1:
                return list(self._functions[0](*inputs))
            memory: list[Any] = [x for group in inputs for x in group]
            for function in self._functions:
                out = function(memory)
            return list(out)
        except _RAISED:
            return self.program.run(*inputs)

    def run_into(self, inputs: Sequence[Any], outputs: Sequence[Any]) -> None:
        """The same from buffers into buffers, ``array('d')`` or NumPy."""
        for output, numbers in zip(outputs, self.run(*inputs), strict=True):
            for k, x in enumerate(numbers):
                output[k] = x

    def source(self) -> str:
        """The code that runs."""
        return "\n\n".join(self._texts)

    def loop(
        self, steps: int, inputs: Sequence[Any], order: Sequence[int] = ()
    ) -> tuple[list[Any], list[list[float]]]:
        """What ``Loop.run`` does, in one function: what is carried from step to step stays in its variables."""
        loop = self._loop
        assert loop is not None, "build(program, loop=...) makes an executable that has a loop"
        state = [_floats(group) for group in inputs]
        order = order.tolist() if hasattr(order, "tolist") else list(order)
        if self._steps is None:
            return loop.run(steps, state, order, self.run)
        logs: list[list[float]] = [[] for _ in loop.logged]
        tables = _tables(loop, state)
        step = 0
        while step < steps:
            step, after = self._steps(step, steps, order, *tables, *logs)
            for (k, _), numbers in zip(loop.carried, after, strict=True):
                tables[k] = state[k] = numbers
            if step < steps:  # Python has raised in this step: take it with the arithmetic in which nothing raises
                per_step, here = loop.rows_per_step(), list(state)
                for k in loop.scheduled:
                    n = len(loop.program.inputs[k].nodes)
                    here[k] = state[k][step * n : (step + 1) * n]
                after, lines = loop.run(1, here, order[step * per_step : (step + 1) * per_step])
                for k, _ in loop.carried:
                    tables[k] = state[k] = after[k]
                for log, numbers in zip(logs, lines, strict=True):
                    log += numbers
                step += 1
        return state, logs


def _floats(group: Any) -> Any:
    """A group of inputs as a list: NumPy's own numbers are slow, and warn where Python raises."""
    return group.tolist() if hasattr(group, "tolist") else group


def _tables(loop: Loop, state: list[Any]) -> list[Any]:
    """The inputs as the generated loop takes them: rows as lists, the numbers of each step as lists."""
    tables = list(state)
    widths = dict(loop.rows) | {k: len(loop.program.inputs[k].nodes) for k in loop.scheduled}
    for k, width in widths.items():
        tables[k] = [state[k][i : i + width] for i in range(0, len(state[k]), width)] if width else []
    return tables


def _compiled(text: str) -> Callable[..., Any]:
    names = dict(_NAMES)
    exec(compile(text, "<a program, written in Python>", "exec"), names)
    function: Callable[..., Any] = names.pop(text[4 : text.index("(")])  # popped, or it would keep itself alive
    return function


# -- text -------------------------------------------------------------------------------------------------------------


def _wrapped(before: str, items: Iterable[Any], after: str) -> str:
    """A list in brackets between two pieces of text, on as many lines as it takes."""
    text, line = "", f"{before}["
    for k, item in enumerate(map(str, items)):
        piece = item if k == 0 else f", {item}"
        if len(line) + len(piece) > 95:
            text, line, piece = f"{text}{line},\n", " " * (len(before) - len(before.lstrip()) + 4), item
        line += piece
    return f"{text}{line}]{after}"


def _argument(group: Group, names: set[str]) -> str:
    """A name for a group of inputs that none of the nodes has; ``names`` are all names so far."""
    name = identifier(group.name) or "group"
    while name in names:
        name += "_"
    names.add(name)
    return name


def _arguments(statements: Statements, spare: Iterable[int] = ()) -> list[str]:
    """The names of the groups of inputs. One that is unpacked at once may have the name of what is in it."""
    names = set(statements.names)
    arguments = []
    for k, group in enumerate(statements.program.inputs):
        own = {statements.names[i] for i in group.nodes} if k not in spare else set()
        arguments.append(_argument(group, names - own))
        names.add(arguments[-1])
    return arguments


def _unpacked(statements: Statements, k: int, source: str, indent: int = 4) -> str:
    nodes = statements.program.inputs[k].nodes
    return _wrapped(" " * indent, [statements.names[i] for i in nodes], f" = {source}")


def _whole(statements: Statements) -> str:
    """The program as one function."""
    program, arguments = statements.program, _arguments(statements)
    lines = [f"def run({', '.join(arguments)}):"]
    lines += [_unpacked(statements, k, name) for k, name in enumerate(arguments)]
    lines += [f"    {name} = {value}" for name, value in statements.lines]
    results = [_wrapped("", [statements.code[i] for i in group.nodes], "") for group in program.outputs]
    lines.append(f"    return {', '.join(results)}" + "," * (len(results) == 1))
    return "\n".join(lines)


_WORD = re.compile(r"[^\W\d]\w*")
_MAY_RAISE = re.compile(r"/|\w\(")  # a division or a call; + − * never raise


def _in_parts(statements: Statements) -> list[str]:
    """The program as several functions, which hand numbers over in a list, ``memory``."""
    program, lines = statements.program, statements.lines
    place = {statements.names[i]: k for k, i in enumerate(i for group in program.inputs for i in group.nodes)}
    places = len(place)
    chunks = [lines[k : k + PART] for k in range(0, len(lines), PART)]
    results = [_wrapped("", [statements.code[i] for i in group.nodes], "") for group in program.outputs]
    read = [{word for _, value in chunk for word in _WORD.findall(value.text)} for chunk in chunks]
    read.append({word for result in results for word in _WORD.findall(result)})
    later: list[set[str]] = [set()]
    for words in read[:0:-1]:
        later.append(later[-1] | words)
    texts = []
    for number, (chunk, needed) in enumerate(zip(chunks, reversed(later), strict=False), 1):
        made = list(dict.fromkeys(name for name, _ in chunk))
        text = [f"def part_{number}(memory):"]
        text += [f"    {name} = memory[{place[name]}]" for name in sorted(read[number - 1] & place.keys())]
        text += [f"    {name} = {value}" for name, value in chunk]
        kept = [name for name in made if name in needed]
        place |= {name: k for k, name in enumerate(kept, places)}
        places += len(kept)
        text.append(_wrapped("    memory += ", kept, ""))
        texts.append("\n".join(text))
    text = ["def outputs(memory):"]
    text += [f"    {name} = memory[{place[name]}]" for name in sorted(read[-1] & place.keys())]
    texts.append("\n".join([*text, f"    return {', '.join(results)}" + "," * (len(results) == 1)]))
    return texts


def _loop(loop: Loop, exact: bool) -> str:
    """The steps of a loop as one function, ``steps(first, last, order, *inputs, *logs) -> step, carried inputs``.

    What is carried is assigned at the end of a step, after all that may raise; so when Python raises, the variables are
    those from before the step that is returned.
    """
    program, widths = _needed(loop), dict(loop.rows)
    carried = [
        (i, o)
        for k, output in loop.carried
        for i, o in zip(program.inputs[k].nodes, program.outputs[output].nodes, strict=True)
    ]
    logged = [i for output in loop.logged for i in program.outputs[output].nodes]
    statements = Statements(program, exact, logged, ["first", "last", "order", "step", "range"])
    names, code = statements.names, statements.code
    at_each_step = {*widths, *loop.scheduled}
    arguments = _arguments(statements, at_each_step)
    taken = {*names, *arguments}
    logs = []
    for output in loop.logged:
        logs.append(_argument(Group(f"log_{program.outputs[output].name}", ()), taken))
    lines = [f"def steps({', '.join(['first', 'last', 'order', *arguments, *logs])}):"]
    lines += [_unpacked(statements, k, name) for k, name in enumerate(arguments) if k not in at_each_step]
    lines += ["    step = first", "    try:", "        for step in range(first, last):"]
    per_step = loop.rows_per_step()
    for k, width in widths.items():
        nodes = program.inputs[k].nodes
        for row in range(per_step):
            number = "step" if per_step == 1 else f"{per_step}*step + {row}" if row else f"{per_step}*step"
            row_names = [names[i] for i in nodes[row * width : (row + 1) * width]]
            lines.append(_wrapped(" " * 12, row_names, f" = {arguments[k]}[order[{number}]]"))
    lines += [_unpacked(statements, k, f"{arguments[k]}[step]", 12) for k in loop.scheduled]
    lines += [f"            {name} = {value}" for name, value in statements.lines]
    before, after = _moves([(names[i], str(code[o])) for i, o in carried], statements.free)
    lines += [f"            {line}" for line in before]
    for log, output in zip(logs, loop.logged, strict=True):
        values = [code[i] for i in program.outputs[output].nodes]
        lines.append(_wrapped(f"            {log} += ", values, ""))
    lines += [f"            {line}" for line in after]
    end = [_wrapped("", [names[i] for i in program.inputs[k].nodes], "") for k, _ in loop.carried]
    lines += ["    except (ArithmeticError, ValueError):", f"        return step, [{', '.join(end)}]"]
    return "\n".join([*lines, f"    return last, [{', '.join(end)}]"])


def _needed(loop: Loop) -> Program:
    """The program without what neither goes on to the next step nor is written down."""
    program = copy(loop.program)
    used = {*loop.logged, *(output for _, output in loop.carried)}
    program.outputs = [group if k in used else Group(group.name, ()) for k, group in enumerate(program.outputs)]
    return program.live()


def _moves(moves: list[tuple[str, str]], free: Callable[[str], str]) -> tuple[list[str], list[str]]:
    """The assignments of what is carried, as if all were made at once: what comes first, and the assignments.

    First comes what may raise, and what reads a variable that is assigned before it.
    """
    before, after, assigned = [], [], set()  # type: list[str], list[str], set[str]
    for name, value in moves:
        if value == name:
            continue
        if _MAY_RAISE.search(value) or assigned.intersection(_WORD.findall(value)):
            later = free(f"new_{name}")
            before.append(f"{later} = {value}")
            value = later
        after.append(f"{name} = {value}")
        assigned.add(name)
    return before, after
