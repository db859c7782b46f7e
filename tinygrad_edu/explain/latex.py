"""An explanation as LaTeX formulae, for papers, and for notebooks and web pages that run MathJax or KaTeX."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..escape import latex as escaped
from ..names import Name
from .reading import TOKEN, Reading
from .script import Line, script

if TYPE_CHECKING:
    from .explanation import Explanation
    from .structure import Factor

__all__ = ["formula", "formulae", "name"]

_GREEK = set(
    "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi pi rho sigma tau phi chi psi omega "
    "Gamma Delta Theta Lambda Xi Pi Sigma Phi Psi Omega".split()
)
_NAME = TOKEN.pattern
_PIECE = re.compile(
    rf"∂{_NAME}/∂{_NAME}|{_NAME}|\d+(?:\.\d+)?e[+−-]?\d+|[A-Za-z][A-Za-z0-9_]*|√\(|∛\(|\^|.", re.DOTALL
)
_KNOWN = set("exp log sin cos tan sinh cosh tanh max min".split())
_SIGNS = {
    "−": "-", "·": r"\cdot ", "²": "^{2}", "³": "^{3}", "≤": r"\le ", "≥": r"\ge ", "≠": r"\ne ", "→": r"\to ",
    "←": r"\leftarrow ", "…": r"\dots ", "⌊": r"\lfloor ", "⌋": r"\rfloor ", "⌈": r"\lceil ", "⌉": r"\rceil ",
    "<": "{<}", ">": "{>}", "_": r"\_", "%": r"\%", "|": r"\vert ", "∂": r"\partial ",
}  # fmt: skip


def name(label: str) -> str:
    """A name as a textbook sets it, with an index; one that is no plain word is set as text.

    >>> print(name("w5"), name("net_h1"), name("E_total"), name("w2_3_1"), name("50% <b>"))
    w_{5} \\mathrm{net}_{h1} E_{\\mathrm{total}} w_{2,3,1} \\text{50}\\%\\text{ }{<}\\text{b}{>}
    """
    found = re.fullmatch(r"([A-Za-z]+)(\d*)((?:_[A-Za-z0-9]+)*)(#\d+)?", label)
    if found is None:
        return escaped(label)
    word, digits, rest, nth = found.groups()
    parts = [digits] * bool(digits) + rest.split("_")[1:]
    index = ",".join(rf"\mathrm{{{part}}}" if re.fullmatch("[A-Za-z]{2,}", part) else part for part in parts)
    stem = rf"\{word}" if word in _GREEK else word if len(word) == 1 else rf"\mathrm{{{word}}}"
    power = rf"^{{(\#{nth[1:]})}}" if nth else ""
    return stem + (f"_{{{index}}}" if index else "") + power


def formula(reading: Reading, text: str) -> str:
    """A text of ``script``, with tokens for names, as LaTeX in math mode."""
    written = []
    for piece in _PIECE.findall(text):
        if piece[0] == "∂" and len(piece) > 1:
            top, bottom = (_token(reading, token) for token in TOKEN.findall(piece))
            written.append(rf"\frac{{\partial {top}}}{{\partial {bottom}}}")
        elif TOKEN.fullmatch(piece):
            written.append(_token(reading, piece))
        elif re.match(r"\d.*e", piece):
            digits, power = piece.replace("−", "-").split("e")
            written.append(rf"{digits}\cdot 10^{{{int(power)}}}")
        elif piece in ("if", "else"):
            written.append(rf"\text{{ {piece} }}")
        elif piece in ("inf", "nan"):
            written.append(r"\infty " if piece == "inf" else r"\mathrm{nan}")
        elif piece[0].isalpha() and piece.isascii():
            shown = piece.replace("_", r"\_")
            written.append(rf"\{piece} " if piece in _KNOWN else rf"\operatorname{{{shown}}}")
        elif piece in ("√(", "∛("):
            written.append(rf"\sqrt{'[3]' if piece[0] == '∛' else ''}(")
        else:
            written.append(_SIGNS.get(piece, piece if piece.isascii() else rf"\text{{{piece}}}"))
    text = _roots(_powers(re.sub(" +", " ", "".join(written))))
    return re.sub(r"(?<=[}\w])(?<!\d)\\cdot \(", "(", text)


def _token(reading: Reading, token: str) -> str:
    kind, label = reading.meaning(token)
    if kind != "delta":
        return name(label)
    return rf"\delta_{{{label}}}" if re.fullmatch("[A-Za-z0-9]+", label) else rf"\delta_{{{escaped(label)}}}"


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
    position = text.find("^(")
    while position >= 0:
        end = _group(text, position + 1)
        text = f"{text[: position + 1]}{{{text[position + 2 : end]}}}{text[end + 1 :]}"
        position = text.find("^(", position + 2)
    return re.sub(r"\^(-?\d[\d.]*)", r"^{\1}", text)


def _roots(text: str) -> str:
    """√(...) with its bar over all that stands in the brackets."""
    for root in (r"\sqrt(", r"\sqrt[3]("):
        position = text.find(root)
        while position >= 0:
            start = position + len(root) - 1
            end = _group(text, start)
            text = f"{text[:start]}{{{text[start + 1 : end]}}}{text[end + 1 :]}"
            position = text.find(root, start)
    return text


def aligned(rows: list[str]) -> str:
    return "$$\\begin{aligned}\n" + "\\\\\n".join(rows) + "\n\\end{aligned}$$"


def formulae(explanation: Explanation) -> str:
    """The products: as fractions, as formulae, with numbers. Sums first show what they add; then the delta form."""
    reading = explanation.reading
    lines = [line for line in script(explanation) if line.kind != "space"]
    root, wrt = reading.root, reading.wrt
    rows: list[str] = []

    def equation(left: str, factors: list[Factor], value: float) -> None:
        terms = [formula(reading, reading.fraction(f.top, f.bottom)) for f in factors]
        if len(terms) > 1:
            product = r"\cdot ".join(terms)
            if left.replace(" ", "") != product.replace(" ", ""):
                rows.append(f"{left} &= {product}")
                left = ""
        symbols = [_symbol(reading, f) for f in factors]
        rows.append(f"{left} &= " + r"\cdot ".join(symbols))
        numbers = [_number(f.number, explanation.digits, k) for k, f in enumerate(factors)]
        product = r"\cdot ".join(numbers) + " = " if len(numbers) > 1 else ""
        rows.append(f" &= {product}{_number(value, explanation.digits)}")

    folded = sum(line.kind == "branch" for line in lines) < sum(len(s.branches) for s in explanation.sections)
    for section in explanation.sections[-1:] if folded else explanation.sections:
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
    rows += [row for row in (_row(reading, line, explanation.digits) for line in lines if _late(line)) if row]
    return aligned(rows)


def _late(line: Line) -> bool:
    """The update line."""
    return line.kind == "end" and "←" in line.left


def _symbol(reading: Reading, factor: Factor) -> str:
    slope: Name | None = reading.slope(*factor.edge) if factor.edge else None
    return formula(reading, slope.in_brackets(2) if slope is not None else reading.fraction(factor.top, factor.bottom))


def _number(x: float, digits: int, position: int = 0) -> str:
    from .numbers import exact

    text = exact(x, digits)
    shown = text.replace("−", "-").replace("inf", r"\infty ").replace("nan", r"\mathrm{nan}")
    if "e" in text:
        mantissa, power = shown.split("e")
        shown = rf"{mantissa}\cdot 10^{{{int(power)}}}"
    return f"({shown})" if position and shown.startswith("-") else shown


def _row(reading: Reading, line: Line, digits: int) -> str:
    """A line of ``script`` that is an equation, as a row of ``aligned``."""
    left = formula(reading, line.left) if _is_formula(line.left) else rf"\text{{{line.left}}}" if line.left else ""
    right = formula(reading, line.right) if _is_formula(line.right) else rf"\text{{{line.right}}}"
    number = "" if line.number is None else _number(line.number, digits)
    parts = [part for part in (right if line.right else "", number) if part]
    return f"{left} &= " + " = ".join(parts) if parts else f"{left} &"


def _is_formula(text: str) -> bool:
    return bool(TOKEN.search(text)) or not re.search(r"[A-Za-z\u4e00-\u9fff]{2,}", text)
