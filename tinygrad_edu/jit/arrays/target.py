"""Rolled programs as NumPy: one line of array code for each nest (``code.py``), for machines without a compiler.

Its operations are noted once and then only repeated (``prepared.py``). The same code runs over JAX and PyTorch
(``frameworks.py``).

>>> from tinygrad_edu import nn
>>> from tinygrad_edu.jit.lower import lower
>>> from tinygrad_edu.jit.rolling.reroll import reroll
>>> from tinygrad_edu.value import Value
>>> layer, x = nn.Layer(3, 2, "tanh", seed=0), [Value(1.0, f"x{i}") for i in (1, 2, 3)]
>>> program = lower([("params", layer.parameters()), ("x", x)], [("y", layer(x))])
>>> executable = build(reroll(program))
>>> print(executable.source())
def run(params, x, y):
    W = params.reshape(2, 4)[:, :3]              # 2×3
    b_o = params[3::4]                           # 2
    net_o = W @ x + b_o                          # 2
    out_o = tanh(net_o)                          # 2
    y[:] = out_o
>>> executable.run([0.0] * 8, [1.0, 2.0, 3.0])
[[0.0, 0.0]]
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import Any

from .. import buffers
from ..loop import Loop
from ..rolled import Rolled, each_nest
from ..rolling.recurrences import recurrent
from .batched import batched
from .code import ArrayCode
from .namespaces import numpy_namespace

__all__ = ["NumpyExecutable", "build", "function_of"]

BATCHES = 8  # of different sizes of which the code is kept


def build(rolled: Rolled, *, exact: bool = False, loop: Loop | None = None) -> NumpyExecutable:
    """The rolled program as a function of NumPy arrays; ``loop`` runs it again and again.

    Raises ImportError with the line that installs NumPy, ValueError for ``exact``: NumPy adds in an order of its own.
    """
    if exact:
        raise ValueError("the NumPy target adds in another order than the eager engine: exact needs python or llvm")
    return NumpyExecutable(rolled, loop)


def function_of(rolled: Rolled, names: dict[str, Any], into: bool = False) -> tuple[Callable[..., Any], ArrayCode]:
    """The array code of a rolled program, run over these functions of arrays, and the code itself."""
    code = ArrayCode(rolled, into, "turns" in names)
    scope = names | {name: names["array"](numbers) for name, numbers in code.constants.items()}
    exec(compile(code.text(), "<array code, written by tinygrad_edu>", "exec"), scope)
    return scope["run"], code


class NumpyExecutable:
    """A rolled program over NumPy. Several threads may run it at once: each takes a prepared program, or makes one."""

    target = "numpy"

    def __init__(self, rolled: Rolled, loop: Loop | None) -> None:
        self._names = numpy_namespace()
        import numpy as np

        self._np = np
        self.rolled = rolled
        self._short = recurrent(rolled)
        self._loop = loop
        self._code = ArrayCode(self._short, into=True)
        self.again = len(rolled.nests) - len(list(each_nest(self._short.nests)))
        """Nests for which lines of others are repeated."""
        self._inputs, self._outputs = ([rolled.arrays[k] for k in rolled.of_kind(kind)] for kind in ("input", "output"))
        self._waiting: list[tuple[list[Any], list[Any], Any]] = []  # prepared, and not in use
        self._loops: list[Any] = []
        self._batches: dict[Any, Callable[..., None]] = {}

    def run(self, *groups: Sequence[float]) -> list[list[float]]:
        """The numbers of each output group, from the numbers of each input group."""
        given = self._arrays(buffers.doubles, "inputs", groups)
        try:
            inputs, outputs, prepared = self._waiting.pop()
        except IndexError:
            inputs, outputs = ([self._np.zeros(a.size) for a in arrays] for arrays in (self._inputs, self._outputs))
            prepared = self._prepared([*inputs, *outputs])
        for mine, numbers in zip(inputs, given, strict=True):
            mine[:] = numbers
        prepared.run()
        found = [numbers.tolist() for numbers in outputs]
        self._waiting.append((inputs, outputs, prepared))
        return found

    def _prepared(self, arrays: list[Any], code: ArrayCode | None = None) -> Any:
        from .prepared import Prepared  # which needs NumPy

        code = code or self._code
        text = compile(code.prepared_text(), "<array code, written by tinygrad_edu>", "exec")
        constants = {name: self._np.asarray(numbers) for name, numbers in code.constants.items()}

        def function(names: dict[str, Any]) -> Callable[..., None]:
            scope = names | constants
            exec(text, scope)
            found: Callable[..., None] = scope.pop("run")  # popped, or it would keep itself alive
            return found

        return Prepared(function, self._names, arrays)

    def _arrays(
        self, look: Callable[..., Any], kind: str, groups: Sequence[Any], sizes: Sequence[int] | None = None
    ) -> list[Any]:
        """The groups of inputs, or of outputs, as arrays. ``look`` is what looks at each, ``sizes`` how long it is."""
        wanted = self._inputs if kind == "inputs" else self._outputs
        return [self._np.asarray(x).ravel() for x in buffers.each(look, groups, wanted, kind, sizes)]

    def prepare(self, inputs: Sequence[Any], outputs: Sequence[Any]) -> Callable[[], None]:
        """From these buffers into these, as a function without arguments, for those who call it very often."""
        arrays = self._arrays(buffers.given, "inputs", inputs) + self._arrays(buffers.given, "outputs", outputs)
        run: Callable[[], None] = self._prepared(arrays).run
        return run

    def map(
        self, rows: int, mapped: Sequence[bool], *groups: Sequence[float], summed: Collection[int] = ()
    ) -> list[Any]:
        """The outputs for so many rows, row after row.

        mapped  for each input group whether it has numbers for each row, or the same ones for all
        summed  output groups of which only the sum over the rows is wanted, by their positions
        """
        given, made = buffers.sizes_of_rows(self._inputs, self._outputs, rows, mapped, summed)
        key = (rows, tuple(mapped), tuple(summed))
        function = self._batches.get(key)
        if function is None:
            function, _ = function_of(batched(self._short, rows, mapped, summed), self._names, into=True)
            while len(self._batches) >= BATCHES:
                self._batches.pop(next(iter(self._batches)), None)
            self._batches[key] = function
        arrays, outputs = self._arrays(buffers.doubles, "inputs", groups, given), list(map(self._np.empty, made))
        with self._np.errstate(all="ignore"):  # 1/0 is inf, as everywhere here
            function(*arrays, *outputs)
        return outputs

    def prepare_map(
        self,
        rows: int,
        mapped: Sequence[bool],
        inputs: Sequence[Any],
        outputs: Sequence[Any],
        summed: Collection[int] = (),
    ) -> Callable[[], None]:
        """``map`` from buffers into buffers as a function without arguments."""
        given, made = buffers.sizes_of_rows(self._inputs, self._outputs, rows, mapped, summed)
        arrays = self._arrays(buffers.given, "inputs", inputs, given)
        arrays += self._arrays(buffers.given, "outputs", outputs, made)
        code = ArrayCode(batched(self._short, rows, mapped, summed), into=True)
        run: Callable[[], None] = self._prepared(arrays, code).run
        return run

    def loop(self, steps: int, inputs: Sequence[Any], order: Sequence[int] = ()) -> tuple[list[Any], list[list[float]]]:
        """``steps`` steps of the loop that this was built with, as ``Loop.run`` says; what is carried as new arrays."""
        np, plan = self._np, self._loop
        if plan is None:
            raise ValueError("this was not built with a loop: build(..., loop=Loop(...))")
        ready, numbers = plan.ready(self._inputs, steps, inputs, order)
        state, per_step = [np.asarray(x).ravel() for x in ready], plan.rows_per_step()
        tables = {k: state[k].reshape(-1, width) for k, width in plan.rows}
        picked = np.asarray(numbers).ravel()[: steps * per_step].reshape(steps, per_step)
        for k in plan.scheduled:
            state[k] = state[k][: steps * self._inputs[k].size]
        try:
            prepared = self._loops.pop()
        except IndexError:
            from .steps import PreparedLoop  # which needs NumPy

            sizes = [[a.size for a in arrays] for arrays in (self._inputs, self._outputs)]
            prepared = PreparedLoop(plan, self._prepared, *sizes)
        ended, logs = prepared.run(steps, state, tables, picked)
        self._loops.append(prepared)
        carried = {k for k, _ in plan.carried}
        return [ended[k] if k in carried else group for k, group in enumerate(inputs)], logs

    def source(self) -> str:
        """The code. What runs are its operations, each with a place for its result (``prepared.py``)."""
        return self._code.text()
