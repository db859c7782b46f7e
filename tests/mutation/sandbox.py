"""A copy of the checkout in which one file at a time is wrong, and processes that try the tests there.

This process loads what the tests need from elsewhere (NumPy, hypothesis, LLVM, ...) and splits itself in two for each
fault: the child only has to load the package, with the fault in it.
"""

import compileall
import contextlib
import importlib
import os
import py_compile
import resource
import shutil
import signal
import sys
from pathlib import Path

import pytest

from .faults import Fault
from .plugin import AsInMakeTest, Chosen

LOADED_ONCE = (
    "numpy", "numpy.testing", "hypothesis", "hypothesis.stateful", "hypothesis.strategies", "llvmlite.binding",
    "llvmlite.ir", "matplotlib.pyplot", "mpmath", "pygraphviz", "graphviz", "tqdm", "sklearn.datasets",
    "selenium.webdriver", "doctest", "unittest.mock", "xml.etree.ElementTree", "html.parser", "argparse", "csv",
    "decimal", "fractions", "concurrent.futures", "multiprocessing", "sqlite3", "inspect", "ast",
)  # fmt: skip
LEFT_OUT = ("__pycache__", ".git", ".venv", ".*_cache", "build", "dist", ".hypothesis")
MEMORY = 8 << 30  # bytes of address space: a loop that never ends may also fill a list
PAUSE = 120.0  # seconds until the first test must have begun, and between two tests


class Sandbox:
    """A copy of a checkout in a folder, and this process inside it."""

    def __init__(self, root: Path, folder: Path) -> None:
        self.checkout = folder / "checkout"
        self.temporary = folder / "temporary"
        self.temporary.mkdir(parents=True)
        shutil.copytree(root, self.checkout, ignore=shutil.ignore_patterns(*LEFT_OUT))
        # .pyc files that are checked by a hash of the source: by size and time, Python would take a fault of the same
        # length, planted within the same second, for the file it knows.
        compileall.compile_dir(self.checkout, quiet=2, invalidation_mode=py_compile.PycInvalidationMode.CHECKED_HASH)
        os.environ |= {
            "PYTHONDONTWRITEBYTECODE": "1",
            "PYTHONPATH": str(self.checkout),  # for the processes that tests start elsewhere
            "TMPDIR": str(self.temporary),
            "OPENBLAS_NUM_THREADS": "1",  # threads do not survive a fork
            "MPLBACKEND": "agg",
        }
        os.chdir(self.checkout)

    def load(self) -> None:
        """Load what every child would load, and see to it that children load the package from the copy."""
        sys.path[0] = str(self.checkout)
        sys.modules[__package__.split(".")[0]].__path__ = [str(self.checkout / "tests")]
        AsInMakeTest.install()
        for name in LOADED_ONCE:
            with contextlib.suppress(ImportError):
                importlib.import_module(name)
        assert "tinygrad_edu" not in sys.modules

    def failing(self, limits: dict[str, float], fault: Fault | None = None, first_only: bool = True) -> list[str]:
        """Which of the tests fail with the fault in place, or how the process that runs them ends."""
        sys.dont_write_bytecode = fault is not None  # the tests as pytest compiles them are worth keeping
        if fault is None:
            return self._ask(limits, first_only)
        place = self.checkout / fault.path
        right = place.read_bytes()
        place.write_bytes(fault.planted(right))
        try:
            return self._ask(limits, first_only)
        finally:
            place.write_bytes(right)

    def _ask(self, limits: dict[str, float], first_only: bool) -> list[str]:
        said = self.temporary / "said"
        said.write_bytes(b"")
        child = os.fork()
        if not child:
            self._child(limits, first_only, os.open(said, os.O_WRONLY | os.O_APPEND))
        _, status = os.waitpid(child, 0)
        with contextlib.suppress(ProcessLookupError):
            os.killpg(child, signal.SIGKILL)  # what its tests have started
        code = os.waitstatus_to_exitcode(status)
        if code in (pytest.ExitCode.OK, pytest.ExitCode.NO_TESTS_COLLECTED):
            return []
        failed, begun = [], ["the beginning"]
        for line in said.read_text().splitlines():
            (failed if line.startswith("failed ") else begun).append(line.split(" ", 1)[1])
        end = signal.Signals(-code).name if code < 0 else f"exit code {code}"
        return failed or [f"{end} in {begun[-1]}"]

    def _child(self, limits: dict[str, float], first_only: bool, said: int) -> None:
        """In the child: run the tests. A number that is none of pytest's says that pytest itself broke."""
        code = 99
        try:
            os.setsid()
            resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
            signal.setitimer(signal.ITIMER_REAL, PAUSE)
            nowhere = os.open(os.devnull, os.O_RDWR)
            for stream in (0, 1, 2):
                os.dup2(nowhere, stream)
            chosen = Chosen(limits, PAUSE, lambda line: os.write(said, f"{line}\n".encode()))
            # Doctests last: they would import their file a second time if they were the first to do so.
            files = dict.fromkeys(test.split("::")[0] for test in limits)
            files = sorted(files, key=lambda file: (not file.startswith("tests/"), file))
            options = [*["-x"][:first_only], "-q", "--tb=no", "-p", "no:cacheprovider", "-p", "no:xdist"]
            code = pytest.main([*options, f"--basetemp={self.temporary}/pytest", *files], plugins=[chosen])
        finally:
            os._exit(code)
