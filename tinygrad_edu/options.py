"""Options of pictures, pages and texts: what they may be, and the words for what is none, before anything is made."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

__all__ = ["LANGUAGES", "check_digits", "check_one_of"]

LANGUAGES = ("en", "zh")
"""Of sentences: English and Chinese."""


def check_one_of(option: str, given: object, known: Iterable[str]) -> None:
    """ValueError if an option has none of the known values.

    >>> check_one_of("lang", "fr", LANGUAGES)
    Traceback (most recent call last):
    ValueError: lang is one of en, zh, not 'fr'
    """
    known = tuple(known)
    if given not in known:
        raise ValueError(f"{option} is one of {', '.join(known)}, not {given!r}")


def check_digits(digits: Any) -> int:
    """How many decimals are printed; a double has no more than 17 to show. ValueError for anything else."""
    if isinstance(digits, bool) or not isinstance(digits, int) or not 1 <= digits <= 17:
        raise ValueError(f"digits is a whole number from 1 to 17, not {digits!r}")
    return digits
