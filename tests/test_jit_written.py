"""Programs of the kind that people write, at random: they are rolled rightly, and as well as they were before.

The second test holds a line for each program: how many loop nests it came to, how much of it follows a rule, and a sum
of all of the text. After an intended change see the first lines of ``tests/golden/__init__.py``: less nests are better.
"""

import functools
import hashlib

import pytest

pytest.importorskip("numpy", reason="re-rolling needs NumPy")

from tests import rolling_cases as cases
from tests.golden import held
from tests.test_jit_golden import nests
from tests.written_cases import written
from tinygrad_edu.jit.rolling.reroll import reroll

PROGRAMS = 150


@functools.cache
def program(seed):
    program = written(seed)
    return program, reroll(program)


@pytest.mark.parametrize("start", range(0, PROGRAMS, 10))
def test_computes_the_same(start):
    for seed in range(start, start + 10):
        flat, rolled = program(seed)
        rolled.check()
        inputs = [[0.0] * len(numbers) if group.name == "i" else numbers
                  for group, numbers in zip(flat.inputs, cases.numbers(flat), strict=True)]  # fmt: skip
        cases.agree(rolled.run(*inputs), flat.run(*inputs), 1e-9)


def test_rolls_as_before():
    lines = []
    for seed in range(PROGRAMS):
        flat, rolled = program(seed)
        gathered = f", {len(rolled.report)} tables" * bool(rolled.report)
        lines.append(
            f"{seed}: {flat.work()} operations, {len(rolled.nests)} nests{gathered}, {rolled.affine} of {rolled.work} "
            f"follow a rule, {hashlib.md5(nests(rolled).encode()).hexdigest()[:12]}\n"
        )
    held("jit/written.txt", "".join(lines))
