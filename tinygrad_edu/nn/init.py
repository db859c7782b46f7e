"""Initialisers: where the weights of a net start. Each takes the weights, sets their data, and gives them back.

Names, defaults and distributions are those of ``torch.nn.init``. Weights are a list of rows, one row for each neuron
(``layer.weights``), so that fan_in, the number of inputs of a neuron, is the length of a row, and fan_out, the number
of neurons, is the number of rows. Where the fans do not matter, any nested list of Values will do, or a single one.
Random numbers come from ``generator``, a ``random.Random``; without one, ``random.seed`` decides.

Formulae: xavier: Glorot and Bengio 2010; kaiming: He, Zhang, Ren and Sun 2015; lecun: LeCun, Bottou, Orr and Müller
1998; orthogonal: Saxe, McClelland and Ganguli 2013; sparse: Martens 2010.
"""

from __future__ import annotations

import math
import random
from collections.abc import Callable
from random import Random
from typing import TYPE_CHECKING, Any, TypeVar

from ..instead import answering
from ..nested import flatten
from ..value import Value

__all__ = [
    "calculate_gain",
    "constant_",
    "eye_",
    "kaiming_normal_",
    "kaiming_uniform_",
    "lecun_normal_",
    "lecun_uniform_",
    "normal_",
    "ones_",
    "orthogonal_",
    "sparse_",
    "trunc_normal_",
    "uniform_",
    "xavier_normal_",
    "xavier_uniform_",
    "zeros_",
]

W = TypeVar("W")
Rows = list[list[Value]]


# -- numbers without regard to the fans -----------------------------------------------------------------------------


def uniform_(weights: W, a: float = 0.0, b: float = 1.0, generator: Random | None = None) -> W:
    """Uniform between ``a`` and ``b``.

    >>> from tinygrad_edu.nn import Layer
    >>> layer = Layer(2, 1)
    >>> _ = uniform_(layer.weights, -0.1, 0.1, generator=Random(0))
    >>> all(-0.1 <= w.data <= 0.1 for w in layer.weights[0])
    True
    """
    draw = random_generator(generator).uniform
    return _fill(weights, lambda: draw(a, b))


def normal_(weights: W, mean: float = 0.0, std: float = 1.0, generator: Random | None = None) -> W:
    """Normal with this mean and standard deviation."""
    draw = random_generator(generator).gauss
    return _fill(weights, lambda: draw(mean, std))


def trunc_normal_(
    weights: W,
    mean: float = 0.0,
    std: float = 1.0,
    a: float = -2.0,
    b: float = 2.0,
    generator: Random | None = None,
) -> W:
    """Normal, but only between ``a`` and ``b``, which are values and not multiples of ``std``.

    Drawn by the inverse of the distribution function. Raises ValueError if practically nothing is between the bounds.
    """
    if not (std > 0.0 and a < b):
        raise ValueError(f"trunc_normal_ needs std > 0 and a < b, got std={std}, a={a}, b={b}")
    from statistics import NormalDist  # slow to import

    uniform = random_generator(generator).uniform
    sign = -1.0 if a > mean else 1.0  # the lower tail, whose tiny probabilities doubles tell apart
    low, high = sorted((sign * (a - mean) / std, sign * (b - mean) / std))
    p, q = (0.5 * math.erfc(-x / math.sqrt(2.0)) for x in (low, high))  # NormalDist().cdf loses the tail
    if not p < q:
        raise ValueError(f"trunc_normal_: a normal number of mean {mean} and std {std} is never from {a} to {b}")

    def draw() -> float:
        u = min(max(uniform(p, q), 5e-324), 1.0 - 2.0**-53)
        return min(max(mean + sign * std * NormalDist().inv_cdf(u), a), b)

    return _fill(weights, draw)


def constant_(weights: W, val: float, generator: Random | None = None) -> W:
    """The same number everywhere. ``generator`` is not used: all initialisers can be called alike."""
    return _fill(weights, lambda: val)


def zeros_(weights: W, generator: Random | None = None) -> W:
    """0 everywhere: right for biases; for weights it makes all neurons of a layer the same for ever."""
    return constant_(weights, 0.0)


def ones_(weights: W, generator: Random | None = None) -> W:
    """1 everywhere."""
    return constant_(weights, 1.0)


def eye_(weights: Rows, generator: Random | None = None) -> Rows:
    """1 where the number of the neuron is that of the input, else 0."""
    _fans(weights)
    for i, row in enumerate(weights):
        for j, w in enumerate(row):
            w.data = float(i == j)
    return weights


# -- by the fans ----------------------------------------------------------------------------------------------------


def calculate_gain(nonlinearity: str, param: float | None = None) -> float:
    """By how much weights are scaled for an activation to keep the variance from layer to layer; PyTorch's numbers.

    linear, sigmoid 1; tanh 5/3; relu √2; leaky_relu √(2/(1 + slope²)), where ``param`` is the slope (0.01); selu 3/4.
    Raises ValueError for any other.

    >>> calculate_gain("leaky_relu", 1.0)
    1.0
    """
    if nonlinearity == "leaky_relu":
        if isinstance(param, bool) or not isinstance(param, (int, float, type(None))):
            raise ValueError(f"negative_slope {param} not a valid number")
        return math.sqrt(2.0 / (1.0 + (0.01 if param is None else param) ** 2))
    gains = {"linear": 1.0, "sigmoid": 1.0, "tanh": 5.0 / 3.0, "relu": math.sqrt(2.0), "selu": 0.75}
    if nonlinearity not in gains:
        raise ValueError(f"Unsupported nonlinearity {nonlinearity}: known are {', '.join(gains)}, leaky_relu")
    return gains[nonlinearity]


def xavier_uniform_(weights: Rows, gain: float = 1.0, generator: Random | None = None) -> Rows:
    """Uniform between ±gain·√(6/(fan_in + fan_out)); also known as Glorot's."""
    return _centred_uniform(weights, gain * math.sqrt(2.0 / sum(_fans(weights))), generator)


def xavier_normal_(weights: Rows, gain: float = 1.0, generator: Random | None = None) -> Rows:
    """Normal with standard deviation gain·√(2/(fan_in + fan_out)); also known as Glorot's."""
    return normal_(weights, 0.0, gain * math.sqrt(2.0 / sum(_fans(weights))), generator)


def kaiming_uniform_(
    weights: Rows,
    a: float = 0.0,
    mode: str = "fan_in",
    nonlinearity: str = "leaky_relu",
    generator: Random | None = None,
) -> Rows:
    """Uniform between ±gain·√(3/fan); also known as He's. ``a`` is leaky_relu's slope.

    ``mode`` is "fan_in", which keeps the variance of the outputs, or "fan_out", that of the gradients.
    """
    return _centred_uniform(weights, _kaiming_std(weights, a, mode, nonlinearity), generator)


def kaiming_normal_(
    weights: Rows,
    a: float = 0.0,
    mode: str = "fan_in",
    nonlinearity: str = "leaky_relu",
    generator: Random | None = None,
) -> Rows:
    """Normal with standard deviation gain/√fan; also known as He's. See ``kaiming_uniform_``."""
    return normal_(weights, 0.0, _kaiming_std(weights, a, mode, nonlinearity), generator)


def lecun_uniform_(weights: Rows, generator: Random | None = None) -> Rows:
    """Uniform between ±√(3/fan_in)."""
    return _centred_uniform(weights, math.sqrt(1.0 / _fans(weights)[0]), generator)


def lecun_normal_(weights: Rows, generator: Random | None = None) -> Rows:
    """Normal with standard deviation √(1/fan_in): what selu needs to keep mean 0 and variance 1."""
    return normal_(weights, 0.0, math.sqrt(1.0 / _fans(weights)[0]), generator)


def orthogonal_(weights: Rows, gain: float = 1.0, generator: Random | None = None) -> Rows:
    """Rows at right angles to each other, of length ``gain``; columns where there are more rows than columns.

    Normal numbers, made orthogonal by Gram and Schmidt's method: so all directions are equally likely.
    """
    fan_in, fan_out = _fans(weights)
    draw = random_generator(generator).gauss
    basis: list[list[float]] = []
    while len(basis) < min(fan_in, fan_out):
        vector = [draw(0.0, 1.0) for _ in range(max(fan_in, fan_out))]
        for _ in range(2):  # once leaves rounding errors, twice is enough (W. Kahan)
            for unit in basis:
                along = math.fsum(map(float.__mul__, vector, unit))
                vector = [v - along * u for v, u in zip(vector, unit, strict=True)]
        length = math.hypot(*vector)
        if length > 1e-6:  # else it was one of the others by chance: draw again
            basis.append([v / length for v in vector])
    matrix = basis if fan_out <= fan_in else zip(*basis, strict=True)
    for row, numbers in zip(weights, matrix, strict=True):
        for w, number in zip(row, numbers, strict=True):
            w.data = gain * number
    return weights


def sparse_(weights: Rows, sparsity: float, std: float = 0.01, generator: Random | None = None) -> Rows:
    """Normal numbers, of which in each column the part ``sparsity``, rounded up, is then set to 0."""
    fan_in, fan_out = _fans(weights)
    if not 0.0 <= sparsity <= 1.0:
        raise ValueError(f"sparsity is a part, from 0 to 1, not {sparsity}")
    generator = random_generator(generator)
    normal_(weights, 0.0, std, generator)
    for column in range(fan_in):
        for row in generator.sample(range(fan_out), math.ceil(sparsity * fan_out)):
            weights[row][column].data = 0.0
    return weights


# -- helpers --------------------------------------------------------------------------------------------------------


def _fill(weights: W, draw: Callable[[], float]) -> W:
    values, _ = flatten(weights)
    for value in values:
        if not isinstance(value, Value):
            raise TypeError(f"an initialiser takes Values, such as layer.weights, not {value!r:.60}")
    for value in values:
        value.data = draw()
    return weights


def _fans(weights: Rows) -> tuple[int, int]:
    """fan_in and fan_out."""
    if not isinstance(weights, (list, tuple)) or not all(isinstance(row, (list, tuple)) and row for row in weights):
        raise ValueError("fan in and fan out need a list of rows of weights, one for each neuron, as layer.weights is")
    lengths = {len(row) for row in weights}
    if len(lengths) != 1:
        raise ValueError(f"the rows of weights have to be equally long, got lengths {sorted(lengths)}")
    return lengths.pop(), len(weights)


def _centred_uniform(weights: Rows, std: float, generator: Random | None) -> Rows:
    bound = math.sqrt(3.0) * std
    return uniform_(weights, -bound, bound, generator)


def _kaiming_std(weights: Rows, a: float, mode: str, nonlinearity: str) -> float:
    if mode not in ("fan_in", "fan_out"):
        raise ValueError(f"Mode {mode} not supported, please use one of ['fan_in', 'fan_out']")
    return calculate_gain(nonlinearity, a) / math.sqrt(_fans(weights)[mode == "fan_out"])


def random_generator(generator: Random | None = None, seed: int | None = None) -> Random:
    """The generator that is given, or a new one from ``seed``; from neither, one that ``random.seed`` decides."""
    if generator is None:
        return Random(random.getrandbits(64) if seed is None else seed)
    if seed is not None:
        raise ValueError("give a generator or a seed, not both")
    return generator


RELU_LIKE = frozenset("relu leaky_relu relu6 elu celu gelu silu mish softplus hardswish".split())


def default_for(activation: Any) -> Callable[..., Any]:
    """How the weights of a layer start unless one says otherwise.

    He's for relu and its relatives, which lose half of the variance; LeCun's for selu, as its authors ask; Xavier's
    for the others.
    """
    function = getattr(activation, "func", activation)  # of a partial
    name = function if isinstance(function, str) else getattr(function, "__name__", "")
    if name == "selu":
        return lecun_normal_
    return kaiming_uniform_ if name in RELU_LIKE else xavier_uniform_


def initialiser(init: Any, activation: Any) -> Callable[..., Any]:
    """What the ``init=`` of a layer means: a name with or without the last underscore, a function, or None.

    >>> initialiser("xavier_normal", "tanh") is xavier_normal_
    True
    """
    if init is None:
        return default_for(activation)
    if not isinstance(init, str):
        if not callable(init):
            raise TypeError(f"init is a name, such as 'xavier_normal', or a function of rows of weights, not {init!r}")
        return init
    name = init if init.endswith("_") else f"{init}_"
    if name not in __all__:
        known = ", ".join(known.rstrip("_") for known in __all__ if known.endswith("_"))
        raise ValueError(f"there is no initialiser {init!r}; there are: {known}")
    return globals()[name]


if not TYPE_CHECKING:  # a type checker knows what there is
    __getattr__, __dir__ = answering(globals())
