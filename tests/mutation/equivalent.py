"""Faults that change nothing that anybody could see, each with the reason. They are not counted.

A fault is recognised by its file and by the two texts, so the list survives that lines move.
"""

EQUIVALENT: dict[tuple[str, str, str], str] = {
    ("tinygrad_edu/files.py", "0", "(1)"): "os.umask(0) only reads the mask, which is put back in the next line",
    ("tinygrad_edu/elementary.py", "0.5", "(0.75)"): "a number in a docstring's example, whose result is computed",
}
