"""``jit``: a function of scalars becomes a compiled function with the same arguments and results.

The first call with arguments of a certain structure records the function, lowers the graph to a program and builds an
executable; calls of the same structure then run that. What ``Jitted`` keeps, and for how long, is all here; what may be
compiled is said in ``recording.py`` and ``trace.py``.
"""

from __future__ import annotations

import sys
import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable, Sequence
from functools import partial, update_wrapper
from time import perf_counter
from typing import Any

from .. import derivatives
from ..choice import Choice
from ..collector import paused
from ..modes import blocks, modes
from ..nested import too_deep
from ..value import Value
from . import batches, targets
from .compiled import Compiled, Key, Wanted, lowered, no_values, passing_over
from .method import Method
from .node import node, operation
from .program import Program
from .recording import Argument, Recording
from .structure import NUMBER, any_values, take_apart

__all__ = ["CACHE", "Jitted", "derivative_of", "from_value"]

CACHE = 64
"""Structures of arguments for which a function keeps programs; when there are more, those of the one that was not used
for the longest time are given up."""

STATES = 4
"""Programs that are kept for one structure: for a model in train() and in eval(), say."""

FEW = 300
"""Operations up to which a single call of generated Python takes less time than one of machine code."""


class Jitted:
    """A compiled function: call it as the function itself, and it returns the same as floats.

    Called on Values it returns Values: each is one node, whose local derivatives the compiled program computed, also
    those by the parameters that the function reads. While another function is being compiled it is part of that one.

    ``grad`` and ``value_and_grad`` are compiled derivatives; ``map``, ``sum`` and ``mean`` go through the rows of a
    batch; ``report()`` says what was compiled and how, ``source()`` and ``program()`` show it. May be used from several
    threads; can be pickled if the function can, and then compiles anew.
    """

    def __init__(
        self, f: Callable[..., Any], target: str = "auto", mode: str = "fast", wanted: Wanted | None = None
    ) -> None:
        if not callable(f):
            raise TypeError(f"jit compiles a function or a recorded Value, not {type(f).__name__} {f!r:.60}")
        if mode not in targets.MODES:
            raise ValueError(f"mode is {' or '.join(map(repr, targets.MODES))}, not {mode!r}")
        if target not in ("auto", *targets.TARGETS):
            raise ValueError(f"target is one of auto, {', '.join(targets.TARGETS)}, not {target!r}")
        self.f, self.target, self.mode = f, target, mode
        self.wanted = wanted or Wanted()
        self._cache: OrderedDict[Key, list[Compiled]] = OrderedDict()
        self._derivatives: OrderedDict[Wanted, Jitted] = OrderedDict()  # as functions: to be differentiated themselves
        self._passed: set[float] = set()  # numbers to be passed over that have come: programs are made for them too
        self._lock = threading.RLock()
        update_wrapper(self, f, updated=())
        self.__name__ = derivatives.name_of(f)

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        return self._run(self.wanted, args, kwargs)

    def grad(
        self, *args: Any, argnums: int | Sequence[int] = 0, wrt: Sequence[Value] | None = None, **kwargs: Any
    ) -> Any:
        """The gradient by the arguments ``argnums``, as ``derivatives.grad`` gives it, or by the Values ``wrt``.

        Raises ValueError if the result does not depend on them at all, TypeError if it is not a single Value.
        """
        return self._as_function(self.wanted)._run(_gradient("gradient", argnums, wrt), args, kwargs)

    def value_and_grad(
        self, *args: Any, argnums: int | Sequence[int] = 0, wrt: Sequence[Value] | None = None, **kwargs: Any
    ) -> Any:
        """The value, and what ``grad`` gives, as ``(value, gradient)``."""
        return self._as_function(self.wanted)._run(_gradient("both", argnums, wrt), args, kwargs)

    def map(self, *args: Any, **kwargs: Any) -> Any:
        """The function for every row of the positional arguments; keyword arguments are the same for all rows.

        Lists of rows give a list of results; if one of them is a NumPy array so are the results: numbers become an
        array with an entry for each row, lists of numbers one with a row for each, tuples stay tuples, of such arrays:
        ``values, slopes = value_and_grad(f, jit=True).map(xs)``. The gradient of each row is
        ``grad(f, jit=True).map(rows)``. Raises ValueError if there are no rows, not equally many, or rows of another
        structure than the first.
        """
        return self._over_rows("map", args, kwargs)

    def sum(self, *args: Any, **kwargs: Any) -> Any:
        """What ``map`` gives, added up over the rows: each number of the result is the sum of that of all rows.

        Nothing is kept of each row, and products with all rows at once are products of matrices.
        """
        return self._over_rows("sum", args, kwargs)

    def mean(self, *args: Any, **kwargs: Any) -> Any:
        """``sum``, divided by the number of rows: the loss of a batch and its gradient from the loss of one example.

        >>> from tinygrad_edu import Value, gradients
        >>> w = Value(3.0, "w")
        >>> def step(x, y):
        ...     loss = (w * x - y) ** 2
        ...     return loss, gradients(loss, [w])
        >>> Jitted(step).mean([1.0, 2.0], [1.0, 4.0])
        (4.0, [6.0])
        """
        return self._over_rows("mean", args, kwargs)

    @passing_over
    def _over_rows(self, way: str, args: Any, kwargs: dict[str, Any], before: tuple[Any, ...] = ()) -> Any:
        return batches.mapped(way, self, args, kwargs, before)

    # -- what was compiled --------------------------------------------------------------------------------------------

    def program(self, *args: Any, **kwargs: Any) -> Program:
        """The program for these arguments; without any, the one that was used last."""
        return self._shown(args, kwargs).program

    def source(self, *args: Any, **kwargs: Any) -> str:
        """The text of the target for these arguments; without any, of the program that was used last."""
        return str(self._shown(args, kwargs).executable.source())

    def report(self) -> str:
        """What was compiled so far, for which arguments, for which target and why, and how long it took."""
        with self._lock:
            found = [compiled for kept in self._cache.values() for compiled in reversed(kept)]
        if not found:
            return f"{self.__name__}: nothing compiled yet; it is when it is called"
        return "\n".join([self.__name__, *[f"  {line}" for compiled in found for line in compiled.words()]])

    @passing_over
    def _shown(self, args: Sequence[Any], kwargs: dict[str, Any], wanted: Wanted | None = None) -> Compiled:
        with self._lock:
            if self._cache and not args and not kwargs:
                return next(reversed(self._cache.values()))[0]
        try:
            return self.compiled(args, kwargs, wanted)[0]
        except TypeError:
            if args or kwargs:
                raise
            raise ValueError(f"{self.__name__} was not compiled yet: call it first, or give arguments here") from None

    # -- calls --------------------------------------------------------------------------------------------------------

    @passing_over
    def _run(self, wanted: Wanted, args: Sequence[Any], kwargs: dict[str, Any]) -> Any:
        if modes.tracing:
            return _eager(self.f, wanted)(*args, **kwargs)
        key, groups = _apart(wanted, args, kwargs)
        if any_values(groups):
            return self._on_values(wanted, args, kwargs)
        compiled = self._found(key, args, kwargs)
        if blocks.open and modes.anomaly:
            Recording(self.f, args, kwargs)  # goes step by step, and says where something becomes infinite
        outputs = compiled.executable.run(*compiled.inputs(groups))
        return compiled.result(outputs[0] if len(outputs) == 1 else [x for group in outputs for x in group])

    def _on_values(self, wanted: Wanted, args: Sequence[Any], kwargs: dict[str, Any]) -> Any:
        """Each result as a node. A gradient is differentiated as the function that it is."""
        if wanted.kind != "value":
            given = {x for group in _apart(wanted, args, kwargs)[1] for x in group if isinstance(x, Value)}
            if not given.isdisjoint(wanted.wrt or ()):  # by what it is called with: a copy is all that f would see
                return _eager(self, wanted)(*args, **kwargs)
            return self._as_function(wanted)(*args, **kwargs)
        compiled, groups = self.compiled(args, kwargs, Wanted("node", nested=bool(modes.inputs)))
        if compiled.cut:
            return self.f(*args, **kwargs)
        numbers = compiled.inputs(groups)
        values, *slopes = compiled.executable.run(*numbers)
        leaves = [x if isinstance(x, Value) else Value(x, "", False) for group in groups for x in group]
        leaves += compiled.captured
        results = []
        for k, (data, partials) in enumerate(zip(values, slopes, strict=True)):
            op = compiled.operations.get(k)
            if op is None:
                run = compiled.executable.run
                op = compiled.operations[k] = operation(self.__name__, compiled.program, k, run)
            results.append(node(op, leaves, data, partials))
        return compiled.result(results)

    def _as_function(self, wanted: Wanted) -> Jitted:
        """The function whose value is what is wanted of this one: a derivative is a function as well."""
        if wanted.kind == "value":
            return self
        with self._lock:
            found = self._derivatives.get(wanted)
            if found is None:
                found = self._derivatives[wanted] = Jitted(_eager(self.f, wanted), self.target, self.mode)
                if len(self._derivatives) > CACHE:
                    self._derivatives.popitem(last=False)
        return found

    def compiled(
        self, args: Sequence[Any], kwargs: dict[str, Any], wanted: Wanted | None = None
    ) -> tuple[Compiled, list[list[Any]]]:
        """The program for these arguments, found or made, and the numbers of each argument."""
        key, groups = _apart(wanted or self.wanted, args, kwargs)
        return self._found(key, args, kwargs), groups

    def _found(self, key: Key, args: Sequence[Any], kwargs: dict[str, Any]) -> Compiled:
        with self._lock:
            try:
                kept = self._cache.get(key)
            except TypeError:  # what is asked for has no hash
                wrong = no_values(key[0].wrt) or f"argnums are whole numbers, not {key[0].argnums!r:.60}"
                raise TypeError(wrong) from None
            if kept is None:
                kept = [self._compile(key, args, kwargs)]
                self._cache[key] = kept
                if len(self._cache) > CACHE:
                    self._cache.popitem(last=False)
                return kept[0]
            if len(self._cache) > 1:
                self._cache.move_to_end(key)
            changed = kept[0].outside.changed()
            if changed is not None:
                k = next((k for k in range(1, len(kept)) if kept[k].outside.changed() is None), 0)
                if k:
                    kept.insert(0, kept.pop(k))
                else:
                    kept.insert(0, self._compile(key, args, kwargs))
                    kept[0].changed = changed
                    del kept[STATES:]
            return kept[0]

    def _compile(self, key: Key, args: Sequence[Any], kwargs: dict[str, Any]) -> Compiled:
        at = [perf_counter()]
        with paused():  # all of it makes many objects and no cycles
            exact, leaf = self.mode == "exact", partial(Argument, passed=self._passed)
            recording = Recording(self.f, args, kwargs, leaf, key[0].nested, exact)
            recording.hold_against(self.f, args, kwargs)
            at.append(perf_counter())
            program, rebuild, fixed = lowered(recording, key[0], len(args), exact)
            at.append(perf_counter())
            executable = self._built(program, key[0].rows)
        at.append(perf_counter())
        times = {stage: at[k + 1] - at[k] for k, stage in enumerate(("record", "lower", "build"))}
        choices = [
            (k, place, bounds)
            for k, (_, leaves) in enumerate(recording.arguments)
            for place, leaf in enumerate(leaves)
            for bounds in (leaf.bounds() if isinstance(leaf, Choice) else ())
        ]
        given = [k for k, (_, leaves) in enumerate(recording.arguments) if leaves]
        captured, cut, outside = recording.captured, recording.is_cut(), recording.outside
        constants = recording.constants
        if constants and not isinstance(self.f, _Again):  # whose constants are those of a graph that is there already
            outside.numbers(constants)
        outside.needed(captured if key[0].kind == "node" else key[0].wrt or ())
        return Compiled(key, program, executable, captured, choices, given, rebuild, fixed, times, outside, cut)

    def _built(self, program: Program, rows: str) -> Any:
        exact, why = self.mode == "exact", "Python computes so little sooner than it calls machine code"
        if self.target != "auto" or rows or program.work() > FEW:
            try:
                return targets.build(program, target=self.target, exact=exact, sums=rows == "sum")
            except ImportError as error:
                if self.target != "auto":
                    raise
                why = f"what would be quicker is not there ({error})"
        executable = targets.build(program, target="python", exact=exact)
        executable.why = why
        return executable

    # -- as an object -------------------------------------------------------------------------------------------------

    def __get__(self, instance: Any, owner: type | None = None) -> Any:
        return self if instance is None else Method(self, instance)

    def __reduce__(self) -> Any:
        name = getattr(self.f, "__qualname__", "")
        found: Any = sys.modules.get(getattr(self.f, "__module__", None) or "")
        for part in name.split("."):
            found = getattr(found, part, None)
        if found is self:  # the decorated function, which is found again under its name
            return name
        return Jitted, (self.f, self.target, self.mode, self.wanted)

    def __repr__(self) -> str:
        return f"<jit of {self.__name__}, target {self.target}, {self.mode}>"


def _apart(wanted: Wanted, args: Sequence[Any], kwargs: dict[str, Any]) -> tuple[Key, list[list[Any]]]:
    """What a program is found by, and the numbers of each argument."""
    groups: list[list[Any]] = []
    keys: list[Hashable] = []
    try:
        for tree in [*args, *kwargs.values()] if kwargs else args:
            if tree.__class__ is float:
                keys.append(NUMBER)
                groups.append([tree])
            else:
                numbers: list[Any] = []
                keys.append(take_apart(tree, numbers))
                groups.append(numbers)
    except RecursionError:
        raise too_deep(f"argument {[*range(len(args)), *kwargs][len(groups)]}") from None
    return (wanted, tuple(keys), tuple(kwargs)), groups


def _gradient(kind: str, argnums: int | Sequence[int], wrt: Sequence[Value] | None) -> Wanted:
    try:
        if wrt is not None:
            wrt = (wrt,) if isinstance(wrt, Value) else tuple(wrt)
        argnums = argnums if isinstance(argnums, int) else tuple(argnums)
    except TypeError:
        what = f"argnums is a whole number, or several, not {argnums!r:.60}" if wrt is None else no_values((wrt,))
        raise TypeError(what) from None
    if wrt == () or argnums == ():
        raise ValueError(f"{'wrt' if wrt == () else 'argnums'} is empty: say by what the gradient is to be")
    return Wanted(kind, argnums, wrt, nested=wrt is None or bool(modes.inputs))


def _eager(f: Callable[..., Any], wanted: Wanted) -> Callable[..., Any]:
    """What is wanted, as a function without a compiler."""
    if wanted.kind == "value":
        return f
    if wanted.wrt is None:
        return (derivatives.grad if wanted.kind == "gradient" else derivatives.value_and_grad)(f, wanted.argnums)
    name, wrt = derivatives.name_of(f), wanted.wrt

    def by_values(*args: Any, **kwargs: Any) -> Any:
        y = derivatives.single(name, f(*args, **kwargs))
        found = derivatives.gradients(y, wrt, create_graph=True)
        return found if wanted.kind == "gradient" else (y, found)

    by_values.__name__ = name
    return by_values


def derivative_of(f: Callable[..., Any], kind: str, argnums: int | Sequence[int]) -> Jitted:
    """``grad(f, argnums, jit=True)`` and ``value_and_grad``; of a compiled function with its target and mode."""
    if isinstance(f, Jitted):
        return Jitted(f._as_function(f.wanted).f, f.target, f.mode, _gradient(kind, argnums, None))
    return Jitted(f, wanted=_gradient(kind, argnums, None))


def from_value(value: Value, target: str, mode: str) -> Jitted:
    """A recorded result as a compiled function without arguments, which computes it anew from the Values below it.

    Those that have no label and need no gradient are the numbers in its formula, and stay what they are.
    """
    return Jitted(_Again(value), target, mode)


class _Again:
    """A function that returns a Value that was recorded before."""

    def __init__(self, value: Value) -> None:
        self.value = value
        self.__name__ = value.label or (value.op.name if value.op else "value")

    def __call__(self) -> Value:
        return self.value
