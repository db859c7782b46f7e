"""One step of training as a program for the compiler: outputs, loss, gradients, clipping and the optimizer's update.

The model and the loss are run once, on Values, for as many rows as a batch has; the table's rules then give the
gradients, and the optimizer's own rule, run on symbols, the update. Nothing here knows a formula.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any

from ..choice import Bounds, Choice
from ..data.rows import numbers
from ..graph import topological
from ..jit.loop import Loop
from ..jit.lower import Lowering
from ..jit.symbols import Symbol, node_of
from ..jit.tables import order_is_data
from ..jit.trace import tracing
from ..nested import flatten
from ..optim import LBFGS, Optimizer
from ..optim.clip import shrink
from ..value import Value
from .evaluation import UNCONNECTED, loss_of, outputs_of

__all__ = ["GRADIENT", "NotCompiled", "Step", "leaf", "lowered"]

GRADIENT = "gradient"
"""What is carried from step to step beside an optimizer's state, if somebody wants to see it."""


class NotCompiled(ValueError):
    """Why a training step cannot be compiled, in a sentence."""


@dataclass
class Step:
    """A training step as a loop over a program, and where everything is in it.

    loop        inputs: for each parameter group its parameters and each part of its state; then x and y, and at the
                end the numbers of the step for each group
    params      the parameters of each group, those that are frozen left out
    state       the names of what the optimizer remembers, for each group; and before them GRADIENT, if that is kept
    beside      the model's parameters that the optimizer does not have; their gradients are carried last of all
    scheduled   the names of the numbers that each step needs, for each group
    choices     numbers that choose from tables: 0 for x and 1 for y, the place in the row, and what bounds them
    rebuild     gives the model's outputs for a row, which are logged after the loss if they are wanted, their shape
    """

    loop: Loop
    params: list[list[Value]]
    state: list[list[str]]
    beside: list[Value]
    scheduled: list[list[str]]
    choices: list[tuple[int, int, Bounds]]
    rebuild: Callable[[Sequence[float]], Any]


def lowered(
    model: Any,
    loss: Callable[..., Any],
    optimizer: Optimizer,
    x: Any,
    y: Any,
    rows: int,
    *,
    passed: Collection[float] = (),
    parameters: Sequence[Value] = (),
    clip: float | None = None,
    moving: Sequence[str] = (),
    with_outputs: bool = False,
    with_gradients: bool = False,
    exact: bool = False,
) -> Step:
    """The step for batches of ``rows`` rows that look like ``x`` and ``y``.

    passed          numbers that targets may be, for losses that pass over one of them (``ignore_index``)
    parameters      all that have gradients, also those that the optimizer does not have: they are clipped together
    moving          settings that change from step to step, such as "lr" under a schedule
    with_outputs    whether the model's outputs are logged
    with_gradients  whether the gradients are kept, as the first part of the state
    exact           whether everything is in the order of the eager engine

    Raises NotCompiled with the reason where that is impossible, and whatever the model raises.
    """
    if isinstance(optimizer, LBFGS):
        raise NotCompiled("LBFGS asks for the loss several times in a step")
    inputs, targets = _leaves([x] * rows), _leaves([y] * rows, passed)
    with tracing():
        results = outputs_of(model, inputs, targets)
        total = loss_of(loss, results, targets)
    given = [[v for row in each for v in numbers(row)] for each in (inputs, targets)]
    width = [len(leaves) // rows for leaves in given]
    lowering = Lowering(exact)
    builder, node = lowering.builder, lowering.node
    groups = [_Group(lowering, optimizer, i, moving, with_gradients) for i in range(len(optimizer.param_groups))]
    trained = [p for group in groups for p in group.params]
    others = set(parameters).difference(trained) if clip or with_gradients else set()
    beside = [p for p in parameters if p.requires_grad and p in others]
    if not isinstance(total, Value) or set(trained).isdisjoint(topological(total)):
        raise NotCompiled(f"the loss {UNCONNECTED}")
    for leaf in given[0] + given[1]:
        node[leaf] = builder.input()
    shown, rebuild = flatten(results)[0] if with_outputs else [], flatten(results[0])[1]
    lowering.forward([total, *(v for v in shown if isinstance(v, Value))])
    if exact and order_is_data(total):
        raise NotCompiled(
            "numbers that are data choose among results (take, nll_loss, multi_margin_loss), so the order in which the "
            "eager engine adds gradients depends on the data, and mode='exact' cannot have its bits: mode='fast' can"
        )
    slopes = lowering.backward(total, trained + beside)
    gradients = {p: Symbol(builder, slopes[p]) for p in trained + beside}
    if clip is not None:
        scale = shrink(lowering.m, [gradients[p] for p in parameters if p in gradients] or [*gradients.values()], clip)
        gradients = {p: g * scale for p, g in gradients.items()}
    kept = [part for group in groups for part in group.inputs()]
    moved = [part for group in groups for part in group.updated(gradients)]
    beside = beside if with_gradients else []
    if beside:
        kept.append(("gradients_beside", [builder.input() for _ in beside]))
        moved.append(("gradients_beside", [gradients[p].node for p in beside]))
    data = [(name, [node[v] for v in leaves]) for name, leaves in zip("xy", given, strict=True)]
    outputs = [*moved, ("loss", [node[total]])]
    if with_outputs:
        outputs.append(("outputs", [node[v] if isinstance(v, Value) else builder.const(v) for v in shown]))
    schedules = [group.schedule() for group in groups]
    spare = [i for _, numbers in schedules for i in numbers]  # computed at every step, if anything uses them
    program = builder.finish([*kept, *data, *schedules], outputs, spare)
    first = len(kept)
    scheduled = [[program.labels[i] for i in group.nodes] for group in program.inputs[first + 2 :]]
    loop = Loop(
        program,
        carried=tuple((k, k) for k in range(first)),
        rows=tuple((first + k, width[k]) for k in range(2)),
        scheduled=tuple(first + 2 + i for i, names in enumerate(scheduled) if names),
        logged=tuple(range(first, len(outputs))),
    )
    choices = [(k, i % width[k], bounds) for k, leaves in enumerate(given) for i, bounds in _bounds(leaves)]
    params, state = [group.params for group in groups], [group.state for group in groups]
    return Step(loop, params, state, beside, scheduled, list(dict.fromkeys(choices)), rebuild)


class _Group:
    """A parameter group in the program: what is carried from step to step, and the optimizer's rule on symbols.

    params   its parameters, those that are frozen left out
    state    the names of what the optimizer remembers of each
    numbers  by name what every step has of its own: settings that move, and what the parameters share in a step
    """

    def __init__(
        self, lowering: Lowering, optimizer: Optimizer, i: int, moving: Sequence[str], with_gradients: bool
    ) -> None:
        group = optimizer.param_groups[i]
        settings = optimizer.settings_of(group)
        self.lowering, self.rule = lowering, optimizer.rule
        self.suffix = f"_{i + 1}" if len(optimizer.param_groups) > 1 else ""
        self.params: list[Value] = [p for p in group["params"] if p.requires_grad]
        self.state = [GRADIENT] * with_gradients + list(optimizer.initial(SimpleNamespace(**settings)))
        for p in self.params:
            lowering.node[p] = lowering.builder.input(p.label)
        self.before = {name: [self._input() for _ in self.params] for name in self.state}
        shared = vars(optimizer.numbers_of_step(settings, 1))
        names = [name for name in shared if name in moving or name not in settings]
        self.numbers = {name: self._input(name) for name in names}
        self.settings = SimpleNamespace(**settings | self.numbers)

    def _input(self, label: str = "") -> Symbol:
        return Symbol(self.lowering.builder, self.lowering.builder.input(label))

    def inputs(self) -> Iterator[Part]:
        yield "params" + self.suffix, [self.lowering.node[p] for p in self.params]
        for name in self.state:
            yield name + self.suffix, [x.node for x in self.before[name]]

    def schedule(self) -> Part:
        return "schedule" + self.suffix, [x.node for x in self.numbers.values()]

    def updated(self, gradients: dict[Value, Symbol]) -> Iterator[Part]:
        """The parts of ``inputs()`` after a step."""
        builder, data, states = self.lowering.builder, [], []
        for k, p in enumerate(self.params):
            state = {name: symbols[k] for name, symbols in self.before.items()}
            here = Symbol(builder, self.lowering.node[p])
            new, after = self.rule(self.lowering.m, self.settings, here, gradients[p], state)
            data.append(node_of(builder, new))
            states.append({name: node_of(builder, x) for name, x in {GRADIENT: gradients[p], **after}.items()})
        yield "params" + self.suffix, data
        for name in self.state:
            yield name + self.suffix, [state[name] for state in states]


Part = tuple[str, list[int]]
"""The name of a group of inputs or outputs, and its nodes."""


# -- rows as leaves ---------------------------------------------------------------------------------------------------


def _leaves(rows: list[Any], passed: Collection[float] = ()) -> list[Any]:
    """Rows of constants in the shape of these rows of numbers; whole ones may choose from tables."""
    made = []
    for row in rows:
        parts, rebuild = flatten(row)
        made.append(rebuild([leaf(x, passed=passed) for x in parts]))
    return made


def leaf(x: Any, name: str = "", passed: Collection[float] = ()) -> Value:
    """A number of a row as a constant without a name; a whole one may choose from tables."""
    return Choice(x, passed=passed)


def _bounds(leaves: list[Value]) -> Iterator[tuple[int, Bounds]]:
    """For each leaf that chooses from tables its place among the leaves, and what bounds it."""
    for i, leaf in enumerate(leaves):
        if isinstance(leaf, Choice):
            yield from ((i, bounds) for bounds in leaf.bounds())
