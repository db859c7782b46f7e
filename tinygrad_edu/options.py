"""Options, of pictures, pages, texts and trainings: what they may be, and the words for what is none, said first."""

from __future__ import annotations

from collections.abc import Iterable
from operator import index
from typing import Any

__all__ = ["LANGUAGES", "check_digits", "check_flag", "check_one_of", "check_whole", "is_truth"]

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


def is_truth(thing: Any) -> bool:
    """Whether it is True or False, Python's or NumPy's, whose ``bool`` was ``bool_`` before."""
    return type(thing).__name__ in ("bool", "bool_")


def check_flag(option: str, given: Any) -> bool:
    """A switch, True or False; 1 and 0 will do. TypeError for anything else: Python takes any text as true, "no" too.

    >>> check_flag("shuffle", "no")
    Traceback (most recent call last):
    TypeError: shuffle is True or False, not 'no'
    """
    if not is_truth(given) and (not isinstance(given, int) or given not in (0, 1)):
        raise TypeError(f"{option} is True or False, not {given!r:.60}")
    return bool(given)


def check_whole(option: str, given: Any, least: float) -> int:
    """A whole number, of Python or NumPy. TypeError for what is none, ValueError if it is less than ``least``.

    >>> check_whole("epochs", -1, 0)
    Traceback (most recent call last):
    ValueError: epochs is 0 or more, not -1
    """
    try:
        if is_truth(given):
            raise TypeError
        whole = index(given)
    except TypeError:
        raise TypeError(f"{option} is a whole number, not {given!r:.60}") from None
    if whole < least:
        raise ValueError(f"{option} is {least} or more, not {whole}")
    return whole


def check_digits(digits: Any) -> int:
    """How many decimals are printed; a double has no more than 17 to show. ValueError for anything else."""
    if isinstance(digits, bool) or not isinstance(digits, int) or not 1 <= digits <= 17:
        raise ValueError(f"digits is a whole number from 1 to 17, not {digits!r}")
    return digits
