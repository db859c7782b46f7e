"""What code can get at: the names that it uses, and whatever stands under them, however deep.

From a function to the variables of its closure and its globals, from an object to its attributes and its class's
methods, from a list to what is in it. An attribute counts only if some code on the way uses its name, so what else a
program hangs on its objects does not matter. The package's own objects are taken whole. The code of Python and of
installed packages is left alone.
"""

from __future__ import annotations

import dis
import sys
from array import array
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache, partial
from random import Random
from types import CellType, CodeType, FunctionType, MemberDescriptorType, MethodType, ModuleType
from typing import Any

from ..ops import Primitive
from ..value import Value
from .buffers import count

__all__ = ["MANY", "Named", "Read", "Walk"]

MANY = 10_000
"""Numbers that are looked at in lists and arrays before each call; what is beyond, long data, is taken to stay."""

_OURS = __name__.split(".")[0]
_NUMBERS = frozenset((float, int, str, bool, type(None)))
_ROWS = _NUMBERS | {list, tuple}  # what data is made of
_VALUES = {Value}
_ANYTHING = frozenset(("getattr", "vars", "__dict__"))  # who uses these may ask for any attribute
_QUIET = frozenset(("__init__", "__init_subclass__", "__repr__", "__str__", "__reduce__", "__class__", "__new__"))
_NONE = object()


# -- where it is looked ----------------------------------------------------------------------------------------------
# All of these can be gone through again and again, and give what is there at that time.


class Read:
    """What a function reads."""

    def __init__(self, read: Callable[[], Iterable[Any]]) -> None:
        self.read = read

    def __iter__(self) -> Iterator[Any]:
        return iter(self.read())


class Named:
    """What a namespace has under some names."""

    def __init__(self, space: Mapping[str, Any], names: Sequence[str]) -> None:
        self.space, self.names = space, names

    def keep(self, names: Sequence[str]) -> None:
        """Look at these only."""
        self.names = names

    def __iter__(self) -> Iterator[Any]:
        get = self.space.get
        return iter([get(name, _NONE) for name in self.names])


class _Slots(Named):
    """What an object has under some names that its class keeps places for."""

    def __init__(self, thing: Any, names: Sequence[str]) -> None:
        super().__init__({}, names)
        self.thing = thing

    def __iter__(self) -> Iterator[Any]:
        return iter([getattr(self.thing, name, _NONE) for name in self.names])


class _Cells(Named):
    """What the variables of a closure are."""

    def __init__(self, cells: Sequence[CellType], names: Sequence[str]) -> None:
        super().__init__({}, names)
        self.cells = cells

    def keep(self, names: Sequence[str]) -> None:
        self.cells = [cell for cell, name in zip(self.cells, self.names, strict=True) if name in names]
        self.names = names

    def __iter__(self) -> Iterator[Any]:
        return iter([_contents(cell) for cell in self.cells])


def _contents(cell: CellType) -> Any:
    try:
        return cell.cell_contents
    except ValueError:  # bound to nothing yet
        return _NONE


class Walk:
    """One way through all that code which uses these names can get at.

    names   the names that the code on the way uses
    values  leaves, in order
    lists   lists of Values and nothing else, and what they are called
    places  what else is to be looked at, and ``labels`` what that is called
    chance  random number generators
    """

    def __init__(self, f: Callable[..., Any], args: Iterable[Any], names: set[str]) -> None:
        self.f, self.given, self.names = f, names, set[str]()
        self.all = not names.isdisjoint(_ANYTHING)
        self.values: dict[Value, None] = {}
        self.lists: list[tuple[list[Value], str]] = []
        self.places: list[Iterable[Any]] = []
        self.labels: list[str] = []
        self.chance: list[Any] = []
        self.numbers = 0
        seen: set[int] = set()
        stack: list[tuple[Any, str]] = [*((x, "") for x in _objects(args)), (f, "")]
        while stack:
            thing, label = stack.pop()
            if thing.__class__ not in _NUMBERS and id(thing) not in seen:
                seen.add(id(thing))
                stack += reversed(self._inside(thing, label))

    def _look(self, place: Iterable[Any], label: str) -> None:
        self.places.append(place)
        self.labels.append(label)

    def _inside(self, thing: Any, label: str) -> list[tuple[Any, str]]:
        """What is inside a thing, and how it is called; notes what of it may change."""
        if isinstance(thing, Value):
            if thing.op is None:
                self.values[thing] = None
        elif isinstance(thing, (list, tuple, set, frozenset, deque)):
            return self._items(thing, list(thing), label)
        elif isinstance(thing, dict):
            return self._items(thing.values(), list(thing.values()), label, thing.keys())
        elif isinstance(thing, FunctionType):
            return self._function(thing, label)
        elif isinstance(thing, MethodType):
            return [(thing.__self__, label), (thing.__func__, label)]
        elif isinstance(thing, partial):
            return [(x, label) for x in (thing.func, *thing.args, *thing.keywords.values())]
        elif isinstance(thing, (staticmethod, classmethod)):
            return [(thing.__func__, label)]
        elif isinstance(thing, property):
            return [(thing.fget, label)]
        elif isinstance(thing, type):
            is_his = _is_users(thing.__module__)
            return self._named(vars(thing), self._wanted(vars(thing)), f" of {thing.__name__}") if is_his else []
        elif isinstance(thing, ModuleType):
            is_his = _is_users(thing.__name__)
            return self._named(vars(thing), self._wanted(vars(thing)), f" of {thing.__name__}") if is_his else []
        elif isinstance(thing, array) or hasattr(type(thing), "__array_interface__"):
            if self._few(count(thing)):
                self._look(Read(lambda: (thing.tobytes(),)), label)
        elif isinstance(thing, Primitive):
            return [(rule, label) for rule in (thing.value, *thing.partials)]
        elif (generator := _generator(thing)) is not None:
            self.chance.append(generator)
        else:
            return self._object(thing)
        return []

    def _few(self, count: int) -> bool:
        self.numbers += count
        return self.numbers <= MANY

    def _items(
        self, place: Iterable[Any], items: list[Any], label: str, keys: Iterable[Any] | None = None
    ) -> list[tuple[Any, str]]:
        kinds = set(map(type, items))
        numbers = _NUMBERS.issuperset(kinds)
        if kinds == _VALUES and isinstance(place, list):
            self.lists.append((place, label))
        elif not isinstance(place, (tuple, frozenset)) and (not _ROWS.issuperset(kinds) or self._few(len(items))):
            self._look(place, label)
            if keys is not None:
                self._look(keys, label)
        if kinds == _VALUES:
            self.values.update(dict.fromkeys(x for x in items if x.op is None))
            return []
        return [] if numbers else [(x, label) for x in items]

    def _function(self, f: FunctionType, label: str) -> list[tuple[Any, str]]:
        inside = [(x, f.__name__) for x in (f.__defaults__, f.__kwdefaults__)]
        cells = f.__closure__ or ()
        inside += [(_contents(cell), name) for cell, name in zip(cells, f.__code__.co_freevars, strict=True)]
        if f is self.f or _is_users(f.__module__):
            self.names.update(_names(f.__code__))
            self._look(Read(lambda: (f.__defaults__, f.__kwdefaults__)), f"a default of {f.__name__}")
            self._look(_Cells(cells, f.__code__.co_freevars), "")
            found = [name for name in _names(f.__code__, _GLOBAL) if _may_change(f.__globals__.get(name, _NONE))]
            inside += self._named(f.__globals__, found, "")
        return [*inside, (vars(f).get("__wrapped__"), label)]

    def _wanted(self, space: Mapping[str, Any]) -> list[str]:
        """The names that are used, in the order of a namespace; and what Python calls by itself."""
        return [
            name
            for name, x in space.items()
            if name in self.given or self.all or (name[:2] == "__" and name not in _QUIET and callable(x))
        ]

    def _named(self, space: Mapping[str, Any], names: list[str], label: str) -> list[tuple[Any, str]]:
        if names:
            self._look(Named(space, names), label)
        return [(space[name], f"{name}{label}") for name in names if name in space]

    def _object(self, thing: Any) -> list[tuple[Any, str]]:
        kind = type(thing)
        space, label = getattr(thing, "__dict__", {}), f" of {kind.__name__}"
        if not (
            _is_ours(kind.__module__) or _is_users(kind.__module__)
        ):  # a SimpleNamespace, say: what code reads of it
            return self._named(space, [name for name in space if name in self.given], label)
        if _is_ours(kind.__module__):
            wrapped = space.get("__wrapped__")
            if wrapped is not None:  # a compiled function
                return [(wrapped, label)]
            self._look(space.values(), f"something{label}")
            return [(x, f"{name}{label}") for name, x in space.items()]
        above = [base for base in kind.__mro__ if base is not object]
        theirs = {name: x for base in reversed(above) for name, x in vars(base).items() if name in self.given}
        slots = [name for name, x in theirs.items() if isinstance(x, MemberDescriptorType)]
        if slots:
            self._look(_Slots(thing, slots), label)
        inside = [(getattr(thing, name, None), f"{name}{label}") for name in slots]
        names = dict.fromkeys([*self._wanted(space), *theirs])  # what a class says an object may come to hide
        return [*inside, *self._named(space, [*names], label), *((base, "") for base in above)]


def _generator(thing: Any) -> Any:
    """A random number generator, of Python or of NumPy, also of a method of one; else None."""
    numpy = sys.modules.get("numpy.random")
    kinds = (Random,) if numpy is None else (Random, numpy.Generator, numpy.RandomState)
    return next((x for x in (thing, getattr(thing, "__self__", None)) if isinstance(x, kinds)), None)


# -- whose code it is -------------------------------------------------------------------------------------------------


def _is_ours(module: Any) -> bool:
    return isinstance(module, str) and module.split(".")[0] == _OURS


@lru_cache(1_000)
def _is_users(module: Any) -> bool:
    """Whether a module is neither this package nor Python's nor an installed one.

    What is made by ``exec`` may have None in the place of a name, a class written in C anything.
    """
    if not isinstance(module, str):
        return module is None
    top = module.split(".")[0]
    if top == _OURS or top in sys.stdlib_module_names - {"__main__"}:
        return False
    file = getattr(sys.modules.get(module), "__file__", None) or ""
    return "site-packages" not in file and "dist-packages" not in file


def _may_change(x: Any) -> bool:
    """Whether a global is something that a program binds to something else: all but the modules of packages."""
    return _is_users(x.__name__) if isinstance(x, ModuleType) else x is not _NONE


_GLOBAL = ("LOAD_GLOBAL", "LOAD_NAME")
_READ = (*_GLOBAL, "LOAD_ATTR", "LOAD_METHOD", "LOAD_SUPER_ATTR")  # what is only assigned is not read


@lru_cache(1_000)
def _names(code: CodeType, kinds: tuple[str, ...] = _READ) -> tuple[str, ...]:
    """The names that a piece of code reads, inner functions included, in the order in which it first does."""
    found = [step.argval for step in dis.get_instructions(code) if step.opname in kinds]
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            found += _names(constant, kinds)
    return tuple(dict.fromkeys(found))


def _objects(args: Iterable[Any]) -> list[Any]:
    """The objects among arguments that are part of the function: models, functions, methods."""
    found: list[Any] = []
    for arg in args:
        if isinstance(arg, (list, tuple)):
            found += _objects(arg) if not _NUMBERS.issuperset(map(type, arg)) else ()
        elif isinstance(arg, dict):
            found += _objects(arg.values())
        elif arg.__class__ not in _NUMBERS and not isinstance(arg, Value) and not hasattr(arg, "tolist"):
            found.append(arg)
    return found
