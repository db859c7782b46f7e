"""A formula typed on the command line, ``tanh(w*x + b)``, as a Value. It is parsed and read part by part: no eval.

Allowed are names, numbers, ``+ - * / **``, brackets, and the operations of the table by name, with their settings as
keywords: ``leaky_relu(x, negative_slope=0.2)``. Anything else is refused with the place where it stands.
"""

from __future__ import annotations

import ast
import math
import operator
from collections.abc import Mapping
from typing import Any

from ..ops import OPS
from ..plural import plural
from ..value import Value, apply

__all__ = ["expression"]

LONGEST = 2000
_BINARY = {
    ast.Add: operator.add, ast.Sub: operator.sub, ast.Mult: operator.mul, ast.Div: operator.truediv,
    ast.Pow: operator.pow,
}  # fmt: skip
_CONSTANTS = {"pi": math.pi}


def expression(source: str, numbers: Mapping[str, float]) -> tuple[Value, dict[str, Value]]:
    """The Value of a formula, labelled y, and the named Values in it.

    >>> y, values = expression("tanh(w*x + b)", {"w": 0.5, "x": 2.0, "b": -1.0})
    >>> y.backward()
    >>> values["w"].grad
    2.0

    Raises ValueError for anything that is no formula, a name without a number or a number for a name that is not there.
    """
    if len(source) > LONGEST:
        raise ValueError(f"the formula is {len(source):,} characters long; {LONGEST:,} are allowed")
    try:
        tree = ast.parse(source.strip(), mode="eval").body
    except (SyntaxError, ValueError) as error:
        why = getattr(error, "msg", error)
        raise ValueError(f"cannot read the formula {source!r}: {why}. A product is written 2*x, a power x**2") from None
    except (RecursionError, MemoryError):
        raise ValueError(f"cannot read the formula {source!r}: it is nested too deeply") from None
    values = {name: Value(number, name) for name, number in numbers.items()}
    result, used = _read(tree, source.strip(), values)
    unused = [name for name in values if name not in used]
    if unused:
        raise ValueError(f"there is a number for {', '.join(unused)}, but no such name in {source!r}")
    if not isinstance(result, Value):
        raise ValueError(f"there is no name in {source!r}: it is a number, and has no derivative")
    if result.op is None:
        raise ValueError(f"{source!r} is a name alone: write a formula of it")
    return result.named("y" if "y" not in values else "result"), values


def _read(tree: ast.expr, source: str, values: Mapping[str, Value]) -> tuple[Any, set[str]]:
    """Every part after the parts it is made of; the results wait on a stack, so that depth costs nothing."""
    todo: list[tuple[ast.expr, bool]] = [(tree, False)]
    done: list[Any] = []
    used: set[str] = set()
    while todo:
        node, ready = todo.pop()
        parts = _parts(node, source)
        if parts and not ready:
            todo.append((node, True))
            todo += [(part, False) for part in reversed(parts)]
            continue
        inputs = done[len(done) - len(parts) :]
        del done[len(done) - len(parts) :]
        if isinstance(node, ast.Name):
            used.add(node.id)
        try:
            done.append(_result(node, inputs, values, source))
        except (ArithmeticError, TypeError) as error:
            why = "division by zero" if isinstance(error, ZeroDivisionError) else error
            raise ValueError(f"{_text(node, source)!r} cannot be computed: {why}") from None
    return done[0], used


def _parts(node: ast.expr, source: str) -> list[ast.expr]:
    if isinstance(node, ast.BinOp) and type(node.op) in _BINARY:
        return [node.left, node.right]
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, (ast.USub, ast.UAdd)):
        return [node.operand]
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
        return list(node.args)
    if isinstance(node, ast.Name):
        return []
    if isinstance(node, ast.Constant) and type(node.value) in (int, float):
        return []
    raise ValueError(
        f"{_text(node, source)!r} cannot stand in a formula: it is made of names, numbers, + - * /, powers x**2, "
        "brackets and functions such as tanh(x)"
    )


def _result(node: ast.expr, inputs: list[Any], values: Mapping[str, Value], source: str) -> Any:
    if isinstance(node, ast.BinOp):
        return _BINARY[type(node.op)](*inputs)
    if isinstance(node, ast.UnaryOp):
        return -inputs[0] if isinstance(node.op, ast.USub) else inputs[0]
    if isinstance(node, ast.Constant):
        return float(node.value)  # type: ignore[arg-type]
    if isinstance(node, ast.Name):
        if node.id in values:
            return values[node.id]
        if node.id in _CONSTANTS:
            return _CONSTANTS[node.id]
        raise ValueError(f"{node.id} has no number: add {node.id}=... after the formula")
    assert isinstance(node, ast.Call)
    assert isinstance(node.func, ast.Name)
    op = OPS.get(node.func.id)
    if op is None:
        from difflib import get_close_matches  # slow to import

        near = get_close_matches(node.func.id.lower(), OPS, 2)
        hint = f"did you mean {' or '.join(map(repr, near))}?" if near else f"there are {', '.join(OPS)}"
        raise ValueError(f"there is no function {node.func.id!r}: {hint}")
    if op.arity is not None and op.arity != len(inputs):
        raise ValueError(
            f"{op.name} takes {plural(op.arity, 'input')}, not {len(inputs)} as in {_text(node, source)!r}"
        )
    settings = {}
    for keyword in node.keywords:
        if keyword.arg is None or not isinstance(keyword.value, ast.Constant):
            raise ValueError(f"a setting is a number or a word, as in leaky_relu(x, negative_slope=0.2): {source!r}")
        settings[keyword.arg] = keyword.value.value
    return apply(op.bind(**settings) if settings else op, *inputs)


def _text(node: ast.expr, source: str) -> str:
    return ast.get_source_segment(source, node) or type(node).__name__
