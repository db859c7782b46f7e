"""The two sweeps over a recorded graph: backwards, which gives gradients, and forwards, which gives tangents.

Both run either on the recorded floats or, where the result is to be differentiated again, on Values: then the table's
rules are run on the nodes themselves and the derivative is a graph like any other. Modes and their cost: Griewank and
Walther, Evaluating Derivatives, chapters 3 and 4.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from operator import attrgetter
from typing import Any, NamedTuple

from .anomaly import describe
from .elementary import functions_of_values
from .graph import topological
from .ieee import run
from .modes import modes
from .ops import OPS, Arithmetic, Primitive
from .sides import Side, either, under
from .value import Value, apply

__all__ = ["CHOICE", "VALUES", "pullback", "pushforward"]

Number = Any  # a float, or a Value where the derivative is to be differentiated again

WHERE = OPS["where"]
CHOICE = Primitive("choice", WHERE.value, WHERE.partials, WHERE.textbook, 3, WHERE.notation, WHERE.level, {})
"""The choice that a rule makes, where it is recorded. Only the side that is chosen has a derivative, as if the other
were not there: not 0 times its own, which may be infinite."""


def _where(condition: Any, a: Any, b: Any) -> Any:
    if modes.tracing and isinstance(condition, Value):
        return apply(CHOICE, condition, a, b)
    return a if condition else b


VALUES = Arithmetic(functions_of_values() | {"where": _where})
"""The arithmetic of Values: a rule run over it gives a graph. A choice is made once, by the recorded data; in a graph
that the compiler is recording it stays a choice."""


def _partials(node: Value, create_graph: bool) -> Sequence[Number | None]:
    """The local derivatives of a node: as recorded, or computed again as Values."""
    recorded = node.partials
    if not create_graph:
        return recorded
    assert node.op is not None
    inputs = node.inputs
    if node.op.arity is None:
        values = node.op.partials[0](VALUES, node, *inputs)
    else:
        values = [
            None if old is None else rule(VALUES, node, *inputs)
            for rule, old in zip(node.op.partials, recorded, strict=True)
        ]
    fresh = node.op.again([u._data for u in inputs]) if node.op.again else values
    for k, (old, new) in enumerate(zip(recorded, fresh, strict=True)):
        number = new._data if isinstance(new, Value) else new
        if old is not None and old == old and old != number:
            raise RuntimeError(_not_the_same(node, k, number))
    return values


def _not_the_same(node: Value, k: int, number: float) -> str:
    """Why the rule gives another number now than was recorded: the inputs changed, or it is not the same for Values."""
    assert node.op is not None
    data = [u._data for u in node.inputs]
    rule = node.op.partials[0 if node.op.arity is None else k]
    again = run(rule, node._data, *data)
    if (again[k] if node.op.arity is None else again) == node.partials[k]:
        return (
            f"the rule of {node.op.name} gives {number!r} for Values and {node.partials[k]!r} for numbers, at "
            f"{', '.join(map(repr, data))}: write it over the arithmetic m alone, without asking what it is given"
        )
    return (
        f"the data of {describe(node.inputs[k])} or of another input of {describe(node)} changed after it was used: "
        "run the forward pass again; second derivatives (create_graph=True) need the numbers that were recorded"
    )


def pullback(
    outputs: Sequence[Value],
    seeds: Sequence[Number],
    create_graph: bool,
    inputs: Collection[Value] = (),
    apart: bool = False,
) -> dict[Value, Number]:
    """The derivative of Σ seed·output by every node below the outputs.

    inputs  where a graph is created, it is by these and by what lies above them alone: all else that they, and the
            outputs, were computed from may be a long history, and nobody would read what is recorded of it
    apart   none of them lies below another, so what does is not even gone through
    """
    adjoint: dict[Value, Number] = {}
    for output, seed in zip(outputs, seeds, strict=True):
        adjoint[output] = adjoint[output] + seed if output in adjoint else seed
    order = topological(*outputs, leaves=inputs if apart and create_graph else ())
    is_wanted: Callable[[Value], bool] = attrgetter("requires_grad")
    if inputs and create_graph:
        wanted = set(inputs)
        is_wanted = wanted.__contains__
        for node in order:
            if not wanted.isdisjoint(node.inputs):
                wanted.add(node)
    for node in reversed(order):
        g = adjoint.get(node)
        if node.op is None or g is None:
            continue
        if node.op is CHOICE and create_graph:
            condition, a, b = node.inputs
            number, side = (g.number, g.side) if g.__class__ is Chosen else (g, ())
            contributions = [(u, Chosen(number, (*side, (condition, holds)))) for u, holds in ((a, True), (b, False))]
        else:
            partials = zip(node.inputs, _partials(node, create_graph), strict=True)
            contributions = [(u, _times(g, d)) for u, d in partials if d is not None]
        for u, contribution in contributions:
            if is_wanted(u):
                known = adjoint.get(u)
                adjoint[u] = contribution if known is None else _together(known, contribution)
    if not create_graph:  # the bits that backward() leaves, which starts from 0: no −0
        return {u: g + 0.0 for u, g in adjoint.items()}
    found = {u: _settled(g) for u, g in adjoint.items()}
    if modes.exact and not modes.inputs:  # so do the numbers that these are where nothing is compiled
        found |= {u: found[u] + 0.0 for u in inputs if u in found}
    return found


class Chosen(NamedTuple):
    """An adjoint on one side of choices: what it is if they are made that way, else it is 0."""

    number: Number
    side: Side


def _settled(g: Number) -> Number:
    return under(VALUES.where, g.side, g.number) if g.__class__ is Chosen else g


def _together(a: Number, b: Number) -> Number:
    """The sum of two adjoints; it is on a side if both are on one."""
    if not (a.__class__ is b.__class__ is Chosen):
        return _settled(a) + _settled(b)
    if a.side == b.side:
        return Chosen(a.number + b.number, a.side)
    side = either(VALUES.where, [a.side, b.side])
    total = _settled(a) + _settled(b)
    return Chosen(total, side if isinstance(side, tuple) else ((side, True),)) if side != () else total


def pushforward(outputs: Sequence[Value], tangents: dict[Value, Number], create_graph: bool) -> list[Number]:
    """The derivative of every output along the direction in which the leaves move by ``tangents``."""
    tangents = dict(tangents)
    for node in topological(*outputs, leaves=tangents):
        if node.op is None:
            continue
        if node.op is CHOICE and create_graph:
            condition, a, b = node.inputs
            tangents[node] = VALUES.where(condition, tangents.get(a, 0.0), tangents.get(b, 0.0))
            continue
        if tangents.keys().isdisjoint(node.inputs):  # its rules would be recorded for nothing
            continue
        terms = [
            _times(partial, tangents[u])
            for u, partial in zip(node.inputs, _partials(node, create_graph), strict=True)
            if partial is not None and u in tangents
        ]
        if terms:
            total = terms[0]
            for term in terms[1:]:
                total = total + term
            tangents[node] = total
    return [tangents.get(output, 0.0) for output in outputs]


def _times(a: Number, b: Number) -> Number:
    """a·b, without a node for a factor that is exactly 1."""
    if a.__class__ is Chosen:
        return a._replace(number=_times(a.number, b))
    if a.__class__ is float and a == 1.0:
        return b
    if b.__class__ is float and b == 1.0:
        return a
    return a * b
