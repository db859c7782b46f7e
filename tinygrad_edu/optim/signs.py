"""Steps from the sign of the gradient alone: its size says nothing.

Each class is an update rule and the settings that it takes; ``Optimizer`` says what the parts of a rule are. Rprop
follows PyTorch (torch.optim), Lion, which PyTorch has not, its paper.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from .optimizer import Optimizer

__all__ = ["Lion", "Rprop"]


class Rprop(Optimizer):
    """Signs alone: the step grows while the gradient keeps its sign and shrinks when it turns. For whole data sets.

    lr          the size of the first step; not read again later
    etas        by how much a step shrinks and grows
    step_sizes  the smallest and the largest step
    maximize    go up instead of down

    Riedmiller, Braun 1993, A direct adaptive method for faster backpropagation learning: the RPROP algorithm; as in
    PyTorch a step that would follow a turned gradient is left out (Rprop−). Errors: see ``Optimizer``.

    >>> from tinygrad_edu import Value
    >>> w = Value(1.0, "w")
    >>> optimizer = Rprop([w], lr=0.25, etas=(0.5, 2.0))
    >>> for w.grad in 100.0, 0.01, -7.0:
    ...     optimizer.step()
    ...     print(w.data)
    0.75
    0.25
    0.25
    """

    def __init__(
        self,
        params: Iterable[Any],
        lr: float = 1e-2,
        etas: tuple[float, float] = (0.5, 1.2),
        step_sizes: tuple[float, float] = (1e-6, 50.0),
        *,
        maximize: bool = False,
    ) -> None:
        super().__init__(params, {"lr": lr, "etas": etas, "step_sizes": step_sizes, "maximize": maximize})

    @staticmethod
    def initial(s: Any) -> dict[str, float]:
        return {"prev": 0.0, "step_size": s.lr}

    @staticmethod
    def rule(m: Any, s: Any, p: Any, g: Any, state: Mapping[str, Any]) -> tuple[Any, dict[str, Any]]:
        if s.maximize:
            g = -g
        (shrink, grow), (least, most) = s.etas, s.step_sizes
        same = m.sign(g) * m.sign(state["prev"])
        factor = m.where(same > 0.0, grow, m.where(same < 0.0, shrink, 1.0))
        size = m.minimum(m.maximum(state["step_size"] * factor, least), most)
        g = m.where(same < 0.0, 0.0, g)
        return p - m.sign(g) * size, {"prev": g, "step_size": size}


class Lion(Optimizer):
    """The sign of the momentum: every step is lr, whatever the gradients. The rule was found by program search.

    lr            learning rate, the size of every step; a third to a tenth of Adam's
    betas         how much of the mean gradient is in a step, and is kept for the next
    weight_decay  pull towards 0: p shrinks by lr·weight_decay·p (decoupled)
    maximize      go up instead of down

    Chen et al. 2023, Symbolic discovery of optimization algorithms, arXiv:2302.06675, algorithm 2. Errors: see
    ``Optimizer``.

    >>> from tinygrad_edu import Value
    >>> w = Value(1.0, "w")
    >>> optimizer = Lion([w], lr=0.25)
    >>> w.grad = 1000.0
    >>> optimizer.step()
    >>> w.data
    0.75
    """

    def __init__(
        self,
        params: Iterable[Any],
        lr: float = 1e-4,
        betas: tuple[float, float] = (0.9, 0.99),
        weight_decay: float = 0.0,
        *,
        maximize: bool = False,
    ) -> None:
        super().__init__(params, {"lr": lr, "betas": betas, "weight_decay": weight_decay, "maximize": maximize})

    @staticmethod
    def initial(s: Any) -> dict[str, float]:
        return {"exp_avg": 0.0}

    @staticmethod
    def rule(m: Any, s: Any, p: Any, g: Any, state: Mapping[str, Any]) -> tuple[Any, dict[str, Any]]:
        beta1, beta2 = s.betas
        if s.maximize:
            g = -g
        mean = state["exp_avg"]
        direction = m.sign(beta1 * mean + (1.0 - beta1) * g)
        return p - s.lr * (direction + s.weight_decay * p), {"exp_avg": beta2 * mean + (1.0 - beta2) * g}
