"""History: what training measured, epoch by epoch, as a list of dicts that draws itself.

>>> history = History([{"epoch": 1, "loss": 0.75}, {"epoch": 2, "loss": 0.25}])
>>> history
History(2 epochs, loss 0.75 → 0.25)
>>> history.spark()
'█▁'
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import isfinite, nan
from typing import Any

from ..escape import one_line
from ..plural import plural

__all__ = ["History", "spark"]


class History(list[dict[str, float]]):
    """A list with a dict for each epoch: "epoch" (from 1), "loss", the metrics, "lr", and "val_..." for held-out rows.

    ``pandas.DataFrame(history)`` makes a table of it; a notebook shows its curves.

    stopped      why training ended before its last epoch, as a sentence; "" if it did not
    interrupted  whether that was Ctrl-C
    engine       what ran the last training: the eager engine or compiled code, and why, in words
    seed         what the order of the rows came from; ``fit(..., history=history)`` goes on with it
    """

    def __init__(self, rows: Iterable[dict[str, float]] = (), seed: int | None = None) -> None:
        super().__init__(rows)
        self.stopped = ""
        self.interrupted = False
        self.engine = ""
        self.seed = seed

    def column(self, name: str) -> list[float]:
        """One figure over all epochs; nan where an epoch does not have it. KeyError, with the known names, for others.

        >>> History([{"epoch": 1, "loss": 0.75}]).column("loss")
        [0.75]
        """
        if self and name not in self.columns:
            raise KeyError(f"the history has no {name!r}, it has {', '.join(self.columns)}")
        return [row.get(name, nan) for row in self]

    @property
    def columns(self) -> list[str]:
        """The names of the figures, in order."""
        return list(dict.fromkeys(name for row in self for name in row))

    def spark(self, name: str = "loss", width: int = 40, ascii: bool = False) -> str:
        """The course of one figure as a line of blocks for the terminal, at most ``width`` characters long.

        ``ascii`` uses the characters that every terminal has.
        """
        return spark(self.column(name), width, ascii)

    def svg(self, width: int = 640, height: int = 240) -> str:
        """The curves as an SVG picture: loss at the left, other figures between 0 and 1 at the right.

        width, height  in px
        """
        from .curves import curves  # only who looks at pictures pays for them

        return curves(self, width, height)

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, str]:
        return {"text/plain": repr(self), **({"image/svg+xml": self.svg()} if self else {})}

    def __repr__(self) -> str:
        parts = [plural(len(self), "epoch")]
        if self:
            for name in self[-1]:
                if name not in ("epoch", "lr"):
                    first, last = self[0].get(name, nan), self[-1][name]
                    parts.append(f"{one_line(name)} {first:.4g} → {last:.4g}")
        parts += [self.stopped] if self.stopped else []
        return f"History({', '.join(parts)})"


BLOCKS = "▁▂▃▄▅▆▇█"
ASCII = "_.-=+*%#"


def spark(numbers: Sequence[float], width: int = 40, ascii: bool = False) -> str:
    """Numbers as a line of blocks, the smallest lowest; a long list is thinned by taking means. "?" is no number.

    >>> spark([1.0, 2.0, 3.0, 4.0])
    '▁▃▆█'
    >>> spark([2.0, 2.0, float("nan")], ascii=True)
    '__?'
    """
    if width < 1:
        raise ValueError(f"a line is at least 1 character wide, not {width}")
    n = min(width, len(numbers))
    parts = [numbers[i * len(numbers) // n : (i + 1) * len(numbers) // n] for i in range(n)]
    means = [sum(x / len(part) for x in part) for part in parts]
    finite = [x for x in means if isfinite(x)]
    low, high = (min(finite), max(finite)) if finite else (nan, nan)
    levels = ASCII if ascii else BLOCKS
    top, span = len(levels) - 1, high / 2.0 - low / 2.0  # halves, because the difference may overflow

    def block(x: float) -> str:
        if not isfinite(x):
            return "?"
        return levels[round((x / 2.0 - low / 2.0) / span * top) if span else 0]

    return "".join(map(block, means))
