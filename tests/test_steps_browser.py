"""The step-through in a real browser: every step, the derivations, training, keys, widths, and not a single request."""

import json
import re
import shutil
import time

import pytest

from tests.stepped import Page, plain, text_of
from tests.test_steps import article_rounds, squeezed
from tinygrad_edu import Value, constant, relu
from tinygrad_edu.draw import text
from tinygrad_edu.explain import explain
from tinygrad_edu.optim import SGD
from tinygrad_edu.palette import DARK, LIGHT, contrast
from tinygrad_edu.steps import record_rounds, steps

BROWSER = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
DRIVER = shutil.which("chromedriver")
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(BROWSER is None, reason="no Chromium is installed"),
    pytest.mark.skipif(DRIVER is None, reason="no chromedriver is installed"),
]
ROUNDS = 6


@pytest.fixture(scope="module")
def browser(tmp_path_factory):
    webdriver = pytest.importorskip("selenium.webdriver", reason="selenium is not installed")
    from selenium.webdriver.chrome.service import Service

    options = webdriver.ChromeOptions()
    for argument in (
        "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-quic", "--disable-sync",
        "--hide-scrollbars",
        f"--user-data-dir={tmp_path_factory.mktemp('profile')}",
    ):  # fmt: skip
        options.add_argument(argument)
    options.binary_location = BROWSER
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    driver = webdriver.Chrome(options=options, service=Service(DRIVER))
    driver.set_script_timeout(20)
    yield driver
    driver.quit()


@pytest.fixture(scope="module")
def through():
    E, rounds = article_rounds(ROUNDS)
    return steps(E, history=rounds)


@pytest.fixture(scope="module")
def parsed(through):
    return Page(through.html())


@pytest.fixture(scope="module")
def path(through, tmp_path_factory):
    return through.save(tmp_path_factory.mktemp("page") / "steps.html")


WALK = """
const all = (selector, of) => [...document.querySelectorAll(selector)].map(of), states = [];
for (let k = 0; k < arguments[1]; k++) {
  if (k) document.dispatchEvent(new KeyboardEvent("keydown", { key: arguments[0], bubbles: true }));
  states.push({
    step: +document.getElementById("step").value,
    says: document.querySelector("#say .body").textContent,
    slots: Object.fromEntries(all("[data-slot]", (t) => [t.dataset.slot, t.textContent])),
    summed: all(".sum", (t) => t.dataset.slot),
    running: all("[data-line].run", (g) => +g.dataset.line),
  });
}
return states;"""
"""What is seen after 0, 1, 2 ... of a key: without the time that a browser takes for each of somebody's."""


class Seen:
    """The page in the browser: what it shows, and keys and pointers for it."""

    def __init__(self, browser, path, fragment="", width=1280, height=900, **media):
        self.browser = browser
        size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
        self.run_cdp("Emulation.setDeviceMetricsOverride", **size)
        features = {"prefers-color-scheme": "light", "prefers-reduced-motion": "no-preference"} | {
            name.replace("_", "-"): value for name, value in media.items() if name != "media"
        }
        self.run_cdp(
            "Emulation.setEmulatedMedia", media=media.get("media", ""),
            features=[{"name": name, "value": value} for name, value in features.items()],
        )  # fmt: skip
        browser.get("about:blank")
        browser.get_log("browser")
        browser.get_log("performance")
        browser.get(f"{path.as_uri()}{fragment}")

    def run_cdp(self, command, **arguments):
        return self.browser.execute_cdp_cmd(command, arguments)

    def run(self, script, *arguments):
        return self.browser.execute_script(script, *arguments)

    def press(self, *keys):
        from selenium.webdriver import ActionChains
        from selenium.webdriver.common.keys import Keys

        actions = ActionChains(self.browser, duration=0)
        for key in keys:
            actions.send_keys(getattr(Keys, key, key))
        actions.perform()

    def walk(self, key, states):
        return self.run(WALK, key, states)

    def go(self, step):
        go = "const s = document.getElementById('step'); s.value = arguments[0]; s.dispatchEvent(new Event('input'))"
        self.run(go, step)

    def click(self, selector):
        self.browser.find_element("css selector", selector).click()

    def point(self, x, y):
        self.run_cdp("Input.dispatchMouseEvent", type="mouseMoved", x=x, y=y)

    def text(self, selector):
        return plain(self.run("return document.querySelector(arguments[0]).textContent", selector))

    @property
    def step(self):
        return int(self.run("return document.getElementById('step').value"))

    @property
    def says(self):
        return plain(self.run("return document.querySelector('#say .body').textContent"))

    def slots(self):
        """What stands in the boxes: by v3, g3 and so on."""
        texts = "[...document.querySelectorAll('[data-slot]')].map(t => [t.dataset.slot, t.textContent])"
        return dict(self.run(f"return {texts}"))

    def console(self):
        return self.browser.get_log("browser")

    def requests(self):
        messages = [json.loads(entry["message"])["message"] for entry in self.browser.get_log("performance")]
        return [m["params"]["request"]["url"] for m in messages if m["method"] == "Network.requestWillBeSent"]


@pytest.fixture
def page(browser, path):
    """Opens the page; before the next, and at the end: no message on the console, no request but for the file."""
    opened = []

    def check():
        for seen in opened:
            assert seen.console() == []
            asked = [url for url in seen.requests() if url not in ("about:blank", "data:,")]
            assert [url.partition("#")[0] for url in asked] == [path.as_uri()]
        opened.clear()

    def make(fragment="", **settings):
        check()
        opened.append(Seen(browser, path, fragment, **settings))
        return opened[-1]

    yield make
    check()


def test_every_step(page, parsed, through):
    seen = page()
    recording, frame = through.recording, through.recording.frames[0]
    for k, state in enumerate(seen.walk("ArrowRight", 25)):
        assert state["step"] == k
        assert plain(state["says"]) == parsed.step(k)
        shown = state["slots"]
        for i in range(len(recording.nodes)):
            value, gradient = recording.value_at(frame, i, k), recording.gradient_at(frame, i, k)
            assert (shown[f"v{i}"] == "?") == (value is None)
            assert shown.get(f"g{i}", "") == ("" if gradient is None else text.signed(gradient, 6))
        adds = [recording.uses[u].tail for u in recording.states[k].uses if recording.states[k].phase == "backward"]
        adds = [i for i in adds if recording.gradient_at(frame, i, k - 1) is not None]
        assert sorted(state["summed"]) == sorted(f"g{i}" for i in adds)
        assert sorted(state["running"]) == sorted(recording.states[k].uses)
    assert seen.step == 24
    assert "∂Etotal/∂outh1 +=" in seen.run("return document.querySelectorAll('#listing li')[19].textContent")


def test_gradients_at_the_end_are_those_of_backward(article, page, through):
    article["E_total"].backward()
    seen = page()
    seen.press("END")
    shown = seen.slots()
    for i, name in enumerate(through.recording.names):
        if article[name].requires_grad:
            assert shown[f"g{i}"] == text.signed(article[name].grad, 6)
        assert float(shown[f"v{i}"].replace("−", "-")) == pytest.approx(article[name].data, abs=5e-7)


def test_colours_and_widths(page, through):
    seen = page("#step=24")
    of_line = "g => [g.dataset.line, [g.className.baseVal, g.querySelector('path').style.strokeWidth || '0']]"
    drawn = dict(seen.run(f"return [...document.querySelectorAll('[data-line]')].map({of_line})"))
    for k, use in enumerate(through.recording.uses):
        brings = through.recording.frames[0].brings[k]
        classes, width = drawn[str(k)]
        assert ("plus" in classes) == (brings is not None and brings > 0.0)
        assert ("minus" in classes) == (brings is not None and brings < 0.0)
        assert (float(width) >= 0.9) == use.returns


def test_a_gradient_that_becomes_0_loses_its_colour(browser, tmp_path):
    """That of a relu, which the first update turns off: in round 0 it is 5, from then on 0."""
    w, x = Value(0.5, "w"), constant(1.0, "x")
    E = (relu(w * x).named("out") + 2.0).square().named("E")
    rounds = record_rounds(E, SGD([w], lr=0.5), 2)
    seen = Seen(browser, steps(E, rounds).save(tmp_path / "relu.html"), "#step=99")
    find = "[...document.querySelectorAll('[data-slot^=g]')].find(t => t.textContent === arguments[0])"
    colour = f"return getComputedStyle({find}).fill"
    rgb = {name: tuple(int(LIGHT[name][i : i + 2], 16) for i in (1, 3, 5)) for name in ("plus", "muted")}
    assert seen.run(colour, "+5.000000") == f"rgb{rgb['plus']}"
    seen.run("document.getElementById('round').focus()")
    seen.press("END")
    assert seen.run(colour, "0.000000") == f"rgb{rgb['muted']}"


def test_a_weights_derivation(page, through, parsed):
    recording = through.recording
    box = recording.names.index("w1")
    seen = page("#step=24")
    seen.click(f"[data-box='{box}']")
    explained = explain(recording.frames[0].nodes[-1], recording.frames[0].nodes[box], lr=0.5).to_html()
    expected = text_of(re.sub("<style>.*?</style>", "", explained, flags=re.DOTALL))
    assert seen.text("[data-of]:not([hidden])") == expected
    assert "0.036350306" in expected
    faded = seen.run("return [...document.querySelectorAll('[data-box]:not(.on)')].map(g => +g.dataset.box)")
    on_the_way = {"w1", "net_h1", "out_h1", "net_o1", "net_o2", "out_o1", "out_o2", "E_o1", "E_o2", "E_total"}
    assert {recording.names[i] for i in faded} == set(recording.names) - on_the_way
    seen.press("ESCAPE")
    assert seen.run("return document.querySelectorAll('[data-of]:not([hidden]), svg.faded').length") == 0
    seen.run("document.getElementById('of').focus()")
    seen.run(
        "const of = document.getElementById('of'); of.value = arguments[0]; of.dispatchEvent(new Event('change'))",
        str(recording.names.index("w5")),
    )
    assert "0.082167041" in seen.text("[data-of]:not([hidden])")


def test_training(page, parsed, through):
    seen = page()
    seen.run("document.getElementById('round').focus()")
    seen.press("ARROW_RIGHT", "ARROW_RIGHT", "ARROW_RIGHT")
    assert seen.text("#which") == plain(parsed.root.find(id="which")[0].text(parsed.columns, 3))
    assert seen.step == 24  # from the start, where there are no numbers to see, to the end
    assert seen.says == parsed.step(24, 3)
    seen.run("document.activeElement.blur()")
    for k, state in enumerate(seen.walk("ArrowLeft", 25)):
        assert plain(state["says"]) == parsed.step(24 - k, 3)
    seen.press("END")
    frame = through.recording.frames[3]
    shown = seen.slots()
    for i, g in enumerate(frame.gradients):
        assert shown.get(f"g{i}", "") == ("" if g is None else text.signed(g, 6))
    box = through.recording.names.index("w6")
    seen.click(f"[data-box='{box}']")
    assert seen.text("[data-of]:not([hidden])") == parsed.derivation(box, 3)
    seen.run("document.getElementById('round').focus()")
    seen.press("END")
    assert seen.text("[data-of]:not([hidden])") == parsed.derivation(box, ROUNDS)
    mark = float(seen.run("return document.querySelector('#mark circle').getAttribute('cx')"))
    rect = seen.run("return document.querySelector('#curve').getBoundingClientRect().toJSON()")
    seen.run_cdp("Input.dispatchMouseEvent", type="mousePressed", x=rect["x"] + rect["width"] * 0.6,
                 y=rect["y"] + 30, button="left", buttons=1, clickCount=1)  # fmt: skip
    seen.run_cdp("Input.dispatchMouseEvent", type="mouseReleased", x=rect["x"] + rect["width"] * 0.6,
                 y=rect["y"] + 30, button="left", clickCount=1)  # fmt: skip
    assert 0 < int(seen.run("return document.getElementById('round').value")) < ROUNDS
    assert float(seen.run("return document.querySelector('#mark circle').getAttribute('cx')")) < mark


@pytest.fixture
def hasty(browser):
    """A second of pages that are opened takes 50 milliseconds."""
    source = "const slow = setInterval; setInterval = (call, ms) => slow(call, ms / 20);"
    script = browser.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": source})
    yield
    browser.execute_cdp_cmd("Page.removeScriptToEvaluateOnNewDocument", script)


def test_the_keyboard(page, through, hasty):
    seen = page()
    for key, step in [("ARROW_RIGHT", 1), ("END", 24), ("ARROW_RIGHT", 24), ("ARROW_LEFT", 23), ("HOME", 0)]:
        seen.press(key)
        assert seen.step == step
    seen.press("SPACE")
    assert seen.text("#play") == "Pause"
    assert eventually(lambda: seen.step >= 1)
    seen.press("SPACE")
    assert seen.text("#play") == "Play"
    paused = seen.step
    time.sleep(0.3)
    assert seen.step == paused
    focused = "const e = document.activeElement; return e.dataset.hit ? 'line ' + e.dataset.hit : e.dataset.box || e.id"
    seen = page("#step=24")
    order = []
    for _ in range(10 + len(through.recording.uses) + 3):
        seen.press("TAB")
        order.append(seen.run(focused))
    names = [through.recording.names[int(box)] for box in order[:10]]
    assert sorted(names) == sorted(["b1", "b2", *(f"w{k}" for k in range(1, 9))])
    assert order[10:-3] == [f"line {k}" for k in range(len(through.recording.uses))]
    assert order[-3:] == ["first", "back", "play"]
    seen = page("#step=24")
    seen.press("TAB", "ENTER")
    assert seen.run("return document.activeElement.getAttribute('aria-pressed')") == "true"
    assert seen.text("[data-of]:not([hidden])")
    seen.press("ENTER")
    assert seen.run("return document.querySelectorAll('[data-of]:not([hidden])').length") == 0


def test_buttons(page):
    seen = page()
    assert not seen.browser.find_element("id", "back").is_enabled()
    for button, step in [("next", 1), ("next", 2), ("back", 1), ("last", 24), ("first", 0)]:
        seen.click(f"#{button}")
        assert seen.step == step
    seen.go(7)
    assert seen.text("#count") == "7 / 24"
    seen.click("#play")
    assert seen.text("#play") == "Pause"
    seen.click("#next")
    assert seen.text("#play") == "Play"


def test_lines_speak(page, through):
    recording = through.recording
    use = next(k for k, u in enumerate(recording.uses) if recording.names[u.tail] == "w5")
    middle = (
        "const p = document.querySelector(`[data-hit='${arguments[0]}']`), m = p.getScreenCTM(); "
        "const at = p.getPointAtLength(p.getTotalLength() * .3).matrixTransform(m); return [at.x, at.y]"
    )
    for step, words in [
        (0, "local derivative ∂neto1/∂w5 = outh1"),
        (5, "local derivative ∂neto1/∂w5 = outh1 = 0.593269992"),
        (24, "brings back ∂Etotal/∂w5 = ∂Etotal/∂neto1 · outh1 = 0.138498562 · 0.593269992 = 0.082167041"),
    ]:
        seen = page(f"#step={step}")
        seen.point(*seen.run(middle, use))
        shown = seen.run("const t = document.getElementById('tip'); return t.hidden ? '' : t.innerText")
        assert squeezed(words) in squeezed(shown)
        assert ("brings" in shown) == (step == 24)
        assert ("0.593269992" in shown) == (step > 0)
        assert squeezed(shown).startswith(squeezed(words)) == (step < 24)
        label = seen.run(f"return document.querySelector('[data-hit=\"{use}\"]').getAttribute('aria-label')")
        assert ("brings" in label) == (step == 24)
        seen.point(2, 2)
        assert seen.run("return document.getElementById('tip').hidden")
    seen.run("document.querySelector(`[data-hit='${arguments[0]}']`).focus({focusVisible: true})", use)
    assert "0.593269992" in seen.text("#tip")


TEXTS_THAT_COLLIDE = """
return [...document.querySelectorAll('[data-box]')].flatMap(g => {
  const r = g.querySelector('rect').getBoundingClientRect();
  const texts = [...g.querySelectorAll('text')].filter(t => t.textContent);
  const at = texts.map(t => [t, t.getBoundingClientRect()]);
  const out = at.filter(([t, b]) => b.left < r.left - 1 || b.right > r.right + 1);
  const on = at.filter(([t, b]) => at.some(([u, c]) =>
    u.dataset.slot && t !== u && t.getAttribute('y') === u.getAttribute('y') && b.right > c.left));
  return [...out, ...on].map(([t]) => t.textContent);
})"""


IN_SIGHT = """
const now = document.getElementById('halo').getBoundingClientRect();
const p = document.getElementById('picture').getBoundingClientRect();
return now.right <= p.right + 12 && now.left >= p.left - 12;"""


def eventually(condition, seconds=10.0):
    """Whether it comes true; a browser on a busy machine takes its time."""
    end = time.monotonic() + seconds
    while not (true := condition()) and time.monotonic() < end:
        time.sleep(0.05)
    return true


@pytest.mark.parametrize("width, height", [(390, 844), (844, 390), (1280, 720), (1920, 1080)])
def test_widths(page, width, height):
    """No page wider than the window, what happens in sight, numbers large enough and apart, in every round."""
    seen = page("#step=0&of=w1", width=width, height=height, prefers_reduced_motion="reduce")  # all moves at once
    for k in (0, 5, 19, 24):
        seen.go(k)
        assert seen.run("return document.documentElement.scrollWidth") <= width
        assert k in (0, 24) or seen.run(IN_SIGHT)  # the picture scrolls to what happens
    small = seen.run("return 13 * document.querySelector('#picture svg').getScreenCTM().a")
    assert small >= 9.0  # px of a number in a box
    for round_ in (0, ROUNDS):
        seen.run("const r = document.getElementById('round'); r.value = arguments[0]; "
                 "r.dispatchEvent(new Event('input'))", round_)  # fmt: skip
        assert seen.run(TEXTS_THAT_COLLIDE) == []


def test_a_long_chain_can_be_read_and_is_followed(browser, tmp_path):
    from tinygrad_edu import Value

    y = Value(0.5, "x")
    for k in range(75):
        y = (1.1 * y).tanh().named(f"h{k}")
    seen = Seen(browser, steps(y).save(tmp_path / "steps.html"), prefers_reduced_motion="reduce")
    assert seen.run("return 13 * document.querySelector('#picture svg').getScreenCTM().a") >= 9.0
    seen.go(seen.run("return +document.getElementById('step').max") - 30)
    assert seen.run(IN_SIGHT)


@pytest.mark.parametrize("scheme, palette", [("light", LIGHT), ("dark", DARK)])
def test_light_and_dark(page, scheme, palette):
    seen = page("#step=24", prefers_color_scheme=scheme)

    def colour(role):
        rgb = (str(int(palette[role][i : i + 2], 16)) for i in (1, 3, 5))
        return f"rgb({', '.join(rgb)})"

    assert seen.run("return getComputedStyle(document.body).backgroundColor") == colour("paper")
    fills = seen.run("return [...document.querySelectorAll('[data-box] > rect')].map(r => getComputedStyle(r).fill)")
    assert set(fills) == {colour(kind) for kind in ("given", "trained", "net", "activation", "error")}
    signs = seen.run("return [...document.querySelectorAll('[data-slot^=g]')].map(t => [t.textContent, "
                     "getComputedStyle(t).fill])")  # fmt: skip
    for shown, fill in signs:
        assert fill == colour("plus" if shown[0] == "+" else "minus")


def test_reduced_motion_and_print(page):
    seen = page("#step=5", prefers_reduced_motion="reduce")
    animation = "return getComputedStyle(document.querySelector('.run path')).animationName"
    assert seen.run(animation) == "none"
    assert page("#step=5").run(animation) == "run"
    seen = page("#step=5", media="print")
    assert seen.run("return getComputedStyle(document.getElementById('bar')).display") == "none"
    assert seen.run("return document.getElementById('picture').getBoundingClientRect().height") > 100
    assert seen.run("return document.getElementById('curve').getBoundingClientRect().width") <= 26 * 16
    shown = "return getComputedStyle(document.getElementById('derivation')).display"
    assert seen.run(shown) == "none"  # nothing is chosen: an empty box
    seen.run("const of = document.getElementById('of'); of.selectedIndex = 1; of.dispatchEvent(new Event('change'))")
    assert seen.run(shown) == "block"


def test_in_a_frame(browser, through, tmp_path):
    path = tmp_path / "outer.html"
    twice = through.iframe() + through.iframe(300)
    path.write_text(f'<!DOCTYPE html><meta charset="utf-8"><link rel="icon" href="data:,"><p>{twice}', "utf-8")
    seen = Seen(browser, path)
    browser.switch_to.frame(0)
    browser.find_element("id", "next").click()
    assert "neth1 is computed" in plain(browser.find_element("id", "say").text.replace("\n", ""))
    browser.switch_to.default_content()
    assert seen.console() == []


def test_hostile_labels_do_nothing(browser, tmp_path):
    from tests.hostile import LABELS
    from tinygrad_edu import Value, optim
    from tinygrad_edu.steps import record_rounds

    labels = [label for label in LABELS if label.strip()][:12]
    labels += ["</script><script>alert(2)</script>", "</title><img src=x>"]
    values = [Value(0.1 * k - 1.0, label) for k, label in enumerate(labels)]
    total = values[0]
    for value in values[1:]:
        total = (total * value + 0.5).named(value.label + "+")
    rounds = record_rounds(total, optim.SGD(values, lr=0.1), 2)
    path = steps(total, history=rounds, title="</title><script>alert(3)</script>").save(tmp_path / "hostile.html")
    seen = Seen(browser, path, "#step=9")
    seen.press("END")
    assert seen.run("return document.querySelectorAll('img, #picture script').length") == 0
    assert seen.run("return document.scripts.length") == 2
    assert "alert(2)" in seen.text("main")
    assert seen.run("return document.documentElement.scrollWidth") <= 1280
    assert seen.console() == []


def test_without_scripts_all_steps_are_there_and_no_buttons(browser, path):
    browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    try:
        Seen(browser, path)
        shown = {key: browser.find_elements("css selector", key)[0].is_displayed() for key in ("#bar", "#say", "#keys")}
        assert browser.find_element("css selector", "#listing").size["height"] > 25 * 30  # steps
        assert shown == {"#bar": False, "#say": False, "#keys": False}
    finally:
        browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})


@pytest.mark.parametrize("opened", [False, True])
def test_on_paper_the_list_is_there_if_it_is_open(browser, path, opened):
    page = Seen(browser, path)
    page.run("document.getElementById('listing').open = arguments[0]", opened)
    page.run_cdp("Emulation.setEmulatedMedia", media="print")
    assert page.run("return document.getElementById('listing').checkVisibility()") is opened


@pytest.mark.parametrize("scheme, palette", [("light", LIGHT), ("dark", DARK)])
def test_the_line_with_the_focus_stands_out(browser, path, scheme, palette):
    """By 3 : 1, as the guidelines ask of everything that is no text."""
    page = Seen(browser, path, prefers_color_scheme=scheme)
    page.press("TAB")
    stroke = page.run("const hit = document.querySelector('.hit'); hit.focus(); return getComputedStyle(hit).stroke")
    *ink, share = map(float, re.findall(r"[\d.]+", stroke.replace("srgb", "")))
    paper = [int(palette["paper"][k : k + 2], 16) for k in (1, 3, 5)]
    mixed = [round(share * 255.0 * a + (1.0 - share) * b) for a, b in zip(ink, paper, strict=True)]
    assert contrast("#" + bytes(mixed).hex(), palette["paper"]) >= 3.0
