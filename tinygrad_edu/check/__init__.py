"""Checking gradients: is the derivative that backpropagation gives the derivative of the function?

``gradcheck(f, inputs)`` compares with differences of values, and says for each input what it found.

>>> from tinygrad_edu import relu
>>> from tinygrad_edu.check import gradcheck
>>> bool(gradcheck(lambda x: relu(x) * x, 1.5))
True

``gradgradcheck`` does so for second derivatives, ``check_model`` for every parameter of a model, ``check_primitive``
for an operation of the table or of your own, ``check_engine`` for an engine that you wrote yourself, as micrograd is
one. ``find_wrong_gradient`` searches for an input where a gradient is wrong, ``strategies`` are for your own
property-based tests, and ``mutation_score`` says how many planted faults all this catches.

The algorithms stand in the files: ``judge.py`` (the verdicts), ``ladder.py`` (the differences), ``kinks.py`` (points
where there are two of them), ``terms.py`` (those of sums), ``recorded.py`` (the values without calls of the function),
``replay.py`` (the rounding), ``signature.py`` (choices), ``precise.py`` (80 digits), ``blame.py`` (whose fault it is),
``expression.py`` (random computations), ``engine/`` (other engines).
"""

from typing import TYPE_CHECKING

from ..instead import answering
from . import strategies as strategies
from .engine import EngineReport, check_engine
from .expression import Expression
from .judge import gradcheck, gradgradcheck
from .models import check_model
from .mutants import MutationScore, mutation_score
from .report import GradcheckError, GradcheckReport, InputCheck
from .search import find_wrong_gradient
from .table import check_primitive

__all__ = [
    "EngineReport", "Expression", "GradcheckError", "GradcheckReport", "InputCheck", "MutationScore", "check_engine",
    "check_model", "check_primitive", "find_wrong_gradient", "gradcheck", "gradgradcheck", "mutation_score",
    "strategies",
]  # fmt: skip

if not TYPE_CHECKING:  # a type checker knows what there is
    __getattr__, __dir__ = answering(globals())
