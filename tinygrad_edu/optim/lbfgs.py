"""L-BFGS: Newton's method with a Hessian made from the last few steps. For whole data sets and smooth losses.

Nocedal 1980, Updating quasi-Newton matrices with limited storage; Nocedal, Wright, Numerical Optimization, 2nd edition
2006, algorithms 7.4 and 7.5. Order of operations, tests for stopping and the counts of evaluations are PyTorch's.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import reduce
from operator import add, mul
from types import SimpleNamespace
from typing import Any

from ..modes import enable_grad
from ..plural import plural
from ..real import to_float
from ..value import Value
from .line_search import Point, strong_wolfe
from .optimizer import Optimizer
from .parameters import gradient

__all__ = ["LBFGS"]

Vector = list[float]

LEAST_CURVATURE = 1e-10
"""A step along which the gradient grew by less says nothing that could be relied on, and is forgotten."""


class LBFGS(Optimizer):
    """Quasi-Newton steps, several in each ``step(closure)``, and several losses and gradients for each.

    lr                learning rate: the length of a step, or where the line search begins
    max_iter          how many steps in one call
    max_eval          how often to call the closure in one call; 1.25·max_iter if not given
    tolerance_grad    stop when no gradient is larger
    tolerance_change  stop when no parameter, or the loss, changes by more
    history_size      how many past steps the Hessian is made from
    line_search_fn    None, or "strong_wolfe" to look for a good length of each step

    All parameters are one group. ``state[p]`` of the first parameter holds what is remembered, under PyTorch's names.
    Errors: see ``Optimizer``; and ValueError for more than one group.

    >>> from tinygrad_edu import Value
    >>> x, y = Value(-1.2, "x"), Value(1.0, "y")
    >>> optimizer = LBFGS([x, y], max_iter=50, line_search_fn="strong_wolfe")
    >>> def closure():
    ...     optimizer.zero_grad()
    ...     loss = 100.0 * (y - x.square()).square() + (1.0 - x).square()
    ...     loss.backward()
    ...     return loss
    >>> loss_before = optimizer.step(closure)
    >>> print(f"{loss_before.data:.1f}, {x.data:.3f}, {y.data:.3f}")
    24.2, 1.000, 1.000
    """

    def __init__(
        self,
        params: Iterable[Any],
        lr: float = 1.0,
        max_iter: int = 20,
        max_eval: int | None = None,
        tolerance_grad: float = 1e-7,
        tolerance_change: float = 1e-9,
        history_size: int = 100,
        line_search_fn: str | None = None,
    ) -> None:
        if max_eval is None and isinstance(max_iter, int):
            max_eval = max_iter * 5 // 4
        settings = {"lr": lr, "max_iter": max_iter, "max_eval": max_eval, "tolerance_grad": tolerance_grad}
        more = {"tolerance_change": tolerance_change, "history_size": history_size, "line_search_fn": line_search_fn}
        super().__init__(params, {**settings, **more})

    def _add(self, groups: list[Any]) -> None:
        if len(self.param_groups) + len(groups) > 1:
            raise ValueError("LBFGS takes all parameters in one group: its steps are not made parameter by parameter")
        super()._add(groups)

    def step(self, closure: Callable[[], Any] | None = None) -> Any:
        """Up to ``max_iter`` steps. Returns what the closure returned the first time.

        The closure sets the gradients to 0, computes the loss, calls its ``backward()`` and returns it. If it fails,
        parameters and state are those from before the call.

        Raises TypeError without a closure, and for a loss or a gradient that is not a number.
        """
        if closure is None:
            raise TypeError("LBFGS computes the loss several times in a step: call step(closure), see help(LBFGS.step)")
        params = self.param_groups[0]["params"]
        before = [p.data for p in params]
        memory = dict(self.state.get(params[0]) or {"n_iter": 0, "func_evals": 0})

        def evaluate(x: Vector) -> tuple[Any, Vector]:
            for p, number in zip(params, x, strict=True):
                p.data = number
            memory["func_evals"] += 1
            with enable_grad():
                loss = closure()
            return loss, [gradient(p) for p in params]

        try:
            loss, x = _descend(SimpleNamespace(**self.settings_of(self.param_groups[0])), before, memory, evaluate)
        except BaseException:  # Ctrl-C too
            x = before
            raise
        else:
            self.state[params[0]] = memory
        finally:
            for p, number in zip(params, x, strict=True):
                p.data = number
        return loss

    def checked_state(self, s: Any, entry: Mapping[str, Any], where: str) -> dict[str, Any]:
        n = len(self.param_groups[0]["params"])
        wrong = ValueError(f"{where} is not what LBFGS remembers of {plural(n, 'parameter')}")

        def vector(xs: Any) -> Vector:
            if not isinstance(xs, list) or len(xs) != n:
                raise wrong
            return [to_float(x) for x in xs]

        counts = {name: entry.get(name) for name in ("n_iter", "func_evals")}
        if not all(isinstance(x, int) and x >= 0 for x in counts.values()):
            raise wrong
        if entry.keys() == counts.keys():
            return counts
        numbers, vectors, lists = ("t", "H_diag", "prev_loss"), ("d", "prev_flat_grad"), ("old_dirs", "old_stps")
        if entry.keys() != {*counts, *numbers, *vectors, *lists, "ro"}:
            raise wrong
        if not all(isinstance(entry[name], list) for name in (*lists, "ro")):
            raise wrong
        if len({len(entry[name]) for name in (*lists, "ro")}) != 1:
            raise wrong
        return {
            **counts,
            **{name: to_float(entry[name]) for name in numbers},
            **{name: vector(entry[name]) for name in vectors},
            **{name: [vector(xs) for xs in entry[name]] for name in lists},
            "ro": [to_float(x) for x in entry["ro"]],
        }


def _descend(
    s: Any, x: Vector, memory: dict[str, Any], evaluate: Callable[[Vector], tuple[Any, Vector]]
) -> tuple[Any, Vector]:
    """The iterations of one call from ``x``: what the closure returned first, and where they end."""
    evaluations_before = memory["func_evals"]
    first, g = evaluate(x)
    loss = _number(first)
    if _largest(g) <= s.tolerance_grad:
        return first, x
    for iteration in range(1, s.max_iter + 1):
        memory["n_iter"] += 1
        d = _direction(s, memory, g)
        t = s.lr * min(1.0, 1.0 / _sum(map(abs, g))) if memory["n_iter"] == 1 else s.lr
        start = Point(0.0, loss, g, _dot(g, d))
        memory.update(d=d, t=t, prev_flat_grad=g, prev_loss=loss)
        if start.slope > -s.tolerance_change:
            break
        if s.line_search_fn == "strong_wolfe":
            evaluate_at = _along(x, d, evaluate)
            budget = s.max_eval - (memory["func_evals"] - evaluations_before)
            t, loss, g, _ = strong_wolfe(start, t, evaluate_at, _largest(d), budget)
            memory["t"] = t
            x = _moved(x, t, d)
        else:
            x = _moved(x, t, d)
            if iteration < s.max_iter:  # where the last step led is for the next call to see
                value, g = evaluate(x)
                loss = _number(value)
        if (
            memory["func_evals"] - evaluations_before >= s.max_eval
            or _largest(g) <= s.tolerance_grad
            or _largest(d) * abs(t) <= s.tolerance_change
            or abs(loss - start.loss) < s.tolerance_change
        ):
            break
    return first, x


def _direction(s: Any, memory: dict[str, Any], g: Vector) -> Vector:
    """Minus the inverse Hessian times the gradient, in two loops over the remembered steps (algorithm 7.4)."""
    if memory["n_iter"] == 1:
        memory.update(old_dirs=[], old_stps=[], ro=[], H_diag=1.0)
    else:
        _remember(s, memory, g)
    pairs = list(zip(memory["old_stps"], memory["old_dirs"], memory["ro"], strict=True))
    q = [-x for x in g]
    alphas = []
    for step, change, ro in reversed(pairs):
        alpha = ro * _dot(step, q)
        q = _moved(q, -alpha, change)
        alphas.append(alpha)
    d = [memory["H_diag"] * x for x in q]
    for (step, change, ro), alpha in zip(pairs, reversed(alphas), strict=True):
        d = _moved(d, alpha - ro * _dot(change, d), step)
    return d


def _remember(s: Any, memory: dict[str, Any], g: Vector) -> None:
    """Add the last step, and by how much the gradient changed in it."""
    step = [memory["t"] * x for x in memory["d"]]
    change = _moved(g, -1.0, memory["prev_flat_grad"])
    curvature = _dot(change, step)
    if curvature > LEAST_CURVATURE:
        for name, new in (("old_stps", step), ("old_dirs", change), ("ro", 1.0 / curvature)):
            memory[name] = [*memory[name], new][-s.history_size :]
        memory["H_diag"] = curvature / _dot(change, change)


def _along(x: Vector, d: Vector, evaluate: Callable[[Vector], tuple[Any, Vector]]) -> Callable[[float], Point]:
    """The points along a direction."""

    def evaluate_at(t: float) -> Point:
        value, g = evaluate(_moved(x, t, d))
        return Point(t, _number(value), g, _dot(g, d))

    return evaluate_at


def _moved(x: Vector, t: float, d: Vector) -> Vector:
    return [a + t * b for a, b in zip(x, d, strict=True)]


def _sum(xs: Iterable[float]) -> float:
    """From left to right in every Python; ``sum`` of floats has other last digits since 3.12."""
    return reduce(add, xs, 0.0)


def _dot(a: Vector, b: Vector) -> float:
    return _sum(map(mul, a, b))


def _largest(xs: Vector) -> float:
    """The largest size of a number, or nan if there is one."""
    return max(map(abs, xs)) if all(x == x for x in xs) else float("nan")


def _number(loss: Any) -> float:
    if isinstance(loss, Value):
        return loss.data
    try:
        return to_float(loss)
    except TypeError:
        raise TypeError(f"the closure returns the loss; this one returned {type(loss).__name__} {loss!r:.60}") from None
