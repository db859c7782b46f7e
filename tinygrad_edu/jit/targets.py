"""Which target runs a program: by its size, and by what is installed.

Straight-line code is best for small programs and grows with them; loop nests do not. So a small program becomes
straight-line LLVM code, a large one is re-rolled first; without llvmlite large ones go to NumPy, small ones, and all
without NumPy, to generated Python. Where each operation needs the one before, as in a simulation, there is nothing to
roll, and a large program stays straight-line code, too, in which steps that repeat are compiled once, as loop nests
that repeat are. Sizes: measured, see the benchmarks.
"""

from __future__ import annotations

import warnings
from dataclasses import replace
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from .loop import Loop
from .picks import settled
from .program import Program

if TYPE_CHECKING:
    from .rolled import Rolled

__all__ = ["MODES", "TARGETS", "build"]

MODES = ("fast", "exact")
"""How near a program is to the eager engine: within roundings, or bit for bit."""

SMALL = 2_000
"""Scalar operations up to which straight-line code is the better one."""

LEAST = 50
"""Operations of a kind, on average, from which on loops are the better ones: with fewer they take longer to compile, up
to ten times, and no less to run. A loop costs a millisecond, an operation without one 10 to 20 µs; in a program that
runs again and again by itself 40 µs, so there it is half as many."""

TARGETS: dict[str, tuple[str, tuple[str, ...]]] = {
    "python": ("python.target", ()),
    "numpy": ("arrays.target", ("numpy",)),
    "llvm": ("llvm.rolled", ("numpy", "llvmlite")),
}
"""The targets by name: the module, and the packages that it needs."""


def build(
    program: Program | Rolled,
    *,
    target: str = "auto",
    exact: bool = False,
    loop: Loop | None = None,
    sums: bool = False,
    **options: Any,
) -> Any:
    """An executable of the program; its ``why`` says, in words, how the target was chosen.

    A program that is rolled already is for the targets that re-roll, NumPy and LLVM.

    sums  whether it is for sums over many rows: loops add up as they go, where straight-line code writes down the
          numbers of each row first, so a small program becomes loops as well

    Raises ValueError for an unknown target, ImportError with the line that installs it for one that is not there.
    """
    if target not in ("auto", *TARGETS):
        raise ValueError(f"there is no target {target!r}: it is one of auto, {', '.join(TARGETS)}")
    why, asked = "asked for", target
    if target == "auto":
        target, why = _chosen(program.work() if isinstance(program, Program) else program.work, exact)
    module, packages = TARGETS[target]
    for package in packages:
        if not find_spec(package):
            raise ImportError(f"the target {target!r} needs {package}: pip install 'tinygrad-edu[fast]'")
    if not isinstance(program, Program):
        if target == "python":
            raise ValueError("generated Python is straight-line code: a rolled program is for numpy and llvm")
    elif target == "llvm" and (exact or (program.work() <= SMALL and not sums)):
        module = "llvm.flat"
    elif target != "python":
        from .rolling.reroll import WrongNests, rerolled

        straight = "too few operations are alike for loops"
        try:
            least = LEAST if loop is None else LEAST // 2
            rolled = rerolled(program, least if (target == "llvm" or asked == "auto") and not sums else 0)
        except WrongNests as error:
            rolled, straight = None, "re-rolling has gone wrong"
            warnings.warn(f"{error}. Straight-line code takes its place, which is slower", RuntimeWarning, stacklevel=2)
        if rolled is not None:
            program, loop = rolled, loop and replace(loop, program=rolled)  # the long one is needed no more
        else:
            module = "llvm.flat" if target == "llvm" else TARGETS["python"][0]
            why += f"; straight-line code, as {straight}"
    if isinstance(program, Program):
        program = settled(program)
        loop = loop and replace(loop, program=program)
    executable = import_module(f".{module}", __package__).build(program, exact=exact, loop=loop, **options)
    executable.why = why
    return executable


def _chosen(work: int, exact: bool) -> tuple[str, str]:
    """The target for so many operations, and why."""
    numpy, llvm = find_spec("numpy") is not None, find_spec("llvmlite") is not None
    if numpy and llvm:
        return "llvm", "llvmlite is installed"
    missing = "llvmlite is not installed" if numpy else "NumPy is not installed"
    if numpy and work > SMALL and not exact:
        return "numpy", f"{missing}, and {work:,} operations are many for generated Python"
    return "python", missing
