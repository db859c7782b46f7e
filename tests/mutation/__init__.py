"""Mutation testing of the package: small faults planted one at a time, and whether the tests notice.

    make mutants ARGS="--sample 200"
    python -m tests.mutation --sample 30 --rooms nn optim --room-only

A fault that no test notices (a survivor) is a missing test, dead code, or a change that changes nothing; those that
were looked at and change nothing stand, with the reason, in ``equivalent.py``. The checkout is never touched: every
fault is planted in a copy of it.
"""
