"""Learning rate schedules: every rate and momentum against PyTorch's, saving, restarts, and errors."""

import inspect
import json
import math
import pickle
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tinygrad_edu import Value, optim
from tinygrad_edu.optim import lr_scheduler
from tinygrad_edu.optim.lr_scheduler import (
    SWALR,
    ChainedScheduler,
    ConstantLR,
    CosineAnnealingWarmRestarts,
    CyclicLR,
    ExponentialLR,
    LambdaLR,
    LinearLR,
    LRScheduler,
    MultiplicativeLR,
    MultiStepLR,
    OneCycleLR,
    PolynomialLR,
    ReduceLROnPlateau,
    SequentialLR,
    StepLR,
)

REFERENCE = json.loads((Path(__file__).parent / "data" / "scheduler_reference.json").read_text())
HEADER = REFERENCE["header"]
CASES = [pytest.param(case, id=case["name"]) for case in REFERENCE["cases"]]

FUNCTIONS = {
    "0.95**epoch": lambda epoch: 0.95**epoch,
    "1/(1 + 0.1*epoch)": lambda epoch: 1 / (1 + 0.1 * epoch),
    "min(1.0, (epoch + 1)/20)": lambda epoch: min(1.0, (epoch + 1) / 20),
    "epoch // 30": lambda epoch: epoch // 30,
    "0.98": lambda epoch: 0.98,
    "0.99 if epoch % 2 else 1.005": lambda epoch: 0.99 if epoch % 2 else 1.005,
    "1/(5**(x*0.01))": lambda x: 1 / (5 ** (x * 0.01)),
    "0.5**(x - 1)": lambda x: 0.5 ** (x - 1),
}


def sgd(*rates, **options):
    groups = [{"params": [Value(0.0)], "lr": lr} for lr in rates or [0.5]]
    return optim.SGD(groups, **options)


def rates_of(optimizer):
    return [group["lr"] for group in optimizer.param_groups]


def momenta_of(optimizer):
    return [group["betas"][0] if "betas" in group else group["momentum"] for group in optimizer.param_groups]


def function(name):
    return [function(n) for n in name] if isinstance(name, list) else FUNCTIONS[name]


def construct(name, optimizer, options):
    options = {key: function(x) if key in ("lr_lambda", "scale_fn") else x for key, x in options.items()}
    return getattr(lr_scheduler, name)(optimizer, **options)


def made(case):
    """The optimizer, the schedule, and what to call for each epoch."""
    groups = [{"params": [Value(0.0)], "lr": lr} for lr in case["base_lr"]]
    optimizer = getattr(optim, case["optimizer"])(groups, **{"momentum": 0.9} if case["optimizer"] == "SGD" else {})
    calls = HEADER["calls"]
    if "first" in case:
        name, options = case["first"]
        first, second = construct(name, optimizer, options), construct("SWALR", optimizer, case["options"])
        switch = case["switch"]
        return optimizer, second, [first.step] * switch + [second.step] * (calls - switch)
    if "schedulers" in case:
        parts = [construct(name, optimizer, options) for name, options in case["schedulers"]]
        if case["scheduler"] == "SequentialLR":
            scheduler = SequentialLR(optimizer, parts, **case["options"])
        else:
            scheduler = ChainedScheduler(parts, optimizer)
        return optimizer, scheduler, [scheduler.step] * calls
    scheduler = construct(case["scheduler"], optimizer, case["options"])
    if "metric" in case:
        numbers = map(float, HEADER["metrics"][case["metric"]])
        return optimizer, scheduler, [lambda x=x: scheduler.step(x) for x in numbers]
    return optimizer, scheduler, [scheduler.step] * min(calls, getattr(scheduler, "total_steps", calls + 1) - 1)


def unfolded(column):
    """[value, n] stands for a value that comes n times in a row."""
    return [x for item in column for x in ([item[0]] * item[1] if isinstance(item, list) else [item])]


# -- PyTorch's numbers ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("case", CASES)
def test_rates(case):
    optimizer, scheduler, calls = made(case)
    rates, momenta = [rates_of(optimizer)], [momenta_of(optimizer)]
    for call in calls:
        call()
        rates.append(rates_of(optimizer))
        momenta.append(momenta_of(optimizer))
        if "first" not in case:
            assert scheduler.get_last_lr() == rates[-1]
            assert scheduler.last_epoch == len(rates) - 1
    for mine, expected in ((rates, case["lr"]), (momenta, case.get("momentum"))):
        if expected is None:
            assert all(row == momenta[0] for row in momenta)
            continue
        columns = list(map(unfolded, expected))
        largest = max(map(max, columns))
        for column, expected_column in zip(zip(*mine, strict=True), columns, strict=True):
            assert list(column) == pytest.approx(expected_column, rel=0.0, abs=1e-12 * largest)


@pytest.mark.parametrize("name", HEADER["defaults"])
def test_defaults_are_those_of_pytorch(name):
    mine = {
        key: None if parameter.default is parameter.empty else parameter.default
        for key, parameter in inspect.signature(getattr(lr_scheduler, name)).parameters.items()
        if key not in ("optimizer", "last_epoch")
    }
    assert mine == HEADER["defaults"][name]


# -- saving and loading ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("epoch", [0, 3, 31])
def test_saved_and_loaded_it_goes_on_bit_for_bit(case, epoch):
    optimizer, scheduler, calls = made(case)
    if "first" in case:
        calls = [scheduler.step] * len(calls)
    for call in calls[:epoch]:
        call()
    file = json.dumps([optimizer.state_dict(), scheduler.state_dict()])
    other_optimizer, other, other_calls = made(case)
    if "first" in case:
        other_calls = [other.step] * len(calls)
    first, second = json.loads(file)
    other_optimizer.load_state_dict(first)
    other.load_state_dict(second)
    assert json.dumps([other_optimizer.state_dict(), other.state_dict()]) == file
    for call, other_call in zip(calls[epoch:], other_calls[epoch:], strict=True):
        call()
        other_call()
        assert rates_of(optimizer) == rates_of(other_optimizer)
        assert momenta_of(optimizer) == momenta_of(other_optimizer)


@pytest.mark.parametrize(
    ("make", "change", "message"),
    [
        (lambda o: StepLR(o, 2), lambda s: 7, "the state of StepLR is a dict, not int"),
        (lambda o: StepLR(o, 2), lambda s: {k: s[k] for k in s if k != "gamma"}, "StepLR: 'gamma' is missing"),
        (lambda o: StepLR(o, 2), lambda s: {**s, "T_max": 3}, "StepLR: 'T_max' is unexpected"),
        (lambda o: StepLR(o, 2), lambda s: {**s, "last_epoch": 0.5}, "StepLR: last_epoch cannot be 0.5"),
        (lambda o: StepLR(o, 2), lambda s: {**s, "gamma": True}, "StepLR: gamma cannot be True"),
        (lambda o: StepLR(o, 2), lambda s: {**s, "base_lrs": [0.5, 0.5]}, "StepLR: base_lrs cannot be"),
        (lambda o: StepLR(o, 2), lambda s: {**s, "base_lrs": ["x"]}, "StepLR: base_lrs cannot be"),
        (lambda o: MultiStepLR(o, [2]), lambda s: {**s, "milestones": [0.5]}, "milestones cannot be"),
        (lambda o: ChainedScheduler([StepLR(o, 2)]), lambda s: {**s, "_schedulers": []}, "has those of 1 schedulers"),
        (
            lambda o: ChainedScheduler([StepLR(o, 2), StepLR(o, 3)]),
            lambda s: {**s, "_schedulers": [s["_schedulers"][0], {}]},
            "StepLR: 'step_size' is missing",
        ),
    ],
)
def test_a_state_of_another_shape_is_refused_whole(make, change, message):
    scheduler = make(sgd())
    saved = scheduler.state_dict()
    for _ in range(5):
        scheduler.step()
    now = scheduler.state_dict()
    with pytest.raises(ValueError, match=f"{message}.*Nothing was changed"):
        scheduler.load_state_dict(change(saved))
    assert scheduler.state_dict() == now
    scheduler.load_state_dict(saved)
    assert scheduler.state_dict() == saved != now


def test_loading_takes_other_settings():
    scheduler = MultiStepLR(sgd(), [2, 4, 6])
    other = MultiStepLR(sgd(), [1], gamma=0.5)
    other.load_state_dict(scheduler.state_dict())
    assert (other.milestones, other.gamma) == ((2, 4, 6), 0.1)


def test_copies():
    scheduler = StepLR(sgd(), 1)
    twin = pickle.loads(pickle.dumps(scheduler))
    twin.step()
    assert rates_of(twin.optimizer) == pytest.approx([0.05])
    assert rates_of(scheduler.optimizer) == [0.5]


# -- behaviour ---------------------------------------------------------------------------------------------------------


@given(epochs=st.integers(1, 30))
def test_preview_tells_the_future_and_changes_nothing(epochs):
    optimizer = sgd(0.5, 0.25)
    scheduler = SequentialLR(
        optimizer, [LinearLR(optimizer), CosineAnnealingWarmRestarts(optimizer, 3, 2)], milestones=[4]
    )
    before = [optimizer.state_dict(), scheduler.state_dict()]
    first, second = scheduler.preview(epochs), scheduler.preview(epochs, group=1)
    assert [optimizer.state_dict(), scheduler.state_dict()] == before
    for a, b in zip(first, second, strict=True):
        assert rates_of(optimizer) == [a, b]
        scheduler.step()
    with pytest.raises(TypeError, match="depend on the numbers"):
        ReduceLROnPlateau(optimizer).preview(3)


def test_a_schedule_of_ones_own():
    class Halve(LRScheduler):
        def rate(self, lr, initial, i):
            return lr if self.last_epoch == 0 else lr / 2

    class Closed(LRScheduler):  # PyTorch's way
        def get_lr(self):
            return [base / (1 + self.last_epoch) for base in self.base_lrs]

    assert Halve(sgd()).preview(3) == [0.5, 0.25, 0.125]
    with pytest.raises(NotImplementedError, match="define rate"):
        LRScheduler(sgd())
    assert Closed(sgd()).preview(3) == [0.5, 0.25, 0.5 / 3]


def test_failing_step_changes_nothing():
    optimizer = sgd()
    scheduler = LambdaLR(optimizer, lambda epoch: 1 / (2 - epoch))
    scheduler.step()
    now = scheduler.state_dict()
    with pytest.raises(ZeroDivisionError):
        scheduler.step()
    assert scheduler.state_dict() == now
    assert rates_of(optimizer) == [0.5]


def test_a_rate_set_by_hand_stays():
    optimizer = sgd()
    scheduler = ExponentialLR(optimizer, 0.5)
    optimizer.param_groups[0]["lr"] = 8.0
    scheduler.step()
    assert rates_of(optimizer) == [4.0]


def test_going_on_without_a_saved_schedule():
    optimizer = sgd()
    scheduler = StepLR(optimizer, 2)
    for _ in range(3):
        scheduler.step()
    other = sgd(0.1)
    with pytest.raises(ValueError, match=r"'initial_lr' is not in param_groups\[0\]"):
        StepLR(other, 2, last_epoch=3)
    other.load_state_dict(optimizer.state_dict())
    scheduler.step()
    assert StepLR(other, 2, last_epoch=3).get_last_lr() == scheduler.get_last_lr()
    group = {"params": [Value(0.0)], "initial_lr": 0.5}
    assert LambdaLR(optim.SGD([group]), lambda epoch: epoch, last_epoch=3).get_last_lr() == [2.0]

    momenta = []
    for kind, options in ((CyclicLR, (0.1, 1.0, 5)), (OneCycleLR, (1.0, 20))):
        optimizer = sgd(momentum=0.5)
        scheduler = kind(optimizer, *options)
        for _ in range(4):
            scheduler.step()
        expected = [rates_of(optimizer), momenta_of(optimizer)]
        assert kind(optimizer, *options, last_epoch=3).get_last_lr() == expected[0]
        assert momenta_of(optimizer) == expected[1]
        momenta.append(expected[1])
    assert momenta[0] != momenta[1]


def test_fractions_of_an_epoch():
    optimizer = sgd()
    scheduler = CosineAnnealingWarmRestarts(optimizer, T_0=2, T_mult=2)
    for epoch, (t, period) in {0.5: (0.5, 2), 2.5: (0.5, 4), 5.0: (3.0, 4), 6.25: (0.25, 8), 1.0: (1.0, 2)}.items():
        scheduler.step(epoch)
        assert rates_of(optimizer) == pytest.approx([0.25 * (1 + math.cos(math.pi * t / period))])
        assert scheduler.last_epoch == math.floor(epoch)
    with pytest.raises(ValueError, match="Expected non-negative epoch, but got -1"):
        scheduler.step(-1)


def test_corners():
    assert ConstantLR(sgd(), factor=0.0, total_iters=2).preview(4) == [0.0, 0.0, 0.5, 0.5]
    assert LinearLR(sgd(), start_factor=0.5, total_iters=0).preview(3) == [0.25] * 3
    assert PolynomialLR(sgd(), total_iters=0).preview(3) == [0.5] * 3
    assert OneCycleLR(sgd(), 1.0, total_steps=10, pct_start=0.1).preview(1) == [1.0]  # PyTorch divides by 0
    assert OneCycleLR(sgd(), 1.0, 3, pct_start=0.0).preview(3) == pytest.approx([0.750001, 0.250003, 4e-6])
    assert OneCycleLR(sgd(), 1.0, 3, pct_start=1.0).preview(3) == pytest.approx([0.04, 0.52, 1.0])
    assert PolynomialLR(sgd(), power=0.0).preview(7) == [0.5] * 7
    upside_down = dict(div_factor=0.5, final_div_factor=0.25, pct_start=0.5, anneal_strategy="linear")
    assert OneCycleLR(sgd(), 1.0, 4, **upside_down).preview(4) == [2.0, 1.0, 4.5, 8.0]
    assert OneCycleLR(sgd(), 1.0, total_steps=1).preview(1) == pytest.approx([1.0 / 25e4])
    assert CyclicLR(sgd(), 0.0, 1.0, 0.5, 0.5).preview(3) == [0.0] * 3  # up and down again within each epoch
    assert CyclicLR(sgd(), 0.0, 1.0, 2, 0).preview(5) == pytest.approx([0.0, 0.5, 0.0, 0.5, 0.0])


def test_one_cycle_ends():
    optimizer = sgd()
    scheduler = OneCycleLR(optimizer, 1.0, total_steps=3)
    for _ in range(3):
        scheduler.step()
    now = scheduler.state_dict()
    with pytest.raises(ValueError, match=r"Tried to step 4 times. The specified number of total steps is 3"):
        scheduler.step()
    assert scheduler.state_dict() == now


def test_plateau_takes_values():
    optimizer = sgd()
    scheduler = ReduceLROnPlateau(optimizer, factor=0.5, patience=0)
    for x in 1.0, 1.0, math.nan:
        scheduler.step(Value(x))
    assert rates_of(optimizer) == [0.125]
    with pytest.raises(TypeError, match="Invalid metrics value: None"):
        scheduler.step()
    scheduler.restart()
    assert (rates_of(optimizer), scheduler.best, scheduler.in_cooldown) == ([0.5], math.inf, False)


@pytest.mark.parametrize(
    ("mode", "threshold_mode", "first", "bar"),
    [("min", "abs", 2.0, 1.5), ("max", "abs", 2.0, 2.5), ("min", "rel", 4.0, 2.0), ("max", "rel", 4.0, 6.0)],
)
def test_better_is_more_than_the_threshold(mode, threshold_mode, first, bar):
    for number, reduced in ((bar, True), (math.nextafter(bar, math.inf if mode == "max" else 0.0), False)):
        optimizer = sgd()
        scheduler = ReduceLROnPlateau(optimizer, mode, patience=0, threshold=0.5, threshold_mode=threshold_mode)
        for x in first, number:
            scheduler.step(x)
        assert (rates_of(optimizer) == [0.05], scheduler.best) == (reduced, first if reduced else number)


def test_a_rate_is_reduced_by_more_than_eps_or_not_at_all():
    for eps, rate in ((0.25, 0.5), (math.nextafter(0.25, 0.0), 0.25)):
        optimizer = sgd()
        scheduler = ReduceLROnPlateau(optimizer, factor=0.5, patience=0, eps=eps)
        for _ in range(2):
            scheduler.step(1.0)
        assert rates_of(optimizer) == [rate]


def test_patience_and_cooldown_count_from_the_beginning():
    """nan is never better, and there is nothing better before: so every epoch counts."""
    optimizer = sgd()
    scheduler = ReduceLROnPlateau(optimizer, factor=0.5, patience=1, cooldown=2)
    seen = []
    for _ in range(9):
        scheduler.step(math.nan)
        seen.append((rates_of(optimizer)[0], scheduler.in_cooldown))
    assert seen == [
        (0.5, False), (0.25, True), (0.25, True), (0.25, False), (0.25, False), (0.125, True),
        (0.125, True), (0.125, False), (0.125, False),
    ]  # fmt: skip


def test_composed_of_composed():
    def sequence(optimizer):
        parts = [LinearLR(optimizer, 0.5, total_iters=2), ExponentialLR(optimizer, 0.5)]
        return SequentialLR(optimizer, parts, [2])

    alone = sequence(sgd()).preview(4)
    optimizer = sgd()
    both = SequentialLR(optimizer, [sequence(optimizer), sequence(optimizer)], [4])
    assert both.preview(8) == alone + alone
    optimizer = sgd()
    chain = ChainedScheduler([ConstantLR(optimizer, 0.5, total_iters=1), ExponentialLR(optimizer, 0.5)])
    assert chain.last_epoch == 0
    chain.step()
    assert chain.last_epoch == 1
    chain.restart()
    assert (chain.last_epoch, rates_of(optimizer)) == (0, [0.25])
    twice = SequentialLR(optimizer, [chain, ChainedScheduler([ExponentialLR(optimizer, 0.25)])], [2])
    assert twice.preview(4) == [0.25, 0.25, 0.5, 0.125]


def test_these_go_on_from_the_rate_they_find():
    optimizer = sgd()
    parts = [ExponentialLR(optimizer, 0.5), MultiplicativeLR(optimizer, lambda epoch: 0.5)]
    assert SequentialLR(optimizer, parts, [2]).preview(4) == [0.5, 0.25, 0.125, 0.0625]
    optimizer = sgd()
    parts = [ExponentialLR(optimizer, 0.5), SWALR(optimizer, 0.0, 2, "linear")]
    assert SequentialLR(optimizer, parts, [2]).preview(5) == [0.5, 0.25, 0.25, 0.125, 0.0]


@pytest.mark.parametrize("case", [case for case in CASES if "MultiplicativeLR" not in case.id])
def test_restarted_it_is_as_new(case):
    optimizer, scheduler, calls = made(case)
    if "first" in case:
        calls = [scheduler.step] * len(calls)

    def seen():
        foretold = [] if "metric" in case else scheduler.preview(min(30, len(calls)))
        state = scheduler.state_dict()
        if isinstance(scheduler, SequentialLR):  # whose later parts begin when it is their turn
            state["_schedulers"] = state["_schedulers"][0]
        return foretold, state, rates_of(optimizer), momenta_of(optimizer)

    new = seen()
    for call in calls[:23]:
        call()
    if isinstance(scheduler, SWALR):  # goes on from the rates that there are
        for group, rate in zip(optimizer.param_groups, new[2], strict=True):
            group["lr"] = rate
    scheduler.restart()
    assert seen() == new


def test_a_rate_that_has_arrived_stays_to_the_last_bit():
    for strategy in "cos", "linear":
        assert SWALR(sgd(0.3), 0.1, 7, strategy).preview(40)[7:] == [0.1] * 33


def test_a_sequence_that_goes_on_counts_from_there():
    optimizer = sgd()
    parts = [ConstantLR(optimizer, 0.5, total_iters=9), ConstantLR(optimizer, 0.25, total_iters=9)]
    scheduler = SequentialLR(optimizer, parts, [5], last_epoch=2)
    assert (scheduler.last_epoch, scheduler.preview(4)) == (3, [0.25, 0.25, 0.125, 0.125])
    assert SequentialLR(optimizer, parts, [1]).preview(3) == [0.25, 0.125, 0.125]
    assert SequentialLR(optimizer, parts, [0]).preview(3) == [0.125, 0.125, 0.125]


def test_the_rate_that_a_cycle_begins_with_is_the_initial_one():
    """Schedules that are made later for the same optimizer begin there; going on after an epoch moves nothing."""
    for kind, options, initial in ((CyclicLR, (0.125, 1.0, 5), 0.125), (OneCycleLR, (1.0, 20), 0.04)):
        optimizer = sgd(momentum=0.5)
        kind(optimizer, *options)
        assert optimizer.param_groups[0]["initial_lr"] == initial
        optimizer.param_groups[0]["initial_lr"] = 0.0625
        kind(optimizer, *options, last_epoch=3)
        assert optimizer.param_groups[0]["initial_lr"] == 0.0625


# -- errors ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("make", "error", "message"),
    [
        (lambda o: StepLR(None, 2), TypeError, "NoneType is not an Optimizer"),
        (lambda o: LambdaLR(7, abs), TypeError, "int is not an Optimizer"),
        (lambda o: ReduceLROnPlateau(7), TypeError, "int is not an Optimizer"),
        (lambda o: LambdaLR(o, [abs, abs]), ValueError, "Expected 1 lr_lambdas, but got 2"),
        (lambda o: MultiplicativeLR(o, 0.5), TypeError, "lr_lambda should be a function, but got float"),
        (lambda o: StepLR(o, 0), ValueError, "Expected positive integer step_size, but got 0"),
        (lambda o: StepLR(o, 1.5), ValueError, "Expected positive integer step_size, but got 1.5"),
        (lambda o: StepLR(o, 2, "much"), TypeError, "Invalid gamma value: 'much' is of type str"),
        (lambda o: MultiStepLR(o, [-1]), ValueError, "Expected integer >= 0 for milestones, but got -1"),
        (lambda o: ConstantLR(o, 1.5), ValueError, "factor expected to be between 0 and 1, got 1.5"),
        (lambda o: LinearLR(o, 0.0), ValueError, "expected to be greater than 0 and less or equal to 1, got 0.0"),
        (lambda o: LinearLR(o, 0.5, -1.0), ValueError, "Ending .* expected to be between 0 and 1, got -1.0"),
        (lambda o: LinearLR(o, 0.5, 1.0, -1), ValueError, "Expected integer >= 0 for total_iters, but got -1"),
        (lambda o: PolynomialLR(o, power=-1.0), ValueError, "Invalid power value: -1.0"),
        (lambda o: lr_scheduler.CosineAnnealingLR(o, 0), ValueError, "Expected positive integer T_max, but got 0"),
        (lambda o: CosineAnnealingWarmRestarts(o, 0), ValueError, "Expected positive integer T_0, but got 0"),
        (lambda o: CosineAnnealingWarmRestarts(o, 1, 0), ValueError, "Expected positive integer T_mult, but got 0"),
        (
            lambda o: CyclicLR(o, 0.1, 1.0, mode="round"),
            ValueError,
            "scale_fn is None: got 'round', known are",
        ),
        (lambda o: CyclicLR(o, 0.1, 1.0, scale_mode="step"), ValueError, "scale_mode must be one of"),
        (lambda o: CyclicLR(o, 0.1, 1.0, 0), ValueError, "step_size_up=0"),
        (lambda o: CyclicLR(o, [0.1, 0.2], 1.0), ValueError, "base_lr has 2 values, param_groups has 1"),
        (lambda o: OneCycleLR(o, 1.0), ValueError, "You must define either total_steps OR"),
        (lambda o: OneCycleLR(o, 1.0, epochs=2), ValueError, "You must define either total_steps OR"),
        (lambda o: OneCycleLR(o, 1.0, 0), ValueError, "Expected positive integer total_steps, but got 0"),
        (lambda o: OneCycleLR(o, 1.0, epochs=0, steps_per_epoch=1), ValueError, "positive integer epochs, but got 0"),
        (lambda o: OneCycleLR(o, 1.0, 9, pct_start=2.0), ValueError, "between 0 and 1 pct_start, but got 2.0"),
        (lambda o: OneCycleLR(o, 1.0, 9, anneal_strategy="up"), ValueError, "one of 'cos' or 'linear', instead got up"),
        (lambda o: OneCycleLR(o, 1.0, 9, div_factor=0.0), ValueError, "Invalid div_factor value: 0.0"),
        (lambda o: OneCycleLR(optim.Adagrad([Value(1.0)]), 1.0, 9), ValueError, "must support momentum or beta1"),
        (lambda o: SWALR(o, 0.1, -1), ValueError, "Expected integer >= 0 for anneal_epochs, but got -1"),
        (lambda o: SWALR(o, 0.1, anneal_strategy="up"), ValueError, "one of 'cos' or 'linear', instead got up"),
        (lambda o: ReduceLROnPlateau(o, "least"), ValueError, "mode least is unknown!"),
        (lambda o: ReduceLROnPlateau(o, threshold_mode="x"), ValueError, "threshold mode x is unknown!"),
        (lambda o: ReduceLROnPlateau(o, factor=1.0), ValueError, "Factor should be < 1.0 .* got 1.0"),
        (lambda o: ReduceLROnPlateau(o, min_lr=[0.1, 0.2]), ValueError, "min_lr has 2 values, param_groups has 1"),
        (lambda o: ReduceLROnPlateau(o, patience=-1), ValueError, "Expected integer >= 0 for patience, but got -1"),
        (lambda o: SequentialLR(o, [], []), ValueError, "SequentialLR expects at least one scheduler"),
        (lambda o: SequentialLR(o, [StepLR(o, 1)], [1]), ValueError, "number of schedulers 1 and the number of milest"),
        (lambda o: SequentialLR(o, [StepLR(o, 1)] * 3, [5, 3]), ValueError, r"to be ascending, but got \[5, 3\]"),
        (lambda o: SequentialLR(sgd(), [StepLR(o, 1)], []), ValueError, "belong to the same optimizer; index 0"),
        (lambda o: SequentialLR(None, [StepLR(o, 1)], []), TypeError, "NoneType is not an Optimizer"),
        (lambda o: ChainedScheduler([]), ValueError, "ChainedScheduler expects at least one scheduler"),
        (lambda o: ChainedScheduler([StepLR(o, 1), 7]), TypeError, "the scheduler at index 1 is of type int"),
        (lambda o: ChainedScheduler([StepLR(o, 1), StepLR(sgd(), 1)]), ValueError, "same optimizer; index 1 does not"),
        (lambda o: ChainedScheduler([ReduceLROnPlateau(o)]), ValueError, "does not support `ReduceLROnPlateau`"),
    ],
)
def test_settings_out_of_bounds(make, error, message):
    optimizer = sgd()
    with pytest.raises(error, match=message):
        make(optimizer)
    assert rates_of(optimizer) == [0.5]


LEAST, INF, NAN = 5e-324, math.inf, math.nan
BELOW_ONE, ABOVE_ONE = math.nextafter(1.0, 0.0), math.nextafter(1.0, 2.0)
# A schedule and numbers at both sides of a bound: which it takes, and which it refuses.
BOUNDS = {
    "step_size": (lambda o, x: StepLR(o, x), [1], [0]),
    "milestones": (lambda o, x: MultiStepLR(o, [x]), [0], [-1]),
    "constant factor": (lambda o, x: ConstantLR(o, x), [0, 1], [-LEAST, ABOVE_ONE, NAN]),
    "constant total_iters": (lambda o, x: ConstantLR(o, 0.5, x), [0], [-1]),
    "start_factor": (lambda o, x: LinearLR(o, x), [LEAST, 1], [0.0, -LEAST, ABOVE_ONE, NAN]),
    "end_factor": (lambda o, x: LinearLR(o, 0.5, x), [0, 1], [-LEAST, ABOVE_ONE, NAN]),
    "linear total_iters": (lambda o, x: LinearLR(o, 0.5, 1.0, x), [0], [-1]),
    "power": (lambda o, x: PolynomialLR(o, power=x), [0, LEAST], [-LEAST, NAN]),
    "polynomial total_iters": (lambda o, x: PolynomialLR(o, x), [0], [-1]),
    "T_max": (lambda o, x: lr_scheduler.CosineAnnealingLR(o, x), [1], [0]),
    "T_0": (lambda o, x: CosineAnnealingWarmRestarts(o, x), [1], [0]),
    "T_mult": (lambda o, x: CosineAnnealingWarmRestarts(o, 3, x), [1], [0]),
    "epoch": (lambda o, x: CosineAnnealingWarmRestarts(o, 3).step(x), [0, LEAST, 1e9], [-LEAST, INF, NAN]),
    "anneal_epochs": (lambda o, x: SWALR(o, 0.1, x), [0], [-1]),
    "step_size_up": (lambda o, x: CyclicLR(o, 0.1, 1.0, x), [1e-300], [0.0, NAN]),
    "step_size_down": (lambda o, x: CyclicLR(o, 0.1, 1.0, 1.0, x), [0, LEAST], [-LEAST, NAN]),
    "total_steps": (lambda o, x: OneCycleLR(o, 1.0, x), [1], [0]),
    "epochs": (lambda o, x: OneCycleLR(o, 1.0, epochs=x, steps_per_epoch=1), [1], [0]),
    "steps_per_epoch": (lambda o, x: OneCycleLR(o, 1.0, epochs=1, steps_per_epoch=x), [1], [0]),
    "pct_start": (lambda o, x: OneCycleLR(o, 1.0, 9, pct_start=x), [0, 1], [-LEAST, ABOVE_ONE, NAN]),
    "div_factor": (lambda o, x: OneCycleLR(o, 1.0, 9, div_factor=x), [1e-300], [0.0, NAN]),
    "final_div_factor": (lambda o, x: OneCycleLR(o, 1.0, 9, final_div_factor=x), [1e-300], [0.0, NAN]),
    "factor": (lambda o, x: ReduceLROnPlateau(o, factor=x), [0, BELOW_ONE], [-LEAST, 1.0, NAN]),
    "patience": (lambda o, x: ReduceLROnPlateau(o, patience=x), [0], [-1]),
    "cooldown": (lambda o, x: ReduceLROnPlateau(o, cooldown=x), [0], [-1]),
}


@pytest.mark.parametrize("name", BOUNDS)
def test_both_sides_of_every_bound(name):
    make, taken, refused = BOUNDS[name]
    for x in taken:
        make(sgd(), x)
    for x in refused:
        with pytest.raises(ValueError, match=r"xpected|Invalid|should be|more than"):
            make(sgd(), x)


def test_groups_added_later():
    optimizer = sgd()
    scheduler = StepLR(optimizer, 2)
    optimizer.add_param_group({"params": [Value(1.0)]})
    with pytest.raises(ValueError, match="the optimizer has 2 parameter groups, and had 1 when the schedule was made"):
        scheduler.step()
    assert scheduler.last_epoch == 0


@pytest.mark.parametrize(
    "make, name, value",
    [
        (lambda o: lr_scheduler.CosineAnnealingLR(o, 4), "T_max", 0),
        (lambda o: lr_scheduler.StepLR(o, 4), "step_size", 0),
        (lambda o: lr_scheduler.CosineAnnealingWarmRestarts(o, 4), "T_0", 0),
        (lambda o: lr_scheduler.OneCycleLR(o, 0.1, total_steps=9), "anneal_strategy", "by magic"),
        (lambda o: lr_scheduler.SequentialLR(o, [lr_scheduler.StepLR(o, 1), lr_scheduler.StepLR(o, 2)], [3]),
         "_milestones", [0, 0]),
        (lambda o: lr_scheduler.SequentialLR(o, [lr_scheduler.StepLR(o, 1), lr_scheduler.StepLR(o, 2)], [3]),
         "_milestones", [3, 5]),
        (lambda o: lr_scheduler.ReduceLROnPlateau(o), "mode", "most"),
        (lambda o: lr_scheduler.ReduceLROnPlateau(o), "threshold_mode", "much"),
    ],
    ids=["T_max", "step_size", "T_0", "anneal_strategy", "milestones", "more milestones", "mode", "threshold_mode"],
)  # fmt: skip
def test_a_state_that_leads_nowhere_is_refused(make, name, value):
    """Of the right kind and out of bounds: it would be found out in the middle of training."""
    scheduler = make(optim.SGD([Value(1.0)], lr=0.5))
    before = scheduler.state_dict()
    with pytest.raises(ValueError, match="Nothing was changed"):
        scheduler.load_state_dict({**before, name: value})
    assert scheduler.state_dict() == before
    scheduler.load_state_dict(before)
