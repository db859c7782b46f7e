"""Text of our own that is held: what the package writes now, to the last character against a file of this folder.

After an intended change: ``UPDATE_GOLDEN=1 python -m pytest tests/test_...py``; then read what git says has changed
before committing it.
"""

import os
from pathlib import Path

GOLDEN = Path(__file__).parent


def held(place: Path | str, text: str) -> None:
    """Compare a text with its file; ``place`` is a path, or a name in this folder."""
    assert text == _wanted(place, text)


def held_sections(place: Path | str, sections) -> None:
    """Sections of text, (title, text) each, against those of the file; the first that differs is shown."""
    now = "".join(f"{'=' * 8} {title}\n{text.rstrip()}\n\n" for title, text in sections)
    wanted = _wanted(place, now)
    for ours, theirs in zip(now.split("=" * 8), wanted.split("=" * 8), strict=False):
        assert ours == theirs, f"tests/golden/{place}: see the first lines of tests/golden/__init__.py"
    assert now == wanted


def _wanted(place: Path | str, now: str) -> str:
    path = GOLDEN / place
    if os.environ.get("UPDATE_GOLDEN"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(now, encoding="utf-8", newline="\n")
    return path.read_text(encoding="utf-8")
