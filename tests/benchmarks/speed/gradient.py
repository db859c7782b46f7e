"""W3: one gradient of half the squared error of an n-n-n-1 MLP with tanh, for one example and for 256."""

from functools import lru_cache, partial

import numpy as np

from .harness import Contender, Table, by_peer, by_us, in_c, library, pointer, prepared, wide

WIDTHS, ROWS = (8, 32, 128), (1, 256)


def data(n, rows):
    rng = np.random.default_rng(n)
    p = np.concatenate([(rng.uniform(-1, 1, (o, n + 1)) / np.sqrt(n)).ravel() for o in (n, n, 1)])
    return p, rng.normal(0, 1, (rows, n)), rng.normal(0, 1, rows)


@lru_cache(1)  # all targets compile the same one
def program(n):
    """Loss and gradient for one example."""
    from tinygrad_edu import Value, nn
    from tinygrad_edu.jit.lower import lower

    p, x, t = data(n, 1)
    net = nn.MLP(n, [n, n, 1], activation="tanh", seed=0)
    parameters = net.parameters()
    for value, number in zip(parameters, p, strict=True):
        value.data = float(number)
    xs, target = [Value(float(v)) for v in x[0]], Value(float(t[0]))
    loss = nn.half_squared_error(net(xs)[0], target)
    inputs = [("p", parameters), ("x", xs), ("t", [target])]
    return lower(inputs, [("loss", [loss])], gradient_of=loss, wrt=[("gradient", parameters)])


def ours(n, rows, target):
    """The program of one example, once, or for all rows with the sums of loss and gradient."""
    from tinygrad_edu.jit.rolling.reroll import reroll
    from tinygrad_edu.jit.targets import build

    p, x, t = data(n, rows)
    inputs, outputs = [p, np.ascontiguousarray(x.ravel()), t], [np.zeros(1), np.zeros_like(p)]
    if rows == 1:
        return prepared(build(program(n), target=target), inputs, outputs)
    if target == "llvm":
        from tinygrad_edu.jit.llvm.rolled import build as build_rolled
    else:
        from tinygrad_edu.jit.arrays.target import build as build_rolled
    step = build_rolled(reroll(program(n))).prepare_map(rows, [False, True, True], inputs, outputs, summed=(0, 1))

    def run():
        step()
        return outputs

    return run


def c(n, rows, which, *flags):
    function = getattr(library("w3_mlp.c", f"-DN={n}", *wide(*flags)), which)
    p, x, t = data(n, rows)
    loss, gradient = np.zeros(1), np.zeros_like(p)
    arguments = [rows, *map(pointer, (p, x, t, loss, gradient))]

    def run():
        function(*arguments)
        return loss, gradient

    return run


def _layers(p, n):
    return [p[: n * (n + 1)].reshape(n, -1), p[n * (n + 1) : 2 * n * (n + 1)].reshape(n, -1), p[2 * n * (n + 1) :]]


def numpy(n, rows):
    p, x, t = data(n, rows)
    a, b, w = _layers(p, n)

    def run():
        h1 = np.tanh(x @ a[:, :-1].T + a[:, -1])
        h2 = np.tanh(h1 @ b[:, :-1].T + b[:, -1])
        d3 = h2 @ w[:-1] + w[-1] - t
        d2 = d3[:, None] * w[:-1] * (1 - h2 * h2)
        d1 = (d2 @ b[:, :-1]) * (1 - h1 * h1)
        parts = [np.c_[d.T @ h, d.sum(0)].ravel() for d, h in ((d1, x), (d2, h1), (d3[:, None], h2))]
        return 0.5 * (d3 @ d3), np.concatenate(parts)

    return run


def _loss(xp, layers, x, t):
    a, b, w = layers
    h = xp.tanh(x @ a[:, :-1].T + a[:, -1])
    h = xp.tanh(h @ b[:, :-1].T + b[:, -1])
    d = h @ w[:-1] + w[-1] - t
    return 0.5 * (d * d).sum()


def jax(n, rows):
    import jax
    import jax.numpy as jnp

    p, x, t = map(jnp.asarray, data(n, rows))
    layers = _layers(p, n)
    f = jax.jit(jax.value_and_grad(lambda layers: _loss(jnp, layers, x, t)))
    return lambda: jax.block_until_ready(f(layers))


def torch(n, rows):
    import torch

    torch.set_num_threads(1)
    p, x, t = map(torch.from_numpy, data(n, rows))
    layers = [layer.clone().requires_grad_() for layer in _layers(p, n)]

    def run():
        for layer in layers:
            layer.grad = None
        loss = _loss(torch, layers, x, t)
        loss.backward()
        return loss.item(), [layer.grad for layer in layers]

    return run


def tables(quick):
    for rows in ROWS:
        for n in WIDTHS[:1] if quick else WIDTHS:
            best = "textbook" if rows == 1 else "tuned"
            found = [*in_c(best, partial(c, n, rows, best), quick), *by_us(partial(ours, n, rows))]
            found.append(Contender("NumPy by hand", numpy(n, rows)))
            found += by_peer("jax", "JAX jit", partial(jax, n, rows))
            found += by_peer("torch", "PyTorch eager", partial(torch, n, rows))
            examples = "one example" if rows == 1 else f"{rows} examples"
            yield Table(f"W3 gradient of a {n}-{n}-{n}-1 MLP with tanh, {examples}", found)
