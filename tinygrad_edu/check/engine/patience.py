"""How long another engine is waited for: a ``backward()`` with a loop that nothing ends would never come back.

A second thread watches the clock and has Python raise an exception in the thread that waits (CPython's
``PyThreadState_SetAsyncExc``), so it works on every system and in every thread. What waits outside Python's own
bytecode, as ``time.sleep`` does, is stopped when it comes back; where there are no threads nothing is stopped.
"""

from __future__ import annotations

import ctypes
import math
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from typing import Any

__all__ = ["NoEndError", "Patience"]

FIRST = 5.0
"""Seconds for the first call that does not end. What an engine is asked takes it milliseconds."""
LATER = 0.5
"""Seconds for those after it: many more may be of the same kind."""
LOOK = 0.05


class NoEndError(Exception):
    """A call was stopped."""


class _Stopped(BaseException):
    """What is raised in the middle of somebody's code, whose ``except Exception`` is not to catch it."""


class Patience:
    """Calls functions, and stops those that do not end.

    >>> Patience(first=0.1).run(lambda: [0 for _ in iter(int, 1)])
    Traceback (most recent call last):
    tinygrad_edu.check.engine.patience.NoEndError: stopped after 0.1 seconds
    """

    def __init__(self, first: float = FIRST) -> None:
        self.seconds = first
        self._lock = threading.Lock()
        self._until, self._thread = math.inf, 0
        self._watching = False

    def run(self, call: Callable[..., Any], *arguments: Any) -> Any:
        """What the call returns or raises; NoEndError if it has to be stopped."""
        seconds = self.seconds
        try:
            self._wait(seconds)
            try:
                return call(*arguments)
            finally:
                self._wait(math.inf)
        except _Stopped:
            self._wait(math.inf)
            self.seconds = min(seconds, LATER)
            raise NoEndError(f"stopped after {seconds:g} seconds") from None

    def _wait(self, seconds: float) -> None:
        with self._lock:
            self._until, self._thread = time.monotonic() + seconds, threading.get_ident()
            if seconds == math.inf:
                _raise_in(self._thread, None)  # what was to be raised and came too late
            elif not self._watching:
                with suppress(RuntimeError):  # no threads here
                    threading.Thread(target=self._watch, daemon=True).start()
                    self._watching = True

    def _watch(self) -> None:
        """Until nothing has been waited for since the last look but one: then the thread ends, and is begun anew."""
        idle = 0
        while idle < 20:
            time.sleep(LOOK)
            with self._lock:
                idle = idle + 1 if self._until == math.inf else 0
                if time.monotonic() > self._until:
                    _raise_in(self._thread, _Stopped)
                    self._until = time.monotonic() + 1.0  # once more, if it is caught all the same
                if idle == 20:
                    self._watching = False


def _raise_in(thread: int, error: type[BaseException] | None) -> None:
    if hasattr(ctypes, "pythonapi"):  # CPython
        ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread), ctypes.py_object(error) if error else None)
