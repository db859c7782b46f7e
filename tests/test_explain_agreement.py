"""Explanations of graphs whose data was changed after they were recorded: what no longer holds is said."""

import re

import pytest

import tinygrad_edu as te
from tinygrad_edu import Value
from tinygrad_edu.explain import explain
from tinygrad_edu.ops import OPS


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_data_changed_after_recording_is_said(article, lang):
    def explained(name):
        return explain(article["E_total"], wrt=article[name], lr=0.5, lang=lang)

    careful, recorded = {"en": ("Careful", "recorded was"), "zh": ("注意", "记录的值是")}[lang]
    assert careful not in str(explained("w1"))
    gradient = explained("w1").value
    article["w5"].data = 0.5
    explanation = explained("w1")
    assert explanation.value == gradient  # what was recorded still holds, as backward() does
    text = " ".join(str(explanation).split())
    assert careful in text and "net_o1" in text.split(careful)[1][:60]
    assert "net_o2" not in text.split(careful)[1][:60]
    assert re.search(rf"∂net_o1/∂out_h1 = w5 = 0.400000000 {recorded} 0.400000000.{{,60}}0.500000000", text)
    assert text.count(recorded) == 1
    for form in (explanation.to_markdown(), explanation.to_html()):
        assert careful in form and recorded in form
    assert recorded not in str(explained("w5"))  # its local derivatives are the same at any w5
    assert careful in str(explained("w5"))
    article.forward()
    assert careful not in str(explained("w1"))


def test_a_changed_result_and_a_wrong_rule_are_said(article):
    article["out_h1"].data = 3.0
    text = " ".join(str(explain(article["E_total"], wrt=article["w1"])).split())
    assert "Careful: out_h1, net_o1 and net_o2 were computed from other numbers" in text
    assert "recorded was 0.241300709" in text

    @te.primitive(lambda m, y, x: 3.0 * m.square(x), textbook=[lambda m, y, x: 2.0 * m.square(x)])
    def wrong(m, x):
        return x * x * x

    try:
        x = Value(2.0, "x")
        text = str(explain(wrong(x).named("y"), wrt=x))
    finally:
        OPS.pop("wrong")
    assert "recorded was 12.000000000, but with today's numbers the formula gives 8.000000000" in " ".join(text.split())


def test_a_node_made_by_hand_has_no_formula():
    from tinygrad_edu.micrograd.engine import Value as MicroValue

    a, b = MicroValue(2.0), MicroValue(3.0)
    made = MicroValue(a.data * b.data, (a, b), local_grads=(b.data, a.data))
    text = str(explain(made, a))
    assert "number only: no formula" in text and "3.000000000" in text
    assert explain(made * 2.0, a).to_latex() and "Careful" not in text
    b.data = 7.0  # what was given with it is all that is known, and is not compared with anything
    assert "today" not in str(explain(made, a)) and explain(made, a).value == 3.0


def test_a_saturated_neuron_is_no_disagreement():
    for x in (40.0, -40.0, 800.0, 1e-300):
        v = Value(x, "x")
        for f in ("sigmoid", "tanh", "softplus", "erf", "exp"):
            assert "recorded was" not in str(explain(getattr(v, f)().named("y"), wrt=v)), (f, x)
