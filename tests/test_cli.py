"""The command line: what it prints, its exit codes, wrong use, and terminals that cannot show Greek."""

import argparse
import errno
import io
import os
import re
import subprocess
import sys

import pytest

import tinygrad_edu
from tinygrad_edu import console
from tinygrad_edu.arguments import Parser
from tinygrad_edu.cli import _parser, main
from tinygrad_edu.console import columns
from tinygrad_edu.report.walk import walk

from .examples import every
from .golden import held


def run(*arguments, **environment):
    command = [sys.executable, "-m", "tinygrad_edu", *arguments]
    return subprocess.run(command, capture_output=True, env=environment, timeout=120)


def test_article(capsys):
    assert main(["article", "--rounds", "3", "--digits", "5", "--order", "simultaneous"]) == 0
    out = capsys.readouterr().out
    assert "E_total = E_o1 + E_o2" in out
    assert "0.29837" in out
    assert "after 3 rounds" in out


def test_help_and_version(capsys):
    assert main([]) == 0
    assert "article" in capsys.readouterr().out
    with pytest.raises(SystemExit) as end:
        main(["--version"])
    assert end.value.code == 0
    assert capsys.readouterr().out == f"tinygrad-edu {tinygrad_edu.__version__}\n"


def test_who_interrupts_gets_the_exit_code_of_an_interrupt(monkeypatch):
    def interrupted(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr("tinygrad_edu.report.walk.walk", interrupted)
    assert main(["article"]) == 128 + 2  # as a shell says it: 128 and the number of the signal


def test_what_every_command_takes():
    """Names, the short ones first, what they hold unless they are given, and what is said of them."""
    lines = []
    parsers = [("tinygrad-edu", _parser())]
    for title, parser in parsers:
        lines += ["", title, *filter(None, [parser.description, parser.epilog])]
        for action in parser._actions:
            if isinstance(action, argparse._SubParsersAction):
                parsers += action.choices.items()
                lines += [f"  {choice.dest}: {choice.help}" for choice in action._choices_actions]
                continue
            if isinstance(action, argparse._HelpAction):
                continue
            names = " ".join(action.option_strings) or action.dest
            default = action.default if action.default is not argparse.SUPPRESS else None
            kind = getattr(action.type, "__name__", "text")
            choices = action.choices and [*action.choices]
            holds = f"{action.metavar} {action.nargs} {kind} {default!r} {action.const!r} {choices}"
            lines.append(f"  {names} ({action.dest}) {holds}: {action.help}")
        exclusive = parser._mutually_exclusive_groups
        lines += [f"  either: {[one.option_strings for one in group._group_actions]}" for group in exclusive]
    held("commands/arguments.txt", "\n".join(lines) + "\n")


@pytest.mark.parametrize(
    "arguments",
    [
        ["nothing"],
        ["article", "--rounds", "-1"],
        ["article", "--rounds", "many"],
        ["article", "--digits", "0"],
        ["article", "--order", "random"],
        ["article", "extra"],
    ],
)
def test_wrong_use(arguments, capsys):
    with pytest.raises(SystemExit) as end:
        main(arguments)
    assert end.value.code == 2
    error = capsys.readouterr().err
    assert "usage: tinygrad-edu" in error
    assert "Traceback" not in error


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (
            "train xor --epohcs 3",
            "usage: tinygrad-edu train unrecognized arguments: --epohcs 3: did you mean --epochs?",
        ),
        ("article --netz=2,3", "usage: tinygrad-edu article unrecognized arguments: --netz=2,3: did you mean --net?"),
        ("draw expr -x**2", "unrecognized arguments: -x**2: what begins with - and is no option comes last, after --"),
        ("train xor --loss mse", "unrecognized arguments: --loss mse\n"),
        ("explain w5 -lr 0.5", "unrecognized arguments: -lr 0.5: did you mean --lr?"),
        ("explain w5 w6", "usage: tinygrad-edu explain unrecognized arguments: w6\n"),
        (
            "--verison",
            "usage: tinygrad-edu [-h] [--version] unrecognized arguments: --verison: did you mean --version?",
        ),
    ],
)
def test_a_command_says_itself_what_it_does_not_know(arguments, words, capsys):
    with pytest.raises(SystemExit) as end:
        main(arguments.split())
    assert end.value.code == 2
    usage, found, unknown = words.partition("unrecognized")
    error = capsys.readouterr().err
    assert error.startswith(usage.strip()) and found + unknown in error


@pytest.mark.parametrize(
    "arguments, words",
    [
        (
            "draw network --net -2,3,1",
            "argument --net: two or more layers' sizes, each at least 1, commas between them",
        ),
        ("explain w5 --lr -1e-3", "argument --lr: a learning rate is a number, 0 or more, not '-1e-3'"),
    ],
)
def test_a_number_below_0_is_no_option(arguments, words, capsys):
    with pytest.raises(SystemExit):
        main(arguments.split())
    assert words in capsys.readouterr().err


def test_a_formula_may_begin_with_a_negative_number(capsys):
    assert main(["draw", "expr", "-2*x", "x=3"]) == 0
    assert "x = 3, ∂y/∂x = −2" in capsys.readouterr().out


def test_a_terminal_without_greek():
    done = run("article", "--rounds", "0", PYTHONIOENCODING="ascii")
    assert done.returncode == 0
    text = done.stdout.decode("ascii")
    assert "dE_total/dw5 = delta_o1 * out_h1" in text
    assert "0.5*(t1 - out_o1)^2" in text
    assert "?" not in text


@pytest.mark.skipif(sys.platform == "win32", reason="a pipe to head")
def test_a_reader_that_has_seen_enough():
    command = f"'{sys.executable}' -m tinygrad_edu article --rounds 0 | head -1"
    done = subprocess.run(command, shell=True, capture_output=True, text=True, timeout=60)
    assert done.stdout.startswith("Backpropagation step by step")
    assert done.stderr == ""


PRINTING = [
    "doctor", "article --rounds 0", "article --report - --rounds 1", "explain w1", "explain --html", "draw network",
    "draw graph -o -", "steps", "lint", "train xor --epochs 1 --quiet", "train xor --epochs 1", "jit",
]  # fmt: skip


FULL = "cannot write to the standard output: No space left on device\n"


CLOSED = [(errno.EPIPE, False, 0, ""), (errno.EINVAL, True, 0, ""), (errno.ENOSPC, False, 1, FULL)]


@pytest.mark.parametrize("argv, closed", every(3, PRINTING, CLOSED))
def test_a_reader_that_has_seen_enough_is_no_failure_and_a_full_disk_is_one_sentence(argv, closed, monkeypatch):
    error, windows, code, told = closed

    class Closed(io.StringIO):
        def write(self, text):
            raise OSError(error, os.strerror(error))

    assert (os.name == "nt") == console.WINDOWS
    monkeypatch.setattr(console, "WINDOWS", windows)
    monkeypatch.setattr(sys, "stdout", Closed())
    monkeypatch.setattr(sys, "stderr", io.StringIO())
    said, sys.stderr.close = sys.stderr, lambda: None
    assert main(argv.split()) == code
    assert re.fullmatch(f"(tinygrad-edu[a-z ]*: {told})?", said.getvalue()) and bool(told) == bool(said.getvalue())


@pytest.mark.parametrize("argv", ["article --report - --rounds 1", "steps -o - --rounds 0", "draw network -o -"])
def test_a_file_may_go_to_a_stream_of_text(argv, monkeypatch):
    stream = io.StringIO()
    monkeypatch.setattr(sys, "stdout", stream)
    assert main(argv.split()) == 0
    assert stream.getvalue().startswith(("<svg", "<!DOCTYPE html>"))


@pytest.mark.parametrize(
    "argv", (["article", "--lang", "zh"], ["explain", "w1"], ["draw", "network", "-o", "-"], ["steps"])
)
def test_a_program_without_streams_may_call_it(argv, monkeypatch):
    """As those without a console are on Windows, and what is started with ``>&-``."""
    for name in ("stdin", "stdout", "stderr"):
        monkeypatch.setattr(sys, name, None)
    assert main(argv) == 0


def test_columns_stay_columns_without_greek():
    lines = list(walk(rounds=0, unicode=False))
    assert all(line.isascii() and len(line) < 80 for line in lines)
    numbered = [line for line in lines if re.search(r" = [ -]\d\.\d{9}$", line)]
    assert len(numbered) > 40
    assert {line.rindex("=") for line in numbered} == {65}


COMMANDS = ("article", "explain", "draw", "doctor", "steps", "check", "lint", "train", "jit")


@pytest.mark.parametrize("command", COMMANDS)
def test_help_can_be_shown_anywhere_and_its_examples_copied(command, monkeypatch):
    monkeypatch.setenv("COLUMNS", "60")
    ascii_console = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    monkeypatch.setattr(sys, "stdout", ascii_console)
    with pytest.raises(SystemExit) as end:
        main([command, "--help"])
    assert end.value.code == 0
    ascii_console.seek(0)
    text = ascii_console.read()
    assert text.startswith(f"usage: tinygrad-edu {command}")
    _, _, examples = text.partition("\nexample")
    for line in examples.splitlines()[1:]:
        assert line.startswith(f"  tinygrad-edu {command} ")


SPEAKING = {
    "explain w1": "条路径", "lint --lr 100": "学习率", "steps --rounds 0": "前向传播", "article --rounds 0": "梯度下降",
}  # fmt: skip


def spoken(arguments, encoding, monkeypatch):
    stream = io.TextIOWrapper(io.BytesIO(), encoding=encoding)
    monkeypatch.setattr(sys, "stdout", stream)
    main([*arguments.split(), "--lang", "zh"])
    return stream.buffer.getvalue().decode(encoding)


@pytest.mark.parametrize("arguments, words", SPEAKING.items())
def test_a_chinese_console_gets_chinese_and_what_it_lacks_is_spelled(arguments, words, monkeypatch, capsys):
    text = spoken(arguments, "gbk", monkeypatch)
    assert words in text
    assert "\\u" not in text
    assert capsys.readouterr().err == ""


def test_signs_that_the_console_has_stay(monkeypatch):
    text = spoken("explain w1", "gbk", monkeypatch)
    assert "dE_total/dw1 = dE_total/dout_h1 · dout_h1/dnet_h1 · dnet_h1/dw1" in text
    assert "→" in text


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "big5"])
@pytest.mark.parametrize("arguments, words", SPEAKING.items())
def test_a_console_without_chinese_gets_english(arguments, words, encoding, monkeypatch, capsys):
    text = spoken(arguments, encoding, monkeypatch)
    assert "\\u" not in text
    assert re.search("two paths|learning rate|forward pass", text)
    assert capsys.readouterr().err == (
        f"this console ({encoding}) has no Chinese letters, so this is in English: "
        "set PYTHONUTF8=1 if it can show UTF-8\n"
    )


@pytest.mark.parametrize("arguments", ["explain w1", "lint --lr 100"])
def test_chinese_in_ascii_is_english(arguments, monkeypatch, capsys):
    text = spoken(f"{arguments} --ascii", "utf-8", monkeypatch)
    assert text.isascii()
    assert re.search("two paths|learning rate", text)
    assert "leave out --ascii" in capsys.readouterr().err


class Terminal(io.StringIO):
    encoding = "utf-8"

    def isatty(self):
        return True


@pytest.mark.parametrize("terminal, most, width", [(60, 79, 59), (80, 79, 79), (200, 79, 79), (200, 102, 102)])
def test_how_wide_text_may_be(terminal, most, width, monkeypatch):
    """The last column of a terminal stays empty: some begin a new line there. A file has no width."""
    monkeypatch.setenv("COLUMNS", str(terminal))
    monkeypatch.setattr(sys, "stdout", io.StringIO())
    assert columns(most) == most
    monkeypatch.setattr(sys, "stdout", Terminal())
    assert columns(most) == width


@pytest.mark.parametrize("arguments", [["explain", "w1"], ["lint", "--net", "2,8,1", "--lr", "100"], ["steps"]])
def test_text_is_as_narrow_as_the_terminal(arguments, monkeypatch):
    """``steps`` explores on a terminal: here its input is none, so it lists."""
    monkeypatch.setenv("COLUMNS", "60")
    monkeypatch.setattr(sys, "stdin", io.StringIO())
    monkeypatch.setattr(sys, "stdout", Terminal())
    main([*arguments, *(["--rounds", "0"] * (arguments == ["steps"]))])
    assert max(map(len, sys.stdout.getvalue().splitlines())) in range(50, 60)


@pytest.mark.parametrize(("encoding", "shown"), [("utf-8", "∂ to δ"), ("ascii", "d to delta")])
def test_help_is_shown_as_it_is_where_it_can_be(encoding, shown):
    stream = io.TextIOWrapper(io.BytesIO(), encoding=encoding)
    Parser(description="∂ to δ").print_help(stream)
    stream.seek(0)
    assert shown in stream.read()


@pytest.mark.parametrize(
    "text, rows",
    [
        (
            "  net_o1 = 1.105906 = w5·out_h1 + w6·out_h2 + b2, ∂E/∂net_o1 = +0.138499",
            ["  net_o1 = 1.105906 = w5·out_h1", "      + w6·out_h2 + b2,", "      ∂E/∂net_o1 = +0.138499"],
        ),
        ("  weights   w1 = 0.15   w2 = 0.25  (given)", ["  weights   w1 = 0.15", "      w2 = 0.25  (given)"]),
("已知的数都写在这里，其余的数由它们算出", ["已知的数都写在这里，其余的数由它", "    们算出"]),
        ("   a sentence that goes on and on", ["   a sentence that goes on and", "       on"]),
        ("short", ["short"]),
        (" " * 30 + "head of a table", [" " * 16 + "head of a table"]),
        ("", []),
    ],
)  # fmt: skip
def test_lines_for_a_narrow_terminal_end_where_they_may(text, rows, monkeypatch):
    """Before an operator and not behind it, not within a pair of a list; Chinese letters take two columns."""
    monkeypatch.setattr(console, "columns", lambda most: 32)
    assert console.fitted(text).splitlines() == rows
    monkeypatch.setattr(console, "columns", lambda most: most)
    assert console.fitted(text) == text
