"""What to write instead of a name that is not there: PyTorch's where it is another here, or a near miss."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Mapping
from importlib import import_module
from types import MappingProxyType, ModuleType
from typing import Any, NoReturn

__all__ = ["answering", "missing", "no_setting"]

_INSTEAD = {
    "Linear": "a fully connected layer is nn.Layer(2, 3), with its activation nn.Layer(2, 3, 'tanh')",
    "Parameter": "a parameter is a Value, as in Value(0.5, 'w')",
    "tensor": "numbers are Values, one for each: Value(0.5)",
    "functional": "losses are in nn, as nn.mse_loss, and activations in tinygrad_edu, as te.relu",
    "utils": "gradients are clipped by optim.clip_grad_norm_",
    "manual_seed": "a net takes seed=, and without it random.seed decides",
    "Embedding": "a table is an attribute of your module, self.table = [[Value(random.gauss(0.0, 1.0)) for _ in "
    "range(width)] for _ in range(rows)], and self.table[i] one of its rows; in compiled code te.take(self.table, i)",
    "one_hot": "a class is a number, for nn.cross_entropy too; a row of a table is table[i], and the list is "
    "[float(j == i) for j in range(n)]",
    "argmax": "where the largest of a list stands is xs.index(max(xs))",
    "multinomial": "a class is drawn by Python: random.choices(range(n), [p.data for p in te.softmax(logits)])[0]",
    "cat": "lists are joined as Python joins them: [*xs, *ys]",
    "BatchNorm1d": "normalisation is written out: te.mean(xs), te.var(xs, correction=0)",
    "RNN": "a recurrent net is a loop: cell = nn.Layer(nin + nh, nh, 'tanh'), and for every x: h = cell([*x, *h]); "
    "for pictures nn.name_network(E) names its steps",
    "Conv2d": "a convolution is a loop over the places: te.dot(kernel, window) + b, the window a list of what is there",
    "ModuleList": "a plain list or dict of modules will do: parameters() finds what is in it",
    "Flatten": "a layer takes a plain list of numbers: [x for row in rows for x in row]",
    "max": "te.maximum(a, b) of two; of a list, Python's max(values) is the largest of them",
    "min": "te.minimum(a, b) of two; of a list, Python's min(values) is the smallest of them",
    "matmul": "the product of two lists is te.dot(ws, xs), and of a matrix one for each row",
    "save": "tinygrad_edu.train has save and load; both take a net",
    "draw_dot": "te.draw_graph(E) draws every Value, and .save('graph.svg') writes it",
    "autograd": "derivatives of functions are te.grad, te.jacobian, te.gradcheck ...",
}
_SAME = {"Tensor": "tensor", "LayerNorm": "BatchNorm1d", "LSTM": "RNN", "GRU": "RNN", "Conv1d": "Conv2d",
         "ModuleDict": "ModuleList", "load": "save", "concat": "cat", "zeros": "tensor", "ones": "tensor",
         "rand": "tensor", "randn": "tensor", "arange": "tensor", "stack": "tensor"}  # fmt: skip
_INSTEAD |= {name: _INSTEAD[same] for name, same in _SAME.items()} | dict.fromkeys(
    ("ReLU", "LeakyReLU", "Sigmoid", "Tanh", "Softmax", "LogSoftmax", "Softplus", "ELU", "GELU", "SiLU"),
    "an activation is named in its layer, as in nn.Layer(2, 3, 'relu') or nn.MLP(2, [3, 1], activation='relu')",
)

_SETTINGS = {
    "retain_graph": "every graph is kept for as long as its result is, so leave it out; backward() may be called again",
    "create_graph": "te.gradients(y, [x], create_graph=True) gives gradients that can be differentiated again",
    "inputs": "te.gradients(y, [x]) gives the gradients by some inputs alone",
    "learning_rate": "the learning rate is lr",
    "epsilon": "it is eps",
    "validation_data": "held-out examples are validation",
    "validation_split": "train, validation = data.split(examples), and validation=validation",
    "early_stopping": "patience is for how many epochs to wait for a lower loss",
    "random_state": "it is seed",
    "verbose": "progress=False shows no bar, and callbacks=[print] prints after each epoch",
}
"""Of PyTorch's ``backward()``; of ``fit`` and optimizers of other libraries."""
_SETTINGS |= dict.fromkeys(("val_data", "eval_set"), _SETTINGS["validation_data"])
_SETTINGS |= dict.fromkeys(("beta1", "beta2", "beta_1", "beta_2"), "both are one setting, as in betas=(0.9, 0.999)")


def no_setting(method: str, name: str, known: Iterable[str] = ()) -> TypeError:
    """The error for a keyword argument that a method does not take, in Python's words and with what to do instead.

    >>> no_setting("backward", "retian_graph")
    TypeError("backward() got an unexpected keyword argument 'retian_graph'")
    """
    hint = _SETTINGS.get(name) or _near(name, known)
    return TypeError(f"{method}() got an unexpected keyword argument {name!r}" + f": {hint}" * bool(hint))


def missing(module: str, name: str, known: Iterable[str], rooms: Iterable[str] = ()) -> AttributeError | ImportError:
    """The error for a name that is none of the ``known`` ones; ``rooms`` are the modules below that may have it.

    For the ``__getattr__`` of a module. An ImportError with the same words where the name was to be imported: of an
    AttributeError Python tells nothing then.

    >>> missing("tinygrad_edu", "sigmiod", ["sigmoid", "tanh"])
    AttributeError("module 'tinygrad_edu' has no attribute 'sigmiod': did you mean 'sigmoid'?")
    """
    hint = "" if name.startswith("_") else _hint(module, name, known, rooms)  # Python itself asks for __path__
    if hint and sys._getframe(2).f_code.co_name == "_handle_fromlist":  # importlib's, of `from module import name`
        from importlib.util import find_spec

        if find_spec(f"{module}.{name}") is None:  # else it is a module that was not imported yet
            return ImportError(f"cannot import name {name!r} from {module!r}: {hint}")
    words = f"module {module!r} has no attribute {name!r}"
    # With a name and no object Python adds no guess of its own to ours.
    return AttributeError(f"{words}: {hint}", name=name) if hint else AttributeError(words)


class _Room(ModuleType):
    """A module that says what is in it if it is called, as ``te.draw(y)``."""

    def __call__(self, *_: Any, **__: Any) -> NoReturn:
        names = sorted(self.__all__, key=lambda name: not name.islower())  # functions first
        more = " ..." if len(names) > 16 else ""
        raise TypeError(f"{self.__name__} is a module: call what is in it, {', '.join(names[:16])}{more}")


def answering(
    space: dict[str, Any], later: Mapping[str, str] = MappingProxyType({})
) -> tuple[Callable[[str], Any], Callable[[], list[str]]]:
    """``__getattr__`` and ``__dir__`` of a module, from its globals: a name that it does not have gets an answer, and
    what is listed is what is public. Who calls the module gets one, too.

    later  names that are imported when they are first asked for, and from which module
    """
    names: list[str] = space["__all__"]
    sys.modules[space["__name__"]].__class__ = _Room

    def asked(name: str) -> Any:
        if name in later:
            return getattr(import_module(f".{later[name]}", space["__name__"]), name)
        raise missing(space["__name__"], name, names)

    def listed() -> list[str]:
        return sorted({*names, *(name for name in space if name.startswith("__"))})

    return asked, listed


def _hint(module: str, name: str, known: Iterable[str], rooms: Iterable[str]) -> str:
    if name in _INSTEAD:
        return _INSTEAD[name]
    for room in rooms:
        if name in import_module(f"{module}.{room}").__all__:
            return f"it is in {module}.{room}"
    return _near(name, (*_INSTEAD, *known), 0.75)


def _near(name: str, known: Iterable[str], alike: float = 0.6) -> str:
    """Which of these it may have been."""
    from difflib import get_close_matches

    spelled = {each.lower(): each for each in known}
    for near in get_close_matches(name.lower(), spelled, 1, alike):
        return _INSTEAD.get(spelled[near]) or f"did you mean {spelled[near]!r}?"
    return ""
