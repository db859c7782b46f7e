"""What an engine is asked, one lesson after the other: from a leaf to graphs of two thousand nodes.

Each lesson gives findings. What is asked is where published engines went wrong, and learners' engines do: operands that
are numbers, results that are used again, the order of the reverse pass, two losses, a second ``backward()``.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator, Sequence
from typing import Any

from ...ieee import run
from ...ops import OPS
from ...plural import plural
from ...value import Value, record
from .computations import RANDOM, computations
from .diagnosis import near, why_the_rule, why_the_value
from .dialect import Dialect, EngineFaultError, Way, letters
from .findings import BEWARE, NOT_ASKED, RIGHT, WRONG, Finding

__all__ = ["lessons"]


def lessons(there: Dialect, examples: int) -> Iterator[Finding]:
    """All that there is to say about an engine."""
    yield from _leaf(there)
    if not there.ways:
        yield Finding(WRONG, "its operations", ("there is none; the first are a + b and a * b, __add__ and __mul__",))
    found = [(way, _operation(there, way)) for way in there.ways]
    right = [way for way, wrong in found if wrong is None]
    if right:
        yield _operations(right)
    yield from _alike([(way, wrong) for way, wrong in found if wrong is not None])
    there.speak(right)
    yield from _numbers_on_the_left(there)
    if {"add", "mul"} <= set(there.spoken):
        yield computations(there, examples)
        yield from _life_of_a_graph(there)
    else:
        yield Finding(NOT_ASKED, "computations of several operations, which need a + b and a * b")
    yield from _large(there)


# -- one thing at a time ---------------------------------------------------------------------------------------------


def _leaf(there: Dialect) -> Iterator[Finding]:
    """A leaf: its number, no gradient yet, and a gradient of 1 where ``backward()`` begins."""
    leaf = there.make(3.0)
    what = f"a leaf, a = {there.name}(3.0): its number, and its gradient before and after backward()"
    try:
        data, before = there.data(leaf), there.grad(leaf)
        there.backward(leaf)
        after = there.grad(leaf)
    except EngineFaultError as error:
        yield Finding(WRONG, what, (str(error),))
        return
    lines = []
    if data != 3.0:
        lines.append(f"a.{there.data_name} is {data:g}")
    if before != 0.0:
        lines.append(f"a.{there.grad_name} is {before:g} from the start; it begins with 0")
    if after != 1.0:
        lines.append(
            f"after a.backward() a.{there.grad_name} is {after:g}; backward() begins with 1, the derivative of a by a"
        )
    yield Finding(WRONG if lines else RIGHT, what, tuple(lines))


POINTS = (-2.3, -0.7, 0.4, 1.6, 3.1)


def _points(way: Way) -> Iterator[list[float]]:
    """What an operation works with where it is asked: numbers that are different, and so at no kink, in its domain."""
    op = OPS[way.op]
    for values in itertools.permutations(POINTS, len(way.asked)):
        inputs = way.inputs(values)
        partials = record(op, [Value(x) for x in inputs]).partials
        if all(math.isfinite(x) for x in (run(op.value, *inputs), *filter(None, partials))):
            yield inputs


Wrong = tuple[str, str]  # the line that tells it, and the cause, or what was raised


_LEFT_ALONE = "an operation makes a new node, and leaves its operands as they are"


def _operation(there: Dialect, way: Way) -> Wrong | None:
    """What is wrong in the value or in a derivative of an operation."""
    op, names, asked = OPS[way.op], letters(), way.asked

    def at(point: Sequence[float]) -> str:
        return "at " + ", ".join(f"{name} = {point[k]:g}" for name, k in zip(names, asked, strict=False))

    results: list[Any] = []

    def answer(point: Sequence[float]) -> list[float]:
        """The value; if it is right, the derivatives too."""
        nodes = [there.make(point[k]) for k in asked]
        results.append(there.apply(way, *nodes))
        for name, k, node in zip(names, asked, nodes, strict=False):
            if not near(data := there.data(node), point[k]):
                changed = f"changes {name}.{there.data_name} to {data:g}: {_LEFT_ALONE}"
                raise EngineFaultError(changed, way.written(*names), _LEFT_ALONE)
        value = there.data(results[-1])
        if not near(value, run(op.value, *point)):
            return [value]
        before = [there.grad(node) for node in nodes]
        there.backward(results[-1])
        return [value, *(there.grad(node) - old for node, old in zip(nodes, before, strict=True))]

    def another(point: Sequence[float], before: list[float]) -> bool:
        """Whether it answers otherwise now."""
        try:
            return repr(answer(point)) != repr(before)  # as text, because nan is not equal to nan
        except EngineFaultError:
            return True

    points, answers = list(_points(way)), []
    for point in points:
        try:
            answers.append(answer(point))
            value, *more = answers[-1]
            if not more:
                line = f"{at(point)} it is {_beside(value, run(op.value, *point))}"
                why = RANDOM if another(point, [value]) else why_the_value(op, points, _values(there, way, points))
                return f"{line}: {why}" if why else line, why
        except EngineFaultError as error:
            return f"{at(point)} {error}", error.cause
    _, *found = zip(*answers, strict=True)
    for name, k, grads in zip(names, asked, found, strict=False):
        rights = [record(op, [Value(x) for x in point]).partials[k] or 0.0 for point in points]
        wrong = [not near(x, y) for x, y in zip(grads, rights, strict=True)]
        if any(wrong):
            first = wrong.index(True)
            line = f"{at(points[first])} {name}.{there.grad_name} is {_beside(grads[first], rights[first])}"
            if another(points[first], answers[first]):
                return f"{line}: {RANDOM}", RANDOM
            if begun := _begun(there, results[: len(points)], grads, rights):
                return f"{line}: backward() begins with {begun[first]:g}, and not with 1", "the beginning"
            if why := why_the_rule(op, k, points, grads):
                return f"{line}: {why}", why
            return f"{line} ({_where(name, [point[k] for point in points], wrong)})", ""
    return None


def _values(there: Dialect, way: Way, points: Sequence[Sequence[float]]) -> list[float]:
    """What comes of an operation at all points; nothing if an error does."""
    try:
        return [there.data(there.apply(way, *[there.make(point[k]) for k in way.asked])) for point in points]
    except EngineFaultError:
        return []


def _where(name: str, inputs: Sequence[float], wrong: Sequence[bool]) -> str:
    """Where a derivative is wrong: at all points, on one side of 0, or at some."""
    for sign, side in (("<", [x < 0.0 for x in inputs]), (">", [x > 0.0 for x in inputs])):
        if wrong == side and not all(wrong):
            return f"wrong where {name} {sign} 0"
    return f"wrong at {'all' if all(wrong) else f'{sum(wrong)} of'} {len(wrong)} points"


def _begun(there: Dialect, results: Sequence[Any], grads: Sequence[float], rights: Sequence[float]) -> list[float]:
    """What ``backward()`` began with at each of the results, if nothing else is wrong with the gradients."""
    try:
        begun = [there.grad(result) for result in results]
    except EngineFaultError:  # some keep it of leaves alone
        return []
    explained = any(grads) and all(near(x, g * y) for x, g, y in zip(grads, begun, rights, strict=True))
    return begun if explained else []


def _beside(found: float, right: float) -> str:
    """A number and the right one, in as many digits as it takes to tell them apart."""
    digits = 6 if f"{found:.6g}" != f"{right:.6g}" else 9
    return f"{found:.{digits}g}; right is {right:.{digits}g}"


def _alike(wrong: Sequence[tuple[Way, Wrong]]) -> Iterator[Finding]:
    """Where many operations are wrong in the same way, the first is told and the others are named."""
    told = set()
    for way, (line, cause) in wrong:
        if cause in told:
            continue
        others = [other for other, (_, same) in wrong if cause and same == cause and other != way]
        told.add(cause or way)
        same = f"the same in {', '.join(other.written(*letters()) for other in others)}"
        takes_no_numbers = cause.startswith("raises ") and not any(one.plain for one in (way, *others))
        verdict = BEWARE if takes_no_numbers else WRONG
        yield Finding(verdict, way.written(*letters()), (line, same) if others else (line,))


def _operations(right: Sequence[Way]) -> Finding:
    points = sum(len(list(_points(way))) for way in right)
    written = ", ".join(way.written(*letters()) for way in right)
    return Finding(RIGHT, f"{plural(len(right), 'operation')} at {points} points", (written,))


def _numbers_on_the_left(there: Dialect) -> Iterator[Finding]:
    for way in there.missing:
        if way.numbers[0] is not None and way.op in there.spoken and way.op != "pow":
            yield Finding(BEWARE, f"{way.written(*letters())} is not there", (f"Python calls {way.given} for it",))


# -- the life of a graph: "" where all is right, else what there is to say ---------------------------------------------


def _two_losses(there: Dialect) -> str:
    a = there.make(3.0)
    for factor in (2.0, 5.0):
        there.backward(there.apply(there.spoken["mul"], a, there.make(factor)))
    if near(found := there.grad(a), 7.0):
        return ""
    return (
        f"(2·a).backward(), then (5·a).backward(): a.{there.grad_name} is {found:g}, and the sum of both is 7: a batch "
        "of examples, or a loss of two parts, needs the sum"
    )


def _next_step(there: Dialect) -> str:
    a = there.make(3.0)
    for factor in (2.0, 5.0):
        try:
            setattr(a, there.grad_name, getattr(there.make(3.0), there.grad_name))
        except Exception:  # it may be refused: then there is another way to do it
            return ""
        there.backward(there.apply(there.spoken["mul"], a, there.make(factor)))
    if near(found := there.grad(a), 5.0):
        return ""
    return (
        f"(2·a).backward(), a.{there.grad_name} back to 0, then (5·a).backward(): a.{there.grad_name} is {found:g}; "
        "right is 5. Something of the first pass is kept: a list or set of nodes in the class, or as the "
        "default of an argument?"
    )


def _twice(there: Dialect) -> str:
    times, a = there.spoken["mul"], there.make(3.0)
    cube = there.apply(times, there.apply(times, a, a), a)
    there.backward(cube)
    try:
        there.backward(cube)
    except EngineFaultError:  # it may be refused
        return ""
    if near(found := there.grad(a), 54.0):
        return ""
    told = f"c = a * a * a at a = 3: a.{there.grad_name} is 27, then {found:g}; twice 27 is 54"
    if near(found, 27.0):
        return (
            f"{told}. The second pass adds nothing, or sets the gradients of leaves to 0 first: leave these to whoever "
            "trains, before each step"
        )
    if found > 54.0:
        return (
            f"{told}. What the first pass left in the results counts again: set their gradients to 0 when backward() "
            "begins"
        )
    return told


def _changed(there: Dialect) -> str:
    a = there.make(3.0)
    square = there.apply(there.spoken["mul"], a, a)
    try:
        setattr(a, there.data_name, 100.0)
        there.backward(square)
    except Exception:  # it may be refused, in whatever way
        return ""
    if near(found := there.grad(a), 6.0):
        return ""
    return (
        f"a = 3, b = a * a, then a.{there.data_name} = 100: b.backward() gives {found:g}, and at 3 the derivative is "
        "6. After an update run the forward pass again, or keep the numbers in the nodes"
    )


def _in_place(there: Dialect) -> str:
    a = b = there.make(3.0)
    try:
        b += there.make(2.0)
    except Exception:  # it need not be there
        return ""
    changed = there.data(a)
    return "" if near(changed, 3.0) else f"this changes a to {changed:g}: += makes a new node, or is not defined at all"


DEEP = 2_000


def _deep(there: Dialect) -> str:
    node = a = there.make(3.0)
    for _ in range(DEEP):
        node = there.apply(there.spoken["add"], node, there.make(1.0))
    try:
        there.backward(node)
    except EngineFaultError as error:
        return f"{error}: sort the graph with a list of your own in place of recursion"
    found = there.grad(a)
    return "" if near(found, 1.0) else f"a.{there.grad_name} is {found:g}; right is 1"


_LIFE = (
    (_next_step, WRONG, "two steps of training, the gradient set to 0 in between"),
    (_two_losses, BEWARE, "two losses, one backward() after the other"),
    (_twice, BEWARE, "backward() twice through one graph"),
    (_changed, BEWARE, "a number that changes between forward and backward"),
    (_in_place, WRONG, "b = a, then b += c"),
    (_deep, BEWARE, f"a chain of {DEEP:,} additions"),
)


def _life_of_a_graph(there: Dialect) -> Iterator[Finding]:
    for lesson, verdict, what in _LIFE:
        try:
            told = lesson(there)
        except EngineFaultError as error:
            told = str(error)
        yield Finding(verdict if told else RIGHT, what, (told,) if told else ())


def _large(there: Dialect) -> Iterator[Finding]:
    """Functions far from 0, where e to the power of something is too large for a double and they are not."""
    lines, asked = [], False
    for way in there.spoken.values():
        op = OPS[way.op]
        for x in (-1000.0, 1000.0) if op.arity == 1 else ():
            right = run(op.value, x)
            if not math.isfinite(right):
                continue
            asked = True
            try:
                found = there.data(there.apply(way, there.make(x)))
            except EngineFaultError as error:
                lines.append(f"at a = {x:g} {error}; right is {right:g}")
                continue
            if not near(found, right):
                lines.append(f"at a = {x:g} {way.written(*letters())} is {found:g}; right is {right:g}")
    if asked:
        yield Finding(BEWARE if lines else RIGHT, "large numbers", tuple(lines))
