"""A gallery of step-throughs, to the last character: pages without their style and script, listings, screens.

The article's listing is held by ``test_steps_terminal.py``; here are the cases that it does not have: values used
twice, constants, results without a name, long names, nets with too many boxes, large updates, numbers that are none.
"""

import io
import json
import os
import re
import sys

import pytest

from tinygrad_edu import Value, constant, dot, nn, optim
from tinygrad_edu.console import width_of
from tinygrad_edu.draw.scene import Card, Edge, Scene
from tinygrad_edu.steps import commands, record_rounds, steps
from tinygrad_edu.steps.curve import Curve
from tinygrad_edu.steps.picture import _leave_out, hidden_boxes, shown_lines
from tinygrad_edu.steps.recording import Recording
from tinygrad_edu.steps.rounds import Rounds
from tinygrad_edu.steps.sentences import Sentences
from tinygrad_edu.steps.slots import Slots
from tinygrad_edu.steps.terminal import Screen
from tinygrad_edu.steps.words import _en, _nth, _zh
from tinygrad_edu.train.history import History

from .golden import held

LISTS = {"en": _en, "zh": _zh}
HEAVY = re.compile(r"<style>.*?</style>\n?|<script>.*?</script>\n?|<meta http-equiv=[^>]*>\n", re.DOTALL)
DRAWN = re.compile(r'(<div id="picture"[^>]*>).*?<desc[^>]*>(.*?)</desc>.*?</svg>\n</div>', re.DOTALL)
DERIVED = re.compile(r'<section id="derivation".*?(?=<details id="listing">)', re.DOTALL)


def shared():
    """A Value squared, one that two others use, a constant, a first result without a name."""
    w, v, x = Value(0.5, "w_1"), Value(-1.5, "v"), Value(2.0, "x")
    h = (w * x + v * v).named("net_h1")
    out = h.tanh().named("out_h1")
    net = (out * w).named("net_o1")
    return ((net - constant(0.25, "t1")).square() + out * 3.0 + w * 0.5).named("E_total"), [w, v]


def plain():
    """No names in between."""
    a, b = Value(3.0, "a"), Value(-0.5, "b")
    return (a * b).sin() * a.exp(), [a]


def dead():
    """A gradient of 0, and one of −0."""
    w, v = Value(-1.0, "w"), Value(-0.0, "v")
    return ((w * 2.0).named("net_h1").relu().named("out_h1") * -3.0 + v * w).named("E"), [w, v]


def named():
    """Names that are long, of markup and Chinese."""
    a, b = Value(0.25, "a name that is longer than its column"), Value(-3.0, "<b> & 权值")
    return ((a * b).named("Zwischenergebnis_1").sigmoid().named("输出") / a).named("result"), [a, b]


def infinite():
    w, x = Value(0.0, "w"), Value(-1.0, "x")
    return ((w * x).named("p").log().named("q") * x).named("E"), [w]


def without_formula():
    """Of too many operations to be read."""
    w, x = Value(0.5, "w"), Value(2.0, "x")
    node = w * x
    for _ in range(30):
        node = node * 0.5 + x
    return (node.named("y") * w).named("E"), [w]


def net(sizes):
    model = nn.MLP(sizes[0], list(sizes[1:]), activation="tanh", seed=0)
    for k, p in enumerate(model.parameters()):
        p.data = ((7 * k) % 11 - 5) / 4.0
    outs = model([0.5 - i for i in range(sizes[0])])
    return nn.half_squared_error(outs, [0.5] * len(outs)), model.parameters()


def wide():
    """More boxes than are shown, with nothing that can be left out but weights."""
    ws = [Value(0.1 * k - 2.0, f"w{k}") for k in range(40)]
    xs = [Value(float(k % 3), f"x{k}") for k in range(18)]
    first = dot(ws[:18], xs).named("net_h1")
    second = dot(ws[18:36], xs, ws[36]).named("net_h2")
    return (first.tanh().named("out_h1") * ws[37] + second.relu().named("out_h2") * ws[38]).named("E"), ws[:39]


def trained(made, rounds, lr=0.1, **settings):
    root, parameters = made
    return steps(root, record_rounds(root, optim.SGD(parameters, lr=lr), rounds), **settings)


def watched(made, rounds):
    """Training with another optimizer, whose update has no formula."""
    root, parameters = made
    return steps(root, record_rounds(root, optim.Adam(parameters, lr=0.1), rounds), digits=3)


def lossy():
    history = History()
    for k in range(5):
        history.append({"epoch": k + 1, "loss": 2.0 / (k + 1)})
    return steps(shared()[0], history, lr=0.5, title="A <title>")


STEPS = {
    "shared": lambda: trained(shared(), 3),
    "shared_zh": lambda: trained(shared(), 1, lang="zh", theme="dark", title="标题", digits=4),
    "shared_once": lambda: steps(shared()[0], lr=0.25, theme="light", digits=5),
    "precise": lambda: trained(shared(), 3, digits=12),
    "plain": lambda: trained(plain(), 2, digits=4),
    "dead": lambda: steps(dead()[0], lr=0.5, digits=4),
    "named": lambda: trained(named(), 2, lr=0.01, digits=6),
    "infinite": lambda: steps(infinite()[0]),
    "adam": lambda: watched(shared(), 2),
    "history": lossy,
    "without_formula": lambda: steps(without_formula()[0], digits=4),
    "net": lambda: trained(net((2, 2, 1)), 2, digits=4),
    "wide": lambda: steps(wide()[0], lr=1.0, digits=3),
}


@pytest.mark.parametrize("name", sorted({*STEPS} - {"precise"}))
def test_page(name):
    through = STEPS[name]()
    short = HEAVY.sub("", through.html())
    if name not in ("shared", "named"):  # the pictures are draw's own, the derivations those of explain
        short = DERIVED.sub("", DRAWN.sub(r"\1\2", short))
    data = re.search(r'<script type="application/json" id="data">(.*?)</script>\n', short)
    assert "\\u2212" not in data[1]  # a minus sign is one letter of the page, not six
    shown = json.dumps(json.loads(data[1]), ensure_ascii=False, indent=None).replace('"], "', '"],\n"')
    held(f"walks/{name}.html", short.replace(data[0], "") + shown + "\n" + repr(through) + "\n")


@pytest.mark.parametrize("name", sorted({*STEPS} - {"shared_once", "net"}))
def test_listing(name):
    through, narrow = STEPS[name](), 40 if name == "precise" else 50
    held(f"walks/{name}.txt", "\n\n".join([through.text(), through.text(unicode=False, width=narrow)]) + "\n")


@pytest.mark.parametrize("width, blocks", [(44, 8), (60, 24), (75, 39), (76, 40), (200, 40)])
def test_the_course_of_the_error_is_as_long_as_there_is_room(width, blocks):
    history = History()
    for k in range(60):
        history.append({"epoch": k + 1, "loss": 2.0 / (k + 1)})
    course = steps(shared()[0], history).text(width=width).split("\n\n")[-1]
    assert sum(map(course.count, "▁▂▃▄▅▆▇█")) == blocks
    assert all(len(line) <= width for line in course.splitlines())


SCREENS = {
    "narrow": dict(width=44, height=18),
    "ascii": dict(width=72, unicode=False),
    "colour": dict(width=90, height=24, colour=True),
    "low": dict(width=60, height=12),
}


@pytest.mark.parametrize("name", SCREENS)
def test_screens(name):
    screens = []
    for made in ("shared", "named", "net", "dead"):
        screen = Screen(STEPS[made](), **SCREENS[name])
        rounds = min(2, len(screen.recording.frames))
        for k in range(0, screen.last + 1, 2 if made == "shared" else 5):
            screens.append("\n".join(screen.lines(k, k % rounds)))
    held(f"walks/screen_{name}.txt", "\n~~~\n".join(screens) + "\n")


@pytest.mark.parametrize(
    "weights, steps_alone, hidden", [(29, 1, 0), (30, 0, 30), (10, 49, 10), (10, 50, 10 + 50 // 2)]
)
def test_how_many_boxes_are_shown(weights, steps_alone, hidden):
    """Of 60 boxes all; of 61 no weights; and if 61 are left, not all steps of a chain. Two hidden ones never meet."""
    node = constant(0.5, "i1")
    for k in range(weights):
        node = (node * Value(1.0, f"w{k}")).named(f"n{k}")
    for k in range(steps_alone):
        node = node.tanh().named(f"s{k}")
    recording = Recording(node)
    left_out = hidden_boxes(recording)
    assert len(left_out) == hidden
    assert not left_out.keys() & {x for line in shown_lines(recording, left_out).values() for x in line}


def test_columns_that_are_empty_are_closed():
    scene = Scene("", [Card("", [], rank=rank) for rank in (0, 1, 2, 3, 3)], [Edge(0, 2), Edge(2, 4)])
    _leave_out(scene, {1, 3})
    assert [card.rank for card in scene.cards] == [0, 1, 2]
    assert [(edge.tail, edge.head) for edge in scene.edges] == [(0, 1), (1, 2)]


def test_what_a_height_has_room_for():
    """For each height of a terminal, the first word of every line: the lowest lose sentences first, then boxes."""
    heights = [None, *range(19), 29, 30, 31]
    lines = []
    for height in heights:
        screen = Screen(STEPS["net"](), width=60, height=height).lines(6)
        words = " ".join((line.split() or ["/"])[0] for line in screen)
        lines.append(f"{'any' if height is None else height}: {words}")
    held("walks/heights.txt", "\n".join(lines) + "\n")


@pytest.mark.parametrize("width, column", [(49, 13), (50, 16)])
def test_columns_of_the_table(width, column):
    row = next(line for line in Screen(STEPS["net"](), width=width).lines(0) if line.startswith("  box"))
    assert width_of(row) == 2 + 12 + 2 * column


def listed(sizes):
    recording = Recording(net(sizes)[0])
    hidden = hidden_boxes(recording)
    names = {recording.names[i]: "" if head is None else recording.names[head] for i, head in hidden.items()}
    lines = [f"{recording.names[a]}>{recording.names[b]}" for a, b in shown_lines(recording, hidden).values()]
    return f"{sizes}: {len(recording.nodes)} boxes\n{names}\n{' '.join(lines)}"


def test_boxes_that_are_left_out():
    """None of up to 60; then weights; then net inputs too; and more than 60 without them are refused."""
    held("walks/left_out.txt", "\n\n".join(map(listed, [(4, 7), (4, 8), (3, 14, 13, 1)])) + "\n")
    with pytest.raises(ValueError, match="boxes, of which 61 cannot be left out, and no more than 60"):
        listed((3, 28, 27, 1))
    listed((4, 27, 26, 1))


def test_a_formula_in_the_table_has_room(monkeypatch):
    """It stands in the row of its box wherever it fits in: in the first such width it fills the row."""
    through = STEPS["shared"]()
    first = {}
    for width in range(50, 150):
        for line in Screen(through, width=width).lines(0):
            assert width_of(line) <= width
            name, equals, _ = line.partition("   = ")
            if equals:
                first.setdefault(name.split()[0], (width, width_of(line)))
    assert first.keys() == {"net_h1", "out_h1", "net_o1", "E_total"}
    assert all(width == filled for width, filled in first.values())


@pytest.mark.parametrize("lines, shown", [(1, 3), (4, 3), (5, 4), (9, 8), (15, 14), (40, 34)])
def test_a_low_terminal(monkeypatch, lines, shown):
    stream = io.StringIO()
    monkeypatch.setattr(sys, "stdout", stream)
    monkeypatch.setattr(commands.shutil, "get_terminal_size", lambda fallback: os.terminal_size((60, lines)))
    commands.explore(STEPS["net"](), lambda: "quit")
    assert len(stream.getvalue().split("\x1b[H\x1b[2J")[1].split("\r\n")) == shown


@pytest.mark.parametrize("weights, given", [(16, 17), (17, 16), (40, 1)])
def test_up_to_sixteen_numbers_are_listed(weights, given):
    """Of what is given in the first sentence, and of what is moved in the last; of more, how many more there are."""
    ws = [Value(0.5, f"w{k}") for k in range(weights)]
    xs = [Value(1.0, f"x{k}") for k in range(given)]
    through = steps((dot(ws, [1.0] * weights).named("net_h1") + dot(xs, [2.0] * given).named("s")).named("E"), lr=0.5)
    sentences = Sentences(through.recording, "en")
    first, *_, last = sentences.steps(through.recording.frames[0])
    left = [max(0, n - 16) for n in (given, weights)]
    assert [row.left.count(" = ") for row in first.rows] == [min(given, 16), min(weights, 16)]
    assert [re.findall("and [0-9]+ more", row.left) for row in first.rows] == [
        [f"and {n} more"] if n else [] for n in left
    ]
    moved = [row.left for row in last.rows if row.result]
    assert len(moved) == min(weights, 16)
    assert [row.left for row in last.rows if not row.result] == ([f"and {left[1]} more"] if left[1] else [])


@pytest.mark.parametrize("large, written", [(3, True), (4, False)])
def test_a_formula_with_numbers_has_up_to_120_letters(large, written):
    numbers = [(100 + k if k < large else 10 + k, 30 + k) for k in range(15)]
    xs = [Value(x, f"x{k}") for k, (_, x) in enumerate(numbers)]
    recording = Recording(dot([Value(w, f"w{k}") for k, (w, _) in enumerate(numbers)], xs).named("y"))
    row = Sentences(recording, "en").steps(recording.frames[0])[1].rows[0]
    formula = " + ".join(f"{w}·{x}" for w, x in numbers)
    assert len(formula) == 117 + large
    assert row.numbers == (formula if written else "")


def test_rounds_are_kept_up_to_twice_what_is_shown():
    w = Value(1.0, "w")
    rounds = Rounds(w.square().named("E"))
    kept = []
    for _ in range(402):
        rounds()
        kept.append(len(rounds.rounds))
    assert kept[398:402] == [400, 401, 201, 202]
    assert [round_.number for round_ in rounds.rounds] == list(range(0, 403, 2))
    assert len(rounds) == 403
    assert [round_.number for round_ in rounds.shown(100)][-3:] == [390, 396, 402]
    assert [round_.number for round_ in rounds.shown(201)][-2:] == [400, 402]


def test_curves():
    courses = [[1.0], [2.0, 1.0], [0.5, float("nan"), float("inf"), 0.1], [3.0] * 5, [-1.0, 2.0, 0.0],
               [1.0 / (k + 1) ** 3 for k in range(1000)]]  # fmt: skip
    drawn = [Curve(course, k % 2).svg(f"course {k}", "rounds", k != 3) for k, course in enumerate(courses)]
    held("walks/curves.txt", "\n".join(drawn) + "\n")


@pytest.mark.parametrize("count, points", [(400, 400), (401, 201), (802, 268)])
def test_long_curves_are_thinned(count, points):
    """Every second or third point, and the last."""
    assert Curve([1.0] * count, 0).svg("", "", False).split('class="curve"')[1].count("L") == points - 1


def test_woven_texts():
    slots = Slots(3)
    texts = [
        slots.weave(["<b>1.5</b> a", "<b>−1.5</b> a", "<b>2.5</b> a"]),
        slots.weave(["w · (−1.5) = 3", "w · 1.5 = 3", "w · 0.5 = 3"]),
        slots.weave(["+0.25 of 1,000", "−0.25 of 1,000", "+1e-07 of 1,000"]),
        slots.weave(["the same"] * 3),
        slots.weave(["one 1", "two 2", "one 3"], "div"),
        slots.weave(["inf", "nan", "0.5"]),
    ]
    held("walks/woven.txt", "\n".join([*texts, *slots.columns]) + "\n")


def test_ordinal_numbers():
    wanted = "1st 2nd 3rd 4th 10th 11th 12th 13th 21st 22nd 23rd 24th 111th 112th 113th 1,001st"
    assert " ".join(_nth(int(number[:-2].replace(",", ""))) for number in wanted.split()) == wanted


def test_screens_of_every_size():
    """The step that brings most together, on terminals of every height and of widths around those where things fit."""
    x, w, long = Value(2.0, "x"), Value(-0.5, "w"), Value(0.25, "a name that is long")
    a = (x * w + long).named("a")
    b = (a * a).named("b")
    through = steps((a * b + b * w + b.tanh()).named("E"))
    sizes = [(width, None) for width in (12, 41, 49, 50, 51, 56, 57, 58, 59, 60)]
    sizes += [(70, height) for height in range(6, 20)]
    drawn = []
    for width, height in sizes:
        screen = Screen(through, width=width, height=height)
        for k in (0, screen.last - 3):
            drawn.append(f"{width} x {height or 'any'}, step {k}\n" + "\n".join(screen.lines(k)))
    held("steps/sizes.txt", "\n\n".join(drawn) + "\n")


@pytest.mark.parametrize("lang", LISTS)
def test_up_to_six_names_are_listed(lang):
    names = [f"w{k}" for k in range(8)]
    assert [LISTS[lang](names[:n]).count("w") for n in (1, 2, 6, 7, 8)] == [1, 2, 6, 5, 5]


@pytest.mark.parametrize("digits, shown", [(3, "0.123"), (9, "0.123456789"), (11, "0.12345678912")])
def test_given_numbers_have_the_digits_that_were_asked_for(digits, shown):
    """In the sentences and in the table beside them."""
    w = Value(0.123456789123, "w")
    screen = "\n".join(Screen(steps((w * 2.0).named("E"), digits=digits), width=79).lines(0))
    assert f"w = {shown}\n" in screen
    assert re.search(r"^ +w +(\S+)$", screen, re.MULTILINE)[1] == shown
