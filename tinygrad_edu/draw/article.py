"""The article's pictures, of the article's own network, every number computed."""

from __future__ import annotations

from typing import Any

from ..article import Article
from .picture import Picture
from .views import draw_network, draw_path

__all__ = ["article_pictures"]


def article_pictures(**settings: Any) -> dict[str, Picture]:
    """The pictures by file name, in the article's order. ``settings`` (theme, digits) are handed on.

    >>> list(article_pictures())
    ['1_layers', '2_weights', '3_numbers', '4_path_w5', '5_path_w1', '6_gradient_flow']
    """
    article = Article()
    error = article.forward()
    return {
        "1_layers": draw_network(error, show="structure", **settings),
        "2_weights": draw_network(error, show="names", **settings),
        "3_numbers": draw_network(error, show="weights", **settings),
        "4_path_w5": draw_path(error, wrt=article["w5"], **settings),
        "5_path_w1": draw_path(error, wrt=article["w1"], **settings),
        "6_gradient_flow": draw_network(error, **settings),
    }
