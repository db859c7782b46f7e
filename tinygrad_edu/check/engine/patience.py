"""How long another engine is waited for: a ``backward()`` with a loop that nothing ends would never come back.

The system's timer of the processor's time (POSIX: ``ITIMER_VIRTUAL``) sends a signal, whose handler raises an exception
in the main thread: that needs no second thread, and a busy machine stops nobody sooner. Without such a timer (Windows),
in another thread, or where the signal is somebody else's, nothing is stopped; nor, by CPython 3.10, a loop that begins
with ``try`` and calls nothing, in which it handles no signals.
"""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable
from typing import Any

__all__ = ["NoEndError", "Patience"]

FIRST = 5.0
"""Seconds for the first call that does not end. What an engine is asked takes it milliseconds."""
LATER = 0.3
"""Seconds for those after it: many more may be of the same kind."""
AGAIN = 0.1
"""Seconds until the exception is raised once more, should somebody's code have caught it."""


class NoEndError(Exception):
    """A call was stopped."""


class _Stopped(BaseException):
    """What is raised in the middle of somebody's code, whose ``except Exception`` is not to catch it."""


class Patience:
    """Calls functions, and stops those that do not end.

    >>> Patience().run(max, 1, 2)
    2

    For many calls take it with ``with``: taking the signal and giving it back takes longer than an addition.

    >>> with Patience() as patience:
    ...     patience.run(max, 1, 2), patience.run(min, 1, 2)
    (2, 1)
    """

    def __init__(self, first: float = FIRST) -> None:
        self.seconds = first
        self._ours = self._inside = False

    def __enter__(self) -> Patience:
        if can_stop():
            signal.signal(signal.SIGVTALRM, self._stop)
            self._ours = True
        return self

    def __exit__(self, *_: object) -> None:
        if self._ours:
            self._ours = False
            signal.signal(signal.SIGVTALRM, signal.SIG_DFL)

    def run(self, call: Callable[..., Any], *arguments: Any) -> Any:
        """What the call returns or raises; NoEndError if it has to be stopped."""
        if not self._ours:
            if not can_stop():
                return call(*arguments)
            with self:
                return self.run(call, *arguments)
        seconds = self.seconds
        try:
            self._inside = True
            try:
                signal.setitimer(signal.ITIMER_VIRTUAL, seconds, AGAIN)
                return call(*arguments)
            finally:
                self._leave()
        except _Stopped:
            self._leave()  # it may have come after the call's last instruction
            self.seconds = min(seconds, LATER)
            raise NoEndError(f"stopped after {seconds:g} seconds") from None

    def _leave(self) -> None:
        self._inside = False
        signal.setitimer(signal.ITIMER_VIRTUAL, 0.0)

    def _stop(self, *_: object) -> None:
        if self._inside:
            raise _Stopped


def can_stop() -> bool:
    """Whether calls that do not end can be stopped here."""
    return (
        hasattr(signal, "setitimer")
        and threading.current_thread() is threading.main_thread()
        and signal.getsignal(signal.SIGVTALRM) == signal.SIG_DFL
    )
