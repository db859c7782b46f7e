"""Where Python's own mathematical functions are: addresses that compiled code can call.

The table's native functions are those of Python's ``math``, and most of these are the C library's. Called by address,
they give the same bits in compiled code as in Python, and LLVM cannot take them for functions that it knows and
rewrites. The few that Python computes in its own way are called back: slow, and right.
"""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Callable
from functools import cache
from typing import Any

from ...ieee import IEEE
from ...ops import OPS

__all__ = ["address"]

PYTHON_S_OWN = {"hypot"}
PYTHON_S_OWN |= {"cbrt", "exp2"} if sys.version_info < (3, 11) else set()
PYTHON_S_OWN |= {"log2"} if sys.platform == "win32" else set()

_called_back: list[Any] = []  # what compiled code may still call stays where it is


@cache
def address(name: str, exact: bool = False) -> int:
    """Where to find a native function of the table, with numbers in and a number out.

    ``exact`` takes Python's own where it differs from the C library's in the last bit.

    >>> call = ctypes.CFUNCTYPE(ctypes.c_double, ctypes.c_double)(address("exp"))
    >>> call(0.0)
    1.0
    """
    if not (exact and name in PYTHON_S_OWN):
        function = getattr(_library(), name, None)
        if function is not None:
            return _place(function)
    prototype = ctypes.CFUNCTYPE(ctypes.c_double, *[ctypes.c_double] * len(OPS[name].partials))
    called_back = prototype(_plain(getattr(IEEE, name)))
    _called_back.append(called_back)
    return _place(called_back)


def _place(function: Any) -> int:
    place = ctypes.cast(function, ctypes.c_void_p).value
    assert place is not None, "a function is somewhere"
    return place


def _plain(function: Callable[..., float]) -> Callable[..., float]:
    return lambda *xs: float(function(*xs))


@cache
def _library() -> Any:
    """The C library's mathematical functions as this process has them."""
    if sys.platform == "win32":
        return ctypes.CDLL("ucrtbase")
    here = ctypes.CDLL(None)
    return here if hasattr(here, "erfc") else ctypes.CDLL("libm.so.6")
