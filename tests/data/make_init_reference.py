"""Make init_reference.json: the distributions PyTorch's initialisers draw from, so that tests need no PyTorch.

Run `python tests/data/make_init_reference.py` where torch 2.13 is installed; it rewrites the file beside itself.

Draws differ between generators, so not draws but the parameters of the distributions are stored. They are what torch
really passes to its generator (Tensor.uniform_ and Tensor.normal_ are watched), in float64. Shapes are
[fan_out, fan_in], the shape of a Linear layer's weight. Lists of the file:

"gains"         calculate_gain(nonlinearity[, param]); nonlinearities without one raise a ValueError ("error").
"distributions" one initialiser with its options and a shape: "uniform" [low, high] or "normal" [mean, std].
"linear"        torch.nn.Linear's defaults: the uniform bounds of weight and bias.
"truncated"     trunc_normal_: its options; the probability of a plain normal draw to fall inside; the mean and the
                standard deviation of what is drawn (closed formulas, see `truncated_moments`).
"fixed"         initialisers without chance: the whole matrix.
"structured"    orthogonal_ (rows or columns, whichever are fewer, orthogonal with length gain) and sparse_ (zeros in
                every column, the rest normal).
"lecun"         not in torch: "uniform" bound sqrt(3/fan_in), "normal" std sqrt(1/fan_in), and "untruncated_std", the
                std to draw with when draws are then cut at two of it, as JAX and Keras do: sqrt(1/fan_in) is left.
"""
import math
from unittest import mock

import torch
from _reference_json import versions, write

SHAPES = [[1, 1], [2, 2], [3, 5], [5, 3], [1, 16], [16, 1], [10, 784], [128, 64]]
GAINS = [("linear",), ("conv1d",), ("conv2d",), ("conv3d",), ("conv_transpose1d",), ("conv_transpose2d",),
         ("conv_transpose3d",), ("sigmoid",), ("tanh",), ("relu",), ("leaky_relu",), ("leaky_relu", 0.2),
         ("leaky_relu", 0), ("leaky_relu", 1), ("leaky_relu", math.sqrt(5)), ("selu",), ("relu", 0.3), ("gelu",),
         ("silu",), ("identity",), ("softplus",), ("elu",), ("leaky_relu", True)]
NONLINEARITIES = [{}, {"nonlinearity": "relu"}, {"nonlinearity": "tanh"}, {"nonlinearity": "linear"},
                  {"nonlinearity": "selu"}, {"a": 0.2}, {"a": math.sqrt(5)}]


def watched(initialiser, *arguments, **options):
    """What the initialiser asks the generator for: [("uniform", [low, high])] or [("normal", [mean, std])]."""
    calls = []

    def watch(kind):
        def method(tensor, first, second, generator=None):
            calls.append((kind, [float(first), float(second)]))
            return tensor
        return method
    with mock.patch.object(torch.Tensor, "uniform_", watch("uniform")), \
            mock.patch.object(torch.Tensor, "normal_", watch("normal")):
        initialiser(*arguments, **options)
    return calls


def gains():
    for nonlinearity, *param in GAINS:
        case = {"nonlinearity": nonlinearity, "param": param[0] if param else None}
        try:
            yield {**case, "gain": torch.nn.init.calculate_gain(nonlinearity, *param)}
        except ValueError as error:
            yield {**case, "error": str(error)}


def distributions():
    settings = [("uniform_", {}), ("uniform_", {"a": -0.3, "b": 0.7}), ("normal_", {}),
                ("normal_", {"mean": 1.5, "std": 0.2})]
    settings += [(f"xavier_{kind}_", options) for kind in ("uniform", "normal")
                 for options in ({}, {"gain": 5 / 3}, {"gain": math.sqrt(2.0)})]
    settings += [(f"kaiming_{kind}_", {**options, **mode}) for kind in ("uniform", "normal")
                 for options in NONLINEARITIES for mode in ({}, {"mode": "fan_out"})]
    for name, options in settings:
        for shape in SHAPES if name[0] in "xk" else SHAPES[:1]:
            (kind, parameters), = watched(getattr(torch.nn.init, name), torch.empty(shape), **options)
            yield {"init": name, "options": options, "shape": shape, kind: parameters}


def linear():
    for fan_out, fan_in in SHAPES:
        (_, weight), (_, bias) = watched(torch.nn.Linear, fan_in, fan_out)
        (_, without), = watched(torch.nn.Linear, fan_in, fan_out, bias=False)
        assert weight == without
        yield {"in_features": fan_in, "out_features": fan_out, "weight_uniform": weight, "bias_uniform": bias}


def truncated_moments(mean, std, a, b):
    """Probability of [a, b] under the normal distribution; mean and std of that distribution cut to [a, b]."""
    alpha, beta = (a - mean) / std, (b - mean) / std
    density = [math.exp(-0.5 * x * x) / math.sqrt(2 * math.pi) for x in (alpha, beta)]
    inside = (math.erf(beta / math.sqrt(2)) - math.erf(alpha / math.sqrt(2))) / 2
    shift = (density[0] - density[1]) / inside
    variance = 1 + (alpha * density[0] - beta * density[1]) / inside - shift * shift
    return inside, mean + std * shift, std * math.sqrt(variance)


def truncated():
    for options in ({}, {"std": 0.02}, {"mean": 0.5, "std": 0.5, "a": -0.25, "b": 1.0}, {"a": -1.0, "b": 1.0},
                    {"mean": 1.0, "std": 2.0, "a": 0.5, "b": 1.0}, {"a": 0.0, "b": 3.0}):
        full = {"mean": 0.0, "std": 1.0, "a": -2.0, "b": 2.0, **options}
        inside, mean, std = truncated_moments(**full)
        yield {"options": options, "probability_inside": inside, "mean": mean, "std": std}


def fixed():
    for shape in ([2, 2], [3, 5], [5, 3], [1, 4]):
        for name, arguments in (("eye_", ()), ("zeros_", ()), ("ones_", ()), ("constant_", (0.3,))):
            matrix = getattr(torch.nn.init, name)(torch.empty(shape), *arguments)
            yield {"init": name, "arguments": list(arguments), "shape": shape, "matrix": matrix}


def structured():
    for shape in ([3, 5], [5, 3], [4, 4], [1, 6]):
        for gain in (1.0, math.sqrt(2.0)):
            w = torch.nn.init.orthogonal_(torch.empty(shape), gain=gain)
            rows = shape[0] <= shape[1]
            gram = (w @ w.T if rows else w.T @ w) - gain ** 2 * torch.eye(min(shape))
            assert gram.abs().max() < 1e-14
            yield {"init": "orthogonal_", "options": {"gain": gain}, "shape": shape,
                   "orthogonal": "rows" if rows else "columns", "squared_length": gain ** 2}
    for shape, sparsity in (([10, 3], 0.1), ([10, 3], 0.25), ([7, 2], 0.5), ([3, 4], 0.9), ([4, 2], 0.0),
                            ([4, 2], 1.0)):
        zeros = {int((column == 0).sum()) for column in torch.nn.init.sparse_(torch.empty(shape), sparsity).T}
        assert len(zeros) == 1
        yield {"init": "sparse_", "options": {"sparsity": sparsity}, "shape": shape, "zeros_per_column": zeros.pop(),
               "normal": [0.0, 0.01]}


def lecun():
    cut = truncated_moments(0.0, 1.0, -2.0, 2.0)[2]
    for shape in SHAPES:
        std = math.sqrt(1 / shape[1])
        yield {"shape": shape, "uniform": math.sqrt(3 / shape[1]), "normal": std, "untruncated_std": std / cut}


def main():
    torch.set_default_dtype(torch.float64)
    torch.manual_seed(0)
    header = {"made_by": "make_init_reference.py", "versions": versions(), "dtype": "float64"}
    parts = (gains, distributions, linear, truncated, fixed, structured, lecun)
    write(__file__, "init_reference.json", header, **{part.__name__: list(part()) for part in parts})


if __name__ == "__main__":
    main()
