"""The article's page in a real browser: nothing on the console, nothing loaded, nothing wider than the screen."""

import base64
import json
import re
import shutil

import pytest

from tinygrad_edu.example import network
from tinygrad_edu.report import article_page

BROWSER = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
DRIVER = shutil.which("chromedriver")
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(BROWSER is None or DRIVER is None, reason="no Chromium with its chromedriver is installed"),
]


def needs_browser(test):
    """The marks of this file for a test of another."""
    for mark in pytestmark:
        test = mark(test)
    return test


PAGES = {"en": (None, "en"), "zh": (None, "zh"), "own": ((2, 3, 1), "en"), "deep": ((3, 4, 3, 2), "zh")}

OVERFLOWS = """
const wide = document.documentElement.clientWidth;
const inside = (e) => e.closest(".wide") || e.closest("svg") || e.closest(".tge-over");
return [...document.querySelectorAll("body *")].filter((e) => {
  const box = e.getBoundingClientRect();
  return !inside(e) && box.width > 0 && (box.right > wide + 1 || box.left < -1);
}).map((e) => e.outerHTML.slice(0, 80));
"""


@pytest.fixture(scope="module")
def driver(tmp_path_factory):
    webdriver = pytest.importorskip("selenium.webdriver", reason="selenium is not installed")
    options = webdriver.ChromeOptions()
    options.binary_location = BROWSER
    profile = tmp_path_factory.mktemp("profile")
    for argument in (
        "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync", f"--user-data-dir={profile}",
    ):  # fmt: skip
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    driver = webdriver.Chrome(options=options, service=webdriver.ChromeService(DRIVER))
    yield driver
    driver.quit()


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    folder = tmp_path_factory.mktemp("pages")
    for name, (sizes, lang) in PAGES.items():
        root = network(sizes, "tanh")[0] if sizes else None
        article_page(root, lr=0.5, rounds=4, lang=lang).save(folder / f"{name}.html")
    return folder


def show(driver, path, width, height=900, dark=False):
    scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
    driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "", "features": [scheme]})
    metrics = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 500}
    driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
    driver.get(path.as_uri())


@pytest.mark.parametrize(("name", "width"), [*((name, 390) for name in PAGES), ("zh", 1920), ("deep", 1920)])
def test_fits_the_screen_in_silence(driver, pages, name, width):
    path = pages / f"{name}.html"
    driver.get_log("performance")
    show(driver, path, width)
    driver.execute_script("document.querySelectorAll('iframe').forEach((f) => f.scrollIntoView())")
    assert driver.execute_script("return document.documentElement.scrollWidth") <= width
    assert driver.execute_script(OVERFLOWS) == []
    assert driver.get_log("browser") == []
    sent = [json.loads(entry["message"])["message"] for entry in driver.get_log("performance")]
    asked = [each["params"]["request"]["url"] for each in sent if each["method"] == "Network.requestWillBeSent"]
    assert set(asked) <= {path.as_uri(), "about:srcdoc"} | {url for url in asked if url.startswith("data:")}
    assert path.as_uri() in asked


@pytest.mark.parametrize("name, across", [("en", False), ("deep", True)])
def test_on_paper_nothing_is_cut_or_too_small(driver, pages, name, across):
    show(driver, pages / f"{name}.html", 718)  # as wide as what is printed on A4
    driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    cut = "return [...document.querySelectorAll('pre, p, table, dl')].filter((e) => e.scrollWidth > e.clientWidth + 1)"
    assert driver.execute_script(cut) == []
    assert driver.execute_script("return document.documentElement.scrollWidth") <= 718
    printed = driver.execute_cdp_cmd("Page.printToPDF", {"preferCSSPageSize": True})
    sheets = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", base64.b64decode(printed["data"]))
    assert {float(wide) > float(high) for wide, high in sheets} == {False, across}


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_follows_the_readers_theme(driver, pages, dark):
    show(driver, pages / "en.html", 1366, dark=dark)
    paper, card = driver.execute_script(
        "const find = (e, p) => getComputedStyle(document.querySelector(e))[p];"
        "return [find('body', 'backgroundColor'), find('figure svg > rect', 'fill')];"
    )
    assert paper == card == ("rgb(15, 23, 42)" if dark else "rgb(255, 255, 255)")


def test_links_lead_to_their_sections(driver, pages):
    show(driver, pages / "zh.html", 1366)
    for link in driver.find_elements("css selector", "nav a"):
        target = link.get_attribute("href").split("#")[1]
        assert driver.find_element("id", target).is_displayed()


def test_the_step_through_works_inside_the_page(driver, pages):
    show(driver, pages / "en.html", 1366)
    frame = driver.find_element("css selector", "iframe")
    driver.execute_script("arguments[0].scrollIntoView()", frame)
    driver.switch_to.frame(frame)
    buttons = driver.find_elements("css selector", "button")
    assert len(buttons) >= 5
    before = driver.find_element("css selector", "[role=status]").text
    (last,) = [button for button in buttons if button.get_attribute("aria-label") == "Last step"]
    driver.execute_script("arguments[0].click()", last)
    assert driver.find_element("css selector", "[role=status]").text != before
    driver.switch_to.default_content()
    assert driver.get_log("browser") == []
