"""The drop-in for micrograd: programs and lecture notebooks run with only the import changed.

The expected numbers of micrograd's own programs are those that micrograd 0.1.0 prints.
"""

import copy
import math
import random

import pytest

import tinygrad_edu
from tinygrad_edu.micrograd.engine import Value
from tinygrad_edu.micrograd.nn import MLP, Layer, Neuron
from tinygrad_edu.nested import flatten


def test_the_readmes_example():
    a, b = Value(-4.0), Value(2.0)
    c = a + b
    d = a * b + b**3
    c += c + 1
    c += 1 + c + (-a)
    d += d * 2 + (b + a).relu()
    d += 3 * d + (b - a).relu()
    e = c - d
    f = e**2
    g = f / 2.0
    g += 10.0 / f
    assert f"{g.data:.4f}" == "24.7041"
    g.backward()
    assert f"{a.grad:.4f}" == "138.8338"
    assert f"{b.grad:.4f}" == "645.5773"


def test_the_sanity_check():
    x = Value(-4.0)
    z = 2 * x + 2 + x
    q = z.relu() + z * x
    h = (z * z).relu()
    y = h + q + q * x
    y.backward()
    assert (y.data, x.grad) == (-20.0, 46.0)


def test_the_moons_demo():
    """micrograd's training loop, on points of its own: after 5 steps the same loss, to 12 digits."""
    random.seed(1337)
    model = MLP(2, [16, 16, 1])
    assert str(model).startswith("MLP of [Layer of [ReLUNeuron(2), ReLUNeuron(2)")
    assert str(model).endswith("Layer of [LinearNeuron(16)]]")
    assert len(model.parameters()) == 337
    points = [(math.cos(k), math.sin(k) * 0.5 - (k % 2)) for k in range(20)]
    labels = [2 * (k % 2) - 1 for k in range(20)]
    for step in range(5):
        scores = list(map(model, points))
        losses = [(1 + -yi * score).relu() for yi, score in zip(labels, scores, strict=True)]
        data_loss = sum(losses) * (1.0 / len(losses))
        total = data_loss + 1e-4 * sum(p * p for p in model.parameters())
        accuracy = [(yi > 0) == (score.data > 0) for yi, score in zip(labels, scores, strict=True)]
        model.zero_grad()
        total.backward()
        for p in model.parameters():
            p.data -= (1.0 - 0.9 * step / 100) * p.grad
    assert (total.data, sum(accuracy)) == (pytest.approx(0.3225392791301102, rel=1e-12), 18)


def test_seeds_match():
    random.seed(7)
    neuron = Neuron(3)
    random.seed(7)
    assert [w.data for w in neuron.w] == [random.uniform(-1, 1) for _ in range(3)]
    assert neuron.b.data == 0.0
    x = [0.3, -0.2, 0.9]
    by_hand = neuron.b.data
    for w, xi in zip(neuron.w, x, strict=True):
        by_hand += w.data * xi
    assert Neuron.__call__(neuron, x).data == max(by_hand, 0.0)


def test_attributes():
    a, b = Value(2.0, label="a"), Value(-3.0, label="b")
    c = a * b
    assert c._prev == {a, b}
    assert (a * a)._prev == {a}
    assert [(a + b)._op, (a - b)._op, c._op, (a**2)._op, a.relu()._op, a.tanh()._op, a._op] == [
        "+", "-", "*", "**2", "ReLU", "tanh", "",
    ]  # fmt: skip
    c.anything = "a notebook's own"
    assert c.anything == "a notebook's own"
    assert repr(c) == "Value(data=-6.0, grad=0.0)"
    assert {a: 1}[a] == 1
    assert a != Value(2.0)
    assert (a + b).label == ""


def test_the_lectures_manual_backward():
    x1, w1, b = Value(2.0, label="x1"), Value(-3.0, label="w1"), Value(6.88, label="b")
    x1w1 = x1 * w1
    n = x1w1 + b
    o = n.tanh()
    o.grad = 1.0
    o._backward()
    n._backward()
    x1w1._backward()
    assert w1.grad == pytest.approx(2.0 * (1.0 - math.tanh(0.88) ** 2))
    assert b.grad == n.grad


def test_operations_with_a_backward_of_their_own():
    def cube(self):
        out = Value(self.data**3, (self,), "cube")

        def _backward():
            self.grad += 3 * self.data**2 * out.grad

        out._backward = _backward
        return out

    x = Value(2.0)
    y = cube(x * 1.0) * 2.0
    y.backward()
    assert (y.data, x.grad, y.inputs[0]._op) == (16.0, 24.0, "cube")
    y.backward()
    assert x.grad == 48.0
    assert tinygrad_edu.gradients(y, [x]) == [24.0]
    assert (x.grad, y.inputs[0].grad, y.inputs[0].partials) == (48.0, 4.0, (12.0,))
    assert tinygrad_edu.explain(y, wrt=x).value == 24.0
    assert "(number only: no formula)" in str(tinygrad_edu.explain(y.inputs[0], wrt=y.inputs[0].inputs[0]))
    assert "= 2.000000000 · 12.000000000 = 24.000000000" in str(tinygrad_edu.steps(y))
    assert "24.000000" in tinygrad_edu.draw_path(y, wrt=x).svg
    z = cube(x + 1.0)
    x.data = 3.0
    with pytest.raises(NotImplementedError, match="'cube' was made by hand"):
        str(tinygrad_edu.steps(z))
    with pytest.raises(NotImplementedError, match="'cube' was made by hand"):
        tinygrad_edu.gradients(y, [x], create_graph=True)


def test_an_anomaly_of_the_reverse_pass_is_told():
    x = Value(0.0)
    y = x**0.5
    with tinygrad_edu.detect_anomaly(), pytest.raises(ArithmeticError, match=r"\*\*|pow"):
        y.backward()


def test_a_backward_of_ones_own_below_the_packages_values():
    x = Value(2.0)
    square = Value(4.0, (x,), "square")

    def _backward():
        x.grad += 2 * x.data * square.grad

    square._backward = _backward
    y = tinygrad_edu.Value(3.0) * square
    y.backward()
    assert (type(y), x.grad, square.grad) == (tinygrad_edu.Value, 12.0, 3.0)


def test_a_backward_of_ones_own_that_clips():
    """It is called with the gradient that comes, which no factor stands for; among Values of the package, too."""
    w, x = tinygrad_edu.Value(2.0), Value(3.0)
    product = w * tinygrad_edu.Value(1.5)
    y = Value(product.data * x.data, (product, x), "clipped")

    def _backward():
        step = max(-1.0, min(1.0, y.grad))
        product.grad += x.data * step
        x.grad += product.data * step

    y._backward = _backward
    (y * 10.0).backward()
    assert (y.grad, product.grad, x.grad, w.grad) == (10.0, 3.0, 3.0, 4.5)


def test_a_backward_given_to_an_operation_of_the_table():
    a, b = Value(2.0), Value(5.0)
    c = a * b

    def _backward():  # a fault that a lecture shows: b gets nothing
        a.grad += b.data * c.grad

    c._backward = _backward
    (c + 1.0).backward()
    assert (a.grad, b.grad) == (5.0, 0.0)
    assert tinygrad_edu.gradients(c, [a, b]) == [5.0, 0.0]


def test_a_backward_of_ones_own_with_an_input_that_is_there_twice():
    x = Value(3.0)
    y = Value(9.0, (x, x), "*")

    def _backward():
        x.grad += 2 * x.data * y.grad

    y._backward = _backward
    assert y.partials == (6.0, 0.0)
    assert tinygrad_edu.gradients(y, [x]) == [6.0]
    assert (x.grad, y.grad) == (0.0, 0.0)


def test_a_backward_of_ones_own_at_a_leaf():
    """Micrograd gives each an empty one when it is made."""
    x = Value(3.0)
    calls = []
    x._backward = lambda: calls.append(x.grad)
    (x * x).backward()
    assert calls == [6.0] == [x.grad]


def test_microgpts_value():
    a, b = Value(2.0), Value(3.0)
    c = Value(a.data * b.data, (a, b), (b.data, a.data))
    (c.exp().log() + c).backward()
    assert (a.grad, b.grad) == (pytest.approx(6.0), pytest.approx(4.0))
    assert c._children == (a, b)
    assert c._local_grads == (3.0, 2.0)
    with pytest.raises(ValueError, match="2 children and 1 local gradients"):
        Value(1.0, (a, b), (1.0,))


def test_results_are_values_of_the_package():
    x = Value(0.5)
    y = tinygrad_edu.sigmoid(x)
    assert type(y) is Value
    assert isinstance(y, tinygrad_edu.Value)
    assert tinygrad_edu.grad(lambda t: t * Value(2.0))(1.0) == 2.0


def test_leaves_can_be_copied():
    x = Value(2.0, label="x")
    x.grad = 3.0
    twin = copy.deepcopy(x)
    assert (type(twin), twin.data, twin.grad, twin.label) == (Value, 2.0, 3.0, "x")
    assert x.detach().label == "x"


def test_a_wrong_width_is_not_cut_silently():
    with pytest.raises(ValueError, match="takes 2 inputs, got 3"):
        MLP(2, [1])([1.0, 2.0, 3.0])
    assert len(Layer(2, 3)([1.0, 2.0])) == 3


@pytest.mark.parametrize("n", [Neuron(2), Layer(2, 3), MLP(2, [3, 1])], ids=lambda n: type(n).__name__)
def test_what_a_net_is_called_with(n):
    with pytest.raises(TypeError, match=r"the inputs are one list, as in n\(\[x1, x2\]\), and these are 3 arguments"):
        n(1.0, 2.0, 3.0)
    with pytest.raises(ValueError, match="takes 2 inputs, got 1"):
        n(1.0)
    rows = pytest.importorskip("numpy").array([[0.5, -2.0]])
    for mine, theirs in zip(flatten(n(rows[0]))[0], flatten(n([0.5, -2.0]))[0], strict=True):
        assert mine.data == theirs.data


def test_a_layer_of_one_neuron_hands_on_one_value():
    assert isinstance(MLP(1, [1, 1])(0.5), Value)
