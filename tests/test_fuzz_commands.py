"""Arguments of any kind to every command: it does its work or says what is wrong, and harms no file.

The commands and their options are read off the parser itself, so a new one is tested by being there. Every program runs
in a folder with files that are somebody's: afterwards each is as it was, or was named as the output and is whole.
"""

import argparse
import contextlib
import io
import json
import os
import shutil

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.drawn import parse
from tests.examples import costly
from tinygrad_edu import cli, nn
from tinygrad_edu.train.checkpoint import save

TABLE = "a,b,kind\n1,2,x\n2,1,y\n3,5,x\n0,1,y\n2,2,x\n"
PROGRAM = "def f(x, y=1.0):\n    return x * y\ndef bad():\n    raise ValueError('no')\nimport sys\nprint('noise')\n"
NUMBERS = ["-1", "0", "1", "2", "3", "0.5", "1e-3", "nan", "inf", "-inf", "1e999", "9" * 400, "²", "1_0", "0x1", ""]
WORDS = [
    "w1", "w5", "out_h1", "i1", "sgd", "adam", "lbfgs", "tanh", "relu", "softmax", "linear", "x*y", "tanh(w*x)",
    "w=0.5", "x=2", "y=1", "w=", "=", "x=nan", "exp(x)**x/0", "((", "x if x else 1", "__import__('os')", "2,2,1",
    "2,1", "2,3,3,1", "2", "2,0,1", "2,-1", "a,b", "1" + ",1" * 40, "2,99999999,1", "keep.csv", "keep.json",
    "keep.py:f", "keep.py:bad", "keep.py:nothing", "keep.py:", "broken.py:f", "leaves.py:f", "missing.py:f",
    "keep.svg", "new.svg", "new.html", "new.json", "new.png", "new.dot", "new.txt", "no/such/folder.svg", ".", "..",
    "folder", "folder/new.svg", "-", "--", "/dev/null/x", "kind", "b", "a", "<script>", "权值", "\x00", "\ud800",
    "x" * 300, "'", '"', "%s", "{}", "--nothing",
]  # fmt: skip
SLOW = {"digits"}  # of data sets: half a minute each
EPOCHS = {"epochs", "rounds", "hidden", "batch_size", "net", "digits", "held_out"}


def subcommands():
    parser = cli._parser()
    (found,) = [action for action in parser._actions if isinstance(action, argparse._SubParsersAction)]
    return found.choices


COMMANDS = subcommands()
text = st.sampled_from(NUMBERS + WORDS) | st.text(max_size=8)


def value_for(action):
    """What may stand behind an option: mostly something that it takes."""
    if action.choices:
        return st.sampled_from([c for c in map(str, action.choices) if c not in SLOW]) | text
    if action.dest in EPOCHS:  # no larger numbers: to train for ever is what was asked for then
        return st.sampled_from(["0", "1", "2", "3", "2,2,1", "2,3,1", "-1", "nan", "x", ""])
    return text


# What an option or argument of this name takes.
LIKELY = {
    "data": ["xor", "keep.csv"], "target": ["kind", "a"], "columns": ["a", "b"], "hidden": ["2", "3"], "lr": ["0.1"],
    "save": ["new.json", "keep.json"], "plot": ["new.svg", "new.png"], "batch_size": ["2"], "held_out": ["0", "0.3"],
    "activation": ["tanh", "relu"], "optimizer": ["sgd", "lbfgs"], "net": ["2,2,1", "2,3,3,1"], "seed": ["0", "7"],
    "output": ["new.svg", "new.html", "new.dot", "keep.svg", "-"], "formula": ["tanh(w*x)"], "wrt": ["w1", "w5"],
    "numbers": ["w=0.5", "x=2"], "name": ["w1", "w5"], "at": ["out_h1"], "inputs": ["1", "0.5"],
    "function": ["keep.py:f", "keep.py:bad", "leaves.py:f"], "title": ["<script>", "权值"], "show": ["deltas", "names"],
    "digits": ["3", "17"],
}  # fmt: skip


def likely(action):
    if action.choices:
        return st.sampled_from([c for c in map(str, action.choices) if c not in SLOW])
    return st.sampled_from(LIKELY[action.dest]) if action.dest in LIKELY else value_for(action)


@st.composite
def command_lines(draw):
    name = draw(st.sampled_from(sorted(COMMANDS)))
    words = []
    good = draw(st.booleans())  # half of the lines are mostly right, or nothing but complaints would be tested
    for action in COMMANDS[name]._actions:
        if isinstance(action, argparse._HelpAction) or action.dest in ("mutants",):
            continue
        if action.option_strings:
            if draw(st.integers(0, 3)):
                continue
            words.append(draw(st.sampled_from(action.option_strings)))
            count = 0 if action.nargs == 0 else draw(st.integers(0, 2)) if action.nargs in ("*", "+") else 1
        else:
            count = draw(st.integers(0, 3)) if action.nargs in ("*", "+") else draw(st.sampled_from([0, 1, 1, 1]))
        words += [draw(value_for(action) if not good else likely(action)) for _ in range(count)]
    for option in ("--epochs", "--rounds"):
        if option in COMMANDS[name]._option_string_actions and option not in words:
            words += [option, "1"]
    if draw(st.integers(0, 9)) == 0:
        words.insert(draw(st.integers(0, len(words))), draw(text))
    if name == "check" and not any(":" in word for word in words):
        words.insert(0, "keep.py:f")  # the whole table takes too long, and has its own tests
    return [name, *(word for word in words if word not in SLOW)]


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A folder with somebody's files in it, made anew where a command has changed it."""
    original = tmp_path_factory.mktemp("original")
    (original / "keep.csv").write_text(TABLE)
    (original / "keep.py").write_text(PROGRAM)
    (original / "keep.svg").write_text("<svg>somebody's</svg>")
    (original / "broken.py").write_bytes(b"\x00\xffdef f(:\n")
    (original / "leaves.py").write_text("import sys\ndef f(x):\n    sys.exit(7)\n")
    (original / "folder").mkdir()
    save(original / "keep.json", nn.MLP(2, [1], seed=0))
    return original


def run(argv):
    """The exit code, what was printed, and what was said beside it; only SystemExit may come out."""
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try:
            code = cli.main(argv)
        except SystemExit as end:
            code = end.code
    return code, out.getvalue(), err.getvalue()


def content(path):
    return {
        os.path.relpath(os.path.join(where, name), path): open(os.path.join(where, name), "rb").read()
        for where, _, names in os.walk(path)
        for name in names
        if "__pycache__" not in where
    }


def assert_whole(name, data):
    """A file that was written can be read."""
    assert not name.endswith(".part")
    if name.endswith(".json"):
        json.loads(data)
    elif data.startswith(b"<svg"):
        parse(data.decode())
    elif data.startswith(b"<!DOCTYPE"):
        assert data.rstrip().endswith(b"</html>")
    elif name.endswith(".png"):
        assert data.endswith(b"IEND\xaeB`\x82")


@costly(80)  # some train or lay out
@given(argv=command_lines())
def test_any_arguments(folder, tmp_path_factory, argv):
    here = tmp_path_factory.getbasetemp() / "somebodys"
    shutil.rmtree(here, ignore_errors=True)
    shutil.copytree(folder, here)
    before, old = content(here), os.getcwd()
    os.chdir(here)
    try:
        code, out, err = run(argv)
    finally:
        os.chdir(old)
    assert code in (0, 1, 2)
    assert "Traceback" not in out + err
    if code == 2:
        assert err.strip()
    after = content(here)
    assert before.keys() <= after.keys()
    for name, data in after.items():
        if data != before.get(name):
            assert code == 0
            folders = {"folder", ".", "..", "article"}  # draw article writes into one
            assert any(os.path.basename(name) in word or word in folders for word in argv)
            assert_whole(name, data)


@pytest.mark.parametrize(
    "argv, code, words",
    [
        (["check", "leaves.py:f", "1"], 2, "SystemExit: 7"),  # its program ends itself, with a code of its own
        (["check", "broken.py:f", "1"], 2, "tinygrad-edu check: "),
        (["train", "keep.csv", "--target", "kind", "--save", "folder"], 1, "it is a folder; give the name of a file"),
        (["train", "keep.csv", "--target", "kind", "--held-out", "x"], 2, "a part of the rows is at least 0"),
        (["train", "keep.json", "--target", "kind"], 2, "keep.json: line 2 cannot be read"),
        (["draw", "graph", "-o", "no/such/folder.svg"], 1, f"there is no folder no{os.sep}such; create it first"),
        (["draw", "graph", "-o", "new.txt"], 2, "ends in none of .svg"),
    ],
)
def test_what_was_once_found(folder, monkeypatch, argv, code, words):
    monkeypatch.chdir(folder)
    found, out, err = run(argv)
    assert (found, out) == (code, "")
    assert words in err
