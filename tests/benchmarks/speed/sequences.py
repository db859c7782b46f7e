"""Two nets that are more than layers: an Elman network over 20 steps, and causal self-attention over 16 positions.

Both are written in scalars, without a word about arrays; the gradient of all parameters is computed in one call.
"""

import math
from functools import lru_cache, partial

import numpy as np

from .harness import Table, by_peer, by_us, in_c, library, pointer, prepared, wide


def weighted(ws, xs):
    return sum(w * x for w, x in zip(ws, xs, strict=False))


def recurrent_in_scalars(p, x, t):
    """The loss, of lists of scalars: p as in recurrent.c, x 20 rows of 8, t 20 numbers."""
    numbers = iter(p)
    u, v = ([[next(numbers) for _ in range(n)] for _ in range(16)] for n in (8, 16))
    b, w, c = [next(numbers) for _ in range(16)], [next(numbers) for _ in range(16)], next(numbers)
    h, loss = [0.0] * 16, 0.0
    for row, target in zip(x, t, strict=True):
        h = [(b[j] + weighted(u[j], row) + weighted(v[j], h)).tanh() for j in range(16)]
        y = c + weighted(w, h)
        loss = loss + 0.5 * (y - target) * (y - target)
    return loss


def attention_in_scalars(p, x, t):
    """The loss, of lists of scalars: p as in attention.c, x and t 16 rows of 16."""
    from tinygrad_edu import softmax

    numbers = iter(p)
    q, k, v = ([[next(numbers) for _ in range(16)] for _ in range(16)] for _ in range(3))
    project = lambda w: [[weighted(row, at) for row in w] for at in x]  # noqa: E731
    queries, keys, values = map(project, (q, k, v))
    loss = 0.0
    for position, (query, target) in enumerate(zip(queries, t, strict=True)):
        scores = [weighted(query, key) * (1 / math.sqrt(16)) for key in keys[: position + 1]]
        weights = softmax(scores)
        for i in range(16):
            d = weighted(weights, [value[i] for value in values]) - target[i]
            loss = loss + 0.5 * d * d
    return loss


KINDS = {
    "recurrent": (recurrent_in_scalars, 417, (20, 8), (20,)),
    "attention": (attention_in_scalars, 768, (16, 16), (16, 16)),
}


def data(kind, steps=None):
    """Parameters, inputs and targets, of as many steps as the C has or of so many."""
    _, count, x, t = KINDS[kind]
    rng = np.random.default_rng(7)
    return rng.normal(0, 0.3, count), *[rng.normal(0, 1, (steps or a[0], *a[1:])) for a in (x, t)]


@lru_cache(1)  # all targets compile the same one
def program(kind, steps=None):
    from tinygrad_edu import Value
    from tinygrad_edu.jit.lower import lower

    leaves = [np.vectorize(Value, otypes=[object])(a) for a in data(kind, steps)]
    loss = KINDS[kind][0](*(a.tolist() for a in leaves))
    p, x, t = ([*a.ravel()] for a in leaves)
    return lower([("p", p), ("x", x), ("t", t)], [("loss", [loss])], gradient_of=loss, wrt=[("gradient", p)])


def ours(kind, target):
    from tinygrad_edu.jit.targets import build

    executable = build(program(kind), target=target)
    inputs = [np.ascontiguousarray(a.ravel()) for a in data(kind)]
    return prepared(executable, inputs, [np.zeros(1), np.zeros_like(inputs[0])])


def c(kind, *flags):
    import ctypes

    function = getattr(library(f"{kind}.c", *wide(*flags)), kind)
    function.restype = ctypes.c_double
    arrays = [np.ascontiguousarray(a.ravel()) for a in data(kind)]
    gradient = np.zeros_like(arrays[0])
    arguments = list(map(pointer, [*arrays, gradient]))
    return lambda: (function(*arguments), gradient)


def jax(kind):
    import jax
    import jax.numpy as jnp

    p, x, t = map(jnp.asarray, data(kind))

    def recurrent(p):
        u, v, b, w, bias = p[:128].reshape(16, 8), p[128:384].reshape(16, 16), p[384:400], p[400:416], p[416]

        def one(h, at):
            h = jnp.tanh(u @ at[0] + v @ h + b)
            return h, 0.5 * (w @ h + bias - at[1]) ** 2

        return jax.lax.scan(one, jnp.zeros(16), (x, t))[1].sum()

    def attention(p):
        q, k, v = (x @ w.T for w in p.reshape(3, 16, 16))
        scores = jnp.where(jnp.tril(jnp.ones((16, 16), bool)), q @ k.T / 4.0, -jnp.inf)
        return 0.5 * ((jax.nn.softmax(scores, axis=1) @ v - t) ** 2).sum()

    f = jax.jit(jax.value_and_grad({"recurrent": recurrent, "attention": attention}[kind]))

    def run():
        return jax.block_until_ready(f(p))

    return run


TITLES = {
    "recurrent": "Elman network over 20 steps, 8 inputs, 16 units: loss and gradient",
    "attention": "Causal self-attention over 16 positions of width 16: loss and gradient",
}


def tables(quick):
    for kind, title in TITLES.items():
        found = [*in_c("textbook", partial(c, kind), quick), *by_us(partial(ours, kind))]
        yield Table(title, [*found, *by_peer("jax", "JAX jit", partial(jax, kind))])
