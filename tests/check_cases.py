"""Functions of every kind for the tests of the gradient check, made of +, -, ·, / and choices alone.

Every machine rounds these in the same way, so whatever the check says of them is the same everywhere.
"""

import math

import tinygrad_edu as te
from tinygrad_edu import Value


def raising(x):
    if 1.0 < x.data < 2.0:
        raise ValueError("no further")
    return x * x


FUNCTIONS = {
    "cube": lambda x: x * x * x - 2.0 * x,
    "reciprocal": lambda x: 1.0 / x,
    "a pole beside": lambda x: 1.0 / (x - 1.001),
    "rational": lambda x: (x * x + 1.0) / (x - 3.0),
    "far from zero": lambda x: (x + 1e8) - 1e8,
    "further": lambda x: (x + 1e14) * (x + 1e14) - 1e28,
    "hardly there": lambda x: 1.0 + 1e-20 * x,
    "two parts": lambda x: 1e6 * x * x + 1e-6 * x,
    "cancels": lambda x: x * x - x * x,
    "relu": te.relu,
    "hinge at one": lambda x: te.maximum(1.0 - x, 0.0),
    "absolute": lambda x: abs(x - 1.0) * x,
    "two kinks": lambda x: te.relu(x) - te.relu(-x),
    "where": lambda x: te.where(x > 1.0, x * x, x),
    "a branch of Python's": lambda x: x * x if x.data > 1.0 else 2.0 * x - 1.0,
    "stairs": lambda x: te.floor(8.0 * x),
    "stairs and a slope": lambda x: te.floor(x) + x,
    "root": lambda x: te.sqrt(x),
    "raising": raising,
    "constant": lambda x: 0.0 * x + 3.0,
    "hidden": lambda x: x * x.detach(),
    "hidden in part": lambda x: x + 1e-5 * x.detach() * x.detach(),
    "torn": lambda x: te.where((x + 1.0) - (1.0 + x), x + 0.0, x),  # rounding alone could make the condition true
    "torn and hidden": lambda x: te.where((x + 1.0) - (1.0 + x), 0.0 + x * x.detach(), x * x.detach()),
    "of no input": lambda x: Value(2.0),
}
POINTS = (0.0, 1e-300, -1e-9, 0.3, 1.0, 1.0 - 1e-8, -7.0, 1e5, 1e160, math.inf)

MORE = {
    "product": (lambda x, y: x * y + x / y, [2.0, 1e-3]),
    "tree": (lambda p, q: p["w"][0] * q + p["w"][1] * q * q + p["b"], [{"w": [1.0, -2.0], "b": 0.5}, 3.0]),
    "star": (lambda x, *rest: x * rest[0] - rest[1] * rest[1], [1.0, 2.0, 3.0]),
    "a tie": (lambda x, y: te.maximum(x, y) + te.minimum(x, y), [2.0, 2.0]),
    "ties of two": (lambda x, y, z: te.maximum(x, y) * z, [2.0, 2.0, 5.0]),
    "a cone": (lambda x, y: abs(x) + abs(y), [0.0, 0.0]),
    "one matters": (lambda x, y: x * x + 1e-12 * y, [1e4, 1.0]),
    "sum of parts": (lambda x, y: 1e10 * x * x + y * y, [1.0, 0.1]),
    "not connected": (lambda x, y: x + y.data, [1.0, 2.0]),
    "nothing": (lambda x, y: Value(3.0), [1.0, 2.0]),
}
