"""Pieces of the compiler on their own, by small inputs whose answer is known: addresses, loops, plans."""

from dataclasses import replace

import pytest

from tests.rolled_cases import at, check_form
from tinygrad_edu.ieee import FLOATS
from tinygrad_edu.jit.llvm import nests, plan, text
from tinygrad_edu.jit.llvm.fusion import Group
from tinygrad_edu.jit.llvm.parts import cut_in_parts
from tinygrad_edu.jit.llvm.plan import Processor, planned
from tinygrad_edu.jit.node import evaluated
from tinygrad_edu.jit.program import Builder
from tinygrad_edu.jit.rolled import Access, Affine, Array, Nest, Rolled, Segment, longest
from tinygrad_edu.jit.rolling.along import along_steps
from tinygrad_edu.jit.rolling.touched import addresses, moving, span

# -- a program in another arithmetic ----------------------------------------------------------------------------------


@pytest.mark.parametrize("picked", [0, 1, 2])
def test_a_program_evaluated_number_by_number(picked):
    b = Builder()
    i, x, y, z = (b.input(name) for name in "ixyz")
    row = b.node("list", (x, y, z))
    added = b.node("scatter", (row, i, x, b.const(1.0), y, i, z))
    outputs = [
        b.node("take", (row, i)), *[b.node("entry", (added, b.const(float(k)))) for k in range(3)],
        b.dot([x, y, y, z, z, b.one]), b.node("max", (x, z, y)), b.node("ne", (i, b.const(1.0))), b.node("ne", (i, x)),
        b.node("where", (b.node("ne", (x, b.const(0.0))), y, z)), b.node("lt", (x, y)), b.node("neg", (x,)),
        b.node("tanh", (x,)), b.node("tanh_slope", (x,)), b.node("sigmoid_slope", (z,)),
    ]  # fmt: skip
    program = b.finish([("i", [i]), ("xyz", [x, y, z])], [("first", outputs[:4]), ("rest", outputs[4:])])
    numbers = [0.5, -2.0, 3.0]
    assert evaluated(program, FLOATS, [float(picked), *numbers]) == program.run([float(picked)], numbers)


# -- addresses --------------------------------------------------------------------------------------------------------


def nest(trips, result, *operands, **more):
    return Nest("add", tuple(trips), Access(0, result), tuple(Access(1, x) for x in operands), **more)


@pytest.mark.parametrize(
    "trips, address, length, touched",
    [
        ([3], Affine(10, (2,)), 1, {10, 12, 14}),
        ([3], Affine(10, (-2,)), 1, {10, 8, 6}),
        ([2], Affine(0, (5,)), 1, {0, 5}),
        ([1], Affine(7, (5,)), 1, {7}),
        ([], Affine(7), 1, {7}),
        ([2, 3], Affine(0, (10, 1)), 1, {0, 1, 2, 10, 11, 12}),
        ([2, 3], Affine(0, (0, 1)), 1, {0, 1, 2}),
        ([2], Affine(0, (10, 1)), 3, {0, 1, 2, 10, 11, 12}),
        ([2], Affine(20, (10, -1)), 2, {20, 19, 30, 29}),
        ([2], Affine(0, (10, 1)), 1, {0, 10}),
    ],
)
def test_what_an_access_may_touch(trips, address, length, touched):
    one = nest(map(Affine, trips), address)
    assert addresses(one.result, one, length) == touched
    assert span(one.result, one, length) == (min(touched), max(touched))


def test_what_an_access_by_a_table_or_into_one_may_touch():
    one = nest([Affine(3)], Affine(0, (1,)))
    access = Access(1, Affine(0, (0,)), (5, 2, 9))
    assert addresses(access, one) == {5, 2, 9} and span(access, one) == (2, 9)
    row = nest([Affine(2)], Affine(0, (1,)), count=3, pitch=4)
    assert moving(row) is row.result
    assert addresses(row.result, row) == {0, 4, 8, 1, 5, 9} and span(row.result, row) == (0, 9)
    take = Nest("take", (Affine(2),), Access(0, Affine(0, (1,))), (Access(1, Affine(0, (1,))), 0.0), pitch=4, count=3)
    assert moving(take) == take.operands[0]
    assert span(take.operands[0], take) == (0, 9) and span(take.result, take) == (0, 1)


def test_loops_of_one_round_touch_one_place():
    one, empty = nest([Affine(1), Affine(1)], Affine(4, (7, -3))), nest([Affine(0)], Affine(4, (7,)))
    assert span(one.result, one, 1) == span(empty.result, empty) == (4, 4)
    assert addresses(one.result, one) == {4}


def test_a_sum_of_what_is_written_later_is_found():
    arrays = [Array("x", 2, "input"), Array("y", 2, "output"), Array("z", 1, "output")]
    copy = Nest("copy", (Affine(2),), Access(1, Affine(0, (1,))), (Access(0, Affine(0, (1,))),))
    total = Nest("dot", (), Access(2, Affine(0)), (), (Segment(Affine(2), Access(1, Affine(0, (1,))), 1.0),))
    check_form(Rolled(arrays, [copy, total], [], 4, 4))
    with pytest.raises(AssertionError, match="dot: reads 0 of array 1 before it is written"):
        check_form(Rolled(arrays, [total, copy], [], 4, 4))


def test_terms_one_step_apart_are_one_run_if_they_are_equally_long():
    even = [Segment(Affine(1), at(0, 7 * k, 50, 1), 2.0) for k in range(4)]
    ragged = [replace(s, length=Affine(1, (1,))) for s in even]
    for segments, wanted in ((even, [Segment(Affine(4), at(0, 0, 50, 7), 2.0)]), (ragged, ragged)):
        one = Nest("dot", (Affine(3),), at(1, 0, 1), segments=tuple(segments))
        assert along_steps(one, []).segments == tuple(wanted)


def test_the_longest_rounds_of_ragged_loops():
    assert longest((Affine(4), Affine(1, (1,)), Affine(5, (-1, 2)))) == [4, 4, 11]
    assert longest(()) == []
    assert nests.constant(Affine(3)) == nests.constant(Affine(3, (0, 0))) == 3
    assert nests.constant(Affine(3, (1,))) is nests.constant(nests.RunTime(3)) is None


@pytest.mark.parametrize("lengths, short", [([], True), ([4], True), ([5], False), ([2, 2], True), ([2, 3], False)])
def test_dots_of_four_terms_are_short(lengths, short):
    dot = Nest("dot", (), Access(0, Affine(0)), (), tuple(Segment(Affine(n), 1.0, 2.0) for n in lengths))
    assert nests.is_short(dot) is short
    ragged = Nest("dot", (Affine(2),), Access(0, Affine(0)), (), (Segment(Affine(1, (1,)), 1.0, 2.0),))
    assert not nests.is_short(ragged)


@pytest.mark.parametrize("sizes, parts", [([1] * 6, 1), ([1] * 7, 2), ([4, 1, 1], 1), ([4, 4], 2), ([1, 4, 4], 3)])
def test_code_that_is_half_as_long_again_is_not_cut(sizes, parts):
    """Of parts of four operations; a sum counts for its terms."""
    b = Builder()
    x = y = b.input()
    for n in sizes:
        y = b.dot([y, x, x, y]) if n == 4 else b.node("sin", (y,))
    program = b.finish([("x", [x])], [("y", [y])])
    used = [i for i, args in enumerate(program.args) if args]
    found = cut_in_parts(program, used, 4)
    assert (len(found), [i for part in found for i in part]) == (parts, used)


def test_what_is_written_in_a_name_as_it_is():
    assert text.named("\x1f ~\x7f") == r'%"\1F ~\7F"'


def test_numbers_with_a_point_stay_decimal():
    """Those are what LLVM reads to the last bit (``test_accuracy`` would see it); others it would take for integers."""
    for x, written in (
        (-0.1, "-0.1"), (-0.0, "-0.0"), (2.5e-300, "2.5e-300"), (1e22, "0x4480F0CF064DD592"),
        (float("-inf"), "0xFFF0000000000000"), (float("nan"), "0x7FF8000000000000"),
    ):  # fmt: skip
        assert text.constant(x) == written


# -- loops found in addresses -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "rows, pitch, trips, numbers",
    [
        ([[7]], 0, (), [Affine(7)]),
        ([[0, 2, 4]], 0, (Affine(3),), [Affine(0, (2,))]),
        ([[0, 1]], 0, (Affine(2),), [Affine(0, (1,))]),
        ([[0, 1, 10, 11], [5, 5, 6, 6]], 0, (Affine(2), Affine(2)), [Affine(0, (10, 1)), Affine(5, (1, 0))]),
        ([[0, 3, 4]], 3, (Affine(2), Affine(1, (1,))), [Affine(0, (3, 1))]),
        ([[0, 4, 5, 8, 9, 10]], 4, (Affine(3), Affine(1, (1,))), [Affine(0, (4, 1))]),
        ([[0, 1, 4]], 4, (Affine(2), Affine(2, (-1,))), [Affine(0, (4, 1))]),
        ([[0, 1, 2, 10, 11, 12]], 0, (Affine(2), Affine(3)), [Affine(0, (10, 1))]),
        ([[0, 1, 6, 7, 8, 9]], 6, (Affine(2), Affine(1, (1,)), Affine(2)), [Affine(0, (6, 2, 1))]),
        (
            [[0, 1, 6, 7, 8, 9], [5, 7, 5, 7, 5, 7]],
            6,
            (Affine(2), Affine(1, (1,)), Affine(2)),
            [Affine(0, (6, 2, 1)), Affine(5, (0, 0, 2))],
        ),
        ([[0, 1, 2, 8, 9, 10, 11]], 8, (Affine(2), Affine(3, (1,))), [Affine(0, (8, 1))]),
    ],
)
def test_loops_of_addresses(rows, pitch, trips, numbers):
    np = pytest.importorskip("numpy", reason="the fast extra has it")
    from tinygrad_edu.jit.rolling.fit import fit

    box = fit(np, np.array(rows), pitch)
    assert (box.trips, box.numbers) == (trips, numbers)
    columns = [tuple(column) for column in box.counters.T.tolist()]
    assert [[number.at(column) for column in columns] for number in numbers] == rows
    assert box.longest() == [max(counter) + 1 for counter in zip(*columns, strict=True)]


@pytest.mark.parametrize("bits, rolls", [(6, True), (7, False)])
def test_six_loops_in_one_another_are_a_nest_and_seven_are_none(bits, rolls):
    """As the places whose bits are turned round, which a Fourier transform reads: each bit is a loop of two."""
    np = pytest.importorskip("numpy", reason="the fast extra has it")
    from tinygrad_edu.jit.rolling.fit import fit

    box = fit(np, np.array([[int(f"{i:0{bits}b}"[::-1], 2) for i in range(2**bits)]]))
    assert (box is not None) == rolls
    if rolls:
        assert box.trips == (Affine(2),) * 6 and box.numbers == [Affine(0, (1, 2, 4, 8, 16, 32))]


@pytest.mark.parametrize("row, pitch", [([0, 1, 3], 0), ([0, 1, 3, 7], 0), ([0, 1, 4, 6], 4), ([0, 4, 5, 8], 4)])
def test_addresses_that_are_no_loops(row, pitch):
    np = pytest.importorskip("numpy", reason="the fast extra has it")
    from tinygrad_edu.jit.rolling.fit import fit

    assert fit(np, np.array([row]), pitch) is None


# -- plans ------------------------------------------------------------------------------------------------------------

PROCESSORS = {"sse": Processor(2, 16, False), "avx2": Processor(4, 16, False), "avx512": Processor(8, 32, True)}
ROWS, COLUMNS, STEPS = 12, 20, 30
PRODUCTS = {
    "A·B": ((STEPS, 0, 1), (0, 1, COLUMNS)),
    "A·Bᵀ": ((STEPS, 0, 1), (0, STEPS, 1)),
    "Aᵀ·B": ((1, 0, ROWS), (0, 1, COLUMNS)),
    "A·x": ((STEPS, 1), (0, 1)),
    "Aᵀ·x": ((1, ROWS), (0, 1)),
    "A·x, two columns": ((2, 1), (0, 1)),
}
PLANS = {  # lanes, rows and vectors of the tile, whether lanes go along the sum, sums at once; the copy before, if any
    ("A·B", "sse"): (2, 4, 2, False, 1, None),
    ("A·B", "avx2"): (4, 4, 2, False, 1, None),
    ("A·B", "avx512"): (8, 5, 3, False, 1, None),
    ("A·Bᵀ", "sse"): (2, 4, 1, True, 1, None),
    ("A·Bᵀ", "avx2"): (4, 4, 2, False, 1, [STEPS, ROWS]),
    ("A·Bᵀ", "avx512"): (8, 5, 3, False, 1, [STEPS, COLUMNS]),
    ("Aᵀ·B", "avx2"): (4, 4, 2, False, 1, None),
    ("A·x", "sse"): (2, 1, 1, True, 2, None),
    ("A·x", "avx2"): (1, 1, 1, True, 1, None),
    ("A·x", "avx512"): (8, 1, 1, True, 1, None),
    ("Aᵀ·x", "sse"): (2, 1, 6, False, 1, None),
    ("Aᵀ·x", "avx2"): (4, 1, 3, False, 1, None),
    ("Aᵀ·x", "avx512"): (8, 1, 2, False, 4, None),
    ("A·x, two columns", "avx2"): (4, 1, 2, False, 1, None),
}


@pytest.mark.parametrize("product, processor", PLANS)
def test_plans_of_products(product, processor):
    """Lanes go where results and operands lie side by side, along the sum where only its steps do."""
    a, b = (Access(k, Affine(0, strides)) for k, strides in enumerate(PRODUCTS[product]))
    trips = (Affine(ROWS), Affine(COLUMNS)) if len(a.address.strides) == 3 else (Affine(ROWS),)
    result = Access(2, Affine(0, (COLUMNS, 1) if len(trips) == 2 else (1,)))
    length = Affine(2 if "two" in product else STEPS)
    arrays = [Array(name, 1_000, "input") for name in "abc"]
    group = Group([Nest("dot", trips, result, (), (Segment(length, a, b),))], [True])
    *copies, kernel = planned(group, PROCESSORS[processor], arrays)
    *tile, copied = PLANS[product, processor]
    assert [kernel.lanes, kernel.rows, kernel.vectors, kernel.along, kernel.unroll] == tile
    assert [[trip.base for trip in copy.group.trips] for copy in copies] == ([copied] if copied else [])


@pytest.mark.parametrize(
    "processor, count, vectors", [("avx2", 1, 2), ("avx512", plan.FEW, 4), ("avx512", plan.FEW + 1, 2)]
)
def test_tiles_of_functions(processor, count, vectors):
    """Several vectors side by side, of a few nests: as many as there are registers for."""
    x, *results = (Access(k, Affine(0, (1,))) for k in range(count + 1))
    nests = [Nest("exp", (Affine(100),), result, (x,), ()) for result in results]
    (kernel,) = planned(Group(nests, [True] * count), PROCESSORS[processor], [])
    assert kernel.vectors == vectors


def test_only_a_copy_alone_is_turned():
    source, trips = Access(0, Affine(0, (1, 8))), (Affine(8), Affine(8))
    nests = [Nest(op, trips, Access(k, Affine(0, (8, 1))), (source,), ()) for k, op in ((1, "copy"), (2, "neg"))]
    arrays = [Array(name, 64, "work") for name in "abc"]
    kernels = [planned(Group(nests[:n], [True] * n), PROCESSORS["avx2"], arrays)[-1] for n in (1, 2)]
    assert [kernel.turned for kernel in kernels] == [True, False]


@pytest.mark.parametrize(
    "processor, lanes",
    [("sse", [1, 2, 2, 2, 2, 2]), ("avx2", [1, 2, 2, 4, 4, 4]), ("avx512", [1, 2, 4, 4, 8, 8])],
)
def test_lanes_for_1_to_5_and_9_numbers(processor, lanes):
    """As many as there are numbers for, if those that are left over cannot be masked."""
    assert [plan.lanes_for(length, PROCESSORS[processor]) for length in (1, 2, 3, 4, 5, 9)] == lanes


@pytest.mark.parametrize(
    "trips, strides, reads",
    [
        ([Affine(3), Affine(4)], (1, 0), 4),
        ([Affine(3), Affine(4)], (0, 7), 3),
        ([Affine(3), Affine(4)], (0, 0), 12),
        ([Affine(3), Affine(4)], (4, 1), 1),
        ([Affine(3), Affine(1, (1,))], (4, 1), 0),
        ([Affine(3), Affine(1, (1,))], (0, 1), 3),
        ([Affine(3), Affine(1, (1,))], (1, 0), 3),
    ],
)
def test_how_often_a_number_is_read(trips, strides, reads):
    """0 where rows of different lengths are read, which are no block that could be copied."""
    assert plan._reads(Access(0, Affine(5, strides)), trips) == reads
