"""History: a list of dicts, its sparkline and its picture."""

import math
import xml.etree.ElementTree as ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tinygrad_edu.train.curves import curves, ticks
from tinygrad_edu.train.history import BLOCKS, History, spark

ROWS = [{"epoch": k, "loss": 1.0 / k, "accuracy": 1.0 - 0.5 / k, "lr": 0.1, "val_loss": 1.1 / k} for k in range(1, 9)]
numbers = st.floats(width=64)


def test_a_list_of_plain_dicts():
    history = History(ROWS)
    assert isinstance(history, list)
    assert history == ROWS
    assert all(type(row) is dict for row in history)  # what pandas.DataFrame makes a table of
    assert history.columns == ["epoch", "loss", "accuracy", "lr", "val_loss"]
    assert history.column("loss")[:2] == [1.0, 0.5]
    with pytest.raises(KeyError, match="has no 'los', it has epoch, loss"):
        history.column("los")


def test_repr():
    assert repr(History()) == "History(0 epochs)"
    history = History(ROWS[:1])
    history.stopped = "interrupted by Ctrl-C in epoch 2"
    assert repr(history) == (
        "History(1 epoch, loss 1 → 1, accuracy 0.5 → 0.5, val_loss 1.1 → 1.1, interrupted by Ctrl-C in epoch 2)"
    )


def test_in_a_notebook():
    bundle = History(ROWS)._repr_mimebundle_()
    assert set(bundle) == {"text/plain", "image/svg+xml"}
    assert set(History()._repr_mimebundle_()) == {"text/plain"}


def test_spark():
    assert spark([]) == ""
    assert spark([0.0, math.inf, 7.0]) == "▁?█"
    assert spark(list(range(1000)), width=8) == BLOCKS
    assert spark([5.0]) == "▁"
    assert History(ROWS).spark("accuracy", width=3, ascii=True).isascii()
    with pytest.raises(ValueError, match="at least 1 character"):
        spark([1.0], width=0)


@given(st.lists(numbers, max_size=60), st.integers(1, 50))
def test_spark_of_anything(xs, width):
    assert len(spark(xs, width)) == min(width, len(xs))


def test_the_picture():
    svg = History(ROWS).svg()
    root = ElementTree.fromstring(svg)
    name = "{http://www.w3.org/2000/svg}"
    assert len(root.findall(f"{name}polyline")) == 3
    texts = [element.text for element in root.iter(f"{name}text")]
    assert {"loss", "accuracy", "epoch", "training 0.125", "held out 0.138"} <= set(texts)
    assert "loss 1 to 0.125" in root.find(f"{name}desc").text
    assert svg == History(ROWS).svg()
    assert "prefers-color-scheme:dark" in svg


def test_a_wide_span_is_logarithmic():
    texts = curves([{"epoch": k, "loss": 10.0**-k} for k in range(1, 6)])
    assert all(f'>10<tspan dy="-4" font-size="8">−{k}</tspan></text>' in texts for k in (1, 2, 3, 5))
    texts = curves([{"epoch": 1000 * k, "loss": 10.0**-k} for k in range(1, 4)])
    assert all(f">{tick}</text>" in texts for tick in ("0.1", "0.01", "0.001", "2,000"))


def test_names_are_escaped_and_one_epoch_is_a_dot():
    svg = curves([{"epoch": 1, "loss": 1.0, "<b>&": 0.5}])
    ElementTree.fromstring(svg)
    assert svg.count("<circle") == 2
    with pytest.raises(ValueError, match="no epoch to draw"):
        History().svg()


@given(st.lists(st.one_of(st.floats(-1e300, 1e300), st.sampled_from([math.nan, math.inf, 0.0, 5e-324])), min_size=1))
def test_a_picture_of_anything(losses):
    svg = curves([{"epoch": k, "loss": x} for k, x in enumerate(losses, 1)])
    ElementTree.fromstring(svg)
    drawn = svg.split("</style>")[1]
    assert "nan" not in drawn.replace("training nan", "") or math.isnan(losses[0]) or math.isnan(losses[-1])


def test_ticks_are_round():
    assert ticks(0.0, 6.0, 5) == [0.0, 2.0, 4.0, 6.0]
    assert ticks(0.0, 0.07, 5) == [0.0, 0.02, 0.04, 0.06]
    assert ticks(-1.0, 1.0, 4) == [-1.0, -0.5, 0.0, 0.5, 1.0]


def test_a_new_history_knows_of_no_training():
    for history in (History(), History([{"epoch": 1, "loss": 0.5}], seed=3)):
        assert (history.stopped, history.interrupted, history.engine) == ("", False, "")
    assert (History().seed, history.seed) == (None, 3)


def test_how_large_it_is_drawn_unless_told_otherwise():
    long = History([{"epoch": k, "loss": float(k)} for k in range(1, 100)])
    assert (len(long.spark()), len(spark(long.column("loss"))), len(long.spark(width=41))) == (40, 40, 41)
    assert spark([1.0] * 5, width=2) == "▁▁"  # means, of two and of three
    assert 'viewBox="0 0 640 240" width="640" height="240"' in long.svg()


@pytest.mark.parametrize("last, shown", [(2e305, '2·10<tspan dy="-4" font-size="8">305</tspan>'), (math.nan, "nan")])
def test_the_last_number_is_the_last_epochs_also_where_it_cannot_be_drawn(last, shown):
    assert f">training {shown}</text>" in curves([{"epoch": 1, "loss": 1.0}, {"epoch": 2, "loss": last}])
