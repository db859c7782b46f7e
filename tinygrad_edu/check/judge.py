"""The gradient check: every derivative of a function against differences of its values, with a verdict for each.

The function is called and its gradient taken, twice: any difference and it is not deterministic. Replays off by one
ulp say how well the computation determines its gradient, a ladder of differences gives the derivative and a bound of
its error, and the branches that the computation takes tell a kink from a fault. The gradient is also computed by a
forward sweep, which walks the graph in the other direction.

Against a fixed step (PyTorch's gradcheck) this sees a relative error of 1e-6, and takes rounding, overflow, a kink or a
large input for what they are.
"""

from __future__ import annotations

import math
import random
import sys
from collections.abc import Callable, Sequence
from typing import Any

from ..anomaly import describe
from ..derivatives import gradients
from ..functions import sum as total
from ..graph import ancestors, topological
from ..ieee import run
from ..modes import enable_grad
from ..ops import Primitive
from ..train.progress import ticks
from ..value import constant
from . import ladder
from .blame import blame
from .kinks import JUMP, MISLED, bends, kink, misleads
from .ladder import Estimate, Line
from .recorded import NEAREST, SIDES, Recorded, magnitude
from .replay import Conditioning, conditioning
from .report import (
    CANNOT_JUDGE,
    ILL_CONDITIONED,
    OK,
    TOO_INEXACT,
    TOO_LARGE,
    TOO_NEAR_0,
    UNSETTLED,
    WRONG,
    GradcheckError,
    GradcheckReport,
    InputCheck,
    coarse,
)
from .subject import Point, Run, Subject
from .walks import Reverse, disagreement, reverse_pass

__all__ = ["answer", "check", "gradcheck", "gradgradcheck"]

MANY = 100
"""So many inputs take long enough for a bar."""

LEAST_OF_ITS_OWN = math.ldexp(sys.float_info.min, -NEAREST)
"""Nearer to 0 an input has no steps of its own size: they are no longer numbers of full precision."""


def gradcheck(
    f: Callable[..., Any],
    inputs: Any,
    *,
    raise_exception: bool = True,
    confirm: bool | None = None,
    progress: bool = True,
) -> GradcheckReport:
    """Check the gradient of ``f`` at ``inputs``: is it the derivative of the values that ``f`` returns?

    ``inputs`` are the arguments in a list or tuple, ``f(*inputs)``: numbers, or nested lists, tuples and dicts of
    numbers; a number alone is the one argument. ``f`` gets Values in their places and returns one Value. A module is a
    function of its parameters as ``lambda ws: nn.functional_call(net, ws, x)``.

    With ``confirm`` a failure is reported only if a replay of the computation with 80 digits fails too, where such a
    replay can tell; and the replay decides where differences of doubles leave more than 1e-7 of a derivative open. It
    needs mpmath, and is made by default where mpmath is installed.

    ``f`` is called some ten times for one input and twenty-five times for a thousand: its recorded computation stands
    for it along all inputs where calls prove it equal, and only for others it is called some ninety times each. Then it
    is called at the same point for a tenth of a second, 150 times at most, to meet what is random now and then. From a
    hundred inputs on ``progress`` shows a bar where somebody looks.

    >>> from tinygrad_edu import tanh
    >>> print(gradcheck(lambda w, x: tanh(w) * x, [0.0, 2.0]))
    gradcheck of the function: passed, 2 ok
      w = 0.0: analytic 2.0, numerical 2.0 ± ...: ok
      x = 2.0: analytic 0.0, numerical 0.0 ± ...: ok

    Raises GradcheckError, an AssertionError that holds the report, if a derivative is wrong or none could be judged;
    ValueError or TypeError in a sentence if ``f`` is not deterministic, changes its inputs or returns no Value.
    """
    __tracebackhide__ = True
    return _checked(Subject(f, inputs), raise_exception, confirm, progress)


def gradgradcheck(
    f: Callable[..., Any],
    inputs: Any,
    *,
    raise_exception: bool = True,
    confirm: bool | None = None,
    progress: bool = True,
) -> GradcheckReport:
    """The same for the second derivatives: the gradient's gradient, along a direction that meets every pair of inputs.

    >>> print(gradgradcheck(lambda x: x**3, 2.0))
    gradcheck of the gradient of the function: passed, 1 ok
      x = 2.0: analytic ..., numerical ... ± ...: ok
    """
    __tracebackhide__ = True
    return _checked(Gradient(f, inputs), raise_exception, confirm, progress)


def _checked(subject: Subject, raise_exception: bool, confirm: bool | None, progress: bool) -> GradcheckReport:
    __tracebackhide__ = True
    with ticks(len(subject.x), progress and len(subject.x) >= MANY) as tick:
        report = check(subject, confirm=confirm, tick=tick)
        subject.repeat()
    return answer(report, raise_exception)


def answer(report: GradcheckReport, raise_exception: bool) -> GradcheckReport:
    """The report, with what may be the cause of what is wrong; raised as an error if it fails and that is wanted."""
    __tracebackhide__ = True  # so that pytest shows the line of the test that called
    if report.wrong and report.output is not None:
        report.hints += blame(report.output, lambda f, x: check(Subject(f, x)).wrong)
    if raise_exception and not report:
        raise GradcheckError(report)
    return report


class Gradient(Subject):
    """The gradient of a function along a direction, as a function: what the second order is checked on."""

    def __init__(self, f: Callable[..., Any], inputs: Any) -> None:
        super().__init__(f, inputs)
        self.title = f"the gradient of {self.function}"
        self._plain: list[Run] = []  # the first two calls, before their gradients were taken
        rng = random.Random(0)
        self._direction = [1.0] if len(self.x) == 1 else [rng.randint(8, 24) / 16.0 for _ in self.x]

    def fresh(self, first: Run, second: Run) -> None:
        """Asked of the function itself: the gradient by what is not used is 0, and made of nothing."""
        super().fresh(*self._plain)

    def reached(self, first: Run, second: Run) -> None:
        """The gradient of what is linear has nothing to do with the inputs."""

    def run(self, x: Sequence[float]) -> Run:
        first = super().run(x)
        self._plain = [*self._plain, first][:2]
        with enable_grad():
            if first.output.requires_grad:
                slopes = gradients(first.output, first.leaves, create_graph=True)
                output = total([g * v for g, v in zip(slopes, self._direction, strict=True)])
            else:
                output = constant(0.0)
        return Run(first.leaves, output)


# -- the check -------------------------------------------------------------------------------------------------------


def check(
    subject: Subject, *, reverse: Reverse = reverse_pass, confirm: bool | None = None, tick: Callable[[], object] = int
) -> GradcheckReport:
    """The check itself, of any subject and with any reverse pass. ``tick`` is called after each input."""
    first, second = subject.run(subject.x), subject.run(subject.x)
    subject.fresh(first, second)
    analytic = reverse(first.output, first.leaves)
    base, branches = subject.point(subject.x), subject.watch.signature(ancestors(first.output), first.leaves)
    once = [first.output.data, *analytic, branches]
    again = [second.output.data, *reverse(second.output, second.leaves), (base.signature, base.constants)]
    if repr(once) != repr(again):  # as text, because nan is not equal to nan
        raise subject.not_deterministic()
    subject.reached(first, second)
    of = conditioning(first.output, first.leaves)
    recorded = Recorded(subject, first, base) if math.isfinite(base.value) and not of.blind else None
    checks = []
    for i in range(len(subject.x)):
        checks.append(_input(subject, i, base, analytic[i], of, first, reverse, recorded))
        tick()
    if repr(subject.point(subject.x)) != repr(base):
        raise subject.not_deterministic()
    report = GradcheckReport(subject.title, checks, output=first.output)
    if confirm is not False and not (of.torn or of.blind):
        _confirm(subject, report, first, of, recorded, confirm is True)
    problem = "" if of.blind else disagreement(first, analytic, of)
    if problem:
        report.problems.append(problem)
    return report


def _input(
    subject: Subject, i: int, base: Point, analytic: float, of: Conditioning, first: Run, reverse: Reverse,
    recorded: Recorded | None,
) -> InputCheck:  # fmt: skip
    x, g, spread = subject.x[i], analytic, of.spread[i]

    def verdict(verdict: str, estimate: Estimate, note: str = "", bound: float = math.inf) -> InputCheck:
        return InputCheck(subject.names[i], x, analytic, estimate.value, bound, verdict, note)

    if not math.isfinite(x):
        return verdict(CANNOT_JUDGE, Estimate(), f"there are no points on both sides of {x!r}")
    if not math.isfinite(base.value):
        return verdict(CANNOT_JUDGE, Estimate(), f"the value here is {base.value!r}: there is no difference to take")
    line = Line(subject, i, base, of.parts[i], recorded)
    if line.tiny and x and not all(math.isfinite(point.value) for point in line.beside):
        if abs(x) < LEAST_OF_ITS_OWN:
            return verdict(CANNOT_JUDGE, Estimate(), TOO_NEAR_0)
        line = Line(subject, i, base, of.parts[i], recorded, scale=magnitude(x))  # sqrt ends at 0, but not at 1e-200
    for side, point in zip(SIDES, line.beside, strict=True):
        if point.raised:
            there = f"{subject.names[i]} = {x + side * line.first!r}"
            note = f"{subject.function} raised {point.raised} at the shifted point {there}"
            return verdict(CANNOT_JUDGE, Estimate(), note)
    if not all(math.isfinite(point.value) for point in line.beside):
        return verdict(CANNOT_JUDGE, Estimate(), "the function has no finite value on both sides: a border or a pole")
    least = of.noise if line.whole else of.noises[i]
    noise = ladder.noise(line, least if math.isfinite(least) else 0.0)
    if not all(line.alike(point, line.base) for point in line.beside):
        return kink(verdict, line, noise, g, spread)
    estimate = ladder.central(line, noise)
    r = estimate.value
    if not math.isfinite(estimate.error):
        return verdict(CANNOT_JUDGE, estimate, JUMP if ladder.jumps(line, noise) else UNSETTLED)
    if not math.isfinite(g):
        return _not_finite(g, verdict, estimate, first)
    # A derivative that is 0 by cancellation is as good as 0 once it is small beside what it was added up from.
    size = max(abs(g), abs(r), line.next_to_nothing, 1e-6 * of.size[i])
    if not 32.0 * spread <= coarse(size):
        return verdict(ILL_CONDITIONED, estimate, "rounding in the computation itself decides its gradient")
    bound = 4.0 * estimate.error + 1e-9 * max(abs(g), abs(r)) + 32.0 * spread
    if abs(g - r) <= bound:
        if bound > coarse(size):
            return verdict(CANNOT_JUDGE, estimate, TOO_INEXACT, bound)
        return verdict(OK, estimate, bound=bound)
    if of.torn:
        return verdict(ILL_CONDITIONED, estimate, "rounding decides which branch the computation takes", bound)
    if line.first > 1.0 and not _steady(subject, i, line, g, reverse):
        return verdict(CANNOT_JUDGE, estimate, TOO_LARGE, bound)
    if bends(line, noise):
        return kink(verdict, line, noise, g, spread)
    if line.tiny and x and not _steady(subject, i, line, g, reverse):
        return verdict(CANNOT_JUDGE, estimate, TOO_NEAR_0, bound)
    if ladder.jumps(line, noise):
        return verdict(CANNOT_JUDGE, estimate, JUMP)
    if misleads(line, noise, estimate):
        return verdict(CANNOT_JUDGE, estimate, MISLED, bound)
    return verdict(WRONG, estimate, bound=bound)


def _steady(subject: Subject, i: int, line: Line, g: float, reverse: Reverse) -> bool:
    """Whether the gradient is nearly the same a step away: next to 0 there may be a pole that no difference sees.

    And far from 0 an oscillation.
    """
    beside = list(subject.x)
    beside[i] += line.first
    there = subject.run(beside)
    return abs(reverse(there.output, there.leaves)[i] - g) <= 1e-3 * abs(g)


def _not_finite(g: float, verdict: Callable[..., InputCheck], estimate: Estimate, first: Run) -> InputCheck:
    """A gradient that is infinite or nan where the function is smooth: a rule's fault, or ∞·0 in the arithmetic."""
    for node in topological(first.output):
        numbers = [u.data for u in node.inputs]
        if node.op is None or not all(map(math.isfinite, [node.data, *numbers])):
            continue
        for k, partial in enumerate(node.partials):
            if partial is not None and partial != partial and _defined_beside(node.op, numbers, k):
                return verdict(WRONG, estimate, f"the rule of {describe(node)} gives nan for finite numbers")
    return verdict(CANNOT_JUDGE, estimate, f"the gradient is {g!r}: infinity met 0 on the way, or an overflow")


def _defined_beside(op: Primitive, numbers: list[float], k: int) -> bool:
    """Whether a value is there on both sides of an input. (-2)² has none beside its exponent, and so no derivative."""
    if abs(numbers[k]) > 2.0**52:  # where there are whole numbers only, nobody knows
        return False
    step = 2.0**-20 * max(abs(numbers[k]), 1.0)
    sides = [[*numbers[:k], numbers[k] + s, *numbers[k + 1 :]] for s in (-step, step)]
    return all(math.isfinite(run(op.value, *xs)) for xs in sides)


def _confirm(
    subject: Subject, report: GradcheckReport, first: Run, of: Conditioning, recorded: Recorded | None, demanded: bool
) -> None:
    """Let 80 digits decide about what looks wrong, and about what the differences leave open."""
    from . import precise

    if not demanded and not precise.available():
        return
    replay = precise.Replay(first.output)
    for i, found in enumerate(report.checks):
        still = recorded is not None and i in recorded.trusted
        if recorded is not None and not still and recorded.hides(i):
            continue  # the digits would be of something else
        precise.decide(subject, i, found, first.leaves[i], replay, of.spread[i], of.near, still)
