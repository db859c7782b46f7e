"""functional_call: a module as a function of its parameters, for what wants functions: gradcheck, hessian, hvp, jvp.

The name and the arguments are those of ``torch.func.functional_call``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from ..value import Value
from .module import Module

__all__ = ["functional_call"]


def functional_call(
    module: Module,
    parameters: Mapping[str, Any] | Iterable[Any],
    args: Any = (),
    kwargs: Mapping[str, Any] | None = None,
) -> Any:
    """``module(*args, **kwargs)`` with other Values, or numbers, in the places of its parameters.

    parameters  by their names in ``named_parameters()``, and those that are not named stay; or all of them in the order
                of ``parameters()``
    args        the arguments; one that is no tuple is the only one, so that a list of inputs need not be put in another

    During the call the module holds the others, and after it its own again, also where the call raises.

    >>> from tinygrad_edu import gradcheck, hessian, nn
    >>> layer, x = nn.Layer(2, 1, "tanh", seed=0), [0.5, -1.0]
    >>> numbers = [p.data for p in layer.parameters()]
    >>> bool(gradcheck(lambda ws: functional_call(layer, ws, x)[0], [numbers]))
    True
    >>> len(hessian(lambda ws: functional_call(layer, ws, x)[0])(numbers))
    3

    Raises KeyError for a name that is no parameter's; ValueError for another number of parameters than there are;
    TypeError for what is no module.
    """
    if not isinstance(module, Module):
        raise TypeError(f"functional_call runs a module of nn, not {type(module).__name__} {module!r:.60}")
    other = _others(module, parameters)
    held = [(vars(part), dict(vars(part))) for part in module.modules()]
    try:
        for attributes, own in held:
            attributes.update({name: _with(value, other) for name, value in own.items() if name != "_frozen"})
        return module(*(args if isinstance(args, tuple) else (args,)), **(kwargs or {}))
    finally:
        for attributes, own in held:
            attributes.update(own)


def _others(module: Module, parameters: Mapping[str, Any] | Iterable[Any]) -> dict[Value, Any]:
    """What stands in the place of each parameter."""
    own = module.named_parameters()
    if not isinstance(parameters, Mapping):
        given = list(parameters)
        if len(given) != len(own):
            raise ValueError(f"{type(module).__name__} has {len(own)} parameters, got {len(given)}")
        return {p: value for (_, p), value in zip(own, given, strict=True)}
    named = dict(own)
    for name in parameters:
        if name not in named:
            raise KeyError(
                f"{name!r} is no parameter of {type(module).__name__}; the first is {next(iter(named), '')!r}"
            )
    return {named[name]: value for name, value in parameters.items()}


def _with(thing: Any, other: Mapping[Value, Any]) -> Any:
    """The same with others in the places of parameters, also in lists, tuples and dicts; submodules are not entered."""
    if isinstance(thing, Value):
        return other.get(thing, thing)
    if type(thing) is dict:
        return {key: _with(value, other) for key, value in thing.items()}
    if isinstance(thing, (list, tuple)):
        values = [_with(value, other) for value in thing]
        if all(new is old for new, old in zip(values, thing, strict=True)):
            return thing
        return thing._make(values) if hasattr(thing, "_make") else type(thing)(values)
    return thing
