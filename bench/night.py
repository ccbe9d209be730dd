"""The documents of one night on many open order lines: a document must not cost more because more is open."""

import json
import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from random import Random

from bench.folder import dropped, working_folder
from bench.measure import Cost, program, unit
from bench.ubl import ubl
from bench.world import Paper, papers

LIMIT = 1.5
LINES_TO_A_DOCUMENT = 10
"""Open order lines for each document of the night, at every size: so the mix stays the same."""

CHANCE = 0.3
"""Of a document that follows an order to be one of this night's; so that there are enough of them."""

BATCH = 20_000
"""Orders that are dropped at a time."""


def bench(sizes: tuple[int, ...] = (10_000, 100_000, 1_000_000), seed: int = 5) -> None:
    """Prints the cost of a document of the night at each number of open lines, on two cores."""
    smallest = 0.0
    for lines in sizes:
        with tempfile.TemporaryDirectory(prefix="ordertrail-bench-") as place:
            folder = working_folder(Path(place) / "night", processes=2)
            night, opened = _fill(folder, seed, lines)
            idle = program(folder, "run", "--json")
            for n, file in enumerate(night):
                file.rename(folder / "inbox" / f"{n:07d}.xml")
            u = unit(partial(dropped, folder))
            cost = program(folder, "run", "--json")
            _check(cost, len(night))
            wall = (cost.wall - idle.wall) / u
            smallest = smallest or wall
            print(
                f"night        {opened:>9,} open lines, {len(night):,} documents: wall {wall:.2f} u, cpu "
                f"{(cost.cpu - idle.cpu) / u:.2f} u, {len(night) / (cost.wall - idle.wall) * 60:,.0f} documents a "
                f"minute, {wall / smallest:.2f} of the wall with {sizes[0]:,} (limit {LIMIT}), largest process "
                f"{cost.memory / 1e6:.0f} MB",
                flush=True,
            )


def _fill(folder: Path, seed: int, lines: int) -> tuple[list[Path], int]:
    """Takes orders in until `lines` are open; the files of the night, shuffled, and the number of open lines."""
    random = Random(seed)
    waiting = folder / "tonight"
    waiting.mkdir()
    night: list[Path] = []
    opened = orders = 0
    for paper in _until(papers(seed), lines):
        if paper.type == "order":
            (folder / "inbox" / f"{orders:07d}.xml").write_bytes(ubl(paper))
            opened += len(paper.rows)
            orders += 1
            if orders % BATCH == 0:
                program(folder, "run", "--json")
        elif len(night) < lines // LINES_TO_A_DOCUMENT and random.random() < CHANCE:
            night.append(waiting / f"{len(night)}.xml")
            night[-1].write_bytes(ubl(paper))
    program(folder, "run", "--json")
    random.shuffle(night)
    return night, opened


def _until(world: Iterator[Paper], lines: int) -> Iterator[Paper]:
    """The papers of a world until its orders have so many lines."""
    opened = 0
    for paper in world:
        if paper.type == "order":
            if opened >= lines:
                return
            opened += len(paper.rows)
        yield paper


def _check(cost: Cost, documents: int) -> None:
    result = json.loads(cost.output)["files"]
    if result["accepted"] + result["duplicate"] != documents:
        raise RuntimeError(f"not every file was accepted: {result}")
