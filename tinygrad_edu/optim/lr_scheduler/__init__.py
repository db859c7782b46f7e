"""Learning rate schedules: what the rate of an optimizer is, step by step or epoch by epoch.

Names, defaults and numbers are those of ``torch.optim.lr_scheduler`` (and ``SWALR`` of ``torch.optim.swa_utils``).

>>> from tinygrad_edu import Value
>>> from tinygrad_edu.optim import SGD
>>> from tinygrad_edu.optim.lr_scheduler import StepLR
>>> optimizer = SGD([Value(1.0)], lr=0.5)
>>> scheduler = StepLR(optimizer, step_size=2)
>>> for epoch in range(5):
...     optimizer.step()
...     print(f"{optimizer.param_groups[0]['lr']:.4f}")
...     scheduler.step()
0.5000
0.5000
0.0500
0.0500
0.0050
"""

from typing import TYPE_CHECKING

from ...instead import answering
from .annealing import SWALR, CosineAnnealingLR, CosineAnnealingWarmRestarts
from .base import LRScheduler
from .composed import ChainedScheduler, SequentialLR
from .cycles import CyclicLR, OneCycleLR
from .decays import (
    ConstantLR,
    ExponentialLR,
    LambdaLR,
    LinearLR,
    MultiplicativeLR,
    MultiStepLR,
    PolynomialLR,
    StepLR,
)
from .plateau import ReduceLROnPlateau

__all__ = [
    "SWALR",
    "ChainedScheduler",
    "ConstantLR",
    "CosineAnnealingLR",
    "CosineAnnealingWarmRestarts",
    "CyclicLR",
    "ExponentialLR",
    "LRScheduler",
    "LambdaLR",
    "LinearLR",
    "MultiStepLR",
    "MultiplicativeLR",
    "OneCycleLR",
    "PolynomialLR",
    "ReduceLROnPlateau",
    "SequentialLR",
    "StepLR",
]

if not TYPE_CHECKING:  # a type checker knows what there is
    __getattr__, __dir__ = answering(globals())
