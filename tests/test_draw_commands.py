"""``tinygrad-edu draw`` and ``doctor``: what they print, write and return."""

import argparse
import ast
import shutil

import pytest

from tests.drawn import parse
from tinygrad_edu.cli import main
from tinygrad_edu.draw import commands, engines
from tinygrad_edu.draw.commands import add_commands
from tinygrad_edu.draw.expression import expression


@pytest.fixture
def run(capsysbinary):
    parser = argparse.ArgumentParser()
    add_commands(parser.add_subparsers())

    def call(*words):
        arguments = parser.parse_args(words)
        code = arguments.run(arguments)
        out, err = capsysbinary.readouterr()
        return code, out, err.decode()

    return call


@pytest.mark.parametrize("view", ["network", "graph", "layers", "path"])
def test_the_articles_net(run, view, tmp_path):
    code, out, err = run("draw", view)
    assert code == 0
    assert "E_total" in out.decode() or "network" in out.decode()
    assert "-o FILE saves the picture" in err
    code, out, _ = run("draw", view, "-o", "-")
    parse(out.decode())
    path = tmp_path / "p.html"
    code, out, _ = run("draw", view, "--theme", "dark", "-o", str(path))
    assert code == 0
    assert out.decode() == f"wrote {path}\n"
    assert path.read_text("utf-8").startswith("<!DOCTYPE html>")


def test_path_and_network_options(run):
    assert "∂E_total/∂w5 = +0.082167041" in run("draw", "path", "--wrt", "w5")[1].decode()
    assert "∂E_total/∂w1 = " in run("draw", "path")[1].decode()
    assert run("draw", "network", "--net", "2,8,8,1", "--activation", "tanh")[1].startswith(b"2-8-8-1 network")
    assert run("draw", "path", "--net", "2,3,3,1", "--wrt", "w1_1_1")[0] == 0
    assert b"brings" in run("draw", "network", "--show", "deltas")[1]
    assert run("draw", "graph", "--fold", "none")[1].startswith(b"Computation graph of E_total, every operation")
    assert run("draw", "graph", "-o", "-", "--format", "dot")[1].startswith(b"digraph")


def test_expression(run):
    code, out, _ = run("draw", "expr", "tanh(w*x + b)", "w=0.5", "x=2", "b=-1")
    assert code == 0
    assert "w = 0.5, ∂y/∂w = +2.000000" in out.decode()
    assert "∂y/∂w = " in run("draw", "expr", "tanh(w*x)", "w=0.5", "x=2", "--wrt", "w")[1].decode()


def test_article(run, tmp_path):
    folder = tmp_path / "a" / "b"
    for _ in range(2):  # the second time the folder is there
        code, out, _ = run("draw", "article", "-o", str(folder))
        assert code == 0
        assert len(out.splitlines()) == len(list(folder.iterdir())) == 6


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (["draw", "path", "--wrt", "w9"], "there is no 'w9'; there are: i1"),
        (["draw", "network", "--net", "2,2,1", "--activation", "x"], "there is no activation 'x'"),
        (["draw", "layers", "--net", "1000,1000"], "1,000,000 weights, more than 200,000"),
        (["draw", "network", "--show", "x"], "show is one of"),
        (["draw", "network", "x + 1"], "a formula goes with expr"),
        (["draw", "path", "w5"], "a name goes with --wrt: draw path --wrt w5\n"),
        (["draw", "expr"], "expr needs a formula"),
        (["draw", "expr", "w*x", "w=1"], "x has no number: add x="),
        (["draw", "expr", "w*2", "w=a"], "'w=a' is not of the form name=number"),
        (["draw", "expr", "w*2", "w=1", "v=1"], "there is a number for v"),
        (["draw", "expr", "w*2", "w=1", "w=2"], "there are two numbers for w\n"),
        (["draw", "expr", "w*2", "w=1", "2v=1"], "'2v=1' is not of the form name=number"),
        (["draw", "expr", "max(x, 1)", "x=2"], "there is no function 'max': did you mean 'maximum'?\n"),
        (["draw", "network", "-o", "net.jpg"], "ends in none of .svg"),
        (["draw", "article", "-o", "-"], "names a folder"),
        (["draw", "article", "-o", __file__], f"names a folder for the article's pictures, and {__file__} is a file"),
        (["draw", "network", "--activation", "relu"], "say how large, as in --net 2,3,1"),
        (["draw", "network", "--seed", "0"], "say how large, as in --net 2,3,1"),
        (["draw", "network", "--wrt", "w1"], "--wrt goes with path, expr, not with network"),
        (["draw", "network", "--engine", "dot"], "--engine goes with graph, path, layers, expr, not with network"),
        (["draw", "path", "--show", "names"], "--show goes with network, not with path"),
        (["draw", "expr", "x*x", "x=2", "--fold", "none"], "--fold goes with graph, not with expr"),
        (["draw", "expr", "x*x", "x=2", "--seed", "0"], "--seed goes with network, graph, path, layers, not with expr"),
        (["draw", "article", "--net", "2,3,1"], "--net goes with network, graph, path, layers, not with article"),
        (["draw", "network", "--format", "png"], "--format goes with -o - and with article"),
    ],
)
def test_wrong_use(run, words, complaint):
    code, out, err = run(*words)
    assert code == 2
    assert out == b""
    assert err.startswith("tinygrad-edu draw: ")
    assert complaint in err


def test_only_what_is_to_be_drawn_is_required(run, capsysbinary):
    with pytest.raises(SystemExit):
        run("draw")
    assert capsysbinary.readouterr().err.rstrip().endswith(b"the following arguments are required: view")


def test_a_reader_that_has_seen_enough_is_no_wrong_use(run, monkeypatch):
    """The command line ends quietly then, of itself."""

    def closed(words):
        raise BrokenPipeError

    monkeypatch.setattr(commands, "say", closed)
    with pytest.raises(BrokenPipeError):
        run("draw", "graph")


@pytest.mark.parametrize("words", [["--net", "2"], ["--net", "2,x"], ["--net", "2,0"], ["--digits", "99"]])
def test_what_the_parser_refuses(words, capsys):
    with pytest.raises(SystemExit) as end:
        main(["draw", "network", *words])
    assert end.value.code == 2
    error = capsys.readouterr().err
    assert f"argument {words[0]}: " in error
    assert f"not '{words[1]}'" in error


def test_what_cannot_be_done_here(run, monkeypatch, tmp_path):
    code, _, err = run("draw", "network", "-o", str(tmp_path / "missing" / "net.svg"))
    assert code == 1
    assert "there is no folder" in err
    monkeypatch.setenv("PATH", "")
    monkeypatch.delenv("TINYGRAD_EDU_DOT", raising=False)
    monkeypatch.setattr(engines, "_usual_places", list)
    monkeypatch.setattr(engines, "pygraphviz_module", lambda: None)
    code, _, err = run("draw", "network", "-o", str(tmp_path / "net.png"))
    assert code == 1
    assert err.startswith("tinygrad-edu draw: 'png' needs Graphviz, and no 'dot' was found.")
    code, out, _ = run("doctor")
    assert code == 0
    assert b"no dot program found" in out
    assert b"png               needs Graphviz" in out
    monkeypatch.setenv("TINYGRAD_EDU_DOT", "/no/dot")
    assert run("doctor")[0] == 1


@pytest.mark.skipif(shutil.which("dot") is None, reason="Graphviz's dot is not installed")
def test_doctor(run):
    code, out, _ = run("doctor")
    assert code == 0
    assert "graphviz version" in out.decode()
    assert "pdf               works" in out.decode()


@pytest.mark.parametrize(
    "source",
    [
        "__import__('os').system('true')", "w.real", "[w][0]", "lambda: w", "w if w else w", "(w := 3)", "f'{w}'",
        "w and w", "open('x')", "'a'", "w[0]", "w < 2", "w @ w", "w // 2", "~w", "True*w", "1j*w", "", "w w",
        "tanh(w, w)", "tanh()", "tanh(*w)", "leaky_relu(w, negative_slope=w)", "leaky_relu(w, nope=1)", "exec(w)",
        "w\x00", "(" * 300 + "w" + ")" * 300, "x" * 3000, "2 + 3", "w", "1/0*w", "tanh",
    ],
)  # fmt: skip
def test_nothing_but_formulae(source):
    with pytest.raises((ValueError, TypeError)):
        expression(source, {"w": 0.5})


@pytest.mark.parametrize(
    "source, words",
    [
        ("2*w + w[0]", r"^'w\[0\]' cannot stand in a formula: it is made of names"),
        ("w + ", "^cannot read the formula 'w . ': invalid syntax"),
        ("2w", r"A product is written 2\*x, a power x\*\*2$"),
        ("w^2", r"^'w\^2' cannot stand in a formula: .*powers x\*\*2"),
        ("(" * 300 + "w" + ")" * 300, "cannot read the formula .*: (it is nested too deeply|too many nested)"),
        ("w\x00", "cannot read the formula .*: source code string cannot contain null bytes"),
        ("w + 1/0", "^'1/0' cannot be computed: "),
        ("1 + tanh(w, 2)", r"^tanh takes 1 input, not 2 as in 'tanh\(w, 2\)'"),
    ],
)
def test_the_part_that_is_wrong_is_shown(source, words):
    with pytest.raises(ValueError, match=words):
        expression(source, {"w": 0.5})


@pytest.mark.parametrize("error", [RecursionError, MemoryError])
def test_a_formula_that_python_cannot_parse_for_its_depth(error, monkeypatch):
    def parse(source, mode):
        raise error

    monkeypatch.setattr(ast, "parse", parse)
    with pytest.raises(ValueError, match=r"cannot read the formula '-w': it is nested too deeply"):
        expression("-w", {"w": 0.5})


def test_formulae():
    y, values = expression("leaky_relu(-w, negative_slope=0.2) + hypot(w, 2)**2 / pi - (+w)", {"w": 1.0})
    y.backward()
    assert y.data == pytest.approx(-0.2 + 5 / 3.141592653589793 - 1)
    assert values["w"].grad == pytest.approx(-0.2 + 2 / 3.141592653589793 - 1)
    long, _ = expression("+".join(["w"] * 500), {"w": 1.0})
    assert long.data == 500.0
