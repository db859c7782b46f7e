"""What lint says, to the last character: every kind of finding, in both languages, with all its numbers."""

import math
from functools import partial

import pytest

from tinygrad_edu import Value, lint, nn, optim
from tinygrad_edu.linter.curvature import largest_eigenvalue, limit

from .golden import held
from .test_lint import all_kinds, batch_loss, xor


def some_more(lang):
    """Ends of the words: one and several, notes beside errors, long lists, rates that are fine, rounds of momentum."""
    net = nn.MLP(2, [4, 1], activation="tanh", seed=0)
    for k, p in enumerate(net.parameters()):
        p.data = ((7 * k) % 11 - 5) / 4.0
    loss = batch_loss(net, xor())
    yield lint(net, loss, lr=0.05, lang=lang)
    yield lint(net, loss, optimizer=optim.SGD(net.parameters(), lr=3.0, momentum=0.9, nesterov=True), lang=lang)
    groups = [{"params": net.parameters()[:4], "lr": 0.1}, {"params": net.parameters()[4:], "lr": 4.0}]
    yield lint(net, loss, optimizer=optim.SGD(groups, lr=0.2, weight_decay=0.5), lang=lang)
    same = nn.MLP(2, [9, 1], activation="sigmoid", seed=0)
    for p in same.parameters():
        p.data = 0.5
    yield lint(same, batch_loss(same, xor()), lang=lang)
    relu = nn.MLP(2, [7, 1], activation="relu", seed=0)
    for k, b in enumerate(relu.layers[0].biases):
        b.data = -9.0 * (k < 1)
    yield lint(relu, batch_loss(relu, xor()), lang=lang)
    lost = [Value(float(k), f"lost{k}") for k in range(9)]
    w = Value(2.0, "w")
    yield lint([w, *lost], (w * 3.0 - 1.0).square(), lr=0.25, lang=lang)
    yield lint([w], -1.0 * (w * w), lr=0.25, lang=lang)
    left = [Value(1.0, "a"), Value(2.0, "b")]
    loss = (left[0] * left[1]).square()
    loss.backward()
    left[0].grad += 7.0
    left[1].grad -= 9.0
    yield lint(left, loss, lang=lang)


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("made", [all_kinds, some_more])
def test_reports(made, lang):
    texts = []
    for report in made(lang):
        texts += [report.text(), report.text(unicode=False, width=50), short(report.to_dict())]
    held(f"lint/{made.__name__}_{lang}.txt", "\n\n".join(texts) + "\n")


def test_a_rate_that_does_nothing_has_no_limit():
    assert limit(4.0, momentum=0.5, dampening=1.0) == math.inf
    assert limit(4.0, momentum=0.5, dampening=0.75) == 3.0
    assert limit(4.0, dampening=0.75) == 0.5  # without momentum PyTorch's SGD asks for none
    assert limit(4.0, weight_decay=1.0) == 0.4


def short(found):
    """Everything in a dict, with numbers of six digits: the last ones of a curvature are the machine's."""
    if isinstance(found, dict):
        return "{" + ", ".join(f"{key}: {short(value)}" for key, value in found.items()) + "}"
    if isinstance(found, list):
        return "[" + ", ".join(map(short, found)) + "]"
    return f"{found:.6g}" if isinstance(found, float) else str(found)


def test_a_gradient_that_is_none_is_no_leftover():
    """It is said that it is none, and not that something was left in .grad."""
    w, v = Value(0.0, "w"), Value(2.0, "v")
    loss = (w * 1.0).log() * w + v.square()
    loss.backward()
    assert math.isnan(w.grad)
    found = lint([w, v], loss)
    assert [finding.kind for finding in found] == ["not-finite", "not-finite"]


def test_power_iterations():
    """How each goes: signs of all kinds, one eigenvalue twice, both signs of one size, none, too few products."""
    lines = []
    for diagonal in ([0.5], [-0.5], [0.5, 0.1], [3.0, -2.0], [-3.0, 2.0, 1.0], [2.0, -2.0], [1.0, 1.0, 0.999],
                     [0.0, 0.0], [-4.0, -1.0], [-4e-9, 1e-9], [1e-9, 1e-12], [1e9, -1e9, 1.0]):  # fmt: skip
        for most in (200, 12):
            found = largest_eigenvalue(partial(times, diagonal), len(diagonal), most)
            rounding = found.residual < 1e-5 * abs(found.value)
            lines.append(f"{diagonal} {most}: {short(vars(found) | {'residual': 0.0 if rounding else found.residual})}")
    held("lint/power_iterations.txt", "\n".join(lines) + "\n")


def times(diagonal, v):
    return [a * x for a, x in zip(diagonal, v, strict=True)]
