"""A network in plain scalars, without a layer, a class or a name: trained compiled, then drawn and explained.

python examples/scalars.py [--epochs 2000] [--save FOLDER]
"""

import argparse
import random
import time
from pathlib import Path

import tinygrad_edu as te
from tinygrad_edu import Value, nn

ROWS = [([0.0, 0.0], 0.0), ([0.0, 1.0], 1.0), ([1.0, 0.0], 1.0), ([1.0, 1.0], 0.0)]  # exclusive or


def output(p, x):
    """Three hidden neurons of two inputs, and one output: lists of numbers or Values, it makes no difference."""
    (w, b), (v, c) = p
    h = [te.tanh(w[k][0] * x[0] + w[k][1] * x[1] + b[k]) for k in range(3)]
    return te.sigmoid(v[0] * h[0] + v[1] * h[1] + v[2] * h[2] + c)


def loss(p):
    return sum((output(p, x) - y) ** 2 for x, y in ROWS) / len(ROWS)


def main(epochs: int = 2000, folder: Path | None = None) -> float:
    """Train, show one weight's derivative, write the pictures; the last loss."""
    rng = random.Random(4)
    hidden = [[rng.uniform(-1, 1) for _ in range(2)] for _ in range(3)], [0.0] * 3
    p = [[*hidden], [[rng.uniform(-1, 1) for _ in range(3)], 0.0]]
    slope = te.value_and_grad(loss, jit=True)
    start = time.perf_counter()
    for _ in range(epochs):
        _, gradient = slope(p)
        p = moved(p, gradient)
    error = loss(p)
    print(f"{epochs:,} steps in {time.perf_counter() - start:.2f} s: loss {error:.6f}")

    x, y = ROWS[2]
    E = nn.name_network(((output(values(p), x) - y) ** 2).named("E"))
    w1 = next(v for v in te.graph.ancestors(E) if v.label == "w1")
    print(te.explain(E, wrt=w1, digits=6))
    if folder is not None:
        te.draw_network(E).save(folder / "network.svg")
        te.draw_path(E, wrt=w1).save(folder / "path.svg")
        te.steps(E, lr=1.0).save(folder / "steps.html")
    return error


def moved(p, gradient, lr=1.0):
    """p − lr·gradient, for nested lists."""
    if isinstance(p, list):
        return [moved(q, g, lr) for q, g in zip(p, gradient, strict=True)]
    return p - lr * gradient


def values(p):
    """Nested lists of numbers as Values."""
    return [values(q) for q in p] if isinstance(p, list) else Value(p)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--epochs", type=int, default=2000)
    parser.add_argument("--save", type=Path, metavar="FOLDER", help="write network.svg, path.svg and steps.html there")
    arguments = parser.parse_args()
    main(arguments.epochs, arguments.save)
