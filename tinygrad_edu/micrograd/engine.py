"""micrograd's ``Value`` on this package's engine: the same operations and gradients, micrograd's attributes.

What programs and lecture notebooks rely on: ``Value(data, _children, _op, label)``, or microgpt's
``Value(data, children, local_grads)``; ``_prev``, ``_op``, ``_backward`` that can be called and assigned; any other
attribute; gradients that can be assigned on any node.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from .. import value as engine
from ..graph import topological
from ..ops import OPS, Primitive

__all__ = ["Value"]

OPERATORS = {"add": "+", "sub": "-", "mul": "*", "div": "/", "neg": "-", "relu": "ReLU"}


class Value(engine.Value):
    """A scalar with a gradient, as in micrograd.

    >>> a, b = Value(-4.0), Value(2.0)
    >>> c = a * b + b**3
    >>> c.backward()
    >>> c, a, b
    (Value(data=0.0, grad=1.0), Value(data=-4.0, grad=2.0), Value(data=2.0, grad=8.0))
    """

    # No __slots__: a program may hang any attribute on a node.

    def __init__(
        self,
        data: Any,
        _children: Iterable[Value] = (),
        _op: Any = "",
        label: str = "",
        *,
        children: Iterable[Value] = (),
        local_grads: Iterable[float] = (),
    ) -> None:
        super().__init__(data, label)
        if not isinstance(_op, str):  # microgpt: the third argument is the local gradients
            _op, local_grads = "", _op
        inputs = tuple(_children) or tuple(children)
        if inputs:
            slopes = tuple(map(float, local_grads)) or (0.0,) * len(inputs)  # without any, _backward is to come
            if len(slopes) != len(inputs):
                raise ValueError(f"{len(inputs)} children and {len(slopes)} local gradients")
            self._x, self._dx = inputs, slopes
            self.op = _custom(_op)

    @property
    def _prev(self) -> set[Any]:
        return set(self.inputs)

    @property
    def _children(self) -> tuple[Any, ...]:
        return self.inputs

    @property
    def _local_grads(self) -> tuple[Any, ...]:
        return self.partials

    @property
    def _op(self) -> str:
        if self.op is None:
            return ""
        if self.op is OPS["pow"]:
            return f"**{self.inputs[1].data:g}"
        return OPERATORS.get(self.op.name, self.op.name)

    @property
    def _backward(self) -> Callable[[], None]:
        """Add this node's share to the gradients of its inputs; a function assigned by the program wins."""
        own: Callable[[], None] | None = self.__dict__.get("_backward")
        return own or self._push

    @_backward.setter
    def _backward(self, function: Callable[[], None]) -> None:
        self.__dict__["_backward"] = function
        if self.inputs:
            self._x, self._y = self.inputs, None
            self._dx = _Own(self)

    @property
    def partials(self) -> tuple[float | None, ...]:
        """The local derivatives; where the program assigned ``_backward``, what that adds for a gradient of 1."""
        return tuple(super().partials)

    def _push(self) -> None:
        for u, partial in zip(self.inputs, self.partials, strict=True):
            if partial is not None:
                u.grad += self.grad * partial

    def backward(self, gradient: float = 1.0, **others: Any) -> None:
        """As ``Value.backward`` of the package, with the program's own ``_backward`` functions where it set any."""
        order = topological(self)
        if others or not any("_backward" in getattr(node, "__dict__", ()) for node in order):
            return super().backward(gradient, **others)
        before = [node.grad for node in order]
        for node in order:
            node.grad = 0.0
        self.grad = gradient
        for node in reversed(order):
            if isinstance(node, Value):
                node._backward()
            else:  # one of the package's own, which a program may mix in
                Value._push(node)  # type: ignore[arg-type]
        for node, old in zip(order, before, strict=True):
            node.grad += old
        return None

    def __repr__(self) -> str:
        return f"Value(data={self.data}, grad={self.grad})"


class _Own:
    """The local derivatives of a node that has a ``_backward`` of its own, found by calling it, whoever wants them."""

    def __init__(self, node: Value) -> None:
        self.node = node

    def __len__(self) -> int:
        return len(self.node.inputs)

    def __iter__(self) -> Iterator[float]:
        inputs = self.node.inputs
        held = [(node, node._grad) for node in (self.node, *inputs)]
        try:
            for node in inputs:
                node._grad = 0.0
            self.node._grad = 1.0
            self.node._backward()
            found = {u: u._grad for u in inputs}
        finally:
            for node, grad in held:
                node._grad = grad
        return iter([found.pop(u, 0.0) for u in inputs])  # of an input that is there twice all of it, and nothing


def _custom(name: str) -> Primitive:
    """A primitive for a node that a program made by hand: it has a name, its rules are the program's."""

    def no_rule(*args: Any) -> Any:
        raise NotImplementedError(f"the node {name!r} was made by hand: it has a gradient, but no rule for another one")

    return Primitive(name or "custom", no_rule, (no_rule,), (no_rule,), None, f"{name or 'custom'}({{}})", 9, {})
