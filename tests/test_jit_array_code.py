"""Loop nests of every kind as array code, held as text: new arrays, given ones, and rows of a batch with their sums.

That the code computes what the nests do is asked elsewhere; here, that it is as short as a person would write it.
"""

import time
import types

from tests.golden import held
from tests.rolled_cases import at
from tests.test_jit_plans import PROGRAMS, alone
from tinygrad_edu.jit.arrays.batched import batched
from tinygrad_edu.jit.arrays.code import ArrayCode
from tinygrad_edu.jit.arrays.views import Line
from tinygrad_edu.jit.rolled import Access, Affine


def test_array_code():
    lines = []
    for name, program in PROGRAMS.items():
        lines += ["", f"== {name}", ArrayCode(program).text(), "", ArrayCode(program, True).prepared_text()]
        mapped = [k % 2 == 0 for k, array in enumerate(a for a in program.arrays if a.kind == "input")]
        for summed in ((), (0,)):
            rows = batched(program, 3, mapped, summed)
            lines += ["", f"-- 3 rows{', summed' * bool(summed)}", ArrayCode(rows).text()]
    held("jit/arrays_nests.txt", "\n".join(lines) + "\n")


def test_places_are_shown_where_they_fit_into_a_line():
    """As a list of 100 characters, and not as one of 101."""

    def first_line(last):
        places = (20, 10, *range(40, 62), last)
        nest = alone((25,), at(2, 0, 1), (Access(0, Affine(0, (1,)), places),), op="copy")
        return ArrayCode(nest).text().split("\n")[0]

    assert f"array([20, 10, 40, {', '.join(map(str, range(41, 62)))}, 99])" in first_line(99)
    assert first_line(100).startswith("# ") and first_line(100).endswith(": 25 places in an array")


def test_a_program_of_many_lines_is_written_in_the_time_of_its_lines():
    """What is not needed any more is looked up, not searched for after each line, which took the square of that."""

    def seconds(count):
        lines = [Line(f"t{k}", f"sin(t{k - 1})") for k in range(1, count)]
        code = types.SimpleNamespace(lines=lines, rows={}, kept={}, inputs=["t0"], results=["value"])
        start = time.process_time()
        text = ArrayCode.prepared_text(code)
        assert text.count("del t") == count - 2  # the last line is the last for two
        return time.process_time() - start

    assert min(seconds(4000) for _ in range(3)) < 10.0 * min(seconds(1000) for _ in range(3))
