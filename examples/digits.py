"""Handwritten digits, 8·8 pixels: a 64-32-10 net that reads over 95 % of the digits it has not seen.

    python examples/digits.py [--epochs 12]

2,410 parameters, 1,438 rows in batches of 32, every derivative a scalar's: an epoch takes the eager engine about three
seconds, and so much all of them take compiled. Needs scikit-learn: pip install 'tinygrad-edu[examples,fast]'.
"""

import argparse

from tinygrad_edu import data, nn
from tinygrad_edu.train import evaluate, fit, predict
from tinygrad_edu.train.metrics import predicted_class


def main(epochs: int = 12) -> float:
    """Train; the accuracy on the held-out digits."""
    train, test = data.split(data.digits(), test=0.2, seed=0)
    net = nn.MLP(64, [32, 10], activation="relu", seed=0)
    fit(
        net,
        train,
        loss="cross_entropy",
        optimizer="adam",
        lr=0.01,
        epochs=epochs,
        batch_size=32,
        seed=0,
        metrics="accuracy",
        callbacks=[lambda h: print(f"epoch {h[-1]['epoch']:2}: loss {h[-1]['loss']:.4f}", flush=True)],
    )
    accuracy = evaluate(net, test, loss="cross_entropy", metrics="accuracy")["accuracy"]
    print(f"{100 * accuracy:.1f} % of {len(test)} held-out digits are read right")
    show(test.X[0], predicted_class(predict(net, test.X[:1])[0]), test.y[0])
    return accuracy


def show(pixels: list[float], answer: int, right: int) -> None:
    """A digit, and what the net takes it for."""
    for row in range(8):
        print("  " + "".join(" .:-=+*#%@"[round(9 * x)] * 2 for x in pixels[8 * row : 8 * row + 8]))
    print(f"  the net says {answer}, it is {right}")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--epochs", type=int, default=12)
    main(parser.parse_args().epochs)
