"""Engines of which a call never ends: it is stopped, in any thread, and what else there is to say is said."""

import itertools
import threading
import time
from collections import Counter

import pytest

from tests.test_check_engine import engine
from tinygrad_edu.check import check_engine
from tinygrad_edu.check.engine import dialect
from tinygrad_edu.check.engine.patience import LATER, NoEndError, Patience

HANGS = """\
    def backward(self):
        while True:
            try:
                self.grad = 1.0
            except Exception:
                pass

    def pass_on(self):
"""

ENDLESS = "backward() does not end, and was stopped: is there a loop that nothing ends?"


@pytest.fixture(autouse=True)
def impatient(monkeypatch):
    monkeypatch.setattr(dialect, "Patience", lambda: Patience(first=0.3))


def endless():
    for _ in itertools.count():
        pass


def test_a_backward_that_never_ends():
    report = check_engine(engine(("    def backward(self):\n", HANGS)), raise_exception=False)
    leaf, *operations = report.of("WRONG")
    assert leaf.lines == (ENDLESS,) and "a leaf" in leaf.what
    assert ENDLESS in operations[0].lines[0] and operations[0].lines[1].startswith("the same in ")


def test_one_that_ends_where_results_are_used_once():
    """The computation is shown, and what comes before and after it is said as ever."""
    pytest.importorskip("hypothesis")
    made = engine()
    right = made.backward

    def backward(self):
        nodes = [self]
        for node in nodes:
            nodes += node.parents
        while max(Counter(map(id, nodes)).values()) > 2:
            pass
        right(self)

    made.backward = backward
    report = check_engine(made, raise_exception=False, examples=40)
    (wrong,) = report.of("WRONG")
    assert wrong.what == "this computation"
    assert wrong.lines[-2].endswith(".backward()") and wrong.lines[-1] == ENDLESS
    assert [finding.what for finding in report.findings][-1] == "large numbers"
    assert len(report.of("right")) >= 3


def test_in_another_thread():
    found = []

    def wait():
        for seconds in (1.0, LATER):
            began = time.monotonic()
            with pytest.raises(NoEndError, match=f"stopped after {seconds:g} seconds"):
                patience.run(endless)
            found.append(time.monotonic() - began >= seconds)

    patience = Patience(first=1.0)
    thread = threading.Thread(target=wait)
    thread.start()
    thread.join(30.0)
    assert found == [True, True]


def test_what_ends_is_left_alone():
    patience = Patience(first=0.3)
    for k in range(3):  # and what is raised passes
        assert patience.run(lambda k: k, k) == k
        with pytest.raises(ZeroDivisionError):
            patience.run(lambda: 1 // 0)
    time.sleep(0.5)  # longer than what a call may take
    assert patience.run(sum, [1, 2]) == 3
    time.sleep(1.5)  # the thread that watches has ended, and is begun anew
    assert not patience._watching
    with pytest.raises(NoEndError):
        patience.run(endless)
