"""The eager engine against micrograd: a chain and a graph of a million nodes, and an MLP forward and backward.

Every measurement is a process of its own, so that no contender finds the memory, or the garbage collector's state, that
another one left; the contenders take turns, and the table shows medians of CPU seconds (a busy neighbour disturbs them
less than the clock) and the ratios of medians. A process prints the gradients it found too, and a benchmark whose
contenders disagree stops.

Nodes are counted as the program writes them: an operation is one node, whatever a contender makes of it (micrograd
makes a second one for every number). In the MLP a weight is two nodes, a product and a sum, also where one dot stands
for all.
"""

import argparse
import importlib
import importlib.util
import json
import random
import resource
import statistics
import subprocess
import sys
import time


def chain(Value, n):
    """Two operations for each step, one after the other."""
    x, w = Value(1.0), Value(0.999999)
    y = x
    for _ in range(n // 2):
        y = y * w + w
    return y, [x, w]


def dag(Value, n):
    """Sixteen running values, each new one made of two others: shared nodes, wide and deep."""
    leaves = [Value(0.05 * (k + 1)) for k in range(16)]
    values, half = list(leaves), Value(0.5)
    for i in range(n // 3):
        j = i % 16
        values[j] = (values[j] + values[(7 * j + 3) % 16] * values[(j + 5) % 16]) * half
    total = values[0]
    for value in values[1:]:
        total = total + value
    return total, leaves


def mlp(contender, n):
    """64-32-10 with ReLU neurons, forward and backward, one example after the other, until n nodes are written."""
    random.seed(0)
    if contender == "tinygrad_edu":
        from tinygrad_edu.nn import MLP

        net = MLP(64, [32, 10], activation="relu", seed=0)
        for layer in net.layers:  # micrograd's start, so that the numbers can be compared
            for neuron in layer.neurons:
                for w in neuron.w:
                    w.data = random.uniform(-1, 1)
    else:
        net = importlib.import_module(MODULES[contender] + "nn").MLP(64, [32, 10])
    losses = []
    for k in range(max(1, n // NODES_OF_AN_EXAMPLE)):
        out = net([((k * 31 + i * 17) % 29) / 29.0 for i in range(64)])
        loss = out[0] * out[0]
        for y in out[1:]:
            loss = loss + y * y
        loss.backward()
        losses.append(loss)  # the graphs are kept, as in a batch
    return net.parameters()


NODES_OF_AN_EXAMPLE = 2 * (64 * 32 + 32 * 10) + 32 + 20
MODULES = {
    "tinygrad_edu": "tinygrad_edu.",
    "tinygrad_edu.micrograd": "tinygrad_edu.micrograd.",  # the drop-in: a program of micrograd's, the import changed
    "micrograd": "micrograd.",
}


def _value(contender):
    if contender == "micrograd":
        sys.setrecursionlimit(10**8)  # its backward() recurses
        return importlib.import_module("micrograd.engine").Value
    return importlib.import_module("tinygrad_edu").Value


def measure(contender, workload, n):
    """One measurement, in this process: CPU seconds, bytes a node, and numbers to compare with the others'."""
    Value = _value(contender)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start = time.process_time()
    if workload == "mlp":
        leaves = mlp(contender, n)
        built = start
    else:
        root, leaves = {"chain": chain, "dag": dag}[workload](Value, n)
        built = time.process_time()
        root.backward()
    end = time.process_time()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    unit = 1 if sys.platform == "darwin" else 1024
    return {
        "build": built - start,
        "backward": end - built,
        "bytes": (peak - before) * unit / n,
        "gradients": sorted(leaf.grad for leaf in leaves)[::100],
    }


def run(contender, workload, n):
    command = [sys.executable, "-m", "tests.benchmarks.engine", contender, workload, str(n)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


def imports(repeats):
    """Wall-clock seconds to import the package, beyond an empty Python."""
    times = {"pass": [], "import tinygrad_edu": []}
    for _ in range(repeats):
        for program, taken in times.items():
            start = time.perf_counter()
            subprocess.run([sys.executable, "-c", program], check=True)
            taken.append(time.perf_counter() - start)
    return statistics.median(times["import tinygrad_edu"]) - statistics.median(times["pass"])


def main(repeats, quick):
    n = 100_000 if quick else 1_000_000
    contenders = ["tinygrad_edu"]
    if importlib.util.find_spec("micrograd"):
        contenders.append("micrograd")
    else:
        print("micrograd is not installed: it is left out (make bench installs it)")
    print(f"Eager engine, {n:,} nodes, median of {repeats} interleaved runs, each in a fresh process")
    print(f"{'':8}{'':24}{'build s':>9}{'backward s':>12}{'Mnodes/s':>10}{'bytes/node':>12}{'ratio':>8}")
    for workload in ("chain", "dag", "mlp"):
        own = [*contenders[:1], "tinygrad_edu.micrograd", *contenders[1:]] if workload == "mlp" else contenders
        rows = {contender: [] for contender in own}
        for _ in range(repeats):
            for contender, runs in rows.items():
                runs.append(run(contender, workload, n))
        _agree(workload, rows)
        seconds = {c: statistics.median(r["build"] + r["backward"] for r in runs) for c, runs in rows.items()}
        for contender, runs in rows.items():
            build, backward, size = (statistics.median(r[k] for r in runs) for k in ("build", "backward", "bytes"))
            ratio = f"{seconds[contender] / seconds['tinygrad_edu']:8.1f}"
            split = f"{'':21}" if workload == "mlp" else f"{build:9.2f}{backward:12.2f}"
            rate = n / seconds[contender] / 1e6
            print(f"{workload:8}{contender:24}{split}{rate:10.3f}{size:12.0f}{ratio}")
    print(f"import tinygrad_edu: {imports(2 * repeats + 1) * 1000:.0f} ms")


def _agree(workload, rows):
    """Stop if two contenders found different gradients: then their times mean nothing."""
    (first, runs), *others = rows.items()
    for contender, theirs in others:
        for a, b in zip(runs[0]["gradients"], theirs[0]["gradients"], strict=True):
            if abs(a - b) > 1e-9 * max(abs(a), abs(b)):
                raise SystemExit(f"{workload}: {first} and {contender} disagree: {a} and {b}")


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("contender")
    parser.add_argument("workload", choices=["chain", "dag", "mlp"])
    parser.add_argument("n", type=int)
    print(json.dumps(measure(**vars(parser.parse_args()))))
