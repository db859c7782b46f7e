"""Gradient descent: one learning rate for all parameters, with momentum or with averaging.

Each class is an update rule and the settings that it takes; ``Optimizer`` says what the parts of a rule are. Rules
follow PyTorch's (torch.optim) in the order of operations; the papers are named beside them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from .optimizer import Optimizer

__all__ = ["ASGD", "SGD", "decay"]


def decay(s: Any, p: Any, g: Any) -> tuple[Any, Any]:
    """The parameter and gradient that a rule begins with: ``maximize`` turns the gradient round, decay pulls towards 0.

    Decay is part of the gradient, that of the penalty ½·weight_decay·p², unless it is decoupled: then the parameter
    itself shrinks, whatever the optimizer makes of gradients (Loshchilov, Hutter 2019, arXiv:1711.05101).
    """
    if s.maximize:
        g = -g
    if s.weight_decay:
        if getattr(s, "decoupled_weight_decay", False):
            p = p * (1.0 - s.lr * s.weight_decay)
        else:
            g = g + s.weight_decay * p
    return p, g


class SGD(Optimizer):
    """Gradient descent: p − lr · gradient; "stochastic" when the loss is that of a random part of the data.

    lr            learning rate, how far to go for a gradient of 1
    momentum      how much of the step before is in the next one, 0 to 1: a ball that rolls (Polyak 1964)
    dampening     how much of the new gradient is left out of the momentum, after the first step
    weight_decay  pull towards 0: the gradient of ½·weight_decay·p² is added
    nesterov      look ahead by one step of momentum (Nesterov 1983, as in Sutskever et al. 2013)
    maximize      go up instead of down

    Formulae: PyTorch's, in which the learning rate multiplies the momentum as well. Errors: see ``Optimizer``; and
    ValueError for ``nesterov`` without momentum or with dampening.

    >>> from tinygrad_edu import Value
    >>> w = Value(0.4, "w5")
    >>> optimizer = SGD([w], lr=0.5)
    >>> w.grad = 0.25
    >>> optimizer.step()
    >>> w.data
    0.275
    """

    def __init__(
        self,
        params: Iterable[Any],
        lr: float = 1e-3,
        momentum: float = 0.0,
        dampening: float = 0.0,
        weight_decay: float = 0.0,
        nesterov: bool = False,
        *,
        maximize: bool = False,
    ) -> None:
        settings = {"lr": lr, "momentum": momentum, "dampening": dampening, "weight_decay": weight_decay}
        super().__init__(params, {**settings, "nesterov": nesterov, "maximize": maximize})

    @staticmethod
    def complaint(s: Any) -> str:
        if s.nesterov and (s.momentum == 0.0 or s.dampening != 0.0):
            given = f"momentum={s.momentum}, dampening={s.dampening}"
            return f"Nesterov momentum requires a momentum and zero dampening, got {given}"
        return ""

    @staticmethod
    def initial(s: Any) -> dict[str, float]:
        return {"momentum_buffer": 0.0} if s.momentum else {}

    @staticmethod
    def per_step(m: Any, s: Any, t: Any) -> dict[str, Any]:
        return {"taken": m.where(t < 2.0, 1.0, 1.0 - s.dampening)}  # the first gradient is taken whole

    @staticmethod
    def rule(m: Any, s: Any, p: Any, g: Any, state: Mapping[str, Any]) -> tuple[Any, dict[str, Any]]:
        p, g = decay(s, p, g)
        if not s.momentum:
            return p - s.lr * g, {}
        velocity = s.momentum * state["momentum_buffer"] + s.taken * g
        direction = g + s.momentum * velocity if s.nesterov else velocity
        return p - s.lr * direction, {"momentum_buffer": velocity}


class ASGD(Optimizer):
    """Averaged gradient descent: the steps get shorter, and ``state[p]["ax"]`` is the mean of where p has been.

    lr            learning rate of the first step
    lambd, alpha  the rate of step t is lr / (1 + lambd·lr·t)^alpha; lambd is also a pull towards 0
    t0            the step from which on to average
    weight_decay  pull towards 0: the gradient of ½·weight_decay·p² is added
    maximize      go up instead of down

    Polyak, Juditsky 1992, Acceleration of stochastic approximation by averaging; schedule: Bottou 2010, Large-scale
    machine learning with stochastic gradient descent. Errors: see ``Optimizer``.

    >>> from tinygrad_edu import Value
    >>> w = Value(1.0, "w")
    >>> optimizer = ASGD([w], lr=0.5, lambd=0.0, t0=0)
    >>> for w.grad in 1.0, -0.5:
    ...     optimizer.step()
    >>> w.data, optimizer.state[w]["ax"]
    (0.75, 0.75)
    """

    def __init__(
        self,
        params: Iterable[Any],
        lr: float = 1e-2,
        lambd: float = 1e-4,
        alpha: float = 0.75,
        t0: float = 1e6,
        weight_decay: float = 0.0,
        *,
        maximize: bool = False,
    ) -> None:
        settings = {"lr": lr, "lambd": lambd, "alpha": alpha, "t0": t0, "weight_decay": weight_decay}
        super().__init__(params, {**settings, "maximize": maximize})

    @staticmethod
    def initial(s: Any) -> dict[str, float]:
        return {"eta": s.lr, "mu": 1.0, "ax": 0.0}

    @staticmethod
    def per_step(m: Any, s: Any, t: Any) -> dict[str, Any]:
        return {
            "next_eta": s.lr / m.pow(1.0 + s.lambd * s.lr * t, s.alpha),
            "next_mu": 1.0 / m.maximum(1.0, t - s.t0),
        }

    @staticmethod
    def rule(m: Any, s: Any, p: Any, g: Any, state: Mapping[str, Any]) -> tuple[Any, dict[str, Any]]:
        eta, mu, ax = state["eta"], state["mu"], state["ax"]  # eta and mu: of the step before
        p, g = decay(s, p, g)
        p = p * (1.0 - s.lambd * eta) - eta * g
        ax = m.where(mu < 1.0, ax + mu * (p - ax), p)
        return p, {"eta": s.next_eta, "mu": s.next_mu, "ax": ax}
