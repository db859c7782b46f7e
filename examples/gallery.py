"""A gallery: every view of tinygrad_edu.draw on one page, with the lines of code that drew it.

    python examples/gallery.py            writes gallery.html into the current folder
    python examples/gallery.py docs.html  or wherever you say

The page refers to nothing outside itself and follows the reader's light or dark setting.
"""

import argparse

from tinygrad_edu import Value, draw, nn
from tinygrad_edu.article import Article
from tinygrad_edu.escape import html
from tinygrad_edu.files import write
from tinygrad_edu.palette import DARK, FONT, LIGHT, MONO


def pictures():
    """Heading, what to look for, the code, the picture."""
    article = Article()
    article.forward()
    E, w1, w5 = article["E_total"], article["w1"], article["w5"]
    yield (
        "The article's network, gradients flowing back",
        "Blue lowers the weight, orange raises it; the wider the line, the more it matters. δ in a neuron is ∂E/∂net.",
        "draw_network(E)",
        draw.draw_network(E),
    )
    yield (
        "One derivative, factor by factor",
        "Each arrow is a factor of the chain rule: a fraction, a formula, a number. Factors of 1 are left out below.",
        "draw_path(E, wrt=w5)",
        draw.draw_path(E, wrt=w5),
    )
    yield (
        "A weight that reaches the error on two ways",
        "out_h1 feeds both outputs. The second branch pulls the other way: it is orange down to the last arrow.",
        "draw_path(E, wrt=w1)",
        draw.draw_path(E, wrt=w1),
    )
    yield (
        "What each connection brings back",
        "The numbers that arrive at a neuron add up to its ∂E/∂out.",
        'draw_network(E, show="deltas")',
        draw.draw_network(E, show="deltas"),
    )
    yield ("The forward pass", "Net inputs and outputs.", 'draw_network(E, show="weights")',
           draw.draw_network(E, show="weights"))  # fmt: skip
    yield (
        "The computation graph, folded by names",
        "A card for each named Value; the nameless operations are in its formula.",
        "draw_graph(E)",
        draw.draw_graph(E),
    )
    x = Value(3.0, "x")
    y = x * x + x.sin()
    yield (
        "Every operation of a small formula",
        "x·x uses x twice, so two lines lead there, and the gradients of all uses add up.",
        'x = Value(3.0, "x")\ny = x * x + x.sin()\nshow(y)',
        draw.show(y),
    )
    net = nn.MLP(2, [16, 16, 1], activation="tanh", output_activation="tanh", seed=0)
    loss = nn.mse_loss(net([0.5, -1.0]), [1.0]).named("E")
    yield (
        "A net that is too large for numbers",
        "Fill is δ, lines are gradients; the strongest lie on top.",
        'net = nn.MLP(2, [16, 16, 1], activation="tanh", output_activation="tanh", seed=0)\n'
        'loss = nn.mse_loss(net([0.5, -1.0]), [1.0]).named("E")\ndraw_network(net, loss=loss)',
        draw.draw_network(net, loss=loss),
    )
    deep = nn.MLP(8, [24, 24, 24, 4], activation="sigmoid", output_activation="sigmoid", seed=0)
    loss = nn.mse_loss(deep([0.1 * k for k in range(8)]), [0.0, 1.0, 0.0, 1.0]).named("E")
    yield (
        "Layers: vanishing gradients, seen",
        "With sigmoid, every layer further back has a smaller gradient: read ‖∂E/∂W‖ from right to left.",
        'deep = nn.MLP(8, [24, 24, 24, 4], activation="sigmoid", output_activation="sigmoid", seed=0)\n'
        "loss = nn.mse_loss(deep([0.1 * k for k in range(8)]), [0.0, 1.0, 0.0, 1.0]).named(\"E\")\n"
        "draw_layers(deep, loss=loss)",
        draw.draw_layers(deep, loss=loss),
    )  # fmt: skip
    cell, h = nn.Layer(3, 2, "tanh", seed=0), [0.0, 0.0]
    for step in (1, 2, 3):
        h = cell([Value(0.5, f"x{step}"), *h])
    E = nn.name_network(nn.mse_loss(h, [1.0, 0.0]))
    yield (
        "A recurrent network, unrolled",
        "A column for each step, and what it reads below. The weights are the same at each, so each has one gradient.",
        'cell, h = nn.Layer(3, 2, "tanh", seed=0), [0.0, 0.0]\nfor step in (1, 2, 3):\n'
        '    h = cell([Value(0.5, f"x{step}"), *h])\n'
        "E = nn.name_network(nn.mse_loss(h, [1.0, 0.0]))\ndraw_network(E)",
        draw.draw_network(E),
    )  # fmt: skip


STYLE = f"""
body {{ margin: 0 auto; padding: 24px; max-width: 1240px; font: 16px/1.5 {FONT}; color: {LIGHT["ink"]};
  background: {LIGHT["paper"]} }}
h1 {{ font-size: 26px }} h2 {{ font-size: 18px; margin: 48px 0 0 }} p {{ margin: 4px 0 8px; color: {LIGHT["muted"]} }}
pre {{ font: 13px/1.5 {MONO}; background: {LIGHT["given"]}; padding: 8px 12px; border-radius: 8px; overflow-x: auto }}
svg {{ display: block; margin: 12px auto }}
section {{ overflow-x: auto }}
@media (max-width: 700px) {{ svg {{ max-width: none !important }} }}
@media (prefers-color-scheme: dark) {{
  body {{ color: {DARK["ink"]}; background: {DARK["paper"]} }}
  p {{ color: {DARK["muted"]} }} pre {{ background: {DARK["given"]} }}
}}
"""


def page():
    """The gallery as one HTML page."""
    parts = [
        f"<section>\n<h2>{html(title)}</h2>\n<p>{html(words)}</p>\n<pre>{html(code)}</pre>\n{picture.svg}</section>\n"
        for title, words, code, picture in pictures()
    ]
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width,initial-scale=1">\n<link rel="icon" href="data:,">\n'
        f"<title>tinygrad_edu: a gallery</title>\n<style>{STYLE}</style>\n</head>\n<body>\n"
        f"<h1>tinygrad_edu: a gallery</h1>\n{''.join(parts)}</body>\n</html>\n"
    )


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("file", nargs="?", default="gallery.html")
    print("wrote", write(parser.parse_args().file, page()))
