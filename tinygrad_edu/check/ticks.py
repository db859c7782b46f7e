"""The progress of a long check: a bar where somebody looks, nothing elsewhere."""

from __future__ import annotations

from collections.abc import Callable

__all__ = ["Ticks"]


class Ticks:
    """A progress bar with so many ticks, in a ``with`` block.

    >>> with Ticks(2, wanted=False) as tick:
    ...     tick()
    """

    def __init__(self, total: int, wanted: bool) -> None:
        from ..train.progress import Bar

        self._bar = Bar(total, wanted)
        self._bar.title("checking ")

    def __enter__(self) -> Callable[[], None]:
        return self._bar.step

    def __exit__(self, *exc: object) -> None:
        self._bar.close()
