"""Random computations: lists of operations whose inputs may be anything computed before.

A tape, not a tree: a result is used again and again, and only where results are shared does a reverse pass in the wrong
order, or one that overwrites where it should add, give a wrong number. An expression is a function of Values, and
prints as Python that runs.
"""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ..functions import BUILT_IN
from ..ieee import run
from ..ops import OPS, Primitive
from ..value import Value, constant, record

if TYPE_CHECKING:
    from ..draw import Picture

__all__ = ["EDGES", "Expression", "default_ops", "guards", "random_expression", "random_value"]

EDGES = (0.0, 1.0, -1.0, 0.5, -0.5, 2.0, -2.0, 3.0, -3.0, 6.0, 12.0, -12.0, 1e-8, -1e-8, 1e-300, 1e5, -1e5)
"""Where rules have their corners: kinks, bounds, ties, saturation, numbers too small and too large."""

LARGEST = 1e60
"""What an expression may reach: products of a few of these are still doubles."""

Step = tuple[str, tuple[int, ...]]


@dataclass(frozen=True)
class Expression:
    """A computation: ``inputs`` are its numbers, each of ``steps`` an operation and the positions of its inputs.

    Positions count the inputs first and then the steps; the result is that of the last step.

    >>> e = Expression((3.0, 2.0), (("mul", (0, 1)), ("add", (2, 2))))
    >>> print(e)
    import tinygrad_edu as te
    from tinygrad_edu import Value, functions as F
    x0 = Value(3.0, "x0")
    x1 = Value(2.0, "x1")
    v2 = F.mul(x0, x1)
    v3 = F.add(v2, v2)
    v3.backward()
    print(v3.data, x0.grad, x1.grad)
    # te.draw_graph(v3, fold=None).save("v3.svg") draws it
    >>> e(Value(3.0), Value(2.0)).data
    12.0
    """

    inputs: tuple[float, ...]
    steps: tuple[Step, ...]

    def __post_init__(self) -> None:
        if not self.steps:
            raise ValueError("an expression has at least one step, whose result is its own")
        for k, (name, positions) in enumerate(self.steps, len(self.inputs)):
            if name not in OPS:
                raise ValueError(f"the table has no operation {name!r}")
            if OPS[name].arity not in (None, len(positions)):
                raise ValueError(f"v{k}: {name} takes {OPS[name].arity} inputs, and has {len(positions)}")
            if not all(0 <= i < k for i in positions):
                raise ValueError(f"v{k} uses positions {positions}: before it there are 0 to {k - 1}")

    @property
    def names(self) -> list[str]:
        """What the inputs are called."""
        return [f"x{i}" for i in range(len(self.inputs))]

    def __call__(self, *xs: Value) -> Value:
        return self.on(OPS, xs)

    def on(self, table: Mapping[str, Primitive], xs: Sequence[Value]) -> Value:
        """The result, with operations from another table than the package's own."""
        if len(xs) != len(self.inputs):
            raise TypeError(f"the expression takes {len(self.inputs)} numbers, got {len(xs)}")
        nodes = [x if isinstance(x, Value) else constant(x) for x in xs]
        for name, positions in self.steps:
            nodes.append(record(table[name], [nodes[i] for i in positions]))
        return nodes[-1]

    def __str__(self) -> str:
        names = self.names
        lines = ["import tinygrad_edu as te", "from tinygrad_edu import Value, functions as F"]
        lines += [_imported(name) for name in dict.fromkeys(name for name, _ in self.steps) if name not in BUILT_IN]
        lines += [f'{name} = Value({_source(x)}, "{name}")' for name, x in zip(names, self.inputs, strict=True)]
        grads = ", ".join(f"{name}.grad" for name in names)
        for name, positions in self.steps:
            arguments = [names[i] for i in positions]
            names.append(f"v{len(names)}")
            function = f"F.{name}" if name in BUILT_IN else name
            lines.append(f"{names[-1]} = {function}({', '.join(_arguments(name, arguments))})")
        last = names[-1]
        picture = f'# te.draw_graph({last}, fold=None).save("{last}.svg") draws it'
        return "\n".join([*lines, f"{last}.backward()", f"print({last}.data, {grads})", picture])

    __repr__ = __str__

    def _repr_pretty_(self, printer: Any, cycle: bool) -> None:
        """How hypothesis prints a failing example: the program."""
        printer.text(f"\n{self}\n")

    def picture(self, **settings: Any) -> Picture:
        """The computation as a graph, with every number and gradient; ``settings`` are those of ``draw_graph``.

        >>> e = Expression((3.0, 2.0), (("mul", (0, 1)), ("add", (2, 2))))
        >>> e.picture()
        <Picture 'Computation graph of v3, every operation': 4 cards; .save("picture.svg"), .describe()>
        """
        from ..draw import draw_graph  # a room above this one, and only for those who ask

        names = [*self.names, *(f"v{k}" for k in range(len(self.names), len(self.names) + len(self.steps)))]
        return draw_graph(self.recorded(names), **{"fold": None, **settings})

    def recorded(self, names: Sequence[str]) -> Value:
        """The result, with these names for the inputs and for the result of every step."""
        nodes = [Value(x, name) for x, name in zip(self.inputs, names, strict=False)]
        for op, positions in self.steps:
            nodes.append(record(OPS[op], [nodes[i] for i in positions]).named(names[len(nodes)]))
        return nodes[-1]


def _source(number: float) -> str:
    return repr(number) if math.isfinite(number) else f'float("{number}")'


def _imported(name: str) -> str:
    """The line that makes an operation of one's own known."""
    module = OPS[name]._rules[0].__module__
    if module == "__main__":
        return f"# {name} is declared with @primitive before this"
    return f"from {module} import {name}"


def _arguments(name: str, arguments: list[str]) -> list[str]:
    if OPS[name].arity is not None:
        return arguments
    if name != "dot":
        return [f"[{', '.join(arguments)}]"]
    n = len(arguments) // 2
    return [f"[{', '.join(arguments[:n])}]", f"[{', '.join(arguments[n : 2 * n])}]", *arguments[2 * n :]]


def default_ops() -> list[str]:
    """The operations that expressions are made of: every one of the package, in the table's order."""
    return [name for name in OPS if name in BUILT_IN]


# -- guards: an input outside an operation's domain is first led into it -----------------------------------------------

_POSITIVE = (lambda x: x > 1e-3, "softplus", "abs")
_INSIDE = (lambda x: abs(x) < 0.999, "sin", "tanh")
_DOMAINS: dict[str, tuple[Callable[[float], bool], str, str]] = {
    "log": _POSITIVE, "log2": _POSITIVE, "log10": _POSITIVE, "sqrt": _POSITIVE, "rsqrt": _POSITIVE,
    "log1p": (lambda x: x > -0.999, "softplus", "abs"),
    "pow": _POSITIVE,
    "asin": _INSIDE, "acos": _INSIDE, "atanh": _INSIDE,
    "acosh": (lambda x: x > 1.001, "cosh", "exp"),
    "reciprocal": (lambda x: abs(x) > 1e-6, "cosh", "exp"),
}  # fmt: skip


def guards(name: str, data: Sequence[float]) -> list[str]:
    """For each input the operation that leads it into the domain of ``name``, or "" where it is inside already."""
    inside, first, second = _DOMAINS.get(name, (math.isfinite, "", ""))
    needed = [""] * len(data)
    whole = name == "pow" and data[0] < -1e-3 and abs(data[1]) <= 8.0 and data[1] == round(data[1])
    if data and not inside(data[0]) and not whole:
        for guard in (first, second, "sigmoid"):
            if guard and abs(y := run(OPS[guard].value, data[0])) < LARGEST and inside(y):
                needed[0] = guard
                break
    if name == "pow" and abs(data[1]) > 8.0:
        needed[1] = "tanh"
    if name == "div" and abs(data[1]) < 1e-6:
        needed[1] = "cosh"
    if name in ("exp", "exp2", "expm1", "sinh", "cosh") and abs(data[0]) > 30.0:
        needed[0] = "tanh"
    return needed


class Builder:
    """Adds steps one after the other, and the guards that they need, at given inputs."""

    def __init__(self, inputs: Sequence[float]) -> None:
        self.inputs = tuple(inputs)
        self.data = list(inputs)
        self.steps: list[Step] = []

    def add(self, name: str, positions: Sequence[int]) -> int:
        """Add an operation and return the position of its result; one that leaves the numbers gives way to atan."""
        into = list(positions)
        for k, guard in enumerate(guards(name, [self.data[i] for i in into])):
            if guard:
                into[k] = self._step(guard, [into[k]])
        y = run(OPS[name].value, *[self.data[i] for i in into])
        if not abs(y) < LARGEST:
            name, into = "atan", into[:1]
        return self._step(name, into)

    def _step(self, name: str, positions: Sequence[int]) -> int:
        self.data.append(run(OPS[name].value, *[self.data[i] for i in positions]))
        self.steps.append((name, tuple(positions)))
        return len(self.data) - 1

    def finish(self) -> Expression:
        """The expression, without the steps that the result does not need and with a result of all loose ends."""
        used = {i for _, positions in self.steps for i in positions}
        loose = [i for i in range(len(self.data)) if i not in used]
        if len(loose) > 1 or not self.steps:
            self.add("sum", loose)
        return Expression(self.inputs, tuple(self.steps))


# -- at random, without hypothesis -------------------------------------------------------------------------------------


def random_value(rng: random.Random, regime: str) -> float:
    """A number: "unit" ±3, "wide" ±1e-6 to ±1e6, "edge" a corner, a number next to one, or one of the wide kind."""
    if regime == "edge" and rng.random() < 0.7:
        corner = rng.choice(EDGES)
        return corner * (1.0 + rng.uniform(-1e-4, 1e-4)) if rng.random() < 0.35 else corner
    if regime == "unit":
        return rng.uniform(-3.0, 3.0)
    return rng.choice((-1.0, 1.0)) * 10.0 ** rng.uniform(-6.0, 6.0)


def random_expression(
    rng: random.Random, regime: str = "unit", max_nodes: int = 12, ops: Sequence[str] = ()
) -> Expression:
    """A random tape of 1 to ``max_nodes`` steps, guards not counted, with back references."""
    names = list(ops) or default_ops()
    builder = Builder([random_value(rng, regime) for _ in range(rng.randint(1, 4))])
    for _ in range(rng.randint(1, max_nodes)):
        op = OPS[rng.choice(names)]
        arity = op.arity or rng.randint(1, 5)
        last = len(builder.data) - 1
        # Mostly what was computed lately, so that expressions grow deep; sometimes anything.
        near = [max(0, last - rng.randint(0, 2)) if rng.random() < 0.6 else rng.randint(0, last) for _ in range(arity)]
        builder.add(op.name, near)
    return builder.finish()
