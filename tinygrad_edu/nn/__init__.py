"""Networks: modules, layers, initialisers and losses, with PyTorch's names and the article's labels.

>>> from tinygrad_edu import nn
>>> net = nn.MLP(2, [3, 1], activation="tanh", seed=0)
>>> for _ in range(100):
...     net.zero_grad()
...     loss = nn.mse_loss(net([0.5, -1.0]), [1.0])
...     loss.backward()
...     for p in net.parameters():
...         p.data -= 0.1 * p.grad
>>> f"{net([0.5, -1.0])[0].data:.6f}"
'1.000000'

``module.py`` finds and saves parameters, and ``functional_call.py`` exchanges them; ``layers.py`` and ``nets.py``
compute; ``init.py`` says where weights start; ``labels.py`` what things are called, and ``unnamed.py`` finds them where
nothing has a name; ``losses.py``, ``classification.py`` and ``margins.py`` say what is to be made small.
"""

from typing import TYPE_CHECKING

from ..instead import answering
from . import classification, init, layers, loss_modules, losses, margins, nets, unnamed
from .classification import *  # noqa: F403
from .functional_call import functional_call
from .layers import *  # noqa: F403
from .loss_modules import *  # noqa: F403
from .losses import *  # noqa: F403
from .margins import *  # noqa: F403
from .module import Module
from .nets import *  # noqa: F403
from .unnamed import *  # noqa: F403

__all__ = [
    "Module",
    "functional_call",
    "init",
    *layers.__all__,
    *nets.__all__,
    *unnamed.__all__,
    *losses.__all__,
    *classification.__all__,
    *margins.__all__,
    *loss_modules.__all__,
]

if not TYPE_CHECKING:  # a type checker knows what there is
    __getattr__, __dir__ = answering(globals())
