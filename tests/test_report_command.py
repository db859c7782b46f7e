"""``tinygrad-edu article --report``: what it writes, its exit codes, and the program that the page shows."""

import argparse
import re

import pytest

from tinygrad_edu.cli import main
from tinygrad_edu.example import network
from tinygrad_edu.explain.numbers import exact
from tinygrad_edu.report import commands
from tinygrad_edu.report.closing import PROGRAM


def test_the_command_writes_the_page(tmp_path, capsys):
    path = tmp_path / "mine.html"
    command = ["article", "--report", str(path), "--net", "2-3-1", "--lr", ".1", "--rounds", "3", "--seed", "4"]
    assert main([*command, "--lang", "zh"]) == 0
    assert capsys.readouterr().out == f"已写入 {path}\n"
    text = path.read_text("utf-8")
    assert '<html lang="zh-CN">' in text and "2-3-1" in text
    command = "tinygrad-edu article --report FILE --net 2,3,1 --seed 4 --lr 0.1 --lang zh --rounds 3"
    assert command in re.sub("</?span>", "", text)
    root, values = network([2, 3, 1], "tanh", 4)
    root.backward()
    assert exact(values["w1"].grad, 9) in text


def test_the_command_is_told_without_what_goes_without_saying():
    given = argparse.Namespace(net=None, activation=None, seed=None, lr=None, lang=None, rounds=10_000)
    assert commands._spoken(given) == "tinygrad-edu article --report FILE"


def test_the_command_writes_to_standard_output(capfdbinary):
    assert main(["article", "--report", "-", "--rounds", "1"]) == 0
    assert capfdbinary.readouterr().out.decode().startswith("<!DOCTYPE html>")


def test_a_folder_that_is_not_there_is_told_before_the_page_is_made(tmp_path, capsys, monkeypatch):
    monkeypatch.setattr("tinygrad_edu.report.article_page", lambda *_, **__: pytest.fail("it took its time"))
    assert main(["article", "--report", str(tmp_path / "no" / "a.html")]) == 1
    assert "no; create it first" in capsys.readouterr().err


def test_a_page_that_cannot_be_written_leaves_what_is_there(tmp_path, capsys):
    assert main(["article", "--report", str(tmp_path / "no" / "a.html"), "--rounds", "1"]) == 1
    assert capsys.readouterr().err.startswith("tinygrad-edu article: cannot write ")
    assert main(["article", "--report", str(tmp_path), "--rounds", "1"]) == 1
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "arguments, words",
    [
        (["--net", "2,3,1"], "--net goes with --report"),
        (["--lr", "0.1"], "--lr goes with --report"),
        (["--report", "x.html", "--order", "sequential"], "--order is for the terminal"),
        (["--report", "x.html", "--activation", "relu"], "say how large"),
        (["--report", "x.html", "--net", "2,2,1", "--activation", "tanhh"], "did you mean 'tanh'"),
        (["--report", "x.html", "--rounds", "0"], "1 or more"),
        (["--report", "x.png", "--rounds", "1"], "'x.png' does not end in .html"),
    ],
)
def test_wrong_use(tmp_path, monkeypatch, capsys, arguments, words):
    monkeypatch.chdir(tmp_path)
    assert main(["article", *arguments]) == 2
    said = capsys.readouterr().err
    assert said.startswith("tinygrad-edu article: ") and words in said
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("rate", ["-1", "inf", "nan", "fast"])
def test_a_rate_that_is_none_is_refused_as_by_the_other_commands(capsys, rate):
    with pytest.raises(SystemExit):
        main(["article", "--report", "x.html", "--lr", rate])
    assert f"a learning rate is a number, 0 or more, not '{rate}'" in capsys.readouterr().err


def test_the_program_on_the_page_runs(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for lang in ("", ', lang="zh"'):
        exec(PROGRAM.format(lang=f"{lang}, rounds=2"), {})
        assert (tmp_path / "mine.html").stat().st_size > 50_000


@pytest.mark.parametrize("sizes", [[2, 3, 2], [1, 1, 1], [2, 1, 1]])
@pytest.mark.parametrize("seed", range(8))
def test_a_random_network_lets_its_inputs_through(sizes, seed):
    """A net of dead relu neurons has nothing to show: no output, and no gradient but those of the last biases."""
    error, values = network(sizes, "relu", seed)
    assert any(values[f"out_o{k}"].data for k in range(1, sizes[-1] + 1))
    error.backward()
    assert any(v.grad for name, v in values.items() if name.startswith("w"))


@pytest.mark.parametrize("width", [39, 59])
def test_the_walk_in_a_narrow_terminal(width, capsys, monkeypatch):
    """Lines are broken between words, and nothing is lost; a number stays in its column, if need be below its text."""
    assert main(["article", "--rounds", "1"]) == 0
    whole = capsys.readouterr().out
    for place in ("console", "report.commands"):
        monkeypatch.setattr(f"tinygrad_edu.{place}.columns", lambda most=79: min(most, width))
    assert main(["article", "--rounds", "1"]) == 0
    narrow = capsys.readouterr().out
    assert max(map(len, narrow.splitlines())) <= width < max(map(len, whole.splitlines()))
    assert narrow.split() == whole.split()
    columns = {line.rindex("=") for line in narrow.splitlines() if line.endswith(("= −0.038098237", "=  0.593269992"))}
    assert columns == {width - 14}
