"""Mutation testing of the package: small faults planted one at a time, and whether `make test` notices.

    make mutants ARGS="--sample 1000"
    python -m tests.mutation --sample 100 --seed 3 --rooms nn optim --map ~/map.json

A fault that no test notices (a survivor) is a missing test, dead code, or a change that changes nothing; those that
were looked at and change nothing stand, with the reason, in ``equivalent.py``. The checkout is never touched: every
fault is planted in a copy of it. The first run records which test runs which lines (some ten minutes); later runs
record what has changed. A run that is stopped goes on where it was, with the same arguments.

``faults.py`` says what a fault is, ``rooms.py`` which tests know most about which room, ``lines.py`` and
``recording.py`` which test runs which line, ``choosing.py`` which tests are asked, ``sandbox.py`` and ``plugin.py``
how; ``results.py`` keeps the answers. Slow tests do not count. It needs ``os.fork``: Linux or macOS.
"""
