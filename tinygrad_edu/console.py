"""Words to a terminal: what it cannot show is spelled out, and what is typed at it is checked.

Every command prints through ``say`` and reads its numbers through the functions here.
"""

from __future__ import annotations

import errno
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TextIO

__all__ = ["STAYS", "ascii_only", "at_least", "columns", "digits", "fits", "fitted", "language", "paired", "rate",
           "say", "say_signs", "send", "sizes", "spelled", "width_of", "wrapped", "wrote"]  # fmt: skip

WINDOWS = sys.platform == "win32"

_ASCII = {
    "∂": "d", "δ": "delta", "→": "->", "←": "<-", "↑": "up", "↓": "down", "·": "*", "−": "-", "…": "...", "²": "^2",
    "³": "^3", "√": "sqrt", "∛": "cbrt", "⌊": "floor(", "⌋": ")", "⌈": "ceil(", "⌉": ")", "≤": "<=", "≥": ">=",
    "≠": "!=", "–": "-", "½": "1/2",
    "Σ": "sum", "Δ": "Delta", "λ": "lambda", "±": "+-", "\uff0c": ", ",
    "、": ", ", "\uff1a": ":", "\uff1b": "; ", "\uff08": "(", "\uff09": ")", "。": ".", "∞": "inf",
}  # fmt: skip

CHINESE = "学习误差"
"""A stream that can print these can print simplified Chinese."""
STAYS = "，。：；、）？！”"  # never at the beginning of a line


def ascii_only(text: str) -> str:
    """The same in ASCII; what has no usual spelling is written as in Python's source, ``\\u6743``.

    >>> ascii_only("∂E/∂w → −½·δ")
    'dE/dw -> -1/2*delta'
    """
    return spelled(text, "ascii")


def spelled(text: str, encoding: str) -> str:
    """The same, what an encoding lacks in ASCII."""
    text = "".join(char if _encodes(char, encoding) else _ASCII.get(char, char) for char in text)
    return text.encode(encoding, "backslashreplace").decode(encoding)


def _encodes(text: str, encoding: str) -> bool:
    try:
        text.encode(encoding)
    except (LookupError, UnicodeEncodeError):
        return False
    return True


def fits(text: str, stream: TextIO) -> bool:
    """Whether a stream can print the text."""
    return _encodes(text, _encoding(stream))


def _encoding(stream: TextIO) -> str:
    """A stream's encoding; ASCII if it has none, or one that Python does not know."""
    name = getattr(stream, "encoding", None) or "ascii"
    return name if _encodes("", name) else "ascii"


def say(text: str, stream: TextIO | None = None) -> None:
    """Print the text; what the stream cannot print (an old Windows console has no δ) is spelled in ASCII."""
    stream = stream or sys.stdout
    with _named():
        print(text if fits(text, stream) else spelled(text, _encoding(stream)), file=stream, flush=True)


def say_signs(text: Callable[[bool], str], ascii: bool) -> None:
    """Print ``text(True)``, with signs such as ∂; or ``text(False)``, in ASCII, if asked for or needed.

    A Chinese console has most signs: there only the few others are spelled.
    """
    signs = "" if ascii else text(True)
    say(signs if signs and (fits(signs, sys.stdout) or fits(CHINESE, sys.stdout)) else text(False))


def language(asked: str, ascii: bool = False) -> str:
    """The language for words on the standard output: English, and a word why, where it has no Chinese letters."""
    if asked == "en" or (not ascii and fits(CHINESE, sys.stdout)):
        return asked
    why = "ASCII has" if ascii else f"this console ({sys.stdout.encoding}) has"
    advice = "leave out --ascii" if ascii else "set PYTHONUTF8=1 if it can show UTF-8"
    say(f"{why} no Chinese letters, so this is in English: {advice}", sys.stderr)
    return "en"


def wrote(path: object, lang: str = "en") -> None:
    """Say that a file is written; ``lang`` is that of what stands in it."""
    say(f"已写入 {path}" if lang == "zh" and fits(CHINESE, sys.stdout) else f"wrote {path}")


def send(content: str | bytes) -> None:
    """A whole file to the standard output, text in UTF-8 whatever the terminal takes: for ``-o -``."""
    data = content.encode() if isinstance(content, str) else content
    binary = getattr(sys.stdout, "buffer", None)
    with _named():
        if binary is None:  # a stream of text only
            sys.stdout.write(data.decode())
            return
        binary.write(data)
        binary.flush()


@contextmanager
def _named() -> Iterator[None]:
    """What the system says when it cannot print, a full disk for one, with the name of what it speaks of."""
    try:
        yield
    except BrokenPipeError:  # the reader has seen enough: no error
        raise
    except OSError as error:
        if WINDOWS and error.errno == errno.EINVAL:  # which is what Windows says then
            raise BrokenPipeError from None
        raise OSError(f"cannot write to the standard output: {error.strerror}") from None


def columns(most: int = 79) -> int:
    """How wide text on the standard output may be: as a narrow terminal is, and ``most`` on others and in files."""
    if not sys.stdout.isatty():
        return most
    from shutil import get_terminal_size  # only who writes to a terminal pays for it

    return min(most, get_terminal_size((most + 1, 24)).columns - 1)


def fitted(text: str) -> str:
    """The text, its lines broken where a terminal is too narrow: between words, before operators, not within pairs."""
    from re import sub  # only who writes to a terminal pays for it

    lines = text.splitlines()
    width = columns(max(map(width_of, lines), default=0))
    rows = []
    for line in lines:
        if width_of(line) > width:
            indent = " " * min(len(line) - len(line.lstrip()), width // 2)
            rows += wrapped(sub(" ([=+−·]) ", " \\1\xa0", paired(line)), width, indent, hang=4)
        else:
            rows.append(line)
    return "\n".join(rows).replace("\xa0", " ")


def paired(text: str) -> str:
    """The text with hard spaces in the pairs of a list, ``w1 = 0.15, w2 = 0.2``, so that no line ends within one.

    >>> paired("w1 = 0.15, w2 = 0.2").split(" ")
    ['w1\\xa0=\\xa00.15,', 'w2\\xa0=\\xa00.2']
    """
    from re import sub

    pair, apart = r"[^\s,、()]+ = (?=[+−-]?\d[^\s,、]*", "[,、] ?|  "
    listed = f"(?:^{pair}(?:{apart}))|(?:{apart}){pair}(?:{apart}|$)))"
    return sub(listed, lambda found: found[0].replace(" = ", "\xa0=\xa0"), text)


def width_of(text: str) -> int:
    """Columns of a terminal that a text takes: Chinese characters take two, combining ones none."""
    if text.isascii():
        return len(text)
    import unicodedata  # most texts need it not, and everybody imports this file

    return sum(
        0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text
    )


def wrapped(text: str, width: int, indent: str, hang: int = 0) -> list[str]:
    """The text in lines of so many columns: broken at spaces, and between Chinese characters anywhere.

    All lines are indented, those after the first further in by ``hang``.
    """
    lines, line = [], ""
    for piece in _pieces(text):
        if line and width_of(indent + line + piece.rstrip()) > width:
            lines.append(indent + line.rstrip())
            indent += " " * hang * (len(lines) == 1)
            line = ""
        line += piece if line else piece.lstrip()
    return [*lines, indent + line.rstrip()] if line.strip() else lines


def _pieces(text: str) -> Iterator[str]:
    piece = ""
    for char in text:
        wide = width_of(char) == 2 and char not in STAYS
        if piece and (piece[-1] == " " or wide or (width_of(piece[-1]) == 2 and char not in STAYS)):
            yield piece
            piece = ""
        piece += char
    if piece:
        yield piece


# -- arguments -------------------------------------------------------------------------------------------------------


def _wrong(words: str) -> Exception:
    from argparse import ArgumentTypeError  # only commands need it, and everybody imports this file

    return ArgumentTypeError(words)


def at_least(least: int, what: str) -> Callable[[str], int]:
    """A type for argparse: a whole number, ``what`` says of what, that is not less than ``least``."""

    def number(text: str) -> int:
        try:
            count = int(text)
        except ValueError:
            count = least - 1
        if count < least:
            raise _wrong(f"{what} is a whole number, {least} or more, not {text!r}")
        return count

    return number


def digits(text: str) -> int:
    """A type for argparse: how many decimals to print, 1 to 17. A double has no more to show."""
    if not text.isdecimal() or not 1 <= int(text) <= 17:
        raise _wrong(f"from 1 to 17 decimals, not {text!r}")
    return int(text)


def below(most: float, what: str) -> Callable[[str], float]:
    """A type for argparse: a number of 0 or more that is less than ``most``; ``what`` says so."""

    def number(text: str) -> float:
        try:
            x = float(text)
        except ValueError:
            x = -1.0
        if not 0.0 <= x < most:
            raise _wrong(f"{what}, not {text!r}")
        return x

    return number


rate = below(float("inf"), "a learning rate is a number, 0 or more")


def sizes(text: str) -> list[int]:
    """A type for argparse: the sizes of a net's layers, ``2,8,8,1`` or ``2-8-8-1``, the inputs first."""
    try:
        layers = [int(part) for part in text.split("-" if "," not in text else ",")]
    except ValueError:
        layers = []
    if len(layers) < 2 or min(layers) < 1:
        raise _wrong(f"two or more layers' sizes, each at least 1, commas between them, as in 2,8,8,1, not {text!r}")
    return layers
