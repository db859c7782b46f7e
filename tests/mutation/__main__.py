"""Run it: plant faults in a copy of the package, ask the tests that run the line, count what is noticed."""

import argparse
import hashlib
import math
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from .choosing import groups
from .faults import Fault, faults_of
from .lines import Map
from .results import Results
from .rooms import TESTS, room_of
from .sandbox import Sandbox

ROOT = Path(__file__).parents[2]
BUDGET = 40.0
"""Seconds that a group of tests may take, when nothing is wrong, before the fault counts as a survivor; as they were
recorded, which takes up to twice as long."""
FILES = (
    ("--map", "map.json", "which test runs which lines; it is kept up to date"),
    ("--results", "results.jsonl", "what has been judged; it is added to"),
)


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.mutation", description=__doc__)
    parser.add_argument("--sample", type=int, default=200, help="how many faults, chosen at random (default 200)")
    parser.add_argument("--seed", type=int, default=0, help="of the choice (default 0)")
    parser.add_argument("--rooms", nargs="*", default=[], help="only these folders or files of the package")
    parser.add_argument("--again", action="store_true", help="judge again what survived, by all tests, however slow")
    parser.add_argument("--as-is", action="store_true", help="take the map as it is, though files have changed since")
    for name, default, help in FILES:
        parser.add_argument(name, type=Path, default=ROOT / "build" / "mutation" / default, help=help)
    arguments = parser.parse_args()
    faults = every_fault(arguments.rooms)
    if not faults:
        parser.error(f"there is nothing to plant a fault in; rooms: {', '.join(TESTS)}")
    chosen = drawn(faults, arguments.sample, arguments.seed)
    print(f"{len(chosen):,} of {len(faults):,} possible faults", flush=True)
    place, results = arguments.map.resolve(), Results(arguments.results.resolve())
    again = (None, "survived") if arguments.again else (None,)
    todo = [fault for fault in chosen if results.outcome(fault) in again]
    if todo:
        with tempfile.TemporaryDirectory() as folder:
            sandbox = Sandbox(ROOT, Path(folder).resolve())
            known = map_of(sandbox, place, arguments.as_is)
            for fault in todo:
                judge(fault, sandbox, known, results, arguments.again)
    chosen.sort(key=lambda fault: (fault.path, fault.start))
    return summary([(fault, results.outcome(fault)) for fault in chosen])


def every_fault(rooms: list[str]) -> list[Fault]:
    """All faults of these rooms; of all rooms if none is named."""
    found = []
    for path in sorted((ROOT / "tinygrad_edu").rglob("*.py")):
        name = path.relative_to(ROOT / "tinygrad_edu").as_posix()
        if not rooms or name in rooms or name.split("/")[0] in rooms:
            found += faults_of(f"tinygrad_edu/{name}", path.read_bytes())
    return found


def drawn(faults: list[Fault], number: int, seed: int) -> list[Fault]:
    """So many of them, at random, but a fault's luck is its own: the others of a choice stay when a line changes, and
    a larger choice holds all of a smaller one."""
    met: Counter[tuple[str, ...]] = Counter()  # a line may stand in a file twice
    luck = {}
    for fault in faults:
        met[fault.change] += 1
        luck[fault] = hashlib.sha256(repr((seed, fault.change, met[fault.change])).encode()).digest()
    return sorted(faults, key=luck.__getitem__)[:number]


def map_of(sandbox: Sandbox, place: Path, as_is: bool) -> Map:
    """The map, brought up to date. Tests that fail here though nothing is wrong are not in it."""
    known = Map.read(place)
    if new := set() if as_is else known.update(sandbox.checkout):
        print(f"{len(new):,} tests recorded; now without a fault", flush=True)
        sandbox.load()
        failing = sandbox.failing(known.limits(new), first_only=False)
        print("\n".join(["not asked, they fail without a fault:", *failing]) if failing else "all pass", flush=True)
        known.forget(failing)
        known.write(place)
    else:
        sandbox.load()
        if failing := sandbox.failing(known.limits(known.of_each_file())):
            raise SystemExit(f"a fault could not be told from none: {failing[0]} fails without a fault")
    return known


def judge(fault: Fault, sandbox: Sandbox, known: Map, results: Results, thorough: bool) -> None:
    """Ask the tests about a fault, and write down what they say."""
    start = time.monotonic()
    failing: list[str] = []
    questions = groups(fault, (sandbox.checkout / fault.path).read_bytes(), known)
    if thorough:
        questions.append(set(known.seconds).difference(*questions))
    for question in questions:
        limits = known.limits(question, math.inf if thorough else BUDGET)
        failing = failing or sandbox.failing(limits, fault)
    by = failing[0] if failing else ""
    results.add(fault, "noticed" if failing else "survived", by, time.monotonic() - start)
    print(f"{'noticed ' if failing else 'SURVIVED'} {time.monotonic() - start:5.1f} s  {fault}  {by}", flush=True)


def summary(outcomes: list[tuple[Fault, str]]) -> int:
    """Print the table and what survived; 1 if less than 98 % were noticed."""
    kinds = ("noticed", "survived", "equivalent")
    counts = Counter((room, how) for fault, how in outcomes for room in (room_of(fault.path), "all"))
    print("\n" + "  ".join([f"{'room':16}", *kinds]))
    for room in [*sorted({room_of(fault.path) for fault, _ in outcomes}), "all"]:
        print("  ".join([f"{room:16}", *(f"{counts[room, kind]:{len(kind)}}" for kind in kinds)]))
    print("\n".join(["", *(f"survived  {fault}" for fault, how in outcomes if how == "survived")]))
    noticed, survived = counts["all", "noticed"], counts["all", "survived"]
    share = noticed / max(1, noticed + survived)
    print(f"{share:.1%} noticed")
    return 0 if share >= 0.98 else 1


if __name__ == "__main__":
    sys.exit(main())
