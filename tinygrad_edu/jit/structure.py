"""The arguments of a call: their numbers in a flat list, and everything else as a key to find a compiled program by.

Numbers are data: ints, floats, numpy scalars, and Values, of which the number is read at each call. Lists, tuples,
dicts and arrays of numbers are structure: another length is another program. Whatever else is passed (True, None, a
string, a model) is part of the function: it has its program for each.
"""

from __future__ import annotations

import weakref
from collections.abc import Callable, Collection, Hashable, Iterator
from typing import Any

from ..nested import maker
from ..real import to_float
from ..value import Value

__all__ = ["all_floats", "any_values", "described", "is_array", "listed", "replaced", "take_apart"]

NUMBER = "number"
_FLOAT = frozenset((float,))
_PLAIN = frozenset((float, int))


def take_apart(tree: Any, numbers: list[Any]) -> Hashable:
    """Add the numbers of an argument, Values among them, to a list; the key of its structure.

    >>> numbers = []
    >>> take_apart([1.0, (2.0, "mean")], numbers)
    (<class 'list'>, ('number', (<class 'tuple'>, ('number', ('mean', <class 'str'>)))))
    >>> numbers
    [1.0, 2.0]
    """
    kind = tree.__class__
    if kind is float:
        numbers.append(tree)
        return NUMBER
    if kind is list or kind is tuple:
        if _PLAIN.issuperset(map(type, tree)):
            numbers.extend(tree)
            return kind, len(tree)
        keys = tuple([take_apart(item, numbers) for item in tree])
        return kind, len(keys) if all(key == NUMBER for key in keys) else keys
    if isinstance(tree, (list, tuple)):  # a named tuple
        return kind, tuple([take_apart(item, numbers) for item in tree])
    if isinstance(tree, dict):
        return dict, tuple([(key, take_apart(item, numbers)) for key, item in tree.items()])
    if is_array(tree):
        return take_apart(listed(tree), numbers)
    if is_number(tree):
        numbers.append(tree)
        return NUMBER
    if isinstance(tree, (bool, str, bytes, type(None))):
        return tree, kind
    if isinstance(tree, Iterator):
        raise TypeError(f"a {kind.__name__} can be gone through only once: pass a compiled function list(...) of it")
    if hasattr(tree, "__self__") and hasattr(tree, "__func__"):  # a method, made anew whenever it is asked for
        return weakref.WeakMethod(tree), kind
    if kind.__hash__ is None and isinstance(tree, Collection):
        raise TypeError(_REFUSED.format(kind.__name__, repr(tree)[:60]))
    try:
        return Same(tree), kind
    except TypeError:  # there are no weak references to it
        if kind.__hash__ is None:
            raise TypeError(_REFUSED.format(kind.__name__, repr(tree)[:60])) from None
        return tree, kind


_REFUSED = (
    "a compiled function takes numbers, lists, tuples, dicts and arrays of them, and settings; not a {} such as {}"
)


class Same(weakref.ref):  # type: ignore[type-arg]
    """A thing that is found again as long as it is the same one, whatever it calls equal; kept alive by nobody.

    >>> class Model: __hash__ = None
    >>> one, other = Model(), Model()
    >>> Same(one) == Same(one), Same(one) == Same(other)
    (True, False)
    """

    __slots__ = ("number",)

    number: int

    def __new__(cls, thing: Any) -> Any:
        self = super().__new__(cls, thing)
        self.number = id(thing)
        return self

    def __hash__(self) -> int:
        return self.number

    def __eq__(self, other: object) -> bool:
        thing = self()  # of two that are gone neither is the other, though they may have been at the same place
        return self is other or (thing is not None and isinstance(other, Same) and thing is other())


def all_floats(numbers: list[Any]) -> bool:
    return _FLOAT.issuperset(map(type, numbers))


def any_values(groups: list[list[Any]]) -> bool:
    """Whether Values are among the numbers."""
    for numbers in groups:
        if not _PLAIN.issuperset(map(type, numbers)) and any(isinstance(x, Value) for x in numbers):
            return True
    return False


def is_array(thing: Any) -> bool:  # array('d') has no shape, and a kind of number, np.float64, is none
    return hasattr(thing, "tolist") and getattr(thing, "shape", None) != () and not isinstance(thing, type)


def listed(array: Any) -> Any:
    """An array as lists of its numbers; a True or False in it is data as well, 1 or 0."""
    truths = getattr(getattr(array, "dtype", None), "kind", "") == "b"
    return (array.astype("uint8") if truths else array).tolist()


def is_number(thing: Any) -> bool:
    """Whether something is data: a Value or any real number but True and False."""
    if isinstance(thing, Value):
        return True
    if isinstance(thing, bool):
        return False
    try:
        to_float(thing)
    except (TypeError, OverflowError):
        return False
    return True


def replaced(tree: Any, name: str, leaf: Callable[[Any, str], Any]) -> Any:
    """The argument with ``leaf(number, name)`` in the place of each number, in the order of ``take_apart``."""
    if isinstance(tree, (list, tuple)):
        items = [replaced(item, f"{name}[{k}]", leaf) for k, item in enumerate(tree)]
        return maker(type(tree))(items)
    if isinstance(tree, dict):
        return {key: replaced(item, f"{name}[{key!r}]", leaf) for key, item in tree.items()}
    if is_array(tree):
        return replaced(listed(tree), name, leaf)
    return leaf(tree, name) if is_number(tree) else tree


def described(key: Any) -> str:
    """The key of a structure in words.

    >>> described((list, ("number", (tuple, 3))))
    'list(number, tuple of 3)'
    """
    if key == NUMBER:
        return "number"
    what, inside = key
    if not isinstance(what, type):
        return repr(what) if not isinstance(what, weakref.ref) else inside.__name__
    if what is dict:
        return "{" + ", ".join(f"{name!r}: {described(item)}" for name, item in inside) + "}"
    if isinstance(inside, int):
        return f"{what.__name__} of {inside}"
    if len(inside) > 3 and all(item == inside[0] for item in inside):
        return f"{what.__name__} of {len(inside)} × {described(inside[0])}"
    return f"{what.__name__}({', '.join(map(described, inside))})"
