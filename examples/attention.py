"""Causal self-attention, written in scalars and compiled: no line of this file knows what an array is.

Eight positions learn to answer with the mean of what came so far. Prints the array program that the compiler found, and
how much sooner it has a gradient than the eager engine.

python examples/attention.py [--epochs 300]
"""

import argparse
import random
import time
from importlib.util import find_spec

import tinygrad_edu as te

POSITIONS, WIDTH = 8, 4


def attention(weights, x):
    """The outputs of all positions: each looks at those up to itself, by softmax of q·k."""
    queries, keys, values = ([[te.dot(row, at) for row in w] for at in x] for w in weights)
    outputs = []
    for position, query in enumerate(queries):
        scores = [te.dot(query, key) * WIDTH**-0.5 for key in keys[: position + 1]]
        shares = te.softmax(scores)
        outputs.append([te.dot(shares, [value[i] for value in values[: position + 1]]) for i in range(WIDTH)])
    return outputs


def error(weights, x, wanted):
    pairs = zip(attention(weights, x), wanted, strict=True)
    return te.mean([te.square(o - w) for out, want in pairs for o, w in zip(out, want, strict=True)])


def example(generator):
    """Random numbers, and the mean of each one's past."""
    x = [[generator.gauss(0.0, 1.0) for _ in range(WIDTH)] for _ in range(POSITIONS)]
    return x, [[sum(column[: p + 1]) / (p + 1) for column in zip(*x, strict=True)] for p in range(POSITIONS)]


def main(epochs: int = 300) -> float:
    """Gradient descent, an example a step; the mean error of the last tenth of the steps."""
    generator = random.Random(0)
    weights = [[[generator.gauss(0.0, 0.5) for _ in range(WIDTH)] for _ in range(WIDTH)] for _ in "qkv"]
    compiled = te.jit(error)
    errors = []
    for _ in range(epochs):
        now, slopes = compiled.value_and_grad(weights, *example(generator))
        weights = [
            [[w - 0.5 * g for w, g in zip(*rows, strict=True)] for rows in zip(*pair, strict=True)]
            for pair in zip(weights, slopes, strict=True)
        ]
        errors.append(now)
    x, wanted = example(generator)
    seconds = []
    for f in (te.value_and_grad(error), compiled.value_and_grad):
        start = time.perf_counter()
        f(weights, x, wanted)
        seconds.append(time.perf_counter() - start)
    last = errors[-max(1, epochs // 10) :]
    if find_spec("numpy"):
        print(te.jit(error, target="numpy").source(weights, x, wanted))
    print(f"error {errors[0]:.4f} at first, {sum(last) / len(last):.4f} at last")
    print(f"a gradient takes {seconds[0] * 1e3:.1f} ms in the eager engine and {seconds[1] * 1e3:.2f} ms compiled")
    return sum(last) / len(last)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--epochs", type=int, default=300)
    main(parser.parse_args().epochs)
