"""Keys, one at a time as they are pressed: on Linux and macOS (``termios``), and on Windows (``msvcrt``)."""

from __future__ import annotations

import os
import select
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

__all__ = ["keys"]

NAMES = {
    "[C": "right", "[D": "left", "[A": "up", "[B": "down", "[H": "home", "[F": "end", "OC": "right", "OD": "left",
    "OA": "up", "OB": "down", "OH": "home", "OF": "end", "[1~": "home", "[4~": "end", "[7~": "home", "[8~": "end",
    "[5~": "up", "[6~": "down",
}  # fmt: skip
"""What follows escape when one of these keys is pressed, as xterm, the Linux console and rxvt send it."""
WINDOWS = {"M": "right", "K": "left", "H": "up", "P": "down", "G": "home", "O": "end"}
LETTERS = {
    " ": "right", "\r": "right", "\n": "right", "l": "right", "h": "left", "\x7f": "left", "\b": "left", "k": "up",
    "j": "down", "g": "home", "G": "end", "q": "quit", "Q": "quit", "\x03": "quit", "\x04": "quit",
}  # fmt: skip
PATIENCE = 0.05  # seconds for the rest of an escape sequence, over a slow line too


def name_of(typed: str) -> str:
    """The name of a key: right, left, up, down, home, end, quit; "" for any other.

    >>> name_of(chr(27) + "[C"), name_of("q"), name_of("x")
    ('right', 'quit', '')
    """
    if typed.startswith("\x1b"):
        return NAMES.get(typed[1:], "") if len(typed) > 1 else "quit"
    return LETTERS.get(typed, "")


@contextmanager
def keys() -> Iterator[Callable[[], str]]:
    """A function that waits for a key and returns its name; at the end the terminal is as it was.

    The end of the input is "quit".
    """
    if sys.platform == "win32":
        yield _windows
        return
    import termios
    import tty

    terminal = sys.stdin.fileno()
    before = termios.tcgetattr(terminal)
    try:
        tty.setcbreak(terminal)
        yield lambda: name_of(_typed(terminal))
    finally:
        termios.tcsetattr(terminal, termios.TCSADRAIN, before)


def _typed(terminal: int) -> str:
    """One key as the terminal sends it: a letter, or escape and what follows at once."""
    first = os.read(terminal, 1)
    if not first:
        return "q"
    typed = first
    while typed.startswith(b"\x1b") and select.select([terminal], [], [], PATIENCE)[0]:
        more = os.read(terminal, 1)
        typed += more
        if not more or (len(typed) > 2 and (more.isalpha() or more == b"~")):
            break
    return typed.decode("ascii", "replace")


def _windows() -> str:
    import msvcrt

    typed = msvcrt.getwch()  # type: ignore[attr-defined]
    if typed in ("\x00", "\xe0"):
        return WINDOWS.get(msvcrt.getwch(), "")  # type: ignore[attr-defined]
    return name_of(typed)
