"""The frame of an HTML page: what every page has around what is on it, and nothing that refers to anything outside."""

from __future__ import annotations

from .escape import html

__all__ = ["document"]

_TAGS = {"zh": "zh-CN"}  # of languages, where ours is not yet one for HTML


def document(title: str, style: str, body: str, lang: str = "en", attributes: str = "", meta: str = "") -> str:
    """A page whose tab is called ``title``; ``attributes`` of its root, and what else ``meta`` says of it, as HTML.

    >>> document("w1", "p{margin:0}", "<p>0.15</p>\\n", "zh").splitlines()[1]
    '<html lang="zh-CN">'
    """
    return (
        f'<!DOCTYPE html>\n<html lang="{_TAGS.get(lang, lang)}"{attributes}>\n<head>\n<meta charset="utf-8">\n{meta}'
        '<meta name="viewport" content="width=device-width,initial-scale=1">\n<link rel="icon" href="data:,">\n'
        f"<title>{html(title)}</title>\n<style>{style}</style>\n</head>\n<body>\n{body}</body>\n</html>\n"
    )
