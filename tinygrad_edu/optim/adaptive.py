"""A step size for each parameter, from the sizes of its past gradients.

Each class is an update rule and the settings that it takes; ``Optimizer`` says what the parts of a rule are. Rules
follow PyTorch's (torch.optim) in the order of operations; the papers are named beside them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from .optimizer import Optimizer
from .sgd import decay

__all__ = ["Adadelta", "Adagrad", "RMSprop"]


class Adagrad(Optimizer):
    """Divide by the root of the sum of all squared gradients: the more a parameter has moved, the less it does.

    lr                         learning rate, the size of the first step
    lr_decay                   step t goes at lr / (1 + (t − 1)·lr_decay)
    weight_decay               pull towards 0: the gradient of ½·weight_decay·p² is added
    initial_accumulator_value  what the sum begins with
    eps                        added to the root, against division by 0
    maximize                   go up instead of down

    Duchi, Hazan, Singer 2011, Adaptive subgradient methods, JMLR 12. Errors: see ``Optimizer``.

    >>> from tinygrad_edu import Value
    >>> w = Value(1.0, "w")
    >>> optimizer = Adagrad([w], lr=0.5, eps=0.0)
    >>> for w.grad in 3.0, 4.0:
    ...     optimizer.step()
    >>> w.data  # 1 − 0.5·3/√9 − 0.5·4/√(9 + 16)
    0.09999999999999998
    """

    def __init__(
        self,
        params: Iterable[Any],
        lr: float = 1e-2,
        lr_decay: float = 0.0,
        weight_decay: float = 0.0,
        initial_accumulator_value: float = 0.0,
        eps: float = 1e-10,
        *,
        maximize: bool = False,
    ) -> None:
        settings = {"lr": lr, "lr_decay": lr_decay, "weight_decay": weight_decay, "eps": eps, "maximize": maximize}
        super().__init__(params, {**settings, "initial_accumulator_value": initial_accumulator_value})

    @staticmethod
    def initial(s: Any) -> dict[str, float]:
        return {"sum": s.initial_accumulator_value}

    @staticmethod
    def per_step(m: Any, s: Any, t: Any) -> dict[str, Any]:
        return {"rate": s.lr / (1.0 + (t - 1.0) * s.lr_decay)}

    @staticmethod
    def rule(m: Any, s: Any, p: Any, g: Any, state: Mapping[str, Any]) -> tuple[Any, dict[str, Any]]:
        p, g = decay(s, p, g)
        total = state["sum"] + g * g
        return p - s.rate * g / (m.sqrt(total) + s.eps), {"sum": total}


class RMSprop(Optimizer):
    """Divide by the root of the running mean of squared gradients ("root mean square"): steps of about lr.

    lr            learning rate
    alpha         how much of the mean is kept in a step
    eps           added to the root, against division by 0
    weight_decay  pull towards 0: the gradient of ½·weight_decay·p² is added
    momentum      how much of the step before is in the next one, 0 to 1
    centered      divide by the standard deviation: the square of the mean gradient is taken off (Graves 2013,
                  arXiv:1308.0850)
    maximize      go up instead of down

    Tieleman, Hinton 2012, Neural networks for machine learning, lecture 6.5. Errors: see ``Optimizer``.

    >>> from tinygrad_edu import Value
    >>> w = Value(1.0, "w")
    >>> optimizer = RMSprop([w], lr=0.5, alpha=0.75, eps=0.0)
    >>> w.grad = 3.0
    >>> optimizer.step()
    >>> w.data  # 1 − 0.5·3/√(0.25·9)
    0.0
    """

    def __init__(
        self,
        params: Iterable[Any],
        lr: float = 1e-2,
        alpha: float = 0.99,
        eps: float = 1e-8,
        weight_decay: float = 0.0,
        momentum: float = 0.0,
        centered: bool = False,
        *,
        maximize: bool = False,
    ) -> None:
        settings = {"lr": lr, "alpha": alpha, "eps": eps, "weight_decay": weight_decay, "momentum": momentum}
        super().__init__(params, {**settings, "centered": centered, "maximize": maximize})

    @staticmethod
    def initial(s: Any) -> dict[str, float]:
        kept = ["square_avg"] + ["grad_avg"] * s.centered + ["momentum_buffer"] * (s.momentum != 0.0)
        return dict.fromkeys(kept, 0.0)

    @staticmethod
    def rule(m: Any, s: Any, p: Any, g: Any, state: Mapping[str, Any]) -> tuple[Any, dict[str, Any]]:
        p, g = decay(s, p, g)
        mean_square = s.alpha * state["square_avg"] + (1.0 - s.alpha) * (g * g)
        new, spread = {"square_avg": mean_square}, mean_square
        if s.centered:
            mean = s.alpha * state["grad_avg"] + (1.0 - s.alpha) * g
            new["grad_avg"], spread = mean, mean_square - mean * mean
        step = g / (m.sqrt(spread) + s.eps)
        if s.momentum:
            new["momentum_buffer"] = step = s.momentum * state["momentum_buffer"] + step
        return p - s.lr * step, new


class Adadelta(Optimizer):
    """RMSprop with a second running mean, that of squared steps, in place of a learning rate.

    lr            a factor for the steps; the method itself needs none
    rho           how much of the running means is kept in a step
    eps           added under both roots; also what the very first steps come from
    weight_decay  pull towards 0: the gradient of ½·weight_decay·p² is added
    maximize      go up instead of down

    Zeiler 2012, arXiv:1212.5701, algorithm 1. Errors: see ``Optimizer``.

    >>> from tinygrad_edu import Value
    >>> w = Value(1.0, "w")
    >>> optimizer = Adadelta([w], rho=0.75, eps=1.0)
    >>> w.grad = 4.0
    >>> optimizer.step()
    >>> w.data  # 1 − √1/√(0.25·16 + 1)·4
    -0.7888543819998317
    """

    def __init__(
        self,
        params: Iterable[Any],
        lr: float = 1.0,
        rho: float = 0.9,
        eps: float = 1e-6,
        weight_decay: float = 0.0,
        *,
        maximize: bool = False,
    ) -> None:
        super().__init__(params, {"lr": lr, "rho": rho, "eps": eps, "weight_decay": weight_decay, "maximize": maximize})

    @staticmethod
    def initial(s: Any) -> dict[str, float]:
        return {"square_avg": 0.0, "acc_delta": 0.0}

    @staticmethod
    def rule(m: Any, s: Any, p: Any, g: Any, state: Mapping[str, Any]) -> tuple[Any, dict[str, Any]]:
        p, g = decay(s, p, g)
        square = s.rho * state["square_avg"] + (1.0 - s.rho) * (g * g)
        delta = m.sqrt(state["acc_delta"] + s.eps) / m.sqrt(square + s.eps) * g
        deltas = s.rho * state["acc_delta"] + (1.0 - s.rho) * (delta * delta)
        return p - s.lr * delta, {"square_avg": square, "acc_delta": deltas}
