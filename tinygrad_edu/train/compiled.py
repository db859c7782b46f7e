"""The training loop in compiled code: whole epochs in one call, from and back into the model's Values.

``lowered.py`` and ``grown.py`` make a program of one step; here it is run. The numbers go from the Values into arrays,
through as many steps as are due, and back. A loss, parameter or state that is not finite afterwards is not taken over:
the eager engine goes over the same steps and says what happened, where.
"""

from __future__ import annotations

import functools
import time
from array import array
from collections.abc import Iterator
from math import isfinite, nan
from typing import Any, NamedTuple

from ..choice import NoEntry, entry_number
from ..data.rows import numbers
from ..jit.loop import Loop
from ..jit.targets import build
from ..jit.trace import TracingError
from .eager import PER_BATCH, EagerLoop
from .grown import recorded, steps_for
from .lowered import GRADIENT, NotCompiled, Recorded, Step, parts
from .progress import Bar
from .watched import Watched, alone
from .worth import eager_seconds, pays, takes_long

__all__ = ["compiled"]

BREATH = 0.2
"""Seconds of native code between two chances for Ctrl-C and the progress bar."""

OFTEN = 3
"""For so many epochs one after the other is compiled anew, where one alone does not pay for it, and for no more."""


def compiled(loop: EagerLoop, epochs: int, uses: int, ahead: bool, asked: bool, exact: bool) -> EagerLoop:
    """The same loop in compiled code, or the loop itself where that does not pay or cannot be done.

    uses   how many products there are in a row
    ahead  whether no callback and no such thing looks at the model between two epochs: several may run in one call
    asked  whether the user asked for it: then what stands in the way is raised (NotCompiled, ImportError)
    exact  whether all bits are to be those of the eager engine
    """
    here = uses * recorded(_sizes(loop), None if exact else loop.loss)
    seconds = eager_seconds(len(loop.xs), loop.size, len(loop.parameters), uses)
    if not (asked or pays(epochs * seconds, here, exact)):
        return loop
    try:
        if not asked and takes_long(here, exact):
            raise NotCompiled(f"with some {here:,} products in a step that takes long; jit=True does it")
        return CompiledLoop(loop, epochs, ahead, exact, 0 if asked or pays(seconds, here, exact) else OFTEN)
    except NoEntry:
        raise  # whoever runs the model on that row will raise it, and then nothing has been changed yet
    except Exception as reason:  # of whatever kind: the eager engine will say it again if it is the model's fault
        if asked:
            raise
        loop.engine += f", not compiled: {reason}"
        return loop


def _sizes(loop: EagerLoop) -> set[int]:
    """Of full batches, and of that for the rest of the rows."""
    return {loop.size, len(loop.xs) % loop.size} - {0}


class CompiledLoop(EagerLoop):
    """What ``EagerLoop`` does, by compiled steps."""

    def __init__(self, eager: EagerLoop, epochs: int, ahead: bool, exact: bool, often: int) -> None:
        vars(self).update(vars(eager))
        self.exact, self.often, self.in_a_row = exact, often, 0
        self.last = len(self.history) + epochs
        looks = hasattr(self.scheduler, "patience") or not alone([self.scheduler, *self.metrics.values()], self.history)
        self.ahead = ahead and not looks
        self.done: list[dict[str, float]] = []  # epochs that were run ahead, waiting to be asked for
        self.given: tuple[int, dict[str, float]] = 0, {}  # the last one that was
        self.scheduled_ahead = -1  # of the epochs that were run, those the schedule knows, before the one it is to know
        self.seconds = 0.0  # for a step, measured
        self.gave_up = False
        self.moving = ["lr"]  # settings that come with each step
        self.passed = {y for row in self.ys for y in numbers(row)}
        self._compile()

    def _compile(self) -> None:
        """A step for full batches, and one for the rest of the rows."""
        self.watched = self._watched()
        self.ahead = self.ahead and not self.watched.follows(self.history)
        if self.watched.rates and isinstance(self.scheduler, PER_BATCH):
            raise NotCompiled("the model or the loss reads the learning rate, which changes with each batch")
        self.settings = self._settings()
        self.steps = self._steps()
        for step, built in self.steps.values():
            self._check(step)
            self.engine = f"compiled: {built.executable.target}" + ", exact" * self.exact
        self.tables = [array("d", [float(x) for row in rows for x in numbers(row)]) for rows in (self.xs, self.ys)]

    def _check(self, step: Step) -> None:
        """Whether the numbers by which rows choose from tables are numbers of entries."""
        for k, place, bounds in step.choices:
            for number, row in enumerate((self.xs, self.ys)[k], 1):
                try:
                    entry_number(numbers(row)[place], *bounds)
                except NoEntry as error:
                    if k == 0:
                        raise NoEntry(f"data: the input of row {number}: {error}") from None
                    what = f"the target {row!r:.60} is not the number of one of {bounds[0]} classes"
                    raise NotCompiled(f"{what}; rows that are to be ignored are to be left out") from None

    def _steps(self) -> dict[int, tuple[Step, _Built]]:
        record = functools.partial(
            Recorded, self.model, self.loss, self.optimizer, self.xs[0], self.ys[0],
            passed=self.passed, parameters=self.parameters, clip=self.clip, moving=self.moving,
            with_outputs=bool(self.metrics), with_gradients=not self.ahead, exact=self.exact,
        )  # fmt: skip
        loss = None if self.exact else self.loss  # which is not grown: its additions are to be in the order of the rows
        return steps_for(_sizes(self), loss, record, functools.partial(_Built, self.exact))

    def _watched(self) -> Watched:
        """What the compiled steps take for granted: what is trained, and what is computed."""
        trained = {p for group in self.optimizer.param_groups for p in group["params"] if p.requires_grad}
        rows = self.xs, self.ys, self.size
        return Watched(self.model, self.loss, *rows, self.passed, self.parameters, trained)

    def _settings(self) -> Any:
        """And the optimizer's parameters and settings, all but those that move."""
        groups = [(list(group["params"]), self.optimizer.settings_of(group)) for group in self.optimizer.param_groups]
        return [(params, {name: x for name, x in s.items() if name not in self.moving}) for params, s in groups]

    def _moved(self) -> list[str]:
        """Which settings are others now; none if one of them cannot come with each step: it is 0, or no number."""
        before, after = self.settings, self._settings()
        pairs = list(zip(before, after, strict=True)) if len(before) == len(after) else []  # a group was added
        names = {name for (_, old), (_, new) in pairs for name in old if old[name] != new[name]}
        values = [x for pair in pairs for _, some in pair for name in names for _, x in parts(name, some[name])]
        return sorted(names) if all(type(x) is float and x for x in values) else []

    # -- epochs -------------------------------------------------------------------------------------------------------

    def epoch(self, epoch: int, bar: Bar) -> dict[str, float]:
        if not self.done and not self.gave_up:
            try:
                self.in_a_row = self.in_a_row + 1 if (changed := self._changed()) else 0
                if self.often and self.in_a_row > self.often:
                    raise NotCompiled("what is computed changes with every epoch, and compiling it anew takes longer")
                if changed:
                    self._anew(self._moved())
                while not self.done:
                    try:
                        self._run(epoch, bar)
                    except _Moved as found:
                        self._anew(found.names)
            except (NotCompiled, TracingError) as reason:
                self.gave_up = True
                self.history.engine = f"the eager engine from epoch {epoch} on: {reason}"
        if not self.done:
            return super().epoch(epoch, bar)
        self.given = epoch, self.done[0]
        return self.done.pop(0)

    def _changed(self) -> bool:
        """Whether somebody has frozen a part or changed a setting since, or a number that the model or the loss reads.

        Nobody has if nobody's code runs between epochs.
        """
        if self.ahead:
            return False
        return self._settings() != self.settings or self.watched.touched()

    def _anew(self, moved: list[str]) -> None:
        """Compile for the settings as they are now, and for any numbers of those that have moved."""
        self.moving = [*self.moving, *moved]
        try:
            self._compile()
        except Exception as reason:  # a rule of one's own may ask how large a setting is
            if moved:
                raise NotCompiled(str(reason)) from None
            raise

    def finished(self, epoch: int) -> Iterator[dict[str, float]]:
        """Epochs that were run ahead and not written down when Ctrl-C came; the schedule moves on after the last."""
        if self.ahead and self.scheduled_ahead >= 0:
            super().schedule(nan)
        last, row = self.given
        for number, each in enumerate([row] * (self.ahead and last == epoch) + self.done, epoch):
            yield {"epoch": number, **each}

    def schedule(self, watched: float) -> None:
        if self.scheduled_ahead <= 0:
            super().schedule(watched)
        self.scheduled_ahead -= 1

    def _run(self, first: int, bar: Bar) -> None:
        """Run epoch ``first``, and those after it that may be run ahead, as many as fit into a breath."""
        per_epoch = -(-len(self.xs) // self.size)
        count = 1
        if self.ahead and self.seconds:
            count = max(1, min(self.last + 1 - first, int(BREATH / (self.seconds * per_epoch)), 10_000))
        elif self.ahead:
            count = min(2, self.last + 1 - first)
        before = self._schedule_state()
        state = self._state()  # before the schedule moves the rate, from which some optimizers' state begins
        try:
            plan = self._plan(first, count)
            started = time.perf_counter()
            parts, state = self._through(plan, state, bar)
            if not self._finite(parts, state):  # the eager engine takes the same steps and says where
                raise NotCompiled("a number became infinite or undefined")
            self.seconds = (time.perf_counter() - started) / (per_epoch * count)
            self._take_over(state, plan, parts)
        except BaseException:
            if not self.done:
                self._restore(before)
            raise

    def _plan(self, first: int, count: int) -> list[_Batch]:
        """The batches of these epochs, each with its numbers: learning rates and what else a step needs."""
        plan = []
        at = self._steps_taken()
        scheduled = self.steps[self.size][1].scheduled
        for epoch in range(first, first + count):
            rate = self.optimizer.param_groups[0]["lr"]
            for rows in self.batches(epoch):
                at += 1
                plan.append(_Batch(epoch, rows, self._numbers(scheduled, at), rate))
                if isinstance(self.scheduler, PER_BATCH):
                    self.scheduler.step()
                    self._unchanged()
            if epoch + 1 < first + count and self.scheduler is not None and not isinstance(self.scheduler, PER_BATCH):
                self.scheduler.step()
                self._unchanged()
        return plan

    def _unchanged(self) -> None:
        if self._settings() != self.settings:
            names = self._moved()
            raise _Moved(names) if names else NotCompiled("the schedule changes a setting that is 0 or no number")

    def _numbers(self, scheduled: list[list[str]], at: int) -> list[list[float]]:
        """For each parameter group the numbers of step ``at``, in the order of the program's inputs."""
        numbers = []
        for group, names in zip(self.optimizer.param_groups, scheduled, strict=True):
            settings = self.optimizer.settings_of(group)
            for name in self.moving[1:]:
                if not all(x for _, x in parts(name, settings[name])):
                    raise NotCompiled(f"{name}={settings[name]} has a 0 in step {at}, and had none before")
            shared = vars(self.optimizer.numbers_of_step(settings, at)) if names else {}
            found = {part: x for name, value in shared.items() for part, x in parts(name, value)}
            numbers.append([float(found[name]) for name in names])
        return numbers

    def _steps_taken(self) -> int:
        state = self.optimizer.state
        taken = {state[p]["step"] if p in state else 0 for group in self.steps[self.size][0].params for p in group}
        if len(taken) > 1:
            raise NotCompiled("some parameters have taken more steps than others")
        return taken.pop()

    # -- numbers in, steps, numbers out -------------------------------------------------------------------------------

    def _through(self, plan: list[_Batch], state: list[Any], bar: Bar) -> tuple[list[list[list[float]]], list[Any]]:
        """Take the planned steps; what each logged (loss, outputs), and the parameters and state after the last."""
        logs: list[list[list[float]]] = []
        start = 0
        while start < len(plan):
            size = len(plan[start].rows)
            end = start
            most = start + (max(1, int(BREATH / self.seconds)) if self.seconds else 8)
            while end < min(len(plan), most) and len(plan[end].rows) == size:
                end += 1
            step, built = self.steps[size]
            part = plan[start:end]
            order = array("q", [row for batch in part for row in batch.rows])
            scheduled = [array("d", [x for b in part for x in b.numbers[g]]) for g in range(len(step.params))]
            began = time.perf_counter()
            after, log = built.executable.loop(len(part), [*state, *self.tables, *scheduled], order)
            self.seconds = self.seconds or (time.perf_counter() - began) / len(part)
            state = list(after[: len(state)])
            for k in range(len(part)):
                logs.append([list(numbers[k * w : (k + 1) * w]) for numbers, w in zip(log, built.widths, strict=True)])
                bar.step()
            start = end
        return logs, state

    def _state(self) -> list[Any]:
        """The carried inputs: for each group its parameters, then each part of its state."""
        step, state = self.steps[self.size][0], self.optimizer.state
        arrays = []
        for group, params, names in zip(self.optimizer.param_groups, step.params, step.state, strict=True):
            arrays.append(array("d", [p.data for p in params]))
            fresh = self.optimizer.initial_state(group)
            for name in names:
                numbers = [p.grad if name == GRADIENT else {**fresh, **state.get(p, {})}[name] for p in params]
                arrays.append(array("d", numbers))
        if step.beside:
            arrays.append(array("d", [p.grad for p in step.beside]))
        return arrays

    def _finite(self, logs: list[list[list[float]]], state: list[Any]) -> bool:
        losses = all(isfinite(log[0][0]) for log in logs)
        return losses and all(isfinite(x) for numbers in state for x in numbers)

    def _take_over(self, state: list[Any], plan: list[_Batch], logs: list[list[list[float]]]) -> None:
        """The parameters and the optimizer's state into the Values, and what was measured: all of it, or nothing."""
        remembered = self.optimizer.state
        before = [(p, p.data, p.grad, remembered.get(p)) for p in self.parameters]
        try:
            self._into_values(state, self._steps_taken() + len(plan))
            rows = self._rows(plan, logs)  # a metric of the user's own may look at the model
            self.scheduled_ahead, self.done = len(rows) - 1, rows
        except BaseException:  # Ctrl-C
            self.done = []
            for p, data, grad, entry in before:
                p.data, p.grad = data, grad
                remembered.pop(p, None)
                if entry is not None:
                    remembered[p] = entry
            raise

    def _into_values(self, state: list[Any], at: int) -> None:
        """What there is after step ``at``; gradients that were not kept are 0."""
        step, arrays = self.steps[self.size][0], iter(state)
        for p in self.parameters:
            p.grad = 0.0
        for params, names in zip(step.params, step.state, strict=True):
            data = list(next(arrays))
            columns = [list(next(arrays)) for _ in names]
            for i, p in enumerate(params):
                new = {name: float(column[i]) for name, column in zip(names, columns, strict=True)}
                p.data, p.grad = float(data[i]), new.pop(GRADIENT, 0.0)
                self.optimizer.state[p] = {**new, "step": at}
        for p, gradient in zip(step.beside, next(arrays, []), strict=True):
            p.grad = float(gradient)

    def _rows(self, plan: list[_Batch], logs: list[list[list[float]]]) -> list[dict[str, float]]:
        """What each epoch measured."""
        rows: list[dict[str, float]] = []
        epochs: dict[int, list[int]] = {}
        for k, batch in enumerate(plan):
            epochs.setdefault(batch.epoch, []).append(k)
        for steps in epochs.values():
            outputs: list[Any] = []
            targets: list[Any] = []
            if self.metrics:
                for k in steps:
                    rows_of_it, numbers_of_it = plan[k].rows, logs[k][1]
                    rebuild = self.steps[len(rows_of_it)][0].rebuild
                    width = len(numbers_of_it) // len(rows_of_it)
                    outputs += [rebuild(numbers_of_it[at : at + width]) for at in range(0, len(numbers_of_it), width)]
                    targets += [self.ys[i] for i in rows_of_it]
            losses = [logs[k][0][0] for k in steps]
            sizes = [len(plan[k].rows) for k in steps]
            rows.append(self.measures(losses, sizes, outputs, targets) | {"lr": plan[steps[0]].rate})
        return rows

    # -- the schedule, if something fails -----------------------------------------------------------------------------

    def _schedule_state(self) -> Any:
        groups = [dict(group) for group in self.optimizer.param_groups]  # a schedule may move more than the rate
        steps = self.scheduler is not None and (self.ahead or isinstance(self.scheduler, PER_BATCH))
        return groups, self.scheduler.state_dict() if steps else None

    def _restore(self, before: Any) -> None:
        groups, state = before
        if state is not None:
            self.scheduler.load_state_dict(state)
        for group, settings in zip(self.optimizer.param_groups, groups, strict=True):
            group.update(settings)


class _Built:
    """A step in compiled code. It knows nothing of the model: it is kept for others that compute the same.

    scheduled  the names of the numbers that each step needs, for each group
    widths     how many numbers are written down at each step: for the loss, and for the outputs
    """

    def __init__(self, exact: bool, loop: Loop, scheduled: list[list[str]]) -> None:
        self.executable = build(loop.program, loop=loop, exact=exact)
        self.scheduled = scheduled
        self.widths = [loop.program.sizes()[1][k] for k in loop.logged]


class _Moved(Exception):
    """The schedule has changed settings by these names, which can come with each step."""

    def __init__(self, names: list[str]) -> None:
        self.names = names


class _Batch(NamedTuple):
    """A step that is to be taken."""

    epoch: int
    rows: list[int]
    numbers: list[list[float]]
    rate: float
