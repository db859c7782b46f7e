"""The faults that engines of this kind are known for, one test for each, in the order of how often they are met.

Each was found in somebody's program or issue tracker: micrograd and its descendants, PyTorch, JAX, HIPS autograd,
graphviz. A test plants or provokes the fault, asserts what is right, and where a learner is to be told something, what.
Nearly all of it is also tested where it belongs; this file is the table of it.
"""

import copy
import gc
import html.parser
import json
import math
import operator
import pickle
import subprocess
import sys
import threading
import weakref
from decimal import Decimal
from fractions import Fraction

import numpy as np
import pytest

import tinygrad_edu as te
from tests.drawn import parse, words
from tinygrad_edu import Value, detect_anomaly, lint, nn, no_grad, optim
from tinygrad_edu.check import gradcheck, gradgradcheck
from tinygrad_edu.escape import visible
from tinygrad_edu.graph import ancestors, topological
from tinygrad_edu.train import checkpoint

INF, NAN = math.inf, math.nan
DEEP = 6_000  # well beyond Python's limit of 1,000 calls within each other


def gradient(f, *xs):
    values = [Value(x) for x in xs]
    f(*values).backward()
    return [v.grad for v in values]


# -- 1 to 5: the reverse pass --------------------------------------------------------------------------------------


def pushed_at_once(root):
    """The fault of row 1: every node pushes its gradient on at once, without waiting for its other users."""
    grads = {}

    def push(node, g):
        grads[node] = grads.get(node, 0.0) + g
        for u, partial in zip(node.inputs, node.partials, strict=True):
            push(u, partial * grads[node])

    push(root, 1.0)
    return grads


def overwritten(root):
    """The fault of row 2: what comes last counts."""
    grads = {root: 1.0}
    for node in reversed(topological(root)):
        for u, partial in zip(node.inputs, node.partials, strict=True):
            grads[u] = grads[node] * partial
    return grads


def test_01_an_interior_node_is_used_twice():
    a = Value(1.0)
    b = a + a
    d = (b + b) + b
    d.backward()
    assert (a.grad, b.grad) == (6.0, 3.0)
    assert pushed_at_once(d)[a] != 6.0  # so this graph does show the fault


@pytest.mark.parametrize("f, right", [(lambda a: a + a, 2.0), (lambda a: a * a, 6.0), (lambda a: a**a, 27.0)])
def test_02_the_same_argument_twice(f, right):
    a = Value(3.0)
    y = f(a)
    y.backward()
    assert a.grad == pytest.approx(right + (27.0 * math.log(3.0) if right == 27.0 else 0.0), rel=1e-15)
    assert overwritten(y)[a] != a.grad
    assert te.gradients(y, [a]) == [a.grad]
    assert te.gradients(te.dot([a, a], [a, a]), [a]) == [12.0]


def test_03_data_changed_between_forward_and_backward():
    """The recorded numbers count: 6 and not 200. Where they would be mixed with today's, it is an error."""
    x = Value(3.0, "x")
    y = (x * x).named("y")
    x.data = 100.0
    y.backward()
    assert x.grad == 6.0
    for asked in (lambda: te.gradients(y, [x], create_graph=True), lambda: te.what_if(y, x, 0.1)):
        with pytest.raises(RuntimeError, match=r"the data of x = 100.*changed after it was used: run the forward"):
            asked()
    (note,) = lint([x], y).of("data-changed")
    assert note.sentence.startswith("the loss was computed from other numbers than those of x now")


def test_04_backward_twice_on_one_graph():
    """27, then exactly 54; micrograd has 72."""
    x = Value(3.0, "x")
    y = ((x * x).named("square") * x).named("y")
    y.backward()
    assert x.grad == 27.0
    y.backward()
    assert x.grad == 54.0
    (finding,) = lint([x], y).of("not-zeroed")
    assert finding.sentence == "backward() has run 2 times through this loss since its gradients were 0"
    assert "zero_grad()" in finding.advice


def test_05_stale_gradients():
    """Gradients add up, interior ones too, but no pass ever starts from what an earlier one left inside."""
    x = Value(3.0, "x")
    for times in (1, 2, 3):
        shared = (x * x).named("shared")
        loss = shared * 2.0
        loss.backward()
        assert x.grad == 12.0 * times
        assert shared.grad == 2.0
    assert "is left from an earlier backward()" in lint([x], loss).of("not-zeroed")[0].sentence
    x.grad = 0.0  # interior nodes still hold something, which must not count
    loss.backward()
    assert x.grad == 12.0
    net = nn.MLP(1, [1], seed=0)
    net([1.0])[0].backward()
    net.zero_grad()
    assert [p.grad for p in net.parameters()] == [0.0, 0.0]


# -- 6 to 8: size --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("x", [1000.0, -1000.0, 1e308, -1e308, 710.0, -746.0])
def test_06_overflow(x):
    """The stable forms: an exact or finite value where there is one, and never an exception."""
    v = Value(x)
    assert v.sigmoid().data == (1.0 if x > 0 else 0.0)
    assert v.tanh().data == math.copysign(1.0, x)
    assert v.softplus().data == max(x, 0.0)
    assert te.logsumexp([v, v]).data == pytest.approx(x + math.log(2.0), rel=1e-15)
    assert te.logaddexp(v, 0.0).data == max(x, 0.0)
    assert [p.data for p in te.softmax([v, Value(0.0)])] == pytest.approx([float(x > 0), float(x < 0)], abs=1e-300)
    for f in (Value.exp, Value.cosh, Value.square, Value.sinh, lambda a: a**3, lambda a: 2**a, lambda a: a * a * a):
        assert f(v).data == f(v).data  # inf or a number; no OverflowError
        assert not math.isnan(gradient(f, x)[0])
    loss = nn.binary_cross_entropy_with_logits(v, 0.0)
    assert loss.data == max(x, 0.0)


def test_07_depth():
    """Every walk over a graph many times deeper than Python's stack; a graph is not copied, and says so."""
    x = y = Value(1.0, "x")
    for _ in range(DEEP):
        y = y * 1.0 + 0.0
    y.named("y").backward()
    assert x.grad == 1.0
    assert (len(topological(y)), te.graph.count(y)) == (2 * DEEP + 1, 4 * DEEP + 1)
    assert te.gradients(te.gradients(y * x, [x], create_graph=True)[0], [x]) == [2.0]
    assert te.jvp(lambda a: chain(a), (1.0,), (1.0,)) == (1.0, 1.0)
    assert repr(y) == "Value(1.0, grad=1.0, label='y')"
    assert te.explain(y, x).value == 1.0
    assert te.paths(y, x).count == 1
    assert te.what_if(y, x, 0.5).after == 1.5
    assert "x" in te.draw_graph(y, engine="builtin").describe()
    with pytest.raises(ValueError, match="1,000"):
        te.draw_graph(y, fold=None)
    for copier in (copy.copy, copy.deepcopy, pickle.dumps):
        with pytest.raises(RuntimeError, match="only a leaf Value can be copied or pickled: copy the parameters"):
            copier(y)


def chain(x):
    for _ in range(DEEP):
        x = x * 1.0 + 0.0
    return x


def test_08_freeing_a_deep_graph():
    """In a thread of its own, whose stack is small: a recursive destructor would end the process.

    From 3.13 on Python itself goes some thousand objects deep when it frees, which wants a megabyte of stack.
    """
    stack = 1024 if sys.version_info >= (3, 13) else 256
    program = (
        "import threading, tinygrad_edu as te\n"
        "def work():\n"
        "    y = x = te.Value(1.0)\n"
        "    for _ in range(20_000): y = te.dot([y, x], [x, 0.0], x) - x\n"
        "    y.backward()\n"
        "    print(x.grad)\n"
        f"threading.stack_size({stack} * 1024)\n"
        "thread = threading.Thread(target=work); thread.start(); thread.join(); print('alive')\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=120)
    assert done.stdout.split()[1:] == ["alive"], done.stderr


# -- 9 to 11: the edges of functions -------------------------------------------------------------------------------

# function, where, derivatives there
EDGES = [
    (te.abs, (0.0,), (0.0,)),
    (te.relu, (0.0,), (0.0,)),
    (te.relu6, (0.0,), (0.0,)),
    (te.relu6, (6.0,), (0.0,)),
    (te.sign, (0.0,), (0.0,)),
    (te.leaky_relu, (0.0,), (0.01,)),
    (te.elu, (0.0,), (1.0,)),
    (te.selu, (0.0,), (1.7580993408473766,)),
    (te.hardtanh, (1.0,), (0.0,)),
    (te.hardtanh, (-1.0,), (0.0,)),
    (lambda x: te.clamp(x, min=0.0, max=1.0), (0.0,), (0.0,)),
    (lambda x: te.clamp(x, min=0.0, max=1.0), (1.0,), (0.0,)),
    (te.maximum, (2.0, 2.0), (0.5, 0.5)),
    (te.minimum, (2.0, 2.0), (0.5, 0.5)),
    (lambda x: x**0.0, (0.0,), (0.0,)),
    (operator.pow, (0.0, 2.0), (0.0, 0.0)),
    (operator.pow, (0.0, 0.0), (0.0, 0.0)),
    (operator.pow, (-2.0, 2.0), (-4.0, NAN)),
    (operator.pow, (-2.0, 0.5), (NAN, NAN)),
    (te.atan2, (0.0, 0.0), (0.0, 0.0)),
    (te.hypot, (0.0, 0.0), (0.0, 0.0)),
    (operator.truediv, (1.0, 0.0), (INF, -INF)),
    (te.log, (-1.0,), (-1.0,)),
    (te.round, (0.5,), (0.0,)),
    (te.log, (5e-324,), (INF,)),
    (te.relu, (5e-324,), (1.0,)),
]


@pytest.mark.parametrize("f, point, derivatives", EDGES, ids=lambda part: getattr(part, "__name__", str(part)))
def test_09_kinks_and_ties(f, point, derivatives):
    for mine, right in zip(gradient(f, *point), derivatives, strict=True):
        assert mine == right or (math.isnan(mine) and math.isnan(right)), (mine, right)


def test_09_ties_are_shared_in_any_number():
    assert gradient(lambda x: te.maximum(x, x), 2.0) == [1.0]  # counted once, not twice
    assert te.derivative(te.softsign, order=2)(0.0) == 0.0
    assert math.isnan(Value(NAN).relu().data)


def test_10_powers():
    """Never a complex number; where there is no real value it is nan, and anomaly mode says why."""
    for base, exponent in ((-2.0, 0.5), (-1e-300, 1 / 3), (-8.0, 1.5)):
        for y in (Value(base) ** exponent, base ** Value(exponent), Value(base) ** Value(exponent)):
            assert type(y.data) is float
            assert math.isnan(y.data)
    words = r"pow gave nan: its inputs are a = -2.0, 0.5, where pow has no real value"
    with detect_anomaly(), pytest.raises(FloatingPointError, match=words):
        Value(-2.0, "a") ** 0.5
    with detect_anomaly(), pytest.raises(FloatingPointError, match=r"log gave nan.*no real value"):
        Value(-1.0).log()
    assert (Value(0.0) ** 0.0).data == 1.0
    assert (Value(0.0) ** -1.0).data == INF  # Python raises ZeroDivisionError
    assert (Value(10.0) ** 400).data == INF  # Python raises OverflowError


def test_11_infinity_times_zero():
    """nan, as IEEE says and PyTorch and JAX do; anomaly mode names the node, and a Python if is the way out."""

    def unused_branch(x):
        return te.where(x > 0.0, x.sqrt(), 0.0) if isinstance(x, Value) else NAN

    assert math.isnan(gradient(unused_branch, 0.0)[0])
    assert gradient(lambda x: x.sqrt() if x > 0.0 else x * 0.0, 0.0) == [0.0]
    x = Value(0.0, "x")
    y = x.sqrt().named("root") * 0.0
    before = [node.grad for node in ancestors(y)]
    with (
        detect_anomaly(),
        pytest.raises(
            FloatingPointError,
            match=r"backward gave x = 0.0 the gradient nan at root = 0.0, made by sqrt: its input is x",
        ),
    ):
        y.backward()
    assert [node.grad for node in ancestors(y)] == before


# -- 12 to 16: what comes from outside -----------------------------------------------------------------------------


def test_12_numbers_of_other_kinds():
    x = Value(3.0)
    for left in (np.float64(2.0), np.float32(2.0), np.int64(2), True, 2, Fraction(2), Decimal(2)):
        for operation in (operator.add, operator.sub, operator.mul, operator.truediv, operator.pow):
            y = operation(left, x)
            assert type(y) is Value
            assert y.data == operation(float(left), 3.0)
    for bad, message in (
        ("2", "this operand is the str '2'"),
        (None, "this operand is None"),
        (2j, "this operand is the complex 2j"),
        ([2.0], r"this operand is the list \[2.0\]"),
    ):
        for operation in (operator.add, operator.mul):
            with pytest.raises(TypeError, match=message):
                operation(x, bad)
            with pytest.raises(TypeError, match=message):
                operation(bad, x)
    with pytest.raises(TypeError, match=r"a Value holds a real number .* not str '2'; convert it with float"):
        Value("2")
    for bad in (np.complex64(2j), np.array(2j), np.datetime64(2, "D"), np.str_("2")):  # which float() takes
        with pytest.raises(TypeError, match="a Value holds a real number"):
            Value(bad)


LABELS = [
    "<lambda> <map>", 'ends in a quote \\"', "a\nb", "<script>alert(1)</script>", "a|b", "]]>", "%", "权值 🙂", "\x00",
]  # fmt: skip


def shapes(tree):
    """What is drawn, apart from text: a label of two lines has two texts."""
    return [e.tag for e in tree.iter() if not e.tag.endswith(("text", "tspan"))]


@pytest.mark.parametrize("label", LABELS)
def test_13_labels(label):
    """For every label the same structure, with the label in it as text."""

    def drawn(name):
        x = Value(2.0, name)
        return te.draw_graph((x * x).named("y"), engine="builtin"), te.explain(x * x, x)

    (picture, explanation), (plain, _) = drawn(label), drawn("x")
    tree = parse(picture.svg)
    assert shapes(tree) == shapes(parse(plain.svg))
    assert "".join(visible(label).split())[:6] in "".join("".join(words(tree)).split())
    assert picture.render("dot").count("->") == plain.render("dot").count("->")
    for page in (picture.html(), explanation.to_html()):
        found = []
        reader = html.parser.HTMLParser()
        reader.handle_starttag = lambda tag, attributes, found=found: found.append(tag)
        reader.feed(page)
        assert not {"script", "lambda", "map"} & set(found)


def test_14_a_checkpoint_executes_nothing(tmp_path):
    class Evil:
        def __reduce__(self):
            return (open, (str(tmp_path / "pwned"), "w"))

    net, path = nn.MLP(2, [2, 1], seed=0), tmp_path / "model.json"
    before = net.state_dict()
    path.write_bytes(pickle.dumps(Evil()))
    with pytest.raises(checkpoint.CheckpointError, match=r"model.json: .*no checkpoint, or a damaged one. Nothing"):
        checkpoint.load(path, net)
    assert not (tmp_path / "pwned").exists()
    checkpoint.save(path, net)
    whole = path.read_bytes()
    path.write_bytes(whole[:31])
    with pytest.raises(checkpoint.CheckpointError, match="it ends in the middle, after 31 bytes"):
        checkpoint.load(path, net)
    newer = json.dumps({"format": "tinygrad_edu checkpoint", "version": 99})
    for text in ("[" * 100_000, '{"format": "other"}', newer):
        path.write_text(text)
        with pytest.raises(checkpoint.CheckpointError):
            checkpoint.load(path, net)
    assert net.state_dict() == before


def test_15_a_shared_parameter():
    w = Value(1.0, "w")
    net = nn.Module()
    net.first, net.second = [w], {"again": w}
    assert net.parameters() == [w]
    (w * 2.0).backward()
    optim.SGD(net.parameters(), lr=0.5).step()
    assert w.data == 0.0  # one step, not two
    for params in ([w, w], [{"params": [w]}, {"params": [w], "lr": 0.1}]):
        with pytest.raises(ValueError, match=r"a parameter appears more than once \(w\)"):
            optim.SGD(params, lr=0.1)
    optimizer = optim.SGD([w], lr=0.1)
    with pytest.raises(ValueError, match="more than once"):
        optimizer.add_param_group({"params": [w]})
    assert len(optimizer.param_groups) == 1


def test_16_a_state_dict_of_another_shape():
    net, other = nn.MLP(2, [4, 1], seed=0), nn.MLP(3, [4, 1], seed=1)
    before = net.state_dict()
    words = r"MLP expected 17 parameters, got 21; first difference: 'layers.0.neurons.0.w.2' is unexpected"
    with pytest.raises(ValueError, match=words):
        net.load_state_dict(other.state_dict())
    with pytest.raises(TypeError, match="cannot be loaded"):
        net.load_state_dict({**before, "layers.1.neurons.0.b": "one"})  # the last number, after 16 good ones
    assert net.state_dict() == before


# -- 17 to 24: the engine among others -----------------------------------------------------------------------------


def test_17_no_reference_cycles():
    """A graph is freed by reference counts alone, with the collector switched off; after every kind of walk."""

    class Watched(Value):
        __slots__ = ("__weakref__",)

    gc.collect()
    gc.disable()
    try:
        x = Watched(2.0, "x")
        y = ((x * x).tanh() + te.dot([x, x], [x, 3.0]) + te.softmax([x, x])[0]).named("y")
        watches = [weakref.ref(node) for node in ancestors(y) if node is not x and isinstance(node, Watched)]
        assert len(watches) > 5
        y.backward()
        te.gradients(te.gradients(y, [x], create_graph=True)[0], [x])
        te.explain(y, x).text()
        te.draw_graph(y, engine="builtin").svg  # noqa: B018
        lint([x], y, lr=0.1)
        with pytest.raises(RuntimeError):
            copy.deepcopy(y)
        del y
        alive = [watch() for watch in watches if watch() is not None]
        assert alive == []
    finally:
        gc.enable()


def test_18_in_place_operators():
    a = b = Value(1.0)
    a += 1.0
    a *= 3.0
    a -= 1.0
    a /= 5.0
    a **= 2
    assert (b.data, b.op) == (1.0, None)
    assert a is not b
    a.backward()
    assert b.grad == pytest.approx(2.0 * 1.0 * 3.0 / 5.0)


def test_19_comparisons_truth_hash_and_eq():
    a, b = Value(1.0), Value(1.0)
    assert a != b
    assert a == a
    assert len({a, b}) == 2
    assert a <= b and a >= b and not a < b and not a > b
    assert a < 2 and Value(0.5) < a
    assert sorted([Value(3.0), a, Value(2.0)], key=float)[0] is a
    assert max(a, Value(5.0)).data == 5.0
    assert not Value(0.0)
    assert Value(NAN)
    assert not Value(NAN) < 1.0


def test_20_deepcopy_does_not_cut_the_gradient_in_silence():
    x = Value(2.0, "x")
    y = x * 3.0
    for thing in (y, [y], {"y": (y,)}):
        with pytest.raises(RuntimeError, match=r"an unnamed mul = 6\.0 is the result of an operation, and only a leaf"):
            copy.deepcopy(thing)
    twin = copy.deepcopy(nn.MLP(1, [1], seed=0))
    twin([1.0])[0].backward()
    assert [p.grad for p in twin.parameters()] == [1.0, 1.0]


ORDER = """
import tinygrad_edu as te
from tinygrad_edu import nn
net = nn.MLP(3, [5, 5, 2], activation="tanh", seed=0)
for k in range(5):
    junk = [object() for _ in range(k * 1000)]  # other addresses in every round
    for p in net.parameters(): p.data -= 0.3 * p.grad
    loss = nn.mse_loss(net([0.1, 0.2, 0.3]), [0.5, -0.5]) + sum(p * p for p in net.parameters()) * 0.1
    net.zero_grad(); loss.backward()
second = te.gradients(te.gradients(loss, net.parameters()[:1], create_graph=True)[0], net.parameters())
print([p.data.hex() for p in net.parameters()], [g.hex() for g in second])
print(te.explain(loss, net.parameters()[0]).value.hex())
print(te.draw_graph(loss, engine="builtin", force=True).svg)
print(te.lint(net, loss, lr=0.1))
rows = te.data.xor()
net = nn.MLP(2, [3, 1], activation="tanh", seed=0)
history = te.fit(net, rows, loss="bce_with_logits", optimizer="adam", epochs=3, batch_size=2, seed=1, progress=False)
print([p.data.hex() for p in net.parameters()], list(history))
"""


def test_21_the_order_of_summation():
    """The same bits in every process, whatever the hash seed: gradients, second derivatives, pictures, reports."""
    outputs = set()
    for seed in ("0", "77"):
        command, environment = [sys.executable, "-c", ORDER], {"PYTHONHASHSEED": seed, "PYTHONUTF8": "1"}
        run = subprocess.run(command, env=environment, capture_output=True, encoding="utf-8")
        assert run.returncode == 0, run.stderr
        outputs.add(run.stdout)
    assert len(outputs) == 1


def test_22_recording_flags_belong_to_a_thread_and_end_with_their_block():
    x, seen, inside, leave = Value(3.0), {}, threading.Event(), threading.Event()

    def other():
        with no_grad(), detect_anomaly():
            inside.set()
            leave.wait(10)
            seen["other"] = (x * x).requires_grad
        with pytest.raises(ZeroDivisionError), no_grad(), detect_anomaly():
            1 / 0  # noqa: B018
        seen["after"] = (x * x).requires_grad

    thread = threading.Thread(target=other)
    thread.start()
    assert inside.wait(10)
    assert (x * x).requires_grad  # that thread's block is not ours
    assert Value(0.0).log().data == -INF
    leave.set()
    thread.join()
    assert seen == {"other": False, "after": True}

    @no_grad()
    def fails():
        raise KeyError

    with pytest.raises(KeyError):
        fails()
    assert te.is_grad_enabled()


def test_23_the_wrong_number_of_inputs():
    words = "takes 3 inputs, got 1"
    from tinygrad_edu.micrograd import nn as micrograd_nn

    for module in (nn.Neuron(3), nn.Layer(3, 2), nn.MLP(3, [2, 1]), micrograd_nn.Neuron(3), micrograd_nn.MLP(3, [2])):
        with pytest.raises(ValueError, match=words):
            module([1.0])
    with pytest.raises(ValueError, match="got 2 and 3"):
        te.dot([Value(1.0)] * 2, [1.0] * 3)
    with pytest.raises(ValueError, match="shape"):
        nn.mse_loss([Value(1.0)], [1.0, 2.0])


def test_24_gradient_checks_do_not_flake():
    """Ties, kinks, cancellation, huge and tiny inputs, noise: no right gradient is called wrong."""
    cases = [
        (lambda a, b: te.maximum(a, b) * te.minimum(a, b), [2.0, 2.0]),
        (lambda x: abs(x) + x.relu(), [0.0]),
        (lambda x: (x + 1e16) - 1e16, [3.0]),
        (lambda x: x.sin(), [1e6]),
        (lambda x: 1.0 / x, [1e-6]),
        (lambda x: (1e4 * x).sin(), [0.3]),
        (lambda x: x**3, [1e5]),
        (lambda x: x.floor() + x, [2.0]),
    ]
    for f, inputs in cases:
        texts = set()
        for _ in range(3):
            report = gradcheck(f, inputs, raise_exception=False)
            assert not report.wrong, report
            texts.add(str(report))
        assert len(texts) == 1  # the same answer every time
    assert gradcheck(lambda x, y: x.exp() * y.tanh(), [0.3, 0.7])
    assert gradgradcheck(lambda x, y: x.exp() * y.tanh(), [0.3, 0.7])


def test_every_row_is_here():
    rows = {name[5:7] for name in globals() if name.startswith("test_") and name[5:7].isdigit()}
    assert rows == {f"{n:02}" for n in range(1, 25)}
