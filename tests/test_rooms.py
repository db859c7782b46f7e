"""The house: which rooms the package has, from the roof to the ground. Imports point down only."""

import ast
from pathlib import Path

import tinygrad_edu

PACKAGE = Path(tinygrad_edu.__file__).parent

ROOMS = """
    __main__ cli                                           the command line
    report steps linter check                              what is made of everything below
    train data                                             training, and what is trained on
    draw explain                                           pictures and derivations
    jit                                                    the compiler
    example article micrograd                              networks: a named one, the article's, micrograd's
    nn optim weighted                                      modules, losses, optimizers
    derivatives sweeps choice functions elementary         functions of Values, and their derivatives
    collector names value                                  Value; and what its graph is called
    instead yours fused operators real graph               what a Value is made by
    anomaly modes document escape ieee sides nested asked  numbers, switches, what is said to whoever asks
    ops declare primitive                                  the table
    arguments console files options palette lowered plural the terminal, files, colours: they know no Values
"""

UP = {
    ("derivatives", "jit"): "grad(f, jit=True)",
    ("nn", "jit"): "what draws at random cannot be traced, and says so in the compiler's words",
    ("value", "jit"): "so can a comparison, an if or a float()",
    ("real", "value"): "a Value is no number, and is told from others",
}
"""Imports within functions that point up, and what for."""


def rooms():
    return [word for line in ROOMS.split("\n") for word in line[:59].split()]


def imports():
    """Of each room: the rooms that it imports from, for more than types, and where."""
    for path in sorted(PACKAGE.rglob("*.py")):
        place = path.relative_to(PACKAGE).parts
        if place == ("__init__.py",):  # the face: it shows what the rooms have
            continue
        tree = ast.parse(path.read_text(encoding="utf-8"))
        nodes = list(ast.walk(tree))
        tests = [n for n in nodes if isinstance(n, ast.If) and getattr(n.test, "id", "") == "TYPE_CHECKING"]
        typed = {id(node) for test in tests for node in ast.walk(test)}
        for node in nodes:
            if not isinstance(node, ast.ImportFrom) or id(node) in typed or node.level < len(place):
                continue
            named = [node.module] if node.module else [alias.name for alias in node.names]
            for name in named:
                yield Path(place[0]).stem, name.split(".")[0], f"{'/'.join(place)}:{node.lineno}"


def test_every_room_has_its_place():
    there = {path.stem for path in PACKAGE.iterdir() if path.suffix == ".py" or (path / "__init__.py").exists()}
    assert sorted(rooms()) == sorted(there - {"__init__"})


def test_imports_point_down():
    height = {room: -k for k, room in enumerate(rooms())}
    up = {}
    for room, other, where in imports():
        if room != other and other in height and height[other] > height[room]:
            up.setdefault((room, other), where)
    assert not {pair: where for pair, where in up.items() if pair not in UP}
    assert up.keys() == UP.keys(), "what is not needed any more goes out of the list"
