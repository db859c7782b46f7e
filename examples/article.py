"""The article's 2-2-2 network, built with nn and optim: the error after 1 and after 10,000 rounds of gradient descent.

    python examples/article.py [--epochs 10000]

The labels of the net are the article's names, so its numbers are put in by name. The biases are not trained. The
article itself prints 0.000035085 at the end, which is not gradient descent: `tinygrad-edu article` shows why.
"""

import argparse

from tinygrad_edu import article, data, nn, optim
from tinygrad_edu.train import evaluate, fit, predict


def main(epochs: int = article.ROUNDS) -> float:
    """Train; the error after the last round."""
    net = nn.MLP(2, [2, 2], activation="sigmoid", output_activation="sigmoid", bias="shared")
    for p in net.parameters():
        p.data = (article.WEIGHTS | article.BIASES)[p.label]
    weights = [p for p in net.parameters() if p.label in article.WEIGHTS]
    history = fit(
        net,
        data.article(),
        loss="half_squared_error",
        optimizer=optim.SGD(weights, lr=article.LEARNING_RATE),
        epochs=epochs,
    )
    error = evaluate(net, data.article(), loss="half_squared_error")["loss"]
    print(f"E_total {history.spark()}")
    print(f"before training      {history[0]['loss']:.9f}")
    if epochs > 1:
        print(f"after 1 round        {history[1]['loss']:.9f}")
    print(f"after {epochs:,} round{'s' * (epochs != 1)}".ljust(21) + f"{error:.9f}")
    ((o1, o2),) = predict(net, data.article().X)
    print(f"outputs              {o1:.9f}, {o2:.9f}")
    return error


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--epochs", type=int, default=article.ROUNDS)
    main(parser.parse_args().epochs)
