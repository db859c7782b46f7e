"""A recurrent network, written in scalars and compiled: backpropagation through time comes out by itself.

Four units read a number at each of 24 steps and learn to answer with the one of the step before. Prints the array
program of the error and its gradient: one loop forwards, one backwards, and sums over time as products of matrices.

python examples/recurrent.py [--epochs 400]
"""

import argparse
import random
import time
from importlib.util import find_spec
from itertools import pairwise

import tinygrad_edu as te

STEPS, UNITS = 24, 4


def error(weights, x):
    """Of an Elman network: h = tanh(u·x + V·h + b) at each step, and w·h is its answer."""
    u, v, b, w = weights
    h, errors = [0.0] * UNITS, []
    for before, now in pairwise(x):
        h = [te.tanh(u[j] * now + te.dot(v[j], h) + b[j]) for j in range(UNITS)]
        errors.append(te.square(te.dot(w, h) - before))
    return te.mean(errors)


def example(generator):
    return [generator.choice([-1.0, 1.0]) for _ in range(STEPS)]


def step(weights, slopes):
    """Gradient descent, for lists of any depth."""
    if isinstance(weights, (list, tuple)):
        return [step(w, g) for w, g in zip(weights, slopes, strict=True)]
    return weights - 0.1 * slopes


def main(epochs: int = 400) -> float:
    """Gradient descent, an example a step; the mean error of the last tenth of the steps."""
    generator = random.Random(1)
    rows = [[generator.gauss(0.0, 0.5) for _ in range(UNITS)] for _ in range(UNITS + 3)]
    weights = rows[0], rows[1:-2], rows[-2], rows[-1]
    compiled = te.jit(error)
    errors = []
    for _ in range(epochs):
        now, slopes = compiled.value_and_grad(weights, example(generator))
        weights = step(weights, slopes)
        errors.append(now)
    x, seconds = example(generator), []
    for f in (te.value_and_grad(error), compiled.value_and_grad):
        start = time.perf_counter()
        f(weights, x)
        seconds.append(time.perf_counter() - start)
    last = errors[-max(1, epochs // 10) :]
    if find_spec("numpy"):
        arrays = te.jit(error, target="numpy")
        arrays.grad(weights, x)
        print(arrays.source())
    print(f"error {errors[0]:.4f} at first, {sum(last) / len(last):.4f} at last")
    print(f"a gradient takes {seconds[0] * 1e3:.1f} ms in the eager engine and {seconds[1] * 1e3:.2f} ms compiled")
    return sum(last) / len(last)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--epochs", type=int, default=400)
    main(parser.parse_args().epochs)
