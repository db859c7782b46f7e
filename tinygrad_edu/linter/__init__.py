"""Looking a network over: ``lint(model, loss)`` says in plain words, with numbers, what will keep it from learning.

``neurons.py`` finds the neurons in a recorded graph, ``checks.py`` looks for faults in a ``batch.py``, ``cut_off.py``
for parameters that never learn, ``curvature.py`` for the largest curvature and so for the largest learning rate,
``words.py`` has the sentences, ``report.py`` prints them, and ``look.py`` puts it all together.
"""

from typing import TYPE_CHECKING

from ..instead import answering
from .curvature import Curvature
from .look import lint
from .report import Finding, LintReport

__all__ = ["Curvature", "Finding", "LintReport", "lint"]

if not TYPE_CHECKING:  # a type checker knows what there is
    __getattr__, __dir__ = answering(globals())
