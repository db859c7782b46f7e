"""The functions that array code is made of, for NumPy, JAX and PyTorch: one name each, IEEE-754 throughout.

Most are the library's own under another name. What a library lacks is made of what it has, and the derivatives of tanh
and sigmoid are the table's own rules, run over arrays.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from typing import Any

from ...ieee import IEEE
from ...ops import OPS, Arithmetic

__all__ = ["add_rules", "jax_namespace", "masked_product", "numpy_namespace", "scatter", "torch_namespace"]

SAME = (
    "exp expm1 exp2 log log2 log10 log1p sin cos tan sinh cosh tanh floor ceil trunc sqrt sign hypot where maximum "
    "concatenate stack"
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
        "pow": np.float_power,  # np.power of a single exponent 0.5 is a square root, which is nan at −∞
        "erf": _one_by_one(np, IEEE.erf),  # NumPy has neither
        "erfc": _one_by_one(np, IEEE.erfc),
        "permute": np.transpose,
        "flip": np.flip,
        "broadcast": np.broadcast_to,
        "amax": lambda x: np.maximum.reduce(x, axis=-1),
        "total": lambda x: np.add.reduce(x, axis=-1),
        "arange": np.arange,
        "empty": np.zeros(0),
        "array": np.asarray,
        "table": lambda x: x,
        "integers": lambda x: np.asarray(x).astype(np.int64),
        "scatter": lambda shape, places, x: scatter(np, shape, places, x),
        "matmul": lambda a, b, where: masked_product(np, np.where(where, a, 0.0), b, a, where),
    }
    return near_zero(np, add_rules(names))


def masked_product(np: Any, hidden: Any, b: Any, a: Any, where: Any, out: Any = None) -> Any:
    """hidden @ b, where ``hidden`` is a with 0 for what does not count, not even beside an infinity: 0·∞ is nan."""
    out = np.matmul(hidden, b, out=out)
    if not math.isfinite(np.add.reduce(out, axis=None)):
        if b.ndim > 1:
            a, b, where = a[..., None], b[..., None, :, :], where[..., None]
        out[...] = np.add.reduce(np.where(where, a * b, 0.0), axis=-1 if b.ndim == 1 else -2)
    return out


NEAR_ZERO = {"tanh": 1e-3, "sigmoid": 3e-4}
"""Where a derivative is at least so large, the textbook's form of it has lost three or four of its sixteen digits."""


def near_zero(np: Any, names: dict[str, Any]) -> dict[str, Any]:
    """With the textbook's slopes wherever they have the digits: where no argument is in the tails. They are quicker.

    ``slope.again(slopes, x, y)`` computes slopes again by the table's rule, if one of them is too small.
    """

    def with_check(op: str, least: float, function: Callable[..., Any], rule: Callable[..., Any]) -> Any:
        m = Arithmetic({"square": lambda x: x * x})

        def again(slopes: Any, x: Any, y: Any) -> None:
            if not np.minimum.reduce(slopes, axis=None, initial=1.0) >= least:  # nan is not
                slopes[...] = rule(x, y)

        def textbook(x: Any, y: Any) -> Any:
            return OPS[op].textbook[0](m, y, x)

        def slope(x: Any, y: Any = None) -> Any:
            y = function(x) if y is None else y
            slopes = np.asarray(textbook(x, y))
            again(slopes, x, y)
            return slopes

        slope.again, slope.textbook = again, textbook  # type: ignore[attr-defined]
        return slope

    checked = {f"{op}_slope": with_check(op, least, names[op], names[f"{op}_slope"]) for op, least in NEAR_ZERO.items()}
    return names | checked


def jax_namespace() -> dict[str, Any]:
    """The same of ``jax.numpy``."""
    import jax.numpy as jnp
    from jax.scipy import special

    names = _named(jnp, OTHER)
    names |= {
        "erf": special.erf,
        "erfc": special.erfc,
        "permute": jnp.transpose,
        "flip": jnp.flip,
        "broadcast": jnp.broadcast_to,
        "amax": lambda x: jnp.max(x, axis=-1),
        "total": lambda x: jnp.sum(x, axis=-1),
        "arange": jnp.arange,
        "empty": jnp.zeros(0),
        "array": jnp.asarray,
        "table": lambda x: x,
        "integers": lambda x: jnp.asarray(x).astype(int),
        "scatter": lambda shape, places, x: jnp.zeros(shape, jnp.asarray(x).dtype).at[places].add(x),
        "matmul": lambda a, b, where: jnp.where(where, a, 0.0) @ b,
        "stack": lambda xs, axis=0: jnp.stack(xs, axis) if isinstance(xs, list) else jnp.moveaxis(xs, 0, axis),
        "turns": _scanned,
    }
    return add_rules(names)


def _scanned(turn: Callable[..., Any], numbers: Iterable[int], lists: list[Any], back: list[int]) -> list[Any]:
    """``turn(k, *lists)`` for each number, as one ``scan``: what it returns goes to the ends of the lists.

    back  how many of the last entries of each list a turn looks at

    Returns the lists as arrays. JAX compiles one turn, however many there are.
    """
    import jax
    import jax.numpy as jnp

    def next_turn(state: list[Any], k: Any) -> tuple[list[Any], list[Any]]:
        given = turn(k, *state)
        later = [[*xs, x][-n:] if n else [] for xs, x, n in zip(state, given, back, strict=True)]
        return jax.tree.map(lambda x, like: x.astype(like.dtype), later, state), given

    state = [xs[-n:] if n else [] for xs, n in zip(lists, back, strict=True)]
    given = jax.eval_shape(turn, 0, *state)
    state = [[x.astype(jnp.result_type(x, y)) for x in xs] for xs, y in zip(state, given, strict=True)]
    _, rows = jax.lax.scan(next_turn, state, jnp.asarray(list(numbers)))
    return [jnp.concatenate((jnp.stack(xs), ys)) if xs else ys for xs, ys in zip(lists, rows, strict=True)]


def torch_namespace() -> dict[str, Any]:
    """The same of ``torch``, in float64."""
    import torch

    def number(x: Any) -> Any:
        return x if isinstance(x, torch.Tensor) else torch.tensor(x, dtype=torch.float64)

    def numbers(function: Callable[..., Any]) -> Callable[..., Any]:
        """A function of two tensors, for numbers too."""
        return lambda a, b: function(number(a), number(b))

    def scattered(shape: tuple[int, ...], places: Any, x: Any) -> Any:
        x = number(x)
        return torch.zeros(shape, dtype=x.dtype, device=x.device).index_put(places, x, accumulate=True)

    names = _named(torch, {op: op for op in OTHER if op != "cbrt"})
    names |= {
        "cbrt": lambda x: torch.copysign(torch.abs(x) ** (1.0 / 3.0), x),
        "sign": lambda x: torch.where(x == x, torch.sign(x), x),  # torch's is 0 at nan
        "where": lambda c, a, b: torch.where(c, number(a), number(b)),
        "matmul": lambda a, b, where: torch.where(where, a, number(0.0)) @ b,
        "maximum": numbers(torch.maximum),
        "hypot": numbers(torch.hypot),
        "atan2": numbers(torch.atan2),
        "erf": torch.erf,
        "erfc": torch.erfc,
        "permute": torch.permute,
        "flip": lambda x, axis: torch.flip(x, (axis,)),
        "broadcast": lambda x, shape: torch.broadcast_to(number(x), shape),
        "amax": lambda x: torch.amax(x, -1),
        "total": lambda x: torch.sum(x, -1),
        "arange": torch.arange,
        "table": lambda x: x,
        "integers": lambda x: x.long(),
        "scatter": scattered,
        "empty": torch.zeros(0, dtype=torch.float64),
        "array": lambda x: torch.tensor(x, dtype=torch.int64 if _of_places(x) else torch.float64),
    }
    return add_rules(names)


def _of_places(x: Any) -> bool:
    while isinstance(x, (list, tuple)):
        x = x[0] if x else 0.0
    return isinstance(x, int)


def _named(library: Any, other: dict[str, str]) -> dict[str, Any]:
    names = {name: getattr(library, name) for name in SAME.split()}
    names |= {ours: getattr(library, theirs) for ours, theirs in other.items()}
    return names | {"inf": math.inf, "nan": math.nan}


def scatter(np: Any, shape: tuple[int, ...], places: tuple[Any, ...], x: Any) -> Any:
    """Zeros, with x added at these places along the first axes, in the order in which they come."""
    outer, rest = shape[: len(places)], shape[len(places) :]
    first = np.ravel_multi_index(np.broadcast_arrays(*places), outer) * math.prod(rest)
    index = first[..., None] + np.arange(math.prod(rest))
    weights = np.broadcast_to(x, (*first.shape, *rest))
    return np.bincount(index.ravel(), weights.ravel(), math.prod(shape)).reshape(shape)


def _one_by_one(np: Any, function: Callable[[float], float]) -> Callable[[Any], Any]:
    each = np.frompyfunc(function, 1, 1)
    return lambda x: np.asarray(each(x), dtype=np.float64)


def add_rules(names: dict[str, Any]) -> dict[str, Any]:
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
