"""Derivatives of recorded results and of plain Python functions, to any order.

``gradients`` differentiates a result that has been computed. The others are operators on functions of scalars, or of
nested lists, tuples and dicts of scalars, and have JAX's names: ``grad``, ``value_and_grad``, ``jvp``, ``vjp``,
``jacobian``, ``hessian``, ``hvp``; they may be nested (``grad(grad(f))``).

The two sweeps that compute them all are in ``sweeps.py``.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Sequence
from typing import Any

from .anomaly import nothing_to_differentiate
from .modes import enable_grad, modes
from .nested import flatten
from .ops import MADE, NUMBER, OPS
from .options import check_flag, is_truth
from .sweeps import Number, pullback, pushforward
from .value import Value, constant, record

__all__ = [
    "derivative",
    "grad",
    "gradients",
    "hessian",
    "hvp",
    "jacobian",
    "jvp",
    "pullback",
    "pushforward",
    "value_and_grad",
    "vjp",
]

Function = Callable[..., Any]


# -- of recorded results ---------------------------------------------------------------------------------------------


def gradients(output: Value, inputs: Sequence[Value], create_graph: bool = False) -> list[Any]:
    """The derivative of ``output`` by each of ``inputs``; no ``.grad`` is touched.

    With ``create_graph`` the results are Values that can be differentiated again. An input that ``output`` does not
    depend on has the derivative 0.

    >>> x = Value(2.0)
    >>> gradients(x**3, [x])
    [12.0]
    >>> (first,) = gradients(x**3, [x], create_graph=True)
    >>> gradients(first, [x])
    [12.0]

    Raises RuntimeError if ``output`` or one of ``inputs`` is a constant, and, with ``create_graph``, if the data of a
    node was changed after it was used.
    """
    if isinstance(inputs, Value):
        raise TypeError("gradients() takes a list of inputs, as in gradients(y, [x])")
    for value in (output, *inputs):
        if not isinstance(value, Value):
            raise TypeError(f"gradients() takes Values, not {type(value).__name__} {value!r:.60}")
        if not value.requires_grad:
            raise RuntimeError(nothing_to_differentiate(value))
    with enable_grad():
        adjoint = pullback([output], [1.0], create_graph or modes.tracing, inputs)
    found = [adjoint.get(u, 0.0) for u in inputs]
    if modes.tracing and not create_graph:  # a number would be that of one call
        return [_number(g) for g in found]
    return [_as_value(g) for g in found] if create_graph else found


def _as_value(number: Number) -> Value:
    return number if isinstance(number, Value) else constant(number)


# -- of functions ----------------------------------------------------------------------------------------------------


class _Call:
    """One call of a function on fresh Values in place of the numbers it is to be differentiated by."""

    def __init__(self, f: Function, args: Sequence[Any], kwargs: dict[str, Any], argnums: int | Sequence[int]) -> None:
        _check_function(f)
        numbers = (argnums,) if isinstance(argnums, int) else tuple(argnums)
        for i in numbers:
            if not isinstance(i, int) or not -len(args) <= i < len(args):
                raise TypeError(
                    f"argnums={argnums!r}, but {name_of(f)} was called with {len(args)} positional arguments"
                )
        chosen = [args[i] for i in numbers]
        leaves, rebuild = flatten(chosen[0] if isinstance(argnums, int) else tuple(chosen))
        # Called from the function of another derivative, everything must be differentiable once more.
        self.nested = bool(modes.inputs) or modes.tracing or any(isinstance(leaf, Value) for leaf in leaves)
        # In a training step that is compiled, data are Values; what is a number without a compiler has no gradient.
        self.numbers = modes.tracing and not modes.inputs and all(map(_is_data, leaves))
        self.rebuild = rebuild
        # Called on Values, the function gets copies of them, so that one that also reaches f another way is not
        # differentiated by mistake.
        with enable_grad():
            identity = OPS["identity"]
            self.inputs = [record(identity, [x]) if isinstance(x, Value) else Value(x) for x in leaves]
            for x in self.inputs:
                x.requires_grad = True
            fresh = rebuild(self.inputs)
            replaced = list(args)
            for i, arg in zip(numbers, [fresh] if isinstance(argnums, int) else fresh, strict=True):
                replaced[i] = arg
            outside = modes.inputs
            modes.inputs = outside.union(self.inputs)  # of these no copies are made: no gradient would come from them
            try:
                self.output = f(*replaced, **kwargs)
            finally:
                modes.inputs = outside
        self.f = f

    def scalar(self) -> Value:
        return single(name_of(self.f), self.output)

    def outputs(self) -> tuple[list[Value], Function]:
        """All outputs of a function that returns a structure; numbers among them are constants."""
        leaves, rebuild = flatten(self.output)
        if not any(isinstance(leaf, Value) for leaf in leaves):
            raise TypeError(lost(name_of(self.f), self.output))
        return [_as_value(leaf) for leaf in leaves], rebuild

    def result(self, number: Number) -> Number:
        """What the caller gets: a float, or a Value where it may be differentiated again."""
        if self.numbers:
            return _number(number)
        return _as_value(number) if self.nested else float(number)

    def gradient(self) -> list[Number]:
        adjoint = pullback([self.scalar()], [1.0], self.nested, self.inputs, True)
        return [self.result(adjoint.get(x, 0.0)) for x in self.inputs]


def _is_data(x: Any) -> bool:
    """Whether something is a number, or would be without a compiler, in a training step that is being compiled.

    That is whatever is made of the numbers of rows, and of derivatives that are numbers.
    """
    stack, seen, given = [x], set(), not isinstance(x, Value)
    while stack:
        v = stack.pop()
        if not isinstance(v, Value) or v in seen:
            continue
        seen.add(v)
        if v.op is NUMBER:
            given = True
        elif v.requires_grad or v.label or v.op is MADE:
            return False
        else:
            given = given or hasattr(v, "given")
            stack += v.inputs
    return given


def _number(x: Number) -> Value:
    """A derivative that is a number without a compiler: computed at each call, and cut off."""
    value = _as_value(x).detach()
    value.op = NUMBER
    return value


def _check_function(f: Any) -> None:
    if not callable(f):
        raise TypeError(
            f"a function is wanted here, not {type(f).__name__} {f!r:.60}; the derivatives of a Value that is computed "
            "already are te.gradients(y, [x])"
        )


def name_of(f: Any) -> str:
    """What a function is called, or of an object that is called its class."""
    return getattr(f, "__name__", type(f).__name__)


def single(name: str, output: Any) -> Value:
    """What the function of this name returned, if it is one Value; else an error that says what came."""
    if isinstance(output, Value):
        return output
    if isinstance(output, (list, tuple, dict)):
        raise TypeError(
            f"{name} returned a {type(output).__name__}: a gradient is that of one number; "
            "use jacobian(f), or return a single Value"
        )
    raise TypeError(lost(name, output))


def lost(name: str, output: Any) -> str:
    """The error for a function that did not return a Value."""
    if output is None:
        return f"{name} returned nothing: a result that is computed and not returned is lost. Is a `return` missing?"
    if inspect.isgenerator(output) or inspect.iscoroutine(output):
        output.close()  # or Python complains that it was never awaited
        return f"{name} returned a {type(output).__name__}, of yield or async: write a plain function with `return`"
    if isinstance(output, (str, bytes)) or callable(output):
        return f"{name} returned the {type(output).__name__} {output!r:.60}: it returns a Value, what it computed"
    if is_truth(output):
        return f"{name} returned {output}: a comparison has no derivative; return a Value, what it computed"
    return (
        f"{name} returned the {type(output).__name__} {output!r:.60} and not a Value, so what it computed was not "
        "recorded: use the functions of tinygrad_edu instead of those of math or numpy, and do not take float(x) or "
        "x.data on the way; a compiled function returns a Value where one of its arguments is one"
    )


def value_and_grad(f: Function, argnums: int | Sequence[int] = 0, *, jit: bool = False) -> Function:
    """A function that returns ``f``'s value and its gradient by the arguments ``argnums``, as ``(value, gradient)``.

    ``f`` returns one Value. The gradient has the structure of the argument; a tuple of them for several ``argnums``.
    With ``jit`` it is compiled when it is first called; see ``tinygrad_edu.jit``.

    >>> value_and_grad(lambda p: p[0] * p[1] ** 2)([2.0, 3.0])
    (18.0, [9.0, 12.0])
    """
    if check_flag("jit", jit):
        return _compiled(f, "both", argnums)

    def differentiated(*args: Any, **kwargs: Any) -> tuple[Any, Any]:
        call = _Call(f, args, kwargs, argnums)
        gradient = call.rebuild(call.gradient())
        return call.result(call.scalar()), gradient

    return _called(differentiated, f, "value_and_grad")


def grad(f: Function, argnums: int | Sequence[int] = 0, *, jit: bool = False) -> Function:
    """A function that returns the gradient of ``f`` by the arguments ``argnums``; with ``jit``, a compiled one.

    >>> from tinygrad_edu import sin
    >>> grad(sin)(0.0)
    1.0
    >>> grad(grad(lambda x: x**4))(2.0)
    48.0
    """
    if check_flag("jit", jit):
        return _compiled(f, "gradient", argnums)
    both = value_and_grad(f, argnums)
    return _called(lambda *args, **kwargs: both(*args, **kwargs)[1], f, "grad")


def _compiled(f: Function, what: str, argnums: int | Sequence[int]) -> Function:
    from .jit.function import derivative_of  # imported when first asked for

    return derivative_of(f, what, argnums)


def derivative(f: Function, order: int = 1) -> Function:
    """The derivative of a function of one number, of any order.

    >>> derivative(lambda x: x**5, order=3)(2.0)
    240.0
    """
    if not isinstance(order, int) or order < 0:
        raise ValueError(f"the order of a derivative is 0, 1, 2, ..., not {order!r}")

    def differentiated(x: Any) -> Any:
        call = _Call(f, [x], {}, 0)
        if len(call.inputs) != 1:
            raise TypeError(f"derivative() is of functions of one number, got {len(call.inputs)}: use grad or jacobian")
        y: Number = call.scalar()
        with enable_grad():
            for n in range(order):
                if not isinstance(y, Value) or not y.requires_grad:
                    y = 0.0
                    break
                y = pullback([y], [1.0], call.nested or n + 1 < order, call.inputs, True).get(call.inputs[0], 0.0)
        return call.result(y)

    return _called(differentiated, f, f"derivative of order {order}")


def jvp(f: Function, primals: Sequence[Any], tangents: Sequence[Any]) -> tuple[Any, Any]:
    """``f``'s value, and its derivative along a direction: Jacobian times tangent, in one forward sweep.

    ``primals`` and ``tangents`` are tuples with one entry for each argument of ``f``, of the same structure.

    >>> jvp(lambda x, y: x * y, (2.0, 3.0), (1.0, 10.0))
    (6.0, 23.0)
    """
    call, directions = _directed(f, primals, tangents)
    outputs, rebuild = call.outputs()
    moved = pushforward(outputs, dict(zip(call.inputs, directions, strict=True)), call.nested)
    return rebuild([call.result(y) for y in outputs]), rebuild([call.result(t) for t in moved])


def vjp(f: Function, *primals: Any) -> tuple[Any, Function]:
    """``f``'s value, and a function from cotangents to gradients: cotangent times Jacobian, one reverse sweep each.

    >>> value, pull_back = vjp(lambda x, y: [x * y, x + y], 2.0, 3.0)
    >>> value, pull_back([1.0, 10.0])
    ([6.0, 5.0], (13.0, 12.0))
    """
    call = _Call(f, primals, {}, range(len(primals)))
    outputs, rebuild = call.outputs()

    def pull_back(cotangents: Any) -> Any:
        seeds, _ = flatten(cotangents)
        if len(seeds) != len(outputs):
            raise ValueError(f"{name_of(f)} has {len(outputs)} outputs, got {len(seeds)} cotangents")
        adjoint = pullback(outputs, seeds, call.nested, call.inputs, True)
        return call.rebuild([call.result(adjoint.get(x, 0.0)) for x in call.inputs])

    return rebuild([call.result(y) for y in outputs]), pull_back


def jacobian(f: Function, argnums: int | Sequence[int] = 0) -> Function:
    """A function that returns all first derivatives: the structure of ``f``'s output, in each place a gradient.

    One reverse sweep for each output, or one forward sweep for each input if those are fewer.

    >>> jacobian(lambda p: [p[0] * p[1], p[0] + 1.0])([2.0, 3.0])
    [[3.0, 2.0], [1.0, 0.0]]
    """

    def differentiated(*args: Any, **kwargs: Any) -> Any:
        call = _Call(f, args, kwargs, argnums)
        outputs, rebuild = call.outputs()
        if len(outputs) <= len(call.inputs):
            adjoints = [pullback([y], [1.0], call.nested, call.inputs, True) for y in outputs]
            rows = [[adjoint.get(x, 0.0) for x in call.inputs] for adjoint in adjoints]
        else:
            columns = [pushforward(outputs, {x: 1.0}, call.nested) for x in call.inputs]
            rows = [list(row) for row in zip(*columns, strict=True)]
        return rebuild([call.rebuild([call.result(d) for d in row]) for row in rows])

    return _called(differentiated, f, "jacobian")


def hessian(f: Function, argnums: int | Sequence[int] = 0) -> Function:
    """A function that returns all second derivatives: the structure of the argument, in each place a gradient.

    >>> hessian(lambda p: p[0] ** 2 * p[1])([2.0, 3.0])
    [[6.0, 4.0], [4.0, 0.0]]
    """

    def differentiated(*args: Any, **kwargs: Any) -> Any:
        call = _Call(f, args, kwargs, argnums)
        with enable_grad():
            first = pullback([call.scalar()], [1.0], True, call.inputs, True)
            rows = []
            for x in call.inputs:
                adjoint = pullback([_as_value(first.get(x, 0.0))], [1.0], call.nested, call.inputs, True)
                rows.append(call.rebuild([call.result(adjoint.get(u, 0.0)) for u in call.inputs]))
        return call.rebuild(rows)

    return _called(differentiated, f, "hessian")


def hvp(f: Function, primals: Sequence[Any], tangents: Sequence[Any]) -> Any:
    """Hessian times tangent, without the Hessian: a forward sweep over the graph of the gradient.

    ``primals`` and ``tangents`` are tuples as in ``jvp``; the result has their structure.

    >>> hvp(lambda p: p[0] ** 2 * p[1], ([2.0, 3.0],), ([1.0, 0.0],))
    ([6.0, 4.0],)
    """
    call, directions = _directed(f, primals, tangents)
    with enable_grad():
        first = pullback([call.scalar()], [1.0], True, call.inputs, True)
        gradient = [_as_value(first.get(x, 0.0)) for x in call.inputs]
        moved = pushforward(gradient, dict(zip(call.inputs, directions, strict=True)), call.nested)
    return call.rebuild([call.result(t) for t in moved])


def _directed(f: Function, primals: Sequence[Any], tangents: Sequence[Any]) -> tuple[_Call, list[Number]]:
    for what, given in (("primals", primals), ("tangents", tangents)):
        if not isinstance(given, (tuple, list)):
            raise TypeError(f"{what} is a tuple with one entry for each argument of {name_of(f)}, not {given!r:.60}")
    directions, _ = flatten(list(tangents))
    call = _Call(f, primals, {}, range(len(primals)))
    if len(directions) != len(call.inputs):
        raise ValueError(f"{name_of(f)} was given {len(call.inputs)} numbers and {len(directions)} tangents")
    return call, [t if isinstance(t, Value) else float(t) for t in directions]


def _called(function: Function, f: Function, what: str) -> Function:
    _check_function(f)
    function.__name__ = function.__qualname__ = f"{what} of {name_of(f)}"
    function.__wrapped__ = f  # type: ignore[attr-defined]  # it takes f's arguments
    return function
