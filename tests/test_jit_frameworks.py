"""What becomes functions of JAX and PyTorch, over stand-ins for these made of NumPy; the real ones: test_jit_numpy.py.

The stand-ins have the names that are used and no others, and are as strict as the real ones about what is a tensor.
"""

import math
import sys
from types import ModuleType, SimpleNamespace

import pytest

np = pytest.importorskip("numpy")

import tinygrad_edu as te  # noqa: E402
from tests import jit_cases, rolling_cases  # noqa: E402
from tests.test_jit_recurrences import FEW, FOLDED, NETS, data  # noqa: E402
from tinygrad_edu import Value  # noqa: E402
from tinygrad_edu.jit import jit  # noqa: E402
from tinygrad_edu.jit.arrays import namespaces  # noqa: E402
from tinygrad_edu.jit.arrays.frameworks import to_jax, to_torch  # noqa: E402

ERF, ERFC = (np.vectorize(f, otypes=[float]) for f in (math.erf, math.erfc))
BOTH = "exp expm1 exp2 log log2 log10 log1p sin cos tan sinh cosh tanh floor ceil trunc sqrt sign hypot where maximum "
BOTH = (BOTH + "concatenate stack abs round ravel arange broadcast_to sum").split()
JAX = "power arcsin arccos arctan arctan2 arcsinh arccosh arctanh cbrt transpose flip max zeros asarray".split()
JAX += ["moveaxis", "result_type"]


def jax():
    library, numpy, scipy = ModuleType("jax"), ModuleType("jax.numpy"), ModuleType("jax.scipy")
    vars(numpy).update({name: getattr(np, name) for name in [*BOTH, *JAX]})
    library.numpy, library.scipy = numpy, scipy
    library.eval_shape, library.lax = (lambda f, *xs: f(*xs)), SimpleNamespace(scan=scan)
    library.tree = SimpleNamespace(map=lambda f, a, b: [list(map(f, *xs)) for xs in zip(a, b, strict=True)])
    scipy.special = SimpleNamespace(erf=ERF, erfc=ERFC)
    return {"jax": library, "jax.numpy": numpy, "jax.scipy": scipy}


def scan(f, state, numbers):
    rows = []
    for k in numbers:
        before = [[x.dtype for x in xs] for xs in state]
        state, row = f(state, k)
        assert [[x.dtype for x in xs] for xs in state] == before, "JAX wants the same types in each turn"
        rows.append(row)
    return state, [np.stack(column) for column in zip(*rows, strict=True)]


class Tensor(np.ndarray):
    device = "cpu"

    def __getitem__(self, key):
        return as_tensor(super().__getitem__(key))

    def long(self):
        return as_tensor(self, np.int64)


def as_tensor(x, dtype=None, device=None):
    assert device in (None, "cpu")
    return np.asarray(x, dtype).view(Tensor)


class Traced(Tensor):
    """Whose numbers nobody knows while the library traces."""

    def tolist(self):
        raise TypeError("an abstract tracer has no numbers")


def of_tensors(function, strict=False):
    def called(*xs):
        assert not strict or all(isinstance(x, Tensor) for x in xs), "a number where PyTorch wants a tensor"
        return as_tensor(function(*xs))

    return called


def torch():
    library = ModuleType("torch")
    strict = ("hypot", "where", "maximum", "copysign")
    vars(library).update({name: of_tensors(getattr(np, name), name in strict) for name in [*BOTH, "copysign"]})
    for theirs, ours in zip(("pow", "asin", "acos", "atan", "atan2", "asinh", "acosh", "atanh"), JAX, strict=False):
        setattr(library, theirs, of_tensors(getattr(np, ours), theirs == "atan2"))
    library.sign = of_tensors(lambda x: np.where(x != x, 0.0, np.sign(x)))
    library.erf, library.erfc, library.Tensor, library.as_tensor = ERF, ERFC, Tensor, as_tensor
    library.permute, library.float64, library.int64 = np.transpose, np.float64, np.int64
    library.flip = lambda x, dims: as_tensor(np.flip(x, dims))
    library.amax = lambda x, dim: as_tensor(np.max(x, dim))
    library.tensor = lambda x, dtype: as_tensor(np.array(x, dtype))
    library.zeros = lambda n, dtype: as_tensor(np.zeros(n, dtype))
    return {"torch": library}


@pytest.fixture(params=["jax", "torch"])
def over(request, monkeypatch):
    for name, module in {"jax": jax, "torch": torch}[request.param]().items():
        monkeypatch.setitem(sys.modules, name, module)
    return {"jax": to_jax, "torch": to_torch}[request.param]


def build(over):
    def built(program):
        function, several = over(program), len(program.outputs) > 1

        def run(*groups):
            with np.errstate(all="ignore"):
                out = function(*map(np.array, groups))
            return [x.tolist() for x in (out if several else (out,))]

        return SimpleNamespace(run=run)

    return built


def test_the_table(over):
    for name in jit_cases.TABLE:
        jit_cases.check_row(build(over), name)


@pytest.mark.parametrize("name", rolling_cases.SMALL)
def test_small_programs(over, name):
    program = rolling_cases.SMALL[name]()
    inputs = rolling_cases.numbers(program)
    rolling_cases.agree(build(over)(program).run(*inputs), program.run(*inputs))


@pytest.mark.parametrize("name", FOLDED)
def test_recurrent_networks(over, name):
    """JAX is given one turn, as a function; numbers of half the size meet the code's constants, which are whole."""
    p, xs, ts = data(name, FEW)
    want, slopes = te.value_and_grad(NETS[name][0])(p, xs, ts)
    function = over(te.value_and_grad(jit(NETS[name][0], target="python"), jit=True), p, xs, ts)
    text = function.__doc__
    assert text.count("turns(turn, range(") + text.count("    for k in range(") >= 1
    for kind, close in (np.float64, {"rel": 1e-10, "abs": 1e-12}), (np.float32, {"rel": 1e-3, "abs": 1e-3}):
        value, gradient = function(*[np.array(x, kind) for x in (p, xs, ts)])
        assert float(value[0]) == pytest.approx(want, **close)
        assert np.ravel(gradient).tolist() == pytest.approx(slopes, **close)


def test_a_compiled_function(over):
    w = Value(2.0, "w")
    f = jit(lambda x, y: te.sum([w * u for u in x]) * y, target="python")
    g = over(f, [1.0, 2.0], 3.0)
    assert g.__doc__.startswith("def run(x, y, captured):")
    for arguments in (([1.0, 2.0], 3.0), ([1.0, 2.0], 3.0, [2.0])):
        y = g(*arguments)
        assert y.shape == () and float(y) == 18.0
    assert float(g([1.0, 2.0], 3.0, [4.0])) == 36.0
    w.data = 5.0
    assert float(g([1.0, 2.0], 3.0)) == 18.0  # what it read then
    f([1.0], 1.0)
    assert float(over(f)([1.0], 1.0)) == 5.0  # for what it was called with last
    with pytest.raises(TypeError, match=r"^it takes 3 arrays \(x, y, captured\), and 1 came$"):
        g([1.0, 2.0])
    with pytest.raises(ValueError, match=r"^x is to have 2 numbers, and 3 came$"):
        g([1.0, 2.0, 3.0], 1.0)
    several = over(jit(lambda x: [x, 2.0 * x], target="python"), 1.0)
    assert several(3.0).tolist() == [3.0, 6.0]
    assert over(jit(lambda x: [x], target="python"), 1.0)(3.0).tolist() == [3.0]
    both = te.value_and_grad(jit(lambda x: x * x, target="python"), jit=True)
    assert [x.tolist() for x in over(both, 3.0)(3.0)] == [[9.0], [6.0]]
    assert over(te.grad(jit(lambda x: x * x, target="python"), jit=True), 3.0)(3.0).tolist() == 6.0


def test_numbers_that_choose_are_whole_ones_of_entries(over):
    g = over(jit(lambda table, k: 2.0 * te.take(table, k), target="python"), [1.0, 2.0, 3.0], 0)
    assert [float(g([5.0, 6.0, 7.0], k)) for k in range(3)] == [10.0, 12.0, 14.0]
    with pytest.raises(ValueError, match="no entry 3 in a table of 3"):
        g([5.0, 6.0, 7.0], 3)
    with pytest.raises(TypeError, match=r"take chooses by a whole number, not 1\.5"):
        g([5.0, 6.0, 7.0], 1.5)
    traced = np.array(1.0).view(Traced)
    assert float(g([5.0, 6.0, 7.0], traced)) == 12.0


def test_arguments_of_any_structure(over):
    """As the function takes them, or as one array; a dict's entries may come in another order, as JAX returns them."""
    nested = {"w": [[1.0, 2.0], [3.0, 4.0]], "b": {"z": 5.0, "a": (6.0, [7.0])}}

    def f(p, x):
        (c, (d,)), total = p["b"]["a"], p["b"]["z"]
        return te.sum([total * c, 10.0 * d, *[k * w for k, row in enumerate(p["w"], 2) for w in row]]) * x[0]

    g = over(jit(f, target="python"), nested, [2.0, 3.0])
    right = f(nested, [2.0, 3.0])
    turned = {"b": {"a": (6, [7]), "z": 5}, "w": [[1, 2], [3, 4]]}
    one, two = as_tensor([1.0, 2.0]), as_tensor(6.0)
    arrays = {"b": {"a": (two, [as_tensor([7.0])]), "z": as_tensor([5.0])}, "w": [one, [3.0, as_tensor(4.0)]]}
    for p in (nested, turned, arrays, [1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0]):
        assert float(g(p, [2.0, 3.0])) == right
    with pytest.raises(ValueError, match=r"^p is to have the entries 'w', 'b', not \['w', 'c'\]"):
        g({"w": [], "c": 1.0}, [2.0, 3.0])
    with pytest.raises(ValueError, match=r"^p is to have 7 numbers, and 6 came"):
        g({**nested, "w": [[1.0, 2.0], [3.0]]}, [2.0, 3.0])
    ragged = over(lambda rows: te.sum([te.sum(row) * k for k, row in enumerate(rows, 1)]), [[1.0], [2.0, 3.0], []])
    assert float(ragged([[1.0], as_tensor([2.0, 3.0]), []])) == 11.0
    with_settings = over(
        lambda p: te.sum(p["x"]) * (2.0 if p["mode"] == "twice" else 1.0), {"mode": "twice", "x": [1.0]}
    )
    assert float(with_settings({"mode": "twice", "x": [3.0]})) == 6.0


def test_any_function_and_all_its_numbers(over):
    """A plain function, a method; results that are the same for all arguments, and no Values, stand in their places."""
    assert over(lambda x: [0.5, x * x, None, 2, "mean", x], 1.0)(3.0).tolist() == [0.5, 9.0, 2.0, 3.0]

    class Line:
        w = Value(2.0, "w")

        @jit(target="python")
        def at(self, x):
            return self.w * x

    assert float(over(Line().at, 1.0)(3.0)) == 6.0 == float(over(Line.w * 3.0)())
    with pytest.raises(TypeError, match="jit compiles a function or a recorded Value, not int 3"):
        over(3, 1.0)
    with pytest.raises(ValueError, match="was not compiled yet: call it first, or give arguments here"):
        over(lambda x: x)


def test_what_is_cut_off_is_not_differentiated_by_others(over):
    f = jit(lambda x: x * x.detach(), target="python")
    with pytest.raises(ValueError, match="parts without derivatives"):
        over(f, 2.0)
    slope = over(te.grad(f, jit=True), 2.0)
    assert float(slope(3.0)) == 3.0
    assert float(over(jit(lambda x: te.where(x > 1.0, x, 2.0), target="python"), 2.0)(3.0)) == 3.0
    slope_at_3 = jit(lambda w: te.grad(lambda z: w * z * z)(3.0), target="python")  # which has a derivative by w
    assert float(over(slope_at_3, 2.0)(1.0)) == 6.0


def test_tensors_stay_on_their_device(monkeypatch):
    monkeypatch.setitem(sys.modules, "torch", torch()["torch"])
    devices = []
    library = sys.modules["torch"]
    library.as_tensor = lambda x, dtype, device: devices.append((dtype, device)) or as_tensor(x, dtype)
    f = to_torch(jit(lambda x, y: x * y, target="python"), 1.0, 2.0)
    f(as_tensor([1.0]), 2.0)
    f([1.0], as_tensor([2.0]))
    assert devices == [(np.float64, "cpu")] * 2 + [(np.float64, None)] * 2
    array = namespaces.torch_namespace()["array"]
    kinds = [array(x).dtype.kind for x in ([1, 2], [1.0], [[3]], (), [[]], 1, [[0.5], [1]])]
    assert kinds == ["i", "f", "i", "f", "f", "i", "f"]


def test_what_is_not_installed(monkeypatch):
    for name in ("jax", "jax.numpy", "torch"):
        monkeypatch.setitem(sys.modules, name, None)
    with pytest.raises(ImportError, match=r"^to_jax makes .* of JAX arrays; JAX is not installed: pip install jax$"):
        to_jax(None)
    with pytest.raises(ImportError, match=r"^to_torch makes .* PyTorch is not installed: pip install torch$"):
        to_torch(None)
