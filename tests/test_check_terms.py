"""Results that are sums: which terms are found, and what each counts."""

import math

import pytest

import tinygrad_edu as te
from tinygrad_edu import Value
from tinygrad_edu.check.terms import terms
from tinygrad_edu.graph import ancestors

x, y = Value(3.0, "x"), Value(5.0, "y")
product, root = x * y, te.sqrt(x)


def found(output):
    """Terms by the name of their input or of their operation, in the order in which they are met."""
    return [(node.label or (node.op.name if node.op else node.data), w) for node, w in terms(ancestors(output))]


@pytest.mark.parametrize(
    ("output", "sum_of"),
    [
        (x, [("x", 1.0)]),
        (te.constant(2.0), [(2.0, 1.0)]),
        (x * y, [("mul", 1.0)]),
        (x + y, [("y", 1.0), ("x", 1.0)]),
        (x - y, [("y", -1.0), ("x", 1.0)]),
        (-x, [("x", -1.0)]),
        (2.0 * x, [("x", 2.0)]),
        (x * 2.0, [("x", 2.0)]),
        (x / 4.0, [("x", 0.25)]),
        (x / te.constant(-0.5), [("x", -2.0)]),
        (4.0 / x, [("div", 1.0)]),
        (x / 0.0, [("div", 1.0)]),
        (x / math.inf, [("div", 1.0)]),
        (x * math.inf, [("mul", 1.0)]),
        (x * math.nan, [("mul", 1.0)]),
        (x * Value(2.0), [("mul", 1.0)]),
        (0.0 * x, []),
        (te.sum([x, y, x, 2.0]), [(2.0, 1.0), ("y", 1.0), ("x", 2.0)]),
        (te.identity(root), [("sqrt", 1.0)]),
        (3.0 * (root - 2.0 * (x + root)), [("sqrt", -3.0), ("x", -6.0)]),
        (root - root, [("sqrt", 0.0)]),
        ((x + y) - (x + y), [("y", 0.0), ("x", 0.0)]),
        ((product - 0.5 * x) / 2.0, [("mul", 0.5), ("x", -0.25)]),
        (te.relu(x + y) + x * (x + y), [("mul", 1.0), ("relu", 1.0)]),
        (x + te.square(x + y), [("square", 1.0), ("x", 1.0)]),
        (te.constant(3.0) * 2.0, [(3.0, 2.0)]),
    ],
)
def test_terms(output, sum_of):
    assert found(output) == sum_of
    assert sum(node.data * w for node, w in terms(ancestors(output))) == pytest.approx(output.data, nan_ok=True)
