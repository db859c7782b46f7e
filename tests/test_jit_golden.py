"""What the compiler makes of fixed programs, held as text: nothing is compiled or run here, so this takes no time.

Numbers alone do not tell whether a loop was found, a tile is as large as was measured to be best, or a line is as short
as a person would write it: worse choices give the same numbers, only later. After an intended change:
``UPDATE_GOLDEN=1 python -m pytest tests/test_jit_golden.py``; then read the difference in tests/golden/jit before
committing it. The random programs at the end are too long to read; of them a line each says how much text there is.
"""

import hashlib
import itertools
import random
from dataclasses import replace
from functools import cache, partial

import pytest

pytest.importorskip("numpy", reason="re-rolling needs NumPy")
pytest.importorskip("llvmlite", reason="the text for LLVM is written beside it")

import numpy as np

import tinygrad_edu as te
from tests import jit_cases, rolled_cases, rolling_cases, test_jit_take
from tests.golden import held_sections
from tests.test_jit_llvm_rolled import interleaved, steady_loop
from tests.test_jit_reroll import adam_step, convolution, image_sum, pairs_in_a_triangle
from tinygrad_edu import Value
from tinygrad_edu.ieee import Double
from tinygrad_edu.jit.arrays import target as numpy_target
from tinygrad_edu.jit.arrays.batched import batched
from tinygrad_edu.jit.arrays.code import ArrayCode
from tinygrad_edu.jit.llvm import module as llvm_module
from tinygrad_edu.jit.llvm import plan as llvm_plan
from tinygrad_edu.jit.llvm.chosen import split
from tinygrad_edu.jit.llvm.maths import Maths
from tinygrad_edu.jit.llvm.module import Module
from tinygrad_edu.jit.llvm.native import Machine
from tinygrad_edu.jit.llvm.nests import written_out
from tinygrad_edu.jit.llvm.rows import for_rows
from tinygrad_edu.jit.llvm.steps import map_function, step_function, whole_run
from tinygrad_edu.jit.llvm.straight import PART, Straight
from tinygrad_edu.jit.lower import lower
from tinygrad_edu.jit.program import MEANING, Builder
from tinygrad_edu.jit.python import target as python_target
from tinygrad_edu.jit.rolled import Access, Affine, Array, Nest, Rolled
from tinygrad_edu.jit.rolling.reroll import reroll
from tinygrad_edu.jit.trace import tracing
from tinygrad_edu.value import record

LANES = (2, 4, 8)


def held(name, sections):
    held_sections(f"jit/{name}", sections)


# -- programs ---------------------------------------------------------------------------------------------------------


def populations():
    """Two rows of equal operations with other strides, and a sum over both."""
    b = Builder()
    xs = [b.input() for _ in range(40)]
    ys = [b.node("exp", (x,)) for x in [*xs[:16], *xs[20:40:2]]]
    return b.finish([("x", xs)], [("y", [b.dot([t for y in ys for t in (y, y)])])])


def random_flat(seed, size):
    """A random program of rows of equal operations, in order or not, products with matrices, and single operations."""
    rng, b = random.Random(seed), Builder()
    groups = [(f"g{k}", [b.input() for _ in range(rng.randint(1, 8))]) for k in range(3)]
    nodes = [i for _, group in groups for i in group] + [b.const(x) for x in (0.0, 1.0, 2.0, -1.0)]
    for _ in range(size):
        some, kind = (lambda: rng.choice(nodes[-16:])), rng.randrange(8)  # noqa: B023
        if kind == 0:
            nodes.append(b.node(rng.choice(["neg", "tanh", "exp", "tanh_slope", "sigmoid"]), (some(),)))
        elif kind == 1:
            nodes.append(b.node(rng.choice(["add", "sub", "mul", "div"]), (some(), some())))
        elif kind == 2:
            pairs = [(some(), rng.choice([b.one, some()])) for _ in range(rng.randint(1, 5))]
            nodes.append(b.dot([x for pair in pairs for x in pair]))
        elif kind == 3:
            nodes.append(b.node("max", tuple(some() for _ in range(rng.randint(1, 4)))))
        elif kind == 4:
            truth = b.node(rng.choice(["lt", "le", "gt", "ge", "ne"]), (some(), some()))
            nodes.append(b.node("where", (truth, some(), some())))
        elif kind == 5:
            n, op, other = rng.randint(1, min(len(nodes), 20)), rng.choice(["neg", "tanh", "mul", "sub"]), some()
            row = rng.sample(nodes[-n:], n) if rng.random() < 0.3 else nodes[-n:]
            others = [other] * n if rng.random() < 0.5 else [*row[1:], row[0]]
            nodes += [b.node(op, (x, y) if op in ("mul", "sub") else (x,)) for x, y in zip(row, others, strict=True)]
        else:
            n = rng.randint(1, min(7, len(nodes)))
            xs, ws, whole = nodes[-n:], nodes[:n], kind == 6
            sums = [[(ws[p * u % n], xs[u]) for u in range(n if whole else p + 1)] for p in range(n)]
            nodes += [b.dot([x for pair in pairs for x in pair]) for pairs in sums]
    outputs = [(f"o{k}", [rng.choice(nodes[10:]) for _ in range(rng.randint(1, 9))]) for k in range(3)]
    return b.finish(groups, outputs)


@pytest.mark.parametrize("exact", [False, True], ids=["fast", "exact"])
def test_what_a_node_comes_down_to(exact):
    """Operations on each pair of some nodes: those that become something simpler, and what.

    Numbers up to where they stay apart, products with them, choices between numbers that are asked for.
    """
    numbers = (0.0, -0.0, 1.0, 2.0, 3.0, 4.0, -1.5, 2.0**-64, 2.0**-63.5, 2.0**63.5, 2.0**64, np.nan)
    choices = ((1.0, 0.0), (2.0, 3.0), (0.0, 1.0), (0.0, 0.0), (5.0, 0.0))
    sections = []
    for op in ("mul", "dot", "div", "add", "pow", "ne", "where", "neg"):
        lines = []
        for p, q in itertools.product(range(29), range(29 if op != "neg" else 1)):
            b = Builder(exact)
            x, y = b.input("x"), b.input("y")
            constants = [b.const(c) for c in numbers]
            less = b.node("lt", (x, y))
            nodes = [x, b.node("mul", (x, y)), *constants, *(b.node("mul", (c, x)) for c in constants[3:])]
            nodes += [b.node("neg", (x,)), *(b.node("where", (less, b.const(t), b.const(f))) for t, f in choices)]
            args = (nodes[p], nodes[q])[: 1 + (op != "neg")]
            args = (less if q != 1 else constants[p % 4], *args) if op == "where" else args
            made = b.dot(args) if op == "dot" else b.node(op, args)
            if all(i in b.program.numbers for i in args):
                meant = float(MEANING[op](*(Double(b.program.numbers[i]) for i in args)))
                assert repr(b.program.numbers[made]) == repr(meant)
            elif (b.program.ops[made], b.program.args[made]) != (op, args):
                of = b.finish([("in", [x, y])], [("of", args), ("out", [made])])
                lines.append("; ".join(str(of).splitlines()))
        sections.append((op, "\n".join(lines)))
    held(f"simpler_{'exact' if exact else 'fast'}.txt", sections)


PROGRAMS = {
    **rolling_cases.SMALL,
    "adam": adam_step,
    "image sum": image_sum,
    "convolution": lambda: convolution(False),
    "convolution, turned": lambda: convolution(True),
    "pairs in a triangle": pairs_in_a_triangle,
    "two populations": populations,
    "moons of 5 rows": lambda: rolling_cases.moons(5, 5),
    "more heads": lambda: rolling_cases.attention(6, 6, 3),
}


def choosing(name):
    """The value and the gradient of a function that chooses from tables."""
    f, wrt, draw = test_jit_take.CASES[name](random.Random(name))
    return test_jit_take.program_of(f, draw(), wrt)[0]


PROGRAMS["a gradient read again"] = test_jit_take.read_again
TAKES = (
    "embedding", "many classes", "smoothed classes", "tied", "mixed", "single", "prefixes", "shuffled",
    "pointers", "two", "input",
)  # fmt: skip
for name in TAKES:
    PROGRAMS[f"take, {name}"] = partial(choosing, name)


@cache
def rolled_program(name):
    return reroll(PROGRAMS[name]())


def table_programs(exact):
    """Each row of the table with its gradient, by name."""
    for name in jit_cases.TABLE:
        op = te.ops.OPS[name]
        xs = [Value(x, f"x{k}") for k, x in enumerate((0.5, 2.0, 3.0)[: op.arity or 3])]
        y = record(op, xs)
        yield name, lower([("x", xs)], [("y", [y])], gradient_of=y, wrt=[("g", xs)], exact=exact)


EXPRESSIONS = {
    **{f"x ** {e}": (lambda x, e=e: x**e) for e in (0.0, 1.0, 2.0, 3.0, 4.0, 5.0, 0.5, -1.0)},
    "known factors": lambda x, y: 0.5 * (2.0 * x) * y + 3.0 * (y * 2.0) - (1e200 * (1e200 * x)) * 1e-30,
    "known results": lambda x: te.where(te.exp(Value(0.0)) > 2.0, x, -(-1.0 * x)) / 1.0 + te.where(x > 0.0, x, x),
    "truths": lambda x, y: te.where(te.where(x > y, 1.0, 0.0), x, y) + te.where(te.where(x > y, 2.0, 3.0), x, y * y),
    "sums in sums": lambda x, y: (x + y * x) + (y + x) * (x + y) + sum([x, y, x * y]) + te.sum([x, y]),
    **{f"a sum of {n}": (lambda x, y, n=n: sum([x * (y + k) for k in range(n)], y)) for n in (1, 2, 3, 4, 6, 7, 8, 9)},
    "one choice": lambda x, y: te.where(x > y, x * y, te.exp(x) * y),
    "choices": lambda x, y: te.where(x > y, te.where(x > 1.0, x * x, y), te.relu(x * y)) * te.maximum(x, y),
}


def loops():
    plain, logged, _ = jit_cases.article_loop()
    exactly = jit_cases.article_loop(exact=True)[1]
    several = [jit_cases.random_loop(random.Random(1), rows)[0] for rows in (1, 2, 3)]
    return {"article": plain, "article, logged": logged, "article, exact": exactly, "steady": steady_loop()} | {
        f"{k} rows a step": loop for k, loop in enumerate(several, 1)
    }


# -- the flat program, generated Python -------------------------------------------------------------------------------


@pytest.mark.parametrize("exact", [False, True], ids=["fast", "exact"])
def test_programs(exact):
    texts = [(name, str(p)) for name, p in table_programs(exact)]
    for name, f in EXPRESSIONS.items():
        point = [1.5, 0.5][: f.__code__.co_argcount - len(f.__defaults__ or ())]
        with tracing():
            texts += [(f"{name}, order {k}", str(jit_cases.program_of(f, point, k, exact))) for k in (0, 1, 2)]
    held(f"program_{'exact' if exact else 'fast'}.txt", texts)


@pytest.mark.parametrize("exact", [False, True], ids=["fast", "exact"])
def test_python(exact, monkeypatch):
    texts = [(name, python_target.build(p, exact=exact).source()) for name, p in table_programs(exact)]
    texts += [
        (name, python_target.build(loop.program, exact=exact, loop=loop).source())
        for name, loop in loops().items() if ("exact" in name) == exact
    ]  # fmt: skip
    texts += [(name, python_target.build(PROGRAMS[name](), exact=exact).source()) 
              for name in ("article", "heads", "take, mixed", "take, embedding")]  # fmt: skip
    monkeypatch.setattr(python_target, "PART", 9)
    texts.append(("in parts", python_target.build(rolling_cases.article(), exact=exact).source()))
    held(f"python_{'exact' if exact else 'fast'}.txt", texts)


# -- loop nests, array code -------------------------------------------------------------------------------------------


def affine(x):
    return f"{x.base}" + "".join(f"{s:+d}{'ijklmn'[d]}" for d, s in enumerate(x.strides) if s)


def operand(x, arrays):
    if not isinstance(x, Access):
        return f"{x!r}"
    where = affine(x.address) if x.table is None else f"{affine(x.address)} + {list(x.table)}"
    return f"{arrays[x.array].name}[{where}]"


def nests(rolled):
    """A rolled program, all of it, for people."""
    lines, arrays = [], rolled.arrays
    for a in arrays:
        lines.append(f"{a.kind} {a.name}: {a.size} {list(a.data) or ''} {' '.join(a.labels)}".rstrip())
    for nest in rolled.nests:
        read = [operand(x, arrays) for x in nest.operands]
        for s in nest.segments:
            read.append(f"{affine(s.length)} of {operand(s.a, arrays)} * {operand(s.b, arrays)}")
        if nest.count or nest.pitch:
            read.append(f"tables of {nest.count}, {nest.pitch} apart")
        trips = " x ".join(map(affine, nest.trips))
        lines.append(f"{operand(nest.result, arrays)} = {nest.op}({', '.join(read)})  # {trips} {nest.label}".rstrip())
    return "\n".join([*lines, *rolled.report, f"{rolled.affine} of {rolled.work} operations follow a rule"])


def test_rolled():
    held("rolled.txt", [(name, nests(rolled_program(name))) for name in PROGRAMS])


def test_rows():
    """Programs for three rows, and for blocks of rows: each input group mapped alone, and of each output group only the
    sum wanted."""
    sections = []
    choosing = [f"take, {name}" for name in ("embedding", "tied", "mixed", "prefixes", "two", "input")]
    for name in (*choosing, "triangle", "a gradient read again"):
        rolled = rolled_cases.triangle(4, 3) if name == "triangle" else rolled_program(name)
        inputs, outputs = (sum(a.kind == kind for a in rolled.arrays) for kind in ("input", "output"))
        for k in range(max(inputs, outputs)):
            mapped, summed = [j == k % inputs for j in range(inputs)], [j for j in range(outputs) if j == k]
            sections.append((f"{name}, {mapped}, {summed}", nests(batched(rolled, 3, mapped, summed))))
            rows = for_rows(rolled, [k % inputs], summed, 2)
            parts = [part for nest in rows.rolled.nests for part in split(written_out(nest))]
            in_blocks = nests(Rolled(rows.rolled.arrays, parts))
            sections.append((f"{name}, {mapped}, {summed}, blocks of {rows.block}", in_blocks))
    held("rows.txt", sections)


@pytest.mark.parametrize("into", [False, True], ids=["new", "into"])
def test_arrays(into):
    rolled = {name: rolled_program(name) for name in PROGRAMS}
    texts = [(name, ArrayCode(r, into).text()) for name, r in rolled.items()]
    for name in ("mlp", "attention", "shuffled parameters", "odds and ends"):
        mapped = [k == 1 for k, a in enumerate(rolled[name].arrays) if a.kind == "input"]
        texts.append((f"{name}, 3 rows", ArrayCode(batched(rolled[name], 3, mapped), into).text()))
    texts += [("triangle", ArrayCode(rolled_cases.triangle(4, 3), into).text())]
    held(f"arrays_{'into' if into else 'new'}.txt", texts)


def taken(prepared):
    """The steps of a prepared program: functions, the shapes of what they read and write, and which memory that is."""
    memory = {}

    def shown(x):
        if not isinstance(x, np.ndarray):
            return repr(x)
        whole = x
        while isinstance(whole.base, np.ndarray):
            whole = whole.base
        number = memory.setdefault(whole.ctypes.data, len(memory))
        at = (x.ctypes.data - whole.ctypes.data) // x.itemsize
        steps = tuple(step // x.itemsize for step in x.strides)
        return f"{x.dtype}{list(x.shape)}@{number}" + f"+{at}" * (at > 0) + f" by {steps}" * (not x.flags.c_contiguous)

    return "\n".join(f"{f.__name__}({', '.join(map(shown, arguments))})" for f, arguments in prepared.steps)


def test_prepared():
    texts = []
    for name in PROGRAMS:
        executable = numpy_target.build(rolled_program(name))
        arrays = [np.zeros(a.size) for a in [*executable._inputs, *executable._outputs]]
        texts.append((name, executable._code.prepared_text()))
        texts.append((f"{name}, its steps", taken(executable._prepared(arrays))))
    held("prepared.txt", texts)


# -- machine code -----------------------------------------------------------------------------------------------------


@pytest.fixture(autouse=True)
def on_x86(monkeypatch):
    monkeypatch.setattr("platform.machine", lambda: "x86_64")


def rounded(rolled):
    """With numbers in it that no C library can make another last digit of."""

    def to(x):
        return x if isinstance(x, Access) else round(x, 3)

    for k, nest in enumerate(rolled.nests):
        segments = tuple([replace(s, a=to(s.a), b=to(s.b)) for s in nest.segments])
        rolled.nests[k] = replace(nest, operands=tuple(map(to, nest.operands)), segments=segments)
    return rolled


def module(rolled, lanes):
    return Module(rolled, Machine("", "", lanes, lanes > 2))


def plans(rolled, lanes):
    """The first line of each kernel: what it computes, its tile. And how much work memory there is."""
    made = module(rolled, lanes)
    lines = []
    for text, kernel in zip(made.functions, made.kernels, strict=True):
        sums = f", {kernel.unroll} sums at once" if kernel.unroll > 1 else ""
        lines.append(text.splitlines()[0].lstrip("; ") + sums)
    return "\n".join([*lines, f"{made.size} doubles of work memory"])


def shapes():
    for n in (1, 2, 3, 5, 8, 9, 16, 33, 100):
        for k in (1, 2, 5, 9, 40, 300):
            yield f"layer of {n} x {k}", rolled_cases.layer(n, k)
    few = [(1, 1, 1), (5, 7, 9), (33, 17, 8), (9, 33, 17), (4, 4, 40), (3, 2, 100), (16, 20, 2), (64, 64, 64)]
    for n, m, k in [*few, (1, 1, 300), (1, 2, 131), (300, 1, 9)]:
        for kind in ("both", "one", "none"):
            yield f"product {n} x {m} x {k}, steps side by side in {kind}", rolled_cases.product(n, m, k, kind)
    for n, k in [(1, 1), (3, 2), (9, 8), (17, 5)]:
        yield f"triangle of {n}, {k}", rolled_cases.triangle(n, k)
    yield "places in turn", interleaved(9)
    for name in PROGRAMS:
        yield name, rolled_program(name)


@pytest.mark.parametrize("lanes", LANES)
def test_tiles(lanes, monkeypatch):
    costs = []
    cost = llvm_plan._cost
    monkeypatch.setattr(llvm_plan, "_cost", lambda *args: costs.append(cost(*args)) or costs[-1])
    texts = []
    for name, rolled in shapes():
        text = plans(rolled, lanes)
        texts.append((name, f"{text}\nfrom costs of {', '.join(f'{x:.4g}' for x in costs)}"))
        costs.clear()
    small = []
    for n, m, k, kind in itertools.product(range(2, 7), (2, 3, 4, 5, 8), (3, 6), ("both", "one", "none")):
        tile = plans(rolled_cases.product(n, m, k, kind), lanes).replace("\n", "; ")
        small.append(f"{n} x {m} x {k}, {kind}: {tile}")
    held(f"tiles_{lanes}.txt", [*texts, ("small products", "\n".join(small))])


def kernels(made, entries):
    """The functions of a module without those of the maths, which are held elsewhere."""
    return "\n\n".join([*made.functions, *entries])


def test_blocks_of_rows():
    """How many rows a block has: so many that what they need fits into the first cache, at most 16 vectors, at least 4,
    and one vector where a row is very long."""

    def block(numbers, lanes):
        copy = Nest("copy", (Affine(numbers),), rolled_cases.at(1, 0, 1), (rolled_cases.at(0, 0, 1),))
        arrays = [Array("x", numbers, "input"), Array("y", numbers, "output")]
        return for_rows(Rolled(arrays, [copy]), [0], [], lanes).block / lanes

    assert [block(n, 8) for n in (1, 15, 16, 17, 32, 51, 52, 64, 65_535, 65_536)] == [16, 16, 16, 15, 8, 5, 4, 4, 4, 1]
    assert [block(n, 2) for n in (64, 65, 256, 65_535, 65_536)] == [16, 15, 4, 4, 1]


@pytest.mark.parametrize("lanes", LANES)
def test_kernels(lanes):
    texts = []
    entries = Nest("take", (Affine(5), Affine(9)), rolled_cases.at(2, 0, 9, 1), pitch=1, count=3, operands=(
        rolled_cases.at(0, 0, 3, 0), rolled_cases.at(1, 0, 1, 0)))  # fmt: skip
    arrays = [Array("a", 15, "input"), Array("b", 5, "input"), Array("c", 45, "output")]
    for title, rolled in (
        ("layer", rolled_cases.layer(5, 3)), ("triangle", rolled_cases.triangle(3, 2)),
        ("triangle of 2", rolled_cases.triangle(2, 2)), ("an entry for a row", Rolled(arrays, [entries])),
    ):  # fmt: skip
        made = module(rolled, lanes)
        texts.append((title, kernels(made, [whole_run(made)])))
    for kind in ("both", "one", "none"):
        texts.append((kind, kernels(module(rolled_cases.product(9, 11, 17, kind), lanes), [])))
    for n, m, k in ((1, 1, 300), (1, 2, 131)):
        texts.append((f"{n} x {m} x {k}", kernels(module(rolled_cases.product(n, m, k, "both"), lanes), [])))
    for rolled, mapped in ((rolled_cases.layer(2, 3), [1, 2]), (rolled_program("take, mixed"), [0])):
        rows = for_rows(rolled, mapped, [1], lanes)
        made = Module(rows.rolled, Machine("", "", lanes, lanes > 2), written=True)
        texts.append((f"rows in blocks of {rows.block}", kernels(made, [map_function(made, rows)])))
    texts.append(("take, tied", kernels(module(rolled_program("take, tied"), lanes), [])))
    for name, loop in loops().items():
        made = module(reroll(loop.program), lanes)
        whole = made.functions if name == "steady" else []
        texts.append((name, "\n\n".join([*whole, step_function(made, loop)])))
    held(f"kernels_{lanes}.ll", texts)


def test_long_kernels_stay_functions(monkeypatch):
    def head():
        made = module(rolled_cases.product(3, 3, 9, "one"), 4)
        lines = made.functions[0].splitlines()
        return len(lines[3:-2]), "noinline" in lines[1]

    length, _ = head()
    for limit, alone in ((length, False), (length - 1, True)):
        monkeypatch.setattr(llvm_module, "LARGE", limit)
        assert head() == (length, alone)


def straight(program, lanes=1, exact=False, part=PART, packed=1, fused=False, write=lambda s: s.write_run()):
    """The functions of straight-line code, and those of the maths that they call."""
    maths = Maths(exact=exact, fused=fused)
    text = Straight(program, maths, lanes, [i for g in program.outputs for i in g.nodes], part, packed)
    write(text)
    return "\n\n".join(text.functions), maths.text()


@pytest.mark.parametrize(("lanes", "exact"), [(1, False), (1, True), (4, False)], ids=["fast", "exact", "lanes"])
def test_straight_lines(lanes, exact):
    texts, functions = [], {}
    few = ("tanh", "sigmoid", "log", "where", "pow", "erf", "max", "relu", "hypot")
    for name, program in table_programs(exact):
        if lanes > 1 and name not in few:
            continue
        text, maths = straight(program, lanes, exact, fused=lanes == 4, write=(
            lambda s, lanes=lanes: s.write_run() if lanes == 1 else s.write_rows({0})))  # fmt: skip
        texts.append((name, text))
        functions |= dict.fromkeys(maths.split("\n}\n"))
    held(f"straight_{lanes}{'_exact' * exact}.ll", [*texts, ("maths", "\n}\n".join(functions))])


def test_straight_lines_of_programs():
    article = rolling_cases.article()
    texts = [(name, straight(loop.program, write=lambda s, loop=loop: s.write_loop(loop))[0])
             for name, loop in loops().items()]  # fmt: skip
    texts += [
        ("take, mixed", straight(PROGRAMS["take, mixed"]())[0]),
        *[(name, straight(jit_cases.program_of(f, [1.5, 0.5], 0))[0])
          for name, f in EXPRESSIONS.items() if name.startswith("a sum of")],
        ("article, packed", straight(PROGRAMS["mlp"](), packed=4)[0]),
        ("article, packed in pairs", straight(PROGRAMS["mlp"](), packed=2)[0]),
        ("article in parts", straight(article, part=7)[0]),
        ("article in parts, 2 lanes", straight(article, 2, part=12, write=lambda s: s.write_rows(set()))[0]),
        ("article, rows, 1 lane", straight(article, write=lambda s: s.write_rows(set()))[0]),
        ("in parts, a loop", straight(loops()["2 rows a step"].program, part=6, write=lambda s: s.write_loop(
            loops()["2 rows a step"]))[0]),
        ("fused", straight(dict(table_programs(False))["sigmoid"], fused=True)[1]),
    ]  # fmt: skip
    held("straight_programs.ll", texts)


# -- random programs, by the sums of their texts ----------------------------------------------------------------------


def summed(title, *texts):
    sums = ", ".join(f"{text.count(chr(10)):,} lines {hashlib.md5(text.encode()).hexdigest()[:12]}" for text in texts)
    return f"{title}: {sums}"


def random_nests():
    return [(f"seed {seed}", rounded(rolled_cases.random_rolled(seed)[0])) for seed in range(40)]


def test_random_nests():
    lines = []
    for title, rolled in random_nests():
        texts = [kernels(module(rolled, lanes), []) for lanes in LANES]
        mapped = [k != len(title) % 2 for k, a in enumerate(rolled.arrays) if a.kind == "input"]
        summed_groups = [k for k, a in enumerate(a for a in rolled.arrays if a.kind == "output") if k % 2]
        for lanes in LANES:
            rows = for_rows(rolled, [k for k, m in enumerate(mapped) if m], summed_groups, lanes)
            made = Module(rows.rolled, Machine("", "", lanes, lanes > 2), written=True)
            texts.append(kernels(made, [map_function(made, rows), f"{rows.block}, {made.size}"]))
        lines.append(summed(title, *texts))
    held("random_nests.txt", [("kernels and kernels for rows, 2, 4 and 8 lanes", "\n".join(lines))])


def test_random_programs():
    kinds = ("program", "Python", "nests", "arrays", "arrays, into", "straight lines", "straight lines, 4 lanes")
    lines = {kind: [] for kind in kinds}
    for seed in range(40):
        program = random_flat(seed, 4 + seed)
        rolled = reroll(program)
        texts = [str(program), python_target.build(program).source(), nests(rolled)]
        texts += [ArrayCode(rolled, into).text() for into in (False, True)]
        texts += ["".join(straight(program, packed=4)), "".join(straight(program, 4, part=20, write=(
            lambda s: s.write_rows({1}))))]  # fmt: skip
        for kind, text in zip(kinds, texts, strict=True):
            lines[kind].append(summed(f"seed {seed}", text))
    held("random_programs.txt", [(kind, "\n".join(of_kind)) for kind, of_kind in lines.items()])
