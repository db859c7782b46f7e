"""A second opinion with 80 digits: the recorded computation again, in arbitrary precision.

The value rules of the table run over mpmath's numbers, and the result is differentiated by a central difference so
small that its error is beyond any double. No derivative rule takes part, so a wrong one cannot confirm itself. Where it
contradicts the gradient, 420 digits and a far smaller step are asked as well. mpmath is imported when it is first
needed (extra ``check``).
"""

from __future__ import annotations

import importlib.util
import math
import threading
from collections import ChainMap
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from ..graph import ancestors
from ..ops import Arithmetic
from ..value import Value
from .recorded import MIDDLE, unit
from .report import (
    CANNOT_JUDGE,
    ILL_CONDITIONED,
    OK,
    TOO_INEXACT,
    TOO_LARGE,
    TOO_NEAR_0,
    UNSETTLED,
    WRONG,
    InputCheck,
    coarse,
)

if TYPE_CHECKING:
    from .subject import Subject

__all__ = ["Replay", "available", "decide", "derivative_of", "needs"]

DIGITS, ON_DOUBT = 80, 420
_one_at_a_time = threading.Lock()  # how many digits there are is a setting of mpmath's context, for all threads

OPEN = 1e-7
"""How much of a derivative the differences may leave open, before more digits are asked."""


def available() -> bool:
    """Whether mpmath is installed."""
    return importlib.util.find_spec("mpmath") is not None


def needs(package: str) -> ImportError:
    """The one sentence for an extra that is not installed."""
    return ImportError(f"this needs {package}: pip install 'tinygrad-edu[check]'")


@lru_cache(maxsize=1)
def arithmetic() -> tuple[Any, Arithmetic]:
    """A context of mpmath, which is told its digits where they are needed, and the table's natives over it."""
    try:
        import mpmath
    except ImportError:
        raise needs("mpmath") from None
    mp = mpmath.mp.clone()

    def real(function: Callable[..., Any]) -> Callable[..., Any]:
        def computed(*xs: Any) -> Any:
            y = function(*map(mp.mpf, xs))
            return mp.nan if isinstance(y, mp.mpc) else y  # outside a domain mpmath goes on in complex numbers

        return computed

    def sign(x: Any) -> Any:
        return mp.mpf((x > 0) - (x < 0))

    def cbrt(x: Any) -> Any:
        return sign(x) * mp.root(abs(x), 3)

    def sigmoid(x: Any) -> Any:
        return 1 / (1 + mp.exp(-x))

    def to_even(x: Any) -> Any:
        low = mp.floor(x)
        above = x - low - mp.mpf(1) / 2
        return low + 1 if above > 0 or (above == 0 and int(low) % 2) else low

    names = "sqrt exp expm1 log log1p sin cos tan asin acos atan atan2 sinh cosh tanh asinh acosh atanh erf erfc hypot"
    natives: dict[str, Callable[..., Any]] = {name: real(getattr(mp, name)) for name in names.split()}
    natives |= {
        "abs": abs,
        "pow": real(mp.power),
        "log2": real(lambda x: mp.log(x) / mp.ln2),
        "log10": real(mp.log10),
        "exp2": real(lambda x: mp.mpf(2) ** x),
        "cbrt": real(cbrt),
        "sigmoid": real(sigmoid),
        "sign": real(sign),
        "floor": real(mp.floor),
        "ceil": real(mp.ceil),
        "trunc": real(lambda x: sign(x) * mp.floor(abs(x))),
        "round": real(to_even),
        "where": lambda c, a, b: a if c else b,
    }
    return mp, Arithmetic(natives)


class Replay:
    """A recorded result with more digits. What does not depend on an input is computed once for all inputs."""

    def __init__(self, output: Value) -> None:
        self._order = ancestors(output)
        self._fixed: dict[int, dict[Value, Any]] = {}  # with so many digits, at the point itself

    def derivative_by(self, leaf: Value, digits: int = DIGITS, size: float = 1.0) -> tuple[float, float]:
        """The derivative by a leaf, and a bound of its error; both nan where there is none.

        ``size`` is that of the derivative: a tiny one beside 1 takes more digits to be seen.
        """
        mp, m = arithmetic()
        moves = {leaf}
        for node in self._order:
            if not moves.isdisjoint(node.inputs):
                moves.add(node)

        def computed(node: Value, known: Mapping[Value, Any]) -> Any:
            return mp.mpf(node.data if node.op is None else node.op.value(m, *[known[u] for u in node.inputs]))

        def value(shift: Any) -> Any:
            moved = {leaf: mp.mpf(leaf.data) + shift}
            known = ChainMap(moved, fixed)
            for node in self._order:
                if node not in moves:
                    if node not in fixed:
                        fixed[node] = computed(node, fixed)
                elif node is not leaf:
                    moved[node] = computed(node, known)
            return known[self._order[-1]]

        x = abs(leaf.data) or 1.0
        small = digits * 3 // 8
        digits += (abs(math.frexp(x)[1]) + abs(math.frexp(size)[1])) // 3
        with _one_at_a_time, mp.workdps(digits):
            fixed = self._fixed.setdefault(digits, {})
            # Beside a large number, too, a step that an oscillation does not slip through.
            h = mp.mpf(min(x, 1.0)) * mp.mpf(10) ** -small
            try:
                above, below = value(h), value(-h)
                return float((above - below) / (2 * h)), float(mp.eps * 10**10 * max(abs(above), abs(below)) / h)
            except (ArithmeticError, ValueError, mp.NoConvergence):
                return math.nan, math.nan


def derivative_of(output: Value, leaf: Value, digits: int = DIGITS) -> tuple[float, float]:
    """The derivative of a recorded result by a leaf, and a bound of its error; both nan where there is none.

    The step is 10⁻³⁰ of the leaf, or of 1 if that is less, with 80 digits, 10⁻¹⁵⁷ with 420; for a tiny or a huge leaf
    there are as many digits more.

    >>> from tinygrad_edu import Value, sigmoid
    >>> x = Value(40.0)
    >>> derivative_of(sigmoid(x), x)[0]
    4.248354255291589e-18
    """
    return Replay(output).derivative_by(leaf, digits)


def decide(
    subject: Subject, i: int, found: InputCheck, leaf: Value, replay: Replay, spread: float, near: bool,
    still: bool,
) -> None:  # fmt: skip
    """Take back the verdict "wrong" where more digits side with the gradient; judge what the differences leave open.

    ``spread`` is how far rounding may move the gradient; ``near``, whether it may have put a number onto a kink, beside
    which the digits say something else and accuse nobody; ``still``, whether it is known already that no constant moves
    with the input. A number that moves with the input without being recorded (a
    wrong custom operation may make one) leaves a replay nothing to say: then the verdict stands.
    """
    g, accused = found.analytic, found.verdict == WRONG
    if not math.isfinite(g) or not (accused or _open(found)) or not (still or _still(subject, i)):
        return
    allowed = 32.0 * spread
    if accused and found.bound < coarse(abs(g)):
        allowed = found.bound
    for digits in (DIGITS, ON_DOUBT):
        exact, error = replay.derivative_by(leaf, digits, g)
        rounding = 1e-9 * max(abs(g), abs(exact))
        bound = max(allowed, rounding, 1e-300) if accused else max(allowed, 1e-300) + rounding
        told = error <= bound or (not accused and g == exact == 0.0)
        agrees = abs(g - exact) <= bound
        if told and agrees:
            break
    if not told:
        return
    said = f"with {digits} digits the derivative is {exact!r}"
    if not accused:
        if not agrees and (near or not g):  # an underflow on the way gives 0 too
            return
        found.verdict, found.note = (OK, f"by {digits} digits") if agrees else (WRONG, said)
        found.numerical, found.bound = exact, bound
    elif agrees:
        found.verdict = ILL_CONDITIONED if abs(found.numerical - exact) > found.bound else CANNOT_JUDGE
        found.note = f"{said}: the differences were misled by rounding"


def _open(found: InputCheck) -> bool:
    """Whether the differences say too little of a derivative at a smooth point."""
    if found.note in (TOO_INEXACT, TOO_LARGE, TOO_NEAR_0, UNSETTLED):
        return True
    smooth = found.verdict == OK and not found.note and found.analytic != 0.0
    return smooth and not found.bound <= OPEN * abs(found.analytic)


def _still(subject: Subject, i: int) -> bool:
    """Whether the constants of the computation stay what they are when the input moves."""
    x = subject.x[i]
    h = math.ldexp(unit(x), MIDDLE)
    beside = [subject.moved(i, to) for to in (x - h, x + h)]
    here = subject.point(subject.x)  # last, because a model's parameters are moved themselves
    return all(point.constants == here.constants for point in beside)
