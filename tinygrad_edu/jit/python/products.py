"""Fewer products in a step of training: of many w − rate·(d·x), the product rate·d is computed once."""

from __future__ import annotations

from collections import Counter

from ..program import Program

__all__ = ["taken_apart"]


def taken_apart(program: Program) -> Program:
    """The program with c·(a·b) as (c·a)·b, where c·a is needed several times and nothing else needs a·b.

    >>> from tinygrad_edu.jit.program import Builder
    >>> b = Builder()
    >>> c, d, x, y = b.input("c"), b.input("d"), b.input("x"), b.input("y")
    >>> out = [b.node("mul", (c, b.node("mul", (d, z)))) for z in (x, y)]
    >>> print(taken_apart(b.finish([("in", [c, d, x, y])], [("out", out)])))
    t4 = c * d
    t5 = t4 * x
    t6 = t4 * y
    return out = [t5, t6]
    """
    apart = _products(program)
    new = Program()
    at: list[int] = []
    made: dict[tuple[int, int], int] = {}
    for i, (op, args) in enumerate(zip(program.ops, program.args, strict=True)):
        taken = tuple([at[j] for j in args])
        if i in apart:
            c, a, b = apart[i]
            if (c, a) not in made:
                made[c, a] = len(new.ops)
                new.ops.append("mul")
                new.args.append((at[c], at[a]))
            taken = made[c, a], at[b]
        at.append(len(new.ops))
        new.ops.append(op)
        new.args.append(taken)
    new.finished_as(program, at)
    return new.live()


def _products(program: Program) -> dict[int, tuple[int, int, int]]:
    """The products to take apart: c, a and b of each."""
    ops, args = program.ops, program.args
    uses = Counter([j for taken in args for j in taken] + [i for group in program.outputs for i in group.nodes])
    found: list[tuple[int, int, int, int]] = []
    often: Counter[tuple[int, int]] = Counter()
    for i, op in enumerate(ops):
        if op == "mul":
            for c, p in (args[i], args[i][::-1]):
                if ops[p] in ("mul", "dot") and len(args[p]) == 2 and uses[p] == 1:
                    a, b = args[p]
                    found.append((i, c, a, b))
                    often.update({(c, a), (c, b)})
    apart = {}
    for i, c, a, b in found:
        first, second = (a, b) if often[c, a] >= often[c, b] else (b, a)
        if often[c, first] > 1:
            apart[i] = c, first, second
    return apart
