"""A GPT, written in scalars and compiled: it reads names, and invents others.

Embeddings, causal self-attention with four heads, a feed-forward part: 4,192 numbers in all, as many as Andrej
Karpathy's microgpt has, and no line of this file knows what an array is. Prints the array program that the compiler
found, the names, and how long the training took.

python examples/gpt.py [--epochs 50]
"""

import argparse
import random
import time
from importlib.util import find_spec

import tinygrad_edu as te
from tinygrad_edu import Value, nn, optim
from tinygrad_edu.train import fit

CHARACTERS = ".abcdefghijklmnopqrstuvwxyz"  # the point ends a name
POSITIONS, WIDTH, HEADS = 16, 16, 4

NAMES = """
ada adam agnes alan albert alice amelia andrea andrew anita anna anthony barbara beatrice benjamin bernard carl carla
caroline catherine charles charlotte clara daniel david diana dora edith edward eleanor elena elizabeth ella emil emily
emma eric ernest esther eva felix flora frances frank frederick gabriel george gerald gertrude grace greta hanna harold
harriet helen henry herbert hugo ida irene isaac isabel ivan jacob james jane janet jeanne joan johanna john jonas
joseph julia julian karen karl katharina laura lea leo leonard lily linda lisa louis louise lucas lucy magda margaret
maria marie marina mark martha martin mary matilda max michael mira miriam nadia nathan nelson nina nora oliver olivia
oscar otto paul paula peter philip rachel ralph rebecca robert rosa rosalind ruth samuel sarah sebastian simon sofia
sonia stella stephen susan theodor theresa thomas tina tobias ursula valentin vera victor victoria viola walter wanda
werner wilhelm william
""".split()


class GPT(nn.Module):
    """Tells what follows each character of a text: a score for each of those that there are."""

    def __init__(self, seed=0):
        generator = random.Random(seed)

        def matrix(name, rows, columns=WIDTH):
            return [
                [Value(generator.gauss(0.0, 0.08), f"{name}[{i}][{j}]") for j in range(columns)] for i in range(rows)
            ]

        self.token, self.place = matrix("token", len(CHARACTERS)), matrix("place", POSITIONS)
        self.q, self.k, self.v, self.out = (matrix(name, WIDTH) for name in ("q", "k", "v", "out"))
        self.up, self.down = matrix("up", 4 * WIDTH), matrix("down", WIDTH, 4 * WIDTH)
        self.answer = matrix("answer", len(CHARACTERS))

    def forward(self, text):
        keys, values, scores = [], [], []
        for position, character in enumerate(text):
            x = norm(plus(te.take(self.token, character), self.place[position]))
            seen = norm(x)
            keys.append(times(self.k, seen))
            values.append(times(self.v, seen))
            x = plus(x, times(self.out, attended(times(self.q, seen), keys, values)))
            x = plus(x, times(self.down, [te.relu(a) for a in times(self.up, norm(x))]))
            scores.append(times(self.answer, x))
        return scores


def attended(query, keys, values):
    """The values of the positions so far, mixed by how much each head looks at each of them."""
    size, mixed = WIDTH // HEADS, []
    for start in range(0, WIDTH, size):
        head = slice(start, start + size)
        shares = te.softmax([te.dot(query[head], key[head]) / size**0.5 for key in keys])
        mixed += [te.dot(shares, column) for column in list(zip(*values, strict=True))[head]]
    return mixed


def times(matrix, x):
    return [te.dot(row, x) for row in matrix]


def plus(x, y):
    return [a + b for a, b in zip(x, y, strict=True)]


def norm(x):
    """The same numbers with a root mean square of 1."""
    scale = (te.dot(x, x) / len(x) + 1e-5) ** -0.5
    return [scale * a for a in x]


def error(outputs, targets):
    """The cross-entropy of what follows, a mean over the positions of all texts."""
    return te.mean([nn.cross_entropy(scores, right) for scores, right in zip(outputs, targets, strict=True)])


def texts(generator):
    """A row for each name, with those that come after it: 16 characters, and the 16 that follow them."""
    names = generator.sample(NAMES, len(NAMES))
    whole = "." + ".".join(names + names) + "."
    codes = [CHARACTERS.index(c) for c in whole]
    starts = [k for k, c in enumerate(whole) if c == "."][: len(names)]
    return [codes[k : k + POSITIONS] for k in starts], [codes[k + 1 : k + 1 + POSITIONS] for k in starts]


def invented(scores, generator):
    """A name, character by character; ``scores`` is the net, of texts of 16 characters."""
    text = [0] * POSITIONS
    for position in range(POSITIONS - 1):
        chances = te.softmax(scores(text)[position])  # causal: what stands behind does not matter
        (text[position + 1],) = generator.choices(range(len(CHARACTERS)), chances)
        if text[position + 1] == 0:
            break
    return "".join(CHARACTERS[code] for code in text).strip(".")


def main(epochs: int = 50) -> float:
    """Adam, a text a step; the error of the last epoch."""
    generator = random.Random(0)
    net, (x, y) = GPT(), texts(generator)
    if find_spec("numpy"):
        print(te.jit(net, target="numpy").source(x[0]))
    start = time.perf_counter()
    optimizer = optim.Adam(net.parameters(), lr=0.005)
    scheduler = optim.lr_scheduler.CosineAnnealingLR(optimizer, max(epochs, 1))
    history = fit(
        net, (x, y), loss=error, optimizer=optimizer, scheduler=scheduler, epochs=epochs, batch_size=1, seed=0
    )
    middle = time.perf_counter()
    error([net(x[0])], y[:1]).backward()
    end = time.perf_counter()
    print(f"error {history[0]['loss']:.2f} in the first epoch, {history[-1]['loss']:.2f} in the last")
    scores = te.jit(net)
    names = dict.fromkeys(invented(scores, generator) for _ in range(30))
    print("invented:", *[name for name in names if name not in NAMES])
    took = f"{epochs * len(x):,} steps took {middle - start:.1f} s ({history.engine})"
    print(f"{took}; one takes the eager engine {(end - middle) * 1e3:.0f} ms")
    return history[-1]["loss"]


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--epochs", type=int, default=50)
    main(parser.parse_args().epochs)
