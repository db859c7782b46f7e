"""Random programs of the kind that people write: loops over arrays of scalars, their gradients, an update at the end.

Arrays are read as they lie, by columns, backwards, every second number, in part, in an order that follows no rule;
sums go over rows, columns, squares, triangles and windows, with biases and numbers among the terms; entries are chosen
from tables. So a layout is one of many, the length of a loop depends on another, and some of it does not roll.
"""

import random

import numpy as np

import tinygrad_edu as te
from tests.rolling_cases import flat
from tinygrad_edu import Value
from tinygrad_edu.jit.lower import lower
from tinygrad_edu.jit.recording import Argument

SHAPES = [(n,) for n in (1, 2, 3, 4, 5, 8, 10)] + [(n, m) for n in (1, 2, 3, 4, 6, 9) for m in (2, 3, 4, 5)]
CHOICES = 3  # entries that are chosen by an argument, at the most
KINDS = {"one": 3, "two": 4, "product": 4, "sums": 3, "triangle": 2, "window": 2, "pieces": 1, "table": 1, "largest": 1}


class Written:
    """A program being written: arrays that may be read, of one or two dimensions."""

    def __init__(self, seed):
        self.rng = random.Random(seed)
        self.inputs = []
        self.choices = []
        self.arrays = [self.parameters() for _ in range(self.rng.randint(2, 3))]
        for _ in range(self.rng.randint(2, 7)):
            name = self.rng.choices(list(KINDS), KINDS.values())[0]
            made = getattr(self, name)()
            if made.size and all(isinstance(x, Value) for x in made.flat):  # no sum of nothing
                self.arrays.append(made)

    def parameters(self):
        """An input of its own; a matrix may have its biases in a last column."""
        rng, name = self.rng, "wxyz"[len(self.inputs)] if len(self.inputs) < 4 else f"p{len(self.inputs)}"
        shape = rng.choice(SHAPES)
        label = name if rng.random() < 0.7 else ""
        made = np.empty(shape, object)
        for at in np.ndindex(*shape):
            made[at] = Value(0.5, label and "_".join([label, *(str(k + 1) for k in at)]))
        self.inputs.append((name, self.order(made.reshape(-1).tolist(), 0.1)))
        return made

    def order(self, row, wild):
        """As it is, or with this chance in an order that follows no rule."""
        return self.rng.sample(row, len(row)) if self.rng.random() < wild else row

    def some(self, dimensions=None):
        """One of the arrays, rather a late one, and how it is read."""
        rng = self.rng
        fit = [a for a in self.arrays if dimensions is None or a.ndim == dimensions]
        if not fit:
            made = self.parameters()
            if dimensions is not None and made.ndim != dimensions:
                made = made.reshape(-1) if dimensions == 1 else made.reshape(1, -1)
            self.arrays.append(made)
            return made
        a = fit[-1] if rng.random() < 0.5 else rng.choice(fit)
        if a.ndim == 2 and rng.random() < 0.25:
            a = a.T
        for axis in range(a.ndim):
            n, kind = a.shape[axis], rng.random()
            take = slice(None)
            if kind < 0.08:
                take = slice(None, None, -1)
            elif kind < 0.14 and n > 2:
                take = slice(rng.randrange(2), None, 2)
            elif kind < 0.22 and n > 2:
                take = slice(rng.randrange(2), n - rng.randrange(2))
            elif kind < 0.26:
                take = rng.sample(range(n), n)
            a = a[take] if axis == 0 else a[:, take]
        return a

    def constant(self, shape):
        """Numbers that are part of the program: all the same, some ones, or all different."""
        kind = self.rng.randrange(4)
        if kind == 0:
            return np.full(shape, self.rng.choice([1.0, 2.0, 0.5, -1.0]), object)
        if kind == 1:
            return np.array([self.rng.choice([1.0, 1.0, 3.0]) for _ in np.ndindex(*shape)], object).reshape(shape)
        return (np.arange(1, 1 + int(np.prod(shape))) * 0.25 + 1.0).astype(object).reshape(shape)

    # -- what is computed ---------------------------------------------------------------------------------------------

    def one(self):
        a = self.some()
        f = self.rng.choice([te.tanh, te.exp, te.relu, te.sigmoid, lambda x: x * x, lambda x: -x, lambda x: 1.0 - x])
        return self.each(f, a)

    def each(self, f, *arrays):
        shape = np.broadcast_shapes(*[a.shape for a in arrays])
        made = np.empty(shape, object)
        arrays = [np.broadcast_to(a, shape) for a in arrays]
        for at in np.ndindex(*shape):
            made[at] = f(*[a[at] for a in arrays])
        return made

    def two(self):
        """Of two arrays, or an array and numbers; the shorter one begins again, or is read crosswise."""
        rng, a = self.rng, self.some()
        f = rng.choice([lambda x, y: x * y, lambda x, y: x + y, lambda x, y: x - y, te.maximum, lambda x, y: x + x * y])
        if rng.random() < 0.25:
            return self.each(f, a, self.constant(a.shape if rng.random() < 0.7 else a.shape[-1:]))
        b = self.some()
        if a.ndim == b.ndim == 1 and rng.random() < 0.4:
            return self.each(f, a[:, None], b[None])
        shape = [min(n, m) for n, m in zip(a.shape[::-1], b.shape[::-1], strict=False)][::-1]
        a, b = (x[tuple(slice(n) for n in [*x.shape[: x.ndim - len(shape)], *shape])] for x in (a, b))
        return self.each(f, a, b)

    def product(self):
        """A matrix and the rows of another one, with biases of one kind or another."""
        rng, w, x = self.rng, self.some(2), self.some()
        rows = x if x.ndim == 2 else x[None]
        n = min(w.shape[1], rows.shape[1])
        bias = rng.choice(["no", "last column", "own", "number", "shared"])
        own = self.parameters() if bias in ("own", "shared") else None
        made = np.empty((len(rows), len(w)), object)
        for r, j in np.ndindex(*made.shape):
            terms = [w[j, k] * rows[r, k] for k in range(n)]
            if bias == "last column":
                terms.append(w[j, -1])
            elif own is not None:
                terms.append(own.reshape(-1)[j % own.size if bias == "own" else 0])
            made[r, j] = sum(terms, 1.0) if bias == "number" else te.sum(terms)
        return made if x.ndim == 2 else made[0]

    def sums(self):
        """Of rows or columns, or of everything, each term with a factor or without."""
        rng, a = self.rng, self.some(2)
        factors = rng.choice([None, None, self.constant(a.shape), self.constant(a.shape[1:])])
        if factors is not None:
            a = self.each(lambda x, c: x * c, a, factors)
        if rng.random() < 0.2:
            return np.array([te.sum(a.reshape(-1).tolist())], object)
        return np.array([te.sum(row.tolist()) for row in a], object)

    def largest(self):
        return np.array([te.logsumexp(row.tolist()) for row in self.some(2)], object)

    def triangle(self):
        """For row p something of the rows up to p: sums of growing or shrinking length, or a product with each."""
        rng, a = self.rng, self.some(2)
        kind, n = rng.randrange(4), len(a)
        if kind == 0:
            return np.array([te.sum(a[: p + 1, 0].tolist()) for p in range(n)], object)
        if kind == 1:
            return np.array([te.sum(flat(a[p:].tolist())) for p in range(n)], object)
        m = min(a.shape)
        if kind == 2:
            return np.array([te.sum([a[p, u] * a[u, p] for u in range(p + 1)]) for p in range(m)], object)
        b = self.some(2)
        width = min(a.shape[1], b.shape[1])
        a, b = a[:, :width].tolist(), b[:, :width].tolist()
        scores = [[te.dot(a[p], b[u]) for u in range(min(p + 1, len(b)))] for p in range(n)]
        if rng.random() < 0.5:
            return np.array(flat(scores), object)
        return np.array([te.sum([te.exp(s) * b[u][0] for u, s in enumerate(row)]) for row in scores], object)

    def window(self):
        """A filter over a row or an image, in steps of one or two."""
        rng, w, x = self.rng, self.some(1)[:3], self.some()
        step = rng.choice([1, 1, 2])
        if x.ndim == 1:
            starts = range(0, len(x) - len(w) + 1, step)
            return np.array([te.dot(w.tolist(), x[k : k + len(w)].tolist()) for k in starts], object)
        height, width = (max(1, (n - 2) // step + 1) for n in x.shape)
        made = np.empty((height, width), object)
        for r, c in np.ndindex(height, width):
            patch = flat(x[r * step : r * step + 2, c * step : c * step + 2].tolist())
            made[r, c] = sum([w[k % len(w)] * v for k, v in enumerate(patch)])
        return made

    def pieces(self):
        """Two arrays behind one another, or one with what was computed by another rule in its middle."""
        a, b = (self.some().reshape(-1) for _ in range(2))
        if self.rng.random() < 0.5:
            return np.concatenate([a, b])
        a = a.copy()
        a[len(a) // 3 : len(a) // 2] = self.each(te.exp, a[len(a) // 3 : len(a) // 2])
        return self.each(te.tanh, a)

    def table(self):
        """Entries that arguments choose, alone or whole rows."""
        rng, a = self.rng, self.some()
        while len(self.choices) < CHOICES:
            self.choices.append(Argument(0, f"i{len(self.choices) + 1}"))
        rows = [te.take(a.tolist(), i) for i in self.choices[: rng.randint(1, CHOICES)]]
        return np.array(rows, object)

    def shifted(self, a):
        """Another array of that many places, or this one that begins elsewhere."""
        others = [b for b in self.arrays if b.size == a.size and b is not a]
        return self.rng.choice(others).reshape(a.shape) if others else np.roll(a, 1)

    # -- the whole ----------------------------------------------------------------------------------------------------

    def program(self):
        """Some of the arrays, with the derivatives of a loss, or with parameters that move against them."""
        rng = self.rng
        last = self.arrays[-1].reshape(-1).tolist()
        middle = self.arrays[len(self.arrays) // 2].reshape(-1).tolist()
        loss = te.sum([x * x for x in last]) / len(last) + 0.5 * te.sum(middle)
        groups = []
        for k in range(rng.randint(1, 2)):
            some = self.some()
            if rng.random() < 0.35:  # a long end that goes place by place
                some = self.each(lambda x, y: te.tanh(x * 0.5 + y) - y * x, some, self.shifted(some))
            groups.append((f"o{k}", self.order((some if rng.random() < 0.7 else some.T).reshape(-1).tolist(), 0.15)))
        inputs = [*self.inputs, *([("i", self.choices)] if self.choices else [])]
        kind = rng.random()
        if kind < 0.15:
            return lower(inputs, groups)
        wrt = rng.sample(self.inputs, rng.randint(1, len(self.inputs)))
        if kind < 0.3:
            wrt = [("g", [x for _, group in wrt for x in group])]
        else:
            wrt = [(f"d_{name}", group) for name, group in wrt]
        return lower(inputs, groups, gradient_of=loss, wrt=wrt)


def written(seed):
    return Written(seed).program()
