"""What compiling costs, and how it grows: seconds from a function to its first result, by the number of operations."""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from itertools import pairwise
from typing import Any

from .harness import targets

FIRST = """
import time
times = [time.perf_counter()]
import tinygrad_edu
times.append(time.perf_counter())
from tests.benchmarks.speed.compiled_article import ours
ours({target!r})()
times.append(time.perf_counter())
print(times[1] - times[0], times[2] - times[1])
"""


def first_result(target: str, repeats: int) -> list[float]:
    """W1 in a fresh process: seconds to import the package, and from then on to the weights after 10,000 steps.

    With the modules' bytecode at hand, as after an installation, whatever this process is told about writing it.
    """
    taken = []
    with tempfile.TemporaryDirectory() as folder:
        env = {**os.environ, "PYTHONPYCACHEPREFIX": folder}
        env.pop("PYTHONDONTWRITEBYTECODE", None)
        for _ in range(repeats + 1):
            command = [sys.executable, "-c", FIRST.format(target=target)]
            done = subprocess.run(command, capture_output=True, text=True, check=True, env=env)
            taken.append(list(map(float, done.stdout.split())))
    return [statistics.median(times) for times in zip(*taken[1:], strict=True)]  # the first one wrote the bytecode


def stages(record: Callable[[], Any]) -> tuple[int, list[float]]:
    """How many operations there are, and the seconds to record, roll, compile and run them."""
    from tinygrad_edu.jit.llvm import rolled as llvm_rolled
    from tinygrad_edu.jit.rolling.reroll import reroll

    times = [time.perf_counter()]
    program = record()
    times.append(time.perf_counter())
    rolled = reroll(program)
    times.append(time.perf_counter())
    executable = llvm_rolled.build(rolled)
    times.append(time.perf_counter())
    inputs = [[0.0] * len(group.nodes) for group in program.inputs]
    executable.run(*inputs)
    times.append(time.perf_counter())
    return program.work(), [b - a for a, b in pairwise(times)]


def main(repeats: int, quick: bool) -> None:
    print("\nW1 in a fresh process: to import the package, and from then on to the result of 10,000 steps")
    for target in [*(t for t in targets() if t == "llvm"), "python"]:
        imported, first = first_result(target, min(repeats, 7))
        print(f"  {'tinygrad_edu, ' + target:42}{imported * 1e3:9.0f} ms{first * 1e3:9.0f} ms")
    if "llvm" not in targets():
        return
    from . import moons, sequences

    steps = (20, 100) if quick else (20, 100, 500)
    points = (10, 100) if quick else (10, 100, 1000, 3000)
    for what, sizes, record in (
        ("The Elman network over 20 and more steps", steps, lambda n: sequences.program("recurrent", n)),
        ("The moons loss as one scalar graph", points, lambda n: moons.step(n).loop.program),
    ):
        print(f"\n{what}: seconds, and microseconds for an operation")
        print(f"  {'operations':>12}{'record':>10}{'roll':>10}{'compile':>10}{'first run':>10}{'us each':>10}")
        for n in sizes:
            work, times = stages(partial(record, n))
            each = f"{(times[0] + times[1]) / work * 1e6:10.2f}"
            print(f"  {work:12,}" + "".join(f"{t:10.3f}" for t in times) + each)
