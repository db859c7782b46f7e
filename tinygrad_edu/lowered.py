"""A name as pictures set it, with its index lowered: w5 is w with a small 5, net_h1 is net with a small h1."""

from __future__ import annotations

import re

__all__ = ["lowered"]

_NAME = re.compile(r"([^\W\d_]+)(?:_(?=[^_])|(?=\d))(\w+)")


def lowered(label: str) -> tuple[tuple[str, bool], ...]:
    """The name's parts, each with whether it is lowered; a long word stays as it is.

    >>> lowered("net_h1"), lowered("w2_3"), lowered("training loss")
    ((('net', False), ('h1', True)), (('w', False), ('2,3', True)), (('training loss', False),))
    """
    match = _NAME.fullmatch(label)
    if match is None or (len(match[1]) > 4 and len(match[2]) > 4) or len(label) > 24:
        return ((label, False),)
    return ((match[1], False), (match[2].replace("_", ","), True))
