"""Exclusive or: the smallest problem that needs a hidden layer. Prints what the net says after training.

python examples/xor.py [--epochs 100]
"""

import argparse

from tinygrad_edu import data, nn
from tinygrad_edu.train import evaluate, fit, predict


def main(epochs: int = 100) -> float:
    """Train a 2-4-1 net; its accuracy on the four rows."""
    net = nn.MLP(2, [4, 1], activation="tanh", output_activation="sigmoid", seed=1)
    history = fit(net, data.xor(), loss="bce", optimizer="adam", lr=0.1, epochs=epochs)
    print(f"loss {history.spark()} {history[-1]['loss']:.6f}")
    for (a, b), (out,) in zip(data.xor().X, predict(net, data.xor().X), strict=True):
        print(f"{a:g} xor {b:g} = {out:.3f}")
    return evaluate(net, data.xor(), loss="bce", metrics="accuracy")["accuracy"]


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--epochs", type=int, default=100)
    main(parser.parse_args().epochs)
