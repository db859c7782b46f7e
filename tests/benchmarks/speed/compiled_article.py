"""W1 by us: the article's training, compiled. It imports nothing but the package, whose time to import is measured."""

from array import array

STEPS = 10_000


def numbers():
    from tinygrad_edu.article import BIASES, INPUTS, TARGETS, WEIGHTS

    return [list(group.values()) for group in (WEIGHTS, BIASES, INPUTS, TARGETS)]


def network():
    """The article's net and its weights, as Values."""
    from tinygrad_edu import article, nn

    net = nn.MLP(2, [2, 2], activation="sigmoid", output_activation="sigmoid", bias="shared")
    for p in net.parameters():
        p.data = (article.WEIGHTS | article.BIASES)[p.label]
    return net, [p for p in net.parameters() if p.label in article.WEIGHTS]


def ours(target):
    from tinygrad_edu import nn
    from tinygrad_edu.jit.targets import build
    from tinygrad_edu.optim import SGD
    from tinygrad_edu.train.lowered import Recorded

    net, weights = network()
    _, _, x, y = numbers()
    loss = lambda outputs, targets: nn.half_squared_error(outputs[0], targets[0])  # noqa: E731
    made = Recorded(net, loss, SGD(weights, lr=0.5), x, y, 1)
    executable = build(made.loop.program, target=target, loop=made.loop)
    inputs = [array("d", group) for group in ([p.data for p in weights], x, y, [])]
    order = array("q", [0]) * STEPS

    def run():
        after, _ = executable.loop(STEPS, inputs, order)
        return after[0]

    return run
