"""The losses: PyTorch's numbers and gradients, the laws of reductions, and what they say when they are misused.

The numbers are in data/loss_reference.json (made by make_loss_reference.py beside it, which says what the fields
mean). Where the gradient here is not PyTorch's there is an entry in DIFFERENT, with the reason.
"""

import inspect
import json
import math
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.examples import costly
from tinygrad_edu import Value, constant, nn
from tinygrad_edu.functions import softmax
from tinygrad_edu.functions import sum as total
from tinygrad_edu.graph import count
from tinygrad_edu.nested import flatten

REFERENCE = json.loads((Path(__file__).parent / "data" / "loss_reference.json").read_text())
COTANGENT = REFERENCE["header"]["cotangent"]
CASES = REFERENCE["cases"]
CLASSES = {"MaxMargin": nn.MaxMarginLoss}

# Gradients that are not PyTorch's: (case, input) -> why. The values are the same everywhere.
DIFFERENT = {
    ("BCELoss-4", "input"): "torch divides by max(x·(1 − x), 1e-12); here the derivative of the number one sees",
    ("BCELoss-4", "target"): "torch forgets in the derivative that it held the logarithm at −100",
    ("BCELoss-5", "input"): "as BCELoss-4: probabilities below 1e-12",
    ("BCELoss-5", "target"): "as BCELoss-4: 1e-60 is below exp(−100)",
    ("GaussianNLLLoss-3", "var"): "torch lets the gradient through where it holds the variance at eps; here it is 0",
    ("GaussianNLLLoss-6", "var"): "as GaussianNLLLoss-3",
    ("HingeEmbeddingLoss-3", "input"): "at the corner of max(0, ·) torch's clamp_min has slope 1, relu slope 0",
    ("MarginRankingLoss-3", "input1"): "as HingeEmbeddingLoss-3",
    ("MarginRankingLoss-3", "input2"): "as HingeEmbeddingLoss-3",
    ("MarginRankingLoss-3", "target"): "as HingeEmbeddingLoss-3",
    ("MarginRankingLoss-4", "input1"): "as HingeEmbeddingLoss-3",
    ("MarginRankingLoss-4", "input2"): "as HingeEmbeddingLoss-3",
    ("CosineEmbeddingLoss-4", "input1"): "as HingeEmbeddingLoss-3",
    ("CosineEmbeddingLoss-4", "input2"): "as HingeEmbeddingLoss-3",
    ("TripletMarginLoss-9", "anchor"): "as HingeEmbeddingLoss-3",
    ("TripletMarginLoss-9", "positive"): "as HingeEmbeddingLoss-3",
    ("TripletMarginLoss-9", "negative"): "as HingeEmbeddingLoss-3",
}


def decode(x):
    if isinstance(x, list):
        return [decode(v) for v in x]
    return float(x) if x in ("inf", "-inf", "nan") else x


def data(x):
    return [data(v) for v in x] if isinstance(x, list) else float(x)


def same(a, b):
    return math.isclose(a, b, rel_tol=1e-12, abs_tol=1e-15) or (a != a and b != b)


def computed(case, reduction):
    """The loss module on Values, and the gradient of each input that has one in the reference."""
    expected = case[reduction]
    inputs = {}
    for name, x in case["inputs"].items():
        leaves, rebuild = flatten(decode(x))
        inputs[name] = rebuild([Value(v) for v in leaves]) if name in expected["grad"] else decode(x)
    cls = CLASSES.get(case["loss"]) or getattr(nn, case["loss"])
    value = cls(**case["options"], reduction=reduction)(*inputs.values())
    leaves, _ = flatten(value)
    weighted = [c * v for c, v in zip(COTANGENT, leaves)] if reduction == "none" else leaves  # noqa: B905
    total(weighted).backward()
    return value, {name: [v.grad for v in flatten(inputs[name])[0]] for name in expected["grad"]}


RUNS = [
    pytest.param(case, reduction, id=f"{case['name']}-{reduction}")
    for case in CASES
    for reduction in ("none", "mean", "sum", "batchmean")
    if reduction in case and case["kind"] != "torch_fails"  # see test_finite_where_pytorch_overflows
]


@pytest.mark.parametrize(("case", "reduction"), RUNS)
def test_pytorchs_numbers_and_gradients(case, reduction):
    value, grads = computed(case, reduction)
    expected = flatten(decode(case[reduction]["value"]))[0]
    assert all(map(same, flatten(data(value))[0], expected)), (data(value), expected)
    for name, grad in grads.items():
        expected = flatten(decode(case[reduction]["grad"][name]))[0]
        if (case["name"], name) in DIFFERENT:
            assert all(map(math.isfinite, grad))
            continue
        pairs = [(g, e) for g, e in zip(grad, expected, strict=True) if e == e]  # torch's nan: 0·log 0 by the target
        assert all(same(g, e) for g, e in pairs), (name, grad, expected)
        assert all(map(math.isfinite, grad))


def test_the_differences_are_differences():
    """An entry of DIFFERENT that is not needed (any more) hides mistakes."""
    for name, key in DIFFERENT:
        case = next(case for case in CASES if case["name"] == name)
        pairs = []
        for reduction in ("none", "mean", "sum"):
            grad = computed(case, reduction)[1][key]
            pairs += zip(grad, flatten(decode(case[reduction]["grad"][key]))[0], strict=True)
        assert not all(same(g, e) for g, e in pairs), (name, key)


def test_every_loss_of_the_reference_is_there_and_no_other():
    torch_names = {case["loss"] for case in CASES} - {"MaxMargin"} | {"HingeLoss"}
    assert torch_names | {"MaxMarginLoss"} == {name for name in nn.loss_modules.__all__ if name != "Loss"}


def test_finite_where_pytorch_overflows():
    x = [Value(1000.0), Value(-750.0)]
    loss = nn.soft_margin_loss(x, [-1.0, 1.0], reduction="sum")
    loss.backward()
    assert loss.data == 1750.0
    assert [v.grad for v in x] == [1.0, -1.0]


def test_tails_that_pytorch_rounds_away():
    x = Value(-40.0)
    loss = nn.binary_cross_entropy_with_logits(x, 0.0)
    loss.backward()
    assert loss.data == pytest.approx(math.exp(-40.0), rel=1e-12, abs=0.0)
    assert x.grad == pytest.approx(math.exp(-40.0), rel=1e-12, abs=0.0)


# -- structure --------------------------------------------------------------------------------------------------------

FUNCTIONS = {name: getattr(nn, name) for part in (nn.losses, nn.classification, nn.margins) for name in part.__all__}
TWO_INPUTS = ["mse_loss", "l1_loss", "smooth_l1_loss", "huber_loss", "half_squared_error", "poisson_nll_loss", "kl_div"]
numbers = st.floats(-5.0, 5.0)
batches = st.integers(1, 3).flatmap(
    lambda n: st.lists(st.lists(st.tuples(numbers, numbers), min_size=n, max_size=n), min_size=1, max_size=4)
)


@pytest.mark.parametrize("name", TWO_INPUTS)
@costly(60)  # as much for each of seven losses
@given(batch=batches)
def test_laws_of_reduction(name, batch):
    """sum and mean are the sum and mean of none; a batch has the terms of its rows; numbers give what Values give."""
    loss = FUNCTIONS[name]
    x = [[a for a, _ in row] for row in batch]
    t = [[abs(b) for _, b in row] for row in batch]
    none = loss(x, t, reduction="none")
    terms = [term for row in none for term in row]
    assert none == [loss(a, b, reduction="none") for a, b in zip(x, t, strict=True)]
    assert terms == [loss(a, b, reduction="sum") for a, b in zip(flatten(x)[0], flatten(t)[0], strict=True)]
    assert loss(x, t, reduction="sum") == pytest.approx(sum(terms), rel=1e-12, abs=1e-12)
    assert loss(x, t, reduction="mean") == pytest.approx(sum(terms) / len(terms), rel=1e-12, abs=1e-12)
    assert loss([[Value(a) for a in row] for row in x], t, reduction="mean").data == loss(x, t, reduction="mean")


@given(st.lists(st.tuples(st.lists(numbers, min_size=3, max_size=3), st.integers(0, 2)), min_size=1, max_size=5))
def test_cross_entropy_is_nll_of_log_softmax(examples):
    rows, targets = [x for x, _ in examples], [t for _, t in examples]
    logs = [[math.log(p) for p in softmax(row)] for row in rows]
    for reduction in ("mean", "sum", "none"):
        direct = nn.cross_entropy(rows, targets, [0.5, 1.0, 2.0], reduction=reduction)
        assert direct == pytest.approx(nn.nll_loss(logs, targets, [0.5, 1.0, 2.0], reduction=reduction), abs=1e-12)
    one_hot = [[float(c == t) for c in range(3)] for t in targets]
    assert nn.cross_entropy(rows, targets) == pytest.approx(nn.cross_entropy(rows, one_hot), rel=1e-12)


@given(st.lists(st.tuples(numbers, st.booleans()), min_size=1, max_size=5))
def test_bce_with_logits_is_bce_of_sigmoid(examples):
    x, t = [a for a, _ in examples], [float(b) for _, b in examples]
    probabilities = [1.0 / (1.0 + math.exp(-a)) for a in x]
    expected = nn.binary_cross_entropy(probabilities, t)
    assert nn.binary_cross_entropy_with_logits(x, t) == pytest.approx(expected, rel=1e-9)


def test_class_and_function_have_the_same_settings():
    for name in nn.loss_modules.__all__:
        cls = getattr(nn, name)
        if cls is nn.Loss:
            continue
        of_function = [p for p in inspect.signature(cls.function).parameters.values() if p.default is not p.empty]
        of_class = list(inspect.signature(cls).parameters.values())
        assert [(p.name, p.default) for p in of_class] == [(p.name, p.default) for p in of_function]
        assert cls.__doc__.startswith(f"``nn.{cls.function.__name__}``")
    assert nn.HuberLoss("sum", 0.5)([2.0], [0.0]) == nn.huber_loss([2.0], [0.0], "sum", 0.5)


def test_a_class_takes_settings_and_its_call_the_inputs():
    loss = nn.CrossEntropyLoss([1.0, 3.0], label_smoothing=0.1)
    assert repr(loss) == "CrossEntropyLoss(weight=[1.0, 3.0], label_smoothing=0.1)"
    assert loss.parameters() == []
    assert inspect.signature(loss).bind([0.5, -0.5], 1)
    assert loss([0.5, -0.5], 1) == nn.cross_entropy([0.5, -0.5], 1, [1.0, 3.0], label_smoothing=0.1)
    with pytest.raises(TypeError, match=r"MSELoss\(reduction='mean'\): got an unexpected keyword argument 'beta'"):
        nn.MSELoss(beta=1.0)


def test_a_loss_of_ones_own():
    class Cubed(nn.Loss):
        function = staticmethod(lambda input, target, power=3: nn.l1_loss(input, target) ** power)

    assert Cubed()([2.0], [0.0]) == 8.0
    assert Cubed(power=2)([2.0], [0.0]) == 4.0


def test_the_articles_error_has_the_articles_names():
    out = [Value(0.2, "out_o1"), Value(0.4, "out_o2"), Value(0.4), Value(0.4, "y")]
    total_error = nn.half_squared_error(out, [0.0, 1.0, constant(0.5, "t"), 0.0])
    assert total_error.label == "E_total"
    assert [e.label for e in total_error.inputs] == ["E_o1", "E_o2", "E_3", "E_y"]
    half, squared = total_error.inputs[0].inputs
    assert (half.data, squared.inputs[0].inputs[0].label) == (0.5, "t1")
    assert nn.half_squared_error(out, [0.0] * 4, "none")[0].label == "E_o1"
    assert nn.half_squared_error(1.0, 0.0) == 0.5


def test_other_losses_are_called_loss():
    x = [Value(0.2), Value(0.4)]
    assert nn.mse_loss(x, [1.0, 0.0]).label == "loss"
    assert nn.cross_entropy(x, 0).label == "loss"
    assert x[0].label == ""  # and the terms of "none", which may be inputs themselves, keep what they have
    assert nn.hinge_embedding_loss(x, [1, 1], reduction="none")[0] is x[0]


def test_the_usual_cross_entropy_is_small():
    x = [Value(float(i)) for i in range(5)]
    for reduction in ("sum", "mean"):  # the mean of one example is not divided by 1
        assert count(nn.cross_entropy(x, 3, reduction=reduction)) == 5 + 2 + 1  # logsumexp, minus, sum
    mean = nn.cross_entropy([x, x], [1, 3])
    assert (mean.op.name, mean.inputs[0].op.name, count(mean)) == ("div", "sum", 5 + 2 * 2 + 1 + 2)


def test_triplets_are_three_lists_of_one_shape():
    shapes = r"anchor has shape \(2,\) and positive has shape \(2,\) and negative has shape \(3,\)"
    with pytest.raises(ValueError, match=f"triplet_margin_loss: {shapes}; they have to be equal"):
        nn.triplet_margin_loss([1.0, 2.0], [1.0, 2.0], [1.0, 2.0, 3.0])


def test_eps_is_added_from_the_positive_to_the_negative():
    """|10 - 0 + 1| - |0 - 2 + 1| + 1, as PyTorch takes the differences; the anchor is further from the negative."""
    assert nn.triplet_margin_loss([10.0], [0.0], [2.0], eps=1.0, swap=True) == 11.0


@given(st.lists(st.tuples(numbers, numbers, numbers), min_size=1, max_size=4))
def test_the_norms_of_triplets(points):
    """The norms fall with p, down to the largest difference at p = ∞."""
    a, b, c = ([point[i] for point in points] for i in range(3))
    distances = [nn.triplet_margin_loss(a, b, a, p=p, eps=0.0, margin=0.0) for p in (1.0, 2.0, 3.0, math.inf)]
    assert distances[-1] == max(abs(x - y) for x, y in zip(a, b, strict=True))
    assert all(near <= far * (1.0 + 1e-12) + 1e-12 for far, near in pairwise(distances))
    assert nn.triplet_margin_loss(a, b, c, p=math.inf) >= 0.0


class Array:
    """What NumPy's arrays have in common with this: no list, but a tolist()."""

    def __init__(self, items):
        self.items = items

    def tolist(self):
        return self.items


def test_arrays_are_taken():
    x = [[Value(0.5), Value(1.5)]]
    assert nn.mse_loss(x, Array([[0.0, 1.0]])).data == 0.25
    assert nn.cross_entropy(x, Array([1])).data == nn.cross_entropy(x, [1]).data
    assert nn.gaussian_nll_loss(x, Array([[0.0, 1.0]]), Array([1.0])).data == 0.125


def test_targets_may_be_learned():
    x, t = [0.5, -0.5], [Value(0.25), Value(0.75)]
    nn.cross_entropy(x, t).backward()
    assert t[1].grad == pytest.approx(math.log(1.0 + math.exp(1.0)))
    nn.kl_div([-1.0], [zero := Value(0.0)]).backward()
    assert zero.grad == 1.0  # finite, where torch has nan


# -- misuse -----------------------------------------------------------------------------------------------------------

OUT = [[Value(0.1)], [Value(0.2)], [Value(0.3)]]  # of a net with one output: three lists of one
WRONG = [
    (nn.mse_loss, ([1.0, 2.0], [1.0]), ValueError, r"mse_loss: input has shape \(2,\) and target has shape \(1,\)"),
    (nn.mse_loss, (OUT, [1.0, 0.0, 1.0]), ValueError, r"unpack the lists of one, as in \[net\(x\)\[0\] for x in xs\]"),
    (nn.mse_loss, ([[1.0, 2.0]], [1.0, 2.0]), ValueError, "unpack the lists of one"),
    (nn.mse_loss, ([[1.0, 2.0]], [1.0]), ValueError, "they have to be equal$"),
    (nn.mse_loss, ([[1.0, 2.0], [3.0, 4.0]], [1.0]), ValueError, "they have to be equal$"),
    (nn.cross_entropy, ([], 0), ValueError, r"or for a batch a list of such lists; got shape \(0,\)"),
    (nn.cross_entropy, ([[], []], [0, 0]), ValueError, r"or for a batch a list of such lists; got shape \(2, 0\)"),
    (nn.cross_entropy, ([[[1.0]]], [0]), ValueError, r"or for a batch a list of such lists; got shape \(1, 1, 1\)"),
    (nn.cross_entropy, ([1.0], 0, None, -100, "mean", -5e-324), ValueError, "between 0.0 and 1.0. Got: -5e-324"),
    (nn.huber_loss, (1.0, 0.0, "mean", math.nan), ValueError, "non-positive values for delta, got nan"),
    (nn.smooth_l1_loss, (1.0, 0.0, "mean", -5e-324), ValueError, "negative values for beta, got -5e-324"),
    (nn.gaussian_nll_loss, ([1.0], [1.0], 1.0, False, math.nan), ValueError, "eps must be greater than 0, got nan"),
    (nn.mse_loss, ([[1.0], [1.0, 2.0]], [1.0]), ValueError, r"is ragged: its items have the shapes \(1,\), \(2,\)"),
    (nn.mse_loss, ([], []), ValueError, "the input is empty"),
    (nn.mse_loss, (None, 1.0), TypeError, "input is a number, a Value or a list of them, not NoneType None"),
    (nn.mse_loss, ([1.0], [1.0], "average"), ValueError, "average is not a valid value for reduction"),
    (nn.huber_loss, (1.0, 0.0, "mean", 0.0), ValueError, "non-positive values for delta, got 0.0"),
    (nn.smooth_l1_loss, (1.0, 0.0, "mean", -1.0), ValueError, "negative values for beta, got -1.0"),
    (nn.binary_cross_entropy, ([1.5], [1.0]), ValueError, "elements of input should be between 0 and 1, got 1.5"),
    (nn.binary_cross_entropy, ([0.5], [-1.0]), ValueError, "elements of target should be between 0 and 1, got -1.0"),
    (nn.binary_cross_entropy, ([0.5], [1.0], [1.0, 2.0]), ValueError, r"weight has shape \(2,\), which does not fit"),
    (nn.gaussian_nll_loss, ([1.0], [1.0], [-1.0]), ValueError, "var has negative entry/entries: -1.0"),
    (
        nn.gaussian_nll_loss,
        ([1.0, 2.0], [1.0, 2.0], [1.0] * 3),
        ValueError,
        r"^gaussian_nll_loss: var has shape \(3,\), which does not fit the input's \(2,\)",
    ),
    (nn.gaussian_nll_loss, ([1.0], [1.0], 1.0, False, 0.0), ValueError, "eps must be greater than 0, got 0.0"),
    (nn.cross_entropy, ([1.0, 2.0], 2), ValueError, "Target 2 is out of bounds: there are 2 classes, from 0 to 1"),
    (nn.cross_entropy, ([1.0, 2.0], -1), ValueError, "Target -1 is out of bounds"),
    (nn.cross_entropy, ([1.0, 2.0], 1.0), TypeError, "a class is given by its number, an int, not 1.0"),
    (nn.cross_entropy, ([[1.0, 2.0]], [0, 1]), ValueError, r"shape \(1, 2\) and target has shape \(2,\), expected"),
    (nn.cross_entropy, (1.0, 0), ValueError, r"or for a batch a list of such lists; got shape \(\)"),
    (nn.cross_entropy, ([1.0, 2.0], 0, [1.0] * 3), ValueError, r"weight has shape \(3,\), which does not fit"),
    (
        nn.binary_cross_entropy_with_logits,
        ([1.0, 2.0], [1.0, 0.0], None, "mean", [1.0] * 3),
        ValueError,
        r"^binary_cross_entropy_with_logits: pos_weight has shape \(3,\), which does not fit the input's \(2,\)",
    ),
    (nn.cross_entropy, ([1.0], 0, None, -100, "mean", 1.5), ValueError, "between 0.0 and 1.0. Got: 1.5"),
    (nn.nll_loss, ([[-1.0, -2.0]], [[0.5, 0.5]]), ValueError, r"expected \(1,\)"),
    (nn.hinge_loss, ([1.0], [0.0]), ValueError, "hinge_loss: a target is 1 or -1, got 0"),
    (nn.hinge_loss, ([1.0], [Value(0.0)]), ValueError, "hinge_loss: a target is 1 or -1, got 0"),
    (nn.binary_cross_entropy, ([Value(1.5)], [1.0]), ValueError, "elements of input should be between 0 and 1, got"),
    (nn.soft_margin_loss, ([1.0], [0.0]), ValueError, "soft_margin_loss: a target is 1 or -1, got 0"),
    (nn.multi_margin_loss, ([1.0, 2.0], 0, 3), ValueError, "only p == 1 and p == 2 supported, got 3"),
    (
        nn.multi_margin_loss,
        ([1.0, 2.0], 0, 1, 1.0, [1.0] * 3),
        ValueError,
        r"^multi_margin_loss: weight has shape \(3,\), which does not fit the input's \(2,\)",
    ),
    (nn.multilabel_margin_loss, ([1.0, 2.0], [5, -1]), ValueError, "Target 5 is out of bounds"),
    (nn.cosine_embedding_loss, ([1.0], [1.0, 2.0], 1), ValueError, r"input1 has shape \(1,\) and input2"),
    (
        nn.multilabel_margin_loss,
        ([1.0, 2.0], [0]),
        ValueError,
        r"multilabel_margin_loss: input has shape \(2,\) and target has shape \(1,\)",
    ),
    (
        nn.multilabel_soft_margin_loss,
        ([[1.0, 2.0]], [1.0]),
        ValueError,
        r"multilabel_soft_margin_loss: input has shape \(1, 2\) and target has shape \(1,\)",
    ),
]


@pytest.mark.parametrize(("loss", "arguments", "error", "message"), WRONG)
def test_errors_say_what_happened(loss, arguments, error, message):
    with pytest.raises(error, match=message):
        loss(*arguments)


def test_a_variance_for_each_row():
    x, t = [[0.0, 2.0], [0.0, 2.0]], [[0.0, 0.0], [0.0, 0.0]]
    rows = nn.gaussian_nll_loss(x, t, [1.0, 4.0], reduction="none")
    assert [y for row in rows for y in row] == pytest.approx([0.0, 2.0, math.log(2.0), math.log(2.0) + 0.5])
    three = nn.gaussian_nll_loss([*x, [0.0, 2.0]], [*t, [0.0, 0.0]], [1.0, 4.0, 1.0], reduction="none")
    assert three == [*rows, rows[0]]


def test_both_sides_of_the_bounds():
    assert nn.huber_loss(1.0, 0.0, "sum", 1e-9) == pytest.approx(1e-9)
    assert nn.cross_entropy([1.0, 1.0], 0, label_smoothing=1.0) == pytest.approx(math.log(2.0))
    deep = nn.gaussian_nll_loss([[[1.0, 3.0], [0.0, 2.0]]] * 2, [[[0.0, 0.0]] * 2] * 2, [[1.0, 2.0], [4.0, 0.5]])
    of_each = [0.5 * (math.log(v) * 2.0 + s / v) for v, s in ((1.0, 10.0), (2.0, 4.0), (4.0, 10.0), (0.5, 4.0))]
    assert deep == pytest.approx(sum(of_each) / 8.0, rel=1e-12)  # a variance for each list of two
    assert nn.gaussian_nll_loss([1.0], [1.0], [0.0], eps=1e-300) == pytest.approx(0.5 * math.log(1e-300))
    assert nn.binary_cross_entropy([0.0, 1.0], [0.0, 1.0]) == 0.0


def test_vectors_of_a_millionth():
    """1e-12, which is added to the squares of the lengths, is as much as these squares are."""
    vector = [1e-6, 0.0]
    assert nn.cosine_embedding_loss(vector, vector, 1) == pytest.approx(0.5, rel=1e-9)
    assert nn.cosine_embedding_loss(vector, [0.0, 1.0], -1) == 0.0
    assert nn.cosine_embedding_loss(vector, [1.0, 0.0], 1) == pytest.approx(1.0 - math.sqrt(0.5), rel=1e-9)
    assert nn.cosine_embedding_loss([1.0, 0.0], vector, 1) == pytest.approx(1.0 - math.sqrt(0.5), rel=1e-9)


def test_all_targets_ignored():
    x = [[Value(1.0), Value(2.0)]]
    loss = nn.cross_entropy(x, [-100])
    loss.backward()
    assert math.isnan(loss.data)
    assert [v.grad for v in x[0]] == [0.0, 0.0]


def test_a_row_that_does_not_count_is_0_whatever_its_numbers():
    for score in (0.0, math.inf, math.nan):
        rows = [[Value(score), Value(2.0)], [Value(1.0), Value(-1.0)]]
        loss = nn.cross_entropy(rows, [-100, 0], reduction="none")
        assert loss[0].data == 0.0
        loss[0].backward()
        assert rows[0][0].grad == 0.0


def test_a_single_class():
    """Of which everybody is sure; a row that is not counted counts for nothing there, too."""
    assert nn.cross_entropy([[1.0], [2.0]], [-100, 0]) == 0.0
    assert nn.cross_entropy([3.0], 0) == nn.multilabel_margin_loss([3.0], [0]) == nn.multi_margin_loss([3.0], 0) == 0.0


def test_batchmean_of_a_single_number_is_the_number():
    alone = [nn.kl_div(math.log(0.25), 0.5, reduction=reduction) for reduction in ("batchmean", "sum")]
    assert float(alone[0]) == float(alone[1]) == pytest.approx(0.5 * math.log(2.0))
