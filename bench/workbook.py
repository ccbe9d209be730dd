"""The report of 100,000 open order lines: how fast it is written in each form, and what it takes."""

import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from reports.csv_table import CsvTable
from reports.folder import TableFolder
from reports.json_table import JsonTable
from reports.report import Entry, Output, write_report
from reports.workbook import WorkbookOutput
from tests.reports.trade import arrivals, edition, trade

LINES_AN_ORDER = 2.23  # open ones, in the sample trade
FORMS = ("nothing", "xlsx", "csv", "json")


def bench(lines: int = 100_000) -> None:
    """Prints rate and memory of each form, each in a process of its own; the making of the sample is taken off."""
    idle = _measure("nothing", lines)
    for form in FORMS[1:]:
        cost = _measure(form, lines)
        seconds = cost["seconds"] - idle["seconds"]
        print(
            f"{form:12} {cost['lines']} open lines ({cost['rows']} rows in all tables): {seconds:.1f} s CPU, "
            f"{cost['lines'] / seconds:.0f} open lines/s, {cost['rows'] / seconds:.0f} rows/s, "
            f"largest memory {cost['memory'] / 1e6:.0f} MB, {cost['bytes'] / 1e6:.0f} MB written"
        )


def _measure(form: str, lines: int) -> dict[str, float]:
    command = [sys.executable, "-m", "bench.workbook", form, str(lines)]
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    cost: dict[str, float] = json.loads(said)
    return cost


def _write(form: str, lines: int, folder: Path) -> dict[str, float]:
    outputs: dict[str, list[Output]] = {"nothing": []}
    if form == "xlsx":
        outputs[form] = [WorkbookOutput(folder / "report.xlsx", edition(), folder)]
    elif form in ("csv", "json"):
        maker = CsvTable if form == "csv" else JsonTable
        outputs[form] = [TableFolder(folder, f".{form}", maker, edition())]
    figures = _Counting()
    started = time.process_time()
    if form == "nothing":
        for _ in _entries(lines):
            pass
        return {"seconds": time.process_time() - started}
    written = write_report(_entries(lines), [*outputs[form], figures], scratch=str(folder))
    return {
        "seconds": time.process_time() - started,
        "lines": written.open_lines.count,
        "rows": figures.rows,
        "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024,
        "bytes": sum(file.stat().st_size for file in folder.rglob("*") if file.is_file()),
    }


def _entries(lines: int) -> Iterator[Entry]:
    orders = int(lines / LINES_AN_ORDER)
    return chain(trade(orders), arrivals(orders * 3))


class _Counting:
    """An output that only counts rows."""

    def __init__(self) -> None:
        self.rows = 0

    def rows_of(self, _table: object, /) -> "_Counting":
        return self

    def append(self, _row: object, /) -> None:
        self.rows += 1

    def finish(self, _figures: object, /) -> None:
        """Nothing."""

    def close(self) -> None:
        """Nothing."""


if __name__ == "__main__":
    with tempfile.TemporaryDirectory(prefix="ordertrail-bench-") as place:
        print(json.dumps(_write(sys.argv[1], int(sys.argv[2]), Path(place))))
