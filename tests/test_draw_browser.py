"""Pictures in a real browser: they show, in light and in dark, without a message on the console."""

import re
import shutil
import subprocess

import pytest

from tinygrad_edu import draw
from tinygrad_edu.draw.article import article_pictures
from tinygrad_edu.palette import DARK, LIGHT

BROWSER = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(BROWSER is None, reason="no Chromium is installed"),
]


def browse(page, tmp_path, dark=False):
    """The page's document after it was shown, and what was written to the console."""
    command = [
        BROWSER, "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={tmp_path / 'profile'}",
        "--enable-logging=stderr", "--v=0", "--dump-dom", "--virtual-time-budget=2000",
        f"--blink-settings=preferredColorScheme={0 if dark else 1}", page.as_uri(),
    ]  # fmt: skip
    done = subprocess.run(command, capture_output=True, text=True, timeout=90, check=True)
    return done.stdout, re.findall(r".*CONSOLE.*", done.stderr)


SCRIPT = """<script>
const find = (c) => getComputedStyle(document.querySelector(c));
const svg = document.querySelector("svg"), card = svg.getBoundingClientRect();
const texts = [...svg.querySelectorAll("text")].map((t) => t.getBoundingClientRect());
const out = texts.filter((r) =>
  r.left < card.left || r.right > card.right || r.top < card.top || r.bottom > card.bottom);
document.title = JSON.stringify({
  fill: find('svg > rect').fill, out: out.length, texts: texts.length, wide: document.documentElement.scrollWidth });
</script>"""


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_page_with_every_picture(tmp_path, dark):
    """The page of one, and below it the others."""
    pictures = article_pictures()
    page = pictures["5_path_w1"].save(tmp_path / "all.html")
    others = "".join(picture.svg for name, picture in pictures.items() if name != "5_path_w1")
    page.write_text(page.read_text("utf-8").replace("</body>", others + SCRIPT + "</body>"), encoding="utf-8")
    document, console = browse(page, tmp_path, dark)
    assert console == []
    title = re.search(r"<title>(\{.*?\})</title>", document)[1].replace("&quot;", '"')
    paper = (DARK if dark else LIGHT)["paper"]
    rgb = ", ".join(str(int(paper[i : i + 2], 16)) for i in (1, 3, 5))
    assert f'"fill":"rgb({rgb})"' in title
    assert '"out":0' in title
    assert re.search(r'"texts":[1-9]\d', title)
    assert document.count("<svg") == len(pictures)


def test_svg_file_alone(article, tmp_path):
    path = draw.draw_graph(article["E_total"], engine="builtin").save(tmp_path / "graph.svg")
    document, console = browse(path, tmp_path)
    assert console == []
    assert "E_total" in document
