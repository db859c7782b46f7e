"""Module: what a network is made of, and how its parameters are found, named, frozen, saved and counted.

A module is an object with attributes. Its parameters are the leaf Values among them that need a gradient: directly,
inside lists, tuples and dicts, and inside submodules, in the order in which the attributes were first assigned.
Nothing has to be registered and no ``super().__init__()`` called: the attributes are walked when they are asked for.
Names and behaviour are those of ``torch.nn.Module``, with scalars in place of tensors.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple, TypeVar

from ..options import check_flag
from ..plural import plural
from ..real import to_float
from ..value import Value

__all__ = ["Module"]

M = TypeVar("M", bound="Module")


class IncompatibleKeys(NamedTuple):
    """What ``load_state_dict(strict=False)`` left out: names it had no number for, and numbers it had no place for."""

    missing_keys: list[str]
    unexpected_keys: list[str]


class Module:
    """Base class of everything that has parameters. A subclass assigns its parts and defines ``forward``.

    >>> class Line(Module):
    ...     def __init__(self):
    ...         self.slope, self.height = Value(2.0, "slope"), Value(1.0, "height")
    ...     def forward(self, x):
    ...         return self.slope * x + self.height
    >>> line = Line()
    >>> line(3.0).data
    7.0
    >>> [name for name, _ in line.named_parameters()]
    ['slope', 'height']
    """

    training: bool = True  # class attributes, so that a subclass need not call super().__init__()
    _frozen: tuple[Value, ...] = ()  # this module's own parameters that requires_grad_(False) has frozen

    def __setattr__(self, name: str, value: Any) -> None:
        object.__setattr__(self, name, value)
        held = value.values() if isinstance(value, dict) else value if isinstance(value, (list, tuple)) else (value,)
        if any(isinstance(part, Module) for part in held):
            from .nets import label_parts

            label_parts(self)

    def forward(self, *args: Any, **kwargs: Any) -> Any:
        """What the module computes; ``module(x)`` calls it."""
        raise NotImplementedError(f"{type(self).__name__} does not say what it computes: define forward(self, ...)")

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        try:
            return self.forward(*args, **kwargs)
        except TypeError:
            _check_call(self, args, kwargs)
            raise

    # -- what there is -----------------------------------------------------------------------------------------------

    def named_parameters(self) -> list[tuple[str, Value]]:
        """The parameters with their names: the way to each, attribute names and positions joined by dots.

        A Value that is reached twice, such as a bias shared by a layer, is listed once, under its first name.
        """
        return [(prefix + str(key), value) for prefix, key, value in self._parameters()]

    def parameters(self) -> list[Value]:
        """The leaf Values that are trained, each once; frozen ones (``requires_grad_(False)``) are still listed.

        Constants are no parameters. Raises TypeError for Values kept in a set, which has no order to list them in.
        """
        return [value for _, _, value in self._parameters()]

    def _parameters(self) -> list[tuple[str, Any, Value]]:
        found = list(_walk(self))
        frozen = {value for _, _, module in found if isinstance(module, Module) for value in module._frozen}
        return [
            item
            for item in found
            if isinstance(value := item[2], Value) and (value.requires_grad or (frozen and value in frozen))
        ]

    def named_modules(self) -> list[tuple[str, Module]]:
        """This module, under the name ``""``, and all modules inside it, with their names."""
        return [(prefix + str(key), module) for prefix, key, module in _walk(self) if isinstance(module, Module)]

    def modules(self) -> list[Module]:
        """This module and all modules inside it, each once."""
        return [module for _, module in self.named_modules()]

    # -- modes -------------------------------------------------------------------------------------------------------

    def train(self: M, mode: bool = True) -> M:
        """Set training mode for this module and all inside it: ``Dropout`` drops only while training."""
        mode = check_flag("mode", mode)
        for module in self.modules():
            if mode == type(module).training:  # as at first, so that what was compiled then is found again
                vars(module).pop("training", None)
            else:
                module.training = mode
        return self

    def eval(self: M) -> M:
        """Leave training mode; the same as ``train(False)``."""
        return self.train(False)

    def zero_grad(self) -> None:
        """Set the gradient of every parameter to 0, before the next ``backward()`` adds to it."""
        for value in self.parameters():
            value.grad = 0.0

    def requires_grad_(self: M, requires_grad: bool = True) -> M:
        """Freeze the parameters (``False``), or make those trainable again that were frozen by this method.

        Frozen parameters receive no gradient. Values that were constants from the start stay constants.
        """
        modules = self.modules()
        if check_flag("requires_grad", requires_grad):
            for module in modules:
                for value in module._frozen:
                    value.requires_grad = True
                module._frozen = ()
            return self
        own = [(module, [value for value in _own_values(module) if value.requires_grad]) for module in modules]
        for module, values in own:
            module._frozen += tuple(values)
            for value in values:
                value.requires_grad, value.grad = False, 0.0
        return self

    # -- saving and loading ------------------------------------------------------------------------------------------

    def state_dict(self) -> dict[str, float]:
        """The numbers of all leaf Values, constants too, by name: what it takes to restore the module.

        Raises ValueError if two Values have one name, as under the keys ``1`` and ``"1"`` of a dict.
        """
        return {name: value.data for name, value in self._named_values().items()}

    def load_state_dict(self, state: Mapping[str, Any], strict: bool = True) -> IncompatibleKeys:
        """Put saved numbers in place. With ``strict=False`` names that are only on one side are left alone.

        Everything is validated before anything is changed. Returns the names missing in ``state`` and the unexpected
        ones. Raises ValueError if there are any and ``strict`` is set, TypeError if an entry is not a real number.

        >>> net = Module()
        >>> net.w = Value(1.0)
        >>> net.load_state_dict({"w": 0.5, "b": 0.0})
        Traceback (most recent call last):
        ValueError: Module expected 1 parameter, got 2; first difference: 'b' is unexpected. Nothing was changed
        """
        if not isinstance(state, Mapping):
            raise TypeError(f"load_state_dict takes a dict of names and numbers, not {type(state).__name__}")
        values = self._named_values()
        missing = [name for name in values if name not in state]
        unexpected = [name for name in state if name not in values]
        if strict and (missing or unexpected):
            raise ValueError(_difference(type(self).__name__, len(values), len(state), missing, unexpected))
        numbers = {}
        for name in values:
            if name in state:
                try:
                    numbers[name] = to_float(state[name])
                except (TypeError, OverflowError) as error:
                    raise TypeError(f"{name!r} cannot be loaded: {error}. Nothing was changed") from None
        for name, number in numbers.items():
            values[name].data = number
        return IncompatibleKeys(missing, unexpected)

    def _named_values(self) -> dict[str, Value]:
        values: dict[str, Value] = {}
        for prefix, key, value in _walk(self):
            name = f"{prefix}{key}"
            if isinstance(value, Value) and values.setdefault(name, value) is not value:
                raise ValueError(f"two Values of this {type(self).__name__} have the name {name!r}: rename one")
        return values

    # -- words -------------------------------------------------------------------------------------------------------

    def extra_repr(self) -> str:
        """What stands between the brackets of the repr; a subclass gives its settings here."""
        return ""

    def __repr__(self) -> str:
        lines = [f"({name}): {part!r}" for name, part in _parts(self)]
        if not lines:
            return f"{type(self).__name__}({self.extra_repr()})"
        body = "\n".join(lines).replace("\n", "\n  ")
        return f"{type(self).__name__}({self.extra_repr()}\n  {body}\n)"

    def summary(self, depth: int = 1) -> str:
        """A table of the parts, ``depth`` levels down, and of how many parameters each has; print it.

        A parameter that several parts share is counted in the first of them.

        >>> from tinygrad_edu.nn import MLP
        >>> print(MLP(2, [3, 1], activation="tanh").summary())
        part      what                              parameters
        layers.0  Layer(2, 3, activation='tanh')             9
        layers.1  Layer(3, 1, activation='linear')           4
        total                                               13
        """
        seen: set[Value] = set()
        rows = _rows(self, "", depth, seen)
        rows.append(("total", "", len(seen)))
        width, wide = (max(map(len, column)) for column in zip(("part", "what"), *rows, strict=False))
        lines = [f"{'part':{width}}  {'what':{wide}}  parameters"]
        lines += [f"{name:{width}}  {what:{wide}}  {count:>10,}" for name, what, count in rows]
        frozen = sum(not value.requires_grad for value in seen)
        return "\n".join(lines) + (f", {frozen:,} of them frozen" if frozen else "")


def _walk(root: Module, inside: bool = True) -> Iterator[tuple[str, Any, Any]]:
    """Every Module and leaf Value under ``root``, each once, in order of assignment: (prefix, last part of name, it).

    The two parts of a name are joined by those who want it: most want only the Values, before every step of training.
    """
    seen: set[int] = set()  # ids, because lists have no hash; a module may hold its parent
    stack: list[tuple[str, Iterator[tuple[Any, Any]]]] = [("", iter([("", root)]))]
    while stack:
        prefix, items = stack[-1]
        for key, thing in items:
            if id(thing) in seen or not isinstance(thing, (Value, Module, list, tuple, dict, set, frozenset)):
                continue
            seen.add(id(thing))
            if isinstance(thing, Value):
                if thing.op is None:
                    yield prefix, key, thing
                continue
            children: Iterator[tuple[Any, Any]]
            if isinstance(thing, Module):
                yield prefix, key, thing
                if thing is not root and not inside:
                    continue
                children = iter([item for item in vars(thing).items() if item[0] != "_frozen"])
            elif isinstance(thing, dict):
                children = iter(list(thing.items()))
            elif isinstance(thing, (list, tuple)):
                children = enumerate(thing)
            else:
                if any(isinstance(item, (Value, Module)) for item in thing):
                    raise TypeError(f"{prefix}{key} is a set, which has no order: keep Values and modules in a list")
                continue
            stack.append((f"{prefix}{key}." if thing is not root else "", children))
            break
        else:
            stack.pop()


def _check_call(module: Module, args: tuple[Any, ...], kwargs: dict[str, Any]) -> None:
    """TypeError, in the words of whoever called the module, if these are not the arguments of its ``forward``."""
    from inspect import signature  # slow to import

    wanted = signature(module.forward)
    try:
        wanted.bind(*args, **kwargs)
    except TypeError as error:
        hint = ""
        if len(wanted.parameters) == 1 < len(args) and not any(isinstance(arg, (list, tuple)) for arg in args):
            hint = f". Several numbers are one list: net([{', '.join(f'x{k}' for k in range(1, len(args) + 1))}])"
        takes = ", ".join(wanted.parameters) or "nothing"
        raise TypeError(f"{type(module).__name__} is called with ({takes}): {error}{hint}") from None


def _own_values(module: Module) -> list[Value]:
    """The leaf Values of a module that are not inside one of its submodules."""
    return [value for _, _, value in _walk(module, inside=False) if isinstance(value, Value)]


def _parts(module: Module) -> list[tuple[str, Module]]:
    """The modules directly inside a module, with their names."""
    found = [(prefix + str(key), part) for prefix, key, part in _walk(module, inside=False) if isinstance(part, Module)]
    return found[1:]  # the first is the module itself


def _rows(module: Module, name: str, depth: int, seen: set[Value]) -> list[tuple[str, str, int]]:
    """The lines of a summary: the parts of a module if there are any and ``depth`` allows, else the module itself."""
    parts = _parts(module) if depth else []
    mine = set(_own_values(module)) if parts else set(module.parameters())
    new = [value for value in module.parameters() if value in mine and value not in seen]
    seen.update(new)
    rows = []
    if new or not parts:
        rows.append((name or "(itself)", "its own" if parts else repr(module).split("\n")[0], len(new)))
    for part_name, part in parts:
        rows += _rows(part, f"{name}.{part_name}" if name else part_name, depth - 1, seen)
    return rows


def _difference(kind: str, expected: int, got: int, missing: list[str], unexpected: list[str]) -> str:
    first = f"{missing[0]!r} is missing" if missing else f"{unexpected[0]!r} is unexpected"
    more = len(missing) + len(unexpected) - 1
    return (
        f"{kind} expected {plural(expected, 'parameter')}, got {got}; first difference: {first}"
        + (f", and {more} more" if more else "")
        + ". Nothing was changed"
    )
