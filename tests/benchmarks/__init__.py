"""Benchmarks: programs that measure, run by ``make bench``. They are no tests, and no test is timed."""
