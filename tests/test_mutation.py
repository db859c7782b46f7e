"""The tool that plants faults into the package: what it changes, and that it changes nothing else."""

import ast
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from tests.mutation import __main__ as mutation
from tests.mutation.choosing import groups, surroundings
from tests.mutation.equivalent import EQUIVALENT
from tests.mutation.faults import faults_of
from tests.mutation.lines import Map, sources
from tests.mutation.results import Results
from tests.mutation.rooms import TESTS, room_of

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


def test_a_choice_stays_when_something_else_changes():
    faults = faults_of("a.py", SOURCE + SOURCE)
    few, many = (mutation.drawn(faults, number, 7) for number in (5, 20))
    assert few == many[:5] and len(set(many)) == 20  # lines that stand there twice are two
    assert few != mutation.drawn(faults, 5, 8)
    longer = mutation.drawn(faults_of("a.py", b"import math\n" + SOURCE + SOURCE + b"x = 1 + 1\n"), 23, 7)
    assert set(few) <= {replace(f, line=f.line - 1, start=f.start - 12, end=f.end - 12) for f in longer}


@pytest.fixture(scope="module")
def changes():
    """Of each file, what its faults change."""
    changes = {}
    for fault in mutation.every_fault([]):
        changes.setdefault(fault.path, set()).add(fault.change)
    return changes


def test_every_file_has_a_room_and_every_room_has_tests(changes):
    assert {room_of(path) for path in changes} == set(TESTS)
    for room, names in TESTS.items():
        for name in names.split():
            assert list(mutation.ROOT.glob(f"tests/test_{name}.py")), (room, name)


def test_what_is_called_equivalent_can_still_be_planted(changes):
    for path in {path for path, *_ in EQUIVALENT}:
        listed = {key for key in EQUIVALENT if key[0] == path}
        assert listed <= changes[path]


@pytest.mark.parametrize(
    ("new", "statements"),
    [
        ("(4)", [(2, 2), (2, 2)]),
        ("(2.25)", [(5, 12)]),  # a default: its function
        ("(x <= LIMIT)", [(7, 7), (7, 8), (5, 12)]),
        ("(2)", [(12, 12), (12, 12), (5, 12)]),
    ],
)
def test_where_a_fault_is(new, statements):
    fault = next(fault for fault in faults_of("a.py", SOURCE) if fault.new == new)
    assert surroundings(SOURCE, fault) == statements


FILE = "tinygrad_edu/graph.py"
KNOWN = {  # test -> (seconds, lines of FILE)
    "tests/test_graph.py::quick": (0.1, [7, 8]),
    "tests/test_graph.py::other": (0.3, [10]),
    "tests/test_explain.py::slow": (9.0, [7]),
    "tests/test_nn_init.py::far": (0.2, [7]),
    f"{FILE}::doctest": (0.4, [12]),
    "tests/test_nn_init.py::elsewhere": (0.2, []),
}


def small_map():
    lines = {test: sum(1 << line for line in lines) for test, (_, lines) in KNOWN.items() if lines}
    return Map({FILE: "1"}, {test: seconds for test, (seconds, _) in KNOWN.items()}, {FILE: lines})


def test_the_tests_that_run_the_line_are_asked_first():
    quick, other, slow, far, doctest, _ = KNOWN
    faults = {fault.new: fault for fault in faults_of(FILE, SOURCE)}
    assert groups(faults["(x <= LIMIT)"], SOURCE, small_map()) == [{quick}, {slow}, {far}, {other}, {doctest}]
    assert groups(faults["(2)"], SOURCE, small_map()) == [{doctest}, {quick, other}, {slow}, {far}]
    assert groups(faults["(4)"], SOURCE, small_map()) == [{quick, other}, {slow, doctest}, {far}]
    assert groups(faults["(2.25)"], SOURCE, small_map())[:2] == [{quick, other}, {slow, doctest}]
    unseen = faults["pass"]  # line 11, in no test's record: the function's tests, then those of the room
    assert groups(unseen, SOURCE, small_map()) == [{quick, other}, {slow, doctest}, {far}]
    assert list(small_map().limits({slow, quick, other})) == [quick, other, slow]
    assert list(small_map().limits({slow, quick, other}, 0.5)) == [quick, other]
    assert list(small_map().limits({slow}, 0.5)) == [slow]


@pytest.mark.parametrize(
    ("call", "swapped"),
    [
        ("dot(w, w)", 0),
        ("max(a, b)", 0),
        ("min(a, b, c)", 0),
        ("max(a, b, key=f)", 1),
        ("f(a, b)", 1),
        ("math.isclose(a, b)", 0),
    ],
)
def test_arguments_are_swapped_where_that_is_a_fault(call, swapped):
    assert [fault.kind for fault in faults_of("a.py", f"x = {call}".encode())] == ["swapped arguments"] * swapped


def test_a_map_is_what_was_written(tmp_path):
    known = small_map()
    known.write(tmp_path / "new" / "map.json")
    back = Map.read(tmp_path / "new" / "map.json")
    assert (back.made_from, back.seconds, back.lines) == (known.made_from, known.seconds, known.lines)
    assert Map.read(tmp_path / "none.json").seconds == {}


def test_what_has_to_be_recorded_again(tmp_path):
    now = {FILE: "1", "tests/test_nn_init.py": "1", "tests/hostile.py": "1", "tests/conftest.py": "1"}
    (tmp_path / "tests").mkdir()
    (tmp_path / "tests" / "test_explain.py").write_text("from . import hostile")
    known = small_map()
    known.made_from = dict(now)
    entering = {test for test, (_, lines) in KNOWN.items() if lines}
    for changed, tests in [
        ("tinygrad_edu/new.py", set()),
        (FILE, entering),
        ("tests/test_nn_init.py", {test for test in KNOWN if "nn_init" in test}),
        ("tests/hostile.py", {test for test in KNOWN if "explain" in test}),
        ("tests/conftest.py", set(KNOWN)),
    ]:
        assert known.outdated(now | {changed: "2"}, tmp_path) == tests, changed
    assert known.outdated(now, tmp_path) == set()
    known.forget(entering)
    assert set(known.seconds) == set(KNOWN) - entering and not known.lines[FILE]


def test_results_go_on_where_they_stopped(tmp_path):
    path = next(path for path in EQUIVALENT)[0]
    faults = faults_of(path, Path(mutation.ROOT, path).read_bytes())
    listed = next(fault for fault in faults if fault.change in EQUIVALENT)
    first, second, *_ = (fault for fault in faults if fault.change not in EQUIVALENT)
    Results(tmp_path / "r" / "results.jsonl").add(first, "survived", "", 1.0)
    again = Results(tmp_path / "r" / "results.jsonl")
    assert [again.outcome(fault) for fault in (first, second, listed)] == ["survived", None, "equivalent"]
    again.add(first, "noticed", "a test", 1.0)
    assert Results(tmp_path / "r" / "results.jsonl").outcome(first) == "noticed"


PACKAGE = """
def more(x):
    if x < 3:
        return x + 1
    while x > 5:
        x = x - 1
    return x
"""
SUITE = """
from tinygrad_edu.graph import more

def test_more():
    assert more(2) == 3 and more(8) == 5
"""


@pytest.mark.slow
def test_a_whole_run(tmp_path):
    """Of a package of one file: what is noticed, what survives, and that an endless loop comes to an end."""
    shutil.copytree(mutation.ROOT / "tests" / "mutation", tmp_path / "tests" / "mutation")
    shutil.copy(mutation.ROOT / "pyproject.toml", tmp_path)
    files = {FILE: PACKAGE, "tests/test_graph.py": SUITE, "tests/__init__.py": "", "tinygrad_edu/__init__.py": ""}
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    test = "tests/test_graph.py::test_more"
    lines = {FILE: {test: 0b11111100}}
    Map(sources(tmp_path), {test: 0.01}, lines).write(tmp_path / "build" / "mutation" / "map.json")
    command = [sys.executable, "-m", "tests.mutation", "--sample", "99"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True)
    assert done.returncode == 1, done.stderr
    assert f"survived  {FILE}:3  comparison: x < 3 -> (x <= 3)" in done.stdout and "75.0% noticed" in done.stdout
    assert "SIGALRM in tests/test_graph.py::test_more" in done.stdout  # x + 1 for x - 1, for ever
    once_more = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True)
    assert once_more.stdout.split("room ")[1] == done.stdout.split("room ")[1] and "SURVIVED" not in once_more.stdout
    assert (tmp_path / FILE).read_text() == PACKAGE


@pytest.mark.parametrize(
    ("file", "tests"),
    [
        ("nn/init.py", "tests/test_nn_init.py"),
        ("check/engine/lessons.py", "tests/test_check_engine.py"),
        ("graph.py", "tests/test_graph.py"),
        ("check/judge.py", None),  # tests/test_check.py is the room's
    ],
)
def test_the_tests_of_a_file(file, tests):
    known = Map({}, {f"tests/test_{name}.py::f": 1.0 for name in ("nn_init", "check", "check_engine", "graph")}, {})
    assert known.own(f"tinygrad_edu/{file}") == ({f"{tests}::f"} if tests else set())
