"""What was judged, one line of JSON for each fault, written as soon as it is known: a run that was stopped goes on.

A line holds for the file as it was: when the file changes, its faults are judged anew.
"""

import hashlib
import json
from pathlib import Path

from .equivalent import EQUIVALENT
from .faults import Fault

ROOT = Path(__file__).parents[2]


class Results:
    """Outcomes of faults: "noticed", "survived", or "equivalent" for those that are listed."""

    def __init__(self, place: Path) -> None:
        self.place = place
        self._outcomes: dict[str, str] = {}
        self._files: dict[str, str] = {}
        if place.exists():
            for line in place.read_text().splitlines():
                row = json.loads(line)
                self._outcomes[row["key"]] = row["outcome"]

    def outcome(self, fault: Fault) -> str | None:
        """None if the fault has not been judged."""
        if fault.change in EQUIVALENT:
            return "equivalent"
        return self._outcomes.get(self._key(fault))

    def add(self, fault: Fault, outcome: str, by: str, seconds: float) -> None:
        """``by`` is the test that noticed, or how the process ended."""
        self._outcomes[self._key(fault)] = outcome
        row = {"key": self._key(fault), "outcome": outcome, "fault": str(fault), "by": by, "seconds": round(seconds, 2)}
        self.place.parent.mkdir(parents=True, exist_ok=True)
        with self.place.open("a") as file:
            file.write(json.dumps(row) + "\n")

    def _key(self, fault: Fault) -> str:
        if fault.path not in self._files:
            self._files[fault.path] = hashlib.sha256((ROOT / fault.path).read_bytes()).hexdigest()[:16]
        return f"{self._files[fault.path]} {fault.start}-{fault.end} {fault.new}"
