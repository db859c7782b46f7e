"""A gallery of step-throughs, to the last character: pages without their style and script, listings, screens.

The article's listing is held by ``test_steps_terminal.py``; here are the cases that it does not have: values used
twice, constants, results without a name, long names, nets with too many boxes, large updates, numbers that are none.
"""

import json
import re

import pytest

from tinygrad_edu import Value, constant, dot, nn, optim
from tinygrad_edu.steps import record_rounds, steps
from tinygrad_edu.steps.curve import Curve
from tinygrad_edu.steps.slots import Slots
from tinygrad_edu.steps.terminal import Screen
from tinygrad_edu.train.history import History

from .golden import held

HEAVY = re.compile(r"<style>.*?</style>\n?|<script>.*?</script>\n?|<meta http-equiv=[^>]*>\n", re.DOTALL)
DRAWN = re.compile(r'(<div id="picture"[^>]*>).*?</svg>\n</div>', re.DOTALL)
DERIVED = re.compile(r'<section id="derivation".*?(?=<details id="listing">)', re.DOTALL)


def shared():
    """A Value squared, one that two others use, a constant, a first result without a name."""
    w, v, x = Value(0.5, "w_1"), Value(-1.5, "v"), Value(2.0, "x")
    h = (w * x + v * v).named("net_h1")
    out = h.tanh().named("out_h1")
    return ((out * w - constant(0.25, "t1")).square() + out * 3.0).named("E_total"), [w, v]


def plain():
    """No names in between."""
    a, b = Value(3.0, "a"), Value(-0.5, "b")
    return (a * b).sin() * a.exp(), [a]


def named():
    """Names that are long, of markup and Chinese."""
    a, b = Value(0.25, "a name that is longer than its column"), Value(-3.0, "<b> & 权值")
    return ((a * b).named("Zwischenergebnis_1").sigmoid().named("输出") / a).named("result"), [a, b]


def infinite():
    w, x = Value(0.0, "w"), Value(-1.0, "x")
    return ((w * x).named("p").log().named("q") * x).named("E"), [w]


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
    "plain": lambda: trained(plain(), 2, digits=4),
    "named": lambda: trained(named(), 2, lr=0.01, digits=6),
    "infinite": lambda: steps(infinite()[0]),
    "adam": lambda: watched(shared(), 2),
    "history": lossy,
    "net": lambda: trained(net((2, 2, 1)), 2, digits=4),
    "wide": lambda: steps(wide()[0], lr=1.0, digits=3),
}


@pytest.mark.parametrize("name", STEPS)
def test_page(name):
    through = STEPS[name]()
    short = HEAVY.sub("", through.html())
    if name not in ("shared", "named"):  # the pictures are draw's own, the derivations those of explain
        short = DERIVED.sub("", DRAWN.sub(r"\1", short))
    data = re.search(r'<script type="application/json" id="data">(.*?)</script>\n', short)
    shown = json.dumps(json.loads(data[1]), ensure_ascii=False, indent=None).replace('"], "', '"],\n"')
    held(f"walks/{name}.html", short.replace(data[0], "") + shown + "\n" + repr(through) + "\n")


@pytest.mark.parametrize("name", ["shared", "shared_zh", "plain", "named", "infinite", "adam", "history", "wide"])
def test_listing(name):
    through = STEPS[name]()
    held(f"walks/{name}.txt", "\n\n".join([through.text(), through.text(unicode=False, width=50)]) + "\n")


SCREENS = {
    "narrow": dict(width=44, height=18),
    "ascii": dict(width=72, unicode=False),
    "colour": dict(width=90, height=24, colour=True),
    "low": dict(width=60, height=12),
}


@pytest.mark.parametrize("name", SCREENS)
def test_screens(name):
    screens = []
    for made in ("shared", "named", "net"):
        screen = Screen(STEPS[made](), **SCREENS[name])
        screens += ["\n".join(screen.lines(k, k % 2)) for k in range(0, screen.last + 1, 2 if made == "shared" else 5)]
    held(f"walks/screen_{name}.txt", "\n~~~\n".join(screens) + "\n")


def test_curves():
    courses = [[1.0], [2.0, 1.0], [0.5, float("nan"), float("inf"), 0.1], [3.0] * 5, [-1.0, 2.0, 0.0],
               [1.0 / (k + 1) ** 3 for k in range(1000)]]  # fmt: skip
    drawn = [Curve(course, k % 2).svg(f"course {k}", "rounds", k != 3) for k, course in enumerate(courses)]
    held("walks/curves.txt", "\n".join(drawn) + "\n")


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
