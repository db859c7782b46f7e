"""Rolled programs for the tests of targets that read them: a layer, a triangle, and random nests of every shape.

The definition is ``Rolled.run``. Random ones have loops in any order, strides forwards, backwards and 0, ragged loops,
tables, reductions of several segments, and results that others read in the same place or elsewhere.
"""

import math
import random

from tinygrad_edu.jit.rolled import Access, Affine, Array, Nest, Rolled, Segment, step_of

SIZES = (1, 2, 3, 4, 5, 7, 8, 9, 10, 16, 17, 33)
LENGTHS = (1, 1, 2, 3, 5, 8, 9, 17, 40)


def at(array, base, *strides):
    return Access(array, Affine(base, strides))


def layer(n, k):
    """A layer of n units with k inputs and tanh, forwards and backwards: h, the parameters' gradient, the inputs'."""
    arrays = [
        Array("p", n * (k + 1), "input"), Array("x", k, "input"), Array("d", n, "input"),
        Array("h", n, "output"), Array("g", n * (k + 1), "output"), Array("dx", k, "output"),
        Array("net", n, "work"), Array("slope", n, "work"), Array("delta", n, "work"),
    ]  # fmt: skip
    units, one = (Affine(n),), Affine(1)
    nests = [
        Nest("dot", units, at(6, 0, 1), segments=(
            Segment(Affine(k), at(0, 0, k + 1, 1), at(1, 0, 0, 1)), Segment(one, at(0, k, k + 1, 0), 1.0))),
        Nest("tanh", units, at(3, 0, 1), (at(6, 0, 1),)),
        Nest("tanh_slope", units, at(7, 0, 1), (at(6, 0, 1),)),
        Nest("dot", units, at(8, 0, 1), segments=(Segment(one, at(2, 0, 1, 0), at(7, 0, 1, 0)),)),
        Nest("dot", (Affine(n), Affine(k)), at(4, 0, k + 1, 1), segments=(
            Segment(one, at(8, 0, 1, 0, 0), at(1, 0, 0, 1, 0)),)),
        Nest("dot", units, at(4, k, k + 1), segments=(Segment(one, at(8, 0, 1, 0), 1.0),)),
        Nest("dot", (Affine(k),), at(5, 0, 1), segments=(Segment(Affine(n), at(0, 0, 1, k + 1), at(8, 0, 0, 1)),)),
    ]  # fmt: skip
    return Rolled(arrays, nests)


def product(n, m, k, kind):
    """A matrix product with its inner steps side by side in both operands, in one, or in none."""
    left, right = {"both": ((k, 0, 1), (0, k, 1)), "one": ((k, 0, 1), (0, 1, m)), "none": ((1, 0, n), (0, 1, m))}[kind]
    arrays = [Array("a", n * k, "input"), Array("b", m * k, "input"), Array("c", n * m, "output")]
    steps = Segment(Affine(k), at(0, 0, *left), at(1, 0, *right))
    return Rolled(arrays, [Nest("dot", (Affine(n), Affine(m)), at(2, 0, m, 1), segments=(steps,))])


def triangle(n, k):
    """Causal scores: for position p and every u <= p a dot of q_p and k_u, the largest of each row, and its mean."""
    arrays = [
        Array("q", n * k, "input"), Array("k", n * k, "input"),
        Array("top", n, "output"), Array("mean", n * k, "output"),
        Array("score", n * n, "work"), Array("e", n * n, "work"),
    ]  # fmt: skip
    rows, upto = Affine(n), Affine(1, (1,))
    nests = [
        Nest("dot", (rows, upto), at(4, 0, n, 1), segments=(Segment(Affine(k), at(0, 0, k, 0, 1), at(1, 0, 0, k, 1)),)),
        Nest("max", (rows,), at(2, 0, 1), segments=(Segment(upto, at(4, 0, n, 1), 1.0),)),
        Nest("sub", (rows, upto), at(5, 0, n, 1), (at(4, 0, n, 1), at(2, 0, 1, 0))),
        Nest("dot", (rows, Affine(k)), at(3, 0, k, 1), segments=(
            Segment(Affine(1, (1, 0)), at(5, 0, n, 0, 1), at(1, 0, 0, 1, k)),)),
    ]  # fmt: skip
    return Rolled(arrays, nests)


def numbers(rng, rolled, rows=1):
    return [[rng.gauss(0.0, 1.0) for _ in range(a.size * rows)] for a in rolled.arrays if a.kind == "input"]


def difference(want, got):
    """The first number that is not as wanted (group, place, wanted, got), or None. 1e-11 of the group's largest."""
    for group, (theirs, ours) in enumerate(zip(want, got, strict=True)):
        scale = max([1.0, *[abs(x) for x in theirs if math.isfinite(x)]])
        for k, (x, y) in enumerate(zip(theirs, ours, strict=True)):
            same = x != x and y != y
            if not (same or x == y or abs(x - y) <= 1e-11 * scale):
                return group, k, x, y
    return None


def check_form(rolled):
    """Go through all rounds of all nests; an AssertionError says where a promise of a rolled program is broken.

    Every address lies within its array. Nothing is written twice or into an input. What is read was written before.
    All outputs are written. Tables stand in copies only. ``work`` and ``affine`` are what the nests come to.
    """
    arrays = rolled.arrays
    ready = [set(range(a.size)) if a.kind in ("input", "const") else set() for a in arrays]
    work = affine = 0
    gathered = set()

    def entries(first, nest):
        return range(first, first + nest.pitch * nest.count, nest.pitch)

    def read(operand, counters, k, name, nest=None):
        if isinstance(operand, Access):
            first = operand.at(counters, k)
            for place in entries(first, nest) if nest is not None and nest.op == "take" else [first]:
                assert place in ready[operand.array], (
                    f"{name}: reads {place} of array {operand.array} before it is written"
                )

    for nest in rolled.nests:
        name = f"{nest.op} {nest.label}".strip()
        if nest.has_tables():
            assert nest.op == "copy", f"{name}: a table in a nest that computes"
            gathered.add(nest.result.array)
        rounds = 0
        written = set()
        for k, counters in enumerate(nest.rounds()):
            rounds += 1
            for operand in nest.operands:
                read(operand, counters, k, name, nest if operand is nest.operands[0] else None)
            for segment in nest.segments:
                length = segment.length.at(counters)
                assert length >= 0, f"{name}: a sum of {length} terms"
                rounds += length - (segment is nest.segments[0])
                for step in range(length):
                    for operand in (segment.a, segment.b):
                        read(step_of(operand, step, len(nest.trips)), counters, k, name)
            array, first = arrays[nest.result.array], nest.result.at(counters, k)
            for place in entries(first, nest) if nest.op == "scatter" else [first]:
                assert 0 <= place < array.size, f"{name}: writes {place} of {array.name}, which has {array.size} places"
                twice = place in written or place in ready[nest.result.array]
                assert not twice, f"{name}: writes {place} again"
                written.add(place)
        ready[nest.result.array] |= written
        if nest.op != "copy":
            work += rounds * (2 if nest.op == "dot" else 1)
            if not any(x.array in gathered for x in nest.reads()):
                affine += rounds * (2 if nest.op == "dot" else 1)
    for array, places in zip(arrays, ready, strict=True):
        assert array.kind != "output" or len(places) == array.size, f"{array.name}: not all of it is written"
    found = rolled.work, rolled.affine
    assert (work, affine) == found, f"work is {work, affine}, not {found}"


class _Random:
    """A random rolled program in the making: arrays, which of them may be read, nests."""

    def __init__(self, rng):
        self.rng = rng
        self.arrays = [Array("x", 700, "input"), Array("y", 150, "input")]
        self.arrays.append(Array("c", 40, "const", tuple(rng.gauss(0.0, 1.0) for _ in range(40))))
        self.ready = [0, 1, 2]
        self.shapes = {}  # arrays without gaps: their dimensions and layout
        self.truths = []
        self.nests = []

    def nest(self):
        rng = self.rng
        dims, layout = self.shape()
        trips = [Affine(n) for n in dims]
        ragged = len(dims) > 1 and rng.random() < 0.2 and self.make_ragged(dims, trips)
        pitch, size = layout
        gaps = ragged or size != math.prod(dims)
        kind = "work" if gaps else rng.choice(("work", "work", "output"))
        self.arrays.append(Array(f"a{len(self.arrays)}", size, kind))
        me = len(self.arrays) - 1
        if gaps:  # what is never written is filled beforehand, so that it may be read
            self.nests.append(Nest("copy", (Affine(size),), at(me, 0, 1), (rng.gauss(0.0, 1.0),)))
        rounds = list(Nest("copy", tuple(trips), at(0, 0)).rounds())
        result = at(me, 0, *pitch)
        if rng.random() < 0.05:
            result = Access(me, Affine(0), tuple(result.address.at(c) for c in rounds))

        def operand(steps=None):
            return self.operand(dims, layout, rounds, steps)

        condition = [t for t in self.truths if self.shapes[t] == (dims, layout)]
        kind = rng.random()
        if kind < 0.45:
            op = rng.choice(("dot", "dot", "dot", "max"))
            segments = tuple(self.segment(op, k, dims, operand) for k in range(rng.choice((1, 1, 2, 3))))
            self.nests.append(Nest(op, tuple(trips), result, segments=segments))
        elif kind < 0.6 and condition and not ragged:
            xs = (at(rng.choice(condition), 0, *pitch), operand(), operand())
            self.nests.append(Nest("where", tuple(trips), result, xs))
        else:
            op = rng.choice(("add", "sub", "mul", "neg", "tanh", "sigmoid", "copy", "tanh_slope", "lt", "ge", "abs"))
            count = 2 if op in ("add", "sub", "mul", "lt", "ge") else 1
            self.nests.append(Nest(op, tuple(trips), result, tuple(operand() for _ in range(count))))
            if op in ("lt", "ge"):
                self.arrays[me] = Array(self.arrays[me].name, size, "work")
                if not gaps:
                    self.truths.append(me)
                    self.shapes[me] = (dims, layout)
                return
        if not ragged:
            self.shapes[me] = (dims, layout)
        self.ready.append(me)

    def shape(self):
        """Dimensions, and for each its stride in an array of some size."""
        rng = self.rng
        if self.shapes and rng.random() < 0.6:
            return self.shapes[rng.choice(list(self.shapes))]
        while True:
            dims = [rng.choice(SIZES) for _ in range(rng.choice((0, 1, 1, 2, 2, 2, 3)))]
            if math.prod(dims) <= 600:
                break
        order = list(range(len(dims)))
        if rng.random() < 0.3:
            rng.shuffle(order)
        pad, pitch, size = rng.choice((0, 0, 0, 1, 3)), [0] * len(dims), 1
        for d in reversed(order):
            pitch[d] = size
            size *= dims[d] + (pad if d == order[-1] else 0)
        return dims, (tuple(pitch), size)

    def make_ragged(self, dims, trips):
        d = self.rng.randrange(1, len(dims))
        outer = self.rng.randrange(d)
        slope = min((dims[d] - 1) // max(dims[outer] - 1, 1), 2)
        if slope < 1:
            return False
        base, sign = self.rng.choice(((1, 1), (dims[d], -1)))
        trips[d] = Affine(base, (*[0] * outer, sign * slope))
        return True

    def segment(self, op, k, dims, operand):
        rng = self.rng
        n = rng.choice(LENGTHS)
        length = Affine(n)
        if dims and rng.random() < 0.15:
            d = rng.randrange(len(dims))
            length = Affine(1 if k == 0 else rng.choice((0, 1)), (*[0] * d, 1))
            n = length.base + dims[d] - 1
        return Segment(length, operand(max(n, 1)), operand(max(n, 1)) if op == "dot" else 1.0)

    def operand(self, dims, layout, rounds, steps):
        rng, depth = self.rng, len(dims)
        if rng.random() < 0.1:
            return rng.choice((1.0, 0.0, rng.gauss(0.0, 1.0)))
        same = [a for a in self.shapes if self.shapes[a] == (dims, layout) and a not in self.truths]
        if same and rng.random() < 0.5:
            return at(rng.choice(same), 0, *layout[0], *[0] * (steps is not None))
        array = rng.choice(self.ready)
        size, lengths = self.arrays[array].size, [*dims, *([] if steps is None else [steps])]
        for _ in range(50):
            strides = [rng.choice((0, 1, 1, rng.choice(SIZES), dims[-1] if dims else 1)) for _ in lengths]
            reach = sum(s * max(n - 1, 0) for s, n in zip(strides, lengths, strict=True))
            if reach < size:
                break
        else:
            strides, reach = [0] * len(lengths), 0
        base = rng.randrange(size - reach)
        if rng.random() < 0.06 and rounds:
            last = strides[-1] if steps is not None else 0
            table = tuple(rng.randrange(size - last * max((steps or 1) - 1, 0)) for _ in rounds)
            return Access(array, Affine(0, (*[0] * depth, *([] if steps is None else [last]))), table)
        if depth and rng.random() < 0.1:  # backwards along one loop
            d = rng.randrange(depth)
            base += strides[d] * (dims[d] - 1)
            strides[d] = -strides[d]
        return at(array, base, *strides)


def random_rolled(seed):
    """A random rolled program, and the generator for its numbers."""
    rng = random.Random(seed)
    making = _Random(rng)
    for _ in range(rng.randint(1, 8)):
        making.nest()
    if not any(a.kind == "output" for a in making.arrays):
        making.arrays.append(Array("out", 1, "output"))
        making.nests.append(Nest("copy", (), at(len(making.arrays) - 1, 0), (at(making.ready[-1], 0),)))
    return Rolled(making.arrays, making.nests), rng
