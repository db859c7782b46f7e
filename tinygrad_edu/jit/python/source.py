"""The text of generated Python: a program as one function, as several, and as a training loop."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from copy import copy
from typing import Any

from ..identifiers import identifier
from ..loop import Loop
from ..program import Group, Program
from .code import Statements
from .products import taken_apart

__all__ = ["in_parts", "steps", "whole"]


def _wrapped(before: str, items: Iterable[Any], after: str) -> str:
    """A list in brackets between two pieces of text, on as many lines as it takes."""
    text, line = "", f"{before}["
    for k, item in enumerate(map(str, items)):
        piece = item if k == 0 else f", {item}"
        if len(line) + len(piece) > 95:
            text, line, piece = f"{text}{line},\n", " " * (len(before) - len(before.lstrip()) + 4), item
        line += piece
    return f"{text}{line}]{after}"


def _argument(group: str, names: set[str]) -> str:
    """A name for a group of inputs that is none of the ``names``."""
    name = identifier(group) or "group"
    while name in names:
        name += "_"
    return name


def _arguments(statements: Statements, spare: Iterable[int] = ()) -> list[str]:
    """The names of the groups of inputs. One that is unpacked at once may have the name of what is in it."""
    names = set(statements.taken)
    arguments = []
    for k, group in enumerate(statements.program.inputs):
        own = {statements.names[i] for i in group.nodes} if k not in spare else set()
        arguments.append(_argument(group.name, names - own))
        names.add(arguments[-1])
    return arguments


def _unpacked(statements: Statements, k: int, source: str, indent: int = 4) -> str:
    nodes = statements.program.inputs[k].nodes
    return _wrapped(" " * indent, [statements.names[i] for i in nodes], f" = {source}")


def whole(statements: Statements) -> str:
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


def in_parts(statements: Statements, length: int) -> list[str]:
    """The program as several functions of ``length`` statements, which hand numbers over in a list, ``memory``."""
    program, lines = statements.program, statements.lines
    place = {statements.names[i]: k for k, i in enumerate(i for group in program.inputs for i in group.nodes)}
    places = len(place)
    chunks = [lines[k : k + length] for k in range(0, len(lines), length)]
    results = [_wrapped("", [statements.code[i] for i in group.nodes], "") for group in program.outputs]
    read = [{word for _, value in chunk for word in _WORD.findall(value.text)} for chunk in chunks]
    read.append({word for text in results for word in _WORD.findall(text)})
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


def steps(loop: Loop, exact: bool) -> str:
    """The steps of a loop as one function, ``steps(first, last, batches, *inputs, *logs) -> step, carried inputs``.

    What is carried is assigned at the end of a step, after all that may raise; so when Python raises, the variables are
    those from before the step that is returned. What is used once stands where it is used: the names are in the program
    of one step.
    """
    program, widths = _needed(loop), dict(loop.rows)
    if not exact:
        program = taken_apart(program)
    carried = [
        (i, o)
        for k, output in loop.carried
        for i, o in zip(program.inputs[k].nodes, program.outputs[output].nodes, strict=True)
    ]
    logged = [i for output in loop.logged for i in program.outputs[output].nodes]
    taken = ["first", "last", "step", "batches", "batch", "range", "enumerate"]
    statements = Statements(program, exact, logged, taken, labelled=False)
    names, code = statements.names, statements.code
    arguments = _arguments(statements, loop.scheduled)
    logs: list[str] = []
    for output in loop.logged:
        logs.append(_argument(f"log_{program.outputs[output].name}", {*names, *arguments, *logs}))
    passed = [name for k, name in enumerate(arguments) if k not in widths]
    lines = [f"def steps({', '.join(['first', 'last', 'batches', *passed, *logs])}):"]
    once = [k for k in range(len(arguments)) if k not in widths and k not in loop.scheduled]
    lines += [_unpacked(statements, k, arguments[k]) for k in once]
    each = "step in range(first, last)" if not widths else "step, batch in enumerate(batches, first)"
    lines += ["    step = first", "    try:", f"        for {each}:"]
    per_step = loop.rows_per_step()
    for row in range(per_step):
        nodes = [i for k, w in widths.items() for i in program.inputs[k].nodes[row * w : (row + 1) * w]]
        source = "batch" if per_step == 1 else f"batch[{row}]"
        lines.append(_wrapped(" " * 12, [names[i] for i in nodes], f" = {source}"))
    lines += [_unpacked(statements, k, f"{arguments[k]}[step]", 12) for k in loop.scheduled]
    lines += [f"            {name} = {value}" for name, value in statements.lines]
    before, after = _moves([(names[i], str(code[o])) for i, o in carried], statements.free)
    lines += [f"            {line}" for line in before]
    for log, output in zip(logs, loop.logged, strict=True):
        values = [code[i] for i in program.outputs[output].nodes]
        one = f"            {log}.append({values[0]})"
        lines.append(one if len(values) == 1 else _wrapped(f"            {log} += ", values, ""))
    lines += [f"            {line}" for line in after]
    end = [_wrapped("", [names[i] for i in program.inputs[k].nodes], "") for k, _ in loop.carried]
    lines += ["    except (ArithmeticError, ValueError):", f"        return step, [{', '.join(end)}]"]
    return "\n".join([*lines, f"    return last, [{', '.join(end)}]"])


def _needed(loop: Loop) -> Program:
    """The program without what neither goes on to the next step nor is written down."""
    program = copy(loop.program)
    assert isinstance(program, Program), "a rolled program is for the targets that re-roll"
    used = {*loop.logged, *(output for _, output in loop.carried)}
    program.outputs = [group if k in used else Group(group.name, ()) for k, group in enumerate(program.outputs)]
    return program.live()


def _moves(moves: list[tuple[str, str]], free: Callable[[str], str]) -> tuple[list[str], list[str]]:
    """The assignments of what is carried, as if all were made at once: what comes first, and the assignments.

    First comes what may raise, and what reads a variable that is assigned before it.
    """
    before, after, assigned = [], [], set()  # type: list[str], list[str], set[str]
    for name, value in moves:
        if _MAY_RAISE.search(value) or assigned.intersection(_WORD.findall(value)):
            later = free(f"new_{name}")
            before.append(f"{later} = {value}")
            value = later
        after.append(f"{name} = {value}")
        assigned.add(name)
    return before, after
