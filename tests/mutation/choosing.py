"""Which tests are asked about a fault, and in which order."""

import ast

from .faults import Fault
from .lines import Map


def groups(fault: Fault, source: bytes, known: Map) -> list[set[str]]:
    """Groups of tests, to be asked one after the other.

    First the tests of the file that run the line, then those of its room, then the others that do. After them all tests
    that enter the file and all of the room: what a line computes when the file is imported, or for a test that keeps
    it, is seen by others too, and some lines run in processes of which there is no record.
    """
    near: set[str] = set()
    for first, last in surroundings(source, fault):  # from the inside out: some lines have no code of their own
        near = near or known.running(fault.path, first, last)
    file, room = known.own(fault.path), known.room(fault.path)
    rest = (room | known.running(fault.path)) - near
    parts = (part for some in (near, rest) for part in (some & file, (some & room) - file, some - room - file))
    return [part for part in parts if part]


def surroundings(source: bytes, fault: Fault) -> list[tuple[int, int]]:
    """(first line, last line) of the fault and of each statement around it, from the inside out.

    What a default of an argument does is seen in the function: so the function stands for it.
    """
    lines = source[: fault.start].split(b"\n"), source[: fault.end].split(b"\n")
    start, end = ((len(some), len(some[-1])) for some in lines)
    found = [(start[0], end[0])]
    node: ast.AST = ast.parse(source)
    while True:
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.arguments):
                inside = any(_holds(part, start, end) for part in (*child.defaults, *filter(None, child.kw_defaults)))
            else:
                inside = _holds(child, start, end)
            if inside:
                break
        else:
            return found
        if isinstance(child, ast.arguments) and isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)):
            return [(node.lineno, node.end_lineno)]
        if isinstance(child, ast.stmt):
            found.insert(1, (child.lineno, child.end_lineno))
        node = child


def _holds(node: ast.AST, start: tuple[int, int], end: tuple[int, int]) -> bool:
    if not hasattr(node, "lineno"):
        return False
    return (node.lineno, node.col_offset) <= start and end <= (node.end_lineno, node.end_col_offset)
