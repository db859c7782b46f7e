"""What a compiled function reads from outside is what is there when it is called, not when it was compiled."""

import collections
import copy
import functools
import math
import pickle
import random
import sys
import threading
import types
from array import array

import pytest

import tinygrad_edu as te
from tinygrad_edu import Value, nn
from tinygrad_edu.jit import function, reachable
from tinygrad_edu.jit.outside import Outside
from tinygrad_edu.jit.reachable import Each, Walk
from tinygrad_edu.jit.trace import TracingError

jit = functools.partial(te.jit, target="python")


class Net(nn.Module):
    power = 1.0  # of the class

    def __init__(self):
        self.w, self.scale, self.unread = Value(2.0, "w"), 3.0, 0

    def forward(self, x):
        if not self.training:
            x = self.helped(x)
        return self.w * x * self.scale * self.power

    def helped(self, x):
        return x * 100.0


# -- modes -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("given", [False, True], ids=["closure", "argument"])
def test_train_and_eval_are_two_programs(given):
    net, recorded = Net(), []

    def f(model, x):
        recorded.append(0)
        return (model if given else net)(x)

    f = jit(f)
    for _ in range(3):
        assert (f(net.train(), 1.0), f(net.eval(), 1.0)) == (6.0, 600.0)
    assert len(recorded) == 4  # each of them twice, and never again
    assert "compiled anew because this had changed: training of Net" in f.report()
    assert f.grad(net, 1.0, argnums=1) == 600.0 and f.grad(net.train(), 1.0, argnums=1) == 6.0
    assert f.map([net, net], [1.0, 2.0]) == [6.0, 12.0] if given else f.map([0, 0], [1.0, 2.0]) == [6.0, 12.0]
    x = Value(1.0)
    f(net.eval(), x).backward()
    assert x.grad == 600.0


@pytest.mark.parametrize("wrapped", [lambda m: [1.0, m], lambda m: (m,), lambda m: {"m": m}, lambda m: [[m]]])
def test_models_among_the_arguments_however_deep(wrapped):
    def found(tree):
        while not isinstance(tree, Net):
            tree = list(tree.values() if isinstance(tree, dict) else tree)[-1]
        return tree

    net = Net()
    f = jit(lambda tree, x: found(tree)(x))
    assert (f(wrapped(net), 1.0), f(wrapped(net.eval()), 1.0)) == (6.0, 600.0)
    net.scale = 5.0
    assert f(wrapped(net), 1.0) == 1000.0


def test_what_is_looked_at_before_each_call():
    """All the names, also those that nobody has yet; of modules of Python's and of packages no more than that."""
    walk = Walk(lambda x: te.exp(x) * math.pi * SETTING * len([helper(x), not_there]), [], {"forward"})  # noqa: F821
    names = [label for place in walk.places if isinstance(place, Each) for label in place.labels]
    parts = ["the code of {}", "a default of {}", "a default of {}"]
    assert sorted(names) == sorted(
        [part.format(name) for part in parts for name in ("<lambda>", "helper")]
        + ["te", "math", "SETTING", "len", "helper", "not_there"]
    )


def test_whose_code_it_is(monkeypatch):
    for folder in ("site-packages", "dist-packages", "mine"):
        module = types.ModuleType(f"module_in_{folder}")
        module.__file__ = f"/somewhere/{folder}/module.py"
        monkeypatch.setitem(sys.modules, module.__name__, module)
        assert reachable._is_users(module.__name__) == (folder == "mine")
    assert [reachable._is_users(name) for name in ("json", "tinygrad_edu.nn", "nowhere")] == [False, False, True]


OWN = """
@te.primitive(lambda m, y, x: {k} * 3.0 * m.square(x))
def own_cube(m, x):
    return {k} * x * x * x
"""
CELLS = {
    "an operation of one's own": (OWN.format(k=1.0) + "def f(x): return own_cube(x)", OWN.format(k=10.0)),
    "what its rules read": ("k = 1.0\n" + OWN.format(k="k") + "def f(x): return own_cube(x)", "k = 10.0"),
    "another name of ours": ("act = te.tanh\ndef f(x): return act(x)", "act = te.sigmoid"),
    "a name that was imported": (
        "from tinygrad_edu import relu\ndef f(x): return relu(x)", "def relu(x): return te.maximum(x, 3.0 * x)"),
    "a function of Python's": ("import math\ng = math.sqrt\ndef f(x): return g(4.0) * x", "g = math.exp"),
    "a derivative": ("g = te.grad(te.tanh)\ndef f(x): return g(x)", "g = te.grad(te.sigmoid)"),
    "what it is the derivative of": (
        "def u(x): return x * x\ng = te.grad(lambda x: u(x))\ndef f(x): return g(x)", "def u(x): return x * x * x"),
    "a class of ours": ("V = te.Value\ndef f(x): return V(2.0) * x", "def V(x): return x + 1.0"),
}  # fmt: skip


@pytest.mark.parametrize("name", CELLS)
def test_what_a_later_cell_of_a_notebook_binds_anew(name, own, monkeypatch):
    notebook = types.ModuleType("a_notebook")
    notebook.te = te
    monkeypatch.setitem(sys.modules, "a_notebook", notebook)
    before, after = CELLS[name]
    exec(before, vars(notebook))
    f = jit(notebook.f)
    first = f(2.0), f.grad(2.0)
    exec(after, vars(notebook))
    now = te.value_and_grad(notebook.f)(2.0)
    assert (f(2.0), f.grad(2.0)) == pytest.approx(now, rel=1e-12) and now != first


def test_an_operation_of_ones_own_is_of_the_module_that_declares_it(own, monkeypatch):
    """So what holds it can be written and read."""
    notebook = types.ModuleType("a_notebook")
    notebook.te = te
    monkeypatch.setitem(sys.modules, "a_notebook", notebook)
    exec(OWN.format(k=1.0), vars(notebook))
    assert pickle.loads(pickle.dumps(notebook.own_cube)) is notebook.own_cube


def test_nothing_is_noted_anew_where_nothing_has_changed():
    """A number that was put there again is noted, so that next time nothing has changed."""
    net = Net()
    outside = Outside(lambda x: net(x))
    net.scale = float("3.0")
    for _ in range(2):
        assert outside.changed() is None
        assert any(x is net.scale for x in outside._kept)
        outside._note = None


def test_numbers_among_the_arguments_are_looked_at_at_each_call():
    numbers = array("d", [1.0, 2.0])
    outside = Outside(lambda x: x, [Value(1.0), [Value(2.0)], 3.0, numbers, {"a": numbers}])
    numbers[0] = 7.0
    assert (outside.values, outside.changed()) == ([], None)


def test_dropout_is_left_out_in_eval_mode_only():
    net = nn.Sequential(nn.Layer(1, 1, seed=0), nn.Dropout(0.5)).eval()
    f = jit(lambda x: net([x])[0])
    whole = f(1.0)
    assert whole == net([1.0])[0].data
    net.train()
    with pytest.raises(TracingError, match="draws random numbers"):
        f(1.0)
    net.eval()
    assert f(1.0) == whole


# -- whatever it is ----------------------------------------------------------------------------------------------------

SETTING, COUNTED = 2.0, 0
NAMESPACE = types.ModuleType("settings_of_a_test")
NAMESPACE.RATE = 2.0
Point = collections.namedtuple("Point", "a b")


def helper(x):
    return x * 2.0


class Config:
    rate = 2.0


class Slots:
    __slots__ = ("rate",)


def a_global():
    def change(value=5.0):
        globals()["SETTING"] = value

    change(2.0)
    return lambda x: x * SETTING, change


def a_variable_of_the_closure():
    k = 2.0

    def change():
        nonlocal k
        k = -0.0

    k = 0.0
    return lambda x: 1.0 / (x * k), change


def a_helper():
    globals()["helper"] = lambda x: x * 2.0
    return lambda x: helper(x), lambda: globals().update(helper=lambda x: x * 3.0)


def what_a_helper_reads():
    inner = {"k": 2.0}
    outer = lambda x: x * inner["k"]  # noqa: E731
    return lambda x: outer(x), lambda: inner.update(k=7.0)


def a_module():
    NAMESPACE.RATE = 2.0
    return lambda x: x * NAMESPACE.RATE, lambda: setattr(NAMESPACE, "RATE", 4.0)


def a_class():
    Config.rate = 2.0
    return lambda x: x * Config.rate, lambda: setattr(Config, "rate", 4.0)


def an_object_that_hides_what_its_class_says():
    config = Config()
    return lambda x: x * config.rate, lambda: setattr(config, "rate", 9.0)


def an_object_with_slots():
    config = Slots()
    config.rate = 2.0
    return lambda x: x * config.rate, lambda: setattr(config, "rate", 9.0)


def a_namespace():
    args = types.SimpleNamespace(rate=2.0)
    return lambda x: x * args.rate, lambda: setattr(args, "rate", 9.0)


def a_setting_of_a_model():
    net = Net()
    return lambda x: net(x), lambda: setattr(net, "scale", 9.0)


def what_a_function_inside_reads():
    net = Net()
    return lambda x: (lambda y: y * net.unread + SETTING)(x), lambda: setattr(net, "unread", 9.0)


def a_setting_of_its_class():
    net = Net()
    net.power = 1.0
    return lambda x: net(x), lambda: setattr(net, "power", 9.0)


def another_method():
    net = Net().eval()
    return net.forward, lambda: setattr(Net, "helped", lambda self, x: x * 55.0)


def a_method_of_one_object():
    net = Net().eval()
    return lambda x: net(x), lambda: setattr(net, "helped", lambda x: x * 55.0)


def another_parameter():
    net = Net()
    return lambda x: net(x), lambda: setattr(net, "w", Value(11.0, "w"))


def another_model():
    models = [Net()]
    return lambda x: models[0](x), lambda: models.__setitem__(0, Net().eval())


def another_activation():
    net = nn.MLP(1, [2, 1], activation="tanh", seed=0)
    return lambda x: net([x])[0], lambda: setattr(net.layers[0], "activation", "relu")


def an_item_of_a_list():
    ws = [Value(1.0), Value(2.0)]
    return lambda x: te.sum([w * x for w in ws]), lambda: ws.__setitem__(1, Value(5.0))


def one_more_in_a_list():
    ws = [Value(1.0), Value(2.0)]
    return lambda x: te.sum([w * x for w in ws]), lambda: ws.append(Value(5.0))


def a_number_in_a_list():
    numbers = [[1.0, 2.0], [3.0]]
    return lambda x: te.sum([k * x for row in numbers for k in row]), lambda: numbers[1].__setitem__(0, 8.0)


def a_number_in_an_array():
    numpy = pytest.importorskip("numpy")
    numbers = numpy.array([[1.0, 2.0]])
    return lambda x: te.sum([float(k) * x for k in numbers[0]]), lambda: numbers.__setitem__((0, 1), 8.0)


def a_constant():
    k = te.constant(2.0)
    return lambda x: x * k, lambda: setattr(k, "data", 3.0)


def a_partial_function():
    net = Net()
    return functools.partial(lambda net, x: net(x), net), lambda: setattr(net, "scale", 4.0)


def a_derivative():
    net = Net()
    return te.grad(lambda x: net(x) * x), lambda: setattr(net, "scale", 4.0)


def another_compiled_function():
    net = Net()
    inner = jit(lambda x: net(x))
    return lambda x: inner(x), lambda: setattr(net, "scale", 4.0)


class Derived:
    """Of a setting that stands beside the class."""

    @property
    def doubled(self):
        return 2.0 * SETTING

    @staticmethod
    def tripled():
        return 3.0 * SETTING

    @classmethod
    def halved(cls):
        return 0.5 * SETTING


def what_a_property_reads():
    thing, (_, change) = Derived(), a_global()
    return lambda x: x * thing.doubled, change


def what_a_static_method_reads():
    _, change = a_global()
    return lambda x: x * Derived.tripled(), change


def what_a_class_method_reads():
    _, change = a_global()
    return lambda x: x * Derived.halved(), change


def a_default():
    f = lambda x, k=2.0: x * k  # noqa: E731
    return f, lambda: setattr(f, "__defaults__", (3.0,))


def a_default_of_a_helper():
    inner = lambda x, *, k=2.0: x * k  # noqa: E731
    return lambda x: inner(x), lambda: setattr(inner, "__kwdefaults__", {"k": 3.0})


def an_attribute_found_by_its_name():
    net = Net()
    return lambda x: getattr(net, "un" + "read") * x + x, lambda: setattr(net, "unread", 4.0)


CASES = [
    a_global, a_variable_of_the_closure, a_helper, what_a_helper_reads, a_module, a_class,
    an_object_that_hides_what_its_class_says, an_object_with_slots, a_namespace, a_setting_of_a_model,
    a_setting_of_its_class, another_method, a_method_of_one_object, another_parameter, another_model,
    another_activation, an_item_of_a_list, one_more_in_a_list, a_number_in_a_list, a_number_in_an_array, a_constant,
    a_partial_function, a_derivative, another_compiled_function, an_attribute_found_by_its_name,
    what_a_function_inside_reads, what_a_property_reads, what_a_static_method_reads, what_a_class_method_reads,
    a_default, a_default_of_a_helper,
]  # fmt: skip


@pytest.mark.parametrize("make", CASES, ids=lambda make: make.__name__)
def test_what_has_changed_is_seen(make, monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, NAMESPACE.__name__, NAMESPACE)
    monkeypatch.setattr(Net, "helped", Net.helped)  # put back at the end
    f, change = make()
    compiled, times = jit(f), []
    compile_ = compiled._compile
    compiled._compile = lambda *args: times.append(0) or compile_(*args)

    def now():
        y = f(Value(0.5))
        return y.data if isinstance(y, Value) else y

    before = now()
    assert compiled(0.5) == before == compiled(0.5) and len(times) == 1  # nothing has changed: compiled once
    change()
    assert now() != before
    assert compiled(0.5) == now() == compiled(0.5) and len(times) == 2
    assert "compiled anew because this had changed: " in compiled.report()


def test_what_it_does_not_use_is_not_looked_at():
    net, log, results = Net(), [], [Value(0.0)]
    step, net.seen = 0, None

    def f(x):
        log.append(len(log))  # what it changes itself makes no difference: it was recorded twice
        results.append(net.w)
        net.seen = x
        return net(x)

    f = jit(f)
    for step in range(5):
        net.unread = step
        net.later = step  # an attribute that was not there
        net.seen = step  # which it assigns, and does not read
        net.scale = 1.5 + 1.5  # the same number again
        globals()["UNUSED"] = step
        assert f(1.0) == 6.0
    assert log == [0, 1] and step == 4
    assert f.map([1.0, 2.0]) == [6.0, 12.0] and f(1.0) == 6.0 and len(log) == 4


def test_names_beside_what_it_changes_itself():
    calls, scale = 0, 2.0

    def f(x):
        nonlocal calls
        calls += 1
        globals()["COUNTED"] = COUNTED + 1
        return x * scale

    compiled = jit(f)
    assert compiled(1.0) == 2.0
    scale = 3.0
    assert compiled(1.0) == 3.0
    assert compiled.grad(1.0) == 3.0 == compiled(1.0) and calls == 6  # that it counts is no reason to compile it anew
    report = compiled.report()
    assert [line.split(": ")[1] for line in report.splitlines() if "had changed" in line] == ["scale"]
    anew = ["had changed" in one for one in report.split("\n  (number)")[1:]]
    assert anew == [False, False, True]  # the gradient, the older program, the newer


def test_a_program_for_each_of_a_few_states():
    net, recorded = Net(), []
    f = jit(lambda x: recorded.append(0) or net(x))
    for scale in [1.0, 2.0, 3.0, 4.0, 1.0, 4.0, 2.0]:
        net.scale = scale
        assert f(1.0) == 2.0 * scale
    assert len(recorded) == 8 and len(f._cache) == 1 and sum(map(len, f._cache.values())) == function.STATES == 4
    net.scale = 5.0
    assert f(1.0) == 10.0 and f.report().count("\n  (number)") == 4  # one was given up
    net.scale = 3.0
    assert f(1.0) == 6.0 and len(recorded) == 12


def test_long_data_is_taken_to_stay(monkeypatch):
    """Of lists that is what is longer than 10,000 numbers, of which three have to do here for the dicts."""
    for short, long in (([1.0] * 10_000, [1.0] * 10_001), ({0: 1.0}, dict.fromkeys(range(4), 1.0))):
        of_short, of_long = (Outside(lambda x, k=k: x * k[0]) for k in (short, long))
        short[0] = long[0] = 7.0
        assert (of_short.changed(), of_long.changed()) == ("<lambda>", None)
        monkeypatch.setattr(reachable, "MANY", 3)
    numbers = array("d", [1.0] * 4)
    of_numbers = Outside(lambda x: x * numbers[0])
    numbers[0] = 7.0
    assert of_numbers.changed() is None
    short[1], long[9] = 1.0, 1.0
    of_short, of_long = (Outside(lambda x, k=k: x * k[0]) for k in (short, long))
    short[2] = short.pop(1)
    long[10] = long.pop(9)
    assert (of_short.changed(), of_long.changed()) == ("<lambda>", None)


def test_names_of_what_has_changed():
    a, b, rows, net = 1.0, 2.0, [Value(1.0)], Net()
    found = Outside(lambda x: a * b * rows[0] * net(x))
    assert found.changed() is None
    b = math.nan
    assert found.changed() == "b"
    b = 2.0
    assert found.changed() is None
    rows.append(Value(1.0))
    assert found.changed() == "rows"
    rows.pop()
    net.scale = 3
    assert found.changed() == "scale of Net"  # 3 is not 3.0
    net.scale, a = 3.0, True
    assert found.changed() == "a"


def test_frozen_parameters():
    w, v = Value(2.0, "w"), Value(3.0, "v")
    f = jit(lambda x: x * w * v)
    assert f.value_and_grad(1.0, wrt=[w, v]) == (6.0, [3.0, 2.0])
    w.requires_grad = False
    with pytest.raises(RuntimeError, match=r"^w = 2\.0 needs no gradient"):
        f.grad(1.0, wrt=[w, v])
    x = Value(1.0)
    f(x).backward()
    assert (x.grad, w.grad, v.grad) == (6.0, 0.0, 2.0)
    w.requires_grad = True
    f(x).backward()
    assert (x.grad, w.grad, v.grad) == (12.0, 3.0, 4.0)


# -- gradients --------------------------------------------------------------------------------------------------------


def test_gradients_are_not_read():
    w = Value(2.0, "w")
    w.grad = 7.0
    for f in (lambda x: x * w.grad, lambda x: w.grad * x, lambda x: te.maximum(x, w.grad), lambda x: x**w.grad):
        with pytest.raises(TracingError, match=r"outside.py, line .*`: \.grad takes out what backward\(\) has"):
            jit(f)(1.0)
    with pytest.raises(TracingError, match="recorded twice"):
        jit(lambda x: [x, w.grad])(1.0)
    with pytest.raises(TracingError, match=r"`w\.grad = 0\.0`: this would change \.grad of w = 2\.0 while"):
        jit(clears)(w)
    assert jit(lambda x: x * w if repr(w) and f"{w.grad:.1f}" else x)(1.0) == 2.0  # looking at it is no harm
    assert w.grad == 7.0 and type(w.grad) is float


def clears(w):
    w.grad = 0.0
    return w


def test_other_threads_may_differentiate_while_this_one_compiles():
    """Their gradients are neither taken for this function's doing nor lost."""
    w, seen = Value(2.0, "w"), []

    def other():
        (w * 5.0).backward()
        w.grad += 1.0
        seen.append(w.grad)

    def f(x):
        thread = threading.Thread(target=other)
        thread.start()
        thread.join()
        return x * w

    assert jit(f)(3.0) == 6.0
    assert seen == [6.0, 12.0] and w.grad == 12.0


def test_other_threads_may_change_their_values_while_this_one_compiles():
    seen = []

    def other():
        w, frozen = Value(2.0, "w"), Value(4.0, requires_grad=False)
        w.data, w.grad = 3.0, 5.0
        with pytest.raises(TypeError, match="not another Value"):  # which only code that is compiled may
            Value(frozen)
        seen.append((w.data, w.grad))

    def f(x):
        thread = threading.Thread(target=other)
        thread.start()
        thread.join()
        return 2.0 * x

    assert jit(f)(3.0) == 6.0
    assert seen == [(3.0, 5.0)] * 2


def test_copies_inside_a_function_are_refused():
    """Their numbers would stay what they are, and no gradient would come from them."""
    w, rows = Value(2.0, "w"), [[1.0, 2.0], [3.0, 4.0]]
    for f, args, called in (
        (lambda x: x * copy.copy(w), (2.0,), "w = 2.0"),
        (lambda rows: copy.deepcopy(rows)[0][1], (rows,), r"rows\[0\]\[0\] = 1.0"),
    ):
        with pytest.raises(TracingError, match=rf"^test_jit_outside.py, line .*: a copy of {called} is another Value"):
            jit(f)(*args)
    assert jit(lambda rows: sum([list(row) for row in rows][1]))(rows) == 7.0
    assert copy.copy(w).data == 2.0


def test_what_a_function_changes_itself_is_reported():
    seen, count = [], {"calls": 0}

    @jit
    def f(x):
        nonlocal total
        seen.append(x)
        count["calls"] += 1
        total += 1
        return 2.0 * x

    total = 0
    assert f(3.0) == 6.0
    words = "    changed when it is recorded, and not when it is called: count, seen, total"
    assert words in f.report().splitlines()
    assert f(4.0) == 8.0 and count == {"calls": 2}
    g = jit(lambda x: x * scale)
    scale = 2.0
    assert g(1.0) == 2.0 and "changed" not in g.report()


class Sampler:
    def __init__(self, rng):
        self.rng = rng

    def draw(self):
        return self.rng.random()


def numpys(make):
    return make(pytest.importorskip("numpy").random)


@pytest.mark.parametrize(
    "draw",
    [
        lambda: random.random,
        lambda: random.Random(1).random,
        lambda: Sampler(random.Random(1)).draw,
        lambda: numpys(lambda room: room.random),
        lambda: numpys(lambda room: room.default_rng(1).random),
        lambda: numpys(lambda room: room.RandomState(1).random),
    ],
    ids=["Python's", "a generator", "of an object", "NumPy's", "a generator of NumPy's", "an old one"],
)
def test_a_choice_by_chance_is_found_though_it_was_the_same_one_twice(draw):
    """Half of the functions here would be compiled, with the choice of one call."""
    random.seed(1)
    draw = draw()
    for _ in range(20):
        with pytest.raises(TracingError, match="It draws random numbers: draw them before the call"):
            jit(lambda x, y: x if draw() < 0.5 else y)(1.0, 2.0)


def test_a_class_that_does_not_say_whose_it_is():
    """As some that are written in C."""
    kind = type("Kind", (), {"__module__": 5, "scale": 2.0})
    one = kind()
    assert jit(lambda x: kind.scale * one.scale * x)(3.0) == 12.0


def test_a_model_that_is_called_generator_is_no_generator_of_random_numbers():
    class Generator(nn.Module):
        def __init__(self):
            self.scale, self.w = 2.0, Value(1.5, "w")

        def forward(self, x):
            return self.w * x * self.scale

    model = Generator()
    compiled = [jit(lambda x: model(x)), jit(model.forward)]
    assert [f(1.0) for f in compiled] == [3.0, 3.0]
    model.scale = 3.0
    assert [f(1.0) for f in compiled] == [4.5, 4.5]


def test_an_object_that_answers_no_other_question():
    class Strict:
        rate = 2.0

        def __getattr__(self, name):
            raise RuntimeError(f"there is no {name}")

    strict = Strict()
    assert jit(lambda x: strict.rate * x)(3.0) == 6.0


def test_chance_that_nobody_can_look_at():
    rng = random.SystemRandom()
    assert jit(lambda x: (rng.random(), 2.0 * x)[1])(3.0) == 6.0


def test_chance_that_changes_nothing():
    assert jit(lambda x: (random.random(), 2.0 * x)[1])(3.0) == 6.0
