"""Numbers as an explanation prints them: computed ones with all their decimals, given ones as they were given."""

from __future__ import annotations

import math
from collections.abc import Sequence

__all__ = ["alike", "exact", "given", "percent"]


def exact(x: float, digits: int) -> str:
    """A computed number with so many decimals; in scientific form where they would show nothing, or run on and on.

    >>> exact(0.751365069552316, 9), exact(-0.5, 3), exact(1.5e-12, 9), exact(-0.0, 3)
    ('0.751365070', '−0.500', '1.500000e-12', '0.000')
    """
    if not math.isfinite(x):
        return str(x).replace("-", "−")
    size = abs(x)
    if size >= 1e7 or 0.0 < size <= 0.5 * 10.0**-digits:
        text = f"{x:.{max(digits - 3, 1)}e}"
    else:
        text = f"{x + 0.0:.{digits}f}"  # + 0.0 takes the sign from −0
    return ("−" if text.startswith("-") else "") + text.removeprefix("-")


def given(x: float, digits: int) -> str:
    """A number that somebody wrote down: 0.4 and not 0.400000000. One that was drawn at random keeps its decimals.

    >>> given(0.4, 9), given(-2.0, 9), given(0.30000000000000004, 9), given(1e-12, 9), given(0.75459046981, 9)
    ('0.4', '−2', '0.3', '1e-12', '0.754590470')
    """
    rounded = exact(x, digits)
    digits_of_it, e, power = rounded.partition("e")
    short = (digits_of_it.rstrip("0").rstrip(".") if "." in digits_of_it else digits_of_it) + e + power
    return short if math.isclose(float(short.replace("−", "-")), x, rel_tol=1e-15) else rounded


def alike(numbers: Sequence[float], digits: int) -> list[str]:
    """Numbers that somebody wrote down, side by side: each with as many decimals as the one that needs most.

    >>> alike([0.4, 0.45, -2.0], 9)
    ['0.40', '0.45', '−2.00']
    """
    written = [given(x, digits) for x in numbers]
    decimals = max([0, *(len(number.partition(".")[2]) for number in written if "e" not in number)])
    return [number if "e" in number else exact(x, decimals) for x, number in zip(numbers, written, strict=True)]


def percent(part: float, whole: float) -> str:
    """The share of a part in a whole; a dash where the whole is 0, or there is no number to print.

    >>> percent(1.0, 3.0), percent(1.0, 0.0)
    ('33.3%', '–')
    """
    share = 100.0 * part / whole if whole else math.nan
    if not math.isfinite(share):
        return "–"
    return (f"{share:.1f}%" if abs(share) < 1e5 else f"{share:.0e}%").replace("-", "−")
