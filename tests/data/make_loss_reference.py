"""Make loss_reference.json: PyTorch's losses and their gradients in float64, so that tests need no PyTorch.

Run `python tests/data/make_loss_reference.py` where torch 2.13 is installed; it rewrites the file beside itself.

A case is a loss (torch.nn's name), its options without `reduction`, and its inputs by the names of torch's forward
arguments, in their order. Under every reduction ("none", "mean", "sum"; for KLDivLoss also "batchmean") stand
"value" and "grad": the derivative with respect to each input that torch differentiates (no entry where it gives
none). With reduction "none" that is the derivative of sum(c[k] * value[k]) over the values in row-major order, where c
is header "cotangent".

"kind" says what may be compared how: "smooth" is an ordinary point; "kink" touches a corner, where the gradient is
torch's choice among the subgradients, or a clamp that torch's gradient ignores; "hard" has extreme inputs (logits of
+-1000, probabilities 0 and 1, empty means) where only a careful formula gets the finite result, or where torch clamps.
Smooth and kink cases agree with exact arithmetic to 1e-13 of the larger of 1 and the number. In hard cases torch itself
may lose what lies below 1e-16 (it returns 0 for log(1 + exp(-40)) where 40 - 40 cancels): allow 1e-15 absolute there.
"torch_fails" marks inputs where torch overflows although the exact result, in "note", is finite.

Two losses are not in torch.nn and are composed here: "HalfSquaredError", 0.5*sum((target - input)^2), and "MaxMargin",
micrograd's relu(1 - target*input) for targets of +-1; their reductions mean the same as elsewhere.
"""
import warnings

import torch
from _reference_json import versions, write

COTANGENT = [1.0, -0.5, 2.0, 0.25, -1.5, 0.75, 1.25, -2.0, 0.5, 3.0, -0.25, 1.5, -1.0, 0.125, 2.5, -0.75, 1.75, 0.375,
             -3.0, 0.625]
SMOOTH, KINK, HARD, TORCH_FAILS = "smooth", "kink", "hard", "torch_fails"

# -- inputs -----------------------------------------------------------------------------------------------------------

X5, Y5 = [0.5, -1.25, 2.0, 0.3, -0.7], [0.75, -1.0, -0.5, 1.9, -0.71]
X43 = [[0.4, -1.3, 2.2], [-0.6, 0.9, 0.1], [1.7, -2.4, 0.55], [0.05, 0.35, -0.85]]
Y43 = [[0.1, -0.7, 1.2], [-1.6, 0.95, 0.8], [1.9, 0.4, 0.5], [-0.45, 0.3, -2.85]]
SIGNS = [1.0, -1.0, 1.0, -1.0, 1.0]

LOGITS = [[0.2, -1.1, 0.7, 1.5], [2.3, 0.4, -0.9, -0.2], [-0.5, 0.6, 0.1, -1.7], [1.2, 1.3, -2.1, 0.9],
          [0.0, -0.4, 0.8, 0.3]]
CLASSES = [3, 0, 1, 1, 2]
SOFT_CLASSES = [[0.1, 0.2, 0.3, 0.4], [0.7, 0.1, 0.1, 0.1], [0.0, 1.0, 0.0, 0.0], [0.25, 0.25, 0.25, 0.25],
                [0.05, 0.0, 0.9, 0.05]]
CLASS_WEIGHTS = [0.5, 2.0, 1.0, 1.5]
EQUAL_LOGITS = [[1.0, 1.0, 1.0], [-3.0, -3.0, -3.0]]
BIG_LOGITS = [[1000.0, 0.0, -1000.0], [1000.0, 0.0, -1000.0], [-1000.0, -1000.0, -1000.0], [1000.0, 1000.0, 0.0]]
BIG_CLASSES = [0, 2, 1, 0]
LOG_PROBABILITIES = [[-1.2, -0.9, -2.3, -1.6], [-0.3, -2.2, -3.1, -2.8], [-1.5, -1.1, -1.9, -1.2],
                     [-2.6, -0.4, -2.0, -2.2], [-1.0, -1.7, -1.3, -1.8]]

PROBABILITIES, BITS = [0.9, 0.2, 0.65, 0.01, 0.5], [1.0, 0.0, 1.0, 0.0, 1.0]
SOFT_BITS = [0.8, 0.1, 0.55, 0.3, 0.5]
LOGITS43 = [[0.4, -1.3, 2.2], [-0.6, 0.9, 0.1], [3.7, -5.4, 0.55], [0.05, -0.35, -0.85]]
BITS43 = [[1.0, 0.0, 1.0], [0.0, 1.0, 1.0], [0.0, 0.0, 1.0], [1.0, 0.0, 0.0]]
HARD_LOGITS = [1000.0, -1000.0, 1000.0, -1000.0, 40.0, -40.0, 40.0, -40.0, 710.0, -750.0, 1e-300, 0.0]
HARD_BITS = [1.0, 0.0, 0.0, 1.0, 1.0, 0.0, 0.0, 1.0, 0.0, 1.0, 1.0, 0.5]

LOG_INPUT = [[-1.2, -0.8, -1.5], [-0.4, -2.1, -1.7], [-1.0, -1.1, -1.3], [-3.2, -0.2, -2.2]]
DISTRIBUTION = [[0.2, 0.5, 0.3], [0.6, 0.15, 0.25], [1.0, 0.0, 0.0], [0.05, 0.9, 0.05]]
LOG_DISTRIBUTION = [[-1.6, -0.7, -1.2], [-0.5, -1.9, -1.4], [-0.9, -1.0, -1.5], [-3.0, -0.1, -3.1]]

RATES, COUNTS = [0.5, 1.25, 3.0, 0.1, 2.2], [0.0, 1.5, 4.0, 2.0, 7.0]
MEANS, VARIANCES = [0.5, -1.2, 2.0, 0.3, 1.1], [0.4, 1.5, 0.09, 2.0, 1.0]

V1 = [[0.3, -1.2, 0.8], [1.1, 0.4, -0.6], [-0.7, 0.2, 1.5], [0.9, -0.3, 0.25]]
V2 = [[0.5, -0.9, 1.1], [-0.2, 0.7, 0.35], [0.6, -1.4, 0.1], [1.3, -0.6, 0.15]]
V3 = [[-0.4, 0.6, 0.2], [0.95, 0.5, -1.1], [-0.3, 0.1, 0.9], [-1.2, 0.75, 0.05]]
SIGNS4 = [1.0, -1.0, -1.0, 1.0]

# -- cases: (loss, options, inputs[, kind[, note]]) -------------------------------------------------------------------


def it(x, y):
    return {"input": x, "target": y}


def both(loss, options=({},)):
    """A regression loss on a vector and on a matrix, for every set of options."""
    return [(loss, o, it(x, y)) for o in options for x, y in ((X5, Y5), (X43, Y43))]


def regression():
    yield from both("MSELoss")
    yield from both("HalfSquaredError")
    yield from both("L1Loss")
    yield "L1Loss", {}, it([0.5, -1.0, 2.0, 0.0], [0.5, -1.0, 1.0, 0.0]), KINK
    yield from both("SmoothL1Loss", ({}, {"beta": 0.5}, {"beta": 3.0}, {"beta": 0.0}))
    yield "SmoothL1Loss", {}, it([1.0, -1.0, 0.5, 2.0], [0.0, 0.0, 0.5, 1.0]), KINK
    yield "SmoothL1Loss", {"beta": 0.0}, it([1.0, -1.0, 0.5], [1.0, 0.0, 0.5]), KINK
    yield from both("HuberLoss", ({}, {"delta": 0.3}, {"delta": 2.5}))
    yield "HuberLoss", {"delta": 0.5}, it([0.5, -0.5, 0.25, 1.0], [0.0, 0.0, 0.25, 0.5]), KINK


def classification():
    yield "CrossEntropyLoss", {}, it(LOGITS, CLASSES)
    yield "CrossEntropyLoss", {"weight": CLASS_WEIGHTS}, it(LOGITS, CLASSES)
    yield "CrossEntropyLoss", {"label_smoothing": 0.1}, it(LOGITS, CLASSES)
    yield "CrossEntropyLoss", {"weight": CLASS_WEIGHTS, "label_smoothing": 0.25}, it(LOGITS, CLASSES)
    yield "CrossEntropyLoss", {}, it(LOGITS, [3, -100, 1, -100, 2])
    yield "CrossEntropyLoss", {"ignore_index": 1}, it(LOGITS, CLASSES)
    yield ("CrossEntropyLoss", {"weight": CLASS_WEIGHTS, "ignore_index": 1, "label_smoothing": 0.2},
           it(LOGITS, CLASSES))
    yield "CrossEntropyLoss", {}, it(LOGITS, SOFT_CLASSES)
    yield "CrossEntropyLoss", {"weight": CLASS_WEIGHTS}, it(LOGITS, SOFT_CLASSES)
    yield "CrossEntropyLoss", {"weight": CLASS_WEIGHTS, "label_smoothing": 0.1}, it(LOGITS, SOFT_CLASSES)
    yield "CrossEntropyLoss", {}, it(LOGITS[0], 3)
    yield "CrossEntropyLoss", {}, it(LOGITS[0], SOFT_CLASSES[0])
    yield "CrossEntropyLoss", {}, it(EQUAL_LOGITS, [0, 2])
    yield "CrossEntropyLoss", {}, it(BIG_LOGITS, BIG_CLASSES), HARD
    yield "CrossEntropyLoss", {"label_smoothing": 0.1}, it(BIG_LOGITS, BIG_CLASSES), HARD
    yield "CrossEntropyLoss", {}, it(LOGITS[:2], [-100, -100]), HARD
    yield "NLLLoss", {}, it(LOG_PROBABILITIES, CLASSES)
    yield "NLLLoss", {"weight": CLASS_WEIGHTS}, it(LOG_PROBABILITIES, CLASSES)
    yield "NLLLoss", {"ignore_index": 1}, it(LOG_PROBABILITIES, CLASSES)
    yield "NLLLoss", {"weight": CLASS_WEIGHTS, "ignore_index": 2}, it(LOG_PROBABILITIES, CLASSES)
    yield "NLLLoss", {}, it(LOG_PROBABILITIES[1], 2)
    yield "NLLLoss", {}, it(LOG_PROBABILITIES[:2], [-100, -100]), HARD


def binary():
    yield "BCELoss", {}, it(PROBABILITIES, BITS)
    yield "BCELoss", {}, it(PROBABILITIES, SOFT_BITS)
    yield "BCELoss", {"weight": [0.5, 2.0, 1.0, 3.0, 0.25]}, it(PROBABILITIES, BITS)
    yield "BCELoss", {}, it([0.0, 1.0, 0.0, 1.0, 0.0, 1.0], [0.0, 1.0, 1.0, 0.0, 0.5, 0.5]), HARD
    yield "BCELoss", {}, it([1e-60, 1e-13, 1e-40, 0.9999999999999999], [1.0, 1.0, 0.0, 0.0]), HARD
    yield "BCEWithLogitsLoss", {}, it(X5, BITS)
    yield "BCEWithLogitsLoss", {}, it(LOGITS43, BITS43)
    yield "BCEWithLogitsLoss", {}, it(X5, SOFT_BITS)
    yield "BCEWithLogitsLoss", {"weight": [0.5, 2.0, 1.0, 3.0, 0.25]}, it(X5, BITS)
    yield "BCEWithLogitsLoss", {"pos_weight": [3.0, 0.5, 2.0]}, it(LOGITS43, BITS43)
    yield "BCEWithLogitsLoss", {"weight": [0.5, 1.5, 2.5], "pos_weight": [3.0, 0.5, 2.0]}, it(LOGITS43, BITS43)
    yield "BCEWithLogitsLoss", {}, it(HARD_LOGITS, HARD_BITS), HARD
    yield "BCEWithLogitsLoss", {"pos_weight": [2.5]}, it(HARD_LOGITS, HARD_BITS), HARD
    yield "SoftMarginLoss", {}, it(X5, SIGNS)
    yield "SoftMarginLoss", {}, it(X43, [[1.0, -1.0, 1.0], [-1.0, -1.0, 1.0], [1.0, 1.0, -1.0], [-1.0, 1.0, -1.0]])
    yield "SoftMarginLoss", {}, it([1000.0, -1000.0, -40.0, 40.0, 700.0], [1.0, -1.0, -1.0, -1.0, -1.0]), HARD
    yield ("SoftMarginLoss", {}, it([1000.0, -750.0], [-1.0, 1.0]), TORCH_FAILS,
           "exact: values 1000 and 750, derivatives by input 1 and -1 (times the cotangent, over 2 for the mean)")
    yield "MaxMargin", {}, it(X5, SIGNS)
    yield "MaxMargin", {}, it([1.0, -1.0, 1.0, 0.0], [1.0, -1.0, -1.0, 1.0]), KINK


def distributions():
    yield "KLDivLoss", {}, it(LOG_INPUT, DISTRIBUTION)
    yield "KLDivLoss", {}, it(X5, [0.3, 0.2, 0.1, 0.15, 0.25])
    yield "KLDivLoss", {"log_target": True}, it(LOG_INPUT, LOG_DISTRIBUTION)
    for log_input in (True, False):
        for full in (False, True):
            yield "PoissonNLLLoss", {"log_input": log_input, "full": full}, it(RATES, COUNTS)
    yield "PoissonNLLLoss", {"log_input": False, "eps": 0.01}, it(RATES, COUNTS)
    yield "PoissonNLLLoss", {}, it(X43, [[0.0, 1.0, 2.0], [3.0, 0.5, 1.5], [5.0, 0.0, 1.0], [2.0, 10.0, 0.25]])
    yield "PoissonNLLLoss", {"full": True}, it([0.5, -1.0], [1.0, 1.0]), KINK
    yield "PoissonNLLLoss", {"log_input": False}, it([0.0, 0.0, 1e-9], [0.0, 2.0, 1.0]), HARD
    for options in ({}, {"full": True}, {"eps": 0.5}):
        kind = KINK if "eps" in options else SMOOTH
        yield "GaussianNLLLoss", options, {**it(MEANS, Y5), "var": VARIANCES}, kind
    yield "GaussianNLLLoss", {}, {**it(X43, Y43), "var": [[0.5, 1.2, 2.0], [0.3, 0.9, 1.0], [1.5, 0.2, 0.7],
                                                          [2.5, 0.6, 1.1]]}
    yield "GaussianNLLLoss", {}, {**it(X43, Y43), "var": [[0.5], [1.2], [2.0], [0.3]]}
    yield "GaussianNLLLoss", {}, {**it([0.5, 1.0, -0.5], [0.5, 1.001, 0.5]), "var": [0.0, 1e-7, 1e-6]}, HARD


def margins():
    yield "HingeEmbeddingLoss", {}, it(X5, SIGNS)
    yield "HingeEmbeddingLoss", {"margin": 2.5}, it(X5, SIGNS)
    yield "HingeEmbeddingLoss", {}, it([1.0, 1.0, 0.0], [-1.0, 1.0, -1.0]), KINK
    pair = {"input1": X5, "input2": Y5, "target": SIGNS}
    yield "MarginRankingLoss", {}, pair
    yield "MarginRankingLoss", {"margin": 0.5}, pair
    yield ("MarginRankingLoss", {"margin": 0.5},
           {"input1": [1.0, 2.0, 0.0], "input2": [0.5, 2.0, 0.5], "target": [1.0, -1.0, -1.0]}, KINK)
    yield ("MarginRankingLoss", {}, {"input1": [1.0, -2.0], "input2": [1.0, -2.0], "target": [1.0, -1.0]}, KINK)
    for options in ({}, {"p": 2}, {"margin": 0.45}, {"weight": CLASS_WEIGHTS}, {"p": 2, "weight": CLASS_WEIGHTS}):
        yield "MultiMarginLoss", options, it(LOGITS, CLASSES)
    yield "MultiMarginLoss", {}, it(LOGITS[1], 2)
    yield "MultiMarginLoss", {}, it([[2.0, 1.0, 0.5], [0.0, 1.0, 2.0]], [0, 1]), KINK
    yield "MultiLabelMarginLoss", {}, it(LOGITS, [[3, 0, -1, 1], [1, -1, 0, 0], [0, 1, 2, 3], [2, 1, 0, -1],
                                                  [-1, 2, 2, 2]])
    yield "MultiLabelMarginLoss", {}, it(LOGITS[0], [3, 0, -1, 1])
    yield "MultiLabelMarginLoss", {}, it([[2.0, 1.0, 0.5]], [[0, -1, -1]]), KINK
    labels = [[1.0, 0.0, 0.0, 1.0], [0.0, 1.0, 0.0, 0.0], [1.0, 1.0, 1.0, 0.0], [0.0, 0.0, 0.0, 0.0],
              [1.0, 1.0, 1.0, 1.0]]
    yield "MultiLabelSoftMarginLoss", {}, it(LOGITS, labels)
    yield "MultiLabelSoftMarginLoss", {"weight": CLASS_WEIGHTS}, it(LOGITS, labels)
    yield "MultiLabelSoftMarginLoss", {}, it([[1000.0, -1000.0], [40.0, -40.0]], [[0.0, 1.0], [1.0, 0.0]]), HARD


def distances():
    for options in ({}, {"margin": 0.3}):
        yield "CosineEmbeddingLoss", options, {"input1": V1, "input2": V2, "target": SIGNS4}
    yield "CosineEmbeddingLoss", {}, {"input1": V1[0], "input2": V2[0], "target": 1.0}
    yield ("CosineEmbeddingLoss", {},
           {"input1": [[1.0, 0.0], [0.0, 0.0]], "input2": [[0.0, 2.0], [1.0, 2.0]], "target": [-1.0, 1.0]}, KINK)
    triplet = {"anchor": V1, "positive": V2, "negative": V3}
    for options in ({}, {"margin": 0.4}, {"p": 1.0}, {"p": 3.0}, {"swap": True}, {"eps": 0.01},
                    {"margin": 2.0, "p": 1.5, "swap": True}):
        yield "TripletMarginLoss", options, triplet
    yield "TripletMarginLoss", {}, {"anchor": V1[0], "positive": V2[0], "negative": V3[0]}
    yield ("TripletMarginLoss", {"eps": 0.0},
           {"anchor": [[0.0, 0.0], [1.0, 2.0]], "positive": [[3.0, 4.0], [1.0, 2.0]],
            "negative": [[0.0, 6.0], [1.0, 1.0]]}, KINK)


CASES = [*regression(), *classification(), *binary(), *distributions(), *margins(), *distances()]


# -- running ----------------------------------------------------------------------------------------------------------

def reduced(values, reduction):
    return {"none": values, "mean": values.mean(), "sum": values.sum()}[reduction]


COMPOSED = {
    "HalfSquaredError": lambda input, target: 0.5 * (target - input) ** 2,
    "MaxMargin": lambda input, target: (1 - target * input).relu(),
}


def function(loss, options, reduction):
    """The loss as a function of tensors."""
    if loss in COMPOSED:
        return lambda **inputs: reduced(COMPOSED[loss](**inputs), reduction)
    options = {k: torch.tensor(v) if isinstance(v, list) else v for k, v in options.items()}
    module = getattr(torch.nn, loss)(**options, reduction=reduction)
    return lambda **inputs: module(*inputs.values())


def value_and_grad(loss, options, inputs, reduction):
    """The loss, and its derivative by every input that has one."""
    tensors = {k: torch.tensor(v) for k, v in inputs.items()}
    f = function(loss, options, reduction)
    for k in differentiable(f, tensors):
        tensors[k].requires_grad_()
    value = f(**tensors)
    total = (value.reshape(-1) * torch.tensor(COTANGENT[:value.numel()])).sum() if reduction == "none" else value
    total.backward()
    return {"value": value.detach(), "grad": {k: x.grad for k, x in tensors.items() if x.grad is not None}}


def differentiable(f, tensors):
    """Names of the inputs by which torch differentiates."""
    return [k for k, x in tensors.items() if x.is_floating_point() and _differentiates(f, tensors, k)]


def _differentiates(f, tensors, name):
    trial = {k: x.clone().requires_grad_(k == name) for k, x in tensors.items()}
    try:
        f(**trial).sum().backward()
    except RuntimeError:                # "derivative for 'target' is not implemented", or no path to it
        return False
    return trial[name].grad is not None


def cases():
    counts = {}
    for loss, options, inputs, *more in CASES:
        counts[loss] = counts.get(loss, 0) + 1
        reductions = ["none", "mean", "sum"] + ["batchmean"] * (loss == "KLDivLoss")
        yield {"name": f"{loss}-{counts[loss]}", "loss": loss, "kind": SMOOTH, **dict(zip(("kind", "note"), more)),
               "options": options, "inputs": inputs,
               **{r: value_and_grad(loss, options, inputs, r) for r in reductions}}


def main():
    torch.set_default_dtype(torch.float64)
    torch.set_num_threads(1)
    warnings.filterwarnings("ignore", message="reduction: 'mean' divides the total loss")      # KLDivLoss
    header = {"made_by": "make_loss_reference.py", "versions": versions(), "cotangent": COTANGENT}
    write(__file__, "loss_reference.json", header, cases=list(cases()))


if __name__ == "__main__":
    main()
