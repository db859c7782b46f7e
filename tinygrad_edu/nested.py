"""Nested lists, tuples and dicts of numbers: taken apart into a flat list, and put together again.

Functions of many scalars take and give such structures; what computes on them wants a plain list.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

__all__ = ["flatten", "maker", "plain", "too_deep"]


def flatten(tree: Any) -> tuple[list[Any], Callable[[Sequence[Any]], Any]]:
    """The leaves of a structure from left to right, and a function that puts as many others in their places.

    >>> leaves, rebuild = flatten([1.0, (2.0, {"a": 3.0})])
    >>> leaves
    [1.0, 2.0, 3.0]
    >>> rebuild([10, 20, 30])
    [10, (20, {'a': 30})]

    Raises ValueError for a structure that is nested too deeply for Python, or contains itself.
    """
    try:
        return _flatten(tree)
    except RecursionError:
        raise too_deep(f"a {type(tree).__name__}") from None


def plain(x: Any) -> Any:
    """NumPy's arrays, and what else can be a list, as lists; everything else as it is."""
    return x.tolist() if hasattr(x, "tolist") else x


def maker(kind: Any) -> Callable[[Sequence[Any]], Any]:
    """What makes a list or tuple of this kind of its items; a named tuple takes these apart."""
    made: Callable[[Sequence[Any]], Any] = kind._make if hasattr(kind, "_fields") else kind
    return made


def too_deep(what: str) -> ValueError:
    """What is said instead of a RecursionError."""
    return ValueError(
        f"{what} is nested hundreds deep, or contains itself, and cannot be taken apart: give a flat list"
    )


def _flatten(tree: Any) -> tuple[list[Any], Callable[[Sequence[Any]], Any]]:
    if isinstance(tree, (list, tuple)):
        make = maker(type(tree))
        if not any(isinstance(item, (list, tuple, dict)) for item in tree):
            return list(tree), make
        parts = [_flatten(item) for item in tree]
        return [leaf for leaves, _ in parts for leaf in leaves], lambda new: make(_each(parts, new))
    if isinstance(tree, dict):
        keys, (leaves, values) = list(tree), _flatten(list(tree.values()))
        return leaves, lambda new: dict(zip(keys, values(new), strict=True))
    return [tree], lambda new: new[0]


def _each(parts: list[tuple[list[Any], Callable[[Sequence[Any]], Any]]], leaves: Sequence[Any]) -> list[Any]:
    items, start = [], 0
    for old, rebuild in parts:
        items.append(rebuild(leaves[start : start + len(old)]))
        start += len(old)
    return items
