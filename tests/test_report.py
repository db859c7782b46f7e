"""The article as a page: true for every network, well-formed, and of one file; each number is the engine's."""

import inspect
import math
import re
from html import unescape
from html.parser import HTMLParser

import pytest

from tinygrad_edu import Value, nn, optim, tanh
from tinygrad_edu.article import Article
from tinygrad_edu.example import network
from tinygrad_edu.explain.notation import indexed
from tinygrad_edu.explain.numbers import exact, given
from tinygrad_edu.ieee import run
from tinygrad_edu.ops import OPS
from tinygrad_edu.report import article_page
from tinygrad_edu.report.opening import DEFINITIONS
from tinygrad_edu.report.words import WORDS
from tinygrad_edu.steps import page

from .hostile import LABELS

VOID = {"meta", "link", "br"}


class Page(HTMLParser):
    """A page taken apart: its tags and ids, and what a reader sees, as rows of equations and of tables."""

    def __init__(self, html):
        super().__init__()
        self.open, self.tags, self.ids, self.links, self.heads = [], [], [], [], []
        self.values, self.rows, self.text, self.svg = {}, {}, "", ""
        self.row, self.left = None, ""
        self.feed(html.replace("\u00a0", " "))
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        self.text += "\n" * (tag in ("br", "td", "th"))
        self.tags.append((tag, attrs))
        self.ids += [value for name, value in attrs.items() if name == "id"]
        self.links += [value for name, value in attrs.items() if name == "href"]
        if re.fullmatch("h[1-6]", tag):
            self.heads.append(int(tag[1]))
        if tag == "tr" or (tag == "div" and self.open and self.open[-1][1].get("class") == "tge-eq"):
            self.row = []
        elif self.row is not None and (tag in ("td", "th") or (tag == "span" and self.open[-1][0] == "div")):
            self.row.append("")
        if tag not in VOID:
            self.open.append((tag, attrs))

    def handle_startendtag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        opened, _ = self.open.pop()
        assert opened == tag
        if tag == "tr" and self.row:
            self.rows.setdefault(self.row[0].strip(), []).append([cell.strip() for cell in self.row[1:]])
            self.row = None
        elif tag == "div" and self.open[-1][1].get("class") == "tge-eq":
            left, _, number = (cell.strip() for cell in self.row)
            self.left = left or self.left
            if number:
                self.values.setdefault(self.left, []).append(number.removeprefix("= "))
            self.row = None

    def handle_data(self, data):
        inside = [tag for tag, _ in self.open]
        if "style" in inside or "script" in inside:
            return
        if "svg" in inside:
            self.svg += data + "\n" * (inside[-1] == "text")
            return
        self.text += data
        if self.row:
            self.row[-1] += data


def flat(name):
    """A name as its text comes out of the page: net_h1 is net with the index h1."""
    stem, index, _ = indexed(name)
    return stem + ",".join(index)


CASES = {
    "article": dict(net=None, lr=0.5, lang="en"),
    "article zh": dict(net=None, lr=0.5, lang="zh"),
    "2-3-1 tanh": dict(net=((2, 3, 1), "tanh"), lr=0.1, lang="en"),
    "3-4-3-2 relu zh": dict(net=((3, 4, 3, 2), "relu"), lr=0.1, lang="zh"),
    "2-1": dict(net=((2, 1), "tanh"), lr=0.05, lang="en"),
    "2-9-9-2 sigmoid": dict(net=((2, 9, 9, 2), "sigmoid"), lr=0.5, lang="zh"),
}
ROUNDS = {"article": 12}
"""Of the training; a few elsewhere."""


class Case:
    def __init__(self, net, lr, lang, rounds):
        self.lr, self.lang, self.rounds = lr, lang, rounds
        if net is None:
            article = Article()
            article.forward()
            self.root, self.values, self.trained = article["E_total"], article.values, article.weights
            self.html = article_page(lr=lr, rounds=rounds, lang=lang).html
        else:
            self.root, self.values = network(*net)
            self.trained = {
                name: v for name, v in self.values.items() if v.op is None and v.requires_grad and name[0] in "wb"
            }
            self.html = article_page(self.root, lr=lr, rounds=rounds, lang=lang).html
        self.page = Page(self.html)
        self.root.backward()


@pytest.fixture(scope="module", params=CASES)
def case(request):
    return Case(**CASES[request.param], rounds=ROUNDS.get(request.param, 3))


# -- numbers ----------------------------------------------------------------------------------------------------------


def test_the_forward_pass_is_the_engines(case):
    shown = case.page.values
    found = 0
    for name, v in case.values.items():
        if v.op is not None and flat(name) in shown:
            assert shown[flat(name)][0] == exact(v.data, 9), name
            found += 1
        elif v.op is not None:  # of large layers some stand in a table
            column = 0 if name.startswith("net") else -1
            assert case.page.rows[flat(name.split("_", 1)[1])][0][column] == exact(v.data, 9), name
            found += 1
    assert found == sum(v.op is not None for v in case.values.values())
    assert shown[flat(case.root.label)][0] == exact(case.root.data, 9)


def test_gradients_and_updates_are_the_engines(case):
    rows = {key: cells for key, several in case.page.rows.items() for cells in several}
    optimizer = optim.SGD(list(case.trained.values()), lr=case.lr)
    before = {name: v.data for name, v in case.trained.items()}
    optimizer.step()
    shown = 0
    for name, v in case.trained.items():
        if flat(name) in rows:
            value, *computed = rows[flat(name)]
            assert value in (given(before[name], 9), exact(before[name], len(value.partition(".")[2]))), name
            assert float(value.replace("−", "-")) == pytest.approx(before[name], abs=5e-10), name
            assert computed == [exact(v.grad, 9), exact(v.data, 9)], name
            shown += 1
        v.data = before[name]
    assert shown == len(case.trained) or shown >= 24


def test_derivations_end_in_the_engines_gradient(case):
    """Every framed derivation is of one weight; its product is what backward() gives."""
    layers = {re.sub(r"_?\d*$", "", name) for name in case.values if name.startswith("out")}
    assert case.html.count('<div class="derivation">') == len(layers)
    for title in re.findall(r'<div class="derivation">\n<h4>(.*?)</h4>', case.html, re.DOTALL):
        text = re.sub("<[^>]*>", "", title).replace("\u00a0", " ")
        name = re.search(r"\((\S+) = ", text)[1]
        v = next(v for label, v in case.trained.items() if flat(label) == name)
        assert f"= {exact(v.grad, 9)} " in text
        assert f"{v.grad:.16g}".replace("-", "−") in case.page.text
    assert "δ" in case.page.text or len(case.trained) < 4


def test_training_is_gradient_descent(case):
    leaves = {name: v.data for name, v in case.trained.items()}
    optimizer = optim.SGD(list(case.trained.values()), lr=case.lr)
    errors = []
    for _ in range(case.rounds):
        errors.append(forward(case))
        optimizer.zero_grad()
        gradients_of(case)
        optimizer.step()
    errors.append(forward(case))
    rows = case.page.rows
    told = [k for k in (0, 1, 10, case.rounds) if k <= case.rounds]
    assert [rows[str(k)][0] for k in told] == [[exact(errors[k], 9)] for k in told]
    for name, data in leaves.items():
        case.trained[name].data = data
    forward(case)
    gradients_of(case)


def forward(case):
    """The recorded graph once more, on today's numbers."""
    from tinygrad_edu.steps.rounds import again

    case.copy, case.copies = again(case.root)
    return case.copy.data


def gradients_of(case):
    case.copy.backward()
    for v in case.trained.values():
        v.grad = case.copies[v].grad


def test_the_articles_own_numbers():
    page = Page(article_page(rounds=1).html)
    assert page.values["Etotal"][0] == "0.298371109"
    assert page.rows["w5"] == [["0.40", "0.082167041", "0.358916480"]]
    assert page.rows["w1"] == [["0.15", "0.000438568", "0.149780716"]]
    assert page.values["δh1"] == ["0.008771355"]
    assert page.rows["Etotal after 1 round"] == [["0.291027774", "0.291027924"]]


def test_given_numbers_side_by_side_have_equally_many_decimals():
    page = Page(article_page(rounds=1).html)
    assert [page.rows[f"w{k}"][0][0] for k in range(1, 9)] == "0.15 0.20 0.25 0.30 0.40 0.45 0.50 0.55".split()
    assert "i1 = 0.05 i2 = 0.10" in page.text


def test_powers_of_ten_and_code():
    """A small number is set as in a formula; a command is not broken at a hyphen."""
    root, _ = network((2, 1), "tanh")
    html = article_page(root, lr=1e-11, rounds=3).html
    assert "learning rate 1·10<sup>−11</sup>" in html
    assert "<code><span>tinygrad-edu</span> <span>explain</span>" in html
    assert not re.search(r"\de-\d", re.sub("<(svg|style|code|iframe).*?</\\1>|<[^>]*>", "", html, flags=re.DOTALL))


@pytest.mark.slow  # 5 s
def test_the_articles_last_numbers():
    whole = article_page()
    page = Page(whole.html)
    assert repr(whole).startswith(f"<ArticlePage {whole.title!r}: ") and '.save("article.html")' in repr(whole)
    assert page.rows["Etotal after 1 round"] == [["0.291027774", "0.291027924", "0.291027924"]]
    assert page.rows["Etotal after 10,000 rounds"] == [["0.000035102", "0.000035085", "0.000035085"]]
    assert page.rows["outo1 after 10,000 rounds"] == [["0.015913620", "0.015912196", "0.015912196"]]
    assert page.rows["outo2 after 10,000 rounds"] == [["0.984064274", "0.984065734", "0.984065734"]]


# -- the page ---------------------------------------------------------------------------------------------------------


def test_one_file_well_formed(case):
    page = case.page
    assert len(case.html.encode()) < 1_500_000
    assert len(set(page.ids)) == len(page.ids)
    assert {link[1:] for link in page.links if link.startswith("#")} <= set(page.ids)
    assert all(link.startswith("#") or link == "data:," for link in page.links)
    assert re.findall(r"https?://[^\s\"'<>]*", case.html.replace("http://www.w3.org/2000/svg", "")) == []
    tags = {tag for tag, _ in page.tags}
    assert not tags & {"script", "img", "object", "embed", "base", "form"}
    assert not any(name in ("src", "onclick", "onload") for _, attrs in page.tags for name in attrs)
    frames = [attrs for tag, attrs in page.tags if tag == "iframe"]
    assert len(frames) <= 1 and all(attrs["sandbox"] == "allow-scripts" for attrs in frames)


def test_accessible(case):
    page = case.page
    assert page.heads[0] == 1 and page.heads.count(1) == 1
    assert all(b <= a + 1 for a, b in zip(page.heads, page.heads[1:], strict=False))  # no level is skipped
    (html,) = [attrs for tag, attrs in page.tags if tag == "html"]
    assert html["lang"] == {"en": "en", "zh": "zh-CN"}[case.lang]
    for tag, attrs in page.tags:
        if tag == "svg":
            assert attrs["role"] == "img" and set(attrs["aria-labelledby"].split()) <= set(page.ids)
        if attrs.get("class") == "wide" and tag == "div":
            assert attrs["tabindex"] == "0" and attrs["aria-label"][0] not in " （"
    assert page.tags.count(("figcaption", {})) == sum(tag == "figure" for tag, _ in page.tags) > 2
    assert case.html.count("<svg") == page.tags.count(("figcaption", {}))


def test_the_sections_are_the_articles_in_its_order(case):
    order = ["purpose", "network", "forward", "backward", "after", "orders", "steps", "own"]
    words = WORDS[case.lang]
    titles = [words[{"forward": "step1", "backward": "step2"}.get(key, key)] for key in order]
    found = re.findall(r'<h2 id="(\w+)">(.*?)</h2>', case.html)
    assert [key for key, _ in found] == [key for key in order if key in dict(found)]
    assert all(title in titles for _, title in found)
    assert {"purpose", "network", "forward", "backward", "after", "own"} <= set(dict(found))
    assert ("orders" in dict(found)) is any(name.startswith("out_h") for name in case.values)


@pytest.mark.parametrize("sizes", [None, (2, 2, 2, 1), (1, 40, 1)])
def test_a_chinese_page_is_chinese(sizes):
    html = article_page(sizes and network(sizes)[0], lr=0.1, rounds=2, lang="zh").html
    text = re.sub("<[bi]>|</[bi]>", "", re.sub("<(pre|code)[^>]*>.*?</\\1>", "", unescape(html), flags=re.DOTALL))
    assert re.findall("[一-鿿][,;:?!()].{9}|.{9}[,;:?!()][一-鿿]|[一-鿿] \\(.{9}|.{9}\\. [一-鿿]", text) == []
    page = Page(html)
    known = {
        "net", "out", "sigmoid", "exp", "Etotal", "total", "Value", "tinygrad", "edu", "article", "html", "report",
        "backward", "from", "import", "activation", "tanh", "output", "seed", "parameters", "data", "half", "squared",
        "error", "page", "lang", "save", "mine", "explain", "draw", "network", "steps", "svg", "Python", "MLP",
    }  # fmt: skip
    words = set(re.findall(r"[A-Za-z]{3,}", page.text))
    assert {word for word in words if not re.fullmatch("(net|out)[ho]?", word)} <= known | {"linear"}
    drawn = set(re.findall(r"[A-Za-z]{4,}", page.svg))
    assert " to " not in page.svg
    assert drawn <= {"total", "sigmoid", "tanh", "linear", "Etotal", "outh", "neth"}


def test_the_languages_say_the_same_things():
    assert set(WORDS["en"]) == set(WORDS["zh"])
    for key, english in WORDS["en"].items():
        chinese = WORDS["zh"][key]
        assert callable(english) == callable(chinese), key
        if callable(english):
            assert inspect.signature(english) == inspect.signature(chinese), key


@pytest.mark.parametrize("name", DEFINITIONS)
def test_definitions_of_activation_functions(name):
    text = DEFINITIONS[name].replace("−", "-").replace("|x|", "abs(x)")
    for x in (-3.0, -0.5, 0.0, 0.25, 2.0):
        value = eval(text, {"exp": math.exp, "log": math.log, "max": max, "abs": abs, "x": x})  # our own text
        assert value == pytest.approx(run(OPS[name].value, x), rel=1e-14, abs=1e-15)


# -- other networks ---------------------------------------------------------------------------------------------------


def test_a_loss_with_many_ways():
    net = nn.MLP(2, [3, 3], activation="tanh", seed=1)
    loss = nn.cross_entropy(net([0.5, -1.0]), 1)
    page = Page(article_page(loss, lr=0.1, rounds=3).html)
    loss.backward()
    w = net.parameters()[0]
    assert page.rows[flat(w.label)][0][1] == exact(w.grad, 9)


def test_what_neurons_share_is_computed_before_them():
    net = nn.MLP(1, [2], output_activation="softmax", seed=1)
    text = Page(article_page(nn.half_squared_error(net([0.5]), [0.0, 1.0]), lr=0.1, rounds=2).html).text
    forward, error = text.index("That was the forward pass"), text.index("One number says it")
    assert "output layer: softmax" in text and "Three paths lead" in text
    assert text.index("softmax(x₁, x₂, …)ₖ") < text.index("exp(xₖ) / (exp(x₁) + exp(x₂) + …)") < forward
    assert text.index("exp(xₖ − logsumexp(x₁, x₂, …))") < text.index("log(exp(x₁) + exp(x₂) + …)") < forward
    assert text.index("logsumexp(neto1, neto2)") < text.index("exp(neto1 − v1)") < forward < error
    assert "logsumexp(neto1, neto2)" not in text[error : text.index("Take w1 as the example")]


def test_what_is_said_depends_on_the_network():
    one = nn.MLP(2, [2, 1], activation="relu", bias=False, seed=0)
    text = Page(article_page(nn.half_squared_error(one([1.0, 2.0]), [0.5]), lr=0.01, rounds=2).html).text
    assert "The network has two inputs, one hidden layer of two neurons and one output." in text
    assert "bias" not in text
    assert "goes into outo1 alone, so the error comes back to it from there alone" in text
    assert "falls from" in text
    large = Page(article_page(nn.half_squared_error(one([1.0, 2.0]), [0.5]), lr=50.0, rounds=1).html).text
    assert "rises from" in large and "That is no smaller than at the start" in large
    still = Page(article_page(nn.half_squared_error(one([1.0, 2.0]), [0.5]), lr=1e-12, rounds=1).html).text
    assert "stays at" in still and "falls" not in still
    linear = nn.MLP(2, [1], seed=0)
    lost = Page(article_page(nn.half_squared_error(linear([1.0, 2.0]), [0.5]), lr=5e9, rounds=20).html).text
    assert "the error left all bounds" in lost and "no hidden layer" in lost


@pytest.mark.parametrize(
    "sizes, said",
    [
        ([1, 1, 1, 1], ["three hidden layers of one neuron each", "all hidden layers: tanh; output layer: linear"]),
        ([2, 3, 1], ["two hidden layers of two and three neurons", "all hidden layers: tanh; output layer: linear"]),
        ([2, 1], ["one hidden layer of two neurons", "functions: hidden layer: tanh; output layer: linear"]),
    ],
)
def test_of_hidden_layers_that_are_alike_it_is_said_once(sizes, said):
    E = nn.half_squared_error(nn.MLP(1, sizes, activation="tanh", seed=0)([0.5]), [1.0])
    text = Page(article_page(E, lr=0.1, rounds=1).html).text
    assert all(words in text for words in said)


@pytest.mark.parametrize("lang, one, more", [("en", ": w1 leads from i1 to o1.", "to o1, and so on."),
                                             ("zh", "：w1 从 i1 通向 o1。", "其余依此类推。")])  # fmt: skip
def test_of_one_weight_nothing_goes_on(lang, one, more):
    for nin, said in ((1, one), (2, more)):
        E = nn.half_squared_error(nn.MLP(nin, [1], seed=0)([0.5] * nin), [1.0])
        text = Page(article_page(E, lr=0.1, rounds=1, lang=lang).html).text
        assert said in text and (more in text) == (nin > 1)


def test_a_neuron_of_a_hidden_layer_that_feeds_the_error_alone():
    """As an auxiliary loss has it."""
    w1, w2, w3 = (Value(x, f"w{k}") for k, x in enumerate((0.5, -0.3, 0.9), 1))
    h1, h2 = (tanh((w * 2.0).named(f"net_h{k}")).named(f"out_h{k}") for k, w in enumerate((w1, w2), 1))
    E = (((w3 * h2).named("net_o1") - 1.0) ** 2 + h1**2).named("E")
    assert "outh1 goes into E alone" in Page(article_page(E, rounds=2).html).text


def test_a_network_that_answers_at_every_step():
    """Its outputs but the last are neurons of the layers between, and its weights are used at every step."""
    w, u, b, v = (Value(x) for x in (0.5, -0.3, 0.1, 0.9))
    h, E = 0.0, 0.0
    for x, t in ((1.0, 0.0), (-1.0, 1.0), (0.5, 0.0)):
        h = tanh(w * x + u * h + b)
        E = E + (v * h - t) ** 2
    text = Page(article_page(nn.name_network(E), rounds=2).html).text
    assert text.count("paths lead from w") == 2 and "alone" not in text
    assert text.count("used by the layers above too") == 2
    assert (
        "For every neuron of hidden layer 2, first the weighted sum, then the activation." in text
    )  # of one of the two


def test_frozen_parameters_stay():
    net = nn.MLP(2, [2, 1], activation="tanh", seed=0)
    loss = nn.half_squared_error(net([1.0, 2.0]), [0.5])
    w = net.parameters()[0]
    page = Page(article_page(loss, lr=0.1, rounds=2, trained=[w]).html)
    assert flat(w.label) in page.rows and "w2" not in page.rows
    assert "Not trained, and so the same after every round: w2" in page.text


def test_nothing_of_the_readers_is_changed():
    net = nn.MLP(2, [2, 1], activation="tanh", seed=0)
    loss = nn.half_squared_error(net([1.0, 2.0]), [0.5])
    loss.backward()
    before = [(p.data, p.grad) for p in net.parameters()] + [loss.data]
    first = article_page(loss, rounds=3).html
    assert [(p.data, p.grad) for p in net.parameters()] + [loss.data] == before
    assert article_page(loss, rounds=3).html == first  # the same to the last byte
    net.parameters()[0].data = 0.3  # the page is of the numbers of now
    assert "w1 = 0.3" in Page(article_page(loss, rounds=3).html).text


@pytest.mark.parametrize("label", LABELS)
def test_hostile_labels_stay_text(label):
    x, w, b, t = Value(0.5, label), Value(0.25, label + "w"), Value(0.1, label + "`**`**"), Value(0.9, "t1")
    out = (w * x + b).named("net_h1").tanh().named("out_h1")
    v = Value(0.7, label + "v")
    error = ((v * out).named("out_o1") - t).square().named(label)
    page = Page(article_page(error, lr=0.1, rounds=1, lang="zh" if len(label) % 2 else "en").html)
    assert len(set(page.ids)) == len(page.ids)
    tags = {tag for tag, _ in page.tags}
    assert not tags & {"script", "img"}
    assert "\U000f0000" not in page.text.replace(label, "")


def test_bad_input():
    net = nn.MLP(2, [2, 1], activation="tanh", seed=0)
    loss = nn.half_squared_error(net([1.0, 2.0]), [0.5])
    with pytest.raises(ValueError, match="lang is one of en, zh, not 'de'"):
        article_page(loss, lang="de")
    with pytest.raises(ValueError, match="rounds is 1 or more, not 0"):
        article_page(loss, rounds=0)
    with pytest.raises(ValueError, match="digits is a whole number from 1 to 17, not 18"):
        article_page(loss, digits=18)
    with pytest.raises(ValueError, match="finite"):
        article_page(loss, lr=math.nan)
    with pytest.raises(ValueError, match=r"the learning rate is a finite number, not '0\.1'"):
        article_page(loss, lr="0.1")
    with pytest.raises(TypeError, match="the error of a network, not for list"):
        article_page([loss])
    with pytest.raises(ValueError, match="a neuron is known by the names"):
        article_page((Value(1.0, "a") * 2.0).named("E"))
    with pytest.raises(ValueError, match="computed from 2: pass the error of one of them"):
        article_page(loss + nn.half_squared_error(net([0.0, 1.0]), [0.5]))
    with pytest.raises(ValueError, match="none of what is to be trained"):
        article_page(loss, trained=[Value(1.0)])


def test_the_longest_derivation_that_is_given_whole(monkeypatch):
    def shortened(most):
        monkeypatch.setattr("tinygrad_edu.report.backward.DERIVATION", most)
        html = article_page(rounds=1).html
        return [n for n in range(200) if WORDS["en"]["in_delta_form"](n) in html]

    lines = shortened(0)
    assert shortened(max(lines)) == []
    assert shortened(max(lines) - 1) == [max(lines)]


@pytest.mark.parametrize("lang", sorted(WORDS))
def test_a_net_too_large_to_step_through_says_so(lang, monkeypatch):
    def too_large(*args, **settings):
        raise ValueError("more boxes than fit")

    assert WORDS[lang]["steps_too_many"][:20] not in article_page(rounds=1, lang=lang).html
    monkeypatch.setattr("tinygrad_edu.report.closing.steps", too_large)
    html = article_page(rounds=1, lang=lang).html
    assert WORDS[lang]["steps"] in html and WORDS[lang]["steps_too_many"][:20] in html and "<iframe" not in html


@pytest.mark.parametrize("target", [-5.0, 5.0])
def test_a_product_of_zeros_has_no_sign(target):
    net = nn.MLP(1, [1, 1], activation="tanh", bias=False, seed=0)
    net.parameters()[0].data = 800.0  # tanh is flat there, to the last bit
    text = Page(article_page(nn.half_squared_error(net([1.0]), [target]), lr=0.1, rounds=1).html).text
    assert "unrounded, come to 0, and backward() computes 0." in text


def test_training_shows_how_far_it_is(bar):
    article_page(rounds=3)
    rounds = ["tick", "tick", "tick", "closed"]
    assert bar == ["3 in all", "training", *rounds, "3 in all", "sequential", *rounds]
    bar.clear()
    article_page(rounds=3, progress=False)
    assert bar == []


def test_writing_many_derivations_shows_how_far_it_is(bar, monkeypatch):
    monkeypatch.setattr(page, "MANY", 10 * 3)
    article_page(rounds=2)
    assert bar[2 * 5 :] == ["30 in all", "writing", *["tick"] * 30, "closed"]
    bar.clear()
    article_page(rounds=1)
    assert "writing" not in bar
    bar.clear()
    article_page(rounds=2, progress=False)
    assert bar == []
