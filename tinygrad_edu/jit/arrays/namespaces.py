"""The functions that array code is made of, for NumPy, JAX and PyTorch: one name each, IEEE-754 throughout.

Most are the library's own under another name. What a library lacks is made of what it has, and the derivatives of tanh
and sigmoid are the table's own rules, run over arrays.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

from ...ieee import IEEE
from ...ops import OPS, Arithmetic

__all__ = ["jax_namespace", "numpy_namespace", "torch_namespace"]

SAME = (
    "exp expm1 exp2 log log2 log10 log1p sin cos tan sinh cosh tanh floor ceil trunc sqrt sign hypot where maximum "
    "concatenate"
)
OTHER = {
    "abs": "abs", "round": "round", "pow": "power", "asin": "arcsin", "acos": "arccos", "atan": "arctan",
    "atan2": "arctan2", "asinh": "arcsinh", "acosh": "arccosh", "atanh": "arctanh", "cbrt": "cbrt",
}  # fmt: skip
"""NumPy's names, and JAX's, beside ours."""


def numpy_namespace() -> dict[str, Any]:
    """What array code needs, of NumPy. ImportError with the line that installs it."""
    try:
        import numpy as np
    except ImportError:
        raise ImportError("rolled programs in array code need NumPy: pip install 'tinygrad-edu[fast]'") from None
    names = _named(np, OTHER)
    names |= {
        "erf": _one_by_one(np, IEEE.erf),  # NumPy has neither
        "erfc": _one_by_one(np, IEEE.erfc),
        "permute": np.transpose,
        "broadcast": np.broadcast_to,
        "amax": lambda x: np.maximum.reduce(x, axis=-1),
        "total": lambda x: np.add.reduce(x, axis=-1),
        "arange": np.arange,
        "empty": np.zeros(0),
        "array": np.asarray,
    }
    _add_rules(names)
    exact = {"tanh_slope": names["tanh_slope"], "sigmoid_slope": names["sigmoid_slope"]}

    def near_zero(op: str, bound: float) -> Callable[..., Any]:
        """The textbook's form wherever it has the digits: where no argument is in the tails. It is much quicker."""
        row, function, rule = OPS[op], names[op], exact[f"{op}_slope"]
        m = Arithmetic({"square": np.square})

        def slope(x: Any, y: Any = None) -> Any:
            if not np.maximum.reduce(np.abs(x), axis=None, initial=0.0) <= bound:  # nan is not
                return rule(x, y)
            return row.textbook[0](m, function(x) if y is None else y, x)

        return slope

    return names | {"tanh_slope": near_zero("tanh", 4.0), "sigmoid_slope": near_zero("sigmoid", 8.0)}


def jax_namespace() -> dict[str, Any]:
    """The same of ``jax.numpy``."""
    import jax.numpy as jnp
    from jax.scipy import special

    names = _named(jnp, OTHER)
    names |= {
        "erf": special.erf,
        "erfc": special.erfc,
        "permute": jnp.transpose,
        "broadcast": jnp.broadcast_to,
        "amax": lambda x: jnp.max(x, axis=-1),
        "total": lambda x: jnp.sum(x, axis=-1),
        "arange": jnp.arange,
        "empty": jnp.zeros(0),
        "array": jnp.asarray,
    }
    return _add_rules(names)


def torch_namespace() -> dict[str, Any]:
    """The same of ``torch``, in float64."""
    import torch

    def number(x: Any) -> Any:
        return x if isinstance(x, torch.Tensor) else torch.tensor(x, dtype=torch.float64)

    def numbers(function: Callable[..., Any]) -> Callable[..., Any]:
        """A function of two tensors, for numbers too."""
        return lambda a, b: function(number(a), number(b))

    names = _named(torch, {op: op for op in OTHER if op != "cbrt"})
    names |= {
        "cbrt": lambda x: torch.copysign(torch.abs(x) ** (1.0 / 3.0), x),
        "sign": lambda x: torch.where(x == x, torch.sign(x), x),  # torch's is 0 at nan
        "where": lambda c, a, b: torch.where(c, number(a), number(b)),
        "maximum": numbers(torch.maximum),
        "hypot": numbers(torch.hypot),
        "atan2": numbers(torch.atan2),
        "erf": torch.erf,
        "erfc": torch.erfc,
        "permute": torch.permute,
        "broadcast": lambda x, shape: torch.broadcast_to(number(x), shape),
        "amax": lambda x: torch.amax(x, -1),
        "total": lambda x: torch.sum(x, -1),
        "arange": torch.arange,
        "empty": torch.zeros(0, dtype=torch.float64),
        "array": lambda x: torch.tensor(x, dtype=torch.int64 if _of_places(x) else torch.float64),
    }
    return _add_rules(names)


def _of_places(x: Any) -> bool:
    while isinstance(x, (list, tuple)):
        x = x[0] if x else 0.0
    return isinstance(x, int)


def _named(library: Any, other: dict[str, str]) -> dict[str, Any]:
    names = {name: getattr(library, name) for name in SAME.split()}
    names |= {ours: getattr(library, theirs) for ours, theirs in other.items()}
    return names | {"inf": math.inf, "nan": math.nan}


def _one_by_one(np: Any, function: Callable[[float], float]) -> Callable[[Any], Any]:
    each = np.frompyfunc(function, 1, 1)
    return lambda x: np.asarray(each(x), dtype=np.float64)


def _add_rules(names: dict[str, Any]) -> dict[str, Any]:
    """Add what is made of the others: sigmoid without overflow, and the slopes by the table's rules."""
    exp, where, magnitude = names["exp"], names["where"], names["abs"]

    def sigmoid(x: Any) -> Any:
        e = exp(-magnitude(x))  # at most 1, so nothing overflows
        return where(x >= 0.0, 1.0, e) / (1.0 + e)

    names["sigmoid"] = sigmoid
    m = Arithmetic({name: names[name] for name, op in OPS.items() if op.native})

    def slope(op: str) -> Callable[..., Any]:
        row, function = OPS[op], names[op]
        return lambda x, y=None: row.partials[0](m, function(x) if y is None else y, x)

    names["tanh_slope"], names["sigmoid_slope"] = slope("tanh"), slope("sigmoid")
    return names
