"""The losses as modules: settings first, inputs later, as in ``torch.nn``. The formulae are those of the functions.

``HuberLoss(delta=0.5)(input, target)`` is ``huber_loss(input, target, delta=0.5)``. A class has its function's
settings, in the same order and with the same defaults, because it reads them from there.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import Any, ClassVar

from . import classification, losses, margins
from .module import Module

__all__ = [
    "BCELoss",
    "BCEWithLogitsLoss",
    "CosineEmbeddingLoss",
    "CrossEntropyLoss",
    "GaussianNLLLoss",
    "HalfSquaredError",
    "HingeEmbeddingLoss",
    "HingeLoss",
    "HuberLoss",
    "KLDivLoss",
    "L1Loss",
    "Loss",
    "MSELoss",
    "MarginRankingLoss",
    "MaxMarginLoss",
    "MultiLabelMarginLoss",
    "MultiLabelSoftMarginLoss",
    "MultiMarginLoss",
    "NLLLoss",
    "PoissonNLLLoss",
    "SmoothL1Loss",
    "SoftMarginLoss",
    "TripletMarginLoss",
]


class _Settings:
    """A class's settings as its signature, and not as that of an object of it, which is called with inputs."""

    def __get__(self, loss: Any, of: Any) -> inspect.Signature:
        if loss is not None:
            raise AttributeError("__signature__")
        found: inspect.Signature = of._settings
        return found


class Loss(Module):
    """A loss function with its settings. Subclass it with ``function = staticmethod(...)`` for a loss of your own.

    The function's arguments without a default are the inputs, those with one are the settings.

    >>> loss = HuberLoss(delta=2.0)
    >>> loss
    HuberLoss(delta=2.0)
    >>> loss([3.0], [0.0])
    4.0
    >>> HuberLoss(beta=2.0)
    Traceback (most recent call last):
    TypeError: HuberLoss(reduction='mean', delta=1.0): got an unexpected keyword argument 'beta'
    """

    function: ClassVar[Callable[..., Any]]
    _settings: ClassVar[inspect.Signature]
    __signature__ = _Settings()

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        if "function" in cls.__dict__:
            parameters = inspect.signature(cls.function).parameters.values()
            settings = [p.replace(annotation=p.empty) for p in parameters if p.default is not p.empty]
            cls._settings = inspect.Signature(settings)
            first = (inspect.getdoc(cls.function) or "").split("\n")[0]
            cls.__doc__ = f"``nn.{cls.function.__name__}`` as a module: {first}"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        try:
            self.settings = self._settings.bind(*args, **kwargs).arguments
        except TypeError as error:
            raise TypeError(f"{type(self).__name__}{self._settings}: {error}") from None

    def forward(self, *inputs: Any) -> Any:
        return type(self).function(*inputs, **self.settings)

    def extra_repr(self) -> str:
        return ", ".join(f"{key}={value!r}" for key, value in self.settings.items())


class HalfSquaredError(Loss):
    function = staticmethod(losses.half_squared_error)


class MSELoss(Loss):
    function = staticmethod(losses.mse_loss)


class L1Loss(Loss):
    function = staticmethod(losses.l1_loss)


class SmoothL1Loss(Loss):
    function = staticmethod(losses.smooth_l1_loss)


class HuberLoss(Loss):
    function = staticmethod(losses.huber_loss)


class BCELoss(Loss):
    function = staticmethod(losses.binary_cross_entropy)


class BCEWithLogitsLoss(Loss):
    function = staticmethod(losses.binary_cross_entropy_with_logits)


class SoftMarginLoss(Loss):
    function = staticmethod(margins.soft_margin_loss)


class KLDivLoss(Loss):
    function = staticmethod(losses.kl_div)


class PoissonNLLLoss(Loss):
    function = staticmethod(losses.poisson_nll_loss)


class GaussianNLLLoss(Loss):
    function = staticmethod(losses.gaussian_nll_loss)


class CrossEntropyLoss(Loss):
    function = staticmethod(classification.cross_entropy)


class NLLLoss(Loss):
    function = staticmethod(classification.nll_loss)


class HingeLoss(Loss):
    function = staticmethod(margins.hinge_loss)


MaxMarginLoss = HingeLoss


class MultiMarginLoss(Loss):
    function = staticmethod(margins.multi_margin_loss)


class MultiLabelMarginLoss(Loss):
    function = staticmethod(margins.multilabel_margin_loss)


class MultiLabelSoftMarginLoss(Loss):
    function = staticmethod(margins.multilabel_soft_margin_loss)


class HingeEmbeddingLoss(Loss):
    function = staticmethod(margins.hinge_embedding_loss)


class MarginRankingLoss(Loss):
    function = staticmethod(margins.margin_ranking_loss)


class CosineEmbeddingLoss(Loss):
    function = staticmethod(margins.cosine_embedding_loss)


class TripletMarginLoss(Loss):
    function = staticmethod(margins.triplet_margin_loss)
