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


def drop(folder: Path, seed: int, documents: int) -> list[bytes]:
    """Writes the files into the inbox under names that shuffle their arrival; gives them back in that order."""
    files = list(contents(seed, documents))
    Random(seed).shuffle(files)
    for n, file in enumerate(files):
        (folder / "inbox" / f"{n:07d}.xml").write_bytes(file)
    return files
