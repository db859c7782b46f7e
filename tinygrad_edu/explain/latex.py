"""An explanation as LaTeX formulae, for papers, and for notebooks and web pages that run MathJax or KaTeX."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..escape import latex as escaped
from ..names import Name
from .deltas import deltas
from .notation import GREEK, Word, indexed, pieces
from .numbers import exact
from .reading import Reading
from .script import Line, Script

if TYPE_CHECKING:
    from .explanation import Explanation
    from .structure import Factor

__all__ = ["aligned", "formula", "formulae", "name", "row"]

_KNOWN = set("exp log sin cos tan sinh cosh tanh max min".split())
_SIGNS = {
    "−": "-", "·": r"\cdot ", "²": "^{2}", "³": "^{3}", "≤": r"\le ", "≥": r"\ge ", "≠": r"\ne ", "→": r"\to ",
    "←": r"\leftarrow ", "…": r"\dots ", "⌊": r"\lfloor ", "⌋": r"\rfloor ", "⌈": r"\lceil ", "⌉": r"\rceil ",
    "<": "{<}", ">": "{>}", "_": r"\_", "%": r"\%", "|": r"\vert ", "∂": r"\partial ", "δ": r"\delta ",
}  # fmt: skip


def name(label: str) -> str:
    """A name as a textbook sets it, with an index; one that is no plain word is set as text.

    >>> print(name("w5"), name("net_h1"), name("E_total"), name("w2_3_1"), name("50% <b>"))
    w_{5} \\mathrm{net}_{h1} E_{\\mathrm{total}} w_{2,3,1} \\text{50}\\%\\text{ }{<}\\text{b}{>}
    >>> print(name("权5"))
    \\text{权}_{5}
    """
    found = indexed(label)
    if found is None:
        return escaped(label)
    word, index, nth = found
    stem = rf"\{word}" if word in GREEK and word != "omicron" else _upright(word)
    power = rf"^{{(\#{nth})}}" if nth else ""
    return stem + (f"_{{{_index(index)}}}" if index else "") + power


def _index(parts: list[str]) -> str:
    return ",".join(_upright(part) for part in parts)


def _upright(word: str) -> str:
    """A word of several letters as one; what the mathematical fonts have no letters for is set as text."""
    if not word.isascii():
        return escaped(word)
    return rf"\mathrm{{{word}}}" if re.fullmatch("[A-Za-z]{2,}", word) else word


def formula(reading: Reading, text: str) -> str:
    """A text of ``script``, with tokens for names, as LaTeX in math mode."""
    written: list[str] = []
    for kind, piece in pieces(text):
        if written[-1:] == ["^"] and kind in ("name", "number"):
            written.append(f"{{{_token(reading, piece) if kind == 'name' else _figure(piece)}}}")
        elif kind == "fraction":
            top, bottom = (formula(reading, side) for side in piece[1:].split("/∂"))
            written.append(rf"\frac{{\partial {top}}}{{\partial {bottom}}}")
        elif kind == "name":
            written.append(_token(reading, piece))
        elif kind == "number":
            written.append(_figure(piece))
        elif piece in ("if", "else"):
            written.append(rf"\text{{ {piece} }}")
        elif piece in ("inf", "nan"):
            written.append(r"\infty " if piece == "inf" else r"\mathrm{nan}")
        elif kind == "word":
            shown = piece.replace("_", r"\_")
            written.append(rf"\{piece} " if piece in _KNOWN else rf"\operatorname{{{shown}}}")
        elif kind == "root":
            written.append(rf"\sqrt{'[3]' if piece[0] == '∛' else ''}(")
        elif kind == "space":
            written.append(" ")
        else:
            written.append(_SIGNS.get(piece, piece if piece.isascii() else rf"\text{{{piece}}}"))
    text = _roots(_powers(re.sub(" +", " ", "".join(written))))
    return re.sub(r"(?<=[}\w])(?<!\d)\\cdot \(", "(", text)


def _token(reading: Reading, token: str) -> str:
    kind, label = reading.meaning(token)
    if kind != "delta":
        return name(label)
    return rf"\delta_{{{_index(label.split('_')) if re.fullmatch('[A-Za-z0-9_]+', label) else escaped(label)}}}"


def _group(text: str, start: int) -> int:
    """Where the bracket that opens at ``start`` closes; the end if it does not."""
    depth = 0
    for position in range(start, len(text)):
        depth += (text[position] == "(") - (text[position] == ")")
        if not depth:
            return position
    return len(text)


def _powers(text: str) -> str:
    """x^(b − 1) with all of the exponent lifted."""
    while "^(" in text:
        position = text.index("^(")
        end = _group(text, position + 1)
        text = f"{text[: position + 1]}{{{text[position + 2 : end]}}}{text[end + 1 :]}"
    return text


def _roots(text: str) -> str:
    """√(...) with its bar over all that stands in the brackets."""
    for root in (r"\sqrt(", r"\sqrt[3]("):
        while root in text:
            start = text.index(root) + len(root) - 1
            end = _group(text, start)
            text = f"{text[:start]}{{{text[start + 1 : end]}}}{text[end + 1 :]}"
    return text


def aligned(rows: list[str]) -> str:
    """The rows as one block of formulae, each aligned at its ``&``."""
    return "$$\\begin{aligned}\n" + "\\\\\n".join(rows) + "\n\\end{aligned}$$"


def formulae(explanation: Explanation) -> str:
    """The products: as fractions, as formulae, with numbers. Sums first show what they add; then δ and the update."""
    reading, script = explanation.reading, Script(explanation)
    script.lines()  # it knows then whether sections are left out
    root, wrt = reading.root, reading.wrt
    rows: list[str] = []

    def equation(left: str, factors: list[Factor], value: float) -> None:
        terms = [formula(reading, reading.fraction(f.top, f.bottom)) for f in factors]
        if len(terms) > 1:
            product = r"\cdot ".join(terms)
            if left.replace(" ", "") != product.replace(" ", ""):
                rows.append(f"{left} &= {product}")
                left = ""
        level = 2 if len(factors) > 1 else 0
        symbols = [_symbol(reading, f, level, first=k == 0) for k, f in enumerate(factors)]
        rows.append(f"{left} &= " + r"\cdot ".join(symbols))
        numbers = [_number(f.number, explanation.digits, k) for k, f in enumerate(factors)]
        product = r"\cdot ".join(numbers) + " = " if len(numbers) > 1 else ""
        rows.append(f" &= {product}{_number(value, explanation.digits)}")

    for section in explanation.sections[-1:] if script.folds else explanation.sections:
        left = formula(reading, reading.fraction(root, section.node))
        for branch in section.branches:
            top = reading.fraction(branch.top, section.node)
            if branch.top is root:
                top = f"{reading.fraction(root, branch.user)} · {reading.fraction(branch.user, section.node)}"
            left_of = formula(reading, top) if branch.user is not root else r"\text{directly}"
            equation(left_of, branch.factors, branch.value)
        terms = [_number(branch.value, explanation.digits, k) for k, branch in enumerate(section.branches)]
        if section.others:
            terms.append(_number(section.others_value, explanation.digits, 1))
        rows.append(f"{left} &= {' + '.join(terms)} = {_number(section.value, explanation.digits)}")
    if explanation.factors:
        equation(formula(reading, reading.fraction(root, wrt)), explanation.factors, explanation.value)
    elif root is wrt:
        rows.append(formula(reading, reading.fraction(root, wrt)) + " &= 1")
    tail = [line for line in (*deltas(script), *script.update()) if line.kind not in ("blank", "sentence")]
    return aligned(rows + [row(reading, line, explanation.digits) for line in tail])


def _symbol(reading: Reading, factor: Factor, level: int, first: bool) -> str:
    slope: Name | None = reading.slope(*factor.edge) if factor.edge else None
    fraction = reading.fraction(factor.top, factor.bottom)
    return formula(reading, slope.as_factor(level, first) if slope is not None else fraction)


def _number(x: float, digits: int, position: int = 0) -> str:
    text = exact(x, digits)
    shown = text.replace("inf", r"\infty ").replace("nan", r"\mathrm{nan}") if "n" in text else _figure(text)
    shown = shown.replace("−", "-")
    return f"({shown})" if position and shown.startswith("-") else shown


def _figure(text: str) -> str:
    """A printed number, 1.5e-12 as 1.5·10⁻¹²."""
    if "e" not in text:
        return text
    digits, power = text.replace("−", "-").split("e")
    return rf"{digits}\cdot 10^{{{int(power)}}}"


def row(reading: Reading, line: Line, digits: int) -> str:
    """A line of ``script`` that is an equation, as a row of ``aligned``."""
    if line.kind == "givens":
        pairs = [(formula(reading, left), formula(reading, right)) for left, right in line.routes]
        return r",\quad ".join(f"{left} {'=' if k else '&='} {right}" for k, (left, right) in enumerate(pairs))
    left, right = (_side(reading, side) for side in (line.left, line.right))
    number = "" if line.number is None else _number(line.number, digits)
    parts = [part for part in (right, number) if part]
    return f"{left.strip()} &= " + " = ".join(parts) if parts else f"{left} &"


def _side(reading: Reading, text: str) -> str:
    return rf"\text{{{text}}}" if isinstance(text, Word) else formula(reading, text)
