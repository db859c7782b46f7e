"""Files of any content into every loader: each is read, or refused with the documented error and nothing changed.

Random bytes alone would stop at the first comma, and changed bytes at the hash. So valid files are also changed as
trees, without their hash: what then loads has to be of use, training goes on from it and it can be saved again.
"""

import copy
import json
import math
from contextlib import suppress
from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.examples import costly
from tinygrad_edu import data, nn, optim
from tinygrad_edu.data.csv_file import read_csv
from tinygrad_edu.optim.lr_scheduler import CosineAnnealingLR, ReduceLROnPlateau, SequentialLR, StepLR
from tinygrad_edu.train import fit
from tinygrad_edu.train.checkpoint import CheckpointError, load, save
from tinygrad_edu.train.strict_json import parsed

scalars = (
    st.none() | st.booleans() | st.integers(-(2**70), 2**70) | st.floats(allow_nan=False, allow_infinity=False)
    | st.sampled_from([0, 1, -1, 0.5, 1e308, "inf", "-inf", "nan", "", "step", "lr"]) | st.text(max_size=4)
)  # fmt: skip
trees = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=4,
)


class Whole:
    """A model in training, with what it takes to go on."""

    def __init__(self, kind):
        self.net = nn.Sequential(nn.Layer(2, 2, "tanh", seed=0), nn.Dropout(0.5, seed=0), nn.Layer(2, 1, seed=1))
        p = self.net.parameters()
        self.optimizer = {
            "adam": lambda: optim.Adam(p, lr=0.01, weight_decay=0.1),
            "sgd": lambda: optim.SGD([{"params": p[:3]}, {"params": p[3:], "lr": 0.2}], lr=0.1, momentum=0.9),
            "lbfgs": lambda: optim.LBFGS(p, lr=0.1, max_iter=3),
            "rprop": lambda: optim.Rprop(p),
        }[kind]()
        self.scheduler = {
            "adam": lambda o: StepLR(o, 2),
            "sgd": lambda o: SequentialLR(o, [StepLR(o, 1), CosineAnnealingLR(o, 4)], milestones=[2]),
            "lbfgs": lambda o: CosineAnnealingLR(o, 3),
            "rprop": lambda o: ReduceLROnPlateau(o, patience=1),
        }[kind](self.optimizer)
        self.history = None

    def train(self, epochs=2):
        settings = {"optimizer": self.optimizer, "scheduler": self.scheduler, "history": self.history}
        settings["seed"] = None if self.history else 0
        self.history = fit(self.net, data.xor(), loss="mse", epochs=epochs, progress=False, **settings)
        return self

    def state(self):
        generator = self.net.layers[1].generator.getstate()
        parts = self.net.state_dict(), generator, self.optimizer.state_dict(), self.scheduler.state_dict()
        return repr(parts)  # as text, because nan is not nan

    def save(self, path):
        save(path, self.net, self.optimizer, scheduler=self.scheduler, history=self.history)

    def load(self, path):
        self.history = load(path, self.net, self.optimizer, scheduler=self.scheduler).history


MODELS = costly(50)  # each example builds, loads and trains a model

KINDS = ("adam", "sgd", "lbfgs", "rprop")


class Files(dict):
    """So that a failure does not print them."""

    def __repr__(self):
        return f"<{len(self)} files>"


@pytest.fixture(scope="module")
def valid(tmp_path_factory):
    """The content of a file of each kind, in the middle of training."""
    path = tmp_path_factory.mktemp("valid") / "x.json"
    content = {}
    for kind in KINDS:
        Whole(kind).train().save(path)
        content[kind] = path.read_bytes()
    return Files(content)


def places(tree):
    """Every place of a tree: the list or dict and the key in it."""
    found, todo = [], [tree]
    while todo:
        part = todo.pop()
        keys = part.keys() if isinstance(part, dict) else range(len(part)) if isinstance(part, list) else ()
        if len(keys) < 600:  # a random generator's state has 625 numbers, which would drown all else
            found += [(part, key) for key in keys]
            todo += [part[key] for key in keys]
    return found


def mutated(tree, draw):
    """The tree with a few places changed, taken away, doubled or exchanged."""
    tree = copy.deepcopy(tree)
    for _ in range(draw(st.integers(1, 3))):
        spots = places(tree)
        if not spots:
            break
        part, key = spots[draw(st.integers(0, len(spots) - 1))]
        kind = draw(st.sampled_from(["replace", "replace", "delete", "add", "exchange"]))
        if kind == "replace":
            part[key] = draw(trees)
        elif kind == "delete":
            del part[key]
        elif kind == "add" and isinstance(part, dict):
            part[draw(st.text(max_size=4))] = draw(trees)
        elif kind == "add":
            part.insert(key, draw(trees))
        else:
            other, place = spots[draw(st.integers(0, len(spots) - 1))]
            part[key], other[place] = copy.deepcopy(other[place]), copy.deepcopy(part[key])
    return tree


@pytest.mark.parametrize("kind", KINDS)
@MODELS
@given(drawn=st.data())
def test_changed_checkpoints(valid, tmp_path_factory, kind, drawn):
    path = tmp_path_factory.getbasetemp() / f"{kind}.json"
    tree = json.loads(valid[kind])
    del tree["sha256"]
    path.write_text(json.dumps(mutated(tree, drawn.draw)))
    target = Whole(kind)
    before = target.state()
    try:
        target.load(path)
    except CheckpointError as error:
        assert target.state() == before
        assert str(error).startswith(str(path))
        assert len(str(error)) < 1000
        return
    again = tmp_path_factory.getbasetemp() / f"{kind}_again.json"
    target.save(again)
    twin = Whole(kind)
    twin.load(again)
    assert twin.state() == target.state()
    with suppress(ValueError, FloatingPointError, OverflowError):  # numbers that nobody can go on from
        target.train(1)


@given(content=st.binary(max_size=200) | st.text(max_size=200).map(str.encode), kind=st.sampled_from(KINDS))
def test_random_bytes_are_no_checkpoint(tmp_path_factory, content, kind):
    path = tmp_path_factory.getbasetemp() / "bytes.json"
    path.write_bytes(content)
    target = Whole(kind)
    before = target.state()
    with pytest.raises(CheckpointError):
        target.load(path)
    assert target.state() == before


def as_json(tree):
    return json.dumps(tree, ensure_ascii=False).encode("utf-8", "ignore")


@given(data=st.binary(max_size=80) | trees.map(as_json))
def test_strict_json_says_what_json_says_or_refuses(data):
    try:
        content = parsed(data, levels=4)
    except ValueError as error:
        assert str(error)
        return
    assert content == json.loads(data)
    assert all(math.isfinite(x) for x in places_of_floats(content))


def places_of_floats(tree):
    values = [part[key] for part, key in places([tree])]
    return [x for x in values if isinstance(x, float)]


@pytest.mark.parametrize("kind", KINDS)
@MODELS
@given(drawn=st.data())
def test_state_dicts(kind, drawn):
    """What is no file any more: the dicts themselves, of the model, the optimizer and the scheduler."""
    target = Whole(kind)
    for part in (target.net, target.optimizer, target.scheduler):
        before = target.state()
        state = mutated({"": copy.deepcopy(part.state_dict())}, drawn.draw).get("")
        try:
            part.load_state_dict(state)
        except (ValueError, TypeError) as error:
            assert str(error)
            assert target.state() == before
        else:
            target = Whole(kind)


cells = st.sampled_from(["1", "0", "-2.5", "nan", "inf", "", " ", "x", "1,5", '"a"', '"', "1_0", "é", "\x00", "\r"])
tables = st.builds(
    lambda header, rows, delimiter, end: end.join(delimiter.join(row) for row in chain([header], rows)),
    st.lists(st.sampled_from(["a", "b", "c", "", "1"]) | st.text(max_size=3), min_size=1, max_size=4),
    st.lists(st.lists(cells | st.text(max_size=3), min_size=1, max_size=4), max_size=5),
    st.sampled_from([",", ";", "\t"]),
    st.sampled_from(["\n", "\r\n", "\n\n"]),
)


@given(
    content=st.binary(max_size=100) | tables.map(lambda text: text.encode("utf-8", "replace")),
    target=st.sampled_from(["a", "b", "c", "1", "", "zz"]),
    columns=st.none() | st.lists(st.sampled_from(["a", "b", "c", "zz"]), max_size=3),
    classes=st.sampled_from([None, True, False]),
)
def test_csv_files(tmp_path_factory, content, target, columns, classes):
    path = tmp_path_factory.getbasetemp() / "table.csv"
    path.write_bytes(content)
    try:
        found = read_csv(path, target, columns, classes)
    except ValueError as error:
        assert "table.csv" in str(error) or "target" in str(error)
        return
    assert len(found) == len(found.X) == len(found.y) > 0
    assert all(len(x) == len(found.features) > 0 for x in found.X)
    assert all(type(value) is float and math.isfinite(value) for x in found.X for value in x)
    if found.classes:
        assert set(found.y) == set(range(len(found.classes)))
    else:
        assert all(type(y) is float and math.isfinite(y) for y in found.y)
    assert path.read_bytes() == content
