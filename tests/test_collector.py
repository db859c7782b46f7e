"""The garbage collector is put off while a graph grows, and only then."""

import gc
import os
import subprocess
import sys
import weakref
from pathlib import Path

import pytest

from tinygrad_edu import Value, collector

pytestmark = [
    pytest.mark.skipif(sys.version_info >= (3, 14), reason="this Python collects in increments"),
    pytest.mark.skipif(not getattr(sys, "_is_gil_enabled", lambda: True)(), reason="this Python has no generations"),
]


class Counter:
    """Counts full collections that really searched, and those for which all was frozen."""

    def __enter__(self):
        self.searched = self.put_off = 0
        gc.callbacks.insert(0, self)  # before the callback, so that at the end it still stands what was put off
        return self

    def __exit__(self, *exc):
        gc.callbacks.remove(self)

    def __call__(self, phase, info):
        if info["generation"] == 2 and phase == "stop":
            self.searched += not collector._putting_off
            self.put_off += collector._putting_off and gc.get_freeze_count() > 10_000


class Cycle:
    def __init__(self):
        self.me = self


@pytest.fixture(autouse=True)
def fresh_state(monkeypatch):
    monkeypatch.setattr(collector, "_in_a_row", 0)
    monkeypatch.setattr(collector, "_left", 0)
    yield
    assert not collector._putting_off


def record(n):
    x = Value(1.0)
    for _ in range(n):
        x = x * 0.5 + 1.0
    return x


def searches(n=40_000):
    """How often a growing graph of n nodes is searched in full."""
    with Counter() as counter:
        keep = record(n // 2)
    return counter.searched if keep else 0


def a_growing_graph():
    with_callback = searches()
    gc.callbacks.remove(collector.callback)
    try:
        without = searches()
    finally:
        collector.install()
    assert without >= 3
    assert with_callback <= without / 2


def other_objects():
    with Counter() as counter:
        keep = [[k] for k in range(200_000)]
    assert len(keep) == 200_000
    assert counter.searched >= 3


def old_garbage_is_found_while_recording():
    """Several full collections are put off; the next one comes, and finds a cycle of the oldest generation."""
    old = Cycle()
    gc.collect()  # now it is old: only a full collection looks at it
    watch = weakref.ref(old)
    del old
    collector._left = collector._in_a_row = 3
    with Counter() as counter:
        keep = record(40_000)
    assert watch() is None and counter.put_off >= 3
    assert keep.requires_grad


def what_others_froze_stays_frozen():
    gc.freeze()
    n = gc.get_freeze_count()
    gc.collect()
    keep = record(40_000)
    assert gc.get_freeze_count() >= n > 0
    assert keep.requires_grad


ALONE = [a_growing_graph, other_objects, old_garbage_is_found_while_recording, what_others_froze_stays_frozen]


@pytest.mark.parametrize("function", ALONE, ids=lambda f: f.__name__)
def test_in_a_process_of_its_own(function):
    """Python searches less often the more old objects there are, those of other tests too.

    Seven times as often as it does by itself, so that a small graph is searched as often as a large one.
    """
    ready = "import gc; gc.set_threshold(100, 10, 10); gc.collect()"  # Python's defaults differ from version to version
    code = f"from tests.test_collector import {function.__name__} as it; {ready}; it()"
    root = Path(__file__).parent.parent
    subprocess.run([sys.executable, "-c", code], check=True, cwd=root, env=os.environ | {"PYTHONPATH": str(root)})


def test_asking_for_a_collection_always_works():
    keep = record(1_000)
    collector._left = collector._in_a_row = collector.MOST
    cycle = Cycle()
    del cycle
    assert gc.collect() > 0
    assert keep is not None
    assert collector._left == 0  # it found something: the next one will not be put off


def test_twice_as_many_and_one_more_are_put_off_after_each_that_found_nothing():
    found = []
    for collected in (2, 0, 0, 0, 0, 0, 0, 0, 2, 0):
        collector.callback("stop", {"generation": 2, "collected": collected})
        collector.callback("stop", {"generation": 1, "collected": 1 - collected})
        found.append(collector._left)
    assert found == [0, 1, 3, 7, 15, 31, 63, 63, 0, 1]


def test_install_twice_is_once():
    collector.install()
    assert gc.callbacks.count(collector.callback) == 1


@pytest.mark.parametrize("on", [True, False])
def test_paused_and_as_it_was_before(on):
    if not on:
        gc.disable()
    try:
        with pytest.raises(KeyboardInterrupt), collector.paused():
            assert not gc.isenabled()
            raise KeyboardInterrupt
        assert gc.isenabled() == on
    finally:
        gc.enable()


def test_it_is_there_once():
    assert gc.callbacks.count(collector.callback) == 1


@pytest.mark.parametrize(("values", "others", "recording"), [(0, 0, False), (0, 4, False), (2, 2, False), (3, 2, True)])
def test_when_most_of_the_newest_objects_are_values(values, others, recording, monkeypatch):
    objects = [Value(1.0)] * (16 * values) + [[]] * (16 * others)
    monkeypatch.setattr(gc, "get_objects", lambda generation: objects)
    assert collector._recording() is recording
