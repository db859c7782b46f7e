"""Which target is chosen and why, what ``report()`` and the command line say, how arguments are described and found."""

import collections
import re
import threading
import weakref
from array import array
from itertools import count
from types import SimpleNamespace

import pytest

import tinygrad_edu as te
from tinygrad_edu import Value, jit, nn
from tinygrad_edu.cli import main
from tinygrad_edu.jit import commands, function, targets
from tinygrad_edu.jit.compiled import Wanted
from tinygrad_edu.jit.identifiers import free_name, identifiers
from tinygrad_edu.jit.loop import Loop
from tinygrad_edu.jit.outside import Outside
from tinygrad_edu.jit.program import Builder
from tinygrad_edu.jit.recording import Recording, natural
from tinygrad_edu.jit.structure import described, is_array, take_apart


@pytest.fixture
def clock(monkeypatch):
    """Every look at the clock takes a millisecond."""
    ticks = count()
    for module in (function, commands):
        monkeypatch.setattr(module, "perf_counter", lambda: next(ticks) * 1e-3)


# -- targets ----------------------------------------------------------------------------------------------------------


@pytest.fixture
def installed(monkeypatch):
    def only(*names):
        monkeypatch.setattr(targets, "find_spec", lambda name: name if name in names else None)

    return only


def test_the_target_is_chosen_by_size_and_by_what_is_installed(installed):
    installed("numpy", "llvmlite")
    assert targets._chosen(1, False) == targets._chosen(10**6, True) == ("llvm", "llvmlite is installed")
    installed("numpy")
    assert targets._chosen(2_000, False) == targets._chosen(10**6, True) == ("python", "llvmlite is not installed")
    assert targets._chosen(2_001, False) == (
        "numpy",
        "llvmlite is not installed, and 2,001 operations are many for generated Python",
    )
    for others in ((), ("llvmlite",)):
        installed(*others)
        assert targets._chosen(10**6, False) == ("python", "NumPy is not installed")


def row_of(n, op="neg"):
    b = Builder()
    xs = [b.input() for _ in range(n)]
    return b.finish([("x", xs)], [("y", [b.node(op, (x,)) for x in xs])])


@pytest.fixture
def asked(monkeypatch):
    """Nothing is built; which module is asked to build, and for what: the flat or the rolled program."""
    found = []

    def module(name, package):
        def build(program, loop=None, **options):
            found.append((name, type(program).__name__, options))
            return SimpleNamespace()

        assert package == "tinygrad_edu.jit"
        return SimpleNamespace(build=build)

    monkeypatch.setattr(targets, "import_module", module)
    return found


def test_straight_lines_up_to_2000_operations(asked, installed):
    pytest.importorskip("numpy")
    installed("numpy", "llvmlite")
    assert targets.build(row_of(2_000)).why == "llvmlite is installed"
    assert targets.build(row_of(2_001), target="llvm").why == "asked for"
    targets.build(row_of(2_001), target="llvm", exact=True)
    targets.build(row_of(3), target="numpy")
    targets.build(row_of(3), target="python")
    assert asked == [
        (".llvm.flat", "Program", {"exact": False}),
        (".llvm.rolled", "Rolled", {"exact": False}),
        (".llvm.flat", "Program", {"exact": True}),
        (".arrays.target", "Rolled", {"exact": False}),
        (".python.target", "Program", {"exact": False}),
    ]


def test_what_does_not_repeat_stays_straight_lines(asked, installed, monkeypatch):
    """A simulation: each step needs the one before. 50 operations of a kind are worth loops, 49 are not."""
    pytest.importorskip("numpy")
    monkeypatch.setattr(targets, "SMALL", 10)

    def columns(width, height=5):
        b = Builder()
        xs = [[b.input() for _ in range(width)]]
        for _ in range(height):
            xs.append([b.node("sin", (x,)) for x in xs[-1]])
        return b.finish([("x", xs[0])], [("y", xs[-1])])

    installed("numpy", "llvmlite")
    words = "llvmlite is installed; straight-line code, as too few operations are alike for loops"
    assert targets.build(columns(49)).why == words and targets.build(columns(50)).why == "llvmlite is installed"
    targets.build(columns(1, 50), target="llvm")
    targets.build(columns(1, 50), target="numpy")
    installed("numpy")
    assert targets.build(columns(49)).why.startswith("llvmlite is not installed, and 245 operations are many")
    targets.build(columns(50))
    installed("numpy", "llvmlite")
    for width in (24, 25):  # in a loop half as many
        targets.build(columns(width), loop=Loop(columns(width), carried=((0, 0),)))
    assert [name for name, _, _ in asked] == [
        ".llvm.flat", ".llvm.rolled", ".llvm.flat", ".arrays.target", ".python.target", ".arrays.target", ".llvm.flat",
        ".llvm.rolled",
    ]  # fmt: skip


def test_how_long_llvm_thinks_goes_by_size(monkeypatch):
    pytest.importorskip("llvmlite")
    from tinygrad_edu.jit.llvm import flat

    tiers = {n: [flat.tier(n, way) for way in ("run", "rows", "loop")] for n in (1000, 1001)}
    assert tiers[1000] == ["quick"] * 3
    assert tiers[1001] == ["soonest", "quick", "quick"]
    asked = []
    library = lambda text, **settings: asked.append(settings["optimize"]) or SimpleNamespace(function=str)  # noqa: E731
    monkeypatch.setattr(flat, "Library", library)
    for optimize in (None, "soonest"):
        flat.build(row_of(2), optimize=optimize)
    assert asked == ["quick", "soonest"]


def test_a_few_operations_are_left_to_python(monkeypatch):
    build = targets.build

    def in_python(program, target, **options):
        executable = build(program, target="python", **options)
        executable.why = f"{target} was asked for"
        return executable

    monkeypatch.setattr(targets, "build", in_python)
    few = "Python computes so little sooner than it calls machine code"
    for n, wanted in ((300, few), (301, "auto was asked for")):
        f = jit(lambda xs: [-x for x in xs])
        assert f([1.0] * n) == [-1.0] * n
        assert f"  target python: {wanted}" in f.report()
        assert f.map([[1.0] * n]) == [[-1.0] * n]  # for many rows it is worth it
        assert f.report().count("auto was asked for") == 1 + (n == 301)


@pytest.mark.parametrize("target", targets.TARGETS)
def test_generated_python_reads_lists_and_the_others_read_memory(target):
    for package in targets.TARGETS[target][1]:
        pytest.importorskip(package)
    f = jit(lambda xs: te.sum(xs), target=target)
    assert f([1.0, 2.0]) == 3.0
    ((compiled,),) = f._cache.values()
    assert [type(group) for group in compiled.inputs([[1.0, 2]])] == [list if target == "python" else array]


def test_there_are_three_targets():
    with pytest.raises(ValueError, match=r"^there is no target 'gpu': it is one of auto, python, numpy, llvm$"):
        targets.build(row_of(1), target="gpu")
    with pytest.raises(ValueError, match="exact needs python or llvm"):
        targets.build(row_of(1), target="numpy", exact=True)


def test_what_would_be_quicker_is_not_there(monkeypatch):
    pytest.importorskip("llvmlite")
    build = targets.build

    def without(program, target, **options):
        if target != "python":
            raise ImportError("no such thing")
        return build(program, target=target, **options)

    monkeypatch.setattr(targets, "build", without)
    f = jit(lambda xs: [-x for x in xs])
    assert f.map([[1.0, 2.0]]) == [[-1.0, -2.0]]
    assert "target python: what would be quicker is not there (no such thing)" in f.report()
    with pytest.raises(ImportError, match="no such thing"):
        jit(f.f, target="llvm")([1.0])


def test_64_programs_are_kept():
    f = jit(lambda xs: [-x for x in xs], target="python")
    for n in range(1, 67):
        f([1.0] * n)
        assert len(f._cache) == min(n, 64)
    batches = pytest.importorskip("tinygrad_edu.jit.arrays.target").build
    from tinygrad_edu.jit.rolling.reroll import reroll

    executable = batches(reroll(row_of(2)))
    for rows in (*range(1, 11), 3):
        assert executable.map(rows, [True], [1.0] * 2 * rows)[0].tolist() == [-1.0] * 2 * rows
    assert [key[0] for key in executable._batches] == [3, 4, 5, 6, 7, 8, 9, 10]


# -- reports ----------------------------------------------------------------------------------------------------------


def test_a_report(clock):
    w, words = [Value(0.5, "w1"), Value(1.5, "w2")], collections.namedtuple("Pair", "a b")

    def f(x, *, pair, kind=None):
        return w[0] * x[0] + w[1] * pair.a

    f = jit(f, target="python")
    assert f.report() == "f: nothing compiled yet; it is when it is called"
    f([1.0, 2.0], pair=words(1.0, 2.0))
    f.value_and_grad([1.0], pair=words(1.0, [3, 4]), kind="mean", wrt=w)
    f.grad((1.0,), pair=words(1.0, {"a": 1.0, "b": [[1.0]] * 4}))
    f.map([[1.0], [2.0]], pair=words(1.0, True))
    report = f.report()
    assert (
        report
        == """f
  (list of 2, pair=Pair(number, number))
    target python: asked for
    4 operations, 2 Values read at each call
    record 1.0 ms, lower 1.0 ms, build 1.0 ms
  (list of 1, pair=Pair(number, list of 2), kind='mean'), value and gradient by 2 Values
    target python: asked for
    8 operations, 2 Values read at each call
    record 1.0 ms, lower 1.0 ms, build 1.0 ms
  (tuple of 1, pair=Pair(number, {'a': number, 'b': list of 4 × list of 1})), gradient
    target python: asked for
    2 operations, 2 Values read at each call
    record 1.0 ms, lower 1.0 ms, build 1.0 ms
  (list of 1, pair=Pair(number, True)), for each row
    target python: asked for
    4 operations, 2 Values read at each call
    record 1.0 ms, lower 1.0 ms, build 1.0 ms"""
    )
    f(Value(1.0) and [Value(1.0)], pair=words(1.0, 2.0))
    assert "(list of 1, pair=Pair(number, number)), all derivatives" in f.report()


CHECKED = "    checked against the operations one by one"


def test_a_report_of_what_rolled(clock):
    pytest.importorskip("numpy")
    net = nn.MLP(2, [8, 1], activation="tanh", seed=0)
    f = jit(lambda x: net(x), target="numpy")
    f([1.0, 2.0])
    lines = f.report().splitlines()
    assert lines[5:] == ["    3 loop nests over arrays, in which 100.0% of the work rolled up;", CHECKED]
    assert max(map(len, lines)) <= 80
    order = [5, 0, 3, 1, 7, 2, 4, 6]
    wild = jit(lambda x: te.sum([x[k] * x[j] for j, k in enumerate(order)]), target="numpy")
    wild([1.0] * 8)
    lines = wild.report().splitlines()
    assert lines[5:7] == ["    3 loop nests over arrays, in which 66.7% of the work rolled up;", CHECKED]
    assert lines[7] == "    mul: 8 numbers of x are read in an order that follows no rule"
    for layers, more in ((6, []), (8, ["    and 2 more like these"])):

        def deep(x, layers=layers):
            for _ in range(layers):
                x = [te.sin(x[k] * x[j]) for j, k in enumerate(order)]
            return te.sum(x)

        long = jit(deep, target="numpy")
        long([1.0] * 8)
        assert [line for line in long.report().splitlines()[7:] if "mul: 8 numbers of" not in line] == more
        assert len(long.report().splitlines()) == 7 + 6 + len(more)
    nothing = jit(lambda x: [x, x], target="numpy")
    nothing(1.0)
    assert "loop nests over arrays, in which 100.0% of the work" in nothing.report()


def test_the_program_that_was_used_last():
    f = jit(lambda xs: te.sum([te.exp(x) for x in xs]), target="python")
    with pytest.raises(ValueError, match=r"^<lambda> was not compiled yet: call it first, or give arguments here$"):
        f.source()
    assert f.source([1.0]).count("exp(") == 1 == len(f._cache)
    f([1.0, 2.0])
    assert f.source().count("exp(") == 2 == f.source([1.0, 2.0]).count("exp(")
    f([1.0])
    assert f.source().count("exp(") == 1 and len(f.program().inputs[0].nodes) == 1
    assert f.program([1.0, 2.0, 3.0]).work() == 9 and len(f._cache) == 3
    with pytest.raises(TypeError, match="not iterable"):
        f.source(3.0)
    w = Value(2.0, "w")
    assert jit(lambda: w * 3.0, target="python").program().work() == 1


# -- the command line -------------------------------------------------------------------------------------------------


def test_the_command(capsys, clock):
    assert main(["jit", "--target", "python"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "E_total",
        "  (), value and gradient by 10 Values",
        "    target python: asked for",
        "    90 operations, 14 Values read at each call",
        "    record 1.0 ms, lower 1.0 ms, build 1.0 ms",
        "    52.6 µs a call, 1.7 million operations a second",
    ]


MINE = """
import tinygrad_edu as te
from tinygrad_edu import Value

def wave(x, y):
    return te.sin(x) * y

@te.jit(target="llvm")
def squares(v):
    return [t * t for t in v]

def branches(x):
    return x if x > 0 else -x

def indexes(x):
    return x[3]

@te.primitive(lambda m, y, x: 2.0 * x if x > 0 else 0.0)
def bent(m, x):
    return x * x

def bends(x):
    return bent(x)
"""


@pytest.fixture
def mine(tmp_path, capsys, own):
    (tmp_path / "mine.py").write_text(MINE, encoding="utf-8")

    def run(function, *words):
        code = main(["jit", f"{tmp_path / 'mine.py'}:{function}", *words])
        captured = capsys.readouterr()
        return code, captured.out, captured.err.replace(str(tmp_path / "mine.py"), "mine.py")

    return run


def test_the_command_with_a_function_of_ones_own(mine):
    code, out, err = mine("wave", "--target", "python", "0.5", "-2")
    assert (code, err) == (0, "")
    assert out.startswith("wave\n  (number, number), value and gradient\n    target python: asked for\n    9 op")
    code, out, err = mine("squares", "[1, 2]", "--target", "python", "--show")
    assert (code, err) == (0, "") and "WHAT RUNS" in out and "squares\n  (list of 2)\n    target python" in out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["branches", "1"], r"mine\.py, line 13, `return x if x > 0 else -x`: whether x > 0 is true is not known"),
        (["indexes", "1"], r"TypeError: 'Value' object is not subscriptable \(mine\.py, line 16\)"),
        (["wave", "1"], r"wave\(\) missing 1 required positional argument: 'y'"),
        (["squares", "[1]", "--net", "2,1"], "--net is a network, FILE.py:FUNCTION a function of yours: one of them"),
        (["waves"], "mine.py has no function 'waves'; it has: wave, squares, branches, indexes, bent, bends"),
        (["Value", "1"], "Value is a class; what is compiled is a function that returns what it computes"),
        (["bends", "1"], "bent: a rule asked a symbol whether it is true: write m.where"),
    ],
)
def test_what_the_command_cannot_do_with_it(words, said, mine):
    code, out, err = mine(*words)
    assert (code, out) == (2, "") and re.match("tinygrad-edu jit: " + said, err)


def test_the_article_has_numbers_of_its_own(capsys):
    assert main(["jit", "article", "1"]) == 2
    assert "numbers are for a function of your own, FILE.py:FUNCTION" in capsys.readouterr().err


def test_the_command_is_told_where_packages_are_missing(mine, monkeypatch):
    monkeypatch.setattr(targets, "find_spec", lambda name: None)
    assert mine("wave", "1", "2", "--target", "llvm")[0] == 1


def test_the_best_of_a_few_rounds(monkeypatch):
    for first, calls_a_round in ((0.004, 4), (0.03, 1)):
        calls = []
        seconds = iter([0.0, first, 1.0, 1.05, 2.0, 2.02, 3.0, 3.03, 4.0, 4.04, 5.0, 5.06])
        monkeypatch.setattr(commands, "perf_counter", lambda: next(seconds))  # noqa: B023
        assert commands._time(lambda: calls.append(0)) == pytest.approx(0.02 / calls_a_round, rel=1e-3)  # noqa: B023
        assert len(calls) == 1 + 5 * calls_a_round and not list(seconds)


def test_sections(monkeypatch, capsys):
    pytest.importorskip("numpy")
    f = jit(lambda x: te.exp(x) * 2.0, target="numpy")
    f(1.0)
    titles = [title for title, _ in commands._sections(f)]
    assert titles == [
        "THE PROGRAM: one scalar operation after the other",
        "THE SAME RE-ROLLED: arrays instead of scalars",
    ]
    f = jit(f.f, target="python")
    f(1.0)
    assert [title for title, _ in commands._sections(f)] == [*titles, "WHAT RUNS"]
    assert list(commands._sections(f))[2][1] == f.source()
    monkeypatch.setattr(targets, "find_spec", lambda name: None)
    assert list(commands._sections(f))[1][1].startswith("(no array code here: the target 'numpy' needs numpy")


# -- arguments --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("tree", "words"),
    [
        (1.0, "number"),
        (Value(1.0), "number"),
        ([], "list of 0"),
        ([1.0, 2], "list of 2"),
        ((1.0,), "tuple of 1"),
        ([1.0, [2.0]], "list(number, list of 1)"),
        ([[1.0]] * 3, "list(list of 1, list of 1, list of 1)"),
        ([[1.0]] * 4, "list of 4 × list of 1"),
        ([[1.0]] * 3 + [[1.0, 2.0]], "list(list of 1, list of 1, list of 1, list of 2)"),
        ({"a": 1.0, 2: [1.0]}, "{'a': number, 2: list of 1}"),
        (None, "None"),
        ("mean", "'mean'"),
        (b"x", "b'x'"),
        ([True, 1.0], "list(True, number)"),
        (threading.RLock, "function"),
        (nn.MLP(1, [1]), "MLP"),
    ],
)
def test_structures_in_words(tree, words):
    assert described(take_apart(tree, [])) == words


def test_numbers_among_the_arguments():
    numbers = []
    take_apart([1.0, 2, {"a": (3.0, "x"), "b": [[4.0]]}, None, True], numbers)
    assert numbers == [1.0, 2, 3.0, 4.0]
    pair = collections.namedtuple("Pair", "a b")
    keys = [take_apart(tree, []) for tree in ([1.0, 2.0], (1.0, 2.0), [1.0], [1.0, True], pair(1.0, 2.0), {"a": 1.0})]
    assert len(set(keys)) == 6 and keys[0] == take_apart([Value(3.0), 5], [])
    assert not is_array([1.0]) and not is_array(1.0)
    np = pytest.importorskip("numpy")
    assert is_array(np.zeros(2)) and not is_array(np.float64(1.0))
    numbers.clear()
    assert take_apart(np.zeros((2, 1)), numbers) == take_apart([[1.0], [1.0]], []) and numbers == [0.0, 0.0]


def test_wanted_in_words():
    v = Value(1.0)
    assert [Wanted(kind, 0, (v, v)).words() for kind in ("value", "gradient", "both", "node")] == [
        "", ", gradient by 2 Values", ", value and gradient by 2 Values", ", all derivatives"]  # fmt: skip
    assert Wanted("gradient", 0, None, "each").words() == ", gradient, for each row"
    assert Wanted("both", 0, None, "sum").words() == ", value and gradient, summed over rows"


def test_names_of_arguments():
    def names(f, *args, **kwargs):
        return [name for name, _ in Recording(f, args, kwargs).arguments]

    assert names(lambda x, y: x + y, 1.0, 2.0) == ["x", "y"]
    assert names(lambda x, *rest, z: x + z, 1.0, 2.0, 3.0, z=4.0) == ["x", "rest_1", "rest_2", "z"]
    assert names(lambda x, /, y=1.0: x * y, 1.0) == ["x"]
    assert names(max_of, 1.0, 2.0) == ["xs_0", "xs_1"]
    assert names(max, [1.0]) == ["arg_0"]  # Python does not say what its parameters are called
    labels = [leaf.label for _, leaves in Recording(lambda p: p["a"][0], [{"a": [1.0, (2.0,)]}], {}).arguments
              for leaf in leaves]  # fmt: skip
    assert labels == ["p['a'][0]", "p['a'][1][0]"]
    assert sorted(["w10", "w2", "b", "w2x", ""], key=natural) == ["", "b", "w2", "w2x", "w10"]


def test_the_second_recording_is_with_numbers_near_by():
    tiny = 2.0**-20
    for given, other in ((2.0, 2.0 - 2 * tiny), (-1.0, tiny - 1.0), (0.0, tiny), (1, 1.0 - tiny), (0, tiny)):
        seen = []
        jit(lambda x: seen.append(x._data) or x * x, target="python")(given)  # noqa: B023
        assert seen == [given, other]
    for given, other, size in ((5, 4.0, 9), (1, 0.0, 2), (0, 1.0, 2), (0, 0.0, 1)):  # an entry that is there too
        seen = []
        jit(lambda i: seen.append(i._data) or te.take([Value(1.0, "w")] * size, i), target="python")(given)  # noqa: B023
        assert seen == [given, other]


def test_names_that_are_taken_get_a_number():
    b = Builder()
    xs = [b.input(label) for label in ("x", "x", "x_2", "x", "", "lambda", "+", "w[0]", "w 0")]
    program = b.finish([("given", xs)], [("y", xs)])
    found = ["x", "x_2", "x_2_2", "x_3", "given_4", "lambda_", "given_6", "w_0", "w_0_2"]
    assert identifiers(program) == found
    assert identifiers(program, ["x", "given_6"])[:3] == ["x_2", "x_3", "x_2_2"]
    assert identifiers(program, ["x", "given_6"])[6] == "given_6_2"
    taken = {}
    assert [free_name(name, taken) for name in ("x", "x", "y", "x", "x_2")] == ["x", "x_2", "y", "x_3", "x_2_2"]


def test_a_derivative_is_called_as_what_it_is_of():
    b = Builder()
    x = b.input("x")
    slope = b.node("neg", (x,))
    b.label(slope, "d_x", x)
    program = b.finish([("x", [x])], [("d", [slope])])
    assert (identifiers(program), identifiers(program, ["x"])) == (["x", "d_x"], ["x_2", "d_x_2"])


def test_a_name_that_thousands_want_is_looked_up_a_few_times_for_each():
    class Taken(dict):
        asked = 0

        def __contains__(self, name):
            self.asked += 1
            return super().__contains__(name)

    taken = Taken()
    assert [free_name("w", taken) for _ in range(1_000)][-1] == "w_1000"
    assert taken.asked < 3_000


def max_of(*xs):
    return te.maximum(xs[0], xs[1])


# -- parameters that a function can get at ----------------------------------------------------------------------------

GLOBAL = Value(1.0, "global")
HIDDEN = {"a": [Value(2.0, "in a dict"), 3.0], "b": (1.0, 2.0)}


def seen_by(f):
    return Outside(f).values


def test_parameters_in_reach():
    a, b, c, d, e = (Value(float(k), name) for k, name in enumerate("abcde"))
    result = a * b

    def inner(x):
        return GLOBAL * x

    def outer(x, y=b, z={"c": (c,)}, *, w=frozenset([d])):  # noqa: B006
        return inner(x) * HIDDEN["a"][0] * [lambda: e][0]() * result * y

    found = [v.label for v in seen_by(outer)]
    assert found == ["b", "c", "d", "e", "global", "in a dict"]
    assert seen_by(lambda: te.exp) == []  # the package's own functions have none

    class Model:
        def __init__(self):
            self.w = [a, {"b": b}]

        def parameters(self):
            return [a, b]

        def __call__(self, x):
            return c * x * self.w[0]

        def method(self, x):
            return d * x

    model = Model()
    assert [v.label for v in seen_by(model)] == ["a", "b", "c"]
    assert [v.label for v in seen_by(model.method)] == ["a", "b", "c", "d"]
    assert [v.label for v in seen_by(lambda: model.w)] == ["a", "b", "c"]
    assert [v.label for v in seen_by(lambda: te.optim.SGD([a], lr=0.1))] == ["a"]
    optimizer = te.optim.SGD([a, b], lr=0.1)
    assert [v.label for v in seen_by(lambda: optimizer)] == ["a", "b"]
    if False:
        later = 1.0
    assert seen_by(lambda: later) == []  # a name that is bound to nothing yet
    endless = [a]
    endless.append(endless)
    assert seen_by(lambda: endless) == [a]
    gone = weakref.ref(model)
    assert gone() is model
