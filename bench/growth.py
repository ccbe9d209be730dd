"""What one more document costs when millions of lines are stored already."""

import json
import tempfile
from itertools import islice
from pathlib import Path

from bench.folder import working_folder
from bench.measure import program, unit
from bench.ubl import ubl
from bench.world import Paper, papers

LIMIT = 1.3
NEW = 2_000
"""Documents whose cost is measured at each size, in one process: the start of others would hide what grows."""

SEVERAL = {"ORDERTRAIL_RUN__PROCESSES": "2"}
"""How the store is filled."""

BATCH = 20_000
"""Documents that are dropped at a time while the store is filled."""


def bench(lines: tuple[int, ...] = (1_000_000, 3_000_000), seed: int = 2) -> None:
    """Prints the cost of new documents, in u, with an empty store and at each of the sizes."""
    with tempfile.TemporaryDirectory(prefix="ordertrail-bench-") as place:
        folder = working_folder(Path(place) / "store", processes=1)
        world = papers(seed)
        stored, empty = 0, 0.0
        for count, size in enumerate((0, *lines)):
            while stored < size:
                batch = list(islice(world, BATCH))
                stored += sum(len(paper.rows) for paper in batch)
                _take_in(folder, batch)
                program(folder, "run", "--json", environment=SEVERAL)
            cost = _cost_of_new(folder, list(islice(papers(seed + 1 + size, series=f"99{count + 1}"), NEW)))
            empty = empty or cost
            print(
                f"growth       {stored:>9,} lines stored: {cost:.2f} u a new document, {cost / empty:.2f} of that of "
                f"an empty store (limit {LIMIT})",
                flush=True,
            )


def _take_in(folder: Path, batch: list[Paper]) -> list[bytes]:
    files = [ubl(paper) for paper in batch]
    for n, file in enumerate(files):
        (folder / "inbox" / f"{n:07d}.xml").write_bytes(file)
    return files


def _cost_of_new(folder: Path, batch: list[Paper]) -> float:
    """CPU of taking in documents that nothing stored speaks of, in u, without what an empty run costs. The unit is
    taken before and after: a machine that changes its pace in between would else be taken for growth.
    """
    idle = program(folder, "run", "--json").cpu
    files = _take_in(folder, batch)
    before = unit(lambda: files)
    cost = program(folder, "run", "--json")
    u = (before + unit(lambda: files)) / 2
    if json.loads(cost.output)["files"]["accepted"] != len(batch):
        raise RuntimeError(f"not every file was accepted: {cost.output}")
    return (cost.cpu - idle) / u
