"""``tinygrad-edu explain``: what it prints, in which encoding, and its exit codes."""

import argparse
import io
import sys
from pathlib import Path

import pytest

from tinygrad_edu.explain.commands import add_commands

GOLDEN = Path(__file__).parent / "golden" / "explain"


def run(*argv):
    parser = argparse.ArgumentParser()
    add_commands(parser.add_subparsers())
    arguments = parser.parse_args(["explain", *argv])
    return arguments.run(arguments)


def golden(name):
    return (GOLDEN / name).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "argv, name",
    [
        (["--lr", ".5"], "w5.txt"),
        (["w1", "--lr", ".5"], "w1.txt"),
        (["w1", "--lr", ".5", "--ascii"], "w1_ascii.txt"),
        (["w1", "--lr", ".5", "--lang", "zh"], "w1_zh.txt"),
        (["w5", "--lr", ".5", "--latex"], "w5.latex"),
        (["w5", "--lr", ".5", "--markdown"], "w5.markdown"),
        (["w5", "--lr", ".5", "--html"], "w5.html"),
    ],
)
def test_the_article(capsys, argv, name):
    assert run(*argv) == 0
    assert capsys.readouterr().out == golden(name)


@pytest.mark.parametrize("encoding", ["cp1252", "ascii"])
def test_an_old_console_gets_ascii(monkeypatch, encoding):
    stream = io.TextIOWrapper(io.BytesIO(), encoding=encoding, newline="\n")
    monkeypatch.setattr(sys, "stdout", stream)
    assert run("w1", "--lr", "0.5") == 0
    stream.flush()
    assert stream.buffer.getvalue().decode(encoding) == golden("w1_ascii.txt")


def test_a_net(capsys):
    assert run("--net", "2,8,8,1", "--activation", "relu", "--seed", "3") == 0
    assert "∂E_total/∂w1_1_1" in capsys.readouterr().out
    assert run("w1_1_1", "--net", "2,8,8,1", "--at", "out_h1_1") == 0
    assert capsys.readouterr().out.startswith("∂E_total/∂out_h1_1 = ")


@pytest.mark.parametrize(
    "argv, words",
    [
        (["w99"], "there is no 'w99'; there are: i1, i2, w1"),
        (
            ["w99", "--net", "2,3,1"],
            "there are: i1, i2, w1, w2, b_h1, w3, w4, b_h2, w5, w6, b_h3, w7, w8, w9, b_o1, t1",
        ),
        (["t1"], "t1 is a constant, and no derivative by it was recorded"),
        (["w1", "--at", "w2"], "there is no 'w2' on the way; on it are: w1, net_h1, out_h1"),
        (["--net", "2,2,1", "--activation", "tanhh"], "did you mean 'tanh'"),
    ],
)
def test_unknown_names(capsys, argv, words):
    assert run(*argv) == 2
    assert words in capsys.readouterr().err


@pytest.mark.parametrize("argv", [["--net", "2"], ["--net", "a,b"], ["--digits", "0"], ["--latex", "--html"]])
def test_wrong_use(capsys, argv):
    with pytest.raises(SystemExit) as stopped:
        run(*argv)
    assert stopped.value.code == 2


@pytest.mark.parametrize("rate", ["nan", "inf", "-1", "fast"])
def test_a_learning_rate_is_a_finite_number(rate, capsys):
    with pytest.raises(SystemExit):
        run("w5", f"--lr={rate}")
    assert f"a learning rate is a number, 0 or more, not '{rate}'" in capsys.readouterr().err
