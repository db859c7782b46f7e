"""Training: the loop, its history, metrics, checkpoints and plots.

>>> from tinygrad_edu import data, nn
>>> from tinygrad_edu.train import fit
>>> net = nn.MLP(2, [8, 1], activation="tanh", seed=1)
>>> history = fit(net, data.xor(), loss="bce_with_logits", optimizer="adam", lr=0.1, epochs=60, metrics="accuracy")
>>> history[-1]["accuracy"], history.spark(width=12)
(1.0, '█▇▅▃▂▁▁▁▁▁▁▁')

``loop.py`` trains, ``history.py`` remembers, ``checkpoint.py`` saves and loads, ``plot.py`` draws with matplotlib.
"""

from .checkpoint import Checkpoint, CheckpointError, load, save
from .evaluation import evaluate, predict
from .history import History
from .loop import Diverged, fit
from .metrics import METRICS, accuracy, mae, r2, rmse
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
