"""The map: which test runs which lines of the package, and how long it takes. It keeps itself up to date.

A file says what the map was made from. Tests that changed, and tests that enter a file of the package that changed,
are recorded again (``recording.py``); everything else is taken as it was.
"""

import hashlib
import json
import math
import subprocess
import sys
from collections.abc import Iterable
from fnmatch import fnmatch
from itertools import accumulate
from pathlib import Path

from .rooms import TESTS, room_of


class Map:
    """``seconds[test]``, and ``lines[file][test]``: a number whose bit n is set if the test runs line n."""

    def __init__(self, made_from=None, seconds=None, lines=None) -> None:
        self.made_from: dict[str, str] = made_from or {}
        self.seconds: dict[str, float] = seconds or {}
        self.lines: dict[str, dict[str, int]] = lines or {}

    @classmethod
    def read(cls, place: Path) -> "Map":
        if not place.exists():
            return cls()
        stored = json.loads(place.read_text())
        names = list(stored["seconds"])
        lines = {
            file: {names[int(index)]: int(bits, 16) for index, bits in tests.items()}
            for file, tests in stored["lines"].items()
        }
        return cls(stored["made_from"], stored["seconds"], lines)

    def write(self, place: Path) -> None:
        index = {name: str(at) for at, name in enumerate(self.seconds)}
        lines = {file: {index[test]: f"{bits:x}" for test, bits in tests.items()} for file, tests in self.lines.items()}
        place.parent.mkdir(parents=True, exist_ok=True)
        unfinished = place.with_suffix(".part")
        unfinished.write_text(json.dumps({"made_from": self.made_from, "seconds": self.seconds, "lines": lines}))
        unfinished.replace(place)

    def running(self, file: str, first: int = 1, last: int = 1_000_000) -> set[str]:
        """The tests that run any of the lines of a file, the last one too."""
        wanted = (1 << last + 1) - (1 << first)
        return {test for test, bits in self.lines.get(file, {}).items() if bits & wanted}

    def own(self, file: str) -> set[str]:
        """The tests of a file, such as tests/test_nn_init.py for ``nn/init.py``; if it has none, of its folder."""
        parts = Path(file).with_suffix("").parts[1:]
        found: set[str] = set()
        for count in range(len(parts), min(len(parts), 2) - 1, -1):
            name = "_".join(parts[:count])
            found = found or {test for test in self.seconds if test.startswith(f"tests/test_{name}.py::")}
        return found

    def room(self, file: str) -> set[str]:
        """The tests of the file's room, and its own doctests."""
        patterns = [file, *(f"tests/test_{name}.py" for name in TESTS[room_of(file)].split())]
        return {test for test in self.seconds if any(fnmatch(test.split("::")[0], pattern) for pattern in patterns)}

    def limits(self, tests: Iterable[str], budget: float = math.inf) -> dict[str, float]:
        """The tests, the fastest first, each with the seconds after which it hangs; all that the budget allows."""
        fastest_first = sorted(tests, key=lambda test: (self.seconds[test], test))
        total = accumulate(self.seconds[test] for test in fastest_first)
        affordable = [test for test, seconds in zip(fastest_first, total, strict=True) if seconds <= budget]
        return {test: 10 + 10 * self.seconds[test] for test in affordable or fastest_first[:1]}

    def of_each_file(self) -> set[str]:
        """The fastest test of each file of tests."""
        slowest_first = sorted(self.seconds, key=lambda test: (-self.seconds[test], test))
        return set({test.split("::")[0]: test for test in slowest_first}.values())

    def forget(self, tests: Iterable[str]) -> None:
        for test in tests:
            self.seconds.pop(test, None)
            for some in self.lines.values():
                some.pop(test, None)

    def outdated(self, now: dict[str, str], checkout: Path) -> set[str]:
        """The tests that have to be recorded again, if the files are what ``now`` says."""
        changed = {file for file in self.made_from.keys() | now.keys() if self.made_from.get(file) != now.get(file)}
        if "tests/conftest.py" in changed:
            return set(self.seconds)
        shared = {Path(file).stem for file in changed if file.startswith("tests/")}  # tests import it by this name
        changed |= {
            file.relative_to(checkout).as_posix()
            for file in checkout.glob("tests/test_*.py")
            if any(name in file.read_text(encoding="utf-8") for name in shared)
        }
        entered = set().union(*(self.running(file) for file in changed))
        return entered | {test for test in self.seconds if test.split("::")[0] in changed}

    def update(self, checkout: Path) -> set[str]:
        """Record what is missing or outdated, in ``checkout``; the tests that were recorded."""
        now = sources(checkout)
        if now == self.made_from:
            return set()
        self.forget(self.outdated(now, checkout))
        answer = checkout.parent / "recorded.json"
        command = [sys.executable, "-m", "tests.mutation.recording", str(answer)]
        subprocess.run(command, cwd=checkout, input="\n".join(self.seconds).encode(), check=True)
        new = json.loads(answer.read_text())
        self.seconds |= new["seconds"]
        for file, tests in new["lines"].items():
            some = self.lines.setdefault(file, {})
            for test, lines in tests.items():
                some[test] = sum(1 << line for line in lines)
        self.made_from = now
        return set(new["seconds"])


def sources(checkout: Path) -> dict[str, str]:
    """What the map depends on: file -> a hash of what is in it."""
    files = [
        *checkout.glob("*.md"), *checkout.glob("tinygrad_edu/**/*.py"), *checkout.glob("tests/*.py"),
    ]  # fmt: skip
    return {file.relative_to(checkout).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest()[:16] for file in files}
