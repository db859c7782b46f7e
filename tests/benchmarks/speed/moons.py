"""W2: micrograd's moons demo. An MLP 2-16-16-1 with ReLU, 100 points, hinge loss and L2, 100 full-batch steps.

For us the whole loss of 100 points is one scalar graph, written with plain + and *, as in micrograd's notebook.
"""

import random
from functools import lru_cache
from itertools import pairwise

import numpy as np

from .harness import Contender, Table, by_peer, by_us, in_c, library, pointer, wide

POINTS, STEPS, SIZES = 100, 100, (2, 16, 16, 1)


def data():
    """Points of two half circles, targets of ±1, and a start: micrograd's layout, for each neuron weights and bias."""
    rng = np.random.default_rng(1337)
    t = rng.uniform(0.0, np.pi, POINTS)
    y = np.where(np.arange(POINTS) % 2, 1.0, -1.0)
    x = np.where(y < 0, [np.cos(t), np.sin(t)], [1 - np.cos(t), 0.5 - np.sin(t)]).T + rng.normal(0, 0.1, (POINTS, 2))
    start = []
    for nin, nout in pairwise(SIZES):
        for _ in range(nout):
            start += [*rng.uniform(-1, 1, nin), 0.0]
    rates = np.array([1.0 - 0.9 * k / STEPS for k in range(STEPS)])
    return np.ascontiguousarray(x), y, np.array(start), rates


class Plain:
    """The network in plain + and *, on whatever kind of Value."""

    def __init__(self, value, start):
        numbers = iter(start)
        self.layers = [
            [([value(float(next(numbers))) for _ in range(nin)], value(float(next(numbers)))) for _ in range(nout)]
            for nin, nout in pairwise(SIZES)
        ]

    def __call__(self, x):
        for layer in self.layers:
            x = [sum((wi * xi for wi, xi in zip(w, x, strict=True)), b) for w, b in layer]
            if layer is not self.layers[-1]:
                x = [a.relu() for a in x]
        return x[0]

    def parameters(self):
        return [p for layer in self.layers for w, b in layer for p in [*w, b]]


def total(scores, targets, parameters):
    """The loss as the notebook writes it."""
    losses = [(1 + -y * score).relu() for y, score in zip(targets, scores, strict=True)]
    return sum(losses) * (1.0 / len(losses)) + 1e-4 * sum(p * p for p in parameters)


@lru_cache(1)  # all targets compile the same one
def step(points=POINTS):
    """Our program of one step: recorded, differentiated, with the update."""
    from tinygrad_edu import Value
    from tinygrad_edu.optim import SGD
    from tinygrad_edu.train.lowered import Recorded

    x, y, start, _ = data()
    net = Plain(Value, start)
    parameters = net.parameters()
    loss = lambda scores, targets: total(scores, targets, parameters)  # noqa: E731
    return Recorded(net, loss, SGD(parameters, lr=1.0), list(x[0]), float(y[0]), points, moving=("lr",))


def ours(target):
    from tinygrad_edu.jit.targets import build

    x, y, start, rates = data()
    made = step()
    executable = build(made.loop.program, target=target, loop=made.loop)
    inputs = [start, np.ascontiguousarray(x.ravel()), y, rates]
    order = np.tile(np.arange(POINTS, dtype=np.int64), STEPS)

    def run():
        after, logs = executable.loop(STEPS, inputs, order)
        return after[0], logs[0][-1]

    return run


def c(*flags):
    train = library("w2_moons.c", *wide(*flags)).train
    x, y, start, rates = data()
    losses, p = np.zeros(STEPS), start.copy()
    arguments = [STEPS, *map(pointer, (p, x, y, rates, losses))]

    def run():
        p[:] = start
        train(*arguments)
        return p, losses[-1]

    return run


def numpy():
    x, y, start, rates = data()
    bounds = np.cumsum([0, *((i + 1) * o for i, o in pairwise(SIZES))])

    def run():
        p = start.copy()
        for rate in rates:
            a, b, w = (p[i:j].reshape(o, -1) for i, j, o in zip(bounds, bounds[1:], SIZES[1:], strict=False))
            h1 = np.maximum(x @ a[:, :-1].T + a[:, -1], 0)
            h2 = np.maximum(h1 @ b[:, :-1].T + b[:, -1], 0)
            margin = 1 - y * (h2 @ w[:, :-1].T + w[:, -1])[:, 0]
            loss = np.maximum(margin, 0).mean() + 1e-4 * (p @ p)
            d3 = np.where(margin > 0, -y / POINTS, 0)[:, None]
            d2 = (d3 @ w[:, :-1]) * (h2 > 0)
            d1 = (d2 @ b[:, :-1]) * (h1 > 0)
            parts = [np.c_[d.T @ h, d.sum(0)].ravel() for d, h in ((d1, x), (d2, h1), (d3, h2))]
            p -= rate * (np.concatenate(parts) + 2e-4 * p)
        return p, loss

    return run


def jax():
    import jax
    import jax.numpy as jnp

    x, y, start, rates = map(jnp.asarray, data())
    shapes = [(o, i + 1) for i, o in pairwise(SIZES)]
    layers, at = [], 0
    for o, i in shapes:
        layers.append(start[at : at + o * i].reshape(o, i))
        at += o * i

    def loss(layers):
        h = x
        for k, layer in enumerate(layers):
            h = h @ layer[:, :-1].T + layer[:, -1]
            h = jnp.maximum(h, 0) if k < 2 else h
        return jnp.maximum(1 - y * h[:, 0], 0).mean() + 1e-4 * sum((p * p).sum() for p in layers)

    def one(layers, rate):
        value, slopes = jax.value_and_grad(loss)(layers)
        return [p - rate * g for p, g in zip(layers, slopes, strict=True)], value

    train = jax.jit(lambda layers: jax.lax.scan(one, layers, rates))

    def run():
        after, losses = jax.block_until_ready(train(layers))
        return list(after), losses[-1]

    return run


def torch():
    import torch

    torch.set_num_threads(1)
    x, y, start, rates = map(torch.from_numpy, data())

    def run():
        layers, at = [], 0
        for i, o in pairwise(SIZES):
            layers.append(start[at : at + o * (i + 1)].reshape(o, i + 1).clone().requires_grad_())
            at += o * (i + 1)
        optimizer = torch.optim.SGD(layers, lr=1.0)
        for k in range(STEPS):
            optimizer.param_groups[0]["lr"] = float(rates[k])
            h = x
            for n, layer in enumerate(layers):
                h = torch.nn.functional.linear(h, layer[:, :-1], layer[:, -1])
                h = torch.relu(h) if n < 2 else h
            loss = torch.relu(1 - y * h[:, 0]).mean() + 1e-4 * sum((p * p).sum() for p in layers)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
        return [p.detach() for p in layers], loss.item()

    return run


def micrograd():
    from micrograd.engine import Value

    x, y, start, _ = data()

    def run():
        random.seed(0)
        net = Plain(Value, start)
        total([net(list(map(Value, row))) for row in x], y, net.parameters()).backward()
        return [p.grad for p in net.parameters()]

    return run


def tables(quick):
    found = [Contender("NumPy by hand", numpy()), *in_c("tuned", c, quick), *by_us(ours)]
    found += by_peer("jax", "JAX jit, scan", jax)
    found += by_peer("torch", "PyTorch eager", torch)
    if not quick:
        found += by_peer("micrograd", "micrograd", micrograd, part=1 / STEPS, note="one step, times 100")
    title = f"W2 moons: MLP 2-16-16-1, {POINTS} points, hinge + L2, {STEPS} full-batch steps; one scalar graph"
    yield Table(title, found)
