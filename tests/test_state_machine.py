"""Any sequence of what a program does with Values, against a model of forty lines: nothing is left over, nothing lost.

hypothesis writes the programs: leaves and results, ``backward`` from anywhere and twice, gradients zeroed or not, data
changed in between, blocks that switch recording off and on and end with an exception, passes that are interrupted.
That the machine can fail is proved on engines with faults: the classic ones of the field, and broken modes.
"""

import math

import pytest
from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

import tinygrad_edu as te
from tinygrad_edu import Value, constant, enable_grad, no_grad
from tinygrad_edu.graph import topological
from tinygrad_edu.ieee import run
from tinygrad_edu.modes import blocks, modes

numbers = st.floats(-2.0, 2.0).map(lambda x: round(x, 3))
places = st.integers(0, 2**16)
LARGEST = 1e6  # beyond it a program is not continued: rounding would be all that is compared

# name: (with Values, with numbers, the derivatives)
OPERATIONS = {
    "add": (lambda a, b: a + b, lambda a, b: a + b, lambda a, b: (1.0, 1.0)),
    "sub": (lambda a, b: a - b, lambda a, b: a - b, lambda a, b: (1.0, -1.0)),
    "mul": (lambda a, b: a * b, lambda a, b: a * b, lambda a, b: (b, a)),
    "tanh": (lambda a: a.tanh(), math.tanh, lambda a: (math.cosh(min(abs(a), 300.0)) ** -2,)),
    "square": (lambda a: a.square(), lambda a: a * a, lambda a: (2.0 * a,)),
    "dot": (
        lambda a, b, c: te.dot([a, b], [b, c], a),
        lambda a, b, c: a * b + b * c + a,
        lambda a, b, c: (b + 1.0, a + c, b),
    ),
}


class Model:
    """What the engine is to do, said in the plainest way: numbers in lists, and a node is its place in them."""

    def __init__(self):
        self.data, self.grad, self.size, self.free, self.slopes = [], [], [], [], []

    def leaf(self, number, free=True):
        self.data.append(number)
        self.grad.append(0.0)
        self.size.append(0.0)  # of all that was added to the gradient: its rounding is some part of it
        self.free.append(free)
        self.slopes.append({})

    def node(self, name, inputs, recording):
        numbers = [self.data[i] for i in inputs]
        slopes = {}
        if recording:
            for i, slope in zip(inputs, OPERATIONS[name][2](*numbers), strict=True):
                if self.free[i]:
                    slopes[i] = slopes.get(i, 0.0) + slope
        self.leaf(OPERATIONS[name][1](*numbers), bool(slopes))
        self.slopes[-1] = slopes

    def gradients(self, root, seed=1.0):
        """By definition: the derivative by a node is the sum, over who uses it, of theirs times the slope there."""
        found = {root: (seed, abs(seed))}
        for k in range(root, -1, -1):
            if k in found:
                for i, slope in self.slopes[k].items():
                    g, size = found.get(i, (0.0, 0.0))
                    found[i] = g + found[k][0] * slope, size + found[k][1] * abs(slope)
        return found

    def backward(self, root, seed):
        for i, (g, size) in self.gradients(root, seed).items():
            self.grad[i] += g
            self.size[i] += size


class Engine:
    """What a machine drives: ours, or one of the faulty ones below."""

    no_grad, enable_grad = no_grad, enable_grad

    @staticmethod
    def backward(value, seed):
        value.backward(seed)


class Interrupt(float):
    """A local derivative at which somebody presses Ctrl-C."""

    def __mul__(self, other):
        raise KeyboardInterrupt

    __rmul__ = __mul__


class Machine(RuleBasedStateMachine):
    engine = Engine

    def __init__(self):
        super().__init__()
        self.model, self.values, self.blocks = Model(), [], []

    def place(self, k):
        return k % len(self.values)

    @property
    def recording(self):
        return self.blocks[-1][1] if self.blocks else True

    @initialize(number=numbers)
    def first(self, number):
        self.add_leaf(number, False)

    @rule(number=numbers, is_constant=st.booleans())
    def add_leaf(self, number, is_constant):
        self.values.append(constant(number) if is_constant else Value(number))
        self.model.leaf(number, not is_constant)

    @rule(name=st.sampled_from(sorted(OPERATIONS)), ks=st.lists(places, min_size=3, max_size=3))
    def compute(self, name, ks):
        with_values, with_numbers, _ = OPERATIONS[name]
        inputs = [self.place(k) for k in ks][: with_values.__code__.co_argcount]
        if abs(with_numbers(*(self.model.data[i] for i in inputs))) < LARGEST:
            self.values.append(with_values(*(self.values[i] for i in inputs)))
            self.model.node(name, inputs, self.recording)

    @rule(k=places, seed=st.sampled_from([1.0, 1.0, 0.5, -2.0]))
    def backward(self, k, seed):
        i = self.place(k)
        if self.model.free[i]:
            self.engine.backward(self.values[i], seed)
            self.model.backward(i, seed)
        else:
            with pytest.raises(RuntimeError, match="needs no gradient"):
                self.values[i].backward(seed)

    @rule(k=places, at=places)
    def backward_interrupted(self, k, at):
        """Ctrl-C in the middle of a pass: no gradient may have changed."""
        below = [v for v in topological(self.values[self.place(k)]) if v._dx.__class__ is float]
        if below and self.model.free[self.place(k)]:
            node = below[at % len(below)]
            slope, node._dx = node._dx, Interrupt(node._dx)
            with pytest.raises(KeyboardInterrupt):
                self.engine.backward(self.values[self.place(k)], 1.0)
            node._dx = slope

    @rule(k=places)
    def backward_from_nonsense(self, k):
        with pytest.raises((TypeError, RuntimeError)):
            self.values[self.place(k)].backward("1")

    @rule(k=places, wrt=places)
    def gradients(self, k, wrt):
        """The derivative asked for as a number; no ``.grad`` is touched."""
        i, j = self.place(k), self.place(wrt)
        if self.model.free[i] and self.model.free[j]:
            g, size = self.model.gradients(i).get(j, (0.0, 0.0))
            assert te.gradients(self.values[i], [self.values[j]])[0] == pytest.approx(g, rel=0.0, abs=1e-12 * size)

    @rule(k=places, number=numbers)
    def change_data(self, k, number):
        i = self.place(k)
        if self.values[i].op is None:
            self.values[i].data = number
            self.model.data[i] = number

    @rule(k=places, none=st.booleans())
    def zero_one(self, k, none):
        i = self.place(k)
        self.values[i].grad = None if none and self.values[i].requires_grad else 0.0
        self.model.grad[i] = self.model.size[i] = 0.0

    @rule()
    def zero_leaves(self):
        """As ``zero_grad()`` does: what is inside keeps its gradients."""
        for i, value in enumerate(self.values):
            if value.op is None:
                value.grad = self.model.grad[i] = self.model.size[i] = 0.0

    @precondition(lambda self: len(self.blocks) < 3)
    @rule(kind=st.sampled_from(["no_grad", "enable_grad"]))
    def enter_block(self, kind):
        block = getattr(self.engine, kind)()
        block.__enter__()
        self.blocks.append((block, kind == "enable_grad"))

    @precondition(lambda self: self.blocks)
    @rule(error=st.booleans())
    def leave_block(self, error):
        block, _ = self.blocks.pop()
        assert not block.__exit__(*((ValueError, ValueError("in the block"), None) if error else (None, None, None)))

    def teardown(self):
        while self.blocks:
            self.blocks.pop()[0].__exit__(None, None, None)
        assert te.is_grad_enabled()

    @invariant()
    def all_agree(self):
        model = self.model
        assert te.is_grad_enabled() is self.recording
        for i, value in enumerate(self.values):
            assert value.data == pytest.approx(model.data[i], rel=1e-13)
            assert value.requires_grad is model.free[i]
            assert abs((value.grad or 0.0) - model.grad[i]) <= 1e-12 * model.size[i], (i, value, model.grad[i])


TestStateMachine = Machine.TestCase
TestStateMachine.settings = settings(stateful_step_count=40)


# -- engines with a fault ------------------------------------------------------------------------------------------


def walk(value, seed, order, add=True, fresh=True, once=False, every=True):
    """A reverse pass with switches for what can be wrong with one."""
    grads = {node: 0.0 if fresh or node.op is None else node.grad or 0.0 for node in order}
    grads[value] += seed
    for node in reversed(order):
        seen = set()
        for u, slope in zip(node.inputs, node.partials, strict=True):
            if slope is None or (once and u in seen):
                continue
            seen.add(u)
            grads[u] = grads[node] * slope + (grads[u] if add else 0.0)
    for node, g in grads.items():
        if not fresh and node.op is not None:
            node.grad = g
        elif every or node.op is None:
            node.grad = (node.grad or 0.0) + g


class StaleInterior(Engine):
    """micrograd's: what earlier passes left inside is sent down again."""

    @staticmethod
    def backward(value, seed):
        walk(value, seed, topological(value), fresh=False)


class NoAccumulation(Engine):
    @staticmethod
    def backward(value, seed):
        walk(value, seed, topological(value), add=False)


class SameArgumentOnce(Engine):
    @staticmethod
    def backward(value, seed):
        walk(value, seed, topological(value), once=True)


class BreadthFirst(Engine):
    """No topological order: a node is taken when it is first met."""

    @staticmethod
    def backward(value, seed):
        order = {value: None}
        level = [value]
        while level:
            level = [u for node in level for u, d in zip(node.inputs, node.partials, strict=True) if d is not None]
            level = [u for u in dict.fromkeys(level) if u not in order]
            order |= dict.fromkeys(level)
        walk(value, seed, list(order)[::-1])


class Overwrites(Engine):
    """The gradients of earlier passes are forgotten."""

    @staticmethod
    def backward(value, seed):
        for node in topological(value):
            node.grad = 0.0
        value.backward(seed)


class LeavesOnly(Engine):
    @staticmethod
    def backward(value, seed):
        walk(value, seed, topological(value), every=False)


class TodaysData(Engine):
    """The rules are run at backward time, on data that may have been changed since."""

    @staticmethod
    def backward(value, seed):
        order = topological(value)
        kept = {node: (node._dx, node._dy) for node in order}
        for node in order:
            if node._dx.__class__ is float:
                numbers = [u.data for u in node.inputs]
                node._dx = run(node.op.partials[0], node.data, *numbers)
                if node._dy is not None:
                    node._dy = run(node.op.partials[1], node.data, *numbers)
        try:
            value.backward(seed)
        finally:
            for node, (dx, dy) in kept.items():
                node._dx, node._dy = dx, dy


class HalfAPass(Engine):
    """An interrupted pass leaves what it has done so far."""

    @staticmethod
    def backward(value, seed):
        order = topological(value)
        before = {node: node.grad or 0.0 for node in order}
        for node in order:
            node.grad = 0.0
        value.grad = seed
        for node in reversed(order):
            for u, slope in zip(node.inputs, node.partials, strict=True):
                if slope is not None:
                    u.grad += slope * node.grad
        for node, old in before.items():
            node.grad += old


class _NotRestored(no_grad):
    def __exit__(self, *exc):
        if exc[0] is None:
            super().__exit__(*exc)


class NotRestored(Engine):
    """A block that ends with an exception leaves recording off."""

    no_grad = _NotRestored


class _On(no_grad):
    def __exit__(self, *exc):
        super().__exit__(*exc)
        modes.grad = True


class SwitchedOnForAll(Engine):
    """The end of an inner block switches recording on, whatever was around it."""

    no_grad = _On


QUICK = [StaleInterior, Overwrites, HalfAPass, NotRestored, SwitchedOnForAll]
SLOW = [NoAccumulation, SameArgumentOnce, BreadthFirst, LeavesOnly, TodaysData]  # a hundred programs and more
FAULTY = [*QUICK, *(pytest.param(engine, marks=pytest.mark.slow) for engine in SLOW)]


@pytest.mark.parametrize("faulty", FAULTY, ids=lambda engine: engine.__name__)
def test_the_machine_finds_faults(faulty):
    class Faulty(Machine):
        engine = faulty

        def __init__(self):
            modes.grad = True  # the program before this one may have ended in the middle of a block
            super().__init__()

    # Which programs come depends on every number in the source; the rarest fault shows in one of 500.
    how = settings(max_examples=5_000, stateful_step_count=40, derandomize=True, database=None, deadline=None)
    how = settings(how, phases=[Phase.generate], report_multiple_bugs=False)
    try:
        with pytest.raises(AssertionError):
            run_state_machine_as_test(Faulty, settings=how)
    finally:
        modes.grad, blocks.open = True, 0
