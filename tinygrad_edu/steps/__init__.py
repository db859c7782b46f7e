"""Backpropagation step by step: a page and a terminal view that go through the forward and the backward pass.

``steps`` records every state of the two passes of any graph, with its numbers and a sentence; the page and the terminal
only show what was recorded. ``record_rounds`` records whole trainings, so that both can move through the rounds.
"""

from .rounds import Rounds, record_rounds
from .step_through import StepThrough, steps

__all__ = ["Rounds", "StepThrough", "record_rounds", "steps"]
