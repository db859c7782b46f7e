"""``explain`` on nets of several sizes: the derivative by the first weight, from the recorded graph to the text.

The issue's figure is under 0.3 s for 64-32-10. Medians of wall-clock seconds; the graph is recorded beforehand.
"""

import statistics
import time

NETS = ([2, 2, 2], [2, 16, 16, 1], [64, 32, 10], [4, 16, 16, 16, 16, 1], [784, 32, 10])


def network(sizes):
    from tinygrad_edu import dot
    from tinygrad_edu.nn import MLP

    net = MLP(sizes[0], sizes[1:], activation="tanh", seed=0)
    outs = net([(k % 29 + 1) / 30 for k in range(sizes[0])])
    return dot(outs, outs).named("E"), net.parameters()[0]


def main(repeats, quick):
    from tinygrad_edu.explain import explain, paths

    print(f"explain, the first weight, median of {repeats} runs")
    print(f"{'net':<22}{'paths':>8}{'branches':>10}{'lines':>7}{'seconds':>9}{'top 5 paths':>13}")
    for sizes in NETS[:-1] if quick else NETS:
        root, w = network(sizes)
        seconds, ledger = [], []
        for _ in range(repeats):
            start = time.perf_counter()
            explanation = explain(root, w)
            text = str(explanation)
            middle = time.perf_counter()
            paths(root, w, top=5)
            seconds.append(middle - start)
            ledger.append(time.perf_counter() - middle)
        lines, name = text.count("\n") + 1, "-".join(map(str, sizes))
        print(f"{name:<22}{explanation.paths:>8,}{explanation.branch_points:>10}{lines:>7}", end="")
        print(f"{statistics.median(seconds):9.3f}{statistics.median(ledger):13.3f}")
