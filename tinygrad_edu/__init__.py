"""tinygrad_edu: you write scalars, and can see, read and check every derivative.

A scalar reverse-mode autodiff micro-framework for learning, teaching and testing backpropagation. A ``Value`` records
the computation it came from; ``backward()`` sends the gradient back through it.

>>> import tinygrad_edu as te
>>> w, x, b = te.Value(0.5, "w"), te.Value(2.0, "x"), te.Value(-1.0, "b")
>>> y = te.tanh(w * x + b)
>>> y.backward()
>>> w.grad, x.grad, b.grad
(2.0, 0.5, 1.0)
>>> te.grad(te.grad(lambda x: x**3))(2.0)
12.0
"""

__version__ = "0.1.0"

from importlib import import_module
from typing import TYPE_CHECKING, Any

from . import collector as collector
from . import functions as functions
from . import graph as graph
from .choice import take
from .derivatives import derivative, grad, gradients, hessian, hvp, jacobian, jvp, value_and_grad, vjp
from .elementary import abs as abs
from .elementary import (  # fmt: skip
    acos,
    acosh,
    add,
    asin,
    asinh,
    atan,
    atan2,
    atanh,
    cbrt,
    ceil,
    celu,
    clamp,
    cos,
    cosh,
    div,
    elu,
    erf,
    erfc,
    exp,
    exp2,
    expm1,
    floor,
    gelu,
    hardshrink,
    hardsigmoid,
    hardswish,
    hardtanh,
    hypot,
    identity,
    leaky_relu,
    log,
    log1p,
    log2,
    log10,
    logaddexp,
    logsigmoid,
    maximum,
    minimum,
    mish,
    mul,
    neg,
    reciprocal,
    relu,
    relu6,
    rsqrt,
    selu,
    sigmoid,
    sign,
    silu,
    sin,
    sinh,
    softplus,
    softshrink,
    softsign,
    sqrt,
    square,
    sub,
    tan,
    tanh,
    tanhshrink,
    trunc,
    where,
)
from .elementary import pow as pow
from .elementary import round as round
from .explain import explain, paths, what_if
from .functions import dot, log_softmax, logsumexp, mean, primitive, prod, softmax, var
from .functions import sum as sum
from .instead import missing
from .jit import jit
from .modes import TracingError, detect_anomaly, enable_grad, is_grad_enabled, no_grad
from .steps import Rounds, record_rounds, steps
from .value import Value, constant

if TYPE_CHECKING:
    from . import check as check
    from . import data as data
    from . import draw as draw
    from . import linter as linter
    from . import nn as nn
    from . import optim as optim
    from . import report as report
    from . import train as train
    from .check import gradcheck as gradcheck
    from .check import gradgradcheck as gradgradcheck
    from .draw import draw_graph as draw_graph
    from .draw import draw_layers as draw_layers
    from .draw import draw_network as draw_network
    from .draw import draw_path as draw_path
    from .draw import show as show
    from .jit.arrays.frameworks import to_jax as to_jax
    from .jit.arrays.frameworks import to_torch as to_torch
    from .linter import lint as lint
    from .train import fit as fit

collector.install()

# What is imported when it is first asked for, so that `import tinygrad_edu` stays quick: te.nn, te.draw_graph, ...
_ROOMS = ("check", "data", "draw", "linter", "nn", "optim", "report", "train")
_FROM_ROOMS = dict.fromkeys(("draw_graph", "draw_layers", "draw_network", "draw_path", "show"), "draw")
_FROM_ROOMS |= {"to_jax": "jit.arrays.frameworks", "to_torch": "jit.arrays.frameworks"}
_FROM_ROOMS |= {"fit": "train", "lint": "linter", "gradcheck": "check", "gradgradcheck": "check"}


def __getattr__(name: str) -> Any:
    if name in _ROOMS:
        return import_module(f".{name}", __name__)
    if name in _FROM_ROOMS:
        return getattr(import_module(f".{_FROM_ROOMS[name]}", __name__), name)
    raise missing(__name__, name, __dir__(), ("nn", "optim", "data", "train", "report", "graph", "check"))


def __dir__() -> list[str]:
    inner = (name for name in globals() if name.startswith("__"))
    return sorted({*__all__, *inner, *_ROOMS, *_FROM_ROOMS, "abs", "pow", "round", "sum", "functions", "graph"})


# What `from tinygrad_edu import *` brings, in the order of the API pages: Values, derivatives, what explains and
# compiles them, operations. Not abs, pow, round and sum, which would hide Python's own.
__all__ = [  # noqa: RUF022
    "Value", "constant", "no_grad", "enable_grad", "is_grad_enabled", "detect_anomaly", "primitive",
    "grad", "value_and_grad", "derivative", "gradients", "jvp", "vjp", "jacobian", "hessian", "hvp",
    "explain", "paths", "what_if", "steps", "record_rounds", "Rounds", "jit", "TracingError",
    "acos", "acosh", "add", "asin", "asinh", "atan", "atan2", "atanh", "cbrt", "ceil", "celu", "clamp", "cos", "cosh",
    "div", "dot", "elu", "erf", "erfc", "exp", "exp2", "expm1", "floor", "gelu", "hardshrink", "hardsigmoid",
    "hardswish", "hardtanh", "hypot", "identity", "leaky_relu", "log", "log10", "log1p", "log2", "log_softmax",
    "logaddexp", "logsigmoid", "logsumexp", "maximum", "mean", "minimum", "mish", "mul", "neg", "prod", "reciprocal",
    "relu", "relu6", "rsqrt", "selu", "sigmoid", "sign", "silu", "sin", "sinh", "softmax", "softplus", "softshrink",
    "softsign", "sqrt", "square", "sub", "take", "tan", "tanh", "tanhshrink", "trunc", "var", "where",
]  # fmt: skip
