"""What to write instead of a name that a module does not have: PyTorch's where it is another here, or a near miss."""

from __future__ import annotations

from collections.abc import Iterable

__all__ = ["missing"]

_INSTEAD = {
    "Linear": "a fully connected layer is nn.Layer(2, 3), with its activation nn.Layer(2, 3, 'tanh')",
    "Parameter": "a parameter is a Value, as in Value(0.5, 'w')",
    "tensor": "numbers are Values, one for each: Value(0.5)",
    "functional": "losses are in nn, as nn.mse_loss, and activations in tinygrad_edu, as te.relu",
    "utils": "gradients are clipped by optim.clip_grad_norm_",
    "manual_seed": "a net takes seed=, and without it random.seed decides",
    "Embedding": "a table is a list of rows of Values, and table[i] one of them; in compiled code te.take(table, i)",
    "BatchNorm1d": "normalisation is written out: te.mean(xs), te.var(xs, correction=0)",
    "RNN": "a recurrent net is a loop: cell = nn.Layer(nin + nh, nh, 'tanh'), and for every x: h = cell([*x, *h])",
    "ModuleList": "a plain list or dict of modules will do: parameters() finds what is in it",
    "Flatten": "a layer takes a plain list of numbers: [x for row in rows for x in row]",
    "max": "te.maximum(a, b) of two; of a list, Python's max(values) is the largest of them",
    "min": "te.minimum(a, b) of two; of a list, Python's min(values) is the smallest of them",
    "matmul": "the product of two lists is te.dot(ws, xs), and of a matrix one for each row",
    "save": "tinygrad_edu.train has save and load; both take a net",
    "autograd": "derivatives of functions are te.grad, te.jacobian, te.gradcheck ...",
}
_SAME = {"Tensor": "tensor", "LayerNorm": "BatchNorm1d", "LSTM": "RNN", "GRU": "RNN", "ModuleDict": "ModuleList",
         "load": "save"}  # fmt: skip
_INSTEAD |= {name: _INSTEAD[same] for name, same in _SAME.items()} | dict.fromkeys(
    ("ReLU", "LeakyReLU", "Sigmoid", "Tanh", "Softmax", "LogSoftmax", "Softplus", "ELU", "GELU", "SiLU"),
    "an activation is named in its layer, as in nn.Layer(2, 3, 'relu') or nn.MLP(2, [3, 1], activation='relu')",
)


def missing(module: str, name: str, known: Iterable[str]) -> AttributeError:
    """The error for a name that is none of the ``known`` ones.

    >>> missing("tinygrad_edu", "sigmiod", ["sigmoid", "tanh"])
    AttributeError("module 'tinygrad_edu' has no attribute 'sigmiod': did you mean 'sigmoid'?")
    """
    hint = _INSTEAD.get(name, "")
    if not hint and not name.startswith("_"):  # Python itself asks for __path__ and others
        from difflib import get_close_matches

        near = get_close_matches(name, known, 1, 0.75)
        hint = f"did you mean {near[0]!r}?" if near else ""
    return AttributeError(f"module {module!r} has no attribute {name!r}" + f": {hint}" * bool(hint))
