"""A compiled function that was written as a method: ``model.loss(x)``, and ``model.loss.grad(x)``, by x."""

from __future__ import annotations

from collections.abc import Sequence
from functools import update_wrapper
from types import MethodType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .function import Jitted

__all__ = ["Method"]


class Method:
    """What a ``Jitted`` is, with an object in the place of its first argument; arguments are counted behind that.

    >>> from tinygrad_edu import Value
    >>> from tinygrad_edu.jit import jit
    >>> class Line:
    ...     def __init__(self, w):
    ...         self.w = Value(w, "w")
    ...     @jit
    ...     def __call__(self, x):
    ...         return self.w * x
    ...     @jit
    ...     def loss(self, x, y):
    ...         return (self(x) - y) ** 2
    >>> line = Line(3.0)
    >>> line.loss.value_and_grad(2.0, 5.0), line.loss.grad(2.0, 5.0, wrt=[line.w])
    ((1.0, 6.0), [4.0])
    >>> line.loss.map([1.0, 2.0], [3.0, 3.0])
    [0.0, 9.0]
    """

    def __init__(self, function: Jitted, instance: Any) -> None:
        self.__func__, self.__self__ = function, instance
        update_wrapper(self, MethodType(function.f, instance), updated=())

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        return self.__func__(self.__self__, *args, **kwargs)

    def grad(self, *args: Any, argnums: int | Sequence[int] = 0, **kwargs: Any) -> Any:
        return self.__func__.grad(self.__self__, *args, argnums=_behind(argnums), **kwargs)

    def value_and_grad(self, *args: Any, argnums: int | Sequence[int] = 0, **kwargs: Any) -> Any:
        return self.__func__.value_and_grad(self.__self__, *args, argnums=_behind(argnums), **kwargs)

    def map(self, *args: Any, **kwargs: Any) -> Any:
        return self.__func__._over_rows("map", args, kwargs, (self.__self__,))

    def sum(self, *args: Any, **kwargs: Any) -> Any:
        return self.__func__._over_rows("sum", args, kwargs, (self.__self__,))

    def mean(self, *args: Any, **kwargs: Any) -> Any:
        return self.__func__._over_rows("mean", args, kwargs, (self.__self__,))

    def program(self, *args: Any, **kwargs: Any) -> Any:
        return self.__func__.program(*([self.__self__] if args or kwargs else []), *args, **kwargs)

    def source(self, *args: Any, **kwargs: Any) -> str:
        return self.__func__.source(*([self.__self__] if args or kwargs else []), *args, **kwargs)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return getattr(self.__func__, name)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Method):
            return NotImplemented
        return self.__func__ is other.__func__ and self.__self__ is other.__self__

    def __hash__(self) -> int:
        return hash((id(self.__func__), id(self.__self__)))

    def __reduce__(self) -> Any:
        return getattr, (self.__self__, self.__name__)

    def __repr__(self) -> str:
        return f"<method of {self.__self__!r:.60}: {self.__func__!r}>"


def _behind(argnums: Any) -> Any:
    """The numbers of arguments as the function counts them, the object first."""
    if isinstance(argnums, int):
        return argnums + (argnums >= 0)
    return tuple(_behind(k) if isinstance(k, int) else k for k in argnums)
