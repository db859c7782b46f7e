"""Python's garbage collector, kept from searching growing graphs again and again for cycles that cannot be there.

A Value only refers to older ones, so a recorded graph has no cycles and is freed by reference counts alone. Python's
cyclic collector cannot know that: while a graph grows it searches all of it, over and over, and that is most of what
recording a large graph would cost (see ``tests/benchmarks``). So when a full collection starts by itself and the
newest objects are mostly Values, it is put off: twice as often each time one that was let through found nothing, up to
63 times in a row, and not at all after one that found something. ``gc.collect()`` always works, younger generations
are collected as ever, and nothing changes while no Values are recorded.

To have none of it: ``gc.callbacks.remove(tinygrad_edu.collector.callback)``.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from .value import Value

MOST = 63  # collections put off in a row; one is due about every 70,000 objects

# Python 3.12 freezes a few hundred of its own objects at the start; to unfreeze these costs next to nothing.
_PYTHONS_OWN = getattr(gc, "get_freeze_count", int)()  # (int: PyPy freezes none)

_putting_off = False
_in_a_row = 0  # how many may be put off after a collection that found nothing
_left = 0


def callback(phase: str, info: dict[str, Any]) -> None:
    """What ``gc.callbacks`` calls when a collection starts and stops."""
    global _putting_off, _in_a_row, _left
    if info["generation"] != 2:
        return
    if phase == "start":
        if _left and _is_automatic() and _recording():
            _left -= 1
            _putting_off = True
            gc.freeze()  # what is frozen is not searched; to freeze and unfreeze moves no object, only a list
    elif _putting_off:
        _putting_off = False
        gc.unfreeze()
    else:
        _in_a_row = 0 if info["collected"] else min(2 * _in_a_row + 1, MOST)
        _left = _in_a_row


def _is_automatic() -> bool:
    """Whether this collection was due, not asked for; and nobody else has frozen objects that we would unfreeze."""
    counts, thresholds = gc.get_count(), gc.get_threshold()
    return counts[0] > thresholds[0] and counts[2] > thresholds[2] and gc.get_freeze_count() <= _PYTHONS_OWN


def _recording() -> bool:
    sample = gc.get_objects(generation=0)[::16]
    return 2 * sum(isinstance(thing, Value) for thing in sample) > len(sample)


@contextmanager
def paused() -> Iterator[None]:
    """A block without collections, for work that makes many objects and no cycles."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def install() -> None:
    """Add the callback, once. Pythons without generations or freezing (PyPy) are left alone."""
    if hasattr(gc, "freeze") and callback not in gc.callbacks:
        gc.callbacks.append(callback)
