"""How many there are of something, in a sentence."""

from __future__ import annotations

__all__ = ["plural"]


def plural(count: int, word: str, several: str = "") -> str:
    """A number of things.

    >>> plural(1, "neuron"), plural(1200, "neuron"), plural(0, "bias", "biases")
    ('1 neuron', '1,200 neurons', '0 biases')
    """
    return f"{count:,} {word if count == 1 else several or word + 's'}"
