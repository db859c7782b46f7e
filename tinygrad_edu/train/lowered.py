"""One step of training as a program for the compiler: outputs, loss, gradients, clipping and the optimizer's update.

The model and the loss are run once, on Values, for as many rows as a batch has; the table's rules then give the
gradients, and the optimizer's own rule, run on symbols, the update. Nothing here knows a formula.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from types import SimpleNamespace
from typing import Any

from ..choice import Bounds, Choice
from ..data.rows import numbers
from ..graph import ancestors, topological
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

__all__ = ["GRADIENT", "NotCompiled", "Recorded", "Step", "leaf", "parts"]

GRADIENT = "gradient"
"""What is carried from step to step beside an optimizer's state, if somebody wants to see it."""


class NotCompiled(ValueError):
    """Why a training step cannot be compiled, in a sentence."""


@dataclass
class Step:
    """What a training step takes and gives, beside its program.

    params      the parameters of each group, those that are frozen left out
    state       the names of what the optimizer remembers, for each group; and before them GRADIENT, if that is kept
    beside      the model's parameters that the optimizer does not have; their gradients are carried last of all
    choices     numbers that choose from tables: 0 for x and 1 for y, the place in the row, and what bounds them
    rebuild     gives the model's outputs for a row, which are logged after the loss if they are wanted, their shape
    """

    params: list[list[Value]]
    state: list[list[str]]
    beside: list[Value]
    choices: list[tuple[int, int, Bounds]]
    rebuild: Callable[[Sequence[float]], Any]


class Recorded:
    """A step for batches of ``rows`` rows that look like ``x`` and ``y``, recorded; a program when it is asked for.

    passed          numbers that targets may be, for losses that pass over one of them (``ignore_index``)
    parameters      all that have gradients, also those that the optimizer does not have: they are clipped together
    moving          settings that change from step to step, such as "lr" under a schedule; all but "lr" are never 0
    with_outputs    whether the model's outputs are logged
    with_gradients  whether the gradients are kept, as the first part of the state
    exact           whether everything is in the order of the eager engine

    step       what it takes and gives
    loop       the step as a loop over a program. Inputs: for each parameter group its parameters and each part of its
               state; then x and y, and at the end the numbers of the step for each group
    scheduled  the names of these numbers, for each group

    Raises NotCompiled with the reason where that is impossible, and whatever the model raises.
    """

    def __init__(
        self,
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
    ) -> None:
        if isinstance(optimizer, LBFGS):
            raise NotCompiled("LBFGS asks for the loss several times in a step")
        if getattr(optimizer.step, "__func__", None) is not Optimizer.step:
            kind = type(optimizer).__name__
            raise NotCompiled(f"{kind} has a step() of its own: what is compiled of an optimizer is its rule()")
        self.optimizer, self.parameters, self.rows, self.clip, self.exact = optimizer, parameters, rows, clip, exact
        self.moving, self.with_outputs, self.with_gradients = moving, with_outputs, with_gradients
        inputs, targets = _leaves([x] * rows), _leaves([y] * rows, passed)
        with tracing(exact=exact):
            results = outputs_of(model, inputs, targets)
            total = loss_of(loss, results, targets)
        self.given = [[v for row in each for v in numbers(row)] for each in (inputs, targets)]
        groups = optimizer.param_groups
        params = [[p for p in group["params"] if p.requires_grad] for group in groups]
        self.trained = [p for group in params for p in group]
        others = set(parameters).difference(self.trained) if clip or with_gradients else set()
        self.others = [p for p in parameters if p.requires_grad and p in others]
        if not isinstance(total, Value) or set(self.trained).isdisjoint(topological(total)):
            raise NotCompiled(f"the loss {UNCONNECTED}")
        self.total = total
        self.shown: list[Any] = flatten(results)[0] if with_outputs else []
        leaves, rebuild = flatten(results[0])
        _, rebuild = flatten(rebuild(range(len(leaves))))  # keeps no Value
        self.order = ancestors(*self.roots())
        first = [GRADIENT] * with_gradients
        state = [[*first, *optimizer.initial(SimpleNamespace(**optimizer.settings_of(group)))] for group in groups]
        width = [len(leaves) // rows for leaves in self.given]
        choices = [(k, i % width[k], bounds) for k, leaves in enumerate(self.given) for i, bounds in _bounds(leaves)]
        beside = self.others if with_gradients else []
        self.step = Step(params, state, beside, list(dict.fromkeys(choices)), rebuild)

    def roots(self) -> list[Value]:
        """What the step computes before there are gradients."""
        return [self.total, *(v for v in self.shown if isinstance(v, Value))]

    @property
    def loop(self) -> Loop:
        return self._lowered[0]

    @property
    def scheduled(self) -> list[list[str]]:
        return self._lowered[1]

    @cached_property
    def _lowered(self) -> tuple[Loop, list[list[str]]]:
        total, clip = self.total, self.clip
        if self.exact and order_is_data(total):
            raise NotCompiled(
                "numbers that are data choose among results (take, nll_loss, multi_margin_loss), so the order in which "
                "the eager engine adds gradients depends on the data, and mode='exact' cannot have its bits: "
                "mode='fast' can"
            )
        lowering = Lowering(self.exact)
        builder, node = lowering.builder, lowering.node
        groups = [_Group(lowering, self, i) for i in range(len(self.step.params))]
        for leaf in self.given[0] + self.given[1]:
            node[leaf] = builder.input()
        lowering.forward(self.roots(), self.order)
        wanted = self.trained + self.others
        slopes = lowering.backward(total, wanted)
        gradients = {p: Symbol(builder, slopes[p]) for p in wanted}
        if clip is not None:
            all_of_them = [gradients[p] for p in self.parameters if p in gradients] or [*gradients.values()]
            scale = shrink(lowering.m, all_of_them, clip)
            gradients = {p: g * scale for p, g in gradients.items()}
        kept = [part for group in groups for part in group.inputs()]
        moved = [part for group in groups for part in group.updated(gradients)]
        if self.step.beside:
            kept.append(("gradients_beside", [builder.input() for _ in self.step.beside]))
            moved.append(("gradients_beside", [gradients[p].node for p in self.step.beside]))
        data = [(name, [node[v] for v in leaves]) for name, leaves in zip("xy", self.given, strict=True)]
        outputs = [*moved, ("loss", [node[total]])]
        if self.with_outputs:
            shown = [node[v] if isinstance(v, Value) else builder.const(v) for v in self.shown]
            outputs.append(("outputs", shown))
        schedules = [group.schedule() for group in groups]
        spare = [i for _, numbers in schedules for i in numbers]  # computed at every step, if anything uses them
        program = builder.finish([*kept, *data, *schedules], outputs, spare)
        first = len(kept)
        scheduled = [[program.labels[i] for i in group.nodes] for group in program.inputs[first + 2 :]]
        loop = Loop(
            program,
            carried=tuple((k, k) for k in range(first)),
            rows=tuple((first + k, len(leaves) // self.rows) for k, leaves in enumerate(self.given)),
            scheduled=tuple(first + 2 + i for i, names in enumerate(scheduled) if names),
            logged=tuple(range(first, len(outputs))),
        )
        return loop, scheduled


class _Group:
    """A parameter group in the program: what is carried from step to step, and the optimizer's rule on symbols.

    params   its parameters, those that are frozen left out
    state    the names of what the optimizer remembers of each
    numbers  what every step has of its own: settings that move, and what the parameters share in a step
    """

    def __init__(self, lowering: Lowering, recorded: Recorded, i: int) -> None:
        optimizer, step = recorded.optimizer, recorded.step
        settings = optimizer.settings_of(optimizer.param_groups[i])
        self.lowering, self.rule = lowering, optimizer.rule
        self.suffix = f"_{i + 1}" if len(step.params) > 1 else ""
        self.params, self.state = step.params[i], step.state[i]
        for p in self.params:
            lowering.node[p] = lowering.builder.input(p.label)
        self.before = {name: [self._input() for _ in self.params] for name in self.state}
        shared = vars(optimizer.numbers_of_step(settings, 1))
        moving = {name: x for name, x in shared.items() if name in recorded.moving or name not in settings}
        own = set(settings) - {"lr"}
        inputs = {name: [self._input(part, name in own) for part, _ in parts(name, x)] for name, x in moving.items()}
        self.numbers = [number for several in inputs.values() for number in several]
        self.settings = SimpleNamespace(
            **settings | {k: tuple(x) if isinstance(moving[k], tuple) else x[0] for k, x in inputs.items()}
        )

    def _input(self, label: str = "", setting: bool = False) -> Symbol:
        return (_Setting if setting else Symbol)(self.lowering.builder, self.lowering.builder.input(label))

    def inputs(self) -> Iterator[Part]:
        yield "params" + self.suffix, [self.lowering.node[p] for p in self.params]
        for name in self.state:
            yield name + self.suffix, [x.node for x in self.before[name]]

    def schedule(self) -> Part:
        return "schedule" + self.suffix, [x.node for x in self.numbers]

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


class _Setting(Symbol):
    """A setting that moves. A rule may ask whether there is such a thing as momentum: what moves is not 0."""

    def __bool__(self) -> bool:
        return True


def parts(name: str, x: Any) -> Iterator[tuple[str, Any]]:
    """A setting with its name, or each of several numbers, such as betas, with one of its own.

    >>> dict(parts("lr", 0.1)) | dict(parts("betas", (0.9, 0.999)))
    {'lr': 0.1, 'betas_1': 0.9, 'betas_2': 0.999}
    """
    if isinstance(x, tuple):
        yield from ((f"{name}_{k}", part) for k, part in enumerate(x, 1))
    else:
        yield name, x


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
