"""Run the benchmarks: ``python -m tests.benchmarks`` (all of them) or ``python -m tests.benchmarks engine``."""

import argparse

from . import engine, explain, pictures, speed

ALL = {"engine": engine, "explain": explain, "pictures": pictures, "speed": speed}

parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description="Measure the speed, print tables.")
parser.add_argument("names", nargs="*", help=f"which ones: {', '.join(ALL)} (default: all)")
parser.add_argument("--repeats", type=int, default=5, help="interleaved repeats; medians are printed (default 5)")
parser.add_argument("--quick", action="store_true", help="a tenth of the size, to see that everything runs")
arguments = parser.parse_args()
unknown = [name for name in arguments.names if name not in ALL]
if unknown:
    parser.error(f"no benchmark {', '.join(unknown)}; there are: {', '.join(ALL)}")
for name in arguments.names or ALL:
    ALL[name].main(arguments.repeats, arguments.quick)
