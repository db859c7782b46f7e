"""The progress bar of training, and of long checks: tqdm's, and nothing where nobody would see it."""

from __future__ import annotations

import sys
import warnings
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from typing import Any

from ..asked import notebook
from ..escape import one_line

__all__ = ["Bar", "figures", "somebody_looks", "ticks"]


FORMAT = "{desc}{percentage:3.0f}%|{bar}| {elapsed}<{remaining}{postfix}"  # short: a terminal has 80 columns


class Bar:
    """tqdm's bar with a tick for each batch, or nothing at all."""

    def __init__(self, steps: int, wanted: bool) -> None:
        self.bar: Any = None
        if wanted and steps and somebody_looks():
            with warnings.catch_warnings():  # in a notebook without widgets it warns, and its bar is a line of text
                warnings.simplefilter("ignore")
                from tqdm.auto import tqdm  # it takes longer to import than the rest of the package

            self.bar = tqdm(total=steps, bar_format=FORMAT)

    def title(self, text: str) -> None:
        if self.bar is not None:
            self.bar.set_description(text, refresh=False)

    def step(self) -> None:
        if self.bar is not None:
            self.bar.update()

    def finish(self) -> None:
        """What is left need not be done."""
        if self.bar is not None:
            self.bar.update(self.bar.total - self.bar.n)

    def say(self, row: dict[str, float]) -> None:
        if self.bar is not None:
            self.bar.set_postfix_str(figures(row), refresh=False)

    def close(self) -> None:
        if self.bar is not None:
            self.bar.close()


@contextmanager
def ticks(total: int, wanted: bool) -> Iterator[Callable[[], None]]:
    """A block with the bar of a check, of so many ticks.

    >>> with ticks(2, wanted=False) as tick:
    ...     tick()
    """
    with closing(Bar(total, wanted)) as bar:
        bar.title("checking ")
        yield bar.step


def figures(row: dict[str, float]) -> str:
    """What an epoch measured, on part of a line.

    >>> figures({"epoch": 3, "loss": 0.71591, "accuracy": 0.5, "lr": 0.1, "val_loss": 0.69671, "val_accuracy": 0.25})
    'loss 0.716 val 0.697, accuracy 0.5 val 0.25'
    """
    shown = []
    for name, x in row.items():
        if name not in ("epoch", "lr") and not name.startswith("val_"):
            held_out = f" val {row['val_' + name]:.3g}" if f"val_{name}" in row else ""
            shown.append(f"{one_line(name)} {x:.3g}{held_out}")
    return ", ".join(shown)


def somebody_looks() -> bool:
    """Whether standard error is a terminal, or this is a notebook, whose bars are widgets."""
    return (sys.stderr is not None and sys.stderr.isatty()) or "IPKernelApp" in getattr(notebook(), "config", ())
