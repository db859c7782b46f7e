"""The delta form: the derivative by a weight as δ of its neuron times the weight's input.

δ of a neuron is the derivative of the error by its net input (Rumelhart, Hinton, Williams 1986), and δ of a hidden
neuron comes from those of the neurons that it feeds. A net input is known by its name, ``net_h1``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..value import Value
from .numbers import exact
from .structure import Factor, Section

if TYPE_CHECKING:
    from .script import Line, Script

__all__ = ["deltas"]

GIVEN = 4


def deltas(script: Script) -> list[Line]:
    """The lines of the delta form; none where no neuron lies between the weight and the result."""
    from .script import BLANK, Line

    reading, e = script.reading, script.explanation
    root = reading.root
    section = e.sections[-1] if e.sections else None
    nets = [factor.bottom for factor in e.factors[:-1] if reading.neuron(factor.bottom)]
    with_ = script.words["with"]()
    total = script.fraction(root, e.wrt)
    if section is not None and section.node is e.wrt:  # a shared bias, an input: Σ δ
        form = _sum(script, section)
        if not form:
            return []
        lines = [BLANK, Line("definition", "δ", f"∂{script.name(root)}/∂net", prefix=with_), *_given(script, section)]
        return [*lines, Line("end", total, f"{form} = {_figures(script, section)}", e.value, indent=2)]
    if not nets:
        return []
    net = nets[-1]
    at = next(k for k, factor in enumerate(e.factors) if factor.bottom is net) + 1
    upper = nets[-2] if len(nets) > 1 else None
    lines = [BLANK, Line("definition", reading.delta(net), script.fraction(root, net), prefix=with_)]
    start, prefix, value = 0, "", 1.0
    if upper is not None:
        start = next(k for k, factor in enumerate(e.factors) if factor.bottom is upper) + 1
        value = _product(e.factors[:start])
        prefix = reading.delta(upper)
        lines += [Line("end", prefix, _symbols(script, e.factors[:start]), value, indent=2)]
    elif e.factors[0].refers == "sum":
        start, value = 1, e.factors[0].number
        below = next(section for section in e.sections if section.node is e.factors[0].bottom)
        form = _sum(script, below)
        prefix = f"({form})" if form else script.fraction(root, below.node)
        lines += _given(script, below) if form else []
    own = e.factors[start:at]
    numbers = [exact(value, e.digits)] * bool(prefix) + [script.figure(factor) for factor in own]
    delta_value = value * _product(own)
    figures = script.times(numbers)
    if prefix and not own and not form:  # the definition says it already
        lines += [Line("end", reading.delta(net), exact(value, e.digits), indent=2)]
    elif prefix:
        symbols = " · ".join([prefix, *filter(None, [_symbols(script, own, after=True)])])
        lines += [
            Line("row", reading.delta(net), symbols, indent=2, group=-2),
            Line("numbers", "", figures, delta_value, indent=2, group=-2),
        ]
    else:
        only = figures if len(own) > 1 else _symbols(script, own, level=0)
        lines += [Line("end", reading.delta(net), only, delta_value, indent=2)]
    rest = e.factors[at:]
    form = f"{reading.delta(net)} · {_symbols(script, rest, after=True)}"
    figures = script.times([exact(delta_value, e.digits), *map(script.figure, rest)])
    return [*lines, Line("end", total, f"{form} = {figures}", e.value, indent=2)]


def _sum(script: Script, section: Section) -> str:
    """δ_o1·w5 + δ_o2·w7, if all that a branch point feeds are few neurons with formulae short enough."""
    terms = []
    for user in script.reading.users[section.node]:
        slope = script.reading.slope(user, section.node)
        if not script.reading.neuron(user) or slope is None or section.others:
            return ""
        delta = script.reading.delta(user)
        terms.append(delta if str(slope) == "1" else f"{delta}·{slope.as_factor(3)}")
    return " + ".join(terms) if len(terms) <= GIVEN else ""


def _figures(script: Script, section: Section) -> str:
    text = " + ".join(script.number(branch.value) for branch in section.branches)
    return text[1:].replace(")", "", 1) if text.startswith("(") else text


def _given(script: Script, section: Section) -> list[Line]:
    from .script import Line

    reading = script.reading
    users: list[Value] = reading.users[section.node]
    pairs = tuple((reading.delta(u), exact(reading.adjoint[u], reading.digits)) for u in users)
    return [Line("givens", routes=pairs, indent=2)]


def _symbols(script: Script, factors: list[Factor], level: int = 2, after: bool = False) -> str:
    """Factors as formulae, in brackets where those bind more weakly than a product; ``level=0`` for one alone.

    ``after``  something stands before them, so that a minus sign needs brackets
    """
    shown = []
    for k, factor in enumerate(factors):
        slope = script.reading.slope(*factor.edge) if factor.edge else None
        fraction = script.fraction(factor.top, factor.bottom)
        shown.append(slope.as_factor(level, first=not k and not after) if slope is not None else fraction)
    return " · ".join(shown)


def _product(factors: list[Factor]) -> float:
    value = 1.0
    for factor in factors:
        value *= factor.number
    return value
