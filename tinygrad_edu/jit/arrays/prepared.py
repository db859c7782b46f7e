"""Array code prepared to run very often: its operations noted once, with a place for every result, then only repeated.

The code is run once on stand-ins for arrays. A view (a slice, a transposition) is taken then and there; whatever
computes is noted as a step, a function of NumPy with the arrays that it reads and the one it writes into. A place is
used again as soon as nobody needs what is in it, so the numbers stay in the processor's cache. What remains for a run
is to take the steps, which is half of the time where arrays are small.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from heapq import heappop, heappush
from itertools import count
from typing import Any

import numpy as np

from ...operators import Operators
from .namespaces import add_rules, masked_product, scatter

__all__ = ["Prepared"]

UFUNCS = {
    "add": np.add, "sub": np.subtract, "mul": np.multiply, "div": np.divide, "neg": np.negative, "lt": np.less,
    "le": np.less_equal, "gt": np.greater, "ge": np.greater_equal, "ne": np.not_equal,
}  # fmt: skip
"""Python's operators among NumPy's functions."""

ONES: dict[int, Any] = {}  # rows of ones, by their length


class Prepared:
    """The steps of a function of arrays, for these very arrays.

    function   array code whose names are those of ``names``
    arrays     what it is called with; results go into some of them, by ``x[:] = ...`` or by ``keep``

    >>> from tinygrad_edu.jit.arrays.namespaces import numpy_namespace
    >>> x, y = np.array([1.0, 2.0]), np.zeros(2)
    >>> def code(names):
    ...     def run(x, y):
    ...         y[:] = names["exp"](-x) + 1.0
    ...     return run
    >>> prepared = Prepared(code, numpy_namespace(), [x, y])
    >>> x[:] = 0.0
    >>> prepared.run()
    >>> y
    array([2., 2.])
    >>> len(prepared.steps)
    4
    """

    def __init__(
        self, code: Callable[[dict[str, Any]], Callable[..., None]], names: dict[str, Any], arrays: Sequence[Any]
    ) -> None:
        self.steps: list[tuple[Callable[..., Any], tuple[Any, ...]]] = []
        self._free: dict[Any, list[tuple[int, Any]]] = {}  # places that can be used again, by size and kind: heaps
        self._made = count()
        own = {name: self._noted(f) if callable(f) else f for name, f in names.items()}
        own |= {
            "arange": np.arange, "array": self._array, "where": self._where, "concatenate": self._concatenate,
            "stack": self._stack, "flip": self._view(np.flip), "permute": self._view(np.transpose),
            "broadcast": self._view(np.broadcast_to), "total": self._total, "amax": self._amax,
            "scatter": self._scatter, "keep": self._keep, "matmul": self._matmul,
            "row": lambda n: Standin(self, np.empty(n)), "table": lambda x: Standin(self, x),
        }  # fmt: skip
        add_rules(own)
        own |= {name: self._slope(own[name[:-6]], f) for name, f in names.items() if hasattr(f, "again")}
        with np.errstate(all="ignore"):
            code(own)(*[Standin(self, x) for x in arrays])

    def run(self) -> None:
        """Take the steps. What NumPy would warn of is not: 1/0 is inf, as everywhere here."""
        with np.errstate(all="ignore"):
            for function, arguments in self.steps:
                function(*arguments)

    # -- noting -------------------------------------------------------------------------------------------------------

    def note(self, function: Callable[..., Any], *xs: Any, into: Callable[..., Any] | None = None) -> Standin:
        """Note function(*xs) as a step, by ``into(*xs, out)`` if that is not ``function(*xs, out)``.

        It is given the stand-ins themselves, not their arrays: as long as they are there the result gets another place.
        """
        arguments = [_array_of(x) for x in xs]
        result = np.asarray(function(*arguments))  # what is in it does not count, only its shape and kind
        out, place = self._place(result)
        self.steps.append((into or function, (*arguments, out)))
        return Standin(self, out, place)

    def _place(self, like: Any) -> tuple[Any, Place]:
        free = self._free.setdefault((like.size, like.dtype), [])
        # The first of them, not the one free last: of two that a line needs no more Python says which goes first.
        number, row = heappop(free) if free else (next(self._made), np.empty(like.size, like.dtype))
        return row.reshape(like.shape), Place(number, row, free)

    def _noted(self, function: Callable[..., Any]) -> Callable[..., Any]:
        into = function if isinstance(function, np.ufunc) else _stored(function)
        if function is np.maximum:  # which wants its out by name
            into = _maximum

        def noted(*xs: Any) -> Any:
            return self.note(function, *xs, into=into) if any(isinstance(x, Standin) for x in xs) else function(*xs)

        return noted

    def _slope(self, function: Callable[..., Any], slope: Any) -> Callable[..., Standin]:
        """The textbook's form, and then a step that looks whether it was good enough."""

        def noted(x: Standin, y: Standin | None = None) -> Standin:
            y = function(x) if y is None else y
            slopes: Standin = slope.textbook(x, y)
            self.steps.append((slope.again, (slopes.array, x.array, y.array)))
            return slopes

        return noted

    def _array(self, x: Any) -> Any:
        return x.view(x.array[...]) if isinstance(x, Standin) else np.asarray(x)

    def _view(self, function: Callable[..., Any]) -> Callable[..., Any]:
        def viewed(x: Any, *settings: Any) -> Any:
            return x.view(function(x.array, *settings)) if isinstance(x, Standin) else function(x, *settings)

        return viewed

    def _where(self, c: Any, a: Any, b: Any) -> Standin:
        if f"{a} {b}" == "0.0 1.0" and isinstance(c, Standin) and c.array.dtype == bool:
            return self.note(lambda c: np.logical_not(c).astype(float), c, into=np.logical_not)
        shapes = [_array_of(x).shape for x in (c, a, b)]
        shape = np.broadcast_shapes(*shapes)
        return self.note(np.where, c, a, b, into=_put if shapes[0] == shape and shapes[1] in ((), shape) else _choose)

    def _concatenate(self, parts: Sequence[Any], axis: int = 0) -> Standin:
        return self.note(
            lambda *xs: np.concatenate(xs, axis), *parts, into=lambda *xs: np.concatenate(xs[:-1], axis, xs[-1])
        )

    def _stack(self, parts: Sequence[Any], axis: int = 0) -> Standin:
        return self.note(lambda *xs: np.stack(xs, axis), *parts, into=lambda *xs: np.stack(xs[:-1], axis, xs[-1]))

    def _total(self, x: Any) -> Standin:
        """Sums over the last axis; of a matrix as a product with ones, for which there are quicker routines."""
        rows = _array_of(x)
        if rows.ndim in (1, 2) and rows.itemsize in rows.strides:
            return self.note(np.matmul, x, ONES.setdefault(rows.shape[-1], np.ones(rows.shape[-1])))
        return self.note(lambda x: np.add.reduce(x, -1), x, into=lambda x, out: np.add.reduce(x, -1, None, out))

    def _amax(self, x: Any) -> Standin:
        if isinstance(x, Standin) and x.array.strides[-1] < 0:  # of which NumPy 1.25 to 2.1 leave out all but the first
            x = x.view(x.array[..., ::-1])
        return self.note(lambda x: np.maximum.reduce(x, -1), x, into=lambda x, out: np.maximum.reduce(x, -1, None, out))

    def _matmul(self, a: Any, b: Any, where: Any) -> Standin:
        return self.note(_product, self._where(where, a, 0.0), b, a, where)

    def _scatter(self, shape: tuple[int, ...], places: Sequence[Any], x: Any) -> Standin:
        def scattered(*xs: Any) -> Any:
            return scatter(np, shape, xs[:-1], xs[-1])

        def put(*xs: Any) -> None:
            out, (*places, x) = xs[-1], xs[:-1]
            out.fill(0.0)
            out[tuple(places)] = x + 0.0

        size = np.broadcast(*[_array_of(place) for place in places]).size
        rows_apart = any(isinstance(p, np.ndarray) and p.size == size and np.ptp(p) == size - 1 for p in places)
        into = put if rows_apart else _stored(scattered)  # no place twice: there is nothing to add up
        return self.note(lambda *xs: np.zeros(shape), *places, x, into=into)

    def _keep(self, x: Any, where: Standin) -> Standin:
        """x, computed right into this place if it has just been computed."""
        if isinstance(x, Standin) and self.steps and x.shape == where.shape:
            function, arguments = self.steps[-1]
            if arguments and arguments[-1] is x.array:
                self.steps[-1] = function, (*arguments[:-1], where.array)
                return where
        where[...] = x
        return where


class Place:
    """Memory for a result, free again when the last stand-in that looks at it is gone."""

    def __init__(self, number: int, row: Any, free: list[tuple[int, Any]]) -> None:
        self.number, self.row, self.free = number, row, free

    def __del__(self) -> None:
        heappush(self.free, (self.number, self.row))


class Standin(Operators):
    """An array while its operations are being noted: ``array``, and the ``place`` that it is a view of."""

    __array_ufunc__ = None  # so that NumPy's arrays leave operators to this class
    __hash__ = None  # type: ignore[assignment]

    def __init__(self, tape: Prepared, array: Any, place: Place | None = None) -> None:
        self.tape, self.array, self.place = tape, array, place
        self.shape = array.shape

    def view(self, array: Any) -> Standin:
        """A part of it, or the same in another order; a copy, if it cannot be had without one."""
        if np.may_share_memory(array, self.array):
            return Standin(self.tape, array, self.place)
        return self.tape.note(lambda x: array, self, into=lambda x, out: np.copyto(out.reshape(x.shape), x))

    def reshape(self, *shape: int) -> Standin:
        return self.view(self.array.reshape(shape))

    @property
    def T(self) -> Standin:
        return self.view(self.array.T)

    def __getitem__(self, key: Any) -> Standin:
        if isinstance(key, np.ndarray) and self.array.ndim == 1:
            return self.tape.note(np.take, self, key, into=_take)
        keys = key if isinstance(key, tuple) else (key,)
        if any(isinstance(k, (Standin, np.ndarray)) for k in keys):
            return self.tape.note(_as_chosen, self, *keys, into=_stored(_chosen))
        return self.view(self.array[keys if ... in keys else (*keys, ...)])  # with ... a single number is a view too

    def __setitem__(self, key: Any, x: Any) -> None:
        self.tape.steps.append((np.copyto, (self[key].array, _array_of(x))))

    def do(self, op: str, *xs: Any) -> Standin:
        return self.tape.note(UFUNCS[op], *xs)

    def __matmul__(self, other: Any) -> Standin:
        return self.tape.note(np.matmul, self, other)

    def __rmatmul__(self, other: Any) -> Standin:
        return self.tape.note(np.matmul, other, self)

    def __ne__(self, other: Any) -> Standin:  # type: ignore[override]
        return self.do("ne", self, other)


def _array_of(x: Any) -> Any:
    return x.array if isinstance(x, Standin) else np.asarray(x)


def _stored(function: Callable[..., Any]) -> Callable[..., None]:
    """The function with a place for its result."""

    def store(*xs: Any) -> None:
        xs[-1][...] = function(*xs[:-1])

    return store


def _chosen(x: Any, *places: Any) -> Any:
    return x[places]


def _as_chosen(x: Any, *places: Any) -> Any:
    """Something of that shape: no place is known yet."""
    return x[tuple(np.zeros_like(k) for k in places)]


def _put(c: Any, a: Any, b: Any, out: Any) -> None:
    np.copyto(out, b)
    np.putmask(out, c, a)


def _choose(c: Any, a: Any, b: Any, out: Any) -> None:
    np.copyto(out, b)
    np.copyto(out, a, where=c)


def _maximum(a: Any, b: Any, out: Any) -> None:
    np.maximum(a, b, out=out)


def _product(hidden: Any, b: Any, a: Any, where: Any, out: Any = None) -> Any:
    return masked_product(np, hidden, b, a, where, out)


def _take(x: Any, places: Any, out: Any) -> None:
    x.take(places, None, out, "clip")  # with "raise" NumPy would go through another copy
