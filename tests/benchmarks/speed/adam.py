"""Training with Adam in one call, by us and by JAX: what the digits and the GPT have in common."""

import numpy as np


def ours(made, start, x, y, order, steps, target):
    """Compile a recorded step; what trains so many from the start, and gives the parameters and two of the losses."""
    from tinygrad_edu import Value
    from tinygrad_edu.jit.targets import build
    from tinygrad_edu.optim import Adam

    executable = build(made.loop.program, target=target, loop=made.loop)
    adam, names = Adam([Value(0.0)]), made.scheduled[0]
    settings = adam.settings_of(adam.param_groups[0])
    numbers = [vars(adam.numbers_of_step(settings, t)) for t in range(1, steps + 1)]
    schedule = np.array([[n[name] for name in names] for n in numbers]).ravel()
    state = {"exp_avg": np.zeros_like(start), "exp_avg_sq": np.zeros_like(start)}
    rows = [a.ravel().astype(float) for a in (x, y)]
    inputs = [start, *(state[name] for name in made.step.state[0]), *rows, schedule]

    def run():
        after, logs = executable.loop(steps, inputs, order)
        return after[0], logs[0][0], logs[0][-1]

    return run


def by_jax(loss, layers, batches):
    """The same by JAX: ``loss`` of the layers and a batch, all batches in one scan."""
    import jax
    import jax.numpy as jnp

    def one(carried, batch):
        layers, m, v, t = carried
        value, g = jax.value_and_grad(loss)(layers, batch)
        m = [0.9 * a + (1.0 - 0.9) * b for a, b in zip(m, g, strict=True)]
        v = [0.999 * a + (1.0 - 0.999) * b * b for a, b in zip(v, g, strict=True)]
        rate, root = 1e-3 / (1 - 0.9**t), jnp.sqrt(1 - 0.999**t)
        layers = [p - rate * a / (jnp.sqrt(b) / root + 1e-8) for p, a, b in zip(layers, m, v, strict=True)]
        return (layers, m, v, t + 1), value

    layers = list(map(jnp.asarray, layers))
    zeros = [jnp.zeros_like(p) for p in layers]
    train = jax.jit(lambda carried: jax.lax.scan(one, carried, batches))

    def run():
        (after, *_), losses = jax.block_until_ready(train((layers, zeros, zeros, 1.0)))
        return list(after), losses[0], losses[-1]

    return run
