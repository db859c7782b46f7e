"""Optimizer: the parameters in groups and the loop over them. What is common to all optimizers.

An optimizer is its update rule. The rule is written over an arithmetic ``m`` that it is given, as the rules of the
table of primitives are (``ops.py``): here it runs on floats, and a compiler runs the same rule on symbols. So rules
compute with ``+ - * /`` and ``m.sqrt``, ``m.where`` ..., never with ``math``; they change nothing, but return what is
new; and they ask (``if``) about settings alone, never about numbers. Names, defaults and behaviour are those of
``torch.optim``, with scalars in place of tensors.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Iterator, Mapping
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from ..asked import is_ours
from ..ieee import FLOATS, IEEE, Double
from ..instead import no_setting
from ..modes import enable_grad
from ..plural import plural
from ..real import to_float
from ..value import Value
from .parameters import gradient, listed, name_of, named, refuse_repeats
from .saving import BESIDE, loaded, saved
from .settings import SETTINGS, unknown

__all__ = ["Optimizer"]


class Optimizer:
    """Base class of all optimizers.

    params    what to optimize: Values, or (name, Value) pairs as ``named_parameters()`` gives them, or parameter
              groups: dicts with the parameters under "params" and settings of their own, ``{"params": [w], "lr": 0.1}``
    defaults  the settings of groups that do not have their own

    Public, as in PyTorch: ``param_groups``, the list of groups, each a dict; writing ``group["lr"]`` is how a schedule
    changes the rate. ``state``, what is remembered of each parameter, by parameter and name.

    Raises ValueError for no parameters at all, one that appears more than once, a constant, the result of a
    computation, or a setting that is unknown or out of bounds; TypeError for what is no Value.

    An optimizer of one's own is a subclass with a rule and, where needed, two more functions. ``s`` has the settings of
    the group as attributes.

        initial(s)                a parameter's state before its first step: numbers by name
        per_step(m, s, t)         numbers that all parameters share in step t = 1, 2, ..., by name; ``rule`` finds
                                  them in its ``s`` too
        rule(m, s, p, g, state)   the new parameter and the new state, from parameter p, gradient g and the old state

    >>> class SignSGD(Optimizer):
    ...     def __init__(self, params, lr=0.25):
    ...         super().__init__(params, {"lr": lr})
    ...     @staticmethod
    ...     def rule(m, s, p, g, state):
    ...         return p - s.lr * m.sign(g), {}
    >>> w = Value(1.0, "w")
    >>> optimizer = SignSGD([w])
    >>> (w * 8.0).backward()
    >>> optimizer.step()
    >>> w.data
    0.75
    """

    def __new__(cls, *args: Any, **settings: Any) -> Any:
        """Say how a setting that the optimizer does not take is called here."""
        known = inspect.signature(cls.__init__).parameters
        if not any(p.kind is p.VAR_KEYWORD for p in known.values()):
            for name in [name for name in settings if name not in known]:
                raise no_setting(cls.__name__, name, known)
        return super().__new__(cls)

    def __init__(self, params: Iterable[Any], defaults: dict[str, Any]) -> None:
        self.defaults = defaults
        self.defaults = self.checked(defaults)
        self.param_groups: list[dict[str, Any]] = []
        self.state: dict[Value, dict[str, Any]] = {}
        given = listed(params)
        self._add(given if given and isinstance(given[0], Mapping) else [{"params": given}])
        if not any(group["params"] for group in self.param_groups):
            raise ValueError("optimizer got an empty parameter list: there is nothing that it could optimize")

    if not TYPE_CHECKING:  # a type checker knows which attributes there are

        def __getattr__(self, name: str) -> Any:
            raise self._no_attribute(name)

        def __setattr__(self, name: str, value: Any) -> None:
            """Refuse ``optimizer.lr = 0.1``, which would change nothing; an optimizer of one's own may have an lr."""
            if name in vars(self).get("defaults", ()) and is_ours(type(self).__module__):
                raise self._no_attribute(name)
            super().__setattr__(name, value)

    def _no_attribute(self, name: str) -> AttributeError:
        words = f"{type(self).__name__!r} object has no attribute {name!r}"
        if name in vars(self).get("defaults", ()):
            words += f": it is a setting, and each group has its own, as optimizer.param_groups[0][{name!r}]"
        return AttributeError(words, name=name, obj=self)

    # -- what a subclass defines --------------------------------------------------------------------------------------

    @staticmethod
    def initial(s: Any) -> dict[str, float]:
        """The state of a parameter before its first step."""
        return {}

    @staticmethod
    def per_step(m: Any, s: Any, t: Any) -> dict[str, Any]:
        """What all parameters share in step ``t``."""
        return {}

    @staticmethod
    def rule(m: Any, s: Any, p: Any, g: Any, state: Mapping[str, Any]) -> tuple[Any, dict[str, Any]]:
        """The new parameter and its new state."""
        raise NotImplementedError("an optimizer says how it steps: define rule(m, s, p, g, state)")

    @staticmethod
    def complaint(s: Any) -> str:
        """What is wrong with settings that are well-formed one by one, or ""."""
        return ""

    # -- stepping -----------------------------------------------------------------------------------------------------

    @classmethod
    def at_step(cls, m: Any, settings: Mapping[str, Any], t: Any) -> SimpleNamespace:
        """What ``rule`` gets as ``s`` in step ``t``: the settings and the shared numbers, in the arithmetic ``m``."""
        s = SimpleNamespace(**settings)
        vars(s).update(cls.per_step(m, s, t))
        return s

    def step(self, closure: Callable[[], Any] | None = None) -> Any:
        """One step: every parameter moves as its gradient and the rule say. Frozen parameters stay.

        ``closure``, if given, is called first; it computes the loss anew, with ``backward()``, and returns it. The step
        returns what the closure returned. If anything fails, no parameter and no state is changed.

        Raises TypeError for a gradient that is not a number.
        """
        loss = None
        if closure is not None:
            with enable_grad():
                loss = closure()
        moves = [move for group in self.param_groups for move in self._moves(group)]
        before = [p.data for p, _, _ in moves]
        try:
            for p, data, _ in moves:
                p.data = data
            self.state.update({p: state for p, _, state in moves})
        except BaseException:  # Ctrl-C: a step is made whole or not at all
            for (p, _, _), data in zip(moves, before, strict=True):
                p.data = data
            raise
        return loss

    def _moves(self, group: dict[str, Any]) -> Iterator[tuple[Value, float, dict[str, Any]]]:
        """Where the parameters of a group go, and with what state."""
        rule, states = self.rule, self.state
        settings = self.settings_of(group)
        fresh = self.initial_state(group)
        shared: dict[int, SimpleNamespace] = {}  # by step: a parameter that was frozen for a while is behind
        for p in group["params"]:
            if not p.requires_grad:
                continue
            old = states.get(p) or fresh
            t = old["step"] + 1
            s = shared.get(t) or shared.setdefault(t, self.numbers_of_step(settings, t))
            g = p.grad
            if g.__class__ is not float:
                g = gradient(p)
            try:
                data, new = rule(FLOATS, s, p.data, g, old)
            except (ArithmeticError, ValueError, KeyError):  # KeyError: a setting was changed and wants more state
                data, new = self._carefully(s, p.data, g, {**fresh, **old})
            yield p, data, {**new, "step": t}

    def initial_state(self, group: Mapping[str, Any]) -> dict[str, Any]:
        """What is remembered of a parameter of this group that has taken no step."""
        return {"step": 0, **self.initial(SimpleNamespace(**self.settings_of(group)))}

    def numbers_of_step(self, settings: Mapping[str, Any], t: int) -> SimpleNamespace:
        """``at_step`` on floats, whatever the numbers are."""
        try:
            return self.at_step(FLOATS, settings, float(t))
        except (ArithmeticError, ValueError):
            s = self.at_step(IEEE, {name: _as(Double, x) for name, x in settings.items()}, Double(t))
            return SimpleNamespace(**{name: _as(float, x) for name, x in vars(s).items()})

    def _carefully(self, s: Any, p: float, g: float, old: dict[str, Any]) -> tuple[float, dict[str, Any]]:
        """The rule in the arithmetic in which 1/0 is inf and no exception."""
        s = SimpleNamespace(**{name: _as(Double, x) for name, x in vars(s).items()})
        data, new = self.rule(IEEE, s, Double(p), Double(g), {name: Double(x) for name, x in old.items()})
        return float(data), {name: float(x) for name, x in new.items()}

    def zero_grad(self, set_to_none: bool = False) -> None:
        """Set the gradients to 0, before the next ``backward()`` adds to them.

        A gradient here is always a number: ``set_to_none`` is taken for PyTorch's sake and changes nothing.
        """
        for group in self.param_groups:
            for p in group["params"]:
                p.grad = 0.0

    # -- groups and settings ------------------------------------------------------------------------------------------

    def add_param_group(self, param_group: Mapping[str, Any]) -> None:
        """Add parameters, under "params", with settings of their own where these differ from the defaults.

        >>> from tinygrad_edu.optim import SGD
        >>> w, b = Value(1.0, "w"), Value(0.0, "b")
        >>> optimizer = SGD([w], lr=0.1)
        >>> optimizer.add_param_group({"params": [b], "lr": 0.01})
        >>> optimizer
        SGD(1 parameter, lr=0.1; 1 parameter, lr=0.01)
        """
        self._add([param_group])

    def _add(self, groups: list[Any]) -> None:
        new = [self._group(group) for group in groups]
        refuse_repeats(self.param_groups + new)
        self.param_groups += new

    def _group(self, given: Any) -> dict[str, Any]:
        """A parameter group as it is kept, everything in it checked."""
        if not isinstance(given, Mapping):
            raise TypeError(f"a parameter group is a dict, not {type(given).__name__} {given!r:.60}")
        if "params" not in given:
            raise ValueError(f"a parameter group has its parameters under 'params'; this one has {', '.join(given)}")
        names, params = named(listed(given["params"]))
        own = {name: x for name, x in given.items() if name not in BESIDE}
        group = {"params": params, **self.checked({**self.defaults, **own})}
        if names:
            group["param_names"] = names
        if "initial_lr" in given:
            group["initial_lr"] = SETTINGS["lr"]("lr", given["initial_lr"])
        for i, p in enumerate(params):
            if p.op is not None:
                raise ValueError(
                    f"can't optimize {name_of(group, i)} = {p.data!r}: it is the result of {p.op.name}, which the next "
                    "forward pass computes anew. Parameters are Values made from numbers"
                )
            if not p.requires_grad:
                raise ValueError(
                    f"can't optimize {name_of(group, i)} = {p.data!r}: it is a constant or frozen, and no gradient "
                    "reaches it. Leave it out: [p for p in net.parameters() if p.requires_grad]"
                )
        return group

    def checked(self, settings: Mapping[str, Any]) -> dict[str, Any]:
        """Settings as they are kept; ValueError for one that is unknown or out of bounds."""
        for name in settings:
            if name not in self.defaults:
                raise unknown(f"setting of {type(self).__name__}", name, self.defaults)
        checked = {name: SETTINGS[name](name, x) if name in SETTINGS else x for name, x in settings.items()}
        complaint = self.complaint(SimpleNamespace(**checked))
        if complaint:
            raise ValueError(complaint)
        return checked

    def settings_of(self, group: Mapping[str, Any]) -> dict[str, Any]:
        """The settings among the entries of a parameter group."""
        return {name: group[name] for name in self.defaults}

    def __repr__(self) -> str:
        return f"{type(self).__name__}({'; '.join(map(self._describe, self.param_groups))})"

    def _describe(self, group: dict[str, Any]) -> str:
        """How many parameters, and of the settings the rate and what is not 0 or False."""
        n = len(group["params"])
        shown = (f"{name}={x!r}" for name, x in self.settings_of(group).items() if x or name == "lr")
        return ", ".join((plural(n, "parameter"), *shown))

    # -- saving and loading -------------------------------------------------------------------------------------------

    def state_dict(self) -> dict[str, Any]:
        """All that it takes to go on later, fit for a JSON file. The parameters are saved by their module.

        state         for each parameter, over all groups in order, what is remembered of it; {} before its first step
        param_groups  the groups, with their settings, and positions in ``state`` in place of the parameters
        """
        return saved(self)

    def load_state_dict(self, state_dict: Mapping[str, Any]) -> None:
        """Go on from a saved state: settings and state are replaced, parameters are matched by position.

        All is checked before anything is changed. Raises ValueError that names the first difference: another number of
        groups or parameters, other names, other settings, other state, settings out of bounds; TypeError for what is
        not of the kind that ``state_dict()`` gives.
        """
        try:
            groups, state = loaded(self, state_dict)
        except (ValueError, TypeError) as error:
            raise type(error)(f"{error}. Nothing was changed") from None
        self.state.clear()
        self.state.update(state)
        for group, new in zip(self.param_groups, groups, strict=True):
            group.update(new)

    def checked_state(self, s: Any, entry: Mapping[str, Any], where: str) -> dict[str, Any]:
        """The saved state of one parameter, which is at ``where``, as it is kept; ``s`` are the settings."""
        expected = {"step", *self.initial(s)}
        if entry.keys() != expected:
            has, keeps = (", ".join(sorted(map(str, names))) for names in (entry, expected))
            raise ValueError(f"{where} has {has}; with these settings {type(self).__name__} keeps {keeps}")
        step = entry["step"]
        if isinstance(step, bool) or not isinstance(step, int) or step < 1:
            raise ValueError(f"{where} is that of step {step!r:.60}, which is not a count of steps")
        try:
            return {**{name: to_float(x) for name, x in entry.items()}, "step": step}
        except TypeError as error:
            raise TypeError(f"{where}: {error}") from None


def _as(kind: Callable[[float], float], x: Any) -> Any:
    """The numbers of a setting as another kind of float; flags and names as they are."""
    if isinstance(x, tuple):
        return tuple(_as(kind, item) for item in x)
    return kind(x) if isinstance(x, float) else x
