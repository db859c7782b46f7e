"""``explain``: the chain rule for one weight of any recorded graph, worked out with names and numbers.

The result is an object; text, LaTeX, Markdown and HTML are ways to print it. Its value is computed anew from the
factors that are printed, unrounded, and compared with the gradient that the reverse sweep finds on the whole graph, so
an explanation checks the engine.
"""

from __future__ import annotations

import math
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

from ..derivatives import gradients
from ..escape import short
from ..graph import ancestors
from ..options import LANGUAGES, check_digits, check_one_of
from ..plural import plural
from ..value import Value
from .agreement import tolerance
from .reading import Reading
from .structure import Factor, Section, derive

__all__ = ["Explanation", "explain"]


class Explanation:
    """How the derivative of ``root`` by ``wrt`` comes about.

    root, wrt       the Values
    value           the derivative, recomputed from the factors
    gradient        the derivative as the reverse sweep finds it; the two agree, or there would be no Explanation
    paths           how many paths lead from ``wrt`` to ``root``, exactly
    sections        one for each branch point, those nearest to ``root`` first
    factors         the factors of the product itself; empty if ``wrt`` is a branch point, then its section is the sum
    branch_points   how many there are

    ``print(explanation)`` writes it for a terminal; a notebook shows it as formulae.
    """

    def __init__(
        self,
        reading: Reading,
        *,
        lr: float | None = None,
        verbose: int = 1,
        lang: str = "en",
        part_of: Value | None = None,
    ) -> None:
        self.reading = reading
        self.root, self.wrt = reading.root, reading.wrt
        self.lr, self.digits, self.verbose, self.lang, self.part_of = lr, reading.digits, verbose, lang, part_of
        self.paths = reading.ways[reading.wrt]
        self.sections: list[Section]
        self.factors: list[Factor]
        self.sections, self.factors, self.value = derive(reading, everything=verbose >= 2)
        self.branch_points = len(self.sections)
        self.gradient: float = gradients(self.root, [self.wrt])[0]
        self._compare()

    def _compare(self) -> None:
        """The value against the gradient, up to the rounding of the sums that both were added up in."""
        self.tolerance = tolerance(self.root, self.wrt)
        if math.isfinite(self.tolerance) and not abs(self.value - self.gradient) <= self.tolerance:
            name = self.reading.names[self.wrt]
            raise RuntimeError(
                f"the factors that explain the derivative by {name} multiply to {self.value!r}, but the reverse sweep "
                f"gives {self.gradient!r}: one of the local derivatives recorded in the graph was changed, or this is "
                "a fault of tinygrad_edu"
            )

    # -- renderings ---------------------------------------------------------------------------------------------------

    def text(self, unicode: bool = True, width: int = 79) -> str:
        """For a terminal of so many columns; ``unicode=False`` writes ``dE/dw``, ``->`` and ``*`` in ASCII.

        Narrow terminals (under 66 columns) get no lines with inserted numbers.

        >>> w, x = Value(3.0, "w"), Value(2.0, "x")
        >>> print(explain((w * x).named("y"), wrt=w).text(unicode=False))
        dy/dw = 2.000000000   (w = 3)
        <BLANKLINE>
        one path   w -> y
        <BLANKLINE>
          dy/dw = x                                                  =   2.000000000
        """
        from .terminal import text

        return text(self, unicode, width)

    def to_latex(self) -> str:
        """The product, the delta form and the update as ``$$\\begin{aligned}...$$``, for MathJax and KaTeX."""
        from .latex import formulae

        return formulae(self)

    def to_markdown(self) -> str:
        """Everything, as sentences with formulae between ``$$``, for GitHub and notebooks."""
        from .markdown import markdown

        return markdown(self)

    def to_html(self) -> str:
        """Everything, as a ``<section>`` for an HTML page, with its own style and no script."""
        from .page import html

        return html(self)

    def save(self, path: str | os.PathLike[str]) -> Path:
        """Write it to a file, as the ending of its name says: .txt, .md, .tex (formulae) or .html, a page; the path.

        The file is written whole or not at all. Raises ValueError for another ending, OSError if it cannot be written.
        """
        from ..files import no_form, write
        from .page import page

        forms: dict[str, Callable[[], str]]
        forms = {".txt": self.text, ".md": self.to_markdown, ".tex": self.to_latex, ".html": lambda: page(self)}
        form = forms.get(Path(path).suffix.lower())
        if form is None:
            raise no_form(path, forms)
        return write(path, form().removesuffix("\n") + "\n")

    def to_dict(self) -> dict[str, Any]:
        """Everything, as lists, dicts, text and numbers.

        >>> w = Value(3.0, "w")
        >>> explain((w * 2.0).named("y"), wrt=w).to_dict()["factors"]
        [{'name': '∂y/∂w', 'symbol': '2', 'number': 2.0, 'refers': ''}]
        """
        names = self.reading.names
        sections = [
            {
                "at": names[section.node],
                "value": section.value,
                "branches": [
                    {"through": names[b.user], "value": b.value, "factors": [_as_dict(f) for f in b.factors]}
                    for b in section.branches
                ],
                "others": section.others,
                "others_value": section.others_value,
            }
            for section in self.sections
        ]
        return {
            "root": names[self.root],
            "wrt": names[self.wrt],
            "value": self.value,
            "gradient": self.gradient,
            "paths": self.paths,
            "branch_points": self.branch_points,
            "sections": sections,
            "factors": [_as_dict(factor) for factor in self.factors],
            "lr": self.lr,
            "updated": self.updated,
        }

    @property
    def updated(self) -> float | None:
        """``wrt`` after a step of gradient descent; None if no learning rate was given."""
        return None if self.lr is None else self.wrt.data - self.lr * self.value

    def __str__(self) -> str:
        return self.text()

    def __repr__(self) -> str:
        name = self.reading.spell(self.reading.fraction(self.root, self.wrt))
        return f"<Explanation of {name} = {self.value!r}, {plural(self.paths, 'path')}>"

    def _repr_markdown_(self) -> str:
        return self.to_markdown()


def _as_dict(factor: Factor) -> dict[str, Any]:
    return {"name": factor.name, "symbol": factor.symbol, "number": factor.number, "refers": factor.refers}


def explain(
    root: Value,
    wrt: Value,
    lr: float | None = None,
    digits: int = 9,
    verbose: int = 1,
    at: Value | str | None = None,
    lang: str = "en",
) -> Explanation:
    """Explain the derivative of ``root`` by ``wrt``: the chain rule with every factor as a formula and as a number.

    lr       with a learning rate, the update of ``wrt`` by gradient descent is added
    digits   decimals of the printed numbers, 1 to 17; everything is computed unrounded, so the last printed digit may
             differ from what the printed factors multiply to
    verbose  0 leaves out the lines with inserted numbers; 2 keeps factors of exactly 1 and shortens nothing
    at       a Value on the way, or its name: the derivative by it, one part of a long explanation
    lang     "en" or "zh": the language of the sentences

    No ``.grad`` is read or changed, and ``backward()`` need not have been called. Any recorded graph will do: in long
    formulae the steps without a name get one (v1, v2, ...), the net input and the output of each neuron among them, and
    are defined below. Local derivatives are those recorded with the graph; where data was changed since, the
    explanation says so, and which of them the formulae now contradict.

    Raises ValueError if ``root`` was not computed from ``wrt``, and names what it was computed from; TypeError for
    anything but Values; RuntimeError if the factors do not multiply to the gradient.

    >>> w, x, t = Value(0.5, "w"), Value(2.0, "x"), Value(3.0, "t")
    >>> E = ((w * x - t).named("d") ** 2).named("E")
    >>> print(explain(E, wrt=w, lr=0.1))
    ∂E/∂w = −8.000000000   (w = 0.5)
    <BLANKLINE>
    one path   w → d → E
    <BLANKLINE>
    ∂E/∂w = ∂E/∂d · ∂d/∂w
    <BLANKLINE>
      ∂E/∂d = 2·d
            = 2·(−2.000000000)                                   =  −4.000000000
      ∂d/∂w = x                                                  =   2.000000000
      product                                                    =  −8.000000000
    <BLANKLINE>
    update, learning rate 0.1
      w ← 0.5 − 0.1 · (−8.000000000)                             =   1.300000000
    """
    check_values(root, wrt)
    check_one_of("lang", lang, LANGUAGES)
    check_digits(digits)
    if lr is not None:
        from ..optim.settings import SETTINGS

        lr = SETTINGS["lr"]("lr", lr)
    if at is None:
        return Explanation(read(root, wrt, digits), lr=lr, verbose=verbose, lang=lang)
    reading = read(root, wrt, digits, at)
    if isinstance(at, str):
        at = by_name(reading, at)
    elif at not in reading.users:
        raise ValueError(
            f"at={called(at)} is not on the way from {called(wrt)} to {called(root)}; on it are: "
            f"{_some(reading, reading.way)}"
        )
    if at is wrt:
        return Explanation(reading, lr=lr, verbose=verbose, lang=lang)
    part = Reading(root, at, digits, keep=[wrt])
    part.names = reading.names  # a part speaks the whole's language
    return Explanation(part, verbose=verbose, lang=lang, part_of=wrt)


def check_values(root: object, wrt: object) -> None:
    """TypeError or ValueError for what has no derivative, with a hint."""
    for what, node in (("the result", root), ("wrt", wrt)):
        if not isinstance(node, Value):
            hint = ": pass the Value itself, as in explain(E, wrt=w1)" if isinstance(node, str) else ""
            raise TypeError(f"{what} is a Value, not {type(node).__name__} {node!r:.60}{hint}")
    assert isinstance(wrt, Value)
    if not wrt.requires_grad:
        raise ValueError(
            f"{called(wrt)} is a constant, and no derivative by it was recorded: make it a Value(...) instead and "
            "compute the result again"
        )


def read(root: Value, wrt: Value, digits: int = 9, at: object = None) -> Reading:
    """The Reading of what lies between; ValueError if nothing does."""
    reading = Reading(root, wrt, digits, keep=[at] if isinstance(at, Value) else [])
    if root not in reading.users:
        if root in ancestors(wrt):
            raise ValueError(
                f"{called(root)} was not computed from {called(wrt)}, but the other way round: exchange them"
            )
        leaves = [node for node in reading.folded.nodes if node.requires_grad and node.op is None]
        below = f"it was computed from: {_some(reading, leaves)}" if leaves else "it was computed from constants only"
        twin = any(reading.names[u] == wrt.label for u in leaves)
        if twin:
            below += f". It holds another Value of the name {wrt.label!r}: was {called(wrt)} made anew since?"
        raise ValueError(f"{called(root)} was not computed from {called(wrt)}; {below}")
    return reading


def by_name(reading: Reading, name: str) -> Value:
    """The Value on the way that is called so; ValueError that lists what is there."""
    for node in reading.way:
        if reading.names[node] == name:
            return node
    raise ValueError(f"there is no {name!r} on the way; on it are: {_some(reading, reading.way)}")


def _some(reading: Reading, nodes: list[Value], most: int = 12) -> str:
    names = [reading.names[node] for node in nodes[:most]]
    return ", ".join(names) + (f" and {len(nodes) - most:,} more" if len(nodes) > most else "")


def called(node: Value) -> str:
    """What a sentence calls a Value."""
    return short(node.label) or (f"the unnamed result of {node.op.name}" if node.op else "the unnamed Value")
