"""Files, written whole or not at all: to a temporary file in the same folder first, which then takes the file's place.

So a full disk, a Ctrl-C or a crash never leaves half a picture or half a checkpoint, and the file that was there before
stays until the new one is complete. Pipes and devices are not replaced, but written to.
"""

from __future__ import annotations

import os
import stat
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

__all__ = ["named_as_page", "no_form", "read", "readable", "writable", "write", "write_page"]


def write(path: str | os.PathLike[str], content: str | bytes) -> Path:
    """Write ``content`` to ``path`` (text as UTF-8, newlines as they are), replacing what is there; the path as a Path.

    Raises FileNotFoundError if the folder does not exist, IsADirectoryError if ``path`` is a folder, PermissionError if
    the folder may not be written to, each with what to do; OSError with what the system says for anything else, such as
    a full disk.

    >>> folder = tempfile.mkdtemp()
    >>> write(Path(folder) / "net.svg", "<svg/>").read_text()
    '<svg/>'
    """
    path = Path(path)
    try:
        _write(path, content.encode("utf-8") if isinstance(content, str) else content)
    except OSError as error:
        if error.errno is None:  # it has its words
            raise
        raise type(error)(f"cannot write {path}: {error.strerror}") from None
    return path


def _write(path: Path, data: bytes) -> None:
    writable(path)
    if path.exists() and not path.is_file():  # a pipe or a device stays what it is
        with open(path, "wb") as stream:
            stream.write(data)
        return
    target = Path(os.path.realpath(path))  # through a link: the link stays, what it points to is replaced
    try:
        handle, temporary = tempfile.mkstemp(prefix=f".{target.name[:40]}.", suffix=".part", dir=target.parent)
    except PermissionError:
        raise PermissionError(f"cannot write {path}: no permission to write in the folder {path.parent}") from None
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(temporary, _mode(target))
        os.replace(temporary, target)
    except BaseException as error:
        Path(temporary).unlink(missing_ok=True)
        if isinstance(error, PermissionError):
            raise PermissionError(f"cannot write {path}: it is read-only, or open elsewhere") from None
        raise


def writable(path: str | os.PathLike[str]) -> None:
    """FileNotFoundError if the folder of a file to write does not exist, IsADirectoryError if the file is a folder,
    PermissionError if the folder may not be written to: for what takes long, and would fail in the end.

    >>> writable("nowhere/net.json")
    Traceback (most recent call last):
    FileNotFoundError: cannot write nowhere/net.json: there is no folder nowhere; create it first
    """
    given, folder = os.fspath(path) or ".", Path(path).parent
    if not folder.is_dir():
        raise FileNotFoundError(f"cannot write {given}: there is no folder {folder}; create it first")
    if os.path.isdir(given):
        raise IsADirectoryError(f"cannot write {given}: it is a folder; give the name of a file in it")
    target = os.path.realpath(given)
    in_place = os.path.exists(target) and not os.path.isfile(target)  # a pipe or a device
    if not os.access(target if in_place else os.path.dirname(target), os.W_OK if in_place else os.W_OK | os.X_OK):
        where = "to it" if in_place else f"in the folder {folder}"
        raise PermissionError(f"cannot write {given}: no permission to write {where}")


def readable(path: str | os.PathLike[str]) -> str | os.PathLike[str]:
    """The path of something to read; FileNotFoundError if there is nothing, IsADirectoryError if it is a folder,
    PermissionError if nobody may look.

    >>> readable("nowhere.csv")
    Traceback (most recent call last):
    FileNotFoundError: cannot read nowhere.csv: there is no such file
    """
    with _told(path):
        os.stat(path)
    if os.path.isdir(path):
        raise IsADirectoryError(f"cannot read {os.fspath(path)}: it is a folder; give the name of a file in it")
    return path


def read(path: str | os.PathLike[str], most: int = -1) -> bytes:
    """The bytes of a file, or the first so many; raises what ``readable`` does, and OSError with what the system says
    for anything else."""
    with _told(path), open(readable(path), "rb") as file:
        return file.read(most)


@contextmanager
def _told(path: str | os.PathLike[str]) -> Iterator[None]:
    """What the system says of reading a file, in a sentence."""
    try:
        yield
    except ValueError:  # a name that no file can have
        raise FileNotFoundError(f"cannot read {os.fspath(path)}: there is no such file") from None
    except OSError as error:
        if error.errno is None:  # it has its words
            raise
        words = {FileNotFoundError: "there is no such file", PermissionError: "no permission to read it"}
        why = words.get(type(error), error.strerror)
        raise type(error)(f"cannot read {os.fspath(path)}: {why}") from None


def write_page(path: str | os.PathLike[str], html: str) -> Path:
    """``write`` a page, as ``write`` does; ValueError for a name with the ending of another format."""
    return write(named_as_page(path), html)


def no_form(path: str | os.PathLike[str], endings: Iterable[str]) -> ValueError:
    """The error for a file whose name ends in none of these, which say what is to be in it."""
    return ValueError(f"{os.fspath(path)!r} ends in none of {', '.join(endings)}, so the format is not known")


def named_as_page(path: str | os.PathLike[str]) -> str | os.PathLike[str]:
    """The path; ValueError if it has the ending of another format.

    >>> named_as_page("steps.png")
    Traceback (most recent call last):
    ValueError: 'steps.png' does not end in .html: this is a page, and pictures are made with draw
    """
    if Path(path).suffix.lower() not in ("", ".html", ".htm"):
        raise ValueError(f"{os.fspath(path)!r} does not end in .html: this is a page, and pictures are made with draw")
    return path


def _mode(path: Path) -> int:
    """The permissions the file has, or those a new file gets: a temporary file is born readable by its owner alone."""
    if path.exists():
        return stat.S_IMODE(path.stat().st_mode)
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
