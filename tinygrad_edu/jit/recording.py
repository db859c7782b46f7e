"""Recording a call of a function: the graph of its results, and what of it is to be read anew at each call.

The function is run twice, the second time with slightly other numbers. What is the same object in both graphs was
there before: a parameter, read at each call. What is different must be an argument. If the graphs differ in anything
else, the function took a number out of a Value, or chance or something that it changes itself decides what it computes;
such a function cannot be compiled, and that is said here rather than computed wrongly.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Collection, Sequence
from math import isclose
from numbers import Integral, Number
from typing import Any

from ..anomaly import describe
from ..choice import Choice
from ..derivatives import lost, name_of
from ..graph import ancestors
from ..nested import flatten
from ..ops import Primitive
from ..real import to_float
from ..value import Value
from .outside import Outside
from .structure import replaced
from .trace import COMPARISONS, TracingError, nearby, tracing

__all__ = ["Argument", "Recording", "held_against", "natural", "number_of"]


class Argument(Choice):
    """A number that the function was called with: a Value, and, for ``take``, a choice from a table."""

    __slots__ = ()

    def __init__(self, given: Any, label: str, passed: Collection[float] = ()) -> None:
        super().__init__(given, label, True, passed)


Argument.__name__ = Value.__name__

NEAR = 1e-9
"""How much, of a result, is nothing: a power by another function of the library, say."""

MORE = 20
"""How often it is recorded once more if random numbers were drawn: one of two things is the same one all the time in a
case of a million."""


def number_of(leaf: Any) -> float:
    """The number of an argument's leaf."""
    return leaf._data if isinstance(leaf, Value) else to_float(leaf)


class Recording:
    """One call of a function, recorded. ``leaf`` makes a Value of each number that it is called with, and its name.
    ``nested`` says that it is called as the function of a derivative is (``derivatives.py``): by its arguments;
    ``exact``, that the program is to have all bits of the eager engine.

    arguments  for each argument: its name and its leaves, in the order of ``take_apart``
    templates  the arguments with 0 for each number
    captured   leaves from outside the call that are read at each call: those with a label or that need a gradient;
               in the order of their model's parameters, else of their labels
    constants  the others, whose numbers are part of the program
    computed   results from before the call, which a program computes anew
    outputs    the leaves of what the function returned: Values, and whatever else
    rebuild    puts others in their places
    result     what it returned
    order      all nodes of the graph, every one after its inputs
    outside    what f read that is part of the program
    """

    def __init__(
        self,
        f: Callable[..., Any],
        args: Sequence[Any],
        kwargs: dict[str, Any],
        leaf: Callable[[Any, str], Value] = Argument,
        nested: bool = False,
        exact: bool = False,
    ) -> None:
        self._leaf, self._nested, self._exact = leaf, nested, exact
        self.name = name_of(f)
        self._names = _names(f, len(args)) + list(kwargs)
        self.templates = [replaced(tree, "", lambda x, name: 0.0) for tree in [*args, *kwargs.values()]]
        self.arguments, self.result = self._call(f, args, kwargs)
        if inspect.isgenerator(self.result) or inspect.iscoroutine(self.result):
            raise TypeError(lost(self.name, self.result))
        self.outputs, rebuild = flatten(self.result)
        _, self.rebuild = flatten(rebuild(range(len(self.outputs))))  # keeps no Value
        self.outside = Outside(f, [*args, *kwargs.values()])
        self.captured = self._again(f, args, kwargs)
        if self.outside.drawn():  # a choice by chance may have been the same one twice
            for _ in range(MORE):
                self._again(f, args, kwargs)
        self.outside.settle()
        place = {value: k for k, value in enumerate(self.outside.values)}
        self.captured.sort(key=lambda value: (place.get(value, len(place)), natural(value.label)))

    def _again(self, f: Callable[..., Any], args: Sequence[Any], kwargs: dict[str, Any]) -> list[Value]:
        """Record once more, and compare; the captured leaves."""
        try:
            again, result = self._call(f, args, kwargs, again=True)
        except TracingError:
            raise
        except Exception as error:
            raise TracingError(
                f"{self.name} was recorded twice, and with slightly other numbers it raised {type(error).__name__}: "
                f"{error}. A compiled function may depend on its numbers only by computing with them"
            ) from error
        return self._compared(again, flatten(result)[0])

    def _call(
        self, f: Callable[..., Any], args: Sequence[Any], kwargs: dict[str, Any], again: bool = False
    ) -> tuple[list[tuple[str, list[Value]]], Any]:
        groups: list[tuple[str, list[Value]]] = []
        trees = []
        for name, tree in zip(self._names, [*args, *kwargs.values()], strict=True):
            leaves: list[Value] = []
            groups.append((name, leaves))

            def leaf(x: Any, label: str, leaves: list[Value] = leaves) -> Value:
                if again:
                    x = _moved(x, self.arguments[len(groups) - 1][1][len(leaves)])
                leaves.append(self._leaf(x, label))
                return leaves[-1]

            trees.append(replaced(tree, name, leaf))
        inputs = [x for _, leaves in groups for x in leaves] if self._nested else ()
        with tracing(again, inputs, self._exact):
            try:
                result = f(*trees[: len(args)], **dict(zip(kwargs, trees[len(args) :], strict=True)))
            except KeyError as error:
                if not isinstance(key := error.args[0] if error.args else None, Choice):
                    raise
                raise TracingError(
                    f"{self.name} looks up {describe(key)} in a dict, which knows numbers and no Values: by a number "
                    "that is data te.take(table, i) chooses from a list"
                ) from error
        return groups, result

    def _compared(self, again: list[tuple[str, list[Value]]], outputs: list[Any]) -> list[Value]:
        """The captured leaves; TracingError if the second graph is another one."""
        if len(outputs) != len(self.outputs):
            raise TracingError(self._differs(f"{len(self.outputs)} results, then {len(outputs)}"))
        for a, b in zip(self.outputs, outputs, strict=True):
            if a is b or (isinstance(a, Value) and isinstance(b, Value)):
                continue
            if not isinstance(a, _PLAIN):
                raise TypeError(
                    f"{self.name} returned a {type(a).__name__}, {a!r:.60}: a compiled function returns Values, and "
                    "lists, tuples and dicts of them (of an array, x.tolist())"
                )
            if not isinstance(b, _PLAIN) or isinstance(a, Value) or isinstance(b, Value) or not _equal(a, b):
                raise TracingError(self._differs(f"the result {a!r:.40}, then {b!r:.40}"))
        first = self.order = ancestors(*[v for v in self.outputs if isinstance(v, Value)])
        second = ancestors(*[v for v in outputs if isinstance(v, Value)])
        twin: dict[Value, Value] = {}  # of a node of the first graph, the one in the second
        for (_, ours), (_, theirs) in zip(self.arguments, again, strict=True):
            for a, b in zip(ours, theirs, strict=True):
                twin[a] = b
        captured, self.constants, self.computed = list[Value](), list[Value](), list[Value]()
        for a, b in zip(first, second, strict=False):
            x = a._x
            if x is None:
                if a is b:
                    twin[a] = a
                    (captured if a.requires_grad or a.label else self.constants).append(a)
                elif a not in twin and b.op is None and _equal(a._data, b._data):
                    twin[a] = b  # made in the call, from a number that is always the same
                if twin.get(a) is not b:
                    raise TracingError(self._differs(f"the number {a._data!r}, then {b._data!r}"))
                continue
            if x.__class__ is tuple:
                same = [twin[u] for u in x] == list(b.inputs)
            else:
                same = twin[x] is b._x and (b._y is None if a._y is None else twin[a._y] is b._y)
            if not same or not (a.op is b.op or _alike(a.op, b.op)):
                raise TracingError(self._differs(f"{describe(a)}, then {describe(b)}"))
            twin[a] = b
            if a is b:
                self.computed.append(a)
        if len(first) != len(second):
            raise TracingError(self._differs(f"{len(first):,} nodes, then {len(second):,}"))
        return captured

    def hold_against(self, f: Callable[..., Any], args: Sequence[Any], kwargs: dict[str, Any]) -> None:
        """Call f without a compiler, if whole numbers are among its data; TracingError if the results are others.

        Sets and dicts know such numbers, and no Value; who asks by ``isinstance`` gets another answer, too.
        """
        given = [leaf.given for _, leaves in self.arguments for leaf in leaves if isinstance(leaf, Choice)]
        if not any(isinstance(x, Integral) for x in given) or any(isinstance(x, Value) for x in given):
            return
        plain = [replaced(tree, "", lambda x, name: x) for tree in [*args, *kwargs.values()]]
        try:
            found, _ = flatten(f(*plain[: len(args)], **dict(zip(kwargs, plain[len(args) :], strict=True))))
            pairs = [(float(a), float(b)) for a, b in zip(found, self.outputs, strict=True)]
        except Exception:  # it is for Values alone
            return
        for a, b in pairs:
            held_against(f"{self.name} gives", "for these arguments", a, b)

    def is_cut(self) -> bool:
        """Whether something is computed from what has derivatives, and has none: by ``detach()`` or ``no_grad()``."""
        comparisons = COMPARISONS.values()
        constants = [v for v in self.order if v.op is not None and not v.requires_grad]
        return any(u.requires_grad for v in constants if v.op not in comparisons for u in v.inputs)

    def _differs(self, what: str) -> str:
        why = (
            "It draws random numbers: draw them before the call, and pass them as an argument"
            if self.outside.drawn()
            else "It takes a number out of a Value, or reads what it changes itself or what changes with time; compute "
            "with Values, and pass what changes as an argument"
        )
        return (
            f"{self.name} was recorded twice, with slightly other numbers, and did not compute the same thing: {what}. "
            f"{why}"
        )


def held_against(what: str, when: str, plain: float, recorded: float) -> None:
    """TracingError if what was computed without a compiler is not what was recorded."""
    if isclose(plain, recorded, rel_tol=NEAR) or (plain != plain and recorded != recorded):
        return
    raise TracingError(
        f"{what} {plain:.9g} {when}, and {recorded:.9g} if their numbers are Values, as they are while it is compiled: "
        "it asks what they are, by isinstance(), a set or a dict. te.where(condition, a, b) and te.take(table, i) "
        "choose by what numbers are"
    )


def _names(f: Callable[..., Any], count: int) -> list[str]:
    """Names for the positional arguments: those of the function's parameters, or of a module's ``forward``."""
    try:
        parameters = list(inspect.signature(getattr(f, "forward", f)).parameters.values())
    except (TypeError, ValueError):
        parameters = []
    names = [p.name for p in parameters if p.kind in (p.POSITIONAL_ONLY, p.POSITIONAL_OR_KEYWORD)][:count]
    rest = next((p.name for p in parameters if p.kind is p.VAR_POSITIONAL), "arg")
    return names + [f"{rest}_{k}" for k in range(len(names), count)]


def natural(label: str) -> list[Any]:
    """A key that sorts w2 before w10."""
    return [int(part) if k % 2 else part for k, part in enumerate(re.split(r"(\d+)", label))]


def _moved(x: Any, first: Value) -> Any:
    """Another number than x, near by; one that chose from tables when it was ``first`` recorded still does."""
    bounds = first.bounds() if isinstance(first, Choice) else []
    if not bounds:
        return nearby(number_of(x))
    k = int(x)
    other = k - 1 if k > 0 else k + 1
    return other if all(least <= other < size for size, least, *_ in bounds) else k


def _alike(a: Primitive | None, b: Primitive | None) -> bool:
    """Whether two operations are one with the same settings, which may be made anew for each node."""
    return a is not None and b is not None and (a.name, a.params) == (b.name, b.params)


_PLAIN = (Value, Number, str, bytes, type(None))


def _equal(a: Any, b: Any) -> bool:
    return bool(a == b) or (a != a and b != b)
