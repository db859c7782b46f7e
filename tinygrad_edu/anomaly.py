"""Words about nodes for messages, and the checks of ``detect_anomaly()``.

It works on anything that has a Value's attributes, and stands below the engine.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Sequence
from math import isfinite, isnan
from numbers import Number
from typing import TYPE_CHECKING, Any

from .escape import short
from .modes import modes
from .primitive import Primitive

if TYPE_CHECKING:
    from .value import Value

__all__ = [
    "check_backward", "check_forward", "cut_off", "describe", "no_leaf_to_copy", "not_by_data",
    "nothing_to_differentiate",
]  # fmt: skip


def describe(node: Value) -> str:
    """A node in a few words: its label, or what made it, and its number.

    >>> from tinygrad_edu import Value
    >>> describe(Value(2.0, "w")), describe(Value(2.0) * 3.0)
    ('w = 2.0', 'an unnamed mul = 6.0')
    """
    if node.label:
        return f"{short(node.label)} = {node._data!r}"
    return f"an unnamed {node.op.name if node.op else 'leaf'} = {node._data!r}"


def nothing_to_differentiate(node: Value) -> str:
    if node.op is not None:
        why = "all that it was computed from are constants"
    else:
        why = "it is a constant, or was computed inside no_grad() or by detach()"
    return f"{describe(node)} needs no gradient: {why}. Differentiate a result of Value(...) made outside no_grad()"


def cut_off(node: Value) -> str:
    return (
        f"a copy of {describe(node)} is another Value, which has nothing to do with it, and no gradient comes from one "
        "to the other: copy the list and leave the Values, as in [list(row) for row in rows]"
    )


def no_leaf_to_copy(node: Value) -> str:
    if node in modes.inputs:
        return cut_off(node)
    return (
        f"{describe(node)} is the result of an operation, and only a leaf Value can be copied or pickled: copy the "
        "parameters and run the computation again, or copy value.detach()"
    )


def not_by_data(other: object) -> Any:
    """The answer of ``==``, which asks whether it is the same Value; a warning where that is never so."""
    if isinstance(other, Number):
        warnings.warn(
            f"== and != ask whether it is the same Value, and a Value is never {other!r}: compare its number, as in "
            f"x.data == {other!r}",
            RuntimeWarning,
            stacklevel=3,
        )
    return NotImplemented


def check_forward(op: Primitive, inputs: Sequence[Value], value: float) -> None:
    if not isfinite(value):
        outside = isnan(value) and all(isfinite(u._data) for u in inputs)
        why = f", where {op.name} has no real value" if outside else ""
        raise FloatingPointError(f"{op.name} gave {value}: {_inputs_are(inputs)}{why}")


def check_backward(order: list[Value]) -> None:
    """The reverse pass once more, slowly: raise at the first contribution that is not finite."""
    gradients = {node: node._grad for node in order}
    for node in reversed(order):
        g = gradients[node]
        for u, partial in zip(node.inputs, node.partials, strict=True):
            if partial is None:
                continue
            gradients[u] += g * partial
            if not isfinite(gradients[u]):
                assert node.op is not None
                raise FloatingPointError(
                    f"backward gave {describe(u)} the gradient {gradients[u]} at {describe(node)}, made by "
                    f"{node.op.name}: {_inputs_are(node.inputs)}, its local derivative there is {partial}, and the "
                    f"gradient that came from above is {g}"
                )


def _inputs_are(inputs: Iterable[Value]) -> str:
    named = [f"{short(u.label)} = {u._data!r}" if u.label else repr(u._data) for u in inputs]
    if len(named) == 1:
        return f"its input is {named[0]}"
    return f"its inputs are {', '.join(named[:8])}{', ...' if len(named) > 8 else ''}"
