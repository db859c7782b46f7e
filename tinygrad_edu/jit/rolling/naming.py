"""Names for the arrays of a rolled program, made of the users' labels: ``net_h1_1, net_h1_2, ...`` are ``net_h1``."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..identifiers import free_name, identifier
from ..program import Program

__all__ = ["Names", "common"]


def common(labels: Sequence[str]) -> str:
    """What labels that are numbered have in common, as an identifier; "" if nothing.

    >>> common(["w1", "w2", "w10"]), common(["w2_1_1", "w2_1_2"]), common(["net_h1", "net_h1"]), common(["a", "b"])
    ('w', 'w2_1', 'net_h1', '')

    A letter with numbers that do not begin with 1 is part of a longer row, and says which:

    >>> common(["w5", "w6", "w7", "w8"]), common(["w10", "w11"]), common(["net_h10", "net_h11"])
    ('w5_8', 'w10_11', 'net_h')
    """
    different = set(labels)
    prefix, last = min(labels, default=""), max(labels, default="")  # all others stand between these two
    while not last.startswith(prefix):
        prefix = prefix[:-1]
    if len(different) > 1:
        prefix = prefix.rstrip("0123456789").rstrip("_.[( ")  # 10 and 11 have more in common than is meant
        numbers = sorted(int(rest) for label in different if (rest := label[len(prefix) :]).isdecimal())
        if re.fullmatch("(d_)?[a-z]", prefix) and len(numbers) == len(different) and numbers[0] > 1:
            prefix += f"{numbers[0]}_{numbers[-1]}"
    return identifier(prefix)


class Names:
    """Names for what a program's nodes are rolled into."""

    def __init__(self, program: Program) -> None:
        self.labels = program.labels
        self.taken: dict[str, int] = {}  # names, and how many wanted each

    def of_array(self, name: str) -> str:
        """The name, with a number if another array has it already."""
        return free_name(identifier(name) or "t", self.taken)

    def of_class(self, members: list[int]) -> str:
        """What the labels of these nodes have in common, or ""."""
        labels = [self.labels[i] for i in members if i in self.labels]
        return common(labels) if len(labels) == len(members) else ""
