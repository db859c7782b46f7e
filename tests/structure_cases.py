"""Small programs of many structures, as people write them, with their gradients: for the re-roller and the targets."""

import random
from itertools import pairwise

import tinygrad_edu as te
from tests.rolling_cases import flat, gradients, values
from tinygrad_edu import Value, nn, optim
from tinygrad_edu.jit.lower import lower
from tinygrad_edu.jit.program import Builder
from tinygrad_edu.jit.recording import Argument
from tinygrad_edu.train.lowered import Recorded


def matrix(rng, rows, columns, name):
    return [values(rng, columns, f"{name}{r + 1}_") for r in range(rows)]


def squares(xs):
    return te.sum([x * x for x in xs])


def bits_reversed(bits):
    """Numbers read in the order of a Fourier transform: one loop of two rounds for each bit, up to some."""
    b = Builder()
    xs = [b.input() for _ in range(2**bits)]
    order = [int(f"{k:0{bits}b}"[::-1], 2) for k in range(len(xs))]
    return b.finish([("x", xs)], [("y", [b.node("exp", (xs[k],)) for k in order])])


def fourier(n=8):
    """The fast Fourier transform and the power of each frequency."""
    rng = random.Random(0)
    xs = values(rng, n, "x")
    twiddles = [(0.5 * k, 1.0 - 0.25 * k) for k in range(n // 2)]  # numbers that are the same on every machine

    def transform(zs):
        if len(zs) == 1:
            return zs
        even, odd = transform(zs[0::2]), transform(zs[1::2])
        turned = []
        for k, (re, im) in enumerate(odd):
            c, s = twiddles[k * n // len(zs)]
            turned.append((re * c - im * s, re * s + im * c))
        sums = [(a + c, b + d) for (a, b), (c, d) in zip(even, turned, strict=True)]
        return sums + [(a - c, b - d) for (a, b), (c, d) in zip(even, turned, strict=True)]

    powers = [re * re + im * im for re, im in transform([(x, x * 0.0) for x in xs])]
    return gradients([("x", xs)], [("power", powers)], te.sum(powers[: n // 2]), xs)


def image(size=6, channels=2, filters=2, step=1, padding=0):
    """A convolution over an image, relu, the largest of each square, and a sum."""
    rng = random.Random(1)
    x = [[values(rng, size, f"x{c}_{r}_") for r in range(size)] for c in range(channels)]
    w = [[matrix(rng, 3, 3, f"w{f}_{c}_") for c in range(channels)] for f in range(filters)]
    bias = values(rng, filters, "b")
    places = range(-padding, size + padding - 2, step)

    def at(c, r, k):
        return x[c][r][k] if 0 <= r < size and 0 <= k < size else 0.0

    planes = []
    for ws, b in zip(w, bias, strict=True):
        planes.append([
            [te.relu(sum((ws[c][i][j] * at(c, r + i, k + j) for c in range(channels) for i in range(3)
                          for j in range(3)), b)) for k in places] for r in places
        ])  # fmt: skip
    pooled = [te.maximum(te.maximum(p[r][k], p[r][k + 1]), te.maximum(p[r + 1][k], p[r + 1][k + 1]))
              for p in planes for r in range(0, len(places) - 1, 2) for k in range(0, len(places) - 1, 2)]  # fmt: skip
    loss = squares(pooled)
    params = [*flat(flat(flat(w))), *bias]
    return gradients([("params", params), ("x", flat(flat(x)))], [("loss", [loss])], loss, params)


def normalised(rows=4, width=3, columns=False):
    """Rows, or columns, less their mean and divided by their deviation; then scaled, then moved."""
    rng = random.Random(2)
    xs, scale, shift = matrix(rng, rows, width, "x"), values(rng, width, "s"), values(rng, width, "b")
    lines = [list(column) for column in zip(*xs, strict=True)] if columns else xs
    made = []
    for k, line in enumerate(lines):
        mean = te.sum(line) / len(line)
        apart = [x - mean for x in line]
        deviation = te.sqrt(squares(apart) / len(line) + 1e-5)
        made.append([x / deviation * scale[k if columns else j] + shift[k if columns else j]
                     for j, x in enumerate(apart)])  # fmt: skip
    loss = te.sum([y * y * (k + 1) for k, y in enumerate(flat(made))])
    return gradients(
        [("x", flat(xs)), ("s", scale), ("b", shift)], [("y", flat(made))], loss, [*scale, *shift, *flat(xs)]
    )


def tied(rows=3, wide=4, narrow=2):
    """An autoencoder whose second layer has the first one's weights, turned."""
    rng = random.Random(3)
    xs, w, b, c = (
        matrix(rng, rows, wide, "x"),
        matrix(rng, narrow, wide, "w"),
        values(rng, narrow, "b"),
        values(rng, wide, "c"),
    )
    losses = []
    for x in xs:
        h = [te.tanh(te.dot(ws, x) + b[j]) for j, ws in enumerate(w)]
        back = [te.dot([w[j][k] for j in range(narrow)], h) + c[k] for k in range(wide)]
        losses += [(p - q) ** 2 for p, q in zip(back, x, strict=True)]
    loss = sum(losses) / rows
    params = [*flat(w), *b, *c]
    return gradients([("params", params), ("x", flat(xs))], [("loss", [loss])], loss, params)


def gated(steps=4, width=2, backwards=True):
    """A gated recurrent network over a sequence, and another one from its end."""
    rng = random.Random(4)
    xs = matrix(rng, steps, width, "x")
    params, states = [], []
    for order in [xs, xs[::-1]][: 1 + backwards]:
        w = {
            g: (matrix(rng, width, width, f"w{g}"), matrix(rng, width, width, f"u{g}"), values(rng, width, f"b{g}"))
            for g in "zrh"
        }
        params += [p for ws, us, bs in w.values() for p in [*flat(ws), *flat(us), *bs]]
        h = [Value(0.0)] * width
        for x in order:

            def gate(g, state, f, x=x, w=w):
                ws, us, bs = w[g]
                return [f(te.dot(ws[j], x) + te.dot(us[j], state) + bs[j]) for j in range(width)]

            z, r = gate("z", h, te.sigmoid), gate("r", h, te.sigmoid)
            new = gate("h", [a * b for a, b in zip(r, h, strict=True)], te.tanh)
            h = [(1 - a) * b + a * c for a, b, c in zip(z, h, new, strict=True)]
        states += h
    loss = squares(states)
    return gradients([("params", params), ("x", flat(xs))], [("h", states)], loss, params)


def sentences(lengths=(3, 1, 4, 2), width=2):
    """Rows of different lengths: the mean of a layer's outputs over each."""
    rng = random.Random(5)
    layer = nn.Layer(width, 2, "tanh", seed=0)
    rows = [[values(rng, width, f"x{k}_{j}_") for j in range(n)] for k, n in enumerate(lengths)]
    means = [
        [te.sum([y[k] for y in ys]) / len(ys) for k in range(2)] for ys in ([layer(x) for x in row] for row in rows)
    ]
    loss = squares(flat(means))
    params = layer.parameters()
    return gradients([("params", params), ("x", flat(flat(rows)))], [("mean", flat(means))], loss, params)


def curvature(n=3):
    """The gradient of the squared length of a gradient."""
    w, x = values(random.Random(6), n, "w"), values(random.Random(7), n, "x")
    y = te.tanh(te.dot(w, x)) + squares(w)
    slopes = te.derivatives.gradients(y, w, create_graph=True)
    loss = squares(slopes)
    return gradients([("w", w), ("x", x)], [("slope", slopes)], loss, w)


def bodies(n=4):
    """Forces between each two of some bodies on a plane: sums without a term of their own."""
    rng = random.Random(8)
    at, mass = matrix(rng, n, 2, "p"), values(rng, n, "m")
    forces = []
    for i in range(n):
        terms = []
        for j in range(n):
            if j != i:
                dx, dy = at[j][0] - at[i][0], at[j][1] - at[i][1]
                pull = mass[j] / te.sqrt((dx * dx + dy * dy + 0.01) ** 3)
                terms.append((pull * dx, pull * dy))
        forces += [te.sum([x for x, _ in terms]), te.sum([y for _, y in terms])]
    pairs = [mass[i] * mass[j] * (at[i][0] - at[j][0]) ** 2 for i in range(n) for j in range(i)]
    return gradients([("p", flat(at)), ("m", mass)], [("force", forces)], te.sum(pairs), [*flat(at), *mass])


def cholesky(n=4):
    """The root of a matrix, row by row: each number needs those before it."""
    a = matrix(random.Random(9), n, n, "a")
    root = [[None] * n for _ in range(n)]
    for i in range(n):
        for j in range(i + 1):
            rest = a[i][j] - te.sum([root[i][k] * root[j][k] for k in range(j)]) if j else a[i][j] + 0.0
            root[i][j] = te.sqrt(rest * rest + 1.0) if i == j else rest / root[j][j]
    found = [root[i][j] for i in range(n) for j in range(i + 1)]
    return gradients([("a", flat(a))], [("root", found)], squares(found), flat(a))


def triangle_in_parts(n=6):
    """Products of each two of a row of numbers, each pair once; then all, then some."""
    b = Builder()
    q, k = ([b.input() for _ in range(n)] for _ in range(2))
    scores = [[b.node("mul", (q[p], k[u])) for u in range(p + 1)] for p in range(n)]
    parts = [("all", scores), ("later", [row[1:] for row in scores[1:]]), ("odd", [row[1::2] for row in scores[1::2]]),
             ("rows", scores[2:]), ("turned", [[row[u] for row in scores[u:]] for u in range(n)])]  # fmt: skip
    sums = []
    for op, (name, rows) in zip(("exp", "tanh", "sin", "sigmoid", "cos"), parts, strict=True):
        lines = [[b.node(op, (x,)) for x in row] for row in rows]
        sums.append((name, [b.dot([t for x in line for t in (x, x)]) for line in lines]))
    return b.finish([("q", q), ("k", k)], sums)


def differences(n=12):
    """First and second differences of a row, by columns of a table and backwards; a wave's step."""
    x = values(random.Random(10), n, "x")
    first = [b - a for a, b in pairwise(x)]
    second = [x[k - 1] - 2.0 * x[k] + x[k + 1] for k in range(1, n - 1)]
    around = [x[k - 1] + x[(k + 1) % n] for k in range(n)]
    table = [x[3 * r + c] - x[3 * (n // 3 - 1 - r) + c] for c in range(3) for r in range(n // 3)]
    loss = squares(first) + squares(second) + squares(around) + squares(table)
    return gradients(
        [("x", x)], [("first", first), ("second", second[::-1]), ("around", around), ("table", table)], loss, x
    )


def powers(n=4, degree=3):
    """A polynomial at some points, by Horner's rule, by powers and by products that grow."""
    c, x = values(random.Random(11), degree + 1, "c"), values(random.Random(12), n, "x")
    horner, sums, grown = [], [], []
    for point in x:
        y = c[-1]
        for a in c[-2::-1]:
            y = y * point + a
        horner.append(y)
        sums.append(te.sum([a * point**k for k, a in enumerate(c)]))
        z = c[0]
        for k in range(1, degree):
            z = z * (point - x[k])
        grown.append(z)
    return gradients(
        [("c", c), ("x", x)], [("y", [*horner, *sums, *grown])], squares([*horner, *sums, *grown]), [*c, *x]
    )


def mixture(points=4, parts=3):
    """The likelihood of points under a mixture: shares that sum to one, the largest taken out of each row."""
    rng = random.Random(13)
    x, mean, width, share = (
        values(rng, points, "x"),
        values(rng, parts, "m"),
        values(rng, parts, "s"),
        values(rng, parts, "a"),
    )
    shares = te.functions.softmax(share)
    rows = [
        [te.log(shares[k]) - 0.5 * ((p - mean[k]) * te.exp(-width[k])) ** 2 - width[k] for k in range(parts)] for p in x
    ]
    loss = -te.sum([te.functions.logsumexp(row) for row in rows])
    params = [*mean, *width, *share]
    return gradients([("params", params), ("x", x)], [("loss", [loss])], loss, params)


def many_operands():
    """A row whose members read fifteen rows, each in an order of its own; and one that all read alike."""
    rng, b = random.Random(14), Builder()
    groups = [(f"g{k}", [b.input() for _ in range(6)]) for k in range(15)]
    orders = [
        list(range(6)),
        [5, 4, 3, 2, 1, 0],
        [0, 2, 4, 1, 3, 5],
        [0, 3, 1, 4, 2, 5],
        [0, 0, 1, 1, 2, 2],
        [0, 1, 0, 1, 0, 1],
    ]
    columns = [[group[k] for k in rng.choice(orders)] for _, group in groups]
    sums = [
        b.dot([x for row in zip(columns[::2], columns[1::2], strict=False) for x in (row[0][k], row[1][k])])
        for k in range(6)
    ]
    return b.finish(groups, [("y", [b.node("tanh", (x,)) for x in sums]), ("z", sums[::-1])])


def apart(n=9):
    """What is asked for lies in places far apart, some of it twice, some of it a number or an input."""
    b = Builder()
    xs, ws = [b.input() for _ in range(n)], [b.input() for _ in range(n)]
    ys = [b.node("mul", (x, w)) for x, w in zip(xs, ws, strict=True)]
    zs = [b.node("exp", (y,)) for y in ys[::2]]
    one = b.const(1.0)
    return b.finish([("x", xs), ("w", ws)], [
        ("a", [i for y in ys for i in (y, xs[0])]), ("b", [i for z in zs for i in (z, b.const(2.0), b.const(3.0))]),
        ("c", [one, *ys[::-1], one, *zs]), ("d", [ys[k * k % n] for k in range(n)]),
    ])  # fmt: skip


def chosen(starts=(0, 31), length=5):
    """A number chooses from tables that lie in one row, close together or not; and from a table of one number."""
    w, v = values(random.Random(15), starts[-1] + length, "w"), values(random.Random(16), 2, "v")
    i = Argument(0, "i")
    found = [te.take(w[k : k + length], i) for k in starts]
    loss = squares([*found, te.take([v[0], v[0]], i), te.take([v[1]], i)])
    return gradients([("w", w), ("v", v), ("i", [i])], [("found", found)], loss, [*w, *v])


def chosen_twice(starts=(0, 6, 31)):
    """Two numbers that choose from the same tables, at wild distances."""
    w, i = values(random.Random(19), starts[-1] + 4, "w"), [Argument(0, "i"), Argument(1, "j")]
    found = [te.take(w[k : k + 4], j) for k in starts for j in i]
    loss = te.sum([x * x * (k + 1) for k, x in enumerate(found)])
    return gradients([("w", w), ("i", i)], [("found", found)], loss, w)


def words_learn(width=2, optimizer=optim.Adam):
    """A step of training: two words, given by their numbers, are rows of a table."""
    table = matrix(random.Random(21), 4, width, "e")
    layer = nn.Layer(2 * width, 3, "tanh", seed=0)

    class Words(nn.Module):
        def __init__(self):
            super().__init__()
            self.table, self.layer = table, layer

        def forward(self, words):
            return self.layer([x for word in words for x in te.take(self.table, word)])

    model = Words()
    return Recorded(model, nn.cross_entropy, optimizer(model.parameters()), [1, 2], 2, 2).loop.program


def two_ends(first=8, second=9):
    """Sums that are alike, each used at one place of one of two groups of outputs; one more in both, one in none."""
    b = Builder()
    xs, ws = [b.input() for _ in range(3)], [[b.input() for _ in range(3)] for _ in range(first + second + 2)]
    sums = [b.dot([i for pair in zip(row, xs, strict=True) for i in pair]) for row in ws]

    def end(x, y):
        return b.node("sub", (b.node("tanh", (b.node("mul", (x, x)),)), b.node("mul", (b.node("exp", (x,)), y))))

    ends = [end(x, ws[k][0]) for k, x in enumerate(sums[: first + second])]
    both = b.node("sin", (sums[-2],))
    groups = [("first", [*ends[:first], both]), ("second", [*ends[first:], both]), ("last", sums[-1:])]
    return b.finish([("x", xs), ("w", flat(ws))], groups)


def numbers_in_sums():
    """Sums with a product of two numbers, either of which is 1."""
    b = Builder()
    xs, ws = [b.input() for _ in range(4)], [b.input() for _ in range(4)]
    numbers = [b.const(k) for k in (3.0, 0.5, 7.0, 2.5)]
    sums = [
        b.dot((x, w, *((c, b.one) if k % 2 else (b.one, c))))
        for k, (x, w, c) in enumerate(zip(xs, ws, numbers, strict=True))
    ]
    return b.finish([("x", xs), ("w", ws)], [("y", sums)])


def spread(last):
    """Ten numbers of a long row that lie in two places, and their products with two others, which lie as far apart."""
    b = Builder()
    xs, ys = [b.input() for _ in range(last + 1)], [b.input() for _ in range(2)]
    few = [xs[k] for k in (*range(5), *range(last - 4, last + 1))]
    some = [b.node("exp", (x,)) for x in few]
    products = [b.node("sin", (b.node("mul", (y, x)),)) for y in ys for x in few]
    return b.finish(
        [("x", xs), ("y", ys)], [("sum", [b.dot([t for x in made for t in (x, x)]) for made in (some, products)])]
    )


def factors(*rows):
    """Sums of numbers, each with a factor; some are 1."""
    b = Builder()
    xs = [[b.input() for _ in row] for row in rows]
    sums = [
        b.dot([i for x, c in zip(*pair, strict=True) for i in (x, b.const(c))]) for pair in zip(xs, rows, strict=True)
    ]
    return b.finish([("x", flat(xs))], [("y", sums)])


def weighted_prefixes(n=5, wild=False):
    """Sums of the first numbers of a row with factors, and products of each two: factors of the program or others."""
    b = Builder()
    xs, ws = [b.input() for _ in range(n)], [b.input() for _ in range(n * n)]
    rows = [range(p + 1) for p in range(n)]

    def factor(p, u):
        return ws[7 * (n * p + u) ** 2 % (n * n - 2)] if wild else b.const(1.5 + (3 * p + u * u) % 7)

    sums = [b.dot([i for u in row for i in (xs[u], factor(p, u))]) for p, row in enumerate(rows)]
    pairs = [b.node("mul", (xs[p], xs[u])) for p, row in enumerate(rows) for u in row]
    factors = [factor(p, u) for p, row in enumerate(rows) for u in row]
    ends = [b.node("exp", (b.node("mul", pair),)) for pair in zip(pairs, factors, strict=True)]
    return b.finish([("x", xs), ("w", ws)], [("y", sums), ("z", [b.dot([i for x in ends for i in (x, x)])])])


def strips(rows):
    """Two sums over the first and over the last two columns of a wide matrix: a run of two for each row, up to some."""
    b = Builder()
    xs = [b.input() for _ in range(4 * rows)]
    sums = [b.dot([i for r in range(rows) for k in (0, 1) for i in (xs[4 * r + k + first], b.one)]) for first in (0, 2)]
    return b.finish([("x", xs)], [("y", sums)])


def through_sums():
    """What is read as it is and through a sum of one term, at once; through two, and with a factor of one."""
    b = Builder()
    xs, ys = [b.input() for _ in range(12)], [b.input() for _ in range(12)]
    one, two = (lambda x: b.dot((x, b.one))), (lambda x: b.dot((b.one, x)))
    through = [lambda x: x, one, two, lambda x: one(two(x))]
    made = [
        b.node("exp", (through[k % 4](b.node("mul", (x, y))),)) for k, (x, y) in enumerate(zip(xs, ys, strict=True))
    ]
    straight = [b.node("tanh", (x if k < 6 else one(x),)) for k, x in enumerate(xs)]
    return b.finish(
        [("x", xs), ("y", ys)], [("made", made), ("straight", [b.dot([t for x in straight for t in (x, x)])])]
    )


def own_steps():
    """A step against the gradient, each parameter at a speed of its own: one loop for all layers."""
    net = nn.MLP(2, [3, 1], activation="tanh", seed=0)
    params, rows = net.parameters(), matrix(random.Random(17), 2, 2, "x")
    loss = squares([y for row in rows for y in net(row)])
    slopes = te.derivatives.gradients(loss, params, create_graph=True)
    speeds = values(random.Random(18), len(params), "s")
    moved = [p - te.sigmoid(s) * g * te.tanh(s * g) for p, s, g in zip(params, speeds, slopes, strict=True)]
    return lower([("params", params), ("speed", speeds), ("x", flat(rows))], [("params", moved)])


def stretches(count):
    """Stretches of five numbers each at wild distances: a loop each, up to some."""
    b = Builder()
    xs = [b.input() for _ in range(9 * count)]
    return b.finish(
        [("x", xs)], [("y", [b.node("exp", (xs[9 * k + k * k % 5 + j],)) for k in range(count) for j in range(5)])]
    )


STRUCTURES = {
    "32 bits reversed": lambda: bits_reversed(5),
    "64 bits reversed": lambda: bits_reversed(6),
    "128 bits reversed": lambda: bits_reversed(7),
    "Fourier": fourier,
    "image": image,
    "image, every second place": lambda: image(7, 1, 2, step=2),
    "image with a margin": lambda: image(3, 1, 1, padding=1),
    "normalised rows": normalised,
    "normalised columns": lambda: normalised(columns=True),
    "tied": tied,
    "gated": gated,
    "sentences": sentences,
    "sentences that grow": lambda: sentences((1, 2, 3, 4)),
    "curvature": curvature,
    "bodies": bodies,
    "Cholesky": cholesky,
    "a triangle in parts": triangle_in_parts,
    "differences": differences,
    "powers": powers,
    "mixture": mixture,
    "many operands": many_operands,
    "apart": apart,
    "tables that are apart": chosen,
    "tables that are close": lambda: chosen((0, 21)),
    "tables at wild distances": chosen_twice,
    "words learn": words_learn,
    "words of one number learn": lambda: words_learn(1, optim.SGD),
    "two ends": two_ends,
    "numbers in sums": numbers_in_sums,
    "tables that are one": lambda: chosen((0, 2, 4)),
    "factors": lambda: factors((1.0, 1.0, 2.0, 3.0, 1.0), (1.0, 1.0, 1.0, 3.0, 1.0), (1.0, 1.0, 5.0, 6.0, 1.0)),
    "factors, 1 in turn": lambda: factors((1.0, 2.0, 1.0, 4.0, 1.0), (1.0, 1.0, 1.0, 9.0, 1.0)),
    "factors, 1 in turn, more": lambda: factors((1.0, 2.0, 1.0, 4.0, 1.0, 3.0), (1.0, 1.0, 1.0, 9.0, 1.0, 2.0)),
    "factors, all the same": lambda: factors((2.0, 3.0, 1.0), (2.0, 3.0, 1.0)),
    "weighted prefixes": weighted_prefixes,
    "wild prefixes": lambda: weighted_prefixes(wild=True),
    "64 strips": lambda: strips(64),
    "65 strips": lambda: strips(65),
    "through sums": through_sums,
    "steps of one's own": own_steps,
    "8 stretches": lambda: stretches(8),
    "9 stretches": lambda: stretches(9),
    "spread": lambda: spread(25),
    "spread more": lambda: spread(35),
}
