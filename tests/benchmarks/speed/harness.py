"""Taking turns, comparing numbers, printing the table; and the C beside it."""

import atexit
import ctypes
import importlib.util
import shutil
import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent.parent / "c"


@dataclass
class Contender:
    """What takes part: ``run()`` does the whole work once and gives its numbers, as arrays and numbers in any nest.

    part       the share of the work that run() does, for those that would take minutes: their time is scaled up
    tolerance  how far its numbers may be from those of the first contender, relative
    """

    name: str
    run: Callable[[], Any]
    part: float = 1.0
    tolerance: float = 1e-9
    note: str = ""


@dataclass
class Table:
    """What is compared: the first C is what the ratios are to."""

    title: str
    contenders: list[Contender]


def installed(*packages: str) -> bool:
    return all(importlib.util.find_spec(package) for package in packages)


def targets() -> list[str]:
    """The targets of ours that are fast."""
    return [target for target in ("llvm", "numpy") if target == "numpy" or installed("llvmlite")]


def in_c(kind: str, make: Callable[..., Any], quick: bool) -> list[Contender]:
    """The C, with and without the liberties of -ffast-math, if there is a compiler; ``make`` takes flags."""
    strict = [] if quick or not compiler() else [Contender(f"C {kind}, strict", make())]
    return [Contender(f"C {kind}, -ffast-math", make("-ffast-math")), *strict] if compiler() else []


def by_us(make: Callable[[str], Any]) -> list[Contender]:
    """Each of our targets that are fast; ``make`` takes its name."""
    return [Contender(f"tinygrad_edu, {target}", make(target)) for target in targets()]


def by_peer(package: str, name: str, make: Callable[[], Any], **more: Any) -> list[Contender]:
    """What needs a package, if that is installed."""
    return [Contender(name, make(), **more)] if installed(package) else []


def prepared(executable, inputs, outputs):
    """What runs an executable from buffers into buffers, and gives the outputs."""
    if not hasattr(executable, "prepare"):
        return lambda: executable.run(*inputs)
    step = executable.prepare(inputs, outputs)

    def run():
        step()
        return outputs

    return run


@cache
def compiler() -> str | None:
    """The C compiler; None too for one without the C library's headers, as it comes in containers."""
    cc = shutil.which("cc")
    return cc if cc and _preprocesses(cc, b"#include <math.h>") else None


def library(source: str, *flags: str) -> ctypes.CDLL:
    """A C file of this folder, compiled for this machine."""
    folder = tempfile.mkdtemp()
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    half, out = Path(folder) / "it.o", Path(folder) / "it.so"
    # Linked without the flags: linking with -ffast-math makes the whole process flush subnormal numbers to 0.
    for command in (
        [compiler(), "-O3", "-march=native", *flags, "-fPIC", "-c", FOLDER / source, "-o", half],
        [compiler(), "-shared", half, "-o", out, "-lm"],
    ):
        subprocess.run(list(map(str, command)), check=True, capture_output=True)
    return ctypes.CDLL(str(out))


def wide(*flags: str) -> tuple[str, ...]:
    """Flags for the C that has vectors in mind; gcc by itself prefers half the width on some processors."""
    takes = _preprocesses(str(compiler()), b"", "-mprefer-vector-width=512")
    return ("-mprefer-vector-width=512", *flags) if takes else flags


def _preprocesses(cc: str, text: bytes, *flags: str) -> bool:
    return subprocess.run([cc, *flags, "-x", "c", "-E", "-"], input=text, capture_output=True).returncode == 0


def pointer(array):
    return array.ctypes.data_as(ctypes.c_void_p)  # which keeps the array


def numbers(result: Any) -> list[float]:
    """All numbers of a result, from left to right."""
    if isinstance(result, (list, tuple)):
        return [x for part in result for x in numbers(part)]
    import numpy as np  # here, because generated Python is measured without it

    return np.ravel(result).tolist()


def agree(contenders: list[Contender]) -> None:
    """Run each once; RuntimeError if one finds other numbers than the first that did the whole work."""
    wanted = None
    for contender in contenders:
        got = numbers(contender.run())
        if contender.part != 1.0:
            continue
        wanted = wanted or got
        for a, b in zip(wanted, got, strict=True):
            if not abs(a - b) <= contender.tolerance * max(abs(a), abs(b), 1e-3):
                raise RuntimeError(f"{contenders[0].name} and {contender.name} disagree: {a!r} and {b!r}")


def measure(table: Table, repeats: int) -> dict[str, float]:
    """Let the contenders take turns; the median seconds of each."""
    agree(table.contenders)
    times: dict[str, list[float]] = {contender.name: [] for contender in table.contenders}
    rounds = {}
    for contender in table.contenders:  # so many runs that the clock's own grain does not count
        start = time.perf_counter()
        contender.run()
        rounds[contender.name] = max(1, min(1000, int(0.005 / (time.perf_counter() - start + 1e-9))))
    for _ in range(repeats):
        for contender in table.contenders:
            n = rounds[contender.name] if contender.part == 1.0 else 1
            if n > 1:
                contender.run()  # what was before has left the caches cold
            start = time.perf_counter()
            for _ in range(n):
                contender.run()
            times[contender.name].append((time.perf_counter() - start) / n / contender.part)
    return {name: statistics.median(taken) for name, taken in times.items()}


def print_table(table: Table, repeats: int) -> None:
    medians = measure(table, repeats)
    reference = next((medians[c.name] for c in table.contenders if c.name.startswith("C ")), None)
    print(f"\n{table.title}")
    for contender in table.contenders:
        seconds = medians[contender.name]
        ratio = "" if reference is None else f"{seconds / reference:12,.3g}"
        print(f"  {contender.name:42}{_time(seconds):>12}{ratio}  {contender.note}".rstrip())


def _time(seconds: float) -> str:
    return f"{seconds * 1e6:,.1f} us" if seconds < 0.1 else f"{seconds:,.2f} s"
