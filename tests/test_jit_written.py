"""Programs of the kind that people write: they are rolled rightly, and as well as they were before.

Some have names, and their nests are held to be read. Of the many that are random a line each says how many nests there
are, how much follows a rule, and a sum of all of the text. After an intended change see the first lines of
``tests/golden/__init__.py``; less nests and fewer tables are better.
"""

import functools
import hashlib

import pytest

pytest.importorskip("numpy", reason="re-rolling needs NumPy")

from tests import rolling_cases as cases
from tests.golden import held, held_sections
from tests.rolled_cases import check_form
from tests.structure_cases import STRUCTURES
from tests.test_jit_golden import nests
from tests.written_cases import written
from tinygrad_edu.jit.arrays import target as numpy_target
from tinygrad_edu.jit.arrays.batched import batched
from tinygrad_edu.jit.arrays.code import ArrayCode
from tinygrad_edu.jit.python import target as python_target
from tinygrad_edu.jit.rolling.reroll import reroll

PROGRAMS = 150


@functools.cache
def program(name):
    """A flat program, and rolled: of a structure, or of a random seed."""
    flat = STRUCTURES[name]() if name in STRUCTURES else written(name)
    return flat, reroll(flat)


def some(seeds):
    """The programs of structures, and those of some seeds, in groups."""
    groups = [[*STRUCTURES], *(range(k, k + 10) for k in range(0, seeds, 10))]
    return pytest.mark.parametrize("names", groups, ids=["structures", *(f"from {group[0]}" for group in groups[1:])])


def positive(flat, seed=0):
    """Numbers for the inputs, positive; entry 0 of every table."""
    return [[0.0 if group.name == "i" else abs(x) + 0.5 for x in numbers]
            for group, numbers in zip(flat.inputs, cases.numbers(flat, seed), strict=True)]  # fmt: skip


@some(PROGRAMS)
def test_computes_the_same(names):
    for name in names:
        flat, rolled = program(name)
        check_form(rolled)
        inputs = positive(flat)
        cases.agree(rolled.run(*inputs), flat.run(*inputs), 1e-9)


@some(40)
def test_rows_of_arrays(names):
    """One row, which does not choose, and three of most inputs; of the first outputs only the sum."""
    for name in names:
        flat, rolled = program(name)
        executable = numpy_target.build(rolled)
        for rows, mapped in ((1, [g.name != "i" for g in flat.inputs]), (3, [k != 1 for k in range(len(flat.inputs))])):
            each = [positive(flat, seed) for seed in range(rows)]
            given = [[x for row in each for x in row[k]] if many else each[0][k] for k, many in enumerate(mapped)]
            made = [flat.run(*[(row if many else each[0])[k] for k, many in enumerate(mapped)]) for row in each]
            wanted = [[x for row in made for x in row[k]] for k in range(len(flat.outputs))]
            wanted[0] = [sum(xs) for xs in zip(*(row[0] for row in made), strict=True)]
            cases.agree([x.tolist() for x in executable.map(rows, mapped, *given, summed=[0])], wanted, 1e-9)


def test_structures():
    rolled = {name: program(name)[1] for name in STRUCTURES}
    held_sections("jit/structures.txt", [(name, f"{nests(r)}\n\n{ArrayCode(r).text()}") for name, r in rolled.items()])


def summed(*texts):
    return " ".join(hashlib.md5(text.encode()).hexdigest()[:8] for text in texts)


def for_rows(flat, rolled, seed):
    """The program for three rows, for some of its groups of inputs and outputs."""
    mapped = [(seed + k) % 3 > 0 for k in range(len(flat.inputs))]
    return batched(rolled, 3, mapped, [k for k in range(len(flat.outputs)) if (seed + k) % 4 == 0])


def test_random_programs():
    lines = []
    for seed in range(PROGRAMS):
        flat, rolled = program(seed)
        gathered = f", {len(rolled.report)} tables" * bool(rolled.report)
        code = [ArrayCode(r, into).text() for r in (rolled, for_rows(flat, rolled, seed)) for into in (False, True)]
        lines.append(
            f"{seed}: {flat.work()} operations, {len(rolled.nests)} nests{gathered}, {rolled.affine} of {rolled.work} "
            f"follow a rule; nests {summed(nests(rolled))}, arrays {summed(*code)}, Python "
            f"{summed(python_target.build(flat).source())}\n"
        )
    held("jit/written.txt", "".join(lines))
