"""Who asks for a number where there is none: the line of the user's program, and what to write there instead.

A rule of the table is run on names and on symbols of the compiler too. What they cannot do, they say here.
"""

from __future__ import annotations

import linecache
import operator
import os
import re
import sys
from collections.abc import Callable
from types import FrameType
from typing import Any, NoReturn

from .primitive import OPS

__all__ = ["Numberless", "by_package", "is_ours", "no_number", "notebook", "users_line"]

WRITTEN = "<written by the table: "
"""What the names of code begin with that the package writes and compiles."""

_OURS = __name__.split(".")[0]
_PACKAGE = os.path.dirname(os.path.abspath(__file__)) + os.sep
_PYTHON = os.path.dirname(os.path.abspath(os.__file__)) + os.sep


def users_line() -> str:
    """The line of the user's program that we were called from: the first outside this package.

    What is Python's, or an installed package, such as NumPy, is not the user's, if there is anything else.
    """
    frame = sys._getframe()
    while frame.f_back is not None and frame.f_code.co_filename.startswith((_PACKAGE, WRITTEN)):
        frame = frame.f_back
    at: FrameType | None = frame
    while at is not None and _is_installed(at.f_code.co_filename):
        at = at.f_back
    frame = at or frame
    name, line = frame.f_code.co_filename, frame.f_lineno
    text = linecache.getline(name, line).strip()
    return f"{_cell(name) or os.path.basename(name)}, line {line}" + (f", `{text:.100}`" if text else "")


def by_package(depth: int) -> bool:
    """Whether the caller of the function so many calls above this one is code of this package."""
    return sys._getframe(depth + 1).f_code.co_filename.startswith((_PACKAGE, WRITTEN))


def is_ours(module: Any) -> bool:
    """Whether what calls itself a module's name is that of one of this package's."""
    return isinstance(module, str) and module.split(".")[0] == _OURS


def notebook() -> Any:
    """IPython's shell, if we run in one: a notebook's, or the one in a terminal."""
    ipython = sys.modules.get("IPython")
    return ipython.get_ipython() if ipython is not None else None


def _cell(file: str) -> str:
    """What a notebook calls the cell that it keeps under this name, which says nothing to a reader: Cell In[3]."""
    called = getattr(getattr(notebook(), "compile", None), "format_code_name", lambda file: None)(file)
    return " ".join(called) if called else ""


def _is_installed(file: str) -> bool:
    """Whether it is Python's or an installed package's: in the usual places, or where ``pip install --target`` put it.

    There pip's list of what it wrote lies beside the package.
    """
    if file.startswith((_PYTHON, "<frozen ")) or "site-packages" in file or "dist-packages" in file:
        return True
    from importlib.metadata import distributions  # it takes a third of the time of the whole package

    folders = {os.path.join(os.path.abspath(entry), "") for entry in sys.path}
    return any(
        f"\n{file.removeprefix(folder).replace(os.sep, '/')}," in f"\n{found.read_text('RECORD')}"
        for folder in folders
        if file.startswith(folder)
        for found in distributions(path=[folder])
    )


def no_number(what: str) -> TypeError:
    """What a rule is told that asks a name or a symbol for its number, as the functions of ``math`` do."""
    line = users_line()
    calls = re.findall(r"(?<!def )(\w+\.|\b)(\w+)\(", line)
    asked = [(room, name) for room, name in calls if name in OPS and room != "m."]
    wrong, right = "float() or a function of math or numpy", "m.exp ..."
    if asked:
        wrong, right = "".join(asked[0]), f"m.{asked[0][1]}"
    return TypeError(
        f"{line}: {wrong} wants a number, and gets {what}: a rule is run on names and symbols too, so that it can be "
        f"shown, differentiated and compiled. Write {right}, of the arithmetic m that the rule is given"
    )


_OPERATORS = {
    "add": "add", "subtract": "sub", "multiply": "mul", "divide": "truediv", "true_divide": "truediv", "less": "lt",
    "less_equal": "le", "greater": "gt", "greater_equal": "ge",
}  # fmt: skip


class Numberless:
    """What stands for a number in a rule and has none: the base of names and symbols. ``called`` says what it is."""

    __slots__ = ()
    called = "a symbol"

    def __float__(self) -> float:
        raise no_number(self.called)

    def __pos__(self) -> Any:
        return self

    def __array_ufunc__(self, ufunc: Any, method: str, *inputs: Any, **settings: Any) -> Any:
        """What numpy asks: np.float64(2.0) * x is 2.0 * x, and np.sin(x) is told what to write."""
        compute = getattr(operator, _OPERATORS.get(ufunc.__name__, ""), None)
        if compute is None or len(inputs) != 2 or method != "__call__":
            raise no_number(self.called)
        return compute(*[x if isinstance(x, Numberless) else float(x) for x in inputs])


def _missing(symbol: str, instead: str) -> Callable[..., NoReturn]:
    def refused(self: Numberless, *_: Any) -> NoReturn:
        raise TypeError(
            f"{users_line()}: {symbol} is none of the operators that a rule is made of, which are + - * / and "
            f"comparisons: write {instead}, of the arithmetic m that the rule is given"
        )

    return refused


for _name, _symbol, _instead in (
    ("pow", "**", "m.pow(x, 2.0) or m.square(x)"), ("rpow", "**", "m.pow(2.0, x)"), ("abs", "abs()", "m.abs(x)"),
    ("mod", "%", "x - k*m.floor(x/k)"), ("floordiv", "//", "m.floor(x/k)"), ("int", "int()", "m.trunc(x)"),
    ("round", "round()", "m.round(x)"), ("floor", "math.floor", "m.floor(x)"), ("ceil", "math.ceil", "m.ceil(x)"),
    ("trunc", "math.trunc", "m.trunc(x)"),
):  # fmt: skip
    setattr(Numberless, f"__{_name}__", _missing(_symbol, _instead))
