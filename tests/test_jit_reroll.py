"""The re-roller: what it finds in networks written in scalars, and that nothing is lost on the way."""

import random
import subprocess
import sys
import time
from dataclasses import replace
from types import SimpleNamespace

import pytest
from hypothesis import given, settings

np = pytest.importorskip("numpy", reason="re-rolling needs NumPy")

from tests import rolling_cases as cases  # noqa: E402
from tests.examples import costly  # noqa: E402
from tests.rolled_cases import check_form  # noqa: E402
from tinygrad_edu import Value, nn, optim  # noqa: E402
from tinygrad_edu.jit.lower import lower  # noqa: E402
from tinygrad_edu.jit.program import Builder  # noqa: E402
from tinygrad_edu.jit.rolled import Access, Affine  # noqa: E402
from tinygrad_edu.jit.rolling import colour, fit, placement, reads, tails  # noqa: E402
from tinygrad_edu.jit.rolling import reroll as roller  # noqa: E402
from tinygrad_edu.jit.rolling.reroll import reroll  # noqa: E402
from tinygrad_edu.train.lowered import Recorded  # noqa: E402


def judge(program, rolled, inputs=None):
    """The rolled program keeps its promises and computes the same as the program; an AssertionError if not."""
    check_form(rolled)
    inputs = cases.numbers(program) if inputs is None else inputs
    cases.agree(rolled.run(*inputs), program.run(*inputs))


@pytest.mark.parametrize("name", cases.SMALL)
def test_computes_the_same(name):
    program = cases.SMALL[name]()
    judge(program, reroll(program))


@costly(25)
@given(cases.programs())
def test_random_programs(drawn):
    program, inputs = drawn
    judge(program, reroll(program), inputs)


@pytest.mark.slow
@given(cases.programs())
@settings(max_examples=5000)
def test_many_random_programs(drawn):
    program, inputs = drawn
    judge(program, reroll(program), inputs)


# -- what has to be found ----------------------------------------------------------------------------------------------

ROLLS = {
    # name: (program, at most so many nests)
    "moons": (cases.moons, 30),
    "mlp 32": (lambda: cases.mlp(32), 20),
    "mlp, 16 rows": (lambda: cases.mlp(16, 16, 3), 20),
    "mlp, data in the program": (lambda: cases.mlp(8, 16, 3, data=True), 20),
    "digits": (cases.digits, 30),
    "rnn": (cases.rnn, 12 * 20),
    "attention": (cases.attention, 45),
    "attention without softmax": (lambda: cases.attention(softmax=False), 40),
    "two heads": (lambda: cases.attention(12, 8, 2), 45),
    "article": (cases.article, 20),
    "pooled image": (cases.pooled, 60),
    "convolutions": (cases.convolutions, 30),
    "convolutions beyond the ends": (lambda: cases.convolutions(2), 30),
    "convolutions, means between them": (lambda: cases.convolutions(0, True), 30),
}


@pytest.mark.parametrize("name", ROLLS)
def test_rolls(name):
    make, most = ROLLS[name]
    program = make()
    rolled = reroll(program)
    assert len(rolled.nests) <= most
    assert rolled.affine >= 0.99 * rolled.work > 0
    assert not rolled.report
    assert 0.7 * program.work() <= rolled.work <= program.work()


def test_width_changes_no_nest():
    """The size of a network is in the lengths of the loops, nowhere else."""
    shapes = []
    for n in (4, 7, 12):
        rolled = reroll(cases.mlp(n, 5, 3))
        shapes.append([(nest.op, len(nest.trips), len(nest.segments)) for nest in rolled.nests])
    assert shapes[0] == shapes[1] == shapes[2]


def test_a_triangle_has_lengths_that_depend_on_the_row():
    rolled = reroll(cases.attention(6, 4, softmax=False))
    assert any(trip.strides == (1,) for nest in rolled.nests for trip in nest.trips)
    assert any(segment.length.strides for nest in rolled.nests for segment in nest.segments)


def test_shuffled_parameters_are_gathered_and_reported():
    program = cases.mlp(8, 4, 3, shuffled=True)
    rolled = reroll(program)
    judge(program, rolled)
    assert rolled.affine < rolled.work
    assert any("params are read in an order that follows no rule" in line for line in rolled.report)
    tables = [nest for nest in rolled.nests if any(isinstance(x, Access) and x.table for x in nest.operands)]
    assert tables and all(nest.op == "copy" for nest in tables)
    assert len(rolled.nests) < 50


@pytest.mark.parametrize("rows", [4, 8, 32])
def test_however_many_rows_read_shuffled_parameters_they_stay_one_loop(rows):
    """Each neuron reads at distances of its own. A loop for each would be as long as the table of what they read."""
    assert len(reroll(cases.mlp(8, rows, 1, shuffled=True)).nests) == 32


def window_sums(windows, places):
    """Sums over numbers of a row, each sum multiplied by a number of its own, and the squares of these."""
    b = Builder()
    xs, ws = [b.input() for _ in range(places)], [b.input() for _ in windows]
    es = [b.node("exp", (x,)) for x in xs]
    sums = [b.dot([t for k in window for t in (es[k], b.one)]) for window in windows]
    ys = [b.node("mul", pair) for pair in zip(sums, ws, strict=True)]
    return b.finish([("x", xs), ("w", ws)], [("y", [b.dot([t for y in ys for t in (y, y)])])])


@pytest.mark.parametrize("distances, each, rolls", [(2, 8, True), (2, 7, False), (32, 8, True), (33, 8, False)])
def test_sums_of_two_numbers_at_several_distances(distances, each, rolls):
    """A loop for each distance, if there are at most 32, and at most one for eight sums."""
    places = [(k, k + d) for d in range(1, distances + 1) for k in range(each)]
    program = window_sums(places, distances + each)
    rolled = reroll(program)
    judge(program, rolled)
    assert bool(rolled.report) is not rolls and len(rolled.nests) == 3 + (distances if rolls else 2)


@pytest.mark.parametrize("even, uneven, apart", [(0, 16, False), (48, 7, False), (49, 7, True)])
def test_few_sums_that_need_tables_are_loops_of_their_own(even, uneven, apart):
    """Sums of three numbers that do not lie at equal distances, if they are at most one of eight; else all are one."""
    windows = [(k, k + 1, k + 2) for k in range(even)]
    windows += [(k, k + 1 + k % 2, k + 5) for k in range(uneven)]
    program = window_sums(windows, 51)
    rolled = reroll(program)
    judge(program, rolled)
    assert len(rolled.report) == (2 if apart else 1)
    assert rolled.work - rolled.affine == 6 * (uneven if apart else even + uneven)


def test_what_is_read_twice_at_the_ends_of_a_row_needs_tables_there_alone():
    """Heat between walls."""
    program = window_sums([(max(k - 1, 0), k, min(k + 1, 23)) for k in range(24)], 24)
    rolled = reroll(program)
    judge(program, rolled)
    assert rolled.work - rolled.affine == 6 * 2


@pytest.mark.parametrize("places, loops", [(16, 1), (15, 2)])
def test_a_sum_at_the_end_that_is_shorter_lies_beside_the_others(places, loops):
    """And what reads them is one loop. That the lengths tell the parts apart is not enough: then it is two."""
    program = window_sums([range(k, min(k + 2, places)) for k in range(places)], places)
    rolled = reroll(program)
    judge(program, rolled)
    assert not rolled.report and sum(nest.op == "mul" for nest in rolled.nests) == loops


def test_sums_in_a_triangle_that_are_shorter_at_the_ends_of_its_rows():
    """What reads them knows where the rows begin."""
    b = Builder()
    q, k = ([b.input() for _ in range(6)] for _ in range(2))
    rows = [[b.node("mul", (q[p], k[u])) for u in range(p + 1)] for p in range(6)]
    sums = [b.dot([t for x in row[u : u + 2] for t in (x, b.one)]) for row in rows for u in range(len(row))]
    ys = [b.node("tanh", (x,)) for x in sums]
    program = b.finish([("q", q), ("k", k)], [("y", [b.dot([t for y in ys for t in (y, y)])])])
    rolled = reroll(program)
    judge(program, rolled)
    assert [nest.trips for nest in rolled.nests if nest.op == "tanh"] == [(Affine(6), Affine(1, (1,)))]


def image_sum():
    """What a weight that a whole image shares has as gradient: a sum over rows and columns not side by side."""
    b = Builder()
    image = [b.input() for _ in range(24)]
    sums = [b.dot([t for r in range(3) for c in range(4) for t in (image[8 * r + c + k], b.one)]) for k in (0, 2)]
    return b.finish([("x", image)], [("y", sums)])


def convolution(turned):
    """A filter of three weights over ten numbers, one of the two read backwards, and the gradient by the weights."""
    w, x = [Value(0.0, f"w{k}") for k in range(3)], [Value(0.0, f"x{k}") for k in range(10)]
    there = [2, 1, 0] if turned else [0, 1, 2]
    ys = [sum(w[k] * x[at + 2 - k] for k in there) for at in range(8)]
    loss = sum(y * y for y in ys)
    return lower([("w", w), ("x", x)], [("y", ys)], gradient_of=loss, wrt=[("g", w)])


def pairs_in_a_triangle():
    """For row p and every u <= p two products side by side, each by a number of its own that is part of the program."""
    b = Builder()
    q, k = ([b.input() for _ in range(n)] for n in (5, 15))
    ys = [b.node("mul", (q[p], k[3 * u + d])) for p in range(5) for u in range(p + 1) for d in range(2)]
    zs = [b.node("mul", (b.node("exp", (y,)), b.const(1.5 + 0.25 * j * j))) for j, y in enumerate(ys)]
    return b.finish([("q", q), ("k", k)], [("z", [b.dot([t for z in zs for t in (z, z)])])])


def test_loops_inside_a_ragged_one():
    program = pairs_in_a_triangle()
    rolled = reroll(program)
    judge(program, rolled)
    assert [len(nest.trips) for nest in rolled.nests if nest.op == "mul"] == [3, 3]


@pytest.mark.parametrize("turned", [False, True])
def test_a_convolution_reads_backwards(turned):
    program = convolution(turned)
    rolled = reroll(program)
    judge(program, rolled)
    assert rolled.affine == rolled.work and not rolled.report and len(rolled.nests) == 3


def test_a_sum_that_is_written_backwards_runs_forwards():
    """Where the other factor of its terms stays the same, too."""
    w, x = [Value(0.0, f"w{k}") for k in range(4)], [Value(0.0, f"x{k}") for k in range(6)]
    program = lower([("w", w), ("x", x)], [("y", [sum(u * v for v in reversed(x)) for u in w])])
    rolled = reroll(program)
    judge(program, rolled)
    assert [x.address.strides for nest in rolled.nests for x in nest.reads()] == [(0, 1), (1, 0)]


def test_a_sum_over_two_dimensions():
    program = image_sum()
    rolled = reroll(program)
    judge(program, rolled)
    assert [len(nest.segments) for nest in rolled.nests] == [3]


def test_a_class_of_two_populations_becomes_two_loops():
    b = Builder()
    xs = [b.input() for _ in range(40)]
    ys = [b.node("exp", (x,)) for x in [*xs[:16], *xs[20:40:2]]]
    program = b.finish([("x", xs)], [("y", [b.dot([t for y in ys for t in (y, y)])])])
    rolled = reroll(program)
    judge(program, rolled)
    assert rolled.affine == rolled.work and not rolled.report


def test_ones_in_the_data_are_data():
    """A 1 among the inputs is no bias: neurons that see it are in one loop with those that do not."""
    net = nn.Layer(3, 4, "tanh", seed=0)
    outs = [y for row in ([0.5, 1.0, 0.0], [1.0, 1.0, 2.0], [0.25, 0.5, 0.75]) for y in net(row)]
    program = lower([("params", net.parameters())], [("y", outs)])
    rolled = reroll(program)
    judge(program, rolled)
    assert [nest.op for nest in rolled.nests] == ["dot", "tanh"]


def test_an_empty_program_and_an_empty_group():
    b = Builder()
    program = b.finish([("x", [])], [("y", [])])
    assert reroll(program).run([]) == [[]]


def test_deep_graphs_do_not_recurse():
    b = Builder()
    x = b.input()
    y = x
    for _ in range(3000):
        y = b.node("sin", (y,))
    rolled = reroll(b.finish([("x", [x])], [("y", [y])]))
    assert len(rolled.nests) == 3000


def test_colours_are_not_told_apart_where_there_are_too_many_for_loops(monkeypatch):
    """A hundred steps, each with a colour of its own and the input's: that is seen before their use is looked at."""
    b = Builder()
    y = x = b.input()
    for _ in range(100):
        y = b.node("sin", (y,))
    program = b.finish([("x", [x])], [("y", [y])])
    assert roller.rerolled(program, 1) is not None
    looked_at = []
    refined = colour.Coloured.refined
    monkeypatch.setattr(colour.Coloured, "refined", lambda self: looked_at.append(self) or refined(self))
    assert roller.rerolled(program, 2) is None and not looked_at  # 2·101 > 2·100
    assert roller.rerolled(program, 1) is not None and len(looked_at) == 1


def test_without_numpy_one_sentence():
    code = (
        "import sys; sys.modules['numpy'] = None\n"
        "from tinygrad_edu.jit.program import Builder\nfrom tinygrad_edu.jit.rolling.reroll import reroll\n"
        "try: reroll(Builder().finish([], []))\nexcept ImportError as error: print(error)"
    )
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert out == "re-rolling a program needs NumPy: pip install 'tinygrad-edu[fast]'\n"


# -- planted faults: each has to be caught by ``judge`` ----------------------------------------------------------------


def changed(rolled, k, **parts):
    nests = list(rolled.nests)
    nests[k] = replace(nests[k], **parts)
    return replace(rolled, nests=nests)


def first(rolled, wanted):
    return next(k for k, nest in enumerate(rolled.nests) if wanted(nest))


def drop_a_nest(rolled):
    return replace(rolled, nests=rolled.nests[:-1])


def swap_operands(rolled):
    k = first(rolled, lambda nest: nest.op == "sub")
    return changed(rolled, k, operands=rolled.nests[k].operands[::-1])


def shorten_a_loop(rolled):
    k = first(rolled, lambda nest: nest.trips)
    trip = rolled.nests[k].trips[-1]
    return changed(rolled, k, trips=(*rolled.nests[k].trips[:-1], replace(trip, base=trip.base - 1)))


def lengthen_a_loop(rolled):
    k = first(rolled, lambda nest: nest.trips)
    trip = rolled.nests[k].trips[0]
    return changed(rolled, k, trips=(replace(trip, base=trip.base + 1), *rolled.nests[k].trips[1:]))


def forget_a_bias(rolled):
    k = first(rolled, lambda nest: len(nest.segments) > 1)
    return changed(rolled, k, segments=rolled.nests[k].segments[:-1])


def forget_the_last_term(rolled):
    k = first(rolled, lambda nest: nest.op == "dot" and nest.segments[0].length.base > 1)
    segment = rolled.nests[k].segments[0]
    shorter = replace(segment, length=replace(segment.length, base=segment.length.base - 1))
    return changed(rolled, k, segments=(shorter, *rolled.nests[k].segments[1:]))


def read_beside(rolled):
    k = first(rolled, lambda nest: nest.op == "tanh")
    x = rolled.nests[k].operands[0]
    return changed(rolled, k, operands=(replace(x, address=replace(x.address, base=x.address.base + 1)),))


def walk_another_way(rolled):
    k = first(rolled, lambda nest: nest.op == "dot" and len(nest.trips) == 2)
    segment = rolled.nests[k].segments[0]
    strides = segment.a.address.strides
    turned = replace(segment.a, address=Affine(segment.a.address.base, (strides[1], strides[0], *strides[2:])))
    return changed(rolled, k, segments=(replace(segment, a=turned), *rolled.nests[k].segments[1:]))


def compute_too_early(rolled):
    return replace(rolled, nests=[*rolled.nests[1:], rolled.nests[0]])


def another_function(rolled):
    return changed(rolled, first(rolled, lambda nest: nest.op == "tanh"), op="sin")


def count_wrong(rolled):
    return replace(rolled, affine=rolled.affine - 1)


FAULTS = [
    drop_a_nest, swap_operands, shorten_a_loop, lengthen_a_loop, forget_a_bias, forget_the_last_term, read_beside,
    walk_another_way, compute_too_early, another_function, count_wrong,
]  # fmt: skip


@pytest.mark.parametrize("fault", FAULTS)
def test_faults_in_a_rolled_program_are_caught(fault):
    program = cases.mlp(3, 4, 2)
    with pytest.raises((AssertionError, IndexError)):
        judge(program, fault(reroll(program)))


def test_rows_of_a_triangle_stay_apart():
    """Every second place of rows of 16: the same rows, of 8, and in them the same columns."""
    head = placement.Head(np.array([3, 5, 7, 19, 21]), 16, False)
    first = next(placement.layouts(np, [head], 5))
    assert (first.at.tolist(), first.size, first.pitch) == ([1, 2, 3, 9, 10], 16, 8)


def unsorted_terms(monkeypatch):
    monkeypatch.setattr(reads, "_pieces", lambda np, grids: [(0, grids[0].shape[1])])


def coarse_colours(monkeypatch):
    monkeypatch.setattr(colour, "_unordered", lambda op, colours: len(colours))


def every_sum_is_its_first_term(monkeypatch):
    monkeypatch.setattr(roller, "runs", lambda *args, f=reads.runs: f(*args)[:1])


def blocks_are_not_compared(monkeypatch):
    def joint(np, rows):
        steps = np.diff(rows, axis=1)
        return [(rows.shape[1], steps[:, 0])], rows[:, :1]

    monkeypatch.setattr(fit, "_joint", joint)


def columns_from_the_wrong_row(monkeypatch):
    def like_two(np, heads, count, f=placement._like_two):
        for layout in f(np, heads, count):
            yield replace(layout, at=layout.at // 2)

    monkeypatch.setattr(placement, "_like_two", like_two)


def first_output_wins_all(monkeypatch):
    monkeypatch.setattr(roller._Roller, "_copy_outputs", lambda self: None)


@pytest.mark.parametrize(
    "fault",
    [
        coarse_colours, every_sum_is_its_first_term, blocks_are_not_compared, columns_from_the_wrong_row,
        first_output_wins_all, unsorted_terms,
    ],
)  # fmt: skip
def test_faults_in_a_pass_are_caught(fault, monkeypatch):
    programs = [make() for make in (*cases.SMALL.values(), image_sum)]
    fault(monkeypatch)
    with pytest.raises(Exception):  # noqa: B017 (what goes wrong may fail in any way)
        for program in programs:
            judge(program, reroll(program))


# -- printing ----------------------------------------------------------------------------------------------------------


def test_the_article_as_array_code():
    lines = [line.split("#")[0].strip() for line in str(reroll(cases.article())).splitlines()]
    for line in (
        "net_h = W @ data1 + params[2]",
        "out_h = sigmoid(net_h)",
        "net_o = W5_8 @ out_h + params[7]",
        "d_out_h = W5_8.T @ d_net_o",
        "d_W5_8 = d_net_o[:, None] * out_h",
    ):
        assert line in lines, line


def test_a_batch_is_a_product_of_matrices():
    text = str(reroll(cases.mlp(4, 8, 3)))
    for line in ("net_h1 = X @ W1.T + b1 ", "d_W2 = d_net_h2.T @ out_h1 ", "# 8×4"):
        assert line in text, line


def test_what_did_not_roll_is_printed():
    assert "\n# net_h1: 16 numbers of params are read in an order that follows no rule" in str(
        reroll(cases.mlp(4, 3, 2, shuffled=True))
    )


# -- tails -------------------------------------------------------------------------------------------------------------


def adam_step(sizes=(3, 4, 2), rows=4):
    """One step of Adam for a small network, as ``fit`` compiles it."""
    net = nn.MLP(sizes[0], list(sizes[1:]), activation="tanh", seed=0)
    step = Recorded(net, nn.MSELoss(), optim.Adam(net.parameters()), [0.0] * sizes[0], [0.0] * sizes[-1], rows)
    return step.loop.program


def test_an_update_is_one_loop_over_all_parameters():
    """Adam takes 13 operations a parameter, and so 13 nests, whatever layers the parameters are in."""
    for sizes in ((3, 4, 2), (5, 4, 4, 3, 2)):
        program = adam_step(sizes)
        rolled = reroll(program)
        positive = [[abs(x) + 1.0 for x in group] for group in cases.numbers(program)]
        judge(program, rolled, positive)
        count = len(program.inputs[0].nodes)
        assert sum(nest.trips == (Affine(count),) for nest in rolled.nests) == 13
        assert not rolled.report


@pytest.mark.parametrize("places, operations, found", [(8, 3, 24), (8, 2, 0), (7, 3, 0), (9, 4, 36)])
def test_how_long_a_tail_is(places, operations, found):
    """Eight places of an output at least, and three operations for each."""
    b = Builder()
    xs = [b.input() for _ in range(places)]
    sums = ys = [b.dot([x, b.one, xs[0], b.one]) for x in xs]
    for k in range(operations):
        ys = [b.node("mul", (y, x)) if k % 2 else b.node("exp", (y,)) for y, x in zip(ys, sums, strict=True)]
    program = b.finish([("x", xs)], [("y", ys)])
    assert len(tails.Tails(program, program.args, range(len(program))).place) == found


def test_a_number_that_all_tails_read_is_as_soon_noted_as_one_of_their_own():
    """A learning rate: what reads it is not counted, which would take the square of the parameters."""

    def seconds(places):
        b = Builder()
        rate, *xs = [b.input() for _ in range(places + 1)]
        ys = [b.node("exp", (b.node("exp", (b.node("mul", (b.node("exp", (x,)), rate)),)),)) for x in xs]
        program, best = b.finish([("x", [rate, *xs])], [("y", ys)]), []
        for _ in range(3):
            start = time.process_time()
            assert len(tails.Tails(program, program.args, range(len(program))).place) == 4 * places
            best.append(time.process_time() - start)
        return min(best)

    assert seconds(16_000) < 24 * seconds(2_000)


def test_gradients_in_wild_order_come_to_their_parameters():
    program = adam_step()
    order = random.Random(0).sample(range(len(program.inputs[0].nodes)), len(program.inputs[0].nodes))
    for groups in (program.inputs, program.outputs):
        for k in range(3):
            groups[k] = replace(groups[k], nodes=tuple(groups[k].nodes[i] for i in order))
    positive = [[abs(x) + 1.0 for x in group] for group in cases.numbers(program)]
    judge(program, reroll(program), positive)


@costly(40)
@given(drawn=cases.programs())
def test_random_tails(drawn):
    program, inputs = drawn
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(tails, "FEWEST", 2)
        patch.setattr(tails, "LONGEST", 1)
        judge(program, reroll(program), inputs)


def test_a_member_without_terms_of_a_kind():
    """The last of two that are rolled together has no term of the second kind: its run there is empty."""
    graph = SimpleNamespace(
        ops=["", "", "", "", "max", "max"], count=np.array([0, 0, 0, 0, 2, 1]), start=np.array([0, 0, 0, 0, 0, 2]),
        args=np.array([1, 2, 3]), colour_of=np.array([0, 1, 2, 1, 3, 3]), colours=4,
    )  # fmt: skip
    place = SimpleNamespace(array={1: 0, 2: 1}, address=np.array([0, 0, 0, 1, 0, 0]), number=np.ones(6))
    first, second = reads.runs(np, graph, np.array([4, 5]), place)
    assert (first.length.tolist(), first.a.at.tolist()) == ([1, 1], [0, 1])
    assert (second.length.tolist(), second.a.array) == ([1, 0], 1)


def test_parts_that_have_more_kinds_than_the_whole():
    """2·w + w + 0, 2·w + c, 2·c + w, 2·w + c: terms of the two kinds are one run in all four, and not in a part."""
    b = Builder()
    w = [b.input() for _ in range(15)]
    two, zero = b.const(2.0), b.const(0.0)
    sums = [
        b.dot((two, w[7], w[0], b.one, zero, b.one)),
        b.dot((two, w[11], b.const(0.7), b.one)),
        b.dot((two, b.const(-0.3), w[6], b.one)),
        b.dot((two, w[14], b.const(-0.8), b.one)),
    ]
    program = b.finish([("w", w)], [("y", sums)])
    judge(program, reroll(program))


def test_sums_of_one_term_in_a_row():
    """e^x twice through a sum of one term, beside a sum of two that looks like one of them at first."""
    b = Builder()
    xs = [b.input(), b.input()]
    one, two = (b.node("exp", (x,)) for x in xs)
    sums = [b.dot((b.dot((one, b.one)), b.one)), b.dot((b.dot((one, b.one, two, b.one)), b.one))]
    program = b.finish([("x", xs)], [("y", sums[:1]), ("z", sums[1:])])
    judge(program, reroll(program))


def test_outputs_in_two_groups_whose_sums_have_different_lengths():
    b = Builder()
    xs = [b.input() for _ in range(5)]
    ys = [b.dot([t for x in xs[:n] for t in (b.node("exp", (x,)), b.one)]) for n in (3, 2, 4, 5)]
    program = b.finish([("x", xs)], [("first", ys[:2]), ("second", ys)])
    judge(program, reroll(program))
