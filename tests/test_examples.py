"""Every training example runs, most in a process of their own; with all epochs (slow) they reach what they promise."""

import importlib.util
import os
import runpy
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

import tinygrad_edu as te
from tinygrad_edu import article

FOLDER = Path(__file__).parent.parent / "examples"
FEW = {
    "article": ["--epochs", "20"],
    "attention": ["--epochs", "3"],
    "digits": ["--epochs", "1"],
    "gpt": ["--epochs", "10"],
    "iris": ["--epochs", "3"],
    "moons": ["--epochs", "3", "--plot", "moons.png"],
    "recurrent": ["--epochs", "3"],
    "scalars": ["--epochs", "20"],
    "xor": ["--epochs", "5"],
}


HERE = ["digits", "iris", "moons"]
"""Those that need scikit-learn, which takes two seconds to import: they run in this process, where it may be there."""


def module_of(name):
    spec = importlib.util.spec_from_file_location(f"example_{name}", FOLDER / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def main_of(name):
    return module_of(name).main


def run(name, arguments, folder):
    command = [sys.executable, "-X", "utf8", str(FOLDER / f"{name}.py"), *arguments]
    where = os.environ | {"PYTHONPATH": str(FOLDER.parent)}  # the checkout, also where something else is installed
    return subprocess.run(command, capture_output=True, timeout=300, cwd=folder, env=where, encoding="utf-8")


@pytest.mark.parametrize("name", [name for name in FEW if name not in HERE])
def test_it_runs(name, tmp_path):
    done = run(name, FEW[name], tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout
    if name == "gpt" and find_spec("llvmlite"):
        is_a_few_operations_on_arrays_and_invents_names(done.stdout)


def is_a_few_operations_on_arrays_and_invents_names(printed):
    code, said = printed.split("error ")
    assert "t13 = t12 @ Q.T" in code and "to_diagonal = arange(16) < 1 + arange(16)[:, None]" in code
    assert float(said.split(" in the last")[0].split()[-1]) < 1.9  # that of chance is 3.3
    assert "1,480 steps took" in said and "(compiled: llvm)" in said and len(said.split("invented: ")[1].split()) > 20


@pytest.fixture
def run_here(monkeypatch, tmp_path, capsys):
    """As ``run``, in this process, where what it imports may be there already."""

    def called(name, arguments):
        monkeypatch.chdir(tmp_path)
        monkeypatch.setattr(sys, "argv", [f"{name}.py", *arguments])
        runpy.run_path(str(FOLDER / f"{name}.py"), run_name="__main__")
        return capsys.readouterr()

    return called


@pytest.mark.parametrize("name", HERE)
def test_it_runs_here(name, run_here, tmp_path):
    pytest.importorskip("sklearn")
    if name == "moons":
        pytest.importorskip("matplotlib")
    out, err = run_here(name, FEW[name])
    assert out and not err
    if name == "moons":
        assert (tmp_path / "moons.png").read_bytes().startswith(b"\x89PNG")


@pytest.mark.parametrize("name", [*FEW, "gallery"])
def test_an_option_that_there_is_not_is_no_file_to_write(name, run_here, tmp_path, capsys):
    with pytest.raises(SystemExit) as ended:
        run_here(name, ["--no-such-option"])
    assert ended.value.code == 2 and "usage: " in capsys.readouterr().err and not list(tmp_path.iterdir())


@pytest.mark.parametrize("rounds", [500, pytest.param(10_000, marks=pytest.mark.slow)])
def test_article_reaches_what_it_promises(rounds):
    reached = main_of("article")(rounds)
    assert reached == article.Article().train(rounds)
    assert rounds < 10_000 or reached == 3.510187782978859e-05


SLOW = [pytest.param(*case, marks=pytest.mark.slow) for case in (("moons", 1.0), ("iris", 0.95), ("digits", 0.95))]


def test_plain_scalars_learn_and_are_drawn(tmp_path):
    assert main_of("scalars")(folder=tmp_path) < 1e-3
    assert sorted(path.name for path in tmp_path.iterdir()) == ["network.svg", "path.svg", "steps.html"]


def test_attention_learns_to_look_back():
    assert main_of("attention")() < 1e-3


def test_a_recurrent_network_learns_to_remember(capsys):
    assert main_of("recurrent")() < 0.1
    code = capsys.readouterr().out
    assert "    for k in range(22):\n" in code and "    for k in reversed(range(22)):\n" in code


def test_what_the_readme_says_of_the_gpt():
    pytest.importorskip("numpy")
    compiled = te.jit(module_of("gpt").GPT(), target="numpy")
    compiled([0] * 16)
    assert "133,424 operations" in compiled.report()
    assert "42 loop nests over arrays, in which 100.0% of the work rolled up" in compiled.report()


@pytest.mark.parametrize(("name", "least"), [("xor", 1.0), *SLOW])
def test_accuracy_reaches_what_is_promised(name, least):
    assert main_of(name)() >= least
