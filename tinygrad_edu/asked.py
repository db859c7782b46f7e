"""Who asks for a number where there is none: the line of the user's program, and what to write there instead."""

from __future__ import annotations

import linecache
import os
import re
import sys

from .primitive import OPS

__all__ = ["no_number", "users_line"]

_PACKAGE = os.path.dirname(os.path.abspath(__file__)) + os.sep


def users_line() -> str:
    """The line of the user's program that we were called from: the first outside this package."""
    frame = sys._getframe()
    while frame.f_back is not None and frame.f_code.co_filename.startswith(_PACKAGE):
        frame = frame.f_back
    name, line = frame.f_code.co_filename, frame.f_lineno
    text = linecache.getline(name, line).strip()
    return f"{os.path.basename(name)}, line {line}" + (f", `{text:.100}`" if text else "")


def no_number(what: str) -> TypeError:
    """What a rule is told that asks a name or a symbol for its number, as the functions of ``math`` do."""
    line = users_line()
    asked = [name for name in re.findall(r"\bmath\.(\w+)\(", line) if name in OPS]
    wrong, right = (f"math.{asked[0]}", f"m.{asked[0]}") if asked else ("float() or a function of math", "m.exp ...")
    return TypeError(
        f"{line}: {wrong} wants a number, and gets {what}: a rule is run on names and symbols too, so that it can be "
        f"shown, differentiated and compiled. Write {right}, of the arithmetic m that the rule is given"
    )
