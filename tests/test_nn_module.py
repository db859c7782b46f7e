"""Module: how parameters are found and named, frozen, saved, loaded and counted."""

import copy
import math
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

import tinygrad_edu as te
from tinygrad_edu import Value, constant, nn


class Part(nn.Module):
    """A module without a constructor of its own: attributes are all there is to it."""


def part(**attributes):
    module = Part()
    for name, thing in attributes.items():
        setattr(module, name, thing)
    return module


def names(module):
    return [name for name, _ in module.named_parameters()]


# -- walking ----------------------------------------------------------------------------------------------------------


def test_parameters_are_found_in_order_of_assignment():
    inner = part(w=Value(1.0), b=Value(2.0))
    module = part(z=Value(3.0), inner=inner, table={"x": [Value(4.0)], 7: (Value(5.0), inner)}, a=Value(6.0))
    assert names(module) == ["z", "inner.w", "inner.b", "table.x.0", "table.7.0", "a"]
    assert [p.data for p in module.parameters()] == [3.0, 1.0, 2.0, 4.0, 5.0, 6.0]
    module.z = Value(7.0)  # assigned again: the place of the first assignment
    assert [p.data for p in module.parameters()] == [7.0, 1.0, 2.0, 4.0, 5.0, 6.0]


def test_what_is_no_parameter():
    w = Value(2.0)
    module = part(w=w, result=w * 3.0, fixed=constant(1.0), number=2.0, text="w", function=math.tanh, nothing=None)
    assert names(module) == ["w"]


def test_a_value_reached_twice_is_listed_once():
    shared = Value(1.0)
    module = part(first=shared, rest=[shared, Value(2.0)], inner=part(again=shared))
    assert names(module) == ["first", "rest.1"]


def test_modules_may_point_at_each_other():
    module = part(w=Value(1.0))
    module.child = part(parent=module, w=Value(2.0))
    module.everything = [module]
    module.everything.append(module.everything)
    assert names(module) == ["w", "child.w"]
    assert module.modules() == [module, module.child]
    assert module.named_modules() == [("", module), ("child", module.child)]


def test_a_module_used_twice_is_one_part():
    tied = nn.Layer(2, 2)
    net = nn.Sequential(tied, tied)
    assert net.modules() == [net, tied, *tied.neurons]
    assert len(net.summary().splitlines()) == 3
    assert repr(net).count("Layer(2, 2") == 1


def test_a_deep_structure_needs_no_recursion():
    w = Value(1.0)
    nest = [w]
    for _ in range(10_000):
        nest = [nest]
    assert part(nest=nest).parameters() == [w]


def test_a_set_is_refused_because_it_has_no_order():
    with pytest.raises(TypeError, match="ws is a set, which has no order"):
        part(ws={Value(1.0)}).parameters()
    assert part(seen={1, 2}).parameters() == []


def test_a_set_of_other_things_is_left_alone():
    module = part(first=Value(1.0), tags={"a", "b"}, inner=part(tags=frozenset("c"), v=Value(2.0)), w=Value(3.0))
    assert names(module) == ["first", "inner.v", "w"]


def test_a_subclass_need_not_call_super_init():
    class Line(nn.Module):
        def __init__(self):
            self.w = Value(2.0)

        def forward(self, x):
            return self.w * x

    line = Line()
    assert (line.training, line(3.0).data, names(line)) == (True, 6.0, ["w"])


def test_a_module_without_forward_says_so():
    with pytest.raises(NotImplementedError, match="Part does not say what it computes: define forward"):
        part()(1.0)


# -- modes ------------------------------------------------------------------------------------------------------------


def test_train_and_eval_reach_all_modules():
    module = part(inner=part(parts=[part()]))
    assert module.eval() is module
    assert [m.training for m in module.modules()] == [False] * 3
    assert module.train() is module
    assert [m.training for m in module.modules()] == [True] * 3


def test_zero_grad():
    net = nn.MLP(2, [2, 1], seed=0)
    net([1.0, 2.0])[0].backward()
    assert any(p.grad for p in net.parameters())
    net.zero_grad()
    assert all(p.grad == 0.0 for p in net.parameters())


def test_freezing_keeps_parameters_listed_and_stops_their_gradients():
    net = nn.MLP(2, [2, 1], activation="tanh", seed=0)
    before = names(net)
    assert net.requires_grad_(False) is net
    assert names(net) == before
    assert not any(p.requires_grad for p in net.parameters())
    net.layers[1].requires_grad_()  # the usual: all but the head frozen
    net([1.0, 2.0])[0].backward()
    assert names(net) == before
    assert all(p.grad == 0.0 for p in net.layers[0].parameters())
    assert all(p.grad != 0.0 for p in net.layers[1].parameters())
    net.requires_grad_()
    assert all(p.requires_grad for p in net.parameters())


def test_switches_are_true_or_false():
    """Of a text Python says that it is true: "no" would be yes."""
    net = nn.MLP(1, [1], seed=0)
    with pytest.raises(TypeError, match="mode is True or False, not 'eval'"):
        net.train("eval")
    with pytest.raises(TypeError, match="requires_grad is True or False, not None"):
        net.requires_grad_(None)
    for operator in (te.grad, te.value_and_grad):
        with pytest.raises(TypeError, match="jit is True or False, not 'off'"):
            operator(te.sin, jit="off")
    assert net.training is True and net.train(0).training is False and net.train(1).training is True


def test_freezing_twice_and_a_shared_value():
    shared = Value(1.0)
    module = part(a=part(w=shared, k=constant(2.0)), b=part(w=shared, v=Value(1.0)))
    module.requires_grad_(False).requires_grad_(False)
    assert names(module) == ["a.w", "b.v"]
    assert names(module.b) == ["w", "v"]
    module.b.requires_grad_(True)
    assert shared.requires_grad
    module.requires_grad_(True)
    assert names(module) == ["a.w", "b.v"]  # and k, a constant from the start, still is one
    assert not module.a.k.requires_grad


def test_what_was_frozen_once_is_forgotten_and_what_comes_later_has_its_own_name():
    module = part(w=Value(1.0))
    module.requires_grad_(False)
    module.v = Value(2.0)
    module.requires_grad_(False)
    assert names(module) == ["w", "v"]
    module.requires_grad_(True)
    module.w.requires_grad = False  # by hand: now it is a constant
    assert names(module) == ["v"]


# -- saving and loading -----------------------------------------------------------------------------------------------

keys = st.text("abc", min_size=1, max_size=3)
things = st.recursive(
    st.floats().map(Value) | st.floats().map(constant) | st.integers(),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.lists(inner, max_size=4).map(tuple)
        | st.dictionaries(keys, inner, max_size=4)
        | st.dictionaries(keys, inner, max_size=4).map(lambda attributes: part(**attributes))
    ),
    max_leaves=20,
)


def bits(state):
    return {name: repr(number) for name, number in state.items()}  # nan is equal to itself here


@given(things)
def test_round_trip(thing):
    module = part(thing=thing)
    state = module.state_dict()
    other = copy.deepcopy(module)
    for _, value in other._named_values().items():
        value.data = 0.5
    assert other.load_state_dict(state) == ([], [])
    assert bits(other.state_dict()) == bits(state) == bits(module.state_dict())
    assert len(set(names(module))) == len(module.parameters()) == len(set(module.parameters()))
    assert set(names(module)) <= set(state)


@given(things, things)
def test_non_strict_loading_touches_what_both_have(first, second):
    a, b = part(thing=first), part(thing=second)
    mine, yours = bits(a.state_dict()), bits(b.state_dict())
    missing, unexpected = a.load_state_dict(b.state_dict(), strict=False)
    assert (missing, unexpected) == ([n for n in mine if n not in yours], [n for n in yours if n not in mine])
    assert bits(a.state_dict()) == {name: yours.get(name, number) for name, number in mine.items()}


def test_constants_and_frozen_parameters_are_saved():
    module = part(w=Value(1.0), scale=constant(2.0)).requires_grad_(False)
    assert module.state_dict() == {"w": 1.0, "scale": 2.0}


@pytest.mark.parametrize(
    ("change", "error", "message"),
    [
        (lambda s: s.pop("layers.0.neurons.0.b"), ValueError, "MLP expected 9 parameters, got 8; first difference"),
        (lambda s: s.update(extra=1.0), ValueError, "got 10; first difference: 'extra' is unexpected"),
        (lambda s: s.update({"layers.1.neurons.0.b": "1"}), TypeError, "'layers.1.neurons.0.b' cannot be loaded: a Va"),
        (lambda s: s.update({"layers.1.neurons.0.b": None}), TypeError, "not NoneType None.*Nothing was changed"),
        (lambda s: s.update({"layers.1.neurons.0.b": [1.0]}), TypeError, "not list"),
        (lambda s: s.update({"layers.1.neurons.0.b": 10**400}), TypeError, "cannot be loaded"),
    ],
)
def test_loading_changes_nothing_when_anything_is_wrong(change, error, message):
    net = nn.MLP(2, [2, 1], seed=0)
    before = net.state_dict()
    state = dict.fromkeys(before, 7.0)
    change(state)
    with pytest.raises(error, match=message):
        net.load_state_dict(state)
    assert net.state_dict() == before


def test_another_networks_numbers_are_refused():
    with pytest.raises(ValueError, match=r"expected 17 parameters, got 21; .*'layers.1.neurons.2.w.0' is unexpected"):
        nn.MLP(2, [3, 2], seed=0).load_state_dict(nn.MLP(2, [3, 3], seed=0).state_dict())
    with pytest.raises(TypeError, match="takes a dict of names and numbers, not list"):
        nn.MLP(2, [1]).load_state_dict([1.0, 2.0])


@pytest.mark.parametrize(
    ("here", "saved", "message"),
    [
        ("w", "", "Part expected 1 parameter, got 0; first difference: 'w' is missing"),
        ("w", "v", "Part expected 1 parameter, got 1; first difference: 'w' is missing, and 1 more"),
        ("", "v", "Part expected 0 parameters, got 1; first difference: 'v' is unexpected"),
        ("ab", "acde", "Part expected 2 parameters, got 4; first difference: 'b' is missing, and 3 more"),
        ("ab", "abcd", "Part expected 2 parameters, got 4; first difference: 'c' is unexpected, and 1 more"),
    ],
)
def test_what_differs_is_counted(here, saved, message):
    with pytest.raises(ValueError, match=f"^{message}. Nothing was changed$"):
        part(**{name: Value(1.0) for name in here}).load_state_dict(dict.fromkeys(saved, 2.0))


def test_two_values_of_one_name():
    with pytest.raises(ValueError, match=r"two Values of this Part have the name 'table.1'"):
        part(table={1: Value(1.0), "1": Value(2.0)}).state_dict()


def test_copies_and_pickles():
    net = nn.MLP(2, [3, 1], activation="tanh", bias="shared", seed=0)
    net.layers[0].requires_grad_(False)
    for twin in (copy.deepcopy(net), pickle.loads(pickle.dumps(net))):
        assert names(twin) == names(net)
        assert twin.state_dict() == net.state_dict()
        assert [p.label for p in twin.parameters()] == [p.label for p in net.parameters()]
        assert twin([1.0, 2.0])[0].data == net([1.0, 2.0])[0].data
        assert not set(twin.parameters()) & set(net.parameters())
        assert twin.layers[0].neurons[0].b is twin.layers[0].neurons[2].b
        twin.layers[0].requires_grad_()
        assert all(p.requires_grad for p in twin.parameters())
        assert not net.layers[0].neurons[0].b.requires_grad


# -- words ------------------------------------------------------------------------------------------------------------


def test_repr_shows_the_parts():
    module = part(inner=part(deep=part()), net=nn.MLP(2, [1], seed=0))
    assert repr(module) == (
        "Part(\n  (inner): Part(\n    (deep): Part()\n  )\n  (net): MLP(2, [1], output_activation='linear')\n)"
    )
    assert repr(part(w=Value(1.0))) == "Part()"


def test_summary_counts_every_parameter_once():
    shared = Value(1.0)
    net = nn.MLP(2, [3, 1], seed=0)
    module = part(a=part(w=shared), own=Value(2.0), net=net, b=part(w=shared, v=Value(3.0)))
    module.a.requires_grad_(False)
    lines = module.summary().splitlines()
    assert [line.split() for line in lines] == [
        ["part", "what", "parameters"],
        ["(itself)", "its", "own", "1"],
        ["a", "Part()", "1"],
        ["net", *repr(net).split(), "13"],
        ["b", "Part()", "1"],
        ["total", "16,", "1", "of", "them", "frozen"],
    ]
    deep = [line.split()[0] for line in module.summary(depth=2).splitlines()]
    assert deep == ["part", "(itself)", "a", "net.layers.0", "net.layers.1", "b", "total"]
    assert part(w=Value(1.0)).summary().splitlines()[1].split() == ["(itself)", "Part()", "1"]
