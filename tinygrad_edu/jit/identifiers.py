"""Names for the nodes of a program in source text: the users' labels, made into identifiers that are all different.

Every target that writes text uses these, so the same number has the same name in Python, in array code and in LLVM.
"""

from __future__ import annotations

import keyword
import re
import unicodedata
from collections.abc import Iterable

from .program import Program

__all__ = ["free_name", "identifier", "identifiers", "prefix_of_unnamed"]

_NOT_IN_A_NAME = re.compile(r"\W+")


def identifier(label: str) -> str:
    """A label as an identifier of Python; "" if nothing of it can be kept.

    >>> identifier("out_h1"), identifier("w[0][1]"), identifier("∂E/∂w"), identifier("权重"), identifier("lambda")
    ('out_h1', 'w_0_1', 'E_w', '权重', 'lambda_')
    >>> identifier("2nd try"), identifier("+")
    ('_2nd_try', '')
    """
    text = unicodedata.normalize("NFKC", label[:60])  # as Python itself reads identifiers
    name = _NOT_IN_A_NAME.sub("_", text).strip("_")
    if name[:1].isdigit():
        name = "_" + name
    if keyword.iskeyword(name) or keyword.issoftkeyword(name):
        name += "_"
    return name if name.isidentifier() else ""


def prefix_of_unnamed(named: Iterable[str]) -> str:
    """What the numbered names begin with that are given where there is no label: a letter that no label has.

    >>> prefix_of_unnamed(["w1", "total"]), prefix_of_unnamed(["t1", "t2"]), prefix_of_unnamed(["t1", "v", "w"])
    ('t', 'v', 'u')
    """
    letters = {name[0] for name in named if len(name) == 1 or name[1:].isdecimal()}
    return next((letter for letter in "tvusrqz" if letter not in letters), "t_")


def identifiers(program: Program, taken: Iterable[str] = ()) -> list[str]:
    """A name for every node: its label's, else its place in its group of inputs, else a letter and a number, ``t17``.

    ``taken`` are names that mean something else.

    >>> from tinygrad_edu.jit.program import Builder
    >>> b = Builder()
    >>> x, y = b.input("x"), b.input()
    >>> z = b.node("mul", (x, y))
    >>> identifiers(b.finish([("p", [x, y])], [("z", [z])]))
    ['x', 'p_1', 't2']
    """
    used = dict.fromkeys(taken, 1)
    names = [""] * len(program)
    wanted = {
        i: identifier(f"{group.name}[{k}]" if len(group.nodes) > 1 else group.name)
        for group in program.inputs
        for k, i in enumerate(group.nodes)
    }
    wanted |= {i: name for i, label in program.labels.items() if (name := identifier(label))}
    prefix = prefix_of_unnamed(filter(None, wanted.values()))
    for i, name in wanted.items():
        y = program.about.get(i)
        if y is not None and name:  # of several with one label, the derivative of the second is called the second's
            name += names[y].removeprefix(wanted.get(y, names[y]))
        names[i] = free_name(name or f"{prefix}{i}", used)
    return [name or free_name(f"{prefix}{i}", used) for i, name in enumerate(names)]


def free_name(name: str, taken: dict[str, int]) -> str:
    """The name, or with a number behind it if it is taken, in steady time however often it is wanted.

    ``taken`` are the names that there are, and how many wanted each.
    """
    free = name
    while free in taken:
        taken[name] += 1
        free = f"{name}_{taken[name]}"
    taken[free] = 1
    return free
