"""The way on: a compiled function as a plain function of JAX or PyTorch arrays.

For those who outgrow one machine: ``jax.jit``, ``vmap``, ``grad`` and ``shard_map``, ``torch.func`` and a GPU are
theirs. The function is the rolled program's array code over ``jax.numpy`` or ``torch``; it writes into no array.
"""

from __future__ import annotations

from collections.abc import Callable
from numbers import Number
from typing import Any

from ...choice import entry_number
from .. import jit
from ..function import Jitted
from ..method import Method
from ..program import Program
from ..rolling.recurrences import recurrent
from ..rolling.reroll import reroll
from .namespaces import jax_namespace, torch_namespace
from .target import function_of

__all__ = ["to_jax", "to_torch"]


def to_jax(f: Any, *args: Any) -> Callable[..., Any]:
    """The function ``f`` over JAX arrays.

    f     a function, or one that ``jit`` has compiled, or a Program
    args  what to compile it for; without any, for what it was called with last

    The result takes an array of any shape for each argument, with as many numbers, or what f takes, lists, tuples and
    dicts, also of arrays; and last, if the function reads parameters, an array of these; left out, they are what they
    were. A function that returns a number returns an array without axes, so that ``jax.grad`` takes it; others return
    one row of their numbers. For doubles switch on JAX's ``jax_enable_x64``. Raises ImportError if JAX is not
    installed, ValueError if parts of the function are cut off from its derivatives by ``detach()`` or ``no_grad()``,
    which JAX would not know. Numbers by which ``take`` chooses are checked where they are known: not inside ``jax.jit``
    and ``vmap``, where JAX itself says what becomes of those out of range.

        f = to_jax(lambda x: x.tanh(), 0.5)
        jax.vmap(jax.grad(f))(jnp.array([0.0, 1.0]))  # 1.0 and 0.41997434
    """
    try:
        names = jax_namespace()
    except ImportError:
        raise ImportError("to_jax makes a function of JAX arrays; JAX is not installed: pip install jax") from None
    import jax.numpy as jnp

    return _over(f, args, names, lambda x, like: jnp.asarray(x), jnp.ravel)


def to_torch(f: Any, *args: Any) -> Callable[..., Any]:
    """The function ``f`` over PyTorch tensors, in float64, on the device of the first argument; else as ``to_jax``."""
    try:
        names = torch_namespace()
    except ImportError:
        raise ImportError("to_torch makes a function of tensors; PyTorch is not installed: pip install torch") from None
    import torch

    def tensor(x: Any, like: Any) -> Any:
        device = like.device if isinstance(like, torch.Tensor) else None
        return torch.as_tensor(x, dtype=torch.float64, device=device)

    return _over(f, args, names, tensor, torch.ravel)


def _over(f: Any, args: Any, names: dict[str, Any], array: Callable[[Any, Any], Any], ravel: Any) -> Callable[..., Any]:
    """The program of ``f`` over a library's functions of arrays."""
    if isinstance(f, Method):
        f, args = f.__func__, (f.__self__, *args) if args else ()
    elif not isinstance(f, (Program, Jitted)):
        f = jit(f)
    compiled = None if isinstance(f, Program) else f._shown(args, {})
    if compiled is not None and compiled.cut and args:  # to be differentiated, derivatives within it are no numbers
        compiled = f._shown(args, {}, f.wanted._replace(nested=True))
    if compiled is not None and compiled.cut and compiled.key[0].kind == "value":
        raise ValueError(
            f"{f.__name__} has parts without derivatives, by detach() or no_grad(), and a function of arrays would be "
            "differentiated right through them: convert its gradient, te.grad(f, jit=True), or leave them out"
        )
    program = f if compiled is None else compiled.program
    choices = [] if compiled is None else [(compiled.given.index(k), *rest) for k, *rest in compiled.choices]
    captured = [v.data for v in compiled.captured] if compiled is not None else []
    run, code = function_of(recurrent(reroll(program)), names)
    sizes = [len(group.nodes) for group in program.inputs]
    keys = [None] * len(sizes) if compiled is None else [compiled.key[1][k] for k in compiled.given]
    single = compiled is not None and _is_number(compiled)
    fixed = {} if compiled is None else compiled.fixed

    def function(*arrays: Any) -> Any:
        if captured and len(arrays) == len(sizes) - 1:
            arrays = (*arrays, captured)
        if len(arrays) != len(sizes):
            raise TypeError(f"it takes {len(sizes)} arrays ({', '.join(code.inputs)}), and {len(arrays)} came")
        rows = []
        for name, x, key in zip(code.inputs, arrays, [*keys, None], strict=False):
            parts = [ravel(array(part, arrays[0])) for part in _parts(name, x, key)]
            rows.append(parts[0] if len(parts) == 1 else names["concatenate"](parts))
        for name, row, size in zip(code.inputs, rows, sizes, strict=True):
            if row.shape[0] != size:
                raise ValueError(f"{name} is to have {size} numbers, and {row.shape[0]} came")
        for k, place, bounds in choices:
            known = _known(rows[k])
            if known is not None:
                entry_number(int(known[place]) if float(known[place]).is_integer() else known[place], *bounds)
        out = run(*rows)
        if single:
            return out[0][0]
        if fixed:  # numbers that are the same for all arguments have their places in the row, too
            values, total = iter(range(out[0].shape[0])), out[0].shape[0] + len(fixed)
            places = [fixed[k] if k in fixed else next(values) for k in range(total)]
            parts = [
                out[0][x : x + 1] if k not in fixed else ravel(array([float(x)], arrays[0]))
                for k, x in enumerate(places)
                if k not in fixed or isinstance(x, Number)
            ]
            return names["concatenate"](parts)
        return out[0] if len(out) == 1 else tuple(out)

    function.__doc__ = code.text()
    return function


def _parts(name: str, tree: Any, key: Any) -> list[Any]:
    """The arrays of an argument, in order; numbers side by side in a list are one.

    key  of its structure, as it was compiled: JAX changes the order of a dict's entries
    """
    inside = key[1] if isinstance(key, tuple) else ()
    if isinstance(tree, dict):
        wanted = dict(inside) if key is not None and key[0] is dict else dict.fromkeys(tree)
        if wanted.keys() != tree.keys():
            raise ValueError(f"{name} is to have the entries {', '.join(map(repr, wanted))}, not {list(tree)!r:.60}")
        items = [(tree[k], below) for k, below in wanted.items()]
    elif isinstance(tree, (list, tuple)):
        below = inside if isinstance(inside, tuple) and len(inside) == len(tree) else [None] * len(tree)
        items = list(zip(tree, below, strict=True))
    else:
        return [] if tree is None or isinstance(tree, (str, bytes, bool)) else [tree]  # settings
    parts: list[Any] = []
    for part in (x for item, below in items for x in _parts(f"{name}[...]", item, below)):
        numbers = isinstance(part, (Number, list))
        if numbers and parts and isinstance(parts[-1], list):
            parts[-1] += part if isinstance(part, list) else [part]
        else:
            parts.append([part] if isinstance(part, Number) else part)
    return parts or [[]]


def _known(row: Any) -> Any:
    """The numbers of an array, or None while a library traces: then nobody knows them."""
    try:
        return row.tolist()
    except (TypeError, RuntimeError, AttributeError):
        return None


def _is_number(compiled: Any) -> bool:
    """Whether the function returns a single number."""
    outputs = compiled.program.outputs
    return len(outputs) == 1 and len(outputs[0].nodes) == 1 and isinstance(compiled.result([0.0]), float)
