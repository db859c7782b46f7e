"""The end of the page: what training comes to, the two orders of updates, the step-through, one's own network."""

from __future__ import annotations

from math import isfinite

from ..article import LEARNING_RATE, ROUNDS
from ..explain.numbers import alike
from ..steps import steps
from ..train.curves import curves
from .story import WEIGHTS, Story
from .training import PRINTED, Training, marks, sequential

__all__ = ["PROGRAM", "after", "orders", "own", "step_through"]

STEPS_HEIGHT = 1000
"""Of the step-through on the page, in px."""

PROGRAM = """\
from tinygrad_edu import nn
from tinygrad_edu.report import article_page

net = nn.MLP(2, [3, 1], activation="tanh", output_activation="sigmoid", seed=0)
net.parameters()[0].data = 0.15
E = nn.half_squared_error(net([0.05, 0.10]), [0.01])
article_page(E, lr=0.5{lang}).save("mine.html")
"""
"""How a reader makes a page; a test runs it."""


def after(story: Story, training: Training) -> None:
    out, w, errors, root = story.page, story.words, training.errors, story.name(story.root)
    out.heading(2, w["after"], "after")
    before, now = story.number(errors[0]), story.number(errors[1])
    way = 0 if before == now else 1 if errors[1] < errors[0] else -1  # in the digits that are printed
    sentences = [w["after_is"](root, before, now, way)]
    if story.rounds > 1:
        sentences.append(w["after_all"](story.rounds, root, story.number(errors[-1])))
    if not isfinite(errors[-1]):
        sentences.append(w["not_finite"])
    elif not errors[-1] < errors[0]:
        sentences.append(w["no_progress"])
    out.say(*sentences)
    out.table([w["round"], root], [[f"{k:,}", story.number(errors[k])] for k in marks(story.rounds)])
    if story.rounds > 1:
        rows = [{"epoch": float(k), "loss": error} for k, error in enumerate(errors)]
        plain = story.reading.names[story.root]
        out.figure(curves(rows, 720, 260, w["curve"](plain)), w["course"](root))
    units = story.layers[-1]
    targets = [story.target_of(unit) for unit in units]
    known = any(target is not None for target in targets)
    numbers = iter(alike([target.data for target in targets if target is not None], story.digits))
    head = [w["output"], w["at_start"], w["after_rounds"](story.rounds)] + [w["target"]] * known
    table = []
    for unit, end, target in zip(units, training.outputs, targets, strict=True):
        row = [story.name(unit.outs[0]), story.number(unit.outs[0].data), story.number(end)]
        table.append(row + ["" if target is None else next(numbers)] * known)
    story.table(head, table[:WEIGHTS], len(table))


def orders(story: Story, training: Training) -> None:
    out, w, root = story.page, story.words, story.name(story.root)
    if len(story.layers) == 2:  # weights of one layer: there is no order
        return
    out.heading(2, w["orders"], "orders")
    if not story.original:
        out.say(w["orders_own"])
        return
    out.say(w["orders_is"])
    ours = [training.errors[1], training.errors[-1], *training.outputs]
    theirs = sequential(story.rounds, story.lr, training.recorded.progress)
    titles = [w["error_after"](root, n) for n in (1, story.rounds)]
    titles += [w["error_after"](story.name(unit.outs[0]), story.rounds) for unit in story.layers[-1]]
    head = ["", w["simultaneous"], w["sequential"]]
    columns = [titles, [*map(story.number, ours)], [*map(story.number, theirs)]]
    if (story.rounds, story.lr) == (ROUNDS, LEARNING_RATE):
        head, columns = [*head, w["prints"]], [*columns, list(PRINTED)]
    rows = [list(row) for row in zip(*columns, strict=True)]
    out.table(head, rows if story.rounds > 1 else rows[1:])


def step_through(story: Story, training: Training) -> None:
    recorded = training.recorded
    try:
        frame = steps(recorded.root, history=recorded, lang=story.lang, digits=story.digits).iframe(STEPS_HEIGHT)
    except ValueError:  # more boxes than anybody can follow
        story.page.heading(2, story.words["steps"], "steps")
        story.page.say(story.words["steps_too_many"])
        return
    story.page.raw('<div class="screen">')
    story.page.heading(2, story.words["steps"], "steps")
    story.page.say(story.words["steps_is"])
    story.page.raw(f'<div class="broad">{frame}</div>\n</div>')


def own(story: Story) -> None:
    out, w = story.page, story.words
    out.heading(2, w["own"], "own")
    lang = "" if story.lang == "en" else f" --lang {story.lang}"
    out.say(w["own_command"])
    out.code(f"tinygrad-edu article --net 2,3,1 --activation tanh --lr 0.1 --report mine.html{lang}")
    out.say(w["own_program"])
    out.code(PROGRAM.format(lang="" if story.lang == "en" else f', lang="{story.lang}"'))
    out.say(w["own_also"])
    out.list(
        [
            f"`tinygrad-edu explain w1 --lr 0.5{lang}`{w['colon']}{w['explain_also']}",
            f"`tinygrad-edu draw network -o network.svg`{w['colon']}{w['draw_also']}",
            f"`tinygrad-edu steps -o steps.html{lang}`{w['colon']}{w['steps_also']}",
        ]
    )
