"""The article, written again: one page for the article's own network or for the reader's, every number computed.

``article_page`` takes any recorded network and tells it in the order of the article (M. Mazur, A Step by Step
Backpropagation Example, 2015): the network, the forward pass, the backward pass with its derivations, the updates, what
training comes to. Formulae and derivations are those of ``explain``, pictures those of ``draw``; here stand the words.
"""

from typing import TYPE_CHECKING

from ..instead import answering
from .retelling import ArticlePage, article_page

__all__ = ["ArticlePage", "article_page"]

if not TYPE_CHECKING:  # a type checker knows what there is
    __getattr__, __dir__ = answering(globals())
