"""What the commands print, with their defaults and their settings, to the last character."""

import re

import pytest

from tinygrad_edu.cli import main
from tinygrad_edu.ops import OPS

from .golden import held
from .test_report_gallery import shortened
from .test_steps_gallery import DERIVED, DRAWN, HEAVY

TABLE = set(OPS)  # before the README and other tests add to it
COMMANDS = {
    "draw": [
        "draw network", "draw graph", "draw graph --fold none --digits 3 --title Title", "draw path",
        "draw path --wrt b1", "draw path --net 2,2,1 --digits 1", "draw layers", "draw layers --net 2,8,8,1",
        "draw network --net 2,3,1", "draw network --net 7,2 --force", "draw path --net 2,2,2,1 --digits 9",
        "draw network --net 3,2 --activation relu --seed 5 --show deltas",
        "draw expr tanh(w*x+b) w=0.5 x=2 b=-1", "draw expr leaky_relu(x,negative_slope=0.2)*-pi x=-1.5 --wrt x",
        "draw expr x**2/y-+y x=3 y=-0.5", "draw expr 2-x x=1 --theme print",
        "draw graph --rankdir TB --engine builtin --format svg -o - --digits 2",
        "draw network -o - --format dot --theme dark --show names",
        "draw network graph", "draw expr", "draw expr x+1 x", "draw expr x+1 =1", "draw expr x+z x=1", "draw expr 1+1",
        "draw expr x x=1", "draw expr x+x x=1 z=2", "draw path --wrt nothing", "draw article -o -", "draw expr x+x x=a",
        "draw expr sin(x,x) x=1", "draw expr no(x) x=1", "draw expr x[0] x=1", "draw expr 1/0*x x=1",
        "draw expr y+y y=2", "draw expr relu(x,**y) x=1", "draw expr x*'a' x=1",
    ],
    "explain": [
        "explain", "explain w1 --lr 0.5", "explain --net 2,2,1", "explain --net 2,2,2,1 --activation sigmoid --seed 3",
        "explain w1 --at out_h1 --digits 4 --verbose 0", "explain w8 --verbose 2 --lang zh", "explain b2 --latex",
        "explain i1 --markdown --digits 3", "explain w5 --html --digits 2", "explain w5 --ascii", "explain w9",
        "explain --net 9,9,9 x", "explain w1 --at w8",
    ],
    "steps": [
        "steps --rounds 1 --net 2,2,1 --lr 0.25", "steps --rounds 0 --net 1,1 --activation relu --seed 4 --lang zh",
        "steps --rounds 2 --net 2,1 --title Title", "steps --net 2,2,1 --activation no",
    ],
    "lint": [
        "lint", "lint --lr 0.5 --lang zh", "lint --net 2,3,1", "lint --net 2,8,8,1 --activation relu --seed 3 --ascii",
        "lint --data xor --lr 0.1", "lint --data xor --net 2,2,1 --activation sigmoid --seed 2",
        "lint --data moons --net 3,1", "lint --data circles --net 2,99,99,1",
        "lint --data circles --net 2,1 --seed 7", "lint --data moons --net 2,1 --lr 30",
    ],
    "article": [
        "article --rounds 2", "article --rounds 1 --order sequential --digits 4", "article --rounds 1 --net 2,1",
        "article --report - --rounds 1 --activation relu", "article --report - --rounds 1 --seed 0",
        "article --rounds 1 --lr 0", "article --rounds 1 --seed 1", "article --rounds 1 --activation tanh",
        "article --rounds 1 --lang zh",
    ],
    "pages": [
        "steps -o - --rounds 1 --net 1,1 --theme dark --lr 0.1", "article --report - --rounds 1 --net 1,1",
        "article --report - --rounds 2 --net 1,2 --activation relu --seed 3 --lr 0.1 --lang zh --digits 4",
    ],
}  # fmt: skip


@pytest.mark.parametrize("name", COMMANDS)
def test_commands(name, capsysbinary, monkeypatch):
    monkeypatch.delenv("TINYGRAD_EDU_DOT", raising=False)
    for added in OPS.keys() - TABLE:
        monkeypatch.delitem(OPS, added)
    parts = []
    for line in COMMANDS[name]:
        code = main(line.split())
        out, err = (stream.decode() for stream in capsysbinary.readouterr())
        out = DERIVED.sub("", DRAWN.sub(r"\1", HEAVY.sub("", shortened(out)))) if out.startswith("<!DOCTYPE") else out
        out = re.sub(r'<script type="application/json".*?</script>\n', "", out, flags=re.DOTALL)
        parts.append(f"$ {line}\n{out}{err}{'' if code == 0 else f'exit code {code}'}")
    held(f"commands/{name}.txt", "\n".join(parts) + "\n")
