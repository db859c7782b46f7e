"""Which choices are seen, of every operation of the table and of rules of one's own; which graphs are alike."""

import math
from itertools import combinations, product

import pytest

import tinygrad_edu as te
from tests.golden import held_sections as held
from tinygrad_edu import Value
from tinygrad_edu.check.signature import Watch, flipped
from tinygrad_edu.functions import BUILT_IN
from tinygrad_edu.graph import ancestors
from tinygrad_edu.micrograd.engine import Value as Micro
from tinygrad_edu.ops import OPS

XS = (-7.0, -2.5, -1.0, -0.5, -0.0, 0.0, 0.25, 0.5, 1.0, 6.0, 8.5, math.inf, math.nan)
PAIRS = [*product((-2.0, -1.0, -0.0, 0.0, 1.0, 2.0), repeat=2), (math.nan, 1.0), (-1.0, math.inf)]
TRIPLES = [(0.0, 1.0, 2.0), (-0.0, 1.0, 2.0), (3.0, 1.0, 2.0), (math.nan, 1.0, 1.0)]


def grouped(points, sides):
    """For each of the sides the points that have them."""
    found = {}
    for point, some in zip(points, sides, strict=True):
        found.setdefault(str(some), []).append(" ".join(map(repr, point)))
    return "\n".join(
        f"{some}: {', '.join(those) if found.keys() > {some} else 'always'}" for some, those in found.items()
    )


def test_the_sides_of_every_operation():
    """The same is said by one who was asked before, and by one who was not."""
    watch, sections = Watch(), []
    for op in (op for name, op in OPS.items() if name in BUILT_IN):
        points = [[(x,) for x in XS], PAIRS, TRIPLES][op.arity - 1] if op.arity else [(1.0,), (1.0, 1.0), (1.0, 3.0)]
        sides = [watch.sides(op, list(point)) for point in points]
        assert str(sides) == str([Watch().sides(op, list(point)) for point in points])
        sections.append((op.name, grouped(points, sides)))
    held("check/sides.txt", sections)


RULES = {
    "a sum": lambda m, a, b: 2.0 + a + 1.0 if a + 1.0 > 0.0 and 1.0 + a < 2.0 else b,
    "a difference": lambda m, a, b: a - b if a - 1.0 >= 0.0 or 1.0 - a <= 2.0 else b,
    "a product": lambda m, a, b: a if 2.0 * a == a * 2.0 else b,
    "a quotient": lambda m, a, b: a if a / 4.0 != 4.0 / b else b,
    "a sign": lambda m, a, b: -a if -a > b else b,
    "itself": lambda m, a, b: a if a else b,
    "of what is computed": lambda m, a, b: a if m.exp(a) * m.abs(b) > 1.0 else m.floor(b),
    "by Python": lambda m, a, b: max(a, b) + min(a, 1.0) + min(2.0, b),
    "in a set": lambda m, a, b: a if a in {1.0, 2.0} else b,
}


def test_comparisons_of_ones_own(own):
    """Whatever is compared with a number, or with what is made of it."""
    sections = []
    for name, chosen in RULES.items():
        chosen.__name__ = "chosen"
        op = te.primitive(lambda m, y, a, b: 1.0, lambda m, y, a, b: 1.0)(chosen).primitive
        pairs = [(a, b) for a in (-3.0, -1.0, 0.0, 0.5, 1.0, 2.0) for b in (-1.0, 2.0, 8.0)]
        sections.append((name, grouped(pairs, [Watch().sides(op, list(pair)) for pair in pairs])))
        del OPS["chosen"]
    held("check/compared.txt", sections)


x, y, other = Value(2.0, "x"), Value(-3.0, "y"), Value(5.0)
GRAPHS = {
    "x·y": x * y,
    "y·x": y * x,
    "x·x": x * x,
    "x·3": x * 3.0,
    "x·4": x * 4.0,
    "x·other": x * other,
    "x·copy": x * Value(x.data),
    "x": x,
    "a constant": te.constant(3.0),
    "relu of x·y": te.relu(x * y),
    "relu of −x·y": te.relu(-(x * y)),
    "relu of y·x": te.relu(y * x),
    "two": te.relu(x) + abs(y),
    "two others": te.relu(y) + abs(x),
    "a setting": te.leaky_relu(x, 0.25),
    "another setting": te.leaky_relu(x, 0.5),
    "a name": te.gelu(x),
    "another name": te.gelu(x, approximate="tanh"),
    "by hand": Micro(7.0, (x,), "by hand"),
    "many": te.sum([x, y, x, 2.0]),
}


def test_the_signature_of_a_graph():
    said = []
    for name, output in GRAPHS.items():
        signature, constants = Watch().signature(ancestors(output), [x, y])
        said.append(f"{name}: {signature} with {constants}")
    held("check/signatures.txt", [("signatures", "\n".join(said))])


def test_which_graphs_differ_by_their_choices_alone():
    def many(x, y):
        return te.relu(x) + abs(y) * te.relu(x * y) if x.data < 5.0 else te.relu(x) + y

    points = [(1.0, 2.0), (3.0, 1.0), (-1.0, 2.0), (1.0, -2.0), (-1.0, -2.0), (0.0, 2.0), (6.0, 2.0), (7.0, -2.0)]
    graphs = GRAPHS | {f"at {a}, {b}": many(Value(a), Value(b)) for a, b in points}
    signatures = {name: Watch().signature(ancestors(output), [x, y])[0] for name, output in graphs.items()}
    said = []
    for (a, one), (b, two) in combinations(signatures.items(), 2):
        found = flipped(one, two)
        assert (found == set()) == (one == two) and found == flipped(two, one)
        if found is not None:
            said.append(f"{a} and {b}: {sorted(found)}")
    held("check/flipped.txt", [("flipped", "\n".join(said))])


def test_what_makes_no_choice_is_not_asked_again(own):
    asked = []

    @te.primitive(lambda m, y, x: 3.0)
    def plain(m, x):
        asked.append(x)
        return 3.0 * x

    watch = Watch()
    watch.sides(plain.primitive, [1.0])
    asked.clear()
    assert watch.sides(plain.primitive, [2.0]) == () and asked == []
    assert Watch().sides(plain.primitive, [2.0]) == () and len(asked) == 1


@pytest.mark.parametrize("name", ["maximum", "minimum"])
def test_a_tie_is_a_side_of_its_own(name):
    sides = [Watch().sides(OPS[name], [2.0, other]) for other in (1.0, 2.0, 3.0)]
    assert len(set(sides)) == 3
