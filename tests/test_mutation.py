"""The tool that plants faults into the package: what it changes, and that it changes nothing else."""

import ast
from pathlib import Path

from tests.mutation import __main__ as mutation
from tests.mutation.equivalent import EQUIVALENT
from tests.mutation.faults import faults_of

SOURCE = b'''"""A file: \xc3\xa9."""
LIMIT: int = 3


def clip(x, low, high=-1.5, *, strict=True):
    """Never 1 + 1."""
    if not x < LIMIT and high:
        raise ValueError(f"{x + 1} is more than {LIMIT}")
    rows = list(zip(x, low, strict=True))
    rows[0] = low + high  # a comment stays
    rows.sort()
    return rows if low is None else (high, low)[1]
'''


def test_what_is_changed():
    faults = faults_of("a.py", SOURCE)
    assert [(fault.line, fault.kind, fault.new) for fault in faults] == [
        (2, "constant", "(4)"),
        (5, "sign", "(1.5)"),
        (5, "constant", "(2.25)"),
        (5, "constant", "(False)"),
        (7, "and/or", "(not x < LIMIT or high)"),
        (7, "not", "(x < LIMIT)"),
        (7, "comparison", "(x <= LIMIT)"),
        (8, "statement removed", "pass"),
        (9, "swapped arguments", "(zip(low, x, strict=True))"),
        (10, "statement removed", "pass"),
        (10, "constant", "(1)"),
        (10, "operator", "(low - high)"),
        (11, "statement removed", "pass"),
        (12, "condition", "(rows if not low is None else (high, low)[1])"),
        (12, "comparison", "(low is not None)"),
        (12, "constant", "(2)"),
    ]
    planted = faults[11].planted(SOURCE).decode()
    assert planted == SOURCE.decode().replace("low + high", "(low - high)")
    for fault in faults:
        ast.parse(fault.planted(SOURCE))


def test_every_file_of_a_room_has_faults_and_tests():
    faults, left_out = mutation.every_fault([])
    assert len(faults) > 10_000 and "ops.py" not in left_out
    for path in {fault.path for fault in faults}:
        *tests, own = mutation.tests_of(path)
        assert own == path and tests and all((mutation.ROOT / test).is_file() for test in tests)


def test_what_is_called_equivalent_can_still_be_planted():
    for path, old, new in EQUIVALENT:
        source = Path(mutation.ROOT, path).read_bytes()
        assert any((fault.old, fault.new) == (old, new) for fault in faults_of(path, source)), (path, old, new)
