"""Write the API pages: all public rooms, with the lists of our docstrings shown as lists. ``make docs`` runs it.

pdoc shows what ``__all__`` names, which is what ``import *`` brings; the rooms that are imported when they are asked
for, and te.abs and its like, are no part of that and are added here. Our docstrings say what the arguments are in two
columns, which Markdown would run together into one paragraph.
"""

import importlib
import re
import sys
from functools import wraps
from pathlib import Path

ROOMS = {  # beneath a page, in the order in which one meets them
    "tinygrad_edu": "nn optim train data draw explain steps report linter check jit micrograd ops article".split(),
    "tinygrad_edu.nn": ["init"],
    "tinygrad_edu.optim": ["lr_scheduler"],
    "tinygrad_edu.check": ["strategies"],
    "tinygrad_edu.train": [],
    "tinygrad_edu.micrograd": ["engine", "nn"],
    "tinygrad_edu.jit": ["function"],
}
ENTRY = re.compile(r"(\S+(?: \S+)*) {2,}(?=\S)")
WORD = re.compile(r"[\w.*]+")


def as_markdown(docstring):
    """The docstring with its blocks in two columns as lists, and its examples as code.

    >>> print(as_markdown("Draw it.\\n\\nnet      a network\\nat, by   where,\\n         and by what"))
    Draw it.
    <BLANKLINE>
    - `net`: a network
    - `at`, `by`: where, and by what
    """
    return "\n\n".join(map(_block, docstring.split("\n\n")))


def _block(block):
    if block.startswith(">>>"):
        return f"```pycon\n{block}\n```"
    return "\n".join(_list(block) or [block])


def _list(block):
    """The entries of a block in two columns; None if it is none."""
    lines = block.split("\n")
    first = ENTRY.match(lines[0].strip())
    if not first:
        return None
    indent = len(lines[0]) - len(lines[0].lstrip())
    column, entries = first.end(), []
    for line in (line[indent:] for line in lines):
        entry = ENTRY.match(line)
        if entry and entry.end() == column:
            entries.append(f"- {_name(entry[1])}: {line[column:]}")
        elif entries and line[:column].isspace():
            entries[-1] += f" {line[column:]}"
        else:
            return None
    return entries


def _name(text):
    names = text.split(", ")
    return ", ".join(f"`{name}`" for name in names) if all(map(WORD.fullmatch, names)) else text


def write(folder, **settings):
    """The pages, into a folder, by pdoc, whose settings these are (extra ``docs``); changes modules on the way."""
    import pdoc
    import pdoc.render

    import tinygrad_edu as te

    for page, rooms in ROOMS.items():
        module = importlib.import_module(page)
        shown = getattr(module, "__all__", [])
        module.__all__ = [*(room for room in rooms if room not in shown), *shown]
        vars(module).update((name, getattr(module, name)) for name in shown)  # what is imported when it is asked for
    te.__all__ += ["abs", "pow", "round", "sum"]
    for name in ("data", "grad", "label"):  # pdoc would say what the property's getter is, which is written in C
        setattr(te.Value, name, property(_said(vars(te.Value)[name].__doc__)))
    filters = pdoc.render.env.filters
    filters["to_markdown"] = _first_to_markdown(filters["to_markdown"])
    pdoc.render.configure(
        footer_text=f"tinygrad_edu {te.__version__}",
        template_directory=Path(__file__).with_name("docs"),
        **settings,
    )
    pdoc.pdoc("tinygrad_edu", output_directory=Path(folder))


def _said(docstring):
    def getter(self):
        raise NotImplementedError

    getter.__doc__ = docstring
    return getter


def _first_to_markdown(convert):
    @wraps(convert)  # its mark for Jinja, too
    def converted(context, docstring):
        return convert(context, as_markdown(docstring))

    return converted


if __name__ == "__main__":
    write(*sys.argv[1:])
