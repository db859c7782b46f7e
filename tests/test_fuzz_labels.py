"""Text of any kind in every label, through every writer: it stays text, the page keeps its shape, a terminal is safe.

Labels come from everywhere: a column of somebody's table, a name in a file, a student's joke. Drawn pictures, pages,
LaTeX, DOT, reports and error messages are read back by a parser of their language.
"""

import functools
import io
import json
import re
import unicodedata
import xml.etree.ElementTree as ET
from html.parser import HTMLParser

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import tinygrad_edu as te
from tests.drawn import parse, words
from tests.examples import costly
from tinygrad_edu import Value, constant, detect_anomaly, draw, escape, lint, nn, optim
from tinygrad_edu.anomaly import describe
from tinygrad_edu.check import gradcheck
from tinygrad_edu.data.sets import Dataset
from tinygrad_edu.draw.export_dot import titled_above
from tinygrad_edu.train.history import History

FRAGMENTS = [
    "<", ">", "&", '"', "'", "\\", "$", "$$", "{", "}", "_", "__", "^", "%", "#", "~", "`", "*", "|", "[", "]", "@",
    "\n", "(", ")", "^(", " = ", "√(", " · ", "\r", "\t", "\x1f", "\x85", "\x1b[31m", "\x00", "\x07", "\x9b", "]]>",
    "<!--", "-->", "<script>alert(1)</script>", "</title>", "</style>", "</svg>", "<b>", "&amp;", "&#0;", "\\N",
    "\\l", "\\end{aligned}", "\\text{", "权值", "🙂", "\u202e", "\u2028", "\ud800", "\ufffe", "é", "e\u0301", "net_",
    "out_h1", "w1", " ", "%s", "{0}", "v1", "−", "∂", "x" * 50,
]  # fmt: skip
labels = st.lists(st.sampled_from(FRAGMENTS), max_size=6).map("".join) | st.text(max_size=30)

PICTURES = costly(160)  # eight of them for each label
REPORTS = costly(40)

VOID = {"meta", "link", "br", "img", "hr", "input"}


class Page(HTMLParser):
    """The tags of a page, with every one closed; and its text."""

    def __init__(self, text):
        super().__init__()
        self.tags, self.open, self.text = [], [], ""
        self.feed(text)
        self.close()
        assert not self.open

    def handle_starttag(self, tag, attributes):
        self.tags.append(tag)
        assert not [name for name, _ in attributes if name.startswith("on")]
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attributes):
        self.tags.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.text += data


def assert_for_a_terminal(text, lines=True):
    """No control character but the end of a line; and it can be written as UTF-8."""
    text.encode("utf-8")
    found = {c for c in text if unicodedata.category(c) in ("Cc", "Zl", "Zp")}
    assert found <= ({"\n"} if lines else set()), found


def assert_inside(label, text):
    """Whether the beginning of the label stands in a text, apart from spaces and signs that names are set with."""

    def plain(text):
        return re.sub(r"[\s_]", "", escape.visible(text))

    assert plain(label)[:4] in plain(text)


def net_with(label):
    """A network whose every Value is called so, or nearly."""
    net = nn.MLP(2, [2, 1], activation="sigmoid", seed=0)
    inputs = [Value(0.5, label), Value(-1.0, label + "2")]
    loss = nn.mse_loss(net(inputs), [1.0]).named(label)
    for k, p in enumerate(net.parameters()):
        p.label = label if k == 0 else f"{label}{k}"
    net.layers[0].neurons[0].name = label
    for node in te.graph.ancestors(loss):
        if node.op is not None and not node.label.startswith(("net_", "out_")):
            node.label = label
    return net, loss


def chain_with(label):
    w, x = Value(0.5, label), Value(2.0, label + "2")
    return w, ((w * x).named(label + "3").sigmoid().named(f"net_{label}") * w).named(label)


def pictures(label):
    net, loss = net_with(label)
    w, y = chain_with(label)
    yield draw.draw_graph(y, engine="builtin", title=label)
    yield draw.draw_graph(y, fold=None, engine="builtin")
    yield draw.draw_path(y, w, context=True, engine="builtin")
    for show in ("gradients", "deltas", "names", "structure"):
        yield draw.draw_network(net, loss, show=show, labels=True)
    yield draw.draw_layers(net, loss, title=label, engine="builtin")


PLAIN = list(pictures("plain"))
TAGS = [({e.tag for e in parse(picture.svg).iter()}, set(Page(picture.html()).tags)) for picture in PLAIN]
"""Of each as SVG and as a page."""


@PICTURES
@given(labels)
@example("\u202e")
@example("]]>")
@example("<b a='\"'>&amp;")
@example("²")
def test_pictures(label):
    first, *others = pictures(label)
    for picture, (svg, page) in zip((first, *others), TAGS, strict=True):
        assert {e.tag for e in parse(picture.svg).iter()} <= svg | {"{http://www.w3.org/2000/svg}tspan"}
        assert set(Page(picture.html()).tags) <= page | {"tspan"}
        assert_for_a_terminal(picture.describe())
    assert_inside(label, "".join(words(parse(first.svg))) + first.describe())


# -- DOT -----------------------------------------------------------------------------------------------------------

TOKEN = re.compile(r'\s+|//[^\n]*|"(?:[^"\\]|\\.)*"|->|-?[A-Za-z_0-9.]+|[{}\[\];,=:]', re.DOTALL)


def dot_tokens(source):
    """The tokens of a file in the DOT language; HTML-like labels as XML trees. An error if it is none."""
    found, at = [], 0
    while at < len(source):
        if source[at] == "<":
            depth, end = 0, at
            while True:
                depth += {"<": 1, ">": -1}.get(source[end], 0)
                end += 1
                if depth == 0:
                    break
            found.append(ET.fromstring(f"<html>{source[at + 1 : end - 1]}</html>"))
            at = end
            continue
        match = TOKEN.match(source, at)
        assert match, source[at : at + 40]
        if not match[0].isspace():
            found.append(match[0])
        at = match.end()
    return found


@functools.cache
def plain_dot():
    """Of each picture the arrows and the labels, but for titles."""
    files = [(dot_tokens(picture.render("dot")), titled_above(picture.scene)) for picture in PLAIN]
    return [(tokens.count("->"), tokens.count("label") - above) for tokens, above in files]


@PICTURES
@given(labels)
def test_dot(label):
    for picture, plain in zip(pictures(label), plain_dot(), strict=True):
        tokens = dot_tokens(picture.render("dot"))
        assert (tokens.count("->"), tokens.count("label") - titled_above(picture.scene)) == plain
        tags = {e.tag for token in tokens if not isinstance(token, str) for e in token.iter()}
        assert tags <= {"html", "TABLE", "TR", "TD", "FONT", "B", "SUB", "BR", "HR", "VR"}


@given(labels)
def test_graphviz_itself_reads_it(label):
    pygraphviz = pytest.importorskip("pygraphviz")
    graph, plain = (pygraphviz.AGraph(string=picture.render("dot")) for picture in (next(pictures(label)), PLAIN[0]))
    assert (len(graph.nodes()), len(graph.edges())) == (len(plain.nodes()), len(plain.edges()))


# -- derivations and reports ---------------------------------------------------------------------------------------


@REPORTS
@given(labels)
def test_explanations(label):
    w, y = chain_with(label)
    explanation = te.explain(y, w, lr=0.1)
    plain = te.explain(*chain_with("plain")[::-1], lr=0.1)
    for lang in ("en", "zh"):
        text = te.explain(y, w, lr=0.1, lang=lang).text()
        assert_for_a_terminal(text)
        assert_inside(label, text)
    assert explanation.text(unicode=False).isascii()
    assert_for_a_terminal(str(te.paths(y, w)))
    assert_for_a_terminal(str(te.what_if(y, w, 0.1)))
    assert_for_a_terminal(repr(explanation), lines=False)
    page = Page(explanation.to_html())
    assert set(page.tags) <= set(Page(plain.to_html()).tags) | {"b", "i", "sub", "sup"}
    assert not Page(explanation.to_markdown()).tags
    assert json.loads(json.dumps(explanation.to_dict()))["paths"] == 2
    for text in (explanation.to_latex(), explanation.to_markdown()):
        assert_latex(text)


def assert_latex(text):
    """Braces balance, dollars come in pairs, and a line of an alignment has no comment in it."""
    bare = re.sub(r"\\[\\{}$%#&_]", "", text)
    depth = 0
    for char in bare:
        depth += (char == "{") - (char == "}")
        assert depth >= 0
    assert depth == 0
    assert bare.count("$$") % 2 == 0
    inside = "".join(bare.split("$$")[1::2])
    assert "%" not in inside
    assert "$" not in inside
    assert inside.count(r"\begin{aligned}") == inside.count(r"\end{aligned}")


@REPORTS
@given(labels)
def test_lint(label):
    net, loss = net_with(label)
    net.parameters()[0].data = 50.0
    loss.backward()
    loss.backward()
    lost = Value(1.0, label)
    for report in (lint(net, loss, lr=1e6), lint([*net.parameters(), lost], loss, lang="zh")):
        assert_for_a_terminal(str(report))
        assert report.text(unicode=False).isascii()
        assert all(len(line) <= 79 for line in report.text(unicode=False).split("\n") if "\\" not in line)
        json.dumps(report.to_dict())
    assert_inside(escape.one_line(label) or "parameter 10", str(report))


def stepped(label):
    _, y = chain_with(label)
    return te.steps(y, title=label)


PLAIN_STEPS = Page(stepped("plain").html()).tags


@PICTURES
@given(labels)
@example("\U000f0005")  # a token of explain/reading.py
@example("\U000f0001")
def test_step_pages(label):
    through = stepped(label)
    page = Page(through.html())
    assert set(page.tags) <= set(PLAIN_STEPS) | {"sub"}
    assert page.tags.count("script") == PLAIN_STEPS.count("script")
    assert_for_a_terminal(str(through))
    assert_inside(label, str(through).split("\n\n")[0])  # the title
    assert_for_a_terminal(repr(through), lines=False)


@REPORTS
@given(labels)
def test_messages(label):
    """One line each, whatever the label: a message may end up in a log."""
    x = Value(0.0, label)
    y = x.sqrt().named(label)
    net = nn.MLP(2, [1], seed=0)
    net.parameters()[0].label = label

    def calls():
        with detect_anomaly():
            yield lambda: x.log()
            yield lambda: y.backward()
        yield lambda: constant(1.0, label).backward()
        yield lambda: te.explain(y, Value(1.0, label))
        yield lambda: te.explain(y, constant(1.0, label))
        yield lambda: te.draw_path(y, Value(1.0, label), engine="builtin")
        yield lambda: optim.SGD([net.parameters()[0]] * 2)
        yield lambda: optim.SGD([y])
        yield lambda: optim.SGD([constant(1.0, label)])
        yield lambda: lint([y], y)
        yield lambda: lint(net, constant(1.0, label))
        yield lambda: nn.MLP(2, [1], seed=0).load_state_dict({label: 1.0})
        yield lambda: te.gradients(y, [constant(1.0, label)])

    for call in calls():
        with pytest.raises((FloatingPointError, RuntimeError, ValueError, TypeError)) as caught:
            call()
        assert_for_a_terminal(str(caught.value), lines=False)
        assert len(str(caught.value)) < 1500
    assert_for_a_terminal(describe(x), lines=False)
    assert_for_a_terminal(repr(x), lines=False)
    report = gradcheck(lambda x: x.exp().named(label), [0.3], raise_exception=False)
    assert_for_a_terminal(str(report))


@given(st.lists(labels, min_size=1, max_size=3, unique=True))
def test_histories(names):
    history = History([{"epoch": k, "loss": 1.0 / k, **dict.fromkeys(names, 0.1 * k)} for k in (1, 2, 3)])
    tree = parse(history.svg())
    assert not [e for e in tree.iter() if e.tag.endswith("script")]
    assert_for_a_terminal(repr(history), lines=False)


@pytest.mark.parametrize("label", ["$x$", "$\\foo$", "$", "_hidden", "\\$", "a\nb", "\x00", "权值", "\ud800", "{"])
@pytest.mark.filterwarnings("ignore:Glyph")  # the font has no Chinese
def test_plots(label):
    """matplotlib would set what stands between dollars as a formula, or fail to."""
    figure = pytest.importorskip("matplotlib.figure")
    from tinygrad_edu.train.plot import plot_boundary

    rows = Dataset([[0.0, 1.0], [1.0, 0.0], [0.5, 0.2]], [0, 1, 0], (label, label + "2"), (label, label + "3"))
    ax = plot_boundary(nn.MLP(2, [1], seed=0), rows, figure.Figure().subplots())
    ax.figure.savefig(io.BytesIO(), format="svg")
    assert len(ax.get_legend().get_texts()) == 2
    assert_inside(label, ax.get_xlabel())
    assert_inside(label, ax.get_legend().get_texts()[0].get_text())
