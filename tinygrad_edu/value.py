"""Value: a number that remembers how it was computed, and the reverse pass that differentiates it.

A Value is a leaf or the result of one primitive of the table (``ops.py``). A result keeps its inputs and, beside
each, the local derivative: a float, computed when the result was. ``backward()`` then needs no rule at all: it
multiplies and adds the recorded floats from the result down to the leaves, in one loop for all operations
(reverse-mode automatic differentiation, Linnainmaa 1970).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from . import fused
from .anomaly import check_backward, check_forward, describe, no_leaf_to_copy, not_by_data, nothing_to_differentiate
from .graph import topological
from .ieee import run
from .instead import no_setting
from .modes import TracingError, blocks, modes
from .ops import MADE, OPS, Primitive
from .real import a_thing, set_label, to_float, to_text

if TYPE_CHECKING:
    from .elementary import Methods
else:
    Methods = object  # the operators and methods are made from the table: below, and in elementary.py

__all__ = ["Value", "apply", "constant", "describe", "record"]

_new = object.__new__


class Value(Methods):
    """A real number (double precision) in a computation graph.

    data           the number: an int, float, bool, numpy scalar, Fraction or Decimal; stored as a float
    label          its name in pictures, explanations and error messages
    requires_grad  False for a constant: no gradient is computed for it, and it is no parameter

    >>> w, x = Value(3.0, "w"), Value(2.0, "x")
    >>> y = w * x + w
    >>> y.backward()
    >>> y.data, w.grad, x.grad
    (9.0, 3.0, 3.0)

    ``==`` and ``hash`` are identity, ``<`` and its kin compare data. ``a += b`` makes a new node, as every
    operation does. Assigning to ``data`` of a leaf is how an optimizer updates it; results computed before keep
    the local derivatives that they recorded.
    """

    # The inputs and local derivatives of a node are kept in fixed slots, because a tuple per node is what an eager
    # engine spends its memory and its time in the garbage collector on: _x and _y are the first and second input
    # (None where there is none), _dx and _dy the derivatives by them (None where no gradient goes). A node of three
    # or more inputs keeps all its inputs in a tuple in _x, and the derivatives in a tuple in _dx.
    __slots__ = ("_data", "_dx", "_dy", "_grad", "_label", "_x", "_y", "op", "requires_grad")

    if TYPE_CHECKING:
        _data: float
        _grad: float
        _x: Any
        _y: Any
        _dx: Any
        _dy: Any
        op: Primitive | None
        requires_grad: bool

    # So that numpy_scalar * value asks value.__rmul__ and does not build an array. (With __array_ufunc__ = None that is
    # 0.6 µs quicker, and np.sin(value) an error; so numpy finds value.sin().)
    __array_priority__ = 1000.0
    __hash__ = object.__hash__

    def __init__(self, data: Any, label: str = "", requires_grad: bool = True) -> None:
        self.op = self._x = self._y = self._dx = self._dy = None
        if data.__class__ is not float:
            if blocks.traces and modes.tracing and isinstance(data, Value) and not data.requires_grad:
                self.op, self._x, data = MADE, data, data._data  # data, a number where nothing is compiled
            data = to_float(data)
        self._data = data
        self._grad = 0.0
        self.requires_grad = requires_grad
        self._label = label if label.__class__ is str else to_text(label)

    def _set_data(self, data: Any) -> None:
        if blocks.traces and modes.tracing:
            _trace().refuse_change(self, ".data")
        self._data = data if data.__class__ is float else to_float(data)

    data = property(
        attrgetter("_data"),  # in C: half of what a Python function would cost
        _set_data,
        doc="The number itself. Assigning anything but a real number is a TypeError and changes nothing.",
    )

    def _set_grad(self, grad: Any) -> None:
        if blocks.traces and modes.tracing:
            _trace().refuse_change(self, ".grad")
        self._grad = grad

    grad = property(
        attrgetter("_grad"),
        _set_grad,
        doc="What ``backward()`` has added up here: the derivative of its result by this Value.",
    )
    label: str = property(attrgetter("_label"), set_label, doc="Its name, a text.")  # type: ignore[assignment]

    @property
    def inputs(self) -> tuple[Value, ...]:
        """The Values this one was computed from, in order; a Value used twice stands there twice."""
        if self._x is None:
            return ()
        if self._x.__class__ is tuple:
            return self._x
        return (self._x,) if self._y is None else (self._x, self._y)

    @property
    def partials(self) -> tuple[float | None, ...]:
        """The local derivatives, one beside each of ``inputs``, recorded when this Value was computed.

        ``None`` stands beside a constant, for which none was computed.

        >>> (Value(3.0) * Value(2.0)).partials
        (2.0, 3.0)
        """
        if self._x is None:
            return ()
        if self._x.__class__ is tuple:
            return self._dx
        return (self._dx,) if self._y is None else (self._dx, self._dy)

    def named(self, label: str) -> Value:
        """Set the label and return the Value itself, for naming results where they are computed."""
        self.label = label
        return self

    def item(self) -> float:
        """The number itself, a float: ``data`` under the name that it has in PyTorch."""
        return float(self)

    def detach(self) -> Value:
        """A new constant with the same data and label, cut off from the graph."""
        if blocks.traces and modes.tracing:
            return _trace().detached(self)
        return _leaf(self.__class__, self._data, self.label, False)

    # -- the reverse pass -----------------------------------------------------------------------------------------

    def backward(self, gradient: float = 1.0, **others: Any) -> None:
        """Add d self / d node to ``.grad`` of every node below this one that needs a gradient.

        ``gradient`` is what to start from instead of 1: the derivative of something else by this Value. Gradients
        add up over calls, as in PyTorch; a training loop sets them to 0 before each step. Each pass is computed by
        itself and then added, so calling it twice on one graph gives exactly twice the gradient.

        Raises RuntimeError if there is nothing to differentiate: a constant, or a result of ``no_grad()``. Whatever
        is raised, Ctrl-C included, no gradient is left half changed.
        """
        for name in others:
            raise no_setting("backward", name)
        if blocks.traces and modes.tracing:
            _trace().refuse_change(self, "backward()")
        if not self.requires_grad:
            raise RuntimeError(nothing_to_differentiate(self))
        start = to_float(gradient)
        order = topological(self)
        before = [node._grad for node in order]
        try:
            for node in order:
                node._grad = 0.0
            self._grad = start
            if blocks.open and modes.anomaly:
                check_backward(order)
            for node in reversed(order):
                x = node._x
                if x is None:
                    continue
                g = node._grad
                if x.__class__ is tuple:
                    for u, partial in zip(x, node._dx):  # noqa: B905 (both were made together; strict costs time)
                        if partial is not None:
                            u._grad += g * partial
                else:
                    if (partial := node._dx) is not None:
                        x._grad += g * partial
                    if (partial := node._dy) is not None:
                        node._y._grad += g * partial
            for node, old in zip(order, before):  # noqa: B905
                if old:
                    node._grad += old
        except BaseException:
            for node, old in zip(order, before):  # noqa: B905
                node._grad = old
            raise

    # -- as a number: while the compiler records a function it is that of a later call, and nobody can ask for it ----

    def __float__(self) -> float:
        if blocks.traces and modes.tracing:
            _trace().refuse(self, "float")
        return self._data

    def __int__(self) -> int:
        if blocks.traces and modes.tracing:
            _trace().refuse(self, "int")
        return int(self._data)

    def __bool__(self) -> bool:
        if blocks.traces and modes.tracing:
            _trace().refuse(self, "bool")
        return self._data != 0.0

    def __eq__(self, other: object) -> Any:  # whether it is the same Value
        if blocks.traces and modes.tracing:
            _trace().refuse_equal(self, other)
        return not_by_data(other)

    def __lt__(self, other: Any) -> bool:
        if blocks.traces and modes.tracing:
            return _trace().compared("lt", self, other)
        return self._data < other._data if isinstance(other, Value) else self._data < other

    def __le__(self, other: Any) -> bool:
        if blocks.traces and modes.tracing:
            return _trace().compared("le", self, other)
        return self._data <= other._data if isinstance(other, Value) else self._data <= other

    def __gt__(self, other: Any) -> bool:
        if blocks.traces and modes.tracing:
            return _trace().compared("gt", self, other)
        return self._data > other._data if isinstance(other, Value) else self._data > other

    def __ge__(self, other: Any) -> bool:
        if blocks.traces and modes.tracing:
            return _trace().compared("ge", self, other)
        return self._data >= other._data if isinstance(other, Value) else self._data >= other

    def __pos__(self) -> Value:
        return self

    def __format__(self, spec: str) -> str:
        return format(self.data, spec) if spec else str(self)

    def __repr__(self) -> str:
        grad = f", grad={self._grad!r}" if self.requires_grad else ", requires_grad=False"
        label = f", label={self.label!r}" if self.label else ""
        return f"Value({self._data!r}{grad}{label})"

    # -- copies ---------------------------------------------------------------------------------------------------

    def __reduce__(self) -> tuple[Any, ...]:
        if blocks.traces and modes.tracing and self.op is None:
            _trace().refuse_copy(self)
        if self.op is not None or self in modes.inputs:
            raise RuntimeError(no_leaf_to_copy(self))
        return _leaf, (self.__class__, self._data, self.label, self.requires_grad), self._grad

    def __setstate__(self, grad: float) -> None:
        self._grad = grad


# -- numbers in ------------------------------------------------------------------------------------------------------


def constant(number: Any, label: str = "") -> Value:
    """A Value that needs no gradient and is no parameter. A number in an expression becomes one by itself.

    >>> (Value(3.0) * constant(2.0, "two")).partials
    (2.0, None)
    """
    return Value(number, label, False)


def _operand(other: Any, cls: type[Value]) -> Any:
    """The other side of an operator as a node of the graph, or NotImplemented."""
    if isinstance(other, Value):
        return other
    if other.__class__ is not float and other.__class__ is not int:
        if other is None or isinstance(other, (str, bytes, complex, list, tuple, dict)):
            raise TypeError(f"a Value works with Values and real numbers; this operand is {a_thing(other)}")
        try:
            other = to_float(other)
        except TracingError:
            raise
        except TypeError:
            if getattr(other, "shape", ()):
                raise TypeError(
                    f"a Value is one number, and this operand is the {type(other).__name__} {other!r:.60}: take its "
                    "numbers one by one, as in [x * number for number in array]"
                ) from None
            return NotImplemented
    try:
        return _leaf(cls, float(other), "", False)
    except OverflowError:  # an int
        return to_float(other)  # which says so


def _leaf(cls: type[Value], data: float, label: str, requires_grad: bool) -> Value:
    """A leaf of a class that may construct itself in another way (micrograd's Value)."""
    out: Value = _new(cls)
    out._data = data
    out._grad = 0.0
    out.requires_grad = requires_grad
    out.op = None
    out._label = label
    out._x = out._y = out._dx = out._dy = None
    return out


def _trace() -> Any:
    """The compiler's side of the questions above."""
    from .jit import trace

    return trace


# -- recording -------------------------------------------------------------------------------------------------------


def record(op: Primitive, inputs: Sequence[Value]) -> Value:
    """Apply a primitive to Values: compute its value and local derivatives and return the node that remembers both.

    >>> record(OPS["mul"], [Value(3.0), Value(2.0)]).partials
    (2.0, 3.0)
    """
    data = [u._data for u in inputs]
    value = run(op.value, *data)
    out = _leaf(inputs[0].__class__, value, "", False)
    needed = [u.requires_grad for u in inputs]
    if blocks.open:
        if modes.anomaly:
            check_forward(op, inputs, value)
        if not modes.grad:
            if not modes.tracing:
                return out
            needed = [False] * len(inputs)  # the compiler wants to know what it is computed from all the same
    if op.arity is None:
        partials = run(op.partials[0], value, *data)
        if False in needed:
            partials = [d if need else None for d, need in zip(partials, needed, strict=True)]
    else:
        partials = [run(d, value, *data) if need else None for d, need in zip(op.partials, needed, strict=True)]
    out.op = op
    out.requires_grad = True in needed
    if len(inputs) > 2:
        out._x, out._dx = tuple(inputs), tuple(partials)
    else:
        out._x, out._dx = inputs[0], partials[0]
        if len(inputs) == 2:
            out._y, out._dy = inputs[1], partials[1]
    return out


def apply(op: Primitive, *args: Any) -> Any:
    """The primitive on any mix of Values and numbers. Numbers alone give a number, and nothing is recorded.

    >>> apply(OPS["hypot"], 3.0, 4)
    5.0
    >>> apply(OPS["hypot"], Value(3.0), 4)
    Value(5.0, grad=0.0)
    """
    kinds = set(map(type, args))
    if len(kinds) == 1 and issubclass(next(iter(kinds)), Value):
        return record(op, args)
    cls = next((x.__class__ for x in args if isinstance(x, Value)), None)
    if cls is None:
        return run(op.value, *map(to_float, args))
    return record(op, [x if x.__class__ is cls else _argument(op, x, cls) for x in args])


def _argument(op: Primitive, x: Any, cls: type[Value]) -> Value:
    node = _operand(x, cls)
    if node is NotImplemented:
        raise TypeError(f"{op.name} takes Values and real numbers, not {a_thing(x)}")
    return node


def _methods() -> None:
    """Give Value its operators, and a method for every operation of one input."""
    engine = {"record": record, "operand": _operand, "new": _new, "blocks": blocks}
    for op in OPS.values():
        if op.arity == 1 and not op.params:
            setattr(Value, op.name, fused.method(op, **engine))
    for name, dunder in {"add": "add", "sub": "sub", "mul": "mul", "div": "truediv", "pow": "pow"}.items():
        method = fused.method(OPS[name], **engine)
        setattr(Value, f"__{dunder}__", method)
        setattr(Value, f"__r{dunder}__", _reflected(method))
    for name in "sin cos tan sinh cosh tanh".split():  # as numpy calls them, which asks for a method by its own name
        setattr(Value, f"arc{name}", getattr(Value, f"a{name}"))
    Value.rint = Value.round  # type: ignore[attr-defined]


def _reflected(method: Callable[..., Any]) -> Callable[[Value, Any], Any]:
    def reflected(y: Value, x: Any) -> Any:
        x = _operand(x, y.__class__)
        return x if x is NotImplemented else method(x, y)

    return reflected


_methods()
