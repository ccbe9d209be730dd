"""Replays docs/a-month.md: its commands on the days of its headings, its decisions in a real workbook.

    .venv/bin/python -m tests.month.replay [FOLDER]     writes what the program says today into the page; the month
                                                        stays in a FOLDER that is not there yet

A block `console` has commands behind `$ ` and what they print; a block `decisions` has rows of the exceptions sheet
that a person fills in: order | what | decision | to | why.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tests.answers.sheets import Filled, report
from tests.corpus import ROOT

PAGE = ROOT / "docs" / "a-month.md"
FILES = ROOT / "docs" / "month"
FAKETIME = shutil.which("faketime")
PLACE = "/srv"
"""What the page calls the folder that everything lies in."""

_DAY = re.compile(r"## (\d+) October")
_SECONDS = re.compile(r"\b\d+(\.\d)? s\.")


@dataclass
class Month:
    """The folder in which the month happens: `purchasing`, and the supplier's files in `month`."""

    place: Path
    day: int = 1
    minute: int = 0
    words: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        shutil.copytree(FILES, self.place / "month")

    def run(self, command: str) -> list[str]:
        """What a command prints, line by line, on this day; each a minute after the one before."""
        self.minute += 1
        folder = self.place / "purchasing"
        clean = {name: value for name, value in os.environ.items() if not name.startswith("ORDERTRAIL_")}
        path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
        done = subprocess.run(
            [str(FAKETIME), f"2026-10-{self.day:02d} 17:{self.minute:02d}:00", "bash", "-c", command],
            cwd=folder if folder.is_dir() else self.place,
            env=clean | {"PATH": path, "COLUMNS": "118", "ORDERTRAIL_RUN__SETTLE_SECONDS": "0", "TZ": "UTC"},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
            timeout=120,
        )
        text = _SECONDS.sub("0.3 s.", done.stdout.replace(str(self.place), PLACE))
        return [line.rstrip() for line in text.splitlines()]

    def fill_in(self, rows: list[str]) -> None:
        """Writes decisions into the report, saves it as the buyer would, and drops it into the inbox."""
        folder = self.place / "purchasing"
        filled = Filled(report(folder))
        for row in rows:
            order, what, decision, to, why = (part.strip() for part in row.split("|"))
            filled.write(filled.find(Order=order, Exception=what), decision, why, to)
        filled.save(folder / "inbox" / "ordertrail.xlsx", by="Anna Berg")


def replayed(page: str, place: Path) -> Iterator[str]:
    """The lines of the page as they should be, with what the program prints in a fresh `place`."""
    month = Month(place)
    lines = iter(page.splitlines())
    for line in lines:
        if found := _DAY.match(line):
            month.day, month.minute = int(found[1]), 0
        yield line
        if line == "```console":
            for inner in _until_end(lines):
                if inner.startswith("$ "):
                    yield inner
                    yield from month.run(inner.removeprefix("$ "))
            yield "```"
        elif line == "```decisions":
            rows = list(_until_end(lines))
            month.fill_in(rows)
            yield from (*rows, "```")


def _until_end(lines: Iterator[str]) -> Iterator[str]:
    for line in lines:
        if line == "```":
            return
        yield line


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(sys.argv[1] if len(sys.argv) > 1 else scratch).resolve()
        told = "\n".join(replayed(PAGE.read_text(encoding="utf-8"), folder))
    PAGE.write_text(f"{told}\n", encoding="utf-8")
