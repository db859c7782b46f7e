"""The texts of a derivation taken apart: what LaTeX and MathML both need to know before they set a formula.

A text of ``script`` is a formula on one line with tokens for names (``reading.py``). Here it becomes pieces with a kind
each, and a name becomes a stem with an index, as textbooks set it: w5, net_h1, E_total.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .reading import TOKEN

__all__ = ["GREEK", "INLINE", "Word", "indexed", "pieces"]

GREEK = dict(
    zip(
        "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi pi rho sigma tau phi chi psi omega "
        "Gamma Delta Theta Lambda Xi Pi Sigma Phi Psi Omega".split(),
        "αβγδεζηθικλμνξπρστφχψωΓΔΘΛΞΠΣΦΨΩ",
        strict=True,
    )
)
_NAME = TOKEN.pattern
_KINDS = {
    "fraction": rf"∂{_NAME}/∂(?:{_NAME}|net|w)",
    "name": _NAME,
    "number": r"\d+(?:\.\d+)?(?:e[+−-]?\d+)?",
    "word": r"[A-Za-z][A-Za-z0-9_]*",
    "root": r"[√∛]\(",
    "power": r"\^",
    "space": r"[ \n]+",
    "sign": r".",
}
_PIECE = re.compile("|".join(f"(?P<{kind}>{pattern})" for kind, pattern in _KINDS.items()))

INLINE = re.compile(f"({_KINDS['fraction']}|{_NAME})")
"""What is a formula in a sentence; it splits a sentence into words and formulae."""


class Word(str):
    """A text that stands where a formula may stand, but is none: "product", "worked out above"."""

    __slots__ = ()


def pieces(text: str) -> Iterator[tuple[str, str]]:
    """A formula's pieces, each with its kind: fraction (∂a/∂b), name, number, word, root, power, space or sign.

    >>> [kind for kind, _ in pieces("2·exp(-0.5) ^ √(x)")]
    ['number', 'sign', 'word', 'sign', 'sign', 'number', 'sign', 'space', 'power', 'space', 'root', 'word', 'sign']
    """
    for found in _PIECE.finditer(text):
        assert found.lastgroup
        yield found.lastgroup, found[0]


def indexed(label: str) -> tuple[str, list[str], str] | None:
    """A name as its stem, the parts of its index and which of its namesakes it is; None if it is no plain word.

    >>> indexed("w5"), indexed("net_h1"), indexed("w2_3_1"), indexed("a#2")
    (('w', ['5'], ''), ('net', ['h1'], ''), ('w', ['2', '3', '1'], ''), ('a', [], '2'))
    >>> indexed("权5")
    ('权', ['5'], '')
    >>> indexed("50% <b>")
    """
    found = re.fullmatch(r"([^\W\d_]+)([0-9]*)((?:_[^\W_]+)*)(#[0-9]+)?", label)
    if found is None:
        return None
    word, digits, rest, nth = found.groups()
    return word, [digits] * bool(digits) + rest.split("_")[1:], (nth or "")[1:]
