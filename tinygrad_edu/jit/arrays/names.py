"""What the variables of array code are called: by the users' labels, matrices by capital letters, as in a textbook."""

from __future__ import annotations

import re
from itertools import chain

from ..identifiers import free_name, prefix_of_unnamed
from ..rolled import Rolled, each_nest
from ..rolling.naming import common
from .views import Axes, places_of

__all__ = ["ArrayNames", "numbered"]

RESERVED = {"run", "array", "permute", "broadcast", "total", "amax", "arange", "concatenate", "empty", "inf", "nan"}
RESERVED |= {"where", "maximum", "matmul"}  # of masks and of the largest of several, whatever the operations are
RESERVED |= {"keep", "row"}  # of prepared code
RESERVED |= {"integers", "scatter", "table", "flip", "stack", "range", "reversed", "turn", "turns"}


class ArrayNames:
    """Gives out names, no name twice."""

    def __init__(self, rolled: Rolled, functions: set[str]) -> None:
        self.rolled = rolled
        self.taken = dict.fromkeys(functions | RESERVED, 1)
        self.base: dict[str, str] = {}  # what a name was before a number was put behind it
        labels = chain((nest.label for nest in each_nest(rolled.nests)), *(a.labels for a in rolled.arrays if a.labels))
        self.unnamed = prefix_of_unnamed(filter(None, labels))

    def new(self, name: str, axes: int = 1) -> str:
        """A name that is free. Of a matrix a single letter becomes a capital one, also after a ``d_``."""
        if axes > 1:
            name = re.sub(r"^(d_)?([a-z])([\d_]*)$", lambda m: f"{m[1] or ''}{m[2].upper()}{m[3]}", name)
        name = name or self.unnamed
        free = free_name(name, self.taken)
        self.base[free] = name
        return free

    def fixed(self, name: str) -> str:
        """The name of an argument, which gets no number later on."""
        free = self.new(name.lower() if len(name) == 1 else name)
        self.base.pop(free)
        return free

    def of_places(self, array: int, base: int, axes: Axes) -> str:
        """What a view of an input is called: what its numbers are labelled, or as the input."""
        a = self.rolled.arrays[array]
        if a.labels:
            labels = [a.labels[place] for place in places_of(base, axes)]
            name = common(labels) if all(labels) else ""
            if name:
                return name
        return a.name[:1].lower() if len(axes) > 1 else a.name


def numbered(names: ArrayNames) -> dict[str, str]:
    """Better names where several variables wanted the same: w, w_2, w_3 become w1, w2, w3."""
    groups: dict[str, list[str]] = {}
    for name, base in names.base.items():
        groups.setdefault(base, []).append(name)
    better = {}
    for base, members in groups.items():
        if len(members) > 1:
            joint = "_" if base[-1].isdigit() else ""
            for k, name in enumerate(members, 1):
                wanted = f"{base}{joint}{k}"
                if wanted not in names.taken:
                    better[name] = wanted
    return better
