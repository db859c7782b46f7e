"""The contenders of the speed benchmarks compute the same numbers. Their times are nobody's business here."""

import importlib.util

import pytest

pytest.importorskip("numpy")
pytest.importorskip("llvmlite")

from tests.benchmarks.speed import __main__ as speed  # (after the skips)
from tests.benchmarks.speed import harness


@pytest.mark.parametrize("name", speed.WORKLOADS)
def test_all_contenders_agree(name):
    if not harness.compiler():
        pytest.skip("no C compiler (cc) here")
    for table in speed.tables(name, quick=True):
        contenders = [c for c in table.contenders if not c.name.startswith(("JAX", "PyTorch"))]
        assert any(c.name.startswith("C ") for c in contenders)
        assert any(c.name.startswith("tinygrad_edu") for c in contenders)
        harness.agree(contenders)


def test_the_c_leaves_the_process_as_it_was():
    """A library that was linked with -ffast-math makes every subnormal number 0, for everybody in the process."""
    if not harness.compiler():
        pytest.skip("no C compiler (cc) here")
    harness.library("w1_article.c", "-ffast-math")
    assert float("5e-324") / 2.0 * 2.0 == 0.0 != float("1e-320") / 2.0 * 2.0


@pytest.mark.slow
@pytest.mark.parametrize("name", speed.WORKLOADS)
def test_peers_agree(name):
    if not any(map(importlib.util.find_spec, ("jax", "torch"))):
        pytest.skip("neither JAX nor PyTorch is installed: make bench-peers")
    for table in speed.tables(name, quick=True):
        harness.agree(table.contenders)


def test_a_contender_that_computes_something_else_is_found_out():
    with pytest.raises(RuntimeError, match="a and b disagree"):
        harness.agree([harness.Contender("a", lambda: [1.0, 2.0]), harness.Contender("b", lambda: [[1.0], 2.0 + 1e-6])])
