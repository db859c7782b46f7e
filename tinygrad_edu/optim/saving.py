"""What an optimizer saves, and the check of what is to be loaded: all of it, before anything is changed.

The layout is that of ``torch.optim.Optimizer.state_dict``, with ``state`` a list, because a JSON file keeps lists and
has no numbers for keys.
"""

from __future__ import annotations

import copy
from collections.abc import Mapping
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from ..plural import plural
from ..value import Value
from .settings import SETTINGS

if TYPE_CHECKING:
    from .optimizer import Optimizer

__all__ = ["BESIDE", "loaded", "saved"]

BESIDE = ("params", "param_names", "initial_lr")
"""What a parameter group has beside its settings; initial_lr is the rate that schedulers began with."""


def saved(optimizer: Optimizer) -> dict[str, Any]:
    """The state_dict of an optimizer; nothing in it is shared with the optimizer."""
    groups: list[dict[str, Any]] = []
    state: list[dict[str, Any]] = []
    for group in optimizer.param_groups:
        known = {name: x for name, x in group.items() if name in optimizer.defaults or name in BESIDE}
        kept = {name: list(x) if isinstance(x, tuple) else x for name, x in known.items()}
        kept["params"] = list(range(len(state), len(state) + len(group["params"])))
        groups.append(kept)
        state += [optimizer.state.get(p, {}) for p in group["params"]]
    return copy.deepcopy({"state": state, "param_groups": groups})


def loaded(optimizer: Optimizer, state_dict: Any) -> tuple[list[dict[str, Any]], dict[Value, dict[str, Any]]]:
    """The groups and the state that a state_dict makes of an optimizer, or the error for the first thing amiss."""
    if not isinstance(state_dict, Mapping) or not {"state", "param_groups"} <= state_dict.keys():
        raise TypeError(f"a state_dict is a dict with 'state' and 'param_groups', not {state_dict!r:.60}")
    state_dict = copy.deepcopy(dict(state_dict))
    entries, saved_groups = state_dict["state"], state_dict["param_groups"]
    if not isinstance(entries, list) or not isinstance(saved_groups, list):
        raise TypeError("'state' and 'param_groups' of a state_dict are lists")
    _same_shape(optimizer.param_groups, saved_groups, len(entries))
    groups: list[dict[str, Any]] = []
    state: dict[Value, dict[str, Any]] = {}
    start = 0
    for group, new in zip(optimizer.param_groups, saved_groups, strict=True):
        settings = {name: x for name, x in new.items() if name not in BESIDE}
        missing = [name for name in optimizer.defaults if name not in settings]
        if missing:
            raise ValueError(f"{type(optimizer).__name__} has a setting {missing[0]!r}, what was saved has not")
        settings = optimizer.checked(settings)
        beside = {"initial_lr": SETTINGS["lr"]("lr", new["initial_lr"])} if "initial_lr" in new else {}
        groups.append({**group, **settings, **beside})
        s = SimpleNamespace(**settings)
        for i, p in enumerate(group["params"], start):
            if not isinstance(entries[i], Mapping):
                raise TypeError(f"the state of parameter {i} is not a dict: {entries[i]!r:.60}")
            if entries[i]:
                state[p] = optimizer.checked_state(s, entries[i], f"the state of parameter {i}")
        start += len(group["params"])
    return groups, state


def _same_shape(here: list[dict[str, Any]], there: list[Any], entries: int) -> None:
    """ValueError for the first difference between the groups of an optimizer and those saved."""
    for i, group in enumerate(there):
        if not isinstance(group, Mapping) or not isinstance(group.get("params"), list):
            raise TypeError(f"parameter group {i} of the state_dict is not a dict with a list 'params': {group!r:.60}")
    sizes, saved_sizes = ([len(group["params"]) for group in groups] for groups in (here, there))
    if len(sizes) != len(saved_sizes):
        raise ValueError(f"expected {plural(len(sizes), 'parameter group')}, got {len(saved_sizes)}")
    for i, (n, got) in enumerate(zip(sizes, saved_sizes, strict=True)):
        if n != got:
            difference = f"first difference: group {i} has {plural(n, 'parameter')} here and {got} there"
            raise ValueError(f"expected {plural(sum(sizes), 'parameter')}, got {sum(saved_sizes)}; {difference}")
        names, saved_names = here[i].get("param_names"), there[i].get("param_names")
        if names and isinstance(saved_names, list) and names != saved_names:
            a, b = next((a, b) for a, b in zip(names, saved_names + [""] * n, strict=False) if a != b)
            raise ValueError(f"the parameters have other names; first difference: {a!r} here is {b!r} there")
    if entries != sum(sizes):
        raise ValueError(f"expected the state of {plural(sum(sizes), 'parameter')}, got that of {entries}")
