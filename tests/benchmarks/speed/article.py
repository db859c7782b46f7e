"""W1: the article's network, 10,000 steps of gradient descent in one call."""

import ctypes
from functools import partial

from .compiled_article import STEPS, network, numbers, ours
from .harness import Contender, Table, by_peer, compiler, library, targets


def eager(steps):
    from tinygrad_edu import nn
    from tinygrad_edu.optim import SGD

    def run():
        net, weights = network()
        _, _, x, y = numbers()
        optimizer = SGD(weights, lr=0.5)
        for _ in range(steps):
            optimizer.zero_grad()
            loss = nn.half_squared_error(net(x), y)
            loss.backward()
            optimizer.step()
        return [p.data for p in weights]

    return run


def python(steps):
    """A loop as one writes it by hand, without any of this."""
    from math import exp

    def run():
        (w1, w2, w3, w4, w5, w6, w7, w8), (b1, b2), (i1, i2), (t1, t2) = numbers()
        for _ in range(steps):
            h1, h2 = 1 / (1 + exp(-(w1 * i1 + w2 * i2 + b1))), 1 / (1 + exp(-(w3 * i1 + w4 * i2 + b1)))
            o1, o2 = 1 / (1 + exp(-(w5 * h1 + w6 * h2 + b2))), 1 / (1 + exp(-(w7 * h1 + w8 * h2 + b2)))
            d1, d2 = (o1 - t1) * o1 * (1 - o1), (o2 - t2) * o2 * (1 - o2)
            e1, e2 = (d1 * w5 + d2 * w7) * h1 * (1 - h1), (d1 * w6 + d2 * w8) * h2 * (1 - h2)
            w5, w6, w7, w8 = w5 - 0.5 * d1 * h1, w6 - 0.5 * d1 * h2, w7 - 0.5 * d2 * h1, w8 - 0.5 * d2 * h2
            w1, w2, w3, w4 = w1 - 0.5 * e1 * i1, w2 - 0.5 * e1 * i2, w3 - 0.5 * e2 * i1, w4 - 0.5 * e2 * i2
        return [w1, w2, w3, w4, w5, w6, w7, w8]

    return run


def c(*flags):
    import numpy as np

    train = library("w1_article.c", *flags).train
    train.restype, train.argtypes = ctypes.c_double, [ctypes.c_int, ctypes.c_void_p, ctypes.c_double]
    start = np.array(numbers()[0])
    w = start.copy()

    def run():
        w[:] = start
        train(STEPS, w.ctypes.data, 0.5)
        return w

    return run


def jax():
    import jax
    import jax.numpy as jnp

    w, b, x, t = (jnp.asarray(group) for group in numbers())

    def loss(w):
        h = jax.nn.sigmoid(w[:4].reshape(2, 2) @ x + b[0])
        return 0.5 * ((t - jax.nn.sigmoid(w[4:].reshape(2, 2) @ h + b[1])) ** 2).sum()

    slope = jax.grad(loss)
    train = jax.jit(lambda w: jax.lax.fori_loop(0, STEPS, lambda _, w: w - 0.5 * slope(w), w))
    return lambda: jax.block_until_ready(train(w))


def torch(steps):
    import torch

    torch.set_num_threads(1)
    start, b, x, t = (torch.tensor(group, dtype=torch.float64) for group in numbers())

    def run():
        w = start.clone().requires_grad_()
        for _ in range(steps):
            w.grad = None
            h = torch.sigmoid(w[:4].reshape(2, 2) @ x + b[0])
            (0.5 * ((t - torch.sigmoid(w[4:].reshape(2, 2) @ h + b[1])) ** 2).sum()).backward()
            with torch.no_grad():
                w -= 0.5 * w.grad
        return w.detach()

    return run


def tables(quick):
    part = 0.001 if quick else 0.01
    few = int(STEPS * part)
    found = []
    if compiler():
        found += [Contender("C strict", c()), Contender("C -ffast-math", c("-ffast-math"))]
    wanted = (["llvm"] if "llvm" in targets() else []) + ["python"]
    found += [Contender(f"tinygrad_edu, {target}", ours(target)) for target in wanted]
    found.append(Contender("Python by hand", python(STEPS)))
    found += by_peer("jax", "JAX jit, fori_loop", jax)
    note = f"{few:,} steps, times {STEPS // few:,}"
    found.append(Contender("tinygrad_edu, eager engine", eager(few), part=part, note=note))
    found += by_peer("torch", "PyTorch eager", partial(torch, few), part=part, note=note)
    yield Table(f"W1 the article's network, {STEPS:,} steps of gradient descent in one call", found)
