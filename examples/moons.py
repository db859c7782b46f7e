"""micrograd's demo: two moons, a 2-16-16-1 net, the max-margin loss of a support vector machine, and a little decay.

    python examples/moons.py [--epochs 100] [--plot moons.png]

The learning rate goes from 1 down to a tenth of it, all 100 rows are one batch, as in the original. Needs
scikit-learn, and matplotlib for the plot: pip install 'tinygrad-edu[examples,plot]'.
"""

import argparse

from tinygrad_edu import data, nn, optim
from tinygrad_edu.train import evaluate, fit


def main(epochs: int = 100, plot: str | None = None) -> float:
    """Train; the accuracy on the training rows."""
    moons = data.moons(100, noise=0.1, seed=1337).signed()
    net = nn.MLP(2, [16, 16, 1], activation="relu", seed=1337)
    optimizer = optim.SGD(net.parameters(), lr=1.0)

    def loss(scores, targets):
        return nn.max_margin_loss(scores, targets) + nn.l2_penalty(net, 1e-4)

    history = fit(
        net,
        moons,
        loss=loss,
        optimizer=optimizer,
        scheduler=optim.lr_scheduler.LinearLR(optimizer, 1.0, 0.1, total_iters=epochs),
        epochs=epochs,
        metrics="accuracy",
    )
    result = evaluate(net, moons, loss=loss, metrics="accuracy")
    print(f"loss     {history.spark('loss')} {result['loss']:.4f}")
    print(f"accuracy {history.spark('accuracy')} {100 * result['accuracy']:.0f} %")
    if plot:
        from tinygrad_edu.train.plot import plot_boundary

        plot_boundary(net, moons).figure.savefig(plot)
    return result["accuracy"]


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--epochs", type=int, default=100)
    parser.add_argument("--plot", metavar="FILE", help="where to draw the boundary")
    arguments = parser.parse_args()
    main(arguments.epochs, arguments.plot)
