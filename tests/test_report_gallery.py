"""Pages of the article, to the last character, for networks of every kind; without style, pictures and step-through.

Of a picture its size, its title and its texts are held: the painting is draw's own.
"""

import inspect
import itertools
import re

import pytest

from tinygrad_edu import Value, constant, dot, nn
from tinygrad_edu.graph import ancestors
from tinygrad_edu.report import article_page
from tinygrad_edu.report.page import Page
from tinygrad_edu.report.story import _shortened
from tinygrad_edu.report.words import WORDS
from tinygrad_edu.steps.step_through import StepThrough

from .golden import held

STYLE = re.compile(r"<style>.*?</style>\n?", re.DOTALL)
FRAME = re.compile(r' srcdoc="[^"]*"')
PICTURE = re.compile(r"<svg [^>]*?(viewBox=\"[^\"]*\").*?</svg>", re.DOTALL)
UNROUNDED = re.compile(r"\d+\.\d{12,}")
TEXT = re.compile(r"<(title|desc|text)\b[^>]*>(.*?)</\1>", re.DOTALL)


def net(sizes, **settings):
    model = nn.MLP(sizes[0], list(sizes[1:]), seed=0, **settings)
    for k, p in enumerate(model.parameters()):
        p.data = ((7 * k) % 11 - 5) / 4.0
    outs = model([0.5 - i for i in range(sizes[0])])
    return nn.half_squared_error(outs, [0.5 - 0.25 * k for k in range(len(outs))])


def by_hand():
    """Shared and frozen biases, a neuron without one, a linear output, targets of any kind."""
    i1, i2 = constant(0.5, "i1"), constant(-1.0, "i2")
    w = [Value(0.1 * (k - 2), f"w{k}") for k in range(1, 7)]
    b = Value(0.3, "b1")
    h1 = (w[0] * i1 + w[1] * i2 + b).named("net_h1").softplus().named("out_h1")
    h2 = dot([w[2], w[3]], [i1, i2], b).named("net_h2").silu().named("out_h2")
    o = (w[4] * h1 + w[5] * h2).named("net_o1").named("out_o1")
    return (0.5 * (constant(1.0, "t1") - o).square() + 0.01 * w[4].square()).named("E_total"), w


def several_outputs():
    """A loss that says of no output alone what it is compared with."""
    model = nn.MLP(2, [3, 2], activation="relu", seed=0)
    for k, p in enumerate(model.parameters()):
        p.data = ((5 * k) % 9 - 4) / 4.0
    return nn.cross_entropy(model([1.0, -0.5]), 1).named("loss")


PAGES = {
    "article": lambda: article_page(rounds=2, digits=6),
    "article_zh": lambda: article_page(rounds=1, lang="zh", lr=0.25),
    "tanh": lambda: article_page(net((2, 3, 1), activation="tanh"), lr=0.1, rounds=2, digits=4, lang="zh"),
    "deep": lambda: article_page(net((2, 2, 2, 2), activation="sigmoid"), lr=0.5, rounds=2, digits=4),
    "crowd": lambda: article_page(net((3, 18, 9, 2), activation="softsign"), lr=0.01, rounds=2, digits=3, lang="zh"),
    "broad": lambda: article_page(net((60, 1), output_activation="tanh"), lr=0.1, rounds=1, digits=4),
    "alone": lambda: article_page(net((2, 1)), lr=50.0, rounds=11, digits=5),
    "by_hand": lambda: article_page(by_hand()[0], lr=0.1, rounds=2, digits=5),
    "frozen": lambda: (lambda E, w: article_page(E, 0.1, 2, trained=w[1:4], digits=4))(*by_hand()),
    "entropy": lambda: article_page(several_outputs(), lr=0.1, rounds=2, digits=4, lang="zh", command="a command"),
}  # fmt: skip


@pytest.mark.parametrize("terms", range(1, 11))
def test_long_sums_are_shortened(terms):
    """More than seven terms: the first two and the last two. A sum in brackets is one term, wherever it stands."""
    written = [f"w{k}·x{k}" for k in range(terms)]
    for bracketed in (None, 0, terms // 2, terms - 1):
        shown = [f"({term} + b)·(c + (d + e))" if k == bracketed else term for k, term in enumerate(written)]
        expected = shown if terms <= 7 else [*shown[:2], "…", *shown[-2:]]
        assert _shortened(" + ".join(shown)) == " + ".join(expected)


def shortened(html):
    def texts(found):
        media = "".join(re.findall("@media [^{]*", found[0]))
        return f"[{found[1]} {media} {' | '.join(text for _, text in TEXT.findall(found[0]))}]"

    html = STYLE.sub("", PICTURE.sub(texts, FRAME.sub("", html)))
    return UNROUNDED.sub(lambda found: f"{float(found[0]):.12g}", html)  # the last digits are the machine's


@pytest.mark.parametrize("name", PAGES)
def test_page(name, monkeypatch):
    if name not in ("article", "broad"):  # what is in the frame is not held here, and takes most of the time
        monkeypatch.setattr(StepThrough, "html", lambda self: "")
    held(f"pages/{name}.html", shortened(PAGES[name]().html))


def bare(E, monkeypatch, lr=0.1, **settings):
    """A page without the drawing and the step-through, and the captions of what would be drawn."""
    captions = []
    monkeypatch.setattr(StepThrough, "html", lambda self: "")
    monkeypatch.setattr(Page, "figure", lambda self, picture, caption: captions.append(caption))
    for part in ("opening", "backward"):
        monkeypatch.setattr(f"tinygrad_edu.report.{part}.draw_network", lambda *arguments, **settings: None)
    return shortened(article_page(E, lr, **{"rounds": 1, "digits": 3} | settings).html), captions


def test_what_is_left_out_of_a_broad_network(monkeypatch):
    """Tables end after 24 rows with how many more there are; of the error the last 16 formulae are worked out."""
    html, _ = bare(net((1, 30, 20)), monkeypatch)
    left_out = [row for row in re.findall("<tr>.*?</tr>", html) if " more<" in row]
    columns = ((2, 2), (596, 3), (36, 3))
    assert left_out == [f'<tr><th scope="row">{n} more</th>{"<td></td>" * more}</tr>' for n, more in columns]
    error = html.partition('<h3 id="error">')[2].partition("<h3")[0]
    assert error.count("<div><span>") == 2 * 16


@pytest.mark.parametrize(
    "sizes, output, drawn",
    [
        ((1, 1, 4, 4, 1), "linear", 4), ((1, 1, 4, 5, 1), "linear", 3),  # 16 paths, and 20
        ((1, 1, 9, 1), "tanh", 3), ((1, 1, 10, 1), "linear", 2),  # 25 boxes, and 26
    ],
)  # fmt: skip
def test_ways_of_up_to_19_paths_and_25_boxes_are_drawn(sizes, output, drawn, monkeypatch):
    _, captions = bare(net(sizes, output_activation=output), monkeypatch)
    assert sum(caption.startswith("The way") for caption in captions) == drawn


@pytest.mark.parametrize("inputs, more", [(23, []), (24, ["1"])])
def test_up_to_24_rows_are_in_a_table(inputs, more, monkeypatch):
    """Of the updates, in which the bias is one; and of the outputs."""
    html, _ = bare(net((inputs, 1)), monkeypatch)
    assert re.findall('<th scope="row">(\\d+) more<', html) == more
    html, _ = bare(net((1, inputs + 1)), monkeypatch, trained=None)
    assert re.findall('<th scope="row">(\\d+) more<', html.partition('<h2 id="after"')[2]) == more


@pytest.mark.parametrize("output, ways", [("linear", ["LR", "LR"]), ("tanh", ["LR", "TB"])])
def test_a_way_of_up_to_six_boxes_runs_from_left_to_right(output, ways, monkeypatch):
    turned = []
    monkeypatch.setattr("tinygrad_edu.report.backward.draw_path", lambda *_, rankdir, **__: turned.append(rankdir))
    bare(net((1, 1, 1), output_activation=output), monkeypatch)
    assert turned == ways


@pytest.mark.parametrize("output, short", [("linear", False), ("tanh", True)])
def test_a_derivation_of_more_than_90_lines_is_given_in_the_delta_form(output, short, monkeypatch):
    """Here of 89 and of 91."""
    html, _ = bare(net((1, 1, 2, 3, 1), output_activation=output), monkeypatch)
    assert (WORDS["en"]["in_delta_form"](91)[:40] in html) is short


def softmax(outputs, error):
    model = nn.MLP(2, [outputs], output_activation="softmax", seed=0)
    for k, p in enumerate(model.parameters()):
        p.data = ((5 * k) % 9 - 4) / 4.0
    return error(model([1.0, -0.5])).named("E")


def test_outputs_that_the_error_is_not_made_of(monkeypatch):
    """Of a softmax, of which −log needs one: the others are there as net inputs, and only as these."""
    held("pages/softmax.html", bare(softmax(7, lambda out: -out[1].log()), monkeypatch)[0])


def test_a_target_of_two_outputs_is_that_of_neither(monkeypatch):
    html, _ = bare(softmax(2, lambda out: (out[0] * out[1] - constant(0.25, "t")).square()), monkeypatch)
    before, _, after = re.sub("<.*?>", "", html.replace('<h2 id="after"', "@")).partition("@")
    assert re.search(r"t\W+=\W+0.25", before) and WORDS["en"]["target"] not in after


@pytest.mark.parametrize("name", ["", "height"])
def test_an_input_has_its_own_name_or_a_number(name, monkeypatch):
    monkeypatch.setattr(StepThrough, "html", lambda self: "")
    out = (Value(0.5, "w1") * constant(0.5, name) + Value(0.25, "w2") * 2.0).named("net_o1").tanh().named("out_o1")
    html = article_page((out - 1.0).square().named("E"), rounds=1).html
    assert f"The weights by their names: w1 leads from {name or 'i1'} to o1," in re.sub("<.*?>", "", html)


def test_an_error_that_falls_first_is_compared_at_the_end(monkeypatch):
    """|w| comes down from 1 to 1/2 and is back at 1 after two rounds."""
    html, _ = bare(abs((Value(1.0, "w1") * constant(1.0, "i1")).named("net_o1")), monkeypatch, lr=1.5, rounds=2)
    assert "falls from" in html and WORDS["en"]["no_progress"] in html


def test_an_error_that_leaves_all_bounds_in_the_end(monkeypatch):
    html, _ = bare(net((1, 1)), monkeypatch, lr=1e100, rounds=2)
    assert "rises from" in html and WORDS["en"]["not_finite"] in html


@pytest.mark.parametrize("layers, last", [(8, "and b8."), (9, "and 2 more.")])
def test_biases_that_layers_share_are_named_up_to_eight(layers, last, monkeypatch):
    html, _ = bare(net((1, *[1] * (layers - 1), 2), bias="shared"), monkeypatch)
    named = re.search("The neurons of a layer share one bias: (.*?)</p>", html)[1]
    assert re.sub("<.*?>", "", named).endswith(last)


def test_biases_that_are_held(monkeypatch):
    """Are not trained "as in the article" in the article alone."""
    E = net((1, 1))
    html, _ = bare(E, monkeypatch, trained=[v for v in ancestors(E) if v.label == "w1"])
    assert "Not trained, and so the same after every round: <" in html and "as in the article." not in html


@pytest.mark.parametrize("neurons, words", [(5, None), (6, "The other two neurons of the layer are computed")])
def test_of_more_than_five_neurons_four_are_worked_out(neurons, words, monkeypatch):
    html, _ = bare(net((1, neurons, 1), activation="tanh"), monkeypatch)
    assert ("in the same way" in html.partition('<h2 id="backward">')[0]) is (words is not None)
    assert words is None or words in html


def test_one_factor_is_no_list(monkeypatch):
    html, _ = bare((Value(2.0, "w1") * constant(0.5, "i1")).named("net_o1") + 1.0, monkeypatch)
    assert 'so there is one factor:</p>\n<div class="derivation">' in html


@pytest.mark.parametrize("lang, end", [("en", ";"), ("zh", "；")])
def test_a_factor_between_two_results_of_ones_own_stands_without_words(lang, end, monkeypatch):
    out = (Value(2.0, "w1") * constant(0.5, "i1")).named("net_o1").tanh().named("out_o1")
    html, _ = bare(0.5 * (out - 1.0).square().named("apart"), monkeypatch, lang=lang)
    factors = [re.sub("<.*?>", "", item) for item in re.findall("<li>(.*?)</li>", html)]
    bare_ones = [item for item in factors if item.endswith(f"∂apart{end}")]
    assert bare_ones and not any(" " in item for item in bare_ones)


def test_a_constant_among_the_weights_is_not_trained(monkeypatch):
    net = Value(2.0, "w1") * constant(0.5, "i1") + constant(3.0, "w2") * Value(1.5, "i2")
    html, _ = bare((net.named("net_o1").tanh().named("out_o1") - 1.0).square(), monkeypatch)
    held_back = re.search("Not trained, and so the same after every round: (.*?)</p>", html)
    assert held_back[1] == '<span class="tge-m"><i>w</i><sub>2</sub></span>.'


EXAMPLES = {
    "n": (1, 2, 11, 1_234), "m": (1, 3), "k": (2,), "of": (1, 3), "way": (-1, 0, 1),
    "hidden": ((), (4,), (2, 11), (3, 3)),
    "original": (False, True), "biases": (False, True), "linear": (False, True), "names": (["b1"], ["b1", "b2", "b3"]),
    "users": (["net_o1", "net_o2"],), "outs": (["out_o1 = 0.5"], ["out_o1 = 0.5", "out_o2 = 0.1"]),
    "targets": ([], ["t1 = 1"], ["t1 = 1", "t2 = 0"]), "more": (False, True),
    "layer": ("output layer", "hidden layer 2"), "lines": (1_234,), "rate": ("0.5",),
    "pairs": ([("hidden layer", "tanh"), ("output layer", "sigmoid")],),
}  # fmt: skip


@pytest.mark.parametrize("lang", WORDS)
def test_sentences(lang):
    """Each about one, two and many; what is not listed above stands for itself."""
    lines = []
    for key, words in WORDS[lang].items():
        if callable(words):
            names = inspect.signature(words).parameters
            for values in itertools.product(*(EXAMPLES.get(name, (f"<{name}>",)) for name in names)):
                lines.append(f"{key}: {words(*values)}")
    held(f"pages/words_{lang}.txt", "\n".join(lines) + "\n")


@pytest.mark.parametrize("inputs, more", [(12, []), (13, ["2", "2"])])
def test_up_to_twelve_numbers_are_written_out(inputs, more, monkeypatch):
    html, _ = bare(net((inputs, 1)), monkeypatch)
    assert re.findall(r"<span>(\d+) more</span>", html) == more


def test_a_formula_too_long_to_be_written_out(monkeypatch):
    """Is no sum, though nothing of it has a name."""
    out = (Value(2.0, "w1") * constant(0.5, "i1")).named("net_o1").tanh().named("out_o1")
    error = out
    for _ in range(31):
        error = (error * 1.5 + 0.25) / 1.25
    html, _ = bare(error.named("E"), monkeypatch)
    assert WORDS["en"]["long_formula"](1) in html and WORDS["en"]["sum_of"](1) not in html
