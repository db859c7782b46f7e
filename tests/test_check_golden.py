"""What the gradient check says, number for number, about functions of every kind at points of every size.

The functions are made of +, -, ·, / and choices alone, which every machine rounds in the same way, so each estimate,
bound and verdict is the same everywhere. They hold what no single verdict shows: how the steps are chosen, what counts
as noise, where a bound ends.
"""

import math
import random

import pytest

import tinygrad_edu as te
from tests.check_cases import FUNCTIONS, MORE, POINTS
from tests.golden import held_sections as held
from tinygrad_edu import Value
from tinygrad_edu.check import gradcheck, gradgradcheck, mutants, precise
from tinygrad_edu.check.expression import LARGEST, Builder, guards, random_expression
from tinygrad_edu.check.judge import check
from tinygrad_edu.check.replay import conditioning
from tinygrad_edu.check.report import GradcheckReport, InputCheck
from tinygrad_edu.check.subject import Subject
from tinygrad_edu.check.table import points_of
from tinygrad_edu.check.walks import reverse_pass
from tinygrad_edu.check.wrong_walks import LOCAL, PARENTS_FORGOTTEN, SAME_NUMBER_ONCE, WALK_FAULTS
from tinygrad_edu.functions import BUILT_IN
from tinygrad_edu.ops import OPS
from tinygrad_edu.value import record


def told(report):
    lines = [str(report).splitlines()[0], *report.problems, *report.hints]
    for found in report.checks:
        numbers = f"{found.analytic:.9g} | {found.numerical:.9g} ± {found.bound:.6g}"
        lines.append(f"  {found.name} = {found.x!r}: {numbers}  {found.verdict}  {found.note}")
    return "\n".join(lines)


@pytest.mark.parametrize("order", [1, 2])
def test_functions_of_one_input(order):
    checked, points = (gradcheck, POINTS) if order == 1 else (gradgradcheck, (0.3, 1.0, -7.0))
    sections = []
    for name, f in FUNCTIONS.items():
        reports = [checked(f, x, raise_exception=False, confirm=False) for x in points]
        sections.append((name, "\n".join(map(told, reports))))
    held(f"check/order_{order}.txt", sections)


@pytest.mark.parametrize("checked", [gradcheck, gradgradcheck], ids=lambda check: check.__name__)
def test_functions_of_more(checked):
    sections = []
    for name, (f, inputs) in MORE.items():
        report = checked(f, inputs, raise_exception=False)
        sections.append((name, f"{told(report)}\n{report}"))
    held(f"check/{checked.__name__}.txt", sections)


def test_a_long_report():
    """From thirteen inputs on only those that are not right are listed, and forty at most."""
    verdicts = {"ok": "", "wrong": "", "ok at a kink": "of a hinge", "ill-conditioned": "", "cannot judge": "a jump"}
    sections = []
    for count, right in ((1, 1), (12, 12), (13, 13), (13, 11), (45, 4), (45, 5), (45, 6), (2, 0)):
        names = ["ok"] * right + [list(verdicts)[1 + k % 4] for k in range(count - right)]
        checks = [InputCheck(f"x{k}", 1.0, 2.0, 4.0 * k, 0.25, v, verdicts[v]) for k, v in enumerate(names)]
        sections.append((f"{right} of {count} right", str(GradcheckReport("f", checks, hints=["look there"]))))
    for analytic, numerical in ((1e200, 2e200), (1e300, 1e-300), (1.0, 0.0), (0.0, 1.0), (math.inf, 1.0)):
        found = InputCheck("x", 1.0, analytic, numerical, 0.25, "wrong")
        sections.append((f"{analytic} for {numerical}", str(found)))
    nothing = InputCheck("x", 1.0, 2.0, math.nan, math.inf, "cannot judge")
    sections += [
        ("nothing judged", str(GradcheckReport("f", [nothing]))),
        ("a problem", str(GradcheckReport("f", [nothing], ["the walks differ"]))),
    ]
    held("check/long.txt", sections)


def test_how_small_an_error_is_seen(own):
    sections = []
    for k in (4, 6, 7, 8, 9, 10):

        @te.primitive(lambda m, y, a, b, k=k: b * (1.0 + 10.0**-k), lambda m, y, a, b: a)
        def my_product(m, a, b):
            return a * b

        reports = [
            gradcheck(f, [3.0, 0.7], raise_exception=False, confirm=confirm)
            for f in (my_product, lambda a, b: my_product(a, b) + 1e4 * a, lambda a, b: (my_product(a, b) + 1e6) - 1e6)
            for confirm in (False, None)
        ]
        sections.append((f"relative error 1e-{k}", "\n".join(map(told, reports))))
        del OPS["my_product"]
    held("check/sight.txt", sections)


def test_a_wrong_reverse_pass():
    """Off by a factor, for each of two inputs."""
    sections = []
    for factor in (0.0, -1.0, 1.0 + 1e-4, 1.0 + 1e-8, 1.0 + 1e-12, math.inf, math.nan):

        def reverse(output, leaves, factor=factor):
            first, *others = te.derivatives.gradients(output, leaves)
            return [float(first) * factor, *map(float, others)]

        for f in (lambda x, y: x * x * y, lambda x, y: te.relu(x) * y, lambda x, y: 1e9 * x - 1e9 * x * y):
            for inputs in ([0.0, 1.0], [1.5, -2.0], [1e-40, 1.0]):
                sections.append((f"{factor} {inputs}", told(check(Subject(f, inputs), reverse=reverse, confirm=False))))
    held("check/reverse.txt", sections)


# -- what is made at random: the same on every machine, so it can be held as well --------------------------------------


def steps(e):
    return "; ".join(f"{name} {' '.join(map(str, positions))}" for name, positions in e.steps)


def test_random_expressions():
    sections = []
    for regime in ("unit", "wide", "edge"):
        drawn = [random_expression(random.Random(seed), regime) for seed in range(30)]
        sections.append((regime, "\n".join(f"{[f'{x:.6g}' for x in e.inputs]} {steps(e)}" for e in drawn)))
    drawn = [random_expression(random.Random(seed), max_nodes=3, ops=["mul", "sum", "dot"]) for seed in range(10)]
    sections.append(("a few operations", "\n".join(map(steps, drawn))))
    sections.append(("as a program", str(drawn[3])))
    held("check/expressions.txt", sections)


def test_guards():
    """Next to each bound of each domain, and far from it."""
    bounds = (0.0, 1e-6, 1e-3, 0.999, 1.001, 1.0, 8.0, 30.0, LARGEST, 1e61)
    xs = sorted({sign * x * beside for x in bounds for sign in (-1.0, 1.0) for beside in (1.0, 0.9999, 1.0001)})
    sections = []
    for name in "log log1p sqrt asin atanh acosh reciprocal exp sinh tanh".split():
        sections.append((name, "\n".join(f"{x:.6g}: {' '.join(guards(name, [x]))}" for x in xs)))
    for name in ("pow", "div"):
        pairs = [(a, b) for a in (-2.0, -1.1e-3, -1e-3, -9e-4, 0.0, 1e-3, 2e-3, 2.0) for b in (*xs, 2.0, -3.0, 2.5)]
        sections.append((name, "\n".join(f"{a:.6g} {b:.6g}: {' '.join(guards(name, [a, b]))}" for a, b in pairs)))
    held("check/guards.txt", sections)


@pytest.mark.parametrize("half, step", [(0.4999 * LARGEST, "add"), (0.5 * LARGEST, "atan")])
def test_a_result_that_is_too_large_gives_way_to_an_arctangent(half, step):
    builder = Builder([half, half])
    builder.add("add", (0, 1))
    assert [name for name, _ in builder.steps] == [step]


def test_points():
    rows = [OPS[name] for name in ("tanh", "reciprocal", "exp", "div", "maximum", "where", "sum", "dot", "prod")]
    held("check/points.txt", [(op.name, "\n".join(map(str, points_of(op)))) for op in rows])


def test_planted_faults():
    """Each fault of the catalogue, in rules of plain arithmetic: where it is planted, and the derivatives it gives."""
    names = ["neg", "sub", "maximum", "relu", "where", "floor", "sum", "dot"]
    sections = [("planted", "\n".join(" ".join(map(str, planted)) for planted in mutants._mutants(names, ())))]
    inputs = [(3.0, 3.0, 1.0), (-0.005, 0.25, 2.0), (0.01, 10.0, 1.0), (11.0, -2.0, 0.0), (1.0001, 1.0, 1.0)]
    for fault in mutants.CATALOGUE:
        lines = []
        for name, count in (("mul", 2), ("div", 2), ("maximum", 2), ("where", 3), ("sum", 3), ("relu", 1)):
            for xs in inputs:
                for which in range(count):
                    wrong = mutants.faulty(OPS[name], fault, which)
                    found = record(wrong, [Value(x) for x in xs[:count]]).partials
                    lines.append(f"{name} {xs[:count]} {which}: {' '.join(f'{float(p or 0.0):.12g}' for p in found)}")
        sections.append((fault, "\n".join(lines)))
    held("check/faults.txt", sections)


WALKED = {  # the gradients of x² + y·x² at x = 3 and y = 5: (36, 9) would be right
    "no accumulation": (15.0, 9.0), "same argument once": (18.0, 9.0), "no chain rule": (6.0, 9.0),
    "no topological order": (6.0, 9.0), "depth first": (6.0, 9.0), "wrong way round": (0.0, 0.0),
    "once per path": (42.0, 9.0), "sorted once per path": (72.0, 9.0),
}  # fmt: skip


def walked(walk, *places):
    x, y, z = Value(3.0), Value(5.0), Value(7.0)
    square = x * x
    return walk(square + y * square, [x, y, z], *places)


def test_wrong_walks():
    """What each makes of a square that is used twice, once far from the end; z is not in it at all."""
    assert walked(reverse_pass) == [36.0, 9.0, 0.0]
    assert {name: tuple(walked(walk)) for name, walk in WALK_FAULTS.items()} == {
        name: (*found, 0.0) for name, found in WALKED.items()
    }


@pytest.mark.parametrize(
    "walk, place, x",
    [
        ("no accumulation", ("add", 0), 36.0),
        ("no accumulation", ("mul", 0), 36.0),
        ("no accumulation", ("mul", 1), 15.0),
        ("same argument once", ("add", 0), 36.0),
        ("same argument once", ("mul", 0), 18.0),
        ("same argument once", ("mul", 1), 36.0),
        ("no chain rule", ("add", 1), 36.0),
        ("no chain rule", ("mul", 0), 21.0),
        ("no chain rule", ("mul", 1), 21.0),
    ],
)
def test_wrong_in_one_place(walk, place, x):
    """In the rule of one operation, for one of its inputs: what is passed on to the others is right."""
    assert walked(LOCAL[walk], [place]) == [x, 9.0, 0.0]


@pytest.mark.parametrize(
    "places, found",
    [([], [36.0, 9.0]), ([("add", 0)], [36.0, 9.0]), ([("add", 1)], [6.0, 0.0]), ([("mul", 1)], [36.0, 9.0]),
     ([("add", 0), ("mul", 1)], [0.0, 9.0]), ([("add", 0), ("add", 1)], [0.0, 0.0])],
)  # fmt: skip
def test_parents_that_are_forgotten(places, found):
    """What is forgotten in one place goes on where it is known in another."""
    assert walked(PARENTS_FORGOTTEN, places) == [*found, 0.0]


def test_nodes_of_the_same_number_taken_for_one():
    x, y = Value(3.0), Value(2.0)
    assert SAME_NUMBER_ONCE(te.sin(x) * te.exp(y), [x, y]) == reverse_pass(te.sin(x) * te.exp(y), [x, y])
    assert SAME_NUMBER_ONCE(te.relu(te.relu(x)), [x]) == [0.0]
    assert SAME_NUMBER_ONCE(x + (x * 1.0) * y, [x, y]) == [1.0, 3.0]  # x is met first, and x·1 passes nothing on
    assert SAME_NUMBER_ONCE((x * 1.0) * y + x, [x, y]) == [3.0, 3.0]


@pytest.mark.parametrize("walk", ["once per path", "sorted once per path"])
def test_as_many_paths_as_nobody_can_follow(walk):
    node = x = Value(1.0)
    for _ in range(60):
        node = node + node
    assert math.isfinite(WALK_FAULTS[walk](node, [x])[0])


def test_score():
    chosen = dict(faults=["wrong sign", "offset 1e-3", "stale value"], checks=10, seed=3)
    scores = {name: mutants.mutation_score(ops=[name], **chosen) for name in ("mul", "where")}
    few = mutants.MutationScore([("a", "wrong sign"), ("b", "offset 1e-3")], [("b", "wrong sign")], [3, 1])
    scores |= {"by hand": few, "none": mutants.MutationScore()}
    held("check/score.txt", [(name, f"{score} {bool(score)}") for name, score in scores.items()])


def test_conditioning():
    """What rounding may move, by six replays with signs that are the same everywhere."""
    sections = []
    many = {name: (f, [2.1]) for name, f in FUNCTIONS.items()} | MORE
    for name, (f, inputs) in many.items():
        subject = Subject(f, inputs)
        first = subject.run(subject.x)
        found = [conditioning(first.output, first.leaves, seed) for seed in (0, 1)]
        lines = [
            f"spread {rounded(c.spread)} noise {rounded([c.noise, *c.noises])} size {rounded(c.size)} "
            f"parts {c.parts} torn {c.torn}"
            for c in found
        ]
        sections.append((name, "\n".join(lines)))
    held("check/conditioning.txt", sections)


@pytest.mark.parametrize("f", [lambda x, y: 3.0 * x + 5.0 * y, lambda x, y: 7.0 * x - 2.0 * y])
def test_how_far_the_walks_may_differ(f):
    """Up to 1e-10 of what is added up along the direction, with a reverse pass off by a factor in one input."""
    rng = random.Random(1)
    along = [rng.uniform(0.5, 1.5), rng.uniform(0.5, 1.5)]

    def differ(relative):
        def reverse(output, leaves):
            first, second = te.derivatives.gradients(output, leaves)
            return [float(first) * (1.0 + relative), float(second)]

        return bool(check(Subject(f, [1.0, 0.5]), reverse=reverse, confirm=False).problems)

    slopes = [abs(float(g)) for g in te.grad(f, argnums=(0, 1))(1.0, 0.5)]
    bound = 1e-10 * sum(s * v for s, v in zip(slopes, along, strict=True)) / (slopes[0] * along[0])
    assert not differ(0.999 * bound) and differ(1.001 * bound)
    assert not differ(-0.999 * bound) and differ(-1.001 * bound)


def rounded(numbers):
    return " ".join(f"{x:.6g}" for x in numbers)


def test_eighty_digits():
    """The derivative of each native operation by mpmath, at a point inside its domain, and how far it can be off."""
    pytest.importorskip("mpmath")
    lines = []
    for op in (op for name, op in OPS.items() if op.native and name in BUILT_IN):
        for x in (0.75, -0.75, 2.5, 1e-200, 3.0e5):
            leaves = [Value(x + k / 8.0) for k in range(op.arity or 1)]
            output = record(op, leaves)
            for digits in (80, 420):
                value, error = precise.derivative_of(output, leaves[0], digits)
                lines.append(f"{op.name} {x} {digits}: {value:.9g} ± {error:.2g}")
    held("check/digits.txt", [("natives", "\n".join(lines))])
