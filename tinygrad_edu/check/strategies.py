"""Strategies for hypothesis: random numbers, computations, networks and data for tests of one's own.

    from hypothesis import given, settings
    from tinygrad_edu.check import gradcheck, strategies

    @settings(deadline=None)  # a check of many steps may take longer than hypothesis allows
    @given(strategies.expressions())
    def test_gradients(e):
        report = gradcheck(e, list(e.inputs), raise_exception=False)
        assert not report.failed, str(report)  # some random points are such that nothing can be judged there

A failing expression shrinks to a smallest one and prints as Python that runs. Expressions are tapes with back
references, not trees: a fault in the order of the reverse pass shows only where results are used again. What an
operation needs of its inputs is drawn with it (a logarithm gets a positive number), so no draw is thrown away.
hypothesis is imported when a strategy is first made (extra ``check``).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ..ops import OPS
from ..options import check_whole
from ..real import to_float
from .expression import EDGES, Builder, Expression, default_ops
from .precise import needs

__all__ = ["datasets", "expressions", "mlps", "values"]

ACTIVATIONS = ("tanh", "sigmoid", "relu", "leaky_relu", "elu", "softplus", "gelu")


def imported() -> Any:
    """hypothesis, or the sentence that says how to get it."""
    try:
        import hypothesis
        import hypothesis.strategies
    except ImportError:
        raise needs("hypothesis") from None
    return hypothesis


def at_least_1(**sizes: int | None) -> None:
    """TypeError or ValueError for a size that is no whole number from 1 up; None is one that is not given."""
    for name, size in sizes.items():
        if size is not None:
            check_whole(name, size, 1)


def as_names(names: str | Sequence[str]) -> list[str]:
    """The names, or the one name, as a list."""
    if not hasattr(names, "__iter__"):
        raise TypeError(f"names are given in a list, as in ['mul', 'sin']; they cannot be {names!r:.60}")
    return [names] if isinstance(names, str) else list(names)


def drawn_from(numbers: Any) -> Any:
    """The strategy; TypeError if it is none."""
    if not isinstance(numbers, imported().strategies.SearchStrategy):
        raise TypeError(f"numbers is a strategy for them, such as strategies.values(-1.0, 1.0), not {numbers!r:.60}")
    return numbers


def values(low: float = -1e6, high: float = 1e6, *, edges: bool = True) -> Any:
    """Finite floats between ``low`` and ``high``; with ``edges`` the corners of the rules (0, ±1, ties) more often.

    >>> from hypothesis import given
    >>> from tinygrad_edu import tanh
    >>> @given(values(-3.0, 3.0))
    ... def test_odd(x):
    ...     assert tanh(-x) == -tanh(x)
    >>> test_odd()
    """
    st = imported().strategies
    low, high = to_float(low), to_float(high)
    if not low <= high:
        raise ValueError(f"there is no number from {low!r} to {high!r}")
    numbers = st.floats(low, high, allow_nan=False, allow_infinity=False, allow_subnormal=False)
    corners = [x for x in EDGES if low <= x <= high]
    return st.one_of(st.sampled_from(corners), numbers) if edges and corners else numbers


def expressions(
    ops: Sequence[str] = (), max_nodes: int = 10, shared: bool = True, max_inputs: int = 3, numbers: Any = None
) -> Any:
    """Random computations: callable with Values, with the numbers to call them with as ``.inputs``.

    ops         the names of the table's operations that may be used; all but your own by default
    max_nodes   at most so many operations, the guards of their domains not counted
    shared      whether a result may be used more than once
    numbers     a strategy for the inputs, ``values()`` by default

    >>> from hypothesis import given, settings
    >>> from tinygrad_edu.check import gradcheck
    >>> @settings(max_examples=20, deadline=None)
    ... @given(expressions(ops=["add", "mul", "sin"], max_nodes=3, numbers=values(-3.0, 3.0)))
    ... def test_gradient(e):
    ...     assert gradcheck(e, list(e.inputs)).judged
    >>> test_gradient()
    """
    st = imported().strategies
    at_least_1(max_nodes=max_nodes, max_inputs=max_inputs)
    names = as_names(ops) or default_ops()
    for name in names:
        if name not in OPS:
            raise ValueError(f"the table has no operation {name!r}")
    drawn = values() if numbers is None else drawn_from(numbers)
    inputs = st.lists(drawn, min_size=1, max_size=max_inputs)
    steps, name_of, arities = st.integers(1, max_nodes), st.sampled_from(names), st.integers(1, 4)

    @st.composite
    def tape(draw: Any) -> Expression:
        builder = Builder(draw(inputs))
        unused = list(range(len(builder.data)))
        for _ in range(draw(steps)):
            name = draw(name_of)
            arity = OPS[name].arity or draw(arities)
            last = len(builder.data) - 1
            if shared:
                positions = [last - draw(st.integers(0, last)) for _ in range(arity)]
            elif arity <= len(unused):
                positions = [unused.pop() for _ in range(arity)]
            else:
                continue
            unused.append(builder.add(name, positions))
        return builder.finish()

    return tape()


def mlps(
    nin: int | None = None,
    nout: int | None = None,
    *,
    max_layers: int = 3,
    max_width: int = 3,
    activations: Sequence[str] = ACTIVATIONS,
    output_activations: Sequence[str] = ("linear",),
) -> Any:
    """Random small networks: ``nn.MLP`` of random sizes, activations, biases and seeds of the weights.

    nin, nout     the numbers of inputs and outputs; drawn from 1 to ``max_width`` if not given
    max_layers    at most so many layers, the output layer among them
    max_width     at most so many neurons in a layer
    activations   of the hidden layers, the simplest first: what a failing network shrinks to

    A failing network shrinks to few small layers and the seed 0, and prints as the call that makes it.

    >>> from hypothesis import given
    >>> @given(mlps(nin=2))
    ... def test_bounded(net):
    ...     assert len(net([0.5, -1.0])) == net.layers[-1].nout
    >>> test_bounded()
    """
    from ..nn import MLP

    st = imported().strategies
    at_least_1(nin=nin, nout=nout, max_layers=max_layers, max_width=max_width)
    width = st.integers(1, max_width)
    hidden, last = st.lists(width, max_size=max_layers - 1), width if nout is None else st.just(nout)
    return st.builds(
        MLP,
        width if nin is None else st.just(nin),
        st.tuples(hidden, last).map(lambda sizes: [*sizes[0], sizes[1]]),
        activation=st.sampled_from(as_names(activations)),
        output_activation=st.sampled_from(as_names(output_activations)),
        bias=st.sampled_from([True, "shared", False]),
        seed=st.integers(0, 2**16),
    )


def datasets(
    model: Any = None,
    *,
    inputs: int | None = None,
    targets: int | None = None,
    classes: bool = False,
    max_rows: int = 4,
    numbers: Any = None,
) -> Any:
    """Random examples to train on, ``data.Dataset``: rows of numbers with a list of numbers, or a class, as target.

    model     an ``MLP`` that the rows are to fit; else
    inputs    how many numbers a row has, and
    targets   how many its target has; drawn from 1 to 3 if not given
    classes   targets are numbers of classes, from 0 to targets - 1; 0 or 1 if there is one output
    max_rows  at least one row, at most so many
    numbers   a strategy for the numbers, ``values(-3, 3)`` by default

    >>> from hypothesis import given, strategies as st
    >>> from tinygrad_edu import nn
    >>> @given(st.data())
    ... def test_not_negative(data):
    ...     net = data.draw(mlps())
    ...     for x, y in data.draw(datasets(net)):
    ...         assert nn.mse_loss(net(x), y) >= 0.0
    >>> test_not_negative()
    """
    from ..data import Dataset

    st = imported().strategies
    at_least_1(inputs=inputs, targets=targets, max_rows=max_rows)
    if model is not None:
        if not hasattr(model, "layers"):
            raise TypeError(f"a model tells its sizes by its layers, as an MLP does; {model!r:.60} has none")
        inputs, targets = model.layers[0].nin, model.layers[-1].nout
    drawn = values(-3.0, 3.0) if numbers is None else drawn_from(numbers)

    def of_widths(widths: tuple[int, int]) -> Any:
        n, m = widths
        target = st.integers(0, max(m - 1, 1)) if classes else st.lists(drawn, min_size=m, max_size=m)
        row = st.tuples(st.lists(drawn, min_size=n, max_size=n), target)
        names = {"classes": st.just(tuple(map(str, range(max(m, 2)))))} if classes else {}

        def of_rows(pairs: list[Any]) -> Any:  # as a call of Dataset, which is what a failing test then prints
            return st.builds(Dataset, *[st.just(list(part)) for part in zip(*pairs, strict=True)], **names)

        return st.lists(row, min_size=1, max_size=max_rows).flatmap(of_rows)

    widths = [st.integers(1, 3) if given is None else st.just(given) for given in (inputs, targets)]
    return st.tuples(*widths).flatmap(of_widths)
