"""What a lecture on a softmax net of its own came upon: formulae, the article's page, pictures, names, messages."""

import random
import re

import pytest

import tinygrad_edu as te
from tinygrad_edu import Value, draw, nn
from tinygrad_edu.report import article_page


def _softmax_net():
    net = nn.MLP(2, [3, 2], activation="relu", output_activation="softmax", seed=3)
    E = (-te.log(net([0.5, -0.3])[1])).named("E")
    return {p.label: p for p in net.parameters()}, E


def test_the_slope_of_a_softmax_by_its_own_net_input_is_the_textbooks():
    parameters, E = _softmax_net()
    text = str(te.explain(E, wrt=parameters["w12"], digits=4))
    assert "∂out_o2/∂net_o2 = out_o2·(1 − out_o2)" in text
    assert "= 0.5767·(1 − 0.5767)" in text


def test_a_sum_of_terms_with_another_sign_or_size_is_left_as_it_is():
    x, y = Value(2.0, "x"), Value(3.0, "y")
    assert "y·2·x" not in str(te.explain((x * y + x * y * y).named("E"), wrt=x))
    E = (x * x * y - x * y).named("E")
    assert te.explain(E, wrt=x).value == 2.0 * 2.0 * 3.0 - 3.0


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_page_of_a_softmax_net_calls_outputs_what_are_outputs(lang):
    _, E = _softmax_net()
    html = re.sub("<[^>]*>", "", article_page(E, lr=0.1, rounds=5, lang=lang).html)
    assert re.search(r"outo1\s=\s0\.42329\d+.{1,5}outo2\s=\s0\.57670\d+", html)  # out_o1 is not below −log(out_o2)
    assert "output neto1" not in html and "输出 neto1" not in html
    assert {"en": "net input of another neuron", "zh": "另一个神经元的 neto1"}[lang] in html


def test_a_derivative_of_exactly_1_is_not_referred_to_as_worked_out():
    net = nn.MLP(2, [3, 2], activation="relu", seed=5)
    E = (nn.cross_entropy(net([0.5, -0.3]), 1) + nn.l2_penalty(net, 0.01)).named("E")
    explanation = te.explain(E, wrt=net.parameters()[0])
    assert "∂E/∂loss" not in str(explanation) and "∂loss" not in explanation.to_latex()
    assert "∂E/∂out_o2 · ∂out_o2/∂out_h1" in str(explanation)
    assert explanation.value == pytest.approx(0.02 * net.parameters()[0].data)


def test_pictures_give_the_nameless_no_name_that_is_taken():
    v1, nameless = Value(0.5, "v1"), Value(2.0)
    boxes = draw.draw_graph(((v1 * nameless).tanh() + v1).named("y")).describe()
    assert "v1·v2" in boxes and "v1·v1" not in boxes


def test_numbers_beside_the_curve_of_the_steps_have_room():
    from tinygrad_edu.steps.curve import LETTER, Curve

    svg = Curve([0.55 / 10 ** (k / 10.7) for k in range(31)], 0).svg("", "rounds", False)
    found = re.findall(r'<text x="([\d.]+)" y="[\d.]+" text-anchor="end">([\d.e−-]+)</text>', svg)
    assert any(len(word) > 5 for _, word in found)
    assert all(float(x) >= LETTER * len(word) for x, word in found)


@pytest.mark.parametrize(
    ("activation", "meant"), [("ReLU", "'relu'?"), ("Tanh", "'tanh'?"), ("swish", "'silu'?"), ("tanhh", "'tanh' or")]
)
def test_an_activation_that_is_written_otherwise_is_known(activation, meant):
    with pytest.raises(ValueError, match=re.escape(f"did you mean {meant}")):
        nn.Layer(2, 3, activation)


def test_a_batch_of_numpy_rows_is_told_how_it_is_written():
    numpy = pytest.importorskip("numpy")
    with pytest.raises(TypeError, match="for a batch write"):
        nn.MLP(2, [1])(numpy.ones((2, 2)))


def test_an_operation_on_a_list_of_values_is_told_to_take_them_one_by_one():
    net = nn.Sequential(nn.Layer(2, 3), te.relu, nn.Layer(3, 1))
    with pytest.raises(TypeError, match="one by one"):
        net([1.0, 2.0])


@pytest.mark.parametrize("name", ["Embedding", "LSTM", "BatchNorm1d", "ModuleList"])
def test_what_torch_has_and_nn_has_not_comes_with_what_to_write(name):
    with pytest.raises(AttributeError, match=f"no attribute '{name}': a|no attribute '{name}': normalisation"):
        getattr(nn, name)


@pytest.mark.parametrize(
    "name, words",
    [
        ("one_hot", "a class is a number"),
        ("argmax", r"xs.index\(max\(xs\)\)"),
        ("multinomial", "random.choices"),
        ("cat", r"\["),
    ],
)
def test_what_a_language_model_needs_of_torch_comes_with_what_to_write(name, words):
    with pytest.raises(AttributeError, match=f"no attribute '{name}': .*{words}"):
        getattr(te, name)


def test_what_is_written_instead_works():
    xs, n = [Value(1.0), Value(3.0), Value(2.0)], 3
    assert xs.index(max(xs)) == 1
    drawn = random.Random(0).choices(range(n), [p.data for p in te.softmax([Value(0.0), Value(99.0), Value(0.0)])])[0]
    assert drawn == 1 and [float(j == drawn) for j in range(n)] == [0.0, 1.0, 0.0]

    class Bigram(nn.Module):
        def __init__(self, rows=2, width=3):
            self.table = [[Value(random.gauss(0.0, 1.0)) for _ in range(width)] for _ in range(rows)]

        def forward(self, i):
            return te.take(self.table, i)

    net = Bigram()
    assert len(net.parameters()) == 6 and net(1) == net.table[1]
    assert te.jit(lambda i: nn.cross_entropy(net(i), 2))(1) == nn.cross_entropy(net.table[1], 2).data


def test_rows_of_a_table_that_were_not_looked_up_are_said_to_be_no_error():
    table = [[Value(0.1 * i + j) for j in range(2)] for i in range(3)]
    report = te.lint([v for row in table for v in row], te.sum(table[1]).square())
    assert [found.kind for found in report] == ["disconnected"]
    assert "Rows of a table are no error where this batch looked up other rows" in " ".join(str(report).split())
