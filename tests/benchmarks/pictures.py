"""Pictures with the built-in engine: seconds from a recorded graph to its SVG, and how long the SVG is.

The graphs are nets written with + and *, every operation a card, as large as in the project's aims (300 cards in under
0.15 s, 1,000 in under 1 s); a chain of 500; the article's views; and a network too large for numbers.
"""

import statistics
import time

from tinygrad_edu import Value, draw, nn
from tinygrad_edu.article import Article
from tinygrad_edu.graph import ancestors


def written_out(*sizes):
    """A net's loss, its weighted sums written with + and *."""
    net = nn.MLP(sizes[0], sizes[1:], seed=0)
    xs = [Value(0.5) for _ in range(sizes[0])]
    for layer in net.layers:
        sums = []
        for neuron in layer.neurons:
            total = neuron.b
            for w, x in zip(neuron.w, xs, strict=True):
                total = total + w * x
            sums.append(total.tanh())
        xs = sums
    return (xs[0] - 1.0).square()


def chain(n):
    w, y = Value(0.999, "w"), Value(1.0, "s")
    for _ in range(n):
        y = y * w
    return y


def cases(quick):
    article = Article()
    article.forward()
    error = article["E_total"]
    wide = nn.MLP(2, [16, 16, 1], activation="tanh", seed=0)
    crowd = nn.mse_loss(wide([0.5, -1.0]), [1.0])
    yield "article, named", lambda: draw.draw_graph(error, engine="builtin")
    yield "article, path of w1", lambda: draw.draw_path(error, article["w1"], engine="builtin")
    yield "article, network", lambda: draw.draw_network(error)
    yield "2-16-16-1, network", lambda: draw.draw_network(crowd)
    for sizes in [(2, 8, 8, 1)] if quick else [(2, 8, 8, 1), (2, 16, 16, 1)]:
        root = written_out(*sizes)
        name = "-".join(map(str, sizes))
        yield (
            f"{name}, {len(ancestors(root))} operations",
            lambda root=root: draw.draw_graph(root, fold=None, engine="builtin"),
        )
    if not quick:
        root = chain(500)
        yield "chain of 500", lambda: draw.draw_graph(root, fold=None, engine="builtin")


def main(repeats, quick):
    print(f"Pictures, built-in engine, median of {repeats}")
    print(f"{'':34}{'seconds':>9}{'SVG KB':>9}")
    for name, make in cases(quick):
        times = []
        for _ in range(repeats):
            start = time.perf_counter()
            svg = make().svg
            times.append(time.perf_counter() - start)
        print(f"{name:34}{statistics.median(times):9.3f}{len(svg) / 1000:9.0f}")


if __name__ == "__main__":
    main(5, False)
