"""JSON from a file that may be damaged or hostile: what is not plainly right is a ValueError, never a crash or a guess.

Python's parser takes more than JSON has: the words NaN and Infinity, names that appear twice (the last one counts), and
numbers that overflow. It fails in its own ways on lists within lists within lists, and on numbers of a million digits.
"""

from __future__ import annotations

import json
from math import isfinite
from typing import Any

__all__ = ["parsed"]

MOST_DIGITS = 40  # of an integer; a seed has up to 20


def parsed(data: bytes, levels: int) -> Any:
    """What a JSON text in UTF-8 says. Lists and dicts may lie up to ``levels`` deep in each other.

    >>> parsed(b'{"x": [1, 2.5]}', levels=2)
    {'x': [1, 2.5]}
    >>> parsed(b'{"x": 1, "x": 2}', levels=2)
    Traceback (most recent call last):
    ValueError: 'x' appears twice
    """
    deep = f"its lists and dicts lie more than {levels} levels deep in each other"
    try:
        text = data.decode("utf-8")
        content = json.loads(
            text,
            parse_int=_integer,
            parse_float=_finite,
            parse_constant=_constant,
            object_pairs_hook=_without_repeats,
        )
    except UnicodeDecodeError:
        raise ValueError("it is no text in UTF-8") from None
    except json.JSONDecodeError as error:
        cut_off = error.pos >= len(text.rstrip()) or error.msg.startswith("Unterminated string")  # they span no lines
        if text.strip() and cut_off:
            raise ValueError(f"it ends in the middle, after {len(data):,} bytes") from None
        raise ValueError(f"it is no JSON ({error.msg}, line {error.lineno}, column {error.colno})") from None
    except RecursionError:
        raise ValueError(deep) from None
    level = [content]
    for _ in range(levels):
        inside = [part.values() if isinstance(part, dict) else part for part in level if isinstance(part, (dict, list))]
        level = [x for parts in inside for x in parts]
    if any(isinstance(part, (dict, list)) for part in level):
        raise ValueError(deep)
    return content


def _integer(text: str) -> int:
    if len(text) > MOST_DIGITS:
        raise ValueError(f"{text[:20]}... is too large a number")
    return int(text)


def _finite(text: str) -> float:
    x = float(text)
    if not isfinite(x):
        raise ValueError(f"{text:.20} is too large a number")
    return x


def _constant(text: str) -> Any:
    raise ValueError(f"{text} is no JSON")


def _without_repeats(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, x in pairs:
        if name in found:
            raise ValueError(f"{name!r:.60} appears twice")
        found[name] = x
    return found
