"""Curves and plots, held as text: every coordinate, colour, tick and word, for histories and nets of each kind."""

import math

import pytest

from tests.golden import held_sections as held
from tinygrad_edu import data
from tinygrad_edu.train.curves import Axis, curves, drawable, figures, vertical
from tinygrad_edu.train.plot import plot_boundary, plot_loss

figure = pytest.importorskip("matplotlib.figure")
colors = pytest.importorskip("matplotlib.colors")


def history(losses, **others):
    rows = [{"epoch": k, "loss": loss} for k, loss in enumerate(losses, 1)]
    for name, values in others.items():
        for row, value in zip(rows, values, strict=False):
            row[name] = value
    return rows


HISTORIES = {
    "one epoch": history([0.7]),
    "a figure, held-out rows": history([3.0, 2.5], val_loss=[3.5], accuracy=[0.5, 0.75], val_accuracy=[0.4, 0.5]),
    "three figures, two are drawn": history([1.0, 0.2], accuracy=[0.1, 0.2], precision=[0.3, 1.0], recall=[0, 1]),
    "a factor of fifty": history([50.0, 1.0]),
    "more than that": history([51.0, 1.0]),
    "many powers of ten": history([10.0 ** (3 - k) for k in range(16)], val_loss=[2e3 * 0.1**k for k in range(9)]),
    "far from zero": history([130.0, 125.0, 121.0]),
    "just above six tenths": history([10.0, 7.0, 6.1]),
    "just below": history([10.0, 7.0, 5.9]),
    "just that": history([10.0, 7.0, 6.0]),
    "to one, from high up": history([1.0, 0.9]),
    "to one": history([0.9, 0.6, 0.51]),
    "from six tenths to zero": history([0.6, 0.0]),
    "to a half": history([0.5, 0.3, 0.2]),
    "negative": history([-1.0, -2.5, -3.0]),
    "of both signs": history([2.0, 0.5, -1.0]),
    "all the same": history([7.0, 7.0, 7.0]),
    "all zero": history([0.0, 0.0]),
    "the same to nine digits": history([5e9, 5e9 + 4.0]),
    "the same to nearly nine": history([5e9, 5e9 + 6.0]),
    "the same to eight digits": history([5e9, 5e9 + 9.0]),
    "gaps": history([1.0, 0.8, math.nan, 0.6, math.inf, 0.5, 0.4]),
    "nothing that can be drawn": history([math.nan, math.inf]),
    "the largest and the smallest": history([1e305, 1.0, -1e305, 1e-300]),
    "no epochs given": [{"loss": 0.3}, {"loss": 0.2}, {"loss": 0.1}],
    "later epochs": [{"epoch": 20.0 + k, "loss": 1.0 / (1 + k), "lr": 0.1} for k in range(13)],
    "a whole epoch near the first": [{"epoch": 19.0 + k, "loss": 1.0 / (1 + k)} for k in range(11)],
    "a tick that is just far enough from the first": [{"epoch": 16.0, "loss": 1.0}, {"epoch": 66.0, "loss": 0.5}],
    "a tick that is far enough": [{"epoch": 15.0, "loss": 1.0}, {"epoch": 65.0, "loss": 0.5}],
    "no loss": [{"epoch": k, "accuracy": 0.5 + k / 10} for k in range(3)],
}


def test_curves():
    held("train/curves.txt", [(name, curves(rows)) for name, rows in HISTORIES.items()])


def test_long_curves_are_thinned():
    losses = [1.0 / (1 + k) for k in range(1000)]
    words = {"title": "T", "loss": "L", "training": "here", "held out": "there", "epoch": "E", "accuracy": "A & B"}
    rows = history(losses[:400], accuracy=losses[:400], val_accuracy=losses[1:401])
    assert curves(history(losses)).split('points="')[1].split('"')[0].count(",") == 334  # every third, and the last
    assert curves(history(losses[:401])).split('points="')[1].split('"')[0].count(",") == 201
    assert curves(rows).split('points="')[1].split('"')[0].count(",") == 400
    held("train/words.txt", [("300 by 150", curves(rows[:7], 300, 150, words))])


@pytest.mark.parametrize(
    ("x", "drawn"),
    [
        (1e-290, 1e-290), (-1e-290, -1e-290), (0.9e-290, 0.0), (-0.9e-290, 0.0), (0.25, 0.25),
        (2e300, 1e300), (-2e300, -1e300), (math.inf, math.inf), (-math.inf, -math.inf),
    ],
)  # fmt: skip
def test_numbers_as_far_as_they_can_bedrawable(x, drawn):
    assert drawable(x) == drawn and math.isnan(drawable(math.nan))


def test_ticks_of_an_axis():
    assert Axis(1e-3, 1e2, 0.0, 1.0, True).ticks() == [1e-3, 1e-2, 1e-1, 1.0, 1e1, 1e2]
    assert Axis(1e-3, 1e3, 0.0, 1.0, True).ticks() == [1e-3, 1e-1, 1e1, 1e3]
    assert Axis(0.0, 8.0, 0.0, 1.0).ticks() == [0.0, 2.0, 4.0, 6.0, 8.0]


@pytest.mark.parametrize(
    ("numbers", "low", "high"),
    [
        ([1.0, 1.2], 1.0, 1.2), ([0.2, 1.2], 0.0, 1.5), ([0.7, 0.9], 0.0, 1.0), ([0.3, 0.4], 0.0, 0.4),
        ([0.0, 0.5], 0.0, 0.6), ([], 0.0, 1.0), ([1.0], 0.0, 1.0), ([1.25], 0.5, 2.0),
    ],
)  # fmt: skip
def test_from_where_to_where_an_axis_goes(numbers, low, high):
    axis = vertical(numbers, 240.0)
    assert (axis.low, axis.high) == pytest.approx((low, high))


def test_numbers_at_an_axis():
    assert (figures(0.1234567), figures(1234567.0)) == ("0.123457", '1.23457·10<tspan dy="-4" font-size="8">6</tspan>')
    assert Axis(1e-4, 1.0, 0.0, 1.0, True).shown(1e-4) == "0.0001"
    assert Axis(1e-5, 1.0, 0.0, 1.0, True).shown(1e-3) == '10<tspan dy="-4" font-size="8">−3</tspan>'
    assert Axis(1.0, 1e5, 0.0, 1.0, True).shown(1e5) == "100,000"
    assert Axis(1.0, 1e6, 0.0, 1.0, True).shown(1e3) == '10<tspan dy="-4" font-size="8">3</tspan>'


def described(ax):
    """What is in the axes, as text."""
    colour = lambda some: [colors.to_hex(one, keep_alpha=True) for one in colors.to_rgba_array(some)]  # noqa: E731
    rounded = lambda rows: [tuple(round(float(x), 6) for x in row) for row in rows]  # noqa: E731
    yield f"x {rounded([ax.get_xlim()])} {ax.get_xlabel()!r}, y {rounded([ax.get_ylim()])} {ax.get_ylabel()!r}"
    yield f"{ax.get_yscale()}, borders {[side for side, spine in ax.spines.items() if spine.get_visible()]}"
    for line in ax.get_lines():
        shown = line.get_color(), line.get_linestyle(), line.get_marker(), line.get_label()
        yield f"line {shown} {rounded(line.get_xydata())}"
    for some in ax.collections:
        label = "" if some.get_label().startswith("_") else some.get_label()
        yield f"{type(some).__name__} {some.get_zorder()} {label!r} {rounded([some.get_linewidths()])}"
        yield f"  faces {colour(some.get_facecolor())} edges {colour(some.get_edgecolor())}"
        if hasattr(some, "levels"):
            yield f"  levels {rounded([some.levels])}"
        else:
            shape = len(some.get_paths()[0].vertices)
            yield f"  sizes {rounded([some.get_sizes()])} at {rounded(some.get_offsets())}, shape {shape}"
    if legend := ax.get_legend():
        place = ax.transAxes.inverted().transform(legend.get_bbox_to_anchor().p0)
        yield f"legend at {rounded([place])}, frame {legend.get_frame_on()}, columns {legend._ncols}"
        for text in legend.get_texts():
            yield f"legend {text.get_text()!r}, formulae {text.get_parse_math()}"
    yield f"formulae {ax.xaxis.label.get_parse_math()} {ax.yaxis.label.get_parse_math()}"


def rows_of(classes, names=(), features=()):
    inputs = [[float(k), float(k * k % 5)] for k in range(2 * classes)]
    return data.Dataset(inputs, [k % classes for k in range(2 * classes)], features=features, classes=names)


BOUNDARIES = {
    "one output": (lambda x: [x[0] - 2.0 * x[1]], data.xor(), {}),
    "one output, signed": (lambda x: [x[0] - x[1]], data.xor().signed(), {}),
    "the same everywhere": (lambda x: [0.5], data.xor(), {}),
    "above everywhere": (lambda x: [2.0 + x[0]], data.xor(), {"threshold": 0.25}),
    "two outputs": (lambda x: [x[0], x[1]], rows_of(2, ("no", "_$yes$"), ("_a", "$b$" + "c" * 60)), {}),
    "ten outputs": (lambda x: [abs(x[0] - k) for k in range(10)], rows_of(10, tuple("abcdefghij")), {}),
    "one row": (lambda x: [x[0]], [([3.0, 3.0], 1)], {}),
    "more classes than outputs": (lambda x: [x[0], x[1]], rows_of(3), {}),
}


def test_boundaries():
    sections = []
    for name, (model, rows, settings) in BOUNDARIES.items():
        ax = plot_boundary(model, rows, figure.Figure().subplots(), steps=7, **settings)
        sections.append((name, "\n".join(described(ax))))
    held("train/boundaries.txt", sections)


def test_losses_plotted():
    names = "one epoch", "a figure, held-out rows", "a factor of fifty", "more than that", "negative", "no epochs given"
    plots = {name: plot_loss(HISTORIES[name], figure.Figure().subplots()) for name in names}
    held("train/losses.txt", [(name, "\n".join(described(ax))) for name, ax in plots.items()])
    assert plots["a figure, held-out rows"].xaxis.get_major_locator()._integer
    assert len(plots["one epoch"].get_xticks()) == 1
