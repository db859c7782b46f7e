"""Explanations: the article's to the last character, and on random graphs with every primitive of the table."""

import json
import math
import random
import re
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tinygrad_edu import Value, clamp, constant, dot, exp, logsumexp
from tinygrad_edu.derivatives import gradients
from tinygrad_edu.explain import explain, ledger, paths, what_if
from tinygrad_edu.explain.terminal import _brackets_whole
from tinygrad_edu.graph import ancestors
from tinygrad_edu.names import NAMES, Name, value, write
from tinygrad_edu.nn import MLP, binary_cross_entropy, cross_entropy, huber_loss, mse_loss
from tinygrad_edu.ops import OPS
from tinygrad_edu.value import record

from .examples import costly
from .hostile import LABELS

GOLDEN = Path(__file__).parent / "golden" / "explain"


def golden(name):
    return (GOLDEN / name).read_text(encoding="utf-8").rstrip("\n")


# -- the article ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["w5", "w1", "i1"])
def test_the_articles_text(article, name):
    explanation = explain(article["E_total"], wrt=article[name], lr=0.5)
    assert str(explanation) == golden(f"{name}.txt")
    assert explanation.text(unicode=False) == golden(f"{name}_ascii.txt")
    assert explanation.text(unicode=False).isascii()
    assert all(len(line) <= 79 for line in str(explanation).splitlines())


@pytest.mark.parametrize("form", ["latex", "markdown", "html"])
@pytest.mark.parametrize("name", ["w5", "w1"])
def test_the_articles_other_forms(article, name, form):
    explanation = explain(article["E_total"], wrt=article[name], lr=0.5)
    assert getattr(explanation, f"to_{form}")().rstrip("\n") == golden(f"{name}.{form}")


def test_the_article_in_chinese(article):
    explanation = explain(article["E_total"], wrt=article["w1"], lr=0.5, lang="zh")
    assert str(explanation) == golden("w1_zh.txt")
    assert explanation.text(unicode=False).isascii()


def test_every_value_of_the_article(article):
    root = article["E_total"]
    for name, v in article.values.items():
        if v.requires_grad:
            explanation = explain(root, v, lr=0.5)
            for width in (40, 60, 79, 120):
                explanation.text(width=width)
            assert all(len(line) <= 79 for line in str(explanation).splitlines()), name
            assert explanation.value == pytest.approx(gradients(root, [v])[0], rel=1e-14)
    assert all(v.grad == 0.0 for v in article.values.values())


def test_verbose(article):
    everything = str(explain(article["E_total"], article["w5"], verbose=2))
    assert "∂E_total/∂E_o1" in everything
    short = str(explain(article["E_total"], article["w5"], verbose=0))
    assert "0.01 − 0.751365070" not in short
    assert "(0.01 −" not in explain(article["E_total"], article["w5"]).text(width=50)


def test_structure(article):
    explanation = explain(article["E_total"], article["w1"])
    assert explanation.paths == 2
    assert [f.symbol for f in explanation.factors] == ["", "out_h1·(1 − out_h1)", "i1"]
    assert explanation.sections[0].node is article["out_h1"]
    as_dict = explanation.to_dict()
    assert json.loads(json.dumps(as_dict)) == as_dict
    assert explanation._repr_markdown_() == explanation.to_markdown()
    assert "2 paths" in repr(explanation)


def test_it_is_saved_as_its_name_says(article, tmp_path):
    explanation = explain(article["E_total"], article["w1"], lr=0.5, lang="zh")
    texts = {"w1.txt": explanation.text(), "w1.md": explanation.to_markdown(), "W1.TEX": explanation.to_latex()}
    for name, text in texts.items():
        path = explanation.save(tmp_path / name)
        assert path == tmp_path / name and path.read_text("utf-8").strip() == text.strip()
        assert path.read_text("utf-8").endswith("\n") and not path.read_text("utf-8").endswith("\n\n")
    page = explanation.save(str(tmp_path / "w1.html")).read_text("utf-8")
    assert page.startswith('<!DOCTYPE html>\n<html lang="zh-CN">') and explanation.to_html() in page
    assert "<title>∂E_total/∂w1</title>" in page and "http" not in page
    for name in ("w1", "w1.pdf", ".md"):
        with pytest.raises(ValueError, match=r"ends in none of \.txt, \.md, \.tex, \.html"):
            explanation.save(tmp_path / name)
    with pytest.raises(FileNotFoundError, match=r"there is no folder .*nowhere; create it first"):
        explanation.save(tmp_path / "nowhere" / "w1.md")
    assert len([*tmp_path.iterdir()]) == 4


def test_the_page_of_names_that_are_markup(tmp_path):
    x = Value(0.5, "<b>&")
    page = explain((x * x).named("</title><script>"), wrt=x).save(tmp_path / "x.html").read_text("utf-8")
    assert "<script>" not in page and "&lt;/title&gt;&lt;script&gt;" in page and '<html lang="en">' in page


# -- random graphs ----------------------------------------------------------------------------------------------------

ALL_OPS = [op for op in OPS.values() if op.name != "where"] + [OPS["where"]]


@st.composite
def tapes(draw, most=18):
    """Every primitive, on values kept near 1 so that sums and products stay finite; nodes are shared."""
    nodes = [Value(draw(st.floats(0.25, 0.75)), f"x{i}") for i in range(draw(st.integers(1, 3)))] + [constant(0.5)]
    leaves = nodes[:-1]
    for k in range(draw(st.integers(1, most))):
        op = draw(st.sampled_from(ALL_OPS))
        count = op.arity or draw(st.sampled_from([2, 4]))
        inputs = [nodes[draw(st.integers(0, len(nodes) - 1))] for _ in range(count)]
        node = record(op, inputs)
        if not (math.isfinite(node.data) and abs(node.data) < 10.0):
            continue
        if draw(st.booleans()):
            node.named(f"n{k}")
        nodes.append(node)
    return leaves, nodes[-1]


@costly(40)
@given(tapes())
def test_random_graphs(tape):
    leaves, root = tape
    below = set(ancestors(root))
    for leaf in leaves:
        if leaf not in below or not root.requires_grad:
            with pytest.raises(ValueError, match="was not computed from"):
                explain(root, leaf)
            continue
        gradient = gradients(root, [leaf])[0]
        for verbose in (1, 2):
            try:
                explanation = explain(root, leaf, verbose=verbose)
            except ValueError as error:  # only ways without a derivative
                assert "was not computed from" in str(error)
                assert gradient == 0.0
                break
            size = (explanation.tolerance - 1e-290) / 1e-9
            assert abs(explanation.value - gradient) <= 1e-12 * size or not math.isfinite(size)
            if explanation.factors and math.isfinite(size):
                assert math.prod(f.number for f in explanation.factors) == explanation.value
            for section in explanation.sections:
                assert sum(b.value for b in section.branches) + section.others_value == pytest.approx(
                    section.value, rel=1e-9, abs=1e-9 * size, nan_ok=True
                )
                for branch in section.branches:
                    assert math.prod(f.number for f in branch.factors) == pytest.approx(branch.value, nan_ok=True)
            assert str(explanation) == str(explain(root, leaf, verbose=verbose))
            assert explanation.text(unicode=False).isascii()
            assert explanation.to_latex() and explanation.to_markdown() and explanation.to_html()
        else:
            assert explanation.paths == brute_force(explanation.reading)
            if explanation.paths < 500:
                ledger = paths(root, leaf)
                assert len(ledger) == explanation.paths
                sizes = [abs(p.product) for p in ledger]
                assert sizes == sorted(sizes, reverse=True) or not all(map(math.isfinite, sizes))
                some = paths(root, leaf, top=2)
                if all(map(math.isfinite, sizes)):
                    assert [p.product for p in some] == [p.product for p in ledger][:2]


def brute_force(reading):
    found, stack = 0, [reading.wrt]
    while stack:
        node = stack.pop()
        found += node is reading.root
        stack += reading.users[node]
    return found


# -- nets -------------------------------------------------------------------------------------------------------------


def net(*sizes, activation="tanh"):
    mlp = MLP(sizes[0], list(sizes[1:]), activation=activation, seed=0)
    outs = mlp([0.1 * (k + 1) for k in range(sizes[0])])
    return dot(outs, outs).named("E"), mlp.parameters()[0]


@pytest.mark.parametrize(
    "sizes, number, branches",
    [((2, 2, 2), 2, 1), ((2, 8, 8, 1), 8, 1), ((2, 16, 16, 1), 16, 1), ((4, 16, 16, 16, 16, 1), 4096, 33)],
)
def test_paths_are_counted_and_branch_points_worked_out_once(sizes, number, branches):
    root, w = net(*sizes)
    explanation = explain(root, w)
    assert (explanation.paths, explanation.branch_points) == (number, branches)
    assert explanation.value == pytest.approx(gradients(root, [w])[0], rel=1e-12)
    assert len(str(explanation).splitlines()) < 220


@pytest.mark.parametrize("ways, left", [(4, None), (5, "one more brings "), (6, "two more bring together ")])
def test_of_many_ways_the_strongest_four_are_worked_out(ways, left):
    x = Value(0.5, "x")
    root = dot([(x * float(k)).named(f"h{k}").tanh() for k in range(1, ways + 1)], [1.0] * ways).named("E")
    text = str(explain(root, x))
    assert f"so {['four', 'five', 'six'][ways - 4]} contributions add up" in " ".join(text.split())
    assert (left in text) if left else ("more bring" not in text)
    assert ("; the strongest:" in " ".join(text.split())) is (left is not None)


def test_a_long_explanation_folds_and_at_opens_a_part():
    root, w = net(4, 16, 16, 16, 16, 1)
    text = str(explain(root, w))
    assert "4,096 paths" in text
    assert "twelve more bring together" in text
    assert "at='NAME'" in text
    part = explain(root, w, at="out_h2_3")
    node = part.wrt
    assert node.label == "out_h2_3"
    assert part.value == pytest.approx(gradients(root, [node])[0], rel=1e-12)
    assert "a part of ∂E/∂w1_1_1" in str(part)
    assert part.value == explain(root, w, at=node).value
    assert str(explain(root, w, at=w)) == text
    with pytest.raises(ValueError, match="there is no 'nobody' on the way; on it are: w1_1_1, net_h1_1"):
        explain(root, w, at="nobody")


def calls(work):
    """How many calls of Python functions it makes: its cost, the same on every machine."""
    number = 0

    def count(frame, event, argument):
        nonlocal number
        number += event == "call"

    sys.setprofile(count)
    try:
        work()
    finally:
        sys.setprofile(None)
    return number


def test_the_cost_grows_with_the_net_and_no_faster():
    def whole(width):
        return str(explain(*net(64, width, 10, activation="relu")))

    small, large = calls(lambda: whole(32)), calls(lambda: whole(64))
    assert large < 2 * small


def test_given_deltas_and_wide_numbers_are_set_whole():
    """A name and its number stay on one line, and a number wider than its column keeps its place after the =."""
    net = MLP(1, [1, 4, 1], activation="tanh", seed=0)
    loss = mse_loss(net([3.0]), [2e6])
    text = str(explain(loss, wrt=net.parameters()[0]))
    for line in text.splitlines():
        assert not line.endswith("=") and not line.lstrip().startswith("= δ") and len(line) <= 80
    given = [line for line in text.splitlines() if line.startswith("  δ_h2_") and line.count("=") > 1]
    assert given and re.search(r"= −[34]\d{6}\.\d{9}$", text, re.MULTILINE)


@pytest.mark.parametrize(
    ("pieces", "room", "whole"),
    [
        ("(a|+ b)|+ c", 6, "(a|+ b)|+ c"),
        ("(a|+ b)|+ c", 7, "(a + b)|+ c"),
        ("(1|/ 3)·exp(a|+ b)|+ c", 12, "(1|/ 3)·exp(a|+ b)|+ c"),
        ("(1|/ 3)·exp(a|+ b)|+ c", 13, "(1 / 3)·exp(a|+ b)|+ c"),
        ("(1|/ 3)·exp(a|+ b)|+ c", 18, "(1 / 3)·exp(a + b)|+ c"),
        ("2·(a|+ b)·exp(c|+ d)|+ e", 15, "2·(a + b)·exp(c|+ d)|+ e"),
        ("((a|+ b)|· c)|+ d", 12, "((a|+ b)|· c)|+ d"),
        ("((a|+ b)|· c)|+ d", 13, "((a + b) · c)|+ d"),
        ("(a|+ (b)|+ c)|+ d", 14, "(a + (b) + c)|+ d"),
        ("(a)|+ (b|+ c)", 9, "(a)|+ (b + c)"),
        ("(a|+ b", 40, "(a|+ b"),
        ("a)·(b|+ c)|+ d", 40, "a)·(b|+ c)|+ d"),
    ],
)
def test_what_is_in_brackets_is_broken_only_where_it_must_be(pieces, room, whole):
    assert "|".join(_brackets_whole(pieces.split("|"), room)) == whole


def test_a_chain_of_thousands():
    x = y = Value(0.5, "x")
    for _ in range(4_000):
        y = (y * 1.0).named("y")
    assert explain(y, x).value == 1.0
    for _ in range(4_000):
        y = y * 1.00001
    explanation = explain(y, x)
    assert explanation.value == pytest.approx(gradients(y, [x])[0])
    assert len(str(explanation)) < 20_000


def test_a_long_label_is_cut():
    w = Value(2.0, "w" * 41)
    shown = str(explain((w * 3.0).named("y" * 40), w))
    assert "w" * 26 + "…" + "w" * 13 in shown and "w" * 27 not in shown
    assert "y" * 40 in shown


def test_long_labels_that_begin_alike_are_told_apart():
    a, b = (Value(2.0, "the_weight_between_two_neurons_of_the_layers_called_" + end) for end in ("first", "last"))
    shown = str(explain(a * b, a))
    assert "_called_first" in shown and "_called_last" in shown and "#" not in shown


def test_who_exchanges_the_result_and_the_weight_is_told(article):
    words = "^w1 was not computed from E_total, but the other way round: exchange them$"
    for asked in (explain, paths, lambda root, wrt: what_if(root, wrt, 0.1)):
        with pytest.raises(ValueError, match=words):
            asked(article["w1"], article["E_total"])


def test_another_value_of_the_same_name_is_told():
    x, w, other = Value(1.0, "x"), Value(2.0, "w"), Value(3.0, "w")
    y = (x * w).named("y")
    with pytest.raises(ValueError, match="It holds another Value of the name 'w': was w made anew since"):
        explain(y, other)
    with pytest.raises(ValueError) as caught:
        explain(y, Value(3.0, "v"))
    assert "another Value" not in str(caught.value)


# -- the ledger and what_if -------------------------------------------------------------------------------------------


def test_the_ledger(article):
    found = paths(article["E_total"], article["w1"])
    assert str(found) == golden("w1_paths.txt")
    assert [p.names[4] for p in found] == ["out_o1", "out_o2"]
    assert sum(p.product for p in found) == pytest.approx(found.value, rel=1e-13)
    assert sum(p.share for p in found) == pytest.approx(1.0)


def test_the_ledger_of_many_paths():
    root, w = net(4, 16, 16, 16, 16, 1)
    everything, some = paths(root, w), paths(root, w, top=5)
    assert repr(some) == str(some)  # what a notebook shows
    assert len(everything) == 4096
    assert math.fsum(p.product for p in everything) == pytest.approx(everything.value, rel=1e-12)
    assert [p.product for p in some] == [p.product for p in everything][:5]
    assert some.rest_count == 4091
    assert some.rest == pytest.approx(math.fsum(p.product for p in list(everything)[5:]), rel=1e-9)
    assert "4,091 weaker paths together" in some.text(unicode=False)
    root, w = net(2, *[40] * 12, 1)
    assert paths(root, w, top=1).count == 40**11
    assert ledger.MOST == 10_000  # as its page says
    with pytest.raises(ValueError, match="too many to list: top=5"):
        paths(root, w)
    with pytest.raises(ValueError, match="1 or more, not 0"):
        paths(root, w, top=0)


@pytest.mark.parametrize("move", [math.nan, math.inf, -math.inf])
def test_what_if_of_no_finite_number(article, move):
    with pytest.raises(ValueError, match=f"^move is a finite number, by how much w5 changes, not {move}$"):
        what_if(article["E_total"], article["w5"], move)


def test_what_if(article):
    root, w5 = article["E_total"], article["w5"]
    before = [(v.data, v.grad) for v in article.values.values()]
    answer = what_if(root, w5, 0.01)
    assert repr(answer) == str(answer)
    assert [(v.data, v.grad) for v in article.values.values()] == before
    assert str(answer) == golden("w5_what_if.txt")
    w5.data += 0.01
    with pytest.raises(RuntimeError, match=r"Compute the result again|changed after it was used"):
        what_if(root, w5, 0.01)
    article.forward()
    assert answer.after == article["E_total"].data
    assert abs(answer.second_order - answer.change) < abs(answer.first_order - answer.change)
    assert answer.text(unicode=False).isascii()


@given(st.floats(-2, 2), st.floats(-0.1, 0.1))
def test_what_if_of_a_parabola_is_exact_in_the_second_order(x, move):
    w = Value(x, "w")
    answer = what_if(3.0 * w * w - w, w, move)
    assert answer.second_order == pytest.approx(answer.change, abs=1e-12)


# -- bad input, odd graphs --------------------------------------------------------------------------------------------


def test_errors(article):
    w5 = Value(0.4, "w5")
    with pytest.raises(ValueError, match=r"E_total was not computed from w5; it was computed from: .*made anew"):
        explain(article["E_total"], w5)
    a, b = Value(1.0, "a"), Value(2.0, "b")
    net = (a * b).named("net") * constant(3.0, "three")
    with pytest.raises(ValueError, match=r"was not computed from w5; it was computed from: a, b$"):
        explain(net, w5)  # what is constant, or computed itself, is not named
    with pytest.raises(ValueError, match="t1 is a constant"):
        explain(article["E_total"], article["t1"])
    with pytest.raises(TypeError, match="wrt is a Value, not str 'w5': pass the Value itself"):
        explain(article["E_total"], "w5")
    with pytest.raises(TypeError, match="the result is a Value, not float"):
        explain(0.5, w5)
    with pytest.raises(ValueError, match="lang is one of en, zh"):
        explain(article["E_total"], article["w5"], lang="de")
    for digits in (0, 18, True, 2.0, "9"):
        with pytest.raises(ValueError, match=f"digits is a whole number from 1 to 17, not {digits!r}"):
            explain(article["E_total"], article["w5"], digits=digits)
    with pytest.raises(ValueError, match="from constants only"):
        explain(constant(1.0) * 2.0, w5)


def test_a_wrong_local_derivative_is_found(article, monkeypatch):
    from tinygrad_edu.explain import explanation

    monkeypatch.setattr(explanation, "gradients", lambda root, inputs: [0.5])
    with pytest.raises(RuntimeError, match=r"but the reverse sweep gives 0\.5"):
        explain(article["E_total"], article["w5"])


def test_of_itself_and_of_a_sum():
    x, y = Value(3.0, "x"), Value(2.0, "y")
    assert explain(x, x).value == 1.0
    assert "is 1" in str(explain(x, x))
    text = str(explain((x + y).named("s"), x))
    assert "∂s/∂x = 1 " in text
    assert explain(x + x, x).value == 2.0
    assert explain(x * x, x).factors[0].symbol == "2·x"


def test_the_nameless_get_names():
    w, x = Value(0.5), Value(2.0)
    shared = (w * x).tanh()
    text = str(explain(shared * shared.exp() + shared, w))
    assert "∂result/∂v1" in text
    assert "v1·v2" in text
    assert "where" in text
    twins = Value(1.0, "v1") * Value(2.0) * Value(3.0, "a") * Value(4.0, "a")
    assert set(explain(twins, ancestors(twins)[0]).reading.names.values()) == {"v1", "v2", "a#1", "a#2", "result"}


def test_the_nameless_beside_the_way_are_defined_too():
    """What stands in a formula only, on no path from w."""
    w, x = Value(0.5, "w"), Value(2.0, "x")
    shared = (x * 2.0).exp()
    text = str(explain(((w * shared).named("a") * shared).named("E"), w))
    assert "∂a/∂w = v1 " in text
    assert text.partition("\nwhere\n")[2].split() == ["v1", "=", "exp(2·x)"]


def test_of_many_nameless_those_that_are_worked_out_are_defined():
    w = Value(0.5, "w")
    text = str(explain((sum((w * k - 3.0) ** 2 for k in range(1, 31)) / 30).named("E"), w))
    assert "through v30: ∂E/∂v30 · ∂v30/∂w" in text and "  v30 = (30·w − 3)²" in text
    assert text.index("  v2  = ") < text.index("  v27 = ") and "  v20 = " not in text


def test_delta_of_one_factor_is_its_formula():
    w, x = Value(0.5, "w"), Value(2.0, "x")
    text = str(explain((w * x + 0.25).named("net_o1").square().named("E"), w))
    assert "δ_o1 = 2·net_o1 " in text and "∂E/∂w = δ_o1 · x = 2.500000000 · 2 " in text


def test_direct_use_beside_another():
    x = Value(0.5, "x")
    f = x.exp().named("f")
    text = str(explain((f * x).named("E"), x))
    assert "directly into E" in text
    assert explain((f * x).named("E"), x).paths == 2


def test_inf_and_nan_print_with_a_sentence():
    x = Value(0.0, "x")
    y = x.log().named("y")
    text = str(explain((y * 2.0).named("E"), x))
    assert "here a number without bound first appears: ∂y/∂x is inf" in text
    z = (y * 0.0).named("z")
    text = str(explain(z, x))
    assert "nan" in text
    assert text.count("first appears") == 1
    for form in ("latex", "markdown", "html", "dict"):
        assert getattr(explain(z, x), f"to_{form}")()
    assert "first appears" in str(explain(z, x).text(unicode=False))
    assert str(paths(z, x))


class Tags(HTMLParser):
    def __init__(self, text):
        super().__init__()
        self.found = set()
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.found.add(tag)


@pytest.mark.parametrize("label", LABELS)
def test_hostile_labels_stay_text(label):
    w, x = Value(0.5, label), Value(2.0, label + "2")
    net_ = (w * x).named(label + "3")
    out = net_.sigmoid().named(f"net_{label}")
    explanation = explain((out * w).named(label), w, lr=0.1)
    page, latex, markdown = explanation.to_html(), explanation.to_latex(), explanation.to_markdown()
    allowed = {"section", "style", "h3", "small", "p", "b", "br", "div", "span", "i", "sub", "sup"}
    assert Tags(page).found <= allowed
    assert not Tags(latex).found and not Tags(markdown).found
    assert latex.replace("\\$", "").count("$") == 4
    assert latex.count(r"\end{aligned}") == 1
    assert markdown.count("$$") % 2 == 0
    for text in (latex, markdown.replace("\\$", "")):
        depth = 0
        for piece in text.replace(r"\{", "").replace(r"\}", ""):
            depth += (piece == "{") - (piece == "}")
            assert depth >= 0
        assert depth == 0
    assert explanation.text(unicode=False).isascii()
    assert "\x00" not in str(explanation)
    json.dumps(explanation.to_dict())


# -- names of numbers -------------------------------------------------------------------------------------------------


def test_numbers_in_the_places_of_names():
    a, b = value("−0.5"), value("2")
    shown = [1.0 - a, b + a, a * b, b * a, a * a, NAMES.exp(a), b / a, a - a * b]
    assert list(map(str, shown)) == [
        "1 − (−0.5)", "2 + (−0.5)", "(−0.5)·2", "2·(−0.5)", "(−0.5)²", "exp(−0.5)", "2 / (−0.5)", "−0.5 − (−0.5)·2",
    ]  # fmt: skip


def test_powers_and_choices():
    x, y = Name("x"), Name("y")
    assert str(-0.5 * (y * y * y)) == "−0.5·y³"
    assert str(x + x) == "2·x"
    assert [str(NAMES.pow(x, k)) for k in (1.0, 2.0, 3.0, 4.0)] == ["x", "x²", "x³", "x^4"]
    assert str(NAMES.where(x > 0.0, y, 0.0)) == "[x > 0]·y"
    assert str(NAMES.where(x <= 0.0, 0.0, 1.0)) == "[x > 0]"
    assert str(write(OPS["where"], [x, y, 1.0])) == "(y if x ≠ 0 else 1)"


def test_deterministic():
    random.seed(1)
    root, w = net(3, 5, 5, 2)
    texts = {explain(root, w).to_markdown() + str(paths(root, w)) for _ in range(3)}
    assert len(texts) == 1


def test_a_bracket_that_fits_a_line_is_not_broken():
    a, b, c = (Value(0.5, name * 9) for name in "abc")
    E = (a * (a + b + c) * (b - c) * (1.0 + a)).named("E")
    text = explain(E, wrt=a).text(unicode=True, width=80)
    assert "\n                  + (1 + aaaaaaaaa)·(bbbbbbbbb − ccccccccc)·aaaaaaaaa\n" in text
    assert "\n                  + (1 + 0.5)·(0.5 − 0.5)·0.5 " in text


def test_a_learning_rate_is_a_number():
    w = Value(2.0, "w")
    with pytest.raises(TypeError, match="Invalid learning rate: 'x' is of type str, not a number"):
        explain(w * w, wrt=w, lr="x")
    with pytest.raises(ValueError, match="Invalid learning rate: nan"):
        explain(w * w, wrt=w, lr=float("nan"))


def test_a_minus_sign_inside_a_product_stands_in_brackets():
    """In the delta form and in LaTeX; at the beginning of a product it needs none."""
    w, x, v = Value(2.0, "w1"), Value(0.5, "i1"), Value(3.0, "w2")
    out = (5.0 / (w * x).named("net_h1")).named("out_h1")
    E = (1.0 - (out * v).named("net_o1").tanh().named("out_o1")).square().named("E")
    e = explain(E, wrt=w)
    assert "δ_h1 = δ_o1 · w2 · (−5 / net_h1²)\n" in str(e) and "= −2·(1 − out_o1)\n" in str(e)
    for text in (e.to_latex(), e.to_markdown()):
        assert r"(-5 / \mathrm{net}_{h1}^{2})" in text
        assert not re.search(r"\\cdot *-", text)


def test_a_product_and_its_numbers_that_need_two_lines_have_one_each():
    w, x = Value(0.5, "w1"), Value(1.0 / 3.0, "a_long_input")
    out = (w * x).named("net_hidden_neuron").tanh().named("out_hidden_neuron")
    text = explain((out - 1.0).square().named("error_of_all"), wrt=w).text(width=79)
    before, after = text.split("∂error_of_all/∂w1 = δ_hidden_neuron · ")[-1].splitlines()[:2]
    assert before == "a_long_input" and re.fullmatch(r" +=( −?\d\.\d+ ·){1} 0\.333333333 +=  −?\d\.\d{9}", after)


def test_a_second_path_that_parts_far_to_the_right_is_cut_at_the_part_that_they_share():
    x = Value(1.0, "x")
    first = (2.0 * (3.0 * x).named("a_name_of_twenty_let")).named("another_of_twenty_le")
    total = sum((first * k).named(f"branch_{k}_of_the_way") for k in (2.0, 3.0))
    lines = [line for line in explain(total.named("total"), wrt=x).text(width=79).splitlines() if "→" in line]
    assert lines[-1].strip() == "… → branch_3.0_of_the_way → total"


def test_a_bracket_at_the_beginning_of_a_long_product_is_not_broken():
    """−(k − 1)·exp(...)·exp(...): the bracket stays whole though what follows it does not fit the line."""
    k, *outs = (Value(x, name) for x, name in [(3.0, "k"), (0.1, "out_o1#1"), (0.2, "out_o2#1"), (0.3, "out_o3#1")])
    text = str(explain(((k - 1.0) * exp(outs[0] - logsumexp(outs))).named("loss"), wrt=outs[2]))
    assert "(k − 1)·exp(" in text and not re.search(r"\((k|2\.0*)\n", text)


@pytest.mark.parametrize(
    "n, formula, numbers",
    [(1, "2·(y1 − 1)", "2·(0.5 − 1)"), (2, "y1 − 1", "0.5 − 1"), (3, "2·(y1 − 1) / 3", "2·(0.5 − 1) / 3"),
     (4, "(y1 − 1) / 2", "(0.5 − 1) / 2")],
)  # fmt: skip
def test_the_slope_of_a_mean_squared_error(n, formula, numbers):
    """2/n times the difference, in lowest terms."""
    ys = [Value(0.5 * k, f"y{k}") for k in range(1, n + 1)]
    lines = [line.split("  =  ")[0].strip() for line in str(explain(mse_loss(ys, [1.0] * n), ys[0])).splitlines()]
    assert f"∂loss/∂y1 = {formula}" in lines and f"= {numbers}" in lines


def test_numbers_that_say_nothing_more_are_left_out():
    x = Value(2.0, "x")
    text = str(explain(((x + 1.0) / 3.0).named("y"), x))
    assert text.count("1 / 3") == 1


def test_paths_by_number(article):
    found = paths(article["E_total"], article["w1"])
    assert [found[k] for k in range(len(found))] == list(found) and found[-1] is list(found)[-1]


def test_the_softmax_in_the_derivative_of_a_cross_entropy_is_called_by_its_name():
    z1, z2 = Value(0.5, "z1"), Value(-0.5, "z2")
    loss = cross_entropy([z1, z2], 1).named("loss")
    said = "exp(z2 − logsumexp(…)) is the softmax of z2: exp(z2) divided by the sum of all of them."
    text = str(explain(loss, wrt=z2))
    assert "∂loss/∂z2 = −1 + exp(z2 − logsumexp(z1, z2))\n" in text and " ".join(text.split()).endswith(said)
    assert "softmax" not in str(explain((z1.exp() - 0.5).named("loss"), wrt=z1))


def test_a_clamp_that_changes_nothing_is_no_factor():
    """The derivative of the binary cross entropy is the textbook's, by the output and by what that is made of."""
    p = Value(0.25, "p")
    text = str(explain(binary_cross_entropy(p, 0.5), wrt=p))
    assert "∂loss/∂p = 0.5 / (1 − p) − 0.5 / p\n" in text and "[" not in text
    said = "A clamp changes nothing where its input lies within its bounds: its slope is 1 there, and derivatives are "
    assert " ".join(text.split()).endswith(said + "written without it.")
    batch = str(explain(binary_cross_entropy([p, Value(0.75)], [1.0, 0.0]), wrt=p))
    assert "∂v1/∂p    = 1 / p\n" in batch and "v3 = log(clamp(v2, min=3.72007598e−44))" in batch and "[" not in batch
    assert "∂loss/∂q = |q − 1|·sign(q − 1)\n" in str(explain(huber_loss(q := Value(1.25, "q"), 1.0), wrt=q))


def test_a_clamp_that_changes_its_input_is_a_factor():
    q = Value(1.0, "q")
    text = str(explain(binary_cross_entropy(q, 0.0), wrt=q))
    assert "∂v3/∂v2   = [v2 > 3.72007598e−44]\n" in text and "∂loss/∂q = 0.000000000" in text
    alone = str(explain(clamp(q, min=0.0).named("y"), wrt=q))
    assert "∂y/∂q = [q > 0]\n" in alone and "A clamp" not in alone
