"""What was compiled for a training, kept for the next one that computes the same.

It is found by all that it is made from: the recorded graphs, node by node, with the numbers in them, and what the
optimizer does with their gradients. So nothing has to be known of what may have changed in between, a part that is
frozen, a setting, the architecture, what a loss reads: if it matters, the graph is another one. Nor does it belong to a
model: another one that is built alike, with weights or a learning rate of its own, trains by the same machine code.
"""

from __future__ import annotations

import threading
from array import array
from collections import OrderedDict
from collections.abc import Callable, Hashable, Sequence
from typing import Any, TypeVar

from ..asked import is_ours
from ..choice import TAKE
from ..functions import BUILT_IN
from ..jit.trace import COMPARISONS
from ..sweeps import CHOICE
from ..value import Value
from .lowered import Recorded

__all__ = ["MOST", "forget", "kept", "key_of"]

MOST = 16
"""How many are kept: those that were used last."""

_BESIDE_THE_TABLE = {TAKE, CHOICE, *COMPARISONS.values()}

_kept: OrderedDict[Hashable, Any] = OrderedDict()
_lock = threading.Lock()

T = TypeVar("T")


def kept(key: Hashable, make: Callable[[], T]) -> T:
    """What was made for this key before, else what ``make`` gives; nothing is kept for None."""
    if key is None:
        return make()
    with _lock:
        if key in _kept:
            _kept.move_to_end(key)
            return _kept[key]
    made = make()
    with _lock:
        _kept[key] = made
        while len(_kept) > MOST:
            _kept.popitem(last=False)
    return made


def forget() -> None:
    """Keep nothing of what was compiled so far."""
    with _lock:
        _kept.clear()


def key_of(batches: Sequence[Recorded], rows: int) -> Hashable:
    """What a step for so many rows, made from these batches, is found by.

    None if code of the user's decides what becomes of the graph, an operation or an optimizer of one's own: it may do
    something else the next time.
    """
    one = batches[0]
    rules = one.optimizer.rule, one.optimizer.per_step, one.optimizer.initial
    if not all(is_ours(rule.__module__) for rule in rules):
        return None
    graphs = [_graph(batch) for batch in batches]
    if None in graphs:
        return None
    groups = one.optimizer.param_groups
    settings = [
        sorted((name, x) for name, x in one.optimizer.settings_of(group).items() if name not in one.moving)
        for group in groups
    ]
    place = {p: k for k, p in enumerate(one.trained + one.others)}
    order = tuple(place.get(p) for p in one.parameters)  # in which gradients are added up to be clipped
    sizes = *map(len, one.step.params), len(one.step.beside)
    flags = one.clip, one.with_outputs, one.with_gradients, one.exact, tuple(one.moving)
    return rows, rules, repr(settings), order, sizes, repr(flags), tuple(graphs)


def _graph(batch: Recorded) -> Hashable:
    """The recorded graph: a digest of its nodes, and the operations that they name. None if one is the user's own."""
    from hashlib import blake2b  # slow to import

    inputs = {*batch.trained, *batch.given[0], *batch.given[1]}
    leaves = [*batch.trained, *batch.others, *batch.given[0], *batch.given[1]]
    place = {v: k for k, v in enumerate(leaves)}
    words: dict[Any, int] = {}  # operations, labels, and which derivatives there are
    nodes: list[int] = []
    numbers: list[float] = []
    for v in batch.order:
        op, label = v.op, words.setdefault(v._label, len(words))
        if op is None:
            nodes += (-1, label, place.setdefault(v, len(place)), v.requires_grad)
            if v not in inputs:  # it is a number in the program
                numbers.append(v._data)
            continue
        if op.name not in BUILT_IN and op not in _BESIDE_THE_TABLE:
            return None
        what = op.name, op._rules[:2], repr(op.params)
        x, slopes = v._x, v._dx
        if x.__class__ is tuple:
            read = [place[u] for u in x]
        elif v._y is None:
            read, slopes = [place[x]], (slopes,)
        else:
            read, slopes = [place[x], place[v._y]], (slopes, v._dy)
        way = tuple([d is None for d in slopes]) if None in slopes else ()
        nodes += (words.setdefault((what, way), len(words)), label, len(read))
        nodes += read
        place[v] = len(place)
    for v in batch.shown:
        nodes.append(place[v] if isinstance(v, Value) else -1)
        numbers.append(0.0 if isinstance(v, Value) else v)
    nodes.append(place[batch.total])
    digest = blake2b(array("q", nodes).tobytes())
    digest.update(array("d", numbers).tobytes())
    return batch.rows, tuple(map(len, batch.given)), digest.digest(), tuple(words)
