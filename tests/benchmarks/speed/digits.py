"""W5: an MLP 64-32-10 with ReLU on images of 8 by 8, cross-entropy, minibatches of 32, Adam: one epoch in one call."""

from functools import lru_cache, partial
from itertools import pairwise

import numpy as np

from .adam import by_jax
from .adam import ours as trained
from .harness import Contender, Table, by_peer, by_us, in_c, library, pointer, wide

IMAGES, BATCH, STEPS, SIZES = 1797, 32, 56, (64, 32, 10)


def data():
    """Random images and classes (the work does not depend on what they show), an order, and a start."""
    rng = np.random.default_rng(0)
    x, y = rng.random((IMAGES, 64)), rng.integers(0, 10, IMAGES).astype(np.int32)
    order = rng.permutation(IMAGES)[: STEPS * BATCH].astype(np.int64)
    start = []
    for nin, nout in pairwise(SIZES):
        start += [*(rng.uniform(-1, 1, (nout, nin + 1)) / np.sqrt(nin)).ravel()]
    return x, y, order, np.array(start)


@lru_cache(1)  # all targets compile the same one
def step():
    """Our program of one step of a batch."""
    from tinygrad_edu import nn
    from tinygrad_edu.optim import Adam
    from tinygrad_edu.train.lowered import Recorded

    x, y, _, start = data()
    net = nn.MLP(64, [32, 10], activation="relu", seed=0)
    parameters = net.parameters()
    for p, number in zip(parameters, start, strict=True):
        p.data = float(number)
    made = Recorded(net, nn.cross_entropy, Adam(parameters), [float(v) for v in x[0]], int(y[0]), BATCH)
    return made, start


def ours(target):
    x, y, order, _ = data()
    made, start = step()
    return trained(made, start, x, y, order, STEPS, target)


def c(which, *flags):
    train = getattr(library("w5_digits.c", *wide(*flags)), which)
    x, y, order, start = data()
    p, m, v, losses = start.copy(), np.zeros_like(start), np.zeros_like(start), np.zeros(STEPS)
    arguments = [STEPS, 1, *map(pointer, (p, m, v, x, y, order, losses))]

    def run():
        p[:], m[:], v[:] = start, 0.0, 0.0
        train(*arguments)
        return p, losses[0], losses[-1]

    return run


def _layers(start):
    cut = 32 * 65
    return [start[:cut].reshape(32, 65), start[cut:].reshape(10, 33)]


def numpy():
    x, y, order, start = data()
    hot = np.eye(10)[y]

    def run():
        p, m, v, losses = start.copy(), np.zeros_like(start), np.zeros_like(start), []
        for t in range(1, STEPS + 1):
            rows = order[(t - 1) * BATCH : t * BATCH]
            a, b = _layers(p)
            h = np.maximum(x[rows] @ a[:, :-1].T + a[:, -1], 0)
            z = h @ b[:, :-1].T + b[:, -1]
            z -= z.max(1, keepdims=True)
            e = np.exp(z)
            s = e.sum(1, keepdims=True)
            losses.append((np.log(s)[:, 0] - (z * hot[rows]).sum(1)).mean())
            d2 = (e / s - hot[rows]) / BATCH
            d1 = (d2 @ b[:, :-1]) * (h > 0)
            g = np.concatenate([np.c_[d.T @ u, d.sum(0)].ravel() for d, u in ((d1, x[rows]), (d2, h))])
            m = 0.9 * m + (1.0 - 0.9) * g
            v = 0.999 * v + (1.0 - 0.999) * (g * g)
            p -= 1e-3 / (1 - 0.9**t) * m / (np.sqrt(v) / np.sqrt(1 - 0.999**t) + 1e-8)
        return p, losses[0], losses[-1]

    return run


def jax():
    import jax
    import jax.numpy as jnp

    x, y, order, start = map(jnp.asarray, data())
    batches = order.reshape(STEPS, BATCH)

    def loss(layers, rows):
        a, b = layers
        z = jnp.maximum(x[rows] @ a[:, :-1].T + a[:, -1], 0) @ b[:, :-1].T + b[:, -1]
        picked = jnp.take_along_axis(z, y[rows][:, None], 1)[:, 0]
        return (jax.nn.logsumexp(z, axis=1) - picked).mean()

    return by_jax(loss, _layers(start), batches)


def torch():
    import torch

    torch.set_num_threads(1)
    x, y, order, start = map(torch.from_numpy, data())
    y = y.long()

    def run():
        layers = [p.clone().requires_grad_() for p in _layers(start)]
        adam, losses = torch.optim.Adam(layers, fused=True), []
        for t in range(STEPS):
            rows = order[t * BATCH : (t + 1) * BATCH]
            h = torch.relu(torch.nn.functional.linear(x[rows], layers[0][:, :-1], layers[0][:, -1]))
            z = torch.nn.functional.linear(h, layers[1][:, :-1], layers[1][:, -1])
            loss = torch.nn.functional.cross_entropy(z, y[rows])
            adam.zero_grad()
            loss.backward()
            adam.step()
            losses.append(loss)
        return [p.detach() for p in layers], losses[0].item(), losses[-1].item()

    return run


def tables(quick):
    found = [Contender("NumPy by hand", numpy()), *in_c("tuned", partial(c, "tuned"), quick)]
    found += [*in_c("textbook", partial(c, "textbook"), quick), *by_us(ours)]
    found += by_peer("jax", "JAX jit, scan, float64", jax)
    found += by_peer("torch", "PyTorch eager, fused Adam", torch)
    title = f"W5 digits: MLP 64-32-10, Adam, minibatches of {BATCH}, one epoch of {STEPS} steps in one call"
    yield Table(title, found)
