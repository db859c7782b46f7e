"""Plots: they draw into the axes they are given, return them, and show nothing."""

import builtins
import io
import math
import sys

import pytest

from tinygrad_edu import Value, data, nn
from tinygrad_edu.palette import LIGHT
from tinygrad_edu.train.plot import _class, _colours, _pale, plot_boundary, plot_loss

figure = pytest.importorskip("matplotlib.figure")

ROWS = [{"epoch": k, "loss": 1.0 / k, "val_loss": 1.5 / k} for k in range(1, 6)]
XOR = data.xor()


@pytest.fixture
def ax():
    return figure.Figure().subplots()  # no pyplot, so no window and no backend


def net(outputs=1, **settings):
    return nn.MLP(2, [3, outputs], activation="tanh", seed=0, **settings)


def drawn(ax, path):
    ax.figure.savefig(path, format="png")
    return path.read_bytes().startswith(b"\x89PNG")


def test_loss(ax, tmp_path):
    assert plot_loss(ROWS, ax) is ax
    training, held_out = ax.get_lines()
    assert list(training.get_xdata()) == [1, 2, 3, 4, 5]
    assert list(held_out.get_ydata()) == [1.5 / k for k in range(1, 6)]
    assert (training.get_color(), held_out.get_color()) == (LIGHT["plus"], LIGHT["minus"])
    assert ax.get_yscale() == "linear"
    assert drawn(ax, tmp_path / "x.png")


def test_the_losses_of_a_loop_of_ones_own(ax):
    plot_loss({"quadratic": [0.5, Value(0.25), 0.1], "cross-entropy": ROWS}, ax)
    line = ax.get_lines()[0]
    assert (list(line.get_xdata()), list(line.get_ydata())) == ([1, 2, 3], [0.5, 0.25, 0.1])
    with pytest.raises(TypeError, match="list"):
        plot_loss([[0.5]], ax)


def test_loss_over_a_wide_span_is_logarithmic(ax):
    assert plot_loss([{"loss": 10.0**-k} for k in range(4)], ax).get_yscale() == "log"


def test_loss_of_one_epoch_and_of_none(ax):
    assert plot_loss(ROWS[:1], ax).get_lines()[0].get_marker() == "o"
    with pytest.raises(ValueError, match="no epoch to plot"):
        plot_loss([], ax)
    with pytest.raises(ValueError, match="no epoch of the history has a loss"):
        plot_loss([{"epoch": 1, "accuracy": 0.5}], ax)


def test_several_histories_by_name(ax, tmp_path):
    """Each has a colour and its name; a linear bottom of the first does not cut a later, smaller one."""
    small = [{"loss": 10.0**-k} for k in range(6)]
    plot_loss({"slow": ROWS, "fast": small}, ax)
    lines = [(line.get_label(), line.get_color(), line.get_linestyle()) for line in ax.get_lines()]
    blue, orange = LIGHT["plus"], LIGHT["minus"]
    assert lines == [("slow", blue, "-"), ("slow, held out", blue, "--"), ("fast", orange, "-")]
    assert ax.get_yscale() == "log" and 0.0 < ax.get_ylim()[0] < 1e-5
    assert drawn(ax, tmp_path / "x.png")
    with pytest.raises(ValueError, match="the history of slow is empty"):
        plot_loss({"fast": small, "slow": []}, ax)
    with pytest.raises(ValueError, match="there is no history to plot"):
        plot_loss({}, ax)


def test_a_second_history_in_the_same_axes_is_not_cut(ax, recwarn):
    plot_loss(ROWS, ax)
    plot_loss([{"loss": 10.0**-k} for k in range(6)], ax)
    plot_loss(ROWS, ax)  # by itself it would have a linear axis
    assert ax.get_yscale() == "log" and 0.0 < ax.get_ylim()[0] < 1e-5 and not recwarn.list


@pytest.mark.parametrize(
    ("model", "rows"),
    [
        (net(), XOR),
        (net(), XOR.signed()),
        (net(2), XOR),
        (net(3), [([0.0, 1.0], 2), ([1.0, 1.0], 0)]),
        (net(2), [([0.0, 1.0], [1, 0]), ([1.0, 1.0], [0, 1])]),
        (net(), [([0.0, 0.0], [1])]),
        (lambda x: 0.25, XOR),
    ],
    ids="xor signed two_outputs three_classes one_hot one_row constant".split(),
)
def test_boundary(ax, tmp_path, model, rows):
    assert plot_boundary(model, rows, ax, steps=12) is ax
    points = [tuple(point) for part in ax.collections if hasattr(part, "get_offsets") for point in part.get_offsets()]
    assert set(points) >= {tuple(x) for x, _ in rows}
    assert drawn(ax, tmp_path / "x.png")


@pytest.mark.parametrize("surer", [1.0, 1e-3])
def test_between_two_classes_is_no_third(ax, surer):
    plot_boundary(lambda x: [surer * x[0], -9.0, surer * (1.0 - x[0])], [([0.0, 0.0], 2), ([1.0, 1.0], 0)], ax, steps=9)
    assert areas(ax) == [True, False, True]


def test_where_all_classes_tie_the_first_is_said(ax):
    plot_boundary(lambda x: [0.5, 0.5, 0.5], [([0.0, 0.0], 2), ([1.0, 1.0], 0)], ax, steps=9)
    assert areas(ax) == [True, False, False]


def test_where_three_classes_meet_is_no_fourth(ax):
    """Below, the first class leads; the others meet above."""

    def model(x):
        return [0.4 - 2.0 * x[1], *(dx * (x[0] - 0.5) + dy * (x[1] - 0.7) for dx, dy in ((1, 0), (-1, 1), (-1, -1)))]

    plot_boundary(model, [([0.0, 0.0], 0), ([1.0, 1.0], 3)], ax, steps=9)
    assert areas(ax, 4) == [True, True, True, True]
    ax.set_ylim(0.5, 1.0)
    assert areas(ax, 4) == [False, True, True, True]


def areas(ax, count=3):
    """Of each of so many classes whether it has any."""
    file = io.BytesIO()
    ax.figure.savefig(file, format="rgba")
    pixels = file.getvalue()
    shown = {"#" + pixels[k : k + 3].hex() for k in range(0, len(pixels), 4)}
    return [_pale(colour, 0.25) in shown for colour in _colours(count)]


def test_boundary_is_at_the_threshold(ax):
    plot_boundary(lambda x: [x[0]], XOR, ax, threshold=0.25)
    path = next(c for c in ax.collections if c.get_zorder() == 1).get_paths()[0]
    assert {round(x, 9) for x, _ in path.vertices} == {0.25}


@pytest.mark.parametrize(
    "model", [lambda x: [x[1] - 15.0], lambda x: [15.0 - x[1], x[1] - 15.0]], ids=["one output", "two"]
)
def test_the_inputs_are_across_and_up(ax, model):
    """What depends on the second input alone lies in bands from left to right."""
    rows = [([0.0, 10.0], 0), ([1.0, 20.0], 1)]
    plot_boundary(model, rows, ax, steps=5, threshold=0.0)
    areas = [path.get_extents() for part in ax.collections if part.get_zorder() == 0 for path in part.get_paths()]
    areas = [area for area in areas if area.width > 0.0]
    assert min(area.x0 for area in areas) < 0.0 < 1.0 < max(area.x1 for area in areas) < 2.0
    assert 5.0 < min(area.y0 for area in areas) < 10.0 < 20.0 < max(area.y1 for area in areas) < 25.0
    assert all(area.x0 < 0.0 and area.x1 > 1.0 for area in areas)
    for line in [path for part in ax.collections if part.get_zorder() == 1 for path in part.get_paths()]:
        assert (line.get_extents().y0, line.get_extents().y1) == pytest.approx((15.0, 15.0))


def test_the_plane_is_that_of_the_rows_whatever_was_drawn_before(ax):
    ax.plot([-50.0, 50.0], [-50.0, 50.0])
    plot_boundary(net(), [([0.0, 10.0], 0), ([1.0, 20.0], 1)], ax, steps=3)
    assert (*ax.get_xlim(), *ax.get_ylim()) == pytest.approx((-0.12, 1.12, 8.8, 21.2))


def test_boundary_asks_at_eighty_by_eighty_points(ax):
    asked = []
    plot_boundary(lambda x: asked.append(x) or 0.25, XOR, ax)
    assert len(asked) == 80 * 80


def test_boundary_asks_in_eval_mode(ax):
    model = nn.Sequential(nn.Dropout(1.0), nn.Layer(2, 1, seed=0))
    plot_boundary(model, XOR, ax, steps=3)
    assert model.layers[0].training


@pytest.mark.parametrize(
    "target, number", [([1, 0], 0), ([0, 1], 1), ([0, 0, 1], 2), ([1], 1), (-1, 0), ([-1], 0), (0, 0), (1, 1), (3.0, 3)]
)
def test_the_class_of_a_target(target, number):
    assert _class(target) == number


def test_boundary_of_what_has_none(ax):
    with pytest.raises(ValueError, match="two inputs are wanted, not 3"):
        plot_boundary(net(), [([1.0, 2.0, 3.0], 1)], ax)
    with pytest.raises(ValueError, match=r"the target 0\.5 is no class"):
        plot_boundary(net(), [([1.0, 2.0], 0.5)], ax)
    for steps in (1, 0, 2.5, "a"):
        with pytest.raises(ValueError, match=f"points along each axis are asked at, 2 or more, not {steps!r}"):
            plot_boundary(net(), XOR, ax, steps=steps)
    for out in math.nan, [0.5, math.inf]:
        with pytest.raises(ValueError, match="what the model says is not finite everywhere in the plane"):
            plot_boundary(lambda x: out if x[0] > 0.75 else 0.5, XOR, ax, steps=2)  # noqa: B023
    with pytest.raises(ValueError, match="at most 10 classes"):
        plot_boundary(net(11), [([1.0, 2.0], 5)], ax)


def test_new_axes_where_none_are_given(monkeypatch):
    monkeypatch.setenv("MPLBACKEND", "agg")
    from matplotlib import pyplot

    monkeypatch.setattr(pyplot, "show", lambda: pytest.fail("show() was called"))
    with pyplot.rc_context({"backend": "agg"}):
        pyplot.switch_backend("agg")
        first, second = plot_loss(ROWS), plot_boundary(net(), XOR, steps=3)
    assert first.figure is not second.figure
    pyplot.close("all")


def test_without_matplotlib(monkeypatch):
    real = builtins.__import__

    def without(name, *rest):
        if name.startswith("matplotlib"):
            raise ImportError(name)
        return real(name, *rest)

    for name in [name for name in sys.modules if name.startswith("matplotlib")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setattr(builtins, "__import__", without)
    for plot in (lambda: plot_loss(ROWS), lambda: plot_boundary(net(), XOR)):
        with pytest.raises(ImportError, match=r"^plots are drawn by matplotlib: pip install 'tinygrad-edu\[plot\]'$"):
            plot()


def test_chinese_names_get_a_font_that_has_them(ax, monkeypatch):
    """Of those that are there, behind matplotlib's own; other names keep that alone."""
    monkeypatch.setattr("tinygrad_edu.train.plot.HAN", ("no font of this name", "DejaVu Sans Mono"))
    own = ax.xaxis.label.get_fontfamily()
    plot_loss({"慢": ROWS, "fast": ROWS}, ax)
    slow, _, fast, _ = ax.get_legend().get_texts()
    assert slow.get_text() == "慢" and slow.get_fontfamily() == [*own, "DejaVu Sans Mono"]
    assert fast.get_fontfamily() == ax.xaxis.label.get_fontfamily() == own


def test_names_of_histories_are_no_formulae(ax, tmp_path):
    plot_loss({"$x_$": ROWS, "a$b": ROWS}, ax)
    assert drawn(ax, tmp_path / "x.png")
