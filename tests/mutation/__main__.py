"""Run it: plant faults in a copy of the package, run the tests of the room and then all, count what is noticed."""

import argparse
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from .equivalent import EQUIVALENT
from .faults import Fault, faults_of

ROOT = Path(__file__).parents[2]

# Files of the package, the longest beginning that fits decides -> the tests that know most about them.
TESTS = {
    "ops.py": "ops value functions derivatives",
    "primitive.py": "ops functions derivatives",
    "ieee.py": "ops value",
    "value.py": "value functions fused derivatives micrograd state_machine",
    "fused.py": "fused value functions",
    "elementary.py": "functions value",
    "functions.py": "functions",
    "derivatives.py": "derivatives",
    "graph.py": "graph explain draw_graph",
    "names.py": "graph explain draw_views functions",
    "anomaly.py": "value faults_of_the_field",
    "modes.py": "value derivatives threads",
    "collector.py": "collector",
    "nested.py": "derivatives",
    "escape.py": "explain explain_latex draw_text fuzz_labels",
    "files.py": "draw_engines checkpoint fuzz_files",
    "console.py": "cli draw_commands train_command",
    "palette.py": "draw_golden draw_views",
    "article.py": "article cli",
    "example.py": "draw_commands explain_command",
    "cli.py": "cli",
    "__init__.py": "functions cli",
    "__main__.py": "cli",
    "nn": "nn_module nn_layers nn_init nn_losses",
    "optim": "clip lr_scheduler optim",
    "train": "history train checkpoint plot train_command",
    "data": "data train",
    "check": "check check_mutants check_command check_strategies check_table",
    "draw": "draw_text draw_graph draw_views draw_engines draw_golden draw_commands",
    "explain": "explain explain_latex explain_command",
    "micrograd": "micrograd",
}


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.mutation", description=__doc__)
    parser.add_argument("--sample", type=int, default=200, help="how many faults, chosen at random (default 200)")
    parser.add_argument("--seed", type=int, default=0, help="of the choice (default 0)")
    parser.add_argument("--rooms", nargs="*", default=[], help="only these folders or files of the package")
    parser.add_argument("--room-only", action="store_true", help="do not run the other tests where the room's pass")
    arguments = parser.parse_args()
    faults, left_out = every_fault(arguments.rooms)
    if not faults:
        parser.error(f"there is nothing to plant a fault in; rooms: {', '.join(TESTS)}")
    chosen = random.Random(arguments.seed).sample(faults, min(arguments.sample, len(faults)))
    print(f"{len(chosen)} of {len(faults):,} possible faults; left out: {', '.join(left_out) or 'nothing'}", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        sandbox = Sandbox(Path(folder))
        outcomes = [(fault, outcome(sandbox, fault, arguments.room_only)) for fault in sorted(chosen, key=str)]
    return summary(outcomes)


def every_fault(rooms: list[str]) -> tuple[list[Fault], list[str]]:
    """All faults of the rooms that have tests of their own here, and the names of the others."""
    faults, left_out = [], set()
    for path in sorted((ROOT / "tinygrad_edu").rglob("*.py")):
        name = path.relative_to(ROOT / "tinygrad_edu").as_posix()
        room = name.split("/")[0]
        if room not in TESTS:
            left_out.add(room)
        elif not rooms or room in rooms or name in rooms:
            faults += faults_of(f"tinygrad_edu/{name}", path.read_bytes())
    return faults, sorted(left_out)


def tests_of(path: str) -> list[str]:
    """The tests of the file's room, then its own doctests (first, they would import the file a second time)."""
    names = TESTS[path.split("/")[1]].split()
    found = [f"tests/test_{name}.py" for name in names]
    return [*(name for name in found if (ROOT / name).exists()), path]


class Sandbox:
    """A copy of the checkout, in which one file at a time is wrong."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "checkout"
        ignored = shutil.ignore_patterns("__pycache__", ".git", ".venv", ".*_cache", "build", "dist", ".hypothesis")
        shutil.copytree(ROOT, self.folder, ignore=ignored)
        # No .pyc files: a fault of the same length, planted within the same second, would not be noticed by Python.
        self.environment = os.environ | {"PYTHONDONTWRITEBYTECODE": "1"}
        self._right: dict[tuple[str, ...], float] = {}

    def run(self, tests: list[str], limit: float | None) -> tuple[bool, float]:
        """Whether the tests pass, and how many seconds that took. What takes longer than ``limit`` does not pass."""
        command = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", *tests]
        start = time.monotonic()
        process = subprocess.Popen(
            command, cwd=self.folder, env=self.environment, start_new_session=True,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        try:
            passed = process.wait(limit) == 0
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)  # the tests' own processes too
            process.wait()
            passed = False
        return passed, time.monotonic() - start

    def limit(self, tests: list[str]) -> float:
        """How long the tests may take: some time more than with nothing wrong; 0.0 if they fail even then."""
        if tuple(tests) not in self._right:
            passed, seconds = self.run(tests, None)
            self._right[tuple(tests)] = 30.0 + 5.0 * seconds if passed else 0.0
        return self._right[tuple(tests)]


def outcome(sandbox: Sandbox, fault: Fault, room_only: bool) -> str:
    """"noticed", "survived", "equivalent", or "no verdict" where the tests fail without any fault."""
    if (fault.path, fault.old, fault.new) in EQUIVALENT:
        return "equivalent"
    suites = [tests_of(fault.path)] + ([] if room_only else [[]])
    limits = [sandbox.limit(tests) for tests in suites]
    if not all(limits):
        print(f"no verdict         {fault}: its tests fail without it", flush=True)
        return "no verdict"
    place = sandbox.folder / fault.path
    right = place.read_bytes()
    place.write_bytes(fault.planted(right))
    try:
        for tests, limit in zip(suites, limits, strict=True):
            passed, seconds = sandbox.run(tests, limit)
            if not passed:
                print(f"noticed   {seconds:5.1f} s  {fault}", flush=True)
                return "noticed"
    finally:
        place.write_bytes(right)
    print(f"SURVIVED           {fault}", flush=True)
    return "survived"


def summary(outcomes: list[tuple[Fault, str]]) -> int:
    """Print the table; 1 if less than 98 % were noticed."""
    rooms = sorted({fault.path.split("/")[1] for fault, _ in outcomes})
    counts = Counter((fault.path.split("/")[1], how) for fault, how in outcomes)
    total = Counter(("all", how) for _, how in outcomes)
    kinds = ("noticed", "survived", "equivalent", "no verdict")
    print("\n" + "  ".join([f"{'room':16}", *kinds]))
    for room, some in [*((room, counts) for room in rooms), ("all", total)]:
        print("  ".join([f"{room:16}", *(f"{some[room, kind]:{len(kind)}}" for kind in kinds)]))
    total = Counter(how for _, how in outcomes)
    share = total["noticed"] / max(1, total["noticed"] + total["survived"])
    print(f"{share:.1%} noticed")
    return 0 if share >= 0.98 else 1


if __name__ == "__main__":
    sys.exit(main())
