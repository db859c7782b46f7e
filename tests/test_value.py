"""Value: its contract (numbers in, operators, gradients, modes, copies) and the field's known faults."""

import copy
import gc
import math
import operator
import pickle
import re
import subprocess
import sys
import threading
import warnings
import weakref
from decimal import Decimal
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import tinygrad_edu as te
from tinygrad_edu import Value, constant, detect_anomaly, enable_grad, no_grad
from tinygrad_edu.graph import ancestors
from tinygrad_edu.modes import TracingError

numbers = st.floats(-1e6, 1e6)


# -- numbers in ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "number",
    [2, 2.0, True, Fraction(5, 2), Decimal("2.5"), np.float64(2.5), np.float32(2.5), np.int64(2), np.bool_(True)],
    ids=lambda x: type(x).__name__,
)
def test_every_real_number_becomes_a_float(number):
    assert type(Value(number).data) is float
    x = Value(1.5)
    for result in (x + number, number + x, x * number, number * x, x - number, number - x, x / number, number / x):
        assert type(result) is Value
        assert type(result.data) is float
    x.data = number
    assert x.data == float(number)
    assert type(x.data) is float
    assert type(x**number) is type(number**x) is Value


@pytest.mark.parametrize("bad", ["2", b"2", None, 1j, [1.0], (1.0,), {}, object(), np.array([1.0, 2.0]), Value(1.0)])
def test_anything_else_is_a_type_error_that_changes_nothing(bad):
    with pytest.raises(TypeError, match="real number"):
        Value(bad)
    x = Value(3.0)
    with pytest.raises(TypeError, match="real number"):
        x.data = bad
    assert x.data == 3.0
    if not isinstance(bad, Value):
        for operation in (operator.add, operator.mul, operator.sub, operator.truediv, operator.pow):
            for pair in ((x, bad), (bad, x)):
                with pytest.raises(TypeError):
                    operation(*pair)
        with pytest.raises(TypeError):
            te.exp(bad)


def test_the_messages_say_what_came():
    with pytest.raises(OverflowError, match=r"a Value holds a double, at most 1\.8e308, and this int is larger"):
        Value(1.0) * 10**400
    with pytest.raises(TypeError, match=r"not str '2'; convert it with float"):
        Value("2")
    with pytest.raises(TypeError, match="this operand is the str 'a'"):
        Value(1.0) * "a"
    with pytest.raises(TypeError, match="this operand is None"):
        None + Value(1.0)
    with pytest.raises(
        TypeError, match=r"not another Value .*: use that, or its \.detach\(\), which needs no gradient"
    ):
        Value(Value(1.0))
    for several in ([1.0, 2.0], (1.0, 2.0), np.array([1.0, 2.0])):
        with pytest.raises(TypeError, match=f"; make one Value for each number of the {type(several).__name__}$"):
            Value(several)


def test_numpy_scalars_on_the_left_do_not_make_arrays():
    x = Value(3.0)
    y = np.float64(2.0) * x + np.float32(1.0) - np.int64(4)
    assert type(y) is Value
    y.backward()
    assert x.grad == 2.0


@pytest.mark.parametrize(
    "name", "sin cos tan arcsin arccos arctan sinh cosh tanh arcsinh arctanh exp log sqrt square abs floor rint".split()
)
def test_the_functions_of_numpy_record(name):
    x = Value(0.25)
    y = getattr(np, name)(x)
    assert type(y) is Value and set(y.inputs) == {x} and y.data == pytest.approx(getattr(np, name)(0.25), rel=1e-15)
    assert np.multiply(x, y).inputs == (x, y) and np.exp(np.array([x, y])).sum().requires_grad


@pytest.mark.parametrize("array", [np.array([1.0, 2.0]), np.array([[Value(1.0)]])])
def test_an_array_is_no_operand(array):
    for pair in ((Value(1.0), array), (array, Value(1.0))):
        with pytest.raises(TypeError, match=r"this operand is the ndarray array\(.*one by one, as in \[x \* number"):
            operator.mul(*pair)


# -- operators -------------------------------------------------------------------------------------------------------


@given(numbers, numbers)
def test_operators_are_those_of_floats(a, b):
    x, y = Value(a), Value(b)
    for operation in (operator.add, operator.sub, operator.mul):
        assert operation(x, y).data == operation(x, b).data == operation(a, y).data == operation(a, b)
    if b:
        assert (x / y).data == (x / b).data == (a / y).data == a / b
    assert (-x).data == -a
    assert (+x) is x
    assert abs(x).data == abs(a)
    assert (x < y) == (x < b) == (a < y) == (a < b)
    assert (x <= y) == (x <= b) == (a <= b)
    assert (x > y) == (x > b) == (a > b)
    assert (x >= y) == (x >= b) == (a >= b)
    assert bool(x) == bool(a)
    assert float(x) == a
    assert int(x) == int(a)


def test_rounding_functions_of_python():
    x = Value(-2.5)
    assert (round(x).data, math.floor(x).data, math.ceil(x).data, math.trunc(x).data) == (-2.0, -3.0, -2.0, -2.0)


def test_rounding_to_digits_is_for_looking_at_numbers():
    with pytest.raises(TypeError, match=r"has the derivative 0 everywhere: print it as in f'\{value:.4f\}'"):
        round(Value(2.34567), 2)


@pytest.mark.parametrize(
    "operation, advice, expected",
    [
        (operator.mod, "x - k * te.floor(x / k)", operator.mod),
        (operator.floordiv, "te.floor(x / k)", operator.floordiv),
        (operator.xor, "x ** 2", lambda x, k: x**2),
    ],
)
@pytest.mark.parametrize("x, k", [(7.5, 2.0), (-7.5, 2.0), (7.5, -2.0)])
def test_an_operator_that_is_missing_says_what_to_write(operation, advice, expected, x, k):
    """As learners know them from integers, on either side; what the message tells them to write computes it."""
    for left, right in [(Value(x), k), (x, Value(k))]:
        with pytest.raises(TypeError, match=f"^Values have no .* is {re.escape(advice)}"):
            operation(left, right)
    assert eval(advice, {"te": te, "x": Value(x), "k": k}).data == expected(x, k)


def test_matrices_have_no_product_of_their_own():
    x = [Value(2.0), Value(3.0)]
    for left, right in [(x[0], x), (x, x[0])]:
        with pytest.raises(TypeError, match=r"^Values have no @: .* te.dot\(ws, xs\)$"):
            left @ right


def test_powers():
    x = Value(2.0)
    for y in (x**3, 3**x, x**x, 2.0 ** Value(0.5)):
        y.backward()
    assert x.grad == pytest.approx(12.0 + 9.0 * math.log(3.0) + 4.0 * (math.log(2.0) + 1.0), rel=1e-15)
    assert math.isnan((Value(-2.0) ** 0.5).data)  # never a complex number
    base, exponent = Value(-2.0), Value(2.0)
    (base**exponent).backward()
    assert base.grad == -4.0
    assert math.isnan(exponent.grad)


def test_ieee():
    zero = Value(0.0)
    assert (1.0 / zero).data == math.inf
    assert (1.0 / Value(-0.0)).data == -math.inf
    assert zero.log().data == -math.inf
    assert Value(-1.0).sqrt().data != Value(-1.0).sqrt().data
    assert Value(1000.0).exp().data == math.inf
    assert Value(-1000.0).sigmoid().data == 0.0
    assert Value(1000.0).tanh().data == 1.0
    quotient = 1.0 / zero
    quotient.backward()
    assert zero.grad == -math.inf


@pytest.mark.parametrize(
    "asked, answer",
    [
        (lambda x: x == 3.0, False), (lambda x: x != 0, True), (lambda x: x in (1, 3), False),
    ],
)  # fmt: skip
def test_to_be_a_number_is_asked_in_vain(asked, answer):
    """As ``if x == 3.0`` in a function: no number is a Value, whatever it holds, and who asks hears of it."""
    with pytest.warns(
        RuntimeWarning, match=r"a Value is never [0-3.]+: compare its number, as in x\.data == "
    ) as heard:
        assert asked(Value(3.0)) is answer
    assert heard[0].filename == __file__
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        x = Value(3.0)
        assert x == x and x != Value(3.0) and x is not None and x != "x" and {x: 1}[x] == 1 and x in [x, 3.0]


def test_identity_hash_and_equality():
    a, b = Value(1.0), Value(1.0)
    assert a != b
    assert a == a and a != Value(1.0)
    assert len({a, b, a}) == 2
    assert Value.__hash__ is object.__hash__
    for absent in ("__len__", "__iter__", "__array__"):
        assert absent not in Value.__dict__


def test_in_place_operators_make_new_nodes():
    a = b = Value(1.0)
    a += 1.0
    assert b.data == 1.0
    assert a is not b


def test_repr_and_format():
    assert repr(Value(0.4, "w5")) == "Value(0.4, grad=0.0, label='w5')"
    assert repr(constant(2.0)) == "Value(2.0, requires_grad=False)"
    assert f"{Value(0.12345):.3f}" == "0.123"
    assert f"{Value(1.0)}" == "Value(1.0, grad=0.0)"


# -- the reverse pass ------------------------------------------------------------------------------------------------


def test_shared_nodes_and_repeated_operands():
    a = Value(3.0)
    b = a + a
    c = b * b
    c.backward()
    assert (a.grad, b.grad, c.grad) == (24.0, 12.0, 1.0)
    x = Value(3.0)
    (x * x).backward()
    assert x.grad == 6.0


def test_a_node_waits_for_all_its_users():
    """The order matters: a recursion without it pushes b's gradient on before the second part has come."""
    a = Value(1.0)
    b = a + a
    c = b + b
    d = c + b
    d.backward()
    assert a.grad == 6.0


def test_backward_twice_is_exactly_twice():
    x = Value(2.0)
    y = (x * x) * x
    y.backward()
    y.backward()
    assert x.grad == 24.0
    assert y.grad == 2.0


def test_two_losses_add_up():
    x = Value(2.0)
    shared = x * 3.0
    (shared * shared).backward()
    shared.exp().backward()
    assert x.grad == 36.0 + 3.0 * math.exp(6.0)


def test_zero_grad_between_passes_leaves_no_trace():
    x = Value(2.0)
    y = x * x
    z = y * 3.0
    z.backward()
    x.grad = 0.0
    z.backward()
    assert x.grad == 12.0


def test_gradients_set_to_none_count_as_zero():
    x = Value(2.0)
    x.grad = None
    (x * 3.0).backward()
    assert x.grad == 3.0


def test_what_was_recorded_counts():
    x = Value(3.0)
    y = x * x
    x.data = 100.0
    y.backward()
    assert x.grad == 6.0


def test_start_gradient():
    x = Value(3.0)
    (x * x).backward(0.5)
    assert x.grad == 3.0


def test_constants_have_no_gradient():
    x, c = Value(3.0), constant(2.0)
    y = x * c + 5.0
    y.backward()
    assert x.grad == 2.0
    assert all(node.grad == 0.0 for node in ancestors(y) if not node.requires_grad)
    assert (x * c).partials == (2.0, None)
    assert te.dot([x, c], [c, c]).partials == (2.0, None, None, None)


def test_nothing_to_differentiate():
    with no_grad():
        y = Value(3.0, "x") * 2.0
    for node, why in ((y, "inside no_grad"), (constant(2.0, "c"), "c = 2.0"), (constant(2.0) * 3.0, "are constants")):
        with pytest.raises(RuntimeError, match=why):
            node.backward()
    with pytest.raises(RuntimeError, match="needs no gradient"):
        Value(1.0).detach().backward()


def test_a_start_that_is_no_number_changes_nothing():
    x = Value(3.0)
    y = x * x
    y.backward()
    with pytest.raises(TypeError, match="real number"):
        y.backward("1")
    assert (x.grad, y.grad) == (6.0, 1.0)


def test_an_interrupted_pass_changes_nothing():
    x = Value(2.0)
    y = x * 3.0
    z = y * y
    z.backward()
    before = [node.grad for node in (x, y, z)]

    class Interrupt(float):
        def __rmul__(self, other):
            raise KeyboardInterrupt

    y._dx = Interrupt(3.0)
    with pytest.raises(KeyboardInterrupt):
        z.backward()
    assert [node.grad for node in (x, y, z)] == before


# -- depth -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("steps", [100_000, pytest.param(500_000, marks=pytest.mark.slow)])
def test_a_graph_of_any_depth(steps):
    """Build, differentiate, print, read and free without recursion, of which some ten thousand are the most."""
    x = Value(1.0)
    y = x
    for _ in range(steps):
        y = y * 1.0 + x
    assert repr(y) == f"Value({steps + 1}.0, grad=0.0)"
    y.backward()
    assert x.grad == steps + 1
    assert te.graph.count(y) == 3 * steps + 1
    with pytest.raises(RuntimeError, match="only a leaf"):
        copy.deepcopy(y)
    del y


def test_a_graph_is_freed_by_reference_counts_alone():
    class Watched(Value):
        __slots__ = ("__weakref__",)

    gc.disable()
    try:
        x = Watched(2.0)
        y = (x * x).tanh() + te.dot([x, x], [x, 3.0])
        watch = weakref.ref(y)
        y.backward()
        del y
        assert watch() is None
    finally:
        gc.enable()


# -- copies ----------------------------------------------------------------------------------------------------------


def test_leaves_can_be_copied():
    x = Value(2.5, "w")
    x.grad = 7.0
    for twin in (copy.copy(x), copy.deepcopy(x), pickle.loads(pickle.dumps(x))):
        assert twin is not x
        assert (twin.data, twin.grad, twin.label, twin.requires_grad) == (2.5, 7.0, "w", True)
    assert copy.deepcopy([x, x])[0].data == 2.5
    assert not copy.copy(constant(1.0)).requires_grad


def test_results_cannot():
    y = (Value(2.0) * 3.0).named("y")
    for copier in (copy.copy, copy.deepcopy, pickle.dumps):
        with pytest.raises(RuntimeError, match=r"y = 6.0 is the result of an operation, and only a leaf Value"):
            copier(y)


# -- modes -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("block", [no_grad, enable_grad, detect_anomaly])
def test_a_block_decorates_with_and_without_parentheses(block):
    def f(x):
        """Divides."""
        return 1.0 / x

    bare, called = block(f), block()(f)
    assert bare.__name__ == "f" and bare.__doc__ == "Divides."
    for x in (Value(2.0), Value(0.0)):
        for g in (bare, called):
            if block is detect_anomaly and not x.data:
                with pytest.raises(FloatingPointError):
                    g(x)
            else:
                assert g(x).requires_grad is (block is not no_grad)
    with pytest.raises(TypeError, match=rf"^{block.__name__}\(\) takes nothing: write `with {block.__name__}\(\):`"):
        block(0.5)


def test_no_grad_and_detach():
    x = Value(3.0, "x")
    with no_grad():
        y = x * x
        with enable_grad():
            z = x * x
    assert (y.inputs, y.op, y.requires_grad) == ((), None, False)
    assert z.requires_grad
    assert x.detach().label == "x"
    assert not x.detach().requires_grad

    @no_grad()
    def evaluate():
        return x * 2.0

    assert not evaluate().requires_grad
    assert (x * 2.0).requires_grad


def test_modes_end_with_their_block_however_it_ends():
    x = Value(3.0)
    with pytest.raises(ZeroDivisionError), no_grad():
        1 / 0  # noqa: B018
    assert (x * x).requires_grad
    with pytest.raises(FloatingPointError), detect_anomaly():
        Value(0.0).log()
    assert Value(0.0).log().data == -math.inf


def test_modes_belong_to_a_thread():
    x, inside, leave = Value(3.0), threading.Event(), threading.Event()

    def other():
        with no_grad():
            inside.set()
            leave.wait(10)

    thread = threading.Thread(target=other)
    thread.start()
    inside.wait(10)
    recorded = (x * x).requires_grad
    leave.set()
    thread.join()
    assert recorded


def test_threads_with_graphs_of_their_own():
    results = {}

    def work(k):
        x = Value(float(k))
        y = x
        for _ in range(2000):
            y = (y * 0.5 + x).tanh()
        y.backward()
        results[k] = x.grad

    threads = [threading.Thread(target=work, args=(k,)) for k in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    alone = dict(results)
    for k in range(8):
        work(k)
    assert results == alone


def test_anomaly_names_the_operation_its_label_and_inputs():
    x = Value(0.0, "x")
    with detect_anomaly():
        with pytest.raises(FloatingPointError, match=r"log gave -inf: its input is x = 0\.0"):
            x.log()
        with pytest.raises(FloatingPointError, match=r"div gave inf: its inputs are 1\.0, x = 0\.0"):
            1.0 / x
        y = x.sqrt().named("root")  # a finite value with an infinite derivative
        with pytest.raises(FloatingPointError, match=r"gave x = 0.0 the gradient inf at root = 0.0, made by sqrt"):
            y.backward()
    assert (x.grad, y.grad) == (0.0, 0.0)


# -- determinism -----------------------------------------------------------------------------------------------------

PROGRAM = """
from tinygrad_edu import Value
xs = [Value(0.1 * k) for k in range(1, 9)]
pool = list(xs)
for k in range(200):
    pool.append((pool[-1] * pool[k % 7] + pool[(3 * k) % len(pool)]).tanh())
sum(pool[-9:], Value(0.0)).backward()
print([x.grad.hex() for x in xs])
"""


def test_the_last_bit_is_the_same_in_every_process():
    runs = {
        subprocess.run(
            [sys.executable, "-c", PROGRAM], env={"PYTHONHASHSEED": seed}, capture_output=True, text=True, check=True
        ).stdout
        for seed in ("0", "1", "4242")
    }
    assert len(runs) == 1


def test_import_is_light():
    """Nothing heavy is imported: no numpy, no graphviz, no hypothesis (their time is measured in the benchmarks)."""
    program = "import sys, tinygrad_edu; print(sorted({m.split('.')[0] for m in sys.modules}))"
    out = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout
    assert not {"numpy", "graphviz", "hypothesis", "matplotlib", "llvmlite", "tqdm", "sklearn"} & set(eval(out))


def test_anomaly_mode_passes_constants_by():
    with detect_anomaly():
        x = Value(2.0)
        (x * 3.0 + constant(1.0)).backward()
    assert x.grad == 3.0


@pytest.mark.parametrize("block", [te.enable_grad, te.no_grad])
def test_no_other_block_looks_for_anomalies(block):
    x = Value(0.0)
    y = x.sqrt()
    with block():
        y.backward()
        assert x.grad == math.inf and math.isnan((Value(0.0) * x.grad).data)


def assigned(label):
    x = Value(1.0, "before")
    try:
        x.label = label
    finally:
        assert x.label == "before"  # and it is left as it was
    return x


@pytest.mark.parametrize("make", [lambda label: Value(1.0, label), lambda label: Value(1.0).named(label), assigned])
@pytest.mark.parametrize("label", [True, 2, None, ("a", "b"), 1.5])
def test_a_label_is_a_text(make, label):
    with pytest.raises(TypeError, match="a label is a text, such as 'w1', not"):
        make(label)


def test_item_is_the_number():
    w = Value(3, "w")
    assert (w * w).item() == 9.0 and type(w.item()) is float
    with pytest.raises(TracingError, match=r"x \* x.item\(\)"):
        te.jit(lambda x: x * x.item())(2.0)
