"""Working folders full of generated files."""

from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from random import Random

from bench.ubl import ubl
from bench.world import papers

CONFIG = """\
language = "en"

[run]
processes = {processes}
settle_seconds = 0

[reports]
formats = []
"""


def working_folder(folder: Path, processes: int) -> Path:
    """A configured, empty working folder without reports."""
    folder.mkdir(parents=True)
    (folder / "inbox").mkdir()
    (folder / "config.toml").write_text(CONFIG.format(processes=processes), encoding="utf-8")
    return folder


def contents(seed: int, documents: int) -> Iterator[bytes]:
    """The files of the first `documents` papers of a world, in the order in which they were written."""
    return (ubl(paper) for paper in islice(papers(seed), documents))


def drop(folder: Path, seed: int, documents: int) -> None:
    """Writes the files into the inbox under names that shuffle their arrival."""
    places = list(range(documents))
    Random(seed).shuffle(places)
    for place, file in zip(places, contents(seed, documents), strict=True):
        (folder / "inbox" / f"{place:07d}.xml").write_bytes(file)


def dropped(folder: Path) -> Iterator[bytes]:
    """What lies in the inbox, one file at a time: a process started later would else count our memory as its own."""
    for file in (folder / "inbox").iterdir():
        if file.suffix == ".xml":
            yield file.read_bytes()
