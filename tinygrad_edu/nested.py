"""Nested lists, tuples and dicts of numbers: taken apart into a flat list, and put together again.

Functions of many scalars take and give such structures; what computes on them wants a plain list.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

__all__ = ["flatten"]


def flatten(tree: Any) -> tuple[list[Any], Callable[[Sequence[Any]], Any]]:
    """The leaves of a structure from left to right, and a function that puts as many others in their places.

    >>> leaves, rebuild = flatten([1.0, (2.0, {"a": 3.0})])
    >>> leaves
    [1.0, 2.0, 3.0]
    >>> rebuild([10, 20, 30])
    [10, (20, {'a': 30})]
    """
    if isinstance(tree, (list, tuple)):
        kind: Any = type(tree)
        make = kind._make if hasattr(kind, "_fields") else kind  # a named tuple takes its items apart
        if not any(isinstance(item, (list, tuple, dict)) for item in tree):
            return list(tree), make
        parts = [flatten(item) for item in tree]
        return [leaf for leaves, _ in parts for leaf in leaves], lambda new: make(_each(parts, new))
    if isinstance(tree, dict):
        keys, (leaves, values) = list(tree), flatten(list(tree.values()))
        return leaves, lambda new: dict(zip(keys, values(new), strict=True))
    return [tree], lambda new: new[0]


def _each(parts: list[tuple[list[Any], Callable[[Sequence[Any]], Any]]], leaves: Sequence[Any]) -> list[Any]:
    items, start = [], 0
    for old, rebuild in parts:
        items.append(rebuild(leaves[start : start + len(old)]))
        start += len(old)
    return items
