"""Engines that others wrote are checked: what is wrong in them is found, shown in a few lines, and called by its name.

The engine is ``examples/my_engine.py``, as learners write one; each fault is planted by changing its text. What the
whole report says of each is kept in ``tests/golden/check/engines.txt``.
"""

import functools
import itertools
import math
import pickle
import re
import struct
import types
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings

import tinygrad_edu as te
from tests.examples import every
from tests.golden import held_sections
from tinygrad_edu.check import GradcheckError, check_engine, commands
from tinygrad_edu.check.engine import computations
from tinygrad_edu.check.engine.computations import RANDOM
from tinygrad_edu.check.engine.diagnosis import why_the_pass, why_the_rule
from tinygrad_edu.check.engine.dialect import Dialect, letters
from tinygrad_edu.check.engine.findings import Finding
from tinygrad_edu.check.expression import Expression
from tinygrad_edu.cli import main
from tinygrad_edu.ieee import run
from tinygrad_edu.micrograd.engine import Value as MicroValue
from tinygrad_edu.ops import OPS

TEXT = (Path(__file__).parent.parent / "examples" / "my_engine.py").read_text(encoding="utf-8")


def engine(*changes):
    """The class of the example with its text changed, (before, after) each."""
    text = TEXT
    for before, after in changes:
        assert before in text, before
        text = text.replace(before, after)
    module = types.ModuleType("my_engine")
    exec(text, module.__dict__)
    return module.Value


ADD = "self.grad += out.grad\n            other.grad += out.grad"
MUL = "self.grad += other.data * out.grad\n            other.grad += self.data * out.grad"
EXCHANGED = "self.grad += self.data * out.grad\n            other.grad += other.data * out.grad"
DIV = "        return self * other**-1\n"
DIVIDES = """\
        other = other if isinstance(other, Value) else Value(other)
        out = Value(self.data / other.data, (self, other))

        def push():
            self.grad += out.grad / other.data
            other.grad += out.grad * self.data

        out.push = push
        return out
"""
RSUB = "    def __rsub__(self, other):\n        return -self + other\n"
IADD = "    def __iadd__(self, other):\n        self.data += other.data\n        return self\n\n"
BY_DATA = """\
    def __eq__(self, other):
        return self.data == other.data

    def __hash__(self):
        return hash(self.data)

"""
RELU = "        out.push = push\n        return out\n\n    def exp"
START = "        self.grad = 1.0\n"
PASS = "        for node in reversed(order):\n            node.push()\n"
ONCE = "            if node not in seen:\n                seen.add(node)\n"
VISIT = "                for parent in node.parents:\n                    visit(parent)\n"
AFTER = "                order.append(node)\n"
SORTED = "        visit(self)\n" + START + PASS
AS_IT_GOES = """\
        def walk(node):
            node.push()
            for parent in node.parents:
                walk(parent)

        self.grad = 1.0
        walk(self)
"""
ONE_OF_TWO = """\
        for node in reversed(order):
            before = [parent.grad for parent in node.parents]
            node.push()
            if len(node.parents) == 2 and node.parents[0] is node.parents[1]:
                node.parents[0].grad = (node.parents[0].grad + before[0]) / 2
"""
ANEW = "        for node in order:\n            node.grad = 0.0\n"

FAULTS = {
    # name: before, after, and words of the report
    "add overwrites": (ADD, ADD.replace("+=", "="), "in a + b a gradient is assigned where it should be added"),
    "mul overwrites": (MUL, MUL.replace("+=", "="), "in a * b a gradient is assigned where it should be added"),
    "all overwrite": (".grad += ", ".grad = ", " is 2 a gradient is assigned where it should be added"),
    "tanh forgets the gradient": ("(1 - t**2) * out.grad", "1 - t**2", "in a.tanh() the local derivative is passed"),
    "mul forgets one gradient": ("other.data * out.grad", "other.data", "in a * b, for a, the local derivative is"),
    "tanh of the input": ("1 - t**2", "1 - self.data**2", "in 1 − y² stands the input x in place of the output y"),
    "log of the output": ("1 / self.data", "1 / out.data", "in 1 / x stands the output y in place of the input x"),
    "pow without the exponent": ("+= exponent * ", "+= ", "right is -4.6: in n·xⁿ⁻¹ the factor n is missing"),
    "pow, not lowered": (
        "(exponent - 1)",
        "exponent",
        "n·xⁿ stands in place of n·xⁿ⁻¹ the same in a ** -1, a ** 0.5, a",
    ),
    "pow of |a|": (
        "* self.data ** (exp",
        "* abs(self.data) ** (exp",
        "a.grad is 4.6; right is -4.6 (wrong where a < 0)",
    ),
    "division as multiplication": (DIV, DIVIDES, "b.grad is -2.3; right is 4.69388: it is the derivative of mul"),
    "log passes its value on": (
        "1 / self.data *",
        "out.data *",
        "right is 2.5: it is the value, and not the derivative",
    ),
    "log of base 10": ("math.log(", "math.log10(", "at a = 0.4 it is -0.39794; right is -0.916291: that is log10"),
    "tanh of tanh": ("(1 - t**2)", "(1 - math.tanh(t) ** 2)", "it is the derivative at the output, and not at the inp"),
    "minus the logarithm": ("math.log(self", "-math.log(self", "it is 0.916291; right is -0.916291: its sign is wrong"),
    "mul in place": (
        "out = Value(self.data * other.data",
        "self.data *= other.data\n        out = Value(self.data",
        "a * b changes a.data to 1.61: an operation makes a new node, and leaves its operands as they are the same in",
    ),
    "keeps the nodes": (
        "def backward(self):\n        order, seen = [], set()",
        "def backward(self, order=[], seen=set()):",
        "then (5·a).backward(): a.grad is 7; right is 5. Something of the first pass is kept",
    ),
    "exp passes on": ("out.data * out.grad", "out.grad", "the gradient is passed on as it is"),
    "relu twice": ("+= (out.data > 0)", "+= 2 * (out.data > 0)", "it is twice the right one"),
    "relu of the wrong value": ("max(0.0, self.data)", "max(0.1, self.data)", "at a = -2.3 it is 0.1; right is 0"),
    "mul, sign": ("other.grad += self.data", "other.grad -= self.data", "its sign is wrong"),
    "mul, exchanged": (MUL, EXCHANGED, "it is the one by the other operand"),
    "2 - a": ("return -self + other", "return self - other", "it is -4.3; right is 4.3: its operands are exchanged"),
    "2 / a": ("return self**-1 * other", "return self / other", "-1.15; right is -0.869565: its operands are exch"),
    "no 2 - a": (RSUB, "", "Python calls __rsub__ for it"),
    "no numbers": ("other if isinstance(other, Value) else Value(other)", "other", "a + 2 at a = -2.3 a + 2 raises"),
    "starts with a half": (
        START,
        START.replace("1.0", "0.5"),
        "1: backward() begins with 0.5, and not with 1 the same",
    ),
    "starts with its number": (
        START,
        START.replace("1.0", "self.data"),
        "1: backward() begins with -3, and not with 1",
    ),
    "no start": (START, "", "backward() begins with 1, the derivative of a by a"),
    "starts with 1": ("self.grad = 0.0", "self.grad = 1.0", "a.grad is 1 from the start; it begins with 0"),
    "starts with nothing": ("self.grad = 0.0", "self.grad = None", "backward() raises TypeError"),
    "forward": ("in reversed(order)", "in order", "from the leaves to the result, and its order is"),
    "sorts once per path": (ONCE, "            if True:\n", "once for each path that leads to it"),
    "pushes twice": ("node.push()", "node.push(); node.push()", "it is twice the right one"),
    "does not sort": (VISIT + AFTER, AFTER.replace("append(", "insert(0, ") + VISIT, "before all of it has arrived"),
    "pushes as it goes": (SORTED, AS_IT_GOES, "once for each path that leads to it"),
    "one of two inputs": (PASS, ONE_OF_TWO, "where both inputs are the same Value, as in a * a, one is forgotten"),
    "equal by data": (
        "    def __neg__",
        BY_DATA + "    def __neg__",
        "of two nodes of the same number one is left out",
    ),
    "exp without its parent": ("math.exp(self.data), (self,)", "math.exp(self.data)", "in a.exp() the parents of the "),
    "mul without one parent": ("* other.data, (self, other)", "* other.data, (self,)", "in a * b, for b, the parents"),
    "no parents at all": ("self.parents = parents", "self.parents = ()", "or the results do not know their parents"),
    "+= in place": ("    def __neg__", IADD + "    def __neg__", "this changes a to 5"),
    "begins anew": (START + PASS, ANEW + START + PASS, "a.grad is 5, and the sum of both is 7"),
    "returns numbers": (RELU, RELU.replace("return out", "return out.data"), "which is no Value"),
    "pow returns numbers": (
        "out.push = push\n        return out\n\n    def tanh",
        "return out.data\n\n    def tanh",
        "a ** 2 at a = -2.3 a ** 2 returns a float, which is no Value",
    ),
    "small numbers alone": ("self.data = data", "self.data = min(2.5, data)", "a.data is 2.5"),
    "text from the start": ("self.grad = 0.0", "self.grad = 'none'", ".grad is no number: ValueError"),
    "far from 0": ("t = (math", "t = 0.0 if abs(self.data) > 99 else (math", "at a = 1000 a.tanh() is 0; right is 1"),
    "off by a millionth": ("(1 - t**2) * out.grad", "(1 - t**2) * 1.0000012 * out.grad", "(wrong at all 5 points)"),
    "returns what has data": (
        RELU,
        RELU.replace("return out", "import types; return types.SimpleNamespace(data=out.data)"),
        "which is no Value",
    ),
    "text for a gradient": ("self.grad += out.data * out.grad", "self.grad = 'much'", ".grad is no number: ValueError"),
}


AS_IT_IS = "as it is"
RARE = "mul without one parent"
FEW = 20
"""Random computations in each round: they find all faults but the rare one."""


@functools.cache
def report_of(name):
    """The report of the engine with one fault, each made once and only for who asks."""
    changes = () if name == AS_IT_IS else (FAULTS[name][:2],)
    return check_engine(engine(*changes), raise_exception=False, examples=50 if name == RARE else FEW)


NOT_WRONG = {"no 2 - a", "begins anew", "far from 0"}


def test_a_report_of_other_widths():
    report = report_of("mul without one parent")
    for width in (40, 79, 102, 200):
        rows = report.text(width).splitlines()
        assert max(map(len, rows)) <= width and " ".join(report.text(width).split()) == " ".join(str(report).split())
        assert [row[:13] for row in rows if row.startswith("  r")] == ["  right      "] * 5
        assert not any(row.endswith((" *", " /", " +")) for row in rows)  # an operation stays on its line
    assert str(report) == report.text(102)


@pytest.mark.parametrize("name", FAULTS)
def test_what_is_wrong_is_said(name):
    report = report_of(name)
    assert " ".join(FAULTS[name][2].split()) in " ".join(str(report).split())
    assert bool(report) == (name in NOT_WRONG)


IN_A_SET = ("self.parents = parents", "self.parents = set(parents)")  # as micrograd has them, in any order
LAST_FIRST = ("for parent in node.parents:", "for parent in reversed(node.parents):")  # as a stack does
OF_THE_PASS = (
    "add overwrites", "all overwrite", "tanh forgets the gradient", "mul forgets one gradient", "forward",
    "sorts once per path", "does not sort", "pushes as it goes", "equal by data", "exp without its parent",
    "mul without one parent",
)  # fmt: skip


ORDERS = {"in a set": IN_A_SET, "last first": LAST_FIRST}


@pytest.mark.parametrize(("name", "order"), every(3, OF_THE_PASS, ORDERS))
def test_in_whatever_order_the_parents_are(name, order):
    """What comes out of a wrong pass depends on it, and is another thing at every call where addresses decide."""
    order, (before, after, words) = ORDERS[order], FAULTS[name]
    changes = [(before, after.replace(*order)), *([order] if order[0] in TEXT.replace(before, "") else [])]
    report = check_engine(engine(*changes), raise_exception=False, examples=50)
    assert " ".join(words.split()) in " ".join(str(report).split())


def test_what_is_known_of_an_engine_comes_before_what_else_would_explain_its_numbers():
    steps = (("exp", (0,)), ("add", (1, 1)), ("exp", (2,)), ("relu", (2,)), ("add", (3, 4)))
    nothing_arrives = [(Expression((-2.0,), steps), [0.0])]
    assert why_the_pass(nothing_arrives, {}, alike=True).startswith("of two nodes of the same number one is left out")
    assert why_the_pass(nothing_arrives, {}).startswith("only the last operation passes a gradient on")


def test_tanh_overwrites_and_the_parents_are_in_a_set():
    """Which of two contributions comes last is another one in every call: no search fails over that."""
    change = ("self.grad += (1 - t**2)", "self.grad = (1 - t**2)")
    for _ in range(3):
        (wrong,) = check_engine(engine(change, IN_A_SET), raise_exception=False, examples=50).of("WRONG")
        assert wrong.lines[-1] == "in a.tanh() a gradient is assigned where it should be added, = in place of +="


class Recursive:
    """``backward`` is called for each path, and told what comes along it."""

    def __init__(self, data, inputs=()):
        self.data, self.grad, self.inputs = data, 0.0, inputs

    def __add__(self, other):
        return type(self)(self.data + other.data, ((self, 1.0), (other, 1.0)))

    def __mul__(self, other):
        return type(self)(self.data * other.data, ((self, other.data), (other, self.data)))

    def tanh(self):
        t = math.tanh(self.data)
        return type(self)(t, ((self, 1.0 - t * t),))

    def backward(self, g):
        self.grad += g
        for u, slope in self.inputs:
            u.backward(g * slope)


class Assigning(Recursive):
    def backward(self, g):
        self.grad = g
        for u, slope in self.inputs:
            u.backward(g * slope)


class Repeating(Recursive):
    def backward(self, g):
        self.grad += g
        for u, slope in self.inputs:
            u.backward(self.grad * slope)


def test_a_backward_that_is_told_where_to_start():
    assert check_engine(Recursive, examples=FEW)
    for make, words in (
        (Assigning, "a gradient is assigned where it should be added, = in place of +="),
        (Repeating, "a node that is reached again passes on all of its gradient"),
    ):
        (wrong,) = check_engine(make, raise_exception=False, examples=FEW).of("WRONG")
        assert wrong.lines[-1].startswith(words)
        assert next(line for line in wrong.lines if "backward" in line).endswith(".backward(1.0)")


def test_what_comes_of_a_second_pass():
    """Each cause is said of its own numbers alone."""

    def told(*changes):
        report = check_engine(engine(*changes), raise_exception=False, examples=10)
        return next(" ".join(f.lines) for f in report.findings if f.what == "backward() twice through one graph")

    assert "27, then 72" in told() and "What the first pass left in the results counts again" in told()
    anew = told((START + PASS, ANEW + START + PASS))
    assert "27, then 27" in anew and "The second pass adds nothing, or sets the gradients of leaves to 0" in anew
    assert told((".grad += ", ".grad = ")).endswith("twice 27 is 54")


def test_results_that_are_no_nodes_are_told_once():
    returned = "        out.push = push\n        return out\n\n    def __mul__"
    report = check_engine(engine((returned, returned.replace("return out", "return [out]"))), raise_exception=False)
    (wrong,) = report.of("WRONG")
    assert wrong.lines[0].endswith("a + b returns a list, which is no Value")
    assert wrong.lines[1] == "the same in a + 2, 2 + a, a - b, a - 2, 2 - a"


def test_a_method_of_two_is_written_with_its_argument():
    larger = "    def maximum(self, b):\n        return Value(max(self.data, b.data))\n\n    def __mul__"
    (found,) = check_engine(engine(("    def __mul__", larger)), raise_exception=False, examples=10).of("WRONG")
    assert found.what == "a.maximum(b)"


def test_what_is_random_is_called_so():
    def wrong(*change):
        make = engine(change)
        make.__init__.__globals__["noise"] = itertools.count(1.5).__next__  # another number at each call
        return check_engine(make, raise_exception=False, examples=FEW).of("WRONG")

    for change in [
        (".grad += ", ".grad += noise() * "),
        ("Value(self.data + other", "Value(noise() + self.data + other"),
    ]:
        (found,) = wrong(*change)
        assert found.what == "a + b" and found.lines[0].endswith(RANDOM) and "the same in a + 2" in found.lines[1]
    (found,) = wrong("(out.data > 0) * out.grad", "(out.data > 0) * out.grad * (noise() if out.grad != 1 else 1)")
    assert found.what == "this computation" and found.lines[-1] == RANDOM
    nan = engine(("(1 - t**2)", "float('nan')"))
    assert RANDOM not in str(check_engine(nan, raise_exception=False, examples=10))  # the same, though it is not equal
    with pytest.raises(TypeError, match="another number the next time: a leaf holds the number that it is made of"):
        wrong("self.data = data", "self.data = data * noise()")


def test_the_gradient_of_a_result_is_asked_only_where_something_is_wrong():
    """PyTorch keeps it of leaves alone, and warns whoever asks."""
    of_leaves = """
    @property
    def grad(self):
        if self.parents:
            raise AttributeError("only leaves have a gradient")
        return self._grad

    @grad.setter
    def grad(self, grad):
        self._grad = grad

    def __neg__"""
    inner = [("out.grad", "out._grad"), ("        self.grad = 0.0", "        self._grad = 0.0")]
    hidden = [*inner, ("    def __neg__", of_leaves[1:]), (START, START.replace("self.grad", "self._grad"))]
    hidden += [("self.grad += ", "self._grad += "), ("other.grad += ", "other._grad += ")]
    assert check_engine(engine(*hidden), examples=FEW)
    twice = ("(out.data > 0) * out._grad", "(out.data > 0) * 2 * out._grad")
    (wrong,) = check_engine(engine(*hidden, twice), raise_exception=False, examples=FEW).of("WRONG")
    assert wrong.what == "a.relu()" and wrong.lines[0].endswith("it is twice the right one")


def raising(method):
    """A method of an engine that raises, as its text is."""
    return f"    def __{method}__(self, other):\n        raise RuntimeError('not {method}')\n\n    def __neg__"


@pytest.mark.parametrize("method", ["iadd", "eq"])
def test_what_an_engine_need_not_have(method):
    """What raises there is no fault of its derivatives: the report is that of an engine without it."""
    hashed = "    __hash__ = object.__hash__\n\n    def __neg__"
    change = ("    def __neg__", raising(method).replace("    def __neg__", hashed))
    assert str(check_engine(engine(change), examples=10)) == str(check_engine(engine(), examples=10))


def test_an_error_in_a_random_computation_is_told():
    """Only there: what raises is a product of a result, and the single operations are right."""
    once = "        if self.parents:\n            raise OverflowError('too deep')\n"
    product = "    def __mul__(self, other):\n"
    (found,) = check_engine(engine((product, product + once)), raise_exception=False, examples=FEW).of("WRONG")
    assert found.what == "this computation" and "raises OverflowError: too deep" in " ".join(found.lines)


def test_an_engine_without_operations_is_not_right():
    class Leaf:
        def __init__(self, data):
            self.data, self.grad = data, 0.0

        def backward(self):
            self.grad = 1.0

    (wrong,) = check_engine(Leaf, raise_exception=False).of("WRONG")
    assert wrong.lines == ("there is none; the first are a + b and a * b, __add__ and __mul__",)


def test_what_others_are_made_of_is_asked_first():
    first, *_ = report_of("mul, sign").of("WRONG")
    assert first.what == "a * b"


def test_reports():
    """All of them, but for how many random computations hypothesis drew."""
    reports = {name: str(report_of(name)) for name in (AS_IT_IS, *FAULTS)}
    held_sections("check/engines.txt", [(k, re.sub(r"\d+ random", "so many random", r)) for k, r in reports.items()])


def test_the_readme_says_the_same():
    readme = (Path(__file__).parent.parent / "README.md").read_text(encoding="utf-8")
    (wrong,) = report_of("add overwrites").of("WRONG")
    assert "".join(f"  {line}\n" for line in str(wrong).splitlines()) in readme


def test_a_wrong_engine_raises_the_report():
    with pytest.raises(GradcheckError) as raised:
        check_engine(engine(FAULTS["pushes twice"][:2]), examples=FEW)
    assert str(raised.value) == str(raised.value.report) == str(report_of("pushes twice"))
    assert str(pickle.loads(pickle.dumps(raised.value))) == str(raised.value)


def test_letters():
    """One for each, however many there are, and none twice."""
    for most in (1, 25, 26, 27, 60):
        assert len(set(letters(most))) >= most
    assert letters()[:3] == letters(3)[:3] == ["a", "b", "c"] and letters(60)[0] != letters(60)[1]


def test_random_computations_are_of_every_kind():
    """All operations and numbers, results used again, loose ends joined, and nothing that grows large."""
    seen = []
    names = ("add", "mul", "sub", "exp")

    @settings(max_examples=100, derandomize=True, database=None)
    @given(computations._tapes(names))
    def look(expression):
        seen.append(expression)

    look()
    assert {op for e in seen for op, _ in e.steps} == set(names)
    assert len({x for e in seen for x in e.inputs}) == len(computations.NUMBERS)
    assert {len(e.inputs) for e in seen} == {1, 2, 3}
    assert min(len(e.steps) for e in seen) == 1 < computations.STEPS < max(len(e.steps) for e in seen)
    used = [Counter(i for _, at in e.steps for i in at) for e in seen]
    assert any(n > 2 for counts in used for n in counts.values())
    joined = [len(counts) == len(e.inputs) + len(e.steps) - 1 for e, counts in zip(seen, used, strict=True)]
    assert sum(joined) >= 0.9 * len(seen)
    for e in seen:
        data = list(e.inputs)
        for op, at in e.steps:
            data.append(run(OPS[op].value, *(data[i] for i in at)))
        assert all(abs(y) <= computations.LARGEST for y in data)


# -- engines that are right --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("make, examples", [(te.Value, 100), (MicroValue, FEW), (lambda x: te.Value(x, "leaf"), FEW)])
def test_our_own_are_right(make, examples):
    report = check_engine(make, examples=examples)
    assert report and {finding.verdict for finding in report.findings} == {"right"} and report.missing == []
    assert report.engine == "Value" and report.findings[1].what.startswith("68 operations")


STACK = """\
        stack = [(self, False)]
        while stack:
            node, done = stack.pop()
            if done:
                order.append(node)
            elif node not in seen:
                seen.add(node)
                stack += [(node, True), *((parent, False) for parent in node.parents)]
"""
MENDED = [  # what the example's report warns of
    (START + PASS, ANEW.replace("node.grad = 0.0", "node.grad *= not node.parents") + START + PASS),
    ("out = Value(self.data * other.data, ", "x, y = self.data, other.data\n        out = Value(x * y, "),
    (MUL, MUL.replace("other.data", "y").replace("self.data", "x")),
    ("t = (math.exp(2 * self.data) - 1) / (math.exp(2 * self.data) + 1)", "t = math.tanh(self.data)"),
    ("        def visit(node):\n" + ONCE + VISIT + AFTER + "\n        visit(self)\n", STACK),
]


def test_nothing_is_left_to_beware_of_when_it_is_mended():
    report = check_engine(engine(*MENDED), examples=FEW)
    assert {finding.verdict for finding in report.findings} == {"right"}, str(report)


def test_pytorchs_tensors():
    """With a function that makes leaves; they are called by their class."""
    torch = pytest.importorskip("torch", reason="PyTorch is not installed: make bench-peers")
    report = check_engine(lambda x: torch.tensor(x, dtype=torch.float64, requires_grad=True), examples=100)
    assert {finding.verdict for finding in report.findings} == {"right"}, str(report)
    assert report.engine == "Tensor"
    with pytest.raises(TypeError, match=r"Tensor\(0.1\) holds 0.1000000014.*: the check is for engines of double"):
        check_engine(lambda x: torch.tensor(x, requires_grad=True))


class Subclass(engine()):
    """What its operations make are Values of the class above it."""


def test_numbers_are_only_beside_what_is_wrong():
    """What raises the same for numbers first and for Values later is wrong, not to be beware of."""
    odd = "    def __sub__(self, other):\n        raise KeyError('sub')\n\n    def __rsub__(self, other):\n"
    before = "    def __sub__(self, other):\n        return self + (-other)\n"
    report = check_engine(
        engine((before, ""), ("    def __rsub__(self, other):\n", odd)), raise_exception=False, examples=10
    )
    (finding,) = [f for f in report.findings if f.lines and "KeyError" in f.lines[0]]
    assert (finding.verdict, finding.what) == ("WRONG", "a - b") and "a - 2" in finding.lines[1]


def test_operations_may_make_another_class():
    assert check_engine(Subclass, examples=FEW)


class Refusing:
    """An engine that refuses what others get wrong: a second pass, and numbers that are changed."""

    def __init__(self, data, inputs=()):
        self._data, self.grad, self.inputs, self.used = data, None, inputs, False

    data = property(lambda self: self._data)

    def __add__(self, other):
        return Refusing(self.data + other.data, ((self, 1.0), (other, 1.0)))

    def __mul__(self, other):
        return Refusing(self.data * other.data, ((self, other.data), (other, self.data)))

    def backward(self):
        order, stack, seen = [], [(self, False)], set()
        while stack:
            node, done = stack.pop()
            if done:
                order.append(node)
            elif node not in seen:
                seen.add(node)
                stack += [(node, True), *((u, False) for u, _ in node.inputs)]
        if any(node.used for node in order):
            raise RuntimeError("a second backward()")
        self.grad = 1.0
        for node in reversed(order):
            node.used = bool(node.inputs)
            for u, slope in node.inputs:
                u.grad = (u.grad or 0.0) + slope * node.grad


def test_an_engine_may_refuse_and_have_gradients_of_none():
    report = check_engine(Refusing, examples=FEW)
    what = {finding.what: finding.verdict for finding in report.findings}
    assert what["backward() twice through one graph"] == "right"
    assert what["a number that changes between forward and backward"] == "right"
    assert report.missing == ["a ** b", "a ** 2", "a ** -1", "a ** 0.5", "-a", "a - b", "a / b", "abs(a)"]


def test_an_engine_that_refuses_too_much():
    """The second loss of a leaf: what it raises is told, and the other lessons go on."""
    once = "        if self.parents and self.parents[0].grad:\n            raise ValueError('used')\n"
    report = check_engine(engine((START + PASS, once + START + PASS)), raise_exception=False, examples=FEW)
    (finding,) = [f for f in report.findings if f.what.startswith("two losses")]
    assert (finding.verdict, finding.lines) == ("beware", ("backward() raises ValueError: used",))
    assert report.findings[-1].what == "large numbers"


def test_functions_beside_the_class_count_and_those_of_other_modules_do_not():
    plain = TEXT.replace("    def exp(self):", "    def other(self):").replace(
        "if __name__", "def exp(x):\n    return x.other()\n\n\nfrom math import sqrt\n\n\nif __name__"
    )
    module = types.ModuleType("my_engine")
    exec(plain, module.__dict__)
    there = Dialect(module.Value)
    assert [way.text for way in there.ways if way.op == "exp"] == ["exp({})"]
    assert [way.text for way in there.ways if way.op == "sqrt"] == ["{} ** 0.5"]
    assert check_engine(module.Value, examples=FEW)


def test_other_names():
    before, after = (
        text.replace(".data", ".value").replace(".grad", ".gradient") for text in FAULTS["exp passes on"][:2]
    )
    changes = ((".data", ".value"), (".grad", ".gradient"), (before, after))
    report = check_engine(engine(*changes), raise_exception=False, examples=FEW)
    assert "a.gradient is 1; right is" in str(report) and "a.value = 100" in str(report)


def test_numpys_numbers():
    report = check_engine(
        engine(("self.data = data", "import numpy as np\n        self.data = np.float64(data)")), examples=FEW
    )
    assert report, str(report)


# -- no engine at all --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "make, words",
    [
        (3.0, "an engine is given by its class, as in check_engine.Value., not 3.0"),
        (lambda: 0, r"a leaf is made of a number, as in the function\(3.0\), and this raises TypeError"),
        (
            lambda x: te.Value(struct.unpack("f", struct.pack("f", x))[0]),
            "holds 0.1000000014.*: the check is for engines of",
        ),
        (
            type("Listed", (), {"__init__": lambda self, x: vars(self).update(data=[x], grad=0.0)}),
            ".data is no number: TypeError",
        ),
        (float, "float.3.0. has no attribute 'data'"),
        (type("Bare", (), {"__init__": lambda self, x: setattr(self, "data", x)}), "Bare.3.0. has no attribute 'grad'"),
        (type("Lazy", (), {"__init__": lambda self, x: vars(self).update(data=x, grad=0.0)}), "no method backward"),
    ],
)
def test_what_is_no_engine(make, words):
    with pytest.raises(TypeError, match=words):
        check_engine(make)


@pytest.mark.parametrize("examples, error", [(0, ValueError), ("many", TypeError)])
def test_the_number_of_examples(examples, error):
    with pytest.raises(error, match="examples"):
        check_engine(MicroValue, examples=examples)


def test_more_examples_try_more():
    def tried(examples):
        report = check_engine(MicroValue, examples=examples)
        (found,) = [int(f.what.split()[0]) for f in report.findings if "random computations" in f.what]
        return found

    assert 10 <= tried(10) <= 20 < tried(40) <= 80


@pytest.mark.parametrize(
    "found, sentence",
    [
        ([-0.5, -2.0], "its sign is wrong"),
        ([0.0, 0.0], "nothing is added to the gradient"),
        ([1.0, 4.0], "it is twice the right one"),
        ([1.0, 1.0], "the gradient is passed on as it is"),
        ([0.5, 2.5], ""),
    ],
)
def test_causes_of_wrong_derivatives(found, sentence):
    """Of 0.5·x², say: ``square`` at a quarter and at 1 has these."""
    assert why_the_rule(OPS["square"], 0, [(0.25,), (1.0,)], found) == sentence


# -- the command line --------------------------------------------------------------------------------------------------


@pytest.fixture
def few(monkeypatch):
    monkeypatch.setattr(commands, "check_engine", functools.partial(check_engine, examples=FEW))


@pytest.mark.parametrize("change, code", [((), 0), ((ADD, ADD.replace("+=", "=")), 1)])
def test_the_command(change, code, tmp_path, capsys, few):
    path = tmp_path / "mine.py"
    path.write_text(TEXT.replace(*change) if change else TEXT, encoding="utf-8")
    assert main(["check", f"{path}:Value"]) == code
    out, err = capsys.readouterr()
    assert out.startswith("check of the engine Value: ") and err == ""


def test_the_picture(tmp_path, capsys, few):
    """Of what comes out wrong, with the right numbers and the names of the program."""
    picture = report_of("add overwrites").picture()
    assert "a = 3, ∂b/∂a = +2" in picture.describe() and "What Value gets wrong, with the right numbers" in picture.svg
    with pytest.raises(ValueError, match="no computation of Value came out wrong, so there is nothing to draw"):
        report_of(AS_IT_IS).picture()
    path = tmp_path / "mine.py"
    path.write_text(TEXT.replace(ADD, ADD.replace("+=", "=")), encoding="utf-8")
    assert main(["check", f"{path}:Value", "-o", str(tmp_path / "wrong.svg")]) == 1
    assert (tmp_path / "wrong.svg").read_text(encoding="utf-8") == picture.svg
    assert capsys.readouterr().out.endswith("wrong.svg\n")


@pytest.mark.parametrize(
    "words, sentence",
    [
        (["0.3"], "Value is a class, so it is checked as an engine, which takes no numbers"),
        (["-o", "x.svg"], "no computation of Value came out wrong, so there is nothing to draw"),
    ],
)
def test_misused(words, sentence, tmp_path, capsys, few):
    path = tmp_path / "mine.py"
    path.write_text(TEXT, encoding="utf-8")
    assert main(["check", f"{path}:Value", *words]) == 2
    assert capsys.readouterr().err == f"tinygrad-edu check: {sentence}\n"


def test_a_class_that_is_no_engine(tmp_path, capsys):
    path = tmp_path / "mine.py"
    path.write_text("class Value:\n    def __init__(self, data):\n        self.data = 1 / 0\n", encoding="utf-8")
    assert main(["check", f"{path}:Value"]) == 2
    assert "a leaf is made of a number" in capsys.readouterr().err


@pytest.mark.parametrize("width", [60, 61])
def test_rows_of_a_finding_are_as_wide_as_they_may_be(width):
    text = "a " * 100
    for finding in (Finding("WRONG", text), Finding("WRONG", "a", (text,))):
        assert width - 1 <= max(map(len, finding.rows(width))) <= width
