"""A result as the sum that it is, so that one large term does not drown the differences of the others.

Of 1e6 + sin(x) a difference of doubles shows ten digits fewer of the derivative than of sin(x). A loss is such a sum,
and the recorded graph shows its terms: their differences are taken one by one and added up afterwards, and a term that
an input has no part in adds neither a difference nor its rounding. Only values are read here, no derivative rule.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from ..value import Value

__all__ = ["terms"]


def terms(order: Sequence[Value]) -> list[tuple[Value, float]]:
    """What a result is the sum of, with the weight of each. ``order`` is its graph, as ``ancestors`` lists it.

    >>> from tinygrad_edu import sin
    >>> from tinygrad_edu.graph import ancestors
    >>> x = Value(0.5, "x")
    >>> [(node.op.name if node.op else node.label, weight) for node, weight in terms(ancestors(x - 3.0 * sin(x)))]
    [('sin', -3.0), ('x', 1.0)]
    """
    weights = {order[-1]: 1.0}
    found = []
    for node in reversed(order):
        if not weights:
            break
        weight = weights.pop(node, None)
        if weight is None:
            continue
        shares = _shares(node)
        if shares is None:
            found.append((node, weight))
            continue
        for u, share in zip(node.inputs, shares, strict=True):
            if share:
                weights[u] = weights.get(u, 0.0) + weight * share
    return found


def _shares(node: Value) -> Sequence[float] | None:
    """The weights of the inputs, if the operation is a sum of them."""
    name, inputs = "" if node.op is None else node.op.name, node.inputs
    if name in ("add", "sum", "identity"):
        return [1.0] * len(inputs)
    if name == "sub":
        return (1.0, -1.0)
    if name == "neg":
        return (-1.0,)
    if name == "mul" and _fixed(inputs[1]):
        return (inputs[1].data, 0.0)
    if name == "mul" and _fixed(inputs[0]):
        return (0.0, inputs[0].data)
    if name == "div" and _fixed(inputs[1]) and inputs[1].data:
        return (1.0 / inputs[1].data, 0.0)
    return None


def _fixed(node: Value) -> bool:
    return node.op is None and not node.requires_grad and math.isfinite(node.data)
