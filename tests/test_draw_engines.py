"""Layout engines, formats, files, themes: the same picture from every engine, and a clear word where one is missing."""

import json
import os
import re
import shutil
import stat
import subprocess
import tempfile
import types
import warnings
from pathlib import Path

import pytest

from tests.drawn import attributes, boxes, numbers, overlaps, parse, words
from tinygrad_edu import Value, draw, files
from tinygrad_edu.draw import engines
from tinygrad_edu.draw.article import article_pictures
from tinygrad_edu.palette import DARK, LIGHT, PRINT

DOT = shutil.which("dot")
needs_dot = pytest.mark.skipif(DOT is None, reason="Graphviz's dot is not installed")
needs_neato = pytest.mark.skipif(
    DOT is None
    or subprocess.run([DOT, "-Kneato", "-Tplain"], input=b"digraph {}", capture_output=True).returncode != 0,
    reason="a Graphviz with neato, which newer Debians have in a package of its own, is not installed",
)


@pytest.fixture(autouse=True)
def no_setting(monkeypatch):
    monkeypatch.delenv("TINYGRAD_EDU_DOT", raising=False)


@pytest.fixture
def no_graphviz(monkeypatch):
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(engines, "_usual_places", lambda: [engines.Path("/usual/place/dot")])
    monkeypatch.setattr(engines, "pygraphviz_module", lambda: None)


# -- engines ---------------------------------------------------------------------------------------------------------


def test_what_pygraphviz_warns_of_is_not_passed_on(monkeypatch, recwarn):
    """Graphviz's notes on fonts that it has not found, for one."""

    class Graph:
        def __init__(self, string):
            self.string = string

        def draw(self, format, prog):
            warnings.warn("no such font", RuntimeWarning, stacklevel=1)
            return f"{self.string} as {format} by {prog}".encode()

    monkeypatch.setattr(engines, "pygraphviz_module", lambda: types.SimpleNamespace(AGraph=Graph))
    assert engines.render("digraph {}", "svg", "pygraphviz") == b"digraph {} as svg by dot"
    assert not recwarn.list


@needs_dot
def test_what_dot_warns_of_is_not_passed_on(capfd):
    assert b"<svg" in engines.render("digraph { a [shape=nosuch] }", "svg", "dot")
    assert capfd.readouterr().err == ""


@pytest.mark.parametrize("engine", ["builtin", pytest.param("dot", marks=needs_dot), "pygraphviz"])
def test_same_structure_from_every_engine(article, engine):
    if engine == "pygraphviz":
        pytest.importorskip("pygraphviz", reason="pygraphviz is not installed")
    for rankdir in ("LR", "TB"):
        for make in (
            lambda engine, r=rankdir: draw.draw_graph(article["E_total"], engine=engine, rankdir=r),
            lambda engine, r=rankdir: draw.draw_graph(article["E_total"], fold=None, engine=engine, rankdir=r),
            lambda engine, r=rankdir: draw.draw_path(article["E_total"], article["w1"], engine=engine, rankdir=r),
            lambda engine, r=rankdir: draw.draw_layers(article["E_total"], engine=engine, rankdir=r),
        ):
            picture = make(engine)
            attributes(picture.svg)
            assert sorted(words(parse(picture.svg))) == sorted(words(parse(make("builtin").svg)))
            layout = engines.lay_out(picture.scene, engine)
            assert overlaps(boxes(picture.scene, layout)) == []


@needs_dot
def test_dot_of_a_multigraph():
    x = Value(3.0, "x")
    for fold in (None, "named"):
        picture = draw.draw_graph((x * x).named("y"), fold=fold, engine="dot")
        assert len(re.findall(r'<path d="M[^"]*C', picture.svg)) == 2


def test_auto_works_without_graphviz(article, no_graphviz):
    y = article["E_total"]
    assert draw.draw_graph(y, fold=None).svg == draw.draw_graph(y, fold=None, engine="builtin").svg
    with pytest.raises(draw.GraphvizNotFound, match="engine 'dot' needs Graphviz, and no 'dot' was found"):
        draw.draw_graph(y, engine="dot").svg  # noqa: B018
    with pytest.raises(draw.GraphvizNotFound, match="engine 'pygraphviz'"):
        draw.draw_graph(y, engine="pygraphviz").svg  # noqa: B018


def test_png_without_graphviz_is_one_clear_error(article, no_graphviz, tmp_path):
    path = tmp_path / "net.png"
    with pytest.raises(draw.GraphvizNotFound) as error:
        draw.draw_network(article["E_total"]).save(path)
    message = str(error.value)
    assert message.startswith("'png' needs Graphviz, and no 'dot' was found.\nSVG and HTML need nothing more:")
    assert "sudo apt install graphviz" in message
    assert f"Looked in PATH and in: {engines.Path('/usual/place')}" in message
    assert list(tmp_path.iterdir()) == []


def test_in_a_browser_nothing_is_to_be_installed(article, no_graphviz, monkeypatch, tmp_path):
    monkeypatch.setattr(engines.sys, "platform", "emscripten")
    with pytest.raises(
        draw.GraphvizNotFound, match=r"(?s)and Python in a browser runs none.*SVG and HTML need nothing"
    ) as error:
        draw.draw_network(article["E_total"]).save(tmp_path / "net.png")
    assert "install" not in str(error.value)


def test_environment_names_an_engine(article, monkeypatch):
    monkeypatch.setenv("TINYGRAD_EDU_DOT", "builtin")
    assert engines.chosen("auto") == ("builtin", None)
    monkeypatch.setenv("TINYGRAD_EDU_DOT", "/no/such/dot")
    with pytest.raises(draw.GraphvizNotFound, match="TINYGRAD_EDU_DOT is '/no/such/dot', but there is no such program"):
        draw.draw_graph(article["E_total"], engine="dot").svg  # noqa: B018


@needs_dot
def test_environment_names_a_program(article, monkeypatch, tmp_path):
    program = tmp_path / "mydot"
    program.symlink_to(shutil.which("dot"))
    monkeypatch.setenv("TINYGRAD_EDU_DOT", str(program))
    assert engines.chosen("auto") == ("dot", str(program))
    assert draw.draw_graph(article["E_total"]).svg == draw.draw_graph(article["E_total"], engine="dot").svg
    assert draw.draw_graph(article["E_total"]).render("png").startswith(b"\x89PNG")


@pytest.mark.skipif(os.name == "nt", reason="a script of sh")
def test_a_broken_dot_is_as_good_as_none(article, monkeypatch, tmp_path):
    program = tmp_path / "dot"
    program.write_text("#!/bin/sh\necho broken >&2\nexit 1\n")
    program.chmod(0o755)
    monkeypatch.setenv("TINYGRAD_EDU_DOT", str(program))
    assert draw.draw_graph(article["E_total"]).svg.startswith("<svg")
    with pytest.raises(RuntimeError, match="Graphviz could not draw this: broken"):
        draw.draw_graph(article["E_total"], engine="dot").svg  # noqa: B018


# -- formats and files -----------------------------------------------------------------------------------------------


def test_a_title_lies_on_no_label_of_a_line(article):
    """Graphviz keeps no room between a cluster's label and those of lines: there it stands below."""
    source = draw.draw_path(article["E_total"], article["w1"], title="My net").dot.source
    assert "My net" in source.split("label=<", 1)[1].split(">>]", 1)[0] and "cluster" not in source


@needs_neato
@pytest.mark.parametrize("view", [draw.draw_network, draw.draw_graph])
def test_dot_has_a_title_above_and_a_legend_below(article, view):
    source = view(article["E_total"], title="My net").dot.source
    foot = source.split("label=<", 1)[1].split(">>]", 1)[0]
    assert foot.index("gradient +") < foot.index("line width") and "My net" not in foot
    done = subprocess.run(["dot", "-Tsvg"], input=source.encode(), capture_output=True, check=True)
    height = {  # of the words; an SVG counts from the top
        words: min(float(text.get("y")) for text in parse(done.stdout.decode()).iter() if words in (text.text or ""))
        for words in ("My net", "0.05", "line width")
    }
    assert height["My net"] < height["0.05"] < height["line width"]


def test_for_paper_lines_are_black_and_negative_ones_dashed(article):
    """In what Graphviz draws as in the SVG; the legend says so."""
    picture = draw.draw_network(article["E_total"], theme="print")
    source = picture.dot.source
    assert LIGHT["plus"] not in source and LIGHT["minus"] not in source
    for edge in picture.scene.edges:
        (line,) = [line for line in source.splitlines() if f" n{edge.tail} -> n{edge.head} [" in line]
        assert ("dashed" in line) == (edge.dashed or edge.role == "minus")
    assert {edge.role for edge in picture.scene.edges} >= {"plus", "minus"}
    assert f'<FONT COLOR="{PRINT["minus"]}">- -</FONT> ' in source


@needs_neato
def test_graphviz_draws_the_dot_text_without_complaint(article):
    for name, picture in article_pictures().items():
        source = picture.dot.source
        done = subprocess.run(["dot", "-Tsvg"], input=source.encode(), capture_output=True, check=True)
        complaints = [line for line in done.stderr.decode().splitlines() if "too small" not in line]
        assert complaints == [], name
        parse(done.stdout.decode())
        assert picture.render("pdf").startswith(b"%PDF")


def test_dot_is_a_graphviz_source(article):
    source = draw.draw_graph(article["E_total"]).dot
    assert type(source).__module__.startswith("graphviz")
    assert source.source.startswith("digraph {")
    assert source.source.count("->") == len(draw.draw_graph(article["E_total"]).scene.edges) + source.source.count(
        " -> n", source.source.index("{rank=same")
    )
    assert not re.search(r"#[0-9a-f]{3}\"", source.source)  # Graphviz 2.43 paints these black


def test_save_by_ending(article, tmp_path):
    picture = draw.draw_graph(article["E_total"], engine="builtin")
    assert picture.save(tmp_path / "a.svg").read_text("utf-8") == picture.svg
    assert picture.save(str(tmp_path / "a.HTML")).read_text("utf-8") == picture.html()
    assert picture.save(tmp_path / "a.dot").read_text("utf-8") == picture.dot.source
    assert picture.save(tmp_path / "a.gv").read_text("utf-8") == picture.dot.source  # Graphviz's other ending
    for name in ("a.jpeg", "a", "a.svg.gz"):
        with pytest.raises(ValueError, match=r"ends in none of \.svg, \.html, \.dot, \.png, \.pdf"):
            picture.save(tmp_path / name)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.HTML", "a.dot", "a.gv", "a.svg"]
    with pytest.raises(ValueError, match="can be saved as svg, html, dot, png, pdf, not as 'jpeg'"):
        picture.render("jpeg")


def test_files_are_whole_or_not_there(tmp_path):
    path = tmp_path / "net.svg"
    with pytest.raises(FileNotFoundError, match=r"there is no folder .*missing; create it first"):
        files.write(tmp_path / "missing" / "net.svg", "x")
    with pytest.raises(IsADirectoryError, match="it is a folder"):
        files.write(tmp_path, "x")
    files.write(path, "old")
    with pytest.raises(TypeError):
        files.write(path, 3)
    with pytest.raises(UnicodeEncodeError):
        files.write(path, "\ud800")
    assert path.read_text() == "old"
    assert files.write(path, b"new\r\n").read_bytes() == b"new\r\n"
    assert [p.name for p in tmp_path.iterdir()] == ["net.svg"]


@pytest.mark.skipif(os.name == "nt", reason="a pipe of POSIX")
def test_what_is_no_file_is_written_to_and_not_replaced(tmp_path):
    read, write = os.pipe()
    assert files.write(f"/dev/fd/{write}", "<svg/>") == Path(f"/dev/fd/{write}")
    assert os.read(read, 99) == b"<svg/>"
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    end = os.open(pipe, os.O_RDWR)
    files.write(pipe, "new")
    assert os.read(end, 99) == b"new"
    assert pipe.is_fifo()
    for descriptor in (read, write, end):
        os.close(descriptor)


def test_interrupted_write_leaves_the_old_file(tmp_path, monkeypatch):
    path = files.write(tmp_path / "net.svg", "old")

    def full(_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match=rf"^cannot write {re.escape(str(path))}: No space left on device$"):
        files.write(path, "new")
    assert path.read_text() == "old"
    assert [p.name for p in tmp_path.iterdir()] == ["net.svg"]


def test_a_file_that_may_not_be_replaced(tmp_path, monkeypatch):
    path = files.write(tmp_path / "net.svg", "old")

    def forbidden(source, target):
        raise PermissionError(13, "Access is denied", str(target))

    monkeypatch.setattr(os, "replace", forbidden)
    with pytest.raises(PermissionError) as caught:
        files.write(path, "new")
    assert str(caught.value) == f"cannot write {path}: it is read-only, or open elsewhere"
    assert path.read_text() == "old"
    assert [p.name for p in tmp_path.iterdir()] == ["net.svg"]


@pytest.mark.skipif(os.name == "nt", reason="permissions of POSIX")
def test_permissions_and_links_stay(tmp_path):
    path = files.write(tmp_path / "a.svg", "old")
    path.chmod(0o640)
    link = tmp_path / "link.svg"
    link.symlink_to(path)
    files.write(link, "new")
    assert link.is_symlink()
    assert path.read_text() == "new"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


@pytest.mark.skipif(os.name == "nt", reason="permissions of POSIX")
@pytest.mark.parametrize("mask", [0o000, 0o027])
def test_a_new_file_has_the_permissions_of_any_new_file(mask, tmp_path):
    before = os.umask(mask)
    try:
        (tmp_path / "usual.svg").write_text("new")
        files.write(tmp_path / "a.svg", "new")
        assert os.umask(mask) == mask
    finally:
        os.umask(before)
    assert (tmp_path / "a.svg").stat().st_mode == (tmp_path / "usual.svg").stat().st_mode


def test_folder_without_permission(tmp_path, monkeypatch):
    """As the system says it, which lets root write everywhere."""

    def denied(**_):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(tempfile, "mkstemp", denied)
    with pytest.raises(PermissionError, match="no permission to write in the folder"):
        files.write(tmp_path / "a.svg", "x")


# -- the SVG itself --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", list(article_pictures()))
def test_svg_is_safe_to_embed(name):
    svg = article_pictures()[name].svg
    tree = parse(svg)
    assert "http" not in svg.replace('xmlns="http://www.w3.org/2000/svg"', "")
    tags = {element.tag.rpartition("}")[2] for element in tree.iter()}
    assert tags <= {"svg", "title", "desc", "style", "g", "path", "rect", "circle", "text", "tspan"}
    assert not [a for element in tree.iter() for a in element.attrib if a.startswith("on") or a.endswith("href")]
    ids = re.findall(r'\bid="([^"]+)"', svg)
    assert len(ids) == len(set(ids)) == 2
    assert tree.attrib["aria-labelledby"].split() == ids
    assert tree.attrib["role"] == "img"
    assert "max-width:100%" in tree.attrib["style"]
    assert tree.attrib["viewBox"].split()[2:] == [tree.attrib["width"], tree.attrib["height"]]
    children = [child.tag.rpartition("}")[2] for child in tree][:2]
    assert children == ["title", "desc"]


def test_ids_differ_between_pictures():
    ids = [re.findall(r'\bid="([^"]+)"', picture.svg) for picture in article_pictures().values()]
    assert len({i for pair in ids for i in pair}) == 2 * len(ids)


def test_themes(article):
    pictures = {
        theme: draw.draw_network(article["E_total"], theme=theme) for theme in ("auto", "light", "dark", "print")
    }
    light, auto = pictures["light"].svg, pictures["auto"].svg
    stripped = re.sub(r"<style>.*</style>\n", "", auto)

    def bare(svg):
        return re.sub(r'tge[0-9a-f]{10}|class="[^"]*"', "", svg)

    assert bare(stripped) == bare(light)  # without its style sheet it is the light picture
    used = set(re.findall(r'(?:fill|stroke)="(#[0-9a-f]{6})"', stripped))
    rules = dict(re.findall(r'\[(?:fill|stroke)="(#[0-9a-f]{6})"\]\{(?:fill|stroke):(#[0-9a-f]{6})\}', auto))
    assert used <= rules.keys()
    assert all(rules[LIGHT[role]] == DARK[role] for role in LIGHT if LIGHT[role] in used)
    dark = set(re.findall(r"#[0-9a-f]{6}", pictures["dark"].svg))
    assert dark <= set(DARK.values())
    assert LIGHT["plus"] not in pictures["print"].svg
    assert pictures["print"].svg.count("stroke-dasharray") > auto.count("stroke-dasharray")
    assert numbers(light) == numbers(pictures["dark"].svg) == numbers(pictures["print"].svg)


def test_title_and_notebook(article):
    picture = draw.draw_graph(article["E_total"], title="My <net>", engine="builtin")
    assert "My <net>" in words(parse(picture.svg))
    bundle = picture._repr_mimebundle_()
    assert bundle.keys() == {"image/svg+xml", "text/plain"}
    assert bundle["text/plain"] == picture.describe()
    json.dumps(bundle)
    assert repr(picture).startswith("<Picture 'My <net>': 25 cards")
    assert "<title>My &lt;net&gt;</title>" in picture.html()


def test_only_the_pictures_own_attributes_are_changed_for_png(monkeypatch):
    monkeypatch.setattr(engines, "dot_program", lambda: "/bin/dot")
    monkeypatch.setattr(engines, "_run", lambda source, format, name, program: source)
    source = 'digraph {\n  graph [rankdir=LR]\n  n0 [label="graph [x]"]\n}\n'
    assert engines.render(source, "png", "dot") == source.replace("graph [rank", "graph [dpi=192, rank")
