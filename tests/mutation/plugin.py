"""What pytest is told: which tests run in which order, how long each may take, what is recorded of it.

Imports nothing of the package, which must not be loaded before the process in which a fault is tried has begun.
"""

import contextlib
import importlib
import signal
import sys
from importlib.machinery import PathFinder

import pytest
from hypothesis import Phase, settings


class AsInMakeTest(PathFinder):
    """Finds what Python finds, but no JAX and no PyTorch: tests that need them are no part of `make test`."""

    @classmethod
    def find_spec(cls, fullname, path=None, target=None):
        return None if fullname.partition(".")[0] in ("jax", "torch") else super().find_spec(fullname, path, target)

    @classmethod
    def install(cls):
        sys.meta_path[sys.meta_path.index(PathFinder)] = cls


class Chosen:
    """Run these tests only, in this order, each within its seconds; ``say`` is told which test begins, and which fails.

    A test that takes longer is ended together with its process, by an alarm that nobody catches; so is whatever lasts
    longer than ``pause`` seconds between two tests.
    """

    def __init__(self, limits: dict[str, float], pause: float, say) -> None:
        self.limits = limits
        self.pause = pause
        self.say = say

    @pytest.hookimpl(wrapper=True)
    def pytest_collection(self):
        # Whether a test fails is all we ask, its simplest example nobody reads: tests are collected with settings
        # that look for none. They run with those of every day, because some are about simplest examples.
        every_day = settings()
        phases = [phase for phase in every_day.phases if phase not in (Phase.shrink, Phase.explain)]
        for name, some in ("unshrunk", settings(phases=phases)), ("every day", every_day):
            settings.register_profile(name, some)
        settings.load_profile("unshrunk")
        # If a file of doctests were the first to import the package, pytest would put the module where te.jit is.
        with contextlib.suppress(Exception):
            importlib.import_module("tinygrad_edu")
        try:
            return (yield)
        finally:
            settings.load_profile("every day")

    @pytest.hookimpl(trylast=True)
    def pytest_collection_modifyitems(self, items):
        named = {item.nodeid: item for item in items}
        items[:] = [named[name] for name in self.limits if name in named]

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item):
        self.say(f"begun {item.nodeid}")
        signal.setitimer(signal.ITIMER_REAL, self.limits[item.nodeid])
        try:
            return (yield)
        finally:
            signal.setitimer(signal.ITIMER_REAL, self.pause)

    def pytest_runtest_logreport(self, report):
        if report.failed:
            self.say(f"failed {report.nodeid}")


class Recorded:
    """Run the tests that are not known yet, each in a coverage context of its own; ``seconds`` of those that pass."""

    def __init__(self, coverage, known: set[str]) -> None:
        self.coverage = coverage
        self.known = known
        self.seconds: dict[str, float] = {}

    @pytest.hookimpl(trylast=True)
    def pytest_collection_modifyitems(self, items):
        items[:] = [item for item in items if item.nodeid not in self.known]

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item):
        self.coverage.switch_context(item.nodeid)
        try:
            return (yield)
        finally:
            self.coverage.switch_context("")

    def pytest_runtest_logreport(self, report):
        if report.when == "setup" and report.passed:
            self.seconds[report.nodeid] = 0.0
        if report.nodeid in self.seconds:
            self.seconds[report.nodeid] += report.duration
            if not report.passed:
                del self.seconds[report.nodeid]
