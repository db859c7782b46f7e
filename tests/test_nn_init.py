"""Initialisers: PyTorch's distributions (data/init_reference.json, made by make_init_reference.py beside it)."""

import json
import math
import random
import statistics
from functools import partial
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tinygrad_edu import Value, functions, nn
from tinygrad_edu.nn import init

REFERENCE = json.loads((Path(__file__).parent / "data" / "init_reference.json").read_text())


def rows(fan_out, fan_in):
    return [[Value(7.0) for _ in range(fan_in)] for _ in range(fan_out)]


def numbers(weights):
    return [[w.data for w in row] for row in weights]


def close(expected):
    return pytest.approx(expected, rel=1e-12)


class Watched(Random):
    """A generator that writes down what it is asked for."""

    def __init__(self):
        super().__init__(0)
        self.asked = []

    def uniform(self, a, b):
        self.asked.append(("uniform", [a, b]))
        return super().uniform(a, b)

    def gauss(self, mu=0.0, sigma=1.0):
        self.asked.append(("normal", [mu, sigma]))
        return super().gauss(mu, sigma)


@pytest.mark.parametrize("case", REFERENCE["gains"], ids=str)
def test_gains(case):
    nonlinearity, param = case["nonlinearity"], case["param"]
    if "error" in case:
        with pytest.raises(ValueError, match=case["error"]):
            init.calculate_gain(nonlinearity, param)
    elif nonlinearity.startswith("conv"):
        with pytest.raises(ValueError, match="Unsupported"):  # there are no convolutions here
            init.calculate_gain(nonlinearity, param)
    else:
        assert init.calculate_gain(nonlinearity, param) == close(case["gain"])


def slow_if_large(case):
    """Thousands of weights; with the defaults they are for every day."""
    large = case["options"] and math.prod(case["shape"]) > 1_000
    return pytest.param(case, marks=[pytest.mark.slow] * bool(large))


@pytest.mark.parametrize("case", list(map(slow_if_large, REFERENCE["distributions"])), ids=str)
def test_distributions(case):
    """Every weight is drawn, and from PyTorch's distribution."""
    fan_out, fan_in = case["shape"]
    weights, generator = rows(fan_out, fan_in), Watched()
    assert getattr(init, case["init"])(weights, **case["options"], generator=generator) is weights
    assert len(generator.asked) == fan_out * fan_in
    kind, parameters = generator.asked[0]
    assert parameters == close(case[kind])
    assert all(asked == generator.asked[0] for asked in generator.asked)
    assert not any(7.0 in row for row in numbers(weights))


@pytest.mark.parametrize("case", REFERENCE["lecun"], ids=str)
def test_lecun(case):
    for name, kind in (("lecun_uniform_", "uniform"), ("lecun_normal_", "normal")):
        generator = Watched()
        getattr(init, name)(rows(*case["shape"]), generator=generator)
        assert generator.asked[0][0] == kind
        assert generator.asked[0][1][1] == close(case[kind])
        assert generator.asked[0][1][0] == (close(-case[kind]) if kind == "uniform" else 0.0)


@pytest.mark.parametrize("case", REFERENCE["truncated"], ids=str)
def test_truncated_normal(case):
    weights = rows(1, 20_000)
    options = {"mean": 0.0, "std": 1.0, "a": -2.0, "b": 2.0, **case["options"]}
    init.trunc_normal_(weights, **case["options"], generator=Random(0))
    drawn = numbers(weights)[0]
    error = 5.0 * case["std"] / math.sqrt(len(drawn))
    assert options["a"] <= min(drawn) and max(drawn) <= options["b"]
    assert statistics.fmean(drawn) == pytest.approx(case["mean"], abs=error)
    assert statistics.pstdev(drawn) == pytest.approx(case["std"], abs=error)


@given(st.floats(-3.0, 3.0), st.floats(0.01, 3.0), st.floats(-30.0, 30.0), st.floats(0.001, 5.0))
def test_truncated_normal_far_out(mean, std, low, width):
    """The bounds hold in the far tails too, on either side, where the probabilities are tiny."""
    a, b = mean + std * low, mean + std * (low + width)
    drawn = init.trunc_normal_([Value(0.0) for _ in range(20)], mean, std, a, b, generator=Random(0))
    assert all(a <= w.data <= b for w in drawn)
    assert len({w.data for w in drawn}) > 1


def test_truncated_normal_at_the_ends_of_the_probabilities():
    """A generator may give its bounds, and there the normal number would be infinite."""

    class Ends:
        def uniform(self, low, high):
            ends.append((low, high))
            return (low, high)[len(ends) % 2]

    for a, b in ((-50.0, 40.0), (1.0, 45.0)):
        ends = []
        drawn = init.trunc_normal_([Value(0.0), Value(0.0)], a=a, b=b, generator=Ends())
        assert {0.0, 1.0} & {*ends[0]}
        assert all(a <= w.data <= b and abs(w.data) < 39.0 for w in drawn)


@pytest.mark.parametrize("a, b", [(38.0, 38.1), (-38.1, -38.0)])
def test_truncated_normal_where_probabilities_are_the_smallest_doubles(a, b):
    numbers = [w.data for w in init.trunc_normal_([Value(0.0) for _ in range(50)], a=a, b=b, generator=Random(0))]
    assert all(a <= x <= b for x in numbers) and len(set(numbers)) == 50
    assert abs(sum(numbers) / 50) == pytest.approx(38.0 + 1.0 / 38.0, abs=0.01)  # as far beyond as a tail is long


def test_the_identity_is_for_rows_of_equal_length():
    with pytest.raises(ValueError, match="row"):
        init.eye_([[Value(0.0), Value(0.0)], [Value(0.0)]])


def test_truncated_normal_where_nothing_is():
    with pytest.raises(ValueError, match=r"is never from 50\.0 to 51\.0"):
        init.trunc_normal_([Value(0.0)], a=50.0, b=51.0)
    with pytest.raises(ValueError, match=r"is never from 0\.0 to 1e-320"):
        init.trunc_normal_([Value(0.0)], a=0.0, b=1e-320)
    with pytest.raises(ValueError, match=r"needs std > 0 and a < b, got std=0\.0"):
        init.trunc_normal_([Value(0.0)], std=0.0)


@pytest.mark.parametrize("case", REFERENCE["fixed"], ids=str)
def test_fixed(case):
    weights = getattr(init, case["init"])(rows(*case["shape"]), *case["arguments"])
    assert numbers(weights) == case["matrix"]


@pytest.mark.parametrize("case", [c for c in REFERENCE["structured"] if c["init"] == "orthogonal_"], ids=str)
def test_orthogonal(case):
    generator = Watched()
    matrix = numbers(init.orthogonal_(rows(*case["shape"]), **case["options"], generator=generator))
    assert all(asked == ("normal", [0.0, 1.0]) for asked in generator.asked)  # so all directions are equally likely
    vectors = matrix if case["orthogonal"] == "rows" else list(zip(*matrix, strict=True))
    for i, u in enumerate(vectors):
        for j, v in enumerate(vectors):
            expected = case["squared_length"] if i == j else 0.0
            assert math.fsum(map(float.__mul__, u, v)) == pytest.approx(expected, abs=1e-14)


@pytest.mark.parametrize(
    ("shape", "matrix"),
    [
        ((2, 2), [[0.6, 0.8], [-0.8, 0.6]]),
        ((1, 2), [[0.6, 0.8]]),
        ((2, 1), [[0.6], [0.8]]),
    ],
)
def test_orthogonal_by_hand(shape, matrix):
    """What is drawn is made orthogonal vector by vector; what is along those before is drawn again."""

    class Given:
        def gauss(self, mean, std):
            return next(given)

    given = iter([3.0, 4.0, 6.0, 8.0, 1.0, 3.0])
    drawn = numbers(init.orthogonal_(rows(*shape), gain=2.0, generator=Given()))
    assert [w for row in drawn for w in row] == pytest.approx([2.0 * x for row in matrix for x in row])


@given(st.integers(1, 12), st.integers(1, 12), st.integers())
def test_orthogonal_for_all_shapes_and_seeds(fan_out, fan_in, seed):
    matrix = numbers(init.orthogonal_(rows(fan_out, fan_in), generator=Random(seed)))
    vectors = matrix if fan_out <= fan_in else list(zip(*matrix, strict=True))
    for i, u in enumerate(vectors):
        for j, v in enumerate(vectors):
            assert math.fsum(map(float.__mul__, u, v)) == pytest.approx(float(i == j), abs=1e-13)


@pytest.mark.parametrize("case", [c for c in REFERENCE["structured"] if c["init"] == "sparse_"], ids=str)
def test_sparse(case):
    generator = Watched()
    matrix = numbers(init.sparse_(rows(*case["shape"]), **case["options"], generator=generator))
    assert generator.asked[0] == ("normal", case["normal"])
    assert {column.count(0.0) for column in zip(*matrix, strict=True)} == {case["zeros_per_column"]}


# -- how layers use them ----------------------------------------------------------------------------------------------


def test_defaults_by_activation():
    for activation, expected in [
        ("relu", init.kaiming_uniform_),
        ("gelu", init.kaiming_uniform_),
        (functions.relu, init.kaiming_uniform_),
        (partial(functions.leaky_relu, negative_slope=0.2), init.kaiming_uniform_),
        ("selu", init.lecun_normal_),
        ("tanh", init.xavier_uniform_),
        ("sigmoid", init.xavier_uniform_),
        ("linear", init.xavier_uniform_),
        (None, init.xavier_uniform_),
        ("softmax", init.xavier_uniform_),
        (lambda x: x * x, init.xavier_uniform_),
    ]:
        weights = expected(rows(3, 2), generator=Random(5))
        assert numbers(nn.Layer(2, 3, activation, generator=Random(5)).weights) == numbers(weights)


@given(st.integers(1, 6), st.integers(1, 6), st.sampled_from([0.0, 0.25, 0.5, 1.0]), st.integers())
def test_sparse_for_all_shapes(fan_out, fan_in, sparsity, seed):
    matrix = numbers(init.sparse_(rows(fan_out, fan_in), sparsity, 0.5, Random(seed)))
    zeros = [column.count(0.0) for column in zip(*matrix, strict=True)]
    assert zeros == [math.ceil(sparsity * fan_out)] * fan_in


def test_a_layer_may_be_told():
    by_name = nn.Layer(2, 3, init="orthogonal", seed=1)
    by_function = nn.Layer(2, 3, init=init.orthogonal_, seed=1)
    assert numbers(by_name.weights) == numbers(by_function.weights)
    assert numbers(nn.Layer(2, 1, init=partial(init.constant_, val=0.5)).weights) == [[0.5, 0.5]]
    assert numbers(nn.Layer(2, 1, init="ones_").weights) == [[1.0, 1.0]]
    only_the_first = lambda weights, generator: setattr(weights[0][0], "data", 2.0)  # noqa: E731
    assert numbers([nn.Neuron(2, init=only_the_first).w]) == [[2.0, 0.0]]
    assert numbers(nn.Layer(2, 1, init=only_the_first).weights) == [[2.0, 0.0]]
    assert [w.data for w in nn.Neuron(3, init="zeros").w] == [0.0, 0.0, 0.0]
    assert all(numbers(layer.weights)[0][0] == 1.0 for layer in nn.MLP(2, [2, 1], init="ones").layers)
    with pytest.raises(ValueError, match="there is no initialiser 'xaver'; there are: constant, eye, kaiming_normal"):
        nn.Layer(2, 1, init="xaver")
    with pytest.raises(TypeError, match="init is a name, such as 'xavier_normal', or a function"):
        nn.Layer(2, 1, init=0.5)


def test_seeds():
    first = nn.MLP(2, [3, 1], seed=4).state_dict()
    assert nn.MLP(2, [3, 1], seed=4).state_dict() == first
    assert nn.MLP(2, [3, 1], generator=Random(4)).state_dict() == first
    assert nn.MLP(2, [3, 1], seed=5).state_dict() != first
    random.seed(1)
    unseeded = nn.MLP(2, [3, 1]).state_dict()
    random.seed(1)
    assert nn.MLP(2, [3, 1]).state_dict() == unseeded
    state = random.getstate()
    nn.MLP(2, [3, 1], seed=4)
    assert random.getstate() == state  # a seeded net leaves everybody else's random numbers alone
    with pytest.raises(ValueError, match="give a generator or a seed, not both"):
        nn.MLP(2, [1], generator=Random(0), seed=0)


def test_any_values_will_do_where_the_fans_do_not_matter():
    net = nn.MLP(2, [3, 1], seed=0)
    assert all(-0.1 <= p.data <= 0.1 for p in init.uniform_(net.parameters(), -0.1, 0.1))
    assert init.ones_(Value(0.0)).data == 1.0
    assert init.constant_({"a": (Value(0.0),)}, 2)["a"][0].data == 2.0


@pytest.mark.parametrize(
    ("call", "error", "message"),
    [
        (lambda: init.zeros_([1.0]), TypeError, "takes Values, such as layer.weights, not 1.0"),
        (lambda: init.xavier_uniform_([Value(0.0)]), ValueError, "fan in and fan out need a list of rows"),
        (lambda: init.lecun_normal_([[], []]), ValueError, "fan in and fan out need a list of rows"),
        (lambda: init.eye_([[Value(0.0)], [Value(0.0)] * 2]), ValueError, r"equally long, got lengths \[1, 2\]"),
        (lambda: init.kaiming_normal_(rows(1, 1), mode="fan"), ValueError, "Mode fan not supported, please use one of"),
        (lambda: init.kaiming_normal_(rows(1, 1), nonlinearity="swish"), ValueError, "Unsupported nonlinearity swish"),
        (lambda: init.sparse_(rows(1, 1), math.nextafter(1.0, 2.0)), ValueError, "from 0 to 1, not 1.0000000000000002"),
        (lambda: init.sparse_(rows(1, 1), -5e-324), ValueError, "from 0 to 1, not -5e-324"),
        (lambda: init.trunc_normal_(rows(1, 1), a=1.0, b=1.0), ValueError, "a < b, got std=1.0, a=1.0, b=1.0"),
        (lambda: init.trunc_normal_(rows(1, 1), std=-1.0), ValueError, "std > 0 and a < b, got std=-1.0"),
    ],
)
def test_errors(call, error, message):
    with pytest.raises(error, match=message):
        call()
