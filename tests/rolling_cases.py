"""Programs for the re-roller, written as people write networks: with scalars, lists and loops."""

import random
from functools import reduce
from itertools import pairwise, product

from hypothesis import strategies as st

import tinygrad_edu as te
from tinygrad_edu import Value, nn
from tinygrad_edu.jit.lower import lower
from tinygrad_edu.jit.program import Builder


def values(rng, count, name=""):
    return [Value(rng.uniform(-1, 1), f"{name}{k}" if name else "") for k in range(1, count + 1)]


def flat(rows):
    return [x for row in rows for x in row]


def gradients(inputs, outputs, loss, params):
    return lower(inputs, outputs, gradient_of=loss, wrt=[("grad", params)])


def moons(points=100, hidden=16):
    """micrograd's demo as one graph: hinge loss and L2, written with plain + and *."""
    rng = random.Random(1)
    sizes = [2, hidden, hidden, 1]
    layers = [[(values(rng, n), Value(0.1), k < 2) for _ in range(m)] for k, (n, m) in enumerate(pairwise(sizes))]

    def model(xs):
        for layer in layers:
            acts = [sum((w * x for w, x in zip(ws, xs, strict=True)), b) for ws, b, _ in layer]
            xs = [act.relu() if hidden else act for act, (_, _, hidden) in zip(acts, layer, strict=True)]
        return xs[0]

    params = [p for layer in layers for ws, b, _ in layer for p in [*ws, b]]
    rows, labels = [values(rng, 2) for _ in range(points)], values(rng, points)
    losses = [(1 + -y * model(x)).relu() for x, y in zip(rows, labels, strict=True)]
    loss = sum(losses) * (1.0 / points) + 1e-4 * sum(p * p for p in params)
    return gradients([("params", params), ("x", flat(rows)), ("y", labels)], [("loss", [loss])], loss, params)


def mlp(n=4, batch=1, out=1, shuffled=False, data=False):
    """An n-n-n-out network of tanh and the sum of its squared outputs; parameters shuffled, inputs as constants."""
    net = nn.MLP(n, [n, n, out], activation="tanh", seed=0)
    params = list(net.parameters())
    if shuffled:
        random.Random(5).shuffle(params)
    rng = random.Random(2)
    rows = [values(rng, n, f"x{r}_") for r in range(1, batch + 1)]
    outs = flat([net([x.data for x in row] if data else row) for row in rows])
    loss = te.functions.sum([(o - 0.5) * (o - 0.5) for o in outs])
    inputs = [("params", params)] + ([] if data else [("x", flat(rows))])
    return gradients(inputs, [("y", outs)], loss, params)


def digits(batch=32):
    """64-32-10 and cross-entropy."""
    rng = random.Random(3)
    net = nn.MLP(64, [32, 10], activation="relu", seed=0)
    params = list(net.parameters())
    rows = [values(rng, 64) for _ in range(batch)]
    classes = [[Value(float(k == rng.randrange(10))) for k in range(10)] for _ in range(batch)]
    losses = []
    for x, t in zip(rows, classes, strict=True):
        z = net(x)
        losses.append(te.functions.logsumexp(z) - te.functions.dot(t, z))
    loss = te.functions.sum(losses) / batch
    return gradients([("params", params), ("x", flat(rows)), ("t", flat(classes))], [("loss", [loss])], loss, params)


def rnn(steps=20, nin=4, n=16):
    """Elman's network over time."""
    rng = random.Random(4)
    wx, wh, v = ([values(rng, k) for _ in range(m)] for k, m in ((nin, n), (n, n), (n, 2)))
    b, c = values(rng, n), values(rng, 2)
    xs, ys = [values(rng, nin) for _ in range(steps)], [values(rng, 2) for _ in range(steps)]
    h, losses = [Value(0.0) for _ in range(n)], []

    def net(ws, xs):
        return sum(w * x for w, x in zip(ws, xs, strict=True))

    for x, y in zip(xs, ys, strict=True):
        h = [(net(wx[j], x) + b[j] + net(wh[j], h)).tanh() for j in range(n)]
        losses += [(net(v[k], h) + c[k] - y[k]) ** 2 for k in range(2)]
    loss = sum(losses)
    params = [*flat(wx), *flat(wh), *b, *flat(v), *c]
    return gradients([("params", params), ("x", flat(xs)), ("y", flat(ys))], [("loss", [loss])], loss, params)


def attention(positions=16, width=8, heads=1, softmax=True):
    """Causal self-attention: each position looks at itself and those before it."""
    rng = random.Random(5)
    xs, *matrices = [[values(rng, width) for _ in range(m)] for m in (positions, width, width, width, width)]
    wq, wk, wv, wo = matrices
    out, ys = values(rng, width), values(rng, positions)
    size = width // heads

    def linear(ws, x):
        return [sum(w * a for w, a in zip(row, x, strict=True)) for row in ws]

    keys, vs, losses = [], [], []
    for x, y in zip(xs, ys, strict=True):
        q = linear(wq, x)
        keys.append(linear(wk, x))
        vs.append(linear(wv, x))
        mixed = []
        for part in (slice(h * size, (h + 1) * size) for h in range(heads)):
            scores = [sum(a * b for a, b in zip(q[part], key[part], strict=True)) * size**-0.5 for key in keys]
            exps = [s.exp() for s in scores]
            weights = te.functions.softmax(scores) if softmax else [e / sum(exps) for e in exps]
            mixed += [sum(w * v[d] for w, v in zip(weights, vs, strict=True)) for d in range(width)[part]]
        z = [a + b for a, b in zip(linear(wo, mixed), x, strict=True)]
        losses.append((sum(a * b for a, b in zip(out, z, strict=True)) - y) ** 2)
    loss = sum(losses) * (1.0 / positions)
    params = [*[w for matrix in matrices for w in flat(matrix)], *out]
    return gradients([("params", params), ("x", flat(xs)), ("y", ys)], [("loss", [loss])], loss, params)


def pooled(size=9, filters=2):
    """An image, filtered, and of each square of four the greatest; each pixel at an edge is used in ways of its own."""
    rng = random.Random(6)
    image, kernels = [values(rng, size) for _ in range(size)], [values(rng, 4) for _ in range(filters)]
    corners, found = [(0, 0), (0, 1), (1, 0), (1, 1)], []
    for kernel in kernels:
        seen = [
            [sum(w * image[r + i][c + j] for w, (i, j) in zip(kernel, corners, strict=True)) for c in range(size - 1)]
            for r in range(size - 1)
        ]
        for r, c in product(range(0, size - 1, 2), repeat=2):
            found.append(reduce(te.maximum, [seen[r + i][c + j] for i, j in corners]))
    weights = values(rng, len(found))
    loss = te.tanh(te.dot(weights, found))
    params = [*flat(kernels), *weights]
    return gradients([("params", params), ("image", flat(image))], [("loss", [loss])], loss, params)


def filtered(channels, kernels, edge=0):
    """Filters over all channels, each a list of numbers; ``edge``: how far beyond the ends a window may reach."""
    reach, n = len(kernels[0][0]), len(channels[0])
    return [
        [
            te.sum(
                [
                    w * x[at + k]
                    for row, x in zip(kernel, channels, strict=True)
                    for k, w in enumerate(row)
                    if 0 <= at + k < n
                ]
            )
            for at in range(-edge, n + edge - reach + 1)
        ]
        for kernel in kernels
    ]


def convolutions(edge=0, pooled=False, length=26):
    """Two layers of filters, one upon the other, and between them, if asked for, the mean of every two numbers."""
    rng = random.Random(7)
    xs = [values(rng, length) for _ in range(2)]
    first, second = ([[values(rng, 3) for _ in range(n)] for _ in range(m)] for n, m in ((2, 3), (3, 4)))
    seen = [[te.tanh(z) for z in row] for row in filtered(xs, first, edge)]
    if pooled:
        seen = [[(a + b) / 2.0 for a, b in zip(row[::2], row[1::2], strict=True)] for row in seen]
    seen = [[te.tanh(z) for z in row] for row in filtered(seen, second, edge)]
    loss = te.sum([z * z for z in flat(seen)])
    params = flat([w for kernels in (first, second) for kernel in kernels for w in kernel])
    return gradients([("params", params), ("x", flat(xs))], [("loss", [loss])], loss, params)


def article():
    """The 2-2-2 net, its data frozen into the program."""
    net = nn.MLP(2, [2, 2], activation="sigmoid", output_activation="sigmoid", bias="shared", seed=0)
    outs = net([0.05, 0.10])
    loss = sum(0.5 * (t - o) ** 2 for t, o in zip([0.01, 0.99], outs, strict=True))
    params = list(net.parameters())
    return gradients([("params", params)], [("E", [loss])], loss, params)


def odds_and_ends():
    """Outputs that are inputs, constants, each other, and in wild order."""
    b = Builder()
    xs = [b.input() for _ in range(5)]
    ys = [b.node("exp", (x,)) for x in xs]
    seven = b.const(7.0)
    wild = [ys[k] for k in (3, 0, 4, 4, 1)]
    outputs = [("first", [xs[2], seven, ys[0], ys[0]]), ("second", wild), ("third", xs), ("none", []), ("y", ys)]
    return b.finish([("x", xs), ("unused", [b.input()])], outputs)


SMALL = {
    "article": article,
    "moons": lambda: moons(6, 3),
    "mlp": mlp,
    "mlp of rows": lambda: mlp(4, 5, 3),
    "mlp of one neuron": lambda: mlp(1),
    "data in the program": lambda: mlp(3, 4, 2, data=True),
    "shuffled parameters": lambda: mlp(4, 3, 2, shuffled=True),
    "rnn": lambda: rnn(3, 2, 3),
    "attention": lambda: attention(5, 4, softmax=False),
    "heads": lambda: attention(4, 4, 2),
    "odds and ends": odds_and_ends,
}


def numbers(program, seed=0):
    """Numbers for the inputs of a program."""
    rng = random.Random(seed)
    return [[rng.uniform(-1, 1) for _ in group.nodes] for group in program.inputs]


def agree(got, want, tolerance=1e-12):
    """Whether groups of numbers are alike, to within a fraction of the larger of the number and 1."""
    assert [len(group) for group in got] == [len(group) for group in want]
    for mine, group in zip(got, want, strict=True):
        for x, y in zip(mine, group, strict=True):
            assert x == y or (x != x and y != y) or abs(x - y) <= tolerance * max(1.0, abs(y)), (x, y)


ONE, TWO = ["neg", "abs", "sign", "floor"], ["add", "sub", "mul"]


@st.composite
def programs(draw):
    """Random programs of whole numbers, so that every order of adding gives the same; with rows of equal operations."""
    b = Builder()
    groups, nodes = [], []
    for k in range(draw(st.integers(1, 3))):
        groups.append((f"g{k}", [b.input() for _ in range(draw(st.integers(0, 6)))]))
        nodes += groups[-1][1]
    nodes += [b.const(float(x)) for x in draw(st.lists(st.sampled_from([0, 1, 2, -1, 3]), min_size=1, max_size=3))]

    def some():
        return nodes[-1 - draw(st.integers(0, min(len(nodes) - 1, 15)))]

    for _ in range(draw(st.integers(1, 20))):
        kind = draw(st.sampled_from(["one", "two", "dot", "max", "where", "row", "product"]))
        if kind == "one":
            nodes.append(b.node(draw(st.sampled_from(ONE)), (some(),)))
        elif kind == "two":
            nodes.append(b.node(draw(st.sampled_from(TWO)), (some(), some())))
        elif kind == "dot":
            pairs = [(some(), b.one if draw(st.booleans()) else some()) for _ in range(draw(st.integers(1, 5)))]
            nodes.append(b.dot([x for pair in pairs for x in pair]))
        elif kind == "max":
            nodes.append(b.node("max", tuple(some() for _ in range(draw(st.integers(1, 4))))))
        elif kind == "where":
            truth = b.node(draw(st.sampled_from(["lt", "le", "gt", "ge", "ne"])), (some(), some()))
            nodes.append(b.node("where", (truth, some(), some())))
        elif kind == "row":  # one operation on a row of nodes, in order or not
            op, n, other = draw(st.sampled_from(ONE + TWO)), draw(st.integers(1, len(nodes))), some()
            row = draw(st.permutations(nodes[-n:])) if draw(st.booleans()) else nodes[-n:]
            seconds = [other] * n if draw(st.booleans()) else [*row[1:], row[0]]
            nodes += [b.node(op, (x,) if op in ONE else (x, y)) for x, y in zip(row, seconds, strict=True)]
        else:  # a matrix and a vector, or only its lower triangle
            n = draw(st.integers(1, min(5, len(nodes))))
            xs, ws, whole = nodes[-n:], nodes[:n], draw(st.booleans())
            sums = [[(ws[p * u % n], xs[u]) for u in range(n if whole else p + 1)] for p in range(n)]
            nodes += [b.dot([x for pair in pairs for x in pair]) for pairs in sums]
    outputs = [
        (f"o{k}", [draw(st.sampled_from(nodes)) for _ in range(draw(st.integers(0, 8)))])
        for k in range(draw(st.integers(1, 3)))
    ]
    inputs = [[float(draw(st.integers(-3, 3))) for _ in group] for _, group in groups]
    return b.finish(groups, outputs), inputs
