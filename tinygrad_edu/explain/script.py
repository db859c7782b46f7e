"""A derivation as a list of lines, which the renderers print each in their own way.

The order is that of the article: the derivative and its value, the paths, the product, the sums that it needs (those
nearest to the result first), its factors as formulae and with numbers, the delta form, the update. Texts hold tokens
in the place of names (see ``reading.py``).
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Any

from ..graph import within_bounds
from ..names import bracketed
from ..value import Value
from .agreement import disagree, outdated, slope_now
from .notation import Word
from .numbers import exact, given
from .reading import TOKEN, Reading
from .structure import Branch, Factor, Section
from .words import WORDS

if TYPE_CHECKING:
    from .explanation import Explanation

__all__ = ["LINES", "Line", "Script", "grouped", "script"]

LINES = 200  # an explanation that would be longer shows the last section only and names the others
LISTED = 12
DRAWN = 3  # paths
STATIONS = 8  # at either end of a path
_SOFTMAX = re.compile(rf"exp\(({TOKEN.pattern}) − logsumexp\(")


@dataclass(frozen=True)
class Line:
    """One line: ``left = right`` with a number in the right-hand column, or what its ``kind`` says.

    title      left, its number, and a note (right)
    paths      left, and the routes, lists of names each
    sentence   a text
    definition prefix left = right: "with δ_h1 = ∂E/∂net_h1"
    givens     the routes are pairs, a name and its number, all on one line
    equation   left = right, without a number
    branch     prefix: left = right
    row        left = right, then the number if there is one; rows of one ``group`` are aligned
    numbers    like a row, dropped where there is no room
    space      takes the room of its left side in its group, and is not printed
    end        a word (left) for a result: left = right if there is a right, then the number
    blank

    A side that is a ``Word`` is no formula.
    """

    kind: str
    left: str = ""
    right: str = ""
    number: float | None = None
    indent: int = 0
    group: int = 0
    prefix: str = ""
    routes: tuple[tuple[str, ...], ...] = ()

    @property
    def is_equation(self) -> bool:
        return self.kind in ("equation", "row", "numbers", "end")


BLANK = Line("blank")


class Script:
    """Writes the lines; ``folds`` says whether it left sections out."""

    def __init__(self, explanation: Explanation) -> None:
        self.explanation = explanation
        self.reading: Reading = explanation.reading
        self.words: dict[str, Any] = WORDS[explanation.lang]
        self.group = 0
        self.warned = False
        self.folds = False  # only the last section is printed
        self.used: dict[Value, None] = {}

    def name(self, node: Value) -> str:
        self.used.setdefault(node)
        return self.reading.name(node)

    def fraction(self, top: Value, bottom: Value) -> str:
        self.used.update({top: None, bottom: None})
        return self.reading.fraction(top, bottom)

    def product(self, factors: list[Factor]) -> str:
        return " · ".join(self.fraction(factor.top, factor.bottom) for factor in factors)

    def number(self, x: float) -> str:
        """A number inside a formula."""
        return bracketed(exact(x, self.reading.digits))

    def times(self, numbers: list[str]) -> str:
        """A product of printed numbers; a negative one gets brackets, unless the product starts with it."""
        return " · ".join([*numbers[:1], *map(bracketed, numbers[1:])])

    def figure(self, factor: Factor) -> str:
        """A factor's number; one that is a leaf itself is printed as it was given."""
        if factor.edge:
            return self.reading.printed(factor.number, *factor.edge)
        return exact(factor.number, self.reading.digits)

    # -- parts --------------------------------------------------------------------------------------------------------

    def head(self) -> list[Line]:
        e, reading = self.explanation, self.reading
        note = f"{self.name(e.wrt)} = {reading.shown(e.wrt)}"
        lines = [Line("title", self.fraction(e.root, e.wrt), note, e.value), BLANK]
        if changed := outdated(reading.folded):
            names = [self.name(node) for node in changed]
            lines += [Line("sentence", self.words["outdated"](names, self.name(e.root))), BLANK]
        if e.part_of is not None:
            lines[1:1] = [Line("sentence", self.words["part"](self.name(e.part_of), self.name(e.root)))]
        if e.root is e.wrt:
            return [*lines, Line("sentence", self.words["itself"]())]
        if e.paths <= DRAWN:
            routes = tuple(tuple(self.stations(route)) for route in routes_of(reading))
            return [*lines, Line("paths", self.words["paths"](e.paths), routes=routes)]
        counted = self.words["counted"](self.name(e.wrt), self.name(e.root), e.branch_points)
        return [*lines, Line("paths", self.words["paths"](e.paths), counted)]

    def stations(self, route: list[Value]) -> list[str]:
        """The names on a path; of a very long one, those at its ends."""
        if len(route) <= 2 * STATIONS:
            return [self.name(node) for node in route]
        return [*map(self.name, route[:STATIONS]), "…", *map(self.name, route[-STATIONS:])]

    def section(self, section: Section) -> list[Line]:
        reading = self.reading
        terms = [self.term(section, branch) for branch in section.branches]
        terms += ["…"] if section.others else []
        left = self.fraction(reading.root, section.node)
        sums = [Line("equation", left, " + ".join(terms), indent=2)]
        for branch in section.branches:
            sums += [BLANK, *self.branch(section, branch)]
        users = [self.name(user) for user in reading.users[section.node]]  # used less than what is worked out
        feeds = self.words["feeds"](self.name(section.node), users, section.others > 0)
        lines = [BLANK, Line("sentence", feeds), *sums, BLANK]
        if section.others:
            lines += [Line("end", self.word("others", section.others), number=section.others_value, indent=2)]
        lines += [Line("end", self.word("sum"), left, section.value, indent=2)]
        return lines + self.warning(left, section.value)

    def term(self, section: Section, branch: Branch) -> str:
        if branch.top is not self.reading.root:
            return self.fraction(branch.top, section.node)
        if branch.user is self.reading.root:
            slope = self.reading.slope(branch.user, section.node)
            return slope.as_term() if slope is not None else "…"
        return self.whole(section, branch)

    def whole(self, section: Section, branch: Branch) -> str:
        """∂E/∂c · ∂c/∂b, for a branch through c."""
        return f"{self.fraction(self.reading.root, branch.user)} · {self.fraction(branch.user, section.node)}"

    def branch(self, section: Section, branch: Branch) -> list[Line]:
        reading = self.reading
        direct = branch.user is reading.root
        prefix = self.words["directly" if direct else "through"](reading.through(branch.user))
        left = self.term(section, branch)
        if direct:
            lines = [Line("branch", prefix=prefix, indent=2)]
        else:
            right = self.product(branch.factors) if len(branch.factors) > 1 else ""
            if right and branch.top is reading.root:
                left, right = right, ""
            lines = [Line("branch", left, right, prefix=prefix, indent=2)]
        lines += self.factors(branch.factors, 4)
        if len(branch.factors) > 1:
            lines += self.result(branch.factors, branch.value, 4)
        return lines

    def factors(self, factors: list[Factor], indent: int) -> list[Line]:
        self.group += 1
        lines = []
        sections = self.explanation.sections
        for factor in factors:
            if factors is self.explanation.factors and factor.refers == "sum" and factor.bottom is sections[-1].node:
                left = self.fraction(factor.top, factor.bottom)
                lines += [Line("space", left, group=self.group)]  # its sum stands just above
            else:
                lines += self.factor(factor, indent)
        return lines

    def factor(self, factor: Factor, indent: int) -> list[Line]:
        left = self.fraction(factor.top, factor.bottom)
        if factor.refers:
            word = {"sum": ("above", "own_sum"), "chain": ("as_before", "own_product")}[factor.refers][self.folds]
            formula: str = self.word(word)
            numbers = ""
        else:
            formula, numbers = self.formula(factor)
        if numbers:
            lines = [
                Line("row", left, formula, indent=indent, group=self.group),
                Line("numbers", "", numbers, factor.number, indent=indent, group=self.group),
            ]
        else:
            lines = [Line("row", left, formula, factor.number, indent=indent, group=self.group)]
        return lines + self.warning(left, factor.number, indent) + self.doubt(factor, indent)

    def doubt(self, factor: Factor, indent: int) -> list[Line]:
        """A sentence where the formula, with the numbers of today, does not give what was recorded."""
        reading = self.reading
        if factor.edge is None or reading.slope(*factor.edge) is None:
            return []
        now = slope_now(reading.folded, *factor.edge)
        if not disagree(recorded=factor.number, now=now):
            return []
        numbers = (exact(x, reading.digits) for x in (factor.number, now))
        return [Line("sentence", self.words["disagrees"](*numbers), indent=indent)]

    def word(self, key: str, *about: int) -> Word:
        return Word(self.words[key](*about))

    def formula(self, factor: Factor) -> tuple[str, str]:
        """A local derivative on names, and the same with numbers where that says more than its value does."""
        if factor.edge is None:
            return self.word("steps", factor.steps), ""
        slope = self.reading.slope(*factor.edge)
        if slope is None:
            region = self.reading.folded.region[factor.edge[0]]
            return self.word("operations", len(region)) if len(region) > 1 else self.word("no_formula"), ""
        for node in self.reading.folded.inputs[factor.edge[0]]:
            if self.reading.name(node) in str(slope):
                self.used.setdefault(node)
        single = len(slope.factors) == 1 and not slope.below and len(slope.factors[0][0]) == 1
        plain = slope.is_number or (single and abs(slope.coefficient) == 1.0)
        if plain or self.explanation.verbose < 1:
            return str(slope), ""
        numbers = str(self.reading.numbers(*factor.edge) or "")
        return str(slope), "" if numbers == str(slope) else numbers  # of 1 / 3 they say nothing more

    def result(self, factors: list[Factor], value: float, indent: int) -> list[Line]:
        """The product; its numbers are repeated where one of them does not stand just above."""
        repeat = any(factor.refers for factor in factors) and len(factors) <= 4
        numbers = self.times([*map(self.figure, factors)]) if repeat else ""
        word = self.word("product")
        return [Line("end", word, numbers, value, indent=indent), *self.warning(word, value, indent)]

    def warning(self, left: str, x: float, indent: int = 2) -> list[Line]:
        """A sentence under the first number that is not finite."""
        if math.isfinite(x) or self.warned:
            return []
        self.warned = True
        found = self.words["undefined"](left) if math.isnan(x) else self.words["infinite"](left, exact(x, 9))
        return [Line("sentence", found, indent=indent)]

    def chain(self) -> list[Line]:
        e = self.explanation
        lines = [BLANK, *self.factors(e.factors, 2)]
        return lines + (self.result(e.factors, e.value, 2) if len(e.factors) > 1 else [])

    def update(self) -> list[Line]:
        e = self.explanation
        if e.lr is None or e.updated is None:
            return []
        rate, w = given(e.lr, self.reading.digits), self.name(e.wrt)
        step = f"{w} ← {self.reading.shown(e.wrt)} − {rate} · {self.number(e.value)}"
        return [BLANK, Line("sentence", self.words["update"](rate)), Line("end", step, number=e.updated, indent=2)]

    def where(self) -> list[Line]:
        """The formulae of Values that have no name of their own; of many, of those that were used first."""
        reading, nameless = self.reading, set(self.reading.nameless)
        used = [node for node in self.used if node in nameless and node.op and reading.formula(node)]
        listed = set(used[:LISTED])
        shown = {node: reading.formula(node) for node in reading.nameless if node in listed}
        lines = [Line("row", self.name(node), text, indent=2, group=-1) for node, text in shown.items()]
        return [BLANK, Line("sentence", self.words["where"]()), *lines] if lines else []

    def softmax(self, lines: list[Line]) -> list[Line]:
        """What exp(x − logsumexp(x, ...)) is, where it is printed: the derivative of a cross entropy is made of it."""
        found = next(filter(None, (_SOFTMAX.search(line.right) for line in lines)), None)
        return [BLANK, Line("sentence", self.words["softmax"](found[1]))] if found else []

    def within(self) -> list[Line]:
        """What became of a clamp that the formulae of the derivatives leave out."""
        reading = self.reading
        left_out = any(within_bounds(inner) for node in reading.way for inner in reading.folded.region[node][:-1])
        return [BLANK, Line("sentence", self.words["within"]())] if left_out else []

    def lines(self) -> list[Line]:
        from .deltas import deltas

        e = self.explanation
        lines = self.head()
        if len(e.factors) > 1:
            lines += [BLANK, Line("equation", self.fraction(e.root, e.wrt), self.product(e.factors))]
        sections = [self.section(section) for section in e.sections]
        tail = (self.chain() if e.factors else []) + deltas(self) + self.update()
        length = sum(map(len, sections)) + len(lines) + len(tail)
        if length > LINES and len(sections) > 1 and e.verbose < 2:
            self.warned, self.folds = False, True
            lines += self.section(e.sections[-1]) + tail + self.folded(length)
        else:
            lines += [line for section in sections for line in section] + tail
        return lines + self.where() + self.within() + self.softmax(lines)

    def folded(self, length: int) -> list[Line]:
        """The names of the sections that were left out, the strongest first."""
        out = sorted(self.explanation.sections[:-1], key=lambda s: -abs(s.value) if s.value == s.value else -math.inf)
        lines = [BLANK, Line("sentence", self.words["folded"](len(out), length))]
        root = self.reading.root
        lines += [Line("end", self.fraction(root, s.node), number=s.value, indent=2) for s in out[:LISTED]]
        more = len(out) - LISTED
        return lines + ([Line("sentence", self.words["more"](more), indent=2)] if more > 0 else [])


def script(explanation: Explanation) -> list[Line]:
    """The lines of an explanation."""
    return Script(explanation).lines()


def grouped(lines: Iterable[Line]) -> Iterator[list[Line]]:
    """The lines of a page: equations that follow each other together, every other line alone."""
    printed = (line for line in lines if line.kind not in ("blank", "space"))
    for are_equations, group in groupby(printed, lambda line: line.is_equation):
        found = list(group)
        yield from [found] if are_equations else [[line] for line in found]


def routes_of(reading: Reading) -> list[list[Value]]:
    """All paths from ``wrt`` up to the root; to be called where there are few."""
    done, routes = [], [[reading.wrt]]
    while routes:
        route = routes.pop()
        while len(reading.users[route[-1]]) == 1:
            route.append(reading.users[route[-1]][0])
        if route[-1] is reading.root:
            done.append(route)
        routes += [[*route, user] for user in reversed(reading.users[route[-1]])]
    return done
