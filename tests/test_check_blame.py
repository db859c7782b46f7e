"""Whose fault a wrong gradient is said to be, and how many operations are asked."""

import tinygrad_edu as te
from tinygrad_edu import Value
from tinygrad_edu.check.blame import blame
from tinygrad_edu.check.report import InputCheck
from tinygrad_edu.micrograd.engine import Value as Micro


def asking(wrong=()):
    """Takes down what is asked; of the operations in ``wrong`` the last input is wrong."""
    asked = []

    def wrong_inputs(f, inputs):
        output = f(*inputs)
        if not hasattr(output.op, "partials") or output.op.name == "by hand":
            raise NotImplementedError
        asked.append((output.op.name, *[x.data for x in inputs]))
        names = [x.label for x in inputs]
        checks = [InputCheck(name, x.data, 2.0, 3.0, 0.0, "wrong") for name, x in zip(names, inputs, strict=True)]
        return checks[-1:] if output.op.name in wrong else []

    return asked, wrong_inputs


def test_each_operation_is_asked_at_each_of_its_points_once():
    x, y = Value(2.0), Value(3.0)
    asked, wrong_inputs = asking()
    blame(te.sin(x) * y + te.sin(x) * te.sin(y), wrong_inputs)
    sines = [float(te.sin(v)) for v in (x, y)]
    assert sorted(asked) == sorted(
        [
            ("sin", 2.0),
            ("sin", 3.0),
            ("mul", sines[0], 3.0),
            ("mul", sines[0], sines[1]),
            ("add", sines[0] * 3.0, sines[0] * sines[1]),
        ]
    )


def test_fifty_points_of_an_operation_are_enough():
    asked, wrong_inputs = asking()
    blame(te.sum([te.square(Value(float(k % 70))) for k in range(200)]), wrong_inputs)
    assert [name for name, *_ in asked].count("square") == 50


def test_what_is_wrong_is_asked_no_more():
    asked, wrong_inputs = asking(wrong=["square"])
    said = blame(te.sum([te.square(Value(float(k))) for k in range(9)]), wrong_inputs)
    assert [name for name, *_ in asked].count("square") == 1
    assert said == ["the rule of square is wrong: at 0 it gives 2, and the differences of its values 3"]


def test_three_operations_are_named():
    x = Value(0.5)
    output = te.tanh(te.square(te.exp(te.neg(te.maximum(x, 1234567.25)))))
    _, wrong_inputs = asking(wrong=["tanh", "square", "exp", "neg", "maximum"])
    assert blame(output, wrong_inputs) == [
        "the rule of maximum by b is wrong: at 0.5, 1.23457e+06 it gives 2, and the differences of its values 3",
        "the rule of neg is wrong: at 1.23457e+06 it gives 2, and the differences of its values 3",
        "the rule of exp is wrong: at -1.23457e+06 it gives 2, and the differences of its values 3",
    ]


def test_inputs_without_names_are_numbered():
    _, wrong_inputs = asking(wrong=["sum"])
    (said,) = blame(te.sum([Value(1.0), Value(2.0)]), wrong_inputs)
    assert said.startswith("the rule of sum by input 2 is wrong: at 1, 2 it gives 2")


def test_where_no_rule_is_wrong():
    x = Value(3.0)
    _, nothing = asking()
    for hidden in (x, te.constant(3.0), te.square(te.constant(3.0))):
        assert blame(hidden, nothing)[0].startswith("no operation was recorded: .data, .grad, float(x)")
    (said,) = blame(te.square(x), nothing)
    assert said.startswith("every operation from the inputs to an unnamed square = 9.0 has a right rule here")
    by_hand = Micro(9.0, (Micro(3.0),), "by hand")
    for output in (by_hand, by_hand * by_hand):
        (said,) = blame(output, nothing)
        assert said.startswith("an unnamed by hand = 9.0 was made by hand: look at its _backward")
    _, wrong = asking(wrong=["mul"])
    assert "the rule of mul by b is wrong" in blame(by_hand * by_hand, wrong)[0]
