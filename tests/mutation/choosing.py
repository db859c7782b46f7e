"""Which tests are asked about a fault, and in which order."""

import ast

from .faults import Fault
from .lines import Map


def groups(fault: Fault, source: bytes, known: Map) -> list[set[str]]:
    """Groups of tests, to be asked one after the other.

    First the tests of the file that run the line, then those of its room, then the others that do. Where the line runs
    when its file is imported, or nobody saw it run (in a process without the test's environment), all tests that enter
    the file and all of the room come after them.
    """
    statements, at_import = surroundings(source, fault)
    near: set[str] = set()
    for first, last in statements:  # from the inside out: some lines have no code of their own
        near = near or known.running(fault.path, first, last)
    file, room = known.own(fault.path), known.room(fault.path)
    rest = set()
    if at_import or not known.running(fault.path, *statements[0]):
        rest = (room | known.running(fault.path)) - near
    parts = (part for some in (near, rest) for part in (some & file, (some & room) - file, some - room - file))
    return [part for part in parts if part]


def surroundings(source: bytes, fault: Fault) -> tuple[list[tuple[int, int]], bool]:
    """(first line, last line) of the fault and of each statement around it, from the inside out; is it run at import?

    A default of an argument is, and what it does is seen in the function: so the function stands for it.
    """
    lines = source[: fault.start].split(b"\n"), source[: fault.end].split(b"\n")
    start, end = ((len(some), len(some[-1])) for some in lines)
    found, at_import = [(start[0], end[0])], True
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
            return found, at_import
        function = isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda))
        if function and child in (node.body if isinstance(node.body, list) else [node.body]):
            at_import = False
        if isinstance(child, ast.arguments) and function:
            return [(node.lineno, node.end_lineno)], at_import
        if isinstance(child, ast.stmt):
            found.insert(1, (child.lineno, child.end_lineno))
        node = child


def _holds(node: ast.AST, start: tuple[int, int], end: tuple[int, int]) -> bool:
    if not hasattr(node, "lineno"):
        return False
    return (node.lineno, node.col_offset) <= start and end <= (node.end_lineno, node.end_col_offset)
