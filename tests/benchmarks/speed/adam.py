"""Training with Adam in one call, by us: what the digits and the GPT have in common."""

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
