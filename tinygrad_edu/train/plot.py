"""Plots with matplotlib: the loss over the epochs, and what a net with two inputs says all over the plane.

They draw into the axes they are given, or make new ones; they return the axes and never call ``show()``: a notebook
shows them by itself, a script calls ``matplotlib.pyplot.show()`` or ``ax.figure.savefig("loss.png")``. The colours are
those of all pictures: blue for training rows and the positive class, orange for held-out rows and the negative one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import isfinite
from typing import Any

from ..data.rows import inputs_and_targets, numbers
from ..escape import short
from ..palette import LIGHT
from ..real import to_float
from ..value import Value
from .evaluation import predict
from .metrics import predicted_class, threshold_for

__all__ = ["need_matplotlib", "plot_boundary", "plot_loss"]

STEPS = 80  # points along each axis at which a boundary asks the net
MARGIN = 0.12  # of the plane shown around the rows, on each side
MOST_CLASSES = 10  # as many as there are colours and shapes to tell apart
HAN = (
    "Noto Sans CJK SC", "Source Han Sans SC", "WenQuanYi Micro Hei", "WenQuanYi Zen Hei", "Microsoft YaHei", "SimHei",
    "PingFang SC", "Hiragino Sans GB", "Heiti TC", "Arial Unicode MS",
)  # fmt: skip
"""Fonts with Chinese letters, of which matplotlib's own has none."""


def plot_loss(history: Any, ax: Any = None) -> Any:
    """The loss of each epoch, of training rows and, if there are any, of held-out rows. Returns the axes.

    history  what ``fit`` returned, or any list of dicts with "loss", or the losses of a loop of your own, one by one; a
             dict of several by name compares them, each in its own colour: ``plot_loss({"sgd": slow, "adam": fast})``
    ax       matplotlib's axes to draw into; None: new ones

    The axis is logarithmic where the losses span more than a factor of 50. Raises ImportError, with what to install,
    if matplotlib is not there; ValueError for a history without epochs.
    """
    several = history if isinstance(history, Mapping) else {"": history}
    histories = {name: [_epoch(row) for row in rows] for name, rows in several.items()}
    if not histories:
        raise ValueError("there is no history to plot")
    for name, rows in histories.items():
        of_it = f" of {name}" if name else ""
        if not rows:
            raise ValueError(f"the history{of_it} is empty: there is no epoch to plot")
        if not any("loss" in row for row in rows):
            raise ValueError(f"no epoch of the history{of_it} has a loss")
    ax = _axes(ax)
    everything = [float(y) for line in ax.get_lines() for y in line.get_ydata()]  # what was there before
    epochs: list[Any] = []
    for (name, rows), colour in zip(histories.items(), _colours(len(histories)), strict=True):
        epochs = [row.get("epoch", i) for i, row in enumerate(rows, 1)]
        mark = "o" if len(epochs) == 1 else None
        for key, label, role, style in (("loss", "training", "plus", "-"), ("val_loss", "held out", "minus", "--")):
            losses = [row[key] for row in rows if key in row]
            if losses:
                everything += losses
                if name:
                    label = _words(str(name) if key == "loss" else f"{name}, {label}")
                its = colour if name else LIGHT[role]
                ax.plot(epochs[-len(losses) :], losses, style, color=its, label=label, marker=mark)
    if 0.0 < 50.0 * min(everything) < max(everything):
        ax.autoscale(axis="y")  # a bottom that an earlier call set is not to cut this one
        ax.set_yscale("log")
    else:
        ax.set_ylim(bottom=min(0.0, *everything))
    ax.set_xlabel("epoch")
    ax.set_ylabel("loss")
    ax.xaxis.get_major_locator().set_params(integer=True)
    if len(epochs) == 1:  # else its ticks would be parts of an epoch
        ax.set_xticks(epochs)
    ax.legend(frameon=False)
    return _finished(ax)


def _epoch(row: Any) -> Mapping[str, float]:
    """What is known of an epoch; of a loss alone, that."""
    return row if isinstance(row, Mapping) else {"loss": row.data if isinstance(row, Value) else to_float(row)}


def plot_boundary(model: Any, data: Any, ax: Any = None, *, threshold: float | None = None, steps: int = STEPS) -> Any:
    """The rows of two inputs in the plane, on the colours of what the model says there. Returns the axes.

    model      anything that takes a list of two numbers; asked in eval mode at steps·steps points
    data       what ``fit`` takes: two inputs, classes as targets
    ax         matplotlib's axes to draw into; None: new ones
    threshold  above which a single output means the positive class; None: 0 for targets of ±1, 0.5 for 0 and 1. Give
               0.0 for net inputs (logits) with targets of 0 and 1

    With a single output the colour is deeper the further the output is from the threshold, and the line is where both
    are equal. Raises ImportError, with what to install, if matplotlib is not there; ValueError for rows that do not
    have two inputs, and for targets that are no classes.
    """
    xs, ys = inputs_and_targets(data)
    if not (isinstance(steps, int) and steps >= 2):
        raise ValueError(f"steps is how many points along each axis are asked at, 2 or more, not {steps!r:.60}")
    if len(numbers(xs[0])) != 2:
        raise ValueError(f"a boundary is drawn in a plane: two inputs are wanted, not {len(numbers(xs[0]))}")
    limit = threshold_for(ys) if threshold is None else threshold
    classes = [_class(y) for y in ys]
    ax = _axes(ax)
    from matplotlib.colors import LinearSegmentedColormap

    (left, right), (low, high) = (_around([x[k] for x in xs]) for k in (0, 1))
    across = [left + (right - left) * i / (steps - 1) for i in range(steps)]
    up = [low + (high - low) * i / (steps - 1) for i in range(steps)]
    outputs = [predict(model, [[a, b] for a in across]) for b in up]
    if not all(isfinite(x) for row in outputs for out in row for x in numbers(out)):
        raise ValueError("what the model says is not finite everywhere in the plane")
    width = max(len(numbers(out)) for row in outputs for out in row)
    if width == 1:
        heights = [[numbers(out)[0] - limit for out in row] for row in outputs]
        most = _usual([abs(h) for row in heights for h in row])
        ends = [_pale(LIGHT["minus"], 0.55), LIGHT["paper"], _pale(LIGHT["plus"], 0.55)]
        blend = LinearSegmentedColormap.from_list("sign", ends)
        ax.contourf(across, up, heights, _levels(most), cmap=blend, extend="both", zorder=0)
        if min(map(min, heights)) < 0.0 < max(map(max, heights)):
            ax.contour(across, up, heights, [0.0], colors=LIGHT["ink"], linewidths=1.4, zorder=1)
        colours = [LIGHT["minus"], LIGHT["plus"]]
    else:
        count = max(width, max(classes) + 1)
        if count > MOST_CLASSES:
            raise ValueError(f"at most {MOST_CLASSES} classes can be told apart in a picture, not {count}")
        colours = _colours(count)
        leads = [[[_lead(out, k) for out in row] for row in outputs] for k in range(width)]
        for beyond in (2.0 / steps, 0.0):  # first over the borders: where three meet, lines between points leave a gap
            for k in reversed(range(width)):  # where two tie the first is said, so it lies on top
                least, most = min(map(min, leads[k])), max(map(max, leads[k]))
                if most >= 0.0:
                    levels = [beyond * (least - most), most + 1.0]
                    ax.contourf(across, up, leads[k], levels, colors=[_pale(colours[k], 0.25)], zorder=0)
    names: Any = getattr(data, "classes", ())
    for k in sorted(set(classes)):
        rows = [x for x, c in zip(xs, classes, strict=True) if c == k]
        ax.scatter(
            [x[0] for x in rows],
            [x[1] for x in rows],
            s=28,
            color=colours[k % len(colours)],
            marker="osD^vP*X<>"[k % MOST_CLASSES],
            edgecolors=LIGHT["paper"],
            linewidths=0.7,
            label=_words(names[k]) if k < len(names) else None,
            zorder=2,
        )
    ax.set_xlim(left, right)
    ax.set_ylim(low, high)
    features: Any = getattr(data, "features", ())
    if len(features) == 2:
        ax.set_xlabel(_words(features[0]))
        ax.set_ylabel(_words(features[1]))
    if names:
        ax.legend(frameon=False, loc="lower center", bbox_to_anchor=(0.5, 1.0), ncols=min(len(names), 5))
    return _finished(ax)


def _axes(ax: Any) -> Any:
    if ax is not None:
        return ax
    need_matplotlib()
    from matplotlib import pyplot

    return pyplot.subplots(layout="constrained")[1]


def need_matplotlib() -> None:
    """ImportError, with what to install, if matplotlib is not there."""
    try:
        import matplotlib  # noqa: F401
    except ImportError:
        raise ImportError("plots are drawn by matplotlib: pip install 'tinygrad-edu[plot]'") from None


def _words(label: str) -> str:
    """A name from a table as matplotlib shows it: it leaves out what begins with _, and formulae are not meant."""
    shown = short(label)
    return f" {shown}" if shown.startswith("_") else shown


def _finished(ax: Any) -> Any:
    """Names are no formulae, and may be Chinese; the upper and right borders say nothing."""
    ax.spines[["top", "right"]].set_visible(False)
    legend = ax.get_legend()
    for text in [ax.xaxis.label, ax.yaxis.label, *(legend.get_texts() if legend else ())]:
        text.set_parse_math(False)
        if not text.get_text().isascii():
            from matplotlib.font_manager import fontManager

            here = {font.name for font in fontManager.ttflist}
            text.set_fontfamily([*text.get_fontfamily(), *(name for name in HAN if name in here)])
    return ax


def _class(target: Any) -> int:
    """A target as the number of its class; −1 is class 0, as it is the negative one."""
    parts = numbers(target)
    if len(parts) > 1:
        return predicted_class(parts)
    if parts[0] == -1:
        return 0
    if parts[0] != int(parts[0]) or parts[0] < 0:
        raise ValueError(f"a boundary is that between classes, and the target {parts[0]} is no class")
    return int(parts[0])


def _lead(output: Sequence[float], k: int) -> float:
    """By how much one output is above the largest of the others: 0 at the border of its class."""
    return output[k] - max(x for j, x in enumerate(output) if j != k)


def _around(xs: list[float]) -> tuple[float, float]:
    """The part of an axis that shows all of some numbers, with a margin."""
    margin = MARGIN * (max(xs) - min(xs)) or 1.0
    return min(xs) - margin, max(xs) + margin


def _usual(sizes: list[float]) -> float:
    """What nine tenths of some sizes stay below: a single steep corner should not bleach the rest."""
    return sorted(sizes)[int(0.9 * (len(sizes) - 1))] or 1.0


def _levels(most: float) -> list[float]:
    """Steps of colour on both sides of 0, finer near it."""
    half = [most * (k / 8) ** 2 for k in range(1, 9)]
    return [-h for h in reversed(half)] + half


def _pale(colour: str, part: float) -> str:
    """A colour on paper. Not a transparent one: where two transparent areas meet, a hairline shows."""
    mixed = [255 + part * (int(colour[i : i + 2], 16) - 255) for i in (1, 3, 5)]
    return "#" + "".join(f"{round(channel):02x}" for channel in mixed)


def _colours(count: int) -> list[str]:
    """Colours for classes: blue and orange, then the colours of the kinds of card."""
    names = ["plus", "minus", "activation_line", "trained_line", "error_line", "muted", "ink"]
    return [LIGHT[names[k % len(names)]] for k in range(count)]
