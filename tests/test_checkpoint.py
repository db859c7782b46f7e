"""Checkpoints: what is saved comes back bit for bit, training goes on bit for bit, and bad files change nothing."""

import copy
import json
import math
import os
import struct
import threading

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tinygrad_edu import Value, data, nn, optim
from tinygrad_edu.optim.lr_scheduler import (
    ChainedScheduler,
    CosineAnnealingLR,
    ExponentialLR,
    LinearLR,
    OneCycleLR,
    ReduceLROnPlateau,
    SequentialLR,
    StepLR,
)
from tinygrad_edu.train import History, checkpoint, fit
from tinygrad_edu.train.by_name import OPTIMIZERS
from tinygrad_edu.train.checkpoint import CheckpointError, load, save
from tinygrad_edu.train.strict_json import parsed


def bits(state):
    return {name: struct.pack("<d", x) for name, x in state.items()}


class Bag(nn.Module):
    """Any numbers under any names."""

    def __init__(self, numbers):
        self.values = {name: Value(x) for name, x in numbers.items()}


def net_and_optimizer(seed=0, kind=optim.Adam):
    net = nn.MLP(2, [3, 1], activation="tanh", seed=seed)
    return net, kind(net.parameters())


# -- there and back --------------------------------------------------------------------------------------------------


@given(st.dictionaries(st.text(max_size=8), st.floats(width=64, allow_nan=False), max_size=6))
def test_every_float_comes_back_bit_for_bit(tmp_path_factory, numbers):
    path = tmp_path_factory.getbasetemp() / "floats.json"
    save(path, Bag(numbers))
    bag = Bag(dict.fromkeys(numbers, 7.0))
    load(path, bag)
    assert bits(bag.state_dict()) == bits(Bag(numbers).state_dict())


def test_inf_and_nan_are_strings(tmp_path):
    numbers = {"a": math.inf, "b": -math.inf, "c": math.nan, "nan": -0.0}
    save(tmp_path / "x.json", Bag(numbers))
    text = (tmp_path / "x.json").read_text()
    assert '"values.a": "inf"' in text
    assert json.loads(text)["parameters"]["values.nan"] == 0.0
    bag = Bag(dict.fromkeys(numbers, 1.0))
    load(tmp_path / "x.json", bag)
    assert repr(bag.state_dict()) == repr(Bag(numbers).state_dict())


def test_the_file_is_readable(tmp_path):
    net, optimizer = net_and_optimizer()
    save(tmp_path / "net.json", net, optimizer, notes={"classes": ["Äpfel", "梨"]})
    lines = (tmp_path / "net.json").read_text().splitlines()
    assert lines[1:4] == [
        ' "format": "tinygrad_edu checkpoint",',
        ' "version": 1,',
        " \"model\": \"MLP(2, [3, 1], activation='tanh', output_activation='linear')\",",
    ]
    assert lines[5] == f'  "layers.0.neurons.0.w.0": {net.parameters()[0].data!r},'
    assert load(tmp_path / "net.json", net).notes == {"classes": ["Äpfel", "梨"]}


SCHEDULERS = {
    "step": lambda o: StepLR(o, 2, 0.5),
    "cosine": lambda o: CosineAnnealingLR(o, 10),
    "plateau": lambda o: ReduceLROnPlateau(o, patience=1, factor=0.5),
    "one cycle": lambda o: OneCycleLR(o, max_lr=0.1, total_steps=100),
    "in sequence": lambda o: SequentialLR(o, [LinearLR(o), ExponentialLR(o, 0.9)], [2]),
    "chained": lambda o: ChainedScheduler([LinearLR(o), ExponentialLR(o, 0.9)]),
}
CASES = [(name, "step") for name in sorted(OPTIMIZERS)] + [("adam", name) for name in SCHEDULERS]


@pytest.mark.parametrize(("kind", "schedule"), CASES)
def test_training_goes_on_as_if_never_interrupted(tmp_path, kind, schedule):
    def parts(seed):
        net = nn.Sequential(
            nn.Layer(2, 3, "tanh", seed=seed), nn.Dropout(0.3, seed=seed), nn.Layer(3, 1, "tanh", seed=seed)
        )
        optimizer = OPTIMIZERS[kind](net.parameters())
        return net, optimizer, SCHEDULERS[schedule](optimizer)

    def train(net, optimizer, scheduler, epochs, history=None):
        return fit(
            net,
            data.xor(),
            loss="mse",
            optimizer=optimizer,
            scheduler=scheduler,
            epochs=epochs,
            batch_size=3,
            seed=None if history is not None else 5,
            history=history,
        )

    whole = parts(1)
    together = train(*whole, 6)
    first = parts(1)
    history = train(*first, 3)
    save(tmp_path / "x.json", first[0], first[1], scheduler=first[2], history=history)
    second = parts(2)
    found = load(tmp_path / "x.json", second[0], second[1], scheduler=second[2])
    assert found.history == history
    assert train(*second, 3, found.history) == together
    assert bits(second[0].state_dict()) == bits(whole[0].state_dict())
    assert second[1].state_dict() == whole[1].state_dict()
    assert second[2].state_dict() == whole[2].state_dict()


@pytest.mark.parametrize("seed", [None, 2**64 - 1])
def test_a_history_comes_back_with_its_seed_or_without_one(tmp_path, seed):
    net, _ = net_and_optimizer()
    save(tmp_path / "x.json", net, history=some_history(seed))
    found = load(tmp_path / "x.json", net).history
    assert (found, found.seed) == (some_history(seed), seed)


def some_history(seed):
    return History([{"epoch": 1, "loss": math.inf}, {"epoch": 2, "loss": 0.5}], seed)


def test_what_was_not_asked_for_may_be_there(tmp_path):
    net, optimizer = net_and_optimizer()
    save(tmp_path / "x.json", net, optimizer)
    twin, _ = net_and_optimizer(1)
    assert repr(load(tmp_path / "x.json", twin)).endswith("13 numbers)")
    assert twin.state_dict() == net.state_dict()


# -- what does not fit, and what is damaged --------------------------------------------------------------------------


@pytest.fixture
def saved(tmp_path):
    net, optimizer = net_and_optimizer()
    history = fit(net, data.xor(), loss="mse", optimizer=optimizer, epochs=2, seed=0)
    path = tmp_path / "net.json"
    save(path, net, optimizer, scheduler=StepLR(optimizer, 2), history=history, notes=["x"])
    return path


class Target:
    """A model, optimizer and scheduler to load into, and whether they are still as they were."""

    def __init__(self):
        self.net = nn.Sequential(nn.Layer(2, 3, "tanh", seed=9), nn.Layer(3, 1, seed=9))
        self.optimizer = optim.Adam(self.net.parameters(), lr=0.5)
        self.scheduler = StepLR(self.optimizer, 7)
        self.before = self.state()

    def state(self):
        parts = self.net.state_dict(), self.optimizer.state_dict(), self.scheduler.state_dict()
        return copy.deepcopy(repr(parts))

    def load(self, path):
        return load(path, self.net, self.optimizer, scheduler=self.scheduler)

    def unchanged(self):
        return self.state() == self.before


def test_the_target_fits(saved):
    target = Target()
    target.load(saved)
    assert not target.unchanged()


def tampered(path, change):
    """The file with something changed on purpose: without its hash."""
    content = json.loads(path.read_text())
    content.pop("sha256", None)
    content = change(content) or content
    path.write_text(json.dumps(content))


def put(*way):
    *way, value = way

    def change(content):
        part = content
        for key in way[:-1]:
            part = part[key]
        part[way[-1]] = value

    return change


def without(*way):
    def change(content):
        part = content
        for key in way[:-1]:
            part = part[key]
        del part[way[-1]]

    return change


FIRST = "layers.0.neurons.0.w.0"
TAMPERED = {
    "another format": (put("format", "x"), "this is no checkpoint"),
    "another version": (put("version", 2), "a checkpoint of version 2, and version 1 can be read"),
    "version true": (put("version", True), "a checkpoint of version True"),
    "a list": (lambda content: [1, 2], "this is no checkpoint"),
    "part missing": (without("history"), "'history' is missing"),
    "part unexpected": (put("more", 1), "'more' is unexpected"),
    "parameter missing": (without("parameters", FIRST), "first difference: .* is missing"),
    "parameter unexpected": (put("parameters", "x", 1.0), "first difference: 'x' is unexpected"),
    "parameter a string": (put("parameters", FIRST, "0.5"), "is '0.5', which is no number"),
    "parameter true": (put("parameters", FIRST, True), "is True, which is no number"),
    "parameter a list": (put("parameters", FIRST, [1.0]), "which is no number"),
    "parameters a list": (put("parameters", [1.0]), "'parameters' is no dict"),
    "model a number": (put("model", 3), "'model' is no text"),
    "no optimizer": (put("optimizer", None), "saved without an optimizer, so the Adam cannot go on"),
    "another optimizer": (put("optimizer", "kind", "SGD"), "its optimizer is 'SGD', here it is 'Adam'"),
    "optimizer a number": (put("optimizer", 3), "its optimizer is 3"),
    "rate negative": (put("optimizer", "param_groups", 0, "lr", -1.0), "Invalid learning rate"),
    "rate a list": (put("optimizer", "param_groups", 0, "lr", [1]), "does not fit"),
    "beta": (put("optimizer", "param_groups", 0, "betas", [0.9, 1.5]), "Invalid beta parameter"),
    "state short": (lambda content: content["optimizer"]["state"].pop() and None, "expected the state of 13"),
    "state of text": (put("optimizer", "state", 0, "exp_avg", "x"), "does not fit"),
    "step": (put("optimizer", "state", 0, "step", -1), "not a count of steps"),
    "no scheduler": (put("scheduler", None), "saved without a scheduler"),
    "scheduler": (put("scheduler", "step_size", "x"), "does not fit"),
    "history": (put("history", 3), "'history' is no dict"),
    "history without rows": (without("history", "rows"), "'history' is no dict of a seed and rows"),
    "history seed": (put("history", "seed", "x"), "'history' is no dict of a seed and rows"),
    "history seed true": (put("history", "seed", True), "'history' is no dict of a seed and rows"),
    "history row": (put("history", "rows", 0, "loss", "x"), "row 1 of the history"),
    "generators": (put("generators", []), None),
}


@pytest.mark.parametrize("case", TAMPERED, ids=str)
def test_files_that_do_not_fit(saved, case):
    change, message = TAMPERED[case]
    tampered(saved, change)
    target = Target()
    if message is None:
        target.load(saved)  # this model has no generators, so none are looked for
        return
    with pytest.raises(CheckpointError, match=message) as caught:
        target.load(saved)
    assert target.unchanged()
    assert str(caught.value).startswith(str(saved))
    assert str(caught.value).count("Nothing was changed") == 1


def test_a_generator_that_keeps_a_normal_number_for_the_next_time(tmp_path):
    path = tmp_path / "net.json"
    net, twin = (nn.Sequential(nn.Layer(1, 1, seed=0), nn.Dropout(seed=seed)) for seed in (0, 1))
    net.layers[1].generator.gauss(0.0, 1.0)  # they are made two at a time
    save(path, net)
    load(path, twin)
    assert twin.layers[1].generator.getstate() == net.layers[1].generator.getstate()
    assert net.layers[1].generator.getstate()[2] is not None
    for kept in "0.5", 1, [0.5]:
        version, state, _ = net.layers[1].generator.getstate()
        tampered(path, put("generators", "layers.1.generator", [version, list(state), kept]))
        with pytest.raises(CheckpointError, match=r"random generator layers\.1\.generator is none"):
            load(path, twin)


def test_generators_that_do_not_fit(tmp_path):
    path = tmp_path / "x.json"
    net = nn.Sequential(nn.Layer(1, 1), nn.Dropout(seed=0))
    save(path, net)
    text = path.read_text()
    for bad in (None, [3, [1, 2], None], [3, ["x"] * 625, None], [3, [-1] * 625, None], [9, [1] * 625, None]):
        path.write_text(text)
        tampered(path, put("generators", "layers.1.generator", bad))
        before = net.state_dict(), net.layers[1].generator.getstate()
        with pytest.raises(CheckpointError, match=r"random generator layers\.1\.generator is none"):
            load(path, net)
        assert (net.state_dict(), net.layers[1].generator.getstate()) == before
    tampered(path, put("generators", {}))
    with pytest.raises(CheckpointError, match="no state for the model's random generator"):
        load(path, net)


DAMAGED = {
    "empty": (b"", "it is no JSON"),
    "not UTF-8": (b"\xff\xfe{}", "it is no text in UTF-8"),
    "a picture": (b"\x89PNG\r\n\x1a\n", "it is no text in UTF-8"),
    "BOM": (b"\xef\xbb\xbf{}", "it is no JSON"),
    "a number": (b"3", "this is no checkpoint"),
    "NaN": (b'{"x": NaN}', "NaN is no JSON"),
    "huge integer": (b'{"x": ' + b"9" * 100_000 + b"}", "too large a number"),
    "huge float": (b'{"x": 1e999}', "1e999 is too large a number"),
    "twice": (b'{"format": 1, "x": 2, "format": 3}', "'format' appears twice"),
    "deep lists": (b"[" * 100_000 + b"]" * 100_000, "levels deep"),
    "deep dicts": (b'{"x":' * 5_000 + b"1" + b"}" * 5_000, "levels deep"),
    "not quite so deep": (b"[" * 20 + b"]" * 20, "levels deep"),
    "deep and open": (b"[" * 1_000_000, "levels deep|is no JSON"),
}


@pytest.mark.parametrize("case", DAMAGED, ids=str)
def test_damaged_and_hostile_files(tmp_path, case):
    content, message = DAMAGED[case]
    (tmp_path / "x.json").write_bytes(content)
    target = Target()
    with pytest.raises(CheckpointError, match=message):
        target.load(tmp_path / "x.json")
    assert target.unchanged()


CUT_OFF = ["{", "[1", "[1, ", '{"x', '{"x": "y z', '{"x": [1\n']


@pytest.mark.parametrize("text", [*CUT_OFF, "[1 2", "[1}", "[1]]", '["a\nb"]', "", " "])
def test_what_was_cut_off_says_so(text):
    """And nothing else does: not what is wrong before the end, nor what is empty."""
    words = f"it ends in the middle, after {len(text)} bytes" if text in CUT_OFF else r"it is no JSON \("
    with pytest.raises(ValueError, match=f"^{words}"):
        parsed(text.encode(), 9)


def test_every_truncated_file(saved):
    whole = saved.read_bytes()
    target = Target()
    for length in [*range(0, len(whole) - 2, 97), len(whole) - 2]:
        saved.write_bytes(whole[:length])
        with pytest.raises(CheckpointError):
            target.load(saved)
    assert target.unchanged()


@given(st.data())
def test_random_corruption(tmp_path_factory, data):
    folder = tmp_path_factory.getbasetemp()
    path = folder / "corrupted.json"
    source = Target()
    save(path, source.net, source.optimizer, scheduler=source.scheduler)
    content = bytearray(path.read_bytes())
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(content) - 1))
        stop = data.draw(st.integers(start, min(len(content), start + 8)))
        content[start:stop] = data.draw(
            st.binary(max_size=8) | st.sampled_from([b"0", b'"', b"inf", b"}", b"9e9", b" "])
        )
    path.write_bytes(content)
    target = Target()
    for p in target.net.parameters():
        p.data += 1.0
    target.before = target.state()
    try:
        target.load(path)
    except CheckpointError:
        assert target.unchanged()
    else:  # what was hit meant nothing, a space for one
        assert target.state() == source.before


@given(st.data())
def test_random_changes_without_a_hash(tmp_path_factory, data):
    """Valid JSON with anything anywhere in it: the error, or a load that went through to the end."""
    path = tmp_path_factory.getbasetemp() / "changed.json"
    source = Target()
    fit(source.net, [([0.0, 1.0], 1.0)], loss="mse", optimizer=source.optimizer, epochs=1, seed=0)
    save(path, source.net, source.optimizer, scheduler=source.scheduler)
    content = json.loads(path.read_text())
    del content["sha256"]
    part = content
    while True:
        key = data.draw(st.sampled_from(sorted(part) if isinstance(part, dict) else list(range(len(part)))))
        if not isinstance(part[key], (dict, list)) or not part[key] or data.draw(st.booleans()):
            break
        part = part[key]
    odd = st.sampled_from([None, True, "x", "nan", [], {}, -1, 10**30, 1e300, [1.0], {"params": 3}, 0.5])
    part[key] = data.draw(odd)
    path.write_text(json.dumps(content))
    target = Target()
    try:
        target.load(path)
    except CheckpointError:
        assert target.unchanged()


def test_a_number_that_was_changed_does_not_have_the_hash(saved):
    content = json.loads(saved.read_text())
    content["parameters"][FIRST] += 0.5
    saved.write_text(json.dumps(content))
    target = Target()
    with pytest.raises(CheckpointError, match=r'so it was changed after it was written\..*delete the "sha256"'):
        target.load(saved)
    assert target.unchanged()
    del content["sha256"]
    saved.write_text(json.dumps(content))
    target.load(saved)
    assert target.net.parameters()[0].data == content["parameters"][FIRST]


def test_other_spaces_are_the_same_checkpoint(saved):
    saved.write_bytes(json.dumps(json.loads(saved.read_text()), indent=4).replace("\n", "\r\n").encode())
    Target().load(saved)


def test_another_model(saved):
    net = nn.MLP(2, [4, 1], seed=0)
    before = net.state_dict()
    with pytest.raises(
        CheckpointError, match=r"MLP expected 17 parameters, got 13.*it was saved from MLP\(2, \[3, 1\]"
    ):
        load(saved, net)
    assert net.state_dict() == before


def test_limits_are_those_that_the_pages_name():
    assert checkpoint.MOST_BYTES == 256 * 1024**2
    assert parsed(b"[" * 16 + b"]" * 16, checkpoint.MOST_LEVELS)
    with pytest.raises(ValueError, match="more than 16 levels deep"):
        parsed(b"[" * 17 + b"]" * 17, checkpoint.MOST_LEVELS)
    assert parsed(b"9" * 40, 1) == 10**40 - 1
    with pytest.raises(ValueError, match="too large a number"):
        parsed(b"9" * 41, 1)


def test_as_large_as_allowed(tmp_path, monkeypatch):
    target = Target()
    save(tmp_path / "x.json", target.net)
    monkeypatch.setattr("tinygrad_edu.train.checkpoint.MOST_BYTES", (tmp_path / "x.json").stat().st_size)
    save(tmp_path / "x.json", target.net)
    assert load(tmp_path / "x.json", target.net)


def test_too_large(saved, monkeypatch):
    monkeypatch.setattr("tinygrad_edu.train.checkpoint.MOST_BYTES", 100)
    target = Target()
    with pytest.raises(CheckpointError, match="the file is larger than"):
        target.load(saved)
    whole = saved.read_bytes()
    with pytest.raises(CheckpointError, match="would be larger than"):
        save(saved, target.net)
    assert saved.read_bytes() == whole


@pytest.mark.parametrize(("arguments", "words"), [
    ({"optimizer": "adam"}, "the optimizer is one of tinygrad_edu.optim's, not 'adam'"),
    ({"scheduler": 0.5}, "the scheduler is one of lr_scheduler's, not 0.5"),
    ({"history": [{"loss": 1.0}]}, r"the history is what fit\(\) returned, not \[{'loss': 1.0}\]"),
])  # fmt: skip
def test_what_is_no_optimizer_and_so_on(tmp_path, arguments, words):
    for f in (save, load) if "history" not in arguments else (save,):
        with pytest.raises(TypeError, match=f"^{words}"):
            f(tmp_path / "x.json", Target().net, **arguments)
    assert list(tmp_path.iterdir()) == []


def test_no_file(tmp_path):
    with pytest.raises(FileNotFoundError, match=r"^cannot read .*none.json: there is no such file$"):
        Target().load(tmp_path / "none.json")
    with pytest.raises(IsADirectoryError, match=r"it is a folder; give the name of a file in it$"):
        Target().load(tmp_path)
    with pytest.raises(FileNotFoundError, match="create it first"):
        save(tmp_path / "none" / "x.json", Target().net)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes here")
def test_a_pipe_does_not_block(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    found = []

    def try_it():
        try:
            Target().load(tmp_path / "pipe")
        except CheckpointError as error:
            found.append(error)

    thread = threading.Thread(target=try_it, daemon=True)
    thread.start()
    thread.join(20)
    assert found


@pytest.mark.parametrize("notes", [object(), {1: 2}, (1, 2), math.nan, math.inf, {"x": {1, 2}}])
def test_notes_that_are_no_json(tmp_path, notes):
    with pytest.raises(CheckpointError, match="the notes cannot be written as JSON"):
        save(tmp_path / "x.json", Target().net, notes=notes)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "call, message",
    [
        (lambda path, net: save(net, path), r"save\(path, model\): the path comes first, and it is not MLP"),
        (lambda path, net: load(net, path), r"load\(path, model\): the path comes first, and it is not MLP"),
        (lambda path, net: save(path, [1.0]), r"save\(path, model\): a model has state_dict\(\), and list \[1.0\] has"),
        (
            lambda path, net: load(path, 1.0),
            r"load\(path, model\): a model has state_dict\(\), and float 1\.0 has none",
        ),
        (lambda path, net: load(net), r"load\(path, model\): the path comes first, and it is not MLP"),
    ],
)
def test_a_path_and_a_model_that_have_changed_places(tmp_path, call, message):
    """torch.save has them the other way round."""
    path = tmp_path / "net.json"
    with pytest.raises(TypeError, match=message):
        call(path, nn.MLP(1, [1], seed=0))
    assert not path.exists()


def test_a_file_without_a_model_says_of_which_it_is(tmp_path):
    """torch.load needs none."""
    save(tmp_path / "net.json", nn.MLP(2, [3, 1], seed=0))
    made = r"make one as it was saved, MLP\(2, \[3, 1\], activation='relu', .*\), and pass it"
    with pytest.raises(TypeError, match=made):
        load(tmp_path / "net.json")
    with pytest.raises(FileNotFoundError, match="there is no such file"):
        load(tmp_path / "other.json")
