"""Escaping: the only place where text from outside (a label, a title) is made safe for the language it is put into.

A label may hold anything: ``<script>``, quotes, backslashes, newlines, ``]]>``, Chinese, emoji, control characters.
Each function here gives text that its language reads back as exactly these characters, and as nothing else. Characters
that no XML file may hold (most control characters) become their visible pictures, ``\\x00`` is ``␀``.
"""

from __future__ import annotations

__all__ = ["dot", "dot_html", "html", "json_block", "one_line", "visible", "xml"]

_CONTROL = {code: chr(0x2400 + code) for code in range(0x20) if chr(code) not in "\t\n\r"}
_CONTROL |= {0x7F: "\u2421", 0xFFFE: "\ufffd", 0xFFFF: "\ufffd"}
_CONTROL |= dict.fromkeys(range(128, 160), "�")
_CONTROL |= dict.fromkeys(range(55296, 57344), "�")  # halves of a pair: no file in UTF-8 can hold them
_LATEX = {c: f"\\{c}" for c in "_#%&${}"} | {"\\": "\\backslash ", "^": "{\\wedge}", "~": "{\\sim}", "*": "{\\ast}"}
_LATEX |= {
    "<": "{<}",
    ">": "{>}",
    "`": "{\\prime}",
    "'": "{\\prime}",
    "|": "{\\vert}",
    "[": "{[}",
    "]": "{]}",
    "@": "{@}",
}
_XML = _CONTROL | str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;"})


def visible(text: str) -> str:
    """The text with everything in it that could not be written to a file made visible.

    >>> visible("a\\x00b")
    'a␀b'
    """
    return text.translate(_CONTROL)


def one_line(text: str) -> str:
    """The text on one line: newlines and tabs become spaces.

    >>> one_line("two\\nlines")
    'two lines'
    """
    return " ".join(visible(text).split())


def short(text: str) -> str:
    """A name as sentences take it: on one line, and 60 characters at most."""
    return shortened(one_line(text), 60)


def shortened(name: str, most: int) -> str:
    """A name that is longer than so many characters, without its middle: long ones begin alike, and end in a number.

    >>> shortened("hidden_layer_1_neuron_3", 16), shortened("net_h1", 16)
    ('hidden_lay…ron_3', 'net_h1')
    """
    end = (most - 1) // 3
    return name if len(name) <= most else f"{name[: most - 1 - end]}…{name[len(name) - end :]}"


def xml(text: str) -> str:
    """Text for SVG and XML, between tags and inside quoted attributes.

    >>> xml('<w & "b">')
    '&lt;w &amp; &quot;b&quot;&gt;'
    """
    return text.translate(_XML)


def html(text: str) -> str:
    """Text for an HTML page, between tags and inside quoted attributes.

    >>> html("</title><script>")
    '&lt;/title&gt;&lt;script&gt;'
    """
    return xml(text)


def json_block(text: str) -> str:
    """JSON for a ``<script type="application/json">`` of an HTML page: nothing in it can end the block.

    >>> print(json_block('["</script>"]'))
    ["\\u003c/script>"]
    """
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def dot_html(text: str) -> str:
    """Text for an HTML-like label of Graphviz; a backslash stands alone, or ``\\N`` would become a node's name.

    >>> print(dot_html("<w>" + chr(92) + "N"))
    &lt;w&gt;<FONT>&#92;</FONT>N
    """
    return xml(text).replace("\\", "<FONT>&#92;</FONT>")


def dot(text: str) -> str:
    """A quoted string of the DOT language, the quotes included. Graphviz draws it as it is: ``\\N`` is no node's name.

    >>> print(dot('say "N"'))
    "say \\"N\\""
    """
    text = visible(text).replace("\\", "\\\\").replace('"', '\\"').replace("\r", "")
    return '"' + text.replace("\n", "\\n") + '"'


def latex(text: str) -> str:
    """Text inside a LaTeX formula, on one line: for LaTeX itself, MathJax, KaTeX, and Markdown around them.

    What means something to one of these is written outside ``\\text{...}``, as a symbol of the formula, because they
    disagree about what a backslash does inside it.

    >>> print(latex("50% of <b>"))
    \\text{50}\\%\\text{ of }{<}\\text{b}{>}
    """
    written, plain = [], ""
    for char in one_line(text):
        if char in _LATEX:
            written += [f"\\text{{{plain}}}" if plain else "", _LATEX[char]]
            plain = ""
        else:
            plain += char
    return "".join([*written, f"\\text{{{plain}}}" if plain else ""])
