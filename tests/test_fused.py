"""The quick methods that the table writes give what ``record`` gives, to the last bit, at every edge."""

import itertools
import math

import pytest

from tinygrad_edu import Value, constant, fused
from tinygrad_edu.ops import OPS
from tinygrad_edu.value import record

EDGES = [0.0, -0.0, 1.0, -1.0, 0.3, -2.5, 19.0, 710.0, -746.0, 1e-300, 5e-324, 1e308, math.inf, -math.inf, math.nan]
UNARY = [op for op in OPS.values() if op.arity == 1 and not op.params]
BINARY = {"add": "__add__", "sub": "__sub__", "mul": "__mul__", "div": "__truediv__", "pow": "__pow__"}


def same(node, other):
    assert repr((node.data, node.partials)) == repr((other.data, other.partials))
    assert (node.op, node.requires_grad, node.grad, node.label) == (other.op, other.requires_grad, 0.0, "")


@pytest.mark.parametrize("op", UNARY, ids=lambda op: op.name)
def test_one_input(op):
    for number, kind in itertools.product(EDGES, (Value, constant)):
        x = kind(number)
        node = getattr(x, op.name)()
        same(node, record(op, (x,)))
        assert node.inputs == (x,)


@pytest.mark.parametrize("name", BINARY)
def test_two_inputs(name):
    for a, b in itertools.product(EDGES, EDGES):
        for left, right in itertools.product((Value, constant), repeat=2):
            x, y = left(a), right(b)
            node = getattr(x, BINARY[name])(y)
            same(node, record(OPS[name], (x, y)))
            assert node.inputs == (x, y)
        same(getattr(Value(a), BINARY[name])(b), record(OPS[name], (Value(a), constant(b))))


def test_the_source_can_be_read():
    text = fused.source(OPS["mul"])
    assert "t0 = a * b\n" in text
    assert "            da = b\n" in text
    for op in [*UNARY, *map(OPS.get, BINARY)]:
        compile(fused.source(op), op.name, "exec")
    assert Value.exp.__name__ == "exp"
