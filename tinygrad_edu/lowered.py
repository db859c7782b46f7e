"""Names as pictures set them, with their index lowered (w5 is w with a small 5, net_h1 is net with a small h1), and
namesakes told apart, and the nameless numbered."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from itertools import count

__all__ = ["distinct", "lowered", "stem_and_nth", "unused"]

_NAME = re.compile(r"([^\W\d_]+)(?:_(?=[^_])|(?=\d))(\w+)")


def lowered(label: str) -> tuple[tuple[str, bool], ...]:
    """The name's parts, each with whether it is lowered; a long word stays as it is.

    >>> lowered("net_h1"), lowered("w2_3"), lowered("training loss")
    ((('net', False), ('h1', True)), (('w', False), ('2,3', True)), (('training loss', False),))
    >>> lowered("net_h1#2")
    (('net', False), ('h1', True), ('#2', False))
    """
    stem, nth = stem_and_nth(label)
    match = _NAME.fullmatch(stem)
    if match is None or (len(match[1]) > 4 and len(match[2]) > 4) or len(stem) > 24:
        return ((label, False),)
    parts = ((match[1], False), (match[2].replace("_", ","), True))
    return (*parts, (nth, False)) if nth else parts


def stem_and_nth(label: str) -> tuple[str, str]:
    """A name of ``distinct`` as the label that it was made of, and which of its namesakes it is.

    >>> stem_and_nth("net_h1#2"), stem_and_nth("loss")
    (('net_h1', '#2'), ('loss', ''))
    """
    match = re.fullmatch(r"(.+?)(#\d+)?", label, re.DOTALL)
    return (match[1], match[2] or "") if match else (label, "")


def distinct(labels: Sequence[str]) -> list[str]:
    """The labels, with #1, #2 behind those that several share; the empty ones stay empty.

    >>> distinct(["w", "net", "net", "", ""])
    ['w', 'net#1', 'net#2', '', '']
    """
    times = Counter(labels)
    nth = Counter[str]()
    names = []
    for label in labels:
        name = label
        while label and times[label] > 1 and name in times:
            nth[label] += 1
            name = f"{label}#{nth[label]}"
        names.append(name)
    return names


def unused(taken: Collection[str]) -> Iterator[str]:
    """Names for what has none, v1, v2 ..., but those that are taken."""
    return (name for n in count(1) if (name := f"v{n}") not in taken)
