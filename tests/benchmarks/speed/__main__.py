"""The command line of the speed benchmarks."""

import argparse
import platform
from collections.abc import Iterator
from datetime import date

from . import article, digits, gpt, gradient, growth, moons, sequences
from .harness import Table, compiler, print_table

WORKLOADS = {
    "article": article,
    "moons": moons,
    "gradient": gradient,
    "digits": digits,
    "sequences": sequences,
    "gpt": gpt,
}


def tables(name: str, quick: bool) -> Iterator[Table]:
    """What a workload compares, one table after the other; each is prepared when its turn comes."""
    return WORKLOADS[name].tables(quick)


def processor() -> str:
    """What this runs on; for how many numbers side by side machine code is written decides many a ratio."""
    from tinygrad_edu.jit.llvm.native import machine

    kind = platform.processor() or platform.machine()
    try:
        here = machine()
    except ImportError:
        return kind
    return f"{kind}, {here.cpu} with {here.lanes} doubles in a vector"


def run(names, repeats, quick):
    print(f"{processor()}, Python {platform.python_version()}, {date.today()}")
    print(f"One core, double precision; medians of {repeats} interleaved runs; ratios to the first C of each table")
    if not compiler():
        print("There is no C compiler (cc) here: C is left out, and there are no ratios")
    for name in names:
        for table in tables(name, quick):
            print_table(table, repeats)
    growth.main(repeats, quick)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.speed", description=__doc__)
    parser.add_argument("names", nargs="*", help=f"which ones: {', '.join(WORKLOADS)} (default: all)")
    parser.add_argument("--repeats", type=int, default=21)
    parser.add_argument("--quick", action="store_true", help="leave out what takes minutes")
    arguments = parser.parse_args()
    run(arguments.names or list(WORKLOADS), arguments.repeats, arguments.quick)
