"""Sums, whichever way they were written, are one operation each, whatever their length, and have the right numbers."""

import random
from itertools import pairwise

import pytest

import tinygrad_edu as te
from tinygrad_edu import Value
from tinygrad_edu.graph import ancestors
from tinygrad_edu.jit.lower import lower
from tinygrad_edu.jit.sums import Sums


def to_the_right(xs, ys):
    total = 0.0
    for x, y in zip(xs, ys, strict=True):
        total = te.sin(x) * y + total
    return total


def rows_to_the_right(xs, ys):
    total = 0.0
    for x, y in zip(xs, ys, strict=True):
        total = (te.sin(x) * y + te.cos(x)) + total
    return total


def rows(xs, ys):
    total = 0.0
    for x, y in zip(xs, ys, strict=True):
        total = total + (te.sin(x) * y + te.cos(x))
    return total


def recursive(xs, ys):
    return te.sin(xs[0]) * ys[0] + recursive(xs[1:], ys[1:]) if xs else 0.0


def taken_away(xs, ys):
    total = 0.0
    for x, y in zip(xs, ys, strict=True):
        total -= te.sin(x) * y
    return total


def two_taken_away(xs, ys):
    total = 1.5
    for x, y in zip(xs, ys, strict=True):
        total = total - te.sin(x) * y - te.cos(y)
    return total


def to_and_fro(xs, ys):
    total = 0.0
    for x, y in zip(xs, ys, strict=True):
        total = total + x * x - x * y
    return total


def fro_and_to(xs, ys):
    total = xs[0] * ys[0]
    for x, y in zip(xs, ys, strict=True):
        total = total - te.exp(x) + y
    return total


def with_a_bias(xs, ys):
    return xs[0] + sum(x * y for x, y in zip(xs[1:], ys[1:], strict=True))


def long_rows(xs, ys):
    total = 0.0
    for x, y in zip(xs, ys, strict=True):
        total += sum([x, y, x * y, te.sin(x)]) + te.cos(y)
    return total


def biased_rows(xs, ys):
    total = 0.0
    for x, y in zip(xs, ys, strict=True):
        total = total + (te.cos(y) + sum([x, y, x * y, te.sin(x)]))
    return total


WRITTEN = [
    to_the_right, rows_to_the_right, rows, recursive, taken_away, two_taken_away, to_and_fro, fro_and_to, with_a_bias,
    long_rows, biased_rows,
]  # fmt: skip


def numbers(n, seed=0):
    rng = random.Random(seed)
    return [[rng.uniform(-1.0, 1.0) for _ in range(n)] for _ in range(2)]


@pytest.mark.parametrize("target", ["python", "numpy", "llvm"])
@pytest.mark.parametrize("f", WRITTEN)
def test_the_numbers_are_right(f, target):
    pytest.importorskip({"python": "math", "numpy": "numpy", "llvm": "llvmlite"}[target])
    for n in (1, 2, 3, 7):
        args = numbers(n, n)
        value, gradient = te.value_and_grad(f, (0, 1))(*args)
        got, slopes = te.jit(f, target=target).value_and_grad(*args, argnums=(0, 1))
        assert got == pytest.approx(value, rel=1e-12)
        for row, right in zip(slopes, gradient, strict=True):
            assert row == pytest.approx(right, rel=1e-12, abs=1e-13)


@pytest.mark.parametrize("f", WRITTEN)
def test_more_terms_are_no_more_loops(f):
    pytest.importorskip("numpy")
    from tinygrad_edu.jit.rolling.reroll import reroll

    def loops(n):
        return len(reroll(te.jit(te.value_and_grad(f, (0, 1)), target="python").program(*numbers(n))).nests)

    assert loops(40) == loops(20) <= 11


def test_the_program():
    a, b, c, d = xs = [Value(0.0, name) for name in "abcd"]
    for y, lines in (
        (a - b - c, ["t5 = b + c", "t6 = a - t5"]),
        (a * b - c - d, ["t5 = c + d", "t6 = a * b", "t7 = t6 - t5"]),
        (0.0 - b - c * d, ["t5 = b + c*d", "t6 = -t5"]),
        (a + b * c - d, ["t5 = a + b*c", "t6 = t5 - d"]),
        (a - b + c - d, ["t5 = a - b", "t6 = c - d", "t7 = t5 + t6"]),
        (a - b * c - d * a + b * d, ["t5 = b*c + d*a", "t6 = a - t5", "t7 = t6 + b*d"]),
        (a - (b - c - d), ["t5 = c + d", "t6 = b - t5", "t7 = a - t6"]),
        (a + (b + c + d), ["t5 = b + c + d + a"]),
        ((a + b) + (c + d), ["t5 = c + d", "t6 = a + b + t5"]),
        (a + 0.0 + b, ["t5 = a + b"]),
    ):
        assert str(lower([("x", xs)], [("y", [y])])).splitlines()[:-1] == lines


def test_no_gradient_goes_to_what_needs_none():
    """Data among what is taken away, and among what is added."""
    a, b, c = Value(1.0, "a"), Value(2.0, "b", False), Value(3.0, "c", False)
    for y in (a - b - c, b - a - c, a - b + c, c + a - b - c):
        y.backward()
        program = lower([("x", [a, b, c])], [("y", [y])], gradient_of=y, wrt=[("slope", [a])])
        assert program.run([1.0, 2.0, 3.0]) == [[y.data], [a.grad]]
        a.grad = 0.0


def test_large_numbers_cancel_before_they_are_added_up():
    """A sum of differences, written without brackets, is as exact as the engine's."""
    rng = random.Random(1)
    xs = [1e6 + k + rng.random() for k in range(3000)]

    def telescope(xs):
        total = 0.0
        for before, after in pairwise(xs):
            total = total + after - before
        return total

    for target in ("python", "numpy"):
        pytest.importorskip("numpy")
        assert te.jit(telescope, target=target)(xs) == pytest.approx(telescope(xs), rel=1e-12)


def test_what_has_a_name_or_another_use_is_a_node_of_its_own():
    a, b, c = Value(1.0), Value(2.0), Value(3.0)
    named = (a + b).named("named")
    used = a - b
    for part, whole in ((named, named + c), (named, c + named), (used, used - c - (used * c))):
        sums = Sums()
        sums.look(ancestors(whole), [whole], ())
        assert part not in sums.inside
    inner = a + b
    whole = inner + c
    for roots, known in (([whole, inner], ()), ([whole], [inner])):
        sums = Sums()
        sums.look(ancestors(whole), roots, known)
        assert inner not in sums.inside


def test_of_two_chains_the_left_one_goes_on_but_for_what_began_on_the_right():
    a, b, c = Value(1.0, "a"), Value(2.0, "b"), Value(3.0, "c")
    short, long, begun, biased = a + b, a + b + c, a + (b + 0.0), a + (0.0 + b + c)
    cases = ((short, long, short), (long, short, long), (short, begun, begun), (short, biased, short))
    for left, right, inside in cases:
        whole = left + right
        sums = Sums()
        sums.look(ancestors(whole), [whole], ())
        assert {left, right} & sums.inside == {inside}
