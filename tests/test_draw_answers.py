"""What is asked of Graphviz and what is made of its answer, without Graphviz: the program is a script that says it."""

import json
import os
import shutil
import sys
from itertools import pairwise
from pathlib import Path

import pytest

from tinygrad_edu import Value, draw
from tinygrad_edu.draw import doctor, engines, export_dot
from tinygrad_edu.draw.layout import Layout
from tinygrad_edu.draw.picture import FORMATS, Picture
from tinygrad_edu.draw.scene import Card, Edge, Label, Scene, scale_widths
from tinygrad_edu.draw.text import text

SH, CAT = shutil.which("sh"), shutil.which("cat")
posix = pytest.mark.skipif(os.name == "nt", reason="a script of sh")


@pytest.fixture(autouse=True)
def no_setting(monkeypatch):
    monkeypatch.delenv(engines.VARIABLE, raising=False)


def scene(rankdir, labelled=True):
    """Two cards, of which one uses the other twice, with a label at one of the lines."""
    label = Label(above=[(text("a label"),)])
    edges = [Edge(0, 1, label=label if labelled else None), Edge(0, 1)]
    return Scene("two", [Card("net", [], size=(40.0, 20.0), rank=k) for k in (0, 1)], edges, rankdir=rankdir)


ANSWER = {
    "bb": "0,0,150,90",
    "objects": [
        {"_gvid": 0, "name": "%3"},
        {"_gvid": 1, "name": "n0", "pos": "15,30"},
        {"_gvid": 2, "name": "n1", "pos": "135,60"},
    ],
    "edges": [
        {"tail": 1, "head": 2, "pos": "30,30 60,30 60,75 75,75 90,75 105,66 120,60", "lp": "75,80"},
        {"tail": 1, "head": 2, "style": "invis", "pos": "0,0 1,1 2,2 3,3"},
        {"tail": 1, "head": 2, "pos": "30,30 60,30 90,60 120,60"},
    ],
}  # fmt: skip


def test_an_answer_is_read():
    """Points become px, y turns over; a label lies on its curve where the picture goes from left to right."""
    found = export_dot.read_layout(scene("LR"), ANSWER)
    assert found.centres == [(20.0, 80.0), (180.0, 40.0)]
    assert found.curves == [
        [(40.0, 80.0), (80.0, 80.0), (80.0, 20.0), (100.0, 20.0), (120.0, 20.0), (140.0, 32.0), (160.0, 40.0)],
        [(40.0, 80.0), (80.0, 80.0), (120.0, 40.0), (160.0, 40.0)],
    ]
    assert found.labels == [(pytest.approx(100.0), pytest.approx(20.0)), None]
    down = export_dot.read_layout(scene("TB"), ANSWER)
    assert down.labels == [(100.0, pytest.approx(80.0 / 6.0)), None]
    assert export_dot.read_layout(scene("TB", labelled=False), ANSWER).labels == [None, None]


@pytest.mark.parametrize("x", [40.0, 52.5, 61.0, 73.0, 99.0, 100.0, 110.5, 131.0, 160.0])
@pytest.mark.parametrize("steep", [False, True])
def test_a_point_on_a_curve(x, steep):
    """It has this x, and is one of the points that de Casteljau's construction gives."""
    curve = [(40.0, 80.0), (80.0, 80.0), (80.0, 20.0), (100.0, 20.0), (120.0, 25.0), (140.0, 32.0), (160.0, 40.0)]
    if steep:  # at either end of its first piece: beyond them it turns round
        curve[1:3] = [(40.0, 60.0), (100.0, 50.0)]
    here, there = export_dot._on_curve(curve, x)
    assert here == pytest.approx(x, abs=1e-6)
    piece, low, high = (curve[:4] if x <= 100.0 else curve[3:]), 0.0, 1.0
    for _ in range(60):
        t, points = (low + high) / 2.0, piece
        while len(points) > 1:
            points = [(a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])) for a, b in pairwise(points)]
        low, high = (t, high) if points[0][0] < x else (low, t)
    assert there == pytest.approx(points[0][1], abs=1e-5)


def test_a_point_beside_a_curve_is_its_middle():
    curve = [(40.0, 80.0), (80.0, 80.0), (80.0, 20.0), (100.0, 20.0)]
    assert export_dot._on_curve(curve, 30.0) == export_dot._on_curve(curve, 200.0) == (80.0, 20.0)


def program(folder, answer, name="dot", code=0):
    """A program that keeps what it is asked in files beside it."""
    path = folder / name
    (folder / "answer").write_text(answer)
    path.write_text(
        f'#!{SH}\n{CAT} > "{folder}/asked"\necho "$@" > "{folder}/called"\n{CAT} "{folder}/answer"\nexit {code}\n'
    )
    path.chmod(0o755)
    return path


def picture(engine="dot"):
    x = Value(3.0, "x")
    return draw.draw_graph((x * 2.0).named("y"), engine=engine)


def asked(folder):
    return (folder / "called").read_text().split(), (folder / "asked").read_text()


@posix
@pytest.mark.parametrize("named", [True, False])
def test_the_program_is_asked(tmp_path, monkeypatch, named):
    """A program that is named in the environment, or the dot that lies in PATH."""
    one = {"bb": "0,0,90,30", "objects": [{"_gvid": 0, "name": "n0", "pos": "15,15"}, {"_gvid": 1, "name": "n1",
           "pos": "75,15"}], "edges": [{"tail": 0, "head": 1, "pos": "30,15 40,15 50,15 60,15"}]}  # fmt: skip
    path = program(tmp_path, json.dumps(one), "mine" if named else "dot")
    if named:
        monkeypatch.setenv(engines.VARIABLE, str(path))
    else:
        monkeypatch.setenv("PATH", str(tmp_path))
    assert engines.chosen("dot") == engines.chosen("auto") == ("dot", str(path))
    shown = picture()
    assert 'width="' in shown.svg
    arguments, source = asked(tmp_path)
    assert arguments == ["-Kdot", "-Tjson0"]
    assert source.strip() == export_dot.layout_text(shown.scene).strip()
    program(tmp_path, "an image", path.name)
    assert shown.render("png") == shown.render("png") == b"an image"
    arguments, source = asked(tmp_path)
    assert arguments == ["-Kdot", "-Tpng"]
    assert source.strip() == shown.dot.source.replace("graph [", "graph [dpi=192, ", 1).strip()
    shown.render("pdf")
    assert asked(tmp_path)[1].strip() == shown.dot.source.strip()
    program(tmp_path, "", path.name, code=3)
    with pytest.raises(RuntimeError, match="Graphviz could not draw this"):
        shown.render("pdf")
    with pytest.raises(RuntimeError, match="Graphviz could not draw this"):
        picture().svg  # noqa: B018


@posix
@pytest.mark.parametrize("named", [True, False])
def test_what_a_program_complains_of_while_it_draws_is_not_passed_on(tmp_path, monkeypatch, capfd, named):
    """Such as fonts that it has not found."""
    path = program(tmp_path, "an image", "mine" if named else "dot")
    path.write_text(path.read_text().replace("\n", "\necho no such font >&2\n", 1))
    monkeypatch.setenv(*((engines.VARIABLE, str(path)) if named else ("PATH", str(tmp_path))))
    assert picture().render("png") == b"an image"
    assert capfd.readouterr() == ("", "")


@posix
def test_a_program_that_does_not_start(tmp_path, monkeypatch):
    path = program(tmp_path, "")
    monkeypatch.setenv(engines.VARIABLE, str(path))
    path.write_text("no program")
    with pytest.raises(RuntimeError, match="does not start"):
        picture().render("pdf")


@posix
def test_the_usual_places_are_tried(tmp_path, monkeypatch):
    """What is in none of the folders of PATH is looked for in those of the installers."""
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(sys, "prefix", str(tmp_path))
    assert [str(place) for place in engines._usual_places()] == [
        "/opt/homebrew/bin/dot", "/usr/local/bin/dot", "/opt/local/bin/dot", f"{tmp_path}/bin/dot",
    ]  # fmt: skip
    (tmp_path / "bin").mkdir()
    usual = engines._usual_places()
    monkeypatch.setattr(engines, "_usual_places", lambda: usual[-1:])
    assert engines.dot_program() is None
    path = program(tmp_path / "bin", "")
    assert engines.dot_program() == str(path)
    assert engines.chosen_graphviz("png") == ("dot", str(path))
    path.chmod(0o644)
    assert engines.dot_program() is None


def test_the_usual_places_on_windows(monkeypatch):
    monkeypatch.setattr(sys, "platform", "win32")
    places = [str(place) for place in engines._usual_places()]
    assert places[:2] == [r"C:\Program Files\Graphviz\bin\dot.exe", r"C:\Program Files (x86)\Graphviz\bin\dot.exe"]
    assert places[2] == str(Path(sys.prefix) / "Library" / "bin" / "dot.exe")


def test_what_is_chosen(monkeypatch):
    """Which engine a name means, with and without programs, packages, and a setting."""
    monkeypatch.setattr(engines, "dot_program", lambda: None)
    monkeypatch.setattr(engines, "pygraphviz_module", lambda: object())
    assert engines.chosen("builtin") == ("builtin", None)
    assert engines.chosen("auto") == engines.chosen("pygraphviz") == ("pygraphviz", None)
    assert engines.chosen_graphviz("png") == ("pygraphviz", None)
    with pytest.raises(engines.GraphvizNotFound, match="engine 'dot' needs Graphviz"):
        engines.chosen("dot")
    monkeypatch.setenv(engines.VARIABLE, "builtin")
    assert engines.chosen("auto") == ("builtin", None)
    assert engines.chosen("pygraphviz") == ("pygraphviz", None)
    monkeypatch.setenv(engines.VARIABLE, "auto")
    assert engines.chosen("auto") == ("pygraphviz", None)
    monkeypatch.setenv(engines.VARIABLE, "pygraphviz")
    monkeypatch.setattr(engines, "dot_program", lambda: "/bin/dot")
    assert engines.chosen("auto") == ("pygraphviz", None)
    assert engines.chosen("builtin") == ("builtin", None)
    monkeypatch.delenv(engines.VARIABLE)
    assert engines.chosen("auto") == engines.chosen("dot") == ("dot", "/bin/dot")
    monkeypatch.setattr(engines, "dot_program", lambda: None)
    monkeypatch.setattr(engines, "pygraphviz_module", lambda: None)
    assert engines.chosen("auto") == ("builtin", None)
    with pytest.raises(engines.GraphvizNotFound, match="'svgz' needs Graphviz"):
        engines.chosen_graphviz("svgz")


def test_pngs_of_the_builtin_engine(monkeypatch):
    """It has none: they are Graphviz's, whatever the setting says about layouts."""
    asked = []
    monkeypatch.setattr(engines, "_run", lambda *what: asked.append(what) or b"drawn")
    monkeypatch.setattr(engines, "dot_program", lambda: "/bin/dot")
    assert picture("builtin").render("png") == b"drawn"
    monkeypatch.setenv(engines.VARIABLE, "builtin")
    assert picture("auto").render("pdf") == b"drawn"
    assert [what[1:] for what in asked] == [("png", "dot", "/bin/dot"), ("pdf", "dot", "/bin/dot")]
    assert "graph [dpi=192, " in asked[0][0]
    assert "dpi" not in asked[1][0]


def test_a_scene_without_cards():
    assert engines.lay_out(Scene("nothing")) == Layout([], [], [], 0.0, 0.0)


# -- doctor ------------------------------------------------------------------------------------------------------------


NO_NEATO = b'Error: Layout type: "neato" not recognized. Use one of: dot\nError: Layout was not done.\n'


def test_doctor_with_everything(monkeypatch):
    monkeypatch.setattr(engines, "dot_program", lambda: "/bin/dot")
    monkeypatch.setattr(engines, "pygraphviz_module", lambda: object())
    monkeypatch.setattr(engines, "_run", lambda *what: b"drawn")
    monkeypatch.setattr(doctor, "_version", lambda program: f"version of {program}")
    monkeypatch.setattr(doctor, "_installed", lambda package: "9.9")
    monkeypatch.setenv(engines.VARIABLE, "dot")
    lines, well = doctor.examine()
    assert well
    assert lines[0].startswith("tinygrad_edu ")
    assert lines[1:] == [
        "", "layout engines", "  builtin           works, needs nothing",
        "  dot               version of /bin/dot, /bin/dot", "  pygraphviz        pygraphviz 9.9",
        "  TINYGRAD_EDU_DOT  dot", "", "formats",
        *(f"  {name:<18}works" for name in FORMATS),
    ]  # fmt: skip


def test_doctor_without_anything(monkeypatch):
    monkeypatch.setattr(engines, "dot_program", lambda: None)
    monkeypatch.setattr(engines, "pygraphviz_module", lambda: None)
    lines, well = doctor.examine()
    assert well  # nobody has asked for more
    assert lines[1:12] == [
        "", "layout engines", "  builtin           works, needs nothing",
        "  dot               no dot program found",
        "  pygraphviz        not installed: pip install 'tinygrad-edu[dot]'", "", "formats",
        "  svg               works", "  html              works", "  dot               works",
        "  png               needs Graphviz",
    ]  # fmt: skip
    assert lines[12:15] == ["  pdf               needs Graphviz", "", "'png' needs Graphviz, and no 'dot' was found."]


def test_doctor_with_programs_that_fail(monkeypatch):
    """The first line of what went wrong, beside each format."""

    def fails(self, format):
        raise RuntimeError(f"no plugin for {format}\nthe list of plugins")

    monkeypatch.setattr(Picture, "render", fails)
    lines, well = doctor.examine()
    assert well and lines[-len(FORMATS) :] == [f"  {name:<18}fails: no plugin for {name}" for name in FORMATS]


def test_doctor_where_graphviz_lacks_what_networks_need(monkeypatch):
    def run(source, format, name, program):
        if "layout=" in source.replace('"', "") and "neato" in source:
            raise RuntimeError(engines._failed(NO_NEATO))
        return b"drawn"

    monkeypatch.setattr(engines, "dot_program", lambda: "/bin/dot")
    monkeypatch.setattr(engines, "pygraphviz_module", lambda: None)
    monkeypatch.setattr(engines, "_run", run)
    monkeypatch.setattr(doctor, "_version", lambda program: f"version of {program}")
    lines, _ = doctor.examine()
    assert lines[-3] == "  dot               works"
    assert lines[-2].startswith("  png               works for graphs, for networks fails: this Graphviz lacks 'neato'")


def test_a_graphviz_that_lacks_neato_gives_way_to_that_of_pygraphviz(monkeypatch):
    asked = []

    def run(source, format, name, program):
        asked.append(name)
        if name == "dot":
            raise RuntimeError(engines._failed(NO_NEATO))
        return b"drawn"

    monkeypatch.setattr(engines, "dot_program", lambda: "/bin/dot")
    monkeypatch.setattr(engines, "pygraphviz_module", lambda: object())
    monkeypatch.setattr(engines, "_run", run)
    assert engines.render("digraph {}", "png") == b"drawn" and asked == ["dot", "pygraphviz"]
    with pytest.raises(RuntimeError, match="libgvplugin-neato-layout8"):  # it was asked for
        engines.render("digraph {}", "png", "dot")
    monkeypatch.setenv(engines.VARIABLE, "/bin/dot")
    with pytest.raises(RuntimeError, match="libgvplugin-neato-layout8"):
        engines.render("digraph {}", "png")
    monkeypatch.delenv(engines.VARIABLE)
    monkeypatch.setattr(engines, "pygraphviz_module", lambda: None)
    with pytest.raises(RuntimeError, match="libgvplugin-neato-layout8"):
        engines.render("digraph {}", "png")


def test_doctor_with_a_name_that_is_not_there(monkeypatch):
    monkeypatch.setenv(engines.VARIABLE, "/no/such/dot")
    lines, well = doctor.examine()
    assert not well
    assert lines[3] == "  TINYGRAD_EDU_DOT is '/no/such/dot', but there is no such program"
    assert "  TINYGRAD_EDU_DOT  /no/such/dot" in lines


@posix
def test_what_doctor_says_of_programs(tmp_path):
    said = program(tmp_path, "dot - graphviz version 2.43.0 (0)\n")
    assert doctor._version(str(said)) == "graphviz version 2.43.0 (0)"
    assert doctor._version(str(program(tmp_path, "a dot", code=3))) == "a dot"
    assert doctor._version(str(program(tmp_path, ""))) == "of unknown version"
    assert doctor._version(str(tmp_path / "missing")).startswith("does not start (")
    assert doctor._installed("no-such-package") == "of unknown version"
    assert doctor._installed("graphviz")[0].isdigit()


# -- widths ------------------------------------------------------------------------------------------------------------


def test_widths_by_the_root_of_what_is_carried():
    def widths(carried, *limits):
        edges = [Edge(0, 1, x, width=7.7) for x in carried]
        scale_widths(edges, *limits)
        return [edge.width for edge in edges]

    assert widths([4.0, -1.0, 0.0, None]) == [5.0, 2.95, 0.9, 7.7]
    assert widths([4.0, -1.0, 0.0], 1.0, 9.0) == [9.0, 5.0, 1.0]
    assert widths([float("inf"), 4.0, 1.0, float("nan")]) == [5.0, 5.0, 2.95, 0.9]
    assert widths([float("-inf")]) == [5.0]
    assert widths([0.0, 0.0]) == [0.9, 0.9]
    assert widths([0.04, 0.01]) == [5.0, 2.95]
