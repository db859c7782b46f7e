"""Run the suite once under coverage.py and write down which test runs which lines, and how long each test takes.

    python -m tests.mutation.recording OUT < names of the tests that are not wanted

A program of its own, run inside the sandbox: it imports the package. Tests start processes (the command line, the
collector's count); coverage.py follows them, and pytest's own PYTEST_CURRENT_TEST tells for which test they run.
"""

import json
import sys
import tempfile
from collections import defaultdict
from pathlib import Path

import coverage
import pytest

from .plugin import AsInMakeTest, Recorded

CONFIGURATION = """
[run]
core = ctrace
parallel = true
patch = subprocess
source = {package}
data_file = {folder}/lines
context = ${{PYTEST_CURRENT_TEST-}}
"""


def record(package: Path, known: set[str]) -> dict:
    """{"seconds": test -> seconds, "lines": file -> test -> its lines}, of all tests that pass and are not known."""
    with tempfile.TemporaryDirectory() as folder:
        rc = Path(folder, "coveragerc")
        rc.write_text(CONFIGURATION.format(package=package, folder=folder))
        watch = coverage.Coverage(config_file=str(rc))
        recorded = Recorded(watch, known)
        watch.start()
        pytest.main(["-q", "-p", "no:cacheprovider", "-p", "no:xdist"], plugins=[recorded])
        watch.stop()
        watch.save()
        watch.combine()
        data = watch.get_data()
        lines: dict[str, dict[str, set[int]]] = defaultdict(lambda: defaultdict(set))
        for file in data.measured_files():
            name = Path(file).relative_to(package.parent).as_posix()
            for line, contexts in data.contexts_by_lineno(file).items():
                for context in contexts:
                    test = context if context in recorded.seconds else context.rpartition(" (")[0]  # "name (call)"
                    if test in recorded.seconds:
                        lines[name][test].add(line)
    return {
        "seconds": recorded.seconds,
        "lines": {file: {test: sorted(some) for test, some in tests.items()} for file, tests in lines.items()},
    }


if __name__ == "__main__":
    AsInMakeTest.install()
    result = record(Path("tinygrad_edu").resolve(), set(sys.stdin.read().splitlines()))
    Path(sys.argv[1]).write_text(json.dumps(result))
