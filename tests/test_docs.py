"""The API pages: every public room has one, and what docstrings say in two columns is a list."""

import ast
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

import tinygrad_edu as te
from tests import make_docs
from tests.test_report_browser import driver, needs_browser, show  # noqa: F401

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    pytest.importorskip("pdoc", reason="make docs installs it")
    folder = tmp_path_factory.mktemp("docs")
    # In another process, because it writes into __all__; without what takes half of the time and is pdoc's alone.
    code = "import sys, tests.make_docs; tests.make_docs.write(sys.argv[1], show_source=False, search=False)"
    subprocess.run([sys.executable, "-W", "error", "-c", code, folder], cwd=ROOT, check=True)
    return folder


@pytest.fixture(scope="module")
def pages(folder):
    return {str(path.relative_to(folder)): path.read_text(encoding="utf-8") for path in folder.rglob("*.html")}


def test_every_room_has_a_page(pages):
    rooms = {path.parent.name for path in ROOT.glob("tinygrad_edu/*/__init__.py")}
    assert rooms == {name.split("/")[1].removesuffix(".html") for name in pages if "/" in name} & rooms
    assert {"tinygrad_edu/nn/init.html", "tinygrad_edu/check/strategies.html"} <= set(pages)


def test_all_that_is_public_is_there_and_said(pages):
    page = pages["tinygrad_edu.html"]
    for name in (*te.__all__, "abs", "pow", "round", "sum"):
        assert f'id="{name}"' in page, name
    text = " ".join(re.sub(r"<[^>]*>", "", page).split())
    assert "requires_grad: False for a constant: no gradient is computed for it" in text
    assert "The number itself. Assigning anything but a real number" in text and "Return a callable object" not in text
    assert "class Value" in text.split("class Rounds")[0]
    assert 'id="fit"' in pages["tinygrad_edu/train.html"] and 'id="save"' in pages["tinygrad_edu/train.html"]


@needs_browser
def test_no_page_is_wider_than_a_phone(folder, driver):  # noqa: F811
    for path in folder.rglob("*.html"):
        if path.name != "index.html":  # which leads to the first page
            show(driver, path, 390)
            assert driver.execute_script("return document.documentElement.scrollWidth") <= 390, path.name


@pytest.mark.parametrize(
    "block",
    [
        "One line, and  two blanks in it\nand another.",
        "a   one\n  two",
        "",
    ],
)
def test_what_is_no_list_stays_as_it_is(block):
    assert make_docs.as_markdown(block) == block


def test_what_was_measured_stands_in_both_languages():
    """Every number of two digits or more that README.md has in its sentences and tables."""

    def numbers(name):
        text = (ROOT / name).read_text(encoding="utf-8").replace("November", "11")
        return Counter(re.findall(r"\d[\d,.]*\d", re.sub(r"```.*?```|`[^`]*`", "", text, flags=re.DOTALL)))

    english = numbers("README.md")
    assert {"630,000", "0.90", "64"} <= set(english) and not english - numbers("README.zh-CN.md")


def test_examples_are_code():
    assert make_docs.as_markdown("So:\n\n>>> f(x)  # twice\n# 1") == "So:\n\n```pycon\n>>> f(x)  # twice\n# 1\n```"


@pytest.mark.parametrize("room", sorted({path.parent for path in ROOT.glob("tinygrad_edu/jit/**/*.py")}))
def test_the_compilers_rooms_say_where_to_read(room):
    """In so many files nobody finds the way alone: each is named at the door of its room."""
    said = ast.get_docstring(ast.parse((room / "__init__.py").read_text(encoding="utf-8")))
    files = {path.stem for path in room.glob("*.py")} - {"__init__"}
    assert files <= set(re.findall(r"^\w+|(?<=``)\w+", said, re.M)), "a file of this room is not named by its docstring"
