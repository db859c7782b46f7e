"""A gallery of pictures, to the last character: every view with every setting, on graphs small enough to be read.

The pictures of the article are held by ``test_draw_golden.py``; here are the cases that it does not have: parallel
lines, long ways, many branches, several examples, zeros, labels that are too long, the other themes and directions.
"""

import json
import random

import pytest

from tinygrad_edu import Value, constant, dot, draw, escape, nn
from tinygrad_edu.draw import export_dot, text
from tinygrad_edu.draw.layered import Vertex, order_ranks, place
from tinygrad_edu.draw.layout import fit, pinned

from .drawn import unreadable
from .golden import GOLDEN, held

# -- what is drawn ----------------------------------------------------------------------------------------------------


def net(nin, nouts, rows=1, **settings):
    """A net whose weights are written down, and its loss over some rows; some inputs are 0."""
    model = nn.MLP(nin, nouts, seed=0, **settings)
    for k, p in enumerate(model.parameters()):
        p.data = ((7 * k) % 11 - 5) / 4.0
    inputs = [[((3 * i + 2 * j) % 5 - 2) / 2.0 for i in range(nin)] for j in range(rows)]
    targets = [[1.0 - 0.5 * k for k in range(nouts[-1])] for _ in range(rows)]
    outs = [out for x in inputs for out in model(x)]
    return model, nn.mse_loss(outs, [t for row in targets for t in row]).named("loss")


def shared():
    """Every kind of card and line: products of a Value with itself, six uses, constants, anonymous results."""
    x, w, i = Value(1.5, "x_1"), Value(-0.5, "w_hidden"), Value(0.0, "i2")
    square = (x * x).named("square")
    often = (w + w + w + w + w + w).named("six times the same weight")
    mean = ((square + often * 2.0 + i).tanh() - constant(0.25, "t1")).relu()
    return ((mean - w) ** 3 + Value(2.0) / x).named("E_total"), w


def hostile():
    """Labels that are long, of two lines, of markup, of wide and of combining characters."""
    a, b = Value(0.25, "a long name that has to be cut somewhere"), Value(-3.0, "two\nlines & <b>")
    c, d = Value(12345.678, "权重_1"), Value(1e-9, 'e\u0301 "quoted" \\N')
    return ((a * b + c * d).named("net_1 {x|y}").sin().named("out_🙂") * a).named("result of all of it"), b


def lines():
    """Labels of three lines, by themselves or because they are too long."""
    return Value(0.5, "one\ntwo\nthree").relu().named("a label that is so long that it is broken into three lines")


def fan():
    """One Value that feeds six others, of which four are drawn."""
    w = Value(0.75, "w")
    users = [(w * (k - 2.5)).named(f"u{k}") for k in range(6)]
    total = users[0]
    for k, user in enumerate(users[1:]):
        total = total + user * Value(1.0 - k, f"v{k}")
    return (total * w).named("E"), w


def many_ways():
    """More branches than are written out, and a factor beside them."""
    w = Value(-0.25, "w")
    users = [w.square().named("u"), *((w * k).named(f"u{k}") for k in range(2, 6))]
    return sum(users[1:], users[0]).named("s").square().named("E"), w


def two_ways():
    """A Value that acts through two chains of different lengths, between factors of exactly 1."""
    w, x = Value(-0.5, "w"), Value(2.0, "x")
    first = (w * x).named("a")
    left = (first.exp().named("b") * -1.5).named("c")
    right = (first * 0.25).named("d")
    return ((left + right).named("sum") + 1.0).named("shifted").square().named("E"), w


def long_chain():
    """More steps than anybody reads: the middle is left out."""
    w = node = Value(0.5, "w")
    for k in range(34):
        node = (node * (1.25 if k % 3 else -0.75)).named(f"s{k}")
    return (node + (node * w).named("side")).named("E"), w


def by_hand():
    """The article's kind of net, with a neuron of an own activation and one without a bias."""
    i1, i2 = Value(0.5, "i1"), Value(-1.0, "i2")
    w = [Value(0.1 * (k - 2), f"w{k}") for k in range(1, 7)]
    b = Value(0.3, "b1")
    h10 = dot([w[2], w[3]], [i1, i2], b).named("net_h10").relu().named("out_h10")
    h2 = (i1 * w[0] + w[1] * i2 + b).named("net_h2").softplus().named("out_h2")
    o = (w[4] * h2 + w[5] * h10).named("net_output_1").sigmoid().named("out_output_1")
    return (0.5 * (constant(1.0, "t1") - o).square()).named("E_total"), w[0]


def long_names():
    """A net whose names have to be cut in every place that they stand in."""
    i = Value(0.5, "the_first_input_of_all")
    w = [Value(0.5 - k, f"a_weight_with_a_long_name_{k}") for k in range(3)]
    b = Value(0.25, "bias_of_all_neurons_1")
    h = (w[0] * i + b).named("net_hidden_neuron_number_1").tanh().named("out_hidden_neuron_number_1")
    o = (w[1] * h + b).named("net_output_neuron_1").tanh().named("out_output_neuron_1")
    return (o - constant(1.0, "target_of_the_output")).square().named("the_error_of_this_network"), w[0]


def infinite():
    """A weight that is no number any more: signs, widths and heights of what is infinite or undefined."""
    model, _ = net(2, [3, 2])
    model.parameters()[0].data = float("inf")
    return model, nn.mse_loss(model([0.5, 1.0]), [1.0, 0.5]).named("loss")


def half_dead(nouts=(6, 3, 1)):
    """In every layer a unit of a relu that is dead, gradients far below 1, and a layer that is frozen."""
    model, _ = net(2, list(nouts), activation="relu")
    for p in model.parameters():
        p.data /= 8.0
    for layer in model.layers[:-1]:
        for k, b in enumerate(layer.biases):
            b.data = -4.0 if k == 1 else 0.25
    model.layers[0].requires_grad_(False)
    return model, nn.mse_loss(model([0.5, 1.0]), [0.0] * nouts[-1]).named("the loss of a half dead net")


def dead():
    """Nothing comes back to any weight of the first layer."""
    model, _ = net(2, [3, 2], activation="relu")
    for p in model.layers[0].biases:
        p.data = -40.0
    return model, nn.mse_loss(model([0.5, 1.0]), [0.5, 0.25]).named("loss")


def huge():
    """Weights so large that what comes back to the first layer is infinite."""
    model, _ = net(2, [3, 2], activation="relu")
    for w in model.layers[1].weights[0]:
        w.data = 1e200
    return model, nn.mse_loss(model([0.5, 1.0]), [1.0, 0.5]).named("loss")


def wide():
    """Numbers of 24 characters in the neurons and in the error."""
    model, _ = net(2, [3, 2], activation="relu")
    for p in model.parameters():
        p.data *= 64.0
    return model, nn.mse_loss(model([0.5, 1.0]), [1.0, 0.5]).named("loss")


def many_inputs():
    """More inputs than are drawn, with gradients of their own."""
    model, _ = net(18, [2], activation="linear")
    return model, nn.mse_loss(model([Value(0.25 * k, f"i{k}") for k in range(18)]), [1.0, 0.5]).named("loss")


def trained_inputs():
    """A net whose inputs get gradients too."""
    model, _ = net(2, [3, 2])
    return model, nn.mse_loss(model([Value(0.5, "i1"), Value(-1.0, "i2")]), [1.0, 0.5]).named("loss")


def captions():
    """The caption of a path, where factors of 1 stand at either end, in the middle, or everywhere; and of branches."""
    w, v = Value(-0.25, "w"), Value(2.0, "v")
    above = (w + 1.0).named("a")
    square = above.square().named("b")
    yield (square + 2.0).named("E"), w
    yield (w + 1.0 + v).named("E"), w
    yield ((above + 1.0).named("c") + v).named("E"), w
    yield ((square + v).named("c").exp().named("d") + 3.0).named("E"), w
    yield ((w * v).named("c") + w.square().named("d")).named("E"), w
    yield ((w * v).named("c") + w.square().named("d")).named("s").exp().named("E"), w
    branch = ((w * v).named("c") - w * 3.0).named("d").tanh().named("e")
    yield (branch + (w.sin().named("s") * v).named("t")).named("E"), w
    yield ((w * w).named("c") * w).named("E"), w
    yield (w * 0.0).named("E"), w
    yield many_ways()
    yield sum([(w * k).named(f"u{k}") for k in range(2, 5)], w.square().named("u")).square().named("E"), w
    yield w, w
    yield fan()
    yield two_ways()


def crossing():
    """Functions of a and b by turns: in the order in which they are used, lines cross."""
    a, b = Value(0.25, "a"), Value(0.5, "b")
    p, q, r, s = a.tanh().named("p"), b.tanh().named("q"), a.sin().named("r"), b.sin().named("s")
    return ((p + q) * (r + s)).named("E")


def svg(picture):
    return picture.svg


def dots(picture):
    return picture.dot.source


def bare(picture):
    return export_dot.layout_text(picture.scene)


def places(picture):
    """The layout of a pinned scene, as numbers."""
    layout = fit(picture.scene, pinned(picture.scene))
    return json.dumps({"centres": layout.centres, "labels": layout.labels, "size": (layout.width, layout.height)})


SIGNS = "·−∂δσ²³‖…½×→√Σ∞≤≥⋮é\u0301权🙂\u200b\U0001f000~!"
B = {"engine": "builtin"}
LIGHT = {"theme": "light"}
PICTURES = {
    "operations.svg": lambda: svg(draw.draw_graph(shared()[0], None, theme="light", **B)),
    "operations.dot": lambda: dots(draw.draw_graph(shared()[0], None, **B)),
    "operations.layout": lambda: bare(draw.draw_graph(shared()[0], None, **B)),
    "named_down.svg": lambda: svg(draw.draw_graph(shared()[0], rankdir="TB", theme="dark", title="D", digits=3, **B)),
    "named_down.dot": lambda: dots(draw.draw_graph(shared()[0], rankdir="TB", theme="dark", digits=3, **B)),
    "lines.dot": lambda: dots(draw.draw_graph(lines(), title="of two\nlines", theme="light", **B)),
    "thirds.dot": lambda: dots(draw.draw_graph((Value(2.0, "x") * (1.0 / 3.0)).named("y"), None, **B)),
    "crossing.dot": lambda: dots(draw.draw_graph(crossing(), theme="light", **B)),
    "numbers.svg": lambda: svg(draw.draw_graph(shared()[0], formulas=False, theme="print", digits=2, **B)),
    "hostile.svg": lambda: svg(draw.draw_graph(hostile()[0], title="a <title>", **B)),
    "hostile.txt": lambda: draw.draw_graph(hostile()[0], **B).describe() + "\n",
    "hostile.dot": lambda: dots(draw.draw_path(*hostile(), context=True, **B)),
    "fan.svg": lambda: svg(draw.draw_path(*fan(), theme="print", **B)),
    "fan_context.svg": lambda: svg(draw.draw_path(*fan(), context=True, theme="light", digits=3, **B)),
    "fan_down.svg": lambda: svg(draw.draw_path(*fan(), rankdir="TB", theme="light", digits=2, **B)),
    "operations_down.svg": lambda: svg(draw.draw_graph(shared()[0], None, rankdir="TB", digits=2, theme="print", **B)),
    "fan.layout": lambda: bare(draw.draw_path(*fan(), context=True, **B)),
    "two_ways.svg": lambda: svg(draw.draw_path(*two_ways(), theme="light", **B)),
    "two_ways_down.svg": lambda: svg(draw.draw_path(*two_ways(), rankdir="TB", theme="light", digits=2, **B)),
    "two_ways_down.layout": lambda: bare(draw.draw_path(*two_ways(), rankdir="TB", **B)),
    "two_ways.dot": lambda: dots(draw.draw_path(*two_ways(), rankdir="TB", **B)),
    "many_ways.dot": lambda: dots(draw.draw_path(*many_ways(), **B)),
    "chain.svg": lambda: svg(draw.draw_path(*long_chain(), theme="light", digits=4, **B)),
    "chain.txt": lambda: draw.draw_path(*long_chain(), **B).describe() + "\n",
    "path_by_hand.svg": lambda: svg(draw.draw_path(*by_hand(), context=True, theme="light", **B)),
    **{
        f"by_hand_{show}.svg": lambda show=show: svg(draw.draw_network(by_hand()[0], show=show, theme="light"))
        for show in ("gradients", "deltas", "weights", "names", "structure")
    },
    **{
        f"long_names_{show}.svg": lambda show=show: svg(draw.draw_network(long_names()[0], show=show, theme="light"))
        for show in ("gradients", "deltas", "names")
    },
    "long_names.svg": lambda: svg(draw.draw_path(*long_names(), theme="light", context=True, **B)),
    "infinite_crowd.svg": lambda: svg(draw.draw_network(*infinite(), labels=False, theme="light")),
    "infinite_layers.svg": lambda: svg(draw.draw_layers(*infinite(), theme="light", **B)),
    "infinite.svg": lambda: svg(draw.draw_network(*infinite(), theme="print")),
    "infinite_graph.txt": lambda: draw.draw_graph(infinite()[1]).describe() + "\n",
    "net_deltas.svg": lambda: svg(draw.draw_network(*net(3, [4, 2]), show="deltas", theme="light", digits=4)),
    "net_rows_weights.txt": lambda: draw.draw_network(*net(2, [3, 2], 2), show="weights").describe() + "\n",
    "net_wide.places": lambda: places(draw.draw_network(*wide(), show="weights", digits=17)),
    "crowd_inputs_delta.dot": lambda: dots(draw.draw_network(*many_inputs(), pick="delta")),
    "huge_layers.dot": lambda: dots(draw.draw_layers(*huge(), **B)),
    "huge_crowd.dot": lambda: dots(draw.draw_network(*huge(), labels=False)),
    "half_dead.svg": lambda: svg(draw.draw_network(*half_dead(), show="deltas", theme="light", digits=7)),
    "half_dead_weights.svg": lambda: svg(draw.draw_network(*half_dead((3, 2)), show="weights", theme="light")),
    "half_dead_crowd.svg": lambda: svg(draw.draw_network(*half_dead((7, 4, 3, 1)), labels=False, theme="light")),
    "half_dead_layers.svg": lambda: svg(draw.draw_layers(*half_dead(), theme="light", **B)),
    "half_dead_delta.dot": lambda: dots(draw.draw_network(*half_dead((20, 3, 1)), pick="delta", show="deltas")),
    "dead_layers.svg": lambda: svg(draw.draw_layers(*dead(), theme="dark", **B)),
    "dead_crowd.svg": lambda: svg(draw.draw_network(*dead(), labels=False, show="deltas", theme="print")),
    "net_rows.svg": lambda: svg(draw.draw_network(*net(2, [3, 2], 2), theme="print", digits=3, title="Rows")),
    "net_rows.dot": lambda: dots(draw.draw_network(*net(2, [3, 2], 3), digits=3)),
    "net_deep.places": lambda: places(draw.draw_network(*net(2, [5, 3, 1]), show="weights")),
    "crowd_small.svg": lambda: svg(draw.draw_network(*net(2, [3, 2], 2), labels=False, theme="light")),
    "crowd_inputs.svg": lambda: svg(draw.draw_network(*trained_inputs(), labels=False, theme="light")),
    "crowd.svg": lambda: svg(draw.draw_network(*net(3, [18, 2]), theme="light", digits=3)),
    "crowd_delta.txt": lambda: draw.draw_network(*net(3, [18, 2]), pick="delta").describe() + "\n",
    "crowd_weights.dot": lambda: dots(draw.draw_network(*net(2, [3, 2]), labels=False, show="weights")),
    "crowd_deltas.dot": lambda: dots(draw.draw_network(*net(2, [17, 1]), show="deltas", pick="delta", theme="dark")),
    "layers.svg": lambda: svg(draw.draw_layers(*net(3, [5, 4, 2], 2, activation="sigmoid"), theme="light", **B)),
    "layers_down.svg": lambda: svg(draw.draw_layers(*net(2, [3, 1], activation="relu"), rankdir="TB", digits=3, **B)),
    "layers.dot": lambda: dots(draw.draw_layers(*net(3, [5, 4, 2], 2, activation="sigmoid"), **B)),
    "layers.layout": lambda: bare(draw.draw_layers(*net(3, [5, 4, 2], 2, activation="sigmoid"), **B)),
    "signs.txt": lambda: "".join(f"{c} {text.text(c, 1000.0).width:.0f} {text.text(c).known}\n" for c in SIGNS),
    "captions.txt": lambda: "".join(
        f"{' | '.join(map(text.plain, draw.draw_path(*ends, **B).scene.caption))}\n" for ends in captions()
    ),
    "escaped.txt": lambda: escaped(),
    "page_auto.html": lambda: draw.draw_path(*two_ways(), digits=2, **B).html().partition("<svg")[0] + "\n",
    "page.html": lambda: draw.draw_path(*two_ways(), theme="dark", digits=2, **B).html(),
}


def escaped():
    """Every character that means something somewhere, and those at the ends of ranges, in each language."""
    codes = [*range(1, 161), 0x2028, 0x2029, 0xD7FF, 0xD800, 0xDFFF, 0xE000, 0xFFFD, 0xFFFE, 0xFFFF, 0x1F600]
    functions = (escape.visible, escape.one_line, escape.xml, escape.html, escape.json_block, escape.dot_html,
                 escape.dot, escape.latex, escape.short)  # fmt: skip
    lines = [[ascii(write(f"a{chr(code)}b")) for write in functions] for code in codes]
    return "".join(f"{code:x} {' '.join(line)}\n" for code, line in zip(codes, lines, strict=True))


def layered(seed):
    """A random layered graph, laid out: the order in each rank, and how far down each vertex lies."""
    draw_ = random.Random(seed)
    ranks = draw_.randint(2, 6)
    vertices = []
    for k in range(draw_.randint(6, 30)):
        rank = k % ranks if k < ranks else draw_.randrange(ranks)
        size = 4.0 * draw_.randint(1, 12)
        vertices.append(Vertex(rank, size, size, 4.0 * draw_.randint(1, 12), gap=draw_.choice((6.0, 10.0, 14.0))))
    for tail, head in sorted({(draw_.randrange(len(vertices)), draw_.randrange(len(vertices))) for _ in range(60)}):
        if vertices[head].rank - vertices[tail].rank == 1:
            weight = draw_.choice((1.0, 2.0, 8.0, 12.0))
            vertices[tail].after.append((head, weight))
            vertices[head].before.append((tail, weight))
    order = order_ranks(vertices)
    return json.dumps([order, place(vertices, order)])


def ordered(seed):
    """The order in each rank of a random graph of small ranks with many lines between them."""
    draw_ = random.Random(seed)
    sizes = [draw_.choice((2, 2, 3, 4)) for _ in range(draw_.randint(3, 5))]
    vertices = [Vertex(rank, 4.0, 4.0, 4.0) for rank, size in enumerate(sizes) for _ in range(size)]
    for tail, a in enumerate(vertices):
        for head, b in enumerate(vertices):
            if b.rank - a.rank == 1 and draw_.random() < 0.6:
                a.after.append((head, 1.0))
                b.before.append((tail, 1.0))
    return json.dumps(order_ranks(vertices))


@pytest.mark.parametrize("name", PICTURES)
def test_picture(name):
    held(f"gallery/{name}", PICTURES[name]())


@pytest.mark.parametrize("name", [name for name in PICTURES if name.endswith(".svg")])
def test_every_word_can_be_read(name):
    """No text lies on another, leaves the picture, or has a line run through it."""
    assert unreadable((GOLDEN / "gallery" / name).read_text("utf-8")) == []


def test_orders():
    """Among them two graphs in which a rank of two is turned round because that is more symmetric."""
    held("gallery/orders.txt", "".join(ordered(seed) + "\n" for seed in (*range(30), 1880, 2000)))


def test_layered_layouts():
    held("gallery/layered.txt", "".join(layered(seed) + "\n" for seed in range(40)))
