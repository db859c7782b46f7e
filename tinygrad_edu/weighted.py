"""What makes a neuron in a recorded graph: the weighted sum w1·x1 + w2·x2 + ... + b, however it was written, and a
softmax over several of them.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from .value import Value

__all__ = ["LOG_SOFTMAX", "SOFTMAX", "WeightedSum", "made_by", "softmax_of", "weighted_sum"]

SOFTMAX, LOG_SOFTMAX = "softmax", "log_softmax"


@dataclass
class WeightedSum:
    """``pairs`` of a weight and what it multiplies; the biases; how many ``others`` there are that are neither.

    A number without a name that is added is none of these.
    """

    pairs: list[tuple[Value, Value]] = field(default_factory=list)
    biases: list[Value] = field(default_factory=list)
    others: int = 0


def weighted_sum(node: Value) -> WeightedSum:
    """What a node adds up, down to products and to what has a name of its own.

    Of two factors the weight is the one that was not computed, that is called w, that is trained; else the first.

    >>> w, v, x, b = Value(0.5, "w"), Value(0.25, "v"), Value(2.0, "x"), Value(1.0, "b")
    >>> found = weighted_sum(x * w + (v * 3.0 + b) - 1.0)
    >>> [(weight.label, of.data) for weight, of in found.pairs], [bias.label for bias in found.biases], found.others
    ([('w', 2.0), ('v', 3.0)], ['b'], 0)
    """
    found = WeightedSum()
    stack = [node]
    while stack:
        v = stack.pop()
        op = v.op.name if v.op is not None and (v is node or not v.label) else ""
        if op in ("add", "sum"):
            stack.extend(reversed(v.inputs))
        elif op == "sub":
            stack.append(v.inputs[0])
            found.others += not _is_number(v.inputs[1])
        elif op == "mul":
            found.pairs.append(_ordered(*v.inputs))
        elif op == "dot":
            _add_dot(found, v)
        elif v.op is not None:
            found.others += 1
        elif not _is_number(v):
            found.biases.append(v)
    return found


def softmax_of(out: Value, net: Value) -> str:
    """SOFTMAX or LOG_SOFTMAX, if an output is made of its net input and those of the other neurons that way; else "".

    >>> from tinygrad_edu.functions import softmax
    >>> nets = [Value(1.0), Value(2.0)]
    >>> softmax_of(softmax(nets)[1], nets[1])
    'softmax'
    """
    inner = out.inputs[0] if made_by(out, "exp") else out
    if made_by(inner, "sub"):
        first, total = inner.inputs
        if first is net and made_by(total, "logsumexp") and net in total.inputs:
            return LOG_SOFTMAX if inner is out else SOFTMAX
    return ""


def made_by(node: Value, *operations: str) -> bool:
    """Whether a node is the result of one of these operations."""
    return node.op is not None and node.op.name in operations


def _is_number(v: Value) -> bool:
    return v.op is None and not v.requires_grad and not v.label


def _add_dot(found: WeightedSum, node: Value) -> None:
    half = len(node.inputs) // 2
    pairs = [_ordered(a, b) for a, b in zip(node.inputs[:half], node.inputs[half : 2 * half], strict=True)]
    found.biases += node.inputs[2 * half :]
    w, x = pairs[0]
    alone = len(node.inputs) == 2 * half and not all(_is_number(other) for _, other in pairs)
    if alone and _is_number(x) and x.data == 1.0:  # so micrograd adds a bias
        found.biases.append(w)
        pairs = pairs[1:]
    found.pairs += pairs


def _ordered(a: Value, b: Value) -> tuple[Value, Value]:
    """Two factors, the weight first."""

    def weighs(v: Value) -> tuple[bool, bool, bool]:
        return v.op is None, v.label.startswith("w"), v.requires_grad

    return (b, a) if weighs(b) > weighs(a) else (a, b)
