"""Make scheduler_reference.json: what PyTorch's learning rate schedulers do, so that tests need no PyTorch.

Run `python tests/data/make_scheduler_reference.py` where torch 2.13 is installed; it rewrites the file beside itself.

A case builds an optimizer with one parameter in every group and learning rates "base_lr" (one per group), puts the
scheduler on it, and calls scheduler.step() again and again. "lr" holds, for every group, the learning rate after
construction and after each call: 201 numbers (OneCycleLR: total_steps of them), where [value, n] stands for a value
that comes n times in a row. If the scheduler also cycles momentum, "momentum" holds the same for momentum (SGD) or for
the first beta (Adam). Some rules go down to a small rate by subtracting larger ones, so compare to 1e-12 of the
largest rate of the case, not of the rate itself.

Functions of the epoch are named by their formula (header "functions"); readers keep a table from name to function.
Schedulers made of others list them under "schedulers" as [name, options]; they are constructed in that order, on the
same optimizer, before the one that joins them. ReduceLROnPlateau is called with the metrics of header "metrics" under
the name in "metric", one number per call. SWALR may have a "first" scheduler: both are constructed (first, SWALR), then
"switch" calls go to the first and the rest to SWALR.
"""
import inspect
import warnings
from itertools import groupby

import torch
from _reference_json import versions, write
from torch.optim import lr_scheduler
from torch.optim.swa_utils import SWALR

CALLS = 200

FUNCTIONS = {
    "0.95**epoch": lambda epoch: 0.95 ** epoch,
    "1/(1 + 0.1*epoch)": lambda epoch: 1 / (1 + 0.1 * epoch),
    "min(1.0, (epoch + 1)/20)": lambda epoch: min(1.0, (epoch + 1) / 20),
    "epoch // 30": lambda epoch: epoch // 30,
    "0.98": lambda epoch: 0.98,
    "0.99 if epoch % 2 else 1.005": lambda epoch: 0.99 if epoch % 2 else 1.005,
    "1/(5**(x*0.01))": lambda x: 1 / (5 ** (x * 0.01)),
    "0.5**(x - 1)": lambda x: 0.5 ** (x - 1),
}


def metrics():
    """Made of exact binary fractions, so that comparisons with thresholds are the same everywhere."""
    wobble = [((k * 37) % 64 - 32) / 64 for k in range(CALLS)]
    stairs = [1.0 - (k // 12) / 16 for k in range(CALLS)]
    return {
        "noisy_decay": [4.0 / (1 + k // 8) + w / 8 for k, w in enumerate(wobble)],
        "stairs_down": [s + w / 1024 for s, w in zip(stairs, wobble)],
        "stairs_up": [2.0 - s + w / 1024 for s, w in zip(stairs, wobble)],
        "below_zero": [-s + w / 64 for s, w in zip(stairs, wobble)],
        "constant": [1.0] * CALLS,
        "with_nan": ["nan" if k % 10 == 9 else s for k, s in enumerate(stairs)],
    }


METRICS = metrics()

# (scheduler, options[, more entries of the case]); default: one group, base_lr 0.1, SGD with momentum 0.9
TWO = {"base_lr": [0.1, 0.025]}
ADAM = {"optimizer": "Adam"}


def metric(name, **more):
    return {"metric": name, **more}


def parts(*schedulers):
    return {"schedulers": [list(s) for s in schedulers]}


CASES = [
    ("LambdaLR", dict(lr_lambda="0.95**epoch")),
    ("LambdaLR", dict(lr_lambda="1/(1 + 0.1*epoch)")),
    ("LambdaLR", dict(lr_lambda="min(1.0, (epoch + 1)/20)")),
    ("LambdaLR", dict(lr_lambda=["epoch // 30", "0.95**epoch"]), TWO),
    ("MultiplicativeLR", dict(lr_lambda="0.98")),
    ("MultiplicativeLR", dict(lr_lambda="0.99 if epoch % 2 else 1.005")),
    ("MultiplicativeLR", dict(lr_lambda=["0.98", "0.99 if epoch % 2 else 1.005"]), TWO),
    ("StepLR", dict(step_size=30)),
    ("StepLR", dict(step_size=7, gamma=0.8)),
    ("StepLR", dict(step_size=50, gamma=0.5), TWO),
    ("MultiStepLR", dict(milestones=[30, 80])),
    ("MultiStepLR", dict(milestones=[50, 20, 150, 20], gamma=0.5)),
    ("MultiStepLR", dict(milestones=[1, 100], gamma=0.3), TWO),
    ("ConstantLR", {}),
    ("ConstantLR", dict(factor=0.5, total_iters=40)),
    ("ConstantLR", dict(factor=0.25, total_iters=10), TWO),
    ("ConstantLR", dict(factor=0.25, total_iters=0)),
    ("LinearLR", {}),
    ("LinearLR", dict(start_factor=0.1, total_iters=50)),
    ("LinearLR", dict(start_factor=1.0, end_factor=0.05, total_iters=100)),
    ("LinearLR", dict(start_factor=0.5, total_iters=20), TWO),
    ("ExponentialLR", dict(gamma=0.9)),
    ("ExponentialLR", dict(gamma=0.99), TWO),
    ("PolynomialLR", {}),
    ("PolynomialLR", dict(total_iters=120)),
    ("PolynomialLR", dict(total_iters=150, power=2.0)),
    ("PolynomialLR", dict(total_iters=60, power=0.5), TWO),
    ("CosineAnnealingLR", dict(T_max=200)),
    ("CosineAnnealingLR", dict(T_max=50, eta_min=0.01)),
    ("CosineAnnealingLR", dict(T_max=10)),
    ("CosineAnnealingLR", dict(T_max=1, eta_min=0.001)),
    ("CosineAnnealingLR", dict(T_max=30, eta_min=0.001), TWO),
    ("CosineAnnealingWarmRestarts", dict(T_0=50)),
    ("CosineAnnealingWarmRestarts", dict(T_0=10, T_mult=2)),
    ("CosineAnnealingWarmRestarts", dict(T_0=7, T_mult=3, eta_min=0.001)),
    ("CosineAnnealingWarmRestarts", dict(T_0=1)),
    ("CosineAnnealingWarmRestarts", dict(T_0=20, T_mult=2, eta_min=0.005), TWO),
    ("ReduceLROnPlateau", {}, metric("noisy_decay")),
    ("ReduceLROnPlateau", dict(factor=0.8, patience=5), metric("stairs_down")),
    ("ReduceLROnPlateau", dict(factor=0.8, patience=5, threshold=0.1), metric("stairs_down")),
    ("ReduceLROnPlateau", dict(factor=0.8, patience=5, threshold=0.1, threshold_mode="abs"), metric("stairs_down")),
    ("ReduceLROnPlateau", dict(mode="max", factor=0.8, patience=5), metric("stairs_up")),
    ("ReduceLROnPlateau", dict(mode="max", factor=0.8, patience=5, threshold=0.1), metric("stairs_up")),
    ("ReduceLROnPlateau", dict(mode="max", factor=0.8, patience=5, threshold=0.1, threshold_mode="abs"),
     metric("stairs_up")),
    ("ReduceLROnPlateau", dict(factor=0.5, patience=3, cooldown=8), metric("constant")),
    ("ReduceLROnPlateau", dict(factor=0.5, patience=0), metric("noisy_decay")),
    ("ReduceLROnPlateau", dict(factor=0.5, patience=4, min_lr=0.01), metric("constant")),
    ("ReduceLROnPlateau", dict(factor=0.5, patience=4, eps=0.004), metric("constant")),
    ("ReduceLROnPlateau", dict(factor=0.8, patience=3, threshold=0.05), metric("below_zero")),
    ("ReduceLROnPlateau", dict(mode="max", factor=0.8, patience=3, threshold=0.05), metric("below_zero")),
    ("ReduceLROnPlateau", dict(factor=0.8, patience=5), metric("with_nan")),
    ("ReduceLROnPlateau", dict(factor=0.3, patience=6, cooldown=2, min_lr=[0.005, 0.001]), metric("constant", **TWO)),
    ("CyclicLR", dict(base_lr=0.01, max_lr=0.1, step_size_up=20)),
    ("CyclicLR", dict(base_lr=0.01, max_lr=0.1, step_size_up=10, step_size_down=30)),
    ("CyclicLR", dict(base_lr=0.01, max_lr=0.1, step_size_up=20, mode="triangular2")),
    ("CyclicLR", dict(base_lr=0.01, max_lr=0.1, step_size_up=15, mode="exp_range", gamma=0.99)),
    ("CyclicLR", dict(base_lr=0.01, max_lr=0.1, step_size_up=25, scale_fn="1/(5**(x*0.01))",
                      scale_mode="iterations", cycle_momentum=False)),
    ("CyclicLR", dict(base_lr=0.01, max_lr=0.1, step_size_up=25, scale_fn="0.5**(x - 1)", base_momentum=0.7)),
    ("CyclicLR", dict(base_lr=0.001, max_lr=0.01, step_size_up=20), ADAM),
    ("CyclicLR", dict(base_lr=[0.01, 0.002], max_lr=[0.1, 0.05], step_size_up=30, mode="triangular2",
                      cycle_momentum=False), TWO),
    ("OneCycleLR", dict(max_lr=0.1, total_steps=200)),
    ("OneCycleLR", dict(max_lr=0.1, epochs=20, steps_per_epoch=10, anneal_strategy="linear")),
    ("OneCycleLR", dict(max_lr=0.1, total_steps=200, three_phase=True)),
    ("OneCycleLR", dict(max_lr=0.1, total_steps=200, pct_start=0.2, three_phase=True, anneal_strategy="linear")),
    ("OneCycleLR", dict(max_lr=0.1, total_steps=60, pct_start=0.25, div_factor=10.0, final_div_factor=100.0)),
    ("OneCycleLR", dict(max_lr=0.1, total_steps=47, pct_start=0.37, base_momentum=0.8, max_momentum=0.9)),
    ("OneCycleLR", dict(max_lr=0.01, total_steps=200), ADAM),
    ("OneCycleLR", dict(max_lr=[0.1, 0.02], total_steps=201, cycle_momentum=False), TWO),
    ("SequentialLR", dict(milestones=[20]), parts(("ConstantLR", dict(factor=0.1, total_iters=20)),
                                                  ("ExponentialLR", dict(gamma=0.97)))),
    ("SequentialLR", dict(milestones=[30]), parts(("LinearLR", dict(start_factor=0.01, total_iters=30)),
                                                  ("CosineAnnealingLR", dict(T_max=170)))),
    ("SequentialLR", dict(milestones=[40, 120]), parts(("LinearLR", dict(start_factor=0.2, total_iters=10)),
                                                       ("StepLR", dict(step_size=15, gamma=0.5)),
                                                       ("PolynomialLR", dict(total_iters=60)))),
    ("SequentialLR", dict(milestones=[50]), parts(("ExponentialLR", dict(gamma=0.98)),
                                                  ("LambdaLR", dict(lr_lambda="1/(1 + 0.1*epoch)")))),
    ("SequentialLR", dict(milestones=[25, 100]), parts(("CosineAnnealingWarmRestarts", dict(T_0=10, T_mult=2)),
                                                       ("MultiStepLR", dict(milestones=[10, 20], gamma=0.5)),
                                                       ("CosineAnnealingWarmRestarts", dict(T_0=30)))),
    ("SequentialLR", dict(milestones=[15]), {**parts(("LinearLR", dict(start_factor=0.1, total_iters=15)),
                                                     ("StepLR", dict(step_size=40))), **TWO}),
    ("ChainedScheduler", {}, parts(("ConstantLR", dict(factor=0.1, total_iters=20)),
                                   ("ExponentialLR", dict(gamma=0.97)))),
    ("ChainedScheduler", {}, parts(("LinearLR", dict(start_factor=0.1, total_iters=25)),
                                   ("StepLR", dict(step_size=60, gamma=0.3)),
                                   ("MultiplicativeLR", dict(lr_lambda="0.98")))),
    ("ChainedScheduler", {}, parts(("PolynomialLR", dict(total_iters=150)), ("CosineAnnealingLR", dict(T_max=40)))),
    ("ChainedScheduler", {}, {**parts(("LinearLR", dict(total_iters=8)), ("ExponentialLR", dict(gamma=0.95))), **TWO}),
    ("SWALR", dict(swa_lr=0.01)),
    ("SWALR", dict(swa_lr=0.5, anneal_epochs=40, anneal_strategy="linear")),
    ("SWALR", dict(swa_lr=0.02, anneal_epochs=0)),
    ("SWALR", dict(swa_lr=[0.05, 0.001], anneal_epochs=60), TWO),
    ("SWALR", dict(swa_lr=0.05, anneal_epochs=20),
     {"first": ["CosineAnnealingLR", dict(T_max=100)], "switch": 75}),
]


# -- running ----------------------------------------------------------------------------------------------------------

def optimizer_for(case):
    """One parameter in every group; the gradient is zero, only the rates matter."""
    groups = [{"params": [torch.zeros((), requires_grad=True)], "lr": lr} for lr in case["base_lr"]]
    options = {"momentum": 0.9} if case["optimizer"] == "SGD" else {}
    return getattr(torch.optim, case["optimizer"])(groups, **options)


def with_functions(options):
    """Replace the names of functions by the functions."""
    def function(name):
        return [function(n) for n in name] if isinstance(name, list) else FUNCTIONS[name]
    return {k: function(v) if k in ("lr_lambda", "scale_fn") else v for k, v in options.items()}


def construct(name, optimizer, options):
    kind = SWALR if name == "SWALR" else getattr(lr_scheduler, name)
    return kind(optimizer, **with_functions(options))


def steppers(case, optimizer):
    """The functions to call, one after the other."""
    if "first" in case:
        name, options = case["first"]
        first, second = construct(name, optimizer, options), construct("SWALR", optimizer, case["options"])
        return [first.step] * case["switch"] + [second.step] * (CALLS - case["switch"])
    if "schedulers" in case:
        made = [construct(name, optimizer, options) for name, options in case["schedulers"]]
        if case["scheduler"] == "SequentialLR":
            scheduler = lr_scheduler.SequentialLR(optimizer, made, **case["options"])
        else:
            scheduler = lr_scheduler.ChainedScheduler(made, optimizer)
        return [scheduler.step] * CALLS
    scheduler = construct(case["scheduler"], optimizer, case["options"])
    if "metric" in case:
        return [lambda m=m: scheduler.step(float(m)) for m in METRICS[case["metric"]]]
    return [scheduler.step] * min(CALLS, getattr(scheduler, "total_steps", CALLS + 1) - 1)


def run(case):
    """The learning rates and momenta of every group after construction and after every call."""
    optimizer = optimizer_for(case)
    calls = steppers(case, optimizer)
    rates, momenta = [rates_of(optimizer)], [momenta_of(optimizer)]
    for call in calls:
        optimizer.step()
        call()
        rates.append(rates_of(optimizer))
        momenta.append(momenta_of(optimizer))
    result = {"lr": [folded(column) for column in zip(*rates)]}
    if any(m != momenta[0] for m in momenta):
        result["momentum"] = [folded(column) for column in zip(*momenta)]
    return result


def rates_of(optimizer):
    return [float(group["lr"]) for group in optimizer.param_groups]


def momenta_of(optimizer):
    return [group["betas"][0] if "betas" in group else group["momentum"] for group in optimizer.param_groups]


def folded(values):
    """The values, a run of n > 1 equal ones as [value, n]."""
    runs = [(v, len(list(run))) for v, run in groupby(values)]
    return [[v, n] if n > 1 else v for v, n in runs]


def cases():
    counts = {}
    for name, options, *more in CASES:
        counts[name] = counts.get(name, 0) + 1
        case = {"name": f"{name}-{counts[name]}", "scheduler": name, "optimizer": "SGD", "base_lr": [0.1],
                "options": options, **(more[0] if more else {})}
        yield {**case, **run(case)}


def defaults():
    """Every scheduler's options and their default values; options without one are null."""
    skip = {"optimizer", "last_epoch"}
    names = dict.fromkeys(name for name, *_ in CASES)
    kinds = {name: SWALR if name == "SWALR" else getattr(lr_scheduler, name) for name in names}
    return {name: {k: None if p.default is p.empty else p.default
                   for k, p in inspect.signature(kind).parameters.items() if k not in skip}
            for name, kind in kinds.items()}


def main():
    warnings.simplefilter("ignore")
    torch.set_default_dtype(torch.float64)
    header = {"made_by": "make_scheduler_reference.py", "versions": versions(), "calls": CALLS,
              "functions": list(FUNCTIONS), "metrics": METRICS, "defaults": defaults()}
    write(__file__, "scheduler_reference.json", header, cases=list(cases()))


if __name__ == "__main__":
    main()
