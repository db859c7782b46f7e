"""Loop nests of every kind as array code, held as text: new arrays, given ones, and rows of a batch with their sums.

That the code computes what the nests do is asked elsewhere; here, that it is as short as a person would write it.
"""

from tests.golden import held
from tests.test_jit_plans import PROGRAMS
from tinygrad_edu.jit.arrays.batched import batched
from tinygrad_edu.jit.arrays.code import ArrayCode


def test_array_code():
    lines = []
    for name, program in PROGRAMS.items():
        lines += ["", f"== {name}", ArrayCode(program).text(), "", ArrayCode(program, True).prepared_text()]
        mapped = [k % 2 == 0 for k, array in enumerate(a for a in program.arrays if a.kind == "input")]
        for summed in ((), (0,)):
            rows = batched(program, 3, mapped, summed)
            lines += ["", f"-- 3 rows{', summed' * bool(summed)}", ArrayCode(rows).text()]
    held("jit/arrays_nests.txt", "\n".join(lines) + "\n")
