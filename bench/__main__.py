"""`python -m bench [NAME …]`: all benchmarks, or those named."""

import sys
from collections.abc import Callable

from bench import formats, growth, large_order, many, matching, night, pipeline, reading, stages, workbook

BENCHES: dict[str, Callable[[], None]] = {
    "reading": reading.bench,
    "formats": formats.bench,
    "pipeline": pipeline.bench,
    "stages": stages.bench,
    "matching": matching.bench,
    "large_order": large_order.bench,
    "workbook": workbook.bench,
    "growth": growth.bench,
    "many": many.bench,
    "night": night.bench,
}


def main() -> int:
    """Runs what was asked for."""
    names = sys.argv[1:] or list(BENCHES)
    if unknown := [name for name in names if name not in BENCHES]:
        print(f"no benchmark is called {', '.join(unknown)}; there are {', '.join(BENCHES)}", file=sys.stderr)
        return 2
    for name in names:
        BENCHES[name]()
    return 0


if __name__ == "__main__":
    sys.exit(main())
