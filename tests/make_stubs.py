"""Write tinygrad_edu/elementary.pyi, which tells type checkers what elementary.py makes from the table.

Run it after a change to the table: ``python tests/make_stubs.py``. A test fails while the file is out of step.
"""

from pathlib import Path

from tinygrad_edu.elementary import inputs_of
from tinygrad_edu.functions import BUILT_IN
from tinygrad_edu.ops import OPS

STUB = Path(__file__).parents[1] / "tinygrad_edu" / "elementary.pyi"
OPERATORS = {"add": "add", "sub": "sub", "mul": "mul", "div": "truediv", "pow": "pow"}


def settings(op):
    """The settings as parameters: ``alpha: float = 1.0``."""
    return [f"{name}: {type(default).__name__} = ..." for name, default in op.params.items()]


def kinds_of(names):
    """The types of the inputs and of the result: a Value among them; numbers; what a type checker does not know."""
    for name in names:
        yield {**dict.fromkeys(names, "Any"), name: "V"}, "V"
    yield dict.fromkeys(names, "float"), "float"
    yield dict.fromkeys(names, "Any"), "Any"


def lines():
    yield "# Written by tests/make_stubs.py from the table in ops.py: do not edit."
    yield "from collections.abc import Callable"
    yield "from typing import Any, TypeVar, overload"
    yield ""
    yield "from .ops import Primitive"
    yield "from .value import Value"
    yield ""
    yield 'V = TypeVar("V", bound=Value)'
    yield ""
    yield "class Methods:"
    for dunder in OPERATORS.values():
        yield f"    def __{dunder}__(self, other: Any) -> Value: ..."
        yield f"    def __r{dunder}__(self, other: Any) -> Value: ..."
    for dunder in ("neg", "abs", "round", "floor", "ceil", "trunc"):
        yield f"    def __{dunder}__(self) -> Value: ..."
    rows = [op for op in OPS.values() if op.arity is not None and op.name in BUILT_IN]
    for op in rows:
        others = [f"{name}: Any" for name in inputs_of(op)[1:]]
        yield f"    def {op.name}({', '.join(['self', *others, *settings(op)])}) -> Value: ..."
    yield ""
    for op in rows:
        for kinds, result in kinds_of(inputs_of(op)):
            inputs = [f"{name}: {kind}" for name, kind in kinds.items()]
            yield "@overload"
            yield f"def {op.name}({', '.join([*inputs, *settings(op)])}) -> {result}: ..."
    yield "def function_of(op: Primitive) -> Callable[..., Any]: ..."
    yield "def inputs_of(op: Primitive) -> tuple[str, ...]: ..."
    yield "def functions_of_values() -> dict[str, Callable[..., Any]]: ..."


def text():
    return "\n".join(lines()) + "\n"


if __name__ == "__main__":
    STUB.write_text(text(), encoding="utf-8")
