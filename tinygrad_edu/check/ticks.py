"""The progress of a long check: a bar where somebody looks, nothing elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager

__all__ = ["ticks"]


@contextmanager
def ticks(total: int, wanted: bool) -> Iterator[Callable[[], None]]:
    """A block with a progress bar of so many ticks.

    >>> with ticks(2, wanted=False) as tick:
    ...     tick()
    """
    from ..train.progress import Bar

    with closing(Bar(total, wanted)) as bar:
        bar.title("checking ")
        yield bar.step
