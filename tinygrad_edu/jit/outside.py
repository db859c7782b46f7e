"""What a function finds outside of its arguments: noted when it is recorded, looked at again before each call.

A compiled function has in it what it read when it was recorded: settings, numbers that are no Values, which Values a
list has. Called again it must do what the function itself would do now. So everything that it can get at
(``reachable.py``) is noted, by identity; where something else is found, it is compiled anew. The numbers of Values are
read at each call, and no matter here.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, compress
from operator import attrgetter, is_, not_
from typing import Any

from ..value import Value
from .reachable import Each, Read, Walk

__all__ = ["Outside"]

_SETTINGS = (float, int, str, bytes, bool, type(None))
_END = object()
_DATA, _NEEDED = attrgetter("_data"), attrgetter("requires_grad")


class Outside:
    """What ``f`` and the objects among its arguments read from outside, as it is now.

    values  the leaves that it can get at, in the order in which their models have them
    left    what f itself changes: only when it is recorded, and not when the program runs
    names   that the code uses

    >>> w, scale = Value(1.0, "w"), 3.0
    >>> outside = Outside(lambda x, p=[w]: p[0] * x * scale)
    >>> outside.values, outside.changed()
    ([Value(1.0, grad=0.0, label='w')], None)
    >>> scale = 4.0
    >>> outside.changed()
    'scale'
    """

    def __init__(self, f: Callable[..., Any], args: Iterable[Any] = ()) -> None:
        names = {"forward"}  # which a module's __call__ calls
        # What code is reached depends on what names it uses.
        while not names.issuperset((walk := Walk(f, args, names)).names):
            names |= walk.names
        self.names, self._met = walk.names, walk.seen
        self.values: list[Value] = list(walk.values)
        self._values: Sequence[Value] = ()
        self._needed: list[bool] = []
        self._lists = [(values, list(values), label) for values, label in walk.lists]
        self._places, self._labels = walk.places, walk.labels
        self.left: list[str] = []
        self._chance = walk.chance
        self._drawn = self._states()
        self._note()

    def settle(self) -> None:
        """Forget what has changed since: the function changes it when it runs, and does the same all the same."""
        left = [label for values, before, label in self._lists if values != before]
        self._lists = [(values, before, label) for values, before, label in self._lists if values == before]
        kept = list[tuple[Iterable[Any], str]]()
        for place, label, now, before in self._compared():
            if isinstance(place, Each):
                same = [*map(_same, now, before)]
                left += compress(place.labels, map(not_, same))
                place.keep(same)
            elif len(now) != len(before) or not all(map(_same, now, before)):
                left.append(label)
                continue
            kept.append((place, label))
        self.left = [label for label in dict.fromkeys(left) if label]
        self._places, self._labels = [place for place, _ in kept], [label for _, label in kept]
        self._note()

    def meets(self, thing: Any) -> bool:
        """Whether f can get at this thing, which has been there all the time."""
        return id(thing) in self._met

    def drawn(self) -> bool:
        """Whether random numbers were drawn since."""
        return self._states() != self._drawn

    def _states(self) -> list[bytes]:
        """What the generators will draw next: those that f can get at, Python's own, and NumPy's."""
        numpy = sys.modules.get("numpy.random")
        return [*map(_state, [*self._chance, random.getstate(), numpy and numpy.get_state()])]

    def numbers(self, constants: Sequence[Value]) -> None:
        """Look at the numbers of these Values, too, which are part of the program."""
        self._places.append(Read(lambda: map(_DATA, constants)))
        self._labels.append("a constant")
        self._note()

    def needed(self, values: Sequence[Value]) -> None:
        """Look at which of these Values are frozen, too."""
        self._values, self._needed = values, list(map(_NEEDED, values))

    def _note(self) -> None:
        self._kept = [*chain.from_iterable(self._places), _END]  # kept alive: no other object becomes one of these
        self._sizes = [sum(1 for _ in place) for place in self._places]

    def _compared(self) -> Iterator[tuple[Iterable[Any], str, list[Any], list[Any]]]:
        """Each place, what it is called, what is there, and what was there."""
        start = 0
        for place, label, size in zip(self._places, self._labels, self._sizes, strict=True):
            yield place, label, list(place), self._kept[start : start + size]
            start += size

    def changed(self) -> str | None:
        """The name of something that is not what it was; None if all is as it was."""
        try:
            return self._changed()
        except RuntimeError:
            return "something that another thread is changing"

    def _changed(self) -> str | None:
        if self._needed and [*map(_NEEDED, self._values)] != self._needed:
            return "requires_grad of a Value"
        for values, before, label in self._lists:
            if values != before:  # Values are equal if they are the same one: fast, for there may be thousands
                return label
        if all(map(is_, chain(chain.from_iterable(self._places), (_END,)), self._kept)):
            return None
        for place, label, now, before in self._compared():
            if len(now) != len(before) or not all(map(_same, now, before)):
                return _which(place, label, now, before)
        self._note()  # numbers that were put there again
        return None


def _state(generator: Any) -> bytes:
    """What a generator will draw next; nothing, if it is one that nobody can know that of (``SystemRandom``)."""
    import pickle  # slow to import, and few functions draw

    try:
        return pickle.dumps(generator)
    except Exception:
        return b""


def _same(a: Any, b: Any) -> bool:
    """Whether two things are one, or settings that are alike to the last bit."""
    if a is b:
        return True
    if a.__class__ is not b.__class__ or not isinstance(a, _SETTINGS):
        return False
    return repr(a) == repr(b) if isinstance(a, float) else bool(a == b)


def _which(place: Iterable[Any], label: str, now: list[Any], before: list[Any]) -> str:
    """The name of the first thing that is different."""
    if isinstance(place, Each) and len(now) == len(before):
        at = next(k for k, (a, b) in enumerate(zip(now, before, strict=True)) if not _same(a, b))
        return place.labels[at]
    return label
