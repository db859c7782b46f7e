"""``tinygrad-edu steps``: the listing, the keys, a real (pseudo) terminal, files, and its exit codes."""

import contextlib
import io
import os
import re
import select
import signal
import subprocess
import sys
import time
import types
from pathlib import Path

import pytest

from tests.stepped import Page, plain
from tinygrad_edu import Value
from tinygrad_edu.cli import main
from tinygrad_edu.console import width_of
from tinygrad_edu.example import network
from tinygrad_edu.functions import sum as total
from tinygrad_edu.graph import count
from tinygrad_edu.steps import Rounds, commands, steps
from tinygrad_edu.steps.keys import keys as read_keys
from tinygrad_edu.steps.keys import name_of
from tinygrad_edu.steps.sentences import Row, Step
from tinygrad_edu.steps.terminal import Screen

ROOT = Path(__file__).parents[1]
GOLDEN = Path(__file__).parent / "golden" / "steps"


def test_the_listing(capsys):
    assert main(["steps", "--rounds", "20"]) == 0
    assert capsys.readouterr().out == (GOLDEN / "article.txt").read_text("utf-8")
    assert main(["steps", "--rounds", "20", "--lang", "zh"]) == 0
    assert capsys.readouterr().out == (GOLDEN / "chinese.txt").read_text("utf-8")


@pytest.mark.parametrize("room", [0, 5, 6, 7, 9, 10, 11, 12])
def test_the_table_fills_its_room(room):
    """Of ten boxes and a head all are shown where there is room for them; and five lines are shown at least."""
    through = steps(total([Value(0.5 * k, f"v{k}") for k in range(9)]))
    recording = through.recording
    lines = Screen(through, width=79, height=30)._table(recording.frames[0], len(recording.states) - 1, room)
    assert len(lines) == min(11, max(room, 5))
    assert lines[-1].endswith(f"and {12 - len(lines)} more") is (room < 11)


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
def test_an_old_console_gets_ascii(monkeypatch, encoding):
    stream = io.TextIOWrapper(io.BytesIO(), encoding=encoding, newline="\n")
    monkeypatch.setattr(sys, "stdout", stream)
    assert main(["steps", "--rounds", "20"]) == 0
    stream.flush()
    assert stream.buffer.getvalue().decode(encoding) == (GOLDEN / "ascii.txt").read_text("utf-8")


def test_the_page(tmp_path, capsys):
    path = tmp_path / "steps.html"
    assert main(["steps", "-o", str(path), "--rounds", "3", "--lr", "0.25", "--lang", "zh", "--theme", "dark"]) == 0
    assert capsys.readouterr().out == f"已写入 {path}\n"
    found = Page(path.read_text("utf-8"))
    assert found.data["rounds"] == [0, 1, 2, 3]
    assert found.root.find(lang="zh-CN", data_theme="dark")
    assert "w1 ← w1 − 0.25 · ∂Etotal/∂w1 = 0.15 − 0.25 · 0.000438568 = 0.149890358" in found.words


def test_what_an_old_console_is_told_of_a_chinese_page(tmp_path, monkeypatch):
    stream = io.TextIOWrapper(io.BytesIO(), encoding="cp1252", newline="\n")
    monkeypatch.setattr(sys, "stdout", stream)
    path = tmp_path / "steps.html"
    assert main(["steps", "-o", str(path), "--rounds", "0", "--lang", "zh"]) == 0
    stream.flush()
    assert stream.buffer.getvalue().decode("cp1252") == f"wrote {path}\n"
    assert 'lang="zh-CN"' in path.read_text("utf-8")


def test_another_net(capsysbinary):
    argv = ["--rounds", "1", "--net", "2,3,1", "--activation", "relu", "--title", "<net>"]
    assert main(["steps", "-o", "-", *argv]) == 0
    found = Page(capsysbinary.readouterr().out.decode())
    assert found.root.find(id="picture")
    assert "<net>" in found.words
    assert main(["steps", "--net", "2,3,1", "--rounds", "0"]) == 0
    listed = capsysbinary.readouterr().out.decode()
    assert "Forward: net_h1 is computed." in listed
    assert "w1 ← w1 − 0.5 · ∂E_total/∂w1" in plain(listed)


@pytest.mark.parametrize(
    "argv, words",
    [
        (["--net", "2,2,1", "--activation", "tanhh"], "did you mean 'tanh'"),
        (["--net", "2,99,1", "-o", "x.html"], "no more than 60 can be followed on a page"),
        (["--net", "1000,1000"], "1,000,000 weights, more than 200,000"),
    ],
)
def test_wrong_names_and_sizes(argv, words, capsys, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert main(["steps", *argv]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.startswith("tinygrad-edu steps: ")
    assert words in printed.err
    assert os.listdir(tmp_path) == []


@pytest.mark.parametrize(
    "argv, words",
    [
        (["--net", "2"], "argument --net"),
        (["--net", "two,three"], "not 'two,three'"),
        (["--rounds", "-1"], "a number of rounds is a whole number, 0 or more, not '-1'"),
        (["--rounds", "abc"], "not 'abc'"),
        (["--rounds", "1.5"], "not '1.5'"),
        (["--lr", "fast"], "a learning rate is a number, 0 or more, not 'fast'"),
        (["--lr", "-1"], "not '-1'"),
        (["--lr", "nan"], "not 'nan'"),
        (["--lr", "inf"], "not 'inf'"),
        (["--lang", "fr"], "invalid choice: 'fr'"),
        (["--theme", "print"], "invalid choice: 'print'"),
        (["w1"], "unrecognized arguments: w1"),
    ],
)
def test_wrong_use(argv, words, capsys):
    with pytest.raises(SystemExit) as stopped:
        main(["steps", *argv])
    assert stopped.value.code == 2
    assert words in capsys.readouterr().err


def test_a_net_too_large_for_a_page(capsys, tmp_path, monkeypatch):
    """Is told so before the training, and can be followed in a terminal."""
    with monkeypatch.context() as patch:
        patch.setattr(commands, "record_rounds", lambda *_: pytest.fail("trained before it counted the boxes"))
        assert main(["steps", "--net", "2,99,1", "-o", str(tmp_path / "x.html")]) == 2
    assert "no more than 60" in capsys.readouterr().err
    assert main(["steps", "--net", "2,99,1", "--rounds", "0"]) == 0
    assert "Forward" in capsys.readouterr().out


@pytest.mark.parametrize("argv, rounds", [([], 200), (["--net", "2,40,45,1"], 200), (["--net", "2,40,46,1"], 0)])
def test_large_nets_are_not_trained_unless_asked_to(argv, rounds, monkeypatch):
    """From about 2,000 operations on."""
    asked = []
    monkeypatch.setattr(commands, "LARGE", count(network([2, 40, 45, 1])[0]))
    monkeypatch.setattr(commands, "record_rounds", lambda root, optimizer, rounds: asked.append(rounds) or sys.exit(0))
    with pytest.raises(SystemExit):
        main(["steps", *argv])
    with pytest.raises(SystemExit):
        main(["steps", *argv, "--rounds", "7"])
    assert asked == [rounds, 7]


def test_a_missing_folder(capsys, tmp_path, monkeypatch):
    monkeypatch.setattr(commands, "record_rounds", lambda *_: pytest.fail("trained before it looked for the folder"))
    assert main(["steps", "-o", str(tmp_path / "missing" / "steps.html")]) == 1
    assert f"there is no folder {tmp_path / 'missing'}; create it first" in capsys.readouterr().err
    assert main(["steps", "-o", str(tmp_path)]) == 1
    assert f"cannot write {tmp_path}: it is a folder; give the name of a file in it" in capsys.readouterr().err


def test_rounds_0_is_one_pass(capsys):
    assert main(["steps", "--rounds", "0"]) == 0
    out = capsys.readouterr().out
    assert "24  Update" in out
    assert "rounds:" not in out


# -- the screen --------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def through():
    from tests.test_steps import article_rounds

    E, rounds = article_rounds(3)
    return steps(E, history=rounds)


def explored(through, monkeypatch, keys, columns=79, lines=40, no_color=False, missing=None):
    """The screens that a sequence of keys leads through."""
    stream = io.StringIO()
    monkeypatch.setattr(sys, "stdout", stream)
    sizes = {(79, 24): os.terminal_size((columns, lines))}  # asked with what there is where nobody knows
    monkeypatch.setattr(commands.shutil, "get_terminal_size", sizes.__getitem__)
    monkeypatch.setenv("NO_COLOR", "1" if no_color else "")
    monkeypatch.setattr(commands, "fits", lambda text, stream: missing is None or missing not in text)
    pressed = iter([*keys, "quit"])
    commands.explore(through, lambda: next(pressed))
    shown = stream.getvalue()
    assert shown.startswith("\x1b[?1049h\x1b[?25l")
    assert shown.endswith("\x1b[?25h\x1b[?1049l")
    return shown.removesuffix("\x1b[?25h\x1b[?1049l").split("\x1b[H\x1b[2J")[1:]


def test_the_keys_move(through, monkeypatch):
    keys = ["right", "right", "left", "end", "right", "up", "up", "up", "up", "down", "home", "left", "unknown", ""]
    screens = explored(through, monkeypatch, keys)
    heads = [(re.search(r"step (\d+) of 24", s)[1], re.search(r"round (\d+)", s)[1]) for s in screens]
    assert [int(step) for step, _ in heads] == [0, 1, 2, 1, 24, 24, 24, 24, 24, 24, 24, 0, 0, 0, 0]
    assert [int(number) for _, number in heads] == [0, 0, 0, 0, 0, 0, 1, 2, 3, 3, 2, 2, 2, 2, 2]
    assert "net_h1                     ?" in screens[0]
    assert "net_h1           0.377500000" in screens[1]
    assert "net_h2                     ?" in screens[1]
    assert "+0.082167041" in screens[4]


def test_the_first_round_and_the_first_step_are_the_last_ones_down_and_left(through, monkeypatch):
    screens = explored(through, monkeypatch, ["right", "left", "left", "up", "down", "down", "up", "up"])
    heads = [(re.search(r"step (\d+) of 24", s)[1], re.search(r"round (\d+)", s)[1]) for s in screens]
    assert "".join(step for step, _ in heads) == "010000000"
    assert "".join(number for _, number in heads) == "000010012"


def test_what_is_on_the_screen(through, monkeypatch):
    for columns, lines in ((79, 24), (79, 50), (200, 60), (40, 12), (20, 8)):
        for screen in explored(through, monkeypatch, ["right"] * 24, columns, lines, no_color=True):
            shown = screen.split("\r\n")
            assert len(shown) < max(lines, 9)
            assert max(map(width_of, shown)) == min(max(columns - 1, 40), 100)
            assert "\x1b" not in screen
            assert shown[-1].endswith("q: quit") or lines < 12
    assert any("\x1b[1m" in screen for screen in explored(through, monkeypatch, []))


@pytest.mark.parametrize("missing", [commands.SIGNS, "net_h1"])
def test_signs_and_names_that_the_terminal_cannot_show(through, monkeypatch, missing):
    assert any("─" in screen for screen in explored(through, monkeypatch, []))
    assert all(screen.isascii() for screen in explored(through, monkeypatch, [], missing=missing))


def test_a_leaving_error_restores_the_terminal(through, monkeypatch):
    stream = io.StringIO()
    monkeypatch.setattr(sys, "stdout", stream)

    def interrupted():
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        commands.explore(through, interrupted)
    assert stream.getvalue().endswith("\x1b[?25h\x1b[?1049l")


def test_a_screen_is_there_before_a_key_is_asked_for(through, monkeypatch):
    """Not in a buffer, as a terminal that is piped through another program has one."""
    there = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(io.BufferedWriter(there), "utf-8"))

    def key():
        assert b"step 0 of 24" in there.getvalue()
        return "quit"

    commands.explore(through, key)
    assert there.getvalue().endswith(b"\x1b[?25h\x1b[?1049l")


def test_a_large_net_shows_what_is_at_work(monkeypatch):
    E, _ = network([4, 8, 8, 2])
    screen = Screen(steps(E), width=79, height=30)
    for k in range(screen.last + 1):
        lines = screen.lines(k)
        state = screen.recording.states[k]
        if state.box >= 0:
            assert any(line.startswith("▶ ") for line in lines)


def test_names_of_keys():
    esc = "\x1b"
    expected = {
        "[C": "right", "[D": "left", "OC": "right", "OD": "left", "[A": "up", "[B": "down",
        "[H": "home", "OF": "end", "[1~": "home", "[4~": "end",
    }  # fmt: skip
    assert {typed: name_of(esc + typed) for typed in expected} == expected
    others = {" ": "right", "q": "quit", "\x03": "quit", esc: "quit", "z": "", esc + "x": "", esc + "[99~": ""}
    for typed, name in others.items():
        assert name_of(typed) == name


def test_keys_of_windows(monkeypatch):
    """Arrows come as two letters there, the first of them one that no key has."""
    typed = iter("".join(["\xe0K", "\x00M", "\xe0H", "\xe0P", "\xe0G", "\xe0O", "\xe0x", " ", "q"]))
    monkeypatch.setitem(sys.modules, "msvcrt", types.SimpleNamespace(getwch=lambda: next(typed)))
    monkeypatch.setattr(sys, "platform", "win32")
    with read_keys() as next_key:
        pressed = [next_key() for _ in range(9)]
    assert pressed == ["left", "right", "up", "down", "home", "end", "", "right", "quit"]


@pytest.mark.parametrize("platform, calls", [("win32", [""]), ("linux", [])])
def test_an_old_console_is_told_to_listen(through, monkeypatch, platform, calls):
    told = []
    monkeypatch.setattr(commands.os, "system", told.append)
    monkeypatch.setattr(sys, "platform", platform)
    explored(through, monkeypatch, [])
    assert told == calls


@pytest.mark.parametrize("rate", ["0", "1e308"])
def test_rates_that_are_taken(rate, monkeypatch):
    seen = []
    monkeypatch.setattr(commands, "record_rounds", lambda root, optimizer, rounds: seen.append(optimizer) or sys.exit())
    with pytest.raises(SystemExit):
        main(["steps", "--lr", rate])
    assert seen[0].param_groups[0]["lr"] == float(rate)


# -- a terminal --------------------------------------------------------------------------------------------------------

pty = pytest.importorskip("pty", reason="there are no pseudo terminals here")


class Terminal:
    """``tinygrad-edu steps`` in a pseudo terminal of 80 by 40."""

    def __init__(self, **environment):
        import fcntl
        import struct
        import termios

        self.mine, its = pty.openpty()
        fcntl.ioctl(its, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 80, 0, 0))
        self.before = termios.tcgetattr(its)
        self.its = its
        inherited = {name: text for name, text in os.environ.items() if name not in ("COLUMNS", "LINES")}
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tinygrad_edu", "steps", "--rounds", "2"],
            stdin=its, stdout=its, stderr=its, cwd=ROOT, close_fds=True,
            env={**inherited, "TERM": "xterm", "PYTHONIOENCODING": "utf-8", **environment},
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # tests run with & ignore it
        )  # fmt: skip
        self.seen = ""

    def until(self, words, seconds=60.0):
        """Read until the words are there; what was read since the last time."""
        end, got = time.monotonic() + seconds, b""
        while words not in self.seen:
            left = end - time.monotonic()
            assert left > 0.0, f"{words!r} did not come, but {self.seen[-500:]!r}"
            if select.select([self.mine], [], [], min(left, 0.2))[0]:
                got += os.read(self.mine, 65536)
                self.seen = got.decode("utf-8", "ignore")
        seen, self.seen = self.seen, ""
        return seen

    def press(self, keys):
        os.write(self.mine, keys)

    def close(self):
        self.process.kill()
        self.process.wait()
        os.close(self.mine)
        os.close(self.its)


@pytest.fixture
def terminal():
    made = []

    def make(**environment):
        made.append(Terminal(**environment))
        return made[-1]

    yield make
    for one in made:
        one.close()


def test_in_a_terminal(terminal):
    import termios

    t = terminal()
    t.until("q: quit")
    t.press(b"\x1b[C")
    assert "Forward: net_h1 is computed." in t.until("q: quit")
    t.press(b" ")
    assert "step 2 of 24" in t.until("q: quit")
    t.press(b"\x1b[D")
    assert "step 1 of 24" in t.until("q: quit")
    t.press(b"\x1bOF")
    assert "step 24 of 24" in t.until("q: quit")
    t.press(b"\x1b[A")
    assert "round 1" in t.until("q: quit")
    t.press(b"\x1b[H")
    assert "step 0 of 24" in t.until("q: quit")
    t.press(b"q")
    t.until("\x1b[?1049l")
    assert t.process.wait(timeout=30) == 0
    assert termios.tcgetattr(t.its) == t.before


def test_ctrl_c_leaves_the_terminal_as_it_was(terminal):
    import termios

    t = terminal()
    t.until("q: quit")
    for _ in range(3):  # a signal that comes just before Python begins to wait for a key is seen when the wait ends
        t.process.send_signal(2)
        with contextlib.suppress(subprocess.TimeoutExpired):
            t.process.wait(timeout=10)
            break
    t.until("\x1b[?1049l")
    assert t.process.wait(timeout=30) == 130
    assert termios.tcgetattr(t.its) == t.before


def test_a_dumb_terminal_gets_the_listing(terminal):
    t = terminal(TERM="dumb")
    seen = t.until("2 rounds:")
    assert "\x1b" not in seen
    assert "19  Backward through net_o1" in seen


@pytest.mark.parametrize(
    "sent, keys",
    [
        (b"\x1b[C \x1bOF", ["\x1b[C", " ", "\x1bOF"]),
        (b"\x1b[5~\x1b[1~q", ["\x1b[5~", "\x1b[1~", "q"]),
        (b"\x1b", ["\x1b"]),
        (b"", ["q"]),
    ],
)
def test_keys_that_come_as_several_letters(sent, keys):
    """Escape alone is a key too, if nothing follows at once; where nothing can follow, the end has come."""
    from tinygrad_edu.steps.keys import _typed

    mine, its = os.pipe()
    try:
        os.write(its, sent)
        if not sent:
            os.close(its)
        assert [_typed(mine) for _ in keys] == keys
    finally:
        os.close(mine)
        if sent:
            os.close(its)


@pytest.mark.parametrize(
    "left, right, lines",
    [
        ("left", "right", ["left       right"]),
        ("left", "right    ", ["left       right"]),
        ("123456789", "right", ["123456789  right"]),
        ("1234567890", "right", ["1234567890", " " * 11 + "right"]),
        ("left", "as wide as 16 is", ["left", "as wide as 16 is"]),
        ("left", "wider than the screen", ["left", "wider than the screen"]),
    ],
)
def test_what_stands_at_both_ends_of_a_line(left, right, lines):
    assert narrow(16)._apart(left, right) == lines


def narrow(width):
    screen = Screen(steps(network()[0]), width=width)
    screen.width = width  # also where that is less than what is shown in the end
    return screen


@pytest.mark.parametrize(
    "text, start, lines",
    [
        ("12345678 1234567", "", ["12345678 1234567"]),
        ("12345678 12345678", "", ["12345678", "  12345678"]),
        ("1234 6789 12345 7890", "", ["1234 6789 12345", "  7890"]),
        ("   1234", "", ["   1234"]),
        ("12345678901234567890123456789012", "", ["1234567890123456", "  78901234567890", "  12"]),
        ("12 4567", "x = 9012345 ", ["x = 9012345 12", "  4567"]),
        ("一二三四五六七八", "", ["一二三四五六七八"]),
        ("一二三四五六七八九", "", ["一二三四五六七八", "  九"]),
        ("1一二三四五六七八", "", ["1一二三四五六七", "  八"]),
        ("12" + 8 * "🙂", "", ["12" + 7 * "🙂", "  🙂"]),
        ("", "", []),
        ("", "x", ["x"]),
    ],
)
def test_text_in_lines(text, start, lines):
    assert narrow(16)._wrapped(text, 2, start) == lines


@pytest.mark.parametrize(
    "text, columns, cut",
    [
        ("abcdef", 6, "abcdef"), ("abcdefg", 6, "abcde…"), ("一二三", 6, "一二三"), ("一二三四", 6, "一二…"),
        ("一二", 3, "一…"),
    ],
)  # fmt: skip
def test_names_that_are_cut(text, columns, cut):
    assert narrow(40)._cut(text, columns) == cut


SUM = Row("abcd", "+=", "x·y", "2·3", "6", "(why)")
LONG = Row("abcdefghijkl", "=", "x", "2·3", "6")


@pytest.mark.parametrize(
    "row, width, lines",
    [
        (SUM, 29, ["  abcd += x·y = 2·3 = 6 (why)"]),
        (SUM, 28, ["  abcd += x·y", "        = 2·3 = 6 (why)"]),
        (SUM, 23, ["  abcd += x·y", "        = 2·3 = 6 (why)"]),
        (SUM, 22, ["  abcd += x·y", "        = 2·3 = 6", "            (why)"]),
        (Row("a", "=", "x·y", "", "6"), 22, ["  a     = x·y = 6"]),
        (LONG, 29, ["  abcdefghijkl  = x = 2·3 = 6"]),
        (LONG, 28, ["  abcdefghijkl  = x", "                = 2·3 = 6"]),
        (LONG, 27, ["  abcdefghijkl", "        = x = 2·3 = 6"]),
        (LONG, 20, ["  abcdefghijkl", "        = x", "        = 2·3 = 6"]),
    ],
)
def test_an_equation_that_does_not_fit_goes_on_below(row, width, lines):
    assert narrow(width)._row(row, 4, 2) == lines


@pytest.mark.parametrize("left, margin", [("12345678", 8), ("123456789", 1)])
def test_equations_are_aligned_at_left_sides_of_up_to_half_the_width(left, margin):
    rows = (Row(left, "=", "x", "", "1"), Row("a", "=", "y", "", "2"))
    assert narrow(20).said(Step("forward", "Now.", rows, "So.")) == [
        "Now.", *narrow(20)._row(rows[0], margin, 1), f"  {'a':{margin}} = y = 2", "So.",
    ]  # fmt: skip


@pytest.mark.parametrize("calls", [0, 1, 2])
def test_where_there_is_one_round_nothing_is_said_of_rounds(calls):
    w = Value(0.5, "w")
    rounds = Rounds((w * 2.0).named("E"), [w])
    for _ in range(calls):
        w.data += 1.0
        rounds()
    screen = Screen(steps(rounds.root, rounds), width=79)
    said = " ".join(" ".join(screen.lines(screen.last, calls)).split())
    for words in "This is the last round that was recorded.", f"round {calls}", "↑ ↓: round":
        assert (words in said) is (calls > 0)


def test_no_line_begins_with_a_chinese_full_stop_or_comma():
    through = steps(network()[0], lang="zh")
    for width in range(44, 92):
        for line in through.text(width=width).splitlines():
            assert line.strip()[:1] not in {*"，。：；、）"}, (width, line)
