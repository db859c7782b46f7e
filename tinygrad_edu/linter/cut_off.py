"""Parameters that never learn from this loss: it was not computed from them, or only through what has no slope."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..elementary import inputs_of
from ..graph import ancestors
from ..names import NAMES, Name
from ..primitive import Primitive
from ..value import Value
from .batch import NAMELESS, Batch
from .neurons import weighing
from .report import Finding

__all__ = ["disconnected", "no_slope"]

_NUMBER, _LAST_NUMBER = re.compile(r"\d+"), re.compile(r"\d+(?=\D*$)")


def disconnected(batch: Batch) -> Iterator[Finding]:
    """Parameters that the loss was not computed from; rows of a table that no row of the batch needed are no fault."""
    reached = set(batch.adjoint)
    every = [p for p in batch.names if p not in reached]
    rows = _rows_not_needed(batch, every) if every else []
    cut = [p for p in every if p not in rows]
    if cut:
        others = {u.label for u in ancestors(batch.loss) if u.op is None and u.label and u not in batch.names}
        twins = any(p.label in others for p in cut)
        where = [batch.names[p] for p in cut]
        severity = "warning" if _may_be_rows(batch, where) else "error"
        yield batch.finding("disconnected", severity, where, "twins" if twins else "", batch.counted(cut))
    if rows:
        yield batch.finding("not-looked-up", "note", [batch.names[p] for p in rows], "", batch.counted(rows))


def _rows_not_needed(batch: Batch, cut: list[Value]) -> dict[Value, None]:
    """Those of rows that are not used at all, of a table other rows of which are.

    A table is known by its names, wte.3.0 and wte_3_1, and by what it is for: its numbers are no weights, as those of a
    neuron are that was left out of ``forward()``.
    """

    def table(name: str) -> str:
        return _NUMBER.sub("#", name)

    def row(name: str) -> str:
        return _LAST_NUMBER.sub("#", name)

    used = [name for p, name in batch.names.items() if p in batch.adjoint]
    weights = {table(batch.names[p]) for p in weighing(batch.loss, batch.names)}
    tables, rows = {*map(table, used)} - weights, {*map(row, used)}
    return {p: None for p in cut if table(batch.names[p]) in tables and row(batch.names[p]) not in rows}


def _may_be_rows(batch: Batch, cut: list[str]) -> bool:
    """Whether all may be rows of a table for all that a plain list tells, because others of it are part of no neuron.

    What is looked up is multiplied by parameters, and so stands in none.
    """
    in_neurons = {p for neuron in batch.neurons for p in neuron.parameters}
    nameless = {p for p, name in batch.names.items() if name.startswith(NAMELESS)}
    looked_up = any(p in batch.adjoint and p not in in_neurons for p in nameless)
    return looked_up and all(name.startswith(NAMELESS) for name in cut)


def no_slope(batch: Batch) -> Iterator[Finding]:
    """Parameters all of whose ways to the loss lead through a step or a choice, by which nothing has a slope."""
    sloping = {batch.loss}
    steps: list[tuple[Value, str]] = []
    for node in reversed(ancestors(batch.loss)):
        for k, (u, partial) in enumerate(zip(node.inputs, node.partials, strict=True)):
            if node in sloping:
                step = _step(node.op, k) if partial == 0.0 else ""
                if step:
                    steps.append((u, step))
                else:
                    sloping.add(u)
    flat = [name for p, name in batch.names.items() if p in batch.adjoint and p not in sloping]
    if flat:
        through = dict.fromkeys(step for u, step in reversed(steps) if u not in sloping)
        yield batch.finding("no-slope", "error", flat, ", ".join(through), batch.counted(flat))


def _step(op: Primitive | None, k: int) -> str:
    """The operation with this input if the derivative by it is 0 by its rule, wherever one is: where(c), sign(x)."""
    if op is None or op.arity is None:  # a list's, or made by hand in a program of micrograd's
        return ""
    names = inputs_of(op)
    slope = op.partials[k](NAMES, Name("y"), *map(Name, names))
    return f"{op.name}({names[k]})" if slope.__class__ is float and slope == 0.0 else ""
