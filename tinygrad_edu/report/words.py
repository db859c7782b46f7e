"""The sentences of the article, by language; the words, formulae and pictures of the page are the same in all."""

from __future__ import annotations

from typing import Any

from .chinese import CHINESE
from .english import ENGLISH

__all__ = ["WORDS"]

WORDS: dict[str, dict[str, Any]] = {"en": ENGLISH, "zh": CHINESE}
