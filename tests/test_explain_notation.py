"""The pieces that explanations are made of, one by one: formulae as HTML and as LaTeX, sentences about any number."""

import math

import pytest

import tinygrad_edu as te
from tinygrad_edu import Value
from tinygrad_edu.draw import draw_graph
from tinygrad_edu.explain import explain, latex, page
from tinygrad_edu.explain.reading import Reading
from tinygrad_edu.explain.words import WORDS
from tinygrad_edu.names import NAMES, Name, value

from .golden import held_sections

FORMULAE = [
    "2·exp(−0.5)^2 − √(x)", "2^(a·(b + 1)·(c − 1))·d", "x^(−3)·y^(b − 1)", "∛(a·(b + 1))·√(c + √(d))·(e)", "a^((b))·c",
    "min(a, b)·log_2(x)·max(1, 2)", "1 if a ≥ 0.0 else inf", "3e−12·nan·inf^2", "1.5e+07·(a + b)·2·(c)", "x^2.5·y",
    "⌊a⌋·⌈b⌉·δ → …", "a < b, a > b, a ≠ b, a ≤ b", "  a   b", "ab·2·(c)·3.5·(d)", "√(a)·(b)", "sign(a)·(b)", "(a",
    "^(a", "^((a)", "50%·|b|",
]  # fmt: skip


def test_formulae():
    """With brackets within brackets, exponents and roots, and with brackets that nobody closes."""
    held_sections(
        "explanations/formulae.txt",
        [(text, f"{page.formula(None, text)}\n{latex.formula(None, text)}") for text in FORMULAE],
    )


def test_arithmetic_of_names():
    """Each with each: sums, products, quotients, numbers, what is negative, and what is printed already."""
    x, y = Name("x"), Name("y")
    some = [x, y, 2.0 * x, -x, x + y, x - y, x / y, x * x * y, x * x * x * x, 1.0 / (x * y), -2.5 * x / y]
    some += [value("−0.5"), *(Name(coefficient=c) for c in (0.0, 1.0, -2.0, 0.25))]
    sections = []
    for a in some:
        lines = [f"{-a}; {' '.join(a.in_brackets(level) for level in (1, 2, 3, 9))}; {a < 1.0}, {a >= y}"]
        lines += [f"{a + b}; {a - b}; {a * b}; {a / b}" for b in some]
        sections.append((str(a), "\n".join(lines)))
    held_sections("explanations/names.txt", sections)


def test_operations_within_operations():
    """Each with each, in brackets where they must be: (x²)², 1 / x², √(x + y)."""
    unary = ("neg", "square", "reciprocal", "sqrt", "abs", "exp", "floor", "tanh", "identity")
    binary = ("add", "sub", "mul", "div", "pow")
    x, y, z = (Name(name) for name in "xyz")
    inner = {f"{name} x": getattr(NAMES, name)(x) for name in unary}
    inner |= {f"{name} x, y": getattr(NAMES, name)(x, y) for name in binary}
    sections = []
    for said, formula in inner.items():
        lines = [f"{name}: {getattr(NAMES, name)(formula)}" for name in unary]
        lines += [f"{name}: {getattr(NAMES, name)(formula, z)}; {getattr(NAMES, name)(z, formula)}" for name in binary]
        sections.append((f"{said} = {formula}", "\n".join(lines)))
    held_sections("explanations/nested.txt", sections)


@pytest.mark.parametrize("condition, formula", [(True, "x"), (0.0, "y"), (Value(1.0, "c"), "(x if c ≠ 0 else y)")])
def test_a_choice_that_is_made_is_what_was_chosen(condition, formula):
    """A comparison of Values is True or False; a Value that decides may be another one the next time."""
    result = te.where(condition, Value(2.0, "x"), Value(3.0, "y")).named("r")
    assert f"r = {result.data:.6f} = {formula}" in draw_graph(result).describe()


def test_a_factor_of_two_terms_is_drawn_out_where_it_is_one_of_both():
    """y − y·x is y·(1 − x), but −y / z + y·x is not y·(1 − x) / z."""
    u, x, y, z = (Value(number, name) for number, name in zip((7.0, 2.0, 3.0, 5.0), "uxyz", strict=True))
    formulae = [explain(E.named("E"), u).factors[0].symbol for E in (u * x * y - u * y, u * x * y - u * y / z)]
    assert formulae == ["−y·(1 − x)", "−y / z + y·x"]


def test_numbers_stand_where_the_names_do():
    """Equal numbers of two Values stay two; the number of one Value is squared where its name is."""
    a, b, c, d = (Value(x, name) for x, name in zip((3.0, 3.0, -3.0, -3.0), "abcd", strict=True))
    formulae = {}
    for y in (a * c + b * d, a * b + a * a, (a + b) * (c + d), a / b - c / d, (a + c) * (a + c)):
        reading = Reading(y.named("y"), a)
        formulae[reading.spell(reading.formula(y))] = reading.figures(y)
    assert formulae == {
        "a·c + b·d": "3·(−3) + 3·(−3)",
        "a·b + a²": "3·3 + 3²",
        "(a + b)·(c + d)": "(3 + 3)·(−3 + (−3))",
        "a / b − c / d": "3 / 3 − (−3) / (−3)",
        "(a + c)²": "(3 + (−3))²",
    }


@pytest.mark.parametrize("lang", WORDS)
def test_sentences_about_any_number(lang):
    words = WORDS[lang]
    lines = []
    for n in (1, 2, 6, 7, 12, 13, 1_234):
        names = [f"a{k}" for k in range(n)]
        lines += [
            words["paths"](n), words["counted"]("w", "E", n), words["others"](n), words["folded"](n, 1_000 * n),
            words["steps"](n), words["operations"](n), words["more"](n), words["feeds"]("h", names, False),
            words["feeds"]("h", names, True), words["outdated"](names, "E"),
        ]  # fmt: skip
    held_sections(f"explanations/words_{lang}.txt", [("sentences", "\n".join(lines))])


def test_how_far_factors_and_gradient_may_differ():
    """A billionth of the sizes of all paths together, whatever their signs."""
    x = Value(2.0, "x")
    a, b = (x * 3.0).named("a"), (x * -4.0).named("b")
    assert explain((a + b).named("E"), x).tolerance == pytest.approx(7e-9, rel=1e-12, abs=0.0)
    assert explain((a * 0.0).named("E"), x).tolerance == 1e-290
    assert math.isnan(explain((x * math.nan).named("E"), x).tolerance)
