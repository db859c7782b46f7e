"""Training: the loop, its history, metrics, checkpoints and plots.

>>> from tinygrad_edu import data, nn
>>> from tinygrad_edu.train import fit
>>> net = nn.MLP(2, [8, 1], activation="tanh", seed=1)
>>> history = fit(net, data.xor(), loss="bce_with_logits", optimizer="adam", lr=0.1, epochs=60, metrics="accuracy")
>>> history[-1]["accuracy"], history.spark(width=12)
(1.0, '█▇▅▃▂▁▁▁▁▁▁▁')

``loop.py`` trains, ``history.py`` remembers, ``checkpoint.py`` saves and loads, ``plot.py`` draws with matplotlib.
"""

from typing import TYPE_CHECKING

from ..instead import answering
from .evaluation import evaluate, predict
from .history import History
from .loop import Diverged, fit
from .metrics import METRICS, accuracy, mae, r2, rmse

if TYPE_CHECKING:
    from .checkpoint import Checkpoint, CheckpointError, load, save
    from .plot import plot_boundary, plot_loss

__all__ = [
    "METRICS",
    "Checkpoint",
    "CheckpointError",
    "Diverged",
    "History",
    "accuracy",
    "evaluate",
    "fit",
    "load",
    "mae",
    "plot_boundary",
    "plot_loss",
    "predict",
    "r2",
    "rmse",
    "save",
]

# What only some need is imported when it is first asked for: who just trains has the first result sooner.
_LATER = dict.fromkeys(("Checkpoint", "CheckpointError", "load", "save"), "checkpoint")
_LATER |= {"plot_boundary": "plot", "plot_loss": "plot"}

if not TYPE_CHECKING:  # a type checker knows what there is
    __getattr__, __dir__ = answering(globals(), _LATER)
