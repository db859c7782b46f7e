"""How another engine is spoken to: what its leaves, operations, numbers and gradients are called.

All engines that were written after micrograd have a class of numbers with ``+ - * / **``, methods such as ``tanh``, a
``backward()``, ``.data`` and ``.grad``. What of that an engine has is found out by trying; nothing of it is imported.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from ...ops import OPS
from ..expression import Expression
from ..subject import function_name, takes
from .patience import NoEndError, Patience

__all__ = ["Dialect", "EngineFaultError", "Way", "letters"]


NO_END = "does not end, and was stopped: is there a loop that nothing ends?"


class EngineFaultError(Exception):
    """What another engine did when it was asked for something, in a sentence.

    ``cause`` is the same wherever the same is to blame: what it did, without the operation, if it is not given.
    """

    def __init__(self, what: str, asked: str = "", cause: str = "") -> None:
        super().__init__(f"{asked} {what}" if asked else what)
        self.cause = cause or what


@dataclass(frozen=True)
class Way:
    """One way to write an operation of the table.

    op        its name in the table
    text      as it is written, with {} for each Value
    call      with the Values, does it
    numbers   the inputs of the operation, with None where a Value goes
    given     what the class must have for it, so that it counts as there and not only as tried
    """

    op: str
    text: str
    call: Callable[..., Any]
    numbers: tuple[float | None, ...]
    given: str

    @property
    def asked(self) -> list[int]:
        """Which of the inputs are Values."""
        return [k for k, number in enumerate(self.numbers) if number is None]

    @property
    def plain(self) -> bool:
        """Whether all of them are."""
        return len(self.asked) == len(self.numbers)

    @property
    def method(self) -> bool:
        """Whether it is written as a method, as in a.tanh()."""
        return self.text.startswith("{}.")

    def inputs(self, values: Sequence[float]) -> list[float]:
        """The numbers that the operation works with, those of the Values given."""
        left = iter(values)
        return [next(left) if number is None else number for number in self.numbers]

    def written(self, *names: str) -> str:
        return self.text.format(*names)


_OPERATORS = {"add": "+", "sub": "-", "mul": "*", "div": "/", "pow": "**"}
_DUNDER = {"div": "truediv"}


def _ways() -> list[Way]:
    """All that is tried, the operators first, and first of them those that others may be made of."""
    ways = [
        *_operator("add"),
        *_operator("mul"),
        *_operator("pow"),
        Way("square", "{} ** 2", lambda x: x**2, (None,), "__pow__"),
        Way("reciprocal", "{} ** -1", lambda x: x**-1, (None,), "__pow__"),
        Way("sqrt", "{} ** 0.5", lambda x: x**0.5, (None,), "__pow__"),
        Way("neg", "-{}", operator.neg, (None,), "__neg__"),
        *_operator("sub"),
        *_operator("div"),
        Way("abs", "abs({})", abs, (None,), "__abs__"),
    ]
    for name, op in OPS.items():
        if op.arity in (1, 2) and not op.params and name not in (*_OPERATORS, "neg"):
            places = ", ".join(["{}"] * (op.arity - 1))
            ways.append(Way(name, f"{{}}.{name}({places})", _method(name), (None,) * op.arity, name))
    return ways


def _operator(name: str) -> list[Way]:
    """An operator between two Values, and with a number on either side."""
    sign, dunder = _OPERATORS[name], _DUNDER.get(name, name)
    compute = getattr(operator, dunder)
    ways = [Way(name, f"{{}} {sign} {{}}", compute, (None, None), f"__{dunder}__")]
    if name != "pow":
        ways.append(Way(name, f"{{}} {sign} 2", lambda x: compute(x, 2), (None, 2.0), f"__{dunder}__"))
    return [*ways, Way(name, f"2 {sign} {{}}", lambda x: compute(2, x), (2.0, None), f"__r{dunder}__")]


def _method(name: str) -> Callable[..., Any]:
    return lambda x, *others: getattr(x, name)(*others)


class Dialect:
    """Another engine. ``make`` is its class, or a function that makes a leaf of a number.

    >>> from tinygrad_edu import Value
    >>> there = Dialect(Value)
    >>> [way.text for way in there.ways if way.op == "mul"]
    ['{} * {}', '{} * 2', '2 * {}']
    """

    def __init__(self, make: Callable[[float], Any]) -> None:
        if not callable(make):
            raise TypeError(f"an engine is given by its class, as in check_engine(Value), not {make!r:.60}")
        self.make = make
        self.patience = Patience()
        self.name = function_name(make)
        try:
            self.leaf_type = type(make(3.0))
        except Exception as error:
            raise TypeError(
                f"a leaf is made of a number, as in {self.name}(3.0), and this raises {type(error).__name__}: {error}"
            ) from error
        if not isinstance(make, type):
            self.name = self.leaf_type.__name__
        self.data_name = self._attribute("data", "value", "val")
        self.grad_name = self._attribute("grad", "gradient", "derivative")
        try:
            tenth = self.data(make(0.1))
        except EngineFaultError as error:
            raise TypeError(f"a = {self.name}(0.1): {error}") from error
        if tenth != 0.1:
            steady = self.data(make(0.1)) == tenth
            raise TypeError(
                f"{self.name}(0.1) holds {tenth!r}"
                + (
                    ": the check is for engines of double precision, such as Python's floats, np.float64 or "
                    "torch.float64"
                    if steady
                    else ", and another number the next time: a leaf holds the number that it is made of"
                )
            )
        if not callable(getattr(self.leaf_type, "backward", None)):
            raise TypeError(f"{self.name} has no method backward(), which sends gradients back from a result")
        backward = make(3.0).backward
        self.start = () if takes(backward, 0) or not takes(backward, 1) else (1.0,)  # some are told where to start
        self.ways: list[Way] = []
        self.missing: list[Way] = []
        self.spoken: dict[str, Way] = {}  # of operations of Values alone, those that expressions are written with
        for way in _ways():
            if found := self._found(way):
                self.ways.append(found)
            else:
                self.missing.append(way)

    def _attribute(self, *names: str) -> str:
        leaf = self.make(3.0)
        for name in names:
            if hasattr(leaf, name) and not callable(getattr(leaf, name)):
                return name
        raise TypeError(f"{self.name}(3.0) has no attribute {names[0]!r}")

    def _found(self, way: Way) -> Way | None:
        """The way if the engine has it; for a method that it has not, the function of its module of that name."""
        if hasattr(self.leaf_type, way.given):
            return way if way.given != "__pow__" or self._takes(way) else None
        if way.method:
            beside = getattr(self.leaf_type.backward, "__globals__", {})  # what stands in the file of the class
            function = beside.get(way.op)
            if callable(function) and getattr(function, "__module__", None) == self.leaf_type.__module__:
                places = ", ".join(["{}"] * len(way.numbers))
                return Way(way.op, f"{way.op}({places})", function, way.numbers, way.given)
        return None

    def _takes(self, way: Way) -> bool:
        """Whether a power may be asked for so: many engines know none but numbers as exponents, and say so."""
        try:
            self.patience.run(way.call, *[self.make(2.0) for _ in way.asked])
        except NoEndError:  # it is there, and what is wrong with it is told where it is asked
            return True
        except (TypeError, AssertionError, NotImplementedError, ValueError):
            return False
        return True

    def _is_node(self, thing: Any) -> bool:
        return hasattr(thing, self.data_name) and hasattr(thing, "backward")

    def equal_by_data(self) -> bool:
        """Whether two leaves of the same number are equal, and so one in a set of the nodes that were visited."""
        try:
            return bool(self.make(3.0) == self.make(3.0))
        except Exception:  # an array of its own kind, or an __eq__ that is wrong itself
            return False

    def data(self, node: Any) -> float:
        return self._number(node, self.data_name)

    def grad(self, node: Any) -> float:
        return self._number(node, self.grad_name)

    def _number(self, node: Any, attribute: str) -> float:
        try:
            found = getattr(node, attribute)
            return 0.0 if found is None else float(found.item() if hasattr(found, "item") else found)
        except Exception as error:
            raise EngineFaultError(f".{attribute} is no number: {type(error).__name__}: {error}") from error

    def apply(self, way: Way, *nodes: Any) -> Any:
        """The operation of this engine; EngineFaultError if it raises something or returns something else."""
        try:
            node = self.patience.run(way.call, *nodes)
        except NoEndError:
            raise EngineFaultError(NO_END, way.written(*letters())) from None
        except Exception as error:
            raise EngineFaultError(f"raises {type(error).__name__}: {error}", way.written(*letters())) from error
        if not self._is_node(node):
            what = "None" if node is None else f"a {type(node).__name__}"
            raise EngineFaultError(f"returns {what}, which is no {self.name}", way.written(*letters()))
        return node

    def backward(self, node: Any) -> None:
        try:
            self.patience.run(node.backward, *self.start)
        except NoEndError:
            raise EngineFaultError(f"backward() {NO_END}") from None
        except RecursionError:  # whose message is another in every version of Python
            raise EngineFaultError("backward() raises RecursionError") from None
        except Exception as error:
            raise EngineFaultError(f"backward() raises {type(error).__name__}: {error}") from error

    def speak(self, ways: Sequence[Way]) -> None:
        """Write expressions with these ways, of two for the same operation with the first."""
        self.spoken = {way.op: way for way in reversed(ways) if way.plain}

    def outcome(self, expression: Expression) -> list[float]:
        """The value of an expression, and its gradient by each input."""
        leaves = [self.make(x) for x in expression.inputs]
        nodes = list(leaves)
        for op, positions in expression.steps:
            nodes.append(self.apply(self.spoken[op], *[nodes[i] for i in positions]))
        self.backward(nodes[-1])
        return [self.data(nodes[-1]), *map(self.grad, leaves)]

    def program(self, expression: Expression) -> list[str]:
        """The expression as it is written for this engine."""
        names = letters(len(expression.inputs) + len(expression.steps))
        lines = [f"{name} = {self.name}({x:g})" for name, x in zip(names, expression.inputs, strict=False)]
        for k, (op, positions) in enumerate(expression.steps, len(expression.inputs)):
            lines.append(f"{names[k]} = {self.spoken[op].written(*[names[i] for i in positions])}")
        return [*lines, f"{names[-1]}.backward({', '.join(map(str, self.start))})"]


def letters(most: int = 3) -> list[str]:
    """What Values are called in a program of so many: a, b, c ...; v1, v2 ... beyond the alphabet."""
    alphabet = "abcdefghijklmnopqrstuvwxyz"
    return list(alphabet[:most]) if most <= len(alphabet) else [f"v{k}" for k in range(1, most + 1)]
