"""Many rows of data at once: what of a rolled program differs from row to row, and what sums over the rows are made of.

For a batch one more loop, over the rows, is added to each nest whose results differ from row to row; what is the same
for all rows is computed once. NumPy has that loop around the others (``arrays/batched.py``), machine code inside of
them (``llvm/rows.py``). Where of an output only the sum over the rows is wanted, as of gradients, a product becomes a
dot along the rows, and no row's own product is stored: the gradient of a batch is one matrix product for each layer.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ..rolled import Nest, Operand
from .touched import addresses, span, with_steps

__all__ = ["is_read", "products", "varying"]


def varying(nests: Sequence[Nest], given: Iterable[int]) -> set[int]:
    """The arrays that differ from row to row: the given ones, and what is computed from these.

    All of an array does if a part of it does.
    """
    found = set(given)
    while True:  # again, as one turn may need what a nest behind has left in the turn before
        more = {nest.result.array for nest in nests if any(x.array in found for x in nest.reads())} - found
        if not more:
            return found
        found |= more


def products(nest: Nest) -> list[tuple[Operand, Operand]] | None:
    """The products whose sum each result of a nest is, one or a fixed few; None if it is something else."""
    if nest.op in ("mul", "copy", "neg"):
        factor = {"copy": 1.0, "neg": -1.0}.get(nest.op)
        return [(nest.operands[0], nest.operands[1] if factor is None else factor)]
    if nest.op == "dot" and all(s.length.base == 1 and not any(s.length.strides) for s in nest.segments):
        return [(s.a, s.b) for s in nest.segments]
    return None


def is_read(nest: Nest, nests: Iterable[Nest]) -> bool:
    """Whether some nest may read what this one computes."""
    written: set[int] = set()
    low, high = span(nest.result, nest)
    for other in nests:
        for x, length in with_steps(other):
            first, last = span(x, other, length)
            if x.array == nest.result.array and first <= high and low <= last:
                written = written or addresses(nest.result, nest)
                if written & addresses(x, other, length):
                    return True
    return False
