"""Adam and its kin: momentum, and a step size for each parameter.

Each class is an update rule and the settings that it takes; ``Optimizer`` says what the parts of a rule are. Rules
follow PyTorch's (torch.optim) in the order of operations; the papers are named beside them. Running means start at 0,
which is too small: "debias" is 1 − βᵗ, how much of the way they have come.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from .optimizer import Optimizer
from .sgd import decay

__all__ = ["Adam", "AdamW", "Adamax", "NAdam", "RAdam"]


def _moments(s: Any, g: Any, state: Mapping[str, Any]) -> tuple[Any, Any]:
    """The running means of the gradient and of its square."""
    beta1, beta2 = s.betas
    return (
        beta1 * state["exp_avg"] + (1.0 - beta1) * g,
        beta2 * state["exp_avg_sq"] + (1.0 - beta2) * (g * g),
    )


class Adam(Optimizer):
    """Steps of about lr in the direction of the mean gradient, shorter where gradients disagree.

    lr                      learning rate, about the size of a step
    betas                   how much of the mean gradient and of the mean squared gradient is kept in a step
    eps                     added to the root, against division by 0
    weight_decay            pull towards 0: the gradient of ½·weight_decay·p² is added
    amsgrad                 divide by the largest mean squared gradient so far (Reddi, Kale, Kumar 2018, On the
                            convergence of Adam and beyond)
    maximize                go up instead of down
    decoupled_weight_decay  shrink p itself instead, as ``AdamW`` does

    Kingma, Ba 2014, arXiv:1412.6980, algorithm 1. Errors: see ``Optimizer``.

    >>> from tinygrad_edu import Value
    >>> w = Value(1.0, "w")
    >>> optimizer = Adam([w], lr=0.25)
    >>> w.grad = 1000.0  # the first step is lr, whatever the gradient
    >>> optimizer.step()
    >>> print(f"{w.data:.6f}")
    0.750000
    """

    def __init__(
        self,
        params: Iterable[Any],
        lr: float = 1e-3,
        betas: tuple[float, float] = (0.9, 0.999),
        eps: float = 1e-8,
        weight_decay: float = 0.0,
        amsgrad: bool = False,
        *,
        maximize: bool = False,
        decoupled_weight_decay: bool = False,
    ) -> None:
        settings = {"lr": lr, "betas": betas, "eps": eps, "weight_decay": weight_decay, "amsgrad": amsgrad}
        super().__init__(params, {**settings, "maximize": maximize, "decoupled_weight_decay": decoupled_weight_decay})

    @staticmethod
    def initial(s: Any) -> dict[str, float]:
        return dict.fromkeys(["exp_avg", "exp_avg_sq"] + ["max_exp_avg_sq"] * s.amsgrad, 0.0)

    @staticmethod
    def per_step(m: Any, s: Any, t: Any) -> dict[str, Any]:
        beta1, beta2 = s.betas
        return {"debias1": 1.0 - m.pow(beta1, t), "rescale": 1.0 / m.sqrt(1.0 - m.pow(beta2, t))}

    @staticmethod
    def rule(m: Any, s: Any, p: Any, g: Any, state: Mapping[str, Any]) -> tuple[Any, dict[str, Any]]:
        p, g = decay(s, p, g)
        mean, square = _moments(s, g, state)
        new, largest = {"exp_avg": mean, "exp_avg_sq": square}, square
        if s.amsgrad:
            new["max_exp_avg_sq"] = largest = m.maximum(state["max_exp_avg_sq"], square)
        return p - s.lr / s.debias1 * mean / (m.sqrt(largest) * s.rescale + s.eps), new


class AdamW(Adam):
    """Adam with decoupled weight decay: before the step, p shrinks by lr·weight_decay·p, whatever the gradients.

    Settings as in ``Adam``; Loshchilov, Hutter 2019, arXiv:1711.05101, algorithm 2.

    >>> from tinygrad_edu import Value
    >>> w = Value(1.0, "w")
    >>> optimizer = AdamW([w], lr=0.5, weight_decay=0.5)
    >>> optimizer.step()  # the gradient is 0, and only the decay is left
    >>> w.data
    0.75
    """

    def __init__(
        self,
        params: Iterable[Any],
        lr: float = 1e-3,
        betas: tuple[float, float] = (0.9, 0.999),
        eps: float = 1e-8,
        weight_decay: float = 1e-2,
        amsgrad: bool = False,
        *,
        maximize: bool = False,
    ) -> None:
        super().__init__(params, lr, betas, eps, weight_decay, amsgrad, maximize=maximize, decoupled_weight_decay=True)


class Adamax(Optimizer):
    """Adam with the largest gradient of late in place of the root of the mean square.

    lr            learning rate, about the size of a step
    betas         how much of the mean gradient, and of the largest gradient, is kept in a step
    eps           added to the size of each gradient, against division by 0
    weight_decay  pull towards 0: the gradient of ½·weight_decay·p² is added
    maximize      go up instead of down

    Kingma, Ba 2014, arXiv:1412.6980, algorithm 2. Errors: see ``Optimizer``.

    >>> from tinygrad_edu import Value
    >>> w = Value(1.0, "w")
    >>> optimizer = Adamax([w], lr=0.25)
    >>> w.grad = -8.0
    >>> optimizer.step()
    >>> print(f"{w.data:.6f}")
    1.250000
    """

    def __init__(
        self,
        params: Iterable[Any],
        lr: float = 2e-3,
        betas: tuple[float, float] = (0.9, 0.999),
        eps: float = 1e-8,
        weight_decay: float = 0.0,
        *,
        maximize: bool = False,
    ) -> None:
        settings = {"lr": lr, "betas": betas, "eps": eps, "weight_decay": weight_decay}
        super().__init__(params, {**settings, "maximize": maximize})

    @staticmethod
    def initial(s: Any) -> dict[str, float]:
        return {"exp_avg": 0.0, "exp_inf": 0.0}

    @staticmethod
    def per_step(m: Any, s: Any, t: Any) -> dict[str, Any]:
        return {"debias": 1.0 - m.pow(s.betas[0], t)}

    @staticmethod
    def rule(m: Any, s: Any, p: Any, g: Any, state: Mapping[str, Any]) -> tuple[Any, dict[str, Any]]:
        p, g = decay(s, p, g)
        beta1, beta2 = s.betas
        mean = beta1 * state["exp_avg"] + (1.0 - beta1) * g
        largest = m.maximum(beta2 * state["exp_inf"], m.abs(g) + s.eps)
        return p - s.lr / s.debias * mean / largest, {"exp_avg": mean, "exp_inf": largest}


class NAdam(Optimizer):
    """Adam that looks ahead: the momentum of the next step is in this one already, as Nesterov's is.

    lr                      learning rate, about the size of a step
    betas                   how much of the mean gradient and of the mean squared gradient is kept in a step
    eps                     added to the root, against division by 0
    weight_decay            pull towards 0: the gradient of ½·weight_decay·p² is added
    momentum_decay          how fast the momentum warms up: μ(t) = β1·(1 − ½·0.96^(t·momentum_decay))
    decoupled_weight_decay  shrink p itself instead, as ``AdamW`` does
    maximize                go up instead of down

    Dozat 2016, Incorporating Nesterov momentum into Adam. Errors: see ``Optimizer``.

    >>> from tinygrad_edu import Value
    >>> w = Value(1.0, "w")
    >>> optimizer = NAdam([w], lr=0.25)
    >>> w.grad = 8.0
    >>> optimizer.step()
    >>> w.data < 1.0 - 0.25
    True
    """

    def __init__(
        self,
        params: Iterable[Any],
        lr: float = 2e-3,
        betas: tuple[float, float] = (0.9, 0.999),
        eps: float = 1e-8,
        weight_decay: float = 0.0,
        momentum_decay: float = 4e-3,
        decoupled_weight_decay: bool = False,
        *,
        maximize: bool = False,
    ) -> None:
        settings = {"lr": lr, "betas": betas, "eps": eps, "weight_decay": weight_decay, "maximize": maximize}
        more = {"momentum_decay": momentum_decay, "decoupled_weight_decay": decoupled_weight_decay}
        super().__init__(params, {**settings, **more})

    @staticmethod
    def initial(s: Any) -> dict[str, float]:
        return {"mu_product": 1.0, "exp_avg": 0.0, "exp_avg_sq": 0.0}

    @staticmethod
    def per_step(m: Any, s: Any, t: Any) -> dict[str, Any]:
        beta1, beta2 = s.betas

        def mu(t: Any) -> Any:
            return beta1 * (1.0 - 0.5 * m.pow(0.96, t * s.momentum_decay))

        return {"mu": mu(t), "next_mu": mu(t + 1.0), "debias2": 1.0 - m.pow(beta2, t)}

    @staticmethod
    def rule(m: Any, s: Any, p: Any, g: Any, state: Mapping[str, Any]) -> tuple[Any, dict[str, Any]]:
        p, g = decay(s, p, g)
        mean, square = _moments(s, g, state)
        product = state["mu_product"] * s.mu  # with a changing μ, this is what βᵗ was
        ahead = (1.0 - s.mu) / (1.0 - product) * g + s.next_mu / (1.0 - product * s.next_mu) * mean
        new = {"mu_product": product, "exp_avg": mean, "exp_avg_sq": square}
        return p - s.lr * ahead / (m.sqrt(square / s.debias2) + s.eps), new


class RAdam(Optimizer):
    """Adam that does not divide by the mean square until this is known well enough: for the first steps, momentum.

    lr                      learning rate
    betas                   how much of the mean gradient and of the mean squared gradient is kept in a step
    eps                     added to the root, against division by 0
    weight_decay            pull towards 0: the gradient of ½·weight_decay·p² is added
    decoupled_weight_decay  shrink p itself instead, as ``AdamW`` does
    maximize                go up instead of down

    Liu et al. 2019, On the variance of the adaptive learning rate and beyond, arXiv:1908.03265, algorithm 2; as in
    PyTorch rectified from ρ > 5 on. Errors: see ``Optimizer``.

    >>> from tinygrad_edu import Value
    >>> w = Value(1.0, "w")
    >>> optimizer = RAdam([w], lr=0.25)
    >>> w.grad = 3.0
    >>> optimizer.step()
    >>> print(f"{w.data:.6f}")  # 1 − 0.25·3
    0.250000
    """

    def __init__(
        self,
        params: Iterable[Any],
        lr: float = 1e-3,
        betas: tuple[float, float] = (0.9, 0.999),
        eps: float = 1e-8,
        weight_decay: float = 0.0,
        decoupled_weight_decay: bool = False,
        *,
        maximize: bool = False,
    ) -> None:
        settings = {"lr": lr, "betas": betas, "eps": eps, "weight_decay": weight_decay, "maximize": maximize}
        super().__init__(params, {**settings, "decoupled_weight_decay": decoupled_weight_decay})

    @staticmethod
    def initial(s: Any) -> dict[str, float]:
        return {"exp_avg": 0.0, "exp_avg_sq": 0.0}

    @staticmethod
    def per_step(m: Any, s: Any, t: Any) -> dict[str, Any]:
        beta1, beta2 = s.betas
        power = m.pow(beta2, t)
        rho_inf = 2.0 / (1.0 - beta2) - 1.0
        rho = rho_inf - 2.0 * t * power / (1.0 - power)  # over how many gradients the mean square goes, so to speak
        rectification = m.sqrt((rho - 4.0) * (rho - 2.0) * rho_inf / ((rho_inf - 4.0) * (rho_inf - 2.0) * rho))
        return {"debias1": 1.0 - m.pow(beta1, t), "rho": rho, "numerator": rectification * m.sqrt(1.0 - power)}

    @staticmethod
    def rule(m: Any, s: Any, p: Any, g: Any, state: Mapping[str, Any]) -> tuple[Any, dict[str, Any]]:
        p, g = decay(s, p, g)
        mean, square = _moments(s, g, state)
        adapted = m.where(s.rho > 5.0, s.numerator / (m.sqrt(square) + s.eps), 1.0)
        return p - s.lr * (mean / s.debias1) * adapted, {"exp_avg": mean, "exp_avg_sq": square}
