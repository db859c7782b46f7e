"""W6: a GPT of one layer, written in scalars in ``examples/gpt.py``: 100 steps of Adam in one call, a text for each.

4,192 parameters, as in microgpt: 27 characters, 16 positions, width 16, 4 heads, ReLU, no biases.
"""

import importlib.util
from functools import lru_cache
from pathlib import Path

import numpy as np

from .adam import by_jax
from .adam import ours as trained
from .harness import Table, by_peer, by_us, in_c, library, pointer, wide

STEPS, CHARACTERS, POSITIONS, WIDTH, HEADS = 100, 27, 16, 16, 4
SHAPES = [(CHARACTERS, WIDTH), (POSITIONS, WIDTH), *[(WIDTH, WIDTH)] * 4, (64, WIDTH), (WIDTH, 64), (CHARACTERS, WIDTH)]


def data():
    """Random texts (the work does not depend on what they say), what follows each character, and a start."""
    rng = np.random.default_rng(5)
    texts = rng.integers(0, CHARACTERS, (STEPS, POSITIONS + 1)).astype(np.int32)
    start = rng.normal(0.0, 0.08, sum(n * m for n, m in SHAPES))
    return np.ascontiguousarray(texts[:, :-1]), np.ascontiguousarray(texts[:, 1:]), start


def matrices(start):
    cuts = np.cumsum([n * m for n, m in SHAPES])[:-1]
    return [part.reshape(shape) for part, shape in zip(np.split(start, cuts), SHAPES, strict=True)]


@lru_cache(1)  # all targets compile the same one
def step():
    """Our program of one step."""
    from tinygrad_edu.optim import Adam
    from tinygrad_edu.train.lowered import Recorded

    where = Path(__file__).parents[3] / "examples" / "gpt.py"
    spec = importlib.util.spec_from_file_location("example_gpt", where)
    example = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(example)
    net = example.GPT()
    x, y, start = data()
    for p, number in zip(net.parameters(), start, strict=True):
        p.data = float(number)
    return Recorded(net, example.error, Adam(net.parameters()), x[0].tolist(), y[0].tolist(), 1), start


def ours(target):
    x, y, _ = data()
    made, start = step()
    return trained(made, start, x, y, np.arange(STEPS), STEPS, target)


def c(*flags):
    train = library("w6_gpt.c", *wide(*flags)).train
    x, y, start = data()
    p, m, v, losses = start.copy(), np.zeros_like(start), np.zeros_like(start), np.zeros(STEPS)
    arguments = [STEPS, *map(pointer, (p, m, v, x, y, losses))]

    def run():
        p[:], m[:], v[:] = start, 0.0, 0.0
        train(*arguments)
        return p, losses[0], losses[-1]

    return run


def jax():
    import jax
    import jax.numpy as jnp

    x, y, start = map(jnp.asarray, data())
    later = ~np.tri(POSITIONS, dtype=bool)

    def norm(a):
        return a * ((a * a).mean(1, keepdims=True) + 1e-5) ** -0.5

    def loss(weights, pair):
        text, wanted = pair
        token, place, q, k, v, out, up, down, answer = weights
        a = norm(token[text] + place)
        queries, keys, values = ((norm(a) @ w.T).reshape(POSITIONS, HEADS, -1).transpose(1, 0, 2) for w in (q, k, v))
        scores = jnp.where(later, -jnp.inf, queries @ keys.transpose(0, 2, 1) / 2.0)
        mixed = (jax.nn.softmax(scores, axis=2) @ values).transpose(1, 0, 2).reshape(POSITIONS, WIDTH)
        a = a + mixed @ out.T
        a = a + jnp.maximum(norm(a) @ up.T, 0) @ down.T
        logits = jax.nn.log_softmax(a @ answer.T, axis=1)
        return -jnp.take_along_axis(logits, wanted[:, None], 1).mean()

    return by_jax(loss, matrices(start), (x, y))


def torch():
    import torch

    torch.set_num_threads(1)
    x, y, start = data()
    x, y = (torch.from_numpy(a).long() for a in (x, y))

    def norm(a):
        return a * ((a * a).mean(1, keepdim=True) + 1e-5) ** -0.5

    def run():
        weights = [torch.from_numpy(w.copy()).requires_grad_() for w in matrices(start)]
        token, place, q, k, v, out, up, down, answer = weights
        adam, losses = torch.optim.Adam(weights, fused=True), []
        for text, wanted in zip(x, y, strict=True):
            a = norm(token[text] + place)
            heads = [(norm(a) @ w.T).reshape(POSITIONS, HEADS, -1).transpose(0, 1) for w in (q, k, v)]
            mixed = torch.nn.functional.scaled_dot_product_attention(*heads, is_causal=True)
            a = a + mixed.transpose(0, 1).reshape(POSITIONS, WIDTH) @ out.T
            a = a + torch.relu(norm(a) @ up.T) @ down.T
            loss = torch.nn.functional.cross_entropy(a @ answer.T, wanted)
            adam.zero_grad()
            loss.backward()
            adam.step()
            losses.append(loss)
        return [p.detach() for p in weights], losses[0].item(), losses[-1].item()

    return run


def tables(quick):
    found = [*in_c("textbook", c, quick), *by_us(ours)]
    found += by_peer("jax", "JAX jit, scan, float64", jax)
    found += by_peer("torch", "PyTorch eager, fused Adam", torch)
    yield Table(f"W6 microgpt: a GPT of 4,192 parameters, Adam, a text of 16 characters a step, {STEPS} steps", found)
