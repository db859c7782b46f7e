"""The palette: every colour and type size of every picture, in light and in dark.

Colour means the sign of a gradient and nothing else: blue is +, orange is −. The two stay apart in all three kinds of
colour blindness, and the sign is always printed as well. What kind of thing a card is, its fill and border tell. Text
has a contrast of at least 4.5 : 1 on everything it stands on, lines 3 : 1 (a test computes both from this table).

The light colours are all different from each other: a picture is painted in light colours and its style sheet
translates them to the dark ones, colour by colour.
"""

from __future__ import annotations

__all__ = ["DARK", "FONT", "KINDS", "LEAST", "LIGHT", "MONO", "SIZES", "colours_of", "contrast", "sign_role"]

FONT = "Helvetica,Arial,'Noto Sans','DejaVu Sans',sans-serif"
"""The two before the last have a ∂ and a − of a letter's width where the system's own font is Chinese."""
MONO = "ui-monospace,Menlo,Consolas,monospace"

SIZES = {"title": 15, "name": 13, "number": 13, "gradient": 12.5, "formula": 11, "label": 12, "small": 11}
"""Type sizes in px of the picture's own scale, by what the text is."""
LEAST = 0.69
"""On a screen a picture is not scaled down further than this: its letters would be too small to read. It scrolls."""

KINDS = ("given", "trained", "net", "activation", "error")

LIGHT = {
    "paper": "#ffffff", "ink": "#1f2933", "muted": "#586577", "plus": "#0069a8", "minus": "#b34800",
    "line": "#8190a2", "grid": "#d5dbe3",
    "given": "#f1f5f9", "given_line": "#8393aa",
    "trained": "#f6f1fb", "trained_line": "#8e6bbf",
    "net": "#fefefe", "net_line": "#8493a9",
    "activation": "#edf7f2", "activation_line": "#4c9a75",
    "error": "#fff8e1", "error_line": "#b58900",
}  # fmt: skip

DARK = {
    "paper": "#0f172a", "ink": "#e8edf4", "muted": "#a3b1c4", "plus": "#5cb8f0", "minus": "#ff9f5c",
    "line": "#6f7f95", "grid": "#334155",
    "given": "#1b2540", "given_line": "#7486a3",
    "trained": "#2a2042", "trained_line": "#b391e6",
    "net": "#172036", "net_line": "#75869f",
    "activation": "#12302a", "activation_line": "#58b98b",
    "error": "#332a10", "error_line": "#d9ab2b",
}  # fmt: skip

PRINT = LIGHT | {"plus": "#1c1c1c", "minus": "#1d1d1d"}
"""For paper: blue and orange become black, and negative lines are dashed."""


def colours_of(theme: str) -> dict[str, str]:
    """The colours of a picture of the theme auto, light, dark or print."""
    return {"dark": DARK, "print": PRINT}.get(theme, LIGHT)


def sign_role(x: float | None) -> str:
    """The colour of a gradient, by its sign; neither for 0, nan and none at all.

    >>> sign_role(0.5), sign_role(-0.5), sign_role(0.0)
    ('plus', 'minus', 'muted')
    """
    if x is None or not (x > 0.0 or x < 0.0):
        return "muted"
    return "plus" if x > 0.0 else "minus"


def contrast(a: str, b: str) -> float:
    """The contrast ratio of two colours, from 1 to 21 (W3C, Web Content Accessibility Guidelines 2.1).

    >>> contrast("#000000", "#ffffff"), round(contrast("#090909", "#0e0e0e"), 4)
    (21.0, 1.0315)
    """
    brighter, darker = sorted((_luminance(a), _luminance(b)), reverse=True)
    return (brighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    channels = [int(colour[i : i + 2], 16) / 255.0 for i in (1, 3, 5)]
    r, g, b = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
