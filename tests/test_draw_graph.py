"""The computation graph: whatever the graph, a well-formed picture with a box for every node and no number invented."""

import os
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.drawn import attributes, behind, boxes, number, overlaps, parse, touches, words
from tinygrad_edu import Value, constant, dot, draw, maximum, where
from tinygrad_edu.draw.engines import lay_out
from tinygrad_edu.draw.graph_view import graph_scene
from tinygrad_edu.draw.reading import adjoints
from tinygrad_edu.graph import ancestors, fold


@st.composite
def graphs(draw):
    """A random graph: reuse, x*x, constants, names and no names."""
    numbers = st.floats(-3, 3).map(lambda x: round(x, 3))
    values = [Value(draw(numbers), name) for name in draw(st.lists(st.sampled_from(["a", "w1", "x", ""]), min_size=1))]
    for i in range(draw(st.integers(1, 25))):
        a, b = draw(st.sampled_from(values)), draw(st.sampled_from([*values, 2.0]))
        operation = draw(st.sampled_from(["add", "mul", "sub", "tanh", "square", "self"]))
        made = {
            "add": lambda a=a, b=b: a + b, "mul": lambda a=a, b=b: a * b, "sub": lambda a=a, b=b: a - b,
            "tanh": lambda a=a: a.tanh(), "square": lambda a=a: a.square(), "self": lambda a=a: a * a,
        }[operation]()  # fmt: skip
        values.append(made.named(f"n_{i}") if draw(st.booleans()) else made)
    return values[-1]


def check(scene):
    layout = lay_out(scene, "builtin")
    found = boxes(scene, layout)
    assert overlaps(found) == []
    assert behind(scene, layout) == []
    for edge, curve in zip(scene.edges, layout.curves, strict=True):
        assert touches(found[edge.tail], curve[0])
        assert touches(found[edge.head], curve[-1])
        assert (len(curve) - 1) % 3 == 0
    assert all(left >= -0.1 and top >= -0.1 for left, top, _, _ in found)
    assert all(right <= layout.width + 0.1 and low <= layout.height + 0.1 for _, _, right, low in found)


@given(graphs(), st.sampled_from([None, "named"]), st.sampled_from(["LR", "TB"]))
def test_any_graph(root, folded, rankdir):
    picture = draw.draw_graph(root, fold=folded, rankdir=rankdir, engine="builtin")
    attributes(picture.svg)
    check(picture.scene)
    nodes = fold(root).nodes if folded else ancestors(root)
    assert len(picture.scene.cards) == len(nodes)
    uses = sum(len(node.inputs) for node in ancestors(root))
    if folded is None:
        assert len(picture.scene.edges) == uses


@given(graphs())
def test_gradients_are_those_of_backward(root):
    adjoint = adjoints(root)
    for node in ancestors(root):
        node.grad = 0.0
    if root.requires_grad:
        root.backward()
    assert all(node.grad == adjoint.get(node, 0.0) for node in ancestors(root))


def test_deep_chain():
    w = Value(0.999, "w")
    y = Value(1.0, "s")
    for i in range(250):
        y = (y * w).named(f"y{i}")
    picture = draw.draw_graph(y, engine="builtin")
    assert len(picture.scene.cards) == 252
    check(picture.scene)
    attributes(picture.svg)


def test_square_has_two_edges():
    x = Value(3.0, "x")
    assert len(draw.draw_graph((x * x).named("y")).scene.edges) == 2
    assert len(draw.draw_graph(x * x, fold=None).scene.edges) == 2
    y = x
    for _ in range(7):
        y = y * x
    (edge,) = draw.draw_graph(y.named("y")).scene.edges  # eight uses: one line that says so
    assert edge.carries == 8 * 3.0**7
    assert any("×8" in text for text in words(parse(draw.draw_graph(y.named("y")).svg)))


def test_every_number_is_the_engines(article):
    svg = draw.draw_graph(article["E_total"], digits=9).svg
    article["E_total"].backward()
    known = {f"{value.data:.9f}" for value in article.values.values()} | {repr(v.data) for v in article.values.values()}
    known |= {f"{value.grad:+.9f}" for value in article.values.values()}
    printed = [text for text in words(parse(svg)) if text[-1].isdigit() and text.lstrip("+−")[0].isdigit()]
    assert len(printed) == 48
    for text in printed:
        assert text.replace("−", "-") in known
    for name in ("w1", "net_h1", "E_o2"):
        card = next(
            c for c in draw.draw_graph(article["E_total"], digits=9).scene.cards if c.spoken.startswith(f"{name} =")
        )
        shown = card.rows[-1].right[0].runs[0][0]
        assert number(shown) == pytest.approx(article[name].grad, abs=5e-10)


def test_formulae_stand_in_the_cards(article):
    found = [text.replace(" ", "") for text in words(parse(draw.draw_graph(article["E_total"]).svg))]
    assert "=w1·i1+w2·i2+b1" in found
    assert "=0.5·(t1−outo1)²" in found


def test_nameless_results_that_are_used_twice_get_a_number():
    w, x = Value(0.5, "w"), Value(2.0, "x")
    h = w * x
    y = (h.tanh() + h).named("y")
    spoken = draw.draw_graph((h * y).named("z")).describe()
    assert "v1 = 1.000000 = w·x" in spoken
    assert "y = 1.761594 = tanh(v1) + v1" in spoken
    assert "w·x = 1.000000, grad" in draw.draw_graph((h * y).named("z"), fold=None).describe()


X, LONG = Value(0.5, "x"), [Value(2.0, "n" * size) for size in (14, 15)]


@pytest.mark.parametrize("result, called", [
    (X + 0.123456, "x + 0.1235"), (2 - X, "2 − x"), (X**3, "x^3"), (X.sin(), "sin(x)"), (X * Value(0.5, "v"), "x·v"),
    (LONG[0] / 7.0, "n" * 14 + " / 7"), (LONG[1] / 7.0, "div"), (X * Value(3.0), "mul"), ((X + 0.25) * X, "mul"),
    (X + constant(3.0), "x + 3"), (dot([X], [2.0], 3.0), "dot"), (where(X > 0.0, X, 1.0), "where"),
])  # fmt: skip
def test_a_nameless_result_is_called_by_its_operands(result, called):
    """Two at most, which have names or are numbers, in 18 characters; else only the operation is told."""
    cards = draw.draw_graph((result - 1.0).named("z"), fold=None, engine="builtin").scene.cards
    assert [card.spoken for card in cards if card.spoken.startswith(f"{called} = ")]


def test_a_path_without_names():
    w = Value(0.5)
    assert "∂result/∂v1 = +6.000000000" in draw.draw_path(w * 6.0, w).describe()
    assert "∂E/∂mul = +1.000000000" in draw.draw_path(((v := w * 6.0) + 1.0).named("E"), v).describe()


def test_picture_changes_nothing(article):
    article["E_total"].backward()
    before = {name: value.grad for name, value in article.values.items()}
    draw.draw_graph(article["E_total"]).svg  # noqa: B018
    draw.draw_network(article["E_total"]).svg  # noqa: B018
    assert before == {name: value.grad for name, value in article.values.items()}


def test_too_large_is_refused_by_name_of_a_smaller_view():
    y = Value(1.0, "x")
    for _ in range(600):
        y = y + y.tanh()
    with pytest.raises(ValueError, match=r'1,201 boxes; more than 1,000 cannot be read.*fold="named"'):
        draw.draw_graph(y, fold=None)
    with pytest.raises(ValueError, match="draw_layers"):
        graph_scene(_named(y), "named", 6, True, False)
    assert len(draw.draw_graph(y, fold=None, force=True).scene.cards) == 1201


def _named(root):
    for i, node in enumerate(ancestors(root)):
        node.label = f"n{i}"
    return root


@pytest.mark.slow
def test_a_million_nodes_are_folded_or_refused():
    w, y = Value(0.9999999, "w"), Value(1.0, "s")
    for _ in range(333_333):
        y = y * w + 1e-9
    assert len(draw.draw_graph(y, engine="builtin").scene.cards) == 3
    with pytest.raises(ValueError, match="1,000,001 boxes"):
        draw.draw_graph(y, fold=None)
    assert "shown as" in draw.show(y).describe()


def test_special_numbers_print_as_they_are():
    for x, shown in ((1e-300, "1e-300"), (float("inf"), "inf"), (float("nan"), "nan"), (-0.0, "0"), (1e300, "1e+300")):
        svg = draw.draw_graph((Value(x, "v") * Value(1.0, "u")).named("E"), engine="builtin").svg
        assert shown in words(parse(svg))
        attributes(svg)


PROGRAM = """
from tinygrad_edu import draw
from tinygrad_edu.article import Article
net = Article()
net.forward()
print(hash(draw.draw_graph(net["E_total"], engine="builtin").svg) and "")
for view in (draw.draw_graph(net["E_total"], engine="builtin"), draw.draw_network(net["E_total"])):
    print(view.svg, view.dot)
"""


def test_same_bytes_in_every_process():
    seen = set()
    for seed in ("1", "2"):
        environment = os.environ | {"PYTHONHASHSEED": seed, "PYTHONUTF8": "1"}
        environment.pop("TINYGRAD_EDU_DOT", None)
        done = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, env=environment, check=True)
        seen.add(done.stdout)
    assert len(seen) == 1


@pytest.mark.parametrize("settings", [{"fold": "all"}, {"digits": 0}, {"digits": 2.5}, {"rankdir": "up"},
                                      {"theme": "pink"}, {"engine": "neato"}])  # fmt: skip
def test_unknown_settings(settings):
    with pytest.raises(ValueError, match=f"{next(iter(settings))} is"):
        draw.draw_graph(Value(1.0, "x"), **settings)


@pytest.mark.parametrize("root", [3.0, None, "E", [Value(1.0)]])
def test_not_a_value(root):
    with pytest.raises(TypeError, match="a picture is drawn of"):
        draw.draw_graph(root)


def test_leaf_and_constant_alone():
    assert len(draw.draw_graph(Value(1.0, "x")).scene.cards) == 1
    assert "grad" not in draw.draw_graph(Value(1.0, requires_grad=False)).svg


def test_an_operation_on_nameless_operands_is_no_equation():
    x = Value(2.0, "x")
    picture = draw.draw_graph((x.sin() / (x * x)).named("y"), fold=None)
    assert "y = 0.227324, div, " in picture.describe() and "= div" not in picture.svg


def test_a_network_without_names_is_drawn_neuron_by_neuron():
    w = [Value(0.25 * k) for k in range(1, 5)]
    outs = [(w[3] * (w[0] * a + w[1] * b + w[2]).tanh()).sigmoid() for a, b in [(1.0, 2.0), (3.0, 0.5)]]
    error = (outs[0] - 1.0) ** 2.0 + (outs[1] - 1.0) ** 2.0
    said = draw.draw_graph(error).describe()
    assert [line.split(" = ")[2].partition(",")[0] for line in said.splitlines()[5:]] == [
        "v2 + 2·v3 + v4", "tanh(v5)", "v1·v6", "sigmoid(v7)",
        "3·v2 + 0.5·v3 + v4", "tanh(v9)", "v1·v10", "sigmoid(v11)", "(v8 − 1)² + (v12 − 1)²",
    ]  # fmt: skip
    assert draw.show(error).scene.remarks == ['31 boxes, shown as 13 named Values; view="operations" shows all']


def test_the_negative_of_a_number_is_no_activation():
    x = Value(0.5, "x")
    kinds = {card.spoken.split(" ")[0]: card.kind for card in draw.draw_graph((-x).exp(), fold=None).scene.cards}
    assert kinds == {"x": "given", "−x": "net", "exp": "activation"}


@pytest.mark.parametrize(
    "make, written",
    [
        (lambda w: w - -0.3, "w − (−0.3) = "), (lambda w: w * -0.3, "w·(−0.3) = "),
        (lambda w: w / -0.3, "w / (−0.3) = "), (lambda w: -0.3 - w, "−0.3 − w = "),
        (lambda w: maximum(w, -0.3), "max(w, −0.3) = "),
    ],
)  # fmt: skip
def test_a_negative_number_stands_in_brackets_behind_an_operator(make, written):
    E = (make(Value(0.5, "w")) * 1.0).named("E")
    assert written in draw.draw_graph(E, fold=None).describe()
