"""The functions that compiled code computes itself: their accuracy in every lane, on every kind of processor.

The reference is mpmath with 40 digits. One ulp is the distance of two neighbouring doubles at the true value.
"""

import functools
import math
import random
import struct
from array import array

import pytest

from tinygrad_edu.ieee import IEEE, Double
from tinygrad_edu.jit.program import MEANING, TABLES
from tinygrad_edu.ops import OPS

pytest.importorskip("llvmlite", reason="compiled code needs llvmlite")
mp = pytest.importorskip("mpmath", reason="the reference is mpmath")

from tinygrad_edu.jit.llvm import functions as llvm_functions  # noqa: E402
from tinygrad_edu.jit.llvm import scalar as llvm_scalar  # noqa: E402
from tinygrad_edu.jit.llvm.maths import Maths  # noqa: E402
from tinygrad_edu.jit.llvm.native import ATTRIBUTES, Frame, Library, machine  # noqa: E402

inf, nan = math.inf, math.nan


def runnable(*cpus):
    """Those processors whose code this one runs; with the lanes to try on each."""
    for cpu in cpus:
        try:
            yield cpu, machine(cpu).lanes
        except ValueError:
            continue


WAYS = sorted({(cpu, n) for cpu, lanes in runnable(None, "x86-64-v2", "haswell") for n in (1, 2, 4, 8)
               if n in (1, lanes) or cpu is None}, key=str)  # fmt: skip

BOUNDS = {"exp": 1.1, "log": 0.8, "tanh": 2.35, "sigmoid": 1.9, "tanh_slope": 8.0, "sigmoid_slope": 8.0}
"""In ulp. The derivatives' is wider: a relative 1e-14 is 45 ulp."""


def compiled(op, lanes, cpu=None, exact=False):
    """A function of a list of numbers that computes an operation on so many of them at once."""
    maths = Maths(exact=exact, fused=machine(cpu).fma)
    block = maths.operations(lanes)
    t = block.type()
    arity = OPS[op].arity if op in OPS else 1
    names = [block.let(f"load {t}, ptr {place}, align 8") for place in places(block, arity)]
    y = block.apply(op, *names)
    block.lines += [f"  store {t} {y}, ptr {places(block, arity + 1)[-1]}, align 8", "  br label %end"]
    rest = "end:\n  %next = add i64 %at, %lanes\n  %more = icmp slt i64 %next, %n\n"
    rest += "  br i1 %more, label %again, label %out"
    head = f"""define void @run(ptr %frame) {ATTRIBUTES} {{
  %place = getelementptr ptr, ptr %frame, i64 {arity + 1}
  %counts = load ptr, ptr %place
  %n = load i64, ptr %counts
  %lanes = add i64 0, {lanes}
  br label %again
again:
  %at = phi i64 [ 0, %0 ], [ %next, %end ]"""
    text = "\n".join([head, *block.lines, rest, "out:", "  ret void", "}", maths.text()])
    optimize = "soonest" if exact else "quick"
    function = Library(text, symbols=maths.symbols, target=machine(cpu), optimize=optimize).function("run")

    def run(*columns):
        n = len(columns[0])
        padding = [1.0] * (-n % lanes)
        arrays = [array("d", [*column, *padding]) for column in columns] + [array("d", [0.0] * (n + len(padding)))]
        frame = Frame([*arrays, array("q", [n])])
        function(frame.pointer)
        return list(arrays[-1][:n])

    return run


def places(block, count):
    out = []
    for k in range(count):
        base = block.let(f"load ptr, ptr {block.let(f'getelementptr ptr, ptr %frame, i64 {k}')}")
        out.append(block.let(f"getelementptr double, ptr {base}, i64 %at"))
    return out


def true(op, x):
    x = mp.mpf(x)
    with mp.workprec(140):
        if op == "sigmoid":
            return 1 / (1 + mp.exp(-x))
        if op == "sigmoid_slope":
            return mp.exp(-abs(x)) / (1 + mp.exp(-abs(x))) ** 2
        return 1 / mp.cosh(x) ** 2 if op == "tanh_slope" else getattr(mp, op)(x)


@functools.cache
def nearest(op, x):
    """The double nearest to the true value, and how far that is from there, in ulp."""
    want = true(op, x)
    return float(want), float((want - float(want)) / math.ulp(float(want)))


def ulps(got, want):
    near, rest = want
    if math.isinf(got) or (near == 0.0 == rest):
        return 0.0 if got == near else inf
    return abs((got - near) / math.ulp(near) - rest)


def points(op, count):
    """All over the range, most of them where a function does most, and beside the seams of the formulae."""
    rng = random.Random(op)
    out = []
    for _ in range(count // 4):
        if op == "log":
            out += [struct.unpack("<d", struct.pack("<q", rng.randrange(1, 0x7FF << 52)))[0], rng.uniform(0.5, 2.0)]
            out += [math.exp(rng.uniform(-5.0, 5.0)), 1.0 + rng.choice((-1, 1)) * 2.0 ** rng.uniform(-52, -1)]
        else:
            out += [rng.uniform(-745.0, 709.7), rng.uniform(-2.0, 2.0), rng.uniform(-40.0, 40.0)]
            out += [rng.choice((-1, 1)) * 2.0 ** rng.uniform(-60, 5)]
    # Found among millions of points to be the worst of them
    worst = {
        "exp": [-708.7450981923868, -708.827656189276, -708.6649001186879, 709.782712893384, -708.3964185322641],
        "log": [0.7069924378393998, 0.6998736005372067, math.sqrt(0.5), math.sqrt(2.0), 5e-324, 2.0**-1022],
        "sigmoid": [-1.111987567557767, -1.1266519698608861, -36.758654819261565, -2.764135149444648, -745.0, 36.5],
        "tanh": [0.547988882103146, 0.23305534425637342, 0.22688159198999533, -5.825818224162205, 0.55, 20.0],
    }.get(op.removesuffix("_slope"), [])
    return [*out, *worst, *[-x for x in worst if op not in ("log", "exp")]]


@pytest.mark.parametrize("op", BOUNDS)
def test_accuracy(op):
    """Lanes and processors differ in roundings only, so each is measured."""
    xs = points(op, 800)
    wanted = [nearest(op, x) for x in xs]
    for cpu, lanes in WAYS:
        errors = list(map(ulps, compiled(op, lanes, cpu)(xs), wanted))
        worst = max(range(len(xs)), key=errors.__getitem__)
        found = f"{op}({xs[worst]!r}) is {errors[worst]:.2f} ulp off on {cpu}, {lanes} lanes"
        assert errors[worst] <= BOUNDS[op], found


@pytest.mark.parametrize("op", ["tanh_slope", "sigmoid_slope"])
def test_derivatives_keep_their_digits_in_the_tails(op):
    xs = [sign * x for x in (1e-300, 1e-8, 0.5, 0.999, 1.0, 1.001, 5.0, 19.0, 100.0, 350.0) for sign in (1.0, -1.0)]
    for cpu, lanes in WAYS:
        for x, y in zip(xs, compiled(op, lanes, cpu)(xs), strict=True):
            assert y == pytest.approx(float(true(op, x)), rel=1e-14, abs=0.0)


EDGES = [
    0.0, -0.0, 0.5, -0.5, 1.0, -1.0, 1.5, 2.5, -2.5, 0.4999999999999999, 36.0, -36.0, 40.0, -40.0, 350.0, 708.0, -708.0,
    709.0, 709.782712893384, 709.7827128933841, 710.0, -744.0, -745.1332191019411, -745.2, -746.0, 1e4, -1e4,
    1e300, -1e300, 1e-300, 5e-324, -5e-324, 2.2250738585072014e-308, 1.7976931348623157e308, inf, -inf, nan,
    4503599627370497.5,
]  # fmt: skip
UNARY = [name for name in MEANING if name not in ("dot", "max", "where", "add", "sub", "mul", "div", *TABLES)
         and (name not in OPS or OPS[name].arity == 1) and name not in ("lt", "le", "gt", "ge", "ne")]  # fmt: skip
BINARY = [name for name, op in OPS.items() if op.native and op.arity == 2] + ["add", "sub", "mul", "div"]


def same(got, want, exact):
    if got != got or want != want:
        return got != got and want != want
    if exact or got == want:
        return struct.pack("d", got) == struct.pack("d", want)
    return abs(got - want) <= 1e-14 * abs(want) + 2e-323


@pytest.mark.parametrize("exact", [False, True], ids=["fast", "exact"])
@pytest.mark.parametrize("op", UNARY)
def test_edges_in_every_lane(op, exact):
    """Every lane meets every edge: the list is turned by one place again and again."""
    want = [float(MEANING[op](Double(x))) for x in EDGES]
    for cpu, lanes in [way for way in WAYS if way[1] in (1, machine(way[0]).lanes)]:
        run = compiled(op, lanes, cpu, exact)
        for turn in range(lanes):
            xs, ys = EDGES[turn:] + EDGES[:turn], want[turn:] + want[:turn]
            for x, y, w in zip(xs, run(xs), ys, strict=True):
                assert same(y, w, exact), f"{op}({x!r}) is {y!r} on {cpu}, {lanes} lanes, and should be {w!r}"


@pytest.mark.parametrize("exact", [False, True], ids=["fast", "exact"])
@pytest.mark.parametrize("op", BINARY)
def test_edges_of_pairs(op, exact):
    pairs = [(a, b) for a in EDGES for b in EDGES]
    want = [float(MEANING[op](Double(a), Double(b))) for a, b in pairs]
    for cpu, lanes in ((None, machine().lanes), (None, 1)):
        for (a, b), y, w in zip(pairs, compiled(op, lanes, cpu, exact)(*zip(*pairs, strict=True)), want, strict=True):
            assert same(y, w, exact), f"{op}({a!r}, {b!r}) is {y!r} with {lanes} lanes, and should be {w!r}"


@pytest.mark.parametrize("name", [name for name in llvm_functions.__all__ if name in OPS])
def test_exact_functions_are_pythons(name):
    """1,000 numbers: not a bit differs from what the eager engine computes."""
    rng = random.Random(name)
    xs = [rng.uniform(-20.0, 20.0) for _ in range(1_000)]
    want = [float(getattr(IEEE, name)(x)) for x in xs]
    for lanes in (1, machine().lanes):
        assert all(same(a, b, True) for a, b in zip(compiled(name, lanes, exact=True)(xs), want, strict=True))


SHORT = array("d", [x * (k % 8 != 6 or k >= llvm_scalar.FIRST) for k, x in enumerate(llvm_scalar.series())])


def series():
    return SHORT


FAULTS = {
    "a constant of the reduction": ("exp", llvm_functions, "LN2_LOW", llvm_functions.LN2_LOW * 1.001),
    "a coefficient": (
        "exp", llvm_functions, "EXP", [c * (1.0 + 1e-8 * (k == 5)) for k, c in enumerate(llvm_functions.EXP)]
    ),
    "a coefficient left out": ("log", llvm_functions, "LOG", llvm_functions.LOG[:-1]),
    "an exponent one too large": ("tanh", llvm_functions, "BIAS", 1024),
    "the next row": ("sigmoid", llvm_scalar, "TO_ROW", llvm_scalar.TO_ROW + 1.0 / 16.0),
    "another first term": ("tanh", llvm_scalar, "FIRST_OF_TANH", llvm_scalar.FIRST),
    "a term of the series left out": ("sigmoid", llvm_scalar, "TABLES", {**llvm_scalar.TABLES, "sigmoid": series}),
}  # fmt: skip


@pytest.mark.parametrize("fault", FAULTS)
def test_planted_faults(monkeypatch, fault):
    """The bounds are so near that a fault in the seventh digit of a small term breaks them."""
    op, module, name, wrong = FAULTS[fault]
    monkeypatch.setattr(module, name, wrong)
    with pytest.raises(AssertionError, match="ulp off"):
        test_accuracy(op)


def test_table_of_powers():
    bits = llvm_scalar.powers()
    assert not any((x + (k << 45)) & 1 for k, x in enumerate(bits[: llvm_scalar.ENTRIES]))  # so nothing is lost by + 1
    for k in (0, 1, 64, 127):
        power = struct.unpack("<d", struct.pack("<q", bits[k] + (k << 45)))[0]
        rest = struct.unpack("<d", struct.pack("<q", bits[llvm_scalar.ENTRIES + k]))[0]
        with mp.workprec(140):
            assert float(abs(mp.mpf(power) * (1 + mp.mpf(rest)) / mp.mpf(2) ** (mp.mpf(k) / 128) - 1)) < 2.0**-100


@pytest.mark.parametrize("n", [-256, -100, -1, 0, 1, 16, 255, 256])
def test_table_of_series(n):
    table, row = llvm_scalar.series(), n + 256
    with mp.workdps(40):
        first, *terms = mp.taylor(lambda x: 1 / (1 + mp.exp(-x)), mp.mpf(n) / 16, 8)
        tanh = mp.tanh(mp.mpf(n) / 32)
    assert table[llvm_scalar.FIRST + row] == float(first) and table[llvm_scalar.FIRST_OF_TANH + row] == float(tanh)
    largest = float(max(map(abs, terms)))
    for term, found in zip(terms, table[8 * row : 8 * row + 8], strict=True):
        assert found == pytest.approx(float(term), rel=1e-13, abs=1e-15 * largest)


@pytest.mark.parametrize("op", ["sigmoid", "tanh", "sigmoid_slope", "tanh_slope"])
def test_at_the_seams_of_the_table(op):
    """Halfway between its rows, where the rest is largest, at its ends, and around 0."""
    xs = [(n + 0.5) / 16 for n in range(-260, 260)] + [x / 2 for n in range(-260, 260) for x in [(n + 0.5) / 16]]
    xs += [s * math.nextafter(x, x + d) for x in (8.0, 16.0) for s in (1, -1) for d in (-1, 1)]
    xs += [s * 2.0**-k for k in (1, 4, 5, 6, 30, 60, 1000, 1074) for s in (1, -1)]
    for cpu, _ in {(cpu, None) for cpu, _ in WAYS}:
        for x, y in zip(xs, compiled(op, 1, cpu)(xs), strict=True):
            assert ulps(y, nearest(op, x)) <= BOUNDS[op], f"{op}({x!r}) on {cpu}"
