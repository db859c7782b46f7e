"""How loop nests become vector code: the plan for nests of every kind and size, and what each choice would cost.

Whether the code is right is asked elsewhere; a plan that is as right and half as fast would be noticed here only.
"""

from tests.golden import held
from tests.rolled_cases import at, layer, product, triangle
from tests.test_jit_pieces import PROCESSORS
from tinygrad_edu.jit.llvm import plan
from tinygrad_edu.jit.llvm.fusion import Group, grouped
from tinygrad_edu.jit.llvm.nests import RunTime
from tinygrad_edu.jit.rolled import Access, Affine, Array, Nest, Rolled, Segment, longest


def alone(trips, result, operands=(), segments=(), op="dot"):
    """One nest, on inputs that are large enough for anything."""
    trips = tuple(n if isinstance(n, Affine) else Affine(n) for n in trips)
    nest = Nest(op, trips, result, operands, segments)
    size = 1 + max(nest.result.at(counters, k) for k, counters in enumerate(nest.rounds()))
    return Rolled([Array("a", 2_000, "input"), Array("b", 2_000, "input"), Array("c", size, "output")], [nest])


def batch(p, n, m, k, left, right):
    """Matrix products one after the other, p of them."""
    return alone((p, n, m), at(2, 0, n * m, m, 1), segments=(Segment(Affine(k), at(0, 0, *left), at(1, 0, *right)),))


TABLE = Access(0, Affine(0, (1, 0)), tuple(range(30, 0, -1)))
PROGRAMS = {
    **{f"layer {n}, {k}": layer(n, k) for n, k in ((1, 1), (3, 5), (9, 4), (17, 33), (40, 3))},
    **{
        f"product {kind} {n}, {m}, {k}": product(n, m, k, kind)
        for kind in ("both", "one", "none")
        for n, m, k in ((1, 1, 300), (2, 3, 4), (3, 17, 2), (5, 7, 9), (9, 33, 17), (40, 5, 9), (1, 40, 8))
    },
    **{f"triangle {n}, {k}": triangle(n, k) for n, k in ((3, 2), (9, 8))},
    "batch": batch(3, 5, 9, 7, (35, 7, 0, 1), (63, 0, 1, 9)),
    "batch, one right side": batch(6, 5, 9, 7, (35, 7, 0, 1), (0, 0, 1, 9)),
    "batch, its right side turned": batch(6, 5, 9, 7, (35, 7, 0, 1), (0, 0, 7, 1)),
    "batch, both turned": batch(5, 6, 10, 12, (1, 60, 0, 5), (0, 0, 12, 1)),
    "turned": alone((20, 30), at(2, 0, 30, 1), (at(0, 0, 1, 20), at(1, 0, 1, 0)), op="add"),
    "turned and read often": alone((6, 20, 30), at(2, 0, 600, 30, 1), (at(0, 0, 0, 1, 20), 2.0), op="mul"),
    "turned and read four times": alone((4, 20, 30), at(2, 0, 600, 30, 1), (at(0, 0, 0, 1, 20), 2.0), op="mul"),
    "turned and read three times": alone((3, 20, 30), at(2, 0, 600, 30, 1), (at(0, 0, 0, 1, 20), 2.0), op="mul"),
    "backwards": alone((20, 30), at(2, 599, -30, -1), (at(0, 0, 30, 1), at(1, 0, 0, 7)), op="sub"),
    "many instructions": alone((20, 3), at(2, 0, 3, 1), (at(0, 0, 1, 20),), op="tanh"),
    "rows to columns": alone((20, 30), at(2, 0, 1, 20), (at(0, 0, 30, 1),), op="copy"),
    "a column for each row": alone((20, 30), at(2, 0, 30, 1), (at(0, 0, 1, 0),), op="copy"),
    **{f"a row for all rows, {n} numbers": alone((6, n), at(2, 0, n, 1), (at(0, 0, 0, 1), at(1, 0, n, 1)), op="mul")
       for n in (7, 65, 128, 129)},
    "a row for all rows, 128 numbers, two operations": Rolled(
        [Array("a", 128, "input"), Array("b", 4, "input"), Array("c", 512, "output"), Array("d", 512, "output")],
        [Nest(op, (Affine(4), Affine(128)), at(k, 0, 128, 1), (at(0, 0, 0, 1), at(1, 0, 1, 0)))
         for k, op in ((2, "mul"), (3, "add"))]),
    **{f"one vector, rows of {n}": alone((12,), at(2, 0, 1), segments=(
        Segment(Affine(n), at(0, 0, n, 1), at(1, 0, 0, 1)),)) for n in (47, 48, 128, 136)},
    "ragged": alone((12, Affine(1, (1,))), at(2, 0, 12, 1), (at(0, 0, 12, 1), at(1, 0, 1, 0)), op="add"),
    "ragged and turned": alone((12, Affine(1, (1,)), 9), at(2, 0, 108, 9, 1), (at(0, 0, 1, 12, 0),), op="copy"),
    "long sums, ragged": alone((12, Affine(1, (1,))), at(2, 0, 12, 1), segments=(
        Segment(Affine(100), at(0, 0, 100, 0, 1), at(1, 0, 0, 100, 1)),)),
    "sums as long as their number": alone((12,), at(2, 0, 1), segments=(
        Segment(Affine(1, (1,)), at(0, 0, 12, 1), 1.0),)),
    "the largest": alone((12, 9), at(2, 0, 9, 1), segments=(Segment(Affine(7), at(0, 0, 63, 7, 1), 1.0),), op="max"),
    "the largest, turned": alone((12, 9), at(2, 0, 9, 1), segments=(
        Segment(Affine(7), at(0, 0, 9, 1, 108), 1.0),), op="max"),
    "rows of a block": alone((12,), at(2, 0, 1), segments=(Segment(RunTime(64), at(0, 0, 1, 12), at(1, 0, 0, 1)),)),
    "rows of a block, turned": alone((9, 12), at(2, 0, 12, 1), segments=(
        Segment(RunTime(64), at(0, 0, 64, 0, 1), at(1, 0, 0, 64, 1)), Segment(Affine(1), at(0, 7, 1, 0, 0), 1.0))),
    "two sums": alone((12, 10), at(2, 0, 10, 1), segments=(
        Segment(Affine(8), at(0, 0, 8, 0, 1), at(1, 0, 0, 8, 1)), Segment(Affine(3), at(0, 100, 0, 3, 1), 1.0))),
    "a long sum and one of two": alone((12, 10), at(2, 0, 10, 1), segments=(
        Segment(Affine(8), at(0, 0, 8, 0, 1), at(1, 0, 0, 8, 1)),
        Segment(Affine(2), at(0, 100, 2, 0, 1), at(1, 100, 0, 2, 1)))),
    "two sums of products with one factor, turned": alone((8, 9), at(2, 0, 9, 1), segments=(
        Segment(Affine(7), at(0, 0, 7, 0, 1), at(1, 0, 0, 7, 1)),
        Segment(Affine(7), at(0, 0, 7, 0, 1), at(1, 100, 0, 7, 1)))),
    "a factor for all steps": alone((12, 10), at(2, 0, 10, 1), segments=(
        Segment(Affine(8), at(0, 0, 8, 0, 1), at(1, 0, 0, 1, 0)),)),
    "the same product again": alone((12,), at(2, 0, 1), segments=(Segment(Affine(3), at(0, 0, 1, 0), at(1, 0, 1, 0)),)),
    "the same number again": alone((12,), at(2, 0, 1), segments=(Segment(Affine(3), at(0, 0, 1, 0), 2.5),)),
    "sums of products, ragged": alone((12,), at(2, 0, 1), segments=(
        Segment(Affine(1, (1,)), at(0, 0, 12, 1), at(1, 0, 12, 1)),)),
    "sums of products with one row, ragged": alone((12,), at(2, 0, 1), segments=(
        Segment(Affine(1, (1,)), at(0, 0, 0, 1), at(1, 0, 12, 1)),)),
    "chosen by numbers": Rolled(
        [Array("a", 60, "input"), Array("b", 5, "input"), Array("c", 5, "output")],
        [Nest("take", (Affine(5),), at(2, 0, 1), (at(0, 0, 12), at(1, 0, 1)), pitch=2, count=6)]),
    "to places that numbers choose": Rolled(
        [Array("a", 40, "input"), Array("b", 40, "input"), Array("c", 15, "output")],
        [Nest("scatter", (Affine(3),), at(2, 0, 1), segments=(
            Segment(Affine(4), at(0, 0, 4, 1), at(1, 0, 4, 1)), Segment(Affine(2), at(0, 20, 2, 1), 1.0)),
            pitch=3, count=5)]),
    "to places that numbers choose, ragged": Rolled(
        [Array("a", 40, "input"), Array("b", 40, "input"), Array("c", 15, "output")],
        [Nest("scatter", (Affine(3),), at(2, 0, 5), segments=(
            Segment(Affine(1, (1,)), at(0, 0, 4, 1), at(1, 0, 0, 1)),), pitch=1, count=5)]),
    "to one place again and again": Rolled(
        [Array("a", 3, "input"), Array("b", 3, "input"), Array("c", 15, "output")],
        [Nest("scatter", (Affine(3),), at(2, 0, 5), segments=(
            Segment(Affine(4), at(0, 0, 1, 0), at(1, 0, 1, 0)),), pitch=1, count=5)]),
    "several numbers to one place": Rolled(
        [Array("a", 3, "input"), Array("b", 12, "input"), Array("c", 15, "output")],
        [Nest("scatter", (Affine(3),), at(2, 0, 5), segments=(
            Segment(Affine(4), at(0, 0, 1, 0), at(1, 0, 4, 1)),), pitch=1, count=5)]),
    "one number to several places": Rolled(
        [Array("a", 12, "input"), Array("b", 3, "input"), Array("c", 15, "output")],
        [Nest("scatter", (Affine(3),), at(2, 0, 5), segments=(
            Segment(Affine(4), at(0, 0, 4, 1), at(1, 0, 1, 0)),), pitch=1, count=5)]),
    "a ragged row that numbers choose, read again": Rolled(
        [Array("a", 40, "input"), Array("b", 40, "input"), Array("c", 15, "output"), Array("d", 3, "output")],
        [Nest("scatter", (Affine(3),), at(2, 0, 5), segments=(
            Segment(Affine(1, (1,)), at(0, 0, 4, 1), at(1, 0, 0, 1)),), pitch=1, count=5),
         Nest("mul", (Affine(3),), at(3, 0, 1), (at(2, 1, 5), at(2, 3, 5)))]),
    "columns that are read before the last is written": Rolled(
        [Array("a", 40, "input"), Array("b", 40, "input"), Array("c", 12, "output"), Array("d", 8, "output")],
        [*[Nest("mul", (Affine(4),), at(2, k, 3), (at(0, 4 * k, 1), at(1, 0, 1))) for k in range(2)],
         Nest("neg", (Affine(4), Affine(2)), at(3, 0, 2, 1), (at(2, 0, 3, 1),)),
         Nest("mul", (Affine(4),), at(2, 2, 3), (at(0, 8, 1), at(1, 0, 1)))]),
    "two sums of batches": alone((4, 3), at(2, 0, 3, 1), segments=(
        Segment(Affine(5), at(0, 0, 15, 5, 1), at(1, 0, 0, 5, 1)),
        Segment(Affine(4), at(0, 100, 12, 4, 1), at(1, 100, 0, 4, 1)))),
    "a matrix and a block": alone((4, 3, 2), at(2, 0, 6, 2, 1), segments=(
        Segment(Affine(5), at(0, 0, 5, 0, 0, 1), at(1, 0, 0, 40, 7, 1)),)),
    "a block and a matrix": alone((4, 3, 2), at(2, 0, 6, 2, 1), segments=(
        Segment(Affine(5), at(0, 0, 40, 7, 0, 1), at(1, 0, 0, 0, 5, 1)),)),
    "results that are read again": Rolled(
        [Array("a", 12, "input"), Array("b", 12, "input"), Array("c", 12, "output"), Array("d", 3, "output")],
        [Nest("mul", (Affine(12),), at(2, 0, 1), (at(0, 0, 1), at(1, 0, 1))),
         Nest("dot", (Affine(3),), at(3, 0, 1), segments=(Segment(Affine(4), at(2, 0, 4, 1), 1.0),))]),
    "results of which some are read again": Rolled(
        [Array("a", 12, "input"), Array("b", 12, "input"), Array("c", 12, "output"), Array("d", 3, "output")],
        [Nest("mul", (Affine(6),), at(2, 0, 1), (at(0, 0, 1), at(1, 0, 1))),
         Nest("mul", (Affine(6),), at(2, 6, 1), (at(0, 6, 1), at(1, 6, 1))),
         Nest("dot", (Affine(3),), at(3, 0, 1), segments=(Segment(Affine(2), at(2, 0, 2, 1), 1.0),))]),
    "into a table": alone((6,), Access(2, Affine(0), (5, 3, 1, 0, 2, 4)), (at(0, 0, 1),), op="copy"),
    "from a table": alone((30, 4), at(2, 0, 4, 1), (TABLE,), op="copy"),
}  # fmt: skip


def test_a_loop_of_one_round_costs_what_its_round_does():
    """A load, an operation and a store."""
    group = Group([Nest("neg", (Affine(1),), at(2, 0, 1), (at(0, 0, 1),))], [True])
    assert plan._cost(group, 0, PROCESSORS["sse"], [1], False) == 0.5 + 1.0 + 1.0


def shown(x):
    if not isinstance(x, Access):
        return f"{x:g}"
    return f"{x.array}[{x.address.base}{''.join(f' {s}' for s in x.address.strides)}]"


def length(affine):
    return f"{affine.base}{''.join(f'+{s}·{d}' for d, s in enumerate(affine.strides) if s)}"


def described(kernel):
    """A kernel as lines: its tile, then each nest with its loops in the order they were brought into."""
    along = " along the sum" if kernel.along else ""
    along += "; turned" * kernel.turned + "; some stays" * kernel.kept
    yield f"    {kernel.lanes} lanes, {kernel.rows}×{kernel.vectors}{along}, {kernel.unroll} at once"
    for nest in kernel.group.nests:
        reads = [*map(shown, nest.operands)]
        reads += [f"{length(s.length)}: {shown(s.a)}·{shown(s.b)}" for s in nest.segments]
        loops = " ".join(map(length, nest.trips))
        yield f"      {nest.op} ({loops}) {shown(nest.result)} = {', '.join(reads)}"


def test_plans():
    lines = []
    for name, program in PROGRAMS.items():
        for number, group in enumerate(grouped(program.nests, program.arrays)):
            lines.append(f"{name}, group {number}: {' '.join(nest.op for nest in group.nests)}")
            most = longest(group.trips)
            for cpu, processor in PROCESSORS.items():
                arrays = list(program.arrays)
                kernels = plan.planned(group, processor, arrays)
                costs = [
                    f"{d}{'+' * along} {plan._cost(group, d, processor, most, along):.4g}"
                    for d in plan._free(group) for along in (False, True) if not any(map(Nest.has_tables, group.nests))
                ]  # fmt: skip
                copies = " ".join(f"{a.name} of {a.size}" for a in arrays[len(program.arrays) :])
                lines.append(f"  {cpu}: {', '.join(costs)}; {copies}".rstrip("; "))
                lines += [line for kernel in kernels for line in described(kernel)]
    held("jit/plans.txt", "\n".join(lines) + "\n")
