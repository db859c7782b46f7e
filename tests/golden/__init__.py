"""Files of what the package writes, held to the last character.

After an intended change run the tests with ``UPDATE_GOLDEN=1``; read what git says has changed before committing it.
"""

import os
from pathlib import Path

GOLDEN = Path(__file__).parent


def held(place: Path | str, text: str) -> None:
    """Compare a text with its file; ``place`` is a path, or a name in this folder."""
    path = GOLDEN / place
    if os.environ.get("UPDATE_GOLDEN"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    assert text == path.read_text(encoding="utf-8")
