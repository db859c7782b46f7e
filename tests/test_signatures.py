"""What the public functions and classes take, and what they do where nothing is given: one line for each."""

import enum
import importlib
import inspect

import pytest

from .golden import held

ROOMS = (
    "", "nn", "nn.init", "optim", "optim.lr_scheduler", "data", "train", "explain", "draw", "steps", "report", "linter",
    "check", "check.strategies", "jit", "micrograd.engine", "micrograd.nn",
)  # fmt: skip


def shown(default):
    """A default as text; of what is no number, word or None its name, for an address is another each time."""
    if isinstance(default, (bool, int, float, str, tuple, type(None))) and not isinstance(default, enum.Enum):
        return repr(default)
    return getattr(default, "__name__", type(default).__name__)


def line(name, thing):
    parts = []
    for parameter in inspect.signature(thing).parameters.values():
        stars = {parameter.VAR_POSITIONAL: "*", parameter.VAR_KEYWORD: "**"}.get(parameter.kind, "")
        bare = parameter.kind is parameter.KEYWORD_ONLY and not any(part.startswith("*") for part in parts)
        default = "" if parameter.default is parameter.empty else f"={shown(parameter.default)}"
        parts += ["*"] * bare + [f"{stars}{parameter.name}{default}"]
    return f"{name}({', '.join(parts)})"


def lines(name, thing):
    if inspect.isclass(thing):
        methods = {key: getattr(thing, key) for key in vars(thing) if key == "__init__" or not key.startswith("_")}
        return [line(f"{name}.{key}", method) for key, method in methods.items() if inspect.isfunction(method)]
    return [line(name, thing)] if inspect.isfunction(thing) else []


@pytest.mark.parametrize("room", ROOMS)
def test_signatures(room):
    module = importlib.import_module(f"tinygrad_edu.{room}".rstrip("."))
    names = getattr(module, "__all__", None) or [name for name in vars(module) if not name.startswith("_")]
    found = [text for name in names for text in lines(name, getattr(module, name))]
    held(f"signatures/{room or 'face'}.txt", "\n".join(found) + "\n")
