"""The compiler's speed: C, JAX, PyTorch, NumPy, micrograd and every target of ours, on the same work, side by side.

All contenders of a workload run in one process, in turns; the table shows medians and the ratio to the C in ``../c``.
Each first runs once and its numbers are compared with the others': one that computes something else stops the
benchmark. Thread pools are held to one thread, because several of them in one process stall each other; so the figures
are those of one core. Contenders that are not installed are left out, with a note.

    python -m tests.benchmarks speed              all workloads
    python -m tests.benchmarks.speed moons        one of them
"""

import os

for pool in ("OMP", "OPENBLAS", "MKL"):
    os.environ.setdefault(f"{pool}_NUM_THREADS", "1")
os.environ.setdefault("XLA_FLAGS", "--xla_cpu_multi_thread_eigen=false intra_op_parallelism_threads=1")
os.environ.setdefault("JAX_ENABLE_X64", "1")
os.environ.setdefault("JAX_PLATFORMS", "cpu")


def main(repeats: int, quick: bool) -> None:
    """All workloads, one after the other: what ``make bench`` calls."""
    from . import __main__

    __main__.run(list(__main__.WORKLOADS), repeats, quick)
