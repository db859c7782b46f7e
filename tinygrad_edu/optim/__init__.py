"""Optimizers, learning rate schedules (``lr_scheduler``) and gradient clipping, with PyTorch's names and defaults.

>>> from tinygrad_edu import Value
>>> from tinygrad_edu.optim import SGD
>>> w = Value(3.0, "w")
>>> optimizer = SGD([w], lr=0.25)
>>> for _ in range(3):
...     optimizer.zero_grad()
...     loss = (w - 1.0).square()
...     loss.backward()
...     optimizer.step()
...     print(loss.data, w.data)
4.0 2.0
1.0 1.5
0.25 1.25
"""

from typing import TYPE_CHECKING

from ..instead import answering
from . import lr_scheduler as lr_scheduler
from .adam import Adam, Adamax, AdamW, NAdam, RAdam
from .adaptive import Adadelta, Adagrad, RMSprop
from .clip import clip_grad_norm_, clip_grad_value_
from .lbfgs import LBFGS
from .optimizer import Optimizer
from .sgd import ASGD, SGD
from .signs import Lion, Rprop

__all__ = [
    "ASGD",
    "LBFGS",
    "SGD",
    "Adadelta",
    "Adagrad",
    "Adam",
    "AdamW",
    "Adamax",
    "Lion",
    "NAdam",
    "Optimizer",
    "RAdam",
    "RMSprop",
    "Rprop",
    "clip_grad_norm_",
    "clip_grad_value_",
    "lr_scheduler",
]

if not TYPE_CHECKING:  # a type checker knows what there is
    __getattr__, __dir__ = answering(globals())
