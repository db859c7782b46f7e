"""Engines of which a call never ends: it is stopped where that can be done, and what else there is to say is said."""

import itertools
import signal
import threading
import time
from collections import Counter

import pytest

from tests.test_check_engine import engine
from tinygrad_edu.check import check_engine
from tinygrad_edu.check.engine import dialect, patience
from tinygrad_edu.check.engine.patience import NoEndError, Patience, can_stop

HANGS = """\
    def backward(self):
        while True:
            try:
                self.grad = float(1)
            except Exception:
                pass

    def pass_on(self):
"""
"""With a call in it: without one CPython 3.10 handles no signal in a loop that begins with ``try``, Ctrl-C neither."""

ENDLESS = "backward() does not end, and was stopped: is there a loop that nothing ends?"


@pytest.fixture(autouse=True)
def impatient(monkeypatch):
    if not hasattr(signal, "setitimer"):
        pytest.skip("this system has no timer of the processor's time")
    assert can_stop()
    monkeypatch.setattr(dialect, "Patience", lambda: Patience(first=0.3))
    monkeypatch.setattr(patience, "LATER", 0.1)
    yield
    assert can_stop(), "the signal is left as it was"
    assert signal.getitimer(signal.ITIMER_VIRTUAL) == (0.0, 0.0)


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
    report = check_engine(made, raise_exception=False, examples=20)
    (wrong,) = report.of("WRONG")
    assert wrong.what == "this computation"
    assert wrong.lines[-2].endswith(".backward()") and wrong.lines[-1] == ENDLESS
    assert [finding.what for finding in report.findings][-1] == "large numbers"
    assert len(report.of("right")) >= 3


def test_what_ends_is_left_alone():
    it = Patience(first=0.2)
    for k in range(3):  # and what is raised passes
        assert it.run(lambda k: k, k) == k
        with pytest.raises(ZeroDivisionError):
            it.run(lambda: 1 // 0)
    began = time.process_time()
    while time.process_time() - began < 0.4:  # longer than what a call may take
        pass
    with pytest.raises(NoEndError, match=r"stopped after 0\.2 seconds"):
        it.run(endless)
    with pytest.raises(NoEndError, match=r"stopped after 0\.1 seconds"):
        it.run(endless)


def test_the_signal_is_taken_once_for_many_calls():
    with Patience(first=0.1) as it:
        handler = signal.getsignal(signal.SIGVTALRM)
        with pytest.raises(NoEndError):
            it.run(endless)
        assert it.run(signal.getsignal, signal.SIGVTALRM) == signal.getsignal(signal.SIGVTALRM) == handler
    assert can_stop() and it.run(max, 1, 2) == 2


def test_what_was_caught_is_raised_again():
    caught = []

    def deaf():
        while len(caught) < 2:
            try:
                endless()
            except:  # noqa: E722 - that is what somebody wrote
                caught.append(1)
        endless()

    with pytest.raises(NoEndError):
        Patience(first=0.1).run(deaf)
    assert len(caught) == 2


def test_a_signal_that_comes_when_the_call_has_returned_stops_nothing(monkeypatch):
    timer = signal.setitimer

    def late(which, seconds, *again):
        if not seconds:
            signal.raise_signal(signal.SIGVTALRM)
        return timer(which, seconds, *again)

    monkeypatch.setattr(signal, "setitimer", late)
    assert Patience().run(max, 1, 2) == 2


def test_one_that_comes_on_the_way_out_leaves_no_timer(monkeypatch):
    it, late = Patience(), [signal.SIGVTALRM]
    leave = it._leave
    monkeypatch.setattr(it, "_leave", lambda: signal.raise_signal(late.pop()) if late else leave())
    with pytest.raises(NoEndError):
        it.run(max, 1, 2)
    assert can_stop()


def test_where_nothing_can_be_stopped():
    """In another thread, and where the signal is somebody else's: the call is made as without patience."""
    found = []
    thread = threading.Thread(target=lambda: found.append((can_stop(), Patience(first=0.01).run(max, 1, 2))))
    thread.start()
    thread.join()
    assert found == [(False, 2)]
    somebody = signal.signal(signal.SIGVTALRM, signal.SIG_IGN)
    try:
        assert not can_stop()
        assert Patience(first=0.01).run(signal.getsignal, signal.SIGVTALRM) == signal.SIG_IGN
        with Patience(first=0.01) as it:
            assert it.run(signal.getsignal, signal.SIGVTALRM) == signal.SIG_IGN
        assert signal.getsignal(signal.SIGVTALRM) == signal.SIG_IGN
    finally:
        signal.signal(signal.SIGVTALRM, somebody)
