"""Shared by the make_*_reference.py scripts: write reference numbers as compact, line-oriented JSON.

The files keep every float as Python's repr prints it (the shortest text that reads back to the same double), one
header entry or one case per line, so that a change shows as a one-line difference. JSON has no infinities and no
nan: they are written as the strings "inf", "-inf" and "nan". `decode` in a reader is three lines:

    def decode(x):
        if isinstance(x, list): return [decode(v) for v in x]
        return float(x) if x in ("inf", "-inf", "nan") else x
"""
import json
import math
import platform
from pathlib import Path


def versions():
    """The versions the numbers depend on."""
    import numpy
    import torch
    return {"torch": torch.__version__, "numpy": numpy.__version__, "python": platform.python_version()}


def encode(x):
    """Plain JSON data: tensors become lists, non-finite floats become strings."""
    if hasattr(x, "tolist"):
        return encode(x.tolist())
    if isinstance(x, dict):
        return {str(k): encode(v) for k, v in x.items()}
    if isinstance(x, (list, tuple)):
        return [encode(v) for v in x]
    if isinstance(x, float) and not math.isfinite(x):
        return "nan" if x != x else "inf" if x > 0 else "-inf"
    return x


def dumps(x):
    """One line of JSON."""
    return json.dumps(encode(x), separators=(",", ":"), allow_nan=False)


def write(script, name, header, **lists):
    """Write `name` beside `script`: the header's entries one a line, then every list one element a line."""
    lines = [f'"header":{{\n{_joined(f"{dumps(k)}:{dumps(v)}" for k, v in header.items())}\n}}']
    lines += [f'{dumps(key)}:[\n{_joined(dumps(x) for x in items)}\n]' for key, items in lists.items()]
    path = Path(script).resolve().parent / name
    path.write_text("{" + ",\n".join(lines) + "}\n", encoding="ascii", newline="\n")
    counts = ", ".join(f"{len(items)} {key}" for key, items in lists.items())
    print(f"{name}: {counts}, {path.stat().st_size / 1000:.0f} kB")


def _joined(lines):
    return ",\n".join(lines)
