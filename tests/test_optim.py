"""Optimizers: trajectories against PyTorch's, the rules on other arithmetics, laws, groups, saving, and errors."""

import copy
import inspect
import json
import math
import pickle
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.golden import held_sections
from tinygrad_edu import Value, constant, no_grad, optim
from tinygrad_edu.functions import functions_of_values
from tinygrad_edu.ieee import IEEE, Double
from tinygrad_edu.nn import MLP
from tinygrad_edu.ops import OPS, Arithmetic
from tinygrad_edu.optim.line_search import Point, strong_wolfe
from tinygrad_edu.optim.settings import SETTINGS

REFERENCE = json.loads((Path(__file__).parent / "data" / "optim_reference.json").read_text())
HEADER = REFERENCE["header"]
CASES = [case for case in REFERENCE["cases"] if hasattr(optim, case["optimizer"])]
NAMES = sorted({case["optimizer"] for case in CASES})
KINDS = {name: getattr(optim, name) for name in NAMES}

# Every branch of every rule: each optimizer with and without what it can do.
VARIANTS = [
    pytest.param(KINDS[case["optimizer"]], case["options"], id=case["name"].removesuffix("-function"))
    for case in CASES
    if case["mode"] == "function" and "groups" not in case and "lr_changes" not in case
]
variants = st.sampled_from([variant.values for variant in VARIANTS])


def values(numbers):
    return [Value(x, f"w{i}") for i, x in enumerate(numbers, 1)]


def smooth_gradient(x):
    w, c, b = (HEADER["functions"][name] for name in "wcb")
    g = []
    for i in range(5):
        u = x[i] - c[i]
        gi = w[i] * (math.exp(u) - math.exp(-u)) * 0.5
        if i < 4:
            gi = gi + b * math.sin(x[i] - x[i + 1])
        if i > 0:
            gi = gi - b * math.sin(x[i - 1] - x[i])
        g.append(gi)
    return g


def smooth(x):
    w, c, b = (HEADER["functions"][name] for name in "wcb")
    us = [xi - ci for xi, ci in zip(x, c, strict=True)]
    f = sum(wi * ((math.exp(u) + math.exp(-u)) * 0.5 - 1.0) for wi, u in zip(w, us, strict=True))
    return f + sum(b * (1.0 - math.cos(x[i] - x[i + 1])) for i in range(4))


def rosenbrock(x):
    return sum(100.0 * (x[i + 1] - x[i] * x[i]) ** 2 + (1.0 - x[i]) ** 2 for i in range(len(x) - 1))


def rosenbrock_gradient(x):
    g = [0.0] * len(x)
    for i in range(len(x) - 1):
        r, s = x[i + 1] - x[i] * x[i], 1.0 - x[i]
        g[i] = g[i] - 400.0 * r * x[i] - 2.0 * s
        g[i + 1] = g[i + 1] + 200.0 * r
    return g


def logarithm(x):
    return math.log(1.0 + 400.0 * (x[0] - 1.0) ** 2)


def logarithm_gradient(x):
    u = x[0] - 1.0
    return [800.0 * u / (1.0 + 400.0 * u * u)]


FUNCTIONS = {
    "smooth": (smooth, smooth_gradient),
    "rosenbrock": (rosenbrock, rosenbrock_gradient),
    "logarithm": (logarithm, logarithm_gradient),
}


def sequence_gradient(t):
    return [((t * (2 * i + 3) + 3 * i) % 17 - 8) / 4 for i in range(5)]


def give(params, gradients):
    for p, g in zip(params, gradients, strict=True):
        p.grad = g


# -- PyTorch's numbers ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_trajectory(case):
    params = values(HEADER["start"][case["mode"]])
    groups = [
        {**group, "params": [params[i] for i in group["params"]]}
        for group in case.get("groups", [{"params": range(5)}])
    ]
    optimizer = KINDS[case["optimizer"]](groups, **case["options"])
    factors = dict(case.get("lr_changes", []))
    sign = -1.0 if case["options"].get("maximize") else 1.0
    seen = []
    for t in range(1, HEADER["steps"][-1] + 1):
        for group in optimizer.param_groups:
            group["lr"] *= factors.get(t, 1.0)
        if case["mode"] == "function":
            give(params, [sign * g for g in smooth_gradient([p.data for p in params])])
        else:
            give(params, sequence_gradient(t))
        optimizer.step()
        if t in HEADER["steps"]:
            seen.append([p.data for p in params])
    for row, expected in zip(seen, case["params"], strict=True):
        assert row == pytest.approx(expected, rel=1e-12, abs=0.0)
    for name, expected in case["state"].items():
        state = [optimizer.state[p].get(name) for p in params]
        for x, y in zip(state, expected, strict=True):
            # Near a minimum gradients are differences of larger numbers, and so are their means: hence abs.
            assert (x, y) == (None, None) or x == pytest.approx(y, rel=1e-12, abs=1e-14)
    kept = {name for p in params for name in optimizer.state[p]}
    assert kept == {"step", *case["state"]}


def closure_for(function, params, calls):
    value, gradient = FUNCTIONS[function]

    def closure():
        x = [p.data for p in params]
        give(params, gradient(x))
        calls.append(x)
        return value(x)

    return closure


@pytest.mark.parametrize("case", REFERENCE["closure_cases"], ids=lambda case: case["name"])
def test_lbfgs_trajectory(case):
    params, calls = values(case["start"]), []
    optimizer = optim.LBFGS(params, **case["options"])
    closure = closure_for(case["function"], params, calls)
    closeness = max(1e-12, 20.0 * case["sensitivity"])
    for row, loss, counts in zip(case["params"], case["losses"], case["n_iter_func_evals"], strict=True):
        assert optimizer.step(closure) == pytest.approx(loss, rel=closeness, abs=1e-12)
        assert [p.data for p in params] == pytest.approx(row, rel=closeness, abs=0.0)
        state = optimizer.state[params[0]]
        assert [state["n_iter"], state["func_evals"]] == counts
        assert state["func_evals"] == len(calls)


# What torch 2.13's line search finds on −a·t + b·(1 − cos(c·t)), one row for each way through its branches:
# a, b, c, the first step, how many more it may try; the step it takes, and how many it tried.
SEARCHES = [
    (0.51, 2.22, 2.35, 0.86, 25, 0.03508279204405418, 2),
    (0.51, 3.98, 2.93, 4.75, 3, 0.02650310239193754, 4),
    (1.45, 3.53, 4.34, 8.86, 3, 8.71239466730182, 4),
    (0.24, 0.63, 1.46, 12.29, 3, 13.00778081800305, 3),
    (0.73, 2.38, 3.59, 7.82, 25, 5.266286209343175, 5),
    (0.25, 2.66, 3.87, 14.52, 2, 14.618630858058989, 3),
    (0.79, 2.39, 3.39, 8.91, 2, 9.259778655094681, 3),
    (1.97, 1.79, 5.71, 9.28, 1, 7.6759899992729, 2),
    (0.11, 1.88, 4.57, 2.48, 2, 0.0028011665634278433, 3),
    (0.74, 0.87, 3.3, 4.11, 1, 4.11, 2),
    (0.1, 0.55, 3.0, 1.69, 2, 0.020214526178281067, 3),
    (0.17, 1.36, 3.47, 4.46, 1, 0.0, 2),
    (0.86, 2.32, 3.56, 9.05, 25, 8.866738133770252, 5),
    (0.64, 0.83, 3.0, 3.18, 25, 39.913025679477165, 9),
    (0.11, 3.23, 5.37, 10.91, 3, 7.101824021352044, 4),
    (1.22, 3.45, 0.79, 10.43, 2, 8.295613854740196, 2),
    (1.07, 3.04, 5.19, 13.42, 5, 13.330116632079667, 6),
    (0.67, 1.16, 5.71, 10.48, 2, 57.692400000000006, 3),
    (0.22, 2.79, 4.92, 3.2, 3, 0.003257673048099196, 4),
    (1.75, 2.68, 2.3, 3.43, 2, 2.840180947960659, 3),
    (1.07, 1.11, 5.6, 3.76, 3, 3.4598330965766975, 4),
    (0.38, 3.91, 2.84, 7.51, 2, 4.395770632935193, 3),
    (1.28, 1.5, 5.62, 1.5, 5, 1.1225223563260975, 3),
    (0.49, 2.91, 1.63, 3.68, 5, 19.402320277710295, 6),
    (1.16, 3.38, 5.0, 5.46, 3, 3.744031920795125, 4),
    (1.71, 2.55, 4.37, 1.4, 3, 5.692289765106366, 4),
    (0.23, 3.39, 1.72, 3.6, 2, 3.6, 3),
    (0.94, 2.95, 2.95, 2.1, 5, 8.544862816837103, 6),
    (1.86, 3.8, 4.4, 9.35, 5, 10.041090308163591, 5),
    (0.86, 0.5, 4.82, 8.61, 25, 47.07624250962259, 5),
    (0.9, 3.15, 5.24, 2.92, 5, 1.2045116642532032, 4),
    (1.24, 3.98, 5.91, 11.17, 5, 11.69745114784057, 5),
    (0.58, 2.77, 3.34, 4.57, 1, 2.095448448496635, 2),
    (1.3, 3.06, 1.71, 5.74, 3, 7.950723590109847, 4),
    (0.29, 3.94, 5.32, 20.47, 25, 20.08043687417736, 8),
    (0.23, 1.78, 8.55, 3.4, 25, 0.0029227180059174353, 3),
    (0.04, 0.91, 4.82, 12.28, 25, 7.8232523542166, 8),
    (1.63, 1.63, 6.1, 1.68, 25, 1.68, 13),
    (0.56, 1.27, 1.6, 25.05, 25, 23.721265443442444, 4),
    (0.45, 1.35, 5.15, 1.33, 25, 1.2342618231927671, 4),
]


@pytest.mark.parametrize(("a", "b", "c", "first", "budget", "t", "count"), SEARCHES)
def test_line_search(a, b, c, first, budget, t, count):
    tried = []

    def point(t):
        slope = -a + b * c * math.sin(c * t)
        return Point(t, -a * t + b * (1.0 - math.cos(c * t)), [slope], slope)

    def evaluate(t):
        tried.append(t)
        return point(t)

    found = strong_wolfe(point(0.0), first, evaluate, 1.0, budget)
    assert (found.t, len(tried)) == (pytest.approx(t, rel=1e-10), count)
    assert found == point(found.t)


def scripted_searches():
    """Searches among points that a small generator makes up: each test of the search meets ties and both of its sides.

    Slopes go in quarters of 2.5, that at the start, or of 10 000, for which a loss of −1 at 1 is just low enough.
    """
    drawn = 1

    def below(n):
        nonlocal drawn
        drawn = (drawn * 1_103_515_245 + 12_345) % 2**31
        return (drawn >> 16) % n

    for k in range(180):
        steepness, reach = ((1.0, 1.0), (4000.0, 1.0), (1.0, 1e-9))[k % 3]
        tried, points = [], []

        def evaluate(t, steepness=steepness, tried=tried, points=points):
            slope = (-10.0, -2.5, -2.25, -0.5, 2.25, 2.5)[below(6)] * steepness
            tried.append(t)
            points.append(Point(t, (below(7) - 5) / 2.0, [slope], slope))
            return points[-1]

        start = Point(0.0, 0.0, [-2.5 * steepness], -2.5 * steepness)
        found = strong_wolfe(start, (0.5, 1.0)[below(2)], evaluate, reach, below(7))
        shown = [f"{p.t:.9g} ({p.loss:g}, {p.slope:g})" for p in points]
        yield f"search {k}", "\n".join([*shown, f"takes {[*tried, 0.0].index(found.t) + 1} of {len(tried)}"])


def test_line_search_among_ties():
    held_sections("optim/line_search.txt", scripted_searches())


def test_line_search_gives_up_where_a_bracket_is_too_narrow():
    """At a jump no point meets the conditions, however many are tried."""
    tried = []

    def evaluate(t):
        tried.append(t)
        return Point(t, 1.0 if t > 0.75 else -t, [-1.0], -1.0)

    found = strong_wolfe(Point(0.0, 0.0, [-1.0], -1.0), 1.0, evaluate, 1.0, 10_000)
    assert found.t == pytest.approx(0.75, abs=1e-9)
    assert 10 < len(tried) < 500


@pytest.mark.parametrize("name", [*NAMES, "LBFGS"])
def test_defaults_are_those_of_pytorch(name):
    mine = {
        key: parameter.default
        for key, parameter in inspect.signature(getattr(optim, name)).parameters.items()
        if key != "params"
    }
    theirs = {key: tuple(x) if isinstance(x, list) else x for key, x in HEADER["defaults"][name].items()}
    assert mine == theirs


# -- one definition, many arithmetics ---------------------------------------------------------------------------------


class Symbol:
    """A computation to be made later. It has no truth and no float: a rule that asked for either would fail here."""

    def __init__(self, compute):
        self.compute = compute

    def __bool__(self):
        raise AssertionError("a rule asked whether a symbol is true")

    def __float__(self):
        raise AssertionError("a rule asked for a symbol's number")


def later(function):
    def on_symbols(*xs):
        return Symbol(lambda inputs: function(*(x.compute(inputs) if isinstance(x, Symbol) else x for x in xs)))

    return on_symbols


for dunder in "add radd sub rsub mul rmul truediv rtruediv neg lt le gt ge".split():
    setattr(Symbol, f"__{dunder}__", later(lambda *xs, name=f"__{dunder}__": getattr(Double, name)(*map(Double, xs))))

SYMBOLS = Arithmetic({name: later(getattr(IEEE, name)) for name, op in OPS.items() if op.native})


def symbol(name):
    return Symbol(lambda inputs: inputs[name])


@pytest.mark.parametrize(("kind", "options"), VARIANTS)
def test_the_rule_runs_once_on_symbols(kind, options):
    """One run of the rule on symbols, as a compiler makes it, is the same program as all the steps of the loop."""
    params = values(HEADER["start"]["sequence"])
    optimizer = kind(params, **options)
    settings = optimizer.settings_of(optimizer.param_groups[0])
    names = optimizer.initial(SimpleNamespace(**settings))
    s = optimizer.at_step(SYMBOLS, {**settings, "lr": symbol("lr")}, symbol("t"))
    p, state = optimizer.rule(SYMBOLS, s, symbol("p"), symbol("g"), {name: symbol(name) for name in names})
    assert state.keys() == names.keys()

    data, remembered = [q.data for q in params], [dict(names) for _ in params]
    for t in range(1, 21):
        gradients = sequence_gradient(t)
        give(params, gradients)
        optimizer.step()
        for i, g in enumerate(gradients):
            inputs = {"p": data[i], "g": g, "t": float(t), "lr": settings["lr"], **remembered[i]}
            data[i] = p.compute(inputs)
            remembered[i] = {name: x.compute(inputs) for name, x in state.items()}
        assert data == [q.data for q in params]
        assert remembered == [{name: optimizer.state[q][name] for name in names} for q in params]


@pytest.mark.parametrize(("kind", "options"), VARIANTS)
def test_the_rule_runs_on_values(kind, options):
    """So a step can be drawn, explained and differentiated: here by the learning rate."""
    w = Value(0.75)
    optimizer = kind([w], **options)
    w.grad = -0.5
    optimizer.step()
    lr = Value(optimizer.defaults["lr"], "lr")
    m = Arithmetic(functions_of_values())
    s = optimizer.at_step(m, {**optimizer.defaults, "lr": lr}, Value(1.0))
    p, _ = optimizer.rule(m, s, Value(0.75), Value(-0.5), optimizer.initial(s))
    assert p.data == pytest.approx(w.data, rel=1e-15)
    if kind is not optim.Rprop:  # whose rate is state from the start
        p.backward()
        assert lr.grad * lr.data == pytest.approx(p.data - 0.75, rel=1e-2)


# -- laws -------------------------------------------------------------------------------------------------------------

numbers = st.floats(-100.0, 100.0)
runs = st.lists(st.tuples(numbers, numbers), min_size=1, max_size=12)


def trajectory(optimizer, params, gradients):
    seen = []
    for row in gradients:
        give(params, row)
        optimizer.step()
        seen.append([p.data for p in params])
    return seen


@given(variant=variants, x=numbers)
def test_no_gradient_no_step(variant, x):
    kind, options = variant
    w = Value(x)
    optimizer = kind([w], **options)
    pulls = {"weight_decay", "lambd"} & optimizer.defaults.keys()
    optimizer.param_groups[0].update(dict.fromkeys(pulls, 0.0))
    for _ in range(3):
        optimizer.step()
    assert w.data == x


@given(variant=variants, gradients=runs)
def test_maximize_is_the_gradient_turned_round(variant, gradients):
    kind, options = variant
    options = {name: x for name, x in options.items() if name != "maximize"}
    up, down = values([1.5, -0.5]), values([1.5, -0.5])
    turned = [[-g for g in row] for row in gradients]
    assert trajectory(kind(up, **options, maximize=True), up, gradients) == trajectory(
        kind(down, **options), down, turned
    )


@given(variant=variants, gradients=runs)
def test_groups_are_optimizers_of_their_own(variant, gradients):
    kind, options = variant
    together, apart = values([1.5, -0.5]), values([1.5, -0.5])
    other = {"lr": 0.125}
    group = kind([{"params": together[0]}, {"params": [together[1]], **other}], **options)
    first, second = kind(apart[:1], **options), kind(apart[1:], **{**options, **other})
    rows = trajectory(group, together, gradients)
    a = trajectory(first, apart[:1], [row[:1] for row in gradients])
    b = trajectory(second, apart[1:], [row[1:] for row in gradients])
    assert rows == [x + y for x, y in zip(a, b, strict=True)]


@given(variant=variants, before=runs, after=runs)
def test_saved_and_loaded_it_goes_on_bit_for_bit(variant, before, after):
    kind, options = variant
    whole = values([1.5, -0.5])
    optimizer = kind(whole, **options)
    trajectory(optimizer, whole, before)
    file = json.dumps(optimizer.state_dict())
    parts = values([p.data for p in whole])
    other = kind(parts, lr=0.5)
    other.load_state_dict(json.loads(file))
    assert json.dumps(other.state_dict()) == file
    assert trajectory(optimizer, whole, after) == trajectory(other, parts, after)
    assert other.param_groups[0]["lr"] == optimizer.param_groups[0]["lr"]


@pytest.mark.parametrize("after", [1, 2, 5])
@pytest.mark.parametrize("options", [{"max_iter": 2}, {"max_iter": 3, "line_search_fn": "strong_wolfe"}])
def test_saved_and_loaded_lbfgs_goes_on_bit_for_bit(options, after):
    def run(params, optimizer, calls):
        closure = closure_for("rosenbrock", params, [])
        return [(optimizer.step(closure), [p.data for p in params]) for _ in range(calls)]

    params = values([-1.2, 1.0])
    optimizer = optim.LBFGS(params, **options)
    run(params, optimizer, after)
    file = json.dumps(optimizer.state_dict())
    others = values([p.data for p in params])
    other = optim.LBFGS(others)
    other.load_state_dict(json.loads(file))
    assert other.state_dict() == json.loads(file)
    assert run(params, optimizer, 3) == run(others, other, 3)


def test_copies_go_on_by_themselves():
    w = Value(1.0, "w")
    optimizer = optim.Adam([w])
    w.grad = 1.0
    optimizer.step()
    for twin in copy.deepcopy(optimizer), pickle.loads(pickle.dumps(optimizer)):
        (v,) = twin.param_groups[0]["params"]
        assert v is not w
        v.grad = 1.0
        twin.step()
        assert twin.state[v]["step"] == 2
    assert optimizer.state[w]["step"] == 1


# -- steps ------------------------------------------------------------------------------------------------------------


def test_learning():
    net = MLP(2, [3, 1], activation="tanh")
    data = [((0.0, 0.0), -0.5), ((0.0, 1.0), 0.5), ((1.0, 0.0), 0.5), ((1.0, 1.0), -0.5)]
    optimizer = optim.Adam(net.named_parameters(), lr=0.05)

    def closure():
        optimizer.zero_grad()
        outputs = [net(list(x)) for x, _ in data]
        outputs = [out[0] if isinstance(out, list) else out for out in outputs]
        loss = sum((out - t) ** 2 for out, (_, t) in zip(outputs, data, strict=True))
        loss.backward()
        return loss

    first = optimizer.step(closure).data
    for _ in range(300):
        last = optimizer.step(closure).data
    assert last < 0.1 * first


def test_closure_records_inside_no_grad():
    w = Value(3.0, "w")

    def closure():
        w.grad = 0.0
        loss = w * w
        loss.backward()
        return loss

    with no_grad():
        loss = optim.SGD([w], lr=0.25).step(closure)
        assert (loss.data, w.data) == (9.0, 1.5)
        optim.LBFGS([w]).step(closure)
    assert w.data == pytest.approx(0.0, abs=1e-9)


@pytest.mark.parametrize("kind", [*KINDS.values(), optim.LBFGS], ids=lambda kind: kind.__name__)
def test_failing_step_changes_nothing(kind):
    params = values([1.0, -2.0])
    optimizer = kind(params)
    fine = closure_for("rosenbrock", params, [])
    optimizer.step(fine)
    state, data = optimizer.state_dict(), [p.data for p in params]

    left = 3

    def breaks():
        nonlocal left
        left -= 1
        if left == 0 or kind is not optim.LBFGS:
            raise KeyboardInterrupt
        return fine()

    with pytest.raises(KeyboardInterrupt):
        optimizer.step(breaks)
    assert (optimizer.state_dict(), [p.data for p in params]) == (state, data)

    def no_number():
        fine()
        params[1].grad = "steep"

    with pytest.raises(TypeError, match=r"the gradient of w2 = \S+ is str 'steep', not a number"):
        optimizer.step(no_number)
    assert (optimizer.state_dict(), [p.data for p in params]) == (state, data)


def test_a_step_interrupted_halfway_is_taken_back():
    class Stubborn(Value):
        calls = 0

        def _set(self, data):
            self.calls += 1
            if self.calls == 1:
                raise KeyboardInterrupt
            Value.data.fset(self, data)

        data = property(Value.data.fget, _set)

    a, b = Value(1.0), Stubborn(2.0)
    give([a, b], [1.0, 1.0])
    optimizer = optim.Adam([a, b])
    with pytest.raises(KeyboardInterrupt):
        optimizer.step()
    assert (a.data, b.data, optimizer.state) == (1.0, 2.0, {})


def test_an_optimizer_of_ones_own():
    class Signs(optim.Optimizer):
        def __init__(self, params, lr=0.5, flavour="plain"):
            super().__init__(params, {"lr": lr, "flavour": flavour})

        @staticmethod
        def rule(m, s, p, g, state):
            return (7 if s.flavour == "seven" else p - s.lr * m.sign(g)), state

    a, b = values([1.0, 2.0])
    give([a, b], [3.0, -3.0])
    optimizer = Signs([{"params": a}, {"params": b, "flavour": "seven"}])
    optimizer.step()
    assert (a.data, b.data, type(b.data)) == (0.5, 7.0, float)
    assert optimizer.state_dict()["state"] == [{"step": 1}, {"step": 1}]
    with pytest.raises(NotImplementedError, match="define rule"):
        optim.Optimizer([a], {"lr": 0.5}).step()


@pytest.mark.parametrize("by, data", [((0.0, 1.0), -math.inf), ((2.0, 0.0), -math.inf), ((2.0, 4.0), 0.5)])
def test_settings_are_divided_as_ieee_754_says(by, data):
    """What all parameters share as well as what each has of its own; what is no number stays what it is."""

    class Divided(optim.Optimizer):
        def __init__(self, params):
            super().__init__(params, {"lr": 4.0, "by": by, "flavour": "plain"})

        @staticmethod
        def per_step(m, s, t):
            return {"rate": s.lr / s.by[0]}

        @staticmethod
        def rule(m, s, p, g, state):
            return p - (s.rate / s.by[1] if s.flavour == "plain" else math.nan) * g, state

    w = Value(1.0)
    w.grad = 1.0
    Divided([w]).step()
    assert w.data == data


def test_gradients_of_other_numbers():
    w = Value(1.0)
    w.grad = True
    optim.SGD([w], lr=0.25).step()
    assert type(w.data) is float
    assert w.data == 0.75


@pytest.mark.parametrize("name", NAMES)
def test_infinities_and_nan_go_through(name):
    """A step follows IEEE-754, as PyTorch's does: it never raises."""
    for g in (math.inf, -math.inf, math.nan, 1e300, 5e-324, 0.0):
        params = values([1.0, 1.0])
        optimizer = KINDS[name](params, **{"eps": 0.0} if "eps" in HEADER["defaults"][name] else {})
        for _ in range(3):
            give(params, [g, 0.5])
            optimizer.step()
        assert math.isfinite(params[1].data)
        assert type(params[0].data) is float
        assert all(type(x) in (float, int) for x in optimizer.state[params[0]].values())
        if g != g:
            assert math.isnan(params[0].data)


def test_zero_over_zero_is_nan_as_in_pytorch():
    w = Value(1.0)
    optim.Adam([w], eps=0.0).step()
    assert math.isnan(w.data)


def test_a_mean_square_that_is_never_known_well_enough():
    """RAdam with ρ∞ = 4, whose shared numbers are divided by 0: it goes on with momentum alone."""
    w = Value(1.0)
    optimizer = optim.RAdam([w], lr=0.25, betas=(0.5, 0.6))
    path = []
    for w.grad in 1.0, -1.0, -2.0:
        optimizer.step()
        path.append(w.data)
    assert path == pytest.approx([0.75, 0.75 + 0.25 / 3.0, 0.75 + 0.25 / 3.0 + 0.25 * 1.125 / 0.875])
    assert all(type(x) in (int, float) for x in optimizer.state[w].values())


def test_frozen_parameters_stay_and_come_back():
    a, b = values([1.0, 1.0])
    optimizer = optim.Adam([a, b], lr=0.5, weight_decay=0.5)
    b.requires_grad = False
    give([a, b], [1.0, 0.0])
    optimizer.step()
    assert (a.data, b.data) == (pytest.approx(0.5), 1.0)
    assert b not in optimizer.state
    b.requires_grad = True
    give([a, b], [1.0, 1.0])
    optimizer.step()
    assert b.data == pytest.approx(0.5)  # its own first step
    assert (optimizer.state[a]["step"], optimizer.state[b]["step"]) == (2, 1)


@pytest.mark.parametrize(
    ("kind", "change"),
    [(optim.SGD, {"momentum": 0.5}), (optim.Adam, {"amsgrad": True}), (optim.RMSprop, {"centered": True})],
)
def test_settings_can_change_between_steps(kind, change):
    w = Value(1.0)
    optimizer = kind([w], lr=0.5)
    for _ in range(2):
        w.grad = 1.0
        optimizer.step()
        optimizer.param_groups[0].update(change)
    assert math.isfinite(w.data)
    assert len(optimizer.state[w]) == len(optimizer.initial(SimpleNamespace(**{**optimizer.defaults, **change}))) + 1


def test_zero_grad():
    params = values([1.0, 2.0])
    optimizer = optim.SGD(params)
    for keywords in {}, {"set_to_none": True}, {"set_to_none": False}:
        give(params, [1.0, 2.0])
        optimizer.zero_grad(**keywords)
        assert [p.grad for p in params] == [0.0, 0.0]


def test_repr_of_schedules():
    """The settings that are not 0, where it is, and the rates."""
    schedulers = optim.lr_scheduler
    made = optim.SGD([Value(1.0)], lr=0.5)
    step = schedulers.StepLR(made, 2, gamma=0.5)
    assert repr(step) == "StepLR(step_size=2, gamma=0.5, last_epoch=0; lr=0.5)"
    step.step(), step.step()
    assert repr(step) == "StepLR(step_size=2, gamma=0.5, last_epoch=2; lr=0.25)"
    halved = schedulers.ExponentialLR(optim.SGD([{"params": [Value(1.0)], "lr": r} for r in (0.5, 4.0)], lr=1.0), 0.5)
    assert repr(halved) == "ExponentialLR(gamma=0.5, last_epoch=0; lr=0.5, 4.0)"
    assert (
        repr(schedulers.ChainedScheduler([halved]))
        == f"ChainedScheduler(schedulers=[{halved!r}], last_epoch=0; lr=0.5, 4.0)"
    )


def test_repr():
    a, b = values([1.0, 2.0])
    assert repr(optim.SGD([a, b], lr=0.5)) == "SGD(2 parameters, lr=0.5)"
    assert repr(optim.Adam([a])).startswith("Adam(1 parameter, lr=0.001, betas=(0.9, 0.999), eps=1e-08")


def test_lbfgs_stops_where_the_loss_stays_the_same():
    w, seen = Value(1.0), []
    optimizer = optim.LBFGS([w], lr=2.0, max_iter=5)

    def closure():  # the first step, as long as lr, goes to the other side of the valley
        optimizer.zero_grad()
        loss = 5.0 + w * w
        loss.backward()
        seen.append(w.data)
        return loss

    optimizer.step(closure)
    assert seen == [1.0, -1.0]


def test_lbfgs_stops_where_the_loss_changes_by_less_than_the_tolerance():
    """It falls by 1 each time, in longer steps: by as much as the tolerance is not less."""
    for tolerance, evaluations in ((1.0, 4), (1.5, 2)):
        w, losses = Value(0.0), [8.0, 7.0, 6.0, 5.0]

        def closure(w=w, losses=losses):
            w.grad = 4.0
            return losses.pop(0)

        optimizer = optim.LBFGS([w], lr=2.0, max_iter=4, tolerance_change=tolerance)
        assert optimizer.step(closure) == 8.0
        assert len(losses) == 4 - evaluations


def test_lbfgs_forgets_a_step_of_too_little_curvature():
    """The first gradient is 1e-10 and the next −1e-10, half a unit on: a product of 1e-10 is not enough, more is."""
    for lr, remembered in ((5e9, 0), (6e9, 1)):
        w, left = Value(0.0), iter([1e-10, -1e-10, 1.0])

        def closure(w=w, left=left):
            w.grad = next(left)
            return w.data

        optimizer = optim.LBFGS([w], lr=lr, max_iter=3, tolerance_change=0.0, tolerance_grad=0.0)
        optimizer.step(closure)
        assert len(optimizer.state[w]["ro"]) == remembered


def places_in_a_bowl(start, **settings):
    """Where LBFGS evaluates ½w² in a step, from a start."""
    w, seen = Value(start), []
    optimizer = optim.LBFGS([w], lr=0.5, **settings)

    def closure():
        optimizer.zero_grad()
        loss = 0.5 * w * w
        loss.backward()
        seen.append(w.data)
        return loss

    optimizer.step(closure)
    return seen


@pytest.mark.parametrize(("tolerance", "evaluations"), [(0.5, 2), (0.4999, 3)])
def test_lbfgs_stops_where_a_step_is_as_short_as_the_tolerance(tolerance, evaluations):
    """The first step is min(1, 1/|g|)·lr times −g: of length lr for this slope of 4."""
    seen = places_in_a_bowl(4.0, max_iter=3, tolerance_change=tolerance)
    assert seen[:2] == [4.0, 3.5] and len(seen) == evaluations


def test_lbfgs_goes_nowhere_where_the_slope_is_less_than_the_tolerance():
    """That of the first direction is −w·w."""
    assert places_in_a_bowl(0.5, max_iter=3, tolerance_change=0.25) == [0.5, 0.25]
    assert places_in_a_bowl(0.5, max_iter=3, tolerance_change=math.nextafter(0.25, 1.0)) == [0.5]


def test_lbfgs_stops_where_the_gradient_is_as_small_as_the_tolerance():
    """The gradient is w itself, and steps of half of it are taken, the first too from 0.5 on."""
    assert places_in_a_bowl(0.25, max_iter=20, tolerance_grad=0.25) == [0.25]
    assert places_in_a_bowl(0.5, max_iter=20, tolerance_grad=0.25) == [0.5, 0.25]
    assert len(places_in_a_bowl(math.nextafter(0.25, 1.0), max_iter=20, tolerance_grad=0.25)) == 2


def test_lbfgs_needs_its_closure_and_one_group():
    a, b = values([1.0, 2.0])
    optimizer = optim.LBFGS([a])
    with pytest.raises(TypeError, match=r"step\(closure\)"):
        optimizer.step()
    with pytest.raises(TypeError, match="the closure returns the loss; this one returned NoneType None"):
        optimizer.step(lambda: None)
    for make in (
        lambda: optim.LBFGS([{"params": [a]}, {"params": [b]}]),
        lambda: optimizer.add_param_group({"params": b}),
    ):
        with pytest.raises(ValueError, match="all parameters in one group"):
            make()


@pytest.mark.parametrize("line_search_fn", [None, "strong_wolfe"])
@pytest.mark.parametrize("lr", [0.0, 1.0, 1e10])
@pytest.mark.parametrize("bad", [math.nan, math.inf, -math.inf])
def test_lbfgs_ends_whatever_the_loss(line_search_fn, lr, bad):
    w = Value(1.0, "w")

    def closure():
        w.grad = bad if w.data < 0.5 else 1.0
        return bad if w.data < 0.5 else w.data

    optimizer = optim.LBFGS([w], lr=lr, line_search_fn=line_search_fn)
    for _ in range(3):
        optimizer.step(closure)


# -- parameters --------------------------------------------------------------------------------------------------------


def test_parameters_come_in_many_ways():
    a, b = values([1.0, 2.0])
    for params in (
        [a, b],
        (a, b),
        iter([a, b]),
        [("a", a), ("b", b)],
        {"params": [a, b]},
        [{"params": a}, {"params": [b]}],
        [{"params": [a, b]}, {"params": []}],
    ):
        optimizer = optim.SGD(params)
        assert [p for group in optimizer.param_groups for p in group["params"]] == [a, b]
    assert optim.SGD(a).param_groups[0]["params"] == [a]


@pytest.mark.parametrize(
    ("params", "error", "message"),
    [
        (lambda w: [], ValueError, "optimizer got an empty parameter list"),
        (lambda w: [{"params": []}], ValueError, "optimizer got an empty parameter list"),
        (lambda w: [w, w], ValueError, r"a parameter appears more than once \(w1\)"),
        (lambda w: [("layers.0.w", w), ("layers.1.w", w)], ValueError, r"more than once \(layers.1.w\)"),
        (lambda w: [{"params": [w]}, {"params": [w]}], ValueError, r"a parameter appears more than once \(w1\)"),
        (lambda w: [w.named("x" * 61)] * 2, ValueError, f"more than once .{'x' * 40}…{'x' * 19}.: list"),
        (lambda w: [w.named("")] * 2, ValueError, r"a parameter appears more than once \(parameter 1\)"),
        (lambda w: [constant(2.0, "x")], ValueError, "can't optimize x = 2.0: it is a constant"),
        (lambda w: [(w * 2.0).named("y")], ValueError, "can't optimize y = 2.0: it is the result of mul"),
        (lambda w: [w, 0.5], TypeError, "parameters are Values, but parameter 1 is float 0.5"),
        (lambda w: [[w]], TypeError, "parameters are Values, but parameter 0 is list"),
        (lambda w: [w, {"params": [w]}], TypeError, "parameters are Values, but parameter 1 is dict"),
        (lambda w: [{"params": [w]}, w], TypeError, "a parameter group is a dict, not Value"),
        (lambda w: [{"weights": [w]}], ValueError, "has its parameters under 'params'; this one has weights"),
        (lambda w: [("w", w), w], ValueError, "number 1 has none"),
        (lambda w: {w}, TypeError, "a set has no order"),
        (lambda w: "w", TypeError, "parameters come in a list of Values, not as str 'w'"),
        (lambda w: None, TypeError, "not as NoneType None"),
        (lambda w: MLP(1, [1]), TypeError, r"not the MLP: pass its .parameters\(\)"),
    ],
)
def test_what_cannot_be_optimized(params, error, message):
    with pytest.raises(error, match=message):
        optim.SGD(params(Value(1.0, "w1")), lr=0.1)


def test_add_param_group():
    a, b = values([1.0, 2.0])
    optimizer = optim.SGD([a], lr=0.5, momentum=0.25)
    optimizer.add_param_group({"params": [b], "lr": 0.125, "initial_lr": 1})
    assert [group["lr"] for group in optimizer.param_groups] == [0.5, 0.125]
    assert [group["momentum"] for group in optimizer.param_groups] == [0.25, 0.25]
    for group, message in [
        ({"params": [a]}, r"more than once \(w1\)"),
        ({"params": [Value(1.0)], "learning_rate": 0.5}, "unknown setting of SGD 'learning_rate': it is one of 'lr'"),
        ({"params": [Value(1.0)], "lr": -1}, "Invalid learning rate: -1"),
        ({"params": [Value(1.0)], "nesterov": True, "momentum": 0.0}, "Nesterov momentum requires a momentum"),
    ]:
        with pytest.raises(ValueError, match=message):
            optimizer.add_param_group(group)
    assert len(optimizer.param_groups) == 2


@pytest.mark.parametrize(
    ("name", "options", "message"),
    [
        *((name, {"lr": lr}, f"Invalid learning rate: {lr}") for name in [*NAMES, "LBFGS"] for lr in (-1.0, math.nan)),
        *((name, {"betas": (1.0, 0.9)}, "Invalid beta parameter at index 0: 1.0") for name in ("Adam", "Lion")),
        *((name, {"betas": (0.9, -0.5)}, "Invalid beta parameter at index 1: -0.5") for name in ("AdamW", "Adamax")),
        *((name, {"eps": -1e-8}, "Invalid epsilon value: -1e-08") for name in ("Adam", "NAdam", "RAdam", "Adagrad")),
        *((name, {"weight_decay": -0.1}, "Invalid weight_decay value: -0.1") for name in NAMES if name != "Rprop"),
        ("SGD", {"momentum": -0.5}, "Invalid momentum value: -0.5"),
        ("SGD", {"nesterov": True}, "Nesterov momentum requires a momentum and zero dampening"),
        ("SGD", {"nesterov": True, "momentum": 0.9, "dampening": 0.1}, "zero dampening"),
        ("SGD", {"lr": math.inf}, "Invalid learning rate: inf"),
        ("RMSprop", {"alpha": -1.0}, "Invalid alpha value: -1.0"),
        ("RMSprop", {"momentum": -1.0}, "Invalid momentum value: -1.0"),
        ("Adagrad", {"lr_decay": -1.0}, "Invalid lr_decay value: -1.0"),
        ("Adagrad", {"initial_accumulator_value": -1.0}, "Invalid initial_accumulator_value value: -1.0"),
        ("Adadelta", {"rho": 1.5}, "Invalid rho value: 1.5"),
        ("NAdam", {"momentum_decay": -1.0}, "Invalid momentum_decay value: -1.0"),
        ("Rprop", {"etas": (0.5, 0.9)}, "Invalid eta values: 0.5, 0.9"),
        ("Rprop", {"step_sizes": (1.0, 0.5)}, "Invalid step sizes: 1.0, 0.5"),
        ("Adam", {"betas": 0.9}, "Invalid beta parameters: 0.9, two numbers are wanted"),
        ("LBFGS", {"max_iter": 0}, "Expected positive integer max_iter, but got 0"),
        ("LBFGS", {"history_size": 1.5}, "Expected positive integer history_size, but got 1.5"),
        ("LBFGS", {"line_search_fn": "wolfe"}, "unknown line_search_fn 'wolfe': it is one of None, 'strong_wolfe'"),
    ],
)
def test_settings_out_of_bounds(name, options, message):
    with pytest.raises(ValueError, match=message):
        getattr(optim, name)([Value(1.0)], **options)


LEAST, INF, NAN = 5e-324, math.inf, math.nan
BELOW_ONE, ABOVE_ONE = math.nextafter(1.0, 0.0), math.nextafter(1.0, 2.0)
# An optimizer, a setting of it, and numbers at both sides of its bounds: which it takes, and which it refuses.
BOUNDS = [
    ("SGD", "lr", [0, LEAST, 1e308], [-LEAST, INF, NAN]),
    ("SGD", "momentum", [0, LEAST, 7.0], [-LEAST, INF, NAN]),
    ("SGD", "dampening", [-3.0, 0, 1e308], [INF, -INF, NAN]),
    ("SGD", "weight_decay", [0, LEAST, 1e308], [-LEAST, INF, NAN]),
    ("SGD", "maximize", [True, False, 1, 0], []),
    ("ASGD", "lambd", [0, LEAST, 1e308], [-LEAST, INF, NAN]),
    ("ASGD", "alpha", [0, LEAST, 1e308], [-LEAST, INF, NAN]),
    ("ASGD", "t0", [-INF, -1, 0, INF], [NAN]),
    ("Adam", "eps", [0, LEAST, 1e308], [-LEAST, INF, NAN]),
    ("Adam", "betas", [(0, 0), [0.5, BELOW_ONE], (BELOW_ONE, 0.0)],
     [(1.0, 0.5), (0.5, 1.0), (-LEAST, 0.5), (0.5, -LEAST), (NAN, 0.5), (0.5,), (0.5, 0.5, 0.5)]),
    ("NAdam", "momentum_decay", [0, LEAST, 1e308], [-LEAST, INF, NAN]),
    ("Adagrad", "lr_decay", [0, LEAST, 1e308], [-LEAST, INF, NAN]),
    ("Adagrad", "initial_accumulator_value", [0, LEAST, 1e308], [-LEAST, INF, NAN]),
    ("Adadelta", "rho", [0, 1], [-LEAST, ABOVE_ONE, NAN]),
    ("Rprop", "etas", [(LEAST, ABOVE_ONE), [BELOW_ONE, 1e308]],
     [(0.0, 1.5), (1.0, 1.5), (0.5, 1.0), (0.5, INF), (0.5,), 0.5]),
    ("Rprop", "step_sizes", [(0, 0), (0.5, 0.5), (0.5, INF)], [(-LEAST, 1.0), (1.0, BELOW_ONE), (0.0, NAN)]),
    ("LBFGS", "max_iter", [1, 2], [0, -1, 1.0, True]),
    ("LBFGS", "max_eval", [1, 2], [0, -1, 1.0, True]),
    ("LBFGS", "history_size", [1, 2], [0, -1, 1.0, True]),
    ("LBFGS", "tolerance_grad", [0, LEAST, 1e308], [-LEAST, INF, NAN]),
    ("LBFGS", "tolerance_change", [0, LEAST, 1e308], [-LEAST, INF, NAN]),
    ("LBFGS", "line_search_fn", [None, "strong_wolfe"], ["", True, "weak_wolfe"]),
]  # fmt: skip


@pytest.mark.parametrize(("name", "setting", "taken", "refused"), BOUNDS, ids=lambda x: x if isinstance(x, str) else "")
def test_both_sides_of_every_bound(name, setting, taken, refused):
    kind = getattr(optim, name)
    for x in taken:
        kept = kind([Value(1.0)], **{setting: x}).defaults[setting]
        assert kept == (tuple(x) if isinstance(x, list) else x)
        if not isinstance(x, (str, type(None))) and name != "LBFGS":
            assert type(kept) is (tuple if isinstance(x, (tuple, list)) else bool if setting == "maximize" else float)
    for x in refused:
        with pytest.raises(ValueError, match=f"(I|i)nvalid|xpected|unknown {setting}"):
            kind([Value(1.0)], **{setting: x})


def test_every_setting_has_its_bounds_tested():
    held = {setting for _, setting, _, _ in BOUNDS}
    assert held | {"nesterov", "amsgrad", "centered", "decoupled_weight_decay"} == SETTINGS.keys()


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"lr": "0.1"}, "Invalid learning rate: '0.1' is of type str, not a number"),
        ({"lr": None}, "Invalid learning rate: None is of type NoneType"),
        ({"momentum": Value(0.5)}, "Invalid momentum value: .* is of type Value"),
        ({"nesterov": "yes"}, "Invalid nesterov value: 'yes', it is True or False"),
        ({"learning_rate": 0.1}, "unexpected keyword argument 'learning_rate'"),
    ],
)
def test_settings_of_another_kind(options, message):
    with pytest.raises(TypeError, match=message):
        optim.SGD([Value(1.0)], **options)


# -- saving and loading ------------------------------------------------------------------------------------------------


def test_state_dict_is_a_copy():
    w = Value(1.0, "w")
    optimizer = optim.SGD([("w", w)], lr=0.5, momentum=0.5)
    w.grad = 1.0
    optimizer.step()
    saved = optimizer.state_dict()
    assert saved == {
        "state": [{"step": 1, "momentum_buffer": 1.0}],
        "param_groups": [
            {
                "params": [0],
                "param_names": ["w"],
                "lr": 0.5,
                "momentum": 0.5,
                "dampening": 0.0,
                "weight_decay": 0.0,
                "nesterov": False,
                "maximize": False,
            }
        ],
    }
    optimizer.load_state_dict(saved)
    saved["state"][0]["momentum_buffer"] = 99.0
    saved["param_groups"][0]["lr"] = 99.0
    assert optimizer.state[w]["momentum_buffer"] == 1.0
    assert optimizer.param_groups[0]["lr"] == 0.5
    assert optimizer.param_groups[0]["params"] == [w]


def changed(saved, *path, to):
    saved = copy.deepcopy(saved)
    *most, last = path
    place = saved
    for key in most:
        place = place[key]
    if to is None:
        del place[last]
    else:
        place[last] = to
    return saved


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda s: 7, "a state_dict is a dict with 'state' and 'param_groups', not 7"),
        (lambda s: {}, "a state_dict is a dict with 'state' and 'param_groups'"),
        (lambda s: changed(s, "state", to={}), "are lists"),
        (lambda s: changed(s, "param_groups", 0, to=7), "parameter group 0 of the state_dict is not a dict"),
        (lambda s: changed(s, "param_groups", 1, to=None), "expected 2 parameter groups, got 1"),
        (
            lambda s: changed(s, "param_groups", 1, "params", to=[2, 3]),
            "expected 3 parameters, got 4; first difference: group 1 has 1 parameter here and 2 there",
        ),
        (lambda s: changed(s, "state", 1, to=None), "expected the state of 3 parameters, got that of 2"),
        (
            lambda s: changed(s, "param_groups", 0, "param_names", to=["a", "c"]),
            "the parameters have other names; first difference: 'b' here is 'c' there",
        ),
        (lambda s: changed(s, "param_groups", 0, "lr", to=-1.0), "Invalid learning rate: -1.0"),
        (lambda s: changed(s, "param_groups", 1, "lr", to=None), "Adam has a setting 'lr', what was saved has not"),
        (lambda s: changed(s, "param_groups", 0, "rho", to=0.5), "unknown setting of Adam 'rho'"),
        (lambda s: changed(s, "state", 2, to=7), "the state of parameter 2 is not a dict: 7"),
        (
            lambda s: changed(s, "state", 2, "exp_avg", to=None),
            "the state of parameter 2 has exp_avg_sq, step; with these settings Adam keeps exp_avg, exp_avg_sq, step",
        ),
        (lambda s: changed(s, "state", 2, "exp_avg", to="much"), "the state of parameter 2: .* not str 'much'"),
        (lambda s: changed(s, "state", 2, "step", to=0.5), "the state of parameter 2 is that of step 0.5"),
    ],
)
def test_a_state_of_another_shape_is_refused_whole(change, message):
    a, b, c = params = values([1.0, 2.0, 3.0])
    optimizer = optim.Adam([{"params": [("a", a), ("b", b)]}, {"params": [c], "lr": 0.5}])
    give(params, [1.0, 2.0, 3.0])
    optimizer.step()
    saved = optimizer.state_dict()
    optimizer.step()
    now = optimizer.state_dict()
    with pytest.raises((ValueError, TypeError), match=f"{message}.*. Nothing was changed"):
        optimizer.load_state_dict(change(saved))
    assert optimizer.state_dict() == now


def test_a_state_of_another_optimizer_is_refused():
    w = Value(1.0)
    with pytest.raises(ValueError, match="SGD has a setting 'momentum', what was saved has not"):
        optim.SGD([w]).load_state_dict(optim.Adam([w]).state_dict())


@pytest.mark.parametrize(
    ("name", "to"),
    [
        ("d", [1.0]),
        ("d", None),
        ("ro", []),
        ("old_dirs", 1.0),
        ("n_iter", -1),
        ("t", "far"),
        ("prev_flat_grad", [1.0, "x"]),
    ],
)
def test_a_damaged_lbfgs_state_is_refused(name, to):
    params = values([-1.2, 1.0])
    optimizer = optim.LBFGS(params)
    optimizer.step(closure_for("rosenbrock", params, []))
    now = optimizer.state_dict()
    message = "is not what LBFGS remembers of 2 parameters|not str '(far|x)'"
    with pytest.raises((ValueError, TypeError), match=f"({message}).*. Nothing was changed"):
        optimizer.load_state_dict(changed(now, "state", 0, name, to=to))
    assert optimizer.state_dict() == now
    at_the_minimum = values([1.0, 1.0])
    other = optim.LBFGS(at_the_minimum)
    other.step(closure_for("rosenbrock", at_the_minimum, []))
    optimizer.load_state_dict(other.state_dict())
    assert optimizer.state == {params[0]: {"n_iter": 0, "func_evals": 1}}
    optimizer.load_state_dict(optim.LBFGS(params).state_dict())
    assert optimizer.state == {}


def test_the_settings_of_groups_are_written_by_hand():
    """The habit of PyTorch's programs: a loop over param_groups sets the rate."""
    w = Value(1.0)
    optimizer = optim.SGD([w], lr=0.5)
    for group in optimizer.param_groups:
        group["lr"] = 1
    w.grad = 0.25
    optimizer.step()
    assert w.data == 0.75


def test_the_average_starts_as_a_copy():
    """Before t0 ASGD's average is the parameter to the last bit: not the old average plus a difference."""
    p = Value(0.1)
    averaged = optim.ASGD([p], lr=0.3)
    for k in range(20):
        p.grad = (-7.3) ** k / 3.0  # far apart: else the difference would be exact
        averaged.step()
        assert averaged.state_dict()["state"][0]["ax"] == p.data


def test_a_wrong_default_is_refused_also_where_every_group_has_its_own():
    with pytest.raises(ValueError, match="learning rate"):
        optim.SGD([{"params": [Value(1.0, "w")], "lr": 0.1}], lr=-1.0)


def test_a_setting_is_no_attribute():
    """``optimizer.lr = 0.1`` changed nothing, and nobody was told."""
    optimizer = optim.SGD([Value(1.0)], lr=0.5)
    words = r"'SGD' object has no attribute 'lr': it is a setting, .* as optimizer\.param_groups\[0\]\['lr'\]"
    with pytest.raises(AttributeError, match=words):
        optimizer.lr = 0.1
    with pytest.raises(AttributeError, match=words):
        _ = optimizer.lr
    assert not hasattr(optimizer, "lr") and "lr" not in vars(optimizer)
    with pytest.raises(AttributeError, match=r"'SGD' object has no attribute 'rate'$"):
        _ = optimizer.rate
    optimizer.note = "of my own"
    assert copy.deepcopy(optimizer).note == pickle.loads(pickle.dumps(optimizer)).note == "of my own"

    class Own(optim.Optimizer):
        def __init__(self, params, lr=0.1):
            self.lr = lr
            super().__init__(params, {"lr": lr})
            self.lr = lr

    assert Own([Value(1.0)]).lr == 0.1
