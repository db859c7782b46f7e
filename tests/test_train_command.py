"""tinygrad-edu train: what it prints, the files it writes, its exit codes, and one sentence for each wrong use."""

import argparse
import io
import struct
import sys

import pytest

from tests.golden import held_sections as held
from tinygrad_edu import nn
from tinygrad_edu.train import History
from tinygrad_edu.train import commands as train_command
from tinygrad_edu.train.checkpoint import load


@pytest.fixture
def run(capsys):
    def command(*arguments):
        parser = argparse.ArgumentParser(prog="tinygrad-edu")
        train_command.add_commands(parser.add_subparsers())
        try:
            parsed = parser.parse_args(["train", *map(str, arguments)])
            code = parsed.run(parsed)
        except SystemExit as end:
            code = end.code
        return code, *capsys.readouterr()

    return command


@pytest.fixture
def flowers(tmp_path):
    path = tmp_path / "flowers.csv"
    rows = [f"{k % 7}.5,{k % 5},{'iris' if k % 7 > 3 else 'rose'},{2 * (k % 7) - k % 5}" for k in range(40)]
    path.write_text("\n".join(["petal,sepal,kind,price", *rows]))
    return path


def test_xor(run):
    code, out, err = run("xor")
    assert (code, err) == (0, "")
    lines = out.splitlines()
    assert lines[0] == "4 rows, 2 inputs, 2 classes; 4 to train on, none held out"
    assert lines[1].endswith("17 parameters")
    assert lines[2] == "adam, lr 0.1, 100 epochs in batches of 4"
    assert lines[3].startswith("loss █")
    assert lines[4].endswith("accuracy 100.0%")


@pytest.mark.parametrize("name", sorted(set(train_command.PLANS) - {"digits"}))
def test_every_data_set(run, name):
    if name != "xor":
        pytest.importorskip("sklearn")
    code, out, err = run(name, "--epochs", 1, "--hidden", 3)
    assert (code, err) == (0, "")
    assert ("held-out rows: loss" in out) == (name != "xor")


def test_the_plan_for_each_data_set(run, flowers, monkeypatch):
    """Net, optimizer, epochs, batches, rows held out, standardised or not: what is said, and what training is given."""
    pytest.importorskip("sklearn")
    monkeypatch.setattr(train_command, "fit", lambda net, train, **settings: spans.append(train) or History())
    monkeypatch.setattr(train_command, "_measured", lambda *arguments: "")
    spans, sections = [], []
    for name in [*train_command.PLANS, flowers]:
        target = ["--target", "kind"] if name is flowers else []
        out = run(name, *target)[1].splitlines()[:3]
        columns = list(zip(*spans[-1].X, strict=True))
        sizes = ", ".join(f"{min(column):.3g} to {max(column):.3g}" for column in columns[:4])
        sections.append((getattr(name, "name", name), "\n".join([*out, sizes])))
    held("train/plans.txt", sections)


def test_what_is_asked_for_is_what_is_done(run, flowers, monkeypatch):
    """Every argument that changes the training, as it arrives there."""
    seen = {}

    def noted(net, train, **settings):
        seen.update(settings, net=repr(net), rows=len(train))
        return History()

    monkeypatch.setattr(train_command, "fit", noted)
    net = "--target kind --columns petal sepal --hidden 3 5 --activation relu --optimizer sgd --lr 0.25"
    training = "--epochs 2 --batch-size 7 --seed 4 --held-out 0.5 --quiet"
    out = run(flowers, *net.split(), *training.split())[1].splitlines()
    assert out[:3] == [
        "40 rows, 2 inputs, 2 classes; 20 to train on, 20 held out",
        "MLP(2, [3, 5, 1], activation='relu', output_activation='linear'), 35 parameters",
        "sgd, lr 0.25, 2 epochs in batches of 7",
    ]
    optimizer, validation = seen.pop("optimizer"), seen.pop("validation")
    assert (type(optimizer).__name__, optimizer.param_groups[0]["lr"], len(validation)) == ("SGD", 0.25, 20)
    assert seen == {
        "net": "MLP(2, [3, 5, 1], activation='relu', output_activation='linear')", "rows": 20, "epochs": 2,
        "batch_size": 7, "seed": 4, "progress": False, "metrics": "accuracy",
        "loss": nn.binary_cross_entropy_with_logits,
    }  # fmt: skip
    run(flowers, "--target", "kind", "--held-out", "0", "--batch-size", "1000")
    assert (seen["validation"], seen["rows"], seen["batch_size"], seen["progress"]) == (None, 40, 40, True)


def test_numbers_are_scaled_by_the_training_rows(run, flowers, monkeypatch):
    """Their mean is 0 and their spread 1; held-out rows go along, and what was done to them is written down."""
    seen = []
    monkeypatch.setattr(train_command, "_measured", lambda *arguments: "")
    monkeypatch.setattr(train_command.checkpoint, "save", lambda *arguments, notes, **settings: seen.append(notes))

    def noted(net, train, *, validation, **settings):
        seen.extend([train, validation])
        return History()

    monkeypatch.setattr(train_command, "fit", noted)
    assert run(flowers, "--target", "price", "--columns", "petal", "sepal", "--save", "net.json")[0] == 0
    train, test, notes = seen
    mean, spread = notes["target_scaling"]
    assert (len(train), len(test)) == (32, 8)
    assert sum(train.y) / 32 == pytest.approx(0.0, abs=1e-12)
    assert sum(y * y for y in train.y) / 32 == pytest.approx(1.0)
    prices = [round(y * spread + mean, 9) for y in [*train.y, *test.y]]
    assert sorted(prices) == sorted(2.0 * (k % 7) - k % 5 for k in range(40))


def test_digits(run):
    pytest.importorskip("sklearn")
    code, out, _ = run("digits", "--epochs", 0, "--hidden", 1)
    assert code == 0
    assert "MLP(64, [1, 10]" in out


def test_the_seed_decides_everything(run, tmp_path):
    pytest.importorskip("sklearn")
    pytest.importorskip("matplotlib")

    def files(seed):
        arguments = ["--epochs", 2, "--seed", seed, "--save", tmp_path / "net.json", "--plot", tmp_path / "net.svg"]
        code, out, _ = run("moons", "--hidden", 1, *arguments)
        assert code == 0
        return out, (tmp_path / "net.json").read_bytes(), (tmp_path / "net.svg").read_bytes()

    first, again, other = files(1), files(1), files(2)
    assert first == again
    assert all(a != b for a, b in zip(first, other, strict=True))


def test_saved_nets_can_be_loaded(run, flowers, tmp_path):
    code, _, _ = run(flowers, "--target", "kind", "--hidden", 2, "--epochs", 3, "--save", tmp_path / "net.json")
    assert code == 0
    found = load(tmp_path / "net.json", nn.MLP(3, [2, 1], "tanh"))
    assert len(found.history) == 3
    assert found.notes["features"] == ["petal", "sepal", "price"]
    assert found.notes["classes"] == ["iris", "rose"]
    assert len(found.notes["scaling"]) == 3


@pytest.mark.parametrize("kind", ["png", "svg", "pdf"])
def test_plots(run, tmp_path, kind):
    pytest.importorskip("matplotlib")
    path = tmp_path / f"plot.{kind}"
    code, out, _ = run("xor", "--epochs", 1, "--hidden", 1, "--plot", path)
    assert code == 0
    assert f"the plot is in {path}" in out
    assert path.read_bytes()[:4] in (b"\x89PNG", b"<?xm", b"%PDF")


def test_the_boundary_of_a_net_input_is_at_0_and_left_of_the_loss(run, tmp_path, monkeypatch):
    pytest.importorskip("matplotlib")
    seen = []

    def noted(net, rows, ax, threshold):
        seen.append((len(rows), threshold, ax.get_subplotspec().colspan.start))

    monkeypatch.setattr(train_command, "plot_boundary", noted)
    monkeypatch.setattr(train_command, "plot_loss", lambda history, ax: seen.append(ax.get_subplotspec().colspan.start))
    assert run("xor", "--epochs", 1, "--plot", tmp_path / "plot.svg")[0] == 0
    assert seen == [(4, 0.0, 0), 1]


def test_letters_that_no_font_has_are_told_once(run, tmp_path, monkeypatch, recwarn):
    pytest.importorskip("matplotlib")
    monkeypatch.setattr("tinygrad_edu.train.plot.HAN", ())
    table = tmp_path / "people.csv"
    table.write_text("身高,体重,性别\n" + "170,60,男\n160,50,女\n" * 5, encoding="utf-8")
    code, out, err = run(table, "--target", "性别", "--epochs", 1, "--hidden", 1, "--plot", tmp_path / "plot.png")
    assert code == 0 and out.splitlines()[-1].startswith("boxes stand there for letters that matplotlib finds in no")
    assert not recwarn.list and "Glyph" not in out + err


def test_a_plot_is_in_the_units_of_the_file(run, flowers, tmp_path, monkeypatch):
    """The net learns from standardised numbers, and its boundary is drawn over those that the columns hold."""
    pytest.importorskip("matplotlib")
    seen = []

    def noted(model, rows, ax, threshold):
        seen.extend((rows.X, [model(x)[0].data for x in rows.X]))

    monkeypatch.setattr(train_command, "plot_boundary", noted)
    path, settings = tmp_path / "net.json", ["--columns", "petal", "price", "--epochs", 1, "--held-out", 0]
    assert run(flowers, "--target", "kind", *settings, "--save", path, "--plot", tmp_path / "plot.svg")[0] == 0
    net = nn.MLP(2, [16, 16, 1], "tanh")
    notes = load(path, net).notes
    (m1, s1), (m2, s2) = notes["scaling"]
    assert {x[0] for x in seen[0]} == {k + 0.5 for k in range(7)}
    assert seen[1] == [net([(a - m1) / s1, (b - m2) / s2])[0].data for a, b in seen[0]]


@pytest.mark.parametrize("epochs", [0, 1])
def test_the_loss_is_plotted_if_there_was_an_epoch(run, tmp_path, monkeypatch, epochs):
    pytest.importorskip("matplotlib")
    seen = []
    monkeypatch.setattr(train_command, "plot_boundary", lambda *arguments, **settings: None)
    monkeypatch.setattr(train_command, "plot_loss", lambda history, ax: seen.append(len(history)))
    assert run("xor", "--epochs", epochs, "--plot", tmp_path / "plot.svg")[0] == 0
    assert seen == [1] * epochs


def test_how_large_plots_are(run, flowers, tmp_path):
    """10 by 4.5 inches with a plane beside the loss, 5.5 without; 72 points to the inch and 150 px."""
    pytest.importorskip("matplotlib")
    prices, kinds = [flowers, "--target", "price", "--columns", "petal", "sepal"], [flowers, "--target", "kind"]
    narrow = 'width="396pt" height="324pt"'
    for arguments, size in (["xor"], 'width="720pt" height="324pt"'), (prices, narrow), (kinds, narrow):
        assert run(*arguments, "--epochs", 1, "--hidden", 1, "--plot", tmp_path / "plot.svg")[0] == 0
        text = (tmp_path / "plot.svg").read_text(encoding="utf-8")
        assert size in text and text.count('id="axes_') == (2 if arguments == ["xor"] else 1)
    assert run("xor", "--epochs", 1, "--hidden", 1, "--plot", tmp_path / "plot.png")[0] == 0
    assert struct.unpack(">II", (tmp_path / "plot.png").read_bytes()[16:24]) == (1500, 675)


def test_csv(run, flowers):
    code, out, _ = run(
        flowers, "--target", "kind", "--columns", "petal", "sepal", "--hidden", 2, "--lr", 0.1, "--epochs", 60
    )
    assert code == 0
    assert "40 rows, 2 inputs, 2 classes; 32 to train on, 8 held out" in out
    assert out.splitlines()[-1].endswith("held-out rows: loss " + out.split("held-out rows: loss ")[1].strip())
    assert "accuracy 100.0%" in out
    code, out, _ = run(flowers, "--target", "price", "--columns", "petal", "sepal", "--hidden")
    assert code == 0
    assert "a number to predict" in out
    assert out.count("R² 0.99") == 2
    code, out, _ = run(flowers, "--target", "sepal", "--columns", "petal", "--classes", "--epochs", 1)
    assert "5 classes" in out
    hint = "a number to predict (--classes if its 5 values are classes)"
    for words, hinted in ([], True), (["--numbers"], False):
        assert (hint in run(flowers, "--target", "sepal", "--columns", "petal", "--epochs", 1, *words)[1]) is hinted
    assert "--classes" not in run(flowers, "--target", "petal", "--columns", "sepal", "--epochs", 1)[1]


@pytest.mark.parametrize("values, said", [(10, True), (11, False)])
def test_up_to_ten_whole_numbers_are_perhaps_classes(run, tmp_path, values, said):
    path = tmp_path / "counts.csv"
    path.write_text("x,y\n" + "".join(f"{0.5 * k},{k % values}\n" for k in range(22)), encoding="utf-8")
    code, out, _ = run(path, "--target", "y", "--epochs", 1)
    assert code == 0 and (f"(--classes if its {values} values are classes)" in out) is said


def test_ctrl_c(run, monkeypatch):
    calls = []

    def loss(*arguments):
        calls.append(1)
        if len(calls) == 4:
            raise KeyboardInterrupt
        return nn.binary_cross_entropy_with_logits(*arguments)

    monkeypatch.setitem(train_command.LOSSES, "bce_with_logits", loss)
    code, out, _ = run("xor")
    assert code == 130
    assert "interrupted by Ctrl-C in epoch 3" in out
    assert "training rows: loss" in out


def test_divergence(run, flowers, tmp_path):
    arguments = ["--target", "price", "--columns", "petal", "--hidden", "--optimizer", "sgd", "--lr", 1e9]
    code, _, err = run(flowers, *arguments, "--save", tmp_path / "net.json")
    assert code == 1
    assert err.startswith("tinygrad-edu train: training stopped in epoch ")
    assert err.count("\n") == 1
    assert not (tmp_path / "net.json").exists()


WRONG = {
    "unknown": (["mons"], "there is no data set and no file 'mons': did you mean moons?"),
    "missing file": (["none.csv"], "no file 'none.csv': give xor, moons, circles, iris, digits, or the path"),
    "a folder for a table": (["."], "cannot read .: it is a folder; give the name of a file in it"),
    "target": (["moons", "--target", "x"], "are for CSV files, and moons is built in"),
    "seed": (["moons", "--seed", "-1"], "seeds are whole numbers from 0 to 4294967295, not -1"),
    "activation": (["xor", "--activation", "tanhh"], "there is no activation 'tanhh'"),
    "rate": (["xor", "--lr", "-1"], "a learning rate is a number, 0 or more, not '-1'"),
    "optimizer": (["xor", "--optimizer", "adm"], "there is no optimizer 'adm': did you mean 'adam'"),
    "hidden": (
        ["xor", "--hidden", "4,4"],
        "each size, with spaces between them, is a whole number, 1 or more, not '4,4'",
    ),
    "batch size": (["xor", "--batch-size", "0"], "a size is a whole number, 1 or more, not '0'"),
    "epochs": (["xor", "--epochs", "-1"], "a number of epochs is a whole number, 0 or more, not '-1'"),
    "half an epoch": (["xor", "--epochs", "1.5"], "whole number, 0 or more, not '1.5'"),
    "held out": (["xor", "--held-out", "1"], "at least 0 and less than 1"),
    "less than nothing": (["xor", "--held-out=-5e-324"], "at least 0 and less than 1, not '-5e-324'"),
    "undefined": (["xor", "--held-out", "nan"], "at least 0 and less than 1, not 'nan'"),
    "half": (["xor", "--held-out", "half"], "at least 0 and less than 1, not 'half'"),
    "kind of plot": (["xor", "--plot", "x.bmp"], "a plot ends in .png or .svg or .pdf, not as 'x.bmp'"),
}

NOT_HERE = {
    "a folder for a net": (["--save", "."], "cannot write .: it is a folder; give the name of a file in it"),
    "no name for a net": (["--save", ""], "cannot write .: it is a folder; give the name of a file in it"),
    "a folder for a plot": (["--plot", "."], "cannot write .: it is a folder; give the name of a file in it"),
    "folder": (["--save", "none/net.json"], "there is no folder none; create it first"),
}


@pytest.mark.parametrize("case", NOT_HERE, ids=str)
def test_what_cannot_be_written_is_said_before_the_training(run, case, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    arguments, message = NOT_HERE[case]
    code, out, err = run("xor", *arguments)
    assert (code, out) == (1, "")
    assert err.endswith(message + "\n") and err.count("\n") == 1


@pytest.mark.parametrize("case", WRONG, ids=str)
def test_wrong_use(run, case, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    arguments, message = WRONG[case]
    if case == "seed":
        pytest.importorskip("sklearn")
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    assert message in err
    assert "Traceback" not in err
    assert list(tmp_path.iterdir()) == []


def test_wrong_csv(run, flowers):
    assert "which column of" in run(flowers)[2]
    code, _, err = run(flowers, "--target", "colour")
    assert code == 2
    assert err == ("tinygrad-edu train: flowers.csv has no column 'colour': it has 'petal', 'sepal', 'kind', 'price'\n")
    flowers.write_text("a,b\n1,2\nx,3\n")
    assert "line 3: 'x' in column 'a'" in run(flowers, "--target", "b")[2]
    flowers.write_text("a,b\n1,2\n")
    assert "1 row cannot be divided" in run(flowers, "--target", "b")[2]
    flowers.write_text("a,b\n1,x\n2,x\n")
    assert "all rows are of the one class 'x'" in run(flowers, "--target", "b")[2]
    flowers.write_text("a,b\n1,5\n2,5\n")
    assert "the target is 5 in all rows: there is nothing to learn" in run(flowers, "--target", "b")[2]
    flowers.write_text("a,b\n1,5\n2,6\n")  # one row on each side has no variance to explain
    assert run(flowers, "--target", "b", "--epochs", 1)[1].count("no R², as all targets are equal") == 2


def test_a_missing_extra_is_one_sentence(run, monkeypatch, tmp_path):
    monkeypatch.setitem(sys.modules, "sklearn", None)
    code, out, err = run("moons")
    assert (code, out) == (1, "")
    assert err.endswith("come from scikit-learn: pip install 'tinygrad-edu[examples]'\n")
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    code, out, err = run("xor", "--plot", tmp_path / "x.png")
    assert (code, out) == (1, "")
    assert err.endswith("plots are drawn by matplotlib: pip install 'tinygrad-edu[plot]'\n")


def test_a_terminal_without_blocks(run, monkeypatch):
    class Old(io.StringIO):
        encoding = "cp1252"

    old = Old()
    monkeypatch.setattr(sys, "stdout", old)
    assert run("xor", "--epochs", "4")[0] == 0
    assert " -> " in old.getvalue()
    assert old.getvalue().encode("cp1252")
