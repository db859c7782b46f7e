"""What code can get at: the names that it uses, and whatever stands under them, however deep.

From a function to the variables of its closure, its globals and what it imports, from an object to its attributes, its
class and those above it, from a list to what is in it. An attribute counts only if some code on the way uses its name,
so what else a program hangs on its objects does not matter; where code may ask for any name (``getattr``,
``parameters()``), all of them count, and where it may ask whether there is one (``hasattr``), one more does. The
package's own objects are taken whole. The code of Python and of installed packages is left alone.
"""

from __future__ import annotations

import dis
import re
import sys
from array import array
from collections import ChainMap, UserDict, UserList, deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache, partial, partialmethod
from itertools import compress
from operator import attrgetter, methodcaller
from random import Random
from types import (
    BuiltinMethodType,
    CellType,
    CodeType,
    FunctionType,
    MappingProxyType,
    MemberDescriptorType,
    MethodType,
    MethodWrapperType,
    ModuleType,
)
from typing import Any
from weakref import ref

from ..asked import is_ours
from ..ops import Primitive
from ..value import Value
from .buffers import count

__all__ = ["MANY", "Each", "Read", "Walk"]

MANY = 10_000
"""Numbers that are looked at in lists and arrays before each call; what is beyond, long data, is taken to stay."""

_NUMBERS = frozenset((float, int, str, bool, type(None)))
_ROWS = _NUMBERS | {list, tuple}  # what data is made of
_VALUES = {Value}
_DICTS = (dict, UserDict, ChainMap, MappingProxyType)
_ITEMS = (list, tuple, set, frozenset, deque, UserList)
_METHODS = (MethodType, BuiltinMethodType, MethodWrapperType)
_OF_MODULES = {"parameters", "named_parameters", "modules", "named_modules", "state_dict"}  # go through all there are
_ANYTHING = frozenset(("getattr", "vars", "__dict__", "attrgetter", "methodcaller", *_OF_MODULES))  # any attribute
_WHETHER = _ANYTHING | {"hasattr", "AttributeError"}  # who uses these may ask for one that is not there
_PARTS = {"__code__": "the code", "__defaults__": "a default", "__kwdefaults__": "a default"}
_MAKERS = ("__new__", "__init__")
_QUIET = frozenset(
    ("__init__", "__init_subclass__", "__repr__", "__str__", "__reduce__", "__class__", "__new__", "__annotate_func__")
)  # (the last one is Python's own, since 3.14, and has all that the class has)
_NONE = object()


# -- where it is looked ----------------------------------------------------------------------------------------------
# All of these can be gone through again and again, and give what is there at that time.


class Read:
    """What a function reads."""

    def __init__(self, read: Callable[[], Iterable[Any]]) -> None:
        self.read = read

    def __iter__(self) -> Iterator[Any]:
        return iter(self.read())


class Each:
    """What a function gives for each row of some columns, and what that is called."""

    def __init__(self, get: Callable[..., Any], labels: Sequence[str], columns: Sequence[Sequence[Any]]) -> None:
        self.get, self.labels, self.columns = get, labels, columns

    def keep(self, which: Sequence[bool]) -> None:
        """Look at these only."""
        self.labels = [*compress(self.labels, which)]
        self.columns = [[*compress(column, which)] for column in self.columns]

    def __iter__(self) -> Iterator[Any]:
        return map(self.get, *self.columns)


def _contents(cell: CellType) -> Any:
    try:
        return cell.cell_contents
    except ValueError:  # bound to nothing yet
        return _NONE


def _public(space: Mapping[str, Any]) -> list[str]:
    """The names of a class, without those that Python notes there itself when an object is copied."""
    return [name for name in space if name[:2] != "__"]


class Walk:
    """One way through all that code which uses these names can get at.

    names   the names that the code on the way uses
    values  leaves, in order
    lists   lists of Values and nothing else, and what they are called
    places  what else is to be looked at, and ``labels`` what that is called
    chance  random number generators
    seen    the identities of all that was met
    """

    def __init__(self, f: Callable[..., Any], args: Iterable[Any], names: set[str]) -> None:
        self.f, self.given, self.names = f, names, set[str]()
        self.all, self.whether = not names.isdisjoint(_ANYTHING), not names.isdisjoint(_WHETHER)
        self.values: dict[Value, None] = {}
        self.lists: list[tuple[list[Value], str]] = []
        self.places: list[Iterable[Any]] = []
        self.labels: list[str] = []
        self.chance: list[Any] = []
        self.seen: set[int] = set()
        self.numbers = 0
        self.kinds: dict[int, set[str]] = {}  # what was looked at of each class
        self.hidden: dict[int, dict[str, Any]] = {}  # of each class, what an object may come to hide
        self.rows: dict[Callable[..., Any], list[tuple[Any, ...]]] = {}
        given = _objects(args)
        self.arguments = {*map(id, given)}
        stack: list[tuple[Any, str]] = [*((x, "") for x in given), (f, "")]
        while stack:
            thing, label = stack.pop()
            if thing.__class__ not in _NUMBERS and id(thing) not in self.seen:
                self.seen.add(id(thing))
                stack += reversed(self._inside(thing, label))
        for get, rows in self.rows.items():
            labels, *columns = zip(*rows, strict=True)
            self._look(Each(get, labels, columns), "")

    def _each(self, get: Callable[..., Any], rows: list[tuple[Any, ...]]) -> None:
        """Look at what is gotten from each row, which begins with what that is called: all in one go, which is fast."""
        if rows:
            self.rows.setdefault(get, []).extend(rows)

    def _look(self, place: Iterable[Any], label: str) -> None:
        self.places.append(place)
        self.labels.append(label)

    def _inside(self, thing: Any, label: str) -> list[tuple[Any, str]]:
        """What is inside a thing, and how it is called; notes what of it may change."""
        if isinstance(thing, Value):
            if thing.op is None:
                self.values[thing] = None
        elif isinstance(thing, (*_DICTS, *_ITEMS)):
            inside = self._items(thing, label)
            return [*inside, *self._object(thing)] if _is_users(type(thing).__module__) else inside
        elif isinstance(thing, FunctionType):
            return self._function(thing, label)
        elif isinstance(thing, _METHODS):
            self.names.add(getattr(thing, "__name__", ""))  # another name of getattr(), say
            return [(thing.__self__, label), (getattr(thing, "__func__", None), label)]
        elif isinstance(thing, (attrgetter, methodcaller)):
            self.names.update(re.findall(r"\w+", repr(thing)))
        elif isinstance(thing, (partial, partialmethod)):
            return [(x, label) for x in (thing.func, thing.args, thing.keywords)]
        elif isinstance(thing, (staticmethod, classmethod)):
            return [(thing.__func__, label)]
        elif isinstance(thing, property):
            return [(thing.fget, label)]
        elif isinstance(thing, cached_property):
            return [(thing.func, label)]
        elif isinstance(thing, ref):
            return [(thing(), label)]
        elif isinstance(thing, type):
            return [*self._kind(thing, _MAKERS), *self._kind(type(thing))]
        elif isinstance(thing, ModuleType):
            return self._attributes(vars(thing), f" of {thing.__name__}") if _is_users(thing.__name__) else []
        elif isinstance(thing, (array, bytearray, memoryview)) or hasattr(type(thing), "__array_interface__"):
            if self._few(count(thing)):
                take = getattr(thing, "tobytes", partial(bytes, thing))
                self._look(Read(lambda: (take(), *getattr(thing, "shape", ()))), label)
            if getattr(thing, "dtype", "") == "O":  # an array of objects
                return [(x, label) for x in thing.ravel().tolist()]
        elif isinstance(thing, Primitive):
            return [(rule, label) for rule in (thing.value, *thing.partials)]
        elif isinstance(thing, _generators()):
            self.chance.append(thing)
        else:
            return self._object(thing)
        return []

    def _few(self, count: int) -> bool:
        self.numbers += count
        return self.numbers <= MANY

    def _items(self, thing: Any, label: str) -> list[tuple[Any, str]]:
        keys = thing.keys() if isinstance(thing, _DICTS) else None
        place = thing if keys is None else thing.values()
        items = [*place]
        kinds = set(map(type, items))
        if kinds == _VALUES and isinstance(place, list):
            self.lists.append((place, label))
        elif not isinstance(place, (tuple, frozenset)) and (not _ROWS.issuperset(kinds) or self._few(len(items))):
            self._look(place, label)
            if keys is not None:
                self._look(keys, label)
        inside = [] if keys is None else [(x, label) for x in keys]
        if kinds == _VALUES:
            self.values.update(dict.fromkeys(x for x in items if x.op is None))
        elif not _NUMBERS.issuperset(kinds):
            inside += [(x, label) for x in items]
        return inside

    def _function(self, f: FunctionType, label: str) -> list[tuple[Any, str]]:
        inside = [(x, f.__name__) for x in (f.__defaults__, f.__kwdefaults__)]
        cells, names = f.__closure__ or (), f.__code__.co_freevars
        inside += [(_contents(cell), name) for cell, name in zip(cells, names, strict=True)]
        if f is self.f or _is_users(f.__globals__.get("__name__")):
            self.names.update(_names(f.__code__))
            self._each(getattr, [(f"{what} of {f.__name__}", f, name, None) for name, what in _PARTS.items()])
            self._each(_contents, [*zip(names, cells, strict=True)])
            inside += self._named(f.__globals__, _names(f.__code__, _GLOBAL), "")
            inside += self._named(sys.modules, _imports(f.__code__, f.__globals__.get("__package__") or ""), "")
            inside += self._attributes(vars(f), f" of {f.__name__}")
        return [*inside, (vars(f).get("__wrapped__"), label)]

    def _wanted(self, space: Mapping[str, Any]) -> list[str]:
        """The names that are used, in the order of a namespace; and what Python calls by itself."""
        return [
            name
            for name, x in space.items()
            if name in self.given or self.all or (name[:2] == "__" and name not in _QUIET and callable(x))
        ]

    def _attributes(self, space: Mapping[str, Any], label: str, more: Iterable[str] = ()) -> list[tuple[Any, str]]:
        """What is used of a namespace, and whether it has one name more, if that can be asked."""
        if self.whether:
            self._look(space, f"an attribute{label}")
        return self._named(space, [*dict.fromkeys([*self._wanted(space), *more])], label)

    def _kind(self, kind: type, makers: tuple[str, ...] = ()) -> list[tuple[Any, str]]:
        """What is used of a class and of those above it; each may come to hide what those above it say."""
        above = [base for base in kind.__mro__ if base is not object]
        wanted = [*makers, *(name for base in above for name in self._wanted(vars(base)))]
        inside = []
        for base in above:
            if _is_users(base.__module__):
                space, label = vars(base), f" of {base.__name__}"
                if id(base) not in self.kinds:
                    self.kinds[id(base)] = set()
                    self._each(getattr, [(f"a class above {base.__name__}", base, "__mro__", None)])
                    if self.whether:
                        self._look(Read(partial(_public, space)), f"an attribute{label}")
                names = [name for name in dict.fromkeys(wanted) if name not in self.kinds[id(base)]]
                self.kinds[id(base)].update(names)
                inside += self._named(space, names, label)
        return inside

    def _named(self, space: Mapping[str, Any], names: Sequence[str], label: str) -> list[tuple[Any, str]]:
        get = dict.get if isinstance(space, dict) else MappingProxyType.get  # of a class
        self._each(get, [(f"{name}{label}", space, name, _NONE) for name in names])
        return [(space[name], f"{name}{label}") for name in names if name in space]

    def _object(self, thing: Any) -> list[tuple[Any, str]]:
        kind = type(thing)
        found, label = getattr(thing, "__dict__", None), f" of {kind.__name__}"
        space = found if isinstance(found, dict) else {}
        wrapped = space.get("__wrapped__")  # what is compiled, or cached
        if is_ours(kind.__module__):
            if wrapped is not None:
                return [(wrapped, label)]
            self._look(space.values(), f"something{label}")
            return [(x, f"{name}{label}") for name, x in space.items()]
        if not _is_users(kind.__module__):  # a SimpleNamespace, say: what code reads of it
            if self.whether:
                self._look(space, f"an attribute{label}")
            return [*self._named(space, [name for name in space if name in self.given], label), (wrapped, label)]
        theirs, of_kind = self.hidden.get(id(kind)), list[tuple[Any, str]]()
        if theirs is None:
            above = [vars(base).items() for base in kind.__mro__[-2::-1]]
            theirs = {name: x for items in above for name, x in items if self.all or name in self.given}
            self.hidden[id(kind)] = theirs
            of_kind = self._kind(kind)
        slots = [name for name, x in theirs.items() if isinstance(x, MemberDescriptorType)]
        self._each(getattr, [(f"{name}{label}", thing, name, _NONE) for name in slots])
        inside = [(getattr(thing, name, None), f"{name}{label}") for name in slots]
        if space is found:
            inside += self._attributes(space, label, theirs)
        if (slots or space is found) and id(thing) not in self.arguments:
            # Named tuples have one class for good; arguments are found by it, and nothing here is to keep them alive.
            self._each(type, [(f"the class{label}", thing)])
        return [*inside, *of_kind]


def _generators() -> tuple[type, ...]:
    """What random numbers are drawn from, of Python and of NumPy."""
    numpy = sys.modules.get("numpy.random")
    return (Random,) if numpy is None else (Random, numpy.Generator, numpy.RandomState)


# -- whose code it is -------------------------------------------------------------------------------------------------


@lru_cache(1_000)
def _is_users(module: Any) -> bool:
    """Whether a module is neither this package nor Python's nor an installed one.

    What is made by ``exec`` may have None in the place of a name, a class written in C anything.
    """
    if not isinstance(module, str):
        return module is None
    if is_ours(module) or module.split(".")[0] in sys.stdlib_module_names - {"__main__"}:
        return False
    file = getattr(sys.modules.get(module), "__file__", None) or ""
    return "site-packages" not in file and "dist-packages" not in file


_MATCHES = "MATCH_CLASS"  # asks for attributes of which the class may say the names
_GLOBAL = ("LOAD_GLOBAL", "LOAD_NAME")
_READ = (*_GLOBAL, "LOAD_ATTR", "LOAD_METHOD", "LOAD_SUPER_ATTR", "IMPORT_FROM", _MATCHES)  # not what is only assigned


@lru_cache(1_000)
def _names(code: CodeType, kinds: tuple[str, ...] = _READ) -> tuple[str, ...]:
    """The names that a piece of code reads, inner functions included, in the order in which it first does."""
    found = [
        "getattr" if step.opname == _MATCHES else step.argval
        for step in dis.get_instructions(code)
        if step.opname in kinds
    ]
    if kinds is _READ and not _WHETHER.isdisjoint(found):  # a name may stand in a string
        found += [x for x in code.co_consts if isinstance(x, str) and x.isidentifier()]
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            found += _names(constant, kinds)
    return tuple(dict.fromkeys(found))


@lru_cache(1_000)
def _imports(code: CodeType, package: str) -> tuple[str, ...]:
    """The modules that a piece of code imports when it runs, with the packages that they are in."""
    steps = [step for step in dis.get_instructions(code) if step.opname != "EXTENDED_ARG"]
    found = list[str]()
    for level, _, step in zip(steps, steps[1:], steps[2:], strict=False):
        if step.opname == "IMPORT_NAME":
            above = package.split(".")[: 1 - level.argval or None] if level.argval else []
            parts = [*above, *filter(None, step.argval.split("."))]
            found += [".".join(parts[: k + 1]) for k in range(len(parts))]
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            found += _imports(constant, package)
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
