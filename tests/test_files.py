"""What cannot be read or written is said in a sentence that names it, by functions and commands, and before long work.

Root may read and write everything, so what the system says to others is said by the tests.
"""

import os

import pytest

from tinygrad_edu import data, files, nn, train
from tinygrad_edu.cli import main


@pytest.fixture
def closed(tmp_path, monkeypatch):
    """Files that are there and may not be read, with their folder as the working directory."""

    def denied(path, *_):
        raise PermissionError(13, "Permission denied", os.fspath(path))

    monkeypatch.chdir(tmp_path)
    for name in ("net.json", "rows.csv", "mine.py"):
        (tmp_path / name).write_text("a,b\n1,2\n", encoding="utf-8")
    monkeypatch.setattr(files, "open", denied, raising=False)


@pytest.mark.parametrize(
    "read", [lambda: train.load("net.json", nn.MLP(1, [1])), lambda: train.load("net.json"),
             lambda: data.read_csv("net.json", "b")]
)  # fmt: skip
def test_functions_say_what_may_not_be_read(read, closed):
    with pytest.raises(PermissionError, match=r"^cannot read net\.json: no permission to read it$"):
        read()


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("train rows.csv --target b", "train: cannot read rows.csv"),
        ("train rows.csv", "train: cannot read rows.csv"),
        ("check mine.py:f 0.3", "check: cannot read mine.py"),
        ("jit mine.py:f 0.3", "jit: cannot read mine.py"),
    ],
)
def test_commands_say_what_may_not_be_read(line, said, closed, capsys):
    assert main(line.split()) in (1, 2)
    assert capsys.readouterr() == ("", f"tinygrad-edu {said}: no permission to read it\n")


def test_a_folder_is_no_program(tmp_path, capsys):
    assert main(["check", f"{tmp_path}:f", "0.3"]) == 2
    assert capsys.readouterr().err == (
        f"tinygrad-edu check: cannot read {tmp_path}: it is a folder; give the name of a file in it\n"
    )


@pytest.mark.parametrize("read", [files.read, files.readable])
def test_what_is_not_there(read, tmp_path):
    (tmp_path / "a").write_bytes(b"abc")
    for name in ("b", "\0", "a/b" if os.name != "nt" else "b/b"):
        with pytest.raises((FileNotFoundError, NotADirectoryError), match=r"cannot read (?s:.*): \w+"):
            read(tmp_path / name)
    assert files.read(tmp_path / "a", 2) == b"ab"


def test_what_the_system_says_of_a_disk(tmp_path, monkeypatch):
    def broken(*_):
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(files, "open", broken, raising=False)
    (tmp_path / "a").write_bytes(b"abc")
    with pytest.raises(OSError, match=r"cannot read .*a: Input/output error"):
        files.read(tmp_path / "a")


def test_where_nothing_may_be_written_nothing_is_trained(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(os, "access", lambda path, mode: False)
    for line in ("train xor --save net.json", "train xor --plot loss.png", "steps -o steps.html"):
        assert main(line.split()) == 1
        out, err = capsys.readouterr()
        assert out == "" and err.endswith(": no permission to write in the folder .\n")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(os.name == "nt", reason="devices of POSIX")
def test_a_device_is_written_to_whatever_its_folder(monkeypatch):
    asked = []
    monkeypatch.setattr(os, "access", lambda path, mode: asked.append((path, mode)))
    with pytest.raises(PermissionError, match=r"^cannot write /dev/null: no permission to write to it$"):
        files.write("/dev/null", "x")
    assert asked == [("/dev/null", os.W_OK)]


def test_a_folder_that_cannot_be_made(monkeypatch, capsys):
    def denied(*_, **__):
        raise PermissionError(13, "Permission denied", "a/pictures")

    monkeypatch.setattr(os, "makedirs", denied)
    assert main(["draw", "article", "-o", "a/pictures"]) == 1
    assert capsys.readouterr() == ("", "tinygrad-edu draw: cannot make the folder a/pictures: Permission denied\n")
