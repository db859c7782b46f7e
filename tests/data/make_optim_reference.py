"""Make optim_reference.json: what PyTorch's optimizers do in float64, so that tests need no PyTorch.

Run `python tests/data/make_optim_reference.py` where torch 2.13 and numpy are installed; it rewrites the file
beside itself. It takes a minute: every run is repeated with gradients disturbed in their last bit.

A *case* starts from header "start" of its mode, makes 200 steps, and stores the five parameters after the steps listed
in header "steps", and the optimizer's state (torch's names, a list over the parameters, null where a parameter keeps
none) after the last one. Gradients come from one of two modes:

"function"  the exact gradient of the smooth convex function of `smooth`, at the current parameters:
                u = x[i] - c[i]
                g[i] = w[i] * (exp(u) - exp(-u)) * 0.5
                if i < 4: g[i] = g[i] + b * sin(x[i] - x[i+1])
                if i > 0: g[i] = g[i] - b * sin(x[i-1] - x[i])
            in this order, with Python's `math` functions; an optimizer that maximizes gets the gradient of -f.
"sequence"  numbers that depend on the step alone (t = 1, 2, ...), exact in binary:
                g[i] = ((t * (2*i + 3) + 3*i) % 17 - 8) / 4
            (mean 0 over 17 steps, exact zeros; parameter 1 starts with one)

Case entries: "optimizer" and "options" (what differs from header "defaults"); "groups", if present, lists the
parameter groups (indices under "params", then the options of that group); "lr_changes", if present, lists
[t, factor]: every group's lr is multiplied by factor just before step t. "layout" is "scalars" (every parameter a
0-d tensor) or "vector" (one tensor of five elements: differs for Adafactor only, which takes norms over a tensor).

*Closure cases* (LBFGS) call step(closure) with one of the functions of header "functions", from their own start, and
store for every step: parameters, the loss that step returned (compare it absolutely: it nears 0), and the running
counts n_iter and func_evals.

"sensitivity" of a case is the largest relative difference that changing each gradient (and loss) by up to one unit in
the last place made to any stored parameter: how well two correct programs can agree at all.

PyTorch is run with foreach=False, fused=False and float64 as default dtype (otherwise it keeps some scalar state,
such as NAdam's mu_product and ASGD's eta and mu, in float32). Lion is not in PyTorch: it is written here in NumPy
from Algorithm 2 of Chen et al., "Symbolic Discovery of Optimization Algorithms", arXiv:2302.06675.
"""
import inspect
import math
import random

import numpy
import torch
from _reference_json import versions, write

STEPS = [1, 2, 3, 5, 10, 20, 50, 100, 150, 200]
START = [2.0, -0.75, 1.75, 0.5, -2.25]
SEQUENCE_START = [3.0, -2.5, 2.25, 2.0, -3.5]
W, C, B = [0.5, 1.0, 0.75, 1.5, 0.6], [1.0, -2.0, 0.5, 1.5, -1.0], 0.05
DISTURBED_RUNS = 8


# -- the problems -----------------------------------------------------------------------------------------------------

def smooth(x):
    """sum_i w_i (cosh(x_i - c_i) - 1) + b sum_i (1 - cos(x_i - x_{i+1}))."""
    f = 0.0
    for i in range(5):
        u = x[i] - C[i]
        f = f + W[i] * ((math.exp(u) + math.exp(-u)) * 0.5 - 1.0)
    for i in range(4):
        f = f + B * (1.0 - math.cos(x[i] - x[i + 1]))
    return f


def smooth_gradient(x):
    g = []
    for i in range(5):
        u = x[i] - C[i]
        gi = W[i] * (math.exp(u) - math.exp(-u)) * 0.5
        if i < 4:
            gi = gi + B * math.sin(x[i] - x[i + 1])
        if i > 0:
            gi = gi - B * math.sin(x[i - 1] - x[i])
        g.append(gi)
    return g


def rosenbrock(x):
    """sum_i 100 (x_{i+1} - x_i^2)^2 + (1 - x_i)^2."""
    f = 0.0
    for i in range(len(x) - 1):
        r, s = x[i + 1] - x[i] * x[i], 1.0 - x[i]
        f = f + 100.0 * r * r + s * s
    return f


def rosenbrock_gradient(x):
    g = [0.0] * len(x)
    for i in range(len(x) - 1):
        r, s = x[i + 1] - x[i] * x[i], 1.0 - x[i]
        g[i] = g[i] - 400.0 * r * x[i] - 2.0 * s
        g[i + 1] = g[i + 1] + 200.0 * r
    return g


def logarithm(x):
    """log(1 + 400 (x_0 - 1)^2): a narrow valley that cubics fit badly, for the corners of the line search."""
    u = x[0] - 1.0
    return math.log(1.0 + 400.0 * u * u)


def logarithm_gradient(x):
    u = x[0] - 1.0
    return [800.0 * u / (1.0 + 400.0 * u * u)]


def sequence_gradient(t):
    return [((t * (2 * i + 3) + 3 * i) % 17 - 8) / 4 for i in range(5)]


FUNCTIONS = {"smooth": (smooth, smooth_gradient), "rosenbrock": (rosenbrock, rosenbrock_gradient),
             "logarithm": (logarithm, logarithm_gradient)}

FORMULAS = {
    "smooth": "f = sum(w[i]*((exp(u)+exp(-u))*0.5 - 1.0), u = x[i]-c[i]) + sum(b*(1.0 - cos(x[i]-x[i+1])), i < 4)",
    "smooth_gradient": "g[i] = w[i]*(exp(u)-exp(-u))*0.5; if i < 4: + b*sin(x[i]-x[i+1]); "
                       "if i > 0: - b*sin(x[i-1]-x[i])",
    "w": W, "c": C, "b": B,
    "rosenbrock": "f = sum(100.0*r*r + s*s, i < n-1), r = x[i+1]-x[i]*x[i], s = 1.0-x[i]",
    "rosenbrock_gradient": "for i < n-1: g[i] = g[i] - 400.0*r*x[i] - 2.0*s; g[i+1] = g[i+1] + 200.0*r",
    "logarithm": "f = log(1.0 + 400.0*u*u), u = x[0]-1.0",
    "logarithm_gradient": "g[0] = 800.0*u/(1.0 + 400.0*u*u)",
    "sequence_gradient": "g[i] = ((t*(2*i+3) + 3*i) % 17 - 8) / 4, t = 1, 2, ...",
}


def check_gradients():
    """The closed formulas above are the gradients of the functions above, by torch's own differentiation."""
    for function, start in ((_smooth_torch, START), (_rosenbrock_torch, START), (_rosenbrock_torch, [-1.2, 1.0]),
                            (_logarithm_torch, [-0.3])):
        x = torch.tensor(start, requires_grad=True)
        value, gradient = FUNCTIONS[function.__name__.strip("_").removesuffix("_torch")]
        f = function(x)
        f.backward()
        assert math.isclose(f.item(), value(start), rel_tol=1e-14)
        assert all(math.isclose(a, b, rel_tol=1e-13) for a, b in zip(x.grad.tolist(), gradient(start)))


def _smooth_torch(x):
    return (torch.tensor(W) * (torch.cosh(x - torch.tensor(C)) - 1)).sum() + B * (1 - torch.cos(x[:-1] - x[1:])).sum()


def _rosenbrock_torch(x):
    return (100 * (x[1:] - x[:-1] ** 2) ** 2 + (1 - x[:-1]) ** 2).sum()


def _logarithm_torch(x):
    return torch.log1p(400 * (x - 1) ** 2).sum()


def disturber(seed):
    """Multiply by 1, 1 + 2^-52 or 1 - 2^-52 at random; seed None changes nothing."""
    if seed is None:
        return lambda x: x
    rng = random.Random(seed)
    return lambda x: x * (1.0 + rng.choice((-1, 0, 1)) * 2.0 ** -52)


# -- Lion -------------------------------------------------------------------------------------------------------------

class Lion:
    """Algorithm 2 of the paper in plain NumPy, with just enough of torch's face to run beside the others."""

    def __init__(self, params, lr=1e-4, betas=(0.9, 0.99), weight_decay=0.0, *, maximize=False):
        defaults = dict(lr=lr, betas=betas, weight_decay=weight_decay, maximize=maximize)
        groups = params if isinstance(params[0], dict) else [{"params": params}]
        self.param_groups = [{**defaults, **group} for group in groups]
        self.exp_avg = {id(p): numpy.zeros(p.shape) for group in self.param_groups for p in group["params"]}

    def step(self):
        for group in self.param_groups:
            lr, (b1, b2), wd = group["lr"], group["betas"], group["weight_decay"]
            for p in group["params"]:
                theta, m, g = p.detach().numpy(), self.exp_avg[id(p)], p.grad.numpy()
                g = -g if group["maximize"] else g
                update = numpy.sign(b1 * m + (1 - b1) * g)
                theta -= lr * (update + wd * theta)
                m[...] = b2 * m + (1 - b2) * g

    def named_state(self, p):
        return {"exp_avg": torch.from_numpy(self.exp_avg[id(p)])}


# -- the cases --------------------------------------------------------------------------------------------------------

GROUPS = [{"params": [0, 1]}, {"params": [2, 3, 4]}]


def grouped(*options):
    """The two parameter groups, with their own options."""
    return [{**group, **own} for group, own in zip(GROUPS, options)]


# (optimizer, variant, options[, groups][, lr_changes]); every line is run in both modes
VARIANTS = [
    ("SGD", "plain", dict(lr=0.05)),
    ("SGD", "default_lr", {}),
    ("SGD", "momentum", dict(lr=0.02, momentum=0.9)),
    ("SGD", "dampening", dict(lr=0.1, momentum=0.8, dampening=0.5)),
    ("SGD", "nesterov", dict(lr=0.02, momentum=0.9, nesterov=True)),
    ("SGD", "weight_decay", dict(lr=0.05, weight_decay=0.1)),
    ("SGD", "momentum_weight_decay", dict(lr=0.02, momentum=0.9, weight_decay=0.03)),
    ("SGD", "maximize", dict(lr=0.05, maximize=True)),
    ("SGD", "nesterov_weight_decay_maximize",
     dict(lr=0.02, momentum=0.7, nesterov=True, weight_decay=0.05, maximize=True)),
    ("SGD", "groups", dict(momentum=0.9), grouped({"lr": 0.01}, {"lr": 0.04, "momentum": 0.5})),
    ("SGD", "groups_weight_decay", dict(lr=0.03), grouped({"weight_decay": 0.2}, {"lr": 0.06})),
    ("SGD", "lr_changes", dict(lr=0.04, momentum=0.9), None, [[21, 0.5], [121, 2.0]]),
    ("Adam", "plain", dict(lr=0.02)),
    ("Adam", "default_lr", {}),
    ("Adam", "betas_eps", dict(lr=0.03, betas=(0.8, 0.95), eps=1e-3)),
    ("Adam", "no_betas", dict(lr=0.01, betas=(0.0, 0.0))),
    ("Adam", "amsgrad", dict(lr=0.03, betas=(0.9, 0.9), amsgrad=True)),
    ("Adam", "weight_decay", dict(lr=0.02, weight_decay=0.1)),
    ("Adam", "amsgrad_weight_decay", dict(lr=0.02, weight_decay=0.1, amsgrad=True)),
    ("Adam", "maximize", dict(lr=0.02, maximize=True)),
    ("Adam", "weight_decay_maximize", dict(lr=0.02, weight_decay=0.1, maximize=True)),
    ("Adam", "groups", {}, grouped({"lr": 0.01}, {"lr": 0.03, "betas": (0.8, 0.99)})),
    ("Adam", "lr_changes", dict(lr=0.04), None, [[21, 0.5], [121, 2.0]]),
    ("AdamW", "plain", dict(lr=0.02)),
    ("AdamW", "default_lr", {}),
    ("AdamW", "weight_decay", dict(lr=0.02, weight_decay=0.2)),
    ("AdamW", "amsgrad", dict(lr=0.03, betas=(0.9, 0.9), amsgrad=True)),
    ("AdamW", "maximize", dict(lr=0.02, maximize=True)),
    ("AdamW", "groups", dict(lr=0.02), grouped({"weight_decay": 0.0}, {"lr": 0.01, "weight_decay": 0.3})),
    ("RMSprop", "plain", dict(lr=0.01)),
    ("RMSprop", "alpha", dict(lr=0.002, alpha=0.9, eps=1e-2)),
    ("RMSprop", "momentum", dict(lr=0.002, momentum=0.9)),
    ("RMSprop", "centered", dict(lr=0.005, centered=True)),
    ("RMSprop", "centered_momentum", dict(lr=0.002, centered=True, momentum=0.8, alpha=0.95, eps=1e-2)),
    ("RMSprop", "weight_decay", dict(lr=0.01, weight_decay=0.1)),
    ("RMSprop", "maximize", dict(lr=0.01, maximize=True)),
    ("RMSprop", "groups", dict(lr=0.01), grouped({"momentum": 0.5}, {"lr": 0.005})),
    ("Adagrad", "plain", dict(lr=0.2)),
    ("Adagrad", "default_lr", {}),
    ("Adagrad", "lr_decay", dict(lr=0.2, lr_decay=0.02)),
    ("Adagrad", "weight_decay", dict(lr=0.2, weight_decay=0.1)),
    ("Adagrad", "initial_accumulator_value", dict(lr=0.2, initial_accumulator_value=0.5, eps=1e-6)),
    ("Adagrad", "maximize", dict(lr=0.2, maximize=True)),
    ("Adagrad", "groups", dict(lr=0.2), grouped({"lr_decay": 0.05}, {"lr": 0.1})),
    ("Adadelta", "plain", {}),
    ("Adadelta", "rho_eps", dict(rho=0.95, eps=1e-4)),
    ("Adadelta", "lr", dict(lr=0.5, eps=1e-3)),
    ("Adadelta", "weight_decay", dict(weight_decay=0.1, eps=1e-4)),
    ("Adadelta", "maximize", dict(maximize=True, eps=1e-4)),
    ("Adadelta", "groups", dict(eps=1e-4), grouped({"lr": 0.5}, {"rho": 0.8})),
    ("Adamax", "plain", dict(lr=0.02)),
    ("Adamax", "default_lr", {}),
    ("Adamax", "betas_eps", dict(lr=0.02, betas=(0.8, 0.9), eps=1e-3)),
    ("Adamax", "weight_decay", dict(lr=0.02, weight_decay=0.1)),
    ("Adamax", "maximize", dict(lr=0.02, maximize=True)),
    ("Adamax", "groups", dict(lr=0.02), grouped({"lr": 0.01}, {"betas": (0.7, 0.99)})),
    ("NAdam", "plain", dict(lr=0.02)),
    ("NAdam", "default_lr", {}),
    ("NAdam", "momentum_decay", dict(lr=0.02, momentum_decay=0.05)),
    ("NAdam", "weight_decay", dict(lr=0.02, weight_decay=0.1)),
    ("NAdam", "decoupled_weight_decay", dict(lr=0.02, weight_decay=0.1, decoupled_weight_decay=True)),
    ("NAdam", "maximize", dict(lr=0.02, maximize=True)),
    ("NAdam", "groups", dict(lr=0.02), grouped({"momentum_decay": 0.01}, {"lr": 0.01})),
    ("RAdam", "plain", dict(lr=0.02)),
    ("RAdam", "default_lr", {}),
    ("RAdam", "betas", dict(lr=0.02, betas=(0.8, 0.95))),
    ("RAdam", "never_rectified", dict(lr=0.02, betas=(0.8, 0.6))),
    ("RAdam", "weight_decay", dict(lr=0.02, weight_decay=0.1)),
    ("RAdam", "decoupled_weight_decay", dict(lr=0.02, weight_decay=0.1, decoupled_weight_decay=True)),
    ("RAdam", "maximize", dict(lr=0.02, maximize=True)),
    ("RAdam", "groups", dict(lr=0.02), grouped({"betas": (0.5, 0.98)}, {"lr": 0.01})),
    ("ASGD", "plain", dict(lr=0.05)),
    ("ASGD", "default_lr", {}),
    ("ASGD", "averaging", dict(lr=0.05, lambd=0.01, alpha=0.5, t0=20)),
    ("ASGD", "averaging_from_start", dict(lr=0.05, lambd=0.001, t0=0)),
    ("ASGD", "weight_decay", dict(lr=0.05, weight_decay=0.1, t0=50)),
    ("ASGD", "maximize", dict(lr=0.05, maximize=True, t0=50)),
    ("ASGD", "lr_changes", dict(lr=0.05, t0=50), None, [[21, 0.5], [121, 2.0]]),
    ("ASGD", "groups", dict(lr=0.05, t0=20), grouped({"lambd": 0.02}, {"lr": 0.02})),
    ("Rprop", "plain", {}),
    ("Rprop", "etas", dict(lr=0.02, etas=(0.7, 1.1))),
    ("Rprop", "step_sizes", dict(lr=0.03, step_sizes=(0.004, 0.05))),
    ("Rprop", "maximize", dict(lr=0.02, maximize=True)),
    ("Rprop", "lr_changes", dict(lr=0.02), None, [[2, 5.0]]),
    ("Rprop", "groups", dict(lr=0.02), grouped({"lr": 0.005}, {"etas": (0.4, 1.3)})),
    ("Adafactor", "plain", dict(lr=0.05)),
    ("Adafactor", "default_lr", {}),
    ("Adafactor", "beta2_decay_d", dict(lr=0.05, beta2_decay=-0.5, d=1.5)),
    ("Adafactor", "eps", dict(lr=0.05, eps=(1e-3, 0.5))),
    ("Adafactor", "weight_decay", dict(lr=0.05, weight_decay=0.2)),
    ("Adafactor", "maximize", dict(lr=0.05, maximize=True)),
    ("Lion", "plain", dict(lr=0.01)),
    ("Lion", "default_lr", {}),
    ("Lion", "betas", dict(lr=0.005, betas=(0.95, 0.98))),
    ("Lion", "weight_decay", dict(lr=0.01, weight_decay=0.3)),
    ("Lion", "maximize", dict(lr=0.01, maximize=True)),
    ("Lion", "groups", dict(lr=0.01), grouped({"weight_decay": 0.5}, {"lr": 0.004})),
]

# (variant, function, start, number of step() calls, options)
CLOSURE_VARIANTS = [
    ("plain", "smooth", START, 3, {}),
    ("one_iteration_a_step", "smooth", START, 10, dict(max_iter=1)),
    ("three_iterations_a_step", "smooth", START, 4, dict(lr=0.7, max_iter=3)),
    ("small_history", "smooth", START, 6, dict(lr=0.6, max_iter=2, history_size=2)),
    ("max_eval", "smooth", START, 3, dict(lr=0.8, max_eval=4)),
    ("tolerance_grad", "smooth", START, 3, dict(tolerance_grad=1e-2)),
    ("tolerance_change", "smooth", START, 3, dict(lr=0.9, tolerance_change=1e-3)),
    ("at_the_minimum", "rosenbrock", [1.0, 1.0], 2, {}),
    ("strong_wolfe", "smooth", START, 3, dict(line_search_fn="strong_wolfe")),
    ("strong_wolfe_one_iteration_a_step", "smooth", START, 6, dict(max_iter=1, line_search_fn="strong_wolfe")),
    ("strong_wolfe_long_first_step", "smooth", START, 4, dict(lr=12.0, max_iter=2, line_search_fn="strong_wolfe")),
    ("strong_wolfe_short_first_step", "smooth", START, 4, dict(lr=0.01, max_iter=3, line_search_fn="strong_wolfe")),
    ("strong_wolfe_max_eval", "smooth", START, 3, dict(lr=12.0, max_eval=5, line_search_fn="strong_wolfe")),
    ("strong_wolfe_rosenbrock", "rosenbrock", [-1.2, 1.0], 3, dict(max_iter=4, line_search_fn="strong_wolfe")),
    ("strong_wolfe_rosenbrock_to_the_end", "rosenbrock", [-1.2, 1.0], 2,
     dict(max_iter=60, line_search_fn="strong_wolfe")),
    ("strong_wolfe_rosenbrock_small_history", "rosenbrock", START, 2,
     dict(max_iter=5, history_size=3, line_search_fn="strong_wolfe")),
    ("strong_wolfe_overshoot", "logarithm", [-2.0], 1,
     dict(lr=4.5035, max_iter=1, max_eval=12, line_search_fn="strong_wolfe")),
    ("strong_wolfe_wall", "logarithm", [0.999], 1,
     dict(lr=4.0, max_iter=1, max_eval=12, line_search_fn="strong_wolfe")),
    ("strong_wolfe_out_of_evaluations", "logarithm", [0.999], 2,
     dict(lr=4.0, max_iter=2, line_search_fn="strong_wolfe")),
    ("strong_wolfe_tolerance_change", "logarithm", [0.999], 2,
     dict(lr=4.0, tolerance_change=0.3, line_search_fn="strong_wolfe")),
    ("rosenbrock_short_steps", "rosenbrock", [-1.2, 1.0], 5, dict(lr=0.1, max_iter=5)),
]


# -- running ----------------------------------------------------------------------------------------------------------

def construct(name, params, options, groups):
    """The optimizer over its parameters, in groups or not."""
    arguments = params
    if groups:
        arguments = [{**group, "params": [params[i] for i in group["params"]]} for group in groups]
    if name == "Lion":
        return Lion(arguments, **options)
    kind = getattr(torch.optim, name)
    switches = {k: False for k in ("foreach", "fused") if k in inspect.signature(kind).parameters}
    return kind(arguments, **options, **switches)


def leaves(case):
    """The parameters as torch sees them."""
    start = START if case["mode"] == "function" else SEQUENCE_START
    return [torch.tensor(s, requires_grad=True) for s in (start if case["layout"] == "scalars" else [start])]


def flat(params):
    """Their values as one list of floats."""
    return [v for p in params for v in p.detach().reshape(-1).tolist()]


def run(case, seed=None):
    """200 steps of one case: ([parameters at STEPS], state after the last step)."""
    params = leaves(case)
    optimizer = construct(case["optimizer"], params, case["options"], case.get("groups"))
    changes, disturb, seen = dict(case.get("lr_changes", [])), disturber(seed), []
    sign = -1.0 if case["mode"] == "function" and case["options"].get("maximize") else 1.0
    for t in range(1, STEPS[-1] + 1):
        for group in optimizer.param_groups:
            group["lr"] = group["lr"] * changes.get(t, 1.0)
        g = smooth_gradient(flat(params)) if case["mode"] == "function" else sequence_gradient(t)
        g = [disturb(sign * v) for v in g]
        for p, v in zip(params, g if case["layout"] == "scalars" else [g]):
            p.grad = torch.tensor(v)
        optimizer.step()
        if t in STEPS:
            seen.append(flat(params))
    return seen, state_of(optimizer, params)


def state_of(optimizer, params):
    """{torch's name: [value for every parameter, None where it keeps none]}; 'step', always 200, left out."""
    states = [getattr(optimizer, "named_state", lambda p: optimizer.state[p])(p) for p in params]
    names = sorted({k for state in states for k, v in state.items() if v is not None} - {"step"})
    return {k: [v for state in states for v in (flat([state[k]]) if k in state else [None])] for k in names}


def run_closure(case, seed=None):
    """step(closure) of one closure case: [parameters], [returned loss], [[n_iter, func_evals]]."""
    value, gradient = FUNCTIONS[case["function"]]
    params = [torch.tensor(v, requires_grad=True) for v in case["start"]]
    optimizer, disturb = torch.optim.LBFGS(params, **case["options"]), disturber(seed)

    def closure():
        x = flat(params)
        for p, g in zip(params, gradient(x)):
            p.grad = torch.tensor(disturb(g))
        return torch.tensor(disturb(value(x)))

    seen, losses, counts = [], [], []
    for _ in range(case["calls"]):
        losses.append(optimizer.step(closure).item())
        seen.append(flat(params))
        state = optimizer.state[params[0]]
        counts.append([state["n_iter"], state["func_evals"]])
    return seen, losses, counts


def sensitivity(case, runner, reference):
    """Largest relative change of a stored parameter under last-bit changes of the gradients; two digits."""
    worst = 0.0
    for seed in range(DISTURBED_RUNS):
        for row, other in zip(reference, runner(case, seed)[0]):
            worst = max([worst] + [abs(a - b) / abs(a) for a, b in zip(row, other) if a != b])
    return float(f"{worst:.1e}")


def cases():
    for name, variant, options, *more in VARIANTS:
        groups, changes = [*more, None, None][:2]
        for mode in ("function", "sequence"):
            for layout in ("scalars", "vector") if name == "Adafactor" else ("scalars",):
                case = {"name": f"{name}-{variant}-{mode}" + ("-vector" if layout == "vector" else ""),
                        "optimizer": name, "mode": mode, "layout": layout, "options": options}
                case |= {k: v for k, v in (("groups", groups), ("lr_changes", changes)) if v}
                params, state = run(case)
                yield {**case, "sensitivity": sensitivity(case, run, params), "params": params, "state": state}


def closure_cases():
    for variant, function, start, calls, options in CLOSURE_VARIANTS:
        case = {"name": f"LBFGS-{variant}", "optimizer": "LBFGS", "function": function, "start": start,
                "calls": calls, "options": options}
        params, losses, counts = run_closure(case)
        yield {**case, "sensitivity": sensitivity(case, run_closure, params), "params": params, "losses": losses,
               "n_iter_func_evals": counts}


def defaults():
    """Every optimizer's options and their default values, performance switches left out."""
    skip = {"params", "foreach", "fused", "capturable", "differentiable"}
    kinds = {name: getattr(torch.optim, name, Lion) for name in dict.fromkeys(v[0] for v in VARIANTS)}
    kinds["LBFGS"] = torch.optim.LBFGS
    return {name: {k: p.default for k, p in inspect.signature(kind).parameters.items() if k not in skip}
            for name, kind in kinds.items()}


def main():
    torch.set_default_dtype(torch.float64)
    torch.set_num_threads(1)
    check_gradients()
    header = {"made_by": "make_optim_reference.py", "versions": versions(), "dtype": "float64",
              "start": {"function": START, "sequence": SEQUENCE_START}, "steps": STEPS, "functions": FORMULAS,
              "defaults": defaults()}
    write(__file__, "optim_reference.json", header, cases=list(cases()), closure_cases=list(closure_cases()))


if __name__ == "__main__":
    main()
