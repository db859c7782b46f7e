"""Explanations: the chain rule for one weight of any recorded graph, with formulae and numbers.

``explain`` writes the derivation that a textbook would, ``paths`` lists the routes of a derivative, ``what_if``
compares what it predicts with what happens. The order of a derivation is that of the article (M. Mazur, A Step by Step
Backpropagation Example, 2015), which works out w5 and w1 by hand.
"""

from .explanation import Explanation, explain
from .ledger import Paths, Route, paths
from .moved import WhatIf, what_if
from .structure import Branch, Factor, Section

__all__ = ["Branch", "Explanation", "Factor", "Paths", "Route", "Section", "WhatIf", "explain", "paths", "what_if"]
