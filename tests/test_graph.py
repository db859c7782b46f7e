"""The walks over a recorded graph, on graphs by hand and on random ones with shared nodes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tinygrad_edu import Value, constant, dot
from tinygrad_edu.graph import BESIDE, READABLE, WRITTEN, ancestors, between, consumers, count, fold, topological
from tinygrad_edu.names import formula, local_derivatives


@st.composite
def tapes(draw, most=12):
    """Nodes made one after the other from earlier ones, so that they are shared; the last is the root."""
    nodes = [Value(draw(st.floats(-2, 2)), f"x{i}") for i in range(draw(st.integers(1, 3)))] + [constant(0.5)]
    for k in range(draw(st.integers(1, most))):
        a, b, c = (nodes[draw(st.integers(0, len(nodes) - 1))] for _ in range(3))
        kind = draw(st.sampled_from(["add", "mul", "sub", "tanh", "dot", "where"]))
        if kind in ("add", "mul", "sub"):
            node = getattr(a, kind)(b)
        elif kind == "tanh":
            node = a.tanh()
        elif kind == "dot":
            node = dot([a, b], [c, a])
        else:
            node = a.maximum(b) * c
        if draw(st.booleans()):
            node.named(f"n{k}")
        nodes.append(node)
    return nodes


@given(tapes())
def test_orders(nodes):
    root = nodes[-1]
    everything = ancestors(root)
    assert len(set(everything)) == len(everything) == count(root)
    place = {node: i for i, node in enumerate(everything)}
    for node in everything:
        assert all(place[u] < place[node] for u in node.inputs)
    reached = topological(root)
    place = {node: i for i, node in enumerate(reached)}
    assert len(place) == len(reached)
    for node in reached:
        for u, partial in zip(node.inputs, node.partials, strict=True):
            assert partial is None or place[u] < place[node]
    if root.requires_grad:
        assert set(reached) == {node for node in everything if node.requires_grad}


@given(tapes())
def test_between_and_consumers(nodes):
    root = nodes[-1]
    users = consumers(ancestors(root))
    for wrt in filter(lambda node: node.requires_grad, topological(root)):
        way = between(root, wrt)
        by_hand = reachable_up(users, wrt) & {n for n in ancestors(root) if n.requires_grad}
        assert set(way) == by_hand
        assert way[0] is wrt
        assert way[-1] is root
    assert sum(map(len, users.values())) == sum(len(node.inputs) for node in ancestors(root))


def test_consumers_among_some_nodes():
    x = Value(3.0)
    y = x * x
    z = y + x
    assert consumers([y, z]) == {y: [z], z: []}


def reachable_up(users, node):
    found, stack = set(), [node]
    while stack:
        v = stack.pop()
        if v not in found:
            found.add(v)
            stack += users[v]
    return found


@given(tapes(most=30), st.sampled_from([0, 5, 100]))
def test_the_fold_has_the_same_gradients(nodes, most):
    """Folding anonymous operations away changes no derivative, and every operation is in exactly one formula."""
    root = nodes[-1]
    folded = fold(root, unfold=most)
    operations = [node for node in ancestors(root) if node.op is not None]
    assert sorted(map(id, operations)) == sorted(id(v) for region in folded.region.values() for v in region)
    adjoint = {root: 1.0}
    for node in reversed(folded.nodes):
        for u, slope in zip(folded.inputs[node], folded.partials[node], strict=True):
            if slope is not None and node in adjoint:
                adjoint[u] = adjoint.get(u, 0.0) + adjoint[node] * slope
    if root.requires_grad:
        root.backward()
        for node in folded.nodes:
            if node.requires_grad:
                assert adjoint.get(node, 0.0) == pytest.approx(node.grad, rel=1e-12, abs=1e-12)


def test_nothing_lies_between_strangers():
    assert between(Value(1.0) * 2.0, wrt=Value(1.0)) == []


def test_the_articles_formulae(article):
    folded = fold(article["E_total"])
    names = {value: name for name, value in article.values.items()}
    assert str(formula(folded, article["net_h1"], names)) == "w1·i1 + w2·i2 + b1"
    assert str(formula(folded, article["out_h1"], names)) == "sigmoid(net_h1)"
    assert str(formula(folded, article["E_o1"], names)) == "0.5·(t1 − out_o1)²"
    slopes = {n: local_derivatives(folded, article[n], names) for n in ("net_h1", "out_h1", "E_o1", "E_total")}
    assert str(slopes["net_h1"][article["w1"]]) == "i1"
    assert str(slopes["out_h1"][article["net_h1"]]) == "out_h1·(1 − out_h1)"
    assert str(slopes["E_o1"][article["out_o1"]]) == "−(t1 − out_o1)"
    assert str(slopes["E_total"][article["E_o1"]]) == "1"


def test_a_shared_anonymous_operation_is_kept_once():
    x = Value(2.0, "x")
    shared = x.exp()
    a, b = (shared * 3.0).named("a"), (shared + 1.0).named("b")
    folded = fold(a * b)
    assert shared in folded.nodes
    assert folded.inputs[a] == (shared,)
    assert folded.partials[a] == (3.0,)


def unfolded(root):
    """The kept operations without a name, as their formulae over the leaves' names and a, b, c ..."""
    folded = fold(root, unfold=100)
    called = dict(zip(folded.nodes, [node.label or chr(97 + k) for k, node in enumerate(folded.nodes)], strict=True))
    return [str(formula(folded, node, called)) for node in folded.nodes if node.op]


def test_a_long_formula_is_unfolded_into_functions_and_what_they_are_applied_to():
    w, v, x = Value(0.5, "w"), Value(0.25, "v"), Value(2.0, "x")

    def neuron(steps):
        net = w * x
        for _ in range(steps):
            net = net + v
        return (3.0 * net.tanh() - 1.0).sigmoid()

    assert len(ancestors(neuron(3))) - 5 == READABLE == 8
    assert unfolded(neuron(3)) == ["sigmoid(3·tanh(w·x + v + v + v) − 1)"]
    assert unfolded(neuron(4)) == ["w·x + v + v + v + v", "tanh(d)", "3·e − 1", "sigmoid(f)"]
    assert fold(neuron(4)).nodes[:-1] == [w, x, v]


def test_functions_beside_each_other_hide_no_chain():
    w, x = Value(0.5, "w"), Value(2.0, "x")
    y = (w * x - 1.0).tanh() * 3.0 + (w * x * x + 2.0).sigmoid() * (w - 4.0) + x * 5.0
    assert unfolded(y) == ["3·tanh(w·x − 1) + sigmoid(w·x² + 2)·(w − 4) + 5·x"]


def test_a_net_of_one_hidden_layer_has_its_neurons():
    """Functions beside each other in more operations than can be looked over: relu of its net inputs."""
    w, x = Value(0.5, "w"), Value(2.0, "x")
    y = sum(((w * x + k) * w + k).relu() * w for k in (1.0, 2.0, 3.0)) - 1.0
    assert len(ancestors(y)) > BESIDE
    assert unfolded(y)[:2] == ["(w·x + 1)·w + 1", "relu(c)"] and unfolded(y)[-1] == "d·w + f·w + h·w − 1"


@pytest.mark.parametrize("scale", [1.0, 0.5])
def test_a_sum_too_long_to_be_written_is_unfolded_into_its_terms(scale):
    """The loss over a batch, and what is added to it; a mean has the sum under a factor."""
    w, b = Value(0.5, "w"), Value(0.1, "b")

    def loss(examples):
        return scale * sum((w * k + b) ** 2 for k in range(examples)) / examples + 0.01 * w * w

    assert len(unfolded(loss(8))) == 1
    terms = unfolded(loss(20))
    assert terms[:3] == ["b²", "(w + b)²", "(2·w + b)²"] and terms[20] == "0.01·w²" and len(terms) == 22


def test_one_term_in_a_long_formula_is_left_in_it():
    w, x = Value(0.5, "w"), Value(2.0, "x")
    y = w * x
    for _ in range(WRITTEN):
        y = 0.5 * (y + x)
    assert len(unfolded(y)) == 1


def test_what_a_long_formula_uses_twice_has_a_formula_of_its_own():
    """Newton's method: without, each step would stand four times in the next."""
    a, x = Value(2.0, "a"), Value(1.5, "x")
    root = x
    for _ in range(3):
        root = 0.5 * (root + a / root)
    assert unfolded(root) == ["0.5·(x + a / x)", "0.5·(c + a / c)", "0.5·(d + a / d)"]
    assert unfolded(0.5 * (x + a / x)) == ["0.5·(x + a / x)"]


def test_only_what_is_too_long_is_unfolded():
    w, x = Value(0.5, "w"), Value(2.0, "x")
    named = ((w * x).tanh() * 2.0).exp().named("named")
    y = ((named * w).sin() * x + 1.0 + w * 2.0).cos() * 0.5 - 1.0
    assert unfolded(y) == ["exp(2·tanh(w·x))", "named·w", "sin(d)", "e·x + 1 + 2·w", "cos(f)", "0.5·g − 1"]


@pytest.mark.parametrize("number", [0.0, 0.5])
def test_a_value_that_is_zero_folds_like_any_other(number):
    w, x = Value(number, "w"), Value(2.0, "x")
    folded = fold((w * x).tanh())
    assert folded.nodes[:-1] == [w, x]
    assert folded.inputs[folded.root] == (w, x)


def test_a_deep_anonymous_chain_folds():
    x = y = Value(1.0, "x")
    for _ in range(20_000):
        y = y * 1.0 + 0.0
    folded = fold(y)
    assert folded.nodes == [x, y]
    assert folded.partials[y] == (1.0,)


def test_several_roots_share_one_order():
    a, b = Value(2.0), Value(3.0)
    c = a * b
    d = c + a
    assert topological(d, c, d, a) == topological(d) == [a, b, c, d]
    assert topological(c, d) == [a, b, c, d]
