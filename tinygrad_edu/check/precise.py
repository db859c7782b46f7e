"""A second opinion with 80 digits: the recorded computation again, in arbitrary precision.

The value rules of the table run over mpmath's numbers, and the result is differentiated by a central difference so
small that its error is beyond any double. No derivative rule takes part, so a wrong one cannot confirm itself.
mpmath is imported when it is first needed (extra ``check``).
"""

from __future__ import annotations

import importlib.util
from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from ..graph import ancestors
from ..ops import Arithmetic
from ..value import Value
from .report import CANNOT_JUDGE, ILL_CONDITIONED, InputCheck

if TYPE_CHECKING:
    from .subject import Run, Subject

__all__ = ["available", "confirm", "derivative_of", "needs"]

DIGITS = 80


def available() -> bool:
    """Whether mpmath is installed."""
    return importlib.util.find_spec("mpmath") is not None


def needs(package: str) -> ImportError:
    """The one sentence for an extra that is not installed."""
    return ImportError(f"this needs {package}: pip install 'tinygrad-edu[check]'")


@lru_cache(maxsize=1)
def arithmetic() -> tuple[Any, Arithmetic]:
    """mpmath's context with 80 digits, and the table's natives over it."""
    try:
        import mpmath
    except ImportError:
        raise needs("mpmath") from None
    mp = mpmath.mp.clone()
    mp.dps = DIGITS

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


def value_of(output: Value, leaf: Value, shift: Any) -> Any:
    """The recorded computation with ``leaf`` shifted."""
    mp, m = arithmetic()
    data: dict[Value, Any] = {}
    for node in ancestors(output):
        if node.op is None:
            data[node] = mp.mpf(node.data) + (shift if node is leaf else 0)
        else:
            data[node] = mp.mpf(node.op.value(m, *[data[u] for u in node.inputs]))
    return data[output]


def derivative_of(output: Value, leaf: Value) -> float:
    """The derivative of a recorded result by a leaf, right to the last digit of a double; nan where there is none.

    >>> from tinygrad_edu import Value, sigmoid
    >>> x = Value(40.0)
    >>> derivative_of(sigmoid(x), x)
    4.248354255291589e-18
    """
    mp, _ = arithmetic()
    h = (abs(mp.mpf(leaf.data)) or 1) * mp.mpf(10) ** -30
    try:
        return float((value_of(output, leaf, h) - value_of(output, leaf, -h)) / (2 * h))
    except (ArithmeticError, ValueError):
        return float("nan")


def confirm(subject: Subject, i: int, found: InputCheck, first: Run) -> None:
    """Take back the verdict "wrong" where 80 digits side with the gradient.

    A number that moves with the input without being recorded (a wrong custom operation may make one) leaves a replay
    nothing to say: then the verdict stands.
    """
    x = subject.x[i]
    h = max(abs(x), 1e-8) * 2.0**-20
    beside = [subject.moved(i, x + step) for step in (-h, h)]
    here = subject.point(subject.x)  # last, because a model's parameters are moved themselves
    if any(point.constants != here.constants for point in beside):
        return
    exact = derivative_of(first.output, first.leaves[i])
    if exact != exact:
        return
    g, tolerance = found.analytic, max(found.bound if found.bound < 1e-4 * abs(found.analytic) else 0.0, 1e-300)
    if abs(g - exact) <= tolerance + 1e-9 * max(abs(g), abs(exact)):
        rounded = abs(found.numerical - exact) > found.bound
        found.verdict = ILL_CONDITIONED if rounded else CANNOT_JUDGE
        found.note = f"with {DIGITS} digits the derivative is {exact!r}: the differences were misled by rounding"
