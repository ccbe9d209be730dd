"""A hundred thousand files in one run: none lost, and no more memory than a tenth of them take."""

import json
import tempfile
from pathlib import Path

from bench.folder import drop, working_folder
from bench.measure import program

LIMIT_BYTES = 200_000_000
"""Of the largest process."""


def bench(sizes: tuple[int, ...] = (10_000, 100_000), seed: int = 3) -> None:
    """Prints what became of the files, the largest process, and how long it took on two cores."""
    for files in sizes:
        with tempfile.TemporaryDirectory(prefix="ordertrail-bench-") as place:
            folder = working_folder(Path(place) / "many", processes=2)
            drop(folder, seed, files)
            cost = program(folder, "run", "--json")
            result = json.loads(cost.output)["files"]
            left = sum(1 for file in (folder / "inbox").iterdir() if file.suffix == ".xml")
        lost = files - left - sum(result.values())
        print(
            f"many files   {files:,} files: {result['accepted']:,} accepted, {result['duplicate']:,} duplicates, "
            f"{result['rejected']:,} rejected, {left:,} left, {lost:,} lost; largest process "
            f"{cost.memory / 1e6:.0f} MB (limit {LIMIT_BYTES / 1e6:.0f}), "
            f"{cost.wall:.0f} s, {cost.cpu:.0f} s CPU in all processes",
            flush=True,
        )
