"""Fisher's iris flowers: three classes from four lengths, and a look at which flowers are mistaken for which.

    python examples/iris.py [--epochs 60]

A fifth of the flowers is held out, and the scaling is learned from the others alone. Needs scikit-learn: pip install
'tinygrad-edu[examples]'.
"""

import argparse

from tinygrad_edu import data, nn
from tinygrad_edu.train import evaluate, fit, predict
from tinygrad_edu.train.metrics import predicted_class


def main(epochs: int = 60) -> float:
    """Train a 4-16-3 net; its accuracy on the held-out flowers."""
    train, test = data.standardise(*data.split(data.iris(), test=0.2, seed=0))
    net = nn.MLP(4, [16, 3], activation="tanh", seed=0)
    history = fit(
        net,
        train,
        loss="cross_entropy",
        optimizer="adam",
        lr=0.01,
        epochs=epochs,
        batch_size=16,
        seed=0,
        validation=test,
        metrics="accuracy",
    )
    print(f"loss {history.spark()} {history[-1]['loss']:.4f}, held out {history[-1]['val_loss']:.4f}")
    print(f"{'of the held-out':16}{''.join(f'{name:>12}' for name in test.classes)}  (recognised as)")
    answers = [predicted_class(out) for out in predict(net, test.X)]
    for k, name in enumerate(test.classes):
        found = [answer for answer, y in zip(answers, test.y, strict=True) if y == k]
        print(f"{name:16}{''.join(f'{found.count(j):12}' for j in range(len(test.classes)))}")
    return evaluate(net, test, loss="cross_entropy", metrics="accuracy")["accuracy"]


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--epochs", type=int, default=60)
    main(parser.parse_args().epochs)
