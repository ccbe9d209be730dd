"""`python driver.py config.toml [derive]`: one run, as a process of its own that tests may kill."""

import sys
from dataclasses import replace
from pathlib import Path

from ordertrail.config import load
from ordertrail.run import run
from tests.place import derive_nothing, report_nothing


def main() -> None:
    settings = load(Path(sys.argv[1]), {})
    processes = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    settings = replace(settings, run=replace(settings.run, settle_seconds=0.0, processes=processes))
    run(settings, derive_nothing, report_nothing)


main()
