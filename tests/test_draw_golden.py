"""Pictures of the built-in engine, byte for byte.

After an intended change: ``UPDATE_GOLDEN=1 python -m pytest tests/test_draw_golden.py``; then look at the pictures in
tests/golden and examples/pictures, in light and in dark, before committing them.
"""

from pathlib import Path

import pytest

from tests.drawn import unreadable
from tests.golden import held
from tinygrad_edu import draw, nn
from tinygrad_edu.article import Article

SHOWN = Path(__file__).parents[1] / "examples" / "pictures"  # the README shows this one


def pictures():
    article = Article()
    article.forward()
    error = article["E_total"]
    net = nn.MLP(3, [4, 1], activation="tanh", seed=0)
    for k, p in enumerate(net.parameters()):
        p.data = (k % 7 - 3) / 4.0
    loss = nn.mse_loss(net([0.5, -1.0, 2.0]), [1.0]).named("E")
    return {
        "graph.svg": draw.draw_graph(error, engine="builtin").svg,
        "path_w1.svg": draw.draw_path(error, article["w1"], engine="builtin").svg,
        "network.svg": draw.draw_network(error).svg,
        "layers.svg": draw.draw_layers(net, loss, engine="builtin", theme="light").svg,
        "path_w5.dot": draw.draw_path(error, article["w5"]).dot.source,
    }


@pytest.mark.parametrize("name", ["graph.svg", "path_w1.svg", "network.svg", "layers.svg", "path_w5.dot"])
def test_golden(name):
    picture = pictures()[name]
    held(SHOWN / name if name == "network.svg" else name, picture)
    assert not name.endswith(".svg") or unreadable(picture) == []
