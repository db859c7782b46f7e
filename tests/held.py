"""Text that is held: what the package writes now, against a file in tests/golden.

After an intended change: ``UPDATE_GOLDEN=1 python -m pytest tests/test_...py``; then read the difference in
tests/golden before committing it.
"""

import os
from pathlib import Path

GOLDEN = Path(__file__).parent / "golden"


def held(name, sections):
    """Sections of text, (title, text) each, against those of the file; the first that differs is shown."""
    path, now = GOLDEN / name, "".join(f"{'=' * 8} {title}\n{text.rstrip()}\n\n" for title, text in sections)
    if os.environ.get("UPDATE_GOLDEN"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(now, encoding="utf-8", newline="\n")
    wanted = path.read_text(encoding="utf-8")
    for ours, theirs in zip(now.split("=" * 8), wanted.split("=" * 8), strict=False):
        assert ours == theirs, f"tests/golden/{name}: see the first lines of tests/held.py"
    assert now == wanted
