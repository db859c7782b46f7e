"""What all losses share: inputs of any shape taken apart and compared, and the terms of a loss put together.

A loss takes a Value or number, a list of them, or a list of lists (a batch). Its terms are averaged ("mean"), added
("sum") or given back in the shape of the input ("none"). Averages are PyTorch's: of all terms, or of all examples.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from operator import index
from typing import Any

from .. import functions
from ..modes import TracingError, modes
from ..nested import flatten, plain
from ..value import Value

__all__: list[str] = []

Shape = tuple[int, ...]

NUMBERS = {float, int}
"""A list of nothing else is known to be flat at once, without a call for each of what may be thousands."""


def shape(name: str, x: Any) -> Shape:
    """The lengths of a list of lists: () for a number or Value, (4,) for a list of four, (2, 3) for two rows of three.

    >>> shape("input", [[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]])
    (2, 3)
    """
    if not isinstance(x, (list, tuple)):
        if isinstance(x, (str, dict, set, type(None))):
            raise TypeError(f"{name} is a number, a Value or a list of them, not {type(x).__name__} {x!r:.60}")
        return ()
    if NUMBERS.issuperset(map(type, x)):
        return (len(x),)
    shapes = {shape(name, item) for item in x}
    if len(shapes) > 1:
        raise ValueError(f"{name} is ragged: its items have the shapes {', '.join(map(str, sorted(shapes)))}")
    return (len(x), *shapes.pop()) if shapes else (0,)


def same_shape(loss: str, **inputs: Any) -> tuple[list[list[Any]], Callable[[Sequence[Any]], Any]]:
    """The numbers of each input from left to right, and what puts as many others into the inputs' shape.

    Raises ValueError, with all shapes, if they differ.
    """
    inputs = {name: plain(x) for name, x in inputs.items()}
    shapes = {name: shape(f"{loss}: {name}", x) for name, x in inputs.items()}
    if len(set(shapes.values())) > 1:
        raise ValueError(f"{loss}: {' and '.join(f'{n} has shape {s}' for n, s in shapes.items())}{_hint(shapes)}")
    taken = [flatten(x) for x in inputs.values()]
    return [leaves for leaves, _ in taken], taken[0][1]


def _hint(shapes: dict[str, Shape]) -> str:
    """The usual slip: a net with one output gives a list of one."""
    if len({tuple(length for length in s if length != 1) for s in shapes.values()}) == 1:
        return "; they have to be equal, so unpack the lists of one, as in [net(x)[0] for x in xs]"
    return "; they have to be equal"


def stretched(loss: str, name: str, x: Any, to: Shape) -> list[Any]:
    """The numbers of ``x`` stretched to a shape as NumPy and PyTorch broadcast, from left to right.

    >>> stretched("loss", "weight", [1.0, 2.0], (2, 2))
    [1.0, 2.0, 1.0, 2.0]
    """
    x = plain(x)
    own = shape(f"{loss}: {name}", x)
    for _ in range(len(to) - len(own)):
        x = [x]
    full = shape(name, x)
    if len(full) != len(to) or any(length not in (1, wanted) for length, wanted in zip(full, to, strict=True)):
        raise ValueError(f"{loss}: {name} has shape {own}, which does not fit the input's {to}")
    return _stretch(x, to)


def _stretch(x: Any, to: Shape) -> list[Any]:
    if not to:
        return [x]
    rows = x if len(x) == to[0] else [x[0]] * to[0]
    return [leaf for row in rows for leaf in _stretch(row, to[1:])]


def reduced(loss: str, terms: list[Any], rebuild: Callable[[Sequence[Any]], Any], reduction: str) -> Any:
    """The terms of a loss as one Value called "loss", or, for "none", in the shape of the input."""
    if reduction == "none":
        return rebuild(terms)
    if reduction == "sum" or (reduction == "mean" and len(terms) == 1):  # no "/ 1" in anybody's formulae
        return named(functions.sum(terms))
    if reduction != "mean":
        raise ValueError(f"{reduction} is not a valid value for reduction: use 'mean', 'sum' or 'none'")
    if not terms:
        raise ValueError(f"{loss}: the input is empty, and the mean of nothing is undefined")
    return named(functions.mean(terms))


def named(result: Any, label: str = "loss") -> Any:
    """The result with this label; a loss of plain numbers is a plain number and has none."""
    return result.named(label) if isinstance(result, Value) else result


def elementwise(loss: str, term: Callable[..., Any], reduction: str, **inputs: Any) -> Any:
    """A loss that has one term for each number of its equally shaped inputs."""
    columns, rebuild = same_shape(loss, **inputs)
    return reduced(loss, [term(*xs) for xs in zip(*columns, strict=True)], rebuild, reduction)


def is_data(x: Any) -> bool:
    """Whether a number is data of which nothing is known, because the compiler records: it cannot be checked then."""
    return modes.tracing and isinstance(x, Value)


def plus_or_minus_one(loss: str, target: Any) -> Any:
    """The target, checked to be 1 or −1."""
    if not is_data(target) and float(target) not in (1.0, -1.0):
        raise ValueError(f"{loss}: a target is 1 or -1, got {float(target):g}")
    return target


def if_alike(loss: str, target: Any, alike: Any, unlike: Any) -> Any:
    """The first where the target is 1, the second where it is −1."""
    if is_data(target):
        return functions.where(target > 0.0, alike, unlike)
    return alike if plus_or_minus_one(loss, target) == 1.0 else unlike


# -- examples and their classes -------------------------------------------------------------------------------------


def examples(loss: str, input: Any) -> tuple[list[list[Any]], Callable[[Any], Any]]:
    """The examples of a batch, or a single one, and what gives their terms back in the same way."""
    input = plain(input)
    size = shape(f"{loss}: input", input)
    if len(size) == 1 and size != (0,):
        return [list(input)], lambda terms: terms[0]
    if len(size) == 2 and size[1] > 0:
        return [list(row) for row in input], list
    raise ValueError(f"{loss}: an input is a list of numbers, or for a batch a list of such lists; got shape {size}")


def one_for_each(loss: str, input: Any, target: Any) -> list[Any]:
    """The targets of the examples, checked to be one for each."""
    size, got = shape(loss, input), shape(f"{loss}: target", target)
    if got != size[:-1]:
        raise ValueError(f"{loss}: input has shape {size} and target has shape {got}, expected {size[:-1]}")
    return list(target) if got else [target]


def whole(target: Any) -> int:
    try:
        return index(target)
    except TracingError:
        raise
    except TypeError:
        raise TypeError(f"a class is given by its number, an int, not {target!r}: write int(...)") from None


def class_number(target: Any, classes: int) -> int:
    c = whole(target)
    if not 0 <= c < classes:
        raise ValueError(f"Target {c} is out of bounds: there are {classes} classes, from 0 to {classes - 1}")
    return c
