"""Which examples hypothesis tries, whether slow tests run, what was measured, and what several files of tests share."""

import os
import sys
from importlib.util import find_spec

import pytest
from hypothesis import settings

from tests import examples

examples.register()
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))


def pytest_addoption(parser):
    parser.addoption("--slow", action="store_true", help="run the tests marked slow too")


def pytest_collection_modifyitems(config, items):
    # Processes that share the tests must agree on their names, and so must the map of `make mutants` with a later run.
    if nameless := [item.nodeid for item in items if " at 0x" in item.nodeid]:
        raise pytest.UsageError(f"the name of a test holds an address, another in every run: {nameless[0]}")
    if not config.getoption("--slow"):
        for item in items:
            if item.get_closest_marker("slow"):
                item.add_marker(pytest.mark.skip(reason="slow: run with --slow"))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item):
    """A test that asks for an extra which is not installed here is skipped, in the words of the package."""
    try:
        return (yield)
    except ImportError as error:
        lacking = getattr(error.__context__, "name", None)  # of the ModuleNotFoundError that the package met
        if "tinygrad-edu[" in str(error) and lacking and find_spec(lacking.partition(".")[0]) is None:
            pytest.skip(str(error))
        raise


@pytest.fixture(autouse=True)
def afresh():
    """What is compiled in a test is compiled, and not what another test has left."""
    yield
    if kept := sys.modules.get("tinygrad_edu.train.kept"):
        kept.forget()


@pytest.fixture
def figures(request):
    """A function that takes a line of what was measured; all lines are printed after the tests, xdist's too."""
    return lambda line: request.node.user_properties.append(("figure", line))


def pytest_terminal_summary(terminalreporter):
    reports = [report for kind in ("passed", "failed") for report in terminalreporter.stats.get(kind, ())]
    lines = [
        line
        for report in sorted(reports, key=lambda report: report.nodeid)
        for name, line in getattr(report, "user_properties", ())
        if name == "figure" and report.when == "call"
    ]
    if lines:
        terminalreporter.section("measured")
        for line in lines:
            terminalreporter.line(line)


@pytest.fixture
def article():
    """The worked example after its forward pass."""
    from tinygrad_edu.article import Article

    article = Article()
    article.forward()
    return article


@pytest.fixture
def own():
    """Takes an operation of one's own out of the table again."""
    from tinygrad_edu.ops import OPS

    before = dict(OPS)
    yield
    for name in OPS.keys() - before.keys():
        del OPS[name]


@pytest.fixture
def bar(monkeypatch):
    """What happens to the progress bar of a terminal, in order."""
    seen = []

    class Recorded:
        def __init__(self, *, total, bar_format):
            seen.append(f"{total} in all")
            self.total, self.n = total, 0

        def set_description(self, text, refresh):
            seen.append(f"{text}{', drawn at once' * refresh}")

        def set_postfix_str(self, text, refresh):
            seen.append(f"{text.split()[0]}{', drawn at once' * refresh}")

        def update(self, ticks=1):
            seen.extend(["tick"] * ticks)
            self.n += ticks

        def close(self):
            seen.append("closed")

    monkeypatch.setattr("tqdm.auto.tqdm", Recorded)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    return seen
